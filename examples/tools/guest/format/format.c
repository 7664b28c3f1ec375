/* SPDX-License-Identifier: MIT */
#include "format.h"

#include "../../common/format/format.h"
#include "sandbox.h"

void format_print(struct json *out, const struct sample *sample, const struct full *full, const struct pace *pace,
                  const struct options *options)
{
    if (options->format == FORMAT_VM0 || options->format == FORMAT_E2B) {
        sandbox_print(out, sample, pace, options);
    } else {
        const struct facts *facts = facts_of(sample, full, options);

        format_things(out, options->format, facts->things, KINDS, 1, facts->time_ns);
    }
}
