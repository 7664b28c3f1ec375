/* SPDX-License-Identifier: MIT */
/* Rows of mountinfo. */
#include "test.h"

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

#define FORMAT (&mountinfo_group.formats[MOUNTINFO_ROWS])

static void check_unset(const struct vmm_mount *row)
{
    struct fields fields = fields_of(row);

    for (size_t i = 0; i < FIELDS; i++) {
        assert_null(fields.of[i].start);
        assert_int_equal(fields.of[i].length, 0);
    }
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

/* None has a bad row. */
TEST(every_line_of_every_sample_is_a_row)
{
    for (const char *const *name = sample_names("proc-mountinfo"); *name != NULL; name++) {
        struct sample sample = sample_load(*name);
        struct lines lines = lines_of(sample.bytes, sample.length);

        assert_int_equal(read_rows_of(FORMAT, sample.bytes, sample.length, NULL, 0), lines.count);
        lines_free(&lines);
        sample_free(&sample);
    }
}

TEST(sample_of_linux_6_18)
{
    struct sample sample = sample_load("proc-mountinfo/linux-6.18-x86_64-hybrid");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

    CHECK_NEXT(&text, "43", "42", "254:0", "/", "/", "rw,relatime", "", "ext4", "/dev/vda",
               "rw,discard,resv_strict,resuid=65534,resgid=65534");
    CHECK_NEXT(&text, "45", "43", "0:21", "/", "/proc", "rw,relatime", "", "proc", "proc", "rw");
    sample_free(&sample);
}

/* What Linux itself prints for names and kinds of mounts that are seldom seen. */
TEST(sample_of_odd_names)
{
    struct sample sample = sample_load("proc-mountinfo/linux-6.18-x86_64-odd-names");
    struct vmm_text text = vmm_text_of(strstr(sample.bytes, "63 44 "), 0);

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

/* 9p prints blanks as they are. */
TEST(sample_of_blanks_in_the_options_of_the_file_system)
{
    struct sample sample = sample_load("proc-mountinfo/linux-5.15-wsl2-9p");
    struct vmm_text text = vmm_text_of(strstr(sample.bytes, "100 70 "), 0);

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

/* None and three optional fields, words that no kernel has yet, an empty source, escapes everywhere. */
TEST(sample_of_every_field)
{
    struct sample sample = sample_load("proc-mountinfo/written-every-field");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);

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

#define ROW "22 27 0:21 / /proc rw,relatime shared:12 master:1 - proc proc rw\n"

TEST(no_rows)
{
    struct vmm_text text = vmm_text_of("", 0);

    check_end(&text);
    check_end(&text);
    text = vmm_text_of(NULL, 0);
    check_end(&text);
}

/* After fields that are good, every short text; and fields of every length, so that their ends stand everywhere. */
TEST(every_short_end_of_a_row)
{
    static const char letters[] = " -/x\n\t";
    enum { LETTERS = sizeof letters - 1, LENGTH = 7 };
    static const char start[] = "1 2 0:1 / /m rw";
    char bytes[sizeof start + LENGTH];
    size_t all = 1;

    memcpy(bytes, start, sizeof start);
    for (size_t i = 0; i < LENGTH; i++)
        all *= LETTERS;
    for (size_t i = 0; i < all; i += chance_step()) {
        size_t rest = i;

        for (size_t k = 0; k < LENGTH; k++, rest /= LETTERS)
            bytes[sizeof start - 1 + k] = letters[rest % LETTERS];
        check_piece(FORMAT, bytes, sizeof start - 1 + LENGTH);
    }
}

TEST(fields_of_every_length)
{

    for (size_t field = 0; field < FIELDS; field++) {
        for (int length = 1; length < 40; length++) {
            static const char fill[] = "/aaaaaaaaaaaaaaaaaaaa!\\\x7f\x80\xff\t\r\x1f\x01zzzzzzzzzzzzzzz";
            struct builder builder = {NULL, 0, 0};

            for (size_t i = 0; i < FIELDS; i++) {
                builder_print(&builder, "%.*s%s", i == field ? length : 3, fill, i + 1 == FIELDS ? "\n" : " ");
                if (i == OPTIONAL)
                    builder_print(&builder, "- ");
            }
            assert_int_equal(read_rows_of(FORMAT, builder.bytes, builder.length, NULL, 0), 1);
            builder_free(&builder);
        }
    }
}

/* The file may be large, and a row too. */
TEST(many_rows_and_long_ones)
{
    struct builder builder = {NULL, 0, 0};
    char *large = malloc(1 << 20);

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
    assert_int_equal(read_rows_of(FORMAT, builder.bytes, builder.length, NULL, 0), 20004);
    free(large);
    builder_free(&builder);
}

/* ---- calls ---- */

TEST(arguments)
{
    static const char bytes[] = ROW;
    struct vmm_text text = vmm_text_of(TEXT(bytes));
    struct vmm_mount row;

    text.error = bytes;
    assert_int_equal(vmm_mount_next(&text, NULL, sizeof row), VMM_E_ARGUMENT);
    assert_null(text.error);
    /* So a loop over rows ends. */
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(vmm_mount_next(&text, NULL, sizeof row), VMM_END);
    for (size_t size = 0; size < sizeof row; size++) {
        struct vmm_mount untouched, small;

        memset(&untouched, 0x5a, sizeof untouched);
        memset(&small, 0x5a, sizeof small);
        text = vmm_text_of(TEXT(bytes));
        text.error = bytes;
        assert_int_equal(vmm_mount_next(&text, &small, size), VMM_E_ARGUMENT);
        assert_memory_equal(&small, &untouched, sizeof small);
        assert_null(text.error);
        assert_ptr_equal(text.pos, text.end);
        assert_int_equal(vmm_mount_next(&text, &small, size), VMM_END);
        assert_memory_equal(&small, &untouched, sizeof small);
    }
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_mount_next(NULL, &row, sizeof row), VMM_END);
    check_unset(&row);
    text.pos = text.end + 1;
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_mount_next(&text, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
    assert_ptr_equal(text.pos, text.end);
    text.pos = NULL;
    memset(&row, 0x5a, sizeof row);
    assert_int_equal(vmm_mount_next(&text, &row, sizeof row), VMM_E_ARGUMENT);
    check_unset(&row);
}

TEST(a_larger_row_is_not_written_after_its_end)
{
    struct vmm_mount rows[2], untouched;
    struct vmm_text text = vmm_text_of(TEXT(ROW));

    memset(rows, 0x5a, sizeof rows);
    memset(&untouched, 0x5a, sizeof untouched);
    assert_int_equal(vmm_mount_next(&text, rows, sizeof rows), VMM_OK);
    assert_int_equal(rows[0].mount_id.length, 2);
    assert_memory_equal(&rows[1], &untouched, sizeof untouched);
}
