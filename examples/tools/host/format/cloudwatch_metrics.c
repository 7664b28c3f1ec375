/* SPDX-License-Identifier: MIT */
/*
 * The machine by the names of EC2's metrics, and the monitor's process by those of the CloudWatch agent's procstat.
 * EC2's are not in its own namespace: only AWS may put numbers into namespaces that begin with AWS/.
 */
#include "../../common/format/format.h"
#include "facts.h"

#define INSTANCE(member) METRIC_AT(OF_INSTANCE, instance_facts, member)
#define PROCESS(member) METRIC_AT(OF_PROCESS, process_facts, member)
/* Both limits of a thing. One that is unlimited is left out. */
#define LIMIT(name, unit, which)                                                                                       \
    {"procstat_rlimit_" name "_soft", unit, GAUGE, PROCESS(limits.soft[which])},                                       \
    {                                                                                                                  \
        "procstat_rlimit_" name "_hard", unit, GAUGE, PROCESS(limits.hard[which])                                      \
    }

static const struct metric rows[] = {
    /* With the hypervisor's part, of all of the machine's CPUs. */
    {"CPUUtilization", "Percent", GAUGE, INSTANCE(cpu_ratio), .scale = PERCENT},
    /* The guest's own view, what was added since the sample before. */
    {"NetworkIn", "Bytes", GAUGE, INSTANCE(network_in_bytes)},
    {"NetworkOut", "Bytes", GAUGE, INSTANCE(network_out_bytes)},
    {"NetworkPacketsIn", "Count", GAUGE, INSTANCE(network_in_packets)},
    {"NetworkPacketsOut", "Count", GAUGE, INSTANCE(network_out_packets)},
    {"DiskReadBytes", "Bytes", GAUGE, INSTANCE(read_bytes)},
    {"DiskWriteBytes", "Bytes", GAUGE, INSTANCE(write_bytes)},
    {"DiskReadOps", "Count", GAUGE, INSTANCE(reads)},
    {"DiskWriteOps", "Count", GAUGE, INSTANCE(writes)},

    /* A CPU used all the time is 100 %. Guests are in user. */
    {"procstat_cpu_usage", "Percent", GAUGE, PROCESS(usage.cores_used), .scale = PERCENT},
    {"procstat_cpu_time", NULL, GAUGE, PROCESS(cpu_ticks), .scale = TICKS},
    {"procstat_cpu_time_user", NULL, GAUGE, PROCESS(record.utime_ticks), .scale = TICKS},
    {"procstat_cpu_time_system", NULL, GAUGE, PROCESS(record.stime_ticks), .scale = TICKS},
    {"procstat_cpu_time_iowait", NULL, GAUGE, PROCESS(record.delayacct_blkio_ticks), .scale = TICKS},
    {"procstat_memory_rss", "Bytes", GAUGE, PROCESS(record.vm_rss_bytes)},
    {"procstat_memory_vms", "Bytes", GAUGE, PROCESS(record.vm_size_bytes)},
    {"procstat_memory_swap", "Bytes", GAUGE, PROCESS(record.vm_swap_bytes)},
    {"procstat_memory_data", "Bytes", GAUGE, PROCESS(record.vm_data_bytes)},
    {"procstat_memory_stack", "Bytes", GAUGE, PROCESS(record.vm_stk_bytes)},
    {"procstat_memory_locked", "Bytes", GAUGE, PROCESS(record.vm_lck_bytes)},
    {"procstat_num_threads", NULL, GAUGE, PROCESS(record.num_threads)},
    /* As the agent has them: of the first thread only. */
    {"procstat_voluntary_context_switches", NULL, GAUGE, PROCESS(record.voluntary_ctxt_switches)},
    {"procstat_involuntary_context_switches", NULL, GAUGE, PROCESS(record.nonvoluntary_ctxt_switches)},
    /* Calls that read and wrote, but bytes of the disk. */
    {"procstat_read_bytes", "Bytes", GAUGE, PROCESS(record.read_bytes)},
    {"procstat_write_bytes", "Bytes", GAUGE, PROCESS(record.write_bytes)},
    {"procstat_read_count", NULL, GAUGE, PROCESS(record.syscr)},
    {"procstat_write_count", NULL, GAUGE, PROCESS(record.syscw)},
    /* The agent's reader takes the kernel's own number, which is 20 - nice. */
    {"procstat_nice_priority", NULL, GAUGE, PROCESS(priority)},
    {"procstat_realtime_priority", NULL, GAUGE, PROCESS(record.rt_priority)},
    {"procstat_num_fds", NULL, GAUGE, PROCESS(descriptors)},
    LIMIT("cpu_time", NULL, LIMIT_CPU_SECONDS),
    LIMIT("file_locks", NULL, LIMIT_FILE_LOCKS),
    LIMIT("memory_data", "Bytes", LIMIT_DATA_BYTES),
    LIMIT("memory_locked", "Bytes", LIMIT_LOCKED_BYTES),
    LIMIT("memory_rss", "Bytes", LIMIT_RESIDENT_BYTES),
    LIMIT("memory_stack", "Bytes", LIMIT_STACK_BYTES),
    LIMIT("memory_vms", "Bytes", LIMIT_VIRTUAL_BYTES),
    LIMIT("nice_priority", NULL, LIMIT_NICE),
    LIMIT("num_fds", NULL, LIMIT_FILES),
    LIMIT("realtime_priority", NULL, LIMIT_REALTIME),
    LIMIT("signals_pending", NULL, LIMIT_SIGNALS),
};

static const label_names *const labels[KINDS] = {
    [OF_INSTANCE] =
        &(const label_names){[LABEL_HOST] = {"host", false}, [LABEL_VM] = {"vm", false}, [LABEL_PID] = {"pid", true}},
    [OF_PROCESS] =
        &(const label_names){
            [LABEL_HOST] = {"host", false}, [LABEL_PID] = {"pid", true}, [LABEL_NAME] = {"process_name", false}},
};
static const char *const name_spaces[KINDS] = {[OF_INSTANCE] = "vmmetrics/EC2", [OF_PROCESS] = "CWAgent"};

const struct collector cloudwatch_metrics = {
    .table = {rows, sizeof rows / sizeof rows[0]}, .labels = labels, .name_spaces = name_spaces};
