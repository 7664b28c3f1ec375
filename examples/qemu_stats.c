/* SPDX-License-Identifier: MIT */
// KVM's counters of QEMU's virtual CPUs: an answer to `query-stats`, which has arrays in objects in an array.
//     cc -Iinclude examples/qemu_stats.c lib/*/*.c -o qemu_stats && ./qemu_stats FILE
//     0 exits 6691
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>

static bool is(struct vmm_span span, const char *word)
{
    return span.length == strlen(word) && memcmp(span.start, word, span.length) == 0;
}

static struct vmm_text inside(struct vmm_span value)
{
    return vmm_text_of(value.start, value.length);
}

/* {"name": "exits", "value": 6691}. The values of histograms are arrays, and of states true or false. */
static void print_counter(size_t number, struct vmm_text counter)
{
    struct vmm_span name = {"", 0}, value = {"", 0};
    struct vmm_key_value member;

    while (vmm_key_next(&counter, VMM_KEY_JSON, &member, sizeof member) == VMM_OK) {
        if (is(member.key, "name"))
            name = member.value;
        else if (is(member.key, "value"))
            value = member.value;
    }
    /* The name has its quotes. */
    if (name.length > 2 && value.length != 0 && strchr("[{tfn", *value.start) == NULL)
        printf("%zu %.*s %.*s\n", number, (int)name.length - 2, name.start + 1, (int)value.length, value.start);
}

/* {"provider": "kvm", "stats": [...]} of a virtual CPU, or of the whole machine. */
static void print_counters(size_t number, struct vmm_text object)
{
    struct vmm_key_value member, counter;

    while (vmm_key_next(&object, VMM_KEY_JSON, &member, sizeof member) == VMM_OK) {
        struct vmm_text stats = inside(member.value);

        while (is(member.key, "stats") && vmm_key_next(&stats, VMM_KEY_JSON_ARRAY, &counter, sizeof counter) == VMM_OK)
            print_counter(number, inside(counter.value));
    }
}

int main(int argc, char **argv)
{
    /* An answer has 2 KB for each virtual CPU. */
    static char bytes[1 << 20];
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
    struct vmm_key_value member, element;
    struct vmm_text answer;
    vmm_status status;

    if (file == NULL) {
        argc == 2 ? perror(argv[1]) : (void)fputs("usage: qemu_stats FILE\n", stderr);
        return argc == 2 ? EXIT_FAILURE : 2;
    }
    answer = vmm_text_of(bytes, fread(bytes, 1, sizeof bytes, file));
    fclose(file);
    while ((status = vmm_key_next(&answer, VMM_KEY_JSON, &member, sizeof member)) == VMM_OK) {
        struct vmm_text list = inside(member.value);
        size_t number = 0;

        while (is(member.key, "return") && vmm_key_next(&list, VMM_KEY_JSON_ARRAY, &element, sizeof element) == VMM_OK)
            print_counters(number++, inside(element.value));
    }
    if (status != VMM_END)
        fprintf(stderr, "%s: %s\n", argv[1], vmm_status_text(status));
    return status == VMM_END ? EXIT_SUCCESS : EXIT_FAILURE;
}
