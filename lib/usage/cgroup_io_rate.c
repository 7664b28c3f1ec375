/* A device's traffic for a cgroup, a second. */
#include "arithmetic.h"
#include "vmmetrics/cgroup_io.h"
#include "vmmetrics/counter.h"

#define RECORD struct vmm_cgroup_io_rate
#define MEMBERS(MEMBER)                                                                                                \
    MEMBER(major, COUNT, IDENTITY)                                                                                     \
    MEMBER(minor, COUNT, IDENTITY)                                                                                     \
    MEMBER(rbytes_per_second, BYTES_RATE, GAUGE)                                                                       \
    MEMBER(wbytes_per_second, BYTES_RATE, GAUGE)                                                                       \
    MEMBER(rios_per_second, RATE, GAUGE)                                                                               \
    MEMBER(wios_per_second, RATE, GAUGE)                                                                               \
    MEMBER(dbytes_per_second, BYTES_RATE, GAUGE)                                                                       \
    MEMBER(dios_per_second, RATE, GAUGE)
VMM_DESCRIBE(cgroup_io_rate, MEMBERS);

vmm_status vmm_cgroup_io_rate_between(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *after,
                                      int64_t elapsed_ns, struct vmm_cgroup_io_rate *out, size_t out_size)
{
    (void)before;
    (void)after;
    (void)elapsed_ns;
    return vmm_begin(out, out_size, sizeof *out) == 0 ? VMM_E_ARGUMENT : VMM_FIRST;
}
