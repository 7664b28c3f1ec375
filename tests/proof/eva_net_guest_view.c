/* SPDX-License-Identifier: MIT */
/*
 * A guest's view of any record, of sizes in steps of STEP, into a block of its own, of each size, or in place.
 *
 * Entries: vmm_net_guest_view_of
 */
#include "eva.h"

static void view(size_t size, size_t out_size)
{
    struct vmm_net *net = size < 8 ? NULL : any_record(size);
    struct vmm_net *out = out_size == 0 ? NULL : any_block(out_size);

    vmm_net_guest_view_of(net, out, out_size);
    free(net);
    free(out);
}

static void in_place(size_t size)
{
    struct vmm_net *net = any_record(size);

    vmm_net_guest_view_of(net, net, size);
    free(net);
}

int main(void)
{
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_net); size += STEP) {
        view(size, sizeof(struct vmm_net));
        view(sizeof(struct vmm_net), size);
        if (size >= 8)
            in_place(size);
    }
    return 0;
}
