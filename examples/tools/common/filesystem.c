/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
/* File systems of more than 2^32 blocks on 32-bit machines, too. */
#define _FILE_OFFSET_BITS 64
#include "filesystem.h"

#include <errno.h>
#include <sys/statvfs.h>

int filesystem_read(const char *path, struct vmm_filesystem *filesystem)
{
    struct statvfs from;

    vmm_record_init(VMM_RECORD_FILESYSTEM, filesystem, sizeof *filesystem);
    if (statvfs(path, &from) != 0)
        return errno;
    filesystem->f_bsize_bytes = from.f_bsize;
    filesystem->f_frsize_bytes = from.f_frsize;
    filesystem->f_blocks = from.f_blocks;
    filesystem->f_bfree = from.f_bfree;
    filesystem->f_bavail = from.f_bavail;
    filesystem->f_files = from.f_files;
    filesystem->f_ffree = from.f_ffree;
    filesystem->f_favail = from.f_favail;
    filesystem->f_fsid = from.f_fsid;
    filesystem->f_flag = from.f_flag;
    filesystem->f_namemax = from.f_namemax;
    return 0;
}
