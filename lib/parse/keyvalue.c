/* SPDX-License-Identifier: MIT */
/* Any file of keys and values, without their meaning. */
#include "vmmetrics/keyvalue.h"

#include "../record/engine.h"
#include "../scan/json.h"
#include "paired_lines.h"

static bool ends_key(char c)
{
    return c == '\n' || c == ':' || c == '=' || vmm_is_blank(c);
}

static vmm_status next_line(struct vmm_text *text, struct vmm_key_value *row)
{
    const char *end = text->end;
    const char *p = text->pos;
    const char *key, *key_end, *value, *value_end;

    while (p != end && (*p == '\n' || vmm_is_blank(*p)))
        p++;
    if (p == end) {
        /* There was text, so there is a byte before the end. */
        bool is_cut = p[-1] != '\n';

        text->pos = p;
        text->error = is_cut ? p : NULL;
        return is_cut ? VMM_E_TRUNCATED : VMM_END;
    }
    key = p;
    while (p != end && !ends_key(*p))
        p++;
    key_end = p;
    if (p != end && *p != '\n')
        p++;
    value = vmm_skip_blanks(p, end);
    p = vmm_line_end(value, end);
    value_end = p;
    text->pos = p == end ? p : p + 1;
    if (key == key_end) {
        text->error = key;
        return VMM_E_SYNTAX;
    }
    if (p == end) {
        text->error = p;
        return VMM_E_TRUNCATED;
    }
    while (value_end > value && vmm_is_blank(value_end[-1]))
        value_end--;
    row->key.start = key;
    row->key.length = (size_t)(key_end - key);
    row->value.start = value;
    row->value.length = (size_t)(value_end - value);
    return VMM_OK;
}

static vmm_status next_pair(struct vmm_text *text, struct vmm_key_value *row)
{
    const char *end = text->end;
    const char *p = text->pos;
    const char *key, *key_end, *value;

    while (p != end && (*p == '\n' || vmm_is_blank(*p)))
        p++;
    key = p;
    while (p != end && *p != '=' && *p != '\n' && !vmm_is_blank(*p))
        p++;
    key_end = p;
    if (p != end && *p == '=')
        p++;
    value = p;
    while (p != end && *p != '\n' && !vmm_is_blank(*p))
        p++;
    text->pos = p;
    if (key == key_end) {
        if (p == key)
            return VMM_END;
        text->error = key;
        return VMM_E_SYNTAX;
    }
    row->key.start = key;
    row->key.length = (size_t)(key_end - key);
    row->value.start = value;
    row->value.length = (size_t)(p - value);
    return VMM_OK;
}

static vmm_status next_member(struct vmm_text *text, struct vmm_key_value *row)
{
    const char *end = text->end, *error = end;
    const char *p = vmm_skip_json_space(text->pos, end);
    const char *key, *key_end, *value, *value_end;

    if (p == end) {
        text->pos = p;
        return VMM_END;
    }
    p = *p == '{' ? vmm_first_json_member(p, end, &error) : vmm_next_json_member(p, end, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    if (*p == '}') {
        text->pos = vmm_end_json_line(p + 1, end);
        return VMM_END;
    }
    key = p + 1;
    key_end = vmm_take_json_string(key, end, &error);
    value = key_end == NULL ? NULL : vmm_take_json_colon(key_end + 1, end, &error);
    value_end = value == NULL ? NULL : vmm_take_json_value(value, end, 1, &error);
    p = value_end == NULL ? NULL : vmm_end_json_member(value_end, end, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    text->pos = p;
    if (key == key_end) {
        text->error = key;
        return VMM_E_SYNTAX;
    }
    row->key.start = key;
    row->key.length = (size_t)(key_end - key);
    row->value.start = value;
    row->value.length = (size_t)(value_end - value);
    return VMM_OK;
}

static vmm_status next_element(struct vmm_text *text, struct vmm_key_value *row)
{
    const char *end = text->end, *error = end;
    const char *p = vmm_skip_json_space(text->pos, end);
    const char *value, *value_end;

    if (p == end) {
        text->pos = p;
        return VMM_END;
    }
    value = *p == '[' ? vmm_first_json_element(p, end, &error) : vmm_next_json_element(p, end, &error);
    if (value == NULL)
        return vmm_fail(text, error);
    if (*value == ']') {
        text->pos = vmm_end_json_line(value + 1, end);
        return VMM_END;
    }
    value_end = vmm_take_json_value(value, end, 1, &error);
    p = value_end == NULL ? NULL : vmm_end_json_element(value_end, end, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    text->pos = p;
    row->key.start = value;
    row->value.start = value;
    row->value.length = (size_t)(value_end - value);
    return VMM_OK;
}

vmm_status vmm_key_next(struct vmm_text *text, enum vmm_key_form form, struct vmm_key_value *row, size_t row_size)
{
    vmm_status status = vmm_begin_view(text, row, row_size, sizeof *row);

    if (status != VMM_OK)
        return status;
    switch ((unsigned)form) {
    case VMM_KEY_LINES:
        return next_line(text, row);
    case VMM_KEY_PAIRS:
        return next_pair(text, row);
    case VMM_KEY_JSON:
        return next_member(text, row);
    case VMM_KEY_PAIRED_LINES:
        return vmm_next_paired_lines(text, row);
    case VMM_KEY_JSON_ARRAY:
        return next_element(text, row);
    default:
        return vmm_reject(text);
    }
}
