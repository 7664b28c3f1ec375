/*
 * The files of /proc/PID against a reference parser. The first byte of the input says which file it is, the rest is the
 * file.
 */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

/* ---- reference ---- */

enum form { NUMBER, SIGNED, LIMIT, KB, LIST, STATE };

/* A member, by the key of its line or by its place in the line. */
struct part {
    const char *key;
    size_t offset;
    enum form form;
    unsigned values;
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

enum { FILES = 6, ROOM = sizeof(((struct vmm_process *)NULL)->comm) };

#define PARTS(parts) parts, sizeof(parts) / sizeof(parts)[0]

/* Of a file of one line, so many columns must be there. */
static const struct file {
    const struct part *parts;
    unsigned count;
    unsigned least;
} files[FILES + 1] = {
    [VMM_PROCESS_FILE_STAT] = {PARTS(stat_parts), 30},
    [VMM_PROCESS_FILE_STATUS] = {PARTS(status_parts), 0},
    [VMM_PROCESS_FILE_STATM] = {PARTS(statm_parts), 1},
    [VMM_PROCESS_FILE_IO] = {PARTS(io_parts), 0},
    [VMM_PROCESS_FILE_SCHEDSTAT] = {PARTS(schedstat_parts), 1},
    [VMM_PROCESS_FILE_SMAPS_ROLLUP] = {PARTS(smaps_rollup_parts), 0},
};

static const char letters[] = "RSDTtZXIPKW";

/* The file that this input is about. */
static unsigned id;

static bool take_char(const char *bytes, size_t length, size_t *at, char c)
{
    if (*at == length || bytes[*at] != c)
        return false;
    ++*at;
    return true;
}

static bool ends_value(const char *bytes, size_t length, size_t at)
{
    return at < length && (bytes[at] == '\n' || ref_blank(bytes[at]));
}

static size_t behind_blanks(const char *bytes, size_t length, size_t at)
{
    while (at < length && ref_blank(bytes[at]))
        at++;
    return at;
}

static bool take_list(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    bool fits = true;

    *value = 0;
    if (*at == length || bytes[*at] == '\n')
        return true;
    do {
        uint64_t first, last;

        if (!ref_number(bytes, length, at, &first))
            return false;
        last = first;
        if (take_char(bytes, length, at, '-')) {
            size_t second = *at;

            if (!ref_number(bytes, length, at, &last))
                return false;
            if (last < first) {
                *at = second;
                return false;
            }
        }
        fits = fits && last != VMM_UNKNOWN && last - first < VMM_UNLIMITED - 1 - *value;
        if (fits)
            *value += last - first + 1;
    } while (take_char(bytes, length, at, ','));
    if (!fits)
        *value = VMM_UNKNOWN;
    return true;
}

static bool take_signed(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    bool negative = take_char(bytes, length, at, '-');
    double number;

    if (*at == length || bytes[*at] < '0' || bytes[*at] > '9')
        return false;
    ref_number(bytes, length, at, value);
    if (*value == VMM_UNKNOWN)
        return true;
    number = (double)*value;
    if (negative)
        number = -number;
    memcpy(value, &number, sizeof number);
    return true;
}

static bool take_state(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    if (*at == length || ends_value(bytes, length, *at))
        return false;
    *value = bytes[*at] == 'x' ? VMM_PROCESS_STATE_DEAD : VMM_UNKNOWN;
    for (unsigned i = 0; i < sizeof letters - 1; i++)
        if (bytes[*at] == letters[i])
            *value = i + 1;
    ++*at;
    return true;
}

static bool take(enum form form, const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    size_t first = *at;

    if (form == LIST)
        return take_list(bytes, length, at, value);
    if (form == SIGNED)
        return take_signed(bytes, length, at, value);
    if (form == STATE)
        return take_state(bytes, length, at, value);
    if (!ref_number(bytes, length, at, value))
        return false;
    if (form == LIMIT && *at - first == 20 && memcmp(bytes + first, "18446744073709551615", 20) == 0)
        *value = VMM_UNLIMITED;
    if (form == KB)
        *value = *value > (VMM_UNLIMITED - 1) / 1024 ? VMM_UNKNOWN : *value * 1024;
    return form != KB || (take_char(bytes, length, at, ' ') && take_char(bytes, length, at, 'k') &&
                          take_char(bytes, length, at, 'B'));
}

static struct outcome wrong(const char *bytes, size_t length, size_t error)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                              error};
    return outcome;
}

/* The virtual CPU that a name tells: the name must be what some VMM prints for that number. */
static uint64_t vcpu_of(const char *name)
{
    static const char *const forms[][2] = {
        {"fc_vcpu ", ""}, {"vcpu", ""}, {"CPU ", "/KVM"}, {"CPU ", "/TCG"}, {"CPU ", "/MSHV"}};

    for (unsigned i = 0; i < sizeof forms / sizeof forms[0]; i++) {
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
    char name[ROOM] = "";
    size_t first, close = NOWHERE;
    uint64_t value;

    if (!ref_number(bytes, length, at, &value))
        return false;
    ref_store(out, size, AT(pid), value);
    if (*at == length || !ref_blank(bytes[*at]))
        return false;
    *at = behind_blanks(bytes, length, *at);
    if (!take_char(bytes, length, at, '('))
        return false;
    first = *at;
    for (size_t i = first; i < length && i < first + 72; i++)
        if (bytes[i] == ')')
            close = i;
    if (close == NOWHERE || close - first >= ROOM) {
        *at = length - first < ROOM ? length : first + ROOM - 1;
        return false;
    }
    memcpy(name, bytes + first, close - first);
    if (size >= AT(comm) + ROOM)
        memcpy((char *)out + AT(comm), name, ROOM);
    ref_store(out, size, AT(vcpu), vcpu_of(name));
    *at = close + 1;
    if (*at == length || !ref_blank(bytes[*at]))
        return false;
    *at = behind_blanks(bytes, length, *at);
    if (!take_state(bytes, length, at, &value) || !ends_value(bytes, length, *at))
        return false;
    ref_store(out, size, AT(state), value);
    return true;
}

static struct outcome line_reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};

    if (at == length)
        return outcome;
    if (id == VMM_PROCESS_FILE_STAT && !take_head(bytes, length, &at, out, size))
        return wrong(bytes, length, at);
    for (unsigned i = 0; i < files[id].count; i++) {
        const struct part *part = &files[id].parts[i];
        uint64_t value = VMM_UNKNOWN;

        at = behind_blanks(bytes, length, at);
        if (i >= files[id].least && at < length && bytes[at] == '\n')
            break;
        if (!take(part->form, bytes, length, &at, &value) || !ends_value(bytes, length, at))
            return wrong(bytes, length, at);
        ref_store(out, size, part->offset, value);
    }
    outcome.pos = ref_next_line(bytes, length, at);
    if (bytes[outcome.pos - 1] != '\n')
        return wrong(bytes, length, length);
    outcome.status = VMM_OK;
    return outcome;
}

static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};

    if (files[id].least != 0)
        return line_reference(bytes, length, at, out, size);
    while (at < length) {
        for (unsigned i = 0; i < files[id].count; i++) {
            const struct part *part = &files[id].parts[i];
            size_t key_length = strlen(part->key);

            if (length - at < key_length || memcmp(bytes + at, part->key, key_length) != 0)
                continue;
            at += key_length;
            for (unsigned k = 0; k < part->values; k++) {
                uint64_t value;

                at = behind_blanks(bytes, length, at);
                if (k > 0 && at < length && bytes[at] == '\n')
                    break;
                if (!take(part->form, bytes, length, &at, &value) || !ends_value(bytes, length, at))
                    return wrong(bytes, length, at);
                ref_store(out, size, part->offset + 8 * k, value);
            }
            outcome.status = VMM_OK;
            break;
        }
        at = ref_next_line(bytes, length, at);
        if (bytes[at - 1] != '\n')
            return wrong(bytes, length, length);
    }
    return outcome;
}

/* ---- the library ---- */

/* An unknown name is "", where all else that is unknown is all ones; made alike for the shared checks. */
static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    static const char none[ROOM];
    vmm_status status = vmm_record_init(VMM_RECORD_PROCESS, out, out_size);

    if (status == VMM_OK)
        status = vmm_process_read(id, text, out, out_size);
    else
        CHECK(vmm_process_read(id, text, out, out_size) == status);
    if (out_size >= AT(comm) + ROOM && (status != VMM_OK || id != VMM_PROCESS_FILE_STAT)) {
        CHECK(memcmp((char *)out + AT(comm), none, ROOM) == 0);
        memset((char *)out + AT(comm), 0xff, ROOM);
    }
    return status;
}

static bool feeds(size_t offset)
{
    for (unsigned i = 0; i < files[id].count; i++)
        if (offset >= files[id].parts[i].offset && offset < files[id].parts[i].offset + 8 * files[id].parts[i].values)
            return true;
    return id == VMM_PROCESS_FILE_STAT && offset < AT(ppid);
}

/* A record that holds something has it still, but for the members that the file feeds. */
static void check_others_stay(struct piece text, struct outcome outcome, const struct vmm_process *record)
{
    enum { OLD = 0x5a5a };
    uint64_t words[sizeof *record / 8], fresh[sizeof *record / 8];
    struct vmm_text view = vmm_text_of(text.bytes, text.length);

    for (size_t i = 0; i < sizeof words / 8; i++)
        words[i] = OLD;
    memcpy(fresh, record, sizeof fresh);
    if (id == VMM_PROCESS_FILE_STAT && outcome.status != VMM_OK)
        memset(&fresh[AT(comm) / 8], 0, ROOM);
    CHECK(vmm_process_read(id, &view, (struct vmm_process *)(void *)words, sizeof words) == outcome.status);
    CHECK(words[0] == sizeof words);
    for (size_t i = 1; i < sizeof words / 8; i++) {
        if (!feeds(i * 8))
            CHECK(words[i] == OLD);
        else if (words[i] == OLD && fresh[i] != OLD)
            CHECK(files[id].least == 0 && outcome.status == VMM_OK && fresh[i] == VMM_UNKNOWN);
        else
            CHECK(words[i] == fresh[i]);
    }
}

static struct outcome check(struct piece text, struct vmm_process *out)
{
    struct outcome outcome = fuzz_check(parse, reference, text, 0, out, sizeof *out, sizeof *out);

    if (text.length != 0 && memchr(text.bytes, '\n', text.length) == NULL)
        CHECK(outcome.status == VMM_E_TRUNCATED || outcome.status == VMM_E_SYNTAX);
    return outcome;
}

/* Bit by bit, so that NaN is NaN. */
static bool is_same(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(struct vmm_process)) == 0;
}

/* A value, printed as the kernel would, or -1 where it is unknown. */
static int print_value(char *text, size_t room, enum form form, uint64_t bits)
{
    unsigned long long value = bits;
    double number;

    if (form == SIGNED) {
        memcpy(&number, &bits, sizeof number);
        return snprintf(text, room, "%.0f", number > -1e15 && number < 1e15 ? number : 0);
    }
    if (form == LIMIT && bits == VMM_UNLIMITED)
        return snprintf(text, room, "18446744073709551615");
    if (bits == VMM_UNKNOWN)
        return snprintf(text, room, "-1");
    if (form == STATE)
        return snprintf(text, room, "%c (words)", letters[value - 1]);
    if (form == KB)
        return snprintf(text, room, "%8llu kB", value / 1024);
    if (form == LIST)
        return value == 0 ? snprintf(text, room, " ") : snprintf(text, room, "0-%llu", value - 1);
    return snprintf(text, room, "%llu", value);
}

/* A record, printed, reads as the same record. */
static void check_printed(const struct vmm_process *record)
{
    uint64_t words[sizeof *record / 8], wanted[sizeof *record / 8], got[sizeof *record / 8];
    char text[5000];
    struct vmm_process again;
    struct piece piece;
    size_t length = 0, name_length = 0;

    memcpy(words, record, sizeof words);
    if (id == VMM_PROCESS_FILE_STAT) {
        length = (size_t)snprintf(text, sizeof text, "%lld (",
                                  record->pid == VMM_UNKNOWN ? -1 : (long long)(record->pid >> 1));
        /* No name of the kernel's has a NUL in it, but an input may. */
        for (size_t i = 0; i < ROOM; i++)
            if (record->comm[i] != '\0')
                name_length = i + 1;
        memcpy(text + length, record->comm, name_length);
        length += name_length;
        length += (size_t)snprintf(text + length, sizeof text - length, ") %c",
                                   record->state == VMM_UNKNOWN ? '?' : letters[record->state - 1]);
    }
    for (unsigned i = 0; i < files[id].count; i++) {
        const struct part *part = &files[id].parts[i];
        bool is_known = false;

        for (unsigned k = 0; k < part->values; k++)
            is_known = is_known || words[part->offset / 8 + k] != VMM_UNKNOWN;
        /* What is not printed in a file of keys stays unknown. */
        if (part->key != NULL && !is_known)
            continue;
        if (part->key != NULL)
            length += (size_t)snprintf(text + length, sizeof text - length, "%s\t", part->key);
        for (unsigned k = 0; k < part->values; k++) {
            if (part->key == NULL && length != 0)
                text[length++] = ' ';
            if (k != 0)
                text[length++] = '\t';
            length += (size_t)print_value(text + length, sizeof text - length, part->form, words[part->offset / 8 + k]);
        }
        if (part->key != NULL)
            text[length++] = '\n';
    }
    if (files[id].least != 0)
        text[length++] = '\n';
    if (length == 0)
        return;
    piece = fuzz_copy(text, length);
    CHECK(check(piece, &again).status == VMM_OK);
    memcpy(wanted, record, sizeof wanted);
    memcpy(got, &again, sizeof got);
    for (size_t i = 0; i < sizeof got / 8; i++) {
        double number;

        /* Not printed as they were: numbers that are halved above, or too large for the print. */
        if (id == VMM_PROCESS_FILE_STAT && i * 8 == AT(pid)) {
            CHECK(got[i] == (wanted[i] == VMM_UNKNOWN ? VMM_UNKNOWN : wanted[i] >> 1));
            continue;
        }
        memcpy(&number, &wanted[i], sizeof number);
        if (id == VMM_PROCESS_FILE_STAT && (i * 8 == AT(priority) || i * 8 == AT(nice) || i * 8 == AT(exit_signal)) &&
            !(number > -1e15 && number < 1e15))
            continue;
        CHECK(got[i] == wanted[i]);
    }
    fuzz_free(piece);
}

/* Lines that nobody knows change nothing, and move the place of an error by their length. */
static void check_unknown_lines(struct piece text, struct outcome before, const struct vmm_process *record)
{
    static const char *const lines[] = {"\n",
                                        "Name:\tx\n",
                                        "NSpid:\t1\t2\n",
                                        "Threads \t5\n",
                                        " Pid:\t5\n",
                                        "Cpus_allowed:\tff\n",
                                        "x86_Thread_features:\t\n",
                                        "VmRSSx:\tx\n",
                                        "rchars: x\n",
                                        "558c7908e000-7ffdfb54e000 ---p 00000000 00:00 0 [rollup]\n",
                                        "Private:   5 KB\n",
                                        "nonvoluntary_ctxt_switchesx:\n"};
    struct vmm_process again;
    struct outcome after;
    size_t at = before.error;
    struct piece more = fuzz_insert_unknown(text.bytes, text.length, lines, sizeof lines / sizeof lines[0], &at);

    after = check(more, &again);
    CHECK(after.status == before.status);
    CHECK(is_same(&again, record));
    if (before.error != NOWHERE)
        CHECK(after.error == before.error + at);
    fuzz_free(more);
}

/* Lines in another order say the same. */
static void check_permuted(struct piece text, const struct vmm_process *record)
{
    struct vmm_process again;
    struct piece permuted;

    if (!fuzz_permute_lines(text.bytes, text.length, ":\n", &permuted))
        return;
    CHECK(check(permuted, &again).status == VMM_OK);
    CHECK(is_same(&again, record));
    fuzz_free(permuted);
}

/* There are no such files. */
static void check_no_file(uint32_t none, struct piece text)
{
    struct vmm_process record, untouched;
    struct vmm_text view = vmm_text_of(text.bytes, text.length);
    const char *start = view.pos;

    memset(&record, 0x5a, sizeof record);
    memset(&untouched, 0x5a, sizeof untouched);
    CHECK(vmm_process_read(none, &view, &record, sizeof record) == VMM_E_ARGUMENT);
    CHECK(view.pos == start && view.error == NULL);
    CHECK(is_same(&record, &untouched));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes;
    struct vmm_process record;
    struct outcome outcome;
    struct piece text;
    size_t length = 0, out_size;
    unsigned index = 0;

    if (size == 0)
        return 0;
    bytes = (const char *)data + 1;
    size--;
    text = fuzz_copy(bytes, size);
    id = data[0];
    if (id == 0 || id > FILES) {
        check_no_file(id, text);
        check_no_file(UINT32_MAX - id, text);
        fuzz_free(text);
        return 0;
    }
    outcome = check(text, &record);
    check_others_stay(text, outcome, &record);
    while (fuzz_next_size(bytes, size, sizeof record, &index, &out_size))
        fuzz_check(parse, reference, text, 0, NULL, sizeof record, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);
        struct vmm_process of_prefix;
        check(prefix, &of_prefix);
        fuzz_free(prefix);
    }
    if (files[id].least == 0)
        check_unknown_lines(text, outcome, &record);
    if (outcome.status == VMM_OK && files[id].least == 0)
        check_permuted(text, &record);
    if (outcome.status == VMM_OK)
        check_printed(&record);
    fuzz_free(text);
    return 0;
}
