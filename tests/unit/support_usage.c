/* SPDX-License-Identifier: MIT */
#include "support_usage.h"

#include <string.h>

vmm_status call_usage(const struct usage *usage, const void *before, const void *after, int64_t elapsed_ns,
                      uint64_t number, void *out)
{
    struct usage_call call = {.before = before,
                              .after = after,
                              .before_count = 1,
                              .after_count = 1,
                              .row_size = usage->after.bytes,
                              .elapsed_ns = elapsed_ns,
                              .number = number};
    vmm_status status;

    memset(out, 0x5a, usage->bytes);
    status = usage->function(&call, out, usage->bytes);
    assert_int_equal(*(uint64_t *)out, usage->bytes);
    if (status != VMM_OK)
        check_unknown(usage->record_id, out);
    return status;
}

static struct vmm_member_info field_named(uint32_t record_id, const char *name)
{
    struct vmm_member_info field;

    for (uint32_t i = 0; field_of(record_id, i, &field); i++)
        if (strcmp(field.name, name) == 0)
            return field;
    fail_msg("no member %s", name);
    return field;
}

void set_member(uint32_t record_id, void *record, const char *name, uint64_t value)
{
    memcpy((char *)record + field_named(record_id, name).offset, &value, sizeof value);
}

double double_member(uint32_t record_id, const void *record, const char *name)
{
    double value;

    memcpy(&value, (const char *)record + field_named(record_id, name).offset, sizeof value);
    return value;
}
