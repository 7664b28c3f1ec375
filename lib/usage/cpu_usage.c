/* SPDX-License-Identifier: MIT */
/* How a CPU spent the time between two samples of its row. */
#include "arithmetic.h"
#include "vmmetrics/cpu.h"

#define AT(member) offsetof(struct vmm_cpu, member)
#define NOW(member) vmm_input(after, AT(member))
#define GAINED(member) ticks_gained(before, after, AT(member), false, &gains)
#define GAINED_OR_STEPPED_BACK(member) ticks_gained(before, after, AT(member), true, &gains)

/* compare_cpus() compares the ids, since the total row has no id. */
/* The ticks that each column gained; unknown if the kernel does not print the column. */
struct cpu_gains {
    /* The states, which together are all of the time. */
    uint64_t user, nice, system, idle, iowait, irq, softirq, steal;
    /* Parts of `user` and of `nice`. */
    uint64_t guest, guest_nice;
    uint64_t largest_fall;
    bool has_restarted;
};

/* A column that may step back gains nothing when it does so. */
static uint64_t ticks_gained(const struct vmm_cpu *before, const struct vmm_cpu *after, size_t offset,
                             bool may_step_back, struct cpu_gains *gains)
{
    uint64_t old = vmm_input(before, offset);
    uint64_t now = vmm_input(after, offset);

    if (!vmm_is_number(old) || !vmm_is_number(now)) {
        if (vmm_is_number(old) != vmm_is_number(now))
            gains->has_restarted = true;
        return VMM_UNKNOWN;
    }
    if (now >= old)
        return now - old;
    if (!may_step_back)
        gains->has_restarted = true;
    if (old - now > gains->largest_fall)
        gains->largest_fall = old - now;
    return 0;
}

static struct cpu_gains cpu_gains_between(const struct vmm_cpu *before, const struct vmm_cpu *after)
{
    struct cpu_gains gains;

    gains.largest_fall = 0;
    gains.has_restarted = false;
    gains.user = GAINED(user_ticks);
    gains.nice = GAINED(nice_ticks);
    gains.system = GAINED(system_ticks);
    gains.idle = GAINED_OR_STEPPED_BACK(idle_ticks);
    gains.iowait = GAINED_OR_STEPPED_BACK(iowait_ticks);
    gains.irq = GAINED(irq_ticks);
    gains.softirq = GAINED(softirq_ticks);
    gains.steal = GAINED_OR_STEPPED_BACK(steal_ticks);
    gains.guest = GAINED(guest_ticks);
    gains.guest_nice = GAINED(guest_nice_ticks);
    return gains;
}

static uint64_t ticks_or_0(uint64_t ticks)
{
    return ticks == VMM_UNKNOWN ? 0 : ticks;
}

static double double_or_0(uint64_t ticks)
{
    return ticks == VMM_UNKNOWN ? 0 : (double)ticks;
}

/* The total is rebuilt from the parts, so that shares of it add up to one. */
static uint64_t total_ticks(const struct cpu_gains *gains)
{
    uint64_t total = vmm_add(gains->user, gains->nice);

    total = vmm_add(total, gains->system);
    total = vmm_add(total, gains->idle);
    total = vmm_add(total, ticks_or_0(gains->iowait));
    total = vmm_add(total, ticks_or_0(gains->irq));
    total = vmm_add(total, ticks_or_0(gains->softirq));
    return vmm_add(total, ticks_or_0(gains->steal));
}

static double ticks_ratio(uint64_t ticks, double whole)
{
    return ticks == VMM_UNKNOWN ? vmm_unknown_double() : (double)ticks / whole;
}

/* The share of a sum of states. Rounding must not lift the share above one. */
static double busy_ratio(double busy, double whole)
{
    return busy < whole ? busy / whole : 1;
}

static vmm_status cpu_usage(const struct cpu_gains *gains, uint64_t total, struct vmm_cpu_usage *usage)
{
    double busy = (double)gains->user + (double)gains->nice + (double)gains->system;
    double idle = (double)gains->idle;
    double iowait = double_or_0(gains->iowait);
    double irq = double_or_0(gains->irq);
    double softirq = double_or_0(gains->softirq);
    double steal = double_or_0(gains->steal);
    /* Hostile counters may add up to more than 64 bits; as a double their total is near enough for shares. */
    double whole = busy + idle + iowait + irq + softirq + steal;

    if (whole < 1)
        return VMM_NO_INTERVAL;
    usage->total_ticks = total;
    usage->user_ratio = ticks_ratio(gains->user, whole);
    usage->nice_ratio = ticks_ratio(gains->nice, whole);
    usage->system_ratio = ticks_ratio(gains->system, whole);
    usage->idle_ratio = ticks_ratio(gains->idle, whole);
    usage->iowait_ratio = ticks_ratio(gains->iowait, whole);
    usage->irq_ratio = ticks_ratio(gains->irq, whole);
    usage->softirq_ratio = ticks_ratio(gains->softirq, whole);
    usage->steal_ratio = ticks_ratio(gains->steal, whole);
    /* By rounding, the time of guests may be a tick longer than the user time, which contains it. */
    if (gains->guest != VMM_UNKNOWN)
        usage->guest_ratio = ticks_ratio(vmm_smaller(gains->guest, gains->user), whole);
    if (gains->guest_nice != VMM_UNKNOWN)
        usage->guest_nice_ratio = ticks_ratio(vmm_smaller(gains->guest_nice, gains->nice), whole);
    usage->busy_cloudwatch_ratio = busy_ratio(busy + iowait + irq + softirq + steal, whole);
    usage->busy_gopsutil_ratio = busy_ratio(busy + irq + softirq + steal, whole);
    usage->busy_node_exporter_ratio = busy_ratio(busy + irq + softirq, whole);
    return VMM_OK;
}

static vmm_status compare_cpus(const struct vmm_cpu *before, const struct vmm_cpu *after, struct vmm_cpu_usage *usage)
{
    struct cpu_gains gains;
    uint64_t total;

    /* The total row has no id, so it differs from the row of a CPU. */
    if (vmm_input(before, AT(id)) != NOW(id))
        return VMM_RESET;
    if (!vmm_is_number(NOW(user_ticks)) || !vmm_is_number(NOW(nice_ticks)) || !vmm_is_number(NOW(system_ticks)) ||
        !vmm_is_number(NOW(idle_ticks)))
        return VMM_E_EMPTY;
    gains = cpu_gains_between(before, after);
    total = total_ticks(&gains);
    if (gains.has_restarted || (gains.largest_fall != 0 && gains.largest_fall >= total))
        return VMM_RESET;
    usage->id = NOW(id);
    return cpu_usage(&gains, total, usage);
}

vmm_status vmm_cpu_usage_between(const struct vmm_cpu *before, const struct vmm_cpu *after, struct vmm_cpu_usage *out,
                                 size_t out_size)
{
    struct vmm_cpu_usage usage;
    /* The sum of all states is the time, so the time that is passed here only has to be above 0. */
    vmm_status status = vmm_begin_between(before, after, 1, VMM_RECORD_CPU, &usage, VMM_RECORD_CPU_USAGE);

    if (status == VMM_OK)
        status = compare_cpus(before, after, &usage);
    return vmm_give(status, VMM_RECORD_CPU_USAGE, &usage, out, out_size);
}

#undef AT
#undef NOW
#undef GAINED
#undef GAINED_OR_STEPPED_BACK
