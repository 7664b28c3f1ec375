/* Rows of /proc/net/dev: `  eth0: 1 2 3`, and in old kernels `  eth0:1 2 3`. */
#include <string.h>

#include "../record/engine.h"
#include "../scan/scan.h"
#include "vmmetrics/net.h"

static const struct vmm_columns net_dev_columns = VMM_COLUMNS(struct vmm_net, rx_bytes, tx_compressed, false);

enum { NAME_BYTES = sizeof(((struct vmm_net *)NULL)->name) };

/*
 * Takes the name at p, which ends at the last colon of the line's first word: aliases have colons of their own, and old
 * kernels print no blank behind it. Returns where the columns begin; NULL when a byte is wrong, with that byte in `error`,
 * which is NULL in a line above the rows.
 */
static inline const char *take_name(const char *p, const char *end, char name[NAME_BYTES], const char **error)
{
    const char *start = vmm_skip_blanks(p, end);
    const char *colon = NULL, *wrong = NULL;
    unsigned length = 0, name_length = 0;

    memset(name, 0, NAME_BYTES);
    for (p = start; p != end; p++) {
        /* Letters and digits. */
        if (*p > '/' && *p != ':' && length < NAME_BYTES - 1) {
            name[length++] = *p;
            continue;
        }
        if (*p == '\n' || vmm_is_blank(*p))
            break;
        if (*p == ':') {
            colon = p;
            name_length = length;
        }
        if (length < NAME_BYTES - 1 && *p != '/' && *p != '\0')
            name[length++] = *p;
        else if (wrong == NULL)
            wrong = p;
    }
    *error = end;
    if (p == end)
        return NULL;
    if (colon == NULL) {
        const char *bar = start;

        while (bar != end && *bar != '\n' && *bar != '|')
            bar++;
        if (bar != end)
            *error = *bar == '|' ? NULL : p;
        return NULL;
    }
    if (colon == start || (wrong != NULL && wrong < colon)) {
        *error = colon == start ? colon : wrong;
        return NULL;
    }
    while (length > name_length)
        name[--length] = '\0';
    return colon + 1;
}

/* Goes on to the next row. NULL when there is none, with the status. */
static inline const char *next_columns(struct vmm_text *text, char name[NAME_BYTES], vmm_status *status)
{
    while (text->pos != text->end) {
        const char *error;
        const char *p = take_name(text->pos, text->end, name, &error);

        if (p != NULL)
            return p;
        if (error == NULL) {
            p = vmm_line_end(text->pos, text->end);
            error = p == text->end ? p : NULL;
        }
        if (error != NULL) {
            *status = vmm_fail(text, error);
            return NULL;
        }
        text->pos = p + 1;
    }
    *status = VMM_END;
    return NULL;
}

vmm_status vmm_net_next(struct vmm_text *text, struct vmm_net *row, size_t row_size)
{
    size_t size = vmm_begin_text(text, row, row_size, sizeof *row);
    vmm_status status = VMM_E_ARGUMENT;
    char name[NAME_BYTES];
    const char *p = size == 0 ? NULL : next_columns(text, name, &status);

    if (p != NULL)
        status = vmm_fill_aligned_columns(text, p, &net_dev_columns, row, row_size);
    if (status != VMM_OK)
        memset(name, 0, NAME_BYTES);
    if (row != NULL && row_size >= offsetof(struct vmm_net, name) + NAME_BYTES)
        memcpy(row->name, name, NAME_BYTES);
    return status;
}
