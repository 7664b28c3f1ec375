/* SPDX-License-Identifier: MIT */
/**
 * @file hypervisor.h
 * Metrics of hypervisors: the lines of Firecracker's metrics, Cloud Hypervisor's `vm.counters`, QEMU's
 * `query-blockstats`, and the traffic of devices per second. Balloons are in balloon.h.
 *
 * **Firecracker's values are increments**: the growth since the previous line. Firecracker writes a line every 60
 * seconds and on request. Never subtract two increments. For a rate, divide an increment by the difference of
 * vmm_firecracker::utc_timestamp_ms of the two lines. For a total, add up the increments of all lines. Durations of
 * single events, and shortest and longest durations, are gauges. The values of Cloud Hypervisor and QEMU are counters.
 *
 * **All hypervisors count from the view of the guest**: bytes that the guest reads, writes, receives and sends. A TAP
 * device counts from the view of the host, so its receive and send are swapped.
 *
 * **Firecracker's network bytes are larger than those of the TAP device**: they include the virtio-net header, 12 bytes
 * for each packet, and the received bytes and packets include the answers of the metadata service (MMDS), which do not
 * pass the TAP device. The bytes that the TAP device sent are
 * `net_rx_bytes - mmds_tx_bytes - 12 * net_rx_packets`; the bytes that it received are
 * `net_tx_bytes - 12 * net_tx_packets`. Cloud Hypervisor's bytes are those of the TAP device.
 *
 * Member comments read: meaning; key; unit; kind; since which version; when absent.
 *
 * @ingroup hypervisor
 */
#ifndef VMMETRICS_HYPERVISOR_H
#define VMMETRICS_HYPERVISOR_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A line of Firecracker's metrics: the groups that show the state of the virtual machine. Each line has all groups; the
 * values of devices that the machine does not have are 0. To read the other groups, use ::VMM_KEY_JSON:
 * docs/firecracker.reasons lists them.
 */
struct vmm_firecracker {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** Time at which the line was written, since 1970, by the clock of the host. `utc_timestamp_ms`; milliseconds;
     *  gauge. */
    uint64_t utc_timestamp_ms;
    /** Time that the start of the process took. `api_server.process_startup_time_us`; microseconds; gauge. */
    uint64_t process_startup_time_usec;
    /** CPU time that the start of the process took. `api_server.process_startup_time_cpu_us`; microseconds; gauge. */
    uint64_t process_startup_time_cpu_usec;
    /** Balloon inflations: times that the guest gave memory to the balloon. `balloon.inflate_count`; count;
     *  increment. */
    uint64_t balloon_inflate_count;
    /** Statistics updates that the guest sent. `balloon.stats_updates_count`; count; increment. */
    uint64_t balloon_stats_updates_count;
    /** Statistics updates of the guest that failed. `balloon.stats_update_fails`; count; increment. */
    uint64_t balloon_stats_update_fails;
    /** Balloon deflations: times that the guest took memory back from the balloon. `balloon.deflate_count`; count;
     *  increment. */
    uint64_t balloon_deflate_count;
    /** Balloon events that failed. `balloon.event_fails`; count; increment. */
    uint64_t balloon_event_fails;
    /** Memory returned to the host by reports of free pages. `balloon.free_page_report_freed`; bytes; increment; since
     *  Firecracker 1.14. */
    uint64_t balloon_free_page_report_freed_bytes;
    /** Memory returned to the host by hints of free pages. `balloon.free_page_hint_freed`; bytes; increment; since
     *  Firecracker 1.14. */
    uint64_t balloon_free_page_hint_freed_bytes;
    /** Times that the guest had no block request ready, on all drives together. `block.no_avail_buffer`; count;
     *  increment. */
    uint64_t block_no_avail_buffer;
    /** Block events that failed, on all drives together. `block.event_fails`; count; increment. */
    uint64_t block_event_fails;
    /** Block requests that failed, on all drives together. `block.execute_fails`; count; increment. */
    uint64_t block_execute_fails;
    /** Malformed block requests of the guest, on all drives together. `block.invalid_reqs_count`; count; increment. */
    uint64_t block_invalid_reqs_count;
    /** Flushes, on all drives together. `block.flush_count`; count; increment. */
    uint64_t block_flush_count;
    /** Bytes read by the guest, from all drives together. `block.read_bytes`; bytes; increment. */
    uint64_t block_read_bytes;
    /** Bytes written by the guest, to all drives together. `block.write_bytes`; bytes; increment. */
    uint64_t block_write_bytes;
    /** Reads by the guest, on all drives together. `block.read_count`; count; increment. */
    uint64_t block_read_count;
    /** Writes by the guest, on all drives together. `block.write_count`; count; increment. */
    uint64_t block_write_count;
    /** Times that a rate limiter stopped a drive. `block.rate_limiter_throttled_events`; count; increment. */
    uint64_t block_rate_limiter_throttled_events;
    /** Times that a drive waited because the queue of the I/O engine was full. `block.io_engine_throttled_events`;
     *  count; increment. */
    uint64_t block_io_engine_throttled_events;
    /** Total time of all reads, on all drives together. `block.read_agg.sum_us`; microseconds; increment. */
    uint64_t block_read_agg_sum_usec;
    /** Total time of all writes, on all drives together. `block.write_agg.sum_us`; microseconds; increment. */
    uint64_t block_write_agg_sum_usec;
    /** Duration of the last full snapshot, measured at the API. `latencies_us.full_create_snapshot`; microseconds;
     *  gauge; 0 before the first snapshot. */
    uint64_t full_create_snapshot_usec;
    /** Duration of the last differential snapshot, measured at the API. `latencies_us.diff_create_snapshot`;
     *  microseconds; gauge; 0 before the first snapshot. */
    uint64_t diff_create_snapshot_usec;
    /** Duration of the last load of a snapshot, measured at the API. `latencies_us.load_snapshot`; microseconds; gauge;
     *  0 before the first load. */
    uint64_t load_snapshot_usec;
    /** Duration of the last pause of the machine, measured at the API. `latencies_us.pause_vm`; microseconds; gauge; 0
     *  before the first pause. */
    uint64_t pause_vm_usec;
    /** Duration of the last resumption of the machine, measured at the API. `latencies_us.resume_vm`; microseconds;
     *  gauge; 0 before the first resumption. */
    uint64_t resume_vm_usec;
    /** Duration of the last full snapshot, measured inside the VMM, without the API call.
     *  `latencies_us.vmm_full_create_snapshot`; microseconds; gauge; 0 before the first snapshot. */
    uint64_t vmm_full_create_snapshot_usec;
    /** Duration of the last differential snapshot, measured inside the VMM, without the API call.
     *  `latencies_us.vmm_diff_create_snapshot`; microseconds; gauge; 0 before the first snapshot. */
    uint64_t vmm_diff_create_snapshot_usec;
    /** Duration of the last load of a snapshot, measured inside the VMM, without the API call.
     *  `latencies_us.vmm_load_snapshot`; microseconds; gauge; 0 before the first load. */
    uint64_t vmm_load_snapshot_usec;
    /** Duration of the last pause of the machine, measured inside the VMM, without the API call.
     *  `latencies_us.vmm_pause_vm`; microseconds; gauge; 0 before the first pause. */
    uint64_t vmm_pause_vm_usec;
    /** Duration of the last resumption of the machine, measured inside the VMM, without the API call.
     *  `latencies_us.vmm_resume_vm`; microseconds; gauge; 0 before the first resumption. */
    uint64_t vmm_resume_vm_usec;
    /** Lines of metrics that Firecracker could not write. Their increments are lost, and the increments of this line
     *  began at an unknown time: use the line only as the beginning of the next one. `logger.missed_metrics_count`;
     *  count; increment. */
    uint64_t logger_missed_metrics_count;
    /** Errors in the handling of metrics. `logger.metrics_fails`; count; increment. */
    uint64_t logger_metrics_fails;
    /** Lines of the log that could not be written. `logger.missed_log_count`; count; increment. */
    uint64_t logger_missed_log_count;
    /** Bytes of the metadata service's answers to the guest, without the virtio-net header. `mmds.tx_bytes`; bytes;
     *  increment. */
    uint64_t mmds_tx_bytes;
    /** Packets of the metadata service's answers to the guest. `mmds.tx_frames`; count; increment. */
    uint64_t mmds_tx_frames;
    /** Times that the guest had no receive buffer ready, on all interfaces together. `net.no_rx_avail_buffer`; count;
     *  increment. */
    uint64_t net_no_rx_avail_buffer;
    /** Times that the guest had no packet ready to send, on all interfaces together. `net.no_tx_avail_buffer`; count;
     *  increment. */
    uint64_t net_no_tx_avail_buffer;
    /** Network events that failed, on all interfaces together. `net.event_fails`; count; increment. */
    uint64_t net_event_fails;
    /** Times that a rate limiter stopped the receiving of packets, on all interfaces together.
     *  `net.rx_rate_limiter_throttled`; count; increment. */
    uint64_t net_rx_rate_limiter_throttled;
    /** Bytes received by the guest, with 12 bytes of virtio-net header for each of `net_rx_packets`, on all interfaces
     *  together. `net.rx_bytes_count`; bytes; increment. */
    uint64_t net_rx_bytes;
    /** Packets received by the guest, answers of the metadata service included, on all interfaces together.
     *  `net.rx_packets_count`; count; increment. */
    uint64_t net_rx_packets;
    /** Packets that could not be delivered to the guest, on all interfaces together. `net.rx_fails`; count;
     *  increment. */
    uint64_t net_rx_fails;
    /** Reads of TAP devices that failed, on all interfaces together. `net.tap_read_fails`; count; increment. */
    uint64_t net_tap_read_fails;
    /** Writes to TAP devices that failed, on all interfaces together. `net.tap_write_fails`; count; increment. */
    uint64_t net_tap_write_fails;
    /** Bytes sent by the guest, with 12 bytes of virtio-net header for each of `net_tx_packets`, on all interfaces
     *  together. `net.tx_bytes_count`; bytes; increment. */
    uint64_t net_tx_bytes;
    /** Malformed frames sent by the guest, on all interfaces together. `net.tx_malformed_frames`; count; increment. */
    uint64_t net_tx_malformed_frames;
    /** Packets of the guest that could not be sent, on all interfaces together. `net.tx_fails`; count; increment. */
    uint64_t net_tx_fails;
    /** Packets sent by the guest, requests to the metadata service not included, on all interfaces together.
     *  `net.tx_packets_count`; count; increment. */
    uint64_t net_tx_packets;
    /** Times that a rate limiter stopped the sending of packets, on all interfaces together.
     *  `net.tx_rate_limiter_throttled`; count; increment. */
    uint64_t net_tx_rate_limiter_throttled;
    /** Frames sent by the guest with a source address that is not its own, on all interfaces together.
     *  `net.tx_spoofed_mac_count`; count; increment. */
    uint64_t net_tx_spoofed_mac_count;
    /** Total time of all writes to TAP devices, on all interfaces together. `net.tap_write_agg.sum_us`; microseconds;
     *  increment. */
    uint64_t net_tap_write_agg_sum_usec;
    /** 1 if a forbidden system call ended the process, else 0. `seccomp.num_faults`; count; gauge. */
    uint64_t seccomp_num_faults;
    /** vCPU exits for port reads by the guest. `vcpu.exit_io_in`; count; increment. */
    uint64_t vcpu_exit_io_in;
    /** vCPU exits for port writes by the guest. `vcpu.exit_io_out`; count; increment. */
    uint64_t vcpu_exit_io_out;
    /** vCPU exits for MMIO reads by the guest. `vcpu.exit_mmio_read`; count; increment. */
    uint64_t vcpu_exit_mmio_read;
    /** vCPU exits for MMIO writes by the guest. `vcpu.exit_mmio_write`; count; increment. */
    uint64_t vcpu_exit_mmio_write;
    /** Errors while vCPUs ran. `vcpu.failures`; count; increment. */
    uint64_t vcpu_failures;
    /** Failed notifications to the guest that it was paused (`KVM_KVMCLOCK_CTRL`). `vcpu.kvmclock_ctrl_fails`; count;
     *  increment; in later versions of Firecracker only. */
    uint64_t vcpu_kvmclock_ctrl_fails;
    /** Duration of the shortest vCPU exit for a port read. `vcpu.exit_io_in_agg.min_us`; microseconds; gauge; 0 before
     *  the first exit of this type. */
    uint64_t vcpu_exit_io_in_agg_min_usec;
    /** Duration of the longest vCPU exit for a port read. `vcpu.exit_io_in_agg.max_us`; microseconds; gauge; 0 before
     *  the first exit of this type. */
    uint64_t vcpu_exit_io_in_agg_max_usec;
    /** Total time of all vCPU exits for port reads. `vcpu.exit_io_in_agg.sum_us`; microseconds; increment. */
    uint64_t vcpu_exit_io_in_agg_sum_usec;
    /** Duration of the shortest vCPU exit for a port write. `vcpu.exit_io_out_agg.min_us`; microseconds; gauge; 0
     *  before the first exit of this type. */
    uint64_t vcpu_exit_io_out_agg_min_usec;
    /** Duration of the longest vCPU exit for a port write. `vcpu.exit_io_out_agg.max_us`; microseconds; gauge; 0 before
     *  the first exit of this type. */
    uint64_t vcpu_exit_io_out_agg_max_usec;
    /** Total time of all vCPU exits for port writes. `vcpu.exit_io_out_agg.sum_us`; microseconds; increment. */
    uint64_t vcpu_exit_io_out_agg_sum_usec;
    /** Duration of the shortest vCPU exit for an MMIO read. `vcpu.exit_mmio_read_agg.min_us`; microseconds; gauge; 0
     *  before the first exit of this type. */
    uint64_t vcpu_exit_mmio_read_agg_min_usec;
    /** Duration of the longest vCPU exit for an MMIO read. `vcpu.exit_mmio_read_agg.max_us`; microseconds; gauge; 0
     *  before the first exit of this type. */
    uint64_t vcpu_exit_mmio_read_agg_max_usec;
    /** Total time of all vCPU exits for MMIO reads. `vcpu.exit_mmio_read_agg.sum_us`; microseconds; increment. */
    uint64_t vcpu_exit_mmio_read_agg_sum_usec;
    /** Duration of the shortest vCPU exit for an MMIO write. `vcpu.exit_mmio_write_agg.min_us`; microseconds; gauge; 0
     *  before the first exit of this type. */
    uint64_t vcpu_exit_mmio_write_agg_min_usec;
    /** Duration of the longest vCPU exit for an MMIO write. `vcpu.exit_mmio_write_agg.max_us`; microseconds; gauge; 0
     *  before the first exit of this type. */
    uint64_t vcpu_exit_mmio_write_agg_max_usec;
    /** Total time of all vCPU exits for MMIO writes. `vcpu.exit_mmio_write_agg.sum_us`; microseconds; increment. */
    uint64_t vcpu_exit_mmio_write_agg_sum_usec;
    /** 1 if the VMM panicked, else 0. `vmm.panic_count`; count; gauge. */
    uint64_t vmm_panic_count;
    /** 1 if SIGBUS ended the process, else 0. `signals.sigbus`; count; gauge. */
    uint64_t signals_sigbus;
    /** 1 if SIGSEGV ended the process, else 0. `signals.sigsegv`; count; gauge. */
    uint64_t signals_sigsegv;
    /** 1 if SIGXFSZ ended the process, else 0. `signals.sigxfsz`; count; gauge. */
    uint64_t signals_sigxfsz;
    /** 1 if SIGXCPU ended the process, else 0. `signals.sigxcpu`; count; gauge. */
    uint64_t signals_sigxcpu;
    /** SIGPIPE signals that the process handled. `signals.sigpipe`; count; increment. */
    uint64_t signals_sigpipe;
    /** 1 if SIGHUP ended the process, else 0. `signals.sighup`; count; gauge. */
    uint64_t signals_sighup;
    /** 1 if SIGILL ended the process, else 0. `signals.sigill`; count; gauge. */
    uint64_t signals_sigill;
    /** Failed starts of the balloon. `balloon.activate_fails`; count; increment. */
    uint64_t balloon_activate_fails;
    /** Ranges of free pages that the guest reported. `balloon.free_page_report_count`; count; increment; since
     *  Firecracker 1.14. */
    uint64_t balloon_free_page_report_count;
    /** Reported ranges of free pages whose memory could not be returned to the host.
     *  `balloon.free_page_report_fails`; count; increment; since Firecracker 1.14. */
    uint64_t balloon_free_page_report_fails;
    /** Ranges of free pages that the guest hinted at. `balloon.free_page_hint_count`; count; increment; since
     *  Firecracker 1.14. */
    uint64_t balloon_free_page_hint_count;
    /** Hinted ranges of free pages whose memory could not be returned to the host. `balloon.free_page_hint_fails`;
     *  count; increment; since Firecracker 1.14. */
    uint64_t balloon_free_page_hint_fails;
    /** Failed starts of a drive, on all drives together. `block.activate_fails`; count; increment. */
    uint64_t block_activate_fails;
    /** Failed accesses to the configuration of a drive, on all drives together. `block.cfg_fails`; count; increment. */
    uint64_t block_cfg_fails;
    /** Notifications of the guest about new block requests, on all drives together. `block.queue_event_count`;
     *  count; increment. */
    uint64_t block_queue_event_count;
    /** Times that a rate limiter let a drive continue, on all drives together. `block.rate_limiter_event_count`;
     *  count; increment. */
    uint64_t block_rate_limiter_event_count;
    /** Changes of the file behind a drive, on all drives together. `block.update_count`; count; increment. */
    uint64_t block_update_count;
    /** Failed changes of the file behind a drive, on all drives together. `block.update_fails`; count; increment. */
    uint64_t block_update_fails;
    /** Block requests in the queue after each request that was taken from it, added up over all requests and drives.
     *  `block.remaining_reqs_count`; count; increment; since Firecracker 1.7. */
    uint64_t block_remaining_reqs_count;
    /** Lines of the log that were left out because there were too many. `logger.rate_limited_log_count`; count;
     *  increment; since Firecracker 1.16. */
    uint64_t logger_rate_limited_log_count;
    /** Failed starts of an interface, on all interfaces together. `net.activate_fails`; count; increment. */
    uint64_t net_activate_fails;
    /** Failed accesses to the configuration of an interface, on all interfaces together. `net.cfg_fails`; count;
     *  increment. */
    uint64_t net_cfg_fails;
    /** Notifications of the guest about new receive buffers, on all interfaces together. `net.rx_queue_event_count`;
     *  count; increment. */
    uint64_t net_rx_queue_event_count;
    /** Times that a rate limiter let the receiving of packets continue, on all interfaces together.
     *  `net.rx_event_rate_limiter_count`; count; increment. */
    uint64_t net_rx_event_rate_limiter_count;
    /** Times that a TAP device had packets for the guest, on all interfaces together. `net.rx_tap_event_count`;
     *  count; increment. */
    uint64_t net_rx_tap_event_count;
    /** Reads of packets for the guest, from TAP devices and from the metadata service, on all interfaces together.
     *  `net.rx_count`; count; increment. */
    uint64_t net_rx_count;
    /** Writes of packets of the guest to TAP devices, on all interfaces together. `net.tx_count`; count; increment. */
    uint64_t net_tx_count;
    /** Notifications of the guest about new packets to send, on all interfaces together. `net.tx_queue_event_count`;
     *  count; increment. */
    uint64_t net_tx_queue_event_count;
    /** Times that a rate limiter let the sending of packets continue, on all interfaces together.
     *  `net.tx_rate_limiter_event_count`; count; increment. */
    uint64_t net_tx_rate_limiter_event_count;
    /** Packets in the send queue after each packet that was taken from it, added up over all packets and interfaces.
     *  `net.tx_remaining_reqs_count`; count; increment; since Firecracker 1.7. */
    uint64_t net_tx_remaining_reqs_count;
    /** Failed starts of the vsock device. `vsock.activate_fails`; count; increment. */
    uint64_t vsock_activate_fails;
    /** Failed accesses to the configuration of the vsock device. `vsock.cfg_fails`; count; increment. */
    uint64_t vsock_cfg_fails;
    /** Events of the vsock receive queue that failed. `vsock.rx_queue_event_fails`; count; increment. */
    uint64_t vsock_rx_queue_event_fails;
    /** Events of the vsock send queue that failed. `vsock.tx_queue_event_fails`; count; increment. */
    uint64_t vsock_tx_queue_event_fails;
    /** Events of the vsock event queue that failed. `vsock.ev_queue_event_fails`; count; increment. */
    uint64_t vsock_ev_queue_event_fails;
    /** Events of vsock sockets on the host that failed. `vsock.muxer_event_fails`; count; increment. */
    uint64_t vsock_muxer_event_fails;
    /** Unexpected events of vsock connections. `vsock.conn_event_fails`; count; increment. */
    uint64_t vsock_conn_event_fails;
    /** Notifications of the guest about new vsock receive buffers. `vsock.rx_queue_event_count`; count; increment. */
    uint64_t vsock_rx_queue_event_count;
    /** Notifications of the guest about new vsock packets to send. `vsock.tx_queue_event_count`; count; increment. */
    uint64_t vsock_tx_queue_event_count;
    /** Bytes received by the guest through vsock, without headers. `vsock.rx_bytes_count`; bytes; increment. */
    uint64_t vsock_rx_bytes;
    /** Bytes sent by the guest through vsock and written to sockets on the host, without headers.
     *  `vsock.tx_bytes_count`; bytes; increment. */
    uint64_t vsock_tx_bytes;
    /** Vsock packets received by the guest, control packets included. `vsock.rx_packets_count`; count; increment. */
    uint64_t vsock_rx_packets;
    /** Vsock packets sent by the guest, control packets included. `vsock.tx_packets_count`; count; increment. */
    uint64_t vsock_tx_packets;
    /** New vsock connections. `vsock.conns_added`; count; increment. */
    uint64_t vsock_conns_added;
    /** Vsock connections that Firecracker ended with a reset. `vsock.conns_killed`; count; increment. */
    uint64_t vsock_conns_killed;
    /** Vsock connections that are gone. `vsock.conns_removed`; count; increment. */
    uint64_t vsock_conns_removed;
    /** Times that the list of vsock connections to end was full and was made again. `vsock.killq_resync`; count;
     *  increment. */
    uint64_t vsock_killq_resync;
    /** Failed writes of delayed vsock data to sockets on the host. `vsock.tx_flush_fails`; count; increment. */
    uint64_t vsock_tx_flush_fails;
    /** Failed writes of vsock data to sockets on the host. `vsock.tx_write_fails`; count; increment. */
    uint64_t vsock_tx_write_fails;
    /** Failed reads of vsock data from sockets on the host. `vsock.rx_read_fails`; count; increment. */
    uint64_t vsock_rx_read_fails;
    /** Failed starts of the entropy device. `entropy.activate_fails`; count; increment; since Firecracker 1.4. */
    uint64_t entropy_activate_fails;
    /** Requests of the guest for random bytes that failed. `entropy.entropy_event_fails`; count; increment; since
     *  Firecracker 1.4. */
    uint64_t entropy_event_fails;
    /** Requests of the guest for random bytes. `entropy.entropy_event_count`; count; increment; since Firecracker
     *  1.4. */
    uint64_t entropy_event_count;
    /** Random bytes that the guest received. `entropy.entropy_bytes`; bytes; increment; since Firecracker 1.4. */
    uint64_t entropy_bytes;
    /** Times that the host gave no random bytes. `entropy.host_rng_fails`; count; increment; since Firecracker 1.4. */
    uint64_t entropy_host_rng_fails;
    /** Times that a rate limiter stopped the entropy device. `entropy.entropy_rate_limiter_throttled`; count;
     *  increment; since Firecracker 1.4. */
    uint64_t entropy_rate_limiter_throttled;
    /** Times that a rate limiter let the entropy device continue, or that the guest asked while the limiter stopped
     *  the device. `entropy.rate_limiter_event_count`; count; increment; since Firecracker 1.4. */
    uint64_t entropy_rate_limiter_event_count;
    /** Failed starts of a pmem device, on all pmem devices together. `pmem.activate_fails`; count; increment; since
     *  Firecracker 1.14. */
    uint64_t pmem_activate_fails;
    /** Failed accesses to the configuration of a pmem device, on all pmem devices together. `pmem.cfg_fails`; count;
     *  increment; since Firecracker 1.14. */
    uint64_t pmem_cfg_fails;
    /** Events that failed, on all pmem devices together. `pmem.event_fails`; count; increment; since Firecracker
     *  1.14. */
    uint64_t pmem_event_fails;
    /** Notifications of the guest about new flushes, on all pmem devices together. `pmem.queue_event_count`; count;
     *  increment; since Firecracker 1.14. */
    uint64_t pmem_queue_event_count;
    /** Times that a rate limiter stopped a pmem device, on all pmem devices together.
     *  `pmem.rate_limiter_throttled_events`; count; increment; since Firecracker 1.16. */
    uint64_t pmem_rate_limiter_throttled_events;
    /** Times that a rate limiter let a pmem device continue, on all pmem devices together.
     *  `pmem.rate_limiter_event_count`; count; increment; since Firecracker 1.16. */
    uint64_t pmem_rate_limiter_event_count;
    /** Interrupts that virtio devices sent to the guest. `interrupts.triggers`; count; increment; since Firecracker
     *  1.14. */
    uint64_t interrupts_triggers;
    /** Changes of the configuration of message-signalled interrupts (MSI-X). `interrupts.config_updates`; count;
     *  increment; since Firecracker 1.14. */
    uint64_t interrupts_config_updates;
    /** Failed starts of the device for memory hotplug. `memory_hotplug.activate_fails`; count; increment; since
     *  Firecracker 1.14. */
    uint64_t memory_hotplug_activate_fails;
    /** Events of the queue for memory hotplug that failed. `memory_hotplug.queue_event_fails`; count; increment;
     *  since Firecracker 1.14. */
    uint64_t memory_hotplug_queue_event_fails;
    /** Notifications of the guest about new requests for memory hotplug. `memory_hotplug.queue_event_count`; count;
     *  increment; since Firecracker 1.14. */
    uint64_t memory_hotplug_queue_event_count;
    /** Duration of the shortest request to plug memory in. `memory_hotplug.plug_agg.min_us`; microseconds; gauge;
     *  since Firecracker 1.14; 0 before the first request of this type. */
    uint64_t memory_hotplug_plug_agg_min_usec;
    /** Duration of the longest request to plug memory in. `memory_hotplug.plug_agg.max_us`; microseconds; gauge;
     *  since Firecracker 1.14; 0 before the first request of this type. */
    uint64_t memory_hotplug_plug_agg_max_usec;
    /** Total time of all requests to plug memory in. `memory_hotplug.plug_agg.sum_us`; microseconds; increment;
     *  since Firecracker 1.14. */
    uint64_t memory_hotplug_plug_agg_sum_usec;
    /** Requests of the guest to plug memory in. `memory_hotplug.plug_count`; count; increment; since Firecracker
     *  1.14. */
    uint64_t memory_hotplug_plug_count;
    /** Memory plugged in. `memory_hotplug.plug_bytes`; bytes; increment; since Firecracker 1.14. */
    uint64_t memory_hotplug_plug_bytes;
    /** Requests to plug memory in that failed. `memory_hotplug.plug_fails`; count; increment; since Firecracker
     *  1.14. */
    uint64_t memory_hotplug_plug_fails;
    /** Duration of the shortest request to unplug memory. `memory_hotplug.unplug_agg.min_us`; microseconds; gauge;
     *  since Firecracker 1.14; 0 before the first request of this type. */
    uint64_t memory_hotplug_unplug_agg_min_usec;
    /** Duration of the longest request to unplug memory. `memory_hotplug.unplug_agg.max_us`; microseconds; gauge;
     *  since Firecracker 1.14; 0 before the first request of this type. */
    uint64_t memory_hotplug_unplug_agg_max_usec;
    /** Total time of all requests to unplug memory. `memory_hotplug.unplug_agg.sum_us`; microseconds; increment;
     *  since Firecracker 1.14. */
    uint64_t memory_hotplug_unplug_agg_sum_usec;
    /** Requests of the guest to unplug memory. `memory_hotplug.unplug_count`; count; increment; since Firecracker
     *  1.14. */
    uint64_t memory_hotplug_unplug_count;
    /** Memory unplugged. `memory_hotplug.unplug_bytes`; bytes; increment; since Firecracker 1.14. */
    uint64_t memory_hotplug_unplug_bytes;
    /** Requests to unplug memory that failed. `memory_hotplug.unplug_fails`; count; increment; since Firecracker
     *  1.14. */
    uint64_t memory_hotplug_unplug_fails;
    /** Unplugged ranges whose memory could not be returned to the host. `memory_hotplug.unplug_discard_fails`;
     *  count; increment; since Firecracker 1.14. */
    uint64_t memory_hotplug_unplug_discard_fails;
    /** Duration of the shortest request to unplug all memory. `memory_hotplug.unplug_all_agg.min_us`; microseconds;
     *  gauge; since Firecracker 1.14; 0 before the first request of this type. */
    uint64_t memory_hotplug_unplug_all_agg_min_usec;
    /** Duration of the longest request to unplug all memory. `memory_hotplug.unplug_all_agg.max_us`; microseconds;
     *  gauge; since Firecracker 1.14; 0 before the first request of this type. */
    uint64_t memory_hotplug_unplug_all_agg_max_usec;
    /** Total time of all requests to unplug all memory. `memory_hotplug.unplug_all_agg.sum_us`; microseconds;
     *  increment; since Firecracker 1.14. */
    uint64_t memory_hotplug_unplug_all_agg_sum_usec;
    /** Requests of the guest to unplug all memory. `memory_hotplug.unplug_all_count`; count; increment; since
     *  Firecracker 1.14. */
    uint64_t memory_hotplug_unplug_all_count;
    /** Requests to unplug all memory that failed. `memory_hotplug.unplug_all_fails`; count; increment; since
     *  Firecracker 1.14. */
    uint64_t memory_hotplug_unplug_all_fails;
    /** Duration of the shortest request to know the state of memory. `memory_hotplug.state_agg.min_us`;
     *  microseconds; gauge; since Firecracker 1.14; 0 before the first request of this type. */
    uint64_t memory_hotplug_state_agg_min_usec;
    /** Duration of the longest request to know the state of memory. `memory_hotplug.state_agg.max_us`; microseconds;
     *  gauge; since Firecracker 1.14; 0 before the first request of this type. */
    uint64_t memory_hotplug_state_agg_max_usec;
    /** Total time of all requests to know the state of memory. `memory_hotplug.state_agg.sum_us`; microseconds;
     *  increment; since Firecracker 1.14. */
    uint64_t memory_hotplug_state_agg_sum_usec;
    /** Requests of the guest to know the state of memory. `memory_hotplug.state_count`; count; increment; since
     *  Firecracker 1.14. */
    uint64_t memory_hotplug_state_count;
    /** Requests to know the state of memory that failed. `memory_hotplug.state_fails`; count; increment; since
     *  Firecracker 1.14. */
    uint64_t memory_hotplug_state_fails;
};

/**
 * Parses the next line of Firecracker's metrics: one JSON object of a file or FIFO with many lines. Call it until
 * ::VMM_END. An error concerns one line only; the next call continues after it. Empty lines are skipped. The newline of
 * the last line may be missing: an object is complete if its closing brace is in the text.
 *
 * Keys and numbers are read as in vmm_balloon_parse().
 *
 * @code
 * while ((status = vmm_firecracker_next(&text, &row, sizeof row)) != VMM_END)
 *     if (status == VMM_OK)
 *         ...
 * @endcode
 *
 * @param text     the text that is still to be read; after the call it is past the line
 * @param out      receives the record
 * @param out_size size of `out` in bytes
 * @retval VMM_OK          `out` is filled
 * @retval VMM_END         no more lines
 * @retval VMM_E_SYNTAX    the line is not such an object, or has more text after the object
 * @retval VMM_E_TRUNCATED the text ends inside the object
 * @retval VMM_E_EMPTY     no known key in the line
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_firecracker_next(struct vmm_text *text, struct vmm_firecracker *out, size_t out_size);

/** Type of a device and its hypervisor. */
enum vmm_hypervisor_device_type {
    VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK = 1,      /**< Firecracker's drive, key `block_ID` */
    VMM_HYPERVISOR_DEVICE_FIRECRACKER_NET = 2,        /**< Firecracker's interface, key `net_ID` */
    VMM_HYPERVISOR_DEVICE_FIRECRACKER_VHOST_USER = 3, /**< Firecracker's vhost-user drive, key `vhost_user_block_ID` */
    VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK = 4,  /**< Cloud Hypervisor's disk */
    VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET = 5,   /**< Cloud Hypervisor's interface */
    VMM_HYPERVISOR_DEVICE_FIRECRACKER_PMEM = 6,       /**< Firecracker's pmem device, key `pmem_ID` */
    VMM_HYPERVISOR_DEVICE_QEMU_DISK = 7               /**< QEMU's disk */
};

/**
 * A block, network or pmem device of a virtual machine. Only the members of its `device_type` are known. Traffic has two
 * sets of members: `increment_` is Firecracker's growth since the previous line; `total_` is the total of Cloud
 * Hypervisor and QEMU since the device was created.
 */
struct vmm_hypervisor_device {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** ID of the device, with escapes as in the text: the part after `block_`, `net_`, `pmem_` or `vhost_user_` of
     *  Firecracker's key, the whole key of Cloud Hypervisor, or the first of QEMU's `device`, `qdev` and `node-name` that
     *  is not empty; identity. */
    char name[64];
    /** Type of the device: one of VMM_HYPERVISOR_DEVICE_*; identity. */
    uint64_t device_type;
    /** Number that distinguishes this virtual machine from an earlier one; the caller sets it; identity. */
    uint64_t instance_id;
    /** Failed starts of the device. `activate_fails`; count; increment; only for Firecracker's devices. */
    uint64_t activate_fails;
    /** Failed accesses to the configuration of the device. `cfg_fails`; count; increment; only for Firecracker's
     *  devices. */
    uint64_t cfg_fails;
    /** Times that the guest had no block request ready. `no_avail_buffer`; count; increment; only for Firecracker's
     *  drives. */
    uint64_t no_avail_buffer;
    /** Events of the device that failed. `event_fails`; count; increment; only for Firecracker's drives, interfaces and
     *  pmem devices. */
    uint64_t event_fails;
    /** Block requests that failed. `execute_fails`; count; increment; only for Firecracker's drives. */
    uint64_t execute_fails;
    /** Malformed block requests of the guest. `invalid_reqs_count`; count; increment; only for Firecracker's drives. */
    uint64_t invalid_reqs_count;
    /** Flushes by the guest. `flush_count`; count; increment; only for Firecracker's drives. */
    uint64_t flush_count;
    /** Bytes read by the guest since the previous line. `read_bytes`; bytes; increment; only for Firecracker's
     *  drives. */
    uint64_t increment_read_bytes;
    /** Bytes written by the guest since the previous line. `write_bytes`; bytes; increment; only for Firecracker's
     *  drives. */
    uint64_t increment_write_bytes;
    /** Reads by the guest since the previous line. `read_count`; count; increment; only for Firecracker's drives. */
    uint64_t increment_read_count;
    /** Writes by the guest since the previous line. `write_count`; count; increment; only for Firecracker's drives. */
    uint64_t increment_write_count;
    /** Times that the rate limiter stopped the device. `rate_limiter_throttled_events`; count; increment; only for
     *  Firecracker's drives and pmem devices. */
    uint64_t rate_limiter_throttled_events;
    /** Times that the drive waited because the queue of the I/O engine was full. `io_engine_throttled_events`; count;
     *  increment; only for Firecracker's drives. */
    uint64_t io_engine_throttled_events;
    /** Duration of the shortest read since the device was created. `read_agg.min_us`; microseconds; gauge; 0 before the
     *  first read; only for Firecracker's drives. */
    uint64_t read_agg_min_usec;
    /** Duration of the longest read since the device was created. `read_agg.max_us`; microseconds; gauge; 0 before the
     *  first read; only for Firecracker's drives. */
    uint64_t read_agg_max_usec;
    /** Total time of all reads. `read_agg.sum_us`; microseconds; increment; only for Firecracker's drives. */
    uint64_t read_agg_sum_usec;
    /** Duration of the shortest write since the device was created. `write_agg.min_us`; microseconds; gauge; 0 before
     *  the first write; only for Firecracker's drives. */
    uint64_t write_agg_min_usec;
    /** Duration of the longest write since the device was created. `write_agg.max_us`; microseconds; gauge; 0 before
     *  the first write; only for Firecracker's drives. */
    uint64_t write_agg_max_usec;
    /** Total time of all writes. `write_agg.sum_us`; microseconds; increment; only for Firecracker's drives. */
    uint64_t write_agg_sum_usec;
    /** Times that the guest had no receive buffer ready. `no_rx_avail_buffer`; count; increment; only for Firecracker's
     *  interfaces. */
    uint64_t no_rx_avail_buffer;
    /** Times that the guest had no packet ready to send. `no_tx_avail_buffer`; count; increment; only for Firecracker's
     *  interfaces. */
    uint64_t no_tx_avail_buffer;
    /** Times that the rate limiter stopped the receiving of packets. `rx_rate_limiter_throttled`; count; increment;
     *  only for Firecracker's interfaces. */
    uint64_t rx_rate_limiter_throttled;
    /** Bytes received by the guest since the previous line, with 12 bytes of virtio-net header for each of
     *  `increment_rx_packets`. `rx_bytes_count`; bytes; increment; only for Firecracker's interfaces. */
    uint64_t increment_rx_bytes;
    /** Packets received by the guest since the previous line. `rx_packets_count`; count; increment; only for
     *  Firecracker's interfaces. */
    uint64_t increment_rx_packets;
    /** Packets that could not be delivered to the guest. `rx_fails`; count; increment; only for Firecracker's
     *  interfaces. */
    uint64_t rx_fails;
    /** Reads of the TAP device that failed. `tap_read_fails`; count; increment; only for Firecracker's interfaces. */
    uint64_t tap_read_fails;
    /** Writes to the TAP device that failed. `tap_write_fails`; count; increment; only for Firecracker's interfaces. */
    uint64_t tap_write_fails;
    /** Bytes sent by the guest since the previous line, with 12 bytes of virtio-net header for each of
     *  `increment_tx_packets`. `tx_bytes_count`; bytes; increment; only for Firecracker's interfaces. */
    uint64_t increment_tx_bytes;
    /** Malformed frames sent by the guest. `tx_malformed_frames`; count; increment; only for Firecracker's
     *  interfaces. */
    uint64_t tx_malformed_frames;
    /** Packets of the guest that could not be sent. `tx_fails`; count; increment; only for Firecracker's interfaces. */
    uint64_t tx_fails;
    /** Packets sent by the guest since the previous line. `tx_packets_count`; count; increment; only for Firecracker's
     *  interfaces. */
    uint64_t increment_tx_packets;
    /** Times that the rate limiter stopped the sending of packets. `tx_rate_limiter_throttled`; count; increment; only
     *  for Firecracker's interfaces. */
    uint64_t tx_rate_limiter_throttled;
    /** Frames sent by the guest with a source address that is not its own. `tx_spoofed_mac_count`; count; increment;
     *  only for Firecracker's interfaces. */
    uint64_t tx_spoofed_mac_count;
    /** Duration of the shortest write to the TAP device since the interface was created. `tap_write_agg.min_us`;
     *  microseconds; gauge; 0 before the first write; only for Firecracker's interfaces. */
    uint64_t tap_write_agg_min_usec;
    /** Duration of the longest write to the TAP device since the interface was created. `tap_write_agg.max_us`;
     *  microseconds; gauge; 0 before the first write; only for Firecracker's interfaces. */
    uint64_t tap_write_agg_max_usec;
    /** Total time of all writes to the TAP device. `tap_write_agg.sum_us`; microseconds; increment; only for
     *  Firecracker's interfaces. */
    uint64_t tap_write_agg_sum_usec;
    /** Time that the connection to the vhost-user backend took. `init_time_us`; microseconds; gauge; only for
     *  Firecracker's vhost-user drives. */
    uint64_t init_time_usec;
    /** Time that the start of the device took. `activate_time_us`; microseconds; gauge; only for Firecracker's
     *  vhost-user drives. */
    uint64_t activate_time_usec;
    /** Time that the last change of the configuration took. `config_change_time_us`; microseconds; gauge; only for
     *  Firecracker's vhost-user drives. */
    uint64_t config_change_time_usec;
    /** Bytes read by the guest since the device was created. `read_bytes`, QEMU `rd_bytes`; bytes; counter, 64 bits;
     *  only for Cloud Hypervisor's and QEMU's disks. */
    uint64_t total_read_bytes;
    /** Bytes written by the guest since the device was created. `write_bytes`, QEMU `wr_bytes`; bytes; counter, 64
     *  bits; only for Cloud Hypervisor's and QEMU's disks. */
    uint64_t total_write_bytes;
    /** Reads by the guest since the device was created. `read_ops`, QEMU `rd_operations`; count; counter, 64 bits;
     *  only for Cloud Hypervisor's and QEMU's disks. */
    uint64_t total_read_ops;
    /** Writes by the guest since the device was created. `write_ops`, QEMU `wr_operations`; count; counter, 64 bits;
     *  only for Cloud Hypervisor's and QEMU's disks. */
    uint64_t total_write_ops;
    /** Duration of the shortest read since the device was created. `read_latency_min`; microseconds; gauge; unknown
     *  before the first read; only for Cloud Hypervisor's disks. */
    uint64_t read_latency_min_usec;
    /** Duration of the longest read since the device was created. `read_latency_max`; microseconds; gauge; unknown
     *  before the first read; only for Cloud Hypervisor's disks. */
    uint64_t read_latency_max_usec;
    /** Mean duration of a read since the device was created. `read_latency_avg`; microseconds; gauge; unknown before
     *  the first read; only for Cloud Hypervisor's disks. */
    uint64_t read_latency_avg_usec;
    /** Duration of the shortest write since the device was created. `write_latency_min`; microseconds; gauge; unknown
     *  before the first write; only for Cloud Hypervisor's disks. */
    uint64_t write_latency_min_usec;
    /** Duration of the longest write since the device was created. `write_latency_max`; microseconds; gauge; unknown
     *  before the first write; only for Cloud Hypervisor's disks. */
    uint64_t write_latency_max_usec;
    /** Mean duration of a write since the device was created. `write_latency_avg`; microseconds; gauge; unknown before
     *  the first write; only for Cloud Hypervisor's disks. */
    uint64_t write_latency_avg_usec;
    /** Bytes received by the guest since the device was created. `rx_bytes`; bytes; counter, 64 bits; only for Cloud
     *  Hypervisor's interfaces. */
    uint64_t total_rx_bytes;
    /** Bytes sent by the guest since the device was created. `tx_bytes`; bytes; counter, 64 bits; only for Cloud
     *  Hypervisor's interfaces. */
    uint64_t total_tx_bytes;
    /** Packets received by the guest since the device was created. `rx_frames`; count; counter, 64 bits; only for Cloud
     *  Hypervisor's interfaces. */
    uint64_t total_rx_frames;
    /** Packets sent by the guest since the device was created. `tx_frames`; count; counter, 64 bits; only for Cloud
     *  Hypervisor's interfaces. */
    uint64_t total_tx_frames;
    /** Notifications of the guest about new requests. `queue_event_count`; count; increment; only for Firecracker's
     *  drives and pmem devices. */
    uint64_t queue_event_count;
    /** Times that the rate limiter let the device continue. `rate_limiter_event_count`; count; increment; only for
     *  Firecracker's drives and pmem devices. */
    uint64_t rate_limiter_event_count;
    /** Changes of the file behind the drive. `update_count`; count; increment; only for Firecracker's drives. */
    uint64_t update_count;
    /** Failed changes of the file behind the drive. `update_fails`; count; increment; only for Firecracker's drives. */
    uint64_t update_fails;
    /** Block requests in the queue after each request that was taken from it, added up over all requests.
     *  `remaining_reqs_count`; count; increment; since Firecracker 1.7; only for Firecracker's drives. */
    uint64_t remaining_reqs_count;
    /** Notifications of the guest about new receive buffers. `rx_queue_event_count`; count; increment; only for
     *  Firecracker's interfaces. */
    uint64_t rx_queue_event_count;
    /** Times that the rate limiter let the receiving of packets continue. `rx_event_rate_limiter_count`; count;
     *  increment; only for Firecracker's interfaces. */
    uint64_t rx_event_rate_limiter_count;
    /** Times that the TAP device had packets for the guest. `rx_tap_event_count`; count; increment; only for
     *  Firecracker's interfaces. */
    uint64_t rx_tap_event_count;
    /** Reads of packets for the guest, from the TAP device and from the metadata service. `rx_count`; count;
     *  increment; only for Firecracker's interfaces. */
    uint64_t rx_count;
    /** Writes of packets of the guest to the TAP device. `tx_count`; count; increment; only for Firecracker's
     *  interfaces. */
    uint64_t tx_count;
    /** Notifications of the guest about new packets to send. `tx_queue_event_count`; count; increment; only for
     *  Firecracker's interfaces. */
    uint64_t tx_queue_event_count;
    /** Times that the rate limiter let the sending of packets continue. `tx_rate_limiter_event_count`; count;
     *  increment; only for Firecracker's interfaces. */
    uint64_t tx_rate_limiter_event_count;
    /** Packets in the send queue after each packet that was taken from it, added up over all packets.
     *  `tx_remaining_reqs_count`; count; increment; since Firecracker 1.7; only for Firecracker's interfaces. */
    uint64_t tx_remaining_reqs_count;
    /** Flushes by the guest since the device was created. `flush_operations`; count; counter, 64 bits; only for
     *  QEMU's disks. */
    uint64_t total_flush_ops;
    /** Discards by the guest since the device was created. `unmap_operations`; count; counter, 64 bits; since QEMU
     *  4.2; only for QEMU's disks. */
    uint64_t total_unmap_ops;
    /** Bytes discarded by the guest since the device was created. `unmap_bytes`; bytes; counter, 64 bits; since QEMU
     *  4.2; only for QEMU's disks. */
    uint64_t total_unmap_bytes;
    /** Total time of all reads since the device was created. `rd_total_time_ns`; nanoseconds; counter, 64 bits; only
     *  for QEMU's disks. */
    uint64_t total_read_time_ns;
    /** Total time of all writes since the device was created. `wr_total_time_ns`; nanoseconds; counter, 64 bits;
     *  only for QEMU's disks. */
    uint64_t total_write_time_ns;
    /** Total time of all flushes since the device was created. `flush_total_time_ns`; nanoseconds; counter, 64 bits;
     *  only for QEMU's disks. */
    uint64_t total_flush_time_ns;
    /** Total time of all discards since the device was created. `unmap_total_time_ns`; nanoseconds; counter, 64
     *  bits; since QEMU 4.2; only for QEMU's disks. */
    uint64_t total_unmap_time_ns;
    /** Reads that became a part of another request since the device was created. `rd_merged`; count; counter, 64
     *  bits; only for QEMU's disks. */
    uint64_t total_read_merged;
    /** Writes that became a part of another request since the device was created. `wr_merged`; count; counter, 64
     *  bits; only for QEMU's disks. */
    uint64_t total_write_merged;
    /** Discards that became a part of another request since the device was created. `unmap_merged`; count; counter,
     *  64 bits; since QEMU 4.2; only for QEMU's disks. */
    uint64_t total_unmap_merged;
    /** Reads that failed since the device was created. `failed_rd_operations`; count; counter, 64 bits; since QEMU
     *  2.5; only for QEMU's disks. */
    uint64_t total_failed_read_ops;
    /** Writes that failed since the device was created. `failed_wr_operations`; count; counter, 64 bits; since QEMU
     *  2.5; only for QEMU's disks. */
    uint64_t total_failed_write_ops;
    /** Flushes that failed since the device was created. `failed_flush_operations`; count; counter, 64 bits; since
     *  QEMU 2.5; only for QEMU's disks. */
    uint64_t total_failed_flush_ops;
    /** Discards that failed since the device was created. `failed_unmap_operations`; count; counter, 64 bits; since
     *  QEMU 4.2; only for QEMU's disks. */
    uint64_t total_failed_unmap_ops;
    /** Reads that were malformed since the device was created. `invalid_rd_operations`; count; counter, 64 bits;
     *  since QEMU 2.5; only for QEMU's disks. */
    uint64_t total_invalid_read_ops;
    /** Writes that were malformed since the device was created. `invalid_wr_operations`; count; counter, 64 bits;
     *  since QEMU 2.5; only for QEMU's disks. */
    uint64_t total_invalid_write_ops;
    /** Flushes that were malformed since the device was created. `invalid_flush_operations`; count; counter, 64
     *  bits; since QEMU 2.5; only for QEMU's disks. */
    uint64_t total_invalid_flush_ops;
    /** Discards that were malformed since the device was created. `invalid_unmap_operations`; count; counter, 64
     *  bits; since QEMU 4.2; only for QEMU's disks. */
    uint64_t total_invalid_unmap_ops;
    /** Bytes appended to zones since the device was created. `zone_append_bytes`; bytes; counter, 64 bits; since
     *  QEMU 8.1; only for QEMU's disks. */
    uint64_t total_zone_append_bytes;
    /** Appends to zones since the device was created. `zone_append_operations`; count; counter, 64 bits; since QEMU
     *  8.1; only for QEMU's disks. */
    uint64_t total_zone_append_ops;
    /** Total time of all appends to zones since the device was created. `zone_append_total_time_ns`; nanoseconds;
     *  counter, 64 bits; since QEMU 8.1; only for QEMU's disks. */
    uint64_t total_zone_append_time_ns;
    /** Appends to zones that became a part of another request since the device was created. `zone_append_merged`;
     *  count; counter, 64 bits; since QEMU 8.1; only for QEMU's disks. */
    uint64_t total_zone_append_merged;
    /** Appends to zones that failed since the device was created. `failed_zone_append_operations`; count; counter,
     *  64 bits; since QEMU 8.1; only for QEMU's disks. */
    uint64_t total_failed_zone_append_ops;
    /** Appends to zones that were malformed since the device was created. `invalid_zone_append_operations`; count;
     *  counter, 64 bits; since QEMU 8.1; only for QEMU's disks. */
    uint64_t total_invalid_zone_append_ops;
    /** Time since the last request of the guest ended. `idle_time_ns`; nanoseconds; gauge; since QEMU 2.5; absent
     *  before the first request; only for QEMU's disks. */
    uint64_t idle_time_ns;
    /** End of the highest byte that was ever written. `wr_highest_offset`; bytes; gauge; only for QEMU's disks. */
    uint64_t wr_highest_offset_bytes;
};

/**
 * Reads the next device of one JSON object: a line of Firecracker's metrics, an answer of Cloud Hypervisor's
 * `vm.counters`, or a reply of QEMU to `query-blockstats`. Everything else in the object is skipped. The members of a
 * device show its hypervisor: a device with both `read_ops` and `write_ops`, or both `rx_bytes` and `rx_frames`, belongs
 * to Cloud Hypervisor, whatever its name is. A device of QEMU is an object with `stats` in the array `return`: pass the
 * whole reply, `{"return":[...]}`, as QMP gives it. With `"query-nodes":true` there is a row for each node, and the
 * nodes below a disk have counters of 0.
 *
 * After ::VMM_END, `text` is past the object and its newline. To read both the line and its devices:
 *
 * @code
 * const char *start = text.pos;
 * status = vmm_firecracker_next(&text, &line, sizeof line);
 * struct vmm_text devices = vmm_text_of(start, (size_t)(text.pos - start));
 * while ((status = vmm_hypervisor_device_next(&devices, &row, sizeof row)) != VMM_END)
 *     if (status == VMM_OK)
 *         ...
 * @endcode
 *
 * Keys and numbers are read as in vmm_balloon_parse(). Nothing after a wrong byte can be trusted, so the rest of its
 * line is skipped.
 *
 * **The text must begin where the object begins.** The function has no state: for a text that begins with a comma it
 * assumes that the caller has read the members before. So the tail of an object, as from a FIFO that is read from the
 * middle of a line, gives devices without an error. After lost text, read on behind the next newline.
 * vmm_firecracker_next() refuses a line without its beginning, so devices of lines that it accepted are whole.
 *
 * @param text     the text that is still to be read: it begins at the opening brace of the object, or where the
 *                 previous call ended
 * @param row      receives the device
 * @param row_size size of `row` in bytes
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         the object has no more devices, or the text is empty
 * @retval VMM_E_SYNTAX    the text is not such an object, or an element after the first one of QEMU's array is no
 *                         object. Or the name of a device is empty or longer than 63 bytes;
 *                         then the next call continues after this device
 * @retval VMM_E_TRUNCATED the text ends inside the object
 * @retval VMM_E_ARGUMENT  `row` is NULL, or `row_size` is below 16
 */
VMM_API vmm_status vmm_hypervisor_device_next(struct vmm_text *text, struct vmm_hypervisor_device *row,
                                              size_t row_size);

/** Traffic of a device per second, from the view of the guest, and the mean times of its requests. */
struct vmm_hypervisor_device_usage {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Type of this record, one of VMM_RECORD_*; the library sets it. */
    uint64_t record;
    /** ID of the device, with escapes as in the text; identity. */
    char name[64];
    /** Type of the device: one of VMM_HYPERVISOR_DEVICE_*; identity. */
    uint64_t device_type;
    /** Number that distinguishes this virtual machine from an earlier one, copied from the later sample; identity. */
    uint64_t instance_id;
    /** Bytes read by the guest per second; bytes/s; gauge. */
    double read_bytes_per_second;
    /** Bytes written by the guest per second; bytes/s; gauge. */
    double write_bytes_per_second;
    /** Reads by the guest per second; 1/s; gauge. */
    double reads_per_second;
    /** Writes by the guest per second; 1/s; gauge. */
    double writes_per_second;
    /** Bytes received by the guest per second; bytes/s; gauge. */
    double rx_bytes_per_second;
    /** Bytes sent by the guest per second; bytes/s; gauge. */
    double tx_bytes_per_second;
    /** Packets received by the guest per second; 1/s; gauge. */
    double rx_packets_per_second;
    /** Packets sent by the guest per second; 1/s; gauge. */
    double tx_packets_per_second;
    /** Flushes by the guest per second; 1/s; gauge; only for disks of Firecracker and QEMU. */
    double flushes_per_second;
    /** Discards by the guest per second; 1/s; gauge; only for QEMU's disks. */
    double discards_per_second;
    /** Bytes discarded by the guest per second; bytes/s; gauge; only for QEMU's disks. */
    double discard_bytes_per_second;
    /** Mean time of a read; nanoseconds; gauge; unknown without reads; only for disks of Firecracker and QEMU. */
    double read_await_ns;
    /** Mean time of a write; nanoseconds; gauge; unknown without writes; only for disks of Firecracker and QEMU. */
    double write_await_ns;
    /** Mean time of a flush; nanoseconds; gauge; unknown without flushes; only for QEMU's disks. */
    double flush_await_ns;
    /** Requests and packets that failed per second; 1/s; gauge; only for disks of QEMU, drives and interfaces of
     *  Firecracker. */
    double failures_per_second;
    /** Times per second that the rate limiter stopped the device, both directions of an interface together; 1/s;
     *  gauge; only for Firecracker's devices. */
    double rate_limiter_throttled_per_second;
    /** Notifications of the guest about new requests per second, both queues of an interface together; 1/s; gauge;
     *  only for Firecracker's devices. */
    double queue_events_per_second;
};

/**
 * Computes the traffic of a device per second between two samples. For Cloud Hypervisor and QEMU it is the growth of
 * the counters. For Firecracker it is the increments of the later sample; the earlier sample is needed since the time of
 * its line is the start of the increments.
 *
 * A rate is unknown if a value that it needs is unknown. Names, types and instance ids are compared only if both
 * samples have them.
 *
 * @param before     earlier sample; NULL, or a record of `size` 0, if there is no earlier sample
 * @param after      later sample; for Firecracker it must be from the line directly after the line of `before`
 * @param elapsed_ns time between the samples: for Cloud Hypervisor and QEMU measured with a monotonic clock
 *                   (CLOCK_MONOTONIC), for Firecracker the difference of `utc_timestamp_ms` of the two lines, multiplied by 1,000,000
 * @param out        receives the rates
 * @param out_size   size of `out` in bytes
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, or the samples are of different devices, types or virtual machines
 * @retval VMM_E_EMPTY     no value that a rate needs is known
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 16
 */
VMM_API vmm_status vmm_hypervisor_device_usage_between(const struct vmm_hypervisor_device *before,
                                                       const struct vmm_hypervisor_device *after, int64_t elapsed_ns,
                                                       struct vmm_hypervisor_device_usage *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
