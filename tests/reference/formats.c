/* SPDX-License-Identifier: MIT */
/* All formats. */
#include "format.h"

const struct group *const all_groups[] = {
    &meminfo_group,
    &cpu_group,
    &vmstat_group,
    &pressure_group,
    &system_group,
    &disk_group,
    &net_dev_group,
    &net_group,
    &socket_group,
    &process_group,
    &balloon_group,
    &hypervisor_group,
    &hypervisor_device_group,
    &keyvalue_group,
    &cgroup_group,
    &cgroup_memory_group,
    &cgroup_io_group,
    &mountinfo_group,
    &cgroup_path_group,
    &descriptor_group,
    NULL,
};
