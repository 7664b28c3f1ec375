/* SPDX-License-Identifier: MIT */
/* Two records of one type: whether they describe the same object, and the growth of their counters. */
#include "../usage/arithmetic.h"
#include "description.h"
#include "vmmetrics/counter.h"

/* The type of a record; 0 if there is no record, or if it does not say its type. */
static uint32_t type_of(const void *record)
{
    uint64_t record_id = record == NULL ? 0 : vmm_input(record, sizeof(uint64_t));

    return record_id > UINT32_MAX ? 0 : (uint32_t)record_id;
}

/* Whether two samples can be compared: VMM_OK, VMM_FIRST or VMM_E_ARGUMENT. */
static vmm_status check_samples(const void *before, const void *after)
{
    if (vmm_layout_of(type_of(after)) == NULL)
        return VMM_E_ARGUMENT;
    if (before == NULL || *(const uint64_t *)before == 0)
        return VMM_FIRST;
    return type_of(before) == type_of(after) ? VMM_OK : VMM_E_ARGUMENT;
}

vmm_status vmm_record_same(const void *before, const void *after)
{
    vmm_status status = check_samples(before, after);

    return status == VMM_OK ? vmm_compare_identities(before, after, vmm_layout_of(type_of(after))) : status;
}

uint64_t vmm_member_growth(const struct vmm_member *member, uint64_t old, uint64_t now, vmm_status *status)
{
    uint64_t growth;
    vmm_status result = vmm_counter_between(old, now, (enum vmm_width)member->width, &growth);

    if (result == VMM_RESET && member->width == VMM_WIDTH_NONE)
        return VMM_UNKNOWN;
    if (now < old && growth > INT32_MAX)
        growth = VMM_UNKNOWN;
    if (result == VMM_RESET || (growth != VMM_UNKNOWN && *status == VMM_E_EMPTY))
        *status = result;
    return growth;
}

static uint64_t growth_of(const struct vmm_member *member, const void *before, const void *after, vmm_status *status)
{
    return vmm_member_growth(member, vmm_input(before, member->offset), vmm_input(after, member->offset), status);
}

/* The status of vmm_record_growth() for all counters of the record together. */
static vmm_status check_growth(const void *before, const void *after)
{
    const struct vmm_description *description = vmm_description_of(type_of(after));
    vmm_status status = vmm_record_same(before, after) == VMM_RESET ? VMM_RESET : VMM_E_EMPTY;

    for (unsigned i = 0; i < description->member_count && status != VMM_RESET; i++)
        if (description->members[i].kind == VMM_KIND_COUNTER)
            growth_of(&description->members[i], before, after, &status);
    return status;
}

/* Stores the growth of the counters and the other members of `after`. Returns where the last member ends. */
static size_t store_growth(const void *before, const void *after, void *out, size_t size)
{
    const struct vmm_description *description = vmm_description_of(type_of(after));
    size_t whole = 0;

    /* `out` may be `after`, so each member is read before it is written. */
    for (unsigned i = 0; i < description->member_count; i++) {
        const struct vmm_member *member = &description->members[i];
        vmm_status status = VMM_OK;

        if (member->offset + member->bytes > size)
            break;
        whole = member->offset + member->bytes;
        if (member->type == VMM_TYPE_NAME)
            vmm_store_name(out, size, member->offset, member->bytes,
                           vmm_input_name(after, member->offset, member->bytes));
        else if (member->kind == VMM_KIND_COUNTER)
            vmm_store(out, size, member->offset, growth_of(member, before, after, &status));
        else
            vmm_store(out, size, member->offset, vmm_input(after, member->offset));
    }
    return whole;
}

vmm_status vmm_record_growth(const void *before, const void *after, void *out, size_t out_size)
{
    const struct vmm_layout *layout = vmm_layout_of(type_of(after));
    vmm_status status = check_samples(before, after);
    size_t size, whole;

    if (out == NULL || out_size < 2 * sizeof(uint64_t))
        return VMM_E_ARGUMENT;
    if (layout == NULL) {
        vmm_begin(out, out_size, 2 * sizeof(uint64_t), 0);
        return status;
    }
    if (status == VMM_OK)
        status = check_growth(before, after);
    if (status != VMM_OK) {
        vmm_record_init((enum vmm_record_id)((const uint64_t *)after)[1], out, out_size);
        return status;
    }
    size = out_size < layout->bytes ? out_size : layout->bytes;
    whole = store_growth(before, after, out, size);
    /* The rest is unknown: a member that is only partly there, and members of newer libraries. */
    if (whole < out_size)
        memset((char *)out + whole, 0xff, out_size - whole);
    ((uint64_t *)out)[1] = ((const uint64_t *)after)[1];
    *(uint64_t *)out = size;
    return VMM_OK;
}
