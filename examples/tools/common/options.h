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
    /* The smallest number, or number of nanoseconds. */
    uint32_t least;
    /* What --help calls the value, such as DIR; words with | between them are all that the value may be. NULL for none. */
    const char *value;
    /* What the option does: a text without line ends. --help, the manual page and the completions of shells have it. */
    const char *help;
    /* The largest number, or number of nanoseconds; 0 is no limit. For texts, see the kinds. */
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
    /* What stands in --help before the options, and after them. */
    const char *usage;
    const char *notes;
};

/* The options that say which machine is read. AT gives the place of a member of the program's struct. */
#define OPTION_ROWS_OF_ROOTS(AT)                                                                                       \
    {"--root",   .kind = OPTION_DIRECTORY, AT(roots.root),                                                             \
     .text = "", .value = "DIR",           .help = "read the machine whose / is DIR: DIR/proc and DIR/sys"},           \
        {"--proc",       .kind = OPTION_DIRECTORY,                                                                     \
         AT(roots.proc), .text = "/proc",                                                                              \
         .value = "DIR", .help = "read DIR instead of /proc, such as /host/proc in a container"},                      \
    {                                                                                                                  \
        "--sys", .kind = OPTION_DIRECTORY, AT(roots.sys), .text = "/sys", .value = "DIR",                              \
                 .help = "read DIR instead of /sys"                                                                    \
    }

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
