/* SPDX-License-Identifier: MIT */
/*
 * vmmetrics-guest: what this machine uses, one JSON line a sample. The helper program to run inside a virtual machine.
 *
 * It shows the ways of libvmmetrics: files read by the caller, rows until VMM_END, two samples for a rate, numbers that
 * the caller fills in (statvfs), and records printed by self-description. Whatever cannot be read costs only its own
 * members, which are null then.
 *
 * sample.c has what every line needs. Two folders can be left out: full has what --full and --records add, and format what
 * collectors want to have.
 */
#include <stdlib.h>

#include "../common/message.h"
#include "../common/output.h"
#ifdef VMM_FORMATS
#include "format/format.h"
#endif
#include "full/full.h"
#include "helper.h"
#include "line.h"
#include "options.h"
#include "pace.h"
#include "sample.h"

const char program[] = "vmmetrics-guest";

static void print(struct json *out, const struct sample *sample, const struct full *full, const struct pace *pace,
                  const struct options *options)
{
#ifdef VMM_FORMATS
    if (options->format != FORMAT_JSON) {
        format_print(out, sample, full, pace, options);
        return;
    }
#endif
    line_print(out, sample, full, pace, options);
}

/* What the next sample is measured from. */
static void take_counters(struct sample *sample, struct full *full, struct pace *pace, const struct options *options)
{
    pace_begin(pace);
    sample_take_counters(sample, options);
    full_take_counters(full);
    pace_read(pace);
}

static void keep(struct sample *sample, struct full *full)
{
    sample_keep(sample);
    full_keep(full);
}

int main(int argc, char **argv)
{
    static struct sample sample;
    static struct full full;
    static struct pace pace;
    static struct output out;
    static struct options options;

    options = options_of(argc, argv);
    sample_init(&sample, &options);
    full_init(&full, &options);
    out.path = options.output;
    pace_init(&pace, &options.roots, options.count > 1 || options.full);
    if (!options.no_wait) {
        take_counters(&sample, &full, &pace, &options);
        keep(&sample, &full);
        pace_wait(&pace, SECOND / 10);
    }
    for (uint64_t printed = 0; printed < options.count; printed++) {
        if (printed == 1)
            pace_listen(&pace);
        if (printed != 0)
            pace_wait(&pace, options.interval_ns);
        take_counters(&sample, &full, &pace, &options);
        sample_take_rest(&sample, &options);
        full_take_rest(&full);
        output_begin(&out);
        print(&out.json, &sample, &full, &pace, &options);
        output_end(&out);
        keep(&sample, &full);
    }
    helper_end();
    return out.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
