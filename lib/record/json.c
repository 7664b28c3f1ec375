/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "../scan/key.h"

/* The longest key; and how many levels of objects in objects the tables may have. */
enum { LONGEST_KEY = sizeof(((struct vmm_json_key *)NULL)->key), LEVELS = 2 };

/* Whether the text at p begins with the key of a row. LONGEST_KEY bytes can be read. */
static inline bool begins_with_json_key(const struct vmm_json_key *row, const char *p)
{
#ifdef VMM_WIDE
    if (vmm_marks(vmm_key_bytes(p, row->key)) != 0xffff)
        return false;
    return row->length <= 16 ||
           vmm_marks(vmm_both(vmm_key_bytes(p + 16, row->key + 16), vmm_key_bytes(p + 24, row->key + 24))) == 0xffff;
#else
    for (unsigned i = 0; i < LONGEST_KEY; i += 8) {
        uint64_t difference = vmm_load8(p + i) ^ vmm_load8(row->key + i);

        if (row->length <= i + 8)
            return difference << ((i + 8 - row->length) * 8 & 63) == 0;
        if (difference != 0)
            return false;
    }
    return false;
#endif
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

/* An object that is being read: its number, and the row that is expected next. */
struct open_object {
    uint16_t number;
    uint16_t expected;
    /* A bit for each key of the object, see vmm_json_key_bit(). All bits are set until a key is searched. */
    uint64_t keys;
};

static const struct open_object begun = {0, 0, UINT64_MAX};

static uint64_t keys_of(const struct vmm_json_key *rows, unsigned count)
{
    uint64_t keys = 0;

    for (unsigned i = 0; i < count; i++)
        keys |= vmm_json_key_bit(rows[i].key, rows[i].length);
    return keys;
}

/* The number of the row in [number, last) with the key from p to its quote; `last` if there is none. */
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

/* The number of the row with the key from p to its quote, from the expected row on; `count` if there is none. */
static unsigned search_json_key(struct open_object *open, const struct vmm_json_key *rows, unsigned count,
                                const char *p, const char *quote, const char *end)
{
    /* No row is expected after the last one. The proof needs the check. */
    unsigned first = open->expected < count ? open->expected : count;
    unsigned number = find_json_key(rows, first, count, p, quote, end);

    if (open->keys == UINT64_MAX)
        open->keys = keys_of(rows, count);
    if (number != count)
        return number;
    number = find_json_key(rows, 0, first, p, quote, end);
    return number == first ? count : number;
}

/* The same, without a search for most keys that no row has. */
static inline unsigned number_of_key(struct open_object *open, const struct vmm_json_key *rows, unsigned count,
                                     const char *p, const char *quote, const char *end)
{
    if (end - p < 4 || (open->keys & vmm_json_key_bit(p, (size_t)(quote - p + 1))) == 0)
        return count;
    return search_json_key(open, rows, count, p, quote, end);
}

/*
 * Finds the key after the quote at p where enough bytes are left for the key and a number. Returns its closing quote, with
 * the key's row in `number`, which is `count` for an unknown key; NULL for any other key.
 */
static inline const char *find_usual_key(const char *p, const char *end, struct open_object *open,
                                         const struct vmm_json_key *rows, unsigned count, unsigned *number)
{
    unsigned expected = open->expected, length;

    if (end - p < 1 + LONGEST_KEY + 1 + VMM_USUAL_JSON_NUMBER)
        return NULL;
    if (expected < count && begins_with_json_key(&rows[expected], p + 1)) {
        *number = expected;
        return p + rows[expected].length;
    }
    length = vmm_find_json_special(p + 1);
    if (length == 16)
        length += vmm_find_json_special(p + 1 + 16);
    if (p[1 + length] != '"')
        return NULL;
    *number = number_of_key(open, rows, count, p + 1, p + 1 + length, end);
    return p + 1 + length;
}

/* Stores the number after the closing quote of a usual key. Returns where the number ends; NULL for anything else. */
static inline const char *take_usual_member(const struct vmm_json_key *row, const char *quote, const char *end,
                                            void *out, size_t size)
{
    const char *p = quote + 2, *after;
    uint64_t value = VMM_UNKNOWN;

    if (quote[1] != ':' || row->form >= VMM_FORM_OBJECT)
        return NULL;
    if (*p == ' ')
        p = vmm_skip_json_space(p, end);
    after = vmm_take_usual_json_number(p, end, &value);
    if (after != NULL)
        vmm_store_value(out, size, row->offset, vmm_scaled(row->form, value));
    return after;
}

/* Takes the value of a known member that is no object, and stores the value. */
static inline const char *take_json_member(const struct vmm_json_key *row, const char *p, const char *end, void *out,
                                           size_t size, const char **error)
{
    uint64_t value = VMM_UNKNOWN;
    const char *after = vmm_take_usual_json_number(p, end, &value);

    if (after == NULL && p != end && *p == 'n') {
        after = vmm_take_word(p, end, "null", 4, error);
    } else if (row->form == VMM_FORM_OBJECT) {
        *error = p;
        return NULL;
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
    struct open_object outer[LEVELS] = {{0, 0, 0}}, open = begun;
    unsigned level = 0;

    open.number = json->root;
    *seen = 0;
    p = vmm_first_json_member(p, end, error);
    while (p != NULL) {
        /* Each object has an array of its own, so the proof takes each object as a case. */
        unsigned object = open.number;
        //@ split object;
        const struct vmm_json_key *rows = json->objects[object].rows;
        const struct vmm_json_key *row = rows;
        const char *after = NULL, *quote;
        unsigned count = json->objects[object].count;
        unsigned number = count, inner = 0;
        uint8_t form = VMM_FORM_ANY;

        if (*p == '}') {
            p++;
            if (level == 0)
                return p;
            open = outer[--level];
            p = vmm_next_json_member(p, end, error);
            continue;
        }
        quote = find_usual_key(p, end, &open, rows, count, &number);
        if (quote == NULL) {
            quote = vmm_take_json_string(p + 1, end, error);
            if (quote == NULL)
                return NULL;
            number = number_of_key(&open, rows, count, p + 1, quote, end);
        } else if (number >= count) {
            after = vmm_skip_json_members(p, end, open.keys);
            if (after == p) {
                after = NULL;
            } else if (*after == '"') {
                p = after;
                continue;
            }
        } else {
            after = take_usual_member(&rows[number], quote, end, out, size);
        }
        if (number < count) {
            row += number;
            form = row->form;
            inner = row->offset;
            open.expected = (uint16_t)(number + 1);
            *seen |= row->mark;
        }
        if (after == NULL) {
            p = vmm_take_json_colon(quote + 1, end, error);
            if (p == NULL)
                return NULL;
            if (form == VMM_FORM_ANY) {
                after = vmm_take_json_value(p, end, json->depth + level + 1, error);
            } else if (form == VMM_FORM_OBJECT && p != end && *p == '{' && level < LEVELS && inner < json->count) {
                outer[level++] = open;
                open = begun;
                open.number = (uint16_t)inner;
                p = vmm_first_json_member(p, end, error);
                continue;
            } else {
                after = take_json_member(row, p, end, out, size, error);
            }
            if (after == NULL)
                return NULL;
        }
        p = vmm_next_json_member(after, end, error);
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
