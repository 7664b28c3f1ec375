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
    size_t behind = arena->length - length;

    if (length > arena->length)
        abort();
    if (behind > 64)
        behind = 64;
    memset(arena->start + length, '7', behind);
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

/* ---- reference parsers ---- */

void reference_unknown(uint64_t *words, size_t bytes)
{
    for (size_t i = 0; i < bytes / sizeof *words; i++)
        words[i] = UINT64_MAX;
    words[0] = bytes;
}

bool reference_number(const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    /* The largest number that is one; those above stand for unlimited and unknown. */
    static const char largest[] = "18446744073709551613";
    bool negative = false;
    size_t first, digits;

    if (pos < length && bytes[pos] == '-') {
        negative = true;
        pos++;
    }
    first = pos;
    while (pos < length && bytes[pos] >= '0' && bytes[pos] <= '9')
        pos++;
    *after = pos;
    if (pos == first)
        return false;
    while (first < pos && bytes[first] == '0')
        first++;
    digits = pos - first;
    *value = VMM_UNKNOWN;
    if (negative || digits > 20 || (digits == 20 && memcmp(bytes + first, largest, 20) > 0))
        return true;
    *value = 0;
    for (; first < pos; first++)
        *value = *value * 10 + (uint64_t)(bytes[first] - '0');
    return true;
}

static bool blank(char c)
{
    return c == ' ' || c == '\t';
}

static size_t behind_line(const char *bytes, size_t pos, size_t length)
{
    while (pos < length && bytes[pos] != '\n')
        pos++;
    return pos < length ? pos + 1 : pos;
}

static bool cut(const char *bytes, size_t pos, size_t length)
{
    while (pos < length && bytes[pos] != '\n')
        pos++;
    return pos == length;
}

static struct outcome refused(const char *bytes, size_t error, size_t length)
{
    struct outcome outcome;

    outcome.status = error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX;
    outcome.error = error;
    outcome.pos = behind_line(bytes, error, length);
    return outcome;
}

static const struct reference_key *reference_find(const struct reference_keys *keys, const char *bytes, size_t length)
{
    for (size_t i = 0; i < keys->count; i++) {
        size_t key_length;

        /* Most differ in their first byte, which costs less than a call. */
        if (length == 0 || keys->keys[i].key[0] != bytes[0])
            continue;
        key_length = strlen(keys->keys[i].key);
        if (length >= key_length && memcmp(bytes, keys->keys[i].key, key_length) == 0)
            return &keys->keys[i];
    }
    return NULL;
}

struct outcome reference_fill_keys(const struct reference_keys *keys, const char *bytes, size_t pos, size_t length,
                                   uint64_t *words)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};

    reference_unknown(words, keys->bytes);
    while (pos < length) {
        const struct reference_key *key = reference_find(keys, bytes + pos, length - pos);
        size_t at = pos, error = NOWHERE;

        if (key != NULL) {
            at += strlen(key->key);
            for (unsigned i = 0; i < key->count && error == NOWHERE; i++) {
                uint64_t value;

                while (at < length && blank(bytes[at]))
                    at++;
                if (i != 0 && at < length && bytes[at] == '\n')
                    break;
                if (!reference_number(bytes, at, length, &at, &value)) {
                    error = at;
                    break;
                }
                if (key->kb) {
                    value = value > UINT64_MAX / 1024 ? VMM_UNKNOWN : value * 1024;
                    for (unsigned k = 0; k < 3 && error == NOWHERE; k++) {
                        if (at < length && bytes[at] == " kB"[k])
                            at++;
                        else
                            error = at;
                    }
                }
                if (error == NOWHERE && (at == length || !(bytes[at] == '\n' || blank(bytes[at]))))
                    error = at;
                if (error == NOWHERE)
                    words[key->offset / sizeof *words + i] = value;
            }
            outcome.status = VMM_OK;
        }
        if (error == NOWHERE && cut(bytes, at, length))
            error = length;
        if (error != NOWHERE) {
            reference_unknown(words, keys->bytes);
            return refused(bytes, error, length);
        }
        pos = behind_line(bytes, at, length);
    }
    return outcome;
}

struct outcome reference_fill_columns(const char *bytes, size_t pos, size_t length, uint64_t *words, size_t count)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};
    size_t i;

    for (i = 0; i < count; i++)
        words[i] = VMM_UNKNOWN;
    for (i = 0; i < count; i++) {
        while (pos < length && blank(bytes[pos]))
            pos++;
        if (i != 0 && pos < length && bytes[pos] == '\n')
            break;
        if (!reference_number(bytes, pos, length, &pos, &words[i]))
            return refused(bytes, pos, length);
        if (pos == length || !(bytes[pos] == '\n' || blank(bytes[pos])))
            return refused(bytes, pos, length);
    }
    if (cut(bytes, pos, length))
        return refused(bytes, length, length);
    outcome.pos = behind_line(bytes, pos, length);
    return outcome;
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

static struct outcome outcome_of(vmm_status status, const struct vmm_text *text, const char *bytes)
{
    struct outcome outcome;

    outcome.status = status;
    outcome.pos = (size_t)(text->pos - bytes);
    outcome.error = text->error == NULL ? NOWHERE : (size_t)(text->error - bytes);
    return outcome;
}

/* The parser on bytes where they are. */
static struct outcome run_in_place(const struct old_format *format, const char *bytes, size_t length,
                                   struct record *out, size_t out_size)
{
    static const char old_error[1];
    struct vmm_text text = vmm_text_of(bytes, length);
    vmm_status status;

    text.error = old_error;
    status = format->parse(&text, out, out_size);
    assert_ptr_equal(text.end, bytes + length);
    return outcome_of(status, &text, bytes);
}

struct outcome run(const struct old_format *format, const char *bytes, size_t length, struct record *out,
                   size_t out_size)
{
    memset(out, 0x5a, sizeof *out);
    return run_in_place(format, bytes, length, out, out_size);
}

static void compare(const struct old_format *format, const char *where, const char *bytes, size_t length,
                    const struct outcome *got, const struct record *record, const struct outcome *wanted,
                    const struct record *wanted_record)
{
    bool same_record = memcmp(record->words, wanted_record->words, format->bytes) == 0;

    if (got->status == wanted->status && got->pos == wanted->pos && got->error == wanted->error && same_record)
        return;
    show(bytes, length);
    print_error("%s: status %d, pos %ld, error %ld; expected %d, %ld, %ld (-1: none)\n", where, (int)got->status,
                (long)got->pos, (long)got->error, (int)wanted->status, (long)wanted->pos, (long)wanted->error);
    for (size_t i = 0; i < format->bytes / sizeof(uint64_t); i++)
        if (record->words[i] != wanted_record->words[i])
            print_error("word %lu: %" PRIu64 ", expected %" PRIu64 "\n", (unsigned long)i, record->words[i],
                        wanted_record->words[i]);
    fail();
}

void check_text(const struct old_format *format, const struct arena *arena, const char *bytes, size_t length)
{
    struct record record, wanted_record;
    struct outcome wanted, got;

    wanted = format->expect(bytes, length, wanted_record.words);
    got = run(format, arena_at_end(arena, bytes, length), length, &record, format->bytes);
    compare(format, "before an unmapped page", bytes, length, &got, &record, &wanted, &wanted_record);
    got = run(format, arena_at_start(arena, bytes, length), length, &record, format->bytes);
    compare(format, "behind an unmapped page", bytes, length, &got, &record, &wanted, &wanted_record);
}

void check_string(const struct old_format *format, const char *string)
{
    struct arena arena = arena_new(strlen(string));

    check_text(format, &arena, string, strlen(string));
    arena_free(&arena);
}

void check_every_cut(const struct old_format *format, const char *bytes, size_t length)
{
    struct arena arena = arena_new(length);
    const unsigned step = chance_step();

    for (size_t at = 0; at < length; at += at < 300 ? 1 : step)
        check_text(format, &arena, bytes, at);
    check_text(format, &arena, bytes, length);
    arena_free(&arena);
}

void check_every_byte(const struct old_format *format, const char *bytes, size_t length)
{
    struct arena arena = arena_new(length);
    char *copy = checked(malloc(length));
    const unsigned step = chance_step();

    memcpy(copy, bytes, length);
    for (size_t at = 0; at < length; at++) {
        /* Where there are to be fewer, others at each place. */
        for (unsigned byte = (unsigned)(at % step); byte < 256; byte += step) {
            copy[at] = (char)byte;
            check_text(format, &arena, copy, length);
        }
        copy[at] = bytes[at];
    }
    free(copy);
    arena_free(&arena);
}

bool field_of(uint32_t record_id, uint32_t index, struct vmm_member_info *field)
{
    static struct {
        struct vmm_member_info rows[160];
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

/* A member of a format's record; the tests' own, which no table describes, are of numbers. */
static bool member_at(const struct old_format *format, uint32_t index, struct vmm_member_info *field)
{
    if (format->record_id != 0)
        return field_of(format->record_id, index, field);
    field->type = VMM_TYPE_UINT64;
    field->offset = (index + 1) * sizeof(uint64_t);
    field->bytes = sizeof(uint64_t);
    return field->offset < format->bytes;
}

/* What an unknown record of a caller's size is: its names, where it has all of them, are zeros, all else is ones. */
static void make_unknown(const struct old_format *format, struct record *record, size_t out_size)
{
    struct vmm_member_info field;

    memset(record, 0x5a, sizeof *record);
    memset(record, 0xff, out_size);
    record->words[0] = out_size < format->bytes ? out_size : format->bytes;
    for (uint32_t i = 0; member_at(format, i, &field); i++)
        if (field.type == VMM_TYPE_NAME && field.offset + field.bytes <= out_size)
            memset((char *)record + field.offset, 0, (size_t)field.bytes);
}

void check_every_size(const struct old_format *format, const char *bytes, size_t length, vmm_status status)
{
    struct record wanted, record, part;

    assert_true(format->bytes * 2 + 64 <= sizeof record);
    format->expect(bytes, length, wanted.words);
    for (size_t out_size = 8; out_size <= format->bytes * 2; out_size++) {
        struct outcome outcome = run(format, bytes, length, &record, out_size);
        struct vmm_member_info field;

        assert_int_equal(outcome.status, status);
        /* Whole members as ever; a part of one, and what the library does not know, all ones; behind that nothing. */
        make_unknown(format, &part, out_size);
        for (uint32_t i = 0; member_at(format, i, &field); i++)
            if (field.offset + field.bytes <= out_size)
                memcpy((char *)&part + field.offset, (const char *)&wanted + field.offset, (size_t)field.bytes);
        assert_memory_equal(&record, &part, sizeof record);
    }
}

void check_arguments(const struct old_format *format, const char *bytes, size_t length)
{
    struct record record, untouched, unknown;
    struct vmm_text text;

    memset(&untouched, 0x5a, sizeof untouched);
    /* Too small to hold its own size. */
    for (size_t out_size = 0; out_size < 8; out_size++) {
        struct outcome outcome = run(format, bytes, length, &record, out_size);
        assert_int_equal(outcome.status, VMM_E_ARGUMENT);
        assert_int_equal(outcome.pos, 0);
        assert_int_equal(outcome.error, NOWHERE);
        assert_memory_equal(&record, &untouched, sizeof record);
    }
    text = vmm_text_of(bytes, length);
    assert_int_equal(format->parse(&text, NULL, format->bytes), VMM_E_ARGUMENT);
    assert_ptr_equal(text.pos, bytes);
    assert_int_equal(format->parse(NULL, NULL, format->bytes), VMM_E_ARGUMENT);

    /* On errors too the output has its size and is unknown, as large as the caller saw it. */
    for (unsigned i = 0; i < 4; i++) {
        for (unsigned twice = 0; twice < 2; twice++) {
            size_t out_size = twice ? format->bytes * 2 : format->bytes;
            vmm_status status;

            memset(&record, 0x5a, sizeof record);
            text = vmm_text_of(bytes, length);
            if (i == 1)
                text.pos = text.end + 1;
            if (i == 2)
                text.pos = NULL;
            if (i == 3) {
                text.pos = NULL;
                text.end = NULL;
            }
            status = format->parse(i == 0 ? NULL : &text, &record, out_size);
            assert_int_equal(status, VMM_E_ARGUMENT);
            make_unknown(format, &unknown, out_size);
            assert_memory_equal(&record, &unknown, sizeof record);
        }
    }
}

void check_input_is_read_only(const struct old_format *format, const char *bytes, size_t length)
{
    struct arena arena = arena_new(length);
    char *text = arena_at_end(&arena, bytes, length);
    struct record record, wanted_record;
    struct outcome got, wanted = format->expect(bytes, length, wanted_record.words);

    arena_make_read_only(&arena, true);
    got = run(format, text, length, &record, format->bytes);
    compare(format, "read only", bytes, length, &got, &record, &wanted, &wanted_record);
    arena_free(&arena);
}

void check_unknown_lines(const struct old_format *format, const char *bytes, size_t length)
{
    static const char *const unknown[] = {
        "\n",
        "x\n",
        "Unknown:        12345678 kB\n",
        "Unknown:        not a number\n",
        ":\n",
        " \n",
        "\xff\xfe\x80\n",
        "a line that is much longer than the lines that the kernel prints into these files, and is skipped wide\n",
        "MemTota:        12345678 kB\n",
        "MemTotall:      12345678 kB\n",
        "memtotal:       12345678 kB\n",
        " MemTotal:      12345678 kB\n",
        "ctx 12345678\n",
        "ctxtx 12345678\n",
        "softirqs 1 2 3 4 5\n",
    };
    struct lines lines = lines_of(bytes, length);
    struct record plain, with_unknown;
    struct outcome wanted = run(format, bytes, length, &plain, format->bytes);

    assert_int_equal(wanted.status, VMM_OK);
    for (size_t at = 0; at <= lines.count; at++) {
        for (size_t i = 0; i < COUNT_OF(unknown); i++) {
            struct builder builder = {NULL, 0, 0};
            struct outcome got;

            for (size_t line = 0; line <= lines.count; line++) {
                if (line == at)
                    builder_add(&builder, unknown[i], strlen(unknown[i]));
                if (line != lines.count)
                    builder_add(&builder, lines.start[line], lines.length[line]);
            }
            got = run(format, builder.bytes, builder.length, &with_unknown, format->bytes);
            wanted.pos = builder.length;
            compare(format, "with an unknown line", builder.bytes, builder.length, &got, &with_unknown, &wanted,
                    &plain);
            builder_free(&builder);
        }
    }
    lines_free(&lines);
}

static void check_order(const struct old_format *format, const struct lines *lines, const size_t *order)
{
    struct builder builder = {NULL, 0, 0};
    struct record plain, permuted;
    struct outcome got, wanted;

    for (size_t i = 0; i < lines->count; i++)
        builder_add(&builder, lines->start[i], lines->length[i]);
    wanted = run(format, builder.bytes, builder.length, &plain, format->bytes);
    builder.length = 0;
    for (size_t i = 0; i < lines->count; i++)
        builder_add(&builder, lines->start[order[i]], lines->length[order[i]]);
    got = run(format, builder.bytes, builder.length, &permuted, format->bytes);
    compare(format, "permuted", builder.bytes, builder.length, &got, &permuted, &wanted, &plain);
    builder_free(&builder);
}

void check_permutations(const struct old_format *format, const char *bytes, size_t length, unsigned times)
{
    struct lines lines = lines_of(bytes, length);
    size_t *order = checked(calloc(lines.count + 1, sizeof *order));

    /* Backwards, each line moved to the front and to the end, then by chance. */
    for (size_t i = 0; i < lines.count; i++)
        order[i] = lines.count - 1 - i;
    check_order(format, &lines, order);
    for (size_t moved = 0; moved < lines.count; moved++) {
        order[0] = moved;
        for (size_t i = 1; i < lines.count; i++)
            order[i] = i <= moved ? i - 1 : i;
        check_order(format, &lines, order);
        for (size_t i = 0; i < lines.count; i++)
            order[i] = i < moved ? i : i + 1;
        order[lines.count - 1] = moved;
        check_order(format, &lines, order);
    }
    chance_seed(length);
    for (unsigned time = 0; time < times; time++) {
        for (size_t i = 0; i < lines.count; i++)
            order[i] = i;
        for (size_t i = lines.count; i > 1; i--) {
            size_t other = chance_below(i);
            size_t kept = order[i - 1];
            order[i - 1] = order[other];
            order[other] = kept;
        }
        check_order(format, &lines, order);
    }
    free(order);
    lines_free(&lines);
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
    static uint64_t record[320];

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

    check_piece(format, bytes, length);
    if (format->file != 0 && format->kind != ROWS)
        promise_unknown(format, out, format->bytes);
    else
        memset(out, 0x5a, format->bytes);
    assert_int_equal(promise_parse(format, &text, out, format->bytes), VMM_OK);
    assert_null(text.error);
    if (format->kind != ROWS)
        assert_ptr_equal(text.pos, text.end);
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
