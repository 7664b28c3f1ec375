# SPDX-License-Identifier: MIT
"""Passes all C and C++ sources to a tool, which has nothing to say about them.

usage: check.py format|tidy|cppcheck"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
CORES = os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL") or str(os.cpu_count())


def need(program):
    if not shutil.which(program):
        print(f"skipped: {program} is not installed")
        sys.exit(77)


def sources():
    return sorted(str(path) for folder in ("include", "lib", "examples", "tests", "docs")
                  for path in (SOURCE / folder).rglob("*") if path.suffix in (".c", ".h", ".cpp", ".hpp")
                  and not {"node_modules", "target"} & set(path.parts))


def clang_format():
    need("clang-format")
    version = subprocess.run(["clang-format", "--version"], capture_output=True, text=True, check=True).stdout
    if "version 14." not in version:
        print("skipped: the sources have the format of clang-format 14; other versions format them in another way")
        return 77
    return subprocess.run(["clang-format", "--dry-run", "--Werror", *sources()], check=False).returncode


def clang_tidy():
    """The list of commands has the library's sources three times: for both libraries, and in the portable form for tests/fuzz.
    clang-tidy reads them as the first. The analyzer looks at a quarter of its usual number of states of a function: loops in
    loops would take minutes."""
    need("clang-tidy")
    states = [f"--extra-arg={part}" for part in ("-Xclang", "-analyzer-config", "-Xclang", "max-nodes=50000")]
    subprocess.run(["cmake", "--preset", "clang"], cwd=SOURCE, stdout=subprocess.DEVNULL, check=True)
    listed = json.loads((SOURCE / "build" / "clang" / "compile_commands.json").read_text(encoding="utf-8"))
    commands = {command["file"]: command for command in reversed(listed)}
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "compile_commands.json").write_text(json.dumps(list(commands.values())), encoding="utf-8")
        done = subprocess.run(["xargs", "-P", CORES, "-n", "3", "clang-tidy", "--quiet", "-p", folder, *states],
                              input="\n".join(sorted(commands)), text=True, capture_output=True, check=False)
    print(done.stdout, end="")
    print("\n".join(line for line in done.stderr.splitlines() if not line.endswith(("warnings generated.", "warning generated."))))
    return done.returncode


def cppcheck():
    need("cppcheck")
    return subprocess.run(["cppcheck", "-q", "-j", CORES, "--std=c11", "--enable=warning,style,performance,portability",
                           "--inline-suppr", "--error-exitcode=1", "-Iinclude", "lib", "examples"], cwd=SOURCE,
                          check=False).returncode


if __name__ == "__main__":
    sys.exit({"format": clang_format, "tidy": clang_tidy, "cppcheck": cppcheck}[sys.argv[1]]())
