/* SPDX-License-Identifier: MIT */
/*
 * vmm_read_file() for the files of struct vmm_net: each file, in a call of its own, from any text into a whole record;
 * then shorter text into blocks of other sizes, for a file of each form: what is written depends on a member's offset and the size alone. No file is of lines.
 *
 * Entries: vmm_read_only_value vmm_read_net_speed
 * Elsewhere: vmm_read_keys vmm_take_values take_usual_lines take_usual_value vmm_take_key_near_end take_last_lines refuse_keys forget_keys
 * Elsewhere: vmm_search_key find_key_among
 * Elsewhere: find_key_near_end vmm_find_key vmm_begins_with vmm_begins_with_key vmm_begins_with_short_key vmm_store
 * Elsewhere: vmm_eight_digits vmm_is_blank vmm_lowest_bit vmm_load8
 * Elsewhere: vmm_non_digits vmm_skip_blanks vmm_take_number vmm_take_short_number vmm_is_digit vmm_load4
 * Elsewhere: take_last vmm_after_word take_scaled take_limit take_huge_limit take_negative_limit take_hundredths take_hundredths_limit take_list
 * Elsewhere: take_signed vmm_bits_of take_ones_limit take_address take_letter read_passing is_passed_over find_passed_over
 * Elsewhere: vmm_read_line vmm_forget_line vmm_forget vmm_end_line vmm_take_rest take_run take_last_run
 * Elsewhere: take_any_number is_required scale_members read_lines vmm_read_keys_from vmm_count_of vmm_ends_value
 * Elsewhere: vmm_scaled vmm_shifted vmm_skip_padding vmm_store_value
 */
#include "eva.h"

#include "parse/directories.h"

static void read(uint32_t id, int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_net *out = any_block(size);

    if (id == VMM_FILE_NET_SPEED)
        vmm_read_net_speed(&text, out, size);
    else
        vmm_read_file(&text, &vmm_net_directory.sources[id % 1000 - 1], out, size);
    check_text(&text);
    free(out);
}

int main(void)
{
    static const uint32_t some[] = {VMM_FILE_NET_STATISTICS_TX_COMPRESSED, VMM_FILE_NET_OPERSTATE, VMM_FILE_NET_DUPLEX,
                                    VMM_FILE_NET_SPEED, VMM_FILE_NET_FLAGS};

    //@ loop unroll 64;
    for (uint32_t id = VMM_FILE_NET_IFINDEX; id <= VMM_FILE_NET_GROUP; id++)
        read(id, 64, sizeof(struct vmm_net));
    //@ loop unroll 16;
    for (unsigned i = 0; i < sizeof some / sizeof *some; i++) {
        read(some[i], LONGEST, sizeof(struct vmm_net));
        //@ loop unroll 1024;
        for (size_t size = 16; size <= sizeof(struct vmm_net); size += 20)
            read(some[i], 48, size);
    }
    return 0;
}
