# SPDX-License-Identifier: MIT
"""Writes the page of the kernel's keys: each file that the library reads, each key in it, and the member that has its value or the
reason why there is none.

usage: keys.py list FOLDER >docs/keys.list      the keys of a machine whose files are in FOLDER, with `uname -a` in FOLDER/uname
       keys.py check                            fails if a key has neither member nor reason, or a reason has no such key
       keys.py page OUTPUT                      the page

docs/keys.list has the keys that the newest kernel prints, and docs/keys.reasons the reasons. Members come from the comments of the
headers, which lib/describe/generate.py reads."""

import fnmatch
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "lib" / "describe")]
import fields  # noqa: E402
import generate  # noqa: E402

# How the keys stand in a file.
BEFORE_COLON, FIRST_WORD, PRESSURE, WORDS, COLUMNS, WHOLE, TWO_LINES, IN_LINE = range(8)
# Files, how their keys stand, and the records that have their members. The first pattern that matches counts.
FILES = (
    ("proc/stat", FIRST_WORD, "stat"),
    ("proc/meminfo", BEFORE_COLON, "meminfo"),
    ("proc/vmstat", FIRST_WORD, "vmstat vmstat_detail"),
    ("proc/loadavg", COLUMNS, "system"),
    ("proc/uptime", COLUMNS, "system"),
    ("proc/diskstats", COLUMNS, "disk"),
    ("proc/net/dev", COLUMNS, "net"),
    ("proc/net/snmp", TWO_LINES, "protocols"),
    ("proc/net/netstat", TWO_LINES, "protocols"),
    ("proc/net/snmp6", FIRST_WORD, "protocols"),
    ("proc/net/sockstat*", IN_LINE, "protocols"),
    ("proc/pressure/*", PRESSURE, "pressure"),
    ("proc/self/stat", COLUMNS, "process"),
    ("proc/self/status", BEFORE_COLON, "process"),
    ("proc/self/statm", COLUMNS, "process"),
    ("proc/self/io", BEFORE_COLON, "process"),
    ("proc/self/schedstat", COLUMNS, "process"),
    ("proc/self/smaps_rollup", BEFORE_COLON, "process"),
    ("sys/fs/cgroup/memory.stat", FIRST_WORD, "cgroup_memory"),
    ("sys/fs/cgroup/cgroup.pressure", WHOLE, "cgroup"),
    ("sys/fs/cgroup/*.pressure", PRESSURE, "pressure"),
    ("sys/fs/cgroup/io.stat", WORDS, "cgroup_io"),
    ("sys/fs/cgroup/io.max", WORDS, "cgroup_io"),
    ("sys/fs/cgroup/misc.events*", WHOLE, "cgroup"),
    ("sys/fs/cgroup/rdma.events*", WHOLE, "cgroup"),
    ("sys/fs/cgroup/c*.stat", FIRST_WORD, "cgroup"),
    ("sys/fs/cgroup/*.stat.local", FIRST_WORD, "cgroup"),
    ("sys/fs/cgroup/*.events", FIRST_WORD, "cgroup"),
    ("sys/fs/cgroup/*.events.local", FIRST_WORD, "cgroup"),
    ("sys/fs/cgroup/*.*", WHOLE, "cgroup"),
    ("sys/class/net/*", WHOLE, "net"),
    ("sys/block/*", WHOLE, "disk"),
)
# How many columns of a row are members, with its names.
COLUMNS_READ = {"proc/loadavg": 6, "proc/uptime": 2, "proc/diskstats": 20, "proc/net/dev": 17, "proc/self/stat": 52,
                "proc/self/statm": 7, "proc/self/schedstat": 3}
# Keys and files that are records of their own, or that have columns.
OTHERS = {("proc/stat", "cpu"): "struct vmm_cpu", ("proc/stat", "cpuN"): "struct vmm_cpu",
          ("sys/block/stat", ""): "struct vmm_disk", ("sys/block/uevent", ""): "`major`, `minor`, `diskseq`"}

PAGE = """# Keys of Linux {kernel} {{#keys}}

Each file that the library reads, as Linux {kernel} prints it, and each key in it: the member that has its value, or the reason why no
member has it. {counted}

A value without a member is not lost: vmm_key_next() gives each key with its value, and vmm_value_parse() turns a value into a number. A
file of one value needs vmm_value_parse() alone. `examples/numbers.c` shows it for any file, such as `memory.numa_stat`, `misc.current` and
`rdma.current`.

{tables}"""


def kind_of(name):
    return next((row for row in FILES if fnmatch.fnmatchcase(name, row[0])), None)


# ---- the keys of a machine ----

def keys_in(how, text):
    lines = [line for line in text.splitlines() if line.strip()]
    if how == WHOLE:
        return []
    if how == COLUMNS:
        row = re.sub(r"\(.*\)", "x", lines[-1]).replace("/", " ").replace(":", " ").split()
        return [f"{len(row)} columns"]
    if how in (PRESSURE, WORDS):
        first = "{} " if how == PRESSURE else ""
        return [first.format(line.split()[0]) + word.partition("=")[0] for line in lines for word in line.split()[1:]]
    if how in (TWO_LINES, IN_LINE):
        # The names of a section stand in its first line, or each before its value.
        return [f"{words[0]} {word}" for words in map(str.split, lines[::2] if how == TWO_LINES else lines)
                for word in (words[1:] if how == TWO_LINES else words[1::2])]
    lines = [line for line in lines if how == FIRST_WORD or re.match(r"\S+:", line)]
    return [re.sub(r"^cpu[0-9]+$", "cpuN", re.split(r"[: \t]", line)[0]) for line in lines]


def found_in(folder):
    """The keys of each file, in the kernel's order. All cgroups count as one, and all interfaces, and all disks."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        name = re.sub(r"^(sys/fs/cgroup)/.*/", r"\1/", name)
        name = re.sub(r"^(sys/class/net|sys/block)/[^/]+/", r"\1/", name)
        if path.is_file() and kind_of(name) is not None and "queue" not in name:
            rows = found.setdefault(name, [])
            keys = keys_in(kind_of(name)[1], path.read_text(errors="replace"))
            rows += [key for key in dict.fromkeys(keys) if key not in rows]
    return found


def write_list(folder):
    kernel = (folder / "uname").read_text(encoding="utf-8")
    # Debian calls its kernel of 7.3-rc7 7.3-amd64, and its version 7.3~rc7-1.
    version = re.search(r" Debian ([0-9.]+)(?:~(rc[0-9]+))?", kernel) or re.search(r" ([0-9.]+)(?:-(rc[0-9]+))?", kernel)
    print(f"# {'-'.join(filter(None, version.groups()))}: `docs/keys.py list FOLDER` has written this.")
    for name, keys in found_in(folder).items():
        print(f"{name}:", *(key.replace(" ", "~") for key in keys))


# ---- what becomes of each ----

def read_list():
    first, *lines = (HERE / "keys.list").read_text(encoding="utf-8").splitlines()
    found = {}
    for line in lines:
        name, _, keys = line.partition(":")
        found[name] = [key.replace("~", " ") for key in keys.split()] or [""]
    return re.match(r"# (\S+):", first)[1], found


def read_reasons(path=HERE / "keys.reasons"):
    """(file, key, reason); a file and a key may be patterns."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            place, _, reason = line.partition(" | ")
            name, _, key = place.strip().partition(" ")
            rows.append((name, key.strip(), reason.strip()))
    return rows


def sources_of(records):
    """For each record, its members and what their comments say about the source, without version 1 of cgroups."""
    return {record.name: [(member.name, re.sub(r",? ?\bv1 .*", "", fields.take_apart(member)[1]))
                          for member in record.members] for record in records}


def members_of(name, key, sources):
    """What has the value of a key: members, or a record. Empty if there is none."""
    _, how, records = kind_of(name)
    file = re.escape(name.rpartition("/")[2])
    if (name, key) in OTHERS:
        return OTHERS[name, key]
    if how == COLUMNS:
        return f"struct vmm_{records}" if key == f"{COLUMNS_READ[name]} columns" else ""
    if how == WHOLE:
        wanted = rf"`(statistics/)?{file}`(,|$)"
    elif records in ("process", "cgroup", "cgroup_io", "protocols"):
        wanted = rf"`{file}` `{re.escape(key)}`"
    else:
        wanted = rf"^`{re.escape(key)}`"
    return ", ".join(f"`{member}`" for record in records.split() for member, source in sources.get(record, ())
                     if re.search(wanted, source))


def judged():
    """The kernel, and for each file its rows of (key, member, reason); and the reasons without a key."""
    kernel, found = read_list()
    sources = sources_of(generate.records_of(generate.INCLUDE))
    reasons = read_reasons()
    used, tables = set(), {}
    for name, keys in found.items():
        rows = tables[name] = []
        for key in keys:
            members, reason = members_of(name, key, sources), ""
            for place, (file, pattern, why) in enumerate(reasons):
                if not members and fnmatch.fnmatchcase(name, file) and fnmatch.fnmatchcase(key, pattern):
                    reason = reason or why
                    used.add(place)
            rows.append((key, members, reason))
    stale = [f"{file} {key}" for place, (file, key, _) in enumerate(reasons) if place not in used]
    return kernel, tables, stale


def check():
    _, tables, stale = judged()
    rows = [(name, *row) for name, table in tables.items() for row in table]
    without = [f"{name} {key}: neither a member nor a reason" for name, key, members, why in rows if not members and not why]
    without += [f"{place}: a reason for a key that has a member, or that the kernel does not print" for place in stale]
    print(*without, sep="\n", end="\n" if without else "")
    print(f"{len(rows)} keys and files: {sum(bool(row[2]) for row in rows)} have members, "
          f"{sum(bool(row[3]) for row in rows)} a reason, {len(without)} problems")
    return len(without) != 0


def write_page(output):
    kernel, tables, _ = judged()
    text, files = [], {}
    for name, rows in tables.items():
        # Files of one value of one directory are rows of one table.
        if rows[0][0] == "":
            files.setdefault(name.rpartition("/")[0], []).extend([(name.rpartition("/")[2], *row[1:]) for row in rows])
        else:
            files[name] = rows
    for name, rows in files.items():
        title = "file" if name in ("sys/fs/cgroup", "sys/class/net", "sys/block", "sys/class/net/statistics") else "key"
        text += [f"## /{name} {{#keys_{re.sub(r'[^a-z0-9]', '_', name.lower())}}}", "", f"| {title} | member | why none |", "|---|---|---|"]
        text += [f"| `{key}` | {members} | {why} |" for key, members, why in rows] + [""]
    count = sum(len(rows) for rows in tables.values())
    members = sum(bool(row[1]) for rows in tables.values() for row in rows)
    counted = f"Of {count} keys and files of one value, {members} have members, and {count - members} a reason."
    pathlib.Path(output).write_text(PAGE.format(kernel=kernel, counted=counted, tables="\n".join(text)), encoding="utf-8")
    return False


if __name__ == "__main__":
    if sys.argv[1:2] == ["list"]:
        sys.exit(write_list(pathlib.Path(sys.argv[2])))
    sys.exit(write_page(sys.argv[2]) if sys.argv[1:2] == ["page"] else check())
