/* SPDX-License-Identifier: MIT */
/*
 * vmmetrics-host: what a virtual machine uses, seen from its host, one JSON line a machine and sample. It needs nothing from
 * inside the machine, and goes on when that is dead.
 *
 * Numbers are those of the time since the line before. Traffic is meant as the machine's own: what its TAP received, it has
 * sent. What cannot be read or found is null.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "../common/clock.h"
#include "../common/json.h"
#include "../common/machine/machines.h"
#include "../common/message.h"
#include "../common/number.h"
#include "../common/print.h"
#ifdef VMM_FORMATS
#include "format/format.h"
#endif

const char program[] = "vmmetrics-host";

#ifdef VMM_FORMATS
#define FORMAT_USAGE " [--format NAME]"
#else
#define FORMAT_USAGE ""
#endif

static const char help[] =
    "usage: vmmetrics-host --pid PID [--cgroup DIR] [--tap IF] [--disk DEV] [--balloon FILE]\n"
    "                      [--firecracker-metrics FILE] [--interval SECONDS] [--count N]" FORMAT_USAGE "\n"
    "       vmmetrics-host --all [--interval SECONDS] [--count N]" FORMAT_USAGE "\n"
    "Prints the resource usage of virtual machines, measured on their host: one JSON line for each\n"
    "machine and sample. Traffic is shown as the machine sees it: in is traffic that the machine\n"
    "received. An unknown number is null.\n"
    "\n"
    "  --pid PID           the process of a virtual machine's monitor\n"
    "  --cgroup DIR        directory of the machine's cgroup; without this option, the cgroup of the\n"
    "                      process\n"
    "  --tap IF            TAP of the machine; without this option, the first TAP that the process has\n"
    "                      open\n"
    "  --disk DEV          block device of the machine's disk, such as dm-3; without this option, the I/O\n"
    "                      of the cgroup is shown, summed over all devices that the cgroup used\n"
    "  --balloon FILE      regular file with the hypervisor's answer about the balloon, at most 1 MiB; it\n"
    "                      is read again for each line, so another program must keep it up to date\n"
    "  --firecracker-metrics FILE\n"
    "                      FIFO or file that Firecracker writes its metrics to; a file that is truncated\n"
    "                      or replaced is read from its beginning; the members that begin with metrics_\n"
    "                      are computed from the lines since the previous sample, and from the time of\n"
    "                      these lines\n"
    "  --all               every process with the name firecracker, cloud-hypervisor or qemu-system-*\n"
#ifdef VMM_FORMATS
    "  --format NAME       the names, units and definitions of a collector instead of this program's own:\n"
    "                      json, cloudwatch (EC2's and procstat, in the embedded metric format), otel\n"
    "                      (OTLP as JSON), prometheus (process_, container_, node_), and with --pid vm0\n"
    "                      or e2b; unknown numbers are then left out\n"
#endif
    "  --interval SECONDS  time between two samples, such as 0.5 (default: 1)\n"
    "  --count N           end after N samples (default: 1; 0 means no end)\n"
    "  --help, --version\n"
    "\n"
    "Exit status: 0, 1 if a requested machine cannot be read, 2 for wrong usage.\n";

struct host {
    struct machines machines;
    bool all;
    uint64_t ticks_per_second;
    struct json out;
#ifdef VMM_FORMATS
    enum format format;
#endif
};

/* ---- Printing a sample ---- */

static void print_double(struct json *out, const char *key, double value)
{
    json_key(out, key);
    json_double(out, value);
}

static void print_name(struct json *out, const char *key, const char *name)
{
    json_key(out, key);
    if (name[0] == '\0')
        json_null(out);
    else
        json_string(out, name, strlen(name));
}

static void print_cpu(struct host *host, const struct machine *machine, int64_t elapsed_ns)
{
    const struct sample *before = machine->before, *now = machine->now;
    struct json *out = &host->out;
    struct vmm_interval interval = {elapsed_ns, host->ticks_per_second};
    struct vmm_process_usage process;
    struct vmm_threads_usage threads;
    double all = NAN;

    vmm_process_usage_between(&before->process, &now->process, &interval, &process, sizeof process);
    vmm_threads_usage_between(&before->threads, &now->threads, elapsed_ns, &threads, sizeof threads);
    if (vmm_is_known(threads.vcpus) && threads.vcpus != 0)
        all = 100 * threads.total_cores / (double)threads.vcpus;
    /*
     * A machine has at least one virtual CPU. If none is found, its threads have no names, or names that the library
     * does not know.
     */
    print_number(out, "vcpus", threads.vcpus == 0 ? VMM_UNKNOWN : threads.vcpus);
    print_double(out, "cpu_percent", all);
    print_double(out, "cores", process.cores_used);
    print_double(out, "vcpu_cores", threads.vcpu_cores);
    print_double(out, "overhead_cores", threads.overhead_cores);
    print_double(out, "vcpu_run_delay_cores", threads.vcpu_run_delay_cores);
    print_double(out, "run_delay_cores", threads.total_run_delay_cores);
    print_number(out, "threads", threads.threads);
    print_number(out, "rss", now->process.vm_rss_bytes);
    print_number(out, "hugetlb", now->process.hugetlb_pages_bytes);
    print_double(out, "major_faults_per_second", process.majflt_per_second);
}

static void print_pressure(struct json *out, const char *key, const struct vmm_pressure *before,
                           const struct vmm_pressure *now, int64_t elapsed_ns)
{
    struct vmm_pressure_usage usage;

    vmm_pressure_usage_between(before, now, elapsed_ns, &usage, sizeof usage);
    print_double(out, key, usage.some_ratio);
}

static void print_cgroup(struct json *out, const struct machine *machine, int64_t elapsed_ns)
{
    const struct sample *before = machine->before, *now = machine->now;
    struct vmm_cgroup_usage usage;

    vmm_cgroup_usage_between(&before->cgroup, &now->cgroup, elapsed_ns, &usage, sizeof usage);
    print_double(out, "cgroup_cores", usage.cores_used);
    print_double(out, "cgroup_limit_ratio", usage.cpu_limit_used_ratio);
    print_double(out, "throttled_ratio", usage.throttled_periods_ratio);
    print_double(out, "throttled_cores", usage.throttled_cores);
    print_number(out, "cgroup_memory", now->cgroup.memory_current_bytes);
    print_number(out, "oom_kills", number_or(usage.memory_events_oom_kill, usage.memory_oom_control_oom_kill));
    print_pressure(out, "cpu_pressure", &before->cpu_pressure, &now->cpu_pressure, elapsed_ns);
    print_pressure(out, "memory_pressure", &before->memory_pressure, &now->memory_pressure, elapsed_ns);
    print_pressure(out, "io_pressure", &before->io_pressure, &now->io_pressure, elapsed_ns);
}

static void print_network(struct json *out, const struct machine *machine, int64_t elapsed_ns)
{
    struct vmm_net before, now;
    struct vmm_net_usage rate;

    vmm_net_guest_view_of(&machine->before->net, &before, sizeof before);
    vmm_net_guest_view_of(&machine->now->net, &now, sizeof now);
    vmm_net_usage_between(&before, &now, elapsed_ns, &rate, sizeof rate);
    print_name(out, "tap", machine->tap);
    print_double(out, "net_in_bytes_per_second", rate.rx_bytes_per_second);
    print_double(out, "net_out_bytes_per_second", rate.tx_bytes_per_second);
    print_double(out, "net_in_packets_per_second", rate.rx_packets_per_second);
    print_double(out, "net_out_packets_per_second", rate.tx_packets_per_second);
    print_double(out, "net_in_dropped_per_second", rate.rx_dropped_per_second);
    print_double(out, "net_out_dropped_per_second", rate.tx_dropped_per_second);
}

/* The counters of the disk if a disk was named, otherwise the counters of the cgroup, which include all its devices. */
static void print_disk(struct json *out, const struct machine *machine, int64_t elapsed_ns)
{
    struct vmm_disk_usage disk;
    struct vmm_cgroup_io_usage io;
    bool named = machine->disk[0] != '\0';

    vmm_disk_usage_between(&machine->before->disk, &machine->now->disk, elapsed_ns, &disk, sizeof disk);
    vmm_cgroup_io_usage_between(&machine->before->io, &machine->now->io, elapsed_ns, &io, sizeof io);
    print_name(out, "disk", machine->disk);
    print_double(out, "disk_read_bytes_per_second", named ? disk.read_bytes_per_second : io.read_bytes_per_second);
    print_double(out, "disk_write_bytes_per_second", named ? disk.write_bytes_per_second : io.write_bytes_per_second);
    print_double(out, "disk_reads_per_second", named ? disk.reads_per_second : io.reads_per_second);
    print_double(out, "disk_writes_per_second", named ? disk.writes_per_second : io.writes_per_second);
    print_double(out, "disk_busy_ratio", named ? disk.busy_ratio : NAN);
}

/*
 * The balloon, and the guest's own numbers of its memory, which the host cannot check. QEMU gives the time of these
 * numbers.
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
        print_double(out, names[i], number_over(traffic->added[i], seconds));
}

static void print_machine(struct host *host, const struct machine *machine)
{
    int64_t elapsed_ns = machine->now->time_ns - machine->before->time_ns;
    struct json *out = &host->out;
    uint64_t time_ms = now_since_1970_ns() / 1000000;

    json_open(out, '{');
    print_number(out, "time_ms", time_ms);
    print_number(out, "elapsed_ms", (uint64_t)elapsed_ns / 1000000);
    print_number(out, "pid", machine->pid);
    print_name(out, "name", machine->now->process.comm);
    print_cpu(host, machine, elapsed_ns);
    print_cgroup(out, machine, elapsed_ns);
    print_network(out, machine, elapsed_ns);
    print_disk(out, machine, elapsed_ns);
    print_balloon(out, machine, time_ms / 1000);
    print_traffic(out, machine);
    json_close(out, '}');
    json_end_line(out);
}

/* ---- Which machines there are ---- */

static void say(uint64_t pid, int error)
{
    char subject[64];

    snprintf(subject, sizeof subject, "process %llu", (unsigned long long)pid);
    message(subject, strerror(error));
}

/* What was asked for by name must be there. */
static void check_wanted(const struct machine *machine)
{
    const struct wanted *wanted = &machine->wanted;
    const char *missing = NULL, *reason = "cannot be read";
    struct vmm_balloon balloon;

    if (wanted->cgroup != NULL && machine->cgroup_id == 0)
        missing = wanted->cgroup;
    else if (wanted->tap != NULL && !vmm_is_known(machine->now->net.rx_bytes))
        missing = wanted->tap;
    else if (wanted->disk != NULL && !vmm_is_known(machine->now->disk.reads))
        missing = wanted->disk;
    if (missing == NULL && (reason = balloon_read(wanted->balloon, &balloon)) != NULL)
        missing = wanted->balloon;
    if (missing == NULL && machine->metrics.reason != NULL) {
        missing = wanted->metrics;
        reason = machine->metrics.reason;
    }
    if (missing != NULL)
        fail(missing, reason);
}

static void tell(void *context, uint64_t pid, int error)
{
    (void)context;
    say(pid, error);
}

/* Adds the monitors that were not seen before. */
static void look_for_machines(struct host *host)
{
    int error = machines_look(&host->machines, tell, NULL);

    if (error != 0)
        fail("/proc", strerror(error));
}

/* ---- The command line ---- */

/* JSON is printed machine by machine. */
static bool is_json(const struct host *host)
{
#ifdef VMM_FORMATS
    return host->format == FORMAT_JSON;
#else
    (void)host;
    return true;
#endif
}

/* All that were read, in another format. */
static void print_machines(struct host *host)
{
#ifdef VMM_FORMATS
    int error = is_json(host) ? 0 : format_print(&host->out, host->format, host->machines.list, host->machines.count);

    if (error != 0)
        fail("machines", strerror(error));
#else
    (void)host;
#endif
}

/*
 * One pass over all machines. Machines that have ended leave the list. Returns the number of machines that were read.
 */
static size_t sample_all(struct host *host)
{
    size_t good = 0;

    for (size_t i = 0; i < host->machines.count;) {
        struct machine *machine = host->machines.list[i];
        int error = machine_read(machine);

        if (error == 0) {
            if (is_json(host))
                print_machine(host, machine);
            good++;
            i++;
            continue;
        }
        if (error != ESRCH || !host->all)
            say(machine->pid, error);
        machines_remove(&host->machines, i);
    }
    print_machines(host);
    flush(&host->out);
    return good;
}

static uint64_t number_of(const char *option, const char *text)
{
    char *end;
    unsigned long long value = strtoull(text, &end, 10);

    if (*text < '0' || *text > '9' || *end != '\0')
        refuse(option, "needs a whole number");
    return value;
}

int main(int argc, char **argv)
{
    static const struct option known[] = {
        {"pid", required_argument, NULL, 'p'},
        {"cgroup", required_argument, NULL, 'g'},
        {"tap", required_argument, NULL, 't'},
        {"disk", required_argument, NULL, 'd'},
        {"all", no_argument, NULL, 'a'},
        {"interval", required_argument, NULL, 'i'},
        {"balloon", required_argument, NULL, 'b'},
        {"firecracker-metrics", required_argument, NULL, 'm'},
        {"count", required_argument, NULL, 'c'},
        {"help", no_argument, NULL, 'h'},
        {"version", no_argument, NULL, 'v'},
#ifdef VMM_FORMATS
        {"format", required_argument, NULL, 'f'},
#endif
        {NULL, 0, NULL, 0},
    };
    struct host host = {.ticks_per_second = (uint64_t)sysconf(_SC_CLK_TCK)};
    struct wanted wanted = {NULL, NULL, NULL, NULL, NULL};
    uint64_t pid = 0, count = 1;
    double interval = 1;
    bool good = true;
    int option;
    char *end;

    json_init(&host.out, STDOUT_FILENO);
    opterr = 0;
    while ((option = getopt_long(argc, argv, ":", known, NULL)) != -1) {
        switch (option) {
        case 'p':
            pid = number_of("--pid", optarg);
            break;
        case 'g':
            wanted.cgroup = optarg;
            break;
        case 't':
            wanted.tap = optarg;
            break;
        case 'd':
            wanted.disk = optarg;
            break;
        case 'b':
            wanted.balloon = optarg;
            break;
        case 'm':
            wanted.metrics = optarg;
            break;
        case 'a':
            host.all = true;
            break;
        case 'i':
            interval = strtod(optarg, &end);
            if (end == optarg || *end != '\0' || !(interval > 0 && interval < 1e6))
                refuse("--interval", "needs a number of seconds, such as 1 or 0.25");
            break;
#ifdef VMM_FORMATS
        case 'f':
            if (!format_find(optarg, &host.format))
                refuse("--format", "takes " FORMAT_NAMES);
            break;
#endif
        case 'c':
            count = number_of("--count", optarg);
            break;
        case 'h':
        case 'v':
            print_and_end(option == 'h' ? help : "vmmetrics-host " VMM_VERSION "\n");
        case ':':
            refuse(argv[optind - 1], "a value is missing; see --help");
        default:
            refuse(argv[optind - 1], "no such option, or wrong use of it; see --help");
        }
    }
    if (optind != argc)
        refuse(argv[optind], "is no option; see --help");
    if (host.all == (pid != 0))
        refuse("--pid or --all", "one of them is needed; see --help");
    if (host.all && (wanted.cgroup != NULL || wanted.tap != NULL || wanted.disk != NULL || wanted.balloon != NULL ||
                     wanted.metrics != NULL))
        refuse("--cgroup, --tap, --disk, --balloon and --firecracker-metrics", "go with --pid");
#ifdef VMM_FORMATS
    if (host.all && (host.format == FORMAT_VM0 || host.format == FORMAT_E2B))
        refuse("--format", "vm0 and e2b have no field that names the machine, so they go with --pid");
#endif
    if (strlen(wanted.tap == NULL ? "" : wanted.tap) > 15 || strlen(wanted.disk == NULL ? "" : wanted.disk) > 31)
        refuse("--tap or --disk", "this name is too long");

    machines_allow_files();
    if (!host.all) {
        int error = machines_add(&host.machines, pid, &wanted);

        if (error != 0) {
            say(pid, error);
            return EXIT_FAILURE;
        }
        check_wanted(host.machines.list[0]);
    }
    for (uint64_t i = 0; count == 0 || i < count; i++) {
        if (host.all)
            look_for_machines(&host);
        wait_ns((int64_t)(interval * 1e9));
        good = sample_all(&host) != 0 || host.all;
        if (!good)
            break;
    }
    machines_close(&host.machines);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
