/* SPDX-License-Identifier: MIT */
#include "row_list.h"

bool vmm_are_rows_usable(const void *rows, size_t row_size)
{
    return rows != NULL && row_size >= 2 * sizeof(uint64_t) && row_size % sizeof(uint64_t) == 0;
}

void vmm_row_list_seek(struct vmm_row_list *list, uint64_t least)
{
    const char *row = list->is_ordered ? list->row : list->rows;

    list->id = VMM_UNKNOWN;
    for (; row != list->end; row += list->row_size) {
        uint64_t id = vmm_row_list_member(list, row, list->id_offset);

        if (!vmm_is_number(id) || id < least || id >= list->id)
            continue;
        list->id = id;
        list->row = row;
        if (list->is_ordered)
            break;
    }
}

static bool are_rows_ordered(const struct vmm_row_list *list)
{
    uint64_t last = 0;

    for (const char *row = list->rows; row != list->end; row += list->row_size) {
        uint64_t id = vmm_row_list_member(list, row, list->id_offset);

        if (!vmm_is_number(id))
            continue;
        if (id < last)
            return false;
        last = id;
    }
    return true;
}

struct vmm_row_list vmm_row_list_of(const void *rows, size_t count, size_t row_size, size_t id_offset)
{
    struct vmm_row_list list = {NULL, NULL, 0, id_offset, false, NULL, VMM_UNKNOWN};

    if (rows == NULL || count == 0)
        return list;
    list.rows = list.row = (const char *)rows;
    list.end = list.rows + count * row_size;
    list.row_size = row_size;
    list.is_ordered = are_rows_ordered(&list);
    vmm_row_list_seek(&list, 0);
    return list;
}
