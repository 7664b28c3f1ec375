/* SPDX-License-Identifier: MIT */
/* Numbers in order, in a line. */
#include "tables.h"

/* Where the numbers taken so far end, and the member after the last of them. */
struct vmm_run {
    const char *p;
    uint64_t *slot;
};

/*
 * Takes usual numbers, one blank before each, from the blank at p up to the first other number, into members in a row up to `last`.
 */
VMM_INLINE struct vmm_run take_run(const char *p, const char *end, uint64_t *slot, const uint64_t *last)
{
    struct vmm_run run = {p, slot};

    /* Room for 15 digits and the byte after them. */
    if (end - p >= 18) {
        const char *number = p + 1;
        const char *safe = end - 17;

        do {
            uint64_t value;
            const char *after = vmm_take_short_number(number, &value);

            if (after == NULL)
                break;
            if (*after != ' ') {
                if (*after == '\n') {
                    *slot++ = value;
                    number = after + 1;
                }
                break;
            }
            *slot++ = value;
            number = after + 1;
        } while (slot < last && number <= safe);
        run.p = number - 1;
        run.slot = slot;
    }
    return run;
}

/* The same near the end of the text: takes numbers of one digit, with one or several blanks before each. */
/* NOLINTNEXTLINE(readability-non-const-parameter): what is returned is written through. */
VMM_INLINE struct vmm_run take_last_run(const char *p, const char *end, uint64_t *slot, const uint64_t *last)
{
    struct vmm_run run = {p, slot};

    while (run.slot < last && end - run.p >= 3 && *run.p == ' ') {
        const char *number = run.p + 1;

        if (*number == ' ')
            number = vmm_skip_blanks(number, end);
        if (end - number < 2 || !vmm_is_digit(number[0]) || !(number[1] == ' ' || number[1] == '\n'))
            break;
        *run.slot++ = (uint64_t)(number[0] - '0');
        run.p = number + 1;
    }
    return run;
}

/* Converts a member to its unit. */
static inline void scale_member(const struct vmm_scale *scale, void *out)
{
    uint64_t *slot = (uint64_t *)(void *)((char *)out + scale->offset);

    *slot = vmm_shifted(*slot, scale->bits);
}

/* The same for all members of a line that lie within the record. */
static inline void scale_members(const struct vmm_line *line, void *out, size_t size)
{
    for (unsigned k = 0; k < line->scale_count; k++)
        if (line->scales[k].offset + sizeof(uint64_t) <= size)
            scale_member(&line->scales[k], out);
}

/* The same for a row whose members all lie within the record. */
static vmm_status end_scaled_row(const struct vmm_line *line, void *out)
{
    const struct vmm_scale *last = line->scales + line->scale_count;

    for (const struct vmm_scale *scale = line->scales; scale != last; scale++)
        scale_member(scale, out);
    return VMM_OK;
}

/* Whether number i of row k must be there. */
static bool is_required(const struct vmm_line *line, unsigned k, unsigned i)
{
    while (k != 0)
        i += line->columns[--k].count;
    return i < line->least;
}

/*
 * Takes number i of row k in any form. Returns where the number ends; NULL when a byte is wrong, with that byte in
 * `error`.
 */
VMM_RARE static const char *take_any_number(const struct vmm_line *line, unsigned k, unsigned i, const char *p,
                                            const char *end, void *out, size_t size, const char **error)
{
    const struct vmm_column *column = &line->columns[k];
    size_t offset = column->offset + i * sizeof(uint64_t);
    bool follows_delimiter =
        i == 0 && k != 0 && line->columns[k - 1].delimiter != ' ' && p[-1] == line->columns[k - 1].delimiter;
    uint64_t value = VMM_UNKNOWN;

    if (!line->checks_all && offset + sizeof(uint64_t) > size)
        return p;
    /* A slash joins two numbers. */
    if (!(follows_delimiter && p[-1] == '/'))
        p = vmm_skip_blanks(p, end);
    /* Fewer numbers than known leave members unknown. */
    if (p != end && *p == '\n' && !follows_delimiter && !is_required(line, k, i)) {
        vmm_store(out, size, offset, VMM_UNKNOWN);
        return p;
    }
    p = vmm_take_value(column->form, p, end, &value, error);
    if (p == NULL)
        return NULL;
    if (column->delimiter == ' ' ? !vmm_ends_value(p, end) : p == end || *p != column->delimiter) {
        *error = p;
        return NULL;
    }
    vmm_store_value(out, size, offset, value);
    return column->delimiter == ' ' ? p : p + 1;
}

const char *vmm_take_rest(const struct vmm_line *line, unsigned i, const char *p, const char *end, void *out,
                          size_t size, const char **error)
{
    bool is_whole = size == line->bytes;

    for (unsigned k = 0; k < line->count; k++, i = 0) {
        const struct vmm_column *column = &line->columns[k];
        uint64_t *slot = (uint64_t *)(void *)((char *)out + column->offset);
        bool may_be_usual = is_whole && column->form <= VMM_FORM_LAST_PLAIN && column->delimiter == ' ' &&
                            (k == 0 || column[-1].delimiter == ' ');

        for (; i < column->count; i++) {
            if (may_be_usual && end - p >= 3 && *p == ' ') {
                const uint64_t *last = slot + column->count;
                struct vmm_run run = take_run(p, end, slot + i, last);

                run = take_last_run(run.p, end, run.slot, last);
                p = run.p;
                if (column->form == VMM_FORM_SIGNED)
                    for (uint64_t *taken = slot + i; taken < run.slot; taken++)
                        *taken = vmm_bits_of((double)(int64_t)*taken);
                i = (unsigned)(run.slot - slot);
                if (i == column->count)
                    break;
            }
            p = take_any_number(line, k, i, p, end, out, size, error);
            if (p == NULL)
                return NULL;
        }
    }
    scale_members(line, out, size);
    return p;
}

const char *vmm_take_aligned_columns(const struct vmm_line *line, const char *p, const char *end, void *out,
                                     size_t size, const char **error)
{
    const struct vmm_column *column = line->columns;
    uint64_t *first = (uint64_t *)(void *)((char *)out + column->offset);
    uint64_t *slot = first;
    const uint64_t *last = first + column->count;

    if (size != line->bytes)
        return vmm_take_rest(line, 0, p, end, out, size, error);
    /* Room for up to 7 blanks, 15 digits and the byte after them. */
    while (slot < last && end - p >= 24) {
        uint64_t word = vmm_load8(p);
        uint64_t others = word ^ VMM_BYTES(' ');
        const char *number, *after;
        unsigned mark;

        if (others == 0) {
            p += 8;
            continue;
        }
        mark = vmm_lowest_bit(others);
        number = p + mark / 8;
        word >>= mark / 8 * 8;
        /* Most columns are one digit. */
        if ((word & 0xff00) == (uint64_t)' ' << 8 && (word & 0xff) - '0' <= 9) {
            *slot++ = (word & 0xff) - '0';
            p = number + 1;
            continue;
        }
        after = vmm_take_short_number(number, slot);
        if (after == NULL || !(*after == ' ' || *after == '\n'))
            break;
        slot++;
        p = after;
        if (*p == '\n')
            break;
    }
    return slot == last ? p : vmm_take_rest(line, (unsigned)(slot - first), p, end, out, size, error);
}

vmm_status vmm_end_row(struct vmm_text *text, const char *p, const char *error, const struct vmm_line *line, void *out,
                       size_t out_size)
{
    p = vmm_end_line(p, text->end, &error);
    if (p == NULL)
        return vmm_refuse(text, error, out, line->is_part ? 0 : out_size, line->bytes);
    text->pos = p;
    return VMM_OK;
}

static inline uint64_t *first_slot(const struct vmm_line *line, void *out)
{
    return (uint64_t *)(void *)((char *)out + line->columns->offset);
}

/* Ends a call for a row whose numbers are all taken, at its newline. */
VMM_INLINE vmm_status end_usual_row(struct vmm_text *text, const char *newline, const struct vmm_line *line, void *out)
{
    text->pos = newline + 1;
    return line->scale_count == 0 ? VMM_OK : end_scaled_row(line, out);
}

/* Takes the rest of a row from p on. The members before `slot` are taken. */
VMM_RARE static vmm_status fill_rest(struct vmm_text *text, const char *p, uint64_t *slot, const struct vmm_line *line,
                                     void *out, size_t out_size)
{
    size_t size = out_size < line->bytes ? out_size : line->bytes;
    uint64_t *first = first_slot(line, out);
    const uint64_t *last = first + line->columns->count;
    const char *end = text->end, *error = end;
    struct vmm_run run = {p, slot};

    if (size == line->bytes) {
        run = take_last_run(p, end, slot, last);
        if (run.slot == last && run.p != end && *run.p == '\n')
            return end_usual_row(text, run.p, line, out);
    }
    p = vmm_take_rest(line, (unsigned)(run.slot - first), run.p, end, out, size, &error);
    return vmm_end_row(text, p, error, line, out, out_size);
}

vmm_status vmm_fill_row(struct vmm_text *text, const char *p, const struct vmm_line *line, void *out, size_t out_size)
{
    uint64_t *slot = first_slot(line, out);
    const uint64_t *last = slot + line->columns->count;
    const char *end = text->end;

    /* The same loop as in take_run(): here the newline ends the call. */
    if (end - p >= 18 && *p == ' ' && out_size >= line->bytes) {
        const char *number = p + 1;
        const char *safe = end - 17;

        do {
            uint64_t value;
            const char *after = vmm_take_short_number(number, &value);

            if (after == NULL)
                break;
            if (*after != ' ') {
                if (*after != '\n')
                    break;
                *slot++ = value;
                if (slot != last)
                    return fill_rest(text, after, slot, line, out, out_size);
                return end_usual_row(text, after, line, out);
            }
            *slot++ = value;
            number = after + 1;
        } while (slot != last && number <= safe);
        p = number - 1;
    }
    return fill_rest(text, p, slot, line, out, out_size);
}

VMM_RARE void vmm_forget_line(const struct vmm_line *line, void *out, size_t size)
{
    for (unsigned k = 0; k < line->count; k++)
        vmm_forget(out, size, line->columns[k].offset, line->columns[k].count);
}

vmm_status vmm_read_line(struct vmm_text *text, const struct vmm_line *line, void *out, size_t size)
{
    const char *end = text->end, *error = end;
    const char *p = text->pos;

    vmm_forget_line(line, out, size);
    if (p == end)
        return VMM_E_EMPTY;
    p = vmm_end_line(vmm_take_rest(line, 0, p, end, out, size, &error), end, &error);
    if (p != NULL && end[-1] == '\n') {
        text->pos = end;
        return VMM_OK;
    }
    vmm_forget_line(line, out, size);
    return vmm_fail(text, p == NULL ? error : end);
}
