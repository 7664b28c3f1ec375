# SPDX-License-Identifier: MIT
"""The Python package: built by `python -m build` from the checkout and, with the same bytes, from the source package
alone; installed without a compiler; right in each Python that is here, checked by mypy and pyright, and as its README
and the manual have it.

usage: test_python_package.py WORK      WORK is a folder, in which the programs of PyPI are kept"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile

import consumer
import manual
import python_tools

HERE = pathlib.Path(__file__).resolve().parent
tools = python_tools.Tools(pathlib.Path(sys.argv[1]).resolve(), python_tools.BUILD + python_tools.CHECK)
# Bytes of the wheel.
BUDGET = 220_000
# The oldest Python that the package is for, and later ones; those that are here are tried.
VERSIONS = range(9, 20)


def built(work):
    """The wheel, and the source package unpacked outside of the checkout."""
    archive = tools.build("--sdist", python_tools.BINDING, work / "dist")
    wheel = tools.build("--wheel", python_tools.BINDING, work / "dist")
    with tarfile.open(archive) as file:
        links = [one.name for one in file if one.issym() or one.islnk()]
        consumer.check(not links, f"{archive.name} has links: {links}")
        file.extractall(work / "alone")
    alone, = (work / "alone").iterdir()
    consumer.check((alone / "LICENSE").read_bytes() == (consumer.SOURCE / "LICENSE").read_bytes(), "another license")
    again = tools.build("--wheel", alone, work / "again")
    consumer.check(again.read_bytes() == wheel.read_bytes(), "the source package makes another wheel than the checkout")
    names = zipfile.ZipFile(wheel).namelist()
    consumer.check(re.fullmatch(r"vmmetrics-[\d.]+-py3-none-\w+\.whl", wheel.name), f"the wheel is {wheel.name}")
    consumer.check({"vmmetrics/py.typed", "vmmetrics/_records.py", "vmmetrics/libvmmetrics.so"} <= set(names), str(names))
    size = wheel.stat().st_size
    print(f"{wheel.name}: {size} bytes; {archive.name}: {archive.stat().st_size} bytes")
    consumer.check(size < BUDGET, f"the wheel has {size} bytes")
    return wheel


def check_libraries(wheel):
    """The library needs nothing but an old libc."""
    said = tools.run("-m", "auditwheel", "show", wheel).stdout
    found = re.search(r'platform tag:\s*"manylinux_2_(\d+)_', said)
    print(" ".join(said.split())[:120])
    consumer.check(found and int(found[1]) <= 17, f"auditwheel says: {said}")


def install(wheel, work):
    """The Python of a clean environment that has the wheel, and no compiler."""
    venv.create(work / "user", with_pip=True)
    python = work / "user" / "bin" / "python"
    ended = consumer.run([python, "-m", "pip", "install", "--quiet", "--only-binary=:all:", wheel],
                         env=tools.environment(PATH=str(work / "user" / "bin"), CC="false"))
    consumer.check(ended.returncode == 0, f"pip install {wheel.name}: {ended.stderr}")
    return python


def is_right(python, environment):
    for test in ("test_calls_python.py", "test_vectors.py"):
        if test == "test_vectors.py" and not os.environ.get("VMMETRICS_VECTORS"):
            continue
        ended = consumer.run([python, "-B", HERE / test], env=environment)
        consumer.comparisons += 1
        consumer.check(ended.returncode == 0, f"{python}: {test}: {ended.stdout[-2000:]}{ended.stderr[-2000:]}")


def check_versions(wheel, work):
    """The wheel, unpacked, in each Python that runs here."""
    zipfile.ZipFile(wheel).extractall(work / "unpacked")
    tried, environment = [], tools.environment(PYTHONPATH=str(work / "unpacked"))
    if shutil.which("pyenv"):
        environment["PYENV_VERSION"] = ":".join(consumer.run(["pyenv", "versions", "--bare"]).stdout.split())
    for minor in VERSIONS:
        python = shutil.which(f"python3.{minor}")
        words = [python, "-c", "import sys; print(sys.version.split()[0])"]
        said = consumer.run(words, env=environment) if python else None
        if said and said.returncode == 0:
            is_right(python, environment)
            tried.append(said.stdout.strip())
    print(f"Python {', '.join(tried)}")


def check_types(python, work):
    """mypy and pyright accept the package and what uses it; and they refuse what is wrong."""
    good, bad = work / "good.py", work / "bad.py"
    readme = (python_tools.BINDING / "README.md").read_text("utf-8")
    good.write_text(re.search(r"```python\n(.*?)```", readme, flags=re.S)[1], "utf-8")
    bad.write_text("from vmmetrics import Cpu, CpuUsage, Meminfo\n"
                   "sum: int = Meminfo.parse(b'').mem_total_bytes\nCpuUsage.between(None, Meminfo())\n"
                   "Cpu.rows(5)\nMeminfo().mem_total_bytes = 5\nMeminfo().nosuch\n", "utf-8")
    installed = next((work / "user" / "lib").glob("python*/site-packages/vmmetrics"))
    checked = [installed, python_tools.BINDING / "sample.py", good]
    site = installed.parent
    mypy = ["-m", "mypy", "--strict", "--python-version=3.10", "--python-executable", python, "--cache-dir",
            work / "cache"]
    pyright = ["-m", "pyright", "--pythonpath", python]
    if tools.run(*pyright[:2], "--version").returncode != 0:
        print("pyright is left out: its program could not be fetched")
        pyright = None
    for checker in filter(None, (mypy, pyright)):
        fine = tools.run(*checker, *checked, cwd=site)
        consumer.check(fine.returncode == 0, f"{checker[1]}:\n{fine.stdout[-3000:]}{fine.stderr[-1000:]}")
        wrong = tools.run(*checker, bad, cwd=site)
        lines = set(re.findall(r"bad\.py:(\d)", wrong.stdout))
        consumer.check(lines == set("23456"), f"{checker[1]} refuses only lines {sorted(lines)}:\n{wrong.stdout}")
        consumer.comparisons += 1
    ended = consumer.run([python, good], env=tools.environment())
    consumer.check(re.fullmatch(r"0\.\d+\n[01]\.\d+\n", ended.stdout),
                   f"the README's program: {ended.stdout}{ended.stderr}")


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    before = subprocess.run(["ls", "-lR", python_tools.BINDING], capture_output=True, check=False).stdout
    wheel = built(work)
    check_libraries(wheel)
    user = install(wheel, work)
    is_right(user, tools.environment())
    check_versions(wheel, work)
    check_types(user, work)
    manual.try_transcript("Python", work / "clean", tools.environment())
    after = subprocess.run(["ls", "-lR", python_tools.BINDING], capture_output=True, check=False).stdout
    consumer.check(before == after, "the build writes into the checkout")
consumer.end()
