/* SPDX-License-Identifier: MIT */
/* What the threads of a VMM did between two samples. */
#include "arithmetic.h"
#include "vmmetrics/counter.h"
#include "vmmetrics/process.h"

#define AT(member) offsetof(struct vmm_process, member)

/* A sample, and the thread in it that is read now. */
struct thread_list {
    const char *rows;
    const char *end;
    size_t row_size;
    /* The numbers of the threads are in ascending order. */
    bool is_ordered;
    const char *row;
    /* The number of the thread; unknown after the last thread. */
    uint64_t pid;
};

/* Sums over threads; below zero if there is nothing to sum. */
struct thread_sums {
    double run_ns, delay_ns, voluntary, nonvoluntary;
};

/* A member of a row. Nothing after the end of the row is read, whatever the `size` of the record in it is. */
static uint64_t thread_member(const struct thread_list *list, const char *row, size_t offset)
{
    return offset + sizeof(uint64_t) <= list->row_size ? vmm_input(row, offset) : VMM_UNKNOWN;
}

/*
 * Goes to the thread with the smallest number from `least` on: in an ordered list to the next row that has a number, in
 * other lists by a search in all rows. If several rows have the number, the first row counts.
 */
static void seek_thread(struct thread_list *list, uint64_t least)
{
    const char *row = list->is_ordered ? list->row : list->rows;

    list->pid = VMM_UNKNOWN;
    for (; row != list->end; row += list->row_size) {
        uint64_t pid = thread_member(list, row, AT(pid));

        if (!vmm_is_number(pid) || pid < least || pid >= list->pid)
            continue;
        list->pid = pid;
        list->row = row;
        if (list->is_ordered)
            break;
    }
}

static bool are_threads_ordered(const struct thread_list *list)
{
    uint64_t last = 0;

    for (const char *row = list->rows; row != list->end; row += list->row_size) {
        uint64_t pid = thread_member(list, row, AT(pid));

        if (!vmm_is_number(pid))
            continue;
        if (pid < last)
            return false;
        last = pid;
    }
    return true;
}

/* Begins at the thread with the smallest number. NULL is a sample without threads. */
static struct thread_list thread_list_of(const struct vmm_threads *threads)
{
    struct thread_list list = {NULL, NULL, 0, false, NULL, VMM_UNKNOWN};

    if (threads == NULL || threads->count == 0)
        return list;
    list.rows = list.row = (const char *)threads->rows;
    list.end = list.rows + threads->count * threads->row_size;
    list.row_size = threads->row_size;
    list.is_ordered = are_threads_ordered(&list);
    seek_thread(&list, 0);
    return list;
}

static bool is_vcpu(const struct thread_list *list)
{
    return vmm_is_number(thread_member(list, list->row, AT(vcpu)));
}

/* Whether two threads with the same number are the same thread: their start times are equal, or one is unknown. */
static bool started_together(const struct thread_list *before, const struct thread_list *after)
{
    uint64_t old = thread_member(before, before->row, AT(starttime_ticks));
    uint64_t now = thread_member(after, after->row, AT(starttime_ticks));

    return !vmm_is_number(old) || !vmm_is_number(now) || old == now;
}

/*
 * Adds the growth of a counter of a thread if it is known; from 0 on if `before` is NULL. Returns false if the counter
 * fell or grew by more than `most`.
 */
static bool add_growth(double *sum, const struct thread_list *before, const struct thread_list *after, size_t offset,
                       uint32_t width, double most)
{
    uint64_t old = before == NULL ? 0 : thread_member(before, before->row, offset);
    uint64_t growth;
    vmm_status status =
        vmm_counter_between(old, thread_member(after, after->row, offset), (enum vmm_width)width, &growth);

    if (status != VMM_OK)
        return status != VMM_RESET;
    if ((double)growth > most)
        return false;
    *sum = (*sum < 0 ? 0 : *sum) + (double)growth;
    return true;
}

#define ADD(sum, member, most) add_growth(&sums->sum, before, after, AT(member), vmm_width_process_##member, most)

/*
 * Adds what a thread did. No thread can run or wait for longer than the time between the samples. The limit is a tenth
 * larger, since the threads are not all read at the same moment, and a second larger, since on CPUs without a regular
 * tick the kernel updates times once per second.
 */
static bool add_thread(struct thread_sums *sums, const struct thread_list *before, const struct thread_list *after,
                       int64_t elapsed_ns)
{
    double most_ns = (double)elapsed_ns * 1.1 + 1e9;
    double any = (double)UINT64_MAX;

    return ADD(run_ns, run_time_ns, most_ns) && ADD(delay_ns, run_delay_ns, most_ns) &&
           ADD(voluntary, voluntary_ctxt_switches, any) && ADD(nonvoluntary, nonvoluntary_ctxt_switches, any);
}

/* A sum divided by the time, in nanoseconds or seconds. */
static double sum_over(double sum, double time)
{
    return sum >= 0 ? sum / time : vmm_unknown_double();
}

/* The sum of two sums. One of them may be unknown. */
static double both_sums(double a, double b)
{
    return a < 0 ? b : b < 0 ? a : a + b;
}

/* Walks through both samples together, in the order of the numbers of their threads. */
static vmm_status threads_usage(struct thread_list *before, struct thread_list *after, int64_t elapsed_ns,
                                struct vmm_threads_usage *usage)
{
    struct thread_sums vcpus = {-1, -1, -1, -1}, others = {-1, -1, -1, -1};
    double ns = (double)elapsed_ns;

    if (!vmm_is_number(after->pid))
        return VMM_E_EMPTY;
    usage->threads = usage->threads_matched = usage->threads_new = usage->threads_gone = usage->vcpus = 0;
    while (vmm_is_number(before->pid) || vmm_is_number(after->pid)) {
        uint64_t pid = vmm_smaller(before->pid, after->pid);
        bool was_there = before->pid == pid, is_there = after->pid == pid;
        bool is_same = was_there && is_there && started_together(before, after);

        if (is_there) {
            if (!add_thread(is_vcpu(after) ? &vcpus : &others, is_same ? before : NULL, after, elapsed_ns))
                return VMM_RESET;
            usage->threads++;
            usage->threads_matched += is_same;
            usage->threads_new += !is_same;
            usage->vcpus += is_vcpu(after);
            seek_thread(after, pid + 1);
        }
        if (was_there) {
            usage->threads_gone += !is_same;
            seek_thread(before, pid + 1);
        }
    }
    if (usage->threads_matched == 0)
        return VMM_RESET;
    if (usage->vcpus != 0) {
        usage->vcpu_cores = sum_over(vcpus.run_ns, ns);
        usage->overhead_cores = sum_over(others.run_ns, ns);
        usage->vcpu_run_delay_cores = sum_over(vcpus.delay_ns, ns);
        usage->overhead_run_delay_cores = sum_over(others.delay_ns, ns);
    }
    usage->total_cores = sum_over(both_sums(others.run_ns, vcpus.run_ns), ns);
    usage->total_run_delay_cores = sum_over(both_sums(others.delay_ns, vcpus.delay_ns), ns);
    usage->voluntary_ctxt_switches_per_second = sum_over(both_sums(others.voluntary, vcpus.voluntary), ns / 1e9);
    usage->nonvoluntary_ctxt_switches_per_second =
        sum_over(both_sums(others.nonvoluntary, vcpus.nonvoluntary), ns / 1e9);
    return VMM_OK;
}

/* Whether a sample can be read. NULL cannot be read; the caller decides whether NULL means no earlier sample. */
static bool are_threads_usable(const struct vmm_threads *threads)
{
    return threads->rows != NULL && threads->row_size >= 2 * sizeof(uint64_t) &&
           threads->row_size % sizeof(uint64_t) == 0;
}

vmm_status vmm_threads_usage_between(const struct vmm_threads *before, const struct vmm_threads *after,
                                     int64_t elapsed_ns, struct vmm_threads_usage *out, size_t out_size)
{
    struct vmm_threads_usage usage;
    bool has_before = before != NULL && before->rows != NULL && before->count != 0;
    vmm_status status = VMM_E_ARGUMENT;

    vmm_begin(&usage, sizeof usage, sizeof usage, VMM_RECORD_THREADS_USAGE);
    if (after != NULL && are_threads_usable(after) && (!has_before || are_threads_usable(before))) {
        struct thread_list old = thread_list_of(has_before ? before : NULL);
        struct thread_list now = thread_list_of(after);

        status = !vmm_is_number(old.pid) ? VMM_FIRST : elapsed_ns <= 0 ? VMM_NO_INTERVAL : VMM_OK;
        if (status == VMM_OK)
            status = threads_usage(&old, &now, elapsed_ns, &usage);
    }
    return vmm_give(status, VMM_RECORD_THREADS_USAGE, &usage, out, out_size);
}

#undef AT
#undef ADD
