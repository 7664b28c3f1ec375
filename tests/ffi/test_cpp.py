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
COMMON = consumer.SOURCE / "examples" / "tools" / "common"
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror"]
include, library = sys.argv[1:]
compilers = [compiler for compiler in ("g++", "clang++") if shutil.which(compiler)]
if not compilers:
    print("there is no C++ compiler")
    sys.exit(77)


def compiled(compiler, standard, source, program, *objects):
    return consumer.run([compiler, f"-std={standard}", "-O0", *WARNINGS, f"-I{include}", f"-I{FOLDER}", source, *objects,
                         library, "-o", program])


def json_of_c(compiler, folder):
    """The sample prints by the JSON of the programs in C."""
    objects = []
    for name in ("json", "decimal"):
        objects.append(folder / f"{name}.o")
        built = consumer.run([compiler, "-x", "c", "-std=gnu11", f"-I{include}", "-c", COMMON / f"{name}.c", "-o",
                              objects[-1]])
        consumer.check(built.returncode == 0, f"{compiler}: {built.stderr[:3000]}")
    return objects


def build(text, folder):
    (folder / "program.cpp").write_text(text, encoding="utf-8")
    for compiler in compilers:
        built = compiled(compiler, "c++17", folder / "program.cpp", folder / "program")
        if built.returncode != 0:
            return consumer.check(False, f"{compiler} does not compile a program of the manual:\n{built.stderr}")
    return [folder / "program"]


# Rows of bytes that live as long as the range, and of bytes that a temporary owns.
ROWS = """#include "vmmetrics.hpp"
std::string text() {{ return "cpu  1 2 3 4\\n"; }}
const std::string constant() {{ return text(); }}
struct own {{ std::string bytes; operator std::string_view() const {{ return bytes; }} }};
int main()
{{
    std::string bytes = text();
    const std::string &same = bytes;
    std::uint64_t sum = 0;
    auto next = [&sum](vmm_text *at, vmm_cpu *row, std::size_t size) {{ sum++; return vmm_cpu_next(at, row, size); }};
    (void)same, (void)next;
    for (const auto &row : vmm::rows<vmm_cpu>({}))
        sum += row->user_ticks;
    return sum == 0;
}}
"""
LASTING = ("vmm_cpu_next, bytes", "vmm_cpu_next, same", 'vmm_cpu_next, "cpu  1 2 3 4\\n"', "next, bytes",
           "vmm_cpu_next, std::string_view(bytes)")
TEMPORARY = ("vmm_cpu_next, text()", "vmm_cpu_next, constant()", "vmm_cpu_next, std::string(bytes)", "next, text()",
             "vmm_cpu_next, own{bytes}", "vmm_cpu_next, std::move(bytes)")


def check_temporaries(compiler, folder):
    """The compiler refuses rows whose bytes are gone before the first of them is read."""
    for words in LASTING + TEMPORARY:
        (folder / "rows.cpp").write_text(ROWS.format(words), encoding="utf-8")
        built = consumer.run([compiler, "-std=c++17", "-fsyntax-only", "-Wall", f"-I{include}", f"-I{FOLDER}",
                              folder / "rows.cpp"])
        consumer.check((built.returncode == 0) == (words in LASTING), f"{compiler}: rows of ({words}):\n{built.stderr}")
        consumer.check(words in LASTING or "deleted" in built.stderr, f"{compiler}: {words}:\n{built.stderr}")


with tempfile.TemporaryDirectory() as work:
    check_temporaries(compilers[0], pathlib.Path(work))
    # Each compiler and each standard once; all pairs would take twice as long.
    for compiler, standard in zip(compilers, ["c++17", "c++20"] if len(compilers) == 2 else ["c++17"]):
        program = pathlib.Path(work) / compiler
        built = compiled(compiler, standard, FOLDER / "sample.cpp", program,
                         *json_of_c(compiler, pathlib.Path(work)))
        consumer.check(built.returncode == 0, f"{compiler} -std={standard}:\n{built.stderr[:3000]}")
        if built.returncode == 0:
            sample.same(f"C++ by {compiler}", [program])
manual.try_programs("cpp", build)
consumer.end()
