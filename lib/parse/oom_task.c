/* SPDX-License-Identifier: MIT */
/* The name of a process in the kernel's log. */
#include "oom_lines.h"

static unsigned hex_of(char c)
{
    if (vmm_is_digit(c))
        return (unsigned)(c - '0');
    return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

void vmm_copy_task(const char *p, const char *name_end, const char *end, bool has_escapes, char name[VMM_TASK_ROOM])
{
    unsigned length = 0;

    while (p != name_end && p != end && length < VMM_TASK_ROOM - 1) {
        char c = *p++;
        const char *q = p;
        unsigned digits[2] = {16, 16};

        if (has_escapes && c == '\\' && q != name_end && q != end && *q == 'x') {
            q++;
            for (unsigned i = 0; i < 2 && q != name_end && q != end; i++)
                digits[i] = hex_of(*q++);
        }
        if (digits[0] < 16 && digits[1] < 16) {
            c = (char)(unsigned char)(digits[0] << 4 | digits[1]);
            p = q;
        }
        name[length] = c;
        length++;
        if (c == '\0')
            break;
    }
    /* No process has a name with a NUL. */
    if (p != name_end || (length != 0 && name[length - 1] == '\0'))
        memset(name, 0, VMM_TASK_ROOM);
}
