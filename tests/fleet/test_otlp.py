# SPDX-License-Identifier: MIT
"""Lines of OTLP of both programs, by OpenTelemetry's own decoder and through a real Collector: otelcol/main.go, which Go
builds of modules. Each field of each point arrives as it was printed.

usage: test_otlp.py [BUILD]    BUILD is a directory for the built Collector"""

import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent
CONFIGURATION = TESTS.parent / "examples" / "fleet" / "otelcol.yml"
sys.path[:0] = [str(TESTS / "agree"), str(TESTS / "vm")]
from programs import GUEST, Test, run  # noqa: E402
import vm  # noqa: E402

HOST = os.environ.get("VMMETRICS_HOST", "vmmetrics-host")
BUILD = pathlib.Path(sys.argv.pop() if len(sys.argv) > 1 and not sys.argv[-1].startswith("-") else TESTS.parent / "build" / "fleet")
COLLECTOR = BUILD / "otelcol"
GUEST_OPTIONS = (["--no-wait"], ["--per-cpu"], ["--path", "/", "--path", "/proc"], ["--interval", "0.2", "--count", "3"],
                 # Nearly all is unknown here.
                 ["--root", str(TESTS / "data")])


def build():
    """Builds the Collector from a copy of its source, to which Go adds the versions of the modules that those of go.mod need.
    Ends the test where there is no Go that can, or where the modules cannot be fetched."""
    if not shutil.which("go"):
        sys.exit(print("skipped: there is no go") or 77)
    source = BUILD / "source"
    source.mkdir(parents=True, exist_ok=True)
    for name in ("go.mod", "main.go"):
        shutil.copy(HERE / "otelcol" / name, source)
    done = subprocess.run(["go", "build", "-mod=mod", "-o", COLLECTOR, "."], cwd=source, capture_output=True, text=True,
                          check=False)
    if re.search(r"^go: (?!downloading)|dial tcp|no such host", done.stderr, re.M) and done.returncode != 0:
        sys.exit(print(f"skipped: {done.stderr.strip().splitlines()[-1]}") or 77)
    assert done.returncode == 0, done.stderr


# ---- What a line says ----

def take(dictionary, **defaults):
    """The values of a dictionary, by name. It has no others: a decoder would skip them in silence."""
    assert dictionary.keys() <= defaults.keys(), (dictionary.keys(), defaults.keys())
    return [dictionary.get(name, default) for name, default in defaults.items()]


def attributes_of(pairs):
    found = []
    for pair in pairs:
        key, value = take(pair, key="", value={})
        (kind, content), = value.items()
        found.append((key, kind, str(content)))
    return tuple(found)


def points(line):
    """All that a line says, point by point. What has the default value may be left out."""
    found = []
    resources, = take(json.loads(line), resourceMetrics=[])
    for resource in resources:
        owner, scopes, schema = take(resource, resource={}, scopeMetrics=[], schemaUrl="")
        owner, = take(owner, attributes=[])
        for scope in scopes:
            name, metrics, scope_schema = take(scope, scope={}, metrics=[], schemaUrl="")
            for metric in metrics:
                title, unit, description, gauge, total = take(metric, name="", unit="", description="", gauge=None, sum=None)
                assert (gauge is None) != (total is None), metric
                data, temporality, monotonic = take(total or gauge, dataPoints=[], aggregationTemporality=0, isMonotonic=False)
                for point in data:
                    attributes, start, moment, whole, real = take(point, attributes=[], startTimeUnixNano="0", timeUnixNano="0",
                                                                  asInt=None, asDouble=None)
                    assert (whole is None) != (real is None), point
                    found.append((attributes_of(owner), schema, *take(name, name="", version=""), scope_schema, title, unit,
                                  description, "sum" if total else "gauge", temporality, monotonic, attributes_of(attributes),
                                  int(start), int(moment), "int" if real is None else "double",
                                  int(whole) if real is None else float(real)))
    return found


def printed(*command):
    done = run(*command)
    assert done.returncode == 0, done
    lines = done.stdout.decode().splitlines()
    assert lines, command
    return lines


class Otlp(Test):
    def setUp(self):
        super().setUp()
        # A machine whose name has no place in UTF-8, and another.
        monitor = self.folder / "firecracker"
        monitor.symlink_to(os.path.realpath(sys.executable))
        for name in (b"one", b"m\xc3\xa4\xff\x01\\"):
            process = subprocess.Popen([str(monitor), "-c", "print(flush=True); import time; time.sleep(300)", "--id", name],
                                       stdout=subprocess.PIPE, preexec_fn=vm.end_with_parent)
            process.stdout.readline()
            self.addCleanup(process.stdout.close)
            self.addCleanup(process.wait)
            self.addCleanup(process.kill)
        self.pid = process.pid

    def lines(self):
        for options in GUEST_OPTIONS:
            yield from printed(GUEST, "--format", "otel", *options)
        for options in (["--all"], ["--pid", self.pid, "--interval", "0.2", "--count", "3"]):
            yield from printed(HOST, "--format", "otel", *options)

    def test_decoder(self):
        """OpenTelemetry's decoder takes each line, and keeps each field of it."""
        lines = list(self.lines())
        done = run(COLLECTOR, "decode", text="\n".join(lines).encode())
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        decoded = done.stdout.decode().splitlines()
        self.assertEqual(len(decoded), len(lines))
        count = 0
        for line, other in zip(lines, decoded):
            mine = points(line)
            self.assertEqual(points(other), mine)
            count += len(mine)
        print(f"{len(lines)} lines, {count} points: the decoder has each field as it was printed")
        self.assertGreater(count, 500)
        # Another temporality is another field, so this comparison would see it.
        wrong = lines[0].replace('"aggregationTemporality":2', '"aggregationTemporality":1', 1)
        self.assertNotEqual(points(run(COLLECTOR, "decode", text=wrong.encode()).stdout), points(lines[0]))
        self.assertNotEqual(run(COLLECTOR, "decode", text=lines[0].replace('"sum":{', '"sum":[', 1).encode()).returncode, 0)

    def test_collector(self):
        """A POST of each line to a Collector, which writes to a file what arrived."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        text = CONFIGURATION.read_text().replace("4318", str(port))
        text, count = re.subn(r"/var/lib/otelcol/\S*metrics.jsonl", str(self.folder / "out.jsonl"), text)
        self.assertEqual(count, 1)
        (self.folder / "otelcol.yml").write_text(text)
        with open(self.folder / "log", "wb") as log:
            collector = subprocess.Popen([COLLECTOR, "--config", self.folder / "otelcol.yml"], stdout=log, stderr=log,
                                         preexec_fn=vm.end_with_parent)
        self.addCleanup(collector.wait)
        self.addCleanup(collector.kill)
        ends = time.monotonic() + 30
        while True:
            with socket.socket() as line:
                if line.connect_ex(("127.0.0.1", port)) == 0:
                    break
            self.assertTrue(collector.poll() is None and time.monotonic() < ends, (self.folder / "log").read_text())
            time.sleep(0.1)
        sent = list(self.lines())
        for line in sent:
            request = urllib.request.Request(f"http://127.0.0.1:{port}/v1/metrics", data=line.encode(),
                                             headers={"Content-Type": "application/json"})
            with urllib.request.urlopen(request, timeout=30) as answer:
                self.assertEqual(json.load(answer).get("partialSuccess", {}), {})
        collector.terminate()
        self.assertEqual(collector.wait(30), 0)
        arrived = (self.folder / "out.jsonl").read_text().splitlines()
        self.assertEqual([points(line) for line in arrived], [points(line) for line in sent])
        print(f"{len(sent)} lines by HTTP into a Collector, which wrote the same {sum(len(points(line)) for line in arrived)} points")


if __name__ == "__main__":
    build()
    unittest.main(verbosity=2)
