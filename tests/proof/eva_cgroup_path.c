/* SPDX-License-Identifier: MIT */
/* vmm_cgroup_membership_next() on any text, and vmm_cgroup_path_of() on any two texts, with buffers of any size from 0 on.
 * A contract stands in the place of vmm_is_hidden(), which eva_mountinfo.c covers.
 *
 * Entries: vmm_cgroup_membership_next vmm_cgroup_path_of
 * Unroll: is_word:100 take_fields:100 join_paths:1000 vmm_cgroup_path_of:1000
 * Split: vmm_begin_view:0 vmm_begin_next:0 vmm_cgroup_membership_next:0 vmm_mount_next:0 take_fields:0
 * Elsewhere: vmm_reject
 * Without: parse/mount_of.c
 */
#include "eva.h"

#include "parse/path.h"

#define MEMBERSHIP 64
#define CONTROLLER 6

static char other_arena[MEMBERSHIP];

/*@ requires \valid_read(mounts) && \valid_read(mount);
    requires \initialized(&mount->mount_id.start) && \initialized(&mount->mount_point.start);
    requires mount->mount_point.start <= mounts->end;
    requires path <= end;
    assigns \result \from *mounts, *mount, path, end;
    ensures \result == 0 || \result == 1; */
bool vmm_is_hidden(const struct vmm_text *mounts, const struct vmm_mount *mount, const char *path, const char *end);

static void rows(void)
{
    struct vmm_text text = any_text(0, LONGEST);
    struct vmm_text unusable = unusable_text();
    struct vmm_cgroup_membership row;

    vmm_cgroup_membership_next(&text, &row, Frama_C_unsigned_long_interval(0, SIZE_MAX));
    check_text(&text);
    vmm_cgroup_membership_next(&unusable, &row, sizeof row);
    vmm_cgroup_membership_next(NULL, &row, sizeof row);
    vmm_cgroup_membership_next(&text, NULL, sizeof row);
}

/* The text of the first argument, in an arena of its own. */
static struct vmm_text any_membership(void)
{
    struct vmm_text text;

    Frama_C_make_unknown(other_arena, sizeof other_arena);
    text.end = other_arena + MEMBERSHIP;
    text.pos = other_arena + Frama_C_interval(0, MEMBERSHIP);
    text.error = NULL;
    return text;
}

/* The name of a controller, at the end of a block of its size. */
static void path(size_t length, size_t size)
{
    struct vmm_text membership = any_membership();
    struct vmm_text mounts = any_text(0, 128);
    char *controller = any_block(length + 1);
    char *buffer = size == 0 ? NULL : any_block(size);
    size_t needed;

    //@ loop unroll 64;
    for (size_t i = 0; i < length; i++)
        controller[i] = Frama_C_char_interval(1, 127);
    controller[length] = '\0';
    vmm_cgroup_path_of(&membership, &mounts, controller, buffer, size, &needed);
    free(buffer);
    free(controller);
}

static void refuse(void)
{
    struct vmm_text text = any_membership();
    struct vmm_text unusable = unusable_text();
    char buffer[8];

    vmm_cgroup_path_of(&unusable, &text, "cpu", buffer, sizeof buffer, NULL);
    vmm_cgroup_path_of(&text, &unusable, NULL, buffer, sizeof buffer, NULL);
    vmm_cgroup_path_of(NULL, &text, NULL, buffer, sizeof buffer, NULL);
    vmm_cgroup_path_of(&text, NULL, NULL, buffer, sizeof buffer, NULL);
    vmm_cgroup_path_of(&text, &text, NULL, NULL, sizeof buffer, NULL);
    vmm_cgroup_path_of(&text, &text, NULL, buffer, 0, NULL);
}

int main(void)
{
    rows();
    refuse();
    //@ loop unroll 64;
    for (size_t size = 0; size <= 20; size++)
        path(CONTROLLER, size);
    //@ loop unroll 64;
    for (size_t length = 0; length < CONTROLLER; length++)
        path(length, 16);
    return 0;
}
