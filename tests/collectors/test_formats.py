# SPDX-License-Identifier: MIT
"""vmmetrics-guest --format: each name is in its collector's catalogue, with the collector's unit, and each value is by the
collector's definition: computed here from the files that the program was given."""

import calendar
import json
import os
import re
import time

from collectors import (DATA, GUEST, Test, catalogue, exposition, lines, main, metrics_of_emf, metrics_of_otlp, needs_namespace,
                        run, starts_of, this_machine, time_of, with_files)

STATES = "user nice system idle iowait irq softirq steal guest guest_nice".split()


def stat_row(name, **ticks):
    return name + "".join(" %d" % ticks.get(state, 0) for state in STATES) + "\n"


# Two samples of a machine: 200 ticks of each of two CPUs, which are possible in 1.5 seconds.
CPUS = ({"user": 1000, "nice": 200, "system": 300, "idle": 4000, "iowait": 50, "irq": 7, "softirq": 9, "steal": 30,
         "guest": 400, "guest_nice": 20},
        {"user": 1080, "nice": 220, "system": 312, "idle": 4050, "iowait": 58, "irq": 8, "softirq": 12, "steal": 56,
         "guest": 420, "guest_nice": 30})
GROWTH = {state: CPUS[1][state] - CPUS[0][state] for state in STATES}
assert sum(GROWTH[state] for state in STATES[:8]) == 200
STAT = "intr 12345 1 2\nctxt 777\nbtime 1700000000\nprocesses 4242\nprocs_running 3\nprocs_blocked 1\nsoftirq 99 1 2\n"
UPTIME = 1234.56
DISK = "  8 0 sda %d 11 %d 400 %d 22 %d 700 3 900 1300 5 6 88 7 8 9\n"
DISKS = (DISK % (100, 2000, 300, 4000) + "  8 1 sda1 1 2 3 4 5 6 7 8 9 10 11 0 0 0 0 0 0\n",
         DISK % (130, 2600, 350, 4800) + "  8 1 sda1 1 2 3 4 5 6 7 8 9 10 11 0 0 0 0 0 0\n")
NET = ("Inter-|   Receive                                                |  Transmit\n"
       " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n"
       "  eth0: %d %d 3 4 5 6 7 8 %d %d 11 12 13 14 15 16\n")
NETS = NET % (1000, 10, 2000, 20), NET % (1500, 14, 2700, 27)
VMSTAT = "pswpin 5\npswpout 6\npgpgin 2000\npgpgout 3000\npgfault 900\npgmajfault 40\noom_kill 2\n"
MOUNT = "21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n22 21 0:5 / /proc rw - proc proc rw\n"


def stat(growth):
    one = {state: CPUS[0][state] + growth * GROWTH[state] for state in STATES}
    return (stat_row("cpu", **{state: 2 * one[state] for state in STATES}) + stat_row("cpu0", **one) +
            stat_row("cpu1", **one) + STAT)


class Given(Test):
    """A machine of files, two samples of it."""
    # The second sample.
    disks, nets = DISKS[1], NETS[1]

    def setUp(self):
        super().setUp()
        self.meminfo = (DATA / "proc-meminfo" / "linux-6.12-x86_64-huge-pages").read_bytes()
        self.memory = {key.decode(): int(value) * (1024 if unit else 1) for key, value, unit in
                       re.findall(rb"^(\S+): *(\d+)( kB)?$", self.meminfo, re.M)}

    def run_on_files(self, name, *options, messages=b""):
        """What it prints. The files are changed between the two samples, as soon as the first sample is printed, or a message that
        it is not printed."""
        files = {"/proc/stat": self.file("stat", stat(0)), "/proc/meminfo": self.file("meminfo", self.meminfo),
                 "/proc/diskstats": self.file("diskstats", DISKS[0]), "/proc/vmstat": self.file("vmstat", VMSTAT),
                 "/proc/net/dev": self.file("dev", NETS[0]), "/proc/uptime": self.file("uptime", f"{UPTIME} 99.00\n"),
                 "/proc/loadavg": self.file("loadavg", "0.10 1.20 12.34 1/100 4242\n")}
        printed, said = self.file("printed", ""), self.file("said", "")
        change = "; ".join(f"cat '{self.file(place + '2', text)}' >\"{target}\"" for place, text, target in
                           (("stat", stat(1), self.folder / "stat"), ("diskstats", self.disks, self.folder / "diskstats"),
                            ("dev", self.nets, "/proc/$$/net/dev")))
        wait = (f"i=0; while [ ! -s '{printed}' ] && [ ! -s '{said}' ] && [ $i -lt 1000 ]; do sleep 0.02; "
                "i=$((i + 1)); done")
        command = ["sh", "-c", f"({wait}; {change}) & exec \"$@\" >'{printed}' 2>'{said}'", "sh", GUEST, "--format", name, "--no-wait",
                   "--interval", "1.5", "--count", "2", *options]
        done = run(*with_files(files, *command))
        self.assertEqual((done.returncode, said.read_bytes()), (0, messages))
        return printed.read_bytes()

    def space(self):
        return os.statvfs("/")


# Names of interfaces, and what they are in UTF-8 and in ASCII. Different names stay different.
NAMES = {b'a"b\\c\x1b\xff\xc3\xa9': ('a"b\\c\\x1b\\xff\u00e9', 'a"b\\c\\x1b\\xff\\xc3\\xa9'),
         b"e\xff": ("e\\xff",) * 2, b"e\xfe": ("e\\xfe",) * 2, b"e\\xff": ("e\\x5cxff",) * 2, b"e\\xf": ("e\\xf",) * 2,
         b"e\\\\xff": ("e\\\\x5cxff",) * 2, b"e\xc2\x9b": ("e\\xc2\\x9b",) * 2, b"\xe2\x82": ("\\xe2\\x82",) * 2}


def named(name, test):
    """What a format calls the interfaces of NAMES."""
    head, row = NETS[0].encode().rsplit(b"  eth0", 1)
    net = head + b"".join(b"  " + name + row for name in NAMES)
    done = run(*with_files({"/proc/net/dev": test.file("dev", net)}, GUEST, "--format", name, "--interval", "0.1", "--count", "2"))
    test.assertEqual((done.returncode, done.stderr), (0, b""))
    if name == "prometheus":
        output = done.stdout.decode()
        _, samples = exposition(output[output.rindex("# HELP node_cpu_seconds_total"):])
        found = [dict(labels)["device"] for family, labels in samples if family == "node_network_receive_bytes_total"]
    elif name == "cloudwatch":
        found = [dimensions["interface"] for _, dimensions, _ in metrics_of_emf(done.stdout) if "interface" in dimensions]
    else:
        (_, metrics), = metrics_of_otlp(lines(done.stdout)[-1])
        found = {dict(attributes)["network.interface.name"] for attributes in metrics["system.network.io"][2]}
    test.assertIn(len(found), (len(NAMES), 2 * len(NAMES)))
    return set(found)


@needs_namespace
class CloudWatch(Given):
    def test_names_of_any_bytes(self):
        self.assertEqual(named("cloudwatch", self), {NAMES[name][1] for name in NAMES})

    def test_dimensions_that_cloudwatch_refuses_cost_their_line_only(self):
        for device, kept in (("x" * 1024, True), ("x" * 1025, False), ("\\377" * 257, False), ("\\040", False)):
            mounts = self.file("mountinfo", f"21 1 8:1 / / rw,relatime - ext4 {device} rw\n")
            done = run(*with_files({"/proc/$$/mountinfo": mounts}, GUEST, "--format", "cloudwatch", "--no-wait"))
            found = [dimensions for _, dimensions, _ in metrics_of_emf(done.stdout)]
            self.assertEqual(len([dimensions for dimensions in found if "path" in dimensions]), kept)
            self.assertIn({"host": os.uname().nodename}, found)
            self.assertEqual(done.returncode, 0)
            self.assertRegex(done.stderr.decode(), "^$" if kept else "^vmmetrics-guest: .*: no possible dimension of "
                             "CloudWatch, so the line is left out\n$")

    def metrics(self, *options):
        """{dimensions without the host: {metric: value}} of the second sample."""
        found = {}
        for namespace, dimensions, metrics in metrics_of_emf(self.run_on_files("cloudwatch", *options)):
            self.assertEqual(namespace, "CWAgent")
            self.assertEqual(dimensions.pop("host"), os.uname().nodename)
            found[frozenset(dimensions.items())] = {name: value for name, (value, _) in metrics.items()}
        return found

    def check(self, found, expected):
        self.assertEqual(set(found), set(expected))
        for name, value in expected.items():
            # Ratios have six digits.
            self.assertAlmostEqual(found[name], value, delta=abs(value) * 1e-5, msg=name)

    def test_cpu(self):
        ticks = os.sysconf("SC_CLK_TCK")
        found = self.metrics("--per-cpu")
        names = {dict(dimensions).get("cpu") for dimensions in found} - {None}
        self.assertEqual(names, {"cpu-total", "cpu0", "cpu1"})
        for name, cpus in (("cpu-total", 2), ("cpu0", 1), ("cpu1", 1)):
            seconds = {state: cpus * CPUS[1][state] / ticks for state in STATES}
            # Of 200 ticks, so that a tick is half a percent. iowait and steal are active; guests are not user's.
            percent = {state: GROWTH[state] / 2 for state in STATES}
            percent["active"] = 100 - percent["idle"]
            percent["user"] -= percent["guest"]
            percent["nice"] -= percent["guest_nice"]
            seconds["active"] = sum(seconds[state] for state in STATES[:8]) - seconds["idle"]
            self.check(found[frozenset({("cpu", name)})],
                       {**{f"cpu_time_{state}": value for state, value in seconds.items()},
                        **{f"cpu_usage_{state}": value for state, value in percent.items()}})

    def test_memory_and_swap(self):
        memory = self.memory
        cached = memory["Cached"] + memory["SReclaimable"]
        used = memory["MemTotal"] - memory["MemFree"] - memory["Buffers"] - cached
        swap = memory["SwapTotal"] - memory["SwapFree"]
        found = self.metrics()[frozenset()]
        self.check({name: value for name, value in found.items() if name.startswith(("mem_", "swap_"))}, {
            "mem_active": memory["Active"], "mem_inactive": memory["Inactive"], "mem_available": memory["MemAvailable"],
            "mem_available_percent": 100 * memory["MemAvailable"] / memory["MemTotal"], "mem_cached": cached,
            "mem_buffered": memory["Buffers"], "mem_free": memory["MemFree"], "mem_total": memory["MemTotal"],
            "mem_shared": memory["Shmem"],
            "mem_used": used, "mem_used_percent": 100 * used / memory["MemTotal"], "swap_free": memory["SwapFree"],
            "swap_used": swap, "swap_used_percent": 100 * swap / memory["SwapTotal"] if memory["SwapTotal"] else 0})

    def test_counters_are_what_was_added(self):
        found = self.metrics()
        self.check(found[frozenset({("name", "sda")})], {
            "diskio_reads": 30, "diskio_writes": 50, "diskio_read_bytes": 600 * 512, "diskio_write_bytes": 800 * 512,
            "diskio_read_time": 0, "diskio_write_time": 0, "diskio_io_time": 0, "diskio_iops_in_progress": 3})
        self.assertIn(frozenset({("name", "sda1")}), found)
        self.check(found[frozenset({("interface", "eth0")})], {
            "net_bytes_recv": 500, "net_packets_recv": 4, "net_bytes_sent": 700, "net_packets_sent": 7, "net_err_in": 0,
            "net_err_out": 0, "net_drop_in": 0, "net_drop_out": 0})

    def test_disk(self):
        found = [(dict(dimensions), metrics) for dimensions, metrics in self.metrics().items()
                 if "path" in dict(dimensions)]
        (dimensions, metrics), space = found[0], self.space()
        self.assertEqual(len(found), 1)
        self.assertEqual(set(dimensions), {"device", "path", "fstype"})
        self.assertEqual(dimensions["path"], "/")
        block = space.f_frsize
        self.assertEqual(metrics["disk_total"], space.f_blocks * block)
        self.assertAlmostEqual(metrics["disk_free"], space.f_bavail * block, delta=1e9)
        self.assertAlmostEqual(metrics["disk_used"], (space.f_blocks - space.f_bfree) * block, delta=1e9)
        self.assertAlmostEqual(metrics["disk_used_percent"],
                               100 * metrics["disk_used"] / (metrics["disk_used"] + metrics["disk_free"]), places=3)
        self.assertEqual(metrics["disk_inodes_total"], space.f_files)
        self.assertEqual(metrics["disk_inodes_total"], metrics["disk_inodes_used"] + metrics["disk_inodes_free"])


@needs_namespace
class OpenTelemetry(Given):
    def test_names_of_any_bytes(self):
        self.assertEqual(named("otel", self), {NAMES[name][0] for name in NAMES})

    def metrics(self, *options):
        output = self.run_on_files("otel", *options)
        (resource, metrics), = metrics_of_otlp(lines(output)[-1])
        self.assertEqual(resource, this_machine())
        return metrics

    def points(self, metric):
        """By their attributes' values, in the order of the attributes' names."""
        unit, kind, points, starts = metric
        # Counters count since the machine was started.
        self.assertEqual(len(starts), 1 if kind == "counter" else 0)
        for start in starts:
            self.assertAlmostEqual(start, time.time() - UPTIME, delta=10)
        return {" ".join(str(value) for _, value in sorted(attributes)): value for attributes, value in points.items()}

    def test_cpu(self):
        metrics, ticks = self.metrics(), os.sysconf("SC_CLK_TCK")
        expected = {state: 2 * CPUS[1][state] for state in ("user", "nice", "system", "idle", "iowait", "steal")}
        expected["interrupt"] = 2 * (CPUS[1]["irq"] + CPUS[1]["softirq"])
        self.assertEqual(self.points(metrics["system.cpu.time"]), {mode: value / ticks for mode, value in expected.items()})
        shares = self.points(metrics["system.cpu.utilization"])
        self.assertAlmostEqual(sum(shares.values()), 1)
        self.assertAlmostEqual(shares["interrupt"], (GROWTH["irq"] + GROWTH["softirq"]) / 200)
        self.assertAlmostEqual(shares["user"], GROWTH["user"] / 200)
        self.assertEqual(self.points(metrics["system.cpu.logical.count"]), {"": 2})
        self.assertEqual(self.points(metrics["system.uptime"]), {"": UPTIME})
        self.assertEqual(self.points(metrics["system.process.created"]), {"": 4242})

    def test_a_counter_that_restarted_has_a_new_start(self):
        """The start is the moment of the sample before. What was not there then may have counted elsewhere: no start."""
        self.disks = (DISK % (3, 20, 3, 40)).replace("400", "4") + DISKS[1].split("\n", 1)[1]
        self.nets = NETS[1] + "  eth1: 5 1 0 0 0 0 0 0 6 1 0 0 0 0 0 0\n"
        first, second = lines(self.run_on_files("otel"))
        before = time_of(first)
        # The uptime is in the files.
        boot = before - 1234.56
        self.assertAlmostEqual(starts_of(first, "system.disk.io")["read sda"], boot, delta=0.001)
        starts = starts_of(second, "system.disk.io")
        self.assertAlmostEqual(starts["read sda"], before, delta=0.001)
        self.assertAlmostEqual(starts["write sda1"], boot, delta=0.001)
        starts = starts_of(second, "system.network.io")
        self.assertAlmostEqual(starts["eth0 receive"], boot, delta=0.001)
        self.assertIsNone(starts["eth1 receive"])
        for start in starts_of(second, "system.cpu.time").values():
            self.assertAlmostEqual(start, boot, delta=0.001)

    def test_single_cpus_take_the_place_of_all(self):
        points = self.metrics("--per-cpu")["system.cpu.time"][2]
        self.assertEqual({dict(attributes)["cpu.logical_number"] for attributes in points}, {0, 1})

    def test_memory(self):
        metrics, memory = self.metrics(), self.memory
        expected = {"used": memory["MemTotal"] - memory["MemAvailable"], "free": memory["MemFree"],
                    "buffers": memory["Buffers"], "cached": memory["Cached"] + memory["SReclaimable"]}
        self.assertEqual(self.points(metrics["system.memory.usage"]), expected)
        for state, share in self.points(metrics["system.memory.utilization"]).items():
            self.assertAlmostEqual(share, expected[state] / memory["MemTotal"], places=6)
        self.assertEqual(self.points(metrics["system.memory.limit"]), {"": memory["MemTotal"]})
        self.assertEqual(self.points(metrics["system.memory.linux.slab.usage"]),
                         {"reclaimable": memory["SReclaimable"], "unreclaimable": memory["SUnreclaim"]})
        self.assertEqual(self.points(metrics["system.memory.linux.hugepages.usage"]),
                         {"used": memory["HugePages_Total"] - memory["HugePages_Free"], "free": memory["HugePages_Free"]})
        self.assertEqual(self.points(metrics["system.memory.linux.hugepages.page_size"]), {"": memory["Hugepagesize"]})
        self.assertEqual(self.points(metrics["system.paging.usage"]),
                         {"used": memory["SwapTotal"] - memory["SwapFree"], "free": memory["SwapFree"]})
        self.assertEqual(self.points(metrics["system.paging.faults"]), {"major": 40, "minor": 860})
        self.assertEqual(self.points(metrics["system.paging.operations"]), {"in major": 5, "out major": 6})

    def test_disks_and_interfaces(self):
        metrics = self.metrics()
        self.assertEqual({key: value for key, value in self.points(metrics["system.disk.io"]).items() if "sda1" not in key},
                         {"read sda": 2600 * 512, "write sda": 4800 * 512})
        self.assertEqual(self.points(metrics["system.disk.io_time"])["sda"], 0.9)
        self.assertEqual(self.points(metrics["system.disk.operation_time"])["read sda"], 0.4)
        self.assertEqual(self.points(metrics["system.disk.operation_time"])["write sda"], 0.7)
        self.assertEqual(self.points(metrics["system.disk.merged"])["write sda"], 22)
        self.assertEqual(self.points(metrics["system.network.io"]), {"eth0 receive": 1500, "eth0 transmit": 2700})
        self.assertEqual(self.points(metrics["system.network.packet.dropped"]), {"eth0 receive": 4, "eth0 transmit": 12})
        self.assertEqual(self.points(metrics["system.network.errors"]), {"eth0 receive": 3, "eth0 transmit": 11})

    def test_states_of_a_file_system_add_up_to_its_limit(self):
        metrics = self.metrics()
        usage = metrics["system.filesystem.usage"][2]
        limit, = metrics["system.filesystem.limit"][2].values()
        self.assertEqual(limit, self.space().f_blocks * self.space().f_frsize)
        self.assertEqual(sum(usage.values()), limit)
        self.assertAlmostEqual(sum(metrics["system.filesystem.utilization"][2].values()), 1, places=5)
        self.assertEqual({dict(attributes)["system.filesystem.state"] for attributes in usage},
                         {"used", "free", "reserved"})


@needs_namespace
class Prometheus(Given):
    def samples(self, *options):
        output = self.run_on_files("prometheus", *options).decode()
        # Two expositions, one after the other.
        _, samples = exposition(output[output.rindex("# HELP node_cpu_seconds_total"):])
        return samples

    def test_values(self):
        samples, ticks = self.samples(), os.sysconf("SC_CLK_TCK")

        def value(family, **labels):
            return samples[family, frozenset(labels.items())]
        for cpu in "01":
            for mode in STATES[:8]:
                self.assertEqual(value("node_cpu_seconds_total", cpu=cpu, mode=mode), CPUS[1][mode] / ticks)
            self.assertEqual(value("node_cpu_guest_seconds_total", cpu=cpu, mode="user"), CPUS[1]["guest"] / ticks)
        self.assertEqual(len([key for key in samples if key[0] == "node_cpu_seconds_total"]), 16)
        for key, number in self.memory.items():
            name = "node_memory_" + key.replace("(", "_").replace(")", "")
            name += "" if key.startswith("HugePages_") else "_bytes"
            self.assertEqual(value(name), number)
        self.assertEqual(value("node_disk_read_bytes_total", device="sda"), 2600 * 512)
        self.assertEqual(value("node_disk_write_time_seconds_total", device="sda"), 0.7)
        self.assertEqual(value("node_disk_discarded_sectors_total", device="sda"), 88)
        # A partition, which node_exporter leaves out.
        self.assertNotIn(("node_disk_read_bytes_total", frozenset({("device", "sda1")})), samples)
        self.assertEqual(value("node_network_receive_drop_total", device="eth0"), 4)
        self.assertEqual(value("node_network_transmit_carrier_total", device="eth0"), 15)
        self.assertEqual((value("node_load1"), value("node_load5"), value("node_load15")), (0.1, 1.2, 12.34))
        self.assertEqual((value("node_vmstat_pgpgin"), value("node_vmstat_pswpout")), (2000, 6))
        self.assertEqual((value("node_intr_total"), value("node_forks_total")), (12345, 4242))

    def test_what_is_not_known_is_left_out(self):
        files = {"/proc/meminfo": self.file("meminfo", "MemTotal: 1000 kB\nMemFree: 100 kB\n"),
                 "/proc/stat": self.file("stat", "cpu  1 2 3 4\ncpu0 1 2 3 4\n"),
                 "/proc/diskstats": self.file("diskstats", ""), "/proc/net/dev": self.file("dev", "broken\n")}
        done = run(*with_files(files, GUEST, "--format", "prometheus", "--path", "/nowhere"))
        self.assertEqual(done.returncode, 0)
        types, samples = exposition(done.stdout.decode())
        self.assertEqual({dict(labels)["mode"] for family, labels in samples if family == "node_cpu_seconds_total"},
                         {"user", "nice", "system", "idle"})
        self.assertEqual({family for family in types if family.startswith("node_memory_")},
                         {"node_memory_MemTotal_bytes", "node_memory_MemFree_bytes"})
        self.assertEqual([family for family in types if re.match("node_(disk|network|filesystem|boot|intr)_", family)], [])

    def test_names_of_any_bytes(self):
        self.assertEqual(named("prometheus", self), {NAMES[name][0] for name in NAMES})


@needs_namespace
class Sandboxes(Given):
    def no_line(self, name, *keys):
        return "".join(f"vmmetrics-guest: --format {name}: no line while this number is unknown: {key}\n" for key in keys).encode()

    def cgroup(self, name, text):
        """A cgroup that is a directory with a cpu.stat."""
        folder = self.folder / name
        folder.mkdir()
        (folder / "cpu.stat").write_text(text)
        return f"--cgroup={name}={folder}"

    def test_vm0(self):
        """The 14 members that vm0's guest agent writes, in its order. Without a sample before there is no CPU usage, so no line."""
        cgroups = [self.cgroup("control", "usage_usec 101\nnr_throttled 2\nthrottled_usec 3\n"),
                   self.cgroup("workload", "usage_usec 201\nuser_usec 7\nnr_throttled 4\nthrottled_usec 5\n")]
        (line,), space = lines(self.run_on_files("vm0", *cgroups, messages=self.no_line("vm0", "cpu"))), self.space()
        self.assertEqual(list(line), ["ts", "cpu", "cpu_steal_percent", "scheduled_lag_ms", "mem_used", "mem_total", "disk_used",
                                      "disk_total", "control_cpu_usage_usec", "control_cpu_nr_throttled",
                                      "control_cpu_throttled_usec", "workload_cpu_usage_usec", "workload_cpu_nr_throttled",
                                      "workload_cpu_throttled_usec"])
        # Steal is busy, iowait is not.
        self.assertAlmostEqual(line["cpu"], (200 - GROWTH["idle"] - GROWTH["iowait"]) / 2, places=9)
        self.assertAlmostEqual(line["cpu_steal_percent"], GROWTH["steal"] / 2, places=9)
        self.assertTrue(0 <= line["scheduled_lag_ms"] < 1000, line)
        self.assertEqual(list(line.values())[-6:], [101, 2, 3, 201, 4, 5])
        self.assertEqual(line["mem_used"], self.memory["MemTotal"] - self.memory["MemAvailable"])
        self.assertEqual(line["mem_total"], self.memory["MemTotal"])
        self.assertAlmostEqual(line["disk_used"], (space.f_blocks - space.f_bfree) * space.f_frsize, delta=1e9)
        self.assertEqual(line["disk_total"], space.f_blocks * space.f_frsize)

    def test_e2b(self):
        (line,), space = lines(self.run_on_files("e2b", messages=self.no_line("e2b", "cpuUsedPct"))), self.space()
        self.assertEqual(list(line), ["timestamp", "timestampUnix", "cpuCount", "cpuUsedPct", "memUsed", "memTotal",
                                      "memCache", "diskUsed", "diskTotal"])
        moment = calendar.timegm(time.strptime(line["timestamp"], "%Y-%m-%dT%H:%M:%SZ"))
        self.assertEqual(moment, line["timestampUnix"])
        self.assertEqual(line["cpuCount"], 2)
        self.assertAlmostEqual(line["cpuUsedPct"], (200 - GROWTH["idle"] - GROWTH["iowait"]) / 2, places=9)
        self.assertEqual(line["memUsed"], self.memory["MemTotal"] - self.memory["MemAvailable"])
        self.assertEqual(line["memCache"], self.memory["Cached"] + self.memory["SReclaimable"])
        # Blocks kept for root are used.
        self.assertAlmostEqual(line["diskUsed"], (space.f_blocks - space.f_bavail) * space.f_frsize, delta=1e9)

    def test_a_second_total_row_is_no_cpu(self):
        twice = self.file("stat", stat_row("cpu", **CPUS[0]) + stat(0))
        done = run(*with_files({"/proc/stat": twice}, GUEST, "--per-cpu", "--no-wait"))
        self.assertEqual([cpu["id"] for cpu in lines(done.stdout)[0]["cpus"]], [0, 1])
        done = run(*with_files({"/proc/stat": twice}, GUEST, "--format", "cloudwatch", "--no-wait"))
        found = [dimensions.get("cpu") for _, dimensions, _ in metrics_of_emf(done.stdout)]
        self.assertEqual(found.count("cpu-total"), 1)

    def test_a_line_without_a_number_that_the_receiver_needs_is_not_printed(self):
        bad = self.file("meminfo", "MemTotal: x kB\n")
        for name, keys in (("vm0", ("cpu", "mem_used", "mem_total")), ("e2b", ("cpuUsedPct", "memUsed", "memTotal", "memCache"))):
            done = run(*with_files({"/proc/meminfo": bad, "/proc/stat": self.file("stat", stat(0))}, GUEST, "--format", name,
                                   "--interval", "0.1", "--count", "3"))
            self.assertEqual((done.returncode, done.stdout), (0, b""))
            # Each is said once.
            self.assertEqual(done.stderr, b"vmmetrics-guest: /proc/meminfo: malformed value\n" + self.no_line(name, *keys))

    def test_a_cgroup_has_all_its_numbers_or_none(self):
        cgroups = [self.cgroup("control", "usage_usec 101\nuser_usec 7\n"), f"--cgroup=workload={self.folder}/nosuch"]
        output = self.run_on_files("vm0", *cgroups, messages=b"vmmetrics-guest: %s/nosuch/cpu.stat: No such file or directory\n" %
                                   bytes(self.folder) + self.no_line("vm0", "cpu"))
        self.assertEqual(list(lines(output)[0])[-1], "disk_total")
        done = run(GUEST, "--no-wait", cgroups[0])
        self.assertEqual(lines(done.stdout)[0]["cgroups"],
                         [{"name": "control", "cpu_usage_usec": 101, "cpu_nr_throttled": None, "cpu_throttled_usec": None}])

    def test_a_cgroup_that_is_made_again_is_read_again(self):
        option = self.cgroup("control", "usage_usec 1\nnr_throttled 2\nthrottled_usec 3\n")
        folder, said = self.folder / "control", self.file("said", "")
        change = (f"i=0; while [ ! -s '{said}' ] && [ $i -lt 1000 ]; do sleep 0.02; i=$((i + 1)); done; "
                  f"mkdir '{folder}'; echo 'usage_usec 7' >'{folder}/cpu.stat'")
        (folder / "cpu.stat").unlink()
        folder.rmdir()
        done = run("sh", "-c", f"({change}) & exec \"$@\" 2>'{said}'", "sh", GUEST, "--no-wait", "--interval", "1", "--count", "3", option)
        found = [line["cgroups"][0]["cpu_usage_usec"] for line in lines(done.stdout)]
        self.assertEqual((found[0], found[-1]), (None, 7))


class Catalogues(Test):
    """On this machine as it is."""

    def output(self, name, *options):
        done = run(GUEST, "--format", name, *options)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout

    def test_cloudwatch(self):
        known = catalogue("cloudwatch-agent")
        told = set()
        for _, _, metrics in metrics_of_emf(self.output("cloudwatch", "--per-cpu")):
            for name, (_, unit) in metrics.items():
                self.assertIn(name, known)
                self.assertEqual([unit], known[name], name)
            told |= set(metrics)
        # What the agent knows and this does not: sockets that are neither TCP nor UDP, and a state that Linux has not.
        missing = {name for name in known if not name.startswith("procstat_")} - told
        self.assertLessEqual(missing - {name for name in known if name.startswith(("diskio_", "net_", "disk_"))},
                             {"netstat_tcp_none", "processes_wait"})

    def test_opentelemetry(self):
        known = catalogue("opentelemetry")
        for options in ([], ["--per-cpu"]):
            line, = lines(self.output("otel", *options))
            for _, metrics in metrics_of_otlp(line):
                for name, (unit, kind, points, _) in metrics.items():
                    self.assertIn(name, known)
                    self.assertEqual([unit, kind], known[name][:2], name)
                    allowed = {word.strip("[]") for word in known[name][2:]}
                    for attributes in points:
                        self.assertLessEqual({key for key, _ in attributes}, allowed, name)

    def test_json_is_what_it_is_without(self):
        self.assertEqual([list(json.loads(run(GUEST, "--no-wait", *options).stdout)) for options in
                          ([], ["--format", "json"], ["--format=json"])],
                         [["ts", "cpu", "mem_used", "mem_total", "disk_used", "disk_total"]] * 3)
        self.assertIn("records", json.loads(run(GUEST, "--no-wait", "--full", "--format", "json").stdout))

    def test_wrong_usage(self):
        for options, message in ((["--format", "xml"], b"--format xml: no such format; there are json, vm0, "),
                                 (["--format"], b"--format: the value of this option is missing"),
                                 (["--cgroup", "a"], b"--cgroup a: not a name and the path of a directory, such as "),
                                 (["--cgroup", "A=/x"], b"not a name and the path of a directory"),
                                 (["--cgroup", "a=x"], b"not a name and the path of a directory"),
                                 (["--cgroup", "a=/x", "--cgroup", "a=/y"], b"another cgroup has this name"),
                                 (["--cgroup", "a=/x", "--format", "otel"], b"goes with --format json and vm0 only"),
                                 (["--full", "--format", "otel"], b"--full and --records: these options go with --format json only")):
            done = run(GUEST, *options)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(message, done.stderr)

    def test_a_file_system_asked_for_twice_is_one(self):
        output = self.output("prometheus", "--path", "/", "--path", "/proc/..", "--path", "/").decode()
        _, samples = exposition(output)
        self.assertEqual(len([key for key in samples if key[0] == "node_filesystem_size_bytes"]), 1)


if __name__ == "__main__":
    main(GUEST)
