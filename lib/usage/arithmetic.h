/* SPDX-License-Identifier: MIT */
/*
 * Arithmetic on records. A usage is computed into a whole struct of its own, on plain members, and vmm_give() copies as
 * much of it as the caller has room for. The caller's records may be shorter than this library's: vmm_input() reads
 * their members, and gives VMM_UNKNOWN for one that a record does not have.
 */
#ifndef VMM_ARITHMETIC_H
#define VMM_ARITHMETIC_H

#include "../describe/layout.h"
#include "../describe/widths.h"
#include "../record/engine.h"

/* A member of a caller's record; VMM_UNKNOWN if it does not lie within the part that the record says is valid. */
static inline uint64_t vmm_input(const void *record, size_t offset)
{
    uint64_t size = *(const uint64_t *)record;

    return offset + sizeof(uint64_t) <= size ? *(const vmm_bits *)(const void *)((const char *)record + offset)
                                             : VMM_UNKNOWN;
}

/* Whether a value is a number: neither VMM_UNKNOWN nor VMM_UNLIMITED. */
static inline bool vmm_is_number(uint64_t value)
{
    return value < VMM_UNLIMITED;
}

/*
 * The same as vmm_input() for a member that is not a limit: VMM_UNLIMITED is not a value of such a member, and becomes
 * unknown.
 */
uint64_t vmm_input_gauge(const void *record, size_t offset);

/* A name in a caller's record; NULL if the record does not have all of it. */
static inline const char *vmm_input_name(const void *record, size_t offset, size_t bytes)
{
    return offset + bytes <= *(const uint64_t *)record ? (const char *)record + offset : NULL;
}

/* Offset and size of the member `name`: two arguments of a call. */
#define VMM_NAME_OF(type) offsetof(type, name), sizeof(((type *)NULL)->name)

/* Unknown if an operand is unknown or the result does not fit. */
uint64_t vmm_add(uint64_t a, uint64_t b);
uint64_t vmm_subtract(uint64_t a, uint64_t b);
uint64_t vmm_multiply(uint64_t a, uint64_t b);

static inline uint64_t vmm_smaller(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

double vmm_unknown_double(void);

/* part / whole; unknown if one of them is unknown or the whole is 0. */
double vmm_ratio(uint64_t part, uint64_t whole);

/* The growth of a counter per second; unknown if the growth is unknown. The time must be above 0. */
double vmm_per_second(uint64_t growth, int64_t elapsed_ns);

/*
 * Compares the identities of two samples that are known in both: VMM_RESET if one differs, VMM_E_EMPTY if there is none,
 * and otherwise VMM_OK.
 */
vmm_status vmm_compare_identities(const void *before, const void *after, const struct vmm_layout *layout);

/* Whether a record is of this type, or does not say its type. */
static inline bool vmm_is_of(const void *record, uint32_t record_id)
{
    uint64_t type = vmm_input(record, sizeof(uint64_t));

    return type == record_id || type == 0 || type == VMM_UNKNOWN;
}

/*
 * Begins a usage between two samples of a type of record: makes the whole usage unknown. Returns VMM_E_ARGUMENT if `after`
 * is NULL or a sample is a record of another type, VMM_FIRST if there is no earlier sample, VMM_NO_INTERVAL if no time
 * elapsed, VMM_RESET if the samples are of two different things, and otherwise VMM_OK.
 */
vmm_status vmm_begin_between(const void *before, const void *after, int64_t elapsed_ns, uint32_t record_id, void *usage,
                             uint32_t usage_id);

/*
 * The growth of a counter between two samples; VMM_UNKNOWN if one of the two values is unknown or the counter
 * restarted. `status` begins as VMM_E_EMPTY, becomes VMM_OK at the first known counter, and stays VMM_RESET after a
 * counter that restarted.
 */
uint64_t vmm_grew(const void *before, const void *after, size_t offset, uint32_t width, vmm_status *status);

/* vmm_grew() with the width from the member's description. Needs `before`, `after` and `status`. */
#define VMM_GREW(record, member)                                                                                       \
    vmm_grew(before, after, offsetof(struct vmm_##record, member), vmm_width_##record##_##member, &status)

/*
 * Ends a usage: copies the members of the whole struct for which the caller's has room if `status` is VMM_OK, and makes
 * the caller's struct unknown otherwise. A name is copied whole or not at all. Returns `status`, or VMM_E_ARGUMENT if the
 * caller gave no struct. `usage` may be NULL if `status` is not VMM_OK.
 */
vmm_status vmm_give(vmm_status status, uint32_t usage_id, const void *usage, void *out, size_t out_size);

#endif
