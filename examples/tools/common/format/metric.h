/* SPDX-License-Identifier: MIT */
/*
 * What a collector calls a number, and which member of which struct the number is: a row of a table for each metric, so
 * that what a collector means by a name can be read in one line. The tables are the programs' own; what is here is the
 * same for all of them.
 *
 * The structs are made of the library's records and of what follows from those. There are as many of a kind as there
 * are things of it: one of the machine, one for each disk.
 */
#ifndef FORMAT_METRIC_H
#define FORMAT_METRIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <vmmetrics/vmmetrics.h>

#include "../json.h"

/* Names of a thing, such as a file system's device and where it is mounted. */
#define LABELS 12

/* A counter only grows, until what counts begins anew. OpenTelemetry tells gauges that can be added up, such as bytes of
 * memory, from those that cannot, such as a share. */
enum metric_kind { GAUGE, SUM, COUNTER, UNTYPED };

/* From the member's unit to the collector's. */
enum metric_scale {
    AS_IT_IS,
    TICKS,
    MILLISECONDS,
    MICROSECONDS,
    HUNDREDTHS,
    NANOSECONDS,
    SECTORS,
    KIBIBYTES,
    BITS,
    PERCENT
};

enum metric_type { WHOLE_NUMBER, REAL_NUMBER };

/* A label that all things have with the same value. */
struct fixed_label {
    char name[40];
    char value[24];
};

struct metric {
    const char *name;
    /*
     * The unit as the collector writes it; NULL if the collector has no unit for the metric. For Prometheus, whose
     * names contain the unit, the text after HELP.
     */
    const char *unit;
    /* One of enum metric_kind. */
    uint8_t kind;
    /* Which things it is a number of, and where in their struct. */
    uint8_t things;
    /* Of enum metric_type and of enum metric_scale. */
    uint8_t type;
    uint8_t scale;
    uint32_t offset;
    /* The labels that tell it from other metrics of its name, such as `queue=rx,ip=v4`; NULL if it has none. */
    const char *labels;
};

/* The members of a metric that say where it is. */
#define METRIC_AT(things_of_it, struct_of_them, member)                                                                \
    .things = (things_of_it), .offset = offsetof(struct struct_of_them, member),                                       \
    .type = _Generic(((struct struct_of_them *)0)->member, uint64_t                                                    \
                     : WHOLE_NUMBER, double                                                                            \
                     : REAL_NUMBER)

struct metrics_table {
    const struct metric *rows;
    size_t count;
};

/* What the struct of each thing begins with. */
struct thing {
    /* What identifies it: no two things of a kind have the same labels. A label that is NULL is left out. */
    const char *labels[LABELS];
    /* Since when its counters count, as nanoseconds since 1970. VMM_UNKNOWN if that is unknown. */
    uint64_t start_ns;
};

/* All things of a kind: structs one after another. */
struct things {
    const void *first;
    size_t bytes;
    size_t count;
};

/* How a collector calls the labels of a kind of things; NULL where it has none. */
struct label_name {
    const char *name;
    bool is_number;
};
typedef struct label_name label_names[LABELS];

/* A value in the collector's unit. */
struct value {
    bool known;
    enum metric_type type;
    uint64_t whole;
    double real;
    /* Whether all digits of `real` are printed: it is a counter, of which a small growth must be seen, or a whole number of
     * a smaller unit. */
    bool exact;
};

/*
 * Since when a thing's counters count, where `status` is that of the growth since the sample before. `before_ns` is the
 * start in that sample. A counter that restarted did so after `sample_ns`, the moment of that sample. A thing whose
 * counters were unknown then may be another one, or may have counted elsewhere before: its start is unknown.
 */
uint64_t start_after(vmm_status status, uint64_t before_ns, uint64_t sample_ns);

const void *thing_at(const struct things *things, size_t index);
const char *thing_label(const void *thing, unsigned label);
bool has_label(const label_names *names, const void *thing, unsigned label);
struct value metric_value(const struct metric *metric, const void *thing);

/* Takes the first label of a metric's labels. Returns what follows the label; NULL if there was none. */
const char *fixed_label_next(const char *labels, struct fixed_label *label);

/* Prints a known value as a number. */
void metric_print(struct json *out, struct value value);

#endif
