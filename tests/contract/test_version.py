# SPDX-License-Identifier: MIT
"""Every file that states the version states the one of include/vmmetrics/base.h."""

import pathlib
import re

import headers

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def text_of(path):
    return (SOURCE / path).read_text(encoding="utf-8")


def found(path, pattern):
    """What a pattern finds in a file; it has to find something."""
    versions = re.findall(pattern, text_of(path), flags=re.M)
    headers.check(versions, f"{path} states no version")
    return versions


version = re.search(r'^#define VMM_VERSION "(\d+\.\d+\.\d+)"$', text_of("include/vmmetrics/base.h"), flags=re.M)[1]
major, minor, _ = map(int, version.split("."))
stated = {
    **{path: found(path, r'^(?:vmmetrics-sys = \{ )?version = "([^"]*)"')
       for path in ("examples/bindings/rust/vmmetrics/Cargo.toml", "examples/bindings/rust/vmmetrics-sys/Cargo.toml")},
    **{path: found(path, r'^name = "vmmetrics(?:-sys)?"\nversion = "(.*)"$')
       for path in ("examples/bindings/rust/Cargo.lock", "examples/bindings/rust/small/Cargo.lock")},
    "CHANGELOG.md": found("CHANGELOG.md", r"^## (?:Unreleased: )?(\d\S*)")[:1],
    "README.md": found("README.md", r"The version in the headers is (\d+\.\d+\.\d+)"),
}
for path, versions in stated.items():
    for other in versions:
        headers.check(other == version, f"{path} states {other}, and base.h {version}")

# These state a part of the version. No symbol of the library is newer than the library.
for path in [SOURCE / "README.md", *sorted((SOURCE / "docs").glob("*.md"))]:
    text = path.read_text(encoding="utf-8")
    for wanted in re.findall(r"find_package\(vmmetrics (\d+\.\d+)", text):
        headers.check(wanted == f"{major}.{minor}", f"{path.name}: find_package asks for {wanted}")
    for soname in re.findall(r"libvmmetrics\.so\.(\d+)", text):
        headers.check(int(soname) == major, f"{path.name}: libvmmetrics.so.{soname}")
for node in found("lib/vmmetrics.map", r"^VMMETRICS_(\d+\.\d+) "):
    wanted = tuple(map(int, node.split(".")))
    headers.check(wanted[0] == major and wanted[1] <= minor, f"lib/vmmetrics.map: VMMETRICS_{node}")

# These templates get the version when they are filled in.
for path in [SOURCE / "examples/bindings/typescript/package.json", *sorted((SOURCE / "cmake" / "packaging").rglob("*.in"))]:
    headers.check(version not in path.read_text(encoding="utf-8"), f"{path.relative_to(SOURCE)} states {version}")
headers.end(f"version {version} in {len(stated)} files and in the manual")
