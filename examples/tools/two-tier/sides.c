/* SPDX-License-Identifier: MIT */
#include "sides.h"

#include <math.h>
#include <string.h>

#include "../common/date.h"
#include "../common/number.h"
#include "../common/print.h"
#include "line.h"

/* ---- The guest's line ---- */

/* Seconds since 1970 of a date such as 2025-12-09T10:50:56Z; VMM_UNKNOWN if this is no date. */
static uint64_t moment_of(const char *text)
{
    static const char form[] = "0000-00-00T00:00:00Z";
    uint64_t part[6] = {0}, year, month, days, moment;
    char again[DATE_BYTES];
    unsigned k = 0;

    for (size_t i = 0; i < sizeof form - 1; i++) {
        if (form[i] != '0') {
            k++;
            if (text[i] != form[i])
                return VMM_UNKNOWN;
        } else if (text[i] < '0' || text[i] > '9') {
            return VMM_UNKNOWN;
        } else {
            part[k] = part[k] * 10 + (uint64_t)(text[i] - '0');
        }
    }
    /* Years begin in March here, so that a leap day comes last. */
    year = part[0] - (part[1] <= 2);
    month = part[1] <= 2 ? part[1] + 9 : part[1] - 3;
    days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + part[2];
    moment = (days - 719469) * 86400 + part[3] * 3600 + part[4] * 60 + part[5];
    if (part[0] < 1970)
        return VMM_UNKNOWN;
    date_of(moment, again);
    return memcmp(again, text, sizeof form - 1) == 0 ? moment : VMM_UNKNOWN;
}

static uint64_t clock_of(struct vmm_span line)
{
    struct vmm_span value = line_member(line, "ts");
    uint64_t moment = VMM_UNKNOWN;

    if (value.length == DATE_BYTES - 1 + 2 && *value.start == '"')
        moment = moment_of(value.start + 1);
    return vmm_is_known(moment) ? moment * 1000 : VMM_UNKNOWN;
}

/* The usage has a row of all CPUs, whose id is null, and one of each CPU. */
static void take_cpu(struct guest_side *guest, struct vmm_span rows)
{
    struct vmm_span row;
    uint64_t count = 0;
    double cpus;

    while (line_next_object(&rows, &row)) {
        struct vmm_span id = line_member(row, "id");

        if (line_is(id, "null") && isnan(guest->busy)) {
            guest->busy = line_real(row, "busy_gopsutil_ratio");
            guest->steal = line_real(row, "steal_ratio");
        } else if (id.length != 0 && !line_is(id, "null")) {
            count++;
        }
    }
    /* Without the rows of single CPUs their number is unknown. */
    guest->cpus = count == 0 ? VMM_UNKNOWN : count;
    cpus = number_over(guest->cpus, 1);
    guest->busy *= cpus;
    guest->steal *= cpus;
}

/* The rates of an interface or disk. They are in the order of the rows that have the names. */
static struct vmm_span rate_of(struct vmm_span records, const char *record, const char *usage, const char *name)
{
    struct vmm_span rows = line_member(records, record), rates = line_member(records, usage), row, rate;
    struct json quoted;

    /* The guest has written the name with this function. */
    json_init(&quoted, -1);
    json_string(&quoted, name, strlen(name));
    while (line_next_object(&rows, &row) && line_next_object(&rates, &rate)) {
        struct vmm_span found = line_member(row, "name");

        if (found.length == quoted.length && memcmp(found.start, quoted.bytes, found.length) == 0)
            return rate;
    }
    return (struct vmm_span){NULL, 0};
}

struct guest_side guest_unknown(void)
{
    struct guest_side guest;

    /* All ones is an unknown number of both types. */
    memset(&guest, 0xff, sizeof guest);
    return guest;
}

struct guest_side guest_of(struct vmm_span line, const struct options *options)
{
    struct guest_side guest = guest_unknown();
    struct vmm_span records = line_member(line, "records"), memory = line_member(records, "memory_usage");
    struct vmm_span net = rate_of(records, "net", "net_usage", options->interface);
    struct vmm_span disk = rate_of(records, "disk", "disk_usage", options->disk);

    guest.clock_ms = clock_of(line);
    take_cpu(&guest, line_member(records, "cpu_usage"));
    guest.used = line_whole(line, "mem_used");
    guest.total = line_whole(line, "mem_total");
    guest.available = line_whole(memory, "available_bytes");
    guest.used_without_balloon = line_whole(memory, "used_procps4_without_balloon_bytes");
    guest.net[IN_BYTES] = line_real(net, "rx_bytes_per_second");
    guest.net[OUT_BYTES] = line_real(net, "tx_bytes_per_second");
    guest.net[IN_PACKETS] = line_real(net, "rx_packets_per_second");
    guest.net[OUT_PACKETS] = line_real(net, "tx_packets_per_second");
    guest.disk[READ_BYTES] = line_real(disk, "read_bytes_per_second");
    guest.disk[WRITE_BYTES] = line_real(disk, "write_bytes_per_second");
    return guest;
}

/* A share of all CPUs is not a number of CPUs if a CPU came or went meanwhile. */
void guest_follows(struct guest_side *guest, const struct guest_side *before)
{
    if (vmm_is_known(before->cpus) && before->cpus != guest->cpus) {
        guest->busy = NAN;
        guest->steal = NAN;
    }
}

/* ---- The host's line ---- */

struct host_side host_of(struct vmm_span line)
{
    struct host_side host = {
        .time_ms = line_whole(line, "time_ms"),
        .vcpus = line_whole(line, "vcpus"),
        .vcpu = line_real(line, "vcpu_cores"),
        .vcpu_run_delay = line_real(line, "vcpu_run_delay_cores"),
        .overhead = line_real(line, "overhead_cores"),
        .process = line_real(line, "cores"),
        .resident = number_sum(line_whole(line, "rss"), line_whole(line, "hugetlb")),
        .balloon_actual = line_whole(line, "balloon_actual"),
        .balloon_logical_vm_size = line_whole(line, "balloon_logical_vm_size"),
        .net = {[IN_BYTES] = line_real(line, "net_in_bytes_per_second"),
                [OUT_BYTES] = line_real(line, "net_out_bytes_per_second"),
                [IN_PACKETS] = line_real(line, "net_in_packets_per_second"),
                [OUT_PACKETS] = line_real(line, "net_out_packets_per_second"),
                [IN_DROPPED] = line_real(line, "net_in_dropped_per_second"),
                [OUT_DROPPED] = line_real(line, "net_out_dropped_per_second")},
        .disk = {[READ_BYTES] = line_real(line, "disk_read_bytes_per_second"),
                 [WRITE_BYTES] = line_real(line, "disk_write_bytes_per_second")},
    };

    return host;
}

/* ---- What follows from both ---- */

/* In bytes. */
struct memory {
    uint64_t balloon;
    uint64_t used;
    /* What the host has given, the guest does not use, and a larger balloon could give back. */
    uint64_t could_come_back;
};

/*
 * The balloon's pages do not count as used: the guest's kernel subtracts them from the total, or, with deflate-on-oom,
 * this function subtracts them. QEMU reports only the memory that the balloon leaves.
 */
static struct memory compare_memory(const struct options *options, const struct guest_side *guest,
                                    const struct host_side *host)
{
    uint64_t left = number_difference(options->memory_bytes, host->balloon_logical_vm_size);
    struct memory memory = {.balloon = number_or(host->balloon_actual, left), .used = guest->used};

    if (options->deflate_on_oom)
        memory.used = number_or(guest->used_without_balloon, number_difference(guest->used, memory.balloon));
    memory.could_come_back = VMM_UNKNOWN;
    if (vmm_is_known(memory.used) && vmm_is_known(host->resident) && vmm_is_known(guest->available)) {
        uint64_t spare = host->resident > memory.used ? host->resident - memory.used : 0;

        memory.could_come_back = spare < guest->available ? spare : guest->available;
    }
    return memory;
}

/* ---- As JSON ---- */

/* A difference, which may be negative. */
static void print_difference(struct json *out, const char *key, uint64_t from, uint64_t what)
{
    bool negative = from < what;

    if (!vmm_is_known(from) || !vmm_is_known(what)) {
        print_number(out, key, VMM_UNKNOWN);
        return;
    }
    json_key(out, key);
    if (negative)
        json_raw(out, "-");
    json_integer(out, negative ? what - from : from - what);
}

static void print_cpu(struct json *out, const struct guest_side *guest, const struct host_side *host)
{
    json_open_member(out, "cpu", '{');
    print_real(out, "guest_busy", guest->busy);
    print_real(out, "guest_steal", guest->steal);
    print_real(out, "vcpu", host->vcpu);
    print_real(out, "vcpu_run_delay", host->vcpu_run_delay);
    /*
     * Busy includes steal: time in which the guest wanted to run and had no CPU of the host. So busy is at most the sum
     * of the vCPU threads' run time and run delay. Time above this sum is unexplained: the samples are of different
     * times, or there is another reason.
     */
    print_real(out, "unexplained", guest->busy - (host->vcpu + host->vcpu_run_delay));
    print_real(out, "overhead", host->overhead);
    print_real(out, "host", host->process);
    json_close(out, "}");
}

static void print_memory(struct json *out, const struct memory *memory, const struct guest_side *guest,
                         const struct host_side *host)
{
    json_open_member(out, "memory", '{');
    print_number(out, "guest_used", memory->used);
    print_number(out, "guest_available", guest->available);
    print_number(out, "guest_total", guest->total);
    print_number(out, "balloon", memory->balloon);
    print_number(out, "resident", host->resident);
    print_number(out, "could_come_back", memory->could_come_back);
    json_close(out, "}");
}

static void print_network(struct json *out, const struct guest_side *guest, const struct host_side *host)
{
    static const char *const names[NET_RATES][2] = {[IN_BYTES] = {"guest_in_bytes", "tap_in_bytes"},
                                                    [OUT_BYTES] = {"guest_out_bytes", "tap_out_bytes"},
                                                    [IN_PACKETS] = {"guest_in_packets", "tap_in_packets"},
                                                    [OUT_PACKETS] = {"guest_out_packets", "tap_out_packets"},
                                                    [IN_DROPPED] = {NULL, "tap_in_dropped"},
                                                    [OUT_DROPPED] = {NULL, "tap_out_dropped"}};

    json_open_member(out, "network", '{');
    for (unsigned i = 0; i < NET_RATES; i++) {
        if (names[i][0] != NULL)
            print_real(out, names[i][0], guest->net[i]);
        print_real(out, names[i][1], host->net[i]);
    }
    json_close(out, "}");
}

static void print_disk(struct json *out, const struct guest_side *guest, const struct host_side *host)
{
    json_open_member(out, "disk", '{');
    print_real(out, "guest_read_bytes", guest->disk[READ_BYTES]);
    print_real(out, "host_read_bytes", host->disk[READ_BYTES]);
    print_real(out, "guest_written_bytes", guest->disk[WRITE_BYTES]);
    print_real(out, "host_written_bytes", host->disk[WRITE_BYTES]);
    json_close(out, "}");
}

/* ---- As a table ---- */

/* A number with two decimals, in `width` columns. */
static void put_cell(struct json *out, double value, double scale, size_t width)
{
    char text[32] = "unknown";
    size_t length = strlen(text);

    /* A larger number has no cents. */
    if (isfinite(value) && fabs(value / scale) < 1e15) {
        uint64_t hundredths = (uint64_t)(fabs(value / scale) * 100 + 0.5);
        struct json number;

        json_init(&number, -1);
        json_raw(&number, value < 0 && hundredths != 0 ? "-" : "");
        json_hundredths(&number, hundredths);
        length = number.length;
        memcpy(text, number.bytes, length);
    }
    text[length] = '\0';
    for (; width > length; width--)
        json_raw(out, " ");
    json_raw(out, text);
}

static void put_row(struct json *out, const char *name, double guest, double host, double scale)
{
    json_raw(out, name);
    for (size_t column = strlen(name); column < 28; column++)
        json_raw(out, " ");
    put_cell(out, guest, scale, 12);
    put_cell(out, host, scale, 12);
}

/* What stands behind a row. */
static void put_more(struct json *out, const char *before, double value, double scale)
{
    json_raw(out, before);
    put_cell(out, value, scale, 0);
}

static void print_table(struct json *out, const struct memory *memory, const struct guest_side *guest,
                        const struct host_side *host, uint64_t skew_ms)
{
    const double mib = 1 << 20, kb = 1000;

    json_raw(out, "                                   guest        host   ");
    if (vmm_is_known(skew_ms)) {
        json_raw(out, "the guest's line is ");
        json_integer(out, skew_ms);
        json_raw(out, " ms older\n");
    } else {
        json_raw(out, "no line of the guest yet\n");
    }
    put_row(out, "CPUs", guest->busy, host->vcpu, 1);
    put_more(out, "   waited for the host ", host->vcpu_run_delay, 1);
    put_more(out, ", overhead ", host->overhead, 1);
    json_raw(out, "\n");
    put_row(out, "memory, MiB", number_over(memory->used, 1), number_over(host->resident, 1), mib);
    put_more(out, "   could come back ", number_over(memory->could_come_back, 1), mib);
    put_more(out, ", in the balloon ", number_over(memory->balloon, 1), mib);
    json_raw(out, "\n");
    put_row(out, "network in, kB/s", guest->net[IN_BYTES], host->net[IN_BYTES], kb);
    put_more(out, "   dropped ", host->net[IN_DROPPED], 1);
    json_raw(out, "/s\n");
    put_row(out, "network out, kB/s", guest->net[OUT_BYTES], host->net[OUT_BYTES], kb);
    put_more(out, "   dropped ", host->net[OUT_DROPPED], 1);
    json_raw(out, "/s\n");
    put_row(out, "disk read, kB/s", guest->disk[READ_BYTES], host->disk[READ_BYTES], kb);
    json_raw(out, "\n");
    put_row(out, "disk written, kB/s", guest->disk[WRITE_BYTES], host->disk[WRITE_BYTES], kb);
    json_raw(out, "\n");
}

void sides_print(struct json *out, const struct options *options, const struct guest_side *guest, struct moment heard,
                 const struct host_side *host, struct moment seen)
{
    uint64_t skew_ms = number_difference(seen.steady_ms, heard.steady_ms);
    struct guest_side silent = guest_unknown();
    struct memory memory;
    uint64_t clock_ms = guest->clock_ms;

    if (vmm_is_known(skew_ms) && (double)skew_ms * 1e6 > (double)options->stale_ns)
        guest = &silent;
    memory = compare_memory(options, guest, host);
    if (options->table) {
        print_table(out, &memory, guest, host, skew_ms);
    } else {
        json_open(out, '{');
        print_number(out, "time_ms", host->time_ms);
        print_number(out, "skew_ms", skew_ms);
        print_difference(out, "guest_clock_ms", clock_ms, heard.since_1970_ms);
        print_number(out, "vcpus", host->vcpus);
        print_cpu(out, guest, host);
        print_memory(out, &memory, guest, host);
        print_network(out, guest, host);
        print_disk(out, guest, host);
        json_close(out, "}");
    }
    json_end_line(out);
}
