"""Writes the page of field tables: what the library says of its records, and what the headers' comments add to it.

usage: fields.py PROGRAM INCLUDE [OUTPUT]    PROGRAM is that of fields.c; without OUTPUT it only checks

It fails where the two disagree: a member that only one of them knows, a comment without unit and kind or with
others."""

import pathlib
import re
import subprocess
import sys

UNITS = "count|bytes|ticks|seconds|ratio|percent|microseconds|hundredths|nanoseconds|bytes/s|1/s|pages|milliseconds|bits/s"
KINDS = "identity|counter|gauge|limit|increment"
# "meaning. source; unit; kind; since; when absent." Where there is no source, the meaning alone stands before the unit.
SAYS_UNIT = re.compile(rf"(?P<before>.*?)(?P<end>[.;:] )(?P<unit>{UNITS}); (?P<kind>{KINDS})\b(?P<after>.*)", re.I)
SAYS_KIND = re.compile(r"(?P<before>.*?)(?P<end>[.;:] )(?P<kind>identity)\b(?P<after>.*)", re.I)
# How a counter's comment names its width, by the word of the library for it.
WIDTHS = {"64": "counter, 64 bits", "32": "counter, 32 bits", "kernel_long": "counter of the kernel's `unsigned long`",
          "-": "counter that falls"}
# Structs with a size that no table describes, because they are the description.
NOT_DESCRIBED = {"vmm_record", "vmm_field", "vmm_file"}

PAGE = """# Field tables {{#fields}}

Every member of every record, made when this manual was built from what the library says of itself (vmm_record_at(),
vmm_field_at()) and from the comments in its headers. `size`, the first member of each record, is left out.

Any member may be unknown; the table says when to expect it. A kernel older than "since" does not print the
value; where nothing is said, all kernels from 3.10 on do. A **counter** only grows while the thing that it belongs to
lives, and wraps at its width; a **gauge** is a level at the moment of reading; **identity** says what the record is
about; a **limit** may be #VMM_UNLIMITED; an **increment** is what was added since the source was read the time before.

{tables}"""

problems = []


def comments(include):
    """The members of each struct of the headers: {struct: {member: comment}}, in the headers' order."""
    structs = {}
    for header in sorted(pathlib.Path(include).glob("*.h")):
        text = header.read_text(encoding="utf-8")
        for struct, body in re.findall(r"^struct (\w+) \{\n(.*?)^\};", text, flags=re.S | re.M):
            members = re.findall(r"(?:/\*\*((?:(?!\*/).)*)\*/\s*)?^\s+[\w ]+?[ *](\w+)(?:\[\d+\])?(?:, \*\w+)*;", body,
                                 flags=re.S | re.M)
            structs[struct] = {name: re.sub(r"\s*\n\s*\*?\s*", " ", comment).strip() for comment, name in members}
    return structs


def described(description):
    """The tables that fields.c prints: (record, bytes, [row as dict])."""
    for part in re.split(r"^## ", description, flags=re.M)[1:]:
        lines = part.splitlines()
        record, size = re.fullmatch(r"(\w+), (\d+) bytes", lines[0]).groups()
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:] if line.startswith("|")]
        yield record, size, [dict(zip(cells[0], row)) for row in cells[2:]]


def take_apart(where, comment, row):
    """What a member's comment says: its meaning, source, since, notes."""
    found = SAYS_UNIT.fullmatch(comment) or (SAYS_KIND.fullmatch(comment) if row["kind"] == "identity" else None)
    if not found:
        problems.append(f"{where}: the comment does not say unit and kind: {comment!r}")
        return None
    said = found.groupdict()
    if said.get("unit", row["unit"]).lower() != row["unit"] or said["kind"].lower() != row["kind"]:
        problems.append(f"{where}: the comment says {said.get('unit')}, {said['kind']};"
                        f" the library {row['unit']}, {row['kind']}")
    meaning, source = said["before"], ""
    if said["end"] == "; ":
        meaning, _, source = meaning.rpartition(". ")
        if not meaning:
            meaning, source = source, ""
    elif re.match(r"`\w+`: ", meaning):
        source, meaning = meaning.split(": ", 1)
    clause, _, after = re.fullmatch(r"(.*?)([;.] |\.?$)(.*)", said["after"]).groups()
    kind = said["kind"].lower() + clause
    since, notes = "", []
    for part in re.split(r"; |\. ", after):
        part = part.strip(" .")
        if part.startswith("since "):
            since = part[6:]
        elif part:
            notes.append(part)
    if row["kind"] == "counter" and not re.match(WIDTHS[row["width"]], kind):
        problems.append(f"{where}: the comment says {kind!r}; the width in the library is {row['width']}")
    return {"meaning": meaning.strip(" .;"), "source": source, "unit": row["unit"] if "unit" in said else "",
            "kind": kind, "since": since, "notes": sentence("; ".join(notes))}


def sentence(text):
    """Begins with a capital letter, but for names of members."""
    return text if "_" in text.split(" ")[0] else text[:1].upper() + text[1:]


def table(record, size, rows, members):
    lines = []
    for row in rows:
        name = row["member"]
        if name not in members:
            problems.append(f"vmm_{record}.{name}: the library describes it, the header does not have it")
            continue
        said = take_apart(f"vmm_{record}.{name}", members[name], row)
        if said:
            meaning = ". ".join(part for part in (said["meaning"], said["notes"]) if part)
            lines.append((f"`{name}`", meaning, said["source"], said["unit"], said["kind"], said["since"],
                          row["type"] if row["type"] != "uint64_t" else "", row["offset"]))
    for name in members:
        if name != "size" and name not in [row["member"] for row in rows]:
            problems.append(f"vmm_{record}.{name}: the header has it, the library does not describe it")
    titles = ("Member", "Meaning", "Source", "Unit", "Kind", "Since", "Type", "Offset")
    # A column in which nothing stands is left out.
    used = [i for i in range(len(titles)) if any(line[i] for line in lines)]
    text = [f"## struct vmm_{record} {{#fields_{record}}}", "",
            f"{size} bytes, {len(rows)} members; integers are `uint64_t`. See vmm_{record}.", ""]
    text.append("| " + " | ".join(titles[i] for i in used) + " |")
    text.append("|" + "---|" * len(used))
    text += ["| " + " | ".join(escape(line[i]) for i in used) + " |" for line in lines]
    return "\n".join(text) + "\n"


def escape(cell):
    return cell.replace("|", "\\|").replace("<", "&lt;")


def main(arguments):
    program, include = arguments[:2]
    structs = comments(include)
    said = subprocess.run([program], stdout=subprocess.PIPE, check=True).stdout.decode()
    tables, records = [], list(described(said))
    for record, size, rows in records:
        if f"vmm_{record}" not in structs:
            problems.append(f"vmm_{record}: the library describes it, no header has it")
            continue
        tables.append(table(record, size, rows, structs[f"vmm_{record}"]))
    for struct, members in structs.items():
        if "size" in members and struct not in NOT_DESCRIBED and struct[4:] not in [record for record, _, _ in records]:
            problems.append(f"{struct}: a header has it, the library does not describe it")
        for member, comment in members.items():
            if not comment:
                problems.append(f"{struct}.{member} has no comment")
    if not records:
        problems.append("the library describes no record")
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    print(f"{len(records)} records, {sum(len(rows) for _, _, rows in records)} members: headers and library agree")
    if len(arguments) > 2:
        pathlib.Path(arguments[2]).write_text(PAGE.format(tables="\n".join(tables)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
