#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes src/records.rs, the structs of the library as it describes them: after a member was added to the library, say

    python3 examples/bindings/rust/records.py > examples/bindings/rust/src/records.rs"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "python"))
import vmmetrics  # noqa: E402

HEAD = """// SPDX-License-Identifier: MIT
//! The structs of the library, with the same members in the same places: written by records.py, not by hand.

use crate::value::{Integer, Limit, Name, Real};

"""
KEYWORDS = {"type"}
WIDTHS = {1: ", as wide as the kernel's long", 32: ", 32 bits", 64: ", 64 bits"}


def rust_type(field):
    if field.type == vmmetrics.NAME:
        return f"Name<{field.bytes}>"
    if field.type == vmmetrics.DOUBLE:
        return "Real"
    return "Limit" if field.kind == vmmetrics.KIND_LIMIT else "Integer"


def struct(library, name):
    record = library.records[name]
    words = "".join(word.capitalize() for word in name.split("_"))
    lines = [f"    /// `struct vmm_{name}`, of which the headers tell more.",
             f"    {words}, \"{name}\", {record.id} {{"]
    # In the order of the struct, which need not be that of the source.
    for field in sorted(library.fields[name], key=lambda field: field.offset):
        member = field.name.decode()
        member = f"r#{member}" if member in KEYWORDS else member
        unit, kind = vmmetrics.UNITS[field.unit].capitalize(), vmmetrics.KINDS[field.kind]
        width = WIDTHS.get(field.width, "") if kind == "counter" else ""
        lines += [f"        /// {unit}; {kind}{width}.", f"        {member}: {rust_type(field)},"]
    return "\n".join([*lines, "    }"])


def main():
    library = vmmetrics.Library()
    structs = "\n".join(struct(library, name) for name in library.records)
    sys.stdout.write(f"{HEAD}records! {{\n{structs}\n}}\n")


if __name__ == "__main__":
    main()
