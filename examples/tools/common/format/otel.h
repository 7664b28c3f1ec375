/*
 * OpenTelemetry's protocol as JSON, an object a line, as the collector's otlpjsonfile receiver reads it:
 * https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/
 */
#ifndef FORMAT_OTEL_H
#define FORMAT_OTEL_H

#include "../json.h"
#include "metric.h"

/* What the numbers are of: `labels` of the first of `things[0]`, by the names in `names`. */
struct otel_resource {
    struct metrics_table table;
    const struct things *things;
    /* Of the things, and of the resource. */
    const label_names *labels;
    const label_names *names;
};

void otel_begin(struct json *out);
/* `program` is who says so, and `time_ns` when, since 1970. Rows of the same name must stand together. */
void otel_print(struct json *out, const struct otel_resource *resource, const char *program, uint64_t time_ns);
void otel_end(struct json *out);

#endif
