# SPDX-License-Identifier: MIT
"""The steps of tests/run are workflow presets, each is a line of CONTRIBUTING.md's table, and the public CI runs those of
`tests/run all`."""

import json
import pathlib
import re

import headers

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def text_of(path):
    return (SOURCE / path).read_text(encoding="utf-8")


presets = json.loads(text_of("CMakePresets.json"))
steps = {preset["name"] for preset in presets["workflowPresets"]}
every_change = re.search(r"^all='(.*)'$", text_of("tests/run"), flags=re.M)[1].split()
headers.check(set(every_change) <= steps, f"tests/run: no workflow preset: {set(every_change) - steps}")

table = re.findall(r"^\| `([a-z0-9-]+)` \|.*\| ([^|]+) \|$", text_of("CONTRIBUTING.md"), flags=re.M)
headers.check({name for name, _ in table} == steps, f"CONTRIBUTING.md: {steps ^ {name for name, _ in table}}")
named = [name for name, by in table if "`tests/run all`" in by]
headers.check(named == every_change, f"CONTRIBUTING.md says that tests/run all runs {named}")

matrix = re.search(r"step: \[(.*)\]", text_of(".github/workflows/ci.yml"))[1].split(", ")
headers.check(matrix == every_change, f"ci.yml runs {matrix}")

# A preset that no step uses would be tested by nothing.
for kind in ("configure", "build", "test", "package"):
    used = {step["name"] for preset in presets["workflowPresets"] for step in preset["steps"] if step["type"] == kind}
    there = {preset["name"] for preset in presets[f"{kind}Presets"] if not preset.get("hidden")}
    # tests/coverage uses its presets by itself.
    headers.check(there - used <= {"coverage", "coverage-portable"}, f"{kind} presets of no step: {there - used}")
headers.end(f"{len(steps)} steps; each change has to pass {len(every_change)} of them")
