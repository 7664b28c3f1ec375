/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "format.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "../../common/clock.h"
#include "../../common/format/format.h"
#include "../../common/format/sandbox.h"
#include "../../common/number.h"

/* The numbers of a sandbox that the host can measure: not its disk, and its memory only from balloon statistics. */
static struct sandbox sandbox_of(const struct facts *facts, const struct machine *machine)
{
    const struct vmm_balloon *balloon = &machine->now->balloon;
    uint64_t total = balloon->total_memory_bytes, available = balloon->available_memory_bytes;
    struct sandbox sandbox = {
        .cpu_ratio = facts->instance.vcpu_ratio,
        .cpus = facts->instance.vcpus,
        .memory_used = number_difference(total, available),
        .memory_total = total,
        .memory_cache = VMM_UNKNOWN,
        .disk_used = VMM_UNKNOWN,
        .disk_used_e2b = VMM_UNKNOWN,
        .disk_total = VMM_UNKNOWN,
    };

    return sandbox;
}

int format_print(struct json *out, enum format format, struct machine *const *machines, size_t count)
{
    /* OpenTelemetry has a resource for each machine. */
    size_t resources = format == FORMAT_OTEL ? count : 1;
    static struct told before;
    struct things(*things)[KINDS];
    struct told told;
    int error;

    if (count == 0)
        return 0;
    things = calloc(resources, sizeof *things);
    error = things == NULL ? ENOMEM : told_take(&told, &before, machines, count, now_since_1970_ns());
    if (error != 0) {
        free(things);
        return error;
    }
    if (format == FORMAT_VM0 || format == FORMAT_E2B) {
        for (size_t i = 0; i < count; i++) {
            struct sandbox sandbox = sandbox_of(&told.machines[i], machines[i]);

            format_sandbox(out, format, &sandbox);
        }
    } else {
        for (size_t i = 0; i < resources; i++)
            told_list(&told, i, count / resources, things[i]);
        format_things(out, format, things[0], KINDS, resources, told.time_ns);
    }
    free(things);
    told_release(&before);
    before = told;
    return 0;
}
