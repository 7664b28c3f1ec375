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

static void read_as_each(struct piece text, const char *path)
{
    for (const struct fast_group *both = fast_groups; both->group != NULL; both++)
        for (size_t i = 0; i < both->group->count; i++) {
            const struct format *format = &both->group->formats[i];
            /* A file is most of all what its folder says: a group's corpus, or the samples of a format. */
            bool own = strstr(path, both->group->name) != NULL ||
                       (format->samples != NULL && strstr(path, format->samples) != NULL);

            fast_texts = (own ? 60 : 3) / few + 1;
            fast_text(format, &both->portable->formats[i], text);
            readings += fast_texts;
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
    /* Some groups let the first byte choose the format. */
    if (length != 0)
        read_as_each((struct piece){bytes + 1, length - 1}, path);
    return 0;
}

static void read_examples(void)
{
    for (const struct fast_group *both = fast_groups; both->group != NULL; both++)
        for (size_t i = 0; i < both->group->count; i++)
            for (const struct example *example = both->group->formats[i].examples; example->text.bytes != NULL;
                 example++) {
                fast_texts = 300 / few + 1;
                fast_text(&both->group->formats[i], &both->portable->formats[i], example->text);
                readings += fast_texts;
            }
}

int main(int count, char **folders)
{
    const char *fewer = getenv("VMM_TEST_FEWER");

    if (fewer != NULL && atoi(fewer) > 1)
        few = (unsigned)atoi(fewer);
    read_examples();
    for (int i = 1; i < count; i++)
        if (nftw(folders[i], visit, 20, FTW_PHYS) != 0) {
            perror(folders[i]);
            return 2;
        }
    printf("%u texts of %u files, and of examples\n", readings, files);
    return files < 500;
}
