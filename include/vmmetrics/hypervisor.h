/**
 * @file hypervisor.h
 * What a hypervisor says of its virtual machine: the lines of Firecracker's metrics, Cloud Hypervisor's `vm.counters`, and the
 * traffic of devices a second. Balloons are in balloon.h.
 *
 * **Firecracker's values are increments**: what was added since the line before was written, every 60 seconds or when it is
 * told to. They are never subtracted. A rate is an increment over the difference of two lines' vmm_hypervisor::utc_timestamp_ms,
 * and a total is the sum of all lines. Times and the shortest and longest of them are gauges. Cloud Hypervisor's
 * values are counters.
 *
 * **Both count as the guest sees it**: what it reads, writes, receives and sends, which is the opposite of a TAP's words.
 * Firecracker's network also counts what the guest says to the metadata service (MMDS), which no TAP sees.
 *
 * Member comments read: meaning; key; unit; kind; since which version; when absent.
 */
#ifndef VMMETRICS_HYPERVISOR_H
#define VMMETRICS_HYPERVISOR_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A line of Firecracker's metrics: those groups of it that tell how a virtual machine fares. All groups are in each line, also
 * those of devices that it does not have, which are 0. For the rest of them see ::VMM_KEY_JSON.
 */
struct vmm_hypervisor {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** When the line was written, since 1970, by the clock of the host. `utc_timestamp_ms`; milliseconds; gauge. */
    uint64_t utc_timestamp_ms;
    /** How long the start of the process took. `api_server.process_startup_time_us`; microseconds; gauge. */
    uint64_t process_startup_time_usec;
    /** CPU time of that. `api_server.process_startup_time_cpu_us`; microseconds; gauge. */
    uint64_t process_startup_time_cpu_usec;
    /** Times that the guest gave memory to the balloon. `balloon.inflate_count`; count; increment. */
    uint64_t balloon_inflate_count;
    /** Times that the guest told its statistics. `balloon.stats_updates_count`; count; increment. */
    uint64_t balloon_stats_updates_count;
    /** Statistics of the guest that were refused. `balloon.stats_update_fails`; count; increment. */
    uint64_t balloon_stats_update_fails;
    /** Times that it took memory back. `balloon.deflate_count`; count; increment. */
    uint64_t balloon_deflate_count;
    /** Events of the balloon that failed. `balloon.event_fails`; count; increment. */
    uint64_t balloon_event_fails;
    /** Given back to the host by reports of free pages. `balloon.free_page_report_freed`; bytes; increment; since
     * Firecracker 1.14. */
    uint64_t balloon_free_page_report_freed_bytes;
    /** Given back to the host by hints of free pages. `balloon.free_page_hint_freed`; bytes; increment; since
     * Firecracker 1.14. */
    uint64_t balloon_free_page_hint_freed_bytes;
    /** Times that the guest had no request ready. `block.no_avail_buffer`; count; increment. */
    uint64_t block_no_avail_buffer;
    /** Events that failed. `block.event_fails`; count; increment. */
    uint64_t block_event_fails;
    /** Requests that failed. `block.execute_fails`; count; increment. */
    uint64_t block_execute_fails;
    /** Requests that were malformed. `block.invalid_reqs_count`; count; increment. */
    uint64_t block_invalid_reqs_count;
    /** Flushes. `block.flush_count`; count; increment. */
    uint64_t block_flush_count;
    /** Read by the guest, from all drives together. `block.read_bytes`; bytes; increment. */
    uint64_t block_read_bytes;
    /** Written by the guest. `block.write_bytes`; bytes; increment. */
    uint64_t block_write_bytes;
    /** Reads. `block.read_count`; count; increment. */
    uint64_t block_read_count;
    /** Writes. `block.write_count`; count; increment. */
    uint64_t block_write_count;
    /** Times that a rate limiter stopped a drive. `block.rate_limiter_throttled_events`; count; increment. */
    uint64_t block_rate_limiter_throttled_events;
    /** Times that the engine had no room for more. `block.io_engine_throttled_events`; count; increment. */
    uint64_t block_io_engine_throttled_events;
    /** What all reads took. `block.read_agg.sum_us`; microseconds; increment. */
    uint64_t block_read_agg_sum_usec;
    /** What all writes took. `block.write_agg.sum_us`; microseconds; increment. */
    uint64_t block_write_agg_sum_usec;
    /** The last full snapshot, as its caller saw it. `latencies_us.full_create_snapshot`; microseconds; gauge; 0 as
     * long as there was none, as in all members down to vmm_resume_vm_usec. */
    uint64_t full_create_snapshot_usec;
    /** The last differential snapshot. `latencies_us.diff_create_snapshot`; microseconds; gauge. */
    uint64_t diff_create_snapshot_usec;
    /** The last load of a snapshot. `latencies_us.load_snapshot`; microseconds; gauge. */
    uint64_t load_snapshot_usec;
    /** The last pause. `latencies_us.pause_vm`; microseconds; gauge. */
    uint64_t pause_vm_usec;
    /** The last resumption. `latencies_us.resume_vm`; microseconds; gauge. */
    uint64_t resume_vm_usec;
    /** The last full snapshot without the way to it and back. `latencies_us.vmm_full_create_snapshot`; microseconds;
     * gauge. */
    uint64_t vmm_full_create_snapshot_usec;
    /** The last differential snapshot likewise. `latencies_us.vmm_diff_create_snapshot`; microseconds; gauge. */
    uint64_t vmm_diff_create_snapshot_usec;
    /** The last load likewise. `latencies_us.vmm_load_snapshot`; microseconds; gauge. */
    uint64_t vmm_load_snapshot_usec;
    /** The last pause likewise. `latencies_us.vmm_pause_vm`; microseconds; gauge. */
    uint64_t vmm_pause_vm_usec;
    /** The last resumption likewise. `latencies_us.vmm_resume_vm`; microseconds; gauge. */
    uint64_t vmm_resume_vm_usec;
    /** Lines of metrics that could not be written: their increments are lost. `logger.missed_metrics_count`; count;
     * increment. */
    uint64_t logger_missed_metrics_count;
    /** Errors while writing such lines. `logger.metrics_fails`; count; increment. */
    uint64_t logger_metrics_fails;
    /** Lines of the log that could not be written. `logger.missed_log_count`; count; increment. */
    uint64_t logger_missed_log_count;
    /** Times that the guest had no room to receive. `net.no_rx_avail_buffer`; count; increment. */
    uint64_t net_no_rx_avail_buffer;
    /** Times that it had nothing to send. `net.no_tx_avail_buffer`; count; increment. */
    uint64_t net_no_tx_avail_buffer;
    /** Events that failed. `net.event_fails`; count; increment. */
    uint64_t net_event_fails;
    /** Times that a rate limiter stopped what the guest receives. `net.rx_rate_limiter_throttled`; count; increment. */
    uint64_t net_rx_rate_limiter_throttled;
    /** Received by the guest, by all interfaces together. `net.rx_bytes_count`; bytes; increment. */
    uint64_t net_rx_bytes;
    /** Received packets. `net.rx_packets_count`; count; increment. */
    uint64_t net_rx_packets;
    /** Packets that could not be given to the guest. `net.rx_fails`; count; increment. */
    uint64_t net_rx_fails;
    /** Reads of TAPs that failed. `net.tap_read_fails`; count; increment. */
    uint64_t net_tap_read_fails;
    /** Writes to TAPs that failed. `net.tap_write_fails`; count; increment. */
    uint64_t net_tap_write_fails;
    /** Sent by the guest. `net.tx_bytes_count`; bytes; increment. */
    uint64_t net_tx_bytes;
    /** Frames of the guest that were none. `net.tx_malformed_frames`; count; increment. */
    uint64_t net_tx_malformed_frames;
    /** Packets that could not be sent. `net.tx_fails`; count; increment. */
    uint64_t net_tx_fails;
    /** Sent packets. `net.tx_packets_count`; count; increment. */
    uint64_t net_tx_packets;
    /** Times that a rate limiter stopped what the guest sends. `net.tx_rate_limiter_throttled`; count; increment. */
    uint64_t net_tx_rate_limiter_throttled;
    /** Frames with a sender that is not the guest. `net.tx_spoofed_mac_count`; count; increment. */
    uint64_t net_tx_spoofed_mac_count;
    /** What all writes to TAPs took. `net.tap_write_agg.sum_us`; microseconds; increment. */
    uint64_t net_tap_write_agg_sum_usec;
    /** System calls that were forbidden, which ends the process. `seccomp.num_faults`; count; gauge. */
    uint64_t seccomp_num_faults;
    /** Exits because the guest read a port. `vcpu.exit_io_in`; count; increment. */
    uint64_t vcpu_exit_io_in;
    /** Exits because it wrote one. `vcpu.exit_io_out`; count; increment. */
    uint64_t vcpu_exit_io_out;
    /** Exits because it read the memory of a device. `vcpu.exit_mmio_read`; count; increment. */
    uint64_t vcpu_exit_mmio_read;
    /** Exits because it wrote some. `vcpu.exit_mmio_write`; count; increment. */
    uint64_t vcpu_exit_mmio_write;
    /** Errors while the CPUs ran. `vcpu.failures`; count; increment. */
    uint64_t vcpu_failures;
    /** Times that the guest could not be told that it was paused. `vcpu.kvmclock_ctrl_fails`; count; increment; in
     * later versions only. */
    uint64_t vcpu_kvmclock_ctrl_fails;
    /** The shortest such exit. `vcpu.exit_io_in_agg.min_us`; microseconds; gauge; 0 as long as there was none. */
    uint64_t vcpu_exit_io_in_agg_min_usec;
    /** The longest such exit. `vcpu.exit_io_in_agg.max_us`; microseconds; gauge; 0 as long as there was none. */
    uint64_t vcpu_exit_io_in_agg_max_usec;
    /** What all of them took. `vcpu.exit_io_in_agg.sum_us`; microseconds; increment. */
    uint64_t vcpu_exit_io_in_agg_sum_usec;
    /** The shortest such exit. `vcpu.exit_io_out_agg.min_us`; microseconds; gauge; 0 as long as there was none. */
    uint64_t vcpu_exit_io_out_agg_min_usec;
    /** The longest such exit. `vcpu.exit_io_out_agg.max_us`; microseconds; gauge; 0 as long as there was none. */
    uint64_t vcpu_exit_io_out_agg_max_usec;
    /** What all of them took. `vcpu.exit_io_out_agg.sum_us`; microseconds; increment. */
    uint64_t vcpu_exit_io_out_agg_sum_usec;
    /** The shortest such exit. `vcpu.exit_mmio_read_agg.min_us`; microseconds; gauge; 0 as long as there was none. */
    uint64_t vcpu_exit_mmio_read_agg_min_usec;
    /** The longest such exit. `vcpu.exit_mmio_read_agg.max_us`; microseconds; gauge; 0 as long as there was none. */
    uint64_t vcpu_exit_mmio_read_agg_max_usec;
    /** What all of them took. `vcpu.exit_mmio_read_agg.sum_us`; microseconds; increment. */
    uint64_t vcpu_exit_mmio_read_agg_sum_usec;
    /** The shortest such exit. `vcpu.exit_mmio_write_agg.min_us`; microseconds; gauge; 0 as long as there was none. */
    uint64_t vcpu_exit_mmio_write_agg_min_usec;
    /** The longest such exit. `vcpu.exit_mmio_write_agg.max_us`; microseconds; gauge; 0 as long as there was none. */
    uint64_t vcpu_exit_mmio_write_agg_max_usec;
    /** What all of them took. `vcpu.exit_mmio_write_agg.sum_us`; microseconds; increment. */
    uint64_t vcpu_exit_mmio_write_agg_sum_usec;
    /** Whether the process broke down. `vmm.panic_count`; count; gauge. */
    uint64_t vmm_panic_count;
    /** SIGBUSs that came, each of which ends the process. `signals.sigbus`; count; gauge. */
    uint64_t signals_sigbus;
    /** SIGSEGVs that came. `signals.sigsegv`; count; gauge. */
    uint64_t signals_sigsegv;
    /** SIGXFSZs that came. `signals.sigxfsz`; count; gauge. */
    uint64_t signals_sigxfsz;
    /** SIGXCPUs that came. `signals.sigxcpu`; count; gauge. */
    uint64_t signals_sigxcpu;
    /** SIGPIPEs that came. `signals.sigpipe`; count; increment. */
    uint64_t signals_sigpipe;
    /** SIGHUPs that came. `signals.sighup`; count; gauge. */
    uint64_t signals_sighup;
    /** SIGILLs that came. `signals.sigill`; count; gauge. */
    uint64_t signals_sigill;
};

/**
 * Reads one line of Firecracker's metrics, one JSON object, of a file or FIFO that has many. A line that is not whole or
 * wrong is an error for itself alone; the next call goes on behind it. Empty lines are passed over. The newline of the
 * last line may be missing: an object is complete when its closing brace is there.
 *
 * Keys and numbers are taken as by vmm_balloon_parse().
 *
 * @param text     what is still to be read; afterwards behind the line
 * @param out      the record
 * @param out_size its size
 * @retval VMM_OK          `out` is filled
 * @retval VMM_END         no more lines
 * @retval VMM_E_SYNTAX    the line is not such an object, or not only
 * @retval VMM_E_TRUNCATED the text ends before the object does
 * @retval VMM_E_EMPTY     not one known key
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_hypervisor_parse(struct vmm_text *text, struct vmm_hypervisor *out, size_t out_size);

/** What a device is, and of which hypervisor. */
enum {
    VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK = 1, /**< `block_ID`, a drive of Firecracker */
    VMM_HYPERVISOR_DEVICE_FIRECRACKER_NET = 2,   /**< `net_ID`, an interface of Firecracker */
    VMM_HYPERVISOR_DEVICE_FIRECRACKER_VHOST_USER =
        3, /**< `vhost_user_block_ID`, a drive of a process beside Firecracker */
    VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK = 4, /**< a disk of Cloud Hypervisor */
    VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET = 5   /**< an interface of Cloud Hypervisor */
};

/**
 * A device. Only the members of its kind are known. What both hypervisors count, Firecracker counts since its last line
 * (`increment_`) and Cloud Hypervisor since the device began (`total_`).
 */
struct vmm_hypervisor_device {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** The device's ID: of Firecracker what follows `block_`, `net_` or `vhost_user_`, of Cloud Hypervisor the whole
     * key; identity. As it stands in the text, escapes and all. */
    char name[64];
    /** One of VMM_HYPERVISOR_DEVICE_*; identity. */
    uint64_t device_kind;
    /** Whatever tells this virtual machine from an earlier one, set by the caller; identity. */
    uint64_t instance_id;
    /** Times that the device could not be started. `activate_fails`; count; increment; all of Firecracker. */
    uint64_t activate_fails;
    /** Accesses to its configuration that failed. `cfg_fails`; count; increment; all of Firecracker. */
    uint64_t cfg_fails;
    /** Times that the guest had no request ready. `no_avail_buffer`; count; increment; Firecracker's drives. */
    uint64_t no_avail_buffer;
    /** Events that failed. `event_fails`; count; increment; Firecracker's drives and interfaces. */
    uint64_t event_fails;
    /** Requests that failed. `execute_fails`; count; increment; Firecracker's drives. */
    uint64_t execute_fails;
    /** Requests that were malformed. `invalid_reqs_count`; count; increment; Firecracker's drives. */
    uint64_t invalid_reqs_count;
    /** Flushes. `flush_count`; count; increment; Firecracker's drives. */
    uint64_t flush_count;
    /** Read by the guest. `read_bytes`; bytes; increment; Firecracker's drives. */
    uint64_t increment_read_bytes;
    /** Written by the guest. `write_bytes`; bytes; increment; Firecracker's drives. */
    uint64_t increment_write_bytes;
    /** Reads. `read_count`; count; increment; Firecracker's drives. */
    uint64_t increment_read_count;
    /** Writes. `write_count`; count; increment; Firecracker's drives. */
    uint64_t increment_write_count;
    /** Times that the rate limiter stopped it. `rate_limiter_throttled_events`; count; increment; Firecracker's drives.
     */
    uint64_t rate_limiter_throttled_events;
    /** Times that the engine had no room for more. `io_engine_throttled_events`; count; increment; Firecracker's
     * drives. */
    uint64_t io_engine_throttled_events;
    /** The shortest read since the device began. `read_agg.min_us`; microseconds; gauge; 0 as long as there was none;
     * Firecracker's drives. */
    uint64_t read_agg_min_usec;
    /** The longest read since the device began. `read_agg.max_us`; microseconds; gauge; 0 as long as there was none;
     * Firecracker's drives. */
    uint64_t read_agg_max_usec;
    /** What all of them took. `read_agg.sum_us`; microseconds; increment; Firecracker's drives. */
    uint64_t read_agg_sum_usec;
    /** The shortest write since the device began. `write_agg.min_us`; microseconds; gauge; 0 as long as there was none;
     * Firecracker's drives. */
    uint64_t write_agg_min_usec;
    /** The longest write since the device began. `write_agg.max_us`; microseconds; gauge; 0 as long as there was none;
     * Firecracker's drives. */
    uint64_t write_agg_max_usec;
    /** What all of them took. `write_agg.sum_us`; microseconds; increment; Firecracker's drives. */
    uint64_t write_agg_sum_usec;
    /** Times that the guest had no room to receive. `no_rx_avail_buffer`; count; increment; Firecracker's interfaces.
     */
    uint64_t no_rx_avail_buffer;
    /** Times that it had nothing to send. `no_tx_avail_buffer`; count; increment; Firecracker's interfaces. */
    uint64_t no_tx_avail_buffer;
    /** Times that the rate limiter stopped what the guest receives. `rx_rate_limiter_throttled`; count; increment;
     * Firecracker's interfaces. */
    uint64_t rx_rate_limiter_throttled;
    /** Received by the guest. `rx_bytes_count`; bytes; increment; Firecracker's interfaces. */
    uint64_t increment_rx_bytes;
    /** Received packets. `rx_packets_count`; count; increment; Firecracker's interfaces. */
    uint64_t increment_rx_packets;
    /** Packets that could not be given to the guest. `rx_fails`; count; increment; Firecracker's interfaces. */
    uint64_t rx_fails;
    /** Reads of the TAP that failed. `tap_read_fails`; count; increment; Firecracker's interfaces. */
    uint64_t tap_read_fails;
    /** Writes to it that failed. `tap_write_fails`; count; increment; Firecracker's interfaces. */
    uint64_t tap_write_fails;
    /** Sent by the guest. `tx_bytes_count`; bytes; increment; Firecracker's interfaces. */
    uint64_t increment_tx_bytes;
    /** Frames of the guest that were none. `tx_malformed_frames`; count; increment; Firecracker's interfaces. */
    uint64_t tx_malformed_frames;
    /** Packets that could not be sent. `tx_fails`; count; increment; Firecracker's interfaces. */
    uint64_t tx_fails;
    /** Sent packets. `tx_packets_count`; count; increment; Firecracker's interfaces. */
    uint64_t increment_tx_packets;
    /** Times that the rate limiter stopped what the guest sends. `tx_rate_limiter_throttled`; count; increment;
     * Firecracker's interfaces. */
    uint64_t tx_rate_limiter_throttled;
    /** Frames with a sender that is not the guest. `tx_spoofed_mac_count`; count; increment; Firecracker's interfaces.
     */
    uint64_t tx_spoofed_mac_count;
    /** The shortest write to the TAP since the device began. `tap_write_agg.min_us`; microseconds; gauge; 0 as long as
     * there was none; Firecracker's interfaces. */
    uint64_t tap_write_agg_min_usec;
    /** The longest write to the TAP since the device began. `tap_write_agg.max_us`; microseconds; gauge; 0 as long as
     * there was none; Firecracker's interfaces. */
    uint64_t tap_write_agg_max_usec;
    /** What all of them took. `tap_write_agg.sum_us`; microseconds; increment; Firecracker's interfaces. */
    uint64_t tap_write_agg_sum_usec;
    /** How long the connection to the backend took. `init_time_us`; microseconds; gauge; Firecracker's vhost-user
     * drives. */
    uint64_t init_time_usec;
    /** How long the start of the device took. `activate_time_us`; microseconds; gauge; Firecracker's vhost-user drives.
     */
    uint64_t activate_time_usec;
    /** How long its last new configuration took. `config_change_time_us`; microseconds; gauge; Firecracker's vhost-user
     * drives. */
    uint64_t config_change_time_usec;
    /** Read by the guest since the device began. `read_bytes`; bytes; counter, 64 bits; Cloud Hypervisor's disks. */
    uint64_t total_read_bytes;
    /** Written by the guest. `write_bytes`; bytes; counter, 64 bits; Cloud Hypervisor's disks. */
    uint64_t total_write_bytes;
    /** Reads. `read_ops`; count; counter, 64 bits; Cloud Hypervisor's disks. */
    uint64_t total_read_ops;
    /** Writes. `write_ops`; count; counter, 64 bits; Cloud Hypervisor's disks. */
    uint64_t total_write_ops;
    /** The shortest read. `read_latency_min`; microseconds; gauge; unknown as long as there was none; Cloud
     * Hypervisor's disks. */
    uint64_t read_latency_min_usec;
    /** The longest read. `read_latency_max`; microseconds; gauge; unknown as long as there was none; Cloud Hypervisor's
     * disks. */
    uint64_t read_latency_max_usec;
    /** The mean read since the device began. `read_latency_avg`; microseconds; gauge; unknown as long as there was
     * none; Cloud Hypervisor's disks. */
    uint64_t read_latency_avg_usec;
    /** The shortest write. `write_latency_min`; microseconds; gauge; unknown as long as there was none; Cloud
     * Hypervisor's disks. */
    uint64_t write_latency_min_usec;
    /** The longest write. `write_latency_max`; microseconds; gauge; unknown as long as there was none; Cloud
     * Hypervisor's disks. */
    uint64_t write_latency_max_usec;
    /** The mean write since the device began. `write_latency_avg`; microseconds; gauge; unknown as long as there was
     * none; Cloud Hypervisor's disks. */
    uint64_t write_latency_avg_usec;
    /** Received by the guest since the device began. `rx_bytes`; bytes; counter, 64 bits; Cloud Hypervisor's
     * interfaces. */
    uint64_t total_rx_bytes;
    /** Sent by the guest. `tx_bytes`; bytes; counter, 64 bits; Cloud Hypervisor's interfaces. */
    uint64_t total_tx_bytes;
    /** Received packets. `rx_frames`; count; counter, 64 bits; Cloud Hypervisor's interfaces. */
    uint64_t total_rx_frames;
    /** Sent packets. `tx_frames`; count; counter, 64 bits; Cloud Hypervisor's interfaces. */
    uint64_t total_tx_frames;
};

/**
 * Gives the devices of one JSON object, a row each: a line of Firecracker's metrics, or an answer of Cloud Hypervisor's
 * `vm.counters`. All else in it is passed over. Which hypervisor it is follows from each device's members: one that has both
 * `read_ops` and `write_ops`, or both `rx_bytes` and `rx_frames`, is of Cloud Hypervisor, whatever its name.
 *
 * The object ends with ::VMM_END, and `text` is then behind it and its newline. To read both the line and its devices:
 *
 * @code
 * const char *start = text.pos;
 * status = vmm_hypervisor_parse(&text, &line, sizeof line);
 * struct vmm_text devices = vmm_text_of(start, (size_t)(text.pos - start));
 * while (vmm_hypervisor_device_next(&devices, &row, sizeof row) != VMM_END)
 *     ...
 * @endcode
 *
 * Keys and numbers are taken as by vmm_balloon_parse(). Behind a byte that is wrong nothing can be trusted, so the rest of its
 * line is passed over.
 *
 * @param text     what is still to be read, from the object's opening brace, or from where an earlier call ended
 * @param row      the device
 * @param row_size its size
 * @retval VMM_OK          `row` is filled
 * @retval VMM_END         the object has no more devices, or there is no text
 * @retval VMM_E_SYNTAX    the text is not such an object, or a name is empty or longer than 63 bytes, which is an error for that
 *                         row alone
 * @retval VMM_E_TRUNCATED the text ends before the object does
 * @retval VMM_E_ARGUMENT  an argument is NULL, or `row_size` is below 8
 */
VMM_API vmm_status vmm_hypervisor_device_next(struct vmm_text *text, struct vmm_hypervisor_device *row,
                                              size_t row_size);

/** A device's traffic a second, as the guest sees it. */
struct vmm_hypervisor_device_rate {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** The device's ID; identity. */
    char name[64];
    /** One of VMM_HYPERVISOR_DEVICE_*; identity. */
    uint64_t device_kind;
    /** That of the samples; identity. */
    uint64_t instance_id;
    /** Read by the guest; bytes/s; gauge. */
    double read_bytes_per_second;
    /** Written by the guest; bytes/s; gauge. */
    double write_bytes_per_second;
    /** Reads; 1/s; gauge. */
    double reads_per_second;
    /** Writes; 1/s; gauge. */
    double writes_per_second;
    /** Received by the guest; bytes/s; gauge. */
    double rx_bytes_per_second;
    /** Sent by the guest; bytes/s; gauge. */
    double tx_bytes_per_second;
    /** Packets received; 1/s; gauge. */
    double rx_packets_per_second;
    /** Packets sent; 1/s; gauge. */
    double tx_packets_per_second;
};

/**
 * How much traffic a device had between two samples. Of Cloud Hypervisor it is the difference of their counters. Of
 * Firecracker it is the later sample's increments alone, and the earlier one only says that there was a line before: without
 * one nobody knows how long the increments took to add up.
 *
 * Without a value that a rate needs, the rate is unknown. Members that are unknown in one of the names, kinds and
 * instance_ids are not compared.
 *
 * @param before     the earlier sample; NULL, or a record of size 0, if there is none
 * @param after      the later one; of Firecracker, of the line that comes next
 * @param elapsed_ns the time between them: of Firecracker the difference of both lines' `utc_timestamp_ms`, times a million
 * @param out        the rates
 * @param out_size   its size
 * @retval VMM_OK          `out` is filled
 * @retval VMM_FIRST       there is no earlier sample
 * @retval VMM_NO_INTERVAL `elapsed_ns` is 0 or less
 * @retval VMM_RESET       a counter fell, or the samples are of two devices, kinds or virtual machines
 * @retval VMM_E_EMPTY     not one value is known that a rate needs
 * @retval VMM_E_ARGUMENT  `after` or `out` is NULL, or `out_size` is below 8
 */
VMM_API vmm_status vmm_hypervisor_device_rate_between(const struct vmm_hypervisor_device *before,
                                                      const struct vmm_hypervisor_device *after, int64_t elapsed_ns,
                                                      struct vmm_hypervisor_device_rate *out, size_t out_size);

#ifdef __cplusplus
}
#endif

#endif
