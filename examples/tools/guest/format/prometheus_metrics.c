/*
 * node_exporter's names and units. In the order of its collectors: cpu, diskstats, filesystem, loadavg, meminfo, netdev,
 * pressure, processes, stat, tcpstat, time, vmstat; processes and tcpstat are off there unless asked for.
 */
#include "../../common/format/format.h"
#include "facts.h"

#define MACHINE(member) METRIC_AT(OF_MACHINE, machine_facts, member)
#define CPU(member) METRIC_AT(OF_CPU, cpu_facts, member)
#define DISK(member) METRIC_AT(OF_DISK, disk_facts, row.member)
#define FILESYSTEM(member) METRIC_AT(OF_FILESYSTEM, filesystem_facts, member)
#define NET(member) METRIC_AT(OF_NET, net_facts, row.member)

#define CPU_TIME(mode, member)                                                                                         \
    {                                                                                                                  \
        "node_cpu_seconds_total", "Seconds the CPUs spent in each mode; guests are in user and nice.", COUNTER,        \
            CPU(row.member), .scale = TICKS, .labels = {                                                               \
                {"mode", mode}                                                                                         \
            }                                                                                                          \
    }
#define GUEST_TIME(mode, member)                                                                                       \
    {                                                                                                                  \
        "node_cpu_guest_seconds_total", "Seconds the CPUs spent in guests.", COUNTER, CPU(row.member),                 \
            .scale = TICKS, .labels = {                                                                                \
                {"mode", mode}                                                                                         \
            }                                                                                                          \
    }
/* The kernel's own keys. */
#define MEMORY(name, member)                                                                                           \
    {                                                                                                                  \
        "node_memory_" name, "Memory information field " name ".", GAUGE, MACHINE(meminfo.member)                      \
    }
#define PROCESSES(letter, state)                                                                                       \
    {                                                                                                                  \
        "node_processes_state", "Number of processes in each state.", GAUGE,                                           \
            MACHINE(processes[VMM_PROCESS_STATE_##state]), .labels = {                                                 \
                {"state", letter}                                                                                      \
            }                                                                                                          \
    }
#define TCP(word, name)                                                                                                \
    {                                                                                                                  \
        "node_tcp_connection_states", "Number of connection states.", GAUGE, MACHINE(tcp[VMM_SOCKET_STATE_##name]),    \
            .labels = {                                                                                                \
                {"state", word}                                                                                        \
            }                                                                                                          \
    }

static const struct metric rows[] = {
    CPU_TIME("user", user_ticks),
    CPU_TIME("nice", nice_ticks),
    CPU_TIME("system", system_ticks),
    CPU_TIME("idle", idle_ticks),
    CPU_TIME("iowait", iowait_ticks),
    CPU_TIME("irq", irq_ticks),
    CPU_TIME("softirq", softirq_ticks),
    CPU_TIME("steal", steal_ticks),
    GUEST_TIME("user", guest_ticks),
    GUEST_TIME("nice", guest_nice_ticks),

    {"node_disk_reads_completed_total", "Reads completed.", COUNTER, DISK(reads)},
    {"node_disk_reads_merged_total", "Reads merged.", COUNTER, DISK(reads_merged)},
    {"node_disk_read_bytes_total", "Bytes read.", COUNTER, DISK(read_bytes)},
    {"node_disk_read_time_seconds_total", "Seconds spent by all reads.", COUNTER, DISK(read_ms), .scale = MILLISECONDS},
    {"node_disk_writes_completed_total", "Writes completed.", COUNTER, DISK(writes)},
    {"node_disk_writes_merged_total", "Writes merged.", COUNTER, DISK(writes_merged)},
    {"node_disk_written_bytes_total", "Bytes written.", COUNTER, DISK(written_bytes)},
    {"node_disk_write_time_seconds_total", "Seconds spent by all writes.", COUNTER, DISK(write_ms),
     .scale = MILLISECONDS},
    {"node_disk_io_now", "Requests under way.", GAUGE, DISK(in_flight)},
    {"node_disk_io_time_seconds_total", "Seconds with a request under way.", COUNTER, DISK(io_ms),
     .scale = MILLISECONDS},
    {"node_disk_io_time_weighted_seconds_total", "Seconds of all requests added up.", COUNTER, DISK(weighted_io_ms),
     .scale = MILLISECONDS},
    {"node_disk_discards_completed_total", "Discards completed.", COUNTER, DISK(discards)},
    {"node_disk_discards_merged_total", "Discards merged.", COUNTER, DISK(discards_merged)},
    {"node_disk_discarded_sectors_total", "Sectors of 512 bytes discarded.", COUNTER, DISK(discarded_bytes),
     .scale = SECTORS},
    {"node_disk_discard_time_seconds_total", "Seconds spent by all discards.", COUNTER, DISK(discard_ms),
     .scale = MILLISECONDS},
    {"node_disk_flush_requests_total", "Flushes completed.", COUNTER, DISK(flushes)},
    {"node_disk_flush_requests_time_seconds_total", "Seconds spent by all flushes.", COUNTER, DISK(flush_ms),
     .scale = MILLISECONDS},

    {"node_filesystem_size_bytes", "Size of the file system.", GAUGE, FILESYSTEM(usage.total_bytes)},
    {"node_filesystem_free_bytes", "Free space, that for root included.", GAUGE, FILESYSTEM(free_bytes)},
    {"node_filesystem_avail_bytes", "Free space for all users.", GAUGE, FILESYSTEM(usage.available_bytes)},
    {"node_filesystem_files", "Inodes.", GAUGE, FILESYSTEM(record.f_files)},
    {"node_filesystem_files_free", "Free inodes.", GAUGE, FILESYSTEM(record.f_ffree)},
    {"node_filesystem_readonly", "Whether it cannot be written to.", GAUGE, FILESYSTEM(read_only)},

    {"node_load1", "Load average of 1 minute.", GAUGE, MACHINE(system.load1_hundredths), .scale = HUNDREDTHS},
    {"node_load5", "Load average of 5 minutes.", GAUGE, MACHINE(system.load5_hundredths), .scale = HUNDREDTHS},
    {"node_load15", "Load average of 15 minutes.", GAUGE, MACHINE(system.load15_hundredths), .scale = HUNDREDTHS},

    MEMORY("MemTotal_bytes", mem_total_bytes),
    MEMORY("MemFree_bytes", mem_free_bytes),
    MEMORY("MemAvailable_bytes", mem_available_bytes),
    MEMORY("Buffers_bytes", buffers_bytes),
    MEMORY("Cached_bytes", cached_bytes),
    MEMORY("SwapCached_bytes", swap_cached_bytes),
    MEMORY("Active_bytes", active_bytes),
    MEMORY("Inactive_bytes", inactive_bytes),
    MEMORY("Active_anon_bytes", active_anon_bytes),
    MEMORY("Inactive_anon_bytes", inactive_anon_bytes),
    MEMORY("Active_file_bytes", active_file_bytes),
    MEMORY("Inactive_file_bytes", inactive_file_bytes),
    MEMORY("Unevictable_bytes", unevictable_bytes),
    MEMORY("Mlocked_bytes", mlocked_bytes),
    MEMORY("SwapTotal_bytes", swap_total_bytes),
    MEMORY("SwapFree_bytes", swap_free_bytes),
    MEMORY("Zswap_bytes", zswap_bytes),
    MEMORY("Zswapped_bytes", zswapped_bytes),
    MEMORY("Dirty_bytes", dirty_bytes),
    MEMORY("Writeback_bytes", writeback_bytes),
    MEMORY("AnonPages_bytes", anon_pages_bytes),
    MEMORY("Mapped_bytes", mapped_bytes),
    MEMORY("Shmem_bytes", shmem_bytes),
    MEMORY("KReclaimable_bytes", k_reclaimable_bytes),
    MEMORY("Slab_bytes", slab_bytes),
    MEMORY("SReclaimable_bytes", s_reclaimable_bytes),
    MEMORY("SUnreclaim_bytes", s_unreclaim_bytes),
    MEMORY("KernelStack_bytes", kernel_stack_bytes),
    MEMORY("PageTables_bytes", page_tables_bytes),
    MEMORY("SecPageTables_bytes", sec_page_tables_bytes),
    MEMORY("NFS_Unstable_bytes", nfs_unstable_bytes),
    MEMORY("Bounce_bytes", bounce_bytes),
    MEMORY("WritebackTmp_bytes", writeback_tmp_bytes),
    MEMORY("CommitLimit_bytes", commit_limit_bytes),
    MEMORY("Committed_AS_bytes", committed_as_bytes),
    MEMORY("VmallocTotal_bytes", vmalloc_total_bytes),
    MEMORY("VmallocUsed_bytes", vmalloc_used_bytes),
    MEMORY("VmallocChunk_bytes", vmalloc_chunk_bytes),
    MEMORY("Percpu_bytes", percpu_bytes),
    MEMORY("HardwareCorrupted_bytes", hardware_corrupted_bytes),
    MEMORY("AnonHugePages_bytes", anon_huge_pages_bytes),
    MEMORY("ShmemHugePages_bytes", shmem_huge_pages_bytes),
    MEMORY("ShmemPmdMapped_bytes", shmem_pmd_mapped_bytes),
    MEMORY("FileHugePages_bytes", file_huge_pages_bytes),
    MEMORY("FilePmdMapped_bytes", file_pmd_mapped_bytes),
    MEMORY("CmaTotal_bytes", cma_total_bytes),
    MEMORY("CmaFree_bytes", cma_free_bytes),
    MEMORY("Unaccepted_bytes", unaccepted_bytes),
    MEMORY("Balloon_bytes", balloon_bytes),
    MEMORY("HugePages_Total", huge_pages_total),
    MEMORY("HugePages_Free", huge_pages_free),
    MEMORY("HugePages_Rsvd", huge_pages_rsvd),
    MEMORY("HugePages_Surp", huge_pages_surp),
    MEMORY("Hugepagesize_bytes", hugepagesize_bytes),
    MEMORY("Hugetlb_bytes", hugetlb_bytes),
    MEMORY("DirectMap4k_bytes", direct_map_4k_bytes),
    MEMORY("DirectMap2M_bytes", direct_map_2m_bytes),
    MEMORY("DirectMap1G_bytes", direct_map_1g_bytes),
    MEMORY("HighTotal_bytes", high_total_bytes),
    MEMORY("HighFree_bytes", high_free_bytes),
    MEMORY("LowTotal_bytes", low_total_bytes),
    MEMORY("LowFree_bytes", low_free_bytes),
    MEMORY("MmapCopy_bytes", mmap_copy_bytes),
    MEMORY("ShadowCallStack_bytes", shadow_call_stack_bytes),
    MEMORY("Quicklists_bytes", quicklists_bytes),
    MEMORY("EarlyMemtestBad_bytes", early_memtest_bad_bytes),
    MEMORY("DirectMap64k_bytes", direct_map_64k_bytes),
    MEMORY("DirectMap1M_bytes", direct_map_1m_bytes),
    MEMORY("DirectMap4M_bytes", direct_map_4m_bytes),
    MEMORY("DirectMap2G_bytes", direct_map_2g_bytes),
    MEMORY("PDT_max_entries", pdt_max_entries),
    MEMORY("PDT_cur_entries", pdt_cur_entries),

    {"node_network_receive_bytes_total", "Bytes received.", COUNTER, NET(rx_bytes)},
    {"node_network_receive_packets_total", "Packets received.", COUNTER, NET(rx_packets)},
    {"node_network_receive_errs_total", "Bad packets received.", COUNTER, NET(rx_errors)},
    {"node_network_receive_drop_total", "Packets received and dropped, or missed.", COUNTER, NET(net_dev_rx_drop)},
    {"node_network_receive_fifo_total", "Errors of the receiver's queue.", COUNTER, NET(rx_fifo_errors)},
    {"node_network_receive_frame_total", "Malformed packets received.", COUNTER, NET(net_dev_rx_frame)},
    {"node_network_receive_compressed_total", "Compressed packets received.", COUNTER, NET(rx_compressed)},
    {"node_network_receive_multicast_total", "Multicast packets received.", COUNTER, NET(multicast)},
    {"node_network_transmit_bytes_total", "Bytes sent.", COUNTER, NET(tx_bytes)},
    {"node_network_transmit_packets_total", "Packets sent.", COUNTER, NET(tx_packets)},
    {"node_network_transmit_errs_total", "Packets that could not be sent.", COUNTER, NET(tx_errors)},
    {"node_network_transmit_drop_total", "Packets dropped on the way out.", COUNTER, NET(tx_dropped)},
    {"node_network_transmit_fifo_total", "Errors of the sender's queue.", COUNTER, NET(tx_fifo_errors)},
    {"node_network_transmit_colls_total", "Collisions.", COUNTER, NET(collisions)},
    {"node_network_transmit_carrier_total", "Packets not sent for want of a carrier and the like.", COUNTER,
     NET(net_dev_tx_carrier)},
    {"node_network_transmit_compressed_total", "Compressed packets sent.", COUNTER, NET(tx_compressed)},

    {"node_pressure_cpu_waiting_seconds_total", "Seconds in which processes waited for a CPU.", COUNTER,
     MACHINE(pressure[PRESSURE_CPU].some_total_usec), .scale = MICROSECONDS},
    {"node_pressure_io_waiting_seconds_total", "Seconds in which processes waited for I/O.", COUNTER,
     MACHINE(pressure[PRESSURE_IO].some_total_usec), .scale = MICROSECONDS},
    {"node_pressure_io_stalled_seconds_total", "Seconds in which no process went on for want of I/O.", COUNTER,
     MACHINE(pressure[PRESSURE_IO].full_total_usec), .scale = MICROSECONDS},
    {"node_pressure_memory_waiting_seconds_total", "Seconds in which processes waited for memory.", COUNTER,
     MACHINE(pressure[PRESSURE_MEMORY].some_total_usec), .scale = MICROSECONDS},
    {"node_pressure_memory_stalled_seconds_total", "Seconds in which no process went on for want of memory.", COUNTER,
     MACHINE(pressure[PRESSURE_MEMORY].full_total_usec), .scale = MICROSECONDS},
    {"node_pressure_irq_stalled_seconds_total", "Seconds in which no process went on for interrupts.", COUNTER,
     MACHINE(pressure[PRESSURE_IRQ].full_total_usec), .scale = MICROSECONDS},

    {"node_processes_pids", "Processes.", GAUGE, MACHINE(processes_total)},
    PROCESSES("R", RUNNING),
    PROCESSES("S", SLEEPING),
    PROCESSES("D", DISK_SLEEP),
    PROCESSES("T", STOPPED),
    PROCESSES("t", TRACING_STOP),
    PROCESSES("Z", ZOMBIE),
    PROCESSES("X", DEAD),
    PROCESSES("I", IDLE),
    PROCESSES("P", PARKED),
    PROCESSES("K", WAKEKILL),
    PROCESSES("W", WAKING),
    {"node_processes_threads", "Threads.", GAUGE, MACHINE(threads)},

    {"node_boot_time_seconds", "When the machine was started, since 1970.", GAUGE, MACHINE(stat.btime_seconds)},
    {"node_context_switches_total", "Context switches.", COUNTER, MACHINE(stat.ctxt)},
    {"node_forks_total", "Processes and threads made.", COUNTER, MACHINE(stat.processes)},
    {"node_intr_total", "Interrupts serviced.", COUNTER, MACHINE(stat.intr)},
    {"node_procs_blocked", "Tasks waiting for I/O.", GAUGE, MACHINE(stat.procs_blocked)},
    {"node_procs_running", "Tasks that could run.", GAUGE, MACHINE(stat.procs_running)},

    TCP("established", ESTABLISHED),
    TCP("syn_sent", SYN_SENT),
    TCP("syn_recv", SYN_RECV),
    TCP("fin_wait1", FIN_WAIT1),
    TCP("fin_wait2", FIN_WAIT2),
    TCP("time_wait", TIME_WAIT),
    TCP("close", CLOSE),
    TCP("close_wait", CLOSE_WAIT),
    TCP("last_ack", LAST_ACK),
    TCP("listen", LISTEN),
    TCP("closing", CLOSING),

    {"node_time_seconds", "The time, since 1970.", GAUGE, MACHINE(time_seconds)},

    {"node_vmstat_oom_kill", "/proc/vmstat information field oom_kill.", UNTYPED, MACHINE(vmstat.oom_kill)},
    {"node_vmstat_pgfault", "/proc/vmstat information field pgfault.", UNTYPED, MACHINE(vmstat.pgfault)},
    {"node_vmstat_pgmajfault", "/proc/vmstat information field pgmajfault.", UNTYPED, MACHINE(vmstat.pgmajfault)},
    {"node_vmstat_pgpgin", "/proc/vmstat information field pgpgin.", UNTYPED, MACHINE(vmstat.pgpgin_bytes),
     .scale = KIBIBYTES},
    {"node_vmstat_pgpgout", "/proc/vmstat information field pgpgout.", UNTYPED, MACHINE(vmstat.pgpgout_bytes),
     .scale = KIBIBYTES},
    {"node_vmstat_pswpin", "/proc/vmstat information field pswpin.", UNTYPED, MACHINE(vmstat.pswpin_pages)},
    {"node_vmstat_pswpout", "/proc/vmstat information field pswpout.", UNTYPED, MACHINE(vmstat.pswpout_pages)},
};

static const label_names labels[KINDS] = {
    [OF_CPU] = {[LABEL_CPU] = {"cpu", true}},
    [OF_DISK] = {[LABEL_DISK] = {"device", false}},
    [OF_NET] = {[LABEL_INTERFACE] = {"device", false}},
    [OF_FILESYSTEM] = {[LABEL_DEVICE] = {"device", false},
                       [LABEL_MOUNT_POINT] = {"mountpoint", false},
                       [LABEL_TYPE] = {"fstype", false}},
};

const struct collector prometheus_metrics = {.table = {rows, sizeof rows / sizeof rows[0]}, .labels = labels};
