"""How much memory the library takes in a program, as gcc makes it at -O2, so that its growth is seen: the code of the engine
and of each format, their tables by the member, and the shared library as it is loaded.

usage: test_size.py LIBRARY.so"""

import pathlib
import re
import subprocess
import sys
import tempfile

import headers

# Bytes of code. The engine is what all formats share; JSON is a second one, for hypervisors.
ENGINE, JSON, FORMAT, USAGE = 10_240, 5_120, 1_536, 2_816
# The formats that are more than a table: names that may hold anything, rows of two versions, lines of several ages.
LARGER = {"process_stat": 2_560, "cgroup_io": 2_048, "diskstats": 1_920, "cgroup_path": 1_664, "hypervisor_device": 1_600}
# Bytes of constants that a member of a record takes, its names among them.
TABLE = 64
LIBRARY = 128 * 1024


def sections(source, folder):
    """Bytes of code and of constants in the object of a source."""
    out = f"{folder}/{source.parent.name}_{source.stem}.o"
    subprocess.run(["gcc", "-std=c11", "-O2", "-fPIC", f"-I{headers.SOURCE}/include", "-c", str(source), "-o", out],
                   check=True)
    sizes = subprocess.run(["size", "-A", out], capture_output=True, text=True, check=True).stdout
    found = [(name, int(size)) for name, size in re.findall(r"^(\.\S+)\s+(\d+)", sizes, flags=re.M)]
    return (sum(size for name, size in found if name.startswith(".text")),
            sum(size for name, size in found if name.startswith((".rodata", ".data.rel.ro"))))


if "Free Software Foundation" not in subprocess.run(["gcc", "--version"], capture_output=True, text=True, check=False).stdout:
    print("skipped: gcc is another compiler here")
    sys.exit(77)
code, tables = {}, 0
with tempfile.TemporaryDirectory() as work:
    for path in headers.SOURCES:
        name = (path.parent.name, path.stem)
        code[name], constants = sections(path, work)
        if name[0] in ("parse", "usage"):
            tables += constants
    linked = pathlib.Path(work) / "libvmmetrics.so"
    subprocess.run(["gcc", "-shared", *map(str, pathlib.Path(work).glob("*.o")), "-o", str(linked),
                    f"-Wl,--version-script={headers.SOURCE}/lib/vmmetrics.map"], check=True)
    loaded = sum(map(int, subprocess.run(["size", str(linked)], capture_output=True, text=True,
                                         check=True).stdout.splitlines()[1].split()[:3]))
json = sum(size for (folder, stem), size in code.items() if folder in ("scan", "record") and stem == "json")
engine = sum(size for (folder, stem), size in code.items() if folder in ("scan", "record") and stem != "json")
members = sum(record.members for record, _ in headers.described(sys.argv[1]))
headers.check(engine <= ENGINE, f"the engine has {engine} bytes of code; {ENGINE} are its limit")
headers.check(json <= JSON, f"the reader of JSON has {json} bytes of code; {JSON} are its limit")
for (folder, stem), size in code.items():
    if folder == "parse":
        limit = LARGER.get(stem, FORMAT)
        headers.check(size <= limit, f"lib/parse/{stem}.c has {size} bytes of code; {limit} are its limit")
    elif folder == "usage":
        headers.check(size <= USAGE, f"lib/usage/{stem}.c has {size} bytes of code; {USAGE} are its limit")
headers.check(tables <= TABLE * members, f"tables have {tables} bytes for {members} members; {TABLE} for each are their limit")
headers.check(loaded <= LIBRARY, f"the library takes {loaded} bytes as it is loaded; {LIBRARY} are its limit")
largest = max(size for (folder, stem), size in code.items() if folder == "parse")
headers.end(f"engine {engine} bytes of code, JSON {json}, the largest format {largest}; tables {tables / members:.1f} bytes for each of "
            f"{members} members; {loaded} bytes loaded")
