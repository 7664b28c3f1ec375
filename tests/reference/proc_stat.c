/* SPDX-License-Identifier: MIT */
/* /proc/stat: its CPU rows, and its counters. */
#include <string.h>

#include "examples.h"

/* ---- CPU rows ---- */

static struct outcome expect_row(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome none = {VMM_END, at, NOWHERE};
    uint64_t id = VMM_UNKNOWN;

    /* Less than `cpu` and one byte more may have been a row before it was cut. */
    if (at == length)
        return none;
    if (length - at < 4 && memcmp(bytes + at, "cpu", length - at) == 0)
        return ref_error(bytes, length, length);
    if (!ref_same(bytes, length, at, "cpu"))
        return none;
    at += 3;
    if (!ref_blank(bytes[at])) {
        size_t number = at;

        if (bytes[at] == '-' || !ref_number(bytes, length, &at, &id))
            return none;
        /* An id that does not fit must not become that of the total. */
        if (id == VMM_UNKNOWN)
            return ref_error(bytes, length, number);
        if (at == length || !ref_blank(bytes[at]))
            return ref_error(bytes, length, at);
    }
    ref_store(out, size, offsetof(struct vmm_cpu, id), id);
    return ref_columns(bytes, length, at, offsetof(struct vmm_cpu, user_ticks), 10, out, size);
}

static bool print_row(struct builder *text, const void *record, unsigned shape)
{
    uint64_t id = ref_load(record, offsetof(struct vmm_cpu, id));
    size_t start;

    builder_print(text, id == VMM_UNKNOWN ? "cpu " : "cpu%llu", (unsigned long long)id);
    start = text->length;
    ref_print_columns(text, offsetof(struct vmm_cpu, user_ticks), 10, record);
    builder_print(text, "\n");
    return shape == 0 && text->length > start + 1;
}

static const struct example row_examples[] = {
    GOOD("cpu  1 2 3 4\n"),
    GOOD("cpu3 1 2 3 4 5 6 7 8 9 10\n"),
    GOOD("cpu3 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22\ncpu4 1 2 3 4\n"),
    GOOD("cpu  123456789012345678 1 2 3\n"),
    GOOD("cpu3 1\n"),
    /* Of the length that the usual way takes. */
    GOOD("cpu  100 200 300 400 500 600 700 800 900 1000\n"),
    GOOD("cpu0 1 2 3 4 5 6 7 8 9 10 x - 1.5 \xff\n"),
    GOOD("cpu0 -1 2 -3 4 18446744073709551614 18446744073709551615 18446744073709551616 "
         "1000000000000000000000000000000 18446744073709551613 18446744073709551612\n"),
    CUT("c"),
    CUT("cp"),
    CUT("cpu"),
    CUT("cpu3"),
    CUT("cpu3 1"),
    CUT("cpu3 1 2 3 4"),
    CUT("cpu12 1393280 32966 572056 13343292 6130 0 17875 123456789012 23933 0"),
    /* Columns that are not known may be cut as well. */
    CUT("cpu3 1 2 3 4 5 6 7 8 9 10 11"),
    REFUSED("cpu  1 2x 3", 8),
    REFUSED("cpu3 1 2 3 4 5 6 7 8 9 x\n", 23),
    REFUSED("cpu \n", 4),
    REFUSED("cpu  \n", 5),
    REFUSED("cpu0 \n", 5),
    REFUSED("cpu0\n", 4),
    REFUSED("cpu18446744073709551614 1 2 3 4\n", 3),
    REFUSED("cpu18446744073709551615 1 2 3 4\n", 3),
    REFUSED("cpu18446744073709551616 1 2 3 4\n", 3),
    REFUSED("cpu99999999999999999999999999999999x 1 2 3 4\n", 3),
    REFUSED("cpu0x 1 2 3 4\n", 4),
    REFUSED("cpu0: 1 2 3 4\n", 4),
    REFUSED("cpu0\r\n", 4),
    REFUSED("cpu0-3 1 2 3 4\n", 4),
    REFUSED("cpu  x\n", 5),
    REFUSED("cpu  1x 2 3 4\n", 6),
    REFUSED("cpu  1 x 3 4\n", 7),
    REFUSED("cpu  1 2 3 x\n", 11),
    REFUSED("cpu  1 2 3 4x\n", 12),
    REFUSED("cpu  1 2 3 4 5 6 7 8 9 x\n", 23),
    REFUSED("cpu  1 2 3 4 5 6 7 8 9 10x\n", 25),
    REFUSED("cpu  1 2 3 4 5 6 7 8 9 10\r\n", 25),
    REFUSED("cpu  1 2 3 4\r\n", 12),
    REFUSED("cpu  1 +2 3 4\n", 7),
    REFUSED("cpu  1 - 3 4\n", 8),
    REFUSED("cpu  1 -x 3 4\n", 8),
    REFUSED("cpu  1 --2 3 4\n", 8),
    REFUSED("cpu  1 2.5 3 4\n", 8),
    REFUSED("cpu  1 2,3 4\n", 8),
    REFUSED("cpu  1 0x2 3 4\n", 8),
    REFUSED("cpu  1 2\0003 4\n", 8),
    REFUSED("cpu  1 \xb2 3 4\n", 7),
    REFUSED("cpu  1 2\xb2 3 4\n", 8),
    REFUSED("cpu  123456789012345678901234567890x 2 3 4\n", 35),
    REFUSED("cpu  1234567890123456x 2 3 4\n", 21),
    REFUSED("cpu  12345678x 2 3 4 5 6 7 8 9 10 11 12 13\n", 13),
    END(""),
    END("\n"),
    END("intr 5\n"),
    END("intr 5"),
    END("ctxt 5\n"),
    END("x"),
    END("cp\n"),
    END("cq"),
    END("cpx 1 2 3 4\n"),
    END("cpu\n"),
    END("cpux\n"),
    END("cpu:\n"),
    END("cpufreq 1 2\n"),
    END("cpu-1 2\n"),
    END("CPU 1"),
    END("Cpu 1"),
    END(" cpu 1\n"),
    END("\0cpu 1\n"),
    END("cpu\r\n"),
    END("\xff\xff\n"),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_rows[] = {
    PIECE("cpu  15100 0 6974 502014 865 0 101 38 0 0\n"),
    PIECE("cpu0 6636 12 3198 252450 12345678 0 123456789 1234567890123456 0 0\ncpu1 1 2 3 4\n"),
    PIECE("cpu12 6636 0 3198 123456789012345 7\nintr 1 2 3 4 5 6 7 8 9 10\n"),
    NO_MORE_TEXTS,
};

/* ---- counters ---- */

static const struct ref_key keys[] = {
    {"intr", offsetof(struct vmm_stat, intr), 1, REF_PLAIN},
    {"ctxt", offsetof(struct vmm_stat, ctxt), 1, REF_PLAIN},
    {"btime", offsetof(struct vmm_stat, btime_seconds), 1, REF_PLAIN},
    {"processes", offsetof(struct vmm_stat, processes), 1, REF_PLAIN},
    {"procs_running", offsetof(struct vmm_stat, procs_running), 1, REF_PLAIN},
    {"procs_blocked", offsetof(struct vmm_stat, procs_blocked), 1, REF_PLAIN},
    {"softirq", offsetof(struct vmm_stat, softirq), 11, REF_PLAIN},
};
enum { KEYS = sizeof keys / sizeof keys[0] };

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    while (ref_same(bytes, length, at, "cpu")) {
        at = ref_next_line(bytes, length, at);
        if (bytes[at - 1] != '\n')
            return ref_error(bytes, length, length);
    }
    return ref_keys(bytes, length, at, ' ', keys, KEYS, out, size);
}

static bool print(struct builder *text, const void *record, unsigned shape)
{
    return ref_print_keys(text, ' ', keys, KEYS, record, false, shape);
}

static const struct example examples[] = {
    GOOD("cpu  1 2 3 4\nctxt 5\nsoftirq 1 2 3 4 5 6 7 8 9 10 11\n"),
    GOOD("cpu  x\ncpu0\ncpu-1\ncpufreq 5\ncpu1 1 2 3\nctxt 7\n"),
    GOOD("ctxt 1\nintr 5 6 7\nctxt 2\nsoftirq 1 2 3\nintr 8 9\nctxt 3\n"),
    /* Further numbers of a line, and further kinds of soft interrupts, are not looked at. */
    GOOD("softirq 1\n"),
    GOOD("softirq 1 \n"),
    GOOD("softirq 1\t2\n"),
    GOOD("softirq 1 2 3 4 5 6 7 8 9 10\n"),
    GOOD("softirq 1 2 3 4 5 6 7 8 9 10 11 12 13\n"),
    GOOD("softirq 1 2 3 4 5 6 7 8 9 10 11 x\n"),
    GOOD("intr 1 x\n"),
    GOOD("intr 1 2 3\n"),
    GOOD("ctxt 1 x\n"),
    GOOD("ctxt    1\n"),
    GOOD("ctxt \t 1\t\n"),
    GOOD("softirq 1 -2 18446744073709551614 18446744073709551615 18446744073709551616 5\n"),
    EMPTY(""),
    EMPTY("\n"),
    EMPTY("cpu  1 2 3\n"),
    EMPTY("cpu  1 2 3 4\ncpu0 1 2 3 4\n"),
    EMPTY("MemTotal:              1 kB\n"),
    CUT("c"),
    CUT("cp"),
    CUT("cpu"),
    CUT("cpu "),
    CUT("cpu  1"),
    CUT("cpu  1 2 3 4"),
    CUT("cpu  1 2 3 4\ncp"),
    CUT("cpux"),
    CUT("cpu0 1 2 3\nc"),
    CUT("ctxt 1"),
    CUT("cpu  1 2 3 4\nctxt 5\nsoftirq 1 2 3 4 5 6 7 8 9 10"),
    REFUSED("ctxt 5\nsoftirq x\n", 15),
    REFUSED("ctxt 1\nsoftirq 1 2 3 x\n", 21),
    REFUSED("ctxt \n", 5),
    REFUSED("ctxt x\n", 5),
    REFUSED("ctxt 1x\n", 6),
    REFUSED("ctxt -\n", 6),
    REFUSED("ctxt +1\n", 5),
    REFUSED("ctxt 1.5\n", 6),
    REFUSED("ctxt 1\r\n", 6),
    REFUSED("ctxt 1\0\n", 6),
    REFUSED("ctxt \xb1\n", 5),
    REFUSED("intr 1x 2 3\nctxt 5\n", 6),
    REFUSED("softirq \n", 8),
    REFUSED("softirq 1 x\n", 10),
    REFUSED("softirq 1 2 3 4 5 6 7 8 9 10 x\n", 29),
    REFUSED("softirq 1 2 3 4 5 6 7 8 9 10 11x\n", 31),
    REFUSED("softirq 1 2 3 4 5 6 7 8 9 10 11\r\n", 31),
    REFUSED("cpu  1 2 3 4\nintr 5\nprocs_running 1x\nprocs_blocked 2\n", 35),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("cpu  151 0 69\nintr 352145 0 0 1 13\nctxt 1134884\nbtime 1795394985\n"),
    PIECE("processes 17607\nprocs_running 4\nprocs_blocked 0\n"),
    PIECE("softirq 254039 0 42690 4 15153 59687 0 4 69097 0 123456789012\n"),
    NO_MORE_TEXTS,
};

static const char *const unknown[] = {
    "ctx 1\n",
    "ctxtx 1\n",
    "Ctxt 1\n",
    " ctxt 1\n",
    " ctxt x\n",
    "ctxt:1\n",
    "ctxt\t1\n",
    "ctxt\n",
    "process 1\n",
    "procs 1\n",
    "procs_runnin 1\n",
    "procs_runningg 1\n",
    "softirqs 1 2 3 4 5\n",
    "softirq\n",
    "intr\n",
    "intrs 5\n",
    "btimes 1\n",
    "page 5741 1808\n",
    "swap 1 0\n",
    "disk_io: (3,0):(3144,1860,45856,1284,8752)\n",
    /* A CPU row that is not among the first lines. */
    "cpu x\n",
    NULL,
};

static const struct format cpu_formats[] = {
    {
        .name = "cpu",
        .kind = ROWS,
        .parse = library_cpu_next,
        .reference = expect_row,
        .record_id = VMM_RECORD_CPU,
        .bytes = sizeof(struct vmm_cpu),
        .samples = "proc-stat",
        .examples = row_examples,
        .usual = usual_rows,
        .print = print_row,
        .ends_early = true,
    },
    {
        .name = "stat",
        .kind = ONE_RECORD,
        .parse = library_stat_parse,
        .reference = expect,
        .record_id = VMM_RECORD_STAT,
        .bytes = sizeof(struct vmm_stat),
        .samples = "proc-stat",
        .examples = examples,
        .usual = usual,
        .unknown = unknown,
        .ends = " \n",
        .print = print,
    },
};

const struct group cpu_group = {"cpu", cpu_formats, 2, false, 0};
