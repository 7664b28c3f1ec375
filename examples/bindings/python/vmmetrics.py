#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""libvmmetrics from Python: it reads any record by the library's descriptions, without code for any one record.

usage: vmmetrics.py --list                           print the names of the records
       vmmetrics.py --describe RECORD                print its members, one per line
       vmmetrics.py RECORD [FILE]                    print a JSON line for each record in FILE, or in standard input
       vmmetrics.py RECORD DIRECTORY...              the same for a record that is read from the files of directories
       vmmetrics.py --usage USAGE RECORD FILE...     print the usage that the first record in one or two files gives
       vmmetrics.py --usage USAGE --elapsed SECONDS RECORD FILE FILE

The program loads the shared library VMMETRICS_LIBRARY, or without this variable the one that the system finds.

As a module: Library reads and computes, and values() returns the members of a record as a dict. An unknown value is
None, and no limit is math.inf. All results are copies, so the bytes that were read may go. Several threads may use a
Library at once, but a record only one thread at a time."""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import math
import os
import struct
import sys
from typing import Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple, Union

OK, END, RESET = 0, 1, 4
E_ARGUMENT = -1
DOUBLE, NAME = 2, 3
KIND_LIMIT = 4
UNKNOWN = 2**64 - 1
UNLIMITED = 2**64 - 2

TYPES = {1: "uint64", 2: "double", 3: "name"}
UNITS = {0: "count", 1: "bytes", 2: "ticks", 3: "seconds", 4: "ratio", 5: "percent", 6: "microseconds",
         7: "hundredths", 8: "nanoseconds", 9: "bytes/s", 10: "1/s", 11: "pages", 12: "milliseconds",
         13: "bits/s"}
KINDS = {1: "identity", 2: "counter", 3: "gauge", 4: "limit", 5: "increment", 6: "label"}
WIDTHS = {0: "-", 1: "kernel_long", 32: "32", 64: "64"}

# What each usage is computed from: a function _between two records or _of so many, and the numbers behind them.
TIMED = ("between", 2, ("elapsed_ns",))
USAGES = {"cpu_usage": ("between", 2, ()), "pressure_usage": TIMED, "cgroup_usage": TIMED, "cgroup_io_usage": TIMED,
          "net_usage": TIMED, "protocols_usage": TIMED, "disk_usage": TIMED, "hypervisor_device_usage": TIMED, "threads_usage": ("between", 3, ("elapsed_ns",)),
          "process_usage": ("between", 2, ("elapsed_ns", "ticks_per_second")),
          "cpus_usage": ("between", 2, ("elapsed_ns", "ticks_per_second")), "memory_usage": ("of", 1, ()),
          "filesystem_usage": ("of", 1, ()), "cgroup_memory_usage": ("of", 2, ("limit_bytes",))}
# Usages whose two samples are lists, and the record of the rows. The usage of all CPUs is a record cpu_usage.
LISTS = {"threads_usage": "process", "cpus_usage": "cpu"}
GIVES = {"cpus_usage": "cpu_usage"}

# Value of a member: unknown is None.
Value = Union[int, float, str, None]
# The bytes of a record.
Memory = ctypes.Array[ctypes.c_char]


class Text(ctypes.Structure):
    """struct vmm_text"""

    _fields_ = [("pos", ctypes.c_void_p), ("end", ctypes.c_void_p), ("error", ctypes.c_void_p)]


class Interval(ctypes.Structure):
    """struct vmm_interval"""

    _fields_ = [("elapsed_ns", ctypes.c_int64), ("ticks_per_second", ctypes.c_uint64)]


class Threads(ctypes.Structure):
    """struct vmm_threads"""

    _fields_ = [("rows", ctypes.c_void_p), ("count", ctypes.c_size_t), ("row_size", ctypes.c_size_t)]


class Record(ctypes.Structure):
    """struct vmm_record_info"""

    _fields_ = [("size", ctypes.c_uint64), ("name", ctypes.c_char * 32), ("id", ctypes.c_uint64),
                ("bytes", ctypes.c_uint64), ("members", ctypes.c_uint64)]


class Member(ctypes.Structure):
    """struct vmm_member_info"""

    _fields_ = [("size", ctypes.c_uint64), ("name", ctypes.c_char * 64), ("offset", ctypes.c_uint64),
                ("bytes", ctypes.c_uint64), ("type", ctypes.c_uint64), ("unit", ctypes.c_uint64),
                ("kind", ctypes.c_uint64), ("width", ctypes.c_uint64)]


class File(ctypes.Structure):
    """struct vmm_file_info"""

    _fields_ = [("size", ctypes.c_uint64), ("name", ctypes.c_char * 64), ("id", ctypes.c_uint64)]


class Failure(Exception):
    """A status other than success. `offset` is that of the wrong byte in the text, or None."""

    def __init__(self, status: int, words: str, offset: Optional[int] = None) -> None:
        super().__init__(words)
        self.status = status
        self.offset = offset


def checked(kind: Any, number: int) -> Any:
    """A number as a type of C. ctypes itself takes any number modulo 2**64."""
    value = kind(number)
    if value.value != number:
        raise OverflowError(f"{number} does not fit into {kind.__name__}")
    return value


NUMBERS = {"elapsed_ns": ctypes.c_int64, "ticks_per_second": ctypes.c_uint64, "limit_bytes": ctypes.c_uint64}


class Library:
    """The library. `records` and `members` are its descriptions by the names of the records; `files` has the ids of a
    record's files by their names."""

    def __init__(self, path: Optional[str] = None) -> None:
        path = path or os.environ.get("VMMETRICS_LIBRARY") or ctypes.util.find_library("vmmetrics")
        path = path or "libvmmetrics.so.1"
        self._library = ctypes.CDLL(path)
        size, pointer, number = ctypes.c_size_t, ctypes.c_void_p, ctypes.c_uint32
        self._text_of = self._function("vmm_text_of", [pointer, size], Text)
        self._status_text = self._function("vmm_status_text", [ctypes.c_int32], ctypes.c_char_p)
        self._init = self._function("vmm_record_init", [number, pointer, size])
        self._read = self._function("vmm_record_read", [pointer, number, pointer, size])
        self._same = self._function("vmm_record_same", [pointer, pointer])
        self._growth = self._function("vmm_record_growth", [pointer, pointer, pointer, size])
        record_at = self._function("vmm_record_at", [number, pointer, size])
        member_at = self._function("vmm_member_at", [number, number, pointer, size])
        file_at = self._function("vmm_file_at", [number, number, pointer, size])
        self.records: Dict[str, Record] = {}
        self.members: Dict[str, List[Member]] = {}
        self.files: Dict[str, Dict[str, int]] = {}
        self._names: Dict[int, str] = {}
        for record in self._all(Record, record_at, 1):
            name = record.name.decode()
            self.records[name] = record
            self.members[name] = list(self._all(Member, lambda i, *out, id=record.id: member_at(id, i, *out), 0))
            files = self._all(File, lambda i, *out, id=record.id: file_at(id, i, *out), 0)
            self.files[name] = {file.name.decode(): file.id for file in files}
            self._names[record.id] = name
        # The records that are filled file by file. The files of other records contain rows.
        self._fed = {name for name, files in self.files.items() if files and self._is_fed(name, *list(files)[:1])}

    def _function(self, name: str, arguments: Optional[List[Any]], result: Any = ctypes.c_int32) -> Any:
        """A function of the library, or None if the library has no function of this name."""
        # Not an attribute of the library: that would be one object for all threads.
        try:
            function = self._library[name]
        except AttributeError:
            return None
        else:
            function.argtypes = arguments
            function.restype = result
        return function

    def _all(self, kind: Any, at: Callable[..., int], first: int) -> Iterator[Any]:
        """All descriptions from the index `first` on."""
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
        """A record whose members are all unknown."""
        described = self.records[record]
        memory = ctypes.create_string_buffer(described.bytes)
        self._check(self._init(described.id, memory, len(memory)))
        return memory

    def _memory(self, memory: Any) -> Any:
        """The memory of a whole record, or None. ctypes itself takes bytes and words of any length as well."""
        if memory is not None and not (isinstance(memory, ctypes.Array) and len(memory) >= 16 and
                                       len(memory) == self.records[self.name(memory)].bytes):
            raise TypeError(f"{memory!r} is no record")
        return memory

    def name(self, memory: Memory) -> str:
        """The name of a record, by its member `record`."""
        return self._names[struct.unpack_from("=Q", memory, 8)[0]]

    def values(self, memory: Memory) -> Dict[str, Value]:
        """The members of a record by name: unknown is None, and no limit is infinity."""
        data = memory.raw
        return {member.name.decode(): self._value(member, data) for member in self.members[self.name(memory)]}

    @staticmethod
    def _value(member: Member, data: bytes) -> Value:
        if member.type == NAME:
            name = data[member.offset:member.offset + member.bytes].split(b"\0")[0]
            return name.decode("utf-8", "replace") or None
        if member.type == DOUBLE:
            value = struct.unpack_from("=d", data, member.offset)[0]
            return None if math.isnan(value) else value
        value = struct.unpack_from("=Q", data, member.offset)[0]
        if value == UNLIMITED and member.kind == KIND_LIMIT:
            return math.inf
        return None if value == UNKNOWN else value

    def set(self, memory: Memory, name: str, value: int) -> None:
        """Sets an integer member, such as the instance_id, which only the caller can know."""
        member, = (member for member in self.members[self.name(memory)] if member.name.decode() == name)
        struct.pack_into("=Q", memory, member.offset, value)

    def same(self, before: Memory, after: Memory) -> Optional[bool]:
        """Whether two records describe the same object, by their members of kind identity; None if no identity is known
        in both."""
        return {OK: True, RESET: False}.get(self._same(self._memory(before), self._memory(after)))

    def growth(self, before: Optional[Memory], after: Memory) -> Memory:
        """The growth of every counter between two samples of any record; all other members are those of `after`."""
        out = self.new(self.name(after))
        self._check(self._growth(self._memory(before), self._memory(after), out, len(out)))
        return out

    def _text(self, data: bytes) -> Tuple[Text, int]:
        """The text of some bytes, which the caller keeps, and its start."""
        start = ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value or 0
        return self._text_of(start, len(data)), start

    def feed(self, memory: Memory, name: str, data: bytes) -> None:
        """Reads one of the files of a record into it. The members that other files feed stay as they are."""
        text, start = self._text(data)
        status = self._read(ctypes.byref(text), self.files[self.name(memory)].get(name, 0), memory, len(memory))
        self._check(status, text.error - start if text.error else None)

    def _is_fed(self, record: str, file: str) -> bool:
        try:
            self.feed(self.new(record), file, b"")
        except Failure as failure:
            return failure.status != E_ARGUMENT
        return True

    def read(self, record: str, data: bytes, name: str = "") -> Iterator[Union[Memory, Failure]]:
        """Reads a text: yields each record in it, or a Failure for a malformed one. If a record is read from several
        files, `name` is the name of the file; without it the text is that of the first file."""
        rows = self._function(f"vmm_{record}_next", None)
        read = rows or self._function(f"vmm_{record}_parse", None)
        fed = record in self._fed
        if read is None and not fed:
            raise Failure(E_ARGUMENT, f"{record} is not read from text")
        files = self.files[record] if read is None or not fed else {}
        file = [ctypes.c_uint32(files.get(name, next(iter(files.values()))))] if files else []
        text, start = self._text(data)
        while True:
            memory = self.new(record)
            status = (read or self._read)(ctypes.byref(text), *file, memory, ctypes.c_size_t(len(memory)))
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
        """Reads a record that is filled file by file: read(name) returns the bytes of a file, or None. Returns the
        record, and a Failure for each malformed file, by name."""
        if record not in self._fed:
            raise Failure(E_ARGUMENT, f"{record} is not read from a directory")
        memory, failures = self.new(record), {}
        for name in self.files[record]:
            data = read(name)
            if not data:
                continue
            try:
                self.feed(memory, name, data)
            except Failure as failure:
                failures[name] = failure
        return memory, failures

    def usage(self, usage: str, inputs: Sequence[Union[Memory, Sequence[Memory], None]],
              elapsed_ns: Optional[int] = None, ticks_per_second: Optional[int] = None,
              limit_bytes: Optional[int] = None) -> Memory:
        """Computes a usage from one record, from two of different types, or from two samples; the earlier of these
        may be None. A sample of threads or of all CPUs is a list of records; for threads the usage of their
        process, or None, is the third input. Pass the numbers that the usage needs."""
        given = {"elapsed_ns": elapsed_ns, "ticks_per_second": ticks_per_second, "limit_bytes": limit_bytes}
        passed = tuple(name for name, number in given.items() if number is not None)
        kind, count, needed = USAGES.get(usage, ("of", -1, ()))
        # C cannot check this: with other arguments the function would write to any address.
        if (len(inputs), passed) != (count, needed):
            raise Failure(E_ARGUMENT, f"there is no {usage} of {len(inputs)} records and {passed or 'no numbers'}")
        keep: List[Any] = []

        def argument(index: int, sample: Union[Memory, Sequence[Memory], None]) -> Any:
            if sample is not None and isinstance(sample, (list, tuple)) != (usage in LISTS and index < 2):
                raise TypeError(f"{usage} is of {'lists of records' if usage in LISTS else 'single records'}")
            if not isinstance(sample, (list, tuple)):
                return self._memory(sample)
            rows = ctypes.create_string_buffer(b"".join(self._memory(row).raw for row in sample))
            keep.append(rows)
            return ctypes.byref(Threads(ctypes.addressof(rows), len(sample), self.records[LISTS[usage]].bytes))

        numbers = [checked(NUMBERS[name], given[name]) for name in needed]
        if len(numbers) == 2:
            numbers = [ctypes.byref(Interval(*numbers))]
        compute = self._function(f"vmm_{usage}_{kind}", None)
        out = self.new(GIVES.get(usage, usage))
        self._check(compute(*(argument(*one) for one in enumerate(inputs)), *numbers, out, ctypes.c_size_t(len(out))))
        return out


def as_json(values: Dict[str, Value]) -> str:
    return json.dumps({name: "max" if value == math.inf else value for name, value in values.items()})


def place(data: bytes, offset: int) -> Tuple[int, int]:
    """Line and column of a byte, from 1."""
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
    """A record from the files of directories, and whether none of the files was malformed."""
    found: Dict[str, bytes] = {}
    for directory in directories:
        for name in library.files[record]:
            try:
                found[name] = read_file(os.path.join(directory, name))
            except OSError:
                pass    # The members of a missing file stay unknown.
    memory, failures = library.read_directory(record, found.get)
    for name, failure in failures.items():
        complain(name, found[name], failure)
    return memory, not failures


def print_records(library: Library, record: str, paths: List[str]) -> int:
    """Prints the records of a file, and says where in the file a malformed one is."""
    if os.path.isdir(paths[0]):
        memory, good = of_directories(library, record, paths)
        print(as_json(library.values(memory)))
        return 0 if good else 1
    data = read_file(paths[0])
    good = True
    for row in library.read(record, data, os.path.basename(paths[0])):
        if isinstance(row, Failure):
            good = False
            complain(paths[0], data, row)
        else:
            print(as_json(library.values(row)))
    return 0 if good else 1


def print_usage(library: Library, usage: str, record: str, paths: List[str], elapsed_ns: Optional[int]) -> int:
    inputs: List[Optional[Memory]] = []
    for path in paths:
        if os.path.isdir(path):
            inputs.append(of_directories(library, record, [path])[0])
            continue
        first = next(library.read(record, read_file(path)), None)
        if first is None or isinstance(first, Failure):
            print(f"{path}: {first or 'no record in the file'}", file=sys.stderr)
            return 1
        inputs.append(first)
    print(as_json(library.values(library.usage(usage, inputs, elapsed_ns))))
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
        for member in library.members[names[0]]:
            print(member.offset, member.name.decode(), TYPES[member.type], UNITS[member.unit], KINDS[member.kind],
                  WIDTHS[member.width])
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
