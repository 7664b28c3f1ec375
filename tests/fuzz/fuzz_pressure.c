/* Pressure files against a reference parser. The input is the file. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

enum { WORDS = 4 };

static const char *const names[WORDS] = {"avg10=", "avg60=", "avg300=", "total="};

/* ---- reference ---- */

static struct outcome error_at(const char *bytes, size_t length, size_t error)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                              error};
    return outcome;
}

static bool same(const char *bytes, size_t length, size_t at, const char *word)
{
    return length - at >= strlen(word) && memcmp(bytes + at, word, strlen(word)) == 0;
}

static bool digit(const char *bytes, size_t length, size_t at)
{
    return at < length && bytes[at] >= '0' && bytes[at] <= '9';
}

/* A number with two decimals. */
static bool hundredths(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    uint64_t decimals = 0;

    if (!ref_number(bytes, length, at, value) || *at == length || bytes[*at] != '.')
        return false;
    ++*at;
    for (int i = 0; i < 2; i++, ++*at) {
        if (!digit(bytes, length, *at))
            return false;
        decimals = decimals * 10 + (uint64_t)(bytes[*at] - '0');
    }
    *value = *value < VMM_UNLIMITED / 100 ? *value * 100 + decimals : VMM_UNKNOWN;
    return true;
}

static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};

    while (at < length) {
        size_t first = offsetof(struct vmm_pressure, some_avg10_hundredths);

        if (same(bytes, length, at, "full ")) {
            first = offsetof(struct vmm_pressure, full_avg10_hundredths);
        } else if (!same(bytes, length, at, "some ")) {
            at = ref_next_line(bytes, length, at);
            if (bytes[at - 1] != '\n')
                return error_at(bytes, length, length);
            continue;
        }
        outcome.status = VMM_OK;
        at += 4;
        for (;;) {
            unsigned word = 0;
            uint64_t value;

            while (at < length && ref_blank(bytes[at]))
                at++;
            if (at == length)
                return error_at(bytes, length, length);
            if (bytes[at] == '\n')
                break;
            while (word < WORDS && !same(bytes, length, at, names[word]))
                word++;
            if (word == WORDS) {
                while (at < length && bytes[at] != '\n' && !ref_blank(bytes[at]))
                    at++;
                continue;
            }
            at += strlen(names[word]);
            if (word + 1 == WORDS ? !ref_number(bytes, length, &at, &value) : !hundredths(bytes, length, &at, &value))
                return error_at(bytes, length, at);
            if (at == length || !(bytes[at] == '\n' || ref_blank(bytes[at])))
                return error_at(bytes, length, at);
            ref_store(out, size, first + 8 * word, value);
        }
        at++;
    }
    return outcome;
}

/* ---- the library ---- */

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_pressure_parse(text, out, out_size);
}

static struct outcome check(struct piece text, struct vmm_pressure *out)
{
    struct outcome outcome = fuzz_check(parse, reference, text, 0, out, sizeof *out, sizeof *out);

    if (text.length != 0 && text.bytes[text.length - 1] != '\n')
        CHECK(outcome.status == VMM_E_TRUNCATED || outcome.status == VMM_E_SYNTAX);
    return outcome;
}

/* A record, printed as the kernel would, reads as the same record. */
static void check_printed(const struct vmm_pressure *record)
{
    const uint64_t *members = &record->some_avg10_hundredths;
    char text[600];
    struct vmm_pressure again;
    struct piece piece;
    int length = 0;

    for (int line = 0; line < 2; line++) {
        length += snprintf(text + length, sizeof text - (size_t)length, line == 0 ? "some" : "full");
        for (int i = 0; i < WORDS; i++) {
            unsigned long long value = members[line * WORDS + i];

            if (value == VMM_UNKNOWN)
                length += snprintf(text + length, sizeof text - (size_t)length, " ");
            else if (i + 1 == WORDS)
                length += snprintf(text + length, sizeof text - (size_t)length, " %s%llu", names[i], value);
            else
                length += snprintf(text + length, sizeof text - (size_t)length, " %s%llu.%02llu", names[i], value / 100,
                                   value % 100);
        }
        length += snprintf(text + length, sizeof text - (size_t)length, "\n");
    }
    piece = fuzz_copy(text, (size_t)length);
    CHECK(check(piece, &again).status == VMM_OK);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    fuzz_free(piece);
}

/* Lines that nobody knows change nothing, and move the place of an error by their length. */
static void check_unknown_lines(struct piece text, struct outcome before, const struct vmm_pressure *record)
{
    static const char *const lines[] = {"\n",
                                        "aggr 316016073\n",
                                        "somewhat avg10=x\n",
                                        "full\n",
                                        "some\ttotal=5\n",
                                        " some total=x\n",
                                        "most avg10=1.00 total=7\n",
                                        "total=5\n",
                                        "cpu some total=x\n"};
    struct vmm_pressure again;
    struct outcome after;
    size_t at = before.error;
    struct piece more = fuzz_insert_unknown(text.bytes, text.length, lines, sizeof lines / sizeof lines[0], &at);

    after = check(more, &again);
    CHECK(after.status == before.status);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    if (before.error != NOWHERE)
        CHECK(after.error == before.error + at);
    fuzz_free(more);
}

/* Lines in another order say the same, and so do the words of each. */
static void check_permuted(struct piece text, const struct vmm_pressure *record)
{
    struct vmm_pressure again;
    struct piece permuted = fuzz_permute_words(text.bytes, text.length);

    CHECK(check(permuted, &again).status == VMM_OK);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    fuzz_free(permuted);
    if (!fuzz_permute_lines(text.bytes, text.length, " \n", &permuted))
        return;
    CHECK(check(permuted, &again).status == VMM_OK);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    fuzz_free(permuted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct piece text = fuzz_copy(bytes, size);
    struct vmm_pressure record;
    struct outcome outcome = check(text, &record);
    size_t length = 0, out_size;
    unsigned index = 0;

    while (fuzz_next_size(bytes, size, sizeof record, &index, &out_size))
        fuzz_check(parse, reference, text, 0, NULL, sizeof record, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);
        struct vmm_pressure of_prefix;
        check(prefix, &of_prefix);
        fuzz_free(prefix);
    }
    check_unknown_lines(text, outcome, &record);
    if (outcome.status == VMM_OK) {
        check_permuted(text, &record);
        check_printed(&record);
    }
    fuzz_free(text);
    return 0;
}
