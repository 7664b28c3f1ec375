/* SPDX-License-Identifier: MIT */
/*
 * Runs a fuzz target on files, without libFuzzer: `replay FILE...`, each in whole and in every prefix. With any compiler
 * this keeps the corpus a test.
 */
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

static unsigned char *read_file(const char *name, size_t *size)
{
    FILE *file = fopen(name, "rb");
    unsigned char *bytes = NULL;
    size_t room = 0, got = 1;

    *size = 0;
    while (file != NULL && got != 0) {
        if (*size == room) {
            unsigned char *more = realloc(bytes, room = room * 2 + 4096);
            if (more == NULL)
                break;
            bytes = more;
        }
        got = fread(bytes + *size, 1, room - *size, file);
        *size += got;
    }
    if (file == NULL || ferror(file)) {
        perror(name);
        exit(2);
    }
    fclose(file);
    return bytes;
}

int main(int count, char **names)
{
    fuzz_every_prefix = true;
    LLVMFuzzerTestOneInput(NULL, 0);
    for (int i = 1; i < count; i++) {
        size_t size;
        unsigned char *bytes = read_file(names[i], &size);

        LLVMFuzzerTestOneInput(bytes, size);
        free(bytes);
    }
    printf("%d inputs\n", count - 1);
    return count > 1 ? 0 : 2;
}
