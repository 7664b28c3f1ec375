/* SPDX-License-Identifier: MIT */
#include "line.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Longer numbers are not printed by any sampler. */
enum { NUMBER_BYTES = 64 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool line_is_object(struct vmm_span line)
{
    struct vmm_text text = vmm_text_of(line.start, line.length);
    struct vmm_key_value member;
    vmm_status status;

    while (text.pos != text.end && is_blank(*text.pos))
        text.pos++;
    if (text.pos == text.end || *text.pos != '{')
        return false;
    while ((status = vmm_key_next(&text, VMM_KEY_JSON, &member, sizeof member)) == VMM_OK) {
    }
    while (text.pos != text.end && is_blank(*text.pos))
        text.pos++;
    return status == VMM_END && text.pos == text.end;
}

bool line_is(struct vmm_span value, const char *text)
{
    return value.length == strlen(text) && memcmp(value.start, text, value.length) == 0;
}

struct vmm_span line_member(struct vmm_span object, const char *name)
{
    struct vmm_text text = vmm_text_of(object.start, object.length);
    struct vmm_key_value member;

    if (object.length == 0 || *object.start != '{')
        return (struct vmm_span){NULL, 0};
    while (vmm_key_next(&text, VMM_KEY_JSON, &member, sizeof member) == VMM_OK) {
        if (line_is(member.key, name))
            return member.value;
    }
    return (struct vmm_span){NULL, 0};
}

uint64_t line_whole(struct vmm_span object, const char *name)
{
    struct vmm_span value = line_member(object, name);
    struct vmm_text text = vmm_text_of(value.start, value.length);
    uint64_t number;

    vmm_value_parse(&text, VMM_VALUE_NUMBER, &number);
    return number < VMM_UNLIMITED ? number : VMM_UNKNOWN;
}

double line_real(struct vmm_span object, const char *name)
{
    struct vmm_span value = line_member(object, name);
    char text[NUMBER_BYTES];
    double number;

    /* A valid value that begins with a digit is a number; one below zero is impossible here. */
    if (value.length == 0 || value.length >= sizeof text || *value.start < '0' || *value.start > '9')
        return NAN;
    memcpy(text, value.start, value.length);
    text[value.length] = '\0';
    number = strtod(text, NULL);
    return number < 0x1p64 ? number : NAN;
}

/* Where a value ends, in a text that is known to be valid: at the comma or bracket after it. */
static const char *after_value(const char *p, const char *end)
{
    unsigned depth = 0;
    bool in_string = false;

    for (; p != end; p++) {
        if (in_string) {
            if (*p == '\\')
                p++;
            else if (*p == '"')
                in_string = false;
        } else if (*p == '"') {
            in_string = true;
        } else if (*p == '[' || *p == '{') {
            depth++;
        } else if (depth == 0 && (*p == ',' || *p == ']')) {
            break;
        } else if (*p == ']' || *p == '}') {
            depth--;
        }
    }
    return p;
}

bool line_next_object(struct vmm_span *rest, struct vmm_span *object)
{
    const char *p = rest->start, *end = p + rest->length;

    if (rest->length == 0 || (*p != '[' && *p != ','))
        return false;
    while (p != end && (*p == '[' || *p == ',')) {
        const char *start = p + 1;

        while (start != end && is_blank(*start))
            start++;
        p = after_value(start, end);
        *object = (struct vmm_span){start, (size_t)(p - start)};
        if (object->length != 0 && *start == '{') {
            *rest = (struct vmm_span){p, (size_t)(end - p)};
            return true;
        }
    }
    rest->length = 0;
    return false;
}
