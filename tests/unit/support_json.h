/* SPDX-License-Identifier: MIT */
/*
 * What is promised of JSON: of texts that mean the same in other words, and of texts that are wrong.
 */
#ifndef VMM_TESTS_SUPPORT_JSON_H
#define VMM_TESTS_SUPPORT_JSON_H

#include "support.h"

/* An unknown member, of every kind of value, in each object changes nothing. */
void json_unknown_members(const struct format *format, struct piece text);
/* The order of the members of an object that begins the text changes nothing, nor does space around tokens. */
void json_orders(const struct format *format, struct piece text);
/* A text that is good is found to be cut wherever an object is not closed. */
void json_cuts(const struct format *format, struct piece text);
/* Random edits are read as the reference reads them. */
void json_edits(const struct format *format, struct piece text);

#endif
