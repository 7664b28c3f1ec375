/* What a cgroup did between two samples. */
#include "arithmetic.h"
#include "vmmetrics/cgroup.h"
#include "vmmetrics/counter.h"

#define RECORD struct vmm_cgroup_usage

/* The counters that the usage reads. */
enum { USAGE, USER, SYSTEM, THROTTLED, V1_USAGE, V1_THROTTLED, PERIODS, PERIODS_THROTTLED, EVENTS };

/* Where a counter is, which member its growth is by itself (none before EVENTS), and how wide it is. */
struct counter {
    uint16_t input;
    uint16_t output;
    uint16_t width;
};

#define AT(member) offsetof(struct vmm_cgroup, member)
#define EVENT(member) AT(member), offsetof(RECORD, member)
static const struct counter counters[] = {
    [USAGE] = {AT(usage_usec), 0, VMM_WIDTH_64},
    [USER] = {AT(user_usec), 0, VMM_WIDTH_64},
    [SYSTEM] = {AT(system_usec), 0, VMM_WIDTH_64},
    [THROTTLED] = {AT(throttled_usec), 0, VMM_WIDTH_64},
    [V1_USAGE] = {AT(cpuacct_usage_ns), 0, VMM_WIDTH_64},
    [V1_THROTTLED] = {AT(throttled_time_ns), 0, VMM_WIDTH_64},
    [PERIODS] = {AT(nr_periods), 0, VMM_WIDTH_32},
    [PERIODS_THROTTLED] = {AT(nr_throttled), 0, VMM_WIDTH_32},
    [EVENTS] = {EVENT(memory_events_low), VMM_WIDTH_KERNEL_LONG},
    {EVENT(memory_events_high), VMM_WIDTH_KERNEL_LONG},
    {EVENT(memory_events_max), VMM_WIDTH_KERNEL_LONG},
    {EVENT(memory_events_oom), VMM_WIDTH_KERNEL_LONG},
    {EVENT(memory_events_oom_kill), VMM_WIDTH_KERNEL_LONG},
    {EVENT(memory_events_oom_group_kill), VMM_WIDTH_KERNEL_LONG},
    {EVENT(memory_swap_events_max), VMM_WIDTH_KERNEL_LONG},
    {EVENT(memory_swap_events_fail), VMM_WIDTH_KERNEL_LONG},
    {EVENT(pids_events_max), VMM_WIDTH_64},
    {EVENT(memory_failcnt), VMM_WIDTH_KERNEL_LONG},
    {EVENT(memory_oom_control_oom_kill), VMM_WIDTH_KERNEL_LONG},
};
#define COUNTERS (sizeof counters / sizeof counters[0])

static vmm_status growths_between(const struct vmm_cgroup *before, const struct vmm_cgroup *after,
                                  uint64_t growths[COUNTERS])
{
    vmm_status result = VMM_E_EMPTY;

    for (unsigned i = 0; i < COUNTERS; i++) {
        vmm_status status = vmm_counter_between(vmm_input(before, counters[i].input),
                                                vmm_input(after, counters[i].input), counters[i].width, &growths[i]);

        if (status == VMM_RESET || (status == VMM_OK && result == VMM_E_EMPTY))
            result = status;
    }
    return result;
}

/* Nanoseconds of CPU time, from microseconds or else from nanoseconds; below zero when both are unknown. */
static double nanoseconds(uint64_t usec, uint64_t ns)
{
    if (usec != VMM_UNKNOWN)
        return (double)usec * 1000;
    return ns != VMM_UNKNOWN ? (double)ns : -1;
}

static void store_cores(void *out, size_t size, size_t offset, double used_ns, int64_t elapsed_ns)
{
    if (used_ns >= 0)
        vmm_store_double(out, size, offset, used_ns / (double)elapsed_ns);
}

/*
 * No period is shorter than a millisecond. The tenth more and the tenth of a second are for clock and counter that are
 * not read at the same moment. A counter that restarted seems to have grown by more than 2^31, as a negative one is
 * unknown.
 */
static bool are_plausible(uint64_t periods, int64_t elapsed_ns)
{
    return (double)periods <= (double)elapsed_ns / 1e6 * 1.1 + 100;
}

vmm_status vmm_cgroup_usage_between(const struct vmm_cgroup *before, const struct vmm_cgroup *after, int64_t elapsed_ns,
                                    struct vmm_cgroup_usage *out, size_t out_size)
{
    size_t size = vmm_begin(out, out_size, sizeof *out);
    uint64_t growths[COUNTERS];
    uint64_t quota, period;
    double used_ns;
    vmm_status status;

    if (size == 0 || after == NULL)
        return VMM_E_ARGUMENT;
    if (before == NULL || before->size == 0)
        return VMM_FIRST;
    if (elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    if (vmm_differ(before, after, offsetof(struct vmm_cgroup, instance_id)))
        return VMM_RESET;
    status = growths_between(before, after, growths);
    if (status != VMM_OK)
        return status;

    used_ns = nanoseconds(growths[USAGE], growths[V1_USAGE]);
    store_cores(out, size, offsetof(RECORD, cores_used), used_ns, elapsed_ns);
    store_cores(out, size, offsetof(RECORD, user_cores), nanoseconds(growths[USER], VMM_UNKNOWN), elapsed_ns);
    store_cores(out, size, offsetof(RECORD, system_cores), nanoseconds(growths[SYSTEM], VMM_UNKNOWN), elapsed_ns);
    store_cores(out, size, offsetof(RECORD, throttled_cores), nanoseconds(growths[THROTTLED], growths[V1_THROTTLED]),
                elapsed_ns);
    quota = vmm_input(after, offsetof(struct vmm_cgroup, cpu_max_usec));
    period = vmm_input(after, offsetof(struct vmm_cgroup, cpu_max_period_usec));
    if (vmm_is_known(quota) && quota != 0 && vmm_is_known(period) && period != 0)
        store_cores(out, size, offsetof(RECORD, cpu_limit_used_ratio), used_ns * (double)period / (double)quota,
                    elapsed_ns);
    if (growths[PERIODS_THROTTLED] <= growths[PERIODS] && are_plausible(growths[PERIODS], elapsed_ns))
        vmm_store_ratio(out, size, offsetof(RECORD, throttled_periods_ratio), growths[PERIODS_THROTTLED],
                        growths[PERIODS]);
    for (unsigned i = EVENTS; i < COUNTERS; i++)
        vmm_store(out, size, counters[i].output, growths[i]);
    return VMM_OK;
}
