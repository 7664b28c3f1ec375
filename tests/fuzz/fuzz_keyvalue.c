/* The iterator over keys and values, and single values, against references. The input is the file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../reference/member.h"
#include "fuzz.h"

/* ---- reference: rows ---- */

static bool in(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

static size_t skip(const char *bytes, size_t length, size_t at, const char *set)
{
    while (at < length && in(bytes[at], set))
        at++;
    return at;
}

static size_t skip_to(const char *bytes, size_t length, size_t at, const char *set)
{
    while (at < length && !in(bytes[at], set))
        at++;
    return at;
}

/* The row at `at`, as distances from the start of the text. */
struct row {
    struct outcome outcome;
    size_t key, key_end, value, value_end;
};

static struct row reference_line(const char *bytes, size_t length, size_t at)
{
    struct row row = {{VMM_OK, 0, NOWHERE}, 0, 0, 0, 0};

    row.key = skip(bytes, length, at, " \t\n");
    row.outcome.pos = row.key;
    if (row.key == length) {
        bool cut = at < length && bytes[length - 1] != '\n';

        row.outcome.status = cut ? VMM_E_TRUNCATED : VMM_END;
        row.outcome.error = cut ? length : NOWHERE;
        return row;
    }
    row.key_end = skip_to(bytes, length, row.key, " \t\n:=");
    row.value = row.key_end;
    if (row.value < length && bytes[row.value] != '\n')
        row.value = skip(bytes, length, row.value + 1, " \t");
    row.value_end = skip_to(bytes, length, row.value, "\n");
    row.outcome.pos = ref_next_line(bytes, length, row.value);
    if (row.key == row.key_end) {
        row.outcome.status = VMM_E_SYNTAX;
        row.outcome.error = row.key;
    } else if (row.value_end == length) {
        row.outcome.status = VMM_E_TRUNCATED;
        row.outcome.error = length;
    }
    while (row.value_end > row.value && ref_blank(bytes[row.value_end - 1]))
        row.value_end--;
    return row;
}

static struct row reference_pair(const char *bytes, size_t length, size_t at)
{
    struct row row = {{VMM_OK, 0, NOWHERE}, 0, 0, 0, 0};
    size_t word_end;

    row.key = skip(bytes, length, at, " \t\n");
    word_end = skip_to(bytes, length, row.key, " \t\n");
    row.outcome.pos = word_end;
    if (word_end == row.key) {
        row.outcome.status = VMM_END;
        return row;
    }
    row.key_end = skip_to(bytes, word_end, row.key, "=");
    row.value = row.key_end < word_end ? row.key_end + 1 : word_end;
    row.value_end = word_end;
    if (row.key == row.key_end) {
        row.outcome.status = VMM_E_SYNTAX;
        row.outcome.error = row.key;
    }
    return row;
}

static struct row reference_member(const char *bytes, size_t length, size_t at)
{
    struct json_member member = json_member_next(bytes, at, length);

    return (struct row){{member.status, member.pos, member.error == SIZE_MAX ? NOWHERE : member.error},
                        member.key,
                        member.key_end,
                        member.value,
                        member.value_end};
}

static struct row reference_row(const char *bytes, size_t length, size_t at, uint32_t shape)
{
    if (shape == VMM_KEY_JSON)
        return reference_member(bytes, length, at);
    return shape == VMM_KEY_LINES ? reference_line(bytes, length, at) : reference_pair(bytes, length, at);
}

/* ---- reference: values ---- */

/* Each takes a value at *at. False, and *at at the byte that is wrong. */

static bool word(const char *bytes, size_t length, size_t *at, const char *expected)
{
    for (; *expected != '\0'; expected++, ++*at)
        if (*at == length || bytes[*at] != *expected)
            return false;
    return true;
}

static bool hex(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    static const char too_large[] = "fffffffffffffffe";
    char significant[17] = "";
    size_t count = 0, first;

    if (length - *at >= 2 && bytes[*at] == '0' && in(bytes[*at + 1], "xX"))
        *at += 2;
    first = *at;
    for (; *at < length && in(bytes[*at], digits); ++*at) {
        char digit = digits[(strchr(digits, bytes[*at]) - digits) % 16];

        if ((digit != '0' || count > 0) && count < 17)
            significant[count++] = digit;
    }
    if (*at == first)
        return false;
    *value = VMM_UNKNOWN;
    if (count < 16 || (count == 16 && memcmp(significant, too_large, 16) < 0)) {
        significant[count] = '\0';
        *value = strtoull(significant, NULL, 16);
    }
    return true;
}

static bool list(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    *value = 0;
    if (*at == length || bytes[*at] == '\n')
        return true;
    for (;;) {
        uint64_t first, last;

        if (!ref_number(bytes, length, at, &first))
            return false;
        last = first;
        if (*at < length && bytes[*at] == '-') {
            size_t second = ++*at;
            if (!ref_number(bytes, length, at, &last))
                return false;
            if (last < first) {
                *at = second;
                return false;
            }
        }
        /* Once unknown, always unknown; and so is what would reach "unlimited". */
        if (last == VMM_UNKNOWN || *value == VMM_UNKNOWN || last - first >= VMM_UNLIMITED - 1 - *value)
            *value = VMM_UNKNOWN;
        else
            *value += last - first + 1;
        if (*at == length || bytes[*at] != ',')
            return true;
        ++*at;
    }
}

static struct outcome reference_value(const char *bytes, size_t length, uint32_t kind, uint64_t *value)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};
    size_t at = skip(bytes, length, 0, " \t");
    uint64_t taken = VMM_UNKNOWN;
    bool good = false;

    *value = VMM_UNKNOWN;
    if (length == 0) {
        outcome.status = VMM_E_EMPTY;
        return outcome;
    }
    switch (kind) {
    case VMM_VALUE_NUMBER:
        good = ref_number(bytes, length, &at, &taken);
        break;
    case VMM_VALUE_LIMIT:
        if (at < length && bytes[at] == 'm') {
            good = word(bytes, length, &at, "max");
            taken = VMM_UNLIMITED;
        } else {
            good = ref_number(bytes, length, &at, &taken);
        }
        break;
    case VMM_VALUE_HEX:
        good = hex(bytes, length, &at, &taken);
        break;
    case VMM_VALUE_KB:
        good = ref_number(bytes, length, &at, &taken) && word(bytes, length, &at, " kB");
        taken = taken > (VMM_UNLIMITED - 1) / 1024 ? VMM_UNKNOWN : taken * 1024;
        break;
    case VMM_VALUE_LIST:
        good = list(bytes, length, &at, &taken);
        break;
    default:
        break;
    }
    if (good) {
        at = skip(bytes, length, at, " \t");
        good = at == length || bytes[at] == '\n';
    }
    outcome.pos = ref_next_line(bytes, length, at);
    if (good) {
        *value = taken;
    } else {
        outcome.status = at == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX;
        outcome.error = at;
    }
    return outcome;
}

/* ---- the library against them ---- */

static void check_outcome(struct vmm_text view, vmm_status status, struct piece text, struct outcome right)
{
    CHECK(status == right.status);
    CHECK(view.end == text.bytes + text.length);
    CHECK(view.pos == text.bytes + right.pos);
    CHECK(view.error == (right.error == NOWHERE ? NULL : text.bytes + right.error));
}

static uint64_t check_value(const char *bytes, size_t length, uint32_t kind)
{
    struct piece text = fuzz_copy(bytes, length);
    struct vmm_text view = vmm_text_of(text.bytes, length);
    uint64_t value = 42, wanted;
    struct outcome right = reference_value(text.bytes, length, kind, &wanted);
    vmm_status status;

    fuzz_current(text);
    view.error = bytes;
    status = vmm_value_parse(&view, kind, &value);
    check_outcome(view, status, text, right);
    CHECK(value == wanted);
    CHECK(value != VMM_UNLIMITED || kind == VMM_VALUE_LIMIT);
    fuzz_free(text);
    return value;
}

/* A value, printed in each way, reads as the same value. */
static void check_printed_value(uint64_t value)
{
    char text[32];
    int length = snprintf(text, sizeof text, "%llu\n", (unsigned long long)value);
    bool fits = value < VMM_UNLIMITED;

    CHECK(check_value(text, (size_t)length, VMM_VALUE_NUMBER) == (fits ? value : VMM_UNKNOWN));
    CHECK(check_value(text, (size_t)length - 1, VMM_VALUE_LIMIT) == (fits ? value : VMM_UNKNOWN));
    length = snprintf(text, sizeof text, "0x%llX", (unsigned long long)value);
    CHECK(check_value(text, (size_t)length, VMM_VALUE_HEX) == (fits ? value : VMM_UNKNOWN));
    length = snprintf(text, sizeof text, "%llu kB\n", (unsigned long long)value / 1024);
    CHECK(check_value(text, (size_t)length, VMM_VALUE_KB) == (value & ~(uint64_t)1023));
    length = snprintf(text, sizeof text, "1-%llu\n", (unsigned long long)value);
    if (value >= 1)
        CHECK(check_value(text, (size_t)length, VMM_VALUE_LIST) == (fits ? value : VMM_UNKNOWN));
}

static void check_values(const char *bytes, size_t length)
{
    for (uint32_t kind = VMM_VALUE_NUMBER; kind <= VMM_VALUE_LIST; kind++)
        check_value(bytes, length, kind);
}

static void check_span(struct vmm_span span, struct piece text, size_t start, size_t end)
{
    CHECK(span.start == text.bytes + start && span.length == end - start);
}

/* All rows of a text; the values of each are tried as values and as pairs. */
static void check_rows(const char *bytes, size_t length, uint32_t shape)
{
    struct piece text = fuzz_copy(bytes, length);
    struct vmm_text view = vmm_text_of(text.bytes, length);
    vmm_status status;
    bool is_last;

    do {
        size_t at = (size_t)(view.pos - text.bytes);
        struct vmm_key_value row = {{bytes, 1}, {bytes, 1}};
        struct row right = reference_row(text.bytes, length, at, shape);

        fuzz_current(text);
        view.error = bytes;
        status = vmm_key_next(&view, shape, &row, sizeof row);
        check_outcome(view, status, text, right.outcome);
        /* An object's end is no end of the text. */
        is_last = status == VMM_END && (shape != VMM_KEY_JSON || view.pos == view.end);
        CHECK(is_last || view.pos > text.bytes + at);
        if (status == VMM_OK) {
            CHECK(row.key.length != 0);
            check_span(row.key, text, right.key, right.key_end);
            check_span(row.value, text, right.value, right.value_end);
            if (row.value.length < 64)
                check_values(row.value.start, row.value.length);
            if (shape == VMM_KEY_LINES)
                check_rows(row.value.start, row.value.length, VMM_KEY_PAIRS);
            if (shape == VMM_KEY_JSON && *row.value.start == '{')
                check_rows(row.value.start, row.value.length, VMM_KEY_JSON);
        } else {
            CHECK(row.key.start == NULL && row.key.length == 0 && row.value.start == NULL && row.value.length == 0);
        }
    } while (!is_last);
    fuzz_free(text);
}

/* A row of another size: smaller it is refused, larger it is the same. */
static void check_row_size(const char *bytes, size_t length, uint32_t shape)
{
    struct piece text = fuzz_copy(bytes, length);
    struct vmm_text view = vmm_text_of(text.bytes, length), other = view;
    struct vmm_key_value row, rows[2];
    size_t row_size = (size_t)(fuzz_choice(bytes, length, 5) % (sizeof rows + 1));
    vmm_status status = vmm_key_next(&view, shape, &row, sizeof row);

    if (row_size < sizeof row) {
        CHECK(vmm_key_next(&other, shape, rows, row_size) == VMM_E_ARGUMENT);
        CHECK(other.pos == vmm_text_of(text.bytes, length).pos && other.error == NULL);
    } else {
        CHECK(vmm_key_next(&other, shape, rows, row_size) == status);
        CHECK(other.pos == view.pos && other.error == view.error && memcmp(rows, &row, sizeof row) == 0);
    }
    fuzz_free(text);
}

static void check_all(const char *bytes, size_t length)
{
    check_values(bytes, length);
    check_rows(bytes, length, VMM_KEY_LINES);
    check_rows(bytes, length, VMM_KEY_PAIRS);
    check_rows(bytes, length, VMM_KEY_JSON);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    uint64_t choice = fuzz_choice(bytes, size, 0);
    size_t length = 0;

    check_all(bytes, size);
    check_row_size(bytes, size, VMM_KEY_LINES);
    check_row_size(bytes, size, VMM_KEY_PAIRS);
    while (fuzz_next_prefix(bytes, size, &length))
        check_all(bytes, length);
    check_printed_value(choice >> choice % 64);
    check_printed_value(~(choice & 3));
    return 0;
}
