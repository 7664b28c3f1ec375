# SPDX-License-Identifier: MIT
"""Every file that states the version states the one of include/vmmetrics/base.h. A release compares them in the same way."""

import pathlib
import sys

import headers

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "cmake" / "packaging"))
import versions  # noqa: E402

for problem in versions.problems():
    headers.check(False, problem)
headers.end(f"version {versions.VERSION} in {len(versions.PLACES)} files and in the manual")
