/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "format.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "../../common/clock.h"
#include "../../common/format/format.h"
#include "../../common/number.h"

int format_print(struct json *out, enum format format, struct machine *const *machines, size_t count,
                 const struct roots *roots)
{
    /* OpenTelemetry has a resource for each machine. */
    size_t resources = format == FORMAT_OTEL ? count : 1;
    static struct told before;
    struct things(*things)[KINDS];
    struct told told;
    int error;

    /* The other formats have nothing of a host without machines. */
    if (count == 0 && format != FORMAT_PROMETHEUS)
        return 0;
    things = calloc(resources, sizeof *things);
    error = things == NULL ? ENOMEM : told_take(&told, &before, machines, count, roots, now_since_1970_ns());
    if (error != 0) {
        free(things);
        return error;
    }
    for (size_t i = 0; i < resources; i++)
        told_list(&told, i, count / resources, things[i]);
    format_things(out, format, things[0], KINDS, resources, told.time_ns);
    free(things);
    told_release(&before);
    before = told;
    return 0;
}
