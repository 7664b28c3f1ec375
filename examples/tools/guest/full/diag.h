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

/* One more than the largest VMM_SOCKET_STATE_*. */
#define SOCKET_STATES 13

struct socket_counts {
    /* Sockets by state; the first is the total. */
    uint64_t states[SOCKET_STATES];
    /* Bytes that wait to be received and to be sent, without those of sockets that listen. */
    uint64_t rx_bytes;
    uint64_t tx_bytes;
};

/*
 * Counts the sockets of a family and a protocol. Returns false if the kernel does not answer: it may lack the module of a
 * protocol.
 */
bool diag_count(struct diag *diag, uint8_t family, uint8_t protocol, struct socket_counts *counts);

#endif
