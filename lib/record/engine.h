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

#include "../scan/scan.h"
#include "vmmetrics/base.h"
#include "vmmetrics/record.h"

/* A row of the hot table for `key value` lines and `key=value` words, in the order in which the kernel prints them. */
struct vmm_key {
    /* The key with its delimiter behind it, so that one comparison decides; zero behind that. */
    char key[27];
    uint8_t length;
    uint8_t form;
    /* How many values follow, for as many members in a row. */
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
};

/* A row of the cold table. */
struct vmm_member {
    uint16_t offset;
    uint8_t bytes;
    uint8_t type;
    uint8_t unit;
    uint8_t kind;
    uint8_t width;
};

struct vmm_description {
    const char *name;
    const struct vmm_member *members;
    /* The members' names in the order of the table, each ended by NUL. */
    const char *member_names;
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

/* Stores a member, if it lies within the part of a record that is valid. */
static inline void vmm_store(void *record, size_t size, size_t offset, uint64_t value)
{
    if (offset + sizeof(uint64_t) <= size)
        *(uint64_t *)(void *)((char *)record + offset) = value;
}

/*
 * Ends a call at a byte that is wrong: what was filled becomes unknown again and the row is passed over. The status says
 * whether the byte is in the text or the text ended before it.
 */
vmm_status vmm_refuse(struct vmm_text *text, const char *at, void *out, size_t out_size, size_t bytes);

/*
 * Takes the words of a line, `key=value`, and stores the values of those that the table knows. Returns where the next
 * line begins; NULL when a byte is wrong, with that byte in `error`.
 */
const char *vmm_take_pairs(const char *p, const char *end, const struct vmm_keys *keys, void *out, size_t size,
                           const char **error);

/* Reads all the text, lines of `key value`, into a record. */
vmm_status vmm_fill_keys(struct vmm_text *text, const struct vmm_keys *keys, void *out, size_t out_size);

/*
 * Reads the columns of the line that p stands in, each after at least one blank, into the columns' members, and goes on
 * to the next line. The rest of the record is the caller's to fill; on errors all of it becomes unknown.
 */
vmm_status vmm_fill_columns(struct vmm_text *text, const char *p, const struct vmm_columns *columns, void *out,
                            size_t out_size);

/* ---- what the lists of members are made of ---- */

#define VMM_FORM_BYTES VMM_FORM_NUMBER
#define VMM_FORM_COUNT VMM_FORM_NUMBER
#define VMM_FORM_TICKS VMM_FORM_NUMBER
#define VMM_FORM_SECONDS VMM_FORM_NUMBER
#define VMM_FORM_USEC VMM_FORM_NUMBER

#define VMM_UNIT_KB VMM_UNIT_BYTES
#define VMM_UNIT_V1_LIMIT VMM_UNIT_BYTES
#define VMM_UNIT_COUNT VMM_UNIT_NONE

#define VMM_TYPE_KB VMM_TYPE_UINT64
#define VMM_TYPE_V1_LIMIT VMM_TYPE_UINT64
#define VMM_TYPE_COUNT VMM_TYPE_UINT64
#define VMM_TYPE_BYTES VMM_TYPE_UINT64
#define VMM_TYPE_TICKS VMM_TYPE_UINT64
#define VMM_TYPE_SECONDS VMM_TYPE_UINT64
#define VMM_TYPE_USEC VMM_TYPE_UINT64
#define VMM_TYPE_HUNDREDTHS VMM_TYPE_UINT64
#define VMM_TYPE_PERCENT VMM_TYPE_UINT64
#define VMM_TYPE_RATIO VMM_TYPE_DOUBLE

/* A counter is of 64 bits where its list does not say COUNTER_32, COUNTER_LONG, or COUNTER_SUM (of several). */
#define VMM_KIND_COUNTER_32 VMM_KIND_COUNTER
#define VMM_KIND_COUNTER_LONG VMM_KIND_COUNTER
#define VMM_KIND_COUNTER_SUM VMM_KIND_COUNTER

#define VMM_WIDTH_IDENTITY VMM_WIDTH_NONE
#define VMM_WIDTH_GAUGE VMM_WIDTH_NONE
#define VMM_WIDTH_LIMIT VMM_WIDTH_NONE
#define VMM_WIDTH_COUNTER VMM_WIDTH_64
#define VMM_WIDTH_COUNTER_32 VMM_WIDTH_32
#define VMM_WIDTH_COUNTER_LONG VMM_WIDTH_KERNEL_LONG
#define VMM_WIDTH_COUNTER_SUM VMM_WIDTH_NONE

/* The macros below are for one source file each, which says what RECORD is. */
/* A key with one value a member, from `first` to `last`. */
#define VMM_KEY_LIST(first, last, unit, key)                                                                           \
    {key, sizeof(key) - 1, VMM_FORM_##unit, (offsetof(RECORD, last) - offsetof(RECORD, first)) / sizeof(uint64_t) + 1, \
     offsetof(RECORD, first)},

#define VMM_KEY(member, unit, kind, key) VMM_KEY_LIST(member, member, unit, key)

/* Columns for the members from `first` to `last`. */
#define VMM_COLUMNS(first, last)                                                                                       \
    {                                                                                                                  \
        offsetof(RECORD, first), (offsetof(RECORD, last) - offsetof(RECORD, first)) / sizeof(uint64_t) + 1,            \
            sizeof(RECORD)                                                                                             \
    }

/* Lists for the description only leave the key out. */
#define VMM_MEMBER(member, ...) VMM_MEMBER_AND_KEY(member, __VA_ARGS__, )
#define VMM_MEMBER_AND_KEY(member, unit, kind, ...)                                                                    \
    {offsetof(RECORD, member), sizeof(((RECORD *)NULL)->member), VMM_TYPE_##unit, VMM_UNIT_##unit, VMM_KIND_##kind,    \
     VMM_WIDTH_##kind},

#define VMM_MEMBER_NAME(member, ...) #member "\0"

#define VMM_DESCRIBE(record_name, MEMBERS)                                                                             \
    static const struct vmm_member record_name##_members[] = {MEMBERS(VMM_MEMBER)};                                    \
    extern const struct vmm_description vmm_##record_name##_description;                                               \
    const struct vmm_description vmm_##record_name##_description = {                                                   \
        #record_name, record_name##_members, MEMBERS(VMM_MEMBER_NAME),                                                 \
        sizeof record_name##_members / sizeof record_name##_members[0], sizeof(RECORD)}

#define VMM_TABLE(rows)                                                                                                \
    {                                                                                                                  \
        rows, sizeof(rows) / sizeof((rows)[0]), sizeof(RECORD)                                                         \
    }

#endif
