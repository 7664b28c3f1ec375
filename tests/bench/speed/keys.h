/* SPDX-License-Identifier: MIT */
/* The keys of the files of keys and values, and where their values go: for the readers that the library is compared with. */
#ifndef VMM_SPEED_KEYS_H
#define VMM_SPEED_KEYS_H

#include <stddef.h>
#include <stdint.h>

/* A key, as its first word stands in the file. Its value times the factor is a uint64_t at that offset of the record. */
struct key {
    const char *name;
    size_t length;
    uint64_t factor;
    size_t offset;
};

extern const struct key meminfo_keys[], memory_stat_keys[], vmstat_keys[];
extern const size_t meminfo_key_count, memory_stat_key_count, vmstat_key_count;

#endif
