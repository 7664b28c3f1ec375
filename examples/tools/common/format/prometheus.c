/* SPDX-License-Identifier: MIT */
#include "prometheus.h"

#include <string.h>

#include "label.h"

static const char *const types[] = {[GAUGE] = "gauge", [SUM] = "gauge", [COUNTER] = "counter", [UNTYPED] = "untyped"};

/* A label's value. Only these two have an escape here. */
static void put_escaped(struct json *out, const char *name)
{
    char piece[LABEL_PIECE_BYTES];

    while ((name = label_next(name, LABEL_UTF8, piece)) != NULL) {
        for (const char *p = piece; *p != '\0'; p++)
            json_raw(out, *p == '\\' ? "\\\\" : *p == '"' ? "\\\"" : (char[]){*p, '\0'});
    }
}

static void put_label(struct json *out, const char **before, const char *name, const char *value)
{
    json_raw(out, *before);
    json_raw(out, name);
    json_raw(out, "=\"");
    put_escaped(out, value);
    json_raw(out, "\"");
    *before = ",";
}

static void put_labels(struct json *out, const struct metric *metric, const void *thing, const label_names *labels)
{
    const char *before = "{", *rest = metric->labels;
    struct fixed_label fixed;

    for (unsigned i = 0; i < LABELS; i++) {
        if (has_label(labels, thing, i))
            put_label(out, &before, (*labels)[i].name, thing_label(thing, i));
    }
    while ((rest = fixed_label_next(rest, &fixed)) != NULL)
        put_label(out, &before, fixed.name, fixed.value);
    if (before[0] == ',')
        json_raw(out, "}");
}

static void put_value(struct json *out, struct value value)
{
    json_raw(out, " ");
    out->comma = false;
    metric_print(out, value);
    json_end_line(out);
}

static void put_heading(struct json *out, const struct metric *metric)
{
    json_raw(out, "# HELP ");
    json_raw(out, metric->name);
    json_raw(out, " ");
    json_raw(out, metric->unit);
    json_raw(out, "\n# TYPE ");
    json_raw(out, metric->name);
    json_raw(out, " ");
    json_raw(out, types[metric->kind]);
    json_end_line(out);
}

void prometheus_print(struct json *out, const struct collector *collector, const struct things *things)
{
    const char *name = "";

    for (size_t i = 0; i < collector->table.count; i++) {
        const struct metric *metric = &collector->table.rows[i];
        const struct things *all = &things[metric->things];

        for (size_t k = 0; k < all->count; k++) {
            const void *thing = thing_at(all, k);
            struct value value = metric_value(metric, thing);

            if (!value.known)
                continue;
            if (strcmp(name, metric->name) != 0)
                put_heading(out, metric);
            name = metric->name;
            json_raw(out, name);
            put_labels(out, metric, thing, collector->labels[metric->things]);
            put_value(out, value);
        }
    }
}
