/*
 * Tables for JSON: what an object's members become. A format is a list for each of its objects; a member of a list is a number,
 * or an object with a list of its own:
 *
 *     #define ROOT(KEY, OBJECT)                                   \
 *         KEY(utc_timestamp_ms, MS, GAUGE, "utc_timestamp_ms")    \
 *         OBJECT(VCPU, "vcpu")
 *     #define VCPU(KEY, OBJECT)                                   \
 *         KEY(vcpu_failures, COUNT, INCREMENT, "failures")
 *     #define OBJECTS(LIST) LIST(ROOT) LIST(VCPU)
 *
 *     VMM_JSON_OBJECTS(OBJECTS)
 */
#ifndef VMM_RECORD_JSON_H
#define VMM_RECORD_JSON_H

#include "../scan/json.h"
#include "engine.h"

/* A row of the hot table: a member of an object, in the order in which it usually stands there. */
struct vmm_json_key {
    /* The key with the quote behind it, so that one comparison decides; zero behind that. At least four bytes. */
    char key[40];
    uint8_t length;
    uint8_t form;
    /* Of the record's member; of VMM_FORM_OBJECT the number of the object's own table. */
    uint16_t offset;
};

struct vmm_json_keys {
    const struct vmm_json_key *rows;
    unsigned count;
};

/* An object, and what stands in it. */
struct vmm_json {
    /* Of all objects; each knows others by their numbers. */
    const struct vmm_json_keys *tables;
    /* The object's own one. */
    unsigned root;
    /* How many objects it stands in. */
    unsigned depth;
};

/*
 * Takes the object at p and stores the members that the tables know. `seen` receives what was there: of the object's own
 * members a bit each, in the order of their table; of those further inside, the highest. Returns where the object ends; NULL
 * when a byte is wrong, with that byte in `error`.
 */
const char *vmm_take_json_object(const char *p, const char *end, const struct vmm_json *json, void *out, size_t size,
                                 uint64_t *seen, const char **error);

/*
 * Reads the object at p, which ends before `end`, into a record of `bytes` bytes that is unknown yet, and goes on behind it and
 * its newline. Nothing else may stand on its line. VMM_E_EMPTY where no member is known.
 */
vmm_status vmm_read_json(struct vmm_text *text, const char *p, const char *end, const struct vmm_json *json, void *out,
                         size_t out_size, size_t bytes);

#define VMM_JSON_OBJECTS(OBJECTS)                                                                                      \
    enum { OBJECTS(VMM_JSON_NUMBER) };                                                                                 \
    OBJECTS(VMM_JSON_ROWS)                                                                                             \
    static const struct vmm_json_keys objects[] = {OBJECTS(VMM_JSON_TABLE)};

#define VMM_JSON_NUMBER(LIST) OBJECT_##LIST,
#define VMM_JSON_ROWS(LIST) static const struct vmm_json_key LIST##_rows[] = {LIST(VMM_JSON_KEY, VMM_JSON_OBJECT)};
#define VMM_JSON_TABLE(LIST) {LIST##_rows, sizeof LIST##_rows / sizeof LIST##_rows[0]},
#define VMM_JSON_KEY(member, unit, kind, key) {key "\"", sizeof key, VMM_FORM_##unit, offsetof(RECORD, member)},
#define VMM_JSON_OBJECT(LIST, key) {key "\"", sizeof key, VMM_FORM_OBJECT, OBJECT_##LIST},

/* For the description. */
#define VMM_JSON_MEMBERS(LIST, MEMBER) LIST(MEMBER, VMM_NOTHING)

#endif
