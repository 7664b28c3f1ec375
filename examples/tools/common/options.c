/* SPDX-License-Identifier: MIT */
/* Without getopt_long(), which prints messages of its own: a small static program would be larger by 4 KB. */
#define _POSIX_C_SOURCE 200809L
#include "options.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "message.h"
#include "roots.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Takes a whole number of at most 18 digits. Returns the text after it; NULL if there is no digit. */
static const char *take_digits(const char *text, uint64_t *value)
{
    const char *start = text;

    *value = 0;
    for (; is_digit(*text) && text - start < 18; text++)
        *value = *value * 10 + (uint64_t)(*text - '0');
    return text == start ? NULL : text;
}

bool option_number(const char *text, uint64_t *value)
{
    text = take_digits(text, value);
    return text != NULL && *text == '\0';
}

static bool take_seconds(const char *text, uint64_t *ns)
{
    uint64_t unit = SECOND / 10;
    bool is_more = false;

    text = take_digits(text, ns);
    if (text == NULL || *ns > INT64_MAX / SECOND)
        return false;
    *ns *= SECOND;
    if (*text == '.') {
        text++;
        if (!is_digit(*text))
            return false;
        for (; is_digit(*text); text++, unit /= 10) {
            *ns += (uint64_t)(*text - '0') * unit;
            is_more = is_more || *text != '0';
        }
    }
    /* A fraction of a nanosecond is left out, but no time is not what was meant. */
    return *text == '\0' && *ns <= INT64_MAX && (*ns != 0 || !is_more);
}

static const char *take_directory(const char **directory, char *value, const char *usual)
{
    size_t length = strlen(value);

    if (length == 0 || length > ROOTS_PATH_BYTES / 2)
        return length == 0 ? "no directory" : strerror(ENAMETOOLONG);
    while (length != 0 && value[length - 1] == '/')
        value[--length] = '\0';
    *directory = strcmp(value, usual) == 0 ? NULL : value;
    return NULL;
}

/* Sets a member by the value of its option. Returns NULL, or the reason why the value is refused. */
static const char *set(const struct option *option, void *member, char **value)
{
    bool is_number = false;
    uint64_t number = 0;

    switch (option->kind) {
    case OPTION_FLAG:
        *(bool *)member = true;
        return NULL;
    case OPTION_TEXT:
        *(const char **)member = *value;
        return option->most != 0 && strlen(*value) > option->most ? "this name is too long" : NULL;
    case OPTION_DIRECTORY:
        return take_directory(member, *value, option->text);
    case OPTION_NUMBER:
        is_number = option_number(*value, &number);
        break;
    case OPTION_SECONDS:
        is_number = take_seconds(*value, &number);
        break;
    default:
        return option->take(member, value);
    }
    if (!is_number || number < option->least || (option->most != 0 && number > option->most))
        return option->kind == OPTION_SECONDS ? "not a number of seconds, such as 5 or 0.5" : option->text;
    memcpy(member, &number, sizeof number);
    return NULL;
}

static const struct option of_all[] = {
    {.name = "--help", .letter = 'h', .kind = OPTION_HELP, .help = "print a summary of the options"},
    {.name = "--version", .letter = 'V', .kind = OPTION_VERSION, .help = "print the version"},
};

static const struct option *row_at(const struct option_table *table, size_t index)
{
    return index < table->count ? &table->rows[index] : &of_all[index - table->count];
}

static size_t row_count(const struct option_table *table)
{
    return table->count + sizeof of_all / sizeof of_all[0];
}

/* The option that a word names, or NULL. `value` is the text after its `=` or its letter, NULL if there is none. */
static const struct option *find(const struct option_table *table, char *word, char **value)
{
    bool is_long = word[1] == '-';
    char *equals = strchr(word, '=');
    size_t length = !is_long ? 2 : equals == NULL ? strlen(word) : (size_t)(equals - word), matches = 0;
    const struct option *found = NULL;

    *value = word[length] == '\0' ? NULL : word + length + is_long;
    for (size_t i = 0; i < row_count(table); i++) {
        const struct option *option = row_at(table, i);

        if (is_long ? strncmp(option->name, word, length) != 0 : option->letter != word[1])
            continue;
        if (!is_long || option->name[length] == '\0')
            return option;
        found = option;
        matches++;
    }
    return matches == 1 ? found : NULL;
}

/* The texts of options begin in one column, and no line of them is longer. */
enum { HELP_COLUMN = 22, HELP_WIDTH = 100 };

/* Prints a line of --help, and begins the next one. Returns where its text begins. */
static char *end_help_line(struct json *out, char *line, char *end)
{
    *end = '\0';
    json_raw(out, line);
    json_end_line(out);
    memset(line, ' ', HELP_COLUMN);
    return line + HELP_COLUMN - 1;
}

static void print_option(struct json *out, const struct option *option)
{
    char line[HELP_WIDTH + 2] = "  -x, ", *end = line + 2;
    size_t length;

    if (option->letter != '\0') {
        line[3] = option->letter;
        end += 4;
    }
    end = stpcpy(end, option->name);
    if (option->value != NULL)
        end = stpcpy(stpcpy(end, " "), option->value);
    if (end - line > HELP_COLUMN - 2)
        end = end_help_line(out, line, end);
    while (end - line < HELP_COLUMN - 1)
        *end++ = ' ';
    for (const char *word = option->help; *word != '\0'; word += length + (word[length] != '\0')) {
        length = strcspn(word, " ");
        if (end - line + 1 + (ptrdiff_t)length > HELP_WIDTH)
            end = end_help_line(out, line, end);
        *end++ = ' ';
        memcpy(end, word, length);
        end += length;
    }
    end_help_line(out, line, end);
}

static __attribute__((noreturn)) void print_help(const struct option_table *table)
{
    struct json out;

    json_init(&out, STDOUT_FILENO);
    json_raw(&out, table->usage);
    json_raw(&out, "\n");
    for (size_t i = 0; i < row_count(table); i++)
        print_option(&out, row_at(table, i));
    json_raw(&out, "\n");
    json_raw(&out, table->notes);
    flush(&out);
    exit(EXIT_SUCCESS);
}

static __attribute__((noreturn)) void print_version(void)
{
    char text[64];

    stpcpy(stpcpy(text, program), " " VMM_VERSION "\n");
    print_and_end(text);
}

int options_take(const struct option_table *table, void *options, int argc, char **argv)
{
    bool ended = false;
    int others = 0;

    for (int i = 1; i < argc; i++) {
        char *word = argv[i], *value;
        const struct option *option;
        const char *reason;
        bool has_value;

        if (ended || word[0] != '-' || word[1] == '\0') {
            argv[others++] = word;
            continue;
        }
        ended = strcmp(word, "--") == 0;
        if (ended)
            continue;
        option = find(table, word, &value);
        if (option == NULL)
            refuse(word, "no such option; see --help");
        has_value = option->kind != OPTION_FLAG && option->kind < OPTION_HELP;
        if (!has_value && value != NULL)
            refuse(word, "this option has no value; see --help");
        if (option->kind == OPTION_HELP)
            print_help(table);
        if (option->kind == OPTION_VERSION)
            print_version();
        if (has_value && value == NULL && i + 1 == argc)
            refuse(word, "the value of this option is missing; see --help");
        if (has_value && value == NULL)
            value = argv[++i];
        reason = set(option, (char *)options + option->offset, &value);
        if (reason != NULL)
            refuse_of_value(option->name, value, reason);
    }
    argv[others] = NULL;
    return others;
}

void options_take_only(const struct option_table *table, void *options, int argc, char **argv)
{
    if (options_take(table, options, argc, argv) != 0)
        refuse(argv[0], "no argument is expected here; see --help");
}
