/* SPDX-License-Identifier: MIT */
/* What /sys/class/net says of interfaces beside the counters of /proc/net/dev. */
#ifndef GUEST_FORMAT_INTERFACES_H
#define GUEST_FORMAT_INTERFACES_H

#include "../../common/format/metric.h"
#include "../options.h"

enum { INTERFACE_TEXT_BYTES = 256 };

/* What of an interface is text, as labels of the number 1. */
struct interface_facts {
    struct thing thing;
    uint64_t one;
    char name[sizeof(((struct vmm_net *)0)->name)];
    char address[64];
    char broadcast[64];
    char alias[INTERFACE_TEXT_BYTES];
};

/* The labels of an interface's text. */
enum {
    INTERFACE_NAME,
    INTERFACE_ADDRESS,
    INTERFACE_BROADCAST,
    INTERFACE_DUPLEX,
    INTERFACE_OPERSTATE,
    INTERFACE_ADMIN,
    INTERFACE_ALIAS
};

/* Adds what the files say to a row that has the interface's name, and gives what is text. */
struct interface_facts interface_take(struct vmm_net *row, const struct roots *roots);

/* Sets the labels, which are in the struct itself: when it does not move any more. `row` is its record. */
void interface_label(struct interface_facts *interface, const struct vmm_net *row);

#endif
