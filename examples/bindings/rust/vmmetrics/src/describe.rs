// SPDX-License-Identifier: MIT
//! Records, and their descriptions by the library.

use crate::generated::{Kind, Unit, Width};
use crate::read::File;
use crate::sys;
use crate::value::{until_nul, Value, UNKNOWN, UNLIMITED};
use core::fmt;
use core::marker::PhantomData;
use core::mem::size_of;

/// Only the structs of this crate may be records, since `unsafe` code relies on their layout.
pub(crate) mod sealed {
    pub trait Sealed {}
}

/// The first members of a record: the number of its valid bytes, and its type. Only the library and `Default` set
/// them, so that a record is never said to be larger than it is.
#[doc(hidden)]
#[repr(C)]
pub struct Header<T> {
    size: u64,
    record: u64,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Header<T> {
    fn clone(&self) -> Header<T> {
        *self
    }
}

impl<T> Copy for Header<T> {}

impl<T: Record> fmt::Debug for Header<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(T::NAME)
    }
}

impl<T: Record> Default for Header<T> {
    fn default() -> Header<T> {
        Header { size: size_of::<T>() as u64, record: u64::from(T::ID), of: PhantomData }
    }
}

/// A record: a struct of the library. Every member of a new record is unknown.
pub trait Record: Copy + Default + fmt::Debug + Send + Sync + sealed::Sealed + 'static {
    /// Id of the record in the library.
    const ID: u32;
    /// Name of the record in the library.
    const NAME: &'static str;
    /// The files that the record is read from, if there are several. Each of them is a constant, too, such as
    /// `Cgroup::MEMORY_MAX`.
    const FILES: &'static [File<Self>];

    /// The struct as C declares it.
    #[doc(hidden)]
    type Raw;

    /// Names, offsets, sizes and types of the members as they are declared here.
    #[doc(hidden)]
    fn declared(see: &mut dyn FnMut(&'static str, usize, usize, u32));
}

macro_rules! records {
    ($($(#[$doc:meta])* $record:ident, $raw:ident, $name:literal, $id:literal {
        $($(#[$about:meta])* $member:ident: $kind:ty,)*
    } {
        $($(#[$source:meta])* $file:ident: $path:literal, $number:literal,)*
    })*) => {$(
        $(#[$doc])*
        #[repr(C)]
        #[derive(Clone, Copy)]
        pub struct $record {
            #[doc(hidden)]
            pub header: crate::describe::Header<$record>,
            $($(#[$about])* pub $member: $kind,)*
        }

        // The same size as in C; the tests compare the members.
        const _: () = assert!(core::mem::size_of::<$record>() == core::mem::size_of::<crate::sys::$raw>());

        impl Default for $record {
            fn default() -> $record {
                $record { header: Default::default(), $($member: Default::default(),)* }
            }
        }

        /// Shows the known members.
        impl core::fmt::Debug for $record {
            fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let mut shown = out.debug_struct(stringify!($record));
                $(if let Some(known) = self.$member.get() {
                    shown.field(crate::describe::plain(stringify!($member)), &known);
                })*
                shown.finish_non_exhaustive()
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $record {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;

                let members = [$(stringify!($member)),*].len();
                let mut record = serializer.serialize_struct($name, members)?;
                $(record.serialize_field(crate::describe::plain(stringify!($member)), &self.$member)?;)*
                record.end()
            }
        }

        impl $record {
            $($(#[$source])* pub const $file: crate::read::File<$record> = crate::read::File::new($path, $number);)*

            /// The file of this record with this path in its directory.
            pub fn from_file_name(name: &str) -> Option<crate::read::File<$record>> {
                crate::read::File::named(name)
            }
        }

        impl crate::describe::sealed::Sealed for $record {}

        impl crate::describe::Record for $record {
            const ID: u32 = $id;
            const NAME: &'static str = $name;
            const FILES: &'static [crate::read::File<$record>] = &[$($record::$file,)*];

            type Raw = crate::sys::$raw;

            fn declared(see: &mut dyn FnMut(&'static str, usize, usize, u32)) {
                let record = $record::default();
                let start = &record as *const $record as usize;
                $(see(
                    crate::describe::plain(stringify!($member)),
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

macro_rules! enums {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $number:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$about])* $variant = $number,)*
        }
    };
    ($(#[$doc:meta])* $name:ident, $other:ident { $($(#[$about:meta])* $variant:ident = $number:literal,)* }) => {
        enums! { $(#[$doc])* $name { $($(#[$about])* $variant = $number,)* } }

        impl $name {
            /// What the library says; a number of a newer library than this crate becomes another variant.
            pub(crate) fn of(number: u64) -> $name {
                match number {
                    $($number => $name::$variant,)*
                    _ => $name::$other,
                }
            }
        }
    };
}

/// The name of a member, which may be a word of Rust.
pub(crate) fn plain(name: &'static str) -> &'static str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// A member of a record, as the linked library describes it. Only this record has a value of it.
#[derive(Clone, Copy)]
pub struct Member<T> {
    record: PhantomData<T>,
    name: [u8; 64],
    offset: usize,
    bytes: usize,
    value_type: u32,
    /// Which arithmetic is valid for it.
    pub kind: Kind,
    /// Its unit.
    pub unit: Unit,
    /// Width of the counter.
    pub width: Width,
}

impl<T: Record> fmt::Debug for Member<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", T::NAME, self.name())
    }
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
        if self.value_type == sys::VMM_TYPE_NAME {
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
            sys::VMM_TYPE_UINT64 if integer == UNKNOWN => Value::Unknown,
            sys::VMM_TYPE_UINT64 if integer == UNLIMITED && self.kind == Kind::Limit => Value::Unlimited,
            sys::VMM_TYPE_UINT64 => Value::Integer(integer),
            sys::VMM_TYPE_DOUBLE if !real.is_nan() => Value::Real(real),
            _ => Value::Unknown,
        }
    }
}

/// Iterator over the members of a record, in the order of the struct.
#[derive(Clone, Debug)]
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
            let mut described: sys::vmm_member_info = core::mem::zeroed();
            let size = size_of::<sys::vmm_member_info>();
            (sys::vmm_member_at(T::ID, self.index, &mut described, size) == 0).then_some(described)?
        };
        self.index += 1;
        Some(Member {
            record: PhantomData,
            name: described.name,
            offset: described.offset as usize,
            bytes: described.bytes as usize,
            value_type: described.r#type as u32,
            kind: Kind::of(described.kind),
            unit: Unit::of(described.unit),
            width: Width::of(described.width),
        })
    }
}

/// The differences between a record as declared here and as described by the library, in words.
#[cfg(feature = "std")]
pub fn differences<T: Record>() -> Vec<String> {
    let mut found = Vec::new();
    // SAFETY: as above.
    let (described, status) = unsafe {
        let mut described: sys::vmm_record_info = core::mem::zeroed();
        let status = sys::vmm_record_at(T::ID, &mut described, size_of::<sys::vmm_record_info>());
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
    T::declared(&mut |name, offset, bytes, kind| declared.push((name, offset, bytes, kind)));
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
            let mut described: sys::vmm_file_info = core::mem::zeroed();
            sys::vmm_file_at(T::ID, index as u32, &mut described, size_of::<sys::vmm_file_info>());
            described
        };
        if until_nul(&described.name) != file.name().as_bytes() || described.id != u64::from(file.id()) {
            found.push(format!("{} is not file {} of {}", file.name(), file.id(), T::NAME));
        }
    }
    found
}
