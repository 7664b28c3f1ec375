/* SPDX-License-Identifier: MIT */
/*
 * Lines of Firecracker, read by this library and by parsers of any JSON where they are installed: `json [ROUNDS]`.
 *
 * As in hot.c no text is read twice. All parsers give the same sum, which is compared for each text before the measurement.
 * A line of output is: text, bytes, parser, nanoseconds a text, least and median of the rounds.
 */
#include "json.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../generate.h"
#include "measure.h"
#include "vmmetrics/vmmetrics.h"

/* The numbers of a record from an offset on. */
static uint64_t sum_of(const void *record, size_t from, size_t bytes)
{
    uint64_t sum = 0, number;

    for (; from + sizeof number <= bytes; from += sizeof number) {
        memcpy(&number, (const char *)record + from, sizeof number);
        sum += number < VMM_UNLIMITED ? number : 0;
    }
    return sum;
}

static uint64_t line(const char *text, size_t length)
{
    struct vmm_text left = vmm_text_of(text, length);
    struct vmm_firecracker record;

    return vmm_firecracker_next(&left, &record, sizeof record) == VMM_OK
               ? sum_of(&record, offsetof(struct vmm_firecracker, utc_timestamp_ms), sizeof record)
               : 0;
}

static uint64_t devices(const char *text, size_t length)
{
    struct vmm_text left = vmm_text_of(text, length);
    struct vmm_hypervisor_device device;
    uint64_t sum = 0;

    while (vmm_hypervisor_device_next(&left, &device, sizeof device) == VMM_OK)
        sum += sum_of(&device, offsetof(struct vmm_hypervisor_device, device_type) + sizeof(uint64_t), sizeof device);
    return sum;
}

static const struct json_parser libvmmetrics = {"library", line, devices};
static const struct json_parser *const parsers[] = {
    &libvmmetrics,
#ifdef HAVE_YYJSON
    &json_yyjson,
#endif
#ifdef HAVE_SIMDJSON
    &json_simdjson,
#endif
};
enum { PARSERS = sizeof parsers / sizeof parsers[0], TEXTS = 32, MOST_ROUNDS = 1000 };

static uint64_t read_text(const struct json_parser *parser, bool is_line, const char *text, size_t length)
{
    return is_line ? parser->line(text, length) : parser->devices(text, length);
}

static bool measure(const char *name, bool is_line, unsigned drives, size_t rounds)
{
    static double ns[PARSERS][MOST_ROUNDS];
    static char *texts[TEXTS];
    static size_t lengths[TEXTS];
    static uint64_t variant;
    struct buffer buffer = {NULL, 0, 0};
    size_t bytes = 0;
    /* So that no call can be left out. */
    uint64_t all = 0;

    for (size_t round = 0; round < rounds; round++) {
        for (size_t i = 0; i < TEXTS; i++) {
            generate_variant(++variant);
            generate_firecracker_line(&buffer, drives);
            texts[i] = realloc(texts[i], buffer.length + JSON_PADDING);
            if (texts[i] == NULL)
                abort();
            memcpy(texts[i], buffer.bytes, buffer.length);
            memset(texts[i] + buffer.length, 0, JSON_PADDING);
            lengths[i] = buffer.length;
            bytes += buffer.length;
            for (size_t k = 1; k < PARSERS; k++) {
                uint64_t ours = read_text(parsers[0], is_line, texts[i], lengths[i]);
                uint64_t theirs = read_text(parsers[k], is_line, texts[i], lengths[i]);

                if (ours == theirs)
                    continue;
                fprintf(stderr, "%s: %s gives %" PRIu64 ", the library %" PRIu64 "\n", name, parsers[k]->name, theirs,
                        ours);
                return false;
            }
        }
        for (size_t turn = 0; turn < PARSERS; turn++) {
            size_t k = (turn + round) % PARSERS;
            double before = own_ns();

            for (size_t i = 0; i < TEXTS; i++)
                all += read_text(parsers[k], is_line, texts[i], lengths[i]);
            ns[k][round] = (own_ns() - before) / TEXTS;
        }
    }
    for (size_t k = 0; k < PARSERS; k++) {
        struct figures figures = figures_of(ns[k], rounds);

        printf("%s\t%.0f\t%s\t%.2f\t%.2f\n", name, (double)bytes / (double)(rounds * TEXTS), parsers[k]->name,
               figures.least, figures.median);
    }
    free(buffer.bytes);
    return all != 0;
}

int main(int argc, char **argv)
{
    size_t rounds = argument(argc, argv, 1, 101);

    if (rounds < 1 || rounds > MOST_ROUNDS)
        return EXIT_FAILURE;
    return measure("a line", true, 2, rounds) && measure("its devices", false, 2, rounds) &&
                   measure("64 drives and an interface", false, 64, rounds)
               ? EXIT_SUCCESS
               : EXIT_FAILURE;
}
