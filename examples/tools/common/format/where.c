/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "where.h"

#include <string.h>
#include <sys/utsname.h>

#include "../read.h"

const char *where_name(void)
{
    static struct utsname machine;

    return uname(&machine) == 0 && machine.nodename[0] != '\0' ? machine.nodename : NULL;
}

/* 32 hexadecimal digits and a newline; what is longer is something else. */
static char id[34];

void where_read(const struct roots *roots)
{
    char path[ROOTS_PATH_BYTES];
    struct file file;

    /* With the /proc of another machine alone, its /etc is not there. */
    if ((roots->root == NULL && roots->proc != NULL) || !roots_path(roots, "/etc/machine-id", path))
        return;
    file = file_of_kernel(path);
    if (file_read_start(&file, sizeof id) == 0 && file.length == sizeof id - 1 && file.bytes[32] == '\n' &&
        strspn(file.bytes, "0123456789abcdef") == 32)
        memcpy(id, file.bytes, 32);
    file_release(&file);
}

const char *where_id(void)
{
    return id[0] == '\0' ? NULL : id;
}
