/* SPDX-License-Identifier: MIT */
#include "engine.h"

#include <string.h>

#include "../describe/sizes.h"
#include "../scan/scan.h"

size_t vmm_begin(void *out, size_t out_size, size_t bytes, uint32_t record_id)
{
    size_t size = out_size < bytes ? out_size : bytes;

    if (out == NULL || out_size < (record_id == 0 ? 1 : 2) * sizeof(uint64_t))
        return 0;
    /* All ones is VMM_UNKNOWN in an integer and NaN in a double, also in members that are newer than this library. */
    memset(out, 0xff, out_size);
    *(uint64_t *)out = size;
    if (record_id != 0)
        ((uint64_t *)out)[1] = record_id;
    return size;
}

size_t vmm_begin_text(struct vmm_text *text, void *out, size_t out_size, size_t bytes, uint32_t record_id)
{
    size_t size = vmm_begin(out, out_size, bytes, record_id);

    if (vmm_is_usable(text) && size != 0)
        return size;
    vmm_reject(text);
    return 0;
}

VMM_RARE void vmm_store_large(void *record, size_t size, size_t offset, uint64_t value)
{
    if (vmm_is_size(((const uint64_t *)record)[1], offset))
        value = VMM_UNKNOWN;
    vmm_store(record, size, offset, value);
}

void vmm_store_name(void *record, size_t size, size_t offset, size_t bytes, const char *name)
{
    char *stored = (char *)record + offset;
    size_t length = 0;

    if (offset + bytes > size)
        return;
    if (name != NULL) {
        for (; length + 1 < bytes && name[length] != '\0'; length++)
            stored[length] = name[length];
    }
    memset(stored + length, 0, bytes - length);
}

vmm_status vmm_fail(struct vmm_text *text, const char *at)
{
    const char *line_end = vmm_line_end(at, text->end);

    text->error = at;
    text->pos = line_end == text->end ? line_end : line_end + 1;
    return at == text->end ? VMM_E_TRUNCATED : VMM_E_SYNTAX;
}

vmm_status vmm_refuse(struct vmm_text *text, const char *at, void *out, size_t out_size, size_t bytes)
{
    /* The call has begun the record, so the record has a type. */
    vmm_begin(out, out_size, bytes, (uint32_t)((const uint64_t *)out)[1]);
    return vmm_fail(text, at);
}
