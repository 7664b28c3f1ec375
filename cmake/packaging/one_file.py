# SPDX-License-Identifier: MIT
"""Writes the library as one source file and one header, for programs that copy sources: vmmetrics.c and vmmetrics.h.

usage: one_file.py OUTPUT      OUTPUT is a folder

The files are joined, each after the files that it includes. Functions that files share are hidden where a compiler can hide
them, so that a shared library made of it exports what ours exports."""

import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = SOURCE / "include"
GUARD = r"#ifndef (\w+_H)\n#define \1\n(.*)\n#endif\s*\Z"
CPLUSPLUS = r'#ifdef __cplusplus\n(?:extern "C" \{|\})\n#endif\n'
HIDDEN = "\n#if defined(__GNUC__)\n#pragma GCC visibility {}\n#endif\n"
EXTERN_C = '\n#ifdef __cplusplus\n{}\n#endif\n'


def in_order(paths, done):
    """Adds files and what they include, each once and after what it includes."""
    for path in paths:
        for name in re.findall(r'^#include "([^"]+)"', path.read_text(encoding="utf-8"), flags=re.M):
            beside = (path.parent / name).resolve()
            in_order([beside if beside.exists() else INCLUDE / name], done)
        if path not in done:
            done.append(path)
    return done


def joined(paths):
    text = ""
    for path in paths:
        body = re.sub(r"^#include [^\n]*\n|^ \* @file [^\n]*\n|^/\* SPDX[^\n]*\n", "", path.read_text(encoding="utf-8"), flags=re.M)
        body = re.sub(CPLUSPLUS, "", re.sub(GUARD, r"\2", body, flags=re.S))
        text += f"\n/* ==== {path.relative_to(SOURCE)} ==== */\n\n" + re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"
    return text


def write(folder):
    """Writes both files. Returns how many lines each has: {path: count}."""
    public = in_order([INCLUDE / "vmmetrics" / "vmmetrics.h"], [])
    every = [path for path in in_order(sorted((SOURCE / "lib").glob("*/*.c")), []) if path not in public]
    version = re.search(r'VMM_VERSION "([^"]+)"', (INCLUDE / "vmmetrics" / "base.h").read_text(encoding="utf-8"))[1]
    license_lines = (SOURCE / "LICENSE").read_text(encoding="utf-8").strip().splitlines()
    head = "\n".join(["/* SPDX-License-Identifier: MIT */", "/*", f" * libvmmetrics {version}, made of its sources by cmake/packaging/one_file.py.", " *",
                      *[f" * {line}".rstrip() for line in license_lines], " */", ""])
    header = (head + "#ifndef VMMETRICS_VMMETRICS_H\n#define VMMETRICS_VMMETRICS_H\n\n#include <stddef.h>\n#include <stdint.h>\n" +
              EXTERN_C.format('extern "C" {') + joined(public[:-1]) + EXTERN_C.format("}") + "\n#endif\n")
    source = head + '#include "vmmetrics.h"\n\n#include <stdbool.h>\n#include <string.h>\n' + HIDDEN.format("push(hidden)") + joined(every) + HIDDEN.format("pop")
    folder.mkdir(parents=True, exist_ok=True)
    texts = {folder / "vmmetrics.h": header, folder / "vmmetrics.c": source}
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    return {path: text.count("\n") for path, text in texts.items()}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for path, lines in write(pathlib.Path(sys.argv[1])).items():
        print(f"{path}: {lines} lines")
