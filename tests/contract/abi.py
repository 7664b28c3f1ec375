# SPDX-License-Identifier: MIT
"""What programs that were built before rely on: the binary interface, as abidw writes it down, and the named constants. Both
are recorded in tests/contract/recorded.

usage: abi.py record    records them anew, for a release or a change that is meant to break programs"""

import pathlib
import re
import subprocess
import sys
import tempfile

import headers

RECORDED = pathlib.Path(__file__).resolve().parent / "recorded"
INTERFACE = RECORDED / "libvmmetrics.abi"
CONSTANTS = RECORDED / "constants.txt"
# Macros that are no constants.
NO_CONSTANTS = {"VMM_API", "VMM_VERSION"}


def interface():
    """The binary interface of what the sources make, as XML. Places, names of parameters and the machine are left out."""
    with tempfile.TemporaryDirectory() as folder:
        library = f"{folder}/libvmmetrics.so"
        subprocess.run(["gcc", "-std=c11", "-O0", "-g", "-fPIC", "-shared", f"-ffile-prefix-map={headers.SOURCE}=.",
                        f"-I{headers.SOURCE}/include",
                        *map(str, headers.SOURCES), f"-Wl,--version-script={headers.SOURCE}/lib/vmmetrics.map",
                        "-Wl,-soname,libvmmetrics.so", "-o", library], check=True)
        text = subprocess.run(["abidw", "--headers-dir", f"{headers.SOURCE}/include/vmmetrics", "--no-corpus-path",
                               "--no-comp-dir-path", "--no-show-locs", "--no-elf-needed", "--no-architecture",
                               "--no-parameter-names", "--exported-interfaces-only", "--drop-private-types", library],
                              capture_output=True, text=True, check=True).stdout
    return re.sub(r"^ +", "", text, flags=re.M)


def records(root):
    """The records among the structs, by name: those that begin with their size."""
    found = {}
    for struct in root.iter("class-decl"):
        members = [member.find("var-decl") for member in struct.findall("data-member")]
        if members and members[0].get("name") == "size":
            found[struct.get("name")] = struct
    return found


def constants():
    """Enumerators and macros of the headers, by name."""
    found = {name: str(value) for name, value in headers.constants().items()}
    for header in headers.HEADERS:
        code = headers.without_comments(headers.text_of(header))
        for name, value in re.findall(r"^\s*#\s*define\s+(VMM_\w+)[ \t]+(\S.*?)\s*$", code, flags=re.M):
            if name not in NO_CONSTANTS:
                found[name] = value
    return found


def recorded_constants():
    """The constants as they were recorded."""
    return dict(line.split(" = ") for line in CONSTANTS.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    if sys.argv[1:] != ["record"]:
        sys.exit(__doc__)
    RECORDED.mkdir(exist_ok=True)
    INTERFACE.write_text(interface(), encoding="utf-8")
    CONSTANTS.write_text("".join(f"{name} = {value}\n" for name, value in sorted(constants().items())), encoding="utf-8")
