/* SPDX-License-Identifier: MIT */
#include "usage.h"

#include <string.h>

/* The bits of a double that is NaN, but not unknown, so no result. */
void usage_unsure(double *member)
{
    memcpy(member, &(uint64_t){UINT64_MAX - 1}, sizeof *member);
}

bool ref_known(uint64_t value)
{
    return value != VMM_UNKNOWN && value != VMM_UNLIMITED;
}

bool ref_known_double(double value)
{
    uint64_t bits;

    memcpy(&bits, &value, sizeof bits);
    return bits != VMM_UNKNOWN;
}

uint64_t ref_gauge(uint64_t value)
{
    return ref_known(value) ? value : VMM_UNKNOWN;
}

vmm_status ref_counter(uint64_t before, uint64_t after, uint32_t width, uint64_t *growth)
{
    *growth = VMM_UNKNOWN;
    if (width != VMM_WIDTH_NONE && width != VMM_WIDTH_KERNEL_LONG && width != VMM_WIDTH_32 && width != VMM_WIDTH_64)
        return VMM_E_ARGUMENT;
    if (!ref_known(before) || !ref_known(after))
        return VMM_E_EMPTY;
    if (after < before && (width != VMM_WIDTH_32 || before > UINT32_MAX))
        return VMM_RESET;
    *growth = after < before ? ((uint64_t)1 << 32) - before + after : after - before;
    return VMM_OK;
}

static uint64_t growth_of_width(struct ref_counters *counters, uint64_t before, uint64_t after, uint32_t width)
{
    uint64_t growth;
    vmm_status status = ref_counter(before, after, width, &growth);

    counters->fell = counters->fell || status == VMM_RESET;
    counters->any = counters->any || status == VMM_OK;
    return growth;
}

uint64_t ref_growth(struct ref_counters *counters, uint64_t before, uint64_t after)
{
    return growth_of_width(counters, before, after, VMM_WIDTH_64);
}

uint64_t ref_growth_32(struct ref_counters *counters, uint64_t before, uint64_t after)
{
    return growth_of_width(counters, before, after, VMM_WIDTH_32);
}

uint64_t ref_growth_half_32(struct ref_counters *counters, uint64_t before, uint64_t after)
{
    uint64_t growth = ref_growth_32(counters, before, after);

    return after < before && growth >= (uint64_t)1 << 31 ? VMM_UNKNOWN : growth;
}

bool ref_differ(uint64_t before, uint64_t after)
{
    return ref_known(before) && ref_known(after) && before != after;
}

bool ref_names_differ(const char *before, const char *after, size_t bytes)
{
    return before[0] != '\0' && after[0] != '\0' && strncmp(before, after, bytes) != 0;
}

bool ref_near(long double a, long double b)
{
    long double difference = a < b ? b - a : a - b;

    return difference <= 1e-12L * (a < b ? b : a);
}

void ref_ratio(double *member, uint64_t part, uint64_t whole)
{
    if (ref_known(part) && ref_known(whole) && whole != 0)
        *member = (double)((long double)part / (long double)whole);
}

void ref_rate(double *member, uint64_t growth, int64_t elapsed_ns)
{
    if (ref_known(growth))
        *member = (double)((long double)growth * 1e9L / (long double)elapsed_ns);
}

uint64_t ref_add(uint64_t a, uint64_t b)
{
    uint64_t sum = a + b;

    return ref_known(a) && ref_known(b) && sum >= a && ref_known(sum) ? sum : VMM_UNKNOWN;
}

uint64_t ref_subtract(uint64_t a, uint64_t b)
{
    return ref_known(a) && ref_known(b) && a >= b ? a - b : VMM_UNKNOWN;
}

void ref_name(char *member, const char *name, size_t bytes)
{
    size_t length = 0;

    while (length < bytes - 1 && name[length] != '\0')
        length++;
    memset(member, 0, bytes);
    memcpy(member, name, length);
}

bool ref_is_share(double value)
{
    return !ref_known_double(value) || value <= 1;
}
