/* SPDX-License-Identifier: MIT */
/*
 * Arithmetic with numbers that may be unknown. A result is unknown where a number that it needs is unknown, where the result
 * would be negative, and where it would be as large as VMM_UNLIMITED.
 */
#ifndef COMMON_NUMBER_H
#define COMMON_NUMBER_H

#include <vmmetrics/vmmetrics.h>

uint64_t number_sum(uint64_t one, uint64_t other);
uint64_t number_difference(uint64_t from, uint64_t what);

/* The first of the two that is known. */
uint64_t number_or(uint64_t number, uint64_t other);
double real_or(double real, double other);

/* The result is a double, whose unknown value is NaN. A share of an amount of 0 is unknown. */
double number_over(uint64_t number, double divisor);
double number_share(uint64_t part, uint64_t all);

#endif
