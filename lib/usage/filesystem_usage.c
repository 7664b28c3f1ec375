/* df(1)'s numbers from statvfs(3)'s, as GNU coreutils computes them. */
#include "arithmetic.h"
#include "vmmetrics/filesystem.h"

#define RECORD struct vmm_filesystem_usage

#define INPUT(member) vmm_input(filesystem, offsetof(struct vmm_filesystem, member))
#define OUTPUT(member, value) vmm_store_known(out, size, offsetof(RECORD, member), value)

/* A count that may lie below zero, as its distance from there: one of the two is 0, or both are unknown. */
struct count {
    uint64_t above;
    uint64_t below;
};

static bool is_known(struct count count)
{
    return vmm_is_known(count.above);
}

static struct count difference(uint64_t a, uint64_t b)
{
    struct count result = {VMM_UNKNOWN, VMM_UNKNOWN};

    if (vmm_is_known(a) && vmm_is_known(b)) {
        result.above = a > b ? a - b : 0;
        result.below = a > b ? 0 : b - a;
    }
    return result;
}

/* The number of blocks that a kernel gives as a signed one in an unsigned type. */
static struct count of_signed(uint64_t value)
{
    return vmm_is_known(value) && value >> 63 != 0 ? difference(0, ~value + 1) : difference(value, 0);
}

static double to_double(struct count count)
{
    return (double)count.above - (double)count.below;
}

/* used / (used + available) in percent, rounded up; unknown where df prints `-`. */
static uint64_t use_percent(struct count used, struct count available)
{
    uint64_t whole = VMM_UNKNOWN;
    double share, percent;

    if (!is_known(used) || !is_known(available))
        return VMM_UNKNOWN;
    /* To coreutils, -1 and -2 are the numbers that mean unknown. */
    if (used.below == 1 || used.below == 2)
        return VMM_UNKNOWN;
    if (used.below == 0 && used.above <= UINT64_MAX / 100)
        whole = available.below == 0 ? vmm_add(used.above, available.above) : vmm_subtract(used.above, available.below);
    if (vmm_is_known(whole) && whole != 0)
        return used.above * 100 / whole + (used.above * 100 % whole != 0);
    /* What does not fit into integers coreutils divides as doubles, and so does this. */
    share = to_double(used) + to_double(available);
    if (share > -1 && share < 1)
        return VMM_UNKNOWN;
    percent = to_double(used) * 100 / share;
    if (!(percent > -1 && percent < (double)((uint64_t)1 << 53)))
        return VMM_UNKNOWN;
    return (uint64_t)percent + ((double)(uint64_t)percent < percent);
}

vmm_status vmm_filesystem_usage_of(const struct vmm_filesystem *filesystem, struct vmm_filesystem_usage *out,
                                   size_t out_size)
{
    size_t size = vmm_begin(out, out_size, sizeof *out);
    uint64_t unit, blocks, bfree, files, ffree, percent;
    struct count available, used, reserved, inodes_used;
    double share;

    if (size == 0 || filesystem == NULL)
        return VMM_E_ARGUMENT;
    unit = INPUT(f_frsize_bytes);
    if (unit == 0)
        unit = INPUT(f_bsize_bytes);
    blocks = INPUT(f_blocks);
    bfree = INPUT(f_bfree);
    available = of_signed(INPUT(f_bavail));
    files = INPUT(f_files);
    ffree = INPUT(f_ffree);
    if (!(vmm_is_known(blocks) || vmm_is_known(bfree) || is_known(available) || vmm_is_known(files) ||
          vmm_is_known(ffree)))
        return VMM_E_EMPTY;

    used = difference(blocks, bfree);
    reserved = difference(vmm_add(bfree, available.below), available.above);
    inodes_used = difference(files, ffree);
    percent = use_percent(used, available);
    OUTPUT(total_bytes, vmm_multiply(blocks, unit));
    OUTPUT(used_bytes, vmm_multiply(used.above, unit));
    OUTPUT(used_below_zero_bytes, vmm_multiply(used.below, unit));
    OUTPUT(available_bytes, vmm_multiply(available.above, unit));
    OUTPUT(available_below_zero_bytes, vmm_multiply(available.below, unit));
    if (reserved.below == 0)
        OUTPUT(reserved_bytes, vmm_multiply(reserved.above, unit));
    OUTPUT(used_e2b_bytes, vmm_multiply(vmm_subtract(vmm_add(blocks, available.below), available.above), unit));
    OUTPUT(use_percent, percent);
    share = to_double(used) + to_double(available);
    if (percent != VMM_UNKNOWN && used.below == 0 && share >= 1)
        vmm_store_double(out, size, offsetof(RECORD, use_ratio), to_double(used) / share);
    OUTPUT(inodes_total, files);
    if (inodes_used.below == 0)
        OUTPUT(inodes_used, inodes_used.above);
    OUTPUT(inodes_free, ffree);
    OUTPUT(inodes_use_percent, use_percent(inodes_used, difference(ffree, 0)));
    return VMM_OK;
}
