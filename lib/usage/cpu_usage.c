/* SPDX-License-Identifier: MIT */
/* How a CPU, or all CPUs together, spent the time between two samples. */
#include "row_list.h"
#include "vmmetrics/cpu.h"

#define AT(member) offsetof(struct vmm_cpu, member)
#define NOW(member) vmm_input(after, AT(member))
#define GAINED(member) ticks_gained(before, after, AT(member), false, gains)
#define GAINED_OR_STEPPED_BACK(member) ticks_gained(before, after, AT(member), true, gains)

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

static void set_gains_between(const struct vmm_cpu *before, const struct vmm_cpu *after, struct cpu_gains *gains)
{
    gains->largest_fall = 0;
    gains->has_restarted = false;
    gains->user = GAINED(user_ticks);
    gains->nice = GAINED(nice_ticks);
    gains->system = GAINED(system_ticks);
    gains->idle = GAINED_OR_STEPPED_BACK(idle_ticks);
    gains->iowait = GAINED_OR_STEPPED_BACK(iowait_ticks);
    gains->irq = GAINED(irq_ticks);
    gains->softirq = GAINED(softirq_ticks);
    gains->steal = GAINED_OR_STEPPED_BACK(steal_ticks);
    gains->guest = GAINED(guest_ticks);
    gains->guest_nice = GAINED(guest_nice_ticks);
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

/* What a CPU gained. VMM_E_EMPTY if a state is unknown that every kernel prints, VMM_RESET if a column restarted. */
static vmm_status compare_cpus(const struct vmm_cpu *before, const struct vmm_cpu *after, struct cpu_gains *gains,
                               uint64_t *total)
{
    set_gains_between(before, after, gains);
    *total = total_ticks(gains);
    if (!vmm_is_number(NOW(user_ticks)) || !vmm_is_number(NOW(nice_ticks)) || !vmm_is_number(NOW(system_ticks)) ||
        !vmm_is_number(NOW(idle_ticks)))
        return VMM_E_EMPTY;
    return gains->has_restarted || (gains->largest_fall != 0 && gains->largest_fall >= *total) ? VMM_RESET : VMM_OK;
}

static vmm_status one_cpu_usage(const struct vmm_cpu *before, const struct vmm_cpu *after, struct vmm_cpu_usage *usage)
{
    struct cpu_gains gains;
    uint64_t id = NOW(id), total;
    vmm_status status;

    /* The total row has no id, so it differs from the row of a CPU. */
    if (vmm_input(before, AT(id)) != id)
        return VMM_RESET;
    status = compare_cpus(before, after, &gains, &total);
    if (status != VMM_OK)
        return status;
    usage->id = id;
    if (vmm_is_number(id)) {
        usage->cpus = 1;
        usage->cpus_left_out = 0;
    }
    return cpu_usage(&gains, total, usage);
}

vmm_status vmm_cpu_usage_between(const struct vmm_cpu *before, const struct vmm_cpu *after, struct vmm_cpu_usage *out,
                                 size_t out_size)
{
    struct vmm_cpu_usage usage;
    /* The sum of all states is the time, so the time that is passed here only has to be above 0. */
    vmm_status status = vmm_begin_between(before, after, 1, VMM_RECORD_CPU, &usage, VMM_RECORD_CPU_USAGE);

    if (status == VMM_OK)
        status = one_cpu_usage(before, after, &usage);
    return vmm_give(status, VMM_RECORD_CPU_USAGE, &usage, out, out_size);
}

/* Copies the row of a list that is read now. */
static void take_cpu(const struct vmm_row_list *list, struct vmm_cpu *cpu)
{
    vmm_begin(cpu, sizeof *cpu, sizeof *cpu, VMM_RECORD_CPU);
    for (size_t offset = AT(id); offset < sizeof *cpu; offset += sizeof(uint64_t))
        vmm_store(cpu, sizeof *cpu, offset, vmm_row_list_member(list, list->row, offset));
}

/* Adds what a CPU gained. A column that one CPU lacks is unknown in the sum. */
static void add_gains(struct cpu_gains *sum, const struct cpu_gains *gains)
{
    sum->user = vmm_add(sum->user, gains->user);
    sum->nice = vmm_add(sum->nice, gains->nice);
    sum->system = vmm_add(sum->system, gains->system);
    sum->idle = vmm_add(sum->idle, gains->idle);
    sum->iowait = vmm_add(sum->iowait, gains->iowait);
    sum->irq = vmm_add(sum->irq, gains->irq);
    sum->softirq = vmm_add(sum->softirq, gains->softirq);
    sum->steal = vmm_add(sum->steal, gains->steal);
    sum->guest = vmm_add(sum->guest, gains->guest);
    sum->guest_nice = vmm_add(sum->guest_nice, gains->guest_nice);
}

/*
 * The ticks that a CPU can gain at most. The limit is a tenth larger, since clock and counters are not read at the same
 * moment, and a second larger, since stolen time is counted when the CPU runs again.
 */
static double most_ticks(const struct vmm_interval *interval)
{
    if (interval == NULL || interval->ticks_per_second == 0)
        return (double)UINT64_MAX;
    return ((double)interval->elapsed_ns * 1.1 / 1e9 + 1) * (double)interval->ticks_per_second;
}

/* Walks through both samples together, in the order of the numbers of their CPUs. */
static vmm_status all_cpus_usage(struct vmm_row_list *before, struct vmm_row_list *after, double most,
                                 struct vmm_cpu_usage *usage)
{
    struct cpu_gains sum = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false};
    uint64_t cpus = 0, left_out = 0, total;

    for (; vmm_is_number(after->id); vmm_row_list_seek(after, after->id + 1)) {
        bool counts = false;

        if (before->id < after->id)
            vmm_row_list_seek(before, after->id);
        if (before->id == after->id) {
            struct vmm_cpu old, now;
            struct cpu_gains gains;

            take_cpu(before, &old);
            take_cpu(after, &now);
            counts =
                compare_cpus(&old, &now, &gains, &total) == VMM_OK && vmm_is_number(total) && (double)total <= most;
            if (counts)
                add_gains(&sum, &gains);
        }
        cpus += counts;
        left_out += !counts;
    }
    total = total_ticks(&sum);
    if (cpus + left_out == 0)
        return VMM_E_EMPTY;
    if (cpus == 0 || !vmm_is_number(total))
        return VMM_RESET;
    if (after->end == after->rows + after->row_size)
        usage->id = vmm_row_list_member(after, after->rows, AT(id));
    usage->cpus = cpus;
    usage->cpus_left_out = left_out;
    return cpu_usage(&sum, total, usage);
}

vmm_status vmm_cpus_usage_between(const struct vmm_cpus *before, const struct vmm_cpus *after,
                                  const struct vmm_interval *interval, struct vmm_cpu_usage *out, size_t out_size)
{
    struct vmm_cpu_usage usage;
    bool has_before = before != NULL && before->rows != NULL && before->count != 0;
    vmm_status status = VMM_E_ARGUMENT;

    vmm_begin(&usage, sizeof usage, sizeof usage, VMM_RECORD_CPU_USAGE);
    if (after != NULL && vmm_are_rows_usable(after->rows, after->row_size) &&
        (!has_before || vmm_are_rows_usable(before->rows, before->row_size))) {
        struct vmm_row_list old = has_before ? vmm_row_list_of(before->rows, before->count, before->row_size, AT(id))
                                             : vmm_row_list_of(NULL, 0, 0, AT(id));
        struct vmm_row_list now = vmm_row_list_of(after->rows, after->count, after->row_size, AT(id));

        if (!vmm_is_number(old.id))
            status = VMM_FIRST;
        else if (interval != NULL && interval->elapsed_ns <= 0)
            status = VMM_NO_INTERVAL;
        else
            status = all_cpus_usage(&old, &now, most_ticks(interval), &usage);
    }
    return vmm_give(status, VMM_RECORD_CPU_USAGE, &usage, out, out_size);
}

#undef AT
#undef NOW
#undef GAINED
#undef GAINED_OR_STEPPED_BACK
