/* SPDX-License-Identifier: MIT */
/* The messages of a program on standard error, and the ways to end it. */
#ifndef COMMON_MESSAGE_H
#define COMMON_MESSAGE_H

#include <stdbool.h>

#include "json.h"

/* The program's name, which its main.c defines. */
extern const char program[];

/* `PROGRAM: SUBJECT: REASON` as a line on standard error; the subject may be any bytes. */
void message(const char *subject, const char *reason);

/* The same of an option's value: `PROGRAM: OPTION VALUE: REASON`. */
void message_of_value(const char *option, const char *value, const char *reason);

/* message(), but only the first time: `*complained` remembers it. */
void complain(const char *subject, bool *complained, const char *reason);

/* Ends the program with status 1, because it cannot go on. cppcheck does not understand _Noreturn of a function in another file,
 * but it understands the attribute. */
__attribute__((noreturn)) void fail(const char *subject, const char *reason);
__attribute__((noreturn)) void fail_of_value(const char *option, const char *value, const char *reason);

/* Ends the program with status 2, because its arguments are wrong. */
__attribute__((noreturn)) void refuse(const char *subject, const char *reason);

/* The same of an option's value. */
__attribute__((noreturn)) void refuse_of_value(const char *option, const char *value, const char *reason);

/* Writes the collected lines. Ends the program where they cannot be written. */
void flush(struct json *out);

/* Prints a text, such as that of --help, and ends the program. */
__attribute__((noreturn)) void print_and_end(const char *text);

#endif
