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
    """Where a record is read, and what follows from it."""

    path: str
    record: str
    # "one" record in a file, "rows" of a file, or a "directory" of files.
    shape: str
    usage: str = ""
    # What the usage follows from besides the record: the "before" of it, the record "beside" it in the list, or nothing.
    needs: str = ""
    timed: bool = False
    more: Dict[str, int] = {}


SOURCES = [
    Source("proc/stat", "cpu", "rows", "cpu_usage", "before"),
    Source("proc/stat", "stat", "one"),
    Source("proc/meminfo", "meminfo", "one", "memory_usage"),
    Source("proc/vmstat", "vmstat", "one"),
    Source("proc/pressure/cpu", "pressure", "one", "pressure_usage", "before", True),
    Source("proc/net/dev", "net", "rows", "net_rate", "before", True),
    Source("proc/diskstats", "disk", "rows", "disk_rate", "before", True),
    Source("proc", "system", "directory"),
    Source("proc/self", "process", "directory", "process_usage", "before", True, {"ticks_per_second": 100}),
    Source("sys/fs/cgroup", "cgroup", "directory", "cgroup_usage", "before", True),
    Source("sys/fs/cgroup/memory.stat", "cgroup_memory", "one", "cgroup_memory_usage", "beside", False,
           {"limit_bytes": vmmetrics.UNKNOWN}),
    Source("sys/fs/cgroup/io.stat", "cgroup_io", "rows", "cgroup_io_rate", "before", True),
]


def line(record: str, values: Dict[str, Any]) -> None:
    values = {name: "max" if value == math.inf else value for name, value in values.items()}
    print(json.dumps({"record": record, **values}))


def contents(*path: str) -> Optional[bytes]:
    """A file, or None where there is none."""
    try:
        return vmmetrics.read_file(os.path.join(*path))
    except OSError:
        return None


def tell(library: Library, record: str, path: str, found: Union[Memory, Failure]) -> None:
    if isinstance(found, Failure):
        line(record, {"file": path, "status": str(found), "offset": found.offset})
    else:
        line(record, library.values(record, found))


def records(library: Library, source: Source, folder: str, aloud: bool) -> List[Memory]:
    """The good records of a source; and all are told, the bad ones too, if that is wanted."""
    found: List[Union[Memory, Failure]] = []
    path, record = source.path, source.record
    if source.shape == "directory":
        memory, failures = library.read_directory(record, lambda name: contents(folder, path, name))
        for name, failure in failures.items() if aloud else ():
            tell(library, record, f"{path}/{name}", failure)
        found.append(memory)
    else:
        data = contents(folder, path)
        if data is not None:
            found += library.read(record, data, os.path.basename(path))
    for each in found if aloud else ():
        tell(library, record, path, each)
    return [each for each in found if not isinstance(each, Failure)]


def earlier(library: Library, source: Source, before: List[Memory], row: Memory) -> Optional[Memory]:
    """The same thing in the earlier sample, or None."""
    if source.shape != "rows":
        return before[0] if before else None
    identity = library.identity(source.record, row)
    return next((old for old in before if library.identity(source.record, old) == identity), None)


def main(arguments: List[str]) -> int:
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    library = Library()
    elapsed_ns = int(arguments[2])
    beside: List[Memory] = []
    for source in SOURCES:
        before = records(library, source, arguments[0], False)
        after = records(library, source, arguments[1], True)
        for row in after if source.usage else []:
            inputs: List[Optional[Memory]] = [row]
            if source.needs == "before":
                inputs.insert(0, earlier(library, source, before, row))
            elif source.needs == "beside":
                inputs.insert(0, beside[0] if beside else None)
            try:
                usage = library.usage(source.usage, inputs, elapsed_ns if source.timed else None, **source.more)
                line(source.usage, library.values(source.usage, usage))
            except Failure as failure:
                line(source.usage, {"status": str(failure)})
        beside = after
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
