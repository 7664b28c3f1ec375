/* Rows of /proc/net/tcp and its kin against a reference parser. The input is the file. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

#define AT(member) offsetof(struct vmm_socket, member)

/* ---- reference ---- */

static struct outcome wrong(const char *bytes, size_t length, size_t error)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                              error};
    return outcome;
}

static int hex(char c)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = c == '\0' ? NULL : strchr(digits, c);

    return found == NULL ? -1 : (int)(found - digits) % 16;
}

/* Takes a hexadecimal number; how many digits it has comes back. */
static size_t take_hex(const char *bytes, size_t *at, uint64_t *value)
{
    size_t first = *at;
    bool fits = true;

    /* There is a newline somewhere. */
    for (*value = 0; hex(bytes[*at]) >= 0; ++*at) {
        fits = fits && *value <= UINT64_MAX / 16;
        *value = *value * 16 + (uint64_t)hex(bytes[*at]);
    }
    if (!fits || *value >= VMM_UNLIMITED)
        *value = VMM_UNKNOWN;
    return *at - first;
}

static void skip_blanks(const char *bytes, size_t *at)
{
    while (ref_blank(bytes[*at]))
        ++*at;
}

static bool at_end_of_word(const char *bytes, size_t at)
{
    return bytes[at] == '\n' || ref_blank(bytes[at]);
}

/* Two hexadecimal numbers with a colon between them. */
static bool take_two(const char *bytes, size_t *at, uint64_t *first, uint64_t *second)
{
    skip_blanks(bytes, at);
    if (take_hex(bytes, at, first) == 0 || bytes[*at] != ':')
        return false;
    ++*at;
    skip_blanks(bytes, at);
    return take_hex(bytes, at, second) != 0 && at_end_of_word(bytes, *at);
}

static bool take_end(const char *bytes, size_t *at, size_t *digits, uint64_t *port)
{
    uint64_t ignored;
    size_t wanted = *digits;

    skip_blanks(bytes, at);
    *digits = take_hex(bytes, at, &ignored);
    if (bytes[*at] != ':' || (*digits != 8 && *digits != 32) || (wanted != 0 && *digits != wanted))
        return false;
    ++*at;
    skip_blanks(bytes, at);
    return take_hex(bytes, at, port) != 0 && at_end_of_word(bytes, *at);
}

static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_END, at, NOWHERE};
    uint64_t local, remote, state, first, second, value;
    size_t digits = 0, next;

    for (;; at = next) {
        size_t word = at;

        outcome.pos = at;
        if (at == length)
            return outcome;
        next = ref_next_line(bytes, length, at);
        if (bytes[next - 1] != '\n')
            return wrong(bytes, length, length);
        skip_blanks(bytes, &word);
        if (bytes[word] != 's' || bytes[word + 1] != 'l' || !ref_blank(bytes[word + 2]))
            break;
    }
    outcome.pos = next;
    outcome.status = VMM_OK;
    skip_blanks(bytes, &at);
    if (!ref_number(bytes, length, &at, &value) || bytes[at] != ':')
        return wrong(bytes, length, at);
    at++;
    if (!take_end(bytes, &at, &digits, &local) || !take_end(bytes, &at, &digits, &remote))
        return wrong(bytes, length, at);
    skip_blanks(bytes, &at);
    if (take_hex(bytes, &at, &state) == 0 || !at_end_of_word(bytes, at))
        return wrong(bytes, length, at);
    ref_store(out, size, AT(address_bytes), digits / 2);
    ref_store(out, size, AT(local_port), local);
    ref_store(out, size, AT(remote_port), remote);
    ref_store(out, size, AT(state), state);
    for (int i = 0; i < 6; i++) {
        skip_blanks(bytes, &at);
        if (bytes[at] == '\n')
            return outcome;
        if (i < 2 ? !take_two(bytes, &at, &first, &second)
                  : (i == 2 ? take_hex(bytes, &at, &first) == 0 : !ref_number(bytes, length, &at, &first)) ||
                        !at_end_of_word(bytes, at))
            return wrong(bytes, length, at);
        if (i == 0) {
            ref_store(out, size, AT(tx_queue_bytes), first);
            ref_store(out, size, state == 10 ? AT(accept_queue) : AT(rx_queue_bytes), second);
        }
        if (i == 3)
            ref_store(out, size, AT(uid), first);
        if (i == 5)
            ref_store(out, size, AT(inode), first);
    }
    for (int i = 0; i < 2; i++) {
        skip_blanks(bytes, &at);
        while (!at_end_of_word(bytes, at))
            at++;
    }
    skip_blanks(bytes, &at);
    if (ref_number(bytes, length, &at, &value)) {
        skip_blanks(bytes, &at);
        if (bytes[at] == '\n')
            ref_store(out, size, AT(drops), value);
    }
    return outcome;
}

/* ---- the library ---- */

static vmm_status next_row(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_socket_next(text, out, out_size);
}

/* A row, printed as the kernel would, reads as the same row. */
static void check_printed(const struct vmm_socket *row)
{
    const char *address = row->address_bytes == 4 ? "0100007F" : "0000000000000000FFFF00000100007F";
    bool listens = row->state == VMM_SOCKET_STATE_LISTEN;
    uint64_t rx = listens ? row->accept_queue : row->rx_queue_bytes;
    char text[400];
    struct vmm_socket again;
    struct piece piece;
    int length;

    CHECK(row->address_bytes == 4 || row->address_bytes == 16);
    CHECK((listens ? row->rx_queue_bytes : row->accept_queue) == VMM_UNKNOWN);
    if (row->local_port == VMM_UNKNOWN || row->remote_port == VMM_UNKNOWN || row->state == VMM_UNKNOWN ||
        row->tx_queue_bytes == VMM_UNKNOWN || rx == VMM_UNKNOWN || row->uid == VMM_UNKNOWN || row->inode == VMM_UNKNOWN)
        return;
    length =
        snprintf(text, sizeof text, "%4d: %s:%04llX %s:%04llX %02llX %08llX:%08llX %02X:%08X %08X %5llu %8d %llu %d %s",
                 5, address, (unsigned long long)row->local_port, address, (unsigned long long)row->remote_port,
                 (unsigned long long)row->state, (unsigned long long)row->tx_queue_bytes, (unsigned long long)rx, 1U,
                 2U, 3U, (unsigned long long)row->uid, 4, (unsigned long long)row->inode, 5, "ffff");
    if (row->drops != VMM_UNKNOWN)
        length += snprintf(text + length, sizeof text - (size_t)length, " %llu", (unsigned long long)row->drops);
    length += snprintf(text + length, sizeof text - (size_t)length, "   \n");
    piece = fuzz_copy(text, (size_t)length);
    CHECK(fuzz_check(next_row, reference, piece, 0, &again, sizeof again, sizeof again).status == VMM_OK);
    CHECK(memcmp(&again, row, sizeof again) == 0);
    fuzz_free(piece);
}

/* All rows with records of this size; a number that follows from all that was said, but for places. */
static uint64_t check_rows(struct piece text, size_t row_size)
{
    uint64_t said = 0;
    size_t at = 0;

    for (;;) {
        struct vmm_socket row;
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
        }
        at = outcome.pos;
    }
}

/* The lines above the rows change nothing wherever they stand. */
static void check_headings(struct piece text, uint64_t before)
{
    static const char *const lines[] = {
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n", "sl \n",
        "\tsl\t1: 0100007F:0000\n"};
    size_t at = 0;
    struct piece more = fuzz_insert_unknown(text.bytes, text.length, lines, sizeof lines / sizeof lines[0], &at);

    CHECK(check_rows(more, sizeof(struct vmm_socket)) == before);
    fuzz_free(more);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct piece text = fuzz_copy(bytes, size);
    uint64_t said = check_rows(text, sizeof(struct vmm_socket));
    size_t length = 0, out_size;
    unsigned index = 0;

    while (fuzz_next_size(bytes, size, sizeof(struct vmm_socket), &index, &out_size))
        check_rows(text, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);
        check_rows(prefix, sizeof(struct vmm_socket));
        fuzz_free(prefix);
    }
    check_headings(text, said);
    fuzz_free(text);
    return 0;
}
