/* SPDX-License-Identifier: MIT */
// Numbers of libvirt's domains: the text of `virsh domstats --raw`, which has a line for each domain, and one for each number.
//     cc -Iinclude examples/domstats.c lib/*/*.c -o domstats && ./domstats FILE BEGINNING...
//     vm-one vcpu.0.delay 11859295267
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>

static bool is_wanted(struct vmm_span key, char **beginnings)
{
    for (; *beginnings != NULL; beginnings++)
        if (key.length >= strlen(*beginnings) && memcmp(key.start, *beginnings, strlen(*beginnings)) == 0)
            return true;
    return false;
}

/* The name of a domain has quotes around it. */
static struct vmm_span without_quotes(struct vmm_span name)
{
    if (name.length >= 2 && *name.start == '\'')
        return (struct vmm_span){name.start + 1, name.length - 2};
    return name;
}

int main(int argc, char **argv)
{
    /* A domain with 16 virtual CPUs and 4 disks has 5 KB. */
    static char bytes[4 << 20];
    FILE *file = argc > 2 ? fopen(argv[1], "r") : NULL;
    struct vmm_span domain = {"", 0};
    struct vmm_key_value line;
    struct vmm_text text;
    vmm_status status;
    int result = EXIT_SUCCESS;

    if (file == NULL) {
        argc > 2 ? perror(argv[1]) : (void)fputs("usage: domstats FILE BEGINNING...\n", stderr);
        return argc > 2 ? EXIT_FAILURE : 2;
    }
    text = vmm_text_of(bytes, fread(bytes, 1, sizeof bytes, file));
    fclose(file);
    while ((status = vmm_key_next(&text, VMM_KEY_LINES, &line, sizeof line)) != VMM_END) {
        struct vmm_text value = vmm_text_of(line.value.start, line.value.length);
        char digits[VMM_VALUE_ROOM];
        uint64_t number;

        if (status != VMM_OK) {
            fprintf(stderr, "%s: %s\n", argv[1], vmm_status_text(status));
            result = EXIT_FAILURE;
        } else if (line.key.length == 6 && memcmp(line.key.start, "Domain", 6) == 0) {
            domain = without_quotes(line.value);
        } else if (is_wanted(line.key, argv + 2) && vmm_value_parse(&value, VMM_VALUE_NUMBER, &number) == VMM_OK &&
                   vmm_value_print(number, digits, sizeof digits, NULL) == VMM_OK) {
            printf("%.*s %.*s %s\n", (int)domain.length, domain.start, (int)line.key.length, line.key.start, digits);
        }
    }
    return result;
}
