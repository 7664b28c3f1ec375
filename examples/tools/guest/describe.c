/*
 * The descriptions of the records that this program prints, instead of the library's own list of all records: with those, it
 * would be half as large again.
 */
#define VMM_RECORDS(RECORD)                                                                                            \
    RECORD(CPU, cpu)                                                                                                   \
    RECORD(CPU_USAGE, cpu_usage)                                                                                       \
    RECORD(STAT, stat)                                                                                                 \
    RECORD(MEMINFO, meminfo)                                                                                           \
    RECORD(MEMORY_USAGE, memory_usage)                                                                                 \
    RECORD(FILESYSTEM, filesystem)                                                                                     \
    RECORD(FILESYSTEM_USAGE, filesystem_usage)                                                                         \
    RECORD(NET, net)                                                                                                   \
    RECORD(NET_RATE, net_rate)                                                                                         \
    RECORD(DISK, disk)                                                                                                 \
    RECORD(DISK_RATE, disk_rate)                                                                                       \
    RECORD(PRESSURE, pressure)                                                                                         \
    RECORD(PRESSURE_USAGE, pressure_usage)                                                                             \
    RECORD(VMSTAT, vmstat)                                                                                             \
    RECORD(SYSTEM, system)

/* NOLINTNEXTLINE(bugprone-suspicious-include): that is what it is for. */
#include "../../../lib/describe/describe.c"
