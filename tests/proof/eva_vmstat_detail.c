/* SPDX-License-Identifier: MIT */
/*
 * vmm_vmstat_detail_parse(), as eva_reader.h says.
 *
 * Entries: vmm_vmstat_detail_parse
 * Unroll: find_key_among:400
 */
#define READER vmm_vmstat_detail_parse
#define STRUCT struct vmm_vmstat_detail
#define SHORTER 64
#define DISTANCE 100
#include "eva_reader.h"
