/*
 * The scanner: the only code that touches bytes of text. Every primitive looks at [p, end) and no further, takes one
 * thing, and returns where it ends; what it refuses it does not consume.
 *
 * Bounds are tested as `end - p >= constant` beside the access, so that a compiler can merge the tests and an abstract
 * interpreter can prove them. Words of text are always little-endian, whatever the machine: the first byte is the lowest.
 */
#ifndef VMM_SCAN_H
#define VMM_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "vmmetrics/base.h"

/* Keeps what is rarely needed out of line, where it costs the usual case no registers, and the hottest in line. */
#if defined(__GNUC__)
#define VMM_RARE __attribute__((noinline, cold))
#define VMM_INLINE static inline __attribute__((always_inline))
#else
#define VMM_RARE
#define VMM_INLINE static inline
#endif

/* The same byte in all eight places of a word. */
#define VMM_BYTES(byte) ((uint64_t)(byte)*0x0101010101010101)

/* Eight bytes of text. Compilers make one load of it. */
static inline uint64_t vmm_load8(const void *p)
{
    const unsigned char *b = p;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
           (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

static inline uint32_t vmm_load4(const void *p)
{
    const unsigned char *b = p;
    return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static inline bool vmm_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Blank within a line. */
static inline bool vmm_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static inline const char *vmm_skip_blanks(const char *p, const char *end)
{
    while (p != end && vmm_is_blank(*p))
        p++;
    return p;
}

/* Where the line that p stands in ends: at its newline, or at `end` when it was cut. */
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

/* Digits are words of text from which '0' was taken in every byte. This marks, in bit 7, each byte that is no digit;
 * above the first mark there may be false ones. */
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
 * Takes a decimal number. Returns where it ends; NULL when there is none, with the byte that is wrong in `error`. A number
 * that does not fit (negative, or reaching the values that stand for unlimited and unknown) gives VMM_UNKNOWN. What follows
 * the digits is for the caller to judge.
 */
const char *vmm_take_number(const char *p, const char *end, uint64_t *value, const char **error);

/*
 * Takes a decimal number of up to 15 digits that is known to be followed by something: 17 bytes are there. NULL where it
 * is longer, has a sign or is none at all, which is for vmm_take_number().
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

/* Takes a number so near the end of the text that it fits: there are not 17 bytes. NULL where there is none. */
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

/* Where a word at p ends; NULL when something else stands there, with the first wrong byte in `error`. */
const char *vmm_take_word(const char *p, const char *end, const char *word, size_t length, const char **error);

/* Takes a hexadecimal number without anything before it. NULL where there is none; a number that does not fit is unknown. */
const char *vmm_take_hex(const char *p, const char *end, uint64_t *value);

/* How a value stands in the text. Those of keys are below 16. */
enum {
    VMM_FORM_NUMBER,
    /* ` kB` behind it. */
    VMM_FORM_KB,
    /* Maybe `max`. */
    VMM_FORM_LIMIT,
    VMM_FORM_HEX,
    /* Ranges such as 0-3,7. */
    VMM_FORM_LIST,
    /* Two decimals. */
    VMM_FORM_HUNDREDTHS,
    /* A limit of cgroup v1: a number, and one that no memory reaches where there is no limit. */
    VMM_FORM_V1_LIMIT,
    /* A quota of cgroup v1: -1 where there is none. */
    VMM_FORM_V1_QUOTA,
    /* Two decimals, or `max`. */
    VMM_FORM_HUNDREDTHS_LIMIT,
    /* Maybe below zero; becomes the bits of a double. */
    VMM_FORM_SIGNED,
    /* A word of cgroup.type; becomes one of VMM_CGROUP_TYPE_*. */
    VMM_FORM_CGROUP_TYPE,
    /* A letter for what a thread does; becomes one of VMM_PROCESS_STATE_*. */
    VMM_FORM_PROCESS_STATE,
    /* A word of an interface's operstate, or of its duplex; becomes one of VMM_NET_OPERSTATE_*, VMM_NET_DUPLEX_*. */
    VMM_FORM_OPERSTATE,
    VMM_FORM_DUPLEX,
    /* Of 1024 bytes each, and of 512: a plain number. */
    VMM_FORM_KIB,
    VMM_FORM_SECTORS,
    /* An interface's speed in millions of bits; several numbers stand for unknown. */
    VMM_FORM_SPEED,
    /* In JSON: a number, of pages of 4096 bytes or of MiB; and an object with a table of its own. */
    VMM_FORM_PAGES_4K,
    VMM_FORM_MIB,
    VMM_FORM_OBJECT,
    /* In JSON: whatever stands there; nothing is stored. */
    VMM_FORM_ANY
};

/* Takes a percentage, `0.00` to `100.00`, as a count of hundredths. Eight bytes are there. NULL where it looks otherwise. */
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

static inline uint64_t vmm_bytes_of_kb(uint64_t kb)
{
    return kb < (uint64_t)1 << 54 ? kb << 10 : VMM_UNKNOWN;
}

static inline uint64_t vmm_bytes_of_sectors(uint64_t sectors)
{
    return sectors < (uint64_t)1 << 55 ? sectors << 9 : VMM_UNKNOWN;
}

#endif
