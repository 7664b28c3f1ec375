# SPDX-License-Identifier: MIT
"""vmmetrics-guest: its lines, its options, and what it does where something cannot be read."""

import calendar
import os
import pathlib
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import unittest

from programs import (GUEST, NAMESPACE, PARSE, SOURCE, Test, lines, main, members, needs_namespace, run, samples, tool,
                      with_files, without_proc)

KEYS = ["ts", "cpu", "mem_used", "mem_total", "disk_used", "disk_total"]
RECORDS = ["cpu", "cpu_usage", "stat", "meminfo", "memory_usage", "filesystem", "filesystem_usage", "net", "net_usage",
           "disk", "disk_usage", "pressure", "pressure_usage", "vmstat", "system"]
# What is counted here, and is no record of the library.
COUNTS = ["processes", "sockets"]
PRESSURES = ["cpu", "memory", "io", "irq"]


def enumerators(prefix, header):
    """The words of an enumeration, as keys: VMM_SOCKET_STATE_SYN_SENT is syn_sent."""
    text = (SOURCE / "include" / "vmmetrics" / header).read_text()
    return [word.lower() for word in re.findall(prefix + r"_([A-Z0-9_]+) = \d+", text)]


PROCESS_STATES = enumerators("VMM_PROCESS_STATE", "process.h")
# Before a command: sockets are not asked for over netlink, so their files are read.
WITHOUT_NETLINK = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=socket", "-e", "inject=socket:error=EPERM")
SOCKET_STATES = enumerators("VMM_SOCKET_STATE", "net.h")


def stat_row(name, **ticks):
    order = "user nice system idle iowait irq softirq steal guest guest_nice".split()
    assert set(ticks) <= set(order)
    # As wide as ever, so that a file can be written over in place.
    return name + "".join(" %08d" % ticks.get(key, 0) for key in order) + "\n"


def stat_text(**ticks):
    """The total row, and rows of ten CPUs that have it together. In half a second one CPU can gain 155 ticks at most."""
    return stat_row("cpu ", **ticks) + "".join(
        stat_row("cpu%d" % cpu, **{key: value // 10 + (cpu < value % 10) for key, value in ticks.items()})
        for cpu in range(10))


class Guest(Test):
    def guest(self, *options, count=None, messages=0, **keywords):
        done = run(GUEST, *options, **keywords)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr.count(b"\n"), messages, done.stderr)
        samples = lines(done.stdout)
        if count is not None:
            self.assertEqual(len(samples), count)
        self.output = done.stdout
        return samples


class Line(Guest):
    def test_the_default_line(self):
        before, began = time.time(), time.monotonic()
        sample, = self.guest(count=1)
        self.assertGreaterEqual(time.monotonic() - began, 0.1)
        self.assertEqual(list(sample), KEYS)
        self.assertRegex(sample["ts"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        moment = calendar.timegm(time.strptime(sample["ts"], "%Y-%m-%dT%H:%M:%SZ"))
        self.assertTrue(int(before) <= moment <= time.time(), (before, moment))
        self.assertTrue(0 <= sample["cpu"] <= 100, sample)
        self.assertRegex(self.output, rb'"cpu":\d+\.\d\d,')
        self.assertTrue(0 < sample["mem_used"] < sample["mem_total"], sample)
        self.assertTrue(0 < sample["disk_used"] < sample["disk_total"], sample)

    def test_no_wait_leaves_the_first_cpu_null(self):
        fastest = 1
        for _ in range(10):
            began = time.monotonic()
            sample, = self.guest("--no-wait", count=1)
            fastest = min(fastest, time.monotonic() - began)
        self.assertLess(fastest, 0.1)
        self.assertEqual(list(sample), KEYS)
        self.assertIsNone(sample["cpu"])
        self.assertGreater(sample["mem_total"], 0)

    def test_interval_and_count(self):
        began = time.monotonic()
        samples = self.guest("--no-wait", "--interval", "0.2", "--count=3", count=3)
        self.assertGreaterEqual(time.monotonic() - began, 0.4)
        self.assertIsNone(samples[0]["cpu"])
        for sample in samples[1:]:
            self.assertTrue(0 <= sample["cpu"] <= 100, samples)

    def test_count_without_interval_is_a_line_a_second(self):
        began = time.monotonic()
        self.guest("--no-wait", "--count", "2", count=2)
        self.assertTrue(1 <= time.monotonic() - began < 10)

    def test_an_interval_goes_on_until_it_is_ended(self):
        with subprocess.Popen([GUEST, "--no-wait", "--interval", "0.05"], stdout=subprocess.PIPE) as guest:
            # Each line comes when it is made, though into a pipe.
            for _ in range(5):
                self.assertEqual(list(lines(guest.stdout.readline())[0]), KEYS)
            self.assertIsNone(guest.poll())
            guest.terminate()

    def test_a_pause_of_nothing(self):
        samples = self.guest("--no-wait", "--interval", "0", "--count", "300", count=300)
        # Most of them lie within one tick, in which nothing can be said of the CPU.
        self.assertGreater([sample["cpu"] for sample in samples].count(None), 100)

    def test_per_cpu(self):
        sample, = self.guest("--per-cpu", count=1)
        self.assertEqual(list(sample), KEYS + ["cpus"])
        with open("/proc/stat") as stat:
            ids = [int(number) for number in re.findall(r"^cpu(\d+) ", stat.read(), re.M)]
        self.assertEqual([cpu["id"] for cpu in sample["cpus"]], ids)
        for cpu in sample["cpus"]:
            self.assertEqual(list(cpu), ["id", "cpu"])
            self.assertTrue(cpu["cpu"] is None or 0 <= cpu["cpu"] <= 100, sample)

    def test_one_path_takes_the_place_of_the_root(self):
        sample, = self.guest("--no-wait", "--path", "/proc", count=1)
        self.assertEqual(list(sample), KEYS)
        self.assertEqual((sample["disk_used"], sample["disk_total"]), (0, 0))

    def test_several_paths(self):
        sample, = self.guest("--no-wait", "--path", "/proc", "--path=/", "--path", "/", count=1)
        self.assertEqual(list(sample), KEYS + ["disks"])
        self.assertEqual([disk["path"] for disk in sample["disks"]], ["/proc", "/", "/"])
        self.assertEqual(sample["disks"][0], {"path": "/proc", "used": 0, "total": 0})
        self.assertEqual(sample["disk_total"], 0)
        self.assertGreater(sample["disks"][1]["total"], 0)

    def test_a_path_that_is_not_there_is_null_and_complained_of_once(self):
        samples = self.guest("--no-wait", "--interval", "0", "--count", "3", "--path", "/nowhere\x1b[31m\xff", count=3,
                             messages=1)
        for sample in samples:
            self.assertIsNone(sample["disk_used"])
            self.assertIsNone(sample["disk_total"])
            self.assertGreater(sample["mem_total"], 0)

    def test_a_path_of_any_bytes(self):
        folder = self.folder / os.fsdecode(b'a"b\\c\x1b\x7f\xc2\x9b\xff\n')
        folder.mkdir()
        sample, = self.guest("--no-wait", "--path", folder, "--path", "/", count=1)
        self.assertEqual(sample["disks"][0]["path"], os.fsencode(folder).decode("utf-8", "replace"))
        self.assertNotRegex(self.output[:-1], rb"[\x00-\x1f\x7f-\x9f]")

    def test_full_is_every_record_in_the_order_of_its_struct(self):
        sample, = self.guest("--full", "--per-cpu", "--path", "/", "--path", "/proc", count=1)
        self.assertEqual(list(sample), KEYS + ["cpus", "disks", "boot_id", "records"])
        self.assertEqual(sample["boot_id"], pathlib.Path("/proc/sys/kernel/random/boot_id").read_text().strip())
        records = sample["records"]
        self.assertEqual(list(records), RECORDS + COUNTS)
        for name in RECORDS:
            record = records[name]
            if name.startswith("pressure"):
                self.assertEqual(list(record), PRESSURES)
                record = list(record.values())
            for one in record if isinstance(record, list) else [record]:
                self.assertEqual([key for key in one if key != "path"], list(members("vmm_" + name)), name)
        self.assertEqual(list(records["processes"]), PROCESS_STATES + ["total", "threads"])
        self.assertEqual(list(records["sockets"]), ["tcp", "tcp6", "udp", "udp6"])
        for name in ("tcp", "tcp6"):
            self.assertEqual(list(records["sockets"][name]), SOCKET_STATES + ["total"])
        ids = [None] + [cpu["id"] for cpu in sample["cpus"]]
        self.assertEqual([row["id"] for row in records["cpu"]], ids)
        self.assertEqual([row["id"] for row in records["cpu_usage"]], ids)
        for name in ("filesystem", "filesystem_usage"):
            self.assertEqual([row["path"] for row in records[name]], ["/", "/proc"])
        self.assertEqual(sample["mem_used"], records["memory_usage"]["used_procps4_bytes"])
        self.assertEqual(sample["disk_used"], records["filesystem_usage"][0]["used_bytes"])
        busy = records["cpu_usage"][0]["busy_gopsutil_ratio"]
        self.assertAlmostEqual(sample["cpu"], busy * 100, delta=0.00501)
        self.assertGreater(records["stat"]["ctxt"], 0)


def read(path):
    with open(path) as file:
        return file.read()


def rows_of(path, first):
    """The rows of a file of columns: {its first words: its numbers}."""
    rows = [line.replace(":", " ").split() for line in read(path).splitlines() if "|" not in line]
    return {" ".join(row[:first]): [int(word) for word in row[first:]] for row in rows}


def numbers(record):
    return {key: value for key, value in record.items() if isinstance(value, (int, float))}


class Full(Guest):
    """What --full says is what the kernel and the machine's own tools say."""

    NET = ("rx_bytes rx_packets rx_errors net_dev_rx_drop rx_fifo_errors net_dev_rx_frame rx_compressed multicast "
           "tx_bytes tx_packets tx_errors tx_dropped tx_fifo_errors collisions net_dev_tx_carrier "
           "tx_compressed").split()
    DISK = ("reads reads_merged read_bytes read_ms writes writes_merged write_bytes write_ms in_flight io_ms "
            "weighted_io_ms discards discards_merged discard_bytes discard_ms flushes flush_ms").split()

    def records(self, *options):
        sample, = self.guest("--full", "--no-wait", *options, count=1)
        return sample["records"]

    def between(self, rows, before, after, columns, scale):
        for key, row in rows.items():
            low, high = before[key], after[key]
            for index, name in enumerate(columns[:len(low)]):
                factor = scale.get(name, 1)
                self.assertIsNotNone(row[name], (key, name))
                if name == "in_flight":
                    continue
                self.assertTrue(low[index] * factor <= row[name] <= high[index] * factor,
                                (key, name, low[index], row[name], high[index]))

    def test_interfaces_are_those_of_net_dev(self):
        before = rows_of("/proc/net/dev", 1)
        records = self.records()
        after = rows_of("/proc/net/dev", 1)
        rows = {row["name"]: row for row in records["net"]}
        self.assertEqual(list(rows), list(before))
        self.assertGreater(len(rows), 0)
        self.between(rows, before, after, self.NET, {})
        for name, row in rows.items():
            self.assertEqual(row["ifindex"], socket.if_nametoindex(name))
            # No file that was read has them.
            self.assertIsNone(row["rx_dropped"])
            self.assertIsNone(row["speed_bits_per_second"])

    def test_disks_are_those_of_diskstats(self):
        before = rows_of("/proc/diskstats", 3)
        records = self.records()
        after = rows_of("/proc/diskstats", 3)
        rows = {f"{row['major']} {row['minor']} {row['name']}": row for row in records["disk"]}
        self.assertEqual(list(rows), list(before))
        self.between(rows, before, after, self.DISK, dict.fromkeys(("read_bytes", "write_bytes", "discard_bytes"),
                                                                   512))
        for row in rows.values():
            self.assertIsNone(row["diskseq"])
            self.assertIsNone(row["size_bytes"])

    def test_vmstat_is_that_of_the_kernel(self):
        def values():
            return {key: int(value) for key, value in map(str.split, read("/proc/vmstat").splitlines())}
        before, record, after = values(), self.records()["vmstat"], values()
        known = 0
        for name, comment in members("vmm_vmstat").items():
            keys = [key for key in re.findall(r"`(\w+)`", comment) if key in before]
            if not keys:
                self.assertIsNone(record[name], name)
            elif re.search(r"; counter", comment) and name == keys[0]:
                self.assertTrue(before[name] <= record[name] <= after[name], (name, record[name]))
                known += name in ("pgfault", "pgmajfault", "pgalloc_normal", "pgfree")
            else:
                self.assertIsNotNone(record[name], name)
        self.assertGreaterEqual(known, 2)

    def test_system_is_loadavg_and_uptime(self):
        def hundredths(text):
            return int(text.replace(".", ""))
        for _ in range(20):
            load, up = read("/proc/loadavg").split(), read("/proc/uptime").split()
            record = self.records()["system"]
            load_after, up_after = read("/proc/loadavg").split(), read("/proc/uptime").split()
            self.assertTrue(hundredths(up[0]) <= record["uptime_hundredths"] <= hundredths(up_after[0]), record)
            self.assertGreater(record["idle_hundredths"], 0)
            self.assertTrue(0 < record["tasks_runnable"] <= record["tasks"], record)
            self.assertTrue(int(load[4]) < record["last_pid"] <= int(load_after[4]) or
                            int(load_after[4]) < int(load[4]), (load, record))
            if load[:3] == load_after[:3]:
                break
        self.assertEqual([record["load%s_hundredths" % minutes] for minutes in (1, 5, 15)],
                         [hundredths(word) for word in load[:3]])

    def test_pressure_lies_between_two_readings(self):
        def totals(name):
            try:
                return {line.split()[0]: int(line.split("total=")[1])
                        for line in read("/proc/pressure/" + name).splitlines()}
            except OSError:
                return {}
        before = {name: totals(name) for name in PRESSURES}
        pressure = self.records()["pressure"]
        for name in PRESSURES:
            after = totals(name)
            for which in ("some", "full"):
                total = pressure[name][which + "_total_usec"]
                average = pressure[name][which + "_avg10_hundredths"]
                if which in after:
                    self.assertTrue(before[name][which] <= total <= after[which], (name, which))
                    self.assertTrue(0 <= average <= 10000, (name, which))
                else:
                    self.assertEqual((total, average), (None, None), (name, which))

    @staticmethod
    def with_own_processes(*command):
        """The command, in a namespace that has no other processes. On a busy machine others come and go all the time."""
        return ["unshare", "--pid", "--fork", "--mount-proc", "--map-root-user", *command]

    def test_processes_are_those_of_ps(self):
        alone = "VMMETRICS_TEST_IS_ALONE" in os.environ
        if not alone and run(*self.with_own_processes("true")).returncode == 0:
            done = run(*self.with_own_processes(sys.executable, "-B", __file__, self.id().replace("__main__.", "")),
                       env={**os.environ, "VMMETRICS_TEST_IS_ALONE": "1"})
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            return
        letters = dict(zip("RSDTtZXIPKW", PROCESS_STATES))

        def count():
            rows = [line.split() for line in tool("ps", "-eo", "stat=,nlwp=").splitlines()]
            found = dict.fromkeys(PROCESS_STATES, 0)
            for state, _ in rows:
                found[letters[state[0]]] += 1
            return {**found, "total": len(rows), "threads": sum(int(threads) for _, threads in rows)}
        zombies = [subprocess.Popen(["true"]) for _ in range(3)]
        stopped = [subprocess.Popen(["sleep", "100"]) for _ in range(2)]
        event = threading.Event()
        workers = [threading.Thread(target=event.wait) for _ in range(5)]
        for worker in workers:
            worker.start()
        try:
            for process in stopped:
                process.send_signal(signal.SIGSTOP)
            # Until the machine is quiet for a moment: what ps counts before and after is the same then.
            for _ in range(50):
                before, record, after = count(), self.records()["processes"], count()
                if before == after and before["total"] == record["total"]:
                    break
        finally:
            event.set()
            for process in stopped:
                process.kill()
            for process in zombies + stopped:
                process.wait()
        if alone:
            self.assertEqual((record["zombie"], record["stopped"]), (3, 2))
            self.assertEqual((record["total"], record["threads"]), (before["total"], before["threads"]))
            self.assertEqual((record["total"], record["threads"]), (after["total"], after["threads"]))
        self.assertGreaterEqual(record["zombie"], 3)
        self.assertGreaterEqual(record["stopped"], 2)
        self.assertGreaterEqual(record["running"], 1)
        self.assertGreaterEqual(record["threads"], record["total"] + 5)
        self.assertEqual(sum(record[name] for name in PROCESS_STATES), record["total"])
        for name in ("stopped", "tracing_stop", "zombie", "dead", "parked", "wakekill", "waking", "total", "threads"):
            self.assertTrue(min(before[name], after[name]) <= record[name] <= max(before[name], after[name]),
                            (name, before, record, after))
        # Threads go to sleep and wake up, but those that are idle differ from those that are asleep by far.
        self.assertLessEqual(abs(record["sleeping"] + record["running"] - before["sleeping"] - before["running"]), 10)

    def test_sockets_are_those_of_the_kernel(self):
        def count(name):
            states = [int(line.split()[3], 16) for line in read("/proc/net/" + name).splitlines()[1:]]
            found = {word: states.count(number + 1) for number, word in enumerate(SOCKET_STATES)}
            return {**found, "total": len(states)}

        def all_counts():
            found = {name: count(name) if os.path.exists("/proc/net/" + name) else None
                     for name in ("tcp", "tcp6", "udp", "udp6")}
            for name in ("udp", "udp6"):
                found[name] = found[name] and found[name]["total"]
            return found
        opened = []
        try:
            # More than the kernel gives with one read(): some 30 of them.
            for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
                if not os.path.exists("/proc/net/tcp6") and family == socket.AF_INET6:
                    continue
                for kind in [socket.SOCK_DGRAM] * 100 + [socket.SOCK_STREAM] * 70:
                    opened.append(socket.socket(family, kind))
                    opened[-1].bind((address, 0))
                    if kind == socket.SOCK_STREAM:
                        opened[-1].listen()
                opened.append(socket.create_connection(opened[-1].getsockname()[:2]))
                opened.append(opened[-2].accept()[0])
            for _ in range(50):
                before, found, after = all_counts(), self.records()["sockets"], all_counts()
                if before == after:
                    break
        finally:
            for one in opened:
                one.close()
        # The kernel says that there are none where it has no file.
        for name, counts in before.items():
            self.assertEqual(found[name], found[name] if counts is None else counts, name)
        self.assertGreaterEqual(found["tcp"]["listen"], 70)
        self.assertGreaterEqual(found["tcp"]["established"], 2)
        self.assertGreaterEqual(found["udp"], 100)

    def rates(self, records):
        """The numbers of all rates, by the record that they are of."""
        identity = ("instance_id", "ifindex", "major", "minor", "in_flight")
        found = {name: [value for row in records[name] for key, value in numbers(row).items() if key not in identity]
                 for name in ("net_usage", "disk_usage")}
        found["pressure_usage"] = [value for row in records["pressure_usage"].values() for value in numbers(row).values()]
        return found

    def test_two_samples_give_rates_and_one_gives_none(self):
        first, second = self.guest("--full", "--no-wait", "--interval", "0.2", "--count", "2", count=2)
        self.assertEqual(self.rates(first["records"]), {"net_usage": [], "disk_usage": [], "pressure_usage": []})
        waited, = self.guest("--full", count=1)
        for sample in (second, waited):
            rates = self.rates(sample["records"])
            self.assertGreaterEqual(len(rates["net_usage"]), 8 * len(sample["records"]["net"]))
            self.assertGreaterEqual(len(rates["disk_usage"]), 8 * len(sample["records"]["disk"]))
            known = [row for row in sample["records"]["pressure"].values() if row["full_total_usec"] is not None]
            self.assertGreaterEqual(len(rates["pressure_usage"]), len(known))
        self.assertEqual([row["name"] for row in second["records"]["net_usage"]],
                         [row["name"] for row in second["records"]["net"]])
        self.assertEqual([(row["major"], row["minor"]) for row in second["records"]["disk_usage"]],
                         [(row["major"], row["minor"]) for row in second["records"]["disk"]])

    def test_without_full_none_of_it_is_read(self):
        done = run(*with_files({"/proc/vmstat": self.file("bad", "pgfault x\n")}, GUEST)) if NAMESPACE else run(GUEST)
        self.assertEqual((done.returncode, done.stderr), (0, b""))


class Unreadable(Test):
    """Whatever cannot be read costs only its own members, and one message."""

    def limited(self, descriptors, *options):
        """Runs it with so few descriptors that not every file can be opened."""
        def limit():
            resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))
        return run(GUEST, "--no-wait", "--interval", "0", "--count", "4", *options, preexec_fn=limit)

    def test_one_file_is_enough_for_its_own_members(self):
        done = self.limited(4)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr, b"vmmetrics-guest: /proc/meminfo: Too many open files\n"
                         .replace(b"Too many open files", os.strerror(24).encode()))
        samples = lines(done.stdout)
        self.assertEqual(len(samples), 4)
        for sample in samples:
            self.assertEqual(list(sample), KEYS)
            self.assertIsNone(sample["mem_used"])
            self.assertIsNone(sample["mem_total"])
            self.assertGreater(sample["disk_total"], 0)

    @needs_namespace
    @unittest.skipUnless(shutil.which("strace"), "there is no strace here")
    def test_no_proc_at_all(self):
        done = run(*WITHOUT_NETLINK, *without_proc(GUEST, "--interval", "0.01", "--count", "3", "--full", "--per-cpu"))
        self.assertEqual(done.returncode, 0)
        self.assertEqual(sorted(done.stderr.splitlines()),
                         [b"vmmetrics-guest: /proc/%s: No such file or directory" % name
                          for name in (b"diskstats", b"loadavg", b"meminfo", b"net/dev", b"net/tcp", b"net/udp", b"stat",
                                       b"uptime", b"vmstat")] + [b"vmmetrics-guest: /proc: No such process"])
        samples = lines(done.stdout)
        self.assertEqual(len(samples), 3)
        for sample in samples:
            self.assertEqual([sample[key] for key in ("cpu", "mem_used", "mem_total")], [None] * 3)
            self.assertGreater(sample["disk_total"], 0)
            self.assertEqual(sample["cpus"], [])
            self.assertEqual(sample["records"]["cpu"], [])
            for name in ("stat", "meminfo", "memory_usage", "vmstat", "system", "processes"):
                self.assertEqual(set(sample["records"][name].values()), {None}, name)
            for name in ("net", "net_usage", "disk", "disk_usage"):
                self.assertIsNone(sample["records"][name], name)
            for name in ("pressure", "pressure_usage", "sockets"):
                for key, record in sample["records"][name].items():
                    values = record.values() if isinstance(record, dict) else [record]
                    self.assertEqual(set(values), {None}, (name, key))

    # Each file of --full, and where its numbers are. The last is what an empty one means.
    FILES = {
        "/proc/vmstat": (["vmstat"], None),
        "/proc/loadavg": (["system load1_hundredths", "system load5_hundredths", "system load15_hundredths",
                           "system tasks_runnable", "system tasks", "system last_pid"], None),
        "/proc/uptime": (["system uptime_hundredths", "system idle_hundredths"], None),
        "/proc/pressure/cpu": (["pressure cpu", "pressure_usage cpu"], None),
        "/proc/pressure/memory": (["pressure memory", "pressure_usage memory"], None),
        "/proc/pressure/io": (["pressure io", "pressure_usage io"], None),
        "/proc/net/dev": (["net", "net_usage"], []),
        "/proc/diskstats": (["disk", "disk_usage"], []),
        "/proc/net/tcp": (["sockets tcp"], 0),
        "/proc/net/tcp6": (["sockets tcp6"], 0),
        "/proc/net/udp": (["sockets udp"], 0),
        "/proc/net/udp6": (["sockets udp6"], 0),
    }

    def values(self, record, path=""):
        """What is in a record, by the way to it; a list as one, by whether there is something in it."""
        if not isinstance(record, dict):
            return {path: record if not isinstance(record, list) else [1] if record else []}
        found = {}
        for key, value in record.items():
            found.update(self.values(value, path + " " + key if path else key))
        return found

    def lost(self, replaced, *, messages):
        """What is null, 0 or [] in the second line with files in the place of others."""
        command = (GUEST, "--full", "--no-wait", "--interval", "0.02", "--count", "2")
        before = WITHOUT_NETLINK if any(self.FILES[path][0][0].startswith("sockets") for path in replaced) else ()
        done = run(*before, *(with_files(replaced, *command) if replaced else command))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr.count(b"\n"), messages, done.stderr)
        return {path: value for path, value in self.values(lines(done.stdout)[1]["records"]).items()
                if value in (None, 0, [])}

    def costs(self, replaced, paths, value, *, messages):
        """That files in the place of others cost these members, which become `value`, and no others."""
        usual = self.lost({}, messages=0)
        found = self.lost(replaced, messages=messages)

        def of_file(path):
            return any(path == own or path.startswith(own + " ") for own in paths)
        self.assertEqual([path for path, given in found.items() if of_file(path) and given != value], [])
        self.assertTrue(any(of_file(path) for path in found), found)
        # Nothing else got lost; what is 0 at one moment may be more in the next.
        self.assertEqual([path for path, given in found.items()
                          if not of_file(path) and given != 0 and usual.get(path, 0) not in (None, [])
                          and "ratio" not in path], [])

    def existing(self):
        return {path: rest for path, rest in self.FILES.items() if os.path.exists(path) and
                (shutil.which("strace") or not rest[0][0].startswith("sockets"))}

    @needs_namespace
    def test_a_file_that_cannot_be_read_costs_only_itself(self):
        for path, (own, _) in self.existing().items():
            with self.subTest(path=path):
                # The memory of another process, and memory that does not exist: opening or reading fails for every user.
                self.costs({path: "/proc/1/mem"}, own, None, messages=1)

    @needs_namespace
    def test_a_file_of_nonsense_costs_only_itself(self):
        # Known keys with bad values, and no rows of anything.
        bad = self.file("bad", "pgfault x\nsome avg10=x\n")
        for path, (own, empty) in self.existing().items():
            with self.subTest(path=path):
                self.costs({path: bad}, own, [] if empty == [] else None, messages=1)

    @needs_namespace
    def test_an_empty_file_is_no_zeros(self):
        nothing = self.file("empty", "")
        for path, (own, empty) in self.existing().items():
            with self.subTest(path=path):
                self.costs({path: nothing}, own, empty, messages=1 if empty is None else 0)

    @needs_namespace
    @unittest.skipUnless(shutil.which("strace"), "there is no strace here")
    def test_sockets_without_their_file(self):
        """Every kernel with a network has /proc/net/tcp, so its loss is said. The other files count."""
        done = run(*WITHOUT_NETLINK, *with_files({}, GUEST, "--full", "--no-wait", net="dev tcp6 udp udp6"))
        self.assertEqual((done.returncode, done.stderr.count(b"\n")), (0, 1), done.stderr)
        sockets = lines(done.stdout)[0]["records"]["sockets"]
        self.assertEqual(set(sockets["tcp"].values()), {None})
        self.assertIsNotNone(sockets["udp"])

    @needs_namespace
    @unittest.skipUnless(shutil.which("strace"), "there is no strace here")
    def test_no_pressure_and_no_ipv6_are_nothing_to_complain_of(self):
        command = [GUEST, "--full"]
        if os.path.exists("/proc/pressure"):
            command = ["sh", "-c", 'mount -t tmpfs none /proc/pressure && exec "$@"', "sh", *command]
        done = run(*WITHOUT_NETLINK, *with_files({}, *command, net="dev tcp udp"))
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        records = lines(done.stdout)[0]["records"]
        for name in ("pressure", "pressure_usage"):
            self.assertEqual(list(records[name]), PRESSURES)
            for record in records[name].values():
                self.assertEqual(set(record.values()), {None})
        self.assertIsNone(records["sockets"]["udp6"])
        self.assertEqual(set(records["sockets"]["tcp6"].values()), {None})
        self.assertIsNotNone(records["sockets"]["tcp"]["listen"])

    @unittest.skipUnless(shutil.which("strace"), "there is no strace here")
    def test_errors_of_kernels_that_have_it_switched_off(self):
        for path, error, silent in (("/proc/pressure/cpu", "EOPNOTSUPP", True), ("/proc/pressure/io", "EIO", False),
                                    ("/proc/loadavg", "ENOENT", False)):
            if not os.path.exists(path):
                continue
            call = "openat,open" if error == "ENOENT" else "pread64"
            with self.subTest(path=path, error=error):
                done = run("strace", "-q", "-o", self.folder / "trace", "-P", path, "-e", "inject=%s:error=%s" %
                           (call, error), GUEST, "--full", "--no-wait")
                messages = [line for line in done.stderr.splitlines() if b"Requested path" not in line]
                if any(line.startswith(b"strace:") for line in messages):
                    self.skipTest("strace may not trace here")
                self.assertEqual(done.returncode, 0)
                self.assertEqual(len(messages), 0 if silent else 1, messages)
                values = self.values(lines(done.stdout)[0]["records"])
                own = self.FILES[path][0][0]
                self.assertEqual({value for key, value in values.items() if (key + " ").startswith(own + " ")}, {None})

    @unittest.skipUnless(shutil.which("strace"), "there is no strace here")
    def test_what_was_read_before_is_not_said_again(self):
        for path in ("/proc/vmstat", "/proc/pressure/io", "/proc/loadavg", "/proc/uptime", "/proc/meminfo",
                     "/proc/diskstats"):
            if not os.path.exists(path):
                continue
            # Four calls are two samples: one gives all of it, or of several pieces the first, and one its end.
            with self.subTest(path=path):
                done = run("strace", "-q", "-o", self.folder / "trace", "-P", path, "-e",
                           "inject=pread64:error=EIO:when=5+", GUEST, "--full", "--no-wait", "--interval", "0.01",
                           "--count", "4")
                if b"ptrace" in done.stderr:
                    self.skipTest("strace may not trace here")
                first, *_, last = [self.values(sample["records"]) for sample in lines(done.stdout)]
                own = self.FILES[path][0] if path in self.FILES else ["meminfo", "memory_usage"]
                for name in own:
                    mine = [key for key in last if (key + " ").startswith(name + " ")]
                    self.assertTrue("_usage" in name or any(first[key] is not None for key in mine), name)
                    self.assertEqual([key for key in mine if last[key] is not None], [], name)

    @needs_namespace
    def test_a_process_that_cannot_be_read_leaves_the_total(self):
        for text in ("1 (init) S\n", ""):
            done = run(*with_files({"/proc/1/stat": self.file("stat", text)}, GUEST, "--full"))
            self.assertEqual(done.returncode, 0)
            self.assertRegex(done.stderr, rb"^vmmetrics-guest: /proc/PID/stat: [^\n]+\n$")
            record = lines(done.stdout)[0]["records"]["processes"]
            self.assertGreater(record.pop("total"), 1)
            self.assertEqual(set(record.values()), {None})

    @needs_namespace
    @unittest.skipUnless(shutil.which("strace"), "there is no strace here")
    def test_a_socket_that_cannot_be_read_makes_its_count_unknown(self):
        text = read("/proc/net/udp").splitlines()[0] + "\n   1: 0100007F:0035 00000000:0000 07 x\n"
        done = run(*WITHOUT_NETLINK, *with_files({"/proc/net/udp": self.file("udp", text)}, GUEST, "--full", "--no-wait"))
        self.assertEqual((done.returncode, done.stderr.count(b"\n")), (0, 1))
        self.assertIsNone(lines(done.stdout)[0]["records"]["sockets"]["udp"])

    def test_a_full_disk_ends_it(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([GUEST, "--no-wait"], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr, b"vmmetrics-guest: standard output: No space left on device\n")


@needs_namespace
class Given(Test):
    """What it makes of a /proc/stat and /proc/meminfo that are known."""

    def samples(self, steps, *options, messages=0, place="/proc/stat"):
        """One line for each of the texts, which /proc/stat or another file has one after the other."""
        path = self.file("given", steps[0])
        command = with_files({place: path}, GUEST, "--no-wait", "--interval", "0.5", "--count", str(len(steps)),
                             *options)
        found = []
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as guest:
            for following in steps[1:] + [None]:
                found += lines(guest.stdout.readline())
                if following is not None:
                    # In place, as the kernel does: the descriptor stays open.
                    with open(path, "r+b") as file:
                        file.write(following.encode())
                        file.truncate()
            errors = guest.stderr.read()
        self.assertEqual(errors.count(b"\n"), messages, errors)
        return found

    def cpus(self, *steps, **keywords):
        return [sample["cpu"] for sample in self.samples(list(steps), **keywords)]

    def test_iowait_is_idle_and_steal_is_busy_and_guest_counts_once(self):
        before = stat_text(user=1000, nice=1000, system=1000, idle=1000, iowait=1000, irq=1000, softirq=1000,
                           steal=1000, guest=500, guest_nice=500)
        after = stat_text(user=1200, nice=1003, system=1005, idle=1700, iowait=1077, irq=1002, softirq=1006,
                          steal=1007, guest=690, guest_nice=502)
        # 1000 ticks; 777 of them are idle or iowait.
        self.assertEqual(self.cpus(before, after), [None, 22.3])

    def test_each_line_is_since_the_one_before(self):
        self.assertEqual(self.cpus(stat_text(user=100, idle=100), stat_text(user=200, idle=100),
                                   stat_text(user=200, idle=300), stat_text(user=202, idle=301)),
                         [None, 100, 0, 66.67])

    def test_no_time_is_null(self):
        row = stat_text(user=100, idle=100)
        self.assertEqual(self.cpus(row, row, stat_text(user=101, idle=101)), [None, None, 50])

    def test_a_restart_is_null_and_a_new_beginning(self):
        self.assertEqual(self.cpus(stat_text(user=5000, idle=5000), stat_text(user=10, idle=10),
                                   stat_text(user=11, idle=13)), [None, None, 25])

    def test_a_bad_row_is_null_and_complained_of_once(self):
        good, better = stat_text(user=100, idle=100), stat_text(user=200, idle=200)
        bad = good.replace("cpu7 00000010", "cpu7 0000x010")
        self.assertNotEqual(good, bad)
        self.assertEqual(self.cpus(good, bad, bad, good, better, messages=1), [None, None, None, None, 50])

    def test_the_total_row_does_not_count(self):
        before, after = stat_row("cpu0", user=100, idle=100), stat_row("cpu0", user=120, idle=140)
        self.assertEqual(self.cpus(before, after), [None, 33.33])
        self.assertEqual(self.cpus(before + stat_row("cpu ", user=1), after + stat_row("cpu ", user=9)), [None, 33.33])
        self.assertEqual(self.cpus(stat_row("cpu ", user=100, idle=100), stat_row("cpu ", user=120, idle=120)),
                         [None, None])

    def test_cpus_are_matched_by_id(self):
        def text(*rows):
            return "".join(stat_row(name, user=user, idle=idle) for name, user, idle in rows) + "intr 0\n"
        samples = self.samples([
            text(("cpu ", 300, 300), ("cpu0", 100, 100), ("cpu1", 100, 100), ("cpu3", 100, 100)),
            text(("cpu ", 600, 400), ("cpu0", 200, 100), ("cpu2", 200, 200), ("cpu3", 100, 200)),
            text(("cpu ", 700, 600), ("cpu1", 101, 101), ("cpu2", 210, 230), ("cpu3", 150, 250)),
        ], "--per-cpu")
        self.assertEqual([sample["cpus"] for sample in samples], [
            [{"id": 0, "cpu": None}, {"id": 1, "cpu": None}, {"id": 3, "cpu": None}],
            [{"id": 0, "cpu": 100}, {"id": 2, "cpu": None}, {"id": 3, "cpu": 0}],
            [{"id": 1, "cpu": None}, {"id": 2, "cpu": 25}, {"id": 3, "cpu": 50}],
        ])
        self.assertEqual([sample["cpu"] for sample in samples], [None, 50, 42.86])

    def test_interfaces_are_matched_by_name(self):
        def text(**rows):
            return "Inter-|   Receive |  Transmit\n face |bytes packets|bytes\n" + "".join(
                "%6s: %08d %08d %08d 0 0 0 0 0 %08d 0 0 0 0 0 0 0\n" % (name, *row) for name, row in rows.items())
        samples = self.samples([
            text(nope0=(100, 10, 1, 1000), nope1=(200, 20, 2, 2000), nope2=(900, 90, 9, 9000)),
            text(nope1=(700, 30, 2, 3000), nope0=(300, 20, 3, 1000), nope3=(5, 5, 5, 5), nope2=(1, 1, 1, 1)),
        ], "--full", place="/proc/net/dev")
        self.assertEqual([row["name"] for row in samples[1]["records"]["net"]], ["nope1", "nope0", "nope3", "nope2"])
        rates = {row["name"]: row for row in samples[1]["records"]["net_usage"]}
        # How long it was is not known to the tenth, but is the same for all.
        elapsed = 500 / rates["nope1"]["rx_bytes_per_second"]
        self.assertTrue(0.5 <= elapsed < 2, elapsed)
        for name, expected in {"nope1": (500, 10, 0, 1000), "nope0": (200, 10, 2, 0)}.items():
            for key, growth in zip(("rx_bytes", "rx_packets", "rx_errors", "tx_bytes"), expected):
                self.assertAlmostEqual(rates[name][key + "_per_second"] * elapsed, growth, delta=1e-5 * growth)
        # The one is new, the other began anew; none of the two has done nothing.
        for name in ("nope3", "nope2"):
            self.assertEqual(list(numbers(rates[name])), [], rates[name])

    def test_disks_are_matched_by_number(self):
        def text(*rows):
            return "".join("%4d %7d %s %08d 0 %08d %08d 0 0 0 0 0 %08d %08d 0 0 0 0 0 0\n" % row for row in rows)
        samples = self.samples([
            text((7, 0, "loop0", 10, 80, 10, 10, 10), (8, 0, "sda", 100, 800, 100, 100, 100),
                 (8, 1, "sda1", 100, 800, 100, 100, 100), (9, 0, "both", 5, 5, 5, 5, 5),
                 (9, 1, "both", 7, 7, 7, 7, 7)),
            text((8, 0, "sda", 110, 1000, 150, 150, 150), (7, 1, "loop0", 20, 160, 20, 20, 20),
                 (8, 1, "sda1", 1, 8, 1, 1, 1), (7, 0, "loop0", 10, 80, 10, 10, 10),
                 (9, 0, "both", 9, 9, 9, 9, 9), (9, 1, "both", 8, 8, 8, 8, 8)),
        ], "--full", place="/proc/diskstats")
        rates = {(row["major"], row["minor"]): row for row in samples[1]["records"]["disk_usage"]}
        self.assertEqual(list(rates), [(8, 0), (7, 1), (8, 1), (7, 0), (9, 0), (9, 1)])
        elapsed = 10 / rates[8, 0]["reads_per_second"]
        self.assertTrue(0.5 <= elapsed < 2, elapsed)
        # iostat's: 10 reads of 200 sectors that took 50 ms together, and 50 ms in which something was under way.
        self.assertAlmostEqual(rates[8, 0]["read_bytes_per_second"] * elapsed, 200 * 512, delta=1)
        self.assertAlmostEqual(rates[8, 0]["read_await_ms"], 5, delta=1e-9)
        self.assertAlmostEqual(rates[8, 0]["mean_read_bytes"], 20 * 512, delta=1e-9)
        self.assertAlmostEqual(rates[8, 0]["busy_ratio"] * elapsed, 0.05, delta=1e-6)
        self.assertIsNone(rates[8, 0]["write_await_ms"])
        self.assertEqual(rates[7, 0]["reads_per_second"], 0)
        # No kernel gives a name twice; it is the number that decides.
        for minor, growth in ((0, 4), (1, 1)):
            self.assertAlmostEqual(rates[9, minor]["reads_per_second"] * elapsed, growth, delta=1e-5 * growth)
        self.assertIsNone(rates[7, 0]["read_await_ms"])
        for number in ((7, 1), (8, 1)):
            self.assertEqual(set(numbers(rates[number])) - {"major", "minor", "in_flight"}, set(), rates[number])

    def test_pressure_is_the_share_of_the_time(self):
        if not os.path.exists("/proc/pressure/io"):
            self.skipTest("this kernel has no pressure files")

        def text(some, full):
            return ("some avg10=0.00 avg60=1.50 avg300=0.00 total=%08d\n"
                    "full avg10=0.00 avg60=0.00 avg300=0.00 total=%08d\n" % (some, full))
        samples = self.samples([text(1000, 1000), text(201000, 1000), text(5, 5)], "--full", place="/proc/pressure/io")
        usage = [sample["records"]["pressure_usage"]["io"] for sample in samples]
        self.assertEqual(usage[0], {"some_ratio": None, "full_ratio": None})
        self.assertTrue(0.1 < usage[1]["some_ratio"] <= 0.4, usage)
        self.assertEqual(usage[1]["full_ratio"], 0)
        self.assertEqual(usage[2], {"some_ratio": None, "full_ratio": None})
        self.assertEqual(samples[0]["records"]["pressure"]["io"]["some_avg60_hundredths"], 150)

    def test_a_machine_of_300_cpus_is_read_to_its_end(self):
        rows = "".join(stat_row("cpu%d" % number, user=number, idle=1) for number in range(300))
        text = stat_row("cpu ", user=1, idle=1) + rows + "intr 7" + " 1234" * 80000 + "\nctxt 4711\nbtime 1\n"
        path = self.file("stat", text)
        done = run(*with_files({"/proc/stat": path}, GUEST, "--no-wait", "--full"))
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        records = lines(done.stdout)[0]["records"]
        self.assertEqual([row["id"] for row in records["cpu"]], [None, *range(300)])
        self.assertEqual([row["user_ticks"] for row in records["cpu"]], [1, *range(300)])
        self.assertEqual((records["stat"]["intr"], records["stat"]["ctxt"]), (7, 4711))

    def test_every_sample_of_the_tests_is_read_as_vmmetrics_parse_reads_it(self):
        sources, meminfos = samples("proc-stat"), samples("proc-meminfo")
        for index in range(max(len(sources), len(meminfos))):
            stat, meminfo = sources[index % len(sources)], meminfos[index % len(meminfos)]
            with self.subTest(stat=stat.name, meminfo=meminfo.name):
                done = run(*with_files({"/proc/stat": stat, "/proc/meminfo": meminfo}, GUEST, "--no-wait", "--full"))
                self.assertEqual(done.returncode, 0)
                sample, = lines(done.stdout)
                for name, file in (("cpu", stat), ("stat", stat), ("meminfo", meminfo)):
                    parsed = lines(run(PARSE, name, file).stdout)
                    found = sample["records"][name]
                    self.assertEqual(found if isinstance(found, list) else [found], parsed, name)
                usage = lines(run(PARSE, "--usage", "memory_usage", meminfo).stdout)
                self.assertEqual([sample["records"]["memory_usage"]], usage)
                self.assertEqual(sample["mem_used"], usage[0]["used_procps4_bytes"])


class Usage(Test):
    def test_wrong_usage_is_said_and_ends_with_2(self):
        for words in (["--interval"], ["--interval", ""], ["--interval", "x"], ["--interval", "-1"],
                      ["--interval", "1s"], ["--interval", "1."], ["--interval", ".5"], ["--interval", "1e3"],
                      ["--interval", "99999999999999"], ["--count", "-1"], ["--count", "1.5"],
                      ["--count", ""], ["--count"],
                      ["--count", "9999999999999999999999"], ["--path"], ["--nonsense"], ["-x"], ["word"],
                      ["--full=yes"], ["--no-wait", "word"]):
            with self.subTest(words=words):
                done = run(GUEST, *words)
                self.assertEqual(done.returncode, 2, done)
                self.assertEqual(done.stdout, b"")
                self.assertRegex(done.stderr, rb"^vmmetrics-guest: [^\n]+\n$")

    def test_messages_name_the_option_and_its_value(self):
        for words, message in ((["--interval", "1x"], b"--interval 1x: not a number of seconds, such as 5 or 0.5"),
                               (["-n", "many"], b"--count many: not a number of lines, such as 5; 0 means no end"),
                               (["--nosuch"], b"--nosuch: no such option; see --help"),
                               (["--full=yes"], b"--full=yes: this option has no value; see --help"),
                               (["--path"], b"--path: the value of this option is missing; see --help"),
                               (["--records", "cpu,net_rate"], b"--records net_rate: no such record, or no such member of "
                                                               b"a record"),
                               (["--interval", "9" * 500], b"--interval " + b"9" * 82)):
            self.assertTrue(run(GUEST, *words).stderr.startswith(b"vmmetrics-guest: " + message), message)

    def test_short_forms(self):
        self.assertEqual(len(lines(run(GUEST, "--no-wait", "-i", "0", "-n3").stdout)), 3)
        self.assertEqual(len(lines(run(GUEST, "--no-wait", "-i0", "-n", "2").stdout)), 2)
        for short, long in (("-h", "--help"), ("-V", "--version")):
            self.assertEqual(run(GUEST, short).stdout, run(GUEST, long).stdout)

    def test_a_count_of_0_is_no_end(self):
        with subprocess.Popen([GUEST, "--no-wait", "-i", "0.02", "--count", "0"], stdout=subprocess.PIPE) as guest:
            for _ in range(5):
                self.assertEqual(list(lines(guest.stdout.readline())[0])[:2], ["ts", "cpu"])
            self.assertIsNone(guest.poll())
            guest.terminate()

    def test_messages_are_safe_for_a_terminal(self):
        done = run(GUEST, "\x1b[2J\nx")
        self.assertEqual(done.returncode, 2)
        self.assertNotRegex(done.stderr[:-1], rb"[\x00-\x1f\x7f]")

    def test_help_names_every_option(self):
        done = run(GUEST, "--help")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        for option in ("interval SECONDS", "count N", "path DIR", "per-cpu", "full", "no-wait", "help", "version"):
            self.assertIn(b"--" + option.encode(), done.stdout)

    def test_version(self):
        done = run(GUEST, "--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, rb"^vmmetrics-guest \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    main()
