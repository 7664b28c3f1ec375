/*
 * What arithmetic on records is made of: operands that may be unknown, results that may not fit.
 */
#ifndef VMM_ARITHMETIC_H
#define VMM_ARITHMETIC_H

#include "../record/engine.h"

/*
 * A member of a record that came from a caller of any age: it counts only if it lies within the part that the record says
 * is valid.
 */
static inline uint64_t vmm_input(const void *record, size_t offset)
{
    uint64_t size = *(const uint64_t *)record;

    return offset + sizeof(uint64_t) <= size ? *(const uint64_t *)(const void *)((const char *)record + offset)
                                             : VMM_UNKNOWN;
}

/* A number; unknown is none, and neither is "no limit". */
static inline bool vmm_is_known(uint64_t value)
{
    return value < VMM_UNLIMITED;
}

/* A name in a record likewise; NULL where it has none. */
static inline const char *vmm_input_name(const void *record, size_t offset, size_t bytes)
{
    return offset + bytes <= *(const uint64_t *)record ? (const char *)record + offset : NULL;
}

/* Whether what two samples are of is not the same: an identity is known in both and differs; and a name likewise. */
bool vmm_differ(const void *before, const void *after, size_t offset);
bool vmm_names_differ(const void *before, const void *after, size_t offset, size_t bytes);

/* Unknown when an operand is, or when the result does not fit. */
uint64_t vmm_add(uint64_t a, uint64_t b);
uint64_t vmm_subtract(uint64_t a, uint64_t b);
uint64_t vmm_multiply(uint64_t a, uint64_t b);

/* Results are stored into a record that is unknown yet, so what is not known is not stored. */
void vmm_store_known(void *record, size_t size, size_t offset, uint64_t value);
void vmm_store_double(void *record, size_t size, size_t offset, double value);
void vmm_store_ratio(void *record, size_t size, size_t offset, uint64_t part, uint64_t whole);
/* Stores how much something grew in a second; the time is above 0. */
void vmm_store_rate(void *record, size_t size, size_t offset, uint64_t growth, int64_t elapsed_ns);

#endif
