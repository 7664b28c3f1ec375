/* SPDX-License-Identifier: MIT */
/* For CLOCK_BOOTTIME. */
#define _GNU_SOURCE
#include "facts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "../../common/clock.h"
#include "../../common/format/where.h"
#include "../../common/message.h"
#include "../../common/number.h"

static struct facts facts;
static struct machine_facts machine;
static struct system_facts operating_system;
static struct rows cpus = {.row_bytes = sizeof(struct cpu_facts)};
static struct rows disks = {.row_bytes = sizeof(struct disk_facts)};
static struct rows nets = {.row_bytes = sizeof(struct net_facts)};
static struct rows interfaces = {.row_bytes = sizeof(struct interface_facts)};
static struct rows filesystems;
static struct rows tables[TABLES];
static struct release_facts release;
static struct self_facts self;

/* ---- Since when counters count ---- */

/* The moment of the facts before these; 0 if there are none. */
static uint64_t time_before_ns;
/* When the machine was started. Found once: a start that moves with the time of day would be another start. */
static uint64_t boot_ns = VMM_UNKNOWN;

/* The rows of a file, and since when each of them counts. */
struct starts {
    struct rows before;
    struct rows now;
};

static struct starts disk_starts = {{.row_bytes = sizeof(uint64_t)}, {.row_bytes = sizeof(uint64_t)}};
static struct starts net_starts = {{.row_bytes = sizeof(uint64_t)}, {.row_bytes = sizeof(uint64_t)}};

static uint64_t uptime_ns(const struct full *full)
{
    uint64_t hundredths = full->system.uptime_hundredths;
    struct timespec up;

    if (hundredths < UINT64_MAX / 10000000)
        return hundredths * 10000000;
    if (roots_are_own(&full->options->roots) && clock_gettime(CLOCK_BOOTTIME, &up) == 0)
        return (uint64_t)up.tv_sec * SECOND + (uint64_t)up.tv_nsec;
    return VMM_UNKNOWN;
}

static void take_boot(const struct full *full)
{
    /* A start that is to come cannot be right: the time of day was set back. */
    if (!vmm_is_known(boot_ns) || boot_ns > facts.time_ns)
        boot_ns = number_difference(facts.time_ns, uptime_ns(full));
}

/* Since when a row counts: as long as the same row before, unless its counters began anew meanwhile. */
static uint64_t start_of(struct starts *starts, const struct row_file *file, const void *before, vmm_status growth)
{
    uint64_t start_ns = boot_ns;

    /* What was not there in the sample before may have counted elsewhere. */
    if (before == NULL || growth == VMM_RESET) {
        if (time_before_ns != 0)
            start_ns = before == NULL ? VMM_UNKNOWN : time_before_ns;
    } else if (starts->before.count == file->before.count) {
        size_t index = (size_t)((const char *)before - (const char *)file->before.rows) / file->before.row_bytes;

        memcpy(&start_ns, rows_at(&starts->before, index), sizeof start_ns);
    }
    rows_add(&starts->now, &start_ns);
    return start_ns;
}

static void set_labels(struct thing *thing)
{
    thing->labels[LABEL_HOST] = operating_system.thing.labels[LABEL_NODE];
    thing->labels[LABEL_HOST_ID] = where_id();
}

/* Sets the labels of all rows, when no row is added any more. Each has its own name in its struct. */
static void name_rows(const struct rows *rows, unsigned label, size_t name)
{
    for (size_t i = 0; i < rows->count; i++) {
        struct thing *thing = rows_at(rows, i);

        set_labels(thing);
        thing->labels[label] = (const char *)thing + name;
    }
}

/* ---- The machine ---- */

static void take_sockets(const struct sockets *sockets)
{
    static const struct socket_counts none;
    const struct socket_counts *tcp = &sockets->counts[SOCKET_TCP], *tcp6 = &sockets->counts[SOCKET_TCP6];
    const struct socket_counts *udp = &sockets->counts[SOCKET_UDP], *udp6 = &sockets->counts[SOCKET_UDP6];

    machine.udp4 = *udp;
    machine.udp6 = *udp6;
    /* A machine without IPv6 has no such sockets. */
    if (sockets->is_absent[SOCKET_TCP6])
        tcp6 = &none;
    if (sockets->is_absent[SOCKET_UDP6])
        udp6 = &none;
    for (unsigned i = 0; i < SOCKET_STATES; i++)
        machine.tcp.states[i] = number_sum(tcp->states[i], tcp6->states[i]);
    machine.tcp.rx_bytes = number_sum(tcp->rx_bytes, tcp6->rx_bytes);
    machine.tcp.tx_bytes = number_sum(tcp->tx_bytes, tcp6->tx_bytes);
    machine.udp = number_sum(udp->states[0], udp6->states[0]);
}

static void take_memory(const struct sample *sample)
{
    const struct vmm_meminfo *meminfo = &sample->meminfo;
    const struct vmm_memory_usage *usage = &sample->memory_usage;

    machine.meminfo = *meminfo;
    machine.memory = *usage;
    machine.available_ratio = number_share(meminfo->mem_available_bytes, meminfo->mem_total_bytes);
    machine.free_ratio = number_share(meminfo->mem_free_bytes, meminfo->mem_total_bytes);
    machine.buffers_ratio = number_share(usage->buffers_bytes, meminfo->mem_total_bytes);
    machine.cache_ratio = number_share(usage->cache_bytes, meminfo->mem_total_bytes);
    machine.swap_used_or_0_ratio = usage->swap_total_bytes == 0 ? 0 : usage->swap_used_ratio;
    machine.swap_free_ratio = number_share(usage->swap_free_bytes, usage->swap_total_bytes);
    machine.huge_pages_used = number_difference(meminfo->huge_pages_total, meminfo->huge_pages_free);
    machine.huge_pages_used_ratio = number_share(machine.huge_pages_used, meminfo->huge_pages_total);
    machine.huge_pages_free_ratio = number_share(meminfo->huge_pages_free, meminfo->huge_pages_total);
}

static void take_processes(const struct processes *processes)
{
    const uint64_t *states = processes->by_state;

    memcpy(machine.processes, states, sizeof machine.processes);
    machine.processes_total = processes->total;
    machine.threads = processes->threads;
    machine.processes_stopped = number_sum(states[VMM_PROCESS_STATE_STOPPED], states[VMM_PROCESS_STATE_TRACING_STOP]);
    machine.processes_asleep =
        number_sum(number_sum(states[VMM_PROCESS_STATE_SLEEPING], states[VMM_PROCESS_STATE_DISK_SLEEP]),
                   states[VMM_PROCESS_STATE_IDLE]);
}

static uint64_t bytes_of_pages(uint64_t pages)
{
    uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);

    return pages < VMM_UNLIMITED / page ? pages * page : VMM_UNKNOWN;
}

/* The files of protocols, which only Prometheus's format prints. Each network namespace has its own, and a machine without IPv6
 * lacks two. */
static void take_protocols(const struct options *options)
{
    static const struct {
        const char *path;
        enum vmm_file file;
    } files[] = {{"net/snmp", VMM_FILE_PROTOCOLS_SNMP},
                 {"net/netstat", VMM_FILE_PROTOCOLS_NETSTAT},
                 {"net/snmp6", VMM_FILE_PROTOCOLS_SNMP6},
                 {"net/sockstat", VMM_FILE_PROTOCOLS_SOCKSTAT},
                 {"net/sockstat6", VMM_FILE_PROTOCOLS_SOCKSTAT6}};
    enum { FILES = sizeof files / sizeof files[0] };
    static struct source sources[FILES];
    struct vmm_protocols *protocols = &machine.protocols;

    vmm_record_init(VMM_RECORD_PROTOCOLS, protocols, sizeof *protocols);
    for (unsigned i = 0; options->format == FORMAT_PROMETHEUS && i < FILES; i++) {
        struct vmm_text text;

        if (sources[i].file.path == NULL)
            source_init_own(&sources[i], &options->roots, files[i].path, true);
        if (source_read(&sources[i], &text))
            source_check(&sources[i], vmm_record_read(&text, files[i].file, protocols, sizeof *protocols));
    }
    machine.tcp_memory_bytes = bytes_of_pages(protocols->sockstat_tcp_mem_pages);
    machine.udp_memory_bytes = bytes_of_pages(protocols->sockstat_udp_mem_pages);
}

static void take_machine(const struct sample *sample, const struct full *full)
{
    set_labels(&machine.thing);
    machine.thing.start_ns = boot_ns;
    machine.time_usec = facts.time_ns / 1000;
    machine.cpus = sample_cpus(sample);
    machine.stat = sample->stat;
    take_memory(sample);
    machine.vmstat = full->vmstat;
    machine.minor_faults = number_difference(full->vmstat.pgfault, full->vmstat.pgmajfault);
    machine.system = full->system;
    memcpy(machine.pressure, full->pressure, sizeof machine.pressure);
    take_processes(&full->processes);
    take_sockets(&full->sockets);
    kernel_take(&machine.kernel, full->options);
    take_protocols(full->options);
}

/* ---- Its CPUs ---- */

static void name_cpu(struct cpu_facts *cpu)
{
    static const char all[] = "cpu-total", prefix[] = "cpu";
    size_t length = sizeof prefix - 1;

    memcpy(cpu->name, prefix, length);
    if (vmm_value_print(cpu->row.id, cpu->name + length, sizeof cpu->name - length, NULL) != VMM_OK)
        memcpy(cpu->name, all, sizeof all);
}

static void take_cpu(const struct sample *sample, const struct vmm_cpu *row)
{
    struct cpu_facts cpu = {.row = *row, .usage = sample_cpu_usage(sample, row)};
    const struct vmm_cpu_usage *usage = &cpu.usage;

    name_cpu(&cpu);
    cpu.active_ticks = number_sum(number_sum(row->user_ticks, row->nice_ticks), row->system_ticks);
    cpu.active_ticks = number_sum(cpu.active_ticks, number_or(row->iowait_ticks, 0));
    cpu.active_ticks = number_sum(cpu.active_ticks, number_or(row->irq_ticks, 0));
    cpu.active_ticks = number_sum(cpu.active_ticks, number_or(row->softirq_ticks, 0));
    cpu.active_ticks = number_sum(cpu.active_ticks, number_or(row->steal_ticks, 0));
    cpu.interrupt_ticks = number_sum(row->irq_ticks, row->softirq_ticks);
    cpu.interrupt_ratio = usage->irq_ratio + usage->softirq_ratio;
    cpu.user_without_guest_ratio = usage->user_ratio - real_or(usage->guest_ratio, 0);
    cpu.nice_without_guest_ratio = usage->nice_ratio - real_or(usage->guest_nice_ratio, 0);
    cpu.thing.start_ns = boot_ns;
    rows_add(&cpus, &cpu);
}

/* Those of them that a format tells of: node_exporter only single ones, CloudWatch's agent and OpenTelemetry all together,
 * and single ones if that is wanted; where numbers are to be added up, as with OpenTelemetry, not both. */
static void take_cpus(const struct sample *sample, const struct options *options)
{
    bool single = options->per_cpu || options->format == FORMAT_PROMETHEUS;
    bool all = !single || options->format == FORMAT_CLOUDWATCH;

    cpus.count = 0;
    for (size_t i = 0; i < sample->cpus.count; i++) {
        const struct vmm_cpu *row = rows_at(&sample->cpus, i);

        /* The total row is the first. Another row without a number would be the same series. */
        if (vmm_is_known(row->id) ? single : all && i == 0)
            take_cpu(sample, row);
    }
    name_rows(&cpus, LABEL_CPU_NAME, offsetof(struct cpu_facts, name));
    for (size_t i = 0; i < cpus.count; i++) {
        struct cpu_facts *cpu = rows_at(&cpus, i);

        cpu->thing.labels[LABEL_CPU] = vmm_is_known(cpu->row.id) ? cpu->name + sizeof "cpu" - 1 : NULL;
    }
}

/* ---- Disks and interfaces ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Where the digits at the end of a name begin; NULL if there is no digit. */
static const char *before_number(const char *name)
{
    const char *end = name + strlen(name), *digits = end;

    while (digits != name && is_digit(digits[-1]))
        digits--;
    return digits == end ? NULL : digits;
}

/* What node_exporter leaves out unless told otherwise:
 * ^(z?ram|loop|fd|(h|s|v|xv)d[a-z]|nvme\d+n\d+p)\d+$, where the z is only in new versions. */
static bool node_exporter_ignores(const char *name)
{
    static const char *const prefixes[] = {"ram", "loop", "fd"};
    static const char *const letters[] = {"hd", "sd", "vd", "xvd"};
    const char *number = before_number(name);
    size_t length = number == NULL ? 0 : (size_t)(number - name);

    for (unsigned i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        if (length == strlen(prefixes[i]) && memcmp(name, prefixes[i], length) == 0)
            return true;
    }
    for (unsigned i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        if (length == strlen(letters[i]) + 1 && memcmp(name, letters[i], length - 1) == 0 && name[length - 1] >= 'a' &&
            name[length - 1] <= 'z')
            return true;
    }
    return length > 4 && memcmp(name, "nvme", 4) == 0 && name[length - 1] == 'p';
}

/* The size of a block device, which its directory in /sys has in sectors. With the /proc of another machine alone, its /sys is
 * not there. */
static uint64_t disk_size(const struct roots *roots, const char *name)
{
    static bool complained;
    char below[sizeof "class/block//size" + sizeof(((struct vmm_disk *)0)->name)], path[ROOTS_PATH_BYTES];
    char *start, *end;
    uint64_t sectors = VMM_UNKNOWN;
    struct vmm_text text;
    struct file file;
    int error;

    if (roots->proc != NULL && roots->root == NULL && roots->sys == NULL)
        return VMM_UNKNOWN;
    start = stpcpy(below, "class/block/");
    end = stpcpy(start, name);
    /* The kernel writes an exclamation mark there for a slash of a name. */
    for (char *at = strchr(start, '/'); at != NULL; at = strchr(at, '/'))
        *at = '!';
    stpcpy(end, "/size");
    if (!roots_sys(roots, below, path))
        return VMM_UNKNOWN;
    file = file_of_kernel(path);
    error = file_read(&file);
    if (error != 0 && error != ENOENT)
        complain(path, &complained, strerror(error));
    text = vmm_text_of(file.bytes, file.length);
    if (error == 0)
        vmm_value_parse(&text, VMM_VALUE_NUMBER, &sectors);
    file_release(&file);
    return sectors < VMM_UNLIMITED / 512 ? sectors * 512 : VMM_UNKNOWN;
}

static void take_disks(const struct row_file *file, const struct options *options)
{
    disks.count = 0;
    rows_keep(&disk_starts.before, &disk_starts.now);
    for (size_t i = 0; file->known && i < file->now.count; i++) {
        const struct vmm_disk *row = rows_at(&file->now, i), *before = rows_find(&file->before, row, i);
        struct disk_facts disk = {.row = *row};
        vmm_status growth = vmm_record_growth(before, row, &disk.growth, sizeof disk.growth);

        disk.thing.start_ns = start_of(&disk_starts, file, before, growth);
        disk.size_bytes = options->format == FORMAT_OTEL ? disk_size(&options->roots, row->name) : VMM_UNKNOWN;
        if (options->format == FORMAT_PROMETHEUS && node_exporter_ignores(row->name))
            continue;
        rows_add(&disks, &disk);
    }
    name_rows(&disks, LABEL_DISK, offsetof(struct disk_facts, row.name));
}

static void take_nets(const struct row_file *file, const struct options *options)
{
    nets.count = interfaces.count = 0;
    rows_keep(&net_starts.before, &net_starts.now);
    for (size_t i = 0; file->known && i < file->now.count; i++) {
        const struct vmm_net *row = rows_at(&file->now, i), *before = rows_find(&file->before, row, i);
        struct net_facts net = {.row = *row};
        vmm_status growth = vmm_record_growth(before, row, &net.growth, sizeof net.growth);

        net.thing.start_ns = start_of(&net_starts, file, before, growth);
        if (options->format == FORMAT_PROMETHEUS) {
            struct interface_facts interface = interface_take(&net.row, &options->roots);

            rows_add(&interfaces, &interface);
        }
        net.is_up = vmm_is_known(net.row.operstate) ? net.row.operstate == VMM_NET_OPERSTATE_UP : VMM_UNKNOWN;
        rows_add(&nets, &net);
    }
    name_rows(&nets, LABEL_INTERFACE, offsetof(struct net_facts, row.name));
    for (size_t i = 0; i < interfaces.count; i++)
        interface_label(rows_at(&interfaces, i), &((const struct net_facts *)rows_at(&nets, i))->row);
}

/* ---- File systems ---- */

/* Whether a path is a directory, or in it. */
static bool is_in(const char *path, const char *directory)
{
    size_t length = strlen(directory);

    if (strncmp(path, directory, length) != 0)
        return false;
    return length == 1 || path[length] == '\0' || path[length] == '/';
}

/* Takes a mount for each path that it holds so far: of the mounts that a path is in the longest, and of several there the
 * last. */
static void take_mount(const struct vmm_mount *mount, const struct sample *sample)
{
    static char mount_point[FILESYSTEM_PATH_BYTES];
    size_t length;

    if (vmm_path_unescape(&mount->mount_point, mount_point, sizeof mount_point, NULL) != VMM_OK)
        return;
    length = strlen(mount_point);
    for (size_t i = 0; i < filesystems.count; i++) {
        struct filesystem_facts *filesystem = rows_at(&filesystems, i);
        const struct filesystem *from = &sample->filesystems[i];

        /* The path itself will do for a file system that cannot be asked. */
        if (!is_in(filesystem->device_error == 1 ? from->path : from->real, mount_point) ||
            strlen(filesystem->mount_point) > length)
            continue;
        memcpy(filesystem->mount_point, mount_point, length + 1);
        if (vmm_path_unescape(&mount->source, filesystem->device, sizeof filesystem->device, NULL) != VMM_OK)
            filesystem->device[0] = '\0';
        if (vmm_path_unescape(&mount->type, filesystem->type, sizeof filesystem->type, NULL) != VMM_OK)
            filesystem->type[0] = '\0';
    }
}

/* Finds the mounts of all paths, in one reading. */
static void find_mounts(const struct sample *sample, const struct options *options)
{
    static const struct roots own = {NULL, NULL, NULL};
    static struct source mounts;
    struct vmm_text text;
    struct vmm_mount row;
    vmm_status status;

    /* Without a root the paths are this machine's, also beside another /proc. */
    if (mounts.file.path == NULL)
        source_init_own(&mounts, options->roots.root == NULL ? &own : &options->roots, "self/mountinfo", false);
    if (!source_read(&mounts, &text))
        return;
    while ((status = vmm_mount_next(&text, &row, sizeof row)) != VMM_END) {
        source_check(&mounts, status);
        if (status == VMM_OK)
            take_mount(&row, sample);
    }
}

static const char *text_or_null(const char *text)
{
    return text[0] == '\0' ? NULL : text;
}

/* One that was asked for by two of its directories is one. */
static bool is_known_already(const struct filesystem_facts *filesystem, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct filesystem_facts *other = rows_at(&filesystems, i);

        if (strcmp(other->mount_point, filesystem->mount_point) == 0)
            return true;
    }
    return false;
}

static void take_size(struct filesystem_facts *facts_of_it, const struct filesystem *filesystem)
{
    const struct vmm_filesystem *record = &filesystem->record;
    const struct vmm_filesystem_usage *usage = &filesystem->usage;

    facts_of_it->record = *record;
    facts_of_it->usage = *usage;
    facts_of_it->free_bytes =
        number_difference(number_sum(usage->total_bytes, usage->used_below_zero_bytes), usage->used_bytes);
    facts_of_it->free_ratio = number_share(usage->available_bytes, usage->total_bytes);
    facts_of_it->reserved_ratio = number_share(usage->reserved_bytes, usage->total_bytes);
    facts_of_it->used_ratio = number_share(usage->used_bytes, usage->total_bytes);
    /* Without such a path there is no file system that cannot be asked. */
    facts_of_it->device_error =
        filesystem->error == ENOENT || filesystem->error == ENOTDIR ? VMM_UNKNOWN : filesystem->error != 0;
    facts_of_it->read_only = vmm_is_known(record->f_flag) ? (record->f_flag & ST_RDONLY) != 0 : VMM_UNKNOWN;
}

static void name_filesystem(struct filesystem_facts *filesystem)
{
    set_labels(&filesystem->thing);
    filesystem->thing.labels[LABEL_DEVICE] = text_or_null(filesystem->device);
    filesystem->thing.labels[LABEL_MOUNT_POINT] = text_or_null(filesystem->mount_point);
    filesystem->thing.labels[LABEL_TYPE] = text_or_null(filesystem->type);
    filesystem->thing.labels[LABEL_MODE] = NULL;
    if (vmm_is_known(filesystem->read_only))
        filesystem->thing.labels[LABEL_MODE] = filesystem->read_only != 0 ? "ro" : "rw";
}

static void take_filesystems(const struct sample *sample, const struct options *options)
{
    size_t count = 0;

    /* There are never more of them than were asked for. */
    if (filesystems.rows == NULL) {
        filesystems.row_bytes = sizeof(struct filesystem_facts);
        filesystems.rows = calloc(options->path_count, sizeof(struct filesystem_facts));
        if (filesystems.rows == NULL)
            fail("paths", strerror(ENOMEM));
    }
    filesystems.count = options->path_count;
    for (size_t i = 0; i < filesystems.count; i++) {
        struct filesystem_facts *filesystem = rows_at(&filesystems, i);

        filesystem->device[0] = filesystem->mount_point[0] = filesystem->type[0] = '\0';
        take_size(filesystem, &sample->filesystems[i]);
    }
    find_mounts(sample, options);
    for (size_t i = 0; i < filesystems.count; i++) {
        struct filesystem_facts *filesystem = rows_at(&filesystems, i), *place = rows_at(&filesystems, count);

        if (is_known_already(filesystem, count))
            continue;
        if (place != filesystem)
            memcpy(place, filesystem, sizeof *place);
        name_filesystem(place);
        count++;
    }
    filesystems.count = count;
}

/* ---- All of it ---- */

static struct things things_of(const struct rows *rows)
{
    return (struct things){rows->rows, rows->row_bytes, rows->count};
}

/* A file of /proc/sys/kernel without its newline; "" if there is none. Returns false if it cannot be read. */
static bool read_name(const struct roots *roots, const char *path, char name[256])
{
    static bool complained;
    char whole[ROOTS_PATH_BYTES];
    struct file file;
    size_t length = 0;
    int error;

    roots_proc(roots, path, whole);
    file = file_of_kernel(whole);
    error = file_read(&file);
    if (error != 0 && error != ENOENT)
        complain(whole, &complained, strerror(error));
    if (file.length != 0 && file.length <= 256)
        length = file.length - 1;
    memcpy(name, length == 0 ? "" : file.bytes, length);
    name[length] = '\0';
    file_release(&file);
    return error == 0 || error == ENOENT;
}

/* What uname(2) says of this machine; files say it of another one, but for the architecture before Linux 6.1. */
static void take_system(const struct roots *roots)
{
    static const char *const paths[] = {"sys/kernel/ostype", "sys/kernel/osrelease", "sys/kernel/version",
                                        "sys/kernel/arch",   "sys/kernel/hostname",  "sys/kernel/domainname"};
    struct utsname own;
    const char *const from_call[] = {own.sysname, own.release, own.version, own.machine, own.nodename, own.domainname};
    bool is_own = roots_are_own(roots) && uname(&own) == 0;

    operating_system.one = 1;
    for (unsigned i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        char *name = operating_system.names[i];

        if (is_own)
            memcpy(name, from_call[i], strlen(from_call[i]) + 1);
        else if (!read_name(roots, paths[i], name))
            /* With a label less it would be another series. */
            operating_system.one = VMM_UNKNOWN;
        operating_system.thing.labels[LABEL_SYSTEM + i] = name[0] == '\0' ? NULL : name;
    }
    set_labels(&operating_system.thing);
}

const struct facts *facts_of(const struct sample *sample, const struct full *full, const struct options *options)
{
    time_before_ns = facts.time_ns;
    facts.time_ns = now_since_1970_ns();
    where_read(&options->roots);
    take_system(&options->roots);
    take_boot(full);
    take_machine(sample, full);
    take_cpus(sample, options);
    take_disks(&full->disk, options);
    take_nets(&full->net, options);
    take_filesystems(sample, options);
    facts.things[OF_MACHINE] = (struct things){&machine, sizeof machine, 1};
    facts.things[OF_SYSTEM] = (struct things){&operating_system, sizeof operating_system, 1};
    facts.things[OF_CPU] = things_of(&cpus);
    facts.things[OF_DISK] = things_of(&disks);
    facts.things[OF_NET] = things_of(&nets);
    facts.things[OF_NET_PACKETS] = facts.things[OF_NET];
    facts.things[OF_FILESYSTEM] = things_of(&filesystems);
    facts.things[OF_INTERFACE] = things_of(&interfaces);
    if (options->format == FORMAT_PROMETHEUS) {
        release_take(&release, &options->roots);
        self_take(&self);
        facts.things[OF_RELEASE] = facts.things[OF_RELEASE_VERSION] = (struct things){&release, sizeof release, 1};
        facts.things[OF_SELF] = (struct things){&self, sizeof self, 1};
    }
    if (options->interrupts)
        facts.things[OF_SOFTIRQS] = facts.things[OF_MACHINE];
    tables_take(tables, options);
    for (unsigned i = 0; i < TABLES; i++)
        facts.things[OF_TABLE + i] = things_of(&tables[i]);
    return &facts;
}
