/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "roots.h"

#include <string.h>

/* Without snprintf(), which is large in a small static program. */
static bool join(char path[ROOTS_PATH_BYTES], const char *first, const char *second, const char *third)
{
    if (strlen(first) + strlen(second) + strlen(third) < ROOTS_PATH_BYTES) {
        stpcpy(stpcpy(stpcpy(path, first), second), third);
        return true;
    }
    path[0] = '\0';
    return false;
}

/* A directory of its own wins over the one below the root. */
static bool below(const struct roots *roots, const char *own, const char *usual, const char *name,
                  char path[ROOTS_PATH_BYTES])
{
    char directory[ROOTS_PATH_BYTES];

    if (own != NULL)
        return join(path, own, "/", name);
    return join(directory, roots->root == NULL ? "" : roots->root, usual, "") && join(path, directory, "/", name);
}

bool roots_proc(const struct roots *roots, const char *name, char path[ROOTS_PATH_BYTES])
{
    return below(roots, roots->proc, "/proc", name, path);
}

bool roots_sys(const struct roots *roots, const char *name, char path[ROOTS_PATH_BYTES])
{
    return below(roots, roots->sys, "/sys", name, path);
}

bool roots_path(const struct roots *roots, const char *absolute, char path[ROOTS_PATH_BYTES])
{
    return join(path, roots->root == NULL ? "" : roots->root, absolute, "");
}

bool roots_are_own(const struct roots *roots)
{
    return roots->root == NULL && roots->proc == NULL;
}
