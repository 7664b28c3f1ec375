/* SPDX-License-Identifier: MIT */
/* /proc/net/snmp, netstat, snmp6, sockstat and sockstat6. */
#include <string.h>

#include "examples.h"

#define AT(member) offsetof(struct vmm_protocols, member)
/* Members from `first` to `last`. */
#define SET(first, last)                                                                                               \
    {                                                                                                                  \
        {                                                                                                              \
            AT(first), (AT(last) - AT(first)) / 8 + 1                                                                  \
        }                                                                                                              \
    }

#define UNIT_BYTES REF_PLAIN
#define UNIT_NONE REF_PLAIN
#define UNIT_PAGES REF_PLAIN
#define UNIT_MS REF_PLAIN
#define KEY(key, member, unit)                                                                                         \
    {                                                                                                                  \
        key, AT(member), 1, UNIT_##unit                                                                                \
    }
/* What the kernel calls each member, as the comments of the header say: `Tcp: InSegs`, or `Ip6InReceives` in snmp6. */
static const struct ref_key keys[] = {
#include "protocols_keys.h"
};
enum { KEYS = sizeof keys / sizeof keys[0] };

/* The members of a file, one after another. */
struct file {
    size_t first;
    size_t last;
    bool in_one_line;
};
static const struct file snmp = {AT(ip_forwarding), AT(udp_lite_in_errors), false},
                         netstat = {AT(tcp_ext_syncookies_sent), AT(ip_ext_in_csum_errors), false},
                         sockstat = {AT(sockstat_sockets_used), AT(sockstat_frag_memory_bytes), true},
                         sockstat6 = {AT(sockstat_tcp6_inuse), AT(sockstat_frag6_memory_bytes), true};

static bool is_of(const struct file *file, const struct ref_key *key)
{
    return key->offset >= file->first && key->offset <= file->last;
}

/* How long the section of a key is, with its colon. */
static size_t section_length(const struct ref_key *key)
{
    return (size_t)(strchr(key->key, ':') - key->key) + 1;
}

static size_t word_end(const char *bytes, size_t length, size_t at)
{
    while (at < length && bytes[at] != '\n' && !ref_blank(bytes[at]))
        at++;
    return at;
}

/* The key of this file whose section begins the line at `at`, and whose name is the word at `name`; NULL if there is none. */
static const struct ref_key *find(const struct file *file, const char *bytes, size_t length, size_t line, size_t name,
                                  size_t name_end)
{
    for (size_t i = 0; i < KEYS; i++) {
        const char *section = keys[i].key;
        size_t letters;

        if (!is_of(file, &keys[i]))
            continue;
        letters = section_length(&keys[i]);
        if (line + letters <= length && memcmp(bytes + line, section, letters) == 0 &&
            (name == line || (strlen(section + letters + 1) == name_end - name &&
                              memcmp(bytes + name, section + letters + 1, name_end - name) == 0)))
            return &keys[i];
    }
    return NULL;
}

static struct outcome expect(const struct file *file, const char *bytes, size_t length, size_t line, void *out,
                             size_t size)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};

    while (line < length) {
        const struct ref_key *section = find(file, bytes, length, line, line, line);
        size_t names = line, values = line;

        if (section != NULL) {
            names += section_length(section);
            values = names;
        }
        if (section != NULL && !file->in_one_line) {
            values = ref_next_line(bytes, length, line);
            if (bytes[values - 1] != '\n')
                return ref_error(bytes, length, length);
            for (size_t i = 0; i < section_length(section); i++, values++)
                if (values == length || bytes[values] != section->key[i])
                    return ref_error(bytes, length, values);
        }
        while (section != NULL) {
            size_t name = ref_skip_blanks(bytes, length, names), name_end = word_end(bytes, length, name);
            const struct ref_key *key = find(file, bytes, length, line, name, name_end);
            uint64_t value;

            if (file->in_one_line)
                values = name_end;
            if (name == name_end)
                break;
            values = ref_skip_blanks(bytes, length, values);
            if (values == length || bytes[values] == '\n')
                break;
            if (key == NULL) {
                values = word_end(bytes, length, values);
            } else {
                if (!ref_number(bytes, length, &values, &value) || !ref_ends_word(bytes, length, values))
                    return ref_error(bytes, length, values);
                ref_store(out, size, key->offset, value);
                outcome.status = VMM_OK;
            }
            names = file->in_one_line ? values : name_end;
        }
        line = ref_next_line(bytes, length, values);
        if (bytes[line - 1] != '\n')
            return ref_error(bytes, length, length);
    }
    return outcome;
}

/* Shape 0 is in the order of the table, 1 backwards. Unknown members are printed as a number that is read as unknown. */
static bool print(const struct file *file, struct builder *text, const void *record, unsigned shape)
{
    for (size_t i = 0; i < KEYS; i++) {
        const struct ref_key *first = &keys[shape == 0 ? i : KEYS - 1 - i];
        size_t letters;

        if (!is_of(file, first))
            continue;
        letters = section_length(first);
        /* All keys of a section are printed with the one that comes first. */
        if (first != keys && first != keys + KEYS - 1) {
            const struct ref_key *before = shape == 0 ? first - 1 : first + 1;

            if (is_of(file, before) && strncmp(before->key, first->key, letters) == 0)
                continue;
        }
        builder_add(text, first->key, letters);
        for (unsigned line = 0; line < (file->in_one_line ? 1 : 2); line++) {
            if (line == 1) {
                builder_print(text, "\n");
                builder_add(text, first->key, letters);
            }
            for (const struct ref_key *key = first;
                 key >= keys && key < keys + KEYS && is_of(file, key) && strncmp(key->key, first->key, letters) == 0;
                 key += shape == 0 ? 1 : -1) {
                if (line == 0)
                    builder_print(text, " %s", key->key + letters + 1);
                if (line == 1 || file->in_one_line)
                    builder_print(text, " %llu", (unsigned long long)ref_load(record, key->offset));
            }
        }
        builder_print(text, "\n");
    }
    return shape < 2;
}

#define FILE_OF(name)                                                                                                  \
    static struct outcome expect_##name(const char *bytes, size_t length, size_t at, void *out, size_t size)           \
    {                                                                                                                  \
        return expect(&(name), bytes, length, at, out, size);                                                          \
    }                                                                                                                  \
    static bool print_##name(struct builder *text, const void *record, unsigned shape)                                 \
    {                                                                                                                  \
        return print(&(name), text, record, shape);                                                                    \
    }
FILE_OF(snmp)
FILE_OF(netstat)
FILE_OF(sockstat)
FILE_OF(sockstat6)

static const struct example snmps[] = {
    GOOD("Tcp: InSegs OutSegs\nTcp: 3 4\n"),
    GOOD("Tcp: OutSegs Other InSegs\nTcp: 3 x 4\n"),
    /* More names than values, and more values than names. */
    GOOD("Tcp: InSegs OutSegs\nTcp: 3\n"),
    GOOD("Tcp: InSegs\nTcp: 3 x\n"),
    GOOD("Tcp: MaxConn InSegs\nTcp: -1 -2\n"),
    GOOD("Other: a b\nOther: 1 2\n\nUdp: \tInErrors \nUdp:  5\t\n"),
    GOOD("Udp: InErrors\nUdp: 5\nUdp: InErrors\nUdp: 6\n"),
    EMPTY(""),
    EMPTY("\n"),
    EMPTY("Tcp: insegs\nTcp: x\n"),
    EMPTY("Tcp: InSegsX XInSegs InSeg\nTcp: 1 2 3\n"),
    EMPTY("Tcp:\nTcp:\n"),
    EMPTY("Tcp : InSegs\nTcp : x\n"),
    EMPTY(" Tcp: InSegs\n Tcp: 1\n"),
    CUT("Tcp: InSegs OutSegs\n"),
    CUT("Tcp: InSegs OutSegs\nTc"),
    CUT("Tcp: InSegs OutSegs\nTcp: 3 4"),
    CUT("Tcp: InSe"),
    CUT("Other: "),
    REFUSED("Tcp: InSegs\nUdp: 3\n", 12),
    REFUSED("Tcp: InSegs\nTcpExt: 3\n", 15),
    REFUSED("Tcp: InSegs\nTcp: x\n", 17),
    REFUSED("Tcp: InSegs\nTcp: 1x\n", 18),
    REFUSED("Tcp: InSegs\nTcp: 1.5\n", 18),
    REFUSED("Tcp: InSegs\nTcp: -\n", 18),
    NO_MORE_EXAMPLES,
};
static const struct example netstats[] = {
    GOOD("TcpExt: ListenDrops TCPTimeouts\nTcpExt: 3 4\nIpExt: InOctets\nIpExt: 18446744073709551613\n"),
    EMPTY("MPTcpExt: ListenDrops\nMPTcpExt: 3\n"),
    CUT("TcpExt: ListenDrops"),
    REFUSED("TcpExt: ListenDrops\nTcpExt: x\n", 28),
    NO_MORE_EXAMPLES,
};
static const struct example snmp6s[] = {
    GOOD("Ip6InReceives                   \t7\nUdp6InErrors                    \t9\n"),
    GOOD("Ip6InOctets 1 2\n"),
    EMPTY("Ip6InReceive 1\n"),
    CUT("Ip6InReceives 1"),
    REFUSED("Ip6InReceives x\n", 14),
    NO_MORE_EXAMPLES,
};
static const struct example sockstats[] = {
    GOOD("sockets: used 15\nTCP: inuse 1 orphan 0 tw 1 alloc 1 mem 325\n"),
    GOOD("TCP: mem 3 inuse 4\n"),
    GOOD("TCP: other x inuse 4\n"),
    /* A name without a value. */
    GOOD("TCP: inuse 4 mem\n"),
    GOOD("UDP: inuse 1 mem -3\n"),
    EMPTY("TCP: \n"),
    EMPTY("TCP: inuse\n"),
    EMPTY("TCP6: inuse 1\n"),
    CUT("TCP: inuse 1"),
    CUT("TCP: inuse"),
    REFUSED("TCP: inuse x\n", 11),
    REFUSED("TCP: inuse 1x\n", 12),
    NO_MORE_EXAMPLES,
};
static const struct example sockstat6s[] = {
    GOOD("TCP6: inuse 1\nFRAG6: inuse 2 memory 3\n"),
    EMPTY("TCP: inuse 1\n"),
    CUT("TCP6: inuse 1"),
    REFUSED("RAW6: inuse x\n", 12),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_snmp[] = {PIECE("Tcp: MaxConn ActiveOpens\nTcp: -1 23\nUdp: NoPorts\nUdp: 4\n"),
                                          NO_MORE_TEXTS};
static const struct piece usual_netstat[] = {PIECE("TcpExt: TW TCPTimeouts\nTcpExt: 1 23\n"), NO_MORE_TEXTS};
static const struct piece usual_snmp6[] = {
    PIECE("Ip6InReceives                   \t17\nUdp6NoPorts                     \t0\n"), NO_MORE_TEXTS};
static const struct piece usual_sockstat[] = {PIECE("sockets: used 15\nTCP: inuse 12 orphan 0\n"), NO_MORE_TEXTS};
static const struct piece usual_sockstat6[] = {PIECE("TCP6: inuse 12\nFRAG6: inuse 0 memory 0\n"), NO_MORE_TEXTS};

static const char *const unknown_snmp6[] = {"Ip6Other 5\n", "Ip6InReceivesX x\n", "\n", NULL};
static const char *const unknown_sockstat[] = {"DCCP: inuse x\n", "\n", "TCP:\n", NULL};

static const struct format protocols_formats[] = {
    {
        .name = "snmp",
        .kind = FILE_OF_RECORD,
        .file = VMM_FILE_PROTOCOLS_SNMP,
        .reference = expect_snmp,
        .record_id = VMM_RECORD_PROTOCOLS,
        .bytes = sizeof(struct vmm_protocols),
        .sets = SET(ip_forwarding, udp_lite_in_errors),
        .keeps = true,
        .samples = "proc-net-snmp",
        .examples = snmps,
        .usual = usual_snmp,
        .print = print_snmp,
        /* A line more or less, and the names and the values do not belong together. */
        .seldom_good = true,
    },
    {
        .name = "netstat",
        .kind = FILE_OF_RECORD,
        .file = VMM_FILE_PROTOCOLS_NETSTAT,
        .reference = expect_netstat,
        .record_id = VMM_RECORD_PROTOCOLS,
        .bytes = sizeof(struct vmm_protocols),
        .sets = SET(tcp_ext_syncookies_sent, ip_ext_in_csum_errors),
        .keeps = true,
        .samples = "proc-net-netstat",
        .examples = netstats,
        .usual = usual_netstat,
        .print = print_netstat,
        /* A line more or less, and the names and the values do not belong together. */
        .seldom_good = true,
    },
    {
        .name = "snmp6",
        .kind = FILE_OF_RECORD,
        .file = VMM_FILE_PROTOCOLS_SNMP6,
        .record_id = VMM_RECORD_PROTOCOLS,
        .bytes = sizeof(struct vmm_protocols),
        .sets = SET(ip6_in_receives, udp_lite6_in_errors),
        .keeps = true,
        .keys = keys + (AT(ip6_in_receives) - AT(ip_forwarding)) / 8,
        .key_count = (AT(udp_lite6_in_errors) - AT(ip6_in_receives)) / 8 + 1,
        .delimiter = ' ',
        .samples = "proc-net-snmp6",
        .examples = snmp6s,
        .usual = usual_snmp6,
        .unknown = unknown_snmp6,
        .ends = " \n",
    },
    {
        .name = "sockstat",
        .kind = FILE_OF_RECORD,
        .file = VMM_FILE_PROTOCOLS_SOCKSTAT,
        .reference = expect_sockstat,
        .record_id = VMM_RECORD_PROTOCOLS,
        .bytes = sizeof(struct vmm_protocols),
        .sets = SET(sockstat_sockets_used, sockstat_frag_memory_bytes),
        .keeps = true,
        .samples = "proc-net-sockstat",
        .examples = sockstats,
        .usual = usual_sockstat,
        .unknown = unknown_sockstat,
        .ends = ":\n",
        .print = print_sockstat,
    },
    {
        .name = "sockstat6",
        .kind = FILE_OF_RECORD,
        .file = VMM_FILE_PROTOCOLS_SOCKSTAT6,
        .reference = expect_sockstat6,
        .record_id = VMM_RECORD_PROTOCOLS,
        .bytes = sizeof(struct vmm_protocols),
        .sets = SET(sockstat_tcp6_inuse, sockstat_frag6_memory_bytes),
        .keeps = true,
        .samples = "proc-net-sockstat6",
        .examples = sockstat6s,
        .usual = usual_sockstat6,
        .unknown = unknown_sockstat,
        .ends = ":\n",
        .print = print_sockstat6,
    },
};

const struct group protocols_group = {"protocols", protocols_formats, 5, false, 0};
