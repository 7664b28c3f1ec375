"""Every member of every record has a comment that names its unit and its kind, the ones that the library tells of.

usage: test_comments.py LIBRARY.so"""

import re
import sys

import headers

UNITS = {"VMM_UNIT_BYTES": "bytes", "VMM_UNIT_TICKS": "ticks", "VMM_UNIT_SECONDS": "seconds", "VMM_UNIT_RATIO": "ratio",
         "VMM_UNIT_PERCENT": "percent", "VMM_UNIT_USEC": "microseconds", "VMM_UNIT_HUNDREDTHS": "hundredths",
         "VMM_UNIT_NS": "nanoseconds", "VMM_UNIT_BYTES_PER_SECOND": "bytes/s",
         "VMM_UNIT_PER_SECOND": "1/s", "VMM_UNIT_PAGES": "pages", "VMM_UNIT_MS": "milliseconds",
         "VMM_UNIT_BITS_PER_SECOND": "bits/s", "VMM_UNIT_NONE": "count"}
KINDS = {"VMM_KIND_IDENTITY": "identity", "VMM_KIND_COUNTER": "counter", "VMM_KIND_GAUGE": "gauge",
         "VMM_KIND_LIMIT": "limit", "VMM_KIND_INCREMENT": "increment"}
# Keys of the kernel such as `rbytes` have the unit in them.
ENDINGS = {"bytes": "bytes", "ticks": "_ticks", "seconds": "_seconds", "ratio": "_ratio", "percent": "_percent",
           "microseconds": "_usec", "hundredths": "_hundredths", "nanoseconds": "_ns",
           "bytes/s": "bytes_per_second", "1/s": "_per_second",
           "pages": "_pages", "milliseconds": "_ms", "bits/s": "_bits_per_second"}

structs = headers.structs()
constants = headers.constants()
units = {constants[name]: word for name, word in UNITS.items()}
kinds = {constants[name]: word for name, word in KINDS.items()}
for prefix, known in [("VMM_UNIT_", UNITS), ("VMM_KIND_", KINDS)]:
    for name in constants:
        headers.check(not name.startswith(prefix) or name in known, f"this test does not know {name}")

count = 0
for record, fields in headers.described(sys.argv[1]):
    struct = structs["vmm_" + record.name.decode()]
    comments = {name: comment for _, name, _, comment in struct.members}
    for field in fields:
        name = field.name.decode()
        comment = comments.get(name, "").lower()
        where = f"{struct.header}: {struct.name}.{name}"
        unit, kind = units[field.unit], kinds[field.kind]
        count += 1
        if not headers.check(comment, f"{where} has no comment"):
            continue
        # The part that says it follows a full stop or a semicolon: "meaning. `Key`; bytes; gauge; since 4.5."
        said = [part.strip(" .") for part in re.split(r"[.;:] |\.$", comment)]
        headers.check(any(part.split(",")[0].split(" ")[0] == kind for part in said), f"{where}: not called {kind}")
        if kind != "identity" or unit != "count":
            headers.check(unit in said, f"{where}: the unit {unit} is not named")
        if kind == "counter" and field.width in (constants["VMM_WIDTH_32"], constants["VMM_WIDTH_64"]):
            headers.check(f"counter, {field.width} bits" in comment, f"{where}: its width of {field.width} is not named")
        if unit in ENDINGS:
            headers.check(name.endswith(ENDINGS[unit]), f"{where} is in {unit} but is not called so")
        else:
            headers.check(not name.endswith(tuple(ENDINGS.values())), f"{where} is called what it is not")
headers.check(count > 0, "no member was found")
headers.end(f"{count} members")
