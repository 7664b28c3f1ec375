/* SPDX-License-Identifier: MIT */
/*
 * What tests/proof/contracts says of primitives on words, and the axioms of contract.h, shown by trying everything. Where
 * all words are too many, the function works on each byte, or each bit, alone, or with the byte before it; then all of
 * these are tried at each place, among other bytes. Prints the number of cases for each.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "scan/key.h"
#include "scan/scan.c" /* for its static functions; NOLINT(bugprone-suspicious-include) */
#include "scan/scan.h"

static uint64_t cases;

#define CHECK(condition)                                                                                               \
    do {                                                                                                               \
        cases++;                                                                                                       \
        if (!(condition)) {                                                                                            \
            printf("%s:%d: not so: %s\n", __func__, __LINE__, #condition);                                             \
            exit(1);                                                                                                   \
        }                                                                                                              \
    } while (0)

static unsigned byte_of(uint64_t word, unsigned place)
{
    return word >> (8 * place) & 0xff;
}

/* Any bytes, always the same ones: xorshift. */
static uint64_t any(void)
{
    static uint64_t state = 0x9e3779b97f4a7c15;

    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static void put(unsigned char *bytes, uint64_t word)
{
    for (unsigned i = 0; i < 8; i++)
        bytes[i] = (unsigned char)byte_of(word, i);
}

/* The word with another byte at a place. */
static uint64_t with(uint64_t word, unsigned place, unsigned byte)
{
    return (word & ~((uint64_t)0xff << (8 * place))) | (uint64_t)byte << (8 * place);
}

/* ---- words ---- */

/* Each byte at each place, at each distance from the place where a word may lie well. */
static void load8(void)
{
    for (unsigned place = 0; place < 8; place++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            for (unsigned distance = 0; distance < 8; distance++) {
                unsigned char bytes[16];
                uint64_t word = with(any(), place, byte);

                put(bytes + distance, word);
                CHECK(vmm_load8(bytes + distance) == word);
                CHECK(vmm_load4(bytes + distance) == (uint32_t)word);
            }
        }
    }
}

/* Each bit as the lowest, with each bit and each sum of runs of bits above it. */
static void lowest_bit(void)
{
    for (unsigned bit = 0; bit < 64; bit++) {
        for (unsigned above = bit; above < 64; above++) {
            CHECK(vmm_lowest_bit((uint64_t)1 << bit | (uint64_t)1 << above) == bit);
            CHECK(vmm_lowest_bit(UINT64_MAX << bit & UINT64_MAX >> (63 - above)) == bit);
            for (unsigned time = 0; time < 100; time++)
                CHECK(vmm_lowest_bit(((any() << 1 | 1) << bit)) == bit);
        }
    }
    /* tests/proof/eva.h: 16 bits have their lowest below 16. */
    for (unsigned word = 1; word <= 0xffff; word++)
        CHECK(vmm_lowest_bit(word) < 16 && (word >> vmm_lowest_bit(word) & 1) == 1 &&
              (word & ((1U << vmm_lowest_bit(word)) - 1)) == 0 &&
              vmm_lowest_bit(word | 0x10000) == vmm_lowest_bit(word));
    for (unsigned bit = 16; bit < 64; bit++)
        CHECK(vmm_lowest_bit(UINT64_C(0x10000) | (uint64_t)1 << bit) == 16);
}

static void eight_digits(void)
{
    for (uint64_t number = 0, digits = 0; number < 100000000; number++) {
        unsigned place = 7;

        CHECK(vmm_eight_digits(digits) == number);
        /* The next number, in digits: the last digit is the highest byte. */
        while (byte_of(digits, place) == 9 && place > 0)
            digits = with(digits, place--, 0);
        digits += (uint64_t)1 << (8 * place);
    }
}

/*
 * A sum carries upwards only. So the bytes up to the first that is no digit decide: each byte, after each digit before it,
 * with all digits below, and any bytes above.
 */
static void non_digits(void)
{
    for (unsigned place = 0; place < 8; place++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            for (unsigned before = 0; before < 10; before++) {
                for (unsigned below = 0; below < 10; below++) {
                    uint64_t low = place == 0 ? 0 : VMM_BYTES(below) >> (8 * (8 - place));
                    uint64_t above = place == 7 ? 0 : any() << (8 * (place + 1));
                    uint64_t word = low | (uint64_t)byte << (8 * place) | above;
                    uint64_t marks;

                    if (place > 0)
                        word = with(word, place - 1, before);
                    if (byte <= 9) {
                        /* All are digits. */
                        for (unsigned i = place + 1; i < 8; i++)
                            word = with(word, i, (before + i) % 10);
                        CHECK(vmm_non_digits(word) == 0);
                        continue;
                    }
                    marks = vmm_non_digits(word);
                    CHECK(marks != 0 && vmm_lowest_bit(marks) == 8 * place + 7);
                }
            }
        }
    }
}

/* Each bit, alone and with each higher and lower one: a shift moves each bit alone. */
static void shifted(void)
{
    for (unsigned bits = 1; bits < 64; bits++) {
        uint64_t limit = (uint64_t)1 << (64 - bits);

        for (unsigned one = 0; one < 64; one++) {
            for (unsigned other = 0; other < 64; other++) {
                for (unsigned noise = 0; noise < 2; noise++) {
                    uint64_t number = (uint64_t)1 << one | (uint64_t)1 << other | (noise == 0 ? 0 : any() >> bits);

                    CHECK(vmm_shifted(number, bits) == (number < limit ? number * ((uint64_t)1 << bits) : VMM_UNKNOWN));
                }
            }
        }
        CHECK(vmm_shifted(limit - 1, bits) == (limit - 1) * ((uint64_t)1 << bits));
        CHECK(vmm_shifted(limit, bits) == VMM_UNKNOWN);
        CHECK(vmm_shifted(0, bits) == 0);
    }
}

/* ---- the axioms of contract.h ---- */

/* What is true of each byte of a word by itself. */
static void axioms_of_bytes(void)
{
    for (unsigned byte = 0; byte < 256; byte++) {
        char c = (char)byte;
        int value = (signed char)byte;

        CHECK((unsigned char)c == (value < 0 ? value + 256 : value));
        for (unsigned place = 0; place < 8; place++) {
            uint64_t word = with(any(), place, byte), blanks;
            unsigned digit = byte_of(word ^ VMM_BYTES('0'), place);

            CHECK(byte >= '0' && byte <= '9' ? digit == byte - '0' : digit > 9);
            CHECK((word & 0xff) == byte_of(word, 0));
            for (unsigned bits = 0; bits < 64; bits += 8)
                for (unsigned at = 0; at < 8; at++)
                    CHECK(byte_of(word << bits, at) == (at < bits / 8 ? 0 : byte_of(word, at - bits / 8)));
            /* The first byte that is no blank, after blanks and before any bytes. */
            blanks = with(place == 7 ? 0 : any() << (8 * (place + 1)), place, byte);
            for (unsigned i = 0; i < place; i++)
                blanks = with(blanks, i, ' ');
            if (byte != ' ')
                CHECK(vmm_lowest_bit(blanks ^ VMM_BYTES(' ')) / 8 == place);
            CHECK(byte_of(VMM_BYTES(' '), place) == ' ');
        }
    }
}

/* What is true of numbers, by each of their bits. */
static void axioms_of_numbers(void)
{
    for (unsigned number = 0; number < 64; number++)
        CHECK((number & 63) == number);
    for (int64_t c = -48; c < 0; c++)
        CHECK((uint32_t)c == (uint64_t)(c + 0x100000000));
    for (unsigned bit = 0; bit < 64; bit++) {
        for (unsigned time = 0; time < 1000; time++) {
            uint64_t word = (any() | (uint64_t)1 << 63) >> (63 - bit);

            CHECK(((word & 0xf000000000000000) == 0) == (word < 0x1000000000000000));
            if (word < 0x1000000000000000)
                CHECK(word << 4 == 16 * word);
            for (unsigned nibble = 0; nibble < 16; nibble++)
                CHECK((word << 4 | nibble) == (word << 4) + nibble);
        }
    }
}

/* ---- texts ---- */

/* Each pair of neighbours at each place, after bytes that are no newline; a place before the newline borrows. */
static void newlines_at_once(void)
{
    for (unsigned pair = 0; pair < 0x10000; pair++) {
        for (unsigned place = 0; place + 1 < AT_ONCE; place++) {
            char bytes[AT_ONCE];
            unsigned wanted = 0;

            for (unsigned i = 0; i < AT_ONCE; i++)
                bytes[i] = i < place ? "\x0b\x09\x8a\x0d"[(i + pair) & 3] : (char)(any() >> 7);
            bytes[place] = (char)(pair & 0xff);
            bytes[place + 1] = (char)(pair >> 8);
            while (wanted < AT_ONCE && bytes[wanted] != '\n')
                wanted++;
            CHECK(newline_at(bytes) == wanted);
        }
    }
}

static void newlines_in_64(void)
{
    for (unsigned pair = 0; pair < 0x10000; pair++) {
        char first = (char)(pair & 0xff), second = (char)(pair >> 8);
        char bytes[64];

        for (unsigned i = 0; i < 64; i++) {
            bytes[i] = (char)(any() >> 7);
            if (bytes[i] == '\n')
                bytes[i] = '\x0b';
        }
        for (unsigned place = 0; place < 63; place++) {
            char kept[2] = {bytes[place], bytes[place + 1]};

            bytes[place] = first;
            bytes[place + 1] = second;
            CHECK(has_newline_in_64(bytes) == (first == '\n' || second == '\n'));
            memcpy(bytes + place, kept, 2);
        }
    }
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

/* Up to four digits, a point and two digits. */
static void check_hundredths(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    uint64_t value = 4711, wanted = 0;
    unsigned digits = 0;
    const char *after = vmm_take_usual_hundredths(bytes, &value);

    while (digits < 4 && is_digit(b[digits]))
        wanted = wanted * 10 + b[digits++] - '0';
    if (digits == 0 || b[digits] != '.' || !is_digit(b[digits + 1]) || !is_digit(b[digits + 2])) {
        CHECK(after == NULL);
        return;
    }
    wanted = wanted * 100 + (b[digits + 1] - '0') * 10U + b[digits + 2] - '0';
    CHECK(after == bytes + digits + 3 && value == wanted);
}

/*
 * Seven bytes decide: all texts of digits, points and bytes that are neither, where each such byte has its turn; and each
 * byte at each place among all texts of fewer letters.
 */
static void usual_hundredths(void)
{
    static const char letters[] = "0123456789.";
    static const char few[] = "09.5/";
    unsigned place[7] = {0};
    char bytes[8] = {0};

    for (unsigned number = 0; number < 35831808; number++) { /* 12^7 */
        for (unsigned i = 0, rest = number; i < 7; i++, rest /= 12) {
            unsigned char other = (unsigned char)(any() >> 11);

            bytes[i] = letters[rest % 12 % 11];
            if (rest % 12 == 11)
                bytes[i] = (char)(is_digit(other) || other == '.' ? other ^ 0x80 : other);
        }
        check_hundredths(bytes);
    }
    for (unsigned number = 0; number < 78125; number++) { /* 5^7 */
        for (unsigned i = 0, rest = number; i < 7; i++, rest /= 5) {
            place[i] = rest % 5;
            bytes[i] = few[place[i]];
        }
        for (unsigned i = 0; i < 7; i++) {
            /* The text without this place comes several times. */
            if (place[i] != 0)
                continue;
            for (unsigned byte = 0; byte < 256; byte++) {
                bytes[i] = (char)byte;
                check_hundredths(bytes);
            }
            bytes[i] = few[0];
        }
    }
}

/*
 * Keys are equal if each byte is. For each length, at each place, each pair of bytes of text and key, where the others are
 * the same, or one other differs.
 */
static void keys(void)
{
    for (unsigned length = 1; length <= VMM_LONGEST_KEY; length++) {
        char key[VMM_LONGEST_KEY] = {0}, text[VMM_LONGEST_KEY], padded[16];

        for (unsigned i = 0; i < length; i++)
            key[i] = (char)('A' + i);
        for (unsigned place = 0; place < VMM_LONGEST_KEY; place++) {
            char kept = key[place];

            for (unsigned pair = 0; pair < 0x10000; pair++) {
                unsigned other = (unsigned)(any() >> 9) % VMM_LONGEST_KEY;
                char here = (char)(pair & 0xff), there = (char)(pair >> 8);
                bool same;

                /* A key has no zero, and zeros after it. */
                if ((there == '\0') != (place >= length))
                    continue;
                key[place] = there;
                for (unsigned i = 0; i < VMM_LONGEST_KEY; i++)
                    text[i] = i < length ? key[i] : (char)(any() >> 13);
                for (unsigned i = 0; i < 16; i++)
                    padded[i] = i < length ? key[i] : ' ';
                text[place] = here;
                if (place < 16)
                    padded[place] = here;
                same = place >= length || here == there;
                CHECK(vmm_begins_with_key(text, key, length) == same);
                if (length <= 8)
                    CHECK(vmm_begins_with_short_key(text, key, length) == same);
                CHECK(vmm_is_padded_key(padded, key, length) ==
                      (length <= 16 && (place >= 16 || (place < length ? same : here == ' '))));
                text[other] = (char)(text[other] ^ (1 << (pair & 7)));
                same = same && other >= length;
                if (other != place)
                    CHECK(vmm_begins_with_key(text, key, length) == same);
            }
            key[place] = kept;
        }
    }
}

static void show(const char *name, void (*check)(void))
{
    clock_t began = clock();

    cases = 0;
    check();
    printf("%-26s %11" PRIu64 " cases, %.1f s\n", name, cases, (double)(clock() - began) / CLOCKS_PER_SEC);
}

int main(void)
{
    show("vmm_load8, vmm_load4", load8);
    show("vmm_lowest_bit", lowest_bit);
    show("vmm_non_digits", non_digits);
    show("vmm_eight_digits", eight_digits);
    show("vmm_shifted", shifted);
    show("newline_at", newlines_at_once);
    show("has_newline_in_64", newlines_in_64);
    show("vmm_take_usual_hundredths", usual_hundredths);
    show("comparisons of keys", keys);
    show("axioms of bytes", axioms_of_bytes);
    show("axioms of numbers", axioms_of_numbers);
    return 0;
}
