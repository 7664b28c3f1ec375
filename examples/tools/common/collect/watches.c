/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "watches.h"

#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* So often the kernel is asked at most, for the events of 16 KiB. What is left stays for the next time. */
enum { MOST_READS = 256, EVENT_BYTES = 16384 };

struct watched {
    int watch;
    uint32_t writes;
};

struct watches {
    int fd;
    int64_t time_ns;
    /* In the order of their numbers. */
    struct watched *list;
    size_t count;
    size_t capacity;
};

void watches_free(struct watches *watches)
{
    if (watches != NULL) {
        if (watches->fd >= 0)
            close(watches->fd);
        free(watches->list);
    }
    free(watches);
}

static int by_number(const void *a, const void *b)
{
    const struct watched *one = a, *other = b;

    return one->watch < other->watch ? -1 : one->watch > other->watch;
}

static struct watched *find(const struct watches *watches, int watch)
{
    struct watched wanted = {.watch = watch};

    return watches == NULL || watches->count == 0
               ? NULL
               : bsearch(&wanted, watches->list, watches->count, sizeof wanted, by_number);
}

static void forget(struct watches *watches, struct watched *found)
{
    struct watched *end = watches->list + watches->count--;

    memmove(found, found + 1, (size_t)(end - found - 1) * sizeof *found);
}

static bool make_room(struct watches *watches)
{
    size_t capacity = watches->capacity == 0 ? 64 : watches->capacity * 2;
    struct watched *list;

    if (watches->count < watches->capacity)
        return true;
    list = realloc(watches->list, capacity * sizeof *list);
    if (list == NULL)
        return false;
    watches->list = list;
    watches->capacity = capacity;
    return true;
}

int watches_add(struct reader *reader, const char *directory)
{
    struct watches *watches = reader->watches;
    int watch;

    if (watches == NULL) {
        watches = reader->watches = calloc(1, sizeof *watches);
        if (watches == NULL)
            return -1;
        watches->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    }
    if (watches->fd < 0 || !make_room(watches))
        return -1;
    watch = inotify_add_watch(watches->fd, directory, IN_MODIFY | IN_ONLYDIR);
    if (watch >= 0 && find(watches, watch) == NULL) {
        watches->list[watches->count++] = (struct watched){watch, 0};
        qsort(watches->list, watches->count, sizeof *watches->list, by_number);
    }
    return watch;
}

void watches_remove(struct reader *reader, int watch)
{
    struct watched *found = find(reader->watches, watch);

    if (found == NULL)
        return;
    forget(reader->watches, found);
    inotify_rm_watch(reader->watches->fd, watch);
}

static void take(struct watches *watches, const struct inotify_event *event)
{
    struct watched *found = find(watches, event->wd);

    /* Events were lost, so each directory may have had one. */
    for (size_t i = 0; (event->mask & IN_Q_OVERFLOW) != 0 && i < watches->count; i++)
        watches->list[i].writes++;
    if (found == NULL)
        return;
    if ((event->mask & IN_IGNORED) != 0)
        forget(watches, found);
    else
        found->writes++;
}

static void ask(struct watches *watches)
{
    char events[EVENT_BYTES];

    for (int i = 0; i < MOST_READS; i++) {
        ssize_t got = read(watches->fd, events, sizeof events);
        struct inotify_event event;

        for (ssize_t at = 0; at < got; at += (ssize_t)(sizeof event + event.len)) {
            memcpy(&event, events + at, sizeof event);
            take(watches, &event);
        }
        if (got <= 0)
            return;
    }
}

uint64_t watches_writes(struct reader *reader, int watch, int64_t after_ns)
{
    struct watches *watches = reader->watches;
    const struct watched *found;

    if (watches != NULL && watches->fd >= 0 && watches->time_ns <= after_ns) {
        watches->time_ns = reader->time_ns(reader->user);
        ask(watches);
    }
    found = find(watches, watch);
    return found == NULL ? VMM_UNKNOWN : found->writes;
}
