/* What a process did between two samples. */
#include "arithmetic.h"
#include "vmmetrics/counter.h"
#include "vmmetrics/process.h"

#define RECORD struct vmm_process_usage

/* The counters that the usage reads. */
enum { USER, SYSTEM, GUEST, RUN_DELAY, RATES };

/* Where a counter is, which member its growth a second is (none before RATES), and how wide it is. */
struct counter {
    uint16_t input;
    uint16_t output;
    uint16_t width;
};

#define AT(member) offsetof(struct vmm_process, member)
#define RATE(member) AT(member), offsetof(RECORD, member##_per_second)
static const struct counter counters[] = {
    [USER] = {AT(utime_ticks), 0, VMM_WIDTH_64},
    [SYSTEM] = {AT(stime_ticks), 0, VMM_WIDTH_64},
    [GUEST] = {AT(guest_time_ticks), 0, VMM_WIDTH_64},
    [RUN_DELAY] = {AT(run_delay_ns), 0, VMM_WIDTH_64},
    [RATES] = {RATE(minflt), VMM_WIDTH_KERNEL_LONG},
    {RATE(majflt), VMM_WIDTH_KERNEL_LONG},
    {RATE(rchar_bytes), VMM_WIDTH_64},
    {RATE(wchar_bytes), VMM_WIDTH_64},
    {RATE(syscr), VMM_WIDTH_64},
    {RATE(syscw), VMM_WIDTH_64},
    {RATE(read_bytes), VMM_WIDTH_64},
    {RATE(write_bytes), VMM_WIDTH_64},
    {RATE(cancelled_write_bytes), VMM_WIDTH_64},
    {RATE(voluntary_ctxt_switches), VMM_WIDTH_KERNEL_LONG},
    {RATE(nonvoluntary_ctxt_switches), VMM_WIDTH_KERNEL_LONG},
};
#define COUNTERS (sizeof counters / sizeof counters[0])

/* Without a tick rate, ticks say nothing, but that they fell. */
static vmm_status growths_between(const struct vmm_process *before, const struct vmm_process *after,
                                  uint64_t ticks_per_second, uint64_t growths[COUNTERS])
{
    vmm_status result = VMM_E_EMPTY;

    for (unsigned i = 0; i < COUNTERS; i++) {
        vmm_status status = vmm_counter_between(vmm_input(before, counters[i].input),
                                                vmm_input(after, counters[i].input), counters[i].width, &growths[i]);

        if (status == VMM_RESET)
            result = VMM_RESET;
        else if (status == VMM_OK && result == VMM_E_EMPTY && (i > GUEST || ticks_per_second != 0))
            result = VMM_OK;
    }
    return result;
}

/* Seconds of CPU time; below zero when they are unknown. */
static double seconds(uint64_t ticks, uint64_t ticks_per_second)
{
    return ticks != VMM_UNKNOWN && ticks_per_second != 0 ? (double)ticks / (double)ticks_per_second : -1;
}

static void store_cores(void *out, size_t size, size_t offset, double used_seconds, int64_t elapsed_ns)
{
    if (used_seconds >= 0)
        vmm_store_double(out, size, offset, used_seconds * 1e9 / (double)elapsed_ns);
}

vmm_status vmm_process_usage_between(const struct vmm_process *before, const struct vmm_process *after,
                                     int64_t elapsed_ns, uint64_t ticks_per_second, struct vmm_process_usage *out,
                                     size_t out_size)
{
    size_t size = vmm_begin(out, out_size, sizeof *out);
    uint64_t growths[COUNTERS];
    double user, system;
    vmm_status status;

    if (size == 0 || after == NULL)
        return VMM_E_ARGUMENT;
    if (before == NULL || before->size == 0)
        return VMM_FIRST;
    if (elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    if (vmm_differ(before, after, AT(pid)) || vmm_differ(before, after, AT(starttime_ticks)))
        return VMM_RESET;
    status = growths_between(before, after, ticks_per_second, growths);
    if (status != VMM_OK)
        return status;

    vmm_store(out, size, offsetof(RECORD, pid), vmm_input(after, AT(pid)));
    vmm_store(out, size, offsetof(RECORD, starttime_ticks), vmm_input(after, AT(starttime_ticks)));
    user = seconds(growths[USER], ticks_per_second);
    system = seconds(growths[SYSTEM], ticks_per_second);
    if (user >= 0 && system >= 0)
        store_cores(out, size, offsetof(RECORD, cores_used), user + system, elapsed_ns);
    store_cores(out, size, offsetof(RECORD, user_cores), user, elapsed_ns);
    store_cores(out, size, offsetof(RECORD, system_cores), system, elapsed_ns);
    store_cores(out, size, offsetof(RECORD, guest_cores), seconds(growths[GUEST], ticks_per_second), elapsed_ns);
    store_cores(out, size, offsetof(RECORD, run_delay_cores), seconds(growths[RUN_DELAY], 1000000000), elapsed_ns);
    for (unsigned i = RATES; i < COUNTERS; i++)
        vmm_store_rate(out, size, counters[i].output, growths[i], elapsed_ns);
    return VMM_OK;
}
