/* What a cgroup did between two samples. */
#include "arithmetic.h"
#include "vmmetrics/cgroup.h"
#include "vmmetrics/counter.h"

#define RECORD struct vmm_cgroup_usage
#define MEMBERS(MEMBER)                                                                                                \
    MEMBER(cores_used, AVERAGE, GAUGE)                                                                                 \
    MEMBER(user_cores, AVERAGE, GAUGE)                                                                                 \
    MEMBER(system_cores, AVERAGE, GAUGE)                                                                               \
    MEMBER(cpu_limit_used_ratio, RATIO, GAUGE)                                                                         \
    MEMBER(throttled_periods_ratio, RATIO, GAUGE)                                                                      \
    MEMBER(throttled_cores, AVERAGE, GAUGE)                                                                            \
    MEMBER(memory_events_low, COUNT, GAUGE)                                                                            \
    MEMBER(memory_events_high, COUNT, GAUGE)                                                                           \
    MEMBER(memory_events_max, COUNT, GAUGE)                                                                            \
    MEMBER(memory_events_oom, COUNT, GAUGE)                                                                            \
    MEMBER(memory_events_oom_kill, COUNT, GAUGE)                                                                       \
    MEMBER(memory_events_oom_group_kill, COUNT, GAUGE)                                                                 \
    MEMBER(memory_swap_events_max, COUNT, GAUGE)                                                                       \
    MEMBER(memory_swap_events_fail, COUNT, GAUGE)                                                                      \
    MEMBER(pids_events_max, COUNT, GAUGE)                                                                              \
    MEMBER(memory_failcnt, COUNT, GAUGE)                                                                               \
    MEMBER(memory_oom_control_oom_kill, COUNT, GAUGE)
VMM_DESCRIBE(cgroup_usage, MEMBERS);

vmm_status vmm_cgroup_usage_between(const struct vmm_cgroup *before, const struct vmm_cgroup *after, int64_t elapsed_ns,
                                    struct vmm_cgroup_usage *out, size_t out_size)
{
    (void)before;
    (void)after;
    (void)elapsed_ns;
    return vmm_begin(out, out_size, sizeof *out) == 0 ? VMM_E_ARGUMENT : VMM_FIRST;
}
