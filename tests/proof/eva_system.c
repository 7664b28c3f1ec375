/* SPDX-License-Identifier: MIT */
/*
 * vmm_read_file() for the files of struct vmm_system: both files, each in calls of its own, from any text into blocks of each size.
 *
 * Entries: vmm_read_line
 * Elsewhere: take_only_value vmm_read_only_value take_usual_only_value vmm_forget vmm_store find_key_among find_key_near_end vmm_take_key_near_end take_last_lines
 * Elsewhere: vmm_search_key vmm_begins_with vmm_find_key forget_keys read_lines refuse_keys take_usual_lines
 * Elsewhere: take_usual_value vmm_read_keys vmm_read_keys_from vmm_take_values vmm_count_of vmm_begins_with_key
 * Elsewhere: vmm_begins_with_short_key newline_at vmm_line_end vmm_eight_digits vmm_lowest_bit vmm_non_digits
 * Elsewhere: vmm_take_short_number vmm_skip_padding vmm_skip_blanks
 */
#include "eva.h"

#include "parse/directories.h"

static void read(uint32_t id, int longest, size_t size)
{
    struct vmm_text text = any_text(0, longest);
    struct vmm_system *out = any_block(size);

    vmm_read_file(&text, &vmm_system_directory.sources[id % 1000 - 1], out, size);
    check_text(&text);
    free(out);
}

int main(void)
{
    //@ loop unroll 4;
    for (uint32_t id = VMM_FILE_SYSTEM_LOADAVG; id <= VMM_FILE_SYSTEM_UPTIME; id++) {
        read(id, LONGEST, sizeof(struct vmm_system));
        //@ loop unroll 1024;
        for (size_t size = 16; size <= sizeof(struct vmm_system); size += STEP)
            read(id, 64, size);
    }
    return 0;
}
