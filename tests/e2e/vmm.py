# SPDX-License-Identifier: MIT
"""Firecracker and Cloud Hypervisor, driven by the HTTP API of their Unix sockets, and a guest that runs commands.

The guest is Debian's kernel with an initramfs of busybox, the drivers it needs and this project's programs. Its serial
line takes orders and brings the answers."""

import contextlib
import dataclasses
import http.client
import json
import os
import pathlib
import queue
import re
import shutil
import socket
import stat
import subprocess
import sys
import threading
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[1] / name) for name in ("vm", "agree", "live")]
import vm  # noqa: E402

MIB = 1 << 20
DRIVERS = ["virtio_mmio", "virtio_pci", "virtio_net", "virtio_blk", "virtio_balloon", "virtio_mem", "virtio_rng",
           "virtio_pmem", "nd_pmem", "vmw_vsock_virtio_transport"]
# The kernel gives `address=` of its command line to this script as a variable. An answer is written as a whole, so that
# no other line comes into it.
INIT = r"""#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
for module in /modules/*; do insmod "$module"; done
ifconfig lo 127.0.0.1 up
ifconfig eth0 $address.2 netmask 255.255.255.0 up
stty -F /dev/ttyS0 raw -echo
cd /work
exec </dev/ttyS0 >/dev/ttyS0
echo ready
while read -r number command; do
    (eval "$command") </dev/null >/tmp/answer 2>&1
    echo "$number $? $(wc -c </tmp/answer)" >/tmp/whole
    cat /tmp/answer >>/tmp/whole
    cat /tmp/whole
done
"""
WORDS = "console=ttyS0 reboot=k panic=-1 quiet ipv6.disable=1 memhp_default_state=online"


class Failure(Exception):
    pass


class Refused(Exception):
    """An answer with an error's status."""

    def __init__(self, status, text):
        super().__init__(f"{status}: {text}")
        self.status = status
        self.text = text


def wait_until(condition, what, timeout=60):
    """Waits until the condition gives something, and returns it."""
    ends = time.monotonic() + timeout
    while time.monotonic() < ends:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise Failure(f"not within {timeout} s: {what}")


def guest_image(folder, programs):
    """The kernel, and an initramfs with the programs in /work."""
    kernel = vm.unpacked(vm.KERNEL)
    busybox = vm.unpacked("busybox-static") / "bin" / "busybox"
    folders = ("bin", "dev", "modules", "proc", "sys", "tmp", "work")
    members = [(name, stat.S_IFDIR | 0o755, b"") for name in folders]
    members += [("init", stat.S_IFREG | 0o755, INIT.encode()),
                ("bin/busybox", stat.S_IFREG | 0o755, busybox.read_bytes())]
    members += [(f"modules/{number:03}-{name}.ko", stat.S_IFREG | 0o644, content)
                for number, (name, content) in enumerate(vm.modules(kernel, DRIVERS).items())]
    members += [(f"work/{path.name}", stat.S_IFREG | 0o755, path.read_bytes()) for path in map(pathlib.Path, programs)]
    image, = kernel.glob("boot/vmlinuz-*")
    initramfs = folder / "initramfs"
    initramfs.write_bytes(vm.archive(members))
    return image, initramfs


# ---- The API ----

class Connection(http.client.HTTPConnection):
    def __init__(self, path, timeout):
        super().__init__("localhost", timeout=timeout)
        self._path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class Api:
    """Requests of JSON, over a Unix socket."""

    def __init__(self, path, prefix="/"):
        self._path = path
        self._prefix = prefix

    def text(self, method, path, body=None, timeout=60):
        """The text of an answer. A body that is a string is sent as it is."""
        if body is not None and not isinstance(body, str):
            body = json.dumps(body)
        connection = Connection(self._path, timeout)
        try:
            connection.request(method, self._prefix + path, body, {"Content-Type": "application/json"} if body else {})
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        if answer.status >= 300:
            raise Refused(answer.status, text)
        return text

    def get(self, path):
        return json.loads(self.text("GET", path))

    def put(self, path, body=None):
        self.text("PUT", path, body)

    def patch(self, path, body=None):
        self.text("PATCH", path, body)


# ---- The guest ----

class Console:
    """A guest's serial line. An order is a line: a number and a command. The answer is the number, the status and the
    length of the output, and then the output. Between answers come the lines of a program in the background, which are
    JSON."""

    def __init__(self, reader, writer):
        self._reader = reader
        self._writer = writer
        self._answers = queue.Queue()
        self._order = 0
        self.lines = []
        self.other = []
        self.is_ready = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        with contextlib.suppress(OSError, ValueError):
            for line in iter(self._reader.readline, b""):
                head = re.fullmatch(rb"(\d+) (\d+) (\d+)\r?\n", line)
                if head:
                    number, status, length = map(int, head.groups())
                    self._answers.put((number, status, self._reader.read(length)))
                elif line.startswith(b"{"):
                    self.lines.append((time.monotonic(), line))
                elif line.strip() == b"ready":
                    self.is_ready.set()
                else:
                    self.other.append(line)
        self._answers.put(None)

    def tell(self, command):
        self._order += 1
        self._writer.write(f"{self._order} {' '.join(command.split())}\n".encode())
        self._writer.flush()

    def answer(self, timeout=60):
        try:
            answer = self._answers.get(timeout=timeout)
        except queue.Empty:
            raise Failure(f"order {self._order}: no answer in {timeout} s; console: {self.other[-20:]}") from None
        if answer is None:
            raise Failure(f"order {self._order}: the serial line has ended")
        number, status, text = answer
        if number != self._order or status != 0:
            raise Failure(f"order {self._order}: answer {number}, status {status}: {text.decode()}")
        return text

    def do(self, command, timeout=60):
        """What a command prints in the guest. The command must succeed."""
        self.tell(command)
        return self.answer(timeout)

    def take_up(self, before):
        """Goes on with the guest of another console, which was saved and is restored."""
        self._order = before._order
        self.is_ready.set()
        return self


# ---- The monitors ----

@dataclasses.dataclass
class Wanted:
    """What a machine has. Sizes are MiB; the address is the network's, without its last number."""
    name: str
    tap: str
    disk: str
    kernel: str = ""
    initramfs: str = ""
    address: str = "10.99.80"
    cpus: int = 2
    max_cpus: int = 4
    memory: int = 256
    plugged: int = 128
    balloon: int = 0
    # A second drive, a pmem device, an entropy device and vsock, and rate limiters on the first and the third.
    devices: bool = False

    @property
    def words(self):
        return f"{WORDS} address={self.address}"

    @property
    def mac(self):
        return "06:00:ac:10:00:02"


class Monitor:
    """The process of a monitor, from its start to its end. `program` is a list: the program, and its first words. A
    subclass has the requests of one hypervisor, and its words."""

    def __init__(self, folder, program, name, cgroup=None):
        self.folder = folder
        self.name = name
        self.console = None
        self.socket = folder / f"{name}.sock"
        self.log = folder / f"{name}.log"
        self.socket.unlink(missing_ok=True)
        with open(self.log, "ab") as log:
            self._process = subprocess.Popen([*map(str, program), *map(str, self.command())], stdin=subprocess.PIPE,
                                             stdout=subprocess.PIPE, stderr=log, preexec_fn=vm.end_with_parent)
        self.pid = self._process.pid
        try:
            if cgroup:
                (cgroup / "cgroup.procs").write_text(str(self.pid))
            self.api = self.wait_for_api()
        except BaseException:
            self.close()
            raise

    def wait_until(self, condition, what, timeout=60):
        def checked():
            if self._process.poll() is not None:
                raise Failure(f"{self.name} has ended with {self._process.returncode}: {self.said()}")
            return condition()
        try:
            return wait_until(checked, what, timeout)
        except Failure as failure:
            raise Failure(f"{failure}; {self.said()}") from None

    def said(self):
        text = self.log.read_text(errors="replace")[-2000:]
        return text + b"".join(self.console.other[-30:] if self.console else []).decode(errors="replace")

    def wait_for_api(self):
        api = Api(self.socket, self.prefix)

        def answer():
            try:
                return api.get(self.greeting)
            except OSError:
                return None
        self.wait_until(answer, "the API answers")
        return api

    def ready(self, timeout=180):
        self.wait_until(self.console.is_ready.is_set, "the guest is ready", timeout)
        return self

    def close(self):
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                stream.close()


class Firecracker(Monitor):
    """Its serial line is its standard input and output."""
    prefix = "/"
    greeting = ""
    # Its metrics count the header of virtio-net with each frame.
    header = 12

    def __init__(self, folder, program, name, cgroup=None):
        super().__init__(folder, program, name, cgroup)
        self.console = Console(self._process.stdout, self._process.stdin)

    def command(self):
        return ["--api-sock", self.socket, "--id", self.name, "--log-path", self.log, "--level", "Info"]

    def own(self, name):
        """A path for a file that it writes."""
        return self.folder / name

    def inside(self, path):
        """A path as the process sees it."""
        return str(path)

    def metrics_to(self, path):
        """Where it writes its metrics."""
        self.api.put("metrics", {"metrics_path": self.inside(path)})

    def boot(self, wanted):
        put = self.api.put
        put("machine-config", {"vcpu_count": wanted.cpus, "mem_size_mib": wanted.memory})
        put("boot-source", {"kernel_image_path": self.inside(wanted.kernel),
                            "initrd_path": self.inside(wanted.initramfs), "boot_args": wanted.words})
        # What the guest flushes is written then.
        put("drives/data", {"drive_id": "data", "path_on_host": self.inside(wanted.disk), "is_root_device": False,
                            "is_read_only": False, "cache_type": "Writeback"})
        put("network-interfaces/net1", {"iface_id": "net1", "host_dev_name": wanted.tap, "guest_mac": wanted.mac})
        put("balloon", {"amount_mib": wanted.balloon, "deflate_on_oom": False, "stats_polling_interval_s": 1,
                        "free_page_hinting": wanted.devices, "free_page_reporting": wanted.devices})
        if wanted.devices:
            self.put_devices()
        if wanted.plugged:
            put("hotplug/memory", {"total_size_mib": wanted.plugged, "block_size_mib": 2, "slot_size_mib": 128})
        put("actions", {"action_type": "InstanceStart"})
        return self

    def put_devices(self):
        """Four operations and 1 KiB of random bytes in a second."""
        for name in ("limited", "pmem"):
            with open(self.folder / name, "wb") as file:
                file.truncate(4 * MIB)
        put = self.api.put
        put("drives/limited", {"drive_id": "limited", "path_on_host": self.inside(self.folder / "limited"),
                               "is_root_device": False, "is_read_only": False,
                               "rate_limiter": {"ops": {"size": 4, "refill_time": 1000}}})
        put("pmem/p0", {"id": "p0", "path_on_host": self.inside(self.folder / "pmem"), "root_device": False,
                        "read_only": False})
        put("entropy", {"rate_limiter": {"bandwidth": {"size": 1024, "refill_time": 1000}}})
        put("vsock", {"guest_cid": 3, "uds_path": self.inside(self.own("vsock"))})

    def call(self, port):
        """Calls a port of the guest where no program waits. Gives what comes back: the guest refuses."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(30)
            connection.connect(str(self.own("vsock")))
            connection.sendall(b"CONNECT %d\n" % port)
            with contextlib.suppress(ConnectionResetError):
                return connection.recv(100)
        return b""

    def hint(self):
        """Lets the guest hint at its free pages."""
        self.api.patch("balloon/hinting/start", {"acknowledge_on_stop": True})
        self.wait_until(lambda: self.api.get("balloon/hinting/status") == {"host_cmd": 1, "guest_cmd": 0},
                        "the guest has sent its hints")

    def state(self):
        return self.api.get("")["state"]

    def flush(self):
        """Lets it write a line of its metrics."""
        self.api.put("actions", {"action_type": "FlushMetrics"})

    def balloon_answer(self):
        return self.api.text("GET", "balloon/statistics")

    def hinting_answer(self):
        return self.api.text("GET", "balloon/hinting/status")

    def machine_answer(self):
        return self.api.text("GET", "machine-config")

    def memory_answer(self):
        return self.api.text("GET", "hotplug/memory")

    def inflate(self, mib):
        self.api.patch("balloon", {"amount_mib": mib})
        self.wait_until(lambda: self.api.get("balloon/statistics")["actual_mib"] == mib, f"a balloon of {mib} MiB")

    def plug(self, mib):
        self.api.patch("hotplug/memory", {"requested_size_mib": mib})
        self.wait_until(lambda: self.api.get("hotplug/memory")["plugged_size_mib"] == mib, f"{mib} MiB are plugged in")

    def pause(self):
        self.api.patch("vm", {"state": "Paused"})

    def resume(self):
        self.api.patch("vm", {"state": "Resumed"})

    def save(self, folder):
        folder.mkdir()
        self.api.put("snapshot/create", {"snapshot_type": "Full", "snapshot_path": str(folder / "state"),
                                         "mem_file_path": str(folder / "memory")})

    def load(self, folder, console):
        """Takes up a machine that was saved. It runs then."""
        self.api.put("snapshot/load", {"snapshot_path": str(folder / "state"), "resume_vm": True, "mem_backend": {
            "backend_path": str(folder / "memory"), "backend_type": "File"}})
        self.console.take_up(console)
        return self


class Jailed(Firecracker):
    """Firecracker in its jailer: a user, a root directory, a network and PIDs of its own, and limits."""
    USER = 12345

    def __init__(self, folder, program, name, *, jailer, network, limits):
        self._program = pathlib.Path(program[0])
        self.root = folder / "jail" / self._program.name / name / "root"
        self.root.mkdir(parents=True)
        self._words = ["--id", name, "--exec-file", self._program, "--uid", self.USER, "--gid", self.USER,
                       "--chroot-base-dir", folder / "jail", "--netns", f"/var/run/netns/{network}", "--new-pid-ns",
                       "--cgroup-version", "2", *(word for limit in limits for word in ("--cgroup", limit))]
        super().__init__(folder, jailer, name)

    def command(self):
        self.socket = self.root / "api.sock"
        # Its log would come between the lines of the guest.
        return [*self._words, "--", "--api-sock", "/api.sock", "--level", "Error"]

    def own(self, name):
        return self.root / name

    def bring(self, path):
        """Copies a file into its root directory, unless it is there already, and lets it write the file."""
        path = pathlib.Path(path)
        there = self.root / path.name
        if not there.exists():
            shutil.copyfile(path, there)
        os.chown(there, self.USER, self.USER)
        return there

    def inside(self, path):
        return "/" + self.bring(path).name

    def wait_for_api(self):
        api = super().wait_for_api()
        # The jailer has started it in new PIDs and ended.
        self.pid = int((self.root / f"{self._program.name}.pid").read_text())
        return api

    def wait_until(self, condition, what, timeout=60):
        return wait_until(condition, f"{what}; {self.log.read_text()[-1000:]}", timeout)

    def close(self):
        with contextlib.suppress(OSError):
            os.kill(self.pid, 9)
        super().close()


class CloudHypervisor(Monitor):
    """Its serial line is a socket, to which it connects the guest."""
    prefix = "/api/v1/"
    greeting = "vmm.ping"
    header = 0

    def command(self):
        return ["--api-socket", self.socket, "-v", "--log-file", self.log]

    def _serial(self):
        return self.folder / f"{self.name}.serial"

    def _connect(self):
        line = socket.socket(socket.AF_UNIX)
        line.connect(str(self._serial()))
        self._line = line
        return Console(line.makefile("rb"), line.makefile("wb"))

    def boot(self, wanted):
        self.api.put("vm.create", {
            "cpus": {"boot_vcpus": wanted.cpus, "max_vcpus": wanted.max_cpus},
            "memory": {"size": wanted.memory * MIB, "hotplug_method": "VirtioMem",
                       "hotplug_size": wanted.plugged * MIB},
            "payload": {"kernel": str(wanted.kernel), "initramfs": str(wanted.initramfs), "cmdline": wanted.words},
            "disks": [{"id": "data", "path": str(wanted.disk), "image_type": "Raw"}],
            "net": [{"id": "net1", "tap": wanted.tap, "mac": wanted.mac}],
            "balloon": {"size": wanted.balloon * MIB, "deflate_on_oom": False, "free_page_reporting": False},
            "serial": {"mode": "Socket", "socket": str(self._serial())}, "console": {"mode": "Off"}})
        self._wanted = wanted
        self.api.put("vm.boot")
        self.console = self._connect()
        return self

    def state(self):
        return self.api.get("vm.info")["state"]

    def flush(self):
        pass

    def balloon_answer(self):
        return self.api.text("GET", "vm.info")

    machine_answer = memory_answer = balloon_answer

    def counters(self):
        return self.api.text("GET", "vm.counters")

    def inflate(self, mib):
        left = self.api.get("vm.info")["memory_actual_size"] + (self.balloon() - mib) * MIB
        self.api.put("vm.resize", {"desired_balloon": mib * MIB})
        self.wait_until(lambda: self.api.get("vm.info")["memory_actual_size"] == left, f"a balloon of {mib} MiB")

    def balloon(self):
        return self.api.get("vm.info")["config"]["balloon"]["size"] // MIB

    def plug(self, mib):
        self.api.put("vm.resize", {"desired_ram": (self._wanted.memory + mib) * MIB})

    def set_cpus(self, count):
        self.api.put("vm.resize", {"desired_vcpus": count})

    def pause(self):
        self.api.put("vm.pause")

    def resume(self):
        self.api.put("vm.resume")

    def save(self, folder):
        folder.mkdir()
        self.api.put("vm.snapshot", {"destination_url": f"file://{folder}"})

    def load(self, folder, console):
        self._serial().unlink(missing_ok=True)
        self.api.put("vm.restore", {"source_url": f"file://{folder}"})
        self.console = self._connect().take_up(console)
        self.resume()
        return self

    def close(self):
        if hasattr(self, "_line"):
            self._line.close()
        super().close()
