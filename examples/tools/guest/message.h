/* What goes wrong, on standard error. */
#ifndef GUEST_MESSAGE_H
#define GUEST_MESSAGE_H

#include <stdbool.h>

/* Ends the program, which cannot go on. */
_Noreturn void fail(const char *subject, const char *reason);

/* Ends it because it was not called as it wants to be. */
_Noreturn void refuse(const char *subject, const char *reason);

/* Says it where it was not said before. */
void complain(const char *subject, bool *complained, const char *reason);

#endif
