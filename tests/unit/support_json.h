/*
 * What the tests of JSON formats share: texts that mean the same in other words, and texts that are wrong.
 */
#ifndef VMM_TESTS_SUPPORT_JSON_H
#define VMM_TESTS_SUPPORT_JSON_H

#include "../reference/json.h"
#include "support.h"

/* What a failed read says: an error at `pos`, and the line of it passed over. */
struct outcome json_refused(const char *bytes, size_t pos, size_t length);

/* Reads the object at *pos, whose end comes before `end`, and then the line's: fills `words` by the keys. */
struct outcome json_expect(const struct json_key *keys, size_t count, const char *bytes, size_t pos, size_t end,
                           size_t length, uint64_t *words, size_t size);

/* An unknown member, of every kind of value, at each brace changes nothing. */
void check_json_unknown_members(const struct old_format *format, const char *bytes, size_t length);
/* The order of members changes nothing, nor does space around tokens. */
void check_json_order_and_space(const struct old_format *format, const char *bytes, size_t length, unsigned times);
/* Random edits are read as the reference reads them. */
void check_json_edits(const struct old_format *format, const char *bytes, size_t length, unsigned times);

#endif
