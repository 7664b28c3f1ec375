/* SPDX-License-Identifier: MIT */
/*
 * vmm_balloon_parse(), as eva_reader.h says; a short text into blocks of other sizes, since how much is
 * read depends on the text alone. Of the JSON scanner this is the proof for values within values.
 *
 * Entries: vmm_balloon_parse vmm_take_json_object
 * Elsewhere: vmm_fail
 * Unroll: vmm_skip_json_space:400
 */
#define READER vmm_balloon_parse
#define STRUCT struct vmm_balloon
#define SHORTER 16
#define DISTANCE 12
#include "eva_reader.h"
