# SPDX-License-Identifier: MIT
"""The Go module, as build.py makes it: its own tests with the vectors of all languages, the sample beside that in C,
the manual's programs, and `go get` from nothing.

usage: test_go.py WAY GO MODULE.wasm WORK

    module    format, lints, the module's tests, also with the race detector; the sample; the programs of the manual
              and of README.md; each function of the library is called
    package   the manual's transcript; the module from its files of a proxy; the same bytes each time
    targets   other machines: arm64 under qemu, the interpreter where new machine code is forbidden, macOS and Windows
    bench     the benchmarks run; `measure` in place of it measures, and prints the table of the manual"""

import ctypes
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import consumer
import manual
import sample
import samples

HERE = pathlib.Path(__file__).resolve().parent
BINDING = consumer.SOURCE / "examples" / "bindings" / "go"
NAME = "example.org/vmmetrics"
OLDEST = (1, 25)
HEADER = (consumer.SOURCE / "include" / "vmmetrics" / "base.h").read_text(encoding="utf-8")
VERSION = re.search(r'VMM_VERSION "(.+)"', HEADER)[1]
STATICCHECK = "honnef.co/go/tools/cmd/staticcheck@v0.8.2"
# Messages of Go if the proxy does not answer.
NO_ANSWER = re.compile(r"dial tcp|no such host|connection re|i/o timeout|module lookup disabled|: 40[34] |: 5\d\d ")
# Functions that the module does not call, and what does their work.
OTHERS = {"vmm_text_of": "instance.text", "vmm_is_known": "Get", "vmm_value_print": "String",
          "vmm_file_find": "kind.fileOf", "vmm_file_at": "kind.fileNames", "vmm_record_at": "the structs",
          "vmm_member_at": "the tags of members"}
# procfs reads no /proc/partitions, which the other sample is.
FILES = {**samples.MODERN, "proc/diskstats": "proc-diskstats/linux-6.18-x86_64-firecracker"}
PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN = 65, 1


def skip(reason):
    print(reason)
    sys.exit(77)


class Go:
    def __init__(self, go, wasm, work):
        self.go, self.work = go, work
        said = consumer.run([go, "env", "GOVERSION"]).stdout
        version = tuple(int(number) for number in re.findall(r"\d+", said)[:2])
        if version < OLDEST:
            skip(f"Go {said.strip()} is older than {OLDEST[0]}.{OLDEST[1]}")
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        self.make(work, wasm)
        self.module = work / "module"
        self.fetch(self.module)

    @staticmethod
    def make(folder, wasm):
        made = consumer.run([sys.executable, "-B", BINDING / "build.py", folder, wasm])
        if made.returncode != 0:
            print(f"failed: build.py:\n{made.stdout}{made.stderr}")
            sys.exit(1)

    def fetch(self, folder):
        fetched = self("mod", "download", "all", at=folder)
        if fetched.returncode != 0:
            skip(f"Go cannot fetch the modules: {fetched.stderr.strip()[-300:]}")

    def __call__(self, *arguments, at=None, **variables):
        environment = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "-buildvcs=false", "GOWORK": "off",
                       "CGO_ENABLED": "0", **variables}
        return consumer.run([self.go, *arguments], cwd=at or self.module, env=environment, timeout=500)

    def must(self, *arguments, **options):
        ended = self(*arguments, **options)
        consumer.comparisons += 1
        consumer.check(ended.returncode == 0,
                       f"go {' '.join(map(str, arguments))}, {options}:\n{ended.stdout[-3000:]}{ended.stderr[-3000:]}")
        return ended

    def program(self, folder):
        """An empty program with the module."""
        folder.mkdir()
        self.must("mod", "init", "program", at=folder)
        self.must("mod", "edit", f"-replace={NAME}={self.module}", at=folder)
        self.must("get", f"{NAME}@v{VERSION}", at=folder)


def try_module(go):
    gofmt = shutil.which("gofmt") or pathlib.Path(go("env", "GOROOT").stdout.strip(), "bin", "gofmt")
    for folder in (go.module, HERE / "go"):
        formatted = consumer.run([gofmt, "-l", folder])
        said = formatted.stdout + formatted.stderr
        consumer.check(said == "", f"gofmt would change {said}")
    go.must("mod", "tidy", "-diff")
    go.must("vet", "./...")
    checked = go("run", STATICCHECK, "-checks", "all", "./...")
    if NO_ANSWER.search(checked.stderr):
        print(f"there is no staticcheck: {checked.stderr.strip()[-200:]}")
    else:
        consumer.check(checked.returncode == 0, f"staticcheck says:\n{checked.stdout}{checked.stderr}"[:3000])
    tested = go.must("test", "-count=1", "-v", ".")
    vectors = re.search(r"^\d+ results of the vectors compared$", tested.stdout, flags=re.M)
    consumer.check(vectors or "VMMETRICS_VECTORS" not in os.environ,
                   f"no vectors were compared:\n{tested.stdout[-2000:]}")
    print(vectors[0] if vectors else "there are no vectors, so they are not compared")
    if shutil.which(os.environ.get("CC", "cc")):
        go.must("test", "-count=1", "-race", ".", CGO_ENABLED="1")
    go.must("build", "-o", go.work / "sample", "./sample")
    sample.same("Go", [go.work / "sample"])
    try_functions(go)
    go.program(go.work / "program")

    def build(text, _):
        (go.work / "program" / "main.go").write_text(text, encoding="utf-8")
        built = go.must("build", "-o", go.work / "built", ".", at=go.work / "program")
        return [go.work / "built"] if built.returncode == 0 else None

    manual.try_programs("go", build)
    go.must("vet", ".", at=go.work / "program")
    readme = re.search(r"```go\n(.*?)```", (BINDING / "README.md").read_text(encoding="utf-8"), flags=re.S)[1]
    ran = consumer.run(build(readme, None))
    # The CPU does nothing in a sandbox whose counters do not change.
    consumer.check(re.fullmatch(r"[01](\.\d+)? (true|false)\n|.*no time passed.*", ran.stdout + ran.stderr),
                   f"the program of README.md: {ran.stdout}{ran.stderr}")


def try_functions(go):
    """Each function of the library is called, or stands here with the reason."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in go.module.glob("*.go")}
    numbered, names = re.search(r"const \(\n(\tfn.*?)\)\n\nvar functionNames = .*?\{\n(.*?)\}", texts["calls.go"],
                                flags=re.S).groups()
    functions = dict(zip(re.findall(r"\tfn(\w+)", numbered), re.findall(r'"(\w+)"', names)))
    called = set(re.findall(r"\bfn([A-Z]\w+)\b", "".join(texts.values()).replace(numbered, "")))
    missing = {name for function, name in functions.items() if function not in called}
    consumer.check(missing == set(OTHERS), f"not called: {sorted(missing)}")
    # Comments name functions as Go has them.
    comments = "".join(re.findall(r"//.*", "".join(texts.values())))
    named = set(re.findall(r"\b([A-Z]\w+|vmm_\w+)\(\)", comments))
    defined = set(re.findall(r"^func (?:\(\w+ \S+\) )?([A-Z]\w+)", "\n".join(texts.values()), flags=re.M))
    consumer.check(named <= defined and named, f"comments name {sorted(named - defined)}")


def try_package(go, wasm):
    again = go.work / "again"
    go.make(again, wasm)
    versions = [folder / "proxy" / NAME / "@v" for folder in (go.work, again)]
    for path in versions[0].iterdir():
        same = path.read_bytes() == (versions[1] / path.name).read_bytes()
        consumer.check(same, f"{path.name} is another one each time")
    archive = versions[0] / f"v{VERSION}.zip"
    print(f"{archive.name} has {archive.stat().st_size} bytes")
    clean = go.work / "clean"
    clean.mkdir()
    others = go("env", "GOPROXY").stdout.strip()
    # Go takes a version of a module for the same as before if it is in the cache of modules, or once was at that path.
    cache = tempfile.mkdtemp(dir=go.work)
    variables = {"GOPROXY": f"file://{go.work}/proxy,{others}", "GONOSUMDB": "example.org", "GOMODCACHE": cache,
                 "GOFLAGS": "-buildvcs=false -modcacherw"}
    program = f'package main\n\nimport "{NAME}"\n\nfunc main() {{ println(vmmetrics.Version()) }}\n'
    (clean / "main.go").write_text(program, encoding="utf-8")
    go.must("mod", "init", "clean", at=clean)
    go.must("get", f"{NAME}@v{VERSION}", at=clean, **variables)
    ran = go.must("run", ".", at=clean, **variables)
    consumer.check(ran.stderr == f"{VERSION}\n", f"the program of the proxy's module prints {ran.stderr!r}")
    go.must("mod", "verify", at=clean, **variables)
    manual.try_transcript("Go", go.work / "transcript", {**os.environ, "GOTOOLCHAIN": "local", "GOWORK": "off"})


def forbid_machine_code():
    """Memory of this process and of what it starts cannot become executable, as under MemoryDenyWriteExecute."""
    return ctypes.CDLL(None).prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0)


def try_targets(go):
    # Two machines and two other systems.
    for system, machine in (("linux", "arm64"), ("darwin", "arm64"), ("windows", "amd64")):
        go.must("build", "./...", GOOS=system, GOARCH=machine)
    for machine, emulator in (("arm64", "qemu-aarch64"), (go("env", "GOARCH").stdout.strip(), None)):
        program = go.work / f"tests-{machine}"
        if emulator and not shutil.which(emulator):
            print(f"there is no {emulator}, so nothing is run for {machine}")
            continue
        go.must("test", "-c", "-o", program, ".", GOARCH=machine)
        command = [emulator] * bool(emulator) + [program]
        ran = consumer.run(command, cwd=go.module, timeout=280, preexec_fn=None if emulator else forbid_machine_code)
        consumer.check(ran.returncode == 0 and "PASS" in ran.stdout,
                       f"{command}:\n{ran.stdout[-2000:]}{ran.stderr[-2000:]}")
        consumer.comparisons += 1


def try_bench(go, *options):
    """Runs the benchmarks, and returns the nanoseconds of each."""
    if not shutil.which(os.environ.get("CC", "cc")):
        skip("there is no C compiler for cgo")
    folder = shutil.copytree(HERE / "go", go.work / "bench")
    go.must("mod", "edit", f"-replace={NAME}={go.module}", at=folder)
    go.fetch(folder)
    one = go.work / "one"
    one.mkdir()
    root = samples.write(go.work / "root", samples.contents(FILES))
    compiler = os.environ.get("CC", "cc")
    for command in ([sys.executable, "-B", consumer.SOURCE / "cmake/packaging/one_file.py", one],
                    [compiler, "-O2", "-c", one / "vmmetrics.c", "-o", one / "vmmetrics.o"],
                    ["ar", "rcs", one / "libvmmetrics.a", one / "vmmetrics.o"]):
        made = consumer.run(command)
        consumer.check(made.returncode == 0, f"{command}: {made.stderr}")
    ran = go.must("test", "-run=^$", "-bench=.", *(options or ["-benchtime=1x"]), at=folder, CGO_ENABLED="1",
                  VMMETRICS_ROOT=str(root), CGO_CFLAGS=f"-O2 -I{consumer.SOURCE}/include",
                  CGO_LDFLAGS=f"-L{one} -lvmmetrics")
    found = {}
    for name, time in re.findall(r"^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+.*?([\d.]+) cpu-ns/op", ran.stdout, flags=re.M):
        found.setdefault(name, []).append(float(time))
    consumer.check(len(found) == 15, f"benchmarks: {sorted(found)}\n{ran.stdout[-2000:]}")
    go.must("build", "-o", go.work / "start", "./start", at=folder)
    # What else runs on the machine only adds to a time.
    return {name: min(times) for name, times in found.items()}


def measure(go):
    found = try_bench(go, "-count=15", "-benchtime=100ms")
    print("| microseconds | vmmetrics | procfs | ratio |\n|---|---|---|---|")
    for name in ("stat", "meminfo", "net_dev", "diskstats"):
        here, other = found[f"File/{name}/vmmetrics"] / 1000, found[f"File/{name}/procfs"] / 1000
        print(f"| {name} | {here:.1f} | {other:.1f} | {other / here:.1f} |")
    here, other = found["Sample/vmmetrics"] / 1000, found["Sample/cgo"] / 1000
    print(f"a whole sample: {here:.1f}, by cgo {other:.1f}, ratio {here / other:.2f}")
    print({name.removeprefix("Call/"): round(time) for name, time in found.items() if name.startswith("Call/")}, "ns")
    cache = go.work / "compiled"
    subprocess.check_output([go.work / "start", cache])
    for what, words in (("without a cache", []), ("with a cache", [cache])):
        times = [float(subprocess.check_output([go.work / "start", *words])) for _ in range(15)]
        print(f"start {what}: {min(times)} ms")


WAYS = {"module": try_module, "package": lambda go: try_package(go, sys.argv[3]), "targets": try_targets,
        "bench": try_bench, "measure": measure}
if len(sys.argv) != 5 or sys.argv[1] not in WAYS:
    sys.exit(__doc__)
way, go_program, wasm_module, build_folder = sys.argv[1:]
WAYS[way](Go(go_program, wasm_module, pathlib.Path(build_folder).resolve() / way))
consumer.end()
