/* SPDX-License-Identifier: MIT */
/* What a process did. */
#include "usage.h"

/* CPUs from ticks: unknown where their rate is. */
static void set_cores(double *member, uint64_t growth, uint64_t ticks_per_second, int64_t elapsed_ns)
{
    if (ref_known(growth) && ticks_per_second != 0)
        *member = (double)((long double)growth / (long double)ticks_per_second * 1e9L / (long double)elapsed_ns);
}

#define GREW(counters, member) ref_growth(&(counters), before->member, after->member)
#define CORES(result, member) set_cores(&out->result, GREW(ticks, member), call->number, call->elapsed_ns)
#define RATE(member) ref_rate(&out->member##_per_second, GREW(others, member), call->elapsed_ns)

static vmm_status reference(const struct usage_call *call, void *result)
{
    const struct vmm_process *before = call->before, *after = call->after;
    struct vmm_process_usage *out = result;
    struct ref_counters ticks = {false, false}, others = {false, false};

    if (ref_differ(before->pid, after->pid) || ref_differ(before->starttime_ticks, after->starttime_ticks))
        return VMM_RESET;
    out->pid = after->pid;
    out->starttime_ticks = after->starttime_ticks;
    CORES(user_cores, utime_ticks);
    CORES(system_cores, stime_ticks);
    CORES(guest_cores, guest_time_ticks);
    if (ref_known_double(out->user_cores) && ref_known_double(out->system_cores))
        out->cores_used = out->user_cores + out->system_cores;
    if (ref_known_double(out->cores_used) && ref_known_double(out->guest_cores) &&
        ref_known(ref_add(after->utime_ticks - before->utime_ticks, after->stime_ticks - before->stime_ticks))) {
        long double used = (long double)(after->utime_ticks - before->utime_ticks) +
                           (long double)(after->stime_ticks - before->stime_ticks);
        long double guest = (long double)(after->guest_time_ticks - before->guest_time_ticks);

        out->outside_guest_cores =
            (double)(used > guest ? (used - guest) * 1e9L / (long double)call->number / (long double)call->elapsed_ns
                                  : 0);
    }
    set_cores(&out->run_delay_cores, GREW(others, run_delay_ns), 1000000000, call->elapsed_ns);
    RATE(minflt);
    RATE(majflt);
    RATE(rchar_bytes);
    RATE(wchar_bytes);
    RATE(syscr);
    RATE(syscw);
    RATE(read_bytes);
    RATE(write_bytes);
    RATE(cancelled_write_bytes);
    RATE(voluntary_ctxt_switches);
    RATE(nonvoluntary_ctxt_switches);
    if (ticks.fell || others.fell)
        return VMM_RESET;
    return (ticks.any && call->number != 0) || others.any ? VMM_OK : VMM_E_EMPTY;
}

static vmm_status function(const struct usage_call *call, void *out, size_t out_size)
{
    const struct vmm_interval interval = {call->elapsed_ns, call->number};

    return vmm_process_usage_between(call->before, call->after, &interval, out, out_size);
}

const struct usage usage_process_usage = {
    .name = "process_usage",
    .record_id = VMM_RECORD_PROCESS_USAGE,
    .bytes = sizeof(struct vmm_process_usage),
    .after = {VMM_RECORD_PROCESS, sizeof(struct vmm_process),
              "=pid =starttime_ticks +utime_ticks +stime_ticks +guest_time_ticks +run_delay_ns +minflt +majflt "
              "+rchar_bytes +wchar_bytes +syscr +syscw +read_bytes +write_bytes +cancelled_write_bytes "
              "+voluntary_ctxt_switches +nonvoluntary_ctxt_switches"},
    .is_between = true,
    .is_timed = true,
    .function = function,
    .reference = reference,
};
