/* SPDX-License-Identifier: MIT */
/* What --full and --records add to a line: the records of the library, and what is counted beside them. */
#ifndef GUEST_RECORDS_H
#define GUEST_RECORDS_H

#include <stdbool.h>
#include <stdint.h>
#include <vmmetrics/vmmetrics.h>

/* In the order of a line. */
enum guest_record {
    RECORD_CPU,
    RECORD_CPU_USAGE,
    RECORD_STAT,
    RECORD_MEMINFO,
    RECORD_MEMORY_USAGE,
    RECORD_FILESYSTEM,
    RECORD_FILESYSTEM_USAGE,
    RECORD_NET,
    RECORD_NET_USAGE,
    RECORD_DISK,
    RECORD_DISK_USAGE,
    RECORD_PRESSURE,
    RECORD_PRESSURE_USAGE,
    RECORD_VMSTAT,
    RECORD_SYSTEM,
    RECORD_PROCESSES,
    RECORD_SOCKETS,
    RECORDS
};

/* Enough for the largest record. */
#define RECORDS_WORDS 4

/* Which members of each record are printed, a bit for each member. A record without a bit is not read. */
struct records {
    uint64_t members[RECORDS][RECORDS_WORDS];
};

#ifdef VMM_FORMATS

/* Good until the next call. */
const char *record_name(enum guest_record record);
/* 0 for what is no record of the library. */
enum vmm_record_id record_id(enum guest_record record);

void records_choose_all(struct records *records);

/*
 * Adds the records and members of a list such as `system,cpu_usage.busy_ratio`. With a member of a record come the
 * members that say which thing the record describes. Returns the first word that is no record and no member of one, and
 * its length; NULL if there is no such word.
 */
const char *records_choose(struct records *records, const char *list, size_t *length);

bool records_have(const struct records *records, enum guest_record record);
/* The same for a record or the usage that follows from it. */
bool records_have_either(const struct records *records, enum guest_record record, enum guest_record usage);
/* Whether a record is printed at all. */
bool records_have_any(const struct records *records);

#else

/* Nothing can be chosen. */
static inline void records_choose_all(struct records *records)
{
    (void)records;
}
static inline bool records_have(const struct records *records, enum guest_record record)
{
    (void)records;
    (void)record;
    return false;
}
static inline bool records_have_any(const struct records *records)
{
    (void)records;
    return false;
}

#endif

#endif
