/* SPDX-License-Identifier: MIT */
/*
 * OpenTelemetry's names: the semantic conventions' process.* metrics for the monitor's process, container.* for its cgroup,
 * and system.network.* and system.disk.* for its TAP and its disk, as the host sees them.
 */
#include "../../common/format/format.h"
#include "facts.h"

#define PROCESS(member) METRIC_AT(OF_PROCESS, process_facts, member)
#define CGROUP(member) METRIC_AT(OF_CGROUP, cgroup_facts, member)
#define TAP(member) METRIC_AT(OF_TAP, tap_facts, member)
#define PACKETS(member) METRIC_AT(OF_TAP_PACKETS, tap_facts, member)
#define DISK(member) METRIC_AT(OF_DISK, disk_facts, row.member)

#define SWITCHES(type, member)                                                                                         \
    "process.context_switches", "{context_switch}", COUNTER, METRIC_AT(OF_SWITCHES, switches_facts, switches.member),  \
        .labels = "process.context_switch.type=" type

#define MODE(mode) .labels = "cpu.mode=" mode
#define FAULTS(type) .labels = "system.paging.fault.type=" type
#define READ .labels = "disk.io.direction=read"
#define WRITE .labels = "disk.io.direction=write"
#define RECEIVE .labels = "network.io.direction=receive"
#define TRANSMIT .labels = "network.io.direction=transmit"

static const struct metric rows[] = {
    /* Guests are in user mode. */
    {"process.cpu.time", "s", COUNTER, PROCESS(record.utime_ticks), .scale = TICKS, MODE("user")},
    {"process.cpu.time", "s", COUNTER, PROCESS(record.stime_ticks), .scale = TICKS, MODE("system")},
    {"process.cpu.utilization", "1", GAUGE, PROCESS(user_ratio), MODE("user")},
    {"process.cpu.utilization", "1", GAUGE, PROCESS(system_ratio), MODE("system")},
    {"process.memory.usage", "By", SUM, PROCESS(record.vm_rss_bytes)},
    {"process.memory.virtual", "By", SUM, PROCESS(record.vm_size_bytes)},
    {"process.disk.io", "By", COUNTER, PROCESS(record.read_bytes), READ},
    {"process.disk.io", "By", COUNTER, PROCESS(record.write_bytes), WRITE},
    {"process.unix.file_descriptor.count", "{file_descriptor}", SUM, PROCESS(descriptors)},
    {SWITCHES("voluntary", voluntary)},
    {SWITCHES("involuntary", involuntary)},
    {"process.thread.count", "{thread}", SUM, PROCESS(record.num_threads)},
    {"process.paging.faults", "{fault}", COUNTER, PROCESS(record.majflt), FAULTS("major")},
    {"process.paging.faults", "{fault}", COUNTER, PROCESS(record.minflt), FAULTS("minor")},
    {"process.uptime", "s", GAUGE, PROCESS(uptime_seconds)},

    /* Of both modes, or else without a mode. */
    {"container.cpu.time", "s", COUNTER, CGROUP(record.user_usec), .scale = MICROSECONDS, MODE("user")},
    {"container.cpu.time", "s", COUNTER, CGROUP(record.system_usec), .scale = MICROSECONDS, MODE("system")},
    {"container.cpu.time", "s", COUNTER, CGROUP(cpu_seconds_without_modes)},
    {"container.cpu.usage", "{cpu}", GAUGE, CGROUP(usage.cores_used)},
    {"container.memory.usage", "By", SUM, CGROUP(record.memory_current_bytes)},
    {"container.memory.available", "By", SUM, CGROUP(available_bytes)},
    {"container.memory.rss", "By", SUM, CGROUP(memory_stat.anon_bytes)},
    {"container.memory.working_set", "By", SUM, CGROUP(memory.working_set_cadvisor_bytes)},
    {"container.paging.faults", "{fault}", COUNTER, CGROUP(memory_stat.pgmajfault), FAULTS("major")},
    {"container.paging.faults", "{fault}", COUNTER, CGROUP(minor_faults), FAULTS("minor")},
    {"container.disk.io", "By", COUNTER, CGROUP(io.read_bytes), READ},
    {"container.disk.io", "By", COUNTER, CGROUP(io.write_bytes), WRITE},

    {"system.network.io", "By", COUNTER, TAP(row.rx_bytes), RECEIVE},
    {"system.network.io", "By", COUNTER, TAP(row.tx_bytes), TRANSMIT},
    {"system.network.packet.count", "{packet}", COUNTER, PACKETS(row.rx_packets), RECEIVE},
    {"system.network.packet.count", "{packet}", COUNTER, PACKETS(row.tx_packets), TRANSMIT},
    {"system.network.packet.dropped", "{packet}", COUNTER, TAP(received_dropped), RECEIVE},
    {"system.network.packet.dropped", "{packet}", COUNTER, TAP(row.tx_dropped), TRANSMIT},

    {"system.disk.io", "By", COUNTER, DISK(read_bytes), READ},
    {"system.disk.io", "By", COUNTER, DISK(write_bytes), WRITE},
    {"system.disk.operations", "{operation}", COUNTER, DISK(reads), READ},
    {"system.disk.operations", "{operation}", COUNTER, DISK(writes), WRITE},
    {"system.disk.io_time", "s", COUNTER, DISK(io_ms), .scale = MILLISECONDS},
    {"system.disk.operation_time", "s", COUNTER, DISK(read_ms), .scale = MILLISECONDS, READ},
    {"system.disk.operation_time", "s", COUNTER, DISK(write_ms), .scale = MILLISECONDS, WRITE},
    {"system.disk.merged", "{operation}", COUNTER, DISK(reads_merged), READ},
    {"system.disk.merged", "{operation}", COUNTER, DISK(writes_merged), WRITE},
};

static const label_names *const labels[KINDS] = {
    [OF_TAP] =
        &(const label_names){
            [LABEL_DEVICE] = {"network.interface.name", false}, [LABEL_NETNS] = {"vmmetrics.netns", true}},
    [OF_TAP_PACKETS] =
        &(const label_names){[LABEL_DEVICE] = {"system.device", false}, [LABEL_NETNS] = {"vmmetrics.netns", true}},
    [OF_DISK] = &(const label_names){[LABEL_DEVICE] = {"system.device", false}},
};

/* The conventions identify a process by its number and the time of its creation, since numbers are used again. */
static const label_names resource_names = {
    [LABEL_HOST] = {"host.name", false},
    [LABEL_HOST_ID] = {"host.id", false},
    [LABEL_PID] = {"process.pid", true},
    [LABEL_CREATED] = {"process.creation.time", false},
    [LABEL_NAME] = {"process.executable.name", false},
    /* The conventions have no name for a machine beside that of its host. */
    [LABEL_VM] = {"vmmetrics.vm.name", false},
};

const struct collector otel_metrics = {
    .table = {rows, sizeof rows / sizeof rows[0]}, .labels = labels, .resource = &resource_names};
