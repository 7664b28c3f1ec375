# SPDX-License-Identifier: MIT
"""Writes what follows from the public headers and their comments:

    lib/describe/members.c, layouts.c, sizes.c, widths.h    the descriptions of the records
    include/vmmetrics/vmmetrics.h                  the list of the headers
    lib/vmmetrics.map                              the list of the functions
    tests/reference/lists.h, *_keys.h              lists for the tests, also of the references beside them
    docs/design.md, docs/mainpage.md               the tables of the functions and of the headers
    examples/bindings/rust                         the crates' declarations, by rust.py

usage: generate.py

A member's comment says "meaning. `source key`; unit; kind, width; since; absent when". Unit, kind and width become the
record's description. An identity may leave out the unit. A name that is an identity only without a number says "identity
if `NUMBER` is unknown in one of the two records". The comment of a file's id begins with the file's name in backquotes.
The first sentence of a function's or a header's comment becomes its row in the tables. A comment that lacks something is
refused with its file and line."""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
TREE = HERE.parents[1]
INCLUDE = TREE / "include" / "vmmetrics"
COMMAND = "python3 lib/describe/generate.py"
CRATES = "examples/bindings/rust"
# The words of the comments; VMM_UNIT_* of each, and how the names of members with this unit end.
UNITS = {"count": ("NONE", ""), "bytes": ("BYTES", "bytes"), "ticks": ("TICKS", "_ticks"),
         "seconds": ("SECONDS", "_seconds"), "ratio": ("RATIO", "_ratio"), "percent": ("PERCENT", "percent"),
         "microseconds": ("USEC", "_usec"), "hundredths": ("HUNDREDTHS", "_hundredths"), "nanoseconds": ("NS", "_ns"),
         "bytes/s": ("BYTES_PER_SECOND", "bytes_per_second"), "1/s": ("PER_SECOND", "_per_second"),
         "pages": ("PAGES", "_pages"), "milliseconds": ("MS", "_ms"), "bits/s": ("BITS_PER_SECOND", "_bits_per_second")}
KINDS = ("identity", "counter", "gauge", "limit", "increment", "label")
# How the comment of a counter says its width: VMM_WIDTH_* of it.
WIDTHS = (("counter, 64 bits", "64"), ("counter, 32 bits", "32"),
          ("counter of the kernel's `unsigned long`", "KERNEL_LONG"), ("counter that may fall", "NONE"))
TYPES = {"uint64_t": "UINT64", "double": "DOUBLE", "char": "NAME"}
# Structs with a size that describe others.
NOT_RECORDS = ("vmm_record_info", "vmm_member_info", "vmm_file_info")
# Records whose references have all keys from the comments.
OF_KEYS = ("meminfo", "vmstat", "vmstat_detail", "protocols")
# The first members of each record, which are not described.
FIRST = ("size", "record")
SAID = re.compile(rf"(?P<before>.*?)(?P<end>[.;:] )(?:(?P<unit>{'|'.join(UNITS)}); )?(?P<kind>{'|'.join(KINDS)})\b"
                  r"(?P<after>.*)", flags=re.I)


class Refused(Exception):
    """What is wrong in a header, and where."""


class Header:
    def __init__(self, path):
        self.name = path.name
        self.text = path.read_text(encoding="utf-8")

    def about(self):
        comment = re.search(rf"/\*\*\n \* @file {self.name}\n((?:(?!\*/).)*)", self.text, flags=re.S)
        about = first_sentence(re.sub(r"^\s*\*\s*", "", comment[1])) if comment else ""
        if not about:
            self.refuse(self.text.find("/**"), f"no comment begins with `@file {self.name}` and a sentence")
        return about

    def refuse(self, at, message):
        raise Refused(f"{self.name}:{self.text.count(chr(10), 0, at) + 1}: {message}")


def one_line(comment):
    return re.sub(r"\s*\n\s*\*?\s*", " ", comment or "").strip()


def first_sentence(comment):
    found = re.match(r".*?[.](?= |$)", one_line(comment))
    return found[0] if found else ""


class Function:
    """A function that a header declares."""

    def __init__(self, header, at, comment, declared):
        self.header, self.about, self.declared = header, first_sentence(comment), declared
        self.name = re.search(r"(\w+)\(", declared)[1]
        self.parameters = [" ".join(one.split()) for one in re.search(r"\((.*)\)", declared, flags=re.S)[1].split(",")]
        self.names = [re.search(r"\w+$", one)[0] for one in self.parameters if one != "void"]
        if not self.about:
            header.refuse(at, f"{self.name}(): the comment does not begin with a sentence")

    def call(self):
        return f"{self.name}({', '.join(self.names)})"

    def read_struct(self):
        """The struct that the function reads from a text and nothing else; None for any other function."""
        found = re.fullmatch(r"struct vmm_text \*\w+, struct vmm_(\w+) \*\w+, size_t \w+", ", ".join(self.parameters))
        return found and found[1]


class Member:
    def __init__(self, header, at, declared, comment, offset):
        self.header, self.at, self.offset, self.comment = header, at, offset, one_line(comment)
        found = re.fullmatch(r"(uint64_t|double|char)\s+(\w+)(?:\[(\d+)\])?", declared)
        if not found or (found[1] == "char") != (found[3] is not None):
            header.refuse(at, f"a member of a record is uint64_t, double or a char array, not {declared!r}")
        self.name, self.type = found[2], TYPES[found[1]]
        self.bytes = int(found[3] or 8)
        if self.name not in FIRST:
            self.take_apart()

    def refuse(self, message):
        self.header.refuse(self.at, f"{self.name}: {message}")

    def take_apart(self):
        if self.bytes % 8 != 0:
            self.refuse("its length is no multiple of 8, so the compiler would insert padding")
        if not self.comment:
            self.refuse("the comment is missing")
        said = SAID.fullmatch(self.comment)
        if not said:
            self.refuse(f"the comment names no kind ({', '.join(KINDS)}): {self.comment!r}")
        self.kind, self.said = said["kind"].lower(), said
        if not said["unit"] and self.kind not in ("identity", "label"):
            self.refuse(f"the comment names no unit before the kind ({', '.join(UNITS)}): {self.comment!r}")
        self.unit = (said["unit"] or "count").lower()
        ending = UNITS[self.unit][1]
        if ending and not self.name.endswith(ending):
            self.refuse(f"the unit is {self.unit}, so the name must end in {ending!r}")
        if not ending and self.name.endswith(tuple(end for _, end in UNITS.values() if end)):
            self.refuse("the name ends in a unit, but the comment says count")
        kind_and_width = self.kind + said["after"]
        widths = [width for words, width in WIDTHS if kind_and_width.startswith(words)]
        if self.kind == "counter" and not widths:
            self.refuse(f"the comment names no width of the counter ({'; '.join(words for words, _ in WIDTHS)})")
        self.width = widths[0] if widths else "NONE"


class Record:
    def __init__(self, header, at, name, body, body_at):
        self.header, self.at, self.name = header, at, name
        self.members, self.files = [], []
        offset = 0
        for piece in re.finditer(r"(?:/\*\*(?P<comment>.*?)\*/)?\s*(?P<member>[^;/]+);", body, flags=re.S):
            member = Member(header, body_at + piece.start("member"), piece["member"].strip(), piece["comment"], offset)
            self.members.append(member)
            offset += member.bytes
        self.bytes = offset
        if tuple(member.name for member in self.members[:2]) != FIRST:
            header.refuse(at, f"struct vmm_{name} does not begin with the members {' and '.join(FIRST)}")
        self.members = self.members[2:]
        self.names = [member for member in self.members if member.type == "NAME"]
        if len(self.names) > 1:
            self.names[1].refuse("a record has one name at most")


def headers_of(include):
    """The headers in the order of their names; vmmetrics.h, which includes the others, is not among them."""
    return [Header(path) for path in sorted(pathlib.Path(include).glob("*.h")) if path.name != "vmmetrics.h"]


def functions_of(include):
    """All functions, header by header."""
    return [Function(header, found.start(2), found[1], found[2]) for header in headers_of(include) for found in re.finditer(
        r"(?:/\*\*((?:(?!\*/).)*)\*/\n)?^VMM_API ([^;]*);", header.text, flags=re.S | re.M)]


def records_of(include):
    """All records in the order of their ids, with their members and files."""
    headers = headers_of(include)
    structs, ids, files = {}, {}, []
    for header in headers:
        for found in re.finditer(r"^struct vmm_(\w+) \{\n(.*?)^\};", header.text, flags=re.S | re.M):
            if re.search(r"\A(?:\s*/\*\*.*?\*/)?\s*uint64_t size;", found[2], flags=re.S) and \
                    f"vmm_{found[1]}" not in NOT_RECORDS:
                structs[found[1]] = Record(header, found.start(), found[1], found[2], found.start(2))
        for found in re.finditer(r"^ +VMM_RECORD_(\w+) = (\d+)", header.text, flags=re.M):
            ids[found[1].lower()] = int(found[2])
            if found[1].lower() not in structs and f"struct vmm_{found[1].lower()} {{" not in \
                    "".join(other.text for other in headers):
                header.refuse(found.start(), f"VMM_RECORD_{found[1]}: no header has struct vmm_{found[1].lower()}")
        for found in re.finditer(r"^ +(VMM_FILE_\w+) =\s+(\d+),?(?:\s*/\*\*<\s*`([^`]+)`)?", header.text, flags=re.M):
            files.append((header, found))
    for name, record in structs.items():
        if name not in ids:
            record.header.refuse(record.at, f"struct vmm_{name} has no id VMM_RECORD_{name.upper()} in record.h")
    if sorted(ids.values()) != list(range(1, len(ids) + 1)):
        raise Refused("record.h: the ids of the records do not run from 1 without a gap")
    by_id = {number: structs[name] for name, number in ids.items()}
    for header, found in files:
        name, number, file = found[1], int(found[2]), found[3]
        if number // 1000 not in by_id:
            header.refuse(found.start(), f"{name}: {number} is not the id of a record times 1000 plus a number")
        ending = "_" + re.sub(r"[^A-Z0-9]", "_", (file or "").upper())
        if not file or not name.endswith(ending):
            header.refuse(found.start(), f"{name}: the comment does not begin with the file's name in backquotes")
        of_name, record_files = by_id[number // 1000].name, by_id[number // 1000].files
        if not f"{of_name}_".startswith(name[len("VMM_FILE_"):-len(ending)].lower() + "_"):
            header.refuse(found.start(), f"{name}: {number} is the id of a file of {of_name}")
        if number % 1000 != len(record_files) + 1:
            header.refuse(found.start(), f"{name}: the ids of a record's files run from 1 without a gap")
        record_files.append((name, file))
    return sorted(structs.values(), key=lambda record: ids[record.name])


def head(comment):
    return (f"/* SPDX-License-Identifier: MIT */\n/* {comment} */\n/* Written by `{COMMAND}`: do not edit. */\n"
            "/* clang-format off */\n")


def word(name):
    return re.sub(r"\W", "_", name)


def names_of(records):
    """All names of members, records and files, each once: {the word in C for it: (the name, the records that have it)}."""
    names = {}
    for record in records:
        words = [(f"of_{record.name}", record.name)] + [(member.name, member.name) for member in record.members]
        for one, name in words + [(f"file_{word(file)}", file) for _, file in record.files]:
            names.setdefault(one, (name, []))[1].append(record)
    return names


def described(record):
    return f"VMM_DESCRIBE_{record.name.upper()}"


def guarded(names, line):
    """A line for each name. A name that one record alone has goes with its description."""
    text, guard = "", None
    for one, (name, owners) in names.items():
        wanted = owners[0] if len(owners) == 1 else None
        if wanted != guard:
            text += ("#endif\n" if guard else "") + (f"#ifdef {described(wanted)}\n" if wanted else "")
            guard = wanted
        text += line(one, name)
    return text + ("#endif\n" if guard else "")


def members_c(records):
    tables, descriptions = "", ""
    for record in records:
        tables += f"\n#ifdef {described(record)}\nstatic const struct vmm_member {record.name}_members[] = {{\n"
        for member in record.members:
            tables += (f"    MEMBER({record.name}, {member.name}, {member.type}, {UNITS[member.unit][0]}, "
                       f"{member.kind.upper()}, {member.width}),\n")
        tables += "};\n"
        if record.files:
            tables += f"static const struct vmm_file_name {record.name}_files[] = {{\n"
            tables += "".join(f"    {{{name}, NAME(file_{word(file)})}},\n" for name, file in record.files) + "};\n"
        tables += "#endif\n"
        row = f"RECORD{'_OF_FILES' if record.files else ''}({record.name})"
        descriptions += f"#ifdef {described(record)}\n    [VMM_RECORD_{record.name.upper()} - 1] = {row},\n#endif\n"
    names = names_of(records)
    return (head("The descriptions of all records, from the public headers.") +
            '#include "description.h"\n#include "vmmetrics/vmmetrics.h"\n\n'
            "/*\n * A small program may define VMM_DESCRIBE_ONLY, and VMM_DESCRIBE_NET for the record `net`. To the functions that tell of\n"
            " * records, compare them or add them up, the other records are then unknown.\n */\n"
            "#ifndef VMM_DESCRIBE_ONLY\n" + "".join(f"#define {described(record)}\n" for record in records) + "#endif\n\n"
            "#define NAME(name) offsetof(struct described_names, name)\n"
            "#define MEMBER(record, member, type, unit, kind, width) \\\n"
            "    {offsetof(struct vmm_##record, member), NAME(member), sizeof(((struct vmm_##record *)NULL)->member), \\\n"
            "     VMM_TYPE_##type, VMM_UNIT_##unit, VMM_KIND_##kind, VMM_WIDTH_##width}\n"
            "#define COUNT_OF(rows) (sizeof(rows) / sizeof((rows)[0]))\n"
            "#define RECORD(record) \\\n"
            "    {record##_members, NULL, NAME(of_##record), COUNT_OF(record##_members), 0}\n"
            "#define RECORD_OF_FILES(record) \\\n"
            "    {record##_members, record##_files, NAME(of_##record), COUNT_OF(record##_members), COUNT_OF(record##_files)}\n\n"
            "static const struct described_names {\n" +
            guarded(names, lambda one, name: f"    char {one}[{len(name) + 1}];\n") +
            "} described_names = {\n" + guarded(names, lambda one, name: f'    "{name}",\n') + "};\n" + tables +
            "\n/* In the order of their ids, which begin with 1. */\n"
            f"static const struct vmm_description descriptions[] = {{\n{descriptions}}};\n\n"
            "const struct vmm_description *vmm_description_of(uint32_t record_id)\n{\n"
            "    if (record_id - 1 >= COUNT_OF(descriptions) || descriptions[record_id - 1].members == NULL)\n"
            "        return NULL;\n"
            "    return &descriptions[record_id - 1];\n}\n\n"
            "const char *vmm_described_name(uint16_t name)\n{\n"
            "    return (const char *)&described_names + name;\n}\n\n"
            "#undef NAME\n#undef MEMBER\n#undef COUNT_OF\n#undef RECORD\n#undef RECORD_OF_FILES\n")


def layouts_c(records):
    rows = ""
    for record in records:
        struct = f"struct vmm_{record.name}"
        identities = [member for member in record.members if member.kind == "identity"]
        numbers = [f"offsetof({struct}, {member.name})" for member in identities if member.type == "UINT64"]
        if len(numbers) > 5:
            identities[0].refuse("a record has five identities that are numbers at most")
        name = [f"offsetof({struct}, {name.name}), sizeof((({struct} *)NULL)->{name.name})" for name in record.names] or ["0, 0"]
        is_identity = "true" if record.names and record.names[0] in identities else "false"
        number = re.search(r"; identity if `(\w+)` is unknown in one", record.names[0].comment if record.names else "")
        if number and number[1] not in [member.name for member in identities if member.type == "UINT64"]:
            record.names[0].refuse(f"{number[1]} is no identity that is a number")
        number = f"offsetof({struct}, {number[1]})" if number else "0"
        rows += (f"    {{sizeof({struct}), {name[0]}, {is_identity}, {number},\n"
                 f"     {{{', '.join(numbers + ['0'])}}}}},\n")
    return (head("The sizes, the names and the identities of all records, from the public headers.") +
            '#include "layout.h"\n#include "vmmetrics/vmmetrics.h"\n\n'
            "/* In the order of their ids, which begin with 1. */\n"
            f"static const struct vmm_layout layouts[] = {{\n{rows}}};\n\n"
            "const struct vmm_layout *vmm_layout_of(uint32_t record_id)\n{\n"
            "    return record_id - 1 < sizeof layouts / sizeof layouts[0] ? &layouts[record_id - 1] : NULL;\n}\n")


def sizes_c(records):
    """Bit n of a record is its n-th word of 8 bytes."""
    words = max(record.bytes for record in records) // 512 + 1
    rows = ""
    for record in records:
        bits = sum(1 << member.offset // 8 for member in record.members
                   if member.kind == "gauge" and member.type == "UINT64" and member.unit in ("bytes", "pages"))
        rows += f"    {{{', '.join(f'0x{bits >> 64 * i & 2 ** 64 - 1:x}' for i in range(words))}}}, /* {record.name} */\n"
    return (head("The members that are gauges of bytes or pages, from the public headers.") +
            '#include "sizes.h"\n\n'
            "/* In the order of the records' ids, which begin with 1. Bit n is the n-th word of 8 bytes. */\n"
            f"static const uint64_t sizes[][{words}] = {{\n{rows}}};\n\n"
            "bool vmm_is_size(uint64_t record_id, size_t offset)\n{\n"
            "    size_t word = offset / sizeof(uint64_t) / 64;\n\n"
            "    return record_id - 1 < sizeof sizes / sizeof sizes[0] && word < sizeof sizes[0] / sizeof(uint64_t) &&\n"
            "           (sizes[record_id - 1][word] >> offset / sizeof(uint64_t) % 64 & 1) != 0;\n}\n")


def widths_h(records):
    text = head("The width of each counter, by its record and its member.")
    text += "#ifndef VMM_WIDTHS_H\n#define VMM_WIDTHS_H\n\n"
    text += '#include "vmmetrics/record.h"\n\nenum {\n'
    names = set()
    for record in records:
        for member in record.members:
            name = f"vmm_width_{record.name}_{member.name}"
            if name in names:
                member.refuse(f"{name} has two meanings")
            names.add(name)
            if member.kind == "counter":
                text += f"    {name} = VMM_WIDTH_{member.width},\n"
    return text.rstrip(",\n") + "\n};\n\n#endif\n"


def keys_h(record):
    text = head(f"The keys of struct vmm_{record.name} and the units of its members.")
    for member in record.members:
        # A number that the caller sets has no key.
        if member.kind == "identity":
            continue
        key = re.search(r"`([^`]+)`$", member.said["before"])
        if not key:
            member.refuse("the comment has no key in backquotes before the unit")
        text += f'KEY("{key[1]}", {member.name}, {UNITS[member.unit][0]}),\n'
    return text


def lists_h(records, functions):
    """Lists for tests that go through all of something."""
    references = TREE / "tests" / "reference"
    def defined(pattern):
        return [name for path in sorted(references.glob("*.c"))
                for name in re.findall(pattern, path.read_text(encoding="utf-8"), flags=re.M)]
    lists = {
        "EACH_RECORD": ("The records, in the order of their ids.", [f"{record.name.upper()}, {record.name}" for record in records]),
        "EACH_READER": ("The functions that read a struct from a text, and the struct.", [
            f"{function.name.removeprefix('vmm_')}, {function.read_struct()}" for function in functions if function.read_struct()]),
        "EACH_GROUP": ("The groups of formats that files of this folder describe.", defined(r"^const struct group (\w+)_group =")),
        "EACH_USAGE": ("The usages that files of this folder describe.", defined(r"^const struct usage usage_(\w+) =")),
    }
    text = head("Lists for tests. A file that includes this one defines the macro of the list that it needs.")
    for macro, (about, rows) in lists.items():
        text += f"\n/* {about} */\n#ifdef {macro}\n" + "".join(f"{macro}({row})\n" for row in rows) + f"#undef {macro}\n#endif\n"
    return text


def all_headers(text, headers):
    return re.sub(r'(#include "\w+\.h"\n)+', "".join(f'#include "{header.name}"\n' for header in headers), text)


def version_script(text, functions, version):
    """Each function belongs to the node of the version that brought it. The nodes of other versions stay as they are."""
    node = re.compile(r"^VMMETRICS_([\d.]+) \{\nglobal:\n(.*?)^(?=local:|\})", flags=re.S | re.M)
    older = {symbol for found in node.finditer(text) if found[1] != version for symbol in re.findall(r"(\w+);", found[2])}
    symbols = "".join(f"    {function};\n" for function in sorted(one.name for one in functions) if function not in older)
    if version in (found[1] for found in node.finditer(text)):
        return node.sub(lambda found: found[0].replace(found[2], symbols) if found[1] == version else found[0], text)
    last = [found[1] for found in node.finditer(text)][-1]
    return text + (f"\nVMMETRICS_{version} {{\nglobal:\n{symbols}}} VMMETRICS_{last};\n" if symbols else "")


def table(text, path, titles, rows):
    """A page with these rows in its table of these titles, which a remark precedes."""
    def cell(words):
        pieces = words.split("`")
        pieces[::2] = [re.sub(r"(?:::)?\b(VMM_\w+\*?)", r"`\1`", piece) for piece in pieces[::2]]
        return "`".join(pieces).replace("|", "\\|")
    head_of_table = (f"<!-- Written by `{COMMAND}`: do not edit. -->\n\n| {' | '.join(titles)} |\n|{'---|' * len(titles)}\n")
    before, found, after = text.partition(head_of_table)
    if not found:
        raise Refused(f"{path}: there is no table of {', '.join(titles)} after the remark that {COMMAND} writes it")
    after = re.sub(r"\A(\|.*\n)*", "", after)
    return before + found + "".join(f"| {' | '.join(map(cell, row))} |\n" for row in rows) + after


def written(include):
    """The files that are generated, in whole or in part: {path: text}. What is not in this tree is left out."""
    records, functions, headers = records_of(include), functions_of(include), headers_of(include)
    texts = {f"lib/describe/{name}": text for name, text in
             {"members.c": members_c(records), "layouts.c": layouts_c(records), "sizes.c": sizes_c(records),
              "widths.h": widths_h(records)}.items()}
    # The sources of a package may come without tests and pages.
    if (TREE / "tests" / "reference").is_dir():
        texts["tests/reference/lists.h"] = lists_h(records, functions)
        texts.update({f"tests/reference/{record.name}_keys.h": keys_h(record) for record in records if record.name in OF_KEYS})
    if (TREE / CRATES).is_dir():
        import rust  # which imports this module
        texts.update({f"{CRATES}/{path}": text for path, text in rust.written(include).items()})
    version = re.search(r'VMM_VERSION "(\d+\.\d+)', "".join(header.text for header in headers))[1]
    in_part = {
        "include/vmmetrics/vmmetrics.h": lambda text, path: all_headers(text, headers),
        "lib/vmmetrics.map": lambda text, path: version_script(text, functions, version),
        "docs/design.md": lambda text, path: table(text, path, ("function", "what it does", "header"), [
            (function.call(), function.about, function.header.name) for function in functions]),
        "docs/mainpage.md": lambda text, path: table(text, path, ("header", "what it is about"), [
            (header.name, header.about()) for header in headers]),
    }
    for path, change in in_part.items():
        if (TREE / path).exists():
            texts[path] = change((TREE / path).read_text(encoding="utf-8"), path)
    return texts


def main():
    try:
        texts = written(INCLUDE)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    for path, text in texts.items():
        (TREE / path).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
