# SPDX-License-Identifier: MIT
"""Writes what Doxygen makes the manual's site from, besides the pages:

    headers/vmmetrics    the public headers, line by line, with two changes: the declarations of a header belong to its
                         topic (`@ingroup`), and the unit of a member stands in the first clause of its comment
    pages                the pages of docs, line by line: each has its file's name as its address, and a link to a section that
                         stands for a page of the site leads to this page; and the page of the topics
    layout.xml           the menu: the pages as mainpage.md lists them, the topics, and the lists of records and headers
    header.html          Doxygen's own head of a page, with the scripts of the site

usage: prepare.py DOXYGEN SOURCE OUTPUT SCRIPT...      SOURCE is the top folder of the sources"""

import pathlib
import re
import subprocess
import sys
from xml.sax.saxutils import quoteattr

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "lib" / "describe"))
import generate  # noqa: E402

# A break between two words of a comment, which may be the end of a line.
BLANK = r"\s+(?:\* +)?"
# The first clause of a comment.
FIRST = re.compile(r"\A.*?(?=[.;]\s)", flags=re.S)


# A row of the README's table "Which function reads which file".
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| (?:([^|]+) )?\| \[(\w+\.h)\]\([^)]*\) \|$", flags=re.M)


class Topic:
    """A group of headers, as vmmetrics.h defines it."""

    def __init__(self, found, headers, functions, records):
        self.name, self.title, self.about = found[1], found[2], generate.one_line(re.sub(r"^ \*", "", found[3], flags=re.M))
        self.headers = [header for header in headers if topic_of(header) == self.name]
        self.functions = [function for function in functions if function.header.name in self.header_names]
        self.records = [record for record in records if record.header.name in self.header_names]

    @property
    def header_names(self):
        return [header.name for header in self.headers]


def topic_of(header):
    """The name of a header's topic."""
    found = re.search(r"/\*\*\n \* @file (?:(?!\*/).)*?\n \* @ingroup (\w+)\n \*/", header.text, flags=re.S)
    if not found:
        header.refuse(header.text.find("/**"), "the comment with @file does not end with `@ingroup` and a topic of vmmetrics.h")
    return found[1]


def topics_of(include):
    """The topics in the order of vmmetrics.h. Each header belongs to one of them."""
    text = (pathlib.Path(include) / "vmmetrics.h").read_text(encoding="utf-8")
    headers, functions, records = generate.headers_of(include), generate.functions_of(include), generate.records_of(include)
    topics = [Topic(found, headers, functions, records) for found in re.finditer(
        r"^ \* @defgroup (\w+) ([^\n]+)\n((?: \* [^@\n][^\n]*\n)+)", text, flags=re.M)]
    names = [topic.name for topic in topics]
    for header in headers:
        if topic_of(header) not in names:
            header.refuse(header.text.find("@ingroup"), f"vmmetrics.h does not define the topic {topic_of(header)}")
    return topics


def with_unit(member, comment):
    """A member's comment with its unit in the first clause. The other words keep their order and their lines."""
    if member.name in generate.FIRST or not member.said["unit"]:
        return comment
    there = re.search(rf"(?<=[.;:])(?P<blank>{BLANK}){re.escape(member.said['unit'])};(?P<after>{BLANK})(?P<kind>\w)", comment)
    # A comment of one sentence has the unit in it.
    if not there or not re.search(r"\.\s", comment[:there.end("blank")]):
        return comment
    first = FIRST.match(comment)
    unit = "text" if member.type == "NAME" else member.unit
    kind = there["kind"].upper() if comment[there.start() - 1] == "." else there["kind"]
    # A line that ends here keeps its end.
    blank = there["after"] if "\n" in there["after"] else there["blank"]
    return f"{first[0]} ({unit}){comment[first.end():there.start()]}{blank}{kind}{comment[there.end():]}"


def with_topics(header, records):
    """The text of a header for Doxygen, with the same number of lines."""
    text = header.text
    for record in (record for record in records if record.header.name == header.name):
        for member in record.members:
            at = text.index(f"struct vmm_{record.name} {{")
            comment = re.compile(rf"/\*\*((?:(?!\*/).)*)\*/\s*(?:uint64_t|double|char)\s+{member.name}\b", flags=re.S)
            found = comment.search(text, at)
            text = text[:found.start(1)] + with_unit(member, found[1]) + text[found.end(1):]
    begin = f"/** @addtogroup {topic_of(header)} */ /** @{{ */"
    text, count = re.subn(r"^(#define VMMETRICS_\w+_H\n)\n", rf"\1{begin}\n", text, flags=re.M)
    if count != 1:
        header.refuse(0, "no empty line follows the macro that tells whether the header was included")
    return text.rstrip("\n") + " /** @} */\n"


def sources_of(lib):
    """The file that defines each function, as lib/parse/cpu.c."""
    defined = re.compile(r"^(?:[a-z]\w* )+\*?(vmm_\w+)\([^;]*?\)\n\{", flags=re.M)
    return {name: str(path.relative_to(lib.parent)) for path in sorted(lib.glob("*/*.c"))
            for name in defined.findall(path.read_text(encoding="utf-8"))}


def page(topics, readme, sources):
    """The page of all topics."""
    rows = ROW.findall(readme)
    text = ["# Topics {#topics}", "",
            "Which function reads which file, and all functions and records, by topic. Beside these lists there are",
            "[all records](annotated.html) and [all headers](files.html). [Field tables](@ref fields) has all members of all",
            "records, and [Keys of Linux](@ref keys) finds a member by the kernel's name.", ""]
    for topic in topics:
        text += [f"## {topic.title} {{#topic_{topic.name}}}", "",
                 f"{topic.about} [The details](@ref {topic.name}) are in {', '.join(topic.header_names)}.", ""]
        files = [row for row in rows if row[3] in topic.header_names]
        if files:
            text += ["| file | read by | record |", "|---|---|---|"]
            text += [f"| {file} | {linked(function)} | {linked_records(of)} |" for file, function, of, _ in files] + [""]
        if topic.functions:
            text += ["| function | what it does | source |", "|---|---|---|"]
            text += [f"| {one.name}() | {cell(one.about)} | `{sources[one.name]}` |" for one in topic.functions] + [""]
        if topic.records:
            text += ["| record | what it is |", "|---|---|"]
            text += [f"| struct vmm_{one.name} | {cell(about_record(one))} |" for one in topic.records] + [""]
    return "\n".join(text)


def linked(words):
    """Words whose functions in backquotes are links."""
    return re.sub(r"`(vmm_\w+)`", r"\1()", words)


def linked_records(words):
    """Names of records in backquotes as links."""
    return re.sub(r"`(\w+)`", r"struct vmm_\1", words)


def cell(text):
    return text.replace("|", "\\|")


def about_record(record):
    """The first sentence of a record's comment."""
    before = record.header.text[:record.at]
    return generate.first_sentence(re.sub(r"^\s*\*\s?", "", before[before.rindex("/**") + 3:before.rindex("*/")].strip()))


def guides_of(mainpage):
    """The pages that the main page lists: [(heading, [(title, name of the page)])]."""
    text = re.search(r"^## The pages\n(.*?)^## ", mainpage, flags=re.S | re.M)[1]
    guides = []
    for heading, title, path in re.findall(r"^### ([^\n]+)$|\[([^]]*)\]\(([\w-]+)\.md\)", text.replace("\n  ", " "), flags=re.M):
        if heading:
            guides.append((heading, []))
        else:
            guides[-1][1].append((title[0].upper() + title[1:], path))
    return guides


# Sections of mainpage.md that stand for pages of the site: the links to them, and the pages.
ONLY_HERE = {"mainpage.md#field-tables": "@ref fields", "mainpage.md#the-headers": "@ref topics"}


def name_of(stem):
    """The name and the address of a page."""
    return stem.replace("-", "_")


def write_pages(docs, folder, guides):
    """Copies the pages, all of which mainpage.md lists."""
    listed = {stem for _, pages in guides for _, stem in pages}
    for path in sorted(docs.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for link, page_of_site in ONLY_HERE.items():
            text = text.replace(f"]({link})", f"]({page_of_site})")
        if path.stem != "mainpage":
            if path.stem not in listed:
                raise generate.Refused(f"{path.name}: mainpage.md does not list it in \"The pages\"")
            text = re.sub(r"\A(# [^\n]*?)(?: \{#\w+\})?\n", rf"\1 {{#{name_of(path.stem)}}}\n", text)
        (folder / path.name).write_text(text, encoding="utf-8")


def layout(default, guides, topics):
    """Doxygen's layout with a menu of our own."""
    def tab(depth, title, url, inside=()):
        inside = list(inside)
        kind = "usergroup" if inside else "user"
        head = f"{'  ' * depth}<tab type=\"{kind}\" visible=\"yes\" title={quoteattr(title)} url={quoteattr(url)}"
        return [f"{head}>", *inside, f"{'  ' * depth}</tab>"] if inside else [f"{head}/>"]

    lines = ['    <tab type="mainpage" visible="yes" title="Start"/>']
    for heading, pages in guides:
        lines += tab(2, heading, "[none]", [line for title, stem in pages for line in tab(3, title, f"@ref {name_of(stem)}")])
    inside = []
    for topic in topics:
        members = [line for one in topic.functions for line in tab(4, f"{one.name}()", f"@ref {one.name}")]
        members += [line for one in topic.records for line in tab(4, f"struct vmm_{one.name}", f"@ref vmm_{one.name}")]
        inside += tab(3, topic.title, f"@ref {topic.name}", members)
    lines += tab(2, "Topics", "@ref topics", inside)
    lines += tab(2, "Tables", "[none]", [*tab(3, "Members: field tables", "@ref fields"), *tab(3, "Keys of Linux", "@ref keys")])
    # The pages of these lists exist only if the menu has them.
    lines += ['    <tab type="classes" visible="yes" title="All records">',
              '      <tab type="classlist" visible="yes" title="All records" intro=""/>', "    </tab>",
              '    <tab type="files" visible="yes" title="All headers">',
              '      <tab type="filelist" visible="yes" title="All headers" intro=""/>', "    </tab>"]
    text = re.sub(r"(<navindex>\n).*?(  </navindex>)", lambda found: found[1] + "\n".join(lines) + "\n" + found[2], default,
                  flags=re.S)
    # A topic begins with its functions, and ends with its files.
    return re.sub(r"(<group>.*?<memberdecl>\n)(.*?)( *</memberdecl>)", in_order, text, count=1, flags=re.S)


def in_order(found):
    """The parts of a topic's page in the order of their use."""
    order = ("<functions", "<classes", "<structs", "<enums", "<typedefs", "<defines", "", "<files")
    def place(line):
        return next((i for i, word in enumerate(order) if word and word in line), order.index(""))
    return found[1] + "".join(sorted(found[2].splitlines(keepends=True), key=place)) + found[3]


def header_html(default, scripts):
    """Doxygen's header with scripts at the end of its head, so that the colours are right from the first moment."""
    tags = "".join(f'<script type="text/javascript" src="$relpath^{script}"></script>\n' for script in scripts)
    if default.count("</head>") != 1:
        sys.exit("prepare.py: Doxygen's header has no end of the head")
    return default.replace("</head>", tags + "</head>").replace("<html ", '<html lang="en" ', 1)


def main():
    doxygen, source, output, *scripts = sys.argv[1:]
    source, output = pathlib.Path(source), pathlib.Path(output)
    include = source / "include" / "vmmetrics"
    topics, records = topics_of(include), generate.records_of(include)
    folder, pages = output / "headers" / "vmmetrics", output / "pages"
    for made, pattern in ((folder, "*.h"), (pages, "*.md")):
        made.mkdir(parents=True, exist_ok=True)
        for old in made.glob(pattern):
            old.unlink()
    for header in generate.headers_of(include):
        (folder / header.name).write_text(with_topics(header, records), encoding="utf-8")
    (folder / "vmmetrics.h").write_text((include / "vmmetrics.h").read_text(encoding="utf-8"), encoding="utf-8")
    guides = guides_of((source / "docs" / "mainpage.md").read_text(encoding="utf-8"))
    write_pages(source / "docs", pages, guides)
    readme = (source / "README.md").read_text(encoding="utf-8")
    (pages / "topics.md").write_text(page(topics, readme, sources_of(source / "lib")), encoding="utf-8")
    # Doxygen's own files of this version.
    subprocess.run([doxygen, "-w", "html", "default.html", "footer.html", "style.css"], cwd=output, check=True,
                   stdout=subprocess.DEVNULL)
    subprocess.run([doxygen, "-l", "default.xml"], cwd=output, check=True, stdout=subprocess.DEVNULL)
    default = (output / "default.xml").read_text(encoding="utf-8")
    (output / "layout.xml").write_text(layout(default, guides, topics), encoding="utf-8")
    default = (output / "default.html").read_text(encoding="utf-8")
    (output / "header.html").write_text(header_html(default, scripts), encoding="utf-8")


if __name__ == "__main__":
    try:
        main()
    except generate.Refused as refused:
        sys.exit(f"prepare.py: {refused}")
