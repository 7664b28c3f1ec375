// SPDX-License-Identifier: MIT
// All constants, structs and functions of the public headers.
// Written by `python3 lib/describe/generate.py`: do not edit.

use core::ffi::c_void;

/// Result of a call: one of `VMM_OK`, `VMM_END` and so on.
pub type vmm_status = i32;
pub const VMM_VERSION_NUMBER: u32 = 10000;
pub const VMM_VALUE_ROOM: u32 = 21;
/// Value of an unknown integer member.
pub const VMM_UNKNOWN: u64 = u64::MAX;
/// Value of a limit that means "no limit".
pub const VMM_UNLIMITED: u64 = u64::MAX - 1;

/// Success: the output is filled.
pub const VMM_OK: vmm_status = 0;
/// No more rows.
pub const VMM_END: vmm_status = 1;
/// No earlier sample, so there is no difference to compute.
pub const VMM_FIRST: vmm_status = 2;
/// No time between the two samples.
pub const VMM_NO_INTERVAL: vmm_status = 3;
/// A counter restarted, or the object was replaced by another one: use the later sample as the new baseline.
pub const VMM_RESET: vmm_status = 4;
/// Invalid argument: NULL, too small, or not a known value. Nothing was read, and the text, if there is one, is now at its end, so that a loop over rows stops.
pub const VMM_E_ARGUMENT: vmm_status = -1;
/// Malformed value of a known key or column; vmm_text::error points at the wrong byte.
pub const VMM_E_SYNTAX: vmm_status = -2;
/// Text that ends inside a line or a JSON object, so it was cut; vmm_text::error points at the end of the text.
pub const VMM_E_TRUNCATED: vmm_status = -3;
/// No known key or value in the text, also if the text was read before; or no known input in the record.
pub const VMM_E_EMPTY: vmm_status = -4;
/// Buffer too small for the result; the call says how many bytes are needed.
pub const VMM_E_SPACE: vmm_status = -5;

pub type vmm_cgroup_type = u32;
/// `domain`: a normal cgroup, with its own processes and memory.
pub const VMM_CGROUP_TYPE_DOMAIN: vmm_cgroup_type = 1;
/// `domain threaded`: the root of a threaded subtree.
pub const VMM_CGROUP_TYPE_DOMAIN_THREADED: vmm_cgroup_type = 2;
/// `domain invalid`: unusable until it becomes threaded.
pub const VMM_CGROUP_TYPE_DOMAIN_INVALID: vmm_cgroup_type = 3;
/// `threaded`: holds single threads, and has no memory of its own.
pub const VMM_CGROUP_TYPE_THREADED: vmm_cgroup_type = 4;

pub type vmm_cgroup_partition = u32;
/// `member`: no partition of its own; the cgroup shares the CPUs of the partition above.
pub const VMM_CGROUP_PARTITION_MEMBER: vmm_cgroup_partition = 1;
/// `root`: the cgroup has its CPUs for itself.
pub const VMM_CGROUP_PARTITION_ROOT: vmm_cgroup_partition = 2;
/// `isolated`: the same, and the scheduler does not balance load between these CPUs.
pub const VMM_CGROUP_PARTITION_ISOLATED: vmm_cgroup_partition = 3;
/// `root invalid`: the cgroup asked for `root`, and cannot have it; the kernel adds the reason in brackets.
pub const VMM_CGROUP_PARTITION_ROOT_INVALID: vmm_cgroup_partition = 4;
/// `isolated invalid`: the cgroup asked for `isolated`, and cannot have it.
pub const VMM_CGROUP_PARTITION_ISOLATED_INVALID: vmm_cgroup_partition = 5;

pub type vmm_descriptor = u32;
/// Anything else: a file, a socket, a pipe.
pub const VMM_DESCRIPTOR_OTHER: vmm_descriptor = 0;
/// KVM itself: `/dev/kvm`. A process that only asks KVM for its abilities holds it too.
pub const VMM_DESCRIPTOR_KVM: vmm_descriptor = 1;
/// A VM of KVM: `anon_inode:kvm-vm`.
pub const VMM_DESCRIPTOR_KVM_VM: vmm_descriptor = 2;
/// A virtual CPU of KVM: `anon_inode:kvm-vcpu:3`. The number is 3. A monitor may hold it twice, as Firecracker does. Old kernels print no number.
pub const VMM_DESCRIPTOR_KVM_VCPU: vmm_descriptor = 3;
/// A queue of a TAP, or of no TAP yet: `/dev/net/tun`. The name of the TAP is the value of `iff` in /proc/PID/fdinfo/N, which vmm_key_next() reads. A TAP of several queues has a descriptor for each.
pub const VMM_DESCRIPTOR_TUN: vmm_descriptor = 4;
/// A queue of a macvtap: `/dev/tap7`. The number is the `ifindex` of the interface.
pub const VMM_DESCRIPTOR_MACVTAP: vmm_descriptor = 5;
/// Another file in a directory `dev`: `/dev/vda`, `/dev/null`. It is a block device if stat(2) of /proc/PID/fd/N says so (`S_ISBLK`), and `st_rdev` is its number. The name after `dev/` is that of /sys/class/block, with an exclamation mark for each slash.
pub const VMM_DESCRIPTOR_DEVICE: vmm_descriptor = 6;

pub type vmm_file = u32;
/// `loadavg`
pub const VMM_FILE_SYSTEM_LOADAVG: vmm_file = 24001;
/// `uptime`
pub const VMM_FILE_SYSTEM_UPTIME: vmm_file = 24002;
/// `snmp`
pub const VMM_FILE_PROTOCOLS_SNMP: vmm_file = 31001;
/// `netstat`
pub const VMM_FILE_PROTOCOLS_NETSTAT: vmm_file = 31002;
/// `snmp6`
pub const VMM_FILE_PROTOCOLS_SNMP6: vmm_file = 31003;
/// `sockstat`
pub const VMM_FILE_PROTOCOLS_SOCKSTAT: vmm_file = 31004;
/// `sockstat6`
pub const VMM_FILE_PROTOCOLS_SOCKSTAT6: vmm_file = 31005;
/// `stat`
pub const VMM_FILE_PROCESS_STAT: vmm_file = 16001;
/// `status`
pub const VMM_FILE_PROCESS_STATUS: vmm_file = 16002;
/// `statm`
pub const VMM_FILE_PROCESS_STATM: vmm_file = 16003;
/// `io`
pub const VMM_FILE_PROCESS_IO: vmm_file = 16004;
/// `schedstat`
pub const VMM_FILE_PROCESS_SCHEDSTAT: vmm_file = 16005;
/// `smaps_rollup`
pub const VMM_FILE_PROCESS_SMAPS_ROLLUP: vmm_file = 16006;
/// `ifindex`
pub const VMM_FILE_NET_IFINDEX: vmm_file = 19001;
/// `iflink`
pub const VMM_FILE_NET_IFLINK: vmm_file = 19002;
/// `statistics/rx_bytes`
pub const VMM_FILE_NET_STATISTICS_RX_BYTES: vmm_file = 19003;
/// `statistics/rx_packets`
pub const VMM_FILE_NET_STATISTICS_RX_PACKETS: vmm_file = 19004;
/// `statistics/rx_errors`
pub const VMM_FILE_NET_STATISTICS_RX_ERRORS: vmm_file = 19005;
/// `statistics/rx_fifo_errors`
pub const VMM_FILE_NET_STATISTICS_RX_FIFO_ERRORS: vmm_file = 19006;
/// `statistics/rx_compressed`
pub const VMM_FILE_NET_STATISTICS_RX_COMPRESSED: vmm_file = 19007;
/// `statistics/multicast`
pub const VMM_FILE_NET_STATISTICS_MULTICAST: vmm_file = 19008;
/// `statistics/tx_bytes`
pub const VMM_FILE_NET_STATISTICS_TX_BYTES: vmm_file = 19009;
/// `statistics/tx_packets`
pub const VMM_FILE_NET_STATISTICS_TX_PACKETS: vmm_file = 19010;
/// `statistics/tx_errors`
pub const VMM_FILE_NET_STATISTICS_TX_ERRORS: vmm_file = 19011;
/// `statistics/tx_dropped`
pub const VMM_FILE_NET_STATISTICS_TX_DROPPED: vmm_file = 19012;
/// `statistics/tx_fifo_errors`
pub const VMM_FILE_NET_STATISTICS_TX_FIFO_ERRORS: vmm_file = 19013;
/// `statistics/collisions`
pub const VMM_FILE_NET_STATISTICS_COLLISIONS: vmm_file = 19014;
/// `statistics/tx_compressed`
pub const VMM_FILE_NET_STATISTICS_TX_COMPRESSED: vmm_file = 19015;
/// `statistics/rx_dropped`
pub const VMM_FILE_NET_STATISTICS_RX_DROPPED: vmm_file = 19016;
/// `statistics/rx_missed_errors`
pub const VMM_FILE_NET_STATISTICS_RX_MISSED_ERRORS: vmm_file = 19017;
/// `statistics/rx_length_errors`
pub const VMM_FILE_NET_STATISTICS_RX_LENGTH_ERRORS: vmm_file = 19018;
/// `statistics/rx_over_errors`
pub const VMM_FILE_NET_STATISTICS_RX_OVER_ERRORS: vmm_file = 19019;
/// `statistics/rx_crc_errors`
pub const VMM_FILE_NET_STATISTICS_RX_CRC_ERRORS: vmm_file = 19020;
/// `statistics/rx_frame_errors`
pub const VMM_FILE_NET_STATISTICS_RX_FRAME_ERRORS: vmm_file = 19021;
/// `statistics/rx_nohandler`
pub const VMM_FILE_NET_STATISTICS_RX_NOHANDLER: vmm_file = 19022;
/// `statistics/tx_carrier_errors`
pub const VMM_FILE_NET_STATISTICS_TX_CARRIER_ERRORS: vmm_file = 19023;
/// `statistics/tx_aborted_errors`
pub const VMM_FILE_NET_STATISTICS_TX_ABORTED_ERRORS: vmm_file = 19024;
/// `statistics/tx_window_errors`
pub const VMM_FILE_NET_STATISTICS_TX_WINDOW_ERRORS: vmm_file = 19025;
/// `statistics/tx_heartbeat_errors`
pub const VMM_FILE_NET_STATISTICS_TX_HEARTBEAT_ERRORS: vmm_file = 19026;
/// `operstate`
pub const VMM_FILE_NET_OPERSTATE: vmm_file = 19027;
/// `carrier`
pub const VMM_FILE_NET_CARRIER: vmm_file = 19028;
/// `carrier_changes`
pub const VMM_FILE_NET_CARRIER_CHANGES: vmm_file = 19029;
/// `carrier_up_count`
pub const VMM_FILE_NET_CARRIER_UP_COUNT: vmm_file = 19030;
/// `carrier_down_count`
pub const VMM_FILE_NET_CARRIER_DOWN_COUNT: vmm_file = 19031;
/// `speed`
pub const VMM_FILE_NET_SPEED: vmm_file = 19032;
/// `duplex`
pub const VMM_FILE_NET_DUPLEX: vmm_file = 19033;
/// `mtu`
pub const VMM_FILE_NET_MTU: vmm_file = 19034;
/// `flags`
pub const VMM_FILE_NET_FLAGS: vmm_file = 19035;
/// `type`
pub const VMM_FILE_NET_TYPE: vmm_file = 19036;
/// `tx_queue_len`
pub const VMM_FILE_NET_TX_QUEUE_LEN: vmm_file = 19037;
/// `addr_assign_type`
pub const VMM_FILE_NET_ADDR_ASSIGN_TYPE: vmm_file = 19038;
/// `addr_len`
pub const VMM_FILE_NET_ADDR_LEN: vmm_file = 19039;
/// `dev_id`
pub const VMM_FILE_NET_DEV_ID: vmm_file = 19040;
/// `dev_port`
pub const VMM_FILE_NET_DEV_PORT: vmm_file = 19041;
/// `dormant`
pub const VMM_FILE_NET_DORMANT: vmm_file = 19042;
/// `testing`
pub const VMM_FILE_NET_TESTING: vmm_file = 19043;
/// `link_mode`
pub const VMM_FILE_NET_LINK_MODE: vmm_file = 19044;
/// `name_assign_type`
pub const VMM_FILE_NET_NAME_ASSIGN_TYPE: vmm_file = 19045;
/// `netdev_group`
pub const VMM_FILE_NET_NETDEV_GROUP: vmm_file = 19046;
/// `proto_down`
pub const VMM_FILE_NET_PROTO_DOWN: vmm_file = 19047;
/// `threaded`
pub const VMM_FILE_NET_THREADED: vmm_file = 19048;
/// `napi_defer_hard_irqs`
pub const VMM_FILE_NET_NAPI_DEFER_HARD_IRQS: vmm_file = 19049;
/// `gro_flush_timeout`
pub const VMM_FILE_NET_GRO_FLUSH_TIMEOUT: vmm_file = 19050;
/// `tun_flags`
pub const VMM_FILE_NET_TUN_FLAGS: vmm_file = 19051;
/// `owner`
pub const VMM_FILE_NET_OWNER: vmm_file = 19052;
/// `group`
pub const VMM_FILE_NET_GROUP: vmm_file = 19053;
/// `stat`
pub const VMM_FILE_DISK_STAT: vmm_file = 22001;
/// `size`
pub const VMM_FILE_DISK_SIZE: vmm_file = 22002;
/// `ro`
pub const VMM_FILE_DISK_RO: vmm_file = 22003;
/// `diskseq`
pub const VMM_FILE_DISK_DISKSEQ: vmm_file = 22004;
/// `inflight`
pub const VMM_FILE_DISK_INFLIGHT: vmm_file = 22005;
/// `uevent`
pub const VMM_FILE_DISK_UEVENT: vmm_file = 22006;
/// `cpu.stat`, both versions
pub const VMM_FILE_CGROUP_CPU_STAT: vmm_file = 11001;
/// `cpu.stat.local`
pub const VMM_FILE_CGROUP_CPU_STAT_LOCAL: vmm_file = 11002;
/// `cpu.max`
pub const VMM_FILE_CGROUP_CPU_MAX: vmm_file = 11003;
/// `cpu.max.burst`
pub const VMM_FILE_CGROUP_CPU_MAX_BURST: vmm_file = 11004;
/// `cpu.weight`
pub const VMM_FILE_CGROUP_CPU_WEIGHT: vmm_file = 11005;
/// `cpu.weight.nice`
pub const VMM_FILE_CGROUP_CPU_WEIGHT_NICE: vmm_file = 11006;
/// `cpu.idle`, both versions
pub const VMM_FILE_CGROUP_CPU_IDLE: vmm_file = 11007;
/// `cpu.uclamp.min`, both versions
pub const VMM_FILE_CGROUP_CPU_UCLAMP_MIN: vmm_file = 11008;
/// `cpu.uclamp.max`, both versions
pub const VMM_FILE_CGROUP_CPU_UCLAMP_MAX: vmm_file = 11009;
/// `memory.current`
pub const VMM_FILE_CGROUP_MEMORY_CURRENT: vmm_file = 11010;
/// `memory.peak`
pub const VMM_FILE_CGROUP_MEMORY_PEAK: vmm_file = 11011;
/// `memory.min`
pub const VMM_FILE_CGROUP_MEMORY_MIN: vmm_file = 11012;
/// `memory.low`
pub const VMM_FILE_CGROUP_MEMORY_LOW: vmm_file = 11013;
/// `memory.high`
pub const VMM_FILE_CGROUP_MEMORY_HIGH: vmm_file = 11014;
/// `memory.max`
pub const VMM_FILE_CGROUP_MEMORY_MAX: vmm_file = 11015;
/// `memory.oom.group`
pub const VMM_FILE_CGROUP_MEMORY_OOM_GROUP: vmm_file = 11016;
/// `memory.events`
pub const VMM_FILE_CGROUP_MEMORY_EVENTS: vmm_file = 11017;
/// `memory.events.local`
pub const VMM_FILE_CGROUP_MEMORY_EVENTS_LOCAL: vmm_file = 11018;
/// `memory.swap.current`
pub const VMM_FILE_CGROUP_MEMORY_SWAP_CURRENT: vmm_file = 11019;
/// `memory.swap.peak`
pub const VMM_FILE_CGROUP_MEMORY_SWAP_PEAK: vmm_file = 11020;
/// `memory.swap.high`
pub const VMM_FILE_CGROUP_MEMORY_SWAP_HIGH: vmm_file = 11021;
/// `memory.swap.max`
pub const VMM_FILE_CGROUP_MEMORY_SWAP_MAX: vmm_file = 11022;
/// `memory.swap.events`
pub const VMM_FILE_CGROUP_MEMORY_SWAP_EVENTS: vmm_file = 11023;
/// `memory.zswap.current`
pub const VMM_FILE_CGROUP_MEMORY_ZSWAP_CURRENT: vmm_file = 11024;
/// `memory.zswap.max`
pub const VMM_FILE_CGROUP_MEMORY_ZSWAP_MAX: vmm_file = 11025;
/// `memory.zswap.writeback`
pub const VMM_FILE_CGROUP_MEMORY_ZSWAP_WRITEBACK: vmm_file = 11026;
/// `pids.current`, both versions
pub const VMM_FILE_CGROUP_PIDS_CURRENT: vmm_file = 11027;
/// `pids.peak`
pub const VMM_FILE_CGROUP_PIDS_PEAK: vmm_file = 11028;
/// `pids.max`, both versions
pub const VMM_FILE_CGROUP_PIDS_MAX: vmm_file = 11029;
/// `pids.events`, both versions
pub const VMM_FILE_CGROUP_PIDS_EVENTS: vmm_file = 11030;
/// `pids.events.local`
pub const VMM_FILE_CGROUP_PIDS_EVENTS_LOCAL: vmm_file = 11031;
/// `cgroup.stat`
pub const VMM_FILE_CGROUP_CGROUP_STAT: vmm_file = 11032;
/// `cgroup.stat.local`
pub const VMM_FILE_CGROUP_CGROUP_STAT_LOCAL: vmm_file = 11033;
/// `cgroup.events`
pub const VMM_FILE_CGROUP_CGROUP_EVENTS: vmm_file = 11034;
/// `cgroup.type`
pub const VMM_FILE_CGROUP_CGROUP_TYPE: vmm_file = 11035;
/// `cgroup.freeze`
pub const VMM_FILE_CGROUP_CGROUP_FREEZE: vmm_file = 11036;
/// `cgroup.max.depth`
pub const VMM_FILE_CGROUP_CGROUP_MAX_DEPTH: vmm_file = 11037;
/// `cgroup.max.descendants`
pub const VMM_FILE_CGROUP_CGROUP_MAX_DESCENDANTS: vmm_file = 11038;
/// `cpuset.cpus.effective`
pub const VMM_FILE_CGROUP_CPUSET_CPUS_EFFECTIVE: vmm_file = 11039;
/// `cpuset.mems.effective`
pub const VMM_FILE_CGROUP_CPUSET_MEMS_EFFECTIVE: vmm_file = 11040;
/// `cpuacct.usage`, v1
pub const VMM_FILE_CGROUP_CPUACCT_USAGE: vmm_file = 11041;
/// `cpuacct.stat`, v1
pub const VMM_FILE_CGROUP_CPUACCT_STAT: vmm_file = 11042;
/// `cpu.cfs_quota_us`, v1
pub const VMM_FILE_CGROUP_CPU_CFS_QUOTA_US: vmm_file = 11043;
/// `cpu.cfs_period_us`, v1
pub const VMM_FILE_CGROUP_CPU_CFS_PERIOD_US: vmm_file = 11044;
/// `cpu.cfs_burst_us`, v1
pub const VMM_FILE_CGROUP_CPU_CFS_BURST_US: vmm_file = 11045;
/// `cpu.shares`, v1
pub const VMM_FILE_CGROUP_CPU_SHARES: vmm_file = 11046;
/// `memory.usage_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_USAGE_IN_BYTES: vmm_file = 11047;
/// `memory.max_usage_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_MAX_USAGE_IN_BYTES: vmm_file = 11048;
/// `memory.limit_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_LIMIT_IN_BYTES: vmm_file = 11049;
/// `memory.soft_limit_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_SOFT_LIMIT_IN_BYTES: vmm_file = 11050;
/// `memory.failcnt`, v1
pub const VMM_FILE_CGROUP_MEMORY_FAILCNT: vmm_file = 11051;
/// `memory.memsw.usage_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_MEMSW_USAGE_IN_BYTES: vmm_file = 11052;
/// `memory.memsw.max_usage_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_MEMSW_MAX_USAGE_IN_BYTES: vmm_file = 11053;
/// `memory.memsw.limit_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_MEMSW_LIMIT_IN_BYTES: vmm_file = 11054;
/// `memory.memsw.failcnt`, v1
pub const VMM_FILE_CGROUP_MEMORY_MEMSW_FAILCNT: vmm_file = 11055;
/// `memory.kmem.usage_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_KMEM_USAGE_IN_BYTES: vmm_file = 11056;
/// `memory.kmem.max_usage_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_KMEM_MAX_USAGE_IN_BYTES: vmm_file = 11057;
/// `memory.kmem.limit_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_KMEM_LIMIT_IN_BYTES: vmm_file = 11058;
/// `memory.kmem.failcnt`, v1
pub const VMM_FILE_CGROUP_MEMORY_KMEM_FAILCNT: vmm_file = 11059;
/// `memory.kmem.tcp.usage_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_KMEM_TCP_USAGE_IN_BYTES: vmm_file = 11060;
/// `memory.kmem.tcp.max_usage_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_KMEM_TCP_MAX_USAGE_IN_BYTES: vmm_file = 11061;
/// `memory.kmem.tcp.limit_in_bytes`, v1
pub const VMM_FILE_CGROUP_MEMORY_KMEM_TCP_LIMIT_IN_BYTES: vmm_file = 11062;
/// `memory.kmem.tcp.failcnt`, v1
pub const VMM_FILE_CGROUP_MEMORY_KMEM_TCP_FAILCNT: vmm_file = 11063;
/// `memory.oom_control`, v1
pub const VMM_FILE_CGROUP_MEMORY_OOM_CONTROL: vmm_file = 11064;
/// `cpuset.effective_cpus`, v1
pub const VMM_FILE_CGROUP_CPUSET_EFFECTIVE_CPUS: vmm_file = 11065;
/// `cpuset.effective_mems`, v1
pub const VMM_FILE_CGROUP_CPUSET_EFFECTIVE_MEMS: vmm_file = 11066;
/// `hugetlb.2MB.current`
pub const VMM_FILE_CGROUP_HUGETLB_2MB_CURRENT: vmm_file = 11067;
/// `hugetlb.2MB.max`
pub const VMM_FILE_CGROUP_HUGETLB_2MB_MAX: vmm_file = 11068;
/// `hugetlb.2MB.events`
pub const VMM_FILE_CGROUP_HUGETLB_2MB_EVENTS: vmm_file = 11069;
/// `hugetlb.2MB.events.local`
pub const VMM_FILE_CGROUP_HUGETLB_2MB_EVENTS_LOCAL: vmm_file = 11070;
/// `hugetlb.2MB.rsvd.current`
pub const VMM_FILE_CGROUP_HUGETLB_2MB_RSVD_CURRENT: vmm_file = 11071;
/// `hugetlb.2MB.rsvd.max`
pub const VMM_FILE_CGROUP_HUGETLB_2MB_RSVD_MAX: vmm_file = 11072;
/// `hugetlb.1GB.current`
pub const VMM_FILE_CGROUP_HUGETLB_1GB_CURRENT: vmm_file = 11073;
/// `hugetlb.1GB.max`
pub const VMM_FILE_CGROUP_HUGETLB_1GB_MAX: vmm_file = 11074;
/// `hugetlb.1GB.events`
pub const VMM_FILE_CGROUP_HUGETLB_1GB_EVENTS: vmm_file = 11075;
/// `hugetlb.1GB.events.local`
pub const VMM_FILE_CGROUP_HUGETLB_1GB_EVENTS_LOCAL: vmm_file = 11076;
/// `hugetlb.1GB.rsvd.current`
pub const VMM_FILE_CGROUP_HUGETLB_1GB_RSVD_CURRENT: vmm_file = 11077;
/// `hugetlb.1GB.rsvd.max`
pub const VMM_FILE_CGROUP_HUGETLB_1GB_RSVD_MAX: vmm_file = 11078;
/// `cpuset.cpus`, both versions
pub const VMM_FILE_CGROUP_CPUSET_CPUS: vmm_file = 11079;
/// `cpuset.cpus.exclusive`
pub const VMM_FILE_CGROUP_CPUSET_CPUS_EXCLUSIVE: vmm_file = 11080;
/// `cpuset.cpus.exclusive.effective`
pub const VMM_FILE_CGROUP_CPUSET_CPUS_EXCLUSIVE_EFFECTIVE: vmm_file = 11081;
/// `cpuset.cpus.isolated`
pub const VMM_FILE_CGROUP_CPUSET_CPUS_ISOLATED: vmm_file = 11082;
/// `cpuset.cpus.partition`
pub const VMM_FILE_CGROUP_CPUSET_CPUS_PARTITION: vmm_file = 11083;
/// `cpuset.mems`, both versions
pub const VMM_FILE_CGROUP_CPUSET_MEMS: vmm_file = 11084;
/// `memory.stat`, both versions
pub const VMM_FILE_CGROUP_MEMORY_STAT: vmm_file = 10001;
/// `io.stat`
pub const VMM_FILE_CGROUP_IO_STAT: vmm_file = 14001;
/// `io.max`
pub const VMM_FILE_CGROUP_IO_MAX: vmm_file = 14002;
/// `blkio.throttle.io_service_bytes`, v1
pub const VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES: vmm_file = 14003;
/// `blkio.throttle.io_serviced`, v1
pub const VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED: vmm_file = 14004;
/// `blkio.throttle.io_service_bytes_recursive`, v1
pub const VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES_RECURSIVE: vmm_file = 14005;
/// `blkio.throttle.io_serviced_recursive`, v1
pub const VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED_RECURSIVE: vmm_file = 14006;
/// `blkio.throttle.read_bps_device`, v1
pub const VMM_FILE_CGROUP_BLKIO_THROTTLE_READ_BPS_DEVICE: vmm_file = 14007;
/// `blkio.throttle.write_bps_device`, v1
pub const VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_BPS_DEVICE: vmm_file = 14008;
/// `blkio.throttle.read_iops_device`, v1
pub const VMM_FILE_CGROUP_BLKIO_THROTTLE_READ_IOPS_DEVICE: vmm_file = 14009;
/// `blkio.throttle.write_iops_device`, v1
pub const VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_IOPS_DEVICE: vmm_file = 14010;

pub type vmm_hypervisor_device_type = u32;
/// Firecracker's drive, key `block_ID`
pub const VMM_HYPERVISOR_DEVICE_FIRECRACKER_BLOCK: vmm_hypervisor_device_type = 1;
/// Firecracker's interface, key `net_ID`
pub const VMM_HYPERVISOR_DEVICE_FIRECRACKER_NET: vmm_hypervisor_device_type = 2;
/// Firecracker's vhost-user drive, key `vhost_user_block_ID`
pub const VMM_HYPERVISOR_DEVICE_FIRECRACKER_VHOST_USER: vmm_hypervisor_device_type = 3;
/// Cloud Hypervisor's disk
pub const VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK: vmm_hypervisor_device_type = 4;
/// Cloud Hypervisor's interface
pub const VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_NET: vmm_hypervisor_device_type = 5;
/// Firecracker's pmem device, key `pmem_ID`
pub const VMM_HYPERVISOR_DEVICE_FIRECRACKER_PMEM: vmm_hypervisor_device_type = 6;
/// QEMU's disk
pub const VMM_HYPERVISOR_DEVICE_QEMU_DISK: vmm_hypervisor_device_type = 7;

pub type vmm_key_form = u32;
/// One key and value per line. The key ends at the first blank, tab, colon or equals sign; the value is the rest of the line without the blanks around it. Examples: /proc/vmstat, /proc/meminfo, memory.stat, the files of the cgroup controllers hugetlb and misc.
pub const VMM_KEY_LINES: vmm_key_form = 1;
/// One `key=value` per word; a word without an equals sign is a key with an empty value. Use it for the value part of a line such as `mlx5_0 hca_handle=2 hca_object=max` or `anon N0=4096 N1=0`; the end of the text also ends a word.
pub const VMM_KEY_PAIRS: vmm_key_form = 2;
/// One key and value per member of a JSON object, on one line or more. The key comes without its quotes. The value comes as it is in the text: a string with its quotes, an object with its braces. Escapes stay as they are. To follow a path, read each inner object as a text of its own. Here is `vsock.rx_bytes_count` of a line of Firecracker's metrics:
///
/// ```c
/// while (vmm_key_next(&line, VMM_KEY_JSON, &group, sizeof group) == VMM_OK) {
///     struct vmm_text inside = vmm_text_of(group.value.start, group.value.length);
///     if (!is(group.key, "vsock"))
///         continue;
///     while (vmm_key_next(&inside, VMM_KEY_JSON, &member, sizeof member) == VMM_OK)
///         if (is(member.key, "rx_bytes_count")) {
///             struct vmm_text value = vmm_text_of(member.value.start, member.value.length);
///             vmm_value_parse(&value, VMM_VALUE_NUMBER, &rx_bytes);
///         } }
/// ```
///
/// The whole object is checked during reading. At its end the function returns `VMM_END`, and `text` is after the object and its newline. At most 64 objects and arrays may be open at one point. A member is returned only if the comma or the brace after it is in the text.
pub const VMM_KEY_JSON: vmm_key_form = 3;
/// Two lines per row, as in /proc/net/snmp and /proc/net/netstat: names, and their values in the next line. The key is the line of names, the value the line of values. Both begin with the same word, the section with its colon. Read both lines word by word with `VMM_KEY_PAIRS`. Here is each name of the file, such as `Tcp:` `InSegs` `7170`:
///
/// ```c
/// while ((status = vmm_key_next(&text, VMM_KEY_PAIRED_LINES, &lines, sizeof lines)) != VMM_END) {
///     struct vmm_text names = vmm_text_of(lines.key.start, lines.key.length);
///     struct vmm_text values = vmm_text_of(lines.value.start, lines.value.length);
///     if (vmm_key_next(&names, VMM_KEY_PAIRS, &section, sizeof section) != VMM_OK ||
///         vmm_key_next(&values, VMM_KEY_PAIRS, &value, sizeof value) != VMM_OK)
///         continue;
///     while (vmm_key_next(&names, VMM_KEY_PAIRS, &name, sizeof name) == VMM_OK &&
///            vmm_key_next(&values, VMM_KEY_PAIRS, &value, sizeof value) == VMM_OK)
///         use(section.key, name.key, value.key); }
/// ```
///
/// A line without a second line of its section is an error of that line alone. In /proc/net/sockstat each value stands after its name on one line: read the lines with `VMM_KEY_LINES`, and the words of a line with `VMM_KEY_PAIRS`, by turns a name and its value.
pub const VMM_KEY_PAIRED_LINES: vmm_key_form = 4;
/// One value per element of a JSON array. The key is empty; the value comes as with `VMM_KEY_JSON`. The first byte of a value shows what is inside: read `{` with `VMM_KEY_JSON` and `[` with this form. Here are the names and values of each virtual CPU in QEMU's answer to `query-stats`, `{"return":[{"stats":[{"name":"exits","value":6691}]}]}`:
///
/// ```c
/// while (vmm_key_next(&answer, VMM_KEY_JSON, &member, sizeof member) == VMM_OK) {
///     struct vmm_text cpus = vmm_text_of(member.value.start, member.value.length);
///     if (!is(member.key, "return"))
///         continue;
///     for (cpu = 0; vmm_key_next(&cpus, VMM_KEY_JSON_ARRAY, &element, sizeof element) == VMM_OK; cpu++)
///         print_counters(cpu, vmm_text_of(element.value.start, element.value.length)); }
/// ```
///
/// The function in it goes on in the same way: examples/qemu_stats.c. The array is checked, and ends, as an object does with `VMM_KEY_JSON`.
pub const VMM_KEY_JSON_ARRAY: vmm_key_form = 5;

pub type vmm_value_form = u32;
/// Decimal number.
pub const VMM_VALUE_NUMBER: vmm_value_form = 1;
/// Decimal number, or `max`, which becomes `VMM_UNLIMITED`.
pub const VMM_VALUE_LIMIT: vmm_value_form = 2;
/// Hexadecimal number, with or without `0x` before it.
pub const VMM_VALUE_HEX: vmm_value_form = 3;
/// Decimal number followed by ` kB`; the result is in bytes.
pub const VMM_VALUE_KB: vmm_value_form = 4;
/// List of ranges such as `0-3,7` (CPUs, memory nodes); the result is the count of numbers in the list. An empty list gives 0.
pub const VMM_VALUE_LIST: vmm_value_form = 5;

pub type vmm_net_operstate = u32;
/// `unknown`
pub const VMM_NET_OPERSTATE_UNKNOWN: vmm_net_operstate = 1;
/// `notpresent`
pub const VMM_NET_OPERSTATE_NOTPRESENT: vmm_net_operstate = 2;
/// `down`
pub const VMM_NET_OPERSTATE_DOWN: vmm_net_operstate = 3;
/// `lowerlayerdown`: the interface below is down
pub const VMM_NET_OPERSTATE_LOWERLAYERDOWN: vmm_net_operstate = 4;
/// `testing`
pub const VMM_NET_OPERSTATE_TESTING: vmm_net_operstate = 5;
/// `dormant`: waits for an event, such as authentication
pub const VMM_NET_OPERSTATE_DORMANT: vmm_net_operstate = 6;
/// `up`
pub const VMM_NET_OPERSTATE_UP: vmm_net_operstate = 7;

pub type vmm_net_duplex = u32;
/// `half`: one direction at a time
pub const VMM_NET_DUPLEX_HALF: vmm_net_duplex = 1;
/// `full`: both directions at once
pub const VMM_NET_DUPLEX_FULL: vmm_net_duplex = 2;
/// `unknown`: the kernel prints this word
pub const VMM_NET_DUPLEX_UNKNOWN: vmm_net_duplex = 3;

pub type vmm_socket_state = u32;
/// connected
pub const VMM_SOCKET_STATE_ESTABLISHED: vmm_socket_state = 1;
/// connecting, begun from here
pub const VMM_SOCKET_STATE_SYN_SENT: vmm_socket_state = 2;
/// connecting, begun by the peer
pub const VMM_SOCKET_STATE_SYN_RECV: vmm_socket_state = 3;
/// closed here; waiting for the peer's ACK
pub const VMM_SOCKET_STATE_FIN_WAIT1: vmm_socket_state = 4;
/// closed here, and confirmed; the peer may still send
pub const VMM_SOCKET_STATE_FIN_WAIT2: vmm_socket_state = 5;
/// closed by both; waiting for late packets
pub const VMM_SOCKET_STATE_TIME_WAIT: vmm_socket_state = 6;
/// not connected
pub const VMM_SOCKET_STATE_CLOSE: vmm_socket_state = 7;
/// closed by the peer, not yet here
pub const VMM_SOCKET_STATE_CLOSE_WAIT: vmm_socket_state = 8;
/// closed by the peer, then here; waiting for the last ACK
pub const VMM_SOCKET_STATE_LAST_ACK: vmm_socket_state = 9;
/// listening for connections
pub const VMM_SOCKET_STATE_LISTEN: vmm_socket_state = 10;
/// closed by both at the same time
pub const VMM_SOCKET_STATE_CLOSING: vmm_socket_state = 11;
/// internal; printed as `VMM_SOCKET_STATE_SYN_RECV`
pub const VMM_SOCKET_STATE_NEW_SYN_RECV: vmm_socket_state = 12;

pub type vmm_oom_line = u32;
/// `oom-kill:constraint=...`: which process the kernel chose, and in which cgroup; since 5.0.
pub const VMM_OOM_LINE_CHOSEN: vmm_oom_line = 1;
/// `Killed process ...`: which process the kernel killed, and its memory.
pub const VMM_OOM_LINE_KILLED: vmm_oom_line = 2;

pub type vmm_oom_constraint = u32;
/// `CONSTRAINT_NONE`: the whole machine has no memory left.
pub const VMM_OOM_CONSTRAINT_NONE: vmm_oom_constraint = 1;
/// `CONSTRAINT_CPUSET`: the memory nodes of a cpuset have no memory left.
pub const VMM_OOM_CONSTRAINT_CPUSET: vmm_oom_constraint = 2;
/// `CONSTRAINT_MEMORY_POLICY`: the memory nodes of a policy (set_mempolicy(2)) have no memory left.
pub const VMM_OOM_CONSTRAINT_MEMORY_POLICY: vmm_oom_constraint = 3;
/// `CONSTRAINT_MEMCG`: a cgroup is at its limit.
pub const VMM_OOM_CONSTRAINT_MEMCG: vmm_oom_constraint = 4;

pub type vmm_process_state = u32;
/// `R`: running, or ready to run.
pub const VMM_PROCESS_STATE_RUNNING: vmm_process_state = 1;
/// `S`: sleeping; a signal wakes the thread.
pub const VMM_PROCESS_STATE_SLEEPING: vmm_process_state = 2;
/// `D`: sleeping without reacting to signals, mostly during disk I/O.
pub const VMM_PROCESS_STATE_DISK_SLEEP: vmm_process_state = 3;
/// `T`: stopped by a signal.
pub const VMM_PROCESS_STATE_STOPPED: vmm_process_state = 4;
/// `t`: stopped by a debugger; since 2.6.33.
pub const VMM_PROCESS_STATE_TRACING_STOP: vmm_process_state = 5;
/// `Z`: ended, but not waited for. A process whose main thread has ended lives on while other threads run: see `num_threads`.
pub const VMM_PROCESS_STATE_ZOMBIE: vmm_process_state = 6;
/// `X`, on some kernels `x`: about to disappear.
pub const VMM_PROCESS_STATE_DEAD: vmm_process_state = 7;
/// `I`: a kernel thread without work; since 4.14, printed as `D` before.
pub const VMM_PROCESS_STATE_IDLE: vmm_process_state = 8;
/// `P`: a kernel thread of a CPU that is offline.
pub const VMM_PROCESS_STATE_PARKED: vmm_process_state = 9;
/// `K`: sleeping; only a fatal signal wakes the thread; 2.6.33 to 3.13, printed as `D` since then.
pub const VMM_PROCESS_STATE_WAKEKILL: vmm_process_state = 10;
/// `W`: being woken; 2.6.33 to 3.13.
pub const VMM_PROCESS_STATE_WAKING: vmm_process_state = 11;

pub type vmm_record_id = u32;
/// struct vmm_cpu
pub const VMM_RECORD_CPU: vmm_record_id = 1;
/// struct vmm_cpu_usage
pub const VMM_RECORD_CPU_USAGE: vmm_record_id = 2;
/// struct vmm_stat
pub const VMM_RECORD_STAT: vmm_record_id = 3;
/// struct vmm_meminfo
pub const VMM_RECORD_MEMINFO: vmm_record_id = 4;
/// struct vmm_memory_usage
pub const VMM_RECORD_MEMORY_USAGE: vmm_record_id = 5;
/// struct vmm_filesystem
pub const VMM_RECORD_FILESYSTEM: vmm_record_id = 6;
/// struct vmm_filesystem_usage
pub const VMM_RECORD_FILESYSTEM_USAGE: vmm_record_id = 7;
/// struct vmm_pressure
pub const VMM_RECORD_PRESSURE: vmm_record_id = 8;
/// struct vmm_pressure_usage
pub const VMM_RECORD_PRESSURE_USAGE: vmm_record_id = 9;
/// struct vmm_cgroup_memory
pub const VMM_RECORD_CGROUP_MEMORY: vmm_record_id = 10;
/// struct vmm_cgroup
pub const VMM_RECORD_CGROUP: vmm_record_id = 11;
/// struct vmm_cgroup_usage
pub const VMM_RECORD_CGROUP_USAGE: vmm_record_id = 12;
/// struct vmm_cgroup_memory_usage
pub const VMM_RECORD_CGROUP_MEMORY_USAGE: vmm_record_id = 13;
/// struct vmm_cgroup_io
pub const VMM_RECORD_CGROUP_IO: vmm_record_id = 14;
/// struct vmm_cgroup_io_usage
pub const VMM_RECORD_CGROUP_IO_USAGE: vmm_record_id = 15;
/// struct vmm_process
pub const VMM_RECORD_PROCESS: vmm_record_id = 16;
/// struct vmm_process_usage
pub const VMM_RECORD_PROCESS_USAGE: vmm_record_id = 17;
/// struct vmm_threads_usage
pub const VMM_RECORD_THREADS_USAGE: vmm_record_id = 18;
/// struct vmm_net
pub const VMM_RECORD_NET: vmm_record_id = 19;
/// struct vmm_net_usage
pub const VMM_RECORD_NET_USAGE: vmm_record_id = 20;
/// struct vmm_socket
pub const VMM_RECORD_SOCKET: vmm_record_id = 21;
/// struct vmm_disk
pub const VMM_RECORD_DISK: vmm_record_id = 22;
/// struct vmm_disk_usage
pub const VMM_RECORD_DISK_USAGE: vmm_record_id = 23;
/// struct vmm_system
pub const VMM_RECORD_SYSTEM: vmm_record_id = 24;
/// struct vmm_vmstat
pub const VMM_RECORD_VMSTAT: vmm_record_id = 25;
/// struct vmm_balloon
pub const VMM_RECORD_BALLOON: vmm_record_id = 26;
/// struct vmm_firecracker
pub const VMM_RECORD_FIRECRACKER: vmm_record_id = 27;
/// struct vmm_hypervisor_device
pub const VMM_RECORD_HYPERVISOR_DEVICE: vmm_record_id = 28;
/// struct vmm_hypervisor_device_usage
pub const VMM_RECORD_HYPERVISOR_DEVICE_USAGE: vmm_record_id = 29;
/// struct vmm_vmstat_detail
pub const VMM_RECORD_VMSTAT_DETAIL: vmm_record_id = 30;
/// struct vmm_protocols
pub const VMM_RECORD_PROTOCOLS: vmm_record_id = 31;
/// struct vmm_protocols_usage
pub const VMM_RECORD_PROTOCOLS_USAGE: vmm_record_id = 32;
/// struct vmm_oom_kill
pub const VMM_RECORD_OOM_KILL: vmm_record_id = 33;

pub type vmm_type = u32;
/// `uint64_t`; `VMM_UNKNOWN` if unknown.
pub const VMM_TYPE_UINT64: vmm_type = 1;
/// `double`; NaN if unknown.
pub const VMM_TYPE_DOUBLE: vmm_type = 2;
/// `char` array that ends with NUL; "" if unknown.
pub const VMM_TYPE_NAME: vmm_type = 3;

pub type vmm_unit = u32;
/// Plain count, or a number that identifies something.
pub const VMM_UNIT_NONE: vmm_unit = 0;
/// Bytes.
pub const VMM_UNIT_BYTES: vmm_unit = 1;
/// Clock ticks. `sysconf(_SC_CLK_TCK)` returns the number of ticks per second (USER_HZ): 100 on nearly every machine.
pub const VMM_UNIT_TICKS: vmm_unit = 2;
/// Seconds.
pub const VMM_UNIT_SECONDS: vmm_unit = 3;
/// Ratio from 0 to 1.
pub const VMM_UNIT_RATIO: vmm_unit = 4;
/// Percentage; it may exceed 100.
pub const VMM_UNIT_PERCENT: vmm_unit = 5;
/// Microseconds.
pub const VMM_UNIT_USEC: vmm_unit = 6;
/// Hundredths: a number with two decimals, multiplied by 100.
pub const VMM_UNIT_HUNDREDTHS: vmm_unit = 7;
/// Nanoseconds.
pub const VMM_UNIT_NS: vmm_unit = 8;
/// Bytes per second.
pub const VMM_UNIT_BYTES_PER_SECOND: vmm_unit = 9;
/// Count per second.
pub const VMM_UNIT_PER_SECOND: vmm_unit = 10;
/// Pages of memory. `sysconf(_SC_PAGESIZE)` returns the size of a page.
pub const VMM_UNIT_PAGES: vmm_unit = 11;
/// Milliseconds.
pub const VMM_UNIT_MS: vmm_unit = 12;
/// Bits per second.
pub const VMM_UNIT_BITS_PER_SECOND: vmm_unit = 13;

pub type vmm_kind = u32;
/// Identity: a number or name that distinguishes one object from another; vmm_record_same() compares it. Never subtract two identities.
pub const VMM_KIND_IDENTITY: vmm_kind = 1;
/// Counter: a total that grows as long as the object exists. Two samples of it give a rate.
pub const VMM_KIND_COUNTER: vmm_kind = 2;
/// Gauge: a level at the moment of reading.
pub const VMM_KIND_GAUGE: vmm_kind = 3;
/// Limit: an upper bound; `VMM_UNLIMITED` if there is no limit.
pub const VMM_KIND_LIMIT: vmm_kind = 4;
/// Increment: the growth since the previous output of the source. Never subtract two increments; to get a rate, divide by the time since that output.
pub const VMM_KIND_INCREMENT: vmm_kind = 5;
/// Label: a number or name that describes the object and may change while the object exists. Never subtract two labels.
pub const VMM_KIND_LABEL: vmm_kind = 6;

pub type vmm_width = u32;
/// No width: not a counter, or a counter that may fall.
pub const VMM_WIDTH_NONE: vmm_width = 0;
/// Width of the kernel's `unsigned long`: 64 bits on a 64-bit kernel, 32 bits on a 32-bit kernel. The library does not guess which.
pub const VMM_WIDTH_KERNEL_LONG: vmm_width = 1;
/// 32 bits: wraps at 2^32.
pub const VMM_WIDTH_32: vmm_width = 32;
/// 64 bits: wraps at 2^64, which no real counter reaches.
pub const VMM_WIDTH_64: vmm_width = 64;

/// A balloon, the memory of its guest, and the size of the machine. Each answer of a hypervisor fills a part of it.
///
/// The statistics come from the guest, and so does the size of the balloon. Do not trust them: root in the guest can report any number. The requested sizes, the memory and the virtual CPUs of the machine, and vmm_balloon::last_update_seconds come from the host. A number that the guest does not report is unknown. Hypervisors show such a number in three ways: the key is missing, or the number is -1 or 2^64 - 1.
///
/// The statistics are as old as their last update. Firecracker keeps old numbers that the guest no longer reports, and saves the statistics in snapshots. QEMU reports the time of the last update. Cloud Hypervisor's `vm.info` has no statistics.
///
/// The counters are counters of the guest's kernel: they restart when the guest boots.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_balloon {
    pub size: u64,
    pub record: u64,
    pub memory_size_bytes: u64,
    pub hotplug_size_bytes: u64,
    pub hotplug_requested_bytes: u64,
    pub hotplug_plugged_bytes: u64,
    pub logical_vm_size_bytes: u64,
    pub target_bytes: u64,
    pub actual_bytes: u64,
    pub target_rounded_bytes: u64,
    pub actual_rounded_bytes: u64,
    pub last_update_seconds: u64,
    pub swap_in_bytes: u64,
    pub swap_out_bytes: u64,
    pub major_faults: u64,
    pub minor_faults: u64,
    pub free_memory_bytes: u64,
    pub total_memory_bytes: u64,
    pub available_memory_bytes: u64,
    pub disk_caches_bytes: u64,
    pub hugetlb_allocations: u64,
    pub hugetlb_failures: u64,
    pub oom_kill: u64,
    pub alloc_stall: u64,
    pub async_scan_bytes: u64,
    pub direct_scan_bytes: u64,
    pub async_reclaim_bytes: u64,
    pub direct_reclaim_bytes: u64,
    pub vcpus: u64,
    pub max_vcpus: u64,
    pub hotplug_block_bytes: u64,
    pub hotplug_slot_bytes: u64,
    pub hinting_host_cmd: u64,
    pub hinting_guest_cmd: u64,
}

/// The text that remains to be read. The caller owns the struct and the bytes. The library never writes to the bytes, and no NUL is needed at the end.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_text {
    pub pos: *const u8,
    pub end: *const u8,
    pub error: *const u8,
}

/// Part of the caller's bytes, valid as long as the caller keeps these bytes. `start` is NULL if the part is unknown.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_span {
    pub start: *const u8,
    pub length: usize,
}

/// Time between two samples, for calculations that need the tick rate as well.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_interval {
    pub elapsed_ns: i64,
    pub ticks_per_second: u64,
}

/// The directory of a cgroup, filled file by file. Members are named as in version 2. A file of version 1 fills the member of version 2 if meaning and unit are equal; the member's comment then names both files. Otherwise the file fills one of the members at the end, which only version 1 has.
///
/// A member is `VMM_UNLIMITED` if the cgroup has no limit of its own; a cgroup above may still have a smaller limit. The numbers of version 1 include all cgroups below, as those of version 2 do, unless use_hierarchy is off, which Linux 5.11 and later do not allow.
///
/// vmm_record_read() reads each of its files, VMM_FILE_CGROUP_*. If two files fill the same member, the file that is read later counts. A file may be empty on a healthy system, such as `cpu.stat.local` without the cpu controller.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_cgroup {
    pub size: u64,
    pub record: u64,
    pub instance_id: u64,
    pub usage_usec: u64,
    pub user_usec: u64,
    pub system_usec: u64,
    pub nice_usec: u64,
    pub core_sched_force_idle_usec: u64,
    pub nr_periods: u64,
    pub nr_throttled: u64,
    pub throttled_usec: u64,
    pub nr_bursts: u64,
    pub burst_usec: u64,
    pub throttled_time_ns: u64,
    pub burst_time_ns: u64,
    pub wait_sum_ns: u64,
    pub cpu_stat_local_throttled_usec: u64,
    pub cpu_stat_local_throttled_time_ns: u64,
    pub cpu_max_usec: u64,
    pub cpu_max_period_usec: u64,
    pub cpu_max_burst_usec: u64,
    pub cpu_weight: u64,
    pub cpu_weight_nice: f64,
    pub cpu_idle: u64,
    pub cpu_uclamp_min_hundredths: u64,
    pub cpu_uclamp_max_hundredths: u64,
    pub memory_current_bytes: u64,
    pub memory_peak_bytes: u64,
    pub memory_min_bytes: u64,
    pub memory_low_bytes: u64,
    pub memory_high_bytes: u64,
    pub memory_max_bytes: u64,
    pub memory_oom_group: u64,
    pub memory_events_low: u64,
    pub memory_events_high: u64,
    pub memory_events_max: u64,
    pub memory_events_oom: u64,
    pub memory_events_oom_kill: u64,
    pub memory_events_oom_group_kill: u64,
    pub memory_events_sock_throttled: u64,
    pub memory_events_local_low: u64,
    pub memory_events_local_high: u64,
    pub memory_events_local_max: u64,
    pub memory_events_local_oom: u64,
    pub memory_events_local_oom_kill: u64,
    pub memory_events_local_oom_group_kill: u64,
    pub memory_events_local_sock_throttled: u64,
    pub memory_swap_current_bytes: u64,
    pub memory_swap_peak_bytes: u64,
    pub memory_swap_high_bytes: u64,
    pub memory_swap_max_bytes: u64,
    pub memory_swap_events_high: u64,
    pub memory_swap_events_max: u64,
    pub memory_swap_events_fail: u64,
    pub memory_zswap_current_bytes: u64,
    pub memory_zswap_max_bytes: u64,
    pub memory_zswap_writeback: u64,
    pub pids_current: u64,
    pub pids_peak: u64,
    pub pids_max: u64,
    pub pids_events_max: u64,
    pub pids_events_local_max: u64,
    pub cgroup_stat_nr_descendants: u64,
    pub cgroup_stat_nr_dying_descendants: u64,
    pub cgroup_stat_local_frozen_usec: u64,
    pub cgroup_events_populated: u64,
    pub cgroup_events_frozen: u64,
    pub cgroup_type: u64,
    pub cgroup_freeze: u64,
    pub cgroup_max_depth: u64,
    pub cgroup_max_descendants: u64,
    pub cpuset_cpus_effective: u64,
    pub cpuset_mems_effective: u64,
    pub cpuacct_usage_ns: u64,
    pub cpuacct_stat_user_ticks: u64,
    pub cpuacct_stat_system_ticks: u64,
    pub cpu_shares: u64,
    pub memory_soft_limit_bytes: u64,
    pub memory_failcnt: u64,
    pub memory_memsw_usage_bytes: u64,
    pub memory_memsw_max_usage_bytes: u64,
    pub memory_memsw_limit_bytes: u64,
    pub memory_memsw_failcnt: u64,
    pub memory_kmem_usage_bytes: u64,
    pub memory_kmem_max_usage_bytes: u64,
    pub memory_kmem_limit_bytes: u64,
    pub memory_kmem_failcnt: u64,
    pub memory_kmem_tcp_usage_bytes: u64,
    pub memory_kmem_tcp_max_usage_bytes: u64,
    pub memory_kmem_tcp_limit_bytes: u64,
    pub memory_kmem_tcp_failcnt: u64,
    pub memory_oom_control_oom_kill_disable: u64,
    pub memory_oom_control_under_oom: u64,
    pub memory_oom_control_oom_kill: u64,
    pub hugetlb_2mb_current_bytes: u64,
    pub hugetlb_2mb_max_bytes: u64,
    pub hugetlb_2mb_events_max: u64,
    pub hugetlb_2mb_events_local_max: u64,
    pub hugetlb_2mb_rsvd_current_bytes: u64,
    pub hugetlb_2mb_rsvd_max_bytes: u64,
    pub hugetlb_1gb_current_bytes: u64,
    pub hugetlb_1gb_max_bytes: u64,
    pub hugetlb_1gb_events_max: u64,
    pub hugetlb_1gb_events_local_max: u64,
    pub hugetlb_1gb_rsvd_current_bytes: u64,
    pub hugetlb_1gb_rsvd_max_bytes: u64,
    pub cpuset_cpus: u64,
    pub cpuset_cpus_exclusive: u64,
    pub cpuset_cpus_exclusive_effective: u64,
    pub cpuset_cpus_isolated: u64,
    pub cpuset_cpus_partition: u64,
    pub cpuset_mems: u64,
}

/// Use of CPU by a cgroup between two samples, and the number of events between them.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_cgroup_usage {
    pub size: u64,
    pub record: u64,
    pub cores_used: f64,
    pub user_cores: f64,
    pub system_cores: f64,
    pub cpu_limit_used_ratio: f64,
    pub throttled_periods_ratio: f64,
    pub throttled_cores: f64,
    pub memory_events_low: u64,
    pub memory_events_high: u64,
    pub memory_events_max: u64,
    pub memory_events_oom: u64,
    pub memory_events_oom_kill: u64,
    pub memory_events_oom_group_kill: u64,
    pub memory_swap_events_max: u64,
    pub memory_swap_events_fail: u64,
    pub pids_events_max: u64,
    pub memory_failcnt: u64,
    pub memory_oom_control_oom_kill: u64,
    pub memory_events_local_low: u64,
    pub memory_events_local_high: u64,
    pub memory_events_local_max: u64,
    pub memory_events_local_oom: u64,
    pub memory_events_local_oom_kill: u64,
    pub memory_events_local_oom_group_kill: u64,
}

/// A row of a cgroup's I/O files: one device. Each file fills a part of the members; the other members are unknown. A counter that io.stat leaves out is unknown too; the kernel leaves out the counters of a device that has no reads and no writes.
///
/// Member comments read: meaning; file and key; unit; kind; since which kernel, where later than 4.5; when absent. "v1 bytes" are v1's `blkio.throttle.io_service_bytes`, "v1 operations" are v1's `blkio.throttle.io_serviced`. Both are of one cgroup alone. Their `_recursive` forms, since 4.3, include all cgroups below, as io.stat does, but are wrong and may fall on Linux 5.5 to 5.11.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_cgroup_io {
    pub size: u64,
    pub record: u64,
    pub major: u64,
    pub minor: u64,
    pub instance_id: u64,
    pub read_bytes: u64,
    pub write_bytes: u64,
    pub reads: u64,
    pub writes: u64,
    pub discard_bytes: u64,
    pub discards: u64,
    pub max_read_bytes_per_second: u64,
    pub max_write_bytes_per_second: u64,
    pub max_reads_per_second: u64,
    pub max_writes_per_second: u64,
    pub lies_on_others: u64,
}

/// Traffic of a cgroup on one device, per second, between two samples.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_cgroup_io_usage {
    pub size: u64,
    pub record: u64,
    pub major: u64,
    pub minor: u64,
    pub read_bytes_per_second: f64,
    pub write_bytes_per_second: f64,
    pub reads_per_second: f64,
    pub writes_per_second: f64,
    pub discard_bytes_per_second: f64,
    pub discards_per_second: f64,
}

/// The memory.stat of a cgroup: every key that Linux 4.5 to 6.18 prints in cgroup v2, then the keys that only v1 has. Members whose names begin with `local_` are of this cgroup alone; all other members include the cgroups below.
///
/// The two versions use the same keys for different things. A plain key includes the cgroups below in v2, but is of one cgroup alone in v1; v1 prints `total_` before a key that includes the cgroups below. So v1's `total_` keys fill the members that v2 fills, also where v2 has another name (`total_cache` is `file`, `total_rss` is `anon`), and v1's plain keys fill the `local_` members. Keys that only one version has tell the version of the text; a text without such a key is read as v2. v1's keys for debugging (`recent_*`, `*_cost`) have no members.
///
/// "Since" is about v2 if both versions have a key. Before Linux 5.2 counters fall when a cgroup below is removed.
///
/// vmm_record_read() reads memory.stat by `VMM_FILE_CGROUP_MEMORY_STAT`. Read the whole file: a text that was cut between two lines looks like a complete one.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_cgroup_memory {
    pub size: u64,
    pub record: u64,
    pub anon_bytes: u64,
    pub file_bytes: u64,
    pub kernel_bytes: u64,
    pub kernel_stack_bytes: u64,
    pub pagetables_bytes: u64,
    pub sec_pagetables_bytes: u64,
    pub percpu_bytes: u64,
    pub sock_bytes: u64,
    pub vmalloc_bytes: u64,
    pub shmem_bytes: u64,
    pub zswap_bytes: u64,
    pub zswapped_bytes: u64,
    pub zswap_incomp_bytes: u64,
    pub file_mapped_bytes: u64,
    pub file_dirty_bytes: u64,
    pub file_writeback_bytes: u64,
    pub swapcached_bytes: u64,
    pub anon_thp_bytes: u64,
    pub file_thp_bytes: u64,
    pub shmem_thp_bytes: u64,
    pub inactive_anon_bytes: u64,
    pub active_anon_bytes: u64,
    pub inactive_file_bytes: u64,
    pub active_file_bytes: u64,
    pub unevictable_bytes: u64,
    pub slab_reclaimable_bytes: u64,
    pub slab_unreclaimable_bytes: u64,
    pub slab_bytes: u64,
    pub hugetlb_bytes: u64,
    pub workingset_refault_anon: u64,
    pub workingset_refault_file: u64,
    pub workingset_activate_anon: u64,
    pub workingset_activate_file: u64,
    pub workingset_restore_anon: u64,
    pub workingset_restore_file: u64,
    pub workingset_nodereclaim: u64,
    pub pgdemote_kswapd: u64,
    pub pgdemote_direct: u64,
    pub pgdemote_khugepaged: u64,
    pub pgdemote_proactive: u64,
    pub pgpromote_success: u64,
    pub pgscan: u64,
    pub pgsteal: u64,
    pub pswpin: u64,
    pub pswpout: u64,
    pub pgscan_kswapd: u64,
    pub pgscan_direct: u64,
    pub pgscan_khugepaged: u64,
    pub pgscan_proactive: u64,
    pub pgsteal_kswapd: u64,
    pub pgsteal_direct: u64,
    pub pgsteal_khugepaged: u64,
    pub pgsteal_proactive: u64,
    pub pgfault: u64,
    pub pgmajfault: u64,
    pub pgrefill: u64,
    pub pgactivate: u64,
    pub pgdeactivate: u64,
    pub pglazyfree: u64,
    pub pglazyfreed: u64,
    pub swpin_zero: u64,
    pub swpout_zero: u64,
    pub zswpin: u64,
    pub zswpout: u64,
    pub zswpwb: u64,
    pub thp_fault_alloc: u64,
    pub thp_collapse_alloc: u64,
    pub thp_swpout: u64,
    pub thp_swpout_fallback: u64,
    pub numa_pages_migrated: u64,
    pub numa_pte_updates: u64,
    pub numa_hint_faults: u64,
    pub workingset_refault: u64,
    pub workingset_activate: u64,
    pub workingset_restore: u64,
    pub swap_bytes: u64,
    pub pgpgin: u64,
    pub pgpgout: u64,
    pub hierarchical_memory_limit_bytes: u64,
    pub hierarchical_memsw_limit_bytes: u64,
    pub local_cache_bytes: u64,
    pub local_rss_bytes: u64,
    pub local_rss_huge_bytes: u64,
    pub local_shmem_bytes: u64,
    pub local_mapped_file_bytes: u64,
    pub local_dirty_bytes: u64,
    pub local_writeback_bytes: u64,
    pub local_workingset_refault_anon: u64,
    pub local_workingset_refault_file: u64,
    pub local_swap_bytes: u64,
    pub local_swapcached_bytes: u64,
    pub local_pgpgin: u64,
    pub local_pgpgout: u64,
    pub local_pgfault: u64,
    pub local_pgmajfault: u64,
    pub local_inactive_anon_bytes: u64,
    pub local_active_anon_bytes: u64,
    pub local_inactive_file_bytes: u64,
    pub local_active_file_bytes: u64,
    pub local_unevictable_bytes: u64,
}

/// The memory of a cgroup in use, by each common definition. Ratios may be above 1: use may exceed the limit for a moment, and the kernel's files are not read at the same time.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_cgroup_memory_usage {
    pub size: u64,
    pub record: u64,
    pub used_bytes: u64,
    pub working_set_cadvisor_bytes: u64,
    pub working_set_docker_bytes: u64,
    pub limit_bytes: u64,
    pub used_ratio: f64,
    pub working_set_cadvisor_ratio: f64,
    pub working_set_docker_ratio: f64,
}

/// A row of /proc/PID/cgroup, `hierarchy:controllers:path`, as pieces of the caller's text.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_cgroup_membership {
    pub hierarchy: vmm_span,
    pub controllers: vmm_span,
    pub path: vmm_span,
}

/// One CPU row of /proc/stat. The first row, `cpu`, is the total over all possible CPUs. The rows `cpuN` are the CPUs that are online: their numbers may have gaps, and their sum may differ from the total.
///
/// The total is no counter while CPUs go offline or come online: the kernel has two idle times of a CPU, and the total contains one while the CPU is online and the other while it is offline. They may differ by hours.
///
/// Two pairs of times overlap: `guest_ticks` is contained in `user_ticks`, and `guest_nice_ticks` in `nice_ticks`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_cpu {
    pub size: u64,
    pub record: u64,
    pub id: u64,
    pub user_ticks: u64,
    pub nice_ticks: u64,
    pub system_ticks: u64,
    pub idle_ticks: u64,
    pub iowait_ticks: u64,
    pub irq_ticks: u64,
    pub softirq_ticks: u64,
    pub steal_ticks: u64,
    pub guest_ticks: u64,
    pub guest_nice_ticks: u64,
}

/// CPU usage between two samples: the share of time in each state, of one CPU or of the machine.
///
/// The eight states from `user_ratio` to `steal_ratio` add up to 1. Tools define "busy" differently, so each common definition has its own member; other definitions can be summed from the states. Every share needs user, nice, system and idle in both samples.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_cpu_usage {
    pub size: u64,
    pub record: u64,
    pub id: u64,
    pub total_ticks: u64,
    pub user_ratio: f64,
    pub nice_ratio: f64,
    pub system_ratio: f64,
    pub idle_ratio: f64,
    pub iowait_ratio: f64,
    pub irq_ratio: f64,
    pub softirq_ratio: f64,
    pub steal_ratio: f64,
    pub guest_ratio: f64,
    pub guest_nice_ratio: f64,
    pub busy_cloudwatch_ratio: f64,
    pub busy_gopsutil_ratio: f64,
    pub busy_node_exporter_ratio: f64,
    pub cpus: u64,
    pub cpus_left_out: u64,
}

/// Sample of the CPUs: an array of rows of /proc/stat.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_cpus {
    pub rows: *const vmm_cpu,
    pub count: usize,
    pub row_size: usize,
}

/// A block device: a row of /proc/diskstats, or the files of a directory in /sys/block. Each file fills a part of the members.
///
/// Member comments read: meaning; source; unit; kind; since which kernel, where later than 2.6.25; when absent. "Column" counts the numbers of the file `stat`; a row of /proc/diskstats has the device's numbers and name before them. All columns stand still if `queue/iostats` is 0.
///
/// vmm_disk_next() fills the record from a row of /proc/diskstats, and vmm_record_read() from each file of /sys/block/DEV, VMM_FILE_DISK_*. No file of /sys/block/DEV has `name`; the caller may set it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_disk {
    pub size: u64,
    pub record: u64,
    pub major: u64,
    pub minor: u64,
    pub name: [u8; 32],
    pub diskseq: u64,
    pub reads: u64,
    pub reads_merged: u64,
    pub read_bytes: u64,
    pub read_ms: u64,
    pub writes: u64,
    pub writes_merged: u64,
    pub write_bytes: u64,
    pub write_ms: u64,
    pub in_flight: u64,
    pub io_ms: u64,
    pub weighted_io_ms: u64,
    pub discards: u64,
    pub discards_merged: u64,
    pub discard_bytes: u64,
    pub discard_ms: u64,
    pub flushes: u64,
    pub flush_ms: u64,
    pub size_bytes: u64,
    pub ro: u64,
    pub in_flight_reads: u64,
    pub in_flight_writes: u64,
    pub lies_on_others: u64,
}

/// Activity of a block device between two samples: the numbers of `iostat -x`. Each comment has iostat's name of the number.
///
/// A mean time or size is unknown if there was no request; iostat shows 0.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_disk_usage {
    pub size: u64,
    pub record: u64,
    pub major: u64,
    pub minor: u64,
    pub name: [u8; 32],
    pub reads_per_second: f64,
    pub reads_merged_per_second: f64,
    pub read_bytes_per_second: f64,
    pub reads_merged_ratio: f64,
    pub read_await_ms: f64,
    pub mean_read_bytes: f64,
    pub writes_per_second: f64,
    pub writes_merged_per_second: f64,
    pub write_bytes_per_second: f64,
    pub writes_merged_ratio: f64,
    pub write_await_ms: f64,
    pub mean_write_bytes: f64,
    pub discards_per_second: f64,
    pub discards_merged_per_second: f64,
    pub discard_bytes_per_second: f64,
    pub discards_merged_ratio: f64,
    pub discard_await_ms: f64,
    pub mean_discard_bytes: f64,
    pub flushes_per_second: f64,
    pub flush_await_ms: f64,
    pub transfers_per_second: f64,
    pub await_ms: f64,
    pub mean_transfer_bytes: f64,
    pub queue_length: f64,
    pub busy_ratio: f64,
    pub in_flight: u64,
}

/// Numbers of statvfs(3). The library makes no system call: call vmm_record_init() and statvfs(3), then copy each member of `struct statvfs`. Blocks are counted in units of `f_frsize_bytes`, never in units of `f_bsize_bytes`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_filesystem {
    pub size: u64,
    pub record: u64,
    pub f_bsize_bytes: u64,
    pub f_frsize_bytes: u64,
    pub f_blocks: u64,
    pub f_bfree: u64,
    pub f_bavail: u64,
    pub f_files: u64,
    pub f_ffree: u64,
    pub f_favail: u64,
    pub f_fsid: u64,
    pub f_flag: u64,
    pub f_namemax: u64,
}

/// Numbers of df as GNU coreutils computes them, and a second definition of "used".
///
/// All integers are unsigned. If df prints a number below zero, `used_bytes` or `available_bytes` is 0, and `used_below_zero_bytes` or `available_below_zero_bytes` has the amount below zero.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_filesystem_usage {
    pub size: u64,
    pub record: u64,
    pub total_bytes: u64,
    pub used_bytes: u64,
    pub used_below_zero_bytes: u64,
    pub available_bytes: u64,
    pub available_below_zero_bytes: u64,
    pub reserved_bytes: u64,
    pub used_e2b_bytes: u64,
    pub use_percent: u64,
    pub use_ratio: f64,
    pub inodes_total: u64,
    pub inodes_used: u64,
    pub inodes_free: u64,
    pub inodes_use_percent: u64,
}

/// A row of /proc/self/mountinfo, as parts of the caller's bytes: `43 29 0:32 /vm1 /mnt/vm\0401 rw shared:9 - cgroup cgroup rw,memory`. Paths and names may contain octal escapes; vmm_path_unescape() decodes them.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_mount {
    pub mount_id: vmm_span,
    pub parent_id: vmm_span,
    pub device: vmm_span,
    pub root: vmm_span,
    pub mount_point: vmm_span,
    pub mount_options: vmm_span,
    pub optional_fields: vmm_span,
    pub r#type: vmm_span,
    pub source: vmm_span,
    pub super_options: vmm_span,
}

/// A line of Firecracker's metrics: the groups that show the state of the virtual machine. Each line has all groups; the values of devices that the machine does not have are 0. To read the other groups, use `VMM_KEY_JSON`: docs/firecracker.reasons lists them.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_firecracker {
    pub size: u64,
    pub record: u64,
    pub utc_timestamp_ms: u64,
    pub process_startup_time_usec: u64,
    pub process_startup_time_cpu_usec: u64,
    pub balloon_inflate_count: u64,
    pub balloon_stats_updates_count: u64,
    pub balloon_stats_update_fails: u64,
    pub balloon_deflate_count: u64,
    pub balloon_event_fails: u64,
    pub balloon_free_page_report_freed_bytes: u64,
    pub balloon_free_page_hint_freed_bytes: u64,
    pub block_no_avail_buffer: u64,
    pub block_event_fails: u64,
    pub block_execute_fails: u64,
    pub block_invalid_reqs_count: u64,
    pub block_flush_count: u64,
    pub block_read_bytes: u64,
    pub block_write_bytes: u64,
    pub block_read_count: u64,
    pub block_write_count: u64,
    pub block_rate_limiter_throttled_events: u64,
    pub block_io_engine_throttled_events: u64,
    pub block_read_agg_sum_usec: u64,
    pub block_write_agg_sum_usec: u64,
    pub full_create_snapshot_usec: u64,
    pub diff_create_snapshot_usec: u64,
    pub load_snapshot_usec: u64,
    pub pause_vm_usec: u64,
    pub resume_vm_usec: u64,
    pub vmm_full_create_snapshot_usec: u64,
    pub vmm_diff_create_snapshot_usec: u64,
    pub vmm_load_snapshot_usec: u64,
    pub vmm_pause_vm_usec: u64,
    pub vmm_resume_vm_usec: u64,
    pub logger_missed_metrics_count: u64,
    pub logger_metrics_fails: u64,
    pub logger_missed_log_count: u64,
    pub mmds_tx_bytes: u64,
    pub mmds_tx_frames: u64,
    pub net_no_rx_avail_buffer: u64,
    pub net_no_tx_avail_buffer: u64,
    pub net_event_fails: u64,
    pub net_rx_rate_limiter_throttled: u64,
    pub net_rx_bytes: u64,
    pub net_rx_packets: u64,
    pub net_rx_fails: u64,
    pub net_tap_read_fails: u64,
    pub net_tap_write_fails: u64,
    pub net_tx_bytes: u64,
    pub net_tx_malformed_frames: u64,
    pub net_tx_fails: u64,
    pub net_tx_packets: u64,
    pub net_tx_rate_limiter_throttled: u64,
    pub net_tx_spoofed_mac_count: u64,
    pub net_tap_write_agg_sum_usec: u64,
    pub seccomp_num_faults: u64,
    pub vcpu_exit_io_in: u64,
    pub vcpu_exit_io_out: u64,
    pub vcpu_exit_mmio_read: u64,
    pub vcpu_exit_mmio_write: u64,
    pub vcpu_failures: u64,
    pub vcpu_kvmclock_ctrl_fails: u64,
    pub vcpu_exit_io_in_agg_min_usec: u64,
    pub vcpu_exit_io_in_agg_max_usec: u64,
    pub vcpu_exit_io_in_agg_sum_usec: u64,
    pub vcpu_exit_io_out_agg_min_usec: u64,
    pub vcpu_exit_io_out_agg_max_usec: u64,
    pub vcpu_exit_io_out_agg_sum_usec: u64,
    pub vcpu_exit_mmio_read_agg_min_usec: u64,
    pub vcpu_exit_mmio_read_agg_max_usec: u64,
    pub vcpu_exit_mmio_read_agg_sum_usec: u64,
    pub vcpu_exit_mmio_write_agg_min_usec: u64,
    pub vcpu_exit_mmio_write_agg_max_usec: u64,
    pub vcpu_exit_mmio_write_agg_sum_usec: u64,
    pub vmm_panic_count: u64,
    pub signals_sigbus: u64,
    pub signals_sigsegv: u64,
    pub signals_sigxfsz: u64,
    pub signals_sigxcpu: u64,
    pub signals_sigpipe: u64,
    pub signals_sighup: u64,
    pub signals_sigill: u64,
    pub balloon_activate_fails: u64,
    pub balloon_free_page_report_count: u64,
    pub balloon_free_page_report_fails: u64,
    pub balloon_free_page_hint_count: u64,
    pub balloon_free_page_hint_fails: u64,
    pub block_activate_fails: u64,
    pub block_cfg_fails: u64,
    pub block_queue_event_count: u64,
    pub block_rate_limiter_event_count: u64,
    pub block_update_count: u64,
    pub block_update_fails: u64,
    pub block_remaining_reqs_count: u64,
    pub logger_rate_limited_log_count: u64,
    pub net_activate_fails: u64,
    pub net_cfg_fails: u64,
    pub net_rx_queue_event_count: u64,
    pub net_rx_event_rate_limiter_count: u64,
    pub net_rx_tap_event_count: u64,
    pub net_rx_count: u64,
    pub net_tx_count: u64,
    pub net_tx_queue_event_count: u64,
    pub net_tx_rate_limiter_event_count: u64,
    pub net_tx_remaining_reqs_count: u64,
    pub vsock_activate_fails: u64,
    pub vsock_cfg_fails: u64,
    pub vsock_rx_queue_event_fails: u64,
    pub vsock_tx_queue_event_fails: u64,
    pub vsock_ev_queue_event_fails: u64,
    pub vsock_muxer_event_fails: u64,
    pub vsock_conn_event_fails: u64,
    pub vsock_rx_queue_event_count: u64,
    pub vsock_tx_queue_event_count: u64,
    pub vsock_rx_bytes: u64,
    pub vsock_tx_bytes: u64,
    pub vsock_rx_packets: u64,
    pub vsock_tx_packets: u64,
    pub vsock_conns_added: u64,
    pub vsock_conns_killed: u64,
    pub vsock_conns_removed: u64,
    pub vsock_killq_resync: u64,
    pub vsock_tx_flush_fails: u64,
    pub vsock_tx_write_fails: u64,
    pub vsock_rx_read_fails: u64,
    pub entropy_activate_fails: u64,
    pub entropy_event_fails: u64,
    pub entropy_event_count: u64,
    pub entropy_bytes: u64,
    pub entropy_host_rng_fails: u64,
    pub entropy_rate_limiter_throttled: u64,
    pub entropy_rate_limiter_event_count: u64,
    pub pmem_activate_fails: u64,
    pub pmem_cfg_fails: u64,
    pub pmem_event_fails: u64,
    pub pmem_queue_event_count: u64,
    pub pmem_rate_limiter_throttled_events: u64,
    pub pmem_rate_limiter_event_count: u64,
    pub interrupts_triggers: u64,
    pub interrupts_config_updates: u64,
    pub memory_hotplug_activate_fails: u64,
    pub memory_hotplug_queue_event_fails: u64,
    pub memory_hotplug_queue_event_count: u64,
    pub memory_hotplug_plug_agg_min_usec: u64,
    pub memory_hotplug_plug_agg_max_usec: u64,
    pub memory_hotplug_plug_agg_sum_usec: u64,
    pub memory_hotplug_plug_count: u64,
    pub memory_hotplug_plug_bytes: u64,
    pub memory_hotplug_plug_fails: u64,
    pub memory_hotplug_unplug_agg_min_usec: u64,
    pub memory_hotplug_unplug_agg_max_usec: u64,
    pub memory_hotplug_unplug_agg_sum_usec: u64,
    pub memory_hotplug_unplug_count: u64,
    pub memory_hotplug_unplug_bytes: u64,
    pub memory_hotplug_unplug_fails: u64,
    pub memory_hotplug_unplug_discard_fails: u64,
    pub memory_hotplug_unplug_all_agg_min_usec: u64,
    pub memory_hotplug_unplug_all_agg_max_usec: u64,
    pub memory_hotplug_unplug_all_agg_sum_usec: u64,
    pub memory_hotplug_unplug_all_count: u64,
    pub memory_hotplug_unplug_all_fails: u64,
    pub memory_hotplug_state_agg_min_usec: u64,
    pub memory_hotplug_state_agg_max_usec: u64,
    pub memory_hotplug_state_agg_sum_usec: u64,
    pub memory_hotplug_state_count: u64,
    pub memory_hotplug_state_fails: u64,
}

/// A block, network or pmem device of a virtual machine. Only the members of its `device_type` are known. Traffic has two sets of members: `increment_` is Firecracker's growth since the previous line; `total_` is the total of Cloud Hypervisor and QEMU since the device was created.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_hypervisor_device {
    pub size: u64,
    pub record: u64,
    pub name: [u8; 64],
    pub device_type: u64,
    pub instance_id: u64,
    pub activate_fails: u64,
    pub cfg_fails: u64,
    pub no_avail_buffer: u64,
    pub event_fails: u64,
    pub execute_fails: u64,
    pub invalid_reqs_count: u64,
    pub flush_count: u64,
    pub increment_read_bytes: u64,
    pub increment_write_bytes: u64,
    pub increment_read_count: u64,
    pub increment_write_count: u64,
    pub rate_limiter_throttled_events: u64,
    pub io_engine_throttled_events: u64,
    pub read_agg_min_usec: u64,
    pub read_agg_max_usec: u64,
    pub read_agg_sum_usec: u64,
    pub write_agg_min_usec: u64,
    pub write_agg_max_usec: u64,
    pub write_agg_sum_usec: u64,
    pub no_rx_avail_buffer: u64,
    pub no_tx_avail_buffer: u64,
    pub rx_rate_limiter_throttled: u64,
    pub increment_rx_bytes: u64,
    pub increment_rx_packets: u64,
    pub rx_fails: u64,
    pub tap_read_fails: u64,
    pub tap_write_fails: u64,
    pub increment_tx_bytes: u64,
    pub tx_malformed_frames: u64,
    pub tx_fails: u64,
    pub increment_tx_packets: u64,
    pub tx_rate_limiter_throttled: u64,
    pub tx_spoofed_mac_count: u64,
    pub tap_write_agg_min_usec: u64,
    pub tap_write_agg_max_usec: u64,
    pub tap_write_agg_sum_usec: u64,
    pub init_time_usec: u64,
    pub activate_time_usec: u64,
    pub config_change_time_usec: u64,
    pub total_read_bytes: u64,
    pub total_write_bytes: u64,
    pub total_read_ops: u64,
    pub total_write_ops: u64,
    pub read_latency_min_usec: u64,
    pub read_latency_max_usec: u64,
    pub read_latency_avg_usec: u64,
    pub write_latency_min_usec: u64,
    pub write_latency_max_usec: u64,
    pub write_latency_avg_usec: u64,
    pub total_rx_bytes: u64,
    pub total_tx_bytes: u64,
    pub total_rx_frames: u64,
    pub total_tx_frames: u64,
    pub queue_event_count: u64,
    pub rate_limiter_event_count: u64,
    pub update_count: u64,
    pub update_fails: u64,
    pub remaining_reqs_count: u64,
    pub rx_queue_event_count: u64,
    pub rx_event_rate_limiter_count: u64,
    pub rx_tap_event_count: u64,
    pub rx_count: u64,
    pub tx_count: u64,
    pub tx_queue_event_count: u64,
    pub tx_rate_limiter_event_count: u64,
    pub tx_remaining_reqs_count: u64,
    pub total_flush_ops: u64,
    pub total_unmap_ops: u64,
    pub total_unmap_bytes: u64,
    pub total_read_time_ns: u64,
    pub total_write_time_ns: u64,
    pub total_flush_time_ns: u64,
    pub total_unmap_time_ns: u64,
    pub total_read_merged: u64,
    pub total_write_merged: u64,
    pub total_unmap_merged: u64,
    pub total_failed_read_ops: u64,
    pub total_failed_write_ops: u64,
    pub total_failed_flush_ops: u64,
    pub total_failed_unmap_ops: u64,
    pub total_invalid_read_ops: u64,
    pub total_invalid_write_ops: u64,
    pub total_invalid_flush_ops: u64,
    pub total_invalid_unmap_ops: u64,
    pub total_zone_append_bytes: u64,
    pub total_zone_append_ops: u64,
    pub total_zone_append_time_ns: u64,
    pub total_zone_append_merged: u64,
    pub total_failed_zone_append_ops: u64,
    pub total_invalid_zone_append_ops: u64,
    pub idle_time_ns: u64,
    pub wr_highest_offset_bytes: u64,
}

/// Traffic of a device per second, from the view of the guest, and the mean times of its requests.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_hypervisor_device_usage {
    pub size: u64,
    pub record: u64,
    pub name: [u8; 64],
    pub device_type: u64,
    pub instance_id: u64,
    pub read_bytes_per_second: f64,
    pub write_bytes_per_second: f64,
    pub reads_per_second: f64,
    pub writes_per_second: f64,
    pub rx_bytes_per_second: f64,
    pub tx_bytes_per_second: f64,
    pub rx_packets_per_second: f64,
    pub tx_packets_per_second: f64,
    pub flushes_per_second: f64,
    pub discards_per_second: f64,
    pub discard_bytes_per_second: f64,
    pub read_await_ns: f64,
    pub write_await_ns: f64,
    pub flush_await_ns: f64,
    pub failures_per_second: f64,
    pub rate_limiter_throttled_per_second: f64,
    pub queue_events_per_second: f64,
}

/// A key and its value: two parts of the caller's bytes. The key is spelled as in the text; the value is not parsed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_key_value {
    pub key: vmm_span,
    pub value: vmm_span,
}

/// /proc/meminfo: each key that Linux 3.10 to 6.18 prints; keys that few machines have come last. The file has kB, the members have bytes.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_meminfo {
    pub size: u64,
    pub record: u64,
    pub mem_total_bytes: u64,
    pub mem_free_bytes: u64,
    pub mem_available_bytes: u64,
    pub buffers_bytes: u64,
    pub cached_bytes: u64,
    pub swap_cached_bytes: u64,
    pub active_bytes: u64,
    pub inactive_bytes: u64,
    pub active_anon_bytes: u64,
    pub inactive_anon_bytes: u64,
    pub active_file_bytes: u64,
    pub inactive_file_bytes: u64,
    pub unevictable_bytes: u64,
    pub mlocked_bytes: u64,
    pub swap_total_bytes: u64,
    pub swap_free_bytes: u64,
    pub zswap_bytes: u64,
    pub zswapped_bytes: u64,
    pub dirty_bytes: u64,
    pub writeback_bytes: u64,
    pub anon_pages_bytes: u64,
    pub mapped_bytes: u64,
    pub shmem_bytes: u64,
    pub k_reclaimable_bytes: u64,
    pub slab_bytes: u64,
    pub s_reclaimable_bytes: u64,
    pub s_unreclaim_bytes: u64,
    pub kernel_stack_bytes: u64,
    pub page_tables_bytes: u64,
    pub sec_page_tables_bytes: u64,
    pub nfs_unstable_bytes: u64,
    pub bounce_bytes: u64,
    pub writeback_tmp_bytes: u64,
    pub commit_limit_bytes: u64,
    pub committed_as_bytes: u64,
    pub vmalloc_total_bytes: u64,
    pub vmalloc_used_bytes: u64,
    pub vmalloc_chunk_bytes: u64,
    pub percpu_bytes: u64,
    pub hardware_corrupted_bytes: u64,
    pub anon_huge_pages_bytes: u64,
    pub shmem_huge_pages_bytes: u64,
    pub shmem_pmd_mapped_bytes: u64,
    pub file_huge_pages_bytes: u64,
    pub file_pmd_mapped_bytes: u64,
    pub cma_total_bytes: u64,
    pub cma_free_bytes: u64,
    pub unaccepted_bytes: u64,
    pub balloon_bytes: u64,
    pub gpu_active_bytes: u64,
    pub gpu_reclaim_bytes: u64,
    pub huge_pages_total: u64,
    pub huge_pages_free: u64,
    pub huge_pages_rsvd: u64,
    pub huge_pages_surp: u64,
    pub hugepagesize_bytes: u64,
    pub hugetlb_bytes: u64,
    pub direct_map_4k_bytes: u64,
    pub direct_map_2m_bytes: u64,
    pub direct_map_1g_bytes: u64,
    pub high_total_bytes: u64,
    pub high_free_bytes: u64,
    pub low_total_bytes: u64,
    pub low_free_bytes: u64,
    pub mmap_copy_bytes: u64,
    pub shadow_call_stack_bytes: u64,
    pub quicklists_bytes: u64,
    pub early_memtest_bad_bytes: u64,
    pub direct_map_64k_bytes: u64,
    pub direct_map_1m_bytes: u64,
    pub direct_map_4m_bytes: u64,
    pub direct_map_2g_bytes: u64,
    pub pdt_max_entries: u64,
    pub pdt_cur_entries: u64,
}

/// Numbers of free(1). "Used" changed its meaning in procps 4.0.1; the record has both definitions.
///
/// A balloon that the hypervisor inflates takes pages from the guest. There are two kinds of balloon drivers:
/// - The driver leaves `MemTotal` unchanged (virtio with `deflate_on_oom`, VMware). The pages of the balloon look used.
///
/// Use the `_without_balloon_` members.
/// - The driver lowers `MemTotal` (virtio without `deflate_on_oom`, Hyper-V, Xen, pseries). No definition of used
///
/// contains the pages of the balloon. Do not use the `_without_balloon_` members.
///
/// /proc/meminfo does not say which kind the driver is; it depends on the configuration of the VM.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_memory_usage {
    pub size: u64,
    pub record: u64,
    pub total_bytes: u64,
    pub free_bytes: u64,
    pub shared_bytes: u64,
    pub buffers_bytes: u64,
    pub cache_bytes: u64,
    pub buff_cache_bytes: u64,
    pub available_bytes: u64,
    pub used_procps4_bytes: u64,
    pub used_procps3_bytes: u64,
    pub balloon_bytes: u64,
    pub used_procps4_without_balloon_bytes: u64,
    pub used_procps3_without_balloon_bytes: u64,
    pub swap_total_bytes: u64,
    pub swap_free_bytes: u64,
    pub swap_used_bytes: u64,
    pub used_procps4_ratio: f64,
    pub used_procps3_ratio: f64,
    pub swap_used_ratio: f64,
}

/// A network interface. "Received" and "sent" are the host's view: a TAP receives what its guest sends. vmm_net_guest_view_of() turns a record into the guest's view.
///
/// A member whose comment names both a file of /sys/class/net/IF and a column of /proc/net/dev has the same number in both. Three columns of /proc/net/dev are sums of several files and have members of their own, `net_dev_...`.
///
/// vmm_net_next() fills the record from a row of /proc/net/dev, and vmm_record_read() from each file of /sys/class/net/IF, VMM_FILE_NET_*. No file of /sys/class/net/IF has `name`; the caller may set it after vmm_record_init().
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_net {
    pub size: u64,
    pub record: u64,
    pub name: [u8; 16],
    pub instance_id: u64,
    pub ifindex: u64,
    pub iflink: u64,
    pub rx_bytes: u64,
    pub rx_packets: u64,
    pub rx_errors: u64,
    pub net_dev_rx_drop: u64,
    pub rx_fifo_errors: u64,
    pub net_dev_rx_frame: u64,
    pub rx_compressed: u64,
    pub multicast: u64,
    pub tx_bytes: u64,
    pub tx_packets: u64,
    pub tx_errors: u64,
    pub tx_dropped: u64,
    pub tx_fifo_errors: u64,
    pub collisions: u64,
    pub net_dev_tx_carrier: u64,
    pub tx_compressed: u64,
    pub rx_dropped: u64,
    pub rx_missed_errors: u64,
    pub rx_length_errors: u64,
    pub rx_over_errors: u64,
    pub rx_crc_errors: u64,
    pub rx_frame_errors: u64,
    pub rx_nohandler: u64,
    pub tx_carrier_errors: u64,
    pub tx_aborted_errors: u64,
    pub tx_window_errors: u64,
    pub tx_heartbeat_errors: u64,
    pub operstate: u64,
    pub carrier: u64,
    pub carrier_changes: u64,
    pub carrier_up_count: u64,
    pub carrier_down_count: u64,
    pub speed_bits_per_second: u64,
    pub duplex: u64,
    pub mtu_bytes: u64,
    pub flags: u64,
    pub r#type: u64,
    pub tx_queue_len: u64,
    pub addr_assign_type: u64,
    pub addr_len_bytes: u64,
    pub dev_id: u64,
    pub dev_port: u64,
    pub dormant: u64,
    pub testing: u64,
    pub link_mode: u64,
    pub name_assign_type: u64,
    pub netdev_group: u64,
    pub proto_down: u64,
    pub threaded: u64,
    pub napi_defer_hard_irqs: u64,
    pub gro_flush_timeout_ns: u64,
    pub tun_flags: u64,
    pub owner: u64,
    pub group: u64,
}

/// Traffic of an interface between two samples. "Received" and "sent" are as in the samples: the host's view, or the guest's view of vmm_net_guest_view_of().
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_net_usage {
    pub size: u64,
    pub record: u64,
    pub name: [u8; 16],
    pub instance_id: u64,
    pub ifindex: u64,
    pub rx_bytes_per_second: f64,
    pub tx_bytes_per_second: f64,
    pub rx_packets_per_second: f64,
    pub tx_packets_per_second: f64,
    pub rx_errors_per_second: f64,
    pub tx_errors_per_second: f64,
    pub rx_dropped_per_second: f64,
    pub tx_dropped_per_second: f64,
    pub net_dev_rx_drop_per_second: f64,
    pub multicast_per_second: f64,
    pub utilisation_sar_ratio: f64,
    pub carrier_changes: u64,
}

/// A socket: a row of /proc/net/tcp, tcp6, udp or udp6. The two addresses are not read, only their length and ports.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_socket {
    pub size: u64,
    pub record: u64,
    pub address_bytes: u64,
    pub local_port: u64,
    pub remote_port: u64,
    pub state: u64,
    pub tx_queue_bytes: u64,
    pub rx_queue_bytes: u64,
    pub accept_queue: u64,
    pub uid: u64,
    pub inode: u64,
    pub drops: u64,
}

/// One line of the kernel's log about a process that was killed for want of memory. The kernel writes two lines for a kill; they have the same `pid`. A cgroup with `memory.oom.group` has one line `VMM_OOM_LINE_CHOSEN` and a line `VMM_OOM_LINE_KILLED` for each of its processes.
///
/// Processes and cgroups can have names that look like parts of such a line. No name can change a number: numbers are read after the last name of the line. A name or a path that cannot be told apart with certainty is unknown.
///
/// Member comments read: meaning; source; unit; kind; when absent.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_oom_kill {
    pub size: u64,
    pub record: u64,
    pub task: [u8; 64],
    pub line: u64,
    pub constraint: u64,
    pub pid: u64,
    pub uid: u64,
    pub total_vm_bytes: u64,
    pub anon_rss_bytes: u64,
    pub file_rss_bytes: u64,
    pub shmem_rss_bytes: u64,
    pub pgtables_bytes: u64,
    pub oom_score_adj: f64,
    pub sequence: u64,
    pub time_usec: u64,
    pub oom_memcg_distance: u64,
    pub oom_memcg_length: u64,
    pub task_memcg_distance: u64,
    pub task_memcg_length: u64,
}

/// One pressure file. `some` is the time in which at least one task waited. `full` is the time in which all tasks that were not idle waited at once.
///
/// The files exist since Linux 4.20 (irq since 6.1) on kernels with CONFIG_PSI. Reading a file fails with EOPNOTSUPP if the accounting is switched off. The averages are percentages with two decimals and follow the load with a delay; the totals of two samples are more exact, see vmm_pressure_usage_between().
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_pressure {
    pub size: u64,
    pub record: u64,
    pub some_avg10_hundredths: u64,
    pub some_avg60_hundredths: u64,
    pub some_avg300_hundredths: u64,
    pub some_total_usec: u64,
    pub full_avg10_hundredths: u64,
    pub full_avg60_hundredths: u64,
    pub full_avg300_hundredths: u64,
    pub full_total_usec: u64,
}

/// Shares of the time between two samples in which tasks waited.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_pressure_usage {
    pub size: u64,
    pub record: u64,
    pub some_ratio: f64,
    pub full_ratio: f64,
}

/// A process, or one of its threads. The comment of each member says what its number is about, since /proc/PID and /proc/PID/task/TID differ in this:
/// - "of all threads": in /proc/PID the sum over all threads, ended ones included; in task/TID of this thread only
/// - "of one thread": in /proc/PID of the main thread; in task/TID of this thread
/// - "of the process": the same number in both
///
/// Zombies have no memory, but their counters are still right. A process whose main thread has ended before other threads looks like a zombie. Kernel threads have no memory, and often no I/O. The record has the kernel's counters of children, but no usage reads them.
///
/// Member comments read: meaning; file and key or field; unit; kind; since which kernel, where later than 2.6.32; what the number is about; when absent. Fields have the numbers and names of proc_pid_stat(5).
///
/// vmm_record_read() reads each of its files, VMM_FILE_PROCESS_*. `stat` and `status` both fill `state`, `pid`, `ppid` and `num_threads`; the file that is read later counts. Members of a file that cannot be read stay unknown: `io` and `smaps_rollup` need the right to trace the process, and reading `smaps_rollup` fails for kernel threads and zombies.
///
/// `stat`, `statm` and `schedstat` are one line each: `pos` moves to the next line. A thread's name may hold anything, also `x) S 1 2` and a newline. So `stat` must have at least 30 fields after the state, more than any name has room for: a text that was cut inside such a name is an error, either `VMM_E_TRUNCATED` or `VMM_E_SYNTAX`. A name longer than 63 bytes, or with a NUL, is `VMM_E_SYNTAX`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_process {
    pub size: u64,
    pub record: u64,
    pub pid: u64,
    pub comm: [u8; 64],
    pub vcpu: u64,
    pub state: u64,
    pub ppid: u64,
    pub pgrp: u64,
    pub session: u64,
    pub tty_nr: u64,
    pub tpgid: u64,
    pub flags: u64,
    pub minflt: u64,
    pub cminflt: u64,
    pub majflt: u64,
    pub cmajflt: u64,
    pub utime_ticks: u64,
    pub stime_ticks: u64,
    pub cutime_ticks: u64,
    pub cstime_ticks: u64,
    pub priority: f64,
    pub nice: f64,
    pub num_threads: u64,
    pub itrealvalue: u64,
    pub starttime_ticks: u64,
    pub vsize_bytes: u64,
    pub rss_pages: u64,
    pub rsslim_bytes: u64,
    pub startcode: u64,
    pub endcode: u64,
    pub startstack: u64,
    pub kstkesp: u64,
    pub kstkeip: u64,
    pub signal: u64,
    pub blocked: u64,
    pub sigignore: u64,
    pub sigcatch: u64,
    pub wchan: u64,
    pub nswap: u64,
    pub cnswap: u64,
    pub exit_signal: f64,
    pub processor: u64,
    pub rt_priority: u64,
    pub policy: u64,
    pub delayacct_blkio_ticks: u64,
    pub guest_time_ticks: u64,
    pub cguest_time_ticks: u64,
    pub start_data: u64,
    pub end_data: u64,
    pub start_brk: u64,
    pub arg_start: u64,
    pub arg_end: u64,
    pub env_start: u64,
    pub env_end: u64,
    pub exit_code: u64,
    pub tgid: u64,
    pub fd_size: u64,
    pub kthread: u64,
    pub vm_peak_bytes: u64,
    pub vm_size_bytes: u64,
    pub vm_lck_bytes: u64,
    pub vm_pin_bytes: u64,
    pub vm_hwm_bytes: u64,
    pub vm_rss_bytes: u64,
    pub rss_anon_bytes: u64,
    pub rss_file_bytes: u64,
    pub rss_shmem_bytes: u64,
    pub vm_data_bytes: u64,
    pub vm_stk_bytes: u64,
    pub vm_exe_bytes: u64,
    pub vm_lib_bytes: u64,
    pub vm_pte_bytes: u64,
    pub vm_swap_bytes: u64,
    pub hugetlb_pages_bytes: u64,
    pub core_dumping: u64,
    pub thp_enabled: u64,
    pub cpus_allowed: u64,
    pub mems_allowed: u64,
    pub voluntary_ctxt_switches: u64,
    pub nonvoluntary_ctxt_switches: u64,
    pub vm_pmd_bytes: u64,
    pub uid_real: u64,
    pub uid_effective: u64,
    pub uid_saved: u64,
    pub uid_fs: u64,
    pub ngid: u64,
    pub tracer_pid: u64,
    pub gid_real: u64,
    pub gid_effective: u64,
    pub gid_saved: u64,
    pub gid_fs: u64,
    pub ns_tgid: u64,
    pub ns_pid: u64,
    pub ns_pgid: u64,
    pub ns_sid: u64,
    pub no_new_privs: u64,
    pub seccomp: u64,
    pub seccomp_filters: u64,
    pub statm_size_pages: u64,
    pub statm_resident_pages: u64,
    pub statm_shared_pages: u64,
    pub statm_text_pages: u64,
    pub statm_lib_pages: u64,
    pub statm_data_pages: u64,
    pub statm_dt_pages: u64,
    pub rchar_bytes: u64,
    pub wchar_bytes: u64,
    pub syscr: u64,
    pub syscw: u64,
    pub read_bytes: u64,
    pub write_bytes: u64,
    pub cancelled_write_bytes: u64,
    pub run_time_ns: u64,
    pub run_delay_ns: u64,
    pub timeslices: u64,
    pub smaps_rss_bytes: u64,
    pub smaps_pss_bytes: u64,
    pub smaps_pss_dirty_bytes: u64,
    pub smaps_pss_anon_bytes: u64,
    pub smaps_pss_file_bytes: u64,
    pub smaps_pss_shmem_bytes: u64,
    pub smaps_shared_clean_bytes: u64,
    pub smaps_shared_dirty_bytes: u64,
    pub smaps_private_clean_bytes: u64,
    pub smaps_private_dirty_bytes: u64,
    pub smaps_referenced_bytes: u64,
    pub smaps_anonymous_bytes: u64,
    pub smaps_ksm_bytes: u64,
    pub smaps_lazy_free_bytes: u64,
    pub smaps_anon_huge_pages_bytes: u64,
    pub smaps_shmem_pmd_mapped_bytes: u64,
    pub smaps_file_pmd_mapped_bytes: u64,
    pub smaps_shared_hugetlb_bytes: u64,
    pub smaps_private_hugetlb_bytes: u64,
    pub smaps_swap_bytes: u64,
    pub smaps_swap_pss_bytes: u64,
    pub smaps_locked_bytes: u64,
}

/// Use of CPU and I/O by a process or a thread between two samples. A CPU that is used all the time counts as 1.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_process_usage {
    pub size: u64,
    pub record: u64,
    pub pid: u64,
    pub starttime_ticks: u64,
    pub cores_used: f64,
    pub user_cores: f64,
    pub system_cores: f64,
    pub guest_cores: f64,
    pub minflt_per_second: f64,
    pub majflt_per_second: f64,
    pub rchar_bytes_per_second: f64,
    pub wchar_bytes_per_second: f64,
    pub syscr_per_second: f64,
    pub syscw_per_second: f64,
    pub read_bytes_per_second: f64,
    pub write_bytes_per_second: f64,
    pub cancelled_write_bytes_per_second: f64,
    pub run_delay_cores: f64,
    pub voluntary_ctxt_switches_per_second: f64,
    pub nonvoluntary_ctxt_switches_per_second: f64,
    pub outside_guest_cores: f64,
}

/// Use of CPU by the threads of a VMM between two samples: by its virtual CPUs, and by all other threads, which are the VMM's overhead. A CPU that is used all the time counts as 1. Sums are over the threads that are in both samples and the threads that started between the samples; a sum is unknown if one of its threads lacks the counter.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_threads_usage {
    pub size: u64,
    pub record: u64,
    pub threads: u64,
    pub threads_matched: u64,
    pub threads_new: u64,
    pub threads_gone: u64,
    pub vcpus: u64,
    pub vcpu_cores: f64,
    pub overhead_cores: f64,
    pub total_cores: f64,
    pub vcpu_run_delay_cores: f64,
    pub overhead_run_delay_cores: f64,
    pub total_run_delay_cores: f64,
    pub voluntary_ctxt_switches_per_second: f64,
    pub nonvoluntary_ctxt_switches_per_second: f64,
    pub unexplained_cores: f64,
}

/// Sample of the threads of a process: an array with a record for each thread.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_threads {
    pub rows: *const vmm_process,
    pub count: usize,
    pub row_size: usize,
}

/// The protocols of one network namespace: files of /proc/net, which is /proc/self/net. /proc/PID/net has those of the network namespace of another process, such as a VM monitor in its own. What a comment calls "of the whole machine" is the same in all namespaces.
///
/// vmm_record_read() reads each of its files, VMM_FILE_PROTOCOLS_*. `snmp6` and `sockstat6` are there only with IPv6. The columns of the files may have any order. The files have more names than this record has members: `VMM_KEY_PAIRED_LINES` gives all names of `snmp` and `netstat`, and `VMM_KEY_LINES` those of the other files.
///
/// TCP counts both versions of IP in the members `tcp_`. UDP, ICMP and IP have members of their own for IPv6.
///
/// Member comments read: meaning; file and key; unit; kind; since which kernel, where later than 2.6.18; when absent. Counters count since the namespace began. Members `sockstat_` are gauges.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_protocols {
    pub size: u64,
    pub record: u64,
    pub instance_id: u64,
    pub ip_forwarding: u64,
    pub ip_in_receives: u64,
    pub ip_in_hdr_errors: u64,
    pub ip_in_addr_errors: u64,
    pub ip_forw_datagrams: u64,
    pub ip_in_unknown_protos: u64,
    pub ip_in_discards: u64,
    pub ip_in_delivers: u64,
    pub ip_out_requests: u64,
    pub ip_out_discards: u64,
    pub ip_out_no_routes: u64,
    pub ip_reasm_timeout: u64,
    pub ip_reasm_reqds: u64,
    pub ip_reasm_oks: u64,
    pub ip_reasm_fails: u64,
    pub ip_frag_oks: u64,
    pub ip_frag_fails: u64,
    pub ip_frag_creates: u64,
    pub icmp_in_msgs: u64,
    pub icmp_in_errors: u64,
    pub icmp_in_csum_errors: u64,
    pub icmp_in_dest_unreachs: u64,
    pub icmp_in_time_excds: u64,
    pub icmp_in_echos: u64,
    pub icmp_in_echo_reps: u64,
    pub icmp_out_msgs: u64,
    pub icmp_out_errors: u64,
    pub icmp_out_dest_unreachs: u64,
    pub icmp_out_time_excds: u64,
    pub icmp_out_echos: u64,
    pub icmp_out_echo_reps: u64,
    pub tcp_active_opens: u64,
    pub tcp_passive_opens: u64,
    pub tcp_attempt_fails: u64,
    pub tcp_estab_resets: u64,
    pub tcp_curr_estab: u64,
    pub tcp_in_segs: u64,
    pub tcp_out_segs: u64,
    pub tcp_retrans_segs: u64,
    pub tcp_in_errs: u64,
    pub tcp_out_rsts: u64,
    pub tcp_in_csum_errors: u64,
    pub udp_in_datagrams: u64,
    pub udp_no_ports: u64,
    pub udp_in_errors: u64,
    pub udp_out_datagrams: u64,
    pub udp_rcvbuf_errors: u64,
    pub udp_sndbuf_errors: u64,
    pub udp_in_csum_errors: u64,
    pub udp_mem_errors: u64,
    pub udp_lite_in_errors: u64,
    pub tcp_ext_syncookies_sent: u64,
    pub tcp_ext_syncookies_recv: u64,
    pub tcp_ext_syncookies_failed: u64,
    pub tcp_ext_embryonic_rsts: u64,
    pub tcp_ext_prune_called: u64,
    pub tcp_ext_rcv_pruned: u64,
    pub tcp_ext_ofo_pruned: u64,
    pub tcp_ext_tw: u64,
    pub tcp_ext_listen_overflows: u64,
    pub tcp_ext_listen_drops: u64,
    pub tcp_ext_tcp_lost_retransmit: u64,
    pub tcp_ext_tcp_fast_retrans: u64,
    pub tcp_ext_tcp_slow_start_retrans: u64,
    pub tcp_ext_tcp_timeouts: u64,
    pub tcp_ext_tcp_loss_probes: u64,
    pub tcp_ext_tcp_rcv_collapsed: u64,
    pub tcp_ext_tcp_abort_on_data: u64,
    pub tcp_ext_tcp_abort_on_close: u64,
    pub tcp_ext_tcp_abort_on_memory: u64,
    pub tcp_ext_tcp_abort_on_timeout: u64,
    pub tcp_ext_tcp_abort_on_linger: u64,
    pub tcp_ext_tcp_abort_failed: u64,
    pub tcp_ext_tcp_memory_pressures: u64,
    pub tcp_ext_tcp_memory_pressures_chrono_ms: u64,
    pub tcp_ext_tcp_spurious_rtos: u64,
    pub tcp_ext_tcp_backlog_drop: u64,
    pub tcp_ext_pf_memalloc_drop: u64,
    pub tcp_ext_tcp_time_wait_overflow: u64,
    pub tcp_ext_tcp_req_q_full_do_cookies: u64,
    pub tcp_ext_tcp_req_q_full_drop: u64,
    pub tcp_ext_tcp_retrans_fail: u64,
    pub tcp_ext_tcp_ofo_queue: u64,
    pub tcp_ext_tcp_ofo_drop: u64,
    pub tcp_ext_tcp_from_zero_window_adv: u64,
    pub tcp_ext_tcp_to_zero_window_adv: u64,
    pub tcp_ext_tcp_syn_retrans: u64,
    pub tcp_ext_tcp_orig_data_sent: u64,
    pub tcp_ext_tcp_keep_alive: u64,
    pub tcp_ext_tcp_delivered: u64,
    pub tcp_ext_tcp_zero_window_drop: u64,
    pub tcp_ext_tcp_rcv_q_drop: u64,
    pub ip_ext_in_no_routes: u64,
    pub ip_ext_in_truncated_pkts: u64,
    pub ip_ext_in_mcast_pkts: u64,
    pub ip_ext_out_mcast_pkts: u64,
    pub ip_ext_in_bcast_pkts: u64,
    pub ip_ext_out_bcast_pkts: u64,
    pub ip_ext_in_octets_bytes: u64,
    pub ip_ext_out_octets_bytes: u64,
    pub ip_ext_in_csum_errors: u64,
    pub ip6_in_receives: u64,
    pub ip6_in_hdr_errors: u64,
    pub ip6_in_too_big_errors: u64,
    pub ip6_in_no_routes: u64,
    pub ip6_in_addr_errors: u64,
    pub ip6_in_discards: u64,
    pub ip6_in_delivers: u64,
    pub ip6_out_forw_datagrams: u64,
    pub ip6_out_requests: u64,
    pub ip6_out_discards: u64,
    pub ip6_out_no_routes: u64,
    pub ip6_reasm_fails: u64,
    pub ip6_frag_fails: u64,
    pub ip6_in_octets_bytes: u64,
    pub ip6_out_octets_bytes: u64,
    pub icmp6_in_msgs: u64,
    pub icmp6_in_errors: u64,
    pub icmp6_out_msgs: u64,
    pub icmp6_out_errors: u64,
    pub icmp6_in_csum_errors: u64,
    pub udp6_in_datagrams: u64,
    pub udp6_no_ports: u64,
    pub udp6_in_errors: u64,
    pub udp6_out_datagrams: u64,
    pub udp6_rcvbuf_errors: u64,
    pub udp6_sndbuf_errors: u64,
    pub udp6_in_csum_errors: u64,
    pub udp6_mem_errors: u64,
    pub udp_lite6_in_errors: u64,
    pub sockstat_sockets_used: u64,
    pub sockstat_tcp_inuse: u64,
    pub sockstat_tcp_orphan: u64,
    pub sockstat_tcp_tw: u64,
    pub sockstat_tcp_alloc: u64,
    pub sockstat_tcp_mem_pages: u64,
    pub sockstat_udp_inuse: u64,
    pub sockstat_udp_mem_pages: u64,
    pub sockstat_udplite_inuse: u64,
    pub sockstat_raw_inuse: u64,
    pub sockstat_frag_inuse: u64,
    pub sockstat_frag_memory_bytes: u64,
    pub sockstat_tcp6_inuse: u64,
    pub sockstat_udp6_inuse: u64,
    pub sockstat_udplite6_inuse: u64,
    pub sockstat_raw6_inuse: u64,
    pub sockstat_frag6_inuse: u64,
    pub sockstat_frag6_memory_bytes: u64,
}

/// What the protocols did between two samples.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_protocols_usage {
    pub size: u64,
    pub record: u64,
    pub instance_id: u64,
    pub tcp_retransmitted_ratio: f64,
    pub tcp_retrans_to_out_ratio: f64,
    pub tcp_in_segs_per_second: f64,
    pub tcp_out_segs_per_second: f64,
    pub tcp_retrans_segs_per_second: f64,
    pub tcp_in_errs_per_second: f64,
    pub tcp_out_rsts_per_second: f64,
    pub tcp_active_opens_per_second: f64,
    pub tcp_passive_opens_per_second: f64,
    pub tcp_attempt_fails_per_second: f64,
    pub tcp_estab_resets_per_second: f64,
    pub tcp_ext_listen_drops_per_second: f64,
    pub tcp_ext_listen_overflows_per_second: f64,
    pub tcp_ext_tcp_req_q_full_drop_per_second: f64,
    pub tcp_ext_syncookies_sent_per_second: f64,
    pub tcp_ext_tcp_timeouts_per_second: f64,
    pub tcp_ext_tcp_syn_retrans_per_second: f64,
    pub tcp_ext_tcp_ofo_queue_per_second: f64,
    pub tcp_ext_tcp_rcv_q_drop_per_second: f64,
    pub tcp_ext_tcp_backlog_drop_per_second: f64,
    pub udp_in_datagrams_per_second: f64,
    pub udp_out_datagrams_per_second: f64,
    pub udp_no_ports_per_second: f64,
    pub udp_in_errors_per_second: f64,
    pub udp_rcvbuf_errors_per_second: f64,
    pub udp_sndbuf_errors_per_second: f64,
    pub udp6_in_datagrams_per_second: f64,
    pub udp6_out_datagrams_per_second: f64,
    pub udp6_no_ports_per_second: f64,
    pub udp6_in_errors_per_second: f64,
    pub udp6_rcvbuf_errors_per_second: f64,
    pub udp6_sndbuf_errors_per_second: f64,
    pub ip_ext_in_octets_bytes_per_second: f64,
    pub ip_ext_out_octets_bytes_per_second: f64,
    pub ip6_in_octets_bytes_per_second: f64,
    pub ip6_out_octets_bytes_per_second: f64,
    pub tcp_ext_tcp_memory_pressures: u64,
    pub tcp_ext_tcp_abort_on_memory: u64,
}

/// Description of a record.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_record_info {
    pub size: u64,
    pub name: [u8; 32],
    pub id: u64,
    pub bytes: u64,
    pub members: u64,
}

/// Description of a member of a record.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_member_info {
    pub size: u64,
    pub name: [u8; 64],
    pub offset: u64,
    pub bytes: u64,
    pub r#type: u64,
    pub unit: u64,
    pub kind: u64,
    pub width: u64,
}

/// Name and id of a file that fills part of a record.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_file_info {
    pub size: u64,
    pub name: [u8; 64],
    pub id: u64,
}

/// Sample of rows: an array of records of one type.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_rows {
    pub rows: *const c_void,
    pub count: usize,
    pub row_size: usize,
}

/// Counters and gauges of /proc/stat: all numbers after the CPU rows.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_stat {
    pub size: u64,
    pub record: u64,
    pub intr: u64,
    pub ctxt: u64,
    pub btime_seconds: u64,
    pub processes: u64,
    pub procs_running: u64,
    pub procs_blocked: u64,
    pub softirq: u64,
    pub softirq_hi: u64,
    pub softirq_timer: u64,
    pub softirq_net_tx: u64,
    pub softirq_net_rx: u64,
    pub softirq_block: u64,
    pub softirq_irq_poll: u64,
    pub softirq_tasklet: u64,
    pub softirq_sched: u64,
    pub softirq_hrtimer: u64,
    pub softirq_rcu: u64,
}

/// Load and uptime of the machine, from two files of /proc.
///
/// The load average is the mean number of threads that run, are ready to run, or wait for a disk; recent time has more weight. In a container the numbers may be the host's, or lxcfs may have replaced them.
///
/// vmm_record_read() reads each of its files, VMM_FILE_SYSTEM_*. The decimal point does not depend on the locale.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_system {
    pub size: u64,
    pub record: u64,
    pub load1_hundredths: u64,
    pub load5_hundredths: u64,
    pub load15_hundredths: u64,
    pub tasks_runnable: u64,
    pub tasks: u64,
    pub last_pid: u64,
    pub uptime_hundredths: u64,
    pub idle_hundredths: u64,
}

/// Keys of /proc/vmstat that most programs need; struct vmm_vmstat_detail has the other keys. All numbers are of the whole machine, including all cgroups; counters count since boot.
///
/// Member comments read: meaning; key; unit; kind; since which kernel, where later than 2.6.32; when absent. The name of a member is its key followed by its unit. A kernel without CONFIG_VM_EVENT_COUNTERS prints neither `pgpgin` nor the keys after it. Numbers may be up to a second old. On 32-bit kernels counters wrap at 2^32. To get the growth of a counter between two samples, call vmm_counter_between().
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_vmstat {
    pub size: u64,
    pub record: u64,
    pub nr_free_pages: u64,
    pub nr_mlock_pages: u64,
    pub nr_free_cma_pages: u64,
    pub nr_inactive_anon_pages: u64,
    pub nr_active_anon_pages: u64,
    pub nr_inactive_file_pages: u64,
    pub nr_active_file_pages: u64,
    pub nr_unevictable_pages: u64,
    pub nr_slab_reclaimable_pages: u64,
    pub nr_slab_unreclaimable_pages: u64,
    pub workingset_nodes: u64,
    pub workingset_refault_anon_pages: u64,
    pub workingset_refault_file_pages: u64,
    pub workingset_activate_anon_pages: u64,
    pub workingset_activate_file_pages: u64,
    pub workingset_restore_anon_pages: u64,
    pub workingset_restore_file_pages: u64,
    pub workingset_nodereclaim: u64,
    pub nr_anon_pages: u64,
    pub nr_mapped_pages: u64,
    pub nr_file_pages: u64,
    pub nr_dirty_pages: u64,
    pub nr_writeback_pages: u64,
    pub nr_shmem_pages: u64,
    pub nr_vmscan_write_pages: u64,
    pub nr_dirtied_pages: u64,
    pub nr_written_pages: u64,
    pub nr_throttled_written_pages: u64,
    pub nr_page_table_pages: u64,
    pub nr_swapcached_pages: u64,
    pub nr_balloon_pages: u64,
    pub pgpgin_bytes: u64,
    pub pgpgout_bytes: u64,
    pub pswpin_pages: u64,
    pub pswpout_pages: u64,
    pub allocstall_dma: u64,
    pub allocstall_dma32: u64,
    pub allocstall_normal: u64,
    pub allocstall_high: u64,
    pub allocstall_movable: u64,
    pub allocstall_device: u64,
    pub pgfree_pages: u64,
    pub pgactivate_pages: u64,
    pub pgdeactivate_pages: u64,
    pub pglazyfree_pages: u64,
    pub pgfault: u64,
    pub pgmajfault: u64,
    pub pglazyfreed_pages: u64,
    pub pgrefill_pages: u64,
    pub pgreuse: u64,
    pub pgsteal_kswapd_pages: u64,
    pub pgsteal_direct_pages: u64,
    pub pgsteal_khugepaged_pages: u64,
    pub pgsteal_proactive_pages: u64,
    pub pgscan_kswapd_pages: u64,
    pub pgscan_direct_pages: u64,
    pub pgscan_khugepaged_pages: u64,
    pub pgscan_proactive_pages: u64,
    pub pgscan_direct_throttle: u64,
    pub pgscan_anon_pages: u64,
    pub pgscan_file_pages: u64,
    pub pgsteal_anon_pages: u64,
    pub pgsteal_file_pages: u64,
    pub slabs_scanned: u64,
    pub pageoutrun: u64,
    pub pgrotated_pages: u64,
    pub drop_pagecache: u64,
    pub drop_slab: u64,
    pub oom_kill: u64,
    pub pgmigrate_success_pages: u64,
    pub pgmigrate_fail_pages: u64,
    pub compact_stall: u64,
    pub compact_fail: u64,
    pub compact_success: u64,
    pub compact_daemon_wake: u64,
    pub thp_fault_alloc: u64,
    pub thp_fault_fallback: u64,
    pub thp_collapse_alloc: u64,
    pub thp_collapse_alloc_failed: u64,
    pub thp_file_alloc: u64,
    pub thp_file_mapped: u64,
    pub thp_split_page: u64,
    pub thp_split_page_failed: u64,
    pub thp_deferred_split_page: u64,
    pub thp_split_pmd: u64,
    pub thp_zero_page_alloc: u64,
    pub thp_swpout: u64,
    pub thp_swpout_fallback: u64,
    pub balloon_inflate_pages: u64,
    pub balloon_deflate_pages: u64,
    pub balloon_migrate_pages: u64,
    pub swap_ra_pages: u64,
    pub swap_ra_hit_pages: u64,
    pub swpin_zero_pages: u64,
    pub swpout_zero_pages: u64,
    pub zswpin_pages: u64,
    pub zswpout_pages: u64,
    pub zswpwb_pages: u64,
    pub workingset_refault_pages: u64,
    pub workingset_activate_pages: u64,
    pub workingset_restore_pages: u64,
    pub allocstall: u64,
    pub pgsteal_kswapd_dma_pages: u64,
    pub pgsteal_kswapd_dma32_pages: u64,
    pub pgsteal_kswapd_normal_pages: u64,
    pub pgsteal_kswapd_high_pages: u64,
    pub pgsteal_kswapd_movable_pages: u64,
    pub pgsteal_direct_dma_pages: u64,
    pub pgsteal_direct_dma32_pages: u64,
    pub pgsteal_direct_normal_pages: u64,
    pub pgsteal_direct_high_pages: u64,
    pub pgsteal_direct_movable_pages: u64,
    pub pgscan_kswapd_dma_pages: u64,
    pub pgscan_kswapd_dma32_pages: u64,
    pub pgscan_kswapd_normal_pages: u64,
    pub pgscan_kswapd_high_pages: u64,
    pub pgscan_kswapd_movable_pages: u64,
    pub pgscan_direct_dma_pages: u64,
    pub pgscan_direct_dma32_pages: u64,
    pub pgscan_direct_normal_pages: u64,
    pub pgscan_direct_high_pages: u64,
    pub pgscan_direct_movable_pages: u64,
    pub thp_split: u64,
}

/// Keys of /proc/vmstat that struct vmm_vmstat does not have. Together, both records have each key that Linux 7.3 prints, and each key of older kernels that Performance Co-Pilot knows. All numbers are of the whole machine, including all cgroups; counters count since boot.
///
/// Member comments read: meaning; key; unit; kind; since which kernel, where later than 2.6.32; when absent. The name of a member is its key followed by its unit. The members from `pgalloc_dma_pages` to `nrswpout` are absent without CONFIG_VM_EVENT_COUNTERS. The members from `numa_hit` to `numa_other` become 0 when a user writes 0 to `/proc/sys/vm/numa_stat`. Numbers may be up to a second old. On 32-bit kernels counters wrap at 2^32. To get the growth of a counter between two samples, call vmm_counter_between().
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vmm_vmstat_detail {
    pub size: u64,
    pub record: u64,
    pub nr_free_pages_blocks_pages: u64,
    pub nr_zone_inactive_anon_pages: u64,
    pub nr_zone_active_anon_pages: u64,
    pub nr_zone_inactive_file_pages: u64,
    pub nr_zone_active_file_pages: u64,
    pub nr_zone_unevictable_pages: u64,
    pub nr_zone_write_pending_pages: u64,
    pub nr_zspages_pages: u64,
    pub nr_unaccepted_pages: u64,
    pub numa_hit: u64,
    pub numa_miss: u64,
    pub numa_foreign: u64,
    pub numa_interleave: u64,
    pub numa_local: u64,
    pub numa_other: u64,
    pub nr_isolated_anon_pages: u64,
    pub nr_isolated_file_pages: u64,
    pub nr_shmem_hugepages: u64,
    pub nr_shmem_pmdmapped: u64,
    pub nr_file_hugepages: u64,
    pub nr_file_pmdmapped: u64,
    pub nr_anon_transparent_hugepages: u64,
    pub nr_vmscan_immediate_reclaim_pages: u64,
    pub nr_kernel_misc_reclaimable_pages: u64,
    pub nr_foll_pin_acquired_pages: u64,
    pub nr_foll_pin_released_pages: u64,
    pub nr_vmalloc_pages: u64,
    pub nr_kernel_stack: u64,
    pub nr_shadow_call_stack_bytes: u64,
    pub nr_sec_page_table_pages: u64,
    pub nr_iommu_pages: u64,
    pub pgpromote_success_pages: u64,
    pub pgpromote_candidate_pages: u64,
    pub pgpromote_candidate_nrl_pages: u64,
    pub pgdemote_kswapd_pages: u64,
    pub pgdemote_direct_pages: u64,
    pub pgdemote_khugepaged_pages: u64,
    pub pgdemote_proactive_pages: u64,
    pub pgrotate_anon_pages: u64,
    pub pgrotate_file_pages: u64,
    pub nr_hugetlb_pages: u64,
    pub nr_kernel_file_pages: u64,
    pub nr_gpu_active_pages: u64,
    pub nr_gpu_reclaim_pages: u64,
    pub nr_dirty_threshold_pages: u64,
    pub nr_dirty_background_threshold_pages: u64,
    pub nr_memmap_pages: u64,
    pub nr_memmap_boot_pages: u64,
    pub pgalloc_dma_pages: u64,
    pub pgalloc_dma32_pages: u64,
    pub pgalloc_normal_pages: u64,
    pub pgalloc_high_pages: u64,
    pub pgalloc_movable_pages: u64,
    pub pgalloc_device_pages: u64,
    pub pgskip_dma_pages: u64,
    pub pgskip_dma32_pages: u64,
    pub pgskip_normal_pages: u64,
    pub pgskip_high_pages: u64,
    pub pgskip_movable_pages: u64,
    pub pgskip_device_pages: u64,
    pub zone_reclaim_success: u64,
    pub zone_reclaim_failed: u64,
    pub pginodesteal_pages: u64,
    pub kswapd_inodesteal_pages: u64,
    pub kswapd_low_wmark_hit_quickly: u64,
    pub kswapd_high_wmark_hit_quickly: u64,
    pub numa_pte_updates: u64,
    pub numa_huge_pte_updates: u64,
    pub numa_hint_faults: u64,
    pub numa_hint_faults_local: u64,
    pub numa_pages_migrated_pages: u64,
    pub thp_migration_success: u64,
    pub thp_migration_fail: u64,
    pub thp_migration_split: u64,
    pub compact_migrate_scanned_pages: u64,
    pub compact_free_scanned_pages: u64,
    pub compact_isolated_pages: u64,
    pub compact_daemon_migrate_scanned_pages: u64,
    pub compact_daemon_free_scanned_pages: u64,
    pub htlb_buddy_alloc_success: u64,
    pub htlb_buddy_alloc_fail: u64,
    pub cma_alloc_success: u64,
    pub cma_alloc_fail: u64,
    pub unevictable_pgs_culled_pages: u64,
    pub unevictable_pgs_scanned_pages: u64,
    pub unevictable_pgs_rescued_pages: u64,
    pub unevictable_pgs_mlocked_pages: u64,
    pub unevictable_pgs_munlocked_pages: u64,
    pub unevictable_pgs_cleared_pages: u64,
    pub unevictable_pgs_stranded_pages: u64,
    pub thp_fault_fallback_charge: u64,
    pub thp_file_fallback: u64,
    pub thp_file_fallback_charge: u64,
    pub thp_underused_split_page: u64,
    pub thp_scan_exceed_none_pte: u64,
    pub thp_scan_exceed_swap_pte: u64,
    pub thp_scan_exceed_share_pte: u64,
    pub thp_split_pud: u64,
    pub thp_zero_page_alloc_failed: u64,
    pub nr_tlb_remote_flush: u64,
    pub nr_tlb_remote_flush_received: u64,
    pub nr_tlb_local_flush_all: u64,
    pub nr_tlb_local_flush_one: u64,
    pub ksm_swpin_copy: u64,
    pub cow_ksm: u64,
    pub direct_map_level2_splits: u64,
    pub direct_map_level3_splits: u64,
    pub direct_map_level2_collapses: u64,
    pub direct_map_level3_collapses: u64,
    pub vma_lock_success: u64,
    pub vma_lock_abort: u64,
    pub vma_lock_retry: u64,
    pub vma_lock_miss: u64,
    pub kstack_1k: u64,
    pub kstack_2k: u64,
    pub kstack_4k: u64,
    pub kstack_8k: u64,
    pub kstack_16k: u64,
    pub kstack_32k: u64,
    pub kstack_64k: u64,
    pub kstack_rest: u64,
    pub nrswpin: u64,
    pub nrswpout: u64,
    pub nr_unstable_pages: u64,
    pub nr_bounce_pages: u64,
    pub nr_writeback_temp_pages: u64,
    pub nr_pages_scanned_pages: u64,
    pub nr_slab_pages: u64,
    pub pgrefill_dma_pages: u64,
    pub pgrefill_dma32_pages: u64,
    pub pgrefill_normal_pages: u64,
    pub pgrefill_high_pages: u64,
    pub pgrefill_movable_pages: u64,
    pub pgsteal_dma_pages: u64,
    pub pgsteal_dma32_pages: u64,
    pub pgsteal_normal_pages: u64,
    pub pgsteal_high_pages: u64,
    pub pgsteal_movable_pages: u64,
    pub kswapd_steal_pages: u64,
    pub kswapd_skip_congestion_wait: u64,
    pub compact_blocks_moved: u64,
    pub compact_pages_moved_pages: u64,
    pub compact_pagemigrate_failed_pages: u64,
    pub unevictable_pgs_mlockfreed_pages: u64,
}

extern "C" {
    /// Parses one JSON object: an answer of any of the three hypervisors.
    pub fn vmm_balloon_parse(text: *mut vmm_text, out: *mut vmm_balloon, out_size: usize) -> vmm_status;
    /// Returns the text of a buffer that holds a whole file.
    pub fn vmm_text_of(buffer: *const u8, length: usize) -> vmm_text;
    /// Returns the version of the library as a number, like `VMM_VERSION_NUMBER` of the headers.
    pub fn vmm_version() -> u32;
    /// Returns 1 if the value of an integer member is known, 0 if it is `VMM_UNKNOWN`.
    pub fn vmm_is_known(value: u64) -> i32;
    /// Returns a status in words: a constant, lower-case English phrase, never NULL.
    pub fn vmm_status_text(status: vmm_status) -> *const u8;
    /// Computes the use of CPU by a cgroup between two samples of its directory, and the number of events between them.
    pub fn vmm_cgroup_usage_between(before: *const vmm_cgroup, after: *const vmm_cgroup, elapsed_ns: i64, out: *mut vmm_cgroup_usage, out_size: usize) -> vmm_status;
    /// Gives the next row of a cgroup's I/O file: one device.
    pub fn vmm_cgroup_io_next(text: *mut vmm_text, file: vmm_file, row: *mut vmm_cgroup_io, row_size: usize) -> vmm_status;
    /// Computes the traffic of a cgroup on one device, per second, between two samples of its row.
    pub fn vmm_cgroup_io_usage_between(before: *const vmm_cgroup_io, after: *const vmm_cgroup_io, elapsed_ns: i64, out: *mut vmm_cgroup_io_usage, out_size: usize) -> vmm_status;
    /// Computes the memory of a cgroup in use, by each common definition.
    pub fn vmm_cgroup_memory_usage_of(cgroup: *const vmm_cgroup, memory: *const vmm_cgroup_memory, limit_bytes: u64, out: *mut vmm_cgroup_memory_usage, out_size: usize) -> vmm_status;
    /// Gives the next row of /proc/PID/cgroup: the process's place in one hierarchy.
    pub fn vmm_cgroup_membership_next(text: *mut vmm_text, row: *mut vmm_cgroup_membership, row_size: usize) -> vmm_status;
    /// Finds the directory of a process's cgroup: the mount point of the hierarchy that has the controller, and the path inside it.
    pub fn vmm_cgroup_path_of(membership: *const vmm_text, mounts: *const vmm_text, controller: *const u8, buffer: *mut u8, buffer_size: usize, needed: *mut usize) -> vmm_status;
    /// Returns how many bytes at the beginning of a cgroup's path are the path of the cgroup of the whole VM; 0 if `path` is NULL.
    pub fn vmm_cgroup_scope_of(path: *const u8, length: usize, r#type: *const vmm_text) -> usize;
    /// Computes the growth of a counter between two samples.
    pub fn vmm_counter_between(before: u64, after: u64, width: vmm_width, growth: *mut u64) -> vmm_status;
    /// Reads the next CPU row of /proc/stat.
    pub fn vmm_cpu_next(text: *mut vmm_text, row: *mut vmm_cpu, row_size: usize) -> vmm_status;
    /// Computes the CPU usage between two samples of the same row.
    pub fn vmm_cpu_usage_between(before: *const vmm_cpu, after: *const vmm_cpu, out: *mut vmm_cpu_usage, out_size: usize) -> vmm_status;
    /// Computes the CPU usage of the machine between two samples of all rows `cpuN`.
    pub fn vmm_cpus_usage_between(before: *const vmm_cpus, after: *const vmm_cpus, interval: *const vmm_interval, out: *mut vmm_cpu_usage, out_size: usize) -> vmm_status;
    /// Returns what a descriptor is, one of VMM_DESCRIPTOR_*, from the text of its link: readlink(2) of /proc/PID/fd/N.
    pub fn vmm_descriptor_of(link: *const u8, length: usize, number: *mut u64) -> u32;
    /// Gives the next row of /proc/diskstats: one device.
    pub fn vmm_disk_next(text: *mut vmm_text, row: *mut vmm_disk, row_size: usize) -> vmm_status;
    /// Computes the activity of a block device between two samples.
    pub fn vmm_disk_usage_between(before: *const vmm_disk, after: *const vmm_disk, elapsed_ns: i64, out: *mut vmm_disk_usage, out_size: usize) -> vmm_status;
    /// Computes the numbers of df from the numbers of statvfs(3).
    pub fn vmm_filesystem_usage_of(filesystem: *const vmm_filesystem, out: *mut vmm_filesystem_usage, out_size: usize) -> vmm_status;
    /// Reads the next row of /proc/self/mountinfo.
    pub fn vmm_mount_next(text: *mut vmm_text, row: *mut vmm_mount, row_size: usize) -> vmm_status;
    /// Finds the mount that holds a path.
    pub fn vmm_mount_of(mounts: *const vmm_text, path: *const u8, row: *mut vmm_mount, row_size: usize) -> vmm_status;
    /// Decodes the octal escapes of a path, `\001` to `\377`: `\040` becomes a blank.
    pub fn vmm_path_unescape(escaped: *const vmm_span, buffer: *mut u8, buffer_size: usize, needed: *mut usize) -> vmm_status;
    /// Parses the next line of Firecracker's metrics: one JSON object of a file or FIFO with many lines.
    pub fn vmm_firecracker_next(text: *mut vmm_text, out: *mut vmm_firecracker, out_size: usize) -> vmm_status;
    /// Reads the next device of one JSON object: a line of Firecracker's metrics, an answer of Cloud Hypervisor's `vm.counters`, or a reply of QEMU to `query-blockstats`.
    pub fn vmm_hypervisor_device_next(text: *mut vmm_text, row: *mut vmm_hypervisor_device, row_size: usize) -> vmm_status;
    /// Computes the traffic of a device per second between two samples.
    pub fn vmm_hypervisor_device_usage_between(before: *const vmm_hypervisor_device, after: *const vmm_hypervisor_device, elapsed_ns: i64, out: *mut vmm_hypervisor_device_usage, out_size: usize) -> vmm_status;
    /// Reads the next key and value.
    pub fn vmm_key_next(text: *mut vmm_text, form: vmm_key_form, row: *mut vmm_key_value, row_size: usize) -> vmm_status;
    /// Parses a file of one value, or the value that vmm_key_next() returned.
    pub fn vmm_value_parse(text: *mut vmm_text, form: vmm_value_form, value: *mut u64) -> vmm_status;
    /// Prints the value of an integer member as vmm_value_parse() reads it: a decimal number, or `max` for `VMM_UNLIMITED`.
    pub fn vmm_value_print(value: u64, buffer: *mut u8, buffer_size: usize, needed: *mut usize) -> vmm_status;
    /// Parses /proc/meminfo, to the end of the text.
    pub fn vmm_meminfo_parse(text: *mut vmm_text, out: *mut vmm_meminfo, out_size: usize) -> vmm_status;
    /// Computes the numbers of free(1) from the numbers of /proc/meminfo.
    pub fn vmm_memory_usage_of(memory: *const vmm_meminfo, out: *mut vmm_memory_usage, out_size: usize) -> vmm_status;
    /// Gives the next row of /proc/net/dev: one interface.
    pub fn vmm_net_next(text: *mut vmm_text, row: *mut vmm_net, row_size: usize) -> vmm_status;
    /// Turns a TAP's record into its guest's view: the TAP's received numbers become the guest's sent numbers, and the other way round.
    pub fn vmm_net_guest_view_of(net: *const vmm_net, out: *mut vmm_net, out_size: usize) -> vmm_status;
    /// Computes the traffic of an interface between two samples.
    pub fn vmm_net_usage_between(before: *const vmm_net, after: *const vmm_net, elapsed_ns: i64, out: *mut vmm_net_usage, out_size: usize) -> vmm_status;
    /// Gives the next row of /proc/net/tcp, tcp6, udp or udp6, or of a file of the same form (udplite, raw, icmp): one socket.
    pub fn vmm_socket_next(text: *mut vmm_text, row: *mut vmm_socket, row_size: usize) -> vmm_status;
    /// Gives the next row of the kernel's log: one line about a process that was killed for want of memory.
    pub fn vmm_oom_kill_next(text: *mut vmm_text, row: *mut vmm_oom_kill, row_size: usize) -> vmm_status;
    /// Parses a pressure file, to the end of the text.
    pub fn vmm_pressure_parse(text: *mut vmm_text, out: *mut vmm_pressure, out_size: usize) -> vmm_status;
    /// Computes the shares of the time between two samples of the same file in which tasks waited.
    pub fn vmm_pressure_usage_between(before: *const vmm_pressure, after: *const vmm_pressure, elapsed_ns: i64, out: *mut vmm_pressure_usage, out_size: usize) -> vmm_status;
    /// Computes the use of CPU and I/O by a process or a thread between two samples.
    pub fn vmm_process_usage_between(before: *const vmm_process, after: *const vmm_process, interval: *const vmm_interval, out: *mut vmm_process_usage, out_size: usize) -> vmm_status;
    /// Computes the use of CPU by the threads of a process between two samples of /proc/PID/task.
    pub fn vmm_threads_usage_between(before: *const vmm_threads, after: *const vmm_threads, process: *const vmm_process_usage, elapsed_ns: i64, out: *mut vmm_threads_usage, out_size: usize) -> vmm_status;
    /// Computes what the protocols did between two samples of one network namespace: shares, and numbers per second.
    pub fn vmm_protocols_usage_between(before: *const vmm_protocols, after: *const vmm_protocols, elapsed_ns: i64, out: *mut vmm_protocols_usage, out_size: usize) -> vmm_status;
    /// Makes a record unknown in each member, and sets its `size` and its `record`.
    pub fn vmm_record_init(record_id: vmm_record_id, record: *mut c_void, size: usize) -> vmm_status;
    /// Reads one file into the members that this file feeds, up to the end of the text.
    pub fn vmm_record_read(text: *mut vmm_text, file: vmm_file, record: *mut c_void, record_size: usize) -> vmm_status;
    /// Compares the identities of two records of one type, such as two samples.
    pub fn vmm_record_same(before: *const c_void, after: *const c_void) -> vmm_status;
    /// Computes the growth of each counter between two samples of any record.
    pub fn vmm_record_growth(before: *const c_void, after: *const c_void, out: *mut c_void, out_size: usize) -> vmm_status;
    /// Describes a record.
    pub fn vmm_record_at(record_id: vmm_record_id, out: *mut vmm_record_info, out_size: usize) -> vmm_status;
    /// Describes one member of a record.
    pub fn vmm_member_at(record_id: vmm_record_id, index: u32, out: *mut vmm_member_info, out_size: usize) -> vmm_status;
    /// Names one file of a record that is filled file by file, or row by row from several files.
    pub fn vmm_file_at(record_id: vmm_record_id, index: u32, out: *mut vmm_file_info, out_size: usize) -> vmm_status;
    /// Returns the id of a file by its name: one of VMM_FILE_*, or 0 if the record has no such file.
    pub fn vmm_file_find(record_id: vmm_record_id, name: *const u8, length: usize) -> u32;
    /// Computes the growth of the sum of rows between two samples: the sum of the growths of the rows.
    pub fn vmm_rows_growth(record_id: vmm_record_id, before: *const vmm_rows, after: *const vmm_rows, devices: *const vmm_text, out: *mut c_void, out_size: usize) -> vmm_status;
    /// Parses /proc/stat after its CPU rows, to the end of the text.
    pub fn vmm_stat_parse(text: *mut vmm_text, out: *mut vmm_stat, out_size: usize) -> vmm_status;
    /// Parses /proc/vmstat, to the end of the text.
    pub fn vmm_vmstat_parse(text: *mut vmm_text, out: *mut vmm_vmstat, out_size: usize) -> vmm_status;
    /// Parses the rest of /proc/vmstat, to the end of the text: the keys that vmm_vmstat_parse() leaves out.
    pub fn vmm_vmstat_detail_parse(text: *mut vmm_text, out: *mut vmm_vmstat_detail, out_size: usize) -> vmm_status;
}
