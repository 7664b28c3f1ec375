/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "counters.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>

#include "view.h"

enum { MOST_RECORDS = 64, MOST_MEMBERS = 256, MOST_BYTES = 4096 };

/* What a kernel of this width prints. */
struct counter {
    struct vmm_member_info info;
    uint64_t total;
    uint64_t wraps;
};

static struct life {
    uint64_t bytes;
    char name[32];
    unsigned count, identity_count;
    struct counter counters[MOST_MEMBERS];
    /* Offsets of the numbers that identify the thing. */
    uint64_t identities[16];
    uint64_t identity;
    union {
        uint64_t words[MOST_BYTES / 8];
        char bytes[MOST_BYTES];
    } before, now;
    bool has_before;
} lives[MOST_RECORDS];
static unsigned life_count, turn;

static void describe(enum vmm_record_id id)
{
    struct life *life = &lives[id];
    struct vmm_record_info record;
    struct vmm_member_info member;

    vmm_record_at(id, &record, sizeof record);
    life->bytes = record.bytes;
    memcpy(life->name, record.name, sizeof life->name);
    for (uint32_t i = 0; vmm_member_at(id, i, &member, sizeof member) == VMM_OK; i++) {
        if (member.kind == VMM_KIND_COUNTER) {
            struct counter *counter = &life->counters[life->count++];

            counter->info = member;
            /* Some are up for long. */
            counter->total = member.width == VMM_WIDTH_32 ? random_below(UINT32_MAX) : random_below((uint64_t)1 << 40);
        }
        if (member.kind == VMM_KIND_IDENTITY && member.type == VMM_TYPE_UINT64)
            life->identities[life->identity_count++] = member.offset;
    }
}

static void begin(void)
{
    struct vmm_record_info record;

    while (vmm_record_at((enum vmm_record_id)(life_count + 1), &record, sizeof record) == VMM_OK)
        describe((enum vmm_record_id)++ life_count);
}

/* A value in a record; a word may stand at any multiple of 8. */
static void store(char *record, uint64_t offset, uint64_t value)
{
    memcpy(record + offset, &value, sizeof value);
}

static uint64_t load(const char *record, uint64_t offset)
{
    uint64_t value;

    memcpy(&value, record + offset, sizeof value);
    return value;
}

static uint64_t printed(const struct counter *counter)
{
    return counter->info.width == VMM_WIDTH_32 ? (uint32_t)counter->total : counter->total;
}

/* The growth that the library must give. `is_reset` becomes true where it must give none at all. */
static uint64_t growth_of(const struct counter *counter, uint64_t before, uint64_t now, uint64_t grown, bool fell,
                          bool *is_reset)
{
    if (before == VMM_UNKNOWN || now == VMM_UNKNOWN)
        return VMM_UNKNOWN;
    if (counter->info.width == VMM_WIDTH_32)
        /* A growth of 2^31 or more, in which the counter seems to fall, may be a restart. */
        return now < before && grown > INT32_MAX ? VMM_UNKNOWN : grown;
    if (!fell)
        return grown;
    *is_reset |= counter->info.width != VMM_WIDTH_NONE;
    return VMM_UNKNOWN;
}

void counters_check(const struct vm *vm)
{
    static uint64_t wanted[MOST_MEMBERS];
    static char growth[MOST_BYTES];
    struct life *life;
    unsigned falls, id;
    bool is_other = one_of(50), is_reset = is_other, is_known = false;
    vmm_status status;
    char name[112];

    if (life_count == 0)
        begin();
    id = 1 + turn++ % life_count;
    life = &lives[id];
    if (life->count == 0)
        return;
    falls = one_of(20) ? (unsigned)random_below(life->count) : life->count;
    is_other &= life->identity_count != 0;
    is_reset = is_other;
    vmm_record_init((enum vmm_record_id)id, life->now.bytes, life->bytes);
    life->identity += is_other;
    for (unsigned i = 0; i < life->identity_count; i++)
        store(life->now.bytes, life->identities[i], life->identity);
    for (unsigned i = 0; i < life->count; i++) {
        struct counter *counter = &life->counters[i];
        bool is_32 = counter->info.width == VMM_WIDTH_32, falls_now = i == falls && !is_32;
        uint64_t old = counter->total, before = load(life->before.bytes, counter->info.offset), now;
        uint64_t grown =
            one_of(3) ? 0 : random_below(is_32 && one_of(10) ? (uint64_t)UINT32_MAX + 1 : (uint64_t)1 << 28);

        /* A restart that can be seen. */
        falls_now &= old != 0 && before != VMM_UNKNOWN;
        counter->total = falls_now ? random_below(old) : old + grown;
        counter->wraps += is_32 && (old >> 32) != (counter->total >> 32);
        now = one_of(200) ? VMM_UNKNOWN : printed(counter);
        store(life->now.bytes, counter->info.offset, now);
        wanted[i] = growth_of(counter, before, now, grown, falls_now, &is_reset);
        is_known |= wanted[i] != VMM_UNKNOWN;
        /* What was not printed is not compared later, either: the earlier sample of that counter is unknown. */
    }
    status = vmm_record_growth(life->has_before ? life->before.bytes : NULL, life->now.bytes, growth, life->bytes);
    if (status != (!life->has_before ? VMM_FIRST : is_reset ? VMM_RESET : is_known ? VMM_OK : VMM_E_EMPTY))
        is_wrong(vm, life->name, is_reset ? "VMM_RESET" : "VMM_OK", vmm_status_text(status));
    tally.resets += life->has_before && is_reset;
    for (unsigned i = 0; i < life->count; i++) {
        snprintf(name, sizeof name, "%s.%s", life->name, life->counters[i].info.name);
        check_number(vm, name, status == VMM_OK && wanted[i] != VMM_UNKNOWN ? MUST_BE_KNOWN : MUST_BE_UNKNOWN,
                     wanted[i], load(growth, life->counters[i].info.offset));
    }
    memcpy(life->before.bytes, life->now.bytes, life->bytes);
    life->has_before = true;
}

void counters_check_wraps(void)
{
    for (unsigned id = 1; id <= life_count; id++) {
        for (unsigned i = 0; i < lives[id].count; i++) {
            if (lives[id].counters[i].info.width == VMM_WIDTH_32 && lives[id].counters[i].wraps == 0)
                is_wrong(NULL, lives[id].counters[i].info.name, "a wrap", "none");
        }
    }
}

void counters_print(void)
{
    unsigned all = 0;

    for (unsigned id = 1; id <= life_count; id++) {
        for (unsigned i = 0; i < lives[id].count; i++) {
            const struct counter *counter = &lives[id].counters[i];

            if (counter->info.width == VMM_WIDTH_32)
                printf("  %10" PRIu64 "  %s.%s\n", counter->wraps, lives[id].name, counter->info.name);
        }
        all += lives[id].count;
    }
    printf("%u counters of %u records\n", all, life_count);
}
