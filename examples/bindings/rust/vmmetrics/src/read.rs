// SPDX-License-Identifier: MIT
//! Readers of text.

use crate::describe::Record;
use crate::generated::*;
use crate::status::{Failure, Status};
use crate::sys;
use crate::value::{until_nul, Bound, UNKNOWN, UNLIMITED};
use core::ffi::c_void;
use core::fmt;
use core::marker::PhantomData;
use core::mem::size_of;
use core::ptr::null;

/// The text that remains to be read.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    text: sys::vmm_text,
    bytes: PhantomData<&'a [u8]>,
    start: usize,
}

// SAFETY: the pointers point into borrowed bytes, and the library never writes to them.
unsafe impl Send for Text<'_> {}
// SAFETY: as above.
unsafe impl Sync for Text<'_> {}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} bytes left", self.text.end as usize - self.text.pos as usize)
    }
}

impl<'a> Text<'a> {
    pub(crate) fn of(bytes: &'a [u8]) -> Text<'a> {
        let range = bytes.as_ptr_range();
        let text = sys::vmm_text { pos: range.start, end: range.end, error: null() };
        Text { text, bytes: PhantomData, start: range.start as usize }
    }

    pub(crate) fn as_ptr(&self) -> *const sys::vmm_text {
        &self.text
    }

    /// The result of a call, from its status.
    fn outcome(&self, status: i32) -> Result<(), Failure> {
        if status == Status::OK.0 {
            return Ok(());
        }
        let error = self.text.error as usize;
        Err(Failure { status: Status(status), at: (error != 0).then(|| error - self.start) })
    }

    fn read<T: Record>(&mut self, parser: Parser<T::Raw>) -> Result<T, Failure> {
        let mut record = T::default();
        // SAFETY: the text is inside the borrowed bytes, and the size is that of the record.
        let status = unsafe { parser(&mut self.text, &mut record as *mut T as *mut T::Raw, size_of::<T>()) };
        self.outcome(status).map(|()| record)
    }
}

/// A function that reads a struct, or the next row.
type Parser<T> = unsafe extern "C" fn(*mut sys::vmm_text, *mut T, usize) -> i32;

/// `None` after the last row.
fn row<T>(read: Result<T, Failure>) -> Option<Result<T, Failure>> {
    match read {
        Err(Failure { status: Status::END, .. }) => None,
        read => Some(read),
    }
}

/// A record that is a whole file.
pub trait Parsed: Record {
    #[doc(hidden)]
    const PARSER: Parser<Self::Raw>;

    /// Reads the file.
    fn parse(bytes: &[u8]) -> Result<Self, Failure> {
        Text::of(bytes).read(Self::PARSER)
    }
}

/// A record that is a row of a file.
pub trait Row: Record {
    #[doc(hidden)]
    const PARSER: Parser<Self::Raw>;

    /// Reads the rows one by one.
    fn rows(bytes: &[u8]) -> Rows<'_, Self> {
        Rows { text: Text::of(bytes), row: PhantomData }
    }
}

/// A record that is filled file by file, from [`Record::FILES`].
pub trait Directory: Record {
    /// Reads one file into the members that it feeds, in any order of files. The other members stay as they are. After
    /// an error, the members of this file are unknown.
    fn read(&mut self, file: File<Self>, bytes: &[u8]) -> Result<(), Failure> {
        let mut text = Text::of(bytes);
        let record = self as *mut Self as *mut c_void;
        // SAFETY: the text is inside the borrowed bytes, and the size is that of the record.
        let status = unsafe { sys::vmm_record_read(&mut text.text, file.id, record, size_of::<Self>()) };
        text.outcome(status)
    }

    /// Reads all files for which `contents` returns bytes.
    fn gather<B: AsRef<[u8]>>(
        mut contents: impl FnMut(File<Self>) -> Option<B>,
        mut failed: impl FnMut(File<Self>, Failure),
    ) -> Self {
        let mut record = Self::default();
        for &file in Self::FILES {
            if let Some(bytes) = contents(file) {
                // Some files may be empty.
                if !bytes.as_ref().is_empty() {
                    record.read(file, bytes.as_ref()).unwrap_or_else(|failure| failed(file, failure));
                }
            }
        }
        record
    }
}

macro_rules! directories {
    ($($record:ident,)*) => {
        $(impl crate::read::Directory for $record {})*
    };
}

macro_rules! readers {
    ($trait:ident: $($record:ident $raw:ident $parser:ident,)*) => {
        $(impl crate::read::$trait for $record {
            const PARSER: unsafe extern "C" fn(*mut crate::sys::vmm_text, *mut crate::sys::$raw, usize) -> i32 =
                crate::sys::$parser;
        })*
    };
}

/// Iterator over the rows of a file. After a malformed row it continues with the next one.
#[derive(Clone, Debug)]
pub struct Rows<'a, T> {
    text: Text<'a>,
    row: PhantomData<T>,
}

impl<T: Row> Iterator for Rows<'_, T> {
    type Item = Result<T, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        row(self.text.read(T::PARSER))
    }
}

/// Iterator over the rows of io.stat, io.max, or a file of blkio: one for each device.
#[derive(Clone, Debug)]
pub struct CgroupIoRows<'a> {
    text: Text<'a>,
    file: File<CgroupIo>,
}

impl CgroupIo {
    /// Reads the rows of a file one by one.
    pub fn rows(file: File<CgroupIo>, bytes: &[u8]) -> CgroupIoRows<'_> {
        CgroupIoRows { text: Text::of(bytes), file }
    }
}

impl Iterator for CgroupIoRows<'_> {
    type Item = Result<CgroupIo, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut record = CgroupIo::default();
        let raw = &mut record as *mut CgroupIo as *mut sys::vmm_cgroup_io;
        // SAFETY: as for the other rows.
        let status = unsafe { sys::vmm_cgroup_io_next(&mut self.text.text, self.file.id, raw, size_of::<CgroupIo>()) };
        row(self.text.outcome(status).map(|()| record))
    }
}

/// A file of a record: one of `enum vmm_file`. Only this record can be read from it.
#[derive(Clone, Copy)]
pub struct File<T> {
    name: &'static str,
    id: u32,
    record: PhantomData<fn() -> T>,
}

impl<T> File<T> {
    pub(crate) const fn new(name: &'static str, id: u32) -> File<T> {
        File { name, id, record: PhantomData }
    }

    /// Path of the file in its directory.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Id of the file in the library: one of `VMM_FILE_*`.
    pub fn id(&self) -> u32 {
        self.id
    }
}

impl<T: Record> File<T> {
    pub(crate) fn named(name: &str) -> Option<File<T>> {
        T::FILES.iter().find(|file| file.name == name).copied()
    }
}

impl<T> PartialEq for File<T> {
    fn eq(&self, other: &File<T>) -> bool {
        self.id == other.id
    }
}

impl<T> Eq for File<T> {}

impl<T> fmt::Debug for File<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name)
    }
}

/// Calls a function of C that needs a NUL at the end of a text. A text that has a NUL, or is too long, is
/// [`Status::ARGUMENT`].
fn with_nul<T>(text: &[u8], call: impl FnOnce(*const u8) -> Result<T, Status>) -> Result<T, Status> {
    // PATH_MAX of Linux.
    let mut bytes = [0; 4096];
    if text.len() >= bytes.len() || text.contains(&0) {
        return Err(Status::ARGUMENT);
    }
    bytes[..text.len()].copy_from_slice(text);
    call(bytes.as_ptr())
}

/// Finds the directory of a process's cgroup for a controller, from the texts of /proc/PID/cgroup and
/// /proc/self/mountinfo; "" is the hierarchy of version 2. The path is written into the buffer; [`Status::SPACE`] if it
/// does not fit.
pub fn cgroup_path<'a>(
    membership: &[u8],
    mounts: &[u8],
    controller: &str,
    buffer: &'a mut [u8],
) -> Result<&'a [u8], Status> {
    let (membership, mounts) = (Text::of(membership), Text::of(mounts));
    let status = with_nul(controller.as_bytes(), |name| {
        // SAFETY: the texts are inside their bytes, the name ends with NUL, and the size is that of the buffer.
        Ok(unsafe {
            let (out, size) = (buffer.as_mut_ptr(), buffer.len());
            sys::vmm_cgroup_path_of(membership.as_ptr(), mounts.as_ptr(), name, out, size, core::ptr::null_mut())
        })
    })?;
    match Status(status) {
        Status::OK => Ok(until_nul(buffer)),
        status => Err(status),
    }
}

/// The part of a cgroup's path, or directory, that is the cgroup of the whole virtual machine: the path without
/// `libvirt/emulator`, for example. `kind` is the content of `cgroup.type`, if it can be read.
pub fn cgroup_scope<'a>(path: &'a [u8], kind: Option<&[u8]>) -> &'a [u8] {
    let kind = kind.map(Text::of);
    // SAFETY: the texts are inside their bytes.
    let length =
        unsafe { sys::vmm_cgroup_scope_of(path.as_ptr(), path.len(), kind.as_ref().map_or(null(), Text::as_ptr)) };
    &path[..length.min(path.len())]
}

/// What a descriptor of a process is, from the text of its link (readlink(2) of /proc/PID/fd/N), and the number of the
/// virtual CPU or of the interface.
pub fn descriptor(link: &[u8]) -> (Descriptor, Option<u64>) {
    let mut number = UNKNOWN;
    // SAFETY: the length is that of the text.
    let what = unsafe { sys::vmm_descriptor_of(link.as_ptr(), link.len(), &mut number) };
    (Descriptor::of(what.into()), (number != UNKNOWN).then_some(number))
}

/// Finds the mount that holds a path, which is absolute and has no symbolic link; `None` if no row of mountinfo holds
/// it.
pub fn mount_of<'a>(mounts: &'a [u8], path: &[u8]) -> Result<Option<Mount<'a>>, Status> {
    let mut raw = Mount::NO_ROW;
    let mounts = Text::of(mounts);
    with_nul(path, |path| {
        // SAFETY: the text is inside its bytes, the path ends with NUL, and the size is that of the struct.
        match Status(unsafe { sys::vmm_mount_of(mounts.as_ptr(), path, &mut raw, size_of::<sys::vmm_mount>()) }) {
            // SAFETY: the spans are inside the borrowed bytes.
            Status::OK => Ok(Some(unsafe { Mount::of(&raw) })),
            Status::END => Ok(None),
            status => Err(status),
        }
    })
}

/// Decodes the octal escapes of a path of mountinfo, such as `\\040`. The path is written into the buffer;
/// [`Status::SPACE`] if it does not fit with a NUL after it.
pub fn unescape<'a>(escaped: &[u8], buffer: &'a mut [u8]) -> Result<&'a [u8], Status> {
    let span = sys::vmm_span { start: escaped.as_ptr(), length: escaped.len() };
    // SAFETY: the lengths are those of the text and of the buffer, which cannot overlap.
    let status = unsafe { sys::vmm_path_unescape(&span, buffer.as_mut_ptr(), buffer.len(), core::ptr::null_mut()) };
    match Status(status) {
        Status::OK => Ok(until_nul(buffer)),
        status => Err(status),
    }
}

/// A row that is pieces of the text.
pub trait View<'a>: Sized {
    #[doc(hidden)]
    type Raw: Copy;
    #[doc(hidden)]
    const NO_ROW: Self::Raw;
    #[doc(hidden)]
    const PARSER: Parser<Self::Raw>;
    /// # Safety
    /// The spans are inside bytes that live for 'a.
    #[doc(hidden)]
    unsafe fn of(raw: &Self::Raw) -> Self;

    /// Reads the rows one by one.
    fn rows(bytes: &'a [u8]) -> Views<'a, Self> {
        Views { text: Text::of(bytes), row: PhantomData }
    }
}

/// Iterator over rows that are pieces of the text. After a malformed row it continues with the next one.
#[derive(Clone, Debug)]
pub struct Views<'a, T> {
    text: Text<'a>,
    row: PhantomData<fn() -> T>,
}

impl<'a, T: View<'a>> Iterator for Views<'a, T> {
    type Item = Result<T, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut raw = T::NO_ROW;
        // SAFETY: the text is inside the borrowed bytes, and the size is that of the struct.
        let status = unsafe { T::PARSER(&mut self.text.text, &mut raw, size_of::<T::Raw>()) };
        // SAFETY: the spans are inside the borrowed bytes.
        row(self.text.outcome(status).map(|()| unsafe { T::of(&raw) }))
    }
}

/// The bytes of a span.
///
/// # Safety
/// The span is inside bytes that live for 'a.
pub(crate) unsafe fn piece<'a>(span: &sys::vmm_span) -> &'a [u8] {
    match span.length {
        0 => &[],
        // SAFETY: as the caller promises.
        length => unsafe { core::slice::from_raw_parts(span.start, length) },
    }
}

pub(crate) const NO_SPAN: sys::vmm_span = sys::vmm_span { start: null(), length: 0 };

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident, $raw:ident { $($(#[$about:meta])* $member:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name<'a> {
            $($(#[$about])* pub $member: &'a [u8],)*
        }

        impl<'a> $name<'a> {
            pub(crate) const NO_ROW: crate::sys::$raw = crate::sys::$raw { $($member: crate::read::NO_SPAN,)* };

            /// # Safety
            /// The spans are inside bytes that live for 'a.
            pub(crate) unsafe fn of(raw: &crate::sys::$raw) -> $name<'a> {
                // SAFETY: as the caller promises.
                unsafe { $name { $($member: crate::read::piece(&raw.$member),)* } }
            }
        }
    )*};
}

macro_rules! view_readers {
    ($($name:ident $raw:ident $parser:ident,)*) => {$(
        impl<'a> crate::read::View<'a> for $name<'a> {
            type Raw = crate::sys::$raw;
            const NO_ROW: Self::Raw = $name::NO_ROW;
            const PARSER: unsafe extern "C" fn(*mut crate::sys::vmm_text, *mut Self::Raw, usize) -> i32 =
                crate::sys::$parser;
            unsafe fn of(raw: &Self::Raw) -> Self {
                // SAFETY: as the caller promises.
                unsafe { $name::of(raw) }
            }
        }
    )*};
}

/// Iterator over keys and values.
#[derive(Clone, Debug)]
pub struct Keys<'a> {
    text: Text<'a>,
    form: KeyForm,
}

/// Reads every key and value of a text, also keys that no record has.
pub fn keys(bytes: &[u8], form: KeyForm) -> Keys<'_> {
    Keys { text: Text::of(bytes), form }
}

impl<'a> Iterator for Keys<'a> {
    type Item = Result<KeyValue<'a>, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut raw = KeyValue::NO_ROW;
        let size = size_of::<sys::vmm_key_value>();
        // SAFETY: the text is inside the borrowed bytes, and the size is that of the struct.
        let status = unsafe { sys::vmm_key_next(&mut self.text.text, self.form as u32, &mut raw, size) };
        // SAFETY: the spans are inside the borrowed bytes.
        row(self.text.outcome(status).map(|()| unsafe { KeyValue::of(&raw) }))
    }
}

/// Parses a file of one value, or the value of a key; a number that is too large is `None`.
pub fn value_of(bytes: &[u8], form: ValueForm) -> Result<Option<Bound>, Failure> {
    let mut text = Text::of(bytes);
    let mut value = UNKNOWN;
    // SAFETY: the text is inside the bytes.
    let status = unsafe { sys::vmm_value_parse(&mut text.text, form as u32, &mut value) };
    text.outcome(status).map(|()| match value {
        UNKNOWN => None,
        UNLIMITED if form == ValueForm::Limit => Some(Bound::Unlimited),
        value => Some(Bound::At(value)),
    })
}
