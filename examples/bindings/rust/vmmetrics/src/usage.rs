// SPDX-License-Identifier: MIT
//! Calculations on one record or two.

use crate::describe::Record;
use crate::generated::Width;
use crate::read::Text;
use crate::status::Status;
use crate::sys;
use crate::value::{Bound, UNKNOWN, UNLIMITED};
use core::ffi::c_void;
use core::fmt;
use core::mem::size_of;
use core::ptr::null;
use core::time::Duration;

/// The time between two samples, and the tick rate of their numbers.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Interval(sys::vmm_interval);

impl Interval {
    /// The time as a monotonic clock measures it, and `sysconf(_SC_CLK_TCK)`: 100 on nearly every machine. A rate of 0
    /// is unknown; then each result that needs the rate is unknown.
    pub fn new(elapsed: Duration, ticks_per_second: u64) -> Interval {
        Interval(sys::vmm_interval { elapsed_ns: nanoseconds(elapsed), ticks_per_second })
    }
}

impl fmt::Debug for Interval {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ns at {} ticks/s", self.0.elapsed_ns, self.0.ticks_per_second)
    }
}

fn nanoseconds(elapsed: Duration) -> i64 {
    i64::try_from(elapsed.as_nanos()).unwrap_or(i64::MAX)
}

pub(crate) fn usage<T: Record>(compute: impl FnOnce(*mut T::Raw, usize) -> i32) -> Result<T, Status> {
    let mut out = T::default();
    match Status(compute(&mut out as *mut T as *mut T::Raw, size_of::<T>())) {
        Status::OK => Ok(out),
        status => Err(status),
    }
}

/// An argument of a calculation, which is kept until the call.
pub(crate) trait Argument {
    type Kept;
    fn keep(self) -> Self::Kept;
}

/// An argument that C takes as it is.
pub(crate) struct Plain<T>(T);

impl<T: Copy> Plain<T> {
    pub(crate) fn raw(&self) -> T {
        self.0
    }
}

/// All rows of a sample: a struct that C takes by its address.
pub(crate) struct Rows<T>(pub(crate) T);

impl<T> Rows<T> {
    pub(crate) fn raw(&self) -> *const T {
        &self.0
    }
}

fn pointer<T: Record>(record: Option<&T>) -> *const T::Raw {
    record.map_or(null(), |record| record as *const T as *const T::Raw)
}

macro_rules! arguments {
    ($([$($generic:tt)*] $kind:ty as $raw:ty: $argument:ident => $value:expr;)*) => {$(
        impl<$($generic)*> Argument for $kind {
            type Kept = Plain<$raw>;
            fn keep(self) -> Plain<$raw> {
                let $argument = self;
                Plain($value)
            }
        }
    )*};
}

arguments! {
    [T: Record] &T as *const T::Raw: record => pointer(Some(record));
    [T: Record] Option<&T> as *const T::Raw: record => pointer(record);
    [] Duration as i64: elapsed => nanoseconds(elapsed);
    [] &Interval as *const sys::vmm_interval: interval => &interval.0;
    [] Option<&Interval> as *const sys::vmm_interval: interval => interval.map_or(null(), |interval| &interval.0);
    [] Option<Bound> as u64: limit => match limit {
        None => UNKNOWN,
        Some(Bound::Unlimited) => UNLIMITED,
        Some(Bound::At(limit)) => limit,
    };
}

macro_rules! lists {
    ($($record:ident $list:ident,)*) => {$(
        impl crate::usage::Argument for &[$record] {
            type Kept = crate::usage::Rows<crate::sys::$list>;
            fn keep(self) -> Self::Kept {
                let row_size = core::mem::size_of::<$record>();
                crate::usage::Rows(crate::sys::$list { rows: self.as_ptr() as *const _, count: self.len(), row_size })
            }
        }
    )*};
}

// SAFETY of all functions below: the `size` of a record is never more than its real size; NULL stands for a missing
// record; and the output has the size that `usage` passes.

macro_rules! usages {
    ($($(#[$doc:meta])* $name:ident = $function:ident($($argument:ident: $kind:ty),*) -> $usage:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name($($argument: $kind),*) -> Result<$usage, crate::status::Status> {
            use crate::usage::Argument;

            $(let $argument = $argument.keep();)*
            crate::usage::usage(|out, size| unsafe { crate::sys::$function($($argument.raw(),)* out, size) })
        }
    )*};
}

/// Whether two records describe the same object, by their members of kind identity; `None` if no identity is known in
/// both.
pub fn same<T: Record>(before: &T, after: &T) -> Option<bool> {
    match Status(unsafe {
        sys::vmm_record_same(pointer(Some(before)) as *const c_void, pointer(Some(after)) as *const c_void)
    }) {
        Status::OK => Some(true),
        Status::RESET => Some(false),
        _ => None,
    }
}

/// Growth of every counter between two samples of any record. All other members are those of the later sample.
pub fn growth<T: Record>(before: Option<&T>, after: &T) -> Result<T, Status> {
    usage(|out, size| unsafe {
        let (before, after) = (pointer(before) as *const c_void, pointer(Some(after)) as *const c_void);
        sys::vmm_record_growth(before, after, out as *mut c_void, size)
    })
}

/// Growth of the sum of rows between two samples of all rows, such as all disks of a machine; `devices` is
/// /proc/devices. A row that is new or gone is [`Status::RESET`]: keep the earlier sample for one more comparison.
pub fn growth_of_rows<T: Record>(before: Option<&[T]>, after: &[T], devices: Option<&[u8]>) -> Result<T, Status> {
    let sample = |rows: &[T]| sys::vmm_rows {
        rows: rows.as_ptr() as *const c_void,
        count: rows.len(),
        row_size: size_of::<T>(),
    };
    let (before, after) = (before.map(sample), sample(after));
    let devices = devices.map(Text::of);
    usage(|out, size| unsafe {
        sys::vmm_rows_growth(
            T::ID,
            before.as_ref().map_or(null(), |before| before),
            &after,
            devices.as_ref().map_or(null(), Text::as_ptr),
            out as *mut c_void,
            size,
        )
    })
}

/// Growth of a single counter, also of one that no record has.
pub fn growth_of_counter(before: u64, after: u64, width: Width) -> Result<u64, Status> {
    let mut growth = UNKNOWN;
    match Status(unsafe { sys::vmm_counter_between(before, after, width as u32, &mut growth) }) {
        Status::OK => Ok(growth),
        status => Err(status),
    }
}

/// A record from the numbers of statvfs(3).
#[cfg(feature = "libc")]
#[cfg_attr(docsrs, doc(cfg(feature = "libc")))]
impl From<&libc::statvfs> for crate::generated::Filesystem {
    fn from(stat: &libc::statvfs) -> Self {
        Self {
            f_bsize_bytes: stat.f_bsize.into(),
            f_frsize_bytes: stat.f_frsize.into(),
            f_blocks: stat.f_blocks.into(),
            f_bfree: stat.f_bfree.into(),
            f_bavail: stat.f_bavail.into(),
            f_files: stat.f_files.into(),
            f_ffree: stat.f_ffree.into(),
            f_favail: stat.f_favail.into(),
            f_fsid: stat.f_fsid.into(),
            f_flag: stat.f_flag.into(),
            f_namemax: stat.f_namemax.into(),
            ..Self::default()
        }
    }
}
