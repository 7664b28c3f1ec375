/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "line.h"

#include <math.h>
#include <string.h>

#include "../common/collect/use.h"
#include "../common/number.h"
#include "../common/print.h"

static void print_cpu(struct json *out, const struct machine *machine, const struct use *use)
{
    const struct vmm_process *process = &machine->now->process;

    print_number(out, "vcpus", use->vcpus);
    print_text(out, "vcpus_from", vcpus_from_name(use->vcpus_from));
    print_real(out, "cpu_percent", 100 * use->cpu_ratio);
    print_real(out, "cores", use->process.cores_used);
    print_real(out, "guest_cores", use->guest_cores);
    print_real(out, "outside_guest_cores", use->outside_guest_cores);
    print_real(out, "vcpu_cores", use->threads.vcpu_cores);
    print_real(out, "overhead_cores", use->overhead_cores);
    print_real(out, "vcpu_run_delay_cores", use->threads.vcpu_run_delay_cores);
    print_real(out, "run_delay_cores", use->threads.total_run_delay_cores);
    print_number(out, "threads", use->threads.threads);
    print_number(out, "rss", process->vm_rss_bytes);
    print_number(out, "hugetlb", process->hugetlb_pages_bytes);
    print_real(out, "major_faults_per_second", use->process.majflt_per_second);
}

static void print_cgroup(struct json *out, const struct machine *machine, const struct use *use)
{
    const struct vmm_cgroup *now = &machine->now->cgroup;
    const struct vmm_cgroup_usage *usage = &use->cgroup;

    print_number(out, "cgroup_machines", machine->cgroup.machines);
    print_real(out, "cgroup_cores", usage->cores_used);
    print_real(out, "cgroup_limit_ratio", usage->cpu_limit_used_ratio);
    print_real(out, "throttled_ratio", usage->throttled_periods_ratio);
    print_real(out, "throttled_cores", usage->throttled_cores);
    print_number(out, "cgroup_memory", now->memory_current_bytes);
    print_number(out, "cgroup_working_set", use->memory.working_set_cadvisor_bytes);
    print_number(out, "cgroup_memory_peak", now->memory_peak_bytes);
    print_number(out, "oom_kills", number_or(usage->memory_events_oom_kill, usage->memory_oom_control_oom_kill));
    print_real(out, "cpu_pressure", use->pressure[USE_CPU_PRESSURE].some_ratio);
    print_real(out, "memory_pressure", use->pressure[USE_MEMORY_PRESSURE].some_ratio);
    print_real(out, "io_pressure", use->pressure[USE_IO_PRESSURE].some_ratio);
}

static void print_rates(struct json *out, int64_t elapsed_ns, const struct vmm_net *net)
{
    print_real(out, "net_in_bytes_per_second", use_rate(elapsed_ns, net->rx_bytes));
    print_real(out, "net_out_bytes_per_second", use_rate(elapsed_ns, net->tx_bytes));
    print_real(out, "net_in_packets_per_second", use_rate(elapsed_ns, net->rx_packets));
    print_real(out, "net_out_packets_per_second", use_rate(elapsed_ns, net->tx_packets));
    print_real(out, "net_in_dropped_per_second", use_rate(elapsed_ns, net->rx_dropped));
    print_real(out, "net_out_dropped_per_second", use_rate(elapsed_ns, net->tx_dropped));
}

/* The sum of all TAPs; each of them where there are several. */
static void print_network(struct json *out, const struct machine *machine, const struct use *use)
{
    const struct rows *before = &machine->before->nets, *now = &machine->now->nets;

    print_text(out, "tap", machine->tap_count == 0 ? NULL : machine->taps[0].name);
    print_rates(out, use->net_elapsed_ns, &use->net);
    if (now->count < 2)
        return;
    json_open_member(out, "taps", '[');
    for (size_t i = 0; i < now->count; i++) {
        const struct vmm_net *row = row_at(now, VMM_RECORD_NET, i);
        struct vmm_net growth;

        json_open(out, '{');
        print_text(out, "tap", row->name);
        rows_growth_of(before, row, VMM_RECORD_NET, i, &growth);
        vmm_net_guest_view_of(&growth, &growth, sizeof growth);
        print_rates(out, machine->now->nets_ns - machine->before->nets_ns, &growth);
        json_close(out, "}");
    }
    json_close(out, "]");
}

/* The sum of all disks, and where it is from; the names of the disks where there are several. */
static void print_disk(struct json *out, const struct machine *machine, const struct use *use)
{
    print_text(out, "disk", machine->disk_count == 0 ? NULL : machine->disks[0].name);
    print_text(out, "disk_from", disk_from_name(use->disk_from));
    print_real(out, "disk_read_bytes_per_second", use_rate(use->disk_elapsed_ns, use->read_bytes));
    print_real(out, "disk_write_bytes_per_second", use_rate(use->disk_elapsed_ns, use->write_bytes));
    print_real(out, "disk_reads_per_second", use_rate(use->disk_elapsed_ns, use->reads));
    print_real(out, "disk_writes_per_second", use_rate(use->disk_elapsed_ns, use->writes));
    print_real(out, "disk_busy_ratio", use->busy_ratio);
    if (machine->disk_count < 2)
        return;
    json_open_member(out, "disks", '[');
    for (size_t i = 0; i < machine->disk_count; i++)
        json_string(out, machine->disks[i].name, strlen(machine->disks[i].name));
    json_close(out, "]");
}

/*
 * The balloon, the guest's own numbers of its memory, which the host cannot check, and the memory that the hypervisor gave
 * the machine. QEMU gives the time of the guest's numbers.
 */
static void print_balloon(struct json *out, const struct machine *machine, uint64_t now_seconds)
{
    const struct vmm_balloon *balloon = &machine->now->balloon;

    print_number(out, "balloon_actual", balloon->actual_bytes);
    print_number(out, "balloon_logical_vm_size", balloon->logical_vm_size_bytes);
    print_number(out, "guest_total", balloon->total_memory_bytes);
    print_number(out, "guest_available", balloon->available_memory_bytes);
    print_number(out, "guest_free", balloon->free_memory_bytes);
    print_number(out, "guest_told_seconds_ago", number_difference(now_seconds, balloon->last_update_seconds));
    print_number(out, "memory_size", balloon->memory_size_bytes);
    print_number(out, "hotplug_size", balloon->hotplug_size_bytes);
    print_number(out, "hotplug_requested", balloon->hotplug_requested_bytes);
    print_number(out, "hotplug_plugged", balloon->hotplug_plugged_bytes);
    print_number(out, "hotplug_block", balloon->hotplug_block_bytes);
    print_number(out, "hotplug_slot", balloon->hotplug_slot_bytes);
    print_number(out, "hinting_host_cmd", balloon->hinting_host_cmd);
    print_number(out, "hinting_guest_cmd", balloon->hinting_guest_cmd);
}

/* What Firecracker's lines added that came since the line before, over the time that they are about. */
static void print_traffic(struct json *out, const struct machine *machine)
{
    static const char *const names[TRAFFIC_MEMBERS] = {
        [TRAFFIC_RX_BYTES] = "metrics_net_in_bytes_per_second",
        [TRAFFIC_TX_BYTES] = "metrics_net_out_bytes_per_second",
        [TRAFFIC_RX_PACKETS] = "metrics_net_in_packets_per_second",
        [TRAFFIC_TX_PACKETS] = "metrics_net_out_packets_per_second",
        [TRAFFIC_READ_BYTES] = "metrics_disk_read_bytes_per_second",
        [TRAFFIC_WRITE_BYTES] = "metrics_disk_write_bytes_per_second",
        [TRAFFIC_READS] = "metrics_disk_reads_per_second",
        [TRAFFIC_WRITES] = "metrics_disk_writes_per_second",
    };
    const struct traffic *traffic = &machine->now->traffic;
    double seconds = (double)traffic->elapsed_ns / 1e9;

    print_number(out, "metrics_elapsed_ms",
                 traffic->elapsed_ns > 0 ? (uint64_t)traffic->elapsed_ns / 1000000 : VMM_UNKNOWN);
    for (size_t i = 0; i < TRAFFIC_MEMBERS; i++)
        print_real(out, names[i], number_over(traffic->added[i], seconds));
}

void line_print(struct json *out, const struct machine *machine, uint64_t ticks_per_second, uint64_t time_ms)
{
    struct use use;

    use_between(machine, ticks_per_second, &use);
    json_open(out, '{');
    print_number(out, "time_ms", time_ms);
    print_number(out, "elapsed_ms", (uint64_t)use.elapsed_ns / 1000000);
    print_number(out, "pid", machine->pid);
    print_text(out, "name", machine->name);
    print_text(out, "process", machine->now->process.comm);
    print_cpu(out, machine, &use);
    print_cgroup(out, machine, &use);
    print_network(out, machine, &use);
    print_disk(out, machine, &use);
    print_balloon(out, machine, time_ms / 1000);
    print_traffic(out, machine);
    json_close(out, "}");
    json_end_line(out);
}
