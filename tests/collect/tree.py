# SPDX-License-Identifier: MIT
"""Trees that stand in the place of / for --root: what the collector reads of a machine, captured or made up.

A file that is written again stays the same file, since the collector keeps its descriptors. Descriptors are links with the
texts that the kernel gives them, and /sys/class/block/NAME/dev says the numbers of a block device."""

import json
import os
import pathlib
import re
import subprocess

CAPTURES = pathlib.Path(__file__).resolve().parents[1] / "data" / "captures"
NET_HEADING = ("Inter-|   Receive                                                |  Transmit\n"
               " face |bytes    packets errs drop fifo frame compressed multicast|"
               "bytes    packets errs drop fifo colls carrier compressed\n")
MODES = {"lr-x": "00", "l-wx": "01", "lrwx": "02"}


class Tree:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.file("proc/1/mountinfo", "33 32 0:25 / /sys/fs/cgroup rw,relatime - cgroup2 c rw\n")
        self.file("proc/1/ns/net", "")
        self.file("proc/devices", "Character devices:\n  1 mem\n\nBlock devices:\n  7 loop\n  8 sd\n253 device-mapper\n254 virtblk\n")
        # The first cgroup of the hierarchy has no events.
        self.file("sys/fs/cgroup/cgroup.controllers", "cpu io memory\n")

    def file(self, path, text):
        path = self.root / path
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text if isinstance(text, bytes) else str(text).encode()
        with open(path, "r+b" if path.exists() else "w+b") as file:
            file.write(data)
            file.truncate()
        return path

    def files(self, folder, **texts):
        for name, text in texts.items():
            self.file(f"{folder}/{name.replace('__', '.')}", text)

    def link(self, path, target):
        path = self.root / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    def remove(self, path):
        subprocess.run(["rm", "-rf", self.root / path], check=True)

    # ---- Made up ----

    def stat(self, path, number, comm, ticks=0, system=0, guest=0, threads=1, start=100, state="S"):
        fields = [f"{number} ({comm}) {state} 1 1 1 0 -1 0 0 0 0 0", ticks, system, "0 0 20 0", threads, "0", start,
                  "100000000 1000 18446744073709551615", *["0"] * 17, guest, *["0"] * 9]
        self.file(path, " ".join(map(str, fields)) + "\n")

    def process(self, pid, comm="qemu-system-x86", ticks=0, system=0, guest=0, threads=(), cgroup="/vm", **io):
        """A process and its threads: (number, name, nanoseconds run, ticks of guest time)."""
        self.stat(f"proc/{pid}/stat", pid, comm, ticks, system, guest, max(1, len(threads)))
        self.file(f"proc/{pid}/cgroup", f"0::{cgroup}\n")
        self.file(f"proc/{pid}/cmdline", f"{comm}\0")
        self.descriptors(pid, {})
        if io:
            self.file(f"proc/{pid}/io", "".join(f"{key}: {value}\n" for key, value in io.items()))
        for number, name, run_ns, guest_ticks in threads or [(pid, comm, 0, 0)]:
            self.stat(f"proc/{pid}/task/{number}/stat", number, name, guest=guest_ticks)
            self.file(f"proc/{pid}/task/{number}/schedstat", f"{run_ns} 0 1\n")
        if not (self.root / f"proc/{pid}/ns/net").exists():
            (self.root / f"proc/{pid}/ns").mkdir(parents=True)
            os.link(self.root / "proc/1/ns/net", self.root / f"proc/{pid}/ns/net")

    def descriptors(self, pid, links, mode="02"):
        """Links by their number; a TAP is `tap:NAME`."""
        (self.root / f"proc/{pid}/fd").mkdir(parents=True, exist_ok=True)
        for number, text in links.items():
            tap = text.removeprefix("tap:") if text.startswith("tap:") else None
            self.link(f"proc/{pid}/fd/{number}", "/dev/net/tun" if tap else text)
            self.file(f"proc/{pid}/fdinfo/{number}", f"pos:\t0\nflags:\t02000{mode}\n" + (f"iff:\t{tap}\n" if tap else ""))

    def interfaces(self, path, **bytes_of):
        """/proc/net/dev: (received, sent) by name."""
        self.file(path, NET_HEADING + "".join(
            f"{name:>6}: {received} {received // 100} 0 0 0 0 0 0 {sent} {sent // 100} 0 0 0 0 0 0\n"
            for name, (received, sent) in bytes_of.items()))

    def interface(self, name, received, sent, index=5):
        folder = f"sys/class/net/{name}"
        self.file(f"{folder}/ifindex", f"{index}\n")
        for key, value in (("rx_bytes", received), ("tx_bytes", sent), ("rx_packets", received // 100),
                           ("tx_packets", sent // 100), ("rx_dropped", 0), ("tx_dropped", 0)):
            self.file(f"{folder}/statistics/{key}", f"{value}\n")

    def disk(self, name, number, read, written, below=(), of=None):
        """Bytes read and written, in operations of 4096 bytes. The directory of a partition is in that of its disk."""
        if of and not (self.root / f"sys/class/block/{name}").exists():
            (self.root / f"sys/class/block/{of}/{name}").mkdir(parents=True)
            self.file(f"sys/class/block/{of}/{name}/partition", "1\n")
            self.link(f"sys/class/block/{name}", f"{of}/{name}")
        self.file(f"sys/class/block/{name}/dev", f"{number}\n")
        self.file(f"sys/class/block/{name}/stat",
                  f"{read // 4096} 0 {read // 512} 1 {written // 4096} 0 {written // 512} 1 0 1 2 0 0 0 0 0 0\n")
        (self.root / "sys/dev/block").mkdir(parents=True, exist_ok=True)
        if not (self.root / f"sys/dev/block/{number}").is_symlink():
            self.link(f"sys/dev/block/{number}", f"../../class/block/{name}")
        for lower in below:
            self.link(f"sys/class/block/{name}/slaves/{lower}", f"../../{lower}")

    def cgroup(self, path, **texts):
        self.files(f"sys/fs/cgroup{path}", cgroup__events="populated 1\n", **texts)

    # ---- Captured ----

    def moment(self, hypervisor, moment):
        """Lays a moment out. Gives the number of the process, and the time in nanoseconds, if it was noted."""
        captured = CAPTURES / hypervisor / moment
        pid = int(captured.joinpath("stat").read_text().split()[0])
        for name in ("stat", "status", "io", "cgroup"):
            self.file(f"proc/{pid}/{name}", captured.joinpath(name).read_bytes())
        # Blanks stand in the place of the NULs.
        words = captured.joinpath("cmdline").read_bytes().split()
        self.file(f"proc/{pid}/cmdline", b"".join(word + b"\0" for word in words))
        for path in captured.glob("task/*/*"):
            self.file(f"proc/{pid}/{path.relative_to(captured)}", path.read_bytes())
        cgroup = captured.joinpath("cgroup").read_text().strip().removeprefix("0::")
        for path in captured.glob("cgroup.d/*"):
            self.file(f"sys/fs/cgroup{cgroup}/{path.name}", path.read_bytes())
        self.captured_descriptors(captured, pid)
        self.captured_network(captured, pid)
        for row in captured.joinpath("diskstats").read_text().splitlines() if captured.joinpath("diskstats").exists() else []:
            major, minor, name, *columns = row.split()
            self.file(f"sys/class/block/{name}/dev", f"{major}:{minor}\n")
            self.file(f"sys/class/block/{name}/stat", " ".join(columns) + "\n")
        when = captured.joinpath("when")
        return pid, round(float(when.read_text()) * 1e9) if when.exists() else None

    def captured_descriptors(self, captured, pid):
        info = captured.joinpath("fdinfo").read_text() if captured.joinpath("fdinfo").exists() else ""
        for name, text in re.findall(r"^== \S+/(\d+)\n((?:(?!==).*\n)*)", info, re.M):
            self.file(f"proc/{pid}/fdinfo/{name}", text)
        for mode, name, target in re.findall(r"^(l...)\S* .* (\d+) -> (.*)$", captured.joinpath("fd").read_text(), re.M):
            self.link(f"proc/{pid}/fd/{name}", target)
            # Not captured everywhere: the rights stand in the list, and there is one TAP.
            if not info:
                tap = "iff:\ttap0\n" if target == "/dev/net/tun" else ""
                self.file(f"proc/{pid}/fdinfo/{name}", f"pos:\t0\nflags:\t020000{MODES[mode]}\n{tap}")

    def captured_network(self, captured, pid):
        """The TAP is in the reader's network, where /sys shows it; or in another, where only the process's list does."""
        folder = self.root / f"proc/{pid}/ns"
        folder.mkdir(parents=True, exist_ok=True)
        if captured.joinpath("net_dev").exists():
            self.file(f"proc/{pid}/net/dev", captured.joinpath("net_dev").read_bytes())
            self.file(f"proc/{pid}/ns/net", "another")
            return
        if not folder.joinpath("net").exists():
            os.link(self.root / "proc/1/ns/net", folder / "net")
        counters = {path.name: int(path.read_text()) for path in captured.glob("tap0/*")}
        for name, value in counters.items():
            self.file(f"sys/class/net/tap0/statistics/{name}", f"{value}\n")
        self.interfaces(f"proc/{pid}/net/dev", lo=(0, 0), tap0=(counters["rx_bytes"], counters["tx_bytes"]))


class Replay:
    """The collector on a process below a tree."""

    def __init__(self, test, program, tree, pid, *options):
        self.process = subprocess.Popen([program, tree.root, str(pid), *map(str, options)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.troubles = []
        test.addCleanup(self.end)

    def sample(self, time_ns):
        """The line of a sample at a time."""
        self.process.stdin.write(f"{time_ns}\n")
        self.process.stdin.flush()
        self.troubles = []
        for line in self.process.stdout:
            if line.startswith("{"):
                return json.loads(line)
            self.troubles.append(line.rstrip("\n"))
        raise AssertionError("the collector has ended")

    def end(self):
        self.process.stdin.close()
        self.process.stdout.close()
        assert self.process.wait() == 0, self.process.returncode
