/* SPDX-License-Identifier: MIT */
/* Lines from a file, a FIFO or a terminal. Reading takes what has arrived and never waits. */
#ifndef TWO_TIER_STREAM_H
#define TWO_TIER_STREAM_H

#include <stdbool.h>
#include <vmmetrics/vmmetrics.h>

/* A longer line is dropped. One read takes no more than this, so that a fast writer does not stop the other stream. */
enum { STREAM_LINE_BYTES = 1 << 20, STREAM_READ_BYTES = 1 << 16 };

struct stream {
    int fd;
    /* Whether it is a file with an end, not a FIFO, a terminal or a socket. */
    bool is_file;
    /* Whether the line that comes next is the tail of one that was too long. */
    bool is_tail;
    /* The bytes that were read and not taken, and how many of them have been searched for a newline. */
    size_t start;
    size_t searched;
    size_t end;
    char bytes[STREAM_LINE_BYTES + STREAM_READ_BYTES];
};

/* Opens a path; NULL is standard input. Does not wait for the writer of a FIFO. Returns 0 or an errno. */
int stream_open(struct stream *stream, const char *path);

/* Reads once. Returns 0, -1 if the stream is at its end, or an errno; EAGAIN means that nothing has arrived. */
int stream_read(struct stream *stream);

/* Takes the next whole line of those that were read. It is valid until the next read. */
bool stream_next(struct stream *stream, struct vmm_span *line);

/* Forgets the beginning of a line whose writer has gone. */
void stream_cut(struct stream *stream);

#endif
