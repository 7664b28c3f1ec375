# SPDX-License-Identifier: MIT
"""Runs a Conan recipe where there is no Conan: its methods in Conan's order, with stand-ins for what it imports. What a program
needs of the package is then only what package_info() says.

usage: fake_conan.py RECIPE VERSION WORK CONSUMER.c      makes WORK/static/program and WORK/shared/program"""

import glob
import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys
import types
import urllib.request


def run(*command):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)


class Options(dict):
    __getattr__ = dict.__getitem__

    def rm_safe(self, name):
        self.pop(name, None)


class Info:
    def __init__(self):
        self.libs, self.properties = [], {}

    def set_property(self, name, value):
        self.properties[name] = value


class CMakeToolchain:
    def __init__(self, recipe):
        self.recipe, self.cache_variables = recipe, {}

    def generate(self):
        self.recipe.toolchain = self.cache_variables


class CMake:
    def __init__(self, recipe):
        self.recipe = recipe

    def configure(self):
        words = {"BUILD_SHARED_LIBS": self.recipe.options.shared, "CMAKE_BUILD_TYPE": "Release", "CMAKE_INSTALL_LIBDIR": "lib",
                 **self.recipe.toolchain}
        run("cmake", "-S", self.recipe.source_folder, "-B", self.recipe.build_folder,
            *(f"-D{name}={value}" for name, value in words.items()))

    def build(self):
        run("cmake", "--build", self.recipe.build_folder, "-j", "2")

    def install(self):
        run("cmake", "--install", self.recipe.build_folder, "--prefix", self.recipe.package_folder)


def get(recipe, url, sha256, strip_root):
    archive, _ = urllib.request.urlretrieve(url)
    said = subprocess.run(["sha256sum", archive], capture_output=True, text=True, check=True).stdout
    assert said.split()[0] == sha256 and strip_root
    run("mkdir", "-p", recipe.source_folder)
    run("tar", "-xzf", archive, "--strip-components=1", "-C", recipe.source_folder)


def copy(_, pattern, source, destination):
    pathlib.Path(destination).mkdir(parents=True, exist_ok=True)
    for path in glob.glob(os.path.join(source, pattern)):
        shutil.copy(path, destination)


def remove(_, pattern, folder):
    for path in glob.glob(os.path.join(folder, pattern)):
        os.remove(path)


def module(name, **members):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(members)


module("conan", ConanFile=object)
module("conan.errors", ConanInvalidConfiguration=ValueError)
module("conan.tools")
module("conan.tools.cmake", CMake=CMake, CMakeToolchain=CMakeToolchain, cmake_layout=lambda recipe, src_folder=".": None)
module("conan.tools.files", copy=copy, get=get, rm=remove, rmdir=lambda _, path: shutil.rmtree(path, ignore_errors=True))
module("conan.tools.build", can_run=lambda recipe: True)


def load(path):
    spec = importlib.util.spec_from_file_location("recipe", path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def package(folder, version, work, shared):
    """The folder of the package, and what its recipe says of it."""
    recipe = load(folder / "conanfile.py").VmmetricsConan()
    recipe.version, recipe.settings = version, types.SimpleNamespace(os="Linux")
    recipe.options, recipe.cpp_info = Options(recipe.default_options, shared=shared), Info()
    recipe.source_folder, recipe.build_folder, recipe.package_folder = (str(work / name) for name in ("src", "build", "package"))
    data = re.search(r'"([^"]+)":\n +url: "([^"]+)"\n +sha256: "([^"]+)"', (folder / "conandata.yml").read_text(encoding="utf-8"))
    recipe.conan_data = {"sources": {data[1]: {"url": data[2], "sha256": data[3]}}}
    for step in ("configure", "layout", "validate", "source", "generate", "build", "package", "package_info"):
        getattr(recipe, step)()
    return work / "package", recipe.cpp_info


def main():
    folder, version, work, consumer = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]), sys.argv[4]
    load(folder / "test_package" / "conanfile.py")
    for kind in ("static", "shared"):
        place, info = package(folder, version, work / kind, kind == "shared")
        found = sorted(str(path.relative_to(place)) for path in place.rglob("*") if path.suffix != ".h" and not path.is_dir())
        print(kind, found, info.properties)
        assert "licenses/LICENSE" in found and not any(path.startswith(("share", "lib/cmake")) for path in found)
        run("cc", consumer, f"-I{place}/include", f"-L{place}/lib", *(f"-l{name}" for name in info.libs), f"-Wl,-rpath,{place}/lib",
            "-o", work / kind / "program")


main()
