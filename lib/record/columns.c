#include "../scan/scan.h"
#include "engine.h"

/* The member of a column. */
static inline uint64_t *member(const struct vmm_columns *columns, void *out, size_t column)
{
    return (uint64_t *)(void *)((char *)out + columns->offset + column * sizeof(uint64_t));
}

/* How many columns the caller's record has: others are not looked at. */
static inline size_t count_of(const struct vmm_columns *columns, size_t out_size)
{
    size_t count = columns->count;

    if (out_size < columns->bytes && columns->offset + count * sizeof(uint64_t) > out_size)
        count = out_size < columns->offset ? 0 : (out_size - columns->offset) / sizeof(uint64_t);
    return count;
}

/* Ends at a byte that is wrong. */
VMM_INLINE vmm_status fail(struct vmm_text *text, const char *at, const struct vmm_columns *columns, void *out,
                           size_t out_size)
{
    return vmm_refuse(text, at, out, columns->is_part ? 0 : out_size, columns->bytes);
}

/* Takes the columns from the i-th on at p however they stand, and the rest of the line. */
VMM_RARE static vmm_status take_any(struct vmm_text *text, const char *p, size_t i, const struct vmm_columns *columns,
                                    void *out, size_t out_size)
{
    size_t count = count_of(columns, out_size);
    const char *end = text->end;

    for (; i < count; i++) {
        uint64_t value;
        const char *after, *error = end;

        /* Most that stand near the end of the text are one digit. */
        if (end - p >= 3 && *p == ' ' && vmm_is_digit(p[1]) && (p[2] == ' ' || p[2] == '\n')) {
            *member(columns, out, i) = (uint64_t)(p[1] - '0');
            p += 2;
            continue;
        }
        p = vmm_skip_blanks(p, end);
        /* Fewer columns than known leave members unknown. */
        if (i != 0 && p != end && *p == '\n') {
            *member(columns, out, i) = VMM_UNKNOWN;
            continue;
        }
        after = vmm_take_number(p, end, &value, &error);
        if (after == NULL)
            return fail(text, error, columns, out, out_size);
        if (after == end || !(*after == '\n' || vmm_is_blank(*after)))
            return fail(text, after, columns, out, out_size);
        *member(columns, out, i) = value;
        p = after;
    }
    p = vmm_line_end(p, end);
    if (p == end)
        return fail(text, p, columns, out, out_size);
    text->pos = p + 1;
    return VMM_OK;
}

vmm_status vmm_fill_columns(struct vmm_text *text, const char *p, const struct vmm_columns *columns, void *out,
                            size_t out_size)
{
    uint64_t *slot = member(columns, out, 0);
    const uint64_t *last = slot + columns->count;
    const char *end = text->end;

    /* As the kernel prints them, one blank before each: as long as there are 15 digits and what follows them. */
    if (end - p >= 18 && *p == ' ' && out_size >= columns->bytes) {
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
                    return take_any(text, after, (size_t)(slot - member(columns, out, 0)), columns, out, out_size);
                text->pos = after + 1;
                return VMM_OK;
            }
            *slot++ = value;
            number = after + 1;
        } while (slot != last && number <= safe);
        p = number - 1;
    }
    return take_any(text, p, (size_t)(slot - member(columns, out, 0)), columns, out, out_size);
}

vmm_status vmm_fill_aligned_columns(struct vmm_text *text, const char *p, const struct vmm_columns *columns, void *out,
                                    size_t out_size)
{
    uint64_t *slot = member(columns, out, 0);
    const uint64_t *last = slot + columns->count;
    const char *end = text->end;

    if (out_size < columns->bytes)
        return take_any(text, p, 0, columns, out, out_size);
    /* As long as there are up to 7 blanks, 15 digits and what follows them. */
    while (slot != last && end - p >= 24) {
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
        if (*p != '\n')
            continue;
        if (slot != last)
            break;
        text->pos = p + 1;
        return VMM_OK;
    }
    return take_any(text, p, (size_t)(slot - member(columns, out, 0)), columns, out, out_size);
}
