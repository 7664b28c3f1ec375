/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "label.h"

#include <string.h>

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Whether a collector, or a terminal, would not take a character as it is. */
static bool is_escaped(int32_t character, const char *name, enum label_charset charset)
{
    if (character == '\\')
        return name[1] == 'x' && is_hex(name[2]) && is_hex(name[3]);
    return character < 0x20 || (character >= 0x7f && (charset == LABEL_ASCII || character < 0xa0));
}

const char *label_next(const char *name, enum label_charset charset, char piece[LABEL_PIECE_BYTES])
{
    static const char hex[] = "0123456789abcdef";
    size_t length, at = 0;
    int32_t character;

    if (name[0] == '\0')
        return NULL;
    character = json_decode((const unsigned char *)name, strnlen(name, 4), &length);
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)name[i];

        if (is_escaped(character, name, charset)) {
            piece[at++] = '\\';
            piece[at++] = 'x';
            piece[at++] = hex[byte >> 4];
            piece[at++] = hex[byte & 15];
        } else {
            piece[at++] = name[i];
        }
    }
    piece[at] = '\0';
    return name + length;
}

void label_string(struct json *out, const char *name, enum label_charset charset)
{
    char piece[LABEL_PIECE_BYTES];

    /* The value of a key, or of an array's only member: it needs no comma before it. */
    json_raw(out, "\"");
    while ((name = label_next(name, charset, piece)) != NULL)
        json_escaped(out, piece, strlen(piece));
    json_raw(out, "\"");
    out->comma = true;
}
