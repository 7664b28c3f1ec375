# SPDX-License-Identifier: MIT
"""Programs that print records as JSON, and the comparison of two outputs for the same files."""

import json
import math
import os
import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
DATA = SOURCE / "tests" / "data"
STAT = sorted(file for file in (DATA / "proc-stat").iterdir() if file.suffix != ".md")
MEMINFO = sorted(file for file in (DATA / "proc-meminfo").iterdir() if file.suffix != ".md")
PYTHON = [sys.executable, "-B", "-m", "vmmetrics"]
PARSE = os.environ.get("VMMETRICS_PARSE")

failures = []
comparisons = 0


def run(command, **options):
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, text=True, check=False, **{"timeout": 120, **options})


def printed(command):
    """Records, error messages and the exit code."""
    ended = run(command)
    try:
        records = [json.loads(line) for line in ended.stdout.splitlines()]
    except ValueError as error:
        failures.append(f"{command} prints no JSON ({error}): {ended.stdout[:500]}")
        records = []
    return records, sorted(ended.stderr.splitlines()), ended.returncode


def is_equal(one, other):
    """The programs print doubles with six significant digits, and bindings print all digits. Integers are exact."""
    if isinstance(one, float) or isinstance(other, float):
        return one is not None and other is not None and math.isclose(one, other, rel_tol=5e-6)
    return one == other


def same(one, other, complaints=True):
    """Compares the outputs of two commands."""
    global comparisons
    comparisons += 1
    first, second = printed(one), printed(other)
    if not first[0] and not first[1]:
        failures.append(f"{one} prints nothing")
    differences = []
    for row, (left, right) in enumerate(zip(first[0], second[0])):
        differences += [f"row {row}: {name} is {left.get(name)} and {right.get(name)}" for name in {**left, **right}
                        if not is_equal(left.get(name), right.get(name))]
        if left.keys() != right.keys():
            differences.append(f"row {row}: members are missing")
    if len(first[0]) != len(second[0]):
        differences.append(f"{len(first[0])} and {len(second[0])} rows")
    if first[2] != second[2]:
        differences.append(f"ended with {first[2]} and {second[2]}")
    if complaints and first[1] != second[1]:
        differences.append(f"error messages are {first[1]} and {second[1]}")
    if differences:
        failures.append("\n  ".join([" ".join(map(str, one)), " ".join(map(str, other)), *differences[:10]]))


def check(truth, message):
    if not truth:
        failures.append(message)


def broken_copies(folder):
    """Malformed texts: (record, file)."""
    folder = pathlib.Path(folder)
    stat = b"cpu  30 0 12 958\ncpu0 10 0 x 479\ncpu3 20 0 6 479\ncpu4 1 2"
    meminfo = b"MemTotal:       1000 kB\nMemFree:        12-0 kB\n"
    for name, record, data in [("rows", "cpu", stat), ("value", "meminfo", meminfo), ("cut", "meminfo", meminfo[:20]),
                               ("empty", "meminfo", b""), ("other", "meminfo", b"Name:\tinit\n")]:
        (folder / name).write_bytes(data)
        yield record, folder / name


def end():
    for failure in failures:
        print("failed:", failure)
    print(f"{comparisons} comparisons, {len(failures)} failures")
    sys.exit(1 if failures or comparisons == 0 else 0)
