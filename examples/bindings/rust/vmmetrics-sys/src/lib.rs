// SPDX-License-Identifier: MIT
//! Declarations of libvmmetrics, as C has them, and the library itself: see README.md for how it is built and linked.
//! The crate `vmmetrics` is the safe interface, with the comments of all members.
//!
//! Text is `u8`, and an enum is a `u32`, as C compilers have it on all platforms of the library.

#![no_std]
#![allow(non_camel_case_types)]

#[rustfmt::skip]
mod bindings;

pub use bindings::*;
