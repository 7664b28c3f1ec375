/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "trouble.h"

#include <string.h>

#include "reader.h"

static void add(struct troubles *troubles, struct trouble trouble)
{
    for (size_t i = 0; i < troubles->count; i++) {
        const struct trouble *known = &troubles->list[i];

        if (strcmp(known->thing, trouble.thing) == 0 && known->error == trouble.error &&
            known->reason == trouble.reason)
            return;
    }
    if (troubles->count < MOST_TROUBLES)
        troubles->list[troubles->count++] = trouble;
}

void troubles_add(struct troubles *troubles, const char *thing, int error)
{
    if (error != 0 && !reader_is_gone(error))
        add(troubles, (struct trouble){.thing = thing, .error = error});
}

void troubles_add_reason(struct troubles *troubles, const char *thing, const char *reason)
{
    add(troubles, (struct trouble){.thing = thing, .reason = reason});
}

void troubles_add_option(struct troubles *troubles, const char *option, const char *path, const char *reason)
{
    if (reason != NULL)
        add(troubles, (struct trouble){.thing = option, .path = path, .reason = reason});
}

const char *trouble_text(const struct trouble *trouble)
{
    return trouble->reason != NULL ? trouble->reason : strerror(trouble->error);
}
