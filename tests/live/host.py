# SPDX-License-Identifier: MIT
"""What the live tests of a host share: samples of its processes, interfaces and disks by the library, what they are
compared with, and a network namespace, a TAP and a worker that do what a test says."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "agree"))
try:
    import vmmetrics
except (ImportError, OSError):
    vmmetrics = None    # Without a shared library.

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
C = {**os.environ, "LC_ALL": "C", "S_TIME_FORMAT": "ISO"}

needs_library = unittest.skipUnless(vmmetrics, "there is no shared library")
needs_host = unittest.skipUnless(shutil.which(os.environ.get("VMMETRICS_HOST", "")), "there is no vmmetrics-host")
needs_root = unittest.skipUnless(os.geteuid() == 0, "this is not root")
needs_tun = unittest.skipUnless(os.access("/dev/net/tun", os.R_OK | os.W_OK), "there is no /dev/net/tun to be opened")


def needs(*names):
    missing = [name for name in names if shutil.which(name) is None]
    return unittest.skipIf(missing, f"not here: {', '.join(missing)}")


def has_namespaces():
    """Whether network namespaces and veth pairs are to be had."""
    if os.geteuid() != 0 or shutil.which("unshare") is None or shutil.which("ip") is None:
        return False
    return subprocess.run(["unshare", "--net", "ip", "link", "add", "one", "type", "veth", "peer", "name", "two"],
                          capture_output=True, check=False).returncode == 0


needs_namespaces = unittest.skipUnless(has_namespaces(), "no network namespace with a veth pair is to be had")


# ---- Samples, each a record and the time it is of ----

def rows(record, data):
    """The rows of a file by name; none may be bad."""
    return {row.name: row for row in vmmetrics.records[record].rows(data)}


def directory(record, folder):
    """The record of a directory's files. What cannot be read stays unknown, and what can is well-formed."""
    def content(name):
        try:
            return (pathlib.Path(folder) / name).read_bytes() or None
        except OSError:
            return None
    kind = vmmetrics.records[record]
    return kind.read({name: content(name) for name in kind.files()})


class Sample:
    def __init__(self, take):
        self.began = time.monotonic_ns()
        self.record = take()
        self.time_ns = time.monotonic_ns()

    def __getitem__(self, member):
        return getattr(self.record, member)


def disk(name):
    return Sample(lambda: rows("disk", pathlib.Path("/proc/diskstats").read_bytes())[name])


def disk_directory(name):
    return Sample(lambda: directory("disk", f"/sys/block/{name}"))


def process(pid, proc="/proc"):
    return Sample(lambda: directory("process", f"{proc}/{pid}"))


def usage(name, before, after, **options):
    """The values of a usage, or the Failure that says why there are none."""
    try:
        return vmmetrics.records[name].between(before.record, after.record, elapsed_ns=after.time_ns - before.time_ns,
                                               **options).as_dict()
    except vmmetrics.Failure as failure:
        return failure


# ---- What works for a test ----

class Child:
    """A Python program that obeys: an order is a line, and so is its answer."""

    def __init__(self, test, program, *words, inside=(), python=sys.executable):
        self.process = subprocess.Popen([*inside, python, "-c", program, *map(str, words)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.pid = self.process.pid
        test.addCleanup(self.end)

    def tell(self, order=""):
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        return self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        assert line, "the program has ended"
        return line.strip()

    def end(self):
        if self.process.stdin:
            self.process.stdin.close()
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            self.process.stdin = None


# Works when told to, and else does nothing at all: no counter of it moves.
WORKER = """
import os, sys, time
path = sys.argv[1]
kept = None
print("ready", flush=True)
for order in sys.stdin:
    ends = time.process_time() + 0.4
    while time.process_time() < ends:
        os.getppid()
        sum(range(1000))
    kept = bytearray(32 << 20)
    for _ in range(100):
        time.sleep(0.001)
    with open(path, "wb") as file:
        file.write(bytes(8 << 20))
        os.fsync(file.fileno())
    print("done", flush=True)
"""

# A TAP that is there for as long as this runs. Sends frames of 1000 bytes into the host.
TAP = """
import fcntl, os, struct, subprocess, sys
tap = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
fcntl.ioctl(tap, 0x400454ca, struct.pack("16sH22x", sys.argv[1].encode(), 0x1002))
subprocess.run(["ip", "link", "set", sys.argv[1], "up"], check=True)
print("ready", flush=True)
frame = bytes.fromhex("ffffffffffff02000000000188b5").ljust(1000, b"x")
for order in sys.stdin:
    for _ in range(int(order)):
        os.write(tap, frame)
    print("done", flush=True)
"""

# Looks like Firecracker to who sees only its names: a TAP and a virtual CPU when told to, and that one's name comes late.
MONITOR = TAP.split("print")[0].replace("tap =", "def make():\n    tap =", 1).replace("\nfcntl", "\n    fcntl").replace(
    "\nsubprocess", "\n    subprocess") + """
    return tap
import ctypes, threading, time
libc = ctypes.CDLL(None)
busy = True
def vcpu():
    ends = time.monotonic() + 0.7
    while time.monotonic() < ends:
        pass
    libc.prctl(15, b"fc_vcpu 0")
    while busy:
        pass
    time.sleep(600)
print("ready", flush=True)
frame = bytes.fromhex("ffffffffffff02000000000188b5").ljust(1000, b"x")
for order in sys.stdin:
    order = order.strip()
    if order == "tap":
        tap = make()
    elif order == "vcpu":
        threading.Thread(target=vcpu, daemon=True).start()
    elif order == "idle":
        busy = False
    else:
        for _ in range(int(order)):
            os.write(tap, frame)
    print("done", flush=True)
"""

# Sends packets that get no answer, so that they can be counted.
SENDER = """
import socket, sys
sender = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
sender.bind((sys.argv[1], 0x88b5))
frame = bytes.fromhex("ffffffffffff02000000000188b5").ljust(1000, b"x")
print("ready", flush=True)
for order in sys.stdin:
    for _ in range(int(order)):
        sender.send(frame)
    print("done", flush=True)
"""


class Lines:
    """vmmetrics-host, or another program that prints lines, in the background, and the lines that it has printed."""

    def __init__(self, test, *options, inside=(), program=None, stdin=None):
        self._process = subprocess.Popen([*inside, program or os.environ["VMMETRICS_HOST"], *map(str, options)],
                                         stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.all = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        test.addCleanup(self.end)

    def _read(self):
        for line in self._process.stdout:
            assert line.endswith(b"\n"), line
            self.all.append(json.loads(line))

    def until(self, condition, timeout=30):
        """Waits until a line that comes from now on meets the condition, and gives it."""
        seen, ends = len(self.all), time.monotonic() + timeout
        while time.monotonic() < ends:
            for line in self.all[seen:]:
                seen += 1
                if condition(line):
                    return line
            time.sleep(0.02)
        raise AssertionError(f"no such line in {timeout} s; the last was {self.all[-1:]}")

    def end(self):
        """Its exit status, or -15 where it had to be ended, and its messages."""
        if self._process.stderr.closed:
            return None
        try:
            self._process.wait(0.1)
        except subprocess.TimeoutExpired:
            self._process.terminate()
        self._reader.join()
        messages = self._process.stderr.read().decode()
        self._process.stdout.close()
        self._process.stderr.close()
        return self._process.wait(), messages

    def wait(self, timeout=30):
        """The same, when it has ended by itself."""
        self._process.wait(timeout)
        return self.end()


def total(lines, member):
    """What a rate comes to over lines."""
    return sum((line[member] or 0) * line["elapsed_ms"] / 1000 for line in lines)


class Namespace:
    """A network namespace, and a mount namespace whose /sys shows it. IPv6 is off in it, as it talks by itself."""

    def __init__(self, test):
        script = ("mount -t sysfs none /sys && echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6; "
                  "echo ready; exec sleep 600")
        self._process = subprocess.Popen(["unshare", "--net", "--mount", "sh", "-c", script], stdout=subprocess.PIPE)
        self.pid = self._process.pid
        test.addCleanup(self._process.stdout.close)
        test.addCleanup(self._process.wait)
        test.addCleanup(self._process.kill)
        assert self._process.stdout.readline() == b"ready\n"
        self.inside = ["nsenter", "--net", "--mount", "--target", str(self.pid)]
        self.sys = pathlib.Path(f"/proc/{self.pid}/root/sys/class/net")

    def run(self, *command, text=None):
        return subprocess.run([*self.inside, *command], input=text, capture_output=True, text=True, check=True, env=C,
                              timeout=60).stdout

    def list(self):
        """What /proc/net/dev says in it, read to its end."""
        with open(f"/proc/{self.pid}/net/dev", "rb") as file:
            return file.read()

    def row(self, name):
        return Sample(lambda: rows("net", self.list())[name])

    def directory(self, name):
        return Sample(lambda: directory("net", self.sys / name))

    def identity(self):
        return os.stat(f"/proc/{self.pid}/ns/net").st_ino


class LoopDevice:
    """A loop device over a file of its own."""

    def __init__(self, test, path, device=None):
        with open(path, "wb") as file:
            file.write(bytes(16 << 20))
        made = subprocess.run(["losetup", "--show", *([device] if device else ["--find"]), path], capture_output=True,
                              text=True, check=False)
        if made.returncode != 0:
            test.skipTest("no loop device is to be had")
        self.path = made.stdout.strip() or device
        self.name = self.path.removeprefix("/dev/")
        self._attached = True
        test.addCleanup(self.detach)

    def detach(self):
        if self._attached:
            subprocess.run(["losetup", "--detach", self.path], check=True)
            self._attached = False

    def copy(self, writes, reads):
        """So many writes of 16 KiB and reads of 4 KiB; each of them reaches the device."""
        for command in (f"if=/dev/zero of={self.path} bs=16k count={writes} oflag=direct",
                        f"if={self.path} of=/dev/null bs=4k count={reads} iflag=direct"):
            subprocess.run(["dd", *command.split()], check=True, capture_output=True)


# ---- What the tools of sysstat say ----

def start_tool(*command):
    return subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=C)


def output_of(tool):
    """What it printed, once it has ended."""
    out, messages = tool.communicate(timeout=60)
    assert tool.returncode == 0, messages
    return out


def columns(text, first):
    """The last table in a text whose heading begins with a word: its rows, each by the heading's words."""
    lines = [re.sub(r"^#\s*", "", line).split() for line in text.splitlines()]
    heading, found = None, []
    for line in lines:
        if first in line:
            heading, found = line, []
        elif heading and len(line) == len(heading):
            found.append(dict(zip(heading, line)))
    assert found, text
    return found


def tap_name():
    """A name that no other interface has."""
    return f"vmm{os.getpid() % 1000000:06}"


def load(text):
    return json.loads(text)
