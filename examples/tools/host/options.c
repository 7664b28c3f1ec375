/* SPDX-License-Identifier: MIT */
#include "options.h"

#include "../common/message.h"
#include "../common/options.h"
#include "../common/output.h"

static const char help[] =
    "usage: vmmetrics-host --pid PID [--cgroup DIR] [--tap IF] [--disk DEV] [--balloon FILE]\n"
    "                      [--hypervisor FILE] [--firecracker-metrics FILE] [OPTION]...\n"
    "       vmmetrics-host --all [OPTION]...\n"
    "Prints the resource usage of virtual machines, measured on their host: one JSON line for each\n"
    "machine and sample. Traffic is shown as the machine sees it: in is traffic that the machine\n"
    "received. An unknown number is null.\n"
    "\n"
    "  --pid PID           the process of a virtual machine's monitor\n"
    "  --cgroup DIR        directory of the machine's cgroup; without this option, the cgroup of the\n"
    "                      process\n"
    "  --tap IF            TAP of the machine; without this option, all TAPs that the process has open\n"
    "  --disk DEV          block device of the machine's disk, such as dm-3; without this option, the block\n"
    "                      devices that the process has open for writing, else the I/O of the cgroup, else\n"
    "                      that of the process; disk_from says which\n"
    "  --balloon FILE      regular file with the hypervisor's answer about the balloon, at most 1 MiB; it\n"
    "                      is read again for each line, so another program must keep it up to date; if\n"
    "                      it or a file of the next two options cannot be read later, its numbers are\n"
    "                      null, and the reason is printed once\n"
    "  --hypervisor FILE   file with the hypervisor's answer about the machine, read again for each line:\n"
    "                      vm.info of Cloud Hypervisor, /machine-config of Firecracker or query-cpus-fast\n"
    "                      of QEMU; it says how many virtual CPUs the machine has\n"
    "  --firecracker-metrics FILE\n"
    "                      FIFO or file that Firecracker writes its metrics to; a file that is truncated\n"
    "                      or replaced is read from its beginning; the members that begin with metrics_\n"
    "                      are computed from the lines since the previous sample, and from the time of\n"
    "                      these lines\n"
    "  --all               every process that holds a machine of KVM, or has the name firecracker,\n"
    "                      cloud-hypervisor, qemu-system-*, qemu-kvm, qemu-dm-*, kvm or crosvm\n"
#ifdef VMM_FORMATS
    "  --format NAME       the names, units and definitions of a collector instead of this program's own:\n"
    "                      json, cloudwatch (EC2's and procstat, in the embedded metric format), otel\n"
    "                      (OTLP as JSON), prometheus (vmmetrics_vm_); unknown numbers are then left out\n"
#endif
    "  -i, --interval SECONDS  time between two samples, such as 0.5 (default: 1)\n"
    "  -n, --count N       end after N samples (default: 1; 0 means no end)\n"
    "  --http              answer one HTTP request of standard input on standard output, for the sockets of\n"
    "                      systemd and inetd: GET or HEAD of /metrics or /; the format is prometheus unless\n"
    "                      --format says another, and without --interval prometheus is not waited for: what\n"
    "                      is measured between two samples is then left out\n" OPTION_HELP_OF_OUTPUT
        OPTION_HELP_OF_ROOTS OPTION_HELP_OF_ALL "\n"
    "Exit status: 0, 1 if a requested machine cannot be read or /proc hides processes from --all, 2 for\n"
    "wrong usage.\n";

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
    {"--pid", .kind = OPTION_NUMBER, AT(pid), .least = 1, .text = "not the number of a process"},
    {"--cgroup", .kind = OPTION_TEXT, AT(wanted.cgroup)},
    {"--tap", .kind = OPTION_TEXT, AT(wanted.tap), .most = 15},
    {"--disk", .kind = OPTION_TEXT, AT(wanted.disk), .most = 31},
    {"--balloon", .kind = OPTION_TEXT, AT(wanted.balloon)},
    {"--hypervisor", .kind = OPTION_TEXT, AT(wanted.hypervisor)},
    {"--firecracker-metrics", .kind = OPTION_TEXT, AT(wanted.metrics)},
    {"--all", .kind = OPTION_FLAG, AT(all)},
#ifdef VMM_FORMATS
    {"--format", .kind = OPTION_OTHER, .take = take_format},
#endif
    {"--interval", 'i', OPTION_SECONDS, AT(interval_ns), .least = 1, .most = (uint64_t)1000000 * SECOND},
    {"--count", 'n', OPTION_NUMBER, AT(count), .text = "not a number of samples, such as 5; 0 means no end"},
    {"--http", .kind = OPTION_FLAG, AT(http)},
    {"--output", .kind = OPTION_TEXT, AT(output), .most = OUTPUT_PATH_BYTES - 1},
    {"--root", .kind = OPTION_DIRECTORY, AT(roots.root), .text = ""},
    {"--proc", .kind = OPTION_DIRECTORY, AT(roots.proc), .text = "/proc"},
    {"--sys", .kind = OPTION_DIRECTORY, AT(roots.sys), .text = "/sys"},
};

static void check(const struct options *options)
{
    const struct wanted *wanted = &options->wanted;

    if (options->all == (options->pid != 0))
        refuse("--pid or --all", "one of them is needed; see --help");
    if (options->all && (wanted->cgroup != NULL || wanted->tap != NULL || wanted->disk != NULL ||
                         wanted->balloon != NULL || wanted->metrics != NULL || wanted->hypervisor != NULL))
        refuse("--cgroup, --tap, --disk, --balloon, --hypervisor and --firecracker-metrics", "go with --pid");
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
    static const struct option_table table = {rows, sizeof rows / sizeof rows[0], help};
    struct options options = {.count = VMM_UNKNOWN, .interval_ns = -1};

    options_take_only(&table, &options, argc, argv);
    check(&options);
    complete(&options);
    return options;
}
