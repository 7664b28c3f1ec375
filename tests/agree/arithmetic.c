/* SPDX-License-Identifier: MIT */
/* The programs' arithmetic with numbers that may be unknown: at zero, at the largest number, and beyond it. */
#include <math.h>
#include <stdio.h>

#include "../../examples/tools/common/number.h"

#define LARGEST (VMM_UNLIMITED - 1)

static int failures;

static void check(uint64_t number, uint64_t wanted, int line)
{
    if (number != wanted) {
        printf("line %d: %llx is not %llx\n", line, (unsigned long long)number, (unsigned long long)wanted);
        failures++;
    }
}

static void check_real(double real, double wanted, int line)
{
    if (isnan(wanted) ? !isnan(real) : !(fabs(real - wanted) < 1e-9)) {
        printf("line %d: %f is not %f\n", line, real, wanted);
        failures++;
    }
}

int main(void)
{
    check(number_sum(1, 2), 3, __LINE__);
    check(number_sum(LARGEST, 0), LARGEST, __LINE__);
    check(number_sum(LARGEST - 1, 1), LARGEST, __LINE__);
    /* Neither "no limit" nor "unknown" is ever the sum of two numbers. */
    check(number_sum(LARGEST, 1), VMM_UNKNOWN, __LINE__);
    check(number_sum(LARGEST, 2), VMM_UNKNOWN, __LINE__);
    check(number_sum(1, VMM_UNKNOWN), VMM_UNKNOWN, __LINE__);
    check(number_sum(VMM_UNLIMITED, 0), VMM_UNKNOWN, __LINE__);

    check(number_difference(3, 3), 0, __LINE__);
    check(number_difference(3, 4), VMM_UNKNOWN, __LINE__);
    check(number_difference(VMM_UNKNOWN, 0), VMM_UNKNOWN, __LINE__);
    check(number_difference(VMM_UNLIMITED, 0), VMM_UNKNOWN, __LINE__);
    check(number_difference(LARGEST, VMM_UNKNOWN), VMM_UNKNOWN, __LINE__);

    check(number_or(0, 5), 0, __LINE__);
    check(number_or(VMM_UNKNOWN, 5), 5, __LINE__);
    check_real(real_or(0, 5), 0, __LINE__);
    check_real(real_or((double)NAN, 5), 5, __LINE__);

    check_real(number_over(5, 2), 2.5, __LINE__);
    check_real(number_over(VMM_UNKNOWN, 2), (double)NAN, __LINE__);
    check_real(number_over(VMM_UNLIMITED, 2), (double)NAN, __LINE__);
    check_real(number_share(1, 4), 0.25, __LINE__);
    check_real(number_share(1, 0), (double)NAN, __LINE__);
    check_real(number_share(VMM_UNKNOWN, 4), (double)NAN, __LINE__);
    check_real(number_share(1, VMM_UNKNOWN), (double)NAN, __LINE__);
    return failures != 0;
}
