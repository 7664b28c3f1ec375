/* SPDX-License-Identifier: MIT */
// How full file systems are, as df(1) counts it: a record that the caller fills from statvfs(), and a usage of it.
//     cc -Iinclude examples/disk_space.c lib/*/*.c -o disk_space && ./disk_space [PATH...]
//     / 270553174016 14824816640 82968477696 16
/* For large file systems on 32-bit machines. */
#define _FILE_OFFSET_BITS 64
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <vmmetrics/vmmetrics.h>

static void print(uint64_t number)
{
    if (vmm_is_known(number))
        printf(" %" PRIu64, number);
    else
        printf(" unknown");
}

static int show(const char *path)
{
    struct vmm_filesystem filesystem;
    struct vmm_filesystem_usage usage;
    struct statvfs from;

    if (statvfs(path, &from) != 0) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return EXIT_FAILURE;
    }
    /* Every member begins as unknown, and a member that is not set below stays unknown. */
    vmm_record_init(VMM_RECORD_FILESYSTEM, &filesystem, sizeof filesystem);
    filesystem.f_bsize_bytes = from.f_bsize;
    filesystem.f_frsize_bytes = from.f_frsize;
    filesystem.f_blocks = from.f_blocks;
    filesystem.f_bfree = from.f_bfree;
    filesystem.f_bavail = from.f_bavail;
    filesystem.f_files = from.f_files;
    filesystem.f_ffree = from.f_ffree;
    filesystem.f_favail = from.f_favail;

    /* Blocks that only root may use are neither used nor available. */
    vmm_filesystem_usage_of(&filesystem, &usage, sizeof usage);
    printf("%s", path);
    print(usage.total_bytes);
    print(usage.used_bytes);
    print(usage.available_bytes);
    /* As df rounds it: up. */
    print(usage.use_percent);
    printf("\n");
    return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    int result = argc > 1 ? EXIT_SUCCESS : show("/");

    for (int i = 1; i < argc; i++) {
        if (show(argv[i]) != EXIT_SUCCESS)
            result = EXIT_FAILURE;
    }
    return result;
}
