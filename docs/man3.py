# SPDX-License-Identifier: MIT
"""Writes the manual pages of section 3 from the headers: a page a header, which each of its functions leads to, and the page of
the library itself: docs/man/vmmetrics.3, with the list of the other pages.

usage: man3.py INCLUDE DATE VERSION OUTPUT    DATE is that of the sources, such as 2026-11-26

It fails where a comment has something that it does not know how to write."""

import datetime
import pathlib
import re
import sys

COMMENT = r"/\*\*(?P<comment>(?:(?!\*/).)*)\*/\s*"
DECLARATION = re.compile(
    COMMENT + r"(?:VMM_API (?P<function>[^;]+);|struct (?P<struct>\w+) \{\n(?P<members>.*?)^\};|enum (?P<enum>\w+) \{\n(?P<values>.*?)^\};"
    r"|typedef (?P<type>[^;]+);|#define (?P<macro>\w+) (?P<value>[^\n]+))", flags=re.S | re.M)
MEMBER = re.compile(COMMENT + r"(?P<member>[^;/]+);", flags=re.S)
ENUMERATOR = re.compile(r"(?:" + COMMENT + r")?(?P<name>\w+) = (?P<value>-?\d+),?(?:\s*/\*\*<(?P<same_line>(?:(?!\*/).)*)\*/)?",
                        flags=re.S)


def lines_of(comment):
    """A comment without its stars."""
    return [re.sub(r"^\s*\* ?", "", line).rstrip() for line in comment.strip().splitlines()]


def escaped(text, typed=False):
    """Text as roff takes it; what a reader may type keeps its ASCII."""
    text = text.replace("\\", "\\e")
    if typed:
        text = text.replace("-", "\\-").replace("'", "\\(aq").replace("^", "\\(ha").replace("~", "\\(ti").replace("`", "\\(ga")
    return text


def inline(text):
    """A line of prose: what the comment marks is bold."""
    pieces = re.split(r"(`[^`]+`|\*\*[^*]+\*\*|\b\w+::\w+|(?:::|(?<![\w&])#)[A-Za-z_]\w*)", text)
    done = ""
    for piece in pieces:
        if piece.startswith("`"):
            # A blank at the beginning of a line would end the one before.
            done += "\\fB" + re.sub(r"^ ", r"\\ ", escaped(piece[1:-1], True)) + "\\fP"
        elif piece.startswith(("#", "**")) or "::" in piece:
            done += f"\\fB{escaped(piece.strip(':#*').replace('::', '.'))}\\fP"
        else:
            done += escaped(piece)
    return re.sub(r"^(?=[.'])", r"\\&", done)


def prose(text):
    """A paragraph: a line a sentence, as roff wants it to see where one ends."""
    return [inline(line) for line in re.split(r"(?<=[\w)`\"*][.:])\s+(?=[\w`\"*])", " ".join(text.split()))]


def literal(lines):
    return [".Bd -literal -offset indent", *(re.sub(r"^(?=[.'])", r"\\&", escaped(line, True)) for line in lines), ".Ed"]


def items(pairs, macro):
    """A list of names, each with its text."""
    found = [".Bl -tag -width Ds"]
    for name, text in pairs:
        found += [f".It {macro} {name}", *prose(text)]
    return [*found, ".El"]


def blocks(lines):
    """The pieces of a comment: (kind, lines)."""
    found, inside = [], False
    for line in lines:
        if line == "@code":
            inside = True
            found.append(("code", []))
        elif line == "@endcode":
            inside = False
            found.append(("end", []))
        elif inside or line.startswith("    ") and found and found[-1][0] in ("end", "code"):
            if found[-1][0] == "end":
                found.append(("code", []))
            found[-1][1].append(line)
        elif not line:
            found.append(("end", []))
        elif match := re.match(r"@(param|retval) +(\w+) *(.*)", line):
            found.append((match[1], [match[2], match[3]]))
        elif line.startswith("@"):
            sys.exit(f"man3.py: unknown: {line}")
        elif line.startswith("|"):
            if not found or found[-1][0] != "table":
                found.append(("table", []))
            found[-1][1].append(line)
        elif line.startswith("- "):
            found.append(("item", [line[2:]]))
        elif found and found[-1][0] in ("text", "item", "param", "retval"):
            found[-1][1].append(line.strip())
        else:
            found.append(("text", [line]))
    return [(kind, body) for kind, body in found if kind != "end"]


def written(lines):
    """A comment as mdoc."""
    page, list_of = [], None
    for kind, body in blocks(lines):
        if list_of and kind != list_of:
            page.append(".El")
        if kind in ("param", "retval", "item") and kind != list_of:
            heading = {"param": ["The arguments are:"], "retval": ["It returns:"], "item": []}[kind]
            page += ([".Pp"] if page and heading else []) + heading
            page.append(".Bl -bullet -compact" if kind == "item" else ".Bl -tag -width Ds -compact")
        list_of = kind if kind in ("param", "retval", "item") else None
        if kind == "item":
            page += [".It", *prose(" ".join(body))]
        elif list_of:
            page += [f".It {'Fa' if kind == 'param' else 'Dv'} {body[0]}", *prose(" ".join(body[1:]))]
        elif kind == "text":
            page += ([".Pp"] if page else []) + prose(" ".join(body))
        elif kind == "code":
            page += literal(body)
        else:
            page += literal([re.sub(r"[|`]", " ", line).rstrip() for line in body if not re.fullmatch(r"[|-]+", line)])
    return page + ([".El"] if list_of else [])


def enumeration(comment, body):
    """An enum, whose enumerators may have comments of several paragraphs."""
    page = [*written(lines_of(comment)), ".Bl -tag -width Ds -compact"]
    for found in ENUMERATOR.finditer(body):
        page += [f".It Dv {found['name']} No = {escaped(found['value'], True)}",
                 *written(lines_of(found["comment"] or found["same_line"] or ""))]
    return [*page, ".El"]


def function(declaration):
    """(name, its synopsis)"""
    returned, name, arguments = re.fullmatch(r"(.*?)(\w+)\((.*)\)", " ".join(declaration.split())).groups()
    return name, [f'.Ft "{returned.strip()}"', f".Fo {name}", *(f'.Fa "{one}"' for one in arguments.split(", ")), ".Fc"]


class Page:
    """The page of a header."""

    def __init__(self, header):
        text = header.read_text(encoding="utf-8")
        self.header = header.name
        self.title = f"vmmetrics_{header.stem}"
        # The topic of the header is for the site alone.
        about = re.search(r"/\*\*\n \* @file [^\n]+\n(.*?)(?: \*\n \* @ingroup \w+\n)? \*/", text, flags=re.S)[1]
        lines = lines_of(about)
        whole = " ".join(lines[:lines.index("")] if "" in lines else lines)
        self.summary, _, rest = whole.partition(". ")
        self.summary = re.sub(r"^[A-Z](?![A-Z])", lambda first: first[0].lower(), self.summary.rstrip("."))
        self.about = ([rest] if rest else []) + (lines[lines.index(""):] if "" in lines else [])
        self.functions, self.synopsis, self.described, self.structs, self.constants = [], [], [], [], []
        for found in DECLARATION.finditer(text):
            self._add(found)
        mentioned = set(re.findall(r"\b(vmm_\w+)\(\)", text)) - set(self.functions)
        self.related = sorted({"vmmetrics", *mentioned})

    def _add(self, found):
        comment = found["comment"]
        if found["function"]:
            name, synopsis = function(found["function"])
            self.functions.append(name)
            self.synopsis += synopsis
            self.described += [f".Ss {name}()", *written(lines_of(comment))]
        elif found["struct"]:
            self.structs += [f".Ss struct {found['struct']}", *written(lines_of(comment))]
            members = [(f'"{" ".join(one["member"].split())}"', " ".join(lines_of(one["comment"])))
                       for one in MEMBER.finditer(found["members"])]
            self.structs += items(members, "Vt")
        elif found["enum"]:
            self.constants += [f".Ss enum {found['enum']}", *enumeration(comment, found["values"])]
        else:
            name = found["macro"] or found["type"].split()[-1]
            value = found["value"] or found["type"].rsplit(" ", 1)[0]
            self.constants += [".Bl -tag -width Ds", f".It Dv {name} No = {escaped(value, True)}",
                               *written(lines_of(comment)), ".El"]

    def write(self, date, version):
        page = [f".Dd {date}", f".Dt {self.title.upper()} 3", f".Os libvmmetrics {version}", ".Sh NAME"]
        # A header without a function gives its page its own name.
        names = self.functions or [self.title]
        page += [f".Nm {name} ," for name in names[:-1]] + [f".Nm {names[-1]}"]
        page += [".Nd " + inline(self.summary).replace('"', "\\(dq"), ".Sh LIBRARY", "libvmmetrics", ".Pq Fl lvmmetrics",
                 ".Sh SYNOPSIS", f".In vmmetrics/{self.header}", *self.synopsis, ".Sh DESCRIPTION",
                 *(written(self.about) or [inline(self.summary[0].upper() + self.summary[1:] + ".")]), *self.described]
        if self.structs:
            page += [".Sh STRUCTS", *self.structs]
        if self.constants:
            page += [".Sh CONSTANTS", *self.constants]
        page += [".Sh SEE ALSO", *(f".Xr {name} 3 ," for name in self.related[:-1]), f".Xr {self.related[-1]} 3"]
        return "\n".join(page) + "\n"


def main():
    include, date, version, output = sys.argv[1:]
    folder = pathlib.Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.3"):
        old.unlink()
    day = datetime.date.fromisoformat(date)
    date = f"{day:%B} {day.day}, {day.year}"
    pages = [Page(header) for header in sorted(pathlib.Path(include).glob("*.h")) if header.stem != "vmmetrics"]
    for page in pages:
        (folder / f"{page.title}.3").write_text(page.write(date, version), encoding="utf-8")
        for name in page.functions:
            (folder / f"{name}.3").write_text(f".so man3/{page.title}.3\n", encoding="utf-8")
    index = [".Bl -tag -width Ds -compact"]
    for page in pages:
        index += [f".It Xr {page.title} 3", inline(page.summary)]
    text = (pathlib.Path(__file__).resolve().parent / "man" / "vmmetrics.3").read_text(encoding="utf-8")
    text, count = re.subn(r'^\.\\" PAGES.*$', lambda _: "\n".join([*index, ".El"]), text, flags=re.M)
    if count != 1:
        sys.exit("man3.py: vmmetrics.3 has no place for the list of pages")
    text = re.sub(r"^\.Dd .*$", f".Dd {date}", text, flags=re.M)
    (folder / "vmmetrics.3").write_text(re.sub(r"^\.Os .*$", f".Os libvmmetrics {version}", text, flags=re.M), encoding="utf-8")
    print(f"{len(pages)} headers, {sum(len(page.functions) for page in pages)} functions")


if __name__ == "__main__":
    main()
