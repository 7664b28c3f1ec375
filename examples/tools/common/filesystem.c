/* SPDX-License-Identifier: MIT */
/* For O_PATH and syscall(). */
#define _GNU_SOURCE
/* File systems of more than 2^32 blocks on 32-bit machines, too. */
#define _FILE_OFFSET_BITS 64
#include "filesystem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

static void fill(struct vmm_filesystem *filesystem, const struct statvfs *from)
{
    filesystem->f_bsize_bytes = from->f_bsize;
    filesystem->f_frsize_bytes = from->f_frsize;
    filesystem->f_blocks = from->f_blocks;
    filesystem->f_bfree = from->f_bfree;
    filesystem->f_bavail = from->f_bavail;
    filesystem->f_files = from->f_files;
    filesystem->f_ffree = from->f_ffree;
    filesystem->f_favail = from->f_favail;
    filesystem->f_fsid = from->f_fsid;
    filesystem->f_flag = from->f_flag;
    filesystem->f_namemax = from->f_namemax;
}

int filesystem_read(const char *path, struct vmm_filesystem *filesystem)
{
    struct statvfs from;

    vmm_record_init(VMM_RECORD_FILESYSTEM, filesystem, sizeof *filesystem);
    if (statvfs(path, &from) != 0)
        return errno;
    fill(filesystem, &from);
    return 0;
}

/* Opens a path below a directory, so that a symbolic link to `/` leads to the directory. Old kernels follow such a link
 * out of it. */
static int open_below(int root, const char *path)
{
#ifdef SYS_openat2
    struct {
        uint64_t flags, mode, resolve;
    } in_root = {O_PATH | O_CLOEXEC, 0, 0x10};
    int fd = (int)syscall(SYS_openat2, root, path, &in_root, sizeof in_root);

    if (fd >= 0 || (errno != ENOSYS && errno != EPERM))
        return fd;
#endif
    while (*path == '/')
        path++;
    return openat(root, *path == '\0' ? "." : path, O_PATH | O_CLOEXEC);
}

/* The path of an open file; "" if it cannot be read. Returns its length. */
static size_t path_of_open(int fd, char real[FILESYSTEM_PATH_BYTES])
{
    char descriptor[sizeof "/proc/self/fd/2147483647"] = "/proc/self/fd/";
    size_t at = strlen(descriptor);
    ssize_t length;
    int scale = 1;

    while (fd / scale >= 10)
        scale *= 10;
    for (; scale != 0; scale /= 10)
        descriptor[at++] = (char)('0' + fd / scale % 10);
    length = readlink(descriptor, real, FILESYSTEM_PATH_BYTES - 1);
    if (length < 0)
        length = 0;
    real[length] = '\0';
    return (size_t)length;
}

/* The path as the other machine has it. */
static void find_real(int root, int fd, char real[FILESYSTEM_PATH_BYTES])
{
    char above[FILESYSTEM_PATH_BYTES];
    size_t length = path_of_open(fd, real), prefix = root == AT_FDCWD ? 0 : path_of_open(root, above);

    if (prefix <= 1 || strncmp(real, above, prefix) != 0)
        return;
    memmove(real, real + prefix, length - prefix + 1);
    if (real[0] == '\0')
        memcpy(real, "/", sizeof "/");
}

static int read_open(int root, const char *path, struct vmm_filesystem *filesystem, char real[FILESYSTEM_PATH_BYTES])
{
    int fd = root == AT_FDCWD ? open(path, O_PATH | O_CLOEXEC) : open_below(root, path);
    struct statvfs from;
    int error = 0;

    if (fd < 0)
        return errno;
    if (fstatvfs(fd, &from) == 0)
        fill(filesystem, &from);
    else
        error = errno;
    find_real(root, fd, real);
    close(fd);
    return error;
}

int filesystem_read_below(const char *root, const char *path, struct vmm_filesystem *filesystem,
                          char real[FILESYSTEM_PATH_BYTES])
{
    int directory = root == NULL ? AT_FDCWD : open(root, O_PATH | O_DIRECTORY | O_CLOEXEC), error;

    vmm_record_init(VMM_RECORD_FILESYSTEM, filesystem, sizeof *filesystem);
    real[0] = '\0';
    if (root != NULL && directory < 0)
        return errno;
    error = read_open(directory, path, filesystem, real);
    if (root != NULL)
        close(directory);
    return error;
}
