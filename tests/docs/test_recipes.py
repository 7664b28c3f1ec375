# SPDX-License-Identifier: MIT
"""The recipes of CONTRIBUTING.md, followed to the letter in a copy of the tree, end with tests that pass.

usage: test_recipes.py COMPILER [TREE]    TREE is kept, for a look at what the recipes made

Each section of recipes is applied to what the sections before it left. Then `python3 lib/describe/generate.py` runs, as the page
says, and the unit tests, replayed fuzzing and contracts that concern the section."""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(diff|c|sh)\n(.*?)^```$", flags=re.S | re.M)
# The sections with recipes: the programs that test them, as "program arguments".
SECTIONS = {
    "A key of a file that has a reader": ["test_formats meminfo", "test_meminfo", "replay_meminfo", "test_describe"],
    "A file of a directory": ["test_formats cgroup", "test_cgroup", "replay_cgroup", "test_files", "test_describe"],
    "A file that is a record of its own": ["test_formats example", "replay_example", "test_describe"],
    "A file of columns": ["test_formats example", "replay_example", "test_describe"],
    "A file of rows": ["test_formats example", "replay_example", "test_describe"],
    "A derived number": ["test_usages memory_usage", "test_memory_usage", "replay_memory_usage", "test_describe"],
}
# The contracts of what a recipe touches. The others concern compilers, packages and documents.
CONTRACTS = ("headers", "generated", "names", "constants", "abi", "layout", "files", "tables", "versions", "exports",
             "size", "stack")
# These take half a minute each, so they look at the last tree only, which has all that the recipes add.
SLOW = ("headers", "stack")
OF_LIBRARY = ("layout", "files", "tables", "versions", "exports", "size")
compiler = sys.argv[1]
failures = []


def apply(diff, tree):
    """Replaces what the block says without its signs, wherever it stands in the file; once."""
    path = tree / re.match(r"--- a/(\S+)", diff).group(1)
    lines = diff.splitlines(keepends=True)[3:]
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    content = path.read_text(encoding="utf-8")
    if content.count(old) != 1:
        failures.append(f"{path.relative_to(tree)} has this {content.count(old)} times:\n{old}")
    path.write_text(content.replace(old, new), encoding="utf-8")


def run(what, *command, **options):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
                          **options)
    # 77 says that something is missing here.
    if done.returncode not in (0, 77):
        said = [line for line in done.stdout.splitlines() if re.search("error|rror:|broken|FAILED|ERROR|failed|Failure", line)]
        failures.append(f"{what}: {' '.join(map(str, command))[-200:]}\n" + "\n".join((said or done.stdout.splitlines())[-12:]))
    return done.returncode == 0


def try_section(name, tree, build):
    if not run(name, sys.executable, "-B", tree / "lib" / "describe" / "generate.py"):
        return
    # New sources and formats are found when CMake looks for them.
    run(name, "cmake", "-S", tree, "-B", build, f"-DCMAKE_C_COMPILER={compiler}", "-DCMAKE_BUILD_TYPE=Debug",
        "-DVMMETRICS_BUILD_EXAMPLES=OFF", "-DVMMETRICS_BUILD_DOCS=OFF", "-DVMMETRICS_FUZZ=OFF")
    programs = [program.split() for program in SECTIONS[name]]
    targets = sorted({program[0] for program in programs})
    cores = os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL") or str(os.cpu_count())
    if not run(name, "cmake", "--build", build, "-j", cores, "--target", "vmmetrics", *targets):
        return
    for program, *arguments in programs:
        found = next(path for path in build.rglob(program) if path.is_file())
        if program.startswith("replay_"):
            arguments = sorted((tree / "tests" / "fuzz" / "corpus" / program[len("replay_"):]).glob("*"))
        run(name, found, *arguments)
    library = next(build.rglob("libvmmetrics.so"))
    for contract in CONTRACTS:
        if contract in SLOW and name != list(SECTIONS)[-1]:
            continue
        run(name, sys.executable, "-B", tree / "tests" / "contract" / f"test_{contract}.py",
            *([library] if contract in OF_LIBRARY else []), env={**os.environ, "CC": compiler})


text = (SOURCE / "CONTRIBUTING.md").read_text(encoding="utf-8")
sections = dict(re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", text, flags=re.S | re.M))
count = 0
with contextlib.ExitStack() as stack:
    tree = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else stack.enter_context(tempfile.TemporaryDirectory())) / "tree"
    for folder in ("cmake", "include", "lib", "tests", "docs", "examples"):
        shutil.copytree(SOURCE / folder, tree / folder, symlinks=True,
                        ignore=shutil.ignore_patterns("node_modules", "target", "__pycache__"))
    for file in ("CMakeLists.txt", "CMakePresets.json", "CONTRIBUTING.md", "README.md", "LICENSE"):
        shutil.copy(SOURCE / file, tree / file)
    recorded = {name for name, section in sections.items() if re.search(r"^```(diff|c)$", section, flags=re.M)}
    if recorded != set(SECTIONS):
        failures.append(f"sections with recipes are {sorted(recorded)}, and this test knows {sorted(SECTIONS)}")
    for name in SECTIONS:
        for kind, block in BLOCK.findall(sections.get(name, "")):
            count += 1
            if kind == "diff":
                apply(block, tree)
            elif kind == "sh":
                run(name, "sh", "-ec", block, cwd=tree)
            else:
                path = tree / re.match(r"/\* ([\w./]+)", block).group(1).rstrip(":")
                path.write_text(block, encoding="utf-8")
        if failures:
            break
        try_section(name, tree, tree / "build")
        print(f"{name}: {'failed' if failures else 'as written'}", flush=True)
        if failures:
            break
print(f"{count} blocks, {len(failures)} failures")
for failure in failures:
    print("failed:", failure)
sys.exit(1 if failures or count < 20 else 0)
