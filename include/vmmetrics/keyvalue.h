/**
 * @file keyvalue.h
 * Any file of keys and values, JSON objects, and files of one value: for what the library has no record for.
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
    VMM_KEY_PAIRS = 2,
    /**
     * A row a member of one JSON object, in any lines. The key stands without its quotes, the value as it is: a string with its
     * quotes, an object with its braces. Escapes are not undone. An object among the values is a text again, so that a path is
     * followed level by level; here is `vsock.rx_bytes_count` of a line of Firecracker's metrics:
     *
     * @code
     * while (vmm_key_next(&line, VMM_KEY_JSON, &group, sizeof group) == VMM_OK) {
     *     struct vmm_text inside = vmm_text_of(group.value.start, group.value.length);
     *     if (!is(group.key, "vsock"))
     *         continue;
     *     while (vmm_key_next(&inside, VMM_KEY_JSON, &member, sizeof member) == VMM_OK)
     *         if (is(member.key, "rx_bytes_count")) {
     *             struct vmm_text value = vmm_text_of(member.value.start, member.value.length);
     *             vmm_value_parse(&value, VMM_VALUE_NUMBER, &rx_bytes);
     *         }
     * }
     * @endcode
     *
     * All of the object is checked on the way; its end is ::VMM_END, and `text` is then behind it and its newline. At most 64
     * objects and arrays may be open at a time. A row comes only with the comma or the brace that ends it.
     */
    VMM_KEY_JSON = 3
};

/** A key and its value, as they stand in the caller's bytes. Keys are as the kernel spells them; values are not read. */
struct vmm_key_value {
    /** Never empty. */
    struct vmm_span key;
    /** Maybe empty. Read it by vmm_value_parse(), or take it apart as ::VMM_KEY_PAIRS or ::VMM_KEY_JSON. */
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
 * @retval VMM_E_SYNTAX    a row without a key; the next call goes on behind it. Or the text is no JSON; the rest of the line is
 *                         then passed over, as nothing behind that byte can be trusted
 * @retval VMM_E_TRUNCATED the text ends inside a line, or before a JSON object does; not with ::VMM_KEY_PAIRS
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
