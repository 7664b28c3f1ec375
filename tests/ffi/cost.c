/* SPDX-License-Identifier: MIT */
/* Parses a copy of /proc/meminfo some times, and reads members of the record. cost.rs is the same in Rust. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <vmmetrics/vmmetrics.h>

int main(int argc, char **argv)
{
    static char bytes[65536];
    FILE *file = argc == 3 ? fopen(argv[1], "rb") : NULL;
    uint64_t sum = 0;
    size_t length;

    if (file == NULL)
        return 2;
    length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    for (long round = strtol(argv[2], NULL, 10); round > 0; round--) {
        struct vmm_text text = vmm_text_of(bytes, length);
        struct vmm_meminfo memory;

        if (vmm_meminfo_parse(&text, &memory, sizeof memory) != VMM_OK)
            return 1;
        if (vmm_is_known(memory.mem_total_bytes) && vmm_is_known(memory.mem_available_bytes))
            sum = memory.mem_total_bytes - memory.mem_available_bytes;
    }
    printf("%" PRIu64 "\n", sum);
    return 0;
}
