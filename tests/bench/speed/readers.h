/* SPDX-License-Identifier: MIT */
/*
 * Four ways to read each format into the library's records, which must give the same bytes: the library, and three as
 * programs that have no library commonly do it.
 */
#ifndef VMM_SPEED_READERS_H
#define VMM_SPEED_READERS_H

#include <stddef.h>
#include <stdint.h>
#include <vmmetrics/vmmetrics.h>

/*
 * Where a reader puts what it reads: rows from `rows` on, each `stride` bytes after the previous row; `stride` may be
 * 0, and what is not rows into `record`. All of it is unknown already and has its size, so that a reader writes only
 * what its file has.
 */
struct output {
    char *rows;
    size_t stride;
    void *record;
};

/* Reads a whole file, with a NUL after its end. Returns the number of rows and records. */
typedef size_t reader(const char *text, size_t length, const struct output *output);

enum { LIBRARY, SSCANF, STRTOULL, BYTES, READERS };

/* A row of mountinfo as sscanf() takes it: into room of its own for each word. */
struct mount_words {
    char mount_id[24], parent_id[24], device[24];
    char root[256], mount_point[256], mount_options[256], optional_fields[256];
    char type[64], source[256], super_options[512];
};

/* Each file of readers brings one of each of these. */
#define READERS_OF(way)                                                                                                \
    reader way##_stat, way##_cpu_total, way##_meminfo, way##_memory_stat, way##_vmstat, way##_process_stat,            \
        way##_net_dev, way##_diskstats, way##_pressure, way##_io_stat, way##_mountinfo
READERS_OF(library);
READERS_OF(sscanf);
READERS_OF(strtoull);
READERS_OF(bytes);
#undef READERS_OF

/* The state of a process by its letter, as the record has it. */
uint64_t process_state(char letter);

#endif
