# SPDX-License-Identifier: MIT
"""Writes the catalogues of tests/collectors/catalogue again, each from a clone of the repository that it names.

usage: refresh.py NAME=GIT-DIRECTORY[@REVISION]...

NAME is one of cadvisor, cloudwatch-agent, grafana-1860, node_exporter, opentelemetry. The revision is HEAD unless given;
that of opentelemetry is the tag of the conventions whose schema the programs name."""

import json
import pathlib
import re
import subprocess
import sys

CATALOGUE = pathlib.Path(__file__).resolve().parent / "catalogue"


class Repository:
    def __init__(self, directory, revision):
        self.directory, self.revision = directory, revision or "HEAD"
        self.commit = self.git("rev-parse", self.revision + "^{commit}").strip()
        self.date = self.git("log", "-1", "--format=%cs", self.commit).strip()

    def git(self, *words):
        return subprocess.run(["git", "-C", self.directory, *words], capture_output=True, text=True, check=True).stdout

    def text(self, path):
        return self.git("show", f"{self.commit}:{path}")


# Each gives the lines of the file's head about its source, and its rows.

def cadvisor(repository):
    path = "lib/metrics/prometheus.go"
    found = re.findall(r'name: +"(container_\w+)".*?valueType: +prometheus\.(\w+)Value', repository.text(path), re.S)
    return ["Names and types of cAdvisor's metrics of a container.", "google/cadvisor, metrics/prometheus.go in its folder lib"], \
        sorted(f"{name} {kind.lower()}" for name, kind in dict(found).items())


def cloudwatch_agent(repository):
    names = "translator/translate/metrics/config/registered_metrics.go"
    units = "receiver/adapter/accumulator/default_unit.go"

    def tables(text):
        for plugin, body in re.findall(r'"(\w+)": *\{(.*?)\}', text, re.S):
            yield plugin, body
    linux = repository.text(names).split("Registered_Metrics_Linux", 1)[1].split("\n}\n", 1)[0]
    unit_of = {f"{plugin}_{field}": unit for plugin, body in tables(repository.text(units))
               for field, unit in re.findall(r'"(\w+)": *"(\w+)"', body)}
    rows = [f"{plugin}_{field}" for plugin, body in tables(linux) if plugin != "nvidia_smi"
            for field in dict.fromkeys(re.findall(r'"(\w+)"', body))]
    return ["The metrics that the CloudWatch agent can measure on Linux, and the unit that it sends; - if it sends no unit.",
            "Without those of GPUs (nvidia_smi).", f"aws/amazon-cloudwatch-agent, {names} and {units}"], \
        [f"{name} {unit_of.get(name, '-')}" for name in sorted(rows)]


def grafana_1860(repository):
    path = "prometheus/node-exporter-full.json"

    def panels(some, row=""):
        for panel in some:
            if panel["type"] == "row":
                row = panel["title"]
                yield from panels(panel["panels"], row)
            else:
                yield row, panel["title"], " ".join(target.get("expr", "") for target in panel.get("targets", []))
    dashboard = json.loads(repository.text(path))
    rows = []
    for row, title, text in panels(dashboard["panels"]):
        # What is in brackets are labels.
        names = re.findall(r"\b(?:node|process)_\w+", re.sub(r"\{[^}]*\}", "", text))
        rows.append(f"{row} | {title} | {' '.join(sorted(set(names)))}")
    lists = [variable["query"]["query"] for variable in dashboard["templating"]["list"] if isinstance(variable["query"], dict)]
    names = sorted({name for text in lists for name in re.findall(r"\bnode_\w+", text)})
    return ['The panels of the dashboard "Node Exporter Full" (1860 at grafana.com): row, panel, and the metrics that it asks for.',
            "The first row is that of the lists at the top, without which no panel shows anything.",
            f"rfmoz/grafana-dashboards, {path}"], [f"Lists | job, nodename, node | {' '.join(names)}", *rows]


def node_exporter(repository):
    path = "collector/fixtures/e2e-output.txt"
    found = dict(re.findall(r"^# TYPE ((?:node|process)_\w+) (\w+)$", repository.text(path), re.M))
    # Its tests leave out what depends on the machine.
    sources = {f"collector/{name}.go": subsystem for name, subsystem in
               (("filesystem_common", "filesystem"), ("tcpstat_linux", "tcp"), ("timex", "timex"), ("uname", "uname"))}
    for source, subsystem in sources.items():
        for name in re.findall(r'BuildFQName\(namespace, [^,]*, "(\w+)"\)', repository.text(source)):
            found[f"node_{subsystem}_{name}"] = "counter" if name.endswith("_total") else "gauge"
    # Its tests' files have not each field that it prints.
    netstat = repository.text("collector/netstat_linux.go")
    for word in re.search(r"TcpExt_\(([^)]*)\)", netstat)[1].split("|"):
        if word.isalnum():
            found[f"node_netstat_TcpExt_{word}"] = "untyped"
    return ["Names and types of what node_exporter prints with all its collectors, of the files of its own tests, and of collectors",
            f"that its tests leave out. Keys of /proc/meminfo that these files do not have are node_memory_KEY.",
            f"prometheus/node_exporter, {path}, {', '.join(sources)}, netstat_linux.go"], sorted(f"{name} {kind}" for name, kind in found.items())


def opentelemetry(repository):
    rows, paths = [], [f"model/{group}/metrics.yaml" for group in ("system", "process", "container")]
    for path in paths:
        for text in repository.text(path).split("\n  - id: ")[1:]:
            def value(key, text=text):
                found = re.search(rf'^ +{key}: "?([^"\n]*)"?$', text, re.M)
                return found[1] if found else ""
            if value("stability") == "deprecated":
                continue
            attributes = re.findall(r"- ref: (\S+)((?:\n(?!      - ).*)*)", text)
            rows.append(" ".join([value("metric_name"), value("unit"), value("instrument"), *(
                f"[{name}]" if "opt_in" in rest else name for name, rest in attributes)]))
    return ["Metrics of OpenTelemetry's semantic conventions: name, unit, instrument, attributes; those in brackets are opt-in.",
            f"open-telemetry/semantic-conventions {repository.revision}, {', '.join(paths)}"], rows


def main():
    makers = {function.__name__.replace("_", "-") if function is not node_exporter else "node_exporter": function
              for function in (cadvisor, cloudwatch_agent, grafana_1860, node_exporter, opentelemetry)}
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for word in sys.argv[1:]:
        name, _, place = word.partition("=")
        directory, _, revision = place.partition("@")
        if name not in makers or not directory:
            sys.exit(__doc__)
        repository = Repository(directory, revision)
        head, rows = makers[name](repository)
        *about, source = head
        assert rows, name
        text = "".join(f"# {line}\n" for line in about) + \
            f"# Source: {source},\n# at {repository.commit} ({repository.date}).\n\n" + "".join(row + "\n" for row in rows)
        (CATALOGUE / f"{name}.txt").write_text(text)
        print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
