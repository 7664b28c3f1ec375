#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""libvmmetrics from Python: any record, by self-description, with no code for any record in particular.

usage: vmmetrics.py --list                           what records there are
       vmmetrics.py --describe RECORD                its members, a line each
       vmmetrics.py RECORD [FILE]                    a JSON line for each record in FILE, or in standard input
       vmmetrics.py RECORD DIRECTORY...              the same of a record that directories of files make
       vmmetrics.py --usage USAGE RECORD FILE...     what follows from the first record in one file, or in two
       vmmetrics.py --usage USAGE --elapsed SECONDS RECORD FILE FILE

The shared library is found as the system finds it, or where VMMETRICS_LIBRARY says.

As a module: Library reads and computes, and values() gives a record's members as a dict. Unknown is None, no limit is
math.inf. Everything given is a copy: the bytes that were read need not be kept. Library may be used by several threads at
once, the memory of one record by one at a time."""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import math
import os
import struct
import sys
from typing import Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple, Union

OK, END = 0, 1
E_ARGUMENT, E_SYNTAX, E_TRUNCATED = -1, -2, -3
UINT64, DOUBLE, NAME = 1, 2, 3
KIND_IDENTITY, KIND_LIMIT = 1, 4
UNKNOWN = 2**64 - 1
UNLIMITED = 2**64 - 2

TYPES = {1: "uint64", 2: "double", 3: "name"}
UNITS = {0: "count", 1: "bytes", 2: "ticks", 3: "seconds", 4: "ratio", 5: "percent", 6: "microseconds",
         7: "hundredths", 8: "nanoseconds", 9: "bytes/s", 10: "1/s", 11: "pages", 12: "milliseconds",
         13: "bits/s"}
KINDS = {1: "identity", 2: "counter", 3: "gauge", 4: "limit", 5: "increment"}
WIDTHS = {0: "-", 1: "kernel_long", 32: "32", 64: "64"}


# What a member may be: unknown is None.
Value = Union[int, float, str, None]
# The bytes of a record.
Memory = ctypes.Array[ctypes.c_char]


class Text(ctypes.Structure):
    """struct vmm_text"""

    _fields_ = [("pos", ctypes.c_void_p), ("end", ctypes.c_void_p), ("error", ctypes.c_void_p)]


class Record(ctypes.Structure):
    """struct vmm_record"""

    _fields_ = [("size", ctypes.c_uint64), ("name", ctypes.c_char * 32), ("id", ctypes.c_uint64),
                ("bytes", ctypes.c_uint64), ("fields", ctypes.c_uint64)]


class Field(ctypes.Structure):
    """struct vmm_field"""

    _fields_ = [("size", ctypes.c_uint64), ("name", ctypes.c_char * 64), ("offset", ctypes.c_uint64),
                ("bytes", ctypes.c_uint64), ("type", ctypes.c_uint64), ("unit", ctypes.c_uint64),
                ("kind", ctypes.c_uint64), ("width", ctypes.c_uint64)]


class File(ctypes.Structure):
    """struct vmm_file"""

    _fields_ = [("size", ctypes.c_uint64), ("name", ctypes.c_char * 64), ("id", ctypes.c_uint64)]


class Failure(Exception):
    """A status other than success. `offset` is that of the byte that is wrong, if it is a byte."""

    def __init__(self, status: int, words: str, offset: Optional[int] = None) -> None:
        super().__init__(words)
        self.status = status
        self.offset = offset


class Library:
    """The library, and the records that it knows."""

    def __init__(self, path: Optional[str] = None) -> None:
        path = path or os.environ.get("VMMETRICS_LIBRARY") or ctypes.util.find_library("vmmetrics")
        path = path or "libvmmetrics.so.1"
        self._library = ctypes.CDLL(path)
        size, pointer, number = ctypes.c_size_t, ctypes.c_void_p, ctypes.c_uint32
        self._text_of = self._function("vmm_text_of", [pointer, size], Text)
        self._status_text = self._function("vmm_status_text", [ctypes.c_int32], ctypes.c_char_p)
        self._init = self._function("vmm_record_init", [number, pointer, size])
        self._record_at = self._function("vmm_record_at", [number, pointer, size])
        self._field_at = self._function("vmm_field_at", [number, number, pointer, size])
        self._file_at = self._function("vmm_file_at", [number, number, pointer, size])
        self.records: Dict[str, Record] = {}
        self.fields: Dict[str, List[Field]] = {}
        self.files: Dict[str, Dict[str, int]] = {}
        for record in self._all(Record, self._record_at, 1):
            name = record.name.decode()
            self.records[name] = record
            self.fields[name] = list(self._all(Field, lambda i, *out, id=record.id: self._field_at(id, i, *out), 0))
            files = self._all(File, lambda i, *out, id=record.id: self._file_at(id, i, *out), 0)
            self.files[name] = {file.name.decode(): file.id for file in files}

    def _function(self, name: str, arguments: List[Any], result: Any = ctypes.c_int32) -> Any:
        """A function of the library, or None where it has none of this name."""
        # One of its own for each caller: the library's attribute would be shared between threads.
        try:
            function = self._library[name]
        except AttributeError:
            return None
        else:
            function.argtypes = arguments
            function.restype = result
        return function

    def _all(self, kind: Any, at: Callable[..., int], first: int) -> Iterator[Any]:
        """Everything that counting up gives."""
        while True:
            out = kind()
            status = at(first, ctypes.byref(out), ctypes.sizeof(out))
            if status == END:
                return
            self._check(status)
            yield out
            first += 1

    def _check(self, status: int, offset: Optional[int] = None) -> None:
        if status != OK:
            raise Failure(status, self._status_text(status).decode(), offset)

    def new(self, record: str) -> Memory:
        """The memory of a record, unknown in every member."""
        described = self.records[record]
        memory = ctypes.create_string_buffer(described.bytes)
        self._check(self._init(described.id, memory, len(memory)))
        return memory

    def values(self, record: str, memory: Memory) -> Dict[str, Value]:
        """The members of a record: unknown is None, and no limit is infinity."""
        data = memory.raw
        return {field.name.decode(): self._value(field, data) for field in self.fields[record]}

    @staticmethod
    def _value(field: Field, data: bytes) -> Value:
        if field.type == NAME:
            name = data[field.offset:field.offset + field.bytes].split(b"\0")[0]
            return name.decode("utf-8", "replace") or None
        if field.type == DOUBLE:
            value = struct.unpack_from("=d", data, field.offset)[0]
            return None if math.isnan(value) else value
        value = struct.unpack_from("=Q", data, field.offset)[0]
        if value == UNLIMITED and field.kind == KIND_LIMIT:
            return math.inf
        return None if value == UNKNOWN else value

    def set(self, record: str, memory: Memory, member: str, value: int) -> None:
        """Sets an integer member, such as the instance_id that only the caller can know."""
        field, = (field for field in self.fields[record] if field.name.decode() == member)
        struct.pack_into("=Q", memory, field.offset, value)

    def identity(self, record: str, memory: Memory) -> Tuple[Value, ...]:
        """What tells a record from others of its kind: rows of two samples with the same identity are one thing."""
        data = memory.raw
        return tuple(self._value(field, data) for field in self.fields[record] if field.kind == KIND_IDENTITY)

    def read(self, record: str, data: bytes, name: str = "") -> Iterator[Union[Memory, Failure]]:
        """Reads text: yields the memory of each record in it, or a Failure for one that is bad. Where a record is read
        from several kinds of files, the file's name tells which; without it the first kind is meant."""
        pointer, size = ctypes.c_void_p, ctypes.c_size_t
        arguments, kind = [pointer, pointer, size], []
        # Where there is a function for the files of a directory, rows come from another kind of file, and only one.
        if self.files[record] and not hasattr(self._library, f"vmm_{record}_read"):
            arguments.insert(0, ctypes.c_uint32)
            kind = [self.files[record].get(name, 1)]
        rows = self._function(f"vmm_{record}_next", arguments)
        parse = rows or self._function(f"vmm_{record}_parse", arguments)
        if parse is None:
            raise Failure(E_ARGUMENT, f"{record} is not read from text")
        # The bytes must stay where they are for as long as the text is in use.
        start = ctypes.cast(ctypes.c_char_p(data), pointer).value
        text = self._text_of(start, len(data))
        while True:
            memory = self.new(record)
            status = parse(*kind, ctypes.byref(text), memory, len(memory))
            if status == END:
                return
            try:
                self._check(status, text.error - start if text.error else None)
                yield memory
            except Failure as failure:
                yield failure
            if rows is None:
                return

    def read_directory(self, record: str, read: Callable[[str], Optional[bytes]]) -> Tuple[Memory, Dict[str, Failure]]:
        """Reads a record that several files make: read(name) gives the bytes of one, or None. Gives the memory, and
        a Failure for each file that is bad, by name."""
        parse = self._function(f"vmm_{record}_read",
                               [ctypes.c_uint32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t])
        if parse is None or not self.files[record]:
            raise Failure(E_ARGUMENT, f"{record} is not read from a directory")
        memory, failures = self.new(record), {}
        for name, number in self.files[record].items():
            data = read(name)
            if not data:
                continue
            start = ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value
            text = self._text_of(start, len(data))
            try:
                self._check(parse(number, ctypes.byref(text), memory, len(memory)),
                            text.error - start if text.error else None)
            except Failure as failure:
                failures[name] = failure
        return memory, failures

    def usage(self, usage: str, inputs: Sequence[Optional[Memory]], elapsed_ns: Optional[int] = None,
              ticks_per_second: Optional[int] = None, limit_bytes: Optional[int] = None) -> Memory:
        """What follows from the inputs: one record, two of different kinds, or two samples of one, of which the earlier may
        be None, and what else its function asks for: the time between them, ticks a second, a limit."""
        pointer, size = ctypes.c_void_p, ctypes.c_size_t
        types: List[Any] = [pointer] * len(inputs)
        arguments: List[Any] = list(inputs)
        for number, kind in ((elapsed_ns, ctypes.c_int64), (ticks_per_second, ctypes.c_uint64),
                             (limit_bytes, ctypes.c_uint64)):
            if number is not None:
                types.append(kind)
                arguments.append(number)
        types += [pointer, size]
        compute = self._function(f"vmm_{usage}_between", types) if len(inputs) == 2 else None
        compute = compute or self._function(f"vmm_{usage}_of", types)
        if compute is None:
            raise Failure(E_ARGUMENT, f"there is no {usage} of {len(inputs)} records")
        out = self.new(usage)
        self._check(compute(*arguments, out, len(out)))
        return out


def as_json(values: Dict[str, Value]) -> str:
    return json.dumps({name: "max" if value == math.inf else value for name, value in values.items()})


def place(data: bytes, offset: int) -> Tuple[int, int]:
    """Line and column of a byte, counted from 1."""
    before = data[:offset]
    return before.count(b"\n") + 1, offset - before.rfind(b"\n")


def read_file(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def complain(path: str, data: bytes, failure: Failure) -> None:
    line, column = place(data, failure.offset or 0)
    print(f"{path}:{line}:{column}: {failure}", file=sys.stderr)


def of_directories(library: Library, record: str, directories: List[str]) -> Tuple[Memory, bool]:
    """The record that directories of files make, and whether all of the files were good."""
    found: Dict[str, bytes] = {}
    for directory in directories:
        for name in os.listdir(directory):
            try:
                if name in library.files[record]:
                    found[name] = read_file(os.path.join(directory, name))
            except OSError:
                pass    # what cannot be read stays unknown
    memory, failures = library.read_directory(record, found.get)
    for name, failure in failures.items():
        complain(name, found[name], failure)
    return memory, not failures


def print_records(library: Library, record: str, paths: List[str]) -> int:
    """Prints the good records and says of each bad one where it is wrong."""
    if os.path.isdir(paths[0]):
        memory, good = of_directories(library, record, paths)
        print(as_json(library.values(record, memory)))
        return 0 if good else 1
    data = read_file(paths[0])
    good = True
    for row in library.read(record, data, os.path.basename(paths[0])):
        if isinstance(row, Failure):
            good = False
            complain(paths[0], data, row)
        else:
            print(as_json(library.values(record, row)))
    return 0 if good else 1


def print_usage(library: Library, usage: str, record: str, paths: List[str], elapsed_ns: Optional[int]) -> int:
    inputs: List[Optional[Memory]] = []
    for path in paths:
        if os.path.isdir(path):
            inputs.append(of_directories(library, record, [path])[0])
            continue
        first = next(library.read(record, read_file(path)), None)
        if first is None or isinstance(first, Failure):
            print(f"{path}: {first or 'no record in it'}", file=sys.stderr)
            return 1
        inputs.append(first)
    print(as_json(library.values(usage, library.usage(usage, inputs, elapsed_ns))))
    return 0


def main(arguments: List[str]) -> int:
    library = Library()
    elapsed_ns = None
    if "--elapsed" in arguments[:-1]:
        place_of = arguments.index("--elapsed")
        elapsed_ns = round(float(arguments[place_of + 1]) * 1e9)
        arguments = arguments[:place_of] + arguments[place_of + 2:]
    names = [argument for argument in arguments if argument in library.records]
    if arguments == ["--list"]:
        print("\n".join(library.records))
        return 0
    if len(arguments) == 2 and arguments[0] == "--describe" and len(names) == 1:
        for field in library.fields[names[0]]:
            print(field.offset, field.name.decode(), TYPES[field.type], UNITS[field.unit], KINDS[field.kind],
                  WIDTHS[field.width])
        return 0
    try:
        if len(arguments) in (4, 5) and arguments[0] == "--usage" and len(names) >= 2:
            return print_usage(library, arguments[1], arguments[2], arguments[3:], elapsed_ns)
        if arguments and arguments[0] in library.records:
            return print_records(library, arguments[0], arguments[1:] or ["-"])
    except (OSError, Failure) as failure:
        print(failure, file=sys.stderr)
        return 1
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
