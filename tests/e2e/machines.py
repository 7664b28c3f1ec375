# SPDX-License-Identifier: MIT
"""Virtual machines that are measured from both sides: the machine of tests/vm with a TAP, a loop device and a balloon, and
a line into it that runs commands.

What the host makes for a machine lives as long as its QEMU and no longer: QEMU makes the TAP, and the loop device is let go
as soon as QEMU has opened it. QEMU ends with the test, however that ends."""

import contextlib
import json
import os
import pathlib
import socket
import subprocess
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / name) for name in ("vm", "agree", "live")]
import vm  # noqa: E402
from programs import GUEST, PARSE, lines, run  # noqa: E402

MIB = 1 << 20
# An order is a line: a number and a command. The answer is the number, the status, the length of the command's output, and the
# output. A read gives nothing while no program has the other end open.
SCRIPT = r"""
ifconfig lo 127.0.0.1 up
ifconfig eth0 ADDRESS.2 netmask 255.255.255.0 up
for controller in $(cat /sys/fs/cgroup/cgroup.controllers); do
    echo +$controller >/sys/fs/cgroup/cgroup.subtree_control
done
until [ -e /dev/vport0p3 ]; do usleep 10000; done
exec 4<>/dev/vport0p2
echo ready
while :; do
    if read -r number command <&4; then
        (eval "$command") >/tmp/answer 2>&1 4>&-
        printf '%s %s %s\n' $number $? $(wc -c </tmp/answer) >&4
        cat /tmp/answer >&4
    else
        usleep 20000
    fi
done
"""


def wait_until(condition, what, timeout=60):
    """Waits until there is something to be had, and gives it."""
    ends = time.monotonic() + timeout
    while time.monotonic() < ends:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"not within {timeout} s: {what}")


class Failure(Exception):
    pass


def host_parse(*words):
    """The lines of vmmetrics-parse on this side."""
    done = run(PARSE, *words)
    assert done.returncode == 0, done
    return lines(done.stdout)


class Machine:
    """One of a test's machines. Its number makes the addresses and the name of the TAP its own; one that takes up where
    another stopped, from the state that it saved, has that one's number and image."""

    def __init__(self, number, image, *, cpus=2, memory=256, more=None, deflate_on_oom=False, names=True, saved=None,
                 name=None):
        """Sizes are MiB. Of `more` memory the guest can be given as much as the test likes. The virtual CPUs' threads have
        names or not. The machine's name is made of the number unless it is given."""
        self.name = name or f"vmm-e2e-{os.getpid()}-{number}"
        self.tap = f"e2e{os.getpid() % 1000000}n{number}"
        self.address = f"10.99.{90 + number}"
        self.memory = memory * MIB
        self.image = image
        # A FIFO for what the guest says by itself; QEMU wants one for the other way, too.
        self.lines = image.with_name(f"{name or f'lines{number}'}.out")
        for path in (self.lines, self.lines.with_suffix(".in")):
            if not path.exists():
                os.mkfifo(path)
        self.number = number
        self._order = 0
        self._line = None
        loop = self._attach()
        try:
            words = ["-name", f"{self.name},debug-threads={'on' if names else 'off'}",
                     "-chardev", "socket,id=orders,path=orders,server=on,wait=off",
                     "-device", "virtserialport,chardev=orders",
                     "-chardev", f"pipe,id=lines,path={self.lines.with_suffix('')}",
                     "-device", "virtserialport,chardev=lines",
                     "-drive", f"if=none,id=image,format=raw,file={loop},cache.direct=on",
                     "-device", "virtio-blk-pci,drive=image",
                     "-device", f"virtio-balloon-pci,id=balloon,deflate-on-oom={'on' if deflate_on_oom else 'off'}"]
            if more:
                memory = f"{memory}M,maxmem={memory + more}M"
                words += ["-object", f"memory-backend-ram,id=more,size={more}M",
                          "-device", "virtio-mem-pci,id=plugged,memdev=more,requested-size=0"]
            if saved:
                words += ["-incoming", f"exec:cat {saved}"]
            self.vm = vm.Machine(SCRIPT.replace("ADDRESS", self.address), [GUEST, PARSE], cpus=cpus, memory=memory,
                                 tap=self.tap, append="ipv6.disable=1",
                                 drivers=[*vm.MODULES, "virtio_mem"] if more else vm.MODULES, words=words)
            self.disk = loop.removeprefix("/dev/")
            self.pid = self.vm.pid
            # It has opened the loop device by then.
            self.wait_until(lambda: (self.vm.folder / "orders").is_socket() and self._is_there(), "QEMU has begun")
        except BaseException:
            self.close()
            raise
        finally:
            subprocess.run(["losetup", "--detach", loop], check=True)
        self._network()

    def _attach(self):
        made = subprocess.run(["losetup", "--show", "--find", self.image], capture_output=True, text=True, check=True)
        return made.stdout.strip()

    def _is_there(self):
        try:
            return self.vm.qmp("query-status")
        except OSError:
            return None

    def _network(self):
        """IPv6 is off, as it talks by itself. The address is always the same, which a guest that was saved still knows."""
        self.wait_until(lambda: os.path.exists(f"/sys/class/net/{self.tap}"), "there is a TAP")
        setting = pathlib.Path(f"/proc/sys/net/ipv6/conf/{self.tap}/disable_ipv6")
        if setting.exists():
            setting.write_text("1")
        for words in (["link", "set", self.tap, "address", f"02:e2:e0:00:00:{self.number:02x}"],
                      ["address", "add", f"{self.address}.1/24", "dev", self.tap], ["link", "set", self.tap, "up"]):
            subprocess.run(["ip", *words], check=True, capture_output=True)

    def wait_until(self, condition, what, timeout=60):
        try:
            return wait_until(lambda: self.vm.ended() or condition(), what, timeout)
        except AssertionError as error:
            raise AssertionError(f"{error}; its console:\n{self.vm.console[-2000:]}") from None

    def ready(self):
        self.wait_until(lambda: b"ready" in self.vm.output, "the guest is ready")
        return self

    def clock_is_right(self):
        """Whether a second of the guest is one of the host. On a busy host a kernel may have measured its TSC wrongly, and then
        it is not, by a factor; nothing that has to do with time can be tested in such a machine."""
        def reading():
            began = time.monotonic()
            text = self.do("cat /proc/uptime", timeout=20)
            return began, float(text.split()[0]), time.monotonic()
        try:
            before = reading()
            time.sleep(0.5)
            after = reading()
        except OSError:
            return False
        inner, outer = after[0] - before[2], after[2] - before[0]
        return inner * 0.97 - 0.02 <= after[1] - before[1] <= outer * 1.03 + 0.02

    # ---- Inside ----

    def tell(self, command, timeout=60):
        """Gives an order; answer() gives what came of it."""
        if self._line is None:
            self._line = socket.socket(socket.AF_UNIX)
            self._line.connect(str(self.vm.folder / "orders"))
            self._stream = self._line.makefile("rb")
        self._line.settimeout(timeout)
        self._order += 1
        self._line.sendall(f"{self._order} {command}\n".encode())

    def answer(self):
        number, status, length = map(int, self._stream.readline().split())
        text = self._stream.read(length)
        if number != self._order or status != 0:
            raise Failure(f"order {self._order}: answer {number}, status {status}: {text.decode()}")
        return text

    def do(self, command, timeout=60):
        """What a command prints in the guest; it must succeed."""
        self.tell(" ".join(command.split()), timeout)
        return self.answer()

    def text(self, command):
        return self.do(command).decode()

    def parse(self, *words):
        """The lines of vmmetrics-parse inside."""
        return lines(self.do("./vmmetrics-parse " + " ".join(map(str, words))))

    def sample(self, options=""):
        """A line of vmmetrics-guest."""
        line, = lines(self.do(f"./vmmetrics-guest --no-wait --full {options}"))
        return line

    def copy(self, path, to):
        """A file as it is in the guest, into one of ours."""
        to.write_bytes(self.do(f"cat {path}"))
        return to

    # ---- Outside ----

    def qmp(self, command, **arguments):
        return self.vm.qmp(command, **arguments)

    def plug(self, size):
        """Gives the guest so much of its further memory, and waits until the guest has taken it or given it back."""
        self.qmp("qom-set", path="/machine/peripheral/plugged", property="requested-size", value=size)
        self.wait_until(lambda: self.qmp("qom-get", path="/machine/peripheral/plugged", property="size") == size,
                        f"{size} are plugged")

    def threads(self):
        """The names of the threads of QEMU."""
        return [path.read_text().strip() for path in pathlib.Path(f"/proc/{self.pid}/task").glob("*/comm")]

    def balloon(self, size):
        """Leaves the guest so much memory, and waits until that is so."""
        self.qmp("balloon", value=size)
        self.wait_until(lambda: self.qmp("query-balloon")["actual"] == size, f"the balloon leaves {size}")

    def balloon_statistics(self):
        """What the balloon's driver says, once it has said something new, as the monitor prints it."""
        path = "/machine/peripheral/balloon"
        seen = self.qmp("qom-get", path=path, property="guest-stats").get("last-update", 0)
        self.qmp("qom-set", path=path, property="guest-stats-polling-interval", value=1)

        def news():
            answer = self.qmp("qom-get", path=path, property="guest-stats")
            return answer["last-update"] > seen and answer
        return self.wait_until(news, "the balloon tells of its guest")

    def write_answers(self, path):
        """What the monitor answers about the balloon, into a file that is replaced as a whole."""
        answers = [self.qmp("query-balloon"),
                   self.qmp("qom-get", path="/machine/peripheral/balloon", property="guest-stats")]
        part = path.with_suffix(".part")
        part.write_text("".join(json.dumps({"return": answer}) + "\n" for answer in answers))
        part.rename(path)

    def save(self, path):
        """Writes the machine's state to a file. It stays stopped then."""
        self.qmp("migrate", uri=f"exec:cat >{path}")
        self.wait_until(lambda: self.qmp("query-migrate")["status"] == "completed", "the state is saved")

    def close(self):
        if self._line is not None:
            with contextlib.suppress(OSError):
                self._stream.close()
            self._line.close()
            self._line = None
        if hasattr(self, "vm"):
            self.vm.close()


def start(*wanted):
    """Machines with the options given, which start at the same time; they are ready, and their clocks are right."""
    started = [Machine(**options) for options in wanted]
    try:
        for place, options in enumerate(wanted):
            for tries in range(4):
                with contextlib.suppress(AssertionError, vm.Failure):
                    if started[place].ready().clock_is_right():
                        break
                assert tries < 3, started[place].vm.console[-2000:]
                started[place].close()
                started[place] = Machine(**options)
    except BaseException:
        for machine in started:
            machine.close()
        raise
    return started


# ---- What there is on the host, to see what stays ----

def interfaces():
    return {name for name in os.listdir("/sys/class/net") if name.startswith("e2e")}


def loop_devices():
    return {path.parent.parent.name for path in pathlib.Path("/sys/block").glob("loop*/loop/backing_file")}


def processes():
    """Those that this one has started and that have not ended, and machines of its own whoever started them."""
    found = set()
    for path in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            words = (path / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == os.getpid() or f"vmm-e2e-{os.getpid()}-".encode() in words:
            found.add(int(path.name))
    return found


def cgroup_of_cpu():
    """The folder in which a cgroup has a quota of CPU, and whether that is version 2; None where root may make none."""
    for folder, quota in ((pathlib.Path("/sys/fs/cgroup/cpu"), "cpu.cfs_quota_us"), (pathlib.Path("/sys/fs/cgroup"), None)):
        if quota and (folder / quota).exists():
            return folder, False
        control = folder / "cgroup.subtree_control"
        if control.exists() and "cpu" in control.read_text().split():
            return folder, True
    return None


def cgroups():
    return {str(path) for folder in ("/sys/fs/cgroup", "/sys/fs/cgroup/cpu") for path in pathlib.Path(folder).glob("e2e-*")}


def mounts():
    return pathlib.Path("/proc/self/mounts").read_text().splitlines()


def state():
    return {"interfaces": interfaces(), "loop devices": loop_devices(), "cgroups": cgroups(), "processes": processes(),
            "mounts": mounts()}
