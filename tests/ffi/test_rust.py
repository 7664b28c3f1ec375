"""The Rust example: its structs are the library's, and it prints what the Python example prints. Where its structs are
not the library's it says so.

usage: test_rust.py static RUSTC
       test_rust.py cargo CARGO PREFIX WORK"""

import json
import os
import pathlib
import sys
import tempfile

import consumer

CRATE = consumer.SOURCE / "examples" / "rust"
# Mistakes in declaring a struct, and what is said of them.
MISTAKES = [
    ("nice_ticks: Integer,\n        system_ticks: Integer,\n", "system_ticks: Integer,\n        nice_ticks: Integer,\n",
     "cpu.nice_ticks lies at 24, not 32"),
    ("        dirty_bytes: Integer,\n", "", "meminfo.dirty_bytes is missing"),
    ("        dirty_bytes: Integer,\n", "        dirty_bytes: Integer,\n        wet_bytes: Integer,\n",
     "meminfo.wet_bytes is not in the library"),
    ("        idle_ratio: Real,\n", "        idle_ratio: Integer,\n",
     "cpu_usage.idle_ratio lies at 48, not 48, or is of another type"),
    ('Meminfo, "meminfo", 4 {', 'Meminfo, "meminfo", 5 {', "record 5 is memory_usage, not meminfo"),
]


def build_static(rustc, source, program):
    return consumer.run([rustc, "--edition", "2021", "-D", "warnings", "-O", source / "src" / "main.rs", "-o", program,
                         "-L", "native=" + os.environ["VMMETRICS_STATIC"], "-l", "static=vmmetrics"])


def build_cargo(cargo, prefix, work):
    libraries = next(path.parent for path in sorted(pathlib.Path(prefix).rglob("vmmetrics.pc"))).parent
    environment = {**os.environ, "PKG_CONFIG_PATH": str(libraries / "pkgconfig"), "LD_LIBRARY_PATH": str(libraries)}
    environment.pop("VMMETRICS_STATIC", None)
    os.environ["LD_LIBRARY_PATH"] = str(libraries)
    build = consumer.run([cargo, "build", "--offline", "--locked", "--manifest-path", CRATE / "Cargo.toml",
                          "--target-dir", work], env=environment)
    return build, pathlib.Path(work) / "debug" / "vmmetrics-rust"


def must(build, what):
    if build.returncode != 0:
        print(f"failed: {what} does not compile:\n{build.stdout}{build.stderr}")
        sys.exit(1)


def try_program(program):
    checked = consumer.run([program, "--check"])
    consumer.check(checked.returncode == 0, f"--check says:\n{checked.stdout}{checked.stderr}")
    for file in consumer.STAT:
        consumer.same([program, "cpu", file], [*consumer.PYTHON, "cpu", file])
    for file in consumer.MEMINFO:
        consumer.same([program, "meminfo", file], [*consumer.PYTHON, "meminfo", file])
        consumer.same([program, "memory_usage", file], [*consumer.PYTHON, "--usage", "memory_usage", "meminfo", file])
    with tempfile.TemporaryDirectory() as folder:
        for record, file in consumer.broken_copies(folder):
            consumer.same([program, record, file], [*consumer.PYTHON, record, file])
        for numbers in ["20 20 40 140 50 60 70 90 5 5", "10 20 30 40 50 60 70 80 5 5", "9 20 30 99 50 60 70 80 5 5",
                        "1 2 3 4"]:
            before, after = consumer.samples(folder, numbers)
            consumer.same([program, "cpu_usage", before, after],
                          [*consumer.PYTHON, "--usage", "cpu_usage", "cpu", before, after])
    # This machine: a number, or null where it has none, as in a sandbox whose counters stand still.
    line = consumer.run([program])
    consumer.check(line.returncode == 0, f"it ends with {line.returncode}: {line.stderr}")
    said = json.loads(line.stdout or "{}")
    members = ["cpu_busy_ratio", "memory_used_bytes", "memory_total_bytes"]
    consumer.check(list(said) == members, f"it prints {line.stdout}")
    busy = said.get("cpu_busy_ratio")
    consumer.check(busy is None or 0 <= busy <= 1, f"it prints {line.stdout}")
    consumer.check(0 < said.get("memory_used_bytes", 0) < said.get("memory_total_bytes", 0), f"it prints {line.stdout}")


def make_mistakes(rustc, folder):
    for right, wrong, noticed in MISTAKES:
        source = folder / "source" / "src"
        source.mkdir(parents=True, exist_ok=True)
        for file in (CRATE / "src").glob("*.rs"):
            text = file.read_text(encoding="utf-8")
            if file.name == "vmmetrics.rs":
                consumer.check(right in text, f"{file.name} has no {right!r} to change")
                text = text.replace(right, wrong, 1)
            (source / file.name).write_text(text, encoding="utf-8")
        must(build_static(rustc, folder / "source", folder / "mistaken"), f"{wrong!r} in place of {right!r}")
        checked = consumer.run([folder / "mistaken", "--check"])
        consumer.check(checked.returncode == 1 and noticed in checked.stderr,
                       f"{wrong!r} in place of {right!r} is not noticed: {checked.stdout}{checked.stderr}")


if sys.argv[1] == "static":
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        must(build_static(sys.argv[2], CRATE, folder / "program"), "the example")
        try_program(folder / "program")
        make_mistakes(sys.argv[2], folder)
else:
    built, cargo_program = build_cargo(*sys.argv[2:])
    must(built, "the crate")
    try_program(cargo_program)
consumer.end()
