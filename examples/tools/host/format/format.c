#define _POSIX_C_SOURCE 200809L
#include "format.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "../../common/format/otel.h"
#include "../../common/format/sandbox.h"
#include "../../common/number.h"

/* What can be seen of a sandbox from outside: not its disk, and its memory only where its balloon tells of it. */
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

static void print_each(struct json *out, enum format format, const struct facts *facts, struct machine *const *machines,
                       size_t count, uint64_t now_ns)
{
    if (format == FORMAT_OTEL)
        otel_begin(out);
    for (size_t i = 0; i < count; i++) {
        struct sandbox sandbox = sandbox_of(&facts[i], machines[i]);
        struct things things[KINDS];

        facts_list(&facts[i], 1, things);
        if (format == FORMAT_OTEL)
            print_otel(out, things, now_ns);
        else if (format == FORMAT_VM0)
            sandbox_print_vm0(out, &sandbox);
        else
            sandbox_print_e2b(out, &sandbox);
    }
    if (format == FORMAT_OTEL)
        otel_end(out);
}

int format_print(struct json *out, enum format format, struct machine *const *machines, size_t count)
{
    struct things things[KINDS];
    struct facts *facts;
    struct timespec now;
    uint64_t now_ns;

    if (count == 0)
        return 0;
    facts = calloc(count, sizeof *facts);
    if (facts == NULL)
        return ENOMEM;
    clock_gettime(CLOCK_REALTIME, &now);
    now_ns = (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
    for (size_t i = 0; i < count; i++)
        facts_take(&facts[i], machines[i], now_ns);
    facts_list(facts, count, things);
    if (format == FORMAT_PROMETHEUS)
        print_prometheus(out, things);
    else if (format == FORMAT_CLOUDWATCH)
        print_cloudwatch(out, things, now_ns);
    else
        print_each(out, format, facts, machines, count, now_ns);
    free(facts);
    return 0;
}
