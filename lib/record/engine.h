/* A record while it is filled, whatever it is filled from: how a call begins and ends, and how a member is stored. */
#ifndef VMM_ENGINE_H
#define VMM_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../scan/scan.h"
#include "vmmetrics/base.h"
#include "vmmetrics/record.h"

/* Where the line after the one of p begins; NULL where the text ends before, or where p is NULL because of an error. */
static inline const char *vmm_end_line(const char *p, const char *end, const char **error)
{
    if (p == NULL)
        return NULL;
    if (p == end || *p != '\n')
        p = vmm_line_end(p, end);
    if (p != end)
        return p + 1;
    *error = p;
    return NULL;
}

/* Begins every call that reads text: whether there is one. */
static inline bool vmm_is_usable(struct vmm_text *text)
{
    if (text == NULL)
        return false;
    text->error = NULL;
    return text->pos != NULL && text->pos <= text->end;
}

/*
 * Begins every call that fills a record of `bytes` bytes: makes it unknown in what the caller sees of it, `out_size`
 * bytes, and sets and returns its `size`, which is how much of it may be written. 0 is VMM_E_ARGUMENT.
 */
size_t vmm_begin(void *out, size_t out_size, size_t bytes);

/* The same for calls that read text. */
size_t vmm_begin_text(struct vmm_text *text, void *out, size_t out_size, size_t bytes);

/* Stores a member of any type by its bits, if it lies within the part of a record that is valid. */
static inline void vmm_store(void *record, size_t size, size_t offset, uint64_t value)
{
    if (offset + sizeof(uint64_t) <= size)
        memcpy((char *)record + offset, &value, sizeof value);
}

/* Makes members in a row unknown. */
static inline void vmm_forget(void *record, size_t size, size_t offset, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        vmm_store(record, size, offset + i * sizeof(uint64_t), VMM_UNKNOWN);
}

/*
 * Stores a name into a member of `bytes` bytes, zeros behind it, if all of the member lies within the part of a record that
 * is valid. The unknown one is "", which NULL stands for too. The name may fill its own member of as many bytes without a
 * NUL; then the last is lost.
 */
void vmm_store_name(void *record, size_t size, size_t offset, size_t bytes, const char *name);

/*
 * Ends a call at a byte that is wrong: the row is passed over. The status says whether the byte is in the text or the text
 * ended before it.
 */
vmm_status vmm_fail(struct vmm_text *text, const char *at);

/* The same, and what was filled becomes unknown again: the first `out_size` bytes, which may be none. */
vmm_status vmm_refuse(struct vmm_text *text, const char *at, void *out, size_t out_size, size_t bytes);

#endif
