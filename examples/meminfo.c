/* SPDX-License-Identifier: MIT */
// How much of this machine's memory is in use, as free(1) counts it: a file that is one record, and a usage of it.
//     cc -Iinclude examples/meminfo.c lib/*/*.c -o meminfo && ./meminfo [FILE]
//     total        25276510208
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <vmmetrics/vmmetrics.h>

/* All of a file. Ends the program where it cannot be read. */
static struct vmm_text read_file(const char *path)
{
    static char bytes[1 << 20];
    FILE *file = fopen(path, "r");
    size_t length = file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file);

    if (length == sizeof bytes)
        errno = EFBIG;
    if (file == NULL || !feof(file)) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    return vmm_text_of(bytes, length);
}

/* A kernel may lack a key. Its number is then unknown, which is not 0. */
static void print(const char *name, uint64_t bytes)
{
    if (vmm_is_known(bytes))
        printf("%-12s %" PRIu64 "\n", name, bytes);
    else
        printf("%-12s unknown\n", name);
}

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "/proc/meminfo";
    struct vmm_text text = read_file(path);
    struct vmm_meminfo memory;
    struct vmm_memory_usage usage;
    vmm_status status = vmm_meminfo_parse(&text, &memory, sizeof memory);

    if (status != VMM_OK) {
        fprintf(stderr, "%s: %s\n", path, vmm_status_text(status));
        return EXIT_FAILURE;
    }
    vmm_memory_usage_of(&memory, &usage, sizeof usage);
    print("total", usage.total_bytes);
    /* Since procps 4.0.1 free(1) calls this "used": total - available. */
    print("used", usage.used_procps4_bytes);
    print("free", usage.free_bytes);
    print("shared", usage.shared_bytes);
    print("buff/cache", usage.buff_cache_bytes);
    print("available", usage.available_bytes);
    print("swap total", usage.swap_total_bytes);
    print("swap used", usage.swap_used_bytes);
    return EXIT_SUCCESS;
}
