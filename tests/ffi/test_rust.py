# SPDX-License-Identifier: MIT
"""The Rust binding: its structs are those of the headers and of the library, its programs print the same as those in
Python and C, and the runner prints the usage of its machines. A struct that differs from the library's is found.

usage: test_rust.py records RUSTC           the build script writes the records as the headers have them
       test_rust.py static RUSTC            linked with the static library, by rustc alone
       test_rust.py small RUSTC             without Rust's standard library, on musl and static
       test_rust.py cargo CARGO PREFIX WORK by cargo and pkg-config; its own tests, clippy, rustfmt
       test_rust.py whole CARGO PREFIX WORK all of it static: with glibc, and with musl where Rust has it"""

import difflib
import json
import os
import pathlib
import platform
import shutil
import sys
import tempfile

import consumer
import fleet
import manual
import sample

sys.path.insert(0, str(consumer.SOURCE / "lib" / "describe"))
import generate  # noqa: E402

CRATE = consumer.SOURCE / "examples" / "bindings" / "rust"
PROGRAMS = ("machine", "sample", "fleet")
# Mistakes in the declarations of structs, and the message about each.
MISTAKES = [
    ("        nice_ticks: Integer,\n", "", "cpu.nice_ticks is missing"),
    ("        dirty_bytes: Integer,\n", "        dirty_bytes: Integer,\n        /// New.\n        wet_bytes: Integer,\n",
     "meminfo.wet_bytes is not in the library"),
    ("        writeback_bytes: Integer,\n", "        wroteback_bytes: Integer,\n", "meminfo.writeback_bytes is missing"),
    ("        idle_ratio: Real,\n", "        idle_ratio: Integer,\n",
     "cpu_usage.idle_ratio lies at 56, not 56, or is of another type"),
    ('Vmstat, "vmstat", 25 {', 'Vmstat, "vmstat", 24 {', "record 24 is system, not vmstat"),
    ('IFLINK: "iflink", 19002', 'IFLINK: "iflink", 19001', "iflink is not file 19001 of net"),
]
# Without tables for unwinding, which the small program does not need.
SMALL = ["--edition", "2021", "-O", "-C", "panic=abort", "-D", "warnings"]


def skip(reason):
    print(reason)
    sys.exit(77)


def must(build, what):
    if build.returncode != 0:
        print(f"failed: {what} does not compile:\n{build.stdout}{build.stderr}")
        sys.exit(1)


def write_records(rustc, folder):
    """What cargo does before it compiles: records.rs is in the folder then."""
    script = folder / "build-script"
    must(consumer.run([rustc, "--edition", "2021", "-D", "warnings", CRATE / "build.rs", "-o", script]), "the build script")
    must(consumer.run([script], env={**os.environ, "OUT_DIR": str(folder)}), "what the build script writes")
    return (folder / "records.rs").read_text(encoding="utf-8")


def build_library(rustc, folder, *options):
    """With the records that are in the folder."""
    must(consumer.run([rustc, "--edition", "2021", "--crate-type", "rlib", "--crate-name", "vmmetrics", "-D", "warnings",
                       CRATE / "src" / "lib.rs", "-o", folder / "libvmmetrics.rlib", *options],
                      env={**os.environ, "OUT_DIR": str(folder)}), "the library")


def build_whole_library(rustc, folder):
    build_library(rustc, folder, "--cfg", 'feature="std"', "-L", "native=" + os.environ["VMMETRICS_STATIC"], "-l",
                  "static=vmmetrics")


def build_program(rustc, source, folder, program):
    return consumer.run([rustc, "--edition", "2021", "-D", "warnings", source, "-o", program, "--extern",
                         f"vmmetrics={folder / 'libvmmetrics.rlib'}"])


def try_machine(program):
    """The line about this machine. The CPU is null in a sandbox whose counters do not change."""
    line = consumer.run([program])
    consumer.check(line.returncode == 0, f"it ends with {line.returncode}: {line.stderr}")
    said = json.loads(line.stdout or "{}")
    members = ["cpu_busy_ratio", "memory_used_bytes", "memory_total_bytes"]
    consumer.check(list(said) == members, f"it prints {line.stdout}")
    busy = said.get("cpu_busy_ratio")
    consumer.check(busy is None or 0 <= busy <= 1, f"it prints {line.stdout}")
    consumer.check(0 < said.get("memory_used_bytes", 0) < said.get("memory_total_bytes", 0), f"it prints {line.stdout}")


def try_program(program):
    checked = consumer.run([program, "--check"])
    consumer.check(checked.returncode == 0, f"--check prints:\n{checked.stdout}{checked.stderr}")
    for file in consumer.STAT[::3]:
        consumer.same([program, "cpu", file], [*consumer.PYTHON, "cpu", file])
    for file in consumer.MEMINFO[::3]:
        consumer.same([program, "memory_usage", file], [*consumer.PYTHON, "--usage", "memory_usage", "meminfo", file])
    with tempfile.TemporaryDirectory() as folder:
        for record, file in consumer.broken_copies(folder):
            consumer.same([program, record, file], [*consumer.PYTHON, record, file])
        for numbers in ["20 20 40 140 50 60 70 90 5 5", "9 20 30 99 50 60 70 80 5 5"]:
            before, after = consumer.samples(folder, numbers)
            consumer.same([program, "cpu_usage", before, after],
                          [*consumer.PYTHON, "--usage", "cpu_usage", "cpu", before, after])
    try_machine(program)


def make_mistakes(rustc, folder):
    """All mistakes at once, since each is in another struct or member."""
    mistaken = folder / "mistaken"
    mistaken.mkdir()
    text = write_records(rustc, mistaken)
    for right, wrong, _ in MISTAKES:
        consumer.check(right in text, f"records.rs has no {right!r} to change")
        text = text.replace(right, wrong, 1)
    (mistaken / "records.rs").write_text(text, encoding="utf-8")
    build_whole_library(rustc, mistaken)
    must(build_program(rustc, CRATE / "src" / "bin" / "machine.rs", mistaken, mistaken / "program"), "the mistaken one")
    checked = consumer.run([mistaken / "program", "--check"])
    for _, wrong, noticed in MISTAKES:
        consumer.check(checked.returncode == 1 and noticed in checked.stderr,
                       f"{wrong!r} is not noticed: {checked.stdout}{checked.stderr}")


def type_of(name):
    return "".join(word.capitalize() for word in name.split("_"))


def struct(record_id, record):
    lines = [f"    /// `struct vmm_{record.name}`", f'    {type_of(record.name)}, "{record.name}", {record_id} {{']
    for member in record.members:
        kind = {"NAME": f"Name<{member.bytes}>", "DOUBLE": "Real"}.get(member.type)
        name = f"r#{member.name}" if member.name == "type" else member.name
        lines += ["        /// " + member.comment.replace("::VMM_", "VMM_"),
                  f"        {name}: {kind or ('Limit' if member.kind == 'limit' else 'Integer')},"]
    lines += ["    } {"] if record.files else []
    for number, (name, file) in enumerate(record.files, 1):
        lines += [f"        /// `{file}`", f'        {name.split("_", 3)[3]}: "{file}", {1000 * record_id + number},']
    return "\n".join([*lines, "    }\n"])


def readers(trait, ending, names):
    rows = "".join(f"    {type_of(function.read_struct())} {function.name},\n"
                   for function in generate.functions_of(generate.INCLUDE)
                   if function.name.endswith(ending) and function.read_struct() in names)
    return f"readers! {{ {trait}:\n{rows}}}\n"


def try_records(rustc):
    """The build script reads the headers as the library's own generator does."""
    records = generate.records_of(generate.INCLUDE)
    names = {record.name for record in records}
    wanted = "".join(struct(record_id, record) for record_id, record in enumerate(records, 1))
    wanted = f"records! {{\n{wanted}}}\n" + readers("Parsed", "_parse", names) + readers("Row", "_next", names)
    with tempfile.TemporaryDirectory() as work:
        text = write_records(rustc, pathlib.Path(work))
    differences = list(difflib.unified_diff(text.splitlines(), wanted.splitlines(), "written", "wanted", lineterm=""))
    consumer.check(not differences, "\n".join(differences[:50]))
    consumer.comparisons += 1


def try_static(rustc):
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        write_records(rustc, folder)
        build_whole_library(rustc, folder)
        for name in PROGRAMS:
            must(build_program(rustc, CRATE / "src" / "bin" / f"{name}.rs", folder, folder / name), name)
        try_program(folder / "machine")
        sample.same("Rust", [folder / "sample"])
        fleet.run(folder / "fleet")

        def build(text, into):
            (into / "program.rs").write_text(text, encoding="utf-8")
            built = build_program(rustc, into / "program.rs", folder, into / "program")
            consumer.check(built.returncode == 0, f"a program of the manual does not compile:\n{built.stderr}")
            return [into / "program"] if built.returncode == 0 else None

        manual.try_programs("rust", build)
        make_mistakes(rustc, folder)


def try_small(rustc):
    """Needs only Rust's core library, which is the same for every C library."""
    linker = shutil.which("musl-gcc")
    if linker is None:
        skip("there is no musl-gcc (package musl-tools)")
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        write_records(rustc, folder)
        build_library(rustc, folder, *SMALL[2:])
        must(consumer.run([rustc, *SMALL, "--crate-type", "staticlib", "--extern",
                           f"vmmetrics={folder / 'libvmmetrics.rlib'}", CRATE / "small" / "small.rs", "-o",
                           folder / "libsmall.a"]), "the small program")
        must(consumer.run([linker, "-static", "-Wl,--gc-sections", "-s", folder / "libsmall.a",
                           pathlib.Path(os.environ["VMMETRICS_STATIC"]) / "libvmmetrics.a", "-o", folder / "small"]),
             "the small program with musl")
        is_static(folder / "small")
        size = (folder / "small").stat().st_size
        consumer.check(size < 100000, f"the small program has {size} bytes")
        ended = consumer.run([folder / "small"])
        said = json.loads(ended.stdout or "{}")
        consumer.check(list(said) == ["user_ticks", "system_ticks", "memory_used_bytes", "memory_total_bytes"] and
                       0 < said["memory_used_bytes"] < said["memory_total_bytes"] and ended.returncode == 0,
                       f"the small program prints {ended.stdout}{ended.stderr}")
        consumer.comparisons += 1
        print(f"the small program has {size} bytes")


def is_static(program):
    """The program has no interpreter: no dynamic linker runs before it."""
    headers = consumer.run(["readelf", "--program-headers", "--wide", program]).stdout
    consumer.check("LOAD" in headers and "INTERP" not in headers, f"{program.name} is not static")


def installed(prefix):
    """The environment in which pkg-config and the dynamic linker find the library in `prefix`."""
    found = sorted(pathlib.Path(prefix).resolve().rglob("vmmetrics.pc"))
    if not found:
        skip("the library is not installed: run consume.install first")
    libraries = found[0].parent.parent
    environment = {**os.environ, "PKG_CONFIG_PATH": str(libraries / "pkgconfig"), "LD_LIBRARY_PATH": str(libraries)}
    environment.pop("VMMETRICS_STATIC", None)
    return environment


def cargo_of(cargo, prefix, work):
    environment = installed(prefix)

    def run(*arguments, flags=""):
        more = {"RUSTFLAGS": flags, "CARGO_TARGET_DIR": str(pathlib.Path(work).resolve()), "CARGO_INCREMENTAL": "0"}
        return consumer.run([cargo, *arguments], env={**environment, **more}, cwd=CRATE)

    os.environ["LD_LIBRARY_PATH"] = environment["LD_LIBRARY_PATH"]
    return run


def try_cargo(cargo, prefix, work):
    run = cargo_of(cargo, prefix, work)
    must(run("build", "--offline", "--locked"), "the crate")
    sample.same("Rust by cargo", [pathlib.Path(work) / "debug" / "sample"])
    tested = run("test", "--offline", "--locked")
    consumer.check(tested.returncode == 0, f"cargo test prints:\n{tested.stdout[-3000:]}{tested.stderr[-3000:]}")
    consumer.comparisons += 1
    for tool, arguments in (("clippy", ["clippy", "--offline", "--locked", "--all-targets", "--", "-D", "warnings"]),
                            ("fmt", ["fmt", "--", "--check", "small/small.rs"])):
        if run(tool, "--version").returncode != 0:
            print(f"cargo {tool} is not installed")
            continue
        ended = run(*arguments)
        consumer.check(ended.returncode == 0, f"cargo {tool} prints:\n{ended.stdout[-3000:]}{ended.stderr[-3000:]}")


def try_whole(cargo, prefix, work):
    run = cargo_of(cargo, prefix, work)
    machine = platform.machine()
    for target in (f"{machine}-unknown-linux-gnu", f"{machine}-unknown-linux-musl"):
        where = consumer.run([os.environ.get("RUSTC", "rustc"), "--print", "target-libdir", "--target", target])
        where = where.stdout.strip()
        if not where or not list(pathlib.Path(where).glob("libstd-*")):
            print(f"Rust has no standard library for {target} here")
            continue
        must(run("build", "--offline", "--locked", "--target", target, flags="-C target-feature=+crt-static"), target)
        program = pathlib.Path(work) / target / "debug" / "sample"
        is_static(program)
        sample.same(target, [program])
    if consumer.comparisons == 0:
        skip("nothing could be linked")


WAYS = {"records": try_records, "static": try_static, "small": try_small, "cargo": try_cargo, "whole": try_whole}
WAYS[sys.argv[1]](*sys.argv[2:])
consumer.end()
