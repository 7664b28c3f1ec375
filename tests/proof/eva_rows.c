/* SPDX-License-Identifier: MIT */
/*
 * The growth of rows from samples of up to two rows, of any contents, each block exactly as long as the library is told:
 * records of block devices, whose kinds are decided, and of interfaces; any text as /proc/devices; sizes of rows and of the
 * result in steps. A record's own size may be anything.
 *
 * Entries: vmm_rows_growth
 * Split: vmm_key_next:0 next_line:0
 * Elsewhere: vmm_reject vmm_next_json_member vmm_find_json_member vmm_first_json_member vmm_end_json_line vmm_end_json_member vmm_skip_json_space
 * Elsewhere: vmm_take_json_string vmm_take_json_colon vmm_take_json_value next_member next_pair vmm_fail vmm_take_last_number
 * Elsewhere: mark_escapes find_quotes vmm_skip_json_members vmm_find_json_special vmm_has_leading_zero vmm_json_key_bit
 * Elsewhere: vmm_skip_usual_json_number has_newline_in vmm_json_specials
 * Elsewhere: is_hex_digit refuse_json take_digits take_escape take_fraction take_scalar vmm_take_json_number
 * Elsewhere: vmm_first_json_element vmm_next_json_element vmm_end_json_element next_element vmm_next_paired_lines after_same_word
 * Elsewhere: vmm_take_json_key vmm_take_usual_json_number vmm_eight_digits vmm_lowest_bit vmm_non_digits
 * Elsewhere: vmm_take_short_number
 * Unroll: sum_rows:10 find_row:10 are_rows_of:10
 */
#include "eva.h"

/* Eva relates no type to a record whose contents may be anything, so the type is set. */
static void *any_rows(uint64_t type, size_t count, size_t row_size)
{
    char *rows = any_block(count * row_size == 0 ? 8 : count * row_size);

    //@ loop unroll 4;
    for (size_t i = 0; i < count && row_size >= 16; i++)
        ((uint64_t *)(void *)(rows + i * row_size))[1] = type;
    return rows;
}

static void rows(uint64_t type, size_t before_count, size_t after_count, size_t row_size, size_t out_size)
{
    struct vmm_text devices = any_text(0, 40);
    struct vmm_rows before = {any_rows(type, before_count, row_size), before_count, row_size};
    struct vmm_rows after = {any_rows(type, after_count, row_size), after_count, row_size};
    void *out = out_size == 0 ? NULL : any_block(out_size);

    vmm_rows_growth((enum vmm_record_id)type, &before, &after, &devices, out, out_size);
    if (before_count == 2)
        vmm_rows_growth((enum vmm_record_id)type, NULL, &after, NULL, out, out_size);
    free((void *)before.rows);
    free((void *)after.rows);
    free(out);
}

int main(void)
{
    static const size_t sizes[] = {0, 8, 12, 16, offsetof(struct vmm_disk, name) + 8, sizeof(struct vmm_disk) + 16};
    struct vmm_text unusable = unusable_text();
    struct vmm_rows none = {NULL, 0, 0}, empty = {&none, 0, 0};
    struct vmm_net out;

    vmm_rows_growth(VMM_RECORD_NET, NULL, NULL, NULL, &out, sizeof out);
    vmm_rows_growth(VMM_RECORD_NET, &none, &none, NULL, &out, sizeof out);
    vmm_rows_growth(VMM_RECORD_NET, &none, &empty, NULL, &out, sizeof out);
    vmm_rows_growth(VMM_RECORD_NET, &empty, &empty, &unusable, &out, sizeof out);
    rows(VMM_RECORD_CGROUP_IO, 2, 2, sizeof(struct vmm_cgroup_io), sizeof(struct vmm_cgroup_io));
    rows(VMM_RECORD_DISK, 2, 2, sizeof(struct vmm_disk), sizeof(struct vmm_disk));
    rows(VMM_RECORD_NET, 1, 0, sizeof(struct vmm_net), sizeof(struct vmm_net));
    rows(VMM_RECORD_NET, 0, 1, sizeof(struct vmm_net), sizeof(struct vmm_net));
    rows(1000, 1, 1, sizeof(struct vmm_net), sizeof(struct vmm_net));
    //@ loop unroll 16;
    for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++)
        rows(VMM_RECORD_DISK, 1, 1, sizes[i], sizeof(struct vmm_disk));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_cgroup_io); size += 5 * STEP)
        rows(VMM_RECORD_CGROUP_IO, 1, 1, sizeof(struct vmm_cgroup_io), size);
    return 0;
}
