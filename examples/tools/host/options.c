/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <string.h>

#include "../common/message.h"
#include "../common/options.h"
#include "../common/output.h"

static const char usage[] =
    "usage: vmmetrics-host --pid PID [--cgroup DIR] [--tap IF] [--disk DEV] [--balloon FILE]\n"
    "                      [--hypervisor FILE] [--firecracker-metrics FILE] [OPTION]...\n"
    "       vmmetrics-host --all [--balloon FILE] [--hypervisor FILE]\n"
    "                      [--firecracker-metrics FILE] [OPTION]...\n"
    "Prints the resource usage of virtual machines, measured on their host: one JSON line for each\n"
    "machine and sample. Traffic is shown as the machine sees it: in is traffic that the machine\n"
    "received. An unknown number is null.\n";

static const char notes[] =
    "Exit status: 0, 1 if a requested machine cannot be read, /proc hides processes from --all or the last\n"
    "sample cannot be written, 2 for wrong usage.\n";

#ifdef VMM_FORMATS
static const char *take_format(void *member, char **name)
{
    struct options *options = member;

    options->has_format = true;
    return format_take(&options->format, name);
}
#endif

#define AT(member) .offset = offsetof(struct options, member)

static const struct option rows[] = {
    {"--pid", .kind = OPTION_NUMBER, AT(pid), .least = 1, .text = "not the number of a process", .value = "PID",
     .help = "the process of a virtual machine's monitor"},
    {"--cgroup", .kind = OPTION_TEXT, AT(wanted.cgroup), .value = "DIR",
     .help = "directory of the machine's cgroup; without this option, the cgroup of the process"},
    {"--tap", .kind = OPTION_TEXT, AT(wanted.tap), .most = 15, .value = "IF",
     .help = "TAP or macvtap of the machine; without this option, all that the process has open"},
    {"--disk", .kind = OPTION_TEXT, AT(wanted.disk), .most = 31, .value = "DEV",
     .help =
         "block device of the machine's disk, such as dm-3; without this option, the block devices that the process "
         "has open for writing, else the I/O of the cgroup, else that of the process; disk_from says which"},
    {"--balloon", .kind = OPTION_TEXT, AT(wanted.balloon), .value = "FILE",
     .help = "regular file with the hypervisor's answers about the balloon and the memory, one on each line, at most 1 "
             "MiB: /balloon/statistics, /hotplug/memory, /balloon/hinting/status and /machine-config of Firecracker, "
             "vm.info of Cloud Hypervisor, guest-stats and query-balloon of QEMU; it is read again for each line, so "
             "another program must keep it up to date; if it or a file of the next two options cannot be read later, "
             "its numbers are null, and the reason is printed once"},
    {"--hypervisor", .kind = OPTION_TEXT, AT(wanted.hypervisor), .value = "FILE",
     .help =
         "file with the hypervisor's answer about the machine, read again for each line: vm.info of Cloud "
         "Hypervisor, /machine-config of Firecracker or query-cpus-fast of QEMU; it says how many virtual CPUs the "
         "machine has; without it the descriptors and threads of the process are counted, and vcpus_from says which"},
    {"--firecracker-metrics", .kind = OPTION_TEXT, AT(wanted.metrics), .value = "FILE",
     .help =
         "FIFO or file that Firecracker writes its metrics to; a file that is truncated or replaced is read from its "
         "beginning; the members that begin with metrics_ are computed from the lines since the previous sample, and "
         "from the time of these lines"},
    {"--all", .kind = OPTION_FLAG, AT(all),
     .help = "every process that holds a machine of KVM (anon_inode:kvm-vm), or has the name firecracker, "
             "cloud-hypervisor, qemu-system-*, qemu-kvm, qemu-dm-*, kvm or crosvm; in the paths of the three options "
             "before, {pid} stands for the number of each process"},
#ifdef VMM_FORMATS
    {"--format", .kind = OPTION_OTHER, .take = take_format, .value = "json|cloudwatch|otel|prometheus",
     .help =
         "the names, units and definitions of a collector instead of this program's own: cloudwatch (EC2's and "
         "procstat, in the embedded metric format), otel (OTLP as JSON), prometheus (vmmetrics_vm_); unknown numbers "
         "are then left out"},
#endif
    {"--interval", 'i', OPTION_SECONDS, AT(interval_ns), .least = 1, .most = (uint64_t)1000000 * SECOND,
     .value = "SECONDS", .help = "time between two samples, such as 0.5 (default: 1)"},
    {"--count", 'n', OPTION_NUMBER, AT(count), .text = "not a number of samples, such as 5; 0 means no end",
     .value = "N", .help = "end after N samples (default: 1; 0 means no end)"},
    {"--http", .kind = OPTION_FLAG, AT(http),
     .help =
         "answer one HTTP request of standard input on standard output, for the sockets of systemd (Accept=yes) and "
         "inetd: GET or HEAD of /metrics or /; the format is prometheus unless --format says another; without "
         "--interval prometheus is not waited for: what is measured between two samples is then left out"},
    OPTION_ROW_OF_OUTPUT(AT),
    OPTION_ROWS_OF_ROOTS(AT),
};

/* A path that is the same for all machines. */
static bool is_of_one(const char *path)
{
    return path != NULL && strstr(path, PID_MARK) == NULL;
}

static void check(const struct options *options)
{
    const struct wanted *wanted = &options->wanted;

    if (options->all == (options->pid != 0))
        refuse("--pid or --all", "one of them is needed; see --help");
    if (options->all && (wanted->cgroup != NULL || wanted->tap != NULL || wanted->disk != NULL))
        refuse("--cgroup, --tap and --disk", "go with --pid");
    if (options->all && (is_of_one(wanted->balloon) || is_of_one(wanted->hypervisor) || is_of_one(wanted->metrics)))
        refuse("--balloon, --hypervisor and --firecracker-metrics", "with --all, the path needs {pid}");
    if (options->http && (vmm_is_known(options->count) || options->output != NULL))
        refuse("--count and --output", "do not go with --http, which answers one request on standard output");
#ifdef VMM_FORMATS
    if (options->format == FORMAT_VM0 || options->format == FORMAT_E2B)
        refuse("--format", "vm0 and e2b need the size of the guest's disk, which only vmmetrics-guest can read");
#endif
}

/* What was not said. */
static void complete(struct options *options)
{
    bool needs_interval = true;

#ifdef VMM_FORMATS
    if (options->http && !options->has_format)
        options->format = FORMAT_PROMETHEUS;
    /* The server computes rates from counters. */
    needs_interval = !options->http || options->format != FORMAT_PROMETHEUS;
#endif
    if (options->interval_ns < 0 && needs_interval)
        options->interval_ns = SECOND;
    if (!vmm_is_known(options->count))
        options->count = 1;
}

struct options options_of(int argc, char **argv)
{
    static const struct option_table table = {rows, sizeof rows / sizeof rows[0], usage, notes};
    struct options options = {.count = VMM_UNKNOWN, .interval_ns = -1};

    options_take_only(&table, &options, argc, argv);
    check(&options);
    complete(&options);
    return options;
}
