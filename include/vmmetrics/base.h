/* SPDX-License-Identifier: MIT */
/**
 * @file base.h
 * Types that all other headers use: text, status, and the values for "unknown" and "unlimited".
 *
 * @ingroup base
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

/** Version of these headers in words: major.minor.patch. */
#define VMM_VERSION "1.0.0"

/** Version of these headers as a number: major * 10000 + minor * 100 + patch. */
#define VMM_VERSION_NUMBER 10000

/** Value of an unknown integer member. An unknown `double` is NaN; an unknown name is "". */
#define VMM_UNKNOWN UINT64_MAX

/**
 * Value that means "no limit"; only members of kind limit have this value. The value is larger than every real limit,
 * so the minimum of two limits needs no special case.
 */
#define VMM_UNLIMITED (UINT64_MAX - 1)

/**
 * Result of a call: 0 on success, positive if there is no result (see the constant for the reason), negative on error.
 */
typedef int32_t vmm_status;

/**
 * Values of ::vmm_status. On every value except ::VMM_OK, each member that the call would have set is unknown.
 */
enum vmm_status_code {
    /** Success: the output is filled. */
    VMM_OK = 0,
    /** No more rows. */
    VMM_END = 1,
    /** No earlier sample, so there is no difference to compute. */
    VMM_FIRST = 2,
    /** No time between the two samples. */
    VMM_NO_INTERVAL = 3,
    /** A counter restarted, or the object was replaced by another one: use the later sample as the new baseline. */
    VMM_RESET = 4,
    /** Invalid argument: NULL, too small, or not a known value. Nothing was read, and the text, if there is one, is now
     *  at its end, so that a loop over rows stops. */
    VMM_E_ARGUMENT = -1,
    /** Malformed value of a known key or column; vmm_text::error points at the wrong byte. */
    VMM_E_SYNTAX = -2,
    /** Text that ends inside a line or a JSON object, so it was cut; vmm_text::error points at the end of the text. */
    VMM_E_TRUNCATED = -3,
    /** No known key or value in the text, also if the text was read before; or no known input in the record. */
    VMM_E_EMPTY = -4,
    /** Buffer too small for the result; the call says how many bytes are needed. */
    VMM_E_SPACE = -5
};

/**
 * The text that remains to be read. The caller owns the struct and the bytes. The library never writes to the bytes,
 * and no NUL is needed at the end.
 */
struct vmm_text {
    /** Next byte to read. Each parser moves this pointer past the bytes that it read, past a malformed row too. */
    const char *pos;
    /** One past the last byte of the text. */
    const char *end;
    /** The wrong byte after ::VMM_E_SYNTAX or ::VMM_E_TRUNCATED; it may be #end. NULL after every other status. */
    const char *error;
};

/**
 * Part of the caller's bytes, valid as long as the caller keeps these bytes. `start` is NULL if the part is unknown.
 */
struct vmm_span {
    /** First byte of the part. */
    const char *start;
    /** Number of bytes. */
    size_t length;
};

/**
 * Returns the text of a buffer that holds a whole file. Pass the result to a parser.
 *
 * @param buffer the bytes of the file; NULL means an empty text
 * @param length number of bytes
 */
VMM_API struct vmm_text vmm_text_of(const char *buffer, size_t length);

/**
 * Returns the version of the library as a number, like ::VMM_VERSION_NUMBER of the headers. A program that was linked
 * with the shared library can compare the two.
 */
VMM_API uint32_t vmm_version(void);

/** Returns 1 if the value of an integer member is known, 0 if it is ::VMM_UNKNOWN. */
VMM_API int vmm_is_known(uint64_t value);

/** Returns a status in words: a constant, lower-case English phrase, never NULL. */
VMM_API const char *vmm_status_text(vmm_status status);

/** Time between two samples, for calculations that need the tick rate as well. */
struct vmm_interval {
    /** Time between the samples in nanoseconds, measured with a monotonic clock (CLOCK_MONOTONIC). */
    int64_t elapsed_ns;
    /** Clock ticks per second: `sysconf(_SC_CLK_TCK)`. 0 if unknown; then each result that needs the rate is
     *  unknown. */
    uint64_t ticks_per_second;
};

#ifdef __cplusplus
}
#endif

#endif
