/* SPDX-License-Identifier: MIT */
#include "name.h"

#include <string.h>

static const char *const names[] = {
    [FORMAT_JSON] = "json", [FORMAT_VM0] = "vm0",
    [FORMAT_E2B] = "e2b",   [FORMAT_CLOUDWATCH] = "cloudwatch",
    [FORMAT_OTEL] = "otel", [FORMAT_PROMETHEUS] = "prometheus",
};

bool format_find(const char *name, enum format *format)
{
    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0) {
            *format = (enum format)i;
            return true;
        }
    }
    return false;
}
