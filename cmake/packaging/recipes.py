# SPDX-License-Identifier: MIT
"""Writes the recipes by which Alpine, vcpkg, Conan and Meson build a source archive: its version, checksums and list of sources
are filled into the files of cmake/packaging/recipes.

usage: recipes.py ARCHIVE URL OUTPUT      URL is where the archive can be had

OUTPUT/alpine/libvmmetrics has an APKBUILD, OUTPUT/vcpkg/vmmetrics is a port, OUTPUT/conan/vmmetrics a recipe with its folder `all`,
and OUTPUT/meson/subprojects what goes into the subprojects of a Meson project."""

import hashlib
import pathlib
import re
import sys
import tarfile

RECIPES = pathlib.Path(__file__).resolve().parent / "recipes"
# Where each file goes.
PLACES = {"alpine/APKBUILD.in": "alpine/libvmmetrics/APKBUILD",
          "vcpkg/portfile.cmake.in": "vcpkg/vmmetrics/portfile.cmake", "vcpkg/vcpkg.json.in": "vcpkg/vmmetrics/vcpkg.json",
          "vcpkg/usage": "vcpkg/vmmetrics/usage",
          "conan/config.yml.in": "conan/vmmetrics/config.yml", "conan/conandata.yml.in": "conan/vmmetrics/all/conandata.yml",
          "conan/conanfile.py": "conan/vmmetrics/all/conanfile.py",
          "conan/test_package/conanfile.py": "conan/vmmetrics/all/test_package/conanfile.py",
          "conan/test_package/CMakeLists.txt": "conan/vmmetrics/all/test_package/CMakeLists.txt",
          "meson/vmmetrics.wrap.in": "meson/subprojects/vmmetrics.wrap",
          "meson/meson.build.in": "meson/subprojects/packagefiles/vmmetrics/meson.build"}


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    archive, url, output = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    data = archive.read_bytes()
    with tarfile.open(archive) as files:
        names = files.getnames()
        name = names[0].split("/")[0]

        def text_of(path):
            return files.extractfile(f"{name}/{path}").read().decode()

        sources = sorted(path.split("/", 1)[1] for path in names if re.fullmatch(r"[^/]+/lib/\w+/\w+\.c", path))
        values = {"NAME": name, "URL": url, "HOME": url.rsplit("/", 1)[0], "SHA256": hashlib.sha256(data).hexdigest(), "SHA512": hashlib.sha512(data).hexdigest(),
                  "VERSION": re.search(r'VMM_VERSION "([^"]+)"', text_of("include/vmmetrics/base.h"))[1],
                  "DESCRIPTION": re.search(r'DESCRIPTION "([^"]+)"', text_of("CMakeLists.txt"))[1],
                  "SOURCES": "\n".join(f"    '{path}'," for path in sources)}
        consumer = text_of("tests/consume/consumer.c")
    for template, place in PLACES.items():
        text = re.sub(r"@([A-Z0-9]+)@", lambda match: values[match[1]], (RECIPES / template).read_text(encoding="utf-8"))
        path = output / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path)
    (output / "conan/vmmetrics/all/test_package/consumer.c").write_text(consumer, encoding="utf-8")


if __name__ == "__main__":
    main()
