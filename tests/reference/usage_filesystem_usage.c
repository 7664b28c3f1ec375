/* SPDX-License-Identifier: MIT */
/* df's numbers. */
#include "usage.h"

/* A count that may lie below zero. */
struct count {
    bool known, negative;
    uint64_t distance; /* from zero */
};

static struct count difference(uint64_t a, uint64_t b)
{
    struct count count = {ref_known(a) && ref_known(b), a < b, a < b ? b - a : a - b};

    return count;
}

static struct count of_signed(uint64_t value)
{
    struct count count = {ref_known(value), value >> 63 != 0, value >> 63 != 0 ? 0 - value : value};

    return count;
}

static long double real(struct count count)
{
    return count.negative ? -(long double)count.distance : (long double)count.distance;
}

static uint64_t multiply(struct count count, bool negative, uint64_t unit)
{
    uint64_t value = count.negative == negative ? count.distance : 0;
    uint64_t product = value * unit;

    if (!count.known || !ref_known(unit) || (unit != 0 && product / unit != value) || !ref_known(product))
        return VMM_UNKNOWN;
    return product;
}

/* a - b where that is not below zero; b may be. */
static struct count minus(uint64_t a, struct count b)
{
    uint64_t value = !b.known ? VMM_UNKNOWN : b.negative ? ref_add(a, b.distance) : ref_subtract(a, b.distance);
    struct count count = {ref_known(value), false, value};

    return count;
}

/*
 * Whether doubles, in which coreutils divides what does not fit into integers, have lost too much to say what is right.
 */
static bool is_lost(struct count used, struct count available)
{
    long double whole = real(used) + real(available);
    long double both = (long double)used.distance + (long double)available.distance;

    return both >= 9007199254740992 && (whole < 0 ? -whole : whole) < both / 100;
}

/* Rounded up. Where coreutils has doubles that is not sure, and `about` receives what it is before; else -1. */
static uint64_t use_percent(struct count used, struct count available, long double *about)
{
    long double whole = real(used) + real(available), percent;
    uint64_t sum;
    bool fits;

    *about = -1;
    if (!used.known || !available.known || !(whole < 0 || whole > 0))
        return VMM_UNKNOWN;
    /* -1 and -2 mean unknown to coreutils. */
    if (used.negative && used.distance <= 2)
        return VMM_UNKNOWN;
    /* In integers where all of it fits. */
    sum = available.negative ? used.distance - available.distance : used.distance + available.distance;
    fits = available.negative ? sum < used.distance : sum >= used.distance;
    if (!used.negative && used.distance <= UINT64_MAX / 100 && fits && sum != 0)
        return used.distance * 100 / sum + (used.distance * 100 % sum != 0);
    percent = real(used) * 100 / whole;
    if (is_lost(used, available) || ref_near(-percent, 1))
        return USAGE_UNSURE_NUMBER;
    if (percent <= -1)
        return VMM_UNKNOWN;
    *about = percent > 0 ? percent : 0;
    return USAGE_UNSURE_NUMBER;
}

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_filesystem *in = call->after;
    struct vmm_filesystem_usage *out = result;
    uint64_t unit = in->f_frsize_bytes == 0 ? in->f_bsize_bytes : in->f_frsize_bytes;
    struct count blocks = difference(in->f_blocks, 0), used = difference(in->f_blocks, in->f_bfree);
    struct count available = of_signed(in->f_bavail), inodes_used = difference(in->f_files, in->f_ffree);
    long double about;

    if (!blocks.known && !ref_known(in->f_bfree) && !available.known && !ref_known(in->f_files) &&
        !ref_known(in->f_ffree))
        return VMM_E_EMPTY;
    out->total_bytes = multiply(blocks, false, unit);
    out->used_bytes = multiply(used, false, unit);
    out->used_below_zero_bytes = multiply(used, true, unit);
    out->available_bytes = multiply(available, false, unit);
    out->available_below_zero_bytes = multiply(available, true, unit);
    out->reserved_bytes = multiply(minus(in->f_bfree, available), false, unit);
    out->used_e2b_bytes = multiply(minus(in->f_blocks, available), false, unit);
    out->inodes_total = ref_gauge(in->f_files);
    if (inodes_used.known && !inodes_used.negative)
        out->inodes_used = inodes_used.distance;
    out->inodes_free = ref_gauge(in->f_ffree);
    out->inodes_use_percent = use_percent(inodes_used, difference(in->f_ffree, 0), &about);
    out->use_percent = use_percent(used, available, &about);
    if (is_lost(used, available))
        usage_unsure(&out->use_ratio);
    else if (out->use_percent != VMM_UNKNOWN && !used.negative && real(used) + real(available) > 0)
        out->use_ratio = (double)(real(used) / (real(used) + real(available)));
    return VMM_OK;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    return vmm_filesystem_usage_of(call->after, out, out_size);
}

/* Whether a percentage that doubles give is rounded up from what it is. */
static bool is_rounded_up(uint64_t percent, struct count used, struct count available)
{
    long double about, off;

    if (use_percent(used, available, &about) != USAGE_UNSURE_NUMBER || about < 0)
        return true;
    off = (long double)percent - about;
    return off >= -about * 1e-12L && off <= 1 + about * 1e-12L;
}

/* Of two numbers for one that may lie below zero, one is 0. */
static bool is_one_sided(uint64_t above, uint64_t below)
{
    return above == VMM_UNKNOWN || above == 0 || below == 0;
}

static bool is_sound(const struct usage_call *call, const void *out)
{
    const struct vmm_filesystem *in = call->after;
    const struct vmm_filesystem_usage *usage = out;
    /* Shares are of one, and percent of a hundred, where nothing lies below zero; as doubles round up, of one more. */
    bool is_whole = of_signed(in->f_bavail).negative || !ref_known_double(usage->use_ratio) ||
                    (usage->use_ratio <= 1 && usage->use_percent <= (in->f_blocks < (uint64_t)1 << 53 ? 100U : 101U));

    return is_whole && is_one_sided(usage->used_bytes, usage->used_below_zero_bytes) &&
           is_one_sided(usage->available_bytes, usage->available_below_zero_bytes) &&
           is_rounded_up(usage->use_percent, difference(in->f_blocks, in->f_bfree), of_signed(in->f_bavail)) &&
           is_rounded_up(usage->inodes_use_percent, difference(in->f_files, in->f_ffree), difference(in->f_ffree, 0));
}

const struct usage usage_filesystem_usage = {
    .name = "filesystem_usage",
    .record_id = VMM_RECORD_FILESYSTEM_USAGE,
    .bytes = sizeof(struct vmm_filesystem_usage),
    .after = {VMM_RECORD_FILESYSTEM, sizeof(struct vmm_filesystem),
              "f_bsize_bytes f_frsize_bytes f_blocks f_bfree f_bavail f_files f_ffree"},
    .function = function,
    .reference = reference,
    .is_sound = is_sound,
};
