/**
 * @file keyvalue.h
 * Any file of keys and values, and files of one value: for what the library has no record for.
 */
#ifndef VMMETRICS_KEYVALUE_H
#define VMMETRICS_KEYVALUE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How keys and values stand in a text. */
enum {
    /**
     * A row a line. The key ends at the first blank, tab, colon or equals sign; the value is the rest of the line
     * without the blanks around it. /proc/vmstat, memory.stat, hugetlb's and misc's files, /proc/meminfo.
     */
    VMM_KEY_LINES = 1,
    /**
     * A row a word, `key=value`; a word without an equals sign is a key with an empty value. Made for the values of
     * rows, as in `mlx5_0 hca_handle=2 hca_object=max` or `anon N0=4096 N1=0`, so the end of the text ends a word.
     */
    VMM_KEY_PAIRS = 2
};

/** A key and its value, as they stand in the caller's bytes. Keys are as the kernel spells them; values are not read. */
struct vmm_key_value {
    /** Never empty. */
    struct vmm_span key;
    /** Maybe empty. Read it by vmm_value_parse(), or take it apart as ::VMM_KEY_PAIRS. */
    struct vmm_span value;
};

/**
 * Gives the next key and value. Blank lines are passed over.
 *
 * @param text     what is still to be read
 * @param shape    one of VMM_KEY_*
 * @param row      the key and the value
 * @param row_size its size
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         no more rows
 * @retval VMM_E_SYNTAX    a row without a key; the next call goes on behind it
 * @retval VMM_E_TRUNCATED the text ends inside a line; not with ::VMM_KEY_PAIRS
 * @retval VMM_E_ARGUMENT  an argument is NULL, `row_size` is below that of the struct, or `shape` is none
 */
VMM_API vmm_status vmm_key_next(struct vmm_text *text, uint32_t shape, struct vmm_key_value *row, size_t row_size);

/** What a value looks like. */
enum {
    /** A decimal number. */
    VMM_VALUE_NUMBER = 1,
    /** A decimal number, or `max`, which becomes ::VMM_UNLIMITED. */
    VMM_VALUE_LIMIT = 2,
    /** A hexadecimal number, with `0x` before it or not. */
    VMM_VALUE_HEX = 3,
    /** A decimal number and ` kB`; becomes bytes. */
    VMM_VALUE_KB = 4,
    /** A list of ranges such as `0-3,7` (CPUs, memory nodes); becomes how many numbers it names. May be empty: 0. */
    VMM_VALUE_LIST = 5
};

/**
 * Reads a file of one value, or the value of a row. A newline at the end may be there or not, blanks around the value
 * too. A number that does not fit is ::VMM_UNKNOWN.
 *
 * @param text  the value; afterwards behind it and its newline
 * @param kind  one of VMM_VALUE_*
 * @param value receives the number, ::VMM_UNKNOWN on every status but ::VMM_OK
 * @retval VMM_OK          `value` is set
 * @retval VMM_E_SYNTAX    the text is not such a value, or goes on behind it
 * @retval VMM_E_TRUNCATED the text ends inside the value, where that can be seen
 * @retval VMM_E_EMPTY     there is no text
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `kind` is none
 */
VMM_API vmm_status vmm_value_parse(struct vmm_text *text, uint32_t kind, uint64_t *value);

#ifdef __cplusplus
}
#endif

#endif
