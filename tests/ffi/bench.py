# SPDX-License-Identifier: MIT
"""What the Python package costs beside Python written by hand with the same result: medians of many runs, side by side.

usage: bench.py [OTHER.py...]      OTHER defines `cases`, a dict of functions

The package is installed, so that it has an optimized library."""

import pathlib
import re
import runpy
import statistics
import sys
import time

import vmmetrics
from vmmetrics import Cgroup, Cpu, CpuUsage, Meminfo, MemoryUsage

DATA = pathlib.Path(__file__).resolve().parents[1] / "data"
text = (DATA / "proc-meminfo" / "linux-6.18-x86_64-firecracker").read_bytes()
names = [member.name for member in Meminfo.members()]
# Each member by its key: what a program has that does this by hand.
short = {re.sub(r"_bytes$", "", name).replace("_", ""): name for name in names}
keys = {line.split(":")[0]: short.get(re.sub(r"[^A-Za-z0-9]", "", line.split(":")[0]).lower())
        for line in text.decode().splitlines()}
LINE = re.compile(r"^([^:]+):\s+(\d+)( kB)?$", flags=re.M)


def by_split():
    result = dict.fromkeys(names)
    for line in text.decode().splitlines():
        key, rest = line.split(":")
        words = rest.split()
        if keys[key] is not None:
            result[keys[key]] = int(words[0]) * (1024 if len(words) > 1 else 1)
    return result


def by_regex():
    result = dict.fromkeys(names)
    for key, value, unit in LINE.findall(text.decode()):
        if keys[key] is not None:
            result[keys[key]] = int(value) * 1024 if unit else int(value)
    return result


scope = {"parse": Meminfo.parse, "text": text}
exec("def attributes():\n record = parse(text)\n return (" + ", ".join(f"record.{name}" for name in names) + ")", scope)
memory = Meminfo.parse(text)
before, after = (next(Cpu.rows(f"cpu  {ticks} 2 3 400 5 6 7 8 0 0\n")) for ticks in (10, 20))
cases = {
    "meminfo: read": lambda: Meminfo.parse(text),
    "meminfo: read, one attribute": lambda: Meminfo.parse(text).mem_available_bytes,
    f"meminfo: read, all {len(names)} attributes": scope["attributes"],
    "meminfo: read, as a dict": lambda: Meminfo.parse(text).as_dict(),
    "meminfo by hand, lines split, the same dict": by_split,
    "meminfo by hand, a regular expression, the same dict": by_regex,
    "memory.current: read, one attribute": lambda: Cgroup.read({"memory.current": b"123456789\n"}).memory_current_bytes,
    "memory.current by hand, one number": lambda: int(b"123456789\n"),
    "memory_usage of a record, one attribute": lambda: MemoryUsage.of(memory).used_procps4_ratio,
    "cpu_usage between two records, one attribute": lambda: CpuUsage.between(before, after).busy_gopsutil_ratio,
}
assert Meminfo.parse(text).as_dict() == by_split() == by_regex()
for other in sys.argv[1:]:
    cases.update(runpy.run_path(other)["cases"])
times = {name: [] for name in cases}
COUNT = 200
for _ in range(51):
    for name, call in cases.items():
        began = time.perf_counter_ns()
        for _ in range(COUNT):
            call()
        times[name].append((time.perf_counter_ns() - began) / COUNT / 1000)
print(f"Python {sys.version.split()[0]}, vmmetrics {vmmetrics.version}")
for name, found in times.items():
    print(f"{statistics.median(found):8.2f} us  {name}")
