# SPDX-License-Identifier: MIT
"""The collector of virtual machines: captured moments of real hypervisors, and kinds of hosts that are made up, each with the
numbers that are right."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

from tree import CAPTURES, Replay, Tree

HOST = os.environ.get("VMMETRICS_HOST", "vmmetrics-host")
REPLAY = os.environ.get("VMMETRICS_REPLAY", "vmm_replay")
SECOND = 10**9
VM = "anon_inode:kvm-vm"


class Test(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.tree = Tree(self.folder / "root")

    def replay(self, pid, *options):
        return Replay(self, REPLAY, self.tree, pid, *options)

    def host(self, *options):
        done = subprocess.run([HOST, "--root", self.tree.root, "--interval", "0.05", *map(str, options)], capture_output=True,
                              text=True, check=False, timeout=60)
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    def expect(self, line, delta=1e-6, **values):
        for name, value in values.items():
            if isinstance(value, float):
                self.assertIsNotNone(line[name], name)
                self.assertAlmostEqual(line[name], value, delta=max(delta, 5e-6 * abs(value)), msg=name)
            else:
                self.assertEqual(line[name], value, name)


class Captured(Test):
    def between(self, hypervisor, first, second, *options):
        pid, begin = self.tree.moment(hypervisor, first)
        replay = self.replay(pid, *options)
        replay.sample(begin)
        _, end = self.tree.moment(hypervisor, second)
        line = replay.sample(end)
        self.assertEqual(replay.troubles, [])
        return line, (end - begin) / SECOND

    def test_cloud_hypervisor(self):
        line, seconds = self.between("cloud-hypervisor-54.0.0", "up", "idle")
        self.expect(line, pid=129, name="ch", process="cloud-hyperviso", vcpus=2, vcpus_from="descriptors", threads=13)
        # Ticks of /proc/129/stat: user 1068 to 1665, system 444 to 583, of these in the guest 1023 to 1628.
        self.expect(line, cores=7.36 / seconds, guest_cores=6.05 / seconds, outside_guest_cores=1.31 / seconds)
        # In nanoseconds, by the threads: vcpu0 and vcpu1, and all others.
        before, after = (self.run_times("cloud-hypervisor-54.0.0", moment) for moment in ("up", "idle"))
        growth = {number: after[number] - before.get(number, 0) for number in after}
        vcpus = (growth.pop("136") + growth.pop("137")) / 1e9 / seconds
        self.expect(line, vcpu_cores=vcpus)
        self.check_overhead(line, sum(growth.values()) / 1e9 / seconds, seconds)
        # The cgroup's io.stat, the process's io and the loop device agree on what was written.
        self.expect(line, disk="loop0", disk_from="descriptors", disk_write_bytes_per_second=6037504 / seconds,
                    disk_read_bytes_per_second=(1016 - 104) * 512 / seconds, disk_writes_per_second=12 / seconds)
        # What the TAP received, the machine has sent.
        self.expect(line, tap="tap0", net_out_bytes_per_second=(6146 - 3754) / seconds,
                    net_in_bytes_per_second=(6216 - 3824) / seconds)
        self.expect(line, cgroup_memory=100925440, cgroup_memory_peak=105119744, cgroup_working_set=100925440 - 7049216,
                    hugetlb=0, rss=None if line["rss"] is None else line["rss"])

    def check_overhead(self, line, others, seconds):
        """What the other threads used, and what the process used and no thread explains: the files of a captured moment
        were read one after another, within a second, and the process's own first. 20 milliseconds and a hundredth of the
        threads' time may be due to that."""
        threads = line["vcpu_cores"] + others
        unexplained = line["cores"] - threads
        self.expect(line, overhead_cores=others + (unexplained if unexplained > 0.02 / seconds + threads / 100 else 0))

    @staticmethod
    def run_times(hypervisor, moment):
        return {path.parent.name: int(path.read_text().split()[0])
                for path in (CAPTURES / hypervisor / moment).glob("task/*/schedstat")}

    def test_cloud_hypervisor_says_how_many_virtual_cpus(self):
        """After vm.resize to 1 the threads vcpu1 to vcpu3 stay: what the hypervisor says counts."""
        info = json.loads((CAPTURES / "cloud-hypervisor-54.0.0/idle/info.json").read_text())
        info["config"]["cpus"]["boot_vcpus"] = 1
        told = self.folder / "info"
        told.write_text(json.dumps(info))
        line, seconds = self.between("cloud-hypervisor-54.0.0", "up", "idle", "--hypervisor", told)
        self.expect(line, vcpus=1, vcpus_from="hypervisor")
        self.expect(line, cpu_percent=100 * (line["vcpu_cores"] + line["overhead_cores"]))

    def test_firecracker(self):
        line, seconds = self.between("firecracker-1.17.0-plain", "up", "idle")
        self.expect(line, pid=134, name="vm-one", process="firecracker", vcpus=2, vcpus_from="descriptors", threads=4,
                    cores=5.2 / seconds, guest_cores=4.24 / seconds, outside_guest_cores=0.96 / seconds)
        vcpus = (11028972102 - 9422303439 + 4889758680 - 2755966596) / 1e9
        others = (597391934 - 471258268 + 101055893 - 71599423) / 1e9
        self.expect(line, vcpu_cores=vcpus / seconds)
        self.check_overhead(line, others / seconds, seconds)
        self.expect(line, tap="tap0", net_out_bytes_per_second=(6146 - 5838) / seconds,
                    net_in_bytes_per_second=(6216 - 5908) / seconds)
        # Its disk is a file of a tmpfs: no block device was written to, and io.stat has no row.
        self.expect(line, disk=None, disk_from="process", disk_write_bytes_per_second=0.0,
                    disk_read_bytes_per_second=(1982464 - 1904640) / seconds, disk_writes_per_second=None)

    def test_jailed_firecracker(self):
        """Its TAP is only in its own network's list, its cgroup two levels deep; a moment that is read twice has not moved."""
        pid, _ = self.tree.moment("firecracker-1.17.0-jailed", "idle")
        replay = self.replay(pid)
        replay.sample(SECOND)
        self.tree.stat(f"proc/{pid}/task/1420/stat", 1420, "fc_vcpu 0", guest=1045)
        text = self.tree.root.joinpath(f"proc/{pid}/net/dev").read_text().replace("5950", "7950")
        self.tree.file(f"proc/{pid}/net/dev", text)
        line = replay.sample(3 * SECOND)
        self.expect(line, pid=1416, name="vm-two", vcpus=1, vcpus_from="descriptors", cores=0.0, guest_cores=0.0,
                    tap="tap0", net_out_bytes_per_second=1000.0, net_in_bytes_per_second=1000.0, cgroup_memory=125386752,
                    cgroup_cores=0.0, cgroup_limit_ratio=0.0, disk_from="process")


class Cpu(Test):
    def test_virtual_cpus_without_names(self):
        """QEMU without debug-threads: a guest has run in two of four threads that all have one name."""
        names = "qemu-system-x86"

        def threads(run_ns, guest):
            return [(7, names, 5 * SECOND + run_ns // 10, 0), (8, names, 0, 0), (9, names, 40 * SECOND + run_ns, 4000 + guest),
                    (10, names, 30 * SECOND + run_ns, 3000 + guest)]
        self.tree.process(7, ticks=7500, guest=7000, threads=threads(0, 0))
        replay = self.replay(7)
        self.expect(replay.sample(SECOND), vcpus=2, vcpus_from="guest_time")
        self.tree.process(7, ticks=7500 + 105, guest=7000 + 90, threads=threads(SECOND // 2, 45))
        self.expect(replay.sample(2 * SECOND), vcpus=2, vcpu_cores=1.0, overhead_cores=0.05, cores=1.05, guest_cores=0.9,
                    outside_guest_cores=0.15, cpu_percent=52.5)

    def test_descriptors_count_before_names(self):
        """A third virtual CPU has never run, and Firecracker holds each descriptor twice."""
        self.tree.process(7, threads=[(7, "fc", 0, 0), (8, "fc_vcpu 0", 0, 0), (9, "fc_vcpu 1", 0, 0)])
        self.expect(self.replay(7).sample(SECOND), vcpus=2, vcpus_from="threads")
        self.tree.descriptors(7, {3: VM, **{4 + n: f"anon_inode:kvm-vcpu:{n % 3}" for n in range(6)}})
        self.expect(self.replay(7).sample(SECOND), vcpus=3, vcpus_from="descriptors")

    def test_what_the_hypervisor_says_counts_first(self):
        """Each hypervisor's answer, and answers that do not say it."""
        qemu = [(CAPTURES.parent / "qemu-cpus" / name).read_text() for name in ("qemu-7.2-microvm-2", "qemu-7.2-q35-3-of-4")]
        event = '{"timestamp": {"seconds": 1, "microseconds": 2}, "event": "RESUME"}\n'
        self.tree.process(7, threads=[(7, "ch", 0, 0), *((8 + n, f"vcpu{n}", 0, 0) for n in range(4))])
        for text, expected in (('{"config":{"cpus":{"boot_vcpus":1,"max_vcpus":4}},"state":"Running"}', 1),
                               ('{"vcpu_count":2,"mem_size_mib":256}', 2),
                               ('{"drives":[],"machine-config":{"vcpu_count":5}}\n', 5),
                               (qemu[0], 2), (qemu[1], 3), (qemu[1].replace(", ", ",\r\n    "), 3),
                               ('{"return":{"actual":1}}\n' + event + qemu[0].splitlines()[2] + event, 2), ("", None), ("no answer", None),
                               ('{"vcpu_count":', None), ('{"vcpu_count":0}', None)):
            (self.folder / "answer").write_text(text)
            line = self.replay(7, "--hypervisor", self.folder / "answer").sample(SECOND)
            found = (line["vcpus"], line["vcpus_from"])
            self.assertEqual(found, (4, "threads") if expected is None else (expected, "hypervisor"), text)

    def test_a_hypervisors_file_has_a_bound(self):
        self.tree.process(7)
        for path, reason in (("/dev/zero", "hypervisor: File too large"), (self.folder / "fifo", "hypervisor: ")):
            if path != "/dev/zero":
                os.mkfifo(path)
            replay = self.replay(7, "--hypervisor", path)
            self.expect(replay.sample(SECOND), vcpus=None)
            self.assertIn(reason, "\n".join(replay.troubles))

    def test_threads_that_began_and_ended_meanwhile(self):
        """The process used a second, and no thread that is there did."""
        threads = [(7, "fc", 0, 0), (8, "fc_vcpu 0", SECOND, 0)]
        self.tree.process(7, ticks=200, threads=threads)
        replay = self.replay(7)
        replay.sample(SECOND)
        self.tree.process(7, ticks=300, threads=threads)
        self.expect(replay.sample(2 * SECOND), cores=1.0, cpu_percent=100.0, vcpu_cores=0.0, overhead_cores=1.0)

    def test_a_thread_that_cannot_be_read_is_not_left_out(self):
        threads = [(7, "fc", 0, 0), (8, "fc_vcpu 0", 0, 0)]
        self.tree.process(7, threads=threads)
        replay = self.replay(7)
        replay.sample(SECOND)
        # A new thread whose file is none: not a thread that has ended.
        self.tree.stat("proc/7/task/9/stat", 9, "fc_vcpu 1")
        (self.tree.root / "proc/7/task/9/schedstat").mkdir()
        line = replay.sample(2 * SECOND)
        self.expect(line, vcpu_cores=None, overhead_cores=None, threads=None, cores=0.0)
        self.assertEqual(replay.troubles, ["threads: Is a directory"])
        self.tree.remove("proc/7/task/9")
        replay.sample(3 * SECOND)
        self.expect(replay.sample(4 * SECOND), vcpu_cores=0.0, threads=2)
        # The same where its name cannot be read.
        self.tree.file("proc/7/task/9/schedstat", "0 0 1\n")
        (self.tree.root / "proc/7/task/9/stat").mkdir()
        self.expect(replay.sample(5 * SECOND), vcpu_cores=None, threads=None)

    def test_a_thread_that_has_ended_is_left_out(self):
        self.tree.process(7, threads=[(7, "fc", 0, 0), (8, "fc_vcpu 0", 0, 0), (9, "worker", 0, 0)])
        replay = self.replay(7)
        replay.sample(SECOND)
        self.tree.remove("proc/7/task/9")
        self.expect(replay.sample(2 * SECOND), vcpu_cores=0.0, threads=2)
        self.assertEqual(replay.troubles, [])


# Threads that wait. An order ends one of them, and another, which is called like a virtual CPU, works in its place.
THREADS = """
import ctypes, sys, threading, time
name = ctypes.CDLL(None).prctl
stop = threading.Event()
def work():
    name(15, b"fc_vcpu 1")
    while True:
        pass
def start(target, *args):
    thread = threading.Thread(target=target, args=args, daemon=True)
    thread.start()
    return thread
for _ in range(int(sys.argv[1])):
    start(time.sleep, 60)
last = start(stop.wait)
print("ready", flush=True)
for order in sys.stdin:
    stop.set()
    last.join()
    start(work)
    print("done", flush=True)
"""


class Threads(Test):
    def threads(self, count):
        process = subprocess.Popen([sys.executable, "-c", THREADS, str(count)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   text=True)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        self.assertEqual(process.stdout.readline(), "ready\n")
        return process

    def limited(self, files, count):
        """Lines and messages of a program that may open so many files, of a process with so many threads."""
        process = self.threads(count - 2)
        done = subprocess.run(["sh", "-c", f'ulimit -n {files} && exec "$@"', "sh", HOST, "--pid", str(process.pid),
                               "--interval", "0.1", "--count", "3"], capture_output=True, text=True, check=False)
        return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.replace(str(process.pid), "PID")

    def test_more_files_than_descriptors(self):
        """Files are opened again for each sample, and the numbers are the same."""
        for files in (40, 12):
            lines, messages = self.limited(files, 41)
            self.assertEqual([(line["threads"], line["run_delay_cores"] is None) for line in lines], [(41, False)] * 3)
            self.assertNotIn("open files", messages)

    def test_no_descriptor_is_left(self):
        """What is not all there is unknown, and it is said once."""
        lines, messages = self.limited(5, 41)
        self.assertEqual([(line["threads"], line["run_delay_cores"]) for line in lines], [(None, None)] * 3)
        self.assertEqual(messages.count("vmmetrics-host: process PID: threads: Too many open files\n"), 1)

    def test_another_thread_in_the_place_of_one(self):
        """As many as before, and long after the beginning: the list is read at once because one has ended."""
        process = self.threads(3)
        host = subprocess.Popen([HOST, "--pid", str(process.pid), "--interval", "0.4", "--count", "0"],
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(host.communicate)
        self.addCleanup(host.kill)
        lines = [json.loads(host.stdout.readline()) for _ in range(10)]
        self.assertEqual(lines[-1]["vcpus"], None)
        process.stdin.write("go\n")
        process.stdin.flush()
        self.assertEqual(process.stdout.readline(), "done\n")
        done_ms = time.time() * 1000 + 50
        line = next(line for line in map(json.loads, host.stdout) if line["time_ms"] > done_ms)
        self.assertEqual((line["vcpus"], line["threads"]), (1, lines[-1]["threads"]))
        self.assertGreater(json.loads(host.stdout.readline())["vcpu_cores"], 0.1)


class Later(Test):
    """What cannot be opened once is found again soon. A link to itself cannot be opened."""

    def setUp(self):
        super().setUp()
        # It looks again after 66 samples, and then after 130.
        self.tree.process(62, ticks=0)
        self.tree.descriptors(62, {3: VM, 4: "tap:tap0"})
        self.tree.interfaces("proc/62/net/dev", tap0=(0, 0))
        self.tree.cgroup("/vm", memory__current="5000\n", cgroup__procs="62\n")

    def hide(self, path):
        (self.tree.root / path).rename(self.folder / "hidden")
        self.tree.link(path, "itself" if (self.tree.root / path).is_dir() else pathlib.Path(path).name)

    def show(self, path):
        (self.tree.root / path).unlink()
        (self.folder / "hidden").rename(self.tree.root / path)

    def after_a_look_without(self, path, samples=66):
        """The lines of the look, and of the two samples after it."""
        replay = self.replay(62)
        for second in range(samples):
            replay.sample((second + 1) * SECOND)
        self.hide(path)
        lines = [replay.sample((samples + 1) * SECOND)]
        self.show(path)
        return [*lines, *(replay.sample((samples + further) * SECOND) for further in (2, 3))]

    def test_a_file_of_the_process(self):
        self.hide("proc/62/stat")
        replay = self.replay(62)
        self.expect(replay.sample(SECOND), cores=None)
        self.assertEqual(replay.troubles, ["stat: Too many levels of symbolic links"])
        self.show("proc/62/stat")
        replay.sample(2 * SECOND)
        self.tree.process(62, ticks=50)
        self.expect(replay.sample(3 * SECOND), cores=0.5)

    def test_a_file_of_the_cgroup(self):
        """All of its files are opened again after 64 samples, and then not for long."""
        self.assertEqual([line["cgroup_memory"] for line in self.after_a_look_without("sys/fs/cgroup/vm/memory.current", 64)],
                         [None, 5000, 5000])

    def test_descriptors(self):
        self.assertEqual([line["tap"] for line in self.after_a_look_without("proc/62/fd")], [None, "tap0", "tap0"])

    def test_processes_of_the_cgroup(self):
        self.assertEqual([line["cgroup_memory"] for line in self.after_a_look_without("sys/fs/cgroup/vm/cgroup.procs")],
                         [None, 5000, 5000])


class Memory(Test):
    def memory(self, pages, vsize, rss_kb, huge_kb):
        self.tree.file("proc/7/statm", f"{vsize // 4096} {pages} 10 1 0 100 0\n")
        self.tree.file("proc/7/status", f"Name:\tqemu\nVmRSS:\t{rss_kb} kB\nHugetlbPages:\t{huge_kb} kB\n")
        stat = self.tree.root / "proc/7/stat"
        self.tree.file("proc/7/stat", stat.read_text().replace(" 100000000 ", f" {vsize} ").replace(" 200000000 ", f" {vsize} "))

    def test_status_is_read_when_the_address_space_changes(self):
        """statm has the resident memory in pages. The first sample and the ones after 1, 2 and 4 others read status too."""
        self.tree.process(7)
        self.memory(1000, 100000000, 4000, 0)
        replay = self.replay(7)
        for second in range(1, 6):
            self.expect(replay.sample(second * SECOND), rss=4000 * 1024, hugetlb=0)
        self.memory(1001, 100000000, 1, 1)
        self.expect(replay.sample(6 * SECOND), rss=1001 * os.sysconf("SC_PAGESIZE"), hugetlb=0)
        # Memory of hugetlbfs comes with more address space, and status is read as long as there is some.
        self.memory(1002, 200000000, 4008, 2048)
        self.expect(replay.sample(7 * SECOND), rss=4008 * 1024, hugetlb=2048 * 1024)
        self.memory(1003, 200000000, 4012, 4096)
        self.expect(replay.sample(8 * SECOND), rss=4012 * 1024, hugetlb=4096 * 1024)


class Network(Test):
    def setUp(self):
        super().setUp()
        self.tree.process(7)

    def test_all_taps_count(self):
        """Two TAPs, the first of them with two queues; later a third, whose counters are no burst."""
        self.tree.descriptors(7, {3: VM, 4: "tap:tap0", 5: "tap:tap0", 6: "tap:tap1"})
        self.tree.interfaces("proc/7/net/dev", tap0=(1000, 100), tap1=(5000, 500), other=(9, 9))
        replay = self.replay(7)
        replay.sample(SECOND)
        self.tree.interfaces("proc/7/net/dev", tap0=(1000, 200), tap1=(405000, 500), other=(9999, 9999))
        line = replay.sample(2 * SECOND)
        self.expect(line, tap="tap0", net_out_bytes_per_second=400000.0, net_in_bytes_per_second=100.0)
        self.assertEqual([(tap["tap"], tap["net_out_bytes_per_second"], tap["net_in_bytes_per_second"])
                          for tap in line["taps"]], [("tap0", 0, 100), ("tap1", 400000, 0)])
        self.tree.descriptors(7, {8: "tap:tap2"})
        self.tree.interfaces("proc/7/net/dev", tap0=(1000, 200), tap1=(405000, 500), tap2=(10**9, 0))
        self.expect(replay.sample(3 * SECOND), net_out_bytes_per_second=None)
        self.tree.interfaces("proc/7/net/dev", tap0=(1000, 200), tap1=(405000, 500), tap2=(10**9 + 7, 0))
        replay.sample(4 * SECOND)
        self.tree.interfaces("proc/7/net/dev", tap0=(1000, 200), tap1=(405000, 500), tap2=(10**9 + 14, 0))
        self.expect(replay.sample(5 * SECOND), net_out_bytes_per_second=7.0)
        # A TAP that is missing in the list makes the sum unknown.
        self.tree.interfaces("proc/7/net/dev", tap0=(1000, 200), tap2=(10**9 + 21, 0))
        for time in range(6, 10):
            self.expect(replay.sample(time * SECOND), net_out_bytes_per_second=None)

    def test_sys_of_another_network(self):
        """/sys shows the network in which it was mounted: a TAP of the same name there is not this one."""
        self.tree.descriptors(7, {3: VM, 4: "tap:tap0"})
        self.tree.interface("tap0", 777, 777)
        self.tree.interfaces("proc/7/net/dev", tap0=(1000, 0))
        replay = self.replay(7)
        replay.sample(SECOND)
        self.tree.interface("tap0", 999777, 999777)
        self.tree.interfaces("proc/7/net/dev", tap0=(1500, 0))
        self.expect(replay.sample(2 * SECOND), net_out_bytes_per_second=500.0, net_in_bytes_per_second=0.0)

    def test_sys_of_another_network_that_is_idle_too(self):
        """Counters of 0 agree with those of any TAP that was never used."""
        self.tree.descriptors(7, {3: VM, 4: "tap:tap0"})
        self.tree.interface("tap0", 0, 0)
        self.tree.interfaces("proc/7/net/dev", tap0=(0, 0))
        replay = self.replay(7)
        for time in range(1, 6):
            replay.sample(time * SECOND)
        self.tree.interfaces("proc/7/net/dev", tap0=(500, 0))
        self.expect(replay.sample(6 * SECOND), net_out_bytes_per_second=500.0)

    def test_sys_that_agrees_tells_a_tap_from_a_later_one(self):
        self.tree.descriptors(7, {3: VM, 4: "tap:tap0"})
        self.tree.interface("tap0", 1000, 10, index=5)
        self.tree.interfaces("proc/7/net/dev", tap0=(1000, 10))
        replay = self.replay(7)
        replay.sample(SECOND)
        self.tree.interface("tap0", 3000, 10, index=5)
        self.tree.interfaces("proc/7/net/dev", tap0=(3000, 10))
        self.expect(replay.sample(2 * SECOND), net_out_bytes_per_second=2000.0, net_out_dropped_per_second=0.0)
        self.tree.interface("tap0", 9000, 10, index=6)
        self.tree.interfaces("proc/7/net/dev", tap0=(9000, 10))
        self.expect(replay.sample(3 * SECOND), net_out_bytes_per_second=None)

    def test_the_first_traffic_is_seen_when_sys_is_used_from_then_on(self):
        """/sys has the number of the interface, which the list does not have: the TAP is the same."""
        self.tree.descriptors(7, {3: VM, 4: "tap:tap0"})
        self.tree.interface("tap0", 0, 0)
        self.tree.interfaces("proc/7/net/dev", tap0=(0, 0))
        replay = self.replay(7)
        replay.sample(SECOND)
        replay.sample(2 * SECOND)
        # It looks again in this sample.
        self.tree.interface("tap0", 500, 0)
        self.tree.interfaces("proc/7/net/dev", tap0=(500, 0))
        self.expect(replay.sample(3 * SECOND), net_out_bytes_per_second=500.0)

    def test_a_restart_is_not_hidden_by_the_traffic_after_it(self):
        """A counter fell, and is above its earlier value in the next sample: 4,000 since the first sample would be wrong if the
        TAP was made again, and 4,800 since the second one if only that was damaged."""
        self.tree.descriptors(7, {3: VM, 4: "tap:tap0"})
        replay = None
        for second, received, expected in ((1, 1000, None), (2, 200, None), (3, 5000, None), (4, 5700, 700.0), (5, 100, None),
                                           (6, 150, 50.0)):
            self.tree.interfaces("proc/7/net/dev", tap0=(received, 0))
            replay = replay or self.replay(7)
            self.expect(replay.sample(second * SECOND), net_out_bytes_per_second=expected)

    def test_a_new_name_without_an_index_for_one_sample(self):
        """No counter fell, so it is the same TAP when its index is known again: the growth of two seconds."""
        replay = None
        for second, name, index, received, expected in ((1, "tap0", 5, 1000, None), (2, "tap1", None, 1500, None),
                                                        (3, "tap1", 5, 2500, 750.0)):
            self.tree.descriptors(7, {3: VM, 4: f"tap:{name}"})
            self.tree.interface(name, received, 0, index=index)
            if index is None:
                self.tree.remove(f"sys/class/net/{name}/ifindex")
            self.tree.interfaces("proc/7/net/dev", **{name: (received, 0)})
            replay = replay or self.replay(7)
            self.expect(replay.sample(second * SECOND), net_out_bytes_per_second=expected)

    def test_a_tap_without_an_index_is_not_the_one_before_it(self):
        """/sys shows the TAP. Then it is made again, and without traffic only the list counts. Then /sys shows the new one."""
        self.tree.descriptors(7, {3: VM, 4: "tap:tap0"})
        replay = None
        for second, index, received, expected in ((1, 5, 1000, None), (2, 6, 0, None), (3, 6, 500, 500.0)):
            self.tree.interface("tap0", received, 0, index=index)
            self.tree.interfaces("proc/7/net/dev", tap0=(received, 0))
            replay = replay or self.replay(7)
            self.expect(replay.sample(second * SECOND), net_out_bytes_per_second=expected)

    def test_a_macvtap_counts_as_its_guest_does(self):
        """Its index is in its path and in /sys, whose counters are of another interface if the index there is another."""
        self.tree.link("sys/class/macvtap/tap5", "../../devices/virtual/net/macvtap0/macvtap/tap5")
        self.tree.descriptors(7, {3: VM, 4: "/dev/tap5", 5: "/dev/tap5", 6: "/dev/tap6", 8: "tap:tap0"})
        self.tree.interfaces("proc/7/net/dev", macvtap0=(1000, 500), tap0=(10, 20))
        self.tree.interface("macvtap0", 1000, 500, index=6)
        replay = self.replay(7)
        replay.sample(SECOND)
        self.tree.interfaces("proc/7/net/dev", macvtap0=(1100, 800), tap0=(17, 20))
        line = replay.sample(2 * SECOND)
        self.expect(line, net_out_bytes_per_second=307.0, net_in_bytes_per_second=100.0)
        self.assertEqual({tap["tap"]: tap["net_out_bytes_per_second"] for tap in line["taps"]}, {"macvtap0": 300, "tap0": 7})
        # Named by the option.
        replay = self.replay(7, "--tap", "macvtap0")
        replay.sample(SECOND)
        self.tree.interfaces("proc/7/net/dev", macvtap0=(1101, 1300), tap0=(900, 900))
        self.expect(replay.sample(2 * SECOND), net_out_bytes_per_second=500.0, net_in_bytes_per_second=1.0)

    def test_a_tap_that_is_not_in_the_network_of_its_process(self):
        """The reader's network has an interface of its name, which may be another machine's: unless it is not known that there
        are two networks, the numbers are unknown."""
        self.tree.descriptors(7, {3: VM, 4: "tap:tap0"})
        self.tree.interfaces("proc/7/net/dev", lo=(5, 5))
        for networks, expected in (("two", None), ("unknown", 300.0)):
            with self.subTest(networks):
                (self.tree.root / "proc/7/ns/net").unlink()
                if networks == "two":
                    self.tree.file("proc/7/ns/net", "another")
                self.tree.interfaces("proc/1/net/dev", tap0=(1000, 10))
                replay = self.replay(7)
                replay.sample(SECOND)
                self.tree.interfaces("proc/1/net/dev", tap0=(1300, 10))
                self.expect(replay.sample(2 * SECOND), net_out_bytes_per_second=expected)


MONITOR = """
import ctypes, fcntl, os, struct, subprocess, sys
libc = ctypes.CDLL(None)
home = os.open("/proc/self/ns/net", os.O_RDONLY)
held, frame = {}, bytes.fromhex("ffffffffffff02000000000188b5").ljust(1000, b"x")
def ip(*words):
    subprocess.run(["ip", *words], check=True)
def tap(key, name):
    held[key] = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(held[key], 0x400454ca, struct.pack("16sH22x", name.encode(), 0x1002))
    ip("link", "set", name, "up")
def macvtap(key, name):
    # A pair of interfaces carries it. IPv6 would send packets of its own.
    ip("link", "add", "below", "type", "veth", "peer", "name", "other")
    ip("link", "add", "link", "below", "name", name, "type", "macvtap", "mode", "bridge")
    for one in ("below", "other", name):
        open(f"/proc/sys/net/ipv6/conf/{one}/disable_ipv6", "w").write("1")
        ip("link", "set", one, "up")
    node = "/dev/tap" + open("/proc/net/dev_mcast").read().split(name)[0].split()[-1]
    held[key] = os.open(node, os.O_RDWR | os.O_NONBLOCK)
    held[key + "'"] = os.open(node, os.O_RDWR | os.O_NONBLOCK)
def send(key, count, header=b""):
    for _ in range(int(count)):
        os.write(held[key], header + frame)
def receive(name, count):
    import socket
    sender = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
    sender.bind((name, 0x88b5))
    for _ in range(int(count)):
        sender.send(frame)
def move(where):
    assert libc.unshare(0x40000000) == 0 if where == "away" else libc.setns(home, 0) == 0
print("ready", flush=True)
for order in sys.stdin:
    word, *words = order.split()
    {"tap": tap, "macvtap": macvtap, "send": send, "move": move, "ip": ip, "receive": receive,
     "frames": lambda key, count: send(key, count, bytes(10))}[word](*words)
    print("done", flush=True)
"""


@unittest.skipUnless(os.geteuid() == 0 and os.path.exists("/dev/net/tun") and shutil.which("ip"), "no TAP is to be had")
class RealNetwork(Test):
    def setUp(self):
        super().setUp()
        self.name = f"vmc{os.getpid() % 10**6}"
        self.monitor = subprocess.Popen([sys.executable, "-c", MONITOR], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.monitor.communicate)
        self.assertEqual(self.monitor.stdout.readline(), "ready\n")

    def tell(self, *orders):
        for order in orders:
            self.monitor.stdin.write(f"{order}\n")
            self.monitor.stdin.flush()
            if self.monitor.stdout.readline() != "done\n":
                self.skipTest(f"{order}: {self.monitor.stderr.read()}")

    def measure(self, *orders, lines=3):
        """The lines before the orders, and after them; and the messages."""
        host = subprocess.Popen([HOST, "--pid", str(self.monitor.pid), "--interval", "0.3", "--count", "0"],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(host.communicate)
        self.addCleanup(host.kill)
        seen = [json.loads(host.stdout.readline()) for _ in range(3)]
        self.tell(*orders)
        seen += [json.loads(host.stdout.readline()) for _ in range(lines)]
        host.kill()
        return seen, host.communicate()[1]

    def packets(self, lines, wanted, way="out"):
        """A rate is over the time between two readings of the interfaces, which differs a little from the line's on a machine
        that is busy with other things."""
        found = sum((line[f"net_{way}_packets_per_second"] or 0) * line["elapsed_ms"] / 1000 for line in lines)
        self.assertAlmostEqual(found, wanted, delta=max(3, 0.04 * wanted))

    def test_a_tap_that_was_made_in_another_network(self):
        """The process made its TAP and went to a network of its own, where another program's TAP has the same name: the
        process's own counts."""
        self.tell(f"tap mine {self.name}", "move away", f"ip tuntap add {self.name} mode tap", f"ip link set {self.name} up")
        seen, _ = self.measure("send mine 300")
        self.assertEqual({line["tap"] for line in seen}, {self.name})
        self.packets(seen, 300)

    def test_two_taps_of_one_name(self):
        """In two networks: both count, and each is a series of its own."""
        self.tell(f"tap one {self.name}", "move away", f"tap other {self.name}")
        seen, messages = self.measure("send one 300", "send other 50")
        self.assertEqual([tap["tap"] for tap in seen[-1]["taps"]], [self.name] * 2)
        self.packets(seen, 350)
        self.assertEqual(messages, "")
        done = subprocess.run([HOST, "--pid", str(self.monitor.pid), "--interval", "0.05", "--format", "prometheus"],
                              capture_output=True, text=True, check=True)
        series = dict(re.findall(r'_transmit_packets_total{.*device="%s".*netns="(\d+)".*} (\d+)' % self.name, done.stdout))
        self.assertEqual(sorted(int(count) // 10 for count in series.values()), [5, 30])

    def test_a_tap_in_a_third_network(self):
        """It is in neither the program's network nor the process's own, which have TAPs of its name: said once, and its
        numbers are unknown."""
        for home in (False, True):
            self.tell("move away", f"tap mine {self.name}", "move home" if home else "move away",
                      f"ip tuntap add {self.name} mode tap", f"ip link set {self.name} up")
            if home:
                self.addCleanup(subprocess.run, ["ip", "link", "delete", self.name], check=True)
            seen, messages = self.measure("send mine 300")
            self.assertEqual({line["tap"] for line in seen}, {self.name})
            self.assertEqual({line["net_out_bytes_per_second"] for line in seen}, {None})
            self.assertEqual(messages, f"vmmetrics-host: process {self.monitor.pid}: tap: it is in a network that neither the "
                             "process nor this program is in\n")

    def test_a_tap_that_gets_another_name(self):
        """Its index stays, and no line is without its traffic."""
        self.tell(f"tap mine {self.name}", "send mine 100")
        seen, _ = self.measure("send mine 100", f"ip link set {self.name} down", f"ip link set {self.name} name {self.name}x",
                               f"ip link set {self.name}x up", "send mine 200", lines=8)
        self.assertEqual({line["tap"] for line in seen}, {self.name, f"{self.name}x"})
        self.assertNotIn(None, [line["net_out_bytes_per_second"] for line in seen])
        self.packets(seen, 300)

    def test_a_macvtap(self):
        """An interface that counts as its guest does, of two queues: in another network than /sys shows, and beside a TAP."""
        self.tell("move away", f"macvtap mine {self.name}")
        seen, messages = self.measure("frames mine 300", "receive other 40")
        self.assertEqual((seen[-1]["tap"], "taps" in seen[-1]), (self.name, False))
        self.packets(seen, 300)
        self.packets(seen, 40, "in")
        self.assertEqual(messages, "")
        self.tell("tap another vmc")
        seen, _ = self.measure("frames mine 300", "send another 500")
        self.assertEqual({tap["tap"] for tap in seen[-1]["taps"]}, {self.name, "vmc"})
        self.packets(seen, 800)
        self.packets(seen, 0, "in")

    def test_the_kernel_and_files_say_the_same(self):
        """Of a TAP in the reader's network the kernel is asked; with --proc and --sys, files are read."""
        self.tell(f"tap mine {self.name}", "send mine 300")
        ways = ([], ["--proc", "/proc/.", "--sys", "/sys/."])
        for _ in range(10):
            asked, read, again = (self.network(self.monitor.pid, *ways[i]) for i in (0, 1, 0))
            if asked == again:
                break
        self.assertEqual(asked, read)
        self.assertEqual(len(asked), 6)
        self.assertIn("300000", [line.split()[-1] for line in asked])
        self.assertEqual([self.reads_files(self.monitor.pid, *options) for options in ways], [False, True])

    @staticmethod
    def network(pid, *options):
        done = subprocess.run([HOST, "--pid", str(pid), "--interval", "0.1", "--count", "1", "--format", "prometheus", *options],
                              capture_output=True, text=True, check=True)
        return [line for line in done.stdout.splitlines() if line.startswith("vmmetrics_vm_network")]

    @staticmethod
    def reads_files(pid, *options):
        with subprocess.Popen([HOST, "--pid", str(pid), "--interval", "0.1", "--count", "0", *options],
                              stdout=subprocess.PIPE) as host:
            host.stdout.readline()
            names = [os.readlink(path) for path in pathlib.Path(f"/proc/{host.pid}/fd").iterdir()]
            host.kill()
        return any("/net/" in name for name in names)


WRITER = """
import os, sys, time
disks = [os.open(path, os.O_RDWR) for path in sys.argv[1:]]
print("ready", flush=True)
while True:
    os.pwrite(disks[-1], bytes(1 << 20), 0)
    os.fsync(disks[-1])
    time.sleep(0.05)
"""


@unittest.skipUnless(os.geteuid() == 0 and shutil.which("losetup"), "no loop device is to be had")
class RealDisk(Test):
    def setUp(self):
        super().setUp()
        (self.folder / "image").write_bytes(bytes(8 << 20))
        done = subprocess.run(["losetup", "--find", "--show", self.folder / "image"], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            self.skipTest(done.stderr)
        self.device = done.stdout.strip()
        self.addCleanup(subprocess.run, ["losetup", "--detach", self.device], check=True)

    def node(self, name, number):
        os.mknod(self.folder / name, 0o60600, number)
        return self.folder / name

    def written(self, *paths):
        """The line about a process that holds these devices and writes to the last of them."""
        with subprocess.Popen([sys.executable, "-c", WRITER, *paths], stdout=subprocess.PIPE, text=True) as writer:
            try:
                if writer.stdout.readline() != "ready\n":
                    self.skipTest("a device may not be opened in this folder")
                host = subprocess.run([HOST, "--pid", str(writer.pid), "--interval", "1"], capture_output=True, text=True,
                                      check=True)
            finally:
                writer.kill()
        line = json.loads(host.stdout)
        self.expect(line, disk_from="descriptors")
        self.assertGreater(line["disk_write_bytes_per_second"], 1 << 20)
        return line

    def test_a_loop_device_under_another_name(self):
        """As in a jail, the node has another name: its number tells, not its path."""
        line = self.written(self.node("rootfs", os.stat(self.device).st_rdev))
        self.expect(line, disk=os.path.basename(self.device))

    @unittest.skipUnless(shutil.which("addpart"), "there is no addpart")
    def test_a_partition_beside_its_disk(self):
        done = subprocess.run(["addpart", self.device, "1", "2048", "8192"], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            self.skipTest(done.stderr)
        self.addCleanup(subprocess.run, ["delpart", self.device, "1"], check=True)
        name = os.path.basename(self.device)
        major, minor = pathlib.Path(f"/sys/class/block/{name}p1/dev").read_text().split(":")
        line = self.written(self.device, self.node("part", os.makedev(int(major), int(minor))))
        self.assertEqual((line["disk"], "disks" in line), (name, False))


class Disk(Test):
    def setUp(self):
        super().setUp()
        self.tree.process(7)

    def test_block_devices_that_it_may_write_to(self):
        """One is open twice, another only for reading, and one has a slash in its name."""
        self.tree.disk("dm-3", "253:3", 0, 0)
        self.tree.disk("sdb", "8:16", 0, 0)
        self.tree.disk("cciss!c0d0", "104:0", 0, 0)
        self.tree.descriptors(7, {3: VM, 4: "/dev/dm-3", 5: "/dev/dm-3", 6: "/dev/cciss/c0d0", 7: "/dev/null", 8: "/a/file"})
        self.tree.descriptors(7, {9: "/dev/sdb"}, mode="00")
        replay = self.replay(7)
        replay.sample(SECOND)
        self.tree.disk("dm-3", "253:3", 4096, 215 * 2**20)
        self.tree.disk("cciss!c0d0", "104:0", 8192, 0)
        self.tree.disk("sdb", "8:16", 2**30, 2**30)
        line = replay.sample(2 * SECOND)
        self.expect(line, disk_from="descriptors", disk_write_bytes_per_second=float(215 * 2**20),
                    disk_read_bytes_per_second=12288.0, disk_reads_per_second=3.0)
        self.assertEqual(sorted(line["disks"]), ["cciss/c0d0", "dm-3"])

    def test_a_disk_by_its_name(self):
        self.tree.disk("cciss!c0d0", "104:0", 0, 0)
        for name in ("cciss/c0d0", "/dev/cciss/c0d0"):
            self.tree.disk("cciss!c0d0", "104:0", 0, 0)
            replay = self.replay(7, "--disk", name)
            replay.sample(SECOND)
            self.tree.disk("cciss!c0d0", "104:0", 4096, 0)
            self.expect(replay.sample(2 * SECOND), disk="cciss/c0d0", disk_from="option",
                        disk_read_bytes_per_second=4096.0)

    def test_a_disk_on_another_is_not_counted_twice(self):
        self.tree.disk("sda", "8:0", 0, 0)
        self.tree.disk("dm-0", "253:0", 0, 0, below=["sda"])
        self.tree.descriptors(7, {3: VM, 4: "/dev/dm-0", 5: "/dev/sda"})
        replay = self.replay(7)
        replay.sample(SECOND)
        for name, number in (("sda", "8:0"), ("dm-0", "253:0")):
            self.tree.disk(name, number, 0, 4096 * 1000)
        self.expect(replay.sample(2 * SECOND), disk_write_bytes_per_second=4096000.0)

    def test_disks_that_count_the_same_traffic(self):
        """Each is held, and each grows by a million bytes; a disk that the process does not hold lies below some of them."""
        devices = {"sda": "8:0", "sda1": "8:1", "sda2": "8:2", "sdb": "8:16", "sdb1": "8:17", "dm-0": "253:0", "dm-1": "253:1"}
        partition = {name: name[:3] for name in ("sda1", "sda2", "sdb1")}
        for held, below, millions in ((("sda", "sda1"), {}, 1), (("sda1", "sda"), {}, 1), (("sda1", "sda2"), {}, 2),
                                      (("sda1", "sdb"), {}, 2), (("sda", "sda1", "sda2", "sdb", "sdb1"), {}, 2),
                                      # On a partition whose disk is held, and on another volume.
                                      (("dm-0", "sda"), {"dm-0": ["sda1"]}, 1), (("dm-0", "sda1"), {"dm-0": ["sda1"]}, 1),
                                      (("dm-0", "sda2"), {"dm-0": ["sda1"]}, 2),
                                      (("dm-1", "sda"), {"dm-1": ["dm-0"], "dm-0": ["sda1"]}, 1),
                                      (("dm-1", "dm-0"), {"dm-1": ["dm-0"], "dm-0": ["sda1"]}, 1),
                                      # A part of its traffic only.
                                      (("dm-0", "sda"), {"dm-0": ["sda", "sdb"]}, None),
                                      (("dm-0", "sda", "sdb"), {"dm-0": ["sda1", "sdb"]}, 2)):
            with self.subTest(held=held, below=below):
                self.tree.remove("sys/class/block")
                self.tree.remove("proc/7/fd")
                for name, number in devices.items():
                    self.tree.disk(name, number, 0, 0, below=below.get(name, ()), of=partition.get(name))
                self.tree.descriptors(7, {3: VM, **{4 + n: f"/dev/{name}" for n, name in enumerate(held)}})
                replay = self.replay(7)
                replay.sample(SECOND)
                said = list(replay.troubles)
                for name, number in devices.items():
                    self.tree.disk(name, number, 0, 4096 * 250, of=partition.get(name))
                self.expect(replay.sample(2 * SECOND), disk_write_bytes_per_second=millions and millions * 1024000.0)
                self.assertEqual(said, [] if millions else [
                    "disk: a disk lies on others, and some of them may count its traffic too"])

    def io_stat(self, *rows):
        self.tree.cgroup("/vm", io__stat="".join(
            f"{number} rbytes={read} wbytes=0 rios={read // 1000} wios=0 dbytes=0 dios=0\n" for number, read in rows))

    def growth(self, first, second, **expected):
        """What is said between two texts of io.stat."""
        self.io_stat(*first)
        replay = self.replay(7)
        replay.sample(SECOND)
        self.io_stat(*second)
        line = replay.sample(2 * SECOND)
        self.expect(line, **expected)
        return replay

    def test_a_device_of_the_cgroup_that_is_gone(self):
        """Never the difference of two sums: 199,412."""
        replay = self.growth([("8:0", 1000000), ("8:16", 500000)], [("8:0", 1700000)], disk_from="cgroup",
                             disk_read_bytes_per_second=None)
        self.io_stat(("8:0", 1700500))
        self.expect(replay.sample(3 * SECOND), disk_read_bytes_per_second=500.0)

    def test_a_row_of_the_cgroup_that_is_torn_once(self):
        self.io_stat(("8:0", 1000), ("8:16", 500000))
        replay = self.replay(7)
        replay.sample(SECOND)
        text = "8:0 rbytes=2000 wbytes=0 rios=2 wios=0 dbytes=0 dios=0\n8:16 rbytes=5000"
        self.tree.cgroup("/vm", io__stat=text)
        self.expect(replay.sample(2 * SECOND), disk_read_bytes_per_second=None)
        self.io_stat(("8:0", 3000), ("8:16", 500100))
        # Nothing is lost: the growth of two seconds.
        self.expect(replay.sample(3 * SECOND), disk_read_bytes_per_second=1050.0)
        self.io_stat(("8:0", 4000), ("8:16", 500200))
        self.expect(replay.sample(4 * SECOND), disk_read_bytes_per_second=1100.0)

    def test_a_device_of_the_cgroup_on_another(self):
        self.tree.disk("sda", "8:0", 0, 0)
        self.tree.disk("dm-0", "253:0", 0, 0, below=["sda"])
        self.growth([("253:0", 5), ("8:0", 5)], [("253:0", 1000005), ("8:0", 1000005)], disk_read_bytes_per_second=1000000.0)

    def test_a_row_of_the_cgroup_that_is_torn_in_each_sample(self):
        """A sum that lacks a row is unknown, however often it is missing."""
        for time in range(1, 6):
            text = f"8:0 rbytes={time}000 wbytes=0 rios=2 wios=0 dbytes=0 dios=0\n8:16 rbytes=5000"
            self.tree.cgroup("/vm", io__stat=text)
            if time == 1:
                replay = self.replay(7)
            self.expect(replay.sample(time * SECOND), disk_read_bytes_per_second=None)

    def test_kinds_of_devices_of_the_cgroup(self):
        """/proc/devices tells: 253 is device mapper's, 254 a disk's, and a loop device may lie on a disk."""
        for first, second, expected in (([("253:0", 5)], [("253:0", 1005)], 1000.0),
                                        ([("253:0", 5), ("254:0", 5)], [("253:0", 1005), ("254:0", 1505)], 1500.0),
                                        ([("254:0", 5), ("254:16", 5)], [("254:0", 1005), ("254:16", 1505)], 2500.0),
                                        ([("7:0", 5), ("8:0", 5)], [("7:0", 1005), ("8:0", 1505)], None),
                                        ([("7:0", 5), ("8:0", 5)], [("7:0", 5), ("8:0", 1505)], 1500.0),
                                        # A path of NVMe multipath, and a device whose first traffic comes.
                                        ([("(unknown)", 5), ("8:0", 5)], [("(unknown)", 905), ("8:0", 905)], 900.0),
                                        ([("8:16", 0), ("8:0", 5)], [("8:16", 100), ("8:0", 105)], 200.0)):
            self.growth(first, second, disk_from="cgroup", disk_read_bytes_per_second=expected)
        # Without /proc/devices 254 may be device mapper's.
        self.tree.remove("proc/devices")
        self.growth([("254:0", 5), ("8:0", 5)], [("254:0", 1005), ("8:0", 1005)], disk_read_bytes_per_second=None)

    def test_the_total_of_the_cgroup_has_each_device_once(self):
        """In a format with counters: dm-0 lies on sda."""
        self.io_stat(("253:0", 500), ("8:0", 600), ("8:16", 70))
        done = subprocess.run([HOST, "--root", self.tree.root, "--pid", "7", "--interval", "0.05", "--format", "prometheus"],
                              capture_output=True, text=True, check=True)
        self.assertRegex(done.stdout, r"\nvmmetrics_vm_cgroup_read_bytes_total\{.*\} 670\n")

    def test_version_1_has_two_files(self):
        folder = self.folder / "blkio"
        folder.mkdir()

        def write(read, reads):
            for name, numbers in (("bytes", read), ("d", reads)):
                (folder / f"blkio.throttle.io_service{name if name == 'd' else '_' + name}_recursive").write_text(
                    f"8:0 Read {numbers}\n8:0 Write 0\n8:0 Sync 0\n8:0 Async 0\n8:0 Discard 0\n8:0 Total {numbers}\n"
                    f"Total {numbers}\n")
        write(1000, 1)
        replay = self.replay(7, "--cgroup", folder)
        replay.sample(SECOND)
        write(9000, 3)
        self.expect(replay.sample(2 * SECOND), disk_from="cgroup", disk_read_bytes_per_second=8000.0,
                    disk_reads_per_second=2.0)

    def test_without_a_row_in_the_cgroup_the_process_tells(self):
        self.tree.process(7, read_bytes=0, write_bytes=0)
        self.io_stat()
        replay = self.replay(7)
        replay.sample(SECOND)
        self.tree.process(7, read_bytes=4096, write_bytes=215 * 2**20)
        self.expect(replay.sample(2 * SECOND), disk_from="process", disk_write_bytes_per_second=float(215 * 2**20),
                    disk_read_bytes_per_second=4096.0, disk_writes_per_second=None)


class Cgroup(Test):
    def test_another_machine_in_it(self):
        """Two machines share a cgroup, so its numbers belong to neither of them and are null in both lines."""
        for pid in (7, 8):
            self.tree.process(pid, "firecracker")
        self.tree.process(9, "bash")
        self.tree.cgroup("/vm", memory__current="5000\n", cgroup__procs="7\n9\n")
        self.expect(self.replay(7).sample(SECOND), cgroup_machines=1, cgroup_memory=5000)
        self.tree.cgroup("/vm", cgroup__procs="7\n8\n9\n")
        self.expect(self.replay(7).sample(SECOND), cgroup_machines=2, cgroup_memory=None)
        self.expect(self.replay(8).sample(SECOND), cgroup_machines=2, cgroup_memory=None)
        # Also where the cgroup does not list its processes.
        (self.tree.root / "sys/fs/cgroup/vm/cgroup.procs").unlink()
        _, lines, _ = self.host("--all")
        self.assertEqual([(line["cgroup_machines"], line["cgroup_memory"]) for line in lines], [(2, None)] * 2)

    def test_a_controller_that_is_turned_on(self):
        """Soon after the beginning its files are found with the next look, and else after 1,024 samples at last."""
        self.tree.process(7)
        self.tree.cgroup("/vm", cpu__stat="usage_usec 1\n")
        replay = self.replay(7)
        self.expect(replay.sample(SECOND), cgroup_memory=None)
        self.tree.cgroup("/vm", memory__current="5000\n")
        self.expect(replay.sample(2 * SECOND), cgroup_memory=5000, cgroup_memory_peak=None)
        for second in range(3, 70):
            replay.sample(second * SECOND)
        self.tree.cgroup("/vm", memory__peak="6000\n")
        found = next(second for second in range(70, 1100) if replay.sample(second * SECOND)["cgroup_memory_peak"] == 6000)
        self.assertLess(found, 70 + 1024)

    def test_a_cgroup_that_was_made_again_under_its_path(self):
        """cpu.max is opened for each sample: it is another file by now, and so is all else, which is still open."""
        self.tree.process(7)
        self.tree.cgroup("/vm", cpu__stat="usage_usec 1000000\n", cpu__max="max 100000\n", memory__current="5000\n")
        replay = self.replay(7)
        for second in range(1, 71):
            self.expect(replay.sample(second * SECOND), cgroup_memory=5000)
        self.tree.remove("sys/fs/cgroup/vm")
        self.tree.cgroup("/vm", cpu__stat="usage_usec 3000000\n", cpu__max="200000 100000\n", memory__current="7000\n")
        self.expect(replay.sample(71 * SECOND), cgroup_limit_ratio=None)
        self.expect(replay.sample(72 * SECOND), cgroup_memory=7000, cgroup_cores=None)
        self.tree.cgroup("/vm", cpu__stat="usage_usec 3500000\n")
        self.expect(replay.sample(73 * SECOND), cgroup_memory=7000, cgroup_cores=0.5, cgroup_limit_ratio=0.25)

    def test_the_machine_moves_to_another(self):
        self.tree.process(7)
        self.tree.cgroup("/vm", cpu__stat="usage_usec 1000000\n", memory__current="5000\n")
        self.tree.cgroup("/other", cpu__stat="usage_usec 9000000\n", memory__current="7000\n")
        replay = self.replay(7)
        for time in range(1, 12):
            replay.sample(time * SECOND)
        self.tree.file("proc/7/cgroup", "0::/other\n")
        self.expect(replay.sample(12 * SECOND), cgroup_cores=None, cgroup_memory=7000)
        self.tree.cgroup("/other", cpu__stat="usage_usec 9500000\n")
        self.expect(replay.sample(13 * SECOND), cgroup_cores=0.5)

    def test_the_whole_of_libvirts(self):
        for name, cgroup in (("/machine.slice/a.scope/libvirt/emulator", "/machine.slice/a.scope"),
                             ("/machine/b.libvirt-qemu/vcpu12", "/machine/b.libvirt-qemu"),
                             ("/libvirt/qemu/c/iothread1", "/libvirt/qemu/c"), ("/x/vcpus", "/x/vcpus")):
            self.tree.process(7, cgroup=name)
            self.tree.cgroup(name, memory__current="1\n")
            self.tree.cgroup(cgroup, memory__current="5000\n")
            self.expect(self.replay(7).sample(SECOND), cgroup_memory=5000)

    def test_the_whole_of_a_threaded_one(self):
        self.tree.process(7, cgroup="/vm/a/b")
        for name, kind in (("/vm", "domain threaded"), ("/vm/a", "threaded"), ("/vm/a/b", "threaded")):
            self.tree.cgroup(name, cgroup__type=f"{kind}\n", memory__current=f"{len(name)}\n")
        self.expect(self.replay(7).sample(SECOND), cgroup_memory=3)

    def test_hybrid(self):
        """Version 2 has a basic cpu.stat of the manager's cgroup; the machine's own time is version 1's."""
        self.tree.process(7)
        self.tree.file("proc/1/mountinfo", "33 32 0:25 / /sys/fs/cgroup/unified rw - cgroup2 c rw\n"
                       "34 32 0:26 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup c rw,cpu,cpuacct\n")
        self.tree.file("proc/7/cgroup", "2:cpu,cpuacct:/machine/vm\n0::/manager\n")
        self.tree.cgroup("/unified/manager", cpu__stat="usage_usec 5000000\nuser_usec 0\nsystem_usec 0\n")
        own = {"cpu__cfs_quota_us": "50000\n", "cpu__cfs_period_us": "100000\n",
               "cpu__stat": "nr_periods 0\nnr_throttled 0\nthrottled_time 0\n"}
        self.tree.cgroup("/cpu,cpuacct/machine/vm", cpuacct__usage="1000000000\n", **own)
        replay = self.replay(7)
        replay.sample(SECOND)
        self.tree.cgroup("/unified/manager", cpu__stat="usage_usec 6030000\nuser_usec 0\nsystem_usec 0\n")
        self.tree.cgroup("/cpu,cpuacct/machine/vm", cpuacct__usage="1250000000\n")
        self.expect(replay.sample(2 * SECOND), cgroup_cores=0.25, cgroup_limit_ratio=0.5)

    def test_readers_own_namespace(self):
        """A container with the host's /proc and /sys: paths are those from its own cgroup, as the kernel prints them."""
        self.tree.process(7, cgroup="/../../vm")
        self.tree.file("proc/1/mountinfo", "33 32 0:25 /../.. /sys/fs/cgroup rw,relatime - cgroup2 c rw\n")
        self.tree.cgroup("/vm", memory__current="5000\n")
        self.expect(self.replay(7).sample(SECOND), cgroup_memory=5000)
        # The reader's own cgroup has no name here.
        for cgroup in ("/../vm", "/vm", "/"):
            self.tree.process(7, cgroup=cgroup)
            self.expect(self.replay(7).sample(SECOND), cgroup_memory=None)

    def test_memory(self):
        self.tree.process(7)
        self.tree.cgroup("/vm", memory__current="5000000\n", memory__peak="9000000\n",
                         memory__stat="anon 1\nfile 2\ninactive_file 1000000\n")
        self.expect(self.replay(7).sample(SECOND), cgroup_memory=5000000, cgroup_memory_peak=9000000,
                    cgroup_working_set=4000000)


def cpu_cgroup():
    """Directories for a cgroup of its own whose CPU time may be limited, and the limit's file; None without such."""
    mounted = dict(re.findall(r"^(?:\S+ ){4}(\S+) .* - (cgroup2? \S+ \S+)$", pathlib.Path("/proc/self/mountinfo").read_text(), re.M))
    version1 = {name: path for path, system in mounted.items() for name in system.split(" ")[2].split(",") if system.startswith("cgroup ")}
    if "cpu" in version1 and "cpuacct" in version1:
        return {pathlib.Path(version1[name]) / f"vmmetrics-limit-{os.getpid()}" for name in ("cpu", "cpuacct")}
    return None


@unittest.skipUnless(os.geteuid() == 0 and cpu_cgroup(), "no cgroup of version 1 is to be had")
class RealLimit(Test):
    def test_a_limit_that_is_changed(self):
        """Long after the beginning a limit of the cgroup is written, and then another: each is seen at once."""
        directories = cpu_cgroup()
        for directory in directories:
            directory.mkdir(exist_ok=True)
            self.addCleanup(directory.rmdir)
        process = subprocess.Popen([sys.executable, "-c", "import os\nwhile True: os.getppid()"])
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        for directory in directories:
            directory.joinpath("cgroup.procs").write_text(str(process.pid))
        host = subprocess.Popen([HOST, "--pid", str(process.pid), "--interval", "0.1", "--count", "0"],
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(host.communicate)
        self.addCleanup(host.kill)
        lines = [json.loads(host.stdout.readline()) for _ in range(10)]
        self.assertIsNone(lines[-1]["cgroup_limit_ratio"])
        for cpus in (4, 3):
            for directory in directories:
                if directory.joinpath("cpu.cfs_quota_us").exists():
                    directory.joinpath("cpu.cfs_quota_us").write_text(str(cpus * 100000))
            line = [json.loads(host.stdout.readline()) for _ in range(3)][-1]
            self.assertAlmostEqual(line["cgroup_limit_ratio"], line["cgroup_cores"] / cpus, delta=1e-4)


class Finding(Test):
    def test_a_machine_is_what_holds_one(self):
        """Whatever it is called; and what is called like one, since QEMU without KVM holds none."""
        for pid, comm, held in ((7, "my-monitor", VM), (8, "kvm", VM), (9, "qemu-kvm", "/dev/null"), (10, "crosvm", VM),
                                (11, "bash", "/dev/kvm"), (12, "qemu-dm-4", "/dev/null"), (13, "kvm-nx-lpage-re", "/a")):
            self.tree.process(pid, comm)
            self.tree.descriptors(pid, {3: held})
        status, lines, errors = self.host("--all")
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual(sorted(line["pid"] for line in lines), [7, 8, 9, 10, 12])

    def test_another_process_of_the_same_number(self):
        """A machine ends, and the next has the number of its process."""
        self.tree.process(7, "firecracker")
        lines = self.folder / "lines"

        def wait():
            """Whether a line comes."""
            begin, ends = lines.stat().st_size, time.monotonic() + 10
            while lines.stat().st_size == begin and time.monotonic() < ends:
                time.sleep(0.05)
            return lines.stat().st_size != begin
        with open(lines, "wb") as output:
            host = subprocess.Popen([HOST, "--root", self.tree.root, "--all", "--interval", "0.2", "--count", "0"],
                                    stdout=output, stderr=subprocess.DEVNULL)
        self.addCleanup(host.wait)
        self.addCleanup(host.kill)
        self.assertTrue(wait())
        self.tree.stat("proc/7/stat", 7, "firecracker", state="Z", threads=1)
        time.sleep(1)
        self.tree.stat("proc/7/stat", 7, "firecracker", start=200)
        self.assertTrue(wait(), "the second machine is not found")

    def test_no_machine(self):
        self.tree.process(7, "bash")
        status, lines, errors = self.host("--all", "--count", "3")
        self.assertEqual((status, lines), (0, []))
        # Once, however many samples there are. Process 1 has no files here.
        self.assertEqual(errors, "vmmetrics-host: --all: no virtual machine among 1 processes: looked for a descriptor "
                         "anon_inode:kvm-vm, and for the names firecracker, cloud-hypervisor, qemu-system-*, qemu-kvm, "
                         "qemu-dm-*, kvm, crosvm\n")

    def test_a_process_that_is_no_machine(self):
        self.tree.process(7, "bash")
        status, lines, errors = self.host("--pid", 7)
        self.assertEqual((status, len(lines)), (0, 1))
        self.assertRegex(errors, "^vmmetrics-host: process 7: no sign of a virtual machine: ")

    def test_files_of_options_that_cannot_be_read_later(self):
        """The option, the path and the reason, once."""
        self.tree.process(7, "firecracker")
        options, reasons = [], []
        for option, reason in (("balloon", "No such file or directory"), ("hypervisor", "No such file or directory"),
                               ("firecracker-metrics", "is a directory")):
            path = self.folder / option
            path.write_text("")
            options += [f"--{option}", path]
            reasons.append(f"vmmetrics-host: --{option} {path}: {reason}\n")
        host = subprocess.Popen([HOST, "--root", self.tree.root, "--pid", "7", "--interval", "0.1", "--count", "0", *options],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        host.stdout.readline()
        for option in ("balloon", "hypervisor", "firecracker-metrics"):
            (self.folder / option).unlink()
        (self.folder / "firecracker-metrics").mkdir()
        for _ in range(5):
            host.stdout.readline()
        host.kill()
        self.assertEqual(sorted(host.communicate()[1].splitlines(True)), sorted(reasons))

    def test_names(self):
        for words, name in ((["fc", "--id", "web-1"], "web-1"), (["qemu", "-name", "guest=db,debug-threads=on"], "db"),
                            (["ch", "--api-socket", "path=/run/box.sock"], "box"), (["fc"], None)):
            self.tree.process(7, "firecracker")
            self.tree.file("proc/7/cmdline", "".join(word + "\0" for word in words))
            self.expect(self.replay(7).sample(SECOND), name=name, process="firecracker")

    def test_many_descriptors_have_a_bound(self):
        """More than are looked at: what they say in sum is unknown, and said."""
        self.tree.process(7, "firecracker")
        self.tree.descriptors(7, {3: VM, 4: "tap:tap0"})
        self.tree.interfaces("proc/7/net/dev", tap0=(1000, 10))
        for number in range(10, 8300):
            os.symlink("anon_inode:[eventfd]", self.tree.root / f"proc/7/fd/{number}")
        replay = self.replay(7)
        replay.sample(SECOND)
        self.expect(replay.sample(2 * SECOND), net_out_bytes_per_second=None, vcpus=None)
        self.assertEqual(replay.troubles, ["fd: too many descriptors, and not all were looked at"])

    def test_roots_apart(self):
        """--proc and --sys in the place of --root."""
        self.tree.process(7, "firecracker")
        self.tree.disk("sda", "8:0", 0, 0)
        self.tree.descriptors(7, {3: VM, 4: "/dev/sda"})
        self.tree.cgroup("/vm", memory__current="5000\n")
        done = subprocess.run([HOST, "--proc", self.tree.root / "proc", "--sys", self.tree.root / "sys", "--all", "--interval",
                               "0.05"], capture_output=True, text=True, check=True)
        self.assertEqual(done.stderr, "")
        self.expect(json.loads(done.stdout), pid=7, disk="sda", cgroup_memory=5000)

    def test_the_id_of_the_machine_below_the_root(self):
        """And none with /proc alone, whose /etc is not there."""
        self.tree.process(7, "firecracker")
        number = "0123456789abcdef" * 2
        self.tree.file("etc/machine-id", f"{number}\n")
        for options, expected in ((["--root", self.tree.root], [number]), (["--proc", self.tree.root / "proc"], [])):
            done = subprocess.run([HOST, *options, "--pid", "7", "--interval", "0.05", "--format", "otel"], capture_output=True,
                                  text=True, check=True)
            self.assertEqual(re.findall(r'"host.id","value":{"stringValue":"(.*?)"', done.stdout), expected)
        # Nothing is waited for.
        self.tree.remove("etc/machine-id")
        os.mkfifo(self.tree.root / "etc/machine-id")
        status, _, errors = self.host("--pid", 7, "--format", "otel")
        self.assertEqual((status, errors), (0, ""))

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("setpriv") and shutil.which("unshare"), "needs root")
    def test_a_proc_that_hides_processes(self):
        """A count that leaves out some is no count: it is said, and the status is 1."""
        command = 'mount -t proc -o hidepid=2 proc /proc || exit 77; ' \
                  'setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; exit $?'
        done = subprocess.run(["unshare", "--mount", "--pid", "--fork", "sh", "-c", command, "sh", HOST, "--all", "--interval",
                               "0.05"], capture_output=True, text=True, check=False)
        if done.returncode in (77, 126, 127):
            self.skipTest("no /proc with hidepid is to be had: " + done.stderr)
        self.assertEqual(done.returncode, 1)
        self.assertIn("--all: /proc hides the processes of other users", done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
