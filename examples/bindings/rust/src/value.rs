// SPDX-License-Identifier: MIT
//! Values of members.

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

pub(crate) const UNKNOWN: u64 = u64::MAX;
pub(crate) const UNLIMITED: u64 = u64::MAX - 1;

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
}

/// The bytes before the first NUL.
pub(crate) fn until_nul(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    &bytes[..end]
}

/// For a record that the caller fills.
impl From<u64> for Integer {
    fn from(number: u64) -> Integer {
        Integer(number)
    }
}

/// For a limit that the caller fills.
impl From<Bound> for Limit {
    fn from(bound: Bound) -> Limit {
        match bound {
            Bound::At(limit) => Limit(limit),
            Bound::Unlimited => Limit(UNLIMITED),
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

/// Type of a member: one of VMM_TYPE_*.
pub(crate) trait Typed {
    const TYPE: u64;
}

impl Typed for Integer {
    const TYPE: u64 = 1;
}

impl Typed for Limit {
    const TYPE: u64 = 1;
}

impl Typed for Real {
    const TYPE: u64 = 2;
}

impl<const SIZE: usize> Typed for Name<SIZE> {
    const TYPE: u64 = 3;
}
