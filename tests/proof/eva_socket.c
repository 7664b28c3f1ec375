/* SPDX-License-Identifier: MIT */
/*
 * vmm_socket_next(), as eva_reader.h says.
 *
 * Entries: vmm_socket_next
 */
#define READER vmm_socket_next
#define STRUCT struct vmm_socket
#define SHORTER 96
#include "eva_reader.h"
