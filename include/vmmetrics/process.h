/**
 * @file process.h
 * Processes and threads.
 */
#ifndef VMMETRICS_PROCESS_H
#define VMMETRICS_PROCESS_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A process or thread. */
struct vmm_process {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Process. Count; identity. */
    uint64_t pid;
};

/** What a process did. */
struct vmm_process_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Process. Count; identity. */
    uint64_t pid;
};

/** What the threads of a process did. */
struct vmm_threads_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Threads. Count; gauge. */
    uint64_t threads;
};

/** Reads one file of a process. */
VMM_API vmm_status vmm_process_read(uint32_t file_id, struct vmm_text *text, struct vmm_process *out, size_t out_size);

/** What a process did between two samples. */
VMM_API vmm_status vmm_process_usage_between(const struct vmm_process *before, const struct vmm_process *after,
                                             int64_t elapsed_ns, uint64_t ticks_per_second,
                                             struct vmm_process_usage *out, size_t out_size);

/** What the threads of a process did between two samples. */
VMM_API vmm_status vmm_threads_usage_between(const struct vmm_process *before, size_t before_count,
                                             const struct vmm_process *after, size_t after_count, size_t row_size,
                                             int64_t elapsed_ns, struct vmm_threads_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
