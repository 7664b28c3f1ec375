/* SPDX-License-Identifier: MIT */
/*
 * Memory that only ever grows, as a sampler's buffers do, straight from the kernel. Without realloc() and free() a small static
 * program needs no allocator, which would be a seventh of it.
 */
#ifndef COMMON_MEMORY_H
#define COMMON_MEMORY_H

#include <stddef.h>

/*
 * Makes `memory`, of `*bytes` bytes, twice as large; begin with NULL and 0. Returns the new place of the memory, with
 * the old contents; NULL if there is no more memory, and nothing is changed.
 */
void *memory_grow(void *memory, size_t *bytes);

void memory_release(void *memory, size_t bytes);

#endif
