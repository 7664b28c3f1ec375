/**
 * @file vmstat.h
 * What the memory management has done.
 */
#ifndef VMMETRICS_VMSTAT_H
#define VMMETRICS_VMSTAT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** /proc/vmstat. */
struct vmm_vmstat {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Page faults. Count; counter, 64 bits. */
    uint64_t pgfault;
};

/** Reads /proc/vmstat. */
VMM_API vmm_status vmm_vmstat_parse(struct vmm_text *text, struct vmm_vmstat *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
