/* A device's traffic for a cgroup, a second. */
#include "arithmetic.h"
#include "vmmetrics/cgroup_io.h"

#define AT(member) offsetof(struct vmm_cgroup_io, member)
#define NOW(member) vmm_input(after, AT(member))
#define RATE(member) vmm_per_second(VMM_GREW(cgroup_io, member), elapsed_ns)

static bool has_device(const struct vmm_cgroup_io *sample)
{
    return vmm_is_known(vmm_input(sample, AT(major))) && vmm_is_known(vmm_input(sample, AT(minor)));
}

static vmm_status cgroup_io_rate(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *after,
                                 int64_t elapsed_ns, struct vmm_cgroup_io_rate *rate)
{
    vmm_status status = VMM_E_EMPTY;

    if (!has_device(before) || !has_device(after))
        return VMM_E_EMPTY;
    if (vmm_differ(before, after, AT(major)) || vmm_differ(before, after, AT(minor)) ||
        vmm_differ(before, after, AT(instance_id)))
        return VMM_RESET;
    rate->major = NOW(major);
    rate->minor = NOW(minor);
    rate->rbytes_per_second = RATE(rbytes);
    rate->wbytes_per_second = RATE(wbytes);
    rate->rios_per_second = RATE(rios);
    rate->wios_per_second = RATE(wios);
    rate->dbytes_per_second = RATE(dbytes);
    rate->dios_per_second = RATE(dios);
    return status;
}

vmm_status vmm_cgroup_io_rate_between(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *after,
                                      int64_t elapsed_ns, struct vmm_cgroup_io_rate *out, size_t out_size)
{
    struct vmm_cgroup_io_rate rate;
    vmm_status status = vmm_begin_between(before, after, elapsed_ns, NULL, &rate, sizeof rate);

    if (status == VMM_OK)
        status = cgroup_io_rate(before, after, elapsed_ns, &rate);
    return vmm_give(status, &rate, sizeof rate, out, out_size);
}

#undef AT
#undef NOW
#undef RATE
