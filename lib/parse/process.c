/* SPDX-License-Identifier: MIT */
/* The files of /proc/PID and /proc/PID/task/TID. */
#include "vmmetrics/process.h"

#include "../record/tables.h"
#include "directories.h"
#include "process_stat.h"

#define RECORD struct vmm_process

static const struct vmm_key process_status_rows[] = {
    ROW("State:", state, LETTER),
    ROW("Tgid:", tgid, NUMBER),
    ROW("Ngid:", ngid, NUMBER),
    ROW("Pid:", pid, NUMBER),
    ROW("PPid:", ppid, NUMBER),
    ROW("TracerPid:", tracer_pid, NUMBER),
    ROWS("Uid:", uid_real, uid_fs, NUMBER),
    ROWS("Gid:", gid_real, gid_fs, NUMBER),
    ROW("FDSize:", fd_size, NUMBER),
    ROW("NStgid:", ns_tgid, LAST),
    ROW("NSpid:", ns_pid, LAST),
    ROW("NSpgid:", ns_pgid, LAST),
    ROW("NSsid:", ns_sid, LAST),
    ROW("Kthread:", kthread, NUMBER),
    ROW("VmPeak:", vm_peak_bytes, KB),
    ROW("VmSize:", vm_size_bytes, KB),
    ROW("VmLck:", vm_lck_bytes, KB),
    ROW("VmPin:", vm_pin_bytes, KB),
    ROW("VmHWM:", vm_hwm_bytes, KB),
    ROW("VmRSS:", vm_rss_bytes, KB),
    ROW("RssAnon:", rss_anon_bytes, KB),
    ROW("RssFile:", rss_file_bytes, KB),
    ROW("RssShmem:", rss_shmem_bytes, KB),
    ROW("VmData:", vm_data_bytes, KB),
    ROW("VmStk:", vm_stk_bytes, KB),
    ROW("VmExe:", vm_exe_bytes, KB),
    ROW("VmLib:", vm_lib_bytes, KB),
    ROW("VmPTE:", vm_pte_bytes, KB),
    ROW("VmSwap:", vm_swap_bytes, KB),
    ROW("HugetlbPages:", hugetlb_pages_bytes, KB),
    ROW("CoreDumping:", core_dumping, NUMBER),
    ROW("THP_enabled:", thp_enabled, NUMBER),
    ROW("Threads:", num_threads, NUMBER),
    ROW("NoNewPrivs:", no_new_privs, NUMBER),
    ROW("Seccomp:", seccomp, NUMBER),
    ROW("Seccomp_filters:", seccomp_filters, NUMBER),
    ROW("Cpus_allowed_list:", cpus_allowed, LIST),
    ROW("Mems_allowed_list:", mems_allowed, LIST),
    ROW("voluntary_ctxt_switches:", voluntary_ctxt_switches, NUMBER),
    ROW("nonvoluntary_ctxt_switches:", nonvoluntary_ctxt_switches, NUMBER),
    ROW("VmPMD:", vm_pmd_bytes, KB),
};
/* The beginnings of lines without a member, in the order of the kernel. */
static const struct vmm_key process_status_passed_over_rows[] = {
    PASS("Name:"),
    PASS("Umask:"),
    PASS("Groups:"),
    PASS("untag_mask:"),
    PASS("SigQ:"),
    PASS("SigPnd:"),
    PASS("ShdPnd:"),
    PASS("SigBlk:"),
    PASS("SigIgn:"),
    PASS("SigCgt:"),
    PASS("CapInh:"),
    PASS("CapPrm:"),
    PASS("CapEff:"),
    PASS("CapBnd:"),
    PASS("CapAmb:"),
    PASS("Speculation_Store_Bypass:"),
    PASS("SpeculationIndirectBranch:"),
    PASS("Cpus_allowed:"),
    PASS("Mems_allowed:"),
};
static const struct vmm_key process_io_rows[] = {
    ROW("rchar:", rchar_bytes, NUMBER),
    ROW("wchar:", wchar_bytes, NUMBER),
    ROW("syscr:", syscr, NUMBER),
    ROW("syscw:", syscw, NUMBER),
    ROW("read_bytes:", read_bytes, NUMBER),
    ROW("write_bytes:", write_bytes, NUMBER),
    ROW("cancelled_write_bytes:", cancelled_write_bytes, NUMBER),
};
static const struct vmm_key process_smaps_rollup_rows[] = {
    ROW("Rss:", smaps_rss_bytes, KB),
    ROW("Pss:", smaps_pss_bytes, KB),
    ROW("Pss_Dirty:", smaps_pss_dirty_bytes, KB),
    ROW("Pss_Anon:", smaps_pss_anon_bytes, KB),
    ROW("Pss_File:", smaps_pss_file_bytes, KB),
    ROW("Pss_Shmem:", smaps_pss_shmem_bytes, KB),
    ROW("Shared_Clean:", smaps_shared_clean_bytes, KB),
    ROW("Shared_Dirty:", smaps_shared_dirty_bytes, KB),
    ROW("Private_Clean:", smaps_private_clean_bytes, KB),
    ROW("Private_Dirty:", smaps_private_dirty_bytes, KB),
    ROW("Referenced:", smaps_referenced_bytes, KB),
    ROW("Anonymous:", smaps_anonymous_bytes, KB),
    ROW("KSM:", smaps_ksm_bytes, KB),
    ROW("LazyFree:", smaps_lazy_free_bytes, KB),
    ROW("AnonHugePages:", smaps_anon_huge_pages_bytes, KB),
    ROW("ShmemPmdMapped:", smaps_shmem_pmd_mapped_bytes, KB),
    ROW("FilePmdMapped:", smaps_file_pmd_mapped_bytes, KB),
    ROW("Shared_Hugetlb:", smaps_shared_hugetlb_bytes, KB),
    ROW("Private_Hugetlb:", smaps_private_hugetlb_bytes, KB),
    ROW("Swap:", smaps_swap_bytes, KB),
    ROW("SwapPss:", smaps_swap_pss_bytes, KB),
    ROW("Locked:", smaps_locked_bytes, KB),
};
static const struct vmm_keys process_status_passed_over = TABLE_OF_KEYS(process_status_passed_over_rows);
static const struct vmm_keys process_status_keys =
    TABLE_OF_KEYS_PASSING(process_status_rows, process_status_passed_over);
static const struct vmm_keys process_io_keys = TABLE_OF_KEYS(process_io_rows);
static const struct vmm_keys process_smaps_rollup_keys = TABLE_OF_KEYS(process_smaps_rollup_rows);

static const struct vmm_column process_statm_columns[] = {
    COLUMNS(statm_size_pages, statm_dt_pages, NUMBER),
};
static const struct vmm_column process_schedstat_columns[] = {
    COLUMNS(run_time_ns, timeslices, NUMBER),
};
static const struct vmm_line process_statm_line = TABLE_OF_FILE(process_statm_columns, 1);
static const struct vmm_line process_schedstat_line = TABLE_OF_FILE(process_schedstat_columns, 1);

/* Reads status. Its state is a letter. If status has no state, the state from another file stays. */
vmm_status vmm_read_process_status(struct vmm_text *text, void *record, size_t size)
{
    RECORD *out = (RECORD *)record;
    bool has_state = offsetof(RECORD, state) + sizeof(uint64_t) <= size;
    uint64_t state = has_state ? out->state : VMM_UNKNOWN;
    vmm_status status;

    vmm_forget(out, size, offsetof(RECORD, state), 1);
    status = vmm_read_keys(text, &process_status_keys, out, size);
    if (status == VMM_OK && has_state)
        out->state = out->state == VMM_UNKNOWN ? state : vmm_process_state_of(out->state);
    return status;
}

/* The files in the order of their ids. */
static const struct vmm_source process_sources[] = {
    READER("stat"),
    READER("status"),
    LINE("statm", process_statm_line),
    LINES("io", process_io_keys),
    READER_OF_LINE("schedstat", process_schedstat_line),
    LINES("smaps_rollup", process_smaps_rollup_keys),
};
const struct vmm_directory vmm_process_directory = TABLE(process_sources);

/*
 * Reads schedstat. `0 0 0` is no measurement: a kernel without CONFIG_SCHED_INFO, or with its accounting switched off,
 * prints it for every thread. A thread that has never run has the same line, since the kernel counts a wait when the
 * thread runs. The text does not tell the two apart, so the numbers are unknown.
 */
vmm_status vmm_read_process_schedstat(struct vmm_text *text, void *out, size_t size)
{
    vmm_status status = vmm_read_file(text, &process_sources[VMM_FILE_PROCESS_SCHEDSTAT % 1000 - 1], out, size);

    if (vmm_stored(out, size, offsetof(RECORD, run_time_ns)) == 0 &&
        vmm_stored(out, size, offsetof(RECORD, run_delay_ns)) == 0 &&
        vmm_stored(out, size, offsetof(RECORD, timeslices)) == 0)
        vmm_forget_line(&process_schedstat_line, out, size);
    return status;
}

#undef RECORD
