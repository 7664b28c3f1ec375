/* Files of one value, and values of rows. */
#include "../record/engine.h"
#include "../scan/scan.h"
#include "vmmetrics/keyvalue.h"

vmm_status vmm_value_parse(struct vmm_text *text, uint32_t kind, uint64_t *value)
{
    /* In the order of VMM_VALUE_*, which begin with 1. */
    static const unsigned char forms[] = {VMM_FORM_NUMBER, VMM_FORM_LIMIT, VMM_FORM_HEX, VMM_FORM_KB, VMM_FORM_LIST};
    bool usable = vmm_is_usable(text);
    const char *p, *end, *error;
    uint64_t taken = VMM_UNKNOWN;

    if (value == NULL)
        return VMM_E_ARGUMENT;
    *value = VMM_UNKNOWN;
    if (!usable || kind < VMM_VALUE_NUMBER || kind > VMM_VALUE_LIST)
        return VMM_E_ARGUMENT;
    p = text->pos;
    end = text->end;
    if (p == end)
        return VMM_E_EMPTY;
    error = p;
    p = vmm_take_value(forms[kind - VMM_VALUE_NUMBER], vmm_skip_blanks(p, end), end, &taken, &error);
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
