/* SPDX-License-Identifier: MIT */
/**
 * @file keyvalue.h
 * Readers for texts that have no record: any file of keys and values, JSON objects, and files of one value.
 *
 * @ingroup base
 */
#ifndef VMMETRICS_KEYVALUE_H
#define VMMETRICS_KEYVALUE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Layout of keys and values in a text. */
enum vmm_key_form {
    /**
     * One key and value per line. The key ends at the first blank, tab, colon or equals sign; the value is the rest of
     * the line without the blanks around it. Examples: /proc/vmstat, /proc/meminfo, memory.stat, the files of the
     * cgroup controllers hugetlb and misc.
     */
    VMM_KEY_LINES = 1,
    /**
     * One `key=value` per word; a word without an equals sign is a key with an empty value. Use it for the value part
     * of a line such as `mlx5_0 hca_handle=2 hca_object=max` or `anon N0=4096 N1=0`; the end of the text also ends a
     * word.
     */
    VMM_KEY_PAIRS = 2,
    /**
     * One key and value per member of a JSON object, on one line or more. The key comes without its quotes. The value
     * comes as it is in the text: a string with its quotes, an object with its braces. Escapes stay as they are. To
     * follow a path, read each inner object as a text of its own. Here is `vsock.rx_bytes_count` of a line of
     * Firecracker's metrics:
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
     * The whole object is checked during reading. At its end the function returns ::VMM_END, and `text` is after the
     * object and its newline. At most 64 objects and arrays may be open at one point. A member is returned only if the
     * comma or the brace after it is in the text.
     */
    VMM_KEY_JSON = 3,
    /**
     * Two lines per row, as in /proc/net/snmp and /proc/net/netstat: names, and their values in the next line. The key
     * is the line of names, the value the line of values. Both begin with the same word, the section with its colon.
     * Read both lines word by word with ::VMM_KEY_PAIRS. Here is each name of the file, such as `Tcp:` `InSegs` `7170`:
     *
     * @code
     * while ((status = vmm_key_next(&text, VMM_KEY_PAIRED_LINES, &lines, sizeof lines)) != VMM_END) {
     *     struct vmm_text names = vmm_text_of(lines.key.start, lines.key.length);
     *     struct vmm_text values = vmm_text_of(lines.value.start, lines.value.length);
     *     if (vmm_key_next(&names, VMM_KEY_PAIRS, &section, sizeof section) != VMM_OK ||
     *         vmm_key_next(&values, VMM_KEY_PAIRS, &value, sizeof value) != VMM_OK)
     *         continue;
     *     while (vmm_key_next(&names, VMM_KEY_PAIRS, &name, sizeof name) == VMM_OK &&
     *            vmm_key_next(&values, VMM_KEY_PAIRS, &value, sizeof value) == VMM_OK)
     *         use(section.key, name.key, value.key);
     * }
     * @endcode
     *
     * A line without a second line of its section is an error of that line alone. In /proc/net/sockstat each value
     * stands after its name on one line: read the lines with ::VMM_KEY_LINES, and the words of a line with
     * ::VMM_KEY_PAIRS, by turns a name and its value.
     */
    VMM_KEY_PAIRED_LINES = 4,
    /**
     * One value per element of a JSON array. The key is empty; the value comes as with ::VMM_KEY_JSON. The first byte of
     * a value shows what is inside: read `{` with ::VMM_KEY_JSON and `[` with this form. Here are the names and values
     * of each virtual CPU in QEMU's answer to `query-stats`, `{"return":[{"stats":[{"name":"exits","value":6691}]}]}`:
     *
     * @code
     * while (vmm_key_next(&answer, VMM_KEY_JSON, &member, sizeof member) == VMM_OK) {
     *     struct vmm_text cpus = vmm_text_of(member.value.start, member.value.length);
     *     if (!is(member.key, "return"))
     *         continue;
     *     for (cpu = 0; vmm_key_next(&cpus, VMM_KEY_JSON_ARRAY, &element, sizeof element) == VMM_OK; cpu++)
     *         print_counters(cpu, vmm_text_of(element.value.start, element.value.length));
     * }
     * @endcode
     *
     * The function in it goes on in the same way: examples/qemu_stats.c. The array is checked, and ends, as an object does
     * with ::VMM_KEY_JSON.
     */
    VMM_KEY_JSON_ARRAY = 5
};

/** A key and its value: two parts of the caller's bytes. The key is spelled as in the text; the value is not parsed. */
struct vmm_key_value {
    /** The key; never empty, except with ::VMM_KEY_JSON_ARRAY, where it is always empty. */
    struct vmm_span key;
    /** The value; may be empty. Parse a number with vmm_value_parse(); split a list, object or array with
     *  ::VMM_KEY_PAIRS, ::VMM_KEY_JSON or ::VMM_KEY_JSON_ARRAY. */
    struct vmm_span value;
};

/**
 * Reads the next key and value. Blank lines are skipped.
 *
 * The function keeps no state between two calls, so it cannot see that the beginning of a text is missing. With
 * ::VMM_KEY_JSON it takes the tail of an object for an object, and with ::VMM_KEY_JSON_ARRAY that of an array: of `,"a":1}` it gives the member `a` and then ::VMM_END,
 * and of `}` only ::VMM_END, as after the members of a whole object. Only the caller knows where an object begins: pass a
 * text that begins with `{`, and skip a line of which the beginning was lost, such as the first line that is read from a
 * FIFO in the middle.
 *
 * @code
 * while ((status = vmm_key_next(&text, form, &row, sizeof row)) != VMM_END)
 *     if (status == VMM_OK)
 *         ...
 * @endcode
 *
 * @param text     the text that remains to be read
 * @param form     how keys and values stand in the text: one of VMM_KEY_*
 * @param row      receives the key and the value
 * @param row_size size of `row` in bytes
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         no more keys
 * @retval VMM_E_SYNTAX    a line or word without a key, or a line of names without a line of values; the next call
 *                         continues after it. Or the text is not valid
 *                         JSON; the rest of the line is skipped, since nothing after the wrong byte can be trusted
 * @retval VMM_E_TRUNCATED the text ends inside a line or inside a JSON object; never with ::VMM_KEY_PAIRS
 * @retval VMM_E_ARGUMENT  `row` is NULL, `row_size` is below the size of the struct, or `form` is not one of
 *                         VMM_KEY_*
 */
VMM_API vmm_status vmm_key_next(struct vmm_text *text, enum vmm_key_form form, struct vmm_key_value *row,
                                size_t row_size);

/** Format of a value. */
enum vmm_value_form {
    /** Decimal number. */
    VMM_VALUE_NUMBER = 1,
    /** Decimal number, or `max`, which becomes ::VMM_UNLIMITED. */
    VMM_VALUE_LIMIT = 2,
    /** Hexadecimal number, with or without `0x` before it. */
    VMM_VALUE_HEX = 3,
    /** Decimal number followed by ` kB`; the result is in bytes. */
    VMM_VALUE_KB = 4,
    /** List of ranges such as `0-3,7` (CPUs, memory nodes); the result is the count of numbers in the list. An empty
     *  list gives 0. */
    VMM_VALUE_LIST = 5
};

/**
 * Parses a file of one value, or the value that vmm_key_next() returned. Blanks around the value and a newline after it
 * are allowed. A number that is too large becomes ::VMM_UNKNOWN.
 *
 * @param text  the text of the value; after the call it is past the value and its newline
 * @param form  how the value stands in the text: one of VMM_VALUE_*
 * @param value receives the number; ::VMM_UNKNOWN on every status except ::VMM_OK
 * @retval VMM_OK          `value` is set
 * @retval VMM_E_SYNTAX    the value does not have this format, or more text follows it
 * @retval VMM_E_TRUNCATED the text ends inside the value, as far as this can be detected
 * @retval VMM_E_EMPTY     the text is empty
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `form` is not one of VMM_VALUE_*
 */
VMM_API vmm_status vmm_value_parse(struct vmm_text *text, enum vmm_value_form form, uint64_t *value);

/** Number of bytes that vmm_value_print() needs at most, with the NUL. */
#define VMM_VALUE_ROOM 21

/**
 * Prints the value of an integer member as vmm_value_parse() reads it: a decimal number, or `max` for ::VMM_UNLIMITED.
 *
 * @param value       the value
 * @param buffer      receives the value with a NUL at its end; "" on every status except ::VMM_OK
 * @param buffer_size size of `buffer` in bytes; ::VMM_VALUE_ROOM is always enough
 * @param needed      receives the size that the value needs, with its NUL, after ::VMM_OK and ::VMM_E_SPACE, else 0;
 *                    may be NULL
 * @retval VMM_OK         `buffer` has the value
 * @retval VMM_E_EMPTY    the value is unknown
 * @retval VMM_E_ARGUMENT `buffer` is NULL
 * @retval VMM_E_SPACE    the value does not fit into `buffer`
 */
VMM_API vmm_status vmm_value_print(uint64_t value, char *buffer, size_t buffer_size, size_t *needed);

#ifdef __cplusplus
}
#endif

#endif
