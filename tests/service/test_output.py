# SPDX-License-Identifier: MIT
"""--output FILE of both programs: the file is whole at each moment, whatever fails, and nothing else is left or harmed."""

import fcntl
import os
import pathlib
import re
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time
import unittest

PROGRAMS = {"guest": [os.environ.get("VMMETRICS_GUEST", "vmmetrics-guest")],
            "host": [os.environ.get("VMMETRICS_HOST", "vmmetrics-host"), "--pid", str(os.getpid())]}
NAMES = {name: pathlib.Path(words[0]).name for name, words in PROGRAMS.items()}


class Test(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file = self.folder / "vm.prom"

    def command(self, name, *options, file=None, count=1):
        # A process of this kind shows no machine; that is not what is tested here.
        kind = ("--tap", "lo") if name == "host" else ()
        return [*PROGRAMS[name], *kind, "--format", "prometheus", "--interval", "0.02", "--count", str(count),
                "--output", str(file or self.file), *options]

    def run_it(self, name, *options, wanted=0, reason=None, file=None, count=1, **more):
        done = subprocess.run(self.command(name, *options, file=file, count=count), capture_output=True, text=True, check=False,
                              timeout=60, **more)
        message = "" if reason is None else f"{NAMES[name]}: --output {file or self.file}: {reason}\n"
        self.assertEqual((done.returncode, done.stdout, done.stderr), (wanted, "", message))

    def start(self, name, *options, **more):
        process = subprocess.Popen(self.command(name, *options, count=0), stderr=subprocess.PIPE, text=True, **more)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        for _ in range(500):
            if self.file.exists():
                return process
            time.sleep(0.01)
        self.fail(f"no file: {process.stderr.read()}")

    def whole(self, text):
        self.assertTrue(text.startswith("# HELP ") and text.endswith("\n"), text[-100:])
        lines = text.splitlines()
        self.assertEqual(len(lines), len(set(lines)), "more than one sample")
        self.assertGreater(len(lines), 10)

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())


class Both(Test):
    """Each test is of both programs."""

    def each(self):
        for name in PROGRAMS:
            for path in self.folder.iterdir():
                path.unlink()
            with self.subTest(name):
                yield name

    def test_the_newest_sample_is_the_file(self):
        for name in self.each():
            self.run_it(name, count=3)
            self.whole(self.file.read_text())
            self.assertEqual(self.names(), ["vm.prom"])

    def test_lines_of_json_too(self):
        for name in self.each():
            self.run_it(name, "--format", "json", count=3)
            self.assertEqual(self.file.read_text().count("\n"), 1)

    def test_a_reader_never_sees_a_part(self):
        for name in self.each():
            process = self.start(name)
            inodes, end = set(), time.monotonic() + 1
            while time.monotonic() < end:
                with self.file.open() as file:
                    self.whole(file.read())
                    inodes.add(os.fstat(file.fileno()).st_ino)
                self.assertLessEqual(set(self.names()), {"vm.prom", "vm.prom.tmp"})
            self.assertGreater(len(inodes), 1)
            process.terminate()
            self.assertEqual(process.wait(20), -signal.SIGTERM)

    def test_the_mode_is_that_of_any_new_file(self):
        for name in self.each():
            for mask, mode in ((0o022, 0o644), (0o077, 0o600), (0o002, 0o664)):
                self.run_it(name, umask=mask)
                self.assertEqual(stat.S_IMODE(self.file.stat().st_mode), mode)

    def test_no_directory(self):
        for name in self.each():
            self.run_it(name, file=self.folder / "none/vm.prom", wanted=1, reason="No such file or directory")

    def test_a_long_name(self):
        for name in self.each():
            self.run_it(name, file=self.folder / ("a" * 252), wanted=1, reason="File name too long")
            self.run_it(name, file="/" + "a" * 4095, wanted=2, reason="this name is too long")

    def test_what_is_no_file_stays(self):
        """A rename would put a file in the place of /dev/null."""
        for name in self.each():
            target, link, fifo = self.folder / "target", self.folder / "link", self.folder / "fifo"
            target.write_text("before")
            link.symlink_to("target")
            os.mkfifo(fifo)
            for path in (link, fifo, "/dev/null", "/dev/stdout", self.folder):
                self.run_it(name, file=path, wanted=1, reason="not a regular file")
            self.assertEqual((self.names(), target.read_text()), (["fifo", "link", "target"], "before"))
            self.assertTrue(link.is_symlink() and stat.S_ISFIFO(fifo.stat().st_mode) and pathlib.Path("/dev/null").is_char_device())

    def test_what_a_killed_program_left_is_used_again(self):
        left = self.folder / "vm.prom.tmp"
        for name in self.each():
            left.write_text("x" * 1000000)
            self.run_it(name)
            self.assertEqual(self.names(), ["vm.prom"])
            self.whole(self.file.read_text())

    def test_what_is_in_the_way_of_the_temporary_file(self):
        left = self.folder / "vm.prom.tmp"
        for name in self.each():
            target = self.folder / "target"
            target.write_text("before")
            left.symlink_to("target")
            self.run_it(name, wanted=1, reason="Too many levels of symbolic links")
            self.assertEqual(target.read_text(), "before")
            left.unlink()
            os.mkfifo(left)
            self.run_it(name, wanted=1, reason="No such device or address")
            left.unlink()

    def test_two_programs_for_one_file(self):
        for name in self.each():
            with (self.folder / "vm.prom.tmp").open("w") as other:
                fcntl.flock(other, fcntl.LOCK_EX)
                self.run_it(name, wanted=1, reason="another program writes it")
            self.assertEqual(self.names(), ["vm.prom.tmp"])

    def test_a_kill_at_any_moment(self):
        for name in self.each():
            for signal_number in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL) * 3:
                process = self.start(name, "--interval", "0.001" if name == "host" else "0")
                time.sleep(0.03)
                process.send_signal(signal_number)
                self.assertEqual(process.wait(20), -signal_number)
                self.whole(self.file.read_text())
                self.assertLessEqual(set(self.names()), {"vm.prom", "vm.prom.tmp"})
            self.run_it(name)
            self.assertEqual(self.names(), ["vm.prom"])

    def test_a_directory_that_goes_and_comes(self):
        """The reason is said once each time, the program goes on, and its end tells of the last sample."""
        away = self.folder.with_name(self.folder.name + ".away")
        for name in self.each():
            process = self.start(name)
            for _ in range(2):
                self.folder.rename(away)
                time.sleep(0.2)
                before = (away / "vm.prom").stat().st_ino
                away.rename(self.folder)
                end = time.monotonic() + 20
                while self.file.stat().st_ino == before and time.monotonic() < end:
                    time.sleep(0.01)
                self.whole(self.file.read_text())
            process.terminate()
            self.assertEqual(process.communicate(timeout=20)[1],
                             f"{NAMES[name]}: --output {self.file}: No such file or directory\n" * 2)

    def test_the_last_sample_decides_about_the_end(self):
        for name in self.each():
            process = subprocess.Popen(self.command(name, "--interval", "0.3", count=3), stderr=subprocess.PIPE, text=True)
            while not self.file.exists():
                time.sleep(0.01)
            (self.folder / "vm.prom.tmp").symlink_to("nowhere")
            said = process.communicate(timeout=20)[1]
            self.assertEqual((process.returncode, said),
                             (1, f"{NAMES[name]}: --output {self.file}: Too many levels of symbolic links\n"))
            self.whole(self.file.read_text())

    def test_a_limit_of_size(self):
        """The write of a part is no sample."""
        for name in self.each():
            self.file.write_text("before")
            limited = ["sh", "-c", "trap '' XFSZ; ulimit -f 1; exec \"$@\"", "sh", *self.command(name, "--interval", "0.01")]
            done = subprocess.run(limited, capture_output=True, text=True, check=False, timeout=60)
            self.assertEqual((done.returncode, done.stderr), (1, f"{NAMES[name]}: --output {self.file}: File too large\n"))
            self.assertEqual((self.names(), self.file.read_text()), (["vm.prom"], "before"))


class Ended(Test):
    def test_a_machine_that_ends_leaves_no_old_number(self):
        with subprocess.Popen(["sleep", "600"]) as machine:
            process = self.start("host", "--pid", str(machine.pid))
            self.whole(self.file.read_text())
            machine.kill()
            machine.wait()
            said = process.communicate(timeout=20)[1]
        self.assertEqual((process.returncode, said), (1, f"{NAMES['host']}: process {machine.pid}: No such process\n"))
        text = self.file.read_text()
        self.assertEqual((self.names(), text.splitlines()[-1], text.count("vmmetrics_vm_")),
                         (["vm.prom"], "vmmetrics_host_vms 0", 0))


class Full(Test):
    def test_a_full_disk(self):
        """A small file system in a mount namespace of the test: the old file stays, and a new one comes with new room."""
        for name in PROGRAMS:
            # A shell of that namespace stands for the machine.
            command = re.sub("--pid [0-9]+", "--pid $$", ' '.join(self.command(name, count=0)))
            script = f"""
                mount -t tmpfs -o size=256k none {self.folder} || exit 77
                {command} & program=$!
                while ! [ -e {self.file} ]; do sleep 0.01; done
                dd if=/dev/zero of={self.folder}/all bs=4096 2>/dev/null
                sleep 0.5; cp {self.file} {self.folder}/all; ls {self.folder}; tail -c 1 {self.file} | od -An -c
                rm {self.folder}/all
                before=$(stat -c %i {self.file})
                until [ $(stat -c %i {self.file}) != $before ]; do sleep 0.01; done
                kill $program
                cat {self.file}"""
            with self.subTest(name):
                done = subprocess.run(["unshare", "--mount", "--map-root-user", "sh", "-c", script], capture_output=True, text=True,
                                      check=False, timeout=60)
                if done.returncode == 77 or "unshare" in done.stderr:
                    self.skipTest("a mount namespace cannot be had here")
                self.assertEqual((done.returncode, done.stderr),
                                 (0, f"{NAMES[name]}: --output {self.file}: No space left on device\n"))
                left, _, sample = done.stdout.partition("\\n\n")
                self.assertLessEqual({"all", "vm.prom"}, set(left.split()))
                self.whole(sample)


class NodeExporter(Test):
    def test_its_textfile_collector_reads_the_file(self):
        program = shutil.which("prometheus-node-exporter") or shutil.which("node_exporter")
        if program is None:
            self.skipTest("there is no node_exporter")
        self.start("host")
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
        exporter = subprocess.Popen([program, "--collector.disable-defaults", "--collector.textfile", "--web.listen-address",
                                     f"127.0.0.1:{port}", "--collector.textfile.directory", self.folder], stderr=subprocess.DEVNULL)
        self.addCleanup(exporter.wait)
        self.addCleanup(exporter.kill)
        for _ in range(20):
            done = subprocess.run(["curl", "--silent", "--retry", "20", "--retry-connrefused", "--retry-delay", "1", "--noproxy", "*",
                                   f"http://127.0.0.1:{port}/metrics"], capture_output=True, text=True, check=True)
            self.assertIn("node_textfile_scrape_error 0\n", done.stdout)
            self.assertIn(f'vmmetrics_vm_threads{{pid="{os.getpid()}",', done.stdout)
            self.assertIn(f'node_textfile_mtime_seconds{{file="{self.file}"}}', done.stdout)


if __name__ == "__main__":
    unittest.main()
