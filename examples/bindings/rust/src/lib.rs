// SPDX-License-Identifier: MIT
//! A safe interface to libvmmetrics: it reads what Linux reports about virtual machines into structs, and computes
//! rates from two samples.
//!
//! - **Unknown.** `get()` returns the value of a member as an `Option`, so that no program can take unknown for a
//!   number. A limit is a [`Bound`], which may be unlimited.
//! - **Files.** A record that is filled file by file has a constant for each file, such as `Cgroup::MEMORY_MAX`. The
//!   compiler refuses the file of another record.
//! - **Errors.** Reading returns a [`Failure`]: a [`Status`], and the offset of the wrong byte in the text. A
//!   calculation returns a status, such as [`Status::FIRST`] for the first sample.
//! - **Lifetimes.** Records are plain values and outlive the bytes that they were read from. Rows and [`KeyValue`]
//!   borrow those bytes.
//! - **Threads.** The library has no state. Records are `Send` and `Sync`.
//!
//! The structs are those of the headers, from which build.rs writes them. `differences` compares them, member by member,
//! with the descriptions in the linked library.
//!
//! ```
//! use vmmetrics::{cpu_usage, Cpu, Row, Status};
//!
//! let before = Cpu::rows(b"cpu  10 0 10 80\n").next().unwrap()?;
//! let after = Cpu::rows(b"cpu  20 0 10 110\n").next().unwrap()?;
//! let usage = cpu_usage(Some(&before), &after)?;
//! assert_eq!(usage.user_ratio.get(), Some(0.25));
//! assert_eq!(before.steal_ticks.get(), None);
//! assert_eq!(cpu_usage(None, &after).err(), Some(Status::FIRST));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A value that borrows the bytes cannot outlive them:
//!
//! ```compile_fail,E0597
//! use vmmetrics::{keys, KeyForm};
//!
//! let first = {
//!     let bytes = b"pgfault 12\n".to_vec();
//!     keys(&bytes, KeyForm::Lines).next()
//! };
//! println!("{:?}", first);
//! ```
//!
//! A record cannot be read from a file of another record:
//!
//! ```compile_fail,E0308
//! use vmmetrics::{Cgroup, Directory, Net};
//!
//! Cgroup::default().read(Net::IFINDEX, b"7\n").unwrap();
//! ```
//!
//! Nor has it a value of another record's member:
//!
//! ```compile_fail,E0308
//! use vmmetrics::{members, Cgroup, Net};
//!
//! members::<Net>().next().unwrap().of(&Cgroup::default());
//! ```

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![deny(unsafe_op_in_unsafe_fn)]

#[allow(missing_docs)]
mod raw;

#[macro_use]
mod describe;
#[macro_use]
mod read;
/// The structs of the library, with the same members at the same offsets, and the functions that read them: what build.rs
/// has written from the headers.
mod records {
    use crate::value::{Integer, Limit, Name, Real};

    include!(concat!(env!("OUT_DIR"), "/records.rs"));
}
mod status;
mod usage;
mod value;

#[cfg(feature = "std")]
pub use describe::differences;
pub use describe::{members, Kind, Member, Members, Record};
pub use raw::Interval;
pub use read::{
    cgroup_path, keys, value_of, CgroupIoRows, Directory, File, KeyForm, KeyValue, Keys, Parsed, Row, Rows, ValueForm,
};
pub use records::*;
pub use status::{Failure, Status};
pub use usage::*;
pub use value::{Bound, Integer, Limit, Name, Real, Value};
