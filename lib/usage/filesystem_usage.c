/* SPDX-License-Identifier: MIT */
/* df(1)'s numbers from statvfs(3)'s, as GNU coreutils computes them. */
#include "arithmetic.h"
#include "vmmetrics/filesystem.h"

#define GAUGE(member) vmm_input_gauge(filesystem, offsetof(struct vmm_filesystem, member))

/* A count that may be below zero: its distance above zero and below zero. One of the two is 0, or both are unknown. */
struct signed_count {
    uint64_t above;
    uint64_t below;
};

static bool is_known_count(struct signed_count count)
{
    return vmm_is_number(count.above);
}

static struct signed_count count_difference(uint64_t a, uint64_t b)
{
    struct signed_count result = {VMM_UNKNOWN, VMM_UNKNOWN};

    if (vmm_is_number(a) && vmm_is_number(b)) {
        result.above = a > b ? a - b : 0;
        result.below = a > b ? 0 : b - a;
    }
    return result;
}

/* A number of blocks that the kernel gives as a signed number in an unsigned type. */
static struct signed_count count_of_signed(uint64_t value)
{
    return vmm_is_number(value) && value >> 63 != 0 ? count_difference(0, ~value + 1) : count_difference(value, 0);
}

static double count_to_double(struct signed_count count)
{
    return (double)count.above - (double)count.below;
}

/* used / (used + available) in percent, rounded up; unknown where df prints `-`. */
static uint64_t use_percent(struct signed_count used, struct signed_count available)
{
    uint64_t whole = VMM_UNKNOWN;
    double share, percent;

    if (!is_known_count(used) || !is_known_count(available))
        return VMM_UNKNOWN;
    /* In coreutils, -1 and -2 mean unknown. */
    if (used.below == 1 || used.below == 2)
        return VMM_UNKNOWN;
    if (used.below == 0 && used.above <= UINT64_MAX / 100)
        whole = available.below == 0 ? vmm_add(used.above, available.above) : vmm_subtract(used.above, available.below);
    if (vmm_is_number(whole) && whole != 0)
        return used.above * 100 / whole + (used.above * 100 % whole != 0);
    /* Numbers that do not fit into integers are divided as doubles, as in coreutils. */
    share = count_to_double(used) + count_to_double(available);
    if (share > -1 && share < 1)
        return VMM_UNKNOWN;
    percent = count_to_double(used) * 100 / share;
    if (!(percent > -1 && percent < (double)((uint64_t)1 << 53)))
        return VMM_UNKNOWN;
    return (uint64_t)percent + ((double)(uint64_t)percent < percent);
}

/* used / (used + available), not rounded; unknown if there is no percentage, or if it is below zero. */
static double use_ratio(struct signed_count used, struct signed_count available, uint64_t percent)
{
    double whole = count_to_double(used) + count_to_double(available);

    if (percent == VMM_UNKNOWN || used.below != 0 || whole < 1)
        return vmm_unknown_double();
    return count_to_double(used) / whole;
}

static vmm_status filesystem_usage(const struct vmm_filesystem *filesystem, struct vmm_filesystem_usage *usage)
{
    uint64_t unit = GAUGE(f_frsize_bytes) == 0 ? GAUGE(f_bsize_bytes) : GAUGE(f_frsize_bytes);
    uint64_t blocks = GAUGE(f_blocks);
    uint64_t bfree = GAUGE(f_bfree);
    uint64_t files = GAUGE(f_files);
    uint64_t ffree = GAUGE(f_ffree);
    struct signed_count available = count_of_signed(GAUGE(f_bavail));
    struct signed_count used = count_difference(blocks, bfree);
    struct signed_count reserved = count_difference(vmm_add(bfree, available.below), available.above);
    struct signed_count inodes_used = count_difference(files, ffree);
    uint64_t total_without_available = vmm_subtract(vmm_add(blocks, available.below), available.above);

    if (!vmm_is_number(blocks) && !vmm_is_number(bfree) && !is_known_count(available) && !vmm_is_number(files) &&
        !vmm_is_number(ffree))
        return VMM_E_EMPTY;
    usage->total_bytes = vmm_multiply(blocks, unit);
    usage->used_bytes = vmm_multiply(used.above, unit);
    usage->used_below_zero_bytes = vmm_multiply(used.below, unit);
    usage->available_bytes = vmm_multiply(available.above, unit);
    usage->available_below_zero_bytes = vmm_multiply(available.below, unit);
    usage->reserved_bytes = reserved.below == 0 ? vmm_multiply(reserved.above, unit) : VMM_UNKNOWN;
    usage->used_e2b_bytes = vmm_multiply(total_without_available, unit);
    usage->use_percent = use_percent(used, available);
    usage->use_ratio = use_ratio(used, available, usage->use_percent);
    usage->inodes_total = files;
    usage->inodes_used = inodes_used.below == 0 ? inodes_used.above : VMM_UNKNOWN;
    usage->inodes_free = ffree;
    usage->inodes_use_percent = use_percent(inodes_used, count_difference(ffree, 0));
    return VMM_OK;
}

vmm_status vmm_filesystem_usage_of(const struct vmm_filesystem *filesystem, struct vmm_filesystem_usage *out,
                                   size_t out_size)
{
    struct vmm_filesystem_usage usage;
    vmm_status status = VMM_E_ARGUMENT;

    vmm_begin(&usage, sizeof usage, sizeof usage, VMM_RECORD_FILESYSTEM_USAGE);
    if (filesystem != NULL && vmm_is_of(filesystem, VMM_RECORD_FILESYSTEM))
        status = filesystem_usage(filesystem, &usage);
    return vmm_give(status, VMM_RECORD_FILESYSTEM_USAGE, &usage, out, out_size);
}

#undef GAUGE
