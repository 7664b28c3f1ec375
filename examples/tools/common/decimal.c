/* SPDX-License-Identifier: MIT */
/*
 * Burger and Dybvig, "Printing Floating-Point Numbers Quickly and Accurately" (1996), with plain long numbers: digits
 * are taken out of a fraction until what is left of it is less than half the way to the neighbouring doubles.
 */
#include "decimal.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/*
 * A long natural number, the lowest word first. The longest here are a little above 2^1080; most need a few words, which
 * all numbers of one calculation have.
 */
enum { WORDS = 36 };
struct natural {
    size_t count;
    uint32_t words[WORDS];
};

static void multiply(struct natural *number, uint32_t by)
{
    uint64_t carry = 0;

    for (size_t i = 0; i < number->count; i++) {
        carry += (uint64_t)number->words[i] * by;
        number->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

static struct natural copy_of(const struct natural *number)
{
    struct natural copy;

    copy.count = number->count;
    memcpy(copy.words, number->words, number->count * sizeof number->words[0]);
    return copy;
}

/* value * 2^bits, in so many words */
static struct natural shifted(uint64_t value, unsigned bits, size_t count)
{
    struct natural number;
    unsigned word = bits / 32;

    number.count = count;
    memset(number.words, 0, count * sizeof number.words[0]);
    number.words[word] = (uint32_t)value;
    number.words[word + 1] = (uint32_t)(value >> 32);
    multiply(&number, (uint32_t)1 << bits % 32);
    return number;
}

static void add(struct natural *to, const struct natural *number)
{
    uint64_t carry = 0;

    for (size_t i = 0; i < to->count; i++) {
        carry += (uint64_t)to->words[i] + number->words[i];
        to->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

static void subtract(struct natural *from, const struct natural *number)
{
    uint64_t borrow = 0;

    for (size_t i = 0; i < from->count; i++) {
        uint64_t difference = (uint64_t)from->words[i] - number->words[i] - borrow;
        from->words[i] = (uint32_t)difference;
        borrow = difference >> 63;
    }
}

/* Below 0, 0 or above 0, as a is smaller than, equal to or larger than b. */
static int compare(const struct natural *a, const struct natural *b)
{
    for (size_t i = a->count; i-- > 0;) {
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    }
    return 0;
}

static int compare_sum(const struct natural *a, const struct natural *plus, const struct natural *b)
{
    struct natural sum = copy_of(a);

    add(&sum, plus);
    return compare(&sum, b);
}

/* Whether the rest after a digit is closer to the next digit; in the middle the even digit is taken. */
static bool closer_to_next(const struct natural *value, const struct natural *one, char digit)
{
    int order = compare_sum(value, value, one);

    return order > 0 || (order == 0 && digit % 2 != 0);
}

/* Adds one to the last digit; the zeros that this makes at the end are cut. Returns how many digits are left. */
static size_t round_up(char *digits, size_t count, int *point)
{
    while (count != 0 && digits[count - 1] == '9')
        count--;
    if (count == 0) {
        digits[0] = '0';
        count = 1;
        ++*point;
    }
    digits[count - 1]++;
    return count;
}

/*
 * The digits of fraction * 2^exponent, which is not 0, as 0.DIGITS * 10^*point: the fewest that read back as the same
 * double, but at most `most`, of which the last is rounded. Returns their number.
 */
static size_t digits_of(uint64_t fraction, int exponent, size_t most, char *digits, int *point)
{
    /* Halfway neighbours read back as the value if its fraction is even. */
    bool even = fraction % 2 == 0;
    /* At a power of two the lower neighbour is only half as far away as the upper one. */
    unsigned uneven = fraction == (uint64_t)1 << 52 && exponent > -1074 ? 1 : 0;
    unsigned up = exponent > 0 ? (unsigned)exponent : 0, down = exponent < 0 ? (unsigned)-exponent : 0;
    /* The longest number is ten times the sum of the value or of one, and of half the way to a neighbour. */
    size_t words = ((up + 53 > down ? up + 53 : down) + 2 + 1 + 4) / 32 + 2;
    struct natural value = shifted(fraction, up + 1 + uneven, words), one = shifted(1, down + 1 + uneven, words);
    /* Half the way to the neighbours. */
    struct natural below = shifted(1, up, words), above = shifted(1, up + uneven, words);
    size_t count = 0;
    bool low = false, high = false;

    *point = 0;
    while (compare_sum(&value, &above, &one) >= (even ? 0 : 1)) {
        multiply(&one, 10);
        ++*point;
    }
    for (;;) {
        struct natural next = copy_of(&value);

        add(&next, &above);
        multiply(&next, 10);
        if (compare(&next, &one) >= (even ? 0 : 1))
            break;
        multiply(&value, 10);
        multiply(&below, 10);
        multiply(&above, 10);
        --*point;
    }
    do {
        char digit = '0';

        multiply(&value, 10);
        multiply(&below, 10);
        multiply(&above, 10);
        for (; compare(&value, &one) >= 0; digit++)
            subtract(&value, &one);
        low = compare(&value, &below) < (even ? 1 : 0);
        high = compare_sum(&value, &above, &one) >= (even ? 0 : 1);
        digits[count++] = digit;
        if (high && !low)
            return round_up(digits, count, point);
    } while (!low && !high && count < most);
    if ((high || !low) && closer_to_next(&value, &one, digits[count - 1]))
        return round_up(digits, count, point);
    while (count > 1 && digits[count - 1] == '0')
        count--;
    return count;
}

static size_t put(char *text, size_t at, const char *bytes, size_t length)
{
    memcpy(text + at, bytes, length);
    return at + length;
}

size_t decimal_of(double value, size_t most, char text[32])
{
    static const char zeros[] = "0000000000000000";
    char digits[DECIMAL_EXACT];
    uint64_t bits, fraction;
    size_t count, length = 0;
    int exponent, point;

    memcpy(&bits, &value, sizeof bits);
    if (bits >> 63 != 0)
        text[length++] = '-';
    exponent = (int)(bits >> 52 & 0x7ff);
    fraction = bits & (((uint64_t)1 << 52) - 1);
    if (exponent == 0 && fraction == 0) {
        text[length++] = '0';
        return length;
    }
    if (exponent != 0)
        fraction |= (uint64_t)1 << 52;
    else
        exponent = 1;
    count = digits_of(fraction, exponent - 1075, most, digits, &point);

    if (point > -4 && point <= 0) {
        length = put(text, length, "0.", 2);
        length = put(text, length, zeros, (size_t)-point);
        return put(text, length, digits, count);
    }
    if (point > 0 && point <= 16) {
        size_t whole = (size_t)point;

        if (count <= whole) {
            length = put(text, length, digits, count);
            return put(text, length, zeros, whole - count);
        }
        length = put(text, length, digits, whole);
        text[length++] = '.';
        return put(text, length, digits + whole, count - whole);
    }
    text[length++] = digits[0];
    if (count > 1) {
        text[length++] = '.';
        length = put(text, length, digits + 1, count - 1);
    }
    point--;
    text[length++] = 'e';
    text[length++] = point < 0 ? '-' : '+';
    if (point < 0)
        point = -point;
    if (point >= 100)
        text[length++] = (char)('0' + point / 100);
    text[length++] = (char)('0' + point / 10 % 10);
    text[length++] = (char)('0' + point % 10);
    return length;
}
