/* SPDX-License-Identifier: MIT */
/* Prints the doubles that come as bytes on standard input, one a line: all their digits, and at most six digits. */
#include <stdio.h>

#include "../../examples/tools/common/decimal.h"

int main(void)
{
    char text[32];
    double value;

    while (fread(&value, sizeof value, 1, stdin) == 1) {
        printf("%.*s", (int)decimal_of(value, DECIMAL_EXACT, text), text);
        printf(" %.*s\n", (int)decimal_of(value, 6, text), text);
    }
    return 0;
}
