/* A device's traffic for a cgroup between two rows of any content and size, against a reference. */
#include "usage.h"

#define MEMBER(name, falls)                                                                                            \
    {                                                                                                                  \
        offsetof(struct vmm_cgroup_io, name), 8, falls                                                                 \
    }
static const struct fuzz_member members[] = {
    MEMBER(major, false), MEMBER(minor, false), MEMBER(instance_id, false), MEMBER(rbytes, true), MEMBER(wbytes, true),
    MEMBER(rios, true),   MEMBER(wios, true),   MEMBER(dbytes, true),       MEMBER(dios, true),
};
enum { MEMBERS = sizeof members / sizeof members[0] };

static vmm_status reference(const struct fuzz_call *call, void *result)
{
    const struct vmm_cgroup_io *before = call->before, *after = call->after;
    struct vmm_cgroup_io_rate *out = result;
    uint64_t rbytes, wbytes, rios, wios, dbytes, dios;

    if (!ref_known(before->major) || !ref_known(before->minor) || !ref_known(after->major) || !ref_known(after->minor))
        return VMM_E_EMPTY;
    if (before->major != after->major || before->minor != after->minor ||
        ref_differ(before->instance_id, after->instance_id))
        return VMM_RESET;
    if (!ref_growth(before->rbytes, after->rbytes, &rbytes) || !ref_growth(before->wbytes, after->wbytes, &wbytes) ||
        !ref_growth(before->rios, after->rios, &rios) || !ref_growth(before->wios, after->wios, &wios) ||
        !ref_growth(before->dbytes, after->dbytes, &dbytes) || !ref_growth(before->dios, after->dios, &dios))
        return VMM_RESET;
    if (!ref_known(rbytes) && !ref_known(wbytes) && !ref_known(rios) && !ref_known(wios) && !ref_known(dbytes) &&
        !ref_known(dios))
        return VMM_E_EMPTY;
    out->major = after->major;
    out->minor = after->minor;
    ref_rate(&out->rbytes_per_second, rbytes, call->elapsed_ns);
    ref_rate(&out->wbytes_per_second, wbytes, call->elapsed_ns);
    ref_rate(&out->rios_per_second, rios, call->elapsed_ns);
    ref_rate(&out->wios_per_second, wios, call->elapsed_ns);
    ref_rate(&out->dbytes_per_second, dbytes, call->elapsed_ns);
    ref_rate(&out->dios_per_second, dios, call->elapsed_ns);
    return VMM_OK;
}

static vmm_status function(const struct fuzz_call *call, void *out, size_t out_size)
{
    return vmm_cgroup_io_rate_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct fuzz_side side = {sizeof(struct vmm_cgroup_io), members, MEMBERS};
    const struct fuzz_usage usage = {VMM_RECORD_CGROUP_IO_RATE,
                                     sizeof(struct vmm_cgroup_io_rate),
                                     side,
                                     side,
                                     true,
                                     true,
                                     function,
                                     reference,
                                     NULL};

    fuzz_usage(&usage, data, size);
    return 0;
}
