/* SPDX-License-Identifier: MIT */
/* The main() of a program of unit tests, and the list of its tests. */
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test.h"

static struct test *tests;
static size_t test_count;

void test_add(struct test test)
{
    struct test *more = realloc(tests, (test_count + 1) * sizeof *tests);

    if (more == NULL)
        abort();
    tests = more;
    tests[test_count++] = test;
}

static void call_test(void **state)
{
    const struct test *test = *state;

    if (test->run != NULL)
        test->run();
    else
        test->run_on(test->subject);
}

static bool selects(const char *argument, const char *name)
{
    size_t length = strlen(argument);

    return fnmatch(argument, name, 0) == 0 || (strncmp(argument, name, length) == 0 && name[length] == ':');
}

/* Marks the tests that this argument selects, and counts them. */
static size_t select_tests(const char *argument, bool *selected)
{
    size_t found = 0;

    for (size_t i = 0; i < test_count; i++)
        if (selects(argument, tests[i].name)) {
            selected[i] = true;
            found++;
        }
    return found;
}

int main(int argc, char **argv)
{
    const char *slash = strrchr(argv[0], '/');
    struct CMUnitTest *group = calloc(test_count + 1, sizeof *group);
    bool *selected = calloc(test_count + 1, sizeof *selected);
    size_t count = 0;
    int failed;

    if (group == NULL || selected == NULL)
        abort();
    for (int i = 1; i < argc; i++)
        if (select_tests(argv[i], selected) == 0) {
            fprintf(stderr, "%s: no test is named %s\n", argv[0], argv[i]);
            return EXIT_FAILURE;
        }
    for (size_t i = 0; i < test_count; i++)
        if (argc < 2 || selected[i])
            group[count++] =
                (struct CMUnitTest){.name = tests[i].name, .test_func = call_test, .initial_state = &tests[i]};
    if (count == 0) {
        fprintf(stderr, "%s: there is no test\n", argv[0]);
        return EXIT_FAILURE;
    }
    /* cmocka's macro takes arrays of a constant length only. */
    failed = _cmocka_run_group_tests(slash == NULL ? argv[0] : slash + 1, group, count, NULL, NULL);
    free(group);
    free(selected);
    free(tests);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
