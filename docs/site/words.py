# SPDX-License-Identifier: MIT
"""Writes words.js into a folder of HTML: the text of all pages in sections, which the search reads. lunr, which searches, is
copied beside it.

usage: words.py HTML [LUNR.js]      without LUNR.js there is no search, and nothing is written"""

import html.parser
import json
import pathlib
import re
import shutil
import sys

# Doxygen's lists have the names of other pages only, and the text of a function in its file is on the page of its topic.
LISTS = re.compile(r"(annotated|files|dir_\w+|\w+_8h)\.html")
HEADINGS = ("h1", "h2", "h3", "h4")
BLOCKS = ("p", "li", "td", "th", "tr", "div", "pre", "br", "dt", "dd", "table", *HEADINGS)
# Parts of a page that only repeat names of others, and what a page shows without words.
LEFT_OUT = {"memproto", "memSeparator", "memTemplParams", "toc", "permalink", "memdecls"}
VOID = ("br", "img", "hr", "input", "meta", "link", "area", "col", "wbr", "source")


class Page(html.parser.HTMLParser):
    """The sections of a page: [anchor, heading, text]. A section begins at a heading, or at a documented function or member."""

    def __init__(self, text):
        super().__init__()
        self.title, self.sections = "", [["", "", ""]]
        self.open, self.anchor, self.heading, self.inside = [], "", None, False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        classes = set((attributes.get("class") or "").split())
        anchor = attributes.get("id") or attributes.get("name")
        if anchor:
            self.anchor = anchor
            # The anchor of a heading stands inside of it, that of a function or member before it.
            if self.heading == "section":
                self.sections[-1][0] = anchor
        if tag in VOID:
            self.handle_data(" ")
            return
        hidden = bool(self.open and self.open[-1][1]) or tag in ("script", "style", "object") or bool(classes & LEFT_OUT)
        self.open.append((tag, hidden))
        if tag == "title":
            self.heading = "title"
        if "contents" in classes:
            self.inside = True
        if not hidden and self.inside and tag in HEADINGS and "groupheader" not in classes:
            self.sections.append([self.anchor, "", ""])
            self.heading = "section"
        elif not hidden and tag in BLOCKS:
            self.handle_data(" ")

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag in HEADINGS or tag == "title":
            self.heading = None
        if tag in BLOCKS:
            self.handle_data(" ")

    def handle_data(self, data):
        if self.heading == "title":
            self.title += data
        elif not self.inside or self.open and self.open[-1][1]:
            return
        elif self.heading == "section":
            self.sections[-1][1] += data
        else:
            self.sections[-1][2] += data


def words(text):
    return " ".join(text.replace("\u25c6", " ").replace("\u200b", "").split())


def sections_of(folder):
    """All sections: [address, title of the page, heading, text]."""
    found = []
    for path in sorted(folder.glob("*.html")):
        if LISTS.fullmatch(path.name):
            continue
        page = Page(path.read_text(encoding="utf-8"))
        title = words(page.title.partition(": ")[2] or page.title)
        title = re.sub(r" (Struct|Union) Reference$", "", title)
        for anchor, heading, text in page.sections:
            heading, text = words(heading), words(text)
            if heading or text:
                found.append([path.name + (f"#{anchor}" if anchor and heading else ""), title, heading, text])
    return found


def main():
    folder = pathlib.Path(sys.argv[1])
    if len(sys.argv) < 3:
        return
    shutil.copy(sys.argv[2], folder / "lunr.js")
    sections = sections_of(folder)
    text = json.dumps(sections, ensure_ascii=False, separators=(",", ":"))
    (folder / "words.js").write_text(f"window.vmmWords={text};\n", encoding="utf-8")
    print(f"{len(sections)} sections to search, {len(text.encode()) >> 10} KiB")


if __name__ == "__main__":
    main()
