# SPDX-License-Identifier: MIT
"""Programs built with older and newer headers work with this library. An old program is consumer.c with headers whose
records lack their last members; it must see what a program of today sees that does not know those members. A new one has a
member more than the library: it must be unknown, and the others what they are.

usage: test_versions.py LIBRARY.so"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import headers

library = pathlib.Path(sys.argv[1])
here = pathlib.Path(__file__).resolve().parent
records = {name: struct for name, struct in headers.structs().items() if struct.has_size()}
SIZES = {"uint64_t": 8, "double": 8, "char": 1}


def first(name):
    """How many members come before the record's own: `size`, and `record` if it is a record."""
    return 2 if records[name].is_record() else 1


def sizes(kept):
    """Bytes of each record, if it has only so many members of its own."""
    return {name: sum(SIZES[kind] * (length or 1) for kind, _, length, _ in struct.members[:first(name) + kept(name)])
            for name, struct in records.items()}


def own(name):
    return len(records[name].members) - first(name)


def rows_of(folder, change, kept):
    """What the program prints, built with headers whose records were changed, and told what it may know."""
    include = folder / "include" / "vmmetrics"
    shutil.rmtree(folder, ignore_errors=True)
    include.mkdir(parents=True)
    for header in headers.HEADERS:
        text = headers.text_of(header)
        for name, struct in records.items():
            if struct.header == header.name:
                text = re.sub(r"^(struct %s \{\n)(.*?)^\};" % name,
                              lambda match, name=name: match[1] + change(name, match[2]) + "};", text, flags=re.S | re.M)
        (include / header.name).write_text(text, encoding="utf-8")
    (folder / "include" / "kept.h").write_text(
        "".join(f"#define KEPT_{name[4:]} {size}\n" for name, size in kept.items()), encoding="utf-8")
    subprocess.run([os.environ.get("CC", "cc"), "-std=c11", f"-I{folder}/include", str(here / "consumer.c"), str(library),
                    "-o", f"{folder}/consumer"], check=True)
    run = subprocess.run([f"{folder}/consumer"], capture_output=True, text=True, check=False,
                         env={**os.environ, "LD_LIBRARY_PATH": str(library.parent)})
    if not headers.check(run.returncode == 0, f"{folder.name}: {run.stdout[-200:]}{run.stderr}"):
        return []
    return [line.split() for line in run.stdout.splitlines()]


def without(left):
    """Takes the last members away, so that so many are left."""
    def change(name, body):
        members = list(re.finditer(r"^    (uint64_t|double|char) [^;]*;\n", body, flags=re.M))
        return body[:members[first(name) - 1 + left(name)].end()]
    return change


def same(name, body):
    return body


def longer(name, body):
    return body + "    uint64_t of_the_future;\n"


def compare(what, seen, wanted, more):
    """The same statuses and words; after them so many more words, which are unknown."""
    headers.check(len(seen) == len(wanted) > 0, f"{what}: {len(seen)} rows instead of {len(wanted)}")
    compared = 0
    for ours, theirs in zip(seen, wanted):
        name, status, size, words = ours[0], ours[1], int(ours[2], 16), ours[3:]
        library_size = min(int(theirs[2], 16), 8 * (len(words) + 1))
        headers.check((name, status) == (theirs[0], theirs[1]), f"{what}: {ours[:2]} instead of {theirs[:2]}")
        headers.check(size == library_size, f"{what}: {name} has {size} valid bytes instead of {library_size}")
        known = words[:len(words) - more]
        for number, (word, other) in enumerate(zip(known, theirs[3:]), 1):
            headers.check(word == other, f"{what}: word {number} of {name} is {word} instead of {other}")
            compared += 1
        headers.check(words[len(words) - more:] == ["f" * 16] * more, f"{what}: {name} knows the future: {words[-1]}")
    return compared


words = 0
with tempfile.TemporaryDirectory() as work:
    work = pathlib.Path(work)
    today = rows_of(work / "today", same, sizes(own))
    seen = {row[0] for row in today}
    for name in sorted(set(records) - {f"vmm_{name}" for name in seen}):
        headers.check(False, f"tests/contract/consumer.c: no call fills struct {name}: add a READS() or a GIVES() of it")
    knows = sum(len([word for word in row[3:] if word != "f" * 16]) for row in today)
    headers.check(knows > 500, f"only {knows} words are known: is this test blind?")
    statuses = [row[:2] for row in today if row[1] != "0"]
    headers.check(not statuses, f"without a result: {statuses}")
    for what, left in (("last member", lambda name: own(name) - 1), ("last third", lambda name: max(1, own(name) * 2 // 3)),
                       ("last two thirds", lambda name: max(1, own(name) // 3))):
        left = lambda name, left=left: max(1, left(name))
        wanted = rows_of(work / "wanted", same, sizes(left))
        old = rows_of(work / "old", without(left), sizes(left))
        words += compare(f"without the {what}", old, wanted, 0)
    new = rows_of(work / "new", longer, {name: size + 8 for name, size in sizes(own).items()})
    words += compare("with a member more", new, today, 1)
headers.end(f"{len(records)} records, {len(today)} calls, {words} words as they must be")
