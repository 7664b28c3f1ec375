/* SPDX-License-Identifier: MIT */
/* Block devices: rows of /proc/diskstats and /proc/partitions, and the files of a directory in /sys/block. */
#include <string.h>

#include "examples.h"

enum { COLUMNS = 17, NAME_BYTES = 32 };

#define AT(member) offsetof(struct vmm_disk, member)
#define NAME_END (AT(name) + NAME_BYTES)

/* Statistics from `at` to the end of the line. Columns that the caller's record does not have are counted, not read. */
static struct outcome expect_statistics(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    static const size_t few[4] = {AT(reads), AT(read_bytes), AT(writes), AT(write_bytes)};
    uint64_t columns[COLUMNS];
    struct outcome outcome = {VMM_OK, 0, NOWHERE};
    size_t count = 0, read = 0;
    bool stopped = false;

    for (;;) {
        at = ref_skip_blanks(bytes, length, at);
        if (at == length)
            return ref_error(bytes, length, at);
        stopped = stopped || count == COLUMNS || AT(reads) + 8 * (count + 1) > size;
        if (bytes[at] == '\n' && (count != 0 || stopped))
            break;
        if (!stopped) {
            if (!ref_number(bytes, length, &at, &columns[count]) || !ref_ends_word(bytes, length, at))
                return ref_error(bytes, length, at);
            read++;
        } else {
            while (at < length && !ref_ends_word(bytes, length, at))
                at++;
        }
        count++;
    }
    if (count != 4 && count < 11)
        return ref_error(bytes, length, at);
    for (size_t i = 0; i < read; i++) {
        size_t offset = count == 4 ? few[i] : AT(reads) + 8 * i;

        if (offset == AT(read_bytes) || offset == AT(write_bytes) || offset == AT(discard_bytes))
            columns[i] = ref_times(columns[i], 512);
        if (offset == AT(in_flight) && columns[i] >> 31 != 0)
            columns[i] = VMM_UNKNOWN;
        ref_store(out, size, offset, columns[i]);
    }
    outcome.pos = at + 1;
    return outcome;
}

static struct outcome expect_row(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_END, 0, NOWHERE};
    char name[NAME_BYTES] = "";
    uint64_t number;
    size_t word, digits = 0;
    bool has_size = false;

    while (at < length && (bytes[at] == '\n' || ref_same(bytes, length, at, "major"))) {
        at = ref_next_line(bytes, length, at);
        if (bytes[at - 1] != '\n')
            return ref_error(bytes, length, at);
    }
    outcome.pos = at;
    if (at == length)
        return outcome;
    if (bytes[at] == 'm') {
        for (word = 0; at < length && bytes[at] == "major"[word]; word++)
            at++;
        return ref_error(bytes, length, at);
    }
    for (int i = 0; i < 2; i++) {
        at = ref_skip_blanks(bytes, length, at);
        if (!ref_number(bytes, length, &at, &number) || at == length || !ref_blank(bytes[at]))
            return ref_error(bytes, length, at);
        ref_store(out, size, i == 0 ? AT(major) : AT(minor), number);
    }
    at = ref_skip_blanks(bytes, length, at);
    for (int round = 0; round < 2; round++) {
        for (word = at, digits = 0; word < length && !ref_ends_word(bytes, length, word); word++)
            if (bytes[word] >= '0' && bytes[word] <= '9')
                digits++;
        if (round == 0 && digits != 0 && digits == word - at && word < length && bytes[word] != '\n') {
            ref_number(bytes, length, &at, &number);
            ref_store(out, size, AT(size_bytes), ref_times(number, 1024));
            has_size = true;
            at = ref_skip_blanks(bytes, length, at);
        }
    }
    for (size_t i = 0; at + i < word; i++) {
        if (i == NAME_BYTES - 1 || bytes[at + i] == '\0')
            return ref_error(bytes, length, at + i);
        name[i] = bytes[at + i];
    }
    if (word == length)
        return ref_error(bytes, length, length);
    if (digits == word - at)
        return ref_error(bytes, length, at);
    if (NAME_END <= size)
        memcpy((char *)out + AT(name), name, NAME_BYTES);
    at = word;
    at = ref_skip_blanks(bytes, length, at);
    if (has_size && at < length && bytes[at] == '\n') {
        outcome.status = VMM_OK;
        outcome.pos = at + 1;
        return outcome;
    }
    return expect_statistics(bytes, length, word, out, size);
}

static struct outcome expect_stat(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_E_EMPTY, at, NOWHERE};

    if (at == length)
        return outcome;
    outcome = expect_statistics(bytes, length, at, out, size);
    if (outcome.status != VMM_OK)
        return outcome;
    return bytes[length - 1] == '\n' ? (struct outcome){VMM_OK, length, NOWHERE} : ref_error(bytes, length, length);
}

/* More than 2^31 - 1 requests are a negative number without its sign. */
static struct outcome expect_inflight(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = ref_values(&disk_group.formats[DISK_INFLIGHT], bytes, length, at, out, size);

    for (size_t i = 0; i < 2 && AT(in_flight_reads) + 8 * (i + 1) <= size; i++)
        if (ref_load(out, AT(in_flight_reads) + 8 * i) >> 31 != 0)
            ref_store(out, size, AT(in_flight_reads) + 8 * i, VMM_UNKNOWN);
    return outcome;
}

static bool print_inflight(struct builder *text, const void *record, unsigned shape)
{
    return ref_print_values(&disk_group.formats[DISK_INFLIGHT], text, record, shape);
}

static const struct ref_key uevent_keys[] = {
    {"MAJOR", AT(major), 1, REF_PLAIN}, {"MINOR", AT(minor), 1, REF_PLAIN}, {"DISKSEQ", AT(diskseq), 1, REF_PLAIN}};

/* Statistics as they are printed: sectors for bytes. False where their number of columns is none that the kernel has. */
static bool print_statistics(struct builder *text, const void *record)
{
    struct vmm_disk sectors;

    memcpy(&sectors, record, sizeof sectors);
    if (sectors.weighted_io_ms == VMM_UNKNOWN)
        return false;
    for (size_t i = 0; i < COLUMNS; i++)
        if ((i == 2 || i == 6 || i == 13) && (&sectors.reads)[i] != VMM_UNKNOWN)
            (&sectors.reads)[i] /= 512;
    ref_print_columns(text, AT(reads), COLUMNS, &sectors);
    builder_print(text, "\n");
    return true;
}

static bool print_row(struct builder *text, const void *record, unsigned shape)
{
    uint64_t size_bytes = ref_load(record, AT(size_bytes));

    if (shape != 0 || ref_load(record, AT(major)) == VMM_UNKNOWN || ref_load(record, AT(minor)) == VMM_UNKNOWN ||
        *((const char *)record + AT(name)) == '\0' || ref_load(record, AT(diskseq)) != VMM_UNKNOWN)
        return false;
    builder_print(text, "%4llu %7llu ", (unsigned long long)ref_load(record, AT(major)),
                  (unsigned long long)ref_load(record, AT(minor)));
    if (size_bytes != VMM_UNKNOWN)
        builder_print(text, "%10llu ", (unsigned long long)size_bytes / 1024);
    builder_print(text, "%s", (const char *)record + AT(name));
    return print_statistics(text, record);
}

static bool print_stat(struct builder *text, const void *record, unsigned shape)
{
    return shape == 0 && print_statistics(text, record);
}

static const struct example rows[] = {
    GOOD("   8       0 sda 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n"),
    GOOD("   8       0 12 sda 1 2 3 4 5 6 7 8 9 10 11\n"),
    GOOD("   8       1 sda1 1 2 3 4\n"),
    GOOD("   8       1 12 sda1\n"),
    GOOD("\t8\t\t0 \t sda  1\t2 3 4 5 6 7 8 9 10          11   \n"),
    GOOD("8 1 sda1 1 2 3 4 \t \n"),
    GOOD("8 1 77 sda1 \t \n"),
    GOOD("\n\n\nmajor minor  #blocks  name\n\nmajor\n8 0 sda 1 2 3 4\n"),
    GOOD("8 0 3ware 1 2 3 4\n"),
    END(""),
    END("\n\n"),
    END("major minor  #blocks  name\n\n"),
    CUT("   8       1 sda1 1 2 3"),
    CUT("8 0 sda 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 x"),
    CUT("ma"),
    CUT("major minor"),
    /* A row is bad where its first bad byte is, also where it was cut. */
    REFUSED("8 0 sda 1x 2", 9),
    REFUSED("   8       1 sda1 x 2 3 4 5\n", 18),
    REFUSED("8 0 sdab 1 2 3 4 5 6 7 8 9 10 11 x\n", 33),
    REFUSED(" \n", 1),
    REFUSED("x\n", 0),
    REFUSED("mayor minor\n", 2),
    REFUSED(" major minor\n", 1),
    REFUSED("8\n", 1),
    REFUSED("8 \n", 2),
    REFUSED("8x 0 sda 1 2 3 4\n", 1),
    REFUSED("8:0 sda 1 2 3 4\n", 1),
    REFUSED("- 0 sda 1 2 3 4\n", 1),
    REFUSED("8 x sda 1 2 3 4\n", 2),
    REFUSED("8 0\n", 3),
    REFUSED("8 0x sda 1 2 3 4\n", 3),
    REFUSED("8 0 \n", 4),
    REFUSED("8 0 sda\n", 7),
    REFUSED("8 0 sda \n", 8),
    REFUSED("8 0 sda 1 2 3\n", 13),
    REFUSED("8 0 sda 1 2 3 4 5\n", 17),
    REFUSED("8 0 sda x 2 3 4\n", 8),
    REFUSED("8 0 sda 1 2x 3 4\n", 11),
    REFUSED("8 0 sda 1 2 3 4\r\n", 15),
    REFUSED("8 0 sda 1.5 2 3 4\n", 9),
    REFUSED("8 0 sda 1 - 3 4\n", 11),
    REFUSED("8 0 s\0a 1 2 3 4\n", 5),
    REFUSED("8 0 sda 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17x\n", 49),
    REFUSED("8 0 12\n", 4),
    REFUSED("8 0 12 13\n", 7),
    REFUSED("8 0 12 13 14 15 16\n", 7),
    REFUSED("8 0 12 \n", 7),
    REFUSED("8 0 sdb 1 2 3 4 5 6 7 8 9 10\n", 28),
    REFUSED("8 0 a-name-that-has-32-bytes-too-many 1 2 3 4\n", 4 + 31),
    REFUSED("8 0 77 a-name-that-has-32-bytes-too-many 1 2 3 4\n", 7 + 31),
    REFUSED("8 0 77777777777777777777777777777777777777x 1 2 3 4\n", 4 + 31),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_rows[] = {
    PIECE(" 254       0 vda 172651 30497 6979354 231620 72294 71431 10197528 50810 0 34480 291443 54936 27 495885352 "
          "8911 "
          "2334 100\n   7       1 loop1 0 0 0\n"),
    PIECE("   8       1 sda1 210 420 16 32\n"),
    PIECE("   3     0   19925880 hda 34781 81233 926512 281290 22190 40122 498496 1 0 2 3\n"),
    PIECE("major minor\n\n 8 0 1048576 sda\n"),
    NO_MORE_TEXTS,
};

static const char *const headings[] = {"\n", "major minor  #blocks  name\n", "major\n", NULL};

static const struct example stats[] = {
    GOOD("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n"),
    GOOD("1 2 3 4\n"),
    GOOD("1 2 3 4\nx\n"),
    CUT("1 2 3 4\nx"),
    EMPTY(""),
    CUT("1 2 3"),
    REFUSED("1 2 3 4 5\n", 9),
    REFUSED("\n", 0),
    REFUSED("   \n", 3),
    REFUSED("1\n", 1),
    REFUSED("1 2 3\n", 5),
    REFUSED("1 2 3 4 5 \n", 10),
    REFUSED("1 2 3 4 5 6 7 8 9 10\n", 20),
    REFUSED("1 2 3 4x\n", 7),
    REFUSED("1 2 3 x\n", 6),
    REFUSED("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 1.7\n", 40),
    REFUSED("1 2 3 4\r\n1 2 3 4\n", 7),
    REFUSED("vda 1 2 3 4\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_stats[] = {
    PIECE("  172651    30497  6979354   231620    72294    71431 10197528    50810        0    34480   291443    54936 "
          "    "
          "  27 495885352     8911     2334      100\n"),
    PIECE("     210      420       16       32\n"),
    NO_MORE_TEXTS,
};

static const struct example sizes[] = {
    GOOD("536870912\n"),
    GOOD("36028797018963967\n"),
    GOOD("36028797018963968\n"),
    GOOD("-1\n"),
    GOOD("0"),
    EMPTY(""),
    CUT("-"),
    REFUSED("x\n", 0),
    REFUSED("8x\n", 1),
    REFUSED("\n", 0),
    NO_MORE_EXAMPLES,
};

static const struct example inflights[] = {
    GOOD("2147483647 2147483648\n"), GOOD("4294967295 1\n"), GOOD("       3       12\n"), GOOD("3\n"),      EMPTY(""),
    CUT("       3       12"),        REFUSED("3 x\n", 2),    REFUSED("1 2x\n", 3),        NO_MORE_EXAMPLES,
};

static const struct example uevents[] = {
    GOOD("MAJOR=254\nMINOR=16\nDEVNAME=vdb\nDEVTYPE=disk\nDISKSEQ=9\n"),
    GOOD("MAJOR=8\nMINOR=1\nDEVNAME=sda1\nPARTN=1\n"),
    EMPTY(""),
    EMPTY("DEVTYPE=disk\nXMAJOR=8\nMAJORS=9\n"),
    CUT("MAJOR=8\nMINOR=1"),
    REFUSED("MAJOR=8\nMINOR=x\n", 14),
    REFUSED("MAJOR=\n", 6),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_size[] = {PIECE("536870912\n"), NO_MORE_TEXTS};
static const struct piece usual_inflight[] = {PIECE("       3       12\n"), NO_MORE_TEXTS};
static const struct piece usual_uevent[] = {PIECE("MAJOR=254\nMINOR=16\nDEVNAME=vdb\nDISKSEQ=9\n"), NO_MORE_TEXTS};
static const char *const unknown_of_uevent[] = {"DEVTYPE=disk\n", "XMAJOR=8\n", "MAJORS=9\n", "PARTN=x\n", NULL};

#define DISK .record_id = VMM_RECORD_DISK, .bytes = sizeof(struct vmm_disk)
#define DISK_FILE DISK, .kind = FILE_OF_RECORD

static const struct format disk_formats[] = {
    [DISK_ROWS] = {DISK, .name = "diskstats", .kind = ROWS, .parse = library_disk_next, .reference = expect_row,
                   .sets = {{AT(major), 2}, {AT(name), NAME_BYTES / 8}, {AT(reads), COLUMNS}, {AT(size_bytes), 1}},
                   .samples = "proc-diskstats", .examples = rows, .usual = usual_rows, .unknown = headings,
                   .print = print_row},
    [DISK_STAT] = {DISK_FILE, .name = "disk/stat", .file = VMM_FILE_DISK_STAT, .reference = expect_stat,
                   .sets = {{AT(reads), COLUMNS}}, .samples = "sys-block-stat", .examples = stats, .usual = usual_stats,
                   .print = print_stat},
    [DISK_SIZE] = {DISK_FILE, .name = "disk/size", .file = VMM_FILE_DISK_SIZE, .sets = {{AT(size_bytes), 1}},
                   .take = ref_number, .scale = 512, .examples = sizes, .usual = usual_size},
    [DISK_RO] = {DISK_FILE, .name = "disk/ro", .file = VMM_FILE_DISK_RO, .sets = {{AT(ro), 1}}, .take = ref_number,
                 .examples = sizes, .usual = usual_size},
    [DISK_DISKSEQ] = {DISK_FILE, .name = "disk/diskseq", .file = VMM_FILE_DISK_DISKSEQ, .sets = {{AT(diskseq), 1}},
                      .take = ref_number, .examples = sizes, .usual = usual_size},
    [DISK_INFLIGHT] = {DISK_FILE, .name = "disk/inflight", .file = VMM_FILE_DISK_INFLIGHT,
                       .sets = {{AT(in_flight_reads), 2}}, .take = ref_number, .reference = expect_inflight,
                       .print = print_inflight, .examples = inflights, .usual = usual_inflight},
    [DISK_UEVENT] = {DISK_FILE, .name = "disk/uevent", .file = VMM_FILE_DISK_UEVENT, .keys = uevent_keys,
                     .key_count = 3, .delimiter = '=', .keeps = true,
                     .sets = {{AT(major), 1}, {AT(minor), 1}, {AT(diskseq), 1}}, .examples = uevents,
                     .usual = usual_uevent, .unknown = unknown_of_uevent, .ends = "=\n"},
};

const struct group disk_group = {"disk", disk_formats, sizeof disk_formats / sizeof disk_formats[0], true, 0};
