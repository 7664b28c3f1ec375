# SPDX-License-Identifier: MIT
"""Makes the Python package `vmmetrics`: the modules of src/vmmetrics, the records as the headers describe them, and the
library, which the compiler of the system compiles.

usage: make_package.py OUTPUT             the package in the folder OUTPUT/vmmetrics
       make_package.py --modules OUTPUT   the same without the library

The compiler is CC, or `cc`; its options are in CFLAGS and LDFLAGS."""

import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import textwrap

HERE = pathlib.Path(__file__).resolve().parent
# The sources of the library: in the checkout links, in the source package files.
SOURCES = HERE / "c"
PACKAGE = HERE / "src" / "vmmetrics"
sys.path.insert(0, str(SOURCES / "lib" / "describe"))
import describe  # noqa: E402

HEAD = '''# SPDX-License-Identifier: MIT
"""The records of libvmmetrics. Written by make_package.py from the headers of the library."""

from __future__ import annotations

import enum
from typing import Dict, Iterable, NamedTuple, Optional, Type, Union

from ._engine import (UNKNOWN, UNLIMITED, FileRowRecord, FilesRecord, OneRecord, OnFailure, Record, RowRecord, Text,
                      TextRows, function, interval, limit, name_of, signed)

Integer = Optional[int]
Limit = Union[int, float, None]
Real = Optional[float]
Name = Optional[str]
INFINITY = float("inf")
'''
# A member's type, and what it is read as.
GETTERS = {
    "Integer": "None if value == UNKNOWN else value",
    "Limit": "None if value == UNKNOWN else INFINITY if value == UNLIMITED else value",
    "Real": "None if value != value else value",
}
# Constants of these enums are names and words here, or belong to functions that Python has no use for.
WITHOUT_ENUM = ("vmm_file", "vmm_record_id", "vmm_type", "vmm_unit", "vmm_kind", "vmm_width", "vmm_value_form",
                "vmm_descriptor")


def type_name(name):
    return "".join(part.capitalize() for part in name.split("_"))


def doc(text, indent="    "):
    """A docstring with lines of 120 columns."""
    text = text.replace("\\", "\\\\").replace('"""', "'''")
    lines = []
    for paragraph in text.splitlines():
        lines += textwrap.wrap(paragraph, 114 - len(indent), break_long_words=False, break_on_hyphens=False) + [""]
    # A quotation mark at the end would belong to the end of the docstring.
    last = lines[-2] + (" " if lines[-2].endswith('"') else "")
    return indent + '"""' + f"\n{indent}".join([*lines[:-2], last]).replace(f"\n{indent}\n", "\n\n") + '"""\n'


def getter(member, place):
    integer = "Limit" if member["kind"] == "limit" else "Integer"
    kind = {"uint64": integer, "double": "Real", "name": "Name"}[member["type"]]
    head = f"    @property\n    def {member['name']}(self) -> {kind}:\n{doc(member['about'], ' ' * 8)}"
    read = f"(self._values or self._load())[{place}]"
    if kind == "Name":
        return head + f"        return name_of({read})\n"
    return head + f"        value: {kind} = {read}\n        return {GETTERS[kind]}\n"


def bases(record):
    reader, found = record["reader"], []
    if reader:
        found.append("FileRowRecord" if reader["takes_file"] else "RowRecord" if reader["has_rows"] else "OneRecord")
    if record["has_files"]:
        found.append("FilesRecord")
    return found or ["Record"]


def wrapped(before, words, after):
    """A call or a head with lines of 120 columns."""
    lines = textwrap.wrap(", ".join(words), 120 - len(before) - len(after), break_long_words=False)
    return before + f"\n{' ' * len(before)}".join(lines) + after


def usage_method(usage):
    """The method that computes a usage, in the class of the record that it gives."""
    gives, name = usage["gives"], usage["verb"]
    if usage["name"] != gives:
        name = f"{usage['name'].replace(f'{gives}_', '', 1)}_{name}"
    typed, passed = ["cls"], []
    for given in usage["inputs"]:
        kind = type_name(given["record"])
        of = f"Iterable[{kind}]" if given["is_list"] else kind
        can_lack = given["name"] in ("before", "process")
        typed.append(f"{given['name']}: {f'Optional[{of}]' if can_lack else of}")
    types = {"elapsed_ns": "int", "ticks_per_second": "int", "limit_bytes": "Union[int, float, None] = None"}
    if usage["numbers"]:
        typed += ["*", *(f"{number}: {types[number]}" for number in usage["numbers"])]
    for parameter in usage["parameters"]:
        if "input" in parameter:
            given = usage["inputs"][parameter["input"]]
            how = "_list" if given["is_list"] else "_given" if given["name"] in ("before", "process") else "_checked"
            passed.append(f"{type_name(given['record'])}.{how}({given['name']})")
        elif parameter["struct"]:
            passed.append(f"interval({', '.join(parameter['numbers'])})")
        else:
            number, = parameter["numbers"]
            passed.append(f"{'signed' if number == 'elapsed_ns' else 'limit'}(\"{number}\", {number})")
    head = wrapped(f"    def {name}(", typed, f") -> {type_name(gives)}:\n")
    body = wrapped("        return cls._computed(", [f"_{usage['function']}", *passed], ")\n")
    return f"    @classmethod\n{head}{doc(usage['about'], ' ' * 8)}{body}"


# Names that a member would take from the methods of a record.
METHODS = {"as_dict", "between", "files", "growth_since", "members", "of", "parse", "read", "replace", "rows", "rows_growth",
           "same"}


def record_class(record, usages):
    taken = METHODS & {member["name"] for member in record["members"]}
    if taken:
        sys.exit(f"{record['name']}: a member has the name of a method: {', '.join(taken)}")
    members = "".join(f"        {(one['name'], one['type'], one['unit'], one['kind'], one['width'], one['bytes'])!r},\n"
                      for one in record["members"]).replace("'", '"')
    text = (f"\n\nclass {type_name(record['name'])}({', '.join(bases(record))}):\n{doc(record['about'])}\n"
            f"    __slots__ = ()\n    _id = {record['id']}\n    _members = (\n{members}    )\n")
    if record["reader"]:
        text += f"    _read = function(\"{record['reader']['function']}\")\n"
    if record["files"]:
        files = "".join(f"        \"{file['name']}\": {file['id']},\n" for file in record["files"])
        text += f"    _files = {{\n{files}    }}\n"
    methods = [getter(member, place) for place, member in enumerate(record["members"])]
    methods += [usage_method(usage) for usage in usages if usage["gives"] == record["name"]]
    return text + "".join("\n" + method for method in methods)


def view_class(view):
    form = "form: KeyForm = KeyForm.LINES, " if view["form"] else ""
    members = "".join(f"    {member['name']}: Name\n{doc(member['about'] or member['name'])}"
                      for member in view["members"])
    name = type_name(view["name"])
    return (f"\n\nclass {name}(NamedTuple):\n{doc(view['about'])}\n{members}\n    @classmethod\n"
            f"    def rows(cls, text: Text, {form}*, on_failure: OnFailure = None) -> TextRows[{name}]:\n"
            f"        \"\"\"The rows of a text. A malformed row is as for records.\"\"\"\n"
            f"        return TextRows(cls, {len(view['members'])}, \"{view['function']}\", text, "
            f"({'form,' if view['form'] else ''}), on_failure)\n")


def enums(constants):
    """The enumerations: {name: text}."""
    found = {}
    for name in dict.fromkeys(one["enum"] for one in constants):
        if name in WITHOUT_ENUM:
            continue
        of = [one for one in constants if one["enum"] == name]
        prefix = re.match(r"VMM_(\w+_)?", os.path.commonprefix([one["name"] for one in of]))[0]
        kind = type_name(name[4:].replace("_code", ""))
        members = "".join(f"    {one['name'][len(prefix):]} = {one['value']}\n{doc(one['about'])}" for one in of)
        found[kind] = f"\n\nclass {kind}(enum.IntEnum):\n    \"\"\"`enum {name}` of the library.\"\"\"\n\n{members}"
    return found


def records_py(description):
    words = enums(description["constants"])
    text = HEAD + "\n"
    text += "".join(f"_{usage['function']} = function(\"{usage['function']}\")\n" for usage in description["usages"])
    text += "".join(words.values())
    text += "".join(record_class(record, description["usages"]) for record in description["records"])
    text += "".join(map(view_class, description["views"]))
    names = [record["name"] for record in description["records"]]
    text += "\n\nrecords: Dict[str, Type[Record]] = {\n"
    text += "".join(f"    \"{name}\": {type_name(name)},\n" for name in names)
    text += "}\n\"\"\"All records, by their names in C.\"\"\"\n\n"
    views = [type_name(view["name"]) for view in description["views"]]
    every = sorted([*map(type_name, names), *views, *words, "records"])
    return text + "__all__ = [\n" + "".join(f"    \"{name}\",\n" for name in every) + "]\n"


def library_name(platform):
    """The library's file on a platform, such as `linux_x86_64`, as _engine.py looks for it."""
    return f"libvmmetrics.{'dll' if platform.startswith('win') else 'dylib' if platform.startswith('macosx') else 'so'}"


def compile_library(output):
    """Compiles the library from one source, so that the compiler sees all of it at once."""
    compiler = shlex.split(os.environ.get("CC") or "cc")
    options = [shlex.split(os.environ.get(name, "")) for name in ("CFLAGS", "LDFLAGS")]
    with tempfile.TemporaryDirectory() as work:
        source = pathlib.Path(work, "vmmetrics.c")
        files = sorted(path.relative_to(SOURCES).as_posix() for path in SOURCES.glob("lib/*/*.c"))
        source.write_text("".join(f'#include "{file}"\n' for file in files), encoding="utf-8")
        # Named from the folder of the sources, so that the same sources give the same bytes in each folder.
        command = [*compiler, "-std=c11", "-O2", "-fPIC", "-shared", "-fvisibility=hidden", "-I.", "-Iinclude",
                   *options[0], "-x", "c", "-", "-o", str(output), "-s", *options[1]]
        subprocess.run(command, cwd=SOURCES, stdin=source.open("rb"), check=True)


def write_modules(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for path in PACKAGE.iterdir():
        if path.suffix in (".py", ".typed") and path.parent != folder:
            shutil.copy(path, folder)
    write_records(folder)


def write_records(folder):
    described = describe.description(SOURCES / "include" / "vmmetrics")
    (folder / "_records.py").write_text(records_py(described), encoding="utf-8")


def main(arguments):
    output = [pathlib.Path(word).resolve() for word in arguments if word != "--modules"]
    if len(output) != 1 or len(arguments) > 2:
        sys.exit(__doc__)
    folder = output[0] / "vmmetrics"
    write_modules(folder)
    if "--modules" not in arguments:
        compile_library(folder / library_name(sys.platform))


if __name__ == "__main__":
    main(sys.argv[1:])
