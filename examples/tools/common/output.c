/* SPDX-License-Identifier: MIT */
/* For flock(). */
#define _GNU_SOURCE
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"

/*
 * Opens the file that is renamed later. The name is always the same: what a program that was killed has left is used
 * again. The lock keeps two programs from writing to one file. Without it the file of a program that was renamed a moment
 * ago could be taken for a new one, so the name is looked at again. Returns -1 with an errno: EBUSY, or EINVAL if something
 * else than a file would be replaced, such as /dev/null.
 */
static int open_temporary(struct output *output)
{
    struct stat status, named;
    int fd;

    if (lstat(output->path, &status) == 0 && !S_ISREG(status.st_mode)) {
        errno = EINVAL;
        return -1;
    }
    stpcpy(stpcpy(output->temporary, output->path), ".tmp");
    fd = open(output->temporary, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666);
    if (fd < 0)
        return -1;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &status) == 0 && lstat(output->temporary, &named) == 0 &&
        status.st_ino == named.st_ino && ftruncate(fd, 0) == 0)
        return fd;
    close(fd);
    errno = EBUSY;
    return -1;
}

void output_begin(struct output *output)
{
    int fd = output->path == NULL ? STDOUT_FILENO : open_temporary(output);

    json_init(&output->json, fd);
    if (fd < 0)
        output->json.error = errno;
}

/* Puts the file in its place. Returns 0 or an errno. */
static int replace(struct output *output)
{
    struct json *json = &output->json;

    json_flush(json);
    if (json->fd < 0)
        return json->error;
    if (json->error == 0 && rename(output->temporary, output->path) != 0)
        json->error = errno;
    if (json->error != 0)
        unlink(output->temporary);
    close(json->fd);
    return json->error;
}

void output_end(struct output *output)
{
    int error;

    if (output->path == NULL) {
        flush(&output->json);
        return;
    }
    error = replace(output);
    if (error != 0 && !output->failed)
        message_of_value("--output", output->path,
                         error == EBUSY    ? "another program writes it"
                         : error == EINVAL ? "not a regular file"
                                           : strerror(error));
    output->failed = error != 0;
    if (error != 0 && !output->has_written)
        exit(EXIT_FAILURE);
    output->has_written = true;
}
