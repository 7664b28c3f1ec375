# SPDX-License-Identifier: MIT
"""How much memory the library takes in a program, as gcc makes it at -O2, so that its growth is seen: the code of the engine
and of each format, their tables by the member, and the shared library as it is loaded.

usage: test_size.py LIBRARY.so

Prints what each source takes: the code of a format, and the constants of its tables."""

import pathlib
import re
import subprocess
import sys
import tempfile

import headers

# Bytes of code. The engine is what all formats share; JSON is a second one, for hypervisors; the descriptions are what tells
# of records, compares them and sums their rows.
ENGINE, JSON, DESCRIPTIONS = 18_176, 7_168, 6_656
# Most formats are a table, most usages a few formulas.
FORMAT, USAGE = 512, 1_024
# Those that are more, each with its own budget.
LARGER = {
    "block_device": 1_920,  # names and numbers of all drivers whose devices lie on others
    "cgroup_io": 2_432,  # lines of several devices, and files of three versions of cgroups
    "cgroup_memory": 1_280,  # two versions of one file
    "cgroup_path": 1_792,  # two files together give a path
    "cgroup_scope": 1_344,  # four layouts of libvirt
    "cpu": 896,  # rows of several ages
    "descriptor": 896,  # texts of a link, each with a beginning of its own
    "diskstats": 1_792,  # rows of three ages, and names of any bytes
    "hypervisor_device": 2_496,  # JSON in which the key says what a device is, and that is read once where the name tells
    "keyvalue": 1_984,  # five forms of keys
    "log_prefix": 896,  # three kinds of prefixes
    "mount_of": 1_888,  # a walk over all mounts on a path, which may be in two parts
    "mountinfo": 896,  # views, not numbers
    "net_dev": 704,  # names with colons
    "oom_chosen": 1_408,  # a name and paths of any bytes before the numbers
    "oom_kill": 1_024,  # two kinds of lines after each kind of prefix
    "oom_killed": 896,  # a name of any bytes before the numbers
    "process_stat": 1_664,  # a name of any bytes amid the numbers
    "qemu_disk": 1_120,  # a list whose elements have names in members
    "socket": 1_104,  # addresses of two sizes
    "arithmetic": 1_472,  # what usages share
    "cgroup_usage": 1_920,
    "cpu_usage": 4_864,  # counters that may fall, three definitions of busy, and all CPUs together
    "disk_usage": 2_560,
    "filesystem_usage": 2_560,
    "hypervisor_device_usage": 2_752,  # counters of two hypervisors, increments of a third one
    "net_usage": 1_280,
    "process_usage": 2_304,
    "threads_usage": 3_840,  # two lists in any order, and the process
}
# Bytes of constants for each member of a record: its row, its description and its name.
TABLE = 72
# The shared library in a program.
LIBRARY = 220 * 1024
# What of the static library becomes part of a program, which is an example, if the linker leaves out what is not used.
PROGRAMS = {
    "disk_space": 4_864,  # arithmetic only
    "cgroup_of": 8_192,  # texts become a path
    "tap": 15_360,
    "firecracker": 21_504,
    "meminfo": 17_920,
    "cpu": 17_408,
    "disks": 17_920,
    "process": 101_888,  # any file of a process by its name: all records of several files, and the descriptions
}
# The budgets are gcc 12's. Another gcc may take a sixteenth more: gcc 14 takes up to 3 % more for a source.
GCC = 12


# As the static library is compiled.
OPTIONS = ("-O2", "-fPIC", "-ffunction-sections", "-fdata-sections")


def in_program(name, folder):
    """Bytes of the library in an example, which is linked without the C library."""
    own, linked = f"{folder}/{name}.of.o", f"{folder}/{name}"
    subprocess.run(["gcc", "-std=gnu11", *OPTIONS, f"-I{headers.SOURCE}/include", "-c",
                    f"{headers.SOURCE}/examples/{name}.c", "-o", own], check=True)
    subprocess.run(["gcc", "-nostdlib", "-static", "-Wl,--gc-sections,-e,main,--unresolved-symbols=ignore-all", own,
                    f"{folder}/libvmmetrics.a", "-o", linked], check=True)
    return loaded_bytes(linked) - loaded_bytes(own)


def loaded_bytes(path):
    """Code and data of an object or a program, without memory that begins as zeros."""
    return sum(map(int, subprocess.run(["size", path], capture_output=True, text=True,
                                       check=True).stdout.splitlines()[1].split()[:2]))


def sections(source, folder):
    """Bytes of code and of constants in the object of a source."""
    out = f"{folder}/{source.parent.name}_{source.stem}.o"
    subprocess.run(["gcc", "-std=c11", *OPTIONS, f"-I{headers.SOURCE}/include", "-c", str(source), "-o", out], check=True)
    sizes = subprocess.run(["size", "-A", out], capture_output=True, text=True, check=True).stdout
    found = [(name, int(size)) for name, size in re.findall(r"^(\.\S+)\s+(\d+)", sizes, flags=re.M)]
    return (sum(size for name, size in found if name.startswith(".text")),
            sum(size for name, size in found if name.startswith((".rodata", ".data.rel.ro"))))


if "Free Software Foundation" not in subprocess.run(["gcc", "--version"], capture_output=True, text=True, check=False).stdout:
    print("skipped: gcc is another compiler here")
    sys.exit(77)
version = subprocess.run(["gcc", "-dumpversion"], capture_output=True, text=True, check=True).stdout
room = 16 if int(version.split(".")[0]) == GCC else 17
code, tables = {}, 0
with tempfile.TemporaryDirectory() as work:
    for path in headers.SOURCES:
        name = (path.parent.name, path.stem)
        code[name], constants = sections(path, work)
        print(f"lib/{name[0]}/{path.name}: {code[name]} bytes of code, {constants} of constants")
        if name[0] in ("parse", "usage", "describe"):
            tables += constants
    linked = pathlib.Path(work) / "libvmmetrics.so"
    subprocess.run(["gcc", "-shared", *map(str, pathlib.Path(work).glob("*.o")), "-o", str(linked),
                    f"-Wl,--version-script={headers.SOURCE}/lib/vmmetrics.map"], check=True)
    loaded = sum(map(int, subprocess.run(["size", str(linked)], capture_output=True, text=True,
                                         check=True).stdout.splitlines()[1].split()[:3]))
    subprocess.run(["ar", "rc", f"{work}/libvmmetrics.a", *map(str, pathlib.Path(work).glob("*.o"))], check=True)
    programs = {name: in_program(name, work) for name in PROGRAMS}


def total(folders, stems=None):
    return sum(size for (folder, stem), size in code.items() if folder in folders and (stems is None or stem in stems))


def budget(what, size, limit, name):
    """`name` is what to change in this test, where the growth is worth its bytes."""
    limit = limit * room // 16
    headers.check(size <= limit, f"{what} has {size} bytes, and its budget is {limit}: make it smaller, or raise {name} in "
                  "tests/contract/test_size.py, and say in the commit why")


json = total(("scan", "record"), ("json",))
engine = total(("scan", "record")) - json
members = sum(record.members for record, _ in headers.described(sys.argv[1]))
budget("the code of the engine", engine, ENGINE, "ENGINE")
budget("the code that reads JSON", json, JSON, "JSON")
budget("the code of the descriptions", total(("describe",)), DESCRIPTIONS, "DESCRIPTIONS")
for (folder, stem), size in code.items():
    if folder in ("parse", "usage"):
        budget(f"the code of lib/{folder}/{stem}.c", size, LARGER.get(stem, FORMAT if folder == "parse" else USAGE), f"{stem} in LARGER")
budget(f"the constants of {members} members", tables, TABLE * members, "TABLE")
budget("the shared library, loaded,", loaded, LIBRARY, "LIBRARY")
for name, size in programs.items():
    budget(f"the library's part of examples/{name}.c", size, PROGRAMS[name], f"{name} in PROGRAMS")
headers.check(set(LARGER) <= {stem for _, stem in code}, f"no source: {set(LARGER) - {stem for _, stem in code}}")
largest = max(size for (folder, stem), size in code.items() if folder == "parse")
headers.end(f"engine {engine} bytes of code, JSON {json}, the largest format {largest}; tables {tables / members:.1f} bytes for each of "
            f"{members} members; {loaded} bytes loaded; in programs: " +
            ", ".join(f"{name} {size}" for name, size in programs.items()))
