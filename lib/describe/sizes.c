/* SPDX-License-Identifier: MIT */
/* The members that are gauges of bytes or pages, from the public headers. */
/* Written by `python3 lib/describe/generate.py`: do not edit. */
/* clang-format off */
#include "sizes.h"

/* In the order of the records' ids, which begin with 1. Bit n is the n-th word of 8 bytes. */
static const uint64_t sizes[][3] = {
    {0x0, 0x0, 0x0}, /* cpu */
    {0x0, 0x0, 0x0}, /* cpu_usage */
    {0x0, 0x0, 0x0}, /* stat */
    {0xfe1ffffffffffffc, 0x3ff, 0x0}, /* meminfo */
    {0x1fffc, 0x0, 0x0}, /* memory_usage */
    {0xc, 0x0, 0x0}, /* filesystem */
    {0x1fc, 0x0, 0x0}, /* filesystem_usage */
    {0x0, 0x0, 0x0}, /* pressure */
    {0x0, 0x0, 0x0}, /* pressure_usage */
    {0x7ffffffc, 0x3e19fc2000, 0x0}, /* cgroup_memory */
    {0x4180000c000000, 0x11441998000, 0x0}, /* cgroup */
    {0x0, 0x0, 0x0}, /* cgroup_usage */
    {0x1c, 0x0, 0x0}, /* cgroup_memory_usage */
    {0x0, 0x0, 0x0}, /* cgroup_io */
    {0x0, 0x0, 0x0}, /* cgroup_io_usage */
    {0x300000000, 0xfc00fe000081fffe, 0xffff}, /* process */
    {0x0, 0x0, 0x0}, /* process_usage */
    {0x0, 0x0, 0x0}, /* threads_usage */
    {0x400000000000, 0x0, 0x0}, /* net */
    {0x0, 0x0, 0x0}, /* net_usage */
    {0xc0, 0x0, 0x0}, /* socket */
    {0x4000000, 0x0, 0x0}, /* disk */
    {0x0, 0x0, 0x0}, /* disk_usage */
    {0x0, 0x0, 0x0}, /* system */
    {0x1c3f00ffc, 0x0, 0x0}, /* vmstat */
    {0xc00f07fc, 0x0, 0x0}, /* balloon */
    {0x0, 0x0, 0x0}, /* firecracker */
    {0x0, 0x8000000000, 0x0}, /* hypervisor_device */
    {0x0, 0x0, 0x0}, /* hypervisor_device_usage */
    {0x3fc01d20607fc, 0xe000000000000000, 0x3}, /* vmstat_detail */
    {0x0, 0x0, 0x411400}, /* protocols */
    {0x0, 0x0, 0x0}, /* protocols_usage */
    {0x7c000, 0x0, 0x0}, /* oom_kill */
};

bool vmm_is_size(uint64_t record_id, size_t offset)
{
    size_t word = offset / sizeof(uint64_t) / 64;

    return record_id - 1 < sizeof sizes / sizeof sizes[0] && word < sizeof sizes[0] / sizeof(uint64_t) &&
           (sizes[record_id - 1][word] >> offset / sizeof(uint64_t) % 64 & 1) != 0;
}
