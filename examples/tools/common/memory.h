/* SPDX-License-Identifier: MIT */
/*
 * Memory that only ever grows, as a sampler's buffers do, straight from the kernel. Without realloc() and free() a small static
 * program needs no allocator, which would be a seventh of it.
 */
#ifndef COMMON_MEMORY_H
#define COMMON_MEMORY_H

#include <stddef.h>

/* Makes `memory`, of `*bytes` bytes, twice as large; NULL and 0 are a beginning. Gives where it is now, what was in it
 * is kept; NULL where there is no more, and all is as it was. */
void *memory_grow(void *memory, size_t *bytes);

void memory_release(void *memory, size_t bytes);

#endif
