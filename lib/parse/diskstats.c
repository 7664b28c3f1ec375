/* /proc/diskstats: ` 254       0 vda 32 0 4096 0 ...`; and /proc/partitions, which has the size before the name. */
#include <string.h>

#include "../record/engine.h"
#include "../scan/scan.h"
#include "disk.h"

#define RECORD struct vmm_disk

static const struct vmm_columns columns = VMM_COLUMNS(reads, flush_ms);

/* Where the name ends. A record that ends inside it does without. */
enum { NAME_END = offsetof(struct vmm_disk, name) + sizeof(((struct vmm_disk *)NULL)->name) };

size_t vmm_begin_disk(void *row, size_t row_size)
{
    size_t size = vmm_begin(row, row_size, sizeof(struct vmm_disk));

    if (size >= NAME_END)
        memset((char *)row + offsetof(struct vmm_disk, name), 0, NAME_END - offsetof(struct vmm_disk, name));
    return size;
}

/* How many columns there are from *p on to the end of the line, to which it moves. */
static unsigned count_columns(const char **p, const char *end)
{
    const char *at = *p;
    unsigned count = 0;

    for (;;) {
        at = vmm_skip_blanks(at, end);
        if (at == end || *at == '\n')
            break;
        count++;
        while (at != end && *at != '\n' && !vmm_is_blank(*at))
            at++;
    }
    *p = at;
    return count;
}

/*
 * Looks again at a line of which the eleventh number is not known. Four columns are those of a partition before
 * 2.6.25: reads, sectors read, writes, sectors written. What another number below eleven would mean, nobody knows.
 */
VMM_RARE static vmm_status arrange(struct vmm_text *text, const char *p, struct vmm_disk *row)
{
    unsigned count = count_columns(&p, text->end);

    if (count == 4) {
        row->writes = row->read_bytes;
        row->written_bytes = row->read_ms;
        row->read_bytes = row->reads_merged;
        row->reads_merged = VMM_UNKNOWN;
        row->read_ms = VMM_UNKNOWN;
    } else if (count < 11) {
        return vmm_fail(text, p);
    }
    return VMM_OK;
}

vmm_status vmm_fill_disk(struct vmm_text *text, const char *p, struct vmm_disk *row)
{
    vmm_status status = vmm_fill_columns(text, p, &columns, row, sizeof *row);

    if (status == VMM_OK && row->weighted_io_ms == VMM_UNKNOWN)
        status = arrange(text, p, row);
    if (status != VMM_OK)
        return status;
    row->read_bytes = vmm_bytes_of_sectors(row->read_bytes);
    row->written_bytes = vmm_bytes_of_sectors(row->written_bytes);
    row->discarded_bytes = vmm_bytes_of_sectors(row->discarded_bytes);
    /* Old kernels may print a number of 32 bits that is below zero without its sign. */
    if (row->in_flight > INT32_MAX)
        row->in_flight = VMM_UNKNOWN;
    return VMM_OK;
}

/* Each of these takes one column at p. Returns where it ends; NULL when a byte is wrong, with that byte in `error`. */

static const char *take_id(const char *p, const char *end, uint64_t *id, const char **error)
{
    const char *after;

    p = vmm_skip_blanks(p, end);
    after = vmm_take_number(p, end, id);
    if (after == NULL) {
        *error = vmm_not_a_number(p, end);
    } else if (after == end || !vmm_is_blank(*after)) {
        *error = after;
        after = NULL;
    }
    return after;
}

/* The name, into bytes that are zero. Only digits are none, but a row of unknown layout. */
static const char *take_name(const char *p, const char *end, char name[sizeof((struct vmm_disk){0}.name)],
                             const char **error)
{
    bool digits = true;

    *error = p;
    for (size_t i = 0; i < sizeof((struct vmm_disk){0}.name); i++, p++) {
        if (p == end)
            break;
        if (*p == '\n' || vmm_is_blank(*p)) {
            if (!digits)
                return p;
            break;
        }
        if (*p == '\0' || i == sizeof((struct vmm_disk){0}.name) - 1) {
            *error = p;
            break;
        }
        digits = digits && vmm_is_digit(*p);
        name[i] = *p;
    }
    if (p == end)
        *error = p;
    return NULL;
}

/* Passes over empty lines and the heading of /proc/partitions. */
static const char *skip_heading(const char *p, const char *end, const char **error)
{
    for (;;) {
        if (p != end && *p == 'm') {
            p = vmm_take_word(p, end, "major", 5, error);
            if (p == NULL)
                return NULL;
            p = vmm_line_end(p, end);
            if (p == end) {
                *error = p;
                return NULL;
            }
        }
        if (p == end || *p != '\n')
            return p;
        p++;
    }
}

/* Takes a row into a whole record, which is unknown yet. */
static vmm_status take_row(struct vmm_text *text, struct vmm_disk *row)
{
    const char *end = text->end;
    const char *error = end;
    const char *p = skip_heading(text->pos, end, &error);
    bool sized = false;

    if (p == NULL)
        return vmm_fail(text, error);
    if (p == end) {
        text->pos = p;
        return VMM_END;
    }
    p = take_id(p, end, &row->major, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    p = take_id(p, end, &row->minor, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    p = vmm_skip_blanks(p, end);
    if (p != end && vmm_is_digit(*p)) {
        uint64_t blocks;
        const char *after = vmm_take_number(p, end, &blocks);

        if (after != NULL && after != end && vmm_is_blank(*after)) {
            row->size_bytes = vmm_bytes_of_kb(blocks);
            sized = true;
            p = vmm_skip_blanks(after, end);
        }
    }
    p = take_name(p, end, row->name, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    if (sized) {
        const char *line_end = vmm_skip_blanks(p, end);

        if (line_end != end && *line_end == '\n') {
            text->pos = line_end + 1;
            return VMM_OK;
        }
    }
    return vmm_fill_disk(text, p, row);
}

/* A row for a caller of another age. */
VMM_RARE static vmm_status next_shorter(struct vmm_text *text, struct vmm_disk *row, size_t size)
{
    struct vmm_disk whole;
    const uint64_t *words = (const uint64_t *)(const void *)&whole;
    vmm_status status;

    vmm_begin_disk(&whole, sizeof whole);
    status = take_row(text, &whole);
    if (status != VMM_OK)
        return status;
    for (size_t i = 1; i < sizeof whole / sizeof *words; i++) {
        size_t offset = i * sizeof *words;

        if (size >= NAME_END || offset < offsetof(struct vmm_disk, name))
            vmm_store(row, size, offset, words[i]);
    }
    return VMM_OK;
}

vmm_status vmm_disk_next(struct vmm_text *text, struct vmm_disk *row, size_t row_size)
{
    size_t size = vmm_begin_disk(row, row_size);
    vmm_status status;

    if (!vmm_is_usable(text) || size == 0)
        return VMM_E_ARGUMENT;
    if (size < sizeof *row)
        return next_shorter(text, row, size);
    status = take_row(text, row);
    if (status != VMM_OK)
        vmm_begin_disk(row, row_size);
    return status;
}
