// SPDX-License-Identifier: MIT
//! Values of members.

use crate::sys;
use core::fmt;

/// An integer; all ones mean unknown.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Integer(u64);

/// A limit: an integer that may also mean "no limit".
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Limit(u64);

/// A floating-point number; NaN is unknown.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Real(f64);

/// A name: bytes that need not be UTF-8; an empty name is unknown.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Name<const SIZE: usize>([u8; SIZE]);

/// A known limit. `Unlimited` is larger than every number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// The limit.
    At(u64),
    /// There is no limit.
    Unlimited,
}

/// Value of any member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// The value is unknown.
    Unknown,
    /// There is no limit.
    Unlimited,
    /// An integer.
    Integer(u64),
    /// A floating-point number.
    Real(f64),
    /// A name.
    Name(&'a [u8]),
}

pub(crate) const UNKNOWN: u64 = sys::VMM_UNKNOWN;
pub(crate) const UNLIMITED: u64 = sys::VMM_UNLIMITED;

impl Integer {
    /// The number, if it is known.
    pub fn get(self) -> Option<u64> {
        (self.0 != UNKNOWN).then_some(self.0)
    }
}

impl Limit {
    /// The limit, if it is known.
    pub fn get(self) -> Option<Bound> {
        match self.0 {
            UNKNOWN => None,
            UNLIMITED => Some(Bound::Unlimited),
            limit => Some(Bound::At(limit)),
        }
    }
}

impl Real {
    /// The number, if it is known.
    pub fn get(self) -> Option<f64> {
        (!self.0.is_nan()).then_some(self.0)
    }
}

impl<const SIZE: usize> Name<SIZE> {
    /// The name, if it is known.
    pub fn get(&self) -> Option<&[u8]> {
        let name = until_nul(&self.0);
        (!name.is_empty()).then_some(name)
    }

    /// The name, if it is known and is UTF-8.
    pub fn to_str(&self) -> Option<&str> {
        core::str::from_utf8(self.get()?).ok()
    }
}

/// The bytes before the first NUL.
pub(crate) fn until_nul(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    &bytes[..end]
}

macro_rules! filled_by_the_caller {
    ($($kind:ident from $number:ty: $value:expr;)*) => {$(
        /// For a record that the caller fills.
        impl From<$number> for $kind {
            fn from(number: $number) -> $kind {
                $kind($value(number))
            }
        }

        /// For a record that the caller fills; `None` is unknown.
        impl From<Option<$number>> for $kind {
            fn from(number: Option<$number>) -> $kind {
                number.map_or_else($kind::default, $kind::from)
            }
        }
    )*};
}

filled_by_the_caller! {
    Integer from u64: u64::from;
    Integer from u32: u64::from;
    Limit from u64: u64::from;
    Limit from u32: u64::from;
    Limit from Bound: |bound| match bound {
        Bound::At(limit) => limit,
        Bound::Unlimited => UNLIMITED,
    };
    Real from f64: f64::from;
}

macro_rules! shown {
    ($($kind:ident)*) => {$(
        impl fmt::Debug for $kind {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.get().fmt(out)
            }
        }
    )*};
}

shown! { Integer Limit Real }

impl<const SIZE: usize> fmt::Debug for Name<SIZE> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_str().fmt(out)
    }
}

#[cfg(feature = "serde")]
mod serialize {
    use super::{Bound, Integer, Limit, Name, Real};
    use serde::{Serialize, Serializer};

    impl Serialize for Bound {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Bound::At(limit) => serializer.serialize_u64(*limit),
                Bound::Unlimited => serializer.serialize_str("max"),
            }
        }
    }

    macro_rules! serialized {
        ($($kind:ident)*) => {$(
            impl Serialize for $kind {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    self.get().serialize(serializer)
                }
            }
        )*};
    }

    serialized! { Integer Limit Real }

    /// Bytes that are no UTF-8 become the replacement character.
    struct Lossy<'a>(&'a [u8]);

    impl core::fmt::Display for Lossy<'_> {
        fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            let mut rest = self.0;
            loop {
                match core::str::from_utf8(rest) {
                    Ok(text) => return out.write_str(text),
                    Err(error) => {
                        let (text, other) = rest.split_at(error.valid_up_to());
                        out.write_str(core::str::from_utf8(text).unwrap_or(""))?;
                        out.write_str("\u{fffd}")?;
                        rest = &other[error.error_len().unwrap_or(other.len())..];
                    }
                }
            }
        }
    }

    impl<const SIZE: usize> Serialize for Name<SIZE> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self.get() {
                Some(name) => serializer.collect_str(&Lossy(name)),
                None => serializer.serialize_none(),
            }
        }
    }
}

impl Default for Integer {
    fn default() -> Integer {
        Integer(UNKNOWN)
    }
}

impl Default for Limit {
    fn default() -> Limit {
        Limit(UNKNOWN)
    }
}

impl Default for Real {
    fn default() -> Real {
        Real(f64::NAN)
    }
}

impl<const SIZE: usize> Default for Name<SIZE> {
    fn default() -> Name<SIZE> {
        Name([0; SIZE])
    }
}

/// Type of a member: one of `VMM_TYPE_*`.
pub(crate) trait Typed {
    const TYPE: u32;
}

impl Typed for Integer {
    const TYPE: u32 = sys::VMM_TYPE_UINT64;
}

impl Typed for Limit {
    const TYPE: u32 = sys::VMM_TYPE_UINT64;
}

impl Typed for Real {
    const TYPE: u32 = sys::VMM_TYPE_DOUBLE;
}

impl<const SIZE: usize> Typed for Name<SIZE> {
    const TYPE: u32 = sys::VMM_TYPE_NAME;
}
