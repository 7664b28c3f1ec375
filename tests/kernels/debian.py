# SPDX-License-Identifier: MIT
"""Packages of any suite and architecture of Debian, unpacked and never installed.

Apt gets a list of sources, package lists and a cache of its own for each suite and architecture, below build/kernels.
So nothing of this machine's apt changes. The archive is the one that this machine's apt uses, or VMMETRICS_DEBIAN."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "vm"))
import vm  # noqa: E402

CACHE = vm.SOURCE / "build" / "kernels"
KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
# Newer package lists than this are as good as new ones.
LISTS_LAST = 24 * 3600


def archive():
    """The address of a Debian archive with all suites."""
    if os.environ.get("VMMETRICS_DEBIAN"):
        return os.environ["VMMETRICS_DEBIAN"]
    if not shutil.which("apt-get"):
        raise vm.Missing("there is no apt-get to fetch kernels with")
    found = subprocess.run(["apt-get", "indextargets", "--format", "$(ORIGIN) $(REPO_URI)", "Created-By: Packages"],
                           capture_output=True, text=True).stdout
    for origin, address in re.findall(r"^(.*) (\S+)$", found, re.M):
        if origin == "Debian" and address.rstrip("/").endswith("/debian"):
            return address
    raise vm.Missing("apt's lists name no Debian archive; VMMETRICS_DEBIAN may have the address of one")


def options(suite, architecture, newer=False):
    """Apt's options for a suite and an architecture, whose package lists are there afterwards."""
    folder = CACHE / "apt" / f"{suite}-{architecture}"
    lists = folder / "lists"
    for name in ("lists/partial", "cache/archives/partial"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "status").touch()
    (folder / "sources.list").write_text(f"deb [signed-by={KEYS}] {archive()} {suite} main\n")
    values = {"Dir::Etc::sourcelist": folder / "sources.list", "Dir::Etc::sourceparts": "-", "Dir::State::Lists": lists,
              "Dir::State::status": folder / "status", "Dir::Cache": folder / "cache",
              "APT::Architecture": architecture, "APT::Architectures": architecture, "APT::Sandbox::User": "",
              "Acquire::Languages": "none", "Acquire::Retries": "1", "Acquire::http::Timeout": "30",
              "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false"}
    words = [word for name, value in values.items() for word in ("-o", f"{name}={value}")]
    done = folder / "updated"
    if newer or not done.exists() or time.time() - done.stat().st_mtime > LISTS_LAST:
        try:
            updated = subprocess.run(["apt-get", "-q", *words, "update"], capture_output=True, text=True, timeout=300,
                                     env={**os.environ, "LC_ALL": "C"})
        except subprocess.TimeoutExpired:
            raise vm.Missing(f"the package lists of {suite} for {architecture} did not come in 300 s") from None
        bad = re.findall(r"^[EW]: (.*)$", updated.stderr, re.M)
        if updated.returncode != 0 or any("Failed to fetch" in line for line in bad):
            raise vm.Missing(f"the package lists of {suite} for {architecture} cannot be fetched: {(bad or ['?'])[0]}")
        done.touch()
    return words


def unpacked(suite, architecture, package):
    """The folder with a package's files; a kernel's is that of the newest version."""
    cache = CACHE / "packages" / f"{suite}-{architecture}"
    if (cache / package).is_dir():
        return cache / package
    try:
        return vm.unpacked(package, cache, options(suite, architecture))
    except vm.Missing:
        # The archive may have replaced the package since the lists were fetched.
        return vm.unpacked(package, cache, options(suite, architecture, newer=True))
