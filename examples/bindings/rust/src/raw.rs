// SPDX-License-Identifier: MIT
//! The functions of libvmmetrics as C has them. Nothing here is safe by itself; the rest of the crate is.

use crate::records::*;

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

/// `struct vmm_record`
#[cfg(feature = "std")]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct RecordDescription {
    pub size: u64,
    pub name: [u8; 32],
    pub id: u64,
    pub bytes: u64,
    pub fields: u64,
}

/// `struct vmm_field`
#[repr(C)]
#[derive(Clone, Copy)]
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

/// `struct vmm_file`
#[repr(C)]
#[derive(Clone, Copy)]
pub struct FileDescription {
    pub size: u64,
    pub name: [u8; 64],
    pub id: u64,
}

/// Reads a record, or the next row.
pub type Parser<T> = unsafe extern "C" fn(*mut Text, *mut T, usize) -> i32;
/// Reads one file of several.
pub type FileParser<T> = unsafe extern "C" fn(u32, *mut Text, *mut T, usize) -> i32;

extern "C" {
    pub fn vmm_text_of(buffer: *const u8, length: usize) -> Text;
    pub fn vmm_status_text(status: i32) -> *const u8;
    #[cfg(feature = "std")]
    pub fn vmm_record_at(record_id: u32, out: *mut RecordDescription, out_size: usize) -> i32;
    pub fn vmm_field_at(record_id: u32, index: u32, out: *mut FieldDescription, out_size: usize) -> i32;
    pub fn vmm_file_at(record_id: u32, index: u32, out: *mut FileDescription, out_size: usize) -> i32;
    pub fn vmm_file_find(record_id: u32, name: *const u8, length: usize) -> u32;

    pub fn vmm_cpu_next(text: *mut Text, row: *mut Cpu, row_size: usize) -> i32;
    pub fn vmm_stat_parse(text: *mut Text, out: *mut Stat, out_size: usize) -> i32;
    pub fn vmm_meminfo_parse(text: *mut Text, out: *mut Meminfo, out_size: usize) -> i32;
    pub fn vmm_vmstat_parse(text: *mut Text, out: *mut Vmstat, out_size: usize) -> i32;
    pub fn vmm_pressure_parse(text: *mut Text, out: *mut Pressure, out_size: usize) -> i32;
    pub fn vmm_cgroup_memory_parse(text: *mut Text, out: *mut CgroupMemory, out_size: usize) -> i32;
    pub fn vmm_balloon_parse(text: *mut Text, out: *mut Balloon, out_size: usize) -> i32;
    pub fn vmm_hypervisor_parse(text: *mut Text, out: *mut Hypervisor, out_size: usize) -> i32;
    pub fn vmm_net_next(text: *mut Text, row: *mut Net, row_size: usize) -> i32;
    pub fn vmm_disk_next(text: *mut Text, row: *mut Disk, row_size: usize) -> i32;
    pub fn vmm_socket_next(text: *mut Text, row: *mut Socket, row_size: usize) -> i32;
    pub fn vmm_hypervisor_device_next(text: *mut Text, row: *mut HypervisorDevice, row_size: usize) -> i32;
    pub fn vmm_cgroup_io_next(file_id: u32, text: *mut Text, row: *mut CgroupIo, row_size: usize) -> i32;
    pub fn vmm_key_next(text: *mut Text, shape: u32, row: *mut [Span; 2], row_size: usize) -> i32;
    pub fn vmm_cgroup_path(
        membership: *const Text,
        mounts: *const Text,
        controller: *const u8,
        buffer: *mut u8,
        buffer_size: usize,
    ) -> i32;
    pub fn vmm_value_parse(text: *mut Text, kind: u32, value: *mut u64) -> i32;

    pub fn vmm_cgroup_read(file_id: u32, text: *mut Text, out: *mut Cgroup, out_size: usize) -> i32;
    pub fn vmm_process_read(file_id: u32, text: *mut Text, out: *mut Process, out_size: usize) -> i32;
    pub fn vmm_system_read(file_id: u32, text: *mut Text, out: *mut System, out_size: usize) -> i32;
    pub fn vmm_net_read(file_id: u32, text: *mut Text, out: *mut Net, out_size: usize) -> i32;
    pub fn vmm_disk_read(file_id: u32, text: *mut Text, out: *mut Disk, out_size: usize) -> i32;

    pub fn vmm_memory_usage_of(memory: *const Meminfo, out: *mut MemoryUsage, out_size: usize) -> i32;
    pub fn vmm_filesystem_usage_of(from: *const Filesystem, out: *mut FilesystemUsage, out_size: usize) -> i32;
    pub fn vmm_net_guest_view(net: *const Net, out: *mut Net, out_size: usize) -> i32;
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
        elapsed_ns: i64,
        ticks_per_second: u64,
        out: *mut ProcessUsage,
        out_size: usize,
    ) -> i32;
    pub fn vmm_threads_usage_between(
        before: *const Process,
        before_count: usize,
        after: *const Process,
        after_count: usize,
        row_size: usize,
        elapsed_ns: i64,
        out: *mut ThreadsUsage,
        out_size: usize,
    ) -> i32;
}

macro_rules! between {
    ($($function:ident: $record:ident, $usage:ident;)*) => {
        extern "C" {
            $(pub fn $function(
                before: *const $record,
                after: *const $record,
                elapsed_ns: i64,
                out: *mut $usage,
                out_size: usize,
            ) -> i32;)*
        }
    };
}

between! {
    vmm_pressure_usage_between: Pressure, PressureUsage;
    vmm_cgroup_usage_between: Cgroup, CgroupUsage;
    vmm_cgroup_io_rate_between: CgroupIo, CgroupIoRate;
    vmm_net_rate_between: Net, NetRate;
    vmm_disk_rate_between: Disk, DiskRate;
    vmm_hypervisor_device_rate_between: HypervisorDevice, HypervisorDeviceRate;
}
