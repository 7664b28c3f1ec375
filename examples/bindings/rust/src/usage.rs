// SPDX-License-Identifier: MIT
//! Calculations on one record or two.

use crate::describe::Record;
use crate::raw::{self, Interval};
use crate::records::*;
use crate::status::Status;
use crate::value::{Bound, UNKNOWN, UNLIMITED};
use core::ffi::c_void;
use core::mem::size_of;
use core::ptr::null;

fn usage<T: Record>(compute: impl FnOnce(*mut T, usize) -> i32) -> Result<T, Status> {
    let mut out = T::default();
    match Status(compute(&mut out, size_of::<T>())) {
        Status::OK => Ok(out),
        status => Err(status),
    }
}

fn pointer<T>(record: Option<&T>) -> *const T {
    record.map_or(null(), |record| record as *const T)
}

// SAFETY of all functions below: the `size` of a record is never more than its real size; NULL stands for a missing
// record; and the output has the size that `usage` passes.

/// Whether two records describe the same object, by their members of kind identity; `None` if no identity is known in
/// both.
pub fn same<T: Record>(before: &T, after: &T) -> Option<bool> {
    let (before, after): (*const T, *const T) = (before, after);
    match Status(unsafe { raw::vmm_record_same(before as *const c_void, after as *const c_void) }) {
        Status::OK => Some(true),
        Status::RESET => Some(false),
        _ => None,
    }
}

/// Growth of every counter between two samples of any record. All other members are those of the later sample.
pub fn growth<T: Record>(before: Option<&T>, after: &T) -> Result<T, Status> {
    let (before, after): (*const T, *const T) = (pointer(before), after);
    usage(|out: *mut T, size| unsafe {
        raw::vmm_record_growth(before as *const c_void, after as *const c_void, out as *mut c_void, size)
    })
}

/// Shares of the time that a CPU spent in each state between two samples.
pub fn cpu_usage(before: Option<&Cpu>, after: &Cpu) -> Result<CpuUsage, Status> {
    usage(|out, size| unsafe { raw::vmm_cpu_usage_between(pointer(before), after, out, size) })
}

/// Shares of the time that the machine spent in each state, from all rows of both samples. Without an interval, the time
/// that a CPU gained is not compared with the time that has passed.
pub fn cpus_usage(before: &[Cpu], after: &[Cpu], interval: Option<&Interval>) -> Result<CpuUsage, Status> {
    let sample = |rows: &[Cpu]| raw::Cpus { rows: rows.as_ptr(), count: rows.len(), row_size: size_of::<Cpu>() };
    let interval = interval.map_or(null(), |interval| interval as *const Interval);
    usage(|out, size| unsafe { raw::vmm_cpus_usage_between(&sample(before), &sample(after), interval, out, size) })
}

/// Use of memory, as `free` and others define it.
pub fn memory_usage(memory: &Meminfo) -> Result<MemoryUsage, Status> {
    usage(|out, size| unsafe { raw::vmm_memory_usage_of(memory, out, size) })
}

/// Use of a file system. The caller fills the input from statvfs(2).
pub fn filesystem_usage(filesystem: &Filesystem) -> Result<FilesystemUsage, Status> {
    usage(|out, size| unsafe { raw::vmm_filesystem_usage_of(filesystem, out, size) })
}

/// Counters of a TAP device from the guest's side: what the host received, the guest sent.
pub fn net_guest_view(net: &Net) -> Result<Net, Status> {
    usage(|out, size| unsafe { raw::vmm_net_guest_view_of(net, out, size) })
}

/// Use of a cgroup's memory. `limit` is the smallest limit of its ancestors, if the caller knows it; a limit of 0 is
/// invalid.
pub fn cgroup_memory_usage(
    cgroup: &Cgroup,
    memory: Option<&CgroupMemory>,
    limit: Option<Bound>,
) -> Result<CgroupMemoryUsage, Status> {
    let limit = match limit {
        None => UNKNOWN,
        Some(Bound::Unlimited) => UNLIMITED,
        Some(Bound::At(bytes)) => bytes,
    };
    usage(|out, size| unsafe { raw::vmm_cgroup_memory_usage_of(cgroup, pointer(memory), limit, out, size) })
}

/// CPUs used, faults and I/O of a process between two samples.
pub fn process_usage(before: Option<&Process>, after: &Process, interval: &Interval) -> Result<ProcessUsage, Status> {
    usage(|out, size| unsafe { raw::vmm_process_usage_between(pointer(before), after, interval, out, size) })
}

/// Use of CPU by the threads of a process between two samples, each in any order. `process` is the usage of the process
/// over the same time, if the caller knows it.
pub fn threads_usage(
    before: &[Process],
    after: &[Process],
    process: Option<&ProcessUsage>,
    elapsed_ns: i64,
) -> Result<ThreadsUsage, Status> {
    let sample =
        |rows: &[Process]| raw::Threads { rows: rows.as_ptr(), count: rows.len(), row_size: size_of::<Process>() };
    let process = pointer(process);
    usage(|out, size| unsafe {
        raw::vmm_threads_usage_between(&sample(before), &sample(after), process, elapsed_ns, out, size)
    })
}

macro_rules! between {
    ($($(#[$doc:meta])* $name:ident $function:ident: $record:ident, $usage:ident;)*) => {
        extern "C" {
            $(fn $function(
                before: *const $record,
                after: *const $record,
                elapsed_ns: i64,
                out: *mut $usage,
                out_size: usize,
            ) -> i32;)*
        }
        $($(#[$doc])*
        pub fn $name(before: Option<&$record>, after: &$record, elapsed_ns: i64) -> Result<$usage, Status> {
            usage(|out, size| unsafe { $function(pointer(before), after, elapsed_ns, out, size) })
        })*
    };
}

between! {
    /// Shares of the time between two samples in which tasks were stalled.
    pressure_usage vmm_pressure_usage_between: Pressure, PressureUsage;
    /// CPUs used, throttling and events of a cgroup between two samples.
    cgroup_usage vmm_cgroup_usage_between: Cgroup, CgroupUsage;
    /// I/O of a cgroup on one device per second.
    cgroup_io_usage vmm_cgroup_io_usage_between: CgroupIo, CgroupIoUsage;
    /// Traffic of an interface per second.
    net_usage vmm_net_usage_between: Net, NetUsage;
    /// Retransmissions, drops and errors of TCP and UDP per second.
    protocols_usage vmm_protocols_usage_between: Protocols, ProtocolsUsage;
    /// I/O of a disk per second, and the other numbers of `iostat -x`.
    disk_usage vmm_disk_usage_between: Disk, DiskUsage;
    /// Traffic of a virtual machine's device per second.
    hypervisor_device_usage vmm_hypervisor_device_usage_between: HypervisorDevice, HypervisorDeviceUsage;
}
