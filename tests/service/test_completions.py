# SPDX-License-Identifier: MIT
"""The completions of bash, zsh and fish: each file is what docs/options.py makes of --help, and the shell itself offers each option
and value that --help has, and no other.

usage: test_completions.py PROGRAM..."""

import contextlib
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "docs"))
import options  # pylint: disable=wrong-import-position

PROGRAMS = [pathlib.Path(path).resolve() for path in sys.argv[1:]]
FILES = SOURCE / "examples" / "completions"
ENVIRONMENT = {**os.environ, "PATH": ":".join([str(PROGRAMS[0].parent), os.environ["PATH"]]), "TERM": "dumb", "HOME": "/nonexistent",
               "LC_ALL": "C.UTF-8"} if PROGRAMS else {}
FORMATS = ("meminfo", "cpu", "cgroup")
USAGES = ("memory_usage", "threads_usage")


class Terminal:
    """A shell as a user sees it."""

    def __init__(self, command, folder):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, ENVIRONMENT)
        self.seen = ""

    def wait_for(self, text, seconds=30):
        end = time.monotonic() + seconds
        while text not in self.seen:
            if not select.select([self.fd], [], [], max(0, end - time.monotonic()))[0]:
                raise AssertionError(f"no {text} in {self.seen!r}")
            self.seen += os.read(self.fd, 65536).decode(errors="replace")
        found, _, self.seen = self.seen.partition(text)
        return found

    def type(self, text):
        os.write(self.fd, text.encode())

    def end(self):
        os.close(self.fd)
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)


class Shell:
    """What each shell offers for a line, whose last word is the one that is completed."""

    def __init__(self, folder):
        self.folder = folder

    def close(self):
        pass


class Bash(Shell):
    SCRIPT = """source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); "_${1//-/_}"; printf '%s\\n' "${COMPREPLY[@]}\""""

    def offers(self, line):
        # It splits words at `=`.
        words = re.split(r" |(?<==)|(?==)", line)
        done = subprocess.run(["bash", "-c", self.SCRIPT, "bash", FILES / "bash" / words[0], *words], cwd=self.folder, env=ENVIRONMENT,
                              capture_output=True, text=True, check=True)
        assert not done.stderr, done.stderr
        return set(done.stdout.split())


class Fish(Shell):
    def offers(self, line):
        done = subprocess.run(["fish", "--private", "-c", 'set fish_complete_path $argv[1]; complete -C "$argv[2]"', FILES / "fish", line],
                              cwd=self.folder, env={**ENVIRONMENT, "HOME": str(self.folder)}, capture_output=True, text=True, check=True)
        assert not done.stderr, done.stderr
        return {text.split("\t")[0].rpartition("=")[2] if "=" in line.split(" ")[-1] else text.split("\t")[0]
                for text in done.stdout.splitlines()}


class Zsh(Shell):
    """compadd is told all that is offered."""
    SETTINGS = f"""
        fpath=({FILES}/zsh $fpath); autoload -Uz compinit; compinit -u -D; PS1='ready> '; zstyle ':completion:*' menu no
        unsetopt zle_bracketed_paste 2>/dev/null; unset zle_bracketed_paste
        compadd() {{
            if [[ ${{@[1,(i)(-|--)]}} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
            local -a hits; builtin compadd -O hits "$@"; print -rl -- $hits >>offered; builtin compadd "$@"
        }}
        offer() {{ : >offered; zle complete-word; print -r END >>offered; zle kill-buffer; }}
        zle -N offer; bindkey '^I' offer
    """

    def __init__(self, folder):
        super().__init__(folder)
        (folder / "settings").write_text(self.SETTINGS)
        self.terminal = Terminal(["zsh", "-f", "-i"], folder)
        self.terminal.type("source ./settings\n")
        self.terminal.wait_for("ready> ")

    def offers(self, line):
        offered = self.folder / "offered"
        offered.unlink(missing_ok=True)
        self.terminal.type(f"{line}\t")
        for _ in range(600):
            if offered.exists() and (text := offered.read_text()).endswith("END\n"):
                return set(text.split()) - {"END"}
            time.sleep(0.02)
        raise AssertionError(f"no answer for {line}")

    def close(self):
        self.terminal.end()


class Completions(unittest.TestCase):
    def in_each_shell(self, function):
        for name, kind in (("bash", Bash), ("zsh", Zsh), ("fish", Fish)):
            if shutil.which(name) is None:
                print(f"{name} is left out: it is not installed")
                continue
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                os.mkdir(f"{folder}/here")
                pathlib.Path(folder, "here.txt").write_text("")
                with contextlib.closing(kind(pathlib.Path(folder))) as shell:
                    function(shell)

    def test_the_files_are_what_help_says(self):
        wanted = set()
        for program in PROGRAMS:
            for path, text in options.files_of(program):
                wanted.add(path)
                self.assertEqual(path.read_text(encoding="utf-8"), text, f"{path}: python3 docs/options.py write PROGRAM...")
        there = {path for path in FILES.rglob("*") if path.is_file()}
        self.assertEqual({path for path in there - wanted if "vmmetrics-top" not in path.name}, set())

    def test_each_option_is_offered_and_no_other(self):
        def check(shell):
            for program in PROGRAMS:
                wanted = {option.name for option in options.options_of(program)}
                offered = {word.rstrip("=") for word in shell.offers(f"{program.name} --")}
                self.assertEqual(offered, wanted, program.name)
        self.in_each_shell(check)

    def test_each_value_of_a_list_is_offered_and_no_other(self):
        def check(shell):
            for program in PROGRAMS:
                for option in options.options_of(program):
                    if option.words:
                        for line in (f"{option.name} ", f"{option.name}="):
                            self.assertEqual(shell.offers(f"{program.name} {line}"), set(option.words), (program.name, line))
                        first = option.words[0]
                        self.assertLessEqual({first}, shell.offers(f"{program.name} {option.name} {first[:2]}"))
        self.in_each_shell(check)

    def test_values_of_other_kinds(self):
        def check(shell):
            for program in PROGRAMS:
                for option in options.options_of(program):
                    if option.words or option.value is None:
                        continue
                    for name in filter(None, (option.name, option.letter and f"-{option.letter}")):
                        with self.subTest(f"{program.name} {name} {option.value}"):
                            self.check_kind(option.value, lambda begin, name=name: {
                                word.rstrip("/") for word in shell.offers(f"{program.name} {name} {begin}")})
        self.in_each_shell(check)

    def check_kind(self, kind, offers):
        if kind in ("FILE", "PATTERN"):
            self.assertLessEqual({"here", "here.txt"}, offers("he"))
        elif kind == "DIR":
            self.assertEqual(offers("he"), {"here"})
        elif kind == "PID":
            self.assertIn(str(os.getpid()), offers(str(os.getpid())[:2]))
        elif kind == "IF":
            self.assertIn("lo", offers("l"))
        elif kind == "DEV":
            self.assertGreaterEqual(offers(""), set(os.listdir("/sys/class/block")))
        elif kind == "USAGE":
            self.assertLessEqual(set(USAGES), offers(""))
            self.assertFalse(set(FORMATS) & offers(""))
        else:
            self.assertEqual({word for word in offers("x") if not word.startswith("--")}, set())

    def test_formats_and_files_of_parse(self):
        def check(shell):
            self.assertLessEqual(set(FORMATS), shell.offers("vmmetrics-parse "))
            self.assertFalse(set(USAGES) & shell.offers("vmmetrics-parse "))
            self.assertEqual({word.rstrip("/") for word in shell.offers("vmmetrics-parse meminfo he")}, {"here", "here.txt"})
            self.assertEqual({word.rstrip("/") for word in shell.offers("vmmetrics-parse --usage memory_usage he")}, {"here", "here.txt"})
        self.in_each_shell(check)

    def test_bash_completion_finds_the_file_by_the_name(self):
        """As it is installed, in a terminal: a user types the beginnings of words."""
        if not os.path.exists("/usr/share/bash-completion/bash_completion"):
            self.skipTest("bash-completion is not installed")
        with tempfile.TemporaryDirectory() as folder:
            there = pathlib.Path(folder) / "bash-completion"
            there.mkdir()
            shutil.copytree(FILES / "bash", there / "completions")
            (there / "rc").write_text(f"source /usr/share/bash-completion/bash_completion\nPS1='ready> '\nXDG_DATA_DIRS={folder}\n"
                                      "bind 'set enable-bracketed-paste off'\n")
            terminal = Terminal(["bash", "--rcfile", str(there / "rc"), "-i"], folder)
            try:
                terminal.wait_for("ready> ")
                terminal.type("vmmetrics-host --al\t--form\tprom\t\x01echo said: \n")
                terminal.wait_for("\r\nsaid: ")
                self.assertEqual(terminal.wait_for("\n").strip(), "vmmetrics-host --all --format prometheus")
            finally:
                terminal.end()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
