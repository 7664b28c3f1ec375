/* SPDX-License-Identifier: MIT */
/* What the threads of a VMM did between two samples. */
#include "row_list.h"
#include "vmmetrics/counter.h"
#include "vmmetrics/process.h"

#define AT(member) offsetof(struct vmm_process, member)

/*
 * Sums over threads. A sum is below zero without a number: NO_SUM if no thread has one, and INCOMPLETE if a thread lacks
 * one.
 */
enum { NO_SUM = -1, INCOMPLETE = -2 };

struct thread_sums {
    double run_ns, delay_ns, voluntary, nonvoluntary;
};

static uint64_t thread_member(const struct vmm_row_list *list, size_t offset)
{
    return vmm_row_list_member(list, list->row, offset);
}

static bool is_vcpu(const struct vmm_row_list *list)
{
    return vmm_is_number(thread_member(list, AT(vcpu)));
}

/* Whether two threads with the same number are the same thread: their start times are equal, or one is unknown. */
static bool started_together(const struct vmm_row_list *before, const struct vmm_row_list *after)
{
    uint64_t old = thread_member(before, AT(starttime_ticks));
    uint64_t now = thread_member(after, AT(starttime_ticks));

    return !vmm_is_number(old) || !vmm_is_number(now) || old == now;
}

/*
 * Whether a thread has not run yet, as far as can be seen: it has used no tick, and schedstat is unknown, which is
 * `0 0 0` for such a thread.
 */
static bool has_not_run(const struct vmm_row_list *list)
{
    return thread_member(list, AT(utime_ticks)) == 0 && thread_member(list, AT(stime_ticks)) == 0 &&
           thread_member(list, AT(run_time_ns)) == VMM_UNKNOWN && thread_member(list, AT(run_delay_ns)) == VMM_UNKNOWN;
}

/*
 * Adds the growth of a counter of a thread; from 0 on if `before` is NULL. Returns false if the counter fell or grew by
 * more than `most`.
 */
static bool add_growth(double *sum, const struct vmm_row_list *before, const struct vmm_row_list *after, size_t offset,
                       uint32_t width, double most)
{
    uint64_t old = before == NULL ? 0 : thread_member(before, offset);
    uint64_t growth;
    vmm_status status = vmm_counter_between(old, thread_member(after, offset), (enum vmm_width)width, &growth);

    if (status == VMM_RESET || (status == VMM_OK && (double)growth > most))
        return false;
    if (status != VMM_OK)
        *sum = INCOMPLETE;
    else if (*sum >= NO_SUM)
        *sum = (*sum < 0 ? 0 : *sum) + (double)growth;
    return true;
}

#define ADD(sum, before, member, most)                                                                                 \
    add_growth(&sums->sum, before, after, AT(member), vmm_width_process_##member, most)

/*
 * Adds what a thread did. No thread can run or wait for longer than the time between the samples. The limit is a tenth
 * larger, since the threads are not all read at the same moment, and a second larger, since on CPUs without a regular
 * tick the kernel updates times once per second.
 */
static bool add_thread(struct thread_sums *sums, const struct vmm_row_list *before, const struct vmm_row_list *after,
                       int64_t elapsed_ns)
{
    double most_ns = (double)elapsed_ns * 1.1 + 1e9;
    double any = (double)UINT64_MAX;
    const struct vmm_row_list *ran = before != NULL && has_not_run(before) ? NULL : before;

    if (!ADD(voluntary, before, voluntary_ctxt_switches, any) ||
        !ADD(nonvoluntary, before, nonvoluntary_ctxt_switches, any))
        return false;
    if (ran == NULL && has_not_run(after))
        return true;
    return ADD(run_ns, ran, run_time_ns, most_ns) && ADD(delay_ns, ran, run_delay_ns, most_ns);
}

/* A sum divided by the time, in nanoseconds or seconds. */
static double sum_over(double sum, double time)
{
    return sum >= 0 ? sum / time : vmm_unknown_double();
}

/* The sum of two sums. One of them may have no number. */
static double both_sums(double a, double b)
{
    if (a < NO_SUM || b < NO_SUM)
        return INCOMPLETE;
    return a < 0 ? b : b < 0 ? a : a + b;
}

/* The CPUs that the process used; below zero if unknown, which all negative, infinite and unknown doubles are. */
static double process_cores(const struct vmm_process_usage *process)
{
    const uint64_t infinite = 0x7ff0000000000000;

    if (process == NULL || vmm_input(process, offsetof(struct vmm_process_usage, cores_used)) >= infinite)
        return -1;
    return process->cores_used;
}

/*
 * Sets the CPUs used by all threads. What the process used and no thread explains was used by threads that began or ended
 * between the samples. The process counts in ticks, and is read at another moment than its threads: two ticks of 10
 * milliseconds and a hundredth are no difference.
 */
static void set_total(const struct thread_sums *vcpus, const struct thread_sums *others, double used, double ns,
                      struct vmm_threads_usage *usage)
{
    double run_ns = both_sums(others->run_ns, vcpus->run_ns);
    double explained = run_ns / ns, unexplained = used - explained;
    /* Without a sum, no thread of the kind has run. */
    double vcpu_cores = vcpus->run_ns < 0 ? 0 : vcpus->run_ns / ns;
    double other_cores = others->run_ns < 0 ? 0 : others->run_ns / ns;

    usage->total_cores = sum_over(run_ns, ns);
    if (usage->vcpus != 0)
        usage->overhead_cores = sum_over(others->run_ns, ns);
    if (used < 0)
        return;
    if (run_ns >= 0) {
        if (unexplained <= explained * 0.01 + 20e6 / ns)
            unexplained = 0;
        usage->unexplained_cores = unexplained;
        usage->total_cores = explained + unexplained;
        other_cores += unexplained;
    } else {
        usage->total_cores = used > vcpu_cores ? used : vcpu_cores;
        other_cores = usage->total_cores - vcpu_cores;
    }
    if (usage->vcpus != 0 && vcpus->run_ns >= NO_SUM)
        usage->overhead_cores = other_cores;
}

/* Walks through both samples together, in the order of the numbers of their threads. */
static vmm_status threads_usage(struct vmm_row_list *before, struct vmm_row_list *after, double used,
                                int64_t elapsed_ns, struct vmm_threads_usage *usage)
{
    struct thread_sums vcpus = {NO_SUM, NO_SUM, NO_SUM, NO_SUM}, others = vcpus;
    double ns = (double)elapsed_ns;

    if (!vmm_is_number(after->id))
        return VMM_E_EMPTY;
    usage->threads = usage->threads_matched = usage->threads_new = usage->threads_gone = usage->vcpus = 0;
    while (vmm_is_number(before->id) || vmm_is_number(after->id)) {
        uint64_t pid = vmm_smaller(before->id, after->id);
        bool was_there = before->id == pid, is_there = after->id == pid;
        bool is_same = was_there && is_there && started_together(before, after);

        if (is_there) {
            if (!add_thread(is_vcpu(after) ? &vcpus : &others, is_same ? before : NULL, after, elapsed_ns))
                return VMM_RESET;
            usage->threads++;
            usage->threads_matched += is_same;
            usage->threads_new += !is_same;
            usage->vcpus += is_vcpu(after);
            vmm_row_list_seek(after, pid + 1);
        }
        if (was_there) {
            usage->threads_gone += !is_same;
            vmm_row_list_seek(before, pid + 1);
        }
    }
    if (usage->threads_matched == 0)
        return VMM_RESET;
    if (usage->vcpus != 0) {
        usage->vcpu_cores = sum_over(vcpus.run_ns, ns);
        usage->vcpu_run_delay_cores = sum_over(vcpus.delay_ns, ns);
        usage->overhead_run_delay_cores = sum_over(others.delay_ns, ns);
    }
    set_total(&vcpus, &others, used, ns, usage);
    usage->total_run_delay_cores = sum_over(both_sums(others.delay_ns, vcpus.delay_ns), ns);
    usage->voluntary_ctxt_switches_per_second = sum_over(both_sums(others.voluntary, vcpus.voluntary), ns / 1e9);
    usage->nonvoluntary_ctxt_switches_per_second =
        sum_over(both_sums(others.nonvoluntary, vcpus.nonvoluntary), ns / 1e9);
    return VMM_OK;
}

vmm_status vmm_threads_usage_between(const struct vmm_threads *before, const struct vmm_threads *after,
                                     const struct vmm_process_usage *process, int64_t elapsed_ns,
                                     struct vmm_threads_usage *out, size_t out_size)
{
    struct vmm_threads_usage usage;
    bool has_before = before != NULL && before->rows != NULL && before->count != 0;
    vmm_status status = VMM_E_ARGUMENT;

    vmm_begin(&usage, sizeof usage, sizeof usage, VMM_RECORD_THREADS_USAGE);
    if (after != NULL && vmm_are_rows_usable(after->rows, after->row_size) &&
        (!has_before || vmm_are_rows_usable(before->rows, before->row_size)) &&
        (process == NULL || vmm_is_of(process, VMM_RECORD_PROCESS_USAGE))) {
        struct vmm_row_list old = has_before ? vmm_row_list_of(before->rows, before->count, before->row_size, AT(pid))
                                             : vmm_row_list_of(NULL, 0, 0, AT(pid));
        struct vmm_row_list now = vmm_row_list_of(after->rows, after->count, after->row_size, AT(pid));

        status = !vmm_is_number(old.id) ? VMM_FIRST : elapsed_ns <= 0 ? VMM_NO_INTERVAL : VMM_OK;
        if (status == VMM_OK)
            status = threads_usage(&old, &now, process_cores(process), elapsed_ns, &usage);
    }
    return vmm_give(status, VMM_RECORD_THREADS_USAGE, &usage, out, out_size);
}

#undef AT
#undef ADD
