# SPDX-License-Identifier: MIT
"""examples/fleet/guests.py, with FIFOs that well-behaved and other guests write to."""

import http.client
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = pathlib.Path(__file__).resolve().parents[2] / "examples" / "fleet" / "guests.py"
SAMPLE = b"# HELP one One.\n# TYPE one gauge\none 1\n"
OTHER = b"# HELP one One.\n# TYPE one gauge\none 2\n"


class Guests(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()  # pylint: disable=consider-using-with
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.text = PROGRAM.read_text()
        self.start(self.text)

    def start(self, text):
        program = subprocess.Popen([sys.executable, "-B", "-c", text, f"127.0.0.1:{self.port}", self.folder])
        self.addCleanup(program.wait)
        self.addCleanup(program.kill)
        self.until(lambda: self.get("/guests")[0] == 200)
        return program

    def until(self, condition):
        ends = time.monotonic() + 10
        while True:
            try:
                if condition():
                    return
            except ConnectionError:
                pass
            self.assertLess(time.monotonic(), ends)
            time.sleep(0.02)

    def get(self, path, method="GET"):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def guest(self, name):
        """A FIFO that a guest has open, and that the program has found."""
        os.mkfifo(self.folder / f"{name}.out")
        writer = os.open(self.folder / f"{name}.out", os.O_RDWR)
        self.addCleanup(os.close, writer)
        self.until(lambda: name in [target["labels"]["vm"] for target in json.loads(self.get("/guests")[1])])
        return writer

    def serves(self, name, sample):
        self.until(lambda: self.get(f"/guests/{name}") == (200, sample))

    def test_newest_whole_sample(self):
        guest = self.guest("one")
        self.assertEqual(self.get("/guests/one")[0], 503)
        os.write(guest, SAMPLE + b"# EOF\n" + OTHER)
        self.serves("one", SAMPLE)
        os.write(guest, b"# EOF\n")
        self.serves("one", OTHER)
        self.assertEqual(self.get("/guests/one", "HEAD"), (200, b""))
        self.assertEqual(json.loads(self.get("/guests")[1]),
                         [{"targets": [f"127.0.0.1:{self.port}"], "labels": {"vm": "one", "__metrics_path__": "/guests/one"}}])
        for path in ("/", "/guests/", "/guests/two", "/guests/../guests.py", "/guests/one.out"):
            self.assertEqual(self.get(path)[0], 404, path)

    def test_sample_that_was_cut(self):
        """A machine that ends in the middle of a sample, and is started again."""
        guest = self.guest("one")
        os.write(guest, SAMPLE[:20] + b"\n" + SAMPLE + b"# EOF\n")
        self.serves("one", SAMPLE)
        os.write(guest, SAMPLE[10:] + b"# EOF\n" + OTHER + b"# EOF\n")
        self.serves("one", OTHER)

    def test_sample_without_an_end(self):
        """More than a sample may have is dropped, as it comes; other guests and the next sample are served."""
        guest, other = self.guest("one"), self.guest("other")
        os.write(other, OTHER + b"# EOF\n")
        for _ in range(40):
            os.write(guest, b"# HELP " + b"x" * 65529)
        self.serves("other", OTHER)
        self.assertEqual(self.get("/guests/one")[0], 503)
        os.write(guest, b"\n# EOF\n")
        os.write(guest, SAMPLE + b"# EOF\n")
        self.serves("one", SAMPLE)

    def test_machine_that_comes_again(self):
        """By the same name, with a FIFO that was made again, or that is gone."""
        os.write(self.guest("one"), SAMPLE + b"# EOF\n")
        self.serves("one", SAMPLE)
        (self.folder / "one.out").unlink()
        self.until(lambda: self.get("/guests/one")[0] == 404)
        os.mkfifo(self.folder / "new")
        os.rename(self.folder / "new", self.folder / "one.out")
        with open(self.folder / "one.out", "r+b", buffering=0) as guest:
            guest.write(OTHER + b"# EOF\n")
            self.serves("one", OTHER)
        (self.folder / "file.out").write_bytes(SAMPLE)
        self.assertEqual([target["labels"]["vm"] for target in json.loads(self.get("/guests")[1])], ["one"])

    def test_old_sample_is_not_served(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.start(self.text.replace("STALE_SECONDS = 60", "STALE_SECONDS = 1"))
        guest = self.guest("one")
        self.until(lambda: os.write(guest, SAMPLE + b"# EOF\n") and self.get("/guests/one") == (200, SAMPLE))
        self.until(lambda: self.get("/guests/one")[0] == 503)

    def test_slow_request(self):
        """One that says nothing does not keep others waiting."""
        with socket.create_connection(("127.0.0.1", self.port)):
            self.assertEqual(self.get("/guests")[0], 200)


if __name__ == "__main__":
    unittest.main(verbosity=2)
