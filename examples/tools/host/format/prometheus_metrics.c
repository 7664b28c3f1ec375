/* SPDX-License-Identifier: MIT */
/*
 * Names of their own, and a few names that dashboards know, with the texts of HELP of those who made them, so that the
 * exposition can stand beside theirs: process_* of Prometheus's own programs for the monitor's process, container_* of
 * cAdvisor for its cgroup. The labels vm and pid tell them from the others.
 *
 * Traffic of the network is the guest's view: what the TAP received, the guest has sent. Means are those since the
 * sample before. Numbers of CPUs are CPUs that were used all the time.
 */
#include "../../common/format/format.h"
#include "facts.h"

#define INSTANCE(member) METRIC_AT(OF_INSTANCE, instance_facts, member)
#define PROCESS(member) METRIC_AT(OF_PROCESS, process_facts, member)
#define CGROUP(member) METRIC_AT(OF_CGROUP, cgroup_facts, member)
#define VCPU(member) METRIC_AT(OF_VCPU, vcpu_facts, member)
#define TAP(member) METRIC_AT(OF_TAP, tap_facts, guest.member)
#define DISK(member) METRIC_AT(OF_DISK, disk_facts, row.member)

#define CONTAINER(member) METRIC_AT(OF_CONTAINER, cgroup_facts, member)
#define CONTAINER_DISK(member) METRIC_AT(OF_CONTAINER_DISK, cgroup_device_facts, row.member)
#define FAILURES(type, member)                                                                                         \
    "container_memory_failures_total", "Cumulative count of memory allocation failures.", COUNTER,                     \
        CONTAINER(memory_stat.member), .labels = "failure_type=" type ",scope=hierarchy"
#define BLKIO(operation, member)                                                                                       \
    "container_blkio_device_usage_total", "Blkio Device bytes usage", COUNTER,                                         \
        METRIC_AT(OF_CONTAINER_DEVICE, cgroup_device_facts, row.member), .labels = "operation=" operation

#define WAITING(resource, member)                                                                                      \
    "vmmetrics_vm_cgroup_pressure_waiting_seconds_total",                                                              \
        "Time in which tasks of the cgroup waited for the resource.", COUNTER, CGROUP(member),                         \
        .scale = MICROSECONDS, .labels = "resource=" resource
#define STALLED(resource, member)                                                                                      \
    "vmmetrics_vm_cgroup_pressure_stalled_seconds_total",                                                              \
        "Time in which all tasks of the cgroup waited for the resource.", COUNTER, CGROUP(member),                     \
        .scale = MICROSECONDS, .labels = "resource=" resource

static const struct metric rows[] = {
    {"vmmetrics_build_info", "The version of the program.", GAUGE, METRIC_AT(OF_HOST, host_facts, one),
     .labels = "version=" VMM_VERSION},
    {"vmmetrics_host_vms", "Virtual machines that were found.", GAUGE, METRIC_AT(OF_HOST, host_facts, machines)},

    {"vmmetrics_vm_cpu_seconds_total", "CPU time of the monitor's process, its guest included.", COUNTER,
     PROCESS(cpu_ticks), .scale = TICKS},
    {"vmmetrics_vm_guest_cpu_seconds_total", "CPU time in which virtual CPUs ran.", COUNTER,
     PROCESS(record.guest_time_ticks), .scale = TICKS},
    {"vmmetrics_vm_cpu_cores", "Mean number of CPUs that the monitor's process used.", GAUGE, INSTANCE(cores)},
    {"vmmetrics_vm_vcpus", "Virtual CPUs.", GAUGE, INSTANCE(vcpus)},
    {"vmmetrics_vm_vcpu_cores", "Mean number of CPUs that the threads of virtual CPUs used.", GAUGE,
     INSTANCE(vcpu_cores)},
    {"vmmetrics_vm_vcpu_cpu_seconds_total", "CPU time of the thread of a virtual CPU.", COUNTER, VCPU(run_seconds)},
    {"vmmetrics_vm_vcpu_run_delay_seconds_total",
     "Time in which the thread of a virtual CPU waited for a CPU of the host.", COUNTER, VCPU(run_delay_seconds)},
    {"vmmetrics_vm_overhead_cores", "Mean number of CPUs that the other threads used.", GAUGE,
     INSTANCE(overhead_cores)},
    {"vmmetrics_vm_vcpu_run_delay_cores", "Mean number of virtual CPUs that waited for a CPU of the host.", GAUGE,
     INSTANCE(vcpu_run_delay_cores)},
    {"vmmetrics_vm_run_delay_cores", "Mean number of threads that waited for a CPU of the host.", GAUGE,
     INSTANCE(run_delay_cores)},
    {"vmmetrics_vm_threads", "Threads of the monitor's process.", GAUGE, PROCESS(record.num_threads)},
    {"vmmetrics_vm_start_time_seconds", "Start of the monitor's process, since 1970.", GAUGE, PROCESS(start_usec),
     .scale = MICROSECONDS},
    {"vmmetrics_vm_resident_memory_bytes", "Resident memory of the monitor's process, without pages of hugetlbfs.",
     GAUGE, PROCESS(record.vm_rss_bytes)},
    {"vmmetrics_vm_hugetlb_bytes", "Pages of hugetlbfs of the monitor's process.", GAUGE,
     PROCESS(record.hugetlb_pages_bytes)},
    {"vmmetrics_vm_swap_bytes", "Swapped memory of the monitor's process.", GAUGE, PROCESS(record.vm_swap_bytes)},
    {"vmmetrics_vm_virtual_memory_bytes", "Address space of the monitor's process.", GAUGE,
     PROCESS(record.vm_size_bytes)},
    {"vmmetrics_vm_major_page_faults_total", "Page faults of the monitor's process that needed I/O.", COUNTER,
     PROCESS(record.majflt)},

    {"vmmetrics_vm_cgroup_cpu_seconds_total", "CPU time of the cgroup.", COUNTER, CGROUP(cpu_seconds)},
    {"vmmetrics_vm_cgroup_cpu_user_seconds_total", "CPU time of the cgroup in user mode.", COUNTER,
     CGROUP(record.user_usec), .scale = MICROSECONDS},
    {"vmmetrics_vm_cgroup_cpu_system_seconds_total", "CPU time of the cgroup in the kernel.", COUNTER,
     CGROUP(record.system_usec), .scale = MICROSECONDS},
    {"vmmetrics_vm_cgroup_cpu_limit_used_ratio", "Share of its CPU limit that the cgroup used.", GAUGE,
     CGROUP(usage.cpu_limit_used_ratio)},
    {"vmmetrics_vm_cgroup_periods_total", "Periods of the cgroup's CPU limit.", COUNTER, CGROUP(record.nr_periods)},
    {"vmmetrics_vm_cgroup_throttled_periods_total", "Periods in which the cgroup was throttled.", COUNTER,
     CGROUP(record.nr_throttled)},
    {"vmmetrics_vm_cgroup_throttled_seconds_total", "Time for which the cgroup was throttled.", COUNTER,
     CGROUP(throttled_seconds)},
    {"vmmetrics_vm_cgroup_memory_bytes", "Memory of the cgroup, page cache included.", GAUGE,
     CGROUP(record.memory_current_bytes)},
    {"vmmetrics_vm_cgroup_memory_peak_bytes", "Largest memory of the cgroup.", GAUGE, CGROUP(record.memory_peak_bytes)},
    {"vmmetrics_vm_cgroup_memory_limit_bytes", "Memory limit of the cgroup, if it has one.", GAUGE,
     CGROUP(memory.limit_bytes)},
    {"vmmetrics_vm_cgroup_oom_kills_total", "Processes of the cgroup that the kernel killed for want of memory.",
     COUNTER, CGROUP(oom_kills)},
    {"vmmetrics_vm_cgroup_read_bytes_total", "Bytes that the cgroup read from block devices.", COUNTER,
     CGROUP(io.read_bytes)},
    {"vmmetrics_vm_cgroup_written_bytes_total", "Bytes that the cgroup wrote to block devices.", COUNTER,
     CGROUP(io.write_bytes)},
    {"vmmetrics_vm_cgroup_reads_total", "Reads of the cgroup from block devices.", COUNTER, CGROUP(io.reads)},
    {"vmmetrics_vm_cgroup_writes_total", "Writes of the cgroup to block devices.", COUNTER, CGROUP(io.writes)},
    {WAITING("cpu", cpu_pressure.some_total_usec)},
    {WAITING("memory", memory_pressure.some_total_usec)},
    {WAITING("io", io_pressure.some_total_usec)},
    {STALLED("cpu", cpu_pressure.full_total_usec)},
    {STALLED("memory", memory_pressure.full_total_usec)},
    {STALLED("io", io_pressure.full_total_usec)},

    {"vmmetrics_vm_network_receive_bytes_total", "Bytes that the guest received: its TAP has sent them.", COUNTER,
     TAP(rx_bytes)},
    {"vmmetrics_vm_network_receive_packets_total", "Packets that the guest received.", COUNTER, TAP(rx_packets)},
    {"vmmetrics_vm_network_receive_packets_dropped_total", "Packets to the guest that its TAP dropped.", COUNTER,
     TAP(rx_dropped)},
    {"vmmetrics_vm_network_transmit_bytes_total", "Bytes that the guest sent: its TAP has received them.", COUNTER,
     TAP(tx_bytes)},
    {"vmmetrics_vm_network_transmit_packets_total", "Packets that the guest sent.", COUNTER, TAP(tx_packets)},
    {"vmmetrics_vm_network_transmit_packets_dropped_total", "Packets from the guest that its TAP dropped.", COUNTER,
     TAP(tx_dropped)},

    {"vmmetrics_vm_disk_reads_total", "Reads from the block device.", COUNTER, DISK(reads)},
    {"vmmetrics_vm_disk_read_bytes_total", "Bytes read from the block device.", COUNTER, DISK(read_bytes)},
    {"vmmetrics_vm_disk_read_seconds_total", "Time of all reads from the block device.", COUNTER, DISK(read_ms),
     .scale = MILLISECONDS},
    {"vmmetrics_vm_disk_writes_total", "Writes to the block device.", COUNTER, DISK(writes)},
    {"vmmetrics_vm_disk_written_bytes_total", "Bytes written to the block device.", COUNTER, DISK(write_bytes)},
    {"vmmetrics_vm_disk_write_seconds_total", "Time of all writes to the block device.", COUNTER, DISK(write_ms),
     .scale = MILLISECONDS},
    {"vmmetrics_vm_disk_requests_in_flight", "Requests of the block device that are under way.", GAUGE,
     DISK(in_flight)},
    {"vmmetrics_vm_disk_busy_seconds_total", "Time in which the block device had requests under way.", COUNTER,
     DISK(io_ms), .scale = MILLISECONDS},

    {"vmmetrics_vm_balloon_bytes", "Memory in the balloon.", GAUGE, INSTANCE(balloon.actual_bytes)},
    {"vmmetrics_vm_balloon_target_bytes", "Memory that the balloon was asked to take.", GAUGE,
     INSTANCE(balloon.target_bytes)},
    {"vmmetrics_vm_balloon_logical_vm_size_bytes", "Memory that the balloon leaves, as QEMU reports it.", GAUGE,
     INSTANCE(balloon.logical_vm_size_bytes)},
    {"vmmetrics_vm_guest_memory_bytes", "Memory of the guest, as the guest reports it.", GAUGE,
     INSTANCE(balloon.total_memory_bytes)},
    {"vmmetrics_vm_guest_available_memory_bytes", "Available memory of the guest, as the guest reports it.", GAUGE,
     INSTANCE(balloon.available_memory_bytes)},
    {"vmmetrics_vm_guest_free_memory_bytes", "Free memory of the guest, as the guest reports it.", GAUGE,
     INSTANCE(balloon.free_memory_bytes)},
    {"vmmetrics_vm_memory_bytes", "Memory of the machine, without plugged memory, as the hypervisor reports it.", GAUGE,
     INSTANCE(balloon.memory_size_bytes)},
    {"vmmetrics_vm_hotplug_size_bytes", "Memory that can be plugged into the machine at most.", GAUGE,
     INSTANCE(balloon.hotplug_size_bytes)},
    {"vmmetrics_vm_hotplug_requested_bytes", "Memory that was requested to be plugged into the machine.", GAUGE,
     INSTANCE(balloon.hotplug_requested_bytes)},
    {"vmmetrics_vm_hotplug_plugged_bytes", "Memory that is plugged into the machine, as Firecracker reports it.", GAUGE,
     INSTANCE(balloon.hotplug_plugged_bytes)},
    {"vmmetrics_vm_hotplug_block_bytes", "Size of the blocks in which memory is plugged in, as Firecracker reports it.",
     GAUGE, INSTANCE(balloon.hotplug_block_bytes)},
    {"vmmetrics_vm_hotplug_slot_bytes",
     "Size of the slots in which the host hides memory that is not plugged in, as Firecracker reports it.", GAUGE,
     INSTANCE(balloon.hotplug_slot_bytes)},
    {"vmmetrics_vm_hinting_host_command",
     "Last command that the host sent about hints of free pages, as Firecracker reports it.", GAUGE,
     INSTANCE(balloon.hinting_host_cmd)},
    {"vmmetrics_vm_hinting_guest_command",
     "Last command about hints of free pages that the guest answered, as Firecracker reports it.", GAUGE,
     INSTANCE(balloon.hinting_guest_cmd)},

    {"process_max_fds", "Maximum number of open file descriptors.", GAUGE, PROCESS(limits.soft[LIMIT_FILES])},
    {"process_open_fds", "Number of open file descriptors.", GAUGE, PROCESS(descriptors)},
    {"process_threads", "Number of OS threads in the process.", GAUGE, PROCESS(record.num_threads)},
    {"process_virtual_memory_max_bytes", "Maximum amount of virtual memory available in bytes.", GAUGE,
     PROCESS(limits.soft[LIMIT_VIRTUAL_BYTES])},

    {"container_memory_usage_bytes",
     "Current memory usage in bytes, including all memory regardless of when it was accessed", GAUGE,
     CONTAINER(record.memory_current_bytes)},
    {"container_memory_max_usage_bytes", "Maximum memory usage recorded in bytes", GAUGE,
     CONTAINER(record.memory_peak_bytes)},
    {"container_memory_working_set_bytes", "Current working set in bytes.", GAUGE,
     CONTAINER(memory.working_set_cadvisor_bytes)},
    {"container_memory_rss", "Size of RSS in bytes.", GAUGE, CONTAINER(memory_stat.anon_bytes)},
    {"container_memory_cache", "Number of bytes of page cache memory.", GAUGE, CONTAINER(memory_stat.file_bytes)},
    {"container_memory_mapped_file", "Size of memory mapped files in bytes.", GAUGE,
     CONTAINER(memory_stat.file_mapped_bytes)},
    {"container_memory_swap", "Container swap usage in bytes.", GAUGE, CONTAINER(swap_bytes)},
    {FAILURES("pgfault", pgfault)},
    {FAILURES("pgmajfault", pgmajfault)},

    {"container_fs_reads_bytes_total", "Cumulative count of bytes read", COUNTER, CONTAINER_DISK(read_bytes)},
    {"container_fs_reads_total", "Cumulative count of reads completed", COUNTER, CONTAINER_DISK(reads)},
    {"container_fs_writes_bytes_total", "Cumulative count of bytes written", COUNTER, CONTAINER_DISK(write_bytes)},
    {"container_fs_writes_total", "Cumulative count of writes completed", COUNTER, CONTAINER_DISK(writes)},
    {BLKIO("Read", read_bytes)},
    {BLKIO("Write", write_bytes)},
    {BLKIO("Discard", discard_bytes)},
};

/* Prometheus adds the label of the host itself. */
#define MACHINE [LABEL_VM] = {"vm", false}, [LABEL_PID] = {"pid", true}

static const label_names *const labels[KINDS] = {
    [OF_INSTANCE] = &(const label_names){MACHINE},
    [OF_PROCESS] = &(const label_names){MACHINE},
    [OF_CGROUP] = &(const label_names){MACHINE},
    [OF_CONTAINER] = &(const label_names){MACHINE, [LABEL_CGROUP] = {"id", false}},
    [OF_CONTAINER_DISK] =
        &(const label_names){MACHINE, [LABEL_DEVICE] = {"device", false}, [LABEL_CGROUP] = {"id", false}},
    [OF_CONTAINER_DEVICE] =
        &(const label_names){MACHINE, [LABEL_DEVICE] = {"device", false}, [LABEL_CGROUP] = {"id", false},
                             [LABEL_MAJOR] = {"major", false}, [LABEL_MINOR] = {"minor", false}},
    [OF_TAP] = &(const label_names){MACHINE, [LABEL_DEVICE] = {"device", false}, [LABEL_NETNS] = {"netns", true}},
    [OF_DISK] = &(const label_names){MACHINE, [LABEL_DEVICE] = {"device", false}},
    [OF_VCPU] = &(const label_names){MACHINE, [LABEL_DEVICE] = {"vcpu", true}},
};

const struct collector prometheus_metrics = {.table = {rows, sizeof rows / sizeof rows[0]}, .labels = labels};
