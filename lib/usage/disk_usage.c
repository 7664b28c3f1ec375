/* SPDX-License-Identifier: MIT */
/* iostat's numbers: what a block device did between two samples. */
#include "arithmetic.h"
#include "vmmetrics/disk.h"

#define AT(member) offsetof(struct vmm_disk, member)
#define NOW(member) vmm_input(after, AT(member))
#define GREW(member) VMM_GREW(disk, member)
#define GREW_MS(member) disk_grew_ms(before, after, AT(member), vmm_width_disk_##member, &status)

/* A 32-bit counter that seems to have grown by 2^31 or more over a wrap has probably restarted or stepped back. */
static uint64_t disk_grew_ms(const struct vmm_disk *before, const struct vmm_disk *after, size_t offset, uint32_t width,
                             vmm_status *status)
{
    uint64_t growth = vmm_grew(before, after, offset, width, status);

    return growth > INT32_MAX && vmm_input(after, offset) < vmm_input(before, offset) ? VMM_UNKNOWN : growth;
}

/*
 * The time with requests cannot be longer than the elapsed time. The limit is a tenth larger, since clock and counter
 * are not read at the same moment, and two ticks of 10 milliseconds larger, since the kernel may update the counter
 * only once per tick.
 */
static double disk_busy(uint64_t io_ms, int64_t elapsed_ns)
{
    double busy_ns = (double)io_ms * 1e6;

    if (io_ms == VMM_UNKNOWN || busy_ns > (double)elapsed_ns * 1.1 + 20e6)
        return vmm_unknown_double();
    return busy_ns < (double)elapsed_ns ? busy_ns / (double)elapsed_ns : 1;
}

static double disk_queue(uint64_t weighted_io_ms, int64_t elapsed_ns)
{
    return weighted_io_ms == VMM_UNKNOWN ? vmm_unknown_double() : (double)weighted_io_ms * 1e6 / (double)elapsed_ns;
}

/* A mean over reads and writes, and over discards as well if both of their numbers are known. */
static double disk_mean(uint64_t sum, uint64_t ios, uint64_t discard_sum, uint64_t discards)
{
    if (!vmm_is_number(discard_sum) || !vmm_is_number(discards))
        return vmm_ratio(sum, ios);
    return vmm_ratio(vmm_add(sum, discard_sum), vmm_add(ios, discards));
}

static vmm_status disk_usage(const struct vmm_disk *before, const struct vmm_disk *after, int64_t elapsed_ns,
                             struct vmm_disk_usage *usage)
{
    vmm_status status = VMM_E_EMPTY;
    uint64_t reads = GREW(reads), reads_merged = GREW(reads_merged);
    uint64_t read_bytes = GREW(read_bytes), read_ms = GREW_MS(read_ms);
    uint64_t writes = GREW(writes), writes_merged = GREW(writes_merged);
    uint64_t write_bytes = GREW(write_bytes), write_ms = GREW_MS(write_ms);
    uint64_t discards = GREW(discards), discards_merged = GREW(discards_merged);
    uint64_t discard_bytes = GREW(discard_bytes), discard_ms = GREW_MS(discard_ms);
    uint64_t flushes = GREW(flushes), flush_ms = GREW_MS(flush_ms);
    uint64_t ios = vmm_add(reads, writes);
    /* Before Linux 4.18, discards are unknown. */
    uint64_t transfers = discards == VMM_UNKNOWN ? ios : vmm_add(ios, discards);

    usage->major = NOW(major);
    usage->minor = NOW(minor);
    vmm_store_name(usage, sizeof *usage, VMM_NAME_OF(struct vmm_disk_usage),
                   vmm_input_name(after, VMM_NAME_OF(struct vmm_disk)));
    usage->reads_per_second = vmm_per_second(reads, elapsed_ns);
    usage->reads_merged_per_second = vmm_per_second(reads_merged, elapsed_ns);
    usage->read_bytes_per_second = vmm_per_second(read_bytes, elapsed_ns);
    usage->reads_merged_ratio = vmm_ratio(reads_merged, vmm_add(reads_merged, reads));
    usage->read_await_ms = vmm_ratio(read_ms, reads);
    usage->mean_read_bytes = vmm_ratio(read_bytes, reads);
    usage->writes_per_second = vmm_per_second(writes, elapsed_ns);
    usage->writes_merged_per_second = vmm_per_second(writes_merged, elapsed_ns);
    usage->write_bytes_per_second = vmm_per_second(write_bytes, elapsed_ns);
    usage->writes_merged_ratio = vmm_ratio(writes_merged, vmm_add(writes_merged, writes));
    usage->write_await_ms = vmm_ratio(write_ms, writes);
    usage->mean_write_bytes = vmm_ratio(write_bytes, writes);
    usage->discards_per_second = vmm_per_second(discards, elapsed_ns);
    usage->discards_merged_per_second = vmm_per_second(discards_merged, elapsed_ns);
    usage->discard_bytes_per_second = vmm_per_second(discard_bytes, elapsed_ns);
    usage->discards_merged_ratio = vmm_ratio(discards_merged, vmm_add(discards_merged, discards));
    usage->discard_await_ms = vmm_ratio(discard_ms, discards);
    usage->mean_discard_bytes = vmm_ratio(discard_bytes, discards);
    usage->flushes_per_second = vmm_per_second(flushes, elapsed_ns);
    usage->flush_await_ms = vmm_ratio(flush_ms, flushes);
    usage->transfers_per_second = vmm_per_second(transfers, elapsed_ns);
    usage->await_ms = disk_mean(vmm_add(read_ms, write_ms), ios, discard_ms, discards);
    usage->mean_transfer_bytes = disk_mean(vmm_add(read_bytes, write_bytes), ios, discard_bytes, discards);
    usage->queue_length = disk_queue(GREW_MS(weighted_io_ms), elapsed_ns);
    usage->busy_ratio = disk_busy(GREW_MS(io_ms), elapsed_ns);
    usage->in_flight = vmm_input_gauge(after, AT(in_flight));
    return status;
}

vmm_status vmm_disk_usage_between(const struct vmm_disk *before, const struct vmm_disk *after, int64_t elapsed_ns,
                                  struct vmm_disk_usage *out, size_t out_size)
{
    struct vmm_disk_usage usage;
    vmm_status status = vmm_begin_between(before, after, elapsed_ns, VMM_RECORD_DISK, &usage, VMM_RECORD_DISK_USAGE);

    if (status == VMM_OK)
        status = disk_usage(before, after, elapsed_ns, &usage);
    return vmm_give(status, VMM_RECORD_DISK_USAGE, &usage, out, out_size);
}

#undef AT
#undef NOW
#undef GREW
#undef GREW_MS
