/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "network.h"

#include <errno.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "links.h"

/* The directory whose `net` is of the namespace of a place. */
static bool place_path(const struct machine *machine, const struct reader *reader, enum tap_place place,
                       const char *name, char path[ROOTS_PATH_BYTES])
{
    char relative[64];

    if (place == TAP_OF_MACHINE)
        return reader_proc(reader, machine->pid, name, path);
    snprintf(relative, sizeof relative, "%s/%s", roots_are_own(&reader->roots) ? "self" : "1", name);
    return roots_proc(&reader->roots, relative, path);
}

/* The number of a network namespace; unknown if it may not be read. */
static uint64_t name_space_of(const struct machine *machine, const struct reader *reader, enum tap_place place)
{
    char path[ROOTS_PATH_BYTES];
    struct stat status;

    return place_path(machine, reader, place, "ns/net", path) && stat(path, &status) == 0 ? status.st_ino : VMM_UNKNOWN;
}

/* The row of an interface in the list of a place: unknown where there is none. Gives 0, or an errno for a list that cannot
 * be read. */
static int find_row(struct machine *machine, struct reader *reader, enum tap_place place, const char *name,
                    struct vmm_net *found)
{
    char path[ROOTS_PATH_BYTES];
    struct vmm_text text;
    struct vmm_net row;
    vmm_status status;
    int error =
        place_path(machine, reader, place, "net/dev", path) ? reader_read_path(reader, path, &text) : ENAMETOOLONG;

    vmm_record_init(VMM_RECORD_NET, found, sizeof *found);
    troubles_add(&machine->troubles, "net/dev", error);
    machine->is_unsure |= error != 0 && !reader_is_gone(error);
    if (error != 0)
        return reader_is_gone(error) ? 0 : error;
    while ((status = vmm_net_next(&text, &row, sizeof row)) != VMM_END) {
        if (status == VMM_OK && strcmp(row.name, name) == 0)
            *found = row;
    }
    return 0;
}

static void read_sys(struct machine *machine, struct reader *reader, const char *name, const char *file,
                     enum vmm_file id, struct vmm_net *row)
{
    char relative[96], path[ROOTS_PATH_BYTES];
    struct vmm_text text;
    int error;

    snprintf(relative, sizeof relative, "class/net/%.15s/%s", name, file);
    error = roots_sys(&reader->roots, relative, path) ? reader_read_path(reader, path, &text) : ENAMETOOLONG;
    troubles_add(&machine->troubles, file, error);
    if (error == 0)
        vmm_record_read(&text, id, row, sizeof *row);
}

static void read_both(struct machine *machine, struct reader *reader, const char *name, struct vmm_net *row)
{
    vmm_record_init(VMM_RECORD_NET, row, sizeof *row);
    read_sys(machine, reader, name, "statistics/rx_bytes", VMM_FILE_NET_STATISTICS_RX_BYTES, row);
    read_sys(machine, reader, name, "statistics/tx_bytes", VMM_FILE_NET_STATISTICS_TX_BYTES, row);
}

static bool is_between(uint64_t low, uint64_t value, uint64_t high)
{
    return vmm_is_known(low) && vmm_is_known(value) && vmm_is_known(high) && low <= value && value <= high;
}

/*
 * Whether /sys shows the interface: it shows the network namespace in which it was mounted, which may be another one
 * with an interface of the same name. So the counters must agree, and not be zero. /sys tells an interface from a
 * later one of its name, and costs less than the list of all.
 */
static bool is_in_sys(struct machine *machine, struct reader *reader, const struct tap *tap)
{
    struct vmm_net before, row, after;

    read_both(machine, reader, tap->name, &before);
    if (!vmm_is_known(before.rx_bytes))
        return false;
    find_row(machine, reader, tap->place, tap->name, &row);
    read_both(machine, reader, tap->name, &after);
    read_sys(machine, reader, tap->name, "ifindex", VMM_FILE_NET_IFINDEX, &after);
    if (vmm_is_known(tap->macvtap) && after.ifindex != tap->macvtap)
        return false;
    return is_between(before.rx_bytes, row.rx_bytes, after.rx_bytes) &&
           is_between(before.tx_bytes, row.tx_bytes, after.tx_bytes) && (row.rx_bytes != 0 || row.tx_bytes != 0);
}

/* The place of a TAP of which the kernel does not say it. */
static enum tap_place guess_place(struct machine *machine, struct reader *reader, const struct tap *tap, uint64_t its,
                                  uint64_t ours)
{
    struct vmm_net row;

    if (its == ours && vmm_is_known(its))
        return TAP_OF_MACHINE;
    if (find_row(machine, reader, TAP_OF_MACHINE, tap->name, &row) != 0)
        return TAP_ELSEWHERE;
    if (row.name[0] != '\0' || find_row(machine, reader, TAP_OF_READER, tap->name, &row) != 0 || row.name[0] == '\0')
        return TAP_OF_MACHINE;
    if (!vmm_is_known(its) || !vmm_is_known(ours))
        return TAP_OF_READER;
    /* The reader's interface of its name may be another machine's. */
    troubles_add_reason(&machine->troubles, "tap",
                        "it is not in the network of the process, and the kernel does not say in which one it is "
                        "(CAP_NET_ADMIN and no --root or --proc are needed)");
    return TAP_ELSEWHERE;
}

/* A TAP is in the namespace in which it was made, which need not be the process's own: it may have been passed in. */
static void find_place(struct machine *machine, struct reader *reader, struct tap *tap)
{
    uint64_t its = name_space_of(machine, reader, TAP_OF_MACHINE);
    uint64_t ours = name_space_of(machine, reader, TAP_OF_READER);

    if (!vmm_is_known(tap->name_space)) {
        tap->place = guess_place(machine, reader, tap, its, ours);
        tap->name_space = tap->place == TAP_OF_MACHINE ? its : tap->place == TAP_OF_READER ? ours : VMM_UNKNOWN;
        return;
    }
    tap->place = tap->name_space == its ? TAP_OF_MACHINE : tap->name_space == ours ? TAP_OF_READER : TAP_ELSEWHERE;
    if (tap->place == TAP_ELSEWHERE)
        troubles_add_reason(&machine->troubles, "tap",
                            "it is in a network that neither the process nor this program is in");
}

int network_open(struct machine *machine, struct reader *reader)
{
    static const char *const names[] = {"ifindex",
                                        "statistics/rx_bytes",
                                        "statistics/tx_bytes",
                                        "statistics/rx_packets",
                                        "statistics/tx_packets",
                                        "statistics/rx_dropped",
                                        "statistics/tx_dropped",
                                        NULL};
    uint64_t ours = machine->tap_count == 0 ? VMM_UNKNOWN : name_space_of(machine, reader, TAP_OF_READER);
    bool has_list[TAP_PLACES] = {false, false};
    char relative[64], path[ROOTS_PATH_BYTES];
    int error = 0;

    for (size_t i = 0; error == 0 && i < machine->tap_count; i++) {
        struct tap *tap = &machine->taps[i];
        struct source_use use = {SOURCE_NET, VMM_RECORD_NET, (unsigned)i};

        find_place(machine, reader, tap);
        if (tap->place == TAP_ELSEWHERE)
            continue;
        /* Names of interfaces are those of the reader's network, where the kernel is asked. */
        tap->ifindex =
            vmm_is_known(ours) && tap->name_space == ours && links_may_be_asked(reader) ? if_nametoindex(tap->name) : 0;
        tap->is_link = tap->ifindex != 0;
        if (tap->is_link)
            continue;
        tap->is_in_sys = is_in_sys(machine, reader, tap);
        snprintf(relative, sizeof relative, "class/net/%.15s", tap->name);
        if (tap->is_in_sys && roots_sys(&reader->roots, relative, path)) {
            error = sources_add_all(&machine->others, path, names, use, &machine->troubles);
        } else if (!has_list[tap->place] && place_path(machine, reader, tap->place, "net", path)) {
            has_list[tap->place] = true;
            use = (struct source_use){SOURCE_NET_DEV, 0, tap->place};
            error = sources_add(&machine->others, path, "dev", use, &machine->troubles);
        }
    }
    return error;
}

void network_begin(const struct machine *machine, struct sample *sample)
{
    rows_clear(&sample->nets);
    for (size_t i = 0; i < machine->tap_count; i++) {
        struct vmm_net *row = rows_add(&sample->nets, VMM_RECORD_NET);

        if (row == NULL)
            return;
        memcpy(row->name, machine->taps[i].name, sizeof row->name);
        row->instance_id = machine->taps[i].name_space;
        row->ifindex = machine->taps[i].macvtap;
    }
}

void network_end(const struct machine *machine, struct sample *sample)
{
    for (size_t i = 0; i < sample->nets.count; i++) {
        struct vmm_net *row = row_at(&sample->nets, VMM_RECORD_NET, i);

        if (vmm_is_known(machine->taps[i].macvtap))
            vmm_net_guest_view_of(row, row, sizeof *row);
    }
}

bool network_fill(const struct machine *machine, struct sample *sample, enum tap_place place, struct vmm_text *text)
{
    struct vmm_net row;
    vmm_status status;
    bool all = true;

    while ((status = vmm_net_next(text, &row, sizeof row)) != VMM_END) {
        for (size_t i = 0; status == VMM_OK && i < sample->nets.count; i++) {
            const struct tap *tap = &machine->taps[i];

            if (tap->is_in_sys || tap->is_link || tap->place != place || strcmp(tap->name, row.name) != 0)
                continue;
            row.instance_id = tap->name_space;
            row.ifindex = tap->macvtap;
            memcpy(row_at(&sample->nets, VMM_RECORD_NET, i), &row, sizeof row);
        }
    }
    for (size_t i = 0; i < sample->nets.count; i++) {
        const struct vmm_net *its = row_at(&sample->nets, VMM_RECORD_NET, i);

        all &= machine->taps[i].is_in_sys || machine->taps[i].is_link || machine->taps[i].place != place ||
               vmm_is_known(its->rx_bytes);
    }
    return all;
}

bool network_ask(struct machine *machine, struct reader *reader)
{
    struct sample *now = machine->now;
    int64_t after_ns = machine->before->nets_ns;
    bool all = true;

    /* All rows of a sample are of the same time. */
    for (size_t i = 0; i < now->nets.count; i++)
        after_ns = machine->taps[i].is_link ? after_ns : 0;
    for (size_t i = 0; i < now->nets.count; i++) {
        struct vmm_net *row = row_at(&now->nets, VMM_RECORD_NET, i);
        struct link_counters counters;
        int error;

        if (!machine->taps[i].is_link)
            continue;
        error = links_read(reader, machine->taps[i].ifindex, after_ns, &counters);
        troubles_add(&machine->troubles, "netlink", error);
        all &= error == 0;
        if (error != 0)
            continue;
        row->ifindex = machine->taps[i].ifindex;
        row->rx_bytes = counters.rx_bytes;
        row->tx_bytes = counters.tx_bytes;
        row->rx_packets = counters.rx_packets;
        row->tx_packets = counters.tx_packets;
        row->rx_dropped = counters.rx_dropped;
        row->tx_dropped = counters.tx_dropped;
        now->nets_ns = counters.time_ns;
    }
    return all;
}
