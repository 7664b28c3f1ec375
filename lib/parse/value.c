/* SPDX-License-Identifier: MIT */
/* Files of one value, and values of rows. */
#include "../record/engine.h"
#include "../scan/scan.h"
#include "vmmetrics/keyvalue.h"

vmm_status vmm_value_parse(struct vmm_text *text, enum vmm_value_form form, uint64_t *value)
{
    /* In the order of VMM_VALUE_*, which begin with 1. */
    static const unsigned char forms[] = {VMM_FORM_NUMBER, VMM_FORM_LIMIT, VMM_FORM_HEX, VMM_FORM_KB, VMM_FORM_LIST};
    bool usable = vmm_is_usable(text);
    const char *p, *end, *error;
    uint64_t taken = VMM_UNKNOWN;

    if (value == NULL)
        return vmm_reject(text);
    *value = VMM_UNKNOWN;
    if (!usable || form < VMM_VALUE_NUMBER || form > VMM_VALUE_LIST)
        return vmm_reject(text);
    p = text->pos;
    end = text->end;
    if (p == end)
        return VMM_E_EMPTY;
    error = p;
    p = vmm_take_value(forms[form - VMM_VALUE_NUMBER], vmm_skip_blanks(p, end), end, &taken, &error);
    if (p != NULL) {
        p = vmm_skip_blanks(p, end);
        if (p == end || *p == '\n') {
            text->pos = p == end ? p : p + 1;
            *value = taken;
            return VMM_OK;
        }
        error = p;
    }
    text->error = error;
    p = vmm_line_end(error, end);
    text->pos = p == end ? p : p + 1;
    return error == end ? VMM_E_TRUNCATED : VMM_E_SYNTAX;
}
