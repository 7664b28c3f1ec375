/*
 * The engine: tables that say how text becomes a record, and the fillers that follow them. A format is a table of rows:
 *
 *     #define RECORD struct vmm_meminfo
 *
 *     static const struct vmm_key meminfo_rows[] = {
 *         ROW("MemTotal:", mem_total_bytes, KB),
 *         ROW("MemFree:", mem_free_bytes, KB),
 *     };
 *     static const struct vmm_keys meminfo_keys = TABLE_OF_KEYS(meminfo_rows);
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

/* A row for `key value` lines and `key=value` words, in the order in which the kernel prints them. */
struct vmm_key {
    /* The key and its delimiter, so that one comparison decides; then zeros. At least 4 bytes and at most 27. */
    char key[28];
    uint8_t length;
    /* The form of the value; in the upper four bits how many values more follow, for the members after this one. */
    uint8_t form;
    uint16_t offset;
};

enum { VMM_FORM_BITS = 4 };

/* How many values a row has. */
static inline unsigned vmm_count_of(const struct vmm_key *row)
{
    return (row->form >> VMM_FORM_BITS) + 1U;
}

struct vmm_keys {
    const struct vmm_key *rows;
    /* How lines begin that have no member, so that not each of them is looked for in all rows; NULL where there are few. */
    const struct vmm_keys *passed_over;
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

/* The same from p on, after lines that are no keys. */
vmm_status vmm_read_keys_from(struct vmm_text *text, const char *p, const struct vmm_keys *keys, void *out,
                              size_t size);

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

/* ---- rows of the tables; RECORD is the struct that the tables of a source file are about ---- */
/* clang-format off */

/* A key and the member of its value; a key of several values, for the members from `first` to `last`. */
#define ROW(key, member, form) {key, sizeof(key) - 1, VMM_FORM_##form, offsetof(RECORD, member)}
#define ROWS(key, first, last, form) \
    {key, sizeof(key) - 1, VMM_FORM_##form | (COUNT_OF_MEMBERS(first, last) - 1) << VMM_FORM_BITS, offsetof(RECORD, first)}
#define COUNT_OF_MEMBERS(first, last) ((offsetof(RECORD, last) - offsetof(RECORD, first)) / sizeof(uint64_t) + 1)
/* How lines begin that have no member. */
#define PASS(key) {key, sizeof(key) - 1, 0, 0}

#define TABLE(rows) {rows, sizeof(rows) / sizeof((rows)[0]), sizeof(RECORD)}
#define TABLE_OF_KEYS(rows) {rows, NULL, sizeof(rows) / sizeof((rows)[0]), sizeof(RECORD)}
#define TABLE_OF_KEYS_PASSING(rows, passed_over) {rows, &(passed_over), sizeof(rows) / sizeof((rows)[0]), sizeof(RECORD)}

/* Columns for the members from `first` to `last`, of a row that is a whole record or of one that is a part of it. */
#define VMM_COLUMNS(record, first, last, is_part) \
    {offsetof(record, first), (offsetof(record, last) - offsetof(record, first)) / sizeof(uint64_t) + 1, sizeof(record), is_part}

/* A file of a directory: of one value, of a value and a plain number, of lines with keys. */
#define VALUE(file, member, form) {NULL, offsetof(RECORD, member), VMM_FORM_##form, 1}
#define PAIR(file, member, form) {NULL, offsetof(RECORD, member), VMM_FORM_##form, 2}
#define LINES(file, keys) {&(keys), 0, 0, 0}
/* clang-format on */

#endif
