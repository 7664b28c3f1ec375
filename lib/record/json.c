#include "json.h"

/* The longest key, and how far objects that tables know stand in each other. */
enum { LONGEST_KEY = sizeof(((struct vmm_json_key *)NULL)->key), LEVELS = 2 };

/* Whether the text at p begins with the key of a row. LONGEST_KEY bytes are there. */
static inline bool begins_with(const struct vmm_json_key *row, const char *p)
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

/* Where the key of a row ends at p, near the end of the text; NULL when something else stands there. */
static const char *take_key_near_end(const struct vmm_json_key *row, const char *p, const char *end)
{
    for (unsigned i = 0; i < row->length && i < LONGEST_KEY; i++) {
        if (p == end || *p != row->key[i])
            return NULL;
        p++;
    }
    return p;
}

/*
 * The number of the row in a range whose key begins at p, from the expected one on and then any; the range's end when there is
 * none. `after` receives where the key ends.
 */
static unsigned search(const struct vmm_json_key *rows, unsigned first, unsigned last, unsigned expected, const char *p,
                       const char *end, const char **after)
{
    unsigned row = expected;

    for (unsigned i = first; i < last; i++, row++) {
        if (row >= last)
            row = first;
        if (end - p < LONGEST_KEY) {
            const char *key_end = take_key_near_end(&rows[row], p, end);

            if (key_end != NULL) {
                *after = key_end;
                return row;
            }
        } else if (vmm_load4(rows[row].key) == vmm_load4(p) && begins_with(&rows[row], p)) {
            *after = p + rows[row].length;
            return row;
        }
    }
    return last;
}

/* Takes a number as it mostly stands: digits, and what ends a member. NULL where it looks otherwise. */
static inline const char *take_usual_number(const char *p, const char *end, uint64_t *value)
{
    const char *after;

    if (end - p < 17)
        return NULL;
    after = vmm_take_short_number(p, value);
    if (after == NULL || !(*after == ',' || *after == '}') || (*p == '0' && after != p + 1))
        return NULL;
    return after;
}

static uint64_t convert(unsigned form, uint64_t value)
{
    if (form == VMM_FORM_PAGES_4K)
        return value < (uint64_t)1 << 52 ? value << 12 : VMM_UNKNOWN;
    if (form == VMM_FORM_MIB)
        return value < (uint64_t)1 << 44 ? value << 20 : VMM_UNKNOWN;
    return value;
}

/* Takes the value of a member that is known, but for an object, and stores it. */
static inline const char *take_value(const struct vmm_json_key *row, const char *p, const char *end, void *out,
                                     size_t size, const char **error)
{
    uint64_t value = VMM_UNKNOWN;
    const char *after;

    if (p != end && *p == 'n') {
        after = vmm_take_word(p, end, "null", 4, error);
    } else if (row->form == VMM_FORM_OBJECT) {
        *error = p;
        after = NULL;
    } else {
        after = take_usual_number(p, end, &value);
        if (after == NULL) {
            /* Apart, so that the usual value need not be in memory. */
            uint64_t any = VMM_UNKNOWN;

            after = vmm_take_json_number(p, end, &any, error);
            value = any;
        }
    }
    if (after != NULL && row->form != VMM_FORM_OBJECT)
        vmm_store(out, size, row->offset, convert(row->form, value));
    return after;
}

const char *vmm_take_json_object(const char *p, const char *end, const struct vmm_json *json, void *out, size_t size,
                                 uint64_t *seen, const char **error)
{
    /* Of the objects around: which one it is, and the row that is expected next. */
    uint16_t outer[LEVELS][2] = {{0}};
    unsigned object = json->root, level = 0;
    unsigned expected = json->ranges[object].first;

    *seen = 0;
    p = vmm_first_json_member(p, end, error);
    while (p != NULL) {
        unsigned first = json->ranges[object].first, last = json->ranges[object].end;
        const struct vmm_json_key *row = json->rows;
        const char *after = p;
        unsigned number = expected;
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
        if (end - p > LONGEST_KEY && number < last && begins_with(&row[number], p + 1))
            after = p + 1 + row[number].length;
        else
            number = search(json->rows, first, last, expected, p + 1, end, &after);
        if (number < last) {
            row += number;
            form = row->form;
            expected = number + 1;
            p = vmm_take_json_colon(after, end, error);
            if (form != VMM_FORM_OBJECT)
                *seen |= (uint64_t)1 << (level == 0 ? (number - first) & 63 : 63);
        } else {
            p = vmm_take_json_key(p, end, error);
        }
        if (p == NULL)
            return NULL;
        if (form == VMM_FORM_ANY) {
            p = vmm_take_json_value(p, end, json->depth + level + 1, error);
        } else if (form == VMM_FORM_OBJECT && p != end && *p == '{' && level < LEVELS && row->offset < json->count) {
            outer[level][0] = (uint16_t)object;
            outer[level][1] = (uint16_t)expected;
            level++;
            object = row->offset;
            expected = json->ranges[object].first;
            p = vmm_first_json_member(p, end, error);
            continue;
        } else {
            p = take_value(row, p, end, out, size, error);
        }
        if (p == NULL)
            return NULL;
        p = vmm_next_json_member(p, end, error);
    }
    return NULL;
}

vmm_status vmm_read_json(struct vmm_text *text, const char *p, const char *end, const struct vmm_json *json, void *out,
                         size_t out_size, size_t bytes)
{
    const char *error = end;
    uint64_t seen;

    p = vmm_take_json_object(p, end, json, out, out_size < bytes ? out_size : bytes, &seen, &error);
    if (p == NULL)
        return vmm_refuse(text, error, out, out_size, bytes);
    p = vmm_end_json_line(p, text->end);
    if (p != text->end && p[-1] != '\n')
        return vmm_refuse(text, p, out, out_size, bytes);
    text->pos = p;
    return seen == 0 ? VMM_E_EMPTY : VMM_OK;
}
