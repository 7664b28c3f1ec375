/* SPDX-License-Identifier: MIT */
/*
 * OpenTelemetry's protocol as JSON, an object a line, as the collector's otlpjsonfile receiver reads it:
 * https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/
 */
#ifndef FORMAT_OTEL_H
#define FORMAT_OTEL_H

#include "format.h"

void otel_begin(struct json *out);
/* A resource. Rows of the same name must stand together. */
void otel_print(struct json *out, const struct collector *collector, const struct things *things, uint64_t time_ns);
void otel_end(struct json *out);

#endif
