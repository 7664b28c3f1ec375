# SPDX-License-Identifier: MIT
"""The manual pages: each helper program has one with the options, values and meanings of its --help, each function leads to one, on which all of its
header's functions, structs and constants are; and neither mandoc nor groff has anything to say against them.

usage: test_man.py PROGRAM..."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "docs"))
import options  # pylint: disable=wrong-import-position

INCLUDE = SOURCE / "include" / "vmmetrics"
# Each page in the ways that people read them: by mandoc, by groff, by man-db's rules for groff.
LINTERS = {"mandoc": ["mandoc", "-Tlint", "-Wwarning"],
           "groff": ["groff", "-mandoc", "-Tutf8", "-Kutf8", "-ww", "-z", "-rLL=80n"]}
# What a narrow page cannot help: a word as long as a line.
HARMLESS = re.compile(r"can't break line|mandoc\.db|^$")

failures = []


def check(truth, message):
    if not truth:
        failures.append(message)


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)


def lint(pages):
    for name, command in LINTERS.items():
        if shutil.which(name) is None:
            print(f"{name}: skipped because it is not here")
            continue
        for page in pages:
            done = run(*command, page)
            said = [line for line in (done.stdout + done.stderr).splitlines() if not HARMLESS.search(line)]
            check(not said, f"{name}: {page.name}: {said[:5]}")


def text_of(page):
    """What of a page can be read, without its macros' names and fonts."""
    return re.sub(r"\\f[BIPR]", "", page.read_text(encoding="utf-8")).replace("\\e", "\\").replace("\\-", "-")


programs = [pathlib.Path(path) for path in sys.argv[1:]]
tools = {path.stem: path for path in sorted((SOURCE / "docs" / "man").glob("*.1"))}
names = {program.name for program in programs}
# That one is not built without ncurses.
check(tools.keys() ^ names <= {"vmmetrics-top"}, f"only one of page and program: {sorted(tools.keys() ^ names)}")
for program in programs:
    table = options.options_of(program)
    values = {option.name[2:]: option.value for option in table}
    check({"help", "version"} < values.keys(), f"{program.name}: --help has {sorted(values)}: is this test blind?")
    for option in table:
        # No line of a terminal is longer, no text is missing, and a word does not end in the middle of a sentence.
        check(option.text and option.text[-1] not in ".,;:", f"{program.name}: the text of {option.name}: {option.text}")
    said = run(program, "--help").stdout
    check(max(map(len, said.splitlines())) <= 112, f"{program.name}: --help has a long line")
    for short, shortened, long in (("-h", "--he", "--help"), ("-V", "--vers", "--version")):
        wanted = run(program, long)
        check((wanted.returncode, wanted.stderr) == (0, "") and wanted.stdout == run(program, short).stdout ==
              run(program, shortened).stdout, f"{program.name}: {short}, {shortened} and {long} differ")
    done = run(program, "--nosuch")
    check((done.returncode, done.stderr) == (2, f"{program.name}: --nosuch: no such option; see --help\n"), done.stderr)
    if program.name not in tools:
        continue
    page = tools[program.name].read_text(encoding="utf-8")
    if program.name in ("vmmetrics-guest", "vmmetrics-host") and "format" not in values:
        print(f"{program.name}: it is built without the formats of collectors, so the list of its page is another one")
        continue
    check(page == options.page(program.name, table),
          f"{program.name}.1 is not what --help says: python3 docs/options.py write PROGRAM...")
    # What the rest of the page says of options is the same.
    for option, _, value in re.findall(r"(?:^\.| )Fl -([a-z-]+)( Ar (\S+))?", page, flags=re.M):
        # A synopsis has one word in the place of a list of words.
        check(option in values and (value in ("", values[option]) or "|" in (values[option] or "")),
              f"{program.name}.1: --{option} {value} is not in --help")

with tempfile.TemporaryDirectory() as work:
    folder = pathlib.Path(work)
    made = run(sys.executable, "-B", SOURCE / "docs" / "man3.py", INCLUDE, "2026-02-03", "1.2.3", folder)
    check(made.returncode == 0, made.stderr)
    overview = (folder / "vmmetrics.3").read_text(encoding="utf-8")
    functions = 0
    for header in sorted(INCLUDE.glob("*.h")):
        code = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
        code = re.sub(r"^#.*$", "", code, flags=re.M)
        page = folder / f"vmmetrics_{header.stem}.3"
        if header.stem == "vmmetrics":
            continue
        text = text_of(page)
        check(f".It Xr vmmetrics_{header.stem} 3" in overview, f"vmmetrics.3 does not list {page.name}")
        check(".Dd February 3, 2026" in text and ".Os libvmmetrics 1.2.3" in text, f"{page.name}: date or version")
        for function in re.findall(r"\bVMM_API\b[^;{}()]*?\b(\w+)\s*\(", code):
            functions += 1
            check((folder / f"{function}.3").read_text(encoding="utf-8") == f".so man3/{page.name}\n", f"{function}.3")
            for macro in (f".Nm {function}", f".Fo {function}", f".Ss {function}()"):
                check(macro in text, f"{page.name}: no {macro}")
        for struct, body in re.findall(r"^struct (\w+) \{(.*?)^\};", code, flags=re.S | re.M):
            check(f".Ss struct {struct}\n" in text, f"{page.name}: struct {struct}")
            for member in re.findall(r"(\w+)(?:\[\d+\])?[,;]", body):
                check(re.search(rf'^\.It Vt ".*\b{member}\b.*"$', text, flags=re.M), f"{page.name}: {struct}.{member}")
        for constant in re.findall(r"^ +(VMM_\w+) = ", code, flags=re.M):
            check(re.search(rf"^\.It Dv {constant} No = ", text, flags=re.M), f"{page.name}: {constant}")
        # What a comment marks has become something else.
        check(not re.search(r"@\w+ |::\w|\*\*", re.sub(r"^\.Bd.*?^\.Ed", "", text, flags=re.S | re.M)),
              f"{page.name}: marks of a comment")
    pages = [*sorted((SOURCE / "docs" / "man").glob("*.1")), *sorted(folder.glob("vmmetrics*.3"))]
    lint(pages)
for failure in failures:
    print("failed:", failure)
print(f"{len(programs)} programs, {functions} functions, {len(pages)} pages, {len(failures)} failures")
sys.exit(1 if failures or not functions else 0)
