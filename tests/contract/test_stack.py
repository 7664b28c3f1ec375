# SPDX-License-Identifier: MIT
"""No recursion, no array of variable length, no call through a pointer, and a stack that is small and bounded: counted over
the call graph that gcc writes down."""

import re
import shutil
import subprocess
import sys
import tempfile

import headers

# Bytes a call may take, by compiler. A frame holds the address to return to; on s390x, 160 bytes of its calling convention.
BOUNDS = {"gcc": 1024, "i686-linux-gnu-gcc": 1152, "s390x-linux-gnu-gcc": 2112}


def graph(compiler, options):
    frames, calls = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for source in headers.SOURCES:
            out = f"{folder}/{source.parent.name}_{source.stem}"
            subprocess.run([compiler, "-std=c11", *options, f"-I{headers.SOURCE}/include", "-fcallgraph-info=su", "-c",
                            str(source), "-o", out + ".o"], check=True)
            with open(out + ".ci", encoding="utf-8") as file:
                text = file.read().replace(f"{headers.SOURCE}/", "")
            # The functions of one file that others cannot see carry the file's name here.
            for title, label in re.findall(r'node: \{ title: "([^"]*)" label: "([^"]*)"', text):
                size = re.search(r"\\n(\d+) bytes \(([\w,]+)\)", label)
                if size:
                    frames[title] = int(size[1])
                    headers.check(size[2] in ("static", "dynamic,bounded"), f"{compiler}: the stack of {title} is {size[2]}")
            for caller, callee in re.findall(r'edge: \{ sourcename: "([^"]*)" targetname: "([^"]*)"', text):
                calls.setdefault(caller, set()).add(callee)
    return frames, calls


def deepest(name, frames, calls, path, known):
    """The bytes that a call of name takes, and by which way."""
    if name in path:
        headers.check(False, "recursion: " + " > ".join([*path[path.index(name):], name]))
        return 0, [name]
    headers.check(name != "__indirect_call", f"{path[-1] if path else ''} calls through a pointer")
    if name not in known:
        below = max((deepest(callee, frames, calls, [*path, name], known) for callee in calls.get(name, ())),
                    default=(0, []))
        known[name] = (frames.get(name, 0) + below[0], [name, *below[1]])
    return known[name]


examined = 0
for compiler, bound in BOUNDS.items():
    if shutil.which(compiler) is None or "Free Software Foundation" not in subprocess.run(
            [compiler, "--version"], capture_output=True, text=True, check=False).stdout:
        print(f"{compiler}: skipped because it is not here")
        continue
    for options in ["-O2"], ["-Os"], ["-O1", "-fno-optimize-sibling-calls"]:
        frames, calls = graph(compiler, options)
        headers.check(set(headers.functions()) <= set(frames), f"{compiler}: functions are missing from the call graph")
        known = {}
        for name in sorted(frames):
            deepest(name, frames, calls, [], known)
        size, path = max(known[name] for name in headers.functions() if name in known)
        headers.check(size <= bound, f"{compiler}: {size} bytes of stack, the bound is {bound} (BOUNDS in this test): "
                      + " > ".join(path))
        print(f"{compiler} {' '.join(options)}: at most {size} bytes of stack: {' > '.join(path)}")
        examined += 1
if examined == 0:
    sys.exit(77)
headers.end(f"{examined} call graphs")
