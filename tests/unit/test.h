/* SPDX-License-Identifier: MIT */
/*
 * Registration of unit tests. A test is
 *
 *     TEST(a_32_bit_counter_wraps)
 *     {
 *         assert_int_equal(...);
 *     }
 *
 * and nothing else: support_main.c has the main() that runs all tests of the program. Arguments of the program select
 * tests: by the whole name, by a pattern of fnmatch(3), or by what stands before the colon in names of the form
 * `disk_usage: every output size`.
 */
#ifndef VMM_TESTS_TEST_H
#define VMM_TESTS_TEST_H

#include "support.h"

struct test {
    const char *name;                    /* must stay valid */
    void (*run)(void);                   /* either this one */
    void (*run_on)(const void *subject); /* or this one, for a test that runs over many subjects */
    const void *subject;
};

/* Adds a test to those that main() runs. */
void test_add(struct test test);

/* A constructor registers the test before main() starts; so no list of tests is needed. */
#define TEST(title)                                                                                                    \
    static void test_##title(void);                                                                                    \
    __attribute__((constructor)) static void register_##title(void)                                                    \
    {                                                                                                                  \
        test_add((struct test){.name = #title, .run = test_##title});                                                  \
    }                                                                                                                  \
    static void test_##title(void)

#endif
