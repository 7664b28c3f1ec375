/* SPDX-License-Identifier: MIT */
#include "arithmetic.h"
#include "vmmetrics/counter.h"

uint64_t vmm_input_gauge(const void *record, size_t offset)
{
    uint64_t value = vmm_input(record, offset);

    return vmm_is_number(value) ? value : VMM_UNKNOWN;
}

uint64_t vmm_add(uint64_t a, uint64_t b)
{
    return vmm_is_number(a) && vmm_is_number(b) && b < VMM_UNLIMITED - a ? a + b : VMM_UNKNOWN;
}

uint64_t vmm_subtract(uint64_t a, uint64_t b)
{
    return vmm_is_number(a) && vmm_is_number(b) && a >= b ? a - b : VMM_UNKNOWN;
}

uint64_t vmm_multiply(uint64_t a, uint64_t b)
{
    return vmm_is_number(a) && vmm_is_number(b) && (b == 0 || a <= (VMM_UNLIMITED - 1) / b) ? a * b : VMM_UNKNOWN;
}

double vmm_unknown_double(void)
{
    double value;

    memset(&value, 0xff, sizeof value);
    return value;
}

double vmm_ratio(uint64_t part, uint64_t whole)
{
    if (!vmm_is_number(part) || !vmm_is_number(whole) || whole == 0)
        return vmm_unknown_double();
    return (double)part / (double)whole;
}

double vmm_per_second(uint64_t growth, int64_t elapsed_ns)
{
    return vmm_is_number(growth) ? (double)growth * 1e9 / (double)elapsed_ns : vmm_unknown_double();
}

bool vmm_differ(const void *before, const void *after, size_t offset)
{
    uint64_t old = vmm_input(before, offset);
    uint64_t now = vmm_input(after, offset);

    return vmm_is_number(old) && vmm_is_number(now) && old != now;
}

bool vmm_names_differ(const void *before, const void *after, size_t offset, size_t bytes)
{
    const char *old = vmm_input_name(before, offset, bytes);
    const char *now = vmm_input_name(after, offset, bytes);

    if (old == NULL || now == NULL || *old == '\0' || *now == '\0')
        return false;
    for (size_t i = 0; i < bytes; i++) {
        if (old[i] != now[i])
            return true;
        if (old[i] == '\0')
            break;
    }
    return false;
}

static bool are_different_things(const void *before, const void *after, const struct vmm_identity *identity)
{
    for (const uint16_t *member = identity->members; *member != 0; member++)
        if (vmm_differ(before, after, *member))
            return true;
    return identity->name_bytes != 0 && vmm_names_differ(before, after, identity->name_offset, identity->name_bytes);
}

vmm_status vmm_begin_between(const void *before, const void *after, int64_t elapsed_ns,
                             const struct vmm_identity *identity, void *usage, size_t bytes, uint32_t usage_id)
{
    vmm_begin(usage, bytes, bytes, usage_id);
    if (after == NULL || !vmm_is_of(after, identity->record_id))
        return VMM_E_ARGUMENT;
    if (before == NULL || *(const uint64_t *)before == 0)
        return VMM_FIRST;
    if (!vmm_is_of(before, identity->record_id))
        return VMM_E_ARGUMENT;
    if (elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    return are_different_things(before, after, identity) ? VMM_RESET : VMM_OK;
}

uint64_t vmm_grew(const void *before, const void *after, size_t offset, uint32_t width, vmm_status *status)
{
    uint64_t growth;
    vmm_status result =
        vmm_counter_between(vmm_input(before, offset), vmm_input(after, offset), (enum vmm_width)width, &growth);

    if (result == VMM_RESET || (result == VMM_OK && *status == VMM_E_EMPTY))
        *status = result;
    return growth;
}

vmm_status vmm_give(vmm_status status, const void *usage, size_t bytes, void *out, size_t out_size)
{
    return vmm_give_named(status, usage, bytes, 0, 0, out, out_size);
}

vmm_status vmm_give_named(vmm_status status, const void *usage, size_t bytes, size_t name_offset, size_t name_bytes,
                          void *out, size_t out_size)
{
    uint32_t usage_id = (uint32_t)((const uint64_t *)usage)[1];
    size_t size = vmm_begin(out, out_size, bytes, usage_id);
    size_t whole_members = size - size % sizeof(uint64_t);

    if (size == 0)
        return VMM_E_ARGUMENT;
    vmm_store_name(out, size, name_offset, name_bytes, "");
    if (status != VMM_OK)
        return status;
    if (name_offset < whole_members && whole_members < name_offset + name_bytes)
        whole_members = name_offset;
    /* `out` has its own size already. */
    memcpy((char *)out + sizeof(uint64_t), (const char *)usage + sizeof(uint64_t), whole_members - sizeof(uint64_t));
    return VMM_OK;
}
