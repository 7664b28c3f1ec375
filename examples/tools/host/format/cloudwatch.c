/*
 * The machine by the names of EC2's metrics, and the monitor's process by those of the CloudWatch agent's procstat. EC2's are
 * not in its own namespace: nobody but AWS may put numbers into those that begin with AWS/.
 */
#include "../../common/format/cloudwatch.h"

#include "facts.h"
#include "format.h"

#define INSTANCE(member) METRIC_AT(OF_INSTANCE, instance_facts, member)
#define PROCESS(member) METRIC_AT(OF_PROCESS, process_facts, member)

static const struct metric rows[] = {
    /* With the hypervisor's part, of all of the machine's CPUs. */
    {"CPUUtilization", "Percent", GAUGE, INSTANCE(cpu_ratio), .scale = PERCENT},
    /* The guest's own view, what was added since the sample before. */
    {"NetworkIn", "Bytes", GAUGE, INSTANCE(network_in_bytes)},
    {"NetworkOut", "Bytes", GAUGE, INSTANCE(network_out_bytes)},
    {"NetworkPacketsIn", "Count", GAUGE, INSTANCE(network_in_packets)},
    {"NetworkPacketsOut", "Count", GAUGE, INSTANCE(network_out_packets)},
    {"DiskReadBytes", "Bytes", GAUGE, INSTANCE(read_bytes)},
    {"DiskWriteBytes", "Bytes", GAUGE, INSTANCE(written_bytes)},
    {"DiskReadOps", "Count", GAUGE, INSTANCE(reads)},
    {"DiskWriteOps", "Count", GAUGE, INSTANCE(writes)},

    /* A CPU used all the time is 100 %. Guests are in user. */
    {"procstat_cpu_usage", "Percent", GAUGE, PROCESS(usage.cores_used), .scale = PERCENT},
    {"procstat_cpu_time", NULL, GAUGE, PROCESS(cpu_ticks), .scale = TICKS},
    {"procstat_cpu_time_user", NULL, GAUGE, PROCESS(record.utime_ticks), .scale = TICKS},
    {"procstat_cpu_time_system", NULL, GAUGE, PROCESS(record.stime_ticks), .scale = TICKS},
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
};

static const label_names labels = {[LABEL_PID] = {"pid", true}, [LABEL_NAME] = {"process_name", false}};

void print_cloudwatch(struct json *out, const struct things *things, uint64_t now_ns)
{
    struct metrics_table table = {rows, sizeof rows / sizeof rows[0]};
    uint64_t now_ms = now_ns / 1000000;

    cloudwatch_print(out, table, OF_INSTANCE, &things[OF_INSTANCE], &labels, "vmmetrics/EC2", now_ms);
    cloudwatch_print(out, table, OF_PROCESS, &things[OF_PROCESS], &labels, "CWAgent", now_ms);
}
