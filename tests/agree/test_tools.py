# SPDX-License-Identifier: MIT
"""The helper programs beside this machine's own free, df and getconf, and beside /proc/meminfo itself.

Where a tool can be given a file that stands still, the numbers must be equal. Where not, the tool is run before and
after ours, which must lie between the two, give or take what may come and go in between; on a busy machine several
times."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import unittest

from programs import GUEST, PARSE, TOOLS, Test, lines, main, members, needs_namespace, run, samples, tool, with_files

MIB = 1 << 20
FREE = "total used free shared buffers cache available".split()
DF = "target,size,used,avail,pcent,itotal,iused,iavail,ipcent"


def needs(name):
    return unittest.skipUnless(shutil.which(name), f"{name} is not here")


def parse(*words):
    done = run(PARSE, *words)
    assert done.returncode == 0, done
    return lines(done.stdout)


def guest(*options):
    done = run(GUEST, *options)
    assert (done.returncode, done.stderr) == (0, b""), done
    return lines(done.stdout)[0]


def free_numbers(text):
    """What `free -b -w` prints, by our names. "Used" is what this version of free means by it."""
    memory = dict(zip(FREE, map(int, re.search(r"^Mem:(.*)", text, re.M)[1].split())))
    swap = dict(zip(["total", "used", "free"], map(int, re.search(r"^Swap:(.*)", text, re.M)[1].split())))
    return {"total_bytes": memory["total"], used_member(): memory["used"], "free_bytes": memory["free"],
            "shared_bytes": memory["shared"], "buffers_bytes": memory["buffers"], "cache_bytes": memory["cache"],
            "buff_cache_bytes": memory["buffers"] + memory["cache"], "available_bytes": memory["available"],
            "swap_total_bytes": swap["total"], "swap_used_bytes": swap["used"], "swap_free_bytes": swap["free"]}


def used_member():
    version = tuple(map(int, re.search(r"(\d+)\.(\d+)\.(\d+)", tool("free", "--version")).groups()))
    return "used_procps4_bytes" if version >= (4, 0, 1) else "used_procps3_bytes"


def between(before, ours, after, slack):
    return min(before, after) - slack <= ours <= max(before, after) + slack


class Agreement(Test):
    def settle(self, attempt, tries=40):
        """The attempt gives what does not agree; in one of several it must be nothing."""
        for _ in range(tries):
            differences = attempt()
            if not differences:
                return
            time.sleep(0.05)
        self.fail(f"not once in {tries} attempts; the last time: {differences}")


@needs("free")
class Memory(Agreement):
    def test_free_and_ours_now(self):
        self.assertEqual(tool("free", "-b").split()[:4], ["total", "used", "free", "shared"])

        def attempt():
            before = free_numbers(tool("free", "-b", "-w"))
            full = guest("--no-wait", "--full")
            after = free_numbers(tool("free", "-b", "-w"))
            ours = full["records"]["memory_usage"]
            found = [(name, before[name], ours[name], after[name]) for name in before
                     if not between(before[name], ours[name], after[name], 4 * MIB)]
            if full["mem_total"] != before["total_bytes"] or full["mem_used"] != ours["used_procps4_bytes"]:
                found.append(full)
            return found
        self.settle(attempt)

    def test_the_default_line_beside_free(self):
        if used_member() != "used_procps4_bytes":
            self.skipTest("this free means something else by used")

        def attempt():
            before = free_numbers(tool("free", "-b", "-w"))
            ours = guest("--no-wait")
            after = free_numbers(tool("free", "-b", "-w"))
            return [] if (ours["mem_total"] == before["total_bytes"] and
                          between(before["used_procps4_bytes"], ours["mem_used"], after["used_procps4_bytes"], 4 * MIB)
                          ) else [before, ours, after]
        self.settle(attempt)

    @needs_namespace
    def test_free_and_ours_on_the_same_file(self):
        """Equal to the byte, on each sample that this free can make sense of."""
        compared = 0
        live = self.file("live", pathlib.Path("/proc/meminfo").read_bytes())
        for sample in [live, *samples("proc-meminfo")]:
            done = run(*with_files({"/proc/meminfo": sample}, "free", "-b", "-w"), env=TOOLS)
            text = sample.read_text()
            keys = dict(re.findall(r"^(\w+):\s*(\S+)", text, re.M))
            # What free prints of a file without these, or with numbers below zero (or above 2^63), is made up.
            needed = {"MemTotal", "MemFree", "Buffers", "Cached", "Shmem", "SwapTotal", "SwapFree"}
            if done.returncode != 0 or not needed <= set(keys) or b"-" in done.stdout:
                continue
            with self.subTest(sample=sample.name):
                theirs = free_numbers(done.stdout.decode())
                ours, = parse("--usage", "memory_usage", sample)
                self.assertEqual({name: ours[name] for name in theirs}, theirs)
                compared += 1
        print(f"{compared} files compared with free ... ", end="", flush=True)
        self.assertGreaterEqual(compared, 5)

    def test_meminfo_itself(self):
        """Every key that a header's comment names, on one reading of this machine's file."""
        text = pathlib.Path("/proc/meminfo").read_text()
        file = self.file("meminfo", text)
        ours, = parse("meminfo", file)
        theirs = {key: int(number) * (1024 if kb else 1)
                  for key, number, kb in re.findall(r"^(\S+?):\s*(\d+)( kB)?$", text, re.M)}
        comments = members("vmm_meminfo")
        known = set()
        for name, comment in comments.items():
            key, = re.findall(r"`([\w()]+)`; (?:bytes|count)", comment)[:1] or self.fail(f"{name}: {comment}")
            known.add(key)
            self.assertEqual(ours[name], theirs.get(key), (name, key))
        print(f"{len(known & set(theirs))} of {len(theirs)} keys compared ... ", end="", flush=True)
        # Those of a kernel newer than the header are no failure, but most must be known.
        self.assertGreater(len(known & set(theirs)), len(theirs) * 0.8)


@needs("df")
class Disk(Agreement):
    def df(self, *paths):
        """df's rows: -B1 for space, the same numbers as -i for inodes. None where it prints a dash."""
        rows = []
        for line in tool("df", "-B1", f"--output={DF}", *paths).splitlines()[1:]:
            target, *numbers = line.rsplit(None, 8)
            numbers = [None if number == "-" else int(number.rstrip("%")) for number in numbers]
            rows.append((target.strip(), dict(zip(
                ["total_bytes", "used_bytes", "available_bytes", "use_percent", "inodes_total", "inodes_used",
                 "inodes_free", "inodes_use_percent"], numbers))))
        return rows

    def compare(self, before, ours, after):
        found = []
        for name in before:
            slack = 1 if name.endswith("percent") else 4096 if name.startswith("inodes") else 16 * MIB
            if name in ("total_bytes", "inodes_total"):
                slack = 0
            mine, low, high = ours[name], before[name], after[name]
            if low is None or high is None or mine is None:
                # df counts no inodes where there are none; ours are 0 then, and the percentage is unknown in both.
                count = name.startswith("inodes") and name != "inodes_use_percent"
                same = low == mine or (count and not mine and not low)
            else:
                # df prints what lies below zero as it is, and ours has a member of its own for that.
                same = between(low, mine - ours.get(name[:-len("_bytes")] + "_below_zero_bytes", 0), high, slack)
            if not same:
                found.append((name, low, mine, high))
        return found

    def test_df_and_ours_on_every_file_system(self):
        targets = sorted({target for target, _ in self.df()} | {"/", "/proc"})
        targets = [target for target in targets if os.access(target, os.R_OK | os.X_OK)]

        def attempt():
            found = []
            for target in targets:
                (_, before), = self.df(target)
                records = guest("--no-wait", "--full", "--path", target)["records"]
                (_, after), = self.df(target)
                ours, = records["filesystem_usage"]
                found += [(target, difference) for difference in self.compare(before, ours, after)]
            return found
        self.settle(attempt)
        print(f"{len(targets)} file systems compared ... ", end="", flush=True)

    def test_the_default_line_beside_df(self):
        def attempt():
            before, after = tool("df", "-B1", "/").split("\n")[1].split(), None
            ours = guest("--no-wait")
            after = tool("df", "-B1", "/").split("\n")[1].split()
            return [] if ours["disk_total"] == int(before[1]) and between(
                int(before[2]), ours["disk_used"], int(after[2]), 4 * MIB) else [before, ours, after]
        self.settle(attempt)

    def test_inodes_beside_df_i(self):
        def attempt():
            before = tool("df", "-i", "/").split("\n")[1].split()
            ours, = guest("--no-wait", "--full")["records"]["filesystem_usage"]
            after = tool("df", "-i", "/").split("\n")[1].split()
            return [] if ours["inodes_total"] == int(before[1].replace("-", "0")) and between(
                int(before[2].replace("-", "0")), ours["inodes_used"] or 0, int(after[2].replace("-", "0")), 512
            ) else [before, ours, after]
        self.settle(attempt)


class Cpu(Agreement):
    @needs("getconf")
    def test_there_are_as_many_cpus_as_getconf_says(self):
        online = int(tool("getconf", "_NPROCESSORS_ONLN"))
        ids = [row["id"] for row in parse("cpu", "/proc/stat")]
        self.assertEqual(ids.count(None), 1)
        self.assertEqual(len(ids) - 1, online)
        self.assertEqual(len(guest("--no-wait", "--per-cpu")["cpus"]), online)

    def test_a_busy_cpu_is_seen(self):
        """All CPUs burn for most of the time that is measured: what others do can only add to it."""
        code = "import time\nend = time.monotonic() + 4\nwhile time.monotonic() < end: pass"
        burners = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(os.cpu_count())]
        try:
            time.sleep(0.5)
            done = run(GUEST, "--no-wait", "--interval", "2", "--count", "2")
            self.assertGreater(lines(done.stdout)[1]["cpu"], 80)
        finally:
            for burner in burners:
                burner.kill()
                burner.wait()

    def test_the_counters_lie_between_two_readings_of_the_file(self):
        def counters():
            text = pathlib.Path("/proc/stat").read_text()
            total = [int(number) for number in re.search(r"^cpu +(.*)", text, re.M)[1].split()]
            rest = {key: int(number) for key, number in re.findall(r"^(intr|ctxt|processes|softirq) (\d+)", text, re.M)}
            return total, rest
        before, rest_before = counters()
        rows = parse("cpu", "/proc/stat")
        stat, = parse("stat", "/proc/stat")
        after, rest_after = counters()
        ours = [value for key, value in rows[0].items() if key != "id"]
        for index, value in enumerate(ours[:len(before)]):
            # Idle time and time waited for a disk may step back by a tick.
            slack = 2 if index in (3, 4) else 0
            self.assertTrue(between(before[index], value, after[index], slack), (index, before, ours))
        for key in rest_before:
            self.assertTrue(between(rest_before[key], stat[key], rest_after[key], 0), (key, rest_before, stat))
        btime = int(re.search(r"btime (\d+)", pathlib.Path("/proc/stat").read_text())[1])
        # The kernel computes it anew at each reading.
        self.assertLessEqual(abs(stat["btime_seconds"] - btime), 1)


@unittest.skipUnless(os.access("/proc/pressure/cpu", os.R_OK), "this kernel has no pressure files")
class Pressure(Agreement):
    FILES = sorted(pathlib.Path("/proc/pressure").glob("*"))

    def values(self, text):
        """By our names; averages in hundredths, without floating point."""
        return {f"{line}_{word}": int(value.replace(".", "")) for line, words in
                re.findall(r"^(some|full) (.*)", text, re.M) for word, value in re.findall(r"(\w+)=([\d.]+)", words)}

    def test_the_values_lie_between_two_readings_of_the_file(self):
        self.assertTrue(self.FILES)
        for file in self.FILES:
            def attempt():
                before = self.values(file.read_text())
                ours, = parse("pressure", file)
                after = self.values(file.read_text())
                wrong = []
                for name in members("vmm_pressure"):
                    plain = re.sub("_(hundredths|usec)$", "", name)
                    if plain not in before:
                        wrong += [] if ours[name] is None else [name, ours]
                    # Averages are computed anew every two seconds, and move in any direction.
                    elif not between(before[plain], ours[name], after[plain], 0):
                        wrong += [name, before, ours, after]
                return wrong
            with self.subTest(file=file.name):
                self.settle(attempt)

    def test_shares_are_what_the_totals_say(self):
        for file in self.FILES:
            with self.subTest(file=file.name):
                first = file.read_text()
                time.sleep(0.3)
                second = file.read_text()
                before, after = self.values(first), self.values(second)
                usage, = parse("--usage", "pressure_usage", self.file("before", first), self.file("after", second),
                               "--elapsed", "100")
                for line in ("some", "full"):
                    ours = usage[f"{line}_ratio"]
                    if f"{line}_total" in before:
                        self.assertAlmostEqual(ours, (after[f"{line}_total"] - before[f"{line}_total"]) / 100e6, 12)
                    else:
                        self.assertIsNone(ours)


if __name__ == "__main__":
    main()
