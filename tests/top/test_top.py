# SPDX-License-Identifier: MIT
"""vmmetrics-top in a real terminal, which is tmux's: started, looked at, typed at, resized, ended, as a person would; and its one
page for scripts. The virtual machines are processes that look like monitors.

Single tests are skipped where what they need is missing."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import unittest.mock

import machines

TOP = os.environ.get("VMMETRICS_TOP", "")
if not shutil.which(TOP) or not shutil.which("tmux"):
    print("skipped: there is no vmmetrics-top, or no tmux (package tmux)")
    sys.exit(77)

HAS_TUN = os.geteuid() == 0 and os.access("/dev/net/tun", os.R_OK | os.W_OK) and shutil.which("ip")


class Terminal:
    """A program in a terminal of its own. What the shell says when the program has ended is kept on the screen."""

    def __init__(self, test, *words, width=80, height=24, term=None, interactive=False, **environment):
        self._folder = tempfile.TemporaryDirectory()
        self._socket = os.path.join(self._folder.name, "tmux")
        # Where no locale is set, Python itself sets LC_CTYPE, which counts more than LANG.
        settings = {"LANG": "C.UTF-8", "LC_ALL": "", "LC_CTYPE": "", "NO_COLOR": "", **environment}
        if term is not None:
            settings["TERM"] = term
        words = " ".join([*(f"{name}='{value}'" for name, value in settings.items()), TOP, *map(str, words)])
        if interactive:
            script = "exec bash --norc -i"
        else:
            script = f"stty -a >{self._folder.name}/before; env {words}; echo status $?; stty -a >{self._folder.name}/after; sleep 600"
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", width, "-y", height, script)
        test.addCleanup(self.end)
        if interactive:
            self.until("[$#] *$")
            self.keys(words, "Enter")

    def _tmux(self, *words):
        done = subprocess.run(["tmux", "-u", "-S", self._socket, *map(str, words)], capture_output=True, text=True, check=True,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh"})
        return done.stdout

    def screen(self, *words):
        return self._tmux("capture-pane", "-p", *words).split("\n")[:-1]

    def until(self, condition, timeout=30):
        """Waits for a screen that meets the condition, a function of its lines or a pattern, and gives it."""
        ends = time.monotonic() + timeout
        if isinstance(condition, str):
            pattern = re.compile(condition, re.M)

            def condition(lines):
                return pattern.search("\n".join(lines))
        while time.monotonic() < ends:
            lines = self.screen()
            if condition(lines):
                return lines
            time.sleep(0.05)
        raise AssertionError("no such screen; the last one was\n" + "\n".join(lines))

    def keys(self, *keys):
        self._tmux("send-keys", *keys)

    def resize(self, width, height):
        self._tmux("resize-window", "-x", width, "-y", height)

    def format(self, text):
        return self._tmux("display-message", "-p", text).strip()

    def program(self):
        """The number of the program that runs in it."""
        shell = self.format("#{pane_pid}")
        children = pathlib.Path(f"/proc/{shell}/task/{shell}/children").read_text().split()
        return int(children[0])

    def settings(self, when):
        return (pathlib.Path(self._folder.name) / when).read_text()

    def ended(self):
        """Waits for the end; gives the exit status. The terminal is as it was."""
        lines = self.until(r"^status \d+$")
        status = int(re.search(r"^status (\d+)$", "\n".join(lines), re.M).group(1))
        for _ in range(100):
            if os.path.exists(os.path.join(self._folder.name, "after")) and self.settings("after"):
                break
            time.sleep(0.05)
        assert self.settings("before").split("\n")[1:] == self.settings("after").split("\n")[1:], "other settings"
        assert (self.format("#{alternate_on}"), self.format("#{cursor_flag}")) == ("0", "1"), "the screen was not given back"
        return status

    def end(self):
        if self._folder is not None:
            subprocess.run(["tmux", "-S", self._socket, "kill-server"], capture_output=True, check=False)
            self._folder.cleanup()
            self._folder = None


def rows(lines):
    """The rows of the table, each as its words by the headings."""
    at = next((i for i, line in enumerate(lines) if re.match("[ *\u25be\u25b4]NAME", line)), len(lines) - 1)
    headings = [re.sub(r"^[*\u25be\u25b4]", "", word) for word in lines[at].split()]
    found = []
    for line in lines[at + 1:]:
        words = line.lstrip(">").split()
        if len(words) == len(headings):
            found.append(dict(zip(headings, words)))
    return found


def names(lines):
    return [row["NAME"] for row in rows(lines)]


class Test(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def monitor(self, name, vcpus=1, busy=0.0, memory=1, kind="firecracker"):
        monitor = machines.Monitor(self.folder, *(["--id", name] if name else []), kind=kind)
        self.addCleanup(monitor.end)
        for _ in range(vcpus):
            monitor.tell("vcpu")
        monitor.tell(f"busy {busy}")
        monitor.tell(f"memory {memory}")
        return monitor

    def three(self):
        """One that works, one that has much memory, one that does nothing; the words that choose them."""
        monitors = [self.monitor("busy", 1, 0.4, 1), self.monitor("large", 2, 0.02, 150), self.monitor("idle", 1, 0, 1)]
        return [word for monitor in monitors for word in ("--pid", monitor.pid)], monitors


class Live(Test):
    def test_begin_and_end(self):
        chosen, _ = self.three()
        top = Terminal(self, *chosen, "--interval", 0.5)
        top.until("^ NAME.*CPU.*WAIT.*OVERH.*THROT.*RES.*GUEST.*BALL.*NET/s.*DISK/s.*PSI$")
        top.until(lambda lines: rows(lines) and rows(lines)[0]["CPU"].endswith("%"))
        lines = top.screen()
        self.assertEqual(sorted(names(lines)), ["busy", "idle", "large"])
        self.assertEqual(names(lines)[0], "busy")
        self.assertEqual({row["GUEST"] for row in rows(lines)}, {"-"})
        self.assertIn("q quit", lines[-1])
        self.assertTrue(all(len(line) <= 80 for line in lines))
        self.assertEqual((top.format("#{alternate_on}"), top.format("#{cursor_flag}")), ("1", "0"))
        top.keys("q")
        self.assertEqual(top.ended(), 0)

    def test_first_sample_has_no_rates(self):
        chosen, _ = self.three()
        top = Terminal(self, *chosen, "--interval", 3)
        lines = top.until("measuring")
        self.assertEqual({row["CPU"] for row in rows(lines)}, {"new"})
        self.assertNotIn("0%", {row["CPU"] for row in rows(lines)})
        top.until("every 3 s")

    def test_sort(self):
        chosen, _ = self.three()
        top = Terminal(self, *chosen, "--interval", 0.5)
        top.until(lambda lines: rows(lines) and rows(lines)[0]["CPU"].endswith("%"))
        # The terminal may show the new heading before the rows.
        def until_sorted(key, order, wanted):
            top.keys(key)
            top.until(lambda lines: re.search(f" by {order}$", "\n".join(lines), re.M) and wanted(names(lines)))

        until_sorted("m", "memory", lambda names: names[0] == "large")
        until_sorted("m", "memory, least first", lambda names: names[-1] == "large")
        until_sorted("a", "name", lambda names: names == ["busy", "idle", "large"])
        for key, name in zip("ndpowtc", ("network", "disk", "pressure", "overhead", "wait", "throttled", "CPU")):
            top.keys(key)
            top.until(f" by {name}$")

    def test_choose_and_details(self):
        chosen, monitors = self.three()
        top = Terminal(self, *chosen, "--sort", "name", "--interval", 0.5)
        top.until("^>busy ")
        top.keys("Down")
        top.until("^>idle ")
        top.keys("j", "j", "j")
        top.until("^>large ")
        top.keys("k")
        top.until("^>idle ")
        top.resize(80, 40)
        top.keys("End", "Enter")
        lines = top.until(f"^PID {monitors[1].pid}  firecracker  vCPUs 2  threads 3  TAP -")
        self.assertTrue(lines[0].startswith("large "))
        page = "\n".join(lines)
        for reason in ("network: no TAP found", "guest memory: needs --balloon"):
            self.assertIn(reason, page)
        self.assertRegex(page, r"resident +1[5-9]\dM")
        top.keys("Left")
        top.until("^idle ")
        top.keys("Escape")
        top.until("^>idle ")
        top.resize(80, 24)
        # tmux tells of the new size a moment later.
        top.until(lambda lines: len(lines) == 24 and lines[0].startswith("vmmetrics-top") and "q quit" in lines[-1])
        top.keys("?")
        top.until("^Keys")
        top.keys("PageDown")
        top.until(lambda lines: lines[0] != "Keys")
        # A machine may have many disks.
        top.resize(80, 120)
        top.keys("q", "g")
        top.until(lambda lines: re.search(r"(?s)^this machine .*Memory.*Pressure.*Network.*File system /", "\n".join(lines)))
        top.keys("q", "q")
        self.assertEqual(top.ended(), 0)

    def test_pause_and_interval(self):
        chosen, _ = self.three()
        top = Terminal(self, *chosen, "--interval", 0.5)
        top.until("every 0.5 s")
        top.keys("+")
        top.until("every 1 s")
        top.keys("-", "-")
        top.until("every 0.2 s")
        top.keys("Space")
        top.until("PAUSED")
        time.sleep(0.5)
        lines = top.screen()
        time.sleep(0.7)
        self.assertEqual(top.screen(), lines)
        top.keys("Space")
        top.until(lambda now: now[0] != lines[0] and "every 0.2 s" in now[0])

    def test_resize(self):
        chosen, _ = self.three()
        top = Terminal(self, *chosen, "--interval", 60)
        top.until("^ NAME")
        top.resize(132, 40)
        # By the signal, not by the next sample.
        top.until("^ NAME +PID VCPU .*HISTORY.*IN/s OUT/s +RD/s +WR/s +PSI$", timeout=5)
        self.assertEqual(len(top.screen()), 40)
        top.resize(40, 8)
        top.until(r"^ NAME +\S?CPU +RES NET/s DISK/s$", timeout=5)
        for width, height in ((10, 2), (1, 1), (300, 3), (2, 50), (80, 24)):
            top.resize(width, height)
            time.sleep(0.2)
        lines = top.until("^ NAME.*PSI$", timeout=5)
        self.assertEqual(len(rows(lines)), 3)
        top.keys("q")
        self.assertEqual(top.ended(), 0)

    def test_come_and_go(self):
        """The chosen one is the same machine, wherever it stands; the page of one that has gone is left."""
        _, monitors = self.three()
        top = Terminal(self, "--sort", "name", "--interval", 0.3, height=40)
        top.until("^.busy ")
        late = self.monitor("later")
        top.until("^.later ")
        top.keys("Home")
        for _ in range(100):
            if any(line.startswith(">later") for line in top.screen()):
                break
            top.keys("Down")
            time.sleep(0.1)
        monitors[0].end()
        top.until("^busy: has ended")
        top.until("^>later ")
        top.keys("Enter")
        top.until(f"^PID {late.pid} ")
        late.end()
        top.until("^later: has ended")
        lines = top.until("^.NAME")
        self.assertNotIn("later", names(lines))
        self.assertNotIn("busy", names(lines))
        top.keys("q")
        self.assertEqual(top.ended(), 0)

    def test_many_machines(self):
        """More than rows: the chosen one is among those that are shown. No busy loop, and memory that stays."""
        program = self.folder / "qemu-system-x86_64"
        shutil.copy(shutil.which("sleep"), program)
        processes = [subprocess.Popen([program, "600"]) for _ in range(200)]
        try:
            chosen = [word for process in processes for word in ("--pid", process.pid)]
            top = Terminal(self, *chosen, "--interval", 0.5, "--sort", "name")
            top.until("200 machines")
            last = sorted(f"qemu-{process.pid}" for process in processes)[-1]
            top.keys("End")
            top.until(f"^>{last[:11]}")
            program = top.program()
            stat = pathlib.Path(f"/proc/{program}/stat").read_text().rsplit(")")[1].split()
            time.sleep(5)
            later = pathlib.Path(f"/proc/{program}/stat").read_text().rsplit(")")[1].split()
            ticks = sum(map(int, later[11:13])) - sum(map(int, stat[11:13]))
            print(f"  {ticks} ticks in 5 s, {int(later[21])} pages, at first {int(stat[21])}")
            self.assertLess(ticks, 2.5 * os.sysconf("SC_CLK_TCK"))
            self.assertLess(int(later[21]), int(stat[21]) * 1.2 + 100)
            for process in processes[:150]:
                process.kill()
                process.wait()
            top.until(" 50 machines")
            top.until("has ended")
            for process in processes:
                process.kill()
                process.wait()
            top.until("no virtual machine is left")
            top.keys("Enter", "Down", "End", "m", "q")
            self.assertEqual(top.ended(), 0)
        finally:
            for process in processes:
                process.kill()
                process.wait()

    def test_paused_costs_nothing(self):
        top = Terminal(self, "--guest", "--interval", 0.2)
        top.until("^this machine")
        top.keys("Space")
        top.until("PAUSED")
        stat = pathlib.Path(f"/proc/{top.program()}/stat").read_text().rsplit(")")[1].split()[11:13]
        time.sleep(2)
        self.assertEqual(pathlib.Path(f"/proc/{top.program()}/stat").read_text().rsplit(")")[1].split()[11:13], stat)

    @unittest.skipUnless(HAS_TUN, "no TAP is to be had")
    def test_network_and_balloon(self):
        monitor = self.monitor("net")
        tap = f"vmt{os.getpid() % 1000000}"
        monitor.tell(f"tap {tap}")
        machines.balloon(self.folder / f"{monitor.pid}.json", 512, 172, 64)
        top = Terminal(self, "--pid", monitor.pid, "--interval", 2, "--balloon", f"{self.folder}/{{pid}}.json", width=132, NO_COLOR=1)
        top.until(lambda lines: rows(lines) and rows(lines)[0]["OUT/s"] == "0")
        ends = time.monotonic() + 20
        while time.monotonic() < ends and rows(top.screen())[0]["OUT/s"] != "489K":
            # Within one interval, in which 1000 frames of 1000 bytes are 500,000 bytes a second, about.
            top.until(lambda lines: rows(lines) and rows(lines)[0]["OUT/s"] == "0")
            monitor.tell("send 1000")
            lines = top.until(lambda lines: rows(lines) and rows(lines)[0]["OUT/s"] != "0")
            self.assertRegex(rows(lines)[0]["OUT/s"], r"^(4\d\d|5[01]\d)K$|^new$")
            break
        row, = rows(top.screen())
        self.assertEqual((row["GUEST"], row["BALL"]), ("340M", "64M"))
        top.keys("Enter")
        top.until(f"TAP {tap}")

    def test_what_may_not_be_read_is_said(self):
        if os.geteuid() != 0 or shutil.which("setpriv") is None:
            self.skipTest("needs root and setpriv")
        monitor = self.monitor("secret")
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", TOP]
        done = subprocess.run([*command, "--once", "--interval", "0.2", "--pid", str(monitor.pid)], capture_output=True,
                              text=True, check=False)
        if done.returncode == 126 or "Permission denied" in done.stderr and not done.stdout:
            self.skipTest("another user may not run the program")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("secret", done.stdout)
        top = Terminal(self, "--pid", monitor.pid, "--interval", 0.5)
        top.end()
        with unittest.mock.patch(f"{__name__}.TOP", " ".join(command)):
            top = Terminal(self, "--pid", monitor.pid, "--interval", 0.5)
        top.until("^>secret")
        top.keys("Enter")
        top.until("fd: Permission denied")


class Names(Test):
    def test_control_codes_in_a_name(self):
        """Any user may start a process with any words. Neither the table nor the message about its end has them."""
        evil = ["\x1b[31mA", "\u009b31mB", "c\td\ne"]
        monitors = [self.monitor(name) for name in evil]
        words = [word for monitor in monitors for word in ("--pid", str(monitor.pid))]
        program = subprocess.Popen([TOP, "--once", "--interval", "2.5", "--width", "100", *words], stdout=subprocess.PIPE,
                                   env={**os.environ, "LC_ALL": "C.UTF-8"})
        time.sleep(1)
        monitors[1].end()
        page = program.communicate()[0].decode()
        self.assertIn(": has ended", page)
        self.assertFalse([letter for letter in page if letter != "\n" and (letter < " " or "\x7f" <= letter < "\xa0")], page)


class Kinds(Test):
    """Terminals of all kinds, and ways to end."""

    def colours(self, **environment):
        chosen, _ = self.three()
        top = Terminal(self, *chosen, "--interval", 0.5, **environment)
        top.until(lambda lines: rows(lines) and rows(lines)[0]["CPU"].endswith("%"))
        return re.findall(r"\x1b\[[\d;]*m", "\n".join(top.screen("-e"))), top

    def test_colours(self):
        codes, _ = self.colours()
        self.assertTrue([code for code in codes if re.search(r"[\[;][349][0-7][m;]", code)], codes)

    def test_no_colour(self):
        codes, top = self.colours(NO_COLOR=1)
        self.assertFalse([code for code in codes if re.search(r"[\[;][349][0-7][m;]", code)], codes)
        # What colours say is there without them.
        self.assertIn("|", "\n".join(top.screen()))
        self.assertTrue([line for line in top.screen() if line.startswith(">")])

    def test_terminal_without_colours(self):
        codes, _ = self.colours(term="vt100")
        self.assertFalse([code for code in codes if re.search(r"[\[;][349][0-7][m;]", code)], codes)

    def test_ascii_only(self):
        for environment in ({"LANG": "C"}, {"LC_ALL": "C"}):
            chosen, _ = self.three()
            top = Terminal(self, *chosen, "--interval", 0.3, width=132, **environment)
            top.until(lambda lines: rows(lines) and rows(lines)[0]["CPU"].endswith("%"))
            self.assertTrue("\n".join(top.screen()).isascii())
            self.assertRegex("\n".join(top.screen()), r"\*CPU")

    def test_terminals_that_will_not_do(self):
        for term, reason in (("dumb", "cannot move its cursor"), ("nosuch", "is not known")):
            top = Terminal(self, term=term)
            self.assertEqual(top.ended(), 2)
            self.assertIn(reason, "".join(top.screen()))

    def test_signals(self):
        for number, status in ((signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGQUIT, 131), (signal.SIGHUP, 129)):
            top = Terminal(self, "--guest")
            top.until("^this machine")
            os.kill(top.program(), number)
            self.assertEqual(top.ended(), status)
            top.end()

    def test_signals_while_a_file_does_not_answer(self):
        """Each sample may wait for a file, here a FIFO without a writer: the program ends all the same, and gives the
        terminal back."""
        os.mkfifo(self.folder / "stat")
        for number, status in ((signal.SIGTERM, 143), (signal.SIGINT, 130)):
            top = Terminal(self, "--guest", "--proc", self.folder)
            for _ in range(200):
                if top.format("#{alternate_on}") == "1" and self.is_waiting(top.program()):
                    break
                time.sleep(0.05)
            os.kill(top.program(), number)
            self.assertEqual(top.ended(), status)
            top.end()

    def is_waiting(self, program):
        """Whether it sleeps and has nothing of the FIFO yet."""
        stat = pathlib.Path(f"/proc/{program}/stat").read_text()
        opened = [os.readlink(path) for path in pathlib.Path(f"/proc/{program}/fd").iterdir()]
        return stat.rsplit(") ")[1][0] == "S" and str(self.folder / "stat") not in opened

    def test_stopped_and_continued(self):
        if shutil.which("bash") is None:
            self.skipTest("no bash")
        top = Terminal(self, "--guest", "--interval", 0.3, interactive=True)
        top.until("^this machine")
        top.keys("C-z")
        top.until("Stopped")
        self.assertEqual((top.format("#{alternate_on}"), top.format("#{cursor_flag}")), ("0", "1"))
        top.keys("fg", "Enter")
        top.until("^this machine")
        top.resize(100, 30)
        top.until("^this machine")
        self.assertEqual(top.format("#{alternate_on}"), "1")
        top.keys("q")
        top.until("Stopped")
        self.assertEqual((top.format("#{alternate_on}"), top.format("#{cursor_flag}")), ("0", "1"))

    def test_terminal_that_goes_away(self):
        top = Terminal(self, "--guest", "--interval", 0.3)
        top.until("^this machine")
        program = top.program()
        top.end()
        for _ in range(200):
            if not os.path.exists(f"/proc/{program}"):
                return
            time.sleep(0.05)
        self.fail("it goes on without a terminal")


class Once(Test):
    def once(self, *words, status=0, **environment):
        done = subprocess.run([TOP, *map(str, words)], capture_output=True, check=False, stdin=subprocess.DEVNULL,
                              env={"PATH": "/bin", "LANG": "C.UTF-8", **environment}, timeout=60)
        self.assertEqual(done.returncode, status, done)
        return done.stdout.decode(), done.stderr.decode()

    def test_page(self):
        chosen, _ = self.three()
        out, messages = self.once("--once", "--interval", 1, *chosen)
        self.assertEqual(messages, "")
        found = rows(out.split("\n"))
        self.assertEqual([row["NAME"] for row in found][0], "busy")
        self.assertEqual(len(found), 3)
        self.assertGreater(float(found[0]["CPU"].rstrip("%")), 2)
        self.assertEqual([row["VCPU"] for row in found if row["NAME"] == "large"], ["2"])
        self.assertTrue(out.endswith("\n"))
        self.assertNotIn("\x1b", out)
        # No measure is there that needs more samples than two.
        self.assertNotIn("HISTORY", out)
        self.assertTrue(all(len(line) <= 132 for line in out.split("\n")))
        out, _ = self.once("--once", "--interval", 0.2, "--width", 40, *chosen)
        self.assertTrue(all(len(line) <= 40 for line in out.split("\n")))
        self.assertEqual(len(rows(out.split("\n"))), 3)
        out, _ = self.once("--once", "--interval", 0.2, "--sort", "memory", *chosen, LANG="C", LC_ALL="de_DE.UTF-8")
        self.assertEqual(names(out.split("\n"))[0], "large")
        self.assertTrue(out.isascii())

    def test_this_machine(self):
        out, messages = self.once("--once", "--guest", "--interval", 0.2)
        self.assertEqual(messages, "")
        for word in ("this machine", "CPU", "Memory", "Pressure", "Network", "File system /"):
            self.assertIn(word, out)

    def test_the_cpu_of_this_machine_is_that_of_its_cpus(self):
        """Two CPUs are busy, and the third goes offline: the total row gains ten hours of idle. Then stolen time jumps."""
        def text(total, **cpus):
            return "".join("%-4s %d 0 0 %d 0 0 0 %d 0 0\n" % (name, *ticks)
                           for name, ticks in {"cpu": total, **cpus}.items()) + "intr 0\n"
        before = text((300, 9000, 0), cpu0=(100, 3000, 0), cpu1=(100, 3000, 0), cpu2=(100, 3000, 0))
        for after, all_cpus, single in (
                (text((380, 3609000, 0), cpu0=(140, 3000, 0), cpu2=(140, 3000, 0)), "100%", {"0": "100%", "2": "100%"}),
                (text((300, 9120, 10 ** 9), cpu0=(100, 3040, 0), cpu1=(100, 3040, 10 ** 9), cpu2=(110, 3030, 0)), "12%",
                 {"0": "0%", "1": "reset", "2": "25%"}),
                (text((300, 9120, 10 ** 9), cpu0=(100, 3040, 10 ** 9)), "reset", {"0": "reset"})):
            stat = self.folder / "stat"
            stat.write_text(before)
            with subprocess.Popen([TOP, "--once", "--guest", "--interval", "1", "--proc", self.folder],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as top:
                time.sleep(0.5)
                stat.write_text(after)
                out = top.communicate()[0]
            self.assertEqual(re.search(r"^CPU +(\S+) ", out, re.M)[1], all_cpus, out)
            self.assertEqual(dict(re.findall(r" (\d+) +(\S+) \[", out)), single, out)

    def test_wrong_usage_and_no_terminal(self):
        for words, reason in ((["--interval", "0"], "--interval 0: not a number of seconds"), (["--sort", "size"], "--sort size: not one of cpu"),
                              (["--nosuch"], "no such option"), (["--width", "80"], "goes with --once"),
                              (["--pid"], "--pid: the value of this option is missing"), (["--pid", "x"], "--pid x: not the number of a process"),
                              (["--once", "more"], "more: no argument is expected here"), (["--guest", "--pid", "1"], "does not go with"),
                              ([], "is no terminal")):
            out, messages = self.once(*words, status=2)
            self.assertEqual(out, "")
            self.assertIn(reason, messages)
        out, messages = self.once("--once", "--pid", 2**22 + 1, status=1)
        self.assertEqual(messages, f"vmmetrics-top: process {2**22 + 1}: No such process\n")
        self.assertIn("usage:", self.once("--help")[0])
        self.assertRegex(self.once("--version")[0], r"^vmmetrics-top \d+\.\d+\.\d+\n$")

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([TOP, "--once", "--guest", "--interval", "0.1"], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"No space left", done.stderr)

    def test_memory_errors(self):
        if shutil.which("valgrind") is None:
            self.skipTest("no valgrind")
        chosen, _ = self.three()
        # valgrind says on its own which system calls it does not know; the program goes on without them.
        done = subprocess.run(["valgrind", "-q", "--error-exitcode=99", "--leak-check=full", "--log-file=/dev/null", TOP,
                               "--once", "--interval", "0.5", *map(str, chosen)], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main(verbosity=2)
