# SPDX-License-Identifier: MIT
"""A plain reading of the kernel's files, which shares no code with the library. The comments in the headers say which
file, key or column a member has; so these comments are tested too.

A reading is a list of rows. A row has the values that each member may have, by the member's name: None is unknown, and
"max" is no limit. A number that two files have may differ in them."""

import decimal
import functools
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
# The cgroup with limits in guest.sh.
INNER = "/sys/fs/cgroup/box/inner"
sys.path[:0] = [str(SOURCE / "docs")]
import fields  # noqa: E402  (which knows lib/describe/generate.py)

PLACES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"]
# What version 1 of cgroups prints for no limit: the largest number of whole pages, of up to 64 KB.
NO_LIMIT = range(2**63 - 65536, 2**63)
# The words of members that are enumerators, in the order of their numbers.
WORDS = {
    ("process", "state"): ["R", "S", "D", "T", "t", "Z", "X", "I", "P", "K", "W"],
    ("net", "operstate"): ["unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"],
    ("net", "duplex"): ["half", "full", "unknown"],
    ("cgroup", "cgroup_type"): ["domain", "domain threaded", "domain invalid", "threaded"],
    ("cgroup", "cpuset_cpus_partition"): ["member", "root", "isolated", "root invalid", "isolated invalid"],
}
# Sectors of 512 bytes, megabits, kilobytes that do not say so.
SCALES = {("disk", "read_bytes"): 512, ("disk", "write_bytes"): 512, ("disk", "discard_bytes"): 512,
          ("disk", "size_bytes"): 512, ("net", "speed_bits_per_second"): 10**6, ("vmstat", "pgpgin_bytes"): 1024,
          ("vmstat", "pgpgout_bytes"): 1024}
# Members that are the number of CPUs or nodes in a list such as 0-3,8.
LISTS = re.compile(r"(cpus|mems)_allowed|cpuset_(cpus|mems)(_exclusive|_effective|_isolated)*")
NET_DEV = {"rx": "bytes packets errs drop fifo frame compressed multicast",
           "tx": "bytes packets errs drop fifo colls carrier compressed"}


class Source:
    """A file, a key in it and a place among the values, each None if the comment names none, and the versions of
    cgroups."""

    def __init__(self, text, one_file):
        # A comment that names one file for all members has the key alone.
        words = re.findall(r"`([^`]+)`", text)
        self.file = words[0] if words and not one_file and not text.startswith("/proc/") else None
        self.key = words[0] if one_file and words else words[1] if len(words) > 1 else None
        found = re.search(r"(\w+) (?:value|number)|(?:field|Column) (\d+)|(before|after) the slash|`, ([A-Z_]+)", text)
        place = next(filter(None, found.groups()), None) if found else None
        self.place = PLACES.index(place) if place in PLACES else int(place) - 1 if place and place.isdigit() else place
        self.versions = "12" if "both versions" in text else "1" if text.startswith("v1 ") else "2"
        self.text = text

    def of(self, words):
        """The word in the place; none if there are fewer words."""
        return words[-1:] if self.place == "last" else words[self.place or 0:][:1]


@functools.cache
def record(name):
    """The members of a record: {name: (the member, its sources)}."""
    for found in fields.generate.records_of(SOURCE / "include" / "vmmetrics"):
        if found.name == name:
            members = {}
            for member in found.members:
                said = fields.take_apart(member)[1]
                texts = re.split(r", (?=v1 |`|/proc/)", said) if said else []
                one_file = not found.files or name == "cgroup_memory"
                members[member.name] = member, [Source(text, one_file) for text in texts]
            return members
    raise LookupError(name)


def number(name, member, word):
    """The value that a word spells for a member of the record."""
    if (name, member.name) in WORDS:
        words = WORDS[name, member.name]
        # A remark in brackets says what a letter means, or why a partition is invalid.
        word = word.partition(" (")[0]
        return words.index(word) + 1 if word in words else None
    if LISTS.fullmatch(member.name):
        return sum(int(last or first) - int(first) + 1 for first, last in re.findall(r"(\d+)(?:-(\d+))?", word))
    if word == "max":
        return "max" if member.kind == "limit" else None
    if member.type == "NAME":
        return word
    if member.unit == "hundredths":
        value = int(decimal.Decimal(word) * 100)
    else:
        value, *unit = word.split()
        value = int(value, 16 if value.startswith("0x") else 10)
        value *= 1024 if unit == ["kB"] else 1
    if member.type == "DOUBLE":
        return value
    value *= SCALES.get((name, member.name), 1)
    if member.kind == "limit" and (value in (-1, 2**64 - 1) or value in NO_LIMIT):
        return "max"
    # A size of 2^63 or more is a negative number that the kernel printed without its sign.
    most = 2**63 if member.kind == "gauge" and member.unit in ("bytes", "pages") else 2**64 - 1
    return value if 0 <= value < most else None


def keys(text):
    """The values of lines `key value`, `key: value` and `key=value`, by key."""
    return {key: value.strip() for key, value in re.findall(r"^([^\s:=]+)[:= \t][ \t]*(.*)$", text, re.M)}


def key_values(name, text, version="2"):
    """A record that is lines of keys."""
    found, row = keys(text), {}
    for member, sources in record(name).values():
        values = [found[source.key] for source in sources if version in source.versions and source.key in found]
        row[member.name] = [number(name, member, value) for value in values]
    return [row]


def read_cgroup_memory(files, path):
    text = files.get(f"{path}/memory.stat")
    if text is None:
        return []
    return key_values("cgroup_memory", text, "1" if "total_cache" in text else "2")


def read_cpu(files, path):
    rows = []
    for line in files[path].splitlines():
        found = re.match(r"cpu(\d*) ", line)
        if not found:
            break
        words = line.split()[1:]
        rows.append({member.name: [number("cpu", member, word) for word in words[sources[0].place:][:1]]
                     for member, sources in record("cpu").values() if sources})
        rows[-1]["id"] = [int(found[1])] if found[1] else []
    return rows


def read_stat(files, path):
    found, row = keys(files[path]), {}
    # The kernel's own order of the soft interrupts.
    softirqs = re.findall(r"^ *(\w+):", files[path.replace("/stat", "/softirqs")], re.M)
    for member, (source,) in record("stat").values():
        words = found.get(source.key, "").split()
        place = softirqs.index(source.place) + 1 if source.place in softirqs else source.place or 0
        row[member.name] = [number("stat", member, words[place])] if words else []
    return [row]


def read_pressure(files, path):
    # A kernel that counts no time of interrupts has no file irq.
    if path not in files:
        return [{}]
    found = {f"{line.split()[0]} {key}": value for line in files[path].splitlines()
             for key, value in re.findall(r"(\w+)=(\S+)", line)}
    return [{member.name: [number("pressure", member, found[source.key])] if source.key in found else []
             for member, (source,) in record("pressure").values()}]


def directory(name, files, path):
    """A record of files of a directory."""
    row = {}
    for member, sources in record(name).values():
        row[member.name] = []
        # The number of a virtual CPU is in the name of its thread.
        for source in sources if member.name != "vcpu" else ():
            text = files.get(f"{path}/{source.file}") if source.file else None
            if not text:
                continue
            if source.file == "stat" and name == "process":
                head, comm, tail = re.fullmatch(r"(\d+) \((.*)\) (.*)\n", text, re.S).groups()
                words = source.of([head, comm, *tail.split()])
            elif source.key is not None:
                value = keys(text).get(source.key)
                words = [] if value is None else source.of(value.split()) if source.place is not None else [value]
            elif source.place == "before" or source.place == "after":
                words = [re.search(r"(\d+)/(\d+)", text)[1 if source.place == "before" else 2]]
            elif source.place is not None:
                words = source.of(text.split())
            else:
                words = [text.strip("\n")]
            row[member.name] += [number(name, member, word) for word in words]
    return row


def read_system(files, path):
    return [directory("system", files, path)]


def read_process(files, path):
    row = directory("process", files, path)
    found = re.fullmatch(r"(?:fc_vcpu |vcpu|CPU )(\d+)(?:/KVM|/TCG)?", *row["comm"]) if row["comm"] else None
    row["vcpu"] = [int(found[1])] if found else []
    if files.get(f"{path}/schedstat") == "0 0 0\n":
        row.update({name: [None] for name in ("run_time_ns", "run_delay_ns", "timeslices")})
    return [row]


def read_cgroup(files, path):
    return [directory("cgroup", files, path)]


def read_net(files, path):
    if path in files:
        rows = []
        for line in files[path].splitlines()[2:]:
            name, _, values = line.rpartition(":")
            values = values.split()
            row = {"name": [name.strip()]}
            columns = [f"{side} /proc/net/dev `{column}`" for side in NET_DEV for column in NET_DEV[side].split()]
            for member, sources in record("net").values():
                # The two halves of the line have columns of the same names.
                side = "rx" if re.search("rx_|multicast", member.name) else "tx"
                row.update({member.name: [number("net", member, values[columns.index(f"{side} {source.text}")])]
                            for source in sources if f"{side} {source.text}" in columns})
            rows.append(row)
        return rows
    row = directory("net", files, path)
    row["name"] = [path.rpartition("/")[2]]
    return [row]


def read_disk(files, path):
    def numbers(words):
        return {member.name: [number("disk", member, words[sources[0].place])]
                for member, sources in record("disk").values()
                if sources and isinstance(sources[0].place, int) and sources[0].text.startswith("Column") and
                sources[0].place < len(words)}
    if path in files:
        rows = []
        for line in files[path].splitlines():
            words = line.split()
            rows.append({"major": [int(words[0])], "minor": [int(words[1])], "name": [words[2]], **numbers(words[3:])})
        return rows
    row = directory("disk", files, path)
    row.update(numbers(files[f"{path}/stat"].split()))
    row["name"] = [path.rpartition("/")[2]]
    return [row]


def read_cgroup_io(files, path):
    rows = []
    for line in files[path].splitlines():
        # A device without numbers stands on the line of the next one.
        for device, pairs in re.findall(r"(\d+:\d+)((?: \w[\w.]*=\S+)*)", line):
            found = dict(re.findall(r"(\w+)=(\S+)", pairs))
            major, minor = device.split(":")
            row = {"major": [int(major)], "minor": [int(minor)]}
            for member, sources in record("cgroup_io").values():
                row.setdefault(member.name, [number("cgroup_io", member, found[source.key]) for source in sources
                                             if source.file == path.rpartition("/")[2] and source.key in found])
            rows.append(row)
    return rows


def read_socket(files, path):
    rows = []
    for line in files[path].splitlines()[1:]:
        words = line.split()
        state, (sent, received) = int(words[3], 16), words[4].split(":")
        listens = state == 10 and "tcp" in path
        rows.append({
            "address_bytes": [len(words[1].split(":")[0]) // 2], "local_port": [int(words[1].split(":")[1], 16)],
            "remote_port": [int(words[2].split(":")[1], 16)], "state": [state], "tx_queue_bytes": [int(sent, 16)],
            "rx_queue_bytes": [] if listens else [int(received, 16)], "uid": [int(words[7])], "inode": [int(words[9])],
            "accept_queue": [int(received, 16)] if listens else [], "drops": [int(words[12])] if "udp" in path else []})
    return rows


def read_cgroup_membership(files, path):
    return [dict(zip(("hierarchy", "controllers", "path"), ([word] for word in line.split(":", 2))))
            for line in files[path].splitlines()]


def read_mount(files, path):
    rows = []
    for line in files[path].splitlines():
        head, tail = line.split(" - ", 1)
        mount, parent, device, root, point, options, *optional = head.split(" ")
        kind, source, of_super = tail.split(" ")
        rows.append({name: [value] for name, value in {
            "mount_id": mount, "parent_id": parent, "device": device, "root": root, "mount_point": point,
            "mount_options": options, "optional_fields": " ".join(optional), "type": kind, "source": source,
            "super_options": of_super}.items()})
    return rows


def read_key(files, path):
    return [{"key": [key], "value": [value]} for key, value in re.findall(r"^([^\s:=]+)[ :=]+(.*)$", files[path], re.M)]


def read(format, files, path):
    """The rows of a format's file or directory, of files by their paths."""
    reader = globals().get(f"read_{format}")
    return reader(files, path) if reader else key_values(format, files[path])


def of_cgroup(files):
    """The folder in /proc of the first process in the cgroup with limits."""
    processes = [int(path.split("/")[2]) for path, text in files.items()
                 if re.fullmatch(r"2/proc/\d+/cgroup", path) and "/box/inner" in text]
    return f"/proc/{min(processes)}"
