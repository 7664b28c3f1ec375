#include "arithmetic.h"

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
