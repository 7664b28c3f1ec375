/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE 1

#include "fuzz.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

bool fuzz_every_prefix;

static struct piece current;

bool fuzz_same(const void *a, const void *b, size_t size)
{
    return memcmp(a, b, size) == 0;
}

void fuzz_current(struct piece text)
{
    current = text;
}

void fuzz_print_current(void)
{
    fprintf(stderr, "text of %zu bytes: \"", current.length);
    for (size_t i = 0; i < current.length; i++) {
        unsigned char c = (unsigned char)current.bytes[i];
        if (c == '\n')
            fputs("\\n", stderr);
        else if (c < ' ' || c > '~' || c == '"' || c == '\\')
            fprintf(stderr, "\\%03o", (unsigned)c);
        else
            fputc(c, stderr);
    }
    fputs("\"\n", stderr);
}

_Noreturn void fuzz_fail(const char *condition, const char *file, int line)
{
    fprintf(stderr, "%s:%d: not true: %s\n", file, line, condition);
    fuzz_print_current();
    abort();
}

/* A mapped file, so that the count outlives whatever ends the program. */
static uint64_t *open_count(void)
{
    static uint64_t own;
    const char *name = getenv("VMM_FUZZ_COUNT");
    int file = name == NULL ? -1 : open(name, O_RDWR | O_CREAT, 0666);
    void *mapped = MAP_FAILED;

    if (file >= 0 && ftruncate(file, sizeof own) == 0)
        mapped = mmap(NULL, sizeof own, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (name != NULL && mapped == MAP_FAILED) {
        perror(name);
        exit(2);
    }
    if (file >= 0)
        close(file);
    return mapped == MAP_FAILED ? &own : mapped;
}

void fuzz_count(unsigned judged)
{
    static uint64_t *count;

    if (count == NULL)
        count = open_count();
    *count += judged;
}

static void *allocate(size_t size)
{
    void *block = malloc(size);

    if (block == NULL && size != 0)
        abort();
    return block;
}

struct piece fuzz_copy(const char *bytes, size_t length)
{
    char *copy = allocate(length);
    struct piece text = {copy, length};

    if (length != 0)
        memcpy(copy, bytes, length);
    return text;
}

void fuzz_free(struct piece text)
{
    union {
        const char *bytes;
        void *block;
    } u = {text.bytes};

    if (current.bytes == text.bytes)
        current.length = 0;
    free(u.block);
}

uint64_t fuzz_choice(const char *bytes, size_t length, unsigned salt)
{
    uint64_t hash = 0xcbf29ce484222325 + salt;

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3;
    hash ^= hash >> 32;
    hash *= 0x9e3779b97f4a7c15;
    return hash ^ hash >> 29;
}

bool fuzz_next_prefix(const char *bytes, size_t total, size_t *length)
{
    bool all = fuzz_every_prefix || total <= 32;

    *length += all ? 1 : 1 + (size_t)(fuzz_choice(bytes + *length, total - *length, 1) % (total / 3));
    return *length < total;
}

bool fuzz_next_size(const char *bytes, size_t length, size_t full, unsigned *index, size_t *size)
{
    static const unsigned char usual[] = {0, 7, 8, 15, 16, 24};
    uint64_t choice = fuzz_choice(bytes, length, 2 + *index);

    switch ((*index)++) {
    case 0:
        *size = full;
        return true;
    case 1:
        *size = (size_t)(choice % (2 * full + 1));
        return true;
    case 2:
        *size = usual[choice % sizeof usual];
        return true;
    default:
        return false;
    }
}

/* ---- what the promises of formats need ---- */

unsigned place_text(struct piece text, const char *placed[MOST_PLACES])
{
    struct piece copy = fuzz_copy(text.bytes, text.length);

    placed[0] = copy.bytes;
    fuzz_current(copy);
    return 1;
}

void place_release(const char *placed[MOST_PLACES])
{
    fuzz_free((struct piece){placed[0], 0});
}

void *place_record(size_t size, size_t *room)
{
    *room = size;
    return allocate(size);
}

void place_record_release(void *record)
{
    free(record);
}

void promise_broken(const struct format *format, struct piece text, const char *what, ...)
{
    char message[300];
    va_list arguments;
    int length = snprintf(message, sizeof message, "%s: ", format->name);

    va_start(arguments, what);
    vsnprintf(message + length, sizeof message - (size_t)length, what, arguments);
    va_end(arguments);
    fuzz_current(text);
    fuzz_fail(message, __FILE__, __LINE__);
}
