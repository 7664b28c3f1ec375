// SPDX-License-Identifier: MIT
//! What follows from records.

use crate::describe::Record;
use crate::raw;
use crate::records::*;
use crate::status::Status;
use crate::value::{Bound, UNKNOWN, UNLIMITED};
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

// SAFETY of all that follows: a record is as large as its `size` says, at most; NULL is an earlier sample, or an input, that
// there is not; and the output has the size that `usage` says.

/// How a CPU spent the time between two samples of its row.
pub fn cpu_usage(before: Option<&Cpu>, after: &Cpu) -> Result<CpuUsage, Status> {
    usage(|out, size| unsafe { raw::vmm_cpu_usage_between(pointer(before), after, out, size) })
}

/// free's numbers.
pub fn memory_usage(memory: &Meminfo) -> Result<MemoryUsage, Status> {
    usage(|out, size| unsafe { raw::vmm_memory_usage_of(memory, out, size) })
}

/// How much of a file system is used, from what statvfs(2) says, which the caller fills in.
pub fn filesystem_usage(filesystem: &Filesystem) -> Result<FilesystemUsage, Status> {
    usage(|out, size| unsafe { raw::vmm_filesystem_usage_of(filesystem, out, size) })
}

/// A host's interface as the guest behind it sees it.
pub fn net_guest_view(net: &Net) -> Result<Net, Status> {
    usage(|out, size| unsafe { raw::vmm_net_guest_view(net, out, size) })
}

/// How much of a cgroup's memory is in use. `limit` is the smallest of the cgroups above it, if the caller knows.
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
pub fn process_usage(
    before: Option<&Process>,
    after: &Process,
    elapsed_ns: i64,
    ticks_per_second: u64,
) -> Result<ProcessUsage, Status> {
    usage(|out, size| unsafe {
        raw::vmm_process_usage_between(pointer(before), after, elapsed_ns, ticks_per_second, out, size)
    })
}

/// What the threads of a process did between two samples, each in ascending order of its threads' numbers.
pub fn threads_usage(before: &[Process], after: &[Process], elapsed_ns: i64) -> Result<ThreadsUsage, Status> {
    usage(|out, size| unsafe {
        raw::vmm_threads_usage_between(
            before.as_ptr(),
            before.len(),
            after.as_ptr(),
            after.len(),
            size_of::<Process>(),
            elapsed_ns,
            out,
            size,
        )
    })
}

macro_rules! between {
    ($($(#[$doc:meta])* $name:ident $function:ident: $record:ident, $usage:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name(before: Option<&$record>, after: &$record, elapsed_ns: i64) -> Result<$usage, Status> {
            usage(|out, size| unsafe { raw::$function(pointer(before), after, elapsed_ns, out, size) })
        }
    )*};
}

between! {
    /// Which share of the time between two samples was stalled.
    pressure_usage vmm_pressure_usage_between: Pressure, PressureUsage;
    /// CPUs used, throttling and events of a cgroup between two samples.
    cgroup_usage vmm_cgroup_usage_between: Cgroup, CgroupUsage;
    /// A cgroup's I/O with a device, a second.
    cgroup_io_rate vmm_cgroup_io_rate_between: CgroupIo, CgroupIoRate;
    /// Traffic of an interface, a second.
    net_rate vmm_net_rate_between: Net, NetRate;
    /// iostat's numbers.
    disk_rate vmm_disk_rate_between: Disk, DiskRate;
    /// Traffic of a virtual machine's device, a second.
    hypervisor_device_rate vmm_hypervisor_device_rate_between: HypervisorDevice, HypervisorDeviceRate;
}
