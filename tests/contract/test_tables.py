"""The hot tables of lib/parse, as the preprocessor leaves them: no key is there twice or begins another one, which it would
shadow; keys have lengths that the search can take; and the members that rows, columns and files feed are those that the
library tells of.

usage: test_tables.py LIBRARY.so"""

import re
import subprocess
import sys

import headers

KEY = r'\{"((?:[^"\\]|\\.)*)", sizeof'
PASSED_OVER = KEY + r'\([^)]*\) - 1, VMM_FORM_ANY, 0, 0\}'
FEEDS = r"__builtin_offsetof \(struct (\w+), (\w+)\)"
# Files of one number without a key: their row is named, not searched.
WITHOUT_KEYS = {("cgroup_io.c", "v1_limits_rows")}

told = {"vmm_" + record.name.decode(): {field.name.decode() for field in fields}
        for record, fields in headers.described(sys.argv[1])}
fed = {}
tables = keys = 0
for source in sorted((headers.SOURCE / "lib" / "parse").glob("*.c")):
    text = subprocess.run(["gcc", "-E", "-P", f"-I{headers.SOURCE}/include", str(source)], capture_output=True, text=True,
                          check=True).stdout
    for kind, name, body in re.findall(r"static const struct vmm_(key|columns|source) (\w+)(?:\[\])? = \{(.*?)\};", text,
                                       flags=re.S):
        where = f"{source.name}: {name}"
        tables += 1
        for struct, member in re.findall(FEEDS, body):
            headers.check(member in told.get(struct, ()), f"{where} feeds {struct}.{member}, which the library does not tell of")
            fed.setdefault(struct, set()).add(member)
        if kind != "key" or (source.name, name) in WITHOUT_KEYS:
            continue
        rows = re.findall(KEY, body)
        passed_over = re.findall(PASSED_OVER, body)
        headers.check(len(rows) == body.count("sizeof(uint64_t)") + len(passed_over), f"{where}: keys were not understood")
        keys += len(rows)
        for key in rows:
            # With four bytes the search sifts; so many the row holds.
            headers.check(4 <= len(key) <= 27, f"{where}: '{key}' has {len(key)} bytes")
            # Without its delimiter it would take longer keys for itself.
            headers.check(key[-1] in " :=" or key in passed_over, f"{where}: '{key}' has no delimiter")
            same = [other for other in rows if other.startswith(key)]
            headers.check(same == [key], f"{where}: '{key}' hides {same}")
headers.check(tables > 25 and keys > 300, f"only {tables} tables of {keys} keys were found: is this test blind?")
headers.end(f"{tables} tables, {keys} keys, {sum(map(len, fed.values()))} members fed by tables")
