# SPDX-License-Identifier: MIT
"""vmmetrics-parse: what it prints of good, bad and hostile text, its options and its exit status."""

import os
import random
import re
import subprocess
import time

from programs import DATA, PARSE, SOURCE, Test, lines, load, main, members, run, samples

CPU = list(members("vmm_cpu"))
FORMATS = {"cpu": "proc-stat", "stat": "proc-stat", "meminfo": "proc-meminfo", "key": "proc-meminfo",
           "pair": "proc-stat", "pressure": "proc-pressure", "balloon": "cloud-hypervisor-info"}
DIRECTORIES = ("cgroup", "cgroup_memory", "process", "net", "disk", "system", "filesystem")
EMPTY = "no known key or value in the text, or the text was read before"
STAT = b"cpu  9 8 7 6 5 4 3 2 1 0\ncpu0 1 2 3 4\ncpu2 5 6 7 8 9\nintr 42 1 2\nctxt 77\nbtime 3\n"


def row(number, *ticks):
    return dict(zip(CPU, [number, *ticks, *[None] * 10]))


class Parse(Test):
    def parse(self, *words, text=b"", status=0, messages=()):
        done = run(PARSE, *words, text=text)
        self.assertEqual(done.stderr.decode().splitlines(), list(messages))
        self.assertEqual(done.returncode, status, done)
        self.output = done.stdout
        return lines(done.stdout)

    def directory(self, name, files):
        folder = self.folder / name
        folder.mkdir()
        for file, text in files.items():
            (folder / file).write_text(text)
        return folder


class Rows(Parse):
    def test_cpu_rows_are_an_object_each_with_the_members_in_order(self):
        rows = self.parse("cpu", text=STAT)
        self.assertEqual(rows, [row(None, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0), row(0, 1, 2, 3, 4), row(2, 5, 6, 7, 8, 9)])
        for one in rows:
            self.assertEqual(list(one), CPU)

    def test_stat_goes_on_where_the_cpu_rows_end(self):
        stat, = self.parse("stat", text=STAT)
        self.assertEqual(list(stat), list(members("vmm_stat")))
        self.assertEqual({key: value for key, value in stat.items() if value is not None},
                         {"intr": 42, "ctxt": 77, "btime_seconds": 3})

    def test_meminfo(self):
        memory, = self.parse("meminfo", text=b"MemTotal:  17 kB\nBogus: 1\nHugePages_Total:   3\n")
        self.assertEqual(list(memory), list(members("vmm_meminfo")))
        self.assertEqual({key: value for key, value in memory.items() if value is not None},
                         {"mem_total_bytes": 17 * 1024, "huge_pages_total": 3})

    def test_pressure(self):
        pressure, = self.parse("pressure", text=b"some avg10=1.05 avg60=0.70 avg300=100.00 total=7\n")
        self.assertEqual(list(pressure), list(members("vmm_pressure")))
        self.assertEqual({key: value for key, value in pressure.items() if value is not None},
                         {"some_avg10_hundredths": 105, "some_avg60_hundredths": 70, "some_avg300_hundredths": 10000,
                          "some_total_usec": 7})

    def test_keys_and_pairs(self):
        self.assertEqual(self.parse("key", text=b"a 1\n\n b: 2 kB \nc=\n"),
                         [{"key": "a", "value": "1"}, {"key": "b", "value": "2 kB"}, {"key": "c", "value": ""}])
        self.assertEqual(self.parse("pair", text=b"mlx5_0 hca_handle=2 hca_object=max"),
                         [{"key": "mlx5_0", "value": ""}, {"key": "hca_handle", "value": "2"},
                          {"key": "hca_object", "value": "max"}])

    def test_no_rows_are_no_output(self):
        self.assertEqual(self.parse("cpu"), [])
        self.assertEqual(self.parse("key"), [])

    def test_a_file_a_dash_and_nothing_are_the_same(self):
        file = self.file("stat", STAT)
        self.assertEqual(self.parse("cpu", file), self.parse("cpu", text=STAT))
        self.assertEqual(self.parse("cpu", "-", text=STAT), self.parse("cpu", text=STAT))

    def test_more_than_a_pipe_and_a_buffer_hold(self):
        text = b"".join(b"cpu%d %d 2 3 4\n" % (number, number * 7) for number in range(20000))
        rows = self.parse("cpu", text=text)
        self.assertEqual([one["id"] for one in rows], list(range(20000)))
        self.assertEqual(rows[-1]["user_ticks"], 19999 * 7)
        self.assertEqual(self.parse("cpu", self.file("stat", text)), rows)

    def test_every_sample_is_read_and_its_members_are_in_order(self):
        for format, folder in FORMATS.items():
            struct = {"key": ["key", "value"], "pair": ["key", "value"]}.get(format) or list(members("vmm_" + format))
            for sample in samples(folder):
                with self.subTest(format=format, sample=sample.name):
                    if sample.stat().st_size == 0:
                        self.parse(format, sample, status=1, messages=[f"{sample}:1:1: {EMPTY}"])
                        continue
                    for one in self.parse(format, sample):
                        self.assertEqual(list(one), struct)


class Bad(Parse):
    def test_bad_rows_are_reported_and_the_good_ones_printed(self):
        text = b"cpu  1 2 3 4\ncpu0 1 x 3\ncpu1 3 4 5 6\ncpu2 8\tz\ncpu4 1 2"
        rows = self.parse("cpu", text=text, status=1, messages=[
            "<stdin>:2:8: malformed value", "<stdin>:4:8: malformed value", "<stdin>:5:9: the text ends inside a line"])
        self.assertEqual(rows, [row(None, 1, 2, 3, 4), row(1, 3, 4, 5, 6)])

    def test_the_file_is_named(self):
        file = self.file("a file", b"MemTotal: 1 kB\nMemFree: x kB\n")
        self.assertEqual(self.parse("meminfo", file, status=1, messages=[f"{file}:2:10: malformed value"]), [])

    def test_columns_are_bytes(self):
        self.assertEqual(self.parse("meminfo", text="Größe: ä\nMemTotal: ö kB\n".encode(), status=1,
                                    messages=["<stdin>:2:11: malformed value"]), [])

    def test_nothing_known_is_said_of_the_first_byte(self):
        for text in (b"", b"what: 1\nis: 2\n"):
            done = run(PARSE, "meminfo", text=text)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertRegex(done.stderr, rb"^<stdin>:1:1: .+\n$")

    def test_a_file_that_is_not_there_or_no_file(self):
        self.parse("cpu", "/nowhere", status=1, messages=["vmmetrics-parse: /nowhere: No such file or directory"])
        self.parse("cpu", "/", status=1, messages=["vmmetrics-parse: /: Is a directory"])

    def test_a_file_of_any_size_is_bounded(self):
        self.parse("key", "--max-bytes", "100000", "/dev/zero", status=1, messages=[
            "vmmetrics-parse: /dev/zero: the file has more bytes than --max-bytes allows"])
        file = self.file("file", b"a 1\n")
        self.assertEqual(self.parse("key", "--max-bytes", "4", file), [{"key": "a", "value": "1"}])
        self.parse("key", "--max-bytes=3", file, status=1, messages=[
            f"vmmetrics-parse: {file}: the file has more bytes than --max-bytes allows"])
        directory = self.folder / "cgroup"
        directory.mkdir()
        (directory / "memory.current").write_text("5\n")
        (directory / "memory.max").symlink_to("/dev/zero")
        one, = self.parse("cgroup", "--max-bytes", "100000", directory, status=1, messages=[
            f"vmmetrics-parse: {directory}/memory.max: the file has more bytes than --max-bytes allows"])
        self.assertEqual((one["memory_current_bytes"], one["memory_max_bytes"]), (5, None))

    def test_every_sample_cut_at_every_length(self):
        """Good rows stay what they are, the cut is reported at the text's end; only a cut between lines is unseen."""
        for format, name in (("cpu", "linux-5.15-offline-cpus"), ("cpu", "linux-2.6.9-7-columns")):
            text = (DATA / "proc-stat" / name).read_bytes()
            rows = self.parse(format, text=text)
            end = text.index(b"intr")
            for length in range(end):
                with self.subTest(name=name, length=length):
                    cut = text[:length]
                    whole = cut.count(b"\n")
                    rest = length - (cut.rfind(b"\n") + 1)
                    done = run(PARSE, format, text=cut)
                    self.assertEqual(lines(done.stdout), rows[:whole])
                    if rest == 0:
                        self.assertEqual((done.returncode, done.stderr), (0, b""))
                    else:
                        self.assertEqual(done.returncode, 1)
                        self.assertEqual(done.stderr.decode(),
                                         f"<stdin>:{whole + 1}:{rest + 1}: the text ends inside a line\n")

    def test_a_text_of_nothing_but_errors_takes_no_longer(self):
        text = b"cpu x\n" * 200000
        began = time.monotonic()
        done = run(PARSE, "cpu", text=text)
        self.assertLess(time.monotonic() - began, 30)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count(b"\n"), 200000)
        self.assertTrue(done.stderr.endswith(b"<stdin>:200000:5: malformed value\n"), done.stderr[-100:])


class Escapes(Parse):
    """Independent of the program: Python's own decoder says what is UTF-8 and what is to be replaced by how much."""

    def check(self, text):
        done = run(PARSE, "key", text=b"k " + text + b"\n")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertNotRegex(done.stdout.decode("utf-8")[:-1], r"[\x00-\x1f\x7f-\x9f]")
        self.assertEqual(load(done.stdout[:-1])["value"], text.decode("utf-8", "replace"), text)

    def test_every_byte(self):
        for byte in range(1, 256):
            if byte not in b"\n":
                self.check(b"a" + bytes([byte]) + b"z")

    def test_the_borders_of_utf_8(self):
        for points in ((0x7f, 0x80, 0x9f, 0xa0, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x10ffff),):
            for point in points:
                encoded = chr(point).encode()
                self.check(b"a" + encoded + b"z")
                for length in range(1, len(encoded)):
                    self.check(b"a" + encoded[:length] + b"z")
                    self.check(b"a" + encoded[:length])
        for text in (b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xc0\x80", b"\xc1\xbf", b"\xe0\x80\x80", b"\xe0\x9f\xbf",
                     b"\xf0\x80\x80\x80", b"\xf0\x8f\xbf\xbf", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80",
                     b"\xf8\x88\x80\x80\x80", b"\xfe\xff", b"\xf0\x9f\x92\xf0\x9f\x92\xa9"):
            self.check(b"a" + text + b"z")

    def test_random_bytes(self):
        source = random.Random(1)
        pieces = [b"\x1b[2J", b'"', b"\\", b"\xc3\xa9", b"\xe2\x82\xac", b"\xf0\x9f\x92\xa9", b"\xc2\x9b",
                  b"\xe2\x82", b"\xf0\x9f"]
        text = []
        for _ in range(3000):
            value = b"".join(source.choice(pieces) if source.random() < 0.3 else source.randbytes(source.randrange(4))
                             for _ in range(source.randrange(1, 20)))
            text.append(b"x" + value.replace(b"\n", b"") + b"y")
        rows = self.parse("key", text=b"".join(b"k " + value + b"\n" for value in text))
        self.assertEqual([one["value"] for one in rows], [value.decode("utf-8", "replace") for value in text])
        self.assertNotRegex(self.output.decode("utf-8").replace("\n", ""), r"[\x00-\x1f\x7f-\x9f]")

    def test_keys_are_escaped_too(self):
        row, = self.parse("key", text=b'a"\x1b\xff 1\n')
        self.assertEqual(row, {"key": 'a"\x1b\ufffd', "value": "1"})

    def test_messages_are_safe_for_a_terminal(self):
        file = self.file(os.fsdecode(b"x\x1b[31m\n\xff\xc2\x9b"), b"cpu x\n")
        for words in (["cpu", file], ["cpu", str(file) + "no"], ["\x1b[31m"], ["--\x1b"], ["--usage", "\x1b"],
                      ["cpu", "a", "\x1b"]):
            done = run(PARSE, *words)
            self.assertNotEqual(done.returncode, 0)
            self.assertRegex(done.stderr.decode("utf-8"), r"^[^\x00-\x1f\x7f-\x9f]+\n$")


class Usage(Parse):
    def cpu(self, before, after, **keywords):
        return self.parse("--usage", "cpu_usage", self.file("before", before), self.file("after", after), **keywords)

    def test_cpu(self):
        total, cpu0, cpu2 = self.cpu("cpu  0 0 0 0 0 0 0 0 0 0\ncpu0 0 0 0 0\ncpu2 9 9 9 9 9 9 9 9 9 9\n",
                                     "cpu  10 20 30 30 4 3 2 1 5 10\ncpu0 3 0 0 1\ncpu2 9 9 9 19 9 9 9 9 9 9\n")
        self.assertEqual(list(total), list(members("vmm_cpu_usage")))
        self.assertEqual({key: value if value is None else round(value, 12) for key, value in total.items()}, {
            "id": None, "total_ticks": 100, "user_ratio": 0.1, "nice_ratio": 0.2, "system_ratio": 0.3,
            "idle_ratio": 0.3, "iowait_ratio": 0.04, "irq_ratio": 0.03, "softirq_ratio": 0.02,
            "steal_ratio": 0.01, "guest_ratio": 0.05,
            "guest_nice_ratio": 0.1, "busy_cloudwatch_ratio": 0.7, "busy_gopsutil_ratio": 0.66,
            "busy_node_exporter_ratio": 0.65, "cpus": None, "cpus_left_out": None})
        self.assertEqual((cpu0["id"], cpu0["user_ratio"], cpu0["steal_ratio"], cpu0["cpus"]), (0, 0.75, None, 1))
        self.assertEqual((cpu2["id"], cpu2["idle_ratio"], cpu2["busy_cloudwatch_ratio"]), (2, 1, 0))

    def test_where_there_is_no_usage_its_status_says_why(self):
        self.assertEqual(self.cpu("cpu  1 1 1 1\ncpu0 1 1 1 1\ncpu3 5 5 5 5\n",
                                  "cpu  1 1 1 1\ncpu1 1 1 1 1\ncpu3 4 5 5 5\n"),
                         [{"id": None, "status": "no time passed between the samples"},
                          {"id": 1, "status": "no earlier sample"},
                          {"id": 3, "status": self.words(r"restarted|replaced|baseline")}])

    def words(self, pattern):
        class Words:
            def __eq__(self, other):
                return re.search(pattern, other) is not None

            def __repr__(self):
                return f"/{pattern}/"
        return Words()

    def test_rows_are_matched_by_id_in_any_order(self):
        numbers = list(range(0, 600, 3))
        shuffled = numbers[:]
        random.Random(2).shuffle(shuffled)
        before = "".join(f"cpu{number} {number} 0 0 0\n" for number in numbers)
        after = "".join(f"cpu{number} {number + 1 + number % 7} 0 0 10\n" for number in shuffled)
        rows = self.cpu(before, after)
        self.assertEqual([one["id"] for one in rows], shuffled)
        for one in rows:
            self.assertEqual(one["total_ticks"], 11 + one["id"] % 7)

    def test_rows_that_are_not_in_before_take_no_longer(self):
        """The time grows with the rows, not with their square: 16 times as many take less than 64 times as long."""
        took = []
        for count in (2000, 32000):
            before = self.file("before", "".join(f"cpu{number} 1 1 1 1\n" for number in range(count)))
            after = self.file("after", "".join(f"cpu{number} 1 1 1 1\n" for number in reversed(range(count, 2 * count))))
            began = time.monotonic()
            done = run(PARSE, "--usage", "cpu_usage", before, after)
            took.append(time.monotonic() - began)
            self.assertEqual(done.stdout.count(b"no earlier sample"), count)
        self.assertLess(took[1], 64 * max(took[0], 0.01))

    def test_rows_of_which_some_are_gone_and_some_are_new(self):
        before = "".join(f"cpu{number} {number} 0 0 0\n" for number in range(0, 300, 2))
        after = "cpu  1 1 1 1\n" + "".join(f"cpu{number} {number + 5} 0 0 0\n" for number in range(0, 300, 3))
        rows = self.cpu(before, after)
        self.assertEqual([one.get("total_ticks", one.get("status")) for one in rows],
                         ["no earlier sample"] + [5 if number % 2 == 0 else "no earlier sample" for number in range(0, 300, 3)])

    def test_usages_by_their_short_names(self):
        disk = self.directory("sda", {"stat": "1 2 3 4 5 6 7 8 9 10 11\n"})
        net = self.directory("tap0", {"mtu": "1500\n", "ifindex": "3\n"})
        (net / "statistics").mkdir()
        (net / "statistics" / "rx_bytes").write_text("5\n")
        threads = self.directory("task", {})
        (threads / "7").mkdir()
        (threads / "7" / "schedstat").write_text("1 0 1\n")
        (threads / "7" / "stat").write_text("7 (a) S 1 7 7 0 -1 0 0 0 0 0 1 1 0 0 20 0 1 0 5" + 30 * " 0" + "\n")
        for words in (["disk", disk, disk], ["net", net, net], ["threads", threads, threads]):
            usage, *paths = words
            self.assertEqual(self.parse("-u", usage, "-e", "1", *paths),
                             self.parse("--usage", usage + "_usage", "--elapsed", "1", *paths))
        self.assertEqual(self.parse("-u", "disk", "-e", "2", disk, disk)[0]["reads_per_second"], 0)
        self.assertEqual(self.parse("--usage", "filesystem", "/proc"), self.parse("--usage", "filesystem_usage", "/proc"))

    def test_ratios_are_the_shortest_that_read_back(self):
        source = random.Random(3)
        for _ in range(30):
            after = "cpu  " + " ".join(str(source.randrange(1, 10 ** source.randrange(1, 12))) for _ in range(8)) + "\n"
            self.cpu("cpu  0 0 0 0 0 0 0 0\n", after)
            for number in re.findall(rb'_ratio":([^,}]+)', self.output):
                if number != b"null":
                    self.assertEqual(number.decode(), re.sub(r"\.0$", "", repr(float(number))))
        self.cpu("cpu  0 0 0 0\n", "cpu  1 0 0 99999999999\n")
        self.assertIn(b'"user_ratio":1e-11,', self.output)

    def test_memory(self):
        usage, = self.parse("--usage", "memory_usage", "-", text=b"MemTotal: 100 kB\nMemFree: 10 kB\nMemAvailable: 60 kB\n")
        self.assertEqual(list(usage), list(members("vmm_memory_usage")))
        self.assertEqual((usage["used_procps4_bytes"], usage["used_procps3_bytes"], usage["used_procps4_ratio"]),
                         (40 * 1024, None, 0.4))

    def pressure(self, before, after, elapsed, **keywords):
        return self.parse("--usage", "pressure_usage", "--elapsed", elapsed, self.file("before", before),
                          self.file("after", after), **keywords)

    def test_pressure(self):
        before = "some avg10=0.00 total=1000000\nfull avg10=0.00 total=500000\n"
        after = "some avg10=9.00 total=1250000\nfull avg10=9.00 total=500000\n"
        for elapsed, some in (("1", 0.25), ("2", 0.125), ("0.5", 0.5), ("0.25", 1), ("2.50", 0.1), ("0.23", 1),
                              ("1.000000000", 0.25), ("000.2", None), ("0.000000001", None), ("9223372036", None)):
            with self.subTest(elapsed=elapsed):
                usage, = self.pressure(before, after, elapsed)
                self.assertEqual(list(usage), list(members("vmm_pressure_usage")))
                if elapsed != "9223372036":
                    self.assertEqual((usage["some_ratio"], usage["full_ratio"]), (some, 0))
        self.assertEqual(self.parse("--usage", "pressure_usage", self.file("before", before), self.file("after", after),
                                    "--elapsed=1"), [{"some_ratio": 0.25, "full_ratio": 0}])

    def test_pressure_of_which_one_line_is_missing(self):
        self.assertEqual(self.pressure("some total=5\n", "some total=100005\n", "1"),
                         [{"some_ratio": 0.1, "full_ratio": None}])
        self.assertEqual(self.pressure("full total=5\n", "full total=100005\n", "1"),
                         [{"some_ratio": None, "full_ratio": 0.1}])

    def test_pressure_says_why_there_is_none(self):
        self.assertEqual(self.pressure("some total=5\n", "some total=6\n", "0.0"),
                         [{"status": "no time passed between the samples"}])
        self.assertEqual(self.pressure("some total=5\n", "some total=4\n", "1"),
                         [{"status": self.words(r"restarted|replaced|baseline")}])
        before = self.file("before", "")
        self.assertEqual(self.parse("--usage", "pressure_usage", "--elapsed", "1", before, self.file("after", "some total=4\n"),
                                    status=1, messages=[f"{before}:1:1: {EMPTY}"]),
                         [{"status": "no earlier sample"}])

    def test_elapsed_is_needed_where_it_is_used_and_nowhere_else(self):
        file = self.file("file", "some total=5\n")
        for words in (["--usage", "pressure_usage", file, file], ["--usage", "pressure_usage", file, file, "--elapsed"],
                      ["--usage", "pressure_usage", "--elapsed", "1", file], ["--usage", "pressure_usage", "--elapsed", "1"],
                      ["--usage", "cpu_usage", "--elapsed", "1", file, file], ["--usage", "memory_usage", "--elapsed", "1", file],
                      ["pressure", "--elapsed", "1", file], ["--list", "--elapsed", "1"],
                      *(["--usage", "pressure_usage", "--elapsed", elapsed, file, file] for elapsed in (
                          "", "x", "-1", "+1", "1,5", "1.", ".5", ".", "1.5.0", "1e3", " 1", "1 ", "0x1", "nan", "inf",
                          "0.0000000001", "9223372037", "99999999999999999999", "18446744073709551617"))):
            with self.subTest(words=words):
                done = run(PARSE, *words)
                self.assertEqual((done.returncode, done.stdout), (2, b""))
                self.assertRegex(done.stderr, rb"^vmmetrics-parse: [^\n]+\n$")

    def test_bad_text_is_reported_and_the_good_rows_are_compared(self):
        before, after = self.folder / "before", self.folder / "after"
        rows = self.cpu("cpu  1 1 1 1\ncpu0 x\ncpu1 1 1 1 1\n", "cpu  2 1 1 2\ncpu0 1 1 1 1\ncpu1 1 1 1 2\ncpu2 1",
                        status=1, messages=[f"{before}:2:6: malformed value",
                                            f"{after}:4:7: the text ends inside a line"])
        self.assertEqual([one["id"] for one in rows], [None, 0, 1])
        self.assertEqual(rows[1], {"id": 0, "status": "no earlier sample"})
        self.assertEqual(rows[2]["idle_ratio"], 1)

    def test_a_sample_that_cannot_be_read(self):
        after = self.file("after", "cpu  1 1 1 1\n")
        self.assertEqual(self.parse("--usage", "cpu_usage", "/nowhere", after, status=1,
                                    messages=["vmmetrics-parse: /nowhere: No such file or directory"]),
                         [{"id": None, "status": "no earlier sample"}])

    def test_columns_that_are_missing_are_an_error(self):
        rows = self.cpu("cpu  1 1 1\n", "cpu  2 2 2\n", status=1)
        self.assertEqual([list(one) for one in rows], [["id", "status"]])


    def between(self, usage, before, after, elapsed="1", **keywords):
        return self.parse("--usage", usage, "--elapsed", elapsed, before, after, **keywords)

    def test_cgroup(self):
        before = self.directory("before", {"cpu.stat": "usage_usec 1000000\nnr_periods 10\nnr_throttled 1\n",
                                           "cpu.max": "50000 100000\n", "memory.events": "oom_kill 2\n"})
        after = self.directory("after", {"cpu.stat": "usage_usec 1500000\nnr_periods 20\nnr_throttled 6\n",
                                         "cpu.max": "50000 100000\n", "memory.events": "oom_kill 5\n"})
        usage, = self.between("cgroup_usage", before, after, "2")
        self.assertEqual(list(usage), list(members("vmm_cgroup_usage")))
        self.assertEqual({key: value for key, value in usage.items() if value is not None},
                         {"cores_used": 0.25, "cpu_limit_used_ratio": 0.5, "throttled_periods_ratio": 0.5,
                          "memory_events_oom_kill": 3})
        self.assertEqual(self.between("cgroup_usage", after, before),
                         [{"instance_id": None, "status": self.words(r"restarted|replaced|baseline")}])

    def test_memory_of_a_cgroup(self):
        directory = self.directory("one", {"memory.current": "1000\n", "memory.max": "4000\n",
                                           "memory.stat": "anon 7\ninactive_file 400\n"})
        usage, = self.parse("--usage", "cgroup_memory_usage", directory)
        self.assertEqual(usage, {"used_bytes": 1000, "working_set_cadvisor_bytes": 600, "working_set_docker_bytes": 600,
                                 "limit_bytes": 4000, "used_ratio": 0.25, "working_set_cadvisor_ratio": 0.15,
                                 "working_set_docker_ratio": 0.15})
        (directory / "memory.stat").unlink()
        usage, = self.parse("--usage", "cgroup_memory_usage", directory, status=1, messages=[
            f"vmmetrics-parse: {directory}: has none of the files that are known"])
        self.assertEqual((usage["used_bytes"], usage["working_set_docker_bytes"]), (1000, None))

    def test_io_of_a_cgroup(self):
        before = self.file("before", "8:0 rbytes=0 wbytes=4096 rios=0 wios=1\n7:0 rbytes=5 wbytes=0 rios=1 wios=0\n")
        after = self.file("after", "7:0 rbytes=5 wbytes=0 rios=1 wios=0\n8:0 rbytes=0 wbytes=12288 rios=0 wios=3\n9:1 \n")
        seven, eight, nine = self.between("cgroup_io_usage", before, after, "0.5")
        self.assertEqual(list(eight), list(members("vmm_cgroup_io_usage")))
        self.assertEqual((eight["major"], eight["minor"], eight["write_bytes_per_second"], eight["writes_per_second"]),
                         (8, 0, 16384, 4))
        self.assertEqual((seven["read_bytes_per_second"], seven["discard_bytes_per_second"]), (0, None))
        self.assertEqual(nine, {"major": 9, "minor": 1, "instance_id": None, "status": "no earlier sample"})

    def test_disks_by_their_numbers(self):
        before = self.file("before", "8 0 sda 10 0 80 100 5 0 40 50 0 150 150\n7 0 loop0 1 0 8 1 0 0 0 0 0 1 1\n")
        after = self.file("after", "7 0 loop1 2 0 8 1 0 0 0 0 0 1 1\n8 0 sda 30 0 240 300 5 0 40 50 1 650 750\n"
                                   "9 0 md0 1 0 8 1 0 0 0 0 0 1 1\n")
        loop, sda, md = self.between("disk_usage", before, after, "2")
        self.assertEqual(list(sda), list(members("vmm_disk_usage")))
        self.assertEqual((sda["reads_per_second"], sda["read_bytes_per_second"], sda["read_await_ms"], sda["busy_ratio"],
                          sda["queue_length"], sda["in_flight"]), (10, 40960, 10, 0.25, 0.3, 1))
        # Another device has the same numbers now, and another name.
        self.assertEqual((loop["name"], loop["status"]), ("loop1", "no earlier sample"))
        self.assertEqual(md["status"], "no earlier sample")

    def test_interfaces_by_their_names(self):
        def dev(received, packets):
            return ("Inter-|   Receive |  Transmit\n face |bytes packets\n"
                    f"  eth0: {received} {packets} 0 0 0 0 0 0 100 1 0 0 0 0 0 0\n lo: 1 1 0 0 0 0 0 0 1 1 0 0 0 0 0 0\n")
        eth0, lo = self.between("net_usage", self.file("before", dev(1000, 10)), self.file("after", dev(4000, 40)), "3")
        self.assertEqual(list(eth0), list(members("vmm_net_usage")))
        self.assertEqual((eth0["name"], eth0["rx_bytes_per_second"], eth0["rx_packets_per_second"],
                          eth0["tx_bytes_per_second"]), ("eth0", 1000, 10, 0))
        self.assertEqual(lo["rx_bytes_per_second"], 0)

    def test_a_process(self):
        def stat(user, started):
            return f"7 (a) b) S 1 7 7 0 -1 4194560 5 0 2 0 {user} 10 0 0 20 0 1 0 {started}" + 30 * " 0" + "\n"
        before = self.directory("before", {"stat": stat(100, 55), "io": "rchar: 10\nread_bytes: 4096\n"})
        after = self.directory("after", {"stat": stat(150, 55), "io": "rchar: 30\nread_bytes: 8192\n"})
        another = self.directory("another", {"stat": stat(150, 56)})
        ticks = os.sysconf("SC_CLK_TCK")
        usage, = self.between("process_usage", before, after, "2")
        self.assertEqual(list(usage), list(members("vmm_process_usage")))
        self.assertEqual((usage["pid"], usage["cores_used"], usage["read_bytes_per_second"]), (7, 50 / ticks / 2, 2048))
        self.assertEqual(self.between("process_usage", before, another),
                         [{"pid": 7, "starttime_ticks": 56, "status": self.words(r"restarted|replaced")}])

    def test_threads_of_a_process(self):
        def task(name, threads):
            folder = self.folder / name
            for number, (run_time, started) in threads.items():
                (folder / str(number)).mkdir(parents=True)
                (folder / str(number) / "schedstat").write_text(f"{run_time} 0 1\n")
                (folder / str(number) / "stat").write_text(
                    f"{number} (CPU {number - 8}/KVM) S 1 7 7 0 -1 0 0 0 0 0 1 1 0 0 20 0 1 0 {started}" + 30 * " 0" + "\n")
            return folder
        before = task("before", {8: (10**9, 5), 9: (5 * 10**8, 6)})
        after = task("after", {9: (15 * 10**8, 6), 10: (10**9, 700), 8: (10**9, 5)})
        usage, = self.between("threads_usage", before, after, "2")
        self.assertEqual(list(usage), list(members("vmm_threads_usage")))
        self.assertEqual((usage["threads"], usage["threads_matched"], usage["threads_new"], usage["vcpus"]), (3, 2, 1, 3))
        self.assertEqual((usage["vcpu_cores"], usage["total_cores"]), (1, 1))
        # Of files that are slow, or not for every user, the usage needs none.
        (after / "8" / "io").mkdir()
        self.assertEqual(self.between("threads_usage", before, after, "2"), [usage])
        self.assertEqual(self.between("threads_usage", self.directory("none", {}), after), [{"status": "no earlier sample"}])
        self.assertEqual(self.between("threads_usage", after, self.folder / "none", status=1, messages=[
            f"vmmetrics-parse: {self.folder}/none: the directory has no directory of a thread"]), [])
        self.assertEqual(self.between("threads_usage", "/nowhere", after, status=1, messages=[
            "vmmetrics-parse: /nowhere: No such file or directory"]), [{"status": "no earlier sample"}])

    def test_directories_of_interfaces_and_disks(self):
        def tap(folder, ifindex, received):
            (self.folder / folder / "tap0/statistics").mkdir(parents=True)
            (self.folder / folder / "tap0/ifindex").write_text(f"{ifindex}\n")
            (self.folder / folder / "tap0/statistics/rx_bytes").write_text(f"{received}\n")
            return self.folder / folder / "tap0"
        before, after, other = tap("before", 3, 1000), tap("after", 3, 3000), tap("other", 4, 5000)
        usage, = self.between("net_usage", before, after, "2")
        self.assertEqual((usage["name"], usage["rx_bytes_per_second"]), ("tap0", 1000))
        usage, = self.between("net_usage", before, other, "2")
        self.assertEqual(usage, {"name": "tap0", "instance_id": None, "ifindex": 4,
                                 "status": self.words(r"restarted|replaced")})
        before = self.directory("sda", {"stat": "1 2 3 4 5 6 7 8 9 10 11\n", "diskseq": "5\n"})
        after = self.directory("sdb", {"stat": "3 2 3 4 5 6 7 8 9 10 11\n", "diskseq": "5\n"})
        usage, = self.between("disk_usage", before / "stat", after / "stat", "2")
        self.assertEqual(usage["reads_per_second"], 1)
        usage, = self.between("disk_usage", before, after, "2")
        self.assertEqual((usage["name"], usage["status"]), ("sdb", self.words(r"restarted|replaced")))

    def test_a_file_system(self):
        usage, = self.parse("--usage", "filesystem_usage", self.folder)
        found, system = self.parse("filesystem", self.folder)[0], os.statvfs(self.folder)
        self.assertEqual(list(found), list(members("vmm_filesystem")))
        self.assertEqual((found["f_blocks"], found["f_frsize_bytes"]), (system.f_blocks, system.f_frsize))
        self.assertEqual(usage["total_bytes"], system.f_blocks * system.f_frsize)
        self.parse("filesystem", "/nowhere", status=1, messages=["vmmetrics-parse: /nowhere: No such file or directory"])


class Directories(Parse):
    FILES = {"memory.current": "4096\n", "cpu.max": "max 100000\n", "memory.events": "low 1\nhigh 2\n", "more": "7\n"}
    KNOWN = {"memory_current_bytes": 4096, "cpu_max_usec": "max", "cpu_max_period_usec": 100000,
             "memory_events_low": 1, "memory_events_high": 2}

    def cgroup(self, *directories, **keywords):
        cgroup, = self.parse("cgroup", *directories, **keywords)
        self.assertEqual(list(cgroup), list(members("vmm_cgroup")))
        return {key: value for key, value in cgroup.items() if value is not None}

    def test_a_directory_is_one_record(self):
        self.assertEqual(self.cgroup(self.directory("d", self.FILES)), self.KNOWN)

    def test_several_directories_are_one_record(self):
        memory = self.directory("memory", {"memory.usage_in_bytes": "4096\n", "memory.limit_in_bytes":
                                           "9223372036854771712\n"})
        cpu = self.directory("cpu", {"cpu.cfs_quota_us": "-1\n", "cpu.cfs_period_us": "100000\n"})
        self.assertEqual(self.cgroup(memory, cpu), {"memory_current_bytes": 4096, "memory_max_bytes": "max",
                                                    "cpu_max_usec": "max", "cpu_max_period_usec": 100000})

    def test_a_bad_file_does_not_cost_the_others(self):
        directory = self.directory("d", {**self.FILES, "memory.events": "low 1\nhigh x\n", "memory.peak": ""})
        known = {key: value for key, value in self.KNOWN.items() if not key.startswith("memory_events")}
        self.assertEqual(self.cgroup(directory, status=1, messages=[f"{directory}/memory.events:2:6: malformed value"]),
                         known)

    def test_a_file_that_cannot_be_read_does_not_cost_the_others(self):
        directory = self.directory("d", self.FILES)
        (directory / "memory.peak").mkdir()
        self.assertEqual(self.cgroup(directory, status=1, messages=[
            f"vmmetrics-parse: {directory}/memory.peak: Is a directory"]), self.KNOWN)

    def test_a_directory_that_is_not_there_or_has_nothing(self):
        self.parse("cgroup", "/nowhere", status=1,
                   messages=["vmmetrics-parse: /nowhere: No such file or directory"])
        empty = self.directory("empty", {"more": "1\n"})
        self.parse("cgroup", empty, status=1, messages=[f"vmmetrics-parse: {empty}: has none of the files that are known"])

    def test_a_file_of_a_directory_is_told_by_its_name(self):
        directory = self.directory("d", {**self.FILES, "memory.peak": "x\n", "memory.stat": "anon 7\n"})
        self.assertEqual(self.cgroup(directory / "memory.current"), {"memory_current_bytes": 4096})
        self.assertEqual(self.cgroup(directory / "memory.current", directory / "cpu.max"),
                         {"memory_current_bytes": 4096, "cpu_max_usec": "max", "cpu_max_period_usec": 100000})
        self.parse("cgroup", directory / "memory.peak", status=1,
                   messages=[f"{directory}/memory.peak:1:1: malformed value"])
        self.parse("cgroup", directory / "more", status=1,
                   messages=[f"vmmetrics-parse: {directory}/more: the format knows no file of this name"])
        self.parse("cgroup", directory / "memory.low", status=1,
                   messages=[f"vmmetrics-parse: {directory}/memory.low: No such file or directory"])
        self.parse("cgroup", "-", text=b"1\n", status=1,
                   messages=["vmmetrics-parse: -: the format knows no file of this name"])
        # The only file of a record may have any name.
        for memory in (self.parse("cgroup_memory", directory), self.parse("cgroup_memory", directory / "memory.stat"),
                       self.parse("cgroup_memory", self.file("any", "anon 7\n")),
                       self.parse("cgroup_memory", text=b"anon 7\n")):
            self.assertEqual(memory[0]["anon_bytes"], 7)

    def test_files_of_rows_are_told_by_their_names(self):
        for name, text, member, value in (
                ("io.stat", "8:0 rbytes=1 wios=2\n", "read_bytes", 1), ("any", "8:0 rbytes=1 wios=2\n", "writes", 2),
                ("io.max", "8:0 rbps=1000 wbps=max riops=max wiops=max\n", "max_write_bytes_per_second", "max"),
                ("blkio.throttle.io_service_bytes", "8:0 Read 5\n8:0 Write 6\n8:0 Total 11\nTotal 11\n", "write_bytes", 6),
                ("blkio.throttle.io_serviced", "8:0 Read 5\n8:0 Write 6\n8:0 Total 11\nTotal 11\n", "reads", 5),
                ("blkio.throttle.read_bps_device", "8:0 77\n", "max_read_bytes_per_second", 77)):
            with self.subTest(name=name):
                one, = self.parse("cgroup_io", self.file(name, text))
                self.assertEqual(list(one), list(members("vmm_cgroup_io")))
                self.assertEqual((one["major"], one["minor"], one[member]), (8, 0, value))

    def test_directories_and_files_of_the_host(self):
        stat = "1 (init) S 0 1 1 0 -1 4194560 5 0 2 0 3 4" + 37 * " 0" + "\n"
        one, = self.parse("process", self.directory("process", {"stat": stat, "statm": "9 8 7 6 5 4 3\n"}))
        self.assertEqual(list(one), list(members("vmm_process")))
        self.assertEqual((one["comm"], one["utime_ticks"], one["statm_shared_pages"]), ("init", 3, 7))
        tap = self.directory("tap0", {"operstate": "up\n", "speed": "10000\n", "mtu": "1500\n"})
        one, = self.parse("net", tap)
        self.assertEqual((one["name"], one["operstate"], one["speed_bits_per_second"]), ("tap0", 7, 10**10))
        one, = self.parse("disk", self.directory("sda", {"stat": "1 2 3 4 5 6 7 8 9 10 11\n", "size": "8\n"}))
        self.assertEqual((one["name"], one["reads"], one["read_bytes"], one["size_bytes"]), ("sda", 1, 1536, 4096))
        one, = self.parse("disk", self.folder / "sda/stat")
        self.assertEqual((one["writes"], one["size_bytes"]), (5, None))
        loadavg, uptime = self.file("loadavg", "0.05 1.00 12.34 2/345 678\n"), self.file("uptime", "100.25 200.50\n")
        one, = self.parse("system", loadavg)
        self.assertEqual((one["load1_hundredths"], one["load15_hundredths"], one["tasks"]), (5, 1234, 345))
        one, = self.parse("system", loadavg, uptime)
        self.assertEqual((one["uptime_hundredths"], one["idle_hundredths"], one["tasks"]), (10025, 20050, 345))
        one, = self.parse("system", self.folder)
        self.assertEqual((one["uptime_hundredths"], one["tasks"]), (10025, 345))
        one, = self.parse("vmstat", text=b"pswpin 1\npgfault_of_the_future 9\npgfault 5\n")
        self.assertEqual((one["pgfault"], one["pgmajfault"]), (5, None))
        listening = b"   0: 0100007F:1F90 00000000:0000 0A 00000000:00000003 00:00000000 00000000  1000        0 4711 1\n"
        one, = self.parse("socket", text=b"  sl  local_address rem_address   st\n" + listening)
        self.assertEqual((one["state"], one["local_port"], one["uid"], one["inode"]), (10, 8080, 1000, 4711))

    def test_views(self):
        self.assertEqual(self.parse("cgroup_membership", text=b"5:cpu,cpuacct:/a:b\n0::/\n"),
                         [{"hierarchy": "5", "controllers": "cpu,cpuacct", "path": "/a:b"},
                          {"hierarchy": "0", "controllers": "", "path": "/"}])
        self.assertEqual(self.parse("mount", text=b"35 31 0:32 / /sys/fs/cg\\040x rw,nosuid - cgroup2  rw\n"),
                         [{"mount_id": "35", "parent_id": "31", "device": "0:32", "root": "/",
                           "mount_point": "/sys/fs/cg\\040x", "mount_options": "rw,nosuid", "optional_fields": "",
                           "type": "cgroup2", "source": "", "super_options": "rw"}])


class Hypervisors(Parse):
    def test_cloud_hypervisors_own_words(self):
        """vm.info as version 54 answered: 256 MiB, a balloon of 48 MiB, and then 64 MiB plugged; 2 of 4 virtual CPUs."""
        mib = 1 << 20
        for name, left, target in (("up", 251658240, 16 * mib), ("inflated", 218103808, 48 * mib),
                                   ("hotplugged", 285212672, 48 * mib)):
            one, = self.parse("balloon", DATA / "cloud-hypervisor-info" / f"cloud-hypervisor-54-{name}")
            self.assertEqual((one["logical_vm_size_bytes"], one["target_bytes"], one["memory_size_bytes"], one["vcpus"],
                              one["max_vcpus"], one["actual_bytes"]), (left, target, 256 * mib, 2, 4, None), name)
        one, = self.parse("balloon", DATA / "cloud-hypervisor-info" / "written-without-hotplug")
        self.assertEqual(one["actual_bytes"], 48 * mib)

    def test_balloons_of_three_hypervisors(self):
        one, = self.parse("balloon", text=b'{"actual_pages":2,"actual_mib":1,"free_memory":5}')
        self.assertEqual((one["actual_bytes"], one["actual_rounded_bytes"], one["free_memory_bytes"]), (8192, 1 << 20, 5))
        one, = self.parse("balloon", text=b'{"config":{"memory":{"size":9}},"memory_actual_size":2}')
        self.assertEqual((one["actual_bytes"], one["logical_vm_size_bytes"], one["vcpus"]), (7, 2, None))
        one, = self.parse("balloon", text=b'{"return": {"stats": {"stat-swap-in": -1, "stat-swap-out": 3}, "last-update": 4}}\r\n')
        self.assertEqual((one["swap_in_bytes"], one["swap_out_bytes"], one["last_update_seconds"]), (None, 3, 4))

    def test_every_sample(self):
        for format, folder, struct in (("firecracker", "firecracker-metrics", "vmm_firecracker"),
                                       ("hypervisor_device", "firecracker-metrics", "vmm_hypervisor_device"),
                                       ("hypervisor_device", "cloud-hypervisor-counters", "vmm_hypervisor_device")):
            for sample in samples(folder):
                with self.subTest(format=format, sample=sample.name):
                    for one in self.parse(format, sample):
                        self.assertEqual(list(one), list(members(struct)))

    def test_lines_of_metrics(self):
        text = b'{"utc_timestamp_ms":1,"net":{"rx_bytes_count":5}}\n{"utc_timest\n{"utc_timestamp_ms":3}'
        first, third = self.parse("firecracker", text=text, status=1, messages=["<stdin>:2:13: malformed value"])
        self.assertEqual((first["utc_timestamp_ms"], first["net_rx_bytes"], first["net_tx_bytes"]), (1, 5, None))
        self.assertEqual(third["utc_timestamp_ms"], 3)

    def test_devices_and_their_rates(self):
        text = b'{"utc_timestamp_ms":1,"block_a":{"read_bytes":4096},"block":{"read_bytes":4096},"net_b":{"tx_bytes_count":8}}\n'
        drive, interface = self.parse("hypervisor_device", text=text)
        self.assertEqual((drive["name"], drive["device_type"], drive["increment_read_bytes"]), ("a", 1, 4096))
        self.assertEqual((interface["name"], interface["device_type"], interface["increment_tx_bytes"]), ("b", 2, 8))
        before, after = self.folder / "before", self.folder / "after"
        before.write_bytes(b'{"_d":{"read_ops":1,"write_ops":2,"read_bytes":0},"_n":{"rx_bytes":9,"rx_frames":9}}')
        after.write_bytes(b'{"_n":{"rx_bytes":8,"rx_frames":9},"_d":{"read_ops":5,"write_ops":2,"read_bytes":512}}')
        rows = self.parse("--usage", "hypervisor_device_usage", "--elapsed", "2", before, after)
        rates = {row["name"]: row for row in rows if "name" in row}
        self.assertEqual((rates["_d"]["read_bytes_per_second"], rates["_d"]["reads_per_second"]), (256, 2))

    def test_members_of_json(self):
        self.assertEqual(self.parse("json", text=b'{"a": 1, "b": {"c": "\\u0041"}}'),
                         [{"key": "a", "value": "1"}, {"key": "b", "value": '{"c": "\\u0041"}'}])


class CommandLine(Parse):
    def test_list(self):
        done = run(PARSE, "--list")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        entries = done.stdout.decode().splitlines()
        names = [re.split(r"  +", entry)[0] for entry in entries]
        self.assertEqual(len(set(names)), len(names))
        self.assertTrue(set(FORMATS) | {"--usage cpu_usage", "--usage memory_usage", "--usage threads_usage"} <= set(names))
        # Each record of the library is a format or a usage, under its own name.
        header = (SOURCE / "include/vmmetrics/record.h").read_text()
        records = set(re.findall(r"/\*\* struct vmm_(\w+) \*/", header))
        self.assertEqual(records - {name.removeprefix("--usage ") for name in names}, set(),
                         "examples/tools/parse/formats.c has no row for these records")
        for entry in entries:
            self.assertRegex(entry, r"^\S+( \S+)?  +\S.*[^ ]$")
        for name in names:
            # All that is listed is taken.
            if not name.startswith("--"):
                self.assertIn(run(PARSE, name, self.folder if name in DIRECTORIES else "-").returncode, (0, 1), name)

    def test_wrong_usage_is_said_and_ends_with_2(self):
        for words in (["nonsense"], ["cpu", "a", "b"], ["--usage"], ["--usage", "nonsense"], ["--usage", "cpu_usage"],
                      ["--usage", "cpu_usage", "a"], ["--usage", "cpu_usage", "a", "b", "c"], ["--usage", "memory_usage"],
                      ["--usage", "memory_usage", "a", "b"], ["--nonsense"], ["-x"], ["--list", "cpu"],
                      ["--list", "--usage", "cpu_usage"], ["--list=x"], [""], ["CPU"], ["cgroup"],
                      ["--usage", "cgroup_usage", "--elapsed", "1", "/"]):
            with self.subTest(words=words):
                done = run(PARSE, *words)
                self.assertEqual((done.returncode, done.stdout), (2, b""))
                self.assertRegex(done.stderr, rb"^vmmetrics-parse: [^\n]+\n$")

    def test_messages_name_the_option_its_value_and_the_reason(self):
        for words, message in ((["--usage", "nonsense"], "--usage nonsense: no such usage; see --list"),
                               (["-e", "x"], "--elapsed x: not a number of seconds, such as 5 or 0.5"),
                               (["--max-bytes", "0"], "--max-bytes 0: not a possible number of bytes"),
                               (["nonsense"], "FORMAT nonsense: no such format; see --list"),
                               (["-u", "disk", "a", "b"], "--usage disk: this usage needs --elapsed SECONDS"),
                               (["-u", "memory", "a", "b"], "--usage memory: this usage takes one file or directory")):
            self.parse(*words, status=2, messages=[f"vmmetrics-parse: {message}"])

    def test_a_missing_format_lists_all(self):
        done = run(PARSE)
        listed = run(PARSE, "--list").stdout
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(listed, done.stderr)
        self.assertTrue(done.stderr.endswith(b"vmmetrics-parse: FORMAT: is missing; see --help\n"), done.stderr)

    def test_help_and_version(self):
        done = run(PARSE, "--help")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        for word in (b"--list", b"--usage", b"--elapsed", b"FORMAT [FILE]", b"FILE:LINE:COLUMN", b"Exit status: 0"):
            self.assertIn(word, done.stdout)
        for short, long in (("-h", "--help"), ("-V", "--version"), ("-l", "--list")):
            self.assertEqual(run(PARSE, short).stdout, run(PARSE, long).stdout)
        done = run(PARSE, "--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, rb"^vmmetrics-parse \d+\.\d+\.\d+\n$")

    def test_a_full_disk(self):
        with open("/dev/full", "wb") as full:
            for words in (["--list"], ["--help"], ["key", "/proc/vmstat"], ["cpu", "/proc/stat"]):
                done = subprocess.run([PARSE, *words], stdout=full, stderr=subprocess.PIPE)
                self.assertEqual(done.returncode, 1, words)
                self.assertEqual(done.stderr, b"vmmetrics-parse: standard output: No space left on device\n")


if __name__ == "__main__":
    main()
