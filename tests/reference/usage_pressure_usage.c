/* SPDX-License-Identifier: MIT */
/* Stalled shares of the time. */
#include "usage.h"

/* A tenth more than all of the time is for clock and counter that are not read at the same moment. */
static void set_share(double *member, uint64_t growth_usec, int64_t elapsed_ns)
{
    long double share = (long double)growth_usec * 1000 / (long double)elapsed_ns;

    if (!ref_known(growth_usec))
        return;
    if (ref_near(share, 1.1L))
        usage_unsure(member);
    else if (share < 1.1L)
        *member = share < 1 ? (double)share : 1;
}

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_pressure *before = call->before, *after = call->after;
    struct vmm_pressure_usage *out = result;
    struct ref_counters counters = {false, false};

    set_share(&out->some_ratio, ref_growth(&counters, before->some_total_usec, after->some_total_usec),
              call->elapsed_ns);
    set_share(&out->full_ratio, ref_growth(&counters, before->full_total_usec, after->full_total_usec),
              call->elapsed_ns);
    if (counters.fell)
        return VMM_RESET;
    return counters.any ? VMM_OK : VMM_E_EMPTY;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_pressure_usage_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

static bool is_sound(const struct usage_call *call, const void *out)
{
    const struct vmm_pressure_usage *usage = out;

    (void)call;
    return ref_is_share(usage->some_ratio) && ref_is_share(usage->full_ratio);
}

const struct usage usage_pressure_usage = {
    .name = "pressure_usage",
    .record_id = VMM_RECORD_PRESSURE_USAGE,
    .bytes = sizeof(struct vmm_pressure_usage),
    .after = {VMM_RECORD_PRESSURE, sizeof(struct vmm_pressure), "+some_total_usec +full_total_usec"},
    .is_between = true,
    .is_timed = true,
    .function = function,
    .reference = reference,
    .is_sound = is_sound,
};
