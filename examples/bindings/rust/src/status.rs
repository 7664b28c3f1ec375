// SPDX-License-Identifier: MIT
//! Why there is no result.

use crate::raw;
use core::fmt;

/// Why there is no result. Its words come from the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status(pub(crate) i32);

impl Status {
    pub(crate) const OK: Status = Status(0);
    pub(crate) const END: Status = Status(1);
    /// There is no earlier sample.
    pub const FIRST: Status = Status(2);
    /// No time passed between the samples.
    pub const NO_INTERVAL: Status = Status(3);
    /// A counter restarted, or the object was replaced by another one: use the later sample as the new baseline.
    pub const RESET: Status = Status(4);
    /// An argument is invalid.
    pub const ARGUMENT: Status = Status(-1);
    /// A known key or column has a malformed value.
    pub const SYNTAX: Status = Status(-2);
    /// The text ends inside a line, so it was cut.
    pub const TRUNCATED: Status = Status(-3);
    /// No known key or value in the text, or no known input in the record.
    pub const EMPTY: Status = Status(-4);
    /// The buffer is too small.
    pub const SPACE: Status = Status(-5);

    /// Whether the call was correct and has no result.
    pub fn is_no_error(self) -> bool {
        self.0 > 0
    }
}

impl fmt::Display for Status {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // SAFETY: for every number the function returns constant ASCII that ends with NUL.
        let words = unsafe {
            let start = raw::vmm_status_text(self.0);
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
