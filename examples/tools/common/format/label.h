/* SPDX-License-Identifier: MIT */
/*
 * The names of things as text for collectors. A name may be any bytes: an interface, a mount point and a process are
 * named by users. Two different names stay different, and no collector refuses one:
 *
 * A byte that is not part of a character in UTF-8, and each byte of a control character, becomes `\xHH`. A backslash
 * before `xHH` becomes `\x5c`; any other backslash stays.
 */
#ifndef FORMAT_LABEL_H
#define FORMAT_LABEL_H

#include "../json.h"

/* In ASCII each byte of another character becomes `\xHH` as well. */
enum label_charset { LABEL_UTF8, LABEL_ASCII };

/* Room for what one character of a name becomes, with a NUL. */
enum { LABEL_PIECE_BYTES = 4 * 4 + 1 };

/* Writes what the next character of the name becomes, and returns where the name goes on; NULL at its end. */
const char *label_next(const char *name, enum label_charset charset, char piece[LABEL_PIECE_BYTES]);

/* The whole as a JSON string. */
void label_string(struct json *out, const char *name, enum label_charset charset);

#endif
