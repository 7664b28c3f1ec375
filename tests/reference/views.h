/* SPDX-License-Identifier: MIT */
/*
 * Views as records of the tests' own: each span of a row is two numbers, where it begins after the place where the call
 * began, and its length. An unset span is unknown.
 */
#ifndef REFERENCE_VIEWS_H
#define REFERENCE_VIEWS_H

#include <string.h>

#include "format.h"

#define VIEW_BYTES(fields) (8 + 16 * (fields))

static inline void view_begin(void *out, size_t out_size, size_t bytes)
{
    uint64_t size = out_size < bytes ? out_size : bytes;

    memset(out, 0xff, out_size);
    memcpy(out, &size, sizeof size);
}

static inline void view_store(void *out, size_t out_size, size_t field, size_t start, size_t length)
{
    ref_store(out, out_size, VIEW_BYTES(field), start);
    ref_store(out, out_size, VIEW_BYTES(field) + 8, length);
}

/* What a call with a wrong argument says and does. */
static inline vmm_status view_refuse(struct vmm_text *text)
{
    if (text != NULL) {
        text->pos = text->end;
        text->error = NULL;
    }
    return VMM_E_ARGUMENT;
}

/* What the library said of a call that began at `start`. */
static inline void view_of_spans(void *out, size_t out_size, const char *start, const struct vmm_span *spans,
                                 size_t count)
{
    view_begin(out, out_size, VIEW_BYTES(count));
    for (size_t i = 0; i < count; i++)
        if (spans[i].start != NULL || spans[i].length != 0)
            view_store(out, out_size, i, (size_t)(spans[i].start - start), spans[i].length);
}

/* What reads a path: a number that follows from its bytes, and how many there are. */
static inline void view_of_bytes(void *out, size_t out_size, const char *bytes, size_t length)
{
    size_t sum = 0;

    for (size_t i = 0; i < length; i++)
        sum = sum * 31 + (unsigned char)bytes[i];
    view_store(out, out_size, 0, sum, length);
}

/* A row of mountinfo, by the reference. */
enum {
    MOUNT_ID,
    MOUNT_PARENT,
    MOUNT_ROOT = 3,
    MOUNT_POINT,
    MOUNT_OPTIONAL = 6,
    MOUNT_TYPE,
    MOUNT_SOURCE,
    MOUNT_SUPER,
    MOUNT_FIELDS
};
struct outcome ref_mount(const char *bytes, size_t length, size_t at, struct piece fields[MOUNT_FIELDS]);

/* A path without its escapes goes to `out`, which has room for `length` bytes. Returns how many there are. */
size_t ref_unescape(const char *bytes, size_t length, char *out);

/* The mount that holds a path, as pieces of the text. */
vmm_status ref_mount_of(struct piece path, struct piece mounts, struct piece fields[MOUNT_FIELDS]);

/* Whether another mount holds the path `rest` in a mount, which is a row of the mounts. */
bool ref_is_hidden(const struct piece mount[MOUNT_FIELDS], struct piece rest, struct piece mounts);

/*
 * The cgroup's directory goes to `out`, which has room for both texts; VMM_E_ARGUMENT where a NUL would end it.
 */
vmm_status ref_cgroup_path(struct piece controller, struct piece membership, struct piece mounts, char *out,
                           size_t *count);

/* How many bytes of the path are of the VM's cgroup; `type` is the text of cgroup.type, and "" if it is unknown. */
size_t ref_cgroup_scope(struct piece type, struct piece path);

/* A copy in a block of its own, so that a byte read beside it is noticed. */
char *view_copy(const char *bytes, size_t length);

#endif
