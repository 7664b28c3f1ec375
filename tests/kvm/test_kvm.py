# SPDX-License-Identifier: MIT
"""tests/kvm/run, and in it a guest on KVM that is measured from both sides: inside.py. One machine does for all."""

import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


began = time.monotonic()
with tempfile.TemporaryDirectory() as scratch:
    running = subprocess.Popen([HERE / "run", "--out", scratch, "--timeout", "130", "--tries", "2",
                                sys.executable, "-B", HERE / "inside.py", scratch], cwd=HERE, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    first = running.stdout.readline()
    first_after = time.monotonic() - began
    output, messages = running.communicate()
    seconds = time.monotonic() - began
    print(f"{first}{output}{messages}{first_after:.0f} s to the first line, {seconds:.0f} s in all")
    if running.returncode == 77:
        sys.exit(77)
    assert running.returncode == 3, running.returncode
    # After a panic the command is run once more, and prints all once more.
    assert first == f"0 {HERE} Read-only file system kvm\n", first
    assert first_after < seconds - 3, "the output came all at once"
    assert pathlib.Path(scratch, "out").exists()
assert not (HERE / "written").exists()
