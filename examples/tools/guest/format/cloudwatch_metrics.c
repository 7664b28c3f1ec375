/* SPDX-License-Identifier: MIT */
/* The CloudWatch agent's names, units and definitions, on Linux. */
#include "../../common/format/format.h"
#include "facts.h"

#define MACHINE(member) METRIC_AT(OF_MACHINE, machine_facts, member)
#define CPU(member) METRIC_AT(OF_CPU, cpu_facts, member)
#define DISK(member) METRIC_AT(OF_DISK, disk_facts, member)
#define FILESYSTEM(member) METRIC_AT(OF_FILESYSTEM, filesystem_facts, member)
#define NET(member) METRIC_AT(OF_NET, net_facts, growth.member)

/* Since the machine was started, and without a unit. */
#define CPU_TIME(word, member) "cpu_time_" word, NULL, GAUGE, CPU(member), .scale = TICKS
/* Of the time since the sample before. */
#define CPU_USAGE(word, member) "cpu_usage_" word, "Percent", GAUGE, CPU(member), .scale = PERCENT
#define TCP(word, state) "netstat_tcp_" word, "Count", GAUGE, MACHINE(tcp.states[VMM_SOCKET_STATE_##state])
#define PROCESSES(word, state) "processes_" word, "Count", GAUGE, MACHINE(processes[VMM_PROCESS_STATE_##state])

static const struct metric rows[] = {
    /* Of all time, user and nice have guests in them; of the shares, they have not. Waiting for a disk, and what the
     * hypervisor took, is active. */
    {CPU_TIME("active", active_ticks)},
    {CPU_TIME("user", row.user_ticks)},
    {CPU_TIME("nice", row.nice_ticks)},
    {CPU_TIME("system", row.system_ticks)},
    {CPU_TIME("idle", row.idle_ticks)},
    {CPU_TIME("iowait", row.iowait_ticks)},
    {CPU_TIME("irq", row.irq_ticks)},
    {CPU_TIME("softirq", row.softirq_ticks)},
    {CPU_TIME("steal", row.steal_ticks)},
    {CPU_TIME("guest", row.guest_ticks)},
    {CPU_TIME("guest_nice", row.guest_nice_ticks)},
    {CPU_USAGE("active", usage.busy_cloudwatch_ratio)},
    {CPU_USAGE("user", user_without_guest_ratio)},
    {CPU_USAGE("nice", nice_without_guest_ratio)},
    {CPU_USAGE("system", usage.system_ratio)},
    {CPU_USAGE("idle", usage.idle_ratio)},
    {CPU_USAGE("iowait", usage.iowait_ratio)},
    {CPU_USAGE("irq", usage.irq_ratio)},
    {CPU_USAGE("softirq", usage.softirq_ratio)},
    {CPU_USAGE("steal", usage.steal_ratio)},
    {CPU_USAGE("guest", usage.guest_ratio)},
    {CPU_USAGE("guest_nice", usage.guest_nice_ratio)},

    /* Used is total - free - buffered - cached, not total - available. */
    {"mem_active", "Bytes", GAUGE, MACHINE(meminfo.active_bytes)},
    {"mem_available", "Bytes", GAUGE, MACHINE(meminfo.mem_available_bytes)},
    {"mem_available_percent", "Percent", GAUGE, MACHINE(available_ratio), .scale = PERCENT},
    {"mem_buffered", "Bytes", GAUGE, MACHINE(memory.buffers_bytes)},
    {"mem_cached", "Bytes", GAUGE, MACHINE(memory.cache_bytes)},
    {"mem_free", "Bytes", GAUGE, MACHINE(memory.free_bytes)},
    {"mem_inactive", "Bytes", GAUGE, MACHINE(meminfo.inactive_bytes)},
    {"mem_shared", "Bytes", GAUGE, MACHINE(memory.shared_bytes)},
    {"mem_total", "Bytes", GAUGE, MACHINE(memory.total_bytes)},
    {"mem_used", "Bytes", GAUGE, MACHINE(memory.used_procps3_bytes)},
    {"mem_used_percent", "Percent", GAUGE, MACHINE(memory.used_procps3_ratio), .scale = PERCENT},
    {"swap_free", "Bytes", GAUGE, MACHINE(memory.swap_free_bytes)},
    {"swap_used", "Bytes", GAUGE, MACHINE(memory.swap_used_bytes)},
    {"swap_used_percent", "Percent", GAUGE, MACHINE(swap_used_or_0_ratio), .scale = PERCENT},

    {"disk_free", "Bytes", GAUGE, FILESYSTEM(usage.available_bytes)},
    {"disk_total", "Bytes", GAUGE, FILESYSTEM(usage.total_bytes)},
    {"disk_used", "Bytes", GAUGE, FILESYSTEM(usage.used_bytes)},
    {"disk_used_percent", "Percent", GAUGE, FILESYSTEM(usage.use_ratio), .scale = PERCENT},
    {"disk_inodes_free", "Count", GAUGE, FILESYSTEM(usage.inodes_free)},
    {"disk_inodes_total", "Count", GAUGE, FILESYSTEM(usage.inodes_total)},
    {"disk_inodes_used", "Count", GAUGE, FILESYSTEM(usage.inodes_used)},

    /* What was added since the sample before; requests under way are no counter. */
    {"diskio_reads", "Count", GAUGE, DISK(growth.reads)},
    {"diskio_writes", "Count", GAUGE, DISK(growth.writes)},
    {"diskio_read_bytes", "Bytes", GAUGE, DISK(growth.read_bytes)},
    {"diskio_write_bytes", "Bytes", GAUGE, DISK(growth.write_bytes)},
    {"diskio_read_time", "Milliseconds", GAUGE, DISK(growth.read_ms)},
    {"diskio_write_time", "Milliseconds", GAUGE, DISK(growth.write_ms)},
    {"diskio_io_time", "Milliseconds", GAUGE, DISK(growth.io_ms)},
    {"diskio_iops_in_progress", "Count", GAUGE, DISK(row.in_flight)},

    {"net_bytes_recv", "Bytes", GAUGE, NET(rx_bytes)},
    {"net_bytes_sent", "Bytes", GAUGE, NET(tx_bytes)},
    {"net_packets_recv", "Count", GAUGE, NET(rx_packets)},
    {"net_packets_sent", "Count", GAUGE, NET(tx_packets)},
    {"net_err_in", "Count", GAUGE, NET(rx_errors)},
    {"net_err_out", "Count", GAUGE, NET(tx_errors)},
    {"net_drop_in", "Count", GAUGE, NET(net_dev_rx_drop)},
    {"net_drop_out", "Count", GAUGE, NET(tx_dropped)},

    {TCP("established", ESTABLISHED)},
    {TCP("syn_sent", SYN_SENT)},
    {TCP("syn_recv", SYN_RECV)},
    {TCP("fin_wait1", FIN_WAIT1)},
    {TCP("fin_wait2", FIN_WAIT2)},
    {TCP("time_wait", TIME_WAIT)},
    {TCP("close", CLOSE)},
    {TCP("close_wait", CLOSE_WAIT)},
    {TCP("last_ack", LAST_ACK)},
    {TCP("listen", LISTEN)},
    {TCP("closing", CLOSING)},
    /* Sockets of Unix for streams: the agent's reader gives them this state. */
    {"netstat_tcp_none", "Count", GAUGE, MACHINE(kernel.unix_sockets)},
    {"netstat_udp_socket", "Count", GAUGE, MACHINE(udp)},

    {PROCESSES("blocked", DISK_SLEEP)},
    {PROCESSES("dead", DEAD)},
    {PROCESSES("idle", IDLE)},
    {PROCESSES("paging", WAKING)},
    {PROCESSES("running", RUNNING)},
    {PROCESSES("sleeping", SLEEPING)},
    {"processes_stopped", "Count", GAUGE, MACHINE(processes_stopped)},
    {"processes_total", "Count", GAUGE, MACHINE(processes_total)},
    {"processes_total_threads", "Count", GAUGE, MACHINE(threads)},
    /* The agent knows a unit only for `zombie`, which it does not send. */
    {"processes_zombies", NULL, GAUGE, MACHINE(processes[VMM_PROCESS_STATE_ZOMBIE])},
};

/* The dimensions that the agent gives them by itself. */
static const label_names *const labels[KINDS] = {
    [OF_MACHINE] = &(const label_names){[LABEL_HOST] = {"host", false}},
    [OF_CPU] = &(const label_names){[LABEL_HOST] = {"host", false}, [LABEL_CPU_NAME] = {"cpu", false}},
    [OF_DISK] = &(const label_names){[LABEL_HOST] = {"host", false}, [LABEL_DISK] = {"name", false}},
    [OF_NET] = &(const label_names){[LABEL_HOST] = {"host", false}, [LABEL_INTERFACE] = {"interface", false}},
    [OF_FILESYSTEM] = &(const label_names){[LABEL_HOST] = {"host", false},
                                           [LABEL_DEVICE] = {"device", false},
                                           [LABEL_MOUNT_POINT] = {"path", false},
                                           [LABEL_TYPE] = {"fstype", false}},
};

static const char *const name_spaces[KINDS] = {
    [OF_MACHINE] = "CWAgent", [OF_CPU] = "CWAgent",        [OF_DISK] = "CWAgent",
    [OF_NET] = "CWAgent",     [OF_FILESYSTEM] = "CWAgent",
};

const struct collector cloudwatch_metrics = {
    .table = {rows, sizeof rows / sizeof rows[0]}, .labels = labels, .name_spaces = name_spaces};
