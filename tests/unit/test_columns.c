/* The filler for columns, on a record of its own: members before and behind those of the columns. */
#include "support.h"

#include <inttypes.h>
#include <string.h>

#include "record/tables.h"

struct things {
    uint64_t size;
    uint64_t before;
    uint64_t first;
    uint64_t second;
    uint64_t third;
    uint64_t last;
    uint64_t behind;
    /* Never set. */
    uint64_t further;
};

#define RECORD struct things
static const struct vmm_column columns[] = {COLUMNS(first, last, NUMBER)};
static const struct vmm_line line = TABLE_OF_COLUMNS(columns);

enum { FIRST = 2, COUNT = 4, BEFORE = 4711, BEHIND = 4712 };

/* Which of the two fillers the tests are about. */
static bool is_aligned;

/* As a format does it: begin, fill what is no column, then the columns, whatever is in them. */
static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    size_t size = vmm_begin_text(text, out, out_size, sizeof(struct things));

    if (size == 0)
        return VMM_E_ARGUMENT;
    vmm_store(out, size, offsetof(struct things, before), BEFORE);
    vmm_store(out, size, offsetof(struct things, behind), BEHIND);
    for (size_t i = 0; i < COUNT; i++)
        vmm_store(out, size, (FIRST + i) * sizeof(uint64_t), 99);
    if (is_aligned) {
        const char *error = text->end;
        const char *after = vmm_take_aligned_columns(&line, text->pos, text->end, out, size, &error);

        return vmm_end_row(text, after, error, &line, out, out_size);
    }
    return vmm_fill_row(text, text->pos, &line, out, out_size);
}

static struct outcome expect(const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome;

    reference_unknown(words, sizeof(struct things));
    outcome = reference_fill_columns(bytes, 0, length, words + FIRST, COUNT);
    if (outcome.status == VMM_OK) {
        words[1] = BEFORE;
        words[6] = BEHIND;
    } else {
        reference_unknown(words, sizeof(struct things));
    }
    return outcome;
}

static const struct old_format format = {parse, expect, 0, sizeof(struct things)};

static void test_fewer_and_more_columns(void **state)
{
    static const char *const texts[] = {
        " 1\n",
        " 1 2\n",
        " 1 2 3\n",
        " 1 2 3 4\n",
        " 1 2 3 4 5\n",
        " 1 2 3 4 x\n",
        " 1 2 3 4 \n",
        " 1 2 \n",
        "  1  2\n",
        "\t1\t2\t\n",
        "\n",
        " \n",
        " 1 2 3 4x\n",
        " 1 2 3x\n",
        " x\n",
        " 1 x 3\n",
        " 1 2 3 -\n",
        " 1 2 3 -4\n",
        " 1 2 3 4\r\n",
        " 1 2\r\n",
        "",
        " ",
        " 1",
        " 1 ",
        " 1 2 3 4",
        " 1 2 3 4 ",
        " 1 2 3 4 55",
        " 1 2 3 4\n 5 6",
        " 1\n 2 3 4 5 6 7 8 9 10 11 12 13 14 15\n",
        " 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25\n",
        " 123456789012345 123456789012345 123456789012345 123456789012345\n",
        " 1234567890123456 1234567890123456 1234567890123456 1234567890123456\n",
        " 12345678 123456789 1234567 0\n",
        "       1        2         3          4\n",
        "                                   1                       2\n",
        "1 2 3 4                               \n",
        "    1    2:   3    4                     \n",
        "    1    2/   3    4                     \n",
        /* Like a digit and a blank, where the bits of a word are shifted wrongly. */
        " a@ 2 3 4 5 6 7 8 9 10 11 12\n",
        " \x18\x10 2 3 4 5 6 7 8 9 10 11 12\n",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        check_string(&format, texts[i]);
        check_every_cut(&format, texts[i], strlen(texts[i]));
    }
}

static void test_members_that_are_no_columns_stay(void **state)
{
    struct record record;
    static const uint64_t wanted[] = {sizeof(struct things), BEFORE, 1, 2, VMM_UNKNOWN, VMM_UNKNOWN, BEHIND};

    (void)state;
    assert_int_equal(run(&format, TEXT(" 1 2\n"), &record, format.bytes).status, VMM_OK);
    assert_memory_equal(&record, wanted, sizeof wanted);
}

static void test_errors_make_all_of_the_record_unknown(void **state)
{
    struct record record;

    (void)state;
    assert_int_equal(run(&format, TEXT(" 1 2 x\n"), &record, format.bytes).status, VMM_E_SYNTAX);
    for (size_t i = 1; i < sizeof(struct things) / sizeof(uint64_t); i++)
        assert_int_equal(record.words[i], VMM_UNKNOWN);
    assert_int_equal(run(&format, TEXT(" 1 2 3 4"), &record, format.bytes).status, VMM_E_TRUNCATED);
    for (size_t i = 1; i < sizeof(struct things) / sizeof(uint64_t); i++)
        assert_int_equal(record.words[i], VMM_UNKNOWN);
}

static void test_numbers_of_every_length_at_every_distance_from_the_end(void **state)
{
    struct arena arena = arena_new(512);

    (void)state;
    for (unsigned digits = 1; digits <= 22; digits++) {
        for (unsigned column = 0; column < 5; column++) {
            for (unsigned distance = 0; distance <= 40; distance++) {
                struct builder builder = {NULL, 0, 0};

                for (unsigned i = 0; i < 5; i++) {
                    builder_add(&builder, " ", 1);
                    for (unsigned k = 0; k < (i == column ? digits : 1); k++)
                        builder_add(&builder, &"9182736450"[k % 10], 1);
                }
                builder_add(&builder, "\n", 1);
                for (unsigned i = 0; i < distance; i++)
                    builder_add(&builder, "7", 1);
                check_text(&format, &arena, builder.bytes, builder.length);
                builder_free(&builder);
            }
        }
    }
    arena_free(&arena);
}

static void test_every_byte_replaced_by_every_other(void **state)
{
    (void)state;
    check_every_byte(&format, TEXT(" 1 22 333 4444\n"));
    check_every_byte(&format, TEXT(" 12345678 0 123456789012345 1 5 6 7 8 9 10 11 12\n 1 2 3\n"));
}

static void test_random_lines_against_the_reference(void **state)
{
    static const char interesting[] = " \t\n\r\0:0123456789-x\x7f\x80\xb0\xff";
    struct arena arena = arena_new(4096);
    struct builder builder = {NULL, 0, 0};

    (void)state;
    chance_seed(14);
    for (unsigned time = 0, rounds = chance_rounds(100000); time < rounds; time++) {
        size_t values = chance_below(8), behind = chance_below(30);

        builder.length = 0;
        for (size_t i = 0; i < values; i++)
            builder_print(&builder, "%s%" PRIu64, chance_of(90) ? " " : "  ", chance_number());
        builder_add(&builder, "\n", 1);
        for (size_t i = 0; i < behind; i++)
            builder_add(&builder, &" 7\n"[chance_below(3)], 1);
        if (chance_of(30))
            builder.bytes[chance_below(builder.length)] = interesting[chance_below(sizeof interesting - 1)];
        if (chance_of(15))
            builder.length = chance_below(builder.length);
        check_text(&format, &arena, builder.bytes, builder.length);
    }
    builder_free(&builder);
    arena_free(&arena);
}

static void test_outputs_of_every_size(void **state)
{
    (void)state;
    check_every_size(&format, TEXT(" 1 2 3 4\n"), VMM_OK);
    check_every_size(&format, TEXT(" 1 2 3 4 5 6 7 8 9 10 11 12 13 14\n 5\n"), VMM_OK);
    check_every_size(&format, TEXT(" 1\n"), VMM_OK);
    check_every_size(&format, TEXT(" 1 2 3 4"), VMM_E_TRUNCATED);
    check_arguments(&format, TEXT(" 1 2 3 4\n"));
}

/* A caller that is too old to know a column does not fail over it. */
static void test_columns_that_the_output_has_no_room_for_are_not_looked_at(void **state)
{
    struct record record;

    (void)state;
    assert_int_equal(run(&format, TEXT(" 1 2 x 4\n"), &record, offsetof(struct things, third)).status, VMM_OK);
    assert_int_equal(record.words[0], offsetof(struct things, third));
    assert_int_equal(record.words[2], 1);
    assert_int_equal(record.words[3], 2);
    assert_int_equal(run(&format, TEXT(" x y z\n"), &record, offsetof(struct things, first)).status, VMM_OK);
    assert_int_equal(record.words[1], BEFORE);
    assert_int_equal(run(&format, TEXT(" x y z\n"), &record, offsetof(struct things, first) + 8).status, VMM_E_SYNTAX);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fewer_and_more_columns),
        cmocka_unit_test(test_members_that_are_no_columns_stay),
        cmocka_unit_test(test_errors_make_all_of_the_record_unknown),
        cmocka_unit_test(test_numbers_of_every_length_at_every_distance_from_the_end),
        cmocka_unit_test(test_every_byte_replaced_by_every_other),
        cmocka_unit_test(test_random_lines_against_the_reference),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_columns_that_the_output_has_no_room_for_are_not_looked_at),
    };
    int failed = cmocka_run_group_tests_name("columns", tests, NULL, NULL);

    is_aligned = true;
    return failed + cmocka_run_group_tests_name("aligned columns", tests, NULL, NULL);
}
