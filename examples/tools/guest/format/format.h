/* SPDX-License-Identifier: MIT */
/* A sample in the words of a collector. */
#ifndef GUEST_FORMAT_H
#define GUEST_FORMAT_H

#include "../../common/json.h"
#include "../pace.h"
#include "facts.h"

/* What the options want of them. */
void format_print(struct json *out, const struct sample *sample, const struct full *full, const struct pace *pace,
                  const struct options *options);

#endif
