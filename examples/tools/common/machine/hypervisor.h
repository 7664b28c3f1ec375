/* SPDX-License-Identifier: MIT */
/* What a machine's hypervisor reports about the machine, in files that another program keeps up to date. */
#ifndef HOST_HYPERVISOR_H
#define HOST_HYPERVISOR_H

#include <stddef.h>
#include <vmmetrics/vmmetrics.h>

/* Reads the answers in a file into one record: QEMU has two of them about a balloon. What the file does not say, or where it
 * cannot be read, is unknown. The path is opened anew, as such a file is best replaced. It may be NULL. */
void balloon_read(const char *path, struct vmm_balloon *balloon);

/* Firecracker's metrics: a FIFO, or a file that lines are added to. A FIFO can have only one reader. */
struct metrics {
    /* -1 if there is no file. */
    int fd;
    /* The beginning of a line whose end has not come yet. */
    char *rest;
    size_t length;
    size_t capacity;
    /* When the last line was written; unknown before there was one. */
    uint64_t time_ms;
};

/* Traffic as the guest sees it. */
enum traffic_member {
    TRAFFIC_RX_BYTES,
    TRAFFIC_TX_BYTES,
    TRAFFIC_RX_PACKETS,
    TRAFFIC_TX_PACKETS,
    TRAFFIC_READ_BYTES,
    TRAFFIC_WRITE_BYTES,
    TRAFFIC_READS,
    TRAFFIC_WRITES,
    TRAFFIC_MEMBERS
};

/* What the lines have added that came since the last ones, and the time that they are about by the clock in them. */
struct traffic {
    int64_t elapsed_ns;
    uint64_t added[TRAFFIC_MEMBERS];
};

/* Gives 0 or an errno. The path may be NULL. Never waits for a writer. */
int metrics_open(struct metrics *metrics, const char *path);
void metrics_close(struct metrics *metrics);

/* Takes the lines that have come. Without one, and where one of them is bad, so that what it added is lost, all is unknown and
 * the time is 0. The very first line only says when the next one's increments began. */
void metrics_read(struct metrics *metrics, struct traffic *traffic);

#endif
