# SPDX-License-Identifier: MIT
"""What the tests of the helper programs share: where the programs are, running them, and a /proc of one's own."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
DATA = SOURCE / "tests" / "data"
GUEST = os.environ.get("VMMETRICS_GUEST", "vmmetrics-guest")
PARSE = os.environ.get("VMMETRICS_PARSE", "vmmetrics-parse")
TOOLS = {**os.environ, "LC_ALL": "C"}


def run(*command, text=b"", **options):
    """Runs a program to its end; input and output are bytes."""
    return subprocess.run([str(word) for word in command], input=text, capture_output=True, timeout=120, **options)


def tool(*command):
    """What one of the machine's own tools prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True, env=TOOLS).stdout


def refuse_constant(word):
    raise ValueError(f"{word} is not JSON")


def load(line):
    """A line as JSON, stricter than Python is by itself: no NaN, and no member twice."""
    def members(pairs):
        if len({key for key, value in pairs}) != len(pairs):
            raise ValueError(f"a member twice in {line!r}")
        return dict(pairs)
    return json.loads(line.decode("utf-8"), object_pairs_hook=members, parse_constant=refuse_constant)


def lines(output):
    """The lines of an output; each must be JSON and end in a newline."""
    assert output == b"" or output.endswith(b"\n"), output[-80:]
    return [load(line) for line in output.split(b"\n")[:-1]]


def samples(folder):
    """The samples of a kernel file; the notes on where they come from are none."""
    found = sorted(path for path in (DATA / folder).iterdir() if path.suffix != ".md")
    assert found, folder
    return found


def members(struct):
    """The members of a struct, as its header has them, without size and record, and the comment of each."""
    for header in sorted((SOURCE / "include" / "vmmetrics").glob("*.h")):
        match = re.search(r"^struct " + struct + r" \{\n(.*?)^\};", header.read_text(), re.M | re.S)
        if match:
            found = re.findall(r"/\*\*(.*?)\*/\s*(?:uint64_t|double|char) (\w+)(?:\[\d+\])?;", match[1], re.S)
            return {name: re.sub(r"\s*\n\s*\*?\s*", " ", comment) for comment, name in found
                    if name not in ("size", "record")}
    raise LookupError(struct)


def own_namespace():
    """Whether this process may make a mount namespace, to put files of its own in the place of the kernel's."""
    if shutil.which("unshare") is None:
        return False
    return run("unshare", "--mount", "--map-root-user", "mount", "-t", "tmpfs", "none", "/proc").returncode == 0


NAMESPACE = own_namespace()
needs_namespace = unittest.skipUnless(NAMESPACE, "this process may not make a mount namespace")


# What is mounted over a file of /proc/net is lost at once. So the directory becomes another one, of copies.
NET_FILES = """mount -t tmpfs none /proc/$$/net && for file in %s; do
    [ ! -e /proc/$PPID/net/$file ] || cat /proc/$PPID/net/$file >/proc/$$/net/$file || exit 1
done && """


def with_files(replaced, *command, net=""):
    """The command, in a namespace where files stand in the place of others: {"/proc/stat": path}. With `net`, /proc/net
    has only these files."""
    places = {place.replace("/proc/net/", "/proc/$$/net/"): path for place, path in replaced.items()}
    if net or any("/net/" in place for place in places):
        net = NET_FILES % (net or "dev tcp tcp6 udp udp6")
    script = net + "".join(f'mount --bind "{path}" "{place}" && ' for place, path in places.items()) + 'exec "$@"'
    return ["unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh", *(str(word) for word in command)]


def without_proc(*command):
    return ["unshare", "--mount", "--map-root-user", "sh", "-c", 'mount -t tmpfs none /proc && exec "$@"', "sh",
            *(str(word) for word in command)]


class Test(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path


def main():
    for program in (GUEST, PARSE):
        if shutil.which(program) is None:
            sys.exit(f"{program}: not found; set VMMETRICS_GUEST and VMMETRICS_PARSE")
    unittest.main(verbosity=2)
