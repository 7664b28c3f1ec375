/* SPDX-License-Identifier: MIT */
/* A device's traffic for a cgroup, a second. */
#include "arithmetic.h"
#include "vmmetrics/cgroup_io.h"

#define AT(member) offsetof(struct vmm_cgroup_io, member)
#define NOW(member) vmm_input(after, AT(member))
#define RATE(member) vmm_per_second(VMM_GREW(cgroup_io, member), elapsed_ns)

static bool has_device(const struct vmm_cgroup_io *sample)
{
    return vmm_is_number(vmm_input(sample, AT(major))) && vmm_is_number(vmm_input(sample, AT(minor)));
}

static vmm_status cgroup_io_usage(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *after,
                                  int64_t elapsed_ns, struct vmm_cgroup_io_usage *usage)
{
    vmm_status status = VMM_E_EMPTY;

    if (!has_device(before) || !has_device(after))
        return VMM_E_EMPTY;
    usage->major = NOW(major);
    usage->minor = NOW(minor);
    usage->read_bytes_per_second = RATE(read_bytes);
    usage->write_bytes_per_second = RATE(write_bytes);
    usage->reads_per_second = RATE(reads);
    usage->writes_per_second = RATE(writes);
    usage->discard_bytes_per_second = RATE(discard_bytes);
    usage->discards_per_second = RATE(discards);
    return status;
}

vmm_status vmm_cgroup_io_usage_between(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *after,
                                       int64_t elapsed_ns, struct vmm_cgroup_io_usage *out, size_t out_size)
{
    struct vmm_cgroup_io_usage usage;
    vmm_status status =
        vmm_begin_between(before, after, elapsed_ns, VMM_RECORD_CGROUP_IO, &usage, VMM_RECORD_CGROUP_IO_USAGE);

    if (status == VMM_OK)
        status = cgroup_io_usage(before, after, elapsed_ns, &usage);
    return vmm_give(status, VMM_RECORD_CGROUP_IO_USAGE, &usage, out, out_size);
}

#undef AT
#undef NOW
#undef RATE
