/* SPDX-License-Identifier: MIT */
/* The messages of netlink(7), as <linux/netlink.h> has them, which is not everywhere. */
#ifndef COMMON_NETLINK_H
#define COMMON_NETLINK_H

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct netlink_header {
    uint32_t length;
    uint16_t type;
    uint16_t flags;
    uint32_t sequence;
    uint32_t port;
};

/* Types; flags; and the most that the kernel sends at a time. */
enum { NETLINK_IS_ERROR = 2, NETLINK_IS_DONE = 3 };
enum { NETLINK_REQUEST = 1, NETLINK_MULTI = 2, NETLINK_DUMP = 0x300 };
enum { NETLINK_BYTES = 32768 };

/*
 * Takes the header of the message at `*at`, and moves to the next message. Gives 0, EIO for a message that is not whole, or
 * -1 at the end.
 */
static inline int netlink_next(const char **at, const char *end, struct netlink_header *header)
{
    size_t left = (size_t)(end - *at), step;

    if (left < sizeof *header)
        return -1;
    memcpy(header, *at, sizeof *header);
    if (header->length < sizeof *header || header->length > left)
        return EIO;
    /* Messages begin at multiples of 4 bytes. */
    step = ((size_t)header->length + 3) & ~(size_t)3;
    *at += step > left ? left : step;
    return 0;
}

#endif
