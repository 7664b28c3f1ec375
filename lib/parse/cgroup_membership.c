/* Rows of /proc/PID/cgroup: `5:cpu,cpuacct:/vm1` and `0::/vm1`. */
#include "../record/engine.h"
#include "../scan/scan.h"
#include "vmmetrics/cgroup_path.h"

vmm_status vmm_cgroup_membership_next(struct vmm_text *text, struct vmm_cgroup_membership *row, size_t row_size)
{
    (void)text;
    return row == NULL || row_size < sizeof *row ? VMM_E_ARGUMENT : VMM_END;
}
