# SPDX-License-Identifier: MIT
"""The programs in docs/languages.md: each is built and run, and its output must be the block after it. In such a block
the numbers 12, 1234, 12.3 and 0.123 mean any number."""

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
            ran = consumer.run(command)
            if not after or after[0][0] != "text":
                consumer.check(False, f"{PAGE.name}: a program in {language} has no output after it")
            elif ran.returncode != 0 or ran.stderr or not re.fullmatch(_expected(after[0][1]), ran.stdout):
                consumer.check(False, f"{PAGE.name}: the program in {language} ends with {ran.returncode} and prints\n"
                                      f"{ran.stdout}{ran.stderr}instead of\n{after[0][1]}")


def try_transcript(section, folder, environment):
    """The commands after `$ ` in the section of a language, in an empty folder; each prints what stands after it. The
    checkout is where the page says it is. Lines after `> ` belong to the command."""
    text = PAGE.read_text(encoding="utf-8").split(f"\n## {section}\n")[1].split("\n## ")[0]
    transcripts = [block for language, block in BLOCK.findall(text) if language == "console"]
    consumer.check(len(transcripts) == 1, f"{PAGE.name}, {section}: {len(transcripts)} transcripts")
    folder.mkdir()
    (folder / "libvmmetrics").symlink_to(consumer.SOURCE)
    for step in transcripts[0].split("$ ")[1:]:
        lines = step.splitlines(keepends=True)
        more = next((index for index, line in enumerate(lines[1:], 1) if not line.startswith(">")), len(lines))
        command = lines[0] + "".join(line[1:].removeprefix(" ") for line in lines[1:more])
        # The next command begins in the folder in which this one ends.
        script = f"cd \"$(cat folder 2>/dev/null || echo .)\" && {command.rstrip()}\npwd >{folder}/folder"
        ran = consumer.run(["bash", "-c", script], cwd=folder, env=environment, timeout=280)
        consumer.check(ran.returncode == 0 and re.fullmatch(_expected("".join(lines[more:])), ran.stdout),
                       f"{PAGE.name}, {section}: {command.strip()} ends with {ran.returncode} and prints\n"
                       f"{ran.stdout}{ran.stderr}")
        consumer.comparisons += 1
