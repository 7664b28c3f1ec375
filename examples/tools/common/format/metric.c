/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "metric.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

const void *thing_at(const struct things *things, size_t index)
{
    return (const char *)things->first + index * things->bytes;
}

const char *thing_label(const void *thing, unsigned label)
{
    return ((const struct thing *)thing)->labels[label];
}

uint64_t start_after(vmm_status status, uint64_t before_ns, uint64_t sample_ns)
{
    if (status == VMM_RESET)
        return sample_ns;
    return status == VMM_OK ? before_ns : VMM_UNKNOWN;
}

bool has_label(const label_names *names, const void *thing, unsigned label)
{
    return names != NULL && (*names)[label].name != NULL && thing_label(thing, label) != NULL;
}

/* Takes the text before a byte of `ends`, and returns what follows that byte. */
static const char *take_until(const char *text, const char *ends, char *out, size_t room)
{
    size_t length = strcspn(text, ends);

    memcpy(out, text, length < room ? length : room - 1);
    out[length < room ? length : room - 1] = '\0';
    return text + length + (text[length] != '\0');
}

const char *fixed_label_next(const char *labels, struct fixed_label *label)
{
    if (labels == NULL || labels[0] == '\0')
        return NULL;
    labels = take_until(labels, "=", label->name, sizeof label->name);
    return take_until(labels, ",", label->value, sizeof label->value);
}

static double scaled(double value, enum metric_scale scale)
{
    switch (scale) {
    case TICKS:
        return value / (double)sysconf(_SC_CLK_TCK);
    case MILLISECONDS:
        return value / 1000;
    case MICROSECONDS:
        return value / 1000000;
    case HUNDREDTHS:
        return value / 100;
    case NANOSECONDS:
        return value / 1e9;
    case PERCENT:
        return value * 100;
    case AS_IT_IS:
    case SECTORS:
    case KIBIBYTES:
    case BITS:
        break;
    }
    return value;
}

struct value metric_value(const struct metric *metric, const void *thing)
{
    const char *member = (const char *)thing + metric->offset;
    struct value value = {.type = (enum metric_type)metric->type};

    if (metric->type == REAL_NUMBER) {
        memcpy(&value.real, member, sizeof value.real);
        value.real = scaled(value.real, (enum metric_scale)metric->scale);
        value.known = isfinite(value.real);
        value.exact = metric->kind == COUNTER;
        return value;
    }
    memcpy(&value.whole, member, sizeof value.whole);
    /* Nor is "no limit" a number of anything. */
    value.known = value.whole < VMM_UNLIMITED;
    if (metric->scale == SECTORS) {
        value.whole /= 512;
    } else if (metric->scale == KIBIBYTES) {
        value.whole /= 1024;
    } else if (metric->scale == BITS) {
        value.whole /= 8;
    } else if (metric->scale != AS_IT_IS) {
        value.type = REAL_NUMBER;
        value.exact = true;
        value.real = scaled((double)value.whole, (enum metric_scale)metric->scale);
    }
    return value;
}

void metric_print(struct json *out, struct value value)
{
    if (value.type == WHOLE_NUMBER) {
        json_integer(out, value.whole);
        return;
    }
    out->exact = value.exact;
    json_double(out, value.real);
    out->exact = false;
}
