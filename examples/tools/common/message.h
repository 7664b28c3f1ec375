/* What a program says on standard error, and how it ends. */
#ifndef COMMON_MESSAGE_H
#define COMMON_MESSAGE_H

#include <stdbool.h>

#include "json.h"

/* The program's name, which its main.c has. */
extern const char program[];

/* `PROGRAM: SUBJECT: REASON` as a line on standard error; the subject may be any bytes. */
void message(const char *subject, const char *reason);

/* The same where it was not said before. */
void complain(const char *subject, bool *complained, const char *reason);

/* Ends the program, which cannot go on. The attribute, not _Noreturn, is what cppcheck understands of a function in another
 * file. */
__attribute__((noreturn)) void fail(const char *subject, const char *reason);

/* Ends it because it was not called as it wants to be. */
__attribute__((noreturn)) void refuse(const char *subject, const char *reason);

/* Writes what was collected; ends the program where that fails. */
void flush(struct json *out);

/* Prints a text, such as what --help asks for, and ends the program. */
__attribute__((noreturn)) void print_and_end(const char *text);

#endif
