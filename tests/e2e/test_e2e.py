# SPDX-License-Identifier: MIT
"""Real virtual machines measured from both sides: vmmetrics-guest and the machine's own tools inside, vmmetrics-host and
the host's files outside, under loads that the tests make. What the two tiers must agree on is compared exactly; where they
mean different things, the test says which and why.

Three machines are started at once, and used one test after the other. The last tests pause one, save, restore and kill
another, and look whether anything of it all has stayed.

They run on KVM where it works, and else under emulation. What differs is what KVM tells and an emulator does not: which
threads are virtual CPUs, the time that these ran in the guest, and to the guest the time in which they waited (steal)."""

import contextlib
import functools
import io
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
import unittest

import machines
from machines import MIB, Machine, host_parse, vm

import cgroup
import host
from programs import PARSE, lines, run

HOST = os.environ.get("VMMETRICS_HOST", "vmmetrics-host")
TWO_TIER = os.environ.get("VMMETRICS_TWO_TIER", "vmmetrics-two-tier")
KVM = vm.acceleration() == "kvm"
MOMENTS = 0.03 if KVM else 0.003
# Whether the host is a machine of the test's own, whose settings it may change.
OWN_HOST = KVM and bool(os.environ.get("VMMETRICS_DISPOSABLE"))
HALT_POLLING = pathlib.Path("/sys/module/kvm/parameters/halt_poll_ns")
BEFORE = machines.state()
# The balloon of the first lowers MemTotal, the second's leaves it. The third has memory to be plugged, and its threads have
# no names. It cannot be suspended: the driver of such memory does not allow that.
FIRST = SECOND = THIRD = FOLDER = None
# The machines that a test has ended.
ENDED = set()


def setUpModule():
    global FIRST, SECOND, THIRD, FOLDER
    if OWN_HOST:
        # Else virtual CPUs are busy for their hosts while they are idle for their guests.
        unittest.addModuleCleanup(HALT_POLLING.write_text, HALT_POLLING.read_text())
        HALT_POLLING.write_text("0")
    scratch = tempfile.TemporaryDirectory(prefix="e2e-")
    unittest.addModuleCleanup(scratch.cleanup)
    FOLDER = pathlib.Path(scratch.name)
    began = time.monotonic()
    for number in (1, 2, 3):
        with open(FOLDER / f"image{number}", "wb") as image:
            image.truncate(48 * MIB)
    FIRST, SECOND, THIRD = machines.start(
        {"number": 1, "image": FOLDER / "image1", "cpus": 2},
        {"number": 2, "image": FOLDER / "image2", "cpus": 1, "deflate_on_oom": True},
        {"number": 3, "image": FOLDER / "image3", "cpus": 2, "more": 256, "names": False})
    for machine in (FIRST, SECOND, THIRD):
        unittest.addModuleCleanup(machine.close)
    print(f"  three machines by {vm.acceleration()} in {time.monotonic() - began:.1f} s; "
          f"Linux {FIRST.text('uname -r').strip()}")


def host_lines(machine, interval=1, *words):
    """A line of vmmetrics-host about one machine."""
    done = run(HOST, "--pid", machine.pid, "--disk", machine.disk, "--interval", interval, *words)
    assert (done.returncode, done.stderr) == (0, b""), done
    return lines(done.stdout)


class Slow(AssertionError):
    """What was to be done within an interval took longer."""


@contextlib.contextmanager
def host_line(machine, interval):
    """What is done within the interval of a line of vmmetrics-host, which is there afterwards. It begins before and ends
    after what is done, unless that takes too long."""
    found, ends = [], time.monotonic() + interval
    reader = threading.Thread(target=lambda: found.extend(host_lines(machine, interval)))
    reader.start()
    try:
        # Its first sample is taken in a few milliseconds.
        time.sleep(0.1)
        yield found
        if time.monotonic() > ends:
            raise Slow("what was to be done took longer")
    finally:
        reader.join()


def chosen(line, *names):
    """Some members of a line, to be printed."""
    return {name: line[name] for name in names}


CPU = ("vcpus", "vcpus_from", "cores", "guest_cores", "vcpu_cores", "overhead_cores", "vcpu_run_delay_cores")


def growth(before, after, *names):
    return {name: after[name] - before[name] for name in names}


class Test(unittest.TestCase):
    def tearDown(self):
        """A QEMU that ends by itself is an error of the test in which it does, with its messages."""
        for machine in (FIRST, SECOND, THIRD):
            if machine.pid not in ENDED:
                machine.vm.ended()

    def between(self, low, value, high, slack=0, what=""):
        self.assertTrue(min(low, high) - slack <= value <= max(low, high) + slack, (what, low, value, high, slack))


def patiently(test):
    """A test that takes the interval in which all must be done. A machine that works for others, too, may be late: then the
    test is made again, with a longer interval."""
    @functools.wraps(test)
    def patient(self):
        for interval in (3, 6, 12):
            try:
                return test(self, interval)
            except AssertionError as error:
                print(f"  not in {interval} s: {error}")
                self.doCleanups()
        return test(self, 24)
    return patient


# ---- Inside ----

class Guest(Test):
    def test_its_numbers_are_those_of_its_own_tools(self):
        """free before and after, df on a file system that no other program uses."""
        FIRST.do("mke2fs -m 7 /dev/vda; mkdir /mnt; mount /dev/vda /mnt; dd if=/dev/zero of=/mnt/file bs=100k count=70")
        text = FIRST.text("free -b; df -k /mnt; nproc; sync; df -k /mnt; ./vmmetrics-guest --path /mnt --path /; free -b")
        rows = [line.split() for line in text.splitlines() if line.startswith("Mem:")]
        (before, after), = [[[int(word) for word in row[1:]] for row in rows]]
        sizes = [line.split() for line in text.splitlines() if line.startswith("/dev/vda")][-1]
        line, = lines(next(line for line in text.splitlines(True) if line.startswith("{")).encode())
        FIRST.do("umount /mnt")
        self.assertEqual([line["mem_total"]] * 2, [before[0], after[0]])
        self.between(before[0] - before[5], line["mem_used"], after[0] - after[5], 512 * 1024, "used")
        self.assertEqual(line["disk_used"], int(sizes[2]) * 1024)
        self.assertEqual(line["disk_total"], int(sizes[1]) * 1024)
        self.assertEqual([disk["path"] for disk in line["disks"]], ["/mnt", "/"])
        self.between(0, line["cpu"], 100)
        print(f"  {line}")

    def test_its_records_are_what_its_files_say(self):
        """A copy of a file, read inside by the library and here by hand."""
        FIRST.do("for file in meminfo vmstat stat net/dev diskstats; do cat /proc/$file >/tmp/${file#*/}; done")
        text = {name: FIRST.text(f"cat /tmp/{name}") for name in ("meminfo", "vmstat", "stat", "dev", "diskstats")}
        memory, = FIRST.parse("meminfo", "/tmp/meminfo")
        kilobytes = dict(re.findall(r"^(\w+): +(\d+) kB$", text["meminfo"], re.M))
        for key, member in (("MemTotal", "mem_total_bytes"), ("MemAvailable", "mem_available_bytes"),
                            ("SReclaimable", "s_reclaimable_bytes"), ("Shmem", "shmem_bytes")):
            self.assertEqual(memory[member], int(kilobytes[key]) * 1024, key)
        counters, = FIRST.parse("vmstat", "/tmp/vmstat")
        pages = dict(line.split() for line in text["vmstat"].splitlines())
        self.assertEqual((counters["pgfault"], counters["balloon_inflate_pages"]),
                         (int(pages["pgfault"]), int(pages["balloon_inflate"])))
        total, *cpus = FIRST.parse("cpu", "/tmp/stat")
        row = [int(word) for word in text["stat"].split("\n")[0].split()[1:]]
        self.assertEqual([total[f"{name}_ticks"] for name in ("user", "nice", "system", "idle", "iowait")], row[:5])
        self.assertEqual([cpu["id"] for cpu in cpus], [0, 1])
        interface, = (row for row in FIRST.parse("net", "/tmp/dev") if row["name"] == "eth0")
        row = re.search(r"eth0:(.*)", text["dev"])[1].split()
        self.assertEqual((interface["rx_bytes"], interface["tx_packets"]), (int(row[0]), int(row[9])))
        disk, = (row for row in FIRST.parse("disk", "/tmp/diskstats") if row["name"] == "vda")
        row = re.search(r" vda (.*)", text["diskstats"])[1].split()
        self.assertEqual((disk["reads"], disk["write_bytes"]), (int(row[0]), int(row[6]) * 512))

    def test_cgroup_version_2_with_all_controllers(self):
        """Limits set, a load under them, the live files read between two copies of them."""
        FIRST.do("""mkdir /sys/fs/cgroup/job; cd /sys/fs/cgroup/job;
            echo 50000 100000 >cpu.max; echo 48M >memory.max; echo 40M >memory.high; echo 7 >pids.max;
            echo "$(cat /sys/block/vda/dev) rbps=max wbps=33554432 riops=1000 wiops=max" >io.max;
            sh -c 'echo $$ >cgroup.procs; dd if=/dev/zero of=/dev/vda bs=64k count=16 oflag=direct;
                while :; do :; done' >/dev/null 2>&1 &
            sleep 0.6""")
        FIRST.do("""cd /tmp; for when in before after; do mkdir $when;
            for file in /sys/fs/cgroup/job/*; do cat $file >$when/${file##*/} 2>/dev/null || rm $when/${file##*/}; done;
            [ $when = after ] || { /work/vmmetrics-parse cgroup /sys/fs/cgroup/job;
                /work/vmmetrics-parse cgroup_io /sys/fs/cgroup/job/io.stat; } >live; done""")
        with tarfile.open(fileobj=io.BytesIO(FIRST.do("cd /tmp; tar c before after live"))) as archive:
            archive.extractall(FOLDER / "cgroup")
        FIRST.do("""cd /sys/fs/cgroup; echo 1 >job/cgroup.kill; while ! rmdir job; do usleep 50000; done 2>/dev/null;
            rm -r /tmp/before /tmp/after /tmp/live""")
        before, after = (cgroup.snapshot(FOLDER / "cgroup" / name) for name in ("before", "after"))
        live, disk = lines((FOLDER / "cgroup/live").read_bytes())
        live = cgroup.check_live(self, before, {name: value for name, value in live.items() if value is not None}, after)
        self.assertEqual([live[name] for name in ("cpu_max_usec", "memory_max_bytes", "memory_high_bytes", "pids_max")],
                         [50000, 48 * MIB, 40 * MIB, 7])
        self.assertGreater(live["nr_throttled"], 0)
        self.assertEqual((disk["write_bytes"], disk["writes"]), (16 * 65536, 16))
        print(f"  {len(live)} members of a cgroup known, throttled in {live['nr_throttled']} of {live['nr_periods']} periods")


# ---- One thing from both sides ----

class BothTiers(Test):
    def is_growth(self, line, name, growth):
        """A rate of vmmetrics-host is a growth in the line's time. But each file has a time of its own, which is that of
        the line and few milliseconds, or some tens where the host is itself emulated."""
        seconds = line["elapsed_ms"] / 1000
        self.assertAlmostEqual(line[name] * seconds, growth, delta=1 + growth * MOMENTS / seconds, msg=name)

    def network(self):
        """The TAP and the guest's interface at a moment when nothing is under way."""
        for _ in range(50):
            outside, = host_parse("net", f"/sys/class/net/{FIRST.tap}")
            inside, = FIRST.parse("net", "/sys/class/net/eth0")
            again, = host_parse("net", f"/sys/class/net/{FIRST.tap}")
            if outside == again:
                return outside, inside
            time.sleep(0.1)
        self.fail("traffic without an end")

    @patiently
    def test_network(self, interval):
        """What the TAP has received the guest has sent, to the packet and the byte; vmmetrics-host says it the guest's way
        round."""
        server = socket.create_server((f"{FIRST.address}.1", 0))
        server.settimeout(60)
        self.addCleanup(server.close)

        def serve():
            with server.accept()[0] as connection:
                connection.sendall(bytes(700_000))
                got = 0
                while got < 400_000:
                    got += len(connection.recv(1 << 16))
        thread = threading.Thread(target=serve)
        thread.start()
        outside, inside = self.network()
        with host_line(FIRST, interval) as found:
            FIRST.do(f"ping -q -c 30 -i 0.02 -s 1200 {FIRST.address}.1")
            FIRST.do(f"""head -c 400000 /dev/zero | nc {FIRST.address}.1 {server.getsockname()[1]} >/tmp/got;
                [ $(wc -c </tmp/got) = 700000 ]; rm /tmp/got""")
            thread.join()
            later_outside, later_inside = self.network()
        names = [f"{way}_{what}" for way in ("rx", "tx") for what in ("packets", "bytes", "errors", "dropped")]
        outside, inside = growth(outside, later_outside, *names), growth(inside, later_inside, *names)
        print(f"  the TAP: {outside}\n  the guest: {inside}")
        swap = {"rx": "tx", "tx": "rx"}
        for name in names:
            self.assertEqual(outside[swap[name[:2]] + name[2:]], inside[name], name)
        self.assertGreater(inside["tx_bytes"], 400_000 + 30 * 1200)
        self.assertGreater(inside["rx_bytes"], 700_000 + 30 * 1200)
        line, = found
        for way, own in (("in", "rx"), ("out", "tx")):
            for what in ("bytes", "packets"):
                self.is_growth(line, f"net_{way}_{what}_per_second", inside[f"{own}_{what}"])
        self.assertEqual(line["tap"], FIRST.tap)

    @patiently
    def test_disk(self, interval):
        """Bytes are the same on both sides, where the guest goes around its page cache or waits for it. Operations need not
        be: QEMU puts neighbours together."""
        def sides():
            outside, = host_parse("disk", f"/sys/block/{FIRST.disk}")
            inside, = (row for row in FIRST.parse("disk", "/proc/diskstats") if row["name"] == "vda")
            return outside, inside
        outside, inside = sides()
        with host_line(FIRST, interval) as found:
            FIRST.do("dd if=/dev/zero of=/dev/vda bs=64k count=80 oflag=direct")
            FIRST.do("dd if=/dev/zero of=/dev/vda bs=40k count=50 seek=200 conv=fsync")
            FIRST.do("dd if=/dev/vda of=/dev/null bs=32k count=70 iflag=direct")
            later_outside, later_inside = sides()
        names = ("write_bytes", "read_bytes", "writes", "reads")
        outside, inside = growth(outside, later_outside, *names), growth(inside, later_inside, *names)
        print(f"  the loop device: {outside}\n  the guest: {inside}")
        for name in names[:2]:
            self.assertEqual(outside[name], inside[name], name)
        self.assertEqual(inside["write_bytes"], 80 * 65536 + 50 * 40960)
        self.assertGreaterEqual(inside["read_bytes"], 70 * 32768)
        line, = found
        for name, own in (("write", "write_bytes"), ("read", "read_bytes")):
            self.is_growth(line, f"disk_{name}_bytes_per_second", inside[own])
        self.assertEqual(line["disk"], FIRST.disk)

    def busy(self, machine, interval):
        """One busy virtual CPU: how many are busy and stolen by the guest's counters, and the host's line of the time."""
        machine.do("while :; do :; done >/dev/null 2>&1 & echo $! >/tmp/burner")
        try:
            with host_line(machine, interval) as found:
                first = machine.copy("/proc/stat", FOLDER / "stat-first")
                time.sleep(0.6 * interval)
                last = machine.copy("/proc/stat", FOLDER / "stat-last")
        finally:
            machine.do("kill $(cat /tmp/burner)")
        total, *_ = host_parse("--usage", "cpu_usage", first, last)
        busy, steal = (total[name] * 2 for name in ("busy_gopsutil_ratio", "steal_ratio"))
        line, = found
        print(f"  inside: {busy:.3f} CPUs busy, of which {steal:.3f} stolen; outside: {chosen(line, *CPU)}")
        return busy, steal, line

    @patiently
    def test_cpu(self, interval):
        """Busy inside is the run time of the vCPU threads and the run delay that the guest has noticed. KVM tells it all of
        that, as steal. Under emulation there is no steal: a guest takes for its own the time in which its virtual CPU
        waited, but for the ticks of its timer that came to nothing then. What QEMU needs beside is overhead that no guest
        sees, and only KVM says how much of the threads' time ran in the guest."""
        busy, steal, line = self.busy(FIRST, interval)
        self.assertEqual({name for name in FIRST.threads() if name.startswith("CPU ")},
                         {f"CPU {number}/{'KVM' if KVM else 'TCG'}" for number in (0, 1)})
        self.assertEqual((line["vcpus"], line["vcpus_from"]), (2, "descriptors" if KVM else "threads"))
        self.assertGreater(line["vcpu_cores"], 0.05)
        self.between(line["vcpu_cores"], busy, line["vcpu_cores"] + line["vcpu_run_delay_cores"], 0.15)
        self.assertLess(busy, 1.3)
        self.assertGreater(line["overhead_cores"], 0)
        self.assertAlmostEqual(line["cores"], line["vcpu_cores"] + line["overhead_cores"], delta=0.1)
        if KVM:
            self.assertAlmostEqual(steal, line["vcpu_run_delay_cores"], delta=0.15)
            # The kernel looks at its ticks whether a guest runs; an emulated CPU spends much time between host and guest.
            self.between(0.2 * line["vcpu_cores"], line["guest_cores"], line["vcpu_cores"], 0.1)
        else:
            self.assertEqual((steal, line["guest_cores"]), (0, None))

    @patiently
    def test_a_machine_whose_threads_have_no_names(self, interval):
        """On KVM the descriptors and the guest's time show which threads are virtual CPUs. Under emulation nothing shows it,
        so the numbers of virtual CPUs are unknown. Those of the process are right in both."""
        self.assertEqual({name[:4] for name in THIRD.threads()}, {"qemu"})
        _, _, line = self.busy(THIRD, interval)
        every, = (line for line in lines(run(HOST, "--all", "--interval", "0.5").stdout) if line["pid"] == THIRD.pid)
        self.assertEqual((every["name"], every["tap"], every["disk"]), (THIRD.name, THIRD.tap, THIRD.disk))
        self.assertEqual((every["vcpus"], every["vcpus_from"]), (2, "descriptors") if KVM else (None, None))
        if KVM:
            self.assertGreater(line["guest_cores"], 0.1)
            self.between(line["guest_cores"], line["vcpu_cores"], line["cores"], 0.1)
        else:
            self.assertEqual([line[name] for name in CPU[3:]], [None] * 4)
        self.assertGreater(line["cores"], 0.3)

    @patiently
    def test_quota(self, interval):
        """Of a machine in a cgroup with a quarter of a CPU its guest wants a whole one. Outside it is throttled: its threads
        wait, which is run delay, and the cgroup says why. On KVM the guest sees this as steal, so that all tiers agree. An
        emulated guest sees no steal, and misses most of the time in which it waited: its timer's ticks are lost."""
        place = machines.cgroup_of_cpu()
        if place is None:
            self.skipTest("there is no cgroup with the controller cpu")
        folder, is_second = place
        group = folder / f"e2e-{os.getpid()}"
        group.mkdir()
        try:
            (group / ("cpu.max" if is_second else "cpu.cfs_quota_us")).write_text("25000")
            (group / "cgroup.procs").write_text(str(FIRST.pid))
            busy, steal, line = self.busy(FIRST, interval)
        finally:
            (folder / "cgroup.procs").write_text(str(FIRST.pid))
            group.rmdir()
        names = ("cgroup_machines", "cgroup_cores", "cgroup_limit_ratio", "throttled_ratio", "throttled_cores")
        print(f"  its cgroup: {chosen(line, *names)}")
        self.between(0.15, line["cores"], 0.3)
        self.assertGreater(line["throttled_ratio"], 0.7)
        self.assertGreater(line["throttled_cores"], 0.1)
        self.assertGreater(line["vcpu_run_delay_cores"], 0.2)
        self.between(line["vcpu_cores"], busy, line["vcpu_cores"] + line["vcpu_run_delay_cores"], 0.2)
        if is_second:
            self.assertAlmostEqual(line["cgroup_cores"], line["cores"], delta=0.1)
            self.assertAlmostEqual(line["cgroup_limit_ratio"], 1, delta=0.15)
        if KVM:
            self.assertGreater(busy, 0.8)
            # The guest's two samples are of a part of the interval.
            self.assertAlmostEqual(steal, line["vcpu_run_delay_cores"], delta=0.4)
            self.assertAlmostEqual(busy - steal, line["vcpu_cores"], delta=0.15)
        else:
            self.assertEqual(steal, 0)


    @unittest.skipUnless(OWN_HOST, "a setting of the host's KVM is changed")
    @patiently
    def test_halt_polling(self, interval):
        """A guest that waits most of the time, and often wakes, is idle by its own numbers. Its host waits for it busily, if KVM
        is set so: that is run time of the vCPU thread, but neither time in the guest nor the guest's busy time."""
        self.addCleanup(HALT_POLLING.write_text, HALT_POLLING.read_text())
        SECOND.do("(while :; do usleep 6000; done) >/dev/null 2>&1 & echo $! >/tmp/waker")
        self.addCleanup(SECOND.do, "kill $(cat /tmp/waker)")
        found = {}
        for name, nanoseconds in (("without", 0), ("with", 20_000_000)):
            HALT_POLLING.write_text(f"{nanoseconds}\n")
            time.sleep(0.5)
            with host_line(SECOND, interval) as line:
                first = SECOND.copy("/proc/stat", FOLDER / "stat-first")
                time.sleep(0.6 * interval)
                last = SECOND.copy("/proc/stat", FOLDER / "stat-last")
            total, *_ = host_parse("--usage", "cpu_usage", first, last)
            found[name] = (total["busy_gopsutil_ratio"], line[0])
            print(f"  {name} halt polling: busy inside {found[name][0]:.3f}; outside: {chosen(line[0], *CPU)}")
        (busy, line), (polled_busy, polled) = found["without"], found["with"]
        self.assertGreater(polled["vcpu_cores"], line["vcpu_cores"] + 0.1)
        self.assertAlmostEqual(polled_busy, busy, delta=0.25)
        self.assertLess(polled["guest_cores"], polled["vcpu_cores"] - 0.1)


# ---- Memory and the balloon ----

def resident(machine):
    process, = host_parse("process", f"/proc/{machine.pid}")
    return process["vm_rss_bytes"]


def still(reading, seconds=0.5):
    """A number once it does not change any more. QEMU may have work to end after it has stopped a machine."""
    found = [reading()]

    def stands():
        time.sleep(seconds)
        found.append(reading())
        return found[-1] == found[-2]
    machines.wait_until(stands, "a number stands still")
    return found[-1]


def pages(machine):
    """Pages that the balloon has taken and given back since the guest began."""
    counters, = machine.parse("vmstat", "/proc/vmstat")
    return counters["balloon_inflate_pages"] - counters["balloon_deflate_pages"]


class Memory(Test):
    def used(self, machine):
        line = machine.sample()
        return line["mem_used"], line["mem_total"]

    def test_what_the_guest_frees_stays_with_its_host(self):
        """The guest's memory in use follows a file in memory; the host's resident memory only grows, until a balloon takes
        it."""
        outside, (inside, total) = resident(FIRST), self.used(FIRST)
        FIRST.do("dd if=/dev/urandom of=/tmp/fill bs=1M count=96")
        full_outside, (full_inside, _) = resident(FIRST), self.used(FIRST)
        FIRST.do("rm /tmp/fill")
        later_outside, (later_inside, _) = resident(FIRST), self.used(FIRST)
        FIRST.balloon(FIRST.memory - 96 * MIB)
        taken_outside, (taken_inside, taken_total) = resident(FIRST), self.used(FIRST)
        FIRST.balloon(FIRST.memory)
        print("  in MiB, before, with a file of 96, without it, with a balloon of 96: resident outside",
              [value // MIB for value in (outside, full_outside, later_outside, taken_outside)], "used inside",
              [value // MIB for value in (inside, full_inside, later_inside, taken_inside)])
        self.assertAlmostEqual(full_inside - inside, 96 * MIB, delta=4 * MIB)
        self.assertAlmostEqual(later_inside, inside, delta=4 * MIB)
        self.assertGreater(full_outside, outside)
        self.assertGreater(full_outside, full_inside)
        self.assertGreater(later_outside, full_outside - 2 * MIB)
        self.assertLess(taken_outside, later_outside - 40 * MIB)
        self.assertEqual(total - taken_total, 96 * MIB)
        self.assertAlmostEqual(taken_inside, inside, delta=4 * MIB)

    def balloon(self, machine, size):
        before, counted = self.used(machine), pages(machine)
        machine.balloon(machine.memory - size)
        self.assertEqual((pages(machine) - counted) * 4096, size)
        statistics = machine.balloon_statistics()["stats"]
        during = self.used(machine)
        memory, = host_parse("meminfo", machine.copy("/proc/meminfo", FOLDER / "meminfo"))
        machine.write_answers(FOLDER / "answers")
        for text, members in zip((FOLDER / "answers").read_text().splitlines(True), (
                {"logical_vm_size_bytes": machine.memory - size},
                {"total_memory_bytes": during[1], "available_memory_bytes": statistics["stat-available-memory"]})):
            (FOLDER / "answer").write_text(text)
            answer, = host_parse("balloon", FOLDER / "answer")
            self.assertEqual({name: answer[name] for name in members}, members)
        line, = host_lines(machine, 0.2, "--balloon", FOLDER / "answers")
        self.assertEqual([line["balloon_logical_vm_size"], line["balloon_actual"], line["guest_total"]],
                         [machine.memory - size, None, during[1]])
        self.assertAlmostEqual(line["guest_available"], memory["mem_available_bytes"], delta=4 * MIB)
        self.assertAlmostEqual(line["guest_free"], memory["mem_free_bytes"], delta=4 * MIB)
        self.between(0, line["guest_told_seconds_ago"], 5)
        self.assertEqual(statistics["stat-total-memory"], during[1])
        self.assertAlmostEqual(statistics["stat-available-memory"], memory["mem_available_bytes"], delta=4 * MIB)
        machine.balloon(machine.memory)
        self.assertEqual(pages(machine), counted)
        after = self.used(machine)
        for one, other in zip(before, after):
            self.assertAlmostEqual(one, other, delta=4 * MIB)
        print(f"  a balloon of {size // MIB} MiB: used {before[0] // MIB}, {during[0] // MIB}, {after[0] // MIB}, total "
              f"{before[1] // MIB}, {during[1] // MIB}, {after[1] // MIB}")
        # This kernel does not print the balloon's size; from 6.15 on `Balloon:` is that.
        self.assertIn(memory["balloon_bytes"], (None, size))
        # The driver's third feature says which of the two it is.
        features = machine.text("""for device in /sys/bus/virtio/devices/*;
            do [ $(cat $device/device) != 0x0005 ] || cat $device/features; done""")
        self.assertEqual(features[2], "1" if during[1] == before[1] else "0")
        return before, during

    def test_balloon_that_lowers_the_total(self):
        """Its pages are taken out of MemTotal, so that what is used stays."""
        size = 64 * MIB
        (used, total), (during, shrunk) = self.balloon(FIRST, size)
        self.assertEqual(total - shrunk, size)
        self.assertAlmostEqual(used, during, delta=4 * MIB)

    def test_balloon_that_leaves_the_total(self):
        """With deflate-on-oom its pages look used: they must be taken off, by `Balloon:` where the kernel prints that, or
        by what the hypervisor says."""
        size = 64 * MIB
        (used, total), (during, same) = self.balloon(SECOND, size)
        self.assertEqual(total, same)
        self.assertAlmostEqual(during - used, size, delta=4 * MIB)
        self.assertAlmostEqual(during - size, used, delta=4 * MIB)


# ---- Side by side ----

class SideBySide(Test):
    def start(self, machine, *options, host_options=()):
        """Both programs at work: the guest's in the guest, whose lines come through a FIFO and stay in the guest, too."""
        machine.do("mkfifo /tmp/fifo; tee /tmp/lines </tmp/fifo >/dev/vport0p3 &"
                   "./vmmetrics-guest --full --per-cpu --interval 1 >/tmp/fifo 2>&1 & echo $! >/tmp/guest")
        self.addCleanup(machine.do, "kill $(cat /tmp/guest); rm /tmp/fifo")
        outside = subprocess.Popen([HOST, "--pid", str(machine.pid), "--disk", machine.disk, "--interval", "1", "--count", "0",
                                    *host_options], stdout=subprocess.PIPE)
        self.addCleanup(outside.wait)
        self.addCleanup(outside.kill)
        self.addCleanup(outside.stdout.close)
        return host.Lines(self, "--guest", machine.lines, "--interface", "eth0", "--memory", machine.memory // MIB, *options,
                          program=TWO_TIER, stdin=outside.stdout)

    def settled(self, two, check):
        """The first of the lines that come that is as it should be: a machine that works for others, too, may be late."""
        tries = []

        def good(line):
            try:
                check(line)
            except (AssertionError, TypeError) as error:
                tries.append(error)
                return False
            return True
        try:
            line = two.until(good, timeout=30)
        except AssertionError:
            self.fail(tries)
        print(f"  {line}")
        return line


class TwoTier(SideBySide):
    """vmmetrics-two-tier on the lines of both, as they come."""

    def test_load(self):
        two = self.start(FIRST)
        FIRST.do("while :; do dd if=/dev/zero of=/dev/vda bs=64k count=20 oflag=direct; usleep 150000; done >/dev/null 2>&1 &"
                 "echo $! >/tmp/writer; while :; do :; done >/dev/null 2>&1 & echo $! >/tmp/burner;"
                 f"ping -q -i 0.02 -s 1000 {FIRST.address}.1 >/dev/null & echo $! >/tmp/pinger")
        self.addCleanup(FIRST.do, "kill $(cat /tmp/writer /tmp/burner /tmp/pinger)")

        def check(line):
            cpu, memory, network, disk = (line[name] for name in ("cpu", "memory", "network", "disk"))
            self.between(0, line["skew_ms"], 1500)
            self.between(-2500, line["guest_clock_ms"], 1000)
            self.assertEqual(line["vcpus"], 2)
            self.between(0.5, cpu["guest_busy"], 2)
            # Virtual CPUs wait for the host's when their guest is idle, too.
            self.between(-2, cpu["unexplained"], 0.3)
            self.assertGreater(cpu["overhead"], 0)
            self.assertGreater(memory["resident"], memory["guest_used"])
            self.between(1, memory["could_come_back"], memory["resident"])
            for one, other, least in (("guest_out_bytes", "tap_out_bytes", 20e3), ("guest_in_packets", "tap_in_packets", 20)):
                self.assertGreater(network[one], least)
                self.assertAlmostEqual(network[one], network[other], delta=0.25 * network[other])
            self.assertGreater(disk["guest_written_bytes"], 1e6)
            self.assertAlmostEqual(disk["guest_written_bytes"], disk["host_written_bytes"],
                                   delta=0.35 * disk["host_written_bytes"])
        self.settled(two, check)

    def test_balloon(self):
        """A balloon whose pages look used to the guest is no use of it; its host has them back."""
        SECOND.do("dd if=/dev/urandom of=/tmp/fill bs=1M count=80; rm /tmp/fill")
        answers = FOLDER / "two-tier-answers"
        SECOND.write_answers(answers)
        two = self.start(SECOND, "--deflate-on-oom", host_options=["--balloon", answers])

        def whole(line):
            self.assertEqual(line["memory"]["balloon"], 0)
            self.assertGreater(line["memory"]["could_come_back"], 64 * MIB)
        before = self.settled(two, whole)["memory"]
        SECOND.balloon(SECOND.memory - 96 * MIB)
        SECOND.write_answers(answers)

        def less(line):
            after = line["memory"]
            self.assertEqual(after["balloon"], 96 * MIB)
            self.assertEqual(after["guest_total"], before["guest_total"])
            self.assertAlmostEqual(after["guest_used"], before["guest_used"], delta=4 * MIB)
            self.assertLess(after["resident"], before["resident"] - 32 * MIB)
            self.assertLess(after["could_come_back"], before["could_come_back"] - 32 * MIB)
        self.settled(two, less)
        SECOND.balloon(SECOND.memory)

    def test_silence(self):
        """A paused guest writes no lines: after a while all its numbers are unknown, and the host's numbers go on. After the
        guest is resumed, its clock is late by the length of the pause."""
        two = self.start(SECOND, "--stale", "2")
        before = self.settled(two, lambda line: self.assertIsNotNone(line["cpu"]["guest_busy"]))
        # Whatever fails, the next test needs it.
        self.addCleanup(SECOND.qmp, "cont")
        SECOND.qmp("stop")

        def silent(line):
            self.assertGreater(line["skew_ms"], 2000)
            self.assertEqual([line["cpu"]["guest_busy"], line["memory"]["guest_used"], line["memory"]["could_come_back"],
                              line["network"]["guest_in_bytes"], line["disk"]["guest_read_bytes"]], [None] * 5)
            self.assertLess(line["cpu"]["vcpu"], 0.01)
            self.assertGreater(line["memory"]["resident"], 32 * MIB)
        self.settled(two, silent)
        SECOND.qmp("cont")

        def back(line):
            self.assertLess(line["skew_ms"], 1500)
            self.assertLess(line["guest_clock_ms"], before["guest_clock_ms"] - 1500)
            self.between(0, line["cpu"]["guest_busy"], 1)
        self.settled(two, back)


# ---- What changes while a machine is measured ----

class Changes(SideBySide):
    """Each test has all three programs at work, changes something and changes it back, and looks at the lines."""

    def watch(self, machine):
        """A busy guest, the lines of vmmetrics-two-tier and those of vmmetrics-host, which have begun."""
        machine.do("while :; do :; done >/dev/null 2>&1 & echo $! >/tmp/burner")
        self.addCleanup(machine.do, "kill $(cat /tmp/burner)")
        two = self.start(machine, "--stale", "3")
        outside = host.Lines(self, "--pid", machine.pid, "--disk", machine.disk, "--interval", "1", "--count", "0")
        self.usual(two)
        return two, outside

    def usual(self, two):
        """Waits for a line of a guest that keeps one virtual CPU busy."""
        return self.settled(two, lambda line: self.between(0.3, line["cpu"]["guest_busy"], 1.6))

    def inside(self, machine):
        """What vmmetrics-guest has printed so far."""
        text = machine.do("cat /tmp/lines")
        found = lines(text[:text.rindex(b"\n") + 1])
        for line in found:
            self.between(0, line["cpu"], 100)
        for line in found:
            print("  guest:", {name: value for name, value in line.items() if name not in ("records", "disk_used")})
        return found

    def no_jump(self, two, outside):
        """Nothing that changes is more than there can be: no number is taken over a wrong time."""
        for line in outside.all:
            self.between(990, line["elapsed_ms"], 3000)
            self.between(0, line["cores"], 2.5)
            self.between(0, line["net_out_bytes_per_second"], 1e6)
        for line in two.all:
            self.between(0, line["cpu"]["guest_busy"] or 0, 2.1)
            self.between(0, line["network"]["guest_out_bytes"] or 0, 1e6)

    def test_a_cpu_goes_offline_and_comes_back(self):
        """The guest's line has one row fewer. When the CPU is back, its row is unknown once. The busy share is of the CPUs
        that there are, so it changes; the number of busy CPUs does not. This number is unknown in the one line in which a
        CPU came or went. The host sees two threads all the time, of which one is idle meanwhile."""
        two, outside = self.watch(FIRST)
        cpu = "/sys/devices/system/cpu/cpu1/online"
        self.addCleanup(FIRST.do, f"[ $(cat {cpu}) = 1 ] || echo 1 >{cpu}")
        FIRST.do(f"echo 0 >{cpu}")
        self.settled(two, lambda line: self.assertIsNone(line["cpu"]["guest_busy"]))
        self.usual(two)
        time.sleep(1)
        FIRST.do(f"echo 1 >{cpu}")
        self.settled(two, lambda line: self.assertIsNone(line["cpu"]["guest_busy"]))
        self.usual(two)
        found = self.inside(FIRST)
        ids = [tuple(row["id"] for row in line["cpus"]) for line in found]
        alone = [place for place, row in enumerate(ids) if row == (0,)]
        self.assertEqual(set(ids), {(0,), (0, 1)})
        self.assertEqual(alone, list(range(alone[0], alone[-1] + 1)), "it went once and came back")
        self.assertEqual([line["cpus"][1]["cpu"] for line in found[alone[-1] + 1:]][:1], [None])
        self.assertIsNotNone(found[-1]["cpus"][1]["cpu"])
        # The one CPU that is left is busy; of two, half.
        self.assertGreater(max(found[place]["cpu"] for place in alone), 80)
        self.assertLess(found[-1]["cpu"], 80)
        self.no_jump(two, outside)
        for line in outside.all:
            self.assertEqual(line["vcpus"], 2)
            self.assertGreater(line["vcpu_cores"], 0.2)

    @unittest.skipUnless(OWN_HOST, "only a machine of the test's own may lose a CPU")
    def test_a_cpu_of_the_host_goes_offline_and_comes_back(self):
        """Two busy virtual CPUs on one of the host's: half of their time is run delay outside, and steal inside."""
        cpu = pathlib.Path("/sys/devices/system/cpu/cpu1/online")
        FIRST.do("while :; do :; done >/dev/null 2>&1 & echo $! >/tmp/second")
        self.addCleanup(FIRST.do, "kill $(cat /tmp/second)")
        two = self.start(FIRST)
        self.addCleanup(cpu.write_text, "1")
        FIRST.do("while :; do :; done >/dev/null 2>&1 & echo $! >/tmp/burner")
        self.addCleanup(FIRST.do, "kill $(cat /tmp/burner)")
        self.settled(two, lambda line: self.assertGreater(line["cpu"]["vcpu"], 1.2))
        cpu.write_text("0")

        def halved(line):
            cpu = line["cpu"]
            self.between(0.6, cpu["vcpu"], 1.02)
            self.between(0.6, cpu["vcpu_run_delay"], 1.4)
            self.assertAlmostEqual(cpu["guest_steal"], cpu["vcpu_run_delay"], delta=0.25)
            self.between(1.7, cpu["guest_busy"], 2.01)
            self.assertLess(cpu["host"], 1.1)
        self.settled(two, halved)
        cpu.write_text("1")
        self.settled(two, lambda line: self.assertGreater(line["cpu"]["vcpu"], 1.2))

    def test_the_guests_clock_is_set(self):
        """The guest's line says once by how much. No rate is wrong, since no interval is measured by this clock. The host sees
        nothing. vmmetrics-two-tier matches the lines by their arrival on the host's clock."""
        two, outside = self.watch(FIRST)
        self.addCleanup(FIRST.do, f"date -s @{int(time.time())}")
        FIRST.do("date -s '2031-01-01 00:00:00'")
        year_ms = 365 * 86400 * 1000
        self.settled(two, lambda line: self.assertGreater(line["guest_clock_ms"], year_ms))
        FIRST.do(f"date -s @{int(time.time())}")
        self.settled(two, lambda line: self.between(-4000, line["guest_clock_ms"], 3000))
        steps = [line["clock_step_ms"] for line in self.inside(FIRST) if "clock_step_ms" in line]
        self.assertEqual(len(steps), 2, steps)
        self.assertGreater(steps[0], year_ms)
        self.assertAlmostEqual(steps[0], -steps[1], delta=20_000)
        self.no_jump(two, outside)
        self.assertLess(max(line["skew_ms"] for line in two.all if line["skew_ms"] is not None), 3000)

    def test_the_guest_is_suspended_and_wakes(self):
        """A machine that sleeps uses no CPU and keeps its memory. The guest says how long it slept. Its rates are of the time
        in which it was awake. Other than after a pause by the hypervisor, its wall clock is right: it asks its clock chip.
        The driver of its interface begins its counters anew, so the rate of the interface is not known once."""
        two, outside = self.watch(FIRST)
        before = self.usual(two)
        FIRST.tell("echo mem >/sys/power/state")
        FIRST.wait_until(lambda: FIRST.qmp("query-status")["status"] == "suspended", "the guest sleeps")
        asleep = time.monotonic()

        def silent(line):
            self.assertEqual([line["cpu"]["guest_busy"], line["memory"]["guest_used"]], [None, None])
            self.assertEqual(line["cpu"]["host"], 0)
            self.assertGreater(line["memory"]["resident"], 32 * MIB)
        self.settled(two, silent)
        slept = time.monotonic() - asleep
        FIRST.qmp("system_wakeup")
        FIRST.answer()
        after = self.usual(two)
        self.assertAlmostEqual(before["guest_clock_ms"], after["guest_clock_ms"], delta=3000)
        self.settled(two, lambda line: self.assertIsNotNone(line["network"]["guest_in_bytes"]))
        found = self.inside(FIRST)
        woken = max((line for line in found if "gap_ms" in line), key=lambda line: line["gap_ms"])
        self.assertGreaterEqual(woken["gap_ms"], slept * 1000 - 2000)
        self.assertLess(woken["gap_ms"], slept * 1000 + 10_000)

        def received(line):
            records = line["records"]
            return next(usage["rx_bytes_per_second"] for row, usage in zip(records["net"], records["net_usage"])
                        if row["name"] == "eth0")
        self.assertEqual([line["ts"] for line in found if received(line) is None], [woken["ts"]])
        self.no_jump(two, outside)

    def test_memory_is_plugged_and_unplugged(self):
        """The guest's total grows by it and falls by it, to the byte. The host's resident memory grows only when the guest
        uses it, and falls when the guest has given it back."""
        size = 128 * MIB
        THIRD.do("echo online_movable >/sys/devices/system/memory/auto_online_blocks")
        two = self.start(THIRD)
        before = self.settled(two, lambda line: self.assertIsNotNone(line["memory"]["guest_total"]))["memory"]
        self.addCleanup(THIRD.plug, 0)
        seen = {}

        def is_now(name, check):
            seen[name] = self.settled(two, lambda line: check(line["memory"]))["memory"]
        THIRD.plug(size)
        is_now("plugged", lambda memory: self.assertEqual(memory["guest_total"] - before["guest_total"], size))
        THIRD.do("mkdir /tmp/more; mount -t tmpfs -o size=200m more /tmp/more;"
                 "dd if=/dev/urandom of=/tmp/more/fill bs=1M count=120")
        is_now("used", lambda memory: self.assertGreater(memory["guest_used"], before["guest_used"] + 120 * MIB))
        THIRD.do("umount /tmp/more; rmdir /tmp/more")
        THIRD.plug(0)
        is_now("unplugged", lambda memory: self.assertEqual(memory["guest_total"], before["guest_total"]))
        self.assertLess(seen["plugged"]["guest_used"], before["guest_used"] + 16 * MIB)
        self.assertLess(seen["plugged"]["resident"], before["resident"] + 48 * MIB)
        self.assertGreater(seen["used"]["resident"], seen["plugged"]["resident"] + 64 * MIB)
        self.assertLess(seen["unplugged"]["resident"], seen["used"]["resident"] - 64 * MIB)
        totals = [line["mem_total"] for line in self.inside(THIRD)]
        self.assertEqual(set(totals), {before["guest_total"], before["guest_total"] + size})


# ---- What happens to a machine ----

class Lifecycle(Test):
    def test_1_paused_and_resumed(self):
        """The host sees a process that does nothing, whose memory stays. Of the guest nothing is heard; its clock stands, so
        that its own interval has no gap, and dividing what it did by the host's time would be wrong."""
        def inside():
            """The guest's counters and clock, and between which moments of the host's."""
            began = time.monotonic()
            uptime, = FIRST.parse("system", "/proc/uptime")
            ended = time.monotonic()
            stat = FIRST.copy("/proc/stat", FOLDER / f"stat-{time.monotonic_ns()}")
            return stat, uptime["uptime_hundredths"] / 100, began, ended
        FIRST.do("while :; do :; done >/dev/null 2>&1 & echo $! >/tmp/burner")
        before = inside()
        time.sleep(1)
        memory = resident(FIRST)
        stopping = time.monotonic()
        self.addCleanup(FIRST.qmp, "cont")
        FIRST.qmp("stop")
        stopped = time.monotonic()
        balloon = FIRST.qmp("qom-get", path="/machine/peripheral/balloon", property="guest-stats")["last-update"]
        paused_memory = still(lambda: resident(FIRST))
        FIRST.tell("echo here")
        line, = host_lines(FIRST, 2)
        print(f"  paused: { {name: line[name] for name in ('cores', 'vcpu_cores', 'vcpu_run_delay_cores', 'rss')} }")
        self.assertEqual(line["vcpus"], 2)
        for name, most in (("vcpu_cores", 0.01), ("vcpu_run_delay_cores", 0.01), ("cores", 0.1)):
            self.between(0, line[name], most, what=name)
        self.assertEqual(line["net_in_bytes_per_second"], 0)
        # Until it was stopped it could still grow: the emulator translates what the guest runs.
        self.assertGreater(line["rss"], memory - 2 * MIB)
        self.assertAlmostEqual(line["rss"], paused_memory, delta=2 * MIB)
        # The monitor knows the balloon's size, and repeats what it heard last of the guest.
        self.assertEqual(FIRST.qmp("query-balloon")["actual"], FIRST.memory)
        self.assertEqual(FIRST.qmp("qom-get", path="/machine/peripheral/balloon", property="guest-stats")["last-update"],
                         balloon)
        resuming = time.monotonic()
        FIRST.qmp("cont")
        resumed = time.monotonic()
        self.assertEqual(FIRST.answer(), b"here\n")
        time.sleep(0.5)
        after = inside()
        FIRST.do("kill $(cat /tmp/burner)")
        usage, *_ = host_parse("--usage", "cpu_usage", before[0], after[0])
        own, elapsed = after[1] - before[1], after[3] - before[2]
        print(f"  {elapsed:.2f} s of the host, {resuming - stopped:.2f} paused, {own:.2f} of the guest, "
              f"{usage['busy_gopsutil_ratio'] * 2:.2f} CPUs busy in it")
        self.assertGreater(resuming - stopped, 1.9)
        self.assertLess(own, (elapsed - (resuming - stopped)) * 1.03 + 0.02)
        self.assertGreater(own, (after[2] - before[3] - (resumed - stopping)) * 0.97 - 0.02)
        self.between(0.2, usage["busy_gopsutil_ratio"] * 2, 1.5)
        line, = host_lines(FIRST, 1)
        self.assertLess(line["vcpu_cores"], 0.6)

    def sample(self, machine, name):
        """Copies of the guest's counters, and of the list of the host's interfaces."""
        folder = FOLDER / name
        folder.mkdir()
        for path in ("stat", "net/dev", "diskstats"):
            machine.copy(f"/proc/{path}", folder / pathlib.Path(path).name)
        (folder / "host-dev").write_bytes(pathlib.Path("/proc/net/dev").read_bytes())
        (folder / "time").write_text(str(time.monotonic()))
        return folder

    def usages(self, machine, before, after):
        """What follows from two samples, in the order CPU, interface, disk, TAP."""
        elapsed = float((after / "time").read_text()) - float((before / "time").read_text())
        total, *_ = host_parse("--usage", "cpu_usage", before / "stat", after / "stat")
        found = {"cpu": total}
        for usage, form, file, name in (("net_usage", "net", "dev", "eth0"), ("disk_usage", "disk", "diskstats", "vda"),
                                        ("net_usage", "net", "host-dev", machine.tap)):
            # A usage is of each row of the later file.
            rates = host_parse("--usage", usage, "--elapsed", f"{elapsed:.3f}", before / file, after / file)
            found[name], = (rate for rate, row in zip(rates, host_parse(form, after / file)) if row["name"] == name)
        return {name: usage.get("status", usage) for name, usage in found.items()}

    def work(self, machine, times):
        machine.do(f"""dd if=/dev/zero of=/dev/vda bs=64k count={10 * times} oflag=direct;
            ping -q -c {10 * times} -i 0.02 {machine.address}.1;
            now() {{ cut -d' ' -f1 /proc/uptime | tr -d .; }};
            ends=$(($(now) + {100 * times})); while [ $(now) -lt $ends ]; do :; done""")

    def test_2_saved_and_restored(self):
        """The guest's counters go back to what they were when it was saved: no rate, and a new baseline. So do those of its
        TAP, which is another one by the same name."""
        global SECOND
        self.work(SECOND, 1)
        early = self.sample(SECOND, "early")
        SECOND.save(FOLDER / "saved")
        SECOND.qmp("cont")
        self.work(SECOND, 2)
        late = self.sample(SECOND, "late")
        rates = self.usages(SECOND, early, late)
        self.assertGreater(rates["cpu"]["busy_gopsutil_ratio"], 0.1)
        for name, member in (("eth0", "tx_packets"), ("vda", "writes"), (SECOND.tap, "rx_packets")):
            self.assertGreater(rates[name][f"{member}_per_second"], 2, name)
        ENDED.add(SECOND.pid)
        SECOND.close()
        machines.wait_until(lambda: not os.path.exists(f"/sys/class/net/{SECOND.tap}"), "the TAP is gone")
        with self.assertRaises(AssertionError):
            host_lines(SECOND)

        SECOND = Machine(2, FOLDER / "image2", cpus=1, deflate_on_oom=True, saved=FOLDER / "saved")
        unittest.addModuleCleanup(SECOND.close)
        SECOND.wait_until(lambda: SECOND.qmp("query-status")["status"] == "running", "the state is restored")
        restored = self.sample(SECOND, "restored")
        found = self.usages(SECOND, late, restored)
        print(f"  {found}")
        for name, status in found.items():
            self.assertIsInstance(status, str, name)
            self.assertRegex(status, "restarted", name)
        # Since it was saved, its counters have only grown.
        found = self.usages(SECOND, early, restored)
        self.assertGreaterEqual(found["cpu"]["total_ticks"], 0)
        self.assertEqual(found["eth0"]["tx_errors_per_second"], 0)
        self.assertRegex(found.pop(SECOND.tap), "restarted")
        # And the new baseline is one.
        self.work(SECOND, 1)
        found = self.usages(SECOND, restored, self.sample(SECOND, "next"))
        print(f"  after it: {found['cpu']['busy_gopsutil_ratio']:.2f} busy, "
              f"{found['eth0']['tx_packets_per_second']:.1f} packets/s sent, {found['vda']['writes_per_second']:.1f} writes/s")
        self.between(0.1, found["cpu"]["busy_gopsutil_ratio"], 1)
        for name, member in (("eth0", "tx_packets"), ("vda", "writes"), (SECOND.tap, "rx_packets")):
            self.between(1, found[name][f"{member}_per_second"], 200, what=name)

    def test_3_killed(self):
        """Its lines end and say why; those of the other machine go on."""
        one = host.Lines(self, "--pid", SECOND.pid, "--interval", "0.3", "--count", "0")
        every = host.Lines(self, "--all", "--interval", "0.3", "--count", "0")
        for pid in (FIRST.pid, SECOND.pid):
            every.until(lambda line, pid=pid: line["pid"] == pid)
        one.until(lambda line: True)
        ENDED.add(SECOND.pid)
        os.kill(SECOND.pid, signal.SIGKILL)
        self.assertEqual(one.wait(), (1, f"vmmetrics-host: process {SECOND.pid}: No such process\n"))
        begin = len(every.all)
        for _ in range(3):
            every.until(lambda line: line["pid"] == FIRST.pid)
        seen = every.all[begin:]
        self.assertNotIn(SECOND.pid, [line["pid"] for line in seen[1:]])
        last = [line for line in seen if line["pid"] == FIRST.pid][-1]
        self.assertEqual((last["vcpus"], last["tap"]), (2, FIRST.tap))
        self.assertEqual(every.end(), (-15, ""))
        with self.assertRaises(vm.Failure):
            SECOND.vm.ended()


    def test_4_tap_deleted_and_made_again(self):
        """Another TAP by the same name has nothing to do with the counters of the one before: no rate, never a jump. Without
        the name, vmmetrics-host finds that the machine has no TAP any more."""
        dev = pathlib.Path("/proc/net/dev")
        before = FOLDER / "dev-before"
        before.write_bytes(dev.read_bytes())
        old, = (row for row in host_parse("net", before) if row["name"] == FIRST.tap)
        self.assertGreater(old["rx_bytes"], 100_000)
        named = host.Lines(self, "--pid", FIRST.pid, "--tap", FIRST.tap, "--interval", "0.2", "--count", "0")
        named.until(lambda line: line["net_out_bytes_per_second"] == 0)
        subprocess.run(["ip", "link", "delete", FIRST.tap], check=True)
        named.until(lambda line: line["net_out_bytes_per_second"] is None)
        again = host.Child(self, host.TAP, FIRST.tap)
        self.assertEqual(again.answer(), "ready")
        again.tell("20")
        named.until(lambda line: line["net_out_bytes_per_second"] is not None)
        # Should it be found before they are sent, these 20 frames are a rate.
        for line in named.all:
            for way in ("in", "out"):
                self.between(0, line[f"net_{way}_bytes_per_second"] or 0, 20 * 1000 / 0.15)
        self.assertEqual(named.end(), (-15, ""))
        after = FOLDER / "dev-after"
        after.write_bytes(dev.read_bytes())
        rates = host_parse("--usage", "net_usage", "--elapsed", "1", before, after)
        rate, = (rate for rate, row in zip(rates, host_parse("net", after)) if row["name"] == FIRST.tap)
        self.assertRegex(rate["status"], "restarted")
        line, = host_lines(FIRST, 0.2)
        self.assertEqual((line["net_out_bytes_per_second"], line["vcpus"]), (None, 2))


class Nothing(unittest.TestCase):
    def test_stays_on_the_host(self):
        unittest.doModuleCleanups()
        self.assertEqual(machines.state(), BEFORE)
        self.assertFalse(FOLDER.exists())


def load_tests(loader, _tests, _pattern):
    """In the order of the classes: the last ones end the machines."""
    return unittest.TestSuite(loader.loadTestsFromTestCase(case)
                              for case in (Guest, BothTiers, Memory, TwoTier, Changes, Lifecycle, Nothing))


def missing():
    """Why there can be no test here, or None."""
    if os.geteuid() != 0:
        return "this is not root"
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        return "there is no /dev/net/tun to be opened"
    for program in (vm.QEMU, "losetup", "ip"):
        if shutil.which(program) is None:
            return f"there is no {program}"
    if subprocess.run(["losetup", "--find"], capture_output=True, check=False).returncode != 0:
        return "no loop device is to be had"
    try:
        vm.unpacked(vm.KERNEL)
        vm.unpacked("busybox-static")
    except vm.Missing as reason:
        return str(reason)
    return None


if __name__ == "__main__":
    if missing() is not None:
        print(f"skipped because {missing()}")
        sys.exit(77)
    unittest.main(verbosity=2)
