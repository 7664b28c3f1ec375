/**
 * @file counter.h
 * The growth of a counter between two samples: for members that no usage reads.
 */
#ifndef VMMETRICS_COUNTER_H
#define VMMETRICS_COUNTER_H

#include "base.h"
#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * How much a counter grew. One that fell has restarted, but for a counter of 32 bits, whose fall is taken for a wrap: the
 * caller is to see whether such a growth is plausible, and whether another counter of the same thing restarted. The width
 * of the kernel's `unsigned long` is not guessed: where it fell, it has restarted.
 *
 * @param before the earlier value
 * @param after  the later value
 * @param width  one of VMM_WIDTH_*, as vmm_field_at() says it
 * @param growth receives the growth, ::VMM_UNKNOWN on every status but ::VMM_OK
 * @retval VMM_OK         `growth` is set
 * @retval VMM_RESET      the counter restarted
 * @retval VMM_E_EMPTY    one of the values is unknown
 * @retval VMM_E_ARGUMENT `growth` is NULL, or `width` is none
 */
VMM_API vmm_status vmm_counter_between(uint64_t before, uint64_t after, uint32_t width, uint64_t *growth);

#ifdef __cplusplus
}
#endif

#endif
