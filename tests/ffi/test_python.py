# SPDX-License-Identifier: MIT
"""The Python binding reads any record by the descriptions of the library. It prints the same as vmmetrics-parse, and
the numbers of the file."""

import re
import tempfile

import consumer

records = consumer.run([*consumer.PYTHON, "--list"]).stdout.split()
consumer.check({"cpu", "stat", "meminfo"} <= set(records), f"the records are {records}")
for record in records:
    members = consumer.run([*consumer.PYTHON, "--describe", record]).stdout.splitlines()
    consumer.check(members and all(len(line.split()) == 6 for line in members), f"--describe {record} prints {members}")

# Independent of the library: the keys and values of meminfo, found by a regular expression.
for file in consumer.MEMINFO:
    consumer.comparisons += 1
    read, complaints, _ = consumer.printed([*consumer.PYTHON, "meminfo", file])
    if not read:
        consumer.check(complaints, f"{file}: nothing printed")
        continue
    for key, member in [("MemTotal", "mem_total_bytes"), ("Active(file)", "active_file_bytes"),
                        ("MemAvailable", "mem_available_bytes"), ("Dirty", "dirty_bytes"),
                        ("ShadowCallStack", "shadow_call_stack_bytes")]:
        found = re.search(rf"^{re.escape(key)}: *(\d+) kB$", file.read_text(), flags=re.M)
        value = int(found[1]) * 1024 if found and int(found[1]) < 2**54 else None
        consumer.check(read[0][member] == value, f"{file}: {member} is {read[0][member]}, not {value}")

usage = consumer.run([*consumer.PYTHON, "no such record"])
consumer.check(usage.returncode == 2 and "usage" in usage.stderr, "wrong usage does not end with 2")

if consumer.PARSE:
    for file in consumer.STAT:
        consumer.same([*consumer.PYTHON, "cpu", file], [consumer.PARSE, "cpu", file])
        consumer.same([*consumer.PYTHON, "stat", file], [consumer.PARSE, "stat", file])
    for file in consumer.MEMINFO:
        consumer.same([*consumer.PYTHON, "meminfo", file], [consumer.PARSE, "meminfo", file])
        consumer.same([*consumer.PYTHON, "--usage", "memory_usage", "meminfo", file],
                      [consumer.PARSE, "--usage", "memory_usage", file])
    with tempfile.TemporaryDirectory() as folder:
        for record, file in consumer.broken_copies(folder):
            consumer.same([*consumer.PYTHON, record, file], [consumer.PARSE, record, file])
        before, after = consumer.samples(folder, "20 20 40 140 50 60 70 90 5 5")
        consumer.same([*consumer.PYTHON, "--usage", "cpu_usage", "cpu", before, after],
                      [consumer.PARSE, "--usage", "cpu_usage", before, after])
else:
    print("vmmetrics-parse is not built, so nothing is compared with it")
consumer.end()
