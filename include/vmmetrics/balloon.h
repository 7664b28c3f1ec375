/**
 * @file balloon.h
 * What the balloon of a virtual machine says: how large it is, and what the guest tells of its memory. Firecracker's
 * `GET /balloon/statistics`, Cloud Hypervisor's `vm.balloon-stats`, and QEMU's `guest-stats` and `query-balloon`.
 *
 * Member comments read: meaning; key; unit; kind; since which version; when absent. Where two keys stand, the second is
 * Cloud Hypervisor's, which has its own plural, or QEMU's.
 */
#ifndef VMMETRICS_BALLOON_H
#define VMMETRICS_BALLOON_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A balloon and its guest's memory.
 *
 * All but the targets and vmm_balloon::last_update_seconds is the guest's own word, also the balloon's size: whoever is root in the
 * guest may say anything. What a guest does not say is unknown; hypervisors show that in three ways: the key is missing, or
 * its number is -1, or 2^64 - 1.
 *
 * The statistics are as old as their last update. Firecracker keeps what a guest no longer says, and saves all of it in
 * snapshots; QEMU says when it was; Cloud Hypervisor asks the guest each time.
 *
 * Counters are of the guest's kernel, and begin again when it boots.
 */
struct vmm_balloon {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** How large the balloon shall be. `target_pages` of 4096 bytes; bytes; gauge; Firecracker only. */
    uint64_t target_bytes;
    /** How large the balloon is. `actual_pages` of 4096 bytes, Cloud Hypervisor `balloon_actual`; bytes; gauge; not in
     * QEMU, see `logical_vm_size_bytes`. */
    uint64_t actual_bytes;
    /** The same as `target_bytes`, rounded down to MiB. `target_mib`; bytes; gauge; Firecracker only. */
    uint64_t target_mib_bytes;
    /** The same as `actual_bytes`, rounded down to MiB. `actual_mib`; bytes; gauge; Firecracker only. */
    uint64_t actual_mib_bytes;
    /** What the balloon leaves to the guest: the memory of the machine without it. QEMU `actual` of `query-balloon`;
     * bytes; gauge; QEMU only. */
    uint64_t logical_vm_size_bytes;
    /** When the guest last told, since 1970, by the host's clock. QEMU `last-update`; seconds; gauge; QEMU only;
     * unknown as long as it has told nothing. */
    uint64_t last_update_seconds;
    /** Read back from swap. `swap_in`, QEMU `stat-swap-in`; bytes; counter, 64 bits. */
    uint64_t swap_in_bytes;
    /** Written to swap. `swap_out`, QEMU `stat-swap-out`; bytes; counter, 64 bits. */
    uint64_t swap_out_bytes;
    /** Page faults that had to wait for a disk. `major_faults`, QEMU `stat-major-faults`; count; counter of the
     * kernel's `unsigned long`. */
    uint64_t major_faults;
    /** Page faults that had not. `minor_faults`, QEMU `stat-minor-faults`; count; counter of the kernel's `unsigned
     * long`. */
    uint64_t minor_faults;
    /** MemFree of /proc/meminfo. `free_memory`, QEMU `stat-free-memory`; bytes; gauge. */
    uint64_t free_memory_bytes;
    /** MemTotal. `total_memory`, QEMU `stat-total-memory`; bytes; gauge. */
    uint64_t total_memory_bytes;
    /** MemAvailable. `available_memory`, QEMU `stat-available-memory`; bytes; gauge; since Linux 4.6 in the guest. */
    uint64_t available_memory_bytes;
    /** The page cache, which can be had back. `disk_caches`, QEMU `stat-disk-caches`; bytes; gauge; older guests do not
     * tell. */
    uint64_t disk_caches_bytes;
    /** Huge pages that were allocated at run time. `hugetlb_allocations`, QEMU `stat-htlb-pgalloc`; count; counter of
     * the kernel's `unsigned long`; older guests do not tell. */
    uint64_t hugetlb_allocations;
    /** Huge pages that could not be. `hugetlb_failures`, QEMU `stat-htlb-pgfail`; count; counter of the kernel's
     * `unsigned long`; older guests do not tell. */
    uint64_t hugetlb_failures;
    /** Processes killed for want of memory. `oom_kill`, `oom_kills`, QEMU `stat-oom-kills`; count; counter of the
     * kernel's `unsigned long`; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2. */
    uint64_t oom_kill;
    /** Allocations that had to wait for memory to be reclaimed. `alloc_stall`, `alloc_stalls`, QEMU
     * `stat-alloc-stalls`; count; counter of the kernel's `unsigned long`; since Linux 6.12 in the guest, Firecracker
     * 1.14, QEMU 9.2. */
    uint64_t alloc_stall;
    /** Looked at in the background, to be reclaimed. `async_scan`, `async_scans`, QEMU `stat-async-scans`; bytes;
     * counter, 64 bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2. */
    uint64_t async_scan_bytes;
    /** Looked at by those who had to wait. `direct_scan`, `direct_scans`, QEMU `stat-direct-scans`; bytes; counter, 64
     * bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2. */
    uint64_t direct_scan_bytes;
    /** Reclaimed in the background. `async_reclaim`, `async_reclaims`, QEMU `stat-async-reclaims`; bytes; counter, 64
     * bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2. */
    uint64_t async_reclaim_bytes;
    /** Reclaimed by those who had to wait. `direct_reclaim`, `direct_reclaims`, QEMU `stat-direct-reclaims`; bytes;
     * counter, 64 bits; since Linux 6.12 in the guest, Firecracker 1.14, QEMU 9.2. */
    uint64_t direct_reclaim_bytes;
};

/**
 * Reads one JSON object, of whichever hypervisor. It is complete when its closing brace is there; a newline behind it is
 * taken, and may be missing.
 *
 * - Firecracker: `{"target_pages":0,"actual_pages":0,"free_memory":1961717760}`
 * - Cloud Hypervisor: `{"balloon_actual":0,"stats":{"free_memory":1961717760}}`
 * - QEMU, `qom-get` of the balloon's `guest-stats`: `{"return":{"stats":{"stat-free-memory":1961717760},"last-update":1}}`,
 *   and `query-balloon`: `{"return":{"actual":1073741824}}`; with the envelope of QMP or without.
 *
 * A key is known by its path and by its bytes as they stand: one that is written with escapes is not known. Of two members
 * with the same path the later counts. `null`, and a number that is negative, not whole or too large, leave a member unknown;
 * anything else than a number is an error.
 *
 * @param text     what is still to be read; afterwards behind the object and its newline
 * @param out      the record
 * @param out_size its size
 * @retval VMM_OK          `out` is filled
 * @retval VMM_E_SYNTAX    not such an object, one in which more than 64 others are open, or something behind it on its line
 * @retval VMM_E_TRUNCATED the text ends before the object does
 * @retval VMM_E_EMPTY     no text but blanks, or not one known key, as in an answer that is an error
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_balloon_parse(struct vmm_text *text, struct vmm_balloon *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
