# SPDX-License-Identifier: MIT
"""Every warning that clang has, in the library and in the headers, but those that are named here."""

import shutil
import subprocess
import sys
import tempfile

import headers

# What is not taken for a fault, and why.
EXCEPTIONS = {
    "padded": "tables of the engine end in a gap; of the public records contract.layout sees that they have none",
    "unsafe-buffer-usage": "of clang 16 and later, for C++: a parser in C walks over bytes by pointers",
    "pre-c11-compat": "of clang 18 and later: the library is C11",
    "declaration-after-statement": "of clang 14 and later in some languages: the library is C11",
    "c++98-compat-pedantic": "the headers are for C++11 and later",
}
WARNINGS = ["-Weverything", "-Werror", "-Wno-unknown-warning-option", *(f"-Wno-{name}" for name in EXCEPTIONS)]

if shutil.which("clang") is None:
    print("skipped because there is no clang")
    sys.exit(77)


def compiles(what, *command):
    run = subprocess.run([*command, *WARNINGS, f"-I{headers.SOURCE}/include"], capture_output=True, text=True, check=False)
    headers.check(run.returncode == 0, f"{what}:\n{run.stderr[:3000]}")


for source in headers.SOURCES:
    # With an optimiser, which sees more.
    compiles(source.name, "clang", "-std=c11", "-O2", "-c", str(source), "-o", "/dev/null")
with tempfile.TemporaryDirectory() as folder:
    for language, standards in ("c", ["c99", "c17"]), ("c++", ["c++11", "c++20"]):
        program = f"{folder}/program.{language}"
        with open(program, "w", encoding="utf-8") as file:
            file.write("#include <vmmetrics/vmmetrics.h>\nextern int not_empty;\n")
        for standard in standards:
            compiles(f"headers as {standard}", "clang", "-x", language, f"-std={standard}", "-pedantic", "-fsyntax-only", program)
headers.check(len(headers.SOURCES) > 40, "too few sources were found: is this test blind?")
headers.end(f"{len(headers.SOURCES)} sources and the headers, without {len(EXCEPTIONS)} of the warnings")
