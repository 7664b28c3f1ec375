# SPDX-License-Identifier: MIT
"""The binding for TypeScript compiles in strict mode; its sample prints the same as that in C; its calls give what
calls.ts expects; and the manual's programs run. Packages come from the registry that npm is set up with, once into the
build folder; if the registry does not answer, the test is skipped.

usage: test_typescript.py NODE NPM WORK"""

import hashlib
import pathlib
import re
import shutil
import sys

import consumer
import manual
import sample

FOLDER = consumer.SOURCE / "examples" / "bindings" / "typescript"
node, npm, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
# Messages of npm if the registry does not answer.
NO_ANSWER = re.compile(r"\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|"
                       r"ERR_SOCKET_TIMEOUT|ENOTCACHED|SELF_SIGNED_CERT_IN_CHAIN|E403|E404|E5\d\d)\b|network|idle")


def skip(reason):
    print(reason)
    sys.exit(77)


def install():
    """Runs npm ci, unless these packages are installed."""
    work.mkdir(parents=True, exist_ok=True)
    wanted = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    mark = work / "installed"
    if not mark.exists() or mark.read_text(encoding="utf-8") != wanted:
        mark.unlink(missing_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(FOLDER / name, work)
        # The native part is a package, so no script needs to run.
        ended = consumer.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1",
                              "--fetch-timeout=20000"], cwd=work)
        no_answer = NO_ANSWER.search(ended.stderr)
        if ended.returncode != 0 and no_answer:
            skip(f"npm got no packages: {no_answer[0]}\n{ended.stderr}")
        if ended.returncode != 0:
            print(f"failed: npm ci:\n{ended.stdout}{ended.stderr}")
            sys.exit(1)
        mark.write_text(wanted, encoding="utf-8")


def compile_all(folder):
    """Compiles the sources in a folder into its `built`."""
    ended = consumer.run([node, work / "node_modules" / "typescript" / "bin" / "tsc", "--project", folder])
    consumer.check(ended.returncode == 0, f"the TypeScript compiler prints:\n{ended.stdout[:3000]}")
    return ended.returncode == 0


def sources(name):
    """A copy of the sources next to the packages."""
    folder = work / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in ("package.json", "tsconfig.json", "vmmetrics.ts"):
        shutil.copy(FOLDER / file, folder)
    return folder


version = consumer.run([node, "--version"]).stdout.strip()
numbers = tuple(int(number) for number in re.findall(r"\d+", version)[:2])
if numbers < (18, 0):
    skip(f"Node {version} is older than 18")
install()
folder = sources("sample")
shutil.copy(FOLDER / "sample.ts", folder)
shutil.copy(pathlib.Path(__file__).resolve().parent / "calls.ts", folder)
# The manual's programs are compiled together with the sample, which halves the time.
texts = []
manual.try_programs("typescript", lambda text, _: texts.append(text))
for index, text in enumerate(texts):
    (folder / f"manual{index}.ts").write_text(text, encoding="utf-8")
if compile_all(folder):
    sample.same("TypeScript", [node, folder / "built" / "sample.js"])
    calls = consumer.run([node, folder / "built" / "calls.js"])
    consumer.check(calls.returncode == 0 and calls.stdout == "all calls as expected\n", f"calls.ts:\n{calls.stderr}")
    built = iter(range(len(texts)))
    manual.try_programs("typescript", lambda text, _: [node, folder / "built" / f"manual{next(built)}.js"])
if numbers >= (22, 6):
    # Node itself removes the types.
    sample.same("TypeScript as it is", [node, "--experimental-strip-types", "--no-warnings", folder / "sample.ts"])
consumer.end()
