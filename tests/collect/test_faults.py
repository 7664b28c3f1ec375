# SPDX-License-Identifier: MIT
"""The programs while single calls of the kernel fail: strace makes the n-th call of a kind fail with an error.

Whatever fails, a program goes on or says why it ends; it prints each number as without the fault, or null; and it reports
what it could not read, once, unless the error says that a thing has ended. VMMETRICS_FAULTS=0 tries each call, which takes
some minutes; otherwise every so many calls are tried."""

import collections
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

from tree import Tree
from whole_tree import guest_root, host_root

PROGRAMS = {name: os.environ.get(f"VMMETRICS_{name.upper()}", name) for name in ("replay", "host", "top", "guest", "two_tier")}
SECOND = 10**9
GONE = ("ENOENT", "ESRCH")
ERRORS = ("ENOMEM", "EMFILE", "EIO", "EINTR", "EACCES", *GONE)
CALLS = {"openat": ERRORS, "read": ERRORS, "pread64": ERRORS, "readlink,readlinkat": ERRORS, "getdents64": ERRORS,
         "statx,newfstatat,fstatfs,statfs": ERRORS, "socket": ("EMFILE", "EACCES"), "connect": ("ENOENT", "EACCES")}
# Which things there are, and where a number is from, may change with what cannot be read. Times change, and what other
# programs write to the disk.
LABELS = ("vcpus_from", "disk_from", "tap", "disk", "taps", "disks", "ts", "time_ms",
          "elapsed_ms", "gap_ms", "disk_used")
# Where the kernel cannot be asked for the interfaces, their list is read, which has no such number.
NOT_IN_THE_LIST = ".net_out_dropped_per_second"
# So many faults for each program, call and error; 0 is each call.
SAMPLES = int(os.environ.get("VMMETRICS_FAULTS", "1"))


HOLDER = """
import fcntl, os, struct, sys, time
tap = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
fcntl.ioctl(tap, 0x400454ca, struct.pack("16sH22x", sys.argv[1].encode(), 0x1002))
try:
    disk = os.open(sys.argv[2], os.O_RDWR)
except OSError:
    pass
print("ready", flush=True)
time.sleep(600)
"""


class Machine(Tree):
    """A virtual machine all counters of which grow evenly, so that its rates are the same over any time."""

    def at(self, seconds):
        """The machine at a time."""
        ms = round(seconds * 1000)
        threads = [(7, "qemu-system-x86", 50_000 * ms, 0), (8, "CPU 0/KVM", 400_000 * ms, 0), (9, "CPU 1/KVM", 300_000 * ms, 0)]
        self.process(7, ticks=75 * ms // 1000, threads=threads, cgroup="/vm", rchar=1, wchar=1, syscr=1, syscw=1,
                     read_bytes=4096 * ms, write_bytes=8192 * ms, cancelled_write_bytes=0)
        self.file("proc/7/status", f"Name:\tqemu-system-x86\nVmRSS:\t5000 kB\nThreads:\t3\nvoluntary_ctxt_switches:\t{ms}\n"
                  "nonvoluntary_ctxt_switches:\t0\n")
        self.descriptors(7, {3: "anon_inode:kvm-vm", 4: "anon_inode:kvm-vcpu:0", 5: "anon_inode:kvm-vcpu:1", 6: "tap:tap0",
                             7: "tap:tap1", 8: "/dev/sda", 9: "/dev/sdb", 10: "/dev/dm-0"})
        taps = {"tap0": (1000 + 10 * ms, 2000 + 20 * ms), "tap1": (7 * ms, 3 * ms)}
        self.interfaces("proc/7/net/dev", **taps)
        self.interface("tap0", *taps["tap0"])
        for name, number, below in (("sda", "8:0", ()), ("sdb", "8:16", ()), ("dm-0", "253:0", ("sda",))):
            self.disk(name, number, 2048 * ms, 4096 * ms, below=below)
        self.cgroup("/vm", cpu__stat=f"usage_usec {750 * ms}\nuser_usec 0\nsystem_usec 0\n", memory__current="5000000\n",
                    memory__stat="anon 1\nfile 2\ninactive_file 1000000\n", memory__max="9000000\n", cgroup__procs="7\n",
                    io__stat="".join(f"{number} rbytes={2048 * ms} wbytes={4096 * ms} rios={ms // 2} wios={ms} dbytes=0 dios=0\n"
                                     for number in ("8:0", "8:16")))
        for kind in ("cpu", "memory", "io"):
            line = f"avg10=0.00 avg60=0.00 avg300=0.00 total={10 * ms}\n"
            self.file(f"sys/fs/cgroup/vm/{kind}.pressure", f"some {line}full {line}")


def numbers_of(value, path=""):
    """All that is in a line, by its place."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from numbers_of(one, f"{path}.{key}")
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from numbers_of(one, f"{path}[{index}]")
    else:
        yield path, value


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if shutil.which("strace") is None:
            raise unittest.SkipTest("there is no strace")
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        done = subprocess.run(["strace", "-qq", "-e", "inject=openat:error=EIO:when=5000", "true"], capture_output=True, check=False)
        if done.returncode != 0:
            raise unittest.SkipTest("strace may not trace here")

    def replay(self, prefix, root):
        """The lines of four samples, and what went to standard error."""
        tree = Machine(root)
        tree.at(1)
        process = subprocess.Popen([*prefix, PROGRAMS["replay"], tree.root, "7"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        lines, messages = [], []
        try:
            for seconds in (1, 2, 3, 4):
                # The program opens the files of the first moment, which must not change meanwhile.
                if seconds != 1:
                    tree.at(seconds)
                process.stdin.write(f"{seconds * SECOND}\n")
                process.stdin.flush()
                while (line := process.stdout.readline()) and not line.startswith("{"):
                    messages.append(line)
                if not line:
                    break
                lines.append(json.loads(line))
        except BrokenPipeError:
            pass
        try:
            process.stdin.close()
        except BrokenPipeError:
            pass
        errors = process.stderr.read()
        process.stdout.close()
        process.stderr.close()
        process.wait(timeout=10)
        # It gives the whole list with each sample.
        return process.returncode, lines, errors + "".join(dict.fromkeys(messages))

    def program(self, *command):
        def run(prefix, root):
            done = subprocess.run([*prefix, *(str(word).replace("ROOT", str(root)) for word in command)], capture_output=True,
                                  text=True, check=False, timeout=10)
            return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr
        return run

    def exposition(self, *command):
        """Each series of Prometheus's text, as a member of a line. Without what changes by itself."""
        def run(prefix, root):
            done = subprocess.run([*prefix, *(str(word).replace("ROOT", str(root)) for word in command)], capture_output=True,
                                  text=True, check=False, timeout=10)
            series = [line.rpartition(" ") for line in done.stdout.splitlines() if not line.startswith("#")]
            return done.returncode, [{name.replace(".", "_"): float(value) for name, _, value in series if not
                                      re.match("process_(?!(open|max)_fds.*vm=)|node_time_|node_filesystem_|.*start_time", name)}], \
                done.stderr
        return run

    def otlp(self, *command):
        """Each point of OpenTelemetry's lines, by the name of its metric and its attributes."""
        def run(prefix, root):
            status, lines, errors = self.program(*command)(prefix, root)
            return status, [{(metric["name"] + json.dumps(point["attributes"])).replace(".", "_"): point.get("asInt", point.get("asDouble"))
                             for resource in line["resourceMetrics"] for metric in resource["scopeMetrics"][0]["metrics"]
                             for point in (metric.get("sum") or metric["gauge"])["dataPoints"]
                             if "filesystem.u" not in metric["name"] and "filesystem.limit" not in metric["name"] and
                             "process.uptime" != metric["name"]} for line in lines], errors
        return run

    def emf(self, *command):
        """Each number of CloudWatch's lines, by its dimensions and its name."""
        def run(prefix, root):
            status, lines, errors = self.program(*command)(prefix, root)
            found = {}
            for line in lines:
                directive = line["_aws"]["CloudWatchMetrics"][0]
                place = " ".join(line[name] for name in directive["Dimensions"][0] if name not in ("host", "device", "path", "fstype"))
                found.update({f"{place} {metric['Name']}".replace(".", "_"): line[metric["Name"]] for metric in directive["Metrics"]
                              if not metric["Name"].startswith("disk_")})
            return status, [found], errors
        return run

    def page(self, *command):
        """The numbers of a page for readers, as a set: which of them are there. Its messages are on the page."""
        def run(prefix, root):
            done = subprocess.run([*prefix, *(str(word).replace("ROOT", str(root)) for word in command)], capture_output=True,
                                  text=True, check=False, timeout=10)
            text = re.sub(r"\d\d:\d\d:\d\d", "", done.stdout)
            return done.returncode, [{word: word for word in re.findall(r"[\w.%]*\d[\w.%]*", text)}], done.stderr + text
        return run

    def count_calls(self, run, call, root):
        """How many calls there are, and how many of them the dynamic linker makes first."""
        log = self.folder / "log"
        run(["strace", "-f", "-qq", "-o", log, "-e", f"trace={call}"], root)
        lines = [line for line in log.read_text(errors="replace").splitlines() if "unfinished" not in line]
        return len(lines), 0

    def faults(self, run, root):
        for call, errors in CALLS.items():
            count, first = self.count_calls(run, call, root)
            for k, error in enumerate(errors):
                numbers = range(first + 1, count + 1)
                if SAMPLES:
                    step = max(1, len(numbers) // SAMPLES)
                    numbers = list(numbers)[(k * 7) % step::step]
                for number in numbers:
                    yield call, error, number

    def check(self, run, root):
        usual_status, usual, usual_errors = run([], root)
        self.assertEqual(usual_status, 0, usual_errors)
        is_page = usual_errors != ""
        wanted = [dict(numbers_of(line)) for line in usual]
        found = collections.Counter()
        problems = []
        for call, error, number in self.faults(run, root):
            inject = f"inject={call}:error={error}:when={number}"
            began = time.monotonic()
            try:
                status, lines, errors = run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject], root)
            except subprocess.TimeoutExpired:
                problems.append((inject, "hangs"))
                continue
            except json.JSONDecodeError as wrong:
                problems.append((inject, f"no JSON: {wrong}"))
                continue
            if time.monotonic() - began > 1:
                print(inject, f"{time.monotonic() - began:.1f} s", status, errors, file=sys.stderr)
            if "error while loading shared libraries" in errors or "cannot open shared object" in errors:
                continue
            found[call] += 1
            lost, wrong = [], []
            for line, right in zip(lines, wanted):
                seen = dict(numbers_of(line))
                for place, value in seen.items():
                    if "filesystem" in place or re.sub(r"\[\d+\]", "", place).split(".")[-1] in LABELS:
                        continue
                    if value is None and right.get(place) is not None:
                        lost += [place] if place != NOT_IN_THE_LIST else []
                    elif value is not None and value != right.get(place, "nothing"):
                        wrong.append((place, right.get(place), value))
                lost += [place for place in right if place not in seen]
            if wrong and error not in GONE:
                problems.append((inject, f"wrong: {wrong[:6]}", errors))
            if status not in (0, 1) or (status == 1 and not errors):
                problems.append((inject, f"status {status}", errors))
            # The input of the replay is read, too.
            is_cut = len(lines) < len(wanted) and not (call == "read" and run == self.replay)
            if (lost or is_cut) and error not in GONE and not errors:
                problems.append((inject, f"not a word of {lost[:5]}"))
            said = errors.splitlines()
            if len(set(said)) != len(said):
                problems.append((inject, "said twice", errors))
        print(dict(found), len(problems), file=sys.stderr)
        return problems

    def report(self, problems):
        self.assertEqual(problems, [], "\n".join(map(str, problems)))

    def tree(self, name):
        """A machine that does not change, and the machine that it runs on."""
        tree = Machine(self.folder / name)
        tree.at(5)
        tree.file("proc/stat", "".join(f"cpu{number} 100 0 200 3000 40 0 0 5 0 0\n" for number in ("", 0, 1)) + "intr 0\nctxt 7\n"
                  "btime 1700000000\nprocesses 9\nprocs_running 1\nprocs_blocked 0\n")
        tree.file("proc/meminfo", "MemTotal: 8000 kB\nMemFree: 3000 kB\nMemAvailable: 4000 kB\nBuffers: 1 kB\nCached: 5 kB\n"
                  "SwapTotal: 0 kB\nSwapFree: 0 kB\nSReclaimable: 1 kB\nSUnreclaim: 1 kB\n")
        tree.files("proc", uptime="500.00 900.00\n", loadavg="0.01 0.02 0.03 1/9 99\n", vmstat="pgfault 5\npgmajfault 1\n",
                   diskstats="8 0 sda 5 0 40 1 6 0 48 1 0 1 2 0 0 0 0 0 0\n")
        tree.interfaces("proc/1/net/dev", lo=(5, 5), eth0=(1000, 2000))
        tree.interface("eth0", 1000, 2000)
        for name in ("tcp", "tcp6", "udp", "udp6"):
            tree.file(f"proc/net/{name}", "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n")
        for name in ("cpu", "memory", "io"):
            tree.file(f"proc/pressure/{name}", "some avg10=0.00 avg60=0.00 avg300=0.00 total=5\n")
        tree.stat("proc/1/stat", 1, "init")
        return tree.root

    def test_collector(self):
        self.report(self.check(self.replay, self.folder / "replay"))

    def test_a_file_for_which_there_is_no_memory(self):
        """Only the numbers that need it are unknown, and the machine stays."""
        for name in ("proc/1/mountinfo", "proc/7/cgroup"):
            root = self.folder / name.replace("/", "-")
            status, lines, _ = self.replay(["strace", "-f", "-qq", "-o", "/dev/null", "-P", root / name, "-e", "trace=openat", "-e",
                                            "inject=openat:error=ENOMEM"], root)
            self.assertEqual((status, [line["cores"] for line in lines[1:]], [line["cgroup_memory"] for line in lines]),
                             (0, [0.75] * 3, [None] * 4), name)

    def test_host(self):
        for options in (["--pid", "7"], ["--all"]):
            run = self.program(PROGRAMS["host"], "--root", "ROOT", *options, "--interval", "0.02", "--count", "2")
            self.report(self.check(run, self.tree("host")))

    @unittest.skipUnless(os.geteuid() == 0 and os.access("/dev/net/tun", os.W_OK), "no TAP is to be had")
    def test_host_with_a_real_process(self):
        """One that sleeps and holds a TAP, a node of a disk and KVM; its cgroup is not its own, so it is a directory here."""
        tree = Machine(self.folder / "real")
        tree.at(5)
        os.mknod(self.folder / "node", 0o60600, os.makedev(7, 0))
        with subprocess.Popen([sys.executable, "-c", HOLDER, f"vmf{os.getpid() % 10**6}", self.folder / "node"],
                              stdout=subprocess.PIPE, text=True) as holder:
            try:
                self.assertEqual(holder.stdout.readline(), "ready\n")
                run = self.program(PROGRAMS["host"], "--pid", holder.pid, "--cgroup", tree.root / "sys/fs/cgroup/vm", "--interval",
                                   "0.02", "--count", "2")
                self.report(self.check(run, tree.root))
            finally:
                holder.kill()

    def test_guest(self):
        run = self.program(PROGRAMS["guest"], "--root", "ROOT", "--full", "--interval", "0.02", "--count", "2")
        self.report(self.check(run, self.tree("guest")))

    def test_guest_for_prometheus(self):
        """Each file that only this format reads costs its own numbers only."""
        run = self.exposition(PROGRAMS["guest"], "--root", "ROOT", "--format", "prometheus", "--interrupts")
        self.report(self.check(run, guest_root(self.folder / "whole_guest")))

    def test_host_for_prometheus(self):
        run = self.exposition(PROGRAMS["host"], "--root", "ROOT", "--pid", "7", "--interval", "0.02", "--format", "prometheus")
        self.report(self.check(run, host_root(self.folder / "whole_host")))

    def test_guest_for_opentelemetry_and_cloudwatch(self):
        root = guest_root(self.folder / "whole_guest")
        self.report(self.check(self.otlp(PROGRAMS["guest"], "--root", "ROOT", "--format", "otel", "--no-wait"), root))
        self.report(self.check(self.emf(PROGRAMS["guest"], "--root", "ROOT", "--format", "cloudwatch", "--no-wait"), root))

    def test_host_for_opentelemetry_and_cloudwatch(self):
        root = host_root(self.folder / "whole_host")
        options = ["--root", "ROOT", "--pid", "7", "--interval", "0.02", "--format"]
        self.report(self.check(self.otlp(PROGRAMS["host"], *options, "otel"), root))
        self.report(self.check(self.emf(PROGRAMS["host"], *options, "cloudwatch"), root))

    @unittest.skipUnless("VMMETRICS_TOP" in os.environ, "vmmetrics-top was not built")
    def test_top(self):
        run = self.page(PROGRAMS["top"], "--root", "ROOT", "--once", "--interval", "0.02")
        self.report(self.check(run, self.tree("top")))

    def test_two_tier(self):
        root = self.tree("two_tier")
        for name, words in (("guest", ["--full"]), ("host", ["--pid", "7"])):
            done = subprocess.run([PROGRAMS[name], "--root", root, *words, "--interval", "0.02", "--count", "3"], check=True,
                                  capture_output=True)
            (self.folder / f"{name}.lines").write_bytes(done.stdout)
        run = self.program(PROGRAMS["two_tier"], "--guest", self.folder / "guest.lines", "--host", self.folder / "host.lines")
        self.report(self.check(run, root))


if __name__ == "__main__":
    unittest.main(verbosity=2)
