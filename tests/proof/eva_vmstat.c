/* SPDX-License-Identifier: MIT */
/*
 * vmm_vmstat_parse(), as eva_reader.h says.
 *
 * Entries: vmm_vmstat_parse
 * Unroll: find_key_among:400
 */
#define READER vmm_vmstat_parse
#define STRUCT struct vmm_vmstat
#define SHORTER 64
#define DISTANCE 100
#include "eva_reader.h"
