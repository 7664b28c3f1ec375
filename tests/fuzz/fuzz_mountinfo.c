/* Rows of mountinfo, and paths without their escapes, against references. The input is the file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

/* ---- reference ---- */

enum { POINT = 4, OPTIONAL = 6, TYPE, SOURCE, SUPER, FIELDS };

struct place {
    size_t start, end;
};

/* The word at `at`, up to a blank or the end of the line. */
static struct place word_at(const char *bytes, size_t at, size_t line_end)
{
    struct place word = {at, at};

    while (word.end < line_end && bytes[word.end] != ' ')
        word.end++;
    return word;
}

static struct outcome wrong(const char *bytes, size_t length, size_t at)
{
    struct outcome outcome = {at == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, at), at};
    return outcome;
}

static struct outcome reference(const char *bytes, size_t length, size_t at, struct place fields[FIELDS])
{
    struct outcome outcome = {VMM_OK, ref_next_line(bytes, length, at), NOWHERE};
    size_t line_end = at;
    unsigned field = 0;

    if (at == length) {
        outcome.status = VMM_END;
        return outcome;
    }
    while (line_end < length && bytes[line_end] != '\n')
        line_end++;
    while (field < SUPER) {
        struct place word = word_at(bytes, at, line_end);
        bool is_dash = word.end - word.start == 1 && bytes[word.start] == '-';

        if (word.start == word.end && field != SOURCE)
            return wrong(bytes, length, word.start);
        if (field == POINT && bytes[word.start] != '/')
            return wrong(bytes, length, word.start);
        if (word.end == line_end)
            return wrong(bytes, length, line_end);
        at = word.end + 1;
        if (field == OPTIONAL) {
            /* Empty, or from the first to the last of the words before the dash. */
            if (fields[OPTIONAL - 1].end + 1 == word.start)
                fields[OPTIONAL].start = fields[OPTIONAL].end = word.start;
            if (!is_dash) {
                fields[OPTIONAL].end = word.end;
                continue;
            }
        } else {
            fields[field] = word;
        }
        field++;
    }
    fields[SUPER].start = at;
    fields[SUPER].end = line_end;
    return line_end == length ? wrong(bytes, length, length) : outcome;
}

/* Undoes escapes. False where the result has a NUL. */
static bool undo(const char *bytes, size_t length, char *out, size_t *count)
{
    static const char octal[] = "01234567";

    *count = 0;
    for (size_t i = 0; i < length; ++*count) {
        unsigned value = 0;

        for (size_t k = 1; bytes[i] == '\\' && k <= 3 && i + 3 < length; k++) {
            const char *digit = memchr(octal, bytes[i + k], 8);

            value = digit == NULL ? 4096 : value * 8 + (unsigned)(digit - octal);
        }
        if (value > 0 && value < 256) {
            out[*count] = (char)value;
            i += 4;
        } else {
            out[*count] = bytes[i++];
        }
        if (out[*count] == '\0')
            return false;
    }
    return true;
}

/* ---- the library against it ---- */

static void check_path(const char *bytes, size_t length)
{
    struct piece text = fuzz_copy(bytes, length);
    struct vmm_span path = {text.bytes == NULL ? "" : text.bytes, length};
    char *wanted = malloc(length + 1);
    size_t count = 0, sizes[3];
    bool usable;

    CHECK(wanted != NULL);
    fuzz_current(text);
    usable = undo(bytes, length, wanted, &count);
    sizes[0] = length + 1;
    sizes[1] = count + 1;
    sizes[2] = count == 0 ? 0 : 1 + (size_t)(fuzz_choice(bytes, length, 3) % count);
    for (unsigned i = 0; i < 3; i++) {
        char *buffer = malloc(sizes[i]);
        vmm_status status = vmm_path_unescape(&path, buffer, sizes[i]);

        if (usable && sizes[i] > count) {
            CHECK(status == VMM_OK);
            CHECK(memcmp(buffer, wanted, count) == 0 && buffer[count] == '\0');
        } else {
            CHECK(status == VMM_E_ARGUMENT);
            CHECK(sizes[i] == 0 || buffer[0] == '\0');
        }
        free(buffer);
    }
    free(wanted);
    fuzz_free(text);
}

/* A path that is escaped as the kernel does it is the same without escapes. */
static void check_escaped(const char *bytes, size_t length)
{
    char *escaped = malloc(length * 4 + 1), *again = malloc(length + 1);
    struct vmm_span path = {escaped, 0};

    CHECK(escaped != NULL && again != NULL);
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\\' || bytes[i] == '#')
            path.length += (size_t)snprintf(escaped + path.length, 5, "\\%03o", (unsigned)bytes[i]);
        else if (bytes[i] != '\0')
            escaped[path.length++] = bytes[i];
    }
    CHECK(vmm_path_unescape(&path, again, length + 1) == VMM_OK);
    for (size_t i = 0, at = 0; i < length; i++)
        CHECK(bytes[i] == '\0' || again[at++] == bytes[i]);
    free(escaped);
    free(again);
}

/* A row of another size: smaller it is refused, larger it is the same. */
static void check_row_size(const char *bytes, size_t length)
{
    struct piece text = fuzz_copy(bytes, length);
    struct vmm_text view = vmm_text_of(text.bytes, length), other = view;
    struct vmm_mount row, rows[2];
    size_t row_size = (size_t)(fuzz_choice(bytes, length, 5) % (sizeof rows + 1));
    vmm_status status = vmm_mount_next(&view, &row, sizeof row);

    if (row_size < sizeof row) {
        CHECK(vmm_mount_next(&other, rows, row_size) == VMM_E_ARGUMENT);
        CHECK(other.pos == vmm_text_of(text.bytes, length).pos && other.error == NULL);
    } else {
        CHECK(vmm_mount_next(&other, rows, row_size) == status);
        CHECK(other.pos == view.pos && other.error == view.error && memcmp(rows, &row, sizeof row) == 0);
    }
    fuzz_free(text);
}

/* A row, printed as the kernel would, reads as the same row. */
static void check_printed(const struct vmm_span fields[FIELDS])
{
    struct vmm_span again[FIELDS];
    size_t length = FIELDS + 2, filled = 0;
    struct vmm_mount row;
    struct vmm_text view;
    struct piece text;
    char *printed;

    for (unsigned i = 0; i < FIELDS; i++)
        length += fields[i].length;
    printed = malloc(length);
    CHECK(printed != NULL);
    for (unsigned i = 0; i < FIELDS; i++) {
        memcpy(printed + filled, fields[i].start, fields[i].length);
        filled += fields[i].length;
        /* Where there is no optional field, there is no blank behind it either. */
        if (i != OPTIONAL || fields[i].length != 0)
            printed[filled++] = i + 1 == FIELDS ? '\n' : ' ';
        if (i == OPTIONAL) {
            memcpy(printed + filled, "- ", 2);
            filled += 2;
        }
    }
    text = fuzz_copy(printed, filled);
    free(printed);
    fuzz_current(text);
    view = vmm_text_of(text.bytes, text.length);
    CHECK(vmm_mount_next(&view, &row, sizeof row) == VMM_OK);
    CHECK(view.pos == view.end);
    memcpy(again, &row, sizeof again);
    for (unsigned i = 0; i < FIELDS; i++) {
        CHECK(again[i].length == fields[i].length);
        CHECK(memcmp(again[i].start, fields[i].start, fields[i].length) == 0);
    }
    fuzz_free(text);
}

static void check_rows(const char *bytes, size_t length)
{
    struct piece text = fuzz_copy(bytes, length);
    struct vmm_text view = vmm_text_of(text.bytes, length);
    vmm_status status;

    do {
        size_t at = (size_t)(view.pos - text.bytes);
        struct place wanted[FIELDS] = {{0, 0}};
        struct outcome right = reference(text.bytes, length, at, wanted);
        struct vmm_span fields[FIELDS];
        struct vmm_mount row;

        fuzz_current(text);
        memset(&row, 0x5a, sizeof row);
        view.error = bytes;
        status = vmm_mount_next(&view, &row, sizeof row);
        CHECK(status == right.status);
        CHECK(view.end == text.bytes + length);
        CHECK(view.pos == text.bytes + right.pos);
        CHECK(view.error == (right.error == NOWHERE ? NULL : text.bytes + right.error));
        CHECK(status == VMM_END || view.pos > text.bytes + at);
        _Static_assert(sizeof row == sizeof fields, "the fields of a row");
        memcpy(fields, &row, sizeof fields);
        for (unsigned i = 0; i < FIELDS; i++) {
            if (status != VMM_OK) {
                CHECK(fields[i].start == NULL && fields[i].length == 0);
                continue;
            }
            CHECK(fields[i].start == text.bytes + wanted[i].start);
            CHECK(fields[i].length == wanted[i].end - wanted[i].start);
            check_path(fields[i].start, fields[i].length);
        }
        if (status == VMM_OK)
            check_printed(fields);
    } while (status != VMM_END);
    fuzz_free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    size_t length = 0;

    check_rows(bytes, size);
    check_path(bytes, size);
    check_escaped(bytes, size);
    check_row_size(bytes, size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        check_rows(bytes, length);
        check_path(bytes, length);
    }
    return 0;
}
