# SPDX-License-Identifier: MIT
"""The files of a whole machine below a root, of a guest and of a host, so that a program prints each name that it has."""

import re

from tree import CAPTURES, Tree

DATA = CAPTURES.parent
# Files of one number, or of a few.
SYSCTLS = {"fs/file-nr": "2464\t0\t9223372036854775807", "kernel/arch": "x86_64", "kernel/domainname": "(none)",
           "kernel/hostname": "guest-7", "kernel/hung_task_detect_count": "3", "kernel/osrelease": "6.18.0", "kernel/ostype": "Linux",
           "kernel/pid_max": "32768", "kernel/random/entropy_avail": "255", "kernel/random/poolsize": "256",
           "kernel/threads-max": "7801", "kernel/version": "#1 SMP", "net/netfilter/nf_conntrack_count": "123",
           "net/netfilter/nf_conntrack_max": "65536"}
SCHEDSTAT = """version 15
timestamp 4294937241
cpu0 498494191 0 3533438552 2553969831 3853684107 2465731542 2045936778163039 343796328169361 4767485306
domain0 00000000,00000003 212499247 210112015 1861015
cpu1 518377256 0 4155211005 2778589869 10466382 2867629021 1904686152592476 364107263788241 5145567945
"""
# As Linux 5.14 and later print it, with the number of the CPU in the last but two of the columns.
SOFTNET = """00015c73 00020e76 f0000769 00000000 00000000 00000000 00000000 00000000 00000001 00000002 00000003 00000004 00000000 00000000 00000000
01663fb2 00000000 000109a4 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000001 00000000 00000000
"""
SOFTIRQS = "                    CPU0       CPU1       \n" + "".join(
    f"{name + ':':>12}{10 * index:11}{10 * index + 1:11}\n" for index, name in enumerate(
        ("HI", "TIMER", "NET_TX", "NET_RX", "BLOCK", "IRQ_POLL", "TASKLET", "SCHED", "HRTIMER", "RCU")))
INTERRUPTS = """            CPU0       CPU1
   0:         18          0   IO-APIC   2-edge      timer
  24:          0    2372047   PCI-MSIX-0000:00:01.0   0-edge      virtio0-config, virtio1-input
 NMI:         47       5031   Non-maskable interrupts
 LOC:  174326351  135776678   Local timer interrupts
 ERR:          0
 MIS:          0
"""
ARP = """IP address       HW type     Flags       HW address            Mask     Device
192.168.1.1      0x1         0x2         00:50:56:c0:00:08     *        eth0
192.168.1.2      0x1         0x2         00:50:56:c0:00:09     *        eth0
10.0.0.1         0x1         0x0         00:00:00:00:00:00     *        tap3
"""
UNIX = """Num       RefCount Protocol Flags    Type St Inode Path
0000000000000000: 00000002 00000000 00010000 0001 01 19012 /run/systemd/private
0000000000000000: 00000003 00000000 00000000 0001 03 19013
0000000000000000: 00000002 00000000 00000000 0002 01 19014 /run/systemd/notify
0000000000000000: 00000002 00000000 00010000 0005 01 19015 /run/udev/control
"""
LOCKS = """1: POSIX  ADVISORY  WRITE 458 08:01:1835 0 EOF
2: FLOCK  ADVISORY  WRITE 461 00:18:1234 0 EOF
2: -> FLOCK  ADVISORY  WRITE 470 00:18:1234 0 EOF
3: POSIX  ADVISORY  READ 458 08:01:1836 128 128
4: POSIX  ADVISORY  WRITE 459 08:01:1837 0 EOF
5: LEASE  BREAKING  UNLCK 500 08:01:9999 0 EOF
"""
RELEASE = """# What the vendor says.
PRETTY_NAME="Test \\"OS\\" 12.4 (bookworm)"
NAME='Test OS'
ID=test
ID_LIKE="debian linux"
VERSION_ID="12.4"
VERSION="12.4 (bookworm)"
VERSION_CODENAME=bookworm
VARIANT=Server
VARIANT_ID=server
BUILD_ID=b7
IMAGE_ID=image
IMAGE_VERSION=5
HOME_URL="https://www.example.org/"
"""
INTERFACE = {"addr_assign_type": "3", "address": "02:fc:00:00:00:01", "addr_len": "6", "broadcast": "ff:ff:ff:ff:ff:ff", "carrier": "1",
             "carrier_changes": "2", "carrier_down_count": "1", "carrier_up_count": "1", "dev_id": "0x20", "dormant": "1",
             "duplex": "full", "flags": "0x1001", "ifalias": "uplink of the guest", "ifindex": "2", "iflink": "2", "link_mode": "1", "mtu": "1500",
             "name_assign_type": "2", "netdev_group": "0", "operstate": "up", "speed": "1000", "statistics/rx_nohandler": "7",
             "tx_queue_len": "1000", "type": "1"}
# The sample with the pages has no swap.
SWAP = b"SwapTotal:             0 kB\nSwapFree:              0 kB\n", b"SwapTotal:          4096 kB\nSwapFree:           1024 kB\n"
PRESSURE = "some avg10=0.00 avg60=0.00 avg300=0.00 total=14036781\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=9036781\n"


def every_key(folder):
    """A file that has the keys of all samples of a folder, each once."""
    found = {}
    # First those with pages in use.
    for path in sorted((DATA / folder).glob("linux-*"), key=lambda path: ("huge-pages" not in path.name, path.name)):
        for line in path.read_bytes().splitlines(keepends=True):
            # node_exporter needs the blank.
            if not re.match(rb"\w+:\S", line):
                found.setdefault(re.split(rb"[: ]", line)[0], line)
    return b"".join(found.values())


def sample(name):
    return (DATA / name).read_bytes()


def guest_root(root):
    """The root of a guest."""
    tree = Tree(root)
    tree.file("etc/machine-id", "0123456789abcdef" * 2 + "\n")
    tree.file("etc/os-release", RELEASE)
    for name, text in {
            "stat": sample("proc-stat/linux-6.18-x86_64-firecracker"), "meminfo": every_key("proc-meminfo").replace(SWAP[0], SWAP[1]),
            "vmstat": every_key("proc-vmstat"), "diskstats": sample("proc-diskstats/linux-6.18-x86_64-firecracker"),
            "loadavg": "0.10 1.20 12.34 1/100 4242\n", "uptime": "1234.56 99.00\n", "schedstat": SCHEDSTAT, "softirqs": SOFTIRQS,
            "interrupts": INTERRUPTS, "locks": LOCKS}.items():
        tree.file(f"proc/{name}", text)
    for name in ("cpu", "memory", "io", "irq"):
        tree.file(f"proc/pressure/{name}", PRESSURE)
    for name, text in SYSCTLS.items():
        tree.file(f"proc/sys/{name}", text + "\n")
    for folder in ("net", "1/net"):
        for name, text in {"dev": sample("proc-net-dev/linux-6.18-x86_64-firecracker"), "arp": ARP, "softnet_stat": SOFTNET, "unix": UNIX,
                           **{name: sample(f"proc-net-tcp/linux-6.18-x86_64-{name}") for name in ("tcp", "tcp6", "udp", "udp6")},
                           # UDP-Lite is gone from later kernels.
                           **{name: sample(f"proc-net-{name}/linux-6.18-x86_64-firecracker") for name in
                              ("snmp", "netstat", "snmp6", "sockstat", "sockstat6")}}.items():
            tree.file(f"proc/{folder}/{name}", text)
    tree.stat("proc/1/stat", 1, "init", 7)
    tree.file("proc/1/mountinfo", "21 1 8:1 / / rw,relatime - ext4 /dev/vda rw\n")
    tree.file("sys/class/block/vda/size", "2097152\n")
    for name, text in INTERFACE.items():
        tree.file(f"sys/class/net/eth0/{name}", text + "\n")
    return tree.root


LIMITS = "Limit                     Soft Limit           Hard Limit           Units     \n" + "".join(
    f"{'Max ' + name:26}{10 * index + 1:<21}{10 * index + 2:<21}{unit:10}\n" for index, (name, unit) in enumerate((
        ("cpu time", "seconds"), ("file size", "bytes"), ("data size", "bytes"), ("stack size", "bytes"), ("core file size", "bytes"),
        ("resident set", "bytes"), ("processes", "processes"), ("open files", "files"), ("locked memory", "bytes"),
        ("address space", "bytes"), ("file locks", "locks"), ("pending signals", "signals"), ("msgqueue size", "bytes"),
        ("nice priority", ""), ("realtime priority", ""), ("realtime timeout", "us"))))
STATUS = """Name:	firecracker
State:	S (sleeping)
Threads:	2
VmPeak:	300000 kB
VmSize:	200000 kB
VmLck:	8 kB
VmHWM:	6000 kB
VmRSS:	5000 kB
VmData:	700 kB
VmStk:	132 kB
VmSwap:	12 kB
HugetlbPages:	4 kB
Cpus_allowed:	3
Cpus_allowed_list:	0-1
voluntary_ctxt_switches:	44
nonvoluntary_ctxt_switches:	55
"""
MEMORY_STAT = "anon 30000\nfile 20000\nfile_mapped 7000\ninactive_file 5000\npgfault 900\npgmajfault 40\n"
BALLOON = ('{"target_pages": 0, "actual_pages": 256, "target_mib": 0, "actual_mib": 1, "free_memory": 100000000, '
           '"total_memory": 250000000, "available_memory": 180000000}')


def host_root(root):
    """The root of a host with a virtual machine, the process 7."""
    tree = Tree(root)
    tree.process(7, "firecracker", ticks=300, system=50, guest=200,
                 threads=[(7, "firecracker", 10**9, 0), (8, "fc_vcpu 0", 2 * 10**9, 200)],
                 rchar=1, wchar=2, syscr=61, syscw=62, read_bytes=4096, write_bytes=8192, cancelled_write_bytes=0)
    tree.file("proc/stat", "btime 1700000000\n")
    tree.file("proc/7/status", STATUS)
    for thread in (7, 8):
        tree.file(f"proc/7/task/{thread}/status", STATUS)
    tree.file("proc/7/limits", LIMITS)
    tree.descriptors(7, {3: "anon_inode:kvm-vm", 4: "anon_inode:kvm-vcpu:0", 6: "tap:tap0", 8: "/dev/sda"})
    tree.interfaces("proc/7/net/dev", tap0=(1000, 2000))
    tree.interface("tap0", 1000, 2000)
    tree.disk("sda", "8:0", 8192, 4096)
    tree.cgroup("/vm", cpu__stat="usage_usec 750\nuser_usec 500\nsystem_usec 250\nnr_periods 9\nnr_throttled 4\nthrottled_usec 70\n",
                cpu__max="100000 100000\n", memory__current="50000\n", memory__peak="60000\n", memory__max="90000\n",
                memory__stat=MEMORY_STAT, memory__swap__current="300\n", memory__events="low 0\nhigh 0\nmax 1\noom 2\noom_kill 3\n",
                cgroup__procs="7\n", io__stat="8:0 rbytes=2048 wbytes=4096 rios=2 wios=3 dbytes=512 dios=1\n")
    for kind in ("cpu", "memory", "io"):
        tree.file(f"sys/fs/cgroup/vm/{kind}.pressure", PRESSURE)
    tree.file("balloon", BALLOON)
    return tree.root
