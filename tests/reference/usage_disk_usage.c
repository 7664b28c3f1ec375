/* SPDX-License-Identifier: MIT */
/* iostat's numbers. */
#include "usage.h"

struct kind {
    uint64_t ios, merged, bytes, ms;
};

static void set(double *ios, double *merged, double *bytes, double *merged_ratio, double *await, double *mean,
                struct kind grew, int64_t elapsed_ns)
{
    ref_rate(ios, grew.ios, elapsed_ns);
    ref_rate(merged, grew.merged, elapsed_ns);
    ref_rate(bytes, grew.bytes, elapsed_ns);
    ref_ratio(merged_ratio, grew.merged, ref_add(grew.merged, grew.ios));
    ref_ratio(await, grew.ms, grew.ios);
    ref_ratio(mean, grew.bytes, grew.ios);
}

/* A tenth and two ticks more than all of the time are for clock and counter that are not read at the same moment. */
static void set_busy(double *member, uint64_t growth, int64_t elapsed_ns)
{
    long double busy = (long double)growth * 1000000, time = (long double)elapsed_ns;
    long double most = time * 1.1L + 20000000;

    if (!ref_known(growth))
        return;
    if (ref_near(busy, most))
        usage_unsure(member);
    else if (busy < most)
        *member = busy < time ? (double)(busy / time) : 1;
}

#define GREW(member) ref_growth(&counters, before->member, after->member)
#define GREW_MS(member) ref_growth_half_32(&counters, before->member, after->member)

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_disk *before = call->before, *after = call->after;
    struct vmm_disk_usage *out = result;
    struct ref_counters counters = {false, false};
    struct kind reads = {GREW(reads), GREW(reads_merged), GREW(read_bytes), GREW_MS(read_ms)};
    struct kind writes = {GREW(writes), GREW(writes_merged), GREW(write_bytes), GREW_MS(write_ms)};
    struct kind discards = {GREW(discards), GREW(discards_merged), GREW(discard_bytes), GREW_MS(discard_ms)};
    uint64_t flushes = GREW(flushes), flush_ms = GREW_MS(flush_ms), io_ms = GREW_MS(io_ms);
    uint64_t weighted_ms = GREW_MS(weighted_io_ms);
    struct kind all, timed, sized;

    if (ref_differ(before->major, after->major) || ref_differ(before->minor, after->minor) ||
        ref_differ(before->diskseq, after->diskseq) || ref_names_differ(before->name, after->name, sizeof after->name))
        return VMM_RESET;
    if (counters.fell)
        return VMM_RESET;
    if (!counters.any)
        return VMM_E_EMPTY;
    out->major = after->major;
    out->minor = after->minor;
    ref_name(out->name, after->name, sizeof out->name);
    set(&out->reads_per_second, &out->reads_merged_per_second, &out->read_bytes_per_second, &out->reads_merged_ratio,
        &out->read_await_ms, &out->mean_read_bytes, reads, call->elapsed_ns);
    set(&out->writes_per_second, &out->writes_merged_per_second, &out->write_bytes_per_second,
        &out->writes_merged_ratio, &out->write_await_ms, &out->mean_write_bytes, writes, call->elapsed_ns);
    set(&out->discards_per_second, &out->discards_merged_per_second, &out->discard_bytes_per_second,
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

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_disk_usage_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

static bool is_sound(const struct usage_call *call, const void *out)
{
    const struct vmm_disk_usage *rate = out;

    (void)call;
    return ref_is_share(rate->busy_ratio) && ref_is_share(rate->reads_merged_ratio) &&
           ref_is_share(rate->writes_merged_ratio) && ref_is_share(rate->discards_merged_ratio);
}

const struct usage usage_disk_usage = {
    .name = "disk_usage",
    .record_id = VMM_RECORD_DISK_USAGE,
    .bytes = sizeof(struct vmm_disk_usage),
    .after = {VMM_RECORD_DISK, sizeof(struct vmm_disk),
              "=major =minor =name =diskseq +reads +reads_merged +read_bytes read_ms +writes +writes_merged "
              "+write_bytes write_ms in_flight io_ms weighted_io_ms +discards +discards_merged +discard_bytes "
              "discard_ms +flushes flush_ms"},
    .is_between = true,
    .is_timed = true,
    .function = function,
    .reference = reference,
    .is_sound = is_sound,
};
