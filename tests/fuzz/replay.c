/* SPDX-License-Identifier: MIT */
/*
 * Runs a fuzz target on files, without libFuzzer: `replay FILE...`, each in whole and in every prefix. With any compiler
 * this keeps the corpus a test.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* What the program is called after "replay_": its target, and the folder of its inputs. */
static const char *target_of(const char *program)
{
    const char *slash = strrchr(program, '/');
    const char *name = slash == NULL ? program : slash + 1;

    return strncmp(name, "replay_", 7) == 0 ? name + 7 : name;
}

int main(int count, char **names)
{
    if (count < 2) {
        fprintf(stderr, "no inputs: tests/fuzz/corpus/%s is missing or empty\n", target_of(names[0]));
        return 2;
    }
    fuzz_every_prefix = true;
    LLVMFuzzerTestOneInput(NULL, 0);
    for (int i = 1; i < count; i++) {
        size_t size;
        unsigned char *bytes = read_file(names[i], &size);

        LLVMFuzzerTestOneInput(bytes, size);
        free(bytes);
    }
    printf("%d inputs\n", count - 1);
    return 0;
}
