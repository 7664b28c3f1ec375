/* SPDX-License-Identifier: MIT */
/* The machine that a program runs on, as a part of the labels. */
#ifndef FORMAT_WHERE_H
#define FORMAT_WHERE_H

#include "../roots.h"

/* Its name; NULL if it has none. */
const char *where_name(void);
/* Reads /etc/machine-id below the root. */
void where_read(const struct roots *roots);
/* What where_read() found, which OpenTelemetry calls host.id; NULL if there is none. */
const char *where_id(void);

#endif
