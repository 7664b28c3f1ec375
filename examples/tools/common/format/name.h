/* SPDX-License-Identifier: MIT */
/* The formats by name. */
#ifndef FORMAT_NAME_H
#define FORMAT_NAME_H

#include <stdbool.h>

enum format { FORMAT_JSON, FORMAT_VM0, FORMAT_E2B, FORMAT_CLOUDWATCH, FORMAT_OTEL, FORMAT_PROMETHEUS };

/* What --format takes, and what is said where it was something else. */
#define FORMAT_NAMES "json, vm0, e2b, cloudwatch, otel or prometheus"

bool format_find(const char *name, enum format *format);

#endif
