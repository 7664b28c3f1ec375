# SPDX-License-Identifier: MIT
"""The headers compile alone, as C99 and C++11 and later, without a warning, include nothing of note and hold nothing that
an FFI cannot call; structs and functions share no name; enumerators have explicit values."""

import re
import shutil
import subprocess
import tempfile

import headers

WARNINGS = ["-pedantic", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Wundef", "-Werror", "-fsyntax-only"]
C = ["-Wstrict-prototypes", "-Wmissing-prototypes"]
CXX = ["-Wold-style-cast", "-Wsign-conversion"]
COMPILERS = [("gcc", "c", ["c99", "c11", "c17", "gnu99"], C), ("clang", "c", ["c99", "c11", "c17"], C),
             ("g++", "c++", ["c++11", "c++20"], CXX), ("clang++", "c++", ["c++11", "c++20"], CXX)]

# The functions that the interface may have.
FUNCTIONS = 53

compiled = 0
with tempfile.TemporaryDirectory() as folder:
    for compiler, language, standards, warnings in COMPILERS:
        if shutil.which(compiler) is None:
            print(f"skipped because there is no {compiler}")
            continue
        for standard in standards:
            for header in headers.HEADERS:
                source = f"{folder}/alone.{language}"
                line = f"#include <vmmetrics/{header.name}>\n"
                with open(source, "w", encoding="utf-8") as file:
                    file.write(line + line + "extern int a_c_file_is_not_empty;\n")
                run = subprocess.run([compiler, "-x", language, f"-std={standard}", f"-I{headers.SOURCE}/include",
                                      *WARNINGS, *warnings, source], capture_output=True, text=True, check=False)
                headers.check(run.returncode == 0, f"{header.name} by {compiler} -std={standard}:\n{run.stderr}")
                compiled += 1
headers.check(compiled > 0, "no compiler")

own = {header.name for header in headers.HEADERS}
for header in headers.HEADERS:
    text = headers.text_of(header)
    code = headers.without_comments(text)
    for include in re.findall(r"^\s*#\s*include\s*(.*)", code, flags=re.M):
        name = include.strip()[1:-1]
        headers.check(include.strip() in ("<stddef.h>", "<stdint.h>") or (include.strip()[0] == '"' and name in own),
                      f"{header.name} includes {include}")
    for macro in re.findall(r"^\s*#\s*define\s+(\w+)\(", code, flags=re.M):
        headers.check(False, f"{header.name} has the function-like macro {macro}")
    for word in re.findall(r"\b(inline|static|union|typedef (?!int32_t vmm_status)\w+)\b", code):
        headers.check(False, f"{header.name} has '{word}'")
    for macro in re.findall(r"^\s*#\s*define\s+(\w+)", code, flags=re.M):
        headers.check(macro.startswith("VMM_") or macro == f"VMMETRICS_{header.stem.upper()}_H",
                      f"{header.name} defines {macro}")
    if header.name != "vmmetrics.h":
        headers.check('#include "%s"' % header.name in headers.text_of(headers.SOURCE / "include/vmmetrics/vmmetrics.h"),
                      f"vmmetrics.h lacks {header.name}")
        headers.check('extern "C" {' in code or "VMM_API" not in code, f"{header.name} lacks extern \"C\"")
        headers.check(re.search(rf"^ \* @file {re.escape(header.name)}$", text, flags=re.M), f"{header.name} lacks a comment @file")

functions = headers.functions()
structs = headers.structs()
headers.check(len(functions) >= 13 and len(structs) >= 10, "too few functions or structs were found: is this test blind?")
headers.check(len(functions) <= FUNCTIONS, f"{len(functions)} functions are more than the {FUNCTIONS} of FUNCTIONS in this test. A new "
              "kernel file may add one reader and one usage: raise FUNCTIONS by them. Any other new function replaces one.")
headers.check(len(functions) == len(set(functions)), "a function is declared twice")
for name in [*functions, *structs]:
    headers.check(name.startswith("vmm_"), f"{name} does not begin with vmm_")
for name in set(functions) & set(structs):
    headers.check(False, f"{name} is a struct and a function")

enumerators = headers.enumerators()
for header, text in enumerators:
    headers.check(re.fullmatch(r"VMM_\w+\s*=\s*-?\d+", text), f"{header}: enumerator without an explicit value: {text}")
headers.end(f"{len(headers.HEADERS)} headers, {compiled} compilations, {len(functions)} functions, {len(structs)} structs, "
            f"{len(enumerators)} enumerators")
