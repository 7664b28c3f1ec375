# SPDX-License-Identifier: MIT
"""The binding for C++ compiles without a warning with every installed compiler, as C++17 and C++20. Its sample prints
the same as that in C, and the manual's programs run.

usage: test_cpp.py INCLUDE LIBRARY.a"""

import pathlib
import shutil
import sys
import tempfile

import consumer
import manual
import sample

FOLDER = consumer.SOURCE / "examples" / "bindings" / "cpp"
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror"]
include, library = sys.argv[1:]
compilers = [compiler for compiler in ("g++", "clang++") if shutil.which(compiler)]
if not compilers:
    print("there is no C++ compiler")
    sys.exit(77)


def compiled(compiler, standard, source, program):
    return consumer.run([compiler, f"-std={standard}", "-O0", *WARNINGS, f"-I{include}", f"-I{FOLDER}", source, library,
                         "-o", program])


def build(text, folder):
    (folder / "program.cpp").write_text(text, encoding="utf-8")
    for compiler in compilers:
        built = compiled(compiler, "c++17", folder / "program.cpp", folder / "program")
        if built.returncode != 0:
            return consumer.check(False, f"{compiler} does not compile a program of the manual:\n{built.stderr}")
    return [folder / "program"]


with tempfile.TemporaryDirectory() as work:
    # Each compiler and each standard once; all pairs would take twice as long.
    for compiler, standard in zip(compilers, ["c++17", "c++20"] if len(compilers) == 2 else ["c++17"]):
        program = pathlib.Path(work) / compiler
        built = compiled(compiler, standard, FOLDER / "sample.cpp", program)
        consumer.check(built.returncode == 0, f"{compiler} -std={standard}:\n{built.stderr[:3000]}")
        if built.returncode == 0:
            sample.same(f"C++ by {compiler}", [program])
manual.try_programs("cpp", build)
consumer.end()
