# SPDX-License-Identifier: MIT
"""The manual as a site, after the target docs has made it: topics, units, the words to search; and what is refused.

usage: test_site.py HTML"""

import html
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(SOURCE / "docs" / "site"), str(SOURCE / "lib" / "describe")]
import generate  # noqa: E402
import prepare  # noqa: E402

SITE = SOURCE / "docs" / "site"
failures, checks = [], 0


def check(truth, message):
    global checks
    checks += 1
    if not truth:
        failures.append(message)


def run(script, *arguments):
    command = [sys.executable, "-B", str(SITE / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def topics(folder):
    """Every function and record is in the menu once, under the topic of its header, and leads to its own text."""
    listed = prepare.topics_of(generate.INCLUDE)
    titles, menu, topic = [one.title for one in listed], {}, None
    text = (folder / "menudata.js").read_text(encoding="utf-8").partition('text:"Topics"')[2]
    for title, address in re.findall(r'text:"([^"]*)",url:"([^"]*)"', text):
        topic = title if title in titles else topic
        menu.setdefault(title, []).append((topic, address))
    check([title for title in menu if title in titles] == titles, "the menu has other topics than vmmetrics.h")
    for topic in listed:
        for name in [f"{one.name}()" for one in topic.functions] + [f"struct vmm_{one.name}" for one in topic.records]:
            check([under for under, _ in menu.get(name, [])] == [topic.title], f"{name} is in the menu under {menu.get(name)}")
            page, _, anchor = menu.get(name, [("", "")])[0][1].partition("#")
            text = (folder / page).read_text(encoding="utf-8") if page else ""
            word = re.search(r"vmm_\w+", name)[0]
            check(f'id="{anchor}"' in text if anchor else word in text, f"{name} leads to {page}#{anchor}")
    functions, records = generate.functions_of(generate.INCLUDE), generate.records_of(generate.INCLUDE)
    check(len(functions) > 50 and len(records) > 25, "the headers have few functions or records")
    check(sum(len(topic.functions) for topic in listed) == len(functions), "not every function has a topic")
    sources = prepare.sources_of(SOURCE / "lib")
    check({function.name for function in functions} <= set(sources), "a function has no source")
    readme = (SOURCE / "README.md").read_text(encoding="utf-8")
    rows = len(re.findall(r"^\|.*\]\(include/vmmetrics/", readme, flags=re.M))
    check(len(prepare.ROW.findall(readme)) == rows > 25, f"{rows} rows of README.md are not all in the topics")
    check(sum(len(topic.records) for topic in listed) == len(records), "not every record has a topic")


def units(folder):
    """The list of a record's members shows the unit of each."""
    for record in generate.records_of(generate.INCLUDE):
        page = folder / f"structvmm__{record.name.replace('_', '__')}.html"
        text = page.read_text(encoding="utf-8")
        for member in record.members:
            row = re.search(rf'<tr class="memitem:[^"]*">(?:(?!</tr>).)*?\b{member.name}</[ab]>(?:(?!</tr>).)*</tr>\s*'
                            r'<tr class="memdesc:[^"]*">(.*?)</tr>', text, flags=re.S)
            brief = html.unescape(re.sub(r"<[^>]*>", "", row[1])) if row else ""
            unit = "text" if member.type == "NAME" and member.unit == "count" else member.unit
            if member.said["unit"]:
                check(re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", brief),
                      f"{record.name}.{member.name}: no {unit} in {brief!r}")


def words(folder):
    """All guides can be searched, each with its headings."""
    if not (folder / "words.js").exists():
        print("the search was left out: lunr is not there")
        return
    text = (folder / "words.js").read_text(encoding="utf-8")
    guides = prepare.guides_of((SOURCE / "docs" / "mainpage.md").read_text(encoding="utf-8"))
    pages = ["index.html", *(f"{prepare.name_of(stem)}.html" for _, stems in guides for _, stem in stems),
             *(path.name for pattern in ("structvmm_*", "group__*") for path in folder.glob(f"{pattern}.html"))]
    check(len(pages) > 60, "there are few pages")
    for page in pages:
        check(f'["{page}' in text, f"words.js lacks {page}")
    for word in ("prometheus", "install", "balloon", "steal", "systemd", "debian"):
        check(word in text.lower(), f"words.js lacks {word}")
    check((folder / "lunr.js").exists(), "lunr.js is not there")


def refused():
    """What lacks its topic, and pages without a way to them, end the build with their names."""
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        for change, message in (
                ((" * @ingroup disk\n", " * End.\n"), "disk.h:2: the comment with @file does not end with `@ingroup`"),
                ((" * @ingroup disk\n", " * @ingroup dusk\n"), "vmmetrics.h does not define the topic dusk")):
            tree = work / "include" / "vmmetrics"
            tree.mkdir(parents=True, exist_ok=True)
            for header in generate.INCLUDE.glob("*.h"):
                text = header.read_text(encoding="utf-8")
                (tree / header.name).write_text(text.replace(*change) if header.name == "disk.h" else text, encoding="utf-8")
            ended = run("prepare.py", "doxygen", work, work)
            check(ended.returncode == 1 and message in ended.stderr, f"prepare.py says {ended.stderr!r} instead of {message!r}")
        (work / "lost.md").write_text("# Lost\n", encoding="utf-8")
        try:
            prepare.write_pages(work, work, [])
            check(False, "write_pages() takes a page that mainpage.md does not list")
        except generate.Refused as said:
            check("lost.md: mainpage.md does not list it" in str(said), f"write_pages() says {said}")
        site = work / "site"
        site.mkdir()
        (site / "index.html").write_text('<a href="one.html#here">one</a>', encoding="utf-8")
        (site / "one.html").write_text('<p id="here">one</p>', encoding="utf-8")
        check(run("links.py", site).returncode == 0, "links.py refuses a whole site")
        (site / "two.html").write_text("two", encoding="utf-8")
        (site / "one.html").write_text('<a href="three.html">three</a>', encoding="utf-8")
        said = run("links.py", site)
        check(said.returncode == 1 and sorted(said.stderr.splitlines()) == [
            "index.html: one.html#here: no such anchor", "one.html: three.html: no such file",
            "two.html: no links lead to it from index.html"], f"links.py says {said.stderr!r}")
        # Without lunr there is a site, and no search.
        check(run("words.py", site).returncode == 0 and not (site / "words.js").exists(), "words.py needs lunr")


def first_clauses():
    """The unit goes behind the first clause of a comment, and nothing else changes."""
    class Member:
        name, unit, type = "read_bytes", "bytes", "UINT64"
        said = {"unit": "bytes"}
    for before, after in (
            ("Bytes read. Column 3; bytes; counter, 64 bits.", "Bytes read (bytes). Column 3; counter, 64 bits."),
            ("Reads; one a merge. `x`;\n     *  bytes; gauge.", "Reads (bytes); one a merge. `x`;\n     *  gauge."),
            ("Bytes read. Bytes; gauge.", "Bytes read. Bytes; gauge."),
            ("`rkB/s`: bytes read; bytes; gauge.", "`rkB/s`: bytes read; bytes; gauge.")):
        check(prepare.with_unit(Member, before) == after, f"{before!r} becomes {prepare.with_unit(Member, before)!r}")


made = pathlib.Path(sys.argv[1])
topics(made)
units(made)
words(made)
refused()
first_clauses()
for failure in failures[:40]:
    print("failed:", failure)
print(f"{checks} checks, {len(failures)} failures")
sys.exit(1 if failures else 0)
