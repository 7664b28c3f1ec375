/* /proc/diskstats: ` 254       0 vda 32 0 4096 0 ...`; and /proc/partitions, which has the size before the name. */
#include <string.h>

#include "../record/engine.h"
#include "../scan/scan.h"
#include "disk.h"

#define AT(member) offsetof(struct vmm_disk, member)

static const struct vmm_columns diskstats_columns = VMM_COLUMNS(struct vmm_disk, reads, flush_ms, true);

enum { NAME_BYTES = sizeof(((struct vmm_disk *)NULL)->name), NAME_END = AT(name) + NAME_BYTES };

/* A member; unknown where the record is too short to have it. */
static inline uint64_t load(const void *row, size_t size, size_t offset)
{
    return offset + sizeof(uint64_t) <= size ? *(const uint64_t *)(const void *)((const char *)row + offset)
                                             : VMM_UNKNOWN;
}

static inline void make_bytes(void *row, size_t size, size_t offset)
{
    vmm_store(row, size, offset, vmm_bytes_of_sectors(load(row, size, offset)));
}

/* How many columns there are from *p on to the end of the line, to which it moves. */
static unsigned count_columns(const char **p, const char *end)
{
    const char *at = *p;
    unsigned count = 0;

    for (;;) {
        at = vmm_skip_blanks(at, end);
        /* not reached: the end, before which there is the row's newline */
        if (at == end || *at == '\n')
            break;
        count++;
        /* not reached: the end, before which there is the row's newline */
        while (at != end && *at != '\n' && !vmm_is_blank(*at))
            at++;
    }
    *p = at;
    return count;
}

/*
 * Looks again at a line of which the eleventh number is not known. Four columns are those of a partition before 2.6.25:
 * reads, sectors read, writes, sectors written. What another number below eleven would mean, nobody knows.
 */
VMM_RARE static vmm_status arrange(struct vmm_text *text, const char *p, void *row, size_t size)
{
    unsigned count = count_columns(&p, text->end);

    if (count == 4) {
        vmm_store(row, size, AT(writes), load(row, size, AT(read_bytes)));
        vmm_store(row, size, AT(written_bytes), load(row, size, AT(read_ms)));
        vmm_store(row, size, AT(read_bytes), load(row, size, AT(reads_merged)));
        vmm_store(row, size, AT(reads_merged), VMM_UNKNOWN);
        vmm_store(row, size, AT(read_ms), VMM_UNKNOWN);
    } else if (count < 11) {
        return vmm_fail(text, p);
    }
    return VMM_OK;
}

vmm_status vmm_take_disk(struct vmm_text *text, const char *p, void *row, size_t size)
{
    vmm_status status = vmm_fill_columns(text, p, &diskstats_columns, row, size);

    if (status == VMM_OK && load(row, size, AT(weighted_io_ms)) == VMM_UNKNOWN)
        status = arrange(text, p, row, size);
    if (status != VMM_OK)
        return status;
    make_bytes(row, size, AT(read_bytes));
    make_bytes(row, size, AT(written_bytes));
    make_bytes(row, size, AT(discarded_bytes));
    /* Old kernels may print a number of 32 bits that is below zero without its sign. */
    if (load(row, size, AT(in_flight)) > INT32_MAX)
        vmm_store(row, size, AT(in_flight), VMM_UNKNOWN);
    return VMM_OK;
}

/* Each of these takes one column at p. Returns where it ends; NULL when a byte is wrong, with that byte in `error`. */

static const char *take_id(const char *p, const char *end, uint64_t *id, const char **error)
{
    p = vmm_skip_blanks(p, end);
    p = vmm_take_number(p, end, id, error);
    if (p == NULL || (p != end && vmm_is_blank(*p)))
        return p;
    *error = p;
    return NULL;
}

/* The name, into NAME_BYTES bytes that are zero. Only digits are none, but a row of unknown layout. */
static const char *take_name(const char *p, const char *end, char *name, const char **error)
{
    bool digits = true;

    *error = p;
    for (unsigned i = 0; p != end; i++, p++) {
        if (*p == '\n' || vmm_is_blank(*p))
            return digits ? NULL : p;
        if (*p == '\0' || i == NAME_BYTES - 1)
            break;
        digits = digits && vmm_is_digit(*p);
        name[i] = *p;
    }
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

/* Takes a row into a record whose first `size` bytes may be written. */
static vmm_status take_row(struct vmm_text *text, struct vmm_disk *row, size_t size)
{
    const char *end = text->end;
    const char *error = end;
    const char *p = skip_heading(text->pos, end, &error);
    char other_name[NAME_BYTES];
    char *name = row->name;
    uint64_t number = VMM_UNKNOWN;
    bool has_size = false;

    if (p == NULL)
        return vmm_fail(text, error);
    text->pos = p;
    if (p == end)
        return VMM_END;
    p = take_id(p, end, &number, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    vmm_store(row, size, AT(major), number);
    p = take_id(p, end, &number, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    vmm_store(row, size, AT(minor), number);
    p = vmm_skip_blanks(p, end);
    if (p != end && vmm_is_digit(*p)) {
        const char *after = vmm_take_number(p, end, &number, &error);

        /* not reached: NULL, as there is a digit */
        if (after != NULL && after != end && vmm_is_blank(*after)) {
            vmm_store(row, size, AT(size_bytes), vmm_bytes_of_kb(number));
            has_size = true;
            p = vmm_skip_blanks(after, end);
        }
    }
    if (size < NAME_END)
        name = other_name;
    p = take_name(p, end, name, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    if (has_size) {
        const char *after = vmm_skip_blanks(p, end);

        if (after != end && *after == '\n') {
            text->pos = after + 1;
            return VMM_OK;
        }
    }
    return vmm_take_disk(text, p, row, size);
}

/* Makes a row unknown. Returns how much of it may be written; 0 is VMM_E_ARGUMENT. */
static size_t begin(struct vmm_disk *row, size_t row_size)
{
    size_t size = vmm_begin(row, row_size, sizeof *row);

    if (size >= NAME_END)
        memset(row->name, 0, sizeof row->name);
    return size;
}

vmm_status vmm_disk_next(struct vmm_text *text, struct vmm_disk *row, size_t row_size)
{
    size_t size = begin(row, row_size);
    vmm_status status;

    if (!vmm_is_usable(text) || size == 0)
        return VMM_E_ARGUMENT;
    status = take_row(text, row, size);
    if (status != VMM_OK)
        begin(row, row_size);
    return status;
}
