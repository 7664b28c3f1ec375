# SPDX-License-Identifier: MIT
"""The npm package installs into a clean folder, and its declarations compile in strict mode. In Node, Deno and Bun its
calls give what calls.ts and the vectors expect. Its sample prints the same as that in C, and the programs of the manual
and of the package's README run.

usage: test_typescript.py NODE NPM MODULE.wasm WORK"""

import os
import pathlib
import re
import shutil
import sys

import consumer
import manual
import npm_package as npm
import sample

HERE = pathlib.Path(__file__).resolve().parent
node, npm_program, module, work = sys.argv[1], sys.argv[2], *map(pathlib.Path, sys.argv[3:])
# The package, unpacked, may have as many bytes for each byte of the module.
BUDGET = 6
numbers = npm.version(node)
npm.install(npm_program, work)
# The compiler finds the types of Node in the folder above.
folder = work / "clean"
archive = npm.package(npm_program, module, folder)
installed = folder / "node_modules" / "vmmetrics"
size = sum(path.stat().st_size for path in installed.rglob("*") if path.is_file())
print(f"{archive.stat().st_size} bytes in the archive, {size} installed")
consumer.check(size < BUDGET * module.stat().st_size, f"the package has {size} bytes")
for path in (npm.BINDING / "sample.ts", npm.BINDING / "tsconfig.json", HERE / "calls.ts"):
    shutil.copy(path, folder)
# The manual's programs are compiled together with the sample, which halves the time.
texts = []
manual.try_programs("typescript", lambda text, _: texts.append(text))
for index, text in enumerate(texts):
    (folder / f"manual{index}.ts").write_text(text, encoding="utf-8")
ended = consumer.run([node, work / "node_modules" / "typescript" / "bin" / "tsc", "--project", folder])
consumer.check(ended.returncode == 0, f"the TypeScript compiler prints:\n{ended.stdout[:3000]}")
if ended.returncode == 0:
    sample.same("TypeScript", [node, folder / "built" / "sample.js"])
    vectors = [HERE / "vectors.mjs", (installed / "dist" / "index.js").as_uri(), os.environ.get("VMMETRICS_VECTORS", "")]
    for name, command in {"Node": [node], **npm.runtimes(work)}.items():
        calls = consumer.run([*command, folder / "built" / "calls.js"])
        consumer.check(calls.stdout == "all calls as expected\n",
                       f"{name}: calls.ts:\n{calls.stdout}{calls.stderr}"[:3000])
        if vectors[-1]:
            ended = consumer.run([*command, *vectors])
            print(f"{name}: {ended.stdout.strip()}")
            consumer.check(ended.returncode == 0, f"{name}: the vectors:\n{ended.stdout}{ended.stderr}"[:3000])
    built = iter(range(len(texts)))
    manual.try_programs("typescript", lambda text, _: [node, folder / "built" / f"manual{next(built)}.js"])
readme = re.search(r"```js\n(.*?)```", (npm.BINDING / "README.md").read_text(encoding="utf-8"), flags=re.S)[1]
(folder / "readme.js").write_text(readme, encoding="utf-8")
ended = consumer.run([node, folder / "readme.js"])
consumer.check(re.fullmatch(r"0\.\d+\n[01](\.\d+)?\n", ended.stdout),
               f"the program of README.md: {ended.stdout}{ended.stderr}")
if numbers >= (22, 6):
    # Node itself removes the types.
    sample.same("TypeScript as it is", [node, "--experimental-strip-types", "--no-warnings", folder / "sample.ts"])
consumer.end()
