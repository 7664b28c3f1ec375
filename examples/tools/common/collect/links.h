/* SPDX-License-Identifier: MIT */
/*
 * The counters of the interfaces in the reader's own network namespace, as the kernel gives them by netlink
 * (RTM_GETSTATS, since Linux 4.7). One request gives those of all interfaces for less than the files of one cost. The
 * numbers are the ones that /sys/class/net/NAME/statistics shows.
 */
#ifndef COLLECT_LINKS_H
#define COLLECT_LINKS_H

#include "reader.h"

/* Counters at a time of the reader's clock. */
struct link_counters {
    uint64_t rx_bytes;
    uint64_t tx_bytes;
    uint64_t rx_packets;
    uint64_t tx_packets;
    uint64_t rx_dropped;
    uint64_t tx_dropped;
    int64_t time_ns;
};

/* Whether the kernel can be asked: all is read from the reader's own /proc and /sys, and it has not refused. */
bool links_may_be_asked(struct reader *reader);

/*
 * The counters of the interface with this number, taken after a time; now where that is 0. The answer to a request for
 * all interfaces is used for all machines of a pass; where few machines are read with the reader, each interface is asked
 * for by itself.
 * Gives 0 or an errno: ENODEV if there is no such interface.
 */
int links_read(struct reader *reader, uint64_t ifindex, int64_t after_ns, struct link_counters *counters);

void links_free(struct links *links);

#endif
