/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "trouble.h"

#include <string.h>

#include "reader.h"

static void add(struct troubles *troubles, const char *thing, int error, const char *reason)
{
    for (size_t i = 0; i < troubles->count; i++) {
        const struct trouble *known = &troubles->list[i];

        if (strcmp(known->thing, thing) == 0 && known->error == error && known->reason == reason)
            return;
    }
    if (troubles->count < MOST_TROUBLES)
        troubles->list[troubles->count++] = (struct trouble){thing, error, reason, false};
}

void troubles_add(struct troubles *troubles, const char *thing, int error)
{
    if (error != 0 && !reader_is_gone(error))
        add(troubles, thing, error, NULL);
}

void troubles_add_reason(struct troubles *troubles, const char *thing, const char *reason)
{
    add(troubles, thing, 0, reason);
}

const char *trouble_text(const struct trouble *trouble)
{
    return trouble->reason != NULL ? trouble->reason : strerror(trouble->error);
}
