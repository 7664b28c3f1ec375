# SPDX-License-Identifier: MIT
"""Writes the library as one WebAssembly module: vmmetrics.wasm.

usage: wasm.py OUTPUT.wasm [COMPILER...]      COMPILER is clang, with lld beside it, if none is named

The module needs nothing of its host: it has no imports and no start function. It exports every function of the headers, its
memory, and the global `__heap_base`. The library keeps no state, so the memory from `__heap_base` on belongs to the host,
which puts texts and records there, and grows the memory as it likes. Addresses and sizes are 32 bits. A struct is returned
through a pointer that is the first argument. The same compiler gives the same bytes."""

import pathlib
import subprocess
import sys
import tempfile

import one_file

HERE = pathlib.Path(__file__).resolve().parent
# -Os: the module is a sixth smaller than with -O2, and as fast; with -Oz it takes twice the time. A stack that is full
# ends the call, because it is at the start of the memory.
OPTIONS = ["--target=wasm32", "-std=c11", "-Os", "-mbulk-memory", "-nostdlib", "-fvisibility=hidden", "-Wl,--no-entry",
           "-Wl,--export-dynamic", "-Wl,--export=__heap_base", "-Wl,--strip-all", "-Wl,--stack-first", "-Wl,-z,stack-size=16384"]


def build(output, compiler):
    with tempfile.TemporaryDirectory() as work:
        one_file.write(pathlib.Path(work))
        made = pathlib.Path(work, "vmmetrics.wasm")
        ended = subprocess.run([*compiler, *OPTIONS, f"-I{HERE / 'wasm'}", "vmmetrics.c", "-o", made.name], cwd=work,
                               capture_output=True, text=True, check=False)
        if ended.returncode != 0:
            sys.exit(f"{' '.join(compiler)} does not make vmmetrics.wasm:\n{ended.stderr}")
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(made.read_bytes())


if __name__ == "__main__":
    build(pathlib.Path(sys.argv[1]), sys.argv[2:] or ["clang"]) if len(sys.argv) > 1 else sys.exit(__doc__)
