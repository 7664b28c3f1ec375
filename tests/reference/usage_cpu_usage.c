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

/* What a CPU gained in each column. */
static vmm_status gained(const struct vmm_cpu *before, const struct vmm_cpu *after, uint64_t gains[COLUMNS],
                         uint64_t *total)
{
    uint64_t largest_fall = 0;

    *total = 0;
    for (unsigned i = USER; i <= IDLE; i++)
        if (!ref_known(tick(after, i)))
            return VMM_E_EMPTY;
    for (unsigned i = 0; i < COLUMNS; i++)
        if (ref_known(tick(before, i)) != ref_known(tick(after, i)))
            return VMM_RESET;
    for (unsigned i = 0; i < COLUMNS; i++) {
        uint64_t old = tick(before, i), new = tick(after, i);

        gains[i] = VMM_UNKNOWN;
        if (!ref_known(new))
            continue;
        gains[i] = new >= old ? new - old : 0;
        if (new < old && i != IDLE &&i != IOWAIT &&i != STEAL)
            return VMM_RESET;
        if (new < old && old - new > largest_fall)
            largest_fall = old - new;
        if (i < STATES)
            *total = ref_add(*total, gains[i]);
    }
    /* A total that is too large is larger than any fall. */
    return largest_fall > 0 && largest_fall >= *total ? VMM_RESET : VMM_OK;
}

static vmm_status shares(const uint64_t gains[COLUMNS], uint64_t total, struct vmm_cpu_usage *out)
{
    long double whole = 0;

    for (unsigned i = 0; i < STATES; i++)
        whole += ref_known(gains[i]) ? (long double)gains[i] : 0;
    if (total == 0)
        return VMM_NO_INTERVAL;
    out->total_ticks = total;
    out->busy_cloudwatch_ratio = 0;
    out->busy_gopsutil_ratio = 0;
    out->busy_node_exporter_ratio = 0;
    for (unsigned i = 0; i < COLUMNS; i++) {
        unsigned around = i == GUEST ? USER : i == GUEST_NICE ? NICE : i;
        uint64_t gain = gains[i] > gains[around] ? gains[around] : gains[i];
        double share = (double)((long double)gain / whole);

        if (!ref_known(gains[i]))
            continue;
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

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_cpu *before = call->before, *after = call->after;
    struct vmm_cpu_usage *out = result;
    uint64_t gains[COLUMNS], total;
    vmm_status status;

    if (before->id != after->id)
        return VMM_RESET;
    status = gained(before, after, gains, &total);
    if (status != VMM_OK)
        return status;
    out->id = after->id;
    if (ref_known(after->id)) {
        out->cpus = 1;
        out->cpus_left_out = 0;
    }
    return shares(gains, total, out);
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

/* ---- all CPUs: a row counts if it has a number that no row before it has ---- */

static const struct vmm_cpu *row(const void *rows, size_t index)
{
    return (const struct vmm_cpu *)rows + index;
}

static bool counts(const void *rows, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (row(rows, i)->id == row(rows, index)->id)
            return false;
    return ref_known(row(rows, index)->id);
}

static size_t count(const void *rows, size_t all)
{
    size_t known = 0;

    for (size_t i = 0; i < all; i++)
        known += counts(rows, i);
    return known;
}

static bool is_begun(const struct usage_call *call)
{
    return count(call->before, call->before_count) != 0;
}

static const void *partner(const struct usage_call *call, size_t index)
{
    for (size_t i = 0; counts(call->after, index) && i < call->before_count; i++)
        if (row(call->before, i)->id == row(call->after, index)->id)
            return row(call->before, i);
    return NULL;
}

/* The tests' records of chance have many ticks a second. */
static struct vmm_interval interval_of(const struct usage_call *call)
{
    return (struct vmm_interval){call->elapsed_ns, call->number * 1000000};
}

static vmm_status reference_of_all(const struct usage_call *call, void *result)
{
    struct vmm_interval interval = interval_of(call);
    long double most = ((long double)interval.elapsed_ns * 1.1L / 1e9L + 1) * (long double)interval.ticks_per_second;
    bool checks = interval.elapsed_ns > 0 && interval.ticks_per_second != 0;
    struct vmm_cpu_usage *out = result;
    uint64_t sums[COLUMNS] = {0}, sum = 0;

    if (count(call->after, call->after_count) == 0)
        return VMM_E_EMPTY;
    out->cpus = out->cpus_left_out = 0;
    for (size_t i = 0; i < call->after_count; i++) {
        const struct vmm_cpu *old = partner(call, i);
        uint64_t gains[COLUMNS], total = 0;
        bool is_good = old != NULL && gained(old, row(call->after, i), gains, &total) == VMM_OK;

        if (!counts(call->after, i))
            continue;
        if (is_good && checks && ref_near((long double)total, most))
            return USAGE_UNSURE;
        if (!is_good || !ref_known(total) || (checks && (long double)total > most)) {
            out->cpus_left_out++;
            continue;
        }
        out->cpus++;
        for (unsigned k = 0; k < COLUMNS; k++)
            sums[k] = ref_add(sums[k], gains[k]);
    }
    for (unsigned k = 0; k < STATES; k++)
        sum = ref_add(sum, ref_known(sums[k]) || k <= IDLE ? sums[k] : 0);
    if (out->cpus == 0 || !ref_known(sum))
        return VMM_RESET;
    if (call->after_count == 1)
        out->id = row(call->after, 0)->id;
    return shares(sums, sum, out);
}

static vmm_status function_of_all(const struct usage_call *call, void *out, size_t out_size)
{
    const struct vmm_cpus before = {call->before, call->before_count, call->row_size};
    const struct vmm_cpus after = {call->after, call->after_count, call->row_size};
    const struct vmm_interval interval = interval_of(call);

    return vmm_cpus_usage_between(&before, &after, call->elapsed_ns > 0 ? &interval : NULL, out, out_size);
}

const struct usage usage_cpus_usage = {
    .name = "cpus_usage",
    .record_id = VMM_RECORD_CPU_USAGE,
    .bytes = sizeof(struct vmm_cpu_usage),
    .after = {VMM_RECORD_CPU, sizeof(struct vmm_cpu),
              "=id user_ticks nice_ticks system_ticks idle_ticks iowait_ticks irq_ticks softirq_ticks steal_ticks "
              "guest_ticks guest_nice_ticks"},
    .is_between = true,
    .is_of_rows = true,
    .function = function_of_all,
    .reference = reference_of_all,
    .is_sound = is_sound,
    .is_begun = is_begun,
    .partner = partner,
};
