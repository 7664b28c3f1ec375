/* SPDX-License-Identifier: MIT */
/* Pressure files: /proc/pressure/cpu, and cpu.pressure of a cgroup. */
#include <string.h>

#include "examples.h"

enum { WORDS = 4 };

static const char *const names[WORDS] = {"avg10=", "avg60=", "avg300=", "total="};

#define SOME offsetof(struct vmm_pressure, some_avg10_hundredths)
#define FULL offsetof(struct vmm_pressure, full_avg10_hundredths)

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};

    while (at < length) {
        size_t first = SOME;

        if (ref_same(bytes, length, at, "full ")) {
            first = FULL;
        } else if (!ref_same(bytes, length, at, "some ")) {
            at = ref_next_line(bytes, length, at);
            if (bytes[at - 1] != '\n')
                return ref_error(bytes, length, length);
            continue;
        }
        outcome.status = VMM_OK;
        at += 4;
        for (;;) {
            unsigned word = 0;
            uint64_t value;

            at = ref_skip_blanks(bytes, length, at);
            if (at == length)
                return ref_error(bytes, length, length);
            if (bytes[at] == '\n')
                break;
            while (word < WORDS && !ref_same(bytes, length, at, names[word]))
                word++;
            if (word == WORDS) {
                while (at < length && !ref_ends_word(bytes, length, at))
                    at++;
                continue;
            }
            at += strlen(names[word]);
            if (word + 1 == WORDS ? !ref_number(bytes, length, &at, &value)
                                  : !ref_hundredths(bytes, length, &at, &value))
                return ref_error(bytes, length, at);
            if (!ref_ends_word(bytes, length, at))
                return ref_error(bytes, length, at);
            ref_store(out, size, first + 8 * word, value);
        }
        at++;
    }
    return outcome;
}

static bool print(struct builder *text, const void *record, unsigned shape)
{
    for (int line = 0; line < 2; line++) {
        builder_print(text, line == 0 ? "some" : "full");
        for (unsigned i = 0; i < WORDS; i++) {
            unsigned long long value = ref_load(record, (line == 0 ? SOME : FULL) + 8 * i);

            if (value == VMM_UNKNOWN)
                builder_print(text, " ");
            else if (i + 1 == WORDS)
                builder_print(text, " %s%llu", names[i], value);
            else
                builder_print(text, " %s%llu.%02llu", names[i], value / 100, value % 100);
        }
        builder_print(text, "\n");
    }
    return shape == 0;
}

static const struct example examples[] = {
    GOOD("some avg10=12.34 avg60=5.06 avg300=0.70 total=123456789012\n"
         "full avg10=100.00 avg60=0.00 avg300=99.99 total=0\n"),
    GOOD("some total=1\n"),
    /* A line without words is known all the same. */
    GOOD("some \n"),
    GOOD("full  \t \n"),
    GOOD("full what\n"),
    /* Of equal lines and words the last counts. */
    GOOD("some avg10=1.00 total=1 total=2\nfull total=5\nsome total=3\nfull avg10=4.00 avg10=0.06\n"),
    GOOD("some  avg10=1.00\t avg60=2.00 \ttotal=4 \nfull \t avg10=0.01\t\n"),
    GOOD("some avg10=-1.00 avg60=2.00 avg300=99999999999999999999.99 total=-5\n"),
    GOOD("full avg10=1.00 total=18446744073709551615\nsome total=18446744073709551613\n"),
    GOOD("some total=18446744073709551616 avg10=184467440737095515.99 avg60=184467440737095517.00\n"),
    GOOD("some avg10=1000.00 avg60=99999.99 avg300=12345678.90 total=000000000000000000000000000012\n"),
    EMPTY(""),
    EMPTY("aggr 5\n"),
    EMPTY("som avg10=1.00 total=1\n"),
    EMPTY("fulltotal=1\n"),
    EMPTY("FULL total=1\n"),
    EMPTY("avg10=1.00\n"),
    EMPTY("x\n"),
    EMPTY("some_other avg10=1.00\n\n"),
    EMPTY("ful total=7\n"),
    EMPTY("s\no\nm\ne\n"),
    EMPTY("\xff some total=1\n"),
    EMPTY("\0some total=1\n"),
    EMPTY("none total=x\n"),
    EMPTY("full\r\n"),
    CUT("s"),
    CUT("some"),
    CUT("some "),
    CUT("some a"),
    CUT("some avg10"),
    CUT("some avg10="),
    CUT("some avg10=1"),
    CUT("some avg10=1."),
    CUT("some avg10=1.0"),
    CUT("some avg10=1.00"),
    CUT("some avg10=1.00 "),
    CUT("some avg10=1.00 total="),
    CUT("some total=123"),
    CUT("x"),
    CUT("full total=1\nso"),
    CUT("some total=1\nf"),
    CUT("some total=1\nfull total=-"),
    CUT("some unknown=5"),
    CUT("full \t"),
    REFUSED("some total=5\nfull total=x\n", 24),
    REFUSED("some total=1 avg10=1.0\n", 22),
    REFUSED("some avg10=1.0 total=5\nfull avg10=0.25 total=6\n", 14),
    REFUSED("some avg10=\n", 11),
    REFUSED("some avg10= 1.00\n", 11),
    REFUSED("some avg10=x\n", 11),
    REFUSED("some avg10=1\n", 12),
    REFUSED("some avg10=1 total=1\n", 12),
    REFUSED("some avg10=.50\n", 11),
    REFUSED("some avg10=1,50\n", 12),
    REFUSED("some avg10=1.\n", 13),
    REFUSED("some avg10=1.5\n", 14),
    REFUSED("some avg10=1.5 total=123456789\n", 14),
    REFUSED("some avg10=1.x5\n", 13),
    REFUSED("some avg10=1.5x\n", 14),
    REFUSED("some avg10=1.505\n", 15),
    REFUSED("some avg10=1.50x total=123456789\n", 15),
    REFUSED("some avg10=1.50%\n", 15),
    REFUSED("some avg10=1.50\r\n", 15),
    REFUSED("some avg10=1.50\0\n", 15),
    REFUSED("some avg10=-\n", 12),
    REFUSED("some avg10=-1\n", 13),
    REFUSED("some avg10=--1.00\n", 12),
    REFUSED("some avg10=+1.00\n", 11),
    REFUSED("some avg10=1e2.00\n", 12),
    REFUSED("some avg10=nan\n", 11),
    REFUSED("some avg10=\xb1.00\n", 11),
    REFUSED("some total=\n", 11),
    REFUSED("some total=x\n", 11),
    REFUSED("some total=1.00\n", 12),
    REFUSED("some total=1x\n", 12),
    REFUSED("some total=1\r\n", 12),
    REFUSED("some total=max\n", 11),
    REFUSED("some total==1\n", 11),
    REFUSED("some total=1,\n", 12),
    REFUSED("some total=123456789012345678901234567890x\n", 41),
    REFUSED("some avg10=1.00 avg60=2.00 avg300=3.00 total=4\nfull avg10=1.00 avg60=2.0\nfull total=1\n", 72),
    REFUSED("some avg10=1.00 total=4\nfull total=1 avg300=1..0\nsome avg10=0.00 total=0\n", 46),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("some avg10=12.34 avg60=5.06 avg300=0.70 total=123456789012\n"
          "full avg10=100.00 avg60=0.00 avg300=99.99 total=0\n"),
    PIECE("full avg10=0.00 avg60=0.00 avg300=0.00 total=0\n"),
    NO_MORE_TEXTS,
};

static const char *const unknown[] = {
    "aggr 316016073\n",
    "somewhat avg10=x\n",
    "somewhat avg10=9.99\n",
    "fully total=x\n",
    "full\n",
    "some\n",
    "some\ttotal=5\n",
    "some: total=1\n",
    "Some total=1\n",
    " some total=9\n",
    " some total=x\n",
    "irq total=9\n",
    "most avg10=1.00 total=7\n",
    "most avg10=1.2.3 -\n",
    "total=5\n",
    "cpu some total=x\n",
    NULL,
};

static const struct format pressure_format = {
    .name = "pressure",
    .kind = ONE_RECORD,
    .parse = library_pressure_parse,
    .reference = expect,
    .record_id = VMM_RECORD_PRESSURE,
    .bytes = sizeof(struct vmm_pressure),
    .samples = "proc-pressure",
    .examples = examples,
    .usual = usual,
    .unknown = unknown,
    .ends = " \n",
    .words_move = true,
    .print = print,
};

const struct group pressure_group = {"pressure", &pressure_format, 1, false, 0};
