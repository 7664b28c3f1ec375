/* SPDX-License-Identifier: MIT */
#include "name.h"

#include <string.h>

static const char *const names[] = {
    [FORMAT_JSON] = "json", [FORMAT_VM0] = "vm0",
    [FORMAT_E2B] = "e2b",   [FORMAT_CLOUDWATCH] = "cloudwatch",
    [FORMAT_OTEL] = "otel", [FORMAT_PROMETHEUS] = "prometheus",
};

const char *format_take(void *format, char **name)
{
    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(*name, names[i]) == 0) {
            *(enum format *)format = (enum format)i;
            return NULL;
        }
    }
    return "no such format; there are json, vm0, e2b, cloudwatch, otel and prometheus";
}
