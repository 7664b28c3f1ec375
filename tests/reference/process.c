/* SPDX-License-Identifier: MIT */
/* The files of /proc/PID and /proc/PID/task/TID. */
#include <stdio.h>
#include <string.h>

#include "examples.h"

#define AT(member) offsetof(struct vmm_process, member)

enum { NAME_BYTES = sizeof(((struct vmm_process *)NULL)->comm), LARGEST_LINE = NAME_BYTES + 8 };

/* ---- files of keys ---- */

#define PLAIN(key, member)                                                                                             \
    {                                                                                                                  \
        key, AT(member), 1, REF_PLAIN                                                                                  \
    }
#define KB(key, member)                                                                                                \
    {                                                                                                                  \
        key, AT(member), 1, REF_KB                                                                                     \
    }

static const struct ref_key status_keys[] = {
    {"State", AT(state), 1, REF_STATE},
    PLAIN("Tgid", tgid),
    PLAIN("Ngid", ngid),
    PLAIN("Pid", pid),
    PLAIN("PPid", ppid),
    PLAIN("TracerPid", tracer_pid),
    {"Uid", AT(uid_real), 4, REF_PLAIN},
    {"Gid", AT(gid_real), 4, REF_PLAIN},
    PLAIN("FDSize", fd_size),
    {"NStgid", AT(ns_tgid), 1, REF_LAST},
    {"NSpid", AT(ns_pid), 1, REF_LAST},
    {"NSpgid", AT(ns_pgid), 1, REF_LAST},
    {"NSsid", AT(ns_sid), 1, REF_LAST},
    PLAIN("Kthread", kthread),
    KB("VmPeak", vm_peak_bytes),
    KB("VmSize", vm_size_bytes),
    KB("VmLck", vm_lck_bytes),
    KB("VmPin", vm_pin_bytes),
    KB("VmHWM", vm_hwm_bytes),
    KB("VmRSS", vm_rss_bytes),
    KB("RssAnon", rss_anon_bytes),
    KB("RssFile", rss_file_bytes),
    KB("RssShmem", rss_shmem_bytes),
    KB("VmData", vm_data_bytes),
    KB("VmStk", vm_stk_bytes),
    KB("VmExe", vm_exe_bytes),
    KB("VmLib", vm_lib_bytes),
    KB("VmPTE", vm_pte_bytes),
    KB("VmSwap", vm_swap_bytes),
    KB("HugetlbPages", hugetlb_pages_bytes),
    PLAIN("CoreDumping", core_dumping),
    PLAIN("THP_enabled", thp_enabled),
    PLAIN("Threads", num_threads),
    PLAIN("NoNewPrivs", no_new_privs),
    PLAIN("Seccomp", seccomp),
    PLAIN("Seccomp_filters", seccomp_filters),
    {"Cpus_allowed_list", AT(cpus_allowed), 1, REF_LIST},
    {"Mems_allowed_list", AT(mems_allowed), 1, REF_LIST},
    PLAIN("voluntary_ctxt_switches", voluntary_ctxt_switches),
    PLAIN("nonvoluntary_ctxt_switches", nonvoluntary_ctxt_switches),
    KB("VmPMD", vm_pmd_bytes),
};
static const struct ref_key io_keys[] = {
    PLAIN("rchar", rchar_bytes),
    PLAIN("wchar", wchar_bytes),
    PLAIN("syscr", syscr),
    PLAIN("syscw", syscw),
    PLAIN("read_bytes", read_bytes),
    PLAIN("write_bytes", write_bytes),
    PLAIN("cancelled_write_bytes", cancelled_write_bytes),
};
static const struct ref_key smaps_rollup_keys[] = {
    KB("Rss", smaps_rss_bytes),
    KB("Pss", smaps_pss_bytes),
    KB("Pss_Dirty", smaps_pss_dirty_bytes),
    KB("Pss_Anon", smaps_pss_anon_bytes),
    KB("Pss_File", smaps_pss_file_bytes),
    KB("Pss_Shmem", smaps_pss_shmem_bytes),
    KB("Shared_Clean", smaps_shared_clean_bytes),
    KB("Shared_Dirty", smaps_shared_dirty_bytes),
    KB("Private_Clean", smaps_private_clean_bytes),
    KB("Private_Dirty", smaps_private_dirty_bytes),
    KB("Referenced", smaps_referenced_bytes),
    KB("Anonymous", smaps_anonymous_bytes),
    KB("KSM", smaps_ksm_bytes),
    KB("LazyFree", smaps_lazy_free_bytes),
    KB("AnonHugePages", smaps_anon_huge_pages_bytes),
    KB("ShmemPmdMapped", smaps_shmem_pmd_mapped_bytes),
    KB("FilePmdMapped", smaps_file_pmd_mapped_bytes),
    KB("Shared_Hugetlb", smaps_shared_hugetlb_bytes),
    KB("Private_Hugetlb", smaps_private_hugetlb_bytes),
    KB("Swap", smaps_swap_bytes),
    KB("SwapPss", smaps_swap_pss_bytes),
    KB("Locked", smaps_locked_bytes),
};

/* ---- files of one line ---- */

/* Members one after another, and how many of them must be there. */
struct line {
    size_t offset;
    size_t count;
    size_t least;
};

static const struct line stat_line = {AT(ppid), 49, 30}, statm_line = {AT(statm_size_pages), 7, 1},
                         schedstat_line = {AT(run_time_ns), 3, 1};

static bool is_signed(size_t offset)
{
    return offset == AT(priority) || offset == AT(nice) || offset == AT(exit_signal);
}

/* Members that can be negative are doubles; of the limit of the resident memory, the largest number says that there is none. */
static bool take_column(size_t offset, const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    const size_t first = *at;
    const bool negative = is_signed(offset) && first < length && bytes[first] == '-';
    double number;

    if (negative)
        ++*at;
    if ((negative && *at < length && bytes[*at] == '-') || !ref_number(bytes, length, at, value))
        return false;
    if (is_signed(offset) && *value != VMM_UNKNOWN) {
        number = negative ? -(double)*value : (double)*value;
        memcpy(value, &number, sizeof number);
    }
    if (offset == AT(rsslim_bytes) && *at - first == 20 && memcmp(bytes + first, "18446744073709551615", 20) == 0)
        *value = VMM_UNLIMITED;
    return true;
}

/* The virtual CPU that a name tells: the name must be what some hypervisor prints for that number. */
static uint64_t vcpu_of(const char *name)
{
    static const char *const forms[][2] = {
        {"fc_vcpu ", ""}, {"vcpu", ""}, {"CPU ", "/KVM"}, {"CPU ", "/TCG"}, {"CPU ", "/MSHV"}};

    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        size_t at = strlen(forms[i][0]), first = at;
        uint64_t value;

        if (strncmp(name, forms[i][0], at) != 0 || name[at] == '-' || !ref_number(name, strlen(name), &at, &value))
            continue;
        if ((name[first] != '0' || at == first + 1) && strcmp(name + at, forms[i][1]) == 0)
            return value;
    }
    return VMM_UNKNOWN;
}

/* Number, name and state. False, and `*at` at the byte that is wrong, if they are not there. */
static bool take_head(const char *bytes, size_t length, size_t *at, void *out, size_t size)
{
    char name[NAME_BYTES] = "";
    size_t first, close = NOWHERE;
    uint64_t value;

    if (!ref_number(bytes, length, at, &value) || *at == length || !ref_blank(bytes[*at]))
        return false;
    ref_store(out, size, AT(pid), value);
    *at = ref_skip_blanks(bytes, length, *at);
    if (*at == length || bytes[*at] != '(')
        return false;
    first = ++*at;
    /* The name may hold anything, so its end is the last parenthesis where one can be. */
    for (size_t i = first; i < length && i < first + LARGEST_LINE; i++)
        if (bytes[i] == ')')
            close = i;
    if (close == NOWHERE || close - first >= NAME_BYTES) {
        *at = length - first < NAME_BYTES ? length : first + NAME_BYTES - 1;
        return false;
    }
    for (*at = first; *at < close; ++*at)
        if (bytes[*at] == '\0')
            return false;
    memcpy(name, bytes + first, close - first);
    if (size >= AT(comm) + NAME_BYTES)
        memcpy((char *)out + AT(comm), name, NAME_BYTES);
    ref_store(out, size, AT(vcpu), vcpu_of(name));
    *at = close + 1;
    if (*at == length || !ref_blank(bytes[*at]))
        return false;
    *at = ref_skip_blanks(bytes, length, *at);
    if (!ref_state(bytes, length, at, &value) || !ref_ends_word(bytes, length, *at))
        return false;
    ref_store(out, size, AT(state), value);
    return true;
}

static struct outcome expect_line(const struct line *line, const char *bytes, size_t length, size_t at, void *out,
                                  size_t size)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};

    if (at == length)
        return (struct outcome){VMM_E_EMPTY, length, NOWHERE};
    if (line == &stat_line && !take_head(bytes, length, &at, out, size))
        return ref_error(bytes, length, at);
    for (size_t i = 0; i < line->count; i++) {
        const size_t offset = line->offset + 8 * i;
        uint64_t value;

        at = ref_skip_blanks(bytes, length, at);
        if (i >= line->least && at < length && bytes[at] == '\n')
            break;
        if (!take_column(offset, bytes, length, &at, &value) || !ref_ends_word(bytes, length, at))
            return ref_error(bytes, length, at);
        ref_store(out, size, offset, value);
    }
    while (at < length && bytes[at] != '\n')
        at++;
    outcome.pos = length;
    return at < length && bytes[length - 1] == '\n' ? outcome : ref_error(bytes, length, length);
}

static struct outcome expect_stat(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return expect_line(&stat_line, bytes, length, at, out, size);
}

static struct outcome expect_statm(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return expect_line(&statm_line, bytes, length, at, out, size);
}

static struct outcome expect_schedstat(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = expect_line(&schedstat_line, bytes, length, at, out, size);
    bool counted = AT(timeslices) + 8 > size;

    /* Three zeros are of a kernel that does not count. */
    for (size_t i = 0; i < 3 && !counted; i++)
        counted = ref_load(out, AT(run_time_ns) + 8 * i) != 0;
    for (size_t i = 0; i < 3 && !counted; i++)
        ref_store(out, size, AT(run_time_ns) + 8 * i, VMM_UNKNOWN);
    return outcome;
}

static void fit_stat(void *record)
{
    struct vmm_process process;

    memcpy(&process, record, sizeof process);
    if (process.state != VMM_UNKNOWN)
        process.state = 1 + process.state % VMM_PROCESS_STATE_WAKING;
    if (process.vcpu != VMM_UNKNOWN)
        snprintf(process.comm, sizeof process.comm, "vcpu%llu", (unsigned long long)process.vcpu);
    memcpy(record, &process, sizeof process);
}

static void fit_status(void *record)
{
    uint64_t state = ref_load(record, AT(state));

    ref_store(record, SIZE_MAX, AT(state), 1 + state % VMM_PROCESS_STATE_WAKING);
}

/* What is unknown is printed as a number that is too large. */
static bool print_stat(struct builder *text, const void *record, unsigned shape)
{
    static const char too_large[] = "18446744073709551616";
    uint64_t state = ref_load(record, AT(state));
    struct vmm_process process;
    size_t name_length = NAME_BYTES;

    memcpy(&process, record, sizeof process);
    if (shape != 0 || (state != VMM_UNKNOWN && (state == 0 || state > VMM_PROCESS_STATE_WAKING)))
        return false;
    while (name_length > 0 && process.comm[name_length - 1] == '\0')
        name_length--;
    builder_print(text, process.pid == VMM_UNKNOWN ? "-1 (" : "%llu (", (unsigned long long)process.pid);
    builder_add(text, process.comm, name_length);
    builder_print(text, ") %c", state == VMM_UNKNOWN ? '?' : ref_state_letters[state - 1]);
    for (size_t i = 0; i < stat_line.count; i++) {
        const size_t offset = stat_line.offset + 8 * i;
        const uint64_t value = ref_load(record, offset);
        double number;

        memcpy(&number, &value, sizeof number);
        if (is_signed(offset) && value != VMM_UNKNOWN && !(number > -1.8e19 && number < 1.8e19))
            return false;
        if (value == VMM_UNKNOWN)
            builder_print(text, " %s", too_large);
        else if (offset == AT(rsslim_bytes) && value == VMM_UNLIMITED)
            builder_print(text, " 18446744073709551615");
        else if (is_signed(offset))
            builder_print(text, " %.0f", number);
        else
            builder_print(text, " %llu", (unsigned long long)value);
    }
    builder_print(text, "\n");
    return true;
}

static bool print_line(const struct line *line, struct builder *text, const void *record, unsigned shape)
{
    const size_t before = text->length;

    ref_print_columns(text, line->offset, line->count, record);
    if (text->length == before)
        builder_print(text, "-1");
    builder_print(text, shape == 0 ? "\n" : " 5 x\n");
    /* What is printed after the columns is not known. */
    return shape == 0 || (shape == 1 && ref_load(record, line->offset + 8 * (line->count - 1)) != VMM_UNKNOWN);
}

static bool print_statm(struct builder *text, const void *record, unsigned shape)
{
    return print_line(&statm_line, text, record, shape);
}

static bool print_schedstat(struct builder *text, const void *record, unsigned shape)
{
    return print_line(&schedstat_line, text, record, shape);
}

/* ---- texts ---- */

/* Fields 3 to 52, each another number. */
#define REST                                                                                                           \
    " S 4200 4217 4216 34816 4215 4194560 10 11 12 13 14 15 16 17 20 -5 6 0 22 23 24 25 26 27 28 29 "                  \
    "30 31 32 33 34 35 36 37 -1 39 40 41 42 43 44 45 46 47 48 49 50 51 768\n"
/* Fields 4 to 23, and then to 33, which are as many as there must be. */
#define TO_24 " 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24"
#define ZEROS_TO_33 " 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0"
#define TO_33 TO_24 " 25 26 27 28 29 30 31 32 33"

static const struct example stats[] = {
    GOOD("4218 (firecracker)" REST),
    GOOD("4218 (a) (b)" REST),
    GOOD("1 ()" REST),
    GOOD("1 (fc_vcpu 5)" REST),
    GOOD("1 (CPU 7/KVM)" REST),
    GOOD("1 (x) S 4\n)" REST),
    GOOD("1 (\n\n)" REST),
    /* So short that the name is taken near the end of the text. */
    GOOD("1 (one) S" ZEROS_TO_33 "\n"),
    GOOD("1 (another) S" ZEROS_TO_33 "\n"),
    GOOD("1 \t(a)\t?" TO_33 " 34 35 36\n"),
    GOOD("-1 (a) S" TO_33 "\n"),
    GOOD("1 (a) S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 -18 -19 20 21 22 23 24 18446744073709551615 26 27 28 29 30 31 32 "
         "33\n"),
    GOOD("1 (a) S" TO_24 " 18446744073709551614 26 27 28 29 30 31 32 33\n"),
    GOOD("1 (a) S" TO_24 " 184467440737095516150 26 27 28 29 30 31 32 33\n"),
    GOOD("1 (a) S" TO_24 " 018446744073709551615 26 27 28 29 30 31 32 33\n"),
    GOOD("1 (a) S" TO_24 " -1 26 27 28 29 30 31 32 33\n"),
    EMPTY(""),
    CUT("1"),
    CUT("1 (a) S 1 2"),
    CUT("1 (a) S" TO_33),
    /* A text that ends after a newline in a name is no line, however much the name looks like one. */
    REFUSED("4218 (x) S 4\n", 12),
    REFUSED("4218 (x) S 1 2 3 4\n", 18),
    REFUSED("\n", 0),
    REFUSED("x (a) S 1\n", 0),
    REFUSED(" 1 (a) S 1\n", 0),
    REFUSED("-(a) S 1\n", 1),
    REFUSED("1(a) S 1\n", 1),
    REFUSED("1 a) S 1\n", 2),
    REFUSED("1\n", 1),
    /* It may be that the rest of the name was cut. */
    CUT("1 (a S 1\n"),
    REFUSED("1 (a)S 1\n", 5),
    REFUSED("1 (a)\n", 5),
    REFUSED("1 (a) \n", 6),
    REFUSED("1 (a) SS 1\n", 7),
    REFUSED("1 (a) S\n", 7),
    REFUSED("1 (a) S x\n", 8),
    REFUSED("1 (a) S 4x 5\n", 9),
    REFUSED("1 (a) S 4 5 6 7 8 9 10 - 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34\n", 24),
    REFUSED("1 (a) S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 --19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34\n", 48),
    REFUSED("1 (a) S" TO_24 " max 26 27 28 29 30 31 32 33 34\n", 65),
    REFUSED("1 (a) S" TO_33 " 34.5\n", 94),
    REFUSED("1 (a) S" TO_33 "\r\n", 91),
    REFUSED("1 (a) S" TO_24 " 25 26 27 28 29 30 31 32\n", 88),
    REFUSED("1 (0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef) S 1 2 3 4 5 6 7 8 9\n", 66),
    REFUSED("1 (0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef 1 2 3 4 5 6 7 8 9 10 11\n", 66),
    NO_MORE_EXAMPLES,
};

static const struct example statuses[] = {
    GOOD("State:\tS (sleeping)\nPid:\t7\nUid:\t1\t2\t3\t4\nVmPMD:\t8 kB\n"),
    GOOD("State:\tq\nUid:\t1\t2\n"),
    GOOD("Cpus_allowed_list:\t\nMems_allowed_list:\t0-3,7,9-9\n"),
    GOOD("Cpus_allowed_list:\t0-18446744073709551613\nMems_allowed_list:\t0-18446744073709551612\n"),
    GOOD("Cpus_allowed_list:\t0-18446744073709551611,5\nMems_allowed_list:\t-1\n"),
    GOOD("NStgid:\t48213\t2\nNSpid:\t48217\t12\t6\nNSpgid:\t48213\nNSsid:\t0\t0\n"),
    GOOD("NStgid:\t1\t-2\nNSpid:\t99999999999999999999\t7 \nNSpgid:\t7\t99999999999999999999\n"),
    GOOD("Seccomp:\t2\nSeccomp_filters:\t1\nSeccomp_\t3\nGid:\t1\t2\t3\t4\nNgid:\t5\n"),
    GOOD("Pid:\t1\nNSpids:\t2\n Pid:\t4\nPid\t5\npid:\t6\nPids:\t7\nThreadss:\t8\nVmRS:\t9 kB\nVmRSSx:\t10 kB\n"
         "Cpus_allowed_lis:\tx\nnonvoluntary_ctxt_switche:\tx\nnonvoluntary_ctxt_switchesx:\tx\n"),
    EMPTY(""),
    EMPTY("\n\n"),
    EMPTY("Name:\tPid:\n"),
    CUT("voluntary_ctxt_switches:\t1"),
    CUT("Unknown:\t1"),
    CUT("VmRSS:\t1 k"),
    CUT("NSpid:\t1\t"),
    CUT("NSpid:\t1\t2"),
    REFUSED("State:\t\n", 7),
    REFUSED("State:\tSS\n", 8),
    REFUSED("State:\tS(sleeping)\n", 8),
    REFUSED("State:\tS (sleeping)\nPid:\tx\n", 25),
    REFUSED("Pid:\t1\nThreads:\tx\n", 16),
    REFUSED("Uid:\t0\t1\tx\t3\n", 9),
    REFUSED("Uid:\n", 4),
    REFUSED("NSpid:\n", 6),
    REFUSED("NSpid:\t1\tx\n", 9),
    REFUSED("NSpid:\t1x\t2\n", 8),
    REFUSED("VmRSS:\t    1784 KB\n", 16),
    REFUSED("VmRSS:\t    1784\n", 15),
    REFUSED("VmRSS:\t    1784 kBx\n", 18),
    REFUSED("Cpus_allowed_list:\t0-\n", 21),
    REFUSED("Cpus_allowed_list:\t3-1\n", 21),
    REFUSED("Cpus_allowed_list:\t0x\n", 20),
    REFUSED("Cpus_allowed_list:\t0,\n", 21),
    REFUSED("voluntary_ctxt_switches:\t1.5\n", 26),
    NO_MORE_EXAMPLES,
};

static const struct example statms[] = {
    GOOD("1 2 3 4 5 6 7\n"),
    GOOD("1 2\n"),
    GOOD("  1\t2  3 4 5 6 7 8 9 x\n"),
    GOOD("-1\n"),
    EMPTY(""),
    CUT("1"),
    CUT("1 2 3 4 5 6 7"),
    CUT("1 2 3 4 5 6 7 "),
    CUT("1 2 3 4 5 6 7 8"),
    REFUSED("\n", 0),
    REFUSED("1 2,3\n", 3),
    REFUSED("1 2 x 4\n", 4),
    REFUSED("1 (a) S\n", 2),
    NO_MORE_EXAMPLES,
};

static const struct example ios[] = {
    GOOD("rchar: 1\ncancelled_write_bytes: 2\n"),
    GOOD("write_bytes: -4096\ncancelled_write_bytes:7\n"),
    EMPTY(""),
    CUT("rchar: 5"),
    REFUSED("rchar: \n", 7),
    REFUSED("rchar: 5 kB\nwchar: 5kB\n", 20),
    REFUSED("write_bytes: --1\n", 14),
    NO_MORE_EXAMPLES,
};

static const struct example schedstats[] = {
    GOOD("1 2 3\n"),  GOOD("8\n"),           GOOD("1 2 3\n4 5 6\n"), EMPTY(""),
    GOOD("0 0 0\n"),  GOOD("0 1 0\n"),       GOOD("0 0\n"),          GOOD("0 0 0 1\n"),
    CUT("1 2 3"),     REFUSED("1 2 -\n", 5), REFUSED("8 x 10\n", 2), REFUSED("1.5 2 3\n", 1),
    NO_MORE_EXAMPLES,
};

static const struct example smaps_rollups[] = {
    GOOD("558c7908e000-7ffdfb54e000 ---p 00000000 00:00 0 [rollup]\nRss:                1768 kB\nLocked:       1 kB\n"),
    EMPTY(""),
    EMPTY("558c7908e000-7ffdfb54e000 ---p 00000000 00:00 0                          [rollup]\n"),
    CUT("Rss:                1768 kB"),
    REFUSED("Rss:                1768 KB\n", 25),
    REFUSED("Rss:                1768kB\n", 24),
    REFUSED("Rss:\n", 4),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_stats[] = {PIECE("4218 (a) (b)" REST), NO_MORE_TEXTS};
static const struct piece usual_statuses[] = {
    PIECE("Name:\tfirecracker\nState:\tS (sleeping)\nTgid:\t25597\nPid:\t25597\nUid:\t0\t1\t2\t3\nFDSize:\t64\n"
          "NSpid:\t25597\t8\nVmSize:\t  100812 kB\nVmRSS:\t   42424 kB\nThreads:\t8\nCpus_allowed_list:\t0-1,7\n"
          "nonvoluntary_ctxt_switches:\t16\n"),
    NO_MORE_TEXTS};
static const struct piece usual_statms[] = {PIECE("25203 10647 366 1 0 24666 0\n"), NO_MORE_TEXTS};
static const struct piece usual_ios[] = {
    PIECE("rchar: 5739\nwchar: 1759\nsyscr: 11\nread_bytes: 0\ncancelled_write_bytes: 12288\n"), NO_MORE_TEXTS};
static const struct piece usual_schedstats[] = {PIECE("23505076 190037392 8\n"), NO_MORE_TEXTS};
static const struct piece usual_smaps_rollups[] = {
    PIECE("558c7908e000-7ffdfb54e000 ---p 00000000 00:00 0                          [rollup]\n"
          "Rss:               42460 kB\nPss_Dirty:         41096 kB\nPrivate_Hugetlb:       0 kB\n"),
    NO_MORE_TEXTS};

static const char *const unknown[] = {"Name:\tx\n",
                                      "Groups:\t1 2\n",
                                      "Threads \t5\n",
                                      " Pid:\t5\n",
                                      "Cpus_allowed:\tff\n",
                                      "x86_Thread_features:\t\n",
                                      "VmRSSx:\tx\n",
                                      "rchars: x\n",
                                      "558c7908e000-7ffdfb54e000 ---p 00000000 00:00 0 [rollup]\n",
                                      "Private:   5 KB\n",
                                      "nonvoluntary_ctxt_switchesx:\n",
                                      NULL};

/* How many members there are from one to before another. */
#define MEMBERS(first, next)                                                                                           \
    {                                                                                                                  \
        AT(first), (AT(next) - AT(first)) / 8                                                                          \
    }
#define PROCESS(file_name, id)                                                                                         \
    .name = "process/" #file_name, .kind = FILE_OF_RECORD, .file = VMM_FILE_PROCESS_##id,                              \
    .record_id = VMM_RECORD_PROCESS, .bytes = sizeof(struct vmm_process)
#define OF_A_LINE(file_name) .reference = expect_##file_name, .print = print_##file_name
#define OF_KEYS(table)                                                                                                 \
    .keys = (table), .key_count = sizeof(table) / sizeof(table)[0], .delimiter = ':', .keeps = true,                   \
    .unknown = unknown, .ends = ":\n"

/* In the order of their ids. */
static const struct format process_formats[] = {
    [PROCESS_STAT] = {PROCESS(stat, STAT), OF_A_LINE(stat), .sets = {MEMBERS(pid, tgid)}, .fit = fit_stat,
                      .samples = "proc-pid-stat", .examples = stats, .usual = usual_stats},
    [PROCESS_STATUS] = {PROCESS(status, STATUS), OF_KEYS(status_keys),
                        .sets = {{AT(pid), 1}, {AT(state), 2}, {AT(num_threads), 1}, MEMBERS(tgid, statm_size_pages)},
                        .fit = fit_status, .samples = "proc-pid-status", .examples = statuses, .usual = usual_statuses},
    [PROCESS_STATM] = {PROCESS(statm, STATM), OF_A_LINE(statm), .sets = {MEMBERS(statm_size_pages, rchar_bytes)},
                       .samples = "proc-pid-statm", .examples = statms, .usual = usual_statms},
    [PROCESS_IO] = {PROCESS(io, IO), OF_KEYS(io_keys), .sets = {MEMBERS(rchar_bytes, run_time_ns)},
                    .samples = "proc-pid-io", .examples = ios, .usual = usual_ios},
    [PROCESS_SCHEDSTAT] = {PROCESS(schedstat, SCHEDSTAT), OF_A_LINE(schedstat),
                           .sets = {MEMBERS(run_time_ns, smaps_rss_bytes)}, .samples = "proc-pid-schedstat",
                           .examples = schedstats, .usual = usual_schedstats},
    [PROCESS_SMAPS_ROLLUP] = {PROCESS(smaps_rollup, SMAPS_ROLLUP), OF_KEYS(smaps_rollup_keys),
                              .sets = {{AT(smaps_rss_bytes), (sizeof(struct vmm_process) - AT(smaps_rss_bytes)) / 8}},
                              .samples = "proc-pid-smaps-rollup", .examples = smaps_rollups,
                              .usual = usual_smaps_rollups},
};

const struct group process_group = {"process", process_formats, sizeof process_formats / sizeof process_formats[0],
                                    true, 1};
