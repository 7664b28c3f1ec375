# SPDX-License-Identifier: MIT
"""The objects of the static library need nothing but five functions of memory, define nothing but vmm_*, and keep no state.
So does what other compilers make of the sources, position independent or not, and for programs without a C library.

usage: test_symbols.py LIBRARY.a"""

import re
import shutil
import subprocess
import sys
import tempfile

import headers

ALLOWED = {"memcpy", "memmove", "memset", "memcmp", "memchr"}
# What compilers add by themselves: the stack protector, arithmetic of 64 bits on machines of 32, the table of addresses.
COMPILERS_OWN = re.compile(r"__stack_chk_fail(_local)?|__(u?div|u?mod|u?divmod|mul|ashl|ashr|lshr|u?cmp|ctz|clz|ffs|popcount|bswap|float(un)?|fixuns)[dt]i\w*"
                           r"|__float(un)?di[ds]f|_GLOBAL_OFFSET_TABLE_|__x86\.get_pc_thunk\.\w+")
STATE = re.compile(r"\.(data|bss|tdata|tbss|init_array|fini_array|ctors|dtors)(?!\.rel\.ro)(\.|$)")
# Where nothing is known of the C library, so that each of its functions that the sources name is a call.
FREESTANDING = {"gcc": ["-O2 -ffreestanding"], "clang": ["-O2 -ffreestanding"]}


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def examine(what, files):
    defined, undefined = set(), set()
    for line in run("nm", "-g", *files).splitlines():
        match = re.fullmatch(r"(?:[0-9a-f]+)?\s+([A-Za-z])\s+(\S+)", line)
        if match:
            (undefined if match[1] in "Uwv" else defined).add(match[2])
    headers.check(defined >= set(headers.functions()), f"{what}: lacks {set(headers.functions()) - defined}")
    for name in sorted(undefined - defined):
        headers.check(name in ALLOWED or COMPILERS_OWN.fullmatch(name), f"{what}: needs {name}")
    for name in sorted(defined):
        headers.check(name.startswith("vmm_") or COMPILERS_OWN.fullmatch(name), f"{what}: defines {name}")
    sections = run("readelf", "--sections", "--wide", *files)
    for name, size in re.findall(r"\]\s+(\.\S+)\s+\S+\s+[0-9a-f]+ [0-9a-f]+ ([0-9a-f]+)", sections):
        headers.check(not STATE.match(name) or int(size, 16) == 0, f"{what}: has {int(size, 16)} bytes of {name}")
    needs = sorted(name for name in undefined - defined if not COMPILERS_OWN.fullmatch(name))
    print(f"{what}: defines {len(defined)}, needs {' '.join(needs)}")


examine("static library", [sys.argv[1]])
for compiler in ["gcc", "clang", "musl-gcc", "i686-linux-gnu-gcc", "s390x-linux-gnu-gcc"]:
    if shutil.which(compiler) is None:
        print(f"{compiler}: skipped because it is not here")
        continue
    for options in ["-O2 -fPIC", "-Os -fno-pic -fstack-protector-strong", *FREESTANDING.get(compiler, [])]:
        with tempfile.TemporaryDirectory() as folder:
            objects = []
            for source in headers.SOURCES:
                objects.append(f"{folder}/{source.parent.name}_{source.stem}.o")
                run(compiler, "-std=c11", *options.split(), f"-I{headers.SOURCE}/include", "-c", str(source), "-o",
                    objects[-1])
            examine(f"{compiler} {options}", objects)
headers.end("symbols examined")
