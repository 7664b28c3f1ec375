/* A device's traffic for a cgroup, a second. */
#include "arithmetic.h"
#include "vmmetrics/cgroup_io.h"
#include "vmmetrics/counter.h"

#define RECORD struct vmm_cgroup_io_rate

#define AT(member) offsetof(struct vmm_cgroup_io, member)

/* The counters, and what each becomes. */
static const struct {
    uint16_t counter;
    uint16_t rate;
} counters[] = {
    {AT(rbytes), offsetof(RECORD, rbytes_per_second)}, {AT(wbytes), offsetof(RECORD, wbytes_per_second)},
    {AT(rios), offsetof(RECORD, rios_per_second)},     {AT(wios), offsetof(RECORD, wios_per_second)},
    {AT(dbytes), offsetof(RECORD, dbytes_per_second)}, {AT(dios), offsetof(RECORD, dios_per_second)},
};
enum { COUNTERS = sizeof counters / sizeof counters[0] };

static bool has_device(const struct vmm_cgroup_io *sample)
{
    return vmm_is_known(vmm_input(sample, AT(major))) && vmm_is_known(vmm_input(sample, AT(minor)));
}

/* Whether both samples are of the same device and the same cgroup, as far as they say. */
static vmm_status compare(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *after)
{
    if (!has_device(before) || !has_device(after))
        return VMM_E_EMPTY;
    return vmm_differ(before, after, AT(major)) || vmm_differ(before, after, AT(minor)) ||
                   vmm_differ(before, after, AT(instance_id))
               ? VMM_RESET
               : VMM_OK;
}

vmm_status vmm_cgroup_io_rate_between(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *after,
                                      int64_t elapsed_ns, struct vmm_cgroup_io_rate *out, size_t out_size)
{
    size_t size = vmm_begin(out, out_size, sizeof *out);
    uint64_t growth[COUNTERS];
    bool known = false;
    vmm_status status;

    if (size == 0 || after == NULL)
        return VMM_E_ARGUMENT;
    if (before == NULL || before->size == 0)
        return VMM_FIRST;
    if (elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    status = compare(before, after);
    if (status != VMM_OK)
        return status;
    for (unsigned i = 0; i < COUNTERS; i++) {
        status = vmm_counter_between(vmm_input(before, counters[i].counter), vmm_input(after, counters[i].counter),
                                     VMM_WIDTH_64, &growth[i]);
        if (status == VMM_RESET)
            return VMM_RESET;
        if (status == VMM_OK)
            known = true;
    }
    if (!known)
        return VMM_E_EMPTY;
    vmm_store(out, size, offsetof(RECORD, major), vmm_input(after, AT(major)));
    vmm_store(out, size, offsetof(RECORD, minor), vmm_input(after, AT(minor)));
    for (unsigned i = 0; i < COUNTERS; i++)
        vmm_store_rate(out, size, counters[i].rate, growth[i], elapsed_ns);
    return VMM_OK;
}
