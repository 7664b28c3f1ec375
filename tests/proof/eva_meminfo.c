/* SPDX-License-Identifier: MIT */
/*
 * vmm_meminfo_parse(), as eva_reader.h says.
 *
 * Entries: vmm_meminfo_parse
 */
#define READER vmm_meminfo_parse
#define STRUCT struct vmm_meminfo
#define SHORTER 64
#define DISTANCE 60
#include "eva_reader.h"
