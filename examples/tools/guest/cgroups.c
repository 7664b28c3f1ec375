/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "cgroups.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../common/message.h"

struct guest_cgroup *cgroups_of(const struct options *options)
{
    struct guest_cgroup *cgroups = calloc(options->cgroup_count + 1, sizeof *cgroups);

    if (cgroups == NULL)
        fail("--cgroup", strerror(ENOMEM));
    for (size_t i = 0; i < options->cgroup_count; i++) {
        cgroups[i].name = options->cgroups[i].name;
        source_init_in(&cgroups[i].cpu_stat, &options->roots, options->cgroups[i].directory, "/cpu.stat");
    }
    return cgroups;
}

void cgroups_take(struct guest_cgroup *cgroups, const struct options *options)
{
    for (size_t i = 0; i < options->cgroup_count; i++) {
        struct guest_cgroup *cgroup = &cgroups[i];
        struct vmm_text text;

        vmm_record_init(VMM_RECORD_CGROUP, &cgroup->record, sizeof cgroup->record);
        if (source_read(&cgroup->cpu_stat, &text))
            source_check(&cgroup->cpu_stat,
                         vmm_record_read(&text, VMM_FILE_CGROUP_CPU_STAT, &cgroup->record, sizeof cgroup->record));
        else
            /* A cgroup that was made again under its path has other files. */
            file_close(&cgroup->cpu_stat.file);
    }
}
