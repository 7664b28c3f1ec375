# SPDX-License-Identifier: MIT
"""The sample program in another language: for many pairs of samples it prints the same as examples/bindings/sample.c,
with the same records, members, order and values."""

import json
import os
import pathlib
import subprocess
import tempfile

import consumer
import samples


def _printed(words, pair):
    ended = subprocess.run([*map(str, words), *map(str, pair)], stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
                           check=False)
    consumer.check(ended.returncode == 0 and not ended.stderr,
                   f"{words} ends with {ended.returncode}: {ended.stderr[:500].decode('utf-8', 'replace')}")
    # Pairs, so that order and repetition are compared too.
    return [json.loads(line, object_pairs_hook=list) for line in ended.stdout.splitlines()]


def _differences(name, ours, theirs):
    consumer.check(len(ours) == len(theirs), f"{name}: {len(ours)} lines in C, here {len(theirs)}")
    for number, (one, other) in enumerate(zip(ours, theirs), 1):
        # A double may be printed as 1 or 1.0; an integer must not change by a conversion to double.
        if one != other:
            differences = [f"{key}: {value!r} in C, here {found[1]!r}" for (key, value), found in zip(one, other)
                    if (key, value) != tuple(found)] or [f"{len(one)} and {len(other)} members"]
            consumer.check(False, f"{name}, line {number}, {one[0][1]}: " + "; ".join(differences[:5]))


def same(language, command):
    """Compares a program with the one in C."""
    program = os.environ.get("VMMETRICS_SAMPLE")
    if not program:
        print("The sample in C is not built, so nothing is compared with it")
        return
    seen, lines, values = set(), 0, 0
    with tempfile.TemporaryDirectory() as work:
        for index, (name, before, after, elapsed) in enumerate(samples.pairs()):
            folders = [samples.write(pathlib.Path(work) / f"{index}" / when, files)
                       for when, files in (("before", before), ("after", after))]
            ours, theirs = (_printed(words, [*folders, elapsed]) for words in ([program], command))
            _differences(f"{language}: {name}", ours, theirs)
            consumer.comparisons += 1
            lines += len(ours)
            values += sum(map(len, ours))
            seen |= {(dict(line)["record"], dict(line).get("status")) for line in ours}
            consumer.check(name in ("gone", "empty files", "this machine") or len(ours) > 10,
                           f"{name}: only {len(ours)} lines")
    # The comparison must include records and statuses of each kind.
    records = {record for record, status in seen if status is None}
    consumer.check(len(records) == 21, f"only these records were met: {sorted(records)}")
    statuses = {status for _, status in seen if status}
    consumer.check(len(statuses) >= 6, f"only these statuses were met: {sorted(statuses)}")
    wrong = consumer.run(command)
    consumer.check(wrong.returncode == 2 and "usage" in wrong.stderr, f"{language}: wrong usage does not end with 2")
    print(f"{language}: {lines} lines and {values} values compared")
