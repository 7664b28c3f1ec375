# SPDX-License-Identifier: MIT
"""What the public headers declare, and what the built library says of itself: the common ground of the contract tests."""

import ctypes
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
HEADERS = sorted((SOURCE / "include" / "vmmetrics").glob("*.h"))
SOURCES = sorted((SOURCE / "lib").glob("*/*.c"))

failures = []


def check(truth, message):
    """Notes a broken promise."""
    if not truth:
        failures.append(message)
    return truth


def end(summary):
    """Ends the program: with what was broken, or with a line that says what was checked."""
    for failure in failures:
        print("broken:", failure)
    print(summary)
    sys.exit(1 if failures else 0)


def text_of(header):
    return header.read_text(encoding="utf-8")


def without_comments(text):
    return re.sub(r"/\*.*?\*/", " ", text, flags=re.S)


def without_macros(text):
    return re.sub(r"^\s*#(\\\n|.)*$", "", without_comments(text), flags=re.M)


def functions():
    """Names of all functions that the headers declare with VMM_API."""
    names = []
    for header in HEADERS:
        names += re.findall(r"\bVMM_API\b[^;{}()]*?\b(\w+)\s*\(", without_macros(text_of(header)))
    return sorted(names)


class Struct:
    """A struct of the headers. Its members are (type, name, length of a char array or None, comment)."""

    def __init__(self, header, name, body):
        self.header = header
        self.name = name
        self.members = []
        pieces = re.finditer(r"(?:/\*\*(?P<comment>.*?)\*/)?\s*(?P<member>[^;/]+);", body, flags=re.S)
        for piece in pieces:
            comment = re.sub(r"\s*\n\s*\*?\s*", " ", piece["comment"] or "").strip()
            kind, names = re.fullmatch(r"((?:const )?(?:struct )?\w+)\s+(.*)", piece["member"].strip(), re.S).groups()
            for member in names.split(","):
                found = re.fullmatch(r"(\**)(\w+)(?:\[(\d+)\])?", member.strip())
                length = int(found[3]) if found[3] else None
                self.members.append((kind + found[1], found[2], length, comment))

    def has_size(self):
        """Whether the struct begins with its size: it is a record, or describes one, so that members may be appended."""
        return bool(self.members) and self.members[0][:2] == ("uint64_t", "size")

    def is_record(self):
        return self.has_size() and self.members[1][:2] == ("uint64_t", "record")


def structs():
    """All structs of the headers, by name."""
    found = {}
    for header in HEADERS:
        for match in re.finditer(r"^struct (\w+) \{\n(.*?)^\};", text_of(header), flags=re.S | re.M):
            found[match[1]] = Struct(header.name, match[1], match[2])
    return found


def enumerators():
    """All enumerators as (header, text)."""
    found = []
    for header in HEADERS:
        for match in re.finditer(r"\benum\b[^{;]*\{(.*?)\}", without_comments(text_of(header)), flags=re.S):
            found += [(header.name, one.strip()) for one in match[1].split(",") if one.strip()]
    return found


def enumerations(header):
    """The enumerators of each list in a header, as (name, value)."""
    return [[(name, int(value)) for name, value in re.findall(r"(\w+)\s*=\s*(-?\d+)", body)]
            for body in re.findall(r"\benum\b[^{;]*\{(.*?)\}", without_comments(text_of(header)), flags=re.S)]


def constants():
    """The values of all enumerators, by name."""
    found = {}
    for _, text in enumerators():
        match = re.fullmatch(r"(\w+)\s*=\s*(-?\d+)", text)
        if match:
            found[match[1]] = int(match[2])
    return found


class _RecordInfo(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint64), ("name", ctypes.c_char * 32), ("id", ctypes.c_uint64),
                ("bytes", ctypes.c_uint64), ("members", ctypes.c_uint64)]


class _MemberInfo(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint64), ("name", ctypes.c_char * 64), ("offset", ctypes.c_uint64),
                ("bytes", ctypes.c_uint64), ("type", ctypes.c_uint64), ("unit", ctypes.c_uint64),
                ("kind", ctypes.c_uint64), ("width", ctypes.c_uint64)]


def described(library):
    """What the library says of its records: (record, list of members) of each."""
    load = ctypes.CDLL(str(library))
    answer = []
    record_id = 1
    while True:
        record = _RecordInfo()
        status = load.vmm_record_at(ctypes.c_uint32(record_id), ctypes.byref(record),
                                    ctypes.c_size_t(ctypes.sizeof(record)))
        if status != 0:
            check(status == 1, f"vmm_record_at({record_id}) gives {status}")
            return answer
        members = []
        while True:
            member = _MemberInfo()
            status = load.vmm_member_at(ctypes.c_uint32(record_id), ctypes.c_uint32(len(members)), ctypes.byref(member),
                                       ctypes.c_size_t(ctypes.sizeof(member)))
            if status != 0:
                check(status == 1, f"vmm_member_at({record_id}, {len(members)}) gives {status}")
                break
            members.append(member)
        answer.append((record, members))
        record_id += 1
