# SPDX-License-Identifier: MIT
"""Every command in README.md, CONTRIBUTING.md and docs/*.md runs: in a copy of the sources, with an installation beside it and
two processes that look like virtual machines' monitors. A line ends with 0, and what prints metrics prints some.

What a page cannot know (a process's number, a folder) is put in its place, and what never ends ends after one sample. Lines
that other tests run are named here, and which these are; no other line may be left out.

usage: test_commands.py BUILD_FOLDER"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PAGES = [SOURCE / "README.md", SOURCE / "CONTRIBUTING.md", *sorted((SOURCE / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```sh\n(.*?)^```$", flags=re.S | re.M)
ELSEWHERE = [
    (r"tests/run\b.*", "this is part of it"),
    (r"cmake -S \. -B build/release .*", "consume.install"),
    (r"cmake --build build/release --parallel", "consume.install"),
    (r"sudo .*", "only root can, and not here"),
    (r"cmake --preset dev .*", "tests/run dev"),
    (r"python3 lib/describe/generate.py", "docs.recipes"),
    (r".*(proc-example|example_parse).*", "docs.recipes"),
    (r"ctest --test-dir build/dev .*", "tests/run dev"),
    (r"ctest --preset slow .*", "tests/run slow"),
    (r"(VMMETRICS_SYS_USE_PKG_CONFIG=1 )?cargo .*", "ffi.rust_crate, ffi.rust_system, ffi.rust_targets"),
    (r"python3 -m build .*", "ffi.python_package"),
    (r"(cd (build/npm|my-program)|python3 examples/bindings/typescript/build.py) .*", "ffi.typescript"),
    (r"python3 examples/bindings/go/build.py .*", "ffi.go_package"),
    (r"python3 tests/ffi/test_go.py measure .*", "ffi.go_bench"),
    (r"cmake --workflow --preset debian", "package.debian_build"),
    (r"cmake/packaging/dist", "package.dist"),
    (r"cmake -B build && .*|cd build && cpack|cpack --config .*", "package.plain_build, package.source"),
    (r"cmake --preset musl-static && .*|CC=musl-gcc cmake .*|cmake --build build/small .*", "package.small"),
    (r"cmake/packaging/release.py .*", "package.release"),
    (r"tests/bench/speed.py.*", "bench.speed"),
    (r"podman .*", "tests/service/container, with buildah"),
]
# What is replaced, and by what; {monitor}, {other} and {folder} are known when it runs.
REPLACED = [
    (r"15602|4321", "{monitor}"),
    (r"4400", "{other}"),
    (r"FOLDER|/path/to/lib|/run/vm", "{folder}"),
    (r"--count 0", "--count 1"),
    (r"--interval \d+", "--interval 0.1"),
    # Guests' lines, and a live view, go on for ever.
    (r"vmmetrics-guest(?!.*--count)", "vmmetrics-guest --count 1"),
    (r"vmmetrics-top(?!.*--once)", "vmmetrics-top --once"),
    # The page says how a program includes the header then.
    (r"cc program.c vmmetrics.c", "sed 's|<vmmetrics/vmmetrics.h>|\"vmmetrics.h\"|' program.c >copied.c && cc copied.c vmmetrics.c"),
    # Of a disk that is there.
    (r"--disk loop1", "--disk {disk}"),
    (r"--path /home", "--path /"),
]
# This has nothing to say when all is well.
SILENT = re.compile(r"(musl-g)?cc\b|python3 cmake/packaging/wasm.py ")


def commands(page):
    """Line and command; a line that is not ended goes on."""
    text = page.read_text(encoding="utf-8")
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start(1)) + 1
        command = ""
        for part in block[1].splitlines():
            command += re.sub(r"\s+# .*", "", part)
            if not command.endswith(("|", "\\")):
                yield f"{page.name}:{line}", command
                command = ""
            line += 1


def filled(command, places):
    for pattern, text in REPLACED:
        command = re.sub(pattern, text, command)
    return re.sub(r"\{(monitor|other|folder|disk)\}", lambda match: str(places[match[1]]), command)


def program_of(page):
    return re.search(r"^```c\n(.*?)^```$", page.read_text(encoding="utf-8"), flags=re.S | re.M)[1]


def monitors(work):
    """Processes that bear the name of a hypervisor."""
    shutil.copy(shutil.which("sleep"), work / "firecracker")
    return [subprocess.Popen([work / "firecracker", "600"]) for _ in range(2)]


def main():
    build = pathlib.Path(sys.argv[1])
    failures, ran, left = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        copy, prefix = work / "copy", work / "prefix"
        shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("build", ".git", "node_modules", "target"))
        subprocess.run(["cmake", "--install", build, "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
        pkgconfig, = prefix.rglob("vmmetrics.pc")
        library = pkgconfig.parent.parent
        environment = {**os.environ, "PATH": f"{prefix}/bin:{os.environ['PATH']}", "PKG_CONFIG_PATH": str(pkgconfig.parent),
                       "LD_LIBRARY_PATH": str(library), "TERM": "dumb"}
        (copy / "program.c").write_text(program_of(SOURCE / "README.md"), encoding="utf-8")
        (copy / "first.c").write_text(program_of(SOURCE / "docs" / "mainpage.md"), encoding="utf-8")
        (copy / "answers").write_text('{"return": {"actual": 268435456}}\n', encoding="utf-8")
        with (work / "lines").open("w", encoding="utf-8") as lines:
            subprocess.run(["vmmetrics-guest", "--full", "--count", "2", "--interval", "0.1"], stdout=lines, check=True,
                           env=environment)
        machines = monitors(work)
        disk = next(iter(sorted(os.listdir("/sys/block"))), "none")
        places = {"monitor": machines[0].pid, "other": machines[1].pid, "folder": work, "disk": disk}
        try:
            for page in PAGES:
                for where, command in commands(page):
                    if any(re.fullmatch(pattern, command) for pattern, _ in ELSEWHERE):
                        left += 1
                        continue
                    ran += 1
                    command = filled(command, places)
                    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=copy, env=environment, timeout=200,
                                          stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
                    if done.returncode or not (done.stdout or SILENT.match(command)):
                        failures.append(f"{where}: {command}\nends with {done.returncode}, and prints\n"
                                        f"{done.stdout[-1000:]}{done.stderr[-1000:]}")
                    else:
                        print(f"{where}: {command}")
        finally:
            for machine in machines:
                machine.kill()
                machine.wait()
    for failure in failures:
        print("failed:", failure)
    print(f"{ran} commands, {len(failures)} failures; {left} are left to other tests")
    sys.exit(1 if failures or ran == 0 else 0)


if __name__ == "__main__":
    main()
