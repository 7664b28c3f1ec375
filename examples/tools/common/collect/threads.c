/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "threads.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../number.h"

struct thread {
    /* -1 if the descriptor is not kept: then the thread is looked at anew for each sample. */
    int schedstat;
    bool is_alive;
    /* Whether its name was read a second time: it gets the one that it keeps only after it was made. */
    bool is_settled;
    /* The thread is a virtual CPU only because it has guest time. */
    bool has_guest_time;
    uint64_t number;
    uint64_t starttime_ticks;
    uint64_t vcpu;
};

/* Threads are listed again where some have ended meanwhile, but not for ever. */
enum { NAME_BYTES = 64, MOST_TRIES = 3 };

static int by_number(const void *a, const void *b)
{
    const struct thread *one = a, *other = b;

    return one->number < other->number ? -1 : one->number > other->number;
}

static const char *name_of(uint64_t number, const char *file, char name[NAME_BYTES])
{
    snprintf(name, NAME_BYTES, "task/%llu/%s", (unsigned long long)number, file);
    return name;
}

/* Reads a file of a thread, once. Gives 0 or an errno. */
static int read_file(struct reader *reader, const struct threads_of *of, uint64_t number, const char *file,
                     struct vmm_text *text)
{
    char name[NAME_BYTES];
    int fd = reader_open_at(of->directory, name_of(number, file, name));
    int error;

    if (fd < 0)
        return errno;
    error = reader_read_whole(reader, fd, text);
    close(fd);
    return error;
}

/* The number of the virtual CPU, the start and the guest time of a thread. Gives 0 or an errno. */
static int read_identity(struct reader *reader, const struct threads_of *of, struct thread *thread)
{
    struct vmm_process identity;
    struct vmm_text text;
    int error = read_file(reader, of, thread->number, "stat", &text);

    if (error != 0)
        return error;
    vmm_record_init(VMM_RECORD_PROCESS, &identity, sizeof identity);
    if (vmm_record_read(&text, VMM_FILE_PROCESS_STAT, &identity, sizeof identity) != VMM_OK)
        return EIO;
    /*
     * A thread is a virtual CPU as soon as a guest has run in it, whatever its name is. Its number is not known: the
     * number of the thread stands for it.
     */
    thread->has_guest_time =
        !vmm_is_known(identity.vcpu) && vmm_is_known(identity.guest_time_ticks) && identity.guest_time_ticks != 0;
    thread->vcpu = thread->has_guest_time ? thread->number : identity.vcpu;
    thread->starttime_ticks = identity.starttime_ticks;
    return 0;
}

/* Adds a thread that was not seen before. */
static int add_thread(struct thread_list *list, struct reader *reader, const struct threads_of *of, uint64_t number)
{
    struct thread thread = {.schedstat = -1, .is_alive = true, .number = number};
    int error = read_identity(reader, of, &thread);

    if (error != 0)
        return error;
    if (list->count == list->capacity) {
        size_t capacity = list->capacity == 0 ? 8 : list->capacity * 2;
        struct thread *threads = capacity > MOST_THREADS ? NULL : realloc(list->list, capacity * sizeof *threads);

        if (threads == NULL)
            return capacity > MOST_THREADS ? E2BIG : ENOMEM;
        list->list = threads;
        list->capacity = capacity;
    }
    list->list[list->count++] = thread;
    list->is_unsettled = true;
    return 0;
}

/* A thread that was seen before: its name is read a second time, and its guest time from time to time. */
static int look_at_known(struct reader *reader, const struct threads_of *of, struct thread *thread)
{
    int error = 0;

    if (!thread->is_settled || thread->schedstat < 0 || (of->looks && !vmm_is_known(thread->vcpu)))
        error = read_identity(reader, of, thread);
    thread->is_settled = true;
    thread->is_alive = !reader_is_gone(error);
    return error;
}

static void close_thread(const struct thread *thread)
{
    if (thread->schedstat >= 0)
        close(thread->schedstat);
}

static void drop_dead(struct thread_list *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++) {
        if (list->list[i].is_alive)
            list->list[kept++] = list->list[i];
        else
            close_thread(&list->list[i]);
    }
    list->count = kept;
    if (kept != 0)
        qsort(list->list, kept, sizeof *list->list, by_number);
}

/* Finds out which threads there are now. Gives 0 or an errno; `*trouble` is an errno of a single thread. */
static int list_threads(struct thread_list *list, struct reader *reader, const struct threads_of *of, int *trouble)
{
    int fd = openat(of->directory, "task", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *directory = fd < 0 ? NULL : fdopendir(fd);
    size_t known = list->count;
    struct dirent *entry;
    int error = errno;

    if (directory == NULL) {
        if (fd >= 0)
            close(fd);
        return error;
    }
    list->is_unsettled = false;
    for (size_t i = 0; i < known; i++)
        list->list[i].is_alive = false;
    while ((void)(errno = 0), (entry = readdir(directory)) != NULL) {
        struct thread wanted = {.number = strtoull(entry->d_name, NULL, 10)};
        struct thread *found = NULL;

        if (entry->d_name[0] == '.')
            continue;
        if (known != 0)
            found = bsearch(&wanted, list->list, known, sizeof wanted, by_number);
        error = found == NULL ? add_thread(list, reader, of, wanted.number) : look_at_known(reader, of, found);
        if (error != 0 && !reader_is_gone(error))
            *trouble = error;
    }
    error = errno;
    closedir(directory);
    drop_dead(list);
    return error;
}

static int reserve(struct thread_sample *sample, size_t count)
{
    struct thread_times *list;

    if (count <= sample->capacity)
        return 0;
    list = realloc(sample->list, count * sizeof *list);
    if (list == NULL)
        return ENOMEM;
    sample->list = list;
    sample->capacity = count;
    return 0;
}

/* Reads what a thread has run and waited. Gives 0 or an errno. */
static int read_schedstat(struct thread_list *list, struct reader *reader, const struct threads_of *of,
                          struct thread *thread, struct thread_times *times)
{
    char name[NAME_BYTES];
    bool was_open = thread->schedstat >= 0;
    int fd = was_open ? thread->schedstat : reader_open_at(of->directory, name_of(thread->number, "schedstat", name));
    int error = fd < 0 ? errno : 0;
    struct vmm_process row = {.run_time_ns = VMM_UNKNOWN, .run_delay_ns = VMM_UNKNOWN};
    struct vmm_text text;

    if (error == 0)
        error = reader_read_whole(reader, fd, &text);
    if (error == 0)
        vmm_record_read(&text, VMM_FILE_PROCESS_SCHEDSTAT, &row, sizeof row);
    *times = (struct thread_times){.number = thread->number,
                                   .starttime_ticks = thread->starttime_ticks,
                                   .vcpu = thread->vcpu,
                                   .run_time_ns = row.run_time_ns,
                                   .run_delay_ns = row.run_delay_ns,
                                   .switches = {VMM_UNKNOWN, VMM_UNKNOWN}};
    if (was_open || fd < 0)
        return error;
    if (reader_may_keep(fd)) {
        thread->schedstat = fd;
    } else {
        close(fd);
        list->is_unsettled = true;
    }
    return error;
}

/* Reads the context switches of a thread. Gives 0 or an errno. */
static int read_switches(struct reader *reader, const struct threads_of *of, struct thread_times *times)
{
    struct vmm_process row;
    struct vmm_text text;
    int error = read_file(reader, of, times->number, "status", &text);

    if (error != 0)
        return error;
    vmm_record_init(VMM_RECORD_PROCESS, &row, sizeof row);
    vmm_record_read(&text, VMM_FILE_PROCESS_STATUS, &row, sizeof row);
    times->switches = (struct switches){row.voluntary_ctxt_switches, row.nonvoluntary_ctxt_switches};
    return 0;
}

/* Reads the counters of each thread. Gives false if a thread has ended meanwhile: it is left out. */
static bool read_counters(struct thread_list *list, struct reader *reader, const struct threads_of *of,
                          struct thread_sample *sample, int *trouble)
{
    size_t kept = 0;

    sample->count = 0;
    sample->named_vcpus = sample->guest_vcpus = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct thread *thread = &list->list[i];
        int error = read_schedstat(list, reader, of, thread, &sample->list[sample->count]);

        if (reader_is_gone(error)) {
            close_thread(thread);
            continue;
        }
        if (error == 0 && reader->is_thorough) {
            int unread = read_switches(reader, of, &sample->list[sample->count]);

            list->switches_error = unread == 0 ? list->switches_error : unread;
        }
        if (error != 0)
            *trouble = error;
        sample->named_vcpus += vmm_is_known(thread->vcpu) && !thread->has_guest_time;
        sample->guest_vcpus += thread->has_guest_time;
        sample->count++;
        list->list[kept++] = *thread;
    }
    if (kept == list->count)
        return true;
    list->count = kept;
    return false;
}

int threads_read(struct thread_list *list, struct reader *reader, const struct threads_of *of,
                 struct thread_sample *sample, struct troubles *troubles)
{
    bool lists = of->looks || list->is_unsettled || list->count != of->count, is_done = false;
    int trouble = 0, error = 0, tries = 0;

    sample->time_ns = reader->time_ns(reader->user);
    sample->count = 0;
    list->switches_error = 0;
    while (error == 0 && !is_done) {
        trouble = 0;
        error = lists ? list_threads(list, reader, of, &trouble) : 0;
        if (error == 0)
            error = reserve(sample, list->count);
        /* Another thread may have begun in the place of one that has ended, even under its number. */
        is_done = error == 0 && (read_counters(list, reader, of, sample, &trouble) || ++tries == MOST_TRIES);
        lists = true;
    }
    if (reader_is_gone(error))
        return ESRCH;
    if (error == 0)
        error = trouble;
    if (error != 0) {
        sample->count = 0;
        list->is_unsettled = true;
    }
    troubles_add(troubles, "threads", error);
    troubles_add(troubles, "task/TID/status", list->switches_error);
    return 0;
}

/* Both lists are in the order of the threads' numbers. */
struct switches threads_switched(const struct thread_sample *before, const struct thread_sample *now)
{
    const struct thread_times *old = before->list, *end = before->list + before->count;
    struct switches none = {VMM_UNKNOWN, VMM_UNKNOWN}, sum = {0, 0};

    if (before->count == 0 || now->count == 0)
        return none;
    for (size_t i = 0; i < now->count; i++) {
        const struct thread_times *times = &now->list[i];
        struct switches growth = times->switches;

        /* One that is passed over has ended. */
        if (old != end && old->number < times->number)
            return none;
        if (old != end && old->number == times->number) {
            if (old->starttime_ticks != times->starttime_ticks)
                return none;
            growth.voluntary = number_difference(growth.voluntary, old->switches.voluntary);
            growth.involuntary = number_difference(growth.involuntary, old->switches.involuntary);
            old++;
        }
        sum.voluntary = number_sum(sum.voluntary, growth.voluntary);
        sum.involuntary = number_sum(sum.involuntary, growth.involuntary);
    }
    return old == end ? sum : none;
}

static struct vmm_threads fill(const struct thread_sample *sample, struct vmm_process *rows)
{
    for (size_t i = 0; i < sample->count; i++) {
        const struct thread_times *times = &sample->list[i];

        vmm_record_init(VMM_RECORD_PROCESS, &rows[i], sizeof rows[i]);
        rows[i].pid = times->number;
        rows[i].starttime_ticks = times->starttime_ticks;
        rows[i].vcpu = times->vcpu;
        rows[i].run_time_ns = times->run_time_ns;
        rows[i].run_delay_ns = times->run_delay_ns;
    }
    return (struct vmm_threads){rows, sample->count, sizeof *rows};
}

void *threads_rows(const struct thread_sample *before, const struct thread_sample *now, struct vmm_threads rows[2])
{
    struct vmm_process *all = malloc((before->count + now->count + 1) * sizeof *all);

    rows[0] = rows[1] = (struct vmm_threads){NULL, 0, sizeof *all};
    if (all != NULL) {
        rows[0] = fill(before, all);
        rows[1] = fill(now, all + before->count);
    }
    return all;
}

void threads_close(struct thread_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        close_thread(&list->list[i]);
    free(list->list);
    *list = (struct thread_list){.count = 0};
}
