/* SPDX-License-Identifier: MIT */
/*
 * A usage of records of any content and size. VMM_TARGET names the usage: one program each is compiled of this file.
 */
#include <string.h>

#include "judge.h"
#include "take.h"

static void take_name(struct fuzz_input *input, const char *near, char *name, size_t bytes)
{
    memcpy(name, near, bytes);
    switch (fuzz_take(input, 1) & 3) {
    case 1:
        memset(name, 0, bytes);
        break;
    case 2:
        for (size_t i = 0; i < bytes; i++)
            name[i] = (char)fuzz_take(input, 1);
        break;
    case 3:
        name[fuzz_take(input, 1) % bytes] = (char)fuzz_take(input, 1);
        break;
    default:
        break;
    }
}

/* A time: often a usual one, or one at a limit. */
static int64_t take_time(struct fuzz_input *input)
{
    static const int64_t times[] = {1000000000, 100000000, 1, INT64_MAX, 3600000000000, INT64_MAX / 2, 0, INT64_MIN};
    unsigned choice = (unsigned)fuzz_take(input, 1);
    unsigned index = choice >> 1 & 7;

    return (choice & 1) == 0 ? times[index] : (int64_t)(fuzz_take(input, 1 + index) << (choice >> 4));
}

/* A size of a record: most often the right one, else anything up to twice as much. */
static size_t take_size(struct fuzz_input *input, size_t right)
{
    size_t choice = (size_t)fuzz_take(input, 1);

    if ((choice & 3) == 0)
        return right;
    choice = (choice >> 2) + 64 * (size_t)fuzz_take(input, 1);
    return choice % (2 * right + 1);
}

/* Fills a record with numbers that follow from a salt. */
static void make_noise(void *record, size_t bytes, uint64_t salt)
{
    for (size_t offset = 0; offset + 8 <= bytes; offset += 8) {
        salt = fuzz_choice((const char *)&salt, sizeof salt, 0);
        usage_set_word(record, offset, (salt & 7) == 0 ? VMM_UNKNOWN : salt >> (salt & 63));
    }
}

/* A record. Its members are often near those of another record, if there is one. Noise stays in all other bytes. */
static void take_record(struct fuzz_input *input, const struct usage_input *taken, const void *near, void *record)
{
    /* As long as the longest name. */
    static const char disk[64] = "vda";
    const struct usage_members *members = usage_members(taken);
    uint64_t noise = usage_word(record, 8);

    usage_set_word(record, 0, take_size(input, taken->bytes));
    /* Seldom of another type. */
    usage_set_word(record, 8, (noise & 15) == 1 ? noise : (noise & 1) == 0 ? 0 : taken->record_id);
    for (unsigned i = 0; i < members->count; i++) {
        const struct usage_member *member = &members->rows[i];
        const char *other = near == NULL ? disk : (const char *)near + member->offset;

        if (member->bytes == 8)
            usage_set_word(record, member->offset, fuzz_take_number(input, near == NULL ? 0 : usage_word(other, 0)));
        else
            take_name(input, other, (char *)record + member->offset, member->bytes);
    }
}

/* ---- rows ---- */

/* Now and then not in ascending order. */
static uint64_t take_identity(struct fuzz_input *input, uint64_t last)
{
    unsigned choice = (unsigned)fuzz_take(input, 1);

    if ((choice & 7) == 7)
        return VMM_UNKNOWN;
    return (choice & 7) == 6 ? fuzz_take_number(input, last) : last + 1 + (choice >> 3 & 3);
}

static const void *find(const struct usage_input *taken, const void *rows, size_t count, uint64_t identity)
{
    size_t offset = usage_members(taken)->rows[0].offset;

    for (size_t i = 0; ref_known(identity) && i < count; i++)
        if (usage_word(usage_row(taken, rows, i), offset) == identity)
            return usage_row(taken, rows, i);
    return NULL;
}

static size_t take_rows(struct fuzz_input *input, const struct usage_input *taken, const void *near, size_t near_count,
                        uint64_t salt, void *rows)
{
    const struct usage_members *members = usage_members(taken);
    size_t count = (size_t)fuzz_take(input, 1) % (USAGE_ROWS + 1);
    uint64_t last = 7;

    for (size_t i = 0; i < count; i++) {
        char *row = usage_row(taken, rows, i);
        uint64_t identity;
        const char *other;

        make_noise(row, 2 * taken->bytes, salt + i);
        usage_set_word(row, 0, take_size(input, taken->bytes));
        identity = take_identity(input, last);
        usage_set_word(row, members->rows[0].offset, identity);
        if (ref_known(identity))
            last = identity;
        other = find(taken, near, near_count, identity);
        for (unsigned j = 1; j < members->count; j++) {
            size_t offset = members->rows[j].offset;

            usage_set_word(row, offset, fuzz_take_number(input, other == NULL ? 0 : usage_word(other, offset)));
        }
    }
    return count;
}

/* ---- inputs ---- */

static void check_input(const struct usage *usage, const uint8_t *data, size_t size)
{
    static uint64_t rows[2][1 << 12];
    const struct usage_input *before = usage_before(usage), *after = &usage->after;
    struct fuzz_input input = {data, size};
    uint64_t salt = fuzz_choice((const char *)data, size, 0);
    struct usage_call call = {.before_count = 1, .after_count = 1};

    CHECK(USAGE_ROWS * 2 * after->bytes <= sizeof rows[0] && 2 * before->bytes <= sizeof rows[0]);
    fuzz_current((struct piece){(const char *)data, size});
    if (usage->is_timed)
        call.elapsed_ns = take_time(&input);
    call.before = before->record_id == 0 ? NULL : rows[0];
    call.after = rows[1];
    if (usage->is_of_rows) {
        size_t out_size;

        call.row_size = take_size(&input, after->bytes) / 8 * 8;
        call.row_size = call.row_size < 16 ? 16 : call.row_size;
        out_size = take_size(&input, usage->bytes);
        call.before_count = take_rows(&input, before, NULL, 0, salt, rows[0]);
        call.after_count = take_rows(&input, after, rows[0], call.before_count, ~salt, rows[1]);
        judge_usage(usage, call, out_size);
        return;
    }
    call.number = fuzz_take_number(&input, 100);
    make_noise(rows[1], 2 * after->bytes, salt);
    if (call.before != NULL) {
        make_noise(rows[0], 2 * before->bytes, ~salt);
        take_record(&input, before, NULL, rows[0]);
    }
    take_record(&input, after, before == after ? call.before : NULL, rows[1]);
    judge_usage(usage, call, take_size(&input, usage->bytes));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t length = 0;

    usage_failed = fuzz_fail;
    check_input(&FUZZ_NAMED(usage_, VMM_TARGET, ), data, size);
    while (fuzz_every_prefix && fuzz_next_prefix((const char *)data, size, &length))
        check_input(&FUZZ_NAMED(usage_, VMM_TARGET, ), data, length);
    fuzz_current((struct piece){NULL, 0});
    return 0;
}
