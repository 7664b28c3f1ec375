# SPDX-License-Identifier: MIT
"""The tables of lib/parse, as the preprocessor leaves them: no key is there twice or begins another one, which it would
shadow; no prefix of lines that are passed over begins a key; keys have lengths that the search can take; the files of a
directory stand in the order of their ids; the objects of JSON stand in the order of their numbers; and the members that
rows, columns and files feed are those that the library tells of.

usage: test_tables.py LIBRARY.so"""

import re
import subprocess
import sys

import headers

KEY = r'\{"((?:[^"\\]|\\.)*)", sizeof\("(?:[^"\\]|\\.)*"\) - 1, '
JSON_KEY = r'\{"((?:[^"\\]|\\.)*)" "\\"", '
FEEDS = r"__builtin_offsetof \(struct (\w+), (\w+)\)"
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
for source in sorted((headers.SOURCE / "lib" / "parse").glob("*.c")):
    text = subprocess.run(["gcc", "-E", "-P", f"-I{headers.SOURCE}/include", str(source)], capture_output=True, text=True,
                          check=True).stdout
    bodies = {name: (kind, body) for kind, name, body in re.findall(
        r"static const struct vmm_(key|json_key|columns?|source) (\w+)(?:\[\])? = \{(.*?)\};", text, flags=re.S)}
    passed_over = dict(re.findall(r"vmm_keys (\w+) = \{(\w+), ", text))
    passed_of = {rows: passed_over[name] for rows, name in re.findall(r"vmm_keys \w+ = \{(\w+), &\((\w+)\)", text)}
    for name, (kind, body) in bodies.items():
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
        if kind != "key" or name in WITHOUT_KEYS:
            continue
        rows = re.findall(KEY, body)
        headers.check(len(rows) == body.count("{"), f"{where}: keys were not understood")
        keys += len(rows)
        is_passed_over = name in passed_of.values()
        for key in rows:
            # With four bytes the search sifts; so many the row holds.
            headers.check(4 <= len(key) <= 27, f"{where}: '{key}' has {len(key)} bytes")
            # Without its delimiter it would take longer keys for itself.
            headers.check(key[-1] in " :=" or is_passed_over, f"{where}: '{key}' has no delimiter")
            same = [other for other in rows if other.startswith(key)]
            headers.check(same == [key], f"{where}: '{key}' hides {same}")
        for prefix in re.findall(KEY, bodies[passed_of[name]][1]) if name in passed_of else ():
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
