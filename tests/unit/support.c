/* SPDX-License-Identifier: MIT */
/* For mmap(), scandir() and MAP_ANONYMOUS. */
#define _DEFAULT_SOURCE 1

#include "support.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef VMM_TEST_DATA
#define VMM_TEST_DATA "tests/data"
#endif

/* Longest text that is shown when a test fails. */
enum { SHOWN = 600 };

static void *checked(void *memory)
{
    if (memory == NULL) {
        perror("out of memory");
        abort();
    }
    return memory;
}

/* ---- samples ---- */

struct sample sample_load(const char *name)
{
    struct sample sample = {NULL, 0};
    struct builder builder = {NULL, 0, 0};
    char path[1024], chunk[4096];
    size_t got;
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", VMM_TEST_DATA, name);
    file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        abort();
    }
    while ((got = fread(chunk, 1, sizeof chunk, file)) != 0)
        builder_add(&builder, chunk, got);
    fclose(file);
    sample.bytes = builder.bytes;
    sample.length = builder.length;
    return sample;
}

void sample_free(struct sample *sample)
{
    free(sample->bytes);
    sample->bytes = NULL;
    sample->length = 0;
}

static int is_sample(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && strstr(entry->d_name, ".md") == NULL;
}

const char *const *sample_names(const char *folder)
{
    static char names[64][128];
    static const char *list[65];
    struct dirent **entries;
    char path[1024];
    int count;

    snprintf(path, sizeof path, "%s/%s", VMM_TEST_DATA, folder);
    count = scandir(path, &entries, is_sample, alphasort);
    if (count <= 0 || count > 64) {
        perror(path);
        abort();
    }
    for (int i = 0; i < count; i++) {
        snprintf(names[i], sizeof names[i], "%.32s/%.90s", folder, entries[i]->d_name);
        list[i] = names[i];
        free(entries[i]);
    }
    list[count] = NULL;
    free(entries);
    return list;
}

struct lines lines_of(const char *bytes, size_t length)
{
    struct lines lines = {NULL, NULL, 0};
    size_t start = 0;

    lines.start = checked(calloc(length + 1, sizeof *lines.start));
    lines.length = checked(calloc(length + 1, sizeof *lines.length));
    while (start < length) {
        size_t end = start;
        while (end < length && bytes[end] != '\n')
            end++;
        if (end < length)
            end++;
        lines.start[lines.count] = bytes + start;
        lines.length[lines.count] = end - start;
        lines.count++;
        start = end;
    }
    return lines;
}

void lines_free(struct lines *lines)
{
    free(lines->start);
    free(lines->length);
    lines->count = 0;
}

/* ---- memory between two unmapped pages ---- */

static size_t page_size(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

/* Freed ones of few pages, for the next of that size: mapping takes longer than most of what is tested in them. */
enum { FEW_PAGES = 4 };
static struct arena free_arenas[FEW_PAGES + 1][4];

static struct arena *arena_place(size_t length, bool empty)
{
    size_t pages = length / page_size();

    for (size_t i = 0; pages <= FEW_PAGES && i < COUNT_OF(free_arenas[0]); i++)
        if ((free_arenas[pages][i].start == NULL) == empty)
            return &free_arenas[pages][i];
    return NULL;
}

struct arena arena_new(size_t at_least)
{
    size_t page = page_size();
    size_t length = (at_least + page) / page * page;
    struct arena *old = arena_place(length, false);
    struct arena arena;
    char *memory;

    if (old != NULL) {
        arena = *old;
        old->start = NULL;
        return arena;
    }
    memory = mmap(NULL, length + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        perror("mmap");
        abort();
    }
    arena.start = memory + page;
    arena.length = length;
    arena_make_read_only(&arena, false);
    return arena;
}

void arena_free(struct arena *arena)
{
    size_t page = page_size();
    struct arena *place = arena_place(arena->length, true);

    if (place != NULL) {
        if (arena->read_only)
            arena_make_read_only(arena, false);
        *place = *arena;
    } else {
        munmap(arena->start - page, arena->length + 2 * page);
    }
    arena->start = NULL;
}

void arena_make_read_only(struct arena *arena, bool read_only)
{
    arena->read_only = read_only;
    if (mprotect(arena->start, arena->length, read_only ? PROT_READ : PROT_READ | PROT_WRITE) != 0) {
        perror("mprotect");
        abort();
    }
}

char *arena_at_end(const struct arena *arena, const char *bytes, size_t length)
{
    size_t before = arena->length - length;
    char *text = arena->start + before;

    if (length > arena->length)
        abort();
    if (before > 64)
        before = 64;
    memset(text - before, '7', before);
    if (length != 0)
        memcpy(text, bytes, length);
    return text;
}

char *arena_at_start(const struct arena *arena, const char *bytes, size_t length)
{
    size_t after = arena->length - length;

    if (length > arena->length)
        abort();
    if (after > 64)
        after = 64;
    memset(arena->start + length, '7', after);
    if (length != 0)
        memcpy(arena->start, bytes, length);
    return arena->start;
}

/* ---- chance ---- */

static uint64_t chance_state = 1;

void chance_seed(uint64_t seed)
{
    chance_state = seed * 2 + 1;
}

uint64_t chance(void)
{
    /* xorshift64*, by Marsaglia and Vigna. */
    chance_state ^= chance_state >> 12;
    chance_state ^= chance_state << 25;
    chance_state ^= chance_state >> 27;
    return chance_state * 0x2545F4914F6CDD1D;
}

size_t chance_below(size_t limit)
{
    return (size_t)((chance() >> 33) % limit);
}

bool chance_of(unsigned percent)
{
    return chance_below(100) < percent;
}

unsigned chance_step(void)
{
    const char *divisor = getenv("VMM_TEST_FEWER");
    unsigned long number = divisor == NULL ? 1 : strtoul(divisor, NULL, 10);

    return number == 0 ? 1 : (unsigned)number;
}

unsigned chance_rounds(unsigned all)
{
    return all / chance_step();
}

uint64_t chance_number(void)
{
    return chance() >> chance_below(64);
}

/* ---- checks ---- */

static void show(const char *bytes, size_t length)
{
    char line[SHOWN * 4 + 8];
    size_t used = 0;

    for (size_t i = 0; i < length && i < SHOWN; i++) {
        unsigned char c = (unsigned char)bytes[i];
        int printed = c >= 0x20 && c < 0x7f && c != '\\'
                          ? snprintf(line + used, sizeof line - used, "%c", c)
                          : snprintf(line + used, sizeof line - used, c == '\n' ? "\\n" : "\\x%02x", c);
        used += (size_t)printed;
    }
    line[used] = '\0';
    print_error("text of %lu bytes: \"%s\"%s\n", (unsigned long)length, line, length > SHOWN ? "..." : "");
}

bool field_of(uint32_t record_id, uint32_t index, struct vmm_member_info *field)
{
    static struct {
        struct vmm_member_info rows[MOST_MEMBERS];
        uint32_t count;
    } known[64];

    assert_in_range(record_id, 1, COUNT_OF(known) - 1);
    if (known[record_id].count == 0) {
        uint32_t count = 0;

        while (vmm_member_at(record_id, count, &known[record_id].rows[count], sizeof *field) == VMM_OK) {
            count++;
            assert_true(count < COUNT_OF(known[record_id].rows));
        }
        known[record_id].count = count;
    }
    if (index >= known[record_id].count)
        return false;
    *field = known[record_id].rows[index];
    return true;
}

size_t known_members(uint32_t record_id, const void *record)
{
    struct vmm_member_info field;
    size_t count = 0;

    for (uint32_t i = 0; field_of(record_id, i, &field); i++)
        count += field.type != VMM_TYPE_NAME && ref_load(record, (size_t)field.offset) != VMM_UNKNOWN;
    return count;
}

void check_bytes(const void *bytes, size_t length, unsigned char wanted)
{
    const unsigned char *byte = bytes;
    const uint64_t wanted_word = UINT64_MAX / 255 * wanted;
    size_t i = 0;

    /* Eight at a time, which counts where instructions are emulated. */
    for (uint64_t word; length - i >= sizeof word; i += sizeof word) {
        memcpy(&word, byte + i, sizeof word);
        if (word != wanted_word)
            break;
    }
    for (; i < length; i++)
        assert_int_equal(byte[i], wanted);
}

void check_unknown(uint32_t record_id, const void *record)
{
    struct vmm_member_info field;
    uint32_t index = 0;

    while (field_of(record_id, index, &field)) {
        uint64_t bits;

        index++;
        if (field.type == VMM_TYPE_NAME) {
            for (size_t i = 0; i < field.bytes; i++)
                assert_int_equal(((const char *)record + field.offset)[i], '\0');
            continue;
        }
        assert_int_equal(field.bytes, sizeof bits);
        memcpy(&bits, (const char *)record + field.offset, sizeof bits);
        if (bits != UINT64_MAX) {
            print_error("%s is %" PRIu64 ", not unknown\n", field.name, bits);
            fail();
        }
    }
    assert_true(index > 0);
}

void check_equal(uint32_t record_id, const void *a, const void *b)
{
    struct vmm_member_info field;
    uint32_t index = 0;

    assert_memory_equal(a, b, sizeof(uint64_t));
    while (field_of(record_id, index, &field)) {
        if (memcmp((const char *)a + field.offset, (const char *)b + field.offset, (size_t)field.bytes) != 0) {
            print_error("%s differs\n", field.name);
            fail();
        }
        index++;
    }
    assert_true(index > 0);
}

uint64_t member(uint32_t record_id, const void *record, const char *name)
{
    struct vmm_member_info field;
    uint32_t index = 0;

    while (field_of(record_id, index, &field)) {
        if (strcmp(field.name, name) == 0) {
            uint64_t bits;
            memcpy(&bits, (const char *)record + field.offset, sizeof bits);
            return bits;
        }
        index++;
    }
    print_error("no member %s\n", name);
    fail();
    return 0;
}

bool is_nan(double value)
{
    return !(value >= 0) && !(value < 0);
}

void check_near_at(double got, double wanted, const char *file, int line)
{
    if (got - wanted < 1e-12 && wanted - got < 1e-12)
        return;
    print_error("%s:%d: %.17g, expected %.17g\n", file, line, got, wanted);
    fail();
}

void check_nan_at(double got, const char *file, int line)
{
    if (is_nan(got))
        return;
    print_error("%s:%d: %.17g, expected NaN\n", file, line, got);
    fail();
}

/* ---- what the promises of formats need ---- */

static bool read_only_places;

void places_read_only(bool read_only)
{
    read_only_places = read_only;
}

/* Each is as large as the longest text was, and is made anew for a longer one. */
unsigned place_text(struct piece text, const char *placed[MOST_PLACES])
{
    static struct arena arenas[MOST_PLACES];

    for (unsigned i = 0; i < MOST_PLACES; i++) {
        if (arenas[i].length < text.length || arenas[i].start == NULL) {
            if (arenas[i].start != NULL)
                arena_free(&arenas[i]);
            arenas[i] = arena_new(text.length);
        }
        if (arenas[i].read_only)
            arena_make_read_only(&arenas[i], false);
        placed[i] = i == 0 ? arena_at_end(&arenas[i], text.bytes, text.length)
                           : arena_at_start(&arenas[i], text.bytes, text.length);
        if (read_only_places)
            arena_make_read_only(&arenas[i], true);
    }
    return MOST_PLACES;
}

void place_release(const char *placed[MOST_PLACES])
{
    (void)placed;
}

void *place_record(size_t size, size_t *room)
{
    static uint64_t record[RECORD_WORDS];

    *room = size + 64;
    if (*room > sizeof record)
        abort();
    return record;
}

void place_record_release(void *record)
{
    (void)record;
}

void promise_broken(const struct format *format, struct piece text, const char *what, ...)
{
    char message[300];
    va_list arguments;

    va_start(arguments, what);
    vsnprintf(message, sizeof message, what, arguments);
    va_end(arguments);
    show(text.bytes, text.length);
    read_only_places = false;
    fail_msg("%s: %s", format->name, message);
    abort();
}

void read_text(const struct format *format, const char *bytes, size_t length, void *out)
{
    struct vmm_text text = vmm_text_of(bytes, length);
    vmm_status status;

    check_piece(format, bytes, length);
    if (format->file != 0 && format->kind != ROWS)
        promise_unknown(format, out, format->bytes);
    else
        memset(out, 0x5a, format->bytes);
    status = promise_parse(format, &text, out, format->bytes);
    if (status != VMM_OK)
        promise_broken(format, (struct piece){bytes, length}, "status %d (%s), error at byte %ld", (int)status,
                       vmm_status_text(status), text.error == NULL ? -1L : (long)(text.error - bytes));
    assert_null(text.error);
    if (format->kind != ROWS && text.pos != text.end)
        promise_broken(format, (struct piece){bytes, length}, "the reader left the last %ld bytes of the text unread",
                       (long)(text.end - text.pos));
    assert_int_equal(ref_load(out, 0), format->bytes);
    if (format->record_id != 0)
        assert_int_equal(ref_load(out, 8), format->record_id);
}

void read_string(const struct format *format, const char *string, void *out)
{
    read_text(format, string, strlen(string), out);
}

void read_sample(const struct format *format, const char *name, void *out)
{
    struct sample sample = sample_load(name);

    read_text(format, sample.bytes, sample.length, out);
    sample_free(&sample);
}

struct rows {
    char *next;
    size_t left;
};

static void keep_row(const struct format *format, const void *record, void *context)
{
    struct rows *rows = context;

    if (rows->left == 0)
        return;
    memcpy(rows->next, record, format->bytes);
    rows->next += format->bytes;
    rows->left--;
}

size_t read_rows_of(const struct format *format, const char *bytes, size_t length, void *rows, size_t room)
{
    struct rows kept = {rows, room};

    return promise_text(format, (struct piece){bytes, length}, format->bytes, keep_row, &kept).rows;
}

size_t read_rows(const struct format *format, const char *name, void *rows, size_t room)
{
    struct sample sample = sample_load(name);
    size_t count = read_rows_of(format, sample.bytes, sample.length, rows, room);

    sample_free(&sample);
    return count;
}

void check_piece(const struct format *format, const char *bytes, size_t length)
{
    promise_text(format, (struct piece){bytes, length}, format->bytes, NULL, NULL);
}
