#include "fuzz.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool fuzz_rows_share_lines;
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

_Noreturn void fuzz_fail(const char *condition, const char *file, int line)
{
    fprintf(stderr, "%s:%d: not true: %s\ntext of %zu bytes: \"", file, line, condition, current.length);
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
    abort();
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

struct piece fuzz_insert_unknown(const char *bytes, size_t length, const char *const lines[], unsigned count,
                                 size_t *at)
{
    uint64_t choice = fuzz_choice(bytes, length, 10);
    size_t longest = 0, number = 1, filled = 0, before = 0;
    char *result;
    struct piece text;

    for (unsigned i = 0; i < count; i++)
        if (strlen(lines[i]) > longest)
            longest = strlen(lines[i]);
    for (size_t i = 0; i < length; i++)
        if (bytes[i] == '\n')
            number++;
    result = allocate(length + number * longest);
    for (size_t i = 0; i <= length; i++) {
        bool line_start = i == 0 || bytes[i - 1] == '\n';

        if (i == *at)
            before = filled - i;
        if (line_start && ((choice >> (i % 59)) & 3) != 0) {
            const char *line = lines[(choice >> (i % 53)) % count];
            memcpy(result + filled, line, strlen(line));
            filled += strlen(line);
            if (i == *at && i != length)
                before = filled - i;
        }
        if (i < length)
            result[filled++] = bytes[i];
    }
    *at = before;
    text = fuzz_copy(result, filled);
    free(result);
    return text;
}

static size_t key_length(struct piece line, const char *ends)
{
    size_t length = 0;

    while (length < line.length && (line.bytes[length] == '\0' || strchr(ends, line.bytes[length]) == NULL))
        length++;
    return length;
}

bool fuzz_permute_lines(const char *bytes, size_t length, const char *ends, struct piece *permuted)
{
    enum { MOST = 200 };
    struct piece lines[MOST], text;
    uint64_t choice = fuzz_choice(bytes, length, 30);
    size_t count = 0, filled = 0;
    char *result;

    for (size_t at = 0, next; at < length; at = next) {
        size_t key;

        next = ref_next_line(bytes, length, at);
        if (count == MOST || bytes[next - 1] != '\n')
            return false;
        lines[count] = (struct piece){bytes + at, next - at};
        key = key_length(lines[count], ends);
        for (size_t i = 0; i < count; i++)
            if (key != 0 && key_length(lines[i], ends) == key && memcmp(lines[i].bytes, bytes + at, key) == 0)
                return false;
        count++;
    }
    result = allocate(length);
    for (size_t left = count; left > 0; left--) {
        size_t chosen = (size_t)((choice >> 32) % left);

        memcpy(result + filled, lines[chosen].bytes, lines[chosen].length);
        filled += lines[chosen].length;
        lines[chosen] = lines[left - 1];
        choice = choice * 0x5851f42d4c957f2d + 1;
    }
    text = fuzz_copy(result, filled);
    free(result);
    *permuted = text;
    return true;
}

struct outcome fuzz_check(fuzz_parser *parser, fuzz_reference *reference, struct piece text, size_t at, void *out,
                          size_t full, size_t out_size)
{
    static const char nothing[1] = "";
    static unsigned char filling = 0x5a;
    struct vmm_text view = vmm_text_of(text.bytes, text.length);
    const char *start = view.pos + at;
    size_t size = out_size < full ? out_size : full;
    unsigned char *got = allocate(out_size);
    unsigned char *wanted = allocate(out_size);
    struct outcome said = {VMM_E_ARGUMENT, at, NOWHERE};
    struct outcome right = {VMM_E_ARGUMENT, at, NOWHERE};
    struct piece copy = fuzz_copy(text.bytes, text.length);

    fuzz_current(text);
    /* What a reused buffer held must not show, so it holds something else each time. */
    filling = (unsigned char)(filling * 5 + 1);
    memset(got, filling, out_size);
    memset(wanted, filling, out_size);
    view.pos = start;
    view.error = out_size < 8 ? NULL : nothing;
    said.status = parser(&view, got, out_size);
    CHECK(view.pos >= start && view.pos <= view.end);
    said.pos = at + (size_t)(view.pos - start);
    if (view.error != NULL) {
        CHECK(view.error >= start && view.error <= view.end);
        said.error = at + (size_t)(view.error - start);
    }

    if (out_size >= 8) {
        uint64_t valid = size;
        memset(wanted, 0xff, out_size);
        memcpy(wanted, &valid, sizeof valid);
        right = reference(text.bytes, text.length, at, wanted, size);
        if (right.status != VMM_OK) {
            memset(wanted, 0xff, out_size);
            memcpy(wanted, &valid, sizeof valid);
        }
    }
    CHECK(said.status == right.status);
    CHECK(said.pos == right.pos);
    CHECK(said.error == right.error);
    CHECK(memcmp(got, wanted, out_size) == 0);
    CHECK(text.length == 0 || memcmp(copy.bytes, text.bytes, text.length) == 0);
    CHECK((said.error != NOWHERE) == (said.status == VMM_E_SYNTAX || said.status == VMM_E_TRUNCATED));
    CHECK((said.status == VMM_E_TRUNCATED) == (said.error == text.length));
    if (said.error != NOWHERE)
        CHECK(said.pos > at && (said.pos == text.length || text.bytes[said.pos - 1] == '\n' ||
                                (fuzz_rows_share_lines && strchr(",}", text.bytes[said.pos]) != NULL)));
    if (out != NULL) {
        memset(out, 0xff, full);
        memcpy(out, got, size);
    }
    fuzz_free(copy);
    free(got);
    free(wanted);
    return said;
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
