/* SPDX-License-Identifier: MIT */
/* Two records of one type: whether they describe the same object, and the growth of their counters. */
#include "../usage/arithmetic.h"
#include "description.h"
#include "vmmetrics/counter.h"

/* The description of a record by its own type; NULL if it has none. */
static const struct vmm_description *description_of(const void *record)
{
    uint64_t record_id = record == NULL ? 0 : vmm_input(record, sizeof(uint64_t));

    return record_id > UINT32_MAX ? NULL : vmm_description_of((uint32_t)record_id);
}

/* Whether two samples can be compared: VMM_OK, VMM_FIRST or VMM_E_ARGUMENT. The description is that of `after`. */
static vmm_status check_samples(const void *before, const struct vmm_description *description)
{
    if (description == NULL)
        return VMM_E_ARGUMENT;
    if (before == NULL || *(const uint64_t *)before == 0)
        return VMM_FIRST;
    return description_of(before) == description ? VMM_OK : VMM_E_ARGUMENT;
}

/* Whether an identity is known in both samples. */
static bool is_comparable(const void *before, const void *after, const struct vmm_member *member)
{
    const char *old, *now;

    if (member->type != VMM_TYPE_NAME)
        return vmm_is_number(vmm_input(before, member->offset)) && vmm_is_number(vmm_input(after, member->offset));
    old = vmm_input_name(before, member->offset, member->bytes);
    now = vmm_input_name(after, member->offset, member->bytes);
    return old != NULL && now != NULL && *old != '\0' && *now != '\0';
}

static vmm_status compare_identities(const void *before, const void *after, const struct vmm_description *description)
{
    vmm_status status = VMM_E_EMPTY;

    for (unsigned i = 0; i < description->member_count; i++) {
        const struct vmm_member *member = &description->members[i];

        if (member->kind != VMM_KIND_IDENTITY || !is_comparable(before, after, member))
            continue;
        if (member->type == VMM_TYPE_NAME ? vmm_names_differ(before, after, member->offset, member->bytes)
                                          : vmm_differ(before, after, member->offset))
            return VMM_RESET;
        status = VMM_OK;
    }
    return status;
}

vmm_status vmm_record_same(const void *before, const void *after)
{
    const struct vmm_description *description = description_of(after);
    vmm_status status = check_samples(before, description);

    return status == VMM_OK ? compare_identities(before, after, description) : status;
}

/*
 * The growth of a counter. `status` becomes VMM_OK at the first known counter, and VMM_RESET at a counter that
 * restarted.
 */
static uint64_t growth_of(const struct vmm_member *member, const void *before, const void *after, vmm_status *status)
{
    uint64_t old = vmm_input(before, member->offset), now = vmm_input(after, member->offset);
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

/* The status of vmm_record_growth() for all counters of the record together. */
static vmm_status check_growth(const void *before, const void *after, const struct vmm_description *description)
{
    vmm_status status = VMM_E_EMPTY;

    if (compare_identities(before, after, description) == VMM_RESET)
        return VMM_RESET;
    for (unsigned i = 0; i < description->member_count; i++)
        if (description->members[i].kind == VMM_KIND_COUNTER)
            growth_of(&description->members[i], before, after, &status);
    return status;
}

vmm_status vmm_record_growth(const void *before, const void *after, void *out, size_t out_size)
{
    const struct vmm_description *description = description_of(after);
    vmm_status status = check_samples(before, description);
    size_t bytes = description == NULL ? 2 * sizeof(uint64_t) : description->bytes;
    size_t size = out_size < bytes ? out_size : bytes;
    size_t whole = 2 * sizeof(uint64_t);

    if (out == NULL || out_size < 2 * sizeof(uint64_t))
        return VMM_E_ARGUMENT;
    if (status == VMM_OK)
        status = check_growth(before, after, description);
    if (description == NULL)
        vmm_begin(out, out_size, bytes, 0);
    else if (status != VMM_OK)
        vmm_record_init((enum vmm_record_id)((const uint64_t *)after)[1], out, out_size);
    if (status != VMM_OK)
        return status;
    /* `out` may be `after`, so each member is read before it is written. */
    for (unsigned i = 0; i < description->member_count; i++) {
        const struct vmm_member *member = &description->members[i];

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
    /* The rest is unknown: a member that is only partly there, and members of newer libraries. */
    if (whole < out_size)
        memset((char *)out + whole, 0xff, out_size - whole);
    ((uint64_t *)out)[1] = ((const uint64_t *)after)[1];
    *(uint64_t *)out = size;
    return VMM_OK;
}
