# SPDX-License-Identifier: MIT
"""Adds to a wheel what make_package.py makes: the records and the compiled library. The library is called by ctypes, so
one wheel serves all versions of Python on a platform."""

import pathlib
import shutil
import sys
import sysconfig
import tempfile
from typing import Any, Dict

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import make_package  # noqa: E402


class LibraryHook(BuildHookInterface):  # type: ignore[type-arg]
    made = ""

    def initialize(self, version: str, build_data: Dict[str, Any]) -> None:
        if self.target_name == "sdist":
            # In the checkout LICENSE is a link, which tar would keep.
            included = build_data["force_include"]
            for path in [path for path in included if pathlib.Path(path).is_symlink()]:
                included[str(pathlib.Path(path).resolve())] = included.pop(path)
            return
        # A compiler for another machine needs the name of its platform, as setuptools takes it:
        # CC="zig cc -target aarch64-linux-gnu" _PYTHON_HOST_PLATFORM=linux-aarch64
        platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        name = make_package.library_name(platform)
        if version == "editable":
            folder = make_package.PACKAGE
        else:
            self.made = tempfile.mkdtemp()
            folder = pathlib.Path(self.made)
        make_package.write_records(folder)
        make_package.compile_library(folder / name)
        if self.made:
            for file in ("_records.py", name):
                build_data["force_include"][str(folder / file)] = f"vmmetrics/{file}"
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform}"

    def finalize(self, version: str, build_data: Dict[str, Any], artifact_path: str) -> None:
        if self.made:
            shutil.rmtree(self.made)
