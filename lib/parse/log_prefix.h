/* SPDX-License-Identifier: MIT */
#ifndef VMM_LOG_PREFIX_H
#define VMM_LOG_PREFIX_H

#include <stdbool.h>
#include <stdint.h>

/* What stands before a message of the kernel's log. A number that is not there is VMM_UNKNOWN. */
struct vmm_log_prefix {
    uint64_t sequence;
    uint64_t time_usec;
    /* Whether bytes are escaped as \xNN, as in /dev/kmsg. */
    bool has_escapes;
};

/* Where the message of the line at p begins. The prefix is that of no message before. */
const char *vmm_take_log_prefix(const char *p, const char *end, struct vmm_log_prefix *prefix);

#endif
