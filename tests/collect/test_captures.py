# SPDX-License-Identifier: MIT
"""Facts of captured machines of real hypervisors, each with the file that states it: what vmmetrics-parse reads there,
and what must agree between two files. tests/data/captures/PROVENANCE.md says what was captured."""

import datetime
import json
import os
import pathlib
import re
import subprocess
import unittest

DATA = pathlib.Path(__file__).resolve().parents[1] / "data"
PARSE = os.environ.get("VMMETRICS_PARSE", "vmmetrics-parse")
MIB = 1 << 20
CLOUD = "captures/cloud-hypervisor-54.0.0"
PLAIN, JAILED, RESTORED = (f"captures/firecracker-1.17.0-{name}" for name in ("plain", "jailed", "restored"))
LINES = "firecracker-metrics/firecracker-1.17"

# File, format, member, value. A number after the file is a line or a row, a word is the name of a row.
FACTS = (
    # Firecracker: 2 virtual CPUs, 256 MiB, a balloon of 48 MiB and then 8, 64 of 128 MiB plugged in.
    ("firecracker-balloon/firecracker-1.17-machine-config", 0, "balloon", "vcpus", 2),
    ("firecracker-balloon/firecracker-1.17-machine-config", 0, "balloon", "memory_size_bytes", 256 * MIB),
    ("firecracker-balloon/firecracker-1.17-inflated", 0, "balloon", "target_bytes", 48 * MIB),
    ("firecracker-balloon/firecracker-1.17-inflated", 0, "balloon", "actual_bytes", 48 * MIB),
    (f"{PLAIN}/deflated/balloon_statistics.json", 0, "balloon", "actual_bytes", 8 * MIB),
    (f"{PLAIN}/deflated/balloon_statistics.json", 0, "balloon", "total_memory_bytes", 213618688),
    ("firecracker-balloon/firecracker-1.17-hotplug-memory", 0, "balloon", "hotplug_plugged_bytes", 64 * MIB),
    ("firecracker-balloon/firecracker-1.17-hotplug-memory", 0, "balloon", "hotplug_size_bytes", 128 * MIB),
    # Of its second virtual CPU's 934 ticks in user mode, 890 are the guest's.
    (f"{PLAIN}/idle/task/151/stat", 0, "process", "utime_ticks", 934),
    (f"{PLAIN}/idle/task/151/stat", 0, "process", "guest_time_ticks", 890),
    (f"{PLAIN}/idle/task/151/stat", 0, "process", "comm", "fc_vcpu 0"),
    # Its traffic has 12 bytes more for each of 24 frames than the TAP's 6,692 bytes.
    (f"{LINES}-plain", 1, "firecracker", "net_rx_bytes", 6980),
    (f"{LINES}-plain", 1, "firecracker", "net_tx_bytes", 6692 + 24 * 12),
    (f"{LINES}-plain", 1, "firecracker", "net_rx_packets", 24),
    (f"{LINES}-plain", 1, "firecracker", "net_tx_packets", 24),
    # What it read and wrote is what its guest read and wrote, and the writes of each 5 seconds afterwards.
    (f"{LINES}-plain", 1, "firecracker", "block_read_bytes", 3420160),
    (f"{LINES}-plain", 1, "firecracker", "block_write_bytes", 12800 * 512 + 6 * 8 * 4096),
    (f"{LINES}-plain", 1, "firecracker", "block_write_count", 1600 + 6 * 8),
    (f"{PLAIN}/guest/diskstats", "vda", "disk", "read_bytes", 3420160),
    (f"{PLAIN}/guest/diskstats", "vda", "disk", "write_bytes", 12800 * 512),
    (f"{PLAIN}/guest/diskstats", "vda", "disk", "writes", 1600),
    # Its disk is a file on tmpfs, of which the kernel counts nothing.
    (f"{PLAIN}/idle/io", 0, "process", "write_bytes", 0),
    # In its jail: another user, other PIDs and another network, 80 % of a CPU and 300 MB, of whole pages.
    (f"{JAILED}/idle/status", 0, "process", "uid_effective", 1234),
    (f"{JAILED}/idle/stat", 0, "process", "pid", 1416),
    (f"{JAILED}/idle/net_dev", "tap0", "net", "rx_bytes", 5950),
    (f"{JAILED}/idle/net_dev", "tap0", "net", "rx_packets", 15),
    (f"{JAILED}/idle/cgroup.d/cpu.max", 0, "cgroup", "cpu_max_usec", 80000),
    (f"{JAILED}/idle/cgroup.d/cpu.max", 0, "cgroup", "cpu_max_period_usec", 100000),
    (f"{JAILED}/idle/cgroup.d/memory.max", 0, "cgroup", "memory_max_bytes", 300000000 // 4096 * 4096),
    # Cloud Hypervisor: 2 of 4 virtual CPUs, 256 MiB and 128 to be plugged in, less a balloon of 16, 48, 48 MiB.
    *((f"cloud-hypervisor-info/cloud-hypervisor-54-{moment}", 0, "balloon", member, value)
      for moment, left, balloon, requested in (("up", 251658240, 16, None), ("inflated", 218103808, 48, None),
                                               ("hotplugged", 285212672, 48, 64 * MIB))
      for member, value in (("vcpus", 2), ("max_vcpus", 4), ("memory_size_bytes", 256 * MIB),
                            ("hotplug_size_bytes", 128 * MIB), ("target_bytes", balloon * MIB),
                            ("logical_vm_size_bytes", left), ("hotplug_requested_bytes", requested))),
    # Before the first write, the times of writes are none: it prints 2^64 - 1, and a tenth of it.
    (f"{CLOUD}/up/counters.json", "data", "hypervisor_device", "total_write_ops", 0),
    *((f"{CLOUD}/up/counters.json", "data", "hypervisor_device", f"write_latency_{which}_usec", None)
      for which in ("min", "max", "avg")),
    (f"{CLOUD}/up/counters.json", "data", "hypervisor_device", "read_latency_max_usec", 11729),
    # Four sources say that 6,037,504 bytes were written.
    ("cloud-hypervisor-counters/cloud-hypervisor-54", "data", "hypervisor_device", "total_write_bytes", 6037504),
    (f"{CLOUD}/idle/cgroup.d/io.stat", 0, "cgroup_io", "write_bytes", 6037504),
    (f"{CLOUD}/idle/io", 0, "process", "write_bytes", 6037504),
    (f"{CLOUD}/idle/diskstats", "loop0", "disk", "write_bytes", 11792 * 512),
    # The guest also counts a write of 126 pages that failed: Cloud Hypervisor refuses to write the first sector of an
    # image whose type it guessed.
    (f"{CLOUD}/guest/diskstats", "vda", "disk", "write_bytes", 6037504 + 126 * 4096),
    # What the guest read is what its hypervisor read for it; the device was asked for what the host's cache lacked.
    (f"{CLOUD}/guest/diskstats", "vda", "disk", "read_bytes", 3420160),
    ("cloud-hypervisor-counters/cloud-hypervisor-54", "data", "hypervisor_device", "total_read_bytes", 3420160),
    (f"{CLOUD}/idle/cgroup.d/io.stat", 0, "cgroup_io", "read_bytes", 499712),
    # Its traffic is its TAP's to the byte.
    ("cloud-hypervisor-counters/cloud-hypervisor-54", "net1", "hypervisor_device", "total_rx_bytes", 6216),
    ("cloud-hypervisor-counters/cloud-hypervisor-54", "net1", "hypervisor_device", "total_tx_bytes", 6146),
    (f"{CLOUD}/idle/tap0/tx_bytes", 0, "key", "key", "6216"),
    (f"{CLOUD}/idle/tap0/rx_bytes", 0, "key", "key", "6146"),
    # Before and after it was restored in another process.
    (f"{LINES}-before-restore", 0, "firecracker", "logger_missed_metrics_count", 0),
    (f"{LINES}-restored", 0, "firecracker", "logger_missed_metrics_count", 0),
)


def numbers(value):
    return sum(map(numbers, value.values())) if isinstance(value, dict) else isinstance(value, int)


def seconds(text):
    """The time of a line, in seconds of the day."""
    time = datetime.datetime.fromisoformat(re.search(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", text)[0])
    fraction = re.search(r":\d\d(\.\d+)", text)
    return time.hour * 3600 + time.minute * 60 + time.second + float(fraction[1] if fraction else 0)


class Facts(unittest.TestCase):
    def rows(self, form, path):
        done = subprocess.run([PARSE, form, DATA / path], capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""), path)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def test_values(self):
        for path, which, form, member, value in FACTS:
            with self.subTest(path=path, member=member):
                rows = self.rows(form, path)
                row = rows[which] if isinstance(which, int) else next(row for row in rows if row["name"] == which)
                self.assertEqual(row[member], value)

    def test_lines_of_metrics(self):
        """297 numbers, an id, and the operator's own words."""
        for text in (DATA / f"{LINES}-plain").read_text().splitlines():
            line = json.loads(text)
            self.assertEqual((numbers(line), line["id"], line["properties"]), (297, "vm-one", {"team": "sandbox"}))

    def test_files_that_say_nothing(self):
        """io.stat has no row of a disk on tmpfs."""
        self.assertEqual((DATA / PLAIN / "idle/cgroup.d/io.stat").read_text(), "")
        self.assertFalse((DATA / JAILED / "idle/cgroup.d/io.stat").exists())

    def test_what_a_process_holds(self):
        """A machine, and its virtual CPUs, which Firecracker holds twice; a TAP; a block device or a file."""
        for folder, held in ((CLOUD, {"kvm-vm": 1, "kvm-vcpu:0": 1, "kvm-vcpu:1": 1, "/dev/loop0": 2}),
                             (PLAIN, {"kvm-vm": 1, "kvm-vcpu:0": 2, "kvm-vcpu:1": 2, "disk.img": 1, "/dev/loop0": 0}),
                             (JAILED, {"kvm-vm": 1, "kvm-vcpu:0": 2, "kvm-vcpu:1": 0})):
            targets = re.findall(r" -> (.*)", (DATA / folder / "idle/fd").read_text())
            self.assertEqual({name: sum(target.endswith(name) for target in targets) for name in held}, held, folder)
        for folder in (PLAIN, JAILED):
            self.assertIn("iff:\ttap0\n", (DATA / folder / "idle/fdinfo").read_text())
        # The process's own number, and its number in its namespace.
        self.assertIn("NSpid:\t1416\t1\n", (DATA / JAILED / "idle/status").read_text())

    def test_restored(self):
        """Paused for 4 seconds, saved, and restored 29 seconds after the pause. The guest's clock went on while the
        guest was paused, and stood while it was saved, so it is 25 seconds late then."""
        before, after = ((DATA / RESTORED / f"serial-{name}").read_text().splitlines() for name in ("before", "after"))
        paused = seconds(next(line for line in before if "'pause vm' API" in line))
        saving = seconds(next(line for line in before if "Put request" in line))
        restored = seconds(next(line for line in after if "'load snapshot' API" in line))
        self.assertAlmostEqual(saving - paused, 4, delta=0.5)
        self.assertAlmostEqual(restored - paused, 29.4, delta=0.1)
        guest = [line for line in after if line.startswith("{")]
        self.assertAlmostEqual(restored - seconds(guest[0]), 25.5, delta=0.5)
        # While it was asked for its balloon, its clock was between two lines'.
        asked = next(number for number, line in enumerate(after) if "Get request" in line)
        clock = seconds(after[asked]) - restored + saving
        self.assertTrue(seconds(after[asked - 1]) <= clock <= seconds(after[asked + 1]) + 1, clock)
        # An older vmmetrics-guest printed a second line at once, about no time.
        self.assertEqual([json.loads(line)["cpu"] for line in guest[:2]], [2.17, 100.0])
        self.assertEqual(seconds(guest[0]), seconds(guest[1]))
        self.assertEqual({json.loads(line)["mem_total"] for line in [*guest, before[0]]}, {113217536})


if __name__ == "__main__":
    unittest.main(verbosity=2)
