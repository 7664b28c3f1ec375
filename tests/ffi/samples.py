# SPDX-License-Identifier: MIT
"""Folders with two samples each, for the sample programs in several languages. The files come from tests/data; the
second sample is computed from the first one."""

import pathlib
import re

DATA = pathlib.Path(__file__).resolve().parents[1] / "data"
SECOND = 10**9
# Files of a new kernel: the place of each, and its source in tests/data.
MODERN = {
    "proc/stat": "proc-stat/linux-6.18-x86_64-firecracker",
    "proc/meminfo": "proc-meminfo/linux-6.18-x86_64-firecracker",
    "proc/vmstat": "proc-vmstat/linux-6.18-x86_64-firecracker",
    "proc/pressure/cpu": "proc-pressure/linux-6.18-x86_64-cpu",
    "proc/net/dev": "proc-net-dev/linux-6.18-x86_64-tap-veth-bridge",
    "proc/diskstats": "proc-diskstats/linux-6.18-x86_64-partitions",
    "proc/loadavg": "proc-loadavg/linux-6.18-x86_64-firecracker",
    "proc/uptime": "proc-uptime/linux-6.18-x86_64-firecracker",
    "proc/self/stat": "proc-pid-stat/linux-6.18-process",
    "proc/self/status": "proc-pid-status/linux-6.18-process",
    "proc/self/statm": "proc-pid-statm/linux-6.18-process",
    "proc/self/io": "proc-pid-io/linux-6.18-process",
    "proc/self/schedstat": "proc-pid-schedstat/linux-6.18-process",
    "sys/fs/cgroup": "cgroup-directory/linux-6.12-x86_64-v2-frozen",
    "sys/fs/cgroup/memory.stat": "cgroup-memory-stat/linux-6.1-v2",
    "sys/fs/cgroup/io.stat": "cgroup-io/linux-5.4-io.stat",
}
# Files of old kernels, with fewer columns and keys, and cgroups of version 1.
OLD = {
    "proc/stat": "proc-stat/linux-2.4-4-columns",
    "proc/meminfo": "proc-meminfo/linux-3.10-x86_64-no-memavailable",
    "proc/vmstat": "proc-vmstat/linux-3.10-x86_64-zones",
    "proc/pressure/cpu": "proc-pressure/linux-4.20-cpu-only-some",
    "proc/net/dev": "proc-net-dev/linux-2.6.18-no-blank-and-aliases",
    "proc/diskstats": "proc-diskstats/linux-2.6.18-disks-14-partitions-7-columns",
    "proc/self/stat": "proc-pid-stat/linux-2.6.32-44-fields",
    "proc/self/status": "proc-pid-status/linux-2.6.32",
    "sys/fs/cgroup": "cgroup-directory/linux-6.18-x86_64-v1-throttled",
    "sys/fs/cgroup/memory.stat": "cgroup-memory-stat/linux-4.4-arm-v1-32-bit",
    "sys/fs/cgroup/io.stat": "cgroup-io/linux-5.15-io.stat-several-on-a-line",
}
# The largest numbers, then strange names.
EXTREME = {
    "proc/stat": "proc-stat/written-extreme-counters",
    "proc/meminfo": "proc-meminfo/lxcfs-total-0-free-negative",
    "proc/vmstat": "proc-vmstat/written-extreme-numbers",
    "proc/pressure/cpu": "proc-pressure/written-extreme-numbers",
    "proc/net/dev": "proc-net-dev/written-extreme-counters",
    "proc/diskstats": "proc-diskstats/written-extreme-numbers",
    "proc/loadavg": "proc-loadavg/written-negative-and-large",
    "proc/uptime": "proc-uptime/written-large",
    "proc/self/stat": "proc-pid-stat/extreme-numbers",
    "sys/fs/cgroup": "cgroup-directory/linux-6.1-x86_64-v2-limited",
    "sys/fs/cgroup/memory.stat": "cgroup-memory-stat/written-v1-largest-limit",
    "sys/fs/cgroup/io.stat": "cgroup-io/written-io.stat-extreme-numbers",
}
NAMES = {
    "proc/net/dev": "proc-net-dev/written-odd-names",
    "proc/stat": "proc-stat/linux-4.18-ppc64-id-gaps",
    "proc/self/stat": "proc-pid-stat/linux-6.18-thread-name-of-any-bytes",
    "proc/self/status": "proc-pid-status/linux-6.18-thread-name-with-newline",
    "sys/fs/cgroup/io.stat": "cgroup-io/linux-6.8-io.stat-unknown-devices",
}
# Single numbers: not in names, not major:minor, not before or after a point.
NUMBER = re.compile(rb"(?<![\w:.])\d+(?![\w:.])")
# Count of the numbers at the start of a line that identify the object.
IDENTITY = {"proc/diskstats": 2}
# Only some numbers of a process grow.
PROCESS = {"proc/self/stat": rb"(?<=\) )((?:\S+ ){11})(\d+) (\d+)", "proc/self/status": None, "proc/self/statm": None}
LIVE = ["proc/stat", "proc/meminfo", "proc/vmstat", "proc/pressure/cpu", "proc/net/dev", "proc/diskstats", "proc/loadavg",
        "proc/uptime", "proc/self/stat", "proc/self/status", "proc/self/statm", "proc/self/io", "sys/fs/cgroup/cpu.stat",
        "sys/fs/cgroup/memory.stat", "sys/fs/cgroup/io.stat"]


def grown(path, data):
    """The file at a later time: each counter has grown by a little more than the counter before it."""
    if path in PROCESS:
        if PROCESS[path] is None:
            return data
        return re.sub(PROCESS[path], lambda found: found[1] + b"%d %d" % (int(found[2]) + 31, int(found[3]) + 7), data)
    lines = []
    for line in data.splitlines(keepends=True):
        seen = -IDENTITY.get(path, 0)

        def later(found):
            nonlocal seen
            seen += 1
            return found[0] if seen <= 0 else b"%d" % min(int(found[0]) + 10 * seen + seen % 3, 2**64 - 1)

        lines.append(NUMBER.sub(later, line))
    return b"".join(lines)


def contents(sample):
    """The files of a sample, by place."""
    found = {}
    for place, source in sample.items():
        path = DATA / source
        files = [file for file in sorted(path.iterdir()) if file.is_file()] if path.is_dir() else [path]
        for file in files:
            found[f"{place}/{file.name}" if path.is_dir() else place] = file.read_bytes()
    return found


def cut(files):
    """Each file without the end of its last line, where its second half is more than a newline."""
    return {path: data[:-max(1, len(data.splitlines()[-1]) // 2)] if data else data for path, data in files.items()}


def broken(files):
    """Each file with a wrong byte before a number in the middle of it."""
    result = {}
    for path, data in files.items():
        numbers = list(NUMBER.finditer(data))
        at = numbers[len(numbers) // 2].start() if numbers else len(data)
        result[path] = data[:at] + b"?" + data[at:]
    return result


def this_machine():
    found = {}
    for path in LIVE:
        try:
            found[path] = pathlib.Path("/", path).read_bytes()
        except OSError:
            pass
    return found


def later(files):
    return {path: grown(path, data) for path, data in files.items()}


def pairs():
    """Names, the earlier and the later files, and the nanoseconds between them."""
    modern, old, extreme, names = (contents(sample) for sample in (MODERN, OLD, EXTREME, NAMES))
    yield "modern", modern, later(modern), SECOND
    yield "old", old, later(old), 2 * SECOND + 1
    yield "extreme", extreme, later(extreme), 1
    yield "names", names, later(names), SECOND
    yield "restarted", later(modern), modern, SECOND
    yield "replaced", old, modern, SECOND
    yield "first", {}, modern, SECOND
    yield "gone", modern, {}, SECOND
    yield "no time", modern, later(modern), 0
    yield "cut", modern, cut(later(modern)), SECOND
    yield "broken", modern, broken(later(modern)), SECOND
    yield "empty files", modern, dict.fromkeys(modern, b""), SECOND
    yield "this machine", this_machine(), this_machine(), SECOND


def write(folder, files):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder
