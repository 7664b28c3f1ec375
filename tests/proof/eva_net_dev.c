/* SPDX-License-Identifier: MIT */
/*
 * vmm_net_next(), as eva_reader.h says; how much is read depends on the text and the number of columns alone.
 *
 * Entries: vmm_net_next
 */
#define READER vmm_net_next
#define STRUCT struct vmm_net
#define SHORTER 64
#define DISTANCE 12
#include "eva_reader.h"
