/* SPDX-License-Identifier: MIT */
/* What base.h declares: statuses in words, the version, and whether a value is known. */
#include "engine.h"

const char *vmm_status_text(vmm_status status)
{
    switch (status) {
    case VMM_OK:
        return "ok";
    case VMM_END:
        return "no more rows";
    case VMM_FIRST:
        return "no earlier sample";
    case VMM_NO_INTERVAL:
        return "no time passed between the samples";
    case VMM_RESET:
        return "a counter restarted or the thing was replaced";
    case VMM_E_ARGUMENT:
        return "invalid argument";
    case VMM_E_SYNTAX:
        return "malformed value";
    case VMM_E_TRUNCATED:
        return "the text ends inside a line";
    case VMM_E_EMPTY:
        return "no known key or value in the text, or the text was read before";
    case VMM_E_SPACE:
        return "the buffer is too small";
    default:
        return "unknown status";
    }
}

uint32_t vmm_version(void)
{
    return VMM_VERSION_NUMBER;
}

int vmm_is_known(uint64_t value)
{
    return value != VMM_UNKNOWN;
}
