/* SPDX-License-Identifier: MIT */
/*
 * The form with vectors and the portable form say the same of every sample and every text of the corpus, read as each
 * format, and of texts near them: `test_forms FOLDER...`
 */
#define _DEFAULT_SOURCE 1 /* for scandir() */

#include <dirent.h>
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

static void read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    size_t length;

    if (file == NULL) {
        perror(path);
        exit(2);
    }
    length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    files++;
    read_as_each((struct piece){bytes, length}, path);
}

static int is_visited(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && strstr(entry->d_name, ".md") == NULL;
}

/* All files below a folder, whose folders are few levels deep; a path that is no folder is a file. */
static void visit(const char *path)
{
    struct dirent **entries;
    int count = scandir(path, &entries, is_visited, alphasort);

    if (count < 0) {
        read_file(path);
        return;
    }
    for (int i = 0; i < count; i++) {
        char below[1024];

        snprintf(below, sizeof below, "%s/%s", path, entries[i]->d_name);
        free(entries[i]);
        visit(below);
    }
    free(entries);
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
        visit(folders[i]);
    printf("%u texts of %u files, and of examples\n", readings, files);
    return files < 1000;
}
