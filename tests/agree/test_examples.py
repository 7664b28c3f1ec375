# SPDX-License-Identifier: MIT
"""The thirteen programs of examples/: each is built by the command at its head, prints what other programs or known files say, and
says what is wrong where a file is missing, a row is bad, a sample is the first one, or a counter restarted."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

from programs import DATA, SOURCE, Test, run, tool

BUILT = pathlib.Path(os.environ.get("VMMETRICS_EXAMPLES", "build/release/examples"))
# What the library calls them.
FIRST, RESET, MALFORMED, TRUNCATED, EMPTY = ("no earlier sample", "a counter restarted or the thing was replaced",
                                             "malformed value", "the text ends inside a line",
                                             "no known key or value in the text, or the text was read before")
PROGRAMS = sorted(path.stem for path in (SOURCE / "examples").glob("*.c"))


class Built(unittest.TestCase):
    def test_thirteen_programs_of_at_most_80_lines_are_built_by_the_command_at_their_head(self):
        self.assertEqual(len(PROGRAMS), 13)
        with tempfile.TemporaryDirectory() as folder:
            compiler = [os.environ.get("VMMETRICS_CC", "cc"), "-I", SOURCE / "include"]
            # Two folders may have files of one name.
            for room in sorted((SOURCE / "lib").glob("*/")):
                objects = pathlib.Path(folder) / room.name
                objects.mkdir()
                sources = sorted(room.glob("*.c"))
                subprocess.run([*compiler, "-c", *sources], cwd=objects, check=True)
            objects = sorted(pathlib.Path(folder).glob("*/*.o"))
            self.assertTrue(objects)
            for name in PROGRAMS:
                with self.subTest(name=name):
                    path = SOURCE / "examples" / f"{name}.c"
                    lines = path.read_text(encoding="utf-8").splitlines()
                    self.assertLessEqual(len(lines), 80)
                    command = f"//     cc -Iinclude examples/{name}.c lib/*/*.c -o {name} && ./{name}"
                    self.assertTrue(lines[2].startswith(command), lines[2])
                    self.assertFalse([line for line in lines if line.startswith('#include "')])
                    # What the command does, with the library compiled once for all of them.
                    subprocess.run([*compiler, path, *objects, "-o", pathlib.Path(folder) / name], check=True)


    def test_no_example_includes_a_file_of_the_library(self):
        """A user who has the library installed can copy each of them."""
        sources = [path for path in (SOURCE / "examples").rglob("*.[ch]*") if path.suffix in (".c", ".h", ".cpp", ".hpp")]
        self.assertGreater(len(sources), 100)
        for path in sources:
            self.assertNotRegex(path.read_text(encoding="utf-8"), r'#include "[^"]*\blib/', path)


class Program(Test):
    """A program that is run on files of this test. Its files may change while it waits between its two samples."""
    name = ""

    def start(self, *words):
        return run(BUILT / self.name, *words)

    def prints(self, *words):
        done = self.start(*words)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout.decode().splitlines()

    def fails(self, *words, status=1):
        done = self.start(*words)
        self.assertEqual(done.returncode, status)
        return done.stderr.decode()

    def between(self, change, *words):
        """Runs the program with a second between its samples, and makes the change in the middle of that. Gives what it prints,
        what it complains of, and its exit status."""
        process = subprocess.Popen([BUILT / self.name, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(0.5)
        change()
        output, errors = process.communicate(timeout=60)
        return output.decode().splitlines(), errors.decode(), process.returncode

    def near(self, number, wanted, share=0.3):
        """The pause is of a second and more, so that a rate is at most what was added, and not much less."""
        self.assertLessEqual(float(number), wanted * 1.001)
        self.assertGreaterEqual(float(number), wanted * (1 - share))

    def no_such_file(self, *words):
        self.assertRegex(self.fails(*words), r"^\S*nowhere\S*: No such file or directory\n$")


class Meminfo(Program):
    name = "meminfo"

    def test_as_free(self):
        found = {line[:12].rstrip(): int(line[12:]) for line in self.prints()}
        memory, swap = [line.split() for line in tool("free", "-b").splitlines()[1:3]]
        self.assertEqual(found["total"], int(memory[1]))
        self.assertEqual(found["swap total"], int(swap[1]))
        for name, column in (("free", 3), ("buff/cache", 5), ("available", 6)):
            self.assertAlmostEqual(found[name], int(memory[column]), delta=found["total"] / 20)
        # Before procps 4.0.1 free's "used" is another number.
        self.assertEqual(found["used"], found["total"] - found["available"])

    def test_unknown_is_not_0(self):
        lines = self.prints(self.file("meminfo", "MemTotal: 4 kB\n"))
        self.assertIn("total        4096", lines)
        self.assertIn("used         unknown", lines)

    def test_errors(self):
        self.no_such_file("/nowhere")
        for text, reason in (("MemTotal: 4 kB\nMemFree: 1", TRUNCATED),
                             ("MemTotal: x kB\n", MALFORMED), ("", EMPTY)):
            path = self.file("meminfo", text)
            self.assertEqual(self.fails(path), f"{path}: {reason}\n")
        self.assertRegex(self.fails(self.file("long", b"a" * (1 << 20))), "File too large")


class Cpu(Program):
    name = "cpu"
    before = "cpu  100 0 100 800 0 0 0 0 0 0\ncpu0 100 0 100 800 0 0 0 0 0 0\nintr 1\n"

    def test_each_cpu_of_this_machine(self):
        wanted = re.findall(r"^cpu(\d*)", pathlib.Path("/proc/stat").read_text(), re.M)
        found = self.prints(1)
        self.assertEqual([line.split()[0] for line in found], [word or "all" for word in wanted])
        for line in found:
            busy, user, system, iowait, steal = map(float, re.findall(r" ([\d.]+) %", line))
            self.assertLessEqual(max(busy, user + system + iowait + steal), 100.2)

    def test_between_two_samples(self):
        file = self.file("stat", self.before)
        after = "cpu  120 0 110 870 0 0 0 0 0 0\ncpu0 120 0 110 870 0 0 0 0 0 0\ncpu1 1 0 1 1 0 0 0 0 0 0\n"
        lines, errors, status = self.between(lambda: self.file("stat", after), 1, file)
        self.assertEqual((errors, status), ("", 0))
        columns = " busy  30.0 %  user  20.0 %  system  10.0 %  iowait   0.0 %  steal   0.0 %"
        self.assertEqual(lines, ["all  " + columns, "0    " + columns, f"1     {FIRST}"])

    def test_a_cpu_that_goes_offline_and_stolen_time_that_jumps(self):
        row = "%-5s %d 0 0 %d 0 0 0 %d 0 0\n"
        before = row % ("cpu", 200, 600, 0) + row % ("cpu0", 100, 300, 0) + row % ("cpu1", 100, 300, 0)
        busy, reset = " busy %5.1f %%  user %5.1f %%  system   0.0 %%  iowait   0.0 %%  steal   0.0 %%", f" {RESET}"
        for after, wanted in ((row % ("cpu", 300, 3600600, 0) + row % ("cpu0", 200, 300, 0),
                               ["all  " + busy % (100, 100), "0    " + busy % (100, 100)]),
                              (row % ("cpu", 200, 800, 10 ** 9) + row % ("cpu0", 100, 400, 10 ** 9),
                               ["all  " + reset, "0    " + reset])):
            file = self.file("stat", before)
            lines, errors, status = self.between(lambda: self.file("stat", after), 1, file)
            self.assertEqual((lines, errors, status), (wanted, "", 0))

    def test_a_restart_and_a_bad_row(self):
        file = self.file("stat", self.before)
        after = "cpu  1 0 1 1 0 0 0 0 0 0\ncpu0 x 0 1 1 0 0 0 0 0 0\ncpu1 1 0 1 1 0 0 0 0 0 0\n"
        lines, errors, status = self.between(lambda: self.file("stat", after), 1, file)
        self.assertEqual((errors, status), (f"{file}: {MALFORMED}\n", 0))
        self.assertEqual(lines, [f"all   {RESET}", f"1     {FIRST}"])
        self.no_such_file(0, "/nowhere")


class DiskSpace(Program):
    name = "disk_space"

    def test_as_df(self):
        paths = ["/", "/dev"]
        for path, line in zip(paths, self.prints(*paths), strict=True):
            wanted = tool("df", "-B1", "--output=size,used,avail,pcent", path).splitlines()[1].split()
            found = line.split()
            self.assertEqual(found[0], path)
            self.assertEqual(found[1], wanted[0])
            for number, other in zip(found[2:4], wanted[1:3]):
                self.assertAlmostEqual(int(number), int(other), delta=int(wanted[0]) / 20)
            self.assertAlmostEqual(int(found[4]), int(wanted[3].rstrip("%")), delta=1)

    def test_one_bad_path_of_two(self):
        done = self.start("/nowhere", "/")
        self.assertEqual((done.returncode, done.stderr), (1, b"/nowhere: No such file or directory\n"))
        self.assertRegex(done.stdout, rb"^/ \d+ \d+ \d+ \d+\n$")


class Cgroup(Program):
    name = "cgroup"

    def files(self, **texts):
        for name, text in texts.items():
            self.file(name.replace("__", "."), text)
        return self.folder

    def test_between_two_samples(self):
        self.files(cpu__stat="usage_usec 1000000\n", memory__current="4096\n", memory__max="max\n", pids__current="7\n")
        lines, errors, status = self.between(lambda: self.files(cpu__stat="usage_usec 1500000\n"), self.folder, 1)
        self.assertEqual((errors, status), ("", 0))
        self.near(lines[0].removeprefix("cores used      "), 0.5)
        self.assertEqual(lines[1:], ["memory          4096", "memory limit    max", "processes       7",
                                     "process limit   unknown"])

    def test_a_restart_and_a_bad_file(self):
        self.files(cpu__stat="usage_usec 1000000\n", memory__current="many\n")
        lines, errors, status = self.between(lambda: self.files(cpu__stat="usage_usec 1\n"), self.folder, 1)
        bad = f"{self.folder}/memory.current: {MALFORMED}\n"
        self.assertEqual((errors, status), (f"{bad}{bad}{self.folder}: {RESET}\n", 1))
        self.assertEqual(lines[0], "memory          unknown")

    def test_errors(self):
        self.assertEqual(self.fails("/nowhere", 0), f"/nowhere: {EMPTY}\n")
        self.assertIn("usage", self.fails(status=2))


class Process(Program):
    name = "process"

    def test_a_virtual_cpu(self):
        script = ("import ctypes, threading, time\n"
                  "def burn():\n"
                  "    ctypes.CDLL(None).prctl(15, b'CPU 0/KVM', 0, 0, 0)\n"
                  "    while True: pass\n"
                  "threading.Thread(target=burn, daemon=True).start()\n"
                  "print(flush=True)\n"
                  "time.sleep(60)\n")
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
            self.addCleanup(process.kill)
            process.stdout.readline()
            threads, vcpus = self.prints(process.pid, 1)
            process.kill()
        found = re.fullmatch(r"2 threads used (\d\.\d\d) CPUs", threads)
        self.assertTrue(0 < float(found[1]) <= 1.1, threads)
        self.assertEqual(vcpus, f"1 virtual CPUs of them used {found[1]}")

    def test_no_virtual_cpu_and_no_process(self):
        with subprocess.Popen(["sleep", "60"]) as process:
            self.addCleanup(process.kill)
            self.assertEqual(self.prints(process.pid, 1), ["1 threads used 0.00 CPUs"])
            process.kill()
        self.assertEqual(self.fails(999999999), "/proc/999999999/task: No such file or directory\n")


NET = "Inter-|   Receive |  Transmit\n face |bytes    packets\n"


class Tap(Program):
    name = "tap"

    @staticmethod
    def row(name, received, sent):
        return f"{name}: {received} {received // 100} 0 0 0 0 0 0 {sent} {sent // 100} 0 0 0 0 0 0\n"

    def test_the_guest_sends_what_the_tap_receives(self):
        file = self.file("dev", NET + self.row("eth0", 5, 5) + self.row("tap0", 1000, 1000))
        after = NET + self.row("tap0", 11000, 51000)
        lines, errors, status = self.between(lambda: self.file("dev", after), "tap0", 1, file)
        self.assertEqual((errors, status), ("", 0))
        for line, start, wanted in ((lines[0], "guest receives", 50000), (lines[1], "guest sends", 10000)):
            self.assertTrue(line.startswith(start))
            found = re.findall(r" ([\d.]+) ", line)
            self.near(found[0], wanted)
            self.near(found[1], wanted / 100)

    def test_a_restart_and_a_bad_row(self):
        file = self.file("dev", NET + "bad: x\n" + self.row("tap0", 1000, 1000))
        _, errors, status = self.between(lambda: self.file("dev", NET + self.row("tap0", 1, 1)), "tap0", 1, file)
        self.assertEqual((errors, status), (f"{file}: {MALFORMED}\ntap0: {RESET}\n", 1))

    def test_errors(self):
        self.no_such_file("lo", 0, "/nowhere")
        self.assertEqual(self.fails("none", 0), "/proc/net/dev: there is no none\n")
        self.assertIn("usage", self.fails(status=2))


class Disks(Program):
    name = "disks"

    def test_each_device_of_this_machine(self):
        wanted = [line.split()[2] for line in pathlib.Path("/proc/diskstats").read_text().splitlines()]
        heading, *found = self.prints(0)
        self.assertEqual([line.split()[0] for line in found], wanted)
        self.assertEqual(heading.split(), ["device", "r/s", "rkB/s", "r_await", "w/s", "wkB/s", "w_await"])

    def test_between_two_samples(self):
        row = "254 0 vda {} 0 {} {} {} 0 {} {} 0 0 0 0 0 0 0 0 0\n"
        file = self.file("diskstats", row.format(10, 100, 10, 0, 0, 0))
        after = row.format(110, 20580, 210, 0, 0, 0) + "254 16 vdb 1 0 1 1 1 0 1 1 0 0 0 0 0 0 0 0 0\n"
        lines, errors, status = self.between(lambda: self.file("diskstats", after), 1, file)
        self.assertEqual((errors, status), ("", 0))
        device, reads, kilobytes, await_ms, writes, written, write_await = lines[1].split()
        self.near(reads, 100)
        self.near(kilobytes, 10240)
        self.assertEqual((device, await_ms, writes, written, write_await), ("vda", "2.00", "0.00", "0.00", "-"))
        self.assertEqual(lines[2].split(maxsplit=1), ["vdb", FIRST])

    def test_another_device_and_a_bad_row(self):
        row = "254 0 {} 9 0 9 9 9 0 9 9 0 0 0 0 0 0 0 0 0\n"
        file = self.file("diskstats", row.format("vda"))
        lines, errors, _ = self.between(lambda: self.file("diskstats", "254 1 vdx x\n" + row.format("vdz")), 1, file)
        self.assertEqual(errors, f"{file}: {MALFORMED}\n")
        self.assertEqual(lines[1].split(maxsplit=1), ["vdz", FIRST])
        self.no_such_file(0, "/nowhere")

    @unittest.skipIf(shutil.which("iostat") is None, "iostat cannot be found")
    def test_the_columns_and_devices_of_iostat(self):
        heading, *rows = [line.split() for line in tool("iostat", "-dxk").splitlines()[2:] if line]
        columns, *found = [line.split() for line in self.prints(0)]
        self.assertLessEqual(set(columns[1:]), set(heading))
        self.assertLessEqual({row[0] for row in rows}, {line[0] for line in found})


class Firecracker(Program):
    name = "firecracker"

    @staticmethod
    def line(time_ms, received):
        return (f'{{"utc_timestamp_ms":{time_ms},"net":{{"rx_bytes_count":{received},"tx_bytes_count":0}},'
                f'"block":{{"read_bytes":0,"write_bytes":4000}}}}\n')

    def test_two_lines_of_firecracker(self):
        file = DATA / "firecracker-metrics" / "firecracker-1.17-two-lines"
        self.assertEqual(self.prints(file), ["the time before this line is unknown", "60.000 s, guest received 0.0 bytes/s, "
                                             "sent 0.0 bytes/s, read 0.0 bytes/s, wrote 0.0 bytes/s"])

    def test_increments_are_over_the_time_between_two_lines(self):
        file = self.file("metrics", self.line(1000, 999) + self.line(3000, 1000) + self.line(2000, 1) + self.line(4000, 3))
        unknown = "the time before this line is unknown"
        self.assertEqual(self.prints(file), [
            unknown, "2.000 s, guest received 500.0 bytes/s, sent 0.0 bytes/s, read 0.0 bytes/s, wrote 2000.0 bytes/s",
            unknown, "2.000 s, guest received 1.5 bytes/s, sent 0.0 bytes/s, read 0.0 bytes/s, wrote 2000.0 bytes/s"])

    def test_a_bad_line(self):
        file = self.file("metrics", self.line(1000, 1) + "oops\n" + self.line(3000, 1) + self.line(4000, 1)[:30])
        done = self.start(file)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.decode().splitlines(), 2 * ["the time before this line is unknown"])
        self.assertEqual(done.stderr.decode(), f"{file}: {MALFORMED}\n{file}: {TRUNCATED}\n")
        self.no_such_file("/nowhere")


class Killed(Program):
    name = "killed"

    def test_kills_of_linux_6_1(self):
        lines = self.prints(DATA / "kmsg" / "linux-6.1-x86_64")
        self.assertEqual(len(lines), 8)
        self.assertEqual(lines[0], "python3 (98) was killed, at the limit of a cgroup, with 8380416 bytes of anonymous memory")
        self.assertEqual(lines[1][:31], ",pid=1,uid=0 (100) was killed, ")
        self.assertEqual(lines[3][:23], "new?line\\t? (105) was k")

    def test_a_line_that_was_cut(self):
        file = self.file("log", "Out of memory: Killed process 4 (a) total-vm:9kB\nKilled process 4")
        self.assertEqual(self.fails(file), f"{file}: {MALFORMED}\n{file}: {TRUNCATED}\n")
        self.no_such_file("/nowhere")


class Numbers(Program):
    name = "numbers"

    def test_each_shape(self):
        for name, text, wanted in (
                ("memory.numa_stat", "anon N0=4096 N1=0\nfile N0=1 N1=2\n",
                 ["anon.N0 4096", "anon.N1 0", "file.N0 1", "file.N1 2"]),
                # Version 1, with what a vendor has added.
                ("memory.numa_stat", "total=587104 N0=587104 N1=0\nvendor=x y\n",
                 ["total 587104", "total.N0 587104", "total.N1 0", "vendor x", "vendor y"]),
                ("rdma.current", "mlx5_0 hca_handle=2 hca_object=max\n", ["mlx5_0.hca_handle 2", "mlx5_0.hca_object max"]),
                ("misc.events", "sev.max 0\nsev_es.max 7\n", ["sev.max 0", "sev_es.max 7"]),
                ("hugetlb.2MB.events", "max 5\n", ["max 5"]), ("hugetlb.1GB.max", "max\n", ["max"]),
                ("hugetlb.2MB.current", "2097152\n", ["2097152"]), ("vmstat", "nr_free_pages 1\n", ["nr_free_pages 1"]),
                ("big", "a 18446744073709551615\n", ["a 18446744073709551615"])):
            with self.subTest(name=name, text=text):
                self.assertEqual(self.prints(self.file(name, text)), [f"{name} {line}" for line in wanted])

    def test_what_cannot_be_read_is_said(self):
        file = self.file("cut", "a 1\nb 2")
        done = self.start("/nowhere", file)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, b"cut a 1\n")
        self.assertEqual(done.stderr.decode().splitlines(),
                         ["/nowhere: No such file or directory", f"{file}: {TRUNCATED}"])


class QemuStats(Program):
    name = "qemu_stats"

    def test_each_number_of_each_virtual_cpu(self):
        sample = DATA / "qemu-stats" / "qemu-7.2-vcpu"
        wanted = [f"{number} {counter['name']} {counter['value']}"
                  for number, cpu in enumerate(json.loads(sample.read_text())["return"]) for counter in cpu["stats"]
                  if type(counter["value"]) is int]
        self.assertIn("0 exits 6691", wanted)
        self.assertIn("1 halt_wait_ns 44976684833", wanted)
        self.assertEqual(self.prints(sample), wanted)
        self.assertIn("0 remote_tlb_flush_requests 8", self.prints(DATA / "qemu-stats" / "qemu-7.2-vm"))

    def test_an_answer_that_was_cut(self):
        text = (DATA / "qemu-stats" / "qemu-7.2-vcpu").read_bytes()
        file = self.file("cut", text[:3000])
        self.assertEqual(self.fails(file), f"{file}: {TRUNCATED}\n")
        self.assertIn("usage", self.fails(status=2))
        self.no_such_file("/nowhere")


class Domstats(Program):
    name = "domstats"

    def test_the_numbers_that_begin_so(self):
        sample = DATA / "libvirt-domstats" / "libvirt-9.0-qemu-7.2"
        self.assertEqual(self.prints(sample, "vcpu.0.", "block.0.wr."), [
            "vm-one vcpu.0.state 1", "vm-one vcpu.0.time 3250000000", "vm-one vcpu.0.wait 0",
            "vm-one vcpu.0.delay 11859295267", "vm-one block.0.wr.reqs 3", "vm-one block.0.wr.bytes 2621440",
            "vm-one block.0.wr.times 2812265"])
        self.assertEqual(self.prints(sample, "block.0.path"), [])

    def test_what_cannot_be_read_is_said(self):
        file = self.file("cut", "Domain: 'a'\n  vcpu.0.time=1\nDomain: 'b'\n  vcpu.0.time=2")
        done = self.start(file, "vcpu.")
        self.assertEqual((done.returncode, done.stdout, done.stderr.decode()), (1, b"a vcpu.0.time 1\n", f"{file}: {TRUNCATED}\n"))
        self.assertIn("usage", self.fails(status=2))
        self.no_such_file("/nowhere", "vcpu.")


class CgroupOf(Program):
    name = "cgroup_of"

    def test_every_hierarchy_of_this_process(self):
        pid = os.getpid()
        rows = [line.split(":", 2) for line in pathlib.Path("/proc/self/cgroup").read_text().splitlines()]
        found = 0
        for _, controllers, path in rows:
            for controller in controllers.split(","):
                done = self.start(pid, *filter(None, [controller]))
                if done.returncode == 0:
                    found += 1
                    directory = pathlib.Path(done.stdout.decode().rstrip("\n"))
                    processes = (directory / "cgroup.procs").read_text().split()
                    self.assertIn(str(pid), processes)
                else:
                    self.assertRegex(done.stderr, rb"^cgroup_of: no mount here shows the cgroup of \d+\n$")
        print(f"{found} of {len(rows)} hierarchies are mounted here")

    def test_errors(self):
        self.assertIn("usage", self.fails(status=2))
        self.assertEqual(self.fails("nobody"), "/proc/nobody/cgroup: No such file or directory\n")


if __name__ == "__main__":
    if not (BUILT / "meminfo").exists():
        sys.exit(f"{BUILT}/meminfo: not found; set VMMETRICS_EXAMPLES")
    unittest.main(verbosity=2)
