/* A cgroup's I/O files against a reference parser. The first byte of the input chooses the file; the rest is it. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

enum {
    STAT = VMM_CGROUP_IO_FILE_IO_STAT,
    MAX = VMM_CGROUP_IO_FILE_IO_MAX,
    FIRST_LINES = VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_IO_SERVICE_BYTES,
    FIRST_LIMIT = VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_READ_BPS_DEVICE,
    FILES = VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_WRITE_IOPS_DEVICE
};

struct word {
    const char *name;
    size_t offset;
};

#define MEMBER(name) offsetof(struct vmm_cgroup_io, name)

static const struct word stat_words[] = {{"rbytes=", MEMBER(rbytes)},
                                         {"wbytes=", MEMBER(wbytes)},
                                         {"rios=", MEMBER(rios)},
                                         {"wios=", MEMBER(wios)},
                                         {"dbytes=", MEMBER(dbytes)},
                                         {"dios=", MEMBER(dios)},
                                         {NULL, 0}};
static const struct word max_words[] = {{"rbps=", MEMBER(max_rbps_bytes_per_second)},
                                        {"wbps=", MEMBER(max_wbps_bytes_per_second)},
                                        {"riops=", MEMBER(max_riops_per_second)},
                                        {"wiops=", MEMBER(max_wiops_per_second)},
                                        {NULL, 0}};
static const struct word bytes_words[] = {
    {"Read ", MEMBER(rbytes)}, {"Write ", MEMBER(wbytes)}, {"Discard ", MEMBER(dbytes)}, {NULL, 0}};
static const struct word operations_words[] = {
    {"Read ", MEMBER(rios)}, {"Write ", MEMBER(wios)}, {"Discard ", MEMBER(dios)}, {NULL, 0}};

/* The file that the functions below read. */
static uint32_t file;

static const struct word *words_of_file(void)
{
    switch (file) {
    case STAT:
        return stat_words;
    case MAX:
        return max_words;
    case VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_IO_SERVICED:
    case VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_IO_SERVICED_RECURSIVE:
        return operations_words;
    default:
        return bytes_words;
    }
}

/* ---- reference ---- */

static struct outcome error_at(const char *bytes, size_t length, size_t error)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                              error};
    return outcome;
}

static bool ends(const char *bytes, size_t length, size_t at)
{
    return at < length && (bytes[at] == '\n' || ref_blank(bytes[at]));
}

static bool same(const char *bytes, size_t length, size_t at, const char *word)
{
    return length - at >= strlen(word) && memcmp(bytes + at, word, strlen(word)) == 0;
}

/* Goes over a word. False, and `*at` at the byte that is wrong, if another stands there. */
static bool over(const char *bytes, size_t length, size_t *at, const char *word)
{
    for (; *word != '\0'; word++, ++*at)
        if (*at == length || bytes[*at] != *word)
            return false;
    return true;
}

static size_t over_blanks(const char *bytes, size_t length, size_t at)
{
    while (at < length && ref_blank(bytes[at]))
        at++;
    return at;
}

static const struct word *find(const struct word *words, const char *bytes, size_t length, size_t at)
{
    while (words->name != NULL && !same(bytes, length, at, words->name))
        words++;
    return words->name == NULL ? NULL : words;
}

/* A device's number, which has no sign and fits. */
static bool part(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    size_t first = *at;

    if (first == length || bytes[first] == '-' || !ref_number(bytes, length, at, value))
        return false;
    if (*value == VMM_UNKNOWN)
        *at = first;
    return *value != VMM_UNKNOWN;
}

static bool device(const char *bytes, size_t length, size_t *at, void *out, size_t size)
{
    uint64_t major = VMM_UNKNOWN, minor = VMM_UNKNOWN;

    if (*at < length && bytes[*at] == '(') {
        if (!over(bytes, length, at, "(unknown)"))
            return false;
    } else if (!part(bytes, length, at, &major) || !over(bytes, length, at, ":") || !part(bytes, length, at, &minor)) {
        return false;
    }
    ref_store(out, size, MEMBER(major), major);
    ref_store(out, size, MEMBER(minor), minor);
    return ends(bytes, length, *at);
}

static bool value_at(const char *bytes, size_t length, size_t *at, void *out, size_t size, size_t offset)
{
    uint64_t value = VMM_UNLIMITED;

    if (file == MAX && *at < length && bytes[*at] == 'm') {
        if (!over(bytes, length, at, "max"))
            return false;
    } else if (!ref_number(bytes, length, at, &value)) {
        return false;
    }
    ref_store(out, size, offset, value);
    return ends(bytes, length, *at);
}

/* Behind a device: another one, or words. */
static struct outcome words_at(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};

    at = over_blanks(bytes, length, at);
    outcome.pos = at;
    if (at < length && (bytes[at] == '(' || (bytes[at] >= '0' && bytes[at] <= '9')))
        return outcome;
    for (;; at = over_blanks(bytes, length, at)) {
        const struct word *word;

        if (at == length)
            return error_at(bytes, length, at);
        if (bytes[at] == '\n')
            break;
        word = find(words_of_file(), bytes, length, at);
        if (word != NULL) {
            at += strlen(word->name);
            if (!value_at(bytes, length, &at, out, size, word->offset))
                return error_at(bytes, length, at);
        }
        while (at < length && !ends(bytes, length, at))
            at++;
    }
    outcome.pos = at + 1;
    return outcome;
}

/* One line of version 1, from behind the device on: what is wrong in it, or where the next begins. */
static struct outcome operation_at(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};
    const struct word *word;

    at = over_blanks(bytes, length, at);
    word = find(words_of_file(), bytes, length, at);
    if (word != NULL) {
        at = over_blanks(bytes, length, at + strlen(word->name));
        if (!value_at(bytes, length, &at, out, size, word->offset))
            return error_at(bytes, length, at);
    }
    outcome.pos = ref_next_line(bytes, length, at);
    return bytes[outcome.pos - 1] == '\n' ? outcome : error_at(bytes, length, length);
}

/* All lines of the device that stands from `first` to `at`: first where they end, then what they say. */
static struct outcome lines_at(const char *bytes, size_t length, size_t first, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};
    size_t device_length = at - first, line = first;

    for (;;) {
        struct outcome now =
            operation_at(bytes, length, line + device_length, out, outcome.status == VMM_OK ? size : 0);
        size_t words = over_blanks(bytes, length, line + device_length);
        size_t next = ref_next_line(bytes, length, words);

        if (outcome.status == VMM_OK) {
            outcome = now;
            if (now.status == VMM_E_TRUNCATED)
                return outcome;
        } else if (bytes[next - 1] != '\n') {
            /* Cut, for the next call to say so. */
            return outcome;
        }
        outcome.pos = next;
        if (bytes[first] == '(' && same(bytes, length, words, "Total "))
            return outcome;
        line = next;
        if (line == length)
            return outcome;
        for (size_t i = 0; i < device_length; i++) {
            if (line + i == length)
                return outcome.status == VMM_OK ? error_at(bytes, length, length) : outcome;
            if (bytes[line + i] != bytes[first + i])
                return outcome;
        }
        if (line + device_length == length)
            return outcome.status == VMM_OK ? error_at(bytes, length, length) : outcome;
        if (!ends(bytes, length, line + device_length))
            return outcome;
    }
}

static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    static const size_t limits[] = {MEMBER(max_rbps_bytes_per_second), MEMBER(max_wbps_bytes_per_second),
                                    MEMBER(max_riops_per_second), MEMBER(max_wiops_per_second)};
    struct outcome outcome = {VMM_END, length, NOWHERE};
    size_t first;

    while (at < length && (bytes[at] == '\n' || bytes[at] == 'T')) {
        if (bytes[at] == 'T') {
            if (!over(bytes, length, &at, "Total "))
                return error_at(bytes, length, at);
            at = ref_next_line(bytes, length, at);
            if (bytes[at - 1] != '\n')
                return error_at(bytes, length, length);
        } else {
            at++;
        }
    }
    if (at == length)
        return outcome;
    first = at;
    if (!device(bytes, length, &at, out, size))
        return error_at(bytes, length, at);
    if (file < FIRST_LINES)
        return words_at(bytes, length, at, out, size);
    if (file < FIRST_LIMIT)
        return lines_at(bytes, length, first, at, out, size);
    at = over_blanks(bytes, length, at);
    if (!value_at(bytes, length, &at, out, size, limits[file - FIRST_LIMIT]))
        return error_at(bytes, length, at);
    outcome.status = VMM_OK;
    outcome.pos = ref_next_line(bytes, length, at);
    return bytes[outcome.pos - 1] == '\n' ? outcome : error_at(bytes, length, length);
}

/* ---- the library ---- */

static vmm_status next(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_cgroup_io_next(file, text, out, out_size);
}

static size_t print_value(char *text, size_t room, const struct vmm_cgroup_io *row, size_t offset)
{
    uint64_t value;
    int length;

    memcpy(&value, (const char *)row + offset, sizeof value);
    /* What does not fit is unknown. */
    length = value == VMM_UNKNOWN     ? snprintf(text, room, "-1")
             : value == VMM_UNLIMITED ? snprintf(text, room, "max")
                                      : snprintf(text, room, "%llu", (unsigned long long)value);
    return (size_t)length;
}

static size_t print_device(char *text, size_t room, const struct vmm_cgroup_io *row)
{
    int length = row->major == VMM_UNKNOWN ? snprintf(text, room, "(unknown) ")
                                           : snprintf(text, room, "%llu:%llu ", (unsigned long long)row->major,
                                                      (unsigned long long)row->minor);
    return (size_t)length;
}

/* A row, printed as the kernel would, reads as the same row. */
static void check_printed(const struct vmm_cgroup_io *row)
{
    char text[800];
    struct vmm_cgroup_io again;
    struct piece piece;
    size_t length = 0;

    if (file < FIRST_LIMIT) {
        for (const struct word *word = words_of_file(); word->name != NULL; word++) {
            if (word == words_of_file() || file >= FIRST_LINES)
                length += print_device(text + length, sizeof text - length, row);
            length += (size_t)snprintf(text + length, sizeof text - length, "%s", word->name);
            length += print_value(text + length, sizeof text - length, row, word->offset);
            text[length++] = file >= FIRST_LINES ? '\n' : ' ';
        }
        if (file < FIRST_LINES)
            text[length++] = '\n';
    } else {
        length = print_device(text, sizeof text, row);
        length += print_value(text + length, sizeof text - length, row,
                              MEMBER(max_rbps_bytes_per_second) + (file - FIRST_LIMIT) * sizeof(uint64_t));
        text[length++] = '\n';
    }
    piece = fuzz_copy(text, length);
    CHECK(fuzz_check(next, reference, piece, 0, &again, sizeof again, sizeof again).status == VMM_OK);
    CHECK(memcmp(&again, row, sizeof again) == 0);
    fuzz_free(piece);
}

/* All rows with records of this size; a number that follows from all that was said, but for places. */
static uint64_t check_rows(struct piece text, size_t row_size)
{
    uint64_t said = 0;
    size_t at = 0;

    for (;;) {
        struct vmm_cgroup_io row;
        struct outcome outcome = fuzz_check(next, reference, text, at, &row, sizeof row, row_size);

        said = said * 31 + (uint64_t)outcome.status;
        if (outcome.status == VMM_END || outcome.status == VMM_E_ARGUMENT) {
            CHECK(outcome.pos == (outcome.status == VMM_END ? text.length : at));
            return said;
        }
        CHECK(outcome.pos > at);
        if (outcome.status == VMM_OK && row_size >= sizeof row) {
            said = said * 31 + fuzz_choice((const char *)&row, sizeof row, 0);
            check_printed(&row);
        }
        at = outcome.pos;
    }
}

/* Empty lines and totals change nothing, but where they stand between the lines of a device. */
static void check_unknown_lines(struct piece text, uint64_t before)
{
    static const char *const lines[] = {"\n", "Total 5\n", "Total x\n", "\n\nTotal 18446744073709551615\n"};
    size_t at = 0;
    struct piece more;

    if (file >= FIRST_LINES && file < FIRST_LIMIT)
        return;
    more = fuzz_insert_unknown(text.bytes, text.length, lines, sizeof lines / sizeof lines[0], &at);
    CHECK(check_rows(more, sizeof(struct vmm_cgroup_io)) == before);
    fuzz_free(more);
}

/* The words of a row in another order say the same, be it right or wrong. */
static void check_permuted(struct piece text, uint64_t before)
{
    struct piece permuted;

    if (file >= FIRST_LINES)
        return;
    permuted = fuzz_permute_words(text.bytes, text.length);
    CHECK(check_rows(permuted, sizeof(struct vmm_cgroup_io)) == before);
    fuzz_free(permuted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    size_t length = 0, out_size;
    unsigned index = 0;
    struct piece text;
    uint64_t said;

    file = size == 0 ? STAT : 1 + (uint32_t)data[0] % FILES;
    if (size != 0) {
        bytes++;
        size--;
    }
    text = fuzz_copy(bytes, size);
    said = check_rows(text, sizeof(struct vmm_cgroup_io));
    while (fuzz_next_size(bytes, size, sizeof(struct vmm_cgroup_io), &index, &out_size))
        check_rows(text, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);
        check_rows(prefix, sizeof(struct vmm_cgroup_io));
        fuzz_free(prefix);
    }
    check_unknown_lines(text, said);
    check_permuted(text, said);
    fuzz_free(text);
    return 0;
}
