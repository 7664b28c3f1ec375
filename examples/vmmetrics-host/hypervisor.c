#define _GNU_SOURCE
#include "hypervisor.h"

#include <string.h>

#include "source.h"

/* Adds what an answer knows. */
static void add_answer(struct vmm_balloon *balloon, const struct vmm_balloon *answer)
{
    struct vmm_field field;

    for (uint32_t i = 0; vmm_field_at(VMM_RECORD_BALLOON, i, &field, sizeof field) == VMM_OK; i++) {
        uint64_t value;

        if (field.offset + sizeof value > sizeof *answer)
            break;
        memcpy(&value, (const char *)answer + field.offset, sizeof value);
        if (value != VMM_UNKNOWN)
            memcpy((char *)balloon + field.offset, &value, sizeof value);
    }
}

void balloon_read(const char *path, struct vmm_balloon *balloon)
{
    struct vmm_balloon answer;
    struct vmm_text text;

    vmm_record_init(VMM_RECORD_BALLOON, balloon, sizeof *balloon);
    if (path == NULL || read_path(path, &text) != 0)
        return;
    while (text.pos != text.end) {
        const char *start = text.pos;

        if (vmm_balloon_parse(&text, &answer, sizeof answer) == VMM_OK)
            add_answer(balloon, &answer);
        if (text.pos == start)
            break;
    }
}
