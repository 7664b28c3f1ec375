/* The files of /proc/PID and /proc/PID/task/TID. */
#include "vmmetrics/process.h"

#include "../record/engine.h"
#include "process_stat.h"

#define RECORD struct vmm_process
/* In the order of the line. */
#define STAT(MEMBER)                                                                                                   \
    MEMBER(pid, COUNT, IDENTITY)                                                                                       \
    MEMBER(comm, NAME, IDENTITY)                                                                                       \
    MEMBER(vcpu, COUNT, IDENTITY)                                                                                      \
    MEMBER(state, PROCESS_STATE, GAUGE)                                                                                \
    MEMBER(ppid, COUNT, IDENTITY)                                                                                      \
    MEMBER(pgrp, COUNT, IDENTITY)                                                                                      \
    MEMBER(session, COUNT, IDENTITY)                                                                                   \
    MEMBER(tty_nr, COUNT, IDENTITY)                                                                                    \
    MEMBER(tpgid, COUNT, IDENTITY)                                                                                     \
    MEMBER(flags, COUNT, GAUGE)                                                                                        \
    MEMBER(minflt, COUNT, COUNTER_LONG)                                                                                \
    MEMBER(cminflt, COUNT, COUNTER_LONG)                                                                               \
    MEMBER(majflt, COUNT, COUNTER_LONG)                                                                                \
    MEMBER(cmajflt, COUNT, COUNTER_LONG)                                                                               \
    MEMBER(utime_ticks, TICKS, COUNTER)                                                                                \
    MEMBER(stime_ticks, TICKS, COUNTER)                                                                                \
    MEMBER(cutime_ticks, TICKS, COUNTER)                                                                               \
    MEMBER(cstime_ticks, TICKS, COUNTER)                                                                               \
    MEMBER(priority, SIGNED, GAUGE)                                                                                    \
    MEMBER(nice, SIGNED, GAUGE)                                                                                        \
    MEMBER(num_threads, COUNT, GAUGE)                                                                                  \
    MEMBER(itrealvalue, COUNT, GAUGE)                                                                                  \
    MEMBER(starttime_ticks, TICKS, IDENTITY)                                                                           \
    MEMBER(vsize_bytes, BYTES, GAUGE)                                                                                  \
    MEMBER(rss_pages, PAGES, GAUGE)                                                                                    \
    MEMBER(rsslim_bytes, BYTES_LIMIT, LIMIT)                                                                           \
    MEMBER(startcode, COUNT, GAUGE)                                                                                    \
    MEMBER(endcode, COUNT, GAUGE)                                                                                      \
    MEMBER(startstack, COUNT, GAUGE)                                                                                   \
    MEMBER(kstkesp, COUNT, GAUGE)                                                                                      \
    MEMBER(kstkeip, COUNT, GAUGE)                                                                                      \
    MEMBER(signal, COUNT, GAUGE)                                                                                       \
    MEMBER(blocked, COUNT, GAUGE)                                                                                      \
    MEMBER(sigignore, COUNT, GAUGE)                                                                                    \
    MEMBER(sigcatch, COUNT, GAUGE)                                                                                     \
    MEMBER(wchan, COUNT, GAUGE)                                                                                        \
    MEMBER(nswap, COUNT, GAUGE)                                                                                        \
    MEMBER(cnswap, COUNT, GAUGE)                                                                                       \
    MEMBER(exit_signal, SIGNED, GAUGE)                                                                                 \
    MEMBER(processor, COUNT, GAUGE)                                                                                    \
    MEMBER(rt_priority, COUNT, GAUGE)                                                                                  \
    MEMBER(policy, COUNT, GAUGE)                                                                                       \
    MEMBER(delayacct_blkio_ticks, TICKS, COUNTER)                                                                      \
    MEMBER(guest_time_ticks, TICKS, COUNTER)                                                                           \
    MEMBER(cguest_time_ticks, TICKS, COUNTER)                                                                          \
    MEMBER(start_data, COUNT, GAUGE)                                                                                   \
    MEMBER(end_data, COUNT, GAUGE)                                                                                     \
    MEMBER(start_brk, COUNT, GAUGE)                                                                                    \
    MEMBER(arg_start, COUNT, GAUGE)                                                                                    \
    MEMBER(arg_end, COUNT, GAUGE)                                                                                      \
    MEMBER(env_start, COUNT, GAUGE)                                                                                    \
    MEMBER(env_end, COUNT, GAUGE)                                                                                      \
    MEMBER(exit_code, COUNT, GAUGE)
/* ALSO is for members that stat feeds as well, ALL for a key of several values. */
#define STATUS(KEY, ALSO, ALL)                                                                                         \
    ALSO(state, PROCESS_STATE, GAUGE, "State:")                                                                        \
    KEY(tgid, COUNT, IDENTITY, "Tgid:")                                                                                \
    ALSO(pid, COUNT, IDENTITY, "Pid:")                                                                                 \
    ALSO(ppid, COUNT, IDENTITY, "PPid:")                                                                               \
    ALL(uid_real, uid_fs, COUNT, "Uid:")                                                                               \
    KEY(fd_size, COUNT, GAUGE, "FDSize:")                                                                              \
    KEY(kthread, COUNT, GAUGE, "Kthread:")                                                                             \
    KEY(vm_peak_bytes, KB, GAUGE, "VmPeak:")                                                                           \
    KEY(vm_size_bytes, KB, GAUGE, "VmSize:")                                                                           \
    KEY(vm_lck_bytes, KB, GAUGE, "VmLck:")                                                                             \
    KEY(vm_pin_bytes, KB, GAUGE, "VmPin:")                                                                             \
    KEY(vm_hwm_bytes, KB, GAUGE, "VmHWM:")                                                                             \
    KEY(vm_rss_bytes, KB, GAUGE, "VmRSS:")                                                                             \
    KEY(rss_anon_bytes, KB, GAUGE, "RssAnon:")                                                                         \
    KEY(rss_file_bytes, KB, GAUGE, "RssFile:")                                                                         \
    KEY(rss_shmem_bytes, KB, GAUGE, "RssShmem:")                                                                       \
    KEY(vm_data_bytes, KB, GAUGE, "VmData:")                                                                           \
    KEY(vm_stk_bytes, KB, GAUGE, "VmStk:")                                                                             \
    KEY(vm_exe_bytes, KB, GAUGE, "VmExe:")                                                                             \
    KEY(vm_lib_bytes, KB, GAUGE, "VmLib:")                                                                             \
    KEY(vm_pte_bytes, KB, GAUGE, "VmPTE:")                                                                             \
    KEY(vm_swap_bytes, KB, GAUGE, "VmSwap:")                                                                           \
    KEY(hugetlb_pages_bytes, KB, GAUGE, "HugetlbPages:")                                                               \
    KEY(core_dumping, COUNT, GAUGE, "CoreDumping:")                                                                    \
    KEY(thp_enabled, COUNT, GAUGE, "THP_enabled:")                                                                     \
    ALSO(num_threads, COUNT, GAUGE, "Threads:")                                                                        \
    KEY(cpus_allowed, LIST, GAUGE, "Cpus_allowed_list:")                                                               \
    KEY(mems_allowed, LIST, GAUGE, "Mems_allowed_list:")                                                               \
    KEY(voluntary_ctxt_switches, COUNT, COUNTER_LONG, "voluntary_ctxt_switches:")                                      \
    KEY(nonvoluntary_ctxt_switches, COUNT, COUNTER_LONG, "nonvoluntary_ctxt_switches:")                                \
    KEY(vm_pmd_bytes, KB, GAUGE, "VmPMD:")
#define UIDS(MEMBER)                                                                                                   \
    MEMBER(uid_real, COUNT, IDENTITY)                                                                                  \
    MEMBER(uid_effective, COUNT, IDENTITY)                                                                             \
    MEMBER(uid_saved, COUNT, IDENTITY)                                                                                 \
    MEMBER(uid_fs, COUNT, IDENTITY)
#define STATM(MEMBER)                                                                                                  \
    MEMBER(statm_size_pages, PAGES, GAUGE)                                                                             \
    MEMBER(statm_resident_pages, PAGES, GAUGE)                                                                         \
    MEMBER(statm_shared_pages, PAGES, GAUGE)                                                                           \
    MEMBER(statm_text_pages, PAGES, GAUGE)                                                                             \
    MEMBER(statm_lib_pages, PAGES, GAUGE)                                                                              \
    MEMBER(statm_data_pages, PAGES, GAUGE)                                                                             \
    MEMBER(statm_dt_pages, PAGES, GAUGE)
#define IO(KEY)                                                                                                        \
    KEY(rchar_bytes, BYTES, COUNTER, "rchar:")                                                                         \
    KEY(wchar_bytes, BYTES, COUNTER, "wchar:")                                                                         \
    KEY(syscr, COUNT, COUNTER, "syscr:")                                                                               \
    KEY(syscw, COUNT, COUNTER, "syscw:")                                                                               \
    KEY(read_bytes, BYTES, COUNTER, "read_bytes:")                                                                     \
    KEY(write_bytes, BYTES, COUNTER, "write_bytes:")                                                                   \
    KEY(cancelled_write_bytes, BYTES, COUNTER, "cancelled_write_bytes:")
#define SCHEDSTAT(MEMBER)                                                                                              \
    MEMBER(run_time_ns, NS, COUNTER)                                                                                   \
    MEMBER(run_delay_ns, NS, COUNTER)                                                                                  \
    MEMBER(timeslices, COUNT, COUNTER_LONG)
#define SMAPS_ROLLUP(KEY)                                                                                              \
    KEY(smaps_rss_bytes, KB, GAUGE, "Rss:")                                                                            \
    KEY(smaps_pss_bytes, KB, GAUGE, "Pss:")                                                                            \
    KEY(smaps_pss_dirty_bytes, KB, GAUGE, "Pss_Dirty:")                                                                \
    KEY(smaps_pss_anon_bytes, KB, GAUGE, "Pss_Anon:")                                                                  \
    KEY(smaps_pss_file_bytes, KB, GAUGE, "Pss_File:")                                                                  \
    KEY(smaps_pss_shmem_bytes, KB, GAUGE, "Pss_Shmem:")                                                                \
    KEY(smaps_shared_clean_bytes, KB, GAUGE, "Shared_Clean:")                                                          \
    KEY(smaps_shared_dirty_bytes, KB, GAUGE, "Shared_Dirty:")                                                          \
    KEY(smaps_private_clean_bytes, KB, GAUGE, "Private_Clean:")                                                        \
    KEY(smaps_private_dirty_bytes, KB, GAUGE, "Private_Dirty:")                                                        \
    KEY(smaps_referenced_bytes, KB, GAUGE, "Referenced:")                                                              \
    KEY(smaps_anonymous_bytes, KB, GAUGE, "Anonymous:")                                                                \
    KEY(smaps_ksm_bytes, KB, GAUGE, "KSM:")                                                                            \
    KEY(smaps_lazy_free_bytes, KB, GAUGE, "LazyFree:")                                                                 \
    KEY(smaps_anon_huge_pages_bytes, KB, GAUGE, "AnonHugePages:")                                                      \
    KEY(smaps_shmem_pmd_mapped_bytes, KB, GAUGE, "ShmemPmdMapped:")                                                    \
    KEY(smaps_file_pmd_mapped_bytes, KB, GAUGE, "FilePmdMapped:")                                                      \
    KEY(smaps_shared_hugetlb_bytes, KB, GAUGE, "Shared_Hugetlb:")                                                      \
    KEY(smaps_private_hugetlb_bytes, KB, GAUGE, "Private_Hugetlb:")                                                    \
    KEY(smaps_swap_bytes, KB, GAUGE, "Swap:")                                                                          \
    KEY(smaps_swap_pss_bytes, KB, GAUGE, "SwapPss:")                                                                   \
    KEY(smaps_locked_bytes, KB, GAUGE, "Locked:")

static const struct vmm_key status_rows[] = {STATUS(VMM_KEY, VMM_KEY, VMM_KEY_LIST)};
static const struct vmm_key io_rows[] = {IO(VMM_KEY)};
static const struct vmm_key smaps_rollup_rows[] = {SMAPS_ROLLUP(VMM_KEY)};
static const struct vmm_keys status_keys = VMM_TABLE(status_rows);
static const struct vmm_keys io_keys = VMM_TABLE(io_rows);
static const struct vmm_keys smaps_rollup_keys = VMM_TABLE(smaps_rollup_rows);

vmm_status vmm_process_read(uint32_t file_id, struct vmm_text *text, struct vmm_process *out, size_t out_size)
{
    size_t size = out_size < sizeof *out ? out_size : sizeof *out;

    if (!vmm_is_usable(text) || out == NULL || out_size < sizeof(uint64_t) || file_id == 0 ||
        file_id > VMM_PROCESS_FILE_SMAPS_ROLLUP)
        return VMM_E_ARGUMENT;
    out->size = size;
    switch (file_id) {
    case VMM_PROCESS_FILE_STATUS:
        return vmm_read_keys(text, &status_keys, out, size);
    case VMM_PROCESS_FILE_IO:
        return vmm_read_keys(text, &io_keys, out, size);
    case VMM_PROCESS_FILE_SMAPS_ROLLUP:
        return vmm_read_keys(text, &smaps_rollup_keys, out, size);
    default:
        return vmm_read_process_line(file_id, text, out, size);
    }
}
