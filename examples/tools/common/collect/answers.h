/* SPDX-License-Identifier: MIT */
/* What a hypervisor itself says about a machine. */
#ifndef COLLECT_ANSWERS_H
#define COLLECT_ANSWERS_H

#include <vmmetrics/vmmetrics.h>

/*
 * Virtual CPUs, in one answer or in several, one after another: Cloud Hypervisor's `vm.info` (config.cpus.boot_vcpus,
 * which `vm.resize` changes), Firecracker's `GET /machine-config` or `GET /vm/config` (vcpu_count), QEMU's `query-
 * cpus-fast` (one object each). Unknown where no answer says it.
 */
uint64_t answers_vcpus(struct vmm_text text);

#endif
