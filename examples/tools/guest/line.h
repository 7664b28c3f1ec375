/* SPDX-License-Identifier: MIT */
/* A sample as a line. */
#ifndef GUEST_LINE_H
#define GUEST_LINE_H

#include "../common/json.h"
#include "full/full.h"
#include "options.h"
#include "pace.h"
#include "sample.h"

void line_print(struct json *out, const struct sample *sample, const struct full *full, const struct pace *pace,
                const struct options *options);

#endif
