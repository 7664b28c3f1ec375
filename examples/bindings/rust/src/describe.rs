// SPDX-License-Identifier: MIT
//! Records, and their descriptions by the library.

use crate::raw;
use crate::read::File;
use crate::value::{until_nul, Value, UNKNOWN, UNLIMITED};
use core::marker::PhantomData;
use core::mem::size_of;

/// Only the structs of this crate may be records, since `unsafe` code relies on their layout.
pub(crate) mod sealed {
    pub trait Sealed {}
}

/// A record: a struct of the library. Every member of a new record is unknown.
pub trait Record: Copy + Default + sealed::Sealed + 'static {
    /// Id of the record in the library.
    const ID: u32;
    /// Name of the record in the library.
    const NAME: &'static str;
    /// The files that the record is read from, if there are several. Each of them is a constant, too, such as
    /// `Cgroup::MEMORY_MAX`.
    const FILES: &'static [File<Self>];

    /// Names, offsets, sizes and types of the members as they are declared here.
    #[doc(hidden)]
    fn declared(see: &mut dyn FnMut(&'static str, usize, usize, u64));
}

macro_rules! records {
    ($($(#[$doc:meta])* $record:ident, $name:literal, $id:literal {
        $($(#[$about:meta])* $member:ident: $kind:ty,)*
    } $({
        $($(#[$source:meta])* $file:ident: $path:literal, $number:literal,)*
    })?)*) => {$(
        $(#[$doc])*
        #[repr(C)]
        #[derive(Clone, Copy)]
        pub struct $record {
            size: u64,
            record: u64,
            $($(#[$about])* pub $member: $kind,)*
        }

        impl Default for $record {
            fn default() -> $record {
                $record { size: core::mem::size_of::<$record>() as u64, record: $id, $($member: Default::default(),)* }
            }
        }

        $(impl $record {
            $($(#[$source])* pub const $file: crate::read::File<$record> = crate::read::File::new($path, $number);)*
        })?

        impl crate::describe::sealed::Sealed for $record {}

        impl crate::describe::Record for $record {
            const ID: u32 = $id;
            const NAME: &'static str = $name;
            const FILES: &'static [crate::read::File<$record>] = &[$($($record::$file,)*)?];

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
    )*
        /// The differences between all records as declared here and as described by the library, in words.
        #[cfg(feature = "std")]
        pub fn all_differences() -> Vec<String> {
            [$(crate::describe::differences::<$record>(),)*].concat()
        }
    };
}

/// Kind of a member: which arithmetic is valid for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Tells one object from another.
    Identity,
    /// A total that grows as long as the object exists.
    Counter,
    /// A level at the moment of reading.
    Gauge,
    /// An upper bound.
    Limit,
    /// The growth since the previous output of the source.
    Increment,
    /// Describes the object, and may change while it exists.
    Label,
    /// A kind of a newer library.
    Other,
}

/// A member of a record, as the linked library describes it. Only this record has a value of it.
#[derive(Clone, Copy)]
pub struct Member<T> {
    record: PhantomData<T>,
    name: [u8; 64],
    offset: usize,
    bytes: usize,
    value_type: u64,
    /// Which arithmetic is valid for it.
    pub kind: Kind,
}

impl<T: Record> Member<T> {
    /// Name of the member.
    pub fn name(&self) -> &str {
        core::str::from_utf8(until_nul(&self.name)).unwrap_or("?")
    }

    /// Value of the member in a record.
    pub fn of<'a>(&self, record: &'a T) -> Value<'a> {
        // SAFETY: a record has no padding, and any bytes may be seen as bytes.
        let bytes = unsafe { core::slice::from_raw_parts(record as *const T as *const u8, size_of::<T>()) };
        // A newer library may have members after the end of this struct.
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

/// Iterator over the members of a record, in the order of the struct.
pub struct Members<T> {
    record: PhantomData<T>,
    index: u32,
}

/// The members of a record.
pub fn members<T: Record>() -> Members<T> {
    Members { record: PhantomData, index: 0 }
}

impl<T: Record> Iterator for Members<T> {
    type Item = Member<T>;

    fn next(&mut self) -> Option<Member<T>> {
        // SAFETY: a description consists of integers, for which all zeros are valid, and `size` is its size.
        let described = unsafe {
            let mut described: raw::MemberInfo = core::mem::zeroed();
            let size = size_of::<raw::MemberInfo>();
            (raw::vmm_member_at(T::ID, self.index, &mut described, size) == 0).then_some(described)?
        };
        self.index += 1;
        Some(Member {
            record: PhantomData,
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
                6 => Kind::Label,
                _ => Kind::Other,
            },
        })
    }
}

/// The differences between a record as declared here and as described by the library, in words.
#[cfg(feature = "std")]
pub fn differences<T: Record>() -> Vec<String> {
    let mut found = Vec::new();
    // SAFETY: as above.
    let (described, status) = unsafe {
        let mut described: raw::RecordInfo = core::mem::zeroed();
        let status = raw::vmm_record_at(T::ID, &mut described, size_of::<raw::RecordInfo>());
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
    for member in members::<T>() {
        match declared.iter().position(|declared| declared.0 == member.name()) {
            Some(position) => {
                let (name, offset, bytes, kind) = declared.swap_remove(position);
                if (offset, bytes, kind) != (member.offset, member.bytes, member.value_type) {
                    found.push(format!(
                        "{}.{} lies at {}, not {}, or is of another type",
                        T::NAME,
                        name,
                        member.offset,
                        offset
                    ));
                }
            }
            None => found.push(format!("{}.{} is missing", T::NAME, member.name())),
        }
    }
    for member in declared {
        found.push(format!("{}.{} is not in the library", T::NAME, member.0));
    }
    for (index, file) in T::FILES.iter().enumerate() {
        // SAFETY: as above.
        let described = unsafe {
            let mut described: raw::FileInfo = core::mem::zeroed();
            raw::vmm_file_at(T::ID, index as u32, &mut described, size_of::<raw::FileInfo>());
            described
        };
        if until_nul(&described.name) != file.name().as_bytes() || described.id != u64::from(file.id()) {
            found.push(format!("{} is not file {} of {}", file.name(), file.id(), T::NAME));
        }
    }
    found
}
