#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""examples/bindings/sample.c, in Python: it prints the same.

usage: sample.py BEFORE AFTER NANOSECONDS"""

from __future__ import annotations

import json
import math
import pathlib
import sys
from typing import Any, Callable, Dict, Iterable, List, NamedTuple, Optional, Union

import vmmetrics as vmm
from vmmetrics import Failure, Record

# Ticks per second of the machine that the files are from.
TICKS = 100
OnFailure = Callable[[Failure], object]


class Source(NamedTuple):
    """Where a record is read, and which usage is computed from it."""

    path: str
    record: str
    # Reads a text, which is one record or has rows; without it, a directory is read.
    read: Optional[Callable[[bytes, OnFailure], Iterable[Record]]]
    # Computes the usage from a record and the same one before, or from the record of the previous source and this one.
    usage: str = ""
    compute: Optional[Callable[[Any, Any], Record]] = None
    other: str = "before"


def one(kind: Any) -> Callable[[bytes, OnFailure], Iterable[Record]]:
    """A file that is one record."""
    def read(text: bytes, on_failure: OnFailure) -> Iterable[Record]:
        try:
            return [kind.parse(text)]
        except Failure as failure:
            on_failure(failure)
            return []
    return read


def rows(kind: Any, *file: str) -> Callable[[bytes, OnFailure], Iterable[Record]]:
    """A file of rows."""
    return lambda text, on_failure: kind.rows(text, *file, on_failure=on_failure)


def memory_stat(text: bytes, on_failure: OnFailure) -> Iterable[Record]:
    try:
        return [vmm.CgroupMemory.read({"memory.stat": text})]
    except Failure as failure:
        # The file stands for the record here.
        failure.file = None
        on_failure(failure)
        return []


def sources_of(elapsed_ns: int) -> List[Source]:
    def timed(kind: Any) -> Callable[[Any, Any], Record]:
        return lambda before, after: kind.between(before, after, elapsed_ns=elapsed_ns)
    return [
        Source("proc/stat", "cpu", rows(vmm.Cpu), "cpu_usage", vmm.CpuUsage.between),
        Source("proc/stat", "stat", one(vmm.Stat)),
        Source("proc/meminfo", "meminfo", one(vmm.Meminfo), "memory_usage",
               lambda _, memory: vmm.MemoryUsage.of(memory)),
        Source("proc/vmstat", "vmstat", one(vmm.Vmstat)),
        Source("proc/pressure/cpu", "pressure", one(vmm.Pressure), "pressure_usage", timed(vmm.PressureUsage)),
        Source("proc/net/dev", "net", rows(vmm.Net), "net_usage", timed(vmm.NetUsage)),
        Source("proc/diskstats", "disk", rows(vmm.Disk), "disk_usage", timed(vmm.DiskUsage)),
        Source("proc", "system", None),
        Source("proc/self", "process", None, "process_usage", lambda before, after: vmm.ProcessUsage.between(
            before, after, elapsed_ns=elapsed_ns, ticks_per_second=TICKS)),
        Source("sys/fs/cgroup", "cgroup", None, "cgroup_usage", timed(vmm.CgroupUsage)),
        Source("sys/fs/cgroup/memory.stat", "cgroup_memory", memory_stat, "cgroup_memory_usage",
               vmm.CgroupMemoryUsage.of, "previous"),
        Source("sys/fs/cgroup/io.stat", "cgroup_io", rows(vmm.CgroupIo, "io.stat"), "cgroup_io_usage",
               timed(vmm.CgroupIoUsage)),
    ]


def line(record: str, values: Dict[str, Any]) -> None:
    """Prints a JSON line."""
    values = {name: "max" if value == math.inf else value for name, value in values.items()}
    print(json.dumps({"record": record, **values}))


def contents(path: pathlib.Path) -> Optional[bytes]:
    """The bytes of a file, or None if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def records_of(source: Source, folder: pathlib.Path, prints: bool) -> List[Record]:
    """The records of a source that are not malformed. Prints all of them if `prints` is set."""
    def say(found: Union[Record, Failure]) -> None:
        if not prints:
            return
        if isinstance(found, Record):
            line(source.record, found.as_dict())
            return
        path = f"{source.path}/{found.file}" if found.file else source.path
        line(source.record, {"file": path, "status": str(found), "offset": found.offset})
    good: List[Record] = []
    if source.read is None:
        kind: Any = vmm.records[source.record]
        texts = {name: contents(folder / source.path / name) or None for name in kind.files()}
        good.append(kind.read(texts, on_failure=say))
        say(good[0])
        return good
    text = contents(folder / source.path)
    for record in [] if text is None else source.read(text, say):
        say(record)
        good.append(record)
    return good


def same(before: List[Record], row: Record, place: int) -> Optional[Record]:
    """The record of the same object in the earlier sample, or None. Rows without an identity, such as the total of all
    CPUs, are found by their place. A record that is alone in its file is not searched for."""
    if not isinstance(row, (vmm.Cpu, vmm.Net, vmm.Disk, vmm.CgroupIo)):
        return before[0] if before else None
    for other, old in enumerate(before):
        is_same = old.same(row)
        if is_same or is_same is None and other == place:
            return old
    return None


def main(arguments: List[str]) -> int:
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    previous: List[Record] = []
    for source in sources_of(int(arguments[2])):
        before = records_of(source, pathlib.Path(arguments[0]), False)
        after = records_of(source, pathlib.Path(arguments[1]), True)
        for place, row in enumerate(after):
            if source.compute is None:
                continue
            other = previous[0] if source.other == "previous" else same(before, row, place)
            try:
                line(source.usage, source.compute(other, row).as_dict())
            except Failure as failure:
                line(source.usage, {"status": str(failure)})
        previous = after
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
