/* SPDX-License-Identifier: MIT */
/* What a process did between two samples. */
#include "arithmetic.h"
#include "vmmetrics/process.h"

#define AT(member) offsetof(struct vmm_process, member)
#define GREW(member) VMM_GREW(process, member)
#define RATE(member) vmm_per_second(GREW(member), elapsed_ns)

/* Seconds of CPU time; below zero if unknown. */
static double cpu_seconds(uint64_t growth, uint64_t units_per_second)
{
    return growth != VMM_UNKNOWN && units_per_second != 0 ? (double)growth / (double)units_per_second : -1;
}

static double cores_of_seconds(double seconds, int64_t elapsed_ns)
{
    return seconds >= 0 ? seconds * 1e9 / (double)elapsed_ns : vmm_unknown_double();
}

static vmm_status process_usage(const struct vmm_process *before, const struct vmm_process *after, int64_t elapsed_ns,
                                uint64_t ticks_per_second, struct vmm_process_usage *usage)
{
    vmm_status status = VMM_E_EMPTY;
    uint64_t user_ticks = GREW(utime_ticks), system_ticks = GREW(stime_ticks), guest_ticks = GREW(guest_time_ticks);
    uint64_t used_ticks = vmm_add(user_ticks, system_ticks);
    double user = cpu_seconds(user_ticks, ticks_per_second);
    double system = cpu_seconds(system_ticks, ticks_per_second);
    double guest = cpu_seconds(guest_ticks, ticks_per_second);
    /* The kernel scales user time, but not the guest's, so that the guest's may be a little more than all. */
    double outside = cpu_seconds(vmm_subtract(used_ticks, vmm_smaller(guest_ticks, used_ticks)), ticks_per_second);

    /* Without a tick rate, only a fall of the ticks matters. */
    if (status == VMM_OK && ticks_per_second == 0)
        status = VMM_E_EMPTY;
    usage->pid = vmm_input(after, AT(pid));
    usage->starttime_ticks = vmm_input(after, AT(starttime_ticks));
    usage->cores_used = cores_of_seconds(user >= 0 && system >= 0 ? user + system : -1, elapsed_ns);
    usage->user_cores = cores_of_seconds(user, elapsed_ns);
    usage->system_cores = cores_of_seconds(system, elapsed_ns);
    usage->guest_cores = cores_of_seconds(guest, elapsed_ns);
    if (guest >= 0)
        usage->outside_guest_cores = cores_of_seconds(outside, elapsed_ns);
    usage->minflt_per_second = RATE(minflt);
    usage->majflt_per_second = RATE(majflt);
    usage->rchar_bytes_per_second = RATE(rchar_bytes);
    usage->wchar_bytes_per_second = RATE(wchar_bytes);
    usage->syscr_per_second = RATE(syscr);
    usage->syscw_per_second = RATE(syscw);
    usage->read_bytes_per_second = RATE(read_bytes);
    usage->write_bytes_per_second = RATE(write_bytes);
    usage->cancelled_write_bytes_per_second = RATE(cancelled_write_bytes);
    usage->run_delay_cores = cores_of_seconds(cpu_seconds(GREW(run_delay_ns), 1000000000), elapsed_ns);
    usage->voluntary_ctxt_switches_per_second = RATE(voluntary_ctxt_switches);
    usage->nonvoluntary_ctxt_switches_per_second = RATE(nonvoluntary_ctxt_switches);
    return status;
}

vmm_status vmm_process_usage_between(const struct vmm_process *before, const struct vmm_process *after,
                                     const struct vmm_interval *interval, struct vmm_process_usage *out,
                                     size_t out_size)
{
    struct vmm_process_usage usage;
    vmm_status status;

    if (interval == NULL)
        return vmm_give(VMM_E_ARGUMENT, VMM_RECORD_PROCESS_USAGE, NULL, out, out_size);
    status =
        vmm_begin_between(before, after, interval->elapsed_ns, VMM_RECORD_PROCESS, &usage, VMM_RECORD_PROCESS_USAGE);
    if (status == VMM_OK)
        status = process_usage(before, after, interval->elapsed_ns, interval->ticks_per_second, &usage);
    return vmm_give(status, VMM_RECORD_PROCESS_USAGE, &usage, out, out_size);
}

#undef AT
#undef GREW
#undef RATE
