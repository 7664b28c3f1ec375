/* SPDX-License-Identifier: MIT */
/*
 * The scanner. Every function reads only [p, end), takes one token and returns where the token ends. A token that is
 * refused is not consumed.
 *
 * Bounds are tested as `end - p >= constant` beside the access, so that a compiler can merge the tests and an abstract
 * interpreter can prove them. Words of text are always little-endian, whatever the machine: the first byte is the
 * lowest.
 */
#ifndef VMM_SCAN_H
#define VMM_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "vmmetrics/base.h"

/*
 * VMM_RARE: rarely used code, never inlined, so that it costs the usual path no registers. VMM_ONCE: often used, but
 * not inlined, where several copies would cost more room than the calls cost time. VMM_INLINE: always inlined.
 */
#if defined(__GNUC__)
#define VMM_RARE __attribute__((noinline, cold))
#define VMM_ONCE __attribute__((noinline))
#else
#define VMM_RARE
#define VMM_ONCE
#endif
#if defined(__GNUC__) && !defined(VMM_INLINE)
#define VMM_INLINE static inline __attribute__((always_inline))
#elif !defined(VMM_INLINE)
#define VMM_INLINE static inline
#endif

/* 64 bits of a member of any type: a compiler that sees the whole program may not take them for another object. */
#if defined(__GNUC__)
typedef uint64_t __attribute__((may_alias)) vmm_bits;
#else
typedef uint64_t vmm_bits;
#endif

/* The same byte in all eight places of a word. */
#define VMM_BYTES(byte) ((uint64_t)(byte)*0x0101010101010101)

/*
 * Eight bytes of text. gcc makes one load of the bytes, and better code around it than around a copy. clang 14 loads each
 * byte, so it is told to copy them.
 */
#if defined(__clang__) && !defined(VMM_PORTABLE) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
static inline uint64_t vmm_load8(const void *p)
{
    uint64_t word;

    memcpy(&word, p, sizeof word);
    return word;
}

static inline uint32_t vmm_load4(const void *p)
{
    uint32_t word;

    memcpy(&word, p, sizeof word);
    return word;
}
#else
static inline uint64_t vmm_load8(const void *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
           (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

static inline uint32_t vmm_load4(const void *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}
#endif

static inline bool vmm_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Blank within a line. */
static inline bool vmm_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Whether a value may end at p: a blank or a newline is there. */
static inline bool vmm_ends_value(const char *p, const char *end)
{
    return p != end && (*p == '\n' || vmm_is_blank(*p));
}

static inline const char *vmm_skip_blanks(const char *p, const char *end)
{
    while (p != end && vmm_is_blank(*p))
        p++;
    return p;
}

/* Where the line of p ends: at its newline, or at `end` if the line was cut. */
const char *vmm_line_end(const char *p, const char *end);

/* The index of the lowest bit that is set; word is not 0. */
static inline unsigned vmm_lowest_bit(uint64_t word)
{
#if defined(__GNUC__) && !defined(VMM_PORTABLE)
    return (unsigned)__builtin_ctzll(word);
#else
    static const unsigned char index[64] = {0,  1,  2,  7,  3,  13, 8,  19, 4,  25, 14, 28, 9,  34, 20, 40,
                                            5,  17, 26, 38, 15, 46, 29, 48, 10, 31, 35, 54, 21, 50, 41, 57,
                                            63, 6,  12, 18, 24, 27, 33, 39, 16, 37, 45, 47, 30, 53, 49, 56,
                                            62, 11, 23, 32, 36, 44, 52, 55, 61, 22, 43, 51, 60, 42, 59, 58};
    return index[((word & (~word + 1)) * 0x0218A392CD3D5DBF) >> 58];
#endif
}

/* The same as vmm_skip_blanks(), but faster for several blanks, as before right-aligned numbers. */
static inline const char *vmm_skip_padding(const char *p, const char *end)
{
    if (end - p >= 8) {
        uint64_t others = vmm_load8(p) ^ VMM_BYTES(' ');

        p += others == 0 ? 8 : vmm_lowest_bit(others) / 8;
    }
    return vmm_skip_blanks(p, end);
}

/*
 * Digits are words of text from which '0' was taken in every byte. This marks, in bit 7, each byte that is not a digit.
 * A byte after the first mark may be marked wrongly.
 */
static inline uint64_t vmm_non_digits(uint64_t digits)
{
    return (digits | (digits + VMM_BYTES(0x80 - 10))) & VMM_BYTES(0x80);
}

/* The number that eight digits spell: neighbours are joined to twos, fours and eights. */
static inline uint64_t vmm_eight_digits(uint64_t digits)
{
    digits = digits * (1 + (10 << 8)) >> 8 & 0x00FF00FF00FF00FF;
    digits = digits * (1 + (100 << 16)) >> 16 & 0x0000FFFF0000FFFF;
    return digits * (1 + ((uint64_t)10000 << 32)) >> 32;
}

/*
 * Takes a decimal number. Returns where the number ends; NULL if there is no number, with the wrong byte in `error`. A
 * number that does not fit (negative, or VMM_UNLIMITED and more) gives VMM_UNKNOWN. The caller checks the byte after
 * the digits.
 */
const char *vmm_take_number(const char *p, const char *end, uint64_t *value, const char **error);

/*
 * Takes a decimal number of up to 15 digits; 17 bytes can be read. NULL if the number is longer, has a sign or has no
 * digits: vmm_take_number() takes these.
 */
VMM_INLINE const char *vmm_take_short_number(const char *p, uint64_t *value)
{
    uint64_t digits = vmm_load8(p) ^ VMM_BYTES('0');
    uint64_t stop = vmm_non_digits(digits);

    if (stop != 0) {
        unsigned mark = vmm_lowest_bit(stop);

        if (mark > 15) {
            *value = vmm_eight_digits(digits << (71 - mark));
            return p + mark / 8;
        }
        *value = digits & 0xff;
        return mark == 15 ? p + 1 : NULL;
    }
    *value = vmm_eight_digits(digits);
    for (unsigned i = 8; i < 15; i++) {
        unsigned digit = (unsigned char)p[i] - (unsigned)'0';

        if (digit > 9)
            return p + i;
        *value = *value * 10 + digit;
    }
    return vmm_is_digit(p[15]) ? NULL : p + 15;
}

/*
 * Takes a number near the end of the text: fewer than 17 bytes are left, so it always fits. NULL if there are no
 * digits.
 */
static inline const char *vmm_take_last_number(const char *p, const char *end, uint64_t *value)
{
    const char *first = p;
    uint64_t total = 0;

    if (end - p >= 8) {
        uint64_t digits = vmm_load8(p) ^ VMM_BYTES('0');

        if (vmm_non_digits(digits) == 0) {
            total = vmm_eight_digits(digits);
            p += 8;
        }
    }
    while (p != end && vmm_is_digit(*p))
        total = total * 10 + (uint64_t)(*p++ - '0');
    *value = total;
    return p == first ? NULL : p;
}

/* Where a word at p ends; NULL if the text at p is not this word, with the first wrong byte in `error`. */
const char *vmm_take_word(const char *p, const char *end, const char *word, size_t length, const char **error);

/* The same where another word is no error. */
static inline const char *vmm_after_word(const char *p, const char *end, const char *word, size_t length)
{
    const char *error;

    return vmm_take_word(p, end, word, length, &error);
}

/* Takes a hexadecimal number without a prefix. NULL if there are no digits; a number that does not fit is unknown. */
const char *vmm_take_hex(const char *p, const char *end, uint64_t *value);

/* How a value stands in the text. The forms that rows with a key use are below 16. */
enum {
    /* Plain numbers in most texts: a number; a number that may be negative, stored as the bits of a double. */
    VMM_FORM_NUMBER,
    VMM_FORM_SIGNED,
    VMM_FORM_LAST_PLAIN = VMM_FORM_SIGNED,
    /* Plain numbers of so many bytes: 512; 1024; 1024 with ` kB` after it; 4096; 1024 * 1024. */
    VMM_FORM_SECTORS,
    VMM_FORM_KIB,
    VMM_FORM_KB,
    VMM_FORM_PAGES_4K,
    VMM_FORM_MIB,
    /* A plain number of millions. */
    VMM_FORM_MILLIONS,
    /* Hexadecimal, maybe with `0x` before it. */
    VMM_FORM_HEX,
    /* Ranges such as 0-3,7. */
    VMM_FORM_LIST,
    /* Two decimals. */
    VMM_FORM_HUNDREDTHS,
    /* The last of the numbers of a line. */
    VMM_FORM_LAST,
    /* A number or `max`. */
    VMM_FORM_LIMIT,
    /* A plain number after a key of which the row has only the beginning: it is refused, since the rest comes first. */
    VMM_FORM_AFTER_TAIL,
    /* A number. VMM_UNLIMITED is a number too large for any memory. */
    VMM_FORM_HUGE_LIMIT,
    /* A byte that is no blank, as its number. */
    VMM_FORM_LETTER,
    /* A number. VMM_UNLIMITED is -1. */
    VMM_FORM_NEGATIVE_LIMIT,
    /* Two decimals or `max`. */
    VMM_FORM_HUNDREDTHS_LIMIT,
    /* A number. VMM_UNLIMITED is 2^64 - 1. */
    VMM_FORM_ONES_LIMIT,
    /* Only digits of hexadecimal; and the bytes that an address has, which is such a number of 4 or 16 bytes. */
    VMM_FORM_DIGITS,
    VMM_FORM_ADDRESS,
    /* In JSON: an object that has rows; a value of any type, which is not stored. */
    VMM_FORM_OBJECT,
    VMM_FORM_ANY
};

/*
 * Takes a percentage, `0.00` to `100.00`, as a count of hundredths. Eight bytes can be read. NULL for any other text.
 */
static inline const char *vmm_take_usual_hundredths(const char *p, uint64_t *value)
{
    /* Most are below 10: a digit, a point and two digits. */
    uint32_t digits = vmm_load4(p) ^ (uint32_t)('0' | '.' << 8 | '0' << 16 | '0' << 24);
    unsigned length = 1;
    unsigned whole = digits & 0xff;
    unsigned tenths, hundredths;

    if (((digits | (digits + 0x76760076)) & 0x8080ff80) == 0) {
        *value = whole * 100 + (digits >> 16 & 0xff) * 10 + (digits >> 24);
        return p + 4;
    }
    if (whole > 9)
        return NULL;
    while (p[length] != '.') {
        unsigned digit = (unsigned char)p[length] - (unsigned)'0';

        if (digit > 9 || length == 4)
            return NULL;
        whole = whole * 10 + digit;
        length++;
    }
    tenths = (unsigned char)p[length + 1] - (unsigned)'0';
    hundredths = (unsigned char)p[length + 2] - (unsigned)'0';
    if (tenths > 9 || hundredths > 9)
        return NULL;
    *value = whole * 100 + tenths * 10 + hundredths;
    return p + length + 3;
}

/* Takes a value. Returns where it ends; NULL when a byte is wrong, with that byte in `error`. */
const char *vmm_take_value(unsigned form, const char *p, const char *end, uint64_t *value, const char **error);

/* A double as a value that is stored. */
static inline uint64_t vmm_bits_of(double number)
{
    uint64_t bits;

    memcpy(&bits, &number, sizeof bits);
    return bits;
}

/* How many bits a plain number is shifted by, in the order of the forms from VMM_FORM_SECTORS on. */
enum { VMM_FIRST_SCALED = VMM_FORM_SECTORS, VMM_LAST_SCALED = VMM_FORM_MIB, VMM_BITS_SECTORS = 9 };
static const uint8_t vmm_scale_bits[] = {VMM_BITS_SECTORS, 10, 10, 12, 20};

/* A number shifted by 1 to 63 bits; unknown where it does not fit. */
static inline uint64_t vmm_shifted(uint64_t number, unsigned bits)
{
    return number << bits >> bits == number ? number << bits : VMM_UNKNOWN;
}

/* A plain number in the unit of its form; unknown where it does not fit. */
static inline uint64_t vmm_scaled(unsigned form, uint64_t number)
{
    if (form < VMM_FIRST_SCALED || form > VMM_LAST_SCALED)
        return number;
    return vmm_shifted(number, vmm_scale_bits[form - VMM_FIRST_SCALED]);
}

#endif
