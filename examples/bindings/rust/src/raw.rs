// SPDX-License-Identifier: MIT
//! The functions of libvmmetrics as C declares them. Only the rest of the crate makes them safe. build.rs writes those that
//! read a record from a text, and usage.rs has those that take two samples and a time.

use crate::records::*;
use core::ffi::c_void;

/// `struct vmm_text`
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Text {
    pub pos: *const u8,
    pub end: *const u8,
    pub error: *const u8,
}

/// `struct vmm_span`
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Span {
    pub start: *const u8,
    pub length: usize,
}

/// `struct vmm_record_info`
#[cfg(feature = "std")]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct RecordInfo {
    pub size: u64,
    pub name: [u8; 32],
    pub id: u64,
    pub bytes: u64,
    pub members: u64,
}

/// `struct vmm_member_info`
#[repr(C)]
#[derive(Clone, Copy)]
pub struct MemberInfo {
    pub size: u64,
    pub name: [u8; 64],
    pub offset: u64,
    pub bytes: u64,
    pub value_type: u64,
    pub unit: u64,
    pub kind: u64,
    pub width: u64,
}

/// `struct vmm_file_info`
#[cfg(feature = "std")]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct FileInfo {
    pub size: u64,
    pub name: [u8; 64],
    pub id: u64,
}

/// `struct vmm_interval`, the time between two samples and the tick rate.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Time between the samples in nanoseconds, measured with a monotonic clock.
    pub elapsed_ns: i64,
    /// Clock ticks per second: `sysconf(_SC_CLK_TCK)`, 100 on nearly every machine. 0 if unknown.
    pub ticks_per_second: u64,
}

/// `struct vmm_cpus`
#[repr(C)]
pub struct Cpus {
    pub rows: *const Cpu,
    pub count: usize,
    pub row_size: usize,
}

/// `struct vmm_threads`
#[repr(C)]
pub struct Threads {
    pub rows: *const Process,
    pub count: usize,
    pub row_size: usize,
}

/// Reads a record, or the next row.
pub type Parser<T> = unsafe extern "C" fn(*mut Text, *mut T, usize) -> i32;

extern "C" {
    pub fn vmm_text_of(buffer: *const u8, length: usize) -> Text;
    pub fn vmm_status_text(status: i32) -> *const u8;
    #[cfg(feature = "std")]
    pub fn vmm_record_at(record_id: u32, out: *mut RecordInfo, out_size: usize) -> i32;
    pub fn vmm_member_at(record_id: u32, index: u32, out: *mut MemberInfo, out_size: usize) -> i32;
    #[cfg(feature = "std")]
    pub fn vmm_file_at(record_id: u32, index: u32, out: *mut FileInfo, out_size: usize) -> i32;

    pub fn vmm_record_read(text: *mut Text, file: u32, record: *mut c_void, record_size: usize) -> i32;
    pub fn vmm_record_same(before: *const c_void, after: *const c_void) -> i32;
    pub fn vmm_record_growth(before: *const c_void, after: *const c_void, out: *mut c_void, out_size: usize) -> i32;

    pub fn vmm_cgroup_io_next(text: *mut Text, file: u32, row: *mut CgroupIo, row_size: usize) -> i32;
    pub fn vmm_key_next(text: *mut Text, form: u32, row: *mut [Span; 2], row_size: usize) -> i32;
    pub fn vmm_cgroup_path_of(
        membership: *const Text,
        mounts: *const Text,
        controller: *const u8,
        buffer: *mut u8,
        buffer_size: usize,
        needed: *mut usize,
    ) -> i32;
    pub fn vmm_value_parse(text: *mut Text, form: u32, value: *mut u64) -> i32;

    pub fn vmm_memory_usage_of(memory: *const Meminfo, out: *mut MemoryUsage, out_size: usize) -> i32;
    pub fn vmm_filesystem_usage_of(from: *const Filesystem, out: *mut FilesystemUsage, out_size: usize) -> i32;
    pub fn vmm_net_guest_view_of(net: *const Net, out: *mut Net, out_size: usize) -> i32;
    pub fn vmm_cgroup_memory_usage_of(
        cgroup: *const Cgroup,
        memory: *const CgroupMemory,
        limit_bytes: u64,
        out: *mut CgroupMemoryUsage,
        out_size: usize,
    ) -> i32;
    pub fn vmm_cpu_usage_between(before: *const Cpu, after: *const Cpu, out: *mut CpuUsage, out_size: usize) -> i32;
    pub fn vmm_process_usage_between(
        before: *const Process,
        after: *const Process,
        interval: *const Interval,
        out: *mut ProcessUsage,
        out_size: usize,
    ) -> i32;
    pub fn vmm_cpus_usage_between(
        before: *const Cpus,
        after: *const Cpus,
        interval: *const Interval,
        out: *mut CpuUsage,
        out_size: usize,
    ) -> i32;
    pub fn vmm_threads_usage_between(
        before: *const Threads,
        after: *const Threads,
        process: *const ProcessUsage,
        elapsed_ns: i64,
        out: *mut ThreadsUsage,
        out_size: usize,
    ) -> i32;
}
