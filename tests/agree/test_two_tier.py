# SPDX-License-Identifier: MIT
"""vmmetrics-two-tier on lines that were recorded, or made up: which moments belong together, whose number is whose, and what a
guest that lies or says nothing can do."""

import json
import os
import select
import signal
import subprocess
import time
import unittest

from programs import Test, lines, run

TWO_TIER = os.environ.get("VMMETRICS_TWO_TIER", "vmmetrics-two-tier")
MIB = 1 << 20
# 2026-11-26T12:00:00Z
NOON = 1795694400


def host(seconds=0, **members):
    line = {"time_ms": (NOON + seconds) * 1000 + 250, "elapsed_ms": 1000, "pid": 7, "vcpus": 2, "cores": 0.9, "vcpu_cores": 0.8,
            "overhead_cores": 0.1, "vcpu_run_delay_cores": 0.2, "rss": 300 * MIB, "hugetlb": 0, "tap": "tap0",
            "net_in_bytes_per_second": 100, "net_out_bytes_per_second": 200, "net_in_packets_per_second": 1,
            "net_out_packets_per_second": 2, "net_in_dropped_per_second": 3, "net_out_dropped_per_second": 4,
            "disk_read_bytes_per_second": 5, "disk_write_bytes_per_second": 6}
    return {**line, **members}


def guest(seconds=0, **members):
    line = {"ts": f"2026-11-26T12:00:{seconds:02}Z", "cpu": 50.0, "mem_used": 150 * MIB, "mem_total": 400 * MIB, "records": {
        "cpu_usage": [{"id": None, "busy_gopsutil_ratio": 0.5, "steal_ratio": 0.125}, {"id": 0}, {"id": 1}],
        "memory_usage": {"available_bytes": 250 * MIB, "used_procps4_without_balloon_bytes": None},
        "net": [{"name": "lo"}, {"name": "eth0"}],
        "net_usage": [{"rx_bytes_per_second": 1e9}, {"rx_bytes_per_second": 101, "tx_bytes_per_second": 201,
                                                    "rx_packets_per_second": 1.5, "tx_packets_per_second": 2.5}],
        "disk": [{"name": "vda"}, {"name": "vdb"}],
        "disk_usage": [{"read_bytes_per_second": 7, "write_bytes_per_second": 8}, {"read_bytes_per_second": 9}]}}
    return {**line, **members}


class TwoTier(Test):
    def lines(self, guest_lines, host_lines, *options):
        def text(given):
            return b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in given)
        done = run(TWO_TIER, "--guest", self.file("guest", text(guest_lines)), "--host",
                   self.file("host", text(host_lines)), *options)
        self.assertEqual((done.returncode, done.stderr), (0, b""), done)
        return lines(done.stdout)

    def one(self, guest_line, host_line, *options):
        line, = self.lines([guest_line], [host_line], *options)
        return line

    def test_one_thing_from_both_sides(self):
        line = self.one(guest(), host())
        self.assertEqual((line["time_ms"], line["skew_ms"], line["guest_clock_ms"], line["vcpus"]),
                         (NOON * 1000 + 250, 250, 0, 2))
        self.assertEqual(line["cpu"], {"guest_busy": 1.0, "guest_steal": 0.25, "vcpu": 0.8, "vcpu_run_delay": 0.2,
                                       "unexplained": 0.0, "overhead": 0.1, "host": 0.9})
        self.assertEqual(line["network"], {
            "guest_in_bytes": 101, "tap_in_bytes": 100, "guest_in_packets": 1.5, "tap_in_packets": 1, "guest_out_bytes": 201,
            "tap_out_bytes": 200, "guest_out_packets": 2.5, "tap_out_packets": 2, "tap_in_dropped": 3, "tap_out_dropped": 4})
        self.assertEqual(line["disk"], {"guest_read_bytes": 7, "host_read_bytes": 5, "guest_written_bytes": 8,
                                        "host_written_bytes": 6})
        self.assertEqual(line["memory"], {"guest_used": 150 * MIB, "guest_available": 250 * MIB, "guest_total": 400 * MIB,
                                          "balloon": None, "resident": 300 * MIB, "could_come_back": 150 * MIB})

    def test_without_rows_of_single_cpus_their_number_is_unknown(self):
        total = guest()
        del total["records"]["cpu_usage"][1:]
        self.assertEqual(self.one(total, host())["cpu"], {**self.one(guest(), host())["cpu"], "guest_busy": None,
                                                          "guest_steal": None, "unexplained": None})

    def test_a_cpu_that_came_or_went_makes_the_number_of_busy_cpus_unknown_once(self):
        def cpus(seconds, count):
            line = guest(seconds)
            line["records"]["cpu_usage"][1:] = [{"id": number} for number in range(count)]
            return line
        found = self.lines([cpus(second, count) for second, count in enumerate((2, 1, 1, 3, 3))], map(host, range(5)))
        self.assertEqual([(line["cpu"]["guest_busy"], line["cpu"]["guest_steal"]) for line in found],
                         [(1.0, 0.25), (None, None), (0.5, 0.125), (None, None), (1.5, 0.375)])
        self.assertEqual([line["memory"]["guest_used"] for line in found], [150 * MIB] * 5)

    def test_others_can_be_named(self):
        line = self.one(guest(), host(), "--interface", "lo", "--disk", "vdb")
        self.assertEqual((line["network"]["guest_in_bytes"], line["disk"]["guest_read_bytes"],
                          line["disk"]["guest_written_bytes"]), (1e9, 9, None))
        self.assertIsNone(self.one(guest(), host(), "--interface", "eth7")["network"]["guest_in_bytes"])

    def test_a_balloon_is_never_used(self):
        holds, leaves = {"balloon_actual": 100 * MIB}, {"balloon_logical_vm_size": 412 * MIB}
        for words, options, used, size in ((holds, [], 150, 100), (holds, ["--deflate-on-oom"], 50, 100),
                                           (leaves, ["--deflate-on-oom", "--memory", "512"], 50, 100),
                                           (leaves, ["--memory", "512"], 150, 100)):
            memory = self.one(guest(), host(**words), *options)["memory"]
            self.assertEqual((memory["guest_used"], memory["balloon"]), (used * MIB, size * MIB), (words, options))
            self.assertEqual(memory["could_come_back"], min(300 - used, 250) * MIB)
        # The guest's kernel knows it by itself since 6.15.
        told = guest()
        told["records"]["memory_usage"]["used_procps4_without_balloon_bytes"] = 51 * MIB
        self.assertEqual(self.one(told, host(**holds), "--deflate-on-oom")["memory"]["guest_used"], 51 * MIB)
        # Unknown and impossible values are not numbers.
        for words, options in ((leaves, ["--deflate-on-oom"]), ({}, ["--deflate-on-oom", "--memory", "512"]),
                               ({"balloon_actual": 151 * MIB}, ["--deflate-on-oom"])):
            memory = self.one(guest(), host(**words), *options)["memory"]
            self.assertEqual((memory["guest_used"], memory["could_come_back"]), (None, None))

    def test_memory_that_could_come_back_is_no_more_than_is_available_and_never_negative(self):
        self.assertEqual(self.one(guest(), host(rss=900 * MIB))["memory"]["could_come_back"], 250 * MIB)
        self.assertEqual(self.one(guest(), host(rss=100 * MIB, hugetlb=0))["memory"]["could_come_back"], 0)
        self.assertEqual(self.one(guest(), host(rss=4 * MIB, hugetlb=296 * MIB))["memory"]["resident"], 300 * MIB)

    def test_moments(self):
        """Each line of the host stands beside the guest's last one before it; an old one is as good as none."""
        found = self.lines([guest(2), guest(4, mem_used=4), guest(5, mem_used=5)], [host(1), host(3), host(5), host(9), host(11)])
        self.assertEqual([line["skew_ms"] for line in found], [None, 1250, 250, 4250, 6250])
        self.assertEqual([line["memory"]["guest_used"] for line in found], [None, 150 * MIB, 5, 5, None])
        self.assertEqual([line["cpu"]["vcpu"] for line in found], [0.8] * 5)
        found = self.lines([guest(2)], [host(3), host(4)], "--stale", "1.5")
        self.assertEqual([line["memory"]["guest_total"] for line in found], [400 * MIB, None])

    def test_what_a_guest_may_say(self):
        """Whatever it is, the host's side is told, and no number that is none."""
        whole = self.one(guest(), host())
        for words in ({"records": None}, {"records": []}, {"records": {"cpu_usage": 5, "net": [3], "net_usage": "x"}},
                      {"records": {"cpu_usage": [None], "memory_usage": [], "net": {}, "disk": [[]], "disk_usage": [{}]}},
                      {"mem_used": -1, "mem_total": True}, {"mem_used": 2**64, "mem_total": "5"}, {"mem_used": [1]}):
            line = self.one(guest(**words), host())
            for name in ("vcpu", "vcpu_run_delay", "overhead", "host"):
                self.assertEqual(line["cpu"][name], whole["cpu"][name])
            self.assertEqual(line["memory"]["resident"], 300 * MIB)
            if "mem_used" in words:
                self.assertEqual((line["memory"]["guest_used"], line["memory"]["could_come_back"]), (None, None))
            else:
                self.assertEqual((line["cpu"]["guest_busy"], line["network"]["guest_in_bytes"],
                                  line["disk"]["guest_read_bytes"]), (None, None, None))
        for text in (b"\n", b"no JSON\n", b"[" * 100000 + b"\n", b'{"ts":5}\n', b'{"ts":"2026-99-26T12:00:00Z"}\n', b"[1]\n",
                     b"\xff\xfe\n", b'{"mem_used":' + b"9" * 9999 + b"}\n", b"x" * (3 << 20) + b"\n", b'{"ts"'):
            line = self.one(text, host())
            self.assertEqual((line["skew_ms"], line["cpu"]["guest_busy"], line["cpu"]["vcpu"]), (None, None, 0.8))
            # A good line after it is read.
            if text.endswith(b"\n"):
                found, = self.lines([text, guest()], [host()])
                self.assertEqual(found, whole)
        nan = json.dumps(guest()).encode().replace(b"0.5", b"NaN").replace(b"0.125", b"-Infinity") + b"\n"
        line = self.one(nan, host())
        self.assertEqual((line["cpu"]["guest_busy"], line["cpu"]["guest_steal"]), (None, None))

    def test_lines_as_they_come(self):
        """From FIFOs, by our own clock: a guest whose clock stands is heard all the same."""
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        with subprocess.Popen([TWO_TIER, "--guest", fifo], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as program:
            with open(fifo, "wb", buffering=0) as said:
                for number in range(3):
                    text = json.dumps(guest(mem_used=number)).encode() + b"\n"
                    said.write(text[:700])
                    said.write(text[700:])
                    # It is read before the host's line is, as both are there by then.
                    program.stdin.write(json.dumps(host()).encode() + b"\n")
                    program.stdin.flush()
                    line = json.loads(program.stdout.readline())
                    self.assertIn(line["memory"]["guest_used"], (number, number - 1 if number else None))
                    self.assertTrue(line["skew_ms"] is None or 0 <= line["skew_ms"] < 5000, line)
                self.assertIsNotNone(line["guest_clock_ms"])
            # The guest has ended; the host's lines go on.
            program.stdin.write(json.dumps(host()).encode() + b"\n")
            program.stdin.flush()
            self.assertEqual(json.loads(program.stdout.readline())["cpu"]["vcpu"], 0.8)
            program.stdin.close()
            self.assertEqual(program.wait(10), 0)

    def live(self, guest_path, **streams):
        program = subprocess.Popen([TWO_TIER, "--guest", guest_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, **streams)
        self.addCleanup(program.stdout.close)
        self.addCleanup(program.stderr.close)
        self.addCleanup(program.wait)
        self.addCleanup(program.kill)
        self.addCleanup(program.stdin.close)
        return program

    def ask(self, program):
        """The line beside a line of the host, which is sent now."""
        program.stdin.write(json.dumps(host()).encode() + b"\n")
        program.stdin.flush()
        ready, _, _ = select.select([program.stdout], [], [], 20)
        self.assertTrue(ready, "there is no line")
        return json.loads(program.stdout.readline())

    def heard(self, program, used):
        """Whether the guest's line with this number is heard within a few seconds."""
        for _ in range(100):
            if self.ask(program)["memory"]["guest_used"] == used:
                return True
            time.sleep(0.05)
        return False

    def test_the_host_goes_on_without_the_guests_fifo(self):
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        program = self.live(fifo)
        for _ in range(3):
            line = self.ask(program)
            self.assertEqual((line["cpu"]["vcpu"], line["cpu"]["guest_busy"], line["skew_ms"]), (0.8, None, None))

    def test_a_guest_that_comes_back_is_heard(self):
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        program = self.live(fifo)
        for used in (1, 2, 3):
            # The second ends in the middle of a line, to which the third's first line may be added.
            with open(fifo, "wb", buffering=0) as said:
                said.write((json.dumps(guest(mem_used=used)).encode() + b"\n") * 2 + b'{"mem_used":' * (used == 2))
                self.assertTrue(self.heard(program, used), used)

    def test_a_guests_file_that_grows_is_read_on(self):
        said = self.file("said", "")
        program = self.live(said)
        for used in (1, 2):
            with open(said, "ab") as file:
                file.write(json.dumps(guest(mem_used=used)).encode() + b"\n")
            self.assertTrue(self.heard(program, used), used)

    def test_a_writer_that_never_stops_does_not_stop_the_host(self):
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        program = self.live(fifo)
        with subprocess.Popen(["sh", "-c", f"exec yes '{json.dumps(guest())}' >'{fifo}'"]) as writer:
            try:
                self.assertTrue(self.heard(program, 150 * MIB))
                began = time.monotonic()
                for _ in range(20):
                    self.ask(program)
                self.assertLess(time.monotonic() - began, 20)
            finally:
                writer.kill()

    def test_an_output_that_is_closed_is_an_error(self):
        for closed in (">&-", ">/dev/full"):
            done = run("sh", "-c", f'exec "$@" {closed}', "sh", TWO_TIER, "--guest", self.file("guest", ""), "--host",
                       self.file("host", json.dumps(host()) + "\n"))
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stderr, rb"^vmmetrics-two-tier: standard output: [^\n]+\n$")

    def test_an_interrupt_is_clean(self):
        program = self.live(self.file("said", ""))
        self.ask(program)
        program.send_signal(signal.SIGINT)
        self.assertEqual((program.wait(10), program.stderr.read()), (-signal.SIGINT, b""))

    def test_a_line_in_pieces_and_a_line_that_is_too_long(self):
        """The tail of a line that is too long is no line, whatever is in it."""
        text = b"x" * (3 << 20) + json.dumps(guest(mem_used=1)).encode() + b"\n"
        line, = self.lines([text], [host()])
        self.assertEqual((line["skew_ms"], line["memory"]["guest_used"]), (None, None))

    def test_numbers_are_whole_where_they_are_bytes(self):
        line = self.one(guest(mem_used=2**53 + 1, mem_total=2**63), host(rss=2**53 + 5))
        self.assertEqual((line["memory"]["guest_used"], line["memory"]["guest_total"], line["memory"]["resident"],
                          line["memory"]["could_come_back"]), (2**53 + 1, 2**63, 2**53 + 5, 4))

    def test_of_two_lines_of_one_second_the_later_counts(self):
        line, = self.lines([guest(2, mem_used=1), guest(2, mem_used=2), guest(1, mem_used=3)], [host(3)])
        self.assertEqual(line["memory"]["guest_used"], 2)

    def test_wrong_usage(self):
        for words, message in (([], "--guest: this option is needed; see --help"),
                               (["--guest"], "--guest: the value of this option is missing; see --help"),
                               (["--guest", "g", "--memory", "1.5"], "--memory 1.5: not a whole number of MiB"),
                               (["--guest", "g", "--stale", "-1"], "--stale -1: not a number of seconds, such as 5 or 0.5"),
                               (["--guest", "g", "h"], "h: no argument is expected here; see --help"),
                               (["--nonsense"], "--nonsense: no such option; see --help")):
            done = run(TWO_TIER, *words)
            self.assertEqual((done.returncode, done.stdout, done.stderr.decode()),
                             (2, b"", f"vmmetrics-two-tier: {message}\n"))

    def test_help_and_version(self):
        short, long = run(TWO_TIER, "-h"), run(TWO_TIER, "--help")
        self.assertEqual((short.returncode, short.stdout, short.stderr), (0, long.stdout, b""))
        self.assertIn(b"Exit status: 0", long.stdout)
        self.assertEqual(run(TWO_TIER, "-V").stdout, run(TWO_TIER, "--version").stdout)
        self.assertRegex(run(TWO_TIER, "-V").stdout, rb"^vmmetrics-two-tier \d+\.\d+\.\d+\n$")

    def test_a_table(self):
        done = run(TWO_TIER, "--table", "--guest", self.file("guest", json.dumps(guest()) + "\n"), "--host",
                   self.file("host", json.dumps(host()) + "\n" + json.dumps(host(60)) + "\n"))
        text = done.stdout.decode()
        self.assertRegex(text, r"CPUs +1\.00 +0\.80 +waited for the host 0\.20, overhead 0\.10\n")
        self.assertRegex(text, r"memory, MiB +150\.00 +300\.00 +could come back 150\.00, in the balloon unknown\n")
        self.assertRegex(text, r"CPUs +unknown +0\.80 ")

    def test_what_cannot_be_read(self):
        done = run(TWO_TIER, "--guest", self.folder / "none", "--host", self.file("host", ""))
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertRegex(done.stderr.decode(), r"^vmmetrics-two-tier: .*none: No such file or directory\n$")
        done = run(TWO_TIER, "--guest", self.folder, "--host", self.file("host", ""))
        self.assertEqual((done.returncode, done.stderr.decode()),
                         (1, f"vmmetrics-two-tier: --guest {self.folder}: Is a directory\n"))
        done = run("sh", "-c", 'exec "$@" <&-', "sh", TWO_TIER, "--guest", self.file("guest", ""))
        self.assertEqual((done.returncode, done.stderr.decode()),
                         (1, "vmmetrics-two-tier: standard input: Bad file descriptor\n"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
