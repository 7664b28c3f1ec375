# SPDX-License-Identifier: MIT
"""systemd's units of vmmetrics-host: systemd-analyze finds nothing wrong with them and little that is exposed; and a systemd of
this test's own, in namespaces of its own, runs them. There each right that a unit asks for is taken away, and each protection
that it leaves out is added: numbers of a machine of another user, with a TAP in another network namespace and a disk, are lost.

usage: test_systemd.py UNITS_FOLDER PROGRAM"""

import contextlib
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

UNITS, PROGRAM = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
SYSTEMD = pathlib.Path("/lib/systemd/systemd")
# Tenths; a service without protection has 96.
EXPOSURE = 24
URL = "http://127.0.0.1:10950/metrics"
FILE = pathlib.Path("/run/vmmetrics/vm.prom")
# What the units run inside.
INSTALLED = "/opt/bin/vmmetrics-host"


class Units(unittest.TestCase):
    """Without a systemd that runs."""

    def setUp(self):
        if shutil.which("systemd-analyze") is None:
            self.skipTest("there is no systemd-analyze")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.copy_units(self.folder, PROGRAM)

    @staticmethod
    def copy_units(folder, program):
        """The units of a program elsewhere."""
        for unit in UNITS.iterdir():
            text = re.sub(r"(?<==)/\S*/vmmetrics-host ", f"{program} ", unit.read_text(encoding="utf-8"))
            (folder / unit.name).write_text(text, encoding="utf-8")

    def analyze(self, *words):
        done = subprocess.run(["systemd-analyze", *map(str, words)], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def test_verify(self):
        for unit in sorted(self.folder.iterdir()):
            with self.subTest(unit.name):
                self.assertEqual(self.analyze("verify", "--man=no", "--recursive-errors=no", unit), (0, ""))
        bad = self.folder / "bad.service"
        bad.write_text("[Service]\nExecStart=/bin/true\nProtectSistem=yes\n", encoding="utf-8")
        self.assertIn("ProtectSistem", self.analyze("verify", "--man=no", "--recursive-errors=no", bad)[1])

    def test_exposure(self):
        for unit in sorted(self.folder.glob("*.service")):
            with self.subTest(unit.name):
                status, said = self.analyze("security", "--offline=true", f"--threshold={EXPOSURE}", "--no-pager", unit)
                self.assertEqual(status, 0, said)
                print(said.strip().splitlines()[-1])
        self.assertNotEqual(self.analyze("security", "--offline=true", "--threshold=5", unit)[0], 0)


# ---- A systemd of its own ----

# It has no unit but ours, and a root of its own: programs and libraries, which it cannot write, and empty folders. With all of a
# distribution's units it would clear /tmp and set the kernel's parameters.
START = """
set -e
trap 'exit 77' EXIT
mount --make-rprivate /
root={folder}/root
mkdir $root
mount -t tmpfs -o mode=755 tmpfs $root
cd $root
mkdir -p dev etc opt/bin old proc root run sys tmp var/tmp
for name in dev run tmp; do mount -t tmpfs -o mode=755 tmpfs $name; done
mkdir dev/net dev/pts dev/shm dev/mqueue run/out run/units
for name in bin sbin lib lib32 libx32 lib64 usr; do
    if [ -L /$name ]; then cp -a /$name .; elif [ -d /$name ]; then mkdir $name; mount --bind -o ro /$name $name; fi
done
[ -d .{prefix} ] || {{ mkdir -p .{prefix}; mount --bind -o ro {prefix} .{prefix}; }}
cp -a /etc/passwd /etc/group /etc/nsswitch.conf /etc/ld.so.cache etc
echo 0123456789abcdef0123456789abcdef >etc/machine-id
cp -a /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/tty /dev/ptmx {disk} dev
cp -a /dev/net/tun dev/net
cp {program} .{installed}
cp {units}/* {test} run/units
mount --bind {folder} run/out
chmod 1777 tmp
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
pivot_root . old
cd /
umount -l /old
ip link set lo up
for target in sysinit basic sockets timers shutdown; do
    printf '[Unit]\\nDescription=Nothing of its own\\nDefaultDependencies=no\\n' >/run/units/$target.target
done
cat >/run/units/inside.service <<END
[Unit]
DefaultDependencies=no
[Service]
Environment=PATH=$PATH VMMETRICS_INSIDE={disk}
ExecStart={python} -B /run/units/{test.name} /run/units {installed}
ExecStopPost=systemctl --force exit
StandardOutput=file:/run/out/said
StandardError=file:/run/out/said
END
trap - EXIT
exec env -i PATH="$PATH" SYSTEMD_UNIT_PATH=/run/units container=unshare {systemd} --system --unit=inside.service --log-target=null \\
    --show-status=no
"""


class Started(unittest.TestCase):
    def test_the_units_run(self):
        hierarchy = next((words[4] for words in (line.split() for line in open("/proc/self/mountinfo", encoding="utf-8"))
                          if words[words.index("-") + 1] == "cgroup2"), None)
        if os.getuid() != 0 or not SYSTEMD.exists() or hierarchy is None or not os.path.exists("/dev/net/tun"):
            self.skipTest("root, systemd, a cgroup2 and /dev/net/tun are needed")
        with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as undo:
            image = pathlib.Path(folder, "disk")
            with image.open("wb") as file:
                file.truncate(1 << 20)
            made = subprocess.run(["losetup", "--find", "--show", image], capture_output=True, text=True, check=False)
            if made.returncode:
                self.skipTest(f"no loop device: {made.stderr.strip()}")
            disk = made.stdout.strip()
            undo.callback(subprocess.run, ["losetup", "--detach", disk], check=True)
            group = pathlib.Path(hierarchy) / f"vmmetrics-{os.getpid()}"
            try:
                group.mkdir()
            except OSError as error:
                self.skipTest(f"no cgroup: {error}")
            undo.callback(self.remove, group)
            pathlib.Path(folder, "units").mkdir()
            Units.copy_units(pathlib.Path(folder, "units"), INSTALLED)
            script = START.format(units=f"{folder}/units", program=PROGRAM, installed=INSTALLED, folder=folder, disk=disk,
                                  python=os.path.realpath(sys.executable), prefix=os.path.realpath(sys.base_prefix),
                                  test=pathlib.Path(__file__).resolve(), systemd=SYSTEMD)
            done = subprocess.run(["sh", "-c", f"echo $$ >{group}/cgroup.procs && exec unshare --cgroup --pid --fork --mount --net --ipc "
                                   "--uts --kill-child sh -c \"$1\"", "sh", script], capture_output=True, text=True, check=False,
                                  timeout=200)
            if done.returncode == 77:
                self.skipTest(f"namespaces cannot be had here: {done.stderr.strip().splitlines()[-1:]}")
            said = pathlib.Path(folder, "said")
            said = said.read_text(encoding="utf-8") if said.exists() else ""
            print(said, end="")
            self.assertRegex(said, r"Ran \d+ tests in [\d.]+s\n\nOK\n$", done.stderr)

    @staticmethod
    def remove(group):
        """Its processes may still be ending."""
        for _ in range(100):
            with contextlib.suppress(OSError):
                for top, _, _ in os.walk(group, topdown=False):
                    os.rmdir(top)
                return
            time.sleep(0.1)


MACHINE = """
import ctypes, fcntl, os, struct, sys
kind, disk = sys.argv[1:3]
libc = ctypes.CDLL(None, use_errno=True)
host = os.open("/proc/self/ns/net", os.O_RDONLY)
if kind != "here":
    assert libc.unshare(0x40000000) == 0
tap = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
fcntl.ioctl(tap, 0x400454ca, struct.pack("16sH22x", b"tap1" if kind == "here" else b"tap0", 0x1002))
if kind == "elsewhere":
    assert libc.setns(host, 0) == 0
disk = os.open(disk, os.O_RDWR)
for one in (tap, disk):
    os.set_inheritable(one, True)
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
print("ready", flush=True)
os.execv("/opt/bin/firecracker", ["firecracker", "600"])
"""


def systemctl(*words):
    return subprocess.run(["systemctl", *words], capture_output=True, text=True, check=True).stdout


class Inside(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.copy(shutil.which("sleep"), "/opt/bin/firecracker")
        cls.disk = os.environ["VMMETRICS_INSIDE"]
        # A machine whose TAP is in a namespace of its own; one whose TAP is in such a namespace too, but the machine is here, where
        # another interface has that name; and one that is here with its TAP.
        subprocess.run(["ip", "tuntap", "add", "tap0", "mode", "tap"], check=True)
        cls.machines = [subprocess.Popen([sys.executable, "-c", MACHINE, kind, cls.disk], stdout=subprocess.PIPE, text=True)
                        for kind in ("jailed", "elsewhere", "here")]
        for machine in cls.machines:
            assert machine.stdout.readline() == "ready\n"
        time.sleep(0.2)
        systemctl("start", "vmmetrics-host.socket")
        cls.whole = cls.series_of(subprocess.run([INSTALLED, "--all", "--http"], input=b"GET / HTTP/1.0\r\n\r\n", capture_output=True,
                                                 check=True).stdout.partition(b"\r\n\r\n")[2])

    @classmethod
    def tearDownClass(cls):
        for machine in cls.machines:
            machine.kill()
            machine.communicate()

    @staticmethod
    def series_of(text):
        """Names and labels."""
        return {line.rpartition(" ")[0] for line in text.decode().splitlines() if not line.startswith("#")}

    @staticmethod
    def scrape():
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(URL, timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def scrape_with(self, *lines):
        """An answer with other lines in the unit."""
        folder = pathlib.Path("/run/units/vmmetrics-host@.service.d")
        folder.mkdir(exist_ok=True)
        (folder / "try.conf").write_text("[Service]\n" + "".join(f"{line}\n" for line in lines), encoding="utf-8")
        systemctl("daemon-reload")
        try:
            return self.scrape()
        finally:
            (folder / "try.conf").unlink()
            systemctl("daemon-reload")

    def lost(self, *lines):
        status, body = self.scrape_with(*lines)
        return self.whole - self.series_of(body) if status == 200 else {f"status {status}"}

    def test_the_socket_gives_all_that_root_can_read(self):
        status, body = self.scrape()
        self.assertEqual((status, self.series_of(body)), (200, self.whole))
        jailed, elsewhere, _ = (str(machine.pid) for machine in self.machines)
        for family, device in (("network_receive_bytes", "tap0"), ("disk_read_bytes", self.disk.rpartition("/")[2])):
            self.assertIn(f'vmmetrics_vm_{family}_total{{vm="firecracker",pid="{jailed}",device="{device}"}}', self.whole)
        self.assertFalse([one for one in self.whole if "network" in one and elsewhere in one])

    def test_bad_requests_and_clients_leave_nothing(self):
        for request in (b"a\r\n\r\n", b"", b"GET / HTTP/1.1\r\n"):
            with socket.create_connection(("127.0.0.1", 10950), 20) as client:
                client.sendall(request)
        for _ in range(100):
            left = systemctl("list-units", "--all", "--plain", "--no-legend", "vmmetrics-host@*")
            if not left:
                break
            time.sleep(0.1)
        self.assertEqual(left, "")

    def test_more_clients_than_there_may_be(self):
        clients = [socket.create_connection(("127.0.0.1", 10950), 20) for _ in range(24)]
        time.sleep(0.5)
        running = systemctl("list-units", "--plain", "--no-legend", "--state=running", "vmmetrics-host@*").count("\n")
        self.assertEqual(running, 16)
        for client in clients:
            client.close()
        for _ in range(100):
            with contextlib.suppress(OSError):
                if self.scrape()[0] == 200:
                    return
            time.sleep(0.1)
        self.fail("no answer after the others had left")

    def test_each_right_is_needed(self):
        jailed, elsewhere, _ = (f'pid="{machine.pid}"' for machine in self.machines)
        rights = ["CAP_DAC_READ_SEARCH", "CAP_SYS_PTRACE", "CAP_NET_ADMIN"]

        def answer_without(right):
            left = " ".join(one for one in rights if one != right)
            return self.scrape_with("CapabilityBoundingSet=", f"CapabilityBoundingSet={left}", "AmbientCapabilities=",
                                    f"AmbientCapabilities={left}")
        for right in rights[:2]:
            with self.subTest(right):
                lost = self.whole - self.series_of(answer_without(right)[1])
                for family in ("network_receive_bytes", "disk_read_bytes"):
                    self.assertTrue([one for one in lost if f"_{family}_" in one and jailed in one], lost)
        # Here a number would be wrong: that of the interface of the same name.
        got = self.series_of(answer_without("CAP_NET_ADMIN")[1]) - self.whole
        self.assertTrue([one for one in got if "_network_receive_bytes_" in one and elsewhere in one], got)
        got = self.series_of(self.scrape_with("SystemCallFilter=~pidfd_getfd")[1]) - self.whole
        self.assertTrue([one for one in got if "_network_receive_bytes_" in one and elsewhere in one], got)

    def test_what_else_would_protect_would_hide(self):
        for line in ("ProcSubset=pid", "PrivateNetwork=yes", "PrivateUsers=yes", "RestrictAddressFamilies=~AF_NETLINK",
                     "RestrictAddressFamilies=~AF_UNIX"):
            with self.subTest(line):
                lost = self.lost(line)
                print(f"{line}: {len(lost)} of {len(self.whole)} series are lost, such as {min(lost, default='none')}", flush=True)
                self.assertNotEqual(lost, set())

    def check_file(self):
        end = time.monotonic() + 30
        while not FILE.exists():
            self.assertLess(time.monotonic(), end, "no file")
            time.sleep(0.05)
        # As another user reads it.
        text = subprocess.run(["setpriv", "--reuid", "1234", "--clear-groups", "cat", FILE], capture_output=True, check=True).stdout
        self.assertLessEqual(self.whole, self.series_of(text))
        return FILE.stat().st_ino

    def test_the_file_is_written_again_and_goes_with_the_service(self):
        with self.unit("vmmetrics-host-file.service", "--interval 15", "--interval 0.2"):
            systemctl("start", "vmmetrics-host-file.service")
            first = self.check_file()
            end = time.monotonic() + 20
            while FILE.stat().st_ino == first:
                self.assertLess(time.monotonic(), end, "the file stays")
                time.sleep(0.05)
            systemctl("stop", "vmmetrics-host-file.service")
            self.assertFalse(FILE.parent.exists())

    def test_the_timer(self):
        with self.unit("vmmetrics-host-once.timer", "minutely", "*:*:*"):
            systemctl("start", "vmmetrics-host-once.timer")
            first = self.check_file()
            end = time.monotonic() + 20
            while FILE.stat().st_ino == first:
                self.assertLess(time.monotonic(), end, "the file stays")
                time.sleep(0.05)
            systemctl("stop", "vmmetrics-host-once.timer")
            while systemctl("show", "--value", "-p", "ActiveState", "vmmetrics-host-once.service").strip() != "inactive":
                time.sleep(0.05)
            self.check_file()
        shutil.rmtree(FILE.parent)

    @contextlib.contextmanager
    def unit(self, name, old, new):
        """Sooner than a user wants it."""
        path = pathlib.Path("/run/units", name)
        before = path.read_text(encoding="utf-8")
        self.assertIn(old, before)
        path.write_text(before.replace(old, new), encoding="utf-8")
        systemctl("daemon-reload")
        yield
        path.write_text(before, encoding="utf-8")


if __name__ == "__main__":
    suites = (Inside,) if "VMMETRICS_INSIDE" in os.environ else (Units, Started)
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(case) for case in suites)
    sys.exit(not unittest.TextTestRunner().run(suite).wasSuccessful())
