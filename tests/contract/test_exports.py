# SPDX-License-Identifier: MIT
"""The shared library exports exactly what the version script names, which is exactly what the headers declare.

usage: test_exports.py LIBRARY.so"""

import re
import subprocess
import sys

import headers

library = sys.argv[1]
script = headers.without_comments((headers.SOURCE / "lib" / "vmmetrics.map").read_text(encoding="utf-8"))
version = re.search(r'VMM_VERSION "(\d+\.\d+)', headers.text_of(headers.SOURCE / "include/vmmetrics/base.h"))[1]

named = {}
for node, body in re.findall(r"(\w+(?:\.\d+)*)\s*\{(.*?)\}", script, flags=re.S):
    for symbol in re.findall(r"(\w+);", body.replace("global:", "").split("local:")[0]):
        headers.check(symbol not in named, f"{symbol} is named twice")
        named[symbol] = node
headers.check(re.search(r"local:\s*\*;", script), "the version script does not hide the rest")
headers.check(f"VMMETRICS_{version}" in named.values(), f"no node is called after version {version}")

declared = set(headers.functions())
for symbol in sorted(declared ^ set(named)):
    headers.check(False, f"{symbol} is only in the " + ("headers" if symbol in declared else "version script"))

exported = {}
lines = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=True).stdout
for kind, symbol, node in re.findall(r"^[0-9a-f]+ (\w) (\w+(?:\.\d+)*)(?:@@(\S+))?$", lines, flags=re.M):
    if kind != "A":
        exported[symbol] = node
headers.check(exported == named, f"exported and named differ: {sorted(exported.items() ^ named.items())}")

dynamic = subprocess.run(["readelf", "-d", library], capture_output=True, text=True, check=True).stdout
soname = re.search(r"soname: \[(.*)\]", dynamic)[1]
major = version.split(".", maxsplit=1)[0]
headers.check(soname == f"libvmmetrics.so.{major}", f"the soname is {soname}")
needed = set(re.findall(r"NEEDED.*\[(.*)\]", dynamic))
headers.check(needed <= {"libc.so.6"}, f"needs {needed}")
headers.end(f"{len(exported)} symbols exported by {soname}, which needs {' '.join(sorted(needed))}")
