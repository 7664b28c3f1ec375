# SPDX-License-Identifier: MIT
"""The library compiles without a warning for systems and machines that are not here: macOS, Windows, and Linux with musl
on other machines. `zig cc` from the package ziglang of PyPI has the headers of all of them. No program is linked: zig
would compile the C library of each target first, which takes minutes.

usage: test_zig.py WORK      WORK is a folder; ziglang is installed there once, unless this Python has it"""

import concurrent.futures
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[2] / path) for path in ("tests/contract", "cmake/packaging")]
import headers  # noqa: E402
import one_file  # noqa: E402

VERSION = "0.17.1"
TARGETS = ("x86_64-macos", "aarch64-macos", "x86_64-windows-gnu", "aarch64-windows-gnu", "aarch64-linux-musl",
           "riscv64-linux-musl", "powerpc64le-linux-musl", "x86-linux-musl")
OPTIONS = ["-std=c11", "-O0", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
work = pathlib.Path(sys.argv[1]).resolve()


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, timeout=500,
                          **options)


def zig():
    """The Python that has ziglang. Skips the test if there is none and the registry does not answer."""
    if importlib.util.find_spec("ziglang"):
        return sys.executable
    python = work / f"ziglang-{VERSION}" / "bin" / "python"
    if python.exists() and run(python, "-m", "ziglang", "version").returncode == 0:
        return python
    made = run(sys.executable, "-m", "venv", "--clear", python.parents[1])
    installed = made.returncode == 0 and run(python, "-m", "pip", "install", "--quiet", "--retries=1", "--timeout=20",
                                             "--disable-pip-version-check", f"ziglang=={VERSION}")
    if not installed or installed.returncode != 0:
        shutil.rmtree(python.parents[1], ignore_errors=True)
        print(f"ziglang {VERSION} cannot be installed: {(installed or made).stderr.strip().splitlines()[-1:]}")
        sys.exit(77)
    return python


work.mkdir(parents=True, exist_ok=True)
compiler = [zig(), "-m", "ziglang", "cc"]
environment = {**os.environ, "ZIG_GLOBAL_CACHE_DIR": str(work / "cache"), "ZIG_LOCAL_CACHE_DIR": str(work / "cache")}
one_file.write(work)


def compiled(target):
    done = run(*compiler, "-target", target, *OPTIONS, "-c", "vmmetrics.c", "-o", f"{target}.o", cwd=work,
               env=environment)
    headers.check(done.returncode == 0, f"{target}:\n{done.stderr[-3000:]}")
    return done.returncode == 0


with concurrent.futures.ThreadPoolExecutor(2) as pool:
    count = sum(pool.map(compiled, TARGETS))
headers.end(f"{count} of {len(TARGETS)} targets")
