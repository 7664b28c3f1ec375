/* Stalled shares between two pressure files of any content and size, against a reference. */
#include <string.h>

#include "usage.h"

static const struct fuzz_member members[] = {
    {offsetof(struct vmm_pressure, some_total_usec), 8, true},
    {offsetof(struct vmm_pressure, full_total_usec), 8, true},
};
enum { MEMBERS = sizeof members / sizeof members[0] };

/* A tenth more than all of the time is for clock and counter that are not read at the same moment. */
static void set_share(double *member, uint64_t growth_usec, int64_t elapsed_ns)
{
    long double share = (long double)growth_usec * 1000 / (long double)elapsed_ns;

    if (!ref_known(growth_usec))
        return;
    if (ref_near(share, 1.1L))
        fuzz_unsure(member);
    else if (share < 1.1L)
        *member = share < 1 ? (double)share : 1;
}

static vmm_status reference(const struct fuzz_call *call, void *result)
{
    const struct vmm_pressure *before = call->before, *after = call->after;
    struct vmm_pressure_usage *out = result;
    uint64_t some, full;

    if (!ref_growth(before->some_total_usec, after->some_total_usec, &some) ||
        !ref_growth(before->full_total_usec, after->full_total_usec, &full))
        return VMM_RESET;
    if (!ref_known(some) && !ref_known(full))
        return VMM_E_EMPTY;
    set_share(&out->some_ratio, some, call->elapsed_ns);
    set_share(&out->full_ratio, full, call->elapsed_ns);
    return VMM_OK;
}

static vmm_status function(const struct fuzz_call *call, void *out, size_t out_size)
{
    return vmm_pressure_usage_between(call->before, call->after, call->elapsed_ns, out, out_size);
}

static void check(const struct fuzz_call *call, const void *out)
{
    struct vmm_pressure_usage usage;

    (void)call;
    memcpy(&usage, out, sizeof usage);
    CHECK(!ref_known_double(usage.some_ratio) || usage.some_ratio <= 1);
    CHECK(!ref_known_double(usage.full_ratio) || usage.full_ratio <= 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct fuzz_side side = {sizeof(struct vmm_pressure), members, MEMBERS};
    const struct fuzz_usage usage = {VMM_RECORD_PRESSURE_USAGE,
                                     sizeof(struct vmm_pressure_usage),
                                     side,
                                     side,
                                     true,
                                     true,
                                     function,
                                     reference,
                                     check};

    fuzz_usage(&usage, data, size);
    return 0;
}
