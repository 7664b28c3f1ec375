# SPDX-License-Identifier: MIT
"""What vmmetrics-guest costs beside the tools that it stands for: `cat /proc/stat`, `free -b` and `df -B1 /`.

usage: test_cost.py [PROGRAM]

Without a program, a small static one is built with musl. Cost is CPU time, user and system, by getrusage of the
children that ended, and is taken in turns, the least of several rounds. What the three tools cost depends on who starts
them, so there are three answers:

  - by sh -c: a shell that is started for it runs them one after the other, as a program must that has only these
    tools (it starts vmmetrics-guest without a shell);
  - in a script: a shell that is running already does, in a loop, whose own cost is taken off;
  - by themselves: the three processes alone, started by vfork.
"""

import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
# As a user builds small programs: with the preset, which is what the sizes in the documentation are of.
BUILD = """set -e
for formats in OFF ON; do
    cmake -S SOURCE --preset musl-static -B FOLDER/$formats -DVMMETRICS_BUILD_TESTS=OFF -DVMMETRICS_BUILD_DOCS=OFF \\
        -DVMMETRICS_FORMATS=$formats
    cmake --build FOLDER/$formats --target vmmetrics-guest --parallel
done"""
TOOLS = ("cat /proc/stat", "free -b", "df -B1 /")
ROUNDS, RUNS, SAMPLES = 5, 100, 5000
# What is asked for on a quiet machine, and what any machine must reach: the kernel's own work grows with its CPUs.
ONCE, SAMPLE = 10, 300
ONCE_LEAST, SAMPLE_LEAST = 3, 30
# Bytes of the program that prints its line only, and of the whole program. These are budgets: where one is reached, find out
# what grew (`nm -S --size-sort` of the program without -s), and take it out or raise the budget in a change that says what it
# bought. Of the whole program, 32 KB are the names and texts of Prometheus, 14 KB are the names, texts and code of the other
# collectors, 14 KB are descriptions, and 15 KB are the C library.
BUDGETS = {"OFF": 68 * 1024, "ON": 192 * 1024}


def children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cost(command, runs=1):
    """Microseconds of CPU time of one run."""
    nowhere = (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)
    before = children()
    for _ in range(runs):
        pid = os.posix_spawn(shutil.which(command[0]), command, os.environ, file_actions=[nowhere])
        if os.waitpid(pid, 0)[1] != 0:
            sys.exit(f"{command} failed")
    return (children() - before) * 1e6 / runs


def in_shell(script):
    loop = f"i=0; while [ $i -lt {RUNS} ]; do i=$((i + 1)); %s; done"
    return (cost(["sh", "-c", loop % script]) - cost(["sh", "-c", loop % ":"])) / RUNS


def further_sample(program, interval, *options):
    samples = SAMPLES if interval == "0" and not options else SAMPLES // 20
    command = [program, *options, "--no-wait", "--interval", interval, "--count"]
    return (cost([*command, str(samples + 1)]) - cost([*command, "1"])) / samples


def measure(program):
    once = [program, "--no-wait", "--count", "1"]
    measures = {
        "tools by sh": lambda: cost(["sh", "-c", "; ".join(TOOLS)], RUNS),
        "tools in a shell": lambda: in_shell("; ".join(TOOLS)),
        "once in a shell": lambda: in_shell(" ".join(once)),
        **{tool: lambda tool=tool: cost(tool.split(), RUNS) for tool in TOOLS},
        "once": lambda: cost(once, RUNS),
        "sample": lambda: further_sample(program, "0"),
        "sample after a pause": lambda: further_sample(program, "0.001"),
        "full sample": lambda: further_sample(program, "0", "--full"),
    }
    least = {}
    for _ in range(ROUNDS):
        for name, function in measures.items():
            least[name] = min(least.get(name, float("inf")), function())
    return least


def main():
    missing = [word for word in ("cat", "free", "df", "sh") if shutil.which(word) is None]
    if len(sys.argv) < 2 and shutil.which("musl-gcc") is None:
        missing.append("musl-gcc")
    if missing:
        print(f"skipped because {' and '.join(missing)} cannot be found")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        program = sys.argv[1] if len(sys.argv) > 1 else f"{folder}/ON/examples/vmmetrics-guest"
        if len(sys.argv) < 2:
            print(BUILD)
            build = BUILD.replace("SOURCE", str(SOURCE)).replace("FOLDER", folder)
            subprocess.run(build, shell=True, check=True, cwd=SOURCE)
            sizes = {formats: os.path.getsize(f"{folder}/{formats}/examples/vmmetrics-guest") for formats in BUDGETS}
        else:
            sizes = {}
        least = measure(program)

    tools = [least["tools by sh"], least["tools in a shell"], sum(least[tool] for tool in TOOLS)]
    once = [least["once"], least["once in a shell"], least["once"]]

    def row(what, numbers, after=""):
        print(f"{what:36}" + "".join(f"{number:12.1f}" for number in numbers) + after)
    for formats, size in sizes.items():
        print(f"vmmetrics-guest, VMMETRICS_FORMATS={formats}: {size} bytes of a budget of {BUDGETS[formats]}")
    print("microseconds of CPU time, by sh -c, in a script, by themselves")
    for tool in TOOLS:
        row(tool, [], 24 * " " + f"{least[tool]:12.1f}")
    row("the three", tools)
    row("vmmetrics-guest --no-wait --count 1", once)
    row("one further sample", 3 * [least["sample"]])
    row("... after a pause, waking up too", 3 * [least["sample after a pause"]])
    row("... of --full", 3 * [least["full sample"]])
    once = [many / few for many, few in zip(tools, once)]
    sample = [many / least["sample"] for many in tools]
    row("once: times cheaper", once, f"    wanted {ONCE}")
    row("a further sample: times cheaper", sample, f"    wanted {SAMPLE}")
    failures = [f"with VMMETRICS_FORMATS={formats} it has {size} bytes, and its budget is {BUDGETS[formats]}"
                for formats, size in sizes.items() if size > BUDGETS[formats]]
    if min(once) < ONCE_LEAST or min(sample) < SAMPLE_LEAST:
        failures.append("it is not cheap at all")
    sys.exit("; ".join(failures) if failures else 0)


main()
