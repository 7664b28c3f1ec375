# SPDX-License-Identifier: MIT
"""The program of the Python package prints the same as vmmetrics-parse, and the numbers of the file."""

import re
import subprocess
import tempfile

import consumer

records = consumer.run([*consumer.PYTHON, "--list"]).stdout.split()
consumer.check({"cpu", "stat", "meminfo"} <= set(records), f"the records are {records}")

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

for words, code, said in ((["no such record"], 2, "usage"), (["meminfo", "/nosuch"], 1, "No such file"),
                          (["cpu_usage", "/dev/null"], 1, "cpu_usage is not read from text"),
                          (["cpu", "/"], 1, "cpu is not read from a directory")):
    ended = consumer.run([*consumer.PYTHON, *words])
    consumer.check(ended.returncode == code and said in ended.stderr, f"{words} ends with {ended.returncode}: {ended.stderr}")
ended = subprocess.run([*consumer.PYTHON, "cpu"], input=b"cpu  1 2 3 4\n", capture_output=True, check=False)
consumer.check(b'"user_ticks": 1,' in ended.stdout, f"standard input: {ended}")

if consumer.PARSE:
    for file in consumer.STAT:
        consumer.same([*consumer.PYTHON, "cpu", file], [consumer.PARSE, "cpu", file])
        consumer.same([*consumer.PYTHON, "stat", file], [consumer.PARSE, "stat", file])
    for file in consumer.MEMINFO:
        consumer.same([*consumer.PYTHON, "meminfo", file], [consumer.PARSE, "meminfo", file])
    for folder in sorted(path for path in (consumer.DATA / "cgroup-directory").iterdir() if path.is_dir()):
        consumer.same([*consumer.PYTHON, "cgroup", folder], [consumer.PARSE, "cgroup", folder])
    with tempfile.TemporaryDirectory() as folder:
        for record, file in consumer.broken_copies(folder):
            consumer.same([*consumer.PYTHON, record, file], [consumer.PARSE, record, file])
else:
    print("vmmetrics-parse is not built, so nothing is compared with it")
consumer.end()
