# SPDX-License-Identifier: MIT
"""The npm package `vmmetrics` in a folder of its own, and what is needed to try it: packages of the registry that npm is
set up with, which npm/package-lock.json names. They are fetched once into the build folder. If the registry does not
answer, the test is skipped."""

import hashlib
import pathlib
import re
import shutil
import sys

import consumer

HERE = pathlib.Path(__file__).resolve().parent
BINDING = consumer.SOURCE / "examples" / "bindings" / "typescript"
# Messages of npm if the registry does not answer.
NO_ANSWER = re.compile(r"\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|"
                       r"ERR_SOCKET_TIMEOUT|ENOTCACHED|SELF_SIGNED_CERT_IN_CHAIN|E403|E404|E5\d\d)\b|network|idle")


def skip(reason):
    print(reason)
    sys.exit(77)


def version(node):
    """The version of Node, of which 18 is the oldest that will do."""
    said = consumer.run([node, "--version"]).stdout.strip()
    numbers = tuple(int(number) for number in re.findall(r"\d+", said)[:2])
    if numbers < (18, 0):
        skip(f"Node {said} is older than 18")
    return numbers


def install(npm, work):
    """Runs npm ci, unless these packages are installed."""
    work.mkdir(parents=True, exist_ok=True)
    wanted = hashlib.sha256((HERE / "npm" / "package-lock.json").read_bytes()).hexdigest()
    mark = work / "installed"
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return
    mark.unlink(missing_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(HERE / "npm" / name, work)
    # The programs of Deno and Bun are packages, so no script needs to run.
    ended = consumer.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1",
                          "--fetch-timeout=20000"], cwd=work)
    no_answer = NO_ANSWER.search(ended.stderr)
    if ended.returncode != 0 and no_answer:
        skip(f"npm got no packages: {no_answer[0]}\n{ended.stderr}")
    if ended.returncode != 0:
        print(f"failed: npm ci:\n{ended.stdout}{ended.stderr}")
        sys.exit(1)
    mark.write_text(wanted, encoding="utf-8")


def runtimes(work):
    """The commands of the runtimes beside Node that were installed."""
    commands = {}
    for name, pattern, words in (("Deno", "@deno/*/deno", ["run", "--allow-read"]), ("Bun", "@oven/*/bin/bun", [])):
        for program in sorted((work / "node_modules").glob(pattern)):
            program.chmod(0o755)
            if consumer.run([program, "--version"]).returncode == 0:
                commands[name] = [program, *words]
    return commands


def package(npm, module, folder):
    """Makes the package of a module, and installs it as a user does: into a clean folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    made = folder.with_name(folder.name + "-package")
    build = [sys.executable, "-B", BINDING / "build.py", made, module]
    for command, where in ((build, None), ([npm, "pack", "--silent"], made)):
        ended = consumer.run(command, cwd=where)
        if ended.returncode != 0:
            print(f"failed: {command}:\n{ended.stdout}{ended.stderr}")
            sys.exit(1)
    archive = made / ended.stdout.split()[-1]
    (folder / "package.json").write_text('{"name": "consumer", "private": true, "type": "module"}\n', encoding="utf-8")
    ended = consumer.run([npm, "install", "--offline", "--no-audit", "--no-fund", archive], cwd=folder)
    consumer.check(ended.returncode == 0, f"npm install {archive.name}:\n{ended.stdout}{ended.stderr}")
    return archive
