/* SPDX-License-Identifier: MIT */
/*
 * What a machine's hypervisor reports about the machine, in files that another program keeps up to date. That program is not
 * trusted: no call waits for it, and each call reads and keeps a bounded number of bytes.
 */
#ifndef COLLECT_HYPERVISOR_H
#define COLLECT_HYPERVISOR_H

#include <stdbool.h>
#include <stddef.h>
#include <vmmetrics/vmmetrics.h>

/*
 * Reads the answers in a regular file of at most 1 MiB into one record: QEMU has two answers about a balloon. What the file
 * does not say is unknown, and all is unknown where the file cannot be read. The path is opened anew each time, as such a file
 * is best replaced. It may be NULL. Gives NULL, or why the file was not read, in words that go behind its path.
 */
const char *balloon_read(const char *path, struct vmm_balloon *balloon);

/* Firecracker's metrics: a FIFO, or a file that lines are added to. A FIFO can have only one reader. */
struct metrics {
    /* The caller's string, which must stay. */
    const char *path;
    /* -1 if there is no file, and why. */
    int fd;
    const char *reason;
    /* The beginning of a line whose end has not come yet. */
    char *rest;
    size_t length;
    size_t capacity;
    /* The beginning of this line was discarded. So its end is discarded too. */
    bool is_inside;
    /* When the last line was written by the clock in it; unknown before there was one. */
    uint64_t time_ms;
    /* The last line was written between these two times of the caller's clock. */
    int64_t after_ns;
    int64_t until_ns;
    /* When everything had been read the last time. */
    int64_t read_ns;
};

/* Traffic as the guest sees it. Bytes and packets of the network are those that pass the TAP device. */
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

/* Never waits for a writer. The path may be NULL. Where the file cannot be read, `reason` says why, in words that go behind its
 * path, and each metrics_read() tries again. */
void metrics_open(struct metrics *metrics, const char *path);
void metrics_close(struct metrics *metrics);

/*
 * Takes the lines that have come by `now_ns`, the time of a clock that is never set. The very first line only says when the
 * next one's increments began. All is unknown and the time is 0
 * - without a line;
 * - where increments are lost: a line is bad, Firecracker could not write a line, the file was truncated or replaced (it is
 *   then read from its beginning), or there are more than 4 MiB (the rest is discarded);
 * - where the clock in the lines was set meanwhile, as far as this can be seen: a line is written at some time between two
 *   calls, and the clock was set by more than that time and 100 ms.
 */
void metrics_read(struct metrics *metrics, int64_t now_ns, struct traffic *traffic);

#endif
