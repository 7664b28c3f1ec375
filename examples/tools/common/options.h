/* SPDX-License-Identifier: MIT */
/*
 * The command line of a program, by a table of its options. Each option has a long name and may have a letter: `--count 5`,
 * `--count=5`, `-n 5`, `-n5`. A long name may be shortened as long as only one option begins so. `--` ends the options.
 */
#ifndef COMMON_OPTIONS_H
#define COMMON_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SECOND 1000000000U

/* What the value of an option is, and where it is put. */
enum option_kind {
    /* No value: sets a bool. */
    OPTION_FLAG,
    /* A text of at most `most` bytes, or of any length if `most` is 0: a const char *. */
    OPTION_TEXT,
    /* A path without a slash at its end, or NULL for the directory `text`: a const char *. */
    OPTION_DIRECTORY,
    /* A whole number: a uint64_t. */
    OPTION_NUMBER,
    /* Seconds, which may have decimals after a point in every locale: an int64_t of nanoseconds. */
    OPTION_SECONDS,
    /* All else: `take` sets it, and returns the reason if the value is refused. */
    OPTION_OTHER,
    OPTION_HELP,
    OPTION_VERSION
};

struct option {
    /* With its dashes. */
    const char *name;
    char letter;
    /* One of enum option_kind. */
    uint8_t kind;
    /* Where in the struct of the options. */
    uint16_t offset;
    /* The smallest and the largest number, or number of nanoseconds; a `most` of 0 is no limit. */
    uint32_t least;
    uint64_t most;
    union {
        /* OPTION_NUMBER: why a number is refused. OPTION_DIRECTORY: the one that is used anyway. */
        const char *text;
        /* OPTION_OTHER: returns NULL, or why the value is refused; then `*value` is what is wrong of it. */
        const char *(*take)(void *member, char **value);
    };
};

struct option_table {
    const struct option *rows;
    size_t count;
    /* The text of --help. */
    const char *help;
};

/* The lines of the options that each program has, and of those that say which machine is read, in the text of --help. */
#define OPTION_HELP_OF_ALL "  -h, --help, -V, --version\n"
#define OPTION_HELP_OF_ROOTS                                                                                           \
    "  --root DIR          the machine whose / is DIR: read DIR/proc and DIR/sys\n"                                    \
    "  --proc DIR, --sys DIR  read DIR instead of /proc or /sys\n"

/*
 * Sets `options`, the struct that the table is about, from the words of the command line. The words that are no options are
 * put at the beginning of argv, and their number is returned. Ends the program after --help and --version, which need no
 * rows, and where an option is wrong.
 */
int options_take(const struct option_table *table, void *options, int argc, char **argv);

/* The same for a program that has only options. */
void options_take_only(const struct option_table *table, void *options, int argc, char **argv);

/* Takes a whole number of at most 18 digits. Returns false if the text is something else. */
bool option_number(const char *text, uint64_t *value);

#endif
