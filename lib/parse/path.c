/* SPDX-License-Identifier: MIT */
/* Paths without the octal escapes that the kernel prints them with. */
#include "path.h"

#include "vmmetrics/filesystem.h"

vmm_status vmm_path_end(struct vmm_path *path, size_t *needed)
{
    if (path->length < path->room && !path->has_nul)
        path->buffer[path->length] = '\0';
    else if (path->room != 0)
        path->buffer[0] = '\0';
    if (path->has_nul)
        return VMM_E_ARGUMENT;
    if (needed != NULL)
        *needed = path->length + 1;
    return path->length < path->room ? VMM_OK : VMM_E_SPACE;
}

vmm_status vmm_path_unescape(const struct vmm_span *escaped, char *buffer, size_t buffer_size, size_t *needed)
{
    struct vmm_path path = {buffer, buffer_size, 0, false};
    const char *p, *end;

    if (needed != NULL)
        *needed = 0;
    if (buffer == NULL)
        return VMM_E_ARGUMENT;
    if (buffer_size != 0)
        *buffer = '\0';
    if (escaped == NULL || escaped->start == NULL)
        return VMM_E_ARGUMENT;
    p = escaped->start;
    end = p + escaped->length;
    while (p != end) {
        char byte;

        p = vmm_take_path_byte(p, end, &byte);
        vmm_path_add(&path, byte);
    }
    return vmm_path_end(&path, needed);
}
