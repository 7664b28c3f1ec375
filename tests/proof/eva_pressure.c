/* SPDX-License-Identifier: MIT */
/*
 * vmm_pressure_parse(), as eva_reader.h says.
 *
 * Entries: vmm_pressure_parse
 */
#define READER vmm_pressure_parse
#define STRUCT struct vmm_pressure
#define SHORTER 64
#define DISTANCE 12
#include "eva_reader.h"
