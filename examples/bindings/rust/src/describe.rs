// SPDX-License-Identifier: MIT
//! Records, and what the library says of them.

use crate::raw;
use crate::value::{until_nul, Value, UNKNOWN, UNLIMITED};
use core::mem::size_of;

/// Only the structs of this crate may be records, as code that is not safe relies on what they are.
pub(crate) mod sealed {
    pub trait Sealed {}
}

/// A record: a struct of the library, whose first member says how many bytes of it are valid. A new one is unknown in every
/// member.
pub trait Record: Copy + Default + sealed::Sealed {
    /// The library's number for it.
    const ID: u32;
    /// The library's name for it.
    const NAME: &'static str;

    /// Names, offsets, sizes and types of the members as they are declared here.
    #[doc(hidden)]
    fn declared(see: &mut dyn FnMut(&'static str, usize, usize, u64));

    /// Whether both are of the same thing, as far as their members of kind identity tell.
    fn same_thing(&self, other: &Self) -> bool {
        fields::<Self>().filter(|field| field.kind == Kind::Identity).all(|field| field.of(self) == field.of(other))
    }
}

macro_rules! records {
    ($($(#[$doc:meta])* $record:ident, $name:literal, $id:literal {
        $($(#[$about:meta])* $member:ident: $kind:ty,)*
    })*) => {$(
        $(#[$doc])*
        #[repr(C)]
        #[derive(Clone, Copy)]
        pub struct $record {
            size: u64,
            $($(#[$about])* pub $member: $kind,)*
        }

        impl Default for $record {
            fn default() -> $record {
                $record { size: core::mem::size_of::<$record>() as u64, $($member: Default::default(),)* }
            }
        }

        impl crate::describe::sealed::Sealed for $record {}

        impl crate::describe::Record for $record {
            const ID: u32 = $id;
            const NAME: &'static str = $name;

            fn declared(see: &mut dyn FnMut(&'static str, usize, usize, u64)) {
                let record = $record::default();
                let start = &record as *const $record as usize;
                $(see(
                    stringify!($member),
                    &record.$member as *const $kind as usize - start,
                    core::mem::size_of::<$kind>(),
                    <$kind as crate::value::Typed>::TYPE,
                );)*
            }
        }
    )*};
}

/// What may be done with a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Says what the record is about.
    Identity,
    /// Grows while the thing lives.
    Counter,
    /// A level at the moment of reading.
    Gauge,
    /// A ceiling.
    Limit,
    /// What was added since the source was last read.
    Increment,
    /// A kind that a newer library brought.
    Other,
}

/// A member, as the library that is linked describes it.
#[derive(Clone, Copy)]
pub struct Field {
    name: [u8; 64],
    offset: usize,
    bytes: usize,
    value_type: u64,
    /// What may be done with it.
    pub kind: Kind,
}

impl Field {
    /// Its name.
    pub fn name(&self) -> &str {
        core::str::from_utf8(until_nul(&self.name)).unwrap_or("?")
    }

    /// Its value in a record.
    pub fn of<'a, T: Record>(&self, record: &'a T) -> Value<'a> {
        // SAFETY: a record has no padding, and any bytes may be seen as bytes.
        let bytes = unsafe { core::slice::from_raw_parts(record as *const T as *const u8, size_of::<T>()) };
        // A newer library may have members for which the struct has no room.
        let bytes = match bytes.get(self.offset..self.offset + self.bytes) {
            Some(bytes) => bytes,
            None => return Value::Unknown,
        };
        if self.value_type == 3 {
            let name = until_nul(bytes);
            return if name.is_empty() { Value::Unknown } else { Value::Name(name) };
        }
        let mut word = [0; 8];
        if bytes.len() != word.len() {
            return Value::Unknown;
        }
        word.copy_from_slice(bytes);
        let (integer, real) = (u64::from_ne_bytes(word), f64::from_ne_bytes(word));
        match self.value_type {
            1 if integer == UNKNOWN => Value::Unknown,
            1 if integer == UNLIMITED && self.kind == Kind::Limit => Value::Unlimited,
            1 => Value::Integer(integer),
            2 if !real.is_nan() => Value::Real(real),
            _ => Value::Unknown,
        }
    }
}

/// The members of a record, in the order of its source.
pub struct Fields {
    record_id: u32,
    index: u32,
}

/// The members of a record.
pub fn fields<T: Record>() -> Fields {
    Fields { record_id: T::ID, index: 0 }
}

impl Iterator for Fields {
    type Item = Field;

    fn next(&mut self) -> Option<Field> {
        // SAFETY: a description is numbers and bytes, and as large as is said.
        let described = unsafe {
            let mut described: raw::FieldDescription = core::mem::zeroed();
            let size = size_of::<raw::FieldDescription>();
            (raw::vmm_field_at(self.record_id, self.index, &mut described, size) == 0).then_some(described)?
        };
        self.index += 1;
        Some(Field {
            name: described.name,
            offset: described.offset as usize,
            bytes: described.bytes as usize,
            value_type: described.value_type,
            kind: match described.kind {
                1 => Kind::Identity,
                2 => Kind::Counter,
                3 => Kind::Gauge,
                4 => Kind::Limit,
                5 => Kind::Increment,
                _ => Kind::Other,
            },
        })
    }
}

/// In what a record that is declared here differs from the library's, in words; nothing if in nothing.
#[cfg(feature = "std")]
pub fn differences<T: Record>() -> Vec<String> {
    let mut found = Vec::new();
    // SAFETY: as above.
    let (described, status) = unsafe {
        let mut described: raw::RecordDescription = core::mem::zeroed();
        let status = raw::vmm_record_at(T::ID, &mut described, size_of::<raw::RecordDescription>());
        (described, status)
    };
    let name = String::from_utf8_lossy(until_nul(&described.name)).into_owned();
    if status != 0 {
        found.push(format!("there is no record {}", T::ID));
    } else if name != T::NAME {
        found.push(format!("record {} is {}, not {}", T::ID, name, T::NAME));
    } else if described.bytes != size_of::<T>() as u64 {
        found.push(format!("{} has {} bytes, not {}", T::NAME, described.bytes, size_of::<T>()));
    }
    let mut declared = Vec::new();
    T::declared(&mut |name, offset, bytes, kind| declared.push((name.trim_start_matches("r#"), offset, bytes, kind)));
    for field in fields::<T>() {
        match declared.iter().position(|member| member.0 == field.name()) {
            Some(position) => {
                let (name, offset, bytes, kind) = declared.swap_remove(position);
                if (offset, bytes, kind) != (field.offset, field.bytes, field.value_type) {
                    found.push(format!(
                        "{}.{} lies at {}, not {}, or is of another type",
                        T::NAME,
                        name,
                        field.offset,
                        offset
                    ));
                }
            }
            None => found.push(format!("{}.{} is missing", T::NAME, field.name())),
        }
    }
    for member in declared {
        found.push(format!("{}.{} is not in the library", T::NAME, member.0));
    }
    found
}
