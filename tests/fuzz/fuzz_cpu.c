/*
 * /proc/stat against a reference parser: CPU rows, then the counters on the rest, and the counters on the whole. The
 * input is the file.
 */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

static const struct ref_key keys[] = {
    {"intr", offsetof(struct vmm_stat, intr), 1, false},
    {"ctxt", offsetof(struct vmm_stat, ctxt), 1, false},
    {"btime", offsetof(struct vmm_stat, btime_seconds), 1, false},
    {"processes", offsetof(struct vmm_stat, processes), 1, false},
    {"procs_running", offsetof(struct vmm_stat, procs_running), 1, false},
    {"procs_blocked", offsetof(struct vmm_stat, procs_blocked), 1, false},
    {"softirq", offsetof(struct vmm_stat, softirq), 11, false},
};
enum { KEYS = sizeof keys / sizeof keys[0] };

/* ---- reference ---- */

static bool same(const char *bytes, size_t length, size_t at, const char *word)
{
    return length - at >= strlen(word) && memcmp(bytes + at, word, strlen(word)) == 0;
}

static struct outcome row_error(const char *bytes, size_t length, size_t error)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                              error};
    return outcome;
}

static struct outcome reference_row(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome none = {VMM_END, at, NOWHERE}, outcome = {VMM_OK, 0, NOWHERE};
    uint64_t id = VMM_UNKNOWN;

    /* Less than `cpu` and one byte more may have been a row before it was cut. */
    if (at == length)
        return none;
    if (length - at < 4 && memcmp(bytes + at, "cpu", length - at) == 0)
        return row_error(bytes, length, length);
    if (!same(bytes, length, at, "cpu"))
        return none;
    at += 3;
    if (!ref_blank(bytes[at])) {
        size_t number = at;

        if (bytes[at] == '-' || !ref_number(bytes, length, &at, &id))
            return none;
        /* An id that does not fit must not become that of the total. */
        if (id == VMM_UNKNOWN)
            return row_error(bytes, length, number);
        if (at == length || !ref_blank(bytes[at]))
            return row_error(bytes, length, at);
    }
    ref_store(out, size, offsetof(struct vmm_cpu, id), id);
    for (size_t column = 0; column < 10; column++) {
        size_t offset = offsetof(struct vmm_cpu, user_ticks) + 8 * column;
        uint64_t value;

        /* What the caller's record does not have is not looked at. */
        if (offset + 8 > size)
            break;
        while (at < length && ref_blank(bytes[at]))
            at++;
        if (column > 0 && at < length && bytes[at] == '\n')
            break;
        if (!ref_number(bytes, length, &at, &value))
            return row_error(bytes, length, at);
        if (at == length || !(bytes[at] == '\n' || ref_blank(bytes[at])))
            return row_error(bytes, length, at);
        ref_store(out, size, offset, value);
    }
    outcome.pos = ref_next_line(bytes, length, at);
    if (bytes[outcome.pos - 1] != '\n')
        return row_error(bytes, length, length);
    return outcome;
}

static struct outcome reference_stat(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    while (same(bytes, length, at, "cpu")) {
        at = ref_next_line(bytes, length, at);
        if (bytes[at - 1] != '\n')
            return row_error(bytes, length, length);
    }
    return ref_keys(bytes, length, at, ' ', keys, KEYS, out, size);
}

/* ---- the library ---- */

static vmm_status next_row(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_cpu_next(text, out, out_size);
}

static vmm_status parse_stat(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_stat_parse(text, out, out_size);
}

/* A row, printed as the kernel would, reads as the same row. */
static void check_printed_row(const struct vmm_cpu *row)
{
    const uint64_t *columns = &row->user_ticks;
    char text[400];
    struct vmm_cpu again;
    struct piece piece;
    int length, count = 10;

    while (count > 0 && columns[count - 1] == VMM_UNKNOWN)
        count--;
    if (count == 0)
        return;
    length = row->id == VMM_UNKNOWN ? snprintf(text, sizeof text, "cpu ")
                                    : snprintf(text, sizeof text, "cpu%llu", (unsigned long long)row->id);
    for (int i = 0; i < count; i++)
        length += snprintf(text + length, sizeof text - (size_t)length, " %llu", (unsigned long long)columns[i]);
    text[length++] = '\n';
    piece = fuzz_copy(text, (size_t)length);
    CHECK(fuzz_check(next_row, reference_row, piece, 0, &again, sizeof again, sizeof again).status == VMM_OK);
    CHECK(memcmp(&again, row, sizeof again) == 0);
    fuzz_free(piece);
}

static void check_printed_stat(const struct vmm_stat *record)
{
    static const char *const names[] = {"intr", "ctxt", "btime", "processes", "procs_running", "procs_blocked"};
    const uint64_t *members = &record->intr;
    char text[800];
    struct vmm_stat again;
    struct piece piece;
    int length = 0, softirqs = 11;

    while (softirqs > 0 && members[6 + softirqs - 1] == VMM_UNKNOWN)
        softirqs--;
    for (int i = 0; i < 6; i++)
        if (members[i] != VMM_UNKNOWN)
            length += snprintf(text + length, sizeof text - (size_t)length, "%s %llu%s\n", names[i],
                               (unsigned long long)members[i], i == 0 ? " 0 0 9 0 0" : "");
    if (softirqs > 0) {
        length += snprintf(text + length, sizeof text - (size_t)length, "softirq");
        for (int i = 0; i < softirqs; i++)
            length +=
                snprintf(text + length, sizeof text - (size_t)length, " %llu", (unsigned long long)members[6 + i]);
        length += snprintf(text + length, sizeof text - (size_t)length, "\n");
    }
    if (length == 0)
        return;
    piece = fuzz_copy(text, (size_t)length);
    CHECK(fuzz_check(parse_stat, reference_stat, piece, 0, &again, sizeof again, sizeof again).status == VMM_OK);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    fuzz_free(piece);
}

/* All rows with records of this size. Returns where they end. */
static size_t check_rows(struct piece text, size_t row_size)
{
    size_t at = 0;

    for (;;) {
        struct vmm_cpu row;
        struct outcome outcome = fuzz_check(next_row, reference_row, text, at, &row, sizeof row, row_size);

        if (outcome.status == VMM_END || outcome.status == VMM_E_ARGUMENT) {
            CHECK(outcome.pos == at);
            return at;
        }
        CHECK(outcome.pos > at);
        if (outcome.status == VMM_OK && row_size >= sizeof row)
            check_printed_row(&row);
        at = outcome.pos;
    }
}

static struct outcome check_stat(struct piece text, size_t at, struct vmm_stat *out)
{
    struct outcome outcome = fuzz_check(parse_stat, reference_stat, text, at, out, sizeof *out, sizeof *out);

    if (text.length != at && text.bytes[text.length - 1] != '\n')
        CHECK(outcome.status == VMM_E_TRUNCATED || outcome.status == VMM_E_SYNTAX);
    return outcome;
}

/* Lines that nobody knows change nothing in the counters, and move the place of an error by their length. */
static void check_unknown_lines(struct piece text, struct outcome before, const struct vmm_stat *record)
{
    static const char *const lines[] = {"\n",
                                        "page 5741 1808\n",
                                        "swap 1 0\n",
                                        "intrs 5\n",
                                        "ctxt\t5\n",
                                        "softirq\n",
                                        "disk_io: (3,0):(3144,1860,45856,1284,8752)\n",
                                        " ctxt x\n",
                                        "cpu x\n"};
    struct vmm_stat again;
    struct outcome after;
    size_t at = before.error;
    struct piece more = fuzz_insert_unknown(text.bytes, text.length, lines, sizeof lines / sizeof lines[0], &at);

    /* A CPU row that is no longer among the first lines is an unknown line. */
    after = check_stat(more, 0, &again);
    CHECK(after.status == before.status);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    if (before.error != NOWHERE)
        CHECK(after.error == before.error + at);
    fuzz_free(more);
}

static void check_all(struct piece text)
{
    struct vmm_stat record;
    size_t at = check_rows(text, sizeof(struct vmm_cpu));

    check_stat(text, at, &record);
    check_stat(text, 0, &record);
}

/* Counters in another order say the same; a CPU row that is no longer among the first lines is an unknown line. */
static void check_permuted(struct piece text, const struct vmm_stat *record)
{
    struct vmm_stat again;
    struct piece permuted;

    if (!fuzz_permute_lines(text.bytes, text.length, " \n", &permuted))
        return;
    CHECK(check_stat(permuted, 0, &again).status == VMM_OK);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    fuzz_free(permuted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct piece text = fuzz_copy(bytes, size);
    struct vmm_stat record;
    struct outcome outcome;
    size_t length = 0, out_size;
    unsigned index = 0;

    check_all(text);
    while (fuzz_next_size(bytes, size, sizeof(struct vmm_cpu), &index, &out_size))
        check_rows(text, out_size);
    index = 0;
    while (fuzz_next_size(bytes, size, sizeof record, &index, &out_size))
        fuzz_check(parse_stat, reference_stat, text, 0, NULL, sizeof record, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);
        check_all(prefix);
        fuzz_free(prefix);
    }
    outcome = check_stat(text, 0, &record);
    check_unknown_lines(text, outcome, &record);
    if (outcome.status == VMM_OK) {
        check_permuted(text, &record);
        check_printed_stat(&record);
    }
    fuzz_free(text);
    return 0;
}
