# SPDX-License-Identifier: MIT
"""The runner in Rust with invented machines: the line of each machine and round has the numbers that are computed by
hand. Machines come, go, and are replaced by others with the same name."""

import json
import pathlib
import tempfile

import consumer

STAT = (consumer.SOURCE / "tests" / "data" / "proc-pid-stat" / "linux-6.18-process").read_text(encoding="utf-8")
INTERVAL_MS = 2000


def process(pid, start, user, system):
    """/proc/PID/stat with these numbers."""
    name, rest = STAT.rsplit(")", 1)
    fields = rest.split()
    # Field 3 is the first one after the name.
    fields[14 - 3], fields[15 - 3], fields[22 - 3] = str(user), str(system), str(start)
    return f"{pid} ({name.split('(', 1)[1]}) {' '.join(fields)}\n"


def machine(folder, pid=100, start=5000, ticks=0, usec=0, received=0, sent=0, memory=2**20):
    files = {
        "process/stat": process(pid, start, 1000 + ticks, 500),
        "cgroup/cpu.stat": f"usage_usec {usec}\nuser_usec {usec}\nsystem_usec 0\nnr_periods 0\nnr_throttled 0\n"
                           f"throttled_usec {usec // 10}\n",
        "cgroup/memory.current": f"{memory}\n",
        "tap/ifindex": "7\n",
        "tap/statistics/rx_bytes": f"{sent}\n",
        "tap/statistics/tx_bytes": f"{received}\n",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def line(name, cores=None, cgroup=None, throttled=None, memory=2**20, received=None, sent=None, since=None):
    return {"machine": name, "cores_used": cores, "cgroup_cores_used": cgroup, "throttled_cores": throttled,
            "memory_bytes": memory, "guest_received_bytes_per_second": received, "guest_sent_bytes_per_second": sent,
            "since": since}


def run(program):
    first, reset = "no earlier sample", "a counter restarted or the thing was replaced"
    with tempfile.TemporaryDirectory() as work:
        one, two, three = (pathlib.Path(work) / name for name in ("one", "two", "three"))
        expected = []
        for index in range(100):
            machine(one / f"vm-{index:03}", pid=100 + index)
            expected.append(line(f"vm-{index:03}", since=first))
        for index in range(100):
            # Machine 7 was replaced, machine 8 is gone, and one is new.
            if index == 7:
                machine(two / "vm-007", pid=900, start=9000, usec=500000, memory=5)
                expected.append(line("vm-007", cgroup=0.25, throttled=0.025, memory=5, received=0, sent=0, since=reset))
            elif index != 8:
                machine(two / f"vm-{index:03}", pid=100 + index, ticks=2 * index, usec=20000 * index, received=4000,
                        sent=1000 * index)
                expected.append(line(f"vm-{index:03}", index / 100, index / 100, index / 1000, received=2000,
                                     sent=500 * index))
        machine(two / "vm-new")
        expected.append(line("vm-new", since=first))
        # One whose files are gone; one that comes back; one with a wrong file.
        (three / "vm-000").mkdir(parents=True)
        machine(three / "vm-008")
        machine(three / "vm-new", ticks=100)
        (three / "vm-new" / "cgroup" / "memory.current").write_text("many\n", encoding="utf-8")
        expected += [line("vm-000", memory=None), line("vm-008", since=first),
                     line("vm-new", 0.5, 0, 0, memory=None, received=0, sent=0)]
        ended = consumer.run([program, "--copies", INTERVAL_MS, one, two, three])
        printed = [json.loads(text) for text in ended.stdout.splitlines()]
        consumer.comparisons += 1
        consumer.check(ended.returncode == 0, f"fleet ends with {ended.returncode}: {ended.stderr}")
        consumer.check("memory.current: " in ended.stderr and ended.stderr.count("\n") == 1,
                       f"the error messages of fleet are: {ended.stderr}")
        consumer.check(len(printed) == len(expected), f"fleet prints {len(printed)} lines, not {len(expected)}")
        for got, wanted in zip(printed, expected):
            if wanted["machine"] == "vm-000" and wanted["memory_bytes"] is None:
                wanted["since"] = got["since"]
                consumer.check(got["since"] is not None, "fleet finds rates of a machine without files")
            consumer.check(got == wanted, f"fleet prints\n  {got}\ninstead of\n  {wanted}")
        # Two rounds with this process as the only machine.
        live = pathlib.Path(work) / "live" / "me"
        live.mkdir(parents=True)
        (live / "process").symlink_to("/proc/self")
        ended = consumer.run([program, 20, live.parent, live.parent])
        rounds = [json.loads(text) for text in ended.stdout.splitlines()]
        consumer.check(len(rounds) == 2 and rounds[0]["since"] == first and rounds[1]["since"] is None and
                       0 <= rounds[1]["cores_used"] <= 1, f"fleet on this machine: {ended.stdout}{ended.stderr}")
