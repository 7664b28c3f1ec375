/* SPDX-License-Identifier: MIT */
/* The threads of a machine's process, and which of them are virtual CPUs. */
#ifndef COLLECT_THREADS_H
#define COLLECT_THREADS_H

#include "reader.h"
#include "trouble.h"

struct thread;

/* A descriptor of each thread's schedstat, and what its other files said when they were read. */
struct thread_list {
    struct thread *list;
    size_t count;
    size_t capacity;
    /* The name of a thread is to be read once more, or a thread could not be read. */
    bool is_unsettled;
    /* Why the context switches of a thread could not be read: an errno; 0 if all could. */
    int switches_error;
};

/* A thread at a moment. */
struct thread_times {
    uint64_t number;
    uint64_t starttime_ticks;
    uint64_t vcpu;
    uint64_t run_time_ns;
    uint64_t run_delay_ns;
    /* Only of a thorough reader. */
    struct switches {
        uint64_t voluntary;
        uint64_t involuntary;
    } switches;
};

/* The threads at a moment. */
struct thread_sample {
    /* Time at which the reading began. */
    int64_t time_ns;
    /* Empty where the threads are not all known: a sum without one of them would be wrong. */
    struct thread_times *list;
    size_t count;
    size_t capacity;
    /* Virtual CPUs that have a name, and those that are known only by the guest time of a thread. */
    uint64_t named_vcpus;
    uint64_t guest_vcpus;
};

/* No process has more threads that are read. */
enum { MOST_THREADS = 65536 };

/* What the reading of threads depends on. */
struct threads_of {
    /* /proc/PID, open. */
    int directory;
    /* How many threads the process has now, which its `stat` says just before. */
    uint64_t count;
    /*
     * The guest time of threads without a virtual CPU's name is read again: a thread that has such time is a virtual
     * CPU.
     */
    bool looks;
};

/*
 * Reads all threads. They are listed if their number has changed, and if one that was known has ended. Gives 0, or an
 * errno where the process is gone. A thread that cannot be read, other than because it has ended, is a trouble and makes
 * the sample empty.
 */
int threads_read(struct thread_list *list, struct reader *reader, const struct threads_of *of,
                 struct thread_sample *sample, struct troubles *troubles);

/*
 * Two samples as the library takes them, without a row where there is no memory for them. Gives what the caller frees
 * then.
 */
void *threads_rows(const struct thread_sample *before, const struct thread_sample *now, struct vmm_threads rows[2]);

/*
 * Adds up the context switches of all threads between two samples; those of a thread that has begun meanwhile are all of its.
 * Unknown if a thread has ended meanwhile, whose last switches were not seen, or if those of a thread are unknown.
 */
struct switches threads_switched(const struct thread_sample *before, const struct thread_sample *now);

void threads_close(struct thread_list *list);

#endif
