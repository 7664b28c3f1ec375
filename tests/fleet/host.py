# SPDX-License-Identifier: MIT
"""A host of the fleet: it has a network and processes of its own, its machines, and the servers that Prometheus asks.

usage: host.py NAME ADDRESS FOLDER

An order is a line of standard input, a JSON list of a method's name and its arguments; the answer is a line, [true, value] or
[false, message]. It is run by unshare, as test_fleet.py does. All that it starts ends with it."""

import contextlib
import json
import os
import pathlib
import subprocess
import sys
import threading
import time
import traceback

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "e2e")]
import machines  # noqa: E402

MIB = 1 << 20
PAGE = 4096
HOST = os.environ["VMMETRICS_HOST"]
GUESTS = TESTS.parent / "examples" / "fleet" / "guests.py"
# In the guest, as examples/fleet/guests.py says, but more often.
GUEST_LOOP = "(while :; do ./vmmetrics-guest --format prometheus; echo '# EOF'; sleep 1; done) >/dev/vport0p3 2>/dev/null &"
# Controllers of version 1 that a machine has a cgroup of; else it has one of version 2.
CONTROLLERS = ("cpu", "cpuacct", "memory", "blkio")


class Host:
    def __init__(self, name, address, folder):
        self.name, self.address, self.folder = name, address, folder
        self.machines, self.targets = {}, {}
        self._cgroups, self._monitors, self._servers = [], [], []
        self._lock = threading.Lock()
        self._set_up()

    def _set_up(self):
        """/sys of this network, where the cgroups of the machine stay. The addresses."""
        cgroups = self.folder / "cgroup"
        cgroups.mkdir()
        for words in (["mount", "--rbind", "/sys/fs/cgroup", cgroups], ["mount", "-t", "sysfs", "sys", "/sys"],
                      ["mount", "--rbind", cgroups, "/sys/fs/cgroup"], ["umount", "-l", cgroups],
                      ["ip", "link", "set", "lo", "up"], ["ip", "link", "set", "eth0", "up"],
                      ["ip", "address", "add", f"{self.address}/24", "dev", "eth0"]):
            subprocess.run(words, check=True, capture_output=True)

    # ---- Orders ----

    def serve(self):
        """vmmetrics-host by an inetd, a process for each request; and examples/fleet/guests.py."""
        self._start("systemd-socket-activate", "--inetd", "--accept", "--listen", f"{self.address}:10950", HOST, "--all",
                    "--http", "--balloon", self.folder / "{pid}.balloon")
        self._start(sys.executable, "-B", GUESTS, f"{self.address}:10951", self.folder)
        return [f"{self.address}:10950", f"{self.address}:10951"]

    def start(self, *wanted):
        """Starts machines, which then tell of themselves. Each is [name, options]."""
        images = []
        for number, (name, _) in enumerate(wanted, len(self.machines) + 1):
            image = self.folder / f"{name}.image"
            with open(image, "wb") as file:
                file.truncate(16 * MIB)
            images.append({"number": number, "image": image, "name": name})
        started = machines.start(*({**image, **options} for image, (_, options) in zip(images, wanted)))
        for machine in started:
            machine.qmp("qom-set", path="/machine/peripheral/balloon", property="guest-stats-polling-interval", value=1)
            self._enclose(machine.pid, machine.name)
            # A file system on its disk, so that there is one to be told of.
            machine.do("mkfs.ext2 -q /dev/vda || mke2fs /dev/vda; mkdir -p /mnt; mount -t ext2 /dev/vda /mnt || true")
            machine.do(GUEST_LOOP)
            self.machines[machine.name] = machine
        return {machine.name: machine.pid for machine in started}

    def do(self, name, command):
        return self.machines[name].do(command).decode()

    def balloon(self, name, target):
        """Asks for a balloon, which a guest that can gives."""
        machine = self.machines[name]
        self.targets[name] = target
        machine.qmp("balloon", value=machine.memory - target)

    def write_answers(self):
        """What each machine's monitor says of the balloon. QEMU does not say what it was asked for, so who asked adds it."""
        for name, machine in list(self.machines.items()):
            path = self.folder / f"{machine.pid}.balloon"
            machine.write_answers(path)
            actual = machine.memory - json.loads(path.read_text().splitlines()[0])["return"]["actual"]
            part = path.with_suffix(".part")
            part.write_text(path.read_text() + json.dumps({"target_pages": self.targets.get(name, 0) // PAGE,
                                                           "actual_pages": actual // PAGE}) + "\n")
            part.rename(path)

    def limit(self, name, cpus):
        """A limit of CPU time for a machine."""
        period = 100000
        for folder in self._folders(name):
            for file, text in (("cpu.cfs_quota_us", str(int(cpus * period))), ("cpu.max", f"{int(cpus * period)} {period}")):
                if (folder / file).exists():
                    (folder / file).write_text(text)

    def restart(self, name, times, seconds):
        """A monitor that is started and ends, again and again. It has no guest that runs."""
        def run():
            for _ in range(times):
                with subprocess.Popen(["qemu-system-x86_64", "-name", f"{name},debug-threads=on", "-S", "-nodefaults",
                                       "-display", "none", "-accel", "tcg", "-m", "16"], stdin=subprocess.DEVNULL,
                                      preexec_fn=machines.vm.end_with_parent) as monitor:
                    time.sleep(seconds)
                    monitor.kill()
        threading.Thread(target=run, daemon=True).start()

    def pause(self, name):
        self.machines[name].qmp("stop")

    def close(self):
        for machine in self.machines.values():
            machine.close()
        for process in self._servers:
            process.kill()
            process.wait()
        for folder in self._cgroups:
            for _ in range(100):
                with contextlib.suppress(OSError):
                    folder.rmdir()
                    break
                time.sleep(0.1)

    # ---- The rest ----

    def _start(self, *words):
        with open(self.folder / "servers.log", "ab") as log:
            self._servers.append(subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                                  preexec_fn=machines.vm.end_with_parent))

    def _folders(self, name):
        root = pathlib.Path("/sys/fs/cgroup")
        roots = [root / controller for controller in CONTROLLERS if (root / controller / "cgroup.procs").exists()] or [root]
        return [folder / f"fleet-{self.folder.parent.name}-{self.name}-{name}" for folder in roots]

    def _enclose(self, pid, name):
        """Cgroups of its own for a machine."""
        for folder in self._folders(name):
            folder.mkdir()
            self._cgroups.append(folder)
            (folder / "cgroup.procs").write_text(str(pid))


def main():
    host = Host(sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]))
    print(json.dumps([True, "ready"]), flush=True)
    try:
        for line in sys.stdin:
            method, *arguments = json.loads(line)
            try:
                answer = [True, getattr(host, method)(*arguments)]
            except Exception:  # pylint: disable=broad-exception-caught
                answer = [False, traceback.format_exc()]
            print(json.dumps(answer), flush=True)
    finally:
        host.close()


main()
