# SPDX-License-Identifier: MIT
"""What lib/describe/generate.py writes is what the public headers give now; and a header whose comments lack something is
refused, with the line and what is missing.

usage: test_generated.py"""

import pathlib
import re
import shutil
import sys
import tempfile

import headers

sys.path.insert(0, str(headers.SOURCE / "lib" / "describe"))
import generate  # noqa: E402

# The comment of a member, as the header has it now.
TICKS = re.search(r"/\*\*[^/]*\*/(?=\n    uint64_t system_ticks;)", headers.text_of(headers.SOURCE / "include/vmmetrics/cpu.h"))[0]
MEANING = TICKS.split("; ")[0]
# What is changed in a header, and what the generator says then: the file and a part of the message.
REFUSED = [
    ("cpu.h", TICKS, "", "system_ticks: the comment is missing"),
    ("cpu.h", TICKS, MEANING + ". */", "system_ticks: the comment names no kind"),
    ("cpu.h", TICKS, f"{MEANING}; counter, 64 bits. */", "system_ticks: the comment names no unit"),
    ("cpu.h", TICKS, f"{MEANING}; ticks; counter. */", "system_ticks: the comment names no width"),
    ("cpu.h", TICKS, TICKS.replace("; ticks", "; bytes"), "system_ticks: the unit is bytes, so the name must end in"),
    ("cpu.h", TICKS, TICKS.replace("; ticks", "; count"), "system_ticks: the name ends in a unit"),
    ("cpu.h", "uint64_t system_ticks;", "uint32_t system_ticks;", "a member of a record is uint64_t, double or a char array"),
    ("net.h", "char name[16];", "char name[15];", "name: its length is no multiple of 8"),
    ("cpu.h", "struct vmm_cpu_usage {", "struct vmm_new {\n    uint64_t size;\n    uint64_t record;\n};\nstruct vmm_cpu_usage {",
     "struct vmm_new has no id VMM_RECORD_NEW"),
    ("record.h", "VMM_RECORD_VMSTAT =", "VMM_RECORD_VM =", "VMM_RECORD_VM: no header has struct vmm_vm"),
    ("cpu.h", "struct vmm_cpu_usage {", "struct vmm_new {\n    uint64_t size;\n};\nstruct vmm_cpu_usage {",
     "struct vmm_new does not begin with the members size and record"),
    ("file.h", "/**< `ro` */", "/**< `rw` */", "VMM_FILE_DISK_RO: the comment does not begin with the file's name"),
    ("file.h", "VMM_FILE_SYSTEM_UPTIME = 24002", "VMM_FILE_SYSTEM_UPTIME = 24003", "the ids of a record's files run from 1"),
    ("file.h", "VMM_FILE_SYSTEM_UPTIME = 24002", "VMM_FILE_SYSTEM_UPTIME = 16002", "16002 is the id of a file of process"),
    ("cpu.h", "VMM_API vmm_status vmm_cpu_next(", "VMM_API int vmm_new(void);\nVMM_API vmm_status vmm_cpu_next(",
     "vmm_cpu_next(): the comment does not begin with a sentence"),
    ("cpu.h", " * @file cpu.h", " * @file gpu.h", "no comment begins with `@file cpu.h` and a sentence"),
    ("file.h", "VMM_FILE_SYSTEM_UPTIME = 24002", "VMM_FILE_SYSTEM_UPTIME = 2", "2 is not the id of a record times 1000"),
]

count = 0
try:
    texts = generate.written(headers.SOURCE / "include" / "vmmetrics")
except generate.Refused as refused:
    sys.exit(f"broken: include/vmmetrics/{refused}")
for name, text in texts.items():
    is_current = headers.text_of(headers.SOURCE / name) == text
    headers.check(is_current, f"{name} is not current: run `{generate.COMMAND}`")
    count += text.count("\n")
for header, truth, lie, message in REFUSED:
    with tempfile.TemporaryDirectory() as work:
        include = pathlib.Path(work) / "vmmetrics"
        shutil.copytree(headers.SOURCE / "include" / "vmmetrics", include)
        text = headers.text_of(include / header)
        if not headers.check(truth in text, f"{header} has no {truth!r} to change"):
            continue
        (include / header).write_text(text.replace(truth, lie, 1), encoding="utf-8")
        line = text[:text.index(truth)].count("\n") + 1
        try:
            generate.written(include)
            headers.check(False, f"{header}: {lie!r} in place of {truth!r} was not refused")
        except generate.Refused as refused:
            place, said = str(refused).split(": ", 1)
            headers.check(message in said, f"{header}: {lie!r} gives {said!r}")
            near = place.startswith(f"{header}:") and abs(int(place.split(":")[1]) - line) <= 1
            headers.check(near, f"{header}: {lie!r} in line {line} is said to be at {place}")
headers.check(count > 3000, f"only {count} lines were generated: is this test blind?")
headers.end(f"{count} generated lines are current; {len(REFUSED)} faulty headers")
