/* SPDX-License-Identifier: MIT */
/* Values as text. */
#include "../record/engine.h"
#include "vmmetrics/keyvalue.h"

vmm_status vmm_value_print(uint64_t value, char *buffer, size_t buffer_size, size_t *needed)
{
    char digits[VMM_VALUE_ROOM];
    size_t length = 0;

    if (needed != NULL)
        *needed = 0;
    if (buffer == NULL)
        return VMM_E_ARGUMENT;
    if (buffer_size != 0)
        *buffer = '\0';
    if (value == VMM_UNKNOWN)
        return VMM_E_EMPTY;
    if (value == VMM_UNLIMITED) {
        digits[length++] = 'x';
        digits[length++] = 'a';
        digits[length++] = 'm';
    } else {
        do {
            digits[length++] = (char)('0' + value % 10);
            value /= 10;
        } while (value != 0);
    }
    if (needed != NULL)
        *needed = length + 1;
    if (buffer_size <= length)
        return VMM_E_SPACE;
    buffer[length] = '\0';
    for (size_t i = 0; i < length; i++)
        buffer[i] = digits[length - 1 - i];
    return VMM_OK;
}
