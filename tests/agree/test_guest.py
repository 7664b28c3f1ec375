"""vmmetrics-guest: its lines, its options, and what it does where something cannot be read."""

import calendar
import os
import re
import resource
import subprocess
import time

from programs import GUEST, PARSE, SOURCE, Test, lines, main, members, needs_namespace, run, samples, with_files, without_proc

KEYS = ["ts", "cpu", "mem_used", "mem_total", "disk_used", "disk_total"]
RECORDS = ["cpu", "cpu_usage", "stat", "meminfo", "memory_usage", "filesystem", "filesystem_usage", "net", "net_rate",
           "disk", "disk_rate", "pressure", "pressure_usage", "vmstat", "system"]
# What is counted here, and is no record of the library.
COUNTS = ["processes", "sockets"]
PRESSURES = ["cpu", "memory", "io", "irq"]


def enumerators(prefix, header):
    """The words of an enumeration, as keys: VMM_SOCKET_STATE_SYN_SENT is syn_sent."""
    text = (SOURCE / "include" / "vmmetrics" / header).read_text()
    return [word.lower() for word in re.findall(prefix + r"_([A-Z0-9_]+) = \d+", text)]


PROCESS_STATES = enumerators("VMM_PROCESS_STATE", "process.h")
SOCKET_STATES = enumerators("VMM_SOCKET_STATE", "net.h")


def stat_row(name, **ticks):
    order = "user nice system idle iowait irq softirq steal guest guest_nice".split()
    assert set(ticks) <= set(order)
    # As wide as ever, so that a file can be written over in place.
    return name + "".join(" %08d" % ticks.get(key, 0) for key in order) + "\n"


class Line(Test):
    def guest(self, *options, count=None, messages=0, **keywords):
        done = run(GUEST, *options, **keywords)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr.count(b"\n"), messages, done.stderr)
        samples = lines(done.stdout)
        if count is not None:
            self.assertEqual(len(samples), count)
        self.output = done.stdout
        return samples

    def test_the_default_line_is_vm0s(self):
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
        self.assertEqual(list(sample), KEYS + ["cpus", "disks", "records"])
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
    def test_no_proc_at_all(self):
        done = run(*without_proc(GUEST, "--interval", "0.01", "--count", "3", "--full", "--per-cpu"))
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
            for name in ("net", "net_rate", "disk", "disk_rate"):
                self.assertIsNone(sample["records"][name], name)
            for name in ("pressure", "pressure_usage", "sockets"):
                for key, record in sample["records"][name].items():
                    values = record.values() if isinstance(record, dict) else [record]
                    self.assertEqual(set(values), {None}, (name, key))

    def test_a_full_disk_ends_it(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([GUEST, "--no-wait"], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr, b"vmmetrics-guest: standard output: No space left on device\n")


@needs_namespace
class Given(Test):
    """What it makes of a /proc/stat and /proc/meminfo that are known."""

    def samples(self, steps, *options, messages=0):
        """One line for each of the texts, which /proc/stat has one after the other."""
        path = self.file("stat", steps[0])
        command = with_files({"/proc/stat": path}, GUEST, "--no-wait", "--interval", "0.5", "--count", str(len(steps)),
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
        before = stat_row("cpu ", user=1000, nice=1000, system=1000, idle=1000, iowait=1000, irq=1000, softirq=1000,
                          steal=1000, guest=500, guest_nice=500)
        after = stat_row("cpu ", user=1200, nice=1003, system=1005, idle=1700, iowait=1077, irq=1002, softirq=1006,
                         steal=1007, guest=690, guest_nice=502)
        # 1000 ticks, of which 777 are idle or iowait.
        self.assertEqual(self.cpus(before, after), [None, 22.3])

    def test_each_line_is_since_the_one_before(self):
        self.assertEqual(self.cpus(stat_row("cpu ", user=100, idle=100), stat_row("cpu ", user=200, idle=100),
                                   stat_row("cpu ", user=200, idle=300), stat_row("cpu ", user=202, idle=301)),
                         [None, 100, 0, 66.67])

    def test_no_time_is_null(self):
        row = stat_row("cpu ", user=100, idle=100)
        self.assertEqual(self.cpus(row, row, stat_row("cpu ", user=101, idle=101)), [None, None, 50])

    def test_a_restart_is_null_and_a_new_beginning(self):
        self.assertEqual(self.cpus(stat_row("cpu ", user=5000, idle=5000), stat_row("cpu ", user=10, idle=10),
                                   stat_row("cpu ", user=11, idle=13)), [None, None, 25])

    def test_a_bad_row_is_null_and_complained_of_once(self):
        good, better = stat_row("cpu ", user=100, idle=100), stat_row("cpu ", user=200, idle=200)
        bad = good.replace("00000100", "0000x100")
        self.assertEqual(self.cpus(good, bad, bad, good, better, messages=1), [None, None, None, None, 50])

    def test_without_a_total_row_there_is_no_total(self):
        before, after = stat_row("cpu0", user=100, idle=100), stat_row("cpu0", user=200, idle=200)
        self.assertEqual(self.cpus(before, after), [None, None])

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
        self.assertEqual([sample["cpu"] for sample in samples], [None, 75, 33.33])

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
                usage = lines(run(PARSE, "--usage", "memory", meminfo).stdout)
                self.assertEqual([sample["records"]["memory_usage"]], usage)
                self.assertEqual(sample["mem_used"], usage[0]["used_procps4_bytes"])


class Usage(Test):
    def test_wrong_usage_is_said_and_ends_with_2(self):
        for words in (["--interval"], ["--interval", ""], ["--interval", "x"], ["--interval", "-1"],
                      ["--interval", "1s"], ["--interval", "1."], ["--interval", ".5"], ["--interval", "1e3"],
                      ["--interval", "99999999999999"], ["--count", "0"], ["--count", "-1"], ["--count", "1.5"],
                      ["--count", ""], ["--count"],
                      ["--count", "9999999999999999999999"], ["--path"], ["--nonsense"], ["-x"], ["word"],
                      ["--full=yes"], ["--no-wait", "word"]):
            with self.subTest(words=words):
                done = run(GUEST, *words)
                self.assertEqual(done.returncode, 2, done)
                self.assertEqual(done.stdout, b"")
                self.assertRegex(done.stderr, rb"^vmmetrics-guest: [^\n]+\n$")

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
