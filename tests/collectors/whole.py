# SPDX-License-Identifier: MIT
"""What the programs print of the files of a whole machine (whole_tree.py), in the words of collectors."""

import pathlib
import re
import resource
import sys

from collectors import GUEST, HOST, lines, metrics_of_emf, metrics_of_otlp, run

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "collect"))

from whole_tree import (ARP, INTERRUPTS, LIMITS, SCHEDSTAT, SOFTNET, guest_root, host_root)  # noqa: E402

__all__ = ["ARP", "INTERRUPTS", "LIMITS", "SCHEDSTAT", "SOFTNET", "guest", "guest_root", "host", "host_root", "limited", "printed"]


def limited():
    """A limit, so that a program has one to print."""
    resource.setrlimit(resource.RLIMIT_AS, (2**50, resource.getrlimit(resource.RLIMIT_AS)[1]))


def guest(root, name, *options):
    # The file systems of a busy machine may not answer in time.
    for _ in range(5):
        done = run(GUEST, "--format", name, "--interval", "0.1", "--count", "2", *options, *(["--root", root] if root else []),
                   preexec_fn=limited)
        if b"does not answer" not in done.stderr:
            break
    assert (done.returncode, done.stderr) == (0, b""), done.stderr
    return done.stdout


def host(root, name):
    done = run(HOST, "--pid", "7", "--root", root, "--balloon", root / "balloon", "--interval", "0.1", "--format", name)
    assert (done.returncode, done.stderr) == (0, b""), done.stderr
    return done.stdout


def names_in_prometheus(output):
    return set(re.findall(r"^# TYPE (\w+)", output.decode(), re.M))


def printed(folder):
    """The names that the programs print, by the name of the catalogue: of a whole machine, and of this one for what only system
    calls say."""
    guest_files, host_files = guest_root(folder / "guest"), host_root(folder / "host")
    prometheus = set()
    for root in (guest_files, None):
        prometheus |= names_in_prometheus(guest(root, "prometheus", "--interrupts"))
    emf = [metrics for output in (guest(guest_files, "cloudwatch", "--per-cpu"), guest(None, "cloudwatch"), host(host_files, "cloudwatch"))
           for namespace, _, metrics in metrics_of_emf(output) if namespace == "CWAgent"]
    otlp = [metrics for output in (guest(guest_files, "otel"), guest(None, "otel"), host(host_files, "otel"))
            for line in lines(output) for _, metrics in metrics_of_otlp(line)]
    return {"node_exporter": prometheus, "grafana-1860": prometheus, "cadvisor": names_in_prometheus(host(host_files, "prometheus")),
            "cloudwatch-agent": {name for metrics in emf for name in metrics},
            "opentelemetry": {name for metrics in otlp for name in metrics}}

