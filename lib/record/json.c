/* SPDX-License-Identifier: MIT */
#include "json.h"

/* The longest key; and how many levels of objects in objects the tables may have. */
enum { LONGEST_KEY = sizeof(((struct vmm_json_key *)NULL)->key), LEVELS = 2 };

/* Whether the text at p begins with the key of a row. LONGEST_KEY bytes can be read. */
static inline bool begins_with_json_key(const struct vmm_json_key *row, const char *p)
{
    for (unsigned i = 0; i < LONGEST_KEY; i += 8) {
        uint64_t difference = vmm_load8(p + i) ^ vmm_load8(row->key + i);

        if (row->length <= i + 8)
            return difference << ((i + 8 - row->length) * 8 & 63) == 0;
        if (difference != 0)
            return false;
    }
    return false;
}

/* The same near the end of the text. */
static bool is_json_key_near_end(const struct vmm_json_key *row, const char *p, const char *end)
{
    for (unsigned i = 0; i < row->length && i < LONGEST_KEY; i++) {
        if (p == end || *p != row->key[i])
            return false;
        p++;
    }
    return true;
}

/*
 * The number of the row in [number, last) with the key from p to its quote; `last` if there is none. Only keys of the
 * same length are compared.
 */
static inline unsigned find_json_key(const struct vmm_json_key *rows, unsigned number, unsigned last, const char *p,
                                     const char *quote, const char *end)
{
    ptrdiff_t length = quote - p + 1;

    for (; number < last; number++) {
        const struct vmm_json_key *row = &rows[number];

        if (row->length == length &&
            (end - p >= LONGEST_KEY ? begins_with_json_key(row, p) : is_json_key_near_end(row, p, end)))
            break;
    }
    return number;
}

/* Takes the value of a known member that is no object, and stores the value. */
static inline const char *take_json_member(const struct vmm_json_key *row, const char *p, const char *end, void *out,
                                           size_t size, const char **error)
{
    uint64_t value = VMM_UNKNOWN;
    const char *after = vmm_take_usual_json_number(p, end, &value);

    if (after != NULL && row->form == VMM_FORM_NUMBER) {
        vmm_store(out, size, row->offset, value);
        return after;
    }
    if (p != end && *p == 'n') {
        after = vmm_take_word(p, end, "null", 4, error);
        value = VMM_UNKNOWN;
    } else if (row->form == VMM_FORM_OBJECT) {
        *error = p;
        after = NULL;
    } else if (after == NULL) {
        /* Another variable, so that the usual value can stay in a register. */
        uint64_t any = VMM_UNKNOWN;

        after = vmm_take_json_number(p, end, &any, error);
        value = any;
    }
    if (after != NULL && row->form != VMM_FORM_OBJECT)
        vmm_store_value(out, size, row->offset, vmm_scaled(row->form, value));
    return after;
}

const char *vmm_take_json_object(const char *p, const char *end, const struct vmm_json *json, void *out, size_t size,
                                 unsigned *seen, const char **error)
{
    /* For each object around: its number, and the row that is expected next. */
    uint16_t outer[LEVELS][2] = {{0}};
    unsigned object = json->root, level = 0;
    unsigned expected = 0;

    *seen = 0;
    p = vmm_first_json_member(p, end, error);
    while (p != NULL) {
        /* Each object has an array of its own, so the proof takes each object as a case. */
        //@ split object;
        const struct vmm_json_key *row = json->objects[object].rows;
        unsigned count = json->objects[object].count;
        unsigned number = expected, inner = 0;
        uint8_t form = VMM_FORM_ANY;

        if (*p == '}') {
            p++;
            if (level == 0)
                return p;
            level--;
            object = outer[level][0];
            expected = outer[level][1];
            p = vmm_next_json_member(p, end, error);
            continue;
        }
        if (end - p > LONGEST_KEY && number < count && begins_with_json_key(&row[number], p + 1)) {
            p = vmm_take_json_colon(p + 1 + row[number].length, end, error);
        } else {
            const char *quote = vmm_take_json_string(p + 1, end, error);

            if (quote == NULL)
                return NULL;
            number = find_json_key(row, expected, count, p + 1, quote, end);
            if (number == count) {
                /* No row is expected after the last one. The proof needs the check. */
                unsigned rest = expected < count ? expected : count;

                number = find_json_key(row, 0, rest, p + 1, quote, end);
                if (number == rest)
                    number = count;
            }
            p = vmm_take_json_colon(quote + 1, end, error);
        }
        if (number < count) {
            row += number;
            form = row->form;
            inner = row->offset;
            expected = number + 1;
            *seen |= row->mark;
        }
        if (p == NULL)
            return NULL;
        if (form == VMM_FORM_ANY) {
            p = vmm_take_json_value(p, end, json->depth + level + 1, error);
        } else if (form == VMM_FORM_OBJECT && p != end && *p == '{' && level < LEVELS && inner < json->count) {
            outer[level][0] = (uint16_t)object;
            outer[level][1] = (uint16_t)expected;
            level++;
            object = inner;
            expected = 0;
            p = vmm_first_json_member(p, end, error);
            continue;
        } else {
            p = take_json_member(row, p, end, out, size, error);
        }
        if (p == NULL)
            return NULL;
        p = vmm_next_json_member(p, end, error);
    }
    return NULL;
}

vmm_status vmm_read_json(struct vmm_text *text, const struct vmm_json *json, bool is_one_line, void *out,
                         size_t out_size, size_t bytes)
{
    const char *start = text->pos, *end = text->end, *error = end;
    unsigned seen;
    const char *p = vmm_take_json_object(start, end, json, out, out_size < bytes ? out_size : bytes, &seen, &error);

    if (is_one_line) {
        const char *line_end = vmm_line_end(start, end);

        /* A newline inside the object is the first wrong byte. */
        if ((p == NULL ? error : p) > line_end)
            return vmm_refuse(text, line_end, out, out_size, bytes);
    }
    if (p == NULL)
        return vmm_refuse(text, error, out, out_size, bytes);
    p = vmm_end_json_line(p, end);
    if (p != end && p[-1] != '\n')
        return vmm_refuse(text, p, out, out_size, bytes);
    text->pos = p;
    return seen == 0 ? VMM_E_EMPTY : VMM_OK;
}
