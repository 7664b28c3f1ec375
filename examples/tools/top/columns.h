/* SPDX-License-Identifier: MIT */
/* The columns of the table, and which of them are shown, in which order. */
#ifndef TOP_COLUMNS_H
#define TOP_COLUMNS_H

#include "vm.h"

/* Names, words of options and of the file of settings, and keys that sort by them, are in columns.c. */
enum column_id {
    COLUMN_NAME,
    COLUMN_PID,
    COLUMN_KIND,
    COLUMN_VCPUS,
    COLUMN_THREADS,
    COLUMN_CPU,
    COLUMN_SHARE,
    COLUMN_HISTORY,
    COLUMN_WAIT,
    COLUMN_OVERHEAD,
    COLUMN_THROTTLED,
    COLUMN_LIMIT,
    COLUMN_MEMORY,
    COLUMN_HUGE_PAGES,
    COLUMN_GUEST_MEMORY,
    COLUMN_GUEST_AVAILABLE,
    COLUMN_GUEST_TOTAL,
    COLUMN_BALLOON,
    COLUMN_CGROUP_MEMORY,
    COLUMN_FAULTS,
    COLUMN_KILLS,
    COLUMN_NETWORK,
    COLUMN_RECEIVED,
    COLUMN_SENT,
    COLUMN_PACKETS_IN,
    COLUMN_PACKETS_OUT,
    COLUMN_DROPS_IN,
    COLUMN_DROPS_OUT,
    COLUMN_DISK,
    COLUMN_READ,
    COLUMN_WRITTEN,
    COLUMN_READS,
    COLUMN_WRITES,
    COLUMN_PRESSURE,
    COLUMN_PRESSURE_CPU,
    COLUMN_PRESSURE_MEMORY,
    COLUMN_PRESSURE_IO,
    COLUMN_DEVICES,
    COLUMNS
};

/* What is in a column. */
enum column_kind { IS_FIGURE, IS_NAME, IS_PID, IS_KIND, IS_BAR, IS_HISTORY, IS_DEVICES };

struct column {
    /* Its name in options and in the file of settings, and its heading in the table. */
    const char *word;
    const char *heading;
    enum column_kind kind;
    enum figure_id figure;
    int width;
    /* Unless columns were chosen: it is on pages that are at least so wide, and less than so wide. */
    int from;
    int below;
    /* The key that sorts by it, or 0. */
    char key;
    /* What it is, for the pages of columns and of help. */
    const char *text;
};
extern const struct column table_columns[COLUMNS];

/* Which columns are shown. */
struct choice {
    /* Otherwise as many as fit are shown, in their usual order. */
    bool is_chosen;
    /* All columns in the order in which they are shown, and which are. */
    enum column_id order[COLUMNS];
    bool shown[COLUMNS];
};

/* A column's place on a page. */
struct place {
    enum column_id id;
    int at;
    int width;
};

struct layout {
    struct place places[COLUMNS];
    size_t count;
    /* Chosen columns for which there is no room; the page says how many to its right if it can. */
    size_t left_out;
};

enum { LEFT_OUT_WIDTH = 4 };

/* The usual choice. */
struct choice choice_usual(void);

/* Sets it from the columns' words, with a comma or blanks between them. Returns NULL, or why it cannot; then `word` is what is
 * wrong, and the choice stays as it was. */
const char *choice_take(struct choice *choice, const char *words, char word[32]);

/* A column of this word or heading, in capitals or not; COLUMNS if there is no such column. */
enum column_id column_of(const char *word, size_t length);

struct layout layout_of(const struct choice *choice, int width, bool histories);

/* The share of its virtual CPUs that a machine uses. */
struct figure share_of(struct figure part, struct figure whole);

/* Whether rows are sorted by a column from its smallest value on, as words are. */
bool column_ascends(enum column_id id);

/* The order of two machines by a column: negative if the first comes first. What is unknown comes last. */
int column_compare(enum column_id id, bool reverse, const struct vm *one, const struct vm *other);

/* The names of a machine's TAPs and disks, with commas between them, or `-`. */
void devices_text(const struct vm *vm, char *text, size_t size);

#endif
