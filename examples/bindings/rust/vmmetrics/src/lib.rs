// SPDX-License-Identifier: MIT
#![doc = include_str!("../README.md")]
//!
//! # What the compiler refuses
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
#![deny(missing_docs, missing_debug_implementations, unsafe_op_in_unsafe_fn, unreachable_pub, rust_2018_idioms)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub use vmmetrics_sys as sys;

#[macro_use]
mod describe;
#[macro_use]
mod read;
#[macro_use]
mod status;
#[macro_use]
mod usage;
mod value;
/// What follows from the headers of the library: lib/describe/generate.py writes it.
#[rustfmt::skip]
mod generated {
    use crate::value::{Bound, Integer, Limit, Name, Real};
    use crate::usage::Interval;
    use core::time::Duration;

    include!("generated.rs");
}

#[cfg(feature = "std")]
pub use describe::differences;
pub use describe::{members, Member, Members, Record};
pub use generated::*;
pub use read::{
    cgroup_path, cgroup_scope, descriptor, keys, mount_of, unescape, value_of, CgroupIoRows, Directory, File, Keys,
    Parsed, Row, Rows, View, Views,
};
pub use status::{Failure, Status};
pub use usage::{growth, growth_of_counter, growth_of_rows, same, Interval};
pub use value::{Bound, Integer, Limit, Name, Real, Value};

/// Version of the library that is linked: major * 10000 + minor * 100 + patch.
pub fn version() -> u32 {
    // SAFETY: the function has no conditions.
    unsafe { sys::vmm_version() }
}
