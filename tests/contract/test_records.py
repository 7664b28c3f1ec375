# SPDX-License-Identifier: MIT
"""Each function, record and format of the library has all that belongs to it: a reference, samples, unit tests, a proof, fuzz
inputs, hostile texts, a call in consumer.c, a row in vmmetrics-parse and a row in README.md. A message names the file, and what
to add there. What generate.py writes is not asked for: contract.generated compares it.

usage: test_records.py"""

import re
import sys

import headers

sys.path.insert(0, str(headers.SOURCE / "lib" / "describe"))
import generate  # noqa: E402

DATA = headers.SOURCE / "tests" / "data"
# Of these directories a sample is a whole directory, which the unit tests read.
OF_DIRECTORIES = {"cgroup": "cgroup-directory", "net": "sys-class-net", "descriptor": "proc-pid-fd"}
# Unit tests that are about all records.
OF_ALL_RECORDS = {"test_concurrent.c"}


def text_of(path):
    return headers.text_of(headers.SOURCE / path)


def texts_of(pattern):
    return {path.name: headers.text_of(path) for path in sorted(headers.SOURCE.glob(pattern))}


def want(truth, path, message):
    headers.check(truth, f"{path}: {message}")


def subject_of(name):
    """What a function is about: vmm_cpu_usage_between() is about cpu_usage."""
    return re.sub(r"^vmm_(\w+)_(?:parse|next|of|between)$", r"\1", name)


def has_word(text, word):
    return re.search(rf"\b{word}\b", text) is not None


references = texts_of("tests/reference/*.c")
proofs = " ".join(re.findall(r"^ \* Entries: (.*)", "\n".join(texts_of("tests/proof/eva_*.c").values()), flags=re.M)).split()
unit_tests = "\n".join(text for name, text in texts_of("tests/unit/test_*.c").items() if name not in OF_ALL_RECORDS)
hostile, consumer = text_of("tests/bench/hostile.c"), text_of("tests/contract/consumer.c")
formats_of_parse = text_of("examples/tools/parse/formats.c")
readme = text_of("README.md").split("## Which function reads which file\n")[1].split("\n## ")[0]

try:
    functions, records = generate.functions_of(generate.INCLUDE), [record.name for record in generate.records_of(generate.INCLUDE)]
except generate.Refused as refused:
    sys.exit(f"broken: include/vmmetrics/{refused}")
readers = [function.name for function in functions if function.name.endswith(("_parse", "_next"))]
# Of each, the record that it fills. Several functions may fill one.
usages = {function.name: filled[1] for function in functions if function.name.endswith(("_of", "_between"))
          and (filled := re.match(r"struct vmm_(\w+) \*", function.parameters[-2:][0])) and filled[1] in records}
for name in [*readers, *usages]:
    want(name in proofs, f"tests/proof/eva_{subject_of(name)}.c", f"no proof has {name} in its line `Entries:`")
for name in readers:
    short = name.removeprefix("vmm_")
    want(any(has_word(text, f"(vmm|library)_{short}") for text in references.values()), f"tests/reference/{subject_of(name)}.c",
         f"no format has {name}() as its function")
    want(re.search(rf'^    \{{"{short}[",]', hostile, flags=re.M), "tests/bench/hostile.c", f"no row for {short} in subjects[]")
    want(f"`{name}`" in readme, "README.md", f"no row for {name}() in 'Which function reads which file'")
subjects = set()
for name, record in usages.items():
    subject = record if f"usage_{record}.c" in references else subject_of(name)
    subjects.add(subject)
    want(f"usage_{subject}.c" in references, f"tests/reference/usage_{subject}.c", f"no reference of {name}()")

for name in records:
    want(re.search(rf"\b(?:READS|GIVES)\({name.upper()},", consumer), "tests/contract/consumer.c",
         f"no call fills a struct vmm_{name}: add a READS() or a GIVES() of it")
    want(re.search(rf"[(_]{name.upper()},", formats_of_parse), "examples/tools/parse/formats.c",
         f"no row for VMM_RECORD_{name.upper()}, so vmmetrics-parse does not have the record")
    want(f"`{name}`" in readme, "README.md", f"no row for the record {name} in 'Which function reads which file'")
    want(has_word(unit_tests, f"struct vmm_{name}"), f"tests/unit/test_{name}.c", f"no test of the facts of struct vmm_{name}")

groups = {group: text for text in references.values() for group in re.findall(r"^const struct group (\w+)_group =", text, flags=re.M)}
for group, text in groups.items():
    folders = re.findall(r'"([^"]+)"', " ".join(re.findall(r"samples = (.*)", text))) or [OF_DIRECTORIES.get(group)]
    for folder in folders:
        if not folder:
            want(False, f"tests/reference/{group}.c", "no format has `.samples`, the name of a folder of tests/data")
            continue
        samples = [path for path in (DATA / folder).glob("*") if path.name != "PROVENANCE.md"]
        want(samples, f"tests/data/{folder}", f"no sample; the format of the group {group} names this folder")
for folder in sorted(DATA.iterdir()):
    want((folder / "PROVENANCE.md").exists(), f"tests/data/{folder.name}/PROVENANCE.md", "missing: it says where each sample is from")
for target in [*groups, *sorted(subjects)]:
    want(any((headers.SOURCE / "tests/fuzz/corpus" / target).glob("*")), f"tests/fuzz/corpus/{target}", "no file, such as a usual text")

headers.check(len(readers) > 14 and len(usages) > 12 and len(records) > 28 and len(groups) > 18,
              f"only {len(readers)} readers, {len(usages)} usages, {len(records)} records and {len(groups)} groups of formats were "
              "found: is this test blind?")
if headers.failures:
    print("CONTRIBUTING.md shows each of these in 'A file that is a record of its own'.")
headers.end(f"{len(readers)} readers, {len(usages)} usages, {len(records)} records, {len(groups)} groups of formats")
