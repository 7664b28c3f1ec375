/* SPDX-License-Identifier: MIT */
/* How a call that fills a record begins and ends, and how it stores a member. */
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

/* Checks the text argument. Every call that reads text begins with this. */
static inline bool vmm_is_usable(struct vmm_text *text)
{
    if (text == NULL)
        return false;
    text->error = NULL;
    return text->pos != NULL && text->pos <= text->end;
}

/* Ends a call with a wrong argument: moves the text to its end, so that no loop over rows goes on for ever. */
static inline vmm_status vmm_reject(struct vmm_text *text)
{
    if (text != NULL)
        text->pos = text->end;
    return VMM_E_ARGUMENT;
}

/*
 * Begins each call that fills a struct of `bytes` bytes: makes the caller's `out_size` bytes of the struct unknown,
 * sets `size` and returns it. Only this many bytes of the struct may be written. `record_id` is the type of a record,
 * and 0 for other structs. Returns 0 if there is no struct, or no room for its first members.
 */
size_t vmm_begin(void *out, size_t out_size, size_t bytes, uint32_t record_id);

/* The same for a call that parses a text into a record. Returns 0 for a wrong argument, with the text at its end. */
size_t vmm_begin_text(struct vmm_text *text, void *out, size_t out_size, size_t bytes, uint32_t record_id);

/*
 * What a call that gives the next row returns before it reads: VMM_OK if there is a text with a row, and room for the
 * row.
 */
static inline vmm_status vmm_begin_next(struct vmm_text *text, bool has_room)
{
    if (text == NULL)
        return VMM_END;
    text->error = NULL;
    if (text->pos == text->end)
        return VMM_END;
    return has_room && vmm_is_usable(text) ? VMM_OK : vmm_reject(text);
}

/*
 * The same as vmm_begin() for a call that gives the next row. Returns VMM_END if there is no text or the text is at its
 * end, VMM_E_ARGUMENT with the text at its end, or VMM_OK. `size` becomes how much of the row may be written.
 */
static inline vmm_status vmm_begin_row(struct vmm_text *text, void *row, size_t row_size, size_t bytes,
                                       uint32_t record_id, size_t *size)
{
    *size = vmm_begin(row, row_size, bytes, record_id);
    return vmm_begin_next(text, *size != 0);
}

/* The same for a view, whose unknown spans are all zeros, and which the caller's compiler must know as a whole. */
VMM_INLINE vmm_status vmm_begin_view(struct vmm_text *text, void *view, size_t view_size, size_t bytes)
{
    bool has_room = view != NULL && view_size >= bytes;

    if (has_room)
        memset(view, 0, bytes);
    return vmm_begin_next(text, has_room);
}

/* Stores a member of any type by its bits, if it lies within the part of a record that is valid. */
static inline void vmm_store(void *record, size_t size, size_t offset, uint64_t value)
{
    if (offset + sizeof(uint64_t) <= size)
        memcpy((char *)record + offset, &value, sizeof value);
}

/* A member that was stored; unknown if the record has no room for it. */
static inline uint64_t vmm_stored(const void *record, size_t size, size_t offset)
{
    return offset + sizeof(uint64_t) <= size ? *(const vmm_bits *)(const void *)((const char *)record + offset)
                                             : VMM_UNKNOWN;
}

/* Stores a number of 2^63 or more of a text, in a record that has begun. */
void vmm_store_large(void *record, size_t size, size_t offset, uint64_t value);

/*
 * Stores a value of a text, like vmm_store(). A gauge of bytes or pages is unknown if it is 2^63 or more: the kernel
 * printed a negative number as unsigned. Values that cannot be as large may be stored by vmm_store().
 */
static inline void vmm_store_value(void *record, size_t size, size_t offset, uint64_t value)
{
    /* VMM_UNLIMITED is -2, and VMM_UNKNOWN is -1. */
    if ((int64_t)value < -2)
        vmm_store_large(record, size, offset, value);
    else
        vmm_store(record, size, offset, value);
}

/* Makes members in a row unknown. */
static inline void vmm_forget(void *record, size_t size, size_t offset, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        vmm_store(record, size, offset + i * sizeof(uint64_t), VMM_UNKNOWN);
}

/*
 * Stores a name into a member of `bytes` bytes, and zeros after the name, if the whole member is in the valid part of
 * the record. NULL and "" are the unknown name. A name without room for a NUL loses its last byte.
 */
void vmm_store_name(void *record, size_t size, size_t offset, size_t bytes, const char *name);

/*
 * Ends a call at a wrong byte and moves the text past the row. The status is VMM_E_SYNTAX, or VMM_E_TRUNCATED if the
 * byte is the end of the text.
 */
vmm_status vmm_fail(struct vmm_text *text, const char *at);

/* The same, and makes the first `out_size` bytes of the record unknown again. `out_size` may be 0. */
vmm_status vmm_refuse(struct vmm_text *text, const char *at, void *out, size_t out_size, size_t bytes);

#endif
