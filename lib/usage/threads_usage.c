/* What the threads of a VMM did between two samples. */
#include "arithmetic.h"
#include "vmmetrics/counter.h"
#include "vmmetrics/process.h"

#define RECORD struct vmm_threads_usage

#define AT(member) offsetof(struct vmm_process, member)

/* The counters that are summed; the first two are nanoseconds. */
enum { RUN_TIME, RUN_DELAY, VOLUNTARY, NONVOLUNTARY, COUNTERS };
static const uint16_t counters[COUNTERS] = {AT(run_time_ns), AT(run_delay_ns), AT(voluntary_ctxt_switches),
                                            AT(nonvoluntary_ctxt_switches)};

/* What is left of a sample. */
struct threads {
    const char *rows;
    const char *end;
    size_t row_size;
};

static struct threads threads_of(const void *rows, size_t count, size_t row_size)
{
    struct threads threads = {rows, rows, row_size};

    if (count != 0)
        threads.end += count * row_size;
    return threads;
}

/* Sums over virtual CPUs (1) and over all other threads (0), below zero where there is nothing to sum. */
struct sums {
    double counter[2][COUNTERS];
};

/* A member of the first thread. No more of it is looked at than a row holds, whatever its own size says. */
static uint64_t input(const struct threads *threads, size_t offset)
{
    return offset + sizeof(uint64_t) <= threads->row_size ? vmm_input(threads->rows, offset) : VMM_UNKNOWN;
}

static void go_on(struct threads *threads)
{
    threads->rows += threads->row_size;
}

/* The number of the first thread that has one, which becomes the first; unknown at the end. */
static uint64_t next_pid(struct threads *threads)
{
    for (; threads->rows != threads->end; go_on(threads)) {
        uint64_t pid = input(threads, AT(pid));

        if (vmm_is_known(pid))
            return pid;
    }
    return VMM_UNKNOWN;
}

static bool is_ascending(struct threads threads)
{
    uint64_t pid = next_pid(&threads);

    while (threads.rows != threads.end) {
        uint64_t before = pid;

        go_on(&threads);
        pid = next_pid(&threads);
        if (pid <= before)
            return false;
    }
    return true;
}

/* Whether the first threads of two samples started at different times. */
static bool started_apart(const struct threads *before, const struct threads *after)
{
    uint64_t old = input(before, AT(starttime_ticks));
    uint64_t new = input(after, AT(starttime_ticks));

    return vmm_is_known(old) && vmm_is_known(new) && old != new;
}

/*
 * No thread can run or wait for longer than the time between the samples. The tenth more is for threads that are not all
 * read at the same moment, the second for CPUs without a regular tick, where the kernel brings times up to date once in a
 * second.
 */
static bool is_plausible(uint64_t run_ns, int64_t elapsed_ns)
{
    return (double)run_ns <= (double)elapsed_ns * 1.1 + 1e9;
}

/* Adds what the counters of a thread grew by, from 0 where `before` is NULL. False where that cannot be. */
static bool add_thread(struct sums *sums, const struct threads *before, const struct threads *after, int64_t elapsed_ns)
{
    double *sum = sums->counter[vmm_is_known(input(after, AT(vcpu))) ? 1 : 0];

    for (unsigned i = 0; i < COUNTERS; i++) {
        uint64_t old = before == NULL ? 0 : input(before, counters[i]);
        uint64_t growth;
        vmm_status status = vmm_counter_between(old, input(after, counters[i]), VMM_WIDTH_64, &growth);

        if (status == VMM_RESET)
            return false;
        if (status != VMM_OK)
            continue;
        if (i <= RUN_DELAY && !is_plausible(growth, elapsed_ns))
            return false;
        sum[i] = (sum[i] < 0 ? 0 : sum[i]) + (double)growth;
    }
    return true;
}

/* Walks both samples at once, by the numbers of their threads. Stores the counts; false where nothing can be summed. */
static bool add_threads(struct sums *sums, struct threads before, struct threads after, int64_t elapsed_ns, RECORD *out,
                        size_t size)
{
    uint64_t matched = 0, started = 0, gone = 0, vcpus = 0;

    for (;;) {
        uint64_t old = next_pid(&before), new = next_pid(&after);
        bool has_both = before.rows != before.end && old == new;
        bool is_same;

        if (before.rows != before.end && old < new) {
            gone++;
            go_on(&before);
            continue;
        }
        if (after.rows == after.end)
            break;
        is_same = has_both && !started_apart(&before, &after);
        if (!add_thread(sums, is_same ? &before : NULL, &after, elapsed_ns))
            return false;
        if (is_same)
            matched++;
        else
            started++;
        if (vmm_is_known(input(&after, AT(vcpu))))
            vcpus++;
        if (has_both) {
            if (!is_same)
                gone++;
            go_on(&before);
        }
        go_on(&after);
    }
    if (matched == 0)
        return false;
    vmm_store(out, size, offsetof(RECORD, threads), matched + started);
    vmm_store(out, size, offsetof(RECORD, threads_matched), matched);
    vmm_store(out, size, offsetof(RECORD, threads_new), started);
    vmm_store(out, size, offsetof(RECORD, threads_gone), gone);
    vmm_store(out, size, offsetof(RECORD, vcpus), vcpus);
    return true;
}

/* Stores a sum divided by the time, in nanoseconds or seconds, where it is known. */
static void store_share(void *out, size_t size, size_t offset, double sum, double elapsed)
{
    if (sum >= 0)
        vmm_store_double(out, size, offset, sum / elapsed);
}

/* The sum of two sums of which one may be unknown. */
static double both(double a, double b)
{
    return a < 0 ? b : b < 0 ? a : a + b;
}

vmm_status vmm_threads_usage_between(const struct vmm_process *before, size_t before_count,
                                     const struct vmm_process *after, size_t after_count, size_t row_size,
                                     int64_t elapsed_ns, struct vmm_threads_usage *out, size_t out_size)
{
    size_t size = vmm_begin(out, out_size, sizeof *out);
    struct threads old, new;
    struct sums sums;
    double ns;

    if (size == 0 || after == NULL || row_size < sizeof(uint64_t) || row_size % sizeof(uint64_t) != 0)
        return VMM_E_ARGUMENT;
    old = threads_of(before, before == NULL ? 0 : before_count, row_size);
    new = threads_of(after, after_count, row_size);
    if (!is_ascending(old) || !is_ascending(new))
        return VMM_E_ARGUMENT;
    if (next_pid(&old) == VMM_UNKNOWN)
        return VMM_FIRST;
    if (elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    if (next_pid(&new) == VMM_UNKNOWN)
        return VMM_E_EMPTY;
    for (unsigned i = 0; i < COUNTERS; i++)
        sums.counter[0][i] = sums.counter[1][i] = -1;
    if (!add_threads(&sums, old, new, elapsed_ns, out, size))
        return VMM_RESET;

    ns = (double)elapsed_ns;
    if (vmm_input(out, offsetof(RECORD, vcpus)) != 0) {
        store_share(out, size, offsetof(RECORD, vcpu_cores), sums.counter[1][RUN_TIME], ns);
        store_share(out, size, offsetof(RECORD, overhead_cores), sums.counter[0][RUN_TIME], ns);
        store_share(out, size, offsetof(RECORD, vcpu_run_delay_cores), sums.counter[1][RUN_DELAY], ns);
        store_share(out, size, offsetof(RECORD, overhead_run_delay_cores), sums.counter[0][RUN_DELAY], ns);
    }
    store_share(out, size, offsetof(RECORD, total_cores), both(sums.counter[0][RUN_TIME], sums.counter[1][RUN_TIME]),
                ns);
    store_share(out, size, offsetof(RECORD, total_run_delay_cores),
                both(sums.counter[0][RUN_DELAY], sums.counter[1][RUN_DELAY]), ns);
    store_share(out, size, offsetof(RECORD, voluntary_ctxt_switches_per_second),
                both(sums.counter[0][VOLUNTARY], sums.counter[1][VOLUNTARY]), ns / 1e9);
    store_share(out, size, offsetof(RECORD, nonvoluntary_ctxt_switches_per_second),
                both(sums.counter[0][NONVOLUNTARY], sums.counter[1][NONVOLUNTARY]), ns / 1e9);
    return VMM_OK;
}
