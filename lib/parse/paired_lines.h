/* SPDX-License-Identifier: MIT */
#ifndef VMM_PAIRED_LINES_H
#define VMM_PAIRED_LINES_H

#include "vmmetrics/keyvalue.h"

/* The next two lines that begin with the same word, for vmm_key_next(). The text is not at its end. */
vmm_status vmm_next_paired_lines(struct vmm_text *text, struct vmm_key_value *row);

#endif
