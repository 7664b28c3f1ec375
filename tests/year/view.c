/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "view.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/collect/use.h"

/* After a look that failed, the collector has to find what it missed within so many samples. */
enum { MOST_SAMPLES_WITHOUT = 2, AFTER_A_GAP = 3 };

struct tally tally;
uint64_t seed;

/* The machine died while it was read: then its numbers may be unknown, and what it is may be known already. */
static bool is_dying;

/* ---- Comparing ---- */

_Noreturn void is_wrong(const struct vm *vm, const char *member, const char *wanted, const char *found)
{
    printf("\nWRONG: %s\n  wanted  %s\n  found   %s\n  seed    %" PRIu64 "\n", member, wanted, found, seed);
    printf("  time    %.6f s\n", (double)clock_ns / 1e9);
    if (vm != NULL) {
        printf("  machine %u, process %" PRIu64 ", monitor %d, life %" PRIu64 "%s%s%s%s\n", vm->number, vm->pid,
               vm->monitor, vm->life, vm->has_network_of_its_own ? ", own network" : "",
               vm->has_descriptors_of_vcpus ? ", descriptors of virtual CPUs" : "",
               vm->is_wanted ? ", files named" : "", vm->has_cgroup ? ", cgroup" : "");
        for (uint64_t i = vm->past_count < LAST_EVENTS ? 0 : vm->past_count - LAST_EVENTS; i < vm->past_count; i++)
            printf("  %14.6f s  %s\n", (double)vm->past[i % LAST_EVENTS].time_ns / 1e9,
                   event_names[vm->past[i % LAST_EVENTS].event]);
    }
    fflush(stdout);
    exit(EXIT_FAILURE);
}

void check_real(const struct vm *vm, const char *member, enum must must, long double wanted, double found)
{
    bool is_known = !isnan(found);
    long double difference = fabsl((long double)found - wanted);
    char texts[2][48];

    tally.numbers++;
    tally.unknown += !is_known;
    if (isnan(wanted))
        must = MUST_BE_UNKNOWN;
    if (is_dying && (must == MUST_BE_UNKNOWN || !is_known))
        return;
    if (is_known ? must != MUST_BE_UNKNOWN && difference <= 1e-9L * fabsl(wanted) + 1e-15L : must != MUST_BE_KNOWN)
        return;
    snprintf(texts[0], sizeof texts[0], must == MUST_BE_UNKNOWN ? "unknown" : "%.17Lg", wanted);
    snprintf(texts[1], sizeof texts[1], is_known ? "%.17g" : "unknown", found);
    is_wrong(vm, member, texts[0], texts[1]);
}

void check_number(const struct vm *vm, const char *member, enum must must, uint64_t wanted, uint64_t found)
{
    bool is_known = found != VMM_UNKNOWN;
    char texts[2][48];

    tally.numbers++;
    tally.unknown += !is_known;
    if (is_dying && (must == MUST_BE_UNKNOWN || !is_known))
        return;
    if (is_known ? must != MUST_BE_UNKNOWN && wanted == found : must != MUST_BE_KNOWN)
        return;
    snprintf(texts[0], sizeof texts[0], must == MUST_BE_UNKNOWN ? "unknown" : "%" PRIu64, wanted);
    snprintf(texts[1], sizeof texts[1], is_known ? "%" PRIu64 : "unknown", found);
    is_wrong(vm, member, texts[0], texts[1]);
}

static enum must must_if(bool is_known)
{
    return is_known ? MUST_BE_KNOWN : MUST_BE_UNKNOWN;
}

/* ---- Sums over rows ---- */

struct row {
    uint64_t thing, life;
    char name[16];
    bool has_index;
    uint64_t counters[NET_COUNTERS];
    bool is_known[NET_COUNTERS];
};

struct sum_sample {
    struct row rows[MOST_OF_EACH];
    unsigned count;
    bool is_incomplete;
    int64_t time_ns;
};

/*
 * The documented rule: a sample that gives no sum is kept beside the one before, for one more comparison. The next sample's
 * growth is that since either of them, if only one of them gives a growth.
 */
struct sum {
    struct sum_sample base, doubtful;
    bool has_base, has_doubtful;
    /* For so many samples new traffic may hide a restart, so that a sum may be unknown. */
    unsigned unsure;
};

struct sum_growth {
    bool is_known[NET_COUNTERS];
    uint64_t counters[NET_COUNTERS];
    int64_t elapsed_ns;
    bool is_reset;
};

static const struct row *same_row(const struct sum_sample *sample, const struct row *row)
{
    for (unsigned i = 0; i < sample->count; i++) {
        const struct row *other = &sample->rows[i];

        if (other->life == row->life && ((other->has_index && row->has_index) || strcmp(other->name, row->name) == 0))
            return other;
    }
    return NULL;
}

static bool is_idle(const struct row *row, unsigned counters)
{
    for (unsigned i = 0; i < counters; i++) {
        if (row->is_known[i] && row->counters[i] != 0)
            return false;
    }
    return true;
}

/* Gives false where a part of the sum cannot be known. */
static bool compare_samples(const struct sum_sample *old, const struct sum_sample *now, unsigned counters,
                            struct sum_growth *growth)
{
    *growth = (struct sum_growth){.elapsed_ns = now->time_ns - old->time_ns};
    if (old->is_incomplete || now->is_incomplete)
        return false;
    for (unsigned i = 0; i < counters; i++)
        growth->is_known[i] = now->count != 0;
    for (unsigned i = 0; i < old->count; i++) {
        if (same_row(now, &old->rows[i]) == NULL)
            return false;
    }
    for (unsigned i = 0; i < now->count; i++) {
        const struct row *row = &now->rows[i], *before = same_row(old, row);

        if (before == NULL && !is_idle(row, counters))
            return false;
        for (unsigned k = 0; k < counters; k++) {
            growth->is_known[k] &= row->is_known[k] && (before == NULL || before->is_known[k]);
            growth->counters[k] += row->counters[k] - (before == NULL ? 0 : before->counters[k]);
        }
    }
    return true;
}

/* Whether no number is seen to fall and no row to change. New traffic may hide a restart. */
static bool looks_whole(const struct sum_sample *old, const struct sum_sample *now, unsigned counters)
{
    if (old->is_incomplete || now->is_incomplete || old->count != now->count)
        return false;
    for (unsigned i = 0; i < now->count; i++) {
        const struct row *row = &now->rows[i], *before = NULL;

        for (unsigned k = 0; k < old->count && before == NULL; k++) {
            bool has_index = old->rows[k].has_index && row->has_index;

            if (has_index ? old->rows[k].thing == row->thing : strcmp(old->rows[k].name, row->name) == 0)
                before = &old->rows[k];
        }
        for (unsigned k = 0; before != NULL && k < counters; k++) {
            if (row->is_known[k] && before->is_known[k] && row->counters[k] < before->counters[k])
                return false;
        }
        if (before == NULL)
            return false;
    }
    return true;
}

static struct sum_growth sum_take(struct sum *sum, const struct sum_sample *now, unsigned counters)
{
    struct sum_growth growth = {.is_reset = false};
    bool is_good = false, keeps;

    sum->unsure -= sum->unsure != 0;
    if (sum->has_base)
        is_good = compare_samples(&sum->base, now, counters, &growth);
    if (!is_good && sum->has_base && sum->has_doubtful) {
        is_good = compare_samples(&sum->doubtful, now, counters, &growth);
        /* Then this growth, which is right, may be given or not. */
        if (is_good && looks_whole(&sum->base, now, counters))
            sum->unsure = AFTER_A_GAP;
    }
    growth.is_reset = sum->has_base && !is_good;
    keeps = growth.is_reset && !sum->has_doubtful && !sum->base.is_incomplete;
    *(keeps ? &sum->doubtful : &sum->base) = *now;
    sum->has_base = true;
    sum->has_doubtful = keeps;
    tally.resets += growth.is_reset;
    if (!is_good)
        memset(growth.is_known, 0, sizeof growth.is_known);
    return growth;
}

/* Whether a part of a sum must be known. */
static enum must must_of(const struct sum *sum, const struct sum_growth *growth, int counter)
{
    return !growth->is_known[counter] ? MUST_BE_UNKNOWN : sum->unsure != 0 ? MAY_BE_KNOWN : MUST_BE_KNOWN;
}

/* ---- The truth at a sample ---- */

struct task_truth {
    uint64_t number, start;
    uint64_t run_ns, delay_ns;
    bool is_vcpu;
    bool is_known;
};

struct truth {
    int64_t process_ns, threads_ns, others_ns;
    bool has_stat, has_io, has_resident, has_descriptors;
    uint64_t counter_life;
    uint64_t user_ticks, system_ticks, guest_ticks, minflt, majflt, io[7];
    struct task_truth tasks[MOST_TASKS];
    unsigned task_count;
    /* Which files of the cgroup were read, and of which cgroup; it may not have been found. */
    bool cgroup_is_lost;
    bool has[CGROUP_FILES];
    struct cgroup cgroup;
    struct sum_sample nets, disks, rows;
    uint64_t io_ms;
};

/* What the collector found when it last looked at the descriptors. */
struct seen {
    bool is_good;
    /* They could not be listed: so nothing is known of TAPs and disks. */
    bool is_empty;
    unsigned age_of_fault;
    struct seen_thing {
        unsigned place;
        uint64_t thing;
        char name[16];
        /* The TAP is read from /sys, and not from the list. */
        bool is_in_sys;
    } taps[MOST_OF_EACH], disks[MOST_OF_EACH];
    unsigned tap_count, disk_count, vcpus;
};

struct view {
    struct vm *vm;
    uint64_t life;
    /* The caller has named the files of its hypervisor. */
    bool is_wanted;
    struct truth truths[2];
    struct truth *before, *now;
    struct seen seen;
    struct sum nets, disks, rows;
    /* The cgroup was not found, or its processes could not be listed. */
    bool cgroup_is_lost, procs_failed;
    unsigned cgroup_age;
    unsigned rows_are_unsure;
    uint64_t last_cgroup_life, read_cgroup_life;
    unsigned samples;
    /* Of the last line of the metrics. */
    struct line_time line;
    bool has_line, has_first_line;
    /* When the lines were read last, and when they had been read before the last line came. */
    int64_t read_ns, line_after_ns;
};

struct view *view_new(struct vm *vm, struct machine *machine)
{
    struct view *view = model_alloc(sizeof *view);

    view->vm = vm;
    view->life = vm->life;
    view->is_wanted = machine->wanted.balloon != NULL;
    view->before = &view->truths[0];
    view->now = &view->truths[1];
    machine->user = view;
    return view;
}

void view_free(struct view *view)
{
    model_free(view);
}

struct vm *view_vm(const struct view *view)
{
    return view->vm;
}

bool view_is_alive(const struct view *view)
{
    return view->vm->is_there && !view->vm->is_zombie && view->vm->life == view->life;
}

static bool was_read(const struct node *node)
{
    return outcome_of(node) == READ_WELL;
}

static bool was_tried(const struct node *node)
{
    return outcome_of(node) != NOT_READ;
}

static bool has_failed(const struct node *node)
{
    return was_tried(node) && !was_read(node);
}

/* What is not of the process is read after one look at the clock. */
static void check_time(const struct view *view, const struct node *node)
{
    if (!is_dying && was_read(node) && node->told_ns != view->now->others_ns)
        is_wrong(view->vm, node->name, "read at the time of the sample", "read at another time");
}

static void must_try(const struct view *view, const struct node *node)
{
    if (!was_tried(node) && !is_dying)
        is_wrong(view->vm, node->name, "the file is read", "the file was not read");
}

/* ---- Descriptors ---- */

static bool children_failed(const struct node *directory)
{
    bool failed = false;

    for (const struct node *node = directory->first; node != NULL; node = node->next)
        failed |= has_failed(node);
    return failed;
}

static void look_at_descriptors(struct view *view)
{
    const struct vm *vm = view->vm;
    struct seen *seen = &view->seen;

    seen->age_of_fault = seen->is_good ? 0 : seen->age_of_fault + 1;
    if (seen->age_of_fault > MOST_SAMPLES_WITHOUT)
        is_wrong(vm, "descriptors", "found again after a look that failed", "not found for several samples");
    if (!was_tried(vm->held))
        return;
    seen->is_good = was_read(vm->held) && !children_failed(vm->held) && !children_failed(vm->infos);
    for (int i = 0; i < MOST_OF_EACH; i++)
        seen->is_good &= !vm->disks[i].is_there || !has_failed(vm->disks[i].link);
    seen->tap_count = seen->disk_count = 0;
    seen->vcpus = vm_vcpus(vm);
    seen->is_empty = !was_read(vm->held);
    for (unsigned i = 0; !seen->is_empty && i < MOST_OF_EACH; i++) {
        if (vm->taps[i].is_there) {
            struct seen_thing *thing = &seen->taps[seen->tap_count++];

            *thing = (struct seen_thing){.place = i, .thing = vm->taps[i].thing};
            memcpy(thing->name, vm->taps[i].name, sizeof thing->name);
        }
        if (vm->disks[i].is_there)
            seen->disks[seen->disk_count++] = (struct seen_thing){.place = i, .thing = vm->disks[i].thing};
    }
}

/* ---- The process ---- */

static void take_process(struct view *view, bool is_brief)
{
    const struct vm *vm = view->vm;
    struct truth *now = view->now;

    must_try(view, vm->stat);
    must_try(view, vm->membership);
    if (!is_dying && !was_tried(vm->status) && (!is_brief || !was_read(vm->statm)))
        is_wrong(vm, "status", "the file is read", "the file was not read");
    now->process_ns = vm->stat->told_ns;
    now->has_stat = was_read(vm->stat);
    now->has_io = was_read(vm->io_file);
    now->has_descriptors = view->seen.is_good;
    now->has_resident = was_tried(vm->status) ? was_read(vm->status) : true;
    now->counter_life = vm->counter_life;
    now->user_ticks = ticks_of(vm->user_ns);
    now->system_ticks = ticks_of(vm->system_ns);
    now->guest_ticks = ticks_of(vm->guest_ns);
    now->minflt = vm->minflt;
    now->majflt = vm->majflt;
    memcpy(now->io, vm->io, sizeof now->io);
}

/* Without a thread where one could not be read. */
static void take_tasks(struct view *view)
{
    const struct vm *vm = view->vm;
    struct truth *now = view->now;
    bool is_lost = has_failed(vm->task_list);

    now->task_count = 0;
    for (int i = 0; i < MOST_TASKS; i++) {
        const struct task *task = &vm->tasks[i];
        const struct node *file = task->schedstat;

        if (task->number == 0)
            continue;
        if (has_failed(task->stat) || outcome_of(file) == READ_FAILED)
            is_lost = true;
        else if (!has_failed(vm->task_list))
            must_try(view, file);
        if (now->task_count == 0)
            now->threads_ns = file->told_ns;
        now->tasks[now->task_count++] = (struct task_truth){task->number,   task->start,     task->run_ns,
                                                            task->delay_ns, task->vcpu >= 0, was_read(file)};
    }
    if (is_lost)
        now->task_count = 0;
}

static void check_process(const struct view *view, const struct machine *machine, const struct use *use)
{
    const struct vm *vm = view->vm;
    const struct truth *before = view->before, *now = view->now;
    const struct vmm_process_usage *usage = &use->process;
    bool is_both = before->has_stat && now->has_stat, is_io = before->has_io && now->has_io;
    bool is_reset = is_both && before->counter_life != now->counter_life;
    enum must must = must_if(is_both && !is_reset), must_io = must_if(is_io && !is_reset);
    long double seconds = (long double)(now->process_ns - before->process_ns) / 1e9L;
    long double hertz = TICKS_PER_SECOND;
    long double user = (long double)(now->user_ticks - before->user_ticks) / hertz / seconds;
    long double system = (long double)(now->system_ticks - before->system_ticks) / hertz / seconds;
    long double guest = (long double)(now->guest_ticks - before->guest_ticks) / hertz / seconds;
    const double found[7] = {usage->rchar_bytes_per_second,
                             usage->wchar_bytes_per_second,
                             usage->syscr_per_second,
                             usage->syscw_per_second,
                             usage->read_bytes_per_second,
                             usage->write_bytes_per_second,
                             usage->cancelled_write_bytes_per_second};

    tally.resets += is_reset;
    if (is_reset != (use->process_status == VMM_RESET))
        is_wrong(vm, "process", is_reset ? "VMM_RESET" : "no VMM_RESET", vmm_status_text(use->process_status));
    check_real(vm, "process.cores_used", must, user + system, usage->cores_used);
    check_real(vm, "process.user_cores", must, user, usage->user_cores);
    check_real(vm, "process.system_cores", must, system, usage->system_cores);
    check_real(vm, "process.guest_cores", must, guest, usage->guest_cores);
    check_real(vm, "process.outside_guest_cores", must, fmaxl(0, user + system - guest), usage->outside_guest_cores);
    check_real(vm, "process.minflt_per_second", must, (long double)(now->minflt - before->minflt) / seconds,
               usage->minflt_per_second);
    check_real(vm, "process.majflt_per_second", must, (long double)(now->majflt - before->majflt) / seconds,
               usage->majflt_per_second);
    for (int i = 0; i < 7; i++)
        check_real(vm, "process.io", must_io, (long double)(now->io[i] - before->io[i]) / seconds, found[i]);
    check_number(vm, "rss", must_if(now->has_resident), vm->resident_pages * 4096, machine->now->process.vm_rss_bytes);
    check_number(vm, "hugetlb", must_if(now->has_resident), vm->hugetlb_bytes,
                 machine->now->process.hugetlb_pages_bytes);
    if (now->has_stat && outcome_of(vm->status) != READ_CUT)
        check_number(vm, "num_threads", MUST_BE_KNOWN, vm_tasks(vm), machine->now->process.num_threads);
    if (strcmp(machine->name, vm->name) != 0)
        is_wrong(vm, "name", vm->name, machine->name);
}

static const struct task_truth *same_task(const struct truth *truth, const struct task_truth *task)
{
    for (unsigned i = 0; i < truth->task_count; i++) {
        if (truth->tasks[i].number == task->number && truth->tasks[i].start == task->start)
            return &truth->tasks[i];
    }
    return NULL;
}

/* What threads of a kind did; known as far as each of them is. */
struct kind_sum {
    unsigned count;
    bool is_known;
    long double run, delay;
};

static void check_threads(const struct view *view, const struct use *use)
{
    const struct vm *vm = view->vm;
    const struct truth *before = view->before, *now = view->now;
    const struct vmm_threads_usage *usage = &use->threads;
    struct kind_sum kinds[2] = {{0, true, 0, 0}, {0, true, 0, 0}};
    long double ns = (long double)(now->threads_ns - before->threads_ns), used, explained, total, overhead;
    unsigned matched = 0;
    bool has_both = before->task_count != 0 && now->task_count != 0, has_used, has_all;

    for (unsigned i = 0; i < now->task_count; i++) {
        const struct task_truth *task = &now->tasks[i], *old = same_task(before, task);
        struct kind_sum *kind = &kinds[task->is_vcpu];

        matched += old != NULL;
        kind->count++;
        kind->is_known &= task->is_known && (old == NULL || old->is_known);
        kind->run += (long double)(task->run_ns - (old == NULL ? 0 : old->run_ns)) / ns;
        kind->delay += (long double)(task->delay_ns - (old == NULL ? 0 : old->delay_ns)) / ns;
    }
    has_both &= matched != 0;
    has_used = before->has_stat && now->has_stat && before->counter_life == now->counter_life;
    used = (long double)(now->user_ticks - before->user_ticks + now->system_ticks - before->system_ticks) /
           TICKS_PER_SECOND / ((long double)(now->process_ns - before->process_ns) / 1e9L);
    has_all = kinds[0].is_known && kinds[1].is_known;
    explained = kinds[0].run + kinds[1].run;
    /* What no thread explains was used by threads that began and ended between the samples. */
    if (has_all) {
        long double rest = has_used ? used - explained : 0;

        rest = rest <= explained * 0.01L + 20e6L / ns ? 0 : rest;
        total = explained + rest;
        overhead = kinds[0].run + rest;
    } else {
        long double vcpus = kinds[1].is_known ? kinds[1].run : 0;

        total = used > vcpus ? used : vcpus;
        /* Without what no thread explains, where that is unknown. */
        overhead = kinds[0].is_known ? kinds[0].run : total - vcpus;
    }
    check_number(vm, "threads", must_if(has_both), now->task_count, usage->threads);
    check_number(vm, "threads_matched", must_if(has_both), matched, usage->threads_matched);
    check_number(vm, "threads.vcpus", must_if(has_both), kinds[1].count, usage->vcpus);
    check_real(vm, "vcpu_cores", must_if(has_both && kinds[1].count != 0 && kinds[1].is_known), kinds[1].run,
               usage->vcpu_cores);
    check_real(vm, "vcpu_run_delay_cores", must_if(has_both && kinds[1].count != 0 && kinds[1].is_known),
               kinds[1].delay, usage->vcpu_run_delay_cores);
    check_real(vm, "total_run_delay_cores", must_if(has_both && has_all), kinds[0].delay + kinds[1].delay,
               usage->total_run_delay_cores);
    check_real(vm, "total_cores", must_if(has_both && (has_all || has_used)), total, usage->total_cores);
    check_real(vm, "overhead_cores",
               must_if(has_both && kinds[1].count != 0 && (kinds[0].is_known || (has_used && kinds[1].is_known))),
               overhead, use->overhead_cores);
    check_real(vm, "cores", must_if((has_both && (has_all || has_used)) || has_used),
               has_both && (has_all || has_used) ? total : used, use->cores);
}

/* The first source that is known counts. */
static void check_vcpus(const struct view *view, const struct use *use)
{
    const struct vm *vm = view->vm;
    const struct seen *seen = &view->seen;
    bool has_told = view->is_wanted && was_tried(vm->config_file) && !has_failed(vm->config_file);
    bool has_held = seen->is_good && vm->has_descriptors_of_vcpus;
    enum vcpus_from from = view->now->task_count == 0          ? VCPUS_UNKNOWN
                           : vm->monitor == QEMU_WITHOUT_NAMES ? VCPUS_FROM_GUEST_TIME
                                                               : VCPUS_FROM_THREADS;
    uint64_t count = from == VCPUS_UNKNOWN ? VMM_UNKNOWN : vm_vcpus(vm);

    if (view->is_wanted)
        must_try(view, vm->config_file);
    /* A part of an answer may already say it. */
    if (view->is_wanted && outcome_of(vm->config_file) == READ_CUT && use->vcpus_from == VCPUS_FROM_HYPERVISOR)
        has_told = true;
    if (has_held) {
        from = VCPUS_FROM_DESCRIPTORS;
        count = seen->vcpus;
    }
    if (has_told) {
        from = VCPUS_FROM_HYPERVISOR;
        count = vm_vcpus(vm);
    }
    check_number(vm, "vcpus", must_if(count != VMM_UNKNOWN), count, use->vcpus);
    check_number(vm, "vcpus_from", MUST_BE_KNOWN, from, use->vcpus_from);
    check_real(vm, "cpu_ratio", MAY_BE_KNOWN, (long double)use->cores / (long double)count, use->cpu_ratio);
}

/* ---- TAPs ---- */

/* Whether the row of a TAP was read. If the text was cut, the row has to end before the cut. */
static bool row_was_read(const struct node *file, const char *name)
{
    static struct text text;
    char beginning[24];
    const char *row, *newline;

    text.length = 0;
    file->print(&text, file->thing);
    text.bytes[text.length] = '\0';
    snprintf(beginning, sizeof beginning, "\n  %s:", name);
    row = strstr(text.bytes, beginning);
    newline = row == NULL ? NULL : strchr(row + 1, '\n');
    return was_read(file) ||
           (outcome_of(file) == READ_CUT && newline != NULL && (size_t)(newline - text.bytes) < file->cut_length);
}

/* The first two files are also read to see whether /sys shows the TAP. */
static bool is_read_from_sys(const struct vm *vm, const struct vm_tap *tap)
{
    bool is_tried[2] = {false, false};

    for (int i = 0; tap->directory != NULL && i < NET_COUNTERS; i++)
        is_tried[i >= RX_PACKETS] |= was_tried(tap->files[i]);
    return is_tried[1] || (is_tried[0] && !was_tried(vm->net_dev));
}

/* A row without an index is taken for that of the same name whose counters did not fall. */
static bool had_index(const struct sum_sample *base, const struct vm_tap *tap, const char *name)
{
    for (unsigned i = 0; i < base->count; i++) {
        if (base->rows[i].life == tap->life && strcmp(base->rows[i].name, name) == 0 && base->rows[i].has_index)
            return true;
    }
    return false;
}

static void take_nets(struct view *view)
{
    struct vm *vm = view->vm;
    struct sum_sample *nets = &view->now->nets;

    *nets = (struct sum_sample){.is_incomplete = !view->seen.is_good && !view->seen.is_empty,
                                .time_ns = view->now->others_ns};
    for (unsigned i = 0; i < view->seen.tap_count; i++) {
        struct seen_thing *seen = &view->seen.taps[i];
        const struct vm_tap *tap = &vm->taps[seen->place];
        bool is_same = tap->is_there && tap->thing == seen->thing, is_any = false;
        struct row row = {.thing = tap->thing, .life = tap->life};

        memcpy(row.name, seen->name, sizeof row.name);
        if (was_tried(vm->held))
            seen->is_in_sys = tap->is_there && is_read_from_sys(vm, tap);
        if (seen->is_in_sys && tap->is_there) {
            row.has_index = was_read(tap->index_file) || had_index(&view->nets.base, tap, seen->name);
            for (int k = 0; k < NET_COUNTERS; k++) {
                /* If too few descriptors are free, the path of the old name leads nowhere. */
                if (view->seen.is_good && is_same && strcmp(tap->name, seen->name) == 0)
                    must_try(view, tap->files[k]);
                check_time(view, tap->files[k]);
                row.is_known[k] = was_read(tap->files[k]);
                row.counters[k] = tap->counters[k];
                is_any |= row.is_known[k];
            }
        } else if (!seen->is_in_sys && was_tried(vm->net_dev) && tap->is_there && strcmp(tap->name, seen->name) == 0) {
            is_any = row_was_read(vm->net_dev, tap->name);
            row.has_index = had_index(&view->nets.base, tap, seen->name);
            for (int k = 0; k < NET_COUNTERS; k++) {
                row.is_known[k] = is_any && k != RX_DROPPED;
                row.counters[k] = tap->counters[k];
            }
        } else if (is_same && view->seen.is_good && strcmp(tap->name, seen->name) == 0 && !is_dying) {
            is_wrong(vm, seen->name, "the TAP is read", "the TAP was not read");
        }
        nets->is_incomplete |= !is_any;
        nets->rows[nets->count++] = row;
    }
}

static void check_nets(struct view *view, const struct use *use)
{
    static const char *const names[NET_COUNTERS] = {"net.rx_bytes",   "net.tx_bytes",   "net.rx_packets",
                                                    "net.tx_packets", "net.rx_dropped", "net.tx_dropped"};
    /* The guest has sent what the TAP received. */
    const uint64_t found[NET_COUNTERS] = {use->net.tx_bytes,   use->net.rx_bytes,   use->net.tx_packets,
                                          use->net.rx_packets, use->net.tx_dropped, use->net.rx_dropped};
    struct sum_growth growth = sum_take(&view->nets, &view->now->nets, NET_COUNTERS);
    bool is_any = false;

    for (int i = 0; i < NET_COUNTERS; i++) {
        check_number(view->vm, names[i], must_of(&view->nets, &growth, i), growth.counters[i], found[i]);
        is_any |= growth.is_known[i];
    }
    if (is_any && view->nets.unsure == 0 && growth.elapsed_ns != use->net_elapsed_ns)
        check_number(view->vm, "net_elapsed_ns", MUST_BE_KNOWN, (uint64_t)growth.elapsed_ns,
                     (uint64_t)use->net_elapsed_ns);
    if (!is_dying && view->nets.unsure == 0 && growth.is_reset != (use->net_status == VMM_RESET))
        is_wrong(view->vm, "net", growth.is_reset ? "VMM_RESET" : "no VMM_RESET", vmm_status_text(use->net_status));
}

/* ---- Disks ---- */

static void take_disks(struct view *view)
{
    struct vm *vm = view->vm;
    struct sum_sample *disks = &view->now->disks;

    *disks = (struct sum_sample){.is_incomplete = !view->seen.is_good && !view->seen.is_empty,
                                 .time_ns = view->now->others_ns};
    for (unsigned i = 0; i < view->seen.disk_count; i++) {
        const struct seen_thing *seen = &view->seen.disks[i];
        const struct disk *disk = &vm->disks[seen->place];
        bool is_same = disk->is_there && disk->thing == seen->thing;
        struct row row = {.thing = disk->thing, .life = disk->life, .has_index = true};
        bool is_known = is_same && was_read(disk->stat);

        if (is_known)
            check_time(view, disk->stat);
        if (is_same && view->seen.is_good)
            must_try(view, disk->stat);
        for (int k = 0; k < DISK_COUNTERS; k++) {
            row.is_known[k] = is_known;
            row.counters[k] = disk->counters[k];
        }
        disks->is_incomplete |= !is_known;
        disks->rows[disks->count++] = row;
        view->now->io_ms = disk->io_ms;
    }
}

static void take_rows(struct view *view)
{
    struct vm *vm = view->vm;
    struct sum_sample *rows = &view->now->rows;
    const struct node *file = vm->has_cgroup ? vm->cgroup.files[IO_STAT] : NULL;

    *rows = (struct sum_sample){.time_ns = view->now->others_ns};
    if (file == NULL || !was_tried(file))
        return;
    rows->is_incomplete = outcome_of(file) == READ_FAILED || (outcome_of(file) == READ_CUT && file->cut == CUT_LINE);
    for (int i = 0; was_read(file) && i < MOST_OF_EACH; i++) {
        const struct io_row *its = &vm->cgroup.io[i];
        struct row row = {.thing = its->minor, .life = its->life, .has_index = true};

        for (int k = 0; k < DISK_COUNTERS; k++) {
            row.is_known[k] = true;
            row.counters[k] = its->counters[k];
        }
        if (its->is_there)
            rows->rows[rows->count++] = row;
    }
}

static void check_four(const struct view *view, const struct use *use, enum must must, const struct sum_growth *growth)
{
    static const char *const names[DISK_COUNTERS] = {"disk.reads", "disk.read_bytes", "disk.writes",
                                                     "disk.write_bytes"};
    const uint64_t found[DISK_COUNTERS] = {use->reads, use->read_bytes, use->writes, use->write_bytes};

    for (int i = 0; i < DISK_COUNTERS; i++)
        check_number(view->vm, names[i], growth->is_known[i] ? must : MUST_BE_UNKNOWN, growth->counters[i], found[i]);
    if (growth->is_known[READ_BYTES] && use->read_bytes != VMM_UNKNOWN && growth->elapsed_ns != use->disk_elapsed_ns)
        check_number(view->vm, "disk_elapsed_ns", MUST_BE_KNOWN, (uint64_t)growth->elapsed_ns,
                     (uint64_t)use->disk_elapsed_ns);
}

static void check_busy(const struct view *view, const struct use *use)
{
    const struct truth *before = view->before, *now = view->now;
    bool is_one = before->disks.count == 1 && now->disks.count == 1 && !now->disks.is_incomplete &&
                  before->disks.rows[0].is_known[0] && before->disks.rows[0].life == now->disks.rows[0].life;
    long double ns = (long double)(now->others_ns - before->others_ns);
    long double busy = (long double)(now->io_ms - before->io_ms) * 1e6L;

    if (busy > ns * 1.1L + 20e6L)
        is_one = false;
    check_real(view->vm, "disk_busy_ratio", must_if(is_one), busy < ns ? busy / ns : 1, use->busy_ratio);
}

static void check_disks(struct view *view, const struct use *use)
{
    const struct truth *before = view->before, *now = view->now;
    struct sum_growth disks = sum_take(&view->disks, &now->disks, DISK_COUNTERS), rows, process = {.is_reset = false};
    enum disk_from from = DISK_UNKNOWN;

    rows = sum_take(&view->rows, &now->rows, DISK_COUNTERS);
    process.elapsed_ns = now->process_ns - before->process_ns;
    process.is_known[READ_BYTES] = process.is_known[WRITE_BYTES] =
        before->has_io && now->has_io &&
        (before->counter_life == now->counter_life || !before->has_stat || !now->has_stat);
    process.counters[READ_BYTES] = now->io[4] - before->io[4];
    process.counters[WRITE_BYTES] = now->io[5] - before->io[5];
    if (view->seen.disk_count != 0)
        from = DISK_FROM_DESCRIPTORS;
    else if (now->rows.count != 0 && !view->cgroup_is_lost)
        from = DISK_FROM_CGROUP;
    else if (now->has_io)
        from = DISK_FROM_PROCESS;
    /* Where descriptors could not be listed, another source may be taken, which disk_from says. */
    if (!view->seen.is_good || view->cgroup_is_lost || now->rows.is_incomplete || is_dying)
        from = use->disk_from;
    check_number(view->vm, "disk_from", MUST_BE_KNOWN, from, use->disk_from);
    if (from == DISK_FROM_DESCRIPTORS)
        check_four(view, use, view->disks.unsure != 0 ? MAY_BE_KNOWN : MUST_BE_KNOWN, &disks);
    else if (from == DISK_FROM_CGROUP)
        check_four(view, use, view->rows_are_unsure != 0 || view->rows.unsure != 0 ? MAY_BE_KNOWN : MUST_BE_KNOWN,
                   &rows);
    else if (from == DISK_FROM_PROCESS)
        check_four(view, use, MUST_BE_KNOWN, &process);
    if (from == DISK_FROM_PROCESS && before->rows.count == 0 && !now->has_io && !has_failed(view->vm->io_file))
        must_try(view, view->vm->io_file);
    if (view->seen.is_good && before->has_descriptors && view->seen.disk_count != 0)
        check_busy(view, use);
}

/* ---- The cgroup ---- */

/* A cgroup that was made again is another one for the collector when it looks. A file of it may be read before. */
static bool cgroup_is_noticed(const struct view *view)
{
    return view->last_cgroup_life == view->vm->cgroup.life || was_tried(view->vm->held);
}

static void look_at_cgroup(struct view *view)
{
    const struct vm *vm = view->vm;
    bool is_read = vm->has_cgroup && was_tried(vm->cgroup.files[CPU_STAT]) && cgroup_is_noticed(view);

    if (vm->has_cgroup && was_tried(vm->cgroup.files[CGROUP_PROCS]))
        view->procs_failed = !was_read(vm->cgroup.files[CGROUP_PROCS]);
    if (has_failed(vm->membership) || has_failed(mounts_file) || (vm->has_cgroup && has_failed(vm->cgroup.directory)) ||
        (view->procs_failed && !view->cgroup_is_lost)) {
        view->cgroup_is_lost = true;
        view->cgroup_age = 0;
    } else if (view->cgroup_is_lost && !view->procs_failed && (!vm->has_cgroup || is_read)) {
        view->cgroup_is_lost = false;
        view->rows_are_unsure = AFTER_A_GAP;
    } else if (view->cgroup_is_lost && ++view->cgroup_age > MOST_SAMPLES_WITHOUT && !is_dying) {
        is_wrong(vm, "cgroup", "found again after a look that failed", "not found for several samples");
    }
    /* Its counters say nothing about the last cgroup's. */
    if (is_read && view->read_cgroup_life != vm->cgroup.life) {
        view->rows.has_base = view->rows.has_doubtful = false;
        view->read_cgroup_life = vm->cgroup.life;
    }
}

static void take_cgroup(struct view *view)
{
    const struct vm *vm = view->vm;
    struct truth *now = view->now;
    bool is_new = view->last_cgroup_life != vm->cgroup.life;

    memset(now->has, 0, sizeof now->has);
    now->cgroup_is_lost = view->cgroup_is_lost || !cgroup_is_noticed(view);
    view->last_cgroup_life = vm->cgroup.life;
    if (!vm->has_cgroup)
        return;
    now->cgroup = vm->cgroup;
    for (int i = 0; i < CGROUP_PROCS; i++) {
        const struct node *file = vm->cgroup.files[i];

        if (!was_tried(file) && !is_new && !view->cgroup_is_lost)
            must_try(view, file);
        check_time(view, file);
        now->has[i] = was_read(file);
    }
}

/* A counter that is printed as an int, and is unknown below zero. */
static bool is_positive(uint64_t total)
{
    return (uint32_t)total <= INT32_MAX;
}

static void check_memory(const struct view *view, const struct use *use, enum must known)
{
    const struct vm *vm = view->vm;
    const struct truth *now = view->now;
    const struct cgroup *cgroup = &now->cgroup;
    bool has_stat = now->has[MEMORY_STAT] && now->has[MEMORY_CURRENT];
    uint64_t working_set =
        cgroup->inactive_file_bytes > cgroup->memory_bytes ? 0 : cgroup->memory_bytes - cgroup->inactive_file_bytes;
    bool has_limit = now->has[MEMORY_MAX] && now->has[MEMORY_CURRENT] && cgroup->limit_bytes != UINT64_MAX;

    check_number(vm, "memory.used_bytes", now->has[MEMORY_CURRENT] ? known : MUST_BE_UNKNOWN, cgroup->memory_bytes,
                 use->memory.used_bytes);
    check_number(vm, "memory.working_set_cadvisor_bytes", has_stat ? known : MUST_BE_UNKNOWN, working_set,
                 use->memory.working_set_cadvisor_bytes);
    check_real(vm, "memory.used_ratio", has_limit ? known : MUST_BE_UNKNOWN,
               (long double)cgroup->memory_bytes / (long double)cgroup->limit_bytes, use->memory.used_ratio);
}

static void check_pressures(const struct view *view, const struct use *use, enum must known)
{
    static const char *const names[3][2] = {
        {"cpu.some", "cpu.full"}, {"memory.some", "memory.full"}, {"io.some", "io.full"}};
    const struct truth *before = view->before, *now = view->now;
    long double usec = (long double)(now->others_ns - before->others_ns) / 1000;

    for (int i = 0; i < 3; i++) {
        bool has_both =
            before->has[CPU_PRESSURE + i] && now->has[CPU_PRESSURE + i] && before->cgroup.life == now->cgroup.life;
        long double some = (long double)(now->cgroup.some_usec[i] - before->cgroup.some_usec[i]) / usec;
        long double full = (long double)(now->cgroup.full_usec[i] - before->cgroup.full_usec[i]) / usec;

        check_real(view->vm, names[i][0], has_both && some <= 1.1L ? known : MUST_BE_UNKNOWN, fminl(some, 1),
                   use->pressure[i].some_ratio);
        check_real(view->vm, names[i][1], has_both && full <= 1.1L ? known : MUST_BE_UNKNOWN, fminl(full, 1),
                   use->pressure[i].full_ratio);
    }
}

static void check_cgroup(struct view *view, const struct use *use)
{
    const struct vm *vm = view->vm;
    const struct truth *before = view->before, *now = view->now;
    const struct cgroup *old = &before->cgroup, *its = &now->cgroup;
    enum must known = view->cgroup_is_lost ? MAY_BE_KNOWN : MUST_BE_KNOWN;
    bool is_same = old->life == its->life;
    bool has_cpu = is_same && before->has[CPU_STAT] && now->has[CPU_STAT];
    bool has_events = is_same && before->has[MEMORY_EVENTS] && now->has[MEMORY_EVENTS];
    bool is_reset = (has_cpu && old->cpu_life != its->cpu_life) || (has_events && old->events_life != its->events_life);
    long double usec = (long double)(now->others_ns - before->others_ns) / 1000;
    long double used = (long double)(its->usage_usec - old->usage_usec) / usec;
    uint64_t periods = its->periods - old->periods, throttled = its->throttled - old->throttled;
    bool has_periods = has_cpu && is_positive(old->periods) && is_positive(its->periods) &&
                       is_positive(old->throttled) && is_positive(its->throttled) && throttled <= periods &&
                       periods != 0;
    enum must rates, cpu, events;

    if (is_reset) {
        tally.resets++;
        has_cpu = has_events = has_periods = false;
    }
    rates = before->cgroup_is_lost ? MAY_BE_KNOWN : known;
    cpu = has_cpu ? rates : MUST_BE_UNKNOWN;
    events = has_events ? rates : MUST_BE_UNKNOWN;
    check_real(vm, "cgroup.cores_used", cpu, used, use->cgroup.cores_used);
    check_real(vm, "cgroup.user_cores", cpu, (long double)(its->user_usec - old->user_usec) / usec,
               use->cgroup.user_cores);
    check_real(vm, "cgroup.system_cores", cpu, (long double)(its->system_usec - old->system_usec) / usec,
               use->cgroup.system_cores);
    check_real(vm, "cgroup.throttled_cores", cpu, (long double)(its->throttled_usec - old->throttled_usec) / usec,
               use->cgroup.throttled_cores);
    check_real(vm, "cgroup.throttled_periods_ratio", has_periods ? rates : MUST_BE_UNKNOWN,
               (long double)throttled / (long double)periods, use->cgroup.throttled_periods_ratio);
    check_real(vm, "cgroup.cpu_limit_used_ratio",
               has_cpu && now->has[CPU_MAX] && its->quota_usec != UINT64_MAX ? rates : MUST_BE_UNKNOWN,
               used * 100000 / (long double)its->quota_usec, use->cgroup.cpu_limit_used_ratio);
    check_number(vm, "cgroup.memory_events_oom_kill", events, its->oom_kills - old->oom_kills,
                 use->cgroup.memory_events_oom_kill);
    check_number(vm, "cgroup.memory_events_max", events, its->max_events - old->max_events,
                 use->cgroup.memory_events_max);
    check_memory(view, use, known);
    check_pressures(view, use, rates);
}

/* ---- The hypervisor ---- */

static void take_lines(struct view *view)
{
    struct vm *vm = view->vm;

    if (!view->is_wanted || !was_read(vm->metrics_file))
        return;
    if (vm->journal.lines != 0) {
        view->line = vm->journal.last;
        view->has_first_line = !view->has_line && view->read_ns == 0;
        view->has_line = true;
        view->line_after_ns = view->read_ns;
    }
    view->read_ns = clock_ns;
    vm->journal.start += vm->journal.length;
    vm->journal.length = 0;
    vm->journal.lines = 0;
}

static void check_hypervisor(struct view *view, const struct machine *machine)
{
    static const uint64_t a_line[TRAFFIC_MEMBERS] = {
        [TRAFFIC_RX_BYTES] = 1000,   [TRAFFIC_TX_BYTES] = 2000,    [TRAFFIC_RX_PACKETS] = 10, [TRAFFIC_TX_PACKETS] = 20,
        [TRAFFIC_READ_BYTES] = 4096, [TRAFFIC_WRITE_BYTES] = 8192, [TRAFFIC_READS] = 1,       [TRAFFIC_WRITES] = 2};
    const struct vm *vm = view->vm;
    const struct sample *now = machine->now;
    /* The very first line only says when the increments of the next one begin. */
    const struct line_time *from = view->has_line ? &view->line : &vm->journal.first, *to = &vm->journal.last;
    unsigned lines = vm->journal.lines - (view->has_line || vm->journal.lines == 0 ? 0 : 1);
    bool has_lines = view->is_wanted && was_read(vm->metrics_file) && lines != 0;
    int64_t differ_ns = llabs(to->ahead_ns - from->ahead_ns), most_ns = clock_ns - view->line_after_ns;
    enum must must = must_if(has_lines && to->ms > from->ms);

    if (view->is_wanted) {
        must_try(view, vm->metrics_file);
        must_try(view, vm->balloon_file);
    }
    /* Whether the clock was set is seen only as exactly as samples follow on each other. */
    if (must == MUST_BE_KNOWN && (differ_ns != 0 || lines > 1))
        must = !view->has_line || view->has_first_line || lines > 1 || differ_ns <= 3 * most_ns + 1000000000
                   ? MAY_BE_KNOWN
                   : MUST_BE_UNKNOWN;
    for (int i = 0; i < TRAFFIC_MEMBERS; i++)
        check_number(vm, "metrics", must, a_line[i] * lines, now->traffic.added[i]);
    if (now->traffic.elapsed_ns != 0)
        check_number(vm, "metrics_elapsed", must, (to->ms - from->ms) * 1000000, (uint64_t)now->traffic.elapsed_ns);
    check_number(vm, "balloon.actual_bytes", must_if(view->is_wanted && was_read(vm->balloon_file)),
                 vm->balloon_pages * 4096, now->balloon.actual_bytes);
    check_number(vm, "balloon.available_memory_bytes", must_if(view->is_wanted && was_read(vm->balloon_file)),
                 vm->available_bytes, now->balloon.available_memory_bytes);
}

/* ---- A sample ---- */

/* What can be seen to fall at the next sample: nothing if not all was read now. */
static void note_seen(struct vm *vm, bool is_all_read)
{
    vm->seen = vm->majflt;
    vm->cgroup.seen = vm->cgroup.usage_usec < vm->cgroup.max_events ? vm->cgroup.usage_usec : vm->cgroup.max_events;
    for (int i = 0; i < MOST_OF_EACH; i++) {
        struct vm_tap *tap = &vm->taps[i];
        struct disk *disk = &vm->disks[i];
        struct io_row *row = &vm->cgroup.io[i];

        tap->seen =
            tap->counters[RX_BYTES] < tap->counters[TX_BYTES] ? tap->counters[RX_BYTES] : tap->counters[TX_BYTES];
        disk->seen = disk->counters[0];
        row->seen = row->counters[0];
        for (int k = 1; k < DISK_COUNTERS; k++) {
            disk->seen = disk->counters[k] < disk->seen ? disk->counters[k] : disk->seen;
            row->seen = row->counters[k] < row->seen ? row->counters[k] : row->seen;
        }
    }
    for (int i = 0; !is_all_read && i < MOST_OF_EACH; i++)
        vm->taps[i].seen = vm->disks[i].seen = vm->cgroup.io[i].seen = 0;
    if (!is_all_read)
        vm->seen = vm->cgroup.seen = 0;
}

static void take(struct view *view, const struct machine *machine, bool is_brief)
{
    struct truth *now = view->before;

    view->before = view->now;
    view->now = now;
    now->others_ns = machine->now->others_ns;
    look_at_descriptors(view);
    look_at_cgroup(view);
    take_process(view, is_brief);
    take_tasks(view);
    take_nets(view);
    take_disks(view);
    take_rows(view);
    take_cgroup(view);
}

static void end(struct view *view)
{
    take_lines(view);
    note_seen(view->vm, view->samples != 0 && (view->vm->event <= SUSPENDED || view->vm->event == EVENTS));
    view->samples++;
    view->rows_are_unsure -= view->rows_are_unsure != 0;
}

void view_begin(struct view *view, const struct machine *machine)
{
    view->seen.is_good = true;
    take(view, machine, false);
    sum_take(&view->nets, &view->now->nets, NET_COUNTERS);
    sum_take(&view->disks, &view->now->disks, DISK_COUNTERS);
    sum_take(&view->rows, &view->now->rows, DISK_COUNTERS);
    end(view);
}

void view_check(struct view *view, const struct machine *machine, bool is_brief)
{
    struct use use;

    is_dying = view->vm->is_dying;
    take(view, machine, is_brief);
    use_between(machine, TICKS_PER_SECOND, &use);
    tally.samples++;
    check_process(view, machine, &use);
    /* Threads end one after another. */
    if (!is_dying) {
        check_threads(view, &use);
        check_vcpus(view, &use);
    }
    check_nets(view, &use);
    check_disks(view, &use);
    check_cgroup(view, &use);
    if (!is_dying)
        check_hypervisor(view, machine);
    end(view);
    is_dying = false;
}
