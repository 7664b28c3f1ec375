/* SPDX-License-Identifier: MIT */
/* The formats by name. */
#ifndef FORMAT_NAME_H
#define FORMAT_NAME_H

enum format { FORMAT_JSON, FORMAT_VM0, FORMAT_E2B, FORMAT_CLOUDWATCH, FORMAT_OTEL, FORMAT_PROMETHEUS };

/* Takes the name of a format, as an option of kind OPTION_OTHER does. */
const char *format_take(void *format, char **name);

#endif
