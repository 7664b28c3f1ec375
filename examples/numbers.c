/* SPDX-License-Identifier: MIT */
// Every number of any file of keys and values, such as those of a cgroup that the library has no record for.
//     cc -Iinclude examples/numbers.c lib/*/*.c -o numbers && ./numbers FILE...
//     memory.numa_stat total.N0 25248
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>

/* The value as the library reads it. A value that is not a number is printed as it stands. */
static void print_value(struct vmm_span span)
{
    struct vmm_text text = vmm_text_of(span.start, span.length);
    char digits[VMM_VALUE_ROOM];
    uint64_t value;

    if (vmm_value_parse(&text, VMM_VALUE_LIMIT, &value) == VMM_OK &&
        vmm_value_print(value, digits, sizeof digits, NULL) == VMM_OK)
        printf(" %s\n", digits);
    else
        printf(" %.*s\n", (int)span.length, span.start);
}

/* A line is a key and a value, a key and pairs, or a value alone. */
static void print_line(const char *name, const struct vmm_key_value *line)
{
    struct vmm_text words = vmm_text_of(line->value.start, line->value.length);
    struct vmm_key_value pair;

    if (line->value.length == 0) {
        printf("%s", name);
        print_value(line->key);
    }
    while (vmm_key_next(&words, VMM_KEY_PAIRS, &pair, sizeof pair) != VMM_END) {
        if (pair.key.start == NULL)
            continue;
        printf("%s %.*s", name, (int)line->key.length, line->key.start);
        if (pair.value.length != 0)
            printf(".%.*s", (int)pair.key.length, pair.key.start);
        print_value(pair.value.length != 0 ? pair.value : pair.key);
    }
}

static int print_file(const char *path)
{
    static char bytes[1 << 20];
    const char *slash = strrchr(path, '/');
    FILE *file = fopen(path, "r");
    struct vmm_text text = vmm_text_of(bytes, file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file));
    struct vmm_key_value line;
    vmm_status status;
    int result = file != NULL && feof(file) ? EXIT_SUCCESS : EXIT_FAILURE;

    if (result != EXIT_SUCCESS)
        perror(path);
    while ((status = vmm_key_next(&text, VMM_KEY_LINES, &line, sizeof line)) != VMM_END) {
        if (status == VMM_OK)
            print_line(slash == NULL ? path : slash + 1, &line);
        else
            fprintf(stderr, "%s: %s\n", path, vmm_status_text(status));
        result = status == VMM_OK ? result : EXIT_FAILURE;
    }
    if (file != NULL)
        fclose(file);
    return result;
}

int main(int argc, char **argv)
{
    int result = EXIT_SUCCESS;

    for (int i = 1; i < argc; i++) {
        if (print_file(argv[i]) != EXIT_SUCCESS)
            result = EXIT_FAILURE;
    }
    return result;
}
