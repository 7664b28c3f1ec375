/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "hypervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../number.h"

/* ---- Files of another program ---- */

static const char *reason_of_kind(mode_t mode, bool may_be_fifo)
{
    if (S_ISREG(mode) || (may_be_fifo && S_ISFIFO(mode)))
        return NULL;
    if (S_ISDIR(mode))
        return "is a directory";
    if (S_ISFIFO(mode))
        return "is a FIFO, and not a regular file";
    if (S_ISSOCK(mode))
        return "is a socket, and not a file";
    return "is a device, and not a file";
}

/*
 * Opens a file without waiting. Its kind is looked at before, since opening a device or a FIFO may already have an effect, and
 * afterwards, since the path may have become another file's.
 */
static const char *open_file(const char *path, bool may_be_fifo, int *fd)
{
    struct stat status;
    const char *reason;

    *fd = -1;
    if (stat(path, &status) != 0)
        return strerror(errno);
    reason = reason_of_kind(status.st_mode, may_be_fifo);
    if (reason != NULL)
        return reason;
    *fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (*fd < 0)
        return strerror(errno);
    reason = fstat(*fd, &status) != 0 ? strerror(errno) : reason_of_kind(status.st_mode, may_be_fifo);
    if (reason != NULL) {
        close(*fd);
        *fd = -1;
    }
    return reason;
}

/* Gives the number of bytes; 0 at the end, and where there is nothing now; -1 and errno. */
static ssize_t read_some(int fd, char *bytes, size_t count)
{
    ssize_t got;

    do {
        got = read(fd, bytes, count);
    } while (got < 0 && errno == EINTR);
    return got < 0 && errno == EAGAIN ? 0 : got;
}

/* ---- Answers about the balloon ---- */

/* The longest answer is Cloud Hypervisor's `vm.info`, with 3 KB. */
#define LONGEST_ANSWERS ((size_t)1 << 20)

/* Adds what an answer knows. */
static void add_answer(struct vmm_balloon *balloon, const struct vmm_balloon *answer)
{
    struct vmm_member_info field;

    for (uint32_t i = 0; vmm_member_at(VMM_RECORD_BALLOON, i, &field, sizeof field) == VMM_OK; i++) {
        uint64_t value;

        if (field.offset + sizeof value > sizeof *answer)
            break;
        memcpy(&value, (const char *)answer + field.offset, sizeof value);
        if (vmm_is_known(value))
            memcpy((char *)balloon + field.offset, &value, sizeof value);
    }
}

static void take_answers(struct vmm_text text, struct vmm_balloon *balloon)
{
    struct vmm_balloon answer;

    while (text.pos != text.end) {
        const char *start = text.pos;

        if (vmm_balloon_parse(&text, &answer, sizeof answer) == VMM_OK)
            add_answer(balloon, &answer);
        if (text.pos == start)
            break;
    }
}

const char *balloon_read(const char *path, struct vmm_balloon *balloon)
{
    const char *reason = NULL;
    char *bytes;
    int fd;

    vmm_record_init(VMM_RECORD_BALLOON, balloon, sizeof *balloon);
    if (path == NULL)
        return NULL;
    reason = open_file(path, false, &fd);
    if (reason != NULL)
        return reason;
    /* One byte more shows that the file is longer. Memory that is not written costs nothing. */
    bytes = malloc(LONGEST_ANSWERS + 1);
    if (bytes == NULL) {
        reason = strerror(ENOMEM);
    } else {
        size_t length = 0;
        ssize_t got;

        do {
            got = read_some(fd, bytes + length, LONGEST_ANSWERS + 1 - length);
            length += got > 0 ? (size_t)got : 0;
        } while (got > 0 && length <= LONGEST_ANSWERS);
        if (got < 0)
            reason = strerror(errno);
        else if (length > LONGEST_ANSWERS)
            reason = "is larger than 1 MiB";
        else
            take_answers(vmm_text_of(bytes, length), balloon);
    }
    free(bytes);
    close(fd);
    return reason;
}

/* ---- Firecracker's metrics ---- */

/* A line has about 6 KB. A longer text than this is not a line. */
#define LONGEST_LINE ((size_t)1 << 20)

/* The text of 11 hours, with a line a minute. More at once is another program's mistake, or its attack. */
#define MOST_A_SAMPLE ((size_t)4 << 20)

/* The virtio-net header, which Firecracker counts with each frame. */
#define FRAME_HEADER 12

/*
 * How far the clock in the lines and the caller's may be apart: the time for which a process may have to wait for a CPU, between
 * a look at the clock and the write or read after it. Clocks that are corrected slowly are corrected alike.
 */
#define CLOCK_TOLERANCE_NS 100000000

/* A time that is not known lies before all others. */
#define NO_TIME INT64_MIN

/* What lines say, while they are added up. */
struct sum {
    struct traffic traffic;
    /* False from a line on whose increments are lost. */
    bool is_good;
    /* The line at which the first increments began was written between these times. */
    int64_t after_ns;
    int64_t until_ns;
};

/* The next line only says when the increments after it begin. */
static void begin_anew(struct metrics *metrics)
{
    metrics->length = 0;
    metrics->is_inside = false;
    metrics->time_ms = VMM_UNKNOWN;
    metrics->read_ns = NO_TIME;
}

void metrics_open(struct metrics *metrics, const char *path)
{
    *metrics = (struct metrics){.path = path, .fd = -1};
    begin_anew(metrics);
    if (path != NULL)
        metrics->reason = open_file(path, true, &metrics->fd);
}

void metrics_close(struct metrics *metrics)
{
    if (metrics->fd >= 0)
        close(metrics->fd);
    free(metrics->rest);
    *metrics = (struct metrics){.fd = -1};
    begin_anew(metrics);
}

/*
 * Goes to the beginning of a file that was truncated, or that another one stands in the place of. Gives false if it did, since
 * lines may have come before that were not read.
 */
static bool follow(struct metrics *metrics)
{
    struct stat opened, named;
    bool is_there = stat(metrics->path, &named) == 0;
    int fd;

    if (metrics->fd >= 0 && fstat(metrics->fd, &opened) == 0 &&
        (!is_there || (opened.st_dev == named.st_dev && opened.st_ino == named.st_ino))) {
        if (!S_ISREG(opened.st_mode) || opened.st_size >= lseek(metrics->fd, 0, SEEK_CUR))
            return true;
        lseek(metrics->fd, 0, SEEK_SET);
        begin_anew(metrics);
        return false;
    }
    metrics->reason = open_file(metrics->path, true, &fd);
    if (metrics->reason != NULL)
        return true;
    if (metrics->fd >= 0)
        close(metrics->fd);
    metrics->fd = fd;
    begin_anew(metrics);
    return false;
}

/*
 * A line's number. The network's are those of the TAP device: without the header of each frame, and without the answers of the
 * metadata service, which the guest receives from Firecracker.
 */
static uint64_t number_in(const struct vmm_firecracker *line, enum traffic_member member)
{
    uint64_t packets = member == TRAFFIC_RX_BYTES ? line->net_rx_packets : line->net_tx_packets;
    uint64_t headers = packets <= UINT64_MAX / FRAME_HEADER ? packets * FRAME_HEADER : VMM_UNKNOWN;

    switch (member) {
    case TRAFFIC_RX_BYTES:
        return number_difference(number_difference(line->net_rx_bytes, headers), line->mmds_tx_bytes);
    case TRAFFIC_TX_BYTES:
        return number_difference(line->net_tx_bytes, headers);
    case TRAFFIC_RX_PACKETS:
        return number_difference(line->net_rx_packets, line->mmds_tx_frames);
    case TRAFFIC_TX_PACKETS:
        return line->net_tx_packets;
    case TRAFFIC_READ_BYTES:
        return line->block_read_bytes;
    case TRAFFIC_WRITE_BYTES:
        return line->block_write_bytes;
    case TRAFFIC_READS:
        return line->block_read_count;
    case TRAFFIC_WRITES:
        return line->block_write_count;
    case TRAFFIC_MEMBERS:
    default:
        return VMM_UNKNOWN;
    }
}

static void add_line(struct metrics *metrics, const struct vmm_firecracker *line, struct sum *sum)
{
    uint64_t before = metrics->time_ms;
    /* Increments that Firecracker could not write are lost, and some of them are in this line. */
    bool is_missed = vmm_is_known(line->logger_missed_metrics_count) && line->logger_missed_metrics_count != 0;

    metrics->time_ms = line->utc_timestamp_ms <= INT64_MAX / 1000000 ? line->utc_timestamp_ms : VMM_UNKNOWN;
    /* A clock that was set back says nothing about the time between. */
    if (!vmm_is_known(metrics->time_ms) || is_missed || (vmm_is_known(before) && metrics->time_ms < before)) {
        sum->is_good = false;
        return;
    }
    if (!vmm_is_known(before))
        return;
    for (size_t i = 0; i < TRAFFIC_MEMBERS; i++)
        sum->traffic.added[i] = number_sum(sum->traffic.added[i], number_in(line, (enum traffic_member)i));
    sum->traffic.elapsed_ns += (int64_t)(metrics->time_ms - before) * 1000000;
}

/* Takes a line of this sample, which was written after the text before it had been read. */
static void take_line(struct metrics *metrics, vmm_status status, const struct vmm_firecracker *line, int64_t now_ns,
                      struct sum *sum)
{
    bool is_first = !vmm_is_known(metrics->time_ms);

    if (status == VMM_OK) {
        add_line(metrics, line, sum);
    } else {
        metrics->time_ms = VMM_UNKNOWN;
        sum->is_good = false;
    }
    metrics->after_ns = metrics->read_ns;
    metrics->until_ns = now_ns;
    if (is_first) {
        sum->after_ns = metrics->after_ns;
        sum->until_ns = metrics->until_ns;
    }
}

/* Takes the lines that are whole. */
static void take_lines(struct metrics *metrics, int64_t now_ns, struct sum *sum)
{
    const char *newline = memrchr(metrics->rest, '\n', metrics->length);
    size_t whole = newline == NULL ? 0 : (size_t)(newline - metrics->rest) + 1;
    struct vmm_text text = vmm_text_of(metrics->rest, whole);
    struct vmm_firecracker line;
    vmm_status status;

    if (metrics->is_inside && whole != 0) {
        text.pos = (const char *)memchr(text.pos, '\n', whole) + 1;
        metrics->is_inside = false;
    }
    while ((status = vmm_firecracker_next(&text, &line, sizeof line)) != VMM_END)
        take_line(metrics, status, &line, now_ns, sum);
    metrics->length -= whole;
    if (whole != 0)
        memmove(metrics->rest, metrics->rest + whole, metrics->length);
    if (metrics->is_inside) {
        metrics->length = 0;
    } else if (metrics->length > LONGEST_LINE) {
        metrics->length = 0;
        metrics->is_inside = true;
        metrics->time_ms = VMM_UNKNOWN;
        sum->is_good = false;
    }
}

/* Reads at most `most` bytes, behind the text that is there, whose length take_lines() bounds. */
static ssize_t read_more(struct metrics *metrics, size_t most)
{
    size_t room = metrics->capacity - metrics->length;
    ssize_t got;

    if (room < 16384) {
        size_t capacity = metrics->capacity * 2 + 32768;
        char *rest = realloc(metrics->rest, capacity);

        if (rest == NULL)
            return -1;
        metrics->rest = rest;
        metrics->capacity = capacity;
        room = capacity - metrics->length;
    }
    got = read_some(metrics->fd, metrics->rest + metrics->length, room < most ? room : most);
    metrics->length += got > 0 ? (size_t)got : 0;
    return got;
}

/* Goes on at the end of a file, or with what a FIFO still holds, which is at most 1 MiB; in both inside a line, perhaps. */
static void discard(struct metrics *metrics)
{
    begin_anew(metrics);
    metrics->is_inside = true;
    lseek(metrics->fd, -1, SEEK_END);
}

/* Whether the time between the first line and the last one is the same by both clocks. */
static bool agrees(const struct metrics *metrics, const struct sum *sum)
{
    int64_t elapsed_ns = sum->traffic.elapsed_ns;

    if (sum->after_ns != NO_TIME && elapsed_ns > metrics->until_ns - sum->after_ns + CLOCK_TOLERANCE_NS)
        return false;
    return metrics->after_ns == NO_TIME || elapsed_ns >= metrics->after_ns - sum->until_ns - CLOCK_TOLERANCE_NS;
}

void metrics_read(struct metrics *metrics, int64_t now_ns, struct traffic *traffic)
{
    struct sum sum = {.after_ns = metrics->after_ns, .until_ns = metrics->until_ns};
    size_t left = MOST_A_SAMPLE;
    ssize_t got = 0;

    if (metrics->path != NULL)
        sum.is_good = follow(metrics);
    while (metrics->fd >= 0 && left != 0 && (got = read_more(metrics, left)) > 0) {
        left -= (size_t)got;
        take_lines(metrics, now_ns, &sum);
    }
    if (left == 0) {
        discard(metrics);
        sum.is_good = false;
    } else if (got == 0) {
        metrics->read_ns = now_ns;
    }
    if (sum.is_good && sum.traffic.elapsed_ns > 0 && agrees(metrics, &sum)) {
        *traffic = sum.traffic;
        return;
    }
    traffic->elapsed_ns = 0;
    for (size_t i = 0; i < TRAFFIC_MEMBERS; i++)
        traffic->added[i] = VMM_UNKNOWN;
}
