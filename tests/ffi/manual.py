# SPDX-License-Identifier: MIT
"""The programs in docs/languages.md: each is built and run, and its output must be the block after it. In such a block
the numbers 12, 1234, 12.3 and 0.123 mean any number."""

import os
import pathlib
import re
import tempfile

import consumer

PAGE = consumer.SOURCE / "docs" / "languages.md"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", flags=re.S | re.M)
ANY_NUMBER = re.compile(r"\b(?:12\.3|0\.123|1234|12)\b")


def written(path, program, command):
    """Writes a program into a file, and returns the command that runs it."""
    path.write_text(program, encoding="utf-8")
    return [*command, path]


def _expected(text):
    return r"\d+(?:\.\d+)?".join(re.escape(piece) for piece in ANY_NUMBER.split(text))


def try_programs(language, build):
    """`build` gets the text and a folder, and returns the command that runs the program, or None after an error."""
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    programs = [(text, blocks[index + 1:index + 2]) for index, (name, text) in enumerate(blocks) if name == language]
    consumer.check(programs, f"{PAGE.name} has no program in {language}")
    for text, after in programs:
        consumer.comparisons += 1
        with tempfile.TemporaryDirectory() as work:
            command = build(text, pathlib.Path(work))
            if command is None:
                continue
            folder = consumer.SOURCE / "examples" / "bindings" / "python"
            path = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
            ran = consumer.run(command, env={**os.environ, "PYTHONPATH": path})
            if not after or after[0][0] != "text":
                consumer.check(False, f"{PAGE.name}: a program in {language} has no output after it")
            elif ran.returncode != 0 or ran.stderr or not re.fullmatch(_expected(after[0][1]), ran.stdout):
                consumer.check(False, f"{PAGE.name}: the program in {language} ends with {ran.returncode} and prints\n"
                                      f"{ran.stdout}{ran.stderr}instead of\n{after[0][1]}")
