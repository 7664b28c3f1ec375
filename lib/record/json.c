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

/* The same near the end of the text. */
static bool begins_with_near_end(const struct vmm_json_key *row, const char *p, const char *end)
{
    for (unsigned i = 0; i < row->length && i < LONGEST_KEY; i++, p++)
        if (p == end || *p != row->key[i])
            return false;
    return true;
}

/* The number of the row whose key begins at p, from the expected one on and then any; the count of rows when there is none. */
static unsigned search(const struct vmm_json_keys *keys, unsigned expected, const char *p, const char *end)
{
    unsigned row = expected;

    for (unsigned i = 0; i < keys->count; i++, row++) {
        if (row >= keys->count)
            row = 0;
        if (end - p < LONGEST_KEY) {
            if (begins_with_near_end(&keys->rows[row], p, end))
                return row;
        } else if (vmm_load4(keys->rows[row].key) == vmm_load4(p) && begins_with(&keys->rows[row], p)) {
            return row;
        }
    }
    return keys->count;
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
    /* What is to come next in the objects that are open: the table, and the row in it. */
    uint16_t outer[LEVELS][2];
    unsigned table = json->root, expected = 0, level = 0;

    *seen = 0;
    p = vmm_first_json_member(p, end, error);
    while (p != NULL) {
        const struct vmm_json_keys *keys = &json->tables[table];
        const struct vmm_json_key *row = NULL;
        unsigned number;

        if (*p == '}') {
            p++;
            if (level == 0)
                return p;
            level--;
            table = outer[level][0];
            expected = outer[level][1];
            p = vmm_next_json_member(p, end, error);
            continue;
        }
        p++;
        number = expected;
        if (!(end - p >= LONGEST_KEY && number < keys->count && begins_with(&keys->rows[number], p)))
            number = search(keys, expected, p, end);
        if (number < keys->count) {
            row = &keys->rows[number];
            expected = number + 1;
            p = vmm_take_json_colon(p + row->length, end, error);
        } else {
            p = vmm_take_json_string(p, end, error);
            if (p != NULL)
                p = vmm_take_json_colon(p + 1, end, error);
        }
        if (p == NULL)
            return NULL;
        if (row == NULL || row->form == VMM_FORM_ANY) {
            p = vmm_take_json_value(p, end, json->depth + level + 1, error);
        } else if (row->form == VMM_FORM_OBJECT && p != end && *p == '{' && level < LEVELS) {
            outer[level][0] = (uint16_t)table;
            outer[level][1] = (uint16_t)expected;
            level++;
            table = row->offset;
            expected = 0;
            p = vmm_first_json_member(p, end, error);
            continue;
        } else {
            p = take_value(row, p, end, out, size, error);
        }
        if (row != NULL && row->form != VMM_FORM_OBJECT)
            *seen |= (uint64_t)1 << (level == 0 ? number & 63 : 63);
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
