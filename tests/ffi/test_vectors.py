# SPDX-License-Identifier: MIT
"""The Python package gives what the vectors of vectors.py expect, as attributes and as dicts; and the vectors have every
record and usage."""

import json
import math
import os
import pathlib
import pickle
import sys

import consumer
import vmmetrics

sys.path.append(str(consumer.SOURCE / "lib" / "describe"))
import describe  # noqa: E402
import generate  # noqa: E402

described = describe.description(generate.INCLUDE)
TYPES = {record["name"]: {member["name"]: member["type"] for member in record["members"]} for record in described["records"]}
USAGES = {usage["name"]: usage for usage in described["usages"]}


def found(result):
    """A record or a failure as the vectors have it."""
    if isinstance(result, vmmetrics.Failure):
        return {"failure": str(result), "file": result.file, "offset": result.offset}
    values = result.as_dict()
    attributes = {name: getattr(result, name) for name in values}
    consumer.check(attributes == values, f"as attributes {attributes}, as a dict {values}"[:600])
    # What is no UTF-8 in a name cannot be given.
    is_exact = "\ufffd" not in str(values)
    consumer.check(not is_exact or type(result)(**values) == result, f"made of its own members: {result!r}"[:600])
    consumer.check(pickle.loads(pickle.dumps(result)) == result, f"stored and loaded: {result!r}"[:600])
    return {"values": values}


def read(given):
    """What is in an input: records and failures, in their order."""
    if given is None:
        return []
    kind, results = vmmetrics.records[given["record"]], []
    if "files" in given:
        texts = {name: text.encode("latin-1") for name, text in given["files"]}
        record = kind.read(texts, on_failure=results.append)
        return results + [record]
    text = given["text"].encode("latin-1")
    if not hasattr(kind, "rows"):
        try:
            return [kind.parse(text)]
        except vmmetrics.Failure as failure:
            return [failure]
    rows = kind.rows(text, given["file"]) if given["file"] else kind.rows(text)
    while True:
        try:
            results.append(next(rows))
        except vmmetrics.Failure as failure:
            results.append(failure)
        except StopIteration:
            return results


def compute(vector):
    usage = USAGES[vector["usage"]]
    inputs = [[row for row in read(given) if isinstance(row, vmmetrics.Record)] for given in vector["inputs"]]
    rows = [[each if of["is_list"] else None for each, of in zip(inputs, usage["inputs"])]]
    if not usage["inputs"][0]["is_list"]:
        count = len(inputs[0 if usage["verb"] == "of" else -1])
        rows = [[each[i] if i < len(each) else None for each in inputs] for i in range(count)]
    name = usage["verb"] if usage["name"] == usage["gives"] else f"{usage['name']}_{usage['verb']}"
    kind = vmmetrics.records[usage["gives"]]
    numbers = {number: vector[number] for number in usage["numbers"]}
    for row in rows:
        try:
            yield getattr(kind, name)(*row, **numbers)
        except vmmetrics.Failure as failure:
            yield failure


def wanted(value, kind):
    if value is None or kind == "name":
        return value
    return math.inf if value == "max" else float(value) if kind == "double" else int(value)


def check(vector):
    consumer.comparisons += 1
    got = [found(result) for result in (compute(vector) if vector["usage"] else read(vector["inputs"][0]))]
    record = USAGES[vector["usage"]]["gives"] if vector["usage"] else vector["inputs"][0]["record"]
    name = f"{vector['name']}, {vector['usage'] or record}"
    consumer.check(len(got) == len(vector["expected"]), f"{name}: {len(got)} results, {len(vector['expected'])} expected")
    for number, (one, other) in enumerate(zip(got, vector["expected"])):
        if "values" in other:
            seen.add(vector["usage"] or record)
            other = {"values": {key: wanted(value, TYPES[record][key]) for key, value in other["values"].items()}}
        consumer.check(one == other, f"{name}, result {number}: {one}, expected {other}"[:600])


seen = set()
for line in pathlib.Path(os.environ["VMMETRICS_VECTORS"]).read_text(encoding="ascii").splitlines():
    check(json.loads(line))
records = {record["name"] for record in described["records"] if record["reader"] or record["has_files"]}
for missing in sorted((records | {usage["name"] for usage in described["usages"]}) - seen):
    print(f"no vector has a {missing}")
consumer.end()
