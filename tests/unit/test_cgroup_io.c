/* A cgroup's I/O files, a device a row. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    STAT = VMM_CGROUP_IO_FILE_IO_STAT,
    MAX = VMM_CGROUP_IO_FILE_IO_MAX,
    BYTES = VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_IO_SERVICE_BYTES,
    OPERATIONS = VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_IO_SERVICED,
    BYTES_BELOW = VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_IO_SERVICE_BYTES_RECURSIVE,
    OPERATIONS_BELOW = VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_IO_SERVICED_RECURSIVE,
    FIRST_LIMIT = VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_READ_BPS_DEVICE,
    FILES = VMM_CGROUP_IO_FILE_BLKIO_THROTTLE_WRITE_IOPS_DEVICE
};

/* Where members stand in a record, in words. */
enum { MAJOR = 1, MINOR, INSTANCE, RBYTES, WBYTES, RIOS, WIOS, DBYTES, DIOS, MAX_RBPS, MAX_WBPS, MAX_RIOPS, MAX_WIOPS };

#define NO VMM_UNKNOWN
#define UNLIMITED VMM_UNLIMITED

/* The file that the functions below read. */
static uint32_t file;

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_cgroup_io_next(file, text, out, out_size);
}

/* ---- reference ---- */

struct word {
    const char *name;
    unsigned member;
    bool is_limit;
};

static const struct word stat_words[] = {{"rbytes=", RBYTES, false}, {"wbytes=", WBYTES, false},
                                         {"rios=", RIOS, false},     {"wios=", WIOS, false},
                                         {"dbytes=", DBYTES, false}, {"dios=", DIOS, false}};
static const struct word max_words[] = {
    {"rbps=", MAX_RBPS, true}, {"wbps=", MAX_WBPS, true}, {"riops=", MAX_RIOPS, true}, {"wiops=", MAX_WIOPS, true}};
static const struct word bytes_words[] = {
    {"Read ", RBYTES, false}, {"Write ", WBYTES, false}, {"Discard ", DBYTES, false}};
static const struct word operations_words[] = {
    {"Read ", RIOS, false}, {"Write ", WIOS, false}, {"Discard ", DIOS, false}};

static bool begins(const char *bytes, size_t pos, size_t length, const char *word)
{
    return length - pos >= strlen(word) && memcmp(bytes + pos, word, strlen(word)) == 0;
}

static const struct word *find(const struct word *words, size_t count, const char *bytes, size_t pos, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (begins(bytes, pos, length, words[i].name))
            return &words[i];
    return NULL;
}

static bool blank_at(const char *bytes, size_t pos, size_t length)
{
    return pos < length && (bytes[pos] == ' ' || bytes[pos] == '\t');
}

static bool newline_at(const char *bytes, size_t pos, size_t length)
{
    return pos < length && bytes[pos] == '\n';
}

static bool digit_at(const char *bytes, size_t pos, size_t length)
{
    return pos < length && bytes[pos] >= '0' && bytes[pos] <= '9';
}

/* The newline of a line, or the end of the text. */
static size_t newline_of(const char *bytes, size_t pos, size_t length)
{
    while (pos < length && bytes[pos] != '\n')
        pos++;
    return pos;
}

static size_t behind_line(const char *bytes, size_t pos, size_t length)
{
    pos = newline_of(bytes, pos, length);
    return pos < length ? pos + 1 : pos;
}

static struct outcome reference_refused(const char *bytes, size_t error, size_t length, uint64_t *words)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, behind_line(bytes, error, length),
                              error};

    reference_unknown(words, sizeof(struct vmm_cgroup_io));
    return outcome;
}

/* Goes over a string. False where the text is another, which `pos` is then at. */
static bool reference_string(const char *bytes, size_t *pos, size_t length, const char *string)
{
    for (; *string != '\0'; string++, ++*pos)
        if (*pos == length || bytes[*pos] != *string)
            return false;
    return true;
}

static bool reference_device(const char *bytes, size_t *pos, size_t length, uint64_t *words)
{
    if (*pos < length && bytes[*pos] == '(') {
        if (!reference_string(bytes, pos, length, "(unknown)"))
            return false;
    } else {
        for (unsigned i = MAJOR; i <= MINOR; i++) {
            size_t first = *pos;

            if (i == MINOR) {
                if (!reference_string(bytes, pos, length, ":"))
                    return false;
                first = *pos;
            }
            if (!digit_at(bytes, *pos, length) || !reference_number(bytes, first, length, pos, &words[i]))
                return false;
            if (words[i] == NO) {
                *pos = first;
                return false;
            }
        }
    }
    return blank_at(bytes, *pos, length) || newline_at(bytes, *pos, length);
}

/* Takes a value and what ends it. */
static bool reference_value(const char *bytes, size_t *pos, size_t length, bool is_limit, uint64_t *value)
{
    if (is_limit && *pos < length && bytes[*pos] == 'm') {
        if (!reference_string(bytes, pos, length, "max"))
            return false;
        *value = UNLIMITED;
    } else if (!reference_number(bytes, *pos, length, pos, value)) {
        return false;
    }
    return blank_at(bytes, *pos, length) || newline_at(bytes, *pos, length);
}

/* The rest of a line behind the device: words. */
static struct outcome expect_words(const struct word *known, size_t count, const char *bytes, size_t pos, size_t length,
                                   uint64_t *words)
{
    bool first = true;

    for (;;) {
        const struct word *word;

        while (blank_at(bytes, pos, length))
            pos++;
        if (pos == length)
            return reference_refused(bytes, length, length, words);
        if (newline_at(bytes, pos, length))
            return (struct outcome){VMM_OK, pos + 1, NOWHERE};
        /* Another device follows. */
        if (first && (digit_at(bytes, pos, length) || bytes[pos] == '('))
            return (struct outcome){VMM_OK, pos, NOWHERE};
        first = false;
        word = find(known, count, bytes, pos, length);
        if (word == NULL) {
            while (pos < length && !blank_at(bytes, pos, length) && !newline_at(bytes, pos, length))
                pos++;
            continue;
        }
        pos += strlen(word->name);
        if (!reference_value(bytes, &pos, length, word->is_limit, &words[word->member]))
            return reference_refused(bytes, pos, length, words);
    }
}

/* All lines of a device: the first begins at `start`, and the device in it ends at `pos`. */
static struct outcome expect_lines(const struct word *known, size_t count, const char *bytes, size_t start, size_t pos,
                                   size_t length, uint64_t *words)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};
    const char *device = bytes + start;
    size_t device_length = pos - start, line = start;

    for (;;) {
        size_t left;
        const struct word *word;

        while (blank_at(bytes, pos, length))
            pos++;
        word = find(known, count, bytes, pos, length);
        if (outcome.status != VMM_OK) {
            /* The rest of a bad device, but no line that was cut. */
            if (newline_of(bytes, pos, length) == length)
                return outcome;
            outcome.pos = behind_line(bytes, pos, length);
        } else if (word != NULL) {
            size_t at = pos + strlen(word->name);

            while (blank_at(bytes, at, length))
                at++;
            if (!reference_value(bytes, &at, length, false, &words[word->member]))
                outcome = reference_refused(bytes, at, length, words);
            else if (newline_of(bytes, at, length) == length)
                return reference_refused(bytes, length, length, words);
            else
                outcome.pos = behind_line(bytes, at, length);
        } else {
            if (newline_of(bytes, pos, length) == length)
                return reference_refused(bytes, length, length, words);
            outcome.pos = behind_line(bytes, pos, length);
        }
        /* An unknown device ends with its total, any with the text, and where another begins. */
        if (*device == '(' && begins(bytes, pos, length, "Total "))
            return outcome;
        line = outcome.pos;
        left = length - line;
        if (left == 0 || memcmp(bytes + line, device, left < device_length ? left : device_length) != 0)
            return outcome;
        pos = line + device_length;
        if (left <= device_length) {
            /* Cut where it may be the same. */
            if (outcome.status != VMM_OK)
                return outcome;
            return reference_refused(bytes, length, length, words);
        }
        if (!blank_at(bytes, pos, length) && !newline_at(bytes, pos, length))
            return outcome;
    }
}

/* One call. */
static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    size_t pos = 0, start;

    reference_unknown(words, sizeof(struct vmm_cgroup_io));
    while (pos < length && (bytes[pos] == '\n' || bytes[pos] == 'T')) {
        if (bytes[pos] == 'T') {
            if (!reference_string(bytes, &pos, length, "Total "))
                return reference_refused(bytes, pos, length, words);
            pos = newline_of(bytes, pos, length);
            if (pos == length)
                return reference_refused(bytes, length, length, words);
        }
        pos++;
    }
    if (pos == length)
        return (struct outcome){VMM_END, length, NOWHERE};
    start = pos;
    if (!reference_device(bytes, &pos, length, words))
        return reference_refused(bytes, pos, length, words);
    if (file == STAT)
        return expect_words(stat_words, COUNT_OF(stat_words), bytes, pos, length, words);
    if (file == MAX)
        return expect_words(max_words, COUNT_OF(max_words), bytes, pos, length, words);
    if (file == BYTES || file == BYTES_BELOW)
        return expect_lines(bytes_words, COUNT_OF(bytes_words), bytes, start, pos, length, words);
    if (file == OPERATIONS || file == OPERATIONS_BELOW)
        return expect_lines(operations_words, COUNT_OF(operations_words), bytes, start, pos, length, words);
    while (blank_at(bytes, pos, length))
        pos++;
    if (!reference_value(bytes, &pos, length, false, &words[MAX_RBPS + (file - FIRST_LIMIT)]))
        return reference_refused(bytes, pos, length, words);
    pos = newline_of(bytes, pos, length);
    if (pos == length)
        return reference_refused(bytes, length, length, words);
    return (struct outcome){VMM_OK, pos + 1, NOWHERE};
}

static const struct old_format format = {parse, expect, VMM_RECORD_CGROUP_IO, sizeof(struct vmm_cgroup_io)};

/* ---- all rows of a text ---- */

enum { MANY = 16 };

struct rows {
    struct vmm_cgroup_io row[MANY];
    /* How many rows there are, and how many calls said something else before the end. */
    size_t count, refused, cut;
};

/* Reads all rows; each call must do what the reference does on the rest of the text. */
static void rows_in_place(uint32_t file_id, const char *bytes, size_t length, struct rows *rows)
{
    struct vmm_text text = vmm_text_of(bytes, length);

    file = file_id;
    rows->count = rows->refused = rows->cut = 0;
    for (;;) {
        struct record record, wanted_record;
        size_t from = (size_t)(text.pos - bytes);
        struct outcome wanted = expect(bytes + from, length - from, wanted_record.words);
        vmm_status status;

        memset(&record, 0x5a, sizeof record);
        status =
            vmm_cgroup_io_next(file_id, &text, (struct vmm_cgroup_io *)(void *)&record, sizeof(struct vmm_cgroup_io));
        if (status != wanted.status)
            fail_msg("%.*s: status %d, expected %d", (int)(length - from), bytes + from, (int)status,
                     (int)wanted.status);
        assert_int_equal(text.pos - bytes, from + wanted.pos);
        if (wanted.error == NOWHERE)
            assert_null(text.error);
        else
            assert_ptr_equal(text.error, bytes + from + wanted.error);
        assert_memory_equal(&record, &wanted_record, sizeof(struct vmm_cgroup_io));
        if (status == VMM_END) {
            assert_ptr_equal(text.pos, text.end);
            return;
        }
        assert_true(wanted.pos > 0);
        if (status == VMM_OK) {
            if (rows->count < MANY)
                memcpy(&rows->row[rows->count], &record, sizeof rows->row[0]);
            rows->count++;
        } else if (status == VMM_E_SYNTAX) {
            rows->refused++;
        } else {
            assert_int_equal(status, VMM_E_TRUNCATED);
            assert_ptr_equal(text.pos, text.end);
            rows->cut++;
        }
    }
}

static struct rows rows_of(uint32_t file_id, const char *bytes, size_t length)
{
    struct arena arena = arena_new(length);
    struct rows rows;

    rows_in_place(file_id, arena_at_start(&arena, bytes, length), length, &rows);
    rows_in_place(file_id, arena_at_end(&arena, bytes, length), length, &rows);
    arena_free(&arena);
    return rows;
}

/* Of a text in which nothing is wrong. */
static struct rows good_rows_of(uint32_t file_id, const char *string)
{
    struct rows rows = rows_of(file_id, string, strlen(string));

    assert_int_equal(rows.refused, 0);
    assert_int_equal(rows.cut, 0);
    assert_true(rows.count <= MANY);
    return rows;
}

/* Compares all members but instance_id, which no file says. */
static void check_row(const struct vmm_cgroup_io *row, const uint64_t *wanted)
{
    uint64_t words[sizeof *row / sizeof(uint64_t)];

    memcpy(words, row, sizeof words);
    assert_int_equal(words[0], sizeof *row);
    assert_int_equal(words[INSTANCE], NO);
    assert_int_equal(words[MAJOR], wanted[0]);
    assert_int_equal(words[MINOR], wanted[1]);
    for (unsigned i = RBYTES; i <= MAX_WIOPS; i++)
        assert_int_equal(words[i], wanted[i - RBYTES + 2]);
}

#define LIMITS_UNKNOWN NO, NO, NO, NO
/* A row of io.stat; one of io.max. */
#define CHECK_STAT(row, major, minor, ...)                                                                             \
    check_row(&(row), (const uint64_t[]){major, minor, __VA_ARGS__, LIMITS_UNKNOWN})
#define CHECK_MAX(row, major, minor, ...)                                                                              \
    check_row(&(row), (const uint64_t[]){major, minor, NO, NO, NO, NO, NO, NO, __VA_ARGS__})
#define CHECK_BARE(row, major, minor) CHECK_MAX(row, major, minor, LIMITS_UNKNOWN)
/* Of version 1: read, written, discarded. */
#define CHECK_BYTES(row, major, minor, r, w, d) CHECK_STAT(row, major, minor, r, w, NO, NO, d, NO)
#define CHECK_OPERATIONS(row, major, minor, r, w, d) CHECK_STAT(row, major, minor, NO, NO, r, w, NO, d)

static struct vmm_cgroup_io the_row(uint32_t file_id, const char *string)
{
    struct rows rows = good_rows_of(file_id, string);

    assert_int_equal(rows.count, 1);
    return rows.row[0];
}

static struct rows sample_rows(uint32_t file_id, const char *name)
{
    struct sample sample = sample_load(name);
    struct rows rows = rows_of(file_id, sample.length == 0 ? "" : sample.bytes, sample.length);

    assert_int_equal(rows.refused, 0);
    assert_true(rows.count <= MANY);
    sample_free(&sample);
    return rows;
}

/* ---- samples ---- */

/* Which file a sample is of, by its name: longer names before those that they contain. */
static uint32_t file_of(const char *sample_name)
{
    static const struct {
        const char *name;
        uint32_t id;
    } files[] = {
        {"io.stat", STAT},
        {"io.max", MAX},
        {"io_service_bytes_recursive", BYTES_BELOW},
        {"io_serviced_recursive", OPERATIONS_BELOW},
        {"io_service_bytes", BYTES},
        {"io_serviced", OPERATIONS},
        {"read_bps_device", FIRST_LIMIT},
        {"write_bps_device", FIRST_LIMIT + 1},
        {"read_iops_device", FIRST_LIMIT + 2},
        {"write_iops_device", FIRST_LIMIT + 3},
    };

    for (size_t i = 0; i < COUNT_OF(files); i++)
        if (strstr(sample_name, files[i].name) != NULL)
            return files[i].id;
    fail_msg("%s is of no file", sample_name);
    return 0;
}

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *name = sample_names("cgroup-io");

    (void)state;
    for (; *name != NULL; name++) {
        struct rows rows = sample_rows(file_of(*name), *name);

        assert_true(rows.count > 0 || strstr(*name, "empty") != NULL || strstr(*name, "no-device") != NULL);
        /* As every other file too. */
        for (uint32_t file_id = 1; file_id <= FILES; file_id++) {
            struct sample sample = sample_load(*name);

            rows_of(file_id, sample.length == 0 ? "" : sample.bytes, sample.length);
            sample_free(&sample);
        }
    }
}

/* What is left of a row of version 1 knows less than the whole, but nothing else. */
static void check_part(const struct vmm_cgroup_io *part, const struct vmm_cgroup_io *whole)
{
    uint64_t got[sizeof *part / sizeof(uint64_t)], wanted[sizeof *part / sizeof(uint64_t)];

    memcpy(got, part, sizeof got);
    memcpy(wanted, whole, sizeof wanted);
    for (size_t i = 0; i < COUNT_OF(got); i++)
        assert_true(got[i] == wanted[i] || (got[i] == NO && i > MINOR));
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *name = sample_names("cgroup-io");

    (void)state;
    for (; *name != NULL; name++) {
        struct sample sample = sample_load(*name);
        uint32_t file_id = file_of(*name);
        struct rows whole;

        if (sample.length == 0) {
            sample_free(&sample);
            continue;
        }
        whole = rows_of(file_id, sample.bytes, sample.length);
        for (size_t at = 0; at <= sample.length; at += at < 300 ? 1 : chance_step()) {
            struct rows rows = rows_of(file_id, sample.bytes, at);
            bool in_line = at > 0 && sample.bytes[at - 1] != '\n';

            assert_int_equal(rows.refused, 0);
            assert_int_equal(rows.cut, in_line);
            assert_true(rows.count <= whole.count);
            for (size_t i = 0; i < rows.count; i++) {
                bool lines = file_id >= BYTES && file_id < FIRST_LIMIT;

                if (lines && i + 1 == rows.count && !in_line)
                    check_part(&rows.row[i], &whole.row[i]);
                else
                    assert_memory_equal(&rows.row[i], &whole.row[i], sizeof rows.row[i]);
            }
        }
        sample_free(&sample);
    }
}

static void test_sample_of_linux_4_5(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-4.5-io.stat");

    (void)state;
    assert_int_equal(rows.count, 2);
    CHECK_STAT(rows.row[0], 8, 16, 1459200, 314773504, 192, 353, NO, NO);
    CHECK_STAT(rows.row[1], 8, 0, 90430464, 299008000, 8950, 1252, NO, NO);
}

static void test_sample_of_linux_5_4(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-5.4-io.stat");

    (void)state;
    assert_int_equal(rows.count, 3);
    CHECK_STAT(rows.row[0], 259, 0, 7315283968, 51740655616, 283014, 2213344, 0, 0);
    CHECK_STAT(rows.row[1], 253, 0, 6932463616, 51740655616, 236103, 2411873, 44040192, 17);
    CHECK_STAT(rows.row[2], 8, 0, 0, 4096, 0, 1, 0, 0);
}

/* A41, B6.4: words of controllers, some of them no whole numbers, are skipped. */
static void test_sample_with_words_of_controllers(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-5.10-root-io.stat-cost");

    (void)state;
    assert_int_equal(rows.count, 3);
    CHECK_STAT(rows.row[0], 259, 0, 1316294656, 9011200, 27104, 1022, 0, 0);
    CHECK_STAT(rows.row[1], 8, 0, 5197824, 0, 310, 0, 0, 0);
    CHECK_STAT(rows.row[2], 8, 16, 8192, 0, 2, 0, 0, 0);
}

/* B6.4: so are those of a scheduler, some without a value. */
static void test_sample_with_words_of_a_scheduler(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/android-5.10-io.stat-scheduler");

    (void)state;
    assert_int_equal(rows.count, 1);
    CHECK_STAT(rows.row[0], 254, 42, 25767936, 4616192, 1243, 371, 0, 0);
}

/* A41, B6.1: each is a row, and the values are those of the last. */
static void test_sample_with_several_devices_on_a_line(void **state)
{
    static const struct {
        uint64_t major, minor;
    } bare[] = {{7, 7}, {7, 6}, {7, 5}, {7, 3}, {7, 2}, {7, 1}, {7, 0}};
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-5.15-io.stat-several-on-a-line");

    (void)state;
    assert_int_equal(rows.count, 10);
    for (size_t i = 0; i < COUNT_OF(bare); i++)
        CHECK_BARE(rows.row[i < 3 ? i : i + 1], bare[i].major, bare[i].minor);
    CHECK_STAT(rows.row[3], 7, 4, 327680, 0, 9, 0, 0, 0);
    CHECK_STAT(rows.row[8], 253, 0, 2281472, 24576, 101, 6, 0, 0);
    CHECK_STAT(rows.row[9], 8, 0, 4825088, 28672, 213, 7, 12288, 2);
}

/* A41, B6.3: the last device cannot be told from one that was cut, and no row before it suffers. */
static void test_sample_that_ends_in_a_line(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-5.15-io.stat-ends-in-a-line");

    (void)state;
    assert_int_equal(rows.count, 3);
    assert_int_equal(rows.cut, 1);
    CHECK_STAT(rows.row[0], 8, 0, 4825088, 28672, 213, 7, 12288, 2);
    CHECK_BARE(rows.row[1], 7, 1);
    CHECK_BARE(rows.row[2], 7, 0);
}

/* B6.1: behind a blank the line ends. Two blanks are before words where the usual ones are missing. */
static void test_sample_with_lines_without_values(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-6.1-io.stat-without-values");

    (void)state;
    assert_int_equal(rows.count, 6);
    CHECK_BARE(rows.row[0], 253, 10);
    CHECK_STAT(rows.row[1], 253, 9, 4096, 0, 1, 0, 0, 0);
    CHECK_BARE(rows.row[2], 7, 0);
    CHECK_BARE(rows.row[3], 8, 0);
    CHECK_STAT(rows.row[4], 8, 16, 180224, 0, 21, 0, 0, 0);
    CHECK_BARE(rows.row[5], 11, 0);
}

static void test_sample_without_values_or_blank(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/written-io.stat-without-values-or-blank");

    (void)state;
    assert_int_equal(rows.count, 2);
    CHECK_BARE(rows.row[0], 253, 1);
    CHECK_STAT(rows.row[1], 253, 0, 12288, 0, 3, 0, 0, 0);
}

/* A41, B6.2: rows without numbers, and the others as ever. */
static void test_sample_with_unknown_devices(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-6.8-io.stat-unknown-devices");

    (void)state;
    assert_int_equal(rows.count, 4);
    CHECK_STAT(rows.row[0], NO, NO, 1376256, 8192, 84, 2, 0, 0);
    CHECK_BARE(rows.row[1], NO, NO);
    CHECK_STAT(rows.row[2], 8, 0, 40960, 4096, 10, 1, 0, 0);
    CHECK_STAT(rows.row[3], NO, NO, 512, 0, 1, 0, 0, 0);
}

/* B6.4: words may come in any order. */
static void test_sample_in_another_order(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/written-io.stat-another-order");

    (void)state;
    assert_int_equal(rows.count, 1);
    CHECK_STAT(rows.row[0], 8, 0, 1, 2, 3, 4, 5, 6);
}

static void test_sample_with_words_of_the_future(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/written-io.stat-future-words");

    (void)state;
    assert_int_equal(rows.count, 2);
    CHECK_STAT(rows.row[0], 8, 0, 1, 2, 3, 4, 5, 6);
    CHECK_BARE(rows.row[1], 8, 16);
}

static void test_sample_with_extreme_numbers(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/written-io.stat-extreme-numbers");

    (void)state;
    assert_int_equal(rows.count, 2);
    CHECK_STAT(rows.row[0], 4095, 1048575, UINT64_MAX - 2, NO, NO, NO, NO, 12);
    CHECK_STAT(rows.row[1], UINT64_MAX - 2, 0, UINT64_C(999999999999999), UINT64_C(1000000000000000), 99999999,
               100000000, UINT64_C(12345678901234567890), 0);
}

/* H: a healthy file may be empty. */
static void test_sample_that_is_empty(void **state)
{
    struct rows rows = sample_rows(STAT, "cgroup-io/linux-6.18-io.stat-empty");

    (void)state;
    assert_int_equal(rows.count, 0);
    assert_int_equal(rows.cut, 0);
}

/* A36: `max` is not a number. */
static void test_sample_of_limits(void **state)
{
    struct rows rows = sample_rows(MAX, "cgroup-io/linux-6.18-io.max");

    (void)state;
    assert_int_equal(rows.count, 3);
    CHECK_MAX(rows.row[0], 8, 16, 2097152, UNLIMITED, UNLIMITED, 120);
    CHECK_MAX(rows.row[1], 8, 0, UNLIMITED, UNLIMITED, UINT32_MAX - 1, UNLIMITED);
    CHECK_MAX(rows.row[2], 259, 0, 1073741824, 1073741824, 10000, 5000);
}

/* H: several lines are one device; B7.5: the file ends with a total. */
static void test_samples_of_linux_6_18_v1(void **state)
{
    struct rows rows = sample_rows(BYTES, "cgroup-io/linux-6.18-x86_64-v1-io_service_bytes");

    (void)state;
    assert_int_equal(rows.count, 1);
    CHECK_BYTES(rows.row[0], 254, 0, 2678784, 2629632, 0);
    rows = sample_rows(BYTES_BELOW, "cgroup-io/linux-6.18-x86_64-v1-io_service_bytes_recursive");
    assert_int_equal(rows.count, 1);
    CHECK_BYTES(rows.row[0], 254, 0, 3088384, 2629632, 0);
    rows = sample_rows(OPERATIONS, "cgroup-io/linux-6.18-x86_64-v1-io_serviced");
    assert_int_equal(rows.count, 1);
    CHECK_OPERATIONS(rows.row[0], 254, 0, 43, 43, 0);
    rows = sample_rows(OPERATIONS_BELOW, "cgroup-io/linux-6.18-x86_64-v1-io_serviced_recursive");
    assert_int_equal(rows.count, 1);
    CHECK_OPERATIONS(rows.row[0], 254, 0, 143, 43, 0);
    rows = sample_rows(BYTES, "cgroup-io/linux-6.18-x86_64-v1-root-io_service_bytes");
    assert_int_equal(rows.count, 2);
    CHECK_BYTES(rows.row[0], 254, 0, 182833152, 356339712, 251784773632);
    CHECK_BYTES(rows.row[1], 7, 0, 0, 0, 0);
}

static void test_samples_of_limits_v1(void **state)
{
    struct rows rows = sample_rows(FIRST_LIMIT, "cgroup-io/linux-6.18-x86_64-v1-read_bps_device");

    (void)state;
    assert_int_equal(rows.count, 1);
    CHECK_MAX(rows.row[0], 254, 0, 104857600, NO, NO, NO);
    rows = sample_rows(FIRST_LIMIT + 1, "cgroup-io/linux-6.18-x86_64-v1-write_bps_device");
    CHECK_MAX(rows.row[0], 254, 0, NO, 104857600, NO, NO);
    rows = sample_rows(FIRST_LIMIT + 2, "cgroup-io/linux-6.18-x86_64-v1-read_iops_device");
    CHECK_MAX(rows.row[0], 254, 0, NO, NO, 2000, NO);
    rows = sample_rows(FIRST_LIMIT + 3, "cgroup-io/linux-6.18-x86_64-v1-write_iops_device");
    CHECK_MAX(rows.row[0], 254, 0, NO, NO, NO, 1000);
    rows = sample_rows(FIRST_LIMIT + 1, "cgroup-io/linux-4.19-v1-write_bps_device");
    assert_int_equal(rows.count, 3);
    CHECK_MAX(rows.row[0], 8, 0, NO, 1048576, NO, NO);
    CHECK_MAX(rows.row[1], 8, 16, NO, UINT64_MAX - 2, NO, NO);
    CHECK_MAX(rows.row[2], 253, 4, NO, 1, NO, NO);
}

/* B7.5: where there is no device, the total is alone. */
static void test_sample_with_only_a_total(void **state)
{
    struct rows rows = sample_rows(BYTES, "cgroup-io/linux-6.18-x86_64-v1-io_service_bytes-no-device");

    (void)state;
    assert_int_equal(rows.count, 0);
    assert_int_equal(rows.cut, 0);
}

/* B7.5: `Discard` came with 4.19. */
static void test_sample_without_discards(void **state)
{
    struct rows rows = sample_rows(BYTES, "cgroup-io/linux-4.4-v1-io_service_bytes");

    (void)state;
    assert_int_equal(rows.count, 2);
    CHECK_BYTES(rows.row[0], 8, 0, 1459200, 314773504, NO);
    CHECK_BYTES(rows.row[1], 253, 0, 700416, 0, NO);
}

static void test_sample_of_several_devices(void **state)
{
    struct rows rows = sample_rows(OPERATIONS_BELOW, "cgroup-io/linux-5.10-v1-io_serviced_recursive");

    (void)state;
    assert_int_equal(rows.count, 3);
    CHECK_OPERATIONS(rows.row[0], 259, 0, 9120, 88, 12);
    CHECK_OPERATIONS(rows.row[1], 8, 0, 0, 0, 0);
    CHECK_OPERATIONS(rows.row[2], 8, 1, 7, 1, 0);
}

/* A41, B6.2, B7.5: two that have no number are still two. */
static void test_sample_with_unknown_devices_v1(void **state)
{
    struct rows rows = sample_rows(BYTES, "cgroup-io/linux-5.15-v1-io_service_bytes-unknown-devices");

    (void)state;
    assert_int_equal(rows.count, 3);
    CHECK_BYTES(rows.row[0], NO, NO, 512, 0, 0);
    CHECK_BYTES(rows.row[1], NO, NO, 4096, 8192, 1024);
    CHECK_BYTES(rows.row[2], 8, 0, 1, 2, 3);
}

static void test_sample_with_operations_of_the_future(void **state)
{
    struct rows rows = sample_rows(OPERATIONS, "cgroup-io/written-v1-io_serviced-future-operations");

    (void)state;
    assert_int_equal(rows.count, 3);
    CHECK_OPERATIONS(rows.row[0], 8, 0, 1, 2, 3);
    CHECK_BARE(rows.row[1], 8, 16);
    CHECK_OPERATIONS(rows.row[2], 8, 32, 5, NO, NO);
}

/* ---- the file ---- */

/* vmm_file_find() gives the same numbers. */
static void test_files_by_their_names(void **state)
{
    static const char *const names[] = {"io.stat",
                                        "io.max",
                                        "blkio.throttle.io_service_bytes",
                                        "blkio.throttle.io_serviced",
                                        "blkio.throttle.io_service_bytes_recursive",
                                        "blkio.throttle.io_serviced_recursive",
                                        "blkio.throttle.read_bps_device",
                                        "blkio.throttle.write_bps_device",
                                        "blkio.throttle.read_iops_device",
                                        "blkio.throttle.write_iops_device"};

    (void)state;
    assert_int_equal(COUNT_OF(names), FILES);
    for (uint32_t i = 0; i < COUNT_OF(names); i++)
        assert_int_equal(vmm_file_find(VMM_RECORD_CGROUP_IO, names[i], strlen(names[i])), i + 1);
}

static void test_files_that_are_none(void **state)
{
    static const uint32_t none[] = {0, FILES + 1, 1000, INT32_MAX, UINT32_MAX};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        struct record record;
        struct outcome outcome;

        file = none[i];
        outcome = run(&format, TEXT("\nTotal 5\n8:0 rbytes=1\n"), &record, format.bytes);
        assert_int_equal(outcome.status, VMM_E_ARGUMENT);
        assert_int_equal(outcome.pos, 0);
        assert_int_equal(outcome.error, NOWHERE);
        assert_int_equal(record.words[0], format.bytes);
        check_unknown(VMM_RECORD_CGROUP_IO, &record);
    }
}

static void test_a_file_knows_its_own_members_only(void **state)
{
    static const char line[] = "8:0 rbytes=1 wbytes=2 rios=3 wios=4 dbytes=5 dios=6 rbps=7 wbps=8 riops=9 wiops=10\n";
    struct vmm_cgroup_io row = the_row(STAT, line);

    (void)state;
    CHECK_STAT(row, 8, 0, 1, 2, 3, 4, 5, 6);
    row = the_row(MAX, line);
    CHECK_MAX(row, 8, 0, 7, 8, 9, 10);
    row = the_row(BYTES, line);
    CHECK_BARE(row, 8, 0);
}

/* ---- devices ---- */

static void test_devices_of_every_number(void **state)
{
    static const uint64_t numbers[] = {0,
                                       1,
                                       9,
                                       10,
                                       255,
                                       4095,
                                       99999999,
                                       100000000,
                                       UINT32_MAX,
                                       UINT64_C(999999999999999),
                                       UINT64_C(1000000000000000),
                                       UINT64_MAX - 2};

    (void)state;
    for (uint32_t file_id = 1; file_id <= FILES; file_id++)
        for (size_t i = 0; i < COUNT_OF(numbers); i++)
            for (size_t k = 0; k < COUNT_OF(numbers); k++) {
                struct vmm_cgroup_io row;
                char text[120];

                snprintf(text, sizeof text, "%" PRIu64 ":%" PRIu64 " 7\n", numbers[i], numbers[k]);
                if (file_id <= MAX)
                    snprintf(text, sizeof text, "%" PRIu64 ":%" PRIu64 " x=7\n", numbers[i], numbers[k]);
                row = the_row(file_id, text);
                assert_int_equal(row.major, numbers[i]);
                assert_int_equal(row.minor, numbers[k]);
            }
}

/* The error is at a byte of the first line, and one good row follows. */
static void check_refused(uint32_t file_id, const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length + 40);
    struct builder builder = {NULL, 0, 0};
    struct vmm_text text;
    struct vmm_cgroup_io row;
    struct record record;
    struct outcome outcome;

    file = file_id;
    builder_add(&builder, bytes, length);
    builder_print(&builder, "%s", file_id >= FIRST_LIMIT ? "9:9 5\n" : "9:9 rios=7 Read 5\n");
    outcome = run(&format, builder.bytes, builder.length, &record, format.bytes);
    if (outcome.status != VMM_E_SYNTAX || outcome.error != error || outcome.pos != length)
        fail_msg("%s: status %d, error %ld, pos %ld", bytes, (int)outcome.status, (long)outcome.error,
                 (long)outcome.pos);
    check_unknown(VMM_RECORD_CGROUP_IO, &record);
    check_text(&format, &arena, builder.bytes, builder.length);
    text = vmm_text_of(builder.bytes, builder.length);
    assert_int_equal(vmm_cgroup_io_next(file_id, &text, &row, sizeof row), VMM_E_SYNTAX);
    assert_int_equal(vmm_cgroup_io_next(file_id, &text, &row, sizeof row), VMM_OK);
    assert_int_equal(row.major, 9);
    assert_null(text.error);
    assert_int_equal(vmm_cgroup_io_next(file_id, &text, &row, sizeof row), VMM_END);
    builder_free(&builder);
    arena_free(&arena);
}

static void test_lines_without_a_device_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    for (uint32_t file_id = 1; file_id <= FILES; file_id++) {
        check_refused(file_id, TEXT("rbytes=5\n"), 0);
        check_refused(file_id, TEXT("Read 5\n"), 0);
        check_refused(file_id, TEXT(" 8:0 rbytes=5\n"), 0);
        check_refused(file_id, TEXT(" \n"), 0);
        check_refused(file_id, TEXT("-8:0 rbytes=5\n"), 0);
        check_refused(file_id, TEXT("+8:0 rbytes=5\n"), 0);
        check_refused(file_id, TEXT(":0 rbytes=5\n"), 0);
        check_refused(file_id, TEXT("\0:0 rbytes=5\n"), 0);
        check_refused(file_id, TEXT("sda rbytes=5\n"), 0);
        check_refused(file_id, TEXT("8 rbytes=5\n"), 1);
        check_refused(file_id, TEXT("8\n"), 1);
        check_refused(file_id, TEXT("8=0 rbytes=5\n"), 1);
        check_refused(file_id, TEXT("8 :0 rbytes=5\n"), 1);
        check_refused(file_id, TEXT("8x:0 rbytes=5\n"), 1);
        check_refused(file_id, TEXT("8: 0 rbytes=5\n"), 2);
        check_refused(file_id, TEXT("8:\n"), 2);
        check_refused(file_id, TEXT("8::0\n"), 2);
        check_refused(file_id, TEXT("8:-0 rbytes=5\n"), 2);
        check_refused(file_id, TEXT("8:x rbytes=5\n"), 2);
        check_refused(file_id, TEXT("8:0x rbytes=5\n"), 3);
        check_refused(file_id, TEXT("8:0:rbytes=5\n"), 3);
        check_refused(file_id, TEXT("8:0:1 rbytes=5\n"), 3);
        check_refused(file_id, TEXT("8:0\r\n"), 3);
        check_refused(file_id, TEXT("8:0\0\n"), 3);
        check_refused(file_id, TEXT("8:0=5 rbytes=123456789012345678901234\n"), 3);
        check_refused(file_id, TEXT("() rbytes=5\n"), 1);
        check_refused(file_id, TEXT("(unknow) rbytes=5\n"), 7);
        check_refused(file_id, TEXT("(unknown rbytes=5\n"), 8);
        check_refused(file_id, TEXT("(unknown)x rbytes=5\n"), 9);
        check_refused(file_id, TEXT("(unknown):0 rbytes=5\n"), 9);
        check_refused(file_id, TEXT("(none) rbytes=5\n"), 1);
        check_refused(file_id, TEXT("unknown rbytes=5\n"), 0);
        check_refused(file_id, TEXT("total 5\n"), 0);
        check_refused(file_id, TEXT("Totals 5\n"), 5);
        check_refused(file_id, TEXT("Total\t5\n"), 5);
        check_refused(file_id, TEXT("Total\n"), 5);
        check_refused(file_id, TEXT("T\n"), 1);
    }
}

/* One that does not fit must not look like an unknown device. */
static void test_devices_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    for (uint32_t file_id = 1; file_id <= FILES; file_id++) {
        check_refused(file_id, TEXT("18446744073709551615:0 rbytes=5\n"), 0);
        check_refused(file_id, TEXT("18446744073709551614:0 rbytes=5\n"), 0);
        check_refused(file_id, TEXT("8:18446744073709551614 rbytes=5\n"), 2);
        check_refused(file_id, TEXT("99999999999999999999999999:0 Read 5\n"), 0);
        check_refused(file_id, TEXT("0:99999999999999999999999999 Read 5\n"), 2);
    }
}

static void test_empty_lines_are_passed_over(void **state)
{
    struct rows rows = good_rows_of(STAT, "\n\n8:0 rbytes=5\n\n8:1 \n\n\n");

    (void)state;
    assert_int_equal(rows.count, 2);
    CHECK_STAT(rows.row[0], 8, 0, 5, NO, NO, NO, NO, NO);
    CHECK_BARE(rows.row[1], 8, 1);
    assert_int_equal(good_rows_of(STAT, "\n").count, 0);
    assert_int_equal(good_rows_of(STAT, "").count, 0);
    rows = good_rows_of(BYTES, "\nTotal 5\n\nTotal x\n8:0 Read 5\n\n8:0 Write 6\nTotal 7\n\n");
    assert_int_equal(rows.count, 2);
    CHECK_BYTES(rows.row[0], 8, 0, 5, NO, NO);
    CHECK_BYTES(rows.row[1], 8, 0, NO, 6, NO);
}

/* ---- version 2 ---- */

static void test_several_devices_on_a_line_in_every_mixture(void **state)
{
    static const char *const devices[] = {"8:0", "(unknown)", "4095:1048575"};
    static const char *const blanks[] = {" ", "  ", "\t", " \t "};

    (void)state;
    for (unsigned number = 0; number < 81; number++)
        for (size_t i = 0; i < COUNT_OF(blanks); i++) {
            unsigned which[] = {number % 3, number / 3 % 3, number / 9 % 3, number / 27};
            struct builder builder = {NULL, 0, 0};
            struct rows rows;

            for (unsigned k = 0; k < 4; k++)
                builder_print(&builder, "%s%s", devices[which[k]], blanks[i]);
            builder_print(&builder, "rbytes=5 wios=6\n");
            rows = good_rows_of(STAT, builder.bytes);
            assert_int_equal(rows.count, 4);
            for (unsigned k = 0; k < 4; k++) {
                uint64_t major = which[k] == 0 ? 8 : which[k] == 1 ? NO : 4095;
                uint64_t minor = which[k] == 0 ? 0 : which[k] == 1 ? NO : 1048575;

                if (k < 3)
                    CHECK_BARE(rows.row[k], major, minor);
                else
                    CHECK_STAT(rows.row[k], major, minor, 5, NO, NO, 6, NO, NO);
            }
            builder_free(&builder);
        }
}

/* Between two calls the text stands at the next device. */
static void test_where_the_text_stands_between_devices_of_a_line(void **state)
{
    static const char bytes[] = "7:7 7:6  7:5 rbytes=1\n";
    struct vmm_text text = vmm_text_of(bytes, sizeof bytes - 1);
    struct vmm_cgroup_io row;

    (void)state;
    assert_int_equal(vmm_cgroup_io_next(STAT, &text, &row, sizeof row), VMM_OK);
    assert_ptr_equal(text.pos, bytes + 4);
    assert_int_equal(vmm_cgroup_io_next(STAT, &text, &row, sizeof row), VMM_OK);
    assert_ptr_equal(text.pos, bytes + 9);
    assert_int_equal(vmm_cgroup_io_next(STAT, &text, &row, sizeof row), VMM_OK);
    assert_ptr_equal(text.pos, text.end);
}

/* A word that stands where a device may, and is a bad one: its values are not taken for those of the device before. */
static void test_a_bad_device_behind_others(void **state)
{
    static const char *const bad[] = {"8:x", "8", "8:", "(none)", "18446744073709551615:0", "0x8:0", "8:0,8:1"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct builder builder = {NULL, 0, 0};
        struct rows rows;

        builder_print(&builder, "7:0 7:1 %s rbytes=5\n9:9 rbytes=6\n", bad[i]);
        rows = rows_of(STAT, builder.bytes, builder.length);
        assert_int_equal(rows.count, 3);
        assert_int_equal(rows.refused, 1);
        CHECK_BARE(rows.row[0], 7, 0);
        CHECK_BARE(rows.row[1], 7, 1);
        CHECK_STAT(rows.row[2], 9, 9, 6, NO, NO, NO, NO, NO);
        builder_free(&builder);
    }
}

/* Behind a word there are only words. */
static void test_no_device_behind_a_word(void **state)
{
    struct vmm_cgroup_io row = the_row(STAT, "8:0 x 7:0 rbytes=5 (unknown) 7:1 wbytes=6 9\n");

    (void)state;
    CHECK_STAT(row, 8, 0, 5, 6, NO, NO, NO, NO);
}

static void test_of_duplicate_words_the_last_wins(void **state)
{
    struct vmm_cgroup_io row = the_row(STAT, "8:0 rbytes=1 rbytes=2 wios=4 rbytes=3\n");

    (void)state;
    CHECK_STAT(row, 8, 0, 3, NO, NO, 4, NO, NO);
}

static void test_unknown_words_at_every_place(void **state)
{
    static const char usual[] = "8:0 rbytes=1 wbytes=2 rios=3 wios=4 dbytes=5 dios=6\n";
    static const char *const unknown[] = {"cost.vrate=100.00",
                                          "depth=max",
                                          "[NONE]",
                                          "dispatched=0",
                                          "use_delay=-1",
                                          "rbytes",
                                          "rbytes:9",
                                          "xrbytes=9",
                                          "rbyte=9",
                                          "Rbytes=9",
                                          "bytes=9",
                                          "=",
                                          "=9",
                                          "\xff",
                                          "rios.x=9",
                                          "rbps=9",
                                          "dios2=x",
                                          "Read",
                                          "Total",
                                          "wbps=max,10/s=0"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(unknown); i++)
        for (size_t at = 0; at < sizeof usual - 1; at++) {
            struct builder builder = {NULL, 0, 0};
            struct vmm_cgroup_io row;

            if (usual[at] != ' ' && usual[at] != '\n')
                continue;
            builder_add(&builder, usual, at);
            builder_print(&builder, " %s", unknown[i]);
            builder_add(&builder, usual + at, sizeof usual - 1 - at);
            row = the_row(STAT, builder.bytes);
            CHECK_STAT(row, 8, 0, 1, 2, 3, 4, 5, 6);
            builder_free(&builder);
        }
}

static void test_malformed_values_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    check_refused(STAT, TEXT("8:0 rbytes=\n"), 11);
    check_refused(STAT, TEXT("8:0 rbytes= wbytes=5\n"), 11);
    check_refused(STAT, TEXT("8:0 rbytes=x\n"), 11);
    check_refused(STAT, TEXT("8:0 rbytes=max\n"), 11);
    check_refused(STAT, TEXT("8:0 rbytes=-\n"), 12);
    check_refused(STAT, TEXT("8:0 rbytes=1.5\n"), 12);
    check_refused(STAT, TEXT("8:0 rbytes=1x wbytes=5\n"), 12);
    check_refused(STAT, TEXT("8:0 rbytes=1 wbytes=5\r\n"), 21);
    check_refused(STAT, TEXT("8:0 rbytes=1 wbytes=5\0\n"), 21);
    check_refused(STAT, TEXT("8:0 x dios=0x5 wbytes=5\n"), 12);
    check_refused(MAX, TEXT("8:0 rbps=\n"), 9);
    check_refused(MAX, TEXT("8:0 rbps=ma\n"), 11);
    check_refused(MAX, TEXT("8:0 rbps=maximum\n"), 12);
    check_refused(MAX, TEXT("8:0 rbps=max wiops=unlimited\n"), 19);
    check_refused(MAX, TEXT("8:0 wiops=5 rbps=5k\n"), 18);
}

static void test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing(void **state)
{
    struct vmm_cgroup_io row;

    (void)state;
    row = the_row(STAT, "8:0 rbytes=-5 wbytes=18446744073709551614 rios=18446744073709551613 wios=4\n");
    CHECK_STAT(row, 8, 0, NO, NO, UINT64_MAX - 2, 4, NO, NO);
    row = the_row(MAX, "8:0 rbps=18446744073709551614 wbps=18446744073709551615 riops=-1 wiops=max\n");
    CHECK_MAX(row, 8, 0, NO, NO, NO, UNLIMITED);
    row = the_row(BYTES, "8:0 Read -5\n8:0 Write 99999999999999999999\n8:0 Discard 3\n");
    CHECK_BYTES(row, 8, 0, NO, NO, 3);
    row = the_row(FIRST_LIMIT, "8:0 18446744073709551615\n");
    CHECK_BARE(row, 8, 0);
}

/* A41, B6.3: a torn file is said to be torn, and nothing is taken for 0. */
static void test_a_torn_line(void **state)
{
    static const char *const texts[] = {
        "2",       "252",           "252:",           "252:0",           "252:0 ",
        "252:0 r", "252:0 rbytes=", "252:0 rbytes=5", "252:0 rbytes=5 ", "252:0 depth=max",
        "(",       "(unknown",      "(unknown)",      "(unknown) ",      "(unknown) rbytes=5",
        "Total",   "Total 5",       "\n252:0 "};

    (void)state;
    for (uint32_t file_id = 1; file_id <= FILES; file_id++)
        for (size_t i = 0; i < COUNT_OF(texts); i++) {
            struct record record;
            struct outcome outcome;

            if (file_id >= FIRST_LIMIT && strpbrk(texts[i], "rd") != NULL)
                continue;
            file = file_id;
            outcome = run(&format, texts[i], strlen(texts[i]), &record, format.bytes);
            assert_int_equal(outcome.status, VMM_E_TRUNCATED);
            assert_int_equal(outcome.pos, strlen(texts[i]));
            assert_int_equal(outcome.error, strlen(texts[i]));
            check_unknown(VMM_RECORD_CGROUP_IO, &record);
            check_string(&format, texts[i]);
        }
}

/* ---- version 1 ---- */

static const char usual_v1[] = "8:0 Read 1\n8:0 Write 2\n8:0 Sync 3\n8:0 Async 0\n8:0 Discard 4\n8:0 Total 7\n";

/* Sync and Async count the same bytes again. */
static void test_only_read_write_and_discard_count(void **state)
{
    struct vmm_cgroup_io row = the_row(BYTES, usual_v1);

    (void)state;
    CHECK_BYTES(row, 8, 0, 1, 2, 4);
    row = the_row(BYTES_BELOW, usual_v1);
    CHECK_BYTES(row, 8, 0, 1, 2, 4);
    row = the_row(OPERATIONS, usual_v1);
    CHECK_OPERATIONS(row, 8, 0, 1, 2, 4);
    row = the_row(OPERATIONS_BELOW, usual_v1);
    CHECK_OPERATIONS(row, 8, 0, 1, 2, 4);
}

static void test_lines_of_a_device_in_every_order(void **state)
{
    struct lines lines = lines_of(usual_v1, sizeof usual_v1 - 1);
    unsigned count = 0;

    (void)state;
    assert_int_equal(lines.count, 6);
    for (unsigned number = 0; number < 46656; number++) {
        struct builder builder = {NULL, 0, 0};
        unsigned rest = number, used = 0;

        for (unsigned i = 0; i < 6; i++, rest /= 6) {
            used |= 1U << rest % 6;
            builder_add(&builder, lines.start[rest % 6], lines.length[rest % 6]);
        }
        if (used == 63) {
            struct vmm_cgroup_io row = the_row(BYTES, builder.bytes);
            CHECK_BYTES(row, 8, 0, 1, 2, 4);
            count++;
        }
        builder_free(&builder);
    }
    assert_int_equal(count, 720);
    lines_free(&lines);
}

static void test_devices_are_told_apart_by_all_their_bytes(void **state)
{
    static const char *const devices[] = {"8:0", "8:1", "8:10", "8:100", "8:00", "18:0", "08:0", "1:8"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(devices); i++)
        for (size_t k = 0; k < COUNT_OF(devices); k++) {
            struct builder builder = {NULL, 0, 0};
            struct rows rows;

            builder_print(&builder, "%s Read 1\n%s Write 2\nTotal 3\n", devices[i], devices[k]);
            rows = good_rows_of(BYTES, builder.bytes);
            assert_int_equal(rows.count, i == k ? 1 : 2);
            assert_int_equal(rows.row[0].rbytes, 1);
            assert_int_equal(rows.row[rows.count - 1].wbytes, 2);
            assert_int_equal(rows.row[0].wbytes, i == k ? 2 : NO);
            builder_free(&builder);
        }
}

static void test_blanks_between_words_of_version_1(void **state)
{
    struct vmm_cgroup_io row = the_row(BYTES, "8:0  Read  1\n8:0\tWrite \t2 \n8:0 \n8:0\n8:0 Discard 3 x y\n");

    (void)state;
    CHECK_BYTES(row, 8, 0, 1, 2, 3);
    row = the_row(BYTES, "8:0 Read\t1\n8:0 Write\n8:0 Discards 3\n8:0 discard 3\n");
    CHECK_BARE(row, 8, 0);
}

static void test_of_duplicate_operations_the_last_wins(void **state)
{
    struct vmm_cgroup_io row = the_row(BYTES, "8:0 Read 1\n8:0 Write 2\n8:0 Read 3\n");

    (void)state;
    CHECK_BYTES(row, 8, 0, 3, 2, NO);
}

/* Only its total says where an unknown device ends; a known one goes on behind it. */
static void test_what_a_total_ends(void **state)
{
    struct rows rows = good_rows_of(BYTES, "(unknown) Read 1\n(unknown) Total 1\n(unknown) Write 2\n");

    (void)state;
    assert_int_equal(rows.count, 2);
    CHECK_BYTES(rows.row[0], NO, NO, 1, NO, NO);
    CHECK_BYTES(rows.row[1], NO, NO, NO, 2, NO);
    rows = good_rows_of(BYTES, "8:0 Read 1\n8:0 Total 1\n8:0 Write 2\n");
    assert_int_equal(rows.count, 1);
    CHECK_BYTES(rows.row[0], 8, 0, 1, 2, NO);
    rows = good_rows_of(BYTES, "(unknown) Read 1\n(unknown) Totals 1\n(unknown)  Total 3\n(unknown) Total 2\n");
    assert_int_equal(rows.count, 2);
    CHECK_BYTES(rows.row[0], NO, NO, 1, NO, NO);
    CHECK_BARE(rows.row[1], NO, NO);
}

static void test_malformed_numbers_of_version_1_are_refused_at_the_wrong_byte(void **state)
{
    (void)state;
    for (uint32_t file_id = BYTES; file_id < FIRST_LIMIT; file_id++) {
        check_refused(file_id, TEXT("8:0 Read \n"), 9);
        check_refused(file_id, TEXT("8:0 Read x\n"), 9);
        check_refused(file_id, TEXT("8:0 Read max\n"), 9);
        check_refused(file_id, TEXT("8:0 Read -\n"), 10);
        check_refused(file_id, TEXT("8:0 Read 5x\n"), 10);
        check_refused(file_id, TEXT("8:0 Read 5\r\n"), 10);
        check_refused(file_id, TEXT("8:0 Read 5\n8:0 Discard 1.5\n"), 24);
        check_refused(file_id, TEXT("(unknown) Write x\n"), 16);
    }
    for (uint32_t file_id = FIRST_LIMIT; file_id <= FILES; file_id++) {
        check_refused(file_id, TEXT("8:0\n"), 3);
        check_refused(file_id, TEXT("8:0 \n"), 4);
        check_refused(file_id, TEXT("8:0 max\n"), 4);
        check_refused(file_id, TEXT("8:0 Read 5\n"), 4);
        check_refused(file_id, TEXT("8:0 5x\n"), 5);
        check_refused(file_id, TEXT("8:0 -\n"), 5);
        check_refused(file_id, TEXT("(unknown) x\n"), 10);
    }
}

/* So that half a row is not taken for a whole one. */
static void test_all_lines_of_a_refused_device_are_passed_over(void **state)
{
    (void)state;
    check_refused(BYTES, TEXT("8:0 Read x\n8:0 Write 2\n8:0 Sync 3\n8:0 Discard 4\n8:0 Total 7\n"), 9);
    check_refused(BYTES, TEXT("8:0 Read 1\n8:0 Write x\n8:0 Sync 3\n8:0 Read y\n8:0 Total 7\n"), 21);
    check_refused(BYTES, TEXT("8:0 Read 1\n8:0 Write 2\n8:0 Discard x\n8:0\n8:0 \n"), 35);
    check_refused(BYTES, TEXT("(unknown) Read x\n(unknown) Write 1\n(unknown) Total 1\n"), 15);
}

static void test_what_follows_a_refused_device(void **state)
{
    struct rows rows =
        rows_of(BYTES, TEXT("8:0 Read 1\n8:1 Read x\n8:1 Write 2\n8:1 Total 2\n8:0 Read 3\n8:1 Read 4\nTotal 9\n"));

    (void)state;
    assert_int_equal(rows.refused, 1);
    assert_int_equal(rows.count, 3);
    CHECK_BYTES(rows.row[0], 8, 0, 1, NO, NO);
    CHECK_BYTES(rows.row[1], 8, 0, 3, NO, NO);
    CHECK_BYTES(rows.row[2], 8, 1, 4, NO, NO);
    /* Of those that have no number, one. */
    rows = rows_of(BYTES, TEXT("(unknown) Read x\n(unknown) Write 2\n(unknown) Total 2\n(unknown) Read 3\n"));
    assert_int_equal(rows.refused, 1);
    assert_int_equal(rows.count, 1);
    CHECK_BYTES(rows.row[0], NO, NO, 3, NO, NO);
    /* That the text was cut is still said. */
    rows = rows_of(BYTES, TEXT("8:0 Read x\n8:0 Write 2\n8:0 Tot"));
    assert_int_equal(rows.refused, 1);
    assert_int_equal(rows.cut, 1);
    rows = rows_of(BYTES, TEXT("8:0 Read x\n8:"));
    assert_int_equal(rows.refused, 1);
    assert_int_equal(rows.cut, 1);
}

/* A cut where the next line begins costs the row only where that line may be of the same device. */
static void test_a_text_that_ends_where_a_device_may_go_on(void **state)
{
    static const struct {
        const char *text;
        size_t rows;
    } texts[] = {
        {"8:16 Read 1\n8", 0},         {"8:16 Read 1\n8:1", 0},    {"8:16 Read 1\n8:16", 0},
        {"8:16 Read 1\n8:16 ", 0},     {"8:16 Read 1\n8:0", 1},    {"8:16 Read 1\n8:160", 1},
        {"8:16 Read 1\n9", 1},         {"8:16 Read 1\n(un", 1},    {"8:16 Read 1\nTot", 1},
        {"8:16 Read 1\nTotal 1", 1},   {"(unknown) Read 1\n(", 0}, {"(unknown) Read 1\n8", 1},
        {"(unknown) Total 1\n(un", 1}, {"8:16 Read 1\n8:16 x", 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct rows rows = rows_of(BYTES, texts[i].text, strlen(texts[i].text));

        assert_int_equal(rows.count, texts[i].rows);
        assert_int_equal(rows.cut, 1);
        assert_int_equal(rows.refused, 0);
    }
}

/* ---- work ---- */

static size_t count_rows(uint32_t file_id, const struct builder *builder, size_t *refused)
{
    struct vmm_text text = vmm_text_of(builder->bytes, builder->length);
    struct vmm_cgroup_io row;
    size_t count = 0;

    *refused = 0;
    for (;;) {
        switch (vmm_cgroup_io_next(file_id, &text, &row, sizeof row)) {
        case VMM_OK:
            count++;
            break;
        case VMM_END:
            return count;
        default:
            ++*refused;
        }
    }
}

/* Work that grew faster than the text would not end in the time of a test. */
static void test_hostile_texts_are_read_in_linear_time(void **state)
{
    enum { TIMES = 1000000 };
    static const struct {
        uint32_t file;
        const char *first, *again, *last;
        size_t rows, refused;
    } texts[] = {
        {STAT, "", "7:7 ", "rbytes=1\n", TIMES, 0},
        {STAT, "", "7:7 ", "", TIMES - 1, 1},
        {STAT, "", "(unknown) ", "x\n", TIMES, 0},
        {STAT, "8:0", " ", "8:1\n", 2, 0},
        {STAT, "8:0 x", " 8:1", "\n", 1, 0},
        {STAT, "", "9", ":0 x=5\n", 0, 1},
        {STAT, "8:0 ", "9", ":0\n", 1, 1},
        {STAT, "", "\n", "", 0, 0},
        {BYTES, "", "8:0 Read 1\n", "", 1, 0},
        {BYTES, "8:0 Read x\n", "8:0 Read 1\n", "", 0, 1},
        {BYTES, "8:0 Read x\n", "8:0 Read 1\n", "8:0 R", 0, 2},
        {BYTES, "", "(unknown) Total 1\n", "", TIMES, 0},
        {BYTES, "", "8:0 Read x\n8:1 Read 1\n", "", TIMES, TIMES},
        {BYTES, "", "Total 1\n", "", 0, 0},
        {BYTES, "8:", "0", " Read 1\n8:0 Write 1\n", 2, 0},
        {FIRST_LIMIT, "", "8:0 x\n", "", 0, TIMES},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct builder builder = {NULL, 0, 0};
        size_t refused;

        builder_print(&builder, "%s", texts[i].first);
        for (size_t k = 0; k < TIMES; k++)
            builder_add(&builder, texts[i].again, strlen(texts[i].again));
        builder_print(&builder, "%s", texts[i].last);
        assert_int_equal(count_rows(texts[i].file, &builder, &refused), texts[i].rows);
        assert_int_equal(refused, texts[i].refused);
        builder_free(&builder);
    }
}

/* ---- fast paths against plain ones ---- */

static const char *const usual_of[FILES + 1] = {
    NULL,
    "8:0 rbytes=1459200 wbytes=314773504 rios=192 wios=353 dbytes=0 dios=0\n",
    "8:16 rbps=2097152 wbps=max riops=max wiops=120\n",
    usual_v1,
    usual_v1,
    usual_v1,
    usual_v1,
    "8:0 1048576\n",
    "253:16 1048576\n",
    "(unknown) 1048576\n",
    "8:0 7\n",
};

static void test_every_byte_of_usual_lines_replaced_by_every_other(void **state)
{
    (void)state;
    for (file = 1; file <= FILES; file++)
        check_every_byte(&format, usual_of[file], strlen(usual_of[file]));
    file = STAT;
    check_every_byte(&format, TEXT("7:7 7:6 (unknown) rbytes=1 x=2\n"));
    check_every_byte(&format, TEXT("(unknown) 7:6 \n"));
    file = BYTES;
    check_every_byte(&format, TEXT("(unknown) Read 1\n(unknown) Total 1\n(unknown) Read 2\n"));
    check_every_byte(&format, TEXT("8:0 Read x\n8:0 Write 2\n8:1 Read 1\n"));
}

static void test_usual_lines_cut_at_every_length(void **state)
{
    (void)state;
    for (file = 1; file <= FILES; file++)
        check_every_cut(&format, usual_of[file], strlen(usual_of[file]));
}

static void add_random_device(struct builder *builder)
{
    static const char *const devices[] = {"8:0", "8:0",  "8:0",       "8:0",       "8:1",  "8:16",
                                          "7:7", "7:70", "(unknown)", "(unknown)", "8:x",  "18446744073709551614:0",
                                          "(u)", "8",    "x",         "",          "Total"};

    builder_print(builder, "%s", devices[chance_below(chance_of(95) ? 10 : COUNT_OF(devices))]);
}

static void add_random_number(struct builder *builder)
{
    static const char *const odd[] = {
        "-", "-1", "max", "ma", "1x", "x", "", "18446744073709551614", "00000000000000000007"};

    if (chance_of(8))
        builder_print(builder, "%s", odd[chance_below(COUNT_OF(odd))]);
    else
        builder_print(builder, "%" PRIu64, chance_number());
}

static void add_random_line(struct builder *builder)
{
    static const char *const words[] = {"rbytes=", "wbytes=", "rios=",  "wios=", "dbytes=",     "dios=",  "rbps=",
                                        "wbps=",   "riops=",  "wiops=", "x=",    "cost.usage=", "[NONE]", "rbyte"};
    static const char *const operations[] = {"Read ",  "Write ", "Discard ", "Sync ",
                                             "Async ", "Total ", "Reads ",   "Total"};

    if (chance_of(10)) {
        builder_print(builder, "%s", chance_of(70) ? "Total 5\n" : "\n");
        return;
    }
    add_random_device(builder);
    if (file <= MAX) {
        size_t first = chance_of(90) ? file == STAT ? 0 : 6 : 3;

        while (chance_of(25)) {
            builder_print(builder, chance_of(90) ? " " : "\t ");
            add_random_device(builder);
        }
        for (size_t i = chance_below(7); i > 0; i--) {
            builder_print(builder, chance_of(90) ? " " : "  ");
            builder_print(
                builder, "%s",
                words[chance_of(90) ? first + chance_below(file == STAT ? 6 : 4) : chance_below(COUNT_OF(words))]);
            add_random_number(builder);
        }
    } else {
        builder_print(builder, chance_of(90) ? " " : "\t ");
        if (file < FIRST_LIMIT)
            builder_print(builder, "%s", operations[chance_below(COUNT_OF(operations))]);
        add_random_number(builder);
    }
    builder_print(builder, "%s", chance_of(94) ? "\n" : chance_of(50) ? " \n" : chance_of(50) ? "\r\n" : "");
}

static void test_random_texts_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0:=()0123456789-rwdmRWDTun\x7f\x80\xb0\xff";
    struct builder builder = {NULL, 0, 0};
    size_t seen[3] = {0};

    (void)state;
    chance_seed(14);
    for (unsigned time = 0, rounds = chance_rounds(60000); time < rounds; time++) {
        struct rows rows;

        file = 1 + (uint32_t)chance_below(FILES);
        builder.length = 0;
        for (size_t i = chance_below(9); i > 0; i--)
            add_random_line(&builder);
        if (builder.length != 0 && chance_of(20))
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (builder.length != 0 && chance_of(10))
            builder.length = chance_below(builder.length);
        rows = rows_of(file, builder.length == 0 ? "" : builder.bytes, builder.length);
        seen[0] += rows.count;
        seen[1] += rows.refused;
        seen[2] += rows.cut;
    }
    /* Each was met. */
    assert_true(seen[0] > chance_rounds(50000) && seen[1] > chance_rounds(10000) && seen[2] > chance_rounds(2000));
    builder_free(&builder);
}

/* ---- the output ---- */

static void test_outputs_of_every_size(void **state)
{
    (void)state;
    for (file = 1; file <= FILES; file++) {
        check_every_size(&format, usual_of[file], strlen(usual_of[file]), VMM_OK);
        check_every_size(&format, usual_of[file], strlen(usual_of[file]) - 1, VMM_E_TRUNCATED);
        check_every_size(&format, TEXT(""), VMM_END);
        check_every_size(&format, TEXT("Total 5\n"), VMM_END);
        check_every_size(&format, TEXT("x\n"), VMM_E_SYNTAX);
    }
    file = STAT;
    check_every_size(&format, TEXT("8:0 wios=1 rios=x\n"), VMM_E_SYNTAX);
    check_every_size(&format, TEXT("8:0 7:0 wios=1\n"), VMM_OK);
    file = BYTES;
    check_every_size(&format, TEXT("8:0 Read 1\n8:0 Discard x\n8:0 Write 1\n"), VMM_E_SYNTAX);
    check_every_size(&format, TEXT("(unknown) Discard 1\n(unknown) Total 1\n"), VMM_OK);
}

static void test_a_reused_output_never_shows_old_values(void **state)
{
    static const struct {
        const char *text;
        vmm_status status;
    } later[] = {
        {"9:1 \n", VMM_OK},           {"9:1 7:0 rios=1\n", VMM_OK},     {"9:1 rios=1", VMM_E_TRUNCATED},
        {"9:1 rios=x", VMM_E_SYNTAX}, {"x 9:1 rios=1\n", VMM_E_SYNTAX}, {"", VMM_END},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(later); i++) {
        struct vmm_cgroup_io row = the_row(STAT, usual_of[STAT]);
        struct vmm_text text = vmm_text_of(later[i].text, strlen(later[i].text));

        row.instance_id = 5;
        assert_int_equal(vmm_cgroup_io_next(STAT, &text, &row, sizeof row), later[i].status);
        assert_int_equal(row.size, sizeof row);
        if (later[i].status == VMM_OK)
            CHECK_BARE(row, 9, 1);
        else
            check_unknown(VMM_RECORD_CGROUP_IO, &row);
    }
}

static void test_arguments(void **state)
{
    (void)state;
    for (file = 1; file <= FILES; file++)
        check_arguments(&format, usual_of[file], strlen(usual_of[file]));
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    for (file = 1; file <= FILES; file++) {
        check_input_is_read_only(&format, usual_of[file], strlen(usual_of[file]));
        check_input_is_read_only(&format, usual_of[file], strlen(usual_of[file]) - 1);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_sample_of_linux_4_5),
        cmocka_unit_test(test_sample_of_linux_5_4),
        cmocka_unit_test(test_sample_with_words_of_controllers),
        cmocka_unit_test(test_sample_with_words_of_a_scheduler),
        cmocka_unit_test(test_sample_with_several_devices_on_a_line),
        cmocka_unit_test(test_sample_that_ends_in_a_line),
        cmocka_unit_test(test_sample_with_lines_without_values),
        cmocka_unit_test(test_sample_without_values_or_blank),
        cmocka_unit_test(test_sample_with_unknown_devices),
        cmocka_unit_test(test_sample_in_another_order),
        cmocka_unit_test(test_sample_with_words_of_the_future),
        cmocka_unit_test(test_sample_with_extreme_numbers),
        cmocka_unit_test(test_sample_that_is_empty),
        cmocka_unit_test(test_sample_of_limits),
        cmocka_unit_test(test_samples_of_linux_6_18_v1),
        cmocka_unit_test(test_samples_of_limits_v1),
        cmocka_unit_test(test_sample_with_only_a_total),
        cmocka_unit_test(test_sample_without_discards),
        cmocka_unit_test(test_sample_of_several_devices),
        cmocka_unit_test(test_sample_with_unknown_devices_v1),
        cmocka_unit_test(test_sample_with_operations_of_the_future),
        cmocka_unit_test(test_files_by_their_names),
        cmocka_unit_test(test_files_that_are_none),
        cmocka_unit_test(test_a_file_knows_its_own_members_only),
        cmocka_unit_test(test_devices_of_every_number),
        cmocka_unit_test(test_lines_without_a_device_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_devices_that_do_not_fit_are_refused),
        cmocka_unit_test(test_empty_lines_are_passed_over),
        cmocka_unit_test(test_several_devices_on_a_line_in_every_mixture),
        cmocka_unit_test(test_where_the_text_stands_between_devices_of_a_line),
        cmocka_unit_test(test_a_bad_device_behind_others),
        cmocka_unit_test(test_no_device_behind_a_word),
        cmocka_unit_test(test_of_duplicate_words_the_last_wins),
        cmocka_unit_test(test_unknown_words_at_every_place),
        cmocka_unit_test(test_malformed_values_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_numbers_that_do_not_fit_are_unknown_and_spoil_nothing),
        cmocka_unit_test(test_a_torn_line),
        cmocka_unit_test(test_only_read_write_and_discard_count),
        cmocka_unit_test(test_lines_of_a_device_in_every_order),
        cmocka_unit_test(test_devices_are_told_apart_by_all_their_bytes),
        cmocka_unit_test(test_blanks_between_words_of_version_1),
        cmocka_unit_test(test_of_duplicate_operations_the_last_wins),
        cmocka_unit_test(test_what_a_total_ends),
        cmocka_unit_test(test_malformed_numbers_of_version_1_are_refused_at_the_wrong_byte),
        cmocka_unit_test(test_all_lines_of_a_refused_device_are_passed_over),
        cmocka_unit_test(test_what_follows_a_refused_device),
        cmocka_unit_test(test_a_text_that_ends_where_a_device_may_go_on),
        cmocka_unit_test(test_hostile_texts_are_read_in_linear_time),
        cmocka_unit_test(test_every_byte_of_usual_lines_replaced_by_every_other),
        cmocka_unit_test(test_usual_lines_cut_at_every_length),
        cmocka_unit_test(test_random_texts_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_a_reused_output_never_shows_old_values),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
