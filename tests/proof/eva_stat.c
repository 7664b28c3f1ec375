/* SPDX-License-Identifier: MIT */
/*
 * vmm_stat_parse(), as eva_reader.h says.
 *
 * Entries: vmm_stat_parse
 * Unroll: vmm_take_values:32
 */
#define READER vmm_stat_parse
#define STRUCT struct vmm_stat
#define SHORTER 64
#define DISTANCE 12
#include "eva_reader.h"
