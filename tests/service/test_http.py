# SPDX-License-Identifier: MIT
"""vmmetrics-host --http: what it answers, by the byte, to good and bad clients; and real clients, where they are installed:
curl and Prometheus, behind systemd-socket-activate and socat.

The machines are those of a tree that stands in the place of / (tests/collect/tree.py)."""

import contextlib
import email.utils
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "collect"))
from tree import Tree  # pylint: disable=wrong-import-position

HOST = os.environ.get("VMMETRICS_HOST", "vmmetrics-host")
PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"
GET = b"GET /metrics HTTP/1.1\r\nHost: vm\r\n\r\n"
LINE = b"vmmetrics_vm_cpu_seconds_total{vm=\"firecracker\",pid=\"7\"} 12.5\n"


class Answer:
    def __init__(self, raw):
        head, _, self.body = raw.partition(b"\r\n\r\n")
        first, *fields = head.decode().split("\r\n")
        self.status = int(re.fullmatch(r"HTTP/1\.1 (\d{3}) [A-Z][A-Za-z ]+", first)[1])
        self.fields = dict(field.split(": ", 1) for field in fields)
        assert len(self.fields) == len(fields), head


class Test(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.tree = Tree(self.folder.name)
        self.tree.process(7, "firecracker", ticks=1250)
        self.all = [HOST, "--root", self.folder.name, "--all", "--http"]

    def start(self, *options, command=None, **pipes):
        """The program at one end of a connection, and the other end."""
        ours, its = socket.socketpair()
        ours.settimeout(20)
        self.addCleanup(ours.close)
        process = subprocess.Popen([*(command or self.all), *options], stdin=its, stdout=its, **{"stderr": subprocess.PIPE, **pipes})
        its.close()
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process, ours

    @staticmethod
    def read_all(connection):
        pieces = []
        while piece := connection.recv(65536):
            pieces.append(piece)
        return b"".join(pieces)

    def ask(self, request, *options, pieces=1, wanted=0, messages=b"", **start):
        """Sends a request in pieces, and keeps the connection open. The program ends it."""
        process, connection = self.start(*options, **start)
        size = -(-len(request) // pieces)
        for at in range(0, len(request), size):
            connection.sendall(request[at:at + size])
            if pieces > 1:
                time.sleep(0.01)
        answer = Answer(self.read_all(connection))
        connection.close()
        _, said = process.communicate(timeout=20)
        self.assertEqual((process.returncode, said or b""), (wanted, messages))
        length = 0 if request.lstrip(b"\r\n").startswith(b"HEAD ") else int(answer.fields["Content-Length"])
        self.assertEqual(len(answer.body), length)
        self.assertEqual(answer.fields["Connection"], "close")
        self.assertLess(abs(email.utils.parsedate_to_datetime(answer.fields["Date"]).timestamp() - time.time()), 30)
        return answer


class Answers(Test):
    def test_the_metrics(self):
        answer = self.ask(GET)
        self.assertEqual((answer.status, answer.fields["Content-Type"], answer.fields["Cache-Control"]), (200, PROMETHEUS, "no-store"))
        self.assertIn(LINE, answer.body)
        self.assertTrue(answer.body.endswith(b"\n"))

    def test_head_has_the_length_and_no_body(self):
        answer = self.ask(GET.replace(b"GET", b"HEAD"))
        self.assertEqual((answer.status, answer.body), (200, b""))
        self.assertEqual(int(answer.fields["Content-Length"]), len(self.ask(GET).body))

    def test_each_way_to_write_a_request(self):
        for name, request in {
                "HTTP/1.0": b"GET /metrics HTTP/1.0\r\n\r\n",
                "the root": b"GET / HTTP/1.1\r\nHost: vm\r\n\r\n",
                "newlines alone": b"GET /metrics HTTP/1.1\nHost: vm\n\n",
                "an absolute target": b"GET http://vm:9100/metrics HTTP/1.1\r\nHost: vm\r\n\r\n",
                "an absolute target in capitals": b"GET HTTP://vm/ HTTP/1.1\r\nHost: vm\r\n\r\n",
                "an absolute target without a path": b"GET http://vm HTTP/1.1\r\nHost: vm\r\n\r\n",
                "an absolute target with a query alone": b"GET http://vm?a HTTP/1.1\r\nHost: vm\r\n\r\n",
                "a query": b"GET /metrics?collect[]=vm&a=/b HTTP/1.1\r\nHost: vm\r\n\r\n",
                "an empty line first": b"\r\n" + GET,
                "a minor version to come": b"GET /metrics HTTP/1.7\r\nHost: vm\r\n\r\n",
                "an empty host": b"GET /metrics HTTP/1.1\r\nHost:\r\n\r\n",
                "bytes of a value": b"GET /metrics HTTP/1.1\r\nHost: vm:9100 \r\nX-A: \t \xff\xfe\xc3\xa4 \r\n\r\n",
                "what browsers send": b"GET /metrics HTTP/1.1\r\nHost: [::1]:9100\r\nAccept: text/html,*/*;q=0.8\r\n"
                                      b"Accept-Encoding: gzip\r\nConnection: keep-alive\r\nUpgrade-Insecure-Requests: 1\r\n\r\n",
                "the longest line": b"GET /metrics?" + b"a" * (4096 - 22) + b" HTTP/1.1\r\nHost: vm\r\n\r\n",
                "the longest request": GET[:-2] + b"X: " + b"a" * (8192 - len(GET) - 5) + b"\r\n\r\n",
        }.items():
            for pieces in (1, 7):
                with self.subTest(name, pieces=pieces):
                    answer = self.ask(request, pieces=pieces)
                    self.assertEqual(answer.status, 200)
                    self.assertIn(LINE, answer.body)

    def test_each_format_has_its_type(self):
        for name, kind, begin in (("prometheus", PROMETHEUS, b"# HELP "), ("json", "application/x-ndjson", b'{"time_ms":'),
                                  ("cloudwatch", "application/x-ndjson", b'{"_aws":'), ("otel", "application/json", b'{"resourceMetrics":')):
            with self.subTest(name):
                answer = self.ask(GET, "--format", name, "--interval", "0.01")
                self.assertEqual((answer.status, answer.fields["Content-Type"]), (200, kind))
                self.assertTrue(answer.body.startswith(begin), answer.body[:100])

    def test_prometheus_is_not_waited_for(self):
        """A mean needs a second sample, which --interval asks for. Its value here: no CPU time in the interval."""
        began = time.monotonic()
        self.assertNotIn(b"_cores", self.ask(GET).body)
        self.assertLess(time.monotonic() - began, 0.9)
        began = time.monotonic()
        self.assertIn(b'vmmetrics_vm_cpu_cores{vm="firecracker",pid="7"} 0\n', self.ask(GET, "--interval", "0.3").body)
        self.assertGreater(time.monotonic() - began, 0.3)
        began = time.monotonic()
        self.assertIn(b'"cores":0', self.ask(GET, "--format", "json").body)
        self.assertGreater(time.monotonic() - began, 1)

    def test_the_start_of_a_machine_is_the_same_in_each_answer(self):
        """It is counted from the start of the host, in whole seconds; the process came a second later."""
        self.tree.file("proc/stat", "cpu 1 2 3 4\ncpu0 1 2 3 4\nintr 5 6\nctxt 7\nbtime 1700000000\nprocesses 8\n")
        for _ in range(3):
            self.assertIn(b'vmmetrics_vm_start_time_seconds{vm="firecracker",pid="7"} 1700000001\n', self.ask(GET).body)

    def test_a_host_without_machines(self):
        """The answer says so: an empty one could be that of a program that sees nothing."""
        self.tree.remove("proc/7")
        answer = self.ask(GET)
        self.assertEqual((answer.status, answer.body.splitlines()[-1], answer.body.count(b"vmmetrics_vm_")),
                         (200, b"vmmetrics_host_vms 0", 0))

    def test_a_machine_by_its_process(self):
        command = [HOST, "--root", self.folder.name, "--pid", "7", "--http"]
        self.assertIn(LINE, self.ask(GET, command=command).body)
        command[4] = "8"
        answer = self.ask(GET, command=command, wanted=1, messages=b"vmmetrics-host: process 8: No such process\n")
        self.assertEqual((answer.status, answer.body),
                         (500, b"500 Internal Server Error: the metrics cannot be read; standard error says why\n"))

    def test_what_cannot_be_read_is_an_error(self):
        command = [HOST, "--proc", f"{self.folder.name}/nothing", "--all", "--http"]
        self.assertEqual(self.ask(GET, command=command, wanted=1,
                                  messages=b"vmmetrics-host: /proc: No such file or directory\n").status, 500)
        # Another page needs no metrics.
        self.assertEqual(self.ask(b"GET /a HTTP/1.0\r\n\r\n", command=command).status, 404)

    def test_options_that_do_not_go_with_it(self):
        for options in (["--count", "2"], ["--output", "/tmp/a"]):
            done = subprocess.run([*self.all, *options], stdin=subprocess.DEVNULL, capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stdout, done.stderr),
                             (2, b"", b"vmmetrics-host: --count and --output: do not go with --http, which answers one request on "
                                      b"standard output\n"))


class Hostile(Test):
    def test_what_is_refused(self):
        host = b" HTTP/1.1\r\nHost: vm\r\n\r\n"
        for name, request, status in (
                ("another page", b"GET /metric" + host, 404),
                ("a longer page", b"GET /metrics/" + host, 404),
                ("a page above", b"GET /../metrics" + host, 404),
                ("a page with a mark", b"GET /metrics#a" + host, 404),
                ("no slash", b"GET metrics" + host, 400),
                ("POST to another page", b"POST /a" + host, 404),
                ("POST", b"POST /metrics HTTP/1.1\r\nHost: vm\r\nContent-Length: 3\r\n\r\nabc", 405),
                ("DELETE", b"DELETE /metrics" + host, 405),
                ("a method of small letters", b"get /metrics" + host, 405),
                ("OPTIONS", b"OPTIONS *" + host, 405),
                ("a proxy is wanted", b"CONNECT vm:80" + host, 405),
                ("no version", b"GET /metrics\r\n\r\n", 400),
                ("no target", b"GET HTTP/1.1\r\n\r\n", 400),
                ("no method", b" /metrics HTTP/1.1\r\n\r\n", 400),
                ("two blanks", b"GET  /metrics" + host, 400),
                ("a blank in the target", b"GET /met rics" + host, 400),
                ("a blank after the version", b"GET /metrics HTTP/1.1 \r\nHost: vm\r\n\r\n", 400),
                ("another protocol", b"GET /metrics HTTPS/1.1\r\n\r\n", 400),
                ("a long version", b"GET /metrics HTTP/1.10\r\nHost: vm\r\n\r\n", 400),
                ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
                ("HTTP/0.9", b"GET /metrics HTTP/0.9\r\n\r\n", 505),
                ("no host", b"GET /metrics HTTP/1.1\r\n\r\n", 400),
                ("two hosts", b"GET /metrics HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n", 400),
                ("two hosts in HTTP/1.0", b"GET /metrics HTTP/1.0\r\nHost: a\r\nhost: a\r\n\r\n", 400),
                ("a host with a path", b"GET /metrics HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
                ("an absolute target without a host", b"GET http:///metrics" + host, 400),
                ("a NUL in the target", b"GET /metrics\0" + host, 400),
                ("a NUL in a field", b"GET /metrics HTTP/1.1\r\nHost: vm\r\nA: b\0c\r\n\r\n", 400),
                ("a NUL in a name", b"GET /metrics HTTP/1.1\r\nHost: vm\r\nA\0: b\r\n\r\n", 400),
                ("a carriage return alone", b"GET /metrics HTTP/1.1\r\nHost: vm\r\nA: b\rc\r\n\r\n", 400),
                ("a carriage return before the method", b"\rGET /metrics" + host, 400),
                ("a byte that is not ASCII", b"GET /metr\xc3\xafcs" + host, 400),
                ("TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(200)), 400),
                ("a field without a colon", b"GET /metrics HTTP/1.1\r\nHost: vm\r\nA\r\n\r\n", 400),
                ("a field without a name", b"GET /metrics HTTP/1.1\r\nHost: vm\r\n: a\r\n\r\n", 400),
                ("a blank before the colon", b"GET /metrics HTTP/1.1\r\nHost : vm\r\n\r\n", 400),
                ("a field of two lines", b"GET /metrics HTTP/1.1\r\nHost: vm\r\nA: b\r\n c\r\n\r\n", 400),
                ("a long line", b"GET /" + b"a" * 4096 + host, 414),
                ("a line without an end", b"GET /" + b"a" * 50000, 414),
                ("a long request", GET[:-2] + b"X: " + b"a" * (8193 - len(GET) - 5) + b"\r\n\r\n", 431),
                ("fields without an end", GET[:-2] + b"A: b\r\n" * 8000, 431),
        ):
            for pieces in (1, 3):
                with self.subTest(name, pieces=pieces):
                    answer = self.ask(request, pieces=pieces)
                    self.assertEqual(answer.status, status)
                    self.assertEqual(answer.fields["Content-Type"], "text/plain; charset=utf-8")
                    self.assertEqual(answer.fields.get("Allow"), "GET, HEAD" if status == 405 else None)
                    self.assertTrue(answer.body.startswith(b"%d " % status), answer.body)

    def test_of_many_requests_the_first_is_answered(self):
        """The others are read, so that the kernel does not drop the answer, but no more than 64 KiB of them."""
        for count in (2, 100, 5000):
            process, connection = self.start()
            try:
                connection.sendall(GET * count)
            except (BrokenPipeError, ConnectionResetError):
                self.assertEqual(count, 5000)
            answer = Answer(self.read_all(connection)) if count < 5000 else None
            connection.close()
            self.assertEqual(process.wait(20), 0)
            if answer is not None:
                self.assertEqual((answer.status, answer.body.count(LINE)), (200, 1))

    def test_a_byte_at_a_time(self):
        self.assertEqual(self.ask(GET, pieces=len(GET)).status, 200)

    def test_a_slow_request_has_five_seconds(self):
        began = time.monotonic()
        process, connection = self.start()
        late, silent = threading.Event(), self.start()

        def drip():
            while not late.wait(0.2):
                try:
                    connection.sendall(b"G")
                except OSError:
                    return
        thread = threading.Thread(target=drip)
        thread.start()
        answers = [Answer(self.read_all(one)) for one in (connection, silent[1])]
        late.set()
        thread.join()
        self.assertEqual([answer.status for answer in answers], [408, 408])
        self.assertTrue(4.9 < time.monotonic() - began < 8, time.monotonic() - began)
        connection.close()
        silent[1].close()
        self.assertEqual((process.wait(20), silent[0].wait(20)), (0, 0))

    def test_a_client_that_leaves(self):
        """It is no failure, and there is no message."""
        for name, request in (("at once", b""), ("within the request", GET[:-2]), ("before the answer", GET)):
            with self.subTest(name):
                process, connection = self.start()
                connection.sendall(request)
                connection.close()
                self.assertEqual((process.communicate(timeout=20)[1], process.returncode), (b"", 0))

    def test_a_client_that_ends_its_half(self):
        for request, status in ((GET, 200), (GET[:-1], 400)):
            process, connection = self.start()
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            self.assertEqual(Answer(self.read_all(connection)).status, status)
            self.assertEqual(process.wait(20), 0)

    def test_a_client_that_reads_nothing(self):
        """The program waits for the client no longer than it promises: 30 seconds for the answer, 2 for the end. Here the answer
        fits into the socket, so only the end is waited for."""
        process, connection = self.start()
        connection.sendall(GET)
        began = time.monotonic()
        self.assertEqual(process.wait(20), 0)
        self.assertTrue(1.5 < time.monotonic() - began < 6, time.monotonic() - began)

    def test_a_large_answer_to_a_slow_client(self):
        for pid in range(100, 400):
            self.tree.process(pid, "firecracker")
        _, connection = self.start()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(GET)
        pieces = []
        while piece := connection.recv(5000):
            pieces.append(piece)
            time.sleep(0.002)
        answer = Answer(b"".join(pieces))
        self.assertEqual(len(answer.body), int(answer.fields["Content-Length"]))
        self.assertEqual(answer.body.count(b"\nvmmetrics_vm_threads{"), 301)

    def test_messages_stay_out_of_the_answer(self):
        """inetd gives the connection as standard error too."""
        self.tree.process(8, "firecracker")
        (self.tree.root / "proc/8/task/8/stat").unlink()
        (self.tree.root / "proc/8/task/8/stat").mkdir()
        said = self.start()
        said[1].sendall(GET)
        Answer(self.read_all(said[1]))
        said[1].close()
        self.assertNotEqual(said[0].communicate(timeout=20)[1], b"")
        answer = self.ask(GET, stderr=subprocess.STDOUT)
        self.assertEqual(answer.status, 200)
        self.assertNotIn(b"vmmetrics-host:", answer.body)

    def test_pipes_do_as_well(self):
        done = subprocess.run(self.all, input=GET, capture_output=True, check=True, timeout=20)
        self.assertIn(LINE, Answer(done.stdout).body)
        done = subprocess.run(self.all, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=20)
        self.assertEqual((done.stdout, done.stderr), (b"", b""))

    def test_an_answer_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(self.all, input=GET, stdout=full, stderr=subprocess.PIPE, check=False, timeout=20)
        self.assertEqual((done.returncode, done.stderr), (1, b"vmmetrics-host: standard output: No space left on device\n"))


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Clients(Test):
    def need(self, *programs):
        missing = [program for program in programs if shutil.which(program) is None]
        if missing:
            self.skipTest(f"there is no {' and no '.join(missing)}")

    def serve(self, port, command):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)

        def end():
            os.killpg(process.pid, signal.SIGTERM)
            process.communicate(timeout=20)
        self.addCleanup(end)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return f"http://127.0.0.1:{port}/metrics"
            except ConnectionRefusedError:
                time.sleep(0.05)
        self.fail(f"{command[0]} does not listen")

    def inetd(self):
        port = free_port()
        return self.serve(port, ["systemd-socket-activate", f"--listen=127.0.0.1:{port}", "--accept", "--inetd", *self.all])

    def socat(self):
        port = free_port()
        return self.serve(port, ["socat", f"TCP-LISTEN:{port},bind=127.0.0.1,reuseaddr,fork", f"EXEC:{' '.join(self.all)}"])

    def curl(self, *words):
        return subprocess.run(["curl", "--silent", "--show-error", "--noproxy", "*", "--max-time", "20", *words],
                              capture_output=True, check=True).stdout

    def test_curl_behind_systemd(self):
        self.need("curl", "systemd-socket-activate")
        url = self.inetd()
        for version in ("--http1.0", "--http1.1", "--http2"):
            self.assertIn(LINE, self.curl(version, url))
        self.assertEqual(Answer(self.curl("--head", url).rstrip(b"\r\n") + b"\r\n\r\n").fields["Content-Type"], PROMETHEUS)
        self.assertIn(b"HTTP/1.1 405 ", self.curl("--include", "--data", "a" * 100000, url))
        self.assertIn(b"HTTP/1.1 431 ", self.curl("--include", "--header", "A: " + "a" * 50000, url))
        self.assertIn(LINE, self.curl("--compressed", "--header", "Accept: application/openmetrics-text", url))

    def test_curl_behind_socat(self):
        self.need("curl", "socat")
        url = self.socat()
        for _ in range(3):
            self.assertIn(LINE, self.curl(url))
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=20) as answer:
            self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, PROMETHEUS))
            self.assertIn(LINE, answer.read())

    def test_prometheus_scrapes(self):
        self.need("prometheus", "systemd-socket-activate")
        target, port = self.inetd(), free_port()
        with tempfile.TemporaryDirectory() as folder:
            configuration = pathlib.Path(folder) / "prometheus.yml"
            configuration.write_text("global: {scrape_interval: 1s}\nscrape_configs:\n- job_name: vm\n  static_configs:\n"
                                     f"  - targets: ['{target.split('/')[2]}']\n", encoding="utf-8")
            self.serve(port, ["prometheus", f"--config.file={configuration}", f"--storage.tsdb.path={folder}/data",
                              f"--web.listen-address=127.0.0.1:{port}"])

            def query(text):
                answer = json.loads(self.curl("--get", f"http://127.0.0.1:{port}/api/v1/query", "--data-urlencode", f"query={text}"))
                return [(row["metric"], row["value"][1]) for row in answer["data"]["result"]]
            found = []
            for _ in range(300):
                # It says so where it is not ready yet, and not as JSON.
                with contextlib.suppress(ValueError):
                    found = query("vmmetrics_vm_cpu_seconds_total")
                if found:
                    break
                time.sleep(0.2)
            (labels, value), = found
            self.assertEqual((labels["vm"], labels["pid"], value), ("firecracker", "7", "12.5"))
            self.assertEqual([value for _, value in query("up")], ["1"])


if __name__ == "__main__":
    unittest.main()
