#include "vmmetrics/net.h"

#include "../record/engine.h"

#define RECORD struct vmm_net_rate
#define MEMBERS(MEMBER) MEMBER(ifindex, COUNT, IDENTITY)
VMM_DESCRIBE(net_rate, MEMBERS);

vmm_status vmm_net_rate_between(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                                struct vmm_net_rate *out, size_t out_size)
{
    (void)before;
    (void)after;
    (void)elapsed_ns;
    (void)out;
    (void)out_size;
    return VMM_E_ARGUMENT;
}

vmm_status vmm_net_guest_view(const struct vmm_net *net, struct vmm_net *out, size_t out_size)
{
    (void)net;
    (void)out;
    (void)out_size;
    return VMM_E_ARGUMENT;
}
