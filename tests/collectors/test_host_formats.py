# SPDX-License-Identifier: MIT
"""vmmetrics-host --format, on a process of this test's own: names from their catalogues, and values that are those of the
process, of its interface and of its disk between two moments."""

import calendar
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from collectors import (HOST, SOURCE, Test, catalogue, exposition, lines, main, metrics_of_emf, metrics_of_otlp, run, starts_of,
                        this_machine, time_of)

TICKS = os.sysconf("SC_CLK_TCK")


def status(pid):
    with open(f"/proc/{pid}/status") as file:
        return {line.split(":")[0]: line.split(":")[1].split() for line in file}


def ticks(pid):
    """In user mode and in the kernel."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return int(fields[11]), int(fields[12])


def interface(name):
    with open("/proc/net/dev") as file:
        row = next(line for line in file if line.split(":")[0].strip() == name)
    return [int(word) for word in row.split(":")[1].split()]


SENDER = """
import socket, time
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sender.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
while True:
    try:
        sender.sendto(bytes(1000), ("10.99.0.255", 9))
    except OSError:
        # The interface is being made again.
        pass
    time.sleep(0.01)
"""


class Directions(Test):
    """A process in a network of its own with an interface that only sends: its guest would only receive."""

    def setUp(self):
        super().setUp()
        # Its other end has no address of any kind, and so says nothing.
        script = "ip link add tap0 type veth peer name other && ip link set other addrgenmode none up && " \
                 "ip address add 10.99.0.1/24 broadcast 10.99.0.255 dev tap0 && ip link set tap0 addrgenmode none up && " \
                 "echo ready && exec \"$@\""
        try:
            self.process = subprocess.Popen(["unshare", "--net", "--map-root-user", "sh", "-c", script, "sh", sys.executable,
                                             "-c", SENDER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        except FileNotFoundError:
            self.skipTest("there is no unshare")
        self.addCleanup(self.end)
        if self.process.stdout.readline() != b"ready\n":
            self.skipTest("this process may not make a network namespace with an interface, or there is no ip")
        time.sleep(0.5)

    def end(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def host(self, name):
        done = run(HOST, "--pid", self.process.pid, "--tap", "tap0", "--interval", "0.5", "--format", name)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout

    def test_cloudwatch_is_the_guests_view(self):
        values = {name: value for _, _, metrics in metrics_of_emf(self.host("cloudwatch"))
                  for name, (value, _) in metrics.items()}
        self.assertGreater(values["NetworkPacketsIn"], 5)
        self.assertGreater(values["NetworkIn"], 1000 * values["NetworkPacketsIn"] / 2)
        self.assertEqual((values["NetworkOut"], values["NetworkPacketsOut"]), (0, 0))

    def test_prometheus_is_the_guests_view(self):
        _, samples = exposition(self.host("prometheus").decode())
        found = {family: value for (family, labels), value in samples.items() if ("device", "tap0") in labels}
        self.assertGreater(found["vmmetrics_vm_network_receive_bytes_total"], 5000)
        self.assertEqual(found["vmmetrics_vm_network_transmit_bytes_total"], 0)

    def test_a_tap_that_was_made_again_has_no_old_start(self):
        """Its counters are those of another interface. When they began is known only if the fall was seen."""
        made = "ip link del tap0; ip link add tap0 type veth peer name other && ip link set other up && " \
               "ip address add 10.99.0.1/24 broadcast 10.99.0.255 dev tap0 && ip link set tap0 up"
        enter = ["nsenter", "--target", str(self.process.pid), "--user", "--net", "--preserve-credentials", "sh", "-c", made]
        with subprocess.Popen([HOST, "--pid", str(self.process.pid), "--tap", "tap0", "--interval", "0.6", "--format", "otel",
                               "--count", "4"], stdout=subprocess.PIPE) as host:
            first = host.stdout.readline()
            if subprocess.run(enter, stderr=subprocess.DEVNULL).returncode != 0:
                host.kill()
                self.skipTest("this process may not enter the network namespace")
            later = lines(host.stdout.read())
        first, = lines(first)
        self.assertEqual(set(starts_of(first, "system.network.io").values()), {None})
        told = [starts_of(line, "system.network.io")["tap0 transmit"] for line in later
                if "system.network.io" in metrics_of_otlp(line)[0][1]]
        self.assertTrue(told)
        for start in told:
            self.assertTrue(start is None or start >= time_of(first) - 0.001, told)

    def test_opentelemetry_is_the_hosts_view(self):
        (_, metrics), = metrics_of_otlp(lines(self.host("otel"))[0])
        points = {dict(attributes)["network.io.direction"]: value
                  for attributes, value in metrics["system.network.packet.count"][2].items()}
        self.assertGreater(points["transmit"], 5)
        self.assertEqual(points["receive"], 0)


MONITOR = """
import threading
def run():
    with open("/proc/self/task/%d/comm" % threading.get_native_id(), "w") as comm:
        comm.write("fc_vcpu 0")
    print("ready", flush=True)
    while True:
        pass
threading.Thread(target=run).start()
"""


class VirtualCpu(Test):
    """A process with a thread that is called like Firecracker's virtual CPUs, and is busy."""

    def test_what_it_runs(self):
        with subprocess.Popen([sys.executable, "-c", MONITOR], stdout=subprocess.PIPE) as monitor:
            try:
                self.assertEqual(monitor.stdout.readline(), b"ready\n")
                found = {}
                for name in ("cloudwatch", "prometheus"):
                    done = run(HOST, "--pid", monitor.pid, "--interval", "1", "--format", name)
                    self.assertEqual((done.returncode, done.stderr), (0, b""))
                    found[name] = done.stdout
                thread, = (path for path in pathlib.Path(f"/proc/{monitor.pid}/task").iterdir()
                           if (path / "comm").read_text() == "fc_vcpu 0\n")
                ran, waited, _ = (int(word) / 1e9 for word in (thread / "schedstat").read_text().split())
            finally:
                monitor.kill()
        values = {name: value for _, _, metrics in metrics_of_emf(found["cloudwatch"])
                  for name, (value, _) in metrics.items()}
        # A share of one CPU; this machine may have given the process only a part of the CPU.
        for busy in (values["CPUUtilization"], values["procstat_cpu_usage"]):
            self.assertTrue(5 < busy < 115, values)
        self.assertAlmostEqual(values["CPUUtilization"], values["procstat_cpu_usage"], delta=5)
        # The thread's own counters, and no other thread's.
        _, samples = exposition(found["prometheus"].decode())
        for family, after in (("cpu", ran), ("run_delay", waited)):
            (labels, value), = ((labels, value) for (name, labels), value in samples.items()
                                if name == f"vmmetrics_vm_vcpu_{family}_seconds_total")
            self.assertEqual(dict(labels)["vcpu"], "0")
            self.assertTrue(0 <= value <= after <= value + 1, (family, value, after))
        self.assertGreater(ran, 0.1)


TWIN = """
import time
with open("/proc/self/comm", "wb") as comm:
    comm.write(%r)
print("ready", flush=True)
time.sleep(1000)
"""


class Twins(Test):
    """Two monitors of one name, and one whose name is no text: each is a series and a resource of its own."""

    def monitor(self, name, *words):
        monitor = subprocess.Popen([sys.executable, "-c", TWIN % name, *words], stdout=subprocess.PIPE)
        for cleanup in (monitor.wait, monitor.kill, monitor.stdout.close):
            self.addCleanup(cleanup)
        self.assertEqual(monitor.stdout.readline(), b"ready\n")
        return monitor.pid

    def setUp(self):
        super().setUp()
        self.pids = {self.monitor(b"firecracker") for _ in range(2)}

    def host(self, name):
        done = run(HOST, "--all", "--interval", "0.2", "--format", name)
        self.assertEqual(done.returncode, 0)
        return done.stdout

    def test_prometheus(self):
        _, samples = exposition(self.host("prometheus").decode())
        found = [dict(labels) for family, labels in samples if family == "vmmetrics_vm_cpu_seconds_total"]
        ours = [labels for labels in found if int(labels["pid"]) in self.pids]
        self.assertEqual([labels["vm"] for labels in ours], ["firecracker"] * 2)
        self.assertEqual({int(labels["pid"]) for labels in ours}, self.pids)

    def test_opentelemetry(self):
        line, = lines(self.host("otel"))
        resources = [resource for resource, _ in metrics_of_otlp(line) if resource["process.pid"] in self.pids]
        self.assertEqual({resource["process.pid"] for resource in resources}, self.pids)

    def test_cloudwatch(self):
        found = [(namespace, *sorted(dimensions.items())) for namespace, dimensions, _ in metrics_of_emf(self.host("cloudwatch"))]
        self.assertEqual(len(set(found)), len(found))
        self.assertEqual({int(dict(pairs)["pid"]) for namespace, *pairs in found if namespace == "CWAgent"} & self.pids, self.pids)

    def test_machines_bear_the_names_that_they_were_given(self):
        """Two may have one name all the same."""
        pids = [self.monitor(b"firecracker", "--id", "sandbox-7") for _ in range(2)]
        _, samples = exposition(self.host("prometheus").decode())
        found = [dict(labels) for family, labels in samples if family == "vmmetrics_vm_cpu_seconds_total"]
        self.assertEqual(sorted(int(labels["pid"]) for labels in found if labels["vm"] == "sandbox-7"), sorted(pids))
        found = {dimensions["pid"]: dimensions["vm"] for namespace, dimensions, _ in metrics_of_emf(self.host("cloudwatch"))
                 if namespace == "vmmetrics/EC2"}
        self.assertLessEqual({found.get(str(pid), "sandbox-7") for pid in pids}, {"sandbox-7"})

    def test_a_name_of_any_bytes(self):
        pid = self.monitor(b'a\xff"\x1b')

        def told(name):
            return run(HOST, "--pid", pid, "--interval", "0.1", "--format", name).stdout
        _, samples = exposition(told("prometheus").decode())
        self.assertEqual({dict(labels)["vm"] for family, labels in samples if "_vm_" in family}, {'a\\xff"\\x1b'})
        (resource, _), = metrics_of_otlp(lines(told("otel"))[0])
        self.assertEqual(resource["process.executable.name"], 'a\\xff"\\x1b')
        for _, dimensions, _ in metrics_of_emf(told("cloudwatch")):
            self.assertIn('a\\xff"\\x1b', dimensions.values())


class Formats(Test):
    @classmethod
    def setUpClass(cls):
        # Half busy, with memory of its own.
        cls.process = subprocess.Popen([sys.executable, "-c", "import time\nmemory = bytearray(30 << 20)\nwhile True:\n"
                                        "    end = time.monotonic() + 0.05\n    while time.monotonic() < end: pass\n"
                                        "    time.sleep(0.05)"])
        cls.pid = cls.process.pid
        cls.started = time.time()
        time.sleep(0.5)

    @classmethod
    def tearDownClass(cls):
        cls.process.kill()
        cls.process.wait()

    def host(self, name, *options):
        done = run(HOST, "--pid", self.pid, "--tap", "lo", "--interval", "0.5", "--format", name, *options)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout

    def test_prometheus(self):
        before, lo_before = ticks(self.pid), interface("lo")
        output = self.host("prometheus").decode()
        after, lo_after = ticks(self.pid), interface("lo")
        types, samples = exposition(output)
        for family, kind in types.items():
            # Few names are others': their labels tell them from those.
            self.assertRegex(family, "^(vmmetrics|process|container)_")
            self.assertEqual(kind, "counter" if family.endswith("_total") else "gauge", family)
        process = frozenset({("pid", str(self.pid)), ("vm", status(self.pid)["Name"][0])})
        tap = process | {("device", "lo")}
        cpu = samples["vmmetrics_vm_cpu_seconds_total", process]
        self.assertTrue(sum(before) / TICKS <= cpu <= sum(after) / TICKS, (before, cpu, after))
        self.assertEqual(samples["vmmetrics_vm_resident_memory_bytes", process], int(status(self.pid)["VmRSS"][0]) * 1024)
        self.assertEqual(samples["vmmetrics_vm_virtual_memory_bytes", process], int(status(self.pid)["VmSize"][0]) * 1024)
        # The kernel says in whole seconds when the host was started.
        self.assertLess(-1.1, samples["vmmetrics_vm_start_time_seconds", process] - self.started)
        self.assertLess(samples["vmmetrics_vm_start_time_seconds", process] - self.started, 0.1)
        for family, column in (("vmmetrics_vm_network_transmit_bytes_total", 0), ("vmmetrics_vm_network_receive_packets_total", 9)):
            self.assertTrue(lo_before[column] <= samples[family, tap] <= lo_after[column], family)
        # No disk was named.
        self.assertEqual([family for family in types if "_disk_" in family], [])

    def test_the_page_has_every_name(self):
        source = (SOURCE / "examples/tools/host/format/prometheus_metrics.c").read_text()
        page = (SOURCE / "docs" / "collectors.md").read_text()
        self.assertEqual(*(set(re.findall(r"vmmetrics_(?:build|host|vm)_\w+", text)) for text in (source, page)))

    def test_what_only_this_program_knows(self):
        balloon = self.file("balloon", '{"target_pages": 0, "actual_pages": 256, "target_mib": 0, "actual_mib": 1, '
                            '"free_memory": 100000000, "total_memory": 250000000, "available_memory": 180000000}')
        _, samples = exposition(self.host("prometheus", "--balloon", balloon).decode())
        found = {family: value for (family, _), value in samples.items()}
        for family, value in (("balloon_bytes", 1 << 20), ("guest_memory_bytes", 250000000), ("threads", 1),
                              ("guest_available_memory_bytes", 180000000), ("guest_free_memory_bytes", 100000000)):
            self.assertEqual(found["vmmetrics_vm_" + family], value)
        self.assertTrue(0.05 < found["vmmetrics_vm_cpu_cores"] < 1.1)
        self.assertTrue(0 <= found["vmmetrics_vm_run_delay_cores"] < 1.1)

    def test_several_expositions_are_one_behind_the_other(self):
        output = self.host("prometheus", "--count", "2").decode()
        first, second = output.split("# HELP vmmetrics_build_info")[1:]
        samples = [exposition("# HELP vmmetrics_build_info" + text)[1] for text in (first, second)]
        self.assertEqual(samples[0].keys(), samples[1].keys())

    def test_opentelemetry(self):
        before = ticks(self.pid)
        output = lines(self.host("otel", "--count", "2"))
        after = ticks(self.pid)
        self.assertEqual(len(output), 2)
        started = set()
        for line in output:
            (resource, metrics), = metrics_of_otlp(line)
            created = resource.pop("process.creation.time")
            self.assertEqual(resource, {**this_machine(), "process.pid": self.pid,
                                        "process.executable.name": status(self.pid)["Name"][0],
                                        "vmmetrics.vm.name": status(self.pid)["Name"][0]})
            self.assertAlmostEqual(calendar.timegm(time.strptime(created, "%Y-%m-%dT%H:%M:%SZ")), self.started, delta=2)
            for name, (unit, kind, points, starts) in metrics.items():
                self.assertEqual([unit, kind], catalogue("opentelemetry")[name][:2], name)
                allowed = {word.strip("[]") for word in catalogue("opentelemetry")[name][2:]}
                for attributes in points:
                    self.assertLessEqual({key for key, _ in attributes}, allowed, name)
                # Context switches are counted since a sample.
                started |= starts if name.startswith("process.") and name != "process.context_switches" else set()
            cpu = {dict(attributes)["cpu.mode"]: value for attributes, value in metrics["process.cpu.time"][2].items()}
            self.assertTrue(before[0] / TICKS <= cpu["user"] <= after[0] / TICKS)
            self.assertTrue(before[1] / TICKS <= cpu["system"] <= after[1] / TICKS)
            self.assertEqual(list(metrics["process.memory.usage"][2].values()), [int(status(self.pid)["VmRSS"][0]) * 1024])
            self.assertEqual(list(metrics["process.thread.count"][2].values()), [1])
        # The process has not started anew.
        self.assertEqual(len(started), 1)
        self.assertAlmostEqual(started.pop(), self.started, delta=1)

    def test_cloudwatch(self):
        name = status(self.pid)["Name"][0]
        before, lo_before, began = sum(ticks(self.pid)), interface("lo"), time.monotonic()
        output = self.host("cloudwatch")
        after, lo_after, elapsed = sum(ticks(self.pid)), interface("lo"), time.monotonic() - began
        found = {}
        for namespace, dimensions, metrics in metrics_of_emf(output):
            self.assertEqual(dimensions, {"host": os.uname().nodename, "pid": str(self.pid),
                                          "vm" if namespace == "vmmetrics/EC2" else "process_name": name})
            found[namespace] = metrics
            units = catalogue("ec2" if namespace == "vmmetrics/EC2" else "cloudwatch-agent")
            for metric, (_, unit) in metrics.items():
                self.assertEqual(units[metric], [unit], metric)
        self.assertEqual(set(found), {"vmmetrics/EC2", "CWAgent"})
        values = {metric: value for metrics in found.values() for metric, (value, _) in metrics.items()}
        self.assertTrue(before <= values["procstat_cpu_time"] * TICKS + 0.001 and
                        values["procstat_cpu_time"] * TICKS <= after + 0.001)
        self.assertAlmostEqual(values["procstat_cpu_time"],
                               values["procstat_cpu_time_user"] + values["procstat_cpu_time_system"])
        self.assertTrue(0 < values["procstat_cpu_usage"] <= 100 * (after - before + 2) / TICKS / 0.5, (values, elapsed))
        self.assertEqual(values["procstat_memory_rss"], int(status(self.pid)["VmRSS"][0]) * 1024)
        self.assertEqual(values["procstat_memory_data"], int(status(self.pid)["VmData"][0]) * 1024)
        # What was added, and of the guest's side: in is what the interface has sent.
        self.assertLessEqual(values["NetworkIn"], lo_after[8] - lo_before[8])
        self.assertLessEqual(values["NetworkPacketsOut"], lo_after[1] - lo_before[1])
        # It has no virtual CPUs.
        self.assertNotIn("CPUUtilization", values)

    def test_json_is_what_it_is_without(self):
        for options in ([], ["--format", "json"]):
            line, = lines(run(HOST, "--pid", self.pid, "--interval", "0.1", *options).stdout)
            self.assertIn("cgroup_cores", line)

    def test_a_host_without_machines(self):
        """Prometheus is told that there are none, and by which version."""
        with tempfile.TemporaryDirectory() as root:
            (pathlib.Path(root) / "proc").mkdir()
            for collector, expected in (("otel", b""), ("cloudwatch", b""), ("prometheus", None)):
                with self.subTest(collector):
                    done = run(HOST, "--root", root, "--all", "--interval", "0.1", "--format", collector)
                    self.assertEqual((done.returncode, done.stdout if expected is not None else None), (0, expected))
        version = run(HOST, "--version").stdout.decode().split()[1]
        self.assertEqual(exposition(done.stdout.decode())[1],
                         {("vmmetrics_build_info", frozenset({("version", version)})): 1,
                          ("vmmetrics_host_vms", frozenset()): 0})

    def test_wrong_usage(self):
        for options, message in ((["--pid", "1", "--format", "xml"], b"--format xml: no such format; there are json, vm0, "),
                                 (["--all", "--format", "vm0"], b"which only vmmetrics-guest can read"),
                                 (["--pid", "1", "--format", "e2b"], b"which only vmmetrics-guest can read"),
                                 (["--pid", "1", "--format"], b"--format: the value of this option is missing")):
            done = run(HOST, *options)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(message, done.stderr)


if __name__ == "__main__":
    main(HOST)
