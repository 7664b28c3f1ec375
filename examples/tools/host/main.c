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
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "../common/clock.h"
#include "../common/collect/machines.h"
#include "../common/json.h"
#include "../common/message.h"
#include "../common/output.h"
#include "http.h"
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
    struct output output;
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

static bool refuse_wanted(const char *option, const char *value, const char *reason)
{
    message_of_value(option, value, reason);
    return false;
}

/* What was asked for by name must be there. */
static bool check_wanted(const struct machine *machine)
{
    const struct wanted *wanted = &machine->wanted;
    const struct sample *now = machine->now;
    struct vmm_balloon balloon;
    const char *reason;

    if (wanted->cgroup != NULL && (reason = reason_of_directory(wanted->cgroup)) != NULL)
        return refuse_wanted("--cgroup", wanted->cgroup, reason);
    if (wanted->tap != NULL &&
        (now->nets.count == 0 ||
         !vmm_is_known(((const struct vmm_net *)row_at(&now->nets, VMM_RECORD_NET, 0))->rx_bytes)))
        return refuse_wanted("--tap", wanted->tap, "no such interface");
    if (wanted->disk != NULL &&
        (now->disks.count == 0 ||
         !vmm_is_known(((const struct vmm_disk *)row_at(&now->disks, VMM_RECORD_DISK, 0))->reads)))
        return refuse_wanted("--disk", wanted->disk, "no such block device");
    if ((reason = balloon_read(wanted->balloon, &balloon)) != NULL)
        return refuse_wanted("--balloon", wanted->balloon, reason);
    if (wanted->hypervisor != NULL && access(wanted->hypervisor, R_OK) != 0)
        return refuse_wanted("--hypervisor", wanted->hypervisor, strerror(errno));
    if (machine->metrics.reason != NULL)
        return refuse_wanted("--firecracker-metrics", wanted->metrics, machine->metrics.reason);
    return true;
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
    /* An answer without machines is as good as any. */
    if (host->options.http)
        return;
    snprintf(reason, sizeof reason,
             "no virtual machine among %zu processes: looked for a descriptor anon_inode:kvm-vm, and for the "
             "names " MONITOR_NAMES,
             machines->processes);
    complain("--all", &host->has_told_none, reason);
}

/* Adds the machines that were not seen before. */
static bool look_for_machines(struct host *host)
{
    int error = machines_look(&host->machines, &host->reader, tell, NULL);

    if (error != 0)
        message("/proc", strerror(error));
    else
        tell_sight(host);
    return error == 0;
}

/* Opens the machine that was asked for by its process. */
static bool open_machine(struct host *host)
{
    const struct options *options = &host->options;
    int error = machines_add(&host->machines, &host->reader, options->pid, &options->wanted);

    if (error != 0) {
        say(options->pid, error == ENOENT ? ESRCH : error);
        return false;
    }
    if (!check_wanted(host->machines.list[0]))
        return false;
    check_machine(host->machines.list[0]);
    return true;
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
    int error = is_json(host) ? 0
                              : format_print(&host->output.json, host->options.format, host->machines.list,
                                             host->machines.count, &host->reader.roots);

    if (error != 0)
        fail("machines", strerror(error));
#else
    (void)host;
#endif
}

/*
 * One pass over all machines. Machines that have ended leave the list. Returns whether there is the machine that was asked for
 * by its process. Without an interval, what was read when a machine was opened is printed.
 */
static bool print_all(struct host *host)
{
    size_t good = 0;

    for (size_t i = 0; i < host->machines.count;) {
        struct machine *machine = host->machines.list[i];
        int error = host->options.interval_ns < 0 ? 0 : machine_sample(machine, &host->reader);

        if (error == 0) {
            if (is_json(host))
                line_print(&host->output.json, machine, host->ticks_per_second, now_since_1970_ns() / 1000000);
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
    return good != 0 || host->options.all;
}

/* Finds the machines, and waits for an interval. */
static bool wait_for_sample(struct host *host)
{
    if (host->options.all && !look_for_machines(host))
        return false;
    if (host->options.interval_ns >= 0)
        wait_ns(host->options.interval_ns);
    return true;
}

/* Samples until the last one that was asked for, or until the machine has ended. */
static bool print_samples(struct host *host)
{
    bool good = host->options.all || open_machine(host);

    for (uint64_t i = 0; good && (host->options.count == 0 || i < host->options.count); i++) {
        good = wait_for_sample(host);
        if (!good)
            break;
        output_begin(&host->output);
        good = print_all(host);
        output_end(&host->output);
    }
    return good && !host->machines.is_blind && !host->output.failed;
}

/* ---- One sample as the answer of a request ---- */

/* As long as its length is not known, the answer is in a file that is only in memory. */
static bool print_answer(struct host *host)
{
    struct json *out = &host->output.json;

    json_init(out, memfd_create("answer", MFD_CLOEXEC));
    if (out->fd < 0) {
        message("memory for the answer", strerror(errno));
        return false;
    }
    if (!(host->options.all || open_machine(host)) || !wait_for_sample(host) || !print_all(host))
        return false;
    json_flush(out);
    if (out->error != 0)
        message("memory for the answer", strerror(out->error));
    return out->error == 0;
}

static const char *type_of_answer(const struct host *host)
{
#ifdef VMM_FORMATS
    if (host->options.format == FORMAT_PROMETHEUS)
        return "text/plain; version=0.0.4; charset=utf-8";
    if (host->options.format == FORMAT_OTEL)
        return "application/json";
#endif
    (void)host;
    return "application/x-ndjson";
}

static bool answer_request(struct host *host)
{
    struct http http;
    const char *reason = NULL;
    int error;

    if (!http_take(&http))
        return true;
    if (http.status == 200 && !print_answer(host)) {
        http.status = 500;
        reason = "the metrics cannot be read; standard error says why";
    } else if (http.status == 200 && host->machines.is_blind) {
        http.status = 500;
        reason = "/proc hides the processes of other users, so machines may be missing";
    }
    if (http.status == 200)
        error = http_answer(&http, type_of_answer(host), host->output.json.fd);
    else
        error = http_refuse(&http, reason);
    if (error != 0)
        message("standard output", strerror(error));
    return http.status != 500 && error == 0;
}

int main(int argc, char **argv)
{
    static struct host host;
    bool good;

    host.options = options_of(argc, argv);
    host.output.path = host.options.output;
    host.reader = (struct reader){.time_ns = time_of_host, .roots = host.options.roots, .is_brief = is_json(&host)};
    host.reader.is_thorough = !is_json(&host);
    host.ticks_per_second = (uint64_t)sysconf(_SC_CLK_TCK);
#ifdef VMM_FORMATS
    where_read(&host.options.roots);
    told_begin(&host.options.roots);
#endif
    machines_allow_files();
    host.machines.wanted = host.options.wanted;
    good = host.options.http ? answer_request(&host) : print_samples(&host);
    machines_close(&host.machines);
    reader_release(&host.reader);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
