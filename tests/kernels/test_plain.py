# SPDX-License-Identifier: MIT
"""The plain reading of tests/kernels agrees with vmmetrics-parse on samples, and the comparison sees a wrong value."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import compare
import plain

DATA = plain.SOURCE / "tests" / "data"
PARSE = os.environ.get("VMMETRICS_PARSE", "vmmetrics-parse")
# Formats, the folders of their samples, and the file of a directory that a sample is.
SAMPLES = (("meminfo", "proc-meminfo", None), ("vmstat", "proc-vmstat", None), ("vmstat_detail", "proc-vmstat", None),
           ("pressure", "proc-pressure", None), ("net", "proc-net-dev", None), ("cgroup", "cgroup-directory", None),
           ("cgroup_memory", "cgroup-memory-stat", "memory.stat"), ("process", "proc-pid-stat", "stat"),
           ("process", "proc-pid-status", "status"), ("process", "proc-pid-smaps-rollup", "smaps_rollup"))


class Plain(unittest.TestCase):
    def compared(self, format, sample, file, change=lambda row: row):
        """What the comparison finds wrong in what vmmetrics-parse prints of a sample."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "sample"
            if file:
                path.mkdir()
                shutil.copy(sample, path / file)
            else:
                (shutil.copytree if sample.is_dir() else shutil.copy)(sample, path)
            rows = [change(json.loads(line)) for line in subprocess.run(
                [PARSE, format, path], capture_output=True, timeout=60).stdout.splitlines()]
            files = {str(one): one.read_text(encoding="utf-8", errors="replace")
                     for one in [path, *path.rglob("*")] if one.is_file()}
            comparison = compare.Comparison(files)
            comparison.rows(rows, plain.read(format, files, str(path)), format)
        self.assertGreater(comparison.values, 0)
        return comparison.mismatches

    def test_samples_are_read_as_by_the_library(self):
        for format, folder, file in SAMPLES:
            for sample in sorted(DATA.glob(f"{folder}/linux-[67].*")):
                with self.subTest(format=format, sample=sample.name):
                    self.assertEqual(self.compared(format, sample, file), [])

    def test_each_wrong_value_is_seen(self):
        sample = DATA / "proc-meminfo" / "linux-6.18-x86_64-firecracker"
        for member in plain.record("meminfo"):
            for wrong in (12345, None):
                def change(row):
                    self.was = row[member]
                    return {**row, member: wrong}
                found = self.compared("meminfo", sample, None, change)
                self.assertEqual(len(found), 0 if self.was == wrong else 1, f"{member}: {found}")

    def test_a_missing_row_is_seen(self):
        row = {"name": ["eth0"], "rx_bytes": [5]}
        comparison = compare.Comparison({})
        comparison.rows([], [row], "net")
        self.assertEqual(comparison.mismatches, ["the number of rows of net is 0 and should be 1"])

    def test_a_counter_lies_between_the_copies(self):
        for value, wrong in ((4, 1), (5, 0), (7, 0), (8, 1), (None, 1)):
            comparison = compare.Comparison({})
            comparison.bounded("net", [{"name": "eth0", "ifindex": None, "rx_bytes": value}],
                               [{"name": ["eth0"], "rx_bytes": [5]}], [{"name": ["eth0"], "rx_bytes": [7]}], "net")
            self.assertEqual(len(comparison.mismatches), wrong, value)


if __name__ == "__main__":
    unittest.main(verbosity=2)
