/* SPDX-License-Identifier: MIT */
/* For mremap(). */
#define _GNU_SOURCE
#include "memory.h"

#include <sys/mman.h>

/* A page or several, whatever a page is. */
#define FIRST 4096

void *memory_grow(void *memory, size_t *bytes)
{
    size_t larger = *bytes == 0 ? FIRST : *bytes * 2;
    void *grown = MAP_FAILED;

    if (larger > *bytes) {
        grown = memory == NULL ? mmap(NULL, larger, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                               : mremap(memory, *bytes, larger, MREMAP_MAYMOVE);
    }
    if (grown == MAP_FAILED)
        return NULL;
    *bytes = larger;
    return grown;
}

void memory_release(void *memory, size_t bytes)
{
    if (memory != NULL)
        munmap(memory, bytes);
}
