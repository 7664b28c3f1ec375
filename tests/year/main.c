/* SPDX-License-Identifier: MIT */
/*
 * A year of a fleet's life: `year [--machines N] [--days N] [--passes N] [--seed N] [--files N] [--least N]`.
 *
 * A model of a host with virtual machines lives through simulated time, in which all that can happen to a machine happens at
 * random. The collector reads the model's files, as it reads /proc and /sys, and each number that it gives is compared with the
 * truth. The same is done with the guests' files and with the library alone. The program ends at the first number that is
 * wrong, and prints what is needed to see it again.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "common/collect/machines.h"
#include "counters.h"
#include "guest.h"
#include "view.h"

enum { MOST_MACHINES = 4096 };
#define DAY_NS ((int64_t)86400 * 1000000000)

struct options {
    uint64_t machines, days, passes, seed, files, least;
};

struct year {
    struct options options;
    struct vm *vms;
    struct guest **guests;
    struct machines machines;
    struct reader reader;
    int64_t run_ns;
    uint64_t next_pid;
    uint64_t passes, lost_for_a_pass;
    /* What was in use after the warm-up, and the most that was in use then. */
    uint64_t most_bytes, most_blocks, most_open;
};

/* ---- Time ---- */

/* Each look at the clock takes some time. */
static int64_t tell_time(void *user)
{
    int64_t took_ns = (int64_t)random_below(100000) + 1;

    (void)user;
    clock_ns += took_ns;
    wall_ns += took_ns;
    files.told_ns = clock_ns;
    return clock_ns;
}

/* From one second to many hours; short steps as often as long ones. */
static int64_t random_step(const struct year *year)
{
    double mean = (double)year->options.days * (double)DAY_NS / (double)year->options.passes, most = mean * 6;
    double step = 1e9 * exp((double)random_below(1000000) / 1e6 * log(most / 1e9));

    /* The mean of such numbers is the length of the range divided by its logarithm. */
    return (int64_t)(step * mean / ((most - 1e9) / log(most / 1e9)));
}

static void let_time_pass(struct year *year, int64_t step_ns)
{
    clock_ns += step_ns;
    wall_ns += step_ns;
    for (uint64_t i = 0; i < year->options.machines; i++)
        vm_run(&year->vms[i], clock_ns - year->run_ns);
    year->run_ns = clock_ns;
}

static void happen_to_host(struct year *year)
{
    int64_t by_ns = 1000000000 * (int64_t)(1 + random_below(86400));

    if (!one_of(4)) {
        wall_ns += by_ns;
        event_counts[CLOCK_SET_FORWARD]++;
    }
    if (!one_of(4)) {
        wall_ns -= by_ns;
        event_counts[CLOCK_SET_BACK]++;
    }
    if (!one_of(4)) {
        /* The monotonic clock stands still. */
        wall_ns += by_ns;
        event_counts[SUSPENDED]++;
    }
    if (!one_of(4)) {
        event_counts[PASS_MISSED]++;
        for (uint64_t i = 1 + random_below(3); i != 0; i--)
            let_time_pass(year, random_step(year) / 4);
    }
}

/* ---- What happens to a machine ---- */

static void restart(struct year *year, struct vm *vm, bool keeps_pid)
{
    uint64_t pid = vm->pid;

    if (vm->is_there)
        vm_end(vm);
    vm_start(vm, keeps_pid ? pid : year->next_pid++);
}

static void happen(struct year *year, struct vm *vm, enum event event)
{
    if (event == RESTARTED_UNDER_NAME || event == RESTARTED_UNDER_PID || event == SNAPSHOT_RESTORED) {
        restart(year, vm, event == RESTARTED_UNDER_PID);
        guest_happen(year->guests[vm->number], event);
    } else if (event >= GUEST_CPU_PLUGGED && event <= GUEST_CLOCK_OF_CPU_JUMPED) {
        if (!guest_happen(year->guests[vm->number], event))
            return;
    } else if (!vm_event(vm, event)) {
        return;
    }
    vm_note(vm, event);
}

/* Which files of a machine can have a fault of a kind. */
enum { MOST_CHOICES = 96 };

struct choices {
    struct node *list[MOST_CHOICES];
    unsigned count;
};

static void add_choice(struct choices *choices, struct node *node)
{
    if (node != NULL && choices->count < MOST_CHOICES)
        choices->list[choices->count++] = node;
}

static void add_things(const struct vm *vm, struct choices *choices, bool with_single_values)
{
    for (int i = 0; vm->has_cgroup && i < CGROUP_PROCS; i++) {
        if (with_single_values || (i != MEMORY_CURRENT && i != MEMORY_PEAK && i != CPU_MAX && i != MEMORY_MAX))
            add_choice(choices, vm->cgroup.files[i]);
    }
    add_choice(choices, vm->net_dev);
    for (int i = 0; i < MOST_OF_EACH; i++) {
        if (vm->disks[i].is_there)
            add_choice(choices, vm->disks[i].stat);
        for (int k = 0; with_single_values && vm->taps[i].is_there && vm->taps[i].directory != NULL && k < NET_COUNTERS;
             k++)
            add_choice(choices, vm->taps[i].files[k]);
        if (with_single_values && vm->disks[i].is_there)
            add_choice(choices, vm->disks[i].sequence_file);
        if (with_single_values && vm->taps[i].is_there && vm->taps[i].directory != NULL)
            add_choice(choices, vm->taps[i].index_file);
    }
}

static void add_process(const struct vm *vm, struct choices *choices)
{
    add_choice(choices, vm->stat);
    add_choice(choices, vm->statm);
    add_choice(choices, vm->status);
    add_choice(choices, vm->io_file);
    add_choice(choices, vm->membership);
}

static void add_rest(const struct vm *vm, struct choices *choices)
{
    for (int i = 0; i < MOST_TASKS; i++) {
        if (vm->tasks[i].number != 0) {
            add_choice(choices, vm->tasks[i].schedstat);
            add_choice(choices, vm->tasks[i].stat);
        }
    }
    if (vm->is_wanted) {
        add_choice(choices, vm->balloon_file);
        add_choice(choices, vm->config_file);
    }
}

static void add_looked_at(const struct vm *vm, struct choices *choices)
{
    add_choice(choices, vm->held);
    add_choice(choices, mounts_file);
    add_choice(choices, vm->membership);
    if (vm->has_cgroup)
        add_choice(choices, vm->cgroup.files[CGROUP_PROCS]);
    for (struct node *node = vm->held->first; node != NULL; node = node->next)
        add_choice(choices, node);
    for (struct node *node = vm->infos->first; node != NULL; node = node->next)
        add_choice(choices, node);
    add_process(vm, choices);
    add_things(vm, choices, true);
    add_choice(choices, vm->task_list);
    add_rest(vm, choices);
}

/* Gives the file, or NULL where all opens fail. */
static struct node *begin_fault(struct vm *vm, enum event event)
{
    static const int errors[] = {
        [FAILED_ENOMEM] = ENOMEM, [FAILED_EIO] = EIO, [FAILED_ESRCH] = ESRCH, [FAILED_ENODEV] = ENODEV};
    struct choices choices = {.count = 0};
    bool is_text = event == TEXT_CUT || event == TEXT_EMPTY;
    struct node *node;

    if (event == FAILED_EMFILE) {
        files.open_error = EMFILE;
        return NULL;
    }
    if (event == LOOK_FAILED)
        add_looked_at(vm, &choices);
    else if (event != FAILED_ENODEV)
        add_process(vm, &choices);
    if (event == FAILED_ENODEV || event == FAILED_ESRCH || is_text || event == FAILED_ENOMEM || event == FAILED_EIO)
        add_things(vm, &choices, event != TEXT_CUT);
    if (is_text || event == FAILED_ENOMEM || event == FAILED_EIO)
        add_rest(vm, &choices);
    if (event == FAILED_ENOMEM || event == FAILED_EIO) {
        add_choice(&choices, vm->task_list);
        if (vm->is_wanted)
            add_choice(&choices, vm->metrics_file);
    }
    node = choices.list[random_below(choices.count)];
    files_fail(node,
               is_text                ? 0
               : event == LOOK_FAILED ? (one_of(2) ? ENOMEM : EIO)
                                      : errors[event],
               event == TEXT_CUT     ? CUT_LINE
               : event == TEXT_EMPTY ? CUT_ALL
                                     : CUT_NOTHING);
    return node;
}

static struct vm *dying;

static void die(void)
{
    vm_remove_files(dying);
}

/* ---- Passes ---- */

static void tell(void *context, uint64_t pid, int error)
{
    (void)context;
    (void)pid;
    (void)error;
}

/* Whether the collector has the machine. */
static bool has_machine(const struct vm *vm)
{
    return vm->is_there && vm->found_life == vm->life;
}

static void begin_views(struct year *year, size_t from)
{
    for (size_t i = from; i < year->machines.count; i++) {
        struct machine *machine = year->machines.list[i];

        for (uint64_t k = 0; k < year->options.machines; k++) {
            if (year->vms[k].pid != machine->pid || !year->vms[k].is_there)
                continue;
            view_begin(view_new(&year->vms[k], machine), machine);
            year->vms[k].found_life = year->vms[k].life;
        }
        if (machine->user == NULL)
            is_wrong(NULL, "a machine", "none", "a process that is no machine");
    }
}

/* Machines whose hypervisor's files are known are added by their numbers. */
static void add_wanted(struct year *year, const struct vm *vm)
{
    const struct wanted wanted = {.balloon = vm->paths[0], .hypervisor = vm->paths[1], .metrics = vm->paths[2]};
    size_t count = year->machines.count;

    if (!vm->is_there || vm->is_zombie || !vm->is_wanted || has_machine(vm))
        return;
    files.sample++;
    machines_add(&year->machines, &year->reader, vm->pid, &wanted);
    begin_views(year, count);
}

static void look(struct year *year)
{
    size_t alive = 0, found = 0, count;
    bool has_fault = false;
    int error;

    for (uint64_t i = 0; i < year->options.machines; i++) {
        struct vm *vm = &year->vms[i];

        if (vm->is_there && vm->is_new && one_of(4)) {
            if (one_of(8))
                files.open_error = EMFILE;
            else
                begin_fault(vm, LOOK_FAILED);
            vm_note(vm, LOOK_FAILED);
            has_fault = true;
        }
        add_wanted(year, vm);
        files.open_error = 0;
    }
    count = year->machines.count;
    files.sample++;
    error = machines_look(&year->machines, &year->reader, tell, NULL);
    if (error != 0)
        is_wrong(NULL, "a look for machines", "no error", strerror(error));
    begin_views(year, count);
    files_clear_faults();
    for (size_t i = 0; i < year->machines.count; i++)
        found += view_is_alive(year->machines.list[i]->user);
    for (uint64_t i = 0; i < year->options.machines; i++) {
        struct vm *vm = &year->vms[i];

        alive += vm->is_there && !vm->is_zombie;
        if (vm->is_there && !vm->is_zombie && !has_machine(vm) && !has_fault)
            is_wrong(vm, "a machine", "found", "not found");
        vm->is_new = vm->is_new && !has_machine(vm);
    }
    year->lost_for_a_pass += alive - found;
}

static bool process_is_gone(const struct vm *vm)
{
    const struct node *const nodes[] = {vm->stat, vm->statm, vm->status, vm->io_file, vm->membership, vm->task_list};

    for (size_t i = 0; i < sizeof nodes / sizeof nodes[0]; i++) {
        if (outcome_of(nodes[i]) == READ_GONE)
            return true;
    }
    return false;
}

/* Gives false where the machine has left the list. */
static bool sample(struct year *year, size_t index, enum event fault)
{
    struct machine *machine = year->machines.list[index];
    struct view *view = machine->user;
    struct vm *vm = view_vm(view);
    struct node *node = NULL;
    bool was_alive = view_is_alive(view);
    int error;

    files.sample++;
    if (was_alive && fault == DIED_BETWEEN_FILES) {
        dying = vm;
        files.reads_left = 1 + random_below(40);
        files.after_reads = die;
    } else if (was_alive && fault != EVENTS) {
        node = begin_fault(vm, fault);
    }
    error = machine_sample(machine, &year->reader);
    files.reads_left = 0;
    if (was_alive && fault != EVENTS &&
        (vm->is_dying || files.open_error != 0 || (node != NULL && outcome_of(node) != NOT_READ)))
        vm_note(vm, fault);
    if (error == 0 && !was_alive)
        is_wrong(vm, "a machine that has ended", "ESRCH", "a sample");
    if (error != 0 && was_alive && !vm->is_dying && !process_is_gone(vm) && !(error == EMFILE && files.open_error != 0))
        is_wrong(vm, "a machine", "a sample", strerror(error));
    if (error == 0)
        view_check(view, machine, year->reader.is_brief);
    files_clear_faults();
    if (vm->is_dying)
        vm_end(vm);
    if (error == 0)
        return true;
    if (view_is_alive(view))
        vm->found_life = 0;
    view_free(view);
    machines_remove(&year->machines, index);
    return false;
}

static void pass(struct year *year)
{
    look(year);
    let_time_pass(year, random_step(year));
    happen_to_host(year);
    for (uint64_t i = 0; i < year->options.machines; i++) {
        struct vm *vm = &year->vms[i];

        if (!vm->is_there || vm->is_zombie)
            restart(year, vm, false);
        vm->event = EVENTS;
        if (one_of(10))
            vm->event = (enum event)random_below(EVENTS);
        if (vm->event != DIED_BETWEEN_FILES && vm->event < CLOCK_SET_FORWARD)
            happen(year, vm, vm->event);
        guest_check(year->guests[i], vm, clock_ns);
        counters_check(vm);
    }
    for (size_t i = 0; i < year->machines.count;) {
        struct vm *vm = view_vm(year->machines.list[i]->user);
        enum event event = vm->event == DIED_BETWEEN_FILES || vm->event > SUSPENDED ? vm->event : EVENTS;

        i += sample(year, i, event);
    }
    year->passes++;
}

/* ---- The end ---- */

static void print_tally(const struct year *year, double seconds)
{
    printf("%" PRIu64 " machines, %.1f days, %" PRIu64 " passes, %" PRIu64 " samples, %" PRIu64 " reads, %.0f s\n",
           year->options.machines, (double)clock_ns / (double)DAY_NS, year->passes, tally.samples, files.reads,
           seconds);
    printf("%" PRIu64 " numbers compared, %" PRIu64 " of them unknown; %" PRIu64 " resets, each wanted and seen\n",
           tally.numbers, tally.unknown, tally.resets);
    printf("%" PRIu64 " times a machine was missing for one pass, after an error\n", year->lost_for_a_pass);
    printf("events:\n");
    for (int i = 0; i < EVENTS; i++)
        printf("  %10" PRIu64 "  %s\n", event_counts[i], event_names[i]);
    printf("wraps of counters of 32 bits, in texts:\n");
    for (int i = 0; i < PRINTED_WRAPS; i++)
        printf("  %10" PRIu64 "  %s\n", printed_wrap_counts[i], printed_wrap_names[i]);
    printf("wraps of counters of 32 bits, in records:\n");
    counters_print();
}

static void check_least(const struct year *year)
{
    for (int i = 0; i < EVENTS; i++) {
        if (event_counts[i] < year->options.least)
            is_wrong(NULL, event_names[i], "more often", "too seldom");
    }
    counters_check_wraps();
}

static void check_memory(struct year *year, bool is_warm_up)
{
    uint64_t most_bytes, most_open;
    char texts[2][64];

    if (is_warm_up) {
        year->most_bytes = files.byte_count > year->most_bytes ? files.byte_count : year->most_bytes;
        year->most_open = files.open_count > year->most_open ? files.open_count : year->most_open;
        return;
    }
    snprintf(texts[0], sizeof texts[0], "at most %" PRIu64 " bytes, %" PRIu64 " descriptors", year->most_bytes,
             year->most_open);
    snprintf(texts[1], sizeof texts[1], "%" PRIu64 " bytes, %" PRIu64 " descriptors", files.byte_count,
             files.open_count);
    /* Machines are not alike: so few of them may differ more. */
    most_bytes = year->most_bytes + (uint64_t)(60000 * sqrt((double)year->options.machines));
    most_open = year->most_open + (uint64_t)(40 * sqrt((double)year->options.machines));
    if (files.byte_count > most_bytes || files.open_count > most_open)
        is_wrong(NULL, "memory and descriptors", texts[0], texts[1]);
}

static void end(struct year *year)
{
    char texts[64];

    while (year->machines.count != 0) {
        view_free(year->machines.list[year->machines.count - 1]->user);
        machines_remove(&year->machines, year->machines.count - 1);
    }
    machines_close(&year->machines);
    reader_release(&year->reader);
    snprintf(texts, sizeof texts, "%" PRIu64 " blocks, %" PRIu64 " descriptors", files.block_count, files.open_count);
    if (files.block_count != 0 || files.open_count != 0)
        is_wrong(NULL, "after the end", "no memory, no descriptor", texts);
    for (uint64_t i = 0; i < year->options.machines; i++) {
        if (year->vms[i].is_there)
            vm_end(&year->vms[i]);
        model_free(year->guests[i]);
    }
    model_free(year->vms);
    model_free(year->guests);
    files_end();
}

static struct options options_of(int argc, char **argv)
{
    struct options options = {.machines = 50, .days = 365, .passes = 3000, .files = 1 << 17, .least = 20};
    const struct {
        const char *name;
        uint64_t *value;
    } known[] = {{"--machines", &options.machines}, {"--days", &options.days},   {"--passes", &options.passes},
                 {"--seed", &options.seed},         {"--files", &options.files}, {"--least", &options.least}};
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    options.seed = (uint64_t)now.tv_sec;
    for (int i = 1; i < argc; i += 2) {
        size_t k = 0;

        while (k < sizeof known / sizeof known[0] && strcmp(known[k].name, argv[i]) != 0)
            k++;
        if (k == sizeof known / sizeof known[0] || i + 1 == argc) {
            fprintf(stderr, "%s: no such option, or no number after it\n", argv[i]);
            exit(2);
        }
        *known[k].value = strtoull(argv[i + 1], NULL, 10);
    }
    if (options.machines == 0 || options.machines > MOST_MACHINES || options.days == 0 || options.passes == 0) {
        fprintf(stderr, "up to %d machines, and at least one day and one pass\n", MOST_MACHINES);
        exit(2);
    }
    return options;
}

int main(int argc, char **argv)
{
    struct year year = {.options = options_of(argc, argv), .next_pid = 1000};
    struct timespec begun, done;

    setvbuf(stdout, NULL, _IOLBF, 0);
    seed = random_state = year.options.seed;
    printf("seed %" PRIu64 "\n", seed);
    clock_gettime(CLOCK_MONOTONIC, &begun);
    year.reader = (struct reader){.roots = {.root = FILES_ROOT}, .time_ns = tell_time, .is_brief = seed % 2 == 0};
    wall_ns = (int64_t)1800000000 * 1000000000;
    files_begin((unsigned)year.options.files);
    fleet_begin();
    year.vms = model_alloc(year.options.machines * sizeof *year.vms);
    year.guests = model_alloc(year.options.machines * sizeof(struct guest *));
    for (uint64_t i = 0; i < year.options.machines; i++) {
        year.vms[i].number = (unsigned)i;
        year.guests[i] = guest_new();
        restart(&year, &year.vms[i], false);
    }
    while (year.passes < year.options.passes) {
        pass(&year);
        check_memory(&year, year.passes < year.options.passes / 4);
    }
    clock_gettime(CLOCK_MONOTONIC, &done);
    print_tally(&year, (double)(done.tv_sec - begun.tv_sec));
    printf("memory of the collector: at most %" PRIu64 " bytes and %" PRIu64
           " descriptors in the first quarter, %" PRIu64 " bytes and %" PRIu64 " descriptors at the end\n",
           year.most_bytes, year.most_open, files.byte_count, files.open_count);
    check_least(&year);
    end(&year);
    return EXIT_SUCCESS;
}
