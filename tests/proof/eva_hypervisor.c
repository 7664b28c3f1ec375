/* SPDX-License-Identifier: MIT */
/*
 * vmm_firecracker_next(), as eva_reader.h says; a short text into blocks of other sizes, since how much is
 * read depends on the text alone. What stands in values is proved by balloon.
 *
 * Entries: vmm_firecracker_next vmm_read_json
 * Unroll: vmm_skip_json_space:60
 * Elsewhere: vmm_fail
 */
#define READER vmm_firecracker_next
#define STRUCT struct vmm_firecracker
#define SHORTER 16
#define DISTANCE 60
#include "eva_reader.h"
