#include "message.h"

#include <stdlib.h>

#include "../common/print.h"

static const char program[] = "vmmetrics-guest";

void fail(const char *subject, const char *reason)
{
    print_message(program, subject, reason);
    exit(EXIT_FAILURE);
}

void refuse(const char *subject, const char *reason)
{
    print_message(program, subject, reason);
    exit(2);
}

void complain(const char *subject, bool *complained, const char *reason)
{
    if (!*complained)
        print_message(program, subject, reason);
    *complained = true;
}
