/* SPDX-License-Identifier: MIT */
/* Rows of /proc/PID/cgroup: `5:cpu,cpuacct:/vm1` and `0::/vm1`. */
#include "vmmetrics/cgroup_path.h"

#include "../record/engine.h"
#include "../scan/scan.h"

vmm_status vmm_cgroup_membership_next(struct vmm_text *text, struct vmm_cgroup_membership *row, size_t row_size)
{
    vmm_status status = vmm_begin_view(text, row, row_size, sizeof *row);
    const char *hierarchy, *controllers, *path, *p, *end;

    if (status != VMM_OK)
        return status;
    p = text->pos;
    end = text->end;
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
