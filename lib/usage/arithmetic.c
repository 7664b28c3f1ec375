#include "arithmetic.h"

bool vmm_differ(const void *before, const void *after, size_t offset)
{
    uint64_t old = vmm_input(before, offset);
    uint64_t new = vmm_input(after, offset);

    return vmm_is_known(old) && vmm_is_known(new) && old != new;
}

bool vmm_names_differ(const void *before, const void *after, size_t offset, size_t bytes)
{
    const char *old = vmm_input_name(before, offset, bytes);
    const char *new = vmm_input_name(after, offset, bytes);

    if (old == NULL || new == NULL || *old == '\0' || *new == '\0')
        return false;
    for (size_t i = 0; i < bytes; i++) {
        if (old[i] != new[i])
            return true;
        if (old[i] == '\0')
            break;
    }
    return false;
}

uint64_t vmm_add(uint64_t a, uint64_t b)
{
    return vmm_is_known(a) && vmm_is_known(b) && b < VMM_UNLIMITED - a ? a + b : VMM_UNKNOWN;
}

uint64_t vmm_subtract(uint64_t a, uint64_t b)
{
    return vmm_is_known(a) && vmm_is_known(b) && a >= b ? a - b : VMM_UNKNOWN;
}

uint64_t vmm_multiply(uint64_t a, uint64_t b)
{
    return vmm_is_known(a) && vmm_is_known(b) && (b == 0 || a <= (VMM_UNLIMITED - 1) / b) ? a * b : VMM_UNKNOWN;
}

void vmm_store_known(void *record, size_t size, size_t offset, uint64_t value)
{
    if (vmm_is_known(value))
        vmm_store(record, size, offset, value);
}

void vmm_store_double(void *record, size_t size, size_t offset, double value)
{
    if (offset + sizeof(double) <= size)
        *(double *)(void *)((char *)record + offset) = value;
}

void vmm_store_ratio(void *record, size_t size, size_t offset, uint64_t part, uint64_t whole)
{
    if (vmm_is_known(part) && vmm_is_known(whole) && whole != 0)
        vmm_store_double(record, size, offset, (double)part / (double)whole);
}

void vmm_store_rate(void *record, size_t size, size_t offset, uint64_t growth, int64_t elapsed_ns)
{
    if (vmm_is_known(growth))
        vmm_store_double(record, size, offset, (double)growth * 1e9 / (double)elapsed_ns);
}
