/* SPDX-License-Identifier: MIT */
/* /proc/loadavg and /proc/uptime. */
#include <string.h>

#include "examples.h"

#define AT(member) offsetof(struct vmm_system, member)

/* Numbers with two decimals, then plain ones; a slash stands after the number of that index. */
static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size, size_t offset,
                             int decimals, int plain, int slash)
{
    if (at == length)
        return (struct outcome){VMM_E_EMPTY, at, NOWHERE};
    for (int i = 0; i < decimals + plain; i++) {
        uint64_t value;

        if (i == 0 || i != slash + 1) {
            at = ref_skip_blanks(bytes, length, at);
            if (i != 0 && at < length && bytes[at] == '\n')
                break;
        }
        if (i < decimals ? !ref_hundredths(bytes, length, &at, &value) : !ref_number(bytes, length, &at, &value))
            return ref_error(bytes, length, at);
        if (at == length || (i == slash ? bytes[at] != '/' : !ref_ends_word(bytes, length, at)))
            return ref_error(bytes, length, at);
        if (i == slash)
            at++;
        ref_store(out, size, offset + 8 * (size_t)i, value);
    }
    while (at < length && bytes[at] != '\n')
        at++;
    return at < length && bytes[length - 1] == '\n' ? (struct outcome){VMM_OK, length, NOWHERE}
                                                    : ref_error(bytes, length, length);
}

static struct outcome expect_loadavg(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return expect(bytes, length, at, out, size, AT(load1_hundredths), 3, 3, 3);
}

static struct outcome expect_uptime(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return expect(bytes, length, at, out, size, AT(uptime_hundredths), 2, 0, -2);
}

/* Numbers that are known, up to the first that is not. False where others follow. */
static bool print(struct builder *text, const void *record, size_t offset, unsigned decimals, unsigned plain)
{
    unsigned known = decimals + plain;

    while (known > 0 && ref_load(record, offset + 8 * (known - 1)) == VMM_UNKNOWN)
        known--;
    for (unsigned i = 0; i < known; i++) {
        unsigned long long value = ref_load(record, offset + 8 * i);

        if (value == VMM_UNKNOWN)
            return false;
        if (i < decimals)
            builder_print(text, i == 0 ? "%llu.%02llu" : " %llu.%02llu", value / 100, value % 100);
        else
            builder_print(text, i == 4 ? "/%llu" : " %llu", value);
    }
    builder_print(text, "\n");
    return known != 0 && known != 4;
}

static bool print_loadavg(struct builder *text, const void *record, unsigned shape)
{
    return shape == 0 && print(text, record, AT(load1_hundredths), 3, 3);
}

static bool print_uptime(struct builder *text, const void *record, unsigned shape)
{
    return shape == 0 && print(text, record, AT(uptime_hundredths), 2, 0);
}

static const struct example loadavgs[] = {
    GOOD("8.65 4.90 3.16 9/130 14387\n"),
    GOOD("0.01 0.02 0.03 4/5\n"),
    GOOD("12.34 \n"),
    GOOD(" 0.01\t0.02  0.03 4/5\t 6 \nx\n"),
    CUT(" 0.01\t0.02  0.03 4/5\t 6 \nx"),
    EMPTY(""),
    CUT("8.65 4.90 3.16 9/130 14387"),
    REFUSED("\n", 0),
    REFUSED("x\n", 0),
    REFUSED("1 2 3 4/5 6\n", 1),
    REFUSED("1.0 2.00 3.00 4/5 6\n", 3),
    REFUSED("1.000 2.00 3.00 4/5 6\n", 4),
    REFUSED("1,00 2,00 3,00 4/5 6\n", 1),
    REFUSED("1.00 .50 3.00 4/5 6\n", 5),
    REFUSED("1.00 2.00 nan 4/5 6\n", 10),
    REFUSED("1.00 2.00 3.00 4 5 6\n", 16),
    REFUSED("1.00 2.00 3.00 4\n", 16),
    REFUSED("1.00 2.00 3.00 4/ 5 6\n", 17),
    REFUSED("1.00 2.00 3.00 4/\n", 17),
    REFUSED("1.00 2.00 3.00 /5 6\n", 15),
    REFUSED("1.00 2.00 3.00 4/5/6\n", 18),
    REFUSED("1.00 2.00 3.00 4.00/5 6\n", 16),
    REFUSED("1.00/2.00 3.00 4/5 6\n", 4),
    REFUSED("1.00 2.00 3.00 4/5 6x\n", 20),
    REFUSED("1.00 2.00 3.00 4/5 6\r\n", 20),
    NO_MORE_EXAMPLES,
};

static const struct example uptimes[] = {
    GOOD("4411.72 4005.76\n"),
    GOOD("12.34\n"),
    GOOD("-1.00 5.00\n"),
    EMPTY(""),
    CUT("4411.72"),
    CUT("4411.72 4005.76"),
    REFUSED("4411.72 x\n", 8),
    REFUSED("1\n", 1),
    REFUSED("1,23 4,56\n", 1),
    REFUSED("1.00 x\n", 5),
    REFUSED("1.00 2.0\n", 8),
    REFUSED("1.00/2.00\n", 4),
    REFUSED("--1.00 2.00\n", 1),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_loadavgs[] = {PIECE("8.65 12.90 3.16 9/130 14387\n"), NO_MORE_TEXTS};
static const struct piece usual_uptimes[] = {PIECE("4411.72 4005.76\n"), NO_MORE_TEXTS};

static const struct format system_formats[] = {
    {
        .name = "loadavg",
        .kind = FILE_OF_RECORD,
        .file = VMM_FILE_SYSTEM_LOADAVG,
        .reference = expect_loadavg,
        .record_id = VMM_RECORD_SYSTEM,
        .bytes = sizeof(struct vmm_system),
        .sets = {{AT(load1_hundredths), 6}},
        .samples = "proc-loadavg",
        .examples = loadavgs,
        .usual = usual_loadavgs,
        .print = print_loadavg,
    },
    {
        .name = "uptime",
        .kind = FILE_OF_RECORD,
        .file = VMM_FILE_SYSTEM_UPTIME,
        .reference = expect_uptime,
        .record_id = VMM_RECORD_SYSTEM,
        .bytes = sizeof(struct vmm_system),
        .sets = {{AT(uptime_hundredths), 2}},
        .samples = "proc-uptime",
        .examples = uptimes,
        .usual = usual_uptimes,
        .print = print_uptime,
    },
};

const struct group system_group = {"system", system_formats, 2, false, 0};
