/* SPDX-License-Identifier: MIT */
/*
 * vmm_oom_kill_next(), as eva_reader.h says.
 *
 * Entries: vmm_oom_kill_next
 */
#define READER vmm_oom_kill_next
#define STRUCT struct vmm_oom_kill
#define SHORTER 128
#define DISTANCE 12
#include "eva_reader.h"
