# SPDX-License-Identifier: MIT
"""Three hosts with machines, scraped by Prometheus, which writes on into VictoriaMetrics: all with the files of
examples/fleet, but with shorter times. What the rules are about is brought about for real: a limit of CPU time, CPUs that
are busy, a balloon whose driver is gone, a guest without memory, a machine that restarts, a guest that stops, a host that is
gone.

A host is a network namespace with an address on a bridge, and processes of its own (host.py)."""

import contextlib
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent
EXAMPLES = TESTS.parent / "examples" / "fleet"
sys.path[:0] = [str(TESTS / "collectors")]
from collectors import found, vm  # noqa: E402

IN_NAMESPACE = "VMMETRICS_FLEET"
PROMETHEUS = "http://127.0.0.1:9090"
VICTORIA = "http://127.0.0.1:8428"
NETWORK = "10.77.0"
MIB = 1 << 20
# Names and options of each host's machines. The rules are about some of them.
HOSTS = {"a": [["throttled", {"cpus": 1}], ["quiet", {"cpus": 2, "memory": 192}]],
         "b": [["stuck", {"cpus": 1}], ["full", {"cpus": 1, "memory": 192}]],
         "c": [["busy", {"cpus": 2}], ["silent", {"cpus": 1}]]}
BALLOON = 96 * MIB
# CPUs, so few that even a host with much other work has more for the machine.
LIMIT = 0.1
GUESTS = {name: host for host, wanted in HOSTS.items() for name, _ in wanted}
# What fires, and of which machines: exactly these, or at least these.
CERTAIN = {"VmThrottled": {"throttled"}, "VmBalloonStuck": {"stuck"}, "VmGuestMemoryLow": {"full"}, "VmRestarts": {"restarting"},
           "VmOutOfMemory": {"quiet"}}
AT_LEAST = {"VmRunDelay": {"throttled", "busy"}}


def say(text):
    print(text, flush=True)


def need(program, package):
    path = found(package, program)
    if path is None or not os.path.exists(path):
        say(f"skipped: there is no {program} (package {package})")
        sys.exit(77)
    return path


class Host:
    """A host, which obeys: host.METHOD(...)."""

    def __init__(self, name, number, folder):
        self.name, self.address = name, f"{NETWORK}.{number}"
        self.folder = folder / name
        self.folder.mkdir()
        self._lock = threading.Lock()
        # Its interface is there before its program: the program waits for a byte.
        self._process = subprocess.Popen(
            ["unshare", "--net", "--pid", "--fork", "--kill-child", "--mount", "--mount-proc", "sh", "-c", 'read -r go; exec "$@"',
             "sh", sys.executable, "-B", HERE / "host.py", name, self.address, self.folder], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        while os.stat(f"/proc/{self._process.pid}/ns/net").st_ino == os.stat("/proc/self/ns/net").st_ino:
            time.sleep(0.02)
        ip("link", "add", f"port-{name}", "type", "veth", "peer", "name", "eth0", "netns", str(self._process.pid))
        ip("link", "set", f"port-{name}", "master", "fleet", "up")
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        assert self._answer() == "ready"

    def _answer(self):
        line = self._process.stdout.readline()
        assert line, f"host {self.name} has ended"
        good, value = json.loads(line)
        assert good, value
        return value

    def __getattr__(self, method):
        def call(*arguments):
            with self._lock:
                self._process.stdin.write(json.dumps([method, *arguments]) + "\n")
                self._process.stdin.flush()
                return self._answer()
        return call

    def end(self):
        """As if its power were cut, but for the cgroups, which would stay."""
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(20)
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()


def ip(*words):
    subprocess.run(["ip", *words], check=True)


def get(url, **parameters):
    with urllib.request.urlopen(f"{url}?{urllib.parse.urlencode(parameters)}", timeout=30) as answer:
        return json.load(answer)


def query(expression, server=PROMETHEUS):
    """[(labels, value)]"""
    try:
        answer = get(f"{server}/api/v1/query", query=expression)
    except urllib.error.HTTPError as error:
        raise AssertionError(f"{expression}: {error.read().decode()}") from None
    return [(row["metric"], float(row["value"][1])) for row in answer["data"]["result"]]


def one(expression, server=PROMETHEUS):
    (_, value), = query(expression, server)
    return value


def wait_for(what, condition, seconds):
    """What a condition gives as soon as that is something, and after how many seconds."""
    began = time.monotonic()
    while True:
        try:
            value = condition()
        except (OSError, AssertionError):
            value = None
        if value:
            return value, time.monotonic() - began
        assert time.monotonic() - began < seconds, f"not within {seconds} s: {what}"
        time.sleep(0.5)


def shortened(text):
    """Rules that look at half a minute instead of five, and that fire after 5 seconds."""
    text = re.sub(r"\bfor: \d+m", "for: 5s", text)
    return text.replace("[5m]", "[30s]").replace("[15m]", "[90s]")


def configuration(hosts, folder):
    """examples/fleet/prometheus.yml with the addresses of these hosts and a scrape each 2 seconds."""
    text = (EXAMPLES / "prometheus.yml").read_text()
    for host in hosts.values():
        text = text.replace(f"host-{host.name}:", f"{host.address}:")
    text = re.sub(r"(scrape|evaluation)_interval: 15s", r"\1_interval: 2s", text).replace("refresh_interval: 30s", "refresh_interval: 2s")
    (folder / "prometheus.yml").write_text(text)
    (folder / "rules.yml").write_text(shortened((EXAMPLES / "rules.yml").read_text()))
    return folder / "prometheus.yml"


class Fleet:
    def __init__(self, folder):
        self.folder, self.servers = folder, []
        ip("link", "set", "lo", "up")
        ip("link", "add", "fleet", "type", "bridge")
        ip("address", "add", f"{NETWORK}.1/24", "dev", "fleet")
        ip("link", "set", "fleet", "up")
        self.hosts = {}
        for number, name in enumerate(HOSTS, 11):
            self.hosts[name] = Host(name, number, folder)
        began = time.monotonic()
        for name, wanted in HOSTS.items():
            pids = self.hosts[name].start(*wanted)
            say(f"host {name}: {pids}")
            self.hosts[name].serve()
        say(f"{len(GUESTS)} machines on {len(self.hosts)} hosts after {time.monotonic() - began:.0f} s")
        self._ends = threading.Event()
        self._asking = threading.Thread(target=self._ask, daemon=True)
        self._asking.start()
        self._serve(need("victoria-metrics", "victoria-metrics"), "-storageDataPath", folder / "victoria", "-httpListenAddr",
                    "127.0.0.1:8428", "-search.latencyOffset", "0s")
        self._serve(need("prometheus", "prometheus"), "--config.file", configuration(self.hosts, folder), "--storage.tsdb.path",
                    folder / "prometheus", "--web.listen-address", "127.0.0.1:9090")
        self.began = time.monotonic()

    def _ask(self):
        """Each second the monitors are asked about the balloons."""
        while not self._ends.wait(1):
            for host in list(self.hosts.values()):
                with contextlib.suppress(AssertionError, OSError, ValueError):
                    host.write_answers()

    def _serve(self, *words):
        with open(self.folder / "servers.log", "ab") as log:
            self.servers.append(subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=log, stderr=log))

    def close(self):
        self._ends.set()
        self._asking.join()
        # Prometheus first: it would wait for the other server.
        for process in reversed(self.servers):
            process.terminate()
            process.wait()
        for host in self.hosts.values():
            host.end()


FLEET = None


def setUpModule():  # pylint: disable=invalid-name
    global FLEET  # pylint: disable=global-statement
    scratch = tempfile.TemporaryDirectory(prefix="fleet-")  # pylint: disable=consider-using-with
    unittest.addModuleCleanup(scratch.cleanup)
    FLEET = Fleet(pathlib.Path(scratch.name))
    unittest.addModuleCleanup(FLEET.close)
    wait_for("Prometheus answers", lambda: query("up"), 60)


def firing():
    """{alert: {machine or host}}"""
    alerts = {}
    for labels, _ in query('ALERTS{alertstate="firing"}'):
        alerts.setdefault(labels["alertname"], set()).add(labels.get("vm") or labels["host"])
    return alerts


class Test1WhatArrives(unittest.TestCase):
    def test_1_all_targets_are_up(self):
        targets, seconds = wait_for("all targets are up", lambda: len(query("up == 1")) == len(HOSTS) + len(GUESTS), 90)
        self.assertTrue(targets)
        say(f"all {len(HOSTS) + len(GUESTS)} targets up after {seconds:.0f} s")
        self.assertEqual({(labels["host"].rpartition(".")[2], labels["vm"]) for labels, _ in query('up{job="vmmetrics-guest"}')},
                         {(FLEET.hosts[host].address.rpartition(".")[2], name) for name, host in GUESTS.items()})

    def test_2_machines_in_both_tiers(self):
        """Each host tells of its own machines only, and the tiers agree about what each machine is."""
        wait_for("all machines", lambda: len(query("vmmetrics_vm_vcpus")) == len(GUESTS), 30)
        for host, wanted in HOSTS.items():
            address = FLEET.hosts[host].address
            self.assertEqual({labels["vm"]: value for labels, value in query(f'vmmetrics_vm_vcpus{{host="{address}"}}')},
                             {name: options["cpus"] for name, options in wanted})
            self.assertEqual(one(f'count by (host) (vmmetrics_vm_start_time_seconds{{host="{address}"}})'), len(wanted))
        self.assertEqual({labels["vm"]: value for labels, value in query('count by (host, vm) (node_cpu_seconds_total{mode="idle"})')},
                         {name: options["cpus"] for wanted in HOSTS.values() for name, options in wanted})
        # The balloon's statistics and the guest's own line are of one memory.
        self.assertEqual(len(query('vmmetrics_vm_guest_memory_bytes == on (host, vm) group_left node_memory_MemTotal_bytes')),
                         len(GUESTS))

    def test_3_remote_write(self):
        """VictoriaMetrics has the series and the samples that Prometheus has. It keeps fewer digits than a double has."""
        names = '{__name__=~"(vmmetrics|node)_.*"}'
        time.sleep(10)
        (_, moment), = query("vector(time() - 6)")
        both = [get(f"{server}/api/v1/query", query=names + "[6s]", time=moment)["data"]["result"] for server in (PROMETHEUS, VICTORIA)]
        series = [{json.dumps(row["metric"], sort_keys=True): row["values"] for row in rows} for rows in both]
        self.assertGreater(len(series[0]), 500)
        self.assertEqual(series[0].keys(), series[1].keys())
        samples = {}
        for key, values in series[0].items():
            for (at, value), (other_at, other) in zip(values, series[1][key]):
                self.assertEqual(at, other_at, key)
                self.assertTrue(math.isclose(float(value), float(other), rel_tol=1e-12), (key, value, other))
                samples[key] = len(values)
        say(f"{len(series[0])} series, {sum(samples.values())} samples in 6 s are the same in Prometheus and VictoriaMetrics")

    def test_4_prometheus_has_no_complaint(self):
        """Prometheus counts samples that are refused, and names that come twice."""
        for name in ("prometheus_target_scrapes_sample_duplicate_timestamp_total", "prometheus_target_scrapes_sample_out_of_bounds_total",
                     "prometheus_target_scrapes_sample_out_of_order_total", "prometheus_remote_storage_samples_failed_total"):
            with urllib.request.urlopen(f"{PROMETHEUS}/metrics", timeout=30) as answer:
                text = answer.read().decode()
            self.assertEqual({float(value) for value in re.findall(rf"^{name}(?:\{{.*\}})? (\S+)$", text, re.M)}, {0.0}, name)


class Test2Rules(unittest.TestCase):
    """Nothing fires at first, but that machines wait for the CPUs of a host that has other work, too. Then all conditions are
    made at once."""

    @classmethod
    def setUpClass(cls):
        cls.before = firing()
        hosts = FLEET.hosts
        burn = "while :; do :; done >/dev/null 2>&1 &"
        fill = ("mkdir /full && mount -t tmpfs -o size=100% full /full && head -c $(($(awk '/MemAvailable/ { print $2 }' "
                "/proc/meminfo) - 9000))k /dev/zero >/full/file")
        # A process that needs more memory than there is.
        hog = """awk 'BEGIN { text = "x"; while (1) text = text text }' || true"""
        orders = [("VmRestarts", "c", "restart", "restarting", 4, 6),
                  ("VmBalloonStuck", "b", "do", "stuck", "rmmod virtio_balloon"),
                  ("VmBalloonStuck", "b", "balloon", "stuck", BALLOON),
                  (None, "a", "balloon", "quiet", BALLOON // 2),
                  ("VmThrottled", "a", "limit", "throttled", LIMIT),
                  ("VmThrottled", "a", "do", "throttled", burn),
                  ("VmRunDelay", "c", "do", "busy", burn),
                  ("VmRunDelay", "c", "do", "busy", burn),
                  ("VmGuestMemoryLow", "b", "do", "full", fill),
                  ("VmOutOfMemory", "a", "do", "quiet", hog)]
        # When what each alert is about was brought about.
        cls.made = {}
        for alert, host, method, *arguments in orders:
            getattr(hosts[host], method)(*arguments)
            cls.made[alert] = time.time()

    def test_1_nothing_fires_before(self):
        self.assertLessEqual(self.before.keys(), AT_LEAST.keys())

    def test_2_each_rule_fires(self):
        missing = {**CERTAIN, **AT_LEAST}
        while missing:
            # Since when each alert has been firing, by Prometheus's own samples.
            since = {(labels["alertname"], labels.get("vm")): value
                     for labels, value in query('min_over_time(timestamp(ALERTS{alertstate="firing"})[5m:1s])')}
            for alert, machines in list(missing.items()):
                if all((alert, machine) in since for machine in machines):
                    seconds = max(since[alert, machine] for machine in missing.pop(alert)) - self.made[alert]
                    say(f"{alert}: {', '.join(sorted(machines))} after {seconds:.0f} s")
            self.assertLess(time.time() - max(self.made.values()), 120, f"not fired: {missing}; firing: {firing()}")
            time.sleep(0.5)

    def test_3_nothing_else_fires(self):
        now = firing()
        for alert, machines in CERTAIN.items():
            self.assertEqual(now.pop(alert), machines, alert)
        for alert, machines in AT_LEAST.items():
            self.assertLessEqual(machines, now.pop(alert), alert)
        self.assertEqual(now, {})

    def test_4_values_are_those_of_the_conditions(self):
        self.assertEqual(one('vmmetrics_vm_balloon_bytes{vm="quiet"}'), BALLOON // 2)
        self.assertEqual(one('vmmetrics_vm_balloon_target_bytes{vm="stuck"} - vmmetrics_vm_balloon_bytes{vm="stuck"}'), BALLOON)
        cpu = one('rate(vmmetrics_vm_cpu_seconds_total{vm="throttled"}[20s])')
        self.assertTrue(0.01 < cpu < LIMIT + 0.05, cpu)
        self.assertGreater(one('vm:vmmetrics_throttled:ratio5m{vm="throttled"}'), 0.25)
        self.assertLess(one('vm:vmmetrics_guest_available:ratio{vm="full"}'), 0.1)

    def test_5_dashboard(self):
        """Each query of the dashboard and of docs/fleet.md gives numbers, in both servers."""
        dashboard = json.loads((EXAMPLES / "dashboard.json").read_text())
        expressions = [target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", [])]
        examples, = re.findall(r"^## Queries.*?^```text\n(.*?)^```$", (TESTS.parent / "docs" / "fleet.md").read_text(), re.M | re.S)
        expressions += examples.replace("[5m]", "[30s]").split("\n\n")
        empty = []
        for expression in expressions:
            text = expression.replace("$host", ".*").replace("$vm", ".*").replace("$__rate_interval", "30s")
            for server in (PROMETHEUS, VICTORIA):
                values = [value for _, value in query(text, server)]
                if not [value for value in values if value == value]:
                    empty.append((server, text))
        self.assertEqual(empty, [])
        for variable in dashboard["templating"]["list"][1:]:
            metric, label = re.fullmatch(r"label_values\((.*), (\w+)\)", variable["definition"]).groups()
            got = get(f"{PROMETHEUS}/api/v1/label/{label}/values", **{"match[]": metric.replace("$host", ".*")})["data"]
            self.assertGreaterEqual(len(got), len(HOSTS), variable["name"])
        say(f"{len(expressions)} queries of the dashboard and of the page have data in both servers")

    def test_6_a_guest_that_stops(self):
        FLEET.hosts["c"].pause("silent")
        began = time.monotonic()
        wait_for("the guest is missing", lambda: firing().get("VmmetricsScrapeMissing") == {"silent"}, 100)
        say(f"VmmetricsScrapeMissing: guest silent after {time.monotonic() - began:.0f} s, 60 of which its last sample is served")

    def test_7_a_host_that_is_gone(self):
        address = FLEET.hosts["b"].address
        host = FLEET.hosts.pop("b")
        host.end()
        began = time.monotonic()
        wait_for("the host is missing", lambda: address in firing().get("VmmetricsScrapeMissing", set()), 60)
        say(f"VmmetricsScrapeMissing: host b after {time.monotonic() - began:.0f} s")

    def test_8_figures(self):
        status = get(f"{PROMETHEUS}/api/v1/status/tsdb")["data"]["headStats"]
        with urllib.request.urlopen(f"{PROMETHEUS}/metrics", timeout=30) as answer:
            samples = re.search(r"^prometheus_tsdb_head_samples_appended_total(?:\{.*\})? (\S+)$", answer.read().decode(), re.M)[1]
        duration = one('avg(avg_over_time(scrape_duration_seconds{job="vmmetrics-host"}[2m]))')
        say(f"{status['numSeries']} series, {float(samples):.0f} samples in {time.monotonic() - FLEET.began:.0f} s; a scrape of a host "
            f"takes {duration:.2f} s")


if __name__ == "__main__":
    absent = [name for name in ("unshare", "ip", "losetup", "systemd-socket-activate", vm.QEMU) if not shutil.which(name)]
    if os.geteuid() != 0 or absent:
        say(f"skipped: there is no {', '.join(absent)}" if absent else "skipped: only root can make network namespaces")
        sys.exit(77)
    if IN_NAMESPACE not in os.environ:
        need("victoria-metrics", "victoria-metrics")
        need("prometheus", "prometheus")
        # The network is not there in the namespace.
        try:
            for package in (vm.KERNEL, "busybox-static"):
                vm.unpacked(package)
        except vm.Missing as missing:
            say(f"skipped: {missing}")
            sys.exit(77)
        os.execvpe("unshare", ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", sys.executable, "-B",
                               *sys.argv], {**os.environ, IN_NAMESPACE: "yes"})
    unittest.main(verbosity=2)
