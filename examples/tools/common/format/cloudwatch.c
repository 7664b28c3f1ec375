/* SPDX-License-Identifier: MIT */
#include "cloudwatch.h"

#include <string.h>

#include "../message.h"
#include "../print.h"
#include "label.h"

static void put_dimensions(struct json *out, const void *thing, const label_names *labels)
{
    json_open_member(out, "Dimensions", '[');
    json_open(out, '[');
    for (unsigned i = 0; i < LABELS; i++) {
        if (has_label(labels, thing, i))
            json_string(out, (*labels)[i].name, strlen((*labels)[i].name));
    }
    json_close(out, "]]");
}

/* First the names and units, then the values. */
static void put_metrics(struct json *out, const struct metrics_table *table, unsigned kind, const void *thing,
                        bool names)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct metric *metric = &table->rows[i];
        struct value value;

        if (metric->things != kind)
            continue;
        value = metric_value(metric, thing);
        if (!value.known)
            continue;
        if (names) {
            json_open(out, '{');
            print_text(out, "Name", metric->name);
            if (metric->unit != NULL) {
                print_text(out, "Unit", metric->unit);
            }
            json_close(out, "}");
        } else {
            json_key(out, metric->name);
            metric_print(out, value);
        }
    }
}

/*
 * CloudWatch takes dimensions of 1 to 1024 ASCII characters, none of them a control character and at least one no
 * blank: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html
 */
static bool is_dimension(const char *name)
{
    char piece[LABEL_PIECE_BYTES];
    size_t length = 0;
    bool blank = true;

    while ((name = label_next(name, LABEL_ASCII, piece)) != NULL) {
        length += strlen(piece);
        blank = blank && piece[0] == ' ';
    }
    return !blank && length <= 1024;
}

/* Whether CloudWatch takes all labels of a thing. A series with a part of them could be that of several things. */
static bool has_dimensions(const void *thing, const label_names *labels)
{
    static bool complained;
    bool good = true;

    for (unsigned i = 0; i < LABELS && good; i++) {
        good = !has_label(labels, thing, i) || is_dimension(thing_label(thing, i));
        if (!good)
            complain(thing_label(thing, i), &complained,
                     "no possible dimension of CloudWatch, so the line is left out");
    }
    return good;
}

static bool is_known(const struct metrics_table *table, unsigned kind, const void *thing)
{
    for (size_t i = 0; i < table->count; i++) {
        if (table->rows[i].things == kind && metric_value(&table->rows[i], thing).known)
            return true;
    }
    return false;
}

static void put_line(struct json *out, const struct collector *collector, unsigned kind, const void *thing,
                     uint64_t time_ms)
{
    const label_names *labels = collector->labels[kind];

    json_open(out, '{');
    json_open_member(out, "_aws", '{');
    json_key(out, "Timestamp");
    json_integer(out, time_ms);
    json_open_member(out, "CloudWatchMetrics", '[');
    json_open(out, '{');
    print_text(out, "Namespace", collector->name_spaces[kind]);
    put_dimensions(out, thing, labels);
    json_open_member(out, "Metrics", '[');
    put_metrics(out, &collector->table, kind, thing, true);
    json_close(out, "]}]}");
    for (unsigned i = 0; i < LABELS; i++) {
        if (!has_label(labels, thing, i))
            continue;
        json_key(out, (*labels)[i].name);
        label_string(out, thing_label(thing, i), LABEL_ASCII);
    }
    put_metrics(out, &collector->table, kind, thing, false);
    json_close(out, "}");
    json_end_line(out);
}

void cloudwatch_print(struct json *out, const struct collector *collector, unsigned kind, const struct things *things,
                      uint64_t time_ms)
{
    for (size_t i = 0; i < things->count; i++) {
        const void *thing = thing_at(things, i);

        if (is_known(&collector->table, kind, thing) && has_dimensions(thing, collector->labels[kind]))
            put_line(out, collector, kind, thing, time_ms);
    }
}
