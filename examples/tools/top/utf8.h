/* SPDX-License-Identifier: MIT */
/* Characters of Unicode as bytes. */
#ifndef TOP_UTF8_H
#define TOP_UTF8_H

#include <stddef.h>
#include <stdint.h>

enum { UTF8_BYTES = 4 };

/* Puts a character as UTF-8; how many bytes it takes. */
size_t utf8_put(uint32_t character, char to[UTF8_BYTES]);

#endif
