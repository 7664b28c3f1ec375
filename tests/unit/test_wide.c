/* SPDX-License-Identifier: MIT */
/*
 * The functions on sixteen bytes, with the target's vectors, against their plain bodies, which the proofs read. Without
 * vectors there is nothing to compare.
 */
#include "test.h"

#include <string.h>

#include "scan/wide.h"

#if defined(VMM_WIDE) && !defined(VMM_WIDE_PLAIN)
#undef VMM_WIDE_H
#define VMM_WIDE_PLAIN 1
#define vmm_wide plain_wide
#define vmm_load_wide plain_load_wide
#define vmm_wide_of plain_wide_of
#define vmm_equal plain_equal
#define vmm_either plain_either
#define vmm_both plain_both
#define vmm_minus plain_minus
#define vmm_below plain_below
#define vmm_marks plain_marks
#include "scan/wide.h" /* NOLINT(readability-duplicate-include) */
#undef vmm_wide
#undef vmm_load_wide
#undef vmm_wide_of
#undef vmm_equal
#undef vmm_either
#undef vmm_both
#undef vmm_minus
#undef vmm_below
#undef vmm_marks

#define ASSERT_SAME(vector, plain)                                                                                     \
    do {                                                                                                               \
        vmm_wide wide_result = (vector);                                                                               \
        plain_wide plain_result = (plain);                                                                             \
        assert_memory_equal(&wide_result, &plain_result, sizeof wide_result);                                          \
    } while (0)

/* Each place has each of the 2^16 pairs of bytes once, beside other pairs. */
TEST(each_pair_of_bytes_at_each_place)
{
    for (unsigned pair = 0; pair < 0x10000; pair++) {
        char one[16], other[16];

        for (unsigned place = 0; place < 16; place++) {
            unsigned here = (pair + place * 0x1f3d) & 0xffff;

            one[place] = (char)(here & 0xff);
            other[place] = (char)(here >> 8);
        }
        ASSERT_SAME(vmm_load_wide(one), plain_load_wide(one));
        ASSERT_SAME(vmm_equal(vmm_load_wide(one), vmm_load_wide(other)),
                    plain_equal(plain_load_wide(one), plain_load_wide(other)));
        ASSERT_SAME(vmm_either(vmm_load_wide(one), vmm_load_wide(other)),
                    plain_either(plain_load_wide(one), plain_load_wide(other)));
        ASSERT_SAME(vmm_both(vmm_load_wide(one), vmm_load_wide(other)),
                    plain_both(plain_load_wide(one), plain_load_wide(other)));
        ASSERT_SAME(vmm_minus(vmm_load_wide(one), vmm_load_wide(other)),
                    plain_minus(plain_load_wide(one), plain_load_wide(other)));
        ASSERT_SAME(vmm_below(vmm_load_wide(one), (unsigned char)other[0]),
                    plain_below(plain_load_wide(one), (unsigned char)other[0]));
        assert_int_equal(vmm_marks(vmm_load_wide(one)), plain_marks(plain_load_wide(one)));
    }
}

/* The pairs above have each limit and each byte, but not at each place. */
TEST(each_limit_and_each_byte_at_each_place)
{
    for (unsigned limit = 0; limit < 256; limit++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            char bytes[16];

            for (unsigned place = 0; place < 16; place++)
                bytes[place] = (char)(byte + place);
            ASSERT_SAME(vmm_below(vmm_load_wide(bytes), (unsigned char)limit),
                        plain_below(plain_load_wide(bytes), (unsigned char)limit));
        }
    }
}

TEST(marks_of_each_set_of_places)
{
    for (unsigned set = 0; set < 0x10000; set++) {
        char bytes[16];

        for (unsigned place = 0; place < 16; place++)
            bytes[place] = (char)((set >> place & 1) != 0 ? 0xff : 0);
        assert_int_equal(vmm_marks(vmm_load_wide(bytes)), set);
        assert_int_equal(plain_marks(plain_load_wide(bytes)), set);
    }
}

TEST(each_byte_in_all_places)
{
    for (unsigned byte = 0; byte < 256; byte++) {
        char bytes[16];

        memset(bytes, (int)byte, sizeof bytes);
        ASSERT_SAME(vmm_wide_of((char)byte), plain_wide_of((char)byte));
        ASSERT_SAME(vmm_load_wide(bytes), plain_wide_of((char)byte));
    }
}

#else

TEST(without_vectors)
{
    skip();
}

#endif
