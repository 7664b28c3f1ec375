/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "settings.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* An errno that stands for a file that is none. */
enum { NO_FILE = EINVAL };

static const char *reason_of(int error)
{
    return error == NO_FILE ? "not a regular file" : strerror(error);
}

/* No such file is longer. */
enum { LONGEST = 16384 };

void settings_path(const char *wanted, char path[SETTINGS_PATH_BYTES])
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    int length = 0;

    if (wanted != NULL)
        length = snprintf(path, SETTINGS_PATH_BYTES, "%s", strcmp(wanted, SETTINGS_NONE) == 0 ? "" : wanted);
    else if (config != NULL && config[0] == '/')
        length = snprintf(path, SETTINGS_PATH_BYTES, "%s/vmmetrics/top.conf", config);
    else if (home != NULL && home[0] == '/')
        length = snprintf(path, SETTINGS_PATH_BYTES, "%s/.config/vmmetrics/top.conf", home);
    if (length <= 0 || length >= SETTINGS_PATH_BYTES)
        path[0] = '\0';
}

/* ---- Reading ---- */

/* Reads a regular file. Gives its length, or -1 and errno; a file that is too long is an error, too. */
static ssize_t read_whole(const char *path, char text[LONGEST])
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    ssize_t length = -1;
    int error;

    if (fd < 0)
        return -1;
    errno = NO_FILE;
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) {
        length = read(fd, text, LONGEST);
        if (length == LONGEST) {
            length = -1;
            errno = EFBIG;
        }
    }
    error = errno;
    close(fd);
    errno = error;
    return length;
}

static char *trim(char *text)
{
    size_t length;

    text += strspn(text, " \t");
    length = strlen(text);
    while (length != 0 && (text[length - 1] == ' ' || text[length - 1] == '\t' || text[length - 1] == '\r'))
        text[--length] = '\0';
    return text;
}

/* Takes a setting. Returns NULL, or the reason why it is wrong; `word` is what is wrong. */
static const char *take_setting(struct view *view, const char *key, const char *value, char word[32])
{
    snprintf(word, 32, "%.31s", value);
    if (strcmp(key, "columns") == 0)
        return choice_take(&view->columns, value, word);
    if (strcmp(key, "sort") == 0) {
        enum column_id id = column_of(value, strlen(value));

        if (id == COLUMNS)
            return "no such column";
        view->sort = id;
        return NULL;
    }
    if (strcmp(key, "reverse") == 0) {
        view->reverse = strcmp(value, "yes") == 0;
        return view->reverse || strcmp(value, "no") == 0 ? NULL : "neither yes nor no";
    }
    snprintf(word, 32, "%.31s", key);
    return "no such setting";
}

static const char *take_line(struct view *view, char *line, char word[32])
{
    char *equals = strchr(line, '=');

    line = trim(line);
    word[0] = '\0';
    if (line[0] == '\0' || line[0] == '#')
        return NULL;
    if (equals == NULL)
        return "no = in this line";
    *equals = '\0';
    return take_setting(view, trim(line), trim(equals + 1), word);
}

/* What follows if the file is wrong. */
#define WITHOUT "; the usual columns are shown, and nothing is kept"

/* A message may be printed on a terminal. */
static void make_safe(char *word)
{
    for (; *word != '\0'; word++) {
        if (*word < ' ' || *word > '~')
            *word = '?';
    }
}

void settings_load(const char *path, struct view *view, char message[SETTINGS_MESSAGE_BYTES])
{
    char text[LONGEST], word[32];
    struct view taken = *view;
    ssize_t length = path[0] == '\0' ? 0 : read_whole(path, text);
    unsigned number = 0;

    message[0] = '\0';
    if (length < 0) {
        if (errno != ENOENT)
            snprintf(message, SETTINGS_MESSAGE_BYTES, "%s" WITHOUT, reason_of(errno));
        return;
    }
    text[length] = '\0';
    if (strlen(text) != (size_t)length) {
        snprintf(message, SETTINGS_MESSAGE_BYTES, "not a text" WITHOUT);
        return;
    }
    for (char *line = text, *next; line != NULL && *line != '\0'; line = next) {
        const char *reason;

        next = strchr(line, '\n');
        if (next != NULL)
            *next++ = '\0';
        number++;
        reason = take_line(&taken, line, word);
        if (reason != NULL) {
            make_safe(word);
            snprintf(message, SETTINGS_MESSAGE_BYTES, "line %u: %s%s%s" WITHOUT, number, word,
                     word[0] == '\0' ? "" : ": ", reason);
            return;
        }
    }
    *view = taken;
}

/* ---- Writing ---- */

static int print_settings(int fd, const struct view *view)
{
    FILE *file = fdopen(fd, "w");
    int error = 0;

    if (file == NULL) {
        error = errno;
        close(fd);
        return error;
    }
    fprintf(file, "# vmmetrics-top writes this file.\n");
    if (view->columns.is_chosen) {
        fprintf(file, "columns =");
        for (size_t i = 0; i < COLUMNS; i++) {
            enum column_id id = view->columns.order[i];

            if (view->columns.shown[id])
                fprintf(file, " %s", table_columns[id].word);
        }
        fprintf(file, "\n");
    }
    fprintf(file, "sort = %s\nreverse = %s\n", table_columns[view->sort].word, view->reverse ? "yes" : "no");
    if (fflush(file) != 0 || fsync(fd) != 0)
        error = errno;
    if (fclose(file) != 0 && error == 0)
        error = errno;
    return error;
}

/* Makes the folders that a path is in. */
static void make_folders(const char *path)
{
    char folder[SETTINGS_PATH_BYTES];

    for (const char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
        mkdir(folder, 0700);
    }
}

const char *settings_save(const char *path, const struct view *view)
{
    char temporary[SETTINGS_PATH_BYTES + 8];
    /* A link to the file stays a link. */
    char *real = realpath(path, NULL);
    const char *target = real == NULL ? path : real;
    struct stat status;
    int fd = -1, error = 0;

    make_folders(target);
    snprintf(temporary, sizeof temporary, "%s.XXXXXX", target);
    if (stat(target, &status) != 0)
        status.st_mode = S_IFREG | 0600;
    if (!S_ISREG(status.st_mode))
        error = NO_FILE;
    else if ((fd = mkostemp(temporary, O_CLOEXEC)) < 0)
        error = errno;
    if (fd >= 0) {
        fchmod(fd, status.st_mode & 0777);
        error = print_settings(fd, view);
        if (error == 0 && rename(temporary, target) != 0)
            error = errno;
        if (error != 0)
            unlink(temporary);
    }
    free(real);
    return error == 0 ? NULL : reason_of(error);
}
