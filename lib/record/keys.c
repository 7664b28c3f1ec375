/* SPDX-License-Identifier: MIT */
#include "find.h"

/*
 * The length of a padded number with its unit; of a line of /proc/meminfo; and of the longest key, a tab, 15 digits, the
 * byte after them, and another byte.
 */
enum { PADDED_KB = 12, USUAL_LINE = 16 + PADDED_KB, USUAL_NUMBER = VMM_LONGEST_KEY + 18 };

/*
 * Takes a number set to the right in eight bytes, then ` kB` and a newline. PADDED_KB bytes can be read. False for
 * anything else.
 */
static inline bool take_padded_kb(const char *p, uint64_t *value)
{
    uint64_t number = vmm_load8(p);
    uint64_t digits, blanks_end;

    if (vmm_load4(p + 8) != (uint32_t)(' ' | 'k' << 8 | 'B' << 16 | '\n' << 24))
        return false;
    /* Above the lowest bit in which the text differs from blanks there must be digits, and in the last byte too. */
    blanks_end = number ^ VMM_BYTES(' ');
    digits = (number ^ VMM_BYTES('0')) & (~(blanks_end & (~blanks_end + 1)) + 1);
    if (blanks_end >> 56 == 0 || vmm_non_digits(digits) != 0)
        return false;
    *value = vmm_eight_digits(digits) << 10;
    return true;
}

/*
 * Takes the value of a line as /proc/meminfo prints it: the key and blanks up to byte 16, then a padded number. USUAL_LINE
 * bytes can be read.
 */
static inline bool take_usual_kb(const struct vmm_key *row, const char *p, uint64_t *value)
{
    return take_padded_kb(p + 16, value) && vmm_is_padded_key(p, row->key, row->length);
}

/*
 * Takes the value of a line of one plain number right after the key, or of a line as /proc/PID/status prints it: the key, a
 * tab, and a plain or a padded number. USUAL_NUMBER bytes can be read. Returns where the next line begins; NULL for any
 * other line.
 */
VMM_INLINE const char *take_usual_value(const struct vmm_key *row, const char *p, bool may_have_tab, uint64_t *value)
{
    if ((row->form != VMM_FORM_NUMBER && row->form != VMM_FORM_KB) || !vmm_begins_with(row, p))
        return NULL;
    p += row->length;
    if (may_have_tab && *p == '\t')
        p++;
    if (row->form == VMM_FORM_KB)
        return take_padded_kb(p, value) ? p + PADDED_KB : NULL;
    p = vmm_take_short_number(p, value);
    return p != NULL && *p == '\n' ? p + 1 : NULL;
}

/*
 * Takes lines in the usual form and order, from the expected row on. Returns where the first other line begins. In a file
 * with tabs no key is padded.
 */
VMM_INLINE const char *take_usual_lines(const char *p, const char *end, const struct vmm_key **expected,
                                        const struct vmm_key *last, bool may_have_tabs, void *out, size_t size)
{
    const struct vmm_key *row = *expected;

    while (row != last && end - p >= USUAL_NUMBER) {
        uint64_t value = VMM_UNKNOWN;

        if (!may_have_tabs && row->form == VMM_FORM_KB) {
            if (!take_usual_kb(row, p, &value))
                break;
            p += USUAL_LINE;
        } else {
            const char *next = take_usual_value(row, p, may_have_tabs, &value);

            if (next == NULL)
                break;
            p = next;
        }
        vmm_store(out, size, row->offset, value);
        row++;
    }
    *expected = row;
    return p;
}

/*
 * The same for plain numbers near the end of the text: the last lines of a file, and all lines of a short one.
 */
VMM_ONCE static const char *take_last_lines(const char *p, const char *end, const struct vmm_key **expected,
                                            const struct vmm_key *last, void *out, size_t size)
{
    const struct vmm_key *row = *expected;

    for (; row != last && row->form == VMM_FORM_NUMBER; row++) {
        const char *after = vmm_take_key_near_end(row, p, end), *error;
        uint64_t value = VMM_UNKNOWN;

        if (after != NULL)
            after = vmm_take_number(after, end, &value, &error);
        if (after == NULL || after == end || *after != '\n')
            break;
        vmm_store_value(out, size, row->offset, value);
        p = after + 1;
    }
    *expected = row;
    return p;
}

const char *vmm_take_values(const struct vmm_key *row, const char *p, const char *end, void *out, size_t size,
                            const char **error)
{
    unsigned form = row->form & ((1U << VMM_FORM_BITS) - 1);
    unsigned more = row->form >> VMM_FORM_BITS;
    size_t offset = row->offset;

    p = vmm_skip_padding(p, end);
    for (;;) {
        uint64_t value = VMM_UNKNOWN;

        p = form == VMM_FORM_NUMBER ? vmm_take_number(p, end, &value, error)
                                    : vmm_take_value(form, p, end, &value, error);
        if (p == NULL)
            return NULL;
        if (!vmm_ends_value(p, end)) {
            *error = p;
            return NULL;
        }
        vmm_store_value(out, size, offset, value);
        if (more == 0)
            break;
        more--;
        offset += sizeof(uint64_t);
        p = vmm_skip_blanks(p, end);
        /* Fewer values than known leave members unknown. */
        if (p != end && *p == '\n')
            break;
    }
    if (p == end || *p != '\n')
        p = vmm_line_end(p, end);
    if (p == end) {
        *error = p;
        return NULL;
    }
    return p + 1;
}

/*
 * Takes the line of a row that has only the beginning of its key; the rest of the key begins at p. Returns where the next
 * line begins, and the same in `error` if the line has another key; NULL when a byte is wrong, with that byte in `error`.
 */
VMM_RARE static const char *take_long_line(const struct vmm_keys *tails, const struct vmm_key *row, const char *p,
                                           const char *end, void *out, size_t size, const char **error)
{
    const struct vmm_key number = {"", 0, VMM_FORM_NUMBER, row->offset};
    const char *after = NULL;

    for (unsigned i = 0; i < tails->count && after == NULL; i++) {
        if (tails->rows[i].offset == row->offset)
            after = vmm_after_word(p, end, tails->rows[i].key, tails->rows[i].length);
    }
    if (after != NULL)
        return vmm_take_values(&number, after, end, out, size, error);
    p = vmm_line_end(p, end);
    *error = p == end ? p : p + 1;
    return p == end ? NULL : p + 1;
}

/* Makes the members of all keys unknown. */
VMM_RARE static void forget_keys(const struct vmm_keys *keys, void *out, size_t size)
{
    for (unsigned k = 0; k < keys->count; k++)
        vmm_forget(out, size, keys->rows[k].offset, vmm_count_of(&keys->rows[k]));
}

/* Ends at a byte that is wrong. */
VMM_RARE static vmm_status refuse_keys(struct vmm_text *text, const char *at, const struct vmm_keys *keys, void *out,
                                       size_t size)
{
    forget_keys(keys, out, size);
    return vmm_fail(text, at);
}

/*
 * Whether the line at p begins like row `number` of the table of lines that are passed over, or like the next row.
 * `number` becomes the number of the row that was found.
 */
VMM_INLINE bool is_passed_over(const struct vmm_keys *passed_over, unsigned *number, const char *p, const char *end)
{
    if (end - p < VMM_LONGEST_KEY || *number >= passed_over->count)
        return false;
    if (vmm_begins_with(&passed_over->rows[*number], p))
        return true;
    if (*number + 1 >= passed_over->count || !vmm_begins_with(&passed_over->rows[*number + 1], p))
        return false;
    ++*number;
    return true;
}

/* The number of the row that the line at p begins with; `number` if there is none. */
VMM_RARE static unsigned find_passed_over(const struct vmm_keys *passed_over, unsigned number, const char *p,
                                          const char *end)
{
    const char *values;
    const struct vmm_key *found = vmm_search_key(passed_over, passed_over->rows, p, end, &values);

    return found != NULL ? (unsigned)(found - passed_over->rows) : number;
}

/*
 * Reads the lines from p on. Compiled once for tables without lines that are passed over, and once for those with them.
 */
VMM_INLINE vmm_status read_lines(struct vmm_text *text, const char *p, const struct vmm_keys *keys,
                                 const struct vmm_keys *passed_over, void *out, size_t size)
{
    const struct vmm_key *expected = keys->rows;
    const struct vmm_key *last = keys->rows + keys->count;
    unsigned passed = 0;
    const char *end = text->end;
    const char *error = end;
    bool known = false;

    while (p != end) {
        const struct vmm_key *row = expected;
        const char *values;

        p = take_usual_lines(p, end, &expected, last, passed_over != NULL, out, size);
        if (end - p < USUAL_NUMBER)
            p = take_last_lines(p, end, &expected, last, out, size);
        known |= expected != row;
        if (p == end)
            break;
        if (passed_over != NULL && is_passed_over(passed_over, &passed, p, end)) {
            do {
                p = vmm_line_end(p, end);
                if (p == end)
                    return refuse_keys(text, p, keys, out, size);
                p++;
            } while (is_passed_over(passed_over, &passed, p, end));
            continue;
        }
        values = p;
        row = vmm_find_key(keys, expected, p, end, &values);
        if (row == NULL) {
            if (passed_over != NULL)
                passed = find_passed_over(passed_over, passed, p, end);
            p = vmm_line_end(p, end);
            if (p == end)
                return refuse_keys(text, p, keys, out, size);
            p++;
        } else if (row != expected) {
            /* The row is out of order: the usual order may continue from this row. */
            expected = row;
        } else {
            p = vmm_take_values(row, values, end, out, size, &error);
            if (p != NULL) {
                known = true;
            } else {
                if (passed_over != NULL && row->form == VMM_FORM_AFTER_TAIL)
                    p = take_long_line(keys->tails, row, values, end, out, size, &error);
                if (p == NULL)
                    return refuse_keys(text, error, keys, out, size);
                known |= error != p;
            }
            expected++;
        }
    }
    text->pos = p;
    if (known)
        return VMM_OK;
    forget_keys(keys, out, size);
    return VMM_E_EMPTY;
}

/* Not inline: inlining would cost the other tables registers. */
VMM_RARE static vmm_status read_passing(struct vmm_text *text, const char *p, const struct vmm_keys *keys, void *out,
                                        size_t size)
{
    return read_lines(text, p, keys, keys->passed_over, out, size);
}

vmm_status vmm_read_keys_from(struct vmm_text *text, const char *p, const struct vmm_keys *keys, void *out, size_t size)
{
    if (keys->passed_over != NULL)
        return read_passing(text, p, keys, out, size);
    return read_lines(text, p, keys, NULL, out, size);
}

vmm_status vmm_read_keys(struct vmm_text *text, const struct vmm_keys *keys, void *out, size_t size)
{
    return vmm_read_keys_from(text, text->pos, keys, out, size);
}
