// SPDX-License-Identifier: MIT
//! Readers of text.

use crate::describe::Record;
use crate::raw;
use crate::records::*;
use crate::status::{Failure, Status};
use crate::value::{until_nul, Bound, UNKNOWN, UNLIMITED};
use core::ffi::c_void;
use core::marker::PhantomData;
use core::mem::size_of;

/// The text that remains to be read.
#[derive(Clone, Copy)]
struct Text<'a> {
    text: raw::Text,
    bytes: PhantomData<&'a [u8]>,
    start: usize,
}

// SAFETY: the pointers point into borrowed bytes, and the library never writes to them.
unsafe impl Send for Text<'_> {}

impl<'a> Text<'a> {
    fn of(bytes: &'a [u8]) -> Text<'a> {
        // SAFETY: the function only computes pointers; the lifetime of this value keeps them valid.
        let text = unsafe { raw::vmm_text_of(bytes.as_ptr(), bytes.len()) };
        Text { text, bytes: PhantomData, start: bytes.as_ptr() as usize }
    }

    /// The result of a call, from its status.
    fn outcome(&self, status: i32) -> Result<(), Failure> {
        if status == Status::OK.0 {
            return Ok(());
        }
        let error = self.text.error as usize;
        Err(Failure { status: Status(status), at: (error != 0).then(|| error - self.start) })
    }

    fn read<T: Record>(&mut self, parser: raw::Parser<T>) -> Result<T, Failure> {
        let mut record = T::default();
        // SAFETY: the text is inside the borrowed bytes, and the size is that of the record.
        let status = unsafe { parser(&mut self.text, &mut record, size_of::<T>()) };
        self.outcome(status).map(|()| record)
    }
}

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
    const PARSER: raw::Parser<Self>;

    /// Reads the file.
    fn parse(bytes: &[u8]) -> Result<Self, Failure> {
        Text::of(bytes).read(Self::PARSER)
    }
}

/// A record that is a row of a file.
pub trait Row: Record {
    #[doc(hidden)]
    const PARSER: raw::Parser<Self>;

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
        let status = unsafe { raw::vmm_record_read(&mut text.text, file.id, record, size_of::<Self>()) };
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

impl Directory for Cgroup {}
impl Directory for CgroupMemory {}
impl Directory for Process {}
impl Directory for System {}
impl Directory for Net {}
impl Directory for Disk {}

macro_rules! readers {
    ($trait:ident: $($record:ident $parser:ident,)*) => {
        extern "C" {
            $(fn $parser(text: *mut crate::raw::Text, out: *mut $record, out_size: usize) -> i32;)*
        }
        $(impl crate::read::$trait for $record {
            const PARSER: crate::raw::Parser<Self> = $parser;
        })*
    };
}

/// Iterator over the rows of a file. After a malformed row it continues with the next one.
#[derive(Clone)]
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
#[derive(Clone)]
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
        // SAFETY: as for the other rows.
        let status =
            unsafe { raw::vmm_cgroup_io_next(&mut self.text.text, self.file.id, &mut record, size_of::<CgroupIo>()) };
        row(self.text.outcome(status).map(|()| record))
    }
}

/// A file of a record: one of `enum vmm_file`. Only this record can be read from it.
#[derive(Clone, Copy)]
pub struct File<T> {
    name: &'static str,
    id: u32,
    record: PhantomData<T>,
}

impl<T> File<T> {
    pub(crate) const fn new(name: &'static str, id: u32) -> File<T> {
        File { name, id, record: PhantomData }
    }

    /// Path of the file in its directory.
    pub fn name(&self) -> &'static str {
        self.name
    }

    #[cfg(feature = "std")]
    pub(crate) fn id(&self) -> u32 {
        self.id
    }
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
    let mut name = [0; 64];
    // C needs a NUL at the end of the name, and none in it.
    if controller.len() >= name.len() || controller.contains('\0') {
        return Err(Status::ARGUMENT);
    }
    name[..controller.len()].copy_from_slice(controller.as_bytes());
    // SAFETY: the texts are inside their bytes, the name ends with NUL, and the size is that of the buffer.
    let status = unsafe {
        raw::vmm_cgroup_path_of(
            &membership.text,
            &mounts.text,
            name.as_ptr(),
            buffer.as_mut_ptr(),
            buffer.len(),
            core::ptr::null_mut(),
        )
    };
    match Status(status) {
        Status::OK => Ok(until_nul(buffer)),
        status => Err(status),
    }
}

/// Layout of keys and values in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyForm {
    /// One key and value per line.
    Lines = 1,
    /// Words such as `key=value`.
    Pairs = 2,
    /// The members of a JSON object.
    Json = 3,
    /// Two lines: names, and their values in the next line.
    PairedLines = 4,
}

/// A key and its value, spelled as in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyValue<'a> {
    /// The key; never empty.
    pub key: &'a [u8],
    /// The value; may be empty. [`value_of`] parses a number.
    pub value: &'a [u8],
}

/// Iterator over keys and values.
#[derive(Clone)]
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
        let mut spans = [raw::Span { start: core::ptr::null(), length: 0 }; 2];
        // SAFETY: as for records; the struct is two spans.
        let status = unsafe {
            raw::vmm_key_next(&mut self.text.text, self.form as u32, &mut spans, size_of::<[raw::Span; 2]>())
        };
        row(self.text.outcome(status).map(|()| {
            let [key, value] = spans.map(|span| match span.length {
                0 => &[][..],
                // SAFETY: a span is inside the borrowed bytes, which live for 'a.
                length => unsafe { core::slice::from_raw_parts(span.start, length) },
            });
            KeyValue { key, value }
        }))
    }
}

/// Format of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueForm {
    /// A decimal number.
    Number = 1,
    /// A decimal number, or `max`.
    Limit = 2,
    /// A hexadecimal number.
    Hexadecimal = 3,
    /// A decimal number followed by ` kB`; the result is in bytes.
    Kilobytes = 4,
    /// A list of ranges such as `0-3,7`; the result is the count of numbers.
    List = 5,
}

/// Parses a file of one value, or the value of a key; a number that is too large is `None`.
pub fn value_of(bytes: &[u8], form: ValueForm) -> Result<Option<Bound>, Failure> {
    let mut text = Text::of(bytes);
    let mut value = UNKNOWN;
    // SAFETY: the text is inside the bytes.
    let status = unsafe { raw::vmm_value_parse(&mut text.text, form as u32, &mut value) };
    text.outcome(status).map(|()| match value {
        UNKNOWN => None,
        UNLIMITED if form == ValueForm::Limit => Some(Bound::Unlimited),
        value => Some(Bound::At(value)),
    })
}
