#include "format.h"

#include <math.h>
#include <string.h>

#include "../../common/format/sandbox.h"
#include "../../common/message.h"

static struct sandbox sandbox_of(const struct sample *sample)
{
    const struct vmm_filesystem_usage *disk = &sample->filesystems[0].usage;
    const struct vmm_cpu *total = sample_total_cpu(sample);
    struct sandbox sandbox = {
        .cpu_ratio = total == NULL ? NAN : sample_cpu_usage(sample, total).busy_gopsutil_ratio,
        .memory_used = sample->memory_usage.used_procps4_bytes,
        .memory_total = sample->memory_usage.total_bytes,
        .memory_cache = sample->memory_usage.cache_bytes,
        .disk_used = disk->used_bytes,
        .disk_used_e2b = disk->used_e2b_bytes,
        .disk_total = disk->total_bytes,
    };

    /* Without the row of all of them. */
    sandbox.cpus = total == NULL || sample->cpus.count == 1 ? VMM_UNKNOWN : sample->cpus.count - 1;
    return sandbox;
}

void format_print(struct json *out, const struct sample *sample, const struct full *full, const struct options *options)
{
    struct sandbox sandbox;

    switch (options->format) {
    case FORMAT_VM0:
        sandbox = sandbox_of(sample);
        sandbox_print_vm0(out, &sandbox);
        break;
    case FORMAT_E2B:
        sandbox = sandbox_of(sample);
        sandbox_print_e2b(out, &sandbox);
        break;
    case FORMAT_CLOUDWATCH:
        print_cloudwatch(out, facts_of(sample, full, options));
        break;
    case FORMAT_OTEL:
        print_otel(out, facts_of(sample, full, options));
        break;
    case FORMAT_PROMETHEUS:
        print_prometheus(out, facts_of(sample, full, options));
        break;
    case FORMAT_JSON:
        break;
    }
    flush(out);
}
