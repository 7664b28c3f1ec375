// SPDX-License-Identifier: MIT
//! Why there is no result.

use crate::sys;
use core::fmt;

/// Why there is no result. Its words come from the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Status(pub(crate) i32);

macro_rules! statuses {
    ($($(#[$about:meta])* $name:ident = $number:literal,)*) => {
        impl crate::status::Status {
            $($(#[$about])* pub const $name: crate::status::Status = crate::status::Status($number);)*
        }
    };
}

impl Status {
    pub(crate) const OK: Status = Status(sys::VMM_OK);
    pub(crate) const END: Status = Status(sys::VMM_END);

    /// Whether the call was correct and has no result.
    pub fn is_no_error(self) -> bool {
        self.0 > 0
    }
}

impl fmt::Display for Status {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // SAFETY: for every number the function returns constant ASCII that ends with NUL.
        let words = unsafe {
            let start = sys::vmm_status_text(self.0);
            let mut length = 0;
            while *start.add(length) != 0 {
                length += 1;
            }
            core::slice::from_raw_parts(start, length)
        };
        out.write_str(core::str::from_utf8(words).unwrap_or("?"))
    }
}

/// Text that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Why.
    pub status: Status,
    /// Offset of the wrong byte, if there is one; it may be the end of the text.
    pub at: Option<usize>,
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some(at) => write!(out, "{} at byte {}", self.status, at),
            None => self.status.fmt(out),
        }
    }
}

#[cfg(feature = "std")]
impl std::error::Error for Status {}

#[cfg(feature = "std")]
impl std::error::Error for Failure {}
