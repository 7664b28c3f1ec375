/* What a process did between two records of any content and size, against a reference. */
#include "usage.h"

#define MEMBER(name, falls)                                                                                            \
    {                                                                                                                  \
        offsetof(struct vmm_process, name), 8, falls                                                                   \
    }
static const struct fuzz_member members[] = {
    MEMBER(pid, false),
    MEMBER(starttime_ticks, false),
    MEMBER(utime_ticks, true),
    MEMBER(stime_ticks, true),
    MEMBER(guest_time_ticks, true),
    MEMBER(run_delay_ns, true),
    MEMBER(minflt, true),
    MEMBER(majflt, true),
    MEMBER(rchar_bytes, true),
    MEMBER(wchar_bytes, true),
    MEMBER(syscr, true),
    MEMBER(syscw, true),
    MEMBER(read_bytes, true),
    MEMBER(write_bytes, true),
    MEMBER(cancelled_write_bytes, true),
    MEMBER(voluntary_ctxt_switches, true),
    MEMBER(nonvoluntary_ctxt_switches, true),
};
enum { MEMBERS = sizeof members / sizeof members[0] };

/* CPUs from ticks: unknown where their rate is. */
static void set_cores(double *member, uint64_t growth, uint64_t ticks_per_second, int64_t elapsed_ns)
{
    if (ref_known(growth) && ticks_per_second != 0)
        *member = (double)((long double)growth / (long double)ticks_per_second * 1e9L / (long double)elapsed_ns);
}

static vmm_status reference(const struct fuzz_call *call, void *result)
{
    const struct vmm_process *before = call->before, *after = call->after;
    struct vmm_process_usage *out = result;
    uint64_t user, system, guest, delay, minflt, majflt, rchar, wchar, syscr, syscw, read, write, cancelled, waits,
        taken;
    bool has_ticks;

    if (ref_differ(before->pid, after->pid) || ref_differ(before->starttime_ticks, after->starttime_ticks))
        return VMM_RESET;
    if (!ref_growth(before->utime_ticks, after->utime_ticks, &user) ||
        !ref_growth(before->stime_ticks, after->stime_ticks, &system) ||
        !ref_growth(before->guest_time_ticks, after->guest_time_ticks, &guest) ||
        !ref_growth(before->run_delay_ns, after->run_delay_ns, &delay) ||
        !ref_growth(before->minflt, after->minflt, &minflt) || !ref_growth(before->majflt, after->majflt, &majflt) ||
        !ref_growth(before->rchar_bytes, after->rchar_bytes, &rchar) ||
        !ref_growth(before->wchar_bytes, after->wchar_bytes, &wchar) ||
        !ref_growth(before->syscr, after->syscr, &syscr) || !ref_growth(before->syscw, after->syscw, &syscw) ||
        !ref_growth(before->read_bytes, after->read_bytes, &read) ||
        !ref_growth(before->write_bytes, after->write_bytes, &write) ||
        !ref_growth(before->cancelled_write_bytes, after->cancelled_write_bytes, &cancelled) ||
        !ref_growth(before->voluntary_ctxt_switches, after->voluntary_ctxt_switches, &waits) ||
        !ref_growth(before->nonvoluntary_ctxt_switches, after->nonvoluntary_ctxt_switches, &taken))
        return VMM_RESET;
    has_ticks = call->number != 0 && (ref_known(user) || ref_known(system) || ref_known(guest));
    if (!has_ticks && !ref_known(delay) && !ref_known(minflt) && !ref_known(majflt) && !ref_known(rchar) &&
        !ref_known(wchar) && !ref_known(syscr) && !ref_known(syscw) && !ref_known(read) && !ref_known(write) &&
        !ref_known(cancelled) && !ref_known(waits) && !ref_known(taken))
        return VMM_E_EMPTY;
    out->pid = after->pid;
    out->starttime_ticks = after->starttime_ticks;
    set_cores(&out->user_cores, user, call->number, call->elapsed_ns);
    set_cores(&out->system_cores, system, call->number, call->elapsed_ns);
    set_cores(&out->guest_cores, guest, call->number, call->elapsed_ns);
    if (ref_known_double(out->user_cores) && ref_known_double(out->system_cores))
        out->cores_used = out->user_cores + out->system_cores;
    set_cores(&out->run_delay_cores, delay, 1000000000, call->elapsed_ns);
    ref_rate(&out->minflt_per_second, minflt, call->elapsed_ns);
    ref_rate(&out->majflt_per_second, majflt, call->elapsed_ns);
    ref_rate(&out->rchar_bytes_per_second, rchar, call->elapsed_ns);
    ref_rate(&out->wchar_bytes_per_second, wchar, call->elapsed_ns);
    ref_rate(&out->syscr_per_second, syscr, call->elapsed_ns);
    ref_rate(&out->syscw_per_second, syscw, call->elapsed_ns);
    ref_rate(&out->read_bytes_per_second, read, call->elapsed_ns);
    ref_rate(&out->write_bytes_per_second, write, call->elapsed_ns);
    ref_rate(&out->cancelled_write_bytes_per_second, cancelled, call->elapsed_ns);
    ref_rate(&out->voluntary_ctxt_switches_per_second, waits, call->elapsed_ns);
    ref_rate(&out->nonvoluntary_ctxt_switches_per_second, taken, call->elapsed_ns);
    return VMM_OK;
}

static vmm_status function(const struct fuzz_call *call, void *out, size_t out_size)
{
    return vmm_process_usage_between(call->before, call->after, call->elapsed_ns, call->number, out, out_size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct fuzz_side side = {sizeof(struct vmm_process), members, MEMBERS};
    const struct fuzz_usage usage = {
        VMM_RECORD_PROCESS_USAGE, sizeof(struct vmm_process_usage), side, side, true, true, function, reference, NULL};

    fuzz_usage(&usage, data, size);
    return 0;
}
