/* SPDX-License-Identifier: MIT */
#include "take.h"

uint64_t fuzz_take(struct fuzz_input *input, unsigned bytes)
{
    uint64_t value = 0;

    for (unsigned i = 0; i < bytes && input->length != 0; i++, input->length--)
        value |= (uint64_t)*input->bytes++ << 8 * i;
    return value;
}

uint64_t fuzz_take_number(struct fuzz_input *input, uint64_t near)
{
    static const uint64_t limits[] = {
        0,
        1,
        2,
        INT32_MAX,
        (uint64_t)INT32_MAX + 1,
        UINT32_MAX,
        (uint64_t)UINT32_MAX + 1,
        1ULL << 53,
        1000,
        1000000000,
        INT64_MAX / 2,
        INT64_MAX,
        1ULL << 63,
        UINT64_MAX / 100,
        1ULL << 62,
        1ULL << 61,
        VMM_UNLIMITED - 2,
        VMM_UNLIMITED - 1,
        VMM_UNLIMITED,
        VMM_UNKNOWN,
    };
    unsigned choice = (unsigned)fuzz_take(input, 1);
    unsigned more = choice >> 3;

    switch (choice & 7) {
    case 0:
        return near + more;
    case 1:
        return near + fuzz_take(input, 2);
    case 2:
        return near + fuzz_take(input, 5);
    case 3:
        return near - more;
    case 4:
        return near - fuzz_take(input, 4);
    case 5:
        return fuzz_take(input, 8);
    case 6:
        return limits[more % (sizeof limits / sizeof limits[0])];
    default:
        return VMM_UNKNOWN;
    }
}
