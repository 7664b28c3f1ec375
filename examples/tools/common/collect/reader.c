/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "links.h"
#include "watches.h"

/* Descriptors that are not kept: a pass opens no more files at the same time. */
enum { LEFT_FREE = 16 };

bool reader_is_gone(int error)
{
    return error == ENOENT || error == ENOTDIR || error == ESRCH || error == ENODEV;
}

int reader_open_at(int directory, const char *path)
{
    return openat(directory, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

int reader_open(const char *path)
{
    return reader_open_at(AT_FDCWD, path);
}

bool reader_may_keep(int fd)
{
    struct rlimit limit;

    /* A new descriptor has the lowest number that is free. */
    return getrlimit(RLIMIT_NOFILE, &limit) == 0 &&
           (limit.rlim_cur == RLIM_INFINITY || (rlim_t)fd + LEFT_FREE < limit.rlim_cur);
}

void reader_share(struct reader *reader, size_t machines)
{
    struct rlimit limit;

    reader->machines = machines;
    reader->most_kept = 0;
    if (machines != 0 && getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < (rlim_t)1 << 30 &&
        limit.rlim_cur > LEFT_FREE)
        reader->most_kept = (size_t)(limit.rlim_cur - LEFT_FREE) / machines;
}

static int grow(struct reader *reader)
{
    size_t larger = reader->capacity == 0 ? 65536 : reader->capacity * 2;
    char *bytes;

    if (larger > READER_MOST_BYTES)
        return EFBIG;
    bytes = realloc(reader->bytes, larger);
    if (bytes == NULL)
        return ENOMEM;
    reader->bytes = bytes;
    reader->capacity = larger;
    return 0;
}

static int read_all(struct reader *reader, int fd, bool comes_whole, struct vmm_text *text)
{
    size_t length = 0;

    *text = vmm_text_of(NULL, 0);
    for (;;) {
        int error = length == reader->capacity ? grow(reader) : 0;
        ssize_t got;

        if (error != 0)
            return error;
        got = pread(fd, reader->bytes + length, reader->capacity - length, (off_t)length);
        if (got == 0)
            break;
        if (got > 0)
            length += (size_t)got;
        else if (errno != EINTR)
            return errno;
        if (got > 0 && comes_whole && length < reader->capacity && reader->bytes[length - 1] == '\n')
            break;
    }
    *text = vmm_text_of(reader->bytes, length);
    return 0;
}

int reader_read(struct reader *reader, int fd, struct vmm_text *text)
{
    return read_all(reader, fd, false, text);
}

int reader_read_whole(struct reader *reader, int fd, struct vmm_text *text)
{
    return read_all(reader, fd, true, text);
}

int reader_read_path(struct reader *reader, const char *path, struct vmm_text *text)
{
    int fd = reader_open(path);
    int error = fd < 0 ? errno : reader_read(reader, fd, text);

    if (fd < 0)
        *text = vmm_text_of(NULL, 0);
    else
        close(fd);
    return error;
}

bool reader_proc(const struct reader *reader, uint64_t pid, const char *name, char path[ROOTS_PATH_BYTES])
{
    char relative[320];
    int length = snprintf(relative, sizeof relative, "%llu/%s", (unsigned long long)pid, name);

    path[0] = '\0';
    return length > 0 && length < (int)sizeof relative && roots_proc(&reader->roots, relative, path);
}

int reader_read_proc(struct reader *reader, uint64_t pid, const char *name, struct vmm_text *text)
{
    char path[ROOTS_PATH_BYTES];

    *text = vmm_text_of(NULL, 0);
    return reader_proc(reader, pid, name, path) ? reader_read_path(reader, path, text) : ENAMETOOLONG;
}

static int read_kept(struct reader *reader, const char *name, struct kept_text *kept, struct vmm_text *text)
{
    int64_t now_ns = reader->time_ns(reader->user);
    char path[ROOTS_PATH_BYTES], *copy;
    size_t length;
    int error;

    if (kept->bytes != NULL && now_ns - kept->time_ns < 1000000000) {
        *text = vmm_text_of(kept->bytes, kept->length);
        return 0;
    }
    error = roots_proc(&reader->roots, name, path) ? reader_read_path(reader, path, text) : ENAMETOOLONG;
    if (error != 0)
        return error;
    length = (size_t)(text->end - text->pos);
    copy = realloc(kept->bytes, length + 1);
    if (copy == NULL)
        return ENOMEM;
    memcpy(copy, text->pos, length);
    *kept = (struct kept_text){copy, length, now_ns};
    *text = vmm_text_of(copy, length);
    return 0;
}

int reader_read_mounts(struct reader *reader, struct vmm_text *text)
{
    const char *name = roots_are_own(&reader->roots) ? "self/mountinfo" : "1/mountinfo";

    return read_kept(reader, name, &reader->mounts, text);
}

int reader_read_devices(struct reader *reader, struct vmm_text *text)
{
    return read_kept(reader, "devices", &reader->devices, text);
}

bool reader_rebase(const struct reader *reader, const char *absolute, char path[READER_PATH_BYTES])
{
    const char *root = reader->roots.root == NULL ? "" : reader->roots.root, *rest = absolute;
    int length;

    if (reader->roots.sys != NULL && strncmp(absolute, "/sys/", 5) == 0) {
        root = reader->roots.sys;
        rest = absolute + 4;
    }
    length = snprintf(path, READER_PATH_BYTES, "%s%s", root, rest);
    return length >= 0 && length < READER_PATH_BYTES;
}

void reader_release(struct reader *reader)
{
    free(reader->bytes);
    free(reader->mounts.bytes);
    free(reader->devices.bytes);
    links_free(reader->links);
    watches_free(reader->watches);
    reader->links = NULL;
    reader->watches = NULL;
    reader->bytes = reader->mounts.bytes = reader->devices.bytes = NULL;
    reader->capacity = 0;
}
