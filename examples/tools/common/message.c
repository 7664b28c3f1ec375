/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "message.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void message_of_value(const char *option, const char *value, const char *reason)
{
    struct json line;

    json_init(&line, STDERR_FILENO);
    json_raw(&line, program);
    json_raw(&line, ": ");
    json_escaped(&line, option, strlen(option));
    if (value != NULL) {
        json_raw(&line, " ");
        json_escaped(&line, value, strlen(value));
    }
    json_raw(&line, ": ");
    json_raw(&line, reason);
    json_end_line(&line);
    json_flush(&line);
}

void message(const char *subject, const char *reason)
{
    message_of_value(subject, NULL, reason);
}

void complain(const char *subject, bool *complained, const char *reason)
{
    if (!*complained)
        message(subject, reason);
    *complained = true;
}

void fail(const char *subject, const char *reason)
{
    message(subject, reason);
    exit(EXIT_FAILURE);
}

void refuse(const char *subject, const char *reason)
{
    message(subject, reason);
    exit(2);
}

void fail_of_value(const char *option, const char *value, const char *reason)
{
    message_of_value(option, value, reason);
    exit(EXIT_FAILURE);
}

void refuse_of_value(const char *option, const char *value, const char *reason)
{
    message_of_value(option, value, reason);
    exit(2);
}

void flush(struct json *out)
{
    json_flush(out);
    if (out->error != 0)
        fail("standard output", strerror(out->error));
}

void print_and_end(const char *text)
{
    struct json out;

    json_init(&out, STDOUT_FILENO);
    json_raw(&out, text);
    flush(&out);
    exit(EXIT_SUCCESS);
}
