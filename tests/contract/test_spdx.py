# SPDX-License-Identifier: MIT
"""Every source file names its license on one of its first two lines, because single files are copied."""

import os
import pathlib

import headers

SOURCE = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = [".ci", "cmake", "docs", "examples", "include", "lib", "tests"]
SUFFIXES = {".c", ".h", ".cpp", ".hpp", ".py", ".rs", ".ts", ".js", ".mjs", ".cmake", ".sh"}
# Bytes that are compared, and what is built or fetched beside the sources.
OTHERS = {"data", "corpus", "recorded", "node_modules", "target", "__pycache__"}
LINES = {f"{before}SPDX-License-Identifier: MIT{after}" for before, after in (("/* ", " */"), ("// ", ""), ("# ", ""))}


def sources():
    yield SOURCE / "CMakeLists.txt"
    for start in FOLDERS:
        for folder, folders, names in os.walk(SOURCE / start):
            folders[:] = sorted(set(folders) - OTHERS)
            for path in (pathlib.Path(folder) / name for name in sorted(names)):
                # A script has no suffix, but a comment on its first line.
                script = not path.suffix and path.name[0] != "." and path.read_bytes()[:1] == b"#"
                if script or path.suffix in SUFFIXES or path.name == "CMakeLists.txt":
                    yield path


count = 0
for source in sources():
    first_two = source.read_text(encoding="utf-8").split("\n", 2)[:2]
    headers.check(LINES & set(first_two), f"{source.relative_to(SOURCE)} lacks its line SPDX-License-Identifier: MIT")
    count += 1
headers.end(f"{count} sources")
