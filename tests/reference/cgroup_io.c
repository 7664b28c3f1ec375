/* SPDX-License-Identifier: MIT */
/* A cgroup's I/O files, a device a row. */
#include <string.h>

#include "examples.h"

enum {
    STAT = VMM_FILE_CGROUP_IO_STAT,
    MAX = VMM_FILE_CGROUP_IO_MAX,
    BYTES = VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES,
    OPERATIONS = VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED,
    BYTES_BELOW = VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES_RECURSIVE,
    OPERATIONS_BELOW = VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED_RECURSIVE,
    READ_BPS = VMM_FILE_CGROUP_BLKIO_THROTTLE_READ_BPS_DEVICE,
    WRITE_BPS = VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_BPS_DEVICE,
    READ_IOPS = VMM_FILE_CGROUP_BLKIO_THROTTLE_READ_IOPS_DEVICE,
    WRITE_IOPS = VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_IOPS_DEVICE
};

#define AT(member) offsetof(struct vmm_cgroup_io, member)

/* A member, by the word with its delimiter; the list ends with NULL. */
struct word {
    const char *name;
    size_t offset;
};

static const struct word stat_words[] = {{"rbytes=", AT(read_bytes)},
                                         {"wbytes=", AT(write_bytes)},
                                         {"rios=", AT(reads)},
                                         {"wios=", AT(writes)},
                                         {"dbytes=", AT(discard_bytes)},
                                         {"dios=", AT(discards)},
                                         {NULL, 0}};
static const struct word max_words[] = {{"rbps=", AT(max_read_bytes_per_second)},
                                        {"wbps=", AT(max_write_bytes_per_second)},
                                        {"riops=", AT(max_reads_per_second)},
                                        {"wiops=", AT(max_writes_per_second)},
                                        {NULL, 0}};
static const struct word bytes_words[] = {
    {"Read ", AT(read_bytes)}, {"Write ", AT(write_bytes)}, {"Discard ", AT(discard_bytes)}, {NULL, 0}};
static const struct word operations_words[] = {
    {"Read ", AT(reads)}, {"Write ", AT(writes)}, {"Discard ", AT(discards)}, {NULL, 0}};

/* What a file has for words; of a limit of version 1, its member alone. */
static const struct word *words_of(uint32_t file)
{
    static const struct word limits[][2] = {{{"", AT(max_read_bytes_per_second)}, {NULL, 0}},
                                            {{"", AT(max_write_bytes_per_second)}, {NULL, 0}},
                                            {{"", AT(max_reads_per_second)}, {NULL, 0}},
                                            {{"", AT(max_writes_per_second)}, {NULL, 0}}};

    if (file >= READ_BPS)
        return limits[file - READ_BPS];
    if (file == STAT || file == MAX)
        return file == STAT ? stat_words : max_words;
    return file == BYTES || file == BYTES_BELOW ? bytes_words : operations_words;
}

/* Goes over a word. False, and `*at` at the byte that is wrong, if another stands there. */
static bool over(const char *bytes, size_t length, size_t *at, const char *word)
{
    for (; *word != '\0'; word++, ++*at)
        if (*at == length || bytes[*at] != *word)
            return false;
    return true;
}

static const struct word *find(const struct word *words, const char *bytes, size_t length, size_t at)
{
    while (words->name != NULL && !ref_same(bytes, length, at, words->name))
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
    ref_store(out, size, AT(major), major);
    ref_store(out, size, AT(minor), minor);
    return ref_ends_word(bytes, length, *at);
}

static bool value_at(uint32_t file, const char *bytes, size_t length, size_t *at, void *out, size_t size, size_t offset)
{
    uint64_t value = VMM_UNLIMITED;

    if (file == MAX && *at < length && bytes[*at] == 'm') {
        if (!over(bytes, length, at, "max"))
            return false;
    } else if (!ref_number(bytes, length, at, &value)) {
        return false;
    }
    ref_store(out, size, offset, value);
    return ref_ends_word(bytes, length, *at);
}

/* After a device: another one, or words. */
static struct outcome words_at(uint32_t file, const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};

    at = ref_skip_blanks(bytes, length, at);
    outcome.pos = at;
    if (at < length && (bytes[at] == '(' || (bytes[at] >= '0' && bytes[at] <= '9')))
        return outcome;
    for (;; at = ref_skip_blanks(bytes, length, at)) {
        const struct word *word;

        if (at == length)
            return ref_error(bytes, length, at);
        if (bytes[at] == '\n')
            break;
        word = find(words_of(file), bytes, length, at);
        if (word != NULL) {
            at += strlen(word->name);
            if (!value_at(file, bytes, length, &at, out, size, word->offset))
                return ref_error(bytes, length, at);
        }
        while (at < length && !ref_ends_word(bytes, length, at))
            at++;
    }
    outcome.pos = at + 1;
    return outcome;
}

/* One line of version 1, after the device: what is wrong in it, or where the next begins. */
static struct outcome operation_at(uint32_t file, const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};
    const struct word *word;

    at = ref_skip_blanks(bytes, length, at);
    word = find(words_of(file), bytes, length, at);
    if (word != NULL) {
        at = ref_skip_blanks(bytes, length, at + strlen(word->name));
        if (!value_at(file, bytes, length, &at, out, size, word->offset))
            return ref_error(bytes, length, at);
    }
    outcome.pos = ref_next_line(bytes, length, at);
    return bytes[outcome.pos - 1] == '\n' ? outcome : ref_error(bytes, length, length);
}

/* All lines of the device that stands from `first` to `at`: first where they end, then what they say. */
static struct outcome lines_at(uint32_t file, const char *bytes, size_t length, size_t first, size_t at, void *out,
                               size_t size)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};
    size_t device_length = at - first, line = first;

    for (;;) {
        struct outcome now =
            operation_at(file, bytes, length, line + device_length, out, outcome.status == VMM_OK ? size : 0);
        size_t words = ref_skip_blanks(bytes, length, line + device_length);
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
        if (bytes[first] == '(' && ref_same(bytes, length, words, "Total "))
            return outcome;
        line = next;
        if (line == length)
            return outcome;
        for (size_t i = 0; i < device_length; i++) {
            if (line + i == length)
                return outcome.status == VMM_OK ? ref_error(bytes, length, length) : outcome;
            if (bytes[line + i] != bytes[first + i])
                return outcome;
        }
        if (line + device_length == length)
            return outcome.status == VMM_OK ? ref_error(bytes, length, length) : outcome;
        if (!ref_ends_word(bytes, length, line + device_length))
            return outcome;
    }
}

static struct outcome expect(uint32_t file, const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_END, length, NOWHERE};
    size_t first;

    while (at < length && (bytes[at] == '\n' || bytes[at] == 'T')) {
        if (bytes[at] == 'T') {
            if (!over(bytes, length, &at, "Total "))
                return ref_error(bytes, length, at);
            at = ref_next_line(bytes, length, at);
            if (bytes[at - 1] != '\n')
                return ref_error(bytes, length, length);
        } else {
            at++;
        }
    }
    if (at == length)
        return outcome;
    first = at;
    if (!device(bytes, length, &at, out, size))
        return ref_error(bytes, length, at);
    if (file == STAT || file == MAX)
        return words_at(file, bytes, length, at, out, size);
    if (file < READ_BPS)
        return lines_at(file, bytes, length, first, at, out, size);
    /* The rest of the line after a limit is passed over. */
    return operation_at(file, bytes, length, at, out, size);
}

static void print_device(struct builder *text, const void *record)
{
    if (ref_load(record, AT(major)) == VMM_UNKNOWN)
        builder_print(text, "(unknown) ");
    else
        builder_print(text, "%llu:%llu ", (unsigned long long)ref_load(record, AT(major)),
                      (unsigned long long)ref_load(record, AT(minor)));
}

/* All words, with -1 for those that are unknown; or those that are known, from the last to the first. */
static bool print(uint32_t file, struct builder *text, const void *record, unsigned shape)
{
    const struct word *words = words_of(file);
    const bool lines = file >= BYTES && file < READ_BPS;
    size_t count = 0, printed = 0;

    if ((ref_load(record, AT(major)) == VMM_UNKNOWN) != (ref_load(record, AT(minor)) == VMM_UNKNOWN) ||
        shape > (file >= READ_BPS ? 0 : 1))
        return false;
    while (words[count].name != NULL)
        count++;
    for (size_t i = 0; i < count; i++) {
        const struct word *word = &words[shape == 0 ? i : count - 1 - i];
        unsigned long long value = ref_load(record, word->offset);

        if (shape == 1 && value == VMM_UNKNOWN)
            continue;
        if (printed++ == 0 || lines)
            print_device(text, record);
        builder_print(text, "%s", word->name);
        if (value == VMM_UNKNOWN || value == VMM_UNLIMITED)
            builder_print(text, "%s", value == VMM_UNKNOWN ? "-1" : "max");
        else
            builder_print(text, "%llu", value);
        builder_print(text, lines ? "\n" : " ");
    }
    if (printed == 0)
        print_device(text, record);
    if (printed == 0 || !lines)
        builder_print(text, "\n");
    return true;
}

/* ---- texts ---- */

#define BAD_DEVICES                                                                                                    \
    REFUSED("rbytes=5\n", 0), REFUSED("Read 5\n", 0), REFUSED(" 8:0 rbytes=5\n", 0), REFUSED(" \n", 0),                \
        REFUSED("-8:0 rbytes=5\n", 0), REFUSED("+8:0 rbytes=5\n", 0), REFUSED(":0 rbytes=5\n", 0),                     \
        REFUSED("\0:0 rbytes=5\n", 0), REFUSED("sda rbytes=5\n", 0), REFUSED("8 rbytes=5\n", 1), REFUSED("8\n", 1),    \
        REFUSED("8=0 rbytes=5\n", 1), REFUSED("8 :0 rbytes=5\n", 1), REFUSED("8x:0 rbytes=5\n", 1),                    \
        REFUSED("8: 0 rbytes=5\n", 2), REFUSED("8:\n", 2), REFUSED("8::0\n", 2), REFUSED("8:-0 rbytes=5\n", 2),        \
        REFUSED("8:x rbytes=5\n", 2), REFUSED("8:0x rbytes=5\n", 3), REFUSED("8:0:rbytes=5\n", 3),                     \
        REFUSED("8:0:1 rbytes=5\n", 3), REFUSED("8:0\r\n", 3), REFUSED("8:0\0\n", 3),                                  \
        REFUSED("8:0=5 rbytes=123456789012345678901234\n", 3), REFUSED("() rbytes=5\n", 1),                            \
        REFUSED("(unknow) rbytes=5\n", 7), REFUSED("(unknown rbytes=5\n", 8), REFUSED("(unknown)x rbytes=5\n", 9),     \
        REFUSED("(unknown):0 rbytes=5\n", 9), REFUSED("(none) rbytes=5\n", 1), REFUSED("unknown rbytes=5\n", 0),       \
        REFUSED("total 5\n", 0), REFUSED("Totals 5\n", 5), REFUSED("Total\t5\n", 5), REFUSED("Total\n", 5),            \
        REFUSED("T\n", 1), REFUSED("18446744073709551615:0 rbytes=5\n", 0),                                            \
        REFUSED("18446744073709551614:0 rbytes=5\n", 0), REFUSED("8:18446744073709551614 rbytes=5\n", 2),              \
        REFUSED("99999999999999999999999999:0 Read 5\n", 0), REFUSED("0:99999999999999999999999999 Read 5\n", 2)

#define CUT_DEVICES                                                                                                    \
    CUT("2"), CUT("252"), CUT("252:"), CUT("252:0"), CUT("252:0 "), CUT("("), CUT("(unknown"), CUT("(unknown)"),       \
        CUT("(unknown) "), CUT("Total"), CUT("Total 5"), CUT("\n252:0 ")

#define CUT_WORDS                                                                                                      \
    CUT("252:0 r"), CUT("252:0 rbytes="), CUT("252:0 rbytes=5"), CUT("252:0 rbytes=5 "), CUT("252:0 depth=max"),       \
        CUT("(unknown) rbytes=5")

static const struct example stats[] = {
    GOOD("9:9 rbytes=1459200 wbytes=314773504 rios=192 wios=353 dbytes=0 dios=0\n"),
    GOOD("8:0 wios=1 rios=5\n"),
    GOOD("8:0 7:0 wios=1\n"),
    GOOD("7:7 7:6  7:5 rbytes=1\n"),
    GOOD("(unknown) 7:6 \n"),
    GOOD("8:0 rbytes=-5 wbytes=18446744073709551614 rios=18446744073709551613 wios=4\n"),
    GOOD("8:0 x 7:0 rbytes=5 (unknown) 7:1 wbytes=6 9\n"),
    GOOD("8:0 rbytes=1 rbytes=2 wios=4 rbytes=3\n"),
    GOOD("8:0\n"),
    GOOD("\n\n8:0 rbytes=5\n\n8:1 \n\n\n"),
    END(""),
    END("\n"),
    END("Total 5\n"),
    CUT_DEVICES,
    CUT_WORDS,
    GOOD("8:0 7:0"),
    BAD_DEVICES,
    REFUSED("8:0 wios=1 rios=x\n", 16),
    REFUSED("8:0 rios=x", 9),
    REFUSED("8:0 rbytes=\n", 11),
    REFUSED("8:0 rbytes= wbytes=5\n", 11),
    REFUSED("8:0 rbytes=x\n", 11),
    REFUSED("8:0 rbytes=max\n", 11),
    REFUSED("8:0 rbytes=-\n", 12),
    REFUSED("8:0 rbytes=1.5\n", 12),
    REFUSED("8:0 rbytes=1x wbytes=5\n", 12),
    REFUSED("8:0 rbytes=1 wbytes=5\r\n", 21),
    REFUSED("8:0 rbytes=1 wbytes=5\0\n", 21),
    REFUSED("8:0 x dios=0x5 wbytes=5\n", 12),
    NO_MORE_EXAMPLES,
};

static const struct example maxima[] = {
    GOOD("9:9 rbps=2097152 wbps=max riops=max wiops=120\n"),
    GOOD("8:0 rbps=18446744073709551614 wbps=18446744073709551615 riops=-1 wiops=max\n"),
    GOOD("8:0 rbytes=x max wiops=5\n"),
    GOOD("8:0 \n"),
    END(""),
    END("Total 5\n"),
    CUT_DEVICES,
    CUT_WORDS,
    CUT("8:0 rbps=ma"),
    BAD_DEVICES,
    REFUSED("8:0 rbps=\n", 9),
    REFUSED("8:0 rbps=ma\n", 11),
    REFUSED("8:0 rbps=maximum\n", 12),
    REFUSED("8:0 rbps=max wiops=unlimited\n", 19),
    REFUSED("8:0 wiops=5 rbps=5k\n", 18),
    NO_MORE_EXAMPLES,
};

#define USUAL_LINES "8:0 Read 1\n8:0 Write 2\n8:0 Sync 3\n8:0 Async 0\n8:0 Discard 4\n8:0 Total 7\n"

static const struct example lines[] = {
    GOOD("9:9 Read 1\n9:9 Write 2\n9:9 Sync 3\n9:9 Async 0\n9:9 Discard 4\n9:9 Total 7\n"),
    GOOD("8:0 Read -5\n8:0 Write 99999999999999999999\n8:0 Discard 3\n"),
    GOOD("8:0  Read  1\n8:0\tWrite \t2 \n8:0 \n8:0\n8:0 Discard 3 x y\n"),
    GOOD("8:0 Read\t1\n8:0 Write\n8:0 Discards 3\n8:0 discard 3\n"),
    GOOD("8:0 Read 1\n8:0 Write 2\n8:0 Read 3\n"),
    GOOD("8:0 Read 1\n8:0 Total 1\n8:0 Write 2\n"),
    GOOD("(unknown) Discard 1\n(unknown) Total 1\n"),
    GOOD("(unknown) Read 1\n(unknown) Totals 1\n(unknown)  Total 3\n(unknown) Total 2\n"),
    GOOD("\nTotal 5\n\nTotal x\n8:0 Read 5\n\n8:0 Write 6\nTotal 7\n\n"),
    GOOD("8:0 rbytes=5 x\n"),
    END(""),
    END("Total 5\n"),
    CUT_DEVICES,
    CUT_WORDS,
    CUT("8:16 Read 1\n8"),
    CUT("8:16 Read 1\n8:16"),
    CUT("8:16 Read 1\n8:16 x"),
    CUT("(unknown) Read 1\n("),
    BAD_DEVICES,
    REFUSED("8:0 Read \n", 9),
    REFUSED("8:0 Read x\n", 9),
    REFUSED("8:0 Read max\n", 9),
    REFUSED("8:0 Read -\n", 10),
    REFUSED("8:0 Read 5x\n", 10),
    REFUSED("8:0 Read 5\r\n", 10),
    REFUSED("8:0 Read 5\n8:0 Discard 1.5\n", 24),
    REFUSED("(unknown) Write x\n", 16),
    /* All lines of a device that is refused are passed over, so that half a row is not taken for a whole one. */
    REFUSED("8:0 Read 1\n8:0 Discard x\n8:0 Write 1\n", 23),
    REFUSED("8:0 Read x\n8:0 Write 2\n8:1 Read 1\n", 9),
    REFUSED("8:0 Read x\n8:0 Write 2\n8:0 Sync 3\n8:0 Discard 4\n8:0 Total 7\n", 9),
    REFUSED("8:0 Read 1\n8:0 Write x\n8:0 Sync 3\n8:0 Read y\n8:0 Total 7\n", 21),
    REFUSED("8:0 Read 1\n8:0 Write 2\n8:0 Discard x\n8:0\n8:0 \n", 35),
    REFUSED("(unknown) Read x\n(unknown) Write 1\n(unknown) Total 1\n", 15),
    NO_MORE_EXAMPLES,
};

static const struct example limits[] = {
    GOOD("9:9 1048576\n"),
    GOOD("8:0 18446744073709551613\n"),
    GOOD("8:0 18446744073709551615\n"),
    GOOD("(unknown) \t 7 x\n"),
    END(""),
    END("Total 5\n"),
    CUT_DEVICES,
    CUT("8:0 5"),
    CUT("8:0 5 x"),
    CUT("8:0 -"),
    BAD_DEVICES,
    REFUSED("8:0\n", 3),
    REFUSED("8:0 \n", 4),
    REFUSED("8:0 max\n", 4),
    REFUSED("8:0 Read 5\n", 4),
    REFUSED("8:0 5x\n", 5),
    REFUSED("8:0 -\n", 5),
    REFUSED("(unknown) x\n", 10),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_stats[] = {
    PIECE("8:0 rbytes=1459200 wbytes=314773504 rios=192 wios=353 dbytes=0 dios=0\n"),
    PIECE("7:7 7:6 (unknown) rbytes=1 x=2\n"),
    PIECE("(unknown) 7:6 \n"),
    NO_MORE_TEXTS,
};
static const struct piece usual_maxima[] = {PIECE("8:16 rbps=2097152 wbps=max riops=max wiops=120\n"), NO_MORE_TEXTS};
static const struct piece usual_lines[] = {
    PIECE(USUAL_LINES),
    PIECE("(unknown) Read 1\n(unknown) Total 1\n(unknown) Read 2\n"),
    PIECE("8:0 Read x\n8:0 Write 2\n8:1 Read 1\n"),
    NO_MORE_TEXTS,
};
static const struct piece usual_limits[] = {PIECE("8:0 1048576\n"), PIECE("(unknown) 7\n"), NO_MORE_TEXTS};

/* Not between the lines of a device of version 1. */
static const char *const unknown[] = {"\n", "Total 5\n", "Total x\n", "\n\nTotal 18446744073709551615\n", NULL};

#define FILE_FUNCTIONS(id)                                                                                             \
    static struct outcome expect_##id(const char *bytes, size_t length, size_t at, void *out, size_t size)             \
    {                                                                                                                  \
        return expect(id, bytes, length, at, out, size);                                                               \
    }                                                                                                                  \
    static bool print_##id(struct builder *text, const void *record, unsigned shape)                                   \
    {                                                                                                                  \
        return print(id, text, record, shape);                                                                         \
    }

FILE_FUNCTIONS(STAT)
FILE_FUNCTIONS(MAX)
FILE_FUNCTIONS(BYTES)
FILE_FUNCTIONS(OPERATIONS)
FILE_FUNCTIONS(BYTES_BELOW)
FILE_FUNCTIONS(OPERATIONS_BELOW)
FILE_FUNCTIONS(READ_BPS)
FILE_FUNCTIONS(WRITE_BPS)
FILE_FUNCTIONS(READ_IOPS)
FILE_FUNCTIONS(WRITE_IOPS)

#define IO_FILE(id, path)                                                                                              \
    .name = "cgroup_io/" path, .kind = ROWS, .file = (enum vmm_file)(id), .reference = expect_##id,                    \
    .record_id = VMM_RECORD_CGROUP_IO, .bytes = sizeof(struct vmm_cgroup_io), .print = print_##id
#define SAMPLES .samples = "cgroup-io"
#define WORDS SAMPLES, .unknown = unknown, .words_move = true, .share_lines = true
#define OF_BYTES .sets = {{AT(major), 2}, {AT(read_bytes), 2}, {AT(discard_bytes), 1}}
#define OF_OPERATIONS .sets = {{AT(major), 2}, {AT(reads), 2}, {AT(discards), 1}}
#define LINES SAMPLES, .examples = lines, .usual = usual_lines, .span_lines = true
#define LIMIT(member)                                                                                                  \
    .sets = {{AT(major), 2}, {AT(member), 1}}, .examples = limits, .usual = usual_limits, .unknown = unknown

/* In the order of their ids. */
static const struct format cgroup_io_formats[] = {
    {IO_FILE(STAT, "io.stat"), WORDS, .sets = {{AT(major), 2}, {AT(read_bytes), 6}}, .examples = stats,
     .usual = usual_stats},
    {IO_FILE(MAX, "io.max"), WORDS, .sets = {{AT(major), 2}, {AT(max_read_bytes_per_second), 4}}, .examples = maxima,
     .usual = usual_maxima},
    {IO_FILE(BYTES, "blkio.throttle.io_service_bytes"), OF_BYTES, LINES},
    {IO_FILE(OPERATIONS, "blkio.throttle.io_serviced"), OF_OPERATIONS, LINES},
    {IO_FILE(BYTES_BELOW, "blkio.throttle.io_service_bytes_recursive"), OF_BYTES, LINES},
    {IO_FILE(OPERATIONS_BELOW, "blkio.throttle.io_serviced_recursive"), OF_OPERATIONS, LINES},
    {IO_FILE(READ_BPS, "blkio.throttle.read_bps_device"), LIMIT(max_read_bytes_per_second)},
    {IO_FILE(WRITE_BPS, "blkio.throttle.write_bps_device"), LIMIT(max_write_bytes_per_second)},
    {IO_FILE(READ_IOPS, "blkio.throttle.read_iops_device"), LIMIT(max_reads_per_second)},
    {IO_FILE(WRITE_IOPS, "blkio.throttle.write_iops_device"), LIMIT(max_writes_per_second)},
};

const struct group cgroup_io_group = {"cgroup_io", cgroup_io_formats,
                                      sizeof cgroup_io_formats / sizeof cgroup_io_formats[0], true, 0};
