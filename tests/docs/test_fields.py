"""The field tables are made of what the library says of itself and of the headers' comments. Here the two agree, and
where a header is changed so that they do not, that is noticed.

usage: test_fields.py PROGRAM     the program of docs/fields.c"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
HEADERS = SOURCE / "include" / "vmmetrics"
# What is changed in a header, and what is then said of it.
LIES = [
    ("cpu.h", "/** Time in kernel mode. Column 3; ticks; counter, 64 bits. */", "", "vmm_cpu.system_ticks has no comment"),
    ("cpu.h", "Column 3; ticks;", "Column 3; bytes;", "vmm_cpu.system_ticks: the comment says bytes"),
    ("cpu.h", "Column 3; ticks; counter", "Column 3; ticks; gauge", "system_ticks: the comment says ticks, gauge"),
    ("cpu.h", "Column 3; ticks; counter, 64", "Column 3; ticks; counter, 32", "the width in the library is 64"),
    ("cpu.h", "Column 3; ticks; counter", "Column 3", "system_ticks: the comment does not say unit and kind"),
    ("cpu.h", "uint64_t system_ticks;", "uint64_t kernel_ticks;", "vmm_cpu.system_ticks: the library describes it"),
    ("memory.h", "    uint64_t mem_free_bytes;",
     "    uint64_t mem_free_bytes;\n    /** New. Bytes; gauge. */\n    uint64_t new_bytes;",
     "vmm_meminfo.new_bytes: the header has it"),
    ("memory.h", "struct vmm_meminfo {", "struct vmm_memory_info {", "vmm_meminfo: the library describes it"),
]

failures = []


def check(include):
    run = subprocess.run([sys.executable, "-B", str(SOURCE / "docs" / "fields.py"), sys.argv[1], str(include)],
                         capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


result, said = check(HEADERS)
if result != 0:
    failures.append(said)
print(said.strip())
for header, truth, lie, noticed in LIES:
    with tempfile.TemporaryDirectory() as work:
        include = pathlib.Path(work) / "vmmetrics"
        shutil.copytree(HEADERS, include)
        text = (include / header).read_text(encoding="utf-8")
        if truth not in text:
            failures.append(f"{header} has no {truth!r} to change")
            continue
        (include / header).write_text(text.replace(truth, lie, 1), encoding="utf-8")
        result, said = check(include)
        if result == 0 or noticed not in said:
            failures.append(f"{header}: {lie!r} in place of {truth!r} was not noticed: {said}")
for failure in failures:
    print("failed:", failure)
print(f"{len(LIES)} changes, {len(failures)} failures")
sys.exit(1 if failures else 0)
