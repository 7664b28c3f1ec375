/* SPDX-License-Identifier: MIT */
/*
 * Files that live in memory. The linker puts these functions in the place of open(), read(), opendir(), malloc() and so on
 * (--wrap), so that the collector reads them as it reads /proc and /sys. A file has no text of its own: a function prints the
 * text for each read. What is removed stays as long as it is open, and then gives the kernel's error.
 */
#ifndef YEAR_FILES_H
#define YEAR_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All files are below this directory. */
#define FILES_ROOT "/year"

enum { TEXT_BYTES = 32768 };

struct text {
    size_t length;
    char bytes[TEXT_BYTES];
};

void put(struct text *text, const char *words);
void put_number(struct text *text, uint64_t number);
/* `words`, the number, and a newline. */
void put_line(struct text *text, const char *words, uint64_t number);

/* What became of the last attempt to read a file in this sample. */
enum outcome { NOT_READ, READ_WELL, READ_CUT, READ_FAILED, READ_GONE };

enum node_kind { IS_DIRECTORY, IS_FILE, IS_LINK, IS_BLOCK_DEVICE };

struct node {
    struct node *parent, *first, *next, *previous, *chain;
    /* What a link leads to, if it is followed. */
    struct node *leads_to;
    char name[32];
    enum node_kind kind;
    uint64_t inode;
    /* Of a block device; and what stat() says of the number in it. */
    unsigned major, minor;
    /* Prints the text of a file or of a link. */
    void (*print)(struct text *text, const void *thing);
    const void *thing;
    unsigned users;
    bool is_removed;
    int error_when_removed;
    /* A fault of this sample: an errno, or the text is cut inside a line, or is empty. */
    int fault;
    enum cut { CUT_NOTHING, CUT_LINE, CUT_ALL } cut;
    size_t cut_length;
    /* Of a file that grows: the number of bytes before those that are printed. */
    const uint64_t *start;
    /* Of the sample in which it was read last: the outcome, and the last time that the clock had told before. */
    uint64_t sample;
    enum outcome outcome;
    int64_t told_ns;
};

struct files {
    struct node *root;
    /* The number of the sample that is taken now. */
    uint64_t sample;
    /* The last time that the collector was told. */
    int64_t told_ns;
    /* Each open() fails with it; 0 for none. */
    int open_error;
    /* After so many reads this is called once; 0 for never. */
    uint64_t reads_left;
    void (*after_reads)(void);
    /* The bound on descriptors, and whether not all files can be open. */
    unsigned most_open;
    bool has_few;
    /* What the program has in use now, the model left out. */
    uint64_t open_count;
    uint64_t block_count;
    uint64_t byte_count;
    uint64_t reads;
};
extern struct files files;

void files_begin(unsigned most_open);
void files_end(void);

/* Memory of the model, which is not counted. */
void *model_alloc(size_t size);
void model_free(void *memory);

struct node *files_add(struct node *directory, const char *name, enum node_kind kind);
struct node *files_add_file(struct node *directory, const char *name, void (*print)(struct text *, const void *),
                            const void *thing);
/* With all that is below it. Who has it open gets the error from now on. */
void files_remove(struct node *node, int error);
/* The node gets another name. Who has it open notices nothing. */
void files_rename(struct node *node, const char *name);

/* A fault until files_clear_faults(). */
void files_fail(struct node *node, int error, enum cut cut);
void files_clear_faults(void);

/* What became of a file in this sample. */
enum outcome outcome_of(const struct node *node);

/* A random number, the same for the same seed. */
extern uint64_t random_state;
uint64_t random_number(void);
/* Below `bound`, which is not 0. */
uint64_t random_below(uint64_t bound);
/* One of so many times. */
bool one_of(uint64_t times);

#endif
