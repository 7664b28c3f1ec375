/* SPDX-License-Identifier: MIT */
/* The virtual machines in the words of a collector. */
#ifndef HOST_FORMAT_H
#define HOST_FORMAT_H

#include "../../common/format/name.h"
#include "../../common/json.h"
#include "facts.h"

/* Gives 0, or an errno where there is no memory for it. */
int format_print(struct json *out, enum format format, struct machine *const *machines, size_t count,
                 const struct roots *roots);

#endif
