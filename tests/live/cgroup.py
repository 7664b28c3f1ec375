# SPDX-License-Identifier: MIT
"""What the live tests of cgroups share: what the files of a cgroup say, read independently of the library, and whether
what the library says is that.

Which file and key feeds a member is read from the comments in the header, so that those are tested too."""

import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "agree"))
from programs import PARSE, lines, members, run  # noqa: E402

# cgroup v1 prints its page counter's largest value for no limit; 4096 and 65536 are the sizes of pages.
NO_LIMITS = {2**63 - 4096, 2**63 - 65536}
# The words of these members, in the order of their numbers. A reason in brackets may follow.
WORDS = {"cgroup_type": ["domain", "domain threaded", "domain invalid", "threaded"],
         "cpuset_cpus_partition": ["member", "root", "isolated", "root invalid", "isolated invalid"]}


def sources(comment):
    """The (file, key, place) that feed a member: "meaning. `cpu.max`, second value, v1 `cpu.cfs_period_us`; unit; kind"."""
    for part in re.split(r";|\. ", comment):
        if not re.match(r"\s*(v1 )?`[a-z]+\.[\w.]+`", part):
            continue
        for source in re.split(r",? v1 (?=`)", " " + part):
            words = re.findall(r"`([^`]+)`", source)
            if words:
                yield words[0], words[1] if len(words) > 1 else None, 1 if "second value" in source else 0


SOURCES = {name: list(sources(comment)) for name, comment in members("vmm_cgroup").items()}
assert sum(map(len, SOURCES.values())) > 90, "the comments of the header do not name the files"


def number(word, name):
    """A value as vmmetrics-parse prints it: the unit of the member is in its name."""
    if name in WORDS:
        return WORDS[name].index(word.partition(" (")[0]) + 1
    if name.startswith("cpuset_"):
        return sum(int(last or first) - int(first) + 1 for first, last in re.findall(r"(\d+)(?:-(\d+))?", word))
    if word == "max" or name == "cpu_max_usec" and word == "-1" or name.endswith("_bytes") and int(word) in NO_LIMITS:
        return "max"
    if name.endswith("_hundredths"):
        whole, decimals = word.split(".")
        return int(whole) * 100 + int(decimals)
    return int(word)


def expected(files):
    """What the members are, from the contents of files by name."""
    found = {}
    for member, all_sources in SOURCES.items():
        for file, key, place in all_sources:
            text = files.get(file, "")
            if key is not None:
                values = [line.split()[1] for line in text.splitlines() if line.split()[0] == key]
            elif file.startswith("cpuset.") or file == "cgroup.type":
                values = [text.rstrip("\n")] if text else []
            else:
                values = text.split()[place:place + 1]
            if values:
                found[member] = number(values[0], member)
    return found


def snapshot(*directories):
    """The contents of all files of a cgroup that can be read, by name."""
    files = {}
    for directory in directories:
        for path in sorted(pathlib.Path(directory).iterdir()):
            if path.is_file() and os.access(path, os.R_OK):
                try:
                    files[path.name] = path.read_text()
                except (OSError, UnicodeDecodeError):
                    pass
    return files


def write(folder, files):
    """Copies of the files in a folder of their own."""
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def parsed(*directories):
    """What vmmetrics-parse says of a cgroup, the unknown members left out."""
    done = run(PARSE, "cgroup", *directories)
    assert (done.returncode, done.stderr) == (0, b""), done
    cgroup, = lines(done.stdout)
    return {name: value for name, value in cgroup.items() if value is not None}


def is_counter(name):
    return "; counter" in members("vmm_cgroup")[name]


def check_live(test, before, live, after):
    """What was read live between two readings of the files is what they say: counters lie between, limits are equal."""
    before, after = expected(before), expected(after)
    live = dict(live)
    live.pop("instance_id", None)
    test.assertEqual(sorted(live), sorted(after))
    counters = 0
    for name, value in live.items():
        if is_counter(name):
            counters += 1
            test.assertTrue(before[name] <= value <= after[name], f"{name}: {before[name]}, {value}, {after[name]}")
        elif before[name] == after[name] and not name.endswith(("_current", "_current_bytes", "_usage_bytes")):
            test.assertEqual(value, after[name], name)
    test.assertGreater(counters, 3)
    return live


def check_near(test, value, expected):
    """The programs print six significant digits."""
    test.assertAlmostEqual(value, expected, delta=5e-6 * abs(expected) + 1e-9)


def check_usage(test, folder, before, after, seconds):
    """The usage between two samples is what arithmetic on the files gives."""
    done = run(PARSE, "--usage", "cgroup_usage", "--elapsed", f"{seconds:.9f}", write(folder / "before", before),
               write(folder / "after", after))
    test.assertEqual((done.returncode, done.stderr), (0, b""))
    usage, = lines(done.stdout)
    first, last = expected(before), expected(after)

    def growth(name):
        return last[name] - first[name] if name in first and name in last else None

    used = growth("usage_usec") / 1e6 if "usage_usec" in last else growth("cpuacct_usage_ns") / 1e9
    check_near(test, usage["cores_used"], used / seconds)
    if last["cpu_max_usec"] != "max":
        limit = last["cpu_max_usec"] / last["cpu_max_period_usec"]
        check_near(test, usage["cpu_limit_used_ratio"], used / seconds / limit)
    if growth("nr_periods"):
        check_near(test, usage["throttled_periods_ratio"], growth("nr_throttled") / growth("nr_periods"))
    throttled = growth("throttled_usec") / 1e6 if "throttled_usec" in last else growth("throttled_time_ns") / 1e9
    check_near(test, usage["throttled_cores"], throttled / seconds)
    for name, value in usage.items():
        if name.startswith(("memory_", "pids_")):
            test.assertEqual(value, growth(name), name)
    return usage
