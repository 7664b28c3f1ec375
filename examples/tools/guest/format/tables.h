/* SPDX-License-Identifier: MIT */
/* Small tables of the kernel that only formats of collectors print: rows of a CPU, of an interrupt, of a device. */
#ifndef GUEST_FORMAT_TABLES_H
#define GUEST_FORMAT_TABLES_H

#include <stdint.h>

#include "../../common/format/metric.h"
#include "../options.h"
#include "../rows.h"

enum { TABLE_NUMBERS = 7, TABLE_NAMES = 4, TABLE_TEXT_BYTES = 232 };

struct table_row {
    struct thing thing;
    uint64_t numbers[TABLE_NUMBERS];
    /* The row's labels one after another, each with a NUL, and how many there are. */
    unsigned names;
    char text[TABLE_TEXT_BYTES];
};

enum table {
    /* Of each CPU: nanoseconds that processes ran and waited, and timeslices. */
    TABLE_SCHEDSTAT,
    /* Of each CPU: packets processed, packets dropped, times out of quota, collisions, wake-ups by another CPU, times at the
     * limit of a flow, and packets that wait. */
    TABLE_SOFTNET,
    /* Of each kind of soft interrupt and CPU, and of each interrupt and CPU: how many. */
    TABLE_SOFTIRQS,
    TABLE_INTERRUPTS,
    /* Of each interface: entries. */
    TABLE_ARP,
    /* Of each device, mechanism, mode and type: locks. */
    TABLE_LOCKS,
    TABLES
};

/* Reads the tables that the format of the options prints into `tables`; the others have no rows. */
void tables_take(struct rows tables[TABLES], const struct options *options);

#endif
