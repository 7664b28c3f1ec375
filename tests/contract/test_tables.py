# SPDX-License-Identifier: MIT
"""The tables of lib/parse, as the preprocessor leaves them: no key is there twice or begins another one, which it would
shadow; no prefix of lines that are passed over begins a key; keys have lengths that the search can take; a key that is
longer than its row has one row with its rest; the files of a directory stand in the order of their ids; the objects of
JSON stand in the order of their numbers; and the members that rows, columns and files feed are those that the library
tells of.

usage: test_tables.py LIBRARY.so"""

import re
import subprocess
import sys

import headers

KEY = r'\{"((?:[^"\\]|\\.)*)", sizeof\("(?:[^"\\]|\\.)*"\) - 1, '
JSON_KEY = r'\{"((?:[^"\\]|\\.)*)" "\\"", '
FEEDS = r"__builtin_offsetof \(struct (\w+), (\w+)\)"
NAMED = r'\{"(\w+)", sizeof\("\w+"\) - 1, (\w+), '
# A row with the first bytes of a key, and a row with the rest of the key.
CUT = KEY + r"VMM_FORM_AFTER_TAIL, __builtin_offsetof \(struct \w+, (\w+)\)"
# Files of one number without a key: their row is named, not searched.
WITHOUT_KEYS = {"io_v1_limit_rows"}
# How a source file writes a file of a directory, and the id of a file and its name in a header.
FILE = r'^ +\w+\("([^"]+)"'
ID = r"\bVMM_FILE_\w+ = (\d+)\d{3},?\s*/\*\*<\s*`([^`]+)`"

told = {"vmm_" + record.name.decode(): {member.name.decode() for member in members}
        for record, members in headers.described(sys.argv[1])}
named = {}
for header in headers.HEADERS:
    for record, name in re.findall(ID, headers.text_of(header)):
        named.setdefault(record, []).append(name)
fed = {}
tables = keys = directories = objects = 0
texts = {source: subprocess.run(["gcc", "-E", "-P", f"-I{headers.SOURCE}/include", str(source)], capture_output=True, text=True,
                                check=True).stdout for source in sorted((headers.SOURCE / "lib" / "parse").glob("*.c"))}
sources = {name: (source, kind, body) for source, text in texts.items() for kind, name, body in re.findall(
    r"static const struct vmm_(key|json_key|columns?|source|named) (\w+)(?:\[\])? = \{(.*?)\};", text, flags=re.S)}
# A table may pass over the keys of a table of another source.
everything = "".join(texts.values())
rows_of = dict(re.findall(r"vmm_keys (\w+) =\s+\{(\w+), ", everything))
passed_of = {rows: rows_of[name] for rows, name in re.findall(r"vmm_keys \w+ =\s+\{(\w+), &\((\w+)\)", everything)}
tails_of = {rows: rows_of[name] for rows, name in re.findall(r"vmm_keys \w+ =\s+\{(\w+), &\(\w+\), &\((\w+)\)", everything)}
for source, text in texts.items():
    for name, (kind, body) in ((name, (kind, body)) for name, (of, kind, body) in sources.items() if of == source):
        where = f"{source.name}: {name}"
        tables += 1
        for struct, member in re.findall(FEEDS, body):
            if not struct.startswith("vmm_"):
                # The source's own struct, from which it fills the record.
                continue
            headers.check(member in told.get(struct, ()), f"{where} feeds {struct}.{member}, which the library does not tell of")
            fed.setdefault(struct, set()).add(member)
        if kind == "source":
            directories += 1
            rows = re.search(rf"\b{name}\[\] = \{{\n(.*?)^\}};", headers.text_of(source), flags=re.S | re.M)[1]
            files = re.findall(FILE, rows, flags=re.M)
            headers.check(files in named.values(), f"{where}: the files do not stand in the order of their ids: {files}")
        if kind == "json_key":
            rows = re.findall(JSON_KEY, body)
            headers.check(len(rows) == body.count("{"), f"{where}: keys were not understood")
            keys += len(rows)
            for key in rows:
                # With its quote.
                headers.check(3 <= len(key) <= 38, f"{where}: '{key}' has {len(key)} bytes")
                headers.check(rows.count(key) == 1, f"{where}: '{key}' is there twice")
        if kind == "named":
            # A name is compared as a whole, in its section.
            rows = re.findall(NAMED, body)
            headers.check(len(rows) == body.count("{"), f"{where}: names were not understood")
            keys += len(rows)
            for key, section in rows:
                headers.check(len(key) <= 27 and rows.count((key, section)) == 1, f"{where}: '{key}' is there twice, or too long")
        if kind != "key" or name in WITHOUT_KEYS:
            continue
        rows = re.findall(KEY, body)
        headers.check(len(rows) == body.count("{"), f"{where}: keys were not understood")
        if name in tails_of.values():
            headers.check(len(re.findall(CUT, body)) == len(rows) and all(key[-1] in " :=" for key in rows),
                          f"{where} has a row that is no rest of a key: {rows}")
            continue
        keys += len(rows)
        cut = re.findall(CUT, body)
        rests = [member for _, member in re.findall(CUT, sources[tails_of[name]][2])] if name in tails_of else []
        headers.check(sorted(rests) == sorted(member for _, member in cut), f"{where}: rests of keys of {rests}, not of {cut}")
        cut = [key for key, _ in cut]
        headers.check(all(len(key) == 27 for key in cut), f"{where}: a key is cut before its row is full: {cut}")
        # These have no members.
        is_passed_over = name in passed_of.values() and re.search(FEEDS, body) is None
        for key in rows:
            # With four bytes the search sifts; so many the row holds.
            headers.check(4 <= len(key) <= 27, f"{where}: '{key}' has {len(key)} bytes")
            # Without its delimiter it would take longer keys for itself.
            headers.check(key[-1] in " :=" or is_passed_over or key in cut, f"{where}: '{key}' has no delimiter")
            same = [other for other in rows if other.startswith(key)]
            headers.check(same == [key], f"{where}: '{key}' hides {same}")
        for prefix in re.findall(KEY, sources[passed_of[name]][2]) if name in passed_of else ():
            hidden = [key for key in rows if key.startswith(prefix)]
            headers.check(not hidden, f"{where}: '{prefix}' is passed over and hides {hidden}")
    for name, body in re.findall(r"static const struct vmm_json_object (\w+)\[\] = \{(.*?)\};", text, flags=re.S):
        # The objects that are the last rows of another one have no array of their own.
        arrays = re.findall(r"\{(\(?)(\w+)", body)
        numbers = next(re.findall(r"\w+", enum) for enum in re.findall(r"enum \{(.*?)\};", text, flags=re.S)
                       if re.findall(r"\w+", enum)[0].lower() + "_rows" == arrays[0][1])
        objects += len(arrays)
        for number, (is_part, array) in zip(numbers, arrays):
            headers.check(bool(is_part) or array == number.lower() + "_rows", f"{source.name}: {name} has {array} for {number}")
        headers.check(len(numbers) == len(arrays), f"{source.name}: {name} has {len(arrays)} of {len(numbers)} objects")
headers.check(tables > 25 and keys > 600 and directories >= 3 and objects > 25, f"only {tables} tables of {keys} keys, {directories}"
              f" directories and {objects} objects were found: is this test blind?")
headers.end(f"{tables} tables, {keys} keys, {sum(map(len, fed.values()))} members fed by tables")
