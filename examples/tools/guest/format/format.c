/* SPDX-License-Identifier: MIT */
#include "format.h"

#include "../../common/format/format.h"
#include "../../common/format/sandbox.h"
#include "../../common/message.h"

static struct sandbox sandbox_of(const struct sample *sample)
{
    const struct vmm_filesystem_usage *disk = &sample->filesystems[0].usage;
    struct sandbox sandbox = {
        .cpu_ratio = sample_usage(sample).busy_gopsutil_ratio,
        .cpus = sample_cpus(sample),
        .memory_used = sample->memory_usage.used_procps4_bytes,
        .memory_total = sample->memory_usage.total_bytes,
        .memory_cache = sample->memory_usage.cache_bytes,
        .disk_used = disk->used_bytes,
        .disk_used_e2b = disk->used_e2b_bytes,
        .disk_total = disk->total_bytes,
    };

    return sandbox;
}

void format_print(struct json *out, const struct sample *sample, const struct full *full, const struct options *options)
{
    if (options->format == FORMAT_VM0 || options->format == FORMAT_E2B) {
        struct sandbox sandbox = sandbox_of(sample);

        format_sandbox(out, options->format, &sandbox);
    } else {
        const struct facts *facts = facts_of(sample, full, options);

        format_things(out, options->format, facts->things, KINDS, 1, facts->time_ns);
    }
    flush(out);
}
