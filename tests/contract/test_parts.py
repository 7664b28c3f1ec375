# SPDX-License-Identifier: MIT
"""A library that was compiled for one record (VMM_DESCRIBE_ONLY, VMM_FILES_ONLY) tells of this record, and reads its files, as
the whole library does. The other records are unknown to it.

usage: test_parts.py"""

import pathlib
import subprocess
import sys
import tempfile

import headers

sys.path.insert(0, str(headers.SOURCE / "lib" / "describe"))
import generate  # noqa: E402

DESCRIBE = headers.SOURCE / "lib" / "describe"
CC = ["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", f"-I{headers.SOURCE}/include"]

records = [record.name for record in generate.records_of(generate.INCLUDE)]


def run(*command):
    return subprocess.run(list(map(str, command)), check=True, text=True, stdout=subprocess.PIPE).stdout.splitlines()


with tempfile.TemporaryDirectory() as work:
    others = [path for path in headers.SOURCES if path not in (DESCRIBE / "members.c", DESCRIBE / "read.c")]
    rest, program = pathlib.Path(work) / "rest.o", pathlib.Path(work) / "told"
    run(*CC, "-r", "-nostdlib", headers.SOURCE / "tests/contract/told.c", *others, "-o", rest)

    def told(*options):
        """What a library of these options tells."""
        run(*CC, *options, DESCRIBE / "members.c", DESCRIBE / "read.c", rest, "-o", program)
        return run(program, *records)

    whole = told()
    for record in records:
        name = record.upper()
        part = told("-DVMM_DESCRIBE_ONLY", f"-DVMM_DESCRIBE_{name}", "-DVMM_FILES_ONLY", f"-DVMM_FILES_{name}")
        headers.check(part == [line for line in whole if line.startswith(f"{record} ")],
                      f"lib/describe: a library for {record} tells {part}")
headers.end(f"{len(records)} libraries of one record each, {len(whole)} lines of the whole library")
