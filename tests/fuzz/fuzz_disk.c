/*
 * Block devices against a reference parser. The first byte of the input says what it is: rows of /proc/diskstats, or one of
 * the files of a device's directory.
 */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

enum { COLUMNS = 17, NAME_BYTES = 32 };

#define AT(member) offsetof(struct vmm_disk, member)
#define NAME_END (AT(name) + NAME_BYTES)

/* ---- reference ---- */

static struct outcome error_at(const char *bytes, size_t length, size_t error)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                              error};
    return outcome;
}

static void skip_blanks(const char *bytes, size_t length, size_t *at)
{
    while (*at < length && ref_blank(bytes[*at]))
        ++*at;
}

static bool ends_word(const char *bytes, size_t length, size_t at)
{
    return at < length && (bytes[at] == '\n' || ref_blank(bytes[at]));
}

static uint64_t times(uint64_t value, uint64_t factor)
{
    return value > (VMM_UNLIMITED - 1) / factor ? VMM_UNKNOWN : value * factor;
}

/* Statistics from `at` to the end of the line. Columns that the caller's record does not have are counted, not read. */
static struct outcome reference_statistics(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    static const size_t few[4] = {AT(reads), AT(read_bytes), AT(writes), AT(written_bytes)};
    uint64_t columns[COLUMNS];
    struct outcome outcome = {VMM_OK, 0, NOWHERE};
    size_t count = 0, read = 0;
    bool stopped = false;

    for (;;) {
        skip_blanks(bytes, length, &at);
        if (at == length)
            return error_at(bytes, length, at);
        stopped = stopped || count == COLUMNS || AT(reads) + 8 * (count + 1) > size;
        if (bytes[at] == '\n' && (count != 0 || stopped))
            break;
        if (!stopped) {
            if (!ref_number(bytes, length, &at, &columns[count]) || !ends_word(bytes, length, at))
                return error_at(bytes, length, at);
            read++;
        } else {
            while (at < length && !ends_word(bytes, length, at))
                at++;
        }
        count++;
    }
    if (count != 4 && count < 11)
        return error_at(bytes, length, at);
    for (size_t i = 0; i < read; i++) {
        size_t offset = count == 4 ? few[i] : AT(reads) + 8 * i;

        if (offset == AT(read_bytes) || offset == AT(written_bytes) || offset == AT(discarded_bytes))
            columns[i] = times(columns[i], 512);
        if (offset == AT(in_flight) && columns[i] >> 31 != 0)
            columns[i] = VMM_UNKNOWN;
        ref_store(out, size, offset, columns[i]);
    }
    outcome.pos = at + 1;
    return outcome;
}

static bool is_heading(const char *bytes, size_t length, size_t at)
{
    return length - at >= 5 && memcmp(bytes + at, "major", 5) == 0;
}

static struct outcome reference_row(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_END, 0, NOWHERE};
    char name[NAME_BYTES] = "";
    uint64_t number;
    size_t word, digits = 0;
    bool has_size = false;

    while (at < length && (bytes[at] == '\n' || is_heading(bytes, length, at))) {
        at = ref_next_line(bytes, length, at);
        if (bytes[at - 1] != '\n')
            return error_at(bytes, length, at);
    }
    outcome.pos = at;
    if (at == length)
        return outcome;
    if (bytes[at] == 'm') {
        for (word = 0; at < length && bytes[at] == "major"[word]; word++)
            at++;
        return error_at(bytes, length, at);
    }
    for (int i = 0; i < 2; i++) {
        skip_blanks(bytes, length, &at);
        if (!ref_number(bytes, length, &at, &number) || at == length || !ref_blank(bytes[at]))
            return error_at(bytes, length, at);
        ref_store(out, size, i == 0 ? AT(major) : AT(minor), number);
    }
    skip_blanks(bytes, length, &at);
    for (int round = 0; round < 2; round++) {
        for (word = at, digits = 0; word < length && !ends_word(bytes, length, word); word++)
            if (bytes[word] >= '0' && bytes[word] <= '9')
                digits++;
        if (round == 0 && digits != 0 && digits == word - at && word < length && bytes[word] != '\n') {
            ref_number(bytes, length, &at, &number);
            ref_store(out, size, AT(size_bytes), times(number, 1024));
            has_size = true;
            skip_blanks(bytes, length, &at);
        }
    }
    for (size_t i = 0; at + i < word; i++) {
        if (i == NAME_BYTES - 1 || bytes[at + i] == '\0')
            return error_at(bytes, length, at + i);
        name[i] = bytes[at + i];
    }
    if (word == length)
        return error_at(bytes, length, length);
    if (digits == word - at)
        return error_at(bytes, length, at);
    if (NAME_END <= size)
        memcpy((char *)out + AT(name), name, NAME_BYTES);
    at = word;
    skip_blanks(bytes, length, &at);
    if (has_size && at < length && bytes[at] == '\n') {
        outcome.status = VMM_OK;
        outcome.pos = at + 1;
        return outcome;
    }
    return reference_statistics(bytes, length, word, out, size);
}

static struct outcome reference_stat(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_E_EMPTY, at, NOWHERE};

    if (at == length)
        return outcome;
    outcome = reference_statistics(bytes, length, at, out, size);
    if (outcome.status == VMM_OK)
        outcome.pos = length;
    return outcome;
}

/* A file of one number or two. */
static struct outcome reference_numbers(const char *bytes, size_t length, size_t at, void *out, size_t size,
                                        size_t offset, unsigned count, uint64_t factor)
{
    struct outcome outcome = {VMM_E_EMPTY, at, NOWHERE};

    if (at == length)
        return outcome;
    for (unsigned i = 0; i < count; i++) {
        uint64_t value;

        skip_blanks(bytes, length, &at);
        if (i != 0 && at < length && bytes[at] == '\n')
            break;
        if (!ref_number(bytes, length, &at, &value) || (at < length && !ends_word(bytes, length, at)))
            return error_at(bytes, length, at);
        ref_store(out, size, offset + 8 * i, times(value, factor));
    }
    if (count == 2 && bytes[length - 1] != '\n')
        return error_at(bytes, length, length);
    outcome.status = VMM_OK;
    outcome.pos = length;
    return outcome;
}

static struct outcome reference_size(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return reference_numbers(bytes, length, at, out, size, AT(size_bytes), 1, 512);
}

static struct outcome reference_ro(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return reference_numbers(bytes, length, at, out, size, AT(ro), 1, 1);
}

static struct outcome reference_diskseq(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return reference_numbers(bytes, length, at, out, size, AT(diskseq), 1, 1);
}

static struct outcome reference_inflight(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return reference_numbers(bytes, length, at, out, size, AT(inflight_reads), 2, 1);
}

static struct outcome reference_uevent(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    static const struct ref_key keys[] = {
        {"MAJOR", AT(major), 1, false}, {"MINOR", AT(minor), 1, false}, {"DISKSEQ", AT(diskseq), 1, false}};

    return ref_keys(bytes, length, at, '=', keys, 3, out, size);
}

/* ---- the library ---- */

/* fuzz_check() wants all ones in what is unknown; a name is "" instead, which is seen to here. */
static vmm_status next(struct vmm_text *text, void *out, size_t out_size)
{
    static const char no_name[NAME_BYTES];
    vmm_status status = vmm_disk_next(text, out, out_size);

    if (status != VMM_OK && out_size >= NAME_END) {
        CHECK(memcmp((char *)out + AT(name), no_name, NAME_BYTES) == 0);
        memset((char *)out + AT(name), 0xff, NAME_BYTES);
    }
    return status;
}

/* A file leaves the members of others alone, so it begins with a record in which nothing is known. */
static vmm_status read_file(uint32_t file, struct vmm_text *text, void *out, size_t out_size)
{
    if (out_size >= 8)
        memset(out, 0xff, out_size);
    return vmm_disk_read(file, text, out, out_size);
}

static vmm_status read_stat(struct vmm_text *text, void *out, size_t out_size)
{
    return read_file(VMM_DISK_FILE_STAT, text, out, out_size);
}

static vmm_status read_size(struct vmm_text *text, void *out, size_t out_size)
{
    return read_file(VMM_DISK_FILE_SIZE, text, out, out_size);
}

static vmm_status read_ro(struct vmm_text *text, void *out, size_t out_size)
{
    return read_file(VMM_DISK_FILE_RO, text, out, out_size);
}

static vmm_status read_diskseq(struct vmm_text *text, void *out, size_t out_size)
{
    return read_file(VMM_DISK_FILE_DISKSEQ, text, out, out_size);
}

static vmm_status read_inflight(struct vmm_text *text, void *out, size_t out_size)
{
    return read_file(VMM_DISK_FILE_INFLIGHT, text, out, out_size);
}

static vmm_status read_uevent(struct vmm_text *text, void *out, size_t out_size)
{
    return read_file(VMM_DISK_FILE_UEVENT, text, out, out_size);
}

static const struct {
    fuzz_parser *parse;
    fuzz_reference *reference;
} kinds[] = {
    {next, reference_row},           {read_stat, reference_stat},       {read_size, reference_size},
    {read_ro, reference_ro},         {read_diskseq, reference_diskseq}, {read_inflight, reference_inflight},
    {read_uevent, reference_uevent},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

/* A row, printed as the kernel would, reads as the same row, and its statistics as the same in /sys. */
static void check_printed(const struct vmm_disk *row)
{
    const uint64_t *columns = &row->reads;
    char text[700];
    struct vmm_disk again;
    struct piece piece, statistics;
    int length, start, count = COLUMNS;

    if (row->major == VMM_UNKNOWN || row->minor == VMM_UNKNOWN || row->weighted_io_ms == VMM_UNKNOWN)
        return;
    while (columns[count - 1] == VMM_UNKNOWN)
        count--;
    length =
        snprintf(text, sizeof text, "%4llu %7llu ", (unsigned long long)row->major, (unsigned long long)row->minor);
    if (row->size_bytes != VMM_UNKNOWN)
        length += snprintf(text + length, sizeof text - (size_t)length, "%10llu ",
                           (unsigned long long)row->size_bytes / 1024);
    length += snprintf(text + length, sizeof text - (size_t)length, "%s", row->name);
    start = length;
    for (int i = 0; i < count; i++) {
        uint64_t value = columns[i];

        if ((i == 2 || i == 6 || i == 13) && value != VMM_UNKNOWN)
            value /= 512;
        length += snprintf(text + length, sizeof text - (size_t)length, " %llu", (unsigned long long)value);
    }
    length += snprintf(text + length, sizeof text - (size_t)length, "\n");
    piece = fuzz_copy(text, (size_t)length);
    CHECK(fuzz_check(next, reference_row, piece, 0, &again, sizeof again, sizeof again).status == VMM_OK);
    CHECK(memcmp(&again, row, sizeof again) == 0);
    statistics = fuzz_copy(text + start, (size_t)(length - start));
    CHECK(fuzz_check(read_stat, reference_stat, statistics, 0, &again, sizeof again, sizeof again).status == VMM_OK);
    CHECK(memcmp(&again.reads, &row->reads, COLUMNS * sizeof again.reads) == 0);
    fuzz_free(statistics);
    fuzz_free(piece);
}

/* All rows, or the file. */
static void check(struct piece text, unsigned kind, size_t out_size, bool print)
{
    size_t at = 0;
    struct outcome outcome;

    do {
        struct vmm_disk out;

        outcome = fuzz_check(kinds[kind].parse, kinds[kind].reference, text, at, out_size == sizeof out ? &out : NULL,
                             sizeof out, out_size);
        if (outcome.status == VMM_OK && kind == 0 && print && out_size == sizeof out)
            check_printed(&out);
        at = outcome.pos;
    } while (kind == 0 && (outcome.status == VMM_OK || outcome.status == VMM_E_SYNTAX));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes;
    size_t length = 0, out_size;
    unsigned kind, index = 0;
    struct piece text;

    if (size == 0)
        return 0;
    kind = data[0] % KINDS;
    bytes = (const char *)data + 1;
    size--;
    text = fuzz_copy(bytes, size);
    check(text, kind, sizeof(struct vmm_disk), true);
    while (fuzz_next_size(bytes, size, sizeof(struct vmm_disk), &index, &out_size))
        check(text, kind, out_size, false);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);

        check(prefix, kind, sizeof(struct vmm_disk), false);
        fuzz_free(prefix);
    }
    fuzz_free(text);
    return 0;
}
