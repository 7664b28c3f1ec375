/* SPDX-License-Identifier: MIT */
/*
 * vmm_cpu_next(), as eva_reader.h says; how much is read depends on the text and the number of columns alone.
 *
 * Entries: vmm_cpu_next
 */
#define READER vmm_cpu_next
#define STRUCT struct vmm_cpu
#define SHORTER 64
#include "eva_reader.h"
