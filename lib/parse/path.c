/* Paths without the octal escapes that the kernel prints them with. */
#include "path.h"

#include "vmmetrics/filesystem.h"

vmm_status vmm_path_unescape(const struct vmm_span *escaped, char *buffer, size_t buffer_size)
{
    const char *p, *end;
    char *out = buffer;

    if (buffer == NULL || buffer_size == 0)
        return VMM_E_ARGUMENT;
    *out = '\0';
    if (escaped == NULL || escaped->start == NULL)
        return VMM_E_ARGUMENT;
    p = escaped->start;
    end = p + escaped->length;
    while (p != end) {
        char byte;

        p = vmm_take_path_byte(p, end, &byte);
        /* A NUL would end the path, and it would be that of something else. */
        if (byte == '\0' || buffer + buffer_size - out < 2) {
            *buffer = '\0';
            return VMM_E_ARGUMENT;
        }
        *out = byte;
        out++;
    }
    *out = '\0';
    return VMM_OK;
}
