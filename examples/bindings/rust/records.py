#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes src/records.rs: the structs of the public headers in Rust, and the functions that read them from a text, as
lib/describe/generate.py reads the headers. After a change of a header, run

    python3 examples/bindings/rust/records.py"""

import pathlib
import sys
import textwrap

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "lib" / "describe"))
import generate  # noqa: E402

OUTPUT = HERE / "src" / "records.rs"
HEAD = """// SPDX-License-Identifier: MIT
//! The structs of the library, with the same members at the same offsets, and the functions that read them. Written by
//! records.py: do not edit.

use crate::value::{Integer, Limit, Name, Real};

"""
KEYWORDS = {"type"}


def comment(text, indent):
    return textwrap.wrap(text.replace("::VMM_", "VMM_"), 120, initial_indent=f"{indent}/// ",
                         subsequent_indent=f"{indent}/// ", break_long_words=False, break_on_hyphens=False)


def rust_type(member):
    if member.type == "NAME":
        return f"Name<{member.bytes}>"
    if member.type == "DOUBLE":
        return "Real"
    return "Limit" if member.kind == "limit" else "Integer"


def type_of(name):
    return "".join(word.capitalize() for word in name.split("_"))


def struct(record_id, record):
    lines = [f"    /// `struct vmm_{record.name}`", f'    {type_of(record.name)}, "{record.name}", {record_id} {{']
    for member in record.members:
        name = f"r#{member.name}" if member.name in KEYWORDS else member.name
        lines += [*comment(member.comment, "        "), f"        {name}: {rust_type(member)},"]
    lines.append("    } {" if record.files else "    }")
    for number, (name, file) in enumerate(record.files, 1):
        lines += [f"        /// `{file}`", f'        {constant_of(name)}: "{file}", {1000 * record_id + number},']
    return "\n".join([*lines, "    }"] if record.files else lines)


def constant_of(name):
    """VMM_FILE_CGROUP_CPU_STAT is Cgroup::CPU_STAT. The first word is the record, or the directory that it shares."""
    return name.split("_", 3)[3]


def readers(trait, ending, names):
    """The functions of this ending that read a record from a text and nothing else."""
    rows = "".join(f"    {type_of(function.read_struct())} {function.name},\n" for function in generate.functions_of(generate.INCLUDE)
                   if function.name.endswith(ending) and function.read_struct() in names)
    return f"readers! {{ {trait}:\n{rows}}}\n"


def written():
    records = generate.records_of(generate.INCLUDE)
    names = {record.name for record in records}
    structs = "\n".join(struct(record_id, record) for record_id, record in enumerate(records, 1))
    return f"{HEAD}records! {{\n{structs}\n}}\n" + readers("Parsed", "_parse", names) + readers("Row", "_next", names)


if __name__ == "__main__":
    OUTPUT.write_text(written(), encoding="utf-8")
