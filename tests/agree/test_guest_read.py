# SPDX-License-Identifier: MIT
"""vmmetrics-guest: where it reads (another root, chosen records, file systems that hang, processes that are hidden), and
when (a machine or a clock that was stopped, restored or set)."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import unittest

from programs import GUEST, TOOLS, Test, lines, load, main, needs_namespace, run, tool

FILES = ["stat", "meminfo", "vmstat", "loadavg", "uptime", "diskstats", "net/dev", "net/tcp", "net/tcp6", "net/udp",
         "net/udp6", "pressure/cpu", "pressure/memory", "pressure/io", "pressure/irq", "sys/kernel/hostname",
         "sys/kernel/random/boot_id"]
# All that vmmetrics-two-tier reads of a guest's line.
TWO_TIER = ("cpu_usage.busy_gopsutil_ratio,cpu_usage.steal_ratio,memory_usage.available_bytes,"
            "memory_usage.used_procps4_without_balloon_bytes,net.name,net_usage.rx_bytes_per_second,"
            "net_usage.tx_bytes_per_second,net_usage.rx_packets_per_second,net_usage.tx_packets_per_second,"
            "disk.name,disk_usage.read_bytes_per_second,disk_usage.write_bytes_per_second")
TWO_TIER_PROGRAM = os.environ.get("VMMETRICS_TWO_TIER", "vmmetrics-two-tier")
NET_HEAD = "Inter-|   Receive |  Transmit\n face |bytes packets|bytes\n"
IN_NAMESPACE = ["unshare", "--mount", "--net", "--map-root-user"]


def net_row(name, received):
    # As wide as ever, so that a file can be written over in place.
    return "%6s: %016d 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n" % (name, received)


def disk_row(major, minor, name, reads):
    return "%4d %7d %s %d 0 8 1 1 0 8 1 0 1 1 0 0 0 0 0 0\n" % (major, minor, name, reads)


class Rooted(Test):
    """Tests with a folder that is the / of another machine."""

    def write(self, name, text):
        path = self.folder / "root" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # In place, as the kernel does: a descriptor stays open.
        with open(path, "r+b" if path.exists() else "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
            file.truncate()
        return path

    def copy(self, processes=0):
        """The root becomes a copy of this machine's files. Returns it."""
        for name in FILES:
            if os.path.exists("/proc/" + name):
                try:
                    with open("/proc/" + name, "rb") as file:
                        self.write("proc/" + name, file.read())
                except OSError:
                    pass
        for number in range(1, processes + 1):
            self.write(f"proc/{number}/stat", f"{number} (one) S 1 1 1" + " 0" * 13 + " 2" + " 0" * 32 + "\n")
        for index, name in socket.if_nameindex():
            self.write(f"sys/class/net/{name}/ifindex", f"{index}\n")
        return self.folder / "root"

    def line(self, *options, messages=0):
        done = run(GUEST, "--no-wait", *options)
        self.assertEqual((done.returncode, done.stderr.count(b"\n")), (0, messages), done.stderr)
        return lines(done.stdout)[0]

    def run_with(self, command, steps, environment=None):
        """Runs a program that prints lines, and calls each of `steps` after its line. Returns the lines."""
        found = []
        with subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, env=environment) as program:
            while len(found) < max(steps) + 1:
                text = program.stdout.readline()
                if not text:
                    break
                found.append(load(text[:-1]))
                steps.get(len(found) - 1, lambda _: None)(program)
            program.kill()
        return found


class Root(Rooted):
    @needs_namespace
    def test_a_root_gives_the_numbers_of_the_live_machine(self):
        root = self.copy(processes=3)
        found = self.line("--root", root, "--full", "--per-cpu")
        # The same files as this machine's own.
        live = run("unshare", "--mount", "--map-root-user", "sh", "-c", f'mount --bind "{root}/proc" /proc && exec "$@"',
                   "sh", GUEST, "--no-wait", "--full", "--per-cpu")
        expected, = lines(live.stdout)
        for line in (found, expected):
            for key in ("ts", "disk_used"):
                del line[key]
            for name in ("filesystem", "filesystem_usage"):
                del line["records"][name]
        self.assertEqual(found["records"]["processes"]["threads"], 6)
        self.assertGreater(len(found["records"]["net"]), 0)
        for row in found["records"]["net"]:
            self.assertEqual(row["ifindex"], socket.if_nametoindex(row["name"]))
        self.assertEqual({**found, "disk_total": 0}, {**expected, "disk_total": 0})
        apart = self.line("--proc", root / "proc", "--sys", root / "sys", "--full", "--per-cpu")
        self.assertEqual({**apart["records"], "filesystem": 0, "filesystem_usage": 0},
                         {**found["records"], "filesystem": 0, "filesystem_usage": 0})

    def test_slashes_and_the_own_root(self):
        self.copy()
        wanted = self.line("--root", self.folder / "root")["mem_total"]
        self.assertEqual(self.line("--root", f"{self.folder}/root///")["mem_total"], wanted)
        self.write("proc/meminfo", "MemTotal: 4 kB\n")
        self.assertEqual(self.line("--root", self.folder / "root")["mem_total"], 4096)
        self.assertEqual(self.line("--root", "/", "--proc", "/proc/")["mem_total"], wanted)

    def test_a_path_and_its_links_are_below_the_root(self):
        root = self.copy()
        (root / "data").mkdir()
        (root / "link").symlink_to("/data")
        space = os.statvfs(root)
        for path in ("/data", "/link", "/link/../link"):
            self.assertEqual(self.line("--root", root, "--path", path)["disk_total"], space.f_blocks * space.f_frsize)
        # There is one on this machine, but not below the root.
        self.assertIsNone(self.line("--root", root, "--path", "/usr", messages=1)["disk_total"])

    def test_the_first_process_has_the_namespaces_of_the_root(self):
        self.copy()
        self.write("proc/net/dev", NET_HEAD + net_row("mine", 1))
        self.write("proc/1/net/dev", NET_HEAD + net_row("its", 2))
        self.write("proc/1/mountinfo", "1 0 8:1 / / rw - ext4 /dev/vda rw\n2 1 8:2 / /data rw - xfs /dev/vdb rw\n")
        (self.folder / "root" / "data").mkdir()
        row, = self.line("--root", self.folder / "root", "--records", "net")["records"]["net"]
        self.assertEqual((row["name"], row["rx_bytes"], row["ifindex"]), ("its", 2, None))
        # This machine's own /sys has other interfaces.
        self.write("proc/1/net/dev", NET_HEAD + net_row("lo", 3))
        for options, index in ((["--root", self.folder / "root"], socket.if_nametoindex("lo")),
                               (["--proc", self.folder / "root" / "proc"], None)):
            self.assertEqual(self.line(*options, "--records", "net")["records"]["net"][0]["ifindex"], index)
        text = run(GUEST, "--root", self.folder / "root", "--path", "/data", "--format", "prometheus").stdout.decode()
        self.assertIn('node_filesystem_size_bytes{device="/dev/vdb",mountpoint="/data",fstype="xfs"} ', text)

    def test_the_name_is_that_of_the_root(self):
        self.copy()
        self.write("proc/sys/kernel/hostname", "other-machine\n")
        done = run(GUEST, "--root", self.folder / "root", "--format", "otel")
        self.assertIn('{"key":"host.name","value":{"stringValue":"other-machine"}}', done.stdout.decode())

    def test_what_is_no_file_of_a_kernel_costs_no_time_and_no_memory(self):
        root = self.copy()
        os.unlink(root / "proc/stat")
        os.mkfifo(root / "proc/stat")
        os.unlink(root / "proc/meminfo")
        os.symlink("/dev/zero", root / "proc/meminfo")
        began = time.monotonic()
        # An empty file is nothing to complain of.
        line = self.line("--root", root, messages=1)
        self.assertLess(time.monotonic() - began, 20)
        self.assertEqual((line["cpu"], line["mem_total"]), (None, None))

    def test_usage(self):
        for words in (["--root", ""], ["--proc", "x" * 400], ["--root"]):
            self.assertEqual(run(GUEST, *words).returncode, 2)


def stat_text(total, **cpus):
    """/proc/stat, of ticks (user, idle, steal) of all CPUs and of each."""
    return "".join("%-4s %d 0 0 %d 0 0 0 %d 0 0\n" % (name, *ticks)
                   for name, ticks in {"cpu": total, **cpus}.items()) + "intr 0\nctxt 7\n"


class Cpus(Rooted):
    """The CPU usage of the machine is that of its CPUs, which the total row may not tell."""

    HOURS, MONTHS = 3600 * 100, 60 * 24 * 3600 * 100

    def moments(self, texts, *options, ends=None):
        """The line of each text that proc/stat has in turn. A format of several lines has at most `ends` of them."""
        self.copy(processes=1)
        self.write("proc/stat", texts[0])
        steps = {number: lambda _, text=text: self.write("proc/stat", text) for number, text in enumerate(texts[1:])}
        command = [GUEST, "--no-wait", "--interval", "0.5", "--proc", self.folder / "root/proc", *options]
        return self.run_with(command, {**steps, ends or len(texts) - 1: lambda _: None})

    # Two CPUs are busy. cpu1 goes offline, and the total row gains hours of idle; it comes back, and the hours are gone.
    OFFLINE = [stat_text((300, 9000, 0), cpu0=(100, 3000, 0), cpu1=(100, 3000, 0), cpu2=(100, 3000, 0)),
               stat_text((380, 9000 + 10 * HOURS, 0), cpu0=(140, 3000, 0), cpu2=(140, 3000, 0)),
               stat_text((460, 9000, 0), cpu0=(180, 3000, 0), cpu1=(100, 3000, 0), cpu2=(180, 3000, 0)),
               stat_text((510, 9070, 0), cpu0=(220, 3000, 0), cpu1=(100, 3040, 0), cpu2=(190, 3030, 0))]

    def test_a_cpu_that_goes_offline_leaves_the_others_busy(self):
        found = self.moments(self.OFFLINE, "--per-cpu", "--records", "cpu_usage")
        self.assertEqual([line["cpu"] for line in found], [None, 100, 100, 41.67])
        self.assertEqual([[cpu["cpu"] for cpu in line["cpus"]] for line in found],
                         [[None, None, None], [100, 100], [100, None, 100], [100, 0, 25]])
        machine = [line["records"]["cpu_usage"][0] for line in found]
        self.assertEqual([(one["id"], one["busy_gopsutil_ratio"], one["cpus"], one["cpus_left_out"]) for one in machine],
                         [(None, None, None, None), (None, 1, 2, 0), (None, 1, 2, 1), (None, 0.416667, 3, 0)])

    def test_the_formats_have_the_usage_of_the_cpus(self):
        found = self.moments(self.OFFLINE[:2], "--count", "2", "--format", "cloudwatch", ends=1000)
        self.assertEqual([line["cpu_usage_active"] for line in found if line.get("cpu_usage_active")], [100])

    def test_stolen_time_that_jumps_is_not_busy(self):
        # Both CPUs are idle, and gain months of stolen time after a migration; later one of them does again.
        found = self.moments([
            stat_text((20, 6000, 0), cpu0=(10, 3000, 0), cpu1=(10, 3000, 0)),
            stat_text((20, 6080, 2 * self.MONTHS), cpu0=(10, 3040, self.MONTHS), cpu1=(10, 3040, self.MONTHS)),
            stat_text((20, 6160, 2 * self.MONTHS), cpu0=(10, 3080, self.MONTHS), cpu1=(10, 3080, self.MONTHS)),
            stat_text((20, 6240, 3 * self.MONTHS), cpu0=(10, 3120, self.MONTHS), cpu1=(10, 3120, 2 * self.MONTHS)),
        ], "--per-cpu")
        self.assertEqual([line["cpu"] for line in found], [None, None, 0, 0])
        self.assertEqual([[cpu["cpu"] for cpu in line["cpus"]] for line in found],
                         [[None, None], [None, None], [0, 0], [0, None]])

    def test_usually_the_total_row_says_the_same(self):
        for growths in ([(40, 2, 1)], [(1, 40, 0), (33, 7, 5)], [(number % 7, 50 - number % 11, number % 3)
                                                               for number in range(64)]):
            before = {f"cpu{number}": (1000 + number, 7000, 90) for number in range(len(growths))}
            after = {name: tuple(map(sum, zip(ticks, growth)))
                     for (name, ticks), growth in zip(before.items(), growths)}
            found = self.moments([stat_text(tuple(map(sum, zip(*cpus.values()))), **cpus) for cpus in (before, after)])
            user, idle, steal = map(sum, zip(*growths))
            self.assertEqual(found[1]["cpu"], round(100 * (user + steal) / (user + idle + steal), 2))


class Files(Rooted):
    """Files that are wrong or unusual cost no more than they must."""

    def test_uptime_with_one_decimal(self):
        root = self.copy()
        self.write("proc/uptime", "41.0 41.0\n")
        done = run(GUEST, "--no-wait", "--interval", "0", "--count", "3", "--root", root, "--records", "system")
        self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
        for line in lines(done.stdout):
            system = line["records"]["system"]
            self.assertEqual((system["uptime_hundredths"], system["idle_hundredths"]), (None, None))
            self.assertIsNotNone(system["load1_hundredths"])

    def test_cpus_are_counted_by_their_numbers(self):
        root = self.copy()
        row = " 1 1 1 1 1 1 1 1 1 1\n"
        for names, count in ((["cpu ", "cpu ", "cpu0", "cpu1"], 2), (["cpu ", "cpu0", "cpu0"], 1),
                             (["cpu ", "cpu2", "cpu0", "cpu2", "cpu1"], 3), (["cpu0", "cpu1"], 2), (["cpu "], None)):
            self.write("proc/stat", "".join(name + row for name in names))
            line, = lines(run(GUEST, "--root", root, "--format", "otel").stdout)
            found = [point["asInt"] for metric in line["resourceMetrics"][0]["scopeMetrics"][0]["metrics"]
                     if metric["name"] == "system.cpu.logical.count" for point in metric["sum"]["dataPoints"]]
            self.assertEqual(found, [] if count is None else [str(count)], names)

    def test_a_device_with_a_slash(self):
        self.copy()
        self.write("proc/diskstats", disk_row(104, 0, "cciss/c0d0", 7))
        row, = self.line("--root", self.folder / "root", "--records", "disk.reads")["records"]["disk"]
        self.assertEqual((row["name"], row["reads"]), ("cciss/c0d0", 7))

    @unittest.skipUnless(shutil.which("ip"), "there is no ip here")
    @needs_namespace
    def test_an_interface_that_gets_another_name(self):
        script = ("ip tuntap add t0 mode tap && ip tuntap add t1 mode tap || exit 77\n"
                  '"$@" & sleep 0.7\nip link set t0 name t9; ip link set t1 name t0; ip link set t9 name t1\nwait')
        done = run(*IN_NAMESPACE, "sh", "-c", script, "sh", GUEST, "--no-wait", "--interval", "0.5", "--count", "4",
                   "--records", "net_usage.rx_bytes_per_second")
        if done.returncode == 77:
            self.skipTest("no interface can be made here")
        rows = [{row["name"]: row for row in line["records"]["net_usage"]} for line in lines(done.stdout)]
        before, after = rows[1], rows[3]
        self.assertEqual((after["t0"]["ifindex"], after["t1"]["ifindex"]),
                         (before["t1"]["ifindex"], before["t0"]["ifindex"]))
        # The index tells which is which, so that all is known at the change too.
        self.assertEqual([row["t0"]["rx_bytes_per_second"] for row in rows], [None, 0, 0, 0])

    @unittest.skipUnless(shutil.which("setpriv") and os.getuid() == 0, "needs root and setpriv")
    def test_hidden_processes_are_not_counted(self):
        script = 'mount -t proc -o hidepid=2 proc /proc || exit 77; sleep 9 & "$@"'
        command = ["unshare", "--mount", "--pid", "--fork", "sh", "-c", script, "sh"]
        user = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
        ask = [shutil.which(GUEST), "--no-wait", "--records", "processes", "--interval", "0", "--count", "2"]
        for who, known in ((user, False), ([], True)):
            done = run(*command, *who, *ask)
            if done.returncode != 0:
                self.skipTest("no /proc can be mounted here")
            for line in lines(done.stdout):
                values = line["records"]["processes"]
                if known:
                    self.assertGreaterEqual(values["total"], 3)
                    self.assertEqual(values["sleeping"] + values["running"], values["total"])
                else:
                    self.assertEqual(set(values.values()), {None})
            self.assertEqual(done.stderr.count(b"hidepid"), 0 if known else 1, done.stderr)


class Records(Rooted):
    def test_only_the_chosen_records(self):
        line = self.line("--records", "system,cpu_usage,processes")
        self.assertEqual(list(line["records"]), ["cpu_usage", "system", "processes"])
        whole = self.line("--full")["records"]
        self.assertEqual(list(line["records"]["system"]), list(whole["system"]))
        self.assertEqual(list(self.line("--records", "system", "--records=stat")["records"]), ["stat", "system"])

    def test_members_come_with_the_identity(self):
        records = self.line("--records", "stat.ctxt,disk_usage.reads_per_second,vmstat.pgfault,vmstat.pswpin_pages")["records"]
        self.assertEqual(list(records["stat"]), ["ctxt"])
        self.assertEqual(sorted(records["vmstat"]), ["pgfault", "pswpin_pages"])
        for row in records["disk_usage"]:
            self.assertEqual(list(row), ["major", "minor", "name", "reads_per_second"])

    def test_wrong_names(self):
        for words in ("nosuch", "", "cpu,", "cpu.nosuch", "processes.running", "cpu_usag", "stat.ctxt,x"):
            done = run(GUEST, "--records", words)
            self.assertEqual((done.returncode, done.stdout), (2, b""), words)
            self.assertIn(b"no such record", done.stderr)

    @unittest.skipUnless(shutil.which("strace"), "there is no strace here")
    def test_files_of_other_records_are_not_opened(self):
        trace = self.folder / "trace"
        run("strace", "-q", "-o", trace, "-e", "trace=openat,open", GUEST, "--no-wait", "--records", "system,cpu.user_ticks")
        opened = set(re.findall(r'"/(?:proc|sys)/([^"]+)"', trace.read_text()))
        # Of its own process only what it needs to know whether / may hang, and a sanitizer for itself.
        self.assertEqual({name for name in opened if not name.startswith("self/")}, {"stat", "meminfo", "loadavg", "uptime"})

    def test_a_line_for_two_tier_is_short(self):
        root = self.copy()
        self.write("proc/net/dev", NET_HEAD + net_row("lo", 10 ** 15) + net_row("eth0", 10 ** 15))
        self.write("proc/diskstats", disk_row(254, 0, "vda", 10 ** 15))
        done = run(GUEST, "--root", root, "--records", TWO_TIER)
        self.assertEqual(done.stderr, b"")
        self.assertLess(len(done.stdout), 2048)
        records = lines(done.stdout)[0]["records"]
        self.assertEqual([row["name"] for row in records["net_usage"]], ["lo", "eth0"])
        self.assertEqual(records["disk_usage"][0]["read_bytes_per_second"], 0)
        full, told = run(GUEST, "--root", root, "--full"), []
        for line in (done.stdout, full.stdout):
            pair = json.dumps({**lines(line)[0], "ts": "2026-11-30T00:00:00Z", "mem_used": 1, "disk_used": 1}) + "\n"
            host = self.file("host", '{"time_ms":1796000000000,"rss":4096,"hugetlb":0}\n')
            told.append(json.loads(tool(TWO_TIER_PROGRAM, "--guest", self.file("line", pair), "--host", host,
                                        "--stale", "1000000")))
        self.assertEqual(told[0], told[1])
        self.assertEqual(told[0]["network"]["guest_in_bytes"], 0)
        self.assertEqual(told[0]["disk"]["guest_written_bytes"], 0)
        self.assertIsNotNone(told[0]["memory"]["guest_available"])


# A file system whose server never answers: /dev/fuse is opened and not read. After some seconds it is gone.
HANG = """
import ctypes, os, subprocess, sys, time
folder, seconds, command = os.fsencode(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
libc = ctypes.CDLL(None)
fuse = os.open("/dev/fuse", os.O_RDWR)
if libc.mount(b"hang", folder, b"fuse", 0, b"fd=%d,rootmode=40000,user_id=0,group_id=0" % fuse):
    sys.exit(77)
program = subprocess.Popen(command)
time.sleep(seconds)
libc.umount2(folder, 2)
os.close(fuse)
sys.exit(program.wait())
"""


class Hang(Rooted):
    @unittest.skipUnless(os.path.exists("/dev/fuse") and os.getuid() == 0, "needs root and /dev/fuse")
    def test_a_file_system_that_does_not_answer_costs_its_own_numbers_only(self):
        for name in ("hang", "good"):
            (self.folder / name).mkdir()
        command = [GUEST, "--no-wait", "--interval", "0.5", "--count", "8", "--path", self.folder / "good", "--path",
                   self.folder / "hang", "--path", "/"]
        began = time.monotonic()
        done = run("unshare", "--mount", sys.executable, "-c", HANG, self.folder / "hang", "1.8", *command)
        if done.returncode == 77:
            self.skipTest("no file system can be mounted here")
        self.assertEqual((done.returncode, done.stderr.decode()),
                         (0, f"vmmetrics-guest: {self.folder}/hang: the file system does not answer\n"))
        self.assertLess(time.monotonic() - began, 30)
        found = [[disk["total"] for disk in line["disks"]] for line in lines(done.stdout)]
        self.assertEqual([row[1] for row in found[:3]], [None] * 3)
        # It is asked again when it has answered.
        self.assertIsNotNone(found[-1][1])
        for row in found:
            self.assertGreater(row[0], 0)
            self.assertGreater(row[2], 0)

    @unittest.skipUnless(shutil.which("strace"), "there is no strace here")
    def test_the_process_that_asks_ends_with_the_program(self):
        (self.folder / "good").mkdir()
        trace = self.folder / "trace"
        done = run("strace", "-f", "-q", "-o", trace, "-e", "trace=none", GUEST, "--no-wait", "--path", self.folder / "good")
        if b"ptrace" in done.stderr:
            self.skipTest("strace may not trace here")
        self.assertEqual(len(re.findall(r"\+\+\+ (?:exited|killed)", trace.read_text())), 2)

    @unittest.skipUnless(shutil.which("strace"), "there is no strace here")
    def test_mountinfo_is_read_once_a_sample(self):
        counts = []
        for number in (1, 40):
            paths = []
            for index in range(number):
                (self.folder / str(index)).mkdir(exist_ok=True)
                paths += ["--path", self.folder / str(index)]
            trace = self.folder / "trace"
            done = run("strace", "-f", "-q", "-o", trace, "-P", "/proc/self/mountinfo", "-e", "trace=openat,open,pread64,read",
                       GUEST, "--format", "prometheus", *paths)
            if b"ptrace" in done.stderr:
                self.skipTest("strace may not trace here")
            counts.append(trace.read_text().count("mountinfo"))
        self.assertGreater(counts[0], 0)
        self.assertEqual(counts[0], counts[1])


# The clocks of a program, moved by what is in a file: seconds of CLOCK_MONOTONIC, CLOCK_BOOTTIME and CLOCK_REALTIME.
CLOCKS = """
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
int clock_gettime(clockid_t clock, struct timespec *time)
{
    double by[3] = {0, 0, 0};
    FILE *file = fopen(getenv("CLOCKS"), "r");
    int at = clock == CLOCK_MONOTONIC ? 0 : clock == CLOCK_BOOTTIME ? 1 : 2;

    if (file != NULL) {
        if (fscanf(file, "%lf %lf %lf", &by[0], &by[1], &by[2]) != 3)
            by[0] = by[1] = by[2] = 0;
        fclose(file);
    }
    if (syscall(SYS_clock_gettime, clock, time) != 0)
        return -1;
    time->tv_sec += (time_t)by[at];
    return 0;
}
/* A message that is in a file comes once, from the port that the file begins with. */
ssize_t recvfrom(int fd, void *restrict to, size_t size, int flags, struct sockaddr *restrict from, socklen_t *restrict bytes)
{
    const char *path = getenv("MESSAGE");
    FILE *file = path == NULL ? NULL : fopen(path, "r");
    size_t length;

    if (file == NULL)
        return syscall(SYS_recvfrom, fd, to, size, flags, from, bytes);
    memset(from, 0, *bytes);
    ((unsigned *)from)[1] = fgetc(file) - '0';
    length = fread(to, 1, size, file);
    fclose(file);
    unlink(path);
    return length;
}
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *until, struct timespec *left)
{
    const struct timespec step = {0, 5000000};
    struct timespec now;

    (void)flags, (void)left;
    for (;;) {
        clock_gettime(clock, &now);
        if (now.tv_sec > until->tv_sec || (now.tv_sec == until->tv_sec && now.tv_nsec >= until->tv_nsec))
            return 0;
        nanosleep(&step, NULL);
    }
}
"""


class Moments(Rooted):
    """No line is about a moment, and what happened to the clocks is said."""

    # When a sample was taken stands in it, since a line may be read late.
    WHEN = ["--interval", "0.5", "--records", "system.uptime_hundredths"]

    def check_pauses(self, found):
        times = [line["records"]["system"]["uptime_hundredths"] for line in found]
        for one, other in zip(times, times[1:]):
            self.assertGreaterEqual(other - one, 22, times)

    def test_a_program_that_was_stopped(self):
        def stop(program):
            program.send_signal(19)
            time.sleep(2.6)
            program.send_signal(18)
        found = self.run_with([GUEST, "--no-wait", *self.WHEN], {1: stop, 5: lambda _: None})
        self.check_pauses(found)
        gaps = [line.get("gap_ms", 0) for line in found]
        self.assertTrue(1800 <= max(gaps) <= 4000, gaps)
        self.assertTrue(all("restored" not in line and "clock_step_ms" not in line for line in found), found)
        self.assertEqual(list(found[gaps.index(max(gaps))])[-2:], ["gap_ms", "records"])

    @unittest.skipUnless(shutil.which("strace"), "there is no strace here")
    def test_a_program_that_was_stopped_while_it_read(self):
        root, trace = self.copy(), self.folder / "trace"
        done = run("strace", "-q", "-r", "-o", trace, "-P", root / "proc/net/dev", "-e", "trace=pread64",
                   "-e", "inject=pread64:delay_enter=1700000:when=5", GUEST, "--no-wait", "--interval", "0.4", "--count",
                   "6", "--records", "net_usage", "--root", root)
        if b"ptrace" in done.stderr or not trace.exists():
            self.skipTest("strace may not trace here")
        times = [float(line.split()[0]) for line in trace.read_text().splitlines() if "pread64(" in line]
        # A reading has several calls, with nothing between them.
        pauses = [pause for pause in times[1:] if pause > 0.1]
        self.assertGreater(max(pauses), 1)
        self.assertGreaterEqual(min(pauses), 0.4 * 0.45, times)
        self.assertEqual(len(lines(done.stdout)), 6)

    def clocks(self, moved, **keywords):
        """Moves the clocks after the second line; returns the lines."""
        source, library, file = self.file("clocks.c", CLOCKS), self.folder / "clocks.so", self.folder / "clocks"
        built = run(*os.environ.get("VMMETRICS_CC", "cc").split(), "-shared", "-fPIC", "-o", library, source)
        if built.returncode != 0 or b"libasan" in tool("ldd", shutil.which(GUEST)).encode():
            self.skipTest("the clocks cannot be replaced")
        file.write_text("0 0 0\n")
        step = keywords.get("step", lambda: None)

        def move(_):
            step()
            (self.folder / "new").write_text("%s %s %s\n" % moved)
            os.replace(self.folder / "new", file)
        environment = {**TOOLS, "LD_PRELOAD": str(library), "CLOCKS": str(file), "MESSAGE": str(self.folder / "message")}
        command = [GUEST, "--no-wait", *keywords.get("options", self.WHEN)]
        found = self.run_with(command, {1: move, 4: lambda _: None}, environment)
        self.assertEqual(len(found), 5)
        if "options" not in keywords:
            # The sample that was due when the clocks moved comes at once.
            self.check_pauses(found[2:])
        return found

    def said(self, moved, **keywords):
        found = self.clocks(moved, **keywords)
        said = {key: line[key] for line in found for key in ("gap_ms", "clock_step_ms", "restored") if key in line}
        # On a busy machine a line is late by itself.
        return {key: value for key, value in said.items() if key != "gap_ms" or value > 2000}

    def test_a_machine_that_was_restored_with_its_clocks_set_forward(self):
        # As Firecracker does: all clocks have moved on by the pause.
        said = self.said((24, 24, 24))
        self.assertEqual(set(said), {"gap_ms"})
        self.assertTrue(23000 <= said["gap_ms"] <= 25000, said)

    def test_a_machine_that_slept(self):
        said = self.said((0, 10, 10))
        self.assertEqual(set(said), {"gap_ms"})
        self.assertTrue(9000 <= said["gap_ms"] <= 11000, said)

    def test_the_time_of_day_was_set(self):
        for seconds in (3600, -100):
            said = self.said((0, 0, seconds))
            self.assertEqual(set(said), {"clock_step_ms"})
            self.assertTrue(abs(said["clock_step_ms"] - seconds * 1000) < 100, said)

    def test_a_program_that_was_restored_on_another_machine(self):
        root = self.copy()
        said = self.said((5, 5, 5), options=["--interval", "0.5", "--root", root],
                         step=lambda: self.write("proc/sys/kernel/random/boot_id", "0" * 36 + "\n"))
        self.assertEqual(set(said), {"gap_ms", "restored"})
        self.assertIs(said["restored"], True)

    def test_a_machine_that_was_given_a_new_generation(self):
        # The kernel's message, one of a program that has no right to say so, and one about something else.
        for port, text, expected in (("0", b"NEW_VMGENID=1", {"restored": True}), ("7", b"NEW_VMGENID=1", {}),
                                     ("0", b"NEW_VMGENID=10", {}), ("0", b"X_NEW_VMGENID=1", {})):
            message = port.encode() + b"change@/devices/platform/QEMUVGID:00\0ACTION=change\0" + text + b"\0SEQNUM=9\0"
            self.assertEqual(self.said((0, 0, 0), step=lambda: self.file("message", message)), expected)

    def test_the_lines_of_other_platforms_are_as_ever(self):
        for name in ("vm0", "e2b"):
            for line in self.clocks((24, 24, 3600), options=["--interval", "0.5", "--format", name]):
                self.assertFalse({"gap_ms", "clock_step_ms"} & set(line), line)

    def points(self, line, metric):
        found = [one for one in line["resourceMetrics"][0]["scopeMetrics"][0]["metrics"] if one["name"] == metric]
        return [(int(point["startTimeUnixNano"]), int(point["timeUnixNano"]))
                for one in found for point in one["sum"]["dataPoints"]]

    def test_a_start_does_not_move_with_the_time_of_day(self):
        found = self.clocks((0, 0, 7200), options=["--interval", "0.5", "--format", "otel"])
        starts = {start for line in found for metric in ("system.network.io", "system.cpu.time")
                  for start, _ in self.points(line, metric)}
        self.assertEqual(len(starts), 1)
        with open("/proc/uptime") as file:
            self.assertAlmostEqual(starts.pop() / 1e9, time.time() - float(file.read().split()[0]), delta=2)

    def test_a_counter_that_began_anew_has_a_new_start(self):
        root = self.copy()
        self.write("proc/net/dev", NET_HEAD + net_row("eth0", 1000) + net_row("eth1", 1000))
        self.write("proc/uptime", "100.00 100.00\n")
        change = {1: lambda _: self.write("proc/net/dev", NET_HEAD + net_row("eth0", 5) + net_row("eth1", 1000)),
                  4: lambda _: None}
        found = self.run_with([GUEST, "--interval", "0.4", "--root", root, "--format", "otel"], change)
        points = [self.points(line, "system.network.io") for line in found]
        times = [of_line[0][1] for of_line in points]
        # The first two points are of the bytes that eth0 and eth1 received.
        first = [[start for start, _ in of_line[:2]] for of_line in points]
        boot = first[0][1]
        self.assertAlmostEqual(boot / 1e9, time.time() - 100, delta=30)
        self.assertEqual([start for _, start in first], [boot] * 5)
        self.assertEqual(first[0][0], boot)
        # From the line before the one that shows it, and then for good.
        self.assertEqual(len({start for start, _ in first}), 2)
        self.assertIn(first[4][0], times[1:3])


if __name__ == "__main__":
    main()
