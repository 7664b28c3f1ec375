# SPDX-License-Identifier: MIT
"""Compares each place that states the version with the one of include/vmmetrics/base.h.

usage: versions.py      prints the version and the places, and ends with 1 if one differs"""

import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
RUST = "examples/bindings/rust"
# A line for each file: what states the version there, and whether only the first place counts.
PLACES = {
    f"{RUST}/vmmetrics/Cargo.toml": r'^(?:vmmetrics-sys = \{ )?version = "([^"]*)"',
    f"{RUST}/vmmetrics-sys/Cargo.toml": r'^(?:vmmetrics-sys = \{ )?version = "([^"]*)"',
    f"{RUST}/Cargo.lock": r'^name = "vmmetrics(?:-sys)?"\nversion = "(.*)"$',
    f"{RUST}/small/Cargo.lock": r'^name = "vmmetrics(?:-sys)?"\nversion = "(.*)"$',
    "CHANGELOG.md": r"\A.*?^## (?:Unreleased: )?(\d\S*)",
    "README.md": r"The version in the headers is (\d+\.\d+\.\d+)",
}
# These get the version when they are filled in.
TEMPLATES = ["examples/bindings/typescript/package.json", *sorted(
    str(path.relative_to(SOURCE)) for path in (SOURCE / "cmake/packaging").rglob("*.in"))]


def text_of(path):
    return (SOURCE / path).read_text(encoding="utf-8")


VERSION = re.search(r'^#define VMM_VERSION "(\d+\.\d+\.\d+)"$', text_of("include/vmmetrics/base.h"), flags=re.M)[1]


def problems():
    """What differs, a sentence each."""
    major, minor, patch = map(int, VERSION.split("."))
    found = []

    def expect(right, said):
        if not right:
            found.append(said)

    number = re.search(r"^#define VMM_VERSION_NUMBER (.*)$", text_of("include/vmmetrics/base.h"), flags=re.M)[1]
    expect(int(number, 0) == major * 10000 + minor * 100 + patch, f"base.h: VMM_VERSION_NUMBER is {number}")
    for path, pattern in PLACES.items():
        stated = re.findall(pattern, text_of(path), flags=re.M | re.S if pattern.startswith(r"\A") else re.M)
        expect(stated, f"{path} states no version")
        for other in stated:
            expect(other == VERSION, f"{path} states {other}, and base.h {VERSION}")
    # These state a part of the version. No symbol of the library is newer than the library.
    for path in [SOURCE / "README.md", *sorted((SOURCE / "docs").glob("*.md"))]:
        text = path.read_text(encoding="utf-8")
        for wanted in re.findall(r"find_package\(vmmetrics (\d+\.\d+)", text):
            expect(wanted == f"{major}.{minor}", f"{path.name}: find_package asks for {wanted}")
        for soname in re.findall(r"libvmmetrics\.so\.(\d+)", text):
            expect(int(soname) == major, f"{path.name}: libvmmetrics.so.{soname}")
    nodes = re.findall(r"^VMMETRICS_(\d+\.\d+) ", text_of("lib/vmmetrics.map"), flags=re.M)
    expect(nodes, "lib/vmmetrics.map states no version")
    for node in nodes:
        wanted = tuple(map(int, node.split(".")))
        expect(wanted[0] == major and wanted[1] <= minor, f"lib/vmmetrics.map: VMMETRICS_{node}")
    for path in TEMPLATES:
        expect(VERSION not in text_of(path), f"{path} states {VERSION}")
    return found


if __name__ == "__main__":
    print("\n".join(problems() or [f"{VERSION} in base.h, {', '.join(PLACES)} and the manual"]))
    sys.exit(bool(problems()))
