/* SPDX-License-Identifier: MIT */
/*
 * OpenTelemetry's names: the semantic conventions' system.* metrics, of Linux. Their "development" status means that names
 * still change; these are those of the conventions with system.memory.linux.* in them.
 */
#include "../../common/format/format.h"
#include "facts.h"

#define MACHINE(member) METRIC_AT(OF_MACHINE, machine_facts, member)
#define CPU(member) METRIC_AT(OF_CPU, cpu_facts, member)
#define DISK(member) METRIC_AT(OF_DISK, disk_facts, row.member)
#define FILESYSTEM(member) METRIC_AT(OF_FILESYSTEM, filesystem_facts, member)
#define NET(member) METRIC_AT(OF_NET, net_facts, row.member)
#define PACKETS(member) METRIC_AT(OF_NET_PACKETS, net_facts, row.member)

/*
 * The modes add up to all time: `interrupt` is the sum of both kinds of interrupts, and there is no mode for guests,
 * since user and nice include their time.
 */
#define CPU_TIME(mode, member) "system.cpu.time", "s", COUNTER, CPU(member), .scale = TICKS, .labels = "cpu.mode=" mode
#define CPU_SHARE(mode, member) "system.cpu.utilization", "1", GAUGE, CPU(member), .labels = "cpu.mode=" mode
#define MEMORY(state, member) "system.memory.usage", "By", SUM, MACHINE(member), .labels = "system.memory.state=" state
#define MEMORY_SHARE(state, member)                                                                                    \
    "system.memory.utilization", "1", GAUGE, MACHINE(member), .labels = "system.memory.state=" state
#define HUGE_PAGES(state, member)                                                                                      \
    "system.memory.linux.hugepages.usage", "{page}", SUM, MACHINE(member),                                             \
        .labels = "system.memory.linux.hugepages.state=" state
#define HUGE_PAGES_SHARE(state, member)                                                                                \
    "system.memory.linux.hugepages.utilization", "1", GAUGE, MACHINE(member),                                          \
        .labels = "system.memory.linux.hugepages.state=" state
#define SLAB(state, member)                                                                                            \
    "system.memory.linux.slab.usage", "By", SUM, MACHINE(meminfo.member),                                              \
        .labels = "system.memory.linux.slab.state=" state
#define SWAP(state, member)                                                                                            \
    "system.paging.usage", "By", SUM, MACHINE(memory.member), .labels = "system.paging.state=" state
#define SWAP_SHARE(state, member)                                                                                      \
    "system.paging.utilization", "1", GAUGE, MACHINE(member), .labels = "system.paging.state=" state
#define FAULTS(type, member)                                                                                           \
    "system.paging.faults", "{fault}", COUNTER, MACHINE(member), .labels = "system.paging.fault.type=" type
/* What is read from swap and written there, which takes a major fault; each page is an operation. */
#define PAGING(direction, member)                                                                                      \
    "system.paging.operations", "{operation}", COUNTER, MACHINE(vmstat.member),                                        \
        .labels = "system.paging.direction=" direction ",system.paging.fault.type=major"
#define DISK_READ .labels = "disk.io.direction=read"
#define DISK_WRITE .labels = "disk.io.direction=write"
#define SPACE(state, member)                                                                                           \
    "system.filesystem.usage", "By", SUM, FILESYSTEM(usage.member), .labels = "system.filesystem.state=" state
#define SPACE_SHARE(state, member)                                                                                     \
    "system.filesystem.utilization", "1", GAUGE, FILESYSTEM(member), .labels = "system.filesystem.state=" state
#define RECEIVE .labels = "network.io.direction=receive"
#define TRANSMIT .labels = "network.io.direction=transmit"
#define TCP(state, name)                                                                                               \
    "system.network.connection.count", "{connection}", SUM, MACHINE(tcp.states[VMM_SOCKET_STATE_##name]),              \
        .labels = "network.transport=tcp"                                                                              \
                  ",network.connection.state=" state
#define PROCESSES(state, member)                                                                                       \
    "system.process.count", "{process}", SUM, MACHINE(member), .labels = "process.state=" state

static const struct metric rows[] = {
    {"system.uptime", "s", GAUGE, MACHINE(system.uptime_hundredths), .scale = HUNDREDTHS},
    {"system.cpu.logical.count", "{cpu}", SUM, MACHINE(cpus)},
    {CPU_TIME("user", row.user_ticks)},
    {CPU_TIME("nice", row.nice_ticks)},
    {CPU_TIME("system", row.system_ticks)},
    {CPU_TIME("idle", row.idle_ticks)},
    {CPU_TIME("iowait", row.iowait_ticks)},
    {CPU_TIME("interrupt", interrupt_ticks)},
    {CPU_TIME("steal", row.steal_ticks)},
    {CPU_SHARE("user", usage.user_ratio)},
    {CPU_SHARE("nice", usage.nice_ratio)},
    {CPU_SHARE("system", usage.system_ratio)},
    {CPU_SHARE("idle", usage.idle_ratio)},
    {CPU_SHARE("iowait", usage.iowait_ratio)},
    {CPU_SHARE("interrupt", interrupt_ratio)},
    {CPU_SHARE("steal", usage.steal_ratio)},

    /* Used is MemTotal - MemAvailable, so that these add up to more than the limit. */
    {MEMORY("used", memory.used_procps4_bytes)},
    {MEMORY("free", memory.free_bytes)},
    {MEMORY("buffers", memory.buffers_bytes)},
    {MEMORY("cached", memory.cache_bytes)},
    {MEMORY_SHARE("used", memory.used_procps4_ratio)},
    {MEMORY_SHARE("free", free_ratio)},
    {MEMORY_SHARE("buffers", buffers_ratio)},
    {MEMORY_SHARE("cached", cache_ratio)},
    {"system.memory.limit", "By", SUM, MACHINE(memory.total_bytes)},
    {"system.memory.linux.available", "By", SUM, MACHINE(meminfo.mem_available_bytes)},
    {"system.memory.linux.shared", "By", SUM, MACHINE(memory.shared_bytes)},
    {"system.memory.linux.hugepages.limit", "{page}", SUM, MACHINE(meminfo.huge_pages_total)},
    {"system.memory.linux.hugepages.page_size", "By", SUM, MACHINE(meminfo.hugepagesize_bytes)},
    {"system.memory.linux.hugepages.reserved", "{page}", SUM, MACHINE(meminfo.huge_pages_rsvd)},
    {"system.memory.linux.hugepages.surplus", "{page}", SUM, MACHINE(meminfo.huge_pages_surp)},
    {HUGE_PAGES("used", huge_pages_used)},
    {HUGE_PAGES("free", meminfo.huge_pages_free)},
    {HUGE_PAGES_SHARE("used", huge_pages_used_ratio)},
    {HUGE_PAGES_SHARE("free", huge_pages_free_ratio)},
    {SLAB("reclaimable", s_reclaimable_bytes)},
    {SLAB("unreclaimable", s_unreclaim_bytes)},

    {SWAP("used", swap_used_bytes)},
    {SWAP("free", swap_free_bytes)},
    {SWAP_SHARE("used", memory.swap_used_ratio)},
    {SWAP_SHARE("free", swap_free_ratio)},
    {FAULTS("major", vmstat.pgmajfault)},
    {FAULTS("minor", minor_faults)},
    {PAGING("in", pswpin_pages)},
    {PAGING("out", pswpout_pages)},

    {"system.disk.io", "By", COUNTER, DISK(read_bytes), DISK_READ},
    {"system.disk.io", "By", COUNTER, DISK(write_bytes), DISK_WRITE},
    {"system.disk.operations", "{operation}", COUNTER, DISK(reads), DISK_READ},
    {"system.disk.operations", "{operation}", COUNTER, DISK(writes), DISK_WRITE},
    {"system.disk.io_time", "s", COUNTER, DISK(io_ms), .scale = MILLISECONDS},
    {"system.disk.operation_time", "s", COUNTER, DISK(read_ms), .scale = MILLISECONDS, DISK_READ},
    {"system.disk.operation_time", "s", COUNTER, DISK(write_ms), .scale = MILLISECONDS, DISK_WRITE},
    {"system.disk.merged", "{operation}", COUNTER, DISK(reads_merged), DISK_READ},
    {"system.disk.merged", "{operation}", COUNTER, DISK(writes_merged), DISK_WRITE},

    {"system.disk.limit", "By", SUM, METRIC_AT(OF_DISK, disk_facts, size_bytes)},

    /* These do add up to the limit. */
    {SPACE("used", used_bytes)},
    {SPACE("free", available_bytes)},
    {SPACE("reserved", reserved_bytes)},
    {SPACE_SHARE("used", used_ratio)},
    {SPACE_SHARE("free", free_ratio)},
    {SPACE_SHARE("reserved", reserved_ratio)},
    {"system.filesystem.limit", "By", SUM, FILESYSTEM(usage.total_bytes)},
    {"system.filesystem.lock.count", "{lock}", SUM, METRIC_AT(OF_TABLE + TABLE_LOCKS, table_row, numbers[0])},

    {"system.network.io", "By", COUNTER, NET(rx_bytes), RECEIVE},
    {"system.network.io", "By", COUNTER, NET(tx_bytes), TRANSMIT},
    {"system.network.packet.count", "{packet}", COUNTER, PACKETS(rx_packets), RECEIVE},
    {"system.network.packet.count", "{packet}", COUNTER, PACKETS(tx_packets), TRANSMIT},
    {"system.network.packet.dropped", "{packet}", COUNTER, NET(net_dev_rx_drop), RECEIVE},
    {"system.network.packet.dropped", "{packet}", COUNTER, NET(tx_dropped), TRANSMIT},
    {"system.network.errors", "{error}", COUNTER, NET(rx_errors), RECEIVE},
    {"system.network.errors", "{error}", COUNTER, NET(tx_errors), TRANSMIT},
    {TCP("established", ESTABLISHED)},
    {TCP("syn_sent", SYN_SENT)},
    {TCP("syn_received", SYN_RECV)},
    {TCP("fin_wait_1", FIN_WAIT1)},
    {TCP("fin_wait_2", FIN_WAIT2)},
    {TCP("time_wait", TIME_WAIT)},
    {TCP("closed", CLOSE)},
    {TCP("close_wait", CLOSE_WAIT)},
    {TCP("last_ack", LAST_ACK)},
    {TCP("listen", LISTEN)},
    {TCP("closing", CLOSING)},

    {PROCESSES("running", processes[VMM_PROCESS_STATE_RUNNING])},
    {PROCESSES("sleeping", processes_asleep)},
    {PROCESSES("stopped", processes_stopped)},
    {PROCESSES("defunct", processes[VMM_PROCESS_STATE_ZOMBIE])},
    {"system.process.limit", "{thread}", SUM, MACHINE(kernel.threads_most)},
    {"system.process.created", "{process}", COUNTER, MACHINE(stat.processes)},
};

static const label_names *const labels[KINDS] = {
    [OF_CPU] = &(const label_names){[LABEL_CPU] = {"cpu.logical_number", true}},
    [OF_DISK] = &(const label_names){[LABEL_DISK] = {"system.device", false}},
    [OF_NET] = &(const label_names){[LABEL_INTERFACE] = {"network.interface.name", false}},
    [OF_NET_PACKETS] = &(const label_names){[LABEL_INTERFACE] = {"system.device", false}},
    [OF_FILESYSTEM] = &(const label_names){[LABEL_DEVICE] = {"system.device", false},
                                           [LABEL_MOUNT_POINT] = {"system.filesystem.mountpoint", false},
                                           [LABEL_TYPE] = {"system.filesystem.type", false},
                                           [LABEL_MODE] = {"system.filesystem.mode", false}},
    [OF_TABLE + TABLE_LOCKS] = &(const label_names){{"system.device", false},
                                                    {"file.lock.mechanism", false},
                                                    {"file.lock.mode", false},
                                                    {"file.lock.type", false}},
};

static const label_names resource_names = {[LABEL_HOST] = {"host.name", false}, [LABEL_HOST_ID] = {"host.id", false}};

const struct collector otel_metrics = {
    .table = {rows, sizeof rows / sizeof rows[0]}, .labels = labels, .resource = &resource_names};
