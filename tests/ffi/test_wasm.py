# SPDX-License-Identifier: MIT
"""The library as WebAssembly: made twice it is the same, it needs nothing of its host, it exports what the headers
declare, and it is small.

usage: test_wasm.py OUTPUT.wasm CLANG"""

import pathlib
import sys

import consumer

sys.path[:0] = [str(consumer.SOURCE / path) for path in ("lib/describe", "cmake/packaging")]
import generate  # noqa: E402
import wasm  # noqa: E402

# Bytes that the module may have for each record that the library knows. If it has more, look at what grew:
# `wasm-objdump -x`, or the linker's --Map.
BUDGET = 6000
IMPORT, EXPORT, START = 2, 7, 8


def number(data, at):
    """A number in LEB128, and where it ends."""
    value, shift = 0, 0
    while True:
        value |= (data[at] & 127) << shift
        at, shift = at + 1, shift + 7
        if data[at - 1] < 128:
            return value, at


def sections(data):
    at = 8
    while at < len(data):
        kind = data[at]
        length, at = number(data, at + 1)
        yield kind, data[at:at + length]
        at += length


def exports(section):
    """The kind of each export, by name: 0 is a function, 2 the memory, 3 a global."""
    found, (count, at) = {}, number(section, 0)
    for _ in range(count):
        length, at = number(section, at)
        name, at = section[at:at + length].decode("ascii"), at + length
        found[name] = section[at]
        at = number(section, at + 1)[1]
    return found


output = pathlib.Path(sys.argv[1])
again = output.with_name("again.wasm")
for path in (output, again):
    wasm.build(path, [sys.argv[2]])
module = output.read_bytes()
consumer.comparisons += 1
consumer.check(module == again.read_bytes(), "the module is another one each time")
by_kind = dict(sections(module))
consumer.check(module[:8] == b"\0asm\1\0\0\0" and EXPORT in by_kind, "this is no module")
consumer.check(IMPORT not in by_kind and START not in by_kind, "the module has imports or a start function")
wanted = {function.name: 0 for function in generate.functions_of(generate.INCLUDE)}
wanted.update({"memory": 2, "__heap_base": 3})
found = exports(by_kind[EXPORT])
consumer.check(found == wanted, f"exported and declared differ: {sorted(found.items() ^ wanted.items())}")
records = len(generate.records_of(generate.INCLUDE))
consumer.check(len(module) <= BUDGET * records, f"{len(module)} bytes for {records} records, more than {BUDGET} each")
print(f"{len(module)} bytes, {len(found)} exports")
consumer.end()
