/* The files of /proc/PID and /proc/PID/task/TID. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum form { NUMBER, SIGNED, LIMIT, KB, LIST, STATE };

/* A member: by the key of its line, with `count` values for as many members; or by its place in the line. */
struct part {
    const char *key;
    size_t offset;
    enum form form;
    unsigned count;
};

#define AT(member) offsetof(struct vmm_process, member)
#define KEY(key, member, form)                                                                                         \
    {                                                                                                                  \
        key, AT(member), form, 1                                                                                       \
    }
#define COLUMN(member, form)                                                                                           \
    {                                                                                                                  \
        NULL, AT(member), form, 1                                                                                      \
    }

/* Fields 4 to 52. */
static const struct part stat_parts[] = {
    COLUMN(ppid, NUMBER),
    COLUMN(pgrp, NUMBER),
    COLUMN(session, NUMBER),
    COLUMN(tty_nr, NUMBER),
    COLUMN(tpgid, NUMBER),
    COLUMN(flags, NUMBER),
    COLUMN(minflt, NUMBER),
    COLUMN(cminflt, NUMBER),
    COLUMN(majflt, NUMBER),
    COLUMN(cmajflt, NUMBER),
    COLUMN(utime_ticks, NUMBER),
    COLUMN(stime_ticks, NUMBER),
    COLUMN(cutime_ticks, NUMBER),
    COLUMN(cstime_ticks, NUMBER),
    COLUMN(priority, SIGNED),
    COLUMN(nice, SIGNED),
    COLUMN(num_threads, NUMBER),
    COLUMN(itrealvalue, NUMBER),
    COLUMN(starttime_ticks, NUMBER),
    COLUMN(vsize_bytes, NUMBER),
    COLUMN(rss_pages, NUMBER),
    COLUMN(rsslim_bytes, LIMIT),
    COLUMN(startcode, NUMBER),
    COLUMN(endcode, NUMBER),
    COLUMN(startstack, NUMBER),
    COLUMN(kstkesp, NUMBER),
    COLUMN(kstkeip, NUMBER),
    COLUMN(signal, NUMBER),
    COLUMN(blocked, NUMBER),
    COLUMN(sigignore, NUMBER),
    COLUMN(sigcatch, NUMBER),
    COLUMN(wchan, NUMBER),
    COLUMN(nswap, NUMBER),
    COLUMN(cnswap, NUMBER),
    COLUMN(exit_signal, SIGNED),
    COLUMN(processor, NUMBER),
    COLUMN(rt_priority, NUMBER),
    COLUMN(policy, NUMBER),
    COLUMN(delayacct_blkio_ticks, NUMBER),
    COLUMN(guest_time_ticks, NUMBER),
    COLUMN(cguest_time_ticks, NUMBER),
    COLUMN(start_data, NUMBER),
    COLUMN(end_data, NUMBER),
    COLUMN(start_brk, NUMBER),
    COLUMN(arg_start, NUMBER),
    COLUMN(arg_end, NUMBER),
    COLUMN(env_start, NUMBER),
    COLUMN(env_end, NUMBER),
    COLUMN(exit_code, NUMBER),
};
static const struct part statm_parts[] = {
    COLUMN(statm_size_pages, NUMBER), COLUMN(statm_resident_pages, NUMBER), COLUMN(statm_shared_pages, NUMBER),
    COLUMN(statm_text_pages, NUMBER), COLUMN(statm_lib_pages, NUMBER),      COLUMN(statm_data_pages, NUMBER),
    COLUMN(statm_dt_pages, NUMBER),
};
static const struct part schedstat_parts[] = {
    COLUMN(run_time_ns, NUMBER),
    COLUMN(run_delay_ns, NUMBER),
    COLUMN(timeslices, NUMBER),
};
static const struct part status_parts[] = {
    KEY("State:", state, STATE),
    KEY("Tgid:", tgid, NUMBER),
    KEY("Pid:", pid, NUMBER),
    KEY("PPid:", ppid, NUMBER),
    {"Uid:", AT(uid_real), NUMBER, 4},
    KEY("FDSize:", fd_size, NUMBER),
    KEY("Kthread:", kthread, NUMBER),
    KEY("VmPeak:", vm_peak_bytes, KB),
    KEY("VmSize:", vm_size_bytes, KB),
    KEY("VmLck:", vm_lck_bytes, KB),
    KEY("VmPin:", vm_pin_bytes, KB),
    KEY("VmHWM:", vm_hwm_bytes, KB),
    KEY("VmRSS:", vm_rss_bytes, KB),
    KEY("RssAnon:", rss_anon_bytes, KB),
    KEY("RssFile:", rss_file_bytes, KB),
    KEY("RssShmem:", rss_shmem_bytes, KB),
    KEY("VmData:", vm_data_bytes, KB),
    KEY("VmStk:", vm_stk_bytes, KB),
    KEY("VmExe:", vm_exe_bytes, KB),
    KEY("VmLib:", vm_lib_bytes, KB),
    KEY("VmPTE:", vm_pte_bytes, KB),
    KEY("VmSwap:", vm_swap_bytes, KB),
    KEY("HugetlbPages:", hugetlb_pages_bytes, KB),
    KEY("CoreDumping:", core_dumping, NUMBER),
    KEY("THP_enabled:", thp_enabled, NUMBER),
    KEY("Threads:", num_threads, NUMBER),
    KEY("Cpus_allowed_list:", cpus_allowed, LIST),
    KEY("Mems_allowed_list:", mems_allowed, LIST),
    KEY("voluntary_ctxt_switches:", voluntary_ctxt_switches, NUMBER),
    KEY("nonvoluntary_ctxt_switches:", nonvoluntary_ctxt_switches, NUMBER),
    KEY("VmPMD:", vm_pmd_bytes, KB),
};
static const struct part io_parts[] = {
    KEY("rchar:", rchar_bytes, NUMBER),
    KEY("wchar:", wchar_bytes, NUMBER),
    KEY("syscr:", syscr, NUMBER),
    KEY("syscw:", syscw, NUMBER),
    KEY("read_bytes:", read_bytes, NUMBER),
    KEY("write_bytes:", write_bytes, NUMBER),
    KEY("cancelled_write_bytes:", cancelled_write_bytes, NUMBER),
};
static const struct part smaps_rollup_parts[] = {
    KEY("Rss:", smaps_rss_bytes, KB),
    KEY("Pss:", smaps_pss_bytes, KB),
    KEY("Pss_Dirty:", smaps_pss_dirty_bytes, KB),
    KEY("Pss_Anon:", smaps_pss_anon_bytes, KB),
    KEY("Pss_File:", smaps_pss_file_bytes, KB),
    KEY("Pss_Shmem:", smaps_pss_shmem_bytes, KB),
    KEY("Shared_Clean:", smaps_shared_clean_bytes, KB),
    KEY("Shared_Dirty:", smaps_shared_dirty_bytes, KB),
    KEY("Private_Clean:", smaps_private_clean_bytes, KB),
    KEY("Private_Dirty:", smaps_private_dirty_bytes, KB),
    KEY("Referenced:", smaps_referenced_bytes, KB),
    KEY("Anonymous:", smaps_anonymous_bytes, KB),
    KEY("KSM:", smaps_ksm_bytes, KB),
    KEY("LazyFree:", smaps_lazy_free_bytes, KB),
    KEY("AnonHugePages:", smaps_anon_huge_pages_bytes, KB),
    KEY("ShmemPmdMapped:", smaps_shmem_pmd_mapped_bytes, KB),
    KEY("FilePmdMapped:", smaps_file_pmd_mapped_bytes, KB),
    KEY("Shared_Hugetlb:", smaps_shared_hugetlb_bytes, KB),
    KEY("Private_Hugetlb:", smaps_private_hugetlb_bytes, KB),
    KEY("Swap:", smaps_swap_bytes, KB),
    KEY("SwapPss:", smaps_swap_pss_bytes, KB),
    KEY("Locked:", smaps_locked_bytes, KB),
};

enum { FILES = 6 };

/* A file, and the folder that its samples are in. */
struct file {
    uint32_t id;
    const char *name;
    const char *folder;
    const struct part *parts;
    size_t count;
    /* How many columns there must be. */
    size_t least;
};

#define FILE_OF(id, name, folder, parts, least)                                                                        \
    {                                                                                                                  \
        VMM_PROCESS_FILE_##id, name, "proc-pid-" folder, parts, COUNT_OF(parts), least                                 \
    }

/* In the order of the ids. */
static const struct file files[FILES] = {
    FILE_OF(STAT, "stat", "stat", stat_parts, 30),
    FILE_OF(STATUS, "status", "status", status_parts, 0),
    FILE_OF(STATM, "statm", "statm", statm_parts, 1),
    FILE_OF(IO, "io", "io", io_parts, 0),
    FILE_OF(SCHEDSTAT, "schedstat", "schedstat", schedstat_parts, 1),
    FILE_OF(SMAPS_ROLLUP, "smaps_rollup", "smaps-rollup", smaps_rollup_parts, 0),
};

static bool is_line(const struct file *file)
{
    return file->least != 0;
}

/* ---- a plain reader of these files ---- */

enum { NAME = 64, WINDOW = 72 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool ends_value(const char *bytes, size_t pos, size_t length)
{
    return pos < length && (bytes[pos] == '\n' || is_blank(bytes[pos]));
}

static size_t behind_blanks(const char *bytes, size_t pos, size_t length)
{
    while (pos < length && is_blank(bytes[pos]))
        pos++;
    return pos;
}

static size_t line_end_at(const char *bytes, size_t pos, size_t length)
{
    while (pos < length && bytes[pos] != '\n')
        pos++;
    return pos;
}

static size_t words_of(size_t offset)
{
    return offset / sizeof(uint64_t);
}

/* Takes one letter. Its number is its place among those that are known. */
static bool take_state(const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    static const struct {
        char letter;
        uint64_t value;
    } known[] = {
        {'R', VMM_PROCESS_STATE_RUNNING}, {'S', VMM_PROCESS_STATE_SLEEPING},     {'D', VMM_PROCESS_STATE_DISK_SLEEP},
        {'T', VMM_PROCESS_STATE_STOPPED}, {'t', VMM_PROCESS_STATE_TRACING_STOP}, {'Z', VMM_PROCESS_STATE_ZOMBIE},
        {'X', VMM_PROCESS_STATE_DEAD},    {'x', VMM_PROCESS_STATE_DEAD},         {'I', VMM_PROCESS_STATE_IDLE},
        {'P', VMM_PROCESS_STATE_PARKED},  {'K', VMM_PROCESS_STATE_WAKEKILL},     {'W', VMM_PROCESS_STATE_WAKING},
    };

    *after = pos;
    if (pos == length || ends_value(bytes, pos, length))
        return false;
    *value = VMM_UNKNOWN;
    for (size_t i = 0; i < COUNT_OF(known); i++)
        if (bytes[pos] == known[i].letter)
            *value = known[i].value;
    *after = pos + 1;
    return true;
}

static bool take_list(const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    bool fits = true;

    *value = 0;
    *after = pos;
    if (pos == length || bytes[pos] == '\n')
        return true;
    for (;;) {
        uint64_t first, last;

        if (!reference_number(bytes, pos, length, after, &first))
            return false;
        last = first;
        pos = *after;
        if (pos < length && bytes[pos] == '-') {
            size_t second = ++pos;

            if (!reference_number(bytes, pos, length, after, &last))
                return false;
            if (last < first) {
                *after = second;
                return false;
            }
            pos = *after;
        }
        if (last == VMM_UNKNOWN || last - first >= VMM_UNLIMITED - 1 - *value)
            fits = false;
        if (fits)
            *value += last - first + 1;
        if (pos == length || bytes[pos] != ',')
            break;
        pos++;
    }
    if (!fits)
        *value = VMM_UNKNOWN;
    return true;
}

static bool take_signed(const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    bool negative = pos < length && bytes[pos] == '-';
    double number;

    if (negative)
        pos++;
    *after = pos;
    if (pos == length || strchr("0123456789", bytes[pos]) == NULL || bytes[pos] == '\0')
        return false;
    reference_number(bytes, pos, length, after, value);
    if (*value != VMM_UNKNOWN) {
        number = negative ? -(double)*value : (double)*value;
        memcpy(value, &number, sizeof number);
    }
    return true;
}

/* Takes a value; false where a byte is wrong, which is then `after`. */
static bool take(enum form form, const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    static const char largest[] = "18446744073709551615";

    switch (form) {
    case STATE:
        return take_state(bytes, pos, length, after, value);
    case LIST:
        return take_list(bytes, pos, length, after, value);
    case SIGNED:
        return take_signed(bytes, pos, length, after, value);
    case KB:
        if (!reference_number(bytes, pos, length, after, value))
            return false;
        *value = *value < UINT64_C(1) << 54 ? *value * 1024 : VMM_UNKNOWN;
        for (const char *unit = " kB"; *unit != '\0'; unit++, ++*after)
            if (*after == length || bytes[*after] != *unit)
                return false;
        return true;
    case LIMIT:
        if (!reference_number(bytes, pos, length, after, value))
            return false;
        if (*after - pos == 20 && memcmp(bytes + pos, largest, 20) == 0)
            *value = VMM_UNLIMITED;
        return true;
    case NUMBER:
    default:
        return reference_number(bytes, pos, length, after, value);
    }
}

/* The number in a name: what a VMM prints for it, it must be in all. */
static uint64_t vcpu_in(const char *name)
{
    static const char *const forms[][2] = {
        {"fc_vcpu ", ""}, {"vcpu", ""}, {"CPU ", "/KVM"}, {"CPU ", "/TCG"}, {"CPU ", "/MSHV"}};

    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        size_t before = strlen(forms[i][0]), digits, after;
        uint64_t value;

        if (strncmp(name, forms[i][0], before) != 0)
            continue;
        digits = strspn(name + before, "0123456789");
        if (digits == 0 || (digits > 1 && name[before] == '0') || strcmp(name + before + digits, forms[i][1]) != 0)
            continue;
        reference_number(name, before, before + digits, &after, &value);
        return value;
    }
    return VMM_UNKNOWN;
}

static struct outcome refused(const struct file *file, const char *bytes, size_t error, size_t length, uint64_t *words)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, line_end_at(bytes, error, length),
                              error};

    if (outcome.pos != length)
        outcome.pos++;
    for (size_t i = 0; i < file->count; i++)
        for (unsigned k = 0; k < file->parts[i].count; k++)
            words[words_of(file->parts[i].offset) + k] = VMM_UNKNOWN;
    if (file->id == VMM_PROCESS_FILE_STAT) {
        words[words_of(AT(pid))] = words[words_of(AT(vcpu))] = words[words_of(AT(state))] = VMM_UNKNOWN;
        memset(&words[words_of(AT(comm))], 0, NAME);
    }
    return outcome;
}

/* Takes number, name and state. Returns where they end; NOWHERE where a byte is wrong, with that in `error`. */
static size_t take_head(const char *bytes, size_t length, uint64_t *words, size_t *error)
{
    size_t pos, blanks, last = NOWHERE;
    char name[NAME] = {0};

    if (!reference_number(bytes, 0, length, error, &words[words_of(AT(pid))]))
        return NOWHERE;
    pos = *error;
    *error = blanks = behind_blanks(bytes, pos, length);
    if (blanks == pos || blanks == length || bytes[blanks] != '(')
        return NOWHERE;
    pos = blanks + 1;
    for (size_t i = 0; i < WINDOW && pos + i < length; i++)
        if (bytes[pos + i] == ')')
            last = i;
    if (last == NOWHERE || last >= NAME) {
        *error = length - pos < NAME ? length : pos + NAME - 1;
        return NOWHERE;
    }
    memcpy(name, bytes + pos, last);
    memcpy(&words[words_of(AT(comm))], name, NAME);
    words[words_of(AT(vcpu))] = vcpu_in(name);
    pos += last + 1;
    *error = blanks = behind_blanks(bytes, pos, length);
    if (blanks == pos || !take_state(bytes, blanks, length, error, &words[words_of(AT(state))]) ||
        !ends_value(bytes, *error, length))
        return NOWHERE;
    return *error;
}

static struct outcome expect_line(const struct file *file, const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome = {VMM_OK, length, NOWHERE};
    size_t pos = 0, error = 0;

    if (length == 0) {
        refused(file, bytes, length, length, words);
        outcome.status = VMM_E_EMPTY;
        return outcome;
    }
    if (file->id == VMM_PROCESS_FILE_STAT)
        pos = take_head(bytes, length, words, &error);
    if (pos == NOWHERE)
        return refused(file, bytes, error, length, words);
    for (size_t i = 0; i < file->count; i++) {
        uint64_t *word = &words[words_of(file->parts[i].offset)];

        pos = behind_blanks(bytes, pos, length);
        *word = VMM_UNKNOWN;
        if (i >= file->least && pos < length && bytes[pos] == '\n')
            continue;
        if (!take(file->parts[i].form, bytes, pos, length, &pos, word) || !ends_value(bytes, pos, length))
            return refused(file, bytes, pos, length, words);
    }
    pos = line_end_at(bytes, pos, length);
    if (pos == length)
        return refused(file, bytes, length, length, words);
    outcome.pos = pos + 1;
    return outcome;
}

static const struct part *part_at(const struct file *file, const char *bytes, size_t length)
{
    for (size_t i = 0; i < file->count; i++) {
        size_t key_length = strlen(file->parts[i].key);

        if (length >= key_length && memcmp(bytes, file->parts[i].key, key_length) == 0)
            return &file->parts[i];
    }
    return NULL;
}

static struct outcome expect_keys(const struct file *file, const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};
    size_t pos = 0;

    while (pos < length) {
        const struct part *part = part_at(file, bytes + pos, length - pos);

        if (part != NULL) {
            pos += strlen(part->key);
            for (unsigned k = 0; k < part->count; k++) {
                pos = behind_blanks(bytes, pos, length);
                if (k != 0 && pos < length && bytes[pos] == '\n')
                    break;
                if (!take(part->form, bytes, pos, length, &pos, &words[words_of(part->offset) + k]) ||
                    !ends_value(bytes, pos, length))
                    return refused(file, bytes, pos, length, words);
            }
            outcome.status = VMM_OK;
        }
        pos = line_end_at(bytes, pos, length);
        if (pos == length)
            return refused(file, bytes, length, length, words);
        pos++;
    }
    if (outcome.status != VMM_OK)
        refused(file, bytes, length, length, words);
    return outcome;
}

/* ---- the file that the tests are about, in the form that the shared checks take ---- */

static const struct file *current = &files[0];

/* What run() fills a record with. */
static const uint64_t old_words = UINT64_C(0x5a5a5a5a5a5a5a5a);

static vmm_status read_current(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_process_read(current->id, text, out, out_size);
}

/* What the members held before stays, but for those that the file feeds. */
static struct outcome expect_current(const char *bytes, size_t length, uint64_t *words)
{
    for (size_t i = 0; i < sizeof(struct vmm_process) / 8; i++)
        words[i] = old_words;
    words[0] = sizeof(struct vmm_process);
    return is_line(current) ? expect_line(current, bytes, length, words) : expect_keys(current, bytes, length, words);
}

static const struct old_format format = {read_current, expect_current, VMM_RECORD_PROCESS, sizeof(struct vmm_process)};

static void about(uint32_t id)
{
    current = &files[id - 1];
}

static struct vmm_process unknown_process(void)
{
    struct vmm_process process;

    assert_int_equal(vmm_record_init(VMM_RECORD_PROCESS, &process, sizeof process), VMM_OK);
    return process;
}

static vmm_status read_bytes(struct vmm_process *process, uint32_t id, const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    struct arena arena = arena_new(length);
    vmm_status status = vmm_process_read(id, &text, process, sizeof *process);

    assert_ptr_equal(text.end, bytes + length);
    assert_int_equal(text.error != NULL, status == VMM_E_SYNTAX || status == VMM_E_TRUNCATED);
    about(id);
    check_text(&format, &arena, bytes, length);
    arena_free(&arena);
    return status;
}

#define READ(process, id, string)                                                                                      \
    assert_int_equal(read_bytes(&(process), VMM_PROCESS_FILE_##id, string, strlen(string)), VMM_OK)

static struct vmm_process sample_of(uint32_t id, const char *name)
{
    struct vmm_process process = unknown_process();
    char path[128];
    struct sample sample;

    snprintf(path, sizeof path, "%s/%s", files[id - 1].folder, name);
    sample = sample_load(path);
    assert_int_equal(read_bytes(&process, id, sample.bytes, sample.length), VMM_OK);
    sample_free(&sample);
    return process;
}

#define SAMPLE_OF(id, name) sample_of(VMM_PROCESS_FILE_##id, name)

/* The text is refused at this byte, and no member but its own is touched. */
static void check_refused(uint32_t id, const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length);
    struct record record;
    struct outcome outcome;

    about(id);
    outcome = run(&format, bytes, length, &record, format.bytes);
    if (outcome.status != (error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX) || outcome.error != error)
        fail_msg("%s: \"%s\": status %d, error %ld", current->name, bytes, (int)outcome.status, (long)outcome.error);
    check_text(&format, &arena, bytes, length);
    arena_free(&arena);
}

#define REFUSED(id, constant, error) check_refused(VMM_PROCESS_FILE_##id, TEXT(constant), error)

/* A line of stat with this name, state, and the other fields `fields`. */
static struct builder stat_of(const char *name, size_t length, const char *rest)
{
    struct builder builder = {NULL, 0, 0};

    builder_print(&builder, "4218 (");
    builder_add(&builder, name, length);
    builder_print(&builder, ")%s", rest);
    return builder;
}

/* Fields 3 to 52, each another number. */
static const char rest[] =
    " S 4200 4217 4216 34816 4215 4194560 10 11 12 13 14 15 16 17 20 -5 6 0 22 23 24 25 26 27 28 29 "
    "30 31 32 33 34 35 36 37 -1 39 40 41 42 43 44 45 46 47 48 49 50 51 768\n";

static struct vmm_process named(const char *name, size_t length)
{
    struct builder builder = stat_of(name, length, rest);
    struct vmm_process process = unknown_process();

    assert_int_equal(read_bytes(&process, VMM_PROCESS_FILE_STAT, builder.bytes, builder.length), VMM_OK);
    builder_free(&builder);
    return process;
}

/* ---- every file ---- */

static void test_the_lists_above_have_all_files_and_members(void **state)
{
    unsigned char covered[sizeof(struct vmm_process) / 8] = {1};
    struct vmm_file file;

    (void)state;
    for (size_t word = 0; word < NAME / 8; word++)
        covered[words_of(AT(comm)) + word] = 1;
    covered[words_of(AT(vcpu))] = 1;
    for (uint32_t i = 0; i < FILES; i++) {
        assert_int_equal(files[i].id, i + 1);
        assert_int_equal(vmm_file_at(VMM_RECORD_PROCESS, i, &file, sizeof file), VMM_OK);
        assert_string_equal(file.name, files[i].name);
        for (size_t k = 0; k < files[i].count; k++)
            for (unsigned value = 0; value < files[i].parts[k].count; value++)
                covered[words_of(files[i].parts[k].offset) + value] = 1;
    }
    assert_int_equal(vmm_file_at(VMM_RECORD_PROCESS, FILES, &file, sizeof file), VMM_END);
    for (size_t i = 0; i < sizeof covered; i++)
        assert_int_equal(covered[i], 1);
}

static void for_every_sample(void (*check)(const struct old_format *, const char *, size_t))
{
    for (uint32_t id = 1; id <= FILES; id++) {
        const char *const *names = sample_names(files[id - 1].folder);

        for (size_t i = 0; names[i] != NULL; i++) {
            struct sample sample = sample_load(names[i]);

            about(id);
            check(&format, sample.bytes, sample.length);
            sample_free(&sample);
        }
    }
}

static void check_whole(const struct old_format *the_format, const char *bytes, size_t length)
{
    struct arena arena = arena_new(length);

    check_text(the_format, &arena, bytes, length);
    arena_free(&arena);
}

/* Each file feeds its members, and no others: the rest of the record is as it was before. */
static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    (void)state;
    for_every_sample(check_whole);
}

static void test_every_sample_cut_at_every_length(void **state)
{
    (void)state;
    for_every_sample(check_every_cut);
}

/* Whatever a file's bytes are, it may be read as another. */
static void test_every_sample_read_as_each_other_file(void **state)
{
    (void)state;
    for (uint32_t folder = 0; folder < FILES; folder++) {
        const char *const *names = sample_names(files[folder].folder);

        for (size_t i = 0; names[i] != NULL; i++) {
            struct sample sample = sample_load(names[i]);

            for (uint32_t id = 1; id <= FILES; id++) {
                about(id);
                check_whole(&format, sample.bytes, sample.length);
            }
            sample_free(&sample);
        }
    }
}

/* A cut between lines cannot be seen; any other is VMM_E_TRUNCATED, but in a name that has a newline in it. */
static void test_a_cut_is_seen(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        const char *const *names = sample_names(files[id - 1].folder);

        about(id);
        for (size_t i = 0; names[i] != NULL; i++) {
            struct sample sample = sample_load(names[i]);

            for (size_t length = 1; length < sample.length; length++) {
                struct record record;

                if (sample.bytes[length - 1] != '\n' && strstr(names[i], "newline") == NULL &&
                    strstr(names[i], "name-like") == NULL)
                    if (run(&format, sample.bytes, length, &record, format.bytes).status != VMM_E_TRUNCATED)
                        fail_msg("%s, %lu bytes", names[i], (unsigned long)length);
            }
            sample_free(&sample);
        }
    }
}

static void test_every_byte_of_usual_files_replaced_by_every_other(void **state)
{
    static const char *const texts[FILES] = {
        rest,
        "Name:\tfirecracker\nState:\tS (sleeping)\nTgid:\t25597\nPid:\t25597\nUid:\t0\t1\t2\t3\nFDSize:\t64\n"
        "VmSize:\t  100812 kB\nVmRSS:\t   42424 kB\nThreads:\t8\nCpus_allowed_list:\t0-1,7\n"
        "nonvoluntary_ctxt_switches:\t16\n",
        "25203 10647 366 1 0 24666 0\n",
        "rchar: 5739\nwchar: 1759\nsyscr: 11\nread_bytes: 0\ncancelled_write_bytes: 12288\n",
        "23505076 190037392 8\n",
        "558c7908e000-7ffdfb54e000 ---p 00000000 00:00 0                          [rollup]\n"
        "Rss:               42460 kB\nPss_Dirty:         41096 kB\nPrivate_Hugetlb:       0 kB\n",
    };

    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        struct builder builder = {NULL, 0, 0};

        if (id == VMM_PROCESS_FILE_STAT)
            builder_print(&builder, "4218 (a) (b)");
        builder_print(&builder, "%s", texts[id - 1]);
        about(id);
        check_every_byte(&format, builder.bytes, builder.length);
        builder_free(&builder);
    }
}

static void test_empty_files(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        struct record record;

        about(id);
        assert_int_equal(run(&format, "", 0, &record, format.bytes).status, VMM_E_EMPTY);
        check_string(&format, "");
    }
}

static void test_an_error_in_one_file_leaves_the_others(void **state)
{
    struct vmm_process process = named(TEXT("fc_vcpu 7"));

    (void)state;
    READ(process, STATM, "1 2 3 4 5 6 7\n");
    READ(process, SCHEDSTAT, "8 9 10\n");
    READ(process, IO, "rchar: 11\n");
    assert_int_equal(read_bytes(&process, VMM_PROCESS_FILE_SCHEDSTAT, TEXT("8 x 10\n")), VMM_E_SYNTAX);
    check_unknown_number(process.run_time_ns);
    check_unknown_number(process.run_delay_ns);
    check_unknown_number(process.timeslices);
    assert_int_equal(process.statm_size_pages, 1);
    assert_int_equal(process.rchar_bytes, 11);
    assert_int_equal(process.vcpu, 7);
    assert_int_equal(read_bytes(&process, VMM_PROCESS_FILE_STAT, TEXT("1 (a) S 1 2")), VMM_E_TRUNCATED);
    check_unknown_number(process.pid);
    assert_string_equal(process.comm, "");
    check_unknown_number(process.vcpu);
    check_unknown_number(process.state);
    check_unknown_number(process.ppid);
    check_unknown_number(process.exit_code);
    check_nan(process.priority);
    assert_int_equal(process.statm_dt_pages, 7);
    assert_int_equal(process.rchar_bytes, 11);
}

/* ---- stat ---- */

static void test_every_field_of_stat(void **state)
{
    struct vmm_process process = named(TEXT("firecracker"));
    const uint64_t *column = &process.ppid;

    (void)state;
    assert_int_equal(process.pid, 4218);
    assert_string_equal(process.comm, "firecracker");
    check_unknown_number(process.vcpu);
    assert_int_equal(process.state, VMM_PROCESS_STATE_SLEEPING);
    assert_int_equal(process.ppid, 4200);
    assert_int_equal(process.pgrp, 4217);
    assert_int_equal(process.session, 4216);
    assert_int_equal(process.tty_nr, 34816);
    assert_int_equal(process.tpgid, 4215);
    assert_int_equal(process.flags, 4194560);
    assert_int_equal(process.minflt, 10);
    assert_int_equal(process.cminflt, 11);
    assert_int_equal(process.majflt, 12);
    assert_int_equal(process.cmajflt, 13);
    assert_int_equal(process.utime_ticks, 14);
    assert_int_equal(process.stime_ticks, 15);
    assert_int_equal(process.cutime_ticks, 16);
    assert_int_equal(process.cstime_ticks, 17);
    check_near(process.priority, 20);
    check_near(process.nice, -5);
    assert_int_equal(process.num_threads, 6);
    assert_int_equal(process.itrealvalue, 0);
    assert_int_equal(process.starttime_ticks, 22);
    assert_int_equal(process.vsize_bytes, 23);
    assert_int_equal(process.rss_pages, 24);
    assert_int_equal(process.rsslim_bytes, 25);
    assert_int_equal(process.startcode, 26);
    assert_int_equal(process.endcode, 27);
    assert_int_equal(process.startstack, 28);
    assert_int_equal(process.kstkesp, 29);
    assert_int_equal(process.kstkeip, 30);
    assert_int_equal(process.signal, 31);
    assert_int_equal(process.blocked, 32);
    assert_int_equal(process.sigignore, 33);
    assert_int_equal(process.sigcatch, 34);
    assert_int_equal(process.wchan, 35);
    assert_int_equal(process.nswap, 36);
    assert_int_equal(process.cnswap, 37);
    check_near(process.exit_signal, -1);
    assert_int_equal(process.processor, 39);
    assert_int_equal(process.rt_priority, 40);
    assert_int_equal(process.policy, 41);
    assert_int_equal(process.delayacct_blkio_ticks, 42);
    assert_int_equal(process.guest_time_ticks, 43);
    assert_int_equal(process.cguest_time_ticks, 44);
    assert_int_equal(process.start_data, 45);
    assert_int_equal(process.end_data, 46);
    assert_int_equal(process.start_brk, 47);
    assert_int_equal(process.arg_start, 48);
    assert_int_equal(process.arg_end, 49);
    assert_int_equal(process.env_start, 50);
    assert_int_equal(process.env_end, 51);
    assert_int_equal(process.exit_code, 768);
    /* Nothing is left out. */
    assert_ptr_equal(column + 48, &process.exit_code);
}

/* A31, B8.1: blanks, parentheses and newlines, and what looks like the rest of the line. */
static void test_names_that_hold_anything(void **state)
{
    static const struct {
        const char *name;
        size_t length;
    } names[] = {
        {TEXT("")},
        {TEXT(")")},
        {TEXT("(")},
        {TEXT("()")},
        {TEXT("))))")},
        {TEXT(") ")},
        {TEXT(") S ")},
        {TEXT(") S 1 2 3\n")},
        {TEXT("a b")},
        {TEXT(" ")},
        {TEXT("\n")},
        {TEXT("\n\n")},
        {TEXT("a\nb")},
        {TEXT("x) S 4\n)")},
        {TEXT("1 (a) S 2\n3 (b")},
        {TEXT("\t")},
        {TEXT("\x01\xff\xfe\x80")},
        {TEXT("kworker/u8:1-ext4-rsv-conversion")},
        {TEXT("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")},
        {TEXT(")))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))")},
        {TEXT("\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
              "\n\n\n\n\n\n\n\n\n\n\n")},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct vmm_process process = named(names[i].name, names[i].length);
        char wanted[NAME] = {0};

        memcpy(wanted, names[i].name, names[i].length);
        assert_memory_equal(process.comm, wanted, NAME);
        assert_int_equal(process.ppid, 4200);
        assert_int_equal(process.exit_code, 768);
        check_unknown_number(process.vcpu);
    }
}

static void test_names_of_every_length(void **state)
{
    struct arena arena = arena_new(512);

    (void)state;
    about(VMM_PROCESS_FILE_STAT);
    for (size_t length = 0; length <= 80; length++) {
        for (unsigned with = 0; with < 3; with++) {
            char name[80];
            struct builder builder;
            struct record record;

            memset(name, with == 1 ? ')' : 'n', sizeof name);
            if (with == 2)
                name[length / 2] = ')';
            builder = stat_of(name, length, rest);
            check_text(&format, &arena, builder.bytes, builder.length);
            if (with == 0)
                assert_int_equal(run(&format, builder.bytes, builder.length, &record, format.bytes).status,
                                 length < NAME ? VMM_OK : VMM_E_SYNTAX);
            /* With less behind it than a line has, so that the end is near. */
            for (size_t less = 0; less < sizeof rest - 1; less += with == 0 ? 1 : 7)
                check_text(&format, &arena, builder.bytes, builder.length - less);
            builder_free(&builder);
        }
    }
    arena_free(&arena);
}

/* A31: a text that ends behind a newline in a name is no line, however much the name looks like one. */
static void test_a_name_that_was_cut_is_no_line(void **state)
{
    char name[NAME + 1] = "x) S";
    struct record record;

    (void)state;
    about(VMM_PROCESS_FILE_STAT);
    REFUSED(STAT, "4218 (x) S 4\n", 12);
    REFUSED(STAT, "4218 (x) S 1 2 3 4\n", 18);
    /* As many numbers as have room in a name. */
    for (size_t i = 4; i + 2 < NAME - 1; i += 2)
        memcpy(name + i, " 1", 2);
    name[NAME - 3] = '\n';
    for (size_t behind = 0; behind < 2; behind++) {
        struct builder builder = {NULL, 0, 0};

        builder_print(&builder, "4218 (%s", name);
        assert_int_equal(run(&format, builder.bytes, builder.length, &record, format.bytes).status, VMM_E_SYNTAX);
        builder_free(&builder);
        name[NAME - 2] = '\n';
    }
}

/* The names of virtual CPUs' threads, all of the name and nothing else. */
static void test_virtual_cpus_are_told_by_their_names(void **state)
{
    static const struct {
        const char *name;
        uint64_t vcpu;
    } names[] = {
        {"fc_vcpu 0", 0},
        {"fc_vcpu 31", 31},
        {"fc_vcpu 1234567", 1234567},
        {"vcpu0", 0},
        {"vcpu255", 255},
        {"CPU 0/KVM", 0},
        {"CPU 12/KVM", 12},
        {"CPU 3/TCG", 3},
        {"CPU 7/MSHV", 7},
        {"vcpu18446744073709551613", UINT64_C(18446744073709551613)},
        {"vcpu18446744073709551614", VMM_UNKNOWN},
        {"vcpu99999999999999999999999999999999999999999999999999999999999", VMM_UNKNOWN},
        {"fc_vcpu", VMM_UNKNOWN},
        {"fc_vcpu ", VMM_UNKNOWN},
        {"fc_vcpu  0", VMM_UNKNOWN},
        {"fc_vcpu0", VMM_UNKNOWN},
        {"fc_vcpu 0 ", VMM_UNKNOWN},
        {"fc_vcpu 0x", VMM_UNKNOWN},
        {"fc_vcpu 00", VMM_UNKNOWN},
        {"fc_vcpu 01", VMM_UNKNOWN},
        {"fc_vcpu -1", VMM_UNKNOWN},
        {"fc_vcpu +1", VMM_UNKNOWN},
        {" fc_vcpu 0", VMM_UNKNOWN},
        {"Fc_vcpu 0", VMM_UNKNOWN},
        {"fc_vmm", VMM_UNKNOWN},
        {"fc_api", VMM_UNKNOWN},
        {"vcpu", VMM_UNKNOWN},
        {"vcpu 0", VMM_UNKNOWN},
        {"vcpu0/KVM", VMM_UNKNOWN},
        {"vcpu-0", VMM_UNKNOWN},
        {"xvcpu0", VMM_UNKNOWN},
        {"vcp", VMM_UNKNOWN},
        {"CPU 0", VMM_UNKNOWN},
        {"CPU 0/", VMM_UNKNOWN},
        {"CPU 0/KV", VMM_UNKNOWN},
        {"CPU 0/KVMx", VMM_UNKNOWN},
        {"CPU 0/KVM ", VMM_UNKNOWN},
        {"CPU 0/kvm", VMM_UNKNOWN},
        {"CPU 0/HVF", VMM_UNKNOWN},
        {"CPU 0/WHPX", VMM_UNKNOWN},
        {"CPU 0/TCGx", VMM_UNKNOWN},
        {"CPU 0/MSH", VMM_UNKNOWN},
        {"CPU  0/KVM", VMM_UNKNOWN},
        {"CPU0/KVM", VMM_UNKNOWN},
        {"CPU /KVM", VMM_UNKNOWN},
        {"CPU x/KVM", VMM_UNKNOWN},
        {"CPU 00/KVM", VMM_UNKNOWN},
        {"ALL CPUs/TCG", VMM_UNKNOWN},
        {"IO mon_iothread", VMM_UNKNOWN},
        {"vhost-4218", VMM_UNKNOWN},
        {"kvm-nx-lpage-re", VMM_UNKNOWN},
        {"", VMM_UNKNOWN},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct vmm_process process = named(names[i].name, strlen(names[i].name));

        if (process.vcpu != names[i].vcpu)
            fail_msg("\"%s\": %" PRIu64, names[i].name, process.vcpu);
    }
}

static void test_states(void **state)
{
    static const char known[] = "RSDTtZXIPKW";

    (void)state;
    for (unsigned byte = 1; byte < 256; byte++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_process process = unknown_process(), other = unknown_process();
        const char *at = strchr(known, (int)byte);
        uint64_t wanted = byte == 'x' ? VMM_PROCESS_STATE_DEAD : at != NULL ? (uint64_t)(at - known) + 1 : VMM_UNKNOWN;

        /* These would end the name there, or be no letter. */
        if (byte == ')' || byte == ' ' || byte == '\t' || byte == '\n')
            continue;
        builder_print(&builder, "1 (a) %c%s", (int)byte, rest + 2);
        assert_int_equal(read_bytes(&process, VMM_PROCESS_FILE_STAT, builder.bytes, builder.length), VMM_OK);
        assert_int_equal(process.state, wanted);
        builder.length = 0;
        builder_print(&builder, "State:\t%c (some words)\n", (int)byte);
        assert_int_equal(read_bytes(&other, VMM_PROCESS_FILE_STATUS, builder.bytes, builder.length), VMM_OK);
        assert_int_equal(other.state, wanted);
        builder_free(&builder);
    }
    assert_int_equal(VMM_PROCESS_STATE_RUNNING, 1);
    assert_int_equal(VMM_PROCESS_STATE_WAKING, sizeof known - 1);
}

/* B8.1: 44 fields before 3.3, 47 before 3.5, 52 since; A33: some systems leave out delayacct_blkio_ticks. */
static void test_lines_of_every_number_of_fields(void **state)
{
    (void)state;
    about(VMM_PROCESS_FILE_STAT);
    for (size_t fields = 3; fields <= 54; fields++) {
        struct builder builder = {NULL, 0, 0};
        struct record record;
        struct outcome outcome;

        builder_print(&builder, "1 (a) S");
        for (size_t field = 4; field <= fields; field++)
            builder_print(&builder, " %lu", (unsigned long)field);
        builder_print(&builder, "\n");
        outcome = run(&format, builder.bytes, builder.length, &record, format.bytes);
        if (fields < 33) {
            assert_int_equal(outcome.status, VMM_E_SYNTAX);
            assert_int_equal(outcome.error, builder.length - 1);
        } else {
            assert_int_equal(outcome.status, VMM_OK);
            for (size_t field = 21; field <= 52; field++)
                if (field != 38)
                    assert_int_equal(record.words[words_of(AT(ppid)) + field - 4],
                                     field <= fields ? field : VMM_UNKNOWN);
        }
        check_string(&format, builder.bytes);
        builder_free(&builder);
    }
}

static void test_samples_of_old_kernels(void **state)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-2.6.32-44-fields");

    (void)state;
    assert_string_equal(process.comm, "qemu-kvm");
    assert_int_equal(process.utime_ticks, 801342);
    assert_int_equal(process.guest_time_ticks, 700123);
    assert_int_equal(process.cguest_time_ticks, 20);
    check_unknown_number(process.start_data);
    check_unknown_number(process.exit_code);
    process = SAMPLE_OF(STAT, "linux-3.3-47-fields");
    assert_int_equal(process.start_data, 8396800);
    assert_int_equal(process.start_brk, 25231360);
    check_unknown_number(process.arg_start);
    check_unknown_number(process.exit_code);
}

static void test_sample_of_a_future_kernel(void **state)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-7.x-55-fields");

    (void)state;
    assert_int_equal(process.vcpu, 17);
    assert_int_equal(process.state, VMM_PROCESS_STATE_RUNNING);
    assert_int_equal(process.rsslim_bytes, 1073741824);
    assert_int_equal(process.exit_code, 0);
}

static void test_sample_of_a_process(void **state)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-6.18-process");

    (void)state;
    assert_int_equal(process.pid, 25597);
    assert_string_equal(process.comm, "firecracker");
    assert_int_equal(process.state, VMM_PROCESS_STATE_RUNNING);
    assert_int_equal(process.ppid, 25547);
    assert_int_equal(process.session, 803);
    check_unknown_number(process.tpgid);
    assert_int_equal(process.minflt, 10341);
    assert_int_equal(process.utime_ticks, 27);
    assert_int_equal(process.stime_ticks, 2);
    check_near(process.priority, 20);
    check_near(process.nice, 0);
    assert_int_equal(process.num_threads, 8);
    assert_int_equal(process.starttime_ticks, 661952);
    assert_int_equal(process.vsize_bytes, 103231488);
    assert_int_equal(process.rss_pages, 10606);
    assert_int_equal(process.rsslim_bytes, VMM_UNLIMITED);
    assert_int_equal(process.startcode, UINT64_C(94870230003712));
    check_near(process.exit_signal, 17);
    assert_int_equal(process.env_end, UINT64_C(140735078617074));
    /* Somebody without the right to trace it sees no addresses. */
    process = SAMPLE_OF(STAT, "linux-6.18-process-seen-by-nobody");
    assert_int_equal(process.startcode, 1);
    assert_int_equal(process.endcode, 1);
    assert_int_equal(process.startstack, 0);
    assert_int_equal(process.start_data, 0);
    assert_int_equal(process.minflt, 10380);
}

static void test_samples_of_threads(void **state)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-6.18-thread-firecracker-vcpu");

    (void)state;
    assert_int_equal(process.pid, 25598);
    assert_int_equal(process.vcpu, 0);
    assert_int_equal(process.num_threads, 8);
    check_near(process.priority, 9);
    check_near(process.nice, -11);
    check_near(process.exit_signal, -1);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-cloud-hypervisor-vcpu");
    assert_int_equal(process.vcpu, 3);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-qemu-vcpu");
    assert_int_equal(process.vcpu, 1);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-firecracker-api");
    assert_string_equal(process.comm, "fc_api");
    check_unknown_number(process.vcpu);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-real-time");
    check_near(process.priority, -50);
    assert_int_equal(process.rt_priority, 49);
    assert_int_equal(process.policy, 1);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-name-with-newline");
    assert_string_equal(process.comm, "a) S 1 (b\n) Z ");
    assert_int_equal(process.pid, 25602);
    assert_int_equal(process.ppid, 25547);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-name-of-any-bytes");
    assert_string_equal(process.comm, "\xff\xfe\x01 ) (");
    process = SAMPLE_OF(STAT, "name-like-a-line");
    assert_string_equal(process.comm, "x) S 1 2 3 4\n");
    assert_int_equal(process.ppid, 4200);
    assert_int_equal(process.state, VMM_PROCESS_STATE_RUNNING);
}

/* B8.1: a zombie has a thread and no memory; what it used stays. */
static void test_sample_of_a_zombie(void **state)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-6.18-zombie");

    (void)state;
    assert_int_equal(process.state, VMM_PROCESS_STATE_ZOMBIE);
    assert_int_equal(process.num_threads, 1);
    assert_int_equal(process.utime_ticks, 2);
    assert_int_equal(process.vsize_bytes, 0);
    assert_int_equal(process.rss_pages, 0);
    assert_int_equal(process.exit_code, 768);
    process = SAMPLE_OF(STATUS, "linux-6.18-zombie");
    assert_int_equal(process.state, VMM_PROCESS_STATE_ZOMBIE);
    assert_int_equal(process.fd_size, 0);
    check_unknown_number(process.vm_rss_bytes);
    check_unknown_number(process.vm_size_bytes);
    process = SAMPLE_OF(STATM, "linux-6.18-zombie");
    assert_int_equal(process.statm_resident_pages, 0);
}

/* A process whose main thread has ended looks dead, but has threads. */
static void test_sample_of_an_exited_main_thread(void **state)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-6.18-exited-leader");

    (void)state;
    assert_int_equal(process.state, VMM_PROCESS_STATE_ZOMBIE);
    assert_int_equal(process.num_threads, 2);
    process = SAMPLE_OF(STATUS, "linux-6.18-exited-leader");
    assert_int_equal(process.state, VMM_PROCESS_STATE_ZOMBIE);
    assert_int_equal(process.num_threads, 2);
    check_unknown_number(process.vm_rss_bytes);
}

/* B8.2: no memory of their own. */
static void test_samples_of_kernel_threads(void **state)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-6.18-kernel-worker");

    (void)state;
    assert_string_equal(process.comm, "kworker/R-quota_events_unbound");
    assert_int_equal(process.state, VMM_PROCESS_STATE_IDLE);
    assert_int_equal(process.flags & 0x00200000, 0x00200000);
    check_near(process.nice, -20);
    process = SAMPLE_OF(STAT, "linux-6.18-longest-name");
    assert_int_equal(strlen(process.comm), NAME - 1);
    process = SAMPLE_OF(STATUS, "linux-6.18-kernel-thread");
    assert_int_equal(process.kthread, 1);
    assert_int_equal(process.pid, 2);
    assert_int_equal(process.ppid, 0);
    check_unknown_number(process.vm_peak_bytes);
    check_unknown_number(process.vm_rss_bytes);
    check_unknown_number(process.core_dumping);
    assert_int_equal(process.num_threads, 1);
}

static void test_sample_with_extreme_numbers(void **state)
{
    struct vmm_process process = SAMPLE_OF(STAT, "extreme-numbers");

    (void)state;
    assert_int_equal(process.state, VMM_PROCESS_STATE_TRACING_STOP);
    check_unknown_number(process.pgrp);
    check_unknown_number(process.session);
    assert_int_equal(process.flags, UINT32_MAX);
    assert_int_equal(process.minflt, UINT64_C(18446744073709551613));
    check_unknown_number(process.cminflt);
    check_unknown_number(process.majflt);
    assert_int_equal(process.utime_ticks, UINT64_C(999999999999999));
    assert_int_equal(process.stime_ticks, UINT64_C(1000000000000000));
    /* B8.1: printed with a sign, so they may be below zero. */
    check_unknown_number(process.cutime_ticks);
    check_unknown_number(process.cstime_ticks);
    check_near(process.priority, -100);
    check_near(process.nice, -20);
    check_unknown_number(process.num_threads);
    assert_int_equal(process.starttime_ticks, UINT64_C(18446744073709551613));
    check_unknown_number(process.rss_pages);
    /* One below "no limit" is no number either, but not that. */
    check_unknown_number(process.rsslim_bytes);
    check_near(process.exit_signal, -1);
    assert_int_equal(process.guest_time_ticks, 7);
    check_unknown_number(process.exit_code);
}

/* The width of the kernel's `unsigned long` is not guessed. */
static void test_sample_of_a_32_bit_kernel(void **state)
{
    struct vmm_process process = SAMPLE_OF(STAT, "32-bit");

    (void)state;
    assert_int_equal(process.minflt, UINT32_MAX);
    assert_int_equal(process.utime_ticks, UINT32_MAX);
    assert_int_equal(process.starttime_ticks, UINT64_C(4294967296));
    assert_int_equal(process.rsslim_bytes, UINT32_MAX);
}

static void test_limits_of_resident_memory(void **state)
{
    static const struct {
        const char *number;
        uint64_t limit;
    } limits[] = {
        {"0", 0},
        {"1073741824", 1073741824},
        {"9223372036854775807", INT64_MAX},
        {"18446744073709551613", UINT64_C(18446744073709551613)},
        {"18446744063709551615", UINT64_C(18446744063709551615)},
        {"18446744073709551614", VMM_UNKNOWN},
        {"18446744073709551615", VMM_UNLIMITED},
        {"18446744073709551616", VMM_UNKNOWN},
        {"184467440737095516150", VMM_UNKNOWN},
        {"018446744073709551615", VMM_UNKNOWN},
        {"-1", VMM_UNKNOWN},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(limits); i++) {
        struct vmm_process process = unknown_process();
        struct builder builder = {NULL, 0, 0};
        struct arena arena = arena_new(512);

        builder_print(&builder,
                      "1 (a) S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 %s 26 27 28 29 30 31 32 33\n",
                      limits[i].number);
        assert_int_equal(read_bytes(&process, VMM_PROCESS_FILE_STAT, builder.bytes, builder.length), VMM_OK);
        assert_int_equal(process.rsslim_bytes, limits[i].limit);
        check_every_cut(&format, builder.bytes, builder.length);
        builder_free(&builder);
        arena_free(&arena);
    }
}

static void test_malformed_lines_of_stat_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    REFUSED(STAT, "\n", 0);
    REFUSED(STAT, "x (a) S 1\n", 0);
    REFUSED(STAT, " 1 (a) S 1\n", 0);
    REFUSED(STAT, "-(a) S 1\n", 1);
    REFUSED(STAT, "1(a) S 1\n", 1);
    REFUSED(STAT, "1 a) S 1\n", 2);
    REFUSED(STAT, "1\n", 1);
    REFUSED(STAT, "1 (a S 1\n", 9);
    REFUSED(STAT, "1 (a)S 1\n", 5);
    REFUSED(STAT, "1 (a)\n", 5);
    REFUSED(STAT, "1 (a) \n", 6);
    REFUSED(STAT, "1 (a) SS 1\n", 7);
    REFUSED(STAT, "1 (a) S\n", 7);
    REFUSED(STAT, "1 (a) S x\n", 8);
    REFUSED(STAT, "1 (a) S 4x 5\n", 9);
    REFUSED(STAT, "1 (a) S 4 5 6 7 8 9 10 - 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34\n",
            24);
    REFUSED(STAT, "1 (a) S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 --19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34\n",
            48);
    REFUSED(STAT, "1 (a) S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 max 26 27 28 29 30 31 32 33 34\n",
            65);
    REFUSED(STAT, "1 (a) S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34.5\n",
            94);
    REFUSED(STAT, "1 (a) S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33\r\n",
            91);
    REFUSED(STAT, "1 (0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef) S 1 2 3 4 5 6 7 8 9\n", 66);
    REFUSED(STAT, "1 (0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef 1 2 3 4 5 6 7 8 9 10 11\n", 66);
}

/* ---- status ---- */

static void test_sample_of_status(void **state)
{
    struct vmm_process process = SAMPLE_OF(STATUS, "linux-6.18-process");

    (void)state;
    assert_int_equal(process.state, VMM_PROCESS_STATE_RUNNING);
    assert_int_equal(process.tgid, 25597);
    assert_int_equal(process.pid, 25597);
    assert_int_equal(process.ppid, 25547);
    assert_int_equal(process.uid_real, 0);
    assert_int_equal(process.uid_fs, 0);
    assert_int_equal(process.kthread, 0);
    assert_int_equal(process.vm_size_bytes, 103231488);
    assert_int_equal(process.vm_rss_bytes, process.rss_anon_bytes + process.rss_file_bytes + process.rss_shmem_bytes);
    assert_int_equal(process.num_threads, 8);
    assert_int_equal(process.cpus_allowed, 2);
    assert_int_equal(process.mems_allowed, 1);
    assert_int_equal(process.thp_enabled, 1);
    assert_int_equal(process.nonvoluntary_ctxt_switches, 6);
    check_unknown_number(process.vm_pmd_bytes);
    /* The same of a thread: its own number, and the process's. */
    process = SAMPLE_OF(STATUS, "linux-6.18-thread-firecracker-vcpu");
    assert_int_equal(process.tgid, 25597);
    assert_int_equal(process.pid, 25598);
    process = SAMPLE_OF(STATUS, "linux-6.18-process-seen-by-nobody");
    assert_int_equal(process.vm_size_bytes, 103231488);
}

static void test_sample_of_status_of_4_9(void **state)
{
    struct vmm_process process = SAMPLE_OF(STATUS, "linux-4.9");

    (void)state;
    assert_int_equal(process.tgid, 4218);
    assert_int_equal(process.pid, 4223);
    assert_int_equal(process.uid_real, 0);
    assert_int_equal(process.uid_effective, 107);
    assert_int_equal(process.uid_saved, 0);
    assert_int_equal(process.uid_fs, 107);
    assert_int_equal(process.fd_size, 64);
    assert_int_equal(process.vm_peak_bytes, UINT64_C(4358844) * 1024);
    assert_int_equal(process.vm_lck_bytes, 64 * 1024);
    assert_int_equal(process.vm_pin_bytes, 128 * 1024);
    assert_int_equal(process.vm_hwm_bytes, UINT64_C(2098444) * 1024);
    assert_int_equal(process.vm_rss_bytes, UINT64_C(2098440) * 1024);
    assert_int_equal(process.rss_anon_bytes, 4188 * 1024);
    assert_int_equal(process.rss_file_bytes, 2100 * 1024);
    assert_int_equal(process.rss_shmem_bytes, UINT64_C(2092152) * 1024);
    assert_int_equal(process.vm_data_bytes, UINT64_C(4200340) * 1024);
    assert_int_equal(process.vm_stk_bytes, 132 * 1024);
    assert_int_equal(process.vm_exe_bytes, 2072 * 1024);
    assert_int_equal(process.vm_lib_bytes, 8 * 1024);
    assert_int_equal(process.vm_pte_bytes, 4236 * 1024);
    assert_int_equal(process.vm_pmd_bytes, 20 * 1024);
    assert_int_equal(process.vm_swap_bytes, UINT64_C(123456789) * 1024);
    assert_int_equal(process.hugetlb_pages_bytes, 1048576 * 1024);
    assert_int_equal(process.num_threads, 9);
    assert_int_equal(process.cpus_allowed, 6);
    assert_int_equal(process.mems_allowed, 1);
    assert_int_equal(process.voluntary_ctxt_switches, 1);
    assert_int_equal(process.nonvoluntary_ctxt_switches, UINT64_C(18446744073709551613));
    check_unknown_number(process.kthread);
    check_unknown_number(process.core_dumping);
}

/* B8.2: hardened and old kernels drop lines and add some; blank lines and empty values happen. */
static void test_status_with_other_lines(void **state)
{
    struct vmm_process process = SAMPLE_OF(STATUS, "linux-6.18-last-lines-empty");

    (void)state;
    assert_int_equal(process.state, VMM_PROCESS_STATE_TRACING_STOP);
    assert_int_equal(process.uid_real, 65534);
    assert_int_equal(process.core_dumping, 1);
    assert_int_equal(process.thp_enabled, 0);
    assert_int_equal(process.cpus_allowed, 0);
    assert_int_equal(process.mems_allowed, 9);
    assert_int_equal(process.nonvoluntary_ctxt_switches, 6);
    check_unknown_number(process.vm_rss_bytes);
    process = SAMPLE_OF(STATUS, "linux-2.6.32");
    assert_int_equal(process.state, VMM_PROCESS_STATE_DISK_SLEEP);
    assert_int_equal(process.cpus_allowed, 16);
    check_unknown_number(process.rss_anon_bytes);
    check_unknown_number(process.vm_pin_bytes);
}

static void check_lines(const struct old_format *the_format, const char *bytes, size_t length)
{
    if (is_line(current) || memchr(bytes, '\n', length) == NULL)
        return;
    check_unknown_lines(the_format, bytes, length);
    check_permutations(the_format, bytes, length, 20);
}

static void test_unknown_lines_anywhere_and_any_order_of_lines(void **state)
{
    (void)state;
    for_every_sample(check_lines);
}

static void test_keys_are_matched_whole(void **state)
{
    struct vmm_process process = unknown_process();

    (void)state;
    READ(process, STATUS,
         "Pid:\t1\nNSpid:\t2\nTracerPid:\t3\n Pid:\t4\nPid\t5\npid:\t6\nPids:\t7\nThreadss:\t8\nVmRS:\t9 kB\n"
         "VmRSSx:\t10 kB\nCpus_allowed:\t3\nCpus_allowed_lis:\tx\nnonvoluntary_ctxt_switche:\tx\n"
         "nonvoluntary_ctxt_switchesx:\tx\n");
    assert_int_equal(process.pid, 1);
    check_unknown_number(process.num_threads);
    check_unknown_number(process.vm_rss_bytes);
    check_unknown_number(process.cpus_allowed);
}

static void test_malformed_status_is_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    REFUSED(STATUS, "State:\t\n", 7);
    REFUSED(STATUS, "State:\tSS\n", 8);
    REFUSED(STATUS, "State:\tS(sleeping)\n", 8);
    REFUSED(STATUS, "Pid:\t1\nThreads:\tx\n", 16);
    REFUSED(STATUS, "Uid:\t0\t1\tx\t3\n", 9);
    REFUSED(STATUS, "Uid:\n", 5 - 1);
    REFUSED(STATUS, "VmRSS:\t    1784 KB\n", 16);
    REFUSED(STATUS, "VmRSS:\t    1784\n", 15);
    REFUSED(STATUS, "VmRSS:\t    1784 kBx\n", 18);
    REFUSED(STATUS, "Cpus_allowed_list:\t0-\n", 21);
    REFUSED(STATUS, "Cpus_allowed_list:\t3-1\n", 21);
    REFUSED(STATUS, "Cpus_allowed_list:\t0x\n", 20);
    REFUSED(STATUS, "voluntary_ctxt_switches:\t1.5\n", 26);
    REFUSED(STATUS, "voluntary_ctxt_switches:\t1", 26);
    REFUSED(STATUS, "Unknown:\t1", 10);
}

/* Meaning and unit are the same, so they feed the same members. */
static void test_what_stat_and_status_both_say(void **state)
{
    struct vmm_process of_stat = SAMPLE_OF(STAT, "linux-6.18-thread-firecracker-vcpu");
    struct vmm_process of_status = SAMPLE_OF(STATUS, "linux-6.18-thread-firecracker-vcpu");

    (void)state;
    assert_int_equal(of_stat.pid, of_status.pid);
    assert_int_equal(of_stat.state, of_status.state);
    assert_int_equal(of_stat.ppid, of_status.ppid);
    assert_int_equal(of_stat.num_threads, of_status.num_threads);
    READ(of_stat, STATUS, "State:\tD (disk sleep)\nThreads:\t77\n");
    assert_int_equal(of_stat.state, VMM_PROCESS_STATE_DISK_SLEEP);
    assert_int_equal(of_stat.num_threads, 77);
    assert_int_equal(of_stat.pid, of_status.pid);
}

/* ---- statm, io, schedstat, smaps_rollup ---- */

static void test_statm(void **state)
{
    struct vmm_process process = SAMPLE_OF(STATM, "linux-6.18-process");

    (void)state;
    assert_int_equal(process.statm_size_pages, 25203);
    assert_int_equal(process.statm_resident_pages, 10647);
    assert_int_equal(process.statm_shared_pages, 366);
    assert_int_equal(process.statm_text_pages, 1);
    assert_int_equal(process.statm_lib_pages, 0);
    assert_int_equal(process.statm_data_pages, 24666);
    assert_int_equal(process.statm_dt_pages, 0);
    process = SAMPLE_OF(STATM, "linux-6.18-large");
    assert_int_equal(process.statm_text_pages, UINT64_C(18446744073709551613));
    assert_int_equal(process.statm_data_pages, UINT64_C(4294967296));
    process = unknown_process();
    READ(process, STATM, "1 2\n");
    assert_int_equal(process.statm_resident_pages, 2);
    check_unknown_number(process.statm_shared_pages);
    READ(process, STATM, "  1\t2  3 4 5 6 7 8 9 x\n");
    assert_int_equal(process.statm_dt_pages, 7);
    REFUSED(STATM, "\n", 0);
    REFUSED(STATM, "1", 1);
    REFUSED(STATM, "1 2 3 4 5 6 7", 13);
    REFUSED(STATM, "1 2 3 4 5 6 7 ", 14);
    REFUSED(STATM, "1 2 3 4 5 6 7 8", 15);
    REFUSED(STATM, "1 2,3\n", 3);
    REFUSED(STATM, "1 (a) S\n", 2);
}

/* A34: what it kept from being written may be more than what it wrote. B8.3: blank lines. */
static void test_io(void **state)
{
    struct vmm_process process = SAMPLE_OF(IO, "linux-6.18-process");

    (void)state;
    assert_int_equal(process.rchar_bytes, 5739);
    assert_int_equal(process.wchar_bytes, 1759);
    assert_int_equal(process.syscr, 11);
    assert_int_equal(process.syscw, 3);
    assert_int_equal(process.read_bytes, 0);
    assert_int_equal(process.write_bytes, 12288);
    assert_int_equal(process.cancelled_write_bytes, 0);
    process = SAMPLE_OF(IO, "linux-6.18-busy");
    assert_int_equal(process.rchar_bytes, UINT64_C(18446744073709551613));
    assert_int_equal(process.read_bytes, 20471808);
    assert_int_equal(process.write_bytes, 4096);
    assert_int_equal(process.cancelled_write_bytes, 1048576);
    process = SAMPLE_OF(IO, "blank-lines");
    assert_int_equal(process.rchar_bytes, 5);
    assert_int_equal(process.cancelled_write_bytes, 11);
    READ(process, IO, "write_bytes: -4096\ncancelled_write_bytes:7\n");
    check_unknown_number(process.write_bytes);
    assert_int_equal(process.cancelled_write_bytes, 7);
    /* Another name with the same end, and the other way round. */
    process = unknown_process();
    READ(process, IO, "cancelled_write_bytes: 5\n");
    check_unknown_number(process.write_bytes);
    REFUSED(IO, "rchar: \n", 7);
    REFUSED(IO, "rchar: 5 kB\nwchar: 5kB\n", 20);
    REFUSED(IO, "write_bytes: --1\n", 14);
}

/* A34: a file that may not be read leaves its members unknown, which is not 0. */
static void test_io_that_may_not_be_read(void **state)
{
    struct vmm_process process = named(TEXT("firecracker"));

    (void)state;
    check_unknown_number(process.read_bytes);
    check_unknown_number(process.write_bytes);
    assert_int_equal(read_bytes(&process, VMM_PROCESS_FILE_IO, TEXT("")), VMM_E_EMPTY);
    check_unknown_number(process.read_bytes);
    assert_int_equal(process.pid, 4218);
}

static void test_schedstat(void **state)
{
    struct vmm_process process = SAMPLE_OF(SCHEDSTAT, "linux-6.18-process");

    (void)state;
    assert_int_equal(process.run_time_ns, 23505076);
    assert_int_equal(process.run_delay_ns, 190037392);
    assert_int_equal(process.timeslices, 8);
    process = SAMPLE_OF(SCHEDSTAT, "off");
    assert_int_equal(process.run_time_ns, 0);
    assert_int_equal(process.timeslices, 0);
    process = SAMPLE_OF(SCHEDSTAT, "linux-6.18-zombie");
    assert_int_equal(process.run_time_ns, 28847908);
    REFUSED(SCHEDSTAT, "1 2 3", 5);
    REFUSED(SCHEDSTAT, "1 2 -\n", 5);
    REFUSED(SCHEDSTAT, "1.5 2 3\n", 1);
}

/* B8.4: kernel threads and zombies have none; older kernels then gave an empty file. */
static void test_smaps_rollup(void **state)
{
    struct vmm_process process = SAMPLE_OF(SMAPS_ROLLUP, "linux-4.14");

    (void)state;
    assert_int_equal(process.smaps_rss_bytes, UINT64_C(2098444) * 1024);
    assert_int_equal(process.smaps_pss_bytes, UINT64_C(2097100) * 1024);
    assert_int_equal(process.smaps_shared_clean_bytes, 1500 * 1024);
    assert_int_equal(process.smaps_shared_dirty_bytes, 0);
    assert_int_equal(process.smaps_private_clean_bytes, 604 * 1024);
    assert_int_equal(process.smaps_private_dirty_bytes, UINT64_C(2096340) * 1024);
    assert_int_equal(process.smaps_referenced_bytes, UINT64_C(2090000) * 1024);
    assert_int_equal(process.smaps_anonymous_bytes, 4188 * 1024);
    assert_int_equal(process.smaps_lazy_free_bytes, 12 * 1024);
    assert_int_equal(process.smaps_anon_huge_pages_bytes, 2048 * 1024);
    assert_int_equal(process.smaps_shmem_pmd_mapped_bytes, UINT64_C(2092032) * 1024);
    assert_int_equal(process.smaps_shared_hugetlb_bytes, 16 * 1024);
    assert_int_equal(process.smaps_private_hugetlb_bytes, 1048576 * 1024);
    assert_int_equal(process.smaps_swap_bytes, 40 * 1024);
    assert_int_equal(process.smaps_swap_pss_bytes, 20 * 1024);
    assert_int_equal(process.smaps_locked_bytes, 64 * 1024);
    check_unknown_number(process.smaps_pss_dirty_bytes);
    check_unknown_number(process.smaps_ksm_bytes);
    process = SAMPLE_OF(SMAPS_ROLLUP, "linux-6.18-process");
    assert_true(process.smaps_pss_dirty_bytes != VMM_UNKNOWN && process.smaps_ksm_bytes != VMM_UNKNOWN);
    assert_int_equal(process.smaps_pss_bytes / 4096 <= process.smaps_rss_bytes / 4096, 1);
    /* Line by line: a file of each mapping has the same keys, and the last would count. */
    assert_int_equal(
        read_bytes(&process, VMM_PROCESS_FILE_SMAPS_ROLLUP, TEXT("558c7908e000-7ffdfb54e000 ---p [rollup]\n")),
        VMM_E_EMPTY);
    check_unknown_number(process.smaps_rss_bytes);
}

/* ---- any text ---- */

static void add_random_number(struct builder *builder)
{
    static const char *const odd[] = {"-1",
                                      "-",
                                      "x",
                                      "",
                                      "18446744073709551615",
                                      "18446744073709551614",
                                      "18446744073709551613",
                                      "99999999999999999999999",
                                      "1.5",
                                      "0x1",
                                      "-0",
                                      "007"};

    if (chance_of(4))
        builder_print(builder, "%s", odd[chance_below(COUNT_OF(odd))]);
    else
        builder_print(builder, "%" PRIu64, chance_number());
}

static void add_random_line(struct builder *builder, uint32_t id)
{
    static const char name_bytes[] = "ab) (\n\tS 1)";
    static const char *const names[] = {"fc_vcpu 0", "vcpu12", "CPU 3/KVM", "CPU 4/TCG", "firecracker"};
    size_t columns = chance_of(70) ? files[id - 1].count : chance_below(56);

    if (id == VMM_PROCESS_FILE_STAT) {
        add_random_number(builder);
        builder_print(builder, chance_of(97) ? " (" : "(");
        if (chance_of(30))
            builder_print(builder, "%s", names[chance_below(COUNT_OF(names))]);
        for (size_t i = chance_of(50) ? chance_below(8) : chance_below(70); i != 0; i--)
            builder_add(builder, &name_bytes[chance_below(sizeof name_bytes - 1)], 1);
        builder_print(builder, chance_of(97) ? ") " : ")");
        builder_add(builder, &"RSDTtZXIPKWxq?"[chance_below(14)], 1);
    }
    for (size_t i = 0; i < columns; i++) {
        if (i != 0 || id == VMM_PROCESS_FILE_STAT)
            builder_print(builder, "%s", chance_of(98) ? " " : chance_of(50) ? "\t" : "  ");
        add_random_number(builder);
    }
    builder_print(builder, "%s", chance_of(95) ? "\n" : chance_of(50) ? " \n" : "");
}

static void add_random_key(struct builder *builder, const struct file *file)
{
    const struct part *part = &file->parts[chance_below(file->count)];

    if (chance_of(90))
        builder_print(builder, "%s", part->key);
    else
        builder_add(builder, part->key, chance_below(strlen(part->key) + 1));
    builder_print(builder, "%s", chance_of(60) ? "\t" : chance_of(50) ? "        " : "");
    for (unsigned i = 0; i < part->count + (unsigned)chance_of(5); i++) {
        if (part->form == STATE && chance_of(90))
            builder_print(builder, "S (sleeping)");
        else
            add_random_number(builder);
        if (part->form == LIST && chance_of(50))
            builder_print(builder, "-%" PRIu64 ",%" PRIu64, chance_number(), chance_number());
        if (part->count > 1)
            builder_print(builder, "\t");
    }
    builder_print(builder, "%s", part->form != KB ? "\n" : chance_of(96) ? " kB\n" : " KB\n");
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0()-0123456789SkBZ:\x7f\x80\xff";
    struct arena arena = arena_new(16384);
    struct builder builder = {NULL, 0, 0};
    unsigned seen[3] = {0};

    (void)state;
    chance_seed(88);
    for (unsigned time = 0, rounds = chance_rounds(60000); time < rounds; time++) {
        uint32_t id = 1 + (uint32_t)chance_below(FILES);
        uint64_t words[sizeof(struct vmm_process) / sizeof(uint64_t)];

        about(chance_of(50) ? VMM_PROCESS_FILE_STAT : id);
        builder.length = 0;
        builder_add(&builder, "", 0);
        if (is_line(current))
            add_random_line(&builder, current->id);
        else
            for (size_t lines = chance_below(12); lines != 0; lines--)
                add_random_key(&builder, current);
        if (builder.length != 0 && chance_of(10))
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (builder.length != 0 && chance_of(10))
            builder.length = chance_below(builder.length);
        check_text(&format, &arena, builder.bytes, builder.length);
        switch (expect_current(builder.bytes, builder.length, words).status) {
        case VMM_OK:
            seen[0]++;
            break;
        case VMM_E_SYNTAX:
            seen[1]++;
            break;
        default:
            seen[2]++;
            break;
        }
    }
    /* Each was met. */
    assert_true(seen[0] > chance_rounds(6000) && seen[1] > chance_rounds(6000) && seen[2] > chance_rounds(3000));
    builder_free(&builder);
    arena_free(&arena);
}

static void test_numbers_of_every_length_at_every_distance_from_the_end(void **state)
{
    struct arena arena = arena_new(512);

    (void)state;
    for (unsigned column = 30; column <= 49; column++) {
        for (unsigned digits = 0; digits <= 24; digits++) {
            struct builder builder = {NULL, 0, 0};

            about(VMM_PROCESS_FILE_STAT);
            builder_print(&builder, "1 (a) S");
            for (unsigned i = 1; i < column; i++)
                builder_print(&builder, " %u", i % 10);
            builder_print(&builder, " ");
            for (unsigned i = 0; i < digits; i++)
                builder_add(&builder, &"9182736450"[i % 10], 1);
            builder_print(&builder, " 77\n");
            check_text(&format, &arena, builder.bytes, builder.length);
            check_text(&format, &arena, builder.bytes, builder.length - 1);
            builder.bytes[builder.length - 4] = '\n';
            check_text(&format, &arena, builder.bytes, builder.length - 3);
            about(VMM_PROCESS_FILE_STATM);
            check_text(&format, &arena, builder.bytes + 8, builder.length - 11);
            builder_free(&builder);
        }
    }
    arena_free(&arena);
}

/* ---- input and output ---- */

static void test_a_line_is_taken_and_no_more(void **state)
{
    static const char two[] = "1 2 3\n4 5 6\n";
    struct vmm_text text = vmm_text_of(two, sizeof two - 1);
    struct vmm_process process = unknown_process();

    (void)state;
    assert_int_equal(vmm_process_read(VMM_PROCESS_FILE_SCHEDSTAT, &text, &process, sizeof process), VMM_OK);
    assert_ptr_equal(text.pos, two + 6);
    assert_int_equal(process.run_time_ns, 1);
    assert_int_equal(vmm_process_read(VMM_PROCESS_FILE_SCHEDSTAT, &text, &process, sizeof process), VMM_OK);
    assert_ptr_equal(text.pos, two + 12);
    assert_int_equal(process.run_time_ns, 4);
    assert_int_equal(vmm_process_read(VMM_PROCESS_FILE_SCHEDSTAT, &text, &process, sizeof process), VMM_E_EMPTY);
}

static void check_sizes(uint32_t id, const char *bytes, size_t length)
{
    struct record whole;
    const unsigned char *wanted = (const unsigned char *)whole.words;
    struct outcome outcome;

    about(id);
    outcome = run(&format, bytes, length, &whole, format.bytes);
    for (size_t size = 0; size <= format.bytes * 2; size++) {
        size_t valid = size < format.bytes ? size : format.bytes;
        size_t members = valid / 8 * 8, end = AT(comm) + NAME;
        struct record record;
        const unsigned char *got = (const unsigned char *)record.words;
        struct outcome sized = run(&format, bytes, length, &record, size);

        if (size < 8) {
            assert_int_equal(sized.status, VMM_E_ARGUMENT);
            check_bytes(got, sizeof record, 0x5a);
            continue;
        }
        assert_int_equal(sized.status, outcome.status);
        assert_int_equal(sized.pos, outcome.pos);
        assert_int_equal(sized.error, outcome.error);
        assert_int_equal(record.words[0], valid);
        /* A name is there in whole or not at all. */
        if (valid < end && members > AT(comm))
            members = AT(comm);
        assert_memory_equal(got + 8, wanted + 8, members - 8);
        check_bytes(got + members, sizeof record - members, 0x5a);
    }
}

static void test_outputs_of_every_size(void **state)
{
    struct builder builder = stat_of(TEXT("fc_vcpu 5"), rest);

    (void)state;
    check_sizes(VMM_PROCESS_FILE_STAT, builder.bytes, builder.length);
    check_sizes(VMM_PROCESS_FILE_STAT, builder.bytes, builder.length - 1);
    check_sizes(VMM_PROCESS_FILE_STAT, TEXT(""));
    check_sizes(VMM_PROCESS_FILE_STATM, TEXT("1 2 3 4 5 6 7\n"));
    check_sizes(VMM_PROCESS_FILE_STATM, TEXT("1 2 3 4\n"));
    check_sizes(VMM_PROCESS_FILE_STATM, TEXT("1 2 x 4\n"));
    check_sizes(VMM_PROCESS_FILE_SCHEDSTAT, TEXT("1 2 3\n"));
    check_sizes(VMM_PROCESS_FILE_STATUS, TEXT("State:\tS (sleeping)\nPid:\t7\nUid:\t1\t2\t3\t4\nVmPMD:\t8 kB\n"));
    check_sizes(VMM_PROCESS_FILE_STATUS, TEXT("State:\tS (sleeping)\nPid:\tx\n"));
    check_sizes(VMM_PROCESS_FILE_IO, TEXT("rchar: 1\ncancelled_write_bytes: 2\n"));
    check_sizes(VMM_PROCESS_FILE_SMAPS_ROLLUP, TEXT("Rss:                1768 kB\nLocked:                1 kB\n"));
    builder_free(&builder);
}

static void test_arguments(void **state)
{
    static const uint32_t none[] = {0, FILES + 1, 255, 65536, UINT32_MAX};
    struct record record, untouched;
    struct vmm_process *process = (struct vmm_process *)(void *)record.words;

    (void)state;
    memset(&untouched, 0x5a, sizeof untouched);
    memset(&record, 0x5a, sizeof record);
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        struct vmm_text text = vmm_text_of(TEXT("1 2 3\n"));

        assert_int_equal(vmm_process_read(none[i], &text, process, sizeof *process), VMM_E_ARGUMENT);
        assert_null(text.error);
        assert_int_equal(text.end - text.pos, 6);
    }
    for (uint32_t id = 1; id <= FILES; id++) {
        struct vmm_text text = vmm_text_of(TEXT("1 2 3\n")), wrong = text;

        assert_int_equal(vmm_process_read(id, NULL, process, sizeof *process), VMM_E_ARGUMENT);
        assert_int_equal(vmm_process_read(id, &text, NULL, sizeof *process), VMM_E_ARGUMENT);
        assert_int_equal(vmm_process_read(id, &text, process, 7), VMM_E_ARGUMENT);
        wrong.pos = wrong.end + 1;
        assert_int_equal(vmm_process_read(id, &wrong, process, sizeof *process), VMM_E_ARGUMENT);
        wrong.pos = NULL;
        assert_int_equal(vmm_process_read(id, &wrong, process, sizeof *process), VMM_E_ARGUMENT);
        assert_int_equal(text.end - text.pos, 6);
    }
    assert_memory_equal(&record, &untouched, sizeof record);
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    for_every_sample(check_input_is_read_only);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_lists_above_have_all_files_and_members),
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_every_sample_read_as_each_other_file),
        cmocka_unit_test(test_a_cut_is_seen),
        cmocka_unit_test(test_every_byte_of_usual_files_replaced_by_every_other),
        cmocka_unit_test(test_empty_files),
        cmocka_unit_test(test_an_error_in_one_file_leaves_the_others),
        cmocka_unit_test(test_every_field_of_stat),
        cmocka_unit_test(test_names_that_hold_anything),
        cmocka_unit_test(test_names_of_every_length),
        cmocka_unit_test(test_a_name_that_was_cut_is_no_line),
        cmocka_unit_test(test_virtual_cpus_are_told_by_their_names),
        cmocka_unit_test(test_states),
        cmocka_unit_test(test_lines_of_every_number_of_fields),
        cmocka_unit_test(test_samples_of_old_kernels),
        cmocka_unit_test(test_sample_of_a_future_kernel),
        cmocka_unit_test(test_sample_of_a_process),
        cmocka_unit_test(test_samples_of_threads),
        cmocka_unit_test(test_sample_of_a_zombie),
        cmocka_unit_test(test_sample_of_an_exited_main_thread),
        cmocka_unit_test(test_samples_of_kernel_threads),
        cmocka_unit_test(test_sample_with_extreme_numbers),
        cmocka_unit_test(test_sample_of_a_32_bit_kernel),
        cmocka_unit_test(test_limits_of_resident_memory),
        cmocka_unit_test(test_malformed_lines_of_stat_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_sample_of_status),
        cmocka_unit_test(test_sample_of_status_of_4_9),
        cmocka_unit_test(test_status_with_other_lines),
        cmocka_unit_test(test_unknown_lines_anywhere_and_any_order_of_lines),
        cmocka_unit_test(test_keys_are_matched_whole),
        cmocka_unit_test(test_malformed_status_is_refused_at_the_wrong_byte),
        cmocka_unit_test(test_what_stat_and_status_both_say),
        cmocka_unit_test(test_statm),
        cmocka_unit_test(test_io),
        cmocka_unit_test(test_io_that_may_not_be_read),
        cmocka_unit_test(test_schedstat),
        cmocka_unit_test(test_smaps_rollup),
        cmocka_unit_test(test_random_texts_against_the_reference),
        cmocka_unit_test(test_numbers_of_every_length_at_every_distance_from_the_end),
        cmocka_unit_test(test_a_line_is_taken_and_no_more),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
