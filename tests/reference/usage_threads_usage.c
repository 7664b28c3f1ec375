/* SPDX-License-Identifier: MIT */
/* What threads did. A row counts if it has a number that no row before it has. */
#include "usage.h"

enum { COUNTERS = 4 };

static const struct vmm_process *row(const void *rows, size_t index)
{
    return (const struct vmm_process *)rows + index;
}

static bool counts(const void *rows, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (row(rows, i)->pid == row(rows, index)->pid)
            return false;
    return ref_known(row(rows, index)->pid);
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

/* The same thread before: of the same number, and not of another start. */
static const void *partner(const struct usage_call *call, size_t index)
{
    const struct vmm_process *new = row(call->after, index);

    for (size_t i = 0; counts(call->after, index) && i < call->before_count; i++)
        if (row(call->before, i)->pid == new->pid)
            return ref_differ(row(call->before, i)->starttime_ticks, new->starttime_ticks) ? NULL
                                                                                           : row(call->before, i);
    return NULL;
}

static void counters_of(const struct vmm_process *thread, uint64_t values[COUNTERS])
{
    values[0] = thread == NULL ? 0 : thread->run_time_ns;
    values[1] = thread == NULL ? 0 : thread->run_delay_ns;
    values[2] = thread == NULL ? 0 : thread->voluntary_ctxt_switches;
    values[3] = thread == NULL ? 0 : thread->nonvoluntary_ctxt_switches;
}

/* Whether schedstat says nothing of a thread and stat says that it has used no tick. */
static bool has_not_run(const struct vmm_process *thread)
{
    return thread->utime_ticks == 0 && thread->stime_ticks == 0 && thread->run_time_ns == VMM_UNKNOWN &&
           thread->run_delay_ns == VMM_UNKNOWN;
}

/* The tests' process has used `number` ticks of 10 milliseconds, if that is known. */
static bool has_process(const struct usage_call *call)
{
    return ref_known(call->number);
}

static double process_cores(const struct usage_call *call)
{
    return (double)call->number * 1e7 / (double)call->elapsed_ns;
}

/* What the process used is the machine's, whether its threads explain it or not. */
static void add_process(const struct usage_call *call, const long double cores[2], const bool has[2],
                        const bool lacks[2], struct vmm_threads_usage *out)
{
    long double used = process_cores(call), explained = cores[0] + cores[1], unexplained = used - explained;
    long double slack = explained / 100 + 20e6L / (long double)call->elapsed_ns;

    if ((has[0] || has[1]) && !lacks[0] && !lacks[1]) {
        if (ref_near(unexplained, slack)) {
            usage_unsure(&out->unexplained_cores);
            usage_unsure(&out->total_cores);
            usage_unsure(&out->overhead_cores);
            return;
        }
        if (unexplained < slack)
            unexplained = 0;
        out->unexplained_cores = (double)unexplained;
        out->total_cores = (double)(explained + unexplained);
        if (out->vcpus != 0)
            out->overhead_cores = (double)(cores[0] + unexplained);
        return;
    }
    /* How much an incomplete sum of virtual CPUs has does not count. */
    out->total_cores = (double)(used > cores[1] ? used : cores[1]);
    if (out->vcpus == 0 || lacks[1])
        return;
    out->overhead_cores = (double)(used > cores[1] ? used - cores[1] : 0);
    if (ref_near(used, cores[1]))
        usage_unsure(&out->overhead_cores);
}

static void set(double *member, bool is_known, long double sum, long double time)
{
    if (is_known)
        *member = (double)(sum / time);
}

static vmm_status reference(const struct usage_call *call, void *result)
{
    struct vmm_threads_usage *out = result;
    long double sums[2][COUNTERS] = {{0}}, time = (long double)call->elapsed_ns, most = time * 1.1L + 1e9L;
    bool has[2][COUNTERS] = {{false}}, lacks[2][COUNTERS] = {{false}};
    double *cores[2][2] = {{&out->overhead_cores, &out->overhead_run_delay_cores},
                           {&out->vcpu_cores, &out->vcpu_run_delay_cores}};
    double *totals[COUNTERS] = {&out->total_cores, &out->total_run_delay_cores,
                                &out->voluntary_ctxt_switches_per_second, &out->nonvoluntary_ctxt_switches_per_second};

    out->threads = count(call->after, call->after_count);
    if (out->threads == 0)
        return VMM_E_EMPTY;
    out->threads_matched = out->vcpus = 0;
    for (size_t i = 0; i < call->after_count; i++) {
        const struct vmm_process *new = row(call->after, i), *old = partner(call, i);
        unsigned is_vcpu = ref_known(new->vcpu) ? 1 : 0;
        uint64_t before[COUNTERS], after[COUNTERS];
        bool began = old == NULL || has_not_run(old);

        if (!counts(call->after, i))
            continue;
        out->vcpus += is_vcpu;
        out->threads_matched += old != NULL;
        counters_of(old, before);
        counters_of(new, after);
        for (unsigned j = 0; j < COUNTERS; j++) {
            struct ref_counters counters = {false, false};
            uint64_t growth = ref_growth(&counters, began && j < 2 ? 0 : before[j], after[j]);

            if (counters.fell)
                return VMM_RESET;
            if (j < 2 && began && has_not_run(new))
                continue;
            if (!counters.any) {
                lacks[is_vcpu][j] = true;
                continue;
            }
            /* The earlier sample has missed a thread whose time does not fit between the samples. */
            if (j < 2 && ref_near((long double)growth, most))
                return USAGE_UNSURE;
            if (j < 2 && (long double)growth > most)
                return VMM_RESET;
            sums[is_vcpu][j] += (long double)growth;
            has[is_vcpu][j] = true;
        }
    }
    if (out->threads_matched == 0)
        return VMM_RESET;
    out->threads_new = out->threads - out->threads_matched;
    out->threads_gone = count(call->before, call->before_count) - out->threads_matched;
    /* A sum that lacks a part is unknown, as is the sum of both. */
    for (unsigned j = 0; j < COUNTERS; j++) {
        bool both = (has[0][j] || has[1][j]) && !lacks[0][j] && !lacks[1][j];

        for (unsigned is_vcpu = 0; is_vcpu < 2 && out->vcpus != 0 && j < 2; is_vcpu++)
            set(cores[is_vcpu][j], has[is_vcpu][j] && !lacks[is_vcpu][j], sums[is_vcpu][j], time);
        set(totals[j], both, sums[0][j] + sums[1][j], j < 2 ? time : time / 1e9L);
    }
    if (has_process(call))
        add_process(call,
                    (const long double[]){lacks[0][0] ? 0 : sums[0][0] / time, lacks[1][0] ? 0 : sums[1][0] / time},
                    (const bool[]){has[0][0], has[1][0]}, (const bool[]){lacks[0][0], lacks[1][0]}, out);
    return VMM_OK;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    const struct vmm_threads before = {call->before, call->before_count, call->row_size};
    const struct vmm_threads after = {call->after, call->after_count, call->row_size};

    struct vmm_process_usage process;

    vmm_record_init(VMM_RECORD_PROCESS_USAGE, &process, sizeof process);
    /* Without time, the function has to say so whatever the process used. */
    process.cores_used = call->elapsed_ns == 0 ? 0 : process_cores(call);
    return vmm_threads_usage_between(&before, &after, has_process(call) ? &process : NULL, call->elapsed_ns, out,
                                     out_size);
}

static bool is_sound(const struct usage_call *call, const void *out)
{
    const struct vmm_threads_usage *usage = out;

    (void)call;
    return usage->threads == usage->threads_matched + usage->threads_new && usage->vcpus <= usage->threads &&
           (!ref_known_double(usage->vcpu_cores) || !ref_known_double(usage->overhead_cores) ||
            ref_near((long double)usage->vcpu_cores + (long double)usage->overhead_cores,
                     (long double)usage->total_cores));
}

const struct usage usage_threads_usage = {
    .name = "threads_usage",
    .record_id = VMM_RECORD_THREADS_USAGE,
    .bytes = sizeof(struct vmm_threads_usage),
    .after = {VMM_RECORD_PROCESS, sizeof(struct vmm_process),
              "=pid =starttime_ticks vcpu utime_ticks stime_ticks +run_time_ns +run_delay_ns +voluntary_ctxt_switches "
              "+nonvoluntary_ctxt_switches"},
    .is_between = true,
    .is_timed = true,
    .is_of_rows = true,
    .function = function,
    .reference = reference,
    .is_sound = is_sound,
    .is_begun = is_begun,
    .partner = partner,
};
