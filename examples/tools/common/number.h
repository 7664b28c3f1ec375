/* SPDX-License-Identifier: MIT */
/*
 * Arithmetic with numbers that may be unknown. A result is unknown where a number that it needs is unknown, where the result
 * would be negative, and where it would be as large as VMM_UNLIMITED.
 */
#ifndef COMMON_NUMBER_H
#define COMMON_NUMBER_H

#include <vmmetrics/vmmetrics.h>

uint64_t number_sum(uint64_t one, uint64_t other);
uint64_t number_difference(uint64_t from, uint64_t what);
/* The sum of those of the two that are known. */
uint64_t number_sum_of_known(uint64_t one, uint64_t other);

/* The first of the two that is known. */
uint64_t number_or(uint64_t number, uint64_t other);
double real_or(double real, double other);

/* The result is a double, whose unknown value is NaN. A share of an amount of 0 is unknown. */
double number_over(uint64_t number, double divisor);
double number_share(uint64_t part, uint64_t all);

/* The growth of each counter from one row to a later row of the same thing. All members are unknown where the rows are of two
 * things, or a counter restarted. */
void net_growth(const struct vmm_net *before, const struct vmm_net *now, int64_t elapsed_ns, struct vmm_net *growth);
void disk_growth(const struct vmm_disk *before, const struct vmm_disk *now, int64_t elapsed_ns,
                 struct vmm_disk *growth);
void cgroup_io_growth(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *now, int64_t elapsed_ns,
                      struct vmm_cgroup_io *growth);

#endif
