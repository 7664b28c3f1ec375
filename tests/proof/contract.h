/* SPDX-License-Identifier: MIT */
/*
 * The words that tests/proof/contracts uses, in ACSL, Frama-C's language for annotations. Included before each source.
 *
 * The axioms of Numbers and the first two of HexNumbers define words. The others are facts about bits: the provers take
 * them as given, and tests/proof/exhaust.c shows each.
 */
#ifndef CONTRACT_H
#define CONTRACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "vmmetrics/base.h"

/*@ predicate is_digit(integer c) = '0' <= c <= '9';
    predicate is_blank(integer c) = c == ' ' || c == '\t';

    // The bytes from p up to end can be read.
    predicate is_text{L}(char *p, char *end) =
        \base_addr(p) != \null && \base_addr(p) == \base_addr(end) && p <= end && \valid_read(p + (0 .. end - p - 1));
    // A place in the text from p up to end.
    predicate is_within{L}(char *at, char *p, char *end) = \base_addr(at) == \base_addr(p) && p <= at <= end;

    predicate are_digits{L}(char *p, integer n) = \forall integer i; 0 <= i < n ==> is_digit(p[i]);
    predicate are_same{L}(char *p, char *word, integer n) = \forall integer i; 0 <= i < n ==> p[i] == word[i];

    // A number that does not fit is unknown.
    logic integer fitting(integer number) = number < VMM_UNLIMITED ? number : VMM_UNKNOWN;

    // The number that n digits at p spell, in tens.
    axiomatic Numbers {
      logic integer spelled{L}(char *p, integer n) reads p[0 .. n - 1];
      axiom no_digit{L}: \forall char *p, integer n; n <= 0 ==> spelled(p, n) == 0;
      axiom next_digit{L}:
        \forall char *p, integer n; n > 0 ==> spelled(p, n) == 10 * spelled(p, n - 1) + p[n - 1] - '0';
    }

    // 10 to the power of n, up to 16.
    logic integer tens(integer n) =
      n <= 0 ? 1 : n == 1 ? 10 : n == 2 ? 100 : n == 3 ? 1000 : n == 4 ? 10000 : n == 5 ? 100000 :
      n == 6 ? 1000000 : n == 7 ? 10000000 : n == 8 ? 100000000 : n == 9 ? 1000000000 : n == 10 ? 10000000000 :
      n == 11 ? 100000000000 : n == 12 ? 1000000000000 : n == 13 ? 10000000000000 : n == 14 ? 100000000000000 :
      n == 15 ? 1000000000000000 : 10000000000000000;

    logic integer hex_value(integer c) =
      '0' <= c <= '9' ? c - '0' : 'a' <= c <= 'f' ? c - 'a' + 10 : 'A' <= c <= 'F' ? c - 'A' + 10 : 16;
    predicate are_hex_digits{L}(char *p, integer n) = \forall integer i; 0 <= i < n ==> hex_value(p[i]) < 16;
    // The number that n hexadecimal digits at p spell.
    axiomatic HexNumbers {
      logic integer hex_spelled{L}(char *p, integer n) reads p[0 .. n - 1];
      axiom no_hex_digit{L}: \forall char *p, integer n; n <= 0 ==> hex_spelled(p, n) == 0;
      axiom next_hex_digit{L}:
        \forall char *p, integer n; n > 0 ==> hex_spelled(p, n) == 16 * hex_spelled(p, n - 1) + hex_value(p[n - 1]);
      axiom highest_nibble: \forall uint64_t word;
        (word & 0xf000000000000000) == 0 <==> word < 0x1000000000000000;
      axiom by_sixteen: \forall uint64_t word; word < 0x1000000000000000 ==> (uint64_t)(word << 4) == 16 * word;
      axiom nibble_after: \forall integer word, nibble; word % 16 == 0 && 0 <= nibble < 16 ==>
        (word | nibble) == word + nibble;
      axiom nibble_before: \forall integer nibble, word; word % 16 == 0 && 0 <= nibble < 16 ==>
        (nibble | word) == word + nibble;
    }

    predicate is_json_space(integer c) = c == ' ' || c == '\t' || c == '\n' || c == '\r';

    // A byte without its sign; -1 of what is no byte.
    logic integer unsigned_of(integer c) = c < -128 ? -1 : c < 0 ? c + 256 : c;
    axiomatic Bytes {
      axiom byte_without_sign: \forall char c; (unsigned char)c == unsigned_of(c);
      axiom no_digit_value: \forall integer c; -48 <= c < 0 ==> (uint32_t)c == c + 0x100000000;
    }

    // 2 to the power of bits, by value for the shifts of vmm_scale_bits.
    logic integer two_to(integer bits) =
      bits == 9 ? 512 : bits == 10 ? 1024 : bits == 12 ? 4096 : bits == 20 ? 1048576 : (1 << bits);

    axiomatic Words {
      // The byte at a place of a word, from 0, the lowest, to 7; and the index of the lowest bit that is set.
      logic integer byte_of(integer word, integer place);
      logic integer lowest_of(integer word);

      axiom byte_range: \forall integer word, place; 0 <= byte_of(word, place) <= 255;
      axiom lowest_range: \forall integer word; 0 <= lowest_of(word) <= 63;
      axiom below_64: \forall integer number; 0 <= number < 64 ==> (number & 63) == number;
      axiom low_byte: \forall uint64_t word; (word & 0xff) == byte_of(word, 0);
      axiom digit_bytes: \forall uint64_t word, integer place; 0 <= place < 8 ==>
        (is_digit(byte_of(word, place)) ?
         byte_of((uint64_t)(word ^ 0x3030303030303030), place) == byte_of(word, place) - '0' :
         byte_of((uint64_t)(word ^ 0x3030303030303030), place) > 9);
      axiom shifted_bytes: \forall uint64_t word, integer bits, place;
        0 <= bits < 64 && bits % 8 == 0 && 0 <= place < 8 ==> byte_of((uint64_t)(word << bits), place) ==
          (place < bits / 8 ? 0 : byte_of(word, place - bits / 8));
    }

    predicate is_word{L}(integer word, char *p) =
      byte_of(word, 0) == unsigned_of(p[0]) && byte_of(word, 1) == unsigned_of(p[1]) &&
      byte_of(word, 2) == unsigned_of(p[2]) && byte_of(word, 3) == unsigned_of(p[3]) &&
      byte_of(word, 4) == unsigned_of(p[4]) && byte_of(word, 5) == unsigned_of(p[5]) &&
      byte_of(word, 6) == unsigned_of(p[6]) && byte_of(word, 7) == unsigned_of(p[7]);
    // The bytes before a place of a word are at most 9; and the byte at this place is not.
    predicate begins_with_digits(integer word, integer place) =
      (place > 0 ==> byte_of(word, 0) <= 9) && (place > 1 ==> byte_of(word, 1) <= 9) &&
      (place > 2 ==> byte_of(word, 2) <= 9) && (place > 3 ==> byte_of(word, 3) <= 9) &&
      (place > 4 ==> byte_of(word, 4) <= 9) && (place > 5 ==> byte_of(word, 5) <= 9) &&
      (place > 6 ==> byte_of(word, 6) <= 9) && (place > 7 ==> byte_of(word, 7) <= 9);
    predicate ends_digits(integer word, integer mark, integer place) =
      mark == 8 * place + 7 && begins_with_digits(word, place) && byte_of(word, place) > 9;

    // These are of places in a text, not of an index, as the provers follow them through loops that move p. In a block
    // of their own, as the provers get its lemmas only where they need one of its words.
    axiomatic Places {
      predicate are_blanks{L}(char *p, char *end) =
        \forall char *at; \base_addr(at) == \base_addr(p) && p <= at < end ==> is_blank(*at);
      predicate has_no_newline{L}(char *p, char *end) =
        \forall char *at; \base_addr(at) == \base_addr(p) && p <= at < end ==> *at != '\n';
      // The bytes before a place of a word are blanks.
      predicate begins_with_blanks(integer word, integer place) =
        (place > 0 ==> byte_of(word, 0) == ' ') && (place > 1 ==> byte_of(word, 1) == ' ') &&
        (place > 2 ==> byte_of(word, 2) == ' ') && (place > 3 ==> byte_of(word, 3) == ' ') &&
        (place > 4 ==> byte_of(word, 4) == ' ') && (place > 5 ==> byte_of(word, 5) == ' ') &&
        (place > 6 ==> byte_of(word, 6) == ' ') && (place > 7 ==> byte_of(word, 7) == ' ');
      axiom all_blanks: \forall uint64_t word; word == 0x2020202020202020 ==> begins_with_blanks(word, 8);
      axiom first_other: \forall uint64_t word; (uint64_t)(word ^ 0x2020202020202020) != 0 ==>
        begins_with_blanks(word, lowest_of((uint64_t)(word ^ 0x2020202020202020)) / 8);
      lemma eight_places: \forall char *p, *at; \base_addr(at) == \base_addr(p) && p <= at < p + 8 ==>
        at == p || at == p + 1 || at == p + 2 || at == p + 3 ||
        at == p + 4 || at == p + 5 || at == p + 6 || at == p + 7;
      lemma word_of_blanks{L}: \forall char *p, integer word, n;
        0 <= n <= 8 && is_word(word, p) && begins_with_blanks(word, n) ==> are_blanks(p, p + n);
    }
*/
#endif
