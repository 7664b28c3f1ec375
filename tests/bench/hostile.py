#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Instructions that hostile texts cost, counted by callgrind: hostile.py PROGRAM [all]

The work must be linear in the length of every text: where sizes double, what each further byte costs must not grow. And no
byte may cost more than the limit of its function in hostile.c. Prints the worst text of each function; with `all`, all of them.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

FIRST, LAST = 2048, 32768
# How much more a byte of the longest texts may cost than one of the shortest. The addend is for texts at whose beginning a
# function stops, which cost next to nothing.
GROWTH, ADDEND = 1.3, 0.3

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / "include" / "vmmetrics"


def takes_text():
    """The functions that the headers declare with a text or a piece of it as input."""
    code = "".join(header.read_text(encoding="utf-8") for header in INCLUDE.glob("*.h"))
    return set(re.findall(r"^VMM_API vmm_status vmm_(\w+)\([^;]*?struct vmm_(?:text|span) \*[^;]*;", code, flags=re.M))


def counted(program):
    """The instructions of each parse, and the limit of the function: {(function, text, limit): {size: instructions}}."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", "--collect-atstart=no", f"--callgrind-out-file={folder}/out", program,
             str(FIRST), str(LAST)], capture_output=True, text=True, check=False)
        if run.returncode != 0:
            sys.exit(f"{program} ended with {run.returncode}:\n{run.stdout[-500:]}\n{run.stderr[-500:]}")
        answer = {}
        for number, line in enumerate(run.stdout.splitlines(), 1):
            function, text, limit, size = line.split("; ")
            dump = pathlib.Path(f"{folder}/out.{number}").read_text(encoding="utf-8")
            answer.setdefault((function, text, int(limit)), {})[int(size)] = int(re.search(r"^totals: (\d+)", dump, re.M)[1])
        return answer


def main():
    worst = {}
    rows = []
    failed = False
    for (function, text, limit), costs in counted(sys.argv[1]).items():
        sizes = sorted(costs)
        # The cost of the bytes that came in addition, each time.
        added = [(costs[large] - costs[small]) / (large - small) for small, large in zip(sizes, sizes[1:])]
        allowed = max(min(added), 0) * GROWTH + ADDEND
        row = (costs[sizes[-1]] / sizes[-1], function, text, added, limit, max(added) > allowed)
        failed |= row[-1]
        rows.append(row)
        worst[function] = max(row, worst.get(function, row))
    missing = takes_text() - {function.split(",")[0] for function in worst}
    if not rows or missing:
        sys.exit("\n".join(f"tests/bench/hostile.c: no row for {function} in subjects[]" for function in sorted(missing)))
    idle = sorted(function for function, row in worst.items() if row[0] < 1)
    if idle:
        sys.exit(f"tests/bench/hostile.c: less than an instruction for a byte, so the text is not read: {', '.join(idle)}")
    print(f"{'function':33} {'text':24} {'per byte':>8}  limit  a further byte, sizes doubling from {FIRST} to {LAST}")
    for row in rows if "all" in sys.argv else worst.values():
        per_byte, function, text, added, limit, grows = row
        failed |= per_byte > limit
        print(f"{function:33} {text:24} {per_byte:8.1f} {limit:6}  {' '.join(f'{one:.1f}' for one in added)}"
              f"{'   GROWS' if grows else ''}{'   TOO MANY' if per_byte > limit else ''}")
    for per_byte, function, text, added, _, grows in rows:
        if grows and worst[function][2] != text:
            print(f"{function:33} {text:24} {per_byte:8.1f}         {' '.join(f'{one:.1f}' for one in added)}   GROWS")
    print(f"{len(rows)} texts of {len(worst)} functions. Their limits are in subjects[] of tests/bench/hostile.c")
    sys.exit(failed)


if __name__ == "__main__":
    main()
