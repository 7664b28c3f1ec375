/* SPDX-License-Identifier: MIT */
#include "number.h"

#include <math.h>
#include <stdbool.h>

static bool is_number(uint64_t number)
{
    return number < VMM_UNLIMITED;
}

uint64_t number_sum(uint64_t one, uint64_t other)
{
    bool known = is_number(one) && is_number(other) && one < VMM_UNLIMITED - other;

    return known ? one + other : VMM_UNKNOWN;
}

uint64_t number_difference(uint64_t from, uint64_t what)
{
    return is_number(from) && what <= from ? from - what : VMM_UNKNOWN;
}

uint64_t number_or(uint64_t number, uint64_t other)
{
    return vmm_is_known(number) ? number : other;
}

double real_or(double real, double other)
{
    return isnan(real) ? other : real;
}

double number_over(uint64_t number, double divisor)
{
    return is_number(number) ? (double)number / divisor : NAN;
}

double number_share(uint64_t part, uint64_t all)
{
    return is_number(all) && all != 0 ? number_over(part, (double)all) : NAN;
}
