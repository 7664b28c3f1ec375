/* SPDX-License-Identifier: MIT */
/*
 * vmmetrics-host: what a virtual machine uses, seen from its host, one JSON line a machine and sample. It needs
 * nothing from inside the machine, and goes on when that is dead.
 *
 * Numbers are those of the time since the line before. Traffic is meant as the machine's own: what its TAP received,
 * it has sent. What cannot be read or found is null. The collector (common/collect) reads; here is only what is
 * printed.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "../common/clock.h"
#include "../common/collect/machines.h"
#include "../common/json.h"
#include "../common/message.h"
#include "line.h"
#include "options.h"
#ifdef VMM_FORMATS
#include "../common/format/where.h"
#include "format/format.h"
#endif

const char program[] = "vmmetrics-host";

struct host {
    struct options options;
    struct machines machines;
    struct reader reader;
    uint64_t ticks_per_second;
    struct json out;
    /* Messages that are printed once. */
    bool has_told_blind;
    bool has_told_hidden;
    bool has_told_none;
};

static int64_t time_of_host(void *user)
{
    (void)user;
    return now_ns();
}

/* ---- Messages ---- */

static void say(uint64_t pid, int error)
{
    char subject[64];

    snprintf(subject, sizeof subject, "process %llu", (unsigned long long)pid);
    message(subject, strerror(error));
}

static void tell(void *context, uint64_t pid, int error)
{
    (void)context;
    say(pid, error);
}

/* What could not be read or found of a machine, once. */
static void tell_troubles(struct machine *machine)
{
    for (size_t i = 0; i < machine->troubles.count; i++) {
        struct trouble *trouble = &machine->troubles.list[i];
        char subject[512];

        if (trouble->path != NULL)
            snprintf(subject, sizeof subject, "%s %.400s", trouble->thing, trouble->path);
        else
            snprintf(subject, sizeof subject, "process %llu: %.48s", (unsigned long long)machine->pid, trouble->thing);
        complain(subject, &trouble->is_told, trouble_text(trouble));
    }
}

static const char *reason_of_directory(const char *path)
{
    struct stat status;

    if (stat(path, &status) != 0)
        return strerror(errno);
    return S_ISDIR(status.st_mode) ? NULL : strerror(ENOTDIR);
}

/* What was asked for by name must be there. */
static void check_wanted(const struct machine *machine)
{
    const struct wanted *wanted = &machine->wanted;
    const struct sample *now = machine->now;
    struct vmm_balloon balloon;
    const char *reason;

    if (wanted->cgroup != NULL && (reason = reason_of_directory(wanted->cgroup)) != NULL)
        fail_of_value("--cgroup", wanted->cgroup, reason);
    if (wanted->tap != NULL &&
        (now->nets.count == 0 ||
         !vmm_is_known(((const struct vmm_net *)row_at(&now->nets, VMM_RECORD_NET, 0))->rx_bytes)))
        fail_of_value("--tap", wanted->tap, "no such interface");
    if (wanted->disk != NULL &&
        (now->disks.count == 0 ||
         !vmm_is_known(((const struct vmm_disk *)row_at(&now->disks, VMM_RECORD_DISK, 0))->reads)))
        fail_of_value("--disk", wanted->disk, "no such block device");
    if ((reason = balloon_read(wanted->balloon, &balloon)) != NULL)
        fail_of_value("--balloon", wanted->balloon, reason);
    if (wanted->hypervisor != NULL && access(wanted->hypervisor, R_OK) != 0)
        fail_of_value("--hypervisor", wanted->hypervisor, strerror(errno));
    if (machine->metrics.reason != NULL)
        fail_of_value("--firecracker-metrics", wanted->metrics, machine->metrics.reason);
}

/* Whoever names a thing of the machine knows what the process is. */
static void check_machine(const struct machine *machine)
{
    const struct wanted *wanted = &machine->wanted;
    char subject[64], reason[192];

    if (machine_is_one(machine) || wanted->cgroup != NULL || wanted->tap != NULL || wanted->disk != NULL ||
        wanted->balloon != NULL || wanted->hypervisor != NULL || wanted->metrics != NULL)
        return;
    snprintf(subject, sizeof subject, "process %llu", (unsigned long long)machine->pid);
    snprintf(reason, sizeof reason,
             "no sign of a virtual machine: no descriptor anon_inode:kvm-vm, no TAP, no virtual CPU, and another name");
    message(subject, reason);
}

/* Whether all machines can be seen, and what was looked for where there is none. */
static void tell_sight(struct host *host)
{
    const struct machines *machines = &host->machines;
    char reason[256];

    if (machines->is_blind)
        complain("--all", &host->has_told_blind,
                 "/proc hides the processes of other users (hidepid, ProtectProc), so machines may be missing");
    if (machines->count != 0)
        return;
    if (machines->hidden != 0) {
        snprintf(reason, sizeof reason,
                 "the descriptors of %zu processes may not be read, so only names are looked for", machines->hidden);
        complain("--all", &host->has_told_hidden, reason);
    }
    snprintf(reason, sizeof reason,
             "no virtual machine among %zu processes: looked for a descriptor anon_inode:kvm-vm, and for the "
             "names " MONITOR_NAMES,
             machines->processes);
    complain("--all", &host->has_told_none, reason);
}

/* Adds the machines that were not seen before. */
static void look_for_machines(struct host *host)
{
    int error = machines_look(&host->machines, &host->reader, tell, NULL);

    if (error != 0)
        fail("/proc", strerror(error));
    tell_sight(host);
}

/* ---- Samples ---- */

/* JSON is printed machine by machine. */
static bool is_json(const struct host *host)
{
#ifdef VMM_FORMATS
    return host->options.format == FORMAT_JSON;
#else
    (void)host;
    return true;
#endif
}

/* All that were read, in another format. */
static void print_machines(struct host *host)
{
#ifdef VMM_FORMATS
    int error =
        is_json(host) ? 0 : format_print(&host->out, host->options.format, host->machines.list, host->machines.count);

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
        int error = machine_sample(machine, &host->reader);

        if (error == 0) {
            if (is_json(host))
                line_print(&host->out, machine, host->ticks_per_second, now_since_1970_ns() / 1000000);
            tell_troubles(machine);
            good++;
            i++;
            continue;
        }
        if (error != ESRCH || !host->options.all)
            say(machine->pid, error);
        machines_remove(&host->machines, i);
    }
    print_machines(host);
    flush(&host->out);
    return good;
}

int main(int argc, char **argv)
{
    struct host host = {.options = options_of(argc, argv),
                        .reader = {.time_ns = time_of_host},
                        .ticks_per_second = (uint64_t)sysconf(_SC_CLK_TCK)};
    const struct options *options = &host.options;
    bool good = true;

    host.reader.roots = options->roots;
    host.reader.is_brief = is_json(&host);
#ifdef VMM_FORMATS
    where_read(&options->roots);
#endif
    json_init(&host.out, STDOUT_FILENO);
    machines_allow_files();
    if (!options->all) {
        int error = machines_add(&host.machines, &host.reader, options->pid, &options->wanted);

        if (error != 0) {
            say(options->pid, error == ENOENT ? ESRCH : error);
            return EXIT_FAILURE;
        }
        check_wanted(host.machines.list[0]);
        check_machine(host.machines.list[0]);
    }
    for (uint64_t i = 0; options->count == 0 || i < options->count; i++) {
        if (options->all)
            look_for_machines(&host);
        wait_ns(options->interval_ns);
        good = sample_all(&host) != 0 || options->all;
        if (!good)
            break;
    }
    good &= !host.machines.is_blind;
    machines_close(&host.machines);
    reader_release(&host.reader);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
