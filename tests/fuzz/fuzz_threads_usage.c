/* What threads did between two lists of records of any content and size, against a reference. */
#include <stdlib.h>
#include <string.h>

#include "usage.h"

enum { THREADS = 6, COUNTERS = 4 };

#define MEMBER(name)                                                                                                   \
    {                                                                                                                  \
        offsetof(struct vmm_process, name), 8, false                                                                   \
    }
static const struct fuzz_member members[] = {
    MEMBER(pid),
    MEMBER(starttime_ticks),
    MEMBER(vcpu),
    MEMBER(run_time_ns),
    MEMBER(run_delay_ns),
    MEMBER(voluntary_ctxt_switches),
    MEMBER(nonvoluntary_ctxt_switches),
};
enum { MEMBERS = sizeof members / sizeof members[0], FIRST_COUNTER = 3 };

/* A sample: rows of which each says its own size, of which the caller knows only `row_size` bytes. */
struct sample {
    size_t count;
    size_t row_size;
    struct {
        struct vmm_process known;
        struct vmm_process behind;
    } rows[THREADS];
};

static uint64_t *member_of(struct vmm_process *row, unsigned index)
{
    return (uint64_t *)(void *)((char *)row + members[index].offset);
}

static uint64_t value_of(const struct vmm_process *row, unsigned index)
{
    uint64_t value;

    memcpy(&value, (const char *)row + members[index].offset, sizeof value);
    return value;
}

static const struct vmm_process *find(const struct sample *sample, uint64_t pid)
{
    for (size_t i = 0; i < sample->count; i++)
        if (ref_known(pid) && sample->rows[i].known.pid == pid)
            return &sample->rows[i].known;
    return NULL;
}

static uint64_t take_pid(struct fuzz_input *input, uint64_t last)
{
    unsigned choice = (unsigned)fuzz_take(input, 1);

    if ((choice & 7) == 7)
        return VMM_UNKNOWN;
    /* Now and then not in ascending order. */
    return (choice & 7) == 6 ? fuzz_take_number(input, last) : last + 1 + (choice >> 3 & 3);
}

static void take_sample(struct fuzz_input *input, size_t row_size, const struct sample *near, uint64_t salt,
                        struct sample *sample)
{
    uint64_t last = 7;

    sample->count = (size_t)fuzz_take(input, 1) % (THREADS + 1);
    sample->row_size = row_size;
    for (size_t i = 0; i < sample->count; i++) {
        struct vmm_process *row = &sample->rows[i].known;
        const struct vmm_process *other;

        fuzz_noise(&sample->rows[i], sizeof sample->rows[i], salt + i);
        row->size = fuzz_take_size(input, sizeof *row);
        row->pid = take_pid(input, last);
        if (ref_known(row->pid))
            last = row->pid;
        other = near == NULL ? NULL : find(near, row->pid);
        for (unsigned j = 1; j < MEMBERS; j++)
            *member_of(row, j) = fuzz_take_number(input, other == NULL ? 0 : value_of(other, j));
    }
}

/*
 * What the library is to see of a sample: threads with a number, the first of those with the same one, unknown in what
 * their rows do not have.
 */
static void whole_of(const struct sample *sample, struct sample *whole)
{
    struct fuzz_side side = {sizeof(struct vmm_process), members, MEMBERS};

    whole->count = 0;
    whole->row_size = sizeof(struct vmm_process);
    for (size_t i = 0; i < sample->count; i++) {
        struct vmm_process row = sample->rows[i].known;
        uint64_t pid;

        if (row.size > sample->row_size)
            row.size = sample->row_size;
        fuzz_whole(&side, &row, &whole->rows[whole->count].known);
        pid = whole->rows[whole->count].known.pid;
        if (ref_known(pid) && find(whole, pid) == NULL)
            whole->count++;
    }
}

/* ---- reference, of whole samples ---- */

static void set_share(double *member, bool is_known, long double sum, long double time)
{
    if (is_known)
        *member = (double)(sum / time);
}

static vmm_status reference(const struct sample *before, const struct sample *after, int64_t elapsed_ns,
                            struct vmm_threads_usage *out)
{
    long double sums[2][COUNTERS] = {{0}}, time = (long double)elapsed_ns, most = time * 1.1L + 1e9L;
    bool has[2][COUNTERS] = {{false}};
    double *results[2][COUNTERS - 2] = {{&out->overhead_cores, &out->overhead_run_delay_cores},
                                        {&out->vcpu_cores, &out->vcpu_run_delay_cores}};

    if (before->count == 0)
        return VMM_FIRST;
    if (elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    if (after->count == 0)
        return VMM_E_EMPTY;
    out->threads = after->count;
    out->threads_matched = out->vcpus = 0;
    for (size_t i = 0; i < after->count; i++) {
        const struct vmm_process *new = &after->rows[i].known, *old = find(before, new->pid);
        unsigned is_vcpu = ref_known(new->vcpu) ? 1 : 0;

        if (old != NULL && ref_differ(old->starttime_ticks, new->starttime_ticks))
            old = NULL;
        out->vcpus += is_vcpu;
        if (old != NULL)
            out->threads_matched++;
        for (unsigned j = 0; j < COUNTERS; j++) {
            uint64_t growth;

            if (!ref_growth(old == NULL ? 0 : value_of(old, FIRST_COUNTER + j), value_of(new, FIRST_COUNTER + j),
                            &growth))
                return VMM_RESET;
            if (!ref_known(growth))
                continue;
            if (j < 2 && ref_near((long double)growth, most))
                return FUZZ_UNSURE;
            if (j < 2 && (long double)growth > most)
                return VMM_RESET;
            sums[is_vcpu][j] += (long double)growth;
            has[is_vcpu][j] = true;
        }
    }
    if (out->threads_matched == 0)
        return VMM_RESET;
    out->threads_new = after->count - out->threads_matched;
    out->threads_gone = before->count - out->threads_matched;
    for (unsigned is_vcpu = 0; is_vcpu < 2 && out->vcpus != 0; is_vcpu++)
        for (unsigned j = 0; j < 2; j++)
            set_share(results[is_vcpu][j], has[is_vcpu][j], sums[is_vcpu][j], time);
    set_share(&out->total_cores, has[0][0] || has[1][0], sums[0][0] + sums[1][0], time);
    set_share(&out->total_run_delay_cores, has[0][1] || has[1][1], sums[0][1] + sums[1][1], time);
    set_share(&out->voluntary_ctxt_switches_per_second, has[0][2] || has[1][2], sums[0][2] + sums[1][2], time / 1e9L);
    set_share(&out->nonvoluntary_ctxt_switches_per_second, has[0][3] || has[1][3], sums[0][3] + sums[1][3],
              time / 1e9L);
    return VMM_OK;
}

/* ---- the library against it ---- */

static void *allocate(size_t bytes)
{
    void *block = malloc(bytes);

    CHECK(block != NULL || bytes == 0);
    return block;
}

/* The rows of a sample in a block of exact size. */
static char *rows_of(const struct sample *sample)
{
    char *rows = allocate(sample->count * sample->row_size);

    for (size_t i = 0; i < sample->count; i++)
        memcpy(rows + i * sample->row_size, &sample->rows[i], sample->row_size);
    return rows;
}

static vmm_status call(const struct sample *before, const struct sample *after, int64_t elapsed_ns,
                       struct vmm_threads_usage *out, size_t out_size)
{
    static unsigned char filling = 0x5a;
    char *old = rows_of(before), *old_copy = rows_of(before), *new = rows_of(after), *new_copy = rows_of(after);
    unsigned char *block = allocate(out_size);
    vmm_status status;

    filling = (unsigned char)(filling * 5 + 1);
    memset(block, filling, out_size);
    status = vmm_threads_usage_between((const struct vmm_process *)(void *)old, before->count,
                                       (const struct vmm_process *)(void *)new, after->count, after->row_size,
                                       elapsed_ns, (struct vmm_threads_usage *)(void *)block, out_size);
    CHECK(memcmp(old, old_copy, before->count * before->row_size) == 0);
    CHECK(memcmp(new, new_copy, after->count * after->row_size) == 0);
    for (size_t i = 0; i < out_size && out_size < 8; i++)
        CHECK(block[i] == filling);
    fuzz_check_written(VMM_RECORD_THREADS_USAGE, sizeof *out, status, block, out_size);
    memcpy(out, block, out_size < sizeof *out ? out_size : sizeof *out);
    free(old);
    free(old_copy);
    free(new);
    free(new_copy);
    free(block);
    return status;
}

static void check_arguments(const struct sample *before, const struct sample *after, vmm_status status)
{
    struct vmm_threads_usage out;
    char *old = rows_of(before), *new = rows_of(after);
    const struct vmm_process *first = (const struct vmm_process *)(void *)old;
    const struct vmm_process *second = (const struct vmm_process *)(void *)new;

    CHECK(vmm_threads_usage_between(first, before->count, second, after->count, after->row_size, 1, NULL, sizeof out) ==
          VMM_E_ARGUMENT);
    CHECK(vmm_threads_usage_between(first, before->count, NULL, 0, after->row_size, 1, &out, sizeof out) ==
          VMM_E_ARGUMENT);
    CHECK(vmm_threads_usage_between(first, 0, second, 0, after->row_size + 1, 1, &out, sizeof out) == VMM_E_ARGUMENT);
    CHECK(vmm_threads_usage_between(first, 0, second, 0, 0, 1, &out, sizeof out) == VMM_E_ARGUMENT);
    if (status == VMM_OK) {
        CHECK(vmm_threads_usage_between(NULL, 7, second, after->count, after->row_size, 1, &out, sizeof out) ==
              VMM_FIRST);
        CHECK(vmm_threads_usage_between(first, 0, second, after->count, after->row_size, 1, &out, sizeof out) ==
              VMM_FIRST);
        CHECK(vmm_threads_usage_between(first, before->count, second, after->count, after->row_size, 0, &out,
                                        sizeof out) == VMM_NO_INTERVAL);
        CHECK(vmm_threads_usage_between(first, before->count, second, 0, after->row_size, 1, &out, sizeof out) ==
              VMM_E_EMPTY);
    }
    free(old);
    free(new);
}

/* Whatever else is right, one counter of one thread that falls is enough. */
static void check_falls(const struct sample *before, struct sample after, int64_t elapsed_ns)
{
    struct vmm_threads_usage out;

    for (size_t i = 0; i < after.count; i++) {
        struct vmm_process *new = &after.rows[i].known;
        const struct vmm_process *old = find(before, new->pid);

        if (old == NULL || ref_differ(old->starttime_ticks, new->starttime_ticks))
            continue;
        for (unsigned j = FIRST_COUNTER; j < MEMBERS; j++) {
            uint64_t value = value_of(new, j), least = value_of(old, j);

            if (!ref_known(value) || !ref_known(least) || least == 0)
                continue;
            *member_of(new, j) = value % least;
            CHECK(call(before, &after, elapsed_ns, &out, sizeof out) == VMM_RESET);
            *member_of(new, j) = value;
        }
    }
}

static void check_result(const struct sample *before, const struct sample *after, int64_t elapsed_ns,
                         const struct vmm_threads_usage *out)
{
    struct vmm_threads_usage halved;

    CHECK(out->threads == out->threads_matched + out->threads_new && out->vcpus <= out->threads);
    if (ref_known_double(out->vcpu_cores) && ref_known_double(out->overhead_cores))
        CHECK(ref_near((long double)out->vcpu_cores + (long double)out->overhead_cores, (long double)out->total_cores));
    if (elapsed_ns <= INT64_MAX / 2) {
        CHECK(call(before, after, elapsed_ns * 2, &halved, sizeof halved) == VMM_OK);
        fuzz_compare_halved(VMM_RECORD_THREADS_USAGE, out, &halved);
    }
    check_falls(before, *after, elapsed_ns);
}

/* Exchanges rows. */
static void shuffle(struct sample *sample, uint64_t salt)
{
    for (size_t i = 1; i < sample->count; i++, salt /= THREADS) {
        size_t other = (size_t)(salt % (i + 1));
        struct vmm_process row = sample->rows[i].known;

        sample->rows[i].known = sample->rows[other].known;
        sample->rows[other].known = row;
    }
}

/* Rows in another order, and rows that come twice, give the same record. */
static void check_orders(struct sample before, struct sample after, int64_t elapsed_ns, uint64_t salt,
                         vmm_status status, const struct vmm_threads_usage *out)
{
    struct vmm_threads_usage other;

    shuffle(&before, salt);
    shuffle(&after, salt >> 32);
    CHECK(call(&before, &after, elapsed_ns, &other, sizeof other) == status);
    CHECK(fuzz_same_members(VMM_RECORD_THREADS_USAGE, out, &other, sizeof *out));
    if (after.count == 0 || after.count == THREADS)
        return;
    after.rows[after.count] = after.rows[salt % after.count];
    after.rows[after.count++].known.run_time_ns = salt;
    CHECK(call(&before, &after, elapsed_ns, &other, sizeof other) == status);
    CHECK(fuzz_same_members(VMM_RECORD_THREADS_USAGE, out, &other, sizeof *out));
}

static void check_input(const uint8_t *data, size_t size)
{
    static struct sample before, after, whole_before, whole_after;
    struct fuzz_input input = {data, size};
    uint64_t salt = fuzz_choice((const char *)data, size, 0);
    int64_t elapsed_ns = fuzz_take_time(&input);
    size_t row_size = fuzz_take_size(&input, sizeof(struct vmm_process)) / 8 * 8;
    size_t out_size = fuzz_take_size(&input, sizeof(struct vmm_threads_usage));
    struct vmm_threads_usage out, wanted, other;
    vmm_status status, right;

    fuzz_current((struct piece){(const char *)data, size});
    if (row_size < 8)
        row_size = 8;
    take_sample(&input, row_size, NULL, salt, &before);
    take_sample(&input, row_size, &before, ~salt, &after);
    whole_of(&before, &whole_before);
    whole_of(&after, &whole_after);
    status = call(&before, &after, elapsed_ns, &out, sizeof out);
    fuzz_unknown(VMM_RECORD_THREADS_USAGE, &wanted, sizeof wanted);
    right = reference(&whole_before, &whole_after, elapsed_ns, &wanted);
    CHECK(right == FUZZ_UNSURE || status == right);
    if (status == VMM_OK && right == VMM_OK) {
        fuzz_compare(VMM_RECORD_THREADS_USAGE, &out, &wanted);
        check_result(&whole_before, &whole_after, elapsed_ns, &out);
    }
    /* Without what the library is not to see; and with a result of another size. */
    CHECK(call(&whole_before, &whole_after, elapsed_ns, &other, sizeof other) == status);
    CHECK(fuzz_same_members(VMM_RECORD_THREADS_USAGE, &out, &other, sizeof out));
    check_orders(whole_before, whole_after, elapsed_ns, salt, status, &out);
    CHECK(call(&before, &after, elapsed_ns, &other, out_size) == (out_size < 8 ? VMM_E_ARGUMENT : status));
    CHECK(fuzz_same_members(VMM_RECORD_THREADS_USAGE, &out, &other, out_size));
    check_arguments(&before, &after, status);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t length = 0;

    check_input(data, size);
    while (fuzz_every_prefix && fuzz_next_prefix((const char *)data, size, &length))
        check_input(data, length);
    fuzz_current((struct piece){NULL, 0});
    return 0;
}
