/* SPDX-License-Identifier: MIT */
/* Rows of /proc/net/dev. */
#include <string.h>

#include "examples.h"

enum { COLUMNS = 16, NAME_BYTES = 16 };

#define NAME offsetof(struct vmm_net, name)

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
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
            return ref_error(bytes, length, length);
        if (colon != length)
            break;
        for (at = first; at < length && bytes[at] != '\n'; at++)
            has_bar = has_bar || bytes[at] == '|';
        if (at == length)
            return ref_error(bytes, length, length);
        if (!has_bar)
            return ref_error(bytes, length, end);
        at++;
    }
    for (at = first; at < colon; at++)
        if (at - first == NAME_BYTES - 1 || bytes[at] == '\0' || bytes[at] == '/')
            return ref_error(bytes, length, at);
    if (first == colon)
        return ref_error(bytes, length, colon);
    if (size >= NAME + NAME_BYTES) {
        memcpy((char *)out + NAME, bytes + first, colon - first);
    }
    return ref_columns(bytes, length, colon + 1, offsetof(struct vmm_net, rx_bytes), COLUMNS, out, size);
}

/* As kernels of any age print it: aligned, with a blank at the end, and with no blank after the colon. */
static bool print(struct builder *text, const void *record, unsigned shape)
{
    const char *name = (const char *)record + NAME;
    struct vmm_net row;
    size_t start;

    memcpy(&row, record, sizeof row);
    if (shape > 2 || *name == '\0' || row.ifindex != VMM_UNKNOWN)
        return false;
    builder_print(text, shape == 0 ? "%6s: " : "%s:", name);
    start = text->length;
    ref_print_columns(text, offsetof(struct vmm_net, rx_bytes), COLUMNS, record);
    if (text->length == start)
        builder_print(text, "-1");
    else if (shape == 2)
        memmove(text->bytes + start, text->bytes + start + 1, text->length-- - start);
    builder_print(text, shape == 1 ? " \n" : "\n");
    return true;
}

#define HEADING                                                                                                        \
    "Inter-|   Receive                                                |  Transmit\n"                                   \
    " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier " \
    "compressed\n"

static const struct example examples[] = {
    GOOD(HEADING
         "    lo: 2776770   11307    0    0    0     0          0         0  2776770   11307    0    0    0     0 "
         "      0          0\n"),
    GOOD("  tap0: 1215645    2751    1    2    3     4          5         6  1782404    4324    7    8    9   427      "
         "10 "
         "        11\n"),
    GOOD("eth0: 7\n"),
    GOOD("eth0:4046496815 5\n"),
    GOOD("tun1:1:5\n"),
    GOOD(":: 5\n"),
    GOOD("|: 5\n"),
    GOOD("a: 5\n" HEADING),
    GOOD("a: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 |\n"),
    GOOD("a: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 b:17\n"),
    END(""),
    END(HEADING),
    END("|\n|\nx|\n x |\n"),
    CUT("  tap0: 1215645    2751    1    2    3     4          5         6  1782404    4324    7    8    9   427      "
        "10 "
        "        11"),
    CUT(" "),
    CUT("Inter"),
    CUT("Inter-|"),
    CUT(" face "),
    CUT(" face |bytes"),
    CUT(HEADING " "),
    CUT("e"),
    CUT("eth0"),
    CUT("eth0:"),
    CUT("eth0: "),
    CUT("eth0:1"),
    CUT("eth0: 1"),
    CUT("eth0: 1 "),
    CUT("eth0: -"),
    CUT("eth0: 1 2"),
    CUT("/"),
    CUT("abcdefghijklmnopqrstuv"),
    CUT("a/b:"),
    CUT("eth0 1 2"),
    REFUSED("et/0: 5\n", 2),
    REFUSED("abcdefghijklmnop: 5\n", 15),
    REFUSED("eth0: 7 x\n", 8),
    REFUSED("\n", 0),
    REFUSED("  \n", 2),
    REFUSED(": 1 2\n", 0),
    REFUSED("  : 1 2\n", 2),
    REFUSED("eth0\n", 4),
    REFUSED("eth0 : 1 2\n", 4),
    REFUSED("eth0 1 2\n", 4),
    REFUSED("et/0: 1 2\n", 2),
    REFUSED("et\0: 1 2\n", 2),
    REFUSED("/abcdefghijklmnopqrst: 1 2\n", 0),
    REFUSED("abcdefghijklmnopqrs/: 1 2\n", 15),
    REFUSED("eth0:\n", 5),
    REFUSED("eth0:   \n", 8),
    REFUSED("eth0: x\n", 6),
    REFUSED("eth0:x\n", 5),
    REFUSED("eth0: 1x\n", 7),
    REFUSED("eth0: 1,000\n", 7),
    REFUSED("eth0: 1 - 3\n", 9),
    REFUSED("eth0: 1 2\r\n", 9),
    REFUSED("eth0: 1 2 0x3\n", 11),
    REFUSED("eth0: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16x\n", 44),
    REFUSED("eth0: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 x\n", 42),
    REFUSED("eth0:    1       2    3    4    5     6          7         8        9      1.0   11   12\n", 76),
    REFUSED("eth0:    1       2    3    4    5     6          7         8        9      1\0   11   12\n", 76),
    REFUSED("a: 5 | 6\n", 5),
    REFUSED("a/b: 5 | 6\n", 1),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("  tap0: 1215645    2751    1    2    3     4          5         6  1782404    4324    7    8    9   427     "
          " 10 "
          "        11\n"),
    PIECE("eth0:4046496815 1234567 0 0 0 0 0 0 55555555 1 0 0 0 0 0 123456789012345\n"),
    NO_MORE_TEXTS,
};

/* NOLINTBEGIN(bugprone-suspicious-missing-comma): a line in two pieces. */
static const char *const headings[] = {
    "Inter-|   Receive                                                |  Transmit\n",
    " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier "
    "compressed\n",
    "|\n",
    " a b:c |\n",
    "a/b|c\n",
    NULL,
};
/* NOLINTEND(bugprone-suspicious-missing-comma) */

static const struct format net_dev_format = {
    .name = "net_dev",
    .kind = ROWS,
    .parse = library_net_next,
    .reference = expect,
    .record_id = VMM_RECORD_NET,
    .bytes = sizeof(struct vmm_net),
    .sets = {{NAME, NAME_BYTES / 8}, {offsetof(struct vmm_net, rx_bytes), COLUMNS}},
    .samples = "proc-net-dev",
    .examples = examples,
    .usual = usual,
    .unknown = headings,
    .print = print,
};

const struct group net_dev_group = {"net_dev", &net_dev_format, 1, false, 0};
