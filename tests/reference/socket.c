/* SPDX-License-Identifier: MIT */
/* Rows of /proc/net/tcp and its kin. */
#include <string.h>

#include "examples.h"

#define AT(member) offsetof(struct vmm_socket, member)

/* The numbers of a row. */
enum {
    ROW,
    LOCAL,
    LOCAL_PORT,
    REMOTE,
    REMOTE_PORT,
    STATE,
    TX,
    RX,
    TIMER,
    WHEN,
    RETRANSMITS,
    UID,
    TIMEOUT,
    INODE,
    NUMBERS
};

/* What each number is: d decimal, x hexadecimal, a an address; then what ends it; ! where the row may end before it. */
static const char *const numbers[NUMBERS] = {"d:", "a:",  "x ", "a:",  "x ",  "x ",  "x:!",
                                             "x ", "x:!", "x ", "x !", "d !", "d !", "d !"};

/* Without 0x before it. */
static bool take_hex(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    if (length - *at >= 2 && bytes[*at] == '0' && (bytes[*at + 1] == 'x' || bytes[*at + 1] == 'X')) {
        ++*at;
        *value = 0;
        return true;
    }
    return ref_hex(bytes, length, at, value);
}

static bool take_row(const char *bytes, size_t length, size_t *at, uint64_t values[NUMBERS])
{
    for (size_t i = 0; i < NUMBERS; i++) {
        const char *form = numbers[i];
        size_t first = ref_skip_blanks(bytes, length, *at);

        *at = first;
        if (form[2] == '!' && bytes[first] == '\n')
            return true;
        if (form[0] == 'd' ? !ref_number(bytes, length, at, &values[i]) : !take_hex(bytes, length, at, &values[i]))
            return false;
        if (form[1] == ':' ? bytes[*at] != ':' : !ref_ends_word(bytes, length, *at))
            return false;
        if (form[0] == 'a') {
            if (*at - first != 8 && *at - first != 32)
                return false;
            values[i] = (*at - first) / 2;
            if (values[i] != values[LOCAL])
                return false;
        }
        if (form[1] == ':')
            ++*at;
    }
    return true;
}

/* After the numbers stand two words, and then the drops, if the row ends after them. */
static uint64_t take_drops(const char *bytes, size_t length, size_t at)
{
    uint64_t drops;

    for (unsigned i = 0; i < 2; i++)
        for (at = ref_skip_blanks(bytes, length, at); !ref_ends_word(bytes, length, at);)
            at++;
    at = ref_skip_blanks(bytes, length, at);
    if (!ref_number(bytes, length, &at, &drops) || bytes[ref_skip_blanks(bytes, length, at)] != '\n')
        return VMM_UNKNOWN;
    return drops;
}

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_END, at, NOWHERE};
    uint64_t values[NUMBERS];
    size_t next, word;

    for (;; at = next) {
        outcome.pos = at;
        if (at == length)
            return outcome;
        next = ref_next_line(bytes, length, at);
        if (bytes[next - 1] != '\n')
            return ref_error(bytes, length, length);
        word = ref_skip_blanks(bytes, length, at);
        if (!ref_same(bytes, length, word, "sl") || !ref_blank(bytes[word + 2]))
            break;
    }
    for (size_t i = 0; i < NUMBERS; i++)
        values[i] = VMM_UNKNOWN;
    if (!take_row(bytes, length, &at, values))
        return ref_error(bytes, length, at);
    ref_store(out, size, AT(address_bytes), values[LOCAL]);
    ref_store(out, size, AT(local_port), values[LOCAL_PORT]);
    ref_store(out, size, AT(remote_port), values[REMOTE_PORT]);
    ref_store(out, size, AT(state), values[STATE]);
    ref_store(out, size, AT(tx_queue_bytes), values[TX]);
    ref_store(out, size, values[STATE] == 10 ? AT(accept_queue) : AT(rx_queue_bytes), values[RX]);
    ref_store(out, size, AT(uid), values[UID]);
    ref_store(out, size, AT(inode), values[INODE]);
    ref_store(out, size, AT(drops), take_drops(bytes, length, at));
    return (struct outcome){VMM_OK, next, NOWHERE};
}

static void fit(void *record)
{
    struct vmm_socket row;

    memcpy(&row, record, sizeof row);
    row.address_bytes = row.address_bytes == VMM_UNKNOWN ? 4 : 16;
    if (row.state != VMM_UNKNOWN || row.accept_queue != VMM_UNKNOWN)
        row.state = row.accept_queue != VMM_UNKNOWN ? VMM_SOCKET_STATE_LISTEN : VMM_SOCKET_STATE_CLOSE;
    if (row.accept_queue != VMM_UNKNOWN)
        row.rx_queue_bytes = VMM_UNKNOWN;
    memcpy(record, &row, sizeof row);
}

/* As the kernel prints it; 2^64 - 1 is read as unknown. */
static bool print(struct builder *text, const void *record, unsigned shape)
{
    struct vmm_socket row;
    const char *address;
    bool listens;

    memcpy(&row, record, sizeof row);
    listens = row.state == VMM_SOCKET_STATE_LISTEN;
    if (shape != 0 || (row.address_bytes != 4 && row.address_bytes != 16) ||
        (listens ? row.rx_queue_bytes : row.accept_queue) != VMM_UNKNOWN)
        return false;
    address = row.address_bytes == 4 ? "0100007F" : "0000000000000000FFFF00000100007F";
    builder_print(text, "%4d: %s:%04llX %s:%04llX %02llX %08llX:%08llX %02X:%08X %08X %5llu %8d %llu %d %s", 5, address,
                  (unsigned long long)row.local_port, address, (unsigned long long)row.remote_port,
                  (unsigned long long)row.state, (unsigned long long)row.tx_queue_bytes,
                  (unsigned long long)(listens ? row.accept_queue : row.rx_queue_bytes), 1U, 2U, 3U,
                  (unsigned long long)row.uid, 4, (unsigned long long)row.inode, 5, "ffff");
    if (row.drops != VMM_UNKNOWN)
        builder_print(text, " %llu", (unsigned long long)row.drops);
    builder_print(text, "   \n");
    return true;
}

#define ENDS "0100007F:0001 0200007F:0002"

static const struct example examples[] = {
    GOOD("  205: 0100007F:14B4 00000000:0000 07 00000000:00000F00 00:00000000 00000000     0        0 436249 2 "
         "0000000023ae5b0a 27       \n"),
    GOOD("1: " ENDS " 01\n"),
    GOOD("1: " ENDS " 0A  \n"),
    GOOD("1: " ENDS " 01 5:6\n"),
    GOOD("1: " ENDS " 01 5:6 0:0 0\n"),
    GOOD("1: " ENDS " 01 5:6 0:0 0 1000 0\n"),
    GOOD("1: " ENDS " 0A 5:6 0:0 0 1000 0 8 2 ffff 9 10\n"),
    GOOD("1: " ENDS " 07 5:6 0:0 0 1000 0 8 x (null) 9\t\n"),
    GOOD("1: " ENDS " 07 5:6 0:0 0 1000 0 8 2 ffff 9x\n"),
    GOOD("1: " ENDS " 07 5:6 0:0 0 1000 0 8 2 ffff 9\r\n"),
    GOOD("1: " ENDS " 01\n sl \n"),
    END(""),
    END("  sl  local_address\n\tsl\tx\nsl \n"),
    CUT("  sl"),
    CUT("1: " ENDS " 01"),
    CUT("x"),
    REFUSED("sl\n", 0),
    REFUSED("slx \n", 0),
    REFUSED(" SL \n", 1),
    REFUSED("\n", 0),
    REFUSED("   \n", 3),
    REFUSED("x: " ENDS " 01\n", 0),
    REFUSED(": " ENDS " 01\n", 0),
    REFUSED("1 " ENDS " 01\n", 1),
    REFUSED("1: \n", 3),
    REFUSED("1: 0100007:0001\n", 10),
    REFUSED("1: 0100007F1:0001\n", 12),
    REFUSED("1: 0100007G:0001\n", 10),
    REFUSED("1: 0x00007F:0001\n", 4),
    REFUSED("1: 0100007F:\n", 12),
    REFUSED("1: 0100007F 0001\n", 11),
    REFUSED("1: 0100007F:0001\n", 16),
    REFUSED("1: 0100007F:0001,\n", 16),
    REFUSED("1: " ENDS "\n", 30),
    REFUSED("1: " ENDS "  \n", 32),
    REFUSED("1: " ENDS " G\n", 31),
    REFUSED("1: " ENDS " 01,\n", 33),
    REFUSED("1: " ENDS " 01\r\n", 33),
    REFUSED("1: " ENDS " 01 5\n", 35),
    REFUSED("1: " ENDS " 01 5:\n", 36),
    REFUSED("1: " ENDS " 01 5 6\n", 35),
    REFUSED("1: " ENDS " 01 5:-6\n", 36),
    REFUSED("1: " ENDS " 01 5:6 0:0 0 a\n", 44),
    REFUSED("1: " ENDS " 01 5:6 0:0 0 1 - 8\n", 47),
    REFUSED("1: " ENDS " 01 5:6 0:0 0 1 0 8x\n", 49),
    /* Of both kinds at once. */
    REFUSED("1: 0100007F:0001 0000000000000000FFFF00000100007F:0001 01\n", 49),
    REFUSED("1: 0000000000000000FFFF00000100007F:0001 0100007F:0001 01\n", 49),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("   1: 0100007F:1F90 0100007F:A6BC 01 00000024:00000064 01:00000019 00000000     0        0 436240 2 "
          "000000002e829387 20 0 0 11 -1                    \n"),
    PIECE("  205: 0100007F:14B4 00000000:0000 07 00000000:00000F00 00:00000000 00000000     0        0 436249 2 "
          "0000000023ae5b0a 27       \n"),
    PIECE("  sl  local_address rem\n"),
    NO_MORE_TEXTS,
};

static const char *const headings[] = {
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n", "sl \n",
    "\tsl\t1: 0100007F:0000\n", NULL};

static const struct format socket_format = {
    .name = "socket",
    .kind = ROWS,
    .parse = library_socket_next,
    .reference = expect,
    .record_id = VMM_RECORD_SOCKET,
    .bytes = sizeof(struct vmm_socket),
    .samples = "proc-net-tcp",
    .examples = examples,
    .usual = usual,
    .unknown = headings,
    .print = print,
    .fit = fit,
};

const struct group socket_group = {"socket", &socket_format, 1, false, 0};
