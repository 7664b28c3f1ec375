# SPDX-License-Identifier: MIT
"""The options of the programs, as --help prints them: writes them into the manual pages, and makes the completions of bash, zsh
and fish. `check` says what is no longer as it would be written.

usage: options.py write|check PROGRAM..."""

import pathlib
import re
import subprocess
import sys
import textwrap

SOURCE = pathlib.Path(__file__).resolve().parents[1]
MAN, COMPLETIONS = SOURCE / "docs" / "man", SOURCE / "examples" / "completions"
OPTION = re.compile(r"^  (?:-(?P<letter>\w), )?(?P<name>--[a-z-]+)(?: (?P<value>\S+))?(?: {2,}(?P<text>\S.*))?$")
MORE = re.compile(r"^ {22}(\S.*)$")
BEGIN, END = "The options are:\n.Bl -tag -width Ds\n", ".El\n"
LICENSE = "# SPDX-License-Identifier: MIT\n"
MADE = "docs/options.py has made this file of what --help says."


class Option:
    def __init__(self, letter, name, value, text):
        self.letter, self.name, self.value, self.text = letter, name, value, text or ""

    @property
    def words(self):
        """All values that there are; none if there are others."""
        return self.value.split("|") if self.value and "|" in self.value else []

    @property
    def short(self):
        """What a shell shows."""
        return re.split(r"[;:(]|\. ", self.text)[0].strip().rstrip(",")

    @property
    def repeats(self):
        return "more than once" in self.text


def options_of(program):
    said = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    found = []
    for line in said.splitlines():
        if option := OPTION.match(line):
            found.append(Option(**option.groupdict()))
        elif found and (more := MORE.match(line)):
            found[-1].text = f"{found[-1].text} {more[1]}".strip()
        elif found:
            break
    return found


# ---- The manual page ----


def mdoc(text):
    lines = textwrap.wrap(text.replace("\\", "\\e").replace("-", "\\-"), 118, break_long_words=False, break_on_hyphens=False)
    return "".join(f"\\&{line}\n" if line[0] in ".'" else f"{line}\n" for line in lines)


def page(name, options):
    text = (MAN / f"{name}.1").read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    assert begin and end, f"{name}.1 has no list of options"
    items = "".join(f".It Fl -{option.name[2:]}{f' , {option.letter}' if option.letter else ''}"
                    f"{f' Ar {option.value}' if option.value else ''}\n{mdoc(option.text)}" for option in options)
    return before + begin + items + end + after


# ---- Completions ----

# The first argument of vmmetrics-parse that is no option, and the value of --usage. The other programs have only options.
FORMATS = "vmmetrics-parse --list | awk '!/^--/ { print $1 }'"
USAGES = "vmmetrics-parse --list | awk '/^--usage/ { print $2 }'"
# What vmmetrics-top sorts by.
COLUMNS = "vmmetrics-top --columns list | awk '{ print $1 }'"


def fish_command(command):
    return '"({})"'.format(command.replace("$", "\\$"))


# What stands for a value, in each shell; values of other kinds are not completed.
KINDS = {
    "FILE": ("compgen -f -- \"$cur\"", "_files", "-r -F"),
    "PATTERN": ("compgen -f -- \"$cur\"", "_files", "-r -F"),
    "DIR": ("compgen -d -- \"$cur\"", "_files -/", "-x -a '(__fish_complete_directories)'"),
    "PID": ("cd /proc && compgen -W \"$(echo [0-9]*)\" -- \"$cur\"", "{compadd - /proc/<->(N\\:t)}", "-x -a '(__fish_complete_pids)'"),
    "IF": ("cd /sys/class/net && compgen -G \"$cur*\"", "_net_interfaces", "-x -a '(command ls /sys/class/net)'"),
    "DEV": ("cd /sys/class/block && compgen -G \"$cur*\"", "_files -W /sys/class/block",
            "-x -a '(command ls /sys/class/block)'"),
    "USAGE": (f"compgen -W \"$({USAGES})\" -- \"$cur\"", f"{{compadd - $({USAGES})}}", f"-x -a {fish_command(USAGES)}"),
    "COLUMN": (f"compgen -W \"$({COLUMNS})\" -- \"$cur\"", f"{{compadd - $({COLUMNS})}}", f"-x -a {fish_command(COLUMNS)}"),
}


def bash(name, options):
    function = f"_{name.replace('-', '_')}"
    cases = {}
    for option in options:
        if option.value:
            way = f"compgen -W '{' '.join(option.words)}' -- \"$cur\"" if option.words else KINDS.get(option.value, (":",))[0]
            files = way.startswith(("compgen -f", "compgen -d"))
            cases.setdefault((way, files), []).append("|".join(filter(None, (option.letter and f"-{option.letter}", option.name))))
    text = (f"{LICENSE}# bash completion for {name}. {MADE}\n{function}() {{\n"
            "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
            "    # `=` is a word of its own.\n"
            "    [[ $prev == = && COMP_CWORD -gt 1 ]] && prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
            "    [[ $cur == = ]] && cur=\n"
            "    COMPREPLY=()\n"
            "    case $prev in\n")
    for (way, files), names in cases.items():
        text += f"    {'|'.join(names)})\n"
        if way != ":":
            text += f"        mapfile -t COMPREPLY < <({way})\n"
        if files:
            text += "        compopt -o filenames 2>/dev/null\n"
        text += "        return ;;\n"
    words = " ".join(option.name for option in options)
    text += "    esac\n"
    if name == "vmmetrics-parse":
        text += ("    if [[ $cur != -* ]]; then\n"
                 "        if ((COMP_CWORD == 1)); then\n"
                 f"            mapfile -t COMPREPLY < <(compgen -W \"$({FORMATS})\" -- \"$cur\")\n"
                 "        else\n"
                 "            mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
                 "            compopt -o filenames 2>/dev/null\n"
                 "        fi\n"
                 "        return\n"
                 "    fi\n")
    return text + f"    mapfile -t COMPREPLY < <(compgen -W '{words}' -- \"$cur\")\n}}\ncomplete -F {function} {name}\n"


def zsh(name, options):
    def quoted(text):
        return text.replace("'", "'\\''")

    def described(text):
        return quoted(re.sub(r"([\[\]\\])", r"\\\1", text))
    lines = []
    for option in options:
        action = f"({' '.join(option.words)})" if option.words else KINDS.get(option.value, ("", " "))[1]
        value = f":{option.value.split('|')[0] if not option.words else 'value'}:{quoted(action)}" if option.value else ""
        text = f"[{described(option.short)}]{value}"
        star = "*" if option.repeats else ""
        equals = "=" if option.value else ""
        if option.letter:
            plus = "+" if option.value else ""
            before = f"'(-{option.letter} {option.name})'" if not star else "'*'"
            lines.append(f"{before}{{-{option.letter}{plus},{option.name}{equals}}}'{text}'")
        else:
            lines.append(f"'{star}{option.name}{equals}{text}'")
    if name == "vmmetrics-parse":
        formats = f"compadd - $({quoted(FORMATS)})"
        lines += [f"'1:format:{{if (( ${{words[(I)(-u*|--usage*)]}} )); then _files; else {formats}; fi}}'", "'*:file:_files'"]
    body = " \\\n    ".join(lines)
    return f"#compdef {name}\n{LICENSE}# zsh completion for {name}. {MADE}\n_arguments -s -S \\\n    {body}\n"


def fish(name, options):
    def quoted(text):
        return text.replace("\\", "\\\\").replace("'", "\\'")
    text = f"{LICENSE}# fish completion for {name}. {MADE}\ncomplete -c {name} -f\n"
    if name == "vmmetrics-parse":
        text += (f"complete -c {name} -n '__fish_is_first_token' -a {fish_command(FORMATS)}\n"
                 f"complete -c {name} -n 'not __fish_is_first_token' -F\n")
    for option in options:
        way = "" if not option.value else (f" -x -a '{' '.join(option.words)}'" if option.words
                                           else f" {KINDS.get(option.value, ('', '', '-x'))[2]}")
        letter = f" -s {option.letter}" if option.letter else ""
        text += f"complete -c {name}{letter} -l {option.name[2:]}{way} -d '{quoted(option.short)}'\n"
    return text


def files_of(program):
    """Path and text of each file that the options of a program are in."""
    name, options = pathlib.Path(program).name, options_of(program)
    yield MAN / f"{name}.1", page(name, options)
    yield COMPLETIONS / "bash" / name, bash(name, options)
    yield COMPLETIONS / "zsh" / f"_{name}", zsh(name, options)
    yield COMPLETIONS / "fish" / f"{name}.fish", fish(name, options)


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("write", "check"):
        sys.exit(__doc__)
    differ = []
    for program in sys.argv[2:]:
        for path, text in files_of(program):
            if path.exists() and path.read_text(encoding="utf-8") == text:
                continue
            differ.append(str(path.relative_to(SOURCE)))
            if sys.argv[1] == "write":
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    for path in differ:
        print(path, "is written" if sys.argv[1] == "write" else "is not what --help says: python3 docs/options.py write PROGRAM...")
    sys.exit(1 if differ and sys.argv[1] == "check" else 0)


if __name__ == "__main__":
    main()
