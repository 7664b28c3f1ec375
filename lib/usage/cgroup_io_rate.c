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

/* The counters, and what each becomes. */
static const struct {
    uint16_t counter;
    uint16_t rate;
} counters[] = {
    {offsetof(struct vmm_cgroup_io, rbytes), offsetof(RECORD, rbytes_per_second)},
    {offsetof(struct vmm_cgroup_io, wbytes), offsetof(RECORD, wbytes_per_second)},
    {offsetof(struct vmm_cgroup_io, rios), offsetof(RECORD, rios_per_second)},
    {offsetof(struct vmm_cgroup_io, wios), offsetof(RECORD, wios_per_second)},
    {offsetof(struct vmm_cgroup_io, dbytes), offsetof(RECORD, dbytes_per_second)},
    {offsetof(struct vmm_cgroup_io, dios), offsetof(RECORD, dios_per_second)},
};
enum { COUNTERS = sizeof counters / sizeof counters[0] };

/* Whether both samples are of the same device and the same cgroup, as far as they say. */
static vmm_status compare(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *after)
{
    uint64_t major = vmm_input(before, offsetof(struct vmm_cgroup_io, major));
    uint64_t minor = vmm_input(before, offsetof(struct vmm_cgroup_io, minor));
    uint64_t id = vmm_input(before, offsetof(struct vmm_cgroup_io, instance_id));
    uint64_t after_major = vmm_input(after, offsetof(struct vmm_cgroup_io, major));
    uint64_t after_minor = vmm_input(after, offsetof(struct vmm_cgroup_io, minor));
    uint64_t after_id = vmm_input(after, offsetof(struct vmm_cgroup_io, instance_id));

    if (!vmm_is_known(major) || !vmm_is_known(minor) || !vmm_is_known(after_major) || !vmm_is_known(after_minor))
        return VMM_E_EMPTY;
    if (major != after_major || minor != after_minor)
        return VMM_RESET;
    return id != after_id && vmm_is_known(id) && vmm_is_known(after_id) ? VMM_RESET : VMM_OK;
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
    vmm_store(out, size, offsetof(RECORD, major), vmm_input(after, offsetof(struct vmm_cgroup_io, major)));
    vmm_store(out, size, offsetof(RECORD, minor), vmm_input(after, offsetof(struct vmm_cgroup_io, minor)));
    for (unsigned i = 0; i < COUNTERS; i++)
        vmm_store_rate(out, size, counters[i].rate, growth[i], elapsed_ns);
    return VMM_OK;
}
