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

/* Compares an identity of two samples: VMM_E_EMPTY if it is not known in both, VMM_RESET if it differs. */
static vmm_status compare_numbers(uint64_t old, uint64_t now)
{
    if (!vmm_is_number(old) || !vmm_is_number(now))
        return VMM_E_EMPTY;
    return old == now ? VMM_OK : VMM_RESET;
}

static vmm_status compare_names(const char *old, const char *now, size_t bytes)
{
    if (old == NULL || now == NULL || *old == '\0' || *now == '\0')
        return VMM_E_EMPTY;
    for (size_t i = 0; i < bytes; i++) {
        if (old[i] != now[i])
            return VMM_RESET;
        if (old[i] == '\0')
            break;
    }
    return VMM_OK;
}

vmm_status vmm_compare_identities(const void *before, const void *after, const struct vmm_layout *layout)
{
    size_t name = layout->name_offset, bytes = layout->name_bytes;
    uint16_t number = layout->name_replaced_by;
    vmm_status result = VMM_E_EMPTY;

    if (layout->name_is_identity &&
        (number == 0 || compare_numbers(vmm_input(before, number), vmm_input(after, number)) == VMM_E_EMPTY))
        result = compare_names(vmm_input_name(before, name, bytes), vmm_input_name(after, name, bytes), bytes);
    for (const uint16_t *offset = layout->identities; *offset != 0 && result != VMM_RESET; offset++) {
        vmm_status status = compare_numbers(vmm_input(before, *offset), vmm_input(after, *offset));

        if (status != VMM_E_EMPTY)
            result = status;
    }
    return result;
}

vmm_status vmm_begin_between(const void *before, const void *after, int64_t elapsed_ns, uint32_t record_id, void *usage,
                             uint32_t usage_id)
{
    size_t bytes = vmm_layout_of(usage_id)->bytes;

    vmm_begin(usage, bytes, bytes, usage_id);
    if (after == NULL || !vmm_is_of(after, record_id))
        return VMM_E_ARGUMENT;
    if (before == NULL || *(const uint64_t *)before == 0)
        return VMM_FIRST;
    if (!vmm_is_of(before, record_id))
        return VMM_E_ARGUMENT;
    if (elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    return vmm_compare_identities(before, after, vmm_layout_of(record_id)) == VMM_RESET ? VMM_RESET : VMM_OK;
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

vmm_status vmm_give(vmm_status status, uint32_t usage_id, const void *usage, void *out, size_t out_size)
{
    const struct vmm_layout *layout = vmm_layout_of(usage_id);
    size_t name = layout->name_offset;
    size_t size = vmm_begin(out, out_size, layout->bytes, usage_id);
    size_t whole_members = size - size % sizeof(uint64_t);

    if (size == 0)
        return VMM_E_ARGUMENT;
    vmm_store_name(out, size, name, layout->name_bytes, "");
    if (status != VMM_OK)
        return status;
    if (name < whole_members && whole_members < name + layout->name_bytes)
        whole_members = name;
    /* `out` has its own size already. */
    memcpy((char *)out + sizeof(uint64_t), (const char *)usage + sizeof(uint64_t), whole_members - sizeof(uint64_t));
    return VMM_OK;
}
