/* SPDX-License-Identifier: MIT */
/**
 * @file file.h
 * Ids of the files that fill a part of a record, and of the files of a cgroup that contain rows.
 *
 * @ingroup record
 */
#ifndef VMMETRICS_FILE_H
#define VMMETRICS_FILE_H

/**
 * Ids of the files. Each id is unique over all records: the id of the record, multiplied by 1000, plus a number. The
 * comment of an id begins with the name of the file in its directory. vmm_file_at() lists the files of a record,
 * vmm_file_find() finds an id by the file's name, and vmm_record_read() reads a file.
 */
enum vmm_file {
    /* Files of /proc for struct vmm_system. */
    VMM_FILE_SYSTEM_LOADAVG = 24001, /**< `loadavg` */
    VMM_FILE_SYSTEM_UPTIME = 24002,  /**< `uptime` */
    /* Files of /proc/net and /proc/PID/net for struct vmm_protocols. */
    VMM_FILE_PROTOCOLS_SNMP = 31001,      /**< `snmp` */
    VMM_FILE_PROTOCOLS_NETSTAT = 31002,   /**< `netstat` */
    VMM_FILE_PROTOCOLS_SNMP6 = 31003,     /**< `snmp6` */
    VMM_FILE_PROTOCOLS_SOCKSTAT = 31004,  /**< `sockstat` */
    VMM_FILE_PROTOCOLS_SOCKSTAT6 = 31005, /**< `sockstat6` */
    /* Files of /proc/PID and /proc/PID/task/TID for struct vmm_process. */
    VMM_FILE_PROCESS_STAT = 16001,         /**< `stat` */
    VMM_FILE_PROCESS_STATUS = 16002,       /**< `status` */
    VMM_FILE_PROCESS_STATM = 16003,        /**< `statm` */
    VMM_FILE_PROCESS_IO = 16004,           /**< `io` */
    VMM_FILE_PROCESS_SCHEDSTAT = 16005,    /**< `schedstat` */
    VMM_FILE_PROCESS_SMAPS_ROLLUP = 16006, /**< `smaps_rollup` */
    /* Files of /sys/class/net/IF for struct vmm_net. */
    VMM_FILE_NET_IFINDEX = 19001,                        /**< `ifindex` */
    VMM_FILE_NET_IFLINK = 19002,                         /**< `iflink` */
    VMM_FILE_NET_STATISTICS_RX_BYTES = 19003,            /**< `statistics/rx_bytes` */
    VMM_FILE_NET_STATISTICS_RX_PACKETS = 19004,          /**< `statistics/rx_packets` */
    VMM_FILE_NET_STATISTICS_RX_ERRORS = 19005,           /**< `statistics/rx_errors` */
    VMM_FILE_NET_STATISTICS_RX_FIFO_ERRORS = 19006,      /**< `statistics/rx_fifo_errors` */
    VMM_FILE_NET_STATISTICS_RX_COMPRESSED = 19007,       /**< `statistics/rx_compressed` */
    VMM_FILE_NET_STATISTICS_MULTICAST = 19008,           /**< `statistics/multicast` */
    VMM_FILE_NET_STATISTICS_TX_BYTES = 19009,            /**< `statistics/tx_bytes` */
    VMM_FILE_NET_STATISTICS_TX_PACKETS = 19010,          /**< `statistics/tx_packets` */
    VMM_FILE_NET_STATISTICS_TX_ERRORS = 19011,           /**< `statistics/tx_errors` */
    VMM_FILE_NET_STATISTICS_TX_DROPPED = 19012,          /**< `statistics/tx_dropped` */
    VMM_FILE_NET_STATISTICS_TX_FIFO_ERRORS = 19013,      /**< `statistics/tx_fifo_errors` */
    VMM_FILE_NET_STATISTICS_COLLISIONS = 19014,          /**< `statistics/collisions` */
    VMM_FILE_NET_STATISTICS_TX_COMPRESSED = 19015,       /**< `statistics/tx_compressed` */
    VMM_FILE_NET_STATISTICS_RX_DROPPED = 19016,          /**< `statistics/rx_dropped` */
    VMM_FILE_NET_STATISTICS_RX_MISSED_ERRORS = 19017,    /**< `statistics/rx_missed_errors` */
    VMM_FILE_NET_STATISTICS_RX_LENGTH_ERRORS = 19018,    /**< `statistics/rx_length_errors` */
    VMM_FILE_NET_STATISTICS_RX_OVER_ERRORS = 19019,      /**< `statistics/rx_over_errors` */
    VMM_FILE_NET_STATISTICS_RX_CRC_ERRORS = 19020,       /**< `statistics/rx_crc_errors` */
    VMM_FILE_NET_STATISTICS_RX_FRAME_ERRORS = 19021,     /**< `statistics/rx_frame_errors` */
    VMM_FILE_NET_STATISTICS_RX_NOHANDLER = 19022,        /**< `statistics/rx_nohandler` */
    VMM_FILE_NET_STATISTICS_TX_CARRIER_ERRORS = 19023,   /**< `statistics/tx_carrier_errors` */
    VMM_FILE_NET_STATISTICS_TX_ABORTED_ERRORS = 19024,   /**< `statistics/tx_aborted_errors` */
    VMM_FILE_NET_STATISTICS_TX_WINDOW_ERRORS = 19025,    /**< `statistics/tx_window_errors` */
    VMM_FILE_NET_STATISTICS_TX_HEARTBEAT_ERRORS = 19026, /**< `statistics/tx_heartbeat_errors` */
    VMM_FILE_NET_OPERSTATE = 19027,                      /**< `operstate` */
    VMM_FILE_NET_CARRIER = 19028,                        /**< `carrier` */
    VMM_FILE_NET_CARRIER_CHANGES = 19029,                /**< `carrier_changes` */
    VMM_FILE_NET_CARRIER_UP_COUNT = 19030,               /**< `carrier_up_count` */
    VMM_FILE_NET_CARRIER_DOWN_COUNT = 19031,             /**< `carrier_down_count` */
    VMM_FILE_NET_SPEED = 19032,                          /**< `speed` */
    VMM_FILE_NET_DUPLEX = 19033,                         /**< `duplex` */
    VMM_FILE_NET_MTU = 19034,                            /**< `mtu` */
    VMM_FILE_NET_FLAGS = 19035,                          /**< `flags` */
    VMM_FILE_NET_TYPE = 19036,                           /**< `type` */
    VMM_FILE_NET_TX_QUEUE_LEN = 19037,                   /**< `tx_queue_len` */
    VMM_FILE_NET_ADDR_ASSIGN_TYPE = 19038,               /**< `addr_assign_type` */
    VMM_FILE_NET_ADDR_LEN = 19039,                       /**< `addr_len` */
    VMM_FILE_NET_DEV_ID = 19040,                         /**< `dev_id` */
    VMM_FILE_NET_DEV_PORT = 19041,                       /**< `dev_port` */
    VMM_FILE_NET_DORMANT = 19042,                        /**< `dormant` */
    VMM_FILE_NET_TESTING = 19043,                        /**< `testing` */
    VMM_FILE_NET_LINK_MODE = 19044,                      /**< `link_mode` */
    VMM_FILE_NET_NAME_ASSIGN_TYPE = 19045,               /**< `name_assign_type` */
    VMM_FILE_NET_NETDEV_GROUP = 19046,                   /**< `netdev_group` */
    VMM_FILE_NET_PROTO_DOWN = 19047,                     /**< `proto_down` */
    VMM_FILE_NET_THREADED = 19048,                       /**< `threaded` */
    VMM_FILE_NET_NAPI_DEFER_HARD_IRQS = 19049,           /**< `napi_defer_hard_irqs` */
    VMM_FILE_NET_GRO_FLUSH_TIMEOUT = 19050,              /**< `gro_flush_timeout` */
    VMM_FILE_NET_TUN_FLAGS = 19051,                      /**< `tun_flags` */
    VMM_FILE_NET_OWNER = 19052,                          /**< `owner` */
    VMM_FILE_NET_GROUP = 19053,                          /**< `group` */
    /* Files of /sys/block/DEV for struct vmm_disk. */
    VMM_FILE_DISK_STAT = 22001,     /**< `stat` */
    VMM_FILE_DISK_SIZE = 22002,     /**< `size` */
    VMM_FILE_DISK_RO = 22003,       /**< `ro` */
    VMM_FILE_DISK_DISKSEQ = 22004,  /**< `diskseq` */
    VMM_FILE_DISK_INFLIGHT = 22005, /**< `inflight` */
    VMM_FILE_DISK_UEVENT = 22006,   /**< `uevent` */
    /* Files of a cgroup for struct vmm_cgroup. */
    VMM_FILE_CGROUP_CPU_STAT = 11001,                           /**< `cpu.stat`, both versions */
    VMM_FILE_CGROUP_CPU_STAT_LOCAL = 11002,                     /**< `cpu.stat.local` */
    VMM_FILE_CGROUP_CPU_MAX = 11003,                            /**< `cpu.max` */
    VMM_FILE_CGROUP_CPU_MAX_BURST = 11004,                      /**< `cpu.max.burst` */
    VMM_FILE_CGROUP_CPU_WEIGHT = 11005,                         /**< `cpu.weight` */
    VMM_FILE_CGROUP_CPU_WEIGHT_NICE = 11006,                    /**< `cpu.weight.nice` */
    VMM_FILE_CGROUP_CPU_IDLE = 11007,                           /**< `cpu.idle`, both versions */
    VMM_FILE_CGROUP_CPU_UCLAMP_MIN = 11008,                     /**< `cpu.uclamp.min`, both versions */
    VMM_FILE_CGROUP_CPU_UCLAMP_MAX = 11009,                     /**< `cpu.uclamp.max`, both versions */
    VMM_FILE_CGROUP_MEMORY_CURRENT = 11010,                     /**< `memory.current` */
    VMM_FILE_CGROUP_MEMORY_PEAK = 11011,                        /**< `memory.peak` */
    VMM_FILE_CGROUP_MEMORY_MIN = 11012,                         /**< `memory.min` */
    VMM_FILE_CGROUP_MEMORY_LOW = 11013,                         /**< `memory.low` */
    VMM_FILE_CGROUP_MEMORY_HIGH = 11014,                        /**< `memory.high` */
    VMM_FILE_CGROUP_MEMORY_MAX = 11015,                         /**< `memory.max` */
    VMM_FILE_CGROUP_MEMORY_OOM_GROUP = 11016,                   /**< `memory.oom.group` */
    VMM_FILE_CGROUP_MEMORY_EVENTS = 11017,                      /**< `memory.events` */
    VMM_FILE_CGROUP_MEMORY_EVENTS_LOCAL = 11018,                /**< `memory.events.local` */
    VMM_FILE_CGROUP_MEMORY_SWAP_CURRENT = 11019,                /**< `memory.swap.current` */
    VMM_FILE_CGROUP_MEMORY_SWAP_PEAK = 11020,                   /**< `memory.swap.peak` */
    VMM_FILE_CGROUP_MEMORY_SWAP_HIGH = 11021,                   /**< `memory.swap.high` */
    VMM_FILE_CGROUP_MEMORY_SWAP_MAX = 11022,                    /**< `memory.swap.max` */
    VMM_FILE_CGROUP_MEMORY_SWAP_EVENTS = 11023,                 /**< `memory.swap.events` */
    VMM_FILE_CGROUP_MEMORY_ZSWAP_CURRENT = 11024,               /**< `memory.zswap.current` */
    VMM_FILE_CGROUP_MEMORY_ZSWAP_MAX = 11025,                   /**< `memory.zswap.max` */
    VMM_FILE_CGROUP_MEMORY_ZSWAP_WRITEBACK = 11026,             /**< `memory.zswap.writeback` */
    VMM_FILE_CGROUP_PIDS_CURRENT = 11027,                       /**< `pids.current`, both versions */
    VMM_FILE_CGROUP_PIDS_PEAK = 11028,                          /**< `pids.peak` */
    VMM_FILE_CGROUP_PIDS_MAX = 11029,                           /**< `pids.max`, both versions */
    VMM_FILE_CGROUP_PIDS_EVENTS = 11030,                        /**< `pids.events`, both versions */
    VMM_FILE_CGROUP_PIDS_EVENTS_LOCAL = 11031,                  /**< `pids.events.local` */
    VMM_FILE_CGROUP_CGROUP_STAT = 11032,                        /**< `cgroup.stat` */
    VMM_FILE_CGROUP_CGROUP_STAT_LOCAL = 11033,                  /**< `cgroup.stat.local` */
    VMM_FILE_CGROUP_CGROUP_EVENTS = 11034,                      /**< `cgroup.events` */
    VMM_FILE_CGROUP_CGROUP_TYPE = 11035,                        /**< `cgroup.type` */
    VMM_FILE_CGROUP_CGROUP_FREEZE = 11036,                      /**< `cgroup.freeze` */
    VMM_FILE_CGROUP_CGROUP_MAX_DEPTH = 11037,                   /**< `cgroup.max.depth` */
    VMM_FILE_CGROUP_CGROUP_MAX_DESCENDANTS = 11038,             /**< `cgroup.max.descendants` */
    VMM_FILE_CGROUP_CPUSET_CPUS_EFFECTIVE = 11039,              /**< `cpuset.cpus.effective` */
    VMM_FILE_CGROUP_CPUSET_MEMS_EFFECTIVE = 11040,              /**< `cpuset.mems.effective` */
    VMM_FILE_CGROUP_CPUACCT_USAGE = 11041,                      /**< `cpuacct.usage`, v1 */
    VMM_FILE_CGROUP_CPUACCT_STAT = 11042,                       /**< `cpuacct.stat`, v1 */
    VMM_FILE_CGROUP_CPU_CFS_QUOTA_US = 11043,                   /**< `cpu.cfs_quota_us`, v1 */
    VMM_FILE_CGROUP_CPU_CFS_PERIOD_US = 11044,                  /**< `cpu.cfs_period_us`, v1 */
    VMM_FILE_CGROUP_CPU_CFS_BURST_US = 11045,                   /**< `cpu.cfs_burst_us`, v1 */
    VMM_FILE_CGROUP_CPU_SHARES = 11046,                         /**< `cpu.shares`, v1 */
    VMM_FILE_CGROUP_MEMORY_USAGE_IN_BYTES = 11047,              /**< `memory.usage_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_MAX_USAGE_IN_BYTES = 11048,          /**< `memory.max_usage_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_LIMIT_IN_BYTES = 11049,              /**< `memory.limit_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_SOFT_LIMIT_IN_BYTES = 11050,         /**< `memory.soft_limit_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_FAILCNT = 11051,                     /**< `memory.failcnt`, v1 */
    VMM_FILE_CGROUP_MEMORY_MEMSW_USAGE_IN_BYTES = 11052,        /**< `memory.memsw.usage_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_MEMSW_MAX_USAGE_IN_BYTES = 11053,    /**< `memory.memsw.max_usage_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_MEMSW_LIMIT_IN_BYTES = 11054,        /**< `memory.memsw.limit_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_MEMSW_FAILCNT = 11055,               /**< `memory.memsw.failcnt`, v1 */
    VMM_FILE_CGROUP_MEMORY_KMEM_USAGE_IN_BYTES = 11056,         /**< `memory.kmem.usage_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_KMEM_MAX_USAGE_IN_BYTES = 11057,     /**< `memory.kmem.max_usage_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_KMEM_LIMIT_IN_BYTES = 11058,         /**< `memory.kmem.limit_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_KMEM_FAILCNT = 11059,                /**< `memory.kmem.failcnt`, v1 */
    VMM_FILE_CGROUP_MEMORY_KMEM_TCP_USAGE_IN_BYTES = 11060,     /**< `memory.kmem.tcp.usage_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_KMEM_TCP_MAX_USAGE_IN_BYTES = 11061, /**< `memory.kmem.tcp.max_usage_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_KMEM_TCP_LIMIT_IN_BYTES = 11062,     /**< `memory.kmem.tcp.limit_in_bytes`, v1 */
    VMM_FILE_CGROUP_MEMORY_KMEM_TCP_FAILCNT = 11063,            /**< `memory.kmem.tcp.failcnt`, v1 */
    VMM_FILE_CGROUP_MEMORY_OOM_CONTROL = 11064,                 /**< `memory.oom_control`, v1 */
    VMM_FILE_CGROUP_CPUSET_EFFECTIVE_CPUS = 11065,              /**< `cpuset.effective_cpus`, v1 */
    VMM_FILE_CGROUP_CPUSET_EFFECTIVE_MEMS = 11066,              /**< `cpuset.effective_mems`, v1 */
    VMM_FILE_CGROUP_HUGETLB_2MB_CURRENT = 11067,                /**< `hugetlb.2MB.current` */
    VMM_FILE_CGROUP_HUGETLB_2MB_MAX = 11068,                    /**< `hugetlb.2MB.max` */
    VMM_FILE_CGROUP_HUGETLB_2MB_EVENTS = 11069,                 /**< `hugetlb.2MB.events` */
    VMM_FILE_CGROUP_HUGETLB_2MB_EVENTS_LOCAL = 11070,           /**< `hugetlb.2MB.events.local` */
    VMM_FILE_CGROUP_HUGETLB_2MB_RSVD_CURRENT = 11071,           /**< `hugetlb.2MB.rsvd.current` */
    VMM_FILE_CGROUP_HUGETLB_2MB_RSVD_MAX = 11072,               /**< `hugetlb.2MB.rsvd.max` */
    VMM_FILE_CGROUP_HUGETLB_1GB_CURRENT = 11073,                /**< `hugetlb.1GB.current` */
    VMM_FILE_CGROUP_HUGETLB_1GB_MAX = 11074,                    /**< `hugetlb.1GB.max` */
    VMM_FILE_CGROUP_HUGETLB_1GB_EVENTS = 11075,                 /**< `hugetlb.1GB.events` */
    VMM_FILE_CGROUP_HUGETLB_1GB_EVENTS_LOCAL = 11076,           /**< `hugetlb.1GB.events.local` */
    VMM_FILE_CGROUP_HUGETLB_1GB_RSVD_CURRENT = 11077,           /**< `hugetlb.1GB.rsvd.current` */
    VMM_FILE_CGROUP_HUGETLB_1GB_RSVD_MAX = 11078,               /**< `hugetlb.1GB.rsvd.max` */
    VMM_FILE_CGROUP_CPUSET_CPUS = 11079,                        /**< `cpuset.cpus`, both versions */
    VMM_FILE_CGROUP_CPUSET_CPUS_EXCLUSIVE = 11080,              /**< `cpuset.cpus.exclusive` */
    VMM_FILE_CGROUP_CPUSET_CPUS_EXCLUSIVE_EFFECTIVE = 11081,    /**< `cpuset.cpus.exclusive.effective` */
    VMM_FILE_CGROUP_CPUSET_CPUS_ISOLATED = 11082,               /**< `cpuset.cpus.isolated` */
    VMM_FILE_CGROUP_CPUSET_CPUS_PARTITION = 11083,              /**< `cpuset.cpus.partition` */
    VMM_FILE_CGROUP_CPUSET_MEMS = 11084,                        /**< `cpuset.mems`, both versions */
    /* File of a cgroup for struct vmm_cgroup_memory. */
    VMM_FILE_CGROUP_MEMORY_STAT = 10001, /**< `memory.stat`, both versions */
    /* Files of a cgroup with rows: vmm_cgroup_io_next() reads each of them into struct vmm_cgroup_io. */
    VMM_FILE_CGROUP_IO_STAT = 14001,                         /**< `io.stat` */
    VMM_FILE_CGROUP_IO_MAX = 14002,                          /**< `io.max` */
    VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES = 14003, /**< `blkio.throttle.io_service_bytes`, v1 */
    VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED = 14004,      /**< `blkio.throttle.io_serviced`, v1 */
    VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES_RECURSIVE =
        14005, /**< `blkio.throttle.io_service_bytes_recursive`, v1 */
    VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED_RECURSIVE = 14006, /**< `blkio.throttle.io_serviced_recursive`, v1 */
    VMM_FILE_CGROUP_BLKIO_THROTTLE_READ_BPS_DEVICE = 14007,       /**< `blkio.throttle.read_bps_device`, v1 */
    VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_BPS_DEVICE = 14008,      /**< `blkio.throttle.write_bps_device`, v1 */
    VMM_FILE_CGROUP_BLKIO_THROTTLE_READ_IOPS_DEVICE = 14009,      /**< `blkio.throttle.read_iops_device`, v1 */
    VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_IOPS_DEVICE = 14010,     /**< `blkio.throttle.write_iops_device`, v1 */
};

#endif
