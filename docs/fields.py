# SPDX-License-Identifier: MIT
"""Writes the page of field tables from the comments in the public headers, which lib/describe/generate.py reads.

usage: fields.py INCLUDE OUTPUT"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib" / "describe"))
import generate  # noqa: E402
from describe import take_apart  # noqa: E402

TYPES = {"UINT64": "", "DOUBLE": "double", "NAME": "char[{}]"}

PAGE = """# Field tables {{#fields}}

Every member of every record. The tables are made from the comments in the headers, like the library's own description
(vmm_record_at(), vmm_member_at()). `size` and `record`, the first members of each record, are left out.

Any member may be unknown; the table says when to expect it. A kernel older than "since" does not print the value; members
without a "since" are printed by all kernels from 3.10 on. A **counter** only grows while the object exists, and wraps at its
width. A **gauge** is a level at the moment of reading. An **identity** tells one object from another, and a **label** describes
an object and may change. A **limit** may be #VMM_UNLIMITED. An **increment** is the growth since the previous output of the
source.

{tables}"""


def table(record):
    lines = []
    for member in record.members:
        meaning, source, kind, since = take_apart(member)
        lines.append((f"`{member.name}`", meaning, source, member.unit if member.said["unit"] else "", kind, since,
                      TYPES[member.type].format(member.bytes), str(member.offset)))
    titles = ("Member", "Meaning", "Source", "Unit", "Kind", "Since", "Type", "Offset")
    # An empty column is left out.
    used = [i for i in range(len(titles)) if any(line[i] for line in lines)]
    text = [f"## struct vmm_{record.name} {{#fields_{record.name}}}", "",
            f"{record.bytes} bytes, {len(record.members)} members; integers are `uint64_t`. See vmm_{record.name}.", ""]
    text.append("| " + " | ".join(titles[i] for i in used) + " |")
    text.append("|" + "---|" * len(used))
    text += ["| " + " | ".join(escape(line[i]) for i in used) + " |" for line in lines]
    return "\n".join(text) + "\n"


def escape(cell):
    return cell.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    records = generate.records_of(sys.argv[1])
    page = PAGE.format(tables="\n".join(map(table, records)))
    pathlib.Path(sys.argv[2]).write_text(page, encoding="utf-8")
