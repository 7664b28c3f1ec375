/*
 * Rows of /proc/net/dev against a reference parser, and what follows from them: a guest's view, rates. The input is the
 * file.
 */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

enum { COLUMNS = 16, NAME_BYTES = 16 };

#define NAME offsetof(struct vmm_net, name)

/* ---- reference ---- */

static struct outcome wrong(const char *bytes, size_t length, size_t error)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                              error};
    return outcome;
}

/* A name becomes the bytes that it has, the rest of its member stays all ones: see next_row(). */
static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_OK, 0, NOWHERE};
    size_t first, end, colon;

    for (;;) {
        bool has_bar = false;

        outcome.pos = at;
        outcome.status = VMM_END;
        if (at == length)
            return outcome;
        for (first = at; first < length && ref_blank(bytes[first]);)
            first++;
        colon = length;
        for (end = first; end < length && bytes[end] != '\n' && !ref_blank(bytes[end]); end++)
            if (bytes[end] == ':')
                colon = end;
        if (end == length)
            return wrong(bytes, length, length);
        if (colon != length)
            break;
        for (at = first; at < length && bytes[at] != '\n'; at++)
            has_bar = has_bar || bytes[at] == '|';
        if (at == length)
            return wrong(bytes, length, length);
        if (!has_bar)
            return wrong(bytes, length, end);
        at++;
    }
    for (at = first; at < colon; at++)
        if (at - first == NAME_BYTES - 1 || bytes[at] == '\0' || bytes[at] == '/')
            return wrong(bytes, length, at);
    if (first == colon)
        return wrong(bytes, length, colon);
    if (size >= NAME + NAME_BYTES) {
        memset((char *)out + NAME, 0, NAME_BYTES);
        memcpy((char *)out + NAME, bytes + first, colon - first);
    }
    at = colon + 1;
    for (size_t column = 0; column < COLUMNS; column++) {
        size_t offset = offsetof(struct vmm_net, rx_bytes) + 8 * column;
        uint64_t value;

        /* What the caller's record does not have is not looked at. */
        if (offset + 8 > size)
            break;
        while (at < length && ref_blank(bytes[at]))
            at++;
        if (column > 0 && at < length && bytes[at] == '\n')
            break;
        if (!ref_number(bytes, length, &at, &value))
            return wrong(bytes, length, at);
        if (at == length || !(bytes[at] == '\n' || ref_blank(bytes[at])))
            return wrong(bytes, length, at);
        ref_store(out, size, offset, value);
    }
    outcome.status = VMM_OK;
    outcome.pos = ref_next_line(bytes, length, at);
    return bytes[outcome.pos - 1] == '\n' ? outcome : wrong(bytes, length, length);
}

/* ---- the library ---- */

/* fuzz_check() takes all ones for unknown, which no name is. */
static vmm_status next_row(struct vmm_text *text, void *out, size_t out_size)
{
    static const char none[NAME_BYTES];
    vmm_status status = vmm_net_next(text, out, out_size);

    if (out_size >= NAME + NAME_BYTES) {
        CHECK((status == VMM_OK) == (memcmp((char *)out + NAME, none, NAME_BYTES) != 0));
        if (status != VMM_OK)
            memset((char *)out + NAME, 0xff, NAME_BYTES);
    }
    return status;
}

/* A row, printed as kernels of any age would, reads as the same row. */
static void check_printed(const struct vmm_net *row)
{
    uint64_t columns[COLUMNS];

    memcpy(columns, &row->rx_bytes, sizeof columns);
    for (int shape = 0; shape < 3; shape++) {
        char text[COLUMNS * 24 + 32];
        struct vmm_net again;
        struct piece piece;
        int count = COLUMNS;
        int length = snprintf(text, sizeof text, shape == 0 ? "%6s: " : "%s:", row->name);

        while (count > 0 && columns[count - 1] == VMM_UNKNOWN)
            count--;
        for (int i = 0; i < count; i++)
            length += snprintf(text + length, sizeof text - (size_t)length, i == 0 ? "%*s%llu" : " %*s%llu",
                               shape == 0 && columns[i] < 10 ? 3 + i % 7 : 0, "", (unsigned long long)columns[i]);
        if (count == 0)
            length += snprintf(text + length, sizeof text - (size_t)length, "-1");
        text[length++] = shape == 1 ? ' ' : '\n';
        text[length++] = '\n';
        piece = fuzz_copy(text, (size_t)length);
        CHECK(fuzz_check(next_row, reference, piece, 0, &again, sizeof again, sizeof again).status == VMM_OK);
        CHECK(memcmp(&again, row, sizeof again) == 0);
        fuzz_free(piece);
    }
}

static void check_usage(const struct vmm_net *before, const struct vmm_net *after)
{
    struct vmm_net view, again;
    struct vmm_net_rate rate, turned;
    double growth;
    vmm_status status = vmm_net_guest_view(after, &view, sizeof view);

    CHECK(status == VMM_OK || status == VMM_E_EMPTY);
    if (status == VMM_OK) {
        CHECK(view.rx_bytes == after->tx_bytes && view.tx_packets == after->rx_packets);
        CHECK(vmm_net_guest_view(&view, &again, sizeof again) == VMM_OK);
        CHECK(again.rx_bytes == after->rx_bytes && again.tx_dropped == after->tx_dropped);
        CHECK(again.multicast == VMM_UNKNOWN && view.net_dev_rx_drop == VMM_UNKNOWN);
    }
    status = vmm_net_rate_between(before, after, 500000000, &rate, sizeof rate);
    CHECK(status == VMM_OK || status == VMM_RESET || status == VMM_E_EMPTY);
    if (status != VMM_OK)
        return;
    CHECK(strcmp(before->name, after->name) == 0 && strcmp(rate.name, after->name) == 0);
    if (before->rx_bytes != VMM_UNKNOWN && after->rx_bytes != VMM_UNKNOWN) {
        CHECK(after->rx_bytes >= before->rx_bytes);
        growth = (double)(after->rx_bytes - before->rx_bytes);
        CHECK(rate.rx_bytes_per_second >= growth * 1.999 && rate.rx_bytes_per_second <= growth * 2.001);
        /* Turned round, it is a restart. */
        CHECK(after->rx_bytes == before->rx_bytes ||
              /* NOLINTNEXTLINE(readability-suspicious-call-argument) */
              vmm_net_rate_between(after, before, 1, &turned, sizeof turned) == VMM_RESET);
    } else {
        CHECK(!(rate.rx_bytes_per_second >= 0));
    }
}

/* All rows with records of this size; a number that follows from all that was said, but for places. */
static uint64_t check_rows(struct piece text, size_t row_size)
{
    struct vmm_net last;
    bool has_last = false;
    uint64_t said = 0;
    size_t at = 0;

    for (;;) {
        struct vmm_net row;
        struct outcome outcome = fuzz_check(next_row, reference, text, at, &row, sizeof row, row_size);

        said = said * 31 + (uint64_t)outcome.status;
        if (outcome.status == VMM_END || outcome.status == VMM_E_ARGUMENT) {
            CHECK(outcome.pos == (outcome.status == VMM_END ? text.length : at));
            return said;
        }
        CHECK(outcome.pos > at);
        if (outcome.status == VMM_OK && row_size >= sizeof row) {
            said = said * 31 + fuzz_choice((const char *)&row, sizeof row, 0);
            check_printed(&row);
            if (has_last)
                check_usage(&last, &row);
            last = row;
            has_last = true;
        }
        at = outcome.pos;
    }
}

/* Lines above the rows change nothing wherever they stand. */
static void check_headings(struct piece text, uint64_t before)
{
    static const char second[] =
        " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs "
        "drop fifo colls carrier compressed\n";
    static const char *const lines[] = {
        "Inter-|   Receive                                                |  Transmit\n", second, "|\n", " a b:c |\n",
        "a/b|c\n"};
    size_t at = 0;
    struct piece more = fuzz_insert_unknown(text.bytes, text.length, lines, sizeof lines / sizeof lines[0], &at);

    CHECK(check_rows(more, sizeof(struct vmm_net)) == before);
    fuzz_free(more);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct piece text = fuzz_copy(bytes, size);
    uint64_t said = check_rows(text, sizeof(struct vmm_net));
    size_t length = 0, out_size;
    unsigned index = 0;

    while (fuzz_next_size(bytes, size, sizeof(struct vmm_net), &index, &out_size))
        check_rows(text, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);
        check_rows(prefix, sizeof(struct vmm_net));
        fuzz_free(prefix);
    }
    check_headings(text, said);
    fuzz_free(text);
    return 0;
}
