/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int stream_open(struct stream *stream, const char *path)
{
    struct stat status;

    stream->fd = path == NULL ? STDIN_FILENO : open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (stream->fd < 0 || fstat(stream->fd, &status) != 0)
        return errno;
    stream->is_file = S_ISREG(status.st_mode);
    return S_ISDIR(status.st_mode) ? EISDIR : 0;
}

void stream_cut(struct stream *stream)
{
    stream->start = stream->searched = stream->end = 0;
    stream->is_tail = false;
}

int stream_read(struct stream *stream)
{
    ssize_t got;

    stream->end -= stream->start;
    stream->searched -= stream->start;
    memmove(stream->bytes, stream->bytes + stream->start, stream->end);
    stream->start = 0;
    if (stream->end > STREAM_LINE_BYTES) {
        stream_cut(stream);
        stream->is_tail = true;
    }
    do {
        got = read(stream->fd, stream->bytes + stream->end, STREAM_READ_BYTES);
    } while (got < 0 && errno == EINTR);
    if (got <= 0)
        return got == 0 ? -1 : errno;
    stream->end += (size_t)got;
    return 0;
}

bool stream_next(struct stream *stream, struct vmm_span *line)
{
    const char *newline;

    while ((newline = memchr(stream->bytes + stream->searched, '\n', stream->end - stream->searched)) != NULL) {
        bool is_tail = stream->is_tail;

        *line = (struct vmm_span){stream->bytes + stream->start, (size_t)(newline - stream->bytes) - stream->start};
        stream->start = stream->searched = (size_t)(newline - stream->bytes) + 1;
        stream->is_tail = false;
        if (!is_tail)
            return true;
    }
    stream->searched = stream->end;
    return false;
}
