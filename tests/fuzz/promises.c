/* SPDX-License-Identifier: MIT */
/* Keeps every promise to what is fuzzed, beside the references. */
#include "judge.h"

static void read_all(const struct format *format, struct piece text, size_t out_size)
{
    promise_text(format, text, out_size, NULL, NULL);
}

static void check_changed(const struct format *format, struct piece text)
{
    uint64_t choice = fuzz_choice(text.bytes, text.length, 10);
    bool good = promise_text(format, text, format->bytes, NULL, NULL).first.status == VMM_OK;
    struct builder changed = {NULL, 0, 0};

    if (format->unknown != NULL) {
        insert_lines(text, format->unknown, choice, &changed);
        promise_same(format, text, piece_of(&changed), true, "with unknown lines");
        read_all(format, piece_of(&changed), format->bytes);
    }
    if (format->words_move && good) {
        changed.length = 0;
        permute_words(text, choice, &changed);
        promise_same(format, text, piece_of(&changed), false, "with words permuted");
    }
    changed.length = 0;
    if (format->ends != NULL && good && permute_lines(text, format->ends, choice, &changed) &&
        (format->may_permute == NULL || format->may_permute(text, piece_of(&changed))))
        promise_same(format, text, piece_of(&changed), true, "with lines permuted");
    builder_free(&changed);
    promise_printed_again(format, text);
}

void judge_text(const struct group *group, size_t index, struct piece text)
{
    const struct format *format = &group->formats[index];
    size_t length = 0, out_size;
    unsigned size_index = 0;

    fuzz_count(index == 0 || group->chosen);
    while (fuzz_next_size(text.bytes, text.length, format->bytes, &size_index, &out_size))
        read_all(format, text, out_size);
    while (fuzz_next_prefix(text.bytes, text.length, &length))
        read_all(format, (struct piece){text.bytes, length}, format->bytes);
    promise_not_begun(format, text);
    check_changed(format, text);
}

void judge_usage(const struct usage *usage, struct usage_call call, size_t out_size)
{
    fuzz_count(1);
    usage_check(usage, call, out_size);
}
