/* SPDX-License-Identifier: MIT */
/*
 * CloudWatch's embedded metric format, a JSON object a line, from which CloudWatch Logs makes metrics:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 *
 * A line is about one thing, whose labels are the dimensions. Without labels that CloudWatch takes there is no line.
 */
#ifndef FORMAT_CLOUDWATCH_H
#define FORMAT_CLOUDWATCH_H

#include "format.h"

/* A line may have no more metrics than this. */
#define CLOUDWATCH_METRICS 100

/* A line for each thing of one kind, if something is known of it. `time_ms` is since 1970. */
void cloudwatch_print(struct json *out, const struct collector *collector, unsigned kind, const struct things *things,
                      uint64_t time_ms);

#endif
