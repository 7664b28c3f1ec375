/* SPDX-License-Identifier: MIT */
/*
 * Sockets as the kernel gives them over netlink (sock_diag(7)), where this program's own network namespace is meant. A read
 * of /proc/net/tcp walks the kernel's whole hash table, and the read that finds the end walks it again.
 */
#ifndef GUEST_DIAG_H
#define GUEST_DIAG_H

#include <stdbool.h>
#include <stdint.h>

struct diag {
    /* -1 if it is not open. */
    int socket;
    /* Files are to be read, as of another root. */
    bool is_off;
    uint32_t sequence;
};

/*
 * Counts the sockets of a family and a protocol by their state, the number of which is below `states`; the first count
 * is of all. Returns false if the kernel does not answer: it may lack the module of a protocol.
 */
bool diag_count(struct diag *diag, uint8_t family, uint8_t protocol, uint64_t *counts, unsigned states);

#endif
