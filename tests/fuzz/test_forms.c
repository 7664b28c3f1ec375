/* SPDX-License-Identifier: MIT */
/*
 * The form with vectors and the portable form say the same of every sample and every text of the corpus, read as each
 * format, and of texts near them: `test_forms FOLDER...`
 */
#define _XOPEN_SOURCE 700 /* for nftw() */

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fast.h"

/* Longer texts are cut: no sample of a format is as long. */
static char bytes[1 << 16];
static unsigned files, readings, few = 1;

/* As what it is, a file is read with many changes; as another format, only in whole. */
static void read_as_each(struct piece text, const char *path)
{
    for (const struct fast_group *both = fast_groups; both->group != NULL; both++)
        for (size_t i = 0; i < both->group->count; i++) {
            const struct format *format = &both->group->formats[i];
            bool is_of_corpus = strstr(path, both->group->name) != NULL;

            fast_texts = 1;
            if (is_of_corpus || (format->samples != NULL && strstr(path, format->samples) != NULL))
                fast_texts += 100 / few;
            fast_text(format, &both->portable->formats[i], text);
            readings += fast_texts;
            /* The first byte may choose the format. */
            if (is_of_corpus && both->group->chosen && text.length != 0)
                fast_text(format, &both->portable->formats[i], (struct piece){text.bytes + 1, text.length - 1});
        }
}

static int visit(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    FILE *file;
    size_t length;

    (void)status;
    (void)walk;
    if (type != FTW_F || strstr(path, ".md") != NULL)
        return 0;
    file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    files++;
    read_as_each((struct piece){bytes, length}, path);
    return 0;
}

/* Every bit of a text is turned round. */
static void turn_bits(const struct format *format, const struct format *portable, struct piece text)
{
    if (text.length > sizeof bytes)
        return;
    memcpy(bytes, text.bytes, text.length);
    for (size_t bit = 0; bit < 8 * text.length; bit += few, readings++) {
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
        fast_read(format, portable, (struct piece){bytes, text.length});
        bytes[bit / 8] = text.bytes[bit / 8];
    }
}

static void read_examples(void)
{
    fast_texts = 100 / few + 1;
    for (const struct fast_group *both = fast_groups; both->group != NULL; both++)
        for (size_t i = 0; i < both->group->count; i++) {
            const struct format *format = &both->group->formats[i], *portable = &both->portable->formats[i];

            for (const struct example *example = format->examples; example->text.bytes != NULL; example++) {
                fast_text(format, portable, example->text);
                readings += fast_texts;
                turn_bits(format, portable, example->text);
            }
            for (const struct piece *text = format->usual; text != NULL && text->bytes != NULL; text++)
                turn_bits(format, portable, *text);
        }
}

int main(int count, char **folders)
{
    const char *fewer = getenv("VMM_TEST_FEWER");

    if (fewer != NULL && atoi(fewer) > 1)
        few = (unsigned)atoi(fewer);
    fast_prepare();
    read_examples();
    for (int i = 1; i < count; i++)
        if (nftw(folders[i], visit, 20, FTW_PHYS) != 0) {
            perror(folders[i]);
            return 2;
        }
    printf("%u texts of %u files, and of examples\n", readings, files);
    return files < 1000;
}
