/*
 * Where a process's cgroup directory is:
 *
 *     cgroup_of PID [CONTROLLER]
 *
 * With a controller, such as memory, it is the directory that has this controller's files, in version 1, 2 or a mix of
 * them; without one it is that of version 2.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>

#include "tools/common/read.h"

/* All of a file. Ends the program where there is none. */
static struct file read_all(const char *path)
{
    struct file file = file_of(path);
    int error = file_read(&file);

    if (error != 0) {
        fprintf(stderr, "cgroup_of: %s: %s\n", path, strerror(error));
        exit(EXIT_FAILURE);
    }
    file_close(&file);
    return file;
}

int main(int argc, char **argv)
{
    const char *controller = argc == 3 ? argv[2] : "";
    struct file membership, mounts;
    struct vmm_text membership_text, mounts_text;
    char *membership_path, *process, directory[PATH_MAX];
    vmm_status status;

    if (argc < 2 || argc > 3) {
        fputs("usage: cgroup_of PID [CONTROLLER]\n", stderr);
        return 2;
    }
    process = path_of("/proc", argv[1]);
    membership_path = process == NULL ? NULL : path_of(process, "cgroup");
    if (membership_path == NULL) {
        fprintf(stderr, "cgroup_of: %s\n", strerror(ENOMEM));
        return EXIT_FAILURE;
    }
    membership = read_all(membership_path);
    mounts = read_all("/proc/self/mountinfo");
    membership_text = vmm_text_of(membership.bytes, membership.length);
    mounts_text = vmm_text_of(mounts.bytes, mounts.length);

    status = vmm_cgroup_path(&membership_text, &mounts_text, controller, directory, sizeof directory);
    if (status == VMM_OK)
        puts(directory);
    else if (status == VMM_END)
        fprintf(stderr, "cgroup_of: no mount here shows the cgroup of %s\n", argv[1]);
    else
        fprintf(stderr, "cgroup_of: %s %s: %s\n", argv[1], controller, vmm_status_text(status));
    file_release(&membership);
    file_release(&mounts);
    free(membership_path);
    free(process);
    return status == VMM_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
