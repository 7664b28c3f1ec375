/*
 * The files of /sys/class/net/IF against a reference parser. The first byte of the input says which file it is, the rest is
 * the file.
 */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

enum form { NUMBER, HEX, OPERSTATE, DUPLEX, SPEED };

enum { FILES = 37, NAME_BYTES = 16 };

#define AT(member) offsetof(struct vmm_net, member)

static const struct {
    size_t offset;
    enum form form;
} files[FILES + 1] = {
    [VMM_NET_FILE_IFINDEX] = {AT(ifindex), NUMBER},
    [VMM_NET_FILE_IFLINK] = {AT(iflink), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_BYTES] = {AT(rx_bytes), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_PACKETS] = {AT(rx_packets), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_ERRORS] = {AT(rx_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_FIFO_ERRORS] = {AT(rx_fifo_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_COMPRESSED] = {AT(rx_compressed), NUMBER},
    [VMM_NET_FILE_STATISTICS_MULTICAST] = {AT(multicast), NUMBER},
    [VMM_NET_FILE_STATISTICS_TX_BYTES] = {AT(tx_bytes), NUMBER},
    [VMM_NET_FILE_STATISTICS_TX_PACKETS] = {AT(tx_packets), NUMBER},
    [VMM_NET_FILE_STATISTICS_TX_ERRORS] = {AT(tx_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_TX_DROPPED] = {AT(tx_dropped), NUMBER},
    [VMM_NET_FILE_STATISTICS_TX_FIFO_ERRORS] = {AT(tx_fifo_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_COLLISIONS] = {AT(collisions), NUMBER},
    [VMM_NET_FILE_STATISTICS_TX_COMPRESSED] = {AT(tx_compressed), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_DROPPED] = {AT(rx_dropped), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_MISSED_ERRORS] = {AT(rx_missed_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_LENGTH_ERRORS] = {AT(rx_length_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_OVER_ERRORS] = {AT(rx_over_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_CRC_ERRORS] = {AT(rx_crc_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_FRAME_ERRORS] = {AT(rx_frame_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_RX_NOHANDLER] = {AT(rx_nohandler), NUMBER},
    [VMM_NET_FILE_STATISTICS_TX_CARRIER_ERRORS] = {AT(tx_carrier_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_TX_ABORTED_ERRORS] = {AT(tx_aborted_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_TX_WINDOW_ERRORS] = {AT(tx_window_errors), NUMBER},
    [VMM_NET_FILE_STATISTICS_TX_HEARTBEAT_ERRORS] = {AT(tx_heartbeat_errors), NUMBER},
    [VMM_NET_FILE_OPERSTATE] = {AT(operstate), OPERSTATE},
    [VMM_NET_FILE_CARRIER] = {AT(carrier), NUMBER},
    [VMM_NET_FILE_CARRIER_CHANGES] = {AT(carrier_changes), NUMBER},
    [VMM_NET_FILE_CARRIER_UP_COUNT] = {AT(carrier_up_count), NUMBER},
    [VMM_NET_FILE_CARRIER_DOWN_COUNT] = {AT(carrier_down_count), NUMBER},
    [VMM_NET_FILE_SPEED] = {AT(speed_bits_per_second), SPEED},
    [VMM_NET_FILE_DUPLEX] = {AT(duplex), DUPLEX},
    [VMM_NET_FILE_MTU] = {AT(mtu_bytes), NUMBER},
    [VMM_NET_FILE_FLAGS] = {AT(flags), HEX},
    [VMM_NET_FILE_TYPE] = {AT(type), NUMBER},
    [VMM_NET_FILE_TX_QUEUE_LEN] = {AT(tx_queue_len), NUMBER},
};

static const char *const operstates[] = {"unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"};
static const char *const duplexes[] = {"half", "full", "unknown"};

/* The file that this input is about. */
static unsigned id;

/* ---- reference ---- */

static bool take_word(const char *bytes, size_t length, size_t *at, uint64_t *value, const char *const *words,
                      unsigned count)
{
    size_t first = *at;

    while (*at < length && bytes[*at] != '\n')
        ++*at;
    *value = VMM_UNKNOWN;
    for (unsigned i = 0; i < count; i++)
        if (strlen(words[i]) == *at - first && memcmp(words[i], bytes + first, *at - first) == 0)
            *value = i + 1;
    return *at != first;
}

static bool take_hex(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    bool fits = true;
    size_t first;

    if (length - *at >= 2 && bytes[*at] == '0' && (bytes[*at + 1] == 'x' || bytes[*at + 1] == 'X'))
        *at += 2;
    first = *at;
    for (*value = 0; *at < length && bytes[*at] != '\0' && strchr(digits, bytes[*at]) != NULL; ++*at) {
        fits = fits && *value <= UINT64_MAX / 16;
        *value = *value * 16 + (uint64_t)(strchr(digits, bytes[*at]) - digits) % 16;
    }
    if (!fits || *value >= VMM_UNLIMITED)
        *value = VMM_UNKNOWN;
    return *at != first;
}

static bool take(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    switch (files[id].form) {
    case OPERSTATE:
        return take_word(bytes, length, at, value, operstates, 7);
    case DUPLEX:
        return take_word(bytes, length, at, value, duplexes, 3);
    case HEX:
        return take_hex(bytes, length, at, value);
    case SPEED:
        if (!ref_number(bytes, length, at, value))
            return false;
        *value = *value == 0 || *value == 65535 || *value >= 4294967295 ? VMM_UNKNOWN : *value * 1000000;
        return true;
    case NUMBER:
    default:
        return ref_number(bytes, length, at, value);
    }
}

static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_OK, length, NOWHERE};
    uint64_t value = 0;

    if (at == length) {
        outcome.status = VMM_E_EMPTY;
        return outcome;
    }
    while (at < length && ref_blank(bytes[at]))
        at++;
    if (!take(bytes, length, &at, &value) || (at < length && bytes[at] != '\n' && !ref_blank(bytes[at]))) {
        outcome.status = at == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX;
        outcome.pos = ref_next_line(bytes, length, at);
        outcome.error = at;
        return outcome;
    }
    ref_store(out, size, files[id].offset, value);
    return outcome;
}

/* ---- the library ---- */

/* fuzz_check() takes all ones for unknown, which no name is. */
static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    static const char none[NAME_BYTES];
    vmm_status status = vmm_record_init(VMM_RECORD_NET, out, out_size);

    if (status != VMM_OK)
        return status;
    status = vmm_net_read(id, text, out, out_size);
    if (out_size >= AT(name) + NAME_BYTES) {
        CHECK(memcmp((char *)out + AT(name), none, NAME_BYTES) == 0);
        memset((char *)out + AT(name), 0xff, NAME_BYTES);
    }
    return status;
}

static struct outcome check(struct piece text, struct vmm_net *out)
{
    return fuzz_check(parse, reference, text, 0, out, sizeof *out, sizeof *out);
}

/* What the record held before stays, but for the file's own member. */
static void check_others_stay(struct piece text, struct outcome outcome, const struct vmm_net *record)
{
    uint64_t words[sizeof *record / 8], wanted[sizeof *record / 8];
    struct vmm_text view = vmm_text_of(text.bytes, text.length);

    memset(words, 0x5a, sizeof words);
    memset(wanted, 0x5a, sizeof wanted);
    wanted[0] = sizeof wanted;
    memcpy(&wanted[files[id].offset / 8], (const char *)record + files[id].offset, 8);
    CHECK(vmm_net_read(id, &view, (struct vmm_net *)(void *)words, sizeof words) == outcome.status);
    CHECK(memcmp(words, wanted, sizeof words) == 0);
}

/* A value, printed as the kernel would, reads as the same value. */
static void check_printed(const struct vmm_net *record)
{
    uint64_t bits;
    unsigned long long value;
    struct vmm_net again;
    struct piece piece;
    char text[40];
    int length;

    memcpy(&bits, (const char *)record + files[id].offset, sizeof bits);
    if (bits == VMM_UNKNOWN)
        return;
    value = bits;
    if (files[id].form == OPERSTATE)
        length = snprintf(text, sizeof text, "%s\n", operstates[value - 1]);
    else if (files[id].form == DUPLEX)
        length = snprintf(text, sizeof text, "%s\n", duplexes[value - 1]);
    else
        length = snprintf(text, sizeof text, files[id].form == HEX ? "%#llx\n" : "%llu\n",
                          files[id].form == SPEED ? value / 1000000 : value);
    piece = fuzz_copy(text, (size_t)length);
    CHECK(check(piece, &again).status == VMM_OK);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    fuzz_free(piece);
}

/* There are no such files. */
static void check_no_file(uint32_t none, struct piece text)
{
    struct vmm_net record, untouched;
    struct vmm_text view = vmm_text_of(text.bytes, text.length);
    const char *start = view.pos;

    memset(&record, 0x5a, sizeof record);
    memset(&untouched, 0x5a, sizeof untouched);
    CHECK(vmm_net_read(none, &view, &record, sizeof record) == VMM_E_ARGUMENT);
    CHECK(view.pos == start && view.error == NULL);
    CHECK(memcmp(&record, &untouched, sizeof record) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes;
    struct vmm_net record;
    struct outcome outcome;
    struct piece text;
    size_t length = 0, out_size;
    unsigned index = 0;

    if (size == 0)
        return 0;
    bytes = (const char *)data + 1;
    size--;
    text = fuzz_copy(bytes, size);
    id = data[0];
    if (id == 0 || id > FILES) {
        check_no_file(id, text);
        check_no_file(UINT32_MAX - id, text);
        fuzz_free(text);
        return 0;
    }
    outcome = check(text, &record);
    check_others_stay(text, outcome, &record);
    while (fuzz_next_size(bytes, size, sizeof record, &index, &out_size))
        fuzz_check(parse, reference, text, 0, NULL, sizeof record, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);
        struct vmm_net of_prefix;
        check(prefix, &of_prefix);
        fuzz_free(prefix);
    }
    if (outcome.status == VMM_OK)
        check_printed(&record);
    fuzz_free(text);
    return 0;
}
