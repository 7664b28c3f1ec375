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
//! Structs, and what the library says of itself: [`differences`] compares them.

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
    files, keys, value_of, CgroupIoRows, Directory, File, Files, KeyShape, KeyValue, Keys, Parsed, Row, Rows, ValueKind,
};
pub use records::*;
pub use status::{Failure, Status};
pub use usage::*;
pub use value::{Bound, Integer, Limit, Name, Real, Value};
