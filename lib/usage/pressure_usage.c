/* SPDX-License-Identifier: MIT */
/* Which share of the time between two samples was stalled. */
#include "arithmetic.h"
#include "vmmetrics/pressure.h"

#define GREW(member) VMM_GREW(pressure, member)

/* The share that a growth has of the elapsed time. Clock and counter are not read at the same moment. */
static double stalled(uint64_t growth_usec, int64_t elapsed_ns)
{
    double share = (double)growth_usec * 1000 / (double)elapsed_ns;

    if (growth_usec == VMM_UNKNOWN || share > 1.1)
        return vmm_unknown_double();
    return share < 1 ? share : 1;
}

static vmm_status pressure_usage(const struct vmm_pressure *before, const struct vmm_pressure *after,
                                 int64_t elapsed_ns, struct vmm_pressure_usage *usage)
{
    vmm_status status = VMM_E_EMPTY;

    usage->some_ratio = stalled(GREW(some_total_usec), elapsed_ns);
    usage->full_ratio = stalled(GREW(full_total_usec), elapsed_ns);
    return status;
}

vmm_status vmm_pressure_usage_between(const struct vmm_pressure *before, const struct vmm_pressure *after,
                                      int64_t elapsed_ns, struct vmm_pressure_usage *out, size_t out_size)
{
    struct vmm_pressure_usage usage;
    vmm_status status =
        vmm_begin_between(before, after, elapsed_ns, VMM_RECORD_PRESSURE, &usage, VMM_RECORD_PRESSURE_USAGE);

    if (status == VMM_OK)
        status = pressure_usage(before, after, elapsed_ns, &usage);
    return vmm_give(status, VMM_RECORD_PRESSURE_USAGE, &usage, out, out_size);
}

#undef GREW
