# SPDX-License-Identifier: MIT
"""The files of examples/fleet without a server: the rules by promtool and by their unit tests, rules_test.yml; and no name in
rules, dashboard, configuration and docs/fleet.md that the programs do not print."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from collectors import GUEST, HOST, PROMTOOL, SOURCE

FILES = SOURCE / "examples" / "fleet"
RULES = (FILES / "rules.yml").read_text()
DASHBOARD = json.loads((FILES / "dashboard.json").read_text())
UNIT_TESTS = SOURCE / "tests" / "fleet" / "rules_test.yml"
QUERIES = [target["expr"] for panel in DASHBOARD["panels"] for target in panel.get("targets", [])]
needs_promtool = unittest.skipUnless(PROMTOOL, "there is no promtool (package prometheus)")


def promtool(*words):
    done = subprocess.run([PROMTOOL, *map(str, words)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def printed():
    """The names of metrics that the programs have in them."""
    found = set()
    for program, prefix in ((HOST, b"(?:vmmetrics_vm|container|process)_"), (GUEST, b"node_")):
        with open(program, "rb") as file:
            found |= {name.decode() for name in re.findall(rb"\0(" + prefix + rb"\w+)(?=\0)", file.read())}
    assert len(found) > 100, found
    return found


class Rules(unittest.TestCase):
    @needs_promtool
    def test_rules_and_configuration(self):
        self.assertIn(f"SUCCESS: {len(re.findall('- (?:alert|record):', RULES))} rules found",
                      promtool("check", "rules", "--lint=all", "--lint-fatal", FILES / "rules.yml"))
        promtool("check", "config", "--lint=all", "--lint-fatal", FILES / "prometheus.yml")

    @needs_promtool
    def test_unit_tests(self):
        promtool("test", "rules", UNIT_TESTS)

    def test_each_rule_has_a_unit_test(self):
        tests = UNIT_TESTS.read_text()
        for alert in re.findall(r"- alert: (\w+)", RULES):
            block = tests.split(f"alertname: {alert}\n", 1)
            self.assertEqual(len(block), 2, alert)
            self.assertIn("exp_alerts:", block[1][:200], alert)
            self.assertIn(f"{{alertname: {alert}, eval_time: ", tests, f"{alert}: the moment before it fires")
        uses = tests + RULES.replace("record: ", "record:")
        for record in re.findall(r"- record: (\S+)", RULES):
            self.assertIn(f" {record}", uses.replace("expr: round(", "expr: "), record)

    def test_names_are_printed(self):
        names, records = printed(), set(re.findall(r"- record: (\S+)", RULES))
        texts = {"rules.yml": RULES, "rules_test.yml": UNIT_TESTS.read_text(), "dashboard.json": "\n".join(QUERIES),
                 "prometheus.yml": (FILES / "prometheus.yml").read_text(),
                 "docs/fleet.md": (SOURCE / "docs" / "fleet.md").read_text()}
        texts["dashboard.json"] += "".join(variable.get("definition", "") for variable in DASHBOARD["templating"]["list"])
        for file, text in texts.items():
            self.assertEqual(set(re.findall(r"\b(?:vmmetrics_vm|node|container|process)_\w+", text)) - names, set(), file)
            self.assertEqual(set(re.findall(r"\b(?:vm|host):\w+:\w+", text)) - records, set(), file)

    def test_counters_are_read_as_counters(self):
        """What ends in _total is the argument of a function that knows of resets."""
        for text in [*QUERIES, RULES]:
            for match in re.finditer(r"(\w+\()?\b(?:vmmetrics_vm|node)_\w+_total\b(?:\{[^}]*\})?(\[)?", text):
                if "count by" not in text[max(0, match.start() - 30):match.start()]:
                    self.assertTrue(match[1] in ("rate(", "increase(") and match[2], match[0])

    def test_answers_on_the_page(self):
        """The file of answers about a balloon that docs/fleet.md shows is read as the page says."""
        answers, = re.findall(r"^```text\n(\{.*?)^```$", (SOURCE / "docs" / "fleet.md").read_text(), re.M | re.S)
        with tempfile.NamedTemporaryFile("w") as file:
            file.write(answers)
            file.flush()
            done = subprocess.run([HOST, "--pid", str(os.getpid()), "--format", "prometheus", "--interval", "0.1", "--balloon", file.name],
                                  capture_output=True, text=True, check=True)
        found = dict(re.findall(r"^vmmetrics_vm_(\w+)\{.*\} (\d+)$", done.stdout, re.M))
        self.assertEqual([found[name] for name in ("balloon_bytes", "balloon_target_bytes", "balloon_logical_vm_size_bytes",
                                                   "guest_memory_bytes", "guest_available_memory_bytes")],
                         ["67108864", "100663296", "201326592", "229068800", "139145216"])

    def test_panels(self):
        identities = [panel["id"] for panel in DASHBOARD["panels"]]
        self.assertEqual(sorted(set(identities)), sorted(identities))
        places = [(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in DASHBOARD["panels"]]
        self.assertEqual(len(set(places)), len(places))
        for panel in DASHBOARD["panels"]:
            self.assertTrue(panel["type"] == "row" or panel["targets"], panel["title"])


if __name__ == "__main__":
    if not shutil.which(GUEST) or not shutil.which(HOST):
        sys.exit("set VMMETRICS_GUEST and VMMETRICS_HOST")
    unittest.main(verbosity=2)
