/* SPDX-License-Identifier: MIT */
/* What could not be had of a machine, and why. The collector prints nothing: it keeps a short list for its caller. */
#ifndef COLLECT_TROUBLE_H
#define COLLECT_TROUBLE_H

#include <stdbool.h>
#include <stddef.h>

struct trouble {
    /* The name of a file, or of a thing such as `cgroup`. It lives as long as the program. */
    const char *thing;
    /* The file of an option, whose name is `thing`: the caller's string; else NULL. */
    const char *path;
    /* An errno; 0 if `reason` is more than an errno says. */
    int error;
    const char *reason;
    /* Whether the caller has told of this trouble: the caller's own. */
    bool is_told;
};

/* Further kinds of trouble say nothing new. */
enum { MOST_TROUBLES = 12 };

struct troubles {
    struct trouble list[MOST_TROUBLES];
    size_t count;
};

/* Adds a trouble that is not in the list yet. What is gone or was never there (reader_is_gone()) is no trouble. */
void troubles_add(struct troubles *troubles, const char *thing, int error);
void troubles_add_reason(struct troubles *troubles, const char *thing, const char *reason);
/* Adds why the file of an option could not be read: each reason is a trouble. None where the reason is NULL. */
void troubles_add_option(struct troubles *troubles, const char *option, const char *path, const char *reason);

/* The words of a trouble, in English. */
const char *trouble_text(const struct trouble *trouble);

#endif
