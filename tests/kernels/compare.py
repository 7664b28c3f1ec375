# SPDX-License-Identifier: MIT
"""Compares what the programs printed in a virtual machine with the files that the machine sent along."""

import functools
import json
import re

import plain

# A machine has more values than this; fewer are a fault of guest.sh.
LEAST_VALUES = 9000
# Busybox's free takes memory itself while it runs, and so does cp, which makes the copies: kilobytes, and pages.
OWN_MEMORY, OWN_PAGES = 4096, 256


class Comparison:
    """What a machine sent: its files by path, below the folders that guest.sh explains."""

    def __init__(self, files):
        self.files, self.values, self.mismatches = files, 0, []

    @functools.cached_property
    def page(self):
        """The size of a page: the kernel prints the same memory in bytes and in pages."""
        process, = plain.read("process", self.files, "2/proc/1")
        return process["vsize_bytes"][0] // process["statm_size_pages"][0]

    def check(self, good, what):
        self.values += 1
        if not good:
            self.mismatches.append(what)

    def equal(self, value, expected, what):
        self.check(value in expected, f"{what} is {value} and should be {' or '.join(map(str, expected))}")

    def between(self, low, value, high, what):
        self.check(isinstance(value, (int, float)) and low <= value <= high,
                   f"{what} is {value} and should be from {low} to {high}")

    def text(self, path):
        return self.files.get(path, "")

    def all(self):
        self.copied("copied")
        self.copied("quiet/parsed")
        self.live()
        self.full()
        for path in self.files:
            if re.fullmatch(r"quiet/\d+/free", path):
                self.tools(path.rpartition("/")[0])
        if self.values < LEAST_VALUES:
            self.mismatches.append(f"only {self.values} values were compared")

    # ---- vmmetrics-parse ----

    def printed(self, where):
        """Each run of vmmetrics-parse: (format, path, rows)."""
        for path in sorted(self.files, key=lambda path: (len(path), path)):
            found = re.fullmatch(rf"{where}/(\d+)\.words", path)
            if found:
                format, of = self.files[path].split()
                said = self.text(f"{where}/{found[1]}.messages")
                if said and " no known key" not in said:
                    self.mismatches.append(f"vmmetrics-parse {format} {of}: {said.strip()}")
                yield format, of, [json.loads(line) for line in self.text(f"{where}/{found[1]}").splitlines()]

    def rows(self, rows, expected, what):
        self.equal(len(rows), [len(expected)], f"the number of rows of {what}")
        for row, right in zip(rows, expected):
            name = right.get("name") or right.get("id") or [""]
            for member, value in row.items():
                self.equal(value, right.get(member) or [None], f"{what} {name[0] if name else ''} {member}")

    def copied(self, where):
        """Of a copy, each number must be what the copy says."""
        for format, path, rows in self.printed(where):
            path = path.removeprefix("/out/")
            self.rows(rows, plain.read(format, self.files, path), f"{where} {format} {path}")

    def live(self):
        """Of a file that changes, each counter must be between the copies made before and after."""
        for format, path, rows in self.printed("live"):
            if format not in ("filesystem", "cgroup_membership", "mount", "key"):
                self.bounded(format, rows, *(plain.read(format, self.files, f"{number}{path}") for number in "12"),
                             f"live {format} {path}")

    def bounded(self, format, rows, before, after, what):
        def by_identity(some, first=lambda value: value):
            names = [name for name, (member, _) in plain.record(format).items() if member.kind == "identity"]
            return {tuple(str(first(row.get(name))) for name in names
                          if name in ("id", "name", "major", "minor", "pid")): row for row in some}
        before, after = (by_identity(some, lambda values: values[0] if values else None) for some in (before, after))
        if format == "socket":
            return
        for identity, row in by_identity(rows).items():
            if identity not in before or identity not in after:
                continue
            for name, (member, sources) in plain.record(format).items():
                low, high = (some[identity].get(name) or [None] for some in (before, after))
                if low == [None] or high == [None] or name not in row:
                    continue
                if member.kind == "counter" and member.width != "NONE":
                    self.between(low[0], row[name], high[-1], f"{what} {name}")
                elif member.kind in ("identity", "limit", "label") and low == high:
                    self.equal(row[name], low, f"{what} {name}")

    # ---- vmmetrics-guest ----

    def full(self):
        live, of_copy = (json.loads(self.text(name)) for name in ("full", "full-2"))
        paths = {"cpu": "/proc/stat", "stat": "/proc/stat", "meminfo": "/proc/meminfo", "vmstat": "/proc/vmstat",
                 "system": "/proc", "net": "/proc/net/dev", "disk": "/proc/diskstats"}

        def records(line):
            for name, value in line["records"].items():
                if name == "pressure":
                    for file, record in value.items():
                        if record is not None:
                            yield "pressure", f"/proc/pressure/{file}", [record]
                elif name in paths:
                    yield name, paths[name], value if isinstance(value, list) else [value]
        for name, path, rows in records(live):
            self.bounded(name, rows, *(plain.read(name, self.files, f"{number}{path}") for number in "12"),
                         f"--full {name}")
        for name, path, rows in records(of_copy):
            expected = plain.read(name, self.files, f"2{path}")
            for row in expected if name == "net" else []:
                row["ifindex"] = plain.read("net", self.files, f"2/sys/class/net/{row['name'][0]}")[0]["ifindex"]
            self.rows(rows, expected, f"--full of a copy, {name}")
        memory, = plain.read("meminfo", self.files, "2/proc/meminfo")
        total, available = memory["mem_total_bytes"][0], memory["mem_available_bytes"][0]
        self.equal(of_copy["mem_total"], [total], "mem_total of a copy")
        self.equal(of_copy["mem_used"], [total - available], "mem_used of a copy")

    # ---- busybox's tools ----

    def tools(self, quiet):
        """What the tools print must be what the copies before and after them say: the same, or in between."""
        copies = [f"{quiet}/{name}" for name in "ab"]
        memory = [plain.keys(self.text(f"{copy}/proc/meminfo")) for copy in copies]

        def memories(*names):
            return sorted(sum(int(one.get(name, "0").split()[0]) for name in names) for one in memory)
        own = max(OWN_MEMORY, OWN_PAGES * self.page // 1024)
        for name, unit in (("free", 1), ("free-b", 1024)):
            lines = {line.split()[0]: [int(word) for word in line.split()[1:]]
                     for line in self.text(f"{quiet}/{name}").splitlines() if ":" in line}
            total, used, free, shared, cache, available = lines["Mem:"]
            swap_total, swap_used, swap_free = lines["Swap:"]
            for what, value, (low, high), slack in (
                    ("total", total, memories("MemTotal"), 0), ("free", free, memories("MemFree"), own),
                    ("shared", shared, memories("Shmem"), own),
                    ("buff/cache", cache, memories("Buffers", "Cached", "SReclaimable"), own),
                    ("available", available, memories("MemAvailable"), own),
                    ("swap total", swap_total, memories("SwapTotal"), 0),
                    ("swap free", swap_free, memories("SwapFree"), own)):
                self.between((low - slack) * unit, value, (high + slack) * unit, f"{quiet}: free's {what}")
            self.equal(used, [total - free - cache], f"{quiet}: free's used")
            self.equal(swap_used, [swap_total - swap_free], f"{quiet}: free's used swap")
        loads = [plain.read("system", self.files, f"{copy}/proc")[0] for copy in copies]
        words = re.search(r"load average: (\S+), (\S+), (\S+)", self.text(f"{quiet}/uptime")).groups()
        for name, word in zip(("load1", "load5", "load15"), words):
            low, high = sorted(load[f"{name}_hundredths"][0] for load in loads)
            # The kernel rounds the number in /proc/loadavg, and uptime cuts its own off.
            self.between(low - 1, round(float(word) * 100), high, f"{quiet}: uptime's {name}")
        rows = [row for row in plain.read("cpu", self.files, f"{copies[0]}/proc/stat") if row["id"]]
        self.equal(int(self.text(f"{quiet}/nproc")), [len(rows)], f"{quiet}: nproc")
        self.interfaces(quiet, copies)
        self.processes(quiet, copies)
        self.file_systems(quiet)

    def interfaces(self, quiet, copies):
        before, after = ({row["name"][0]: row for row in plain.read("net", self.files, f"{copy}/proc/net/dev")}
                         for copy in copies)
        for block in self.text(f"{quiet}/ifconfig").split("\n\n"):
            name = block.split()[0] if block.split() else ""
            if name not in before or "RX packets" not in block:
                continue
            for member, pattern in (
                    ("rx_packets", r"RX packets:(\d+)"), ("rx_errors", r"RX packets.* errors:(\d+)"),
                    ("net_dev_rx_drop", r"RX packets.* dropped:(\d+)"),
                    ("rx_fifo_errors", r"RX packets.* overruns:(\d+)"),
                    ("net_dev_rx_frame", r"frame:(\d+)"), ("tx_packets", r"TX packets:(\d+)"),
                    ("tx_errors", r"TX packets.* errors:(\d+)"), ("tx_dropped", r"TX packets.* dropped:(\d+)"),
                    ("tx_fifo_errors", r"TX packets.* overruns:(\d+)"), ("net_dev_tx_carrier", r"carrier:(\d+)"),
                    ("collisions", r"collisions:(\d+)"), ("rx_bytes", r"RX bytes:(\d+)"),
                    ("tx_bytes", r"TX bytes:(\d+)")):
                self.between(before[name][member][0], int(re.search(pattern, block)[1]), after[name][member][0],
                             f"{quiet}: ifconfig's {name} {member}")
            sys_net, = plain.read("net", self.files, f"2/sys/class/net/{name}")
            self.equal(int(re.search(r"MTU:(\d+)", block)[1]), sys_net["mtu_bytes"], f"{quiet}: ifconfig's {name} MTU")
            self.equal(int(re.search(r"txqueuelen:(\d+)", block)[1]), sys_net["tx_queue_len"],
                       f"{quiet}: ifconfig's {name} txqueuelen")

    def processes(self, quiet, copies):
        """Frozen processes do not change."""
        for line in self.text(f"{quiet}/ps").splitlines()[1:]:
            pid, ppid, nice, rss, vsz, state, comm = line.split(None, 6)
            if f"{copies[0]}/proc/{pid}/stat" not in self.files or f"{copies[1]}/proc/{pid}/stat" not in self.files:
                continue
            before, after = (plain.read("process", self.files, f"{copy}/proc/{pid}")[0] for copy in copies)

            def kilobytes(word):
                # Above 99,999 kB, ps prints megabytes.
                return int(word[:-1]) * 1024 if word.endswith("m") else int(word)
            for what, value, member, scale in (("ppid", int(ppid), "ppid", 1), ("nice", int(nice), "nice", 1),
                                               ("comm", comm, "comm", 1), ("vsz", kilobytes(vsz), "vsize_bytes", 1024),
                                               ("rss", kilobytes(rss), "rss_pages", 1024 / self.page)):
                right = [copy[member][0] if scale == 1 else int(copy[member][0] / scale) for copy in (before, after)]
                if (what, rss[-1:]) == ("rss", "m") or (what, vsz[-1:]) == ("vsz", "m"):
                    right = [one // 1024 * 1024 for one in right]
                self.equal(value, right, f"{quiet}: ps's {what} of {pid}")

    def file_systems(self, quiet):
        printed = [json.loads(line) for line in self.text(f"{quiet}/filesystem").splitlines()]
        rows = {line.split()[-1]: [int(word) for word in line.split()[1:4]]
                for line in self.text(f"{quiet}/df").splitlines()[1:]}
        for path, row in zip(("/", "/disk"), printed):
            if path in rows:
                size = row["f_frsize_bytes"]
                for what, value, blocks in zip(("size", "used", "available"), rows[path],
                                               (row["f_blocks"], row["f_blocks"] - row["f_bfree"], row["f_bavail"])):
                    self.equal(value, [blocks * size // 1024], f"{quiet}: df's {what} of {path}")
