# SPDX-License-Identifier: MIT
"""The library as one source file: every compiler here takes it without a warning, as C99 and C11, and its header as C++; it
exports what the headers declare, needs what the library needs, and the unit tests pass that call nothing else.

usage: test_one_file.py OBJECTS WORK      OBJECTS lists the unit tests, a line each: its name and its object files"""

import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "contract"))
import headers  # noqa: E402

ALLOWED = {"memcpy", "memmove", "memset", "memcmp", "memchr", "__stack_chk_fail"}
# Unit tests that take seconds each.
SLOW = {"test_hypervisor", "test_cgroup", "test_vmstat", "test_cgroup_memory", "test_cgroup_path", "test_cgroup_io",
        "test_key_json"}
STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"]
objects, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)


def compiled(*command):
    done = run(*command)
    return headers.check(done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stderr[-3000:]}")


shutil.rmtree(work, ignore_errors=True)
made = [run(sys.executable, "-B", headers.SOURCE / "cmake/packaging/one_file.py", folder) for folder in (work, work / "again")]
headers.check(all(one.returncode == 0 for one in made), made[0].stderr)
for name in ("vmmetrics.c", "vmmetrics.h"):
    headers.check((work / name).read_bytes() == (work / "again" / name).read_bytes(), f"{name} is another one each time")

# Alone, in every language that it is for.
count = 0
# Optimised once: that is what the tests use, and it takes long.
jobs = [(compiler, f"-std={standard}", "-O2" if (compiler, standard) == ("gcc", "c11") else "-O0", *STRICT,
         "-c", work / "vmmetrics.c", "-o", work / f"{compiler}-{standard}.o")
        for compiler in ("gcc", "clang", "musl-gcc", "i686-linux-gnu-gcc") if shutil.which(compiler)
        for standard in ("c99", "c11")]
(work / "header.cc").write_text('#include "vmmetrics.h"\nint main() { return vmm_text_of(0, 0).error != 0; }\n')
jobs += [(compiler, f"-std={standard}", *STRICT, "-c", work / "header.cc", "-o", work / f"{compiler}-{standard}.o")
         for compiler in ("g++", "clang++") if shutil.which(compiler) for standard in ("c++11", "c++20")]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    count = sum(pool.map(lambda job: compiled(*job), jobs))
print(f"{count} of {len(jobs)} ways to compile it")

# As a shared library, and what it needs.
compiled("gcc", "-shared", "-fPIC", work / "vmmetrics.c", "-o", work / "libvmmetrics.so")
exported = set(re.findall(r"^[0-9a-f]+ \w (\w+)$", run("nm", "-D", "--defined-only", work / "libvmmetrics.so").stdout, flags=re.M))
headers.check(exported == set(headers.functions()), f"exported and declared differ: {exported ^ set(headers.functions())}")
needed = set(re.findall(r"^ +U (\w+)$", run("nm", work / "gcc-c11.o").stdout, flags=re.M))
headers.check(needed <= ALLOWED, f"needs {needed - ALLOWED}")

# A program of somebody who has copied both files.
consumer = (headers.SOURCE / "tests/consume/consumer.c").read_text(encoding="utf-8")
(work / "program.c").write_text(consumer.replace("<vmmetrics/vmmetrics.h>", '"vmmetrics.h"'), encoding="utf-8")
if compiled("gcc", *STRICT, work / "program.c", work / "vmmetrics.c", "-o", work / "program"):
    said = run(work / "program").stdout.splitlines()
    headers.check(said[-1:] == ["no more rows"] and len(said) == 3, f"the program says {said}")


def try_unit(line):
    """Links a unit test's objects with the one file in place of the library, and runs it. None where it looks inside."""
    name, *parts = line.split(";")
    text = (headers.SOURCE / "tests" / "unit" / f"{name}.c").read_text(encoding="utf-8")
    if name in SLOW or re.search(r'#include "(?:scan|record|parse|usage|describe)/', text):
        return None
    program = work / name
    if not compiled("gcc", *parts, work / "gcc-c11.o", "-lcmocka", "-lm", "-pthread", "-o", program):
        return name
    done = run(program, timeout=200)
    headers.check(done.returncode == 0, f"{name}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return name


tests = [line for line in objects.read_text(encoding="utf-8").splitlines() if line]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    tried = [name for name in pool.map(try_unit, tests) if name]
headers.check(len(tried) >= 30, f"only {len(tried)} unit tests were tried")
headers.end(f"{len(exported)} functions exported, {len(tried)} of {len(tests)} unit tests passed")
