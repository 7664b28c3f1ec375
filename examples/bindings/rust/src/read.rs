// SPDX-License-Identifier: MIT
//! From text to records.

use crate::describe::Record;
use crate::raw;
use crate::records::*;
use crate::status::{Failure, Status};
use crate::value::{until_nul, Bound, UNKNOWN, UNLIMITED};
use core::marker::PhantomData;
use core::mem::size_of;

/// Text that is still to be read.
#[derive(Clone, Copy)]
struct Text<'a> {
    text: raw::Text,
    bytes: PhantomData<&'a [u8]>,
    start: usize,
}

// SAFETY: it is a place in bytes that are borrowed and that nobody writes to.
unsafe impl Send for Text<'_> {}

impl<'a> Text<'a> {
    fn of(bytes: &'a [u8]) -> Text<'a> {
        // SAFETY: only computes pointers; the lifetime of this value keeps them good.
        let text = unsafe { raw::vmm_text_of(bytes.as_ptr(), bytes.len()) };
        Text { text, bytes: PhantomData, start: bytes.as_ptr() as usize }
    }

    /// What a status of the call that was just made means.
    fn outcome(&self, status: i32) -> Result<(), Failure> {
        if status == Status::OK.0 {
            return Ok(());
        }
        let error = self.text.error as usize;
        Err(Failure { status: Status(status), at: (error != 0).then(|| error - self.start) })
    }

    fn read<T: Record>(&mut self, parser: raw::Parser<T>) -> Result<T, Failure> {
        let mut record = T::default();
        // SAFETY: the text lies within the bytes that it was made of, and the record has the size that is said.
        let status = unsafe { parser(&mut self.text, &mut record, size_of::<T>()) };
        self.outcome(status).map(|()| record)
    }

    fn read_file<T: Record>(&mut self, file: u32, parser: raw::FileParser<T>, out: &mut T) -> Result<(), Failure> {
        // SAFETY: as above.
        let status = unsafe { parser(file, &mut self.text, out, size_of::<T>()) };
        self.outcome(status)
    }
}

/// Nothing where there are no more rows.
fn row<T>(read: Result<T, Failure>) -> Option<Result<T, Failure>> {
    match read {
        // What is wrong with an argument will not get better.
        Err(Failure { status: Status::END, .. }) | Err(Failure { status: Status::ARGUMENT, .. }) => None,
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

    /// Reads the rows, one by one.
    fn rows(bytes: &[u8]) -> Rows<'_, Self> {
        Rows { text: Text::of(bytes), row: PhantomData }
    }
}

/// A record that several files of a directory make.
pub trait Directory: Record {
    #[doc(hidden)]
    const PARSER: raw::FileParser<Self>;

    /// Reads one of the [`files`], in any order. What the others said stays; on an error, what this one says becomes
    /// unknown.
    fn read(&mut self, file: &File, bytes: &[u8]) -> Result<(), Failure> {
        Text::of(bytes).read_file(file.id, Self::PARSER, self)
    }

    /// Reads all files that `contents` gives.
    fn gather<B: AsRef<[u8]>>(
        mut contents: impl FnMut(&File) -> Option<B>,
        mut failed: impl FnMut(&File, Failure),
    ) -> Self {
        let mut record = Self::default();
        for file in files::<Self>() {
            if let Some(bytes) = contents(&file) {
                // Some files that are there have nothing to say.
                if !bytes.as_ref().is_empty() {
                    record.read(&file, bytes.as_ref()).unwrap_or_else(|failure| failed(&file, failure));
                }
            }
        }
        record
    }
}

macro_rules! readers {
    ($trait:ident: $($record:ident $parser:ident,)*) => {
        $(impl $trait for $record {
            const PARSER: readers!(@ $trait) = raw::$parser;
        })*
    };
    (@ Directory) => { raw::FileParser<Self> };
    (@ $trait:ident) => { raw::Parser<Self> };
}

readers! { Parsed:
    Stat vmm_stat_parse,
    Meminfo vmm_meminfo_parse,
    Vmstat vmm_vmstat_parse,
    Pressure vmm_pressure_parse,
    CgroupMemory vmm_cgroup_memory_parse,
    Balloon vmm_balloon_parse,
}
readers! { Row:
    Cpu vmm_cpu_next,
    Net vmm_net_next,
    Disk vmm_disk_next,
    Socket vmm_socket_next,
    Hypervisor vmm_hypervisor_parse,
    HypervisorDevice vmm_hypervisor_device_next,
}
readers! { Directory:
    Cgroup vmm_cgroup_read,
    Process vmm_process_read,
    System vmm_system_read,
    Net vmm_net_read,
    Disk vmm_disk_read,
}

/// The rows of a file. After a bad row it goes on with the next one.
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

/// The rows of io.stat, io.max, or a file of blkio: one for each device.
#[derive(Clone)]
pub struct CgroupIoRows<'a> {
    text: Text<'a>,
    file: u32,
}

impl CgroupIo {
    /// Reads the rows of a file with this name, one of the [`files`].
    pub fn rows<'a>(name: &str, bytes: &'a [u8]) -> CgroupIoRows<'a> {
        // SAFETY: the name is as long as is said.
        let file = unsafe { raw::vmm_file_find(CgroupIo::ID, name.as_ptr(), name.len()) };
        CgroupIoRows { text: Text::of(bytes), file }
    }
}

impl Iterator for CgroupIoRows<'_> {
    type Item = Result<CgroupIo, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut record = CgroupIo::default();
        row(self.text.read_file(self.file, raw::vmm_cgroup_io_next, &mut record).map(|()| record))
    }
}

/// A file that a record is read from.
#[derive(Clone, Copy)]
pub struct File {
    name: [u8; 64],
    id: u32,
}

impl File {
    /// Its path in the directory.
    pub fn name(&self) -> &str {
        core::str::from_utf8(until_nul(&self.name)).unwrap_or("?")
    }
}

/// The files that a record is read from.
pub struct Files {
    record_id: u32,
    index: u32,
}

/// The files that a record is read from, if those are several.
pub fn files<T: Record>() -> Files {
    Files { record_id: T::ID, index: 0 }
}

impl Iterator for Files {
    type Item = File;

    fn next(&mut self) -> Option<File> {
        // SAFETY: a description is numbers and bytes, and as large as is said.
        let described = unsafe {
            let mut described: raw::FileDescription = core::mem::zeroed();
            let size = size_of::<raw::FileDescription>();
            (raw::vmm_file_at(self.record_id, self.index, &mut described, size) == 0).then_some(described)?
        };
        self.index += 1;
        Some(File { name: described.name, id: described.id as u32 })
    }
}

/// The directory of a process's cgroup that has a controller, from the texts of /proc/PID/cgroup and /proc/self/mountinfo;
/// the controller "" is version 2's hierarchy. The path is put into the buffer.
pub fn cgroup_path<'a>(
    membership: &[u8],
    mounts: &[u8],
    controller: &str,
    buffer: &'a mut [u8],
) -> Result<&'a [u8], Status> {
    let (membership, mounts) = (Text::of(membership), Text::of(mounts));
    let mut name = [0; 64];
    // C wants a NUL behind it, and none in it.
    if controller.len() >= name.len() || controller.contains('\0') {
        return Err(Status::ARGUMENT);
    }
    name[..controller.len()].copy_from_slice(controller.as_bytes());
    // SAFETY: the texts lie within their bytes, the name ends with NUL, and the buffer is as large as is said.
    let status = unsafe {
        raw::vmm_cgroup_path(&membership.text, &mounts.text, name.as_ptr(), buffer.as_mut_ptr(), buffer.len())
    };
    match Status(status) {
        Status::OK => Ok(until_nul(buffer)),
        status => Err(status),
    }
}

/// How keys and values stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyShape {
    /// A line each.
    Lines = 1,
    /// Words of the form key=value.
    Pairs = 2,
    /// The members of a JSON object.
    Json = 3,
}

/// A key and its value, as they stand in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyValue<'a> {
    /// Never empty.
    pub key: &'a [u8],
    /// Maybe empty; [`value_of`] makes it a number.
    pub value: &'a [u8],
}

/// Keys and values.
#[derive(Clone)]
pub struct Keys<'a> {
    text: Text<'a>,
    shape: KeyShape,
}

/// Every key and value of a text, also those that the library has no record for.
pub fn keys(bytes: &[u8], shape: KeyShape) -> Keys<'_> {
    Keys { text: Text::of(bytes), shape }
}

impl<'a> Iterator for Keys<'a> {
    type Item = Result<KeyValue<'a>, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut spans = [raw::Span { start: core::ptr::null(), length: 0 }; 2];
        // SAFETY: as for records; the struct is two spans.
        let status = unsafe {
            raw::vmm_key_next(&mut self.text.text, self.shape as u32, &mut spans, size_of::<[raw::Span; 2]>())
        };
        row(self.text.outcome(status).map(|()| {
            let [key, value] = spans.map(|span| match span.length {
                0 => &[][..],
                // SAFETY: a span lies within the bytes that the text was made of, which live for 'a.
                length => unsafe { core::slice::from_raw_parts(span.start, length) },
            });
            KeyValue { key, value }
        }))
    }
}

/// What a value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A decimal number.
    Number = 1,
    /// A decimal number, or `max`.
    Limit = 2,
    /// A hexadecimal number.
    Hexadecimal = 3,
    /// A decimal number and ` kB`; becomes bytes.
    Kilobytes = 4,
    /// A list of ranges; becomes how many numbers it names.
    List = 5,
}

/// Reads a file of one value, or the value of a key; a number that does not fit is `None`.
pub fn value_of(bytes: &[u8], kind: ValueKind) -> Result<Option<Bound>, Failure> {
    let mut text = Text::of(bytes);
    let mut value = UNKNOWN;
    // SAFETY: the text lies within the bytes.
    let status = unsafe { raw::vmm_value_parse(&mut text.text, kind as u32, &mut value) };
    text.outcome(status).map(|()| match value {
        UNKNOWN => None,
        UNLIMITED if kind == ValueKind::Limit => Some(Bound::Unlimited),
        value => Some(Bound::At(value)),
    })
}
