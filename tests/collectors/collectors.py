# SPDX-License-Identifier: MIT
"""What the tests of the collectors' formats share: reading the formats, the catalogues, and running node_exporter."""

import http.client
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time
import unittest

for folder in ("agree", "vm"):
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / folder))

import vm  # noqa: E402
from programs import DATA, GUEST, SOURCE, Test, lines, needs_namespace, run, with_files  # noqa: E402

HOST = os.environ.get("VMMETRICS_HOST", "vmmetrics-host")
CATALOGUE = pathlib.Path(__file__).resolve().parent / "catalogue"
# Those that read what vmmetrics-guest reads.
COLLECTORS = ("arp", "conntrack", "cpu", "diskstats", "entropy", "filefd", "filesystem", "interrupts", "loadavg", "meminfo",
              "netclass", "netdev", "netstat", "os", "pressure", "processes", "schedstat", "sockstat", "softnet", "stat", "stat.softirq",
              "tcpstat", "time", "timex", "udp_queues", "uname", "vmstat")

__all__ = ["CATALOGUE", "COLLECTORS", "DATA", "GUEST", "HOST", "NODE_EXPORTER", "PROMTOOL", "SOURCE", "Exporter", "Test",
           "catalogue", "exposition", "lines", "main", "metrics_of_emf", "metrics_of_otlp", "needs_namespace", "run",
           "starts_of", "this_machine", "time_of", "with_files"]


def found(package, *names):
    """A program that is here, or from a package that is unpacked, not installed: it would start a service. Else None."""
    for name in names:
        if shutil.which(name):
            return shutil.which(name)
    try:
        return str(vm.unpacked(package) / "usr/bin" / names[0])
    except vm.Missing as missing:
        print(missing)
        return None


NODE_EXPORTER = found("prometheus-node-exporter", "prometheus-node-exporter", "node_exporter")
PROMTOOL = found("prometheus", "promtool")


def catalogue(name):
    """The rows of a list, by their first word."""
    rows = [line.split() for line in (CATALOGUE / f"{name}.txt").read_text().splitlines()
            if line and not line.startswith("#")]
    assert len({row[0] for row in rows}) == len(rows), name
    return {row[0]: row[1:] for row in rows}


def main(program):
    if shutil.which(program) is None:
        sys.exit(f"{program}: not found; set VMMETRICS_GUEST and VMMETRICS_HOST")
    unittest.main(verbosity=2)


# ---- Prometheus ----

LABEL = r'([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"'
SAMPLE = re.compile(r"([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(" + LABEL + r"(?:," + LABEL + r")*)\})? (\S+)")


def unescape(text):
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], text)


def exposition(text):
    """({family: type}, {(family, labels): value}), where labels are a frozenset of pairs. Stricter than needed: HELP and
    TYPE stand before each family, whose lines stand together, and nothing comes twice."""
    types, samples, family, helped = {}, {}, None, None
    assert text == "" or text.endswith("\n")
    for line in text.split("\n")[:-1]:
        if line.startswith("# HELP "):
            helped = line.split(" ", 3)[2]
            assert line.split(" ", 3)[3].strip(), line
        elif line.startswith("# TYPE "):
            _, _, family, kind = line.split(" ")
            assert family == helped and family not in types, line
            assert kind in ("counter", "gauge", "untyped"), line
            types[family] = kind
        else:
            match = SAMPLE.fullmatch(line)
            assert match and match[1] == family, line
            labels = [(name, unescape(value)) for name, value in re.findall(LABEL, match[2] or "")]
            assert len(dict(labels)) == len(labels), line
            # For Prometheus a label that is empty is no label.
            key = family, frozenset((name, value) for name, value in labels if value)
            assert key not in samples, line
            samples[key] = float(match[7])
    assert {family for family, labels in samples} == set(types)
    return types, samples


# ---- CloudWatch's embedded metric format ----

UNITS = ("Seconds Microseconds Milliseconds Bytes Kilobytes Megabytes Gigabytes Terabytes Bits Kilobits Megabits Gigabits "
         "Terabits Percent Count None").split()


def metrics_of_emf(output):
    """[(namespace, {dimension: value}, {metric: (value, unit)})], and that the specification is kept."""
    found = []
    for line in lines(output):
        assert list(line["_aws"]) == ["Timestamp", "CloudWatchMetrics"], line
        assert abs(line["_aws"]["Timestamp"] / 1000 - time.time()) < 60
        directive, = line["_aws"]["CloudWatchMetrics"]
        assert set(directive) == {"Namespace", "Dimensions", "Metrics"}
        dimensions, = directive["Dimensions"]
        assert 0 < len(dimensions) <= 30 and 0 < len(directive["Metrics"]) <= 100
        units = {}
        for metric in directive["Metrics"]:
            assert set(metric) <= {"Name", "Unit"} and metric["Name"] not in units, metric
            assert metric.get("Unit", "None") in UNITS, metric
            units[metric["Name"]] = metric.get("Unit", "-")
        # What is named is there, and nothing else is.
        assert set(line) == {"_aws", *dimensions, *units}, line
        # CloudWatch's rules for dimensions: ASCII without control characters, and not only blanks.
        assert all(isinstance(line[name], str) and len(line[name]) <= 1024 and line[name].strip() and
                   re.fullmatch("[ -~]+", line[name]) for name in dimensions), line
        assert all(type(line[name]) in (int, float) for name in units), line
        found.append((directive["Namespace"], {name: line[name] for name in dimensions},
                      {name: (line[name], unit) for name, unit in units.items()}))
    return found


# ---- OTLP ----

# The conventions of the catalogue.
SCHEMA = "https://opentelemetry.io/schemas/" + \
    re.search(r"semantic-conventions v([\d.]+)", (CATALOGUE / "opentelemetry.txt").read_text())[1]


def value_of(value):
    (kind, content), = value.items()
    assert kind in ("stringValue", "intValue") and isinstance(content, str), value
    return int(content) if kind == "intValue" else content


def attributes_of(pairs):
    found = {pair["key"]: value_of(pair["value"]) for pair in pairs}
    assert len(found) == len(pairs) and all(set(pair) == {"key", "value"} for pair in pairs), pairs
    return found


def points_of(metric):
    """{frozenset of attributes: value} and the start of counters, in seconds."""
    kind = "gauge" if "gauge" in metric else "sum"
    assert set(metric) == {"name", "unit", kind}, metric
    body = metric[kind]
    if kind == "sum":
        assert body["aggregationTemporality"] == 2 and isinstance(body["isMonotonic"], bool), body
        kind = "counter" if body["isMonotonic"] else "updowncounter"
    assert set(body) == {"dataPoints"} | (set() if kind == "gauge" else {"aggregationTemporality", "isMonotonic"})
    points, starts = {}, set()
    for point in body["dataPoints"]:
        attributes = frozenset(attributes_of(point["attributes"]).items())
        assert attributes not in points, point
        assert re.fullmatch(r"\d{19}", point["timeUnixNano"]), point
        assert set(point) - {"startTimeUnixNano"} in ({"attributes", "timeUnixNano", "asInt"},
                                                      {"attributes", "timeUnixNano", "asDouble"}), point
        if "startTimeUnixNano" in point:
            assert kind == "counter" and int(point["startTimeUnixNano"]) <= int(point["timeUnixNano"]), point
            starts.add(int(point["startTimeUnixNano"]) / 1e9)
        if "asInt" in point:
            assert re.fullmatch(r"\d+", point["asInt"]) and int(point["asInt"]) < 2**63, point
        points[attributes] = int(point["asInt"]) if "asInt" in point else point["asDouble"]
    assert points
    return kind, points, starts


def starts_of(line, metric):
    """{attributes' values: since when, in seconds} of the points of a metric in the first resource; None if unknown."""
    found, = (one for one in line["resourceMetrics"][0]["scopeMetrics"][0]["metrics"] if one["name"] == metric)
    return {" ".join(str(value) for _, value in sorted(attributes_of(point["attributes"]).items())):
            int(point["startTimeUnixNano"]) / 1e9 if "startTimeUnixNano" in point else None
            for point in found["sum"]["dataPoints"]}


def time_of(line):
    """When the first point was measured, in seconds."""
    metric = line["resourceMetrics"][0]["scopeMetrics"][0]["metrics"][0]
    return int((metric.get("sum") or metric.get("gauge"))["dataPoints"][0]["timeUnixNano"]) / 1e9


def this_machine():
    """What OpenTelemetry's resources tell of the machine that a program runs on."""
    found = {"host.name": os.uname().nodename}
    try:
        text = pathlib.Path("/etc/machine-id").read_text()
    except OSError:
        return found
    return {**found, "host.id": text.strip()} if re.fullmatch("[0-9a-f]{32}\n", text) else found


def metrics_of_otlp(line):
    """[(resource, {metric: (unit, kind, {attributes: value}, starts)})], and that the protocol is kept."""
    assert list(line) == ["resourceMetrics"]
    found = []
    for resource in line["resourceMetrics"]:
        assert set(resource) == {"resource", "scopeMetrics", "schemaUrl"}
        scope, = resource["scopeMetrics"]
        assert set(scope) == {"scope", "metrics", "schemaUrl"} and set(scope["scope"]) == {"name", "version"}
        assert resource["schemaUrl"] == scope["schemaUrl"] == SCHEMA
        metrics = {}
        for metric in scope["metrics"]:
            assert metric["name"] not in metrics, metric["name"]
            metrics[metric["name"]] = (metric["unit"], *points_of(metric))
        found.append((attributes_of(resource["resource"]["attributes"]), metrics))
    resources = [frozenset(resource.items()) for resource, _ in found]
    assert len(set(resources)) == len(resources), resources
    return found


# ---- node_exporter ----

class Exporter:
    """node_exporter on a port of this machine, with nothing but some collectors. What it logs is in `log`, if that is given."""

    def __init__(self, test, collectors=COLLECTORS, options=(), own=False, log=None):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        # Debian's does not tell of lo unless asked to, and later versions not of zram.
        options = [*(f"--collector.{name}" for name in collectors), "--collector.netdev.device-exclude=^$",
                   r"--collector.diskstats.device-exclude=^(ram|loop|fd|(h|s|v|xv)d[a-z]|nvme\d+n\d+p)\d+$", *options]
        self._process = subprocess.Popen(
            [NODE_EXPORTER, f"--web.listen-address=127.0.0.1:{port}",
             *([] if own else ["--web.disable-exporter-metrics"]), "--collector.disable-defaults", *options],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL if log is None else log)
        test.addCleanup(self._end)
        # One connection for all scrapes, or each would find other connections than the one before.
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for _ in range(100):
            try:
                self._connection.connect()
                break
            except ConnectionRefusedError:
                assert self._process.poll() is None, "node_exporter has ended"
                time.sleep(0.1)

    def _end(self):
        self._connection.close()
        self._process.terminate()
        self._process.wait()

    def cpu_seconds(self):
        """What it has used so far, in steps of a tick."""
        fields = pathlib.Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def scrape(self):
        self._connection.request("GET", "/metrics")
        return self._connection.getresponse().read().decode()
