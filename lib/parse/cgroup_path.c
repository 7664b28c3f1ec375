/* Where a process's cgroup directory is. */
#include "vmmetrics/cgroup_path.h"
#include "../scan/scan.h"
#include "vmmetrics/filesystem.h"

vmm_status vmm_cgroup_path(const struct vmm_text *membership, const struct vmm_text *mounts, const char *controller,
                           char *buffer, size_t buffer_size)
{
    (void)membership;
    (void)mounts;
    (void)controller;
    return buffer == NULL || buffer_size == 0 ? VMM_E_ARGUMENT : VMM_END;
}
