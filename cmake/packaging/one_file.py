"""Writes the library as one source file and one header, for those who copy sources: vmmetrics.c and vmmetrics.h.

usage: one_file.py OUTPUT      OUTPUT is a folder

Files of lib/ become sections, one behind the other. What two of them call the same on their own gets the file's name before it
(`rows` of meminfo.c is meminfo_rows); so does what macros of shared headers declare for a file (VMM_OWN). Macros of a file end
with it. Functions that files share are hidden where a compiler can hide them, so that a shared library made of it exports what
ours exports."""

import collections
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = SOURCE / "include" / "vmmetrics"
LIB = SOURCE / "lib"
# In the order in which each finds what it needs.
FOLDERS = ("scan", "record", "parse", "usage", "describe")
# What a name can stand in; comments and literals are passed over, and so are members.
TOKEN = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|(?:\.|->)\s*\w+|(?P<tag>\b(?:struct|enum|union) \w+)'
                   r'|(?P<word>[A-Za-z_]\w*)', flags=re.S)
OWN = """
/* What the macros of the headers above declare for a file has the file's name before it. */
#define VMM_OWN(name) VMM_OWN_OF(VMM_FILE_IS, name)
#define VMM_OWN_OF(file, name) VMM_OWN_PASTED(file, name)
#define VMM_OWN_PASTED(file, name) file##_##name
"""


def read(path):
    return path.read_text(encoding="utf-8")


def without_comments(text):
    return re.sub(r"/\*.*?\*/", " ", text, flags=re.S)


def without_includes(text):
    return re.sub(r'^#include [^\n]*\n', "", text, flags=re.M)


def included(path):
    """The files of the library that a file includes."""
    found = []
    for name in re.findall(r'^#include "([^"]+)"', read(path), flags=re.M):
        beside = (path.parent / name).resolve()
        found.append(beside if beside.exists() else SOURCE / "include" / name)
    return found


def in_order(paths):
    """The files and what they include, each once and behind what it includes."""
    done = []

    def visit(path):
        for other in included(path):
            visit(other)
        if path not in done:
            done.append(path)

    for path in paths:
        visit(path.resolve())
    return done


def bare(header):
    """A header without what only a file of its own needs."""
    text = without_includes(read(header))
    text = re.sub(r"#ifndef (\w+_H)\n#define \1\n(.*)\n#endif\s*\Z", r"\2", text, flags=re.S)
    text = re.sub(r'#ifdef __cplusplus\n(?:extern "C" \{|\})\n#endif\n', "", text)
    text = re.sub(r"^ \* @file [^\n]*\n", "", text, flags=re.M)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def headline(path):
    return f"\n/* ==== {path.relative_to(SOURCE)} ==== */\n\n"


def tags_of(text):
    """The structs, unions and enums that a file declares at its top level."""
    return set(re.findall(r"^(?:static )?(?:const )?((?:struct|enum|union) \w+)\s*\{", without_comments(text), flags=re.M))


def own_names(text):
    """What else a file declares for itself there: functions, objects, enumerators."""
    text = re.sub(r"^#(?:\\\n|.)*$", "", without_comments(text), flags=re.M)
    names = set(re.findall(r"^(?:VMM_INLINE|(?:VMM_\w+ )?static) [^=;{}()]*?\b(\w+)(?:\[[^\]]*\])*\s*(?:=|;|\()", text,
                           flags=re.M))
    names |= set(re.findall(r"^\} (\w+)(?:\[\])? =", text, flags=re.M))
    for body in re.findall(r"^enum(?: \w+)? \{(.*?)\}", text, flags=re.S | re.M):
        names |= set(re.findall(r"(?:^|,)\s*(\w+)", body))
    return names


class Makers:
    """The macros of a shared header that declare something where they stand."""

    def __init__(self, text):
        self.text = text
        text = without_comments(text).replace("\\\n", "\n")
        self.macros, self.plain = set(), set()
        for name, body in re.findall(r"^#define (\w+)\([^)]*\)((?:(?!^#).)*)", text, flags=re.S | re.M):
            found = re.findall(r"^ +static [^=;#]*?\b(\w+)(?:\[\])? =", body, flags=re.M)
            found += re.findall(r"^ +(struct \w+) \{", body, flags=re.M)
            if found:
                self.macros.add(name)
                self.plain |= set(found)
        # How the names of lists become part of others; members are nobody else's.
        self.pasted = set(re.findall(r"(?<![\w#>])(?<!char )(\w*)(?:##)?\bLIST\b(?:##)?(\w*)", text)) if self.macros else set()
        self.pasted -= {("", ""), ("", "_places")}

    def given(self, text):
        """What they declare for a file."""
        if not any(re.search(rf"^{macro}\(", text, flags=re.M) for macro in self.macros):
            return set()
        lists = re.findall(r"^#define (\w+)", text, flags=re.M)
        return self.plain | {f"{before}{one}{behind}" for one in lists for before, behind in self.pasted}

    def written(self, text):
        """The header with VMM_OWN around each such name in its macros."""
        for before, behind in self.pasted:
            name = (f"{before}##" if before else "") + "LIST" + (f"##{behind}" if behind else "")
            text = re.sub(rf"(?<![\w#]){name}\b", f"VMM_OWN({name})", text)

        def own(match):
            parameters = match["parameters"].replace(" ", "").split(",")
            names = {name: f"VMM_OWN({name})" for name in self.plain if name not in parameters}
            tags = {name: f"struct VMM_OWN({name.split()[1]})" for name in self.plain if " " in name}
            return match["head"] + renamed(match["body"], names, tags)

        return re.sub(r"^(?P<head>#define \w+\((?P<parameters>[^)]*)\))(?P<body>(?:\\\n|.)*)$", own, text, flags=re.M)


def renamed(text, names, tags):
    """A text in which words and tags have other names."""
    def change(match):
        word, tag = match["word"], match["tag"]
        return names.get(word, word) if word else tags.get(tag, tag) if tag else match[0]

    def inside(body):
        # Members cannot be told from other words where they are declared; what is in brackets is no member.
        body = re.sub(r"\b(?:struct|enum|union) \w+", lambda match: tags.get(match[0], match[0]), body)
        return re.sub(r"\[[^\]]*\]", lambda match: TOKEN.sub(change, match[0]), body)

    pieces = re.split(r"(^(?:static )?(?:const )?(?:struct|union)(?: \w+)? \{.*?^\})", text, flags=re.S | re.M)
    return "".join(inside(piece) if index % 2 else TOKEN.sub(change, piece) for index, piece in enumerate(pieces))


def license_comment():
    lines = [f" * {line}".rstrip() for line in read(SOURCE / "LICENSE").strip().splitlines()]
    version = re.search(r'VMM_VERSION "([^"]+)"', read(INCLUDE / "base.h"))[1]
    made_by = f" * libvmmetrics {version}, made of its sources by cmake/packaging/one_file.py."
    return "\n".join(["/*", made_by, " *", *lines, " */", ""])


def header():
    every = [path for path in in_order([INCLUDE / "vmmetrics.h"]) if path.name != "vmmetrics.h"]
    text = license_comment() + "#ifndef VMMETRICS_VMMETRICS_H\n#define VMMETRICS_VMMETRICS_H\n"
    text += "\n#include <stddef.h>\n#include <stdint.h>\n"
    text += '\n#ifdef __cplusplus\nextern "C" {\n#endif\n'
    for path in every:
        text += headline(path) + bare(path)
    return text + '\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n'


def source():
    files = [path for folder in FOLDERS for path in sorted((LIB / folder).glob("*.c"))]
    left = set(LIB.glob("*/*.c")) - set(files)
    if left:
        sys.exit(f"one_file.py: in no folder that it knows: {sorted(map(str, left))}")
    shared = [path for path in in_order(files) if path.suffix == ".h" and LIB in path.parents]
    system = sorted(set(re.findall(r"^#include (<[^>]+>)", "".join(map(read, [*files, *shared])), flags=re.M)))
    text = license_comment() + '#include "vmmetrics.h"\n\n' + "".join(f"#include {name}\n" for name in system)
    text += '\n#if defined(__GNUC__)\n#pragma GCC visibility push(hidden)\n#endif\n'
    makers = [Makers(read(path)) for path in shared]
    for path, maker in zip(shared, makers):
        text += headline(path) + maker.written(bare(path))
    text += OWN

    given = {path: set().union(*(maker.given(read(path)) for maker in makers)) for path in files}
    own = {path: own_names(read(path)) | tags_of(read(path)) for path in files}
    counts = collections.Counter(name for names in own.values() for name in names)
    counts.update(name for path in shared for name in own_names(read(path)))
    used = set(re.findall(r"\w+", "".join(map(read, files))))

    def unused(name):
        return name if name not in used else f"{name}_here"

    for path in files:
        body = without_includes(read(path))
        changed = given[path] | {name for name in own[path] if counts[name] > 1}
        names = {name: unused(f"{path.stem}_{name}") for name in changed if " " not in name}
        tags = {name: f"{name.split()[0]} {path.stem}_{name.split()[1]}" for name in changed if " " in name}
        macros = re.findall(r"^#define (\w+)", body, flags=re.M)
        if given[path]:
            macros.append("VMM_FILE_IS")
            body = f"#define VMM_FILE_IS {path.stem}\n{body}"
        text += headline(path) + re.sub(r"\n{3,}", "\n\n", renamed(body, names, tags)).strip() + "\n"
        text += ("\n" if macros else "") + "".join(f"#undef {name}\n" for name in dict.fromkeys(macros))
    return text + "\n#if defined(__GNUC__)\n#pragma GCC visibility pop\n#endif\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, made_text in (("vmmetrics.h", header()), ("vmmetrics.c", source())):
        (folder / name).write_text(made_text, encoding="utf-8")
        print(f"{folder / name}: {made_text.count(chr(10))} lines")
