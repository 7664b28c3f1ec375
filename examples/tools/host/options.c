/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "../common/message.h"
#ifdef VMM_FORMATS
#include "format/format.h"
#endif

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
    "                      (OTLP as JSON), prometheus (vmmetrics_vm_), and with --pid vm0\n"
    "                      or e2b; unknown numbers are then left out\n"
#endif
    "  --interval SECONDS  time between two samples, such as 0.5 (default: 1)\n"
    "  --count N           end after N samples (default: 1; 0 means no end)\n"
    "  --root DIR          read another system, whose files are below DIR\n"
    "  --proc DIR, --sys DIR\n"
    "                      directories in place of /proc and /sys, such as /host/proc in a container\n"
    "  --help, --version\n"
    "\n"
    "Exit status: 0, 1 if a requested machine cannot be read or /proc hides processes from --all, 2 for\n"
    "wrong usage.\n";

/* Options without a short form. */
enum { OF_ROOT = 256, OF_PROC, OF_SYS, OF_HYPERVISOR };

static uint64_t number_of(const char *option, const char *text)
{
    char *end;
    unsigned long long value = strtoull(text, &end, 10);

    if (*text < '0' || *text > '9' || *end != '\0')
        refuse(option, "needs a whole number");
    return value;
}

static double seconds_of(const char *text)
{
    char *end;
    double seconds = strtod(text, &end);

    if (end == text || *end != '\0' || !(seconds > 0 && seconds < 1e6))
        refuse("--interval", "needs a number of seconds, such as 1 or 0.25");
    return seconds;
}

static void take_option(struct options *options, int option, char **argv)
{
    switch (option) {
    case 'p':
        options->pid = number_of("--pid", optarg);
        break;
    case 'g':
        options->wanted.cgroup = optarg;
        break;
    case 't':
        options->wanted.tap = optarg;
        break;
    case 'd':
        options->wanted.disk = optarg;
        break;
    case 'b':
        options->wanted.balloon = optarg;
        break;
    case 'm':
        options->wanted.metrics = optarg;
        break;
    case OF_HYPERVISOR:
        options->wanted.hypervisor = optarg;
        break;
    case OF_ROOT:
        options->roots.root = optarg;
        break;
    case OF_PROC:
        options->roots.proc = optarg;
        break;
    case OF_SYS:
        options->roots.sys = optarg;
        break;
    case 'a':
        options->all = true;
        break;
    case 'i':
        options->interval = seconds_of(optarg);
        break;
#ifdef VMM_FORMATS
    case 'f':
        if (!format_find(optarg, &options->format))
            refuse("--format", "takes " FORMAT_NAMES);
        break;
#endif
    case 'c':
        options->count = number_of("--count", optarg);
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

static void check(const struct options *options)
{
    const struct wanted *wanted = &options->wanted;

    if (options->all == (options->pid != 0))
        refuse("--pid or --all", "one of them is needed; see --help");
    if (options->all && (wanted->cgroup != NULL || wanted->tap != NULL || wanted->disk != NULL ||
                         wanted->balloon != NULL || wanted->metrics != NULL || wanted->hypervisor != NULL))
        refuse("--cgroup, --tap, --disk, --balloon, --hypervisor and --firecracker-metrics", "go with --pid");
#ifdef VMM_FORMATS
    if (options->all && (options->format == FORMAT_VM0 || options->format == FORMAT_E2B))
        refuse("--format", "vm0 and e2b have no field that names the machine, so they go with --pid");
#endif
    if (strlen(wanted->tap == NULL ? "" : wanted->tap) > 15 || strlen(wanted->disk == NULL ? "" : wanted->disk) > 31)
        refuse("--tap or --disk", "this name is too long");
}

struct options options_of(int argc, char **argv)
{
    static const struct option known[] = {
        {"pid", required_argument, NULL, 'p'},
        {"cgroup", required_argument, NULL, 'g'},
        {"tap", required_argument, NULL, 't'},
        {"disk", required_argument, NULL, 'd'},
        {"all", no_argument, NULL, 'a'},
        {"interval", required_argument, NULL, 'i'},
        {"balloon", required_argument, NULL, 'b'},
        {"hypervisor", required_argument, NULL, OF_HYPERVISOR},
        {"firecracker-metrics", required_argument, NULL, 'm'},
        {"count", required_argument, NULL, 'c'},
        {"root", required_argument, NULL, OF_ROOT},
        {"proc", required_argument, NULL, OF_PROC},
        {"sys", required_argument, NULL, OF_SYS},
        {"help", no_argument, NULL, 'h'},
        {"version", no_argument, NULL, 'v'},
#ifdef VMM_FORMATS
        {"format", required_argument, NULL, 'f'},
#endif
        {NULL, 0, NULL, 0},
    };
    struct options options = {.count = 1, .interval = 1};
    int option;

    opterr = 0;
    while ((option = getopt_long(argc, argv, ":", known, NULL)) != -1)
        take_option(&options, option, argv);
    if (optind != argc)
        refuse(argv[optind], "is no option; see --help");
    check(&options);
    return options;
}
