/* SPDX-License-Identifier: MIT */
/*
 * The formats of collectors. A program has a list of metrics for each collector, in format/cloudwatch_metrics.c,
 * otel_metrics.c and prometheus_metrics.c of its folder; what is here is the same for all programs.
 */
#ifndef FORMAT_FORMAT_H
#define FORMAT_FORMAT_H

#include "../json.h"
#include "metric.h"
#include "name.h"

/* What a program reports to one collector. */
struct collector {
    struct metrics_table table;
    /* What the labels of each kind of things are called; NULL for a kind without labels. */
    const label_names *const *labels;
    /* OpenTelemetry only: what the labels of the resource are called, which are those of the first of `things[0]`. */
    const label_names *resource;
    /* CloudWatch only: the namespace of each kind of things. */
    const char *const *name_spaces;
};

/* Each program defines these three. */
extern const struct collector cloudwatch_metrics;
extern const struct collector otel_metrics;
extern const struct collector prometheus_metrics;

/* Prints things of `kinds` kinds in one of the three formats, for a moment in nanoseconds since 1970. OpenTelemetry's format
 * may have several resources: the things of each follow those of the resource before. The other formats have one. */
void format_things(struct json *out, enum format format, const struct things *things, unsigned kinds, size_t resources,
                   uint64_t time_ns);

#endif
