# SPDX-License-Identifier: MIT
"""Programs that were built against the recorded binary interface find all of it: it has only grown. What may be added are
functions, members at the end of records, and enumerators. The whole comparison is abidiff's; what was allowed is taken away before."""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import abi
import headers

for program in ("abidw", "abidiff", "gcc"):
    if shutil.which(program) is None:
        print(f"skipped because there is no {program}")
        sys.exit(77)
if sys.maxsize < 2**63 - 1:
    print("skipped because what was recorded is of a 64-bit machine")
    sys.exit(77)

old = xml.parse(abi.INTERFACE).getroot()
new = xml.fromstring(abi.interface())
grown = []
former = abi.records(old)
for name, struct in abi.records(new).items():
    end = int(former[name].get("size-in-bits")) if name in former else None
    for member in struct.findall("data-member") if end else []:
        if int(member.get("layout-offset-in-bits")) >= end:
            grown.append(f"{name}.{member.find('var-decl').get('name')}")
            struct.remove(member)
    if end and int(struct.get("size-in-bits")) > end:
        struct.set("size-in-bits", str(end))
enumerators = {enum.get("name"): {one.get("name") for one in enum.findall("enumerator")} for enum in old.iter("enum-decl")}
for enum in new.iter("enum-decl"):
    for one in enum.findall("enumerator"):
        if one.get("name") not in enumerators.get(enum.get("name"), {one.get("name")}):
            grown.append(one.get("name"))
            enum.remove(one)
functions = {function.get("mangled-name") for function in old.iter("function-decl")}
symbols = {symbol.get("name") for symbol in old.iter("elf-symbol")}
headers.check(len(functions) >= 41 and functions == symbols and len(former) >= 25, "too little was recorded: is this test blind?")
for unit in new.findall("abi-instr"):
    for function in unit.findall("function-decl"):
        if function.get("mangled-name") not in functions:
            grown.append(function.get("mangled-name"))
            unit.remove(function)
for table in new.findall("elf-function-symbols"):
    for symbol in table.findall("elf-symbol"):
        if symbol.get("name") not in symbols:
            table.remove(symbol)

with tempfile.TemporaryDirectory() as folder:
    xml.ElementTree(new).write(f"{folder}/new.abi")
    run = subprocess.run(["abidiff", "--harmless", "--no-show-locs", str(abi.INTERFACE), f"{folder}/new.abi"],
                         capture_output=True, text=True, check=False)
if run.returncode != 0:
    changed = re.findall(r"^  \[[CDA]\] '(?:function|variable) (.*?)'", run.stdout, flags=re.M)
    headers.check(False, "programs that were built before break. If that is meant, tests/contract/abi.py record says so.\n"
                  f"Changed: {'; '.join(changed)}\n{run.stdout}{run.stderr}")
for what in grown:
    print("added:", what)
if grown:
    print("What was added is kept from now on once tests/contract/abi.py record has recorded it.")
headers.end(f"{len(functions)} functions and {len(former)} records are what they were; {len(grown)} additions")
