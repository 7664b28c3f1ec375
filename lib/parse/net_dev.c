/* SPDX-License-Identifier: MIT */
/* Rows of /proc/net/dev: `  eth0: 1 2 3`, and in old kernels `  eth0:1 2 3`. */
#include <string.h>

#include "../record/tables.h"
#include "../scan/scan.h"
#include "vmmetrics/net.h"

#define RECORD struct vmm_net

static const struct vmm_column net_dev_columns[] = {
    COLUMNS(rx_bytes, tx_compressed, NUMBER),
};
static const struct vmm_line net_dev_line = TABLE_OF_COLUMNS(net_dev_columns);

/* NET_NAME_BUFFER bytes keep a name and zeros after it. */
enum { NET_NAME_BYTES = sizeof(((RECORD *)NULL)->name), NET_NAME_BUFFER = 2 * NET_NAME_BYTES };

/* What a line is. */
enum net_dev_line_kind { NET_DEV_ROW, NET_DEV_HEADING, NET_DEV_WRONG };

/*
 * Where the word at p ends. `colon` receives the last colon in it: aliases have colons of their own. `wrong` receives the
 * first byte that cannot be in a name. Both are NULL where there is none.
 */
static inline const char *find_colon(const char *p, const char *end, const char **colon, const char **wrong)
{
    *colon = NULL;
    *wrong = NULL;
    for (; p != end; p++) {
        /* Most are letters and digits. */
        if (*p > ':')
            continue;
        if (*p > '/') {
            if (*p == ':')
                *colon = p;
            continue;
        }
        if (*p == '\n' || vmm_is_blank(*p))
            break;
        if (*wrong == NULL && (*p == '/' || *p == '\0'))
            *wrong = p;
    }
    return p;
}

/* Copies a name up to `last`. Returns `last`, or the byte for which there is no room. */
static inline const char *copy_net_name(const char *p, const char *last, const char *end, char name[NET_NAME_BUFFER])
{
    size_t length = (size_t)(last - p);

    if (length < NET_NAME_BYTES && end - p >= NET_NAME_BYTES) {
        memcpy(name, p, NET_NAME_BYTES);
        memset(name + length, 0, NET_NAME_BYTES);
        return last;
    }
    memset(name, 0, NET_NAME_BYTES);
    for (unsigned i = 0; i < NET_NAME_BYTES - 1 && p < last; i++, p++)
        name[i] = *p;
    return p;
}

/*
 * Says what the line at p is. `at` receives where the columns of a row begin, where the line after a heading begins, or
 * the byte that is wrong. The two lines of the heading have bars.
 */
static inline enum net_dev_line_kind take_net_name(const char *p, const char *end, char name[NET_NAME_BUFFER],
                                                   const char **at)
{
    const char *start = vmm_skip_blanks(p, end);
    const char *colon, *wrong, *copied;
    const char *word_end = find_colon(start, end, &colon, &wrong);

    *at = word_end;
    if (word_end == end)
        return NET_DEV_WRONG;
    if (colon == NULL) {
        const char *bar = start;

        while (bar != end && *bar != '\n' && *bar != '|')
            bar++;
        if (bar != end && *bar == '\n')
            return NET_DEV_WRONG;
        p = vmm_end_line(bar, end, at);
        if (p == NULL)
            return NET_DEV_WRONG;
        *at = p;
        return NET_DEV_HEADING;
    }
    copied = copy_net_name(start, wrong != NULL && wrong < colon ? wrong : colon, end, name);
    *at = copied;
    if (copied != colon || colon == start)
        return NET_DEV_WRONG;
    *at = colon + 1;
    return NET_DEV_ROW;
}

/* Moves to the next row and returns its columns. NULL if there is no row, with the status. */
static inline const char *next_net_columns(struct vmm_text *text, char name[NET_NAME_BUFFER], vmm_status *status)
{
    while (text->pos != text->end) {
        const char *at;
        enum net_dev_line_kind kind = take_net_name(text->pos, text->end, name, &at);

        if (kind == NET_DEV_ROW)
            return at;
        if (kind == NET_DEV_WRONG) {
            *status = vmm_fail(text, at);
            return NULL;
        }
        text->pos = at;
    }
    *status = VMM_END;
    return NULL;
}

vmm_status vmm_net_next(struct vmm_text *text, struct vmm_net *row, size_t row_size)
{
    size_t size;
    vmm_status status = vmm_begin_row(text, row, row_size, sizeof *row, VMM_RECORD_NET, &size);
    char name[NET_NAME_BUFFER];
    const char *error = NULL, *p = status != VMM_OK ? NULL : next_net_columns(text, name, &status);

    if (p != NULL) {
        error = text->end;
        p = vmm_take_aligned_columns(&net_dev_line, p, text->end, row, size, &error);
        status = vmm_end_row(text, p, error, &net_dev_line, row, row_size);
    }
    if (status != VMM_OK)
        memset(name, 0, NET_NAME_BYTES);
    if (row != NULL && row_size >= offsetof(RECORD, name) + NET_NAME_BYTES)
        memcpy(row->name, name, NET_NAME_BYTES);
    return status;
}

#undef RECORD
