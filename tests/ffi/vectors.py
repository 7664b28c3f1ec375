# SPDX-License-Identifier: MIT
"""Writes vectors.jsonl: samples of tests/data, and what the library reads in them and computes from them. Each language's
test reads the same file. docs/languages.md says how.

usage: vectors.py VECTOR OUTPUT      VECTOR is the program of vector.c

A line is an object:

    name      which sample
    usage     null, or the usage that is computed
    inputs    one, or as many as the usage has: {"record", "file", "text"} is a text that is one record or has rows;
              {"record", "files"} is a record that is read from files, pairs of name and text; null is a missing sample
    elapsed_ns, ticks_per_second, limit_bytes
              numbers of the usage; null if the usage does not take the number, or if the number is unknown
    expected  a list: {"values": {member: value}}, or {"failure": status in words, "file", "offset"}

A character of a text is a byte, so a text has characters up to U+00FF. An unknown value is null, and no limit is "max". An
integer above 2^53 - 1 is a string, since not every reader of JSON keeps its digits; the type of the member tells which. A
double has all its digits. Bytes of a name that are not UTF-8 are U+FFFD. A usage takes the n-th row of each input, except
one of threads or of all CPUs, which takes all rows."""

import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import samples

DATA = samples.DATA
SECOND = samples.SECOND
TICKS = os.sysconf("SC_CLK_TCK")
# The folders of tests/data; the records that are read from their files, and the file's name in the kernel. A name that
# is None follows from the name of the sample.
TEXTS = {
    "proc-stat": [("cpu", ""), ("stat", "")],
    "proc-meminfo": [("meminfo", "")],
    "proc-vmstat": [("vmstat", ""), ("vmstat_detail", "")],
    "proc-pressure": [("pressure", "")],
    "proc-net-dev": [("net", "")],
    "proc-net-tcp": [("socket", "")],
    "proc-diskstats": [("disk", "")],
    "cgroup-io": [("cgroup_io", None)],
    "firecracker-metrics": [("firecracker", ""), ("hypervisor_device", "")],
    "firecracker-balloon": [("balloon", "")],
    "qemu-balloon": [("balloon", "")],
    "qemu-cpus": [("balloon", "")],
    "cloud-hypervisor-info": [("balloon", "")],
    "cloud-hypervisor-counters": [("hypervisor_device", "")],
    "kmsg": [("oom_kill", "")],
}
# Folders whose files are each a file of a record, and folders with directories.
FED = {"cgroup-memory-stat": ("cgroup_memory", "memory.stat"), "proc-pid-stat": ("process", "stat"),
       "proc-pid-status": ("process", "status"), "proc-pid-statm": ("process", "statm"), "proc-pid-io": ("process", "io"),
       "proc-pid-schedstat": ("process", "schedstat"), "proc-pid-smaps-rollup": ("process", "smaps_rollup"),
       "proc-loadavg": ("system", "loadavg"), "proc-uptime": ("system", "uptime"), "sys-block-stat": ("disk", "stat"),
       **{f"proc-net-{name}": ("protocols", name) for name in ("snmp", "netstat", "snmp6", "sockstat", "sockstat6")}}
DIRECTORIES = {"cgroup-directory": "cgroup", "sys-class-net": "net"}
# Usages of two samples of a record, those of one, and those that take all rows.
BETWEEN = {"cpu": "cpu_usage", "pressure": "pressure_usage", "net": "net_usage", "disk": "disk_usage",
           "cgroup_io": "cgroup_io_usage", "hypervisor_device": "hypervisor_device_usage", "process": "process_usage",
           "cgroup": "cgroup_usage", "protocols": "protocols_usage"}
OF = {"meminfo": "memory_usage"}
OF_ROWS = {"cpu": "cpus_usage", "process": "threads_usage"}
NUMBERS = {"cpu_usage": (), "memory_usage": (), "cgroup_memory_usage": (),
           "process_usage": ("elapsed_ns", "ticks_per_second"), "cpus_usage": ("elapsed_ns", "ticks_per_second")}


def file_of(record, name, sample):
    """The file that a sample of a record with several kinds of files is."""
    if name is not None:
        return name
    kind = re.search(r"(io\.stat|io\.max|io_serviced_recursive|io_service_bytes_recursive|io_serviced|io_service_bytes|"
                     r"(?:read|write)_(?:bps|iops)_device)", sample)[1]
    return kind if kind.startswith("io.") else f"blkio.throttle.{kind}"


def files_in(folder):
    return sorted(file for file in folder.iterdir() if file.is_file() and file.suffix != ".md")


def text_of(data):
    return data.decode("latin-1")


def whole(record, file, data):
    return {"record": record, "file": file, "text": text_of(data)}


def fed(record, files):
    return {"record": record, "files": [[name, text_of(data)] for name, data in files.items()]}


def variants(data):
    """The bytes as they are; one wrong byte before a number in the middle; without the end of the last line; nothing."""
    yield "", data
    yield from ((what, change({"": data})[""]) for what, change in (("broken", samples.broken), ("cut", samples.cut)))


def inputs():
    """Names and inputs, and the later sample of each."""
    for folder, records in TEXTS.items():
        for index, path in enumerate(files_in(DATA / folder)):
            for record, name in records:
                file = file_of(record, name, path.name)
                # The places of the files tell samples.grown() which numbers are no counters.
                place = "proc/diskstats" if record == "disk" else folder
                # Two samples of each kind are broken in two ways.
                for what, data in list(variants(path.read_bytes()))[:3 if index < 2 else 1]:
                    yield (f"{folder}/{path.name} {what}".strip(), whole(record, file, data),
                           whole(record, file, samples.grown(place, data)))
        for record, name in records:
            yield f"{folder} empty", whole(record, file_of(record, name, "io.stat"), b""), None
    for folder, (record, name) in FED.items():
        place = f"proc/self/{name}" if record == "process" else folder
        for index, path in enumerate(files_in(DATA / folder)):
            for what, data in list(variants(path.read_bytes()))[:3 if index < 2 else 1]:
                yield (f"{folder}/{path.name} {what}".strip(), fed(record, {name: data}),
                       fed(record, {name: samples.grown(place, data)}))
    for folder, record in DIRECTORIES.items():
        for path in sorted(path for path in (DATA / folder).iterdir() if path.is_dir()):
            files = {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*"))
                     if file.is_file() and file.suffix != ".md"}
            yield f"{folder}/{path.name}", fed(record, files), fed(record, samples.later(files))
    files = {name: (DATA / f"proc-pid-{name.replace('_', '-')}" / "linux-6.18-process").read_bytes()
             for name in ("stat", "status", "statm", "io", "schedstat")}
    later = {**files, "stat": samples.grown("proc/self/stat", files["stat"])}
    yield "process", fed("process", files), fed("process", later)


def usage(name, of, *given):
    numbers = {"elapsed_ns": SECOND, "ticks_per_second": TICKS}
    takes = NUMBERS.get(of, ("elapsed_ns",))
    return {"name": name, "usage": of, "inputs": list(given),
            **{number: value if number in takes else None for number, value in numbers.items()}, "limit_bytes": None}


def vectors():
    cgroups, seen = {}, {}
    for name, before, after in inputs():
        record = before["record"]
        yield {"name": name, "usage": None, "inputs": [before],
               **dict.fromkeys(("elapsed_ns", "ticks_per_second", "limit_bytes"))}
        if record in OF:
            yield usage(name, OF[record], before)
        if after is None or name.endswith((" broken", " cut")):
            continue
        seen[record] = seen.get(record, 0) + 1
        if record in BETWEEN:
            yield usage(name, BETWEEN[record], before, after)
        if record in BETWEEN and seen[record] <= 2:
            yield usage(f"{name} restarted", BETWEEN[record], after, before)
            yield usage(f"{name} first", BETWEEN[record], None, before)
            yield {**usage(f"{name} no time", BETWEEN[record], before, after),
                   **({} if BETWEEN[record] == "cpu_usage" else {"elapsed_ns": 0})}
        if record in OF_ROWS:
            yield usage(name, OF_ROWS[record], before, after)
        if record == "cgroup":
            cgroups[name] = before
    memory = fed("cgroup_memory", {"memory.stat": (DATA / "cgroup-memory-stat" / "linux-6.1-v2").read_bytes()})
    for name, cgroup in cgroups.items():
        yield usage(name, "cgroup_memory_usage", cgroup, memory)


def arguments_of(given, folder):
    """An input as arguments of vector."""
    if given is None:
        return ["-"]
    words = [given["record"]]
    for number, (name, text) in enumerate(given.get("files") or [(given["file"], given["text"])]):
        path = folder / f"{number}"
        path.write_bytes(text.encode("latin-1"))
        words += [name, path]
    return words


def safe(value):
    """A value that every reader of JSON keeps: an integer above 2^53 - 1 is a string."""
    return str(value) if isinstance(value, int) and value > 2**53 - 1 else value


def expected(program, vector):
    with tempfile.TemporaryDirectory() as work:
        words = [program] + (["--usage", vector["usage"], vector["elapsed_ns"] or 0] if vector["usage"] else [])
        for number, given in enumerate(vector["inputs"]):
            folder = pathlib.Path(work, str(number))
            folder.mkdir()
            words += (["--"] if number else []) + arguments_of(given, folder)
        ended = subprocess.run([str(word) for word in words], capture_output=True, timeout=60, check=False)
    if ended.returncode != 0 or ended.stderr:
        sys.exit(f"{vector['name']}: {' '.join(map(str, words))}: {ended.stderr.decode('utf-8', 'replace')}")
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    for line in lines:
        if "values" in line:
            line["values"] = {name: safe(value) for name, value in line["values"].items()}
    # The later samples of threads are one row each, so no third input is given in C either.
    return {**vector, "inputs": vector["inputs"] + [None] * (vector["usage"] == "threads_usage"), "expected": lines}


def main(program, output):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        lines = [json.dumps(line) for line in pool.map(lambda vector: expected(program, vector), list(vectors()))]
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{output}: {len(lines)} vectors")


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2])) if len(sys.argv) == 3 else sys.exit(__doc__)
