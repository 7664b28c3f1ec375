//! libvmmetrics, safely. Whatever may be unknown is read by `get()`, which gives an `Option`.
//!
//! The structs are those of the headers. `differences()` compares them, member by member, with what the library that is
//! linked says of itself.

use std::ffi::CStr;
use std::fmt;
use std::marker::PhantomData;
use std::os::raw::{c_char, c_void};

/// An integer member; all ones is unknown.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Integer(u64);

impl Integer {
    pub fn get(self) -> Option<u64> {
        (self.0 != u64::MAX).then_some(self.0)
    }
}

impl Default for Integer {
    fn default() -> Integer {
        Integer(u64::MAX)
    }
}

/// A floating-point member; NaN is unknown.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Real(f64);

impl Real {
    pub fn get(self) -> Option<f64> {
        (!self.0.is_nan()).then_some(self.0)
    }
}

impl Default for Real {
    fn default() -> Real {
        Real(f64::NAN)
    }
}

/// The value of any member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    Integer(Option<u64>),
    Real(Option<f64>),
}

impl From<Integer> for Value {
    fn from(member: Integer) -> Value {
        Value::Integer(member.get())
    }
}

impl From<Real> for Value {
    fn from(member: Real) -> Value {
        Value::Real(member.get())
    }
}

impl Value {
    /// The library's number for the type.
    fn type_number(self) -> u64 {
        match self {
            Value::Integer(_) => 1,
            Value::Real(_) => 2,
        }
    }
}

/// A member of a record, as this program declares it.
pub struct Member {
    pub name: &'static str,
    pub value: Value,
    offset: usize,
}

/// A record: a struct of the library, whose first member says how many bytes of it are valid.
pub trait Record: Copy + Default {
    const ID: u32;
    const NAME: &'static str;
    fn members(&self) -> Vec<Member>;
}

macro_rules! records {
    ($($(#[$doc:meta])* $record:ident, $name:literal, $id:literal { $($member:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[repr(C)]
        #[derive(Clone, Copy, Default)]
        pub struct $record {
            size: u64,
            $(pub $member: $kind,)*
        }

        impl Record for $record {
            const ID: u32 = $id;
            const NAME: &'static str = $name;

            fn members(&self) -> Vec<Member> {
                let start = self as *const Self as usize;
                vec![$(Member {
                    name: stringify!($member),
                    value: self.$member.into(),
                    offset: &self.$member as *const $kind as usize - start,
                },)*]
            }
        }
    )*};
}

records! {
    /// A CPU row of /proc/stat; the total's `id` is unknown.
    Cpu, "cpu", 1 {
        id: Integer,
        user_ticks: Integer,
        nice_ticks: Integer,
        system_ticks: Integer,
        idle_ticks: Integer,
        iowait_ticks: Integer,
        irq_ticks: Integer,
        softirq_ticks: Integer,
        steal_ticks: Integer,
        guest_ticks: Integer,
        guest_nice_ticks: Integer,
    }
    /// How a CPU spent the time between two samples.
    CpuUsage, "cpu_usage", 2 {
        id: Integer,
        total_ticks: Integer,
        user_ratio: Real,
        nice_ratio: Real,
        system_ratio: Real,
        idle_ratio: Real,
        iowait_ratio: Real,
        irq_ratio: Real,
        softirq_ratio: Real,
        steal_ratio: Real,
        guest_ratio: Real,
        guest_nice_ratio: Real,
        busy_cloudwatch_ratio: Real,
        busy_gopsutil_ratio: Real,
        busy_node_exporter_ratio: Real,
    }
    /// /proc/meminfo, in bytes.
    Meminfo, "meminfo", 4 {
        mem_total_bytes: Integer,
        mem_free_bytes: Integer,
        mem_available_bytes: Integer,
        buffers_bytes: Integer,
        cached_bytes: Integer,
        swap_cached_bytes: Integer,
        active_bytes: Integer,
        inactive_bytes: Integer,
        active_anon_bytes: Integer,
        inactive_anon_bytes: Integer,
        active_file_bytes: Integer,
        inactive_file_bytes: Integer,
        unevictable_bytes: Integer,
        mlocked_bytes: Integer,
        swap_total_bytes: Integer,
        swap_free_bytes: Integer,
        zswap_bytes: Integer,
        zswapped_bytes: Integer,
        dirty_bytes: Integer,
        writeback_bytes: Integer,
        anon_pages_bytes: Integer,
        mapped_bytes: Integer,
        shmem_bytes: Integer,
        k_reclaimable_bytes: Integer,
        slab_bytes: Integer,
        s_reclaimable_bytes: Integer,
        s_unreclaim_bytes: Integer,
        kernel_stack_bytes: Integer,
        page_tables_bytes: Integer,
        sec_page_tables_bytes: Integer,
        nfs_unstable_bytes: Integer,
        bounce_bytes: Integer,
        writeback_tmp_bytes: Integer,
        commit_limit_bytes: Integer,
        committed_as_bytes: Integer,
        vmalloc_total_bytes: Integer,
        vmalloc_used_bytes: Integer,
        vmalloc_chunk_bytes: Integer,
        percpu_bytes: Integer,
        hardware_corrupted_bytes: Integer,
        anon_huge_pages_bytes: Integer,
        shmem_huge_pages_bytes: Integer,
        shmem_pmd_mapped_bytes: Integer,
        file_huge_pages_bytes: Integer,
        file_pmd_mapped_bytes: Integer,
        cma_total_bytes: Integer,
        cma_free_bytes: Integer,
        unaccepted_bytes: Integer,
        balloon_bytes: Integer,
        huge_pages_total: Integer,
        huge_pages_free: Integer,
        huge_pages_rsvd: Integer,
        huge_pages_surp: Integer,
        hugepagesize_bytes: Integer,
        hugetlb_bytes: Integer,
        direct_map_4k_bytes: Integer,
        direct_map_2m_bytes: Integer,
        direct_map_1g_bytes: Integer,
        high_total_bytes: Integer,
        high_free_bytes: Integer,
        low_total_bytes: Integer,
        low_free_bytes: Integer,
        mmap_copy_bytes: Integer,
        shadow_call_stack_bytes: Integer,
        quicklists_bytes: Integer,
        early_memtest_bad_bytes: Integer,
        direct_map_64k_bytes: Integer,
        direct_map_1m_bytes: Integer,
        direct_map_4m_bytes: Integer,
        direct_map_2g_bytes: Integer,
        pdt_max_entries: Integer,
        pdt_cur_entries: Integer,
    }
    /// free's numbers.
    MemoryUsage, "memory_usage", 5 {
        total_bytes: Integer,
        free_bytes: Integer,
        shared_bytes: Integer,
        buffers_bytes: Integer,
        cache_bytes: Integer,
        buff_cache_bytes: Integer,
        available_bytes: Integer,
        used_procps4_bytes: Integer,
        used_procps3_bytes: Integer,
        balloon_bytes: Integer,
        used_procps4_without_balloon_bytes: Integer,
        used_procps3_without_balloon_bytes: Integer,
        swap_total_bytes: Integer,
        swap_free_bytes: Integer,
        swap_used_bytes: Integer,
        used_procps4_ratio: Real,
        used_procps3_ratio: Real,
        swap_used_ratio: Real,
    }
}

mod raw {
    use super::{c_char, c_void, Cpu, CpuUsage, Meminfo, MemoryUsage};

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct Text {
        pub pos: *const c_char,
        pub end: *const c_char,
        pub error: *const c_char,
    }

    #[repr(C)]
    pub struct RecordDescription {
        pub size: u64,
        pub name: [u8; 32],
        pub id: u64,
        pub bytes: u64,
        pub fields: u64,
    }

    #[repr(C)]
    pub struct FieldDescription {
        pub size: u64,
        pub name: [u8; 64],
        pub offset: u64,
        pub bytes: u64,
        pub value_type: u64,
        pub unit: u64,
        pub kind: u64,
        pub width: u64,
    }

    extern "C" {
        pub fn vmm_text_of(buffer: *const c_char, length: usize) -> Text;
        pub fn vmm_status_text(status: i32) -> *const c_char;
        pub fn vmm_record_init(record_id: u32, record: *mut c_void, size: usize) -> i32;
        pub fn vmm_record_at(record_id: u32, out: *mut RecordDescription, out_size: usize) -> i32;
        pub fn vmm_field_at(record_id: u32, index: u32, out: *mut FieldDescription, out_size: usize) -> i32;
        pub fn vmm_cpu_next(text: *mut Text, row: *mut Cpu, row_size: usize) -> i32;
        pub fn vmm_cpu_usage_between(before: *const Cpu, after: *const Cpu, out: *mut CpuUsage, out_size: usize)
            -> i32;
        pub fn vmm_meminfo_parse(text: *mut Text, out: *mut Meminfo, out_size: usize) -> i32;
        pub fn vmm_memory_usage_of(memory: *const Meminfo, out: *mut MemoryUsage, out_size: usize) -> i32;
    }
}

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status(i32);

impl Status {
    const OK: Status = Status(0);
    const END: Status = Status(1);

    /// Whether the call was right and there merely is nothing to give.
    pub fn is_no_error(self) -> bool {
        self.0 > 0
    }
}

impl fmt::Display for Status {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // SAFETY: a constant C string for every number.
        let words = unsafe { CStr::from_ptr(raw::vmm_status_text(self.0)) };
        out.write_str(&words.to_string_lossy())
    }
}

/// Text that could not be read, and the offset of the byte that is wrong, if it is a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    pub status: Status,
    pub at: Option<usize>,
}

/// Text that is still to be read.
struct Text<'a> {
    text: raw::Text,
    start: usize,
    bytes: PhantomData<&'a [u8]>,
}

impl<'a> Text<'a> {
    fn of(bytes: &'a [u8]) -> Text<'a> {
        // SAFETY: only computes pointers; the lifetime of this value keeps them good.
        let text = unsafe { raw::vmm_text_of(bytes.as_ptr() as *const c_char, bytes.len()) };
        Text { text, start: bytes.as_ptr() as usize, bytes: PhantomData }
    }

    /// Calls a parser for one record.
    fn read<T: Record>(
        &mut self,
        parser: unsafe extern "C" fn(*mut raw::Text, *mut T, usize) -> i32,
    ) -> Result<T, Failure> {
        let mut record = T::default();
        // SAFETY: the text lies within the bytes that it was made of, and the record has the size that is said.
        match Status(unsafe { parser(&mut self.text, &mut record, std::mem::size_of::<T>()) }) {
            Status::OK => Ok(record),
            status if self.text.error.is_null() => Err(Failure { status, at: None }),
            status => Err(Failure { status, at: Some(self.text.error as usize - self.start) }),
        }
    }
}

/// The CPU rows of /proc/stat, the total first. After a bad row it goes on with the next one.
pub struct CpuRows<'a>(Text<'a>);

pub fn cpu_rows(stat: &[u8]) -> CpuRows<'_> {
    CpuRows(Text::of(stat))
}

impl Iterator for CpuRows<'_> {
    type Item = Result<Cpu, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.0.read(raw::vmm_cpu_next) {
            Err(failure) if failure.status == Status::END => None,
            row => Some(row),
        }
    }
}

/// Reads /proc/meminfo.
pub fn meminfo(bytes: &[u8]) -> Result<Meminfo, Failure> {
    Text::of(bytes).read(raw::vmm_meminfo_parse)
}

fn usage<T: Record>(compute: impl FnOnce(*mut T, usize) -> i32) -> Result<T, Status> {
    let mut out = T::default();
    match Status(compute(&mut out, std::mem::size_of::<T>())) {
        Status::OK => Ok(out),
        status => Err(status),
    }
}

/// What a CPU did between two samples of its row.
pub fn cpu_usage(before: Option<&Cpu>, after: &Cpu) -> Result<CpuUsage, Status> {
    let before = before.map_or(std::ptr::null(), |row| row as *const Cpu);
    // SAFETY: the records are as large as their `size` says, and `before` may be NULL.
    usage(|out, size| unsafe { raw::vmm_cpu_usage_between(before, after, out, size) })
}

/// free's numbers.
pub fn memory_usage(memory: &Meminfo) -> Result<MemoryUsage, Status> {
    // SAFETY: the record is as large as its `size` says.
    usage(|out, size| unsafe { raw::vmm_memory_usage_of(memory, out, size) })
}

/// In what a record that is declared here differs from the library's, in words; nothing if in nothing.
pub fn differences<T: Record>() -> Vec<String> {
    let mut found = Vec::new();
    let bytes = std::mem::size_of::<T>();
    // SAFETY: records and descriptions are numbers and bytes, and as large as is said.
    let (record, initialised, described) = unsafe {
        let mut record: T = std::mem::zeroed();
        let mut described: raw::RecordDescription = std::mem::zeroed();
        let size = std::mem::size_of_val(&described);
        let initialised = raw::vmm_record_init(T::ID, &mut record as *mut T as *mut c_void, bytes);
        let status = raw::vmm_record_at(T::ID, &mut described, size);
        (record, initialised == 0, (status == 0).then_some(described))
    };
    match described {
        Some(described) => {
            if words(&described.name) != T::NAME {
                found.push(format!("record {} is {}, not {}", T::ID, words(&described.name), T::NAME));
            }
            if described.bytes != bytes as u64 {
                found.push(format!("{} has {} bytes, not {}", T::NAME, described.bytes, bytes));
            }
        }
        None => found.push(format!("there is no record {}", T::ID)),
    }

    let mut members = record.members();
    let unknown = |member: &Member| matches!(member.value, Value::Integer(None) | Value::Real(None));
    if !initialised || !members.iter().all(unknown) {
        found.push(format!("{} is not unknown when it is new", T::NAME));
    }
    for index in 0.. {
        // SAFETY: as above.
        let field = unsafe {
            let mut field: raw::FieldDescription = std::mem::zeroed();
            let size = std::mem::size_of_val(&field);
            if raw::vmm_field_at(T::ID, index, &mut field, size) != 0 {
                break;
            }
            field
        };
        let name = words(&field.name);
        match members.iter().position(|member| member.name == name) {
            Some(position) => {
                let member = members.swap_remove(position);
                if member.offset as u64 != field.offset
                    || member.value.type_number() != field.value_type
                    || field.bytes != 8
                {
                    found.push(format!(
                        "{}.{} lies at {}, not {}, or is of another type",
                        T::NAME,
                        name,
                        field.offset,
                        member.offset
                    ));
                }
            }
            None => found.push(format!("{}.{} is missing", T::NAME, name)),
        }
    }
    for member in members {
        found.push(format!("{}.{} is not in the library", T::NAME, member.name));
    }
    found
}

fn words(name: &[u8]) -> String {
    let end = name.iter().position(|&byte| byte == 0).unwrap_or(name.len());
    String::from_utf8_lossy(&name[..end]).into_owned()
}
