/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../common/message.h"
#include "../common/options.h"
#include "../common/output.h"

static const char usage[] =
    "usage: vmmetrics-guest [OPTION]...\n"
    "Prints the usage of this machine as one JSON line: time, CPU in percent of the whole machine, memory\n"
    "and disk in bytes. An unknown number is null.\n";

static const char notes[] =
    "cpu is all time except idle and iowait, of all CPUs that are online; a CPU that gained more time than\n"
    "has passed does not count. mem_used is total - available, as in free; disk_used is df's Used. If a\n"
    "line comes late, gap_ms says by how much; clock_step_ms says how far the time of day was set; restored\n"
    "says that this machine was restored from a snapshot since the previous line.\n"
    "\n"
    "Exit status: 0, 1 if the output cannot be written or memory is short, 2 for wrong usage. A file that\n"
    "cannot be read is not a failure: its numbers are null.\n";

#ifdef VMM_FORMATS
static const char *take_record_list(void *member, char **value)
{
    size_t length;
    const char *wrong = records_choose(member, *value, &length);

    if (wrong == NULL)
        return NULL;
    *value += wrong - *value;
    (*value)[length] = '\0';
    return "no such record, or no such member of a record";
}
#endif

static const char *take_path(void *member, char **value)
{
    struct options *options = member;

    options->paths[options->path_count++] = *value;
    return NULL;
}

static const char *take_cgroup(void *member, char **value)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
    struct options *options = member;
    struct cgroup_option *cgroup = &options->cgroups[options->cgroup_count];
    size_t length = strspn(*value, letters);

    if (length == 0 || length >= sizeof cgroup->name || (*value)[length] != '=' || (*value)[length + 1] != '/')
        return "not a name and the path of a directory, such as workload=/sys/fs/cgroup/workload";
    memcpy(cgroup->name, *value, length);
    cgroup->directory = *value + length + 1;
    for (size_t i = 0; i < options->cgroup_count; i++) {
        if (strcmp(options->cgroups[i].name, cgroup->name) == 0)
            return "another cgroup has this name";
    }
    options->cgroup_count++;
    return NULL;
}

#define AT(member) .offset = offsetof(struct options, member)

static const struct option rows[] = {
    {"--interval", 'i', OPTION_SECONDS, AT(interval_ns), .most = (uint64_t)31536000 / 2 * SECOND, .value = "SECONDS",
     .help =
         "print a line every so many seconds, without end; 0.5 is allowed, 0 means no pause; the CPU usage of a line "
         "is measured since the previous line"},
    {"--count", 'n', OPTION_NUMBER, AT(count), .text = "not a number of lines, such as 5; 0 means no end", .value = "N",
     .help = "end after N lines, 0 means no end; without --interval the program prints one line per second"},
    {"--path", .kind = OPTION_OTHER, .take = take_path, .value = "DIR",
     .help = "the file system that contains DIR instead of /, below the DIR of --root; may be given more than once: "
             "\"disks\" then lists all these file systems, and disk_used and disk_total are of the first one"},
    {"--cgroup", .kind = OPTION_OTHER, .take = take_cgroup, .value = "NAME=DIR",
     .help = "add \"cgroups\": the CPU time of the cgroup DIR, such as /sys/fs/cgroup/workload, and how long and how "
             "often it was throttled; NAME consists of lower-case letters, digits and _; may be given more than once"},
    {"--per-cpu", .kind = OPTION_FLAG, AT(per_cpu), .help = "add \"cpus\": the CPU usage of each CPU that is online"},
#ifdef VMM_FORMATS
    {"--format", .kind = OPTION_OTHER, AT(format), .take = format_take,
     .value = "json|vm0|e2b|cloudwatch|otel|prometheus",
     .help =
         "the names, units and definitions of a collector instead of this program's own: vm0, e2b, cloudwatch (the "
         "agent's, in the embedded metric format), otel (OTLP as JSON), prometheus (node_exporter's); unknown numbers "
         "are then left out, and in vm0 and e2b a line that lacks a number that the receiver needs"},
    {"--interrupts", .kind = OPTION_FLAG, AT(interrupts),
     .help = "add the interrupts of each CPU to prometheus: node_interrupts_total, node_softirqs_total and "
             "node_softirqs_functions_total"},
    {"--full", .kind = OPTION_FLAG, AT(full),
     .help = "add \"boot_id\", and \"records\": all numbers of this machine that libvmmetrics reads and computes"},
    {"--records", .kind = OPTION_OTHER, AT(records), .take = take_record_list, .value = "LIST",
     .help = "add only these records, or members of records, such as system,cpu_usage or "
             "net_usage.rx_bytes_per_second; files of other records are not opened"},
#endif
    {"--no-wait", .kind = OPTION_FLAG, AT(no_wait),
     .help = "print the first line at once, with CPU and rates null, instead of measuring for 100 ms first"},
    OPTION_ROW_OF_OUTPUT(AT),
    OPTION_ROWS_OF_ROOTS(AT),
};

/* What else the formats need. */
static void complete_format(struct options *options)
{
    if (options->interrupts && options->format != FORMAT_PROMETHEUS)
        refuse("--interrupts", "this option goes with --format prometheus only");
    if (options->format == FORMAT_JSON)
        return;
    if (records_have_any(&options->records))
        refuse("--full and --records", "these options go with --format json only");
    if (options->cgroup_count != 0 && options->format != FORMAT_VM0)
        refuse("--cgroup", "this option goes with --format json and vm0 only");
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
    static const struct option_table table = {rows, sizeof rows / sizeof rows[0], usage, notes};
    struct options options = {.interval_ns = -1, .count = VMM_UNKNOWN};

    options.paths = calloc((size_t)argc + 1, sizeof *options.paths);
    options.cgroups = calloc((size_t)argc + 1, sizeof *options.cgroups);
    if (options.paths == NULL || options.cgroups == NULL)
        fail("options", strerror(ENOMEM));
    options_take_only(&table, &options, argc, argv);
    if (!vmm_is_known(options.count))
        options.count = options.interval_ns < 0 ? 1 : UINT64_MAX;
    if (options.count == 0)
        options.count = UINT64_MAX;
    if (options.interval_ns < 0)
        options.interval_ns = SECOND;
    if (options.path_count == 0)
        options.paths[options.path_count++] = "/";
    if (options.full)
        records_choose_all(&options.records);
    complete_format(&options);
    return options;
}
