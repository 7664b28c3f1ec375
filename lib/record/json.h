/* SPDX-License-Identifier: MIT */
/*
 * Tables for JSON: the members of an object that are known. A format has a list for each of its objects; a row of a
 * list is a number, or an object with a list of its own:
 *
 *     #define HYPERVISOR_ROOT(KEY, OBJECT, ...)                   \
 *         KEY("utc_timestamp_ms", utc_timestamp_ms, NUMBER)       \
 *         OBJECT("vcpu", HYPERVISOR_VCPU)
 *     #define HYPERVISOR_VCPU(KEY, ...)                           \
 *         KEY("failures", vcpu_failures, NUMBER)
 *     #define HYPERVISOR_OBJECTS(LIST) LIST(HYPERVISOR_ROOT) LIST(HYPERVISOR_VCPU)
 *
 * All rows of a format stand in one array, and each object has a range of it.
 */
#ifndef VMM_RECORD_JSON_H
#define VMM_RECORD_JSON_H

#include "../scan/json.h"
#include "tables.h"

enum { VMM_JSON_KNOWN = 1 };

/* A row: a member of an object, in the order in which it usually stands there. */
struct vmm_json_key {
    /* The key and its closing quote, so that one comparison decides; then zeros. At least four bytes. */
    char key[40];
    uint8_t length;
    uint8_t form;
    /* The bits that this member sets in `seen`: VMM_JSON_KNOWN, and bits with a meaning of the format. */
    uint8_t mark;
    /* The offset of the record's member; for VMM_FORM_OBJECT the number of the object. */
    uint16_t offset;
};

/* Which rows are an object's. */
struct vmm_json_range {
    uint16_t first;
    /* After the last row. */
    uint16_t end;
};

/* An object and its members. */
struct vmm_json {
    /* The rows of all objects of the format; and the range of rows of each object, by its number. */
    const struct vmm_json_key *rows;
    const struct vmm_json_range *ranges;
    uint16_t count;
    /* The object's own number. */
    uint16_t root;
    /* The number of objects around it. */
    uint16_t depth;
};

/*
 * Takes the object at p and stores the members that are in the tables. `seen` receives the marks of all rows that were
 * found. Returns where the object ends; NULL when a byte is wrong, with that byte in `error`.
 */
const char *vmm_take_json_object(const char *p, const char *end, const struct vmm_json *json, void *out, size_t size,
                                 unsigned *seen, const char **error);

/*
 * Reads the object at the beginning of the text into a record of `bytes` bytes that has begun, and moves the text past
 * the object and its newline. The last line of the object may have nothing else. With `is_one_line` the object may have
 * no newline inside. VMM_E_EMPTY if no member is known.
 */
vmm_status vmm_read_json(struct vmm_text *text, const struct vmm_json *json, bool is_one_line, void *out,
                         size_t out_size, size_t bytes);

/* clang-format off */
/* An object, given by its list, inside `depth` others. */
#define VMM_JSON(rows, ranges, LIST, depth) {rows, ranges, sizeof(ranges) / sizeof((ranges)[0]), OBJECT_##LIST, depth}

/* NOLINTBEGIN(bugprone-macro-parentheses): these are parts of sums and of string constants. */
/* The number of each list, where its rows begin and end, and its range. */
#define VMM_JSON_NUMBER(LIST) OBJECT_##LIST,
#define VMM_JSON_PLACES(LIST) FIRST_##LIST, LAST_##LIST = FIRST_##LIST - 1 LIST(VMM_JSON_ONE, VMM_JSON_ONE, VMM_JSON_ONE),
#define VMM_JSON_ONE(...) +1
#define VMM_JSON_RANGE(LIST) {FIRST_##LIST, LAST_##LIST + 1},

/* The rows: a number, an object, and a member that only sets its mark. */
#define VMM_JSON_ROWS(LIST) LIST(VMM_JSON_KEY, VMM_JSON_OBJECT, VMM_JSON_MARK)
#define VMM_JSON_KEY(key, member, form) {key "\"", sizeof key, VMM_FORM_##form, VMM_JSON_KNOWN, offsetof(RECORD, member)},
#define VMM_JSON_OBJECT(key, LIST) {key "\"", sizeof key, VMM_FORM_OBJECT, 0, OBJECT_##LIST},
#define VMM_JSON_MARK(key, mark) {key "\"", sizeof key, VMM_FORM_ANY, VMM_JSON_KNOWN | (mark), 0},
/* NOLINTEND(bugprone-macro-parentheses) */
/* clang-format on */

#endif
