# SPDX-License-Identifier: MIT
"""Writes docs/names.md: each name of the catalogues, whether the programs print it, and why not; and the panels of the
dashboard "Node Exporter Full".

usage: compare.py [--check]

With --check it writes nothing, and fails if the page is another one. The names that the programs print are what they do print,
of the files of a whole machine (whole.py)."""

import collections
import fnmatch
import pathlib
import re
import sys
import tempfile

import whole
from collectors import CATALOGUE, SOURCE

PAGE = SOURCE / "docs" / "names.md"
# Catalogues that one program serves alone or that are compared by their names, and what the page says of them.
TITLES = {"cloudwatch-agent": "The CloudWatch agent", "opentelemetry": "OpenTelemetry", "cadvisor": "cAdvisor, on the host",
          "node_exporter": "node_exporter, in the guest"}
# Of these there are too many names: those of one reason are one row.
GROUPED = ("node_exporter",)


def rows_of(name):
    """The head of a catalogue without its signs, and its rows."""
    lines = (CATALOGUE / f"{name}.txt").read_text().splitlines()
    return " ".join(line[2:] for line in lines if line.startswith("#")), [line for line in lines if line and not line.startswith("#")]


def reasons():
    """{catalogue: {pattern: reason}}"""
    found, section = collections.defaultdict(dict), None
    for line in rows_of("reasons")[1]:
        if line.startswith("["):
            section = line.strip("[]")
        else:
            pattern, _, reason = line.partition(" | ")
            assert pattern not in found[section], pattern
            found[section][pattern] = reason
    return found


def reason_of(name, patterns):
    """(pattern, reason). The most specific pattern counts."""
    found = [(pattern, reason) for pattern, reason in patterns.items() if fnmatch.fnmatchcase(name, pattern)]
    return max(found, key=lambda pair: len(pair[0])) if found else ("", "no reason")


def panels():
    """[(row, panel, [names])] of the dashboard."""
    for line in rows_of("grafana-1860")[1]:
        row, title, names = line.split(" | ")
        yield row, title, names.split()


def state_of(names, printed):
    have = sum(name in printed for name in names)
    return "whole" if have == len(names) else "partly" if have else "empty"


def panel_counts(printed):
    """How many panels are whole, partly there and empty, without the lists at the top; without these all are empty."""
    every = list(panels())
    if state_of(every[0][2], printed) != "whole":
        printed = set()
    return collections.Counter(state_of(names, printed) for _, _, names in every[1:])


def name_table(name, printed, patterns):
    rows = [row.split()[0] for row in rows_of(name)[1]]
    have = [row for row in rows if row in printed]
    yield f"{len(rows)} names, of which {len(have)} are printed; each of the other {len(rows) - len(have)} has a reason."
    yield ""
    if name in GROUPED:
        yield "| theirs | names | printed | why the others are missing |"
        yield "|---|---|---|---|"
        groups = collections.defaultdict(list)
        for row in rows:
            groups["_".join(row.split("_")[:2]) + "_*"].append(row)
        for group, members in sorted(groups.items()):
            missing = collections.defaultdict(list)
            for row in members:
                if row not in printed:
                    missing[reason_of(row, patterns)].append(row)
            why = "; ".join(reason if pattern == group or len(missing) == 1 and len(found) == len(members) else
                            f"`{pattern}`: {reason}" for (pattern, reason), found in missing.items())
            yield f"| `{group}` | {len(members)} | {sum(row in printed for row in members)} | {why} |"
    else:
        yield "| theirs | ours | why it is missing |"
        yield "|---|---|---|"
        for row in rows:
            yield f"| `{row}` | {'yes |' if row in printed else 'no | ' + reason_of(row, patterns)[1]} |"
    yield ""


def panel_table(printed, patterns):
    counts = panel_counts(printed)
    yield f"{sum(counts.values())} panels: {counts['whole']} are whole, {counts['partly']} partly there, {counts['empty']} empty. " \
        "These are not whole:"
    yield ""
    yield "| row | panel | missing | why |"
    yield "|---|---|---|---|"
    for row, title, names in panels():
        missing = [name for name in names if name not in printed]
        if missing:
            why = "; ".join(dict.fromkeys(reason_of(name, patterns)[1] for name in missing))
            yield f"| {row} | {title}{'' if len(missing) == len(names) else ' (partly)'} | " \
                f"{', '.join(f'`{name}`' for name in missing)} | {why} |"
    yield ""


def page(printed):
    every = reasons()
    yield "# Name by name"
    yield ""
    yield "<!-- Written by `python3 tests/collectors/compare.py`: do not edit. -->"
    yield ""
    yield "What collectors print, and what `vmmetrics-guest` and `vmmetrics-host` print in their place. The lists are those of the"
    yield "sources named here, at the commit named here (tests/collectors/refresh.py writes them again). What is printed is what the"
    yield "programs do print of the files of a whole machine, which has every file that they read."
    yield ""
    for name, title in TITLES.items():
        head, _ = rows_of(name)
        yield f"## {title}"
        yield ""
        yield head
        yield ""
        yield from name_table(name, printed[name], every[name])
    yield '## The dashboard "Node Exporter Full"'
    yield ""
    yield rows_of("grafana-1860")[0]
    yield ""
    yield "A panel is whole if each metric that it asks for is printed, by its name; `vmmetrics-guest` runs with `--interrupts`."
    yield ""
    yield from panel_table(printed["grafana-1860"], {**every["node_exporter"], **every["grafana-1860"]})


def text_of(printed):
    return re.sub(r"\n+$", "\n", "\n".join(page(printed)) + "\n")


def main():
    with tempfile.TemporaryDirectory() as folder:
        text = text_of(whole.printed(pathlib.Path(folder)))
    if sys.argv[1:] == ["--check"]:
        if PAGE.read_text() != text:
            sys.exit(f"{PAGE} is not what tests/collectors/compare.py writes")
    else:
        PAGE.write_text(text)


if __name__ == "__main__":
    main()
