# SPDX-License-Identifier: MIT
"""Checks that all links within a folder of HTML lead somewhere: pages, anchors, pictures; and that links, without the menu, lead
from index.html to every page.

usage: links.py HTML"""

import html.parser
import pathlib
import sys
import urllib.parse


class Page(html.parser.HTMLParser):
    """The links of a page, and the anchors that it offers."""

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors = [], set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.anchors.update(attributes[name] for name in ("id", "name") if attributes.get(name))
        self.links += [attributes[name] for name in ("href", "src", "data") if attributes.get(name)]


folder = pathlib.Path(sys.argv[1])
pages = {path.name: Page(path) for path in sorted(folder.glob("*.html"))}
dead, count, leads_to = [], 0, {}
for name, page in pages.items():
    leads_to[name] = set()
    for link in page.links:
        parts = urllib.parse.urlsplit(link)
        if parts.scheme or link.startswith("//") or parts.path.endswith("/"):
            continue
        count += 1
        target = urllib.parse.unquote(parts.path) or name
        leads_to[name].add(target)
        if not (folder / target).is_file():
            dead.append(f"{name}: {link}: no such file")
        elif parts.fragment and target in pages and parts.fragment not in pages[target].anchors:
            dead.append(f"{name}: {link}: no such anchor")
reached, todo = set(), ["index.html"]
while todo:
    name = todo.pop()
    if name in pages and name not in reached:
        reached.add(name)
        todo += leads_to[name]
orphans = sorted(set(pages) - reached)
for line in dead + [f"{name}: no links lead to it from index.html" for name in orphans]:
    print(line, file=sys.stderr)
print(f"{len(pages)} pages, {count} links, {len(dead)} dead, {len(orphans)} pages without a way to them")
sys.exit(1 if dead or orphans or not count else 0)
