# SPDX-License-Identifier: MIT
"""The Python binding gives what the vectors of vectors.py expect; and the vectors have every record and usage."""

import json
import math
import os
import pathlib
import sys

import consumer

sys.path[:0] = [str(consumer.SOURCE / path) for path in ("examples/bindings/python", "lib/describe")]
import describe  # noqa: E402
import generate  # noqa: E402
import vmmetrics  # noqa: E402

library = vmmetrics.Library()
described = describe.description(generate.INCLUDE)
TYPES = {record["name"]: {member["name"]: member["type"] for member in record["members"]} for record in described["records"]}


def found(record, failure, file=None):
    """A record or a failure as the vectors have it."""
    if failure is not None:
        return {"failure": str(failure), "file": file, "offset": failure.offset}
    return {"values": library.values(record)}


def read(given):
    """The records of an input, and the failures before the last record."""
    if given is None:
        return [], []
    if "files" not in given:
        rows = list(library.read(given["record"], given["text"].encode("latin-1"), given["file"]))
        good = [row for row in rows if not isinstance(row, vmmetrics.Failure)]
        return good, [found(None, row) if isinstance(row, vmmetrics.Failure) else found(row, None) for row in rows]
    record, results = library.new(given["record"]), []
    for name, text in given["files"]:
        try:
            library.feed(record, name, text.encode("latin-1"))
        except vmmetrics.Failure as failure:
            results.append(found(None, failure, name))
    return [record], results + [found(record, None)]


def compute(vector):
    inputs = [read(given)[0] for given in vector["inputs"]]
    rows = [inputs]
    if vector["usage"] not in ("cpus_usage", "threads_usage"):
        count = len(inputs[0 if vector["usage"] in ("memory_usage", "cgroup_memory_usage") else -1])
        rows = [[each[i] if i < len(each) else None for each in inputs] for i in range(count)]
    elif len(inputs) == 3:
        rows = [[*inputs[:2], None]]
    numbers = [vector[name] for name in ("elapsed_ns", "ticks_per_second") if vector[name] is not None]
    for row in rows:
        try:
            if vector["usage"] == "cgroup_memory_usage":
                yield found(library.usage(vector["usage"], row, limit_bytes=vmmetrics.UNKNOWN), None)
            else:
                yield found(library.usage(vector["usage"], row, *numbers), None)
        except vmmetrics.Failure as failure:
            yield found(None, failure)


def wanted(value, kind):
    if value is None or kind == "name":
        return value
    return math.inf if value == "max" else float(value) if kind == "double" else int(value)


def check(vector):
    consumer.comparisons += 1
    got = list(compute(vector)) if vector["usage"] else read(vector["inputs"][0])[1]
    name = f"{vector['name']}, {vector['usage'] or vector['inputs'][0]['record']}"
    consumer.check(len(got) == len(vector["expected"]), f"{name}: {len(got)} results, {len(vector['expected'])} expected")
    record = next((usage["gives"] for usage in described["usages"] if usage["name"] == vector["usage"]), None)
    types = TYPES[record or vector["inputs"][0]["record"]]
    for number, (one, other) in enumerate(zip(got, vector["expected"])):
        if "values" in other:
            seen.add(vector["usage"] or vector["inputs"][0]["record"])
            other = {"values": {key: wanted(value, types[key]) for key, value in other["values"].items()}}
        consumer.check(one == other, f"{name}, result {number}: {one}, expected {other}"[:600])


seen = set()
for line in pathlib.Path(os.environ["VMMETRICS_VECTORS"]).read_text(encoding="ascii").splitlines():
    check(json.loads(line))
records = {record["name"] for record in described["records"] if record["reader"] or record["has_files"]}
for missing in sorted((records | {usage["name"] for usage in described["usages"]}) - seen):
    print(f"no vector has a {missing}")
consumer.end()
