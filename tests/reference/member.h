/* A call of vmm_key_next() for members of a JSON object, for the unit tests and the fuzz targets. */
#ifndef REFERENCE_MEMBER_H
#define REFERENCE_MEMBER_H

#include <string.h>

#include "json.h"
#include "vmmetrics/base.h"

/* What it says and gives, with places from the start of the text. */
struct json_member {
    vmm_status status;
    size_t pos;
    /* SIZE_MAX where there is none. */
    size_t error;
    size_t key, key_end, value, value_end;
};

static inline struct json_member json_member_refused(const char *bytes, size_t pos, size_t length)
{
    struct json_member member = {pos == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, pos, pos, 0, 0, 0, 0};

    while (member.pos < length && bytes[member.pos] != '\n')
        member.pos++;
    if (member.pos < length)
        member.pos++;
    return member;
}

static inline struct json_member json_member_next(const char *bytes, size_t pos, size_t length)
{
    struct json_member wanted = {VMM_END, 0, SIZE_MAX, 0, 0, 0, 0};
    bool is_first;

    json_space(bytes, length, &pos);
    wanted.pos = pos;
    if (pos == length)
        return wanted;
    is_first = bytes[pos] == '{';
    if (is_first || bytes[pos] == ',') {
        pos++;
        json_space(bytes, length, &pos);
    } else if (bytes[pos] != '}')
        return json_member_refused(bytes, pos, length);
    else {
        is_first = true;
    }
    if (is_first && pos < length && bytes[pos] == '}') {
        pos++;
        while (pos < length && bytes[pos] != '\0' && strchr(" \r\t", bytes[pos]) != NULL)
            pos++;
        wanted.pos = pos < length && bytes[pos] == '\n' ? pos + 1 : pos;
        return wanted;
    }
    wanted.key = pos + 1;
    if (!json_string(bytes, length, &pos))
        return json_member_refused(bytes, pos, length);
    wanted.key_end = pos - 1;
    json_space(bytes, length, &pos);
    if (pos == length || bytes[pos] != ':')
        return json_member_refused(bytes, pos, length);
    pos++;
    json_space(bytes, length, &pos);
    wanted.value = pos;
    if (!json_value(bytes, length, &pos, 1, "", NULL))
        return json_member_refused(bytes, pos, length);
    wanted.value_end = pos;
    json_space(bytes, length, &pos);
    if (pos == length || !(bytes[pos] == ',' || bytes[pos] == '}'))
        return json_member_refused(bytes, pos, length);
    wanted.pos = pos;
    wanted.status = wanted.key == wanted.key_end ? VMM_E_SYNTAX : VMM_OK;
    if (wanted.key == wanted.key_end)
        wanted.error = wanted.key;
    return wanted;
}

#endif
