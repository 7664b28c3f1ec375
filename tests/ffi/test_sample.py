"""The same sample through another language: for two samples of many kinds a program prints what examples/sample.c does,
the same records with the same members in the same order and exactly the same values.

usage: test_sample.py LANGUAGE C-PROGRAM COMMAND...     the other program, which gets the same arguments"""

import json
import pathlib
import subprocess
import sys
import tempfile

import samples

language, program, *command = sys.argv[1:]
failures = []
compared = lines = values = 0


def printed(words, pair):
    ended = subprocess.run([*words, *map(str, pair)], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    if ended.returncode != 0 or ended.stderr:
        failures.append(f"{words} ends with {ended.returncode}: {ended.stderr[:500].decode('utf-8', 'replace')}")
    # Pairs, so that order and repetition count, too.
    return [json.loads(line, object_pairs_hook=list) for line in ended.stdout.splitlines()]


def compare(name, ours, theirs):
    global lines, values
    if len(ours) != len(theirs):
        failures.append(f"{name}: {len(ours)} lines in C, {len(theirs)} in {language}")
    for number, (one, other) in enumerate(zip(ours, theirs), 1):
        lines += 1
        values += len(one)
        # A double may be spelled in two ways, 1 and 1.0; an integer may not become another by way of a double.
        if one != other:
            told = [f"{key}: {value!r} in C, {found[1]!r}" for (key, value), found in zip(one, other)
                    if [key, value] != list(found)] or [f"{len(one)} and {len(other)} members"]
            failures.append(f"{name}, line {number}, {one[0][1]}: " + "; ".join(told[:5]))


def check(truth, what):
    if not truth:
        failures.append(what)


seen = set()
with tempfile.TemporaryDirectory() as work:
    for index, (name, before, after, elapsed) in enumerate(samples.pairs()):
        folders = [samples.write(pathlib.Path(work) / f"{index}" / when, files)
                   for when, files in (("before", before), ("after", after))]
        ours = printed([program], [*folders, elapsed])
        compare(name, ours, printed(command, [*folders, elapsed]))
        compared += 1
        seen |= {(dict(line)["record"], dict(line).get("status")) for line in ours}
        check(name in ("gone", "empty files") or len(ours) > 10, f"{name}: only {len(ours)} lines")
    wrong = subprocess.run(command, capture_output=True, check=False)
    check(wrong.returncode == 2 and b"usage" in wrong.stderr, "wrong usage does not end with 2")

# The comparison means something only if there was something of each kind to compare.
records = {record for record, status in seen if status is None}
check(len(records) == 21, f"only these records were met: {sorted(records)}")
statuses = {status for _, status in seen if status}
check(len(statuses) >= 6, f"only these statuses were met: {sorted(statuses)}")
for failure in failures[:20]:
    print("failed:", failure)
print(f"{language}: {compared} pairs of samples, {lines} lines, {values} values, {len(failures)} failures")
sys.exit(1 if failures or compared == 0 else 0)
