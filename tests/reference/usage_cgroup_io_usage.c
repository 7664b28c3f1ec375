/* SPDX-License-Identifier: MIT */
/* A device's traffic for a cgroup. */
#include "usage.h"

#define RATE(member)                                                                                                   \
    ref_rate(&out->member##_per_second, ref_growth(&counters, before->member, after->member), call->elapsed_ns)

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_cgroup_io *before = call->before, *after = call->after;
    struct vmm_cgroup_io_usage *out = result;
    struct ref_counters counters = {false, false};

    if (ref_differ(before->major, after->major) || ref_differ(before->minor, after->minor) ||
        ref_differ(before->instance_id, after->instance_id))
        return VMM_RESET;
    if (!ref_known(before->major) || !ref_known(before->minor) || !ref_known(after->major) || !ref_known(after->minor))
        return VMM_E_EMPTY;
    out->major = after->major;
    out->minor = after->minor;
    RATE(read_bytes);
    RATE(write_bytes);
    RATE(reads);
    RATE(writes);
    RATE(discard_bytes);
    RATE(discards);
    if (counters.fell)
        return VMM_RESET;
    return counters.any ? VMM_OK : VMM_E_EMPTY;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_cgroup_io_usage_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

const struct usage usage_cgroup_io_usage = {
    .name = "cgroup_io_usage",
    .record_id = VMM_RECORD_CGROUP_IO_USAGE,
    .bytes = sizeof(struct vmm_cgroup_io_usage),
    .after = {VMM_RECORD_CGROUP_IO, sizeof(struct vmm_cgroup_io),
              "=major =minor =instance_id +read_bytes +write_bytes +reads +writes +discard_bytes +discards"},
    .is_between = true,
    .is_timed = true,
    .function = function,
    .reference = reference,
};
