/* SPDX-License-Identifier: MIT */
/*
 * Parses hostile texts, of each kind and by each function that takes text, in sizes that double: `hostile FIRST LAST`. Under
 * callgrind it asks for the instructions of each parse, hostile.py reads them. Without callgrind it sees that every text
 * comes to its end. Prints the names of the parses.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <valgrind/callgrind.h>

#include "vmmetrics/vmmetrics.h"

typedef vmm_status parser(uint32_t id, struct vmm_text *text);

/* The readers that take nothing but a text. hostile.py names a reader that has no row below. */
#define EACH_READER(function, struct_name)                                                                             \
    __attribute__((unused)) static vmm_status function(uint32_t id, struct vmm_text *text)                             \
    {                                                                                                                  \
        static struct vmm_##struct_name out;                                                                           \
                                                                                                                       \
        (void)id;                                                                                                      \
        return vmm_##function(text, &out, sizeof out);                                                                 \
    }
#include "../reference/lists.h"

/* The files of a record. */
#define FILE_OF(record)                                                                                                \
    static vmm_status record##_read(uint32_t id, struct vmm_text *text)                                                \
    {                                                                                                                  \
        static struct vmm_##record out;                                                                                \
                                                                                                                       \
        return vmm_record_read(text, id, &out, sizeof out);                                                            \
    }
FILE_OF(cgroup)
FILE_OF(cgroup_memory)
FILE_OF(process)
FILE_OF(net)
FILE_OF(disk)
FILE_OF(system)
FILE_OF(protocols)

static vmm_status cgroup_io_next(uint32_t id, struct vmm_text *text)
{
    static struct vmm_cgroup_io row;

    return vmm_cgroup_io_next(text, id, &row, sizeof row);
}

static vmm_status key_next(uint32_t form, struct vmm_text *text)
{
    static struct vmm_key_value row;

    return vmm_key_next(text, form, &row, sizeof row);
}

static vmm_status value_parse(uint32_t form, struct vmm_text *text)
{
    static uint64_t value;

    return vmm_value_parse(text, form, &value);
}

static char path[4096];

static vmm_status path_unescape(uint32_t id, struct vmm_text *text)
{
    struct vmm_span span = {text->pos, (size_t)(text->end - text->pos)};
    /* As much room as text, so that all of it is read. */
    static char *room;
    static size_t size;
    vmm_status status;

    (void)id;
    if (size < span.length + 1) {
        size = span.length + 1;
        free(room);
        room = malloc(size);
        if (room == NULL)
            abort();
    }
    status = vmm_path_unescape(&span, room, size, NULL);
    text->pos = text->end;
    return status;
}

/* The text in the place of one of the two, and something usual in that of the other. */
static vmm_status cgroup_path(uint32_t which, struct vmm_text *text)
{
    static const char memberships[] = "5:memory:/vm1\n0::/vm1\n";
    static const char mounts[] = "35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n";
    struct vmm_text usual =
        which == 0 ? vmm_text_of(mounts, sizeof mounts - 1) : vmm_text_of(memberships, sizeof memberships - 1);
    vmm_status status = which == 0 ? vmm_cgroup_path_of(text, &usual, "memory", path, sizeof path, NULL)
                                   : vmm_cgroup_path_of(&usual, text, "memory", path, sizeof path, NULL);

    text->pos = text->end;
    return status;
}

/* The text in both places, so that each row of one could be held against each of the other. */
static vmm_status cgroup_path_twice(uint32_t id, struct vmm_text *text)
{
    vmm_status status = vmm_cgroup_path_of(text, text, "memory", path, sizeof path, NULL);

    (void)id;
    text->pos = text->end;
    return status;
}

static vmm_status mount_of(uint32_t id, struct vmm_text *text)
{
    struct vmm_mount row;
    vmm_status status = vmm_mount_of(text, "/a/b/c", &row, sizeof row);

    (void)id;
    text->pos = text->end;
    return status;
}

/* The text is /proc/devices. */
static vmm_status rows_growth(uint32_t id, struct vmm_text *text)
{
    static struct vmm_cgroup_io row, out;
    struct vmm_rows rows = {&row, 1, sizeof row};
    vmm_status status;

    (void)id;
    vmm_record_init(VMM_RECORD_CGROUP_IO, &row, sizeof row);
    row.major = row.minor = row.read_bytes = 1;
    status = vmm_rows_growth(VMM_RECORD_CGROUP_IO, &rows, &rows, text, &out, sizeof out);
    text->pos = text->end;
    return status;
}

/* Each function, and the pieces of which its texts are made. */
static const struct subject {
    /* The function without vmm_; after a comma, what distinguishes its texts. */
    const char *name;
    parser *parse;
    /* What the function takes beside the text: a file, a form; otherwise 0. */
    uint32_t id;
    /* A whole line or row; its beginning, up to the first number; and a line that nearly is one. */
    const char *row;
    const char *open;
    const char *near;
    /*
     * Instructions a byte that the worst text may cost. Where a row may be a byte, a byte costs a call; where an empty line
     * could be any key, it costs a search of the table.
     */
    unsigned limit;
} subjects[] = {
    {"value_parse, number", value_parse, VMM_VALUE_NUMBER, "1", "0", "-1 ", 80},
    {"value_parse, limit", value_parse, VMM_VALUE_LIMIT, "max", "0", "maxi", 80},
    {"value_parse, hexadecimal", value_parse, VMM_VALUE_HEX, "f", "0x", "0x", 80},
    {"value_parse, kB", value_parse, VMM_VALUE_KB, "1 kB", "0", "1 k", 80},
    {"value_parse, list", value_parse, VMM_VALUE_LIST, "0-1,", "0-", "0,", 80},
    {"key_next, lines", key_next, VMM_KEY_LINES, "pgfault 1\n", "pgfault ", "pgfault: =\n", 80},
    {"key_next, pairs", key_next, VMM_KEY_PAIRS, "N0=4096 ", "N0=", "N0 ", 80},
    {"cpu_next", cpu_next, 0, "cpu0 1 2 3 4 5 6 7 8 9 10\n", "cpu ", "cpu1\n", 80},
    {"stat_parse", stat_parse, 0, "softirq 1 2 3\n", "intr ", "procs_blocke 1\n", 250},
    {"meminfo_parse", meminfo_parse, 0, "MemTotal:             1 kB\n", "MemTotal: ", "HugePages_Totally: 1\n", 380},
    {"pressure_parse", pressure_parse, 0, "some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n",
     "some avg10=", "some avg avg avg avg\n", 80},
    {"record_read, cgroup memory.stat", cgroup_memory_read, VMM_FILE_CGROUP_MEMORY_STAT, "anon 1\n", "anon ",
     "workingset_refaul 1\n", 1100},
    {"record_read, cgroup cpu.stat", cgroup_read, VMM_FILE_CGROUP_CPU_STAT, "usage_usec 1\n", "usage_usec ",
     "nr_period 1\n", 240},
    {"record_read, cgroup cpu.max", cgroup_read, VMM_FILE_CGROUP_CPU_MAX, "max 100000\n", "max ", "max max\n", 80},
    {"record_read, cgroup memory.max", cgroup_read, VMM_FILE_CGROUP_MEMORY_MAX, "1\n", "0", "max\n", 80},
    {"record_read, cgroup memory.events", cgroup_read, VMM_FILE_CGROUP_MEMORY_EVENTS, "oom 1\n", "oom ", "oom_kil 1\n",
     240},
    {"record_read, cgroup cpuset.cpus", cgroup_read, VMM_FILE_CGROUP_CPUSET_CPUS_EFFECTIVE, "0-1,", "0-", "0,\n", 80},
    {"record_read, cgroup cgroup.type", cgroup_read, VMM_FILE_CGROUP_CGROUP_TYPE, "domain ", "domain",
     "domain threade\n", 80},
    {"cgroup_io_next, io.stat", cgroup_io_next, VMM_FILE_CGROUP_IO_STAT, "8:0 rbytes=1 wbytes=2 rios=3 wios=4\n",
     "8:0 rbytes=", "8:0 8:1 8:2\n", 180},
    {"cgroup_io_next, io.stat, one line", cgroup_io_next, VMM_FILE_CGROUP_IO_STAT, "7:0 ", "7:", "7:0 rbyte=1 ", 180},
    {"cgroup_io_next, io.max", cgroup_io_next, VMM_FILE_CGROUP_IO_MAX, "8:0 rbps=max wbps=max riops=1 wiops=1\n",
     "8:0 rbps=", "8:0 rbp=1 rbp=1\n", 180},
    {"cgroup_io_next, blkio", cgroup_io_next, VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED, "8:0 Read 1\n", "8:0 Read ",
     "8:0 Rea 1\n", 190},
    {"cgroup_io_next, blkio, limits", cgroup_io_next, VMM_FILE_CGROUP_BLKIO_THROTTLE_READ_BPS_DEVICE, "8:0 1\n", "8:0 ",
     "8:0\n", 180},
    {"cgroup_membership_next", cgroup_membership_next, 0, "5:cpu,cpuacct:/vm1\n", "1", "1:,\n", 140},
    {"cgroup_path_of, membership", cgroup_path, 0, "5:cpu,cpuacct:/vm1\n", "5:memory:/", "5:memor,memor,memor:/\n",
     120},
    {"cgroup_path_of, mounts", cgroup_path, 1, "35 31 0:32 /vm1/x /x rw - cgroup cgroup rw,memory\n", "35 31 0:32 /vm1",
     "35 31 0:32 / /x rw - cgroup cgroup rw,memor\n", 200},
    {"cgroup_path_of, both", cgroup_path_twice, 0, "5:memory:/vm\n35 31 0:32 /vm1/x /x rw - cgroup cgroup rw,memory\n",
     "5:memory:/", "5:memor:/vm\n35 31 0:32 / /x rw - cgroup cgroup rw,memor\n", 120},
    {"mount_next", mount_next, 0, "35 31 0:32 / /x rw shared:9 - cgroup cgroup rw\n", "35 31 0:32 /",
     "1 1 0:1 / / r - c\n", 220},
    {"mount_of", mount_of, 0, "35 31 0:32 / /a/b rw shared:9 - cgroup cgroup rw\n", "35 31 0:32 /",
     "1 1 0:1 / /a/b r - c c c\n", 230},
    {"rows_growth", rows_growth, 0, "Block devices:\n253 device-mapper\n",
     "Block devices:", "Block devices:\n7 device-mappe\n", 250},
    {"path_unescape", path_unescape, 0, "\\040", "\\", "\\04", 80},
    {"record_read, process stat", process_read, VMM_FILE_PROCESS_STAT, "1 (a) S 1 1 1\n", "1 (", "1 (a) S ) ", 80},
    {"record_read, process status", process_read, VMM_FILE_PROCESS_STATUS, "VmRSS:\t       1 kB\n", "Pid:\t",
     "VmRS: 1\n", 320},
    {"record_read, process statm", process_read, VMM_FILE_PROCESS_STATM, "1 2 3 4 5 6 7\n", "0", "1\n", 80},
    {"record_read, process io", process_read, VMM_FILE_PROCESS_IO, "rchar: 1\n", "rchar: ", "read_byte: 1\n", 240},
    {"record_read, process schedstat", process_read, VMM_FILE_PROCESS_SCHEDSTAT, "1 2 3\n", "0", "1\n", 80},
    {"record_read, process smaps_rollup", process_read, VMM_FILE_PROCESS_SMAPS_ROLLUP, "Rss:           1 kB\n",
     "Rss: ", "Pss_: 1 kB\n", 290},
    {"record_read, net rx_bytes", net_read, VMM_FILE_NET_STATISTICS_RX_BYTES, "1\n", "0", "1 1\n", 80},
    {"record_read, net operstate", net_read, VMM_FILE_NET_OPERSTATE, "unknown", "lowerlayer", "lowerlayerdow\n", 80},
    {"record_read, net speed", net_read, VMM_FILE_NET_SPEED, "1\n", "-", "-1\n", 80},
    {"record_read, net flags", net_read, VMM_FILE_NET_FLAGS, "0x1\n", "0x", "0x\n", 80},
    {"net_next", net_next, 0, "  eth0: 1 2 3 4 5 6 7 8 1 2 3 4 5 6 7 8\n", "eth0:", "a:a:a:1\n", 240},
    {"socket_next", socket_next, 0,
     "   0: 0100007F:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0\n",
     "   0: ", "  sl \n", 330},
    {"record_read, disk stat", disk_read, VMM_FILE_DISK_STAT, "1 2 3 4 5 6 7 8 9 10 11\n", "0", "1\n", 80},
    {"record_read, disk inflight", disk_read, VMM_FILE_DISK_INFLIGHT, "  1  2\n", "1 ", "1\n", 80},
    {"record_read, disk uevent", disk_read, VMM_FILE_DISK_UEVENT, "MAJOR=8\n", "MAJOR=", "DISKSE=1\n", 240},
    {"disk_next", disk_next, 0, "   8       0 sda 1 2 3 4 5 6 7 8 9 10 11\n", "8 0 ", "8 0 sda\n", 180},
    {"record_read, system loadavg", system_read, VMM_FILE_SYSTEM_LOADAVG, "0.00 0.00 0.00 1/1 1\n", "0.", "0.0\n", 80},
    {"record_read, system uptime", system_read, VMM_FILE_SYSTEM_UPTIME, "1.00 1.00\n", "1.", "1.0\n", 80},
    {"record_read, protocols snmp", protocols_read, VMM_FILE_PROTOCOLS_SNMP, "Tcp: InSegs\nTcp: 1\n",
     "Tcp: InSegs\nTcp: ", "Udp: InSegs\nUdp: 1\n", 240},
    {"record_read, protocols netstat", protocols_read, VMM_FILE_PROTOCOLS_NETSTAT,
     "TcpExt: TW TW TW TW TW TW TW TW\nTcpExt: 1 1 1 1 1 1 1 1\n",
     "TcpExt: TW\nTcpExt: ", "TcpExt: T T T T T T T T T T T T\nTcpExt: 1 1 1 1 1 1 1 1 1 1 1 1\n", 240},
    {"record_read, protocols snmp6", protocols_read, VMM_FILE_PROTOCOLS_SNMP6, "Ip6InReceives 1\n", "Ip6InReceives ",
     "Ip6InReceive 1\n", 320},
    {"record_read, protocols sockstat", protocols_read, VMM_FILE_PROTOCOLS_SOCKSTAT, "TCP: inuse 1 mem 2\n",
     "TCP: ", "TCP: inus 1 me 1\n", 240},
    {"key_next, paired lines", key_next, VMM_KEY_PAIRED_LINES, "a 1\na 2\n", "aaaaaaaa", "aaaaaaaa\naaaaaaab\n", 80},
    {"oom_kill_next", oom_kill_next, 0, "oom-kill:constraint=CONSTRAINT_NONE,pid=1,uid=1\n", "Killed process 1 (",
     "oom-kill:constraint=CONSTRAINT_NONE,,,,,,,,,,,\n", 240},
    {"oom_kill_next, one line", oom_kill_next, 0, ",task=,pid=1,uid=1", "oom-kill:constraint=CONSTRAINT_", ",,,,,,,",
     240},
    {"vmstat_parse", vmstat_parse, 0, "nr_free_pages 1\n", "nr_free_pages ", "pgsteal_proactiv 1\n", 570},
    {"vmstat_detail_parse", vmstat_detail_parse, 0, "numa_hit 1\n", "numa_hit ", "pgdemote_proactiv 1\n", 570},
    {"vmstat_detail_parse, a long key", vmstat_detail_parse, 0, "nr_dirty_background_threshold 1\n",
     "nr_dirty_background_threshold ", "nr_dirty_background_threshol 1\n", 570},
    {"key_next, JSON array", key_next, VMM_KEY_JSON_ARRAY, "[{\"b\":1}]\n", "[", "[{\"b\":1},1\n", 80},
    {"key_next, JSON", key_next, VMM_KEY_JSON, "{\"a\":{\"b\":1}}\n", "{\"a\":", "{\"a\":{\"b\":1},\"a\"\n", 80},
    {"balloon_parse", balloon_parse, 0, "{\"free_memory\":1,\"stats\":{\"swap_in\":2}}\n",
     "{\"actual_pages\":", "{\"stats\":{\"stats\":{", 80},
    {"balloon_parse, members", balloon_parse, 0, "\"free_memory\":1,", "{", "\"free_memor\":1,", 80},
    {"firecracker_next", firecracker_next, 0, "\"block\":{\"read_bytes\":1},", "{", "\"block\":{\"read_byte\":1},",
     240},
    {"hypervisor_device_next", hypervisor_device_next, 0, "{\"block_a\":{\"read_bytes\":1}}\n", "{\"net_a\":{",
     "{\"_disk0\":{\"read_ops\":1,\"write_ops\":1},", 190},
    {"hypervisor_device_next, members", hypervisor_device_next, 0, "\"block_a\":{\"read_bytes\":1},", "{",
     "\"_disk0\":{\"read_ops\":1,\"write_ops\":1},", 190},
};

/* Text without an end of the same: `open` once where the kind has it, then a piece again and again. */
enum piece { GIVEN, ROW, NEAR };
static const struct kind {
    const char *name;
    int is_open;
    enum piece piece;
    const char *bytes;
    size_t length;
} kinds[] = {
#define BYTES(string) GIVEN, string, sizeof(string) - 1
    {"a line without an end", 0, BYTES("x")},
    {"digits", 0, BYTES("9")},
    {"zeros in a number", 1, BYTES("0")},
    {"digits in a number", 1, BYTES("9")},
    {"blanks for a number", 1, BYTES(" ")},
    {"blanks", 0, BYTES(" ")},
    {"newlines", 0, BYTES("\n")},
    {"rows of a byte", 0, BYTES("x\n")},
    {"rows of a digit", 0, BYTES("1\n")},
    {"NUL", 0, BYTES("\0")},
    {"bytes above ASCII", 0, BYTES("\377")},
    {"commas", 1, BYTES(",")},
    {"colons", 1, BYTES(":")},
    {"parentheses", 1, BYTES(") ")},
    {"a list", 1, BYTES("0-1,")},
    {"nested", 0, BYTES("{\"a\":[")},
    {"unknown keys", 0, BYTES("unknown 1\n")},
    {"unknown words", 1, BYTES("u=1 ")},
    {"a row", 0, ROW, NULL, 0},
    {"nearly a row", 0, NEAR, NULL, 0},
    {"rows in an open one", 1, ROW, NULL, 0},
    {"nearly rows in an open one", 1, NEAR, NULL, 0},
};

static void fill(const struct subject *subject, const struct kind *kind, char *text, size_t size)
{
    const char *piece = kind->piece == GIVEN ? kind->bytes : kind->piece == ROW ? subject->row : subject->near;
    size_t length = kind->piece == GIVEN ? kind->length : strlen(piece);
    size_t at = kind->is_open ? strlen(subject->open) : 0;

    memcpy(text, subject->open, at);
    /* The bytes that are there are copied to the place after them, so they double. */
    memcpy(text + at, piece, length);
    for (size_t done = length; at + done < size;) {
        size_t more = done < size - at - done ? done : size - at - done;

        memcpy(text + at + done, text + at, more);
        done += more;
    }
}

/* A function that gives rows is called as long as there is text, whatever it says; one that takes a file, once. */
static void parse_all(const struct subject *subject, int has_rows, struct vmm_text *text)
{
    for (;;) {
        const char *before = text->pos;
        vmm_status status = subject->parse(subject->id, text);

        if (!has_rows || status == VMM_END || text->pos == text->end)
            return;
        if (status == VMM_E_ARGUMENT || text->pos <= before || text->pos > text->end) {
            printf("%s stands still, status %d\n", subject->name, (int)status);
            exit(EXIT_FAILURE);
        }
    }
}

int main(int argc, char **argv)
{
    size_t first = argc > 1 ? strtoul(argv[1], NULL, 10) : 1 << 20;
    size_t last = argc > 2 ? strtoul(argv[2], NULL, 10) : first;
    char *text = malloc(last + 4096);

    if (text == NULL || first < 1024 || last < first)
        return EXIT_FAILURE;
    for (size_t s = 0; s < sizeof subjects / sizeof subjects[0]; s++) {
        int has_rows = strstr(subjects[s].name, "_next") != NULL;

        for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
            for (size_t size = first; size <= last; size *= 2) {
                struct vmm_text parsed;

                fill(&subjects[s], &kinds[k], text, size);
                parsed = vmm_text_of(text, size);
                CALLGRIND_TOGGLE_COLLECT;
                parse_all(&subjects[s], has_rows, &parsed);
                CALLGRIND_TOGGLE_COLLECT;
                CALLGRIND_DUMP_STATS;
                printf("%s; %s; %u; %zu\n", subjects[s].name, kinds[k].name, subjects[s].limit, size);
            }
        }
    }
    free(text);
    return EXIT_SUCCESS;
}
