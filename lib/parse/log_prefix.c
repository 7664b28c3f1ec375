/* SPDX-License-Identifier: MIT */
/* A line of the kernel's log: `6,1234,5678901,-;message` in /dev/kmsg, `[   12.345678] message` in dmesg, or the message alone. */
#include "log_prefix.h"

#include "../record/tables.h"
#include "words.h"

/* Where a number and the byte after it end; NULL for anything else. */
VMM_ONCE static const char *after_number(const char *p, const char *end, char delimiter, uint64_t *value)
{
    const char *error;

    p = vmm_take_number(p, end, value, &error);
    return p != NULL && p != end && *p == delimiter ? p + 1 : NULL;
}

/* /dev/kmsg: `6,1234,5678901,-;`. NULL for anything else. */
static const char *after_kmsg_prefix(const char *p, const char *end, struct vmm_log_prefix *prefix)
{
    uint64_t priority, sequence, time_usec;

    p = after_number(p, end, ',', &priority);
    if (p == NULL)
        return NULL;
    p = after_number(p, end, ',', &sequence);
    if (p == NULL)
        return NULL;
    p = after_number(p, end, ',', &time_usec);
    if (p == NULL)
        return NULL;
    while (p != end && *p != '\n') {
        if (*p == ';') {
            prefix->sequence = sequence;
            prefix->time_usec = time_usec;
            prefix->has_escapes = true;
            return p + 1;
        }
        p++;
    }
    return NULL;
}

/* dmesg: `[   12.345678] `, or any other text in brackets. NULL for anything else. */
VMM_ONCE static const char *after_brackets(const char *p, const char *end, uint64_t *time_usec)
{
    const char *fraction, *after;
    uint64_t seconds, usec;

    if (p == end || *p != '[')
        return NULL;
    fraction = after_number(vmm_skip_blanks(p + 1, end), end, '.', &seconds);
    if (fraction != NULL) {
        after = after_number(fraction, end, ']', &usec);
        if (after != NULL && after - fraction == 7 && seconds < UINT64_MAX / 10000000)
            *time_usec = seconds * 1000000 + usec;
    }
    while (p != end && *p != '\n') {
        if (*p == ']') {
            after = vmm_after_word(p, end, WORD_OF("] "));
            /* Other brackets follow. */
            return after != NULL || vmm_after_word(p, end, WORD_OF("][")) == NULL ? after : p + 1;
        }
        p++;
    }
    return NULL;
}

const char *vmm_take_log_prefix(const char *p, const char *end, struct vmm_log_prefix *prefix)
{
    uint64_t none;
    const char *after = after_kmsg_prefix(p, end, prefix);

    if (after != NULL)
        return after;
    after = after_brackets(p, end, &prefix->time_usec);
    if (after == NULL)
        return p;
    p = after;
    /* The thread that wrote the message: `[ T123] `. */
    after = after_brackets(p, end, &none);
    return after == NULL ? p : after;
}
