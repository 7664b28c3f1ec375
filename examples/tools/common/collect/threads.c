/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "threads.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct thread {
    int schedstat;
    bool is_alive;
    /* Whether its name was read a second time: it gets the one that it keeps only after it was made. */
    bool is_settled;
    /* The thread is a virtual CPU only because it has guest time. */
    bool has_guest_time;
    struct vmm_process identity;
};

static int by_number(const void *a, const void *b)
{
    const struct thread *one = a, *other = b;

    return one->identity.pid < other->identity.pid ? -1 : one->identity.pid > other->identity.pid;
}

/* The number, name, start and guest time of a thread. Gives 0 or an errno. */
static int read_identity(struct reader *reader, uint64_t pid, const char *name, struct thread *thread)
{
    struct vmm_process identity;
    char relative[64];
    struct vmm_text text;
    int error;

    snprintf(relative, sizeof relative, "task/%.16s/stat", name);
    error = reader_read_proc(reader, pid, relative, &text);
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
    if (thread->has_guest_time)
        identity.vcpu = identity.pid;
    thread->identity = identity;
    return 0;
}

/* Opens a thread that was not seen before. A thread that has ended meanwhile is left out. */
static int add_thread(struct thread_list *list, struct reader *reader, uint64_t pid, const char *name)
{
    char relative[64], path[ROOTS_PATH_BYTES];
    struct thread thread = {.is_alive = true};
    int error = read_identity(reader, pid, name, &thread);

    if (error != 0)
        return error;
    snprintf(relative, sizeof relative, "task/%.16s/schedstat", name);
    thread.schedstat = reader_proc(reader, pid, relative, path) ? reader_open(path) : -1;
    if (thread.schedstat < 0)
        return errno;
    if (list->count == list->capacity) {
        size_t capacity = list->capacity == 0 ? 8 : list->capacity * 2;
        struct thread *threads = capacity > MOST_THREADS ? NULL : realloc(list->list, capacity * sizeof *threads);

        if (threads == NULL) {
            close(thread.schedstat);
            return capacity > MOST_THREADS ? E2BIG : ENOMEM;
        }
        list->list = threads;
        list->capacity = capacity;
    }
    list->list[list->count++] = thread;
    return 0;
}

/* A thread that was seen before: its name is read a second time, and its guest time from time to time. */
static int look_at_known(struct reader *reader, uint64_t pid, const char *name, bool looks, struct thread *thread)
{
    int error = 0;

    if (!thread->is_settled || (looks && !vmm_is_known(thread->identity.vcpu)))
        error = read_identity(reader, pid, name, thread);
    thread->is_settled = true;
    thread->is_alive = !reader_is_gone(error);
    return error;
}

static void drop_dead(struct thread_list *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++) {
        if (list->list[i].is_alive)
            list->list[kept++] = list->list[i];
        else
            close(list->list[i].schedstat);
    }
    list->count = kept;
    if (kept != 0)
        qsort(list->list, kept, sizeof *list->list, by_number);
}

/* Finds out which threads there are now. Gives 0 or an errno; `*trouble` is an errno of a single thread. */
static int list_threads(struct thread_list *list, struct reader *reader, uint64_t pid, bool looks, int *trouble)
{
    size_t known = list->count;
    char path[ROOTS_PATH_BYTES];
    struct dirent *entry;
    DIR *directory;
    int error;

    directory = reader_proc(reader, pid, "task", path) ? opendir(path) : NULL;
    if (directory == NULL)
        return errno;
    for (size_t i = 0; i < known; i++)
        list->list[i].is_alive = false;
    while ((void)(errno = 0), (entry = readdir(directory)) != NULL) {
        struct thread wanted = {.identity.pid = strtoull(entry->d_name, NULL, 10)};
        struct thread *found = NULL;

        if (entry->d_name[0] == '.')
            continue;
        if (known != 0)
            found = bsearch(&wanted, list->list, known, sizeof wanted, by_number);
        error = found == NULL ? add_thread(list, reader, pid, entry->d_name)
                              : look_at_known(reader, pid, entry->d_name, looks, found);
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
    struct vmm_process *rows;

    if (count <= sample->capacity)
        return 0;
    rows = realloc(sample->rows, count * sizeof *rows);
    if (rows == NULL)
        return ENOMEM;
    sample->rows = rows;
    sample->capacity = count;
    return 0;
}

/*
 * Reads the counters of each thread. A thread that has ended meanwhile is left out, and should there be another of
 * its number, that one is opened anew.
 */
static void read_counters(struct thread_list *list, struct reader *reader, struct thread_sample *sample, int *trouble)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++) {
        struct vmm_process *row = &sample->rows[sample->threads.count];
        const struct thread *thread = &list->list[i];
        struct vmm_text text;
        int error = reader_read(reader, thread->schedstat, &text);

        if (reader_is_gone(error)) {
            close(thread->schedstat);
            continue;
        }
        if (error != 0)
            *trouble = error;
        *row = thread->identity;
        vmm_record_read(&text, VMM_FILE_PROCESS_SCHEDSTAT, row, sizeof *row);
        sample->named_vcpus += vmm_is_known(row->vcpu) && !thread->has_guest_time;
        sample->guest_vcpus += thread->has_guest_time;
        sample->threads.count++;
        list->list[kept++] = list->list[i];
    }
    list->count = kept;
}

int threads_read(struct thread_list *list, struct reader *reader, uint64_t pid, bool looks,
                 struct thread_sample *sample, struct troubles *troubles)
{
    int trouble = 0, error;

    sample->time_ns = reader->time_ns(reader->user);
    sample->threads = (struct vmm_threads){NULL, 0, sizeof *sample->rows};
    sample->named_vcpus = sample->guest_vcpus = 0;
    error = list_threads(list, reader, pid, looks, &trouble);
    if (reader_is_gone(error))
        return ESRCH;
    if (error == 0)
        error = reserve(sample, list->count);
    if (error == 0)
        read_counters(list, reader, sample, &trouble);
    sample->threads.rows = sample->rows;
    if (error == 0)
        error = trouble;
    if (error != 0)
        sample->threads.count = 0;
    troubles_add(troubles, "threads", error);
    return 0;
}

void threads_close(struct thread_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        close(list->list[i].schedstat);
    free(list->list);
    *list = (struct thread_list){NULL, 0, 0};
}
