/* SPDX-License-Identifier: MIT */
/* The growth of a sum over rows, from the growths of the rows that are in both samples. */
#include "vmmetrics/rows.h"

#include "../parse/block_device.h"
#include "../usage/row_list.h"
#include "description.h"
#include "vmmetrics/cgroup_io.h"
#include "vmmetrics/disk.h"

struct row_sum {
    const struct vmm_description *description;
    const struct vmm_layout *layout;
    uint32_t record_id;
    struct vmm_majors majors;
    /* One of the samples has a row that lies on no other. */
    bool has_lowest;
    /* A counter of a row was compared. */
    bool has_growth;
    /* The sum has a part that cannot be known. */
    bool is_reset;
    void *out;
    size_t size;
};

/* As long as the longest name. */
static const char no_name[64];

static const char *row_at(const struct vmm_rows *sample, size_t index)
{
    return (const char *)sample->rows + index * sample->row_size;
}

/* A member of a row. Nothing after the end of the row is read, whatever the `size` of the record in it is. */
static uint64_t row_member(const struct vmm_rows *sample, size_t index, size_t offset)
{
    return offset + sizeof(uint64_t) <= sample->row_size ? vmm_input(row_at(sample, index), offset) : VMM_UNKNOWN;
}

/* Empty if the row has no name, or not all of it. */
static const char *row_name(const struct row_sum *sum, const struct vmm_rows *sample, size_t index)
{
    size_t offset = sum->layout->name_offset, bytes = sum->layout->name_bytes;
    const char *name = offset + bytes <= sample->row_size ? vmm_input_name(row_at(sample, index), offset, bytes) : NULL;

    return name == NULL ? no_name : name;
}

/* Compares the names of two rows up to their NUL: 1 if they are equal and known, 0 if both are unknown, else -1. */
static int compare_row_names(const char *one, const char *other, size_t bytes)
{
    size_t i = 0;

    while (i < bytes && one[i] == other[i] && one[i] != '\0')
        i++;
    if (i < bytes && one[i] != other[i])
        return -1;
    return i != 0;
}

/* Whether two rows are of one thing: all identities are equal, and one is known. A number may replace the name. */
static bool is_one_thing(const struct row_sum *sum, const struct vmm_rows *one, size_t i, const struct vmm_rows *other,
                         size_t k)
{
    bool is_known = false;

    for (const uint16_t *offset = sum->layout->identities; *offset != 0; offset++) {
        uint64_t value = row_member(one, i, *offset);

        if (value != row_member(other, k, *offset))
            return false;
        is_known = is_known || vmm_is_number(value);
    }
    if (sum->layout->name_replaced_by != 0 && vmm_is_number(row_member(one, i, sum->layout->name_replaced_by)))
        return true;
    if (sum->layout->name_is_identity) {
        int result = compare_row_names(row_name(sum, one, i), row_name(sum, other, k), sum->layout->name_bytes);

        if (result < 0)
            return false;
        is_known = is_known || result > 0;
    }
    return is_known;
}

/*
 * Finds the same thing in the other sample, from `next` on, where it is if the order is the same, and then before.
 * Returns the count of rows if it is not there, or if a row before in its own sample is the same thing.
 */
static size_t find_row(const struct row_sum *sum, const struct vmm_rows *sample, size_t index,
                       const struct vmm_rows *other, size_t *next)
{
    for (size_t i = *next; i < other->count; i++)
        if (is_one_thing(sum, sample, index, other, i)) {
            *next = i + 1;
            return i;
        }
    for (size_t i = 0; i < *next; i++)
        if (is_one_thing(sum, sample, index, other, i)) {
            for (size_t k = 0; k < index; k++)
                if (is_one_thing(sum, sample, index, sample, k))
                    return other->count;
            return i;
        }
    return other->count;
}

static bool has_counter(const struct row_sum *sum, const struct vmm_rows *sample, size_t index)
{
    for (unsigned i = 0; i < sum->description->member_count; i++) {
        const struct vmm_member *member = &sum->description->members[i];

        if (member->kind == VMM_KIND_COUNTER && vmm_is_number(row_member(sample, index, member->offset)))
            return true;
    }
    return false;
}

/* Whether the row of a part's disk is in the sample. The kernel lists a disk before its partitions. */
static bool has_disk(const struct row_sum *sum, const struct vmm_rows *sample, size_t index, const char *name)
{
    struct vmm_block_part part;
    size_t bytes = sum->layout->name_bytes;

    if (!vmm_find_block_part(name, bytes, &part))
        return false;
    for (size_t i = index; i > 0; i--)
        if (vmm_is_block_part_of(name, &part, row_name(sum, sample, i - 1), bytes))
            return true;
    for (size_t i = index + 1; i < sample->count; i++)
        if (vmm_is_block_part_of(name, &part, row_name(sum, sample, i), bytes))
            return true;
    return false;
}

static enum vmm_block block_of_disk(const struct row_sum *sum, const struct vmm_rows *sample, size_t index)
{
    const char *name = row_name(sum, sample, index);
    uint64_t major = row_member(sample, index, offsetof(struct vmm_disk, major));

    if (has_disk(sum, sample, index, name))
        return VMM_BLOCK_PART;
    return *name == '\0' ? vmm_block_of_major(&sum->majors, major)
                         : vmm_block_of_name(&sum->majors, name, sum->layout->name_bytes, major);
}

/* The row of an unknown device in io.stat is a path of NVMe multipath or a removed disk. */
static bool is_of_unknown_device(const struct vmm_rows *sample, size_t index)
{
    return !vmm_is_number(row_member(sample, index, offsetof(struct vmm_cgroup_io, major))) ||
           !vmm_is_number(row_member(sample, index, offsetof(struct vmm_cgroup_io, minor)));
}

/* Whether a row lies on others. A row that does not count at all, such as one without a counter, is a part. */
static enum vmm_block block_of(const struct row_sum *sum, const struct vmm_rows *sample, size_t index)
{
    bool is_disk = sum->record_id == VMM_RECORD_DISK, is_io = sum->record_id == VMM_RECORD_CGROUP_IO;
    uint64_t lies_on_others;

    if (!has_counter(sum, sample, index) || (is_io && is_of_unknown_device(sample, index)))
        return VMM_BLOCK_PART;
    if (!is_disk && !is_io)
        return VMM_BLOCK_LOWEST;
    lies_on_others = row_member(sample, index,
                                is_disk ? offsetof(struct vmm_disk, lies_on_others)
                                        : offsetof(struct vmm_cgroup_io, lies_on_others));
    if (vmm_is_number(lies_on_others))
        return lies_on_others == 0 ? VMM_BLOCK_LOWEST : VMM_BLOCK_ON_OTHERS;
    return is_disk ? block_of_disk(sum, sample, index)
                   : vmm_block_of_major(&sum->majors, row_member(sample, index, offsetof(struct vmm_cgroup_io, major)));
}

static bool is_left_out(const struct row_sum *sum, enum vmm_block block)
{
    return block == VMM_BLOCK_PART || (block == VMM_BLOCK_ON_OTHERS && sum->has_lowest);
}

/* Adds the growth of a counter of a row to the sum. */
static void add_growth_of(struct row_sum *sum, const struct vmm_member *member, enum vmm_block block, uint64_t growth)
{
    uint64_t total;

    sum->has_growth = sum->has_growth || growth != VMM_UNKNOWN;
    total = vmm_stored(sum->out, sum->size, member->offset);
    /* These rows may count the same traffic. */
    if (growth != 0 && block != VMM_BLOCK_LOWEST && (sum->has_lowest || total != 0))
        growth = VMM_UNKNOWN;
    vmm_store(sum->out, sum->size, member->offset, vmm_add(total, growth));
}

/* Adds a row of the later sample. */
static void add_row(struct row_sum *sum, const struct vmm_rows *before, const struct vmm_rows *after, size_t index,
                    size_t *next)
{
    enum vmm_block block = block_of(sum, after, index);
    size_t partner;

    if (is_left_out(sum, block))
        return;
    partner = find_row(sum, after, index, before, next);
    for (unsigned i = 0; i < sum->description->member_count; i++) {
        const struct vmm_member *member = &sum->description->members[i];
        uint64_t now = row_member(after, index, member->offset), growth;

        if (member->kind != VMM_KIND_COUNTER)
            continue;
        if (partner != before->count && has_counter(sum, before, partner)) {
            vmm_status status = VMM_E_EMPTY;

            growth = vmm_member_growth(member, row_member(before, partner, member->offset), now, &status);
            sum->is_reset = sum->is_reset || status == VMM_RESET;
        } else {
            /* Of a row that is new, a counter that is 0 did not grow. */
            growth = now == 0 ? 0 : VMM_UNKNOWN;
            sum->is_reset = sum->is_reset || (now != 0 && vmm_is_number(now));
        }
        add_growth_of(sum, member, block, growth);
    }
}

/* Whether a row of the earlier sample that counts is missing in the later sample. */
static bool is_gone(const struct row_sum *sum, const struct vmm_rows *before, size_t index,
                    const struct vmm_rows *after, size_t *next)
{
    size_t partner;

    if (is_left_out(sum, block_of(sum, before, index)))
        return false;
    partner = find_row(sum, before, index, after, next);
    return partner == after->count || !has_counter(sum, after, partner);
}

static bool has_lowest_row(const struct row_sum *sum, const struct vmm_rows *sample)
{
    for (size_t i = 0; i < sample->count; i++)
        if (block_of(sum, sample, i) == VMM_BLOCK_LOWEST)
            return true;
    return false;
}

static void begin_counters(struct row_sum *sum)
{
    for (unsigned i = 0; i < sum->description->member_count; i++)
        if (sum->description->members[i].kind == VMM_KIND_COUNTER)
            vmm_store(sum->out, sum->size, sum->description->members[i].offset, 0);
}

static vmm_status sum_rows(struct row_sum *sum, const struct vmm_rows *before, const struct vmm_rows *after)
{
    size_t next = 0;

    sum->has_lowest = has_lowest_row(sum, after) || has_lowest_row(sum, before);
    begin_counters(sum);
    for (size_t i = 0; i < after->count; i++)
        add_row(sum, before, after, i, &next);
    next = 0;
    for (size_t i = 0; i < before->count && !sum->is_reset; i++)
        sum->is_reset = is_gone(sum, before, i, after, &next);
    return sum->is_reset ? VMM_RESET : sum->has_growth ? VMM_OK : VMM_E_EMPTY;
}

/* Whether the rows of a sample can be read and are of the type. */
static bool are_rows_of(const struct vmm_rows *sample, uint32_t record_id)
{
    if (sample->count != 0 && !vmm_are_rows_usable(sample->rows, sample->row_size))
        return false;
    for (size_t i = 0; i < sample->count; i++)
        if (row_member(sample, i, sizeof(uint64_t)) != record_id)
            return false;
    return true;
}

vmm_status vmm_rows_growth(enum vmm_record_id record_id, const struct vmm_rows *before, const struct vmm_rows *after,
                           const struct vmm_text *devices, void *out, size_t out_size)
{
    bool has_before = before != NULL && before->rows != NULL;
    struct row_sum sum;
    vmm_status status = vmm_record_init(record_id, out, out_size);

    if (status != VMM_OK)
        return status;
    if (after == NULL || after->rows == NULL || !are_rows_of(after, record_id) ||
        (has_before && !are_rows_of(before, record_id)))
        return VMM_E_ARGUMENT;
    if (!has_before)
        return VMM_FIRST;
    memset(&sum, 0, sizeof sum);
    sum.layout = vmm_layout_of(record_id);
    sum.description = vmm_description_of(record_id);
    sum.record_id = record_id;
    sum.out = out;
    sum.size = out_size < sum.layout->bytes ? out_size : sum.layout->bytes;
    vmm_read_majors(devices, &sum.majors);
    status = sum_rows(&sum, before, after);
    if (status != VMM_OK)
        vmm_record_init(record_id, out, out_size);
    return status;
}
