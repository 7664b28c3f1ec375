/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
/* Files of more than 2 GiB on 32-bit machines, too. */
#define _FILE_OFFSET_BITS 64
#include "read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "memory.h"

/* Of a kernel file: a million sockets take 150 MB. */
#define LONGEST ((size_t)256 << 20)

char *path_of(const char *directory, const char *name)
{
    char *path = malloc(strlen(directory) + strlen(name) + 2);

    if (path != NULL)
        stpcpy(stpcpy(stpcpy(path, directory), "/"), name);
    return path;
}

struct file file_of(const char *path)
{
    struct file file = {path, -1, NULL, 0, 0, false, false};

    return file;
}

struct file file_of_kernel(const char *path)
{
    struct file file = file_of(path);

    file.kernel = true;
    return file;
}

static bool is_standard_input(const struct file *file)
{
    return strcmp(file->path, "-") == 0;
}

/* Makes room for at least one more byte. */
static int grow(struct file *file)
{
    char *bytes;

    if (file->length != file->capacity)
        return 0;
    bytes = memory_grow(file->bytes, &file->capacity);
    if (bytes == NULL)
        return ENOMEM;
    file->bytes = bytes;
    return 0;
}

/* Reads more, after the bytes that were already read, until `enough` bytes are there or the file ends. */
static int read_on(struct file *file, size_t enough, bool *seekable)
{
    while (file->length < enough) {
        int error = grow(file);
        size_t room = file->capacity - file->length;
        ssize_t got;

        if (error != 0)
            return error;
        if (file->kernel && file->length >= LONGEST)
            return EFBIG;
        if (room > enough - file->length)
            room = enough - file->length;
        got = *seekable ? pread(file->fd, file->bytes + file->length, room, (off_t)file->length)
                        : read(file->fd, file->bytes + file->length, room);
        if (got > 0) {
            file->length += (size_t)got;
            if (file->comes_whole && (size_t)got < room && file->bytes[file->length - 1] == '\n')
                return 0;
        } else if (got == 0) {
            return 0;
        } else if (errno == ESPIPE && *seekable) {
            *seekable = false;
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

int file_read_start(struct file *file, size_t enough)
{
    bool seekable = !is_standard_input(file);
    int error;

    file->length = 0;
    if (file->fd < 0)
        file->fd = seekable ? open(file->path, O_RDONLY | O_CLOEXEC | (file->kernel ? O_NONBLOCK : 0)) : STDIN_FILENO;
    if (file->fd < 0)
        return errno;
    error = read_on(file, enough, &seekable);
    /* What cannot be read from its start again is opened again: pipes, and files of /proc that some containers fake. A
     * descriptor that failed may belong to something that is gone. */
    if (error != 0 || !seekable)
        file_close(file);
    if (error != 0)
        file->length = 0;
    return error;
}

int file_read(struct file *file)
{
    return file_read_start(file, (size_t)-1);
}

void file_close(struct file *file)
{
    if (file->fd >= 0 && !is_standard_input(file))
        close(file->fd);
    file->fd = -1;
}

void file_release(struct file *file)
{
    file_close(file);
    memory_release(file->bytes, file->capacity);
    file->bytes = NULL;
    file->length = 0;
    file->capacity = 0;
}
