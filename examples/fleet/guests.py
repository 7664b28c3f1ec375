#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Serves to Prometheus what vmmetrics-guest prints in the virtual machines of this host.

usage: guests.py ADDRESS:PORT DIRECTORY

Each machine has a FIFO DIRECTORY/NAME.out, where NAME is the machine's name. With QEMU, another FIFO NAME.in is needed:

    mkfifo DIRECTORY/NAME.in DIRECTORY/NAME.out
    qemu-system-x86_64 ... -device virtio-serial -chardev pipe,id=metrics,path=DIRECTORY/NAME \\
        -device virtserialport,chardev=metrics,name=metrics

In the guest, a line `# EOF` ends each sample:

    while :; do vmmetrics-guest --format prometheus; echo '# EOF'; sleep 15; done >/dev/virtio-ports/metrics

GET /guests/NAME answers with the newest sample, GET /guests with the list of machines, for http_sd_configs. A sample that
is older than a minute is not served, so that a machine that says nothing is a target that is down. What guests write is
not trusted: a sample has at most a MiB, and Prometheus checks the rest."""

import http.server
import json
import os
import pathlib
import selectors
import stat
import sys
import threading
import time
import urllib.parse

MOST_BYTES = 1 << 20
STALE_SECONDS = 60
MOST_GUESTS = 4096


class Guest:
    """The FIFO of a machine. Its newest whole sample is (text, time of arrival)."""

    def __init__(self, path):
        # This end can also write, so the FIFO does not end when a machine does.
        self.descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        self.sample = None
        self._part = b""
        self._is_too_long = False

    def is_at(self, inode):
        """Whether it is the FIFO with this number. The number of one that was removed may be another's."""
        status = os.fstat(self.descriptor)
        return status.st_ino == inode and status.st_nlink != 0

    def read(self):
        self._part += os.read(self.descriptor, 65536)
        while True:
            text, end, rest = self._part.partition(b"# EOF\n")
            if not end:
                break
            if not self._is_too_long and text.startswith(b"# HELP "):
                # A machine that ended in the middle of a sample has left the beginning of it.
                first = text[:text.index(b"\n") + 1]
                self.sample = text[text.rindex(first):], time.monotonic()
            self._part, self._is_too_long = rest, False
        if len(self._part) > MOST_BYTES:
            # The end of the line that ends the sample may be missing.
            self._part, self._is_too_long = self._part[-5:], True


class Guests:
    def __init__(self, directory):
        self.directory = directory
        self.by_name = {}
        self._selector = selectors.DefaultSelector()

    def _look(self):
        """Opens the FIFOs that are new, and closes those that are gone or were made again."""
        paths, inodes = {}, {}
        for path in self.directory.glob("*.out"):
            status = path.lstat()
            if stat.S_ISFIFO(status.st_mode):
                paths[path.stem], inodes[path.stem] = path, status.st_ino
        for name in [name for name, guest in self.by_name.items() if not guest.is_at(inodes.get(name))]:
            guest = self.by_name.pop(name)
            self._selector.unregister(guest.descriptor)
            os.close(guest.descriptor)
        for name in sorted(paths.keys() - self.by_name.keys())[:max(0, MOST_GUESTS - len(self.by_name))]:
            guest = Guest(paths[name])
            self._selector.register(guest.descriptor, selectors.EVENT_READ, guest)
            self.by_name[name] = guest

    def run(self):
        next_look = 0
        while True:
            if time.monotonic() >= next_look:
                try:
                    self._look()
                except OSError as error:
                    print(f"guests.py: {self.directory}: {error.strerror}", file=sys.stderr)
                next_look = time.monotonic() + 1
            for key, _ in self._selector.select(1):
                key.data.read()


class Handler(http.server.BaseHTTPRequestHandler):
    timeout = 10

    def _answer(self):
        """(status, type, body) of the path."""
        guests = self.server.guests.by_name
        path = urllib.parse.urlsplit(self.path).path
        if path == "/guests":
            address = "{}:{}".format(*self.connection.getsockname()[:2])
            return 200, "application/json", json.dumps(
                [{"targets": [address], "labels": {"vm": name, "__metrics_path__": "/guests/" + urllib.parse.quote(name, "")}}
                 for name in sorted(guests)]).encode()
        guest = guests.get(urllib.parse.unquote(path.removeprefix("/guests/"))) if path.startswith("/guests/") else None
        if guest is None:
            return 404, "text/plain", b"no such machine\n"
        sample = guest.sample
        if sample is None or time.monotonic() - sample[1] > STALE_SECONDS:
            return 503, "text/plain", b"the guest has said nothing for a minute\n"
        return 200, "text/plain; version=0.0.4; charset=utf-8", sample[0]

    def do_GET(self):  # pylint: disable=invalid-name
        status, kind, body = self._answer()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, *_):  # pylint: disable=arguments-differ
        """A scrape is nothing to tell."""


def main():
    if len(sys.argv) != 3 or ":" not in sys.argv[1]:
        sys.exit(__doc__)
    address, _, port = sys.argv[1].rpartition(":")
    server = http.server.ThreadingHTTPServer((address, int(port)), Handler)
    server.guests = Guests(pathlib.Path(sys.argv[2]))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.guests.run()


if __name__ == "__main__":
    main()
