/* Which share of the time between two samples was stalled. */
#include "arithmetic.h"
#include "vmmetrics/counter.h"
#include "vmmetrics/pressure.h"

#define RECORD struct vmm_pressure_usage

/* Stores the share that a growth has of the elapsed time. Clock and counter are never read at the very same moment. */
static void store_share(void *out, size_t size, size_t offset, uint64_t growth_usec, int64_t elapsed_ns)
{
    double share = (double)growth_usec * 1000 / (double)elapsed_ns;

    if (growth_usec != VMM_UNKNOWN && share <= 1.1)
        vmm_store_double(out, size, offset, share < 1 ? share : 1);
}

vmm_status vmm_pressure_usage_between(const struct vmm_pressure *before, const struct vmm_pressure *after,
                                      int64_t elapsed_ns, struct vmm_pressure_usage *out, size_t out_size)
{
    size_t size = vmm_begin(out, out_size, sizeof *out);
    uint64_t some, full;
    vmm_status some_status, full_status;

    if (size == 0 || after == NULL)
        return VMM_E_ARGUMENT;
    if (before == NULL || before->size == 0)
        return VMM_FIRST;
    if (elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    some_status =
        vmm_counter_between(vmm_input(before, offsetof(struct vmm_pressure, some_total_usec)),
                            vmm_input(after, offsetof(struct vmm_pressure, some_total_usec)), VMM_WIDTH_64, &some);
    full_status =
        vmm_counter_between(vmm_input(before, offsetof(struct vmm_pressure, full_total_usec)),
                            vmm_input(after, offsetof(struct vmm_pressure, full_total_usec)), VMM_WIDTH_64, &full);
    if (some_status == VMM_RESET || full_status == VMM_RESET)
        return VMM_RESET;
    if (some_status != VMM_OK && full_status != VMM_OK)
        return VMM_E_EMPTY;
    store_share(out, size, offsetof(RECORD, some_ratio), some, elapsed_ns);
    store_share(out, size, offsetof(RECORD, full_ratio), full, elapsed_ns);
    return VMM_OK;
}
