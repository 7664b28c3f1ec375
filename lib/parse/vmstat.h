/* SPDX-License-Identifier: MIT */
#ifndef VMM_VMSTAT_H
#define VMM_VMSTAT_H

#include "../record/tables.h"

/* The keys of struct vmm_vmstat. */
extern const struct vmm_keys vmm_vmstat_keys;

#endif
