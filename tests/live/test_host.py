# SPDX-License-Identifier: MIT
"""A host's disks, interfaces and processes under loads that the tests make, beside iostat, sar, pidstat, mpstat, ip and ps;
what is replaced between two samples; and vmmetrics-host on virtual machines.

Nearly all comparisons are exact. iostat and its kin read the same counters, but at moments of their own; so the load is
made wholly between their two readings, and ours lie around theirs: both then see the same growth. What they divide it by
is found from one of their numbers, must be about the time that they were asked for, and is that of all the others.

Needs root; single tests are skipped where what they need is missing."""

import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import unittest

import host
import test_cgroup_v1
from host import PAGE, TICKS, needs, needs_host, needs_library, needs_namespaces, needs_root, needs_tun, usage, vmmetrics


sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "vm"))
import vm  # noqa: E402

INTERVAL = 2
# A tool has begun its interval by then.
STARTED = 0.4


class Test(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def within(self, command, sample, load):
        """The load within the tool's interval: samples before and after, and what the tool printed; None where a busy
        machine took too long."""
        before = sample()
        began = time.monotonic()
        tool = host.start_tool(*command)
        time.sleep(STARTED)
        load()
        in_time = time.monotonic() < began + INTERVAL
        output = host.output_of(tool)
        return (before, sample(), output) if in_time else None

    def settle(self, attempt, tries=3):
        """The attempt gives what does not agree; in one of several it must be nothing."""
        for _ in range(tries):
            differences = attempt()
            if not differences:
                return
        self.fail(f"not once in {tries} attempts; the last time: {differences}")

    def differences(self, pairs, lead, elapsed, extra=0.0):
        """Of {name: (the tool's number a second, ours)} those that do not agree. The tool's have two decimals. Its
        interval, and how well it is known, follow from the pair that leads, the one with the largest numbers."""
        tools, ours = pairs[lead]
        if not ours or not tools:
            return {lead: pairs[lead]}
        interval = ours * elapsed / tools
        print(f"  interval {interval:.3f} s within {elapsed:.3f} s; {pairs}")
        if not INTERVAL * 0.99 < interval <= elapsed + 0.02:
            return {"interval": (interval, elapsed)}
        found = {}
        for name, (tools, ours) in pairs.items():
            ours = (ours or 0) * elapsed / interval
            if abs(tools - ours) > 0.006 + ours * 0.006 / pairs[lead][0] + extra:
                found[name] = (tools, ours)
        return found

    def tap(self, namespace, name, frames):
        tap = host.Child(self, host.TAP, name, inside=namespace.inside)
        self.assertEqual(tap.answer(), "ready")
        tap.tell(str(frames))
        return tap

    def assert_reset(self, failure, what="restarted|replaced"):
        self.assertIsInstance(failure, vmmetrics.Failure, failure)
        self.assertRegex(str(failure), what)


@needs_library
class Tools(Test):
    """What the library says between two samples beside what a tool says of the same time."""

    @needs_root
    @needs("iostat", "losetup", "dd")
    def test_disk_as_iostat_has_it(self):
        loop = host.LoopDevice(self, self.folder / "image")
        names = {"r/s": "reads_per_second", "w/s": "writes_per_second", "rrqm/s": "reads_merged_per_second",
                 "wrqm/s": "writes_merged_per_second", "f/s": "flushes_per_second", "d/s": "discards_per_second"}
        kilobytes = {"rkB/s": "read_bytes_per_second", "wkB/s": "write_bytes_per_second"}
        means = {"r_await": ("read_await_ms", 1), "w_await": ("write_await_ms", 1), "rareq-sz": ("mean_read_bytes", 1024),
                 "wareq-sz": ("mean_write_bytes", 1024)}

        def attempt():
            taken = self.within(["iostat", "-x", "-d", "-k", "-y", "-o", "JSON", loop.name, INTERVAL, 1],
                                lambda: host.disk(loop.name), lambda: loop.copy(800, 1200))
            if taken is None:
                return "too late"
            before, after, output = taken
            report, = host.load(output)["sysstat"]["hosts"][0]["statistics"][0]["disk"]
            ours = usage("disk_usage", before, after)
            elapsed = (after.time_ns - before.time_ns) / 1e9
            pairs = {name: (report[name], ours[member]) for name, member in names.items()}
            pairs.update({name: (report[name], ours[member] / 1024) for name, member in kilobytes.items()})
            pairs["%util"] = (report["util"], ours["busy_ratio"] * 100)
            pairs["aqu-sz"] = (report["aqu-sz"], ours["queue_length"])
            found = self.differences(pairs, "wkB/s", elapsed)
            # These are divided by no time.
            for name, (member, scale) in means.items():
                if abs(report[name] - ours[member] / scale) > 0.0051:
                    found[name] = (report[name], ours[member])
            if not found:
                self.assertGreaterEqual(round(ours["writes_per_second"] * elapsed), 800)
                self.assertGreaterEqual(round(ours["reads_per_second"] * elapsed), 1200)
                self.assertGreater(ours["busy_ratio"], 0.001)
            return found
        self.settle(attempt)

    @needs_namespaces
    @needs("sar")
    def test_interface_as_sar_has_it(self):
        namespace = host.Namespace(self)
        namespace.run("ip", "link", "add", "one", "type", "veth", "peer", "name", "two")
        namespace.run("ip", "-batch", "-", text="link set one up\nlink set two up\n")
        one = host.Child(self, host.SENDER, "one", inside=namespace.inside)
        two = host.Child(self, host.SENDER, "two", inside=namespace.inside)
        self.assertEqual((one.answer(), two.answer()), ("ready", "ready"))
        names = {"rxpck/s": "rx_packets_per_second", "txpck/s": "tx_packets_per_second"}
        kilobytes = {"rxkB/s": "rx_bytes_per_second", "txkB/s": "tx_bytes_per_second"}

        def attempt():
            for sample in (lambda: namespace.directory("one"), lambda: namespace.row("one")):
                def load():
                    one.tell("20000")
                    two.tell("7000")
                taken = self.within([*namespace.inside, "sar", "-n", "DEV", str(INTERVAL), "1"], sample, load)
                if taken is None:
                    return "too late"
                before, after, output = taken
                report, = [row for row in host.columns(output, "IFACE")[:4] if row["IFACE"] == "one"][:1]
                ours = usage("net_usage", before, after)
                elapsed = (after.time_ns - before.time_ns) / 1e9
                pairs = {name: (float(report[name]), ours[member]) for name, member in names.items()}
                pairs.update({name: (float(report[name]), ours[member] / 1024) for name, member in kilobytes.items()})
                if ours["utilisation_sar_ratio"] is not None:
                    pairs["%ifutil"] = (float(report["%ifutil"]), ours["utilisation_sar_ratio"] * 100)
                found = self.differences(pairs, "txpck/s", elapsed)
                if found:
                    return found
                self.assertEqual(round(ours["tx_packets_per_second"] * elapsed), 20000)
                self.assertEqual(round(ours["rx_packets_per_second"] * elapsed), 7000)
                self.assertEqual(round(ours["tx_bytes_per_second"] * elapsed), 20000 * 1000)
            return None
        self.settle(attempt)

    @needs_namespaces
    def test_interface_as_ip_has_it(self):
        """Equal while nothing happens; under load, between what ip says before and after."""
        namespace = host.Namespace(self)
        namespace.run("ip", "link", "add", "one", "type", "veth", "peer", "name", "two")
        namespace.run("ip", "-batch", "-", text="link set one up\nlink set two up\n")
        one = host.Child(self, host.SENDER, "one", inside=namespace.inside)
        self.assertEqual(one.answer(), "ready")
        errors = ("length", "crc", "frame", "missed", "fifo", "over")

        def link():
            found, = host.load(namespace.run("ip", "-j", "-s", "-s", "link", "show", "dev", "one"))
            rx, tx = found["stats64"]["rx"], found["stats64"]["tx"]
            said = {f"{way}_{name}": side[name] for way, side in (("rx", rx), ("tx", tx))
                    for name in ("bytes", "packets", "errors", "dropped")}
            said.update({f"rx_{name}_errors": rx[f"{name}_errors"] for name in errors if f"{name}_errors" in rx})
            said.update({f"tx_{name}_errors": tx[f"{name}_errors"]
                         for name in ("aborted", "fifo", "window", "heartbeat", "carrier") if f"{name}_errors" in tx})
            said.update({"multicast": rx["multicast"], "collisions": tx["collisions"]})
            if "carrier_changes" in tx:
                said["carrier_changes"] = tx["carrier_changes"]
            return said, {"ifindex": found["ifindex"], "mtu_bytes": found["mtu"], "tx_queue_len": found["txqlen"]}

        one.tell("1000")
        said, fixed = link()
        files = namespace.directory("one").record.as_dict()
        self.assertEqual({**said, **fixed}, {name: files[name] for name in (*said, *fixed)})
        self.assertGreater(len(said), 15)
        row = namespace.row("one").record.as_dict()
        both = [name for name in said if row[name] is not None]
        self.assertEqual({name: said[name] for name in both}, {name: row[name] for name in both})
        self.assertGreaterEqual(len(both), 8)
        self.assertGreaterEqual(said["tx_packets"], 1000)

        one.process.stdin.write("200000\n")
        one.process.stdin.flush()
        moved = 0
        for _ in range(5):
            first, _ = link()
            ours = namespace.directory("one").record.as_dict()
            last, _ = link()
            for name in said:
                self.assertTrue(first[name] <= ours[name] <= last[name], (name, first[name], ours[name], last[name]))
            moved += first["tx_packets"] < ours["tx_packets"] < last["tx_packets"]
        self.assertGreater(moved, 0, "there was no load")

    def worker(self):
        worker = host.Child(self, host.WORKER, self.folder / "written")
        self.assertEqual(worker.answer(), "ready")
        # It has yet to fall asleep.
        time.sleep(0.05)
        return worker

    @needs_root
    @needs("pidstat")
    def test_process_as_pidstat_has_it(self):
        worker = self.worker()
        # The names that pidstat has for them, what one of ours is one of theirs, and how well theirs are known.
        names = {"%usr": ("user_cores", 100), "%system": ("system_cores", 100), "%CPU": ("cores_used", 100),
                 "%wait": ("run_delay_cores", 100), "minflt/s": ("minflt_per_second", 1),
                 "majflt/s": ("majflt_per_second", 1), "kB_rd/s": ("read_bytes_per_second", 1 / 1024),
                 "kB_wr/s": ("write_bytes_per_second", 1 / 1024),
                 "kB_ccwr/s": ("cancelled_write_bytes_per_second", 1 / 1024),
                 "cswch/s": ("voluntary_ctxt_switches_per_second", 1),
                 "nvcswch/s": ("nonvoluntary_ctxt_switches_per_second", 1)}

        def attempt():
            taken = self.within(["pidstat", "-h", "-u", "-d", "-w", "-r", "-p", str(worker.pid), str(INTERVAL), "1"],
                                lambda: host.process(worker.pid), worker.tell)
            if taken is None:
                return "too late"
            before, after, output = taken
            report = host.columns(output, "PID")[0]
            ours = usage("process_usage", before, after, ticks_per_second=TICKS)
            elapsed = (after.time_ns - before.time_ns) / 1e9
            pairs = {name: (float(report[name]), ours[member] * scale) for name, (member, scale) in names.items()
                     if report.get(name, "-1.00") != "-1.00"}
            # Its %wait is made of ticks.
            found = self.differences({name: pair for name, pair in pairs.items() if name != "%wait"}, "minflt/s", elapsed)
            if abs(pairs["%wait"][0] - pairs["%wait"][1] * elapsed / INTERVAL) > 2 + pairs["%wait"][0] / 10:
                found["%wait"] = pairs["%wait"]
            now = after.record.as_dict()
            if int(report["VSZ"]) * 1024 != now["vm_size_bytes"] or \
                    int(report["RSS"]) * 1024 not in (now["vm_rss_bytes"], now["rss_pages"] * PAGE):
                found["memory"] = (report, now["vm_size_bytes"], now["vm_rss_bytes"])
            if not found:
                self.assertGreater(ours["cores_used"] * elapsed, 0.39)
                self.assertGreaterEqual(round(ours["write_bytes_per_second"] * elapsed), 8 << 20)
            return found
        self.settle(attempt)

    @needs("ps")
    def test_process_as_ps_has_it(self):
        """While a process does nothing, ps and ours are equal."""
        worker = self.worker()
        worker.tell()
        names = {"pid": "pid", "ppid": "ppid", "pgid": "pgrp", "sess": "session", "nlwp": "num_threads",
                 "min_flt": "minflt", "maj_flt": "majflt", "ni": "nice", "psr": "processor", "tpgid": "tpgid",
                 "uid": "uid_effective", "ruid": "uid_real"}

        def attempt():
            text = subprocess.run(["ps", "-o", ",".join([*names, "rss", "vsz", "times", "stat", "comm"]), "-p",
                                   str(worker.pid)], capture_output=True, text=True, check=True, env=host.C).stdout
            said = dict(zip([*names, "rss", "vsz", "times", "stat", "comm"], text.splitlines()[1].split()))
            ours = host.process(worker.pid).record.as_dict()
            found = {name: (said[name], ours[member]) for name, member in names.items()
                     if int(said[name]) != (-1 if ours[member] is None else ours[member])}
            if int(said["rss"]) * 1024 not in (ours["vm_rss_bytes"], ours["rss_pages"] * PAGE):
                found["rss"] = (said["rss"], ours["vm_rss_bytes"])
            if int(said["vsz"]) * 1024 != ours["vsize_bytes"]:
                found["vsz"] = (said["vsz"], ours["vsize_bytes"])
            if int(said["times"]) != (ours["utime_ticks"] + ours["stime_ticks"]) // TICKS:
                found["times"] = (said["times"], ours["utime_ticks"], ours["stime_ticks"])
            if (said["stat"][0], said["comm"]) != ("S", ours["comm"]) or ours["state"] != 2:
                found["stat"] = (said["stat"], ours["state"], ours["comm"])
            return found
        self.settle(attempt)

    @needs("mpstat")
    def test_cpus_as_mpstat_has_them(self):
        """mpstat's interval lies within ours. What a CPU did in it is no more than what it did in ours, and less by at
        most the time between their ends, and what the kernel books late."""
        names = {"usr": "user", "nice": "nice", "sys": "system", "iowait": "iowait", "irq": "irq", "soft": "softirq",
                 "steal": "steal", "guest": "guest", "gnice": "guest_nice", "idle": "idle"}

        def sample():
            text = pathlib.Path("/proc/stat").read_bytes()
            return text[:text.index(b"intr")], time.monotonic()

        def attempt():
            before, began = sample()
            burner = subprocess.Popen([sys.executable, "-c", "while True: pass"])
            try:
                output = host.output_of(host.start_tool("mpstat", "-P", "ALL", "-o", "JSON", str(INTERVAL), "1"))
            finally:
                burner.kill()
                burner.wait()
            after, ended = sample()
            extra = ended - began - INTERVAL
            report = {row["cpu"]: row for row in host.load(output)["sysstat"]["hosts"][0]["statistics"][0]["cpu-load"]}
            found, compared, busy = {}, 0, 0.0
            for old, new in zip(vmmetrics.Cpu.rows(before), vmmetrics.Cpu.rows(after)):
                use = vmmetrics.CpuUsage.between(old, new).as_dict()
                name = "all" if use["id"] is None else str(use["id"])
                if name not in report:
                    continue
                compared += 1
                for theirs, ours in names.items():
                    ours = (use[f"{ours}_ratio"] or 0) * (INTERVAL + extra)
                    theirs_s = report[name][theirs] / 100 * INTERVAL
                    slack = 0.04 + INTERVAL * 0.02
                    if not theirs_s - slack <= ours <= theirs_s + extra + slack:
                        found[name, theirs] = (theirs_s, ours, extra)
                busy = max(busy, 1 - (use["idle_ratio"] or 0))
            print(f"  {compared} rows, {extra:.3f} s around mpstat's interval")
            if compared != 1 + len(report) - 1 or busy < 0.3:
                found["rows"] = (compared, len(report), busy)
            return found
        self.settle(attempt)


@needs_library
class Replaced(Test):
    """What has been replaced by another of the same name."""

    @staticmethod
    def with_instance(sample, number):
        sample.record = sample.record.replace(instance_id=number)
        return sample

    @needs_namespaces
    @needs_tun
    def test_tap_deleted_and_made_again(self):
        name = "tap0"
        for later, what in ((200, "above"), (50, "below")):
            namespace = host.Namespace(self)
            tap = self.tap(namespace, name, 100)
            files, row = namespace.directory(name), namespace.row(name)
            self.assertEqual((files["rx_packets"], row["rx_packets"]), (100, 100))
            tap.end()
            self.tap(namespace, name, later)
            files_now, row_now = namespace.directory(name), namespace.row(name)
            self.assertEqual((files_now["rx_packets"], row_now["rx_packets"]), (later, later))
            self.assertNotEqual(files["ifindex"], files_now["ifindex"])
            self.assert_reset(usage("net_usage", files, files_now))
            # A row of /proc/net/dev has no ifindex: all that can be seen is whether a counter fell. The caller may know.
            seen = usage("net_usage", row, row_now)
            if later < 100:
                self.assert_reset(seen)
            else:
                elapsed = (row_now.time_ns - row.time_ns) / 1e9
                self.assertEqual(round(seen["rx_packets_per_second"] * elapsed), later - 100)
            print(f"  counters {what}, by /proc/net/dev alone: {seen}")
            self.assert_reset(usage("net_usage", self.with_instance(row, files["ifindex"]),
                                    self.with_instance(row_now, files_now["ifindex"])))

    @needs_namespaces
    @needs_tun
    def test_tap_in_another_namespace_with_the_same_number(self):
        first, second = host.Namespace(self), host.Namespace(self)
        self.tap(first, "tap0", 100)
        self.tap(second, "tap0", 300)
        before, after = first.directory("tap0"), second.directory("tap0")
        self.assertEqual(before["ifindex"], after["ifindex"])
        seen = usage("net_usage", before, after)
        print(f"  without instance_id: {seen}")
        # Never more than it has really had in all.
        elapsed = (after.time_ns - before.time_ns) / 1e9
        self.assertEqual(round(seen["rx_packets_per_second"] * elapsed), 200)
        self.assertNotEqual(first.identity(), second.identity())
        self.assert_reset(usage("net_usage", self.with_instance(before, first.identity()),
                                self.with_instance(after, second.identity())))

    @needs_root
    @needs("losetup", "dd")
    @unittest.skipUnless(os.path.exists("/sys/block/loop0/diskseq"), "the kernel gives disks no sequence number")
    def test_loop_device_over_another_file(self):
        loop = host.LoopDevice(self, self.folder / "image")
        loop.copy(100, 10)
        files, row = host.disk_directory(loop.name), host.disk(loop.name)
        loop.copy(30, 0)
        self.assertIsInstance(usage("disk_usage", files, host.disk_directory(loop.name)), dict)
        loop.detach()
        again = host.LoopDevice(self, self.folder / "other", loop.path)
        again.copy(20, 0)
        files_now, row_now = host.disk_directory(loop.name), host.disk(loop.name)
        self.assertGreater(files_now["diskseq"], files["diskseq"])
        self.assert_reset(usage("disk_usage", files, files_now))
        # /proc/diskstats has no sequence number, and the kernel lets the counters go on: what both files had is seen.
        seen = usage("disk_usage", row, row_now)
        print(f"  by /proc/diskstats alone: {seen}")
        if isinstance(seen, dict):
            elapsed = (row_now.time_ns - row.time_ns) / 1e9
            self.assertLessEqual(round(seen["writes_per_second"] * elapsed), 50)
            self.assertLessEqual(seen["busy_ratio"] or 0, 1)
        else:
            self.assert_reset(seen)

    @needs_root
    @needs("unshare")
    def test_process_replaced_under_the_same_number(self):
        """In a PID namespace of its own, a process ends and the next gets its number, and has used more."""
        script = """
import os, signal, sys, time
def burn(seconds):
    started = os.fork()
    if started == 0:
        while time.process_time() < seconds:
            pass
        print(os.getpid(), flush=True)
        signal.pause()
    return started
for order in sys.stdin:
    seconds, number = order.split()
    if number != "0":
        os.kill(int(number), signal.SIGKILL)
        os.waitpid(int(number), 0)
        with open("/proc/sys/kernel/ns_last_pid", "w") as last:
            last.write(str(int(number) - 1))
    burn(float(seconds))
"""
        child = host.Child(self, script, inside=["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"])
        inner = None
        for _ in range(100):
            text = pathlib.Path(f"/proc/{child.pid}/task/{child.pid}/children").read_text().split()
            if text:
                inner, = text
                break
            time.sleep(0.02)
        self.assertIsNotNone(inner, "the kernel does not list children, or there is none")
        number = child.tell("0.1 0")
        proc = f"/proc/{inner}/root/proc"
        before = host.process(number, proc)
        same = host.process(number, proc)
        self.assertIsInstance(usage("process_usage", before, same, ticks_per_second=TICKS), dict)
        self.assertEqual(child.tell(f"0.5 {number}"), number)
        after = host.process(number, proc)
        self.assertEqual(before["pid"], after["pid"])
        self.assertLess(before["utime_ticks"], after["utime_ticks"])
        self.assertLess(before["starttime_ticks"], after["starttime_ticks"])
        self.assert_reset(usage("process_usage", before, after, ticks_per_second=TICKS))


@needs_library
class Many(Test):
    @needs_namespaces
    def test_300_interfaces_read_to_the_end(self):
        namespace = host.Namespace(self)
        namespace.run("ip", "-batch", "-", text="".join(
            f"link add v{i} type veth peer name w{i}\n" for i in range(150)))
        interfaces = host.rows("net", namespace.list())
        self.assertLessEqual({"lo", *(f"{end}{i}" for end in "vw" for i in range(150))}, set(interfaces))
        self.assertGreaterEqual(len(interfaces), 301)
        self.assertEqual(len(interfaces), len(namespace.list().splitlines()) - 2)
        with open(f"/proc/{namespace.pid}/net/dev", "rb", buffering=0) as file:
            one = os.read(file.fileno(), 1 << 20)
        found = sum(1 for _ in vmmetrics.Net.rows(one, on_failure=lambda _: None))
        print(f"  one read() of 1 MiB: {len(one)} of {len(namespace.list())} bytes, {found} of {len(interfaces)} rows")


@needs_host
@needs_root
class Host(Test):
    """vmmetrics-host on processes that look like monitors, and on a virtual machine."""

    def monitor(self, name=None, inside=()):
        """A process that is called firecracker."""
        python = self.folder / "firecracker"
        if not python.exists():
            python.symlink_to(os.path.realpath(sys.executable))
        monitor = host.Child(self, host.MONITOR, name or host.tap_name(), inside=inside, python=str(python))
        self.assertEqual(monitor.answer(), "ready")
        return monitor

    @needs_namespaces
    @needs_tun
    def test_what_comes_later_is_found(self):
        """A monitor in a network namespace of its own, as soon as it has begun: its TAP comes later, and the name of its
        virtual CPU only some time after the thread."""
        monitor = self.monitor("tap0", host.Namespace(self).inside)
        lines = host.Lines(self, "--pid", monitor.pid, "--interval", "0.5", "--count", "0")
        first = lines.until(lambda line: True)
        self.assertEqual((first["process"], first["tap"], first["vcpus"], first["vcpu_cores"]),
                         ("firecracker", None, None, None))
        monitor.tell("vcpu")
        monitor.tell("tap")
        lines.until(lambda line: line["tap"] == "tap0" and line["net_in_packets_per_second"] is not None)
        begin = len(lines.all)
        monitor.tell("300")
        busy = lines.until(lambda line: line["vcpus"] == 1)
        busy = lines.until(lambda line: line["vcpus"] == 1)
        lines.until(lambda line: True)
        seen = lines.all[begin:]
        # What it has sent is what its TAP has received.
        self.assertAlmostEqual(host.total(seen, "net_out_packets_per_second"), 300, delta=3)
        self.assertAlmostEqual(host.total(seen, "net_out_bytes_per_second"), 300000, delta=3000)
        self.assertEqual(host.total(seen, "net_in_packets_per_second"), 0)
        self.check_busy(busy, 1)
        monitor.tell("idle")
        lines.until(lambda line: line["vcpu_cores"] == 0)
        # The monitor ends, and its parent has not waited for it yet.
        os.kill(monitor.pid, 9)
        self.assertEqual(lines.wait(), (1, f"vmmetrics-host: process {monitor.pid}: No such process\n"))

    @needs_namespaces
    @needs_tun
    def test_a_tap_that_is_replaced_is_found_at_once(self):
        """Long after the beginning, when nothing is looked for without a reason: the interface is removed and made again
        under its name, its counters are higher at once, and no line has a rate of both."""
        namespace = host.Namespace(self)
        tap = self.tap(namespace, "tap0", 100)
        monitor = self.monitor(inside=namespace.inside)
        lines = host.Lines(self, "--pid", monitor.pid, "--tap", "tap0", "--interval", "0.1", "--count", "0",
                           inside=namespace.inside)
        for _ in range(10):
            lines.until(lambda line: line["net_out_packets_per_second"] == 0)
        tap.end()
        self.tap(namespace, "tap0", 300)
        begin = len(lines.all)
        lines.until(lambda line: line["net_out_packets_per_second"] is None)
        for _ in range(3):
            lines.until(lambda line: line["net_out_packets_per_second"] == 0)
        seen = [line["net_out_packets_per_second"] for line in lines.all[begin:]]
        self.assertLessEqual(set(seen), {None, 0}, seen)
        self.assertLess(seen.count(None), 5, seen)

    def check_busy(self, line, vcpus):
        """A busy virtual CPU runs, or waits for a CPU of the host; an idle one may wait, but hardly runs. 10 ms ticks, and
        files that are not all read at the same moment, make what the process used differ from what its threads did."""
        self.assertLess(line["vcpu_cores"], vcpus + 0.15, line)
        self.assertGreater(line["vcpu_cores"] + line["vcpu_run_delay_cores"], 0.85 * vcpus, line)
        self.assertLess(line["vcpu_cores"] + line["vcpu_run_delay_cores"], line["vcpus"] + 0.1, line)
        self.assertGreater(line["vcpu_cores"], 0.02 * vcpus)
        self.assertLess(line["overhead_cores"], 0.5)
        self.assertAlmostEqual(line["cores"], line["vcpu_cores"] + line["overhead_cores"], delta=0.15)
        self.assertAlmostEqual(line["cpu_percent"], 100 * (line["vcpu_cores"] + line["overhead_cores"]) / line["vcpus"],
                               delta=0.001)

    def test_all_goes_on_without_one_that_was_killed(self):
        monitors = [self.monitor() for _ in range(3)]
        numbers = {monitor.pid for monitor in monitors}
        lines = host.Lines(self, "--all", "--interval", "0.3", "--count", "0")
        for number in numbers:
            lines.until(lambda line, number=number: line["pid"] == number)
        gone = monitors[0].pid
        os.kill(gone, 9)
        # A whole round later it is not there any more; the others are, each once a round.
        for _ in range(2):
            lines.until(lambda line: line["pid"] == monitors[1].pid)
        begin = len(lines.all)
        late = self.monitor()
        lines.until(lambda line: line["pid"] == late.pid)
        for _ in range(2):
            lines.until(lambda line: line["pid"] == monitors[2].pid)
        seen = [line["pid"] for line in lines.all[begin:]]
        self.assertNotIn(gone, seen)
        self.assertLessEqual({monitor.pid for monitor in monitors[1:]} | {late.pid}, set(seen))
        self.assertLessEqual(abs(seen.count(monitors[1].pid) - seen.count(monitors[2].pid)), 1)
        self.assertEqual(lines.end(), (-15, ""))

    def test_what_is_not_there_is_said(self):
        monitor = self.monitor()
        for option, value, reason in (("--tap", "nosuch", "no such interface"),
                                      ("--disk", "nosuch", "no such block device"),
                                      ("--cgroup", "/nosuch", "No such file or directory"),
                                      ("--cgroup", "/dev/null", "Not a directory")):
            done = host.Lines(self, "--pid", monitor.pid, option, value).wait()
            self.assertEqual(done, (1, f"vmmetrics-host: {option} {value}: {reason}\n"))
        self.assertEqual(host.Lines(self, "--pid", 2**22 + 1).wait()[0], 1)
        for option in ("--balloon", "--hypervisor", "--firecracker-metrics"):
            done = host.Lines(self, "--pid", monitor.pid, option, self.folder / "none").wait()
            self.assertEqual(done, (1, f"vmmetrics-host: {option} {self.folder / 'none'}: No such file or directory\n"))
            for path, reason in ((self.folder, "is a directory"), ("/dev/zero", "is a device, and not a file")):
                if option == "--hypervisor":
                    continue
                done = host.Lines(self, "--pid", monitor.pid, option, path).wait()
                self.assertEqual(done, (1, f"vmmetrics-host: {option} {path}: {reason}\n"))
            done = host.Lines(self, "--all", option, self.folder / "none").wait()
            self.assertEqual((done[0], "the path needs {pid}" in done[1]), (2, True))

    def test_answers_of_all_machines(self):
        """A file of each machine, by the number of its process. One that is not there costs that machine's numbers only."""
        monitors = [self.monitor() for _ in range(3)]
        for pages, monitor in enumerate(monitors[:2], 5):
            (self.folder / f"{monitor.pid}.json").write_text(f'{{"actual_pages":{pages}}}')
        lines = host.Lines(self, "--all", "--balloon", self.folder / "{pid}.json", "--interval", "0.1", "--count", "2")
        status, messages = lines.wait()
        self.assertEqual(status, 0)
        self.assertEqual({(line["pid"], line["balloon_actual"]) for line in lines.all
                          if line["pid"] in {monitor.pid for monitor in monitors}},
                         {(monitors[0].pid, 5 * 4096), (monitors[1].pid, 6 * 4096), (monitors[2].pid, None)})
        self.assertEqual(messages.count(f"--balloon {self.folder}/{monitors[2].pid}.json: No such file or directory\n"), 1)

    def test_balloon_that_is_a_fifo(self):
        """It is refused at the beginning; one that comes later is not waited for."""
        monitor = self.monitor()
        os.mkfifo(self.folder / "fifo")
        done = host.Lines(self, "--pid", monitor.pid, "--balloon", self.folder / "fifo").wait()
        self.assertEqual(done, (1, f"vmmetrics-host: --balloon {self.folder / 'fifo'}: is a FIFO, and not a regular file\n"))
        (self.folder / "answers").write_text('{"actual_pages":5}')
        lines = host.Lines(self, "--pid", monitor.pid, "--interval", "0.1", "--count", "0", "--balloon", self.folder / "answers")
        lines.until(lambda line: line["balloon_actual"] == 5 * 4096)
        (self.folder / "fifo").rename(self.folder / "answers")
        for _ in range(3):
            lines.until(lambda line: line["balloon_actual"] is None)
        reason = f"vmmetrics-host: --balloon {self.folder / 'answers'}: is a FIFO, and not a regular file\n"
        self.assertEqual(lines.end(), (-15, reason))

    def test_balloon_of_three_hypervisors(self):
        """The file may be replaced between two lines, and what it does not say is unknown."""
        monitor = self.monitor()
        names = ("balloon_actual", "balloon_logical_vm_size", "guest_total", "guest_available", "guest_free",
                 "guest_told_seconds_ago")
        now = int(time.time())
        stats = {"stat-free-memory": 7, "stat-total-memory": 9, "stat-available-memory": 8}
        qemu = "".join(json.dumps({"return": answer}) + "\n"
                       for answer in ({"actual": 128 << 20}, {"stats": stats, "last-update": now - 100}))
        for text, expected in (
                ('{"target_pages":3,"actual_pages":2,"total_memory":9,"available_memory":8,"free_memory":7}',
                 [8192, None, 9, 8, 7, None]),
                ('{"config":{"memory":{"size":9000}},"memory_actual_size":808}\n', [8192, 808, None, None, None, None]),
                (qemu, [None, 128 << 20, 9, 8, 7, 100]),
                (qemu.replace(str(now - 100), "0"), [None, 128 << 20, 9, 8, 7, None]),
                (qemu.replace(str(now - 100), str(now + 900)), [None, 128 << 20, 9, 8, 7, None]),
                (qemu.replace(" 8", " -1"), [None, 128 << 20, 9, None, 7, 100]),
                ("", [None] * 6), ("not an answer\n", [None] * 6), ('{"actual_pages":2,"free_mem', [None] * 6)):
            (self.folder / "answers").write_text(text)
            lines = host.Lines(self, "--pid", monitor.pid, "--interval", "0.1", "--balloon", self.folder / "answers")
            self.assertEqual(lines.wait(), (0, ""))
            found = [lines.all[0][name] for name in names]
            if expected[5] is not None:
                self.assertAlmostEqual(found.pop(), expected.pop(), delta=5)
            self.assertEqual(found, expected[:len(found)], text)
        # Firecracker answers about the memory that can be plugged in, and about hints, by themselves.
        (self.folder / "answers").write_text('{"block_size_mib":2,"total_size_mib":128,"slot_size_mib":128,"plugged_size_mib":64,'
                                             '"requested_size_mib":96}\n{"host_cmd":3,"guest_cmd":null}\n{"mem_size_mib":256}')
        lines = host.Lines(self, "--pid", monitor.pid, "--interval", "0.1", "--balloon", self.folder / "answers")
        self.assertEqual(lines.wait(), (0, ""))
        mib = 1 << 20
        self.assertEqual({name: value for name, value in lines.all[0].items() if name.startswith(("hotplug", "hinting", "memory_size"))},
                         {"memory_size": 256 * mib, "hotplug_size": 128 * mib, "hotplug_requested": 96 * mib,
                          "hotplug_plugged": 64 * mib, "hotplug_block": 2 * mib, "hotplug_slot": 128 * mib,
                          "hinting_host_cmd": 3, "hinting_guest_cmd": None})
        lines = host.Lines(self, "--pid", monitor.pid, "--interval", "0.1", "--count", "0", "--balloon", self.folder / "answers")
        lines.until(lambda line: line["balloon_actual"] is None)
        (self.folder / "part").write_text('{"actual_pages":5}')
        (self.folder / "part").rename(self.folder / "answers")
        lines.until(lambda line: line["balloon_actual"] == 5 * 4096)
        (self.folder / "answers").unlink()
        lines.until(lambda line: line["balloon_actual"] is None)

    def test_firecrackers_metrics(self):
        """Lines from a FIFO and from a file, by the clock of this host; tests/agree/hypervisor.c has what may go wrong."""
        monitor = self.monitor()
        rates = {"net_in_bytes": 5000, "net_out_bytes": 10000, "net_in_packets": 50, "net_out_packets": 100,
                 "disk_read_bytes": 15000, "disk_write_bytes": 20000, "disk_reads": 150, "disk_writes": 200}
        os.mkfifo(self.folder / "fifo")
        (self.folder / "file").touch()

        def line(count):
            """A line about a time in which so many packets came; with the header of each, and without one from inside."""
            return json.dumps({
                "utc_timestamp_ms": int(time.time() * 1000), "mmds": {"tx_bytes": 99, "tx_frames": 1},
                "net": {"rx_bytes_count": 112 * count + 12 + 99, "tx_bytes_count": 224 * count,
                        "rx_packets_count": count + 1, "tx_packets_count": 2 * count},
                "block": {"read_bytes": 300 * count, "write_bytes": 400 * count, "read_count": 3 * count,
                          "write_count": 4 * count}}).encode() + b"\n"
        # Also while no program writes to it.
        with open(os.open(self.folder / "fifo", os.O_RDWR), "wb", buffering=0) as fifo, \
                open(self.folder / "file", "ab", buffering=0) as file:
            for path, stream in (("fifo", fifo), ("file", file)):
                lines = host.Lines(self, "--pid", monitor.pid, "--interval", "0.2", "--count", "0", "--firecracker-metrics",
                                   self.folder / path)
                for _ in range(2):
                    self.assertIsNone(lines.until(lambda line: True)["metrics_elapsed_ms"])
                stream.write(line(7777))
                time.sleep(1)
                stream.write(line(50))
                found = lines.until(lambda line: line["metrics_elapsed_ms"] is not None)
                seconds = found["metrics_elapsed_ms"] / 1000
                self.assertAlmostEqual(seconds, 1, delta=0.3)
                for name, rate in rates.items():
                    reached, delta = found[f"metrics_{name}_per_second"] * seconds, max(0.01, 5e-6 * rate)
                    self.assertAlmostEqual(reached, rate, delta=delta, msg=name)
                self.assertEqual(lines.end(), (-15, ""))

    def own_cgroup(self, pid):
        """Puts a process into a cgroup of its own wherever CPU time is counted; whether there is any such place."""
        mounts = test_cgroup_v1.mounts()
        if "cpuacct" not in mounts or not os.access(mounts["cpuacct"], os.W_OK):
            return False
        directory = pathlib.Path(mounts["cpuacct"]) / f"vmmetrics-host-{os.getpid()}"
        directory.mkdir()
        self.addCleanup(test_cgroup_v1.V1.remove, directory)
        (directory / "cgroup.procs").write_text(str(pid))
        return True

    @needs_tun
    @needs("ip")
    def test_virtual_machine(self):
        """What is found of QEMU by its process alone. The guest burns CPU, and sends and gets known numbers of packets."""
        tap = host.tap_name()
        script = """
            ifconfig eth0 10.99.98.2 netmask 255.255.255.0 up
            while :; do :; done &
            echo ready
            until read word </dev/vport0p2; do usleep 100000; done
            ping -c 50 -i 0.02 -W 1 -s 972 10.99.98.255
            while :; do :; done &
            echo sent
            sleep 600
        """
        words = ["-name", "vm,debug-threads=on", "-chardev", "socket,id=in,path=in,server=on,wait=off", "-device",
                 "virtserialport,chardev=in"]
        try:
            machine = vm.Machine(script, cpus=2, tap=tap, append="ipv6.disable=1", words=words)
        except vm.Missing as missing:
            self.skipTest(str(missing))
        self.addCleanup(machine.close)
        before_its_time = host.Lines(self, "--pid", machine.pid, "--interval", "0.2").wait()
        self.assertEqual(before_its_time, (0, ""))
        for _ in range(100):
            if os.path.exists(f"/proc/sys/net/ipv6/conf/{tap}"):
                pathlib.Path(f"/proc/sys/net/ipv6/conf/{tap}/disable_ipv6").write_text("1")
            if subprocess.run(["ip", "link", "set", tap, "up"], check=False, capture_output=True).returncode == 0:
                break
            time.sleep(0.1)
        has_cgroup = self.own_cgroup(machine.pid)
        for _ in range(600):
            if b"ready" in machine.output:
                break
            time.sleep(0.1)
        self.assertIn(b"ready", machine.output, machine.console[-2000:])

        lines = host.Lines(self, "--pid", machine.pid, "--count", "0")
        for tries in range(3):
            line = lines.until(lambda line: True)
            print(f"  {line}")
            try:
                self.check_busy(line, 1)
                break
            except AssertionError:
                if tries == 2:
                    raise
        self.assertEqual((line["vcpus"], line["tap"], line["disk"]), (2, tap, None))
        self.assertEqual(line["pid"], machine.pid)
        self.assertGreater(line["rss"], 32 << 20)
        if has_cgroup:
            self.assertAlmostEqual(line["cgroup_cores"], line["cores"], delta=0.15)

        begin = len(lines.all)
        sender = host.Child(self, host.SENDER, tap)
        self.assertEqual(sender.answer(), "ready")
        sender.tell("120")
        with socket.socket(socket.AF_UNIX) as order:
            order.connect(str(machine.folder / "in"))
            order.send(b"go\n")
            for _ in range(300):
                if b"sent" in machine.output:
                    break
                time.sleep(0.1)
        self.assertIn(b"sent", machine.output)
        for _ in range(2):
            lines.until(lambda line: True)
        seen = lines.all[begin:]
        print("  ", {name: host.total(seen, f"net_{name}_per_second")
                     for name in ("in_packets", "in_bytes", "out_packets", "out_bytes")})
        self.assertAlmostEqual(host.total(seen, "net_in_packets_per_second"), 120, delta=1)
        self.assertAlmostEqual(host.total(seen, "net_in_bytes_per_second"), 120000, delta=1000)
        self.assertAlmostEqual(host.total(seen, "net_out_packets_per_second"), 50, delta=0.5)
        self.assertAlmostEqual(host.total(seen, "net_out_bytes_per_second"), 50 * (972 + 42), delta=500)
        for tries in range(3):
            line = lines.until(lambda line: True)
            print(f"  {line}")
            try:
                self.check_busy(line, 2)
                break
            except AssertionError:
                if tries == 2:
                    raise

        every = host.Lines(self, "--all", "--interval", "0.5")
        self.assertEqual(every.wait(), (0, ""))
        self.assertIn((machine.pid, tap), [(line["pid"], line["tap"]) for line in every.all])
        machine.close()
        self.assertEqual(lines.wait(), (1, f"vmmetrics-host: process {machine.pid}: No such process\n"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
