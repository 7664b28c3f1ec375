/* SPDX-License-Identifier: MIT */
/* What a cgroup did between two samples. */
#include "arithmetic.h"
#include "vmmetrics/cgroup.h"

#define NOW(member) vmm_input(after, offsetof(struct vmm_cgroup, member))
#define GREW(member) VMM_GREW(cgroup, member)

/* Nanoseconds of CPU time, from microseconds or else from nanoseconds; below zero when both are unknown. */
static double cpu_ns(uint64_t usec, uint64_t ns)
{
    if (usec != VMM_UNKNOWN)
        return (double)usec * 1000;
    return ns != VMM_UNKNOWN ? (double)ns : -1;
}

static double cores_of_ns(double used_ns, int64_t elapsed_ns)
{
    return used_ns >= 0 ? used_ns / (double)elapsed_ns : vmm_unknown_double();
}

static double cpu_limit_used(double used_ns, uint64_t quota, uint64_t period, int64_t elapsed_ns)
{
    if (!vmm_is_number(quota) || quota == 0 || !vmm_is_number(period) || period == 0)
        return vmm_unknown_double();
    return cores_of_ns(used_ns * (double)period / (double)quota, elapsed_ns);
}

/*
 * The share of the periods in which the cgroup was throttled. No period is shorter than a millisecond. The limit is a
 * tenth and a tenth of a second larger, since clock and counter are not read at the same moment. A counter that
 * restarted seems to have grown by more than 2^31, since a negative counter is unknown.
 */
static double throttled_periods(uint64_t throttled, uint64_t periods, int64_t elapsed_ns)
{
    if (throttled > periods || (double)periods > (double)elapsed_ns / 1e6 * 1.1 + 100)
        return vmm_unknown_double();
    return vmm_ratio(throttled, periods);
}

static vmm_status cgroup_usage(const struct vmm_cgroup *before, const struct vmm_cgroup *after, int64_t elapsed_ns,
                               struct vmm_cgroup_usage *usage)
{
    vmm_status status = VMM_E_EMPTY;
    uint64_t periods = GREW(nr_periods);
    uint64_t throttled = GREW(nr_throttled);
    double used_ns = cpu_ns(GREW(usage_usec), GREW(cpuacct_usage_ns));

    usage->cores_used = cores_of_ns(used_ns, elapsed_ns);
    usage->user_cores = cores_of_ns(cpu_ns(GREW(user_usec), VMM_UNKNOWN), elapsed_ns);
    usage->system_cores = cores_of_ns(cpu_ns(GREW(system_usec), VMM_UNKNOWN), elapsed_ns);
    usage->cpu_limit_used_ratio = cpu_limit_used(used_ns, NOW(cpu_max_usec), NOW(cpu_max_period_usec), elapsed_ns);
    usage->throttled_periods_ratio = throttled_periods(throttled, periods, elapsed_ns);
    usage->throttled_cores = cores_of_ns(cpu_ns(GREW(throttled_usec), GREW(throttled_time_ns)), elapsed_ns);
    usage->memory_events_low = GREW(memory_events_low);
    usage->memory_events_high = GREW(memory_events_high);
    usage->memory_events_max = GREW(memory_events_max);
    usage->memory_events_oom = GREW(memory_events_oom);
    usage->memory_events_oom_kill = GREW(memory_events_oom_kill);
    usage->memory_events_oom_group_kill = GREW(memory_events_oom_group_kill);
    usage->memory_swap_events_max = GREW(memory_swap_events_max);
    usage->memory_swap_events_fail = GREW(memory_swap_events_fail);
    usage->pids_events_max = GREW(pids_events_max);
    usage->memory_failcnt = GREW(memory_failcnt);
    usage->memory_oom_control_oom_kill = GREW(memory_oom_control_oom_kill);
    usage->memory_events_local_low = GREW(memory_events_local_low);
    usage->memory_events_local_high = GREW(memory_events_local_high);
    usage->memory_events_local_max = GREW(memory_events_local_max);
    usage->memory_events_local_oom = GREW(memory_events_local_oom);
    usage->memory_events_local_oom_kill = GREW(memory_events_local_oom_kill);
    usage->memory_events_local_oom_group_kill = GREW(memory_events_local_oom_group_kill);
    return status;
}

vmm_status vmm_cgroup_usage_between(const struct vmm_cgroup *before, const struct vmm_cgroup *after, int64_t elapsed_ns,
                                    struct vmm_cgroup_usage *out, size_t out_size)
{
    struct vmm_cgroup_usage usage;
    vmm_status status =
        vmm_begin_between(before, after, elapsed_ns, VMM_RECORD_CGROUP, &usage, VMM_RECORD_CGROUP_USAGE);

    if (status == VMM_OK)
        status = cgroup_usage(before, after, elapsed_ns, &usage);
    return vmm_give(status, VMM_RECORD_CGROUP_USAGE, &usage, out, out_size);
}

#undef NOW
#undef GREW
