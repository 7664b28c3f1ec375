# SPDX-License-Identifier: MIT
"""The calls of the Python binding, with results that are computed by hand; and what it refuses."""

import math
import os
import re
import struct
import sys
import tempfile

import consumer

sys.path.insert(0, str(consumer.SOURCE / "examples" / "bindings" / "python"))
import vmmetrics  # noqa: E402

library = vmmetrics.Library()
SECOND = 10**9


def equal(got, wanted, what):
    consumer.comparisons += 1
    consumer.check(got == wanted, f"{what}: {got!r}, not {wanted!r}")


def refused(call, what, error):
    """The call raises a Failure with this status, or another exception of this type."""
    try:
        call()
    except vmmetrics.Failure as failure:
        equal(failure.status, error, what)
    except (OverflowError, TypeError, struct.error) as raised:
        equal(type(raised), error, what)
    else:
        consumer.check(False, f"{what}: not refused")


def row(record, data, name=""):
    found, = library.read(record, data, name)
    return found


def thread(pid, ticks, run_ns):
    memory = library.new("process")
    stat = f"{pid} (CPU 0/KVM) S 1 1 1 0 -1 0 0 0 0 0 {ticks} 0 0 0 20 0 1 0 5 {'0 ' * 29}0\n"
    library.feed(memory, "stat", stat.encode())
    library.feed(memory, "schedstat", f"{run_ns} 0 1\n".encode())
    return memory


# A record and its files.
cgroup = library.new("cgroup")
library.feed(cgroup, "memory.max", b"max\n")
library.feed(cgroup, "pids.max", b"12\n")
values = library.values(cgroup)
equal((values["memory_max_bytes"], values["pids_max"], values["memory_high_bytes"]), (math.inf, 12, None), "limits")
refused(lambda: library.feed(cgroup, "memory.stat", b"anon 1\n"), "a file of another record", vmmetrics.E_ARGUMENT)
refused(lambda: library.read_directory("cgroup_io", lambda name: b""), "a directory of rows", vmmetrics.E_ARGUMENT)
equal(library.name(cgroup), "cgroup", "the name of a record")
memory = row("cgroup_memory", b"anon 5\nfile 7\n")
equal(library.values(memory)["anon_bytes"], 5, "one file")
limits = row("cgroup_io", b"8:0 rbps=7 wbps=max riops=max wiops=max\n", "io.max")
equal(library.values(limits)["max_read_bytes_per_second"], 7, "a file of rows by its name")

# Files in a directory below that of the record.
with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, "statistics"))
    with open(os.path.join(folder, "statistics", "rx_bytes"), "w", encoding="ascii") as file:
        file.write("77\n")
    equal(library.values(vmmetrics.of_directories(library, "net", [folder])[0])["rx_bytes"], 77, "statistics/rx_bytes")

# Two records.
one, two = (row("disk", f"8 0 sda {reads} 2 3 4 5 6 7 8 9 10 11\n".encode()) for reads in (10, 15))
equal(library.values(library.growth(one, two))["reads"], 5, "growth")
refused(lambda: library.growth(two, one), "growth after a fall", vmmetrics.RESET)
refused(lambda: library.growth(one, cgroup), "growth of two types", vmmetrics.E_ARGUMENT)
other = row("disk", b"8 16 sdb 1 2 3 4 5 6 7 8 9 10 11\n")
equal((library.same(one, two), library.same(one, other)), (True, False), "same")
equal(library.same(library.new("disk"), one), None, "same without an identity")

# Usages that take an interval or threads.
usage = library.usage("process_usage", [thread(7, 10, 0), thread(7, 60, 0)], SECOND, ticks_per_second=100)
equal(library.values(usage)["cores_used"], 0.5, "process_usage")
samples = [[thread(7, 0, 0), thread(8, 0, 0)], [thread(8, 0, SECOND // 4), thread(7, 0, SECOND // 2)]]
equal(library.values(library.usage("threads_usage", [*samples, None], SECOND))["vcpu_cores"], 0.75, "threads_usage")
rows = [[row("cpu", b"cpu%d %d 0 0 %d 0 0 0 0 0 0\n" % (i, busy, idle)) for i, busy, idle in sample]
        for sample in ([(0, 10, 0), (1, 10, 0)], [(0, 60, 50), (1, 110, 0)])]
equal(library.values(library.usage("cpus_usage", rows, SECOND, ticks_per_second=100))["busy_gopsutil_ratio"], 0.75, "cpus_usage")

# Numbers that do not fit into 64 bits.
pressure = [row("pressure", b"some avg10=0.00 avg60=0.00 avg300=0.00 total=5\n")] * 2
for number in (2**63, 2**64 + SECOND):
    refused(lambda number=number: library.usage("pressure_usage", pressure, number), f"{number} ns", OverflowError)
for number in (-1, 2**64, 2**64 + 5):
    refused(lambda number=number: library.set(cgroup, "instance_id", number), f"instance_id {number}", struct.error)
    refused(lambda number=number: library.usage("process_usage", [thread(7, 1, 0)] * 2, 1, number), f"{number} ticks",
            OverflowError)

# A usage of other records or numbers than it needs: without this check, the function wrote to any address.
for name, inputs, numbers in (("memory_usage", 2, ()), ("memory_usage", 0, ()), ("process_usage", 2, (5,)),
                              ("cpu_usage", 2, (5,)), ("pressure_usage", 2, ()), ("cgroup_memory_usage", 2, ()),
                              ("record_at", 1, ()), ("net_guest_view", 1, ())):
    refused(lambda name=name, inputs=inputs, numbers=numbers: library.usage(name, pressure[:1] * inputs, *numbers),
            f"{name} of {inputs} records and {numbers}", vmmetrics.E_ARGUMENT)
for other in ("x", b"x" * 8, pressure[0].raw):
    refused(lambda other=other: library.usage("pressure_usage", [other, pressure[0]], 5), f"{type(other)}", TypeError)
    refused(lambda other=other: library.same(other, other), f"{type(other)}", TypeError)
refused(lambda: library.usage("threads_usage", [one, two, None], 5), "threads that are no list", TypeError)
refused(lambda: library.usage("disk_usage", [[one], [two]], 5), "disks that are a list", TypeError)

# The usages are those of the headers, with the same arguments.
ARGUMENTS = {"int64_t elapsed_ns": ("elapsed_ns",), "uint64_t limit_bytes": ("limit_bytes",),
             "const struct vmm_interval *interval": ("elapsed_ns", "ticks_per_second")}
declared = {}
for header in (consumer.SOURCE / "include" / "vmmetrics").glob("*.h"):
    for usage, kind, words in re.findall(r"VMM_API vmm_status vmm_(\w+_usage)_(of|between)\(([^)]*)\)", header.read_text()):
        words = [" ".join(word.split()) for word in words.split(",")]
        of = sum(word.startswith("const struct") for word in words if word not in ARGUMENTS)
        declared[usage] = (kind, of, sum((ARGUMENTS.get(word, ()) for word in words), ()))
equal(vmmetrics.USAGES, declared, "the usages")
consumer.end()
