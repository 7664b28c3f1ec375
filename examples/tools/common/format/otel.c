/* SPDX-License-Identifier: MIT */
#include "otel.h"

#include <string.h>
#include <vmmetrics/vmmetrics.h>

#include "../message.h"
#include "../print.h"
#include "label.h"

/* The semantic conventions whose names, units and attributes the programs print. */
static const char schema[] = "https://opentelemetry.io/schemas/1.44.0";

/* Numbers of 64 bits are strings, as in all JSON of Protocol Buffers. */
static void put_number(struct json *out, const char *key, uint64_t value)
{
    json_key(out, key);
    json_raw(out, "\"");
    json_integer(out, value);
    json_raw(out, "\"");
}

static void put_attribute(struct json *out, struct label_name name, const char *value)
{
    json_open(out, '{');
    print_text(out, "key", name.name);
    json_open_member(out, "value", '{');
    json_key(out, name.is_number ? "intValue" : "stringValue");
    label_string(out, value, LABEL_UTF8);
    json_close(out, "}}");
}

static void put_attributes(struct json *out, const void *thing, const label_names *names, const char *fixed_labels)
{
    struct fixed_label fixed;

    json_open_member(out, "attributes", '[');
    for (unsigned i = 0; i < LABELS; i++) {
        if (has_label(names, thing, i))
            put_attribute(out, (*names)[i], thing_label(thing, i));
    }
    while ((fixed_labels = fixed_label_next(fixed_labels, &fixed)) != NULL)
        put_attribute(out, (struct label_name){fixed.name, false}, fixed.value);
    json_close(out, "]");
}

static void put_point(struct json *out, const label_names *labels, const struct metric *metric, const void *thing,
                      struct value value, uint64_t time_ns)
{
    uint64_t start_ns = ((const struct thing *)thing)->start_ns;

    json_open(out, '{');
    put_attributes(out, thing, labels, metric->labels);
    /* The clock may have been set back since. */
    if (metric->kind == COUNTER && start_ns <= time_ns)
        put_number(out, "startTimeUnixNano", start_ns);
    put_number(out, "timeUnixNano", time_ns);
    if (value.type == WHOLE_NUMBER) {
        put_number(out, "asInt", value.whole);
    } else {
        json_key(out, "asDouble");
        metric_print(out, value);
    }
    json_close(out, "}");
}

static void open_metric(struct json *out, const struct metric *metric)
{
    json_open(out, '{');
    print_text(out, "name", metric->name);
    print_text(out, "unit", metric->unit);
    json_open_member(out, metric->kind == GAUGE ? "gauge" : "sum", '{');
    if (metric->kind != GAUGE) {
        json_key(out, "aggregationTemporality");
        /* Cumulative. */
        json_integer(out, 2);
        json_key(out, "isMonotonic");
        json_raw(out, metric->kind == COUNTER ? "true" : "false");
        out->comma = true;
    }
    json_open_member(out, "dataPoints", '[');
}

static void close_metric(struct json *out)
{
    json_close(out, "]}}");
}

static void put_metrics(struct json *out, const struct collector *collector, const struct things *things,
                        uint64_t time_ns)
{
    const char *name = NULL;

    for (size_t i = 0; i < collector->table.count; i++) {
        const struct metric *metric = &collector->table.rows[i];
        const struct things *all = &things[metric->things];

        for (size_t k = 0; k < all->count; k++) {
            const void *thing = thing_at(all, k);
            struct value value = metric_value(metric, thing);

            /* Whole numbers are signed there. */
            if (!value.known || (value.type == WHOLE_NUMBER && value.whole > INT64_MAX))
                continue;
            if (name == NULL || strcmp(name, metric->name) != 0) {
                if (name != NULL)
                    close_metric(out);
                open_metric(out, metric);
            }
            name = metric->name;
            put_point(out, collector->labels[metric->things], metric, thing, value, time_ns);
        }
    }
    if (name != NULL)
        close_metric(out);
}

void otel_begin(struct json *out)
{
    json_open(out, '{');
    json_open_member(out, "resourceMetrics", '[');
}

void otel_print(struct json *out, const struct collector *collector, const struct things *things, uint64_t time_ns)
{
    json_open(out, '{');
    json_open_member(out, "resource", '{');
    put_attributes(out, thing_at(&things[0], 0), collector->resource, NULL);
    json_close(out, "}");
    json_open_member(out, "scopeMetrics", '[');
    json_open(out, '{');
    json_open_member(out, "scope", '{');
    print_text(out, "name", program);
    print_text(out, "version", VMM_VERSION);
    json_close(out, "}");
    json_open_member(out, "metrics", '[');
    put_metrics(out, collector, things, time_ns);
    json_close(out, "]");
    print_text(out, "schemaUrl", schema);
    json_close(out, "}]");
    print_text(out, "schemaUrl", schema);
    json_close(out, "}");
}

void otel_end(struct json *out)
{
    json_close(out, "]}");
    json_end_line(out);
}
