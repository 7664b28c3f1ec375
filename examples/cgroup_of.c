/* SPDX-License-Identifier: MIT */
// Where a process's cgroup is: the directory that has a controller's files, under version 1, version 2 or both.
//     cc -Iinclude examples/cgroup_of.c lib/*/*.c -o cgroup_of && ./cgroup_of PID [CONTROLLER]
//     /sys/fs/cgroup/memory
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <vmmetrics/vmmetrics.h>

/* All of a file. Ends the program where it cannot be read. */
static struct vmm_text read_file(const char *path, char *bytes, size_t size)
{
    FILE *file = fopen(path, "r");
    size_t length = file == NULL ? 0 : fread(bytes, 1, size, file);

    if (length == size)
        errno = EFBIG;
    if (file == NULL || !feof(file)) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    return vmm_text_of(bytes, length);
}

int main(int argc, char **argv)
{
    static char membership_bytes[65536], mounts_bytes[1 << 20];
    /* Without a controller it is the cgroup of version 2. */
    const char *controller = argc == 3 ? argv[2] : "";
    struct vmm_text membership, mounts;
    char path[64], directory[PATH_MAX];
    vmm_status status;

    if (argc < 2 || argc > 3) {
        fputs("usage: cgroup_of PID [CONTROLLER]\n", stderr);
        return 2;
    }
    snprintf(path, sizeof path, "/proc/%.40s/cgroup", argv[1]);
    membership = read_file(path, membership_bytes, sizeof membership_bytes);
    /* The mounts of this program, since it is this program that opens the directory. */
    mounts = read_file("/proc/self/mountinfo", mounts_bytes, sizeof mounts_bytes);

    status = vmm_cgroup_path_of(&membership, &mounts, controller, directory, sizeof directory, NULL);
    if (status == VMM_OK)
        puts(directory);
    else if (status == VMM_END)
        fprintf(stderr, "cgroup_of: no mount here shows the cgroup of %s\n", argv[1]);
    else
        fprintf(stderr, "cgroup_of: %s %s: %s\n", argv[1], controller, vmm_status_text(status));
    return status == VMM_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
