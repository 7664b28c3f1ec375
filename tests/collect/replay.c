/* SPDX-License-Identifier: MIT */
/*
 * The collector, told what time it is: `replay ROOT PID [--NAME VALUE]...`, then a time in nanoseconds on each line
 * of standard input. Each takes a sample of the process below ROOT, whose files may have changed meanwhile, and
 * prints the line that vmmetrics-host prints of the last two. What could not be had is printed before the line, as
 * `THING: REASON`.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/collect/machine.h"
#include "common/message.h"
#include "host/line.h"

const char program[] = "replay";

static int64_t told(void *user)
{
    return *(const int64_t *)user;
}

static const char **place_of(struct wanted *wanted, const char *option)
{
    const struct {
        const char *name;
        const char **place;
    } options[] = {{"--cgroup", &wanted->cgroup},
                   {"--tap", &wanted->tap},
                   {"--disk", &wanted->disk},
                   {"--balloon", &wanted->balloon},
                   {"--hypervisor", &wanted->hypervisor}};

    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        if (strcmp(options[i].name, option) == 0)
            return options[i].place;
    }
    refuse(option, "no such option");
}

int main(int argc, char **argv)
{
    int64_t time_ns = 0;
    struct reader reader = {.time_ns = told, .user = &time_ns, .is_brief = true};
    struct wanted wanted = {.cgroup = NULL};
    struct machine machine;
    struct json out;
    char line[64];
    int error;

    if (argc < 3 || argc % 2 == 0)
        refuse("ROOT PID [--NAME VALUE]...", "needed");
    reader.roots.root = argv[1];
    for (int i = 3; i < argc; i += 2)
        *place_of(&wanted, argv[i]) = argv[i + 1];
    json_init(&out, STDOUT_FILENO);
    error = machine_open(&machine, &reader, strtoull(argv[2], NULL, 10), &wanted);
    if (error != 0)
        fail("machine", strerror(error));
    while (fgets(line, sizeof line, stdin) != NULL) {
        time_ns = strtoll(line, NULL, 10);
        error = machine_sample(&machine, &reader);
        if (error != 0)
            fail("machine", strerror(error));
        for (size_t i = 0; i < machine.troubles.count; i++) {
            json_raw(&out, machine.troubles.list[i].thing);
            json_raw(&out, ": ");
            json_raw(&out, trouble_text(&machine.troubles.list[i]));
            json_end_line(&out);
        }
        line_print(&out, &machine, 100, (uint64_t)time_ns / 1000000);
        flush(&out);
    }
    machine_close(&machine);
    reader_release(&reader);
    return EXIT_SUCCESS;
}
