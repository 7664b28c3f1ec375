/* SPDX-License-Identifier: MIT */
/**
 * @file counter.h
 * Growth of a single counter between two samples, for counters that no other function of the library compares.
 *
 * @ingroup record
 */
#ifndef VMMETRICS_COUNTER_H
#define VMMETRICS_COUNTER_H

#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Computes the growth of a counter between two samples. If a 64-bit counter fell, it restarted. If a 32-bit counter
 * fell, the function assumes that it wrapped at 2^32; check that such a growth is plausible, and that no other counter
 * of the object restarted. The width of the kernel's `unsigned long` is not guessed: if such a counter fell, it
 * restarted.
 *
 * @param before earlier value
 * @param after  later value
 * @param width  width of the counter: one of VMM_WIDTH_*; vmm_member_at() returns it
 * @param growth receives the growth; ::VMM_UNKNOWN on every status except ::VMM_OK
 * @retval VMM_OK         `growth` is set
 * @retval VMM_RESET      the counter restarted
 * @retval VMM_E_EMPTY    `before` or `after` is unknown
 * @retval VMM_E_ARGUMENT `growth` is NULL, or `width` is not one of VMM_WIDTH_*
 */
VMM_API vmm_status vmm_counter_between(uint64_t before, uint64_t after, enum vmm_width width, uint64_t *growth);

#ifdef __cplusplus
}
#endif

#endif
