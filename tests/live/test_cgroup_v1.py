# SPDX-License-Identifier: MIT
"""The controllers of cgroup version 1 under a load that the test makes: CPU under a quota, memory and processes under a
limit, writes to a loop device; and a cgroup that is removed and made again.

Needs root, and a kernel that has the controllers on version 1; 77 otherwise, and single tests are skipped where their
controller is missing."""

import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import cgroup
from programs import PARSE, lines, main, run

try:
    import vmmetrics
except (ImportError, OSError):
    vmmetrics = None    # Without a shared library.

CGROUP_OF = os.environ.get("VMMETRICS_CGROUP_OF", "cgroup_of")
NAME = f"vmmetrics-test-{os.getpid()}"
BURN = "while :; do :; done"


def mounts():
    """Where each controller of version 1 is mounted, and version 2 as ""."""
    found = {}
    for line in pathlib.Path("/proc/self/mountinfo").read_text().splitlines():
        fields, _, rest = line.partition(" - ")
        kind, _, options = rest.split(" ", 2)
        if kind == "cgroup2":
            found[""] = fields.split()[4]
        elif kind == "cgroup":
            found.update(dict.fromkeys(options.split(","), fields.split()[4]))
    return found


MOUNTS = mounts()


def needs(*controllers):
    missing = [controller for controller in controllers if controller not in MOUNTS]
    return unittest.skipIf(missing, f"not on version 1 here: {', '.join(missing)}")


class V1(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def make(self, controller):
        directory = pathlib.Path(MOUNTS[controller]) / NAME
        if not directory.exists():
            directory.mkdir()
            self.addCleanup(self.remove, directory)
        return directory

    @staticmethod
    def remove(directory):
        for _ in range(100):
            try:
                for process in (directory / "cgroup.procs").read_text().split():
                    os.kill(int(process), signal.SIGKILL)
                return directory.rmdir()
            except FileNotFoundError:
                return None
            except OSError:
                time.sleep(0.02)
        return directory.rmdir()

    def start(self, directories, *command):
        """A process in cgroups, from its first instruction on."""
        def enter():
            for directory in directories:
                (directory / "cgroup.procs").write_text("0")
        process = subprocess.Popen(command, preexec_fn=enter, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.kill)
        return process

    @needs("cpu", "cpuacct")
    def test_cpu_under_a_quota(self):
        cpu, cpuacct = self.make("cpu"), self.make("cpuacct")
        (cpu / "cpu.cfs_period_us").write_text("50000")
        (cpu / "cpu.cfs_quota_us").write_text("10000")
        both = [cpu] if cpu == cpuacct else [cpu, cpuacct]
        self.start(both, "sh", "-c", BURN)
        time.sleep(0.2)
        before, began = cgroup.snapshot(*both), time.monotonic()
        for _ in range(10):
            time.sleep(0.2)
            one = cgroup.snapshot(*both)
            live = cgroup.parsed(*both)
            live = cgroup.check_live(self, one, live, cgroup.snapshot(*both))
            self.assertEqual((live["cpu_max_usec"], live["cpu_max_period_usec"]), (10000, 50000))
        after, ended = cgroup.snapshot(*both), time.monotonic()
        usage = cgroup.check_usage(self, self.folder, before, after, ended - began)
        print({name: value for name, value in usage.items() if value is not None})
        self.assertTrue(0.1 < usage["cores_used"] < 0.3, usage)
        self.assertTrue(0.5 < usage["cpu_limit_used_ratio"] < 1.5, usage)
        self.assertGreater(usage["throttled_periods_ratio"], 0.5)
        self.assertGreater(usage["throttled_cores"], 0.3)

    @needs("memory")
    def test_memory_under_a_limit(self):
        memory = self.make("memory")
        (memory / "memory.limit_in_bytes").write_text(str(32 << 20))
        before = cgroup.snapshot(memory)
        process = self.start([memory], sys.executable, "-c",
                             "kept = bytearray(20 << 20); print('full', flush=True); import time; time.sleep(60)")
        self.assertEqual(process.stdout.readline(), b"full\n")
        one = cgroup.snapshot(memory)
        live = cgroup.check_live(self, one, cgroup.parsed(memory), cgroup.snapshot(memory))
        self.assertEqual(live["memory_max_bytes"], 32 << 20)
        self.assertEqual(live["memory_soft_limit_bytes"], "max")
        self.assertTrue(20 << 20 <= live["memory_current_bytes"] <= 32 << 20, live)

        stat, = lines(run(PARSE, "cgroup_memory", memory / "memory.stat").stdout)
        total = {key: int(value) for key, value in map(str.split, one["memory.stat"].splitlines())}
        self.assertEqual(stat["anon_bytes"], total["total_rss"])
        self.assertEqual(stat["local_rss_bytes"], total["rss"])
        self.assertEqual(stat["hierarchical_memory_limit_bytes"], 32 << 20)
        use, = lines(run(PARSE, "--usage", "cgroup_memory_usage", memory).stdout)
        self.assertEqual(use["limit_bytes"], 32 << 20)
        self.assertTrue(0.6 < use["used_ratio"] <= 1, use)
        self.assertLessEqual(use["working_set_cadvisor_bytes"], use["used_bytes"])

        # Above the limit it is killed.
        greedy = self.start([memory], sys.executable, "-c", "kept = bytearray(64 << 20)")
        self.assertEqual(greedy.wait(60), -9)
        usage = self.usage(before, cgroup.snapshot(memory))
        print({name: value for name, value in usage.items() if value is not None})
        self.assertGreater(usage["memory_failcnt"], 0)
        self.assertGreaterEqual(usage["memory_oom_control_oom_kill"], 1)

    def usage(self, before, after):
        done = run(PARSE, "--usage", "cgroup_usage", "--elapsed", "1", cgroup.write(self.folder / "before", before),
                   cgroup.write(self.folder / "after", after))
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        usage, = lines(done.stdout)
        return usage

    @needs("pids")
    def test_processes_under_a_limit(self):
        pids = self.make("pids")
        (pids / "pids.max").write_text("5")
        before = cgroup.snapshot(pids)
        self.start([pids], "sh", "-c", "for i in 1 2 3 4 5 6 7 8; do sleep 30 & done 2>/dev/null; wait")
        time.sleep(0.5)
        live = cgroup.parsed(pids)
        self.assertEqual((live["pids_max"], live["pids_current"]), (5, int((pids / "pids.current").read_text())))
        self.assertTrue(1 <= live["pids_current"] <= 5, live)
        self.assertGreater(self.usage(before, cgroup.snapshot(pids))["pids_events_max"], 0)

    @needs("cpuset")
    def test_cpus_and_memory_nodes(self):
        cpuset = self.make("cpuset")
        (cpuset / "cpuset.cpus").write_text("0")
        (cpuset / "cpuset.mems").write_text("0")
        live = cgroup.parsed(cpuset)
        self.assertEqual((live["cpuset_cpus_effective"], live["cpuset_mems_effective"]), (1, 1))
        self.assertEqual(live, {**cgroup.expected(cgroup.snapshot(cpuset)), "instance_id": cpuset.stat().st_ino})

    @needs("blkio")
    def test_writes_to_a_loop_device(self):
        image = self.folder / "image"
        with open(image, "wb") as file:
            file.truncate(8 << 20)
        made = run("losetup", "--find", "--show", image)
        if made.returncode != 0:
            self.skipTest("no loop device is to be had")
        device = made.stdout.decode().strip()
        self.addCleanup(run, "losetup", "--detach", device)
        number = os.stat(device).st_rdev
        name = f"{os.major(number)}:{os.minor(number)}"
        blkio = self.make("blkio")
        # Without a limit the kernel does not count.
        (blkio / "blkio.throttle.write_bps_device").write_text(f"{name} 1073741824")

        def rows(kind, folder=blkio):
            found = lines(run(PARSE, "cgroup_io", folder / f"blkio.throttle.{kind}").stdout)
            return [row for row in found if (row["major"], row["minor"]) == (os.major(number), os.minor(number))]

        def copy(folder):
            cgroup.write(folder, {name: text for name, text in cgroup.snapshot(blkio).items() if "throttle" in name})

        limit, = rows("write_bps_device")
        self.assertEqual(limit["max_write_bytes_per_second"], 1073741824)
        command = (f"dd if=/dev/zero of={device} bs=64k count=%d oflag=direct;"
                   f" dd if={device} of=/dev/null bs=64k count=16 iflag=direct")
        self.start([blkio], "sh", "-c", command % 32).wait()
        copy(self.folder / "before")
        self.start([blkio], "sh", "-c", command % 64).wait()
        copy(self.folder / "after")
        byte, = rows("io_service_bytes")
        operation, = rows("io_serviced")
        print(byte, operation)
        self.assertEqual((byte["read_bytes"], byte["write_bytes"], byte["reads"]), (32 << 16, 96 << 16, None))
        self.assertEqual((operation["reads"], operation["writes"], operation["write_bytes"]), (32, 96, None))
        recursive, = rows("io_service_bytes_recursive")
        self.assertEqual((recursive["read_bytes"], recursive["write_bytes"]), (byte["read_bytes"], byte["write_bytes"]))
        for kind, member, wanted in (("io_service_bytes", "write_bytes_per_second", 128 << 16),
                                     ("io_serviced", "reads_per_second", 32)):
            rates = lines(run(PARSE, "--usage", "cgroup_io_usage", "--elapsed", "0.5", *(
                self.folder / when / f"blkio.throttle.{kind}" for when in ("before", "after"))).stdout)
            rate, = [row for row in rates if row["minor"] == os.minor(number) and row["major"] == os.major(number)]
            self.assertEqual(rate[member], wanted)

    @needs("memory", "")
    def test_a_process_is_found_in_each_hierarchy(self):
        """Hybrid: the controller's directory is that of version 1, and without a controller it is that of version 2."""
        memory, unified = self.make("memory"), self.make("")
        process = self.start([memory, unified], "sleep", "60")
        for controller, wanted in (("memory", memory), ("", unified)):
            done = run(CGROUP_OF, process.pid, *filter(None, [controller]))
            self.assertEqual((done.returncode, done.stdout.decode()), (0, f"{wanted}\n"))

    @needs("memory")
    def test_a_process_is_found_inside_a_cgroup_namespace(self):
        memory = self.make("memory")
        inner = "mkdir inner && echo $$ >inner/cgroup.procs && exec unshare --cgroup sh -c 'echo ready; sleep 60'"
        process = self.start([memory], "sh", "-c", f"cd {memory} && {inner}")
        self.addCleanup(self.remove, memory / "inner")
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.assertEqual(process.stdout.readline(), b"ready\n")
        enter = ["nsenter", "--cgroup", "--target", process.pid]
        # Inside, the namespace's own root is "/", and a mount from outside shows it under "/../..".
        inside = run(*enter, "sh", "-c", f"cat /proc/{process.pid}/cgroup; cat /proc/self/mountinfo").stdout.decode()
        self.assertIn("memory:/\n", inside)
        self.assertRegex(inside, r" /\.\./\.\. \S+ .* - cgroup \S+ \S*memory")
        done = run(*enter, CGROUP_OF, process.pid, "memory")
        # What stands between "/../.." and "/" has a name that nothing inside tells.
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(b"no mount here shows the cgroup", done.stderr)
        # A mount made inside shows it.
        script = f"mount -t cgroup -o memory none {self.folder} && exec {CGROUP_OF} {process.pid} memory"
        done = run("unshare", "--mount", *enter, "sh", "-c", script)
        self.assertEqual((done.returncode, done.stdout.decode()), (0, f"{self.folder}\n"))

    @needs("cpuacct")
    @unittest.skipUnless(vmmetrics, "there is no shared library")
    def test_a_cgroup_that_is_removed_and_made_again(self):
        def sample(knows_instance):
            directory = self.make("cpuacct")
            record = vmmetrics.Cgroup.read({name: (directory / name).read_bytes() or None
                                            for name in vmmetrics.Cgroup.files() if (directory / name).exists()})
            return record.replace(instance_id=directory.stat().st_ino) if knows_instance else record

        def burn(seconds):
            directory = self.make("cpuacct")

            def limit():
                (directory / "cgroup.procs").write_text("0")
                resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            subprocess.run(["sh", "-c", BURN], preexec_fn=limit, check=False)

        for knows_instance, later in ((True, 3), (False, 3), (False, 1)):
            burn(2)
            before = sample(knows_instance)
            self.remove(self.make("cpuacct"))
            burn(later)
            after = sample(knows_instance)
            try:
                usage = vmmetrics.CgroupUsage.between(before, after, elapsed_ns=10**9)
            except vmmetrics.Failure as failure:
                usage = failure
            print(f"instance {'known' if knows_instance else 'unknown'}, counter {'above' if later > 2 else 'below'}: "
                  f"{usage if isinstance(usage, vmmetrics.Failure) else usage.cores_used}")
            if not knows_instance and later > 2:
                # All that can be seen is growth, of about one second where it was three.
                self.assertTrue(0.5 < usage.cores_used < 1.5, usage)
            else:
                self.assertIsInstance(usage, vmmetrics.Failure)
                self.assertRegex(str(usage), "restarted|replaced")
            self.remove(self.make("cpuacct"))


if __name__ == "__main__":
    if os.geteuid() != 0 or not set(MOUNTS) & {"cpu", "memory", "pids", "blkio", "cpuacct", "cpuset"}:
        print("skipped because this is not root, or no controller is on cgroup version 1 here")
        sys.exit(77)
    main()
