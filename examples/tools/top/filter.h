/* SPDX-License-Identifier: MIT */
/* The rows of a page that the user wants to see: those that have a text in one of their names. */
#ifndef TOP_FILTER_H
#define TOP_FILTER_H

#include "columns.h"

/* The longest filter, with its NUL. */
enum { FILTER_BYTES = 64 };

/*
 * Whether a text has one of the words of a filter, in capitals or not; `|` stands between words. An empty filter has
 * all.
 */
bool filter_has(const char *filter, const char *text);

/* The same for the name of a machine, its process, and its devices. */
bool filter_has_vm(const char *filter, const struct vm *vm);

/* The same for a column of the table: its heading, its word and what it is. */
bool filter_has_column(const char *filter, enum column_id id);

/* Adds a character of Unicode to a filter if there is room, and takes the last one away. */
void filter_add(char filter[FILTER_BYTES], uint32_t character);
void filter_remove(char filter[FILTER_BYTES]);

#endif
