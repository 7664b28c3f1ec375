/* SPDX-License-Identifier: MIT */
/*
 * JSON, and any other text, into a file descriptor: one buffer, and one write for a line that fits into it.
 *
 * For every text the output is valid JSON, without control characters for a terminal.
 */
#ifndef COMMON_JSON_H
#define COMMON_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct json {
    /* Where it is written to. */
    int fd;
    /* The errno of the first write that failed; 0 while all is well. */
    int error;
    /* Whether the next key or value needs a comma before it. */
    bool comma;
    /* Whether json_double() prints all digits. */
    bool exact;
    size_t length;
    char bytes[4096];
};

/* Does not clear the buffer: its pages stay untouched until they are needed. */
void json_init(struct json *json, int fd);

/* `{` or `[`, also as a member with a name, and what closes one of them or several, the inner one first. */
void json_open(struct json *json, char bracket);
void json_open_member(struct json *json, const char *name, char bracket);
void json_close(struct json *json, const char *brackets);

/* A member's name, which must need no escapes; its value comes next. */
void json_key(struct json *json, const char *name);

void json_null(struct json *json);
void json_integer(struct json *json, uint64_t value);
/*
 * A number of at most six significant digits, which is more than a ratio or a rate is measured to. Whole numbers below
 * 2^53 have all their digits. If `exact` is set, each number reads back as the same double. NaN and infinity are null.
 */
void json_double(struct json *json, double value);
/* A number of hundredths, with two decimals: 1234 is 12.34. */
void json_hundredths(struct json *json, uint64_t value);
/* A string. Control characters (C0, DEL, C1) become \u00XX; each sequence of bytes that is not UTF-8 becomes \ufffd. */
void json_string(struct json *json, const char *text, size_t length);

/* Text as it is, and text from outside without quotes around it but with the escapes of json_string(). */
void json_raw(struct json *json, const char *text);
void json_escaped(struct json *json, const char *text, size_t length);

/* Decodes the character at `text`, which has at least one byte. Gives its number, or -1 for bytes that are not UTF-8;
 * `*length` then is how many of them could have begun a character, as Unicode recommends to replace them. */
int32_t json_decode(const unsigned char *text, size_t left, size_t *length);

/* Ends a line; the lines collected are written when the buffer is full, and by json_flush(). */
void json_end_line(struct json *json);
void json_flush(struct json *json);

#endif
