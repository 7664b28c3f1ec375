# SPDX-License-Identifier: MIT
"""No two files of lib/ give the same name to a static function, a table, a struct, an enumerator or a macro of their own, so
that all of them can be one file. A macro may come again after `#undef`.

usage: test_names.py"""

import collections
import re

import headers

OWN = (r"^(?:VMM_INLINE|(?:VMM_\w+ )?static)\b[^=;{}()]*?\b(\w+)(?:\[[^\]]*\])*\s*(?:=|;|\()", r"^(?:struct|enum|union) (\w+) \{",
       r"^\} (\w+)(?:\[\])? =", r"^#define (\w+)")
names = collections.defaultdict(set)
for path in sorted((headers.SOURCE / "lib").glob("*/*.[ch]")):
    text = headers.without_comments(headers.text_of(path))
    undefined = set(re.findall(r"^#undef (\w+)", text, flags=re.M))
    found = {name for pattern in OWN for name in re.findall(pattern, text, flags=re.M)} - undefined
    for body in re.findall(r"^enum(?: \w+)? \{(.*?)\}", text, flags=re.S | re.M):
        found |= {name for name in re.findall(r"(?:^|,)\s*(\w+)", body) if name + "(" not in body}
    for name in found:
        names[name].add(f"{path.parent.name}/{path.name}")
for name, files in sorted(names.items()):
    headers.check(len(files) == 1, f"{name}: in {', '.join(sorted(files))}")
headers.check(len(names) > 500, f"only {len(names)} names were found: is this test blind?")
headers.end(f"{len(names)} names")
