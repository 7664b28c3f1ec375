/* SPDX-License-Identifier: MIT */
/*
 * The formats, and what is promised of all of them.
 *
 * A format is one function of the library that reads text into a record. `struct format` describes it: a reference parser,
 * which is written for obviousness and shares nothing with lib/, and texts. Each format has one description, in a file of
 * this folder; formats of one file or directory are a group. generate.py writes the list of all groups, lists.h. Users:
 *
 *   unit/test_formats.c   keeps every promise to every format, by support_formats.c, which the tests of the engine use for
 *                         formats of their own: `test_formats meminfo` runs the promises of one group, and
 *                         `test_formats 'meminfo: every cut'` runs one promise; CTest has one test a group, unit.format.meminfo
 *   fuzz/fuzz_text.c      keeps the same promises on texts of libFuzzer, and of the corpus (replay)
 *   unit/test_*.c         keep the facts of one format: this sample has these numbers; include "test.h" and use
 *                         read_sample(), read_string() and check_string()
 *
 * CONTRIBUTING.md has the recipe for a new format. A text that is an example of a status goes into `examples`, with its
 * status and the place of its error: these expectations do not come from the reference.
 */
#ifndef REFERENCE_FORMAT_H
#define REFERENCE_FORMAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "limits.h"
#include "vmmetrics/vmmetrics.h"

/* ---- texts ---- */

struct piece {
    const char *bytes;
    size_t length;
};

/* A text that is put together piece by piece. After `bytes` there is a NUL byte. */
struct builder {
    char *bytes;
    size_t length;
    size_t room;
};

void builder_add(struct builder *builder, const char *bytes, size_t length);
__attribute__((format(printf, 2, 3))) void builder_print(struct builder *builder, const char *format, ...);
void builder_free(struct builder *builder);
struct piece piece_of(const struct builder *builder);

/* ---- what a parser did, with positions counted from the start of the text ---- */

#define NOWHERE SIZE_MAX

struct outcome {
    vmm_status status;
    size_t pos;
    /* NOWHERE if there was no error. */
    size_t error;
};

/* ---- formats ---- */

/* The type of the records that the engine's tests describe. */
enum { OWN_RECORD = 1000 };

/* The function of the library. */
typedef vmm_status format_parser(struct vmm_text *text, void *out, size_t out_size);

/* Takes a value at `*at`, and moves `*at` after the value. False if there is no value, with `*at` at the wrong byte. */
typedef bool value_taker(const char *bytes, size_t length, size_t *at, uint64_t *value);

/* Prints a value in the form in which it is taken. False if the value cannot be printed. */
typedef bool value_printer(struct builder *text, uint64_t value);

struct ref_key;

/*
 * The reference: one call, with the text's position at `at`. `out` has `size` bytes that are valid, and is unknown in
 * all members that this call sets. If the status of the reference is not VMM_OK, the values that it stored do not
 * count.
 */
typedef struct outcome format_reference(const char *bytes, size_t length, size_t at, void *out, size_t size);

/*
 * Prints a record as the kernel does: a text that is read as this record. Shape 0 is the usual shape; other shapes
 * differ in order and blanks. False if there is no such shape, or if the record cannot be printed, as with a known
 * column after an unknown one.
 */
typedef bool format_printer(struct builder *text, const void *record, unsigned shape);

/*
 * Changes members with arbitrary numbers so that a text can have all of them: an existing state, a name and the numbers
 * that follow from the name. Unknown members may stay unknown.
 */
typedef void format_fitter(void *record);

enum kind {
    /* The whole text is one record. */
    ONE_RECORD,
    /* Each call gives a row, until VMM_END. */
    ROWS,
    /* One of the files that make a record together. The members of the other files stay as they are. */
    FILE_OF_RECORD
};

/* A text, the status of the first call on it, and the place of the error. */
struct example {
    struct piece text;
    vmm_status status;
    size_t error;
};

/* Members one after another. */
struct members {
    size_t offset;
    size_t count;
};

struct format {
    const char *name;
    enum kind kind;
    format_parser *parse;
    format_reference *reference;
    /* OWN_RECORD for a record of numbers that only a test has; 0 for a record that also has no type. */
    uint32_t record_id;
    size_t bytes;

    /*
     * The members that the format sets; an empty list means the whole record. A name counts as its bytes divided by 8.
     */
    struct members sets[8];
    /*
     * In place of `parse`: the file, which vmm_record_read() reads, or vmm_cgroup_io_next() where it has ROWS. A file that
     * is ONE_RECORD is the only one of its record.
     */
    enum vmm_file file;
    /* FILE_OF_RECORD: members whose keys are missing in the text stay as they were. */
    bool keeps;
    /*
     * In place of `reference` and `print`: numbers on a line, as many as `sets[0].count`. With ROWS each line is a row of
     * plain numbers. Otherwise the file is one line, and further lines are ignored; the first number is taken by this
     * function and printed by that one, if it is no plain number, or is one of these words, which stand for 1, 2 and so
     * on; all are in this unit.
     */
    value_taker *take;
    value_printer *put;
    const char *const *words;
    uint64_t scale;
    /* In place of `reference`, and of `print` where that is not there: lines of these keys, a delimiter and values. */
    const struct ref_key *keys;
    size_t key_count;
    char delimiter;

    /* The folder of tests/data with samples of the format, or NULL; and further folders. */
    const char *samples;
    const char *more_samples[6];
    /*
     * Texts of each status; a text whose bytes are NULL ends the list. There must be one, and the first must be good.
     */
    const struct example *examples;
    /* Texts in which every byte is replaced by every other byte; the list ends in the same way. */
    const struct piece *usual;
    /* The promise tries all short texts that consist of these bytes. */
    struct piece letters;
    /* Lines that change nothing before, between and after all others; the list ends with NULL. */
    const char *const *unknown;
    /* The bytes that end the key of a line: lines may change places then. NULL if the order of the lines counts. */
    const char *ends;
    /* Whether a text means the same in another order of its lines; NULL: it always does. */
    bool (*may_permute)(struct piece text, struct piece permuted);
    /* Whether the words of a line, which are key=value after the first, may change places. */
    bool words_move;
    format_printer *print;
    /* NULL if members may be any number. */
    format_fitter *fit;

    /* A text need not end in a newline. */
    bool may_lack_newline;
    /* Only few random texts are good. */
    bool seldom_good;
    /* ROWS: the rows end at the first line that is not a row, not at the end of the text. */
    bool ends_early;
    /* The texts are JSON objects. ROWS: the rows end with an object, and begin again with the next object. */
    bool json;
    /* ROWS: another row may stand on the same line, as in JSON. */
    bool share_lines;
    /* ROWS: a row may have several lines. */
    bool span_lines;
};

/* Formats of one file, or of one directory: a test of each promise, and a fuzz target. */
struct group {
    const char *name;
    const struct format *formats;
    size_t count;
    /* Whether the first byte of a fuzzer's input chooses one of them, the first by this number; else each reads all of it. */
    bool chosen;
    unsigned char first;
};

/* All formats; NULL ends the list. */
extern const struct group *const all_groups[];

#define EACH_GROUP(name) extern const struct group name##_group;
#include "lists.h"

/* The places of formats in their groups, for the tests of their facts: `&system_group.formats[SYSTEM_UPTIME]`. */
enum { CPU_ROWS, CPU_COUNTERS };
enum { MOUNTINFO_ROWS, MOUNTINFO_PATH, MOUNTINFO_OF };
enum { CGROUP_MEMBERSHIP, CGROUP_PATH, CGROUP_SCOPE };
enum { CGROUP_MEMORY_V2, CGROUP_MEMORY_V1 };
enum { PROCESS_STAT, PROCESS_STATUS, PROCESS_STATM, PROCESS_IO, PROCESS_SCHEDSTAT, PROCESS_SMAPS_ROLLUP };
enum { SYSTEM_LOADAVG, SYSTEM_UPTIME };
enum { PROTOCOLS_SNMP, PROTOCOLS_NETSTAT, PROTOCOLS_SNMP6, PROTOCOLS_SOCKSTAT, PROTOCOLS_SOCKSTAT6 };
enum { DISK_ROWS, DISK_STAT, DISK_SIZE, DISK_RO, DISK_DISKSEQ, DISK_INFLIGHT, DISK_UEVENT };

/* The readers of the library as functions of one type: library_cpu_next() is vmm_cpu_next(). */
#define EACH_READER(function, struct_name)                                                                             \
    static inline vmm_status library_##function(struct vmm_text *text, void *out, size_t out_size)                     \
    {                                                                                                                  \
        return vmm_##function(text, (struct vmm_##struct_name *)out, out_size);                                        \
    }
#include "lists.h"

/* ---- reference parsers ---- */

bool ref_blank(char c);

/* The place after the newline of the line of `at`, or the end of the text. */
size_t ref_next_line(const char *bytes, size_t length, size_t at);

/* Whether this word stands at `at`. */
bool ref_same(const char *bytes, size_t length, size_t at, const char *word);

size_t ref_skip_blanks(const char *bytes, size_t length, size_t at);

/* Whether a blank or a newline stands at `at`. */
bool ref_ends_word(const char *bytes, size_t length, size_t at);

/* An error at a byte of a line, or at the end of a text that was cut. */
struct outcome ref_error(const char *bytes, size_t length, size_t error);

/*
 * Takes a decimal number at `*at`, and moves `*at` after it. False if there is no number, with `*at` at the wrong byte.
 */
bool ref_number(const char *bytes, size_t length, size_t *at, uint64_t *value);

/* The same for a limit of cgroup v1, which prints a special number if there is no limit. */
bool ref_v1_limit(const char *bytes, size_t length, size_t *at, uint64_t *value);

/* A number in hexadecimal, with or without 0x before it. */
bool ref_hex(const char *bytes, size_t length, size_t *at, uint64_t *value);

/* The same for a number with two decimals. */
bool ref_hundredths(const char *bytes, size_t length, size_t *at, uint64_t *value);

/* How many numbers a list such as 0-3,8 has; 0 for an empty list. */
bool ref_list(const char *bytes, size_t length, size_t *at, uint64_t *value);

/* The letter of a process's state; any other letter is an unknown state. */
bool ref_state(const char *bytes, size_t length, size_t *at, uint64_t *value);

/* The letters, in the order of the states. */
extern const char ref_state_letters[];

/* The product, or VMM_UNKNOWN if it is too large. */
uint64_t ref_times(uint64_t value, uint64_t factor);

/* Stores a value if the record has it. */
void ref_store(void *out, size_t size, size_t offset, uint64_t value);

/* The 64 bits of a member. */
uint64_t ref_load(const void *record, size_t offset);

enum ref_unit {
    REF_PLAIN,
    /* ` kB` stands after the number. */
    REF_KB,
    /* The number is in kB, without the unit in the text. */
    REF_KB_UNSAID,
    /* A list such as 0-3,8: how many numbers it has. */
    REF_LIST,
    /* The last of the numbers of the line. */
    REF_LAST,
    /* The letter of a process's state, and words that explain it. */
    REF_STATE,
    /* `max`, or a number. */
    REF_LIMIT,
    REF_HEX,
    REF_HUNDREDTHS
};

/* A value in its unit. */
bool ref_take(enum ref_unit unit, const char *bytes, size_t length, size_t *at, uint64_t *value);

struct ref_key {
    /* Mostly without its delimiter. */
    const char *key;
    size_t offset;
    /* How many values, for as many members. */
    unsigned values;
    enum ref_unit unit;
};

/* Lines of a key, `delimiter` and values; where it is a NUL byte, the keys end with one of their own. A blank line or one without the delimiter is unknown. */
struct outcome ref_keys(const char *bytes, size_t length, size_t at, char delimiter, const struct ref_key *keys,
                        size_t count, void *out, size_t size);

/*
 * Print members that are known, lines of `key delimiter value` or columns with a blank before each. One that is unknown
 * before others that are known is printed as 2^64 - 1, which is read as unknown; with `all`, so is every unknown one, for
 * files that keep the members whose keys are not there. Shape 0 is in the order of the table, 1 backwards, 2 from the
 * middle on.
 */
void ref_print_columns(struct builder *text, size_t offset, size_t count, const void *record);
bool ref_print_keys(struct builder *text, char delimiter, const struct ref_key *keys, size_t count, const void *record,
                    bool all, unsigned shape);

/* Of /proc/vmstat, one for each member, in the order of the record. */
extern const struct ref_key vmstat_keys[], vmstat_detail_keys[];

/*
 * At most `count` numbers from `at` to the end of the line, into members one after another. What the caller's record does
 * not have is not looked at, further columns are not either.
 */
struct outcome ref_columns(const char *bytes, size_t length, size_t at, size_t offset, size_t count, void *out,
                           size_t size);

/* A file of numbers on a line, as the format's `take`, `words` and `scale` say; and a row of plain numbers. */
struct outcome ref_values(const struct format *format, const char *bytes, size_t length, size_t at, void *out,
                          size_t size);
struct outcome ref_row(const struct format *format, const char *bytes, size_t length, size_t at, void *out,
                       size_t size);
bool ref_print_values(const struct format *format, struct builder *text, const void *record, unsigned shape);

/* ---- texts with their lines and words elsewhere; `choice` is any number ---- */

/* Puts some of these lines before some lines of the text, and after its last line. */
void insert_lines(struct piece text, const char *const lines[], uint64_t choice, struct builder *changed);

/* Its lines in another order. False where two have the same key, which one of `ends` ends, as then the order counts. */
bool permute_lines(struct piece text, const char *ends, uint64_t choice, struct builder *changed);

/* The words of each line in another order: those after its first, if all are key=value and no key comes twice. */
void permute_words(struct piece text, uint64_t choice, struct builder *changed);

/* ---- promises ---- */

/* What stands in a record that is not begun by a file, as a caller of this size sees it: nothing is known. */
void promise_unknown(const struct format *format, void *out, size_t out_size);

/* The record of a caller before a file is read: numbers that differ from member to member. */
void promise_begun(const struct format *format, void *out, size_t out_size);

/* Makes the members unknown that a file sets. */
void promise_forget(const struct format *format, void *out, size_t out_size);

/* What was read: the first call, the last one before VMM_END (or the first), and how many rows were good. */
struct reading {
    struct outcome first, last;
    size_t rows;
};

/* Called with each record that is good. */
typedef void row_visitor(const struct format *format, const void *record, void *context);

/*
 * Reads a text by the library and by the reference, all rows of it, into a record of `out_size` bytes. Both must agree in
 * all that they say and write: the status, the position, the error, the record and the bytes after it, which keep what
 * they held; the text, which keeps its bytes. Whatever the reference thinks, a text that stops inside a line was cut, an
 * error stands in the text and the position after it, and after VMM_END comes VMM_END.
 */
struct reading promise_text(const struct format *format, struct piece text, size_t out_size, row_visitor *visit,
                            void *context);

/* Reads one text after another into the same record: nothing of the first must show after the second. */
void promise_reused(const struct format *format, struct piece first, struct piece second);

/*
 * Two texts for which the library must give the same results, except for positions. Where the lines are the same ones,
 * an error is at the same byte of its line.
 */
void promise_same(const struct format *format, struct piece one, struct piece other, bool same_lines, const char *what);

/* Prints a record, as the format does. */
bool promise_print(const struct format *format, struct builder *text, const void *record, unsigned shape);
/* Whether the format can. */
bool promise_prints(const struct format *format);

/* The library's function on a text. */
vmm_status promise_parse(const struct format *format, struct vmm_text *text, void *out, size_t out_size);

/*
 * The same from `at` on, on a copy of the text. The position and the error must be in the rest of the text, and the end
 * must stay.
 */
struct outcome promise_call(const struct format *format, struct piece text, const char *placed, size_t at, void *out,
                            size_t out_size);

/* What the record, printed in every shape, is read as. Returns how many shapes there are. */
unsigned promise_printed(const struct format *format, const void *record);

/* The same of all records in a text. */
void promise_printed_again(const struct format *format, struct piece text);

/* Whether the library describes the record. */
bool promise_is_described(const struct format *format);

/* The smallest size of a record that can be read. */
size_t promise_least(const struct format *format);

/* NULL arguments, positions that are none, sizes too small. */
void promise_arguments(const struct format *format, struct piece text);

/* A file into a record whose size is 0: what the file does not set is unknown. */
void promise_not_begun(const struct format *format, struct piece text);

/* ---- what each program that keeps the promises brings ---- */

/* Says so, with the text and the format, and ends the test. */
__attribute__((noreturn, format(printf, 3, 4))) void promise_broken(const struct format *format, struct piece text,
                                                                    const char *what, ...);

/*
 * Copies of a text in memory that ends, or begins, with the text, so that a byte read beside it is noticed. Returns how
 * many there are. They are valid until place_release().
 */
enum { MOST_PLACES = 2 };
unsigned place_text(struct piece text, const char *placed[MOST_PLACES]);
void place_release(const char *placed[MOST_PLACES]);

/*
 * Memory for a record of `size` bytes; `room` receives the number of all bytes; the bytes after `size` must not change.
 */
void *place_record(size_t size, size_t *room);
void place_record_release(void *record);

#endif
