/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The linker, and no header, knows the functions that stand in the place of others. */
#pragma GCC diagnostic ignored "-Wmissing-prototypes"

/* Descriptors of these files have numbers from here on. The program itself has no more open than the usual three. */
enum { FIRST_NUMBER = 16, MOST_NUMBERS = 1 << 17, CHAINS = 1 << 18, PROC = 0x9fa0, MOST_FAULTS = 4096 };

struct files files;

static struct node *chains[CHAINS];
static struct open_file {
    struct node *node;
    uint64_t position;
} open_files[MOST_NUMBERS];
/* No number below it is free. */
static unsigned first_free;
static uint64_t next_inode = 1000;
static struct node *faults[MOST_FAULTS];
static unsigned fault_count;
/* Removed in this sample, and perhaps still in a list that is being read. */
static struct node *removed;

ssize_t __real_read(int fd, void *bytes, size_t size);
int __real_close(int fd);

/* ---- Random numbers: splitmix64 ---- */

uint64_t random_state;

uint64_t random_number(void)
{
    uint64_t number = random_state += 0x9e3779b97f4a7c15;

    number = (number ^ number >> 30) * 0xbf58476d1ce4e5b9;
    number = (number ^ number >> 27) * 0x94d049bb133111eb;
    return number ^ number >> 31;
}

uint64_t random_below(uint64_t bound)
{
    return random_number() % bound;
}

bool one_of(uint64_t times)
{
    return random_below(times) == 0;
}

/* ---- Texts ---- */

void put(struct text *text, const char *words)
{
    size_t length = strlen(words);

    if (length > TEXT_BYTES - text->length)
        abort();
    memcpy(text->bytes + text->length, words, length);
    text->length += length;
}

void put_number(struct text *text, uint64_t number)
{
    char digits[24], *at = digits + sizeof digits;

    *--at = '\0';
    do {
        *--at = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    put(text, at);
}

void put_line(struct text *text, const char *words, uint64_t number)
{
    put(text, words);
    put_number(text, number);
    put(text, "\n");
}

/* ---- Memory ---- */

#ifdef YEAR_COUNTS_MEMORY

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void __real_free(void *memory);

static void *count_block(void *memory)
{
    if (memory != NULL) {
        files.block_count++;
        files.byte_count += malloc_usable_size(memory);
    }
    return memory;
}

static void uncount_block(void *memory)
{
    if (memory != NULL) {
        files.block_count--;
        files.byte_count -= malloc_usable_size(memory);
    }
}

void *__wrap_malloc(size_t size)
{
    return count_block(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return count_block(__real_calloc(count, size));
}

void *__wrap_realloc(void *memory, size_t size)
{
    uncount_block(memory);
    return count_block(__real_realloc(memory, size));
}

char *__wrap_strdup(const char *text)
{
    char *copy = __wrap_malloc(strlen(text) + 1);

    return copy == NULL ? NULL : strcpy(copy, text);
}

void __wrap_free(void *memory)
{
    uncount_block(memory);
    __real_free(memory);
}

#else

/* A sanitizer looks for leaks by itself. */
static void *__real_calloc(size_t count, size_t size)
{
    return calloc(count, size);
}

static void __real_free(void *memory)
{
    free(memory);
}

#endif

void *model_alloc(size_t size)
{
    void *memory = __real_calloc(1, size);

    if (memory == NULL)
        abort();
    return memory;
}

void model_free(void *memory)
{
    __real_free(memory);
}

/* ---- The tree ---- */

static struct node **chain_of(const struct node *directory, const char *name, size_t length)
{
    uint64_t hash = directory->inode * 0x9e3779b97f4a7c15;

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)name[i]) * 0x100000001b3;
    return &chains[(hash ^ hash >> 29) % CHAINS];
}

static struct node *child_of(const struct node *directory, const char *name, size_t length)
{
    for (struct node *node = *chain_of(directory, name, length); node != NULL; node = node->chain) {
        if (node->parent == directory && strlen(node->name) == length && memcmp(node->name, name, length) == 0)
            return node;
    }
    return NULL;
}

static void give_name(struct node *node, const char *name)
{
    struct node **chain = chain_of(node->parent, name, strlen(name));

    if (strlen(name) >= sizeof node->name || child_of(node->parent, name, strlen(name)) != NULL)
        abort();
    strcpy(node->name, name);
    node->chain = *chain;
    *chain = node;
}

static void take_name(struct node *node)
{
    struct node **at = chain_of(node->parent, node->name, strlen(node->name));

    while (*at != node)
        at = &(*at)->chain;
    *at = node->chain;
}

struct node *files_add(struct node *directory, const char *name, enum node_kind kind)
{
    struct node *node = model_alloc(sizeof *node);

    node->parent = directory;
    node->kind = kind;
    node->inode = next_inode++;
    give_name(node, name);
    node->next = directory->first;
    if (node->next != NULL)
        node->next->previous = node;
    directory->first = node;
    return node;
}

struct node *files_add_file(struct node *directory, const char *name, void (*print)(struct text *, const void *),
                            const void *thing)
{
    struct node *node = files_add(directory, name, IS_FILE);

    node->print = print;
    node->thing = thing;
    return node;
}

void files_remove(struct node *node, int error)
{
    while (node->first != NULL)
        files_remove(node->first, error);
    take_name(node);
    if (node->previous != NULL)
        node->previous->next = node->next;
    else
        node->parent->first = node->next;
    if (node->next != NULL)
        node->next->previous = node->previous;
    for (unsigned i = 0; i < fault_count; i++) {
        if (faults[i] == node)
            faults[i] = faults[--fault_count];
    }
    node->is_removed = true;
    node->error_when_removed = error;
    node->chain = removed;
    removed = node;
}

static void free_removed(void)
{
    struct node **at = &removed;

    while (*at != NULL) {
        struct node *node = *at;

        if (node->users != 0) {
            at = &node->chain;
            continue;
        }
        *at = node->chain;
        model_free(node);
    }
}

void files_rename(struct node *node, const char *name)
{
    take_name(node);
    give_name(node, name);
}

/* Walks from a directory. Follows a link where the path goes on. */
static struct node *walk(struct node *from, const char *path)
{
    struct node *node = from;

    while (node != NULL && *path != '\0') {
        size_t length = strcspn(path, "/");

        if (node->leads_to != NULL)
            node = node->leads_to;
        if (length == 2 && memcmp(path, "..", 2) == 0)
            node = node->parent;
        else if (length != 0)
            node = child_of(node, path, length);
        path += length + (path[length] == '/');
    }
    return node;
}

static bool is_ours(int fd)
{
    return fd >= FIRST_NUMBER && fd < FIRST_NUMBER + MOST_NUMBERS && open_files[fd - FIRST_NUMBER].node != NULL;
}

static struct node *node_of(int fd)
{
    return open_files[fd - FIRST_NUMBER].node;
}

/* NULL and errno where there is none. */
static struct node *find_at(int directory, const char *path)
{
    struct node *from = NULL, *node;

    if (strncmp(path, FILES_ROOT "/", sizeof FILES_ROOT) == 0) {
        from = files.root;
        path += sizeof FILES_ROOT;
    } else if (is_ours(directory) && path[0] != '/') {
        from = node_of(directory);
    }
    node = from == NULL || from->is_removed ? NULL : walk(from, path);
    if (node == NULL)
        errno = from != NULL && from->is_removed && from->error_when_removed == ESRCH ? ESRCH : ENOENT;
    return node;
}

/* ---- Faults ---- */

void files_fail(struct node *node, int error, enum cut cut)
{
    if (node == NULL || fault_count == MOST_FAULTS)
        abort();
    node->fault = error;
    node->cut = cut;
    faults[fault_count++] = node;
}

void files_clear_faults(void)
{
    files.open_error = 0;
    while (fault_count != 0) {
        struct node *node = faults[--fault_count];

        node->fault = 0;
        node->cut = CUT_NOTHING;
    }
    free_removed();
}

static void note(struct node *node, enum outcome outcome)
{
    node->sample = files.sample;
    node->outcome = outcome;
    node->told_ns = files.told_ns;
}

static bool is_gone(int error)
{
    return error == ENOENT || error == ENOTDIR || error == ESRCH || error == ENODEV;
}

/* Whether a call on the node fails now. */
static bool fails(struct node *node, int more)
{
    int error = node->is_removed ? node->error_when_removed : node->fault != 0 ? node->fault : more;

    if (error == 0)
        return false;
    note(node, is_gone(error) ? READ_GONE : READ_FAILED);
    errno = error;
    return true;
}

enum outcome outcome_of(const struct node *node)
{
    return node->sample == files.sample ? node->outcome : NOT_READ;
}

static void count_read(void)
{
    files.reads++;
    if (files.reads_left != 0 && --files.reads_left == 0)
        files.after_reads();
}

/* ---- Calls ---- */

static int open_node(struct node *node)
{
    unsigned number = first_free;

    /* What is gone fails when it is read; a path that is gone is not found. */
    if ((node->is_removed || !is_gone(node->fault)) && fails(node, files.open_error))
        return -1;
    while (number < MOST_NUMBERS && open_files[number].node != NULL)
        number++;
    if (number >= files.most_open || number == MOST_NUMBERS) {
        note(node, READ_FAILED);
        errno = EMFILE;
        return -1;
    }
    first_free = number + 1;
    open_files[number] = (struct open_file){node, node->start == NULL ? 0 : *node->start};
    node->users++;
    files.open_count++;
    return FIRST_NUMBER + (int)number;
}

int __wrap_openat(int directory, const char *path, int flags, ...)
{
    struct node *node = find_at(directory, path);

    (void)flags;
    return node == NULL ? -1 : open_node(node);
}

int __wrap_open(const char *path, int flags, ...)
{
    return __wrap_openat(AT_FDCWD, path, flags);
}

int __wrap_close(int fd)
{
    struct node *node;

    if (!is_ours(fd))
        return __real_close(fd);
    node = node_of(fd);
    open_files[fd - FIRST_NUMBER].node = NULL;
    if ((unsigned)(fd - FIRST_NUMBER) < first_free)
        first_free = (unsigned)(fd - FIRST_NUMBER);
    files.open_count--;
    node->users--;
    return 0;
}

/* Cuts a text inside a line. */
static void cut_text(struct text *text, enum cut cut)
{
    size_t length = cut == CUT_ALL || text->length < 2 ? 0 : 1 + random_below(text->length - 1);

    while (length != 0 && text->bytes[length - 1] == '\n')
        length--;
    text->length = length;
}

/* Prints the text, and copies from an offset. */
static ssize_t read_node(struct node *node, void *bytes, size_t size, uint64_t offset)
{
    static struct text text;

    count_read();
    if (fails(node, 0))
        return -1;
    text.length = 0;
    node->print(&text, node->thing);
    if (node->cut != CUT_NOTHING && offset == 0) {
        cut_text(&text, node->cut);
        node->cut_length = text.length;
    } else if (node->cut != CUT_NOTHING) {
        text.length = node->cut_length;
    }
    note(node, node->cut == CUT_NOTHING ? READ_WELL : READ_CUT);
    if (node->start != NULL)
        offset -= *node->start;
    if (offset >= text.length)
        return 0;
    if (size > text.length - offset)
        size = text.length - offset;
    memcpy(bytes, text.bytes + offset, size);
    return (ssize_t)size;
}

ssize_t __wrap_pread(int fd, void *bytes, size_t size, off_t offset)
{
    return read_node(node_of(fd), bytes, size, (uint64_t)offset);
}

ssize_t __wrap_read(int fd, void *bytes, size_t size)
{
    struct open_file *file;
    ssize_t got;

    if (!is_ours(fd))
        return __real_read(fd, bytes, size);
    file = &open_files[fd - FIRST_NUMBER];
    got = read_node(file->node, bytes, size, file->position);
    if (got > 0)
        file->position += (uint64_t)got;
    return got;
}

static uint64_t size_of(const struct node *node)
{
    static struct text text;

    text.length = 0;
    if (node->start == NULL)
        return 0;
    node->print(&text, node->thing);
    return *node->start + text.length;
}

/* Only a file that grows is asked for its place. */
off_t __wrap_lseek(int fd, off_t offset, int whence)
{
    struct open_file *file = &open_files[fd - FIRST_NUMBER];

    if (whence == SEEK_SET)
        file->position = (uint64_t)offset;
    else if (whence == SEEK_END)
        file->position = size_of(file->node) + (uint64_t)offset;
    return (off_t)file->position;
}

ssize_t __wrap_readlinkat(int directory, const char *path, char *bytes, size_t size)
{
    struct node *node = find_at(directory, path);
    static struct text text;

    count_read();
    if (node == NULL || fails(node, 0))
        return -1;
    text.length = 0;
    node->print(&text, node->thing);
    note(node, READ_WELL);
    if (size > text.length)
        size = text.length;
    memcpy(bytes, text.bytes, size);
    return (ssize_t)size;
}

static void fill_status(const struct node *node, struct stat *status)
{
    memset(status, 0, sizeof *status);
    status->st_ino = node->inode;
    status->st_dev = 1;
    status->st_size = (off_t)size_of(node);
    status->st_mode = node->kind == IS_DIRECTORY ? S_IFDIR : node->kind == IS_BLOCK_DEVICE ? S_IFBLK : S_IFREG;
}

int __wrap_stat(const char *path, struct stat *status)
{
    struct node *node = find_at(AT_FDCWD, path);

    if (node == NULL || fails(node, 0))
        return -1;
    fill_status(node, status);
    return 0;
}

int __wrap_fstat(int fd, struct stat *status)
{
    fill_status(node_of(fd), status);
    return 0;
}

int __wrap_access(const char *path, int mode)
{
    struct node *node = find_at(AT_FDCWD, path);

    (void)mode;
    return node == NULL || fails(node, 0) ? -1 : 0;
}

/* Links of /proc/PID/fd lead to what is open. */
int __wrap_statfs(const char *path, struct statfs *system)
{
    memset(system, 0, sizeof *system);
    system->f_type = strncmp(path, FILES_ROOT "/proc/", sizeof FILES_ROOT + 5) == 0 ? PROC : 0;
    return 0;
}

int __wrap_fstatfs(int fd, struct statfs *system)
{
    (void)fd;
    return __wrap_statfs(FILES_ROOT "/proc/", system);
}

/* statx(), which the collector calls for the mode and the number of a device. */
long __wrap_syscall(long number, ...)
{
    struct node *node;
    const char *name;
    va_list arguments;
    char *status;
    int directory;

    if (number != SYS_statx) {
        errno = ENOSYS;
        return -1;
    }
    va_start(arguments, number);
    directory = va_arg(arguments, int);
    name = va_arg(arguments, const char *);
    va_arg(arguments, int);
    va_arg(arguments, int);
    status = va_arg(arguments, char *);
    va_end(arguments);
    node = find_at(directory, name);
    if (node == NULL || fails(node, 0))
        return -1;
    memset(status, 0, 256);
    *(uint16_t *)(void *)(status + 28) = node->kind == IS_BLOCK_DEVICE ? S_IFBLK : S_IFREG;
    *(uint32_t *)(void *)(status + 128) = node->major;
    *(uint32_t *)(void *)(status + 132) = node->minor;
    return 0;
}

int __wrap_getrlimit(int resource, struct rlimit *limit)
{
    (void)resource;
    limit->rlim_cur = limit->rlim_max = FIRST_NUMBER + (rlim_t)files.most_open;
    return 0;
}

/* ---- Directories ---- */

struct listing {
    int fd;
    struct node *at;
    struct dirent entry;
};

void *__wrap_fdopendir(int fd)
{
    struct listing *listing = model_alloc(sizeof *listing);

    listing->fd = fd;
    listing->at = node_of(fd)->first;
    note(node_of(fd), READ_WELL);
    return listing;
}

void *__wrap_opendir(const char *path)
{
    int fd = __wrap_open(path, O_RDONLY | O_DIRECTORY);

    return fd < 0 ? NULL : __wrap_fdopendir(fd);
}

struct dirent *__wrap_readdir(void *directory)
{
    struct listing *listing = directory;
    struct node *node = listing->at;

    count_read();
    if (node == NULL || node->is_removed)
        return NULL;
    listing->at = node->next;
    strcpy(listing->entry.d_name, node->name);
    return &listing->entry;
}

int __wrap_dirfd(void *directory)
{
    return ((struct listing *)directory)->fd;
}

int __wrap_closedir(void *directory)
{
    int fd = __wrap_dirfd(directory);

    model_free(directory);
    return __wrap_close(fd);
}

void files_begin(unsigned most_open)
{
    files.root = model_alloc(sizeof *files.root);
    files.most_open = most_open;
    files.has_few = most_open < MOST_NUMBERS;
}

void files_end(void)
{
    while (files.root->first != NULL)
        files_remove(files.root->first, ENOENT);
    free_removed();
    model_free(files.root);
}
