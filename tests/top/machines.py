# SPDX-License-Identifier: MIT
"""Processes that look like virtual machines' monitors to who sees only names, files and threads: what vmmetrics-top is to show
of them is known, and they need no hypervisor."""

import json
import pathlib
import shutil
import subprocess
import sys

# Orders, a line each: `busy SHARE` of one vCPU, `vcpu`, `memory MIB`, `tap NAME`, `send FRAMES`.
MONITOR = """
import ctypes, fcntl, os, struct, subprocess, sys, threading, time
libc = ctypes.CDLL(None)
share, kept, tap, count = 0.0, None, None, 0
def vcpu(number):
    libc.prctl(15, b"fc_vcpu %d" % number)
    while True:
        ends = time.monotonic() + 0.05 * share
        while time.monotonic() < ends:
            pass
        time.sleep(0.05 * (1 - share) + 0.0001)
def make(name):
    found = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(found, 0x400454ca, struct.pack("16sH22x", name.encode(), 0x1002))
    subprocess.run(["ip", "link", "set", name, "up"], check=True)
    return found
print("ready", flush=True)
frame = bytes.fromhex("ffffffffffff02000000000188b5").ljust(1000, b"x")
for order in sys.stdin:
    order, *words = order.split()
    if order == "busy":
        share = float(words[0])
    elif order == "vcpu":
        threading.Thread(target=vcpu, args=[count], daemon=True).start()
        count += 1
    elif order == "memory":
        kept = bytearray(os.urandom(1)) * (int(words[0]) << 20)
    elif order == "tap":
        tap = make(words[0])
    elif order == "send":
        for _ in range(int(words[0])):
            os.write(tap, frame)
    print("done", flush=True)
"""


class Monitor:
    """One of them. Its name for the kernel is that of the file that runs: a copy of Python."""

    def __init__(self, folder, *words, kind="firecracker"):
        program = pathlib.Path(folder) / kind
        if not program.exists():
            shutil.copy(pathlib.Path(sys.executable).resolve(), program)
        self._process = subprocess.Popen([str(program), "-c", MONITOR, *words], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True,
                                         env={"PYTHONHOME": sys.base_prefix, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})
        self.pid = self._process.pid
        assert self._process.stdout.readline() == "ready\n"

    def tell(self, order):
        self._process.stdin.write(order + "\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "done\n"

    def end(self):
        if self._process.returncode is None:
            self._process.kill()
            self._process.wait()
            self._process.stdin.close()
            self._process.stdout.close()


def balloon(path, total, available, actual):
    """What Firecracker answers about a balloon, in MiB."""
    path.write_text(json.dumps({"target_pages": actual << 8, "actual_pages": actual << 8, "total_memory": total << 20,
                                "available_memory": available << 20, "free_memory": available << 19}))
