/* SPDX-License-Identifier: MIT */
/* What a cgroup did. */
#include "usage.h"

/* CPUs from microseconds, or else from nanoseconds. */
static void set_cores(double *member, uint64_t usec, uint64_t ns, int64_t elapsed_ns)
{
    if (ref_known(usec))
        *member = (double)((long double)usec * 1000 / (long double)elapsed_ns);
    else if (ref_known(ns))
        *member = (double)((long double)ns / (long double)elapsed_ns);
}

/* No period is shorter than a millisecond; a tenth and 100 more are for readings that are not of the same moment. */
static void set_throttled(double *member, uint64_t throttled, uint64_t periods, int64_t elapsed_ns)
{
    long double most = (long double)elapsed_ns / 1e6L * 1.1L + 100;

    if (!ref_known(throttled) || !ref_known(periods) || throttled > periods || periods == 0)
        return;
    if (ref_near((long double)periods, most))
        usage_unsure(member);
    else if ((long double)periods < most)
        ref_ratio(member, throttled, periods);
}

#define GREW(member) ref_growth(&counters, before->member, after->member)
#define GREW_32(member) ref_growth_32(&counters, before->member, after->member)
/* The events become the growth itself. */
#define EVENTS(member) out->member = GREW(member)

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_cgroup *before = call->before, *after = call->after;
    struct vmm_cgroup_usage *out = result;
    struct ref_counters counters = {false, false};
    uint64_t quota = after->cpu_max_usec, period = after->cpu_max_period_usec;

    if (ref_differ(before->instance_id, after->instance_id))
        return VMM_RESET;
    set_cores(&out->cores_used, GREW(usage_usec), GREW(cpuacct_usage_ns), call->elapsed_ns);
    set_cores(&out->user_cores, GREW(user_usec), VMM_UNKNOWN, call->elapsed_ns);
    set_cores(&out->system_cores, GREW(system_usec), VMM_UNKNOWN, call->elapsed_ns);
    set_cores(&out->throttled_cores, GREW(throttled_usec), GREW(throttled_time_ns), call->elapsed_ns);
    if (ref_known_double(out->cores_used) && ref_known(quota) && ref_known(period) && quota != 0 && period != 0)
        out->cpu_limit_used_ratio = (double)((long double)out->cores_used * (long double)period / (long double)quota);
    set_throttled(&out->throttled_periods_ratio, GREW_32(nr_throttled), GREW_32(nr_periods), call->elapsed_ns);
    EVENTS(memory_events_low);
    EVENTS(memory_events_high);
    EVENTS(memory_events_max);
    EVENTS(memory_events_oom);
    EVENTS(memory_events_oom_kill);
    EVENTS(memory_events_oom_group_kill);
    EVENTS(memory_swap_events_max);
    EVENTS(memory_swap_events_fail);
    EVENTS(pids_events_max);
    EVENTS(memory_failcnt);
    EVENTS(memory_oom_control_oom_kill);
    EVENTS(memory_events_local_low);
    EVENTS(memory_events_local_high);
    EVENTS(memory_events_local_max);
    EVENTS(memory_events_local_oom);
    EVENTS(memory_events_local_oom_kill);
    EVENTS(memory_events_local_oom_group_kill);
    if (counters.fell)
        return VMM_RESET;
    return counters.any ? VMM_OK : VMM_E_EMPTY;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_cgroup_usage_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

static bool is_sound(const struct usage_call *call, const void *out)
{
    const struct vmm_cgroup_usage *usage = out;

    (void)call;
    return ref_is_share(usage->throttled_periods_ratio);
}

const struct usage usage_cgroup_usage = {
    .name = "cgroup_usage",
    .record_id = VMM_RECORD_CGROUP_USAGE,
    .bytes = sizeof(struct vmm_cgroup_usage),
    .after = {VMM_RECORD_CGROUP, sizeof(struct vmm_cgroup),
              "=instance_id +usage_usec +user_usec +system_usec +throttled_usec +cpuacct_usage_ns "
              "+throttled_time_ns nr_periods nr_throttled cpu_max_usec cpu_max_period_usec +memory_events_low "
              "+memory_events_high +memory_events_max +memory_events_oom +memory_events_oom_kill "
              "+memory_events_oom_group_kill +memory_swap_events_max +memory_swap_events_fail +pids_events_max "
              "+memory_failcnt +memory_oom_control_oom_kill +memory_events_local_low +memory_events_local_high "
              "+memory_events_local_max +memory_events_local_oom +memory_events_local_oom_kill "
              "+memory_events_local_oom_group_kill"},
    .is_between = true,
    .is_timed = true,
    .function = function,
    .reference = reference,
    .is_sound = is_sound,
};
