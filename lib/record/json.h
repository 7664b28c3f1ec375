/* SPDX-License-Identifier: MIT */
/*
 * Tables for JSON: the members of an object that are known. A format has an array of rows for each of its objects, and a
 * table of these arrays in the order of an enum. A row is a number, or an object with its own place in the table:
 *
 *     enum { FIRECRACKER_ROOT, FIRECRACKER_VCPU };
 *
 *     static const struct vmm_json_key firecracker_root_rows[] = {
 *         KEY("utc_timestamp_ms", utc_timestamp_ms, NUMBER),
 *         OBJECT("vcpu", FIRECRACKER_VCPU),
 *     };
 *     static const struct vmm_json_key firecracker_vcpu_rows[] = {
 *         KEY("failures", vcpu_failures, NUMBER),
 *     };
 *     static const struct vmm_json_object firecracker_objects[] = {
 *         OBJECT_OF(firecracker_root_rows),
 *         OBJECT_OF(firecracker_vcpu_rows),
 *     };
 *     static const struct vmm_json firecracker_json = JSON_OF(firecracker_objects, FIRECRACKER_ROOT, 0);
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

/* The members of an object. */
struct vmm_json_object {
    const struct vmm_json_key *rows;
    uint16_t count;
};

/* All objects of a format; and which of them the text is. */
struct vmm_json {
    const struct vmm_json_object *objects;
    uint16_t count;
    uint16_t root;
    /* The number of objects around the root. */
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

/* ---- rows of the tables; RECORD is the struct that the tables of a source file are about ---- */
/* clang-format off */

/*
 * A number; a number that sets a mark; an object, by its number in the table of objects; a member that only sets a mark;
 * the shortest, longest and total duration that Firecracker prints of events, for members with a common beginning.
 */
#define KEY(key, member, form) KEY_AND_MARK(key, member, form, 0)
#define KEY_AND_MARK(key, member, form, mark) {key "\"", sizeof(key), VMM_FORM_##form, VMM_JSON_KNOWN | (mark), offsetof(RECORD, member)}
#define OBJECT(key, object) {key "\"", sizeof(key), VMM_FORM_OBJECT, 0, object}
#define MARK(key, mark) {key "\"", sizeof(key), VMM_FORM_ANY, VMM_JSON_KNOWN | (mark), 0}
#define DURATIONS(member) KEY("min_us", member##_min_usec, NUMBER), KEY("max_us", member##_max_usec, NUMBER), KEY("sum_us", member##_sum_usec, NUMBER)

/* The object made of these rows; and of the last ones of them, which two objects share. */
#define OBJECT_OF(rows) {rows, ROWS_OF(rows)}
#define OBJECT_OF_LAST(count, rows) {(rows) + ROWS_OF(rows) - (count), count}

/* A format: one of the objects, inside `depth` others. */
#define JSON_OF(objects, root, depth) {objects, ROWS_OF(objects), root, depth}
/* clang-format on */

#endif
