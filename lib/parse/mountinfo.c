/* Rows of /proc/self/mountinfo: `35 31 0:32 /vm1 /sys/fs/cgroup/memory rw,nosuid shared:9 - cgroup cgroup rw,memory`. */
#include "../record/engine.h"
#include "../scan/scan.h"
#include "vmmetrics/filesystem.h"

vmm_status vmm_mount_next(struct vmm_text *text, struct vmm_mount *row, size_t row_size)
{
    (void)text;
    return row == NULL || row_size < sizeof *row ? VMM_E_ARGUMENT : VMM_END;
}
