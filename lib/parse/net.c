#include "vmmetrics/net.h"

#include "../record/engine.h"

#define RECORD struct vmm_net
#define MEMBERS(MEMBER) MEMBER(ifindex, COUNT, IDENTITY)
VMM_DESCRIBE(net, MEMBERS);

vmm_status vmm_net_read(uint32_t file_id, struct vmm_text *text, struct vmm_net *out, size_t out_size)
{
    (void)file_id;
    (void)text;
    (void)out;
    (void)out_size;
    return VMM_E_ARGUMENT;
}

vmm_status vmm_net_next(struct vmm_text *text, struct vmm_net *row, size_t row_size)
{
    (void)text;
    (void)row;
    (void)row_size;
    return VMM_E_ARGUMENT;
}
