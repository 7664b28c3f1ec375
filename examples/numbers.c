/*
 * Every number of files that the library has no record for: hugetlb.*, rdma.*, misc.* and memory.numa_stat of a cgroup,
 * /proc/vmstat, and any other file of keys and values. One public iterator takes all of their shapes:
 *
 *     numbers memory.numa_stat rdma.current hugetlb.2MB.current
 *
 *     memory.numa_stat anon.N0 4096                  anon N0=4096 N1=0
 *     memory.numa_stat anon.N1 0
 *     rdma.current mlx5_0.hca_handle 2               mlx5_0 hca_handle=2 hca_object=max
 *     rdma.current mlx5_0.hca_object max
 *     hugetlb.2MB.current 0                          0
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>

#include "tools/common/read.h"

/* The value as the library reads it; what is no number is shown as it stands. */
static void print_value(struct vmm_span span)
{
    struct vmm_text text = vmm_text_of(span.start, span.length);
    uint64_t value;

    if (vmm_value_parse(&text, VMM_VALUE_LIMIT, &value) != VMM_OK || value == VMM_UNKNOWN)
        printf(" %.*s\n", (int)span.length, span.start);
    else if (value == VMM_UNLIMITED)
        printf(" max\n");
    else
        printf(" %" PRIu64 "\n", value);
}

/* A line is a key and a value, a key and pairs of them, or a value alone. */
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

int main(int argc, char **argv)
{
    int failures = 0;

    for (int i = 1; i < argc; i++) {
        const char *slash = strrchr(argv[i], '/');
        struct file file = file_of(argv[i]);
        int error = file_read(&file);
        struct vmm_text text = vmm_text_of(file.bytes, file.length);
        struct vmm_key_value line;
        vmm_status status;

        if (error != 0) {
            fprintf(stderr, "%s: %s\n", argv[i], strerror(error));
            failures++;
        }
        while ((status = vmm_key_next(&text, VMM_KEY_LINES, &line, sizeof line)) != VMM_END) {
            if (status == VMM_OK) {
                print_line(slash == NULL ? argv[i] : slash + 1, &line);
            } else {
                fprintf(stderr, "%s: %s\n", argv[i], vmm_status_text(status));
                failures++;
            }
        }
        file_release(&file);
    }
    return failures != 0;
}
