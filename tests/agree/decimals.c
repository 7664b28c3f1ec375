/* SPDX-License-Identifier: MIT */
/* Prints the doubles that come as bytes on standard input as the helper programs print them, one a line. */
#include <stdio.h>

#include "../../examples/tools/common/decimal.h"

int main(void)
{
    char text[32];
    double value;

    while (fread(&value, sizeof value, 1, stdin) == 1)
        printf("%.*s\n", (int)decimal_of(value, text), text);
    return 0;
}
