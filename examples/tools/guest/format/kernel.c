/* SPDX-License-Identifier: MIT */
/* For adjtimex(). */
#define _GNU_SOURCE
#include "kernel.h"

#include <stdbool.h>
#include <string.h>
#include <sys/timex.h>

#include "../../common/words.h"
#include "../source.h"

/* ---- Files of one line ---- */

/* Words of a file that are numbers. Each file is optional: a kernel may lack its feature. */
struct number_file {
    const char *path;
    /* Whether OpenTelemetry's format prints it, and not only Prometheus's. */
    bool is_for_both;
    struct {
        /* Words before this one. */
        unsigned skip;
        size_t offset;
    } numbers[2];
};

#define AT(member) offsetof(struct kernel_facts, member)

static const struct number_file files[] = {
    /* The word between the two is always 0. */
    {"sys/fs/file-nr", false, {{0, AT(files_open)}, {1, AT(files_most)}}},
    {"sys/net/netfilter/nf_conntrack_count", false, {{0, AT(conntrack_entries)}}},
    {"sys/net/netfilter/nf_conntrack_max", false, {{0, AT(conntrack_most)}}},
    {"sys/kernel/random/entropy_avail", false, {{0, AT(entropy_bits)}}},
    {"sys/kernel/random/poolsize", false, {{0, AT(entropy_pool_bits)}}},
    {"sys/kernel/pid_max", false, {{0, AT(pids_most)}}},
    {"sys/kernel/threads-max", true, {{0, AT(threads_most)}}},
    {"sys/kernel/hung_task_detect_count", false, {{0, AT(hung_tasks)}}},
};
enum { FILES = sizeof files / sizeof files[0] };

static void take_files(struct kernel_facts *kernel, const struct options *options)
{
    static struct source sources[FILES];

    for (unsigned i = 0; i < FILES; i++) {
        struct vmm_text text;

        if (options->format != FORMAT_PROMETHEUS && !files[i].is_for_both)
            continue;
        if (sources[i].file.path == NULL)
            source_init(&sources[i], &options->roots, files[i].path, true);
        if (!source_read(&sources[i], &text))
            continue;
        for (unsigned k = 0; k < 2 && (k == 0 || files[i].numbers[k].offset != 0); k++) {
            uint64_t number;

            words_skip(&text, files[i].numbers[k].skip);
            number = word_number(&text, VMM_VALUE_NUMBER);
            memcpy((char *)kernel + files[i].numbers[k].offset, &number, sizeof number);
            if (!vmm_is_known(number))
                source_check(&sources[i], VMM_E_SYNTAX);
        }
    }
}

/* ---- Sockets of Unix ---- */

/* The CloudWatch agent counts sockets for datagrams as if they were UDP's. */
enum { DATAGRAM = 2 };

static void take_unix_sockets(struct kernel_facts *kernel, const struct roots *roots)
{
    static struct source source;
    struct vmm_key_value row;
    struct vmm_text text;
    uint64_t count = 0;
    vmm_status status;

    if (source.file.path == NULL)
        source_init_own(&source, roots, "net/unix", true);
    if (!source_read(&source, &text))
        return;
    /* The heading. */
    status = vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row);
    while (status >= 0 && (status = vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row)) == VMM_OK) {
        struct vmm_text words = text_of_span(row.value);
        uint64_t type;

        words_skip(&words, 3);
        type = word_number(&words, VMM_VALUE_HEX);
        if (!vmm_is_known(type))
            status = VMM_E_SYNTAX;
        else if (type != DATAGRAM)
            count++;
    }
    source_check(&source, status);
    /* A count that leaves out some sockets would be wrong. */
    if (status == VMM_END)
        kernel->unix_sockets = count;
}

/* ---- The clock ---- */

/* A part of a million, as the kernel has it: in units of 2^-16. */
static double of_million(long parts)
{
    return (double)parts / 65536;
}

static void take_clock(struct kernel_facts *kernel)
{
    struct timex clock = {.modes = 0};
    int state = adjtimex(&clock);
    double unit = (clock.status & STA_NANO) != 0 ? 1e9 : 1e6;

    if (state < 0)
        return;
    kernel->clock_is_synchronized = state != TIME_ERROR;
    kernel->clock_offset = (double)clock.offset / unit;
    kernel->clock_frequency = 1 + of_million(clock.freq) / 1e6;
    kernel->clock_most_error = (double)clock.maxerror / 1e6;
    kernel->clock_error = (double)clock.esterror / 1e6;
    kernel->clock_status = clock.status;
    kernel->clock_constant = (double)clock.constant;
    kernel->clock_tick = (double)clock.tick / 1e6;
    kernel->clock_tai_offset = clock.tai;
    kernel->pps_frequency = of_million(clock.ppsfreq) / 1e6;
    kernel->pps_jitter = (double)clock.jitter / unit;
    kernel->pps_shift = clock.shift;
    kernel->pps_stability = of_million(clock.stabil) / 1e6;
    kernel->pps_jitters = (double)clock.jitcnt;
    kernel->pps_calibrations = (double)clock.calcnt;
    kernel->pps_errors = (double)clock.errcnt;
    kernel->pps_unstable = (double)clock.stbcnt;
}

void kernel_take(struct kernel_facts *kernel, const struct options *options)
{
    /* All bits set is unknown: VMM_UNKNOWN, and NaN. */
    memset(kernel, 0xff, sizeof *kernel);
    if (options->format == FORMAT_CLOUDWATCH)
        take_unix_sockets(kernel, &options->roots);
    if (options->format != FORMAT_CLOUDWATCH)
        take_files(kernel, options);
    if (options->format == FORMAT_PROMETHEUS && roots_are_own(&options->roots))
        take_clock(kernel);
}
