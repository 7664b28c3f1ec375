# SPDX-License-Identifier: MIT
"""The recipes of CONTRIBUTING.md, followed to the letter in a copy of the tree, end with tests that pass.

usage: test_recipes.py COMPILER [TREE]    TREE is kept, for a look at what the recipes made

The recipes are applied one after another, with `python3 lib/describe/generate.py` as the page says. Then the unit tests, replayed
fuzzing and contracts run that concern them; several recipes that do not touch each other share a run. Two things more are seen:

- Without any one piece of a new record, the contracts fail, and name the file of this piece.
- In the tree that the recipes made, they can all be applied once more, for another name: they do not stand on what was last."""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
# A file of its own follows a line that begins with its name.
BLOCK = re.compile(r"(?:^`([\w./-]+)`[^\n]*:\n\n)?^```(diff|c|md|sh)\n(.*?)^```$", flags=re.S | re.M)
HUNK = re.compile(r"^@@ ([\w./-]+)(?:, ([^\n]*))? @@\n(.*?)(?=^@@|\Z)", flags=re.S | re.M)
EXAMPLE = ["test_formats example", "test_example", "replay_example", "test_describe",
           "vmmetrics-parse example tests/data/proc-example/written-usual"]
# The runs: the sections of recipes, and the programs that test them, as "program arguments".
RUNS = [
    ({"A key of a file that has a reader": ["test_formats meminfo", "test_meminfo", "replay_meminfo"],
      "A file of a directory": ["test_formats cgroup", "test_cgroup", "replay_cgroup", "test_files"],
      "A derived number": ["test_usages memory_usage", "test_memory_usage", "replay_memory_usage"],
      "A file that is a record of its own": EXAMPLE}),
    ({"A file of columns": EXAMPLE}),
    ({"A file of rows": EXAMPLE}),
]
SECTIONS = {name: programs for run in RUNS for name, programs in run.items()}
OF_A_RECORD = "A file that is a record of its own"
# The contracts of what a recipe touches. The others concern compilers, packages and documents.
CONTRACTS = ("generated", "records", "names", "constants", "abi", "layout", "files", "tables", "versions", "exports", "size")
# These take half a minute each, so they look at the last tree only, which has all that the recipes add.
SLOW = ("headers", "stack")
OF_LIBRARY = ("layout", "files", "tables", "versions", "exports", "size")
compiler = sys.argv[1]
failures = []


def run(what, *command, **options):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
                          **options)
    # 77 says that something is missing here.
    if done.returncode not in (0, 77):
        said = [line for line in done.stdout.splitlines() if re.search("error|rror:|broken|FAILED|ERROR|failed|Failure", line)]
        failures.append(f"{what}: {' '.join(map(str, command))[-200:]}\n" + "\n".join((said or done.stdout.splitlines())[-12:]))
    return done.returncode == 0


def generate(what, tree):
    return run(what, sys.executable, "-B", tree / "lib" / "describe" / "generate.py")


def with_next_number(text, before):
    """`= N` stands for the next number."""
    numbers = re.findall(r"= +(\d+)", before)
    return re.sub(r"= N\b", f"= {int(numbers[-1]) + 1 if numbers else 'NO NUMBER'}", text)


def changed(content, where, body):
    """The file after a hunk; None where the hunk does not fit."""
    # An empty line of the page is one of the file.
    lines = [line if line.strip() else " " + line for line in body.splitlines(keepends=True)]
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    if where is None:
        return content.replace(old, new) if content.count(old) == 1 else None
    name = where.removeprefix("at the end of ")
    text = re.fullmatch(r'after the last line with "(.*)"', where)
    if text:
        found = list(re.finditer(rf"^[^\n]*{re.escape(text[1])}[^\n]*\n", content, flags=re.M))
    else:
        found = list(re.finditer(rf"^[^\n]*\b{re.escape(name)}\b[^\n]*\{{\n(?:(?!\}})[^\n]*\n)*", content, flags=re.M))[:1]
    if not found or old:
        return None
    end = found[-1].end()
    return content[:end] + with_next_number(new, content[:end]) + content[end:]


def pieces_of(section):
    """What the blocks of a recipe do, in their order: (file, or None for commands; where in it; text)."""
    for path, kind, block in BLOCK.findall(section):
        if kind != "diff":
            yield (None if kind == "sh" else path), "all of it", block
            continue
        for file, where, body in HUNK.findall(block):
            yield file, where or None, body


def apply(name, section, tree):
    """Applies a recipe. Gives what the files were that it changed: {path: text, or None for a new one}."""
    before = {}
    for file, where, text in pieces_of(section):
        if file is None:
            run(f"CONTRIBUTING.md, '{name}'", "sh", "-ec", text, cwd=tree)
            continue
        path = tree / file
        content = path.read_text(encoding="utf-8") if path.exists() else None
        before.setdefault(path, content)
        done = text if where == "all of it" else changed(content or "", where, text)
        if done is None:
            failures.append(f"CONTRIBUTING.md, '{name}': the block of {file}{', ' + where if where else ''} does not fit this file any "
                            f"more. Change the block so that it does, and so that it stands on lines that stay:\n{text}")
            continue
        path.write_text(done, encoding="utf-8")
    return before


def allow_a_function(tree):
    """As the page says under 'When a limit is reached': a new kernel file may add a reader."""
    path = tree / "tests" / "contract" / "test_headers.py"
    path.write_text(re.sub(r"^FUNCTIONS = (\d+)", lambda found: f"FUNCTIONS = {int(found[1]) + 1}", path.read_text(encoding="utf-8"),
                           flags=re.M), encoding="utf-8")


def contract(name, tree, library):
    return [sys.executable, "-B", tree / "tests" / "contract" / f"test_{name}.py", *([library] if name in OF_LIBRARY else [])]


def try_run(sections, tree, build, is_last):
    what = "; ".join(sections)
    if not generate(what, tree):
        return
    # New sources and formats are found when CMake looks for them.
    run(what, "cmake", "-S", tree, "-B", build, f"-DCMAKE_C_COMPILER={compiler}", "-DCMAKE_BUILD_TYPE=Debug",
        "-DVMMETRICS_BUILD_DOCS=OFF", "-DVMMETRICS_FUZZ=OFF")
    programs = [program.split() for section in sections for program in SECTIONS[section]]
    targets = sorted({program[0] for program in programs})
    cores = os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL") or str(os.cpu_count())
    if not run(what, "cmake", "--build", build, "-j", cores, "--target", "vmmetrics", *targets):
        return
    for program, *arguments in programs:
        found = next(path for path in build.rglob(program) if path.is_file())
        if program.startswith("replay_"):
            arguments = sorted((tree / "tests" / "fuzz" / "corpus" / program[len("replay_"):]).glob("*"))
        run(what, found, *arguments, cwd=tree)
    if is_last:
        # Without frama-c it is skipped.
        run(what, tree / "tests" / "proof" / "run", "example")
    library = next(build.rglob("libvmmetrics.so"))
    for name in CONTRACTS + (SLOW if is_last else ()):
        run(what, *contract(name, tree, library), env={**os.environ, "CC": compiler})


def said_without(path, before, tree):
    """What the contracts say where a file is as it was before a recipe."""
    after = path.read_bytes()
    if before is None:
        path.unlink()
    else:
        path.write_text(before, encoding="utf-8")
    done = [subprocess.run(contract(name, tree, None), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
            for name in ("generated", "records")]
    path.write_bytes(after)
    return "".join(one.stdout for one in done if one.returncode != 0)


def see_that_all_is_wanted(before, tree):
    """Each piece of a new record is asked for by its file. Its header and its source are what the others belong to."""
    files = {tree / "tests/fuzz/corpus/example/usual": None, tree / "tests/data/proc-example/written-usual": None, **before}
    del files[tree / "lib/parse/example.c"], files[tree / "include/vmmetrics/example.h"]
    for path, text in files.items():
        said, name = said_without(path, text, tree), str(path.relative_to(tree))
        # Of a folder with one file, the folder is named; of a header, the header or what declares it.
        if not any(word in said for word in (name, str(path.parent.relative_to(tree)) + ":", f"\n{path.name}:", f" {path.name}")):
            failures.append(f"without {name} of '{OF_A_RECORD}', the contracts do not name it:\n{said}")
    return len(files)


def renamed(section):
    """The same recipe for another name."""
    return re.sub(r"example(?!s)", "specimen", re.sub(r"Example", "Specimen", re.sub(r"EXAMPLE(?!S)", "SPECIMEN", section)))


text = (SOURCE / "CONTRIBUTING.md").read_text(encoding="utf-8")
sections = dict(re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", text, flags=re.S | re.M))
count = sum(len(list(pieces_of(sections.get(name, "")))) for name in SECTIONS)
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
    allow_a_function(tree)
    wanted = 0
    for names in RUNS:
        for name in names:
            before = apply(name, sections.get(name, ""), tree)
        if not failures:
            try_run(names, tree, tree / "build", names is RUNS[-1])
        if not failures and OF_A_RECORD in names:
            wanted = see_that_all_is_wanted(before, tree)
        print(f"{'; '.join(names)}: {'failed' if failures else 'as written'}", flush=True)
        if failures:
            break
    else:
        for name in SECTIONS:
            apply(f"{name}' for a second name", renamed(sections[name]), tree)
        if generate("a second name", tree):
            for name in ("generated", "records"):
                run("a second name", *contract(name, tree, None))
print(f"{count} pieces, {wanted} of which the contracts want; {len(failures)} failures")
for failure in failures:
    print("failed:", failure)
sys.exit(1 if failures or count < 30 else 0)
