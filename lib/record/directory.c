/* SPDX-License-Identifier: MIT */
/* Files that make a record together. */
#include "tables.h"

/*
 * Takes a value that is all of a file, which may lack its newline. Returns where it ends; NULL when a byte is wrong,
 * with that byte in `error`.
 */
static const char *take_only_value(const struct vmm_source *source, const char *p, const char *end, uint64_t *value,
                                   const char **error)
{
    p = vmm_skip_blanks(p, end);
    if (source->words != NULL)
        p = vmm_take_one_of(source->words, p, end, value, error);
    else
        p = vmm_take_value(source->form, p, end, value, error);
    if (p == NULL || p == end || vmm_ends_value(p, end))
        return p;
    *error = p;
    return NULL;
}

/*
 * Takes a number, or `max` in a file of a limit, with the newline at the end of the text. False for anything else.
 */
static inline bool take_usual_only_value(const struct vmm_source *source, const char *p, const char *end,
                                         uint64_t *value)
{
    const char *after, *error;

    if (source->words != NULL || (source->form != VMM_FORM_NUMBER && source->form != VMM_FORM_LIMIT) || end - p > 16)
        return false;
    if (source->form == VMM_FORM_LIMIT && end - p == 4 &&
        vmm_load4(p) == (uint32_t)('m' | 'a' << 8 | 'x' << 16 | '\n' << 24)) {
        *value = VMM_UNLIMITED;
        return true;
    }
    after = vmm_take_number(p, end, value, &error);
    return after != NULL && after != end && *after == '\n' && after + 1 == end;
}

vmm_status vmm_read_only_value(struct vmm_text *text, const struct vmm_source *source, void *out, size_t size)
{
    const char *error = text->end;
    uint64_t value = VMM_UNKNOWN, usual = VMM_UNKNOWN;
    vmm_status status = VMM_E_EMPTY;

    if (take_usual_only_value(source, text->pos, text->end, &usual)) {
        text->pos = text->end;
        vmm_store(out, size, source->offset, usual);
        return VMM_OK;
    }
    if (text->pos != text->end) {
        status = VMM_OK;
        if (take_only_value(source, text->pos, text->end, &value, &error) == NULL) {
            status = vmm_fail(text, error);
            value = VMM_UNKNOWN;
        } else {
            text->pos = text->end;
        }
    }
    vmm_store_value(out, size, source->offset, value);
    return status;
}

vmm_status vmm_read_file(struct vmm_text *text, const struct vmm_source *source, void *out, size_t size)
{
    if (source->keys != NULL)
        return vmm_read_keys(text, source->keys, out, size);
    if (source->line != NULL)
        return vmm_read_line(text, source->line, out, size);
    return vmm_read_only_value(text, source, out, size);
}
