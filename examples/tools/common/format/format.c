/* SPDX-License-Identifier: MIT */
#include "format.h"

#include "cloudwatch.h"
#include "otel.h"
#include "prometheus.h"

void format_things(struct json *out, enum format format, const struct things *things, unsigned kinds, size_t resources,
                   uint64_t time_ns)
{
    switch (format) {
    case FORMAT_CLOUDWATCH:
        for (unsigned kind = 0; kind < kinds; kind++)
            cloudwatch_print(out, &cloudwatch_metrics, kind, &things[kind], time_ns / 1000000);
        break;
    case FORMAT_OTEL:
        otel_begin(out);
        for (size_t i = 0; i < resources; i++)
            otel_print(out, &otel_metrics, &things[i * kinds], time_ns);
        otel_end(out);
        break;
    case FORMAT_PROMETHEUS:
        prometheus_print(out, &prometheus_metrics, things);
        break;
    case FORMAT_JSON:
    case FORMAT_VM0:
    case FORMAT_E2B:
        break;
    }
}
