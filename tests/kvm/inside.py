# SPDX-License-Identifier: MIT
"""What test_kvm.py runs in the machine that has KVM: looks at that machine, and measures a guest on KVM from both sides."""

import os
import pathlib
import sys
import tempfile
import time

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "e2e"))
import machines  # noqa: E402
from programs import lines, run  # noqa: E402

HOST = os.environ["VMMETRICS_HOST"]


def is_read_only(path):
    try:
        path.write_text("")
    except OSError as error:
        return error.strerror
    return "written"


print(os.getuid(), os.getcwd(), is_read_only(TESTS / "kvm" / "written"), machines.vm.acceleration(), flush=True)
assert {"cpu", "io", "memory", "pids"} <= set(pathlib.Path("/sys/fs/cgroup/cgroup.subtree_control").read_text().split())
for path in ("/dev/net/tun", "/dev/nbd0", "/dev/loop-control"):
    os.stat(path)
with tempfile.TemporaryDirectory() as scratch:
    image = pathlib.Path(scratch, "image")
    with open(image, "wb") as file:
        file.truncate(8 << 20)
    machine, = machines.start({"number": 1, "image": image, "cpus": 1, "names": False})
    try:
        machine.do("while :; do :; done >/dev/null 2>&1 &")
        host, = lines(run(HOST, "--all", "--interval", "2").stdout)
        machine.do("./vmmetrics-guest --full >/tmp/line")
        guest, = lines(machine.do("cat /tmp/line"))
        print("host:", {name: value for name, value in host.items() if value is not None})
        print("guest:", {name: value for name, value in guest.items() if name != "records"})
        assert (host["name"], host["vcpus"], host["vcpus_from"]) == (machine.name, 1, "descriptors"), host
        assert (host["tap"], host["disk"]) == (machine.tap, machine.disk), host
        # The kernel looks at its ticks whether a guest runs, and an emulated CPU spends much time between host and guest.
        assert 0.1 < host["guest_cores"] < host["cores"] + 0.1 < 1.3, host
        # The guest's line is about the tenth of a second before it.
        assert 30 < guest["cpu"] <= 100, guest
        assert 200 << 20 < guest["mem_total"] < 256 << 20, guest
    finally:
        machine.close()
pathlib.Path(sys.argv[1], "out").write_text(f"{time.time()}\n")
sys.exit(3)
