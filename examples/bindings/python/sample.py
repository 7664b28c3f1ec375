#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""examples/bindings/sample.c, in Python: it prints the same.

usage: sample.py BEFORE AFTER NANOSECONDS"""

from __future__ import annotations

import json
import math
import os
import sys
from typing import Any, Dict, List, NamedTuple, Optional, Union

import vmmetrics
from vmmetrics import Failure, Library, Memory


class Source(NamedTuple):
    """Where a record is read, and which usage is computed from it."""

    path: str
    record: str
    # "one" record in a file, "rows" of a file, or a "directory" of files.
    shape: str
    usage: str = ""
    # The second record that the usage needs: the same one "before", the one of the "previous" source, or none.
    needs: str = ""
    timed: bool = False
    more: Dict[str, int] = {}


SOURCES = [
    Source("proc/stat", "cpu", "rows", "cpu_usage", "before"),
    Source("proc/stat", "stat", "one"),
    Source("proc/meminfo", "meminfo", "one", "memory_usage"),
    Source("proc/vmstat", "vmstat", "one"),
    Source("proc/pressure/cpu", "pressure", "one", "pressure_usage", "before", True),
    Source("proc/net/dev", "net", "rows", "net_usage", "before", True),
    Source("proc/diskstats", "disk", "rows", "disk_usage", "before", True),
    Source("proc", "system", "directory"),
    Source("proc/self", "process", "directory", "process_usage", "before", True, {"ticks_per_second": 100}),
    Source("sys/fs/cgroup", "cgroup", "directory", "cgroup_usage", "before", True),
    Source("sys/fs/cgroup/memory.stat", "cgroup_memory", "one", "cgroup_memory_usage", "previous", False,
           {"limit_bytes": vmmetrics.UNKNOWN}),
    Source("sys/fs/cgroup/io.stat", "cgroup_io", "rows", "cgroup_io_usage", "before", True),
]


def line(record: str, values: Dict[str, Any]) -> None:
    """Prints a JSON line."""
    values = {name: "max" if value == math.inf else value for name, value in values.items()}
    print(json.dumps({"record": record, **values}))


def contents(*path: str) -> Optional[bytes]:
    """The bytes of a file, or None if it cannot be read."""
    try:
        return vmmetrics.read_file(os.path.join(*path))
    except OSError:
        return None


def print_found(library: Library, record: str, path: str, found: Union[Memory, Failure]) -> None:
    if isinstance(found, Failure):
        line(record, {"file": path, "status": str(found), "offset": found.offset})
    else:
        line(record, library.values(found))


def records(library: Library, source: Source, folder: str, prints: bool) -> List[Memory]:
    """The records of a source that are not malformed. Prints all of them if `prints` is set."""
    found: List[Union[Memory, Failure]] = []
    path, record = source.path, source.record
    if source.shape == "directory":
        memory, failures = library.read_directory(record, lambda name: contents(folder, path, name))
        for name, failure in failures.items() if prints else ():
            print_found(library, record, f"{path}/{name}", failure)
        found.append(memory)
    else:
        data = contents(folder, path)
        if data is not None:
            found += library.read(record, data, os.path.basename(path))
    for each in found if prints else ():
        print_found(library, record, path, each)
    return [each for each in found if not isinstance(each, Failure)]


def earlier(library: Library, source: Source, before: List[Memory], row: Memory, place: int) -> Optional[Memory]:
    """The record of the same object in the earlier sample, or None. Rows without an identity, such as the total of all
    CPUs, are found by their place."""
    if source.shape != "rows":
        return before[0] if before else None
    for other, old in enumerate(before):
        same = library.same(old, row)
        if same or same is None and other == place:
            return old
    return None


def main(arguments: List[str]) -> int:
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    library = Library()
    elapsed_ns = int(arguments[2])
    previous: List[Memory] = []
    for source in SOURCES:
        before = records(library, source, arguments[0], False)
        after = records(library, source, arguments[1], True)
        for place, row in enumerate(after if source.usage else []):
            inputs: List[Optional[Memory]] = [row]
            if source.needs == "before":
                inputs.insert(0, earlier(library, source, before, row, place))
            elif source.needs == "previous":
                inputs.insert(0, previous[0] if previous else None)
            try:
                usage = library.usage(source.usage, inputs, elapsed_ns if source.timed else None, **source.more)
                line(source.usage, library.values(usage))
            except Failure as failure:
                line(source.usage, {"status": str(failure)})
        previous = after
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
