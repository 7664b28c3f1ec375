"""The small examples: numbers prints every number of a file, and cgroup_of finds a process's cgroup."""

import os
import pathlib
import unittest

from programs import Test, main, run

NUMBERS = os.environ.get("VMMETRICS_NUMBERS", "numbers")
CGROUP_OF = os.environ.get("VMMETRICS_CGROUP_OF", "cgroup_of")


class Numbers(Test):
    def numbers(self, name, text):
        done = run(NUMBERS, self.file(name, text))
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout.decode().splitlines()

    def test_each_shape(self):
        for name, text, wanted in (
                ("memory.numa_stat", "anon N0=4096 N1=0\nfile N0=1 N1=2\n",
                 ["anon.N0 4096", "anon.N1 0", "file.N0 1", "file.N1 2"]),
                # Version 1, with what a vendor has added.
                ("memory.numa_stat", "total=587104 N0=587104 N1=0\nvendor=x y\n",
                 ["total 587104", "total.N0 587104", "total.N1 0", "vendor x", "vendor y"]),
                ("rdma.current", "mlx5_0 hca_handle=2 hca_object=max\n", ["mlx5_0.hca_handle 2", "mlx5_0.hca_object max"]),
                ("misc.events", "sev.max 0\nsev_es.max 7\n", ["sev.max 0", "sev_es.max 7"]),
                ("hugetlb.2MB.events", "max 5\n", ["max 5"]), ("hugetlb.1GB.max", "max\n", ["max"]),
                ("hugetlb.2MB.current", "2097152\n", ["2097152"]), ("vmstat", "nr_free_pages 1\n", ["nr_free_pages 1"]),
                ("big", "a 18446744073709551615\n", ["a 18446744073709551615"])):
            with self.subTest(name=name, text=text):
                self.assertEqual(self.numbers(name, text), [f"{name} {line}" for line in wanted])

    def test_what_cannot_be_read_is_said(self):
        file = self.file("cut", "a 1\nb 2")
        done = run(NUMBERS, "/nowhere", file)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, b"cut a 1\n")
        self.assertEqual(done.stderr.decode().splitlines(),
                         ["/nowhere: No such file or directory", f"{file}: the text ends inside a line"])


class CgroupOf(Test):
    def test_every_hierarchy_of_this_process(self):
        pid = os.getpid()
        rows = [line.split(":", 2) for line in pathlib.Path("/proc/self/cgroup").read_text().splitlines()]
        found = 0
        for _, controllers, path in rows:
            for controller in controllers.split(","):
                done = run(CGROUP_OF, pid, *filter(None, [controller]))
                if done.returncode == 0:
                    found += 1
                    directory = pathlib.Path(done.stdout.decode().rstrip("\n"))
                    processes = (directory / "cgroup.procs").read_text().split()
                    self.assertIn(str(pid), processes)
                else:
                    self.assertRegex(done.stderr, rb"^cgroup_of: no mount here shows the cgroup of \d+\n$")
        print(f"{found} of {len(rows)} hierarchies are mounted here")

    def test_wrong_usage(self):
        self.assertEqual(run(CGROUP_OF).returncode, 2)
        done = run(CGROUP_OF, "nobody")
        self.assertEqual((done.returncode, done.stderr),
                         (1, b"cgroup_of: /proc/nobody/cgroup: No such file or directory\n"))


if __name__ == "__main__":
    main()
