/* The files of /sys/class/net/IF. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum form { NUMBER, HEX, OPERSTATE, DUPLEX, SPEED };

enum { FILES = 37 };

/* A file of one value, a text as the kernel prints it, and what that is. */
struct file {
    uint32_t id;
    const char *name;
    size_t offset;
    enum form form;
    const char *text;
    uint64_t value;
};

#define FILE_OF(id, name, member, form, text, value)                                                                   \
    {                                                                                                                  \
        VMM_NET_FILE_##id, name, offsetof(struct vmm_net, member), form, text, value                                   \
    }
#define COUNTER(id, member, number)                                                                                    \
    FILE_OF(STATISTICS_##id, "statistics/" #member, member, NUMBER, #number "\n", number)

/* In the order of the ids. */
static const struct file files[FILES] = {
    FILE_OF(IFINDEX, "ifindex", ifindex, NUMBER, "7\n", 7),
    FILE_OF(IFLINK, "iflink", iflink, NUMBER, "6\n", 6),
    COUNTER(RX_BYTES, rx_bytes, 1844674407370955161),
    COUNTER(RX_PACKETS, rx_packets, 102),
    COUNTER(RX_ERRORS, rx_errors, 103),
    COUNTER(RX_FIFO_ERRORS, rx_fifo_errors, 104),
    COUNTER(RX_COMPRESSED, rx_compressed, 105),
    COUNTER(MULTICAST, multicast, 106),
    COUNTER(TX_BYTES, tx_bytes, 4294967296),
    COUNTER(TX_PACKETS, tx_packets, 108),
    COUNTER(TX_ERRORS, tx_errors, 109),
    COUNTER(TX_DROPPED, tx_dropped, 110),
    COUNTER(TX_FIFO_ERRORS, tx_fifo_errors, 111),
    COUNTER(COLLISIONS, collisions, 112),
    COUNTER(TX_COMPRESSED, tx_compressed, 113),
    COUNTER(RX_DROPPED, rx_dropped, 114),
    COUNTER(RX_MISSED_ERRORS, rx_missed_errors, 115),
    COUNTER(RX_LENGTH_ERRORS, rx_length_errors, 116),
    COUNTER(RX_OVER_ERRORS, rx_over_errors, 117),
    COUNTER(RX_CRC_ERRORS, rx_crc_errors, 118),
    COUNTER(RX_FRAME_ERRORS, rx_frame_errors, 119),
    COUNTER(RX_NOHANDLER, rx_nohandler, 120),
    COUNTER(TX_CARRIER_ERRORS, tx_carrier_errors, 121),
    COUNTER(TX_ABORTED_ERRORS, tx_aborted_errors, 122),
    COUNTER(TX_WINDOW_ERRORS, tx_window_errors, 123),
    COUNTER(TX_HEARTBEAT_ERRORS, tx_heartbeat_errors, 124),
    FILE_OF(OPERSTATE, "operstate", operstate, OPERSTATE, "lowerlayerdown\n", VMM_NET_OPERSTATE_LOWERLAYERDOWN),
    FILE_OF(CARRIER, "carrier", carrier, NUMBER, "1\n", 1),
    FILE_OF(CARRIER_CHANGES, "carrier_changes", carrier_changes, NUMBER, "9\n", 9),
    FILE_OF(CARRIER_UP_COUNT, "carrier_up_count", carrier_up_count, NUMBER, "5\n", 5),
    FILE_OF(CARRIER_DOWN_COUNT, "carrier_down_count", carrier_down_count, NUMBER, "4\n", 4),
    FILE_OF(SPEED, "speed", speed_bits_per_second, SPEED, "25000\n", UINT64_C(25000000000)),
    FILE_OF(DUPLEX, "duplex", duplex, DUPLEX, "full\n", VMM_NET_DUPLEX_FULL),
    FILE_OF(MTU, "mtu", mtu_bytes, NUMBER, "65536\n", 65536),
    FILE_OF(FLAGS, "flags", flags, HEX, "0x1003\n", 0x1003),
    FILE_OF(TYPE, "type", type, NUMBER, "65534\n", 65534),
    FILE_OF(TX_QUEUE_LEN, "tx_queue_len", tx_queue_len, NUMBER, "1000\n", 1000),
};

static const char *const operstates[] = {"unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"};
static const char *const duplexes[] = {"half", "full", "unknown"};

/* ---- a plain reader of these files ---- */

static bool take_word(const char *const *words, size_t count, const char *bytes, size_t pos, size_t length,
                      size_t *after, uint64_t *value)
{
    *after = pos;
    while (*after < length && bytes[*after] != '\n')
        ++*after;
    *value = VMM_UNKNOWN;
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == *after - pos && memcmp(words[i], bytes + pos, *after - pos) == 0)
            *value = i + 1;
    return *after != pos;
}

static bool take_hex(const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    char digits[400] = "";
    size_t first;

    if (length - pos >= 2 && bytes[pos] == '0' && (bytes[pos + 1] == 'x' || bytes[pos + 1] == 'X'))
        pos += 2;
    first = pos;
    while (pos < length && bytes[pos] != '\0' && strchr("0123456789abcdefABCDEF", bytes[pos]) != NULL)
        pos++;
    *after = pos;
    while (first + 1 < pos && bytes[first] == '0')
        first++;
    if (pos - first <= 16)
        memcpy(digits, bytes + first, pos - first);
    *value = pos - first > 16 || strtoull(digits, NULL, 16) >= VMM_UNLIMITED ? VMM_UNKNOWN : strtoull(digits, NULL, 16);
    return pos != first;
}

static bool take(enum form form, const char *bytes, size_t pos, size_t length, size_t *after, uint64_t *value)
{
    if (form == OPERSTATE)
        return take_word(operstates, COUNT_OF(operstates), bytes, pos, length, after, value);
    if (form == DUPLEX)
        return take_word(duplexes, COUNT_OF(duplexes), bytes, pos, length, after, value);
    if (form == HEX)
        return take_hex(bytes, pos, length, after, value);
    if (!reference_number(bytes, pos, length, after, value))
        return false;
    if (form == SPEED)
        *value = *value == 0 || *value == 65535 || *value >= 4294967295 ? VMM_UNKNOWN : *value * 1000000;
    return true;
}

/* ---- the file that the tests are about, in the form that the shared checks take ---- */

static const struct file *current = &files[0];

/* What run() fills a record with. */
static const uint64_t old_words = UINT64_C(0x5a5a5a5a5a5a5a5a);

static vmm_status read_current(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_net_read(current->id, text, out, out_size);
}

/* What the members held before stays, but for the one that the file feeds. */
static struct outcome expect_current(const char *bytes, size_t length, uint64_t *words)
{
    struct outcome outcome = {VMM_OK, length, NOWHERE};
    uint64_t value;
    size_t pos = 0;

    for (size_t i = 0; i < sizeof(struct vmm_net) / 8; i++)
        words[i] = old_words;
    words[0] = sizeof(struct vmm_net);
    words[current->offset / 8] = VMM_UNKNOWN;
    if (length == 0) {
        outcome.status = VMM_E_EMPTY;
        return outcome;
    }
    while (pos < length && (bytes[pos] == ' ' || bytes[pos] == '\t'))
        pos++;
    if (take(current->form, bytes, pos, length, &pos, &value) &&
        (pos == length || bytes[pos] == '\n' || bytes[pos] == ' ' || bytes[pos] == '\t')) {
        words[current->offset / 8] = value;
        return outcome;
    }
    outcome.status = pos == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX;
    outcome.error = pos;
    while (pos < length && bytes[pos] != '\n')
        pos++;
    outcome.pos = pos < length ? pos + 1 : pos;
    return outcome;
}

static const struct format format = {read_current, expect_current, VMM_RECORD_NET, sizeof(struct vmm_net)};

static struct vmm_net unknown_net(void)
{
    struct vmm_net net;

    memset(&net, 0x5a, sizeof net);
    assert_int_equal(vmm_record_init(VMM_RECORD_NET, &net, sizeof net), VMM_OK);
    return net;
}

static uint64_t word_of(const struct vmm_net *net, size_t offset)
{
    uint64_t value;

    memcpy(&value, (const char *)net + offset, sizeof value);
    return value;
}

/* The member that a file feeds, read from this text. */
static uint64_t value_of(uint32_t id, const char *string)
{
    struct vmm_net net = unknown_net();
    struct vmm_text text = vmm_text_of(string, strlen(string));

    current = &files[id - 1];
    check_string(&format, string);
    assert_int_equal(vmm_net_read(id, &text, &net, sizeof net), VMM_OK);
    assert_ptr_equal(text.pos, text.end);
    assert_null(text.error);
    return word_of(&net, current->offset);
}

#define VALUE_OF(id, string) value_of(VMM_NET_FILE_##id, string)

/* The text is refused at this byte, and no member but its own is touched. */
static void check_refused(uint32_t id, const char *bytes, size_t length, size_t error)
{
    struct arena arena = arena_new(length);
    struct record record;
    struct outcome outcome;

    current = &files[id - 1];
    outcome = run(&format, bytes, length, &record, format.bytes);
    if (outcome.status != (error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX) || outcome.error != error)
        fail_msg("%s: \"%s\": status %d, error %ld", current->name, bytes, (int)outcome.status, (long)outcome.error);
    check_text(&format, &arena, bytes, length);
    arena_free(&arena);
}

#define REFUSED(id, constant, error) check_refused(VMM_NET_FILE_##id, TEXT(constant), error)

/* ---- every file ---- */

static void test_the_list_above_has_all_files_and_members(void **state)
{
    unsigned char covered[sizeof(struct vmm_net)] = {0};
    struct vmm_field field;
    struct vmm_file file;

    (void)state;
    for (uint32_t i = 0; i < FILES; i++) {
        assert_int_equal(files[i].id, i + 1);
        assert_int_equal(vmm_file_at(VMM_RECORD_NET, i, &file, sizeof file), VMM_OK);
        assert_string_equal(file.name, files[i].name);
        assert_int_equal(vmm_file_find(VMM_RECORD_NET, files[i].name, strlen(files[i].name)), i + 1);
        assert_false(covered[files[i].offset]);
        covered[files[i].offset] = 1;
    }
    assert_int_equal(vmm_file_at(VMM_RECORD_NET, FILES, &file, sizeof file), VMM_END);
    assert_int_equal(vmm_file_find(VMM_RECORD_NET, TEXT("rx_bytes")), 0);
    assert_int_equal(vmm_file_find(VMM_RECORD_NET, TEXT("statistics/")), 0);
    for (uint32_t i = 0; field_of(VMM_RECORD_NET, i, &field); i++)
        if (!covered[field.offset] && strncmp(field.name, "net_dev_", 8) != 0)
            assert_true(strcmp(field.name, "name") == 0 || strcmp(field.name, "instance_id") == 0);
}

/* Its member and no other: the rest of the record is as it was before. */
static void test_every_file_feeds_its_member(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        assert_int_equal(value_of(id, files[id - 1].text), files[id - 1].value);
        check_every_cut(&format, files[id - 1].text, strlen(files[id - 1].text));
    }
}

static void test_all_files_of_a_directory_in_any_order(void **state)
{
    (void)state;
    chance_seed(3);
    for (unsigned time = 0; time < 20; time++) {
        struct vmm_net net = unknown_net();
        size_t first = chance_below(FILES);

        memcpy(net.name, "tap0", 5);
        for (size_t i = 0; i < FILES; i++) {
            const struct file *file = &files[(first + i * 10) % FILES];
            struct vmm_text text = vmm_text_of(file->text, strlen(file->text));

            assert_int_equal(vmm_net_read(file->id, &text, &net, sizeof net), VMM_OK);
        }
        for (size_t i = 0; i < FILES; i++)
            assert_int_equal(word_of(&net, files[i].offset), files[i].value);
        assert_string_equal(net.name, "tap0");
        check_unknown_number(net.instance_id);
        check_unknown_number(net.net_dev_rx_drop);
        check_unknown_number(net.net_dev_rx_frame);
        check_unknown_number(net.net_dev_tx_carrier);
    }
}

static void test_every_byte_replaced_by_every_other(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        current = &files[id - 1];
        if (current->form != NUMBER || id < 4)
            check_every_byte(&format, current->text, strlen(current->text));
    }
}

/* ---- samples ---- */

/* Reads a sample's files, each checked against the plain reader; those that are missing could not be read. */
static struct vmm_net net_of(const char *interface, unsigned *read)
{
    struct vmm_net net = unknown_net();

    *read = 0;
    for (size_t i = 0; i < FILES; i++) {
        char name[200];
        struct sample sample;
        struct vmm_text text;
        struct arena arena;
        FILE *file;

        snprintf(name, sizeof name, "%s/sys-class-net/%s/%s", VMM_TEST_DATA, interface, files[i].name);
        file = fopen(name, "rb");
        if (file == NULL)
            continue;
        fclose(file);
        sample = sample_load(name + strlen(VMM_TEST_DATA) + 1);
        text = vmm_text_of(sample.bytes, sample.length);
        assert_int_equal(vmm_net_read(files[i].id, &text, &net, sizeof net), VMM_OK);
        current = &files[i];
        arena = arena_new(sample.length);
        check_text(&format, &arena, sample.bytes, sample.length);
        check_every_cut(&format, sample.bytes, sample.length);
        if (files[i].form == NUMBER)
            assert_int_equal(word_of(&net, files[i].offset), strtoull(sample.bytes, NULL, 10));
        arena_free(&arena);
        sample_free(&sample);
        ++*read;
    }
    return net;
}

static void test_sample_of_a_tap(void **state)
{
    unsigned read;
    struct vmm_net net = net_of("linux-6.18-x86_64-tap", &read);

    (void)state;
    assert_int_equal(read, FILES);
    assert_int_equal(net.ifindex, 2);
    assert_int_equal(net.iflink, 2);
    /* 25 packets of 60 bytes from the guest's side. */
    assert_int_equal(net.rx_packets, 25);
    assert_int_equal(net.rx_bytes, 1500);
    assert_int_equal(net.tx_packets, 40);
    assert_int_equal(net.tx_bytes, 9528);
    assert_int_equal(net.rx_dropped, 0);
    assert_int_equal(net.carrier, 1);
    assert_int_equal(net.carrier_changes, 0);
    /* A30: made up, but told as it is. */
    assert_int_equal(net.speed_bits_per_second, UINT64_C(10000000000));
    assert_int_equal(net.duplex, VMM_NET_DUPLEX_FULL);
    assert_int_equal(net.mtu_bytes, 1500);
    assert_int_equal(net.flags, 0x1003);
    assert_int_equal(net.type, 1);
    assert_int_equal(net.tx_queue_len, 1000);
}

/* A30: a word of the kernel, and the TAP carries traffic. */
static void test_operstate_of_a_tap_is_unknown_while_it_carries_traffic(void **state)
{
    unsigned read;
    struct vmm_net net = net_of("linux-6.18-x86_64-tap", &read);

    (void)state;
    assert_true(net.rx_packets > 0 && net.tx_packets > 0);
    assert_int_equal(net.operstate, VMM_NET_OPERSTATE_UNKNOWN);
    assert_int_not_equal(net.operstate, VMM_UNKNOWN);
}

/* B4.3: speed, duplex and carrier fail with EINVAL, so no call is made for them. */
static void test_samples_without_files_that_cannot_be_read(void **state)
{
    unsigned read;
    struct vmm_net net = net_of("linux-6.18-x86_64-tap-down", &read);

    (void)state;
    assert_int_equal(read, FILES - 3);
    check_unknown_number(net.carrier);
    check_unknown_number(net.speed_bits_per_second);
    check_unknown_number(net.duplex);
    assert_int_equal(net.operstate, VMM_NET_OPERSTATE_DOWN);
    assert_int_equal(net.flags, 0x1002);
    assert_int_equal(net.rx_dropped, 3);
    net = net_of("linux-6.18-x86_64-lo", &read);
    assert_int_equal(read, FILES - 2);
    check_unknown_number(net.speed_bits_per_second);
    check_unknown_number(net.duplex);
    assert_int_equal(net.carrier, 1);
    assert_int_equal(net.operstate, VMM_NET_OPERSTATE_UNKNOWN);
    assert_int_equal(net.mtu_bytes, 65536);
    assert_int_equal(net.type, 772);
}

/* A30, B4.3: -1, which is not 4294967295 Mbit/s and not -1000000 bit/s. */
static void test_samples_whose_speed_is_not_known(void **state)
{
    static const char *const names[] = {"linux-6.18-x86_64-virtio", "linux-6.18-x86_64-bridge"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        unsigned read;
        struct vmm_net net = net_of(names[i], &read);

        assert_int_equal(read, FILES);
        check_unknown_number(net.speed_bits_per_second);
        assert_int_equal(net.duplex, VMM_NET_DUPLEX_UNKNOWN);
        assert_int_equal(net.carrier, 1);
        assert_true(net.tx_packets > 0);
    }
}

static void test_sample_of_a_tap_that_nobody_has_open(void **state)
{
    unsigned read;
    struct vmm_net net = net_of("linux-6.18-x86_64-tap-nobody", &read);

    (void)state;
    assert_int_equal(net.carrier, 0);
    assert_int_equal(net.operstate, VMM_NET_OPERSTATE_DOWN);
    assert_int_equal(net.speed_bits_per_second, UINT64_C(10000000000));
    assert_int_equal(net.carrier_changes, net.carrier_up_count + net.carrier_down_count);
}

static void test_sample_of_a_veth(void **state)
{
    unsigned read;
    struct vmm_net net = net_of("linux-6.18-x86_64-veth", &read);

    (void)state;
    /* The number of its other end. */
    assert_int_equal(net.ifindex, 7);
    assert_int_equal(net.iflink, 6);
    assert_int_equal(net.operstate, VMM_NET_OPERSTATE_UP);
}

/* The columns of /proc/net/dev that equal a file feed the same member; both were captured in the same quiet moment. */
static void test_both_sources_say_the_same(void **state)
{
    static const char *const columns[] = {
        "rx_bytes",   "rx_packets", "rx_errors",  "rx_fifo_errors", "rx_compressed", "multicast",    "tx_bytes",
        "tx_packets", "tx_errors",  "tx_dropped", "tx_fifo_errors", "collisions",    "tx_compressed"};
    static const struct {
        const char *name;
        const char *sample;
    } interfaces[] = {
        {"tap0", "linux-6.18-x86_64-tap"},
        {"tap1", "linux-6.18-x86_64-tap-down"},
        {"tap2", "linux-6.18-x86_64-tap-nobody"},
    };
    struct sample sample = sample_load("proc-net-dev/linux-6.18-x86_64-tap-veth-bridge");
    struct vmm_text text = vmm_text_of(sample.bytes, sample.length);
    struct vmm_net row;
    unsigned found = 0;

    (void)state;
    while (vmm_net_next(&text, &row, sizeof row) == VMM_OK) {
        for (size_t i = 0; i < COUNT_OF(interfaces); i++) {
            struct vmm_net net;
            unsigned read;

            if (strcmp(row.name, interfaces[i].name) != 0)
                continue;
            net = net_of(interfaces[i].sample, &read);
            for (size_t k = 0; k < COUNT_OF(columns); k++)
                assert_int_equal(member(VMM_RECORD_NET, &row, columns[k]), member(VMM_RECORD_NET, &net, columns[k]));
            /* B4.5: sums. */
            assert_int_equal(row.net_dev_rx_drop, net.rx_dropped + net.rx_missed_errors);
            assert_int_equal(row.net_dev_rx_frame,
                             net.rx_length_errors + net.rx_over_errors + net.rx_crc_errors + net.rx_frame_errors);
            assert_int_equal(row.net_dev_tx_carrier, net.tx_carrier_errors + net.tx_aborted_errors +
                                                         net.tx_window_errors + net.tx_heartbeat_errors);
            check_unknown_number(row.rx_dropped);
            check_unknown_number(net.net_dev_rx_drop);
            found++;
        }
    }
    assert_int_equal(found, COUNT_OF(interfaces));
    sample_free(&sample);
}

/* ---- values ---- */

static void test_words_of_operstate(void **state)
{
    static const uint64_t numbers[] = {VMM_NET_OPERSTATE_UNKNOWN, VMM_NET_OPERSTATE_NOTPRESENT,
                                       VMM_NET_OPERSTATE_DOWN,    VMM_NET_OPERSTATE_LOWERLAYERDOWN,
                                       VMM_NET_OPERSTATE_TESTING, VMM_NET_OPERSTATE_DORMANT,
                                       VMM_NET_OPERSTATE_UP};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(operstates); i++) {
        char line[40];

        assert_int_equal(VALUE_OF(OPERSTATE, operstates[i]), numbers[i]);
        snprintf(line, sizeof line, "%s\n", operstates[i]);
        assert_int_equal(VALUE_OF(OPERSTATE, line), numbers[i]);
        /* Neither a part of one nor more than one. */
        for (size_t length = 1; length < strlen(operstates[i]); length++) {
            snprintf(line, sizeof line, "%.*s\n", (int)length, operstates[i]);
            check_unknown_number(VALUE_OF(OPERSTATE, line));
        }
        snprintf(line, sizeof line, "%sx\n", operstates[i]);
        check_unknown_number(VALUE_OF(OPERSTATE, line));
    }
    check_unknown_number(VALUE_OF(OPERSTATE, "UP\n"));
    check_unknown_number(VALUE_OF(OPERSTATE, "6\n"));
    check_unknown_number(VALUE_OF(OPERSTATE, "a word that a later kernel may bring\n"));
    REFUSED(OPERSTATE, "\n", 0);
    REFUSED(OPERSTATE, " ", 1);
}

static void test_words_of_duplex(void **state)
{
    (void)state;
    assert_int_equal(VALUE_OF(DUPLEX, "half\n"), VMM_NET_DUPLEX_HALF);
    assert_int_equal(VALUE_OF(DUPLEX, "full\n"), VMM_NET_DUPLEX_FULL);
    assert_int_equal(VALUE_OF(DUPLEX, "unknown\n"), VMM_NET_DUPLEX_UNKNOWN);
    check_unknown_number(VALUE_OF(DUPLEX, "fullduplex\n"));
    check_unknown_number(VALUE_OF(DUPLEX, "ful\n"));
    REFUSED(DUPLEX, "\n", 0);
}

/* A30, B4.3. */
static void test_speeds(void **state)
{
    (void)state;
    assert_int_equal(VALUE_OF(SPEED, "10\n"), 10000000);
    assert_int_equal(VALUE_OF(SPEED, "1000\n"), 1000000000);
    assert_int_equal(VALUE_OF(SPEED, "2500"), UINT64_C(2500000000));
    assert_int_equal(VALUE_OF(SPEED, "800000\n"), UINT64_C(800000000000));
    assert_int_equal(VALUE_OF(SPEED, "65534\n"), UINT64_C(65534000000));
    assert_int_equal(VALUE_OF(SPEED, "65536\n"), UINT64_C(65536000000));
    assert_int_equal(VALUE_OF(SPEED, "2147483647\n"), UINT64_C(2147483647000000));
    assert_int_equal(VALUE_OF(SPEED, "4294967294\n"), UINT64_C(4294967294000000));
    check_unknown_number(VALUE_OF(SPEED, "-1\n"));
    check_unknown_number(VALUE_OF(SPEED, "0\n"));
    check_unknown_number(VALUE_OF(SPEED, "65535\n"));
    check_unknown_number(VALUE_OF(SPEED, "4294967295\n"));
    check_unknown_number(VALUE_OF(SPEED, "4294967296\n"));
    check_unknown_number(VALUE_OF(SPEED, "18446744073709551615\n"));
    check_unknown_number(VALUE_OF(SPEED, "-10000\n"));
    REFUSED(SPEED, "-\n", 1);
    REFUSED(SPEED, "-", 1);
    REFUSED(SPEED, "unknown\n", 0);
    REFUSED(SPEED, "1000Mb\n", 4);
    REFUSED(SPEED, "1000.5\n", 4);
}

static void test_flags(void **state)
{
    (void)state;
    assert_int_equal(VALUE_OF(FLAGS, "0x9\n"), 9);
    assert_int_equal(VALUE_OF(FLAGS, "0x11043\n"), 0x11043);
    /* The kernel's %#x prints no 0x before 0. */
    assert_int_equal(VALUE_OF(FLAGS, "0\n"), 0);
    assert_int_equal(VALUE_OF(FLAGS, "0xffffffff\n"), 0xffffffff);
    assert_int_equal(VALUE_OF(FLAGS, "0XAbCd"), 0xabcd);
    check_unknown_number(VALUE_OF(FLAGS, "0xffffffffffffffff\n"));
    check_unknown_number(VALUE_OF(FLAGS, "0x10000000000000000\n"));
    REFUSED(FLAGS, "0x\n", 2);
    REFUSED(FLAGS, "0x", 2);
    REFUSED(FLAGS, "0xg\n", 2);
    REFUSED(FLAGS, "-1\n", 0);
    REFUSED(FLAGS, "0x1003,\n", 6);
}

static void test_numbers_that_do_not_fit_are_unknown(void **state)
{
    (void)state;
    assert_int_equal(VALUE_OF(STATISTICS_RX_BYTES, "18446744073709551613\n"), UINT64_MAX - 2);
    check_unknown_number(VALUE_OF(STATISTICS_RX_BYTES, "18446744073709551614\n"));
    check_unknown_number(VALUE_OF(STATISTICS_RX_BYTES, "18446744073709551616\n"));
    check_unknown_number(VALUE_OF(CARRIER_CHANGES, "-2147483648\n"));
    check_unknown_number(VALUE_OF(TX_QUEUE_LEN, "-1\n"));
    assert_int_equal(VALUE_OF(MTU, "  68 \nignored\n"), 68);
}

static void test_malformed_values_touch_no_other_member(void **state)
{
    (void)state;
    REFUSED(STATISTICS_TX_BYTES, "x\n", 0);
    REFUSED(STATISTICS_TX_BYTES, "\n", 0);
    REFUSED(STATISTICS_TX_BYTES, "12x\n", 2);
    REFUSED(STATISTICS_TX_BYTES, "12\0\n", 2);
    REFUSED(STATISTICS_TX_BYTES, "12\r\n", 2);
    REFUSED(STATISTICS_TX_BYTES, "0x10\n", 1);
    REFUSED(STATISTICS_TX_BYTES, " -", 2);
    REFUSED(CARRIER, "yes\n", 0);
    REFUSED(IFINDEX, "\xb2\n", 0);
}

/* ---- the output ---- */

/* What was not asked for is left alone, at whatever size; the file's own member is written if it is there as a whole. */
static void test_outputs_of_every_size(void **state)
{
    static const uint32_t some[] = {VMM_NET_FILE_IFINDEX, VMM_NET_FILE_STATISTICS_RX_BYTES, VMM_NET_FILE_OPERSTATE,
                                    VMM_NET_FILE_SPEED, VMM_NET_FILE_TX_QUEUE_LEN};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(some); i++) {
        const struct file *file = &files[some[i] - 1];

        for (size_t size = 8; size <= 2 * sizeof(struct vmm_net); size++) {
            struct vmm_text text = vmm_text_of(file->text, strlen(file->text));
            struct record record, wanted;

            memset(&wanted, 0x5a, sizeof wanted);
            wanted.words[0] = size < sizeof(struct vmm_net) ? size : sizeof(struct vmm_net);
            if (file->offset + 8 <= size)
                wanted.words[file->offset / 8] = file->value;
            memset(&record, 0x5a, sizeof record);
            assert_int_equal(vmm_net_read(file->id, &text, (struct vmm_net *)(void *)&record, size), VMM_OK);
            assert_memory_equal(&record, &wanted, sizeof record);
        }
    }
}

static void test_arguments(void **state)
{
    static const uint32_t none[] = {0, FILES + 1, 255, 65536 + 1, UINT32_MAX};
    struct vmm_net net, untouched;
    struct vmm_text text = vmm_text_of("5\n", 2);
    const char *start = text.pos;

    (void)state;
    memset(&net, 0x5a, sizeof net);
    untouched = net;
    for (size_t i = 0; i < COUNT_OF(none); i++)
        assert_int_equal(vmm_net_read(none[i], &text, &net, sizeof net), VMM_E_ARGUMENT);
    for (size_t size = 0; size < 8; size++)
        assert_int_equal(vmm_net_read(VMM_NET_FILE_MTU, &text, &net, size), VMM_E_ARGUMENT);
    assert_int_equal(vmm_net_read(VMM_NET_FILE_MTU, NULL, &net, sizeof net), VMM_E_ARGUMENT);
    assert_int_equal(vmm_net_read(VMM_NET_FILE_MTU, &text, NULL, sizeof net), VMM_E_ARGUMENT);
    assert_ptr_equal(text.pos, start);
    assert_null(text.error);
    text.pos = text.end + 1;
    assert_int_equal(vmm_net_read(VMM_NET_FILE_MTU, &text, &net, sizeof net), VMM_E_ARGUMENT);
    text.pos = NULL;
    assert_int_equal(vmm_net_read(VMM_NET_FILE_MTU, &text, &net, sizeof net), VMM_E_ARGUMENT);
    assert_memory_equal(&net, &untouched, sizeof net);
}

static void test_the_text_is_not_written_to(void **state)
{
    (void)state;
    for (uint32_t id = 1; id <= FILES; id++) {
        current = &files[id - 1];
        check_input_is_read_only(&format, current->text, strlen(current->text));
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_list_above_has_all_files_and_members),
        cmocka_unit_test(test_every_file_feeds_its_member),
        cmocka_unit_test(test_all_files_of_a_directory_in_any_order),
        cmocka_unit_test(test_every_byte_replaced_by_every_other),
        cmocka_unit_test(test_sample_of_a_tap),
        cmocka_unit_test(test_operstate_of_a_tap_is_unknown_while_it_carries_traffic),
        cmocka_unit_test(test_samples_without_files_that_cannot_be_read),
        cmocka_unit_test(test_samples_whose_speed_is_not_known),
        cmocka_unit_test(test_sample_of_a_tap_that_nobody_has_open),
        cmocka_unit_test(test_sample_of_a_veth),
        cmocka_unit_test(test_both_sources_say_the_same),
        cmocka_unit_test(test_words_of_operstate),
        cmocka_unit_test(test_words_of_duplex),
        cmocka_unit_test(test_speeds),
        cmocka_unit_test(test_flags),
        cmocka_unit_test(test_numbers_that_do_not_fit_are_unknown),
        cmocka_unit_test(test_malformed_values_touch_no_other_member),
        cmocka_unit_test(test_outputs_of_every_size),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_the_text_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
