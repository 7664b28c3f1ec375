/* SPDX-License-Identifier: MIT */
/* The filler for columns, on a record of its own: members before and after those of the columns. */
#include "reference/examples.h"
#include "support_formats.h"
#include "test.h"

#include "record/tables.h"

struct things {
    uint64_t size;
    uint64_t record;
    uint64_t before;
    uint64_t first;
    uint64_t second;
    uint64_t third;
    uint64_t last;
    uint64_t after;
    /* Never set. */
    uint64_t further;
};

#define RECORD struct things
static const struct vmm_column columns[] = {COLUMNS(first, last, NUMBER)};
static const struct vmm_line line = TABLE_OF_COLUMNS(columns);

enum { FIRST = 3, COUNT = 4, BEFORE = 4711, AFTER = 4712 };

/* As a format does it: begin, fill what is no column, then the columns, whatever is in them. */
static vmm_status parse(struct vmm_text *text, void *out, size_t out_size, bool is_aligned)
{
    size_t size;
    vmm_status status = vmm_begin_row(text, out, out_size, sizeof(struct things), OWN_RECORD, &size);

    if (status != VMM_OK)
        return status;
    vmm_store(out, size, offsetof(struct things, before), BEFORE);
    vmm_store(out, size, offsetof(struct things, after), AFTER);
    for (size_t i = 0; i < COUNT; i++)
        vmm_store(out, size, (FIRST + i) * sizeof(uint64_t), 99);
    if (is_aligned) {
        const char *error = text->end;
        const char *after = vmm_take_aligned_columns(&line, text->pos, text->end, out, size, &error);

        return vmm_end_row(text, after, error, &line, out, out_size);
    }
    return vmm_fill_row(text, text->pos, &line, out, out_size);
}

static vmm_status parse_columns(struct vmm_text *text, void *out, size_t out_size)
{
    return parse(text, out, out_size, false);
}

static vmm_status parse_aligned_columns(struct vmm_text *text, void *out, size_t out_size)
{
    return parse(text, out, out_size, true);
}

static const struct vmm_line file = TABLE_OF_FILE(columns, 1);

static vmm_status parse_file(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_fill_line(text, &file, OWN_RECORD, out, out_size);
}

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    if (at == length)
        return (struct outcome){VMM_END, length, NOWHERE};
    ref_store(out, size, offsetof(struct things, before), BEFORE);
    ref_store(out, size, offsetof(struct things, after), AFTER);
    return ref_columns(bytes, length, at, offsetof(struct things, first), COUNT, out, size);
}

static const struct example examples[] = {
    GOOD(" 1 2 3 4\n"),
    GOOD(" 1\n"),
    GOOD(" 1 2\n"),
    GOOD(" 1 2 3\n"),
    GOOD(" 1 2 3 4 5\n"),
    GOOD(" 1 2 3 4 x\n"),
    GOOD(" 1 2 3 4 \n"),
    GOOD(" 1 2 \n"),
    GOOD("  1  2\n"),
    GOOD("\t1\t2\t\n"),
    REFUSED("\n", 0),
    REFUSED(" \n", 1),
    REFUSED(" 1 2 3 4x\n", 8),
    REFUSED(" 1 2 3x\n", 6),
    REFUSED(" x\n", 1),
    REFUSED(" 1 x 3\n", 3),
    REFUSED(" 1 2 3 -\n", 8),
    GOOD(" 1 2 3 -4\n"),
    REFUSED(" 1 2 3 4\r\n", 8),
    REFUSED(" 1 2\r\n", 4),
    END(""),
    CUT(" "),
    CUT(" 1"),
    CUT(" 1 "),
    CUT(" 1 2 3 4"),
    CUT(" 1 2 3 4 "),
    CUT(" 1 2 3 4 55"),
    GOOD(" 1 2 3 4\n 5 6"),
    GOOD(" 1\n 2 3 4 5 6 7 8 9 10 11 12 13 14 15\n"),
    GOOD(" 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25\n"),
    GOOD(" 123456789012345 123456789012345 123456789012345 123456789012345\n"),
    GOOD(" 1234567890123456 1234567890123456 1234567890123456 1234567890123456\n"),
    GOOD(" 12345678 123456789 1234567 0\n"),
    GOOD("       1        2         3          4\n"),
    GOOD("                                   1                       2\n"),
    GOOD("1 2 3 4                               \n"),
    REFUSED("    1    2:   3    4                     \n", 10),
    REFUSED("    1    2/   3    4                     \n", 10),
    /* Like a digit and a blank, where the bits of a word are shifted wrongly. */
    REFUSED(" a@ 2 3 4 5 6 7 8 9 10 11 12\n", 1),
    REFUSED(" \x18\x10 2 3 4 5 6 7 8 9 10 11 12\n", 1),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE(" 1 22 333 4444\n"),
    PIECE(" 12345678 0 123456789012345 1 5 6 7 8 9 10 11 12\n 1 2 3\n"),
    NO_MORE_TEXTS,
};

static const struct example files[] = {
    GOOD("1 2 3 4\n"), GOOD(" 1\t 2 \n"),        GOOD("1 2 3 -4 x\n"), GOOD("1 2 3 4\nand more\n"), EMPTY(""),
    CUT("1 2 3 4"),    CUT("1 2 3 4\nand more"), REFUSED("\n", 0),     REFUSED("1 x 3 4\n", 2),     NO_MORE_EXAMPLES,
};

#define FORMAT(format_name, function)                                                                                  \
    {                                                                                                                  \
        .name = (format_name), .kind = ROWS, .parse = (function), .reference = expect, .record_id = OWN_RECORD,        \
        .bytes = sizeof(struct things), .examples = examples, .usual = usual                                           \
    }

static const struct format formats[] = {
    FORMAT("columns", parse_columns),
    FORMAT("aligned columns", parse_aligned_columns),
};
static const struct format file_format = {
    .name = "a file of columns",
    .kind = ONE_RECORD,
    .parse = parse_file,
    .sets = {{offsetof(struct things, first), COUNT}},
    .record_id = OWN_RECORD,
    .bytes = sizeof(struct things),
    .examples = files,
    .usual = usual,
};
static const struct group group = {"columns", formats, COUNT_OF(formats), false, 0};
static const struct group file_group = {"a file of columns", &file_format, 1, false, 0};

__attribute__((constructor)) static void add_formats(void)
{
    formats_add(&group);
    formats_add(&file_group);
}

TEST(members_that_are_no_columns_stay)
{
    static const uint64_t wanted[] = {sizeof(struct things), OWN_RECORD,  BEFORE, 1,          2,
                                      VMM_UNKNOWN,           VMM_UNKNOWN, AFTER,  VMM_UNKNOWN};
    struct things row;

    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        assert_int_equal(read_rows_of(&formats[i], TEXT(" 1 2\n"), &row, 1), 1);
        assert_memory_equal(&row, wanted, sizeof wanted);
    }
}

/* A caller that is too old to know a column does not fail over it. */
TEST(columns_that_the_output_has_no_room_for_are_not_looked_at)
{
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        struct vmm_text text = vmm_text_of(TEXT(" 1 2 x 4\n"));
        struct things row;

        assert_int_equal(formats[i].parse(&text, &row, offsetof(struct things, third)), VMM_OK);
        assert_int_equal(row.size, offsetof(struct things, third));
        assert_int_equal(row.first, 1);
        assert_int_equal(row.second, 2);
        text = vmm_text_of(TEXT(" x y z\n"));
        assert_int_equal(formats[i].parse(&text, &row, offsetof(struct things, first)), VMM_OK);
        assert_int_equal(row.before, BEFORE);
        text = vmm_text_of(TEXT(" x y z\n"));
        assert_int_equal(formats[i].parse(&text, &row, offsetof(struct things, second)), VMM_E_SYNTAX);
    }
}
