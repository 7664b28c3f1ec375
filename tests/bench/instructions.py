#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Instructions per byte of each format, counted by callgrind: instructions.py PROGRAM [FACTOR]

They do not depend on the machine's mood, so they are a gate: the run fails where a format costs more than its limit. The
program must be an optimised one. Each limit is multiplied by FACTOR, which is 1 if not given.
"""
import re
import subprocess
import sys

# Instructions per byte; the ratio says how much more a whole file may cost than another.
LIMITS = {
    "meminfo": 3.4,
    "cpu-rows-256": 6.0,
    "stat-256": 3.3,
    "stat-2": 2.6,
    "memory-stat": 4.3,
    "pressure": 7.7,
    "diskstats-2": 12.0,
    "diskstats-64": 11.0,
    "vmstat": 5.0,
    "vmstat-detail": 5.7,
    "netstat": 12.8,
    "io-stat-64": 9.6,
    "cgroup": 19.0,
    "mountinfo-40": 6.5,
    "mountinfo-2000": 6.5,
    "process-stat": 10.4,
    "net-dev-4": 7.0,
    "net-dev-1024": 8.1,
    "process-status": 7.0,
    "balloon-firecracker": 9.2,
    "balloon-qemu": 16.0,
    "firecracker-line": 7.2,
    "firecracker-devices": 8.3,
    "firecracker-devices-64": 9.0,
    "cloud-hypervisor-8": 18.8,
    "qemu-disks-8": 11.6,
    "json-members": 5.0,
}
RATIOS = {"meminfo-unknown-keys": ("meminfo", 2.0)}


def instructions(program, case, times):
    """All instructions of a run, and the bytes of one round."""
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, case, str(times)],
        capture_output=True, text=True, check=True)
    return (int(re.search(r"Collected : (\d+)", run.stderr).group(1)),
            int(re.match(r"(\d+) bytes", run.stdout).group(1)))


def main():
    program, factor = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 1
    failed = False
    whole = {}
    print(f"{'format':22} {'bytes':>7} {'instructions':>13} {'per byte':>9}  limit")
    for case in subprocess.run([program], capture_output=True, text=True, check=True).stdout.split():
        few, size = instructions(program, case, 2)
        many, size = instructions(program, case, 22)
        whole[case] = (many - few) / 20
        per_byte = whole[case] / size
        limit = LIMITS[case] * factor if case in LIMITS else None
        words = f"{limit:.1f}" if limit else ""
        too_many = limit is not None and per_byte > limit
        if case in RATIOS:
            base, limit = RATIOS[case]
            ratio = whole[case] / whole[base]
            words = f"{limit} times {base}: {ratio:.2f}"
            too_many = ratio > limit
        print(f"{case:22} {size:7} {whole[case]:13.0f} {per_byte:9.2f}  {words}{'   TOO MANY' if too_many else ''}")
        failed |= too_many
    sys.exit(failed)


if __name__ == "__main__":
    main()
