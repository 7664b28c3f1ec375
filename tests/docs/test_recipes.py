"""The recipes of CONTRIBUTING.md, followed to the letter in a copy of the library, give what they promise.

usage: test_recipes.py COMPILER"""

import ctypes
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests" / "contract"))
import headers  # noqa: E402

# The member that the second recipe leaves to its reader.
MEMBER = """    /** What this is. `memory.example`; bytes; limit; since 7.2. */
    uint64_t memory_example_bytes;
"""
compiler = sys.argv[1]
text = (SOURCE / "CONTRIBUTING.md").read_text(encoding="utf-8")
failures = []


def apply(diff, tree):
    """Replaces what the block says without its signs, wherever it stands in the file; once."""
    path = tree / re.match(r"--- a/(\S+)", diff).group(1)
    lines = diff.splitlines(keepends=True)[3:]
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    content = path.read_text(encoding="utf-8")
    if content.count(old) != 1:
        failures.append(f"{path.relative_to(tree)} has this {content.count(old)} times:\n{old}")
    path.write_text(content.replace(old, new), encoding="utf-8")


def parse(library, function, record, content):
    """The members of a record of which this is the text, or the file with this id."""
    known = {told.name.decode(): fields for told, fields in headers.described(library)}
    fields = known[record]
    out = (ctypes.c_uint64 * (max(field.offset + field.bytes for field in fields) // 8))()
    buffer = ctypes.create_string_buffer(content)
    start = ctypes.addressof(buffer)
    # struct vmm_text.
    words = (ctypes.c_void_p * 3)(start, start + len(content))
    load = ctypes.CDLL(str(library))
    if isinstance(function, tuple):
        load.vmm_record_init(next(told.id for told, _ in headers.described(library) if told.name.decode() == record),
                             out, ctypes.c_size_t(ctypes.sizeof(out)))
        status = load.vmm_record_read(words, ctypes.c_uint32(function[1]), out, ctypes.c_size_t(ctypes.sizeof(out)))
    else:
        status = getattr(load, function)(words, out, ctypes.c_size_t(ctypes.sizeof(out)))
    return status, {field.name.decode(): out[field.offset // 8] for field in fields if field.bytes == 8}


with tempfile.TemporaryDirectory() as work:
    tree = pathlib.Path(work)
    for folder in ("include", "lib"):
        shutil.copytree(SOURCE / folder, tree / folder)
    blocks = re.findall(r"^```(diff|c)\n(.*?)^```$", text, flags=re.S | re.M)
    for kind, block in blocks:
        if kind == "diff":
            apply(block, tree)
        else:
            (tree / re.match(r"/\* ([\w./]+)", block).group(1)).write_text(block, encoding="utf-8")
    cgroup = tree / "include/vmmetrics/cgroup.h"
    content = cgroup.read_text(encoding="utf-8")
    end = content.index("\n};", content.index("struct vmm_cgroup {")) + 1
    cgroup.write_text(content[:end] + MEMBER + content[end:], encoding="utf-8")
    library = tree / "libvmmetrics.so"
    build = subprocess.run([compiler, "-std=c11", "-O1", "-fPIC", "-shared", "-Wall", "-Wextra", "-Werror", f"-I{tree}/include",
                            *map(str, (tree / "lib").glob("*/*.c")), f"-Wl,--version-script={tree}/lib/vmmetrics.map",
                            "-o", str(library)], capture_output=True, text=True, check=False)
    if build.returncode != 0:
        failures.append(build.stderr)
    else:
        wanted = [("vmm_meminfo_parse", "meminfo", b"MemTotal: 5 kB\nExample:       123 kB\n", "example_bytes", 123 * 1024),
                  (("vmm_record_read", 11067), "cgroup", b"max\n", "memory_example_bytes", 2**64 - 2),
                  ("vmm_example_parse", "example", b"first: 7\nsecond: 2 kB\n", "second_bytes", 2048)]
        for function, record, content, member, value in wanted:
            status, members = parse(library, function, record, content)
            if status != 0 or members.get(member) != value:
                failures.append(f"{record}.{member} is {members.get(member)} instead of {value}, status {status}")
print(f"{len(blocks)} blocks, {len(failures)} failures")
for failure in failures:
    print("failed:", failure)
sys.exit(1 if failures or len(blocks) < 10 else 0)
