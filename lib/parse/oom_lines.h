/* SPDX-License-Identifier: MIT */
/* The two lines that the kernel writes about a process that it kills. */
#ifndef VMM_OOM_LINES_H
#define VMM_OOM_LINES_H

#include <stdbool.h>

#include "../record/tables.h"
#include "vmmetrics/oom_kill.h"

enum { VMM_TASK_ROOM = sizeof(((struct vmm_oom_kill *)NULL)->task) };

/*
 * The most bytes that the kernel lets a process have in its name. Where bytes are not escaped, a newline in the name
 * ends the line, and what stands before it may look like the end of a line: fewer bytes than these.
 */
enum { VMM_LONGEST_COMM = 15 };

/* Copies the name from p to `name_end`, which is before `end`; nothing if it does not fit. `name` is all zeros. */
void vmm_copy_task(const char *p, const char *name_end, const char *end, bool has_escapes, char name[VMM_TASK_ROOM]);

/*
 * Takes the line of the process that was chosen, after `constraint=CONSTRAINT_`. Returns where it ends; NULL if a
 * byte is wrong, with that byte in `error`.
 */
const char *vmm_take_chosen(const char *p, const char *end, bool has_escapes, char name[VMM_TASK_ROOM], void *row,
                            size_t size, const char **error);

/* The same for the line of the process that was killed, after `Killed process `. */
const char *vmm_take_killed(const char *p, const char *end, bool has_escapes, char name[VMM_TASK_ROOM], void *row,
                            size_t size, const char **error);

#endif
