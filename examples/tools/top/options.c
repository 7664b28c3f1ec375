/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../common/message.h"
#include "../common/options.h"
#include "canvas.h"

static const char usage[] =
    "usage: vmmetrics-top [--interval SECONDS] [--sort COLUMN] [--columns LIST] [--pid PID]... [--guest]\n"
    "       vmmetrics-top --once [--width COLUMNS] [OPTION]...\n"
    "Shows the resource usage of the virtual machines of this host, and of this machine itself, until q\n"
    "is pressed. The key ? explains the columns. An unknown number is shown as -.\n";

static const char notes[] =
    "If NO_COLOR is set in the environment and not empty, there are no colours. Exit status: 0, 1 if the\n"
    "requested machines cannot be shown, 2 for wrong usage.\n";

static const char *take_sort(void *member, char **value)
{
    enum column_id id = column_of(*value, strlen(*value));

    *(enum column_id *)member = id;
    return id == COLUMNS ? "no such column; --columns list prints all" : NULL;
}

/* All columns: their words, their headings and what they are. */
static __attribute__((noreturn)) void print_columns(void)
{
    static char text[COLUMNS * 96];
    size_t length = 0;

    for (size_t i = 0; i < COLUMNS; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "%-16s %-8s %s\n", table_columns[i].word,
                                   table_columns[i].heading, table_columns[i].text);
    print_and_end(text);
}

static const char *take_columns(void *member, char **value)
{
    static char word[32];
    const char *reason;

    if (strcmp(*value, "list") == 0)
        print_columns();
    reason = choice_take(member, *value, word);

    *value = word;
    return reason;
}

static const char *take_symbols(void *member, char **value)
{
    static const char *const names[] = {
        [SYMBOLS_ASCII] = "ascii", [SYMBOLS_BLOCKS] = "blocks", [SYMBOLS_BRAILLE] = "braille"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(*value, names[i]) == 0) {
            *(int *)member = (int)i;
            return NULL;
        }
    }
    return "not one of braille, blocks, ascii";
}

static const char *take_pid(void *member, char **value)
{
    struct options *options = member;
    uint64_t *pid = &options->pids[options->pid_count++];

    return option_number(*value, pid) && *pid != 0 ? NULL : "not the number of a process";
}

#define AT(member) .offset = offsetof(struct options, member)

static const struct option rows[] = {
    {"--once", .kind = OPTION_FLAG, AT(once), .help = "measure one interval, print one page and end"},
    {"--width", .kind = OPTION_NUMBER, AT(width), .least = 1, .most = MOST_COLUMNS,
     .text = "not a number of columns from 1 to 1000", .value = "COLUMNS",
     .help = "width of the page of --once (default: the width of the terminal, or 132 without a terminal)"},
    {"--interval", 'i', OPTION_SECONDS, AT(interval_ns), .least = SECOND / 100, .most = (uint64_t)1000000 * SECOND,
     .value = "SECONDS", .help = "time between two samples, such as 0.5 (default: 1)"},
    {"--sort", .kind = OPTION_OTHER, AT(sort), .take = take_sort, .value = "COLUMN",
     .help = "the column that the rows are sorted by: its heading or its word, such as RES or memory (default: cpu)"},
    {"--columns", .kind = OPTION_OTHER, AT(columns), .take = take_columns, .value = "LIST",
     .help = "the columns in their order, with commas between them, such as name,cpu,memory (default: as many as fit); "
             "list prints all that there are"},
    {"--settings", .kind = OPTION_TEXT, AT(settings), .value = "FILE",
     .help = "the file in which columns and order are kept, or none; --once reads only a file that is named here"},
    {"--pid", .kind = OPTION_OTHER, .take = take_pid, .value = "PID",
     .help = "the machine of this process, instead of all processes that hold a machine of KVM or have a monitor's "
             "name; may be given more than once"},
    {"--balloon", .kind = OPTION_TEXT, AT(balloon), .value = "PATTERN",
     .help =
         "path of the files with the hypervisors' answers about balloons; {pid} in the pattern stands for the number "
         "of each process"},
    {"--hypervisor", .kind = OPTION_TEXT, AT(hypervisor), .value = "PATTERN",
     .help =
         "path of the files with the hypervisors' answers about the machines, which say how many virtual CPUs there "
         "are: vm.info of Cloud Hypervisor, /machine-config of Firecracker or query-cpus-fast of QEMU"},
    {"--guest", .kind = OPTION_FLAG, AT(guest), .help = "only this machine itself, as inside a guest"},
    {"--all-devices", .kind = OPTION_FLAG, AT(all_devices),
     .help = "of this machine: interfaces and disks without traffic, too, and disks of size 0"},
    {"--symbols", .kind = OPTION_OTHER, AT(symbols), .take = take_symbols, .value = "braille|blocks|ascii",
     .help = "what bars and graphs are made of (default: braille, or what the locale and the terminal have)"},
    OPTION_ROWS_OF_ROOTS(AT),
};

struct options options_of(int argc, char **argv)
{
    static const struct option_table table = {rows, sizeof rows / sizeof rows[0], usage, notes};
    struct options options = {.interval_ns = SECOND, .sort = COLUMNS, .symbols = -1, .columns = choice_usual()};

    options.pids = calloc((size_t)argc, sizeof *options.pids);
    if (options.pids == NULL)
        fail("options", strerror(ENOMEM));
    options_take_only(&table, &options, argc, argv);
    if (options.width != 0 && !options.once)
        refuse("--width", "goes with --once");
    if (options.guest && options.pid_count != 0)
        refuse("--guest", "does not go with --pid");
    return options;
}
