/* SPDX-License-Identifier: MIT */
/* vmm_mount_next() on any text, vmm_path_unescape() on any short path, into buffers of any size that matters to it, and
 * vmm_mount_of() and vmm_is_hidden() on any text and any short path.
 *
 * Entries: vmm_mount_next vmm_path_unescape vmm_mount_of vmm_is_hidden
 * Unroll: take_fields:100 is_on_path:1000 follow:100 skip_slashes:100 end_of_path:1000
 * Split: vmm_mount_next:0 take_fields:0 find_mount:0
 */
#include "eva.h"

#include "parse/path.h"

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

/* The path stands at the end of a block of its size, with a NUL as its last byte. */
static void holder(size_t length)
{
    struct vmm_text mounts = any_text(0, 128);
    char *path = any_block(length + 1);
    struct vmm_mount row;

    path[length] = '\0';
    vmm_mount_of(&mounts, path, &row, Frama_C_unsigned_long_interval(0, SIZE_MAX));
    free(path);
}

/* A mount point at the end of the text, and a path in a block of its size. */
static void hidden(size_t length)
{
    struct vmm_text mounts = any_text(0, 128);
    char *path = any_block(length + 1);
    struct vmm_mount mount = {0};

    mount.mount_id.start = mounts.pos;
    mount.mount_point.start = any_text(0, 4).pos;
    vmm_is_hidden(&mounts, &mount, path + 1, path + 1 + length);
    free(path);
}

static void refuse_holders(void)
{
    struct vmm_text text = any_text(0, LONGEST), unusable = unusable_text();
    struct vmm_mount row;

    vmm_mount_of(NULL, "/", &row, sizeof row);
    vmm_mount_of(&unusable, "/", &row, sizeof row);
    vmm_mount_of(&text, NULL, &row, sizeof row);
    vmm_mount_of(&text, "/", NULL, sizeof row);
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
    //@ loop unroll 64;
    for (size_t length = 0; length <= 4; length++)
        holder(length);
    //@ loop unroll 64;
    for (size_t length = 0; length <= 2; length++)
        hidden(length);
    refuse_holders();
    vmm_path_unescape(&none, buffer, sizeof buffer, NULL);
    vmm_path_unescape(NULL, buffer, sizeof buffer, NULL);
    vmm_path_unescape(&none, buffer, 0, NULL);
    vmm_path_unescape(&none, NULL, 0, NULL);
    return 0;
}
