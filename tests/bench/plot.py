#!/usr/bin/env python3
"""What reading costs by the size of the file, as an SVG drawn by gnuplot: vmm_speed_hot | plot.py FILE.svg"""
import re
import subprocess
import sys

READERS = {"library": ("libvmmetrics", "#1b6ca8", 7), "bytes": ("a careful byte loop", "#5a9e6f", 9),
           "strtoull": ("strtoull", "#d08c1d", 5), "sscanf": ("sscanf", "#b23a48", 11)}
SCRIPT = """set terminal svg size 800,520 font "sans-serif,14" background "#ffffff"
set output "{path}"
set logscale xy
set xlabel "bytes of the file"
set ylabel "nanoseconds to read it, hot"
set grid xtics ytics linecolor "#dddddd"
set format x "%.0s%c"
set format y "10^{{%T}}"
set key top left
set border 3
set tics nomirror
plot {series}
"""


def format_of(file):
    """The format of which a file is one size."""
    return re.sub(r"-\d+$", "", file)


def draw(rows, path):
    """Draws rows of (file, bytes, reader, nanoseconds): sizes of one format are joined by a line."""
    data = ""
    series = []
    for reader, (name, colour, point) in READERS.items():
        data += f"${reader} << END\n"
        last = None
        for file, size, by, ns in rows:
            if by != reader:
                continue
            if last not in (None, format_of(file)):
                data += "\n"
            last = format_of(file)
            data += f"{size} {ns}\n"
        data += "END\n"
        series.append(f'${reader} with linespoints linecolor "{colour}" pointtype {point} pointsize 0.7 title "{name}"')
    subprocess.run(["gnuplot"], input=data + SCRIPT.format(path=path, series=", ".join(series)), text=True, check=True)


def main():
    rows = [line.split("\t") for line in sys.stdin.read().splitlines()]
    draw([(row[0], float(row[1]), row[2], float(row[3])) for row in rows if len(row) == 5], sys.argv[1])


if __name__ == "__main__":
    main()
