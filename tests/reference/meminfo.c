/* SPDX-License-Identifier: MIT */
/* /proc/meminfo. */
#include <string.h>

#include "examples.h"

/* The kernel prints sizes in kB, and says so. */
#define UNIT_BYTES REF_KB
#define UNIT_NONE REF_PLAIN

/* What the kernel calls each member, as the comments of the header say. */
#define KEY(key, member, unit)                                                                                         \
    {                                                                                                                  \
        key, offsetof(struct vmm_meminfo, member), 1, UNIT_##unit                                                      \
    }
static const struct ref_key keys[] = {
#include "meminfo_keys.h"
};
enum { KEYS = sizeof keys / sizeof keys[0] };

/* The numbers are set to the right, or stand at once after the colon. */
static bool print(struct builder *text, const void *record, unsigned shape)
{
    for (size_t i = 0; i < KEYS; i++) {
        const struct ref_key *key = &keys[shape == 1 ? KEYS - 1 - i : i];
        unsigned long long value = ref_load(record, key->offset);
        int gap = 15 - (int)strlen(key->key);

        if (value == VMM_UNKNOWN)
            continue;
        builder_print(text, "%s:%*s%*llu%s\n", key->key, gap > 0 && shape != 2 ? gap : 0, "", shape == 2 ? 0 : 8,
                      key->unit == REF_KB ? value / 1024 : value, key->unit == REF_KB ? " kB" : "");
    }
    return shape < 3;
}

static const struct example examples[] = {
    GOOD("MemTotal:              1 kB\n"),
    GOOD("MemTotal:              1 kB\nMemFree:              -1 kB\nHugePages_Total:       5\n"),
    EMPTY(""),
    EMPTY("\n"),
    EMPTY("\n\n\n\n\n\n\n\n\n\n"),
    EMPTY("Unknown: 1 kB\n"),
    EMPTY("cpu  1 2 3 4\nintr 5\n"),
    CUT("Buffers:               1 kB"),
    CUT("Buffers:               1 kB\nD"),
    CUT("MemTotal"),
    CUT("MemTotal:       -"),
    CUT("MemTotal:       1 k"),
    CUT("MemTotal:       1 kB"),
    CUT("MemTotal:       1 kB "),
    /* The bad byte is in the text, or the text ended before it. */
    REFUSED("MemTotal:       x", 16),
    REFUSED("MemTotal:       1x", 17),
    REFUSED("MemTotal:       1 x", 18),
    /* More after the unit is not looked at. */
    GOOD("MemTotal:              1 kB \n"),
    GOOD("MemTotal:              1 kB\t\n"),
    GOOD("MemTotal:              1 kB and more\n"),
    /* Of equal keys the last counts, also where its number does not fit. */
    GOOD("MemTotal:              1 kB\nMemTotal:              2 kB\n"),
    GOOD("MemTotal:              1 kB\nMemTotal:             -2 kB\n"),
    GOOD("MemTotal:       99999999999999999999999 kB\nMemFree:               5 kB\n"),
    REFUSED("MemTotal:\n", 9),
    REFUSED("MemTotal:              \n", 23),
    REFUSED("MemTotal:       x kB\n", 16),
    REFUSED("MemTotal:       + kB\n", 16),
    REFUSED("MemTotal:       +1 kB\n", 16),
    REFUSED("MemTotal:       - kB\n", 17),
    REFUSED("MemTotal:       --1 kB\n", 17),
    REFUSED("MemTotal:       1-1 kB\n", 17),
    REFUSED("MemTotal:       1x kB\n", 17),
    REFUSED("MemTotal:       1.5 kB\n", 17),
    REFUSED("MemTotal:       1,000 kB\n", 17),
    REFUSED("MemTotal:       0x10 kB\n", 17),
    REFUSED("MemTotal:              1\n", 24),
    REFUSED("MemTotal:              1 \n", 25),
    REFUSED("MemTotal:              1  kB\n", 25),
    REFUSED("MemTotal:              1\tkB\n", 24),
    REFUSED("MemTotal:              1kB\n", 24),
    REFUSED("MemTotal:              1 KB\n", 25),
    REFUSED("MemTotal:              1 kb\n", 26),
    REFUSED("MemTotal:              1 k\n", 26),
    REFUSED("MemTotal:              1 MB\n", 25),
    REFUSED("MemTotal:              1 kBs\n", 27),
    REFUSED("MemTotal:              1 2 kB\n", 25),
    REFUSED("MemTotal::             1 kB\n", 9),
    REFUSED("MemTotal:              1 kB\r\n", 27),
    REFUSED("MemTotal:\r\n", 9),
    REFUSED("MemTotal:       \xb1\xb2\xb3\xb4\xb5\xb6\xb7\xb8 kB\n", 16),
    REFUSED("MemTotal:       1234567\xb8 kB\n", 23),
    REFUSED("MemTotal:       1234\0006 kB\n", 20),
    REFUSED("MemTotal:      \000      1 kB\n", 15),
    REFUSED("MemTotal:              1 kB\0\n", 27),
    REFUSED("HugePages_Total:      1x\n", 23),
    REFUSED("HugePages_Total:      1\r\n", 23),
    REFUSED("HugePages_Total:\n", 16),
    /* A bad line among good ones. */
    REFUSED("MemTotal:              1 kB\nMemFree:              1x kB\nBuffers:               1 kB\n", 51),
    REFUSED("Unknown: x\nMemTotal:              1 kB\nMemFree:               - kB\n", 63),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("MemTotal:       12345678 kB\n"),
    PIECE("MemTotal:        2345678 kB\nMemFree:               0 kB\nMemAvailable:   99999999 kB\n"
          "Buffers:            6596 kB\n"),
    PIECE("Inactive(anon):    16760 kB\nHardwareCorrupted:     0 kB\nShmemHugePages:   102400 kB\n"
          "HugePages_Total:       0\nHugePages_Free:        7\nDirectMap4k:       28672 kB\n"),
    NO_MORE_TEXTS,
};

static const char *const unknown[] = {
    "GPUActivity:         0 kB\n",
    "Unknown:        not a number\n",
    ":\n",
    "MemTotal\n",
    "MemTotal              1 kB\n",
    "MemTotal :            1 kB\n",
    "MemTota:        12345678 kB\n",
    "MemTotals:            1 kB\n",
    "memTotal:             1 kB\n",
    "MEMTOTAL:             1 kB\n",
    "memtotal: x\n",
    " MemTotal:      12345678 kB\n",
    "\tMemTotal:           1 kB\n",
    "XMemTotal:            1 kB\n",
    "MemTotal;             1 kB\n",
    "Active(anon:          1 kB\n",
    "Active(anon) :        1 kB\n",
    "Active(anon)(file):       12345678901234567890 kB\n",
    "Active():             1 kB\n",
    "DirectMap:            1 kB\n",
    "DirectMap4:           1 kB\n",
    "HugePages_:           1\n",
    NULL,
};

static const struct format meminfo_format = {
    .name = "meminfo",
    .kind = ONE_RECORD,
    .parse = library_meminfo_parse,
    .keys = keys,
    .key_count = KEYS,
    .delimiter = ':',
    .record_id = VMM_RECORD_MEMINFO,
    .bytes = sizeof(struct vmm_meminfo),
    .samples = "proc-meminfo",
    .examples = examples,
    .usual = usual,
    .unknown = unknown,
    .ends = ":\n",
    .print = print,
};

const struct group meminfo_group = {"meminfo", &meminfo_format, 1, false, 0};
