/*
 * The engine: tables that say how text becomes a record, the two fillers that follow them, and the description of a
 * record's members. A format is a list of members, from which the macros at the end make both tables:
 *
 *     #define MEMBERS(KEY)                                  \
 *         KEY(mem_total_bytes, KB, GAUGE, "MemTotal:")      \
 *         KEY(mem_free_bytes, KB, GAUGE, "MemFree:")
 *
 * The hot table drives the filler and is all that a parse touches; names, units and kinds live in the cold one.
 */
#ifndef VMM_ENGINE_H
#define VMM_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../scan/scan.h"
#include "vmmetrics/base.h"
#include "vmmetrics/record.h"

/* A row of the hot table for `key value` lines and `key=value` words, in the order in which the kernel prints them. */
struct vmm_key {
    /* The key with its delimiter behind it, so that one comparison decides; zero behind that. */
    char key[27];
    uint8_t length;
    uint8_t form;
    /* How many values follow, for as many members in a row. 0: lines that begin so are passed over. */
    uint8_t count;
    uint16_t offset;
};

struct vmm_keys {
    const struct vmm_key *rows;
    uint16_t count;
    uint16_t bytes;
};

/* Values known by their position, for as many members in a row: the hot table of a file of such lines. */
struct vmm_columns {
    uint16_t offset;
    uint16_t count;
    uint16_t bytes;
    /* Whether the rest of the record stays as it is after an error. */
    bool is_part;
};

/* A file of a directory: lines of `key value`, or where `keys` is NULL one value or two. */
struct vmm_source {
    const struct vmm_keys *keys;
    uint16_t offset;
    /* Of the first value; a second is a plain number. */
    uint8_t form;
    uint8_t count;
};

/* The files that make a record together, in the order of their ids, which begin with 1. */
struct vmm_directory {
    const struct vmm_source *sources;
    uint16_t count;
    uint16_t bytes;
};

/* Begins every call that reads text: whether there is one. */
static inline bool vmm_is_usable(struct vmm_text *text)
{
    if (text == NULL)
        return false;
    text->error = NULL;
    return text->pos != NULL && text->pos <= text->end;
}

/*
 * Begins every call that fills a record of `bytes` bytes: makes it unknown in what the caller sees of it, `out_size`
 * bytes, and sets and returns its `size`, which is how much of it may be written. 0 is VMM_E_ARGUMENT.
 */
size_t vmm_begin(void *out, size_t out_size, size_t bytes);

/* The same for calls that read text. */
size_t vmm_begin_text(struct vmm_text *text, void *out, size_t out_size, size_t bytes);

/* Stores a member of any type by its bits, if it lies within the part of a record that is valid. */
static inline void vmm_store(void *record, size_t size, size_t offset, uint64_t value)
{
    if (offset + sizeof(uint64_t) <= size)
        memcpy((char *)record + offset, &value, sizeof value);
}

/*
 * Stores a name into a member of `bytes` bytes, zeros behind it, if all of the member lies within the part of a record that
 * is valid. The unknown one is "", which NULL stands for too. The name may fill its own member of as many bytes without a
 * NUL; then the last is lost.
 */
void vmm_store_name(void *record, size_t size, size_t offset, size_t bytes, const char *name);

/*
 * Ends a call at a byte that is wrong: the row is passed over. The status says whether the byte is in the text or the text
 * ended before it.
 */
vmm_status vmm_fail(struct vmm_text *text, const char *at);

/* The same, and what was filled becomes unknown again: the first `out_size` bytes, which may be none. */
vmm_status vmm_refuse(struct vmm_text *text, const char *at, void *out, size_t out_size, size_t bytes);

/*
 * Takes the words of a line, `key=value`, and stores the values of those that the table knows. Returns where the next
 * line begins; NULL when a byte is wrong, with that byte in `error`.
 */
const char *vmm_take_pairs(const char *p, const char *end, const struct vmm_keys *keys, void *out, size_t size,
                           const char **error);

/*
 * Takes the values of a row at p and the rest of the line, and stores the values. Returns where the next line begins; NULL
 * when a byte is wrong, with that byte in `error`.
 */
const char *vmm_take_values(const struct vmm_key *row, const char *p, const char *end, void *out, size_t size,
                            const char **error);

/*
 * Reads all the text, lines of `key value`, into a record whose first `size` bytes may be written. On every status
 * but VMM_OK the members of all keys are unknown.
 */
vmm_status vmm_read_keys(struct vmm_text *text, const struct vmm_keys *keys, void *out, size_t size);

/* The same for a file that is the whole record. */
static inline vmm_status vmm_fill_keys(struct vmm_text *text, const struct vmm_keys *keys, void *out, size_t out_size)
{
    size_t size = vmm_begin_text(text, out, out_size, keys->bytes);

    return size == 0 ? VMM_E_ARGUMENT : vmm_read_keys(text, keys, out, size);
}

/*
 * Reads the columns of the line that p stands in, each after at least one blank, into the columns' members, and goes on
 * to the next line. The rest of the record is the caller's to fill. On errors all of the record becomes unknown; if the
 * columns are a part of it, any of their members may be set, and no other is touched.
 */
vmm_status vmm_fill_columns(struct vmm_text *text, const char *p, const struct vmm_columns *columns, void *out,
                            size_t out_size);

/* The same, made for columns that stand right-aligned, several blanks before each. */
vmm_status vmm_fill_aligned_columns(struct vmm_text *text, const char *p, const struct vmm_columns *columns, void *out,
                                    size_t out_size);

/* Reads a file of a directory; on errors the members that it feeds become unknown. */
vmm_status vmm_read_file(struct vmm_text *text, const struct vmm_directory *directory, uint32_t file_id, void *out,
                         size_t out_size);

/* ---- what the lists of members are made of ---- */

#define VMM_FORM_BYTES VMM_FORM_NUMBER
#define VMM_FORM_COUNT VMM_FORM_NUMBER
#define VMM_FORM_TICKS VMM_FORM_NUMBER
#define VMM_FORM_SECONDS VMM_FORM_NUMBER
#define VMM_FORM_USEC VMM_FORM_NUMBER
#define VMM_FORM_NS VMM_FORM_NUMBER
#define VMM_FORM_MS VMM_FORM_NUMBER
#define VMM_FORM_PAGES VMM_FORM_NUMBER
#define VMM_FORM_BYTES_LIMIT VMM_FORM_LIMIT
#define VMM_FORM_COUNT_LIMIT VMM_FORM_LIMIT
#define VMM_FORM_USEC_LIMIT VMM_FORM_LIMIT
#define VMM_FORM_BYTES_PER_SECOND VMM_FORM_LIMIT
#define VMM_FORM_PER_SECOND VMM_FORM_LIMIT

/* The macros below are for one source file each, which says what RECORD is. */
/* A key with one value a member, from `first` to `last`. */
#define VMM_KEY_LIST(first, last, unit, key)                                                                           \
    {key, sizeof(key) - 1, VMM_FORM_##unit, (offsetof(RECORD, last) - offsetof(RECORD, first)) / sizeof(uint64_t) + 1, \
     offsetof(RECORD, first)},

#define VMM_KEY(member, unit, kind, key) VMM_KEY_LIST(member, member, unit, key)

/* What several keys begin with that no member is for, so that each need not be looked for in the whole table. */
#define VMM_KEY_PASSED_OVER(key) {key, sizeof(key) - 1, VMM_FORM_ANY, 0, 0},

/* Columns for the members from `first` to `last`, of a row that is a whole record or of one that is a part of it. */
#define VMM_COLUMNS(first, last) VMM_COLUMNS_OF(first, last, false)
#define VMM_COLUMNS_OF_PART(first, last) VMM_COLUMNS_OF(first, last, true)
#define VMM_COLUMNS_OF(first, last, is_part)                                                                           \
    {                                                                                                                  \
        offsetof(RECORD, first), (offsetof(RECORD, last) - offsetof(RECORD, first)) / sizeof(uint64_t) + 1,            \
            sizeof(RECORD), is_part                                                                                    \
    }

#define VMM_TABLE(rows)                                                                                                \
    {                                                                                                                  \
        rows, sizeof(rows) / sizeof((rows)[0]), sizeof(RECORD)                                                         \
    }

/*
 * A directory is a list of files in the order of their ids: of LINES with a list of keys, of one VALUE, or of a PAIR of them.
 * A file that feeds a member which another file is listed for ALSO does so.
 *
 *     #define FILES(LINES, VALUE, PAIR, ALSO)                  \
 *         LINES("cpu.stat", CPU_STAT)                          \
 *         VALUE("memory.current", memory_current_bytes, BYTES, GAUGE)
 */
#define VMM_DIRECTORY(FILES)                                                                                           \
    FILES(VMM_KEYS_OF_LINES, VMM_NOTHING, VMM_NOTHING, VMM_NOTHING)                                                    \
    static const struct vmm_source sources[] = {                                                                       \
        FILES(VMM_SOURCE_LINES, VMM_SOURCE_VALUE, VMM_SOURCE_PAIR, VMM_SOURCE_VALUE)};                                 \
    static const struct vmm_directory directory = VMM_TABLE(sources);

#define VMM_NOTHING(...)
#define VMM_KEYS_OF_LINES(name, LIST)                                                                                  \
    static const struct vmm_key LIST##_rows[] = {LIST(VMM_KEY)};                                                       \
    static const struct vmm_keys LIST##_keys = VMM_TABLE(LIST##_rows);
#define VMM_SOURCE_LINES(name, LIST) {&LIST##_keys, 0, 0, 0},
#define VMM_SOURCE_VALUE(name, member, unit, kind) {NULL, offsetof(RECORD, member), VMM_FORM_##unit, 1},
#define VMM_SOURCE_PAIR(name, member, unit, kind, second, second_unit, second_kind)                                    \
    {NULL, offsetof(RECORD, member), VMM_FORM_##unit, 2},

#endif
