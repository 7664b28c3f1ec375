/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "print.h"

#include <math.h>
#include <string.h>

void print_number(struct json *json, const char *key, uint64_t value)
{
    json_key(json, key);
    if (!vmm_is_known(value))
        json_null(json);
    else
        json_integer(json, value);
}

void print_real(struct json *json, const char *key, double value)
{
    json_key(json, key);
    json_double(json, value);
}

void print_text(struct json *json, const char *key, const char *text)
{
    json_key(json, key);
    if (text == NULL || text[0] == '\0')
        json_null(json);
    else
        json_string(json, text, strlen(text));
}

static void print_value(struct json *json, const struct vmm_member_info *field, const char *member)
{
    uint64_t number;
    double real;

    switch (field->type) {
    case VMM_TYPE_UINT64:
        memcpy(&number, member, sizeof number);
        if (!vmm_is_known(number))
            json_null(json);
        else if (number == VMM_UNLIMITED && field->kind == VMM_KIND_LIMIT)
            json_string(json, "max", 3);
        else
            json_integer(json, number);
        break;
    case VMM_TYPE_DOUBLE:
        memcpy(&real, member, sizeof real);
        json_double(json, real);
        break;
    case VMM_TYPE_NAME:
        if (member[0] == '\0')
            json_null(json);
        else
            json_string(json, member, strnlen(member, (size_t)field->bytes));
        break;
    default:
        /* A type that a newer library brought. */
        json_null(json);
        break;
    }
}

void print_member(struct json *json, const struct vmm_member_info *member, const void *record)
{
    uint64_t size;

    memcpy(&size, record, sizeof size);
    json_key(json, member->name);
    /* Only `size` bytes of a record are there; the rest is unknown. */
    if (member->offset + member->bytes > size)
        json_null(json);
    else
        print_value(json, member, (const char *)record + member->offset);
}

void print_members(struct json *json, enum vmm_record_id record_id, const void *record)
{
    struct vmm_member_info member;

    for (uint32_t i = 0; vmm_member_at(record_id, i, &member, sizeof member) == VMM_OK; i++)
        print_member(json, &member, record);
}

void print_chosen(struct json *json, enum vmm_record_id record_id, const void *record, const uint64_t *chosen)
{
    struct vmm_member_info member;

    for (uint32_t i = 0; vmm_member_at(record_id, i, &member, sizeof member) == VMM_OK; i++) {
        if (chosen[i / 64] >> i % 64 & 1)
            print_member(json, &member, record);
    }
}

void print_record(struct json *json, enum vmm_record_id record_id, const void *record)
{
    json_open(json, '{');
    print_members(json, record_id, record);
    json_close(json, "}");
}
