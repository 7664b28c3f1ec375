# SPDX-License-Identifier: MIT
"""The collector of virtual machines: captured moments of real hypervisors, and kinds of hosts that are made up, each with the
numbers that are right."""

import json
import os
import pathlib
import subprocess
import tempfile
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
                self.assertAlmostEqual(line[name], value, delta=max(delta, 1e-6 * abs(value)), msg=name)
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
        self.expect(line, cores=7.36 / seconds, guest_cores=6.05 / seconds, host_cores=1.31 / seconds)
        # In nanoseconds, by the threads: vcpu0 and vcpu1, and all others.
        before, after = (self.run_times("cloud-hypervisor-54.0.0", moment) for moment in ("up", "idle"))
        growth = {number: after[number] - before.get(number, 0) for number in after}
        vcpus = (growth.pop("136") + growth.pop("137")) / 1e9 / seconds
        self.expect(line, vcpu_cores=vcpus)
        self.check_overhead(line, sum(growth.values()) / 1e9 / seconds)
        # The cgroup's io.stat, the process's io and the loop device agree on what was written.
        self.expect(line, disk="loop0", disk_from="descriptors", disk_write_bytes_per_second=6037504 / seconds,
                    disk_read_bytes_per_second=(1016 - 104) * 512 / seconds, disk_writes_per_second=1462 / seconds)
        # What the TAP received, the machine has sent.
        self.expect(line, tap="tap0", net_out_bytes_per_second=(6146 - 3754) / seconds,
                    net_in_bytes_per_second=(6216 - 3824) / seconds)
        self.expect(line, cgroup_memory=100925440, cgroup_memory_peak=105119744, cgroup_working_set=100925440 - 7049216,
                    hugetlb=0, rss=None if line["rss"] is None else line["rss"])

    def check_overhead(self, line, others):
        """What the other threads used, and what the process used and no thread explains: the files of a captured moment
        were read one after another, within a second, and the process's own first."""
        unexplained = line["cores"] - line["vcpu_cores"] - others
        self.assertAlmostEqual(line["overhead_cores"], others + unexplained, 6)

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
        self.assertAlmostEqual(line["cpu_percent"], 100 * (line["vcpu_cores"] + line["overhead_cores"]), 6)

    def test_firecracker(self):
        line, seconds = self.between("firecracker-1.17.0-plain", "up", "idle")
        self.expect(line, pid=134, name="vm-one", process="firecracker", vcpus=2, vcpus_from="descriptors", threads=4,
                    cores=5.2 / seconds, guest_cores=4.24 / seconds, host_cores=0.96 / seconds)
        vcpus = (11028972102 - 9422303439 + 4889758680 - 2755966596) / 1e9
        others = (597391934 - 471258268 + 101055893 - 71599423) / 1e9
        self.expect(line, vcpu_cores=vcpus / seconds)
        self.check_overhead(line, others / seconds)
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


if __name__ == "__main__":
    unittest.main(verbosity=2)
