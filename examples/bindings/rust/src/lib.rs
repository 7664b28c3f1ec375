// SPDX-License-Identifier: MIT
//! libvmmetrics, safely: what Linux says about virtual machines, as structs, and two samples as a rate.
//!
//! - **Unknown.** Members are read by `get()`, which gives an `Option`, so that no program can take unknown for a number.
//!   A limit is a [`Bound`], which may say that there is none.
//! - **Errors.** Reading gives a [`Failure`]: a [`Status`], and where in the text the wrong byte is. Computing gives a
//!   status, which may be that there is nothing to compute yet.
//! - **Lifetimes.** Records are plain values and outlive the bytes that they were read from. Rows and [`KeyValue`] borrow
//!   those bytes.
//! - **Threads.** Nothing has a state. Records are `Send` and `Sync`.
//!
//! The structs are those of the headers. `differences` compares them, member by member, with what the library that is
//! linked says of itself.
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
//! What borrows the bytes that were read cannot outlive them:
//!
//! ```compile_fail,E0597
//! use vmmetrics::{keys, KeyShape};
//!
//! let first = {
//!     let bytes = b"pgfault 12\n".to_vec();
//!     keys(&bytes, KeyShape::Lines).next()
//! };
//! println!("{:?}", first);
//! ```

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![deny(unsafe_op_in_unsafe_fn)]

#[allow(missing_docs)]
mod raw;

#[macro_use]
mod describe;
mod read;
mod records;
mod status;
mod usage;
mod value;

#[cfg(feature = "std")]
pub use describe::differences;
pub use describe::{fields, Field, Fields, Kind, Record};
pub use read::{
    cgroup_path, files, keys, value_of, CgroupIoRows, Directory, File, Files, KeyShape, KeyValue, Keys, Parsed, Row,
    Rows, ValueKind,
};
pub use records::*;
pub use status::{Failure, Status};
pub use usage::*;
pub use value::{Bound, Integer, Limit, Name, Real, Value};
