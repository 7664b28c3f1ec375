/* SPDX-License-Identifier: MIT */
/* Without getopt_long(), which prints messages of its own: a small static program would be larger by 4 KB. */
#define _POSIX_C_SOURCE 200809L
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
    "  -i, --interval SECONDS  print a line every so many seconds, without end; 0.5 is allowed, 0 means no\n"
    "                      pause. The CPU usage of a line is measured since the previous line\n"
    "  -n, --count N       end after N lines, 0 means no end; without --interval the program prints one\n"
    "                      line per second\n"
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
    "  --records LIST      add only these records, or members of records, such as system,cpu_usage or\n"
    "                      net_usage.rx_bytes_per_second; files of other records are not opened\n"
    "  --no-wait           print the first line at once, with CPU and rates null, instead of measuring\n"
    "                      for 100 ms first\n"
    "  --root DIR          the machine whose / is DIR: read DIR/proc and DIR/sys, and --path below DIR\n"
    "  --proc DIR, --sys DIR  read DIR instead of /proc or /sys\n"
    "  -h, --help, -V, --version\n"
    "\n"
    "cpu is all time except idle and iowait, of all CPUs that are online; a CPU that gained more time than\n"
    "has passed does not count. mem_used is total - available, as in free; disk_used is df's Used. If a\n"
    "line comes late, gap_ms says by how much; clock_step_ms says how far the time of day was set; restored\n"
    "says that this machine was restored from a snapshot since the previous line.\n"
    "\n"
    "Exit status: 0, 1 if the output cannot be written or memory is short, 2 for wrong usage. A file that\n"
    "cannot be read is not a failure: its numbers are null.\n";

enum option {
    INTERVAL,
    COUNT,
#ifdef VMM_FORMATS
    FORMAT,
#endif
    RECORD_LIST,
    ROOT,
    PROC,
    SYS,
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
                                 "--records",  "--root",  "--proc",    "--sys",  "--path",
                                 "--per-cpu",  "--full",  "--no-wait", "--help", "--version"};

/* The letter of an option; the others have none. */
static const char letters[NONE] = {[INTERVAL] = 'i', [COUNT] = 'n', [HELP] = 'h', [VERSION] = 'V'};

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

/* Which option a word is; `value` is the text after its `=` or its letter, NULL if there is none. */
static enum option find_option(const char *word, const char **value)
{
    for (unsigned i = 0; i < NONE; i++) {
        size_t length = strlen(names[i]);

        *value = NULL;
        if (word[0] == '-' && word[1] != '\0' && word[1] == letters[i]) {
            if (word[2] != '\0')
                *value = word + 2;
            return (enum option)i;
        }
        if (strncmp(word, names[i], length) != 0 || (word[length] != '\0' && word[length] != '='))
            continue;
        if (word[length] == '=')
            *value = word + length + 1;
        return (enum option)i;
    }
    return NONE;
}

/* Ends the program because of the value of an option, of which `length` bytes are named. */
__attribute__((noreturn)) static void refuse_value(enum option option, const char *value, size_t length,
                                                   const char *reason)
{
    char subject[96];
    char *end = stpcpy(stpcpy(subject, names[option]), " ");

    if (length > sizeof subject - sizeof names[0] - 2)
        length = sizeof subject - sizeof names[0] - 2;
    memcpy(end, value, length);
    end[length] = '\0';
    refuse(subject, reason);
}

/* A directory without a slash at its end; NULL for the one that is used anyway. */
static const char *take_directory(enum option option, char *value, const char *usual)
{
    size_t length = strlen(value);

    if (length == 0 || length > ROOTS_PATH_BYTES / 2)
        refuse_value(option, value, length, length == 0 ? "no directory" : strerror(ENAMETOOLONG));
    while (length != 0 && value[length - 1] == '/')
        value[--length] = '\0';
    return strcmp(value, usual) == 0 ? NULL : value;
}

/* Takes an option and its value, which is "" if the option has no value. */
static void take_option(struct options *options, enum option option, char *value)
{
    size_t length = strlen(value);
    const char *end;

    switch (option) {
    case INTERVAL:
        if (!take_interval(value, &options->interval_ns))
            refuse_value(option, value, length, "not a number of seconds, such as 5 or 0.5");
        break;
    case COUNT:
        end = take_number(value, &options->count);
        if (end == NULL || *end != '\0')
            refuse_value(option, value, length, "not a number of lines, such as 5; 0 means no end");
        if (options->count == 0)
            options->count = UINT64_MAX;
        break;
#ifdef VMM_FORMATS
    case FORMAT:
        if (!format_find(value, &options->format))
            refuse_value(option, value, length, "no such format; there are " FORMAT_NAMES);
        break;
#endif
    case RECORD_LIST:
        end = records_choose(&options->records, value, &length);
        if (end != NULL)
            refuse_value(option, end, length, "no such record, or no such member of a record");
        break;
    case ROOT:
        options->roots.root = take_directory(option, value, "");
        break;
    case PROC:
        options->roots.proc = take_directory(option, value, "/proc");
        break;
    case SYS:
        options->roots.sys = take_directory(option, value, "/sys");
        break;
    case PATH:
        options->paths[options->path_count++] = value;
        break;
    case PER_CPU:
        options->per_cpu = true;
        break;
    case FULL:
        records_choose_all(&options->records);
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
    if (records_have_any(&options->records))
        refuse("--full and --records", "these options go with --format json only");
    /* Counters need no time between two samples. */
    if (options->format == FORMAT_PROMETHEUS)
        options->no_wait = true;
    /* E2B's line has the number of CPUs. */
    if (options->format == FORMAT_E2B)
        options->per_cpu = true;
    if (options->format != FORMAT_VM0 && options->format != FORMAT_E2B)
        records_choose_all(&options->records);
}

struct options options_of(int argc, char **argv)
{
    static char none[] = "";
    struct options options = {.interval_ns = SECOND};
    bool goes_on = false;

    options.paths = calloc((size_t)argc + 1, sizeof *options.paths);
    if (options.paths == NULL)
        fail("options", strerror(ENOMEM));
    for (int i = 1; i < argc; i++) {
        const char *after;
        char *value;
        enum option option = find_option(argv[i], &after);

        if (argv[i][0] != '-')
            refuse(argv[i], "no argument is expected here; see --help");
        if (option == NONE)
            refuse(argv[i], "no such option; see --help");
        if (option > PATH && after != NULL)
            refuse(argv[i], "this option has no value; see --help");
        if (option <= PATH && after == NULL && i + 1 == argc)
            refuse(argv[i], "the value of this option is missing; see --help");
        value = after == NULL ? none : argv[i] + (after - argv[i]);
        if (option <= PATH && after == NULL)
            value = argv[++i];
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
