// SPDX-License-Identifier: MIT
// Texts to try the page with: one sample, or two.

export const examples = {
    "CPU, two samples": [
        `cpu  1264 0 840 180230 95 0 12 31 0 0
cpu0 650 0 421 90120 50 0 9 18 0 0
cpu1 614 0 419 90110 45 0 3 13 0 0
intr 120034
ctxt 901234
btime 1761000000
processes 2301
procs_running 2
procs_blocked 0
`,
        `cpu  1334 0 850 180332 97 0 13 40 0 0
cpu0 715 0 426 90149 51 0 9 19 0 0
cpu1 619 0 424 90183 46 0 4 21 0 0
intr 121934
ctxt 905234
btime 1761000000
processes 2305
procs_running 1
procs_blocked 0
`,
    ],
    Memory: [
        `MemTotal:        2014208 kB
MemFree:          101420 kB
MemAvailable:    1320044 kB
Buffers:           60120 kB
Cached:          1180020 kB
SwapCached:            0 kB
Active:           612004 kB
Inactive:         998120 kB
SwapTotal:             0 kB
SwapFree:              0 kB
Dirty:               184 kB
AnonPages:        370120 kB
Mapped:           190544 kB
Shmem:             12084 kB
Slab:             130220 kB
SReclaimable:      98112 kB
SUnreclaim:        32108 kB
`,
    ],
    "Network, two samples": [
        `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
  tap0: 1204030    9020    0    0    0     0          0         0  8803020    11002    0    3    0     0       0          0
  eth0: 9803020   21002    0    0    0     0          0        12  3204030    10020    0    0    0     0       0          0
`,
        `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
  tap0: 1454030    9220    0    0    0     0          0         0 10803020    12502    0    3    0     0       0          0
  eth0: 9813020   21022    0    0    0     0          0        12  3604030    10320    0    0    0     0       0          0
`,
    ],
    "CPU of a cgroup, two samples": [
        `usage_usec 81234567
user_usec 61234567
system_usec 20000000
nr_periods 1000
nr_throttled 12
throttled_usec 240000
`,
        `usage_usec 81934567
user_usec 61734567
system_usec 20200000
nr_periods 1010
nr_throttled 15
throttled_usec 330000
`,
    ],
    Disks: [
        ` 254       0 vda 52011 1200 3204400 41200 90120 33010 8800400 120300 0 88010 161500 0 0 0 0 4100 2200
 254       1 vda1 51900 1200 3201000 41100 90100 33010 8800400 120300 0 88000 161400 0 0 0 0 0 0
`,
    ],
    "An error": [
        `cpu  10 0 10 80
cpu0 4 0 6 x
cpu3 6 0 4 40 0 0 0 3
`,
    ],
};
