# SPDX-License-Identifier: MIT
"""The binding for C++ compiles without a warning with every installed compiler, as C++17 and C++20. Its sample prints
the same as that in C, and the manual's programs run. Its rows are views of C++20.

usage: test_cpp.py INCLUDE LIBRARY.a"""

import os
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
with_views = []
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
    standard = "c++20" if "<ranges>" in text else "c++17"
    for compiler in compilers if standard == "c++17" else with_views:
        built = compiled(compiler, standard, folder / "program.cpp", folder / "program")
        if built.returncode != 0:
            return consumer.check(False, f"{compiler} does not compile a program of the manual:\n{built.stderr}")
    return [folder / "program"]


# Rows of bytes that live as long as the range, and of bytes that a temporary owns.
ROWS = """#include <vector>
#include "vmmetrics.hpp"
std::string text() {{ return "cpu  1 2 3 4\\n"; }}
const std::string constant() {{ return text(); }}
struct own {{ std::string bytes; operator std::string_view() const {{ return bytes; }} }};
int main()
{{
    std::string bytes = text();
    const std::string &same = bytes;
    std::vector<std::byte> octets(1);
    std::uint64_t sum = 0;
    auto next = [&sum](vmm_text *at, vmm_cpu *row, std::size_t size) {{ sum++; return vmm_cpu_next(at, row, size); }};
    (void)same, (void)next, (void)octets;
    for (const auto &row : vmm::rows<vmm_cpu>({}))
        sum += row->user_ticks;
    return sum == 0;
}}
"""
LASTING = ("vmm_cpu_next, bytes", "vmm_cpu_next, same", 'vmm_cpu_next, "cpu  1 2 3 4\\n"', "next, bytes",
           "vmm_cpu_next, std::string_view(bytes)", "vmm_cpu_next, octets")
TEMPORARY = ("vmm_cpu_next, text()", "vmm_cpu_next, constant()", "vmm_cpu_next, std::string(bytes)", "next, text()",
             "vmm_cpu_next, own{bytes}", "vmm_cpu_next, std::move(bytes)", "vmm_cpu_next, std::vector<std::byte>(1)")
# Rows are views; a text is anything that has bytes.
VIEWS = """#include <array>
#include <cassert>
#include <cstddef>
#include <ranges>
#include <span>
#include <vector>
#include "vmmetrics.hpp"
int main()
{
    const char text[] = "cpu  10 0 10 80\\ncpu0 4 0 6 x\\ncpu3 6 0 4 40 0 0 0 3\\n";
    std::string_view bytes(text);
    std::span octets = std::as_bytes(std::span(bytes));
    std::vector<unsigned char> copied(bytes.begin(), bytes.end());
    int calls = 0;
    auto next = [&calls](vmm_text *at, vmm_cpu *row, std::size_t size) { calls++; return vmm_cpu_next(at, row, size); };
    auto good = std::views::filter([](const auto &row) { return bool(row); });
    auto ticks = std::views::transform([](const auto &row) { return row->user_ticks; });
    auto sum = [](auto &&range) { std::uint64_t of = 0; for (auto one : range) of += one; return of; };
    using view = decltype(vmm::rows<vmm_cpu>(next, bytes));
    static_assert(std::ranges::view<view> && std::ranges::input_range<view> && !std::ranges::forward_range<view>);
    static_assert(std::ranges::view<decltype(vmm::members(VMM_RECORD_CPU))>);
    assert(sum(vmm::rows(vmm_cpu_next, bytes) | good | ticks) == 16);
    assert(sum(vmm::rows(vmm_cpu_next, octets) | std::views::drop(1) | good | ticks) == 6);
    assert(sum(vmm::rows(vmm_cpu_next, copied) | std::views::take(1) | ticks) == 10);
    assert(sum(vmm::rows<vmm_cpu>(next, bytes) | good | ticks) == 16 && calls == 4);
    assert(std::ranges::distance(vmm::rows(vmm_cgroup_io_next, VMM_FILE_CGROUP_IO_MAX, "8:0 rbps=7\\n8:1 wbps=max\\n")) == 2);
    vmm_cgroup cgroup = vmm::unknown<vmm_cgroup>(VMM_RECORD_CGROUP);
    std::array<std::byte, 2> seven = {std::byte{'7'}, std::byte{'\\n'}};
    assert(vmm::read(VMM_FILE_CGROUP_PIDS_MAX, seven, cgroup).first == VMM_OK && vmm::known(cgroup.pids_max) == 7U);
    assert(vmm::parse(vmm_meminfo_parse, octets).status == VMM_E_EMPTY && !vmm::known(cgroup.pids_current));
}
"""
DISKS = " 8 0 sda 1 2 3 4 5 6 7 8 9 10 11\n 8 16 sdb 1 x\n 8 32 sdc 0 0 0 0 0 0 0 0 0 0 0\n 8 48 sdd 1 2 300 4 5 6 7 8 9 10 11\n"
STAT = "cpu  1 2 3 4 5 6 7 8\ncpu0 1 2 3 4 5 6 7 0\ncpu3 1 2 3 4 5 6 7 9\n"
PRINTED = "sdd: 157184 bytes\nsda: 5120 bytes\nCPU 3: 9 ticks stolen\n"


def check_temporaries(compiler, folder):
    """The compiler refuses rows whose bytes are gone before the first of them is read."""
    for words in LASTING + TEMPORARY:
        (folder / "rows.cpp").write_text(ROWS.format(words), encoding="utf-8")
        built = consumer.run([compiler, "-std=c++17", "-fsyntax-only", "-Wall", f"-I{include}", f"-I{FOLDER}",
                              folder / "rows.cpp"])
        consumer.check((built.returncode == 0) == (words in LASTING), f"{compiler}: rows of ({words}):\n{built.stderr}")
        consumer.check(words in LASTING or "deleted" in built.stderr, f"{compiler}: {words}:\n{built.stderr}")


def check_views(compiler, folder):
    """The views of C++20, and the program that uses them. clang before 16 refuses those of the standard library itself:
    https://github.com/llvm/llvm-project/issues/44178."""
    probe, program = folder / "probe.cpp", folder / "program"
    probe.write_text("#include <ranges>\n#include <vector>\nint main() { std::vector<int> a; for (int i : a | "
                     "std::views::filter([](int) { return true; })) return i; }\n", encoding="utf-8")
    if consumer.run([compiler, "-std=c++20", "-fsyntax-only", probe]).returncode != 0:
        print(f"{compiler} has no std::views::filter")
        return
    with_views.append(compiler)
    for name, text in (("disks", DISKS), ("stat", STAT), ("views.cpp", VIEWS)):
        (folder / name).write_text(text, encoding="utf-8")
    for source, words, expected in ((folder / "views.cpp", [], ""),
                                    (FOLDER / "ranges.cpp", [folder / "disks", folder / "stat"], PRINTED)):
        built = compiled(compiler, "c++20", source, program)
        ran = consumer.run([program, *words]) if built.returncode == 0 else built
        consumer.check((ran.returncode, ran.stdout) == (0, expected),
                       f"{compiler}: {source.name}: {ran.stdout}{ran.stderr[:3000]}")
        consumer.comparisons += 1


with tempfile.TemporaryDirectory() as work:
    for compiler in [*compilers, *filter(shutil.which, ["clang++-16"])]:
        check_views(compiler, pathlib.Path(work))
    check_temporaries(compilers[0], pathlib.Path(work))
    # Each compiler and each standard once; all pairs would take twice as long.
    for compiler, standard in zip(compilers, ["c++17", "c++20"] if len(compilers) == 2 else ["c++17"]):
        program = pathlib.Path(work) / compiler
        built = compiled(compiler, standard, FOLDER / "sample.cpp", program,
                         *json_of_c(compiler, pathlib.Path(work)))
        consumer.check(built.returncode == 0, f"{compiler} -std={standard}:\n{built.stderr[:3000]}")
        if built.returncode == 0:
            sample.same(f"C++ by {compiler}", [program])
    if shutil.which("cmake"):
        manual.try_transcript("C++", pathlib.Path(work) / "clean", os.environ)
manual.try_programs("cpp", build)
consumer.end()
