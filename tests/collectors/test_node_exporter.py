# SPDX-License-Identifier: MIT
"""vmmetrics-guest --format prometheus beside node_exporter, on the same machine at the same time: each series of it lies
between two of node_exporter's, or is explained; and docs/node-exporter.md has all of them.

usage: test_node_exporter.py [--table]

With --table it prints the table of docs/node-exporter.md, with the numbers of this machine.
"""

import math
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import unittest

import whole

from collectors import (COLLECTORS, DATA, GUEST, HOST, NODE_EXPORTER, PROMTOOL, SOURCE, Exporter, Test, catalogue, exposition, main as start,
                        needs_namespace, run, with_files)

# What node_exporter's collectors tell and vmmetrics-guest does not, and why.
NOT_TOLD = {
    **{f"node_nf_conntrack_stat_{name}": "in /proc/net/stat/nf_conntrack, which is not read" for name in
       "drop early_drop found ignore insert insert_failed invalid search_restart".split()},
    "node_disk_info": "udev's properties and sysfs, which vmmetrics-guest does not read",
    "node_processes_threads_state": "needs a read of every thread",
    "node_time_clocksource_available_info": "sysfs, not read",
    "node_time_clocksource_current_info": "sysfs, not read",
    "node_time_zone_offset_seconds": "a small static program knows no time zones",
}
# What vmmetrics-guest tells and node_exporter 1.5 does not.
ONLY_TOLD = {
    "node_kernel_hung_tasks_total": "later versions of node_exporter have it; the kernel since 6.13",
    "node_netstat_TcpExt_TCPOFOQueue": "later versions of node_exporter have it",
    "node_netstat_TcpExt_TCPRcvQDrop": "later versions of node_exporter have it",
    "node_softirqs_functions_total": "later versions of node_exporter have it",
    **{f"node_softnet_{name}": "later versions of node_exporter have it" for name in
       ("backlog_len", "cpu_collision_total", "flow_limit_count_total", "received_rps_total")},
    "node_pressure_irq_stalled_seconds_total": "later versions of node_exporter have it; the kernel since 6.1",
}
# Where the two can differ, and why.
DIFFERENT = {
    "node_cpu_guest_seconds_total": "as below",
    "node_cpu_seconds_total": "if a number of the kernel steps back, node_exporter repeats its highest value, until "
                              "idle has stepped back by 3 s; vmmetrics-guest prints the kernel's. For an offline "
                              "CPU node_exporter prints 0 if a CPU with a higher number is online; vmmetrics-guest "
                              "leaves it out",
    "node_disk_io_now": "left out if an old kernel counts below zero, which node_exporter prints as 4294967295",
    "node_filesystem_avail_bytes": "0 if root has used reserved blocks; node_exporter prints about 1.8e19 times the "
                                   "block size",
    "node_filesystem_size_bytes": "blocks of f_frsize; node_exporter multiplies by f_bsize, which is the same on most file systems",
    "node_processes_pids": "one more: vmmetrics-guest counts itself",
    "node_processes_state": "vmmetrics-guest counts itself as running, and prints 0 for states without a process; "
                            "node_exporter leaves these out",
    "node_processes_threads": "one more: vmmetrics-guest counts itself",
    "node_procs_running": "each program counts itself as running, node_exporter with several threads",
    "node_uname_info": "of another root, files below `sys/kernel` say it, and `machine` is missing before Linux 6.1",
    "node_tcp_connection_states": "vmmetrics-guest prints 0 for states without a connection; node_exporter leaves "
                                  "these out; a scrape is a connection. The queued bytes of vmmetrics-guest do not "
                                  "include sockets that listen, whose numbers are connections",
    "node_filefd_allocated": "each program counts its own open files",
    "node_filesystem_device_error": "1 only if the path of `--path` is there",
    "node_interrupts_total": "only with `--interrupts`",
    "node_network_info": "an empty label is left out, which is the same for Prometheus; `adminstate` is of later versions of "
                         "node_exporter",
    "node_network_speed_bytes": "left out if the speed is unknown, which node_exporter prints as -125000",
    "node_os_info": "an empty label is left out, which is the same for Prometheus",
    "node_softirqs_total": "only with `--interrupts`",
}
# Gauges of what goes on all the time may be seen by neither scrape. These must come out right once in so many rounds.
ROUNDS = 60


def zero_is_left_out(key):
    return key[0] in ("node_processes_state", "node_tcp_connection_states")


def is_told(key):
    family, _ = key
    # What later versions have besides.
    if family not in catalogue("node_exporter") and not family.startswith("node_memory_"):
        return False
    return family not in NOT_TOLD


def between(before, value, after, tolerance=0):
    # Sums and products of floating point are rounded in another order.
    tolerance += 1e-9 * max(abs(before), abs(after))
    return min(before, after) - tolerance <= value <= max(before, after) + tolerance


def is_right(key, values):
    before, value, after = values
    if between(before, value, after):
        return True
    # The memory of vmmetrics-guest itself.
    if key[0].startswith("node_memory_") and between(before, value, after, 8 << 20):
        return True
    # The files of vmmetrics-guest itself.
    if key[0] == "node_filefd_allocated" and between(before, value, after, 256):
        return True
    # node_exporter adds the connections that a socket may keep waiting to its bytes.
    if ("state", "rx_queued_bytes") in key[1] or ("state", "tx_queued_bytes") in key[1]:
        return value <= max(before, after)
    itself = key[0] in ("node_processes_pids", "node_processes_threads", "node_procs_running") or \
        key == ("node_processes_state", frozenset({("state", "R")}))
    return itself and (between(before, value - 1, after) or between(before, value + 1, after))


def guest(*paths):
    options = paths if "--root" in paths else [word for path in paths for word in ("--path", path)]
    done = run(GUEST, "--format", "prometheus", "--interrupts", *options)
    assert done.returncode == 0 and done.stderr == b"", done.stderr
    return done.stdout.decode()


def round_of(exporter, paths):
    before, ours, after = exporter.scrape(), guest(*paths), exporter.scrape()
    return tuple(of_machine(exposition(text)) for text in (before, ours, after))


def of_machine(read):
    """Without what a program says of itself."""
    def is_of_machine(family):
        return family.startswith("node_") and not family.startswith(("node_scrape_", "node_exporter_"))
    types, samples = read
    # node_exporter 1.5 does not print this label.
    admin = {("adminstate", state) for state in ("up", "down", "unknown")}
    return ({family: kind for family, kind in types.items() if is_of_machine(family)},
            {(family, labels - admin): value for (family, labels), value in samples.items() if is_of_machine(family) and
             # A speed that is not known.
             not (family == "node_network_speed_bytes" and value < 0)})


def mount_points(exporter):
    _, samples = exposition(exporter.scrape())
    return sorted(dict(labels)["mountpoint"] for family, labels in samples if family == "node_filesystem_size_bytes")


def table(rounds):
    """The rows of docs/node-exporter.md, with numbers of a round."""
    (_, before), (_, ours), (_, after) = rounds
    first = {}
    for key in sorted(ours.keys() | before.keys(), key=lambda key: (key[0], sorted(key[1]))):
        first.setdefault(key[0], key)
    with tempfile.TemporaryDirectory() as folder:
        whole_types, _ = of_machine(exposition(guest("--root", whole.guest_root(pathlib.Path(folder)))))
    for family in {**NOT_TOLD, **ONLY_TOLD, **{name: 1 for name in whole_types if not name.startswith("node_memory_")}}:
        first.setdefault(family, (family, frozenset()))
    yield "| metric | node_exporter | vmmetrics-guest | node_exporter | where they differ |"
    yield "|---|---|---|---|---|"
    for family, key in sorted(first.items()):
        labels = ",".join(f'{name}="{value}"' for name, value in sorted(key[1]))
        numbers = [f"{samples[key]:.15g}" if key in samples else "" for samples in (before, ours, after)]
        why = NOT_TOLD.get(family) or ONLY_TOLD.get(family) or DIFFERENT.get(family, "")
        name = f"`{family}{{{labels}}}`" if labels else f"`{family}`"
        yield f"| {name} | {' | '.join(numbers)} | {why} |"


class Documented(Test):
    """Whether node_exporter is there or not."""

    def rows(self):
        text = (SOURCE / "docs" / "node-exporter.md").read_text()
        rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| `node_")]
        return {row[0].strip("| `").split("{")[0]: row[-1].strip("| ") for row in rows}

    def test_the_page_has_every_metric_and_every_difference(self):
        rows = self.rows()
        root = whole.guest_root(self.folder / "guest")
        types = {**of_machine(exposition(guest()))[0], **of_machine(exposition(guest("--root", root)))[0]}
        known = set(types) | set(NOT_TOLD) | set(ONLY_TOLD)
        # Keys of /proc/meminfo that another kernel prints, and that one did not.
        missing = {family for family in known if family not in rows and not family.startswith("node_memory_")}
        self.assertEqual(missing, set())
        self.assertEqual({family for family in set(rows) - known if not family.startswith("node_memory_")}, set())
        for family, why in rows.items():
            expected = NOT_TOLD.get(family) or ONLY_TOLD.get(family) or DIFFERENT.get(family, "")
            self.assertEqual(why, expected, family)


@unittest.skipIf(NODE_EXPORTER is None, "there is no node_exporter")
class SideBySide(Test):
    maxDiff = None

    def test_a_sample_costs_less_than_half(self):
        """CPU time of both, with the same collectors. The least of some rounds, as other programs disturb them."""
        exporter = Exporter(self)
        exporter.scrape()
        theirs = ours = math.inf
        for _ in range(5):
            before = exporter.cpu_seconds()
            for _ in range(20):
                exporter.scrape()
            theirs = min(theirs, (exporter.cpu_seconds() - before) / 20)
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            run(GUEST, "--format", "prometheus", "--interval", "0", "--count", "20")
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            ours = min(ours, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / 20)
        print(f"{ours * 1e3:.2f} ms a sample, node_exporter {theirs * 1e3:.2f} ms", end=" ", flush=True)
        self.assertLess(ours * 2, theirs)

    def test_each_series_lies_between_two_scrapes(self):
        exporter = Exporter(self)
        paths = mount_points(exporter)
        pending, wrong = None, {}
        for _ in range(ROUNDS):
            (types, before), (our_types, ours), (_, after) = round_of(exporter, paths)
            if pending is None:
                pending = set(ours) | {key for key in before if is_told(key)}
            for family in set(types) & set(our_types):
                self.assertEqual(types[family], our_types[family], family)
            wrong = {}
            for key in set(pending) | set(ours):
                values = [samples.get(key, 0 if zero_is_left_out(key) else math.nan) for samples in (before, ours, after)]
                if key[0] in ONLY_TOLD or is_right(key, values):
                    pending.discard(key)
                elif not any(key in samples for samples in (before, ours, after)):
                    # An interface that is gone by now.
                    pending.discard(key)
                elif our_types.get(key[0]) == "counter" and key[0] not in DIFFERENT and not math.isnan(sum(values)):
                    # A counter that does not lie between is another one.
                    self.fail((key, *values))
                elif key in pending:
                    wrong[key] = values
            if not pending:
                break
        self.assertEqual({key: wrong.get(key) for key in pending}, {})

    def test_nothing_is_told_that_node_exporter_does_not_know(self):
        exporter = Exporter(self)
        paths = mount_points(exporter)
        for _ in range(20):
            (types, before), (our_types, ours), _ = round_of(exporter, paths)
            unknown = {key for key in ours if key not in before and not zero_is_left_out(key) and key[0] not in ONLY_TOLD}
            left_out = {key for key in before if key not in ours and is_told(key)}
            if not unknown and not left_out:
                break
        if not paths:
            unknown = {key for key in unknown if not key[0].startswith("node_filesystem_")}
        self.assertEqual((unknown, left_out), (set(), set()))

    def test_the_texts_of_help_and_type_are_node_exporters(self):
        def heads(text):
            return {line.split(" ", 3)[1] + " " + line.split(" ", 3)[2]: line for line in text.splitlines()
                    if line.startswith("# ")}
        theirs, ours = heads(Exporter(self).scrape()), heads(guest())
        self.assertEqual({name: line for name, line in ours.items() if name in theirs},
                         {name: line for name, line in theirs.items() if name in ours})
        self.assertGreater(len(ours.keys() & theirs.keys()), 100)

    @unittest.skipIf(PROMTOOL is None, "there is no promtool")
    def test_promtool_finds_only_what_it_finds_in_node_exporters(self):
        exporter = Exporter(self)
        theirs, ours = exporter.scrape(), guest()
        found = {}
        for name, text in (("theirs", theirs), ("ours", ours)):
            done = subprocess.run([PROMTOOL, "check", "metrics"], input=text, capture_output=True, text=True)
            self.assertIn(done.returncode, (0, 3), done.stderr)
            self.assertNotIn("error while linting", done.stderr)
            found[name] = set((done.stdout + done.stderr).splitlines())
        self.assertEqual({line for line in found["ours"] - found["theirs"] if line.split()[0] not in ONLY_TOLD}, set())


MONITOR = """
import threading
def run():
    with open("/proc/self/task/%d/comm" % threading.get_native_id(), "w") as comm:
        comm.write("fc_vcpu 0")
    print("ready", flush=True)
    while True:
        pass
threading.Thread(target=run).start()
"""


@unittest.skipIf(NODE_EXPORTER is None, "there is no node_exporter")
class Textfile(Test):
    """vmmetrics-host --format prometheus in the directory of node_exporter's textfile collector, beside all of its own."""

    def setUp(self):
        super().setUp()
        self.monitor = subprocess.Popen([sys.executable, "-c", MONITOR], stdout=subprocess.PIPE)
        for cleanup in (self.monitor.wait, self.monitor.kill, self.monitor.stdout.close):
            self.addCleanup(cleanup)
        self.assertEqual(self.monitor.stdout.readline(), b"ready\n")

    def told(self):
        done = run(HOST, "--pid", self.monitor.pid, "--tap", "lo", "--interval", "0.1", "--format", "prometheus")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout

    def test_20_scrapes_have_every_series_and_no_error(self):
        directory = self.folder / "textfile"
        directory.mkdir()
        with open(self.folder / "log", "w+", encoding="utf-8") as log:
            exporter = Exporter(self, [*COLLECTORS, "textfile"], [f"--collector.textfile.directory={directory}"], own=True, log=log)
            # What it tells by itself: all interfaces, and the metrics of its own process.
            alone = {key for key in series(exporter.scrape()) if key.startswith(("node_network_", "node_load", "process_"))}
            # What it says of this machine when it starts is not about the file.
            started = os.fstat(log.fileno()).st_size
            self.assertTrue(any(key.startswith("process_cpu_seconds_total") for key in alone))
            self.assertTrue(any('device="lo"' in key for key in alone))
            for _ in range(20):
                new = directory / "vms.new"
                new.write_bytes(self.told())
                ours = series(new.read_text())
                self.assertGreater(len(ours), 20)
                new.rename(directory / "vms.prom")
                scraped = series(exporter.scrape())
                self.assertEqual(alone - scraped, set())
                # node_exporter sorts the labels.
                self.assertEqual(ours - scraped, set())
                self.assertIn("node_textfile_scrape_error 0", exporter.scrape())
            log.seek(started)
            self.assertEqual(log.read(), "")

    @unittest.skipIf(PROMTOOL is None, "there is no promtool")
    def test_promtool_reads_it(self):
        done = subprocess.run([PROMTOOL, "check", "metrics"], input=self.told(), capture_output=True)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))


def series(text):
    """Each series of an exposition as `name{label="value",...}` with sorted labels, each as often as once."""
    found = [re.fullmatch(r"(\w+)(?:\{(.*)\})? \S+", line) for line in text.splitlines() if line and not line.startswith("#")]
    keys = [f"{match[1]}{{{','.join(sorted((match[2] or '').split(',')))}}}" for match in found]
    assert len(set(keys)) == len(keys)
    return set(keys)


# Of the kernels whose files node_exporter can read.
SAMPLES = {
    "stat": ["proc-stat/linux-2.6.32-9-columns", "proc-stat/linux-3.10-10-columns", "proc-stat/linux-4.18-ppc64-id-gaps",
             "proc-stat/linux-5.15-offline-cpus", "proc-stat/linux-6.18-x86_64-firecracker", "proc-stat/linux-6.6-256-cpus"],
    "meminfo": sorted(f"proc-meminfo/{path.name}" for path in (DATA / "proc-meminfo").glob("linux-*")),
    "vmstat": sorted(f"proc-vmstat/{path.name}" for path in (DATA / "proc-vmstat").glob("linux-*")),
    "diskstats": ["proc-diskstats/linux-3.10-x86_64-14-columns", "proc-diskstats/linux-4.20-x86_64-18-columns",
                  "proc-diskstats/linux-5.10-x86_64-20-columns", "proc-diskstats/linux-6.18-x86_64-firecracker"],
    "net/dev": ["proc-net-dev/linux-6.1-40-taps", "proc-net-dev/linux-6.18-x86_64-firecracker",
                "proc-net-dev/linux-6.18-x86_64-tap-veth-bridge"],
}


# Samples that node_exporter 1.5 cannot read: no blank after a colon.
CANNOT_READ = {"proc-meminfo/linux-6.1-arm64-shadow-call-stack": "meminfo"}


@unittest.skipIf(NODE_EXPORTER is None, "there is no node_exporter")
@needs_namespace
class SameFiles(Test):
    """Both read the same files, of other machines: all numbers are equal."""

    def check(self, files):
        proc = self.folder / "proc"
        places = {}
        for name, sample in files.items():
            path = proc / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((DATA / sample).read_bytes())
            places[f"/proc/{name}"] = path
        exporter = Exporter(self, ["cpu", "diskstats", "meminfo", "netdev", "stat", "vmstat"],
                            [f"--path.procfs={proc}", "--no-collector.netdev.netlink"])
        theirs_text = exporter.scrape()
        failed = set(re.findall(r'node_scrape_collector_success\{collector="(\w+)"\} 0', theirs_text))
        self.assertLessEqual(failed, {CANNOT_READ[sample] for sample in files.values() if sample in CANNOT_READ}, files)
        _, theirs = of_machine(exposition(theirs_text))
        done = run(*with_files(places, GUEST, "--format", "prometheus"))
        self.assertEqual((done.returncode, done.stderr), (0, b""), files)
        _, ours = exposition(done.stdout.decode())
        families = {family for family, _ in theirs}
        for key, value in theirs.items():
            if key in ours:
                self.assertTrue(between(value, ours[key], value), (files, key, value, ours[key]))
            elif is_told(key):
                # A CPU that is not there, and a number below zero.
                self.assertIn((key[0].split("_seconds")[0], value), [("node_cpu", 0), ("node_cpu_guest", 0),
                                                                     ("node_disk_io_now", 2**32 - 1)], (files, key))
        self.assertEqual([key for key in ours if key[0] in families and key not in theirs], [], files)

    def test_all_numbers_of_a_root_are_equal(self):
        """Files that only this format reads, and those of the interfaces; softnet's numbers of later versions are left out."""
        root = whole.guest_root(self.folder / "guest")
        # node_exporter prints the columns of the CPUs by their place.
        collectors = [name for name in COLLECTORS if name not in
                      ("filesystem", "processes", "tcpstat", "time", "timex", "uname", "vmstat", "arp")]
        exporter = Exporter(self, [*collectors, "vmstat"], [f"--path.procfs={root}/proc", f"--path.sysfs={root}/sys",
                                                            f"--path.rootfs={root}", "--no-collector.netdev.netlink"])
        types, theirs = of_machine(exposition(exporter.scrape()))
        our_types, ours = of_machine(exposition(guest("--root", root)))
        families = {family for family, _ in theirs}
        self.assertGreater(len(families), 150)
        self.assertEqual({family: types[family] for family in families},
                         {family: our_types.get(family, types[family]) for family in families})
        for key, value in theirs.items():
            if is_told(key):
                self.assertIn(key, ours)
                self.assertTrue(between(value, ours[key], value), (key, value, ours[key]))
        self.assertEqual([key for key in ours if key[0] in families and key not in theirs], [])

    def test_all_numbers_are_equal(self):
        for index in range(max(map(len, SAMPLES.values()))):
            self.check({name: samples[index % len(samples)] for name, samples in SAMPLES.items()})


def main():
    if sys.argv[1:] == ["--table"]:
        class Nobody:
            def addCleanup(self, function):
                self.end = function
        nobody = Nobody()
        exporter = Exporter(nobody)
        print("\n".join(table(round_of(exporter, mount_points(exporter)))))
        nobody.end()
        return
    if NODE_EXPORTER is None:
        # The rest can be tested without.
        result = unittest.main(verbosity=2, exit=False).result
        print("partly skipped because node_exporter cannot be found")
        sys.exit(77 if result.wasSuccessful() else 1)
    start(GUEST)


if __name__ == "__main__":
    main()
