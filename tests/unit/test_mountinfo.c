/* Rows of mountinfo. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ID, PARENT, DEVICE, ROOT, POINT, OPTIONS, OPTIONAL, TYPE, SOURCE, SUPER, FIELDS };

/* A row as a list, in the order of the line. */
struct fields {
    struct vmm_span of[FIELDS];
};

static struct fields fields_of(const struct vmm_mount *row)
{
    struct fields fields;

    memcpy(&fields, row, sizeof fields);
    return fields;
}

/* ---- reference: cuts the line at every blank, then looks at the pieces ---- */

struct word {
    size_t start, end;
};

static struct outcome wrong(const char *bytes, size_t at, size_t length)
{
    struct outcome outcome = {at == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, at, at};

    while (outcome.pos < length && bytes[outcome.pos] != '\n')
        outcome.pos++;
    if (outcome.pos < length)
        outcome.pos++;
    return outcome;
}

static struct outcome pick(const char *bytes, size_t length, struct word *pieces, size_t count, size_t line_end,
                           struct word fields[FIELDS])
{
    struct outcome outcome = {VMM_OK, line_end + 1, NOWHERE};
    size_t dash = OPTIONAL;

    for (size_t i = 0;; i++) {
        bool is_empty = pieces[i].start == pieces[i].end;

        if (i == POINT && !is_empty && bytes[pieces[i].start] != '/')
            return wrong(bytes, pieces[i].start, length);
        if (i + 1 == count)
            return wrong(bytes, line_end, length);
        /* The source alone may be empty. */
        if (dash < i && i == dash + 2)
            break;
        if (is_empty)
            return wrong(bytes, pieces[i].start, length);
        if (i >= OPTIONAL && i == dash) {
            bool is_dash = pieces[i].end - pieces[i].start == 1 && bytes[pieces[i].start] == '-';
            if (!is_dash)
                dash++;
        }
    }
    if (line_end == length)
        return wrong(bytes, length, length);
    for (size_t i = 0; i < OPTIONAL; i++)
        fields[i] = pieces[i];
    fields[OPTIONAL].start = pieces[OPTIONAL].start;
    fields[OPTIONAL].end = dash == OPTIONAL ? pieces[OPTIONAL].start : pieces[dash - 1].end;
    fields[TYPE] = pieces[dash + 1];
    fields[SOURCE] = pieces[dash + 2];
    fields[SUPER].start = pieces[dash + 3].start;
    fields[SUPER].end = line_end;
    return outcome;
}

static struct outcome expect(const char *bytes, size_t at, size_t length, struct word fields[FIELDS])
{
    struct outcome outcome = {VMM_END, length, NOWHERE};
    size_t line_end = at, count = 0;
    struct word *pieces;

    if (at == length)
        return outcome;
    while (line_end < length && bytes[line_end] != '\n')
        line_end++;
    pieces = calloc(line_end - at + 2, sizeof *pieces);
    if (pieces == NULL)
        abort();
    for (size_t start = at, i = at; i <= line_end; i++) {
        if (i == line_end || bytes[i] == ' ') {
            pieces[count].start = start;
            pieces[count++].end = i;
            start = i + 1;
        }
    }
    outcome = pick(bytes, length, pieces, count, line_end, fields);
    free(pieces);
    return outcome;
}

static void check_unset(const struct vmm_mount *row)
{
    struct fields fields = fields_of(row);

    for (size_t i = 0; i < FIELDS; i++) {
        assert_null(fields.of[i].start);
        assert_int_equal(fields.of[i].length, 0);
    }
}

/* Each row of the text, as the reference reads it; how many were good. */
static unsigned check_rows(const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    unsigned good = 0;
    vmm_status status;

    do {
        size_t at = (size_t)(text.pos - bytes);
        struct word wanted[FIELDS];
        struct outcome outcome = expect(bytes, at, length, wanted);
        struct vmm_mount row;

        memset(&row, 0x5a, sizeof row);
        text.error = bytes;
        status = vmm_mount_next(&text, &row, sizeof row);
        if (status != outcome.status || text.pos != bytes + outcome.pos ||
            text.error != (outcome.error == NOWHERE ? NULL : bytes + outcome.error))
            fail_msg("row at %zu of \"%.*s\": status %d, pos %zu, error %zd; expected %d, %zu, %zd", at, (int)length,
                     bytes, status, (size_t)(text.pos - bytes), text.error == NULL ? -1 : text.error - bytes,
                     outcome.status, outcome.pos, (ptrdiff_t)outcome.error);
        if (status == VMM_OK) {
            struct fields fields = fields_of(&row);

            good++;
            for (size_t i = 0; i < FIELDS; i++)
                if (fields.of[i].start != bytes + wanted[i].start ||
                    fields.of[i].length != wanted[i].end - wanted[i].start)
                    fail_msg("field %zu of the row at %zu is \"%.*s\"", i, at, (int)fields.of[i].length,
                             fields.of[i].start);
        } else {
            check_unset(&row);
        }
    } while (status != VMM_END);
    return good;
}

/* The same between unmapped pages. */
static unsigned check_text_at_both_ends(const struct arena *arena, const char *bytes, size_t length)
{
    unsigned good = check_rows(arena_at_end(arena, bytes, length), length);

    assert_int_equal(check_rows(arena_at_start(arena, bytes, length), length), good);
    return good;
}

/* The next row has these fields. */
static void check_next(struct vmm_text *text, const char *const wanted[FIELDS])
{
    struct vmm_mount row;
    struct fields fields;

    assert_int_equal(vmm_mount_next(text, &row, sizeof row), VMM_OK);
    fields = fields_of(&row);
    for (size_t i = 0; i < FIELDS; i++) {
        assert_non_null(fields.of[i].start);
        if (fields.of[i].length != strlen(wanted[i]) || memcmp(fields.of[i].start, wanted[i], fields.of[i].length) != 0)
            fail_msg("field %zu is \"%.*s\", expected \"%s\"", i, (int)fields.of[i].length, fields.of[i].start,
                     wanted[i]);
    }
}

#define CHECK_NEXT(text, ...) check_next(text, (const char *const[FIELDS]){__VA_ARGS__})

static void check_end(struct vmm_text *text)
{
    struct vmm_mount row;

    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_mount_next(text, &row, sizeof row), VMM_END);
    check_unset(&row);
    assert_ptr_equal(text->pos, text->end);
    assert_null(text->error);
}

/* ---- samples ---- */

static void test_every_sample_is_read_as_the_reference_reads_it(void **state)
{
    const char *const *name = sample_names("proc-mountinfo");

    (void)state;
    for (; *name != NULL; name++) {
        struct sample sample = sample_load(*name);
        struct arena arena = arena_new(sample.length);
        struct lines lines = lines_of(sample.bytes, sample.length);

        /* None has a bad row. */
        assert_int_equal(check_text_at_both_ends(&arena, sample.bytes, sample.length), lines.count);
        lines_free(&lines);
        arena_free(&arena);
        sample_free(&sample);
    }
}

static void test_every_sample_cut_at_every_length(void **state)
{
    const char *const *name = sample_names("proc-mountinfo");

    (void)state;
    for (; *name != NULL; name++) {
        struct sample sample = sample_load(*name);
        struct arena arena = arena_new(sample.length);
        unsigned whole = 0;

        for (size_t at = 0; at <= sample.length; at++) {
            whole += at != 0 && sample.bytes[at - 1] == '\n';
            assert_int_equal(check_rows(arena_at_end(&arena, sample.bytes, at), at), whole);
        }
        arena_free(&arena);
        sample_free(&sample);
    }
}

static void test_sample_of_linux_6_18(void **state)
{
    struct sample sample = sample_load("proc-mountinfo/linux-6.18-x86_64-hybrid");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

    (void)state;
    CHECK_NEXT(&text, "43", "42", "254:0", "/", "/", "rw,relatime", "", "ext4", "/dev/vda",
               "rw,discard,resv_strict,resuid=65534,resgid=65534");
    CHECK_NEXT(&text, "45", "43", "0:21", "/", "/proc", "rw,relatime", "", "proc", "proc", "rw");
    sample_free(&sample);
}

/* B9.1, B9.3: what Linux itself prints for names and kinds of mounts that are seldom seen. */
static void test_sample_of_odd_names(void **state)
{
    struct sample sample = sample_load("proc-mountinfo/linux-6.18-x86_64-odd-names");
    struct vmm_text text = vmm_text_of(strstr(sample.bytes, "63 44 "), 0);

    (void)state;
    text.end = sample.bytes + sample.length;
    CHECK_NEXT(&text, "63", "44", "0:40", "/", "/mnt/a\\040blank", "rw,relatime", "", "tmpfs", "a\\040blank",
               "rw,size=4k");
    CHECK_NEXT(&text, "64", "44", "0:41", "/", "/mnt/tab\\011here", "rw,relatime", "", "tmpfs", "tab\\011here",
               "rw,size=4k");
    CHECK_NEXT(&text, "65", "44", "0:42", "/", "/mnt/new\\012line", "rw,relatime", "", "tmpfs", "new\\012line",
               "rw,size=4k");
    CHECK_NEXT(&text, "66", "44", "0:43", "/", "/mnt/back\\134slash\\134040", "rw,relatime", "", "tmpfs",
               "back\\134slash\\134040", "rw,size=4k");
    CHECK_NEXT(&text, "67", "44", "0:44", "/", "/mnt/hash#", "rw,relatime", "", "tmpfs", "hash\\043", "rw,size=4k");
    CHECK_NEXT(&text, "68", "44", "0:45", "/", "/mnt/\xc3\xa4\xff", "rw,relatime", "", "tmpfs", "\xc3\xa4\xff",
               "rw,size=4k");
    CHECK_NEXT(&text, "69", "44", "0:46", "/", "/mnt/empty", "rw,relatime", "", "tmpfs", "", "rw,size=4k");
    CHECK_NEXT(&text, "70", "44", "0:47", "/", "/mnt/-", "rw,relatime", "shared:1", "tmpfs", "-", "rw,size=4k");
    CHECK_NEXT(&text, "71", "44", "0:39", "/of/a\\011b\\040c\\134d\\012e", "/mnt/bound", "rw,relatime", "unbindable",
               "tmpfs", "none", "rw,size=64k");
    CHECK_NEXT(&text, "72", "44", "0:39", "/of/gone//deleted", "/mnt/of-gone", "rw,relatime", "", "tmpfs", "none",
               "rw,size=64k");
    CHECK_NEXT(&text, "73", "44", "0:4", "net:[4026531833]", "/mnt/ns", "rw", "", "nsfs", "nsfs", "rw");
    CHECK_NEXT(&text, "74", "44", "0:48", "/", "/mnt/peer", "rw,relatime", "shared:2", "tmpfs", "p", "rw,size=4k");
    CHECK_NEXT(&text, "75", "44", "0:48", "/", "/mnt/slave", "rw,relatime", "shared:3 master:2", "tmpfs", "p",
               "rw,size=4k");
    CHECK_NEXT(&text, "79", "44", "0:49", "/", "/mnt/over", "rw,relatime", "", "overlay", "overlay",
               "rw,lowerdir=/mnt/o/l1:/mnt/o/l\\0402,upperdir=/mnt/o/u,workdir=/mnt/o/w,uuid=on");
    CHECK_NEXT(&text, "80", "44", "0:32", "/vm\\0401", "/mnt/memory", "rw,relatime", "", "cgroup", "cgroup",
               "rw,memory");
    CHECK_NEXT(&text, "81", "44", "0:38", "/vm\\0401", "/mnt/unified", "rw,relatime", "", "cgroup2", "cgroup2", "rw");
    check_end(&text);
    sample_free(&sample);
}

/* B9.2: 9p prints blanks as they are. */
static void test_sample_of_blanks_in_the_options_of_the_file_system(void **state)
{
    struct sample sample = sample_load("proc-mountinfo/linux-5.15-wsl2-9p");
    struct vmm_text text = vmm_text_of(strstr(sample.bytes, "100 70 "), 0);

    (void)state;
    text.end = sample.bytes + sample.length;
    CHECK_NEXT(&text, "100", "70", "0:49", "/", "/mnt/c", "rw,noatime", "", "9p", "C:\\134",
               ("rw,dirsync,aname=drvfs;path=C:\\;uid=1000;gid=1000;symlinkroot=/mnt/,mmap,access=client,msize=65536,"
                "trans=fd,rfd=5,wfd=5"));
    CHECK_NEXT(&text, "101", "70", "0:50", "/", "/Docker/host", "rw,noatime", "", "9p",
               "C:\\134Program\\040Files\\134Docker\\134Docker\\134resources",
               ("rw,dirsync,aname=drvfs;path=C:\\Program Files\\Docker\\Docker\\resources;symlinkroot=/mnt/,mmap,"
                "access=client,msize=262144,trans=virtio"));
    check_end(&text);
    sample_free(&sample);
}

/* B9.1 to B9.3: none and three optional fields, words that no kernel has yet, an empty source, escapes everywhere. */
static void test_sample_of_every_field(void **state)
{
    struct sample sample = sample_load("proc-mountinfo/written-every-field");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

    (void)state;
    CHECK_NEXT(&text, "50", "1", "254:0", "/", "/", "rw", "", "ext4", "/dev/vda", "rw");
    CHECK_NEXT(&text, "51", "50", "0:40", "/", "/a", "rw", "shared:5 master:3 propagate_from:2", "tmpfs", "tmpfs",
               "rw");
    CHECK_NEXT(&text, "52", "50", "0:41", "/", "/b", "rw", "unbindable", "tmpfs", "tmpfs", "rw");
    CHECK_NEXT(&text, "53", "50", "0:42", "/", "/c", "rw", "shared:9 future:1:2 -- -x x- idmap:7", "fuse.a\\040b",
               "a\\011b\\012c\\134d\\043e", "rw,user_id=0");
    CHECK_NEXT(&text, "54", "50", "0:43", "/r\\040o\\011o\\012t\\134", "/p\\040o\\011i\\012n\\134t\\043",
               "rw,future\\040option", "", "tmpfs", "", "rw,mode=755");
    CHECK_NEXT(&text, "55", "50", "0:44", "/", "/-", "-", "", "-", "-", "-");
    CHECK_NEXT(&text, "56", "50", "0:45", "/", "/e", "rw", "", "tmpfs", "", "");
    CHECK_NEXT(&text, "57", "50", "0:46", "/", "/f", "rw", "", "tmpfs", "none", "rw, - tmpfs x  rw ");
    check_end(&text);
    sample_free(&sample);
}

/* ---- rows ---- */

#define GOOD "22 27 0:21 / /proc rw,relatime shared:12 master:1 - proc proc rw\n"

static void test_no_rows(void **state)
{
    struct vmm_text text = vmm_text_of("", 0);

    (void)state;
    check_end(&text);
    check_end(&text);
    text = vmm_text_of(NULL, 0);
    check_end(&text);
}

/* The row fails at the byte, and the next one is read. */
static void test_bad_rows(void **state)
{
    static const struct {
        const char *row;
        size_t error;
    } bad[] = {
        {"", 0},
        {" ", 0},
        {"\t", 1},
        {"1", 1},
        {"1 ", 2},
        {"1 2 0:1 / /", 11},
        {"1 2 0:1 / / rw", 14},
        {"1 2 0:1 / / rw ", 15},
        {"1 2 0:1 / / rw -", 16},
        {"1 2 0:1 / / rw - ", 17},
        {"1 2 0:1 / / rw - t", 18},
        {"1 2 0:1 / / rw - t ", 19},
        {"1 2 0:1 / / rw - t s", 20},
        {"1 2 0:1 / / rw s:1 t s rw", 25},
        {"1 2 0:1 / / rw s:1 -- t s rw", 28},
        {"1 2 0:1 / / rw -t s rw", 22},
        {" 1 2 0:1 / / rw - t s rw", 0},
        {"1  2 0:1 / / rw - t s rw", 2},
        {"1 2  0:1 / / rw - t s rw", 4},
        {"1 2 0:1  / / rw - t s rw", 8},
        {"1 2 0:1 /  / rw - t s rw", 10},
        {"1 2 0:1 / /  rw - t s rw", 12},
        {"1 2 0:1 / / rw  - t s rw", 15},
        {"1 2 0:1 / / rw s:1  - t s rw", 19},
        {"1 2 0:1 / / rw -  s rw", 17},
        {"1 2 0:1 / mnt rw - t s rw", 10},
        {"1 2 0:1 / \\057 rw - t s rw", 10},
        {"1\t2 0:1 / / rw - t s rw", 12},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_mount row;
        struct vmm_text text;

        builder_print(&builder, "%s\n" GOOD, bad[i].row);
        text = vmm_text_of(builder.bytes, builder.length);
        memset(&row, 0x5a, sizeof row);
        assert_int_equal(vmm_mount_next(&text, &row, sizeof row), VMM_E_SYNTAX);
        assert_int_equal(text.error - builder.bytes, bad[i].error);
        assert_int_equal(text.pos - builder.bytes, strlen(bad[i].row) + 1);
        check_unset(&row);
        CHECK_NEXT(&text, "22", "27", "0:21", "/", "/proc", "rw,relatime", "shared:12 master:1", "proc", "proc", "rw");
        check_end(&text);
        assert_int_equal(check_rows(builder.bytes, builder.length), 1);
        builder_free(&builder);
    }
}

static void test_a_row_cut_at_every_length(void **state)
{
    static const char bytes[] = GOOD GOOD;
    const size_t half = sizeof GOOD - 1;
    struct arena arena = arena_new(sizeof bytes);

    (void)state;
    for (size_t at = half + 1; at < 2 * half; at++) {
        struct vmm_text text = vmm_text_of(arena_at_end(&arena, bytes, at), at);
        struct vmm_mount row;

        assert_int_equal(vmm_mount_next(&text, &row, sizeof row), VMM_OK);
        memset(&row, 0x5a, sizeof row);
        assert_int_equal(vmm_mount_next(&text, &row, sizeof row), VMM_E_TRUNCATED);
        assert_ptr_equal(text.error, text.end);
        assert_ptr_equal(text.pos, text.end);
        check_unset(&row);
        check_end(&text);
    }
    arena_free(&arena);
}

static void test_bytes_that_are_no_text(void **state)
{
    struct vmm_text text = vmm_text_of(TEXT("1 2 0:1 /\0 /\0\t rw\0 \0 - \0 \r \0 \r\n"));
    struct vmm_mount row;

    (void)state;
    assert_int_equal(vmm_mount_next(&text, &row, sizeof row), VMM_OK);
    assert_int_equal(row.root.length, 2);
    assert_int_equal(row.mount_point.length, 3);
    assert_int_equal(row.mount_options.length, 3);
    assert_int_equal(row.optional_fields.length, 1);
    assert_int_equal(row.type.length, 1);
    assert_memory_equal(row.source.start, "\r", row.source.length);
    assert_int_equal(row.super_options.length, 3);
    check_end(&text);
}

static void test_every_byte_of_a_row_replaced(void **state)
{
    static const char good[] = "22 27 0:21 / /proc rw,relatime s:12 - proc  rw a\n" GOOD;
    char bytes[sizeof good];
    struct arena arena = arena_new(sizeof good);

    (void)state;
    for (size_t at = 0; at < sizeof good - 1; at++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            memcpy(bytes, good, sizeof good);
            bytes[at] = (char)byte;
            check_text_at_both_ends(&arena, bytes, sizeof good - 1);
        }
    }
    arena_free(&arena);
}

/* Behind fields that are good, every short text; and fields of every length, so that their ends stand everywhere. */
static void test_every_short_end_of_a_row(void **state)
{
    static const char letters[] = " -/x\n\t";
    enum { LETTERS = sizeof letters - 1, LENGTH = 7 };
    static const char start[] = "1 2 0:1 / /m rw";
    char bytes[sizeof start + LENGTH];
    struct arena arena = arena_new(sizeof bytes);
    size_t all = 1;

    (void)state;
    memcpy(bytes, start, sizeof start);
    for (size_t i = 0; i < LENGTH; i++)
        all *= LETTERS;
    for (size_t i = 0; i < all; i++) {
        size_t rest = i;

        for (size_t k = 0; k < LENGTH; k++, rest /= LETTERS)
            bytes[sizeof start - 1 + k] = letters[rest % LETTERS];
        check_rows(arena_at_end(&arena, bytes, sizeof start - 1 + LENGTH), sizeof start - 1 + LENGTH);
    }
    arena_free(&arena);
}

static void test_fields_of_every_length(void **state)
{
    struct arena arena = arena_new(400);

    (void)state;
    for (size_t field = 0; field < FIELDS; field++) {
        for (int length = 1; length < 40; length++) {
            static const char fill[] = "/aaaaaaaaaaaaaaaaaaaa!\\\x7f\x80\xff\t\r\x1f\x01zzzzzzzzzzzzzzz";
            struct builder builder = {NULL, 0, 0};

            for (size_t i = 0; i < FIELDS; i++) {
                builder_print(&builder, "%.*s%s", i == field ? length : 3, fill, i + 1 == FIELDS ? "\n" : " ");
                if (i == OPTIONAL)
                    builder_print(&builder, "- ");
            }
            assert_int_equal(check_text_at_both_ends(&arena, builder.bytes, builder.length), 1);
            builder_free(&builder);
        }
    }
    arena_free(&arena);
}

/* B9.4: the file may be large, and a row too. */
static void test_many_rows_and_long_ones(void **state)
{
    struct builder builder = {NULL, 0, 0};
    char *large = malloc(1 << 20);

    (void)state;
    assert_non_null(large);
    memset(large, 'x', 1 << 20);
    for (unsigned i = 0; i < 20000; i++)
        builder_print(&builder, "%u 1 0:%u / /mnt/%u rw,relatime shared:%u - tmpfs tmpfs rw,size=4k\n", i, i, i, i);
    for (unsigned i = 0; i < 4; i++) {
        builder_print(&builder, "1 1 0:1 / /");
        builder_add(&builder, large, i == 0 ? 1 << 20 : 1);
        builder_print(&builder, " rw ");
        for (unsigned k = 0; i == 1 && k < 100000; k++)
            builder_print(&builder, "x:%u ", k);
        builder_print(&builder, "- t ");
        builder_add(&builder, large, i == 2 ? 1 << 20 : 1);
        builder_print(&builder, " ");
        builder_add(&builder, large, i == 3 ? 1 << 20 : 1);
        builder_print(&builder, "\n");
    }
    assert_int_equal(check_rows(builder.bytes, builder.length), 20004);
    free(large);
    builder_free(&builder);
}

/* ---- calls ---- */

static void test_arguments(void **state)
{
    static const char bytes[] = GOOD;
    struct vmm_text text = vmm_text_of(TEXT(bytes));
    struct vmm_mount row;

    (void)state;
    text.error = bytes;
    assert_int_equal(vmm_mount_next(&text, NULL, sizeof row), VMM_E_ARGUMENT);
    assert_null(text.error);
    for (size_t size = 0; size < sizeof row; size++) {
        struct vmm_mount untouched, small;

        memset(&untouched, 0x5a, sizeof untouched);
        memset(&small, 0x5a, sizeof small);
        text.error = bytes;
        assert_int_equal(vmm_mount_next(&text, &small, size), VMM_E_ARGUMENT);
        assert_memory_equal(&small, &untouched, sizeof small);
        assert_null(text.error);
    }
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_mount_next(NULL, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
    /* Nothing was read. */
    assert_ptr_equal(text.pos, bytes);
    text.pos = text.end + 1;
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_mount_next(&text, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
    text.pos = NULL;
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_mount_next(&text, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
}

static void test_a_larger_row_is_not_written_behind(void **state)
{
    struct vmm_mount rows[2], untouched;
    struct vmm_text text = vmm_text_of(TEXT(GOOD));

    (void)state;
    memset(rows, 0x5a, sizeof rows);
    memset(&untouched, 0x5a, sizeof untouched);
    assert_int_equal(vmm_mount_next(&text, rows, sizeof rows), VMM_OK);
    assert_int_equal(rows[0].mount_id.length, 2);
    assert_memory_equal(&rows[1], &untouched, sizeof untouched);
}

static void test_the_text_is_not_written_to(void **state)
{
    struct sample sample = sample_load("proc-mountinfo/linux-6.18-x86_64-odd-names");
    struct arena arena = arena_new(sample.length);
    char *bytes = arena_at_end(&arena, sample.bytes, sample.length);

    (void)state;
    arena_make_read_only(&arena, true);
    assert_int_equal(check_rows(bytes, sample.length), 36);
    arena_free(&arena);
    sample_free(&sample);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_read_as_the_reference_reads_it),
        cmocka_unit_test(test_every_sample_cut_at_every_length),
        cmocka_unit_test(test_sample_of_linux_6_18),
        cmocka_unit_test(test_sample_of_odd_names),
        cmocka_unit_test(test_sample_of_blanks_in_the_options_of_the_file_system),
        cmocka_unit_test(test_sample_of_every_field),
        cmocka_unit_test(test_no_rows),
        cmocka_unit_test(test_bad_rows),
        cmocka_unit_test(test_a_row_cut_at_every_length),
        cmocka_unit_test(test_bytes_that_are_no_text),
        cmocka_unit_test(test_every_byte_of_a_row_replaced),
        cmocka_unit_test(test_every_short_end_of_a_row),
        cmocka_unit_test(test_fields_of_every_length),
        cmocka_unit_test(test_many_rows_and_long_ones),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_a_larger_row_is_not_written_behind),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
