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
    /* Of the record's member; of VMM_FORM_OBJECT the object's number. */
    uint16_t offset;
};

/* Which rows are an object's. */
struct vmm_json_range {
    uint16_t first;
    /* Behind the last. */
    uint16_t end;
};

/* An object, and what stands in it. */
struct vmm_json {
    /* Of all objects of the format, one object's behind the other's; and which are whose, by the objects' numbers. */
    const struct vmm_json_key *rows;
    const struct vmm_json_range *ranges;
    uint16_t count;
    /* The object's own number. */
    uint16_t root;
    /* How many objects it stands in. */
    uint16_t depth;
};

/*
 * Takes the object at p and stores the members that the tables know. `seen` receives what was there: of the object's own
 * members a bit each, in the order of their list; of those further inside, the highest. Returns where the object ends; NULL
 * when a byte is wrong, with that byte in `error`.
 */
const char *vmm_take_json_object(const char *p, const char *end, const struct vmm_json *json, void *out, size_t size,
                                 uint64_t *seen, const char **error);

/*
 * Reads the object that the text begins with into a record of `bytes` bytes that is unknown yet, and goes on behind it and its
 * newline. Nothing else may stand on its last line, and where it shall be one line, no newline in it. VMM_E_EMPTY where no
 * member is known.
 */
vmm_status vmm_read_json(struct vmm_text *text, const struct vmm_json *json, bool is_one_line, void *out,
                         size_t out_size, size_t bytes);

#define VMM_JSON_OBJECTS(OBJECTS)                                                                                      \
    enum { OBJECTS(VMM_JSON_NUMBER) };                                                                                 \
    /* Where each list begins: bytes for its rows. */                                                                  \
    struct places {                                                                                                    \
        OBJECTS(VMM_JSON_PLACES)                                                                                       \
    };                                                                                                                 \
    static const struct vmm_json_key rows[] = {OBJECTS(VMM_JSON_ROWS)};                                                \
    static const struct vmm_json_range ranges[] = {OBJECTS(VMM_JSON_RANGE)};

/* The object of a list, which stands in so many others. */
#define VMM_JSON(LIST, depth)                                                                                          \
    {                                                                                                                  \
        rows, ranges, sizeof ranges / sizeof ranges[0], OBJECT_##LIST, depth                                           \
    }

#define VMM_JSON_NUMBER(LIST) OBJECT_##LIST,
#define VMM_JSON_PLACES(LIST) char LIST##_places[0 LIST(VMM_JSON_ONE, VMM_JSON_ONE)];
/* NOLINTBEGIN(bugprone-macro-parentheses): these are parts of sums and of string constants. */
#define VMM_JSON_ONE(...) +1
#define VMM_JSON_ROWS(LIST) LIST(VMM_JSON_KEY, VMM_JSON_OBJECT)
#define VMM_JSON_RANGE(LIST)                                                                                           \
    {offsetof(struct places, LIST##_places),                                                                           \
     offsetof(struct places, LIST##_places) + sizeof(((struct places *)NULL)->LIST##_places)},
#define VMM_JSON_KEY(member, unit, kind, key) {key "\"", sizeof key, VMM_FORM_##unit, offsetof(RECORD, member)},
#define VMM_JSON_OBJECT(LIST, key) {key "\"", sizeof key, VMM_FORM_OBJECT, OBJECT_##LIST},
/* NOLINTEND(bugprone-macro-parentheses) */


#endif
