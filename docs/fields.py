"""Writes the page of field tables from the comments in the public headers, which lib/describe/generate.py reads.

usage: fields.py INCLUDE OUTPUT"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib" / "describe"))
import generate  # noqa: E402

TYPES = {"UINT64": "", "DOUBLE": "double", "NAME": "char[{}]"}

PAGE = """# Field tables {{#fields}}

Every member of every record, made from the comments in the headers when this manual was built, as is what the library
says of itself (vmm_record_at(), vmm_field_at()). `size`, the first member of each record, is left out.

Any member may be unknown; the table says when to expect it. A kernel older than "since" does not print the
value; where nothing is said, all kernels from 3.10 on do. A **counter** only grows while the thing that it belongs to
lives, and wraps at its width; a **gauge** is a level at the moment of reading; **identity** says what the record is
about; a **limit** may be #VMM_UNLIMITED; an **increment** is what was added since the source was read the time before.

{tables}"""

def take_apart(member):
    """What a member's comment says besides unit and kind: (meaning and notes, source, kind in full, since)."""
    meaning, source = member.said["before"], ""
    if member.said["end"] == "; ":
        meaning, _, source = meaning.rpartition(". ")
        if not meaning:
            meaning, source = source, ""
    elif re.match(r"`\w+`: ", meaning):
        source, meaning = meaning.split(": ", 1)
    clause, _, after = re.fullmatch(r"(.*?)([;.] |\.?$)(.*)", member.said["after"]).groups()
    since, notes = "", []
    for part in re.split(r"; |\. ", after):
        part = part.strip(" .")
        if part.startswith("since "):
            since = part[6:]
        elif part:
            notes.append(part)
    meaning = ". ".join(part for part in (meaning.strip(" .;"), sentence("; ".join(notes))) if part)
    return meaning, source, member.kind + clause, since


def sentence(text):
    """Begins with a capital letter, but for names of members."""
    return text if "_" in text.split(" ")[0] else text[:1].upper() + text[1:]


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
