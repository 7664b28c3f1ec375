/* SPDX-License-Identifier: MIT */
/*
 * What reading costs where nothing else is done: `hot [ROUNDS [FILE]]`, of all files or of those whose
 * name begins so.
 *
 * Each round makes a batch of new files, so that no branch predictor learns them: 512 of a kind, or as many as fit into a
 * second-level cache, where the kernel would have left them. The readers take turns at a batch. A line of output is: file,
 * bytes, reader, nanoseconds a file, least and median of the rounds. The first line names the compiler.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "formats.h"
#include "measure.h"

#if defined(__clang__)
#define COMPILER __VERSION__
#else
#define COMPILER "gcc " __VERSION__
#endif

enum { MOST_FILES = 512, BATCH_BYTES = 256 << 10, MOST_ROUNDS = 1000 };

struct batch {
    char *bytes;
    size_t capacity;
    size_t starts[MOST_FILES + 1];
    size_t count;
};

static uint64_t next_variant;

/* Fills a batch, and has all readers agree on each file of it. */
static bool fill(struct batch *batch, const struct file *file, struct buffer *buffer)
{
    size_t length = 0;

    for (batch->count = 0; batch->count < MOST_FILES && (batch->count == 0 || length < BATCH_BYTES); batch->count++) {
        generate_variant(++next_variant);
        file->generate(buffer, file->rows);
        if (batch->capacity < length + buffer->length + 1) {
            batch->capacity = (length + buffer->length + 1) * 2;
            batch->bytes = realloc(batch->bytes, batch->capacity);
            if (batch->bytes == NULL)
                abort();
        }
        memcpy(batch->bytes + length, buffer->bytes, buffer->length);
        batch->bytes[length + buffer->length] = '\0';
        if (!readers_agree(file, batch->bytes + length, buffer->length))
            return false;
        batch->starts[batch->count] = length;
        length += buffer->length + 1;
    }
    batch->starts[batch->count] = length;
    return true;
}

static size_t read_batch(const struct batch *batch, reader *read, const struct output *output)
{
    size_t rows = 0;

    for (size_t i = 0; i < batch->count; i++)
        rows += read(batch->bytes + batch->starts[i], batch->starts[i + 1] - batch->starts[i] - 1, output);
    return rows;
}

static bool measure(const struct file *file, size_t rounds)
{
    static double ns[READERS][MOST_ROUNDS];
    static struct batch batch;
    struct output output = make_output(file->format, 0);
    struct buffer buffer = {NULL, 0, 0};
    double bytes = 0;
    size_t texts = 0;

    for (size_t round = 0; round < rounds; round++) {
        if (!fill(&batch, file, &buffer))
            return false;
        bytes += (double)(batch.starts[batch.count] - batch.count);
        texts += batch.count;
        for (size_t turn = 0; turn < READERS; turn++) {
            size_t way = (turn + round) % READERS;
            double before = own_ns();

            read_batch(&batch, file->format->readers[way], &output);
            ns[way][round] = (own_ns() - before) / (double)batch.count;
        }
    }
    for (size_t way = 0; way < READERS; way++) {
        struct figures figures = figures_of(ns[way], rounds);

        printf("%s\t%.0f\t%s\t%.2f\t%.2f\n", file->name, bytes / (double)texts, reader_names[way], figures.least,
               figures.median);
    }
    free_output(&output);
    free(buffer.bytes);
    return true;
}

int main(int argc, char **argv)
{
    size_t rounds = argument(argc, argv, 1, 101);
    const char *prefix = argc > 2 ? argv[2] : "";

    if (rounds < 1 || rounds > MOST_ROUNDS)
        return EXIT_FAILURE;
    printf("compiler\t%s\n", COMPILER);
    for (size_t i = 0; i < file_count; i++)
        if (strncmp(files[i].name, prefix, strlen(prefix)) == 0 && !measure(&files[i], rounds))
            return EXIT_FAILURE;
    return EXIT_SUCCESS;
}
