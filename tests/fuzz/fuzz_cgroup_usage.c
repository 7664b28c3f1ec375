/* What a cgroup did between two records of any content and size, against a reference. */
#include <string.h>

#include "usage.h"

#define MEMBER(name, falls)                                                                                            \
    {                                                                                                                  \
        offsetof(struct vmm_cgroup, name), 8, falls                                                                    \
    }
static const struct fuzz_member members[] = {
    MEMBER(instance_id, false),
    MEMBER(usage_usec, true),
    MEMBER(user_usec, true),
    MEMBER(system_usec, true),
    MEMBER(throttled_usec, true),
    MEMBER(cpuacct_usage_ns, true),
    MEMBER(throttled_time_ns, true),
    MEMBER(nr_periods, false),
    MEMBER(nr_throttled, false),
    MEMBER(cpu_max_usec, false),
    MEMBER(cpu_max_period_usec, false),
    MEMBER(memory_events_low, true),
    MEMBER(memory_events_high, true),
    MEMBER(memory_events_max, true),
    MEMBER(memory_events_oom, true),
    MEMBER(memory_events_oom_kill, true),
    MEMBER(memory_events_oom_group_kill, true),
    MEMBER(memory_swap_events_max, true),
    MEMBER(memory_swap_events_fail, true),
    MEMBER(pids_events_max, true),
    MEMBER(memory_failcnt, true),
    MEMBER(memory_oom_control_oom_kill, true),
};
enum { MEMBERS = sizeof members / sizeof members[0] };

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
        fuzz_unsure(member);
    else if ((long double)periods < most)
        ref_ratio(member, throttled, periods);
}

static vmm_status reference(const struct fuzz_call *call, void *result)
{
    const struct vmm_cgroup *before = call->before, *after = call->after;
    struct vmm_cgroup_usage *out = result;
    uint64_t usage, user, system, throttled, v1_usage, v1_throttled, periods, throttled_periods;
    uint64_t quota = after->cpu_max_usec, period = after->cpu_max_period_usec;

    if (ref_differ(before->instance_id, after->instance_id))
        return VMM_RESET;
    /* The events become the growth itself. */
    if (!ref_growth(before->usage_usec, after->usage_usec, &usage) ||
        !ref_growth(before->user_usec, after->user_usec, &user) ||
        !ref_growth(before->system_usec, after->system_usec, &system) ||
        !ref_growth(before->throttled_usec, after->throttled_usec, &throttled) ||
        !ref_growth(before->cpuacct_usage_ns, after->cpuacct_usage_ns, &v1_usage) ||
        !ref_growth(before->throttled_time_ns, after->throttled_time_ns, &v1_throttled) ||
        !ref_growth_32(before->nr_periods, after->nr_periods, &periods) ||
        !ref_growth_32(before->nr_throttled, after->nr_throttled, &throttled_periods) ||
        !ref_growth(before->memory_events_low, after->memory_events_low, &out->memory_events_low) ||
        !ref_growth(before->memory_events_high, after->memory_events_high, &out->memory_events_high) ||
        !ref_growth(before->memory_events_max, after->memory_events_max, &out->memory_events_max) ||
        !ref_growth(before->memory_events_oom, after->memory_events_oom, &out->memory_events_oom) ||
        !ref_growth(before->memory_events_oom_kill, after->memory_events_oom_kill, &out->memory_events_oom_kill) ||
        !ref_growth(before->memory_events_oom_group_kill, after->memory_events_oom_group_kill,
                    &out->memory_events_oom_group_kill) ||
        !ref_growth(before->memory_swap_events_max, after->memory_swap_events_max, &out->memory_swap_events_max) ||
        !ref_growth(before->memory_swap_events_fail, after->memory_swap_events_fail, &out->memory_swap_events_fail) ||
        !ref_growth(before->pids_events_max, after->pids_events_max, &out->pids_events_max) ||
        !ref_growth(before->memory_failcnt, after->memory_failcnt, &out->memory_failcnt) ||
        !ref_growth(before->memory_oom_control_oom_kill, after->memory_oom_control_oom_kill,
                    &out->memory_oom_control_oom_kill))
        return VMM_RESET;
    set_cores(&out->cores_used, usage, v1_usage, call->elapsed_ns);
    set_cores(&out->user_cores, user, VMM_UNKNOWN, call->elapsed_ns);
    set_cores(&out->system_cores, system, VMM_UNKNOWN, call->elapsed_ns);
    set_cores(&out->throttled_cores, throttled, v1_throttled, call->elapsed_ns);
    if (ref_known_double(out->cores_used) && ref_known(quota) && ref_known(period) && quota != 0 && period != 0)
        out->cpu_limit_used_ratio = (double)((long double)out->cores_used * (long double)period / (long double)quota);
    set_throttled(&out->throttled_periods_ratio, throttled_periods, periods, call->elapsed_ns);
    for (unsigned i = 0; i < MEMBERS; i++) {
        uint64_t old, new;

        if (!members[i].falls && members[i].offset != offsetof(struct vmm_cgroup, nr_periods) &&
            members[i].offset != offsetof(struct vmm_cgroup, nr_throttled))
            continue;
        memcpy(&old, (const char *)before + members[i].offset, 8);
        memcpy(&new, (const char *)after + members[i].offset, 8);
        if (ref_known(old) && ref_known(new))
            return VMM_OK;
    }
    return VMM_E_EMPTY;
}

static vmm_status function(const struct fuzz_call *call, void *out, size_t out_size)
{
    return vmm_cgroup_usage_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

static void check(const struct fuzz_call *call, const void *out)
{
    struct vmm_cgroup_usage usage;

    (void)call;
    memcpy(&usage, out, sizeof usage);
    CHECK(!ref_known_double(usage.throttled_periods_ratio) || usage.throttled_periods_ratio <= 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct fuzz_side side = {sizeof(struct vmm_cgroup), members, MEMBERS};
    const struct fuzz_usage usage = {
        VMM_RECORD_CGROUP_USAGE, sizeof(struct vmm_cgroup_usage), side, side, true, true, function, reference, check};

    fuzz_usage(&usage, data, size);
    return 0;
}
