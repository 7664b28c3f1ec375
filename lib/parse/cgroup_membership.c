/* Rows of /proc/PID/cgroup: `5:cpu,cpuacct:/vm1` and `0::/vm1`. */
#include "vmmetrics/cgroup_path.h"

#include "../record/engine.h"
#include "../scan/scan.h"

vmm_status vmm_cgroup_membership_next(struct vmm_text *text, struct vmm_cgroup_membership *row, size_t row_size)
{
    bool usable = vmm_is_usable(text);
    const char *hierarchy, *controllers, *path, *p, *end;

    if (row == NULL || row_size < sizeof *row)
        return VMM_E_ARGUMENT;
    memset(row, 0, sizeof *row);
    if (!usable)
        return VMM_E_ARGUMENT;
    p = text->pos;
    end = text->end;
    if (p == end)
        return VMM_END;
    hierarchy = p;
    while (p != end && vmm_is_digit(*p))
        p++;
    if (p == hierarchy || p == end || *p != ':')
        return vmm_fail(text, p);
    p++;
    controllers = p;
    while (p != end && *p != ':' && *p != '\n')
        p++;
    if (p == end || *p != ':')
        return vmm_fail(text, p);
    p++;
    path = p;
    if (p == end || *p != '/')
        return vmm_fail(text, p);
    p = vmm_line_end(p, end);
    if (p == end)
        return vmm_fail(text, p);
    row->hierarchy.start = hierarchy;
    row->hierarchy.length = (size_t)(controllers - 1 - hierarchy);
    row->controllers.start = controllers;
    row->controllers.length = (size_t)(path - 1 - controllers);
    row->path.start = path;
    row->path.length = (size_t)(p - path);
    text->pos = p + 1;
    return VMM_OK;
}
