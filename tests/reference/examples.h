/* SPDX-License-Identifier: MIT */
/* How the descriptions of formats write their lists of texts, which may hold NUL bytes. */
#ifndef REFERENCE_EXAMPLES_H
#define REFERENCE_EXAMPLES_H

#include "format.h"

#define PIECE(constant)                                                                                                \
    {                                                                                                                  \
        (constant), sizeof(constant) - 1                                                                               \
    }
#define GOOD(text)                                                                                                     \
    {                                                                                                                  \
        PIECE(text), VMM_OK, NOWHERE                                                                                   \
    }
#define EMPTY(text)                                                                                                    \
    {                                                                                                                  \
        PIECE(text), VMM_E_EMPTY, NOWHERE                                                                              \
    }
#define END(text)                                                                                                      \
    {                                                                                                                  \
        PIECE(text), VMM_END, NOWHERE                                                                                  \
    }
#define CUT(text)                                                                                                      \
    {                                                                                                                  \
        PIECE(text), VMM_E_TRUNCATED, sizeof(text) - 1                                                                 \
    }
#define REFUSED(text, error)                                                                                           \
    {                                                                                                                  \
        PIECE(text), VMM_E_SYNTAX, error                                                                               \
    }
/* The last of a list. */
#define NO_MORE_EXAMPLES                                                                                               \
    {                                                                                                                  \
        {NULL, 0}, VMM_OK, 0                                                                                           \
    }
#define NO_MORE_TEXTS                                                                                                  \
    {                                                                                                                  \
        NULL, 0                                                                                                        \
    }

#endif
