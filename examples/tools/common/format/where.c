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

const char *where_id(void)
{
    /* 32 hexadecimal digits and a newline; what is longer is something else. */
    static char id[34];
    static bool is_read;
    struct file file = file_of("/etc/machine-id");

    if (!is_read && file_read_start(&file, sizeof id) == 0 && file.length == sizeof id - 1 && file.bytes[32] == '\n') {
        memcpy(id, file.bytes, 32);
        for (const char *p = id; *p != '\0'; p++) {
            if (strchr("0123456789abcdef", *p) == NULL)
                id[0] = '\0';
        }
    }
    if (!is_read)
        file_release(&file);
    is_read = true;
    return id[0] == '\0' ? NULL : id;
}
