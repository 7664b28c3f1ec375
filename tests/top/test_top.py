# SPDX-License-Identifier: MIT
"""vmmetrics-top in a real terminal, which is tmux's: started, looked at, typed at, resized, ended, as a person would; and its one
page for scripts. The virtual machines are processes that look like monitors.

Single tests are skipped where what they need is missing."""

import json
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
        settings = {"LANG": "C.UTF-8", "LC_ALL": "", "LC_CTYPE": "", "NO_COLOR": "",
                    "XDG_CONFIG_HOME": self._folder.name, **environment}
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
        # Below the machines there may be graphs of the chosen one.
        if not line:
            break
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
            top.until(lambda lines: re.search(f" by {order}$", lines[0]) and wanted(names(lines)))

        until_sorted("m", "memory", lambda names: names[0] == "large")
        until_sorted("m", "memory, reversed", lambda names: names[-1] == "large")
        until_sorted("a", "name", lambda names: names == ["busy", "idle", "large"])
        for key, name in zip("ndpowtc", ("network", "disk", "pressure", "overhead", "wait", "throttled", "cpu")):
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
        lines = top.until(f"^PID {monitors[1].pid}  firecracker  vCPUs 2  threads 3  devices -")
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
        top.resize(250, 80)
        lines = top.until("^ NAME +PID MONITOR +VCPU THRD .*LIMIT .*GTOTA .*FLT/s .*PSI PCPU PMEM +PIO DEVICES$", timeout=5)
        self.assertEqual(len(lines), 80)
        # Graphs take what the three machines leave.
        self.assertRegex(lines[-2], "^\u2570\u2500.*\u256f\u2570\u2500.*\u256f$")
        top.resize(40, 10)
        lines = top.until(r"^ NAME +\S?CPU +RES NET/s DISK/s$", timeout=5)
        self.assertTrue(all(len(line) <= 40 for line in lines))
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
        top.until(f"devices {tap}")

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


    def test_names_are_those_of_vmmetrics_host(self):
        """A name with a blank is shown as it is; for scripts it is one word."""
        wanted = ["two words", "\u30c7\u30fc\u30bf", "plain"]
        words = [word for monitor in [self.monitor(name) for name in wanted] for word in ("--pid", str(monitor.pid))]
        host = pathlib.Path(TOP).with_name("vmmetrics-host")
        if host.exists():
            out = subprocess.run([host, "--all", "--count", "1"], capture_output=True, text=True, check=True).stdout
            self.assertLessEqual(set(wanted), {json.loads(line).get("name") for line in out.splitlines()})
        top = Terminal(self, *words, "--interval", 0.5, width=100)
        top.until(lambda lines: all(re.search(f"(?m)^.{name} +\\d", "\n".join(lines)) for name in wanted))
        out = subprocess.run([TOP, "--once", "--interval", "0.2", "--sort", "name", *words], capture_output=True, text=True,
                             check=True, env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout
        self.assertEqual(names(out.split("\n")), ["plain", "two_words", "\u30c7\u30fc\u30bf"])


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
        # What colours say is there without them: used, wanted and left differ.
        self.assertRegex("\n".join(top.screen()), "\u2501+\u254d*\u2500+")
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


class Choices(Test):
    """What the user chooses: rows, columns, order; and what is kept of it."""

    def start(self, chosen, **more):
        top = Terminal(self, *chosen, "--interval", 0.5, XDG_CONFIG_HOME=self.folder / "config", **more)
        top.until(lambda lines: len(lines) > 4 and re.search(r"\d%", lines[4]))
        return top

    def headings(self, top, expected):
        top.until(lambda lines: any(re.sub("[*\u25be\u25b4]", "", line).split() == expected.split() for line in lines))

    def kept(self):
        return (self.folder / "config" / "vmmetrics" / "top.conf").read_text()

    def test_filter_while_it_is_typed(self):
        chosen, monitors = self.three()
        top = self.start([*chosen, "--sort", "name"])
        top.keys("/", "L", "A")
        top.until(lambda lines: names(lines) == ["large"] and lines[-1].startswith("/LA_ Enter keep") and "1 of 3 machines" in lines[0])
        # While it is typed, letters are letters.
        top.keys("q")
        lines = top.until(lambda lines: "0 of 3 machines" in lines[0] and lines[-1].startswith("/LAq_"))
        self.assertIn("no machine has this text", "\n".join(lines))
        top.keys("BSpace", "BSpace", "BSpace", "b", "|", "i", "d", "Enter")
        top.until(lambda lines: names(lines) == ["busy", "idle"] and lines[-1].startswith("/b|id Esc clear"))
        top.keys("Down", "Down")
        top.until("^>idle")
        top.keys("Escape")
        top.until(lambda lines: names(lines) == ["busy", "idle", "large"] and lines[-1].startswith("q quit"))
        # By the number of a process, too; F4 is htop's key.
        top.keys("F4", str(monitors[1].pid), "Enter")
        top.until(lambda lines: names(lines) == ["large"])
        top.keys("Escape", "q")
        self.assertEqual(top.ended(), 0)

    @unittest.skipUnless(HAS_TUN, "no TAP is to be had")
    def test_filter_by_devices(self):
        chosen, monitors = self.three()
        tap = f"vmf{os.getpid() % 1000000}"
        monitors[2].tell(f"tap {tap}")
        top = self.start(chosen)
        top.keys("/", tap, "Enter")
        top.until(lambda lines: names(lines) == ["idle"])
        top.keys("g")
        top.until("^this machine")
        top.keys("i", "/", "lo", "Enter")
        lines = top.until("^ +lo +")
        self.assertNotRegex("\n".join(lines), f"^ +{tap}")
        top.keys("Escape", "/", tap)
        lines = top.until(f"^ +{tap} +")
        self.assertNotRegex("\n".join(lines), "(?m)^ +lo +")

    def test_columns_are_chosen_and_kept(self):
        chosen, _ = self.three()
        top = self.start(chosen)
        self.headings(top, "NAME CPU SHARE WAIT OVERH THROT RES GUEST BALL NET/s DISK/s PSI")
        top.keys("C")
        top.until("^>\\[x\\] NAME ")
        # The process is shown, and moves to the left end.
        top.keys("Down", "Space", "Left")
        top.until("^>\\[x\\] PID ")
        top.keys("/", "pages", "Enter")
        top.until("^>\\[ \\] HUGE ")
        top.keys("Space")
        top.until("^>\\[x\\] HUGE ")
        top.keys("q")
        self.headings(top, "PID NAME CPU SHARE WAIT OVERH THROT RES HUGE GUEST BALL +3")
        self.assertIn("columns = pid name cpu share wait overhead throttled memory huge-pages guest balloon network disk pressure\n", self.kept())
        top.resize(100, 24)
        self.headings(top, "PID NAME CPU SHARE WAIT OVERH THROT RES HUGE GUEST BALL NET/s DISK/s PSI")
        top.keys("q")
        self.assertEqual(top.ended(), 0)
        # Another time they are as they were, and the usual ones come back.
        top = self.start(chosen, width=100)
        self.headings(top, "PID NAME CPU SHARE WAIT OVERH THROT RES HUGE GUEST BALL NET/s DISK/s PSI")
        top.keys("F2", "u", "q")
        self.headings(top, "NAME PID CPU SHARE HISTORY WAIT OVERH THROT RES GUEST BALL NET/s DISK/s PSI")
        top.keys("q")
        self.assertEqual(top.ended(), 0)
        self.assertNotIn("columns", self.kept())
        self.assertEqual([path.name for path in (self.folder / "config" / "vmmetrics").iterdir()], ["top.conf"])

    def test_order_by_any_column_is_kept(self):
        chosen, monitors = self.three()
        by_pid = [name for _, name in sorted(zip([monitor.pid for monitor in monitors], ["busy", "large", "idle"]))]
        top = self.start([*chosen, "--columns", "name,cpu,pid,memory"])
        top.keys(">")
        top.until(lambda lines: lines[0].endswith(" by pid") and names(lines) == by_pid)
        top.keys("r")
        top.until(lambda lines: lines[0].endswith(" by pid, reversed") and names(lines) == by_pid[::-1])
        top.keys(">", "<", "<", "<")
        top.until(lambda lines: lines[0].endswith(" by name") and names(lines) == ["busy", "idle", "large"])
        # One that is not on the screen.
        top.keys("C", "/", "virtual", "Enter", "s", "q")
        top.until(lambda lines: lines[0].endswith(" by vcpus") and names(lines)[0] == "large")
        top.keys("q")
        self.assertEqual(top.ended(), 0)
        # The columns of an option are those of this time only.
        self.assertEqual(self.kept(), "# vmmetrics-top writes this file.\nsort = vcpus\nreverse = no\n")
        top = self.start(chosen)
        top.until(lambda lines: lines[0].endswith(" by vcpus"))

    def test_a_bad_file_is_said_and_left_alone(self):
        chosen, _ = self.three()
        path = self.folder / "config" / "vmmetrics" / "top.conf"
        path.parent.mkdir(parents=True)
        for text, reason in ((b"# kept\ncolumns = name cpu\nsort = \x1b[31msize\n", "line 3: ?[31msize: no such column"),
                             (b"colour = red\n", "line 1: colour: no such setting"), (b"name cpu\n", "line 1: no = in this line"),
                             (b"columns = cpu CPU\n", "line 1: CPU: this column is named twice"), (b"\0", "not a text"),
                             (b"#" * 20000, "File too large")):
            path.write_bytes(text)
            top = Terminal(self, *chosen, "--interval", 0.5, XDG_CONFIG_HOME=self.folder / "config", width=200)
            lines = top.until(lambda lines: f"top.conf: {reason}; the usual columns are shown, and nothing is kept" in lines[-1])
            self.assertIn("SHARE", "\n".join(lines))
            # The file stays as it is, also when something is chosen.
            top.keys("m", "C", "u", "q", "q")
            self.assertEqual(top.ended(), 0)
            self.assertEqual(path.read_bytes(), text)
        path.unlink()
        os.mkfifo(path)
        top = Terminal(self, *chosen, "--interval", 0.5, XDG_CONFIG_HOME=self.folder / "config", width=160)
        top.until(lambda lines: "top.conf: not a regular file" in lines[-1])
        top.keys("m", "q")
        self.assertEqual(top.ended(), 0)
        self.assertTrue(path.is_fifo())

    def test_another_file_and_none(self):
        chosen, _ = self.three()
        linked, link = self.folder / "linked", self.folder / "link"
        linked.write_text("columns = name, wait\r\n\n  sort = NAME\nreverse = yes")
        linked.chmod(0o640)
        link.symlink_to("linked")
        top = Terminal(self, *chosen, "--interval", 0.5, "--settings", link)
        top.until(lambda lines: names(lines) == ["large", "idle", "busy"])
        self.headings(top, "NAME WAIT")
        top.keys("r", "q")
        self.assertEqual(top.ended(), 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(linked.read_text(), "# vmmetrics-top writes this file.\ncolumns = name wait\nsort = name\nreverse = no\n")
        self.assertEqual(linked.stat().st_mode & 0o777, 0o640)
        top = self.start([*chosen, "--settings", "none"])
        top.keys("m", "q")
        self.assertEqual(top.ended(), 0)
        # Where nothing can be written, this is said at the end, and at once on the page of columns.
        top = self.start([*chosen, "--settings", "/proc/nosuch/top.conf"])
        top.keys("C", "Space", "q")
        top.until("^/proc/nosuch/top.conf: No such file or directory")
        top.keys("m", "q")
        self.assertEqual(top.ended(), 0)
        self.assertIn("vmmetrics-top: /proc/nosuch/top.conf: No such file or directory", top.screen())
        self.assertFalse((self.folder / "config").exists())


class Looks(Test):
    def test_graphs(self):
        chosen, monitors = self.three()
        top = Terminal(self, *chosen, "--interval", 0.2, width=120, height=36)
        top.until(lambda lines: rows(lines) and rows(lines)[0]["CPU"].endswith("%"))
        # What the table leaves of the screen is the chosen machine's.
        top.until("^busy \u2500+$")
        top.keys("v")
        lines = top.until(r"\ds ago .* now ")
        page = "\n".join(lines)
        self.assertRegex(page, "(?m)^\u256d\u2500 CPU \u2500 used +[\\d.]+% \u2500 wait +[\\d.]+% .*\u256e\u256d\u2500 Memory \u2500 resident +\\d+M .*\u256e$")
        self.assertRegex(page, "(?m)^\u2502   100% ")
        self.assertRegex(page, "(?m)^\u256d\u2500 Network .*\u256d\u2500 Disk ")
        self.assertTrue(set(page) & {chr(0x28c0), chr(0x28e0), chr(0x28f6), chr(0x28ff)}, page)
        self.assertIn("unknown", page)
        self.assertTrue(all(len(line) <= 120 for line in lines))
        top.keys("Right")
        top.until("^(large|idle) .*machine 2 of 3$")
        top.keys("Tab")
        top.until("^PID ")
        top.keys("Tab")
        top.until("CPU \u2500 used")
        # From the smallest screen to the largest.
        for width, height in ((40, 10), (250, 80), (80, 24)):
            top.resize(width, height)
            lines = top.until(lambda lines: len(lines) == height and "CPU" in lines[1] and "Disk" in "\n".join(lines) and lines[-1].startswith("q back"))
            self.assertTrue(all(len(line) <= width for line in lines))
        top.keys("q")
        top.until("^ NAME")

    def test_graphs_of_other_symbols(self):
        chosen, _ = self.three()
        for words, environment, glyph in ((["--symbols", "ascii"], {}, "[|]"), (["--symbols", "blocks"], {}, "[\u2581-\u2588]"),
                                          ([], {"TERM": "linux"}, "[\u2581-\u2588]"), ([], {"LC_ALL": "C"}, "[|]")):
            top = Terminal(self, *chosen, "--interval", 0.2, *words, height=36, **environment)
            top.until(lambda lines: rows(lines) and rows(lines)[0]["CPU"].endswith("%"))
            top.keys("v")
            top.until("CPU . used")
            lines = top.until(r"\ds ago .* now ")
            self.assertRegex("\n".join(lines), glyph)
            self.assertFalse({letter for letter in "\n".join(lines) if 0x2800 <= ord(letter) < 0x2900})
            if "blocks" not in words and "TERM" not in environment:
                self.assertTrue("\n".join(lines).isascii())
            top.end()

    def test_names_are_cut_in_the_middle_by_columns(self):
        """Two characters of Japanese take four columns."""
        monitors = [self.monitor("a-name-that-is-longer-00012"), self.monitor("\u30c7\u30fc\u30bf\u30d9\u30fc\u30b9-\u672c\u756a-7")]
        words = [word for monitor in monitors for word in ("--pid", monitor.pid)]
        top = Terminal(self, *words, "--interval", 0.5, "--sort", "name")
        lines = top.until(lambda lines: rows(lines) and rows(lines)[0]["CPU"].endswith("%"))
        self.assertEqual(names(lines), ["a-name\u202600012", "\u30c7\u30fc\u30bf\u2026\u756a-7"])
        top.keys("/", "\u30d9", "Enter")
        top.until(lambda lines: len(names(lines)) == 1 and lines[-1].startswith("/\u30d9 "))

    def test_colours_follow_thresholds(self):
        """A number that is bad is red, one that is worth a look is yellow; on a terminal of 8 colours it has a background."""
        machine = self.monitor("small")
        machines.balloon(self.folder / f"{machine.pid}.json", 1000, 20, 0)
        words = ["--pid", machine.pid, "--balloon", f"{self.folder}/{{pid}}.json", "--interval", 0.5, "--columns", "name,guest"]
        other = self.monitor("other")
        words += ["--pid", other.pid, "--sort", "name"]
        machines.balloon(self.folder / f"{other.pid}.json", 1000, 150, 0)
        for environment, bad, warn in (({"TERM": "screen-256color"}, r"\[(?:1;)?38;5;196m *980M", r"\[(?:1;)?38;5;136m *850M"),
                                       ({"TERM": "screen"}, r"\[(?:1;)?37;41m *980M|41m *980M", r"\[(?:1;)?30;43m *850M|43m *850M"),
                                       ({"NO_COLOR": "1"}, r"\[1;?4?m.*980M|\[4m *980M", r"\[1m *850M")):
            top = Terminal(self, *words, **environment)
            top.until("980M")
            top.keys("/", "s", "Enter")
            top.until("980M")
            # The row of the chosen machine has a background of its own.
            top.keys("Escape", "Down", "Home")
            top.until("^>other")
            screen = "\n".join(top.screen("-e"))
            self.assertRegex(screen, bad)
            top.keys("End")
            top.until("^>small")
            self.assertRegex("\n".join(top.screen("-e")), warn)
            top.end()

    def test_colours_can_be_read_on_black_and_on_white(self):
        """Those of 256 that stand on the terminal's own background, which may be either."""
        def luminance(number):
            levels = [8 + 10 * (number - 232)] * 3 if number >= 232 else [
                0 if level == 0 else 55 + 40 * level for level in ((number - 16) // 36, (number - 16) // 6 % 6, (number - 16) % 6)]
            linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in (v / 255 for v in levels)]
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        source = pathlib.Path(__file__).parents[2] / "examples" / "tools" / "top" / "screen.c"
        colours = [int(number) for number in re.findall(r"\{(\d+), -1\}, \{", source.read_text(encoding="utf-8"))]
        self.assertGreater(len(colours), 8)
        for colour in colours:
            contrasts = (luminance(colour) + 0.05) / 0.05, 1.05 / (luminance(colour) + 0.05)
            self.assertGreaterEqual(min(contrasts), 3, colour)

    def test_help_by_key_and_its_filter(self):
        top = Terminal(self, "--guest", height=100)
        top.until("^this machine")
        top.keys("F1")
        page = "\n".join(top.until("^Keys"))
        for text in ("periods throttled", "Instead of a number", " / F4 "):
            self.assertIn(text, page)
        # The documentation has the same columns and thresholds.
        documentation = (pathlib.Path(__file__).parents[2] / "docs" / "top.md").read_text(encoding="utf-8")
        for heading in re.findall(r"(?m)^ ([A-Z/s]{2,7}) {1,7}\S", page[page.index("Columns,"):page.index("Colours")]):
            self.assertRegex(documentation, rf"(?m)^\| {heading} \|")
        for name, warn, bad in re.findall(r"(?m)^ +(\S.*?) {2,}(\S+) +(\S+)$", page[page.index("Colours"):]):
            self.assertIn(f"| {name} | {warn.replace('.0%', '%').replace('%', ' %')} | {bad.replace('%', ' %')} |", documentation)
        top.keys("/", "reset")
        top.until(lambda lines: lines[0].startswith(" reset") and lines[1] == "" and lines[-1].startswith("/reset_"))

    def test_idle_devices_are_shown_if_they_are_wanted(self):
        """A loop device that nothing is attached to has size 0; what it counted stays."""
        sys_folder, proc = self.folder / "sys", self.folder / "proc"
        for name, size in (("loop0", "0"), ("loop1", "2048"), ("vda", "4096"), ("vdb", "4096"), ("vdc", None)):
            (sys_folder / "class" / "block" / name).mkdir(parents=True)
            if size is not None:
                (sys_folder / "class" / "block" / name / "size").write_text(size + "\n")
        proc.mkdir()
        numbers = "10 0 80 5 10 0 80 5 0 10 10"
        (proc / "diskstats").write_text("".join(f"   7 {number} {name} {'0 0 0 0 0 0 0 0 0 0 0' if name == 'vdb' else numbers}\n"
                                                for number, name in enumerate(("loop0", "loop1", "vda", "vdb", "vdc"))))
        command = [TOP, "--once", "--guest", "--interval", "0.1", "--proc", proc, "--sys", sys_folder]
        for more, shown in (([], ["loop1", "vda", "vdc"]), (["--all-devices"], ["loop0", "loop1", "vda", "vdb", "vdc"])):
            out = subprocess.run([*command, *more], capture_output=True, text=True, check=True).stdout
            self.assertEqual(re.findall(r"(?m)^  ((?:loop|vd)\w+) ", out), shown, out)
            self.assertEqual("2 idle" in out, not more)


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
            self.assertEqual(re.search(r"^CPU +(\S+)", out, re.M)[1], all_cpus, out)
            self.assertEqual(dict(re.findall(r" (\d+) +(\d+%|reset)(?= |$)", out, re.M)), single, out)

    def test_wrong_usage_and_no_terminal(self):
        for words, reason in ((["--interval", "0"], "--interval 0: not a number of seconds"), (["--sort", "size"], "--sort size: no such column"), (["--columns", "cpu,size"], "--columns size: no such column"),
                              (["--symbols", "dots"], "--symbols dots: not one of"),
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
        columns = self.once("--columns", "list")[0].splitlines()
        self.assertEqual((len(columns), columns[0].split()[:2], columns[-1].split()[:2]),
                         (38, ["name", "NAME"], ["devices", "DEVICES"]))
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
