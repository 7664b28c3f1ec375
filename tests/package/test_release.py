# SPDX-License-Identifier: MIT
"""cmake/packaging/release.py in a repository of its own: what it refuses, what it makes, twice the same, how it is signed with
throw-away keys, and that the SBOM is valid.

usage: test_release.py WORK"""

import hashlib
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "contract"))
import headers  # noqa: E402

SPDX_TOOLS = "0.8.5"
# Parts that take seconds. Each run of a release makes its parts twice and compares them.
QUICK = ("one-file", "recipes", "rust", "wasm", "typescript")
work = pathlib.Path(sys.argv[1]).resolve()
clone, home = work / "clone", work / "home"
version = re.search(r'VMM_VERSION "([^"]+)"', headers.text_of(headers.SOURCE / "include/vmmetrics/base.h"))[1]
name = f"libvmmetrics-{version}"
environment = {**os.environ, "HOME": str(home), "GIT_CONFIG_GLOBAL": "/dev/null", "PYTHONDONTWRITEBYTECODE": "1"}
# Cargo and rustup have their files in the home of the user.
environment |= {variable: environment.get(variable, str(pathlib.Path.home() / folder))
                for variable, folder in (("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup"))
                if (pathlib.Path.home() / folder).exists()}
environment.pop("VMMETRICS_SIGN", None)


def run(*command, cwd=clone, **more):
    return subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, check=False, timeout=500,
                          env={**environment, **more})


def must(*command, **options):
    done = run(*command, **options)
    headers.check(done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def commit(subject):
    must("git", "add", "-A")
    must("git", "-c", "user.name=test", "-c", "user.email=test@example.invalid", "commit", "-q", "-m", subject)


def change(path, before, after):
    text = (clone / path).read_text(encoding="utf-8")
    headers.check(before in text, f"{path} has no {before!r}")
    (clone / path).write_text(text.replace(before, after, 1), encoding="utf-8")


def release(output, *options, **more):
    return run(sys.executable, "-B", clone / "cmake/packaging/release.py", work / output, *options, **more)


def refused(output, reason, *options):
    done = release(output, *options)
    headers.check(done.returncode != 0 and reason in done.stdout + done.stderr,
                  f"it does not refuse: {reason}\n{done.stdout}{done.stderr}")
    headers.check(not (work / output / "SHA256SUMS").exists(), f"{output} is a release all the same")


def signers():
    """What signs here with a key that was just made: name, command to sign, the file that it writes, command to verify."""
    if shutil.which("ssh-keygen"):
        must("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", home / "ssh")
        (home / "allowed").write_text("test " + (home / "ssh.pub").read_text(encoding="utf-8"), encoding="utf-8")
        yield ("ssh-keygen", f"ssh-keygen -q -Y sign -f {home}/ssh -n file", "SHA256SUMS.sig",
               f"ssh-keygen -Y verify -f {home}/allowed -I test -n file -s SHA256SUMS.sig <SHA256SUMS")
    if shutil.which("minisign"):
        must("minisign", "-G", "-W", "-p", home / "mini.pub", "-s", home / "mini.key")
        yield ("minisign", f"minisign -S -s {home}/mini.key -m", "SHA256SUMS.minisig",
               f"minisign -V -p {home}/mini.pub -m SHA256SUMS")
    if shutil.which("gpg"):
        must("gpg", "--batch", "--quiet", "--passphrase", "", "--quick-generate-key", "test", "ed25519", "sign")
        yield "gpg", "gpg --batch --armor --detach-sign", "SHA256SUMS.asc", "gpg --verify SHA256SUMS.asc SHA256SUMS"


def spdx_tools():
    """The validator of SPDX, which is installed here once, unless this Python has it; None if it cannot be had."""
    program = work.parent / f"spdx-tools-{SPDX_TOOLS}" / "bin" / "pyspdxtools"
    if importlib.util.find_spec("spdx_tools"):
        return shutil.which("pyspdxtools")
    if not program.exists() and (run(sys.executable, "-m", "venv", "--clear", program.parents[1]).returncode or run(
            program.parent / "python", "-m", "pip", "install", "--quiet", "--retries=1", "--timeout=20",
            f"spdx-tools=={SPDX_TOOLS}").returncode):
        shutil.rmtree(program.parents[1], ignore_errors=True)
        return None
    return program


if not shutil.which("git"):
    print("skipped because there is no git")
    sys.exit(77)
shutil.rmtree(work, ignore_errors=True)
home.mkdir(parents=True, mode=0o700)

# What is being worked on, as a repository with one commit.
listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=headers.SOURCE).stdout.split("\0")
if listed != [""]:
    for path in filter(None, listed):
        if (headers.SOURCE / path).exists():
            (clone / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(headers.SOURCE / path, clone / path, follow_symlinks=False)
else:
    shutil.copytree(headers.SOURCE, clone, symlinks=True, ignore=shutil.ignore_patterns("build", "__pycache__", "target", "node_modules"))
must("git", "init", "-q", "-b", "main")
commit("All")

# What is no release.
refused("untagged", f"the commit has no tag v{version}")
refused("unreleased", "CHANGELOG.md calls the version unreleased")
change("CHANGELOG.md", "## Unreleased: ", "## ")
refused("changed", "there are changes that are not committed")
change("examples/bindings/rust/vmmetrics-sys/Cargo.toml", f'version = "{version}"', 'version = "0.0.1"')
refused("versions", f"Cargo.toml states 0.0.1, and base.h {version}", "--draft")
must("git", "checkout", "-q", "examples")
commit("Release")
must("git", "tag", f"v{version}")

# A part that is not the same twice is found.
change("cmake/packaging/one_file.py", 'head = "\\n".join([', 'head = "\\n".join([f"/* {__import__(\'time\').time_ns()} */", ')
commit("Break")
refused("different", f"one-file: not the same twice: vmmetrics-{version}-one-file.tar.gz", "--draft", "--only", "one-file")
must("git", "reset", "-q", "--hard", "HEAD~1")

# The release, with all signatures that can be had.
sign = list(signers())
for number, (signer, command, written, verify) in enumerate(sign or [("none", "", "", "true")]):
    output = work / f"release-{signer}"
    only = ("--url", "https://download.invalid/here", "--only", *QUICK) if number == 0 else ("--once", "--only", "one-file")
    done = release(output, *only, **({"VMMETRICS_SIGN": command} if command else {}))
    headers.check(done.returncode == 0, f"{signer}: {done.stdout[-2000:]}{done.stderr[-3000:]}")
    if done.returncode:
        continue
    headers.check(f"signature   made:    {written}" in done.stdout or not command, f"{signer}: {done.stdout}")
    must("sh", "-c", verify, cwd=output)
    must("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=output)
    summed = {line.split("  ")[1] for line in (output / "SHA256SUMS").read_text(encoding="utf-8").splitlines()}
    headers.check(summed == {path.name for path in output.iterdir()} - {"SHA256SUMS", written}, f"{signer}: summed: {summed}")
    with (output / f"{name}.tar.gz").open("ab") as changed:
        changed.write(b" ")
    headers.check(run("sha256sum", "--check", "SHA256SUMS", cwd=output).returncode != 0, "a changed archive has the same sum")
    if number == 0:
        print(done.stdout)
        told = done.stdout

made = work / f"release-{sign[0][0] if sign else 'none'}"
skipped = re.findall(r"^(\S+) +skipped: not among --only$", told, flags=re.M)
headers.check({"python", "go", "guest", "archive", "rpm", "debian"} == set(skipped), f"skipped: {skipped}")
# A part without its tools is not left out silently; nothing else is on the path then.
(work / "path").mkdir()
alone = release("none", "--list", PATH=str(work / "path")).stdout
headers.check("clang, wasm-ld, npm not found" in alone and alone.count("not found") >= 6, f"without tools: {alone}")

# Each language's package has the version within, too.
for path, member, pattern in ((f"vmmetrics-{version}.tgz", "package/package.json", r'"version": "(.*?)"'),
                              (f"vmmetrics-sys-{version}.crate", f"vmmetrics-sys-{version}/Cargo.toml", r'^version = "(.*)"'),
                              (f"vmmetrics-{version}-recipes.tar.gz", f"vmmetrics-{version}-recipes/alpine/libvmmetrics/APKBUILD", r"^pkgver=(.*)"),
                              (f"vmmetrics-{version}-recipes.tar.gz", f"vmmetrics-{version}-recipes/vcpkg/vmmetrics/vcpkg.json", r'"version": "(.*?)"'),
                              (f"vmmetrics-{version}-one-file.tar.gz", f"vmmetrics-{version}-one-file/vmmetrics.c", r"libvmmetrics ([\d.]+),")):
    if f"made:    {path}" not in told:
        print(f"not made here: {path}")
        continue
    with tarfile.open(made / path) as tar:
        text = tar.extractfile(member).read().decode()
    stated = re.search(pattern, text, flags=re.M)[1]
    headers.check(stated == version, f"{path} states {stated}")
    if member.endswith("APKBUILD"):
        headers.check(f"https://download.invalid/here/{name}.tar.gz" in text, "the recipe has another address")

# The SBOM: the archive's files, each package, and a validator's judgement.
document = json.loads((made / f"{name}.spdx.json").read_text(encoding="utf-8"))
sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in made.iterdir()}
for package in document["packages"]:
    if "packageFileName" in package and package["packageFileName"] != f"{name}.tar.gz":
        headers.check(package["checksums"][0]["checksumValue"] == sums[package["packageFileName"]], f"the SBOM has another {package['name']}")
headers.check(len(document["packages"]) == told.count(" made: ") - (3 if sign else 2), f"the SBOM has {len(document['packages'])} packages")
headers.check(len(document["files"]) > 1000, f"the SBOM has {len(document['files'])} files")
validator = spdx_tools()
if validator:
    must(validator, "--infile", made / f"{name}.spdx.json")
    document["packages"][0]["SPDXID"] = "no identifier"
    (work / "bad.spdx.json").write_text(json.dumps(document), encoding="utf-8")
    headers.check(run(validator, "--infile", work / "bad.spdx.json").returncode != 0, "the validator takes anything")
headers.end(f"{told.count(' made: ')} files of a release, signed by {', '.join(one[0] for one in sign) or 'none'}; the SBOM has "
            f"{len(document['files'])} files, {'valid' if validator else 'not validated: spdx-tools cannot be installed'}")
