/* SPDX-License-Identifier: MIT */
/* vmm_cgroup_scope_of() on any path of some lengths, without a NUL at its end, and any type.
 *
 * Entries: vmm_cgroup_scope_of
 * Unroll: components_of:100 component_ends_with:1000 is_number_of_thread:100
 */
#include "eva.h"

/* The path stands at the end of a block. */
static void scope(size_t length)
{
    struct vmm_text type = any_text(0, 20), unusable = unusable_text();
    char *path = any_block(length + 1);
    size_t found = vmm_cgroup_scope_of(path + 1, length, &type);

    //@ check found <= length;
    found = vmm_cgroup_scope_of(path + 1, length, NULL);
    //@ check found <= length;
    vmm_cgroup_scope_of(path + 1, length, &unusable);
    free(path);
}

int main(void)
{
    static const size_t lengths[] = {0, 1, 2, 7, 9, 16, 24};

    //@ loop unroll 16;
    for (unsigned i = 0; i < sizeof lengths / sizeof *lengths; i++)
        scope(lengths[i]);
    vmm_cgroup_scope_of(NULL, Frama_C_unsigned_long_interval(0, SIZE_MAX), NULL);
    return 0;
}
