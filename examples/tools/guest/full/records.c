/* SPDX-License-Identifier: MIT */
#include "records.h"

#include <string.h>

static const uint8_t ids[RECORDS] = {
    [RECORD_CPU] = VMM_RECORD_CPU,
    [RECORD_CPU_USAGE] = VMM_RECORD_CPU_USAGE,
    [RECORD_STAT] = VMM_RECORD_STAT,
    [RECORD_MEMINFO] = VMM_RECORD_MEMINFO,
    [RECORD_MEMORY_USAGE] = VMM_RECORD_MEMORY_USAGE,
    [RECORD_FILESYSTEM] = VMM_RECORD_FILESYSTEM,
    [RECORD_FILESYSTEM_USAGE] = VMM_RECORD_FILESYSTEM_USAGE,
    [RECORD_NET] = VMM_RECORD_NET,
    [RECORD_NET_USAGE] = VMM_RECORD_NET_USAGE,
    [RECORD_DISK] = VMM_RECORD_DISK,
    [RECORD_DISK_USAGE] = VMM_RECORD_DISK_USAGE,
    [RECORD_PRESSURE] = VMM_RECORD_PRESSURE,
    [RECORD_PRESSURE_USAGE] = VMM_RECORD_PRESSURE_USAGE,
    [RECORD_VMSTAT] = VMM_RECORD_VMSTAT,
    [RECORD_SYSTEM] = VMM_RECORD_SYSTEM,
};

const char *record_name(enum guest_record record)
{
    static struct vmm_record_info info;

    /* These are no records of the library. */
    if (ids[record] == 0)
        return record == RECORD_PROCESSES ? "processes" : "sockets";
    vmm_record_at(record_id(record), &info, sizeof info);
    return info.name;
}

enum vmm_record_id record_id(enum guest_record record)
{
    return (enum vmm_record_id)ids[record];
}

void records_choose_all(struct records *records)
{
    memset(records, 0xff, sizeof *records);
}

static bool is_word(const char *name, const char *word, size_t length)
{
    return strlen(name) == length && memcmp(name, word, length) == 0;
}

/* Adds a member of a record by its name. Returns false if the record has no such member. */
static bool choose_member(struct records *records, enum guest_record record, const char *name, size_t length)
{
    uint64_t *bits = records->members[record];
    struct vmm_member_info member;
    bool found = false;

    for (uint32_t i = 0; i < 64 * RECORDS_WORDS; i++) {
        bool wanted;

        if (vmm_member_at(record_id(record), i, &member, sizeof member) != VMM_OK)
            break;
        wanted = is_word(member.name, name, length);
        if (wanted || member.kind == VMM_KIND_IDENTITY)
            bits[i / 64] |= (uint64_t)1 << i % 64;
        found = found || wanted;
    }
    return found;
}

/* Adds a record, or a member of a record. Returns false if there is no such record or member. */
static bool choose_word(struct records *records, const char *word, size_t length)
{
    const char *dot = memchr(word, '.', length);
    size_t name = dot == NULL ? length : (size_t)(dot - word);

    for (unsigned i = 0; i < RECORDS; i++) {
        if (!is_word(record_name((enum guest_record)i), word, name))
            continue;
        if (dot != NULL)
            return choose_member(records, (enum guest_record)i, dot + 1, length - name - 1);
        memset(records->members[i], 0xff, sizeof records->members[i]);
        return true;
    }
    return false;
}

const char *records_choose(struct records *records, const char *list, size_t *length)
{
    for (;;) {
        for (*length = 0; list[*length] != ',' && list[*length] != '\0';)
            ++*length;
        if (!choose_word(records, list, *length))
            return list;
        if (list[*length] == '\0')
            return NULL;
        list += *length + 1;
    }
}

bool records_have(const struct records *records, enum guest_record record)
{
    const uint64_t *bits = records->members[record];

    return (bits[0] | bits[1] | bits[2] | bits[3]) != 0;
}

bool records_have_either(const struct records *records, enum guest_record record, enum guest_record usage)
{
    return records_have(records, record) || records_have(records, usage);
}

bool records_have_any(const struct records *records)
{
    bool any = false;

    for (unsigned i = 0; i < RECORDS; i++)
        any = any || records_have(records, (enum guest_record)i);
    return any;
}
