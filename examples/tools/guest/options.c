/* SPDX-License-Identifier: MIT */
/* Without getopt_long(), which prints messages of its own: a small static program would be larger by 4 KB. */
#include "options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "../common/json.h"
#include "../common/message.h"

static const char help[] =
    "usage: vmmetrics-guest [OPTION]...\n"
    "Prints the usage of this machine as one JSON line: time, CPU in percent of the whole machine, memory\n"
    "and disk in bytes. An unknown number is null.\n"
    "\n"
    "  --interval SECONDS  print a line every so many seconds, without end; 0.5 is allowed, 0 means no\n"
    "                      pause. The CPU usage of a line is measured since the previous line\n"
    "  --count N           end after N lines; without --interval the program prints one line per second\n"
    "  --path DIR          the file system that contains DIR instead of /; if this option is given more\n"
    "                      than once, \"disks\" lists all these file systems, and disk_used and\n"
    "                      disk_total are of the first one\n"
    "  --per-cpu           add \"cpus\": the CPU usage of each CPU that is online\n"
#ifdef VMM_FORMATS
    "  --format NAME       the names, units and definitions of a collector instead of this program's own:\n"
    "                      json, vm0, e2b, cloudwatch (the agent's, in the embedded metric format), otel\n"
    "                      (OTLP as JSON), prometheus (node_exporter's); unknown numbers are then left\n"
    "                      out\n"
#endif
    "  --full              add \"records\": all numbers of this machine that libvmmetrics reads and\n"
    "                      computes\n"
    "  --no-wait           print the first line at once, with CPU and rates null, instead of measuring\n"
    "                      for 100 ms first\n"
    "  --help, --version\n"
    "\n"
    "cpu is all time except idle and iowait; mem_used is total - available, as in free; disk_used is df's\n"
    "Used.\n";

enum option {
    INTERVAL,
    COUNT,
#ifdef VMM_FORMATS
    FORMAT,
#endif
    PATH,
    PER_CPU,
    FULL,
    NO_WAIT,
    HELP,
    VERSION,
    NONE
};

/* Those up to `PATH` take a value. */
static const char names[][12] = {"--interval", "--count",
#ifdef VMM_FORMATS
                                 "--format",
#endif
                                 "--path",     "--per-cpu", "--full", "--no-wait", "--help", "--version"};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Takes a whole number of at most 18 digits. */
static const char *take_number(const char *text, uint64_t *value)
{
    const char *start = text;

    *value = 0;
    for (; is_digit(*text) && text - start < 18; text++)
        *value = *value * 10 + (uint64_t)(*text - '0');
    return text == start ? NULL : text;
}

/* Seconds, maybe with decimals, at most half a year of them. */
static bool take_interval(const char *text, uint64_t *ns)
{
    uint64_t seconds, unit = SECOND / 10;

    text = take_number(text, &seconds);
    if (text == NULL || seconds > 31536000U / 2)
        return false;
    *ns = seconds * SECOND;
    if (*text == '.') {
        text++;
        if (!is_digit(*text))
            return false;
        for (; is_digit(*text); text++, unit /= 10)
            *ns += (uint64_t)(*text - '0') * unit;
    }
    return *text == '\0';
}

/* Which option a word is; `value` is the text after its `=`, NULL if there is no `=`. */
static enum option find_option(const char *word, const char **value)
{
    for (unsigned i = 0; i < NONE; i++) {
        size_t length = strlen(names[i]);

        if (strncmp(word, names[i], length) != 0 || (word[length] != '\0' && word[length] != '='))
            continue;
        *value = word[length] == '=' ? word + length + 1 : NULL;
        return (enum option)i;
    }
    return NONE;
}

/* Takes an option and its value. The value is NULL if the option has no value. */
static void take_option(struct options *options, enum option option, const char *value)
{
    const char *end;

    switch (option) {
    case INTERVAL:
        if (!take_interval(value, &options->interval_ns))
            refuse(value, "--interval takes a number of seconds, such as 5 or 0.5");
        break;
    case COUNT:
        end = take_number(value, &options->count);
        if (end == NULL || *end != '\0' || options->count == 0)
            refuse(value, "--count takes a whole number of 1 or more");
        break;
#ifdef VMM_FORMATS
    case FORMAT:
        if (!format_find(value, &options->format))
            refuse(value, "--format takes " FORMAT_NAMES);
        break;
#endif
    case PATH:
        options->paths[options->path_count++] = value;
        break;
    case PER_CPU:
        options->per_cpu = true;
        break;
    case FULL:
        options->full = true;
        break;
    case NO_WAIT:
        options->no_wait = true;
        break;
    case HELP:
        print_and_end(help);
    case VERSION:
        print_and_end("vmmetrics-guest " VMM_VERSION "\n");
    case NONE:
        break;
    }
}

/* What else the formats need. */
static void complete(struct options *options)
{
    if (options->format == FORMAT_JSON)
        return;
    if (options->full)
        refuse("--full", "goes with --format json only");
    /* Counters need no time between two samples. */
    if (options->format == FORMAT_PROMETHEUS)
        options->no_wait = true;
    /* E2B's line has the number of CPUs. */
    if (options->format == FORMAT_E2B)
        options->per_cpu = true;
    if (options->format != FORMAT_VM0 && options->format != FORMAT_E2B)
        options->full = true;
}

struct options options_of(int argc, char **argv)
{
    struct options options = {.interval_ns = SECOND};
    bool goes_on = false;

    options.paths = calloc((size_t)argc + 1, sizeof *options.paths);
    if (options.paths == NULL)
        fail("options", strerror(ENOMEM));
    for (int i = 1; i < argc; i++) {
        const char *value = NULL;
        enum option option = find_option(argv[i], &value);

        if (argv[i][0] != '-')
            refuse(argv[i], "no argument is expected here; see --help");
        if (option == NONE || (option > PATH && value != NULL))
            refuse(argv[i], "no such option, or wrong use of it; see --help");
        if (option <= PATH && value == NULL) {
            if (i + 1 == argc)
                refuse(argv[i], "a value is missing; see --help");
            value = argv[++i];
        }
        goes_on = goes_on || option == INTERVAL;
        take_option(&options, option, value);
    }
    if (options.count == 0)
        options.count = goes_on ? UINT64_MAX : 1;
    if (options.path_count == 0)
        options.paths[options.path_count++] = "/";
    complete(&options);
    return options;
}
