/*
 * vmmetrics-guest: what this machine uses, one JSON line a sample. The helper program to run inside a virtual machine.
 *
 * It shows the ways of libvmmetrics: files read by the caller, rows until VMM_END, two samples for a rate, numbers that
 * the caller fills in (statvfs), and records printed by self-description. Whatever cannot be read costs only its own
 * members, which are null then.
 */
#define _POSIX_C_SOURCE 200809L
/* File systems of more than 2^32 blocks on 32-bit machines, too. */
#define _FILE_OFFSET_BITS 64
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "common/json.h"
#include "common/print.h"
#include "common/read.h"

static const char program[] = "vmmetrics-guest";

static const char help[] =
    "usage: vmmetrics-guest [OPTION]...\n"
    "Prints what this machine uses as one JSON line: time, CPU in percent of the whole machine, memory and disk in "
    "bytes.\n"
    "What is not known is null.\n"
    "\n"
    "  --interval SECONDS  go on, with a line every so many seconds (0.5 will do, 0 is without a pause); a line's CPU "
    "is\n"
    "                      that since the line before\n"
    "  --count N           end after N lines; without --interval a second lies between two\n"
    "  --path DIR          the file system that holds DIR instead of /; may be given again, then \"disks\" lists them "
    "all\n"
    "                      and disk_used and disk_total are those of the first\n"
    "  --per-cpu           add \"cpus\": the same for each CPU that is online\n"
    "  --full              add \"records\": all that libvmmetrics reads and computes of this machine\n"
    "  --no-wait           print the first line at once, its CPU null, instead of measuring for 100 ms\n"
    "  --help, --version\n"
    "\n"
    "cpu is all but idle and iowait; mem_used is total - available, as free prints it; disk_used is df's Used.\n";

#define SECOND 1000000000U

struct options {
    uint64_t interval_ns;
    uint64_t count;
    /* argv's own strings. */
    const char **paths;
    size_t path_count;
    bool per_cpu;
    bool full;
    bool no_wait;
};

/* A file that complains once. */
struct source {
    struct file file;
    bool complained;
};

/* The CPU rows of one moment, the total row among them. */
struct cpus {
    struct vmm_cpu *rows;
    size_t count;
    size_t capacity;
};

struct disk {
    const char *path;
    bool complained;
    struct vmm_filesystem filesystem;
    struct vmm_filesystem_usage usage;
};

struct guest {
    struct options options;
    struct source stat_file;
    struct source meminfo_file;
    struct cpus before;
    struct cpus now;
    struct vmm_stat stat;
    struct vmm_meminfo meminfo;
    struct vmm_memory_usage memory_usage;
    struct disk *disks;
    struct json out;
};

static _Noreturn void fail(const char *subject, const char *reason)
{
    print_message(program, subject, reason);
    exit(EXIT_FAILURE);
}

static _Noreturn void refuse(const char *subject, const char *reason)
{
    print_message(program, subject, reason);
    exit(2);
}

static void complain(const char *path, bool *complained, const char *reason)
{
    if (!*complained)
        print_message(program, path, reason);
    *complained = true;
}

/* ---- Taking a sample ---- */

/* Text over what is in the file now; empty where it cannot be read. `enough` bytes will do. */
static bool read_source(struct source *source, size_t enough, struct vmm_text *text)
{
    int error = file_read_start(&source->file, enough);

    *text = vmm_text_of(source->file.bytes, source->file.length);
    if (error != 0)
        complain(source->file.path, &source->complained, strerror(error));
    return error == 0;
}

static void check(struct source *source, vmm_status status)
{
    if (status < 0)
        complain(source->file.path, &source->complained, vmm_status_text(status));
}

static void add_row(struct cpus *cpus, const struct vmm_cpu *row)
{
    if (cpus->count == cpus->capacity) {
        size_t capacity = cpus->capacity == 0 ? 4 : cpus->capacity * 2;
        struct vmm_cpu *rows = realloc(cpus->rows, capacity * sizeof *rows);

        if (rows == NULL)
            fail("CPU rows", strerror(ENOMEM));
        cpus->rows = rows;
        cpus->capacity = capacity;
    }
    cpus->rows[cpus->count++] = *row;
}

static void take_stat(struct guest *guest)
{
    /* The total row comes first, so that these bytes hold it; the rest can be hundreds of kilobytes. */
    const size_t total_row = 512;
    bool all_rows = guest->options.per_cpu || guest->options.full;
    struct vmm_text text;
    struct vmm_cpu row;
    vmm_status status = VMM_OK;

    guest->now.count = 0;
    vmm_record_init(VMM_RECORD_STAT, &guest->stat, sizeof guest->stat);
    if (!read_source(&guest->stat_file, all_rows ? (size_t)-1 : total_row, &text))
        return;
    do {
        status = vmm_cpu_next(&text, &row, sizeof row);
        check(&guest->stat_file, status);
        if (status == VMM_OK)
            add_row(&guest->now, &row);
    } while (status != VMM_END && all_rows);
    if (guest->options.full)
        check(&guest->stat_file, vmm_stat_parse(&text, &guest->stat, sizeof guest->stat));
}

static void take_memory(struct guest *guest)
{
    struct vmm_text text;

    vmm_record_init(VMM_RECORD_MEMINFO, &guest->meminfo, sizeof guest->meminfo);
    if (read_source(&guest->meminfo_file, (size_t)-1, &text))
        check(&guest->meminfo_file, vmm_meminfo_parse(&text, &guest->meminfo, sizeof guest->meminfo));
    /* From a record of which nothing is known, nothing follows. */
    vmm_memory_usage_of(&guest->meminfo, &guest->memory_usage, sizeof guest->memory_usage);
}

static void take_disk(struct disk *disk)
{
    struct vmm_filesystem *to = &disk->filesystem;
    struct statvfs from;

    vmm_record_init(VMM_RECORD_FILESYSTEM, to, sizeof *to);
    if (statvfs(disk->path, &from) == 0) {
        to->f_bsize_bytes = from.f_bsize;
        to->f_frsize_bytes = from.f_frsize;
        to->f_blocks = from.f_blocks;
        to->f_bfree = from.f_bfree;
        to->f_bavail = from.f_bavail;
        to->f_files = from.f_files;
        to->f_ffree = from.f_ffree;
        to->f_favail = from.f_favail;
        to->f_fsid = from.f_fsid;
        to->f_flag = from.f_flag;
        to->f_namemax = from.f_namemax;
    } else {
        complain(disk->path, &disk->complained, strerror(errno));
    }
    vmm_filesystem_usage_of(to, &disk->usage, sizeof disk->usage);
}

static void take_sample(struct guest *guest)
{
    take_stat(guest);
    take_memory(guest);
    for (size_t i = 0; i < guest->options.path_count; i++)
        take_disk(&guest->disks[i]);
}

/* This sample becomes the one before; its room is used again. */
static void keep_sample(struct guest *guest)
{
    struct cpus before = guest->before;

    guest->before = guest->now;
    guest->now = before;
}

/* ---- Printing it ---- */

/* The row of a CPU, or with VMM_UNKNOWN the total row; NULL where there is none. It mostly stands where it was. */
static const struct vmm_cpu *find_row(const struct cpus *cpus, uint64_t id, size_t expected)
{
    if (expected < cpus->count && cpus->rows[expected].id == id)
        return &cpus->rows[expected];
    for (size_t i = 0; i < cpus->count; i++) {
        if (cpus->rows[i].id == id)
            return &cpus->rows[i];
    }
    return NULL;
}

/* What the CPU of row `index` did since the sample before; unknown without one, or where the two cannot be compared. */
static struct vmm_cpu_usage usage_of_row(const struct guest *guest, size_t index)
{
    const struct vmm_cpu *row = &guest->now.rows[index];
    struct vmm_cpu_usage usage;

    vmm_cpu_usage_between(find_row(&guest->before, row->id, index), row, &usage, sizeof usage);
    usage.id = row->id;
    return usage;
}

static void print_percent(struct json *out, double ratio)
{
    json_key(out, "cpu");
    if (ratio >= 0)
        json_hundredths(out, (uint64_t)(ratio * 10000 + 0.5));
    else
        json_null(out);
}

static void print_cpu(struct guest *guest)
{
    const struct vmm_cpu *total = find_row(&guest->now, VMM_UNKNOWN, 0);

    if (total == NULL) {
        json_key(&guest->out, "cpu");
        json_null(&guest->out);
        return;
    }
    print_percent(&guest->out, usage_of_row(guest, (size_t)(total - guest->now.rows)).busy_gopsutil_ratio);
}

static void print_cpus(struct guest *guest)
{
    struct json *out = &guest->out;

    json_key(out, "cpus");
    json_open(out, '[');
    for (size_t i = 0; i < guest->now.count; i++) {
        struct vmm_cpu_usage usage = usage_of_row(guest, i);

        if (usage.id == VMM_UNKNOWN)
            continue;
        json_open(out, '{');
        print_number(out, "id", usage.id);
        print_percent(out, usage.busy_gopsutil_ratio);
        json_close(out, '}');
    }
    json_close(out, ']');
}

static void print_path(struct json *out, const char *path)
{
    json_key(out, "path");
    json_string(out, path, strlen(path));
}

static void print_disks(struct guest *guest)
{
    struct json *out = &guest->out;

    json_key(out, "disks");
    json_open(out, '[');
    for (size_t i = 0; i < guest->options.path_count; i++) {
        const struct disk *disk = &guest->disks[i];

        json_open(out, '{');
        print_path(out, disk->path);
        print_number(out, "used", disk->usage.used_bytes);
        print_number(out, "total", disk->usage.total_bytes);
        json_close(out, '}');
    }
    json_close(out, ']');
}

/* A record under its own name, which is a list where there are several of them. */
static void print_one(struct json *out, const char *name, uint32_t record_id, const void *record)
{
    json_key(out, name);
    print_record(out, record_id, record);
}

static void print_filesystems(struct guest *guest, const char *name, uint32_t record_id)
{
    struct json *out = &guest->out;

    json_key(out, name);
    json_open(out, '[');
    for (size_t i = 0; i < guest->options.path_count; i++) {
        const struct disk *disk = &guest->disks[i];
        const void *record = &disk->filesystem;

        if (record_id == VMM_RECORD_FILESYSTEM_USAGE)
            record = &disk->usage;
        json_open(out, '{');
        print_path(out, disk->path);
        print_members(out, record_id, record, UINT32_MAX);
        json_close(out, '}');
    }
    json_close(out, ']');
}

static void print_records(struct guest *guest)
{
    struct json *out = &guest->out;

    json_key(out, "records");
    json_open(out, '{');
    json_key(out, "cpu");
    json_open(out, '[');
    for (size_t i = 0; i < guest->now.count; i++)
        print_record(out, VMM_RECORD_CPU, &guest->now.rows[i]);
    json_close(out, ']');
    json_key(out, "cpu_usage");
    json_open(out, '[');
    for (size_t i = 0; i < guest->now.count; i++) {
        struct vmm_cpu_usage usage = usage_of_row(guest, i);

        print_record(out, VMM_RECORD_CPU_USAGE, &usage);
    }
    json_close(out, ']');
    print_one(out, "stat", VMM_RECORD_STAT, &guest->stat);
    print_one(out, "meminfo", VMM_RECORD_MEMINFO, &guest->meminfo);
    print_one(out, "memory_usage", VMM_RECORD_MEMORY_USAGE, &guest->memory_usage);
    print_filesystems(guest, "filesystem", VMM_RECORD_FILESYSTEM);
    print_filesystems(guest, "filesystem_usage", VMM_RECORD_FILESYSTEM_USAGE);
    json_close(out, '}');
}

static char *put_digits(char *to, int value, int digits)
{
    for (int i = digits; i-- > 0; value /= 10)
        to[i] = (char)('0' + value % 10);
    return to + digits;
}

/* UTC, as in 2025-12-09T10:50:56Z. */
static void print_time(struct json *out)
{
    char text[] = "YYYY-MM-DDThh:mm:ssZ";
    time_t now = time(NULL);
    struct tm utc;

    json_key(out, "ts");
    if (now == (time_t)-1 || gmtime_r(&now, &utc) == NULL) {
        json_null(out);
        return;
    }
    put_digits(text, utc.tm_year + 1900, 4);
    put_digits(text + 5, utc.tm_mon + 1, 2);
    put_digits(text + 8, utc.tm_mday, 2);
    put_digits(text + 11, utc.tm_hour, 2);
    put_digits(text + 14, utc.tm_min, 2);
    put_digits(text + 17, utc.tm_sec, 2);
    json_string(out, text, sizeof text - 1);
}

static void print_sample(struct guest *guest)
{
    struct json *out = &guest->out;

    json_open(out, '{');
    print_time(out);
    print_cpu(guest);
    print_number(out, "mem_used", guest->memory_usage.used_procps4_bytes);
    print_number(out, "mem_total", guest->memory_usage.total_bytes);
    print_number(out, "disk_used", guest->disks[0].usage.used_bytes);
    print_number(out, "disk_total", guest->disks[0].usage.total_bytes);
    if (guest->options.per_cpu)
        print_cpus(guest);
    if (guest->options.path_count > 1)
        print_disks(guest);
    if (guest->options.full)
        print_records(guest);
    json_close(out, '}');
    json_end_line(out);
    json_flush(out);
    if (out->error != 0)
        fail("standard output", strerror(out->error));
}

/* ---- Time ---- */

static void add_ns(struct timespec *time, uint64_t ns)
{
    time->tv_sec += (time_t)(ns / SECOND);
    time->tv_nsec += (long)(ns % SECOND);
    if (time->tv_nsec >= (long)SECOND) {
        time->tv_nsec -= (long)SECOND;
        time->tv_sec++;
    }
}

/* Sleeps until `ns` after `*since`, which then becomes that moment: the time that a sample takes adds up to nothing. */
static void wait_since(struct timespec *since, uint64_t ns)
{
    struct timespec now;

    if (ns == 0)
        return;
    add_ns(since, ns);
    clock_gettime(CLOCK_MONOTONIC, &now);
    /* Late by more than a whole interval, as after the machine was stopped: nothing is made up for. */
    if (now.tv_sec > since->tv_sec || (now.tv_sec == since->tv_sec && now.tv_nsec > since->tv_nsec))
        *since = now;
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, since, NULL) == EINTR) {
    }
}

static void run(struct guest *guest)
{
    struct timespec moment;

    clock_gettime(CLOCK_MONOTONIC, &moment);
    if (!guest->options.no_wait) {
        take_stat(guest);
        keep_sample(guest);
        wait_since(&moment, SECOND / 10);
    }
    for (uint64_t printed = 0; printed < guest->options.count; printed++) {
        if (printed != 0)
            wait_since(&moment, guest->options.interval_ns);
        take_sample(guest);
        print_sample(guest);
        keep_sample(guest);
    }
}

/* ---- The command line ---- */

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

/* Seconds, maybe with decimals, at most a thousand years of them. */
static bool take_interval(const char *text, uint64_t *ns)
{
    uint64_t seconds, unit = SECOND / 10;

    text = take_number(text, &seconds);
    if (text == NULL || seconds > 31536000000U / 2)
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

static struct options take_options(int argc, char **argv)
{
    static const struct option known[] = {
        {"interval", required_argument, NULL, 'i'},
        {"count", required_argument, NULL, 'c'},
        {"path", required_argument, NULL, 'p'},
        {"per-cpu", no_argument, NULL, 'P'},
        {"full", no_argument, NULL, 'f'},
        {"no-wait", no_argument, NULL, 'n'},
        {"help", no_argument, NULL, 'h'},
        {"version", no_argument, NULL, 'v'},
        {NULL, 0, NULL, 0},
    };
    struct options options = {.interval_ns = SECOND};
    bool goes_on = false, counted = false;
    int option;

    options.paths = calloc((size_t)argc + 1, sizeof *options.paths);
    if (options.paths == NULL)
        fail("options", strerror(ENOMEM));
    opterr = 0;
    while ((option = getopt_long(argc, argv, ":", known, NULL)) != -1) {
        const char *end;

        switch (option) {
        case 'i':
            if (!take_interval(optarg, &options.interval_ns))
                refuse(optarg, "--interval takes a number of seconds, such as 5 or 0.5");
            goes_on = true;
            break;
        case 'c':
            end = take_number(optarg, &options.count);
            if (end == NULL || *end != '\0' || options.count == 0)
                refuse(optarg, "--count takes a whole number of 1 or more");
            counted = true;
            break;
        case 'p':
            options.paths[options.path_count++] = optarg;
            break;
        case 'P':
            options.per_cpu = true;
            break;
        case 'f':
            options.full = true;
            break;
        case 'n':
            options.no_wait = true;
            break;
        case 'h':
        case 'v':
            break;
        case ':':
            refuse(argv[optind - 1], "a value is missing behind it; see --help");
        default:
            refuse(argv[optind - 1], "no such option, or not in this way; see --help");
        }
        if (option == 'h' || option == 'v') {
            struct json out;

            json_init(&out, STDOUT_FILENO);
            json_raw(&out, option == 'h' ? help : "vmmetrics-guest " VMM_VERSION "\n");
            json_flush(&out);
            exit(out.error == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
        }
    }
    if (optind != argc)
        refuse(argv[optind], "no argument is expected here; see --help");
    if (!counted)
        options.count = goes_on ? UINT64_MAX : 1;
    if (options.path_count == 0)
        options.paths[options.path_count++] = "/";
    return options;
}

int main(int argc, char **argv)
{
    static struct guest guest;

    guest.options = take_options(argc, argv);
    guest.stat_file.file = file_of("/proc/stat");
    guest.meminfo_file.file = file_of("/proc/meminfo");
    guest.disks = calloc(guest.options.path_count, sizeof *guest.disks);
    if (guest.disks == NULL)
        fail("paths", strerror(ENOMEM));
    for (size_t i = 0; i < guest.options.path_count; i++)
        guest.disks[i].path = guest.options.paths[i];
    json_init(&guest.out, STDOUT_FILENO);
    run(&guest);
    return EXIT_SUCCESS;
}
