/* SPDX-License-Identifier: MIT */
/* Shares of CPU time. */
#include <string.h>

#include "usage.h"

enum { USER, NICE, SYSTEM, IDLE, IOWAIT, IRQ, SOFTIRQ, STEAL, GUEST, GUEST_NICE, COLUMNS, STATES = GUEST };

/* The columns from `user` on of either record. */
static uint64_t tick(const struct vmm_cpu *cpu, unsigned column)
{
    uint64_t value;

    memcpy(&value, (const char *)cpu + offsetof(struct vmm_cpu, user_ticks) + 8 * (size_t)column, 8);
    return value;
}

static double *ratio(struct vmm_cpu_usage *usage, unsigned column)
{
    double *ratios[COLUMNS] = {
        &usage->user_ratio, &usage->nice_ratio,    &usage->system_ratio, &usage->idle_ratio,  &usage->iowait_ratio,
        &usage->irq_ratio,  &usage->softirq_ratio, &usage->steal_ratio,  &usage->guest_ratio, &usage->guest_nice_ratio};

    return ratios[column];
}

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_cpu *before = call->before, *after = call->after;
    struct vmm_cpu_usage *out = result;
    uint64_t gains[COLUMNS] = {0}, total = 0, largest_fall = 0;
    long double whole = 0;

    if (before->id != after->id)
        return VMM_RESET;
    for (unsigned i = USER; i <= IDLE; i++)
        if (!ref_known(tick(after, i)))
            return VMM_E_EMPTY;
    for (unsigned i = 0; i < COLUMNS; i++)
        if (ref_known(tick(before, i)) != ref_known(tick(after, i)))
            return VMM_RESET;
    for (unsigned i = 0; i < COLUMNS; i++) {
        uint64_t old = tick(before, i), new = tick(after, i);

        if (!ref_known(new))
            continue;
        if (new >= old)
            gains[i] = new - old;
        else if (i != IDLE && i != IOWAIT && i != STEAL)
            return VMM_RESET;
        else if (old - new > largest_fall)
            largest_fall = old - new;
        if (i < STATES) {
            total = ref_add(total, gains[i]);
            whole += (long double)gains[i];
        }
    }
    /* A total that is too large is larger than any fall. */
    if (largest_fall > 0 && largest_fall >= total)
        return VMM_RESET;
    if (total == 0)
        return VMM_NO_INTERVAL;
    out->id = after->id;
    out->total_ticks = total;
    if (gains[GUEST] > gains[USER])
        gains[GUEST] = gains[USER];
    if (gains[GUEST_NICE] > gains[NICE])
        gains[GUEST_NICE] = gains[NICE];
    out->busy_cloudwatch_ratio = 0;
    out->busy_gopsutil_ratio = 0;
    out->busy_node_exporter_ratio = 0;
    for (unsigned i = 0; i < COLUMNS; i++) {
        double share = (double)((long double)gains[i] / whole);

        if (ref_known(tick(after, i)))
            *ratio(out, i) = share;
        if (i < STATES && i != IDLE)
            out->busy_cloudwatch_ratio += share;
        if (i < STATES && i != IDLE && i != IOWAIT)
            out->busy_gopsutil_ratio += share;
        if (i < STATES && i != IDLE && i != IOWAIT && i != STEAL)
            out->busy_node_exporter_ratio += share;
    }
    return VMM_OK;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_cpu_usage_between(call->before, call->after, out, out_size);
}

/* Shares are shares, those of the states add up to one, and a part is not more than what contains it. */
static bool is_sound(const struct usage_call *call, const void *out)
{
    struct vmm_cpu_usage usage;
    double sum = 0;

    (void)call;
    memcpy(&usage, out, sizeof usage);
    for (unsigned i = 0; i < COLUMNS; i++) {
        double share = *ratio(&usage, i);

        if (!ref_is_share(share))
            return false;
        if (i < STATES && ref_known_double(share))
            sum += share;
    }
    return ref_near((long double)sum, 1) &&
           (!ref_known_double(usage.guest_ratio) || usage.guest_ratio <= usage.user_ratio) &&
           (!ref_known_double(usage.guest_nice_ratio) || usage.guest_nice_ratio <= usage.nice_ratio) &&
           usage.busy_cloudwatch_ratio <= 1 && usage.busy_gopsutil_ratio <= usage.busy_cloudwatch_ratio &&
           usage.busy_node_exporter_ratio <= usage.busy_gopsutil_ratio;
}

const struct usage usage_cpu_usage = {
    .name = "cpu_usage",
    .record_id = VMM_RECORD_CPU_USAGE,
    .bytes = sizeof(struct vmm_cpu_usage),
    .after = {VMM_RECORD_CPU, sizeof(struct vmm_cpu),
              "=id +user_ticks +nice_ticks +system_ticks idle_ticks iowait_ticks +irq_ticks +softirq_ticks "
              "steal_ticks +guest_ticks +guest_nice_ticks"},
    .is_between = true,
    .function = function,
    .reference = reference,
    .is_sound = is_sound,
};
