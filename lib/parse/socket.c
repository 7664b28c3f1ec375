#include "vmmetrics/net.h"

#include "../record/engine.h"

#define RECORD struct vmm_socket
#define MEMBERS(MEMBER) MEMBER(state, COUNT, GAUGE)
VMM_DESCRIBE(socket, MEMBERS);

vmm_status vmm_socket_next(struct vmm_text *text, struct vmm_socket *row, size_t row_size)
{
    (void)text;
    (void)row;
    (void)row_size;
    return VMM_E_ARGUMENT;
}
