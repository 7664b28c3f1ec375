/* SPDX-License-Identifier: MIT */
/* Prometheus's text format, version 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/ */
#ifndef FORMAT_PROMETHEUS_H
#define FORMAT_PROMETHEUS_H

#include "format.h"

/* Rows of the same name must stand together. What has no value is left out, with all that belongs to it. */
void prometheus_print(struct json *out, const struct collector *collector, const struct things *things);

#endif
