/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../common/message.h"
#include "screen.h"

static const char help[] =
    "usage: vmmetrics-top [--interval SECONDS] [--sort KEY] [--pid PID]... [--balloon PATTERN] [--guest] [--ascii]\n"
    "       vmmetrics-top --once [--width COLUMNS] [OPTION]...\n"
    "Shows the resource usage of the virtual machines of this host, and of this machine itself, until q\n"
    "is pressed. The key ? explains the columns. An unknown number is shown as -.\n"
    "\n"
    "  --once              measure one interval, print one page and end\n"
    "  --width COLUMNS     width of the page of --once (default: the width of the terminal, or 132\n"
    "                      without a terminal)\n"
    "  --interval SECONDS  time between two samples, such as 0.5 (default: 1)\n"
    "  --sort KEY          cpu, memory, network, disk, pressure, overhead, wait, throttled or name\n"
    "  --pid PID           the machine of this process, instead of all processes that hold a machine of\n"
    "                      KVM or have a monitor's name; may be given more than once\n"
    "  --balloon PATTERN   path of the files with the hypervisors' answers about balloons; {pid} in the\n"
    "                      pattern stands for the number of each process\n"
    "  --hypervisor PATTERN\n"
    "                      path of the files with the hypervisors' answers about the machines, which say\n"
    "                      how many virtual CPUs there are: vm.info, /machine-config, query-cpus-fast\n"
    "  --guest             only this machine itself\n"
    "  --ascii             bars and histories of ASCII characters only\n"
    "  --root DIR          show another system, whose files are below DIR\n"
    "  --proc DIR, --sys DIR\n"
    "                      directories in place of /proc and /sys, such as /host/proc in a container\n"
    "  --help, --version\n"
    "\n"
    "If NO_COLOR is set in the environment and not empty, there are no colours. Exit status: 0, 1 if the\n"
    "requested machines cannot be shown, 2 for wrong usage.\n";

/* Options without a short form. */
enum { OF_ROOT = 256, OF_PROC, OF_SYS, OF_HYPERVISOR };

static uint64_t number_of(const char *option, const char *text, uint64_t most)
{
    char *end;
    unsigned long long value;

    errno = 0;
    value = strtoull(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || errno != 0 || value == 0 || value > most)
        refuse(option, "needs a whole number");
    return value;
}

static enum sort_key sort_of(const char *text)
{
    for (size_t i = 0; i < SORT_KEYS; i++) {
        if (strcasecmp(text, sort_kinds[i].name) == 0)
            return (enum sort_key)i;
    }
    refuse("--sort", "needs one of cpu, memory, network, disk, pressure, overhead, wait, throttled, name");
}

static void take_option(struct options *options, int option, char **argv)
{
    char *end;

    switch (option) {
    case 'o':
        options->once = true;
        break;
    case 'w':
        options->width = (int)number_of("--width", optarg, MOST_COLUMNS);
        break;
    case 'i':
        options->interval = strtod(optarg, &end);
        if (end == optarg || *end != '\0' || !(options->interval >= 0.01 && options->interval < 1e6))
            refuse("--interval", "needs a number of seconds, such as 1 or 0.25");
        break;
    case 's':
        options->sort = sort_of(optarg);
        break;
    case 'p':
        options->pids[options->pid_count++] = number_of("--pid", optarg, INT64_MAX);
        break;
    case 'b':
        options->balloon = optarg;
        break;
    case OF_HYPERVISOR:
        options->hypervisor = optarg;
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
    case 'g':
        options->guest = true;
        break;
    case 'a':
        options->ascii = true;
        break;
    case 'h':
        print_and_end(help);
    case 'v':
        print_and_end("vmmetrics-top " VMM_VERSION "\n");
    case ':':
        refuse(argv[optind - 1], "a value is missing; see --help");
    default:
        refuse(argv[optind - 1], "no such option, or wrong use of it; see --help");
    }
}

struct options options_of(int argc, char **argv)
{
    static const struct option known[] = {
        {"once", no_argument, NULL, 'o'},
        {"width", required_argument, NULL, 'w'},
        {"interval", required_argument, NULL, 'i'},
        {"sort", required_argument, NULL, 's'},
        {"pid", required_argument, NULL, 'p'},
        {"balloon", required_argument, NULL, 'b'},
        {"hypervisor", required_argument, NULL, OF_HYPERVISOR},
        {"root", required_argument, NULL, OF_ROOT},
        {"proc", required_argument, NULL, OF_PROC},
        {"sys", required_argument, NULL, OF_SYS},
        {"guest", no_argument, NULL, 'g'},
        {"ascii", no_argument, NULL, 'a'},
        {"help", no_argument, NULL, 'h'},
        {"version", no_argument, NULL, 'v'},
        {NULL, 0, NULL, 0},
    };
    struct options options = {.interval = 1, .sort = SORT_CPU};
    int option;

    options.pids = calloc((size_t)argc, sizeof *options.pids);
    if (options.pids == NULL)
        fail("options", strerror(ENOMEM));
    opterr = 0;
    while ((option = getopt_long(argc, argv, ":", known, NULL)) != -1)
        take_option(&options, option, argv);
    if (optind != argc)
        refuse(argv[optind], "is no option; see --help");
    if (options.width != 0 && !options.once)
        refuse("--width", "goes with --once");
    if (options.guest && options.pid_count != 0)
        refuse("--guest", "does not go with --pid");
    return options;
}
