/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "hypervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../number.h"
#include "source.h"

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

void balloon_read(const char *path, struct vmm_balloon *balloon)
{
    struct vmm_balloon answer;
    struct vmm_text text;

    vmm_record_init(VMM_RECORD_BALLOON, balloon, sizeof *balloon);
    if (path == NULL || read_path(path, &text) != 0)
        return;
    while (text.pos != text.end) {
        const char *start = text.pos;

        if (vmm_balloon_parse(&text, &answer, sizeof answer) == VMM_OK)
            add_answer(balloon, &answer);
        if (text.pos == start)
            break;
    }
}

/* ---- Firecracker's metrics ---- */

/* A line has about 6 KB. A longer text than this is not a line. */
#define LONGEST_LINE ((size_t)1 << 20)

static const size_t members[TRAFFIC_MEMBERS] = {
    [TRAFFIC_RX_BYTES] = offsetof(struct vmm_firecracker, net_rx_bytes),
    [TRAFFIC_TX_BYTES] = offsetof(struct vmm_firecracker, net_tx_bytes),
    [TRAFFIC_RX_PACKETS] = offsetof(struct vmm_firecracker, net_rx_packets),
    [TRAFFIC_TX_PACKETS] = offsetof(struct vmm_firecracker, net_tx_packets),
    [TRAFFIC_READ_BYTES] = offsetof(struct vmm_firecracker, block_read_bytes),
    [TRAFFIC_WRITE_BYTES] = offsetof(struct vmm_firecracker, block_write_bytes),
    [TRAFFIC_READS] = offsetof(struct vmm_firecracker, block_read_count),
    [TRAFFIC_WRITES] = offsetof(struct vmm_firecracker, block_write_count),
};

int metrics_open(struct metrics *metrics, const char *path)
{
    *metrics = (struct metrics){.fd = -1, .time_ms = VMM_UNKNOWN};
    if (path == NULL)
        return 0;
    metrics->fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    return metrics->fd < 0 ? errno : 0;
}

void metrics_close(struct metrics *metrics)
{
    if (metrics->fd >= 0)
        close(metrics->fd);
    free(metrics->rest);
    *metrics = (struct metrics){.fd = -1, .time_ms = VMM_UNKNOWN};
}

static void add_line(struct traffic *traffic, const struct vmm_firecracker *line)
{
    for (size_t i = 0; i < TRAFFIC_MEMBERS; i++) {
        uint64_t value;

        memcpy(&value, (const char *)line + members[i], sizeof value);
        traffic->added[i] = number_sum(traffic->added[i], value);
    }
}

/* Takes the lines that are whole. `*good` is false from a line on whose increments are lost: they began where the next one's
 * interval does not. */
static void take_lines(struct metrics *metrics, struct traffic *traffic, bool *good)
{
    const char *newline = memrchr(metrics->rest, '\n', metrics->length);
    size_t whole = newline == NULL ? 0 : (size_t)(newline - metrics->rest) + 1;
    struct vmm_text text = vmm_text_of(metrics->rest, whole);
    struct vmm_firecracker line;
    vmm_status status;

    while ((status = vmm_firecracker_next(&text, &line, sizeof line)) != VMM_END) {
        uint64_t before = metrics->time_ms;

        metrics->time_ms = status == VMM_OK ? line.utc_timestamp_ms : VMM_UNKNOWN;
        if (metrics->time_ms > INT64_MAX / 1000000)
            metrics->time_ms = VMM_UNKNOWN;
        /* A clock that was set back says nothing about the time between. */
        if (!vmm_is_known(metrics->time_ms) || (vmm_is_known(before) && metrics->time_ms < before)) {
            *good = false;
        } else if (*good && vmm_is_known(before)) {
            add_line(traffic, &line);
            traffic->elapsed_ns += (int64_t)(metrics->time_ms - before) * 1000000;
        }
    }
    metrics->length -= whole;
    if (whole != 0)
        memmove(metrics->rest, metrics->rest + whole, metrics->length);
    if (metrics->length > LONGEST_LINE) {
        metrics->length = 0;
        *good = false;
    }
}

/*
 * Reads more text, after the text that is there. Returns the number of bytes read, or 0 if there is no more text now.
 */
static size_t read_more(struct metrics *metrics)
{
    ssize_t got;

    if (metrics->capacity - metrics->length < 16384) {
        size_t capacity = metrics->capacity * 2 + 32768;
        char *rest = realloc(metrics->rest, capacity);

        if (rest == NULL)
            return 0;
        metrics->rest = rest;
        metrics->capacity = capacity;
    }
    do {
        got = read(metrics->fd, metrics->rest + metrics->length, metrics->capacity - metrics->length);
    } while (got < 0 && errno == EINTR);
    metrics->length += got > 0 ? (size_t)got : 0;
    return got > 0 ? (size_t)got : 0;
}

void metrics_read(struct metrics *metrics, struct traffic *traffic)
{
    bool good = true;

    *traffic = (struct traffic){0};
    if (metrics->fd >= 0) {
        while (read_more(metrics) != 0)
            take_lines(metrics, traffic, &good);
    }
    if (good && traffic->elapsed_ns > 0)
        return;
    traffic->elapsed_ns = 0;
    for (size_t i = 0; i < TRAFFIC_MEMBERS; i++)
        traffic->added[i] = VMM_UNKNOWN;
}
