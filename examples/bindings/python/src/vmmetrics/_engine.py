# SPDX-License-Identifier: MIT
"""The calls of the library. _records.py, which make_package.py generates, has the records.

A call takes a Call, memory for a text and a record, from a list of unused ones, so threads share nothing. The functions
are called without releasing the lock of the interpreter: most of them take less than a microsecond, and another thread
could keep the lock for milliseconds."""

from __future__ import annotations

import ctypes
import math
import os
import pathlib
import struct
import sys
from typing import (Any, Callable, ClassVar, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Optional, Sequence,
                    Tuple, Type, TypeVar, Union)

UNKNOWN = 2**64 - 1
UNLIMITED = 2**64 - 2
OK, END, RESET, E_ARGUMENT = 0, 1, 4, -1

Text = Union[bytes, bytearray, memoryview, str]
Value = Union[int, float, str, None]


def _of_system() -> str:
    # Costs a third of the time that the rest of the package takes to be loaded.
    import ctypes.util
    return ctypes.util.find_library("vmmetrics") or "libvmmetrics.so.1"


def _load() -> ctypes.PyDLL:
    """The library: VMMETRICS_LIBRARY if it is set, else the one beside this file, else that of the system."""
    path = os.environ.get("VMMETRICS_LIBRARY")
    if not path:
        ending = {"win32": "dll", "darwin": "dylib"}.get(sys.platform, "so")
        inside = pathlib.Path(__file__).with_name(f"libvmmetrics.{ending}")
        path = str(inside) if inside.exists() else _of_system()
    return ctypes.PyDLL(path)


_library = _load()
_status_text = _library.vmm_status_text
_status_text.restype = ctypes.c_char_p
version: str = "{}.{}.{}".format(*divmod(_library.vmm_version() // 100, 100), _library.vmm_version() % 100)


class Failure(Exception):
    """Why there is no record. `str()` gives the reason in words."""

    def __init__(self, status: int, offset: Optional[int] = None, file: Optional[str] = None) -> None:
        super().__init__(status, offset, file)
        self.status = status
        """One of the constants of Status."""
        self.offset = offset
        """Offset of the wrong byte in the text; None if no single byte is wrong."""
        self.file = file
        """Name of the file, if several were read; otherwise None."""

    def __str__(self) -> str:
        return str(_status_text(self.status).decode())


class Malformed(Failure, ValueError):
    """The text is malformed, cut inside a line, or has nothing that is known."""


class NoResult(Failure):
    """The call was right, and there is nothing to give: no earlier sample, no time between two samples, or a counter
    that restarted. Take the later sample as the earlier one of the next call."""


def failure_of(status: int, offset: Optional[int] = None, file: Optional[str] = None) -> Failure:
    kind = NoResult if status > 0 else Failure if status == E_ARGUMENT else Malformed
    return kind(status, offset, file)


OnFailure = Optional[Callable[[Failure], object]]


def _deliver(failure: Failure, on_failure: OnFailure) -> None:
    if on_failure is None:
        raise failure
    on_failure(failure)


class Member(NamedTuple):
    """A member of a record."""

    name: str
    type: str
    """`uint64`, `double` or `name`."""
    unit: str
    """The unit in words, such as `bytes`."""
    kind: str
    """`counter`, `gauge`, `limit`, `identity`, `increment` or `label`."""
    width: str
    """Of a counter: the bits after which it wraps, `64`, `32` or `kernel_long`; otherwise `none`."""
    bytes: int
    """Number of bytes in the record."""


class _CText(ctypes.Structure):
    """struct vmm_text. The type of `pos` takes the address of bytes, and keeps the bytes."""

    _fields_ = [("pos", ctypes.c_char_p), ("end", ctypes.c_void_p), ("error", ctypes.c_void_p)]


class _CRows(ctypes.Structure):
    """struct vmm_rows, vmm_cpus and vmm_threads."""

    _fields_ = [("rows", ctypes.c_char_p), ("count", ctypes.c_size_t), ("row_size", ctypes.c_size_t)]


class _CInterval(ctypes.Structure):
    """struct vmm_interval."""

    _fields_ = [("elapsed_ns", ctypes.c_int64), ("ticks_per_second", ctypes.c_uint64)]


# The id of no file, which the library refuses.
NO_FILE = ctypes.c_uint32(0)
# Bytes of a text that may be kept after its call.
KEPT = 65536
# No record is larger.
ROOM = 8192


class Call:
    """Memory for a text and a record."""

    __slots__ = ("_address", "_bytes", "length", "out", "out_at", "start", "text", "text_at")

    def __init__(self) -> None:
        self.text = _CText()
        # The same memory as `pos`, as a number.
        self._address = ctypes.c_void_p.from_buffer(self.text)
        memory = ctypes.create_string_buffer(ROOM)
        self.out = memory
        self._bytes = memoryview(memory).cast("B")
        self.text_at = ctypes.byref(self.text)
        self.out_at = ctypes.byref(memory)
        self.start = 0
        self.length = 0

    def set(self, text: Text) -> None:
        """Puts a text there."""
        if type(text) is not bytes:
            text = text.encode() if isinstance(text, str) else bytes(text)
        # The type of a structure's member is known at run time only.
        place: Any = self.text
        place.pos = text
        start = self._address.value or 0
        self.length = length = len(text)
        place.end = start + length
        place.error = None
        self.start = start

    def wrong(self) -> Optional[int]:
        """The offset of the wrong byte in the text."""
        error: Optional[int] = self.text.error
        return None if error is None else error - self.start

    def put(self, record: bytes) -> None:
        self._bytes[:len(record)] = record

    def taken(self, size: int) -> bytes:
        return self._bytes[:size].tobytes()


_unused: List[Call] = []


def take() -> Call:
    try:
        return _unused.pop()
    except IndexError:
        return Call()


def give_back(call: Call) -> None:
    # A call keeps the bytes of its last text, so one with a large text is not kept.
    if call.length <= KEPT:
        _unused.append(call)


def function(name: str) -> Callable[..., int]:
    """A function of the library. Its arguments are bytes for records, and objects of ctypes: any other number would be
    an int of C."""
    try:
        found: Callable[..., int] = _library[name]
    except AttributeError:
        def missing(*_: object) -> int:
            raise NotImplementedError(f"{name} is not in the library, which is of version {version}")
        return missing
    return found


_record_init = function("vmm_record_init")
_record_read = function("vmm_record_read")
_record_same = function("vmm_record_same")
_record_growth = function("vmm_record_growth")
_rows_growth = function("vmm_rows_growth")

R = TypeVar("R", bound="Record")


class Record:
    """A record: numbers and names, read from text or computed. It does not change. An unknown member is None, and a
    limit that does not exist is infinity. `Type(member=value)` makes one; members that are not given are unknown."""

    __slots__ = ("_raw", "_values")
    _raw: bytes
    _values: Optional[Tuple[Any, ...]]
    _id: ClassVar[int]
    _members: ClassVar[Tuple[Tuple[str, str, str, str, str, int], ...]]
    _read: ClassVar[Callable[..., int]]
    _files: ClassVar[Dict[str, int]] = {}
    # What follows from _members: the struct, its size as an object of C, and a record without a known member.
    _struct: ClassVar[struct.Struct]
    _bytes: ClassVar[int]
    _size: ClassVar[ctypes.c_size_t]
    _unknown: ClassVar[bytes]
    _ids: ClassVar[Dict[str, ctypes.c_uint32]]
    _names: ClassVar[Tuple[str, ...]]
    _special: ClassVar[Tuple[Tuple[int, str], ...]]

    def __init_subclass__(cls) -> None:
        if not hasattr(cls, "_members"):
            return    # A kind of records.
        layout = {"uint64": "Q", "double": "d"}
        cls._struct = struct.Struct("=16x" + "".join(layout.get(one[1]) or f"{one[5]}s" for one in cls._members))
        cls._bytes = cls._struct.size
        cls._size = ctypes.c_size_t(cls._bytes)
        blank = (b"\0" * one[5] if one[1] == "name" else b"\xff" * 8 for one in cls._members)
        cls._unknown = struct.pack("=QQ", cls._bytes, cls._id) + b"".join(blank)
        cls._ids = {name: ctypes.c_uint32(number) for name, number in cls._files.items()}
        cls._names = tuple(one[0] for one in cls._members)
        # The members that a value of all ones does not make unknown.
        cls._special = tuple((place, one[1]) for place, one in enumerate(cls._members)
                             if one[1] == "name" or one[3] == "limit")

    def __init__(self, **members: Value) -> None:
        self._raw = self._unknown
        self._values = None
        if members:
            self._raw = self._changed(members)

    @classmethod
    def _of(cls: Type[R], raw: bytes) -> R:
        self = cls.__new__(cls)
        self._raw = raw
        self._values = None
        return self

    def _load(self) -> Tuple[Any, ...]:
        """The values of all members, as they are in the record."""
        self._values = values = self._struct.unpack(self._raw)
        return values

    def _changed(self, members: Mapping[str, Value]) -> bytes:
        values = list(self._load())
        places = {name: place for place, name in enumerate(self._names)}
        for name, value in members.items():
            if name not in places:
                raise TypeError(f"{type(self).__name__} has no member {name}")
            values[places[name]] = _stored(value, *self._members[places[name]])
        self._values = None
        return self._raw[:16] + self._struct.pack(*values)[16:]

    def replace(self: R, **members: Value) -> R:
        """The same record with other values of these members, such as the instance_id, which only the caller knows."""
        return self._of(self._changed(members))

    def as_dict(self) -> Dict[str, Value]:
        """All members by name."""
        values: List[Any] = [None if value == UNKNOWN or value != value else value
                             for value in self._values or self._load()]
        for place, kind in self._special:
            if kind == "name":
                values[place] = name_of(values[place])
            elif values[place] == UNLIMITED:
                values[place] = math.inf
        return dict(zip(self._names, values))

    @classmethod
    def members(cls) -> List[Member]:
        """Name, type, unit, kind and width of each member."""
        return [Member(*one) for one in cls._members]

    def same(self: R, other: R) -> Optional[bool]:
        """Whether both describe the same object, by their members of kind identity; None if no identity is known in
        both."""
        return {OK: True, RESET: False}.get(_record_same(self._raw, type(self)._checked(other)))

    def growth_since(self: R, before: Optional[R]) -> R:
        """The growth of every counter since an earlier sample; all other members are those of this record."""
        return self._computed(_record_growth, self._given(before), self._raw)

    @classmethod
    def rows_growth(cls: Type[R], before: Optional[Iterable[R]], after: Iterable[R],
                    devices: Optional[Text] = None) -> R:
        """The growth of the sum of all rows, matched by their identity. `devices` is the text that
        vmm_rows_growth() takes, for rows that are named in it alone."""
        call = take() if devices is not None else None
        if call is not None and devices is not None:
            call.set(devices)
        place = call.text_at if call is not None else None
        try:
            return cls._computed(_rows_growth, ctypes.c_uint32(cls._id), cls._list(before), cls._list(after), place)
        finally:
            if call is not None:
                give_back(call)

    @classmethod
    def _checked(cls, record: Any) -> bytes:
        # C cannot check this: with another record the function would read what is not there.
        if not isinstance(record, cls):
            raise TypeError(f"{record!r} is no {cls.__name__}")
        return record._raw

    @classmethod
    def _given(cls, record: Any) -> Optional[bytes]:
        return None if record is None else cls._checked(record)

    @classmethod
    def _list(cls, rows: Optional[Iterable[Any]]) -> Any:
        if rows is None:
            return None
        if isinstance(rows, Record):
            raise TypeError(f"not a list of {cls.__name__}: {rows!r}")
        raw = [cls._checked(row) for row in rows]
        return ctypes.byref(_CRows(b"".join(raw), len(raw), cls._bytes))

    @classmethod
    def _computed(cls: Type[R], compute: Callable[..., int], *arguments: Any) -> R:
        call = take()
        status = compute(*arguments, call.out_at, cls._size)
        raw = call.taken(cls._bytes)
        give_back(call)
        if status != OK:
            raise failure_of(status)
        return cls._of(raw)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._raw == other._raw if isinstance(other, Record) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._raw)

    def __repr__(self) -> str:
        known = (f"{name}={value!r}" for name, value in self.as_dict().items() if value is not None)
        return f"{type(self).__name__}({', '.join(known)})"

    def __reduce__(self) -> Tuple[Any, ...]:
        return _loaded, (type(self), self._raw)


def _loaded(kind: Type[R], raw: bytes) -> R:
    """A record that was stored. Another version of the library may have more members or fewer, at the end."""
    raw = (raw + kind._unknown[len(raw):])[:kind._bytes]
    return kind._of(kind._unknown[:16] + raw[16:])


def name_of(value: bytes) -> Optional[str]:
    return value.split(b"\0", 1)[0].decode("utf-8", "replace") or None


def _stored(value: Value, name: str, kind: str, unit: str, role: str, width: str, size: int) -> Any:
    """A value as it is in a record."""
    if kind == "name":
        if not isinstance(value, (str, type(None))):
            raise TypeError(f"{name}: {value!r} is no name")
        encoded = (value or "").encode()
        if len(encoded) >= size or b"\0" in encoded:
            raise ValueError(f"{name}: {value!r} does not fit into {size - 1} bytes")
        return encoded
    if isinstance(value, str):
        raise TypeError(f"{name}: {value!r} is no number")
    if kind == "double":
        return struct.unpack("=d", b"\xff" * 8)[0] if value is None else float(value)
    if value is None:
        return UNKNOWN
    if value == math.inf and role == "limit":
        return UNLIMITED
    if not isinstance(value, int) or not 0 <= value <= UNKNOWN:
        raise ValueError(f"{name}: {value!r} is no whole number of 64 bits")
    return value


def signed(name: str, number: int) -> ctypes.c_int64:
    """A number as a type of C. ctypes itself takes any number modulo 2**64."""
    if not -2**63 <= number < 2**63:
        raise OverflowError(f"{name}: {number} does not fit into 64 bits")
    return ctypes.c_int64(number)


def limit(name: str, number: Union[int, float, None]) -> ctypes.c_uint64:
    if number is None or number == math.inf:
        return ctypes.c_uint64(UNKNOWN if number is None else UNLIMITED)
    if not isinstance(number, int) or not 0 <= number <= UNKNOWN:
        raise OverflowError(f"{name}: {number} does not fit into 64 bits")
    return ctypes.c_uint64(number)


def interval(elapsed_ns: int, ticks_per_second: int) -> Any:
    return ctypes.byref(_CInterval(signed("elapsed_ns", elapsed_ns), limit("ticks_per_second", ticks_per_second)))


class OneRecord(Record):
    """A record that is a whole file."""

    __slots__ = ()

    @classmethod
    def parse(cls: Type[R], text: Text) -> R:
        """Reads a file. Raises Malformed."""
        call = take()
        call.set(text)
        status = cls._read(call.text_at, call.out_at, cls._size)
        if status != OK:
            raise failure_of(status, call.wrong())
        self = cls.__new__(cls)
        self._raw = call.taken(cls._bytes)
        self._values = None
        give_back(call)
        return self


class Rows(Iterator[R]):
    """The records in a text. It can be asked for the next one after it has raised Malformed."""

    __slots__ = ("_call", "_file", "_kind", "_on_failure")

    def __init__(self, kind: Type[R], text: Text, file: Tuple[ctypes.c_uint32, ...], on_failure: OnFailure) -> None:
        self._kind = kind
        self._file = file
        self._on_failure = on_failure
        self._call: Optional[Call] = take()
        self._call.set(text)

    def __next__(self) -> R:
        kind = self._kind
        while self._call is not None:
            call = self._call
            status = kind._read(call.text_at, *self._file, call.out_at, kind._size)
            if status == OK:
                return kind._of(call.taken(kind._bytes))
            # The text does not move after a wrong argument.
            if status in (END, E_ARGUMENT):
                self._call = None
                give_back(call)
            if status != END:
                _deliver(failure_of(status, call.wrong()), self._on_failure)
        raise StopIteration


class RowRecord(Record):
    """A record that is a row of a file."""

    __slots__ = ()

    @classmethod
    def rows(cls: Type[R], text: Text, *, on_failure: OnFailure = None) -> Rows[R]:
        """The records in a text. A malformed row raises Malformed, and the next call of next() gives the row after it;
        with `on_failure`, this is called with the Failure instead, and the loop goes on."""
        return Rows(cls, text, (), on_failure)


class FileRowRecord(Record):
    """A record that is a row of one of several files."""

    __slots__ = ()

    @classmethod
    def rows(cls: Type[R], text: Text, file: Optional[str] = None, *, on_failure: OnFailure = None) -> Rows[R]:
        """The records in a text, which is of this file, or of the first one of files(). A malformed row raises
        Malformed, and the next call of next() gives the row after it; with `on_failure`, this is called with the
        Failure instead, and the loop goes on."""
        return Rows(cls, text, (cls._ids.get(file or next(iter(cls._ids)), NO_FILE),), on_failure)

    @classmethod
    def files(cls) -> Tuple[str, ...]:
        """The names of the files."""
        return tuple(cls._files)


class FilesRecord(Record):
    """A record that is read from a directory of files."""

    __slots__ = ()

    @classmethod
    def files(cls) -> Tuple[str, ...]:
        """The names of the files."""
        return tuple(cls._files)

    @classmethod
    def read(cls: Type[R], texts: Mapping[str, Optional[Text]], *, onto: Optional[R] = None,
             on_failure: OnFailure = None) -> R:
        """Reads the texts of files, by their names. None is a file that is not there. With `onto`, a record, the
        members of other files are those of this record. A malformed file raises Malformed; with `on_failure`, this is
        called with the Failure instead, and the members of the file are unknown."""
        call = take()
        call.put(cls._unknown if onto is None else cls._checked(onto))
        for name, text in texts.items():
            if text is None:
                continue
            call.set(text)
            status = _record_read(call.text_at, cls._ids.get(name, NO_FILE), call.out_at, cls._size)
            if status != OK:
                _deliver(failure_of(status, call.wrong(), name), on_failure)
        self = cls._of(call.taken(cls._bytes))
        give_back(call)
        return self


T = TypeVar("T")


class TextRows(Iterator[T]):
    """Rows that are parts of a text."""

    __slots__ = ("_call", "_form", "_kind", "_next", "_on_failure", "_size", "_struct", "_text")

    def __init__(self, kind: Callable[..., T], count: int, name: str, text: Text, form: Sequence[int],
                 on_failure: OnFailure) -> None:
        self._text = text if type(text) is bytes else text.encode() if isinstance(text, str) else bytes(text)
        self._kind = kind
        self._next = function(name)
        self._form = tuple(ctypes.c_uint32(one) for one in form)
        self._struct = struct.Struct("@" + "PN" * count)
        self._size = ctypes.c_size_t(self._struct.size)
        self._on_failure = on_failure
        self._call: Optional[Call] = take()
        self._call.set(self._text)

    def __next__(self) -> T:
        while self._call is not None:
            call = self._call
            status = self._next(call.text_at, *self._form, call.out_at, self._size)
            if status == OK:
                spans = self._struct.unpack_from(call.out)
                return self._kind(*(self._part(*spans[at:at + 2]) for at in range(0, len(spans), 2)))
            if status in (END, E_ARGUMENT):
                self._call = None
                give_back(call)
            if status != END:
                _deliver(failure_of(status, call.wrong()), self._on_failure)
        raise StopIteration

    def _part(self, start: int, length: int) -> Optional[str]:
        if start == 0 or self._call is None:
            return None
        start -= self._call.start
        # As os.fsdecode(), so that a path can be opened.
        return self._text[start:start + length].decode("utf-8", "surrogateescape")
