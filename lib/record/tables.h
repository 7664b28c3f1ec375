/* SPDX-License-Identifier: MIT */
/*
 * Tables that say how text becomes a record, and the fillers that follow them. A format is a table of rows:
 *
 *     #define RECORD struct vmm_meminfo
 *
 *     static const struct vmm_key meminfo_rows[] = {
 *         ROW("MemTotal:", mem_total_bytes, KB),
 *         ROW("MemFree:", mem_free_bytes, KB),
 *     };
 *     static const struct vmm_keys meminfo_keys = TABLE_OF_KEYS(meminfo_rows);
 */
#ifndef VMM_TABLES_H
#define VMM_TABLES_H

#include "engine.h"

/* A row for `key value` lines and `key=value` words, in the order in which the kernel prints them. */
struct vmm_key {
    /*
     * The key and its delimiter, so that one comparison is enough; then zeros. At least 4 bytes and at most 27. A longer
     * key has its first 27 bytes here, the form AFTER_TAIL, and the rest of the key in the table of tails.
     */
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
    /*
     * The beginnings of lines without a member, so that these lines are not searched in all rows; NULL if there are
     * few.
     */
    const struct vmm_keys *passed_over;
    /*
     * For each row of the form AFTER_TAIL, a row for the same member with the rest of its key; NULL if there are none.
     * Only a table of lines that are passed over has them. The first 27 bytes of a key belong to one row only.
     */
    const struct vmm_keys *tails;
    uint16_t count;
    uint16_t bytes;
};

/* Numbers in order with one form, for members in a row. */
struct vmm_column {
    uint16_t offset;
    uint8_t count;
    uint8_t form;
    /*
     * The byte after each number. ' ' means a blank or the end of the line; after any other byte the next number
     * follows.
     */
    char delimiter;
};

/* A member in bytes that is a number of larger units in the text: how many bits the number is shifted by. */
struct vmm_scale {
    uint16_t offset;
    uint8_t bits;
};

struct vmm_line {
    const struct vmm_column *columns;
    uint8_t count;
    /* How many numbers a line must have. The other members are unknown if the line has no number for them. */
    uint8_t least;
    uint16_t bytes;
    /* Whether numbers without room in the caller's record are checked too. */
    bool checks_all;
    /* Whether an error leaves the record as it is: the caller makes its members unknown. */
    bool is_part;
    uint8_t scale_count;
    /* Members that are plain numbers in the line but have another unit in the record. */
    const struct vmm_scale *scales;
};

/* Words that a kernel file may hold, and the numbers that they become. */
struct vmm_word {
    char word[18];
    uint8_t length;
    uint8_t value;
};

struct vmm_words {
    const struct vmm_word *rows;
    uint16_t count;
};

/* A file of a directory: lines with keys, or a line of numbers, or one value, which is a word if there are words. */
struct vmm_source {
    const struct vmm_keys *keys;
    const struct vmm_line *line;
    const struct vmm_words *words;
    uint16_t offset;
    uint8_t form;
    /* The file has a function of its own, which vmm_record_read() calls. */
    bool has_reader;
};

/* The files that make a record together, in the order of their numbers, which begin with 1. */
struct vmm_directory {
    const struct vmm_source *sources;
    uint16_t count;
    uint16_t bytes;
};

/*
 * Takes the words of a line, `key=value`, and stores the values of the keys in the table. Returns where the next
 * line begins; NULL when a byte is wrong, with that byte in `error`.
 */
const char *vmm_take_pairs(const char *p, const char *end, const struct vmm_keys *keys, void *out, size_t size,
                           const char **error);

/*
 * Takes the values of a row at p and the rest of the line, and stores the values. Returns where the next line begins;
 * NULL when a byte is wrong, with that byte in `error`.
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
static inline vmm_status vmm_fill_keys(struct vmm_text *text, const struct vmm_keys *keys, uint32_t record_id,
                                       void *out, size_t out_size)
{
    size_t size = vmm_begin_text(text, out, out_size, keys->bytes, record_id);

    return size == 0 ? VMM_E_ARGUMENT : vmm_read_keys(text, keys, out, size);
}

/*
 * Takes the numbers of a line from the i-th of the first row on, as far as the line has them. Returns where the last
 * one ends; NULL when a byte is wrong, with that byte in `error`.
 */
const char *vmm_take_rest(const struct vmm_line *line, unsigned i, const char *p, const char *end, void *out,
                          size_t size, const char **error);

/* The same, but faster for a line of right-aligned plain numbers, with several blanks before each. */
const char *vmm_take_aligned_columns(const struct vmm_line *line, const char *p, const char *end, void *out,
                                     size_t size, const char **error);

/*
 * Ends a call for a row at p, after its numbers; where p is NULL, at the byte that is wrong, and the record is unknown.
 */
vmm_status vmm_end_row(struct vmm_text *text, const char *p, const char *error, const struct vmm_line *line, void *out,
                       size_t out_size);

/* Takes a row of plain numbers at p, as many as the record has members for, and ends the call. */
vmm_status vmm_fill_row(struct vmm_text *text, const char *p, const struct vmm_line *line, void *out, size_t out_size);

/* Makes the members of a line unknown. */
void vmm_forget_line(const struct vmm_line *line, void *out, size_t size);

/*
 * Reads a file of one line of numbers to its end; further lines are ignored. On errors the members of the line are
 * unknown. The last byte must be a newline: without it the last number could have been cut.
 */
vmm_status vmm_read_line(struct vmm_text *text, const struct vmm_line *line, void *out, size_t size);

/*
 * Takes the rest of the line as one of the words, which a remark in brackets may follow: `root invalid (Parent is not a
 * partition root)`. Any other word gives VMM_UNKNOWN. Returns where the line ends; NULL if the line is empty, with its end
 * in `error`.
 */
const char *vmm_take_one_of(const struct vmm_words *words, const char *p, const char *end, uint64_t *value,
                            const char **error);

/* Reads a file of one value; further text is ignored. On errors the member becomes unknown. */
vmm_status vmm_read_only_value(struct vmm_text *text, const struct vmm_source *source, void *out, size_t size);

/* Reads a file of a directory; on errors the members that it feeds become unknown. */
vmm_status vmm_read_file(struct vmm_text *text, const struct vmm_source *source, void *out, size_t size);

/* ---- rows of the tables; RECORD is the struct that the tables of a source file are about ---- */
/* clang-format off */

/* A key and the member of its value; a key of several values, for the members from `first` to `last`. */
#define ROW(key, member, form) {key, sizeof(key) - 1, VMM_FORM_##form, offsetof(RECORD, member)}
#define ROWS(key, first, last, form) \
    {key, sizeof(key) - 1, VMM_FORM_##form | (COUNT_OF_MEMBERS(first, last) - 1) << VMM_FORM_BITS, offsetof(RECORD, first)}
#define COUNT_OF_MEMBERS(first, last) ((offsetof(RECORD, last) - offsetof(RECORD, first)) / sizeof(uint64_t) + 1)
/* The beginning of a line without a member. */
#define PASS(key) {key, sizeof(key) - 1, 0, 0}

/* Numbers in order: of one member, and of the members from `first` to `last`. */
#define COLUMN(member, form, delimiter) {offsetof(RECORD, member), 1, VMM_FORM_##form, delimiter}
#define COLUMNS(first, last, form) {offsetof(RECORD, first), COUNT_OF_MEMBERS(first, last), VMM_FORM_##form, ' '}

#define SCALE(member, form) {offsetof(RECORD, member), VMM_BITS_##form}

/*
 * A file of a directory: one value, one of some words, a line of numbers, lines with keys. A READER has a function of
 * its own, which vmm_record_read() calls, and which may use the rest of the row.
 */
#define VALUE(file, member, form) {NULL, NULL, NULL, offsetof(RECORD, member), VMM_FORM_##form, false}
#define WORD(file, member, words) {NULL, NULL, &(words), offsetof(RECORD, member), 0, false}
#define LINE(file, line) {NULL, &(line), NULL, 0, 0, false}
#define LINES(file, keys) {&(keys), NULL, NULL, 0, 0, false}
#define READER(file) {NULL, NULL, NULL, 0, 0, true}
#define READER_OF_VALUE(file, member, form) {NULL, NULL, NULL, offsetof(RECORD, member), VMM_FORM_##form, true}
#define READER_OF_LINE(file, line) {NULL, &(line), NULL, 0, 0, true}
#define ONE_OF(word, value) {word, sizeof(word) - 1, value}

/* The tables made of these rows. */
#define ROWS_OF(rows) (sizeof(rows) / sizeof((rows)[0]))
#define TABLE(rows) {rows, ROWS_OF(rows), sizeof(RECORD)}
#define TABLE_OF_KEYS(rows) {rows, NULL, NULL, ROWS_OF(rows), sizeof(RECORD)}
#define TABLE_OF_KEYS_PASSING(rows, passed_over) {rows, &(passed_over), NULL, ROWS_OF(rows), sizeof(RECORD)}
#define TABLE_OF_LONG_KEYS_PASSING(rows, tails, passed_over) \
    {rows, &(passed_over), &(tails), ROWS_OF(rows), sizeof(RECORD)}
#define TABLE_OF_COLUMNS(rows) {rows, ROWS_OF(rows), 1, sizeof(RECORD), false, false, 0, NULL}
#define TABLE_OF_SCALED(rows, scales) {rows, ROWS_OF(rows), 1, sizeof(RECORD), false, true, ROWS_OF(scales), scales}
#define TABLE_OF_FILE(rows, least) {rows, ROWS_OF(rows), least, sizeof(RECORD), true, true, 0, NULL}
#define TABLE_OF_WORDS(rows) {rows, ROWS_OF(rows)}
/* clang-format on */

#endif
