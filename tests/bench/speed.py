#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How fast the library is, beside other ways to read the same files.

usage: speed.py                     builds the programs, runs them, prints the tables: about a minute
       speed.py --write             the same, and puts the tables and the plot into docs/performance.md
       speed.py --short PROGRAM...  only whether all work and agree, with the fewest measurements

Each figure is the least of many rounds, in which all that is compared takes turns; ratios are that of the least and that of
the medians. What is compared has given equal results before.
"""
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys

import plot

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = SOURCE / "build" / "release"
PAGE = SOURCE / "docs" / "performance.md"
DRAWING = SOURCE / "docs" / "speed.svg"
# The other libraries, by the names that pkg-config knows.
RIVALS = {"libproc2": "libproc2", "libgtop": "libgtop-2.0", "libstatgrab": "libstatgrab"}
PARSERS = {"yyjson": "yyjson", "simdjson": "simdjson"}
OTHERS = ("sscanf", "strtoull", "bytes")
# Arguments of each program that are enough to see that it works.
SHORT = {"hot": ["1"], "cold": ["1", "1"], "sample": ["3", "2", "1"], "json": ["1"]}
SHORT_RIVAL = ["2", "2", "1"]

# How many times faster the library is meant to be, by the format.
AGAINST = {"sscanf": ({"stat": 10, "meminfo": 30, "memory.stat": 30, "pressure": 15}, 7),
           "strtoull": ({"meminfo": 20, "memory.stat": 20, "net-dev": 2.5}, 3)}
AGAINST_LIBPROC2 = {"stat": 12, "meminfo": 8, "diskstats": 9}
SAMPLE_LIBPROC2 = 1.35
SHARES = {"hot": 5, "cold": 8}
GROWTH = 1.3

NAMES = {"stat": "/proc/stat", "cpu-total": "its first row", "process-stat": "/proc/PID/stat", "net-dev": "/proc/net/dev",
         "diskstats": "/proc/diskstats", "meminfo": "/proc/meminfo", "vmstat": "/proc/vmstat"}
SIZES = {"stat": "CPUs", "cpu-total": "CPUs", "net-dev": "interfaces", "diskstats": "devices", "io.stat": "devices",
         "mountinfo": "lines"}


def run(program, arguments):
    """The lines of a program, split into words."""
    result = subprocess.run([program, *arguments], stdout=subprocess.PIPE, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"{program} {' '.join(arguments)} ended with {result.returncode}")
    return [line.split("\t") for line in result.stdout.splitlines()]


def short_name(program):
    return pathlib.Path(program).name.removeprefix("vmm_speed_")


def run_all(programs, short):
    """What each program has to say, by its name."""
    results = {}
    for program in programs:
        name = short_name(program)
        print(f"{name} ...", file=sys.stderr, flush=True)
        arguments = SHORT_RIVAL if name in RIVALS else SHORT[name]
        results[name] = run(program, arguments if short else [])
    return results


def build():
    """Builds the programs, and gives their paths."""
    commands = (["cmake", "--preset", "release"], ["cmake", "--build", BUILD, "--target", "speed", "vmm_instructions"])
    for command in commands:
        subprocess.run(command, cwd=SOURCE, stdout=sys.stderr, check=True)
    folder = BUILD / "tests" / "bench" / "speed"
    names = ["hot", "cold", *RIVALS, "json", "sample"]
    return [folder / f"vmm_speed_{name}" for name in names if (folder / f"vmm_speed_{name}").exists()]


# ---- tables ----

def words_of(file):
    """A file in words: `stat-64` is /proc/stat, 64 CPUs."""
    kind = plot.format_of(file)
    size = file.removeprefix(kind).lstrip("-")
    name = f"`{NAMES[kind]}`" if NAMES.get(kind, "").startswith("/") else NAMES.get(kind, kind)
    return f"{name}, {int(size):,} {SIZES[kind] if size != '1' else SIZES[kind].rstrip('s')}" if size else name


def number(value):
    """Three figures, at least those before the point."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(heading, rows):
    lines = ["| " + " | ".join(heading) + " |", "|" + "---|" * len(heading)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


class Reader:
    """The figures of hot or cold: ns and ratios by file."""

    def __init__(self, lines):
        self.bytes = {}
        self.least = {}
        self.median = {}
        for line in lines:
            if len(line) == 5:
                file, size, reader, least, median = line
                self.bytes[file] = float(size)
                self.least[file, reader] = float(least)
                self.median[file, reader] = float(median)

    def ratios(self, file, reader):
        return (self.least[file, reader] / self.least[file, "library"],
                self.median[file, reader] / self.median[file, "library"])

    def per_byte(self, file):
        return self.least[file, "library"] / self.bytes[file]

    def table(self):
        rows = []
        for file, size in self.bytes.items():
            ratios = [" and ".join(number(ratio) for ratio in self.ratios(file, other)) for other in OTHERS]
            # For the first row alone, the size of the file does not matter.
            per_byte = "" if file.startswith("cpu-total") else f"{self.per_byte(file):.2f}"
            rows.append([words_of(file), f"{size:,.0f}", number(self.least[file, "library"]),
                         number(self.median[file, "library"]), per_byte, *ratios])
        return table(["file", "bytes", "ns, least", "median", "ns a byte", "sscanf", "strtoull", "byte loop"], rows)


def pairs_of(lines, kind):
    """Lines of one kind, of all other libraries."""
    return [line[1:] for lines_of_one in lines for line in lines_of_one if line[0] == kind]


def bytes_table(lines):
    rows = []
    for rival, file, reading, _, their, their_median, our, our_median in lines:
        rows.append([rival, words_of(file), number(float(reading)), number(float(their)), number(float(our)),
                     f"{number(float(their) / float(our))} and {number(float(their_median) / float(our_median))}"])
    return table(["library", "file", "reading it, ns", "without reading, ns", "libvmmetrics, ns", "times faster"], rows)


def json_table(lines):
    """A row a text; how long a parser takes, and how many times as long as this library."""
    parsers = list(dict.fromkeys(line[2] for line in lines))
    rows = {}
    for text, size, parser, least, median in lines:
        row = rows.setdefault(text, [text, f"{float(size):,.0f}"])
        if parser == "library":
            ours = float(least), float(median)
            row.append(f"{number(ours[0])} and {number(ours[1])}")
        else:
            row.append(f"{number(float(least) / ours[0])} and {number(float(median) / ours[1])}")
    return table(["text", "bytes", "libvmmetrics, ns", *parsers[1:]], list(rows.values()))


def samples_table(lines):
    rows = []
    for rival, how, files, their, their_median, our, our_median in lines:
        rows.append([rival, files, "back to back" if how == "hot" else "after a sleep", number(float(their) / 1e3),
                     number(float(our) / 1e3),
                     f"{number(float(their) / float(our))} and {number(float(their_median) / float(our_median))}"])
    return table(["library", "files", "when", "its sample", "libvmmetrics", "times faster"], rows)


def share_of(line):
    """The library's share of the kernel's time and its own, in percent: by the medians."""
    return 100 * float(line[6]) / (float(line[6]) + float(line[4]))


def share_table(lines):
    """A row a file: hot and cold side by side."""
    hot = {line[1]: line for line in lines if line[0] == "hot"}
    cold = {line[1]: line for line in lines if line[0] == "cold"}
    rows = []
    for file, line in hot.items():
        cells = []
        for one in (line, cold[file]):
            cells += [number(float(one[4]) / 1e3), number(float(one[6]) / 1e3), f"{share_of(one):.1f} %"]
        rows.append([f"`{file}`" if file != "all" else "all", *cells])
    if "/proc/vmstat" in hot:
        rows.append(["all but vmstat"])
        for by in (hot, cold):
            kernel = float(by["all"][4]) - float(by["/proc/vmstat"][4])
            library = float(by["all"][6]) - float(by["/proc/vmstat"][6])
            rows[-1] += [number(kernel / 1e3), number(library / 1e3), f"{100 * library / (kernel + library):.1f} %"]
    parts = ["kernel", "library", "share"]
    return table(["file", *parts, "once a second: kernel", *parts[1:]], rows)


def commands_table(lines):
    library = next(line for line in lines if line[0] == "the library")
    rows = []
    for command, least, median in lines:
        ratio = "" if command == "the library" else number(float(least) / float(library[1]))
        # A bar would end the cell.
        first, bar, then = command.partition(" | ")
        name = command if command == "the library" else f"`{first}`" + (f" and {then.split()[0]}" if bar else "")
        rows.append([name, number(float(least) / 1e3), number(float(median) / 1e3), ratio])
    return table(["what", "least", "median", "times the library's"], rows)


class Targets:
    """What was wanted, and what there is."""

    def __init__(self):
        self.rows = []

    def add(self, what, wanted, found, met):
        self.rows.append([what, wanted, found, "yes" if met else "**no**"])

    def add_least(self, what, wanted, ratios_by_file):
        """A ratio that all of some files must reach; the worst one counts, and of it the worse ratio."""
        found = {file: min(ratios) for file, ratios in ratios_by_file.items()}
        worst = min(found, key=found.get)
        words = f"{number(found[worst])} times"
        if len(found) > 1:
            words += f" ({words_of(worst).split(', ')[1]}) to {number(max(found.values()))}"
        self.add(what, f"{wanted} times", words, found[worst] >= wanted)


def against_readers(targets, hot):
    for reader, (special, usual) in AGAINST.items():
        kinds = {}
        for file in hot.bytes:
            kind = plot.format_of(file)
            if kind != "cpu-total":
                kinds.setdefault(kind, {})[file] = hot.ratios(file, reader)
        for kind, ratios in kinds.items():
            name = words_of(kind)
            targets.add_least(f"{name}, against {reader}, hot", special.get(kind, usual), ratios)


def against_rivals(targets, results):
    for rival, file, _, _, their, their_median, our, our_median in pairs_of(results.values(), "bytes"):
        kind = plot.format_of(file)
        if rival == "libproc2":
            targets.add_least(f"{words_of(file)}, against libproc2 without reading", AGAINST_LIBPROC2[kind],
                              {file: (float(their) / float(our), float(their_median) / float(our_median))})
    for rival, how, _, their, their_median, our, our_median in pairs_of(results.values(), "samples"):
        found = min(float(their) / float(our), float(their_median) / float(our_median))
        wanted = SAMPLE_LIBPROC2 if rival == "libproc2" else 1
        when = "back to back" if how == "hot" else "after a sleep"
        targets.add(f"a whole sample, against {rival}'s, {when}", f"{wanted} times" if wanted != 1 else "ahead",
                    f"{found:.2f} times", found >= wanted)


def against_itself(targets, results, hot):
    for line in pairs_of([results["sample"]], "sample"):
        if line[1] == "all":
            wanted, found = SHARES[line[0]], share_of(line)
            when = "back to back" if line[0] == "hot" else "at one sample a second"
            targets.add(f"share of a sample of {line[2]} files that is not the kernel's, {when}", f"{wanted} %",
                        f"{found:.1f} %", found <= wanted)
    # The total, the CPUs, and what follows them, which is little.
    row = hot.least["stat-1024", "library"] / 1025
    found = hot.least["cpu-total-1024", "library"]
    targets.add("the total alone, of 1,024 CPUs", "as a row of all",
                f"{number(found)} ns, a row of all {number(row)}", found < GROWTH * row)
    kinds = {}
    for file in hot.bytes:
        kinds.setdefault(plot.format_of(file), []).append(hot.per_byte(file))
    for kind, costs in kinds.items():
        if len(costs) > 1:
            found = costs[-1] / costs[0]
            targets.add(f"{words_of(kind)}: cost of a byte, largest to smallest file", f"{GROWTH} times",
                        f"{found:.2f} times", found < GROWTH)


def targets_table(results, hot):
    targets = Targets()
    against_readers(targets, hot)
    against_rivals(targets, results)
    against_itself(targets, results, hot)
    return table(["what", "wanted", "found", "met"], targets.rows)


def instructions_table(program):
    """instructions.py's table, as one of the page's."""
    script = pathlib.Path(__file__).with_name("instructions.py")
    result = subprocess.run([sys.executable, script, program], capture_output=True, text=True, check=False)
    rows = []
    for line in result.stdout.splitlines()[1:]:
        match = re.match(r"(\S+) +(\d+) +(\d+) +([\d.]+)  (.*)", line)
        rows.append([match[1], f"{int(match[2]):,}", f"{int(match[3]):,}", match[4], match[5].strip()])
    return table(["text", "bytes", "instructions", "a byte", "at most"], rows)


def machine(compiler):
    """What it was measured on: nothing that tells whose it is."""
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    kernel = re.match(r"[\d.]+", platform.release())[0].rstrip(".")
    versions = []
    for name, package in (RIVALS | PARSERS).items():
        result = subprocess.run(["pkg-config", "--modversion", package], capture_output=True, text=True, check=False)
        if result.returncode == 0:
            versions.append(f"{name} {result.stdout.strip()}")
    virtual = ", a virtual machine" if " hypervisor " in pathlib.Path("/proc/cpuinfo").read_text() else ""
    parts = [f"{model[1].strip() if model else platform.machine()}, {os.cpu_count()} processors{virtual}",
             f"Linux {kernel}", f"{compiler}, `-O2`", " ".join(platform.libc_ver()), *versions]
    return "; ".join(parts) + ".\n"


def sections(results):
    """The parts of the page, by the names of their markers."""
    hot = Reader(results["hot"])
    cold = Reader(results["cold"])
    parts = {
        "machine": machine(results["hot"][0][1]),
        "targets": targets_table(results, hot),
        "hot": hot.table(),
        "cold": cold.table(),
        "bytes": bytes_table(pairs_of(results.values(), "bytes")),
        "json": json_table(results["json"]),
        "samples": samples_table(pairs_of(results.values(), "samples")),
        "shares": share_table(pairs_of([results["sample"]], "sample")),
        "commands": commands_table(pairs_of([results["sample"]], "command")),
    }
    program = BUILD / "tests" / "bench" / "vmm_instructions"
    if program.exists() and shutil.which("valgrind"):
        parts["instructions"] = instructions_table(program)
    return parts


def write(parts, results):
    """Puts the parts between their markers, and draws the plot."""
    page = PAGE.read_text()
    for name, text in parts.items():
        page, count = re.subn(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end -->)", lambda _, text=text: f"\n{text}\n", page,
                              flags=re.DOTALL)
        if count != 1:
            sys.exit(f"{PAGE} has no place for {name}")
    PAGE.write_text(page)
    if shutil.which("gnuplot"):
        hot = Reader(results["hot"])
        plot.draw([(file, hot.bytes[file], reader, ns) for (file, reader), ns in hot.least.items()], DRAWING)
    else:
        print("gnuplot is not installed: the plot is as it was", file=sys.stderr)


def check(results):
    """That there is a line for everything that is measured."""
    hot = Reader(results["hot"])
    if len(hot.least) != 4 * len(hot.bytes) or Reader(results["cold"]).least.keys() != hot.least.keys():
        sys.exit("not all files were read by all readers")
    for name in RIVALS:
        if name in results and len(pairs_of([results[name]], "samples")) != 2:
            sys.exit(f"{name} gave no samples")
    if len({line[0] for line in results["json"]}) != 3:
        sys.exit("not all lines of Firecracker were read")
    if len(pairs_of([results["sample"]], "command")) != 4:
        sys.exit("not all commands were run")


def main():
    short = sys.argv[1:2] == ["--short"]
    programs = sys.argv[2:] if short else build()
    results = run_all(programs, short)
    check(results)
    parts = sections(results) if not short else {"hot": Reader(results["hot"]).table(), "targets": targets_table(
        results, Reader(results["hot"]))}
    for name, text in parts.items():
        print(f"== {name}\n\n{text}")
    if sys.argv[1:] == ["--write"]:
        write(parts, results)


if __name__ == "__main__":
    main()
