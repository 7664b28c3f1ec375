/* SPDX-License-Identifier: MIT */
/* The machine that a program runs on, as a part of the labels. */
#ifndef FORMAT_WHERE_H
#define FORMAT_WHERE_H

/* Its name; NULL if it has none. */
const char *where_name(void);
/* The content of /etc/machine-id, which OpenTelemetry calls host.id; NULL if there is none. It is read once. */
const char *where_id(void);

#endif
