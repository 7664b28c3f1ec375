/* SPDX-License-Identifier: MIT */
/* The formats of the group VMM_TARGET: the input is a text, maybe with a byte before it that chooses the format. */
#include "judge.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct group *group = &FUZZ_NAMED(, VMM_TARGET, _group);
    struct piece text = {size == 0 ? "" : (const char *)data, size};

    if (!group->chosen) {
        for (size_t i = 0; i < group->count; i++)
            judge_text(group, i, text);
    } else if (size != 0) {
        judge_text(group, (size_t)(unsigned char)(data[0] - group->first) % group->count,
                   (struct piece){text.bytes + 1, size - 1});
    }
    return 0;
}
