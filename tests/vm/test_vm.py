# SPDX-License-Identifier: MIT
"""The virtual machine that other tests run in: what comes back from it, and what is in it."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

import vm

RUN = pathlib.Path(__file__).with_name("run")
CONTROLLERS = {"cpu", "io", "memory", "pids"}


class Run(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content, mode=0o644):
        path = self.folder / name
        path.write_bytes(content)
        path.chmod(mode)
        return path

    def run_vm(self, script, *words, options=()):
        """Runs the command; standard input is none of the script's business."""
        return subprocess.run([RUN, *options, self.file("the-script", script.encode()), *words], input=b"not for it\n",
                              capture_output=True, timeout=300)

    def check(self, done, status, output=b"", messages=""):
        self.assertEqual(done.returncode, status, done)
        self.assertEqual(done.stdout, output)
        self.assertRegex(done.stderr.decode(), messages or r"^$")

    def test_output_comes_byte_exact(self):
        content = bytes(range(256)) * 400
        self.check(self.run_vm("cat; cat content", self.file("content", content)), 0, content)

    def test_files_are_there_and_programs_can_be_run(self):
        program = self.file("program", b"#!/bin/sh\necho $0 $*\nexit 3\n", 0o755)
        script = "ls\n./program a b\n[ $? = 3 ] && [ ! -x other ] && [ ! -s other ]"
        self.check(self.run_vm(script, program, self.file("other", b"")), 0, b"other\nprogram\n./program a b\n")

    def test_the_status_comes_back_with_what_was_said(self):
        for status in (1, 137, 255):
            self.check(self.run_vm(f"printf out; echo to be seen >&2; exit {status}"), status, b"out", "to be seen")

    def test_the_machine_is_as_wanted(self):
        script = """nproc; blockdev --getsize64 /dev/vda; cat /proc/cmdline; head -n 1 /proc/meminfo
            dd if=/dev/urandom of=noise bs=1M count=9 && dd if=noise of=/dev/vda bs=1M oflag=direct && cmp -n 9437184 \
            noise /dev/vda"""
        done = self.run_vm(script, options=["--cpus=2", "--memory=300", "--disk=33", "--append=one two"])
        self.assertEqual(done.returncode, 0, done)
        cpus, disk, words, memory = done.stdout.decode().splitlines()
        self.assertEqual((cpus, disk), ("2", str(33 << 20)))
        self.assertTrue(words.endswith(" one two"), words)
        self.assertTrue(220 << 10 < int(memory.split()[1]) <= 300 << 10, memory)

    def test_all_controllers_can_be_used(self):
        done = self.run_vm("""cd /sys/fs/cgroup
            sed 's/ / +/g; s/^/+/' cgroup.controllers >cgroup.subtree_control && mkdir job && cat job/cgroup.controllers
            echo $$ >job/cgroup.procs && cat /proc/self/cgroup /proc/self/mountinfo""")
        self.assertEqual(done.returncode, 0, done)
        controllers, own, *mounts = done.stdout.decode().splitlines()
        print(f"{controllers} ... ", end="", flush=True)
        self.assertLessEqual(CONTROLLERS, set(controllers.split()))
        self.assertEqual(own, "0::/job")
        self.assertEqual([line.split()[4] for line in mounts if " - cgroup" in line], ["/sys/fs/cgroup"])

    def test_a_hang_is_ended(self):
        began = time.monotonic()
        done = self.run_vm("echo begun; sleep 1000", options=["--timeout=15"])
        self.check(done, 124, b"begun\n", r"the machine did not end in 15\.0 s\n$")
        self.assertLess(time.monotonic() - began, 30)

    def test_a_panic_is_reported(self):
        done = self.run_vm("echo begun; sync; echo c >/proc/sysrq-trigger")
        self.check(done, 124, b"begun\n", r"\nKernel panic - not syncing: sysrq triggered crash\n$")

    def test_after_a_panic_it_can_begin_anew(self):
        program = "import sys, vm; sys.exit(vm.finish(60, 'echo begun; sync; echo c >/proc/sysrq-trigger', tries=2))"
        done = subprocess.run([sys.executable, "-B", "-c", program], cwd=RUN.parent, capture_output=True, timeout=300)
        self.check(done, 124, b"begun\n" * 2, r"(?s)sysrq triggered crash\n.*begins anew.*sysrq triggered crash\n$")

    def test_a_shutdown_before_its_time_is_no_success(self):
        self.check(self.run_vm("echo begun; reboot -f"), 124, b"begun\n", "QEMU ended with 0, and the script did not")

    def test_what_qemu_refuses_is_reported(self):
        self.check(self.run_vm("true", options=["--cpus=9999"]), 124, b"", "QEMU ended with 1, .*9999")

    def test_how_it_runs_can_be_chosen(self):
        def accel(chosen):
            return subprocess.run([sys.executable, "-B", "-c", "import vm; print(vm.acceleration())"], cwd=RUN.parent,
                                  env={**os.environ, "VMMETRICS_ACCEL": chosen}, capture_output=True, text=True)
        self.assertEqual([accel(name).stdout for name in ("kvm", "tcg")], ["kvm\n", "tcg\n"])
        self.assertIn("VMMETRICS_ACCEL=fast: neither kvm nor tcg", accel("fast").stderr)
        # Without a choice it is one of them, and where it is KVM the other tests have run on it.
        self.assertIn(accel("").stdout, ("kvm\n", "tcg\n"))

    def test_without_a_kernel_it_is_skipped(self):
        self.check(self.run_vm("true", options=["--kernel=linux-image-none"]), 77, b"", r"^skipped because .*\n$")


class Background(unittest.TestCase):
    def wait_until(self, machine, condition):
        for _ in range(600):
            if condition():
                return
            time.sleep(0.05)
        self.fail(machine.console)

    def test_a_machine_that_runs_beside_the_test(self):
        script = """echo begun
            until dd if=/dev/vda bs=512 count=1 iflag=direct | grep -q ended; do usleep 100000; done
            echo ended"""
        balloon = ["-device", "virtio-balloon-pci"]
        with vm.Machine(script, disk=1, memory=256, words=balloon) as machine:
            self.wait_until(machine, lambda: machine.output == b"begun\n")
            os.kill(machine.pid, 0)
            machine.qmp("balloon", value=200 << 20)
            self.wait_until(machine, lambda: machine.qmp("query-balloon")["actual"] == 200 << 20)
            with open(machine.folder / "disk", "r+b") as disk:
                disk.write(b"ended")
            self.assertEqual(machine.wait(), 0, machine.console)
            self.assertEqual(machine.output, b"begun\nended\n")
        self.assertFalse(machine.folder.exists())


try:
    began = time.monotonic()
    with vm.Machine("uname -r") as machine:
        machine.wait()
        print(f"Linux {machine.output.decode().strip()}: {time.monotonic() - began:.1f} s to start and end")
except vm.Missing as missing:
    print(f"skipped because {missing}")
    sys.exit(77)
unittest.main(verbosity=2)
