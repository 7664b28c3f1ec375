# SPDX-License-Identifier: MIT
"""The calls of the Python package, with results that are computed by hand; and what it refuses."""

import copy
import gc
import math
import os
import sys
import threading

import consumer
import vmmetrics as vmm
from vmmetrics import Failure, Malformed, NoResult, Status

SECOND = 10**9


def equal(got, wanted, what):
    consumer.comparisons += 1
    consumer.check(got == wanted and type(got) is type(wanted), f"{what}: {got!r}, not {wanted!r}")


def raised(call):
    try:
        call()
    except Exception as error:
        return error
    return None


def refused(call, what, kind, status=None, offset=None, file=None):
    """The call raises an exception of this type, and a Failure with this status."""
    error = raised(call)
    equal(type(error), kind, what)
    if isinstance(error, Failure):
        equal((error.status, error.offset, error.file), (status, offset, file), what)


def row(kind, text, *file):
    found, = kind.rows(text, *file)
    return found


def thread(pid, ticks, run_ns):
    stat = f"{pid} (CPU 0/KVM) S 1 1 1 0 -1 0 0 0 0 0 {ticks} 0 0 0 20 0 1 0 5 {'0 ' * 29}0\n"
    return vmm.Process.read({"stat": stat, "schedstat": f"{run_ns} 0 1\n"})


# A record and its files.
cgroup = vmm.Cgroup.read({"memory.max": "max\n", "pids.max": b"12\n", "memory.current": None})
equal((cgroup.memory_max_bytes, cgroup.pids_max, cgroup.memory_high_bytes), (math.inf, 12, None), "limits")
equal(vmm.Cgroup.read({"pids.current": bytearray(b"3\n")}, onto=cgroup).as_dict(),
      {**cgroup.as_dict(), "pids_current": 3}, "a file that is added")
equal(cgroup.pids_current, None, "the record that a file was added to")
refused(lambda: vmm.Cgroup.read({"memory.stat": "anon 1\n"}), "a file of another record", Failure, Status.E_ARGUMENT,
        None, "memory.stat")
refused(lambda: vmm.Cgroup.read({"pids.max": "1x\n"}), "a malformed file", Malformed, Status.E_SYNTAX, 1, "pids.max")
kept = []
record = vmm.Cgroup.read({"pids.max": "1x\n", "pids.current": memoryview(b"4\n")}, on_failure=kept.append)
equal((record.pids_max, record.pids_current, [str(one) for one in kept]), (None, 4, ["malformed value"]), "the other file")
equal(vmm.CgroupMemory.read({"memory.stat": "anon 5\nfile 7\n"}).anon_bytes, 5, "one file")
limits = row(vmm.CgroupIo, "8:0 rbps=7 wbps=max riops=max wiops=max\n", "io.max")
equal((limits.max_read_bytes_per_second, limits.max_write_bytes_per_second), (7, math.inf), "a file of rows by its name")
equal(vmm.Net.read({"statistics/rx_bytes": "77\n"}).rx_bytes, 77, "a file in a directory below")
equal("memory.max" in vmm.Cgroup.files() and "io.max" in vmm.CgroupIo.files(), True, "the names of files")

# Rows: a malformed one does not cost the others.
STAT = "cpu  10 0 10 80\ncpu0 4 0 6 x\ncpu3 6 0 4 40 0 0 0 3\n"
rows = vmm.Cpu.rows(STAT)
equal((next(rows).user_ticks, str(raised(lambda: next(rows))), next(rows).steal_ticks, list(rows)),
      (10, "malformed value", 3, []), "rows")
kept = []
equal([one.id for one in vmm.Cpu.rows(STAT, on_failure=kept.append)], [None, 3], "rows that are right")
equal([(type(one), one.offset) for one in kept], [(Malformed, 27)], "rows that are malformed")
equal(isinstance(kept[0], ValueError), True, "a malformed text is a ValueError")
equal(list(vmm.Cpu.rows("")), [], "no rows")
refused(lambda: next(vmm.CgroupIo.rows("8:0 rbps=7\n", "nosuch")), "rows of no file", Failure, Status.E_ARGUMENT)
refused(lambda: vmm.Meminfo.parse(b""), "an empty text", Malformed, Status.E_EMPTY)
refused(lambda: vmm.Meminfo.parse(b"MemTotal: 1 kB\nMemFree: 5"), "a text that is cut", Malformed, Status.E_TRUNCATED, 25)
# A text that is longer than all before, and one with a NUL; both are read where they are.
equal(vmm.Meminfo.parse(b"MemTotal: 1 kB\n" + b"X: 1 kB\n" * 10**5 + b"Dirty: 2 kB\n").dirty_bytes, 2048, "a long text")
kept = bytes(10**6)
count = sys.getrefcount(kept)
refused(lambda: vmm.Meminfo.parse(kept), "a large text without a line", Malformed, Status.E_TRUNCATED, 10**6)
equal(list(vmm.Cpu.rows(kept)), [], "rows of a large text")
gc.collect()
equal(sys.getrefcount(kept), count, "who keeps a large text")
refused(lambda: vmm.Meminfo.parse("MemTotal:\0 1 kB\n"), "a NUL", Malformed, Status.E_SYNTAX, 9)
pairs = list(vmm.KeyValue.rows(b"one 1\ntwo \xff\n"))
equal((pairs[0].key, pairs[0].value, os.fsencode(pairs[1].value)), ("one", "1", b"\xff"), "keys and values")
equal([pair.value for pair in vmm.KeyValue.rows('{"a": [1, 2], "b": {}}', vmm.KeyForm.JSON)], ["[1, 2]", "{}"], "JSON")
mount, = vmm.Mount.rows("43 29 0:32 /vm1 /mnt/vm\\0401 rw shared:9 - cgroup cgroup rw,memory\n")
equal((mount.mount_point, mount.super_options), ("/mnt/vm\\0401", "rw,memory"), "a mount")

# Two records.
one, two = (row(vmm.Disk, f"8 0 sda {reads} 2 3 4 5 6 7 8 9 10 11\n") for reads in (10, 15))
equal((two.growth_since(one).reads, two.growth_since(one).name), (5, "sda"), "growth")
refused(lambda: one.growth_since(two), "growth after a fall", NoResult, Status.RESET)
refused(lambda: one.growth_since(None), "growth of the first", NoResult, Status.FIRST)
other = row(vmm.Disk, "8 16 sdb 1 2 3 4 5 6 7 8 9 10 11\n")
equal((one.same(two), one.same(other), vmm.Disk().same(one)), (True, False, None), "same")
equal(vmm.Disk.rows_growth([one, other], [other, two]).reads, 5, "growth of rows")
refused(lambda: vmm.Disk.rows_growth(None, [one]), "growth of first rows", NoResult, Status.FIRST)
equal((one == row(vmm.Disk, "8 0 sda 10 2 3 4 5 6 7 8 9 10 11\n"), one == two, one == 5, len({one, two, copy.copy(one)})),
      (True, False, False, 2), "equal")

# Records of the caller.
limits = vmm.Cgroup(memory_max_bytes=math.inf, pids_max=5, memory_high_bytes=None)
equal(repr(limits), "Cgroup(memory_max_bytes=inf, pids_max=5)", "a record of the caller")
equal(limits.replace(instance_id=7, pids_max=None).as_dict(), {**limits.as_dict(), "instance_id": 7, "pids_max": None}, "replace")
disk = vmm.FilesystemUsage.of(vmm.Filesystem(f_frsize_bytes=4096, f_blocks=1000, f_bfree=400, f_bavail=300))
equal(disk.used_bytes, 600 * 4096, "a file system")
found = os.statvfs("/")
equal(vmm.FilesystemUsage.of(vmm.filesystem_of(found)).total_bytes, found.f_blocks * found.f_frsize, "statvfs")
net = row(vmm.Net, "tap0: 1 2 0 0 0 0 0 0 3 4 0 0 0 0 0 0\n")
equal((vmm.Net.guest_view_of(net).rx_bytes, net.rx_bytes), (3, 1), "the guest's view")
member = next(one for one in vmm.Meminfo.members() if one.name == "mem_free_bytes")
equal(tuple(member), ("mem_free_bytes", "uint64", "bytes", "gauge", "none", 8), "a member")
equal(vmm.Meminfo.mem_free_bytes.__doc__, "Free memory: pages without any use. `MemFree`; bytes; gauge.", "a docstring")
equal(thread(7, 0, 0).state == vmm.ProcessState.SLEEPING, True, "a word of an enumeration")

# Usages.
before, after = (row(vmm.Cpu, f"cpu  {user} 20 30 40\n") for user in (10, 60))
equal(vmm.CpuUsage.between(before, after).busy_gopsutil_ratio, 1.0, "cpu_usage")
refused(lambda: vmm.CpuUsage.between(None, after), "the first sample", NoResult, Status.FIRST)
refused(lambda: vmm.CpuUsage.between(after, before), "a restart", NoResult, Status.RESET)
usage = vmm.ProcessUsage.between(thread(7, 10, 0), thread(7, 60, 0), elapsed_ns=SECOND, ticks_per_second=100)
equal(usage.cores_used, 0.5, "process_usage")
samples = [[thread(7, 0, 0), thread(8, 0, 0)], [thread(8, 0, SECOND // 4), thread(7, 0, SECOND // 2)]]
equal(vmm.ThreadsUsage.between(*samples, None, elapsed_ns=SECOND).vcpu_cores, 0.75, "threads_usage")
cpus = [[row(vmm.Cpu, "cpu%d %d 0 0 %d 0 0 0 0 0 0\n" % one) for one in sample]
        for sample in ([(0, 10, 0), (1, 10, 0)], [(0, 60, 50), (1, 110, 0)])]
equal(vmm.CpuUsage.cpus_usage_between(*cpus, elapsed_ns=SECOND, ticks_per_second=100).busy_gopsutil_ratio, 0.75, "cpus_usage")

# What would be wrong in C, or another number.
pressure = vmm.Pressure.parse("some avg10=0.00 avg60=0.00 avg300=0.00 total=5\n")
for number in (2**63, 2**64 + SECOND, -2**63 - 1):
    refused(lambda number=number: vmm.PressureUsage.between(pressure, pressure, elapsed_ns=number), f"{number} ns", OverflowError)
for number in (-1, 2**64, 1.5):
    refused(lambda number=number: cgroup.replace(instance_id=number), f"instance_id {number}", ValueError)
    refused(lambda number=number: vmm.ProcessUsage.between(None, thread(7, 1, 0), elapsed_ns=1, ticks_per_second=number),
            f"{number} ticks", OverflowError)
for call, what, kind in (
        (lambda: vmm.PressureUsage.between(before, pressure, elapsed_ns=5), "a record of another type", TypeError),
        (lambda: vmm.PressureUsage.between(pressure, b"x" * 80, elapsed_ns=5), "bytes", TypeError),
        (lambda: vmm.PressureUsage.between(pressure, None, elapsed_ns=5), "no later sample", TypeError),
        (lambda: vmm.PressureUsage.between(pressure, pressure), "no time", TypeError),
        (lambda: vmm.ThreadsUsage.between(usage, usage, None, elapsed_ns=5), "threads that are no list", TypeError),
        (lambda: one.same(cgroup), "same of two types", TypeError),
        (lambda: one.growth_since(cgroup), "growth of two types", TypeError),
        (lambda: vmm.Disk.rows_growth([one], [cgroup]), "rows of two types", TypeError),
        (lambda: vmm.Cgroup.read({}, onto=one), "a record to add to", TypeError),
        (lambda: vmm.Cgroup(nosuch=1), "a member that is not there", TypeError),
        (lambda: vmm.Disk(name=5), "a name that is a number", TypeError),
        (lambda: vmm.Disk(name="x" * 32), "a name that is too long", ValueError),
        (lambda: vmm.Disk(reads="5"), "a number that is a name", TypeError),
        (lambda: vmm.Disk(reads=math.inf), "a counter without an end", ValueError),
        (lambda: setattr(one, "reads", 5), "a member that is set", AttributeError)):
    refused(call, what, kind)

# Threads share nothing.
wrong = []


def work(number):
    text = f"MemTotal: {number} kB\n".encode()
    for _ in range(3000):
        if vmm.Meminfo.parse(text).mem_total_bytes != number * 1024:
            wrong.append(number)


sys.setswitchinterval(1e-5)
threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 5)]
for each in threads:
    each.start()
for each in threads:
    each.join()
equal(wrong, [], "texts of four threads")
consumer.end()
