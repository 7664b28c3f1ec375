/* SPDX-License-Identifier: MIT */
/**
 * @file balloon.h
 * Balloon of a virtual machine: its size, the memory statistics of the guest, and the memory and virtual CPUs of the
 * machine. The sources are Firecracker's `GET /balloon/statistics`, `GET /machine-config` and `GET /hotplug/memory`,
 * Cloud Hypervisor's `vm.info`, and QEMU's `guest-stats` and `query-balloon`.
 *
 * Member comments read: meaning; key; unit; kind; since which version; when absent. A key without the name of a
 * hypervisor is Firecracker's.
 *
 * @ingroup hypervisor
 */
#ifndef VMMETRICS_BALLOON_H
#define VMMETRICS_BALLOON_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A balloon, the memory of its guest, and the size of the machine. Each answer of a hypervisor fills a part of it.
 *
 * The statistics come from the guest, and so does the size of the balloon. Do not trust them: root in the guest can
 * report any number. The requested sizes, the memory and the virtual CPUs of the machine, and
 * vmm_balloon::last_update_seconds come from the host. A number that the guest does not report is unknown. Hypervisors
 * show such a number in three ways: the key is missing, or the number is -1 or 2^64 - 1.
 *
 * The statistics are as old as their last update. Firecracker keeps old numbers that the guest no longer reports, and
 * saves the statistics in snapshots. QEMU reports the time of the last update. Cloud Hypervisor's `vm.info` has no
 * statistics.
 *
 * The counters are counters of the guest's kernel: they restart when the guest boots.
 */
struct vmm_balloon {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Memory of the machine at its start, without memory that is plugged in later. Cloud Hypervisor
     *  `config.memory.size`, Firecracker `mem_size_mib`; bytes; gauge; absent in QEMU; 0 with memory zones of Cloud
     *  Hypervisor. */
    uint64_t memory_size_bytes;
    /** Memory that can be plugged into the machine at most. Cloud Hypervisor `config.memory.hotplug_size`, Firecracker
     *  `total_size_mib`; bytes; gauge; absent in QEMU, and without memory hotplug. */
    uint64_t hotplug_size_bytes;
    /** Memory that was requested to be plugged into the machine. Cloud Hypervisor `config.memory.hotplugged_size`,
     *  Firecracker `requested_size_mib`; bytes; gauge; absent in QEMU, and without memory hotplug. */
    uint64_t hotplug_requested_bytes;
    /** Memory that is plugged into the machine: the guest took it. `plugged_size_mib`; bytes; gauge; Firecracker
     *  only. */
    uint64_t hotplug_plugged_bytes;
    /** Memory that the balloon leaves to the guest: the memory of the machine, with plugged memory, minus the balloon.
     *  QEMU `actual` of `query-balloon`, Cloud Hypervisor `memory_actual_size`; bytes; gauge; absent in Firecracker. */
    uint64_t logical_vm_size_bytes;
    /** Requested size of the balloon. `target_pages` of 4096 bytes, Cloud Hypervisor `config.balloon.size`; bytes;
     *  gauge; absent in QEMU. */
    uint64_t target_bytes;
    /** Size of the balloon. `actual_pages` of 4096 bytes, Cloud Hypervisor `config.memory.size` minus
     *  `memory_actual_size`; bytes; gauge; absent in QEMU, see `logical_vm_size_bytes`; unknown in Cloud Hypervisor
     *  with memory zones or a `config.memory.hotplug_size`, since `vm.info` does not say how much of that is
     *  plugged. */
    uint64_t actual_bytes;
    /** Requested size of the balloon, rounded down to a multiple of 1 MiB. `target_mib`; bytes; gauge; Firecracker
     *  only. */
    uint64_t target_rounded_bytes;
    /** Size of the balloon, rounded down to a multiple of 1 MiB. `actual_mib`; bytes; gauge; Firecracker only. */
    uint64_t actual_rounded_bytes;
    /** Time of the guest's last statistics, since 1970, by the clock of the host. QEMU `last-update`; seconds; gauge;
     *  QEMU only; unknown before the first statistics. */
    uint64_t last_update_seconds;
    /** Memory that the guest read back from swap. `swap_in`, QEMU `stat-swap-in`; bytes; counter, 64 bits. */
    uint64_t swap_in_bytes;
    /** Memory that the guest wrote to swap. `swap_out`, QEMU `stat-swap-out`; bytes; counter, 64 bits. */
    uint64_t swap_out_bytes;
    /** Major page faults of the guest: page faults that waited for a disk. `major_faults`, QEMU `stat-major-faults`;
     *  count; counter of the kernel's `unsigned long`. */
    uint64_t major_faults;
    /** Minor page faults of the guest: page faults without disk I/O. `minor_faults`, QEMU `stat-minor-faults`; count;
     *  counter of the kernel's `unsigned long`. */
    uint64_t minor_faults;
    /** Free memory of the guest, `MemFree` in its /proc/meminfo. `free_memory`, QEMU `stat-free-memory`; bytes;
     *  gauge. */
    uint64_t free_memory_bytes;
    /** Total memory of the guest, `MemTotal` in its /proc/meminfo. `total_memory`, QEMU `stat-total-memory`; bytes;
     *  gauge. */
    uint64_t total_memory_bytes;
    /** Available memory of the guest, `MemAvailable` in its /proc/meminfo. `available_memory`, QEMU
     *  `stat-available-memory`; bytes; gauge; since Linux 4.6 in the guest. */
    uint64_t available_memory_bytes;
    /** Page cache of the guest, which can be reclaimed. `disk_caches`, QEMU `stat-disk-caches`; bytes; gauge; absent
     *  with older guests. */
    uint64_t disk_caches_bytes;
    /** Huge pages that the guest allocated at run time. `hugetlb_allocations`, QEMU `stat-htlb-pgalloc`; count;
     *  counter of the kernel's `unsigned long`; absent with older guests. */
    uint64_t hugetlb_allocations;
    /** Failed allocations of huge pages in the guest. `hugetlb_failures`, QEMU `stat-htlb-pgfail`; count; counter of
     *  the kernel's `unsigned long`; absent with older guests. */
    uint64_t hugetlb_failures;
    /** Processes killed in the guest because it had no memory left. `oom_kill`, QEMU `stat-oom-kills`; count; counter
     *  of the kernel's `unsigned long`; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2. */
    uint64_t oom_kill;
    /** Allocations in the guest that had to reclaim memory first (direct reclaim). `alloc_stall`, QEMU
     *  `stat-alloc-stalls`; count; counter of the kernel's `unsigned long`; since Linux 6.12 in the guest, Firecracker
     *  1.14, QEMU 9.2. */
    uint64_t alloc_stall;
    /** Memory of the guest scanned for reclaim in the background. `async_scan`, QEMU `stat-async-scans`; bytes;
     *  counter, 64 bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2. */
    uint64_t async_scan_bytes;
    /** Memory of the guest scanned for reclaim by allocations (direct reclaim). `direct_scan`, QEMU
     *  `stat-direct-scans`; bytes; counter, 64 bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2. */
    uint64_t direct_scan_bytes;
    /** Memory of the guest reclaimed in the background. `async_reclaim`, QEMU `stat-async-reclaims`; bytes; counter,
     *  64 bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2. */
    uint64_t async_reclaim_bytes;
    /** Memory of the guest reclaimed by allocations (direct reclaim). `direct_reclaim`, QEMU `stat-direct-reclaims`;
     *  bytes; counter, 64 bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2. */
    uint64_t direct_reclaim_bytes;
    /** Virtual CPUs that the machine has. Cloud Hypervisor `config.cpus.boot_vcpus`, which follows `vm.resize`,
     *  Firecracker `vcpu_count`; count; gauge; absent in QEMU. */
    uint64_t vcpus;
    /** Virtual CPUs that the machine can have at most. Cloud Hypervisor `config.cpus.max_vcpus`; count; gauge; Cloud
     *  Hypervisor only. */
    uint64_t max_vcpus;
    /** Size of the blocks in which memory is plugged in and unplugged. `block_size_mib`; bytes; gauge; since
     *  Firecracker 1.14; Firecracker only. */
    uint64_t hotplug_block_bytes;
    /** Size of the slots in which the host hides memory that is not plugged in: the guest can reach a slot if one
     *  block of the slot is plugged in. `slot_size_mib`; bytes; gauge; since Firecracker 1.14; Firecracker only. */
    uint64_t hotplug_slot_bytes;
    /** Last command that the host sent about hints of free pages: 0 stops, 1 says that the hints were taken, and a
     *  larger number asks for hints. `host_cmd` of `/balloon/hinting/status`; count; gauge; since Firecracker 1.14;
     *  Firecracker only. */
    uint64_t hinting_host_cmd;
    /** Last command that the guest answered: the number of the host's request while the guest sends hints, and 0
     *  after the last one. `guest_cmd` of `/balloon/hinting/status`; count; gauge; since Firecracker 1.14; unknown
     *  before the first answer; Firecracker only. */
    uint64_t hinting_guest_cmd;
};

/**
 * Parses one JSON object: an answer of any of the three hypervisors. The object is complete if its closing brace is in
 * the text. A newline after the object is read too; it may be missing.
 *
 * - Firecracker: `{"target_pages":0,"actual_pages":0,"free_memory":1961717760}`,
 *   `{"vcpu_count":2,"mem_size_mib":256}`,
 *   `{"total_size_mib":128,"plugged_size_mib":64,"requested_size_mib":64}`, and `{"host_cmd":1,"guest_cmd":0}`
 * - Cloud Hypervisor: `{"config":{"cpus":{"boot_vcpus":2},"memory":{"size":268435456}},"memory_actual_size":251658240}`
 * - QEMU, `qom-get` of the balloon's `guest-stats`:
 *   `{"return":{"stats":{"stat-free-memory":1961717760},"last-update":1}}`, and `query-balloon`:
 *   `{"return":{"actual":1073741824}}`; with or without the `return` object of QMP.
 *
 * The whole path of a key must match, byte by byte; a key that is written with escapes is skipped as unknown. If a
 * key occurs twice, the later value counts. A member is unknown if its value is `null`, or a number that is negative,
 * not an integer or too large. A value of any other type is an error.
 *
 * @param text     the text that is still to be read; after the call it is past the object and its newline
 * @param out      receives the record
 * @param out_size size of `out` in bytes
 * @retval VMM_OK          `out` is filled
 * @retval VMM_E_SYNTAX    the text is not such an object, more than 64 objects and arrays are open at one point, or
 *                         more text follows the object on its line
 * @retval VMM_E_TRUNCATED the text ends inside the object
 * @retval VMM_E_EMPTY     the text is blank, or has no known key, as in an answer that reports an error
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_balloon_parse(struct vmm_text *text, struct vmm_balloon *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
