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

/* What is kept of the machines, in the order in which they were printed. */
struct kept {
    struct starts *starts;
    size_t count;
};

/* That of a machine in the sample before. Machines mostly stay at their places. */
static struct starts starts_of(const struct kept *kept, const struct machine *machine, size_t expected)
{
    for (size_t i = 0; i < kept->count; i++) {
        const struct starts *starts = &kept->starts[(expected + i) % kept->count];

        if (starts->pid == machine->pid && starts->starttime_ticks == machine->now->process.starttime_ticks)
            return *starts;
    }
    return (struct starts){.pid = 0};
}

int format_print(struct json *out, enum format format, struct machine *const *machines, size_t count)
{
    /* OpenTelemetry has a resource for each machine. */
    size_t resources = format == FORMAT_OTEL ? count : 1;
    static struct kept kept;
    struct kept now = {NULL, count};
    struct things(*things)[KINDS];
    struct facts *facts;
    uint64_t time_ns;
    int error;

    if (count == 0)
        return 0;
    things = calloc(resources, sizeof *things);
    facts = calloc(count, sizeof *facts);
    now.starts = calloc(count, sizeof *now.starts);
    error = things == NULL || facts == NULL || now.starts == NULL ? ENOMEM : 0;
    time_ns = now_since_1970_ns();
    for (size_t i = 0; error == 0 && i < count; i++) {
        now.starts[i] = starts_of(&kept, machines[i], i);
        facts_take(&facts[i], machines[i], &now.starts[i], time_ns);
    }
    if (error == 0 && (format == FORMAT_VM0 || format == FORMAT_E2B)) {
        for (size_t i = 0; i < count; i++) {
            struct sandbox sandbox = sandbox_of(&facts[i], machines[i]);

            format_sandbox(out, format, &sandbox);
        }
    } else if (error == 0) {
        for (size_t i = 0; i < resources; i++)
            facts_list(&facts[i], count / resources, things[i]);
        format_things(out, format, things[0], KINDS, resources, time_ns);
    }
    free(facts);
    free(things);
    free(kept.starts);
    kept = now;
    if (now.starts == NULL)
        kept.count = 0;
    return error;
}
