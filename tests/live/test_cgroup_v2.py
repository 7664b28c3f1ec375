# SPDX-License-Identifier: MIT
"""cgroup version 2 with all of its controllers, in a virtual machine of the test's own, under a load: CPU under a quota,
memory under limits up to a kill, too many processes, reads and writes of a disk.

In the machine, vmmetrics-parse and cgroup_of read the live files, and the files are copied before and after. What the one
said is compared here with what the others are. 77 where there is no QEMU or no kernel."""

import io
import os
import pathlib
import shutil
import sys
import tarfile
import tempfile
import unittest

import cgroup
from programs import PARSE, lines, main, run

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "vm"))
import vm  # noqa: E402

CGROUP_OF = os.environ.get("VMMETRICS_CGROUP_OF", "cgroup_of")
ROUNDS = 5
# Members of struct vmm_cgroup_io by the keys of io.stat.
IO_MEMBERS = {"rbytes": "read_bytes", "wbytes": "write_bytes", "rios": "reads", "wios": "writes",
              "dbytes": "discard_bytes", "dios": "discards"}
SCRIPT = r"""
cd /sys/fs/cgroup
for controller in $(cat cgroup.controllers); do echo +$controller >cgroup.subtree_control; done
mkdir vm.slice
for controller in $(cat cgroup.controllers); do echo +$controller >vm.slice/cgroup.subtree_control; done
mkdir vm.slice/job vm.slice/quiet
job=/sys/fs/cgroup/vm.slice/job
echo 150000 100000 >$job/cpu.max
echo 24M >$job/memory.high
echo 32M >$job/memory.max
echo 12 >$job/pids.max
device=$(cat /sys/block/vda/dev)
echo "$device rbps=max wbps=1073741824 riops=100000 wiops=max" >$job/io.max

copy() { # to
    mkdir -p $1
    for file in $job/*; do cat $file >$1/${file##*/} 2>/dev/null || rm $1/${file##*/}; done
    cut -d' ' -f1 /proc/uptime >$1/uptime
}
inside() {
    sh -c "echo \$\$ >$job/cgroup.procs; $1" &
}
cd /work
mkdir out
copy out/first
for cpu in 1 2; do inside 'while :; do :; done'; done
burner=$!
inside 'dd if=/dev/zero of=/tmp/fill bs=1M count=26 2>/dev/null'
sleep 1
rm /tmp/fill
inside 'while :; do
    dd if=/dev/zero of=/dev/vda bs=64k count=32 conv=fsync
    dd if=/dev/vda of=/dev/null bs=64k count=64 skip=64
    echo 1 >/proc/sys/vm/drop_caches
    sleep 0.2
done 2>/dev/null'
for round in $(seq ROUNDS); do
    copy out/$round/before
    ./vmmetrics-parse cgroup $job >out/$round/live
    ./vmmetrics-parse cgroup_io $job/io.stat >out/$round/io
    ./vmmetrics-parse cgroup_memory $job/memory.stat >out/$round/memory
    ./vmmetrics-parse pressure $job/cpu.pressure >out/$round/pressure
    copy out/$round/after
    if [ $round = 2 ]; then
        # Above it, it would only be slowed down.
        echo max >$job/memory.high
        inside 'dd if=/dev/zero of=/dev/null bs=48M count=1'
    fi
    [ $round != 3 ] || inside 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do sleep 1 & done; wait' 2>/dev/null
    sleep 1
done
copy out/last
./cgroup_of $burner >out/of
./cgroup_of $burner memory >out/of-memory
./vmmetrics-parse cgroup /sys/fs/cgroup/vm.slice/quiet >out/quiet
./vmmetrics-parse cgroup /sys/fs/cgroup >out/root
./vmmetrics-parse cgroup_io $job/io.max >out/io-max
./numbers $job/memory.numa_stat $job/hugetlb.2MB.max $job/rdma.max $job/misc.max >out/numbers
cat /sys/fs/cgroup/cgroup.controllers >out/controllers
uname -r >out/kernel
tar c out
"""


class V2(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        numbers = pathlib.Path(CGROUP_OF).with_name("numbers")
        with vm.Machine(SCRIPT.replace("ROUNDS", str(ROUNDS)), [PARSE, CGROUP_OF, numbers], cpus=2, disk=32) as machine:
            try:
                status = machine.wait(240)
            except vm.Failure as failure:
                raise AssertionError(f"{failure}\n{machine.console[-4000:]}") from None
            assert status == 0, machine.console[-4000:]
            with tarfile.open(fileobj=io.BytesIO(machine.output)) as archive:
                archive.extractall(cls.folder)
        cls.out = cls.folder / "out"
        print("Linux", (cls.out / "kernel").read_text().strip(), (cls.out / "controllers").read_text().strip())

    def one(self, name):
        record, = lines((self.out / name).read_bytes())
        return {member: value for member, value in record.items() if value is not None}

    def test_all_controllers_are_there(self):
        self.assertLessEqual({"cpu", "io", "memory", "pids"}, set((self.out / "controllers").read_text().split()))

    def test_live_records_are_what_the_files_say(self):
        kinds = set()
        for number in range(1, ROUNDS + 1):
            before, after = (cgroup.snapshot(self.out / str(number) / when) for when in ("before", "after"))
            live = cgroup.check_live(self, before, self.one(f"{number}/live"), after)
            kinds |= {name.partition("_")[0] for name in live}
            self.assertEqual((live["cpu_max_usec"], live["memory_high_bytes"], live["memory_max_bytes"], live["pids_max"]),
                             (150000, 24 << 20 if number <= 2 else "max", 32 << 20, 12))
            self.assertEqual(live["cgroup_type"], 1)
        print(len(live), "members known")
        self.assertGreater(len(live), 50)
        self.assertLessEqual({"usage", "cpu", "memory", "pids", "cgroup", "cpuset", "nr", "throttled"}, kinds)

    def test_usage_under_load(self):
        before, after = cgroup.snapshot(self.out / "first"), cgroup.snapshot(self.out / "last")
        seconds = float(after.pop("uptime")) - float(before.pop("uptime"))
        usage = cgroup.check_usage(self, self.folder, before, after, seconds)
        print({name: value for name, value in usage.items() if value is not None})
        self.assertTrue(0.5 < usage["cores_used"] < 1.8, usage)
        self.assertTrue(0.3 < usage["cpu_limit_used_ratio"] < 1.2, usage)
        self.assertGreater(usage["throttled_periods_ratio"], 0.1)
        self.assertGreater(usage["memory_events_high"], 0)
        self.assertGreaterEqual(usage["memory_events_oom_kill"], 1)
        self.assertGreater(usage["pids_events_max"], 0)

    def test_memory_stat_and_working_sets(self):
        for number in range(1, ROUNDS + 1):
            memory = self.one(f"{number}/memory")
            before, after = (dict(line.split() for line in (self.out / str(number) / when / "memory.stat").read_text()
                                  .splitlines()) for when in ("before", "after"))
            self.assertEqual(len(memory), len(after))
            for key in ("pgfault", "pgmajfault", "workingset_refault_file", "pgscan", "pgsteal"):
                self.assertTrue(int(before[key]) <= memory[key] <= int(after[key]), key)
        copy = self.out / "last"
        used, = lines(run(PARSE, "--usage", "cgroup_memory_usage", copy).stdout)
        current = int((copy / "memory.current").read_text())
        inactive = int(dict(line.split() for line in (copy / "memory.stat").read_text().splitlines())["inactive_file"])
        self.assertEqual((used["used_bytes"], used["limit_bytes"]), (current, 32 << 20))
        self.assertEqual(used["working_set_cadvisor_bytes"], max(current - inactive, 0))
        self.assertEqual(used["working_set_docker_bytes"], current - inactive if inactive < current else current)

    @staticmethod
    def io_stat(path):
        for line in path.read_text().splitlines():
            device, *pairs = line.split()
            yield device, {IO_MEMBERS[key]: int(value) for key, value in (pair.split("=") for pair in pairs)}

    def test_io_rows_and_rates(self):
        for number in range(1, ROUNDS + 1):
            before, after = (dict(self.io_stat(self.out / str(number) / when / "io.stat")) for when in ("before", "after"))
            rows = lines((self.out / str(number) / "io").read_bytes())
            self.assertGreaterEqual(len(rows), 1)
            for row in rows:
                device = f"{row['major']}:{row['minor']}"
                for key, last in after[device].items():
                    # A device without traffic so far has a row without numbers.
                    self.assertTrue(before.get(device, {}).get(key, 0) <= (row[key] or 0) <= last, (device, key))
        files = self.out / "2/before/io.stat", self.out / "last/io.stat"
        first, last = (dict(self.io_stat(file)) for file in files)
        rates = lines(run(PARSE, "--usage", "cgroup_io_usage", "--elapsed", "2", *files).stdout)
        for rate in rates:
            device = f"{rate['major']}:{rate['minor']}"
            for key in ("read_bytes", "write_bytes", "reads", "writes"):
                self.assertEqual(rate[f"{key}_per_second"], (last[device][key] - first[device][key]) / 2)
        print(rates)
        self.assertTrue(any(rate["read_bytes_per_second"] > 0 for rate in rates))
        self.assertTrue(any(rate["write_bytes_per_second"] > 0 for rate in rates))
        limit, = lines((self.out / "io-max").read_bytes())
        self.assertEqual((limit["max_read_bytes_per_second"], limit["max_write_bytes_per_second"],
                          limit["max_reads_per_second"]), ("max", 1073741824, 100000))

    def test_pressure_of_a_cgroup(self):
        totals = [self.one(f"{number}/pressure")["some_total_usec"] for number in range(1, ROUNDS + 1)]
        self.assertEqual(totals, sorted(totals))
        done = run(PARSE, "--usage", "pressure_usage", "--elapsed", "1", self.out / "first/cpu.pressure",
                   self.out / "last/cpu.pressure")
        usage, = lines(done.stdout)
        self.assertGreater(usage["some_ratio"] or 1, 0)

    def test_where_the_cgroup_is(self):
        for name in ("of", "of-memory"):
            self.assertEqual((self.out / name).read_text(), "/sys/fs/cgroup/vm.slice/job\n")

    def test_a_quiet_cgroup_and_the_root(self):
        quiet, root = self.one("quiet"), self.one("root")
        self.assertEqual((quiet["memory_current_bytes"], quiet["pids_current"], quiet["memory_max_bytes"]), (0, 0, "max"))
        self.assertNotIn("memory_current_bytes", root)
        self.assertIn("usage_usec", root)
        self.assertNotEqual(quiet["instance_id"], root["instance_id"])

    def test_files_without_a_record(self):
        numbers = (self.out / "numbers").read_text().splitlines()
        self.assertTrue(any(line.startswith("memory.numa_stat anon.N0 ") for line in numbers), numbers)
        self.assertIn("hugetlb.2MB.max max", numbers)


if __name__ == "__main__":
    if shutil.which(vm.QEMU) is None:
        print(f"skipped because there is no {vm.QEMU}")
        sys.exit(77)
    try:
        vm.unpacked(vm.KERNEL)
        vm.unpacked("busybox-static")
    except vm.Missing as missing:
        print(f"skipped because {missing}")
        sys.exit(77)
    main()
