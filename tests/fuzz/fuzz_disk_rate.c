/* iostat's numbers between two disks of any content and size, against a reference. */
#include <string.h>

#include "usage.h"

#define MEMBER(name, falls)                                                                                            \
    {                                                                                                                  \
        offsetof(struct vmm_disk, name), sizeof(((struct vmm_disk *)NULL)->name), falls                                \
    }
static const struct fuzz_member members[] = {
    MEMBER(major, false),        MEMBER(minor, false),          MEMBER(name, false),
    MEMBER(diskseq, false),      MEMBER(reads, true),           MEMBER(reads_merged, true),
    MEMBER(read_bytes, true),    MEMBER(read_ms, false),        MEMBER(writes, true),
    MEMBER(writes_merged, true), MEMBER(written_bytes, true),   MEMBER(write_ms, false),
    MEMBER(in_flight, false),    MEMBER(io_ms, false),          MEMBER(weighted_io_ms, false),
    MEMBER(discards, true),      MEMBER(discards_merged, true), MEMBER(discarded_bytes, true),
    MEMBER(discard_ms, false),   MEMBER(flushes, true),         MEMBER(flush_ms, false),
};
enum { MEMBERS = sizeof members / sizeof members[0] };

struct growth {
    uint64_t ios, merged, bytes, ms;
};

/* Milliseconds have 32 bits; where they fell, growth by half of what there is cannot be told from a step back. */
static bool growth_ms(uint64_t before, uint64_t after, uint64_t *growth)
{
    if (!ref_growth_32(before, after, growth))
        return false;
    if (after < before && *growth >= (uint64_t)1 << 31)
        *growth = VMM_UNKNOWN;
    return true;
}

static bool is_known(struct growth growth)
{
    return ref_known(growth.ios) || ref_known(growth.merged) || ref_known(growth.bytes);
}

static void set(double *ios, double *merged, double *bytes, double *merged_ratio, double *await, double *mean,
                struct growth growth, int64_t elapsed_ns)
{
    ref_rate(ios, growth.ios, elapsed_ns);
    ref_rate(merged, growth.merged, elapsed_ns);
    ref_rate(bytes, growth.bytes, elapsed_ns);
    ref_ratio(merged_ratio, growth.merged, ref_add(growth.merged, growth.ios));
    ref_ratio(await, growth.ms, growth.ios);
    ref_ratio(mean, growth.bytes, growth.ios);
}

static void set_busy(double *member, uint64_t growth, int64_t elapsed_ns)
{
    long double busy = (long double)growth * 1000000, time = (long double)elapsed_ns;
    long double most = time * 1.1L + 20000000;

    if (!ref_known(growth))
        return;
    if (ref_near(busy, most))
        fuzz_unsure(member);
    else if (busy < most)
        *member = busy < time ? (double)(busy / time) : 1;
}

static vmm_status reference(const struct fuzz_call *call, void *result)
{
    const struct vmm_disk *before = call->before, *after = call->after;
    struct vmm_disk_rate *out = result;
    struct growth reads, writes, discards, all, timed, sized;
    uint64_t flushes, flush_ms, io_ms, weighted_ms;

    if (ref_differ(before->major, after->major) || ref_differ(before->minor, after->minor) ||
        ref_differ(before->diskseq, after->diskseq) || ref_names_differ(before->name, after->name, sizeof after->name))
        return VMM_RESET;
    if (!ref_growth(before->reads, after->reads, &reads.ios) ||
        !ref_growth(before->reads_merged, after->reads_merged, &reads.merged) ||
        !ref_growth(before->read_bytes, after->read_bytes, &reads.bytes) ||
        !growth_ms(before->read_ms, after->read_ms, &reads.ms) ||
        !ref_growth(before->writes, after->writes, &writes.ios) ||
        !ref_growth(before->writes_merged, after->writes_merged, &writes.merged) ||
        !ref_growth(before->written_bytes, after->written_bytes, &writes.bytes) ||
        !growth_ms(before->write_ms, after->write_ms, &writes.ms) ||
        !ref_growth(before->discards, after->discards, &discards.ios) ||
        !ref_growth(before->discards_merged, after->discards_merged, &discards.merged) ||
        !ref_growth(before->discarded_bytes, after->discarded_bytes, &discards.bytes) ||
        !growth_ms(before->discard_ms, after->discard_ms, &discards.ms) ||
        !ref_growth(before->flushes, after->flushes, &flushes) ||
        !growth_ms(before->flush_ms, after->flush_ms, &flush_ms) || !growth_ms(before->io_ms, after->io_ms, &io_ms) ||
        !growth_ms(before->weighted_io_ms, after->weighted_io_ms, &weighted_ms))
        return VMM_RESET;
    /* A counter of milliseconds is known in both samples even where its growth is not. */
    if (!is_known(reads) && !is_known(writes) && !is_known(discards) && !ref_known(flushes) &&
        !(ref_known(before->read_ms) && ref_known(after->read_ms)) &&
        !(ref_known(before->write_ms) && ref_known(after->write_ms)) &&
        !(ref_known(before->discard_ms) && ref_known(after->discard_ms)) &&
        !(ref_known(before->flush_ms) && ref_known(after->flush_ms)) &&
        !(ref_known(before->io_ms) && ref_known(after->io_ms)) &&
        !(ref_known(before->weighted_io_ms) && ref_known(after->weighted_io_ms)))
        return VMM_E_EMPTY;
    out->major = after->major;
    out->minor = after->minor;
    ref_name(out->name, after->name, sizeof out->name);
    set(&out->reads_per_second, &out->reads_merged_per_second, &out->read_bytes_per_second, &out->reads_merged_ratio,
        &out->read_await_ms, &out->mean_read_bytes, reads, call->elapsed_ns);
    set(&out->writes_per_second, &out->writes_merged_per_second, &out->written_bytes_per_second,
        &out->writes_merged_ratio, &out->write_await_ms, &out->mean_write_bytes, writes, call->elapsed_ns);
    set(&out->discards_per_second, &out->discards_merged_per_second, &out->discarded_bytes_per_second,
        &out->discards_merged_ratio, &out->discard_await_ms, &out->mean_discard_bytes, discards, call->elapsed_ns);
    ref_rate(&out->flushes_per_second, flushes, call->elapsed_ns);
    ref_ratio(&out->flush_await_ms, flush_ms, flushes);
    all.ios = ref_add(reads.ios, writes.ios);
    all.ms = ref_add(reads.ms, writes.ms);
    all.bytes = ref_add(reads.bytes, writes.bytes);
    timed = sized = all;
    if (ref_known(discards.ios))
        all.ios = ref_add(all.ios, discards.ios);
    /* Discards are part of a mean with both of its numbers, or with none. */
    if (ref_known(discards.ios) && ref_known(discards.ms)) {
        timed.ios = ref_add(timed.ios, discards.ios);
        timed.ms = ref_add(timed.ms, discards.ms);
    }
    if (ref_known(discards.ios) && ref_known(discards.bytes)) {
        sized.ios = ref_add(sized.ios, discards.ios);
        sized.bytes = ref_add(sized.bytes, discards.bytes);
    }
    ref_rate(&out->transfers_per_second, all.ios, call->elapsed_ns);
    ref_ratio(&out->await_ms, timed.ms, timed.ios);
    ref_ratio(&out->mean_transfer_bytes, sized.bytes, sized.ios);
    if (ref_known(weighted_ms))
        out->queue_length = (double)((long double)weighted_ms * 1000000 / (long double)call->elapsed_ns);
    set_busy(&out->busy_ratio, io_ms, call->elapsed_ns);
    out->in_flight = ref_gauge(after->in_flight);
    return VMM_OK;
}

static vmm_status function(const struct fuzz_call *call, void *out, size_t out_size)
{
    return vmm_disk_rate_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

static void check(const struct fuzz_call *call, const void *out)
{
    struct vmm_disk_rate rate;

    (void)call;
    memcpy(&rate, out, sizeof rate);
    CHECK(!ref_known_double(rate.busy_ratio) || rate.busy_ratio <= 1);
    CHECK(!ref_known_double(rate.reads_merged_ratio) || rate.reads_merged_ratio <= 1);
    CHECK(!ref_known_double(rate.writes_merged_ratio) || rate.writes_merged_ratio <= 1);
    CHECK(!ref_known_double(rate.discards_merged_ratio) || rate.discards_merged_ratio <= 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct fuzz_side side = {sizeof(struct vmm_disk), members, MEMBERS};
    const struct fuzz_usage usage = {
        VMM_RECORD_DISK_RATE, sizeof(struct vmm_disk_rate), side, side, true, true, function, reference, check};

    fuzz_usage(&usage, data, size);
    return 0;
}
