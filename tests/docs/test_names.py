# SPDX-License-Identifier: MIT
"""What README.md, SECURITY.md and docs/*.md name is there: files and folders of this repository, links, functions, structs and
constants.

usage: test_names.py"""

import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
# What these folders hold is named by its path from the top.
FOLDERS = ("examples/", "tests/", "include/", "lib/", "docs/", "cmake/")

declared = " ".join(header.read_text(encoding="utf-8") for header in (SOURCE / "include" / "vmmetrics").glob("*.h"))
failures = []
count = 0


def check(truth, where, name):
    global count
    count += 1
    if not truth:
        failures.append(f"{where}: {name} is not there")


for page in [SOURCE / "README.md", SOURCE / "SECURITY.md", *sorted((SOURCE / "docs").glob("*.md"))]:
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M)
    for path in re.findall(r"(?<![\w/.-])((?:%s)[\w./-]*\w/?)" % "|".join(FOLDERS), text):
        check((SOURCE / path).exists(), page.name, path)
    for link in re.findall(r"\]\((?!https?:|#)([^)\s#]+)(?:#[^)\s]*)?\)", prose):
        check((page.parent / link).exists(), page.name, link)
    for name in re.findall(r"(?<![\w/])(?:vmm|VMM)_\w+", text):
        known = re.search(rf"\b{name}\b", declared) or name.endswith("_") and name in declared
        check(known, page.name, name)
for failure in sorted(set(failures)):
    print("failed:", failure)
print(f"{count} names, {len(failures)} failures")
sys.exit(1 if failures or count == 0 else 0)
