# SPDX-License-Identifier: MIT
"""Every C program in README.md and docs/*.md compiles without a warning, runs, and prints what the page says it prints.

The output is a block of text after the program. In this block the numbers 12, 1234, 1234567890, 12.3 and 0.123 stand for any
number, since it differs from machine to machine; all other text must be equal.

usage: test_programs.py LIBRARY.a COMPILER"""

import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", flags=re.S | re.M)
# Languages of blocks that are no C; tests/ffi runs the programs among them.
OTHER = {"sh", "console", "text", "cmake", "cpp", "rust", "python", "typescript", "go"}
ANY_NUMBER = re.compile(r"\b(?:12\.3|0\.123|1234567890|1234|12)\b")

library, compiler = sys.argv[1:]
programs = 0
failures = []


def expected(text):
    pieces = ANY_NUMBER.split(text)
    return r"\d+(?:\.\d+)?".join(re.escape(piece) for piece in pieces)


def fail(where, reason):
    failures.append(f"{where}: {reason}")


def try_program(where, program, output, folder):
    source, binary = folder / "program.c", folder / "program"
    source.write_text(program, encoding="utf-8")
    build = subprocess.run([compiler, "-std=gnu11", "-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror",
                            f"-I{SOURCE}/include", str(source), library, "-o", str(binary)],
                           capture_output=True, text=True, check=False)
    if build.returncode != 0:
        return fail(where, f"does not compile:\n{build.stderr}")
    run = subprocess.run([str(binary)], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
                         check=False)
    if run.returncode != 0 or run.stderr or not run.stdout:
        return fail(where, f"ends with {run.returncode} and prints:\n{run.stdout}{run.stderr}")
    if output is None:
        return fail(where, "the page does not say what it prints")
    if not re.fullmatch(expected(output), run.stdout):
        return fail(where, f"prints\n{run.stdout}instead of\n{output}")
    return print(f"{where}: as written")


with tempfile.TemporaryDirectory() as work:
    for page in [SOURCE / "README.md", *sorted((SOURCE / "docs").glob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        blocks = list(BLOCK.finditer(text))
        if len(blocks) * 2 != len(re.findall(r"^ *```", text, flags=re.M)):
            fail(page.name, "has a block that this test does not find")
        for index, block in enumerate(blocks):
            where = f"{page.name}:{text.count(chr(10), 0, block.start()) + 1}"
            if block[1] in OTHER:
                continue
            if block[1] != "c":
                fail(where, "a block without a language")
                continue
            programs += 1
            after = [other for other in blocks[index + 1:index + 3] if other[1] != "sh"]
            output = after[0][2] if after and after[0][1] == "text" else None
            try_program(where, block[2], output, pathlib.Path(work))

for failure in failures:
    print("failed:", failure)
print(f"{programs} programs, {len(failures)} failures")
sys.exit(1 if failures or programs == 0 else 0)
