#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes everything that a release publishes, from the commit.

usage: release.py FOLDER [--url URL] [--draft] [--once] [--only PART...]

FOLDER is new or empty. It gets the source archive, what the parts make of it, an SBOM, SHA256SUMS, and its signature.

  --url URL    where FOLDER will be: the recipes state it, and are left out without it
  --draft      also without the tag, or with changes that are not committed, which are not in the release
  --once       make each part once; without this, in two folders, and compare the bytes
  --only PART  these parts only, by the first word of their names; `source` is always made
  --list       print the parts, and whether this machine can make them

Environment: VMMETRICS_SIGN is a command that gets the name SHA256SUMS as its last argument and writes a signature beside it, such as
`gpg --armor --detach-sign`, `minisign -S -s KEY -m`, or `ssh-keygen -Y sign -f KEY -n file`."""

import argparse
import hashlib
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import sbom
import versions

SOURCE = pathlib.Path(__file__).resolve().parents[2]
# A line for each part: its name, the programs that it needs, what makes it, and which of its files contain what of other
# projects (part of the file's name, keys of sbom.OTHERS). The commands run
# in a folder with the unpacked source archive, and put files that bear the version into $OUT. $WORK is a scratch folder,
# $VERSION the version; `build NAME TARGET CMAKE_ARGUMENT...` makes $WORK/NAME, `pack FOLDER` an archive of a folder in $WORK, and
# `cpack_ NAME KIND` CPack's packages. Each language has a line.
PARTS = [
    ("one-file", "C sources in one file", "",
     'python3 -B cmake/packaging/one_file.py "$WORK/vmmetrics-$VERSION-one-file" && pack "vmmetrics-$VERSION-one-file"', ()),
    ("recipes", "for Alpine, vcpkg, Conan and Meson", "",
     'python3 -B cmake/packaging/recipes.py "$ARCHIVE" "$URL/${ARCHIVE##*/}" "$WORK/vmmetrics-$VERSION-recipes" && '
     'pack "vmmetrics-$VERSION-recipes"', ()),
    ("rust", "crates", "cargo",
     'cargo package --quiet --no-verify --allow-dirty --workspace --manifest-path examples/bindings/rust/Cargo.toml '
     '--target-dir "$WORK/cargo" && cp "$WORK/cargo/package"/*.crate "$OUT"', ()),
    ("wasm", "WebAssembly module", "clang wasm-ld",
     'python3 -B cmake/packaging/wasm.py "$OUT/vmmetrics-$VERSION.wasm"', ()),
    ("typescript", "npm package", "clang wasm-ld npm",
     'python3 -B examples/bindings/typescript/build.py "$WORK/npm" && npm pack --silent "$WORK/npm" --pack-destination "$OUT"', ()),
    ("python", "wheel and source package", "cc",
     'python3 -m venv "$WORK/venv" && "$WORK/venv/bin/pip" install --quiet build && '
     '"$WORK/venv/bin/python" -m build --outdir "$OUT" examples/bindings/python', ()),
    ("go", "module, as the files of a module proxy", "clang wasm-ld",
     'python3 -B examples/bindings/go/build.py "$WORK/go" && mv "$WORK/go/proxy" "$WORK/vmmetrics-go-$VERSION" && '
     'pack "vmmetrics-go-$VERSION"', ()),
    ("guest", "vmmetrics-guest as a static program", "musl-gcc",
     'build musl vmmetrics-guest --preset musl-static -DVMMETRICS_BUILD_TESTS=OFF && '
     'cp "$WORK/musl/examples/vmmetrics-guest" "$OUT/vmmetrics-guest-$VERSION-linux-$(uname -m)"', ("", "musl")),
    ("archive", "library and programs to unpack", "xz",
     'build plain all -DVMMETRICS_BUILD_TESTS=OFF && cpack_ plain TXZ', ()),
    ("rpm", "RPM packages", "rpmbuild",
     'build rpm all -DVMMETRICS_BUILD_TESTS=OFF -DCMAKE_INSTALL_LIBDIR=lib64 && cpack_ rpm RPM', ()),
    ("debian", "Debian's packages", "dpkg-shlibdeps doxygen xz",
     'build debian "all docs" --preset debian && cpack_ debian DEB',
     ("-doc", "doxygen", "doxygen-awesome-css", "lunr")),
]
SHELL = r"""set -eu
umask 022
tar -xzf "$ARCHIVE" --strip-components=1
build() {
    name=$1 targets=$2
    shift 2
    cmake -S . -B "$WORK/$name" "$@" && cmake --build "$WORK/$name" --parallel "$(nproc)" --target $targets
}
cpack_() { (cd "$WORK/$1" && cpack -G "$2") && cp "$WORK/$1/packages"/*"$VERSION"*.* "$OUT"; }
pack() {
    (cd "$WORK" && find "$1" -type f -print0 | LC_ALL=C sort -z | tar --null --no-recursion --format=ustar --owner=0 --group=0 \
        --numeric-owner --mode=u=rw,go=r --mtime="@$SOURCE_DATE_EPOCH" --files-from=- -cf - | gzip -9n >"$OUT/$1.tar.gz")
}
"""


def git(*arguments):
    return subprocess.run(["git", "-C", str(SOURCE), *arguments], capture_output=True, text=True, check=True).stdout.strip()


def refusals():
    """Why this commit is no release."""
    tag = f"v{versions.VERSION}"
    found = versions.problems()
    if tag not in git("tag", "--points-at", "HEAD").split():
        found.append(f"the commit has no tag {tag}")
    if git("status", "--porcelain"):
        found.append("there are changes that are not committed")
    if re.search(r"^## Unreleased", versions.text_of("CHANGELOG.md"), flags=re.M):
        found.append("CHANGELOG.md calls the version unreleased")
    return found


def missing(part, url):
    """Why a part cannot be made here, or nothing."""
    if part[0] == "recipes" and not url:
        return "--url does not say where the archive will be"
    lacking = [program for program in part[2].split() if not shutil.which(program)]
    return f"{', '.join(lacking)} not found" if lacking else ""


def make(part, place, common):
    """Makes a part in a folder of its own. Returns the files."""
    work, out, source = place / "work", place / "out", place / "source"
    for path in (work, out, source):
        path.mkdir(parents=True)
    with (place / "log").open("w", encoding="utf-8") as log:
        done = subprocess.run(["sh", "-c", SHELL + part[3]], cwd=source, stdin=subprocess.DEVNULL, stdout=log,
                              stderr=subprocess.STDOUT, check=False, env={**common, "WORK": str(work), "OUT": str(out)})
    if done.returncode:
        sys.exit(f"{part[0]}: the command ended with {done.returncode}:\n{(place / 'log').read_text(encoding='utf-8')[-3000:]}")
    files = sorted(out.iterdir())
    for file in files:
        if versions.VERSION not in file.name:
            sys.exit(f"{part[0]}: {file.name} has another version than {versions.VERSION}")
    return files or sys.exit(f"{part[0]}: the command made nothing")


def differing(first, second):
    return [path.name for path, other in zip(first, second) if path.read_bytes() != other.read_bytes()] + \
        sorted({path.name for path in first} ^ {path.name for path in second})


def made_twice(part, scratch, common, once):
    """Makes a part in two folders of different names, at two times, with another umask and locale. Returns the files."""
    first = make(part, scratch / part[0] / "one", common)
    if not once:
        before = os.umask(0o077)
        second = make(part, scratch / part[0] / "the-other-place", {**common, "LC_ALL": "C", "TZ": "Asia/Tokyo"})
        os.umask(before)
        if unlike := differing(first, second):
            sys.exit(f"{part[0]}: not the same twice: {', '.join(unlike)}")
    return first


def signed(folder):
    """Signs SHA256SUMS. Returns what became of it."""
    command = os.environ.get("VMMETRICS_SIGN")
    if not command:
        return "skipped: VMMETRICS_SIGN is not set"
    before = set(folder.iterdir())
    subprocess.run([*shlex.split(command), "SHA256SUMS"], cwd=folder, check=True)
    names = sorted(path.name for path in set(folder.iterdir()) - before)
    return f"made:    {', '.join(names)}" if names else sys.exit(f"{command} wrote no signature")


def say(line):
    print(line, flush=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__, add_help=False)
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    parser.add_argument("--url", default="")
    parser.add_argument("--only", nargs="+", choices=[part[0] for part in PARTS])
    for flag in ("--draft", "--once", "--list", "--help"):
        parser.add_argument(flag, action="store_true")
    options = parser.parse_args()
    if options.list:
        for part in PARTS:
            print(f"{part[0]:<11} {part[1]:<36} {missing(part, options.url) or 'can be made here'}")
        return
    if options.help or not options.folder:
        sys.exit(None if options.help and print(__doc__) is None else __doc__)
    folder = options.folder.resolve()
    if folder.exists() and any(folder.iterdir()):
        sys.exit(f"{folder} is not empty")
    refused = refusals()
    if refused:
        print(*(f"no release: {reason}" for reason in refused), sep="\n", file=sys.stderr)
        if not options.draft or versions.problems():
            sys.exit(1)
    folder.mkdir(parents=True, exist_ok=True)
    contents = {}
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        dist = SOURCE / "cmake" / "packaging" / "dist"
        archives = [subprocess.run([str(dist), str(scratch / place)], capture_output=True, text=True, check=True).stdout.strip()
                    for place in ("source", "source-again")]
        if pathlib.Path(archives[0]).read_bytes() != pathlib.Path(archives[1]).read_bytes():
            sys.exit("source: not the same twice")
        archive = pathlib.Path(shutil.copy(archives[0], folder))
        say(f"source      made:    {archive.name}")
        common = {**os.environ, "SOURCE_DATE_EPOCH": git("log", "-1", "--format=%ct"), "VERSION": versions.VERSION, "ARCHIVE": str(archive),
                  "URL": options.url}
        for part in PARTS:
            name = part[0]
            reason = missing(part, options.url)
            if options.only and name not in options.only:
                say(f"{name:<11} skipped: not among --only")
            elif reason:
                say(f"{name:<11} skipped: {reason}")
            else:
                for file in made_twice(part, scratch, common, options.once):
                    part_of, *others = part[4] or [""]
                    contents[shutil.copy(file, folder)] = others if part_of in file.name else []
                    say(f"{name:<11} made:    {file.name}")
        made = sbom.write(archive, contents, folder / f"libvmmetrics-{versions.VERSION}.spdx.json", options.url, common["SOURCE_DATE_EPOCH"])
        say(f"sbom        made:    {made.name}")
    for path in folder.iterdir():
        path.chmod(0o755 if os.access(path, os.X_OK) else 0o644)
    sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(folder.iterdir()))
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    say("sums        made:    SHA256SUMS")
    say(f"signature   {signed(folder)}")
    print(f"The release is in {folder}")


if __name__ == "__main__":
    main()
