/* SPDX-License-Identifier: MIT */
/*
 * Gives each text, and texts near it, to both forms of the library: the one with vectors and the portable one, whose names
 * begin with portable_ here. Both have to say the same. No reference is asked, so that many texts are read in a second.
 *
 * Texts and records stand beside pages that cannot be reached, and a text cannot be written to. So this sees a byte read or
 * written outside without AddressSanitizer.
 */
#define _GNU_SOURCE 1 /* for memfd_create() */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fast.h"

unsigned fast_texts = 8;

struct outcome portable_promise_call(const struct format *format, struct piece text, const char *placed, size_t at,
                                     void *out, size_t out_size);
#define EACH_GROUP(name) extern const struct group portable_##name##_group;
#include "../reference/lists.h"

const struct fast_group fast_groups[] = {
#define EACH_GROUP(name) {&name##_group, &portable_##name##_group},
#include "../reference/lists.h"
    {NULL, NULL},
};

/* ---- memory ---- */

/* Room for a text or a record, a whole number of pages, with a page that cannot be reached on both sides. */
enum { ROOM = 1 << 18 };

static void *mapped(void *at, size_t bytes, int protection, int flags, int file)
{
    void *memory = mmap(at, bytes, protection, flags, file, 0);

    if (memory == MAP_FAILED) {
        perror("fast: mmap");
        exit(2);
    }
    return memory;
}

static char *between_guards(int protection, int flags, int file)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *all = mapped(NULL, ROOM + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1);

    return mapped(all + page, ROOM, protection, flags | MAP_FIXED, file);
}

/* The room of texts, which is mapped twice: to be read by the library, and to be written here. */
static struct {
    const char *read;
    char *write;
} texts;
/* The records that are given to a call, and those that two calls give. */
static char *given[2], *got[2];

/* Says which text it was. Then the handler that was there before gets the signal, as the instruction is tried again. */
static struct sigaction older[NSIG];

static void say_text(int number)
{
    fuzz_print_current();
    sigaction(number, &older[number], NULL);
}

void fast_prepare(void)
{
    static const int numbers[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE};
    struct sigaction action = {.sa_handler = say_text};
    int file;

    if (texts.read != NULL)
        return;
    file = memfd_create("texts", 0);
    if (file < 0 || ftruncate(file, ROOM) != 0) {
        perror("fast: memfd_create");
        exit(2);
    }
    texts.write = mapped(NULL, ROOM, PROT_READ | PROT_WRITE, MAP_SHARED, file);
    texts.read = between_guards(PROT_READ, MAP_SHARED, file);
    close(file);
    for (unsigned i = 0; i < 2; i++) {
        given[i] = between_guards(PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
        got[i] = between_guards(PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
    }
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        sigaction(numbers[i], &action, &older[numbers[i]]);
}

/* The place of a record that ends where the room does, but for what its alignment needs. */
static char *place(char *room, size_t bytes)
{
    return room + (ROOM - bytes) / 8 * 8;
}

static uint64_t draw(uint64_t *chance)
{
    *chance ^= *chance << 13;
    *chance ^= *chance >> 7;
    *chance ^= *chance << 17;
    return *chance * 0x2545f4914f6cdd1d >> 16;
}

static size_t below(uint64_t *chance, size_t limit)
{
    return (size_t)(draw(chance) % limit);
}

/* ---- texts ---- */

static void read_by_both(const struct format *format, const struct format *portable, struct piece text, size_t out_size)
{
    const uint64_t head[] = {out_size < format->bytes ? out_size : format->bytes, format->record_id};
    /* One record ends where the room does, and the other begins there: processors are slow where both have like addresses. */
    const unsigned at_end = text.length % 2;
    char *records[2] = {got[0], got[1]};
    struct outcome said, other;
    size_t at = 0;
    bool more;

    records[at_end] = place(got[at_end], out_size);
    fuzz_current(text);
    for (unsigned i = 0; i < 2; i++) {
        memset(records[i], 0x5a, out_size);
        if (format->file != 0 && format->kind != ROWS && out_size >= sizeof head)
            memcpy(records[i], head, sizeof head);
    }
    do {
        said = promise_call(format, text, text.bytes, at, records[0], out_size);
        other = portable_promise_call(portable, text, text.bytes, at, records[1], out_size);
        if (said.status != other.status || said.pos != other.pos || said.error != other.error)
            promise_broken(format, text, "at %ld: status %d, position %ld, error %ld; portable %d, %ld, %ld (-1: none)",
                           (long)at, (int)said.status, (long)said.pos, (long)said.error, (int)other.status,
                           (long)other.pos, (long)other.error);
        if (memcmp(records[0], records[1], out_size) != 0)
            promise_broken(format, text, "at %ld: the portable form gives another record", (long)at);
        if (said.status < VMM_E_SPACE || said.status > VMM_RESET)
            promise_broken(format, text, "status %d", (int)said.status);
        more = format->kind == ROWS && (said.status != VMM_END || (format->json && said.pos != text.length));
        if (more && said.pos <= at)
            promise_broken(format, text, "a loop over rows would not end");
        at = said.pos;
    } while (more);
}

/* Changes a text in one place. There is room for SLACK bytes more. */
enum { SLACK = 64 };

static size_t change(char *bytes, size_t length, uint64_t *chance)
{
    static const char usual[] = "0123456789-+. \n\t:,=/{}[]\"\\kBamx\0\377";
    size_t at = below(chance, length + 1), rest = length - at, part = below(chance, SLACK), from;

    switch (draw(chance) % 8) {
    case 0:
        return at;
    case 1:
        memmove(bytes, bytes + at, rest);
        return rest;
    case 2:
        if (rest != 0)
            bytes[at] = (char)draw(chance);
        return length;
    case 3:
    case 4:
        if (rest != 0)
            bytes[at] = usual[below(chance, sizeof usual - 1)];
        return length;
    case 5:
        part = part < rest ? part : rest;
        memmove(bytes + at, bytes + at + part, rest - part);
        return length - part;
    case 6:
        part = part < length ? part : length;
        from = below(chance, length - part + 1);
        memmove(bytes + at + part, bytes + at, rest);
        memmove(bytes + at, bytes + from, part);
        return length + part;
    default:
        part /= 2;
        memmove(bytes + at + part, bytes + at, rest);
        memset(bytes + at, draw(chance) % 2 == 0 ? '9' : '0', part);
        return length + part;
    }
}

/* The text ends where the room does, or begins there. */
static void place_and_read(const struct format *format, const struct format *portable, struct piece text, bool at_end,
                           size_t out_size)
{
    size_t at = at_end ? ROOM - text.length : 0;

    memcpy(texts.write + at, text.bytes, text.length);
    read_by_both(format, portable, (struct piece){texts.read + at, text.length}, out_size);
}

void fast_read(const struct format *format, const struct format *portable, struct piece text)
{
    place_and_read(format, portable, text, true, format->bytes);
}

void fast_text(const struct format *format, const struct format *portable, struct piece text)
{
    static char changed[ROOM];
    enum { CHANGES = 3 };
    const size_t most = ROOM - CHANGES * SLACK;
    uint64_t chance;

    text.length = text.length < most ? text.length : most;
    chance = fuzz_choice(text.bytes, text.length, 11) | 1;
    fast_read(format, portable, text);
    for (unsigned i = 1; i < fast_texts; i++) {
        size_t length = text.length;

        memcpy(changed, text.bytes, length);
        for (size_t changes = 1 + below(&chance, CHANGES); changes != 0; changes--)
            length = change(changed, length, &chance);
        place_and_read(format, portable, (struct piece){changed, length}, i % 4 != 3,
                       i % 8 == 5 ? below(&chance, 2 * format->bytes) : format->bytes);
    }
    fuzz_current((struct piece){NULL, 0});
}

void judge_text(const struct group *group, size_t index, struct piece text)
{
    const struct fast_group *both = fast_groups;

    while (both->group != group)
        both++;
    fast_prepare();
    fuzz_count(index == 0 || group->chosen ? fast_texts : 0);
    fast_text(&group->formats[index], &both->portable->formats[index], text);
}

/* ---- usages, which are the same in both forms ---- */

/* Rows without what stands between them, or a record of as many bytes as it says. */
static char *give(const struct usage *usage, unsigned side, const void *rows, size_t count, size_t row_size,
                  size_t *length)
{
    const struct usage_input *input = side == 0 ? usage_before(usage) : &usage->after;
    const size_t parts = usage->is_of_rows ? count : 1;
    uint64_t size = row_size;
    char *records;

    *length = 0;
    if (rows == NULL)
        return NULL;
    if (!usage->is_of_rows) {
        size = usage_word(rows, 0);
        size = size < 8 ? 8 : size > 2 * input->bytes ? 2 * input->bytes : size;
    }
    *length = parts * (size_t)size;
    records = place(given[side], *length);
    for (size_t i = 0; i < parts; i++)
        memcpy(records + i * (size_t)size, usage_row(input, rows, i), (size_t)size);
    return records;
}

/* Changes a number of a record; its size, which is the first, stays. */
static void change_number(char *records, size_t length, size_t row_size, uint64_t *chance)
{
    static const uint64_t limits[] = {0, 1, UINT32_MAX, 1ULL << 53, INT64_MAX, 1ULL << 63, VMM_UNLIMITED, VMM_UNKNOWN};
    size_t offset;
    uint64_t number;

    if (length < 16)
        return;
    offset = (1 + below(chance, length / 8 - 1)) * 8;
    if (row_size != 0 && offset % row_size == 0)
        return;
    number = usage_word(records, offset);
    switch (draw(chance) % 4) {
    case 0:
        number = limits[below(chance, sizeof limits / sizeof limits[0])];
        break;
    case 1:
        number ^= (uint64_t)1 << draw(chance) % 64;
        break;
    case 2:
        number += draw(chance) % 1000;
        break;
    default:
        number -= draw(chance) % 1000;
        break;
    }
    usage_set_word(records, offset, number);
}

void judge_usage(const struct usage *usage, struct usage_call call, size_t out_size)
{
    size_t before_length, after_length, row_size = usage->is_of_rows ? call.row_size : 0;
    uint64_t chance =
        (uint64_t)call.elapsed_ns ^ call.number ^ out_size ^ usage_word(call.after, usage->after.bytes - 8);
    char *out, *before, *after;

    fast_prepare();
    out = place(got[0], out_size);
    before = give(usage, 0, call.before, call.before_count, row_size, &before_length);
    after = give(usage, 1, call.after, call.after_count, row_size, &after_length);
    chance |= 1;
    call.before = before;
    call.after = after;
    fuzz_count(fast_texts);
    for (unsigned i = 0; i < fast_texts; i++) {
        vmm_status status;

        memset(out, 0x5a, out_size);
        status = usage->function(&call, out, out_size);
        CHECK(status >= VMM_E_SPACE && status <= VMM_RESET);
        CHECK(out_size < 16 || usage_word(out, 0) == (out_size < usage->bytes ? out_size : usage->bytes));
        if (before == NULL || draw(&chance) % 2 == 0)
            change_number(after, after_length, row_size, &chance);
        else
            change_number(before, before_length, row_size, &chance);
    }
}
