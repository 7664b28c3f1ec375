/* SPDX-License-Identifier: MIT */
#include "number.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

static bool is_number(uint64_t number)
{
    return number < VMM_UNLIMITED;
}

uint64_t number_sum(uint64_t one, uint64_t other)
{
    bool known = is_number(one) && is_number(other) && one < VMM_UNLIMITED - other;

    return known ? one + other : VMM_UNKNOWN;
}

uint64_t number_difference(uint64_t from, uint64_t what)
{
    return is_number(from) && what <= from ? from - what : VMM_UNKNOWN;
}

uint64_t number_sum_of_known(uint64_t one, uint64_t other)
{
    return one == VMM_UNKNOWN || other == VMM_UNKNOWN ? number_or(one, other) : number_sum(one, other);
}

uint64_t number_or(uint64_t number, uint64_t other)
{
    return number != VMM_UNKNOWN ? number : other;
}

double real_or(double real, double other)
{
    return isnan(real) ? other : real;
}

double number_over(uint64_t number, double divisor)
{
    return is_number(number) ? (double)number / divisor : NAN;
}

double number_share(uint64_t part, uint64_t all)
{
    return is_number(all) && all != 0 ? number_over(part, (double)all) : NAN;
}

/* `status` is that of the rates between the two, which are of the same thing if it is VMM_OK. */
static void growth_between(uint32_t record_id, vmm_status status, const void *before, const void *now, void *growth,
                           size_t size)
{
    struct vmm_field field;

    vmm_record_init(record_id, growth, size);
    if (status != VMM_OK)
        return;
    for (uint32_t i = 0; vmm_field_at(record_id, i, &field, sizeof field) == VMM_OK; i++) {
        uint64_t from, to, grown;

        if (field.kind != VMM_KIND_COUNTER || field.offset + field.bytes > size)
            continue;
        memcpy(&from, (const char *)before + field.offset, sizeof from);
        memcpy(&to, (const char *)now + field.offset, sizeof to);
        vmm_counter_between(from, to, (uint32_t)field.width, &grown);
        memcpy((char *)growth + field.offset, &grown, sizeof grown);
    }
}

void net_growth(const struct vmm_net *before, const struct vmm_net *now, int64_t elapsed_ns, struct vmm_net *growth)
{
    struct vmm_net_rate rate;
    vmm_status status = vmm_net_rate_between(before, now, elapsed_ns, &rate, sizeof rate);

    growth_between(VMM_RECORD_NET, status, before, now, growth, sizeof *growth);
}

void disk_growth(const struct vmm_disk *before, const struct vmm_disk *now, int64_t elapsed_ns, struct vmm_disk *growth)
{
    struct vmm_disk_rate rate;
    vmm_status status = vmm_disk_rate_between(before, now, elapsed_ns, &rate, sizeof rate);

    growth_between(VMM_RECORD_DISK, status, before, now, growth, sizeof *growth);
}

void cgroup_io_growth(const struct vmm_cgroup_io *before, const struct vmm_cgroup_io *now, int64_t elapsed_ns,
                      struct vmm_cgroup_io *growth)
{
    struct vmm_cgroup_io_rate rate;
    vmm_status status = vmm_cgroup_io_rate_between(before, now, elapsed_ns, &rate, sizeof rate);

    growth_between(VMM_RECORD_CGROUP_IO, status, before, now, growth, sizeof *growth);
}
