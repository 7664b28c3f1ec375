/* SPDX-License-Identifier: MIT */
/* vmm_mount_next() on any text, and vmm_path_unescape() on any short path, into buffers of any size that matters to it.
 *
 * Entries: vmm_mount_next vmm_path_unescape
 * Unroll: take_fields:100
 * Split: vmm_mount_next:0 take_fields:0
 */
#include "eva.h"

static void rows(void)
{
    struct vmm_text text = any_text(0, LONGEST);
    struct vmm_text unusable = unusable_text();
    struct vmm_mount row;

    vmm_mount_next(&text, &row, Frama_C_unsigned_long_interval(0, SIZE_MAX));
    check_text(&text);
    vmm_mount_next(&unusable, &row, sizeof row);
    vmm_mount_next(NULL, &row, sizeof row);
    vmm_mount_next(&text, NULL, sizeof row);
}

/* The path stands at the end of a block of its size. */
static void unescape(size_t length, size_t size)
{
    char *bytes = any_block(length + 1);
    char *buffer = size == 0 ? NULL : any_block(size);
    size_t needed;
    struct vmm_span path = {bytes + 1, length};

    vmm_path_unescape(&path, buffer, size, &needed);
    free(buffer);
    free(bytes);
}

int main(void)
{
    struct vmm_span none = {NULL, 0};
    char buffer[8];

    rows();
    //@ loop unroll 64;
    for (size_t length = 0; length <= 9; length++)
        //@ loop unroll 64;
        for (size_t size = 0; size <= 11; size++)
            unescape(length, size);
    vmm_path_unescape(&none, buffer, sizeof buffer, NULL);
    vmm_path_unescape(NULL, buffer, sizeof buffer, NULL);
    vmm_path_unescape(&none, buffer, 0, NULL);
    vmm_path_unescape(&none, NULL, 0, NULL);
    return 0;
}
