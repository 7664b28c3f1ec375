/* iostat's numbers: what a block device did between two samples. */
#include "arithmetic.h"
#include "vmmetrics/counter.h"
#include "vmmetrics/disk.h"

#define RECORD struct vmm_disk_rate

#define AT(member) offsetof(struct vmm_disk, member)
#define OUT(member) offsetof(RECORD, member)

/* What is counted of reads, and in the same order of writes and of discards: COUNTS of them. */
enum { IOS, MERGED, BYTES, MS, COUNTS };

/* What the usage makes of them, in the order of the members. */
enum { IOS_PER_SECOND, MERGED_PER_SECOND, BYTES_PER_SECOND, MERGED_RATIO, AWAIT_MS, MEAN_BYTES };

static const uint16_t widths[COUNTS] = {
    [IOS] = VMM_WIDTH_KERNEL_LONG,
    [MERGED] = VMM_WIDTH_KERNEL_LONG,
    [BYTES] = VMM_WIDTH_KERNEL_LONG,
    [MS] = VMM_WIDTH_32,
};

static bool is_another(const struct vmm_disk *before, const struct vmm_disk *after)
{
    return vmm_differ(before, after, AT(major)) || vmm_differ(before, after, AT(minor)) ||
           vmm_differ(before, after, AT(diskseq)) || vmm_names_differ(before, after, AT(name), sizeof before->name);
}

/*
 * The growth of a counter, unknown where it is; VMM_RESET goes to `result`, and VMM_OK where it was VMM_E_EMPTY. A
 * counter of 32 bits that grew by half of them and more in wrapping has rather restarted, or stepped back.
 */
static uint64_t growth_of(const struct vmm_disk *before, const struct vmm_disk *after, size_t offset, uint32_t width,
                          vmm_status *result)
{
    uint64_t old = vmm_input(before, offset);
    uint64_t new = vmm_input(after, offset);
    uint64_t growth;
    vmm_status status = vmm_counter_between(old, new, width, &growth);

    if (status == VMM_RESET || (status == VMM_OK && *result == VMM_E_EMPTY))
        *result = status;
    return growth > INT32_MAX && new < old ? VMM_UNKNOWN : growth;
}

static void growths_of(const struct vmm_disk *before, const struct vmm_disk *after, size_t offset,
                       uint64_t growths[COUNTS], vmm_status *result)
{
    for (unsigned i = 0; i < COUNTS; i++)
        growths[i] = growth_of(before, after, offset + i * sizeof(uint64_t), widths[i], result);
}

static void store_results(void *out, size_t size, size_t offset, const uint64_t growths[COUNTS], int64_t elapsed_ns)
{
    vmm_store_rate(out, size, offset + IOS_PER_SECOND * sizeof(double), growths[IOS], elapsed_ns);
    vmm_store_rate(out, size, offset + MERGED_PER_SECOND * sizeof(double), growths[MERGED], elapsed_ns);
    vmm_store_rate(out, size, offset + BYTES_PER_SECOND * sizeof(double), growths[BYTES], elapsed_ns);
    vmm_store_ratio(out, size, offset + MERGED_RATIO * sizeof(double), growths[MERGED],
                    vmm_add(growths[MERGED], growths[IOS]));
    vmm_store_ratio(out, size, offset + AWAIT_MS * sizeof(double), growths[MS], growths[IOS]);
    vmm_store_ratio(out, size, offset + MEAN_BYTES * sizeof(double), growths[BYTES], growths[IOS]);
}

/*
 * The time with requests cannot grow faster than time. The tenth more is for clock and counter that are not read at
 * the same moment, the 20 milliseconds are for two ticks: the kernel may look no more often.
 */
static void store_busy(void *out, size_t size, uint64_t growth_ms, int64_t elapsed_ns)
{
    double busy_ns = (double)growth_ms * 1e6;

    if (growth_ms != VMM_UNKNOWN && busy_ns <= (double)elapsed_ns * 1.1 + 20e6)
        vmm_store_double(out, size, OUT(busy_ratio), busy_ns < (double)elapsed_ns ? busy_ns / (double)elapsed_ns : 1);
}

vmm_status vmm_disk_rate_between(const struct vmm_disk *before, const struct vmm_disk *after, int64_t elapsed_ns,
                                 struct vmm_disk_rate *out, size_t out_size)
{
    size_t size = vmm_begin(out, out_size, sizeof *out);
    uint64_t reads[COUNTS], writes[COUNTS], discards[COUNTS], all[COUNTS];
    uint64_t flushes, flush_ms, io_ms, weighted_ms;
    vmm_status status = VMM_E_EMPTY;

    vmm_store_name(out, size, OUT(name), sizeof out->name, "");
    if (size == 0 || after == NULL)
        return VMM_E_ARGUMENT;
    if (before == NULL || before->size == 0)
        return VMM_FIRST;
    if (elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    if (is_another(before, after))
        return VMM_RESET;
    growths_of(before, after, AT(reads), reads, &status);
    growths_of(before, after, AT(writes), writes, &status);
    growths_of(before, after, AT(discards), discards, &status);
    flushes = growth_of(before, after, AT(flushes), VMM_WIDTH_KERNEL_LONG, &status);
    flush_ms = growth_of(before, after, AT(flush_ms), VMM_WIDTH_32, &status);
    io_ms = growth_of(before, after, AT(io_ms), VMM_WIDTH_32, &status);
    weighted_ms = growth_of(before, after, AT(weighted_io_ms), VMM_WIDTH_32, &status);
    if (status != VMM_OK)
        return status;

    vmm_store(out, size, OUT(major), vmm_input(after, AT(major)));
    vmm_store(out, size, OUT(minor), vmm_input(after, AT(minor)));
    vmm_store_name(out, size, OUT(name), sizeof out->name, vmm_input_name(after, AT(name), sizeof after->name));
    store_results(out, size, OUT(reads_per_second), reads, elapsed_ns);
    store_results(out, size, OUT(writes_per_second), writes, elapsed_ns);
    store_results(out, size, OUT(discards_per_second), discards, elapsed_ns);
    vmm_store_rate(out, size, OUT(flushes_per_second), flushes, elapsed_ns);
    vmm_store_ratio(out, size, OUT(flush_await_ms), flush_ms, flushes);
    for (unsigned i = 0; i < COUNTS; i++) {
        all[i] = vmm_add(reads[i], writes[i]);
        if (discards[IOS] != VMM_UNKNOWN)
            all[i] = vmm_add(all[i], discards[i]);
    }
    vmm_store_rate(out, size, OUT(transfers_per_second), all[IOS], elapsed_ns);
    vmm_store_ratio(out, size, OUT(await_ms), all[MS], all[IOS]);
    vmm_store_ratio(out, size, OUT(mean_transfer_bytes), all[BYTES], all[IOS]);
    if (weighted_ms != VMM_UNKNOWN)
        vmm_store_double(out, size, OUT(queue_length), (double)weighted_ms * 1e6 / (double)elapsed_ns);
    store_busy(out, size, io_ms, elapsed_ns);
    vmm_store_known(out, size, OUT(in_flight), vmm_input(after, AT(in_flight)));
    return VMM_OK;
}
