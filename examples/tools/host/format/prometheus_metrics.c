/* SPDX-License-Identifier: MIT */
/*
 * The monitor's process by the names that Prometheus's client libraries give a process, its cgroup by cAdvisor's, and its TAP
 * and its disk by node_exporter's, so that the TAP's traffic is as the host sees it. All of them say whose they are.
 */
#include "../../common/format/format.h"
#include "facts.h"

#define PROCESS(member) METRIC_AT(OF_PROCESS, process_facts, member)
#define CGROUP(member) METRIC_AT(OF_CGROUP, cgroup_facts, member)
#define TAP(member) METRIC_AT(OF_TAP, tap_facts, member)
#define DISK(member) METRIC_AT(OF_DISK, disk_facts, row.member)

static const struct metric rows[] = {
    {"process_cpu_seconds_total", "User and system CPU time, guests included.", COUNTER, PROCESS(cpu_ticks),
     .scale = TICKS},
    {"process_resident_memory_bytes", "Resident memory, without pages of hugetlbfs.", GAUGE,
     PROCESS(record.vm_rss_bytes)},
    {"process_virtual_memory_bytes", "Address space.", GAUGE, PROCESS(record.vm_size_bytes)},
    {"process_start_time_seconds", "When it was started, since 1970.", GAUGE, PROCESS(start_usec),
     .scale = MICROSECONDS},

    {"container_cpu_usage_seconds_total", "CPU time.", COUNTER, CGROUP(cpu_seconds)},
    {"container_cpu_user_seconds_total", "CPU time in user mode.", COUNTER, CGROUP(record.user_usec),
     .scale = MICROSECONDS},
    {"container_cpu_system_seconds_total", "CPU time in the kernel.", COUNTER, CGROUP(record.system_usec),
     .scale = MICROSECONDS},
    {"container_cpu_cfs_periods_total", "Periods of the quota.", COUNTER, CGROUP(record.nr_periods)},
    {"container_cpu_cfs_throttled_periods_total", "Periods in which it was throttled.", COUNTER,
     CGROUP(record.nr_throttled)},
    {"container_cpu_cfs_throttled_seconds_total", "Time for which it was throttled.", COUNTER,
     CGROUP(throttled_seconds)},
    {"container_memory_usage_bytes", "Memory, page cache included.", GAUGE, CGROUP(record.memory_current_bytes)},
    {"container_oom_events_total", "Processes killed for want of memory.", COUNTER, CGROUP(oom_kills)},
    {"container_pressure_cpu_waiting_seconds_total", "Time in which tasks waited for a CPU.", COUNTER,
     CGROUP(cpu_pressure.some_total_usec), .scale = MICROSECONDS},
    {"container_pressure_cpu_stalled_seconds_total", "Time in which no task went on for want of a CPU.", COUNTER,
     CGROUP(cpu_pressure.full_total_usec), .scale = MICROSECONDS},
    {"container_pressure_memory_waiting_seconds_total", "Time in which tasks waited for memory.", COUNTER,
     CGROUP(memory_pressure.some_total_usec), .scale = MICROSECONDS},
    {"container_pressure_memory_stalled_seconds_total", "Time in which no task went on for want of memory.", COUNTER,
     CGROUP(memory_pressure.full_total_usec), .scale = MICROSECONDS},
    {"container_pressure_io_waiting_seconds_total", "Time in which tasks waited for I/O.", COUNTER,
     CGROUP(io_pressure.some_total_usec), .scale = MICROSECONDS},
    {"container_pressure_io_stalled_seconds_total", "Time in which no task went on for want of I/O.", COUNTER,
     CGROUP(io_pressure.full_total_usec), .scale = MICROSECONDS},

    {"node_network_receive_bytes_total", "Bytes received: the guest has sent them.", COUNTER, TAP(row.rx_bytes)},
    {"node_network_receive_packets_total", "Packets received.", COUNTER, TAP(row.rx_packets)},
    {"node_network_receive_drop_total", "Packets received and dropped.", COUNTER, TAP(received_dropped)},
    {"node_network_transmit_bytes_total", "Bytes sent: the guest has received them.", COUNTER, TAP(row.tx_bytes)},
    {"node_network_transmit_packets_total", "Packets sent.", COUNTER, TAP(row.tx_packets)},
    {"node_network_transmit_drop_total", "Packets dropped on the way out, to the guest.", COUNTER, TAP(row.tx_dropped)},

    {"node_disk_reads_completed_total", "Reads completed.", COUNTER, DISK(reads)},
    {"node_disk_read_bytes_total", "Bytes read.", COUNTER, DISK(read_bytes)},
    {"node_disk_read_time_seconds_total", "Seconds spent by all reads.", COUNTER, DISK(read_ms), .scale = MILLISECONDS},
    {"node_disk_writes_completed_total", "Writes completed.", COUNTER, DISK(writes)},
    {"node_disk_written_bytes_total", "Bytes written.", COUNTER, DISK(write_bytes)},
    {"node_disk_write_time_seconds_total", "Seconds spent by all writes.", COUNTER, DISK(write_ms),
     .scale = MILLISECONDS},
    {"node_disk_io_now", "Requests under way.", GAUGE, DISK(in_flight)},
    {"node_disk_io_time_seconds_total", "Seconds with a request under way.", COUNTER, DISK(io_ms),
     .scale = MILLISECONDS},
    {"node_disk_io_time_weighted_seconds_total", "Seconds of all requests added up.", COUNTER, DISK(weighted_io_ms),
     .scale = MILLISECONDS},
};

static const label_names labels[KINDS] = {
    [OF_PROCESS] = {[LABEL_PID] = {"pid", true}, [LABEL_NAME] = {"name", false}},
    [OF_CGROUP] = {[LABEL_PID] = {"pid", true}, [LABEL_NAME] = {"name", false}},
    [OF_TAP] = {[LABEL_PID] = {"pid", true}, [LABEL_NAME] = {"name", false}, [LABEL_DEVICE] = {"device", false}},
    [OF_DISK] = {[LABEL_PID] = {"pid", true}, [LABEL_NAME] = {"name", false}, [LABEL_DEVICE] = {"device", false}},
};

const struct collector prometheus_metrics = {.table = {rows, sizeof rows / sizeof rows[0]}, .labels = labels};
