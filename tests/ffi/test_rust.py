# SPDX-License-Identifier: MIT
"""The Rust crates: they are what the headers say, print the same as the programs in C and Python, need nothing but
their packages, and cost what C costs.

usage: test_rust.py WAY CARGO WORK [PREFIX]      WORK is the folder that cargo builds in

    crate     the crates' own tests with the vectors of all languages, lints and documentation; the examples beside
              other languages; the manual's programs
    package   `cargo package` in a clean folder; programs of the packages alone, without network; the manual's
              transcript
    system    the library in PREFIX, found by pkg-config, shared and static
    targets   static programs and other machines, as far as Rust and the compilers for them are here
    small     without Rust's standard library, on musl and static
    cost      instructions of a sample, beside C"""

import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time

import consumer
import fleet
import manual
import sample

WORKSPACE = consumer.SOURCE / "examples" / "bindings" / "rust"
CRATE = WORKSPACE / "vmmetrics"
RUSTC = os.environ.get("RUSTC", "rustc")
# Mistakes in the declarations of structs, and the message about each. A wrong size is refused by the compiler.
SIZE = ("        nice_ticks: Integer,\n", "")
MISTAKES = [
    ("        writeback_bytes: Integer,\n", "        wroteback_bytes: Integer,\n", "meminfo.writeback_bytes is missing"),
    ("        idle_ratio: Real,\n", "        idle_ratio: Integer,\n",
     "cpu_usage.idle_ratio lies at 56, not 56, or is of another type"),
    ('"vmstat", 25 {', '"vmstat", 24 {', "record 24 is system, not vmstat"),
    ('IFLINK: "iflink", 19002', 'IFLINK: "iflink", 19001', "iflink is not file 19001 of net"),
]
# C compilers for other targets, where Rust has no standard library. Zig's comes from PyPI, and does not know the names
# that Rust gives to targets.
ZIG = (f"#!/bin/sh\nfor word; do shift; case $word in --target=*) ;; *) set -- \"$@\" \"$word\" ;; esac; done\n"
       f"exec {sys.executable} -m ziglang cc -target aarch64-linux-musl \"$@\"\n")
COMPILERS = {"aarch64-unknown-linux-gnu": "aarch64-linux-gnu-gcc", "x86_64-unknown-linux-musl": "musl-gcc",
             "aarch64-unknown-linux-musl": "zig-cc"}


def skip(reason):
    print(reason)
    sys.exit(77)


class Cargo:
    def __init__(self, cargo, work):
        self.cargo, self.work = cargo, pathlib.Path(work).resolve()
        fetched = self("fetch", "--locked")
        if fetched.returncode != 0:
            skip(f"cargo cannot fetch the crates that these are built with: {fetched.stderr.strip()[-300:]}")

    def __call__(self, *arguments, at=WORKSPACE, **variables):
        environment = {"CARGO_TARGET_DIR": str(self.work), "CARGO_INCREMENTAL": "0", **variables}
        return consumer.run([self.cargo, *arguments], cwd=at, env={**os.environ, **environment}, timeout=500)

    def must(self, *arguments, **options):
        ended = self(*arguments, **options)
        if ended.returncode != 0:
            print(f"failed: cargo {' '.join(map(str, arguments))}:\n{ended.stdout[-3000:]}{ended.stderr[-3000:]}")
            sys.exit(1)
        consumer.comparisons += 1
        return ended

    def library(self, folder):
        """The options by which rustc finds the safe crate."""
        return ["--extern", f"vmmetrics={self.work}/{folder}/libvmmetrics.rlib", "-L", f"dependency={self.work}/{folder}/deps"]

    def newest(self, pattern):
        """Files that cargo has built, the newest last."""
        return sorted(self.work.glob(pattern), key=os.path.getmtime)

    def examples(self, *options, folder="debug", **variables):
        """Builds the examples, and returns the folder of the programs."""
        self.must("build", "--locked", "--lib", "--examples", "--all-features", *options, **variables)
        return self.work / folder / "examples"


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
        consumer.same([program, "memory_usage", file], [consumer.PARSE, "--usage", "memory_usage", file])
    with tempfile.TemporaryDirectory() as folder:
        for record, file in consumer.broken_copies(folder):
            consumer.same([program, record, file], [*consumer.PYTHON, record, file])
        before, after, restarted = (pathlib.Path(folder) / name for name in ("before", "after", "restarted"))
        for file, numbers in ((before, "10 20 30 40 50 60 70 80 5 5"), (after, "20 20 40 140 50 60 70 90 5 5"),
                              (restarted, "9 20 30 99 50 60 70 80 5 5")):
            file.write_text(f"cpu  {numbers}\n", encoding="utf-8")
        consumer.same([program, "cpu_usage", before, after], [consumer.PARSE, "--usage", "cpu_usage", before, after])
        ended = consumer.run([program, "cpu_usage", before, restarted])
        consumer.check((ended.returncode, ended.stderr) == (1, "a counter restarted or the thing was replaced\n"),
                       f"cpu_usage of counters that restarted ends with {ended.returncode}: {ended.stderr}")
    try_machine(program)


def try_vm0(program):
    """The same line as vmmetrics-guest prints: both read the same files, which change between their two samples."""
    guest = os.environ.get("VMMETRICS_GUEST")
    if not guest:
        print("vmmetrics-guest is not built, so vm0's line is not compared with it")
        return
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        cgroup = root / "sys/fs/cgroup/work"
        for path in (root / "proc", cgroup):
            path.mkdir(parents=True)
        shutil.copy(consumer.MEMINFO[0], root / "proc/meminfo")

        def write(user, idle, steal, usec):
            ticks = f"{user} 0 10 {idle} 0 0 0 {steal}\n"
            (root / "proc/stat").write_text(f"cpu  {ticks}cpu0 {ticks}", encoding="ascii")
            (cgroup / "cpu.stat").write_text(f"usage_usec {usec}\nnr_periods 9\nnr_throttled 7\nthrottled_usec 8\n",
                                             encoding="ascii")

        write(100, 200, 5, 1000)
        commands = ([program, root, 1000, 1, "work=/sys/fs/cgroup/work"],
                    [guest, "--root", root, "--format", "vm0", "--interval", 1, "--count", 2, "--cgroup",
                     "work=/sys/fs/cgroup/work"])
        running = [subprocess.Popen(list(map(str, words)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                   for words in commands]
        # The helper's first line is of 0.1 seconds, and lacks the CPU's usage: it is not printed.
        time.sleep(0.5)
        write(120, 237, 8, 2000)
        ours, theirs = (one.communicate(timeout=60) for one in running)
        try:
            one, other = json.loads(ours[0]), json.loads(theirs[0])
        except ValueError:
            consumer.check(False, f"vm0's line: {ours} and {theirs}")
            return
        for line in (one, other):
            is_date = re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", line.pop("ts"))
            consumer.check(is_date and 0 <= line.pop("scheduled_lag_ms") < 900,
                           f"vm0's line has a wrong time: {ours[0]}{theirs[0]}")
            # The file system is in use.
            line["disk_used"] >>= 30
        consumer.check(one == other and one["cpu"] == 38.33 and one["cpu_steal_percent"] == 5 and
                       one["work_cpu_usage_usec"] == 2000 and len(one) == 9,
                       f"vm0's line: {one}, of the helper {other}")
        consumer.comparisons += 1


def make_mistakes(cargo):
    """All mistakes at once, since each is in another struct or member."""
    with tempfile.TemporaryDirectory() as work:
        copy = shutil.copytree(CRATE, pathlib.Path(work) / "vmmetrics")
        shutil.copy(WORKSPACE / "Cargo.lock", copy)
        manifest = (copy / "Cargo.toml").read_text(encoding="utf-8")
        (copy / "Cargo.toml").write_text(manifest.replace('"../', f'"{WORKSPACE}/'), encoding="utf-8")
        generated = copy / "src" / "generated.rs"
        text = generated.read_text(encoding="utf-8")
        for right, *_ in (SIZE, *MISTAKES):
            consumer.check(right in text, f"generated.rs has no {right!r} to change")
        generated.write_text(text.replace(*SIZE, 1), encoding="utf-8")
        refused = cargo("build", "--locked", "--lib", "--all-features", at=copy)
        consumer.check(refused.returncode != 0 and "evaluation of" in refused.stderr,
                       f"a wrong size is not refused: {refused.stderr}")
        for right, wrong, _ in MISTAKES:
            text = text.replace(right, wrong, 1)
        generated.write_text(text, encoding="utf-8")
        checked = cargo("run", "--locked", "--all-features", "--example", "machine", "--", "--check", at=copy)
    for _, wrong, noticed in MISTAKES:
        consumer.check(checked.returncode == 1 and noticed in checked.stderr,
                       f"{wrong!r} is not noticed: {checked.stdout}{checked.stderr}")


def try_functions():
    """Each function of the library is called by the safe crate, or stands here with the reason."""
    others = {"vmm_text_of": "Text::of()", "vmm_is_known": "get()", "vmm_record_init": "Default",
              "vmm_file_find": "from_file_name()", "vmm_value_print": "Display of numbers"}
    bindings = (WORKSPACE / "vmmetrics-sys/src/bindings.rs").read_text(encoding="utf-8")
    declared = set(re.findall(r"pub fn (vmm_\w+)", bindings))
    sources = "".join(path.read_text(encoding="utf-8") for path in (CRATE / "src").glob("*.rs"))
    called = set(re.findall(r"\b(vmm_\w+)", re.sub("//.*", "", sources)))
    consumer.check(declared - called == set(others), f"the safe crate does not call {sorted(declared - called)}")


def try_crate(cargo):
    tested = cargo.must("test", "--locked", "--all-features", "--", "--show-output")
    vectors = re.search(r"^(\d+) vectors of .*", tested.stdout, flags=re.M)
    consumer.check(vectors or "VMMETRICS_VECTORS" not in os.environ, f"no vectors were compared:\n{tested.stdout}")
    print(vectors[0] if vectors else "there are no vectors, so they are not compared")
    cargo.must("check", "--locked", "--no-default-features", "--lib")
    for tool, arguments in (("clippy", ["clippy", "--locked", "--all-targets", "--all-features", "--", "-D", "warnings"]),
                            ("fmt", ["fmt", "--", "--check", "small/main.rs"])):
        if cargo(tool, "--version").returncode != 0:
            print(f"cargo {tool} is not installed")
            continue
        cargo.must(*arguments)
    cargo.must("doc", "--locked", "--no-deps", "--all-features", RUSTDOCFLAGS="-D warnings")
    try_functions()
    programs = cargo.examples()
    try_program(programs / "machine")
    sample.same("Rust", [programs / "sample"])
    fleet.run(programs / "fleet")
    try_vm0(programs / "vm0")
    libraries = cargo.library("debug")

    def build(text, into):
        (into / "program.rs").write_text(text, encoding="utf-8")
        built = consumer.run([RUSTC, "--edition", "2021", "-D", "warnings", into / "program.rs", "-o", into / "program",
                              *libraries])
        consumer.check(built.returncode == 0, f"a program of the manual does not compile:\n{built.stderr}")
        return [into / "program"] if built.returncode == 0 else None

    manual.try_programs("rust", build)
    make_mistakes(cargo)


def try_package(cargo):
    """The packages are made, unpacked elsewhere, and used with nothing but what cargo has fetched before."""
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        built = {"CARGO_TARGET_DIR": str(folder / "target")}
        cargo.must("package", "--workspace", "--locked", "--allow-dirty", **built)
        for path in sorted((folder / "target" / "package").glob("*.crate")):
            must_run(["tar", "-xf", path, "-C", folder])
            print(f"{path.name} has {path.stat().st_size} bytes")
        links = [path for path in folder.glob("vmmetrics-*/**/*") if path.is_symlink()]
        consumer.check(not links, f"these are symbolic links: {links}")
        cargo.must("new", "--quiet", folder / "program", **built)
        project = folder / "program"
        # The package asks for vmmetrics-sys of the registry.
        with (project / "Cargo.toml").open("a", encoding="utf-8") as manifest:
            manifest.write(f'\n[patch.crates-io]\nvmmetrics-sys = {{ path = "{folder}/vmmetrics-sys-1.0.0" }}\n')
        # The versions that are fetched.
        shutil.copy(WORKSPACE / "Cargo.lock", project)
        cargo.must("add", "--quiet", "--offline", "--path", folder / "vmmetrics-1.0.0", at=project, **built)
        (project / "src/main.rs").write_text("fn main() { println!(\"{}\", vmmetrics::version()); }\n", encoding="utf-8")
        ran = cargo.must("run", "--quiet", "--offline", at=project, **built)
        consumer.check(ran.stdout == "10000\n", f"the program of the packages prints {ran.stdout!r}")
        manual.try_transcript("Rust", folder / "clean", {**os.environ, **built})


def must_run(command):
    ended = consumer.run(command)
    consumer.check(ended.returncode == 0, f"{' '.join(map(str, command))}: {ended.stdout}{ended.stderr}")


def is_static(program):
    """The program has no interpreter: no dynamic linker runs before it."""
    headers = consumer.run(["readelf", "--program-headers", "--wide", program]).stdout
    consumer.check("LOAD" in headers and "INTERP" not in headers, f"{program} is not static")


def try_system(cargo, prefix):
    found = sorted(pathlib.Path(prefix).resolve().rglob("vmmetrics.pc"))
    if not found:
        skip("the library is not installed: run consume.install first")
    if not shutil.which("pkg-config"):
        skip("pkg-config is missing")
    libraries = found[0].parent.parent
    os.environ["LD_LIBRARY_PATH"] = str(libraries)
    variables = {"PKG_CONFIG_PATH": str(found[0].parent), "VMMETRICS_SYS_USE_PKG_CONFIG": "1"}
    for way in ("shared", "static"):
        static = {"VMMETRICS_STATIC": "1"} if way == "static" else {}
        program = cargo.examples("--target-dir", cargo.work / way, folder=f"{way}/debug", **variables, **static) / "sample"
        needed = consumer.run(["readelf", "--dynamic", program]).stdout
        consumer.check(("libvmmetrics" in needed) == (way == "shared"), f"the {way} program needs {needed}")
        sample.same(f"Rust, the {way} library of the system", [program])
    variables.update(PKG_CONFIG_PATH="/nowhere", CARGO_TARGET_DIR=str(cargo.work / "shared"))
    missing = cargo("build", "--locked", "--lib", **variables)
    consumer.check(missing.returncode != 0 and "VMMETRICS_SYS_USE_PKG_CONFIG is set" in missing.stderr,
                   f"a missing library: {missing.stderr}")


def has_std(target):
    where = consumer.run([RUSTC, "--print", "target-libdir", "--target", target]).stdout.strip()
    return bool(where) and bool(list(pathlib.Path(where).glob("libstd-*")))


def try_c(cargo, target):
    """The library of C alone, as the build script compiles it when cargo starts it for this target."""
    scripts = cargo.newest("debug/build/vmmetrics-sys-*/build-script-build")
    crate = WORKSPACE / "vmmetrics-sys"
    machine, _, system, libc = target.split("-")
    with tempfile.TemporaryDirectory() as work:
        (pathlib.Path(work) / "zig-cc").write_text(ZIG, encoding="utf-8")
        (pathlib.Path(work) / "zig-cc").chmod(0o755)
        path = f"{work}{os.pathsep}{os.environ['PATH']}"
        compiler = COMPILERS.get(target, "")
        found = shutil.which(compiler, path=path)
        if not found or consumer.run([found, "--version"]).returncode != 0:
            print(f"there is no C compiler for {target} here")
            return
        made = consumer.run(scripts[-1:], cwd=crate, timeout=280, env={
            **os.environ, "PATH": path, "CC": compiler, "TARGET": target, "HOST": f"{platform.machine()}-unknown-linux-gnu",
            "OPT_LEVEL": "3", "DEBUG": "false", "OUT_DIR": work, "CARGO_MANIFEST_DIR": str(crate),
            "CARGO_CFG_TARGET_ARCH": machine, "CARGO_CFG_TARGET_OS": system, "CARGO_CFG_TARGET_ENV": libc,
            "CARGO_CFG_TARGET_FEATURE": ""})
        objects = consumer.run(["readelf", "--file-header", pathlib.Path(work) / "libvmmetrics.a"]).stdout
        consumer.check(made.returncode == 0 and {"aarch64": "AArch64", "x86_64": "X86-64"}[machine] in objects,
                       f"{target}: {made.stdout[-500:]}{made.stderr[-2000:]}")
        consumer.comparisons += 1
        print(f"{target}: the library of C is compiled by {compiler}")


def try_targets(cargo):
    """A whole static program where Rust has its standard library; elsewhere the library of C."""
    cargo.must("build", "--locked", "--lib")
    for machine in ("x86_64", "aarch64"):
        for libc in ("gnu", "musl"):
            target = f"{machine}-unknown-linux-{libc}"
            if not has_std(target):
                print(f"Rust has no standard library for {target} here")
                try_c(cargo, target)
                continue
            program = cargo.examples("--target", target, folder=f"{target}/debug", RUSTFLAGS="-C target-feature=+crt-static")
            is_static(program / "sample")
            if machine == platform.machine():
                sample.same(target, [program / "sample"])


def try_small(cargo):
    """Needs only Rust's core library, which is the same for every C library."""
    linker = shutil.which("musl-gcc")
    if linker is None:
        skip("there is no musl-gcc (package musl-tools)")
    with tempfile.TemporaryDirectory() as work:
        program = pathlib.Path(work) / "small"
        cargo.must("build", "--release", "--locked", "--manifest-path", "small/Cargo.toml", CC="musl-gcc")
        must_run([linker, "-static", "-Wl,--gc-sections", "-s", cargo.work / "release" / "libsmall.a", "-o", program])
        is_static(program)
        size = program.stat().st_size
        consumer.check(size < 100000, f"the small program has {size} bytes")
        ended = consumer.run([program])
        said = json.loads(ended.stdout or "{}")
        consumer.check(list(said) == ["user_ticks", "system_ticks", "memory_used_bytes", "memory_total_bytes"] and
                       0 < said["memory_used_bytes"] < said["memory_total_bytes"] and ended.returncode == 0,
                       f"the small program prints {ended.stdout}{ended.stderr}")
        consumer.comparisons += 1
        print(f"the small program has {size} bytes")


def instructions(program, file, rounds):
    """What callgrind counts."""
    ended = consumer.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, file, rounds])
    counted = re.search(r"Collected : (\d+)", ended.stderr)
    consumer.check(counted and ended.returncode == 0, f"{program}: {ended.stdout}{ended.stderr}")
    return int(counted[1]) if counted else 0, ended.stdout


def try_cost(cargo):
    if not shutil.which("valgrind"):
        skip("valgrind is missing")
    here = pathlib.Path(__file__).parent
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        cargo.must("build", "--release", "--locked", "--lib")
        libraries = cargo.newest("release/build/vmmetrics-sys-*/out/libvmmetrics.a")
        must_run([RUSTC, "--edition", "2021", "-O", "-D", "warnings", here / "cost.rs", "-o", folder / "rust",
                  *cargo.library("release")])
        # The same library, which the crate has compiled.
        must_run([os.environ.get("CC", "cc"), "-O2", "-I", consumer.SOURCE / "include", here / "cost.c", libraries[-1], "-o",
                  folder / "c"])
        file, costs = consumer.DATA / "proc-meminfo" / "linux-6.18-x86_64-firecracker", []
        for language in ("c", "rust"):
            (few, said), (many, _) = (instructions(folder / language, file, rounds) for rounds in (100, 1100))
            costs.append(((many - few) / 1000, said))
        (c, c_said), (rust, rust_said) = costs
        print(f"{file.name}: {c:.0f} instructions in C, {rust:.0f} in Rust: {100 * rust / c - 100:+.1f} %")
        consumer.check(c_said == rust_said and c_said, f"{file.name}: {c_said!r} in C, {rust_said!r} in Rust")
        consumer.check(rust < 1.05 * c, f"{file.name}: Rust costs {rust:.0f} instructions, C {c:.0f}")
        consumer.comparisons += 1


WAYS = {"crate": try_crate, "package": try_package, "system": try_system, "targets": try_targets, "small": try_small,
        "cost": try_cost}
if len(sys.argv) < 4 or sys.argv[1] not in WAYS:
    sys.exit(__doc__)
way, cargo, work, *prefix = sys.argv[1:]
WAYS[way](Cargo(cargo, work), *(prefix if way == "system" else []))
consumer.end()
