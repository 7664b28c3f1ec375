/**
 * @file base.h
 * What every other header rests on: text, status, and the values that stand for "unknown" and "unlimited".
 */
#ifndef VMMETRICS_BASE_H
#define VMMETRICS_BASE_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define VMM_API __attribute__((visibility("default")))
#else
#define VMM_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** Version of these headers, of the form major.minor.patch. */
#define VMM_VERSION "1.0.0"

/** The value of an integer member about which nothing is known. An unknown `double` is NaN, an unknown name is "". */
#define VMM_UNKNOWN UINT64_MAX

/**
 * "No limit", in members of kind limit only. It is larger than every real limit, so that the smaller of two limits is
 * right without a special case.
 */
#define VMM_UNLIMITED (UINT64_MAX - 1)

/** What a call has to say: 0 is success, positive "nothing to give, and why", negative an error. */
typedef int32_t vmm_status;

/**
 * The values of ::vmm_status. On every one but ::VMM_OK the output is unknown in each member that the call would have
 * set.
 */
enum {
    /** The output is filled. */
    VMM_OK = 0,
    /** There are no more rows. */
    VMM_END = 1,
    /** There is no earlier sample, so nothing lies between two. */
    VMM_FIRST = 2,
    /** No time passed between the samples. */
    VMM_NO_INTERVAL = 3,
    /** A counter restarted or the thing was replaced: take the later sample as a new baseline. */
    VMM_RESET = 4,
    /** An argument is NULL, too small or of no known value. Nothing was read. */
    VMM_E_ARGUMENT = -1,
    /** A known key or column has a malformed value; vmm_text::error points at the byte. */
    VMM_E_SYNTAX = -2,
    /** The text ends inside a line or a JSON object: it was cut; vmm_text::error points at its end. */
    VMM_E_TRUNCATED = -3,
    /** Not one known key, or not one known input. */
    VMM_E_EMPTY = -4
};

/**
 * Text that is still to be read. The caller owns it and the bytes, which are never written to and need no NUL at their
 * end.
 */
struct vmm_text {
    /** The next byte to read. Every parser moves it past what it took, past a bad row too. */
    const char *pos;
    /** One past the last byte. */
    const char *end;
    /** On ::VMM_E_SYNTAX and ::VMM_E_TRUNCATED the byte that is wrong, which may be #end; NULL after any other call. */
    const char *error;
};

/** A piece of the caller's bytes; a `start` of NULL is unknown. Valid for as long as those bytes are. */
struct vmm_span {
    /** The first byte. */
    const char *start;
    /** How many bytes there are. */
    size_t length;
};

/**
 * Text over a buffer that holds a whole file.
 *
 * @param buffer the bytes; NULL is taken for an empty text
 * @param length how many there are
 */
VMM_API struct vmm_text vmm_text_of(const char *buffer, size_t length);

/** A status in words: a constant, lower-case English phrase, never NULL. */
VMM_API const char *vmm_status_text(vmm_status status);

#ifdef __cplusplus
}
#endif

#endif
