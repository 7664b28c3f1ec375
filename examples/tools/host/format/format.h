/* The virtual machines in the words of a collector. */
#ifndef HOST_FORMAT_H
#define HOST_FORMAT_H

#include "../../common/format/name.h"
#include "../../common/json.h"
#include "facts.h"

void print_cloudwatch(struct json *out, const struct things *things, uint64_t now_ns);
void print_prometheus(struct json *out, const struct things *things);
/* Of one of them. */
void print_otel(struct json *out, const struct things *things, uint64_t now_ns);

/* Gives 0, or an errno where there is no memory for it. */
int format_print(struct json *out, enum format format, struct machine *const *machines, size_t count);

#endif
