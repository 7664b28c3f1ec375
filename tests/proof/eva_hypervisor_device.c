/* SPDX-License-Identifier: MIT */
/*
 * vmm_hypervisor_device_next(): any text into a whole record, and a short one into blocks of other sizes; how much is read
 * depends on the text alone. What stands in values is proved by balloon.
 *
 * Entries: vmm_hypervisor_device_next
 * Unroll: vmm_skip_json_space:260
 * Elsewhere: vmm_fail
 */
#include "eva.h"

static void next(int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_hypervisor_device *row = size == 0 ? NULL : any_block(size);

    vmm_hypervisor_device_next(&text, row, size);
    check_text(&text);
    free(row);
}

static void refuse(void)
{
    struct vmm_text text = unusable_text();
    struct vmm_hypervisor_device row;

    vmm_hypervisor_device_next(&text, &row, sizeof row);
    vmm_hypervisor_device_next(NULL, &row, sizeof row);
}

int main(void)
{
    refuse();
    next(LONGEST, sizeof(struct vmm_hypervisor_device));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_hypervisor_device); size += 60)
        next(48, size);
    /* Where the name and the kind end. */
    next(48, 71);
    next(48, 72);
    next(48, 76);
    return 0;
}
