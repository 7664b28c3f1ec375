# SPDX-License-Identifier: MIT
"""Writes the description of the library as JSON, from the public headers and their comments: vmmetrics.json, which other
languages make their records, constants and calls from. docs/languages.md says what is in it.

usage: describe.py OUTPUT      OUTPUT is a file"""

import json
import pathlib
import re
import sys

import generate

TYPES = {"UINT64": "uint64", "DOUBLE": "double", "NAME": "name"}
# Parameters of a usage that are numbers, in their order of use, by their C declaration.
NUMBERS = {"int64_t elapsed_ns": ["elapsed_ns"], "uint64_t limit_bytes": ["limit_bytes"],
           "const struct vmm_interval *interval": ["elapsed_ns", "ticks_per_second"]}


def about(comment):
    """A comment as running text, with a line for each of its paragraphs and list items."""
    lines = [re.sub(r"^\s*\*? ?", "", line).rstrip() for line in (comment or "").strip().splitlines()]
    text = re.sub(r"\n(?!\n|@|- |  )(?<!\n\n)", " ", "\n".join(lines))
    return re.sub(r"\n\n+", "\n", re.sub(r"(?<!\w)(?:::|#)(?=\w)", "", text)).strip()


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


def structs_of(headers):
    """The body and the comment of each struct: {name: (comment, body)}."""
    found = {}
    for header in headers:
        for struct in re.finditer(r"(?:/\*\*((?:(?!\*/).)*)\*/\n)?^struct (vmm_\w+) \{\n(.*?)^\};", header.text,
                                  flags=re.S | re.M):
            found[struct[2]] = (about(struct[1]), struct[3])
    return found


def constants_of(headers):
    """All enumerators: name, value, comment."""
    constants = []
    for header in headers:
        for enum in re.finditer(r"^enum (vmm_\w+) \{\n(.*?)^\};", header.text, flags=re.S | re.M):
            for found in re.finditer(r"(?:/\*\*(?P<before>(?:(?!\*/).)*)\*/\s*)?^ *(?P<name>VMM_\w+) =\s*(?P<value>-?\d+),?"
                                     r"(?:\s*/\*\*<(?P<after>(?:(?!\*/).)*)\*/)?", enum[2], flags=re.S | re.M):
                constants.append({"name": found["name"], "enum": enum[1], "value": int(found["value"]),
                                  "about": about(found["before"] or found["after"])})
    return constants


def list_of(struct, structs):
    """The record whose rows a struct lists, such as struct vmm_threads; None for another struct."""
    found = re.search(r"^ *const struct vmm_(\w+) \*rows;", structs.get(struct, ("", ""))[1], flags=re.M)
    return found and found[1]


def usage_of(function, names, structs):
    """How a function computes a record from records; None for another function."""
    out = re.fullmatch(r"struct vmm_(\w+) \*\w+", function.parameters[-2]) if len(function.parameters) > 2 else None
    found = re.fullmatch(r"vmm_(\w+)_(of|between)", function.name)
    if not out or not found or out[1] not in names:
        return None
    inputs, parameters = [], []
    for parameter in function.parameters[:-2]:
        pointer = re.fullmatch(r"const struct (vmm_(\w+)) \*(\w+)", parameter)
        if parameter in NUMBERS:
            parameters.append({"numbers": NUMBERS[parameter], "struct": bool(pointer)})
            continue
        record = pointer and (pointer[2] if pointer[2] in names else list_of(pointer[1], structs))
        if not record:
            return None
        inputs.append({"name": pointer[3], "record": record, "is_list": pointer[2] != record})
        parameters.append({"input": len(inputs) - 1})
    return {"name": found[1], "verb": found[2], "function": function.name, "gives": out[1], "inputs": inputs,
            "numbers": [number for one in parameters for number in one.get("numbers", [])], "parameters": parameters,
            "about": function.about}


def reader_of(name, functions):
    """The function that reads a record from one file; None if vmm_record_read() reads it from files alone."""
    for function in functions:
        found = re.fullmatch(r"struct vmm_text \*\w+, (enum vmm_file file, )?struct vmm_(\w+) \*\w+, size_t \w+",
                             ", ".join(function.parameters))
        if found and found[2] == name:
            return {"function": function.name, "has_rows": function.name.endswith("_next"), "takes_file": bool(found[1]),
                    "about": function.about}
    return None


def views_of(functions, structs, names):
    """Rows that are parts of the text: the function, and the members, each a struct vmm_span."""
    views = []
    for function in functions:
        found = re.search(r"struct vmm_text \*\w+, (?:enum (vmm_\w+) \w+, )?struct (vmm_(\w+)) \*row, size_t",
                          ", ".join(function.parameters))
        if found and function.name.endswith("_next") and found[3] not in names:
            spans = re.findall(r"(?:/\*\*((?:(?!\*/).)*)\*/\s*)?struct vmm_span (\w+);", structs[found[2]][1], flags=re.S)
            views.append({"name": found[3], "function": function.name, "form": found[1], "about": structs[found[2]][0],
                          "members": [{"name": member, "about": about(comment)} for comment, member in spans]})
    return views


def described_member(member):
    meaning, source, _, since = take_apart(member)
    return {"name": member.name, "offset": member.offset, "bytes": member.bytes, "type": TYPES[member.type],
            "unit": member.unit, "kind": member.kind, "width": member.width.lower(), "meaning": meaning, "source": source, "since": since,
            "about": about(member.comment)}


def description(include):
    records, functions, headers = generate.records_of(include), generate.functions_of(include), generate.headers_of(include)
    structs, names = structs_of(headers), {record.name: record for record in records}
    text = "".join(header.text for header in headers)
    described = []
    for number, record in enumerate(records, 1):
        reader = reader_of(record.name, functions)
        ids = {constant["name"]: constant["value"] for constant in constants_of(headers)}
        described.append({
            "name": record.name, "id": number, "bytes": record.bytes, "header": record.header.name,
            "about": structs[f"vmm_{record.name}"][0], "reader": reader,
            # The files of a reader that takes a file are rows. vmm_record_read() reads the files of the others.
            "has_files": bool(record.files) and not (reader and reader["takes_file"]),
            "files": [{"name": file, "constant": constant, "id": ids[constant]} for constant, file in record.files],
            "members": [described_member(member) for member in record.members]})
    usages = [usage for usage in (usage_of(function, names, structs) for function in functions) if usage]
    return {"version": re.search(r'VMM_VERSION "([^"]+)"', text)[1], "unknown": str(2**64 - 1), "unlimited": str(2**64 - 2),
            "records": described, "usages": usages, "views": views_of(functions, structs, names),
            "constants": constants_of(headers),
            "functions": [{"name": function.name, "parameters": function.parameters, "header": function.header.name,
                           "about": function.about} for function in functions]}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        described = description(generate.INCLUDE)
    except generate.Refused as refused:
        sys.exit(str(refused))
    path = pathlib.Path(sys.argv[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
