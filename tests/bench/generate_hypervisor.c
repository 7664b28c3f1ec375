/* SPDX-License-Identifier: MIT */
/* Answers and lines of hypervisors. */
#include <inttypes.h>
#include <stdint.h>
#include <string.h>

#include "generate.h"

/* Members of an object that is open: their keys, which blanks stand between; one that ends in `_agg` is an object. */
static void add_members(struct buffer *buffer, const char *keys)
{
    const char *comma = "";

    while (*keys != '\0') {
        int length = (int)strcspn(keys, " ");

        buffer_printf(buffer, "%s\"%.*s\":", comma, length, keys);
        if (length > 4 && memcmp(keys + length - 4, "_agg", 4) == 0)
            buffer_printf(buffer, "{\"min_us\":%" PRIu64 ",\"max_us\":%" PRIu64 ",\"sum_us\":%" PRIu64 "}",
                          generate_below(30), generate_below(90000), generate_below(10000000));
        else
            /* Three of five are 0. */
            buffer_printf(buffer, "%" PRIu64,
                          generate_below(5) < 3 ? 0 : generate_below(generate_below(2) == 0 ? 1000 : 100000000));
        comma = ",";
        keys += length;
        keys += *keys == ' ';
    }
}

void generate_firecracker_line(struct buffer *buffer, unsigned drives)
{
#define BLOCK                                                                                                          \
    "activate_fails cfg_fails no_avail_buffer event_fails execute_fails invalid_reqs_count flush_count "               \
    "queue_event_count rate_limiter_event_count update_count update_fails read_bytes write_bytes read_count "          \
    "write_count read_agg write_agg rate_limiter_throttled_events io_engine_throttled_events remaining_reqs_count"
#define NET                                                                                                            \
    "activate_fails cfg_fails no_rx_avail_buffer no_tx_avail_buffer event_fails "                                      \
    "rx_queue_event_count rx_event_rate_limiter_count rx_rate_limiter_throttled rx_tap_event_count rx_bytes_count "    \
    "rx_packets_count rx_fails rx_count tap_read_fails tap_write_fails tap_write_agg tx_bytes_count "                  \
    "tx_malformed_frames tx_fails tx_count tx_packets_count tx_queue_event_count tx_rate_limiter_event_count "         \
    "tx_rate_limiter_throttled tx_spoofed_mac_count tx_remaining_reqs_count"
#define PMEM                                                                                                           \
    "activate_fails cfg_fails event_fails queue_event_count rate_limiter_throttled_events rate_limiter_event_count"
    static const struct {
        const char *group;
        const char *keys;
    } groups[] = {
        {"api_server", "process_startup_time_us process_startup_time_cpu_us"},
        {"balloon", "activate_fails inflate_count stats_updates_count stats_update_fails deflate_count event_fails "
                    "free_page_report_count free_page_report_freed free_page_report_fails free_page_hint_count "
                    "free_page_hint_freed free_page_hint_fails"},
        {"block_", BLOCK},
        {"block", BLOCK},
        {"deprecated_api", "deprecated_http_api_calls"},
        {"get_api_requests", "instance_info_count machine_cfg_count mmds_count vmm_version_count hotplug_memory_count"},
        {"i8042", "error_count missed_read_count missed_write_count read_count reset_count write_count"},
        {"latencies_us",
         "full_create_snapshot diff_create_snapshot load_snapshot pause_vm resume_vm "
         "vmm_full_create_snapshot vmm_diff_create_snapshot vmm_load_snapshot vmm_pause_vm vmm_resume_vm"},
        {"logger", "missed_metrics_count metrics_fails missed_log_count rate_limited_log_count"},
        {"mmds", "rx_accepted rx_accepted_err rx_accepted_unusual rx_bad_eth rx_invalid_token rx_no_token rx_count "
                 "tx_bytes tx_count tx_errors tx_frames connections_created connections_destroyed"},
        {"net_eth0", NET},
        {"net", NET},
        {"patch_api_requests",
         "drive_count drive_fails network_count network_fails machine_cfg_count machine_cfg_fails "
         "mmds_count mmds_fails hotplug_memory_count hotplug_memory_fails pmem_count pmem_fails"},
        {"put_api_requests",
         "actions_count actions_fails boot_source_count boot_source_fails drive_count drive_fails "
         "logger_count logger_fails machine_cfg_count machine_cfg_fails cpu_cfg_count cpu_cfg_fails "
         "metrics_count metrics_fails network_count network_fails mmds_count mmds_fails vsock_count "
         "vsock_fails pmem_count pmem_fails serial_count serial_fails hotplug_memory_count "
         "hotplug_memory_fails"},
        {"seccomp", "num_faults"},
        {"vcpu", "exit_io_in exit_io_out exit_mmio_read exit_mmio_write failures kvmclock_ctrl_fails exit_io_in_agg "
                 "exit_io_out_agg exit_mmio_read_agg exit_mmio_write_agg"},
        {"vmm", "panic_count"},
        {"uart", "error_count flush_count missed_read_count missed_write_count read_count write_count "
                 "rate_limiter_dropped_bytes"},
        {"signals", "sigbus sigsegv sigxfsz sigxcpu sigpipe sighup sigill"},
        {"vsock",
         "activate_fails cfg_fails rx_queue_event_fails tx_queue_event_fails ev_queue_event_fails "
         "muxer_event_fails conn_event_fails rx_queue_event_count tx_queue_event_count rx_bytes_count "
         "tx_bytes_count rx_packets_count tx_packets_count conns_added conns_killed conns_removed killq_resync "
         "tx_flush_fails tx_write_fails rx_read_fails"},
        {"entropy", "activate_fails entropy_event_fails entropy_event_count entropy_bytes host_rng_fails "
                    "entropy_rate_limiter_throttled rate_limiter_event_count"},
        {"pmem_data", PMEM},
        {"pmem", PMEM},
        {"interrupts", "triggers config_updates"},
        {"memory_hotplug",
         "activate_fails queue_event_fails queue_event_count plug_agg plug_count plug_bytes plug_fails unplug_agg "
         "unplug_count unplug_bytes unplug_fails unplug_discard_fails unplug_all_agg unplug_all_count "
         "unplug_all_fails state_agg state_count state_fails"},
    };

    generate_start();
    buffer->length = 0;
    buffer_printf(buffer, "{\"utc_timestamp_ms\":1795695573123");
    for (unsigned i = 0; i < sizeof groups / sizeof groups[0]; i++) {
        unsigned times = strcmp(groups[i].group, "block_") == 0 ? drives : 1;

        for (unsigned drive = 0; drive < times; drive++) {
            buffer_printf(buffer, ",\"%s", groups[i].group);
            if (groups[i].group[strlen(groups[i].group) - 1] == '_')
                buffer_printf(buffer, "drive%u", drive);
            buffer_printf(buffer, "\":{");
            add_members(buffer, groups[i].keys);
            buffer_printf(buffer, "}");
        }
    }
    buffer_printf(buffer, "}\n");
}

void generate_firecracker_balloon(struct buffer *buffer)
{
    buffer->length = 0;
    buffer_printf(buffer,
                  "{\"target_pages\":65536,\"actual_pages\":65280,\"target_mib\":256,\"actual_mib\":255,\"swap_in\":0,"
                  "\"swap_out\":1234944,\"major_faults\":369,\"minor_faults\":504067,\"free_memory\":1961717760,"
                  "\"total_memory\":2074480640,\"available_memory\":1902641152,\"disk_caches\":34332672,"
                  "\"hugetlb_allocations\":0,\"hugetlb_failures\":0,\"oom_kill\":1,\"alloc_stall\":318,"
                  "\"async_scan\":286834688,\"direct_scan\":153067520,\"async_reclaim\":83509248,"
                  "\"direct_reclaim\":20037632}");
}

void generate_qemu_balloon(struct buffer *buffer)
{
    buffer->length = 0;
    buffer_printf(buffer,
                  "{\"return\": {\"stats\": {\"stat-htlb-pgalloc\": 0, \"stat-swap-out\": 1234944, "
                  "\"stat-async-scans\": 286834688, \"stat-available-memory\": 1902641152, \"stat-direct-scans\": "
                  "153067520, \"stat-oom-kills\": 1, \"stat-htlb-pgfail\": 0, \"stat-free-memory\": 1961717760, "
                  "\"stat-alloc-stalls\": 318, \"stat-minor-faults\": 504067, \"stat-major-faults\": 369, "
                  "\"stat-async-reclaims\": 83509248, \"stat-total-memory\": 2074480640, \"stat-swap-in\": 0, "
                  "\"stat-direct-reclaims\": 20037632, \"stat-disk-caches\": 34332672}, \"last-update\": "
                  "1795695573}}\r\n");
}

void generate_cloud_hypervisor_counters(struct buffer *buffer, unsigned disks)
{
    generate_start();
    buffer->length = 0;
    for (unsigned i = 0; i < disks; i++) {
        buffer_printf(buffer, "%s\"_disk%u\":{", i == 0 ? "{" : ",", i);
        /* In some order, as they come out of a hash table. */
        add_members(buffer,
                    i % 2 == 0 ? "write_ops read_latency_avg read_bytes write_latency_max read_ops write_latency_avg "
                                 "read_latency_min write_bytes read_latency_max write_latency_min"
                               : "read_latency_max write_latency_min read_bytes read_ops write_latency_max write_bytes "
                                 "write_ops read_latency_avg write_latency_avg read_latency_min");
        buffer_printf(buffer, "},\"_net%u\":{", disks + i);
        add_members(buffer, "rx_frames tx_bytes rx_bytes tx_frames");
        buffer_printf(buffer, "}");
    }
    buffer_printf(buffer, "}");
}

void generate_qemu_disks(struct buffer *buffer, unsigned disks)
{
    static const char *const keys[] = {
        "unmap_operations",
        "unmap_merged",
        "flush_total_time_ns",
        "wr_highest_offset",
        "wr_total_time_ns",
        "failed_wr_operations",
        "failed_rd_operations",
        "wr_merged",
        "wr_bytes",
        "failed_unmap_operations",
        "failed_flush_operations",
        "rd_total_time_ns",
        "invalid_unmap_operations",
        "flush_operations",
        "wr_operations",
        "unmap_bytes",
        "rd_merged",
        "rd_bytes",
        "unmap_total_time_ns",
        "invalid_flush_operations",
        "idle_time_ns",
        "rd_operations",
        "invalid_wr_operations",
        "invalid_rd_operations",
    };

    generate_start();
    buffer->length = 0;
    for (unsigned disk = 0; disk < disks; disk++) {
        buffer_printf(buffer, "%s{\"device\": \"\"", disk == 0 ? "{\"return\": [" : ", ");
        /* The file below the disk, and the disk. */
        for (unsigned level = 0; level < 2; level++) {
            buffer_printf(buffer, ", %s\"stats\": {\"timed_stats\": []", level == 0 ? "\"parent\": {" : "");
            for (unsigned i = 0; i < sizeof keys / sizeof keys[0]; i++)
                buffer_printf(buffer, ", \"%s\": %" PRIu64, keys[i],
                              level == 0 || generate_below(5) < 3 ? 0 : generate_below(100000000));
            buffer_printf(buffer, ", \"account_failed\": true}, \"node-name\": \"#block%u\"%s", disk,
                          level == 0 ? "}" : "");
        }
        buffer_printf(buffer, ", \"qdev\": \"/machine/peripheral/disk%u/virtio-backend\"}", disk);
    }
    buffer_printf(buffer, "]}\r\n");
}
