/* SPDX-License-Identifier: MIT */
/*
 * Which block devices lie on others. The kernel gives most drivers any free number, so /proc/devices tells which number
 * is device mapper's. Documentation/admin-guide/devices.txt has the fixed numbers.
 */
#include "block_device.h"

#include "../record/engine.h"
#include "vmmetrics/keyvalue.h"

struct block_word {
    char word[14];
    uint8_t length;
    uint8_t block;
};

#define BLOCK(word, block)                                                                                             \
    {                                                                                                                  \
        word, sizeof(word) - 1, block                                                                                  \
    }

/* Drivers in /proc/devices; the others are lowest. */
static const struct block_word drivers[] = {
    BLOCK("device-mapper", VMM_BLOCK_ON_OTHERS),
    BLOCK("md", VMM_BLOCK_ON_OTHERS),
    BLOCK("mdp", VMM_BLOCK_ON_OTHERS),
    BLOCK("bcache", VMM_BLOCK_ON_OTHERS),
    BLOCK("zvol", VMM_BLOCK_ON_OTHERS),
    BLOCK("loop", VMM_BLOCK_MAYBE),
    BLOCK("nbd", VMM_BLOCK_MAYBE),
    BLOCK("drbd", VMM_BLOCK_MAYBE),
};

/* How names of devices begin; a digit follows. */
static const struct block_word beginnings[] = {
    BLOCK("dm-", VMM_BLOCK_ON_OTHERS),    BLOCK("md", VMM_BLOCK_ON_OTHERS), BLOCK("md_d", VMM_BLOCK_ON_OTHERS),
    BLOCK("bcache", VMM_BLOCK_ON_OTHERS), BLOCK("zd", VMM_BLOCK_ON_OTHERS), BLOCK("loop", VMM_BLOCK_MAYBE),
    BLOCK("nbd", VMM_BLOCK_MAYBE),        BLOCK("drbd", VMM_BLOCK_MAYBE),   BLOCK("ublkb", VMM_BLOCK_MAYBE),
};

/* Disks whose names end in letters, so that the number of a partition follows at once. */
static const struct block_word lettered[] = {
    BLOCK("sd", VMM_BLOCK_PART),  BLOCK("hd", VMM_BLOCK_PART),   BLOCK("vd", VMM_BLOCK_PART),
    BLOCK("xvd", VMM_BLOCK_PART), BLOCK("dasd", VMM_BLOCK_PART), BLOCK("ubd", VMM_BLOCK_PART),
};

#define COUNT(words) (sizeof(words) / sizeof((words)[0]))

static size_t name_length(const char *name, size_t bytes)
{
    size_t length = 0;

    while (length < bytes && name[length] != '\0')
        length++;
    return length;
}

static bool begins_with(const char *name, size_t length, const struct block_word *word)
{
    return vmm_after_word(name, name + length, word->word, word->length) != NULL;
}

static bool has_bit(const uint64_t *bits, uint64_t major)
{
    return major < VMM_MAJORS && (bits[major / 64] >> (major % 64) & 1) != 0;
}

/* Takes a driver and its number: `253 device-mapper`. The name ends at the end of the line. */
static void take_driver(struct vmm_majors *majors, const struct vmm_key_value *line, const char *end)
{
    const char *error, *p;
    uint64_t major, bit;

    p = vmm_take_number(line->key.start, end, &major, &error);
    if (p == NULL || p == end || *p != ' ' || major >= VMM_MAJORS)
        return;
    bit = UINT64_C(1) << (major % 64);
    majors->listed[major / 64] |= bit;
    for (size_t i = 0; i < COUNT(drivers); i++) {
        p = vmm_take_word(line->value.start, end, drivers[i].word, drivers[i].length, &error);
        if (p == NULL || p == end || *p != '\n')
            continue;
        if (drivers[i].block == VMM_BLOCK_ON_OTHERS)
            majors->on_others[major / 64] |= bit;
        else
            majors->maybe[major / 64] |= bit;
    }
}

/* Takes a line; false if there is none. The drivers of block devices begin after their heading. */
static bool take_line(struct vmm_text *text, struct vmm_majors *majors, bool *is_block)
{
    struct vmm_key_value line;
    const char *error;
    vmm_status status = vmm_key_next(text, VMM_KEY_LINES, &line, sizeof line);

    if (status != VMM_OK)
        return status != VMM_END;
    if (*is_block)
        take_driver(majors, &line, text->end);
    else
        *is_block = vmm_take_word(line.key.start, text->end, "Block devices:", 14, &error) != NULL;
    return true;
}

void vmm_read_majors(const struct vmm_text *devices, struct vmm_majors *majors)
{
    struct vmm_text text;
    bool is_block = false;

    memset(majors, 0, sizeof *majors);
    if (devices == NULL)
        return;
    text = *devices;
    while (take_line(&text, majors, &is_block))
        ;
}

enum vmm_block vmm_block_of_major(const struct vmm_majors *majors, uint64_t major)
{
    if (has_bit(majors->listed, major))
        return has_bit(majors->on_others, major) ? VMM_BLOCK_ON_OTHERS
               : has_bit(majors->maybe, major)   ? VMM_BLOCK_MAYBE
                                                 : VMM_BLOCK_LOWEST;
    switch (major) {
    case 9:   /* md */
    case 230: /* ZFS volumes */
        return VMM_BLOCK_ON_OTHERS;
    case 7:   /* loop */
    case 43:  /* nbd */
    case 147: /* drbd */
        return VMM_BLOCK_MAYBE;
    default:
        /* 240 to 254 and the numbers from 260 on are given to any driver; 259 are disks and partitions. */
        return (major >= 240 && major <= 254) || major >= 260 ? VMM_BLOCK_MAYBE : VMM_BLOCK_LOWEST;
    }
}

enum vmm_block vmm_block_of_name(const struct vmm_majors *majors, const char *name, size_t bytes, uint64_t major)
{
    size_t length = name_length(name, bytes);

    for (size_t i = 0; i < COUNT(beginnings); i++)
        if (length > beginnings[i].length && begins_with(name, length, &beginnings[i]) &&
            vmm_is_digit(name[beginnings[i].length]))
            return (enum vmm_block)beginnings[i].block;
    /* An administrator may name an array of md. */
    return major == 9 || has_bit(majors->listed, major) ? vmm_block_of_major(majors, major) : VMM_BLOCK_LOWEST;
}

/* Where the number at the end of a name begins; `length` if there is none. */
static size_t last_number(const char *name, size_t length)
{
    while (length != 0 && vmm_is_digit(name[length - 1]))
        length--;
    return length;
}

/* The length of the name of a partition's disk; 0 if the name is not a partition's. */
static size_t disk_length(const char *name, size_t length)
{
    size_t number = last_number(name, length), letters = number;

    if (number == length || number < 2)
        return 0;
    if (name[number - 1] == 'p' && vmm_is_digit(name[number - 2]))
        return number - 1;
    while (letters != 0 && name[letters - 1] >= 'a' && name[letters - 1] <= 'z')
        letters--;
    for (size_t i = 0; i < COUNT(lettered); i++)
        if (letters == 0 && number > lettered[i].length && begins_with(name, number, &lettered[i]))
            return number;
    return 0;
}

static size_t skip_digits(const char *name, size_t length, size_t at)
{
    while (at < length && vmm_is_digit(name[at]))
        at++;
    return at;
}

/* Finds the controller in the name of a path of NVMe multipath: `c1` in `nvme0c1n1`. */
static bool find_controller(const char *name, size_t length, struct vmm_block_part *part)
{
    size_t at, after;

    if (vmm_after_word(name, name + length, "nvme", 4) == NULL)
        return false;
    at = skip_digits(name, length, 4);
    if (at == 4 || at >= length || name[at] != 'c')
        return false;
    after = skip_digits(name, length, at + 1);
    if (after == at + 1 || after >= length || name[after] != 'n' || after + 1 >= length ||
        skip_digits(name, length, after + 1) != length)
        return false;
    part->begin = at;
    part->end = after;
    return true;
}

bool vmm_find_block_part(const char *name, size_t bytes, struct vmm_block_part *part)
{
    part->length = part->end = name_length(name, bytes);
    part->begin = disk_length(name, part->length);
    return part->begin != 0 || find_controller(name, part->length, part);
}

bool vmm_is_block_part_of(const char *name, const struct vmm_block_part *part, const char *disk, size_t bytes)
{
    size_t at = 0;

    for (size_t i = 0; i < part->length; i++) {
        if (i >= part->begin && i < part->end)
            continue;
        if (at >= bytes || disk[at] != name[i])
            return false;
        at++;
    }
    return at >= bytes || disk[at] == '\0';
}
