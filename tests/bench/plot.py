#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a byte costs by the size of the file, as an SVG drawn by gnuplot: vmm_speed_hot | plot.py FILE.svg"""
import pathlib
import re
import subprocess
import sys

READERS = {"sscanf": ("sscanf", "#b23a48", 11), "strtoull": ("strtoull", "#d08c1d", 5),
           "bytes": ("a careful byte loop", "#5a9e6f", 9), "library": ("libvmmetrics", "#1b6ca8", 7)}
# The formats that come in several sizes, each in a panel of its own.
FORMATS = {"stat": "/proc/stat", "diskstats": "/proc/diskstats", "net-dev": "/proc/net/dev", "io.stat": "io.stat",
           "mountinfo": "mountinfo"}
TITLE = "Nanoseconds a byte, hot, by the bytes of the file"
START = """set terminal svg size 900,560 font "sans-serif,13" background "#ffffff"
set output "{path}"
set multiplot layout 2,3
set logscale xy
set xrange [50:500000]
set yrange [0.1:20]
set grid xtics ytics linecolor "#dddddd"
set format x "%.0s%c"
set border 3
set tics nomirror
unset key
"""
# The last place is for the key, which no line may cross.
END = """set key at screen 0.97,0.30 spacing 1.6 samplen 3
set label "nanoseconds a byte, hot," at screen 0.72,0.42
set label "by the bytes of the file" at screen 0.72,0.38
unset border
unset tics
unset title
plot {series}
unset multiplot
"""


def format_of(file):
    """The format of a file, without its size."""
    return re.sub(r"-\d+$", "", file)


def draw(rows, path):
    """Draws rows of (file, bytes, reader, nanoseconds)."""
    script = START.format(path=path)
    for kind, title in FORMATS.items():
        series = []
        for reader, (_, colour, point) in READERS.items():
            name = "$" + re.sub(r"\W", "_", f"{kind}_{reader}")
            points = [f"{size} {ns / size}" for file, size, by, ns in rows if by == reader and format_of(file) == kind]
            script += f"{name} << END\n" + "\n".join(points) + "\nEND\n"
            series.append(f'{name} with linespoints linecolor "{colour}" pointtype {point} pointsize 0.6')
        script += f'set title "{title}"\nplot ' + ", ".join(series) + "\n"
    key = [f'NaN with linespoints linecolor "{colour}" pointtype {point} pointsize 0.6 title "{name}"'
           for name, colour, point in READERS.values()]
    script += END.format(series=", ".join(key))
    subprocess.run(["gnuplot"], input=script, text=True, check=True)
    path = pathlib.Path(path)
    path.write_text(path.read_text().replace("<title>Gnuplot</title>", f"<title>{TITLE}</title>"))


def main():
    rows = [line.split("\t") for line in sys.stdin.read().splitlines()]
    draw([(row[0], float(row[1]), row[2], float(row[3])) for row in rows if len(row) == 5], sys.argv[1])


if __name__ == "__main__":
    main()
