# SPDX-License-Identifier: MIT
"""A virtual machine to run tests in: QEMU and Debian's cloud kernel. QEMU emulates the CPUs, so that it runs anywhere, or
uses KVM where KVM works.

What runs in it is a shell script with busybox's tools and files of one's own; no system is installed in it. The kernel
and busybox are packages, unpacked in build/vm and never installed, so that only the first run needs the network.

    with Machine("sleep 1; cat /proc/stat", cpus=2) as machine:
        os.kill(machine.pid, 0)             # QEMU runs in the background
        print(machine.wait(), machine.output)

Where a machine is not to be had, Missing says why; where it did not run the script to its end, Failure does.
"""

import contextlib
import ctypes
import fcntl
import functools
import json
import lzma
import os
import pathlib
import re
import secrets
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import typing

SOURCE = pathlib.Path(__file__).resolve().parents[2]
CACHE = SOURCE / "build" / "vm"
KERNEL = "linux-image-cloud-amd64"
MODULES = ["virtio_pci", "virtio_console", "virtio_blk", "virtio_net", "virtio_balloon"]
QEMU = "qemu-system-x86_64"
CREATE_VM = 0xAE01
# The machine microvm would start half a second sooner. But it has no HPET, and when measuring the TSC by the PIT fails, as
# it often does under emulation, its kernel has no clock and hangs. With the rate given, tsc_early_khz=, it started 20 times
# out of 20; but the rate is the host's, and of that /proc/cpuinfo tells the right one on some hosts only.
MACHINE = "q35,usb=off,sata=off,smm=off"
# The TSC is emulated alike for all CPUs, which the kernel does not believe by itself. Without it, it has no fine clock.
# And where the host is busy, it must not wait for the timer's interrupts, find none, and panic.
APPEND = "console=ttyS0 quiet reboot=t panic=-1 tsc=reliable no_timer_check"
# The script's output goes through a virtio port, which alters no byte. Its end is marked on the same way, because only
# that says that nothing of it is missing. The end comes without writing to the disks, which are gone then: on s390x, kernels
# from 7.2 on sometimes wait for these writes for ever.
INIT = """#!/bin/busybox sh
/bin/busybox mount -t proc proc /proc
/bin/busybox --install -s /bin
mount -t devtmpfs dev /dev
mount -t sysfs sys /sys
mount -t cgroup2 cgroup /sys/fs/cgroup
for module in /modules/*; do insmod "$module"; done
until port=$(ls /dev/vport*p1 2>&1); do usleep 10000; done
exec 3>$port
cd /work
sh /script >&3 3>&- </dev/null
printf '%s%03d' {mark} $? >&3
reboot -n -f
"""


class Missing(Exception):
    pass


class Failure(Exception):
    pass


class System(typing.NamedTuple):
    """How QEMU is a machine of an architecture. The bus is that of virtio's devices, such as virtio-serial-pci."""
    qemu: str = QEMU
    machine: str = MACHINE
    bus: str = "pci"
    append: str = APPEND


def unpacked(package, cache=CACHE, apt=()):
    """The folder with a package's files. It is there as a whole or not at all. `apt` has apt's options for an archive."""
    folder = cache / package
    if folder.is_dir():
        return folder
    if not shutil.which("apt-get") or not shutil.which("dpkg"):
        raise Missing(f"there is no apt-get to fetch the package {package} with")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        def run(*command):
            return subprocess.run(command, cwd=scratch, capture_output=True, text=True, errors="replace", check=True,
                                  timeout=300, env={**os.environ, "LC_ALL": "C"}).stdout

        def parts(name):
            # A kernel's package may have nothing in it but the names of others: the kernel of a version, its image, its
            # modules.
            names = re.findall(r"^ *Depends: (linux-(?:image|binary|modules)-\S+)$",
                               run("apt-cache", *apt, "depends", name), re.M)
            return [part for other in names for part in parts(other)] or [name]
        try:
            run("apt-get", "-q", *apt, "-o", "APT::Sandbox::User=", "-o", "Acquire::Retries=1", "-o",
                "Acquire::http::Timeout=30", "download", *parts(package))
            for file in pathlib.Path(scratch).glob("*.deb"):
                run("dpkg", "-x", file, "files")
        except subprocess.SubprocessError as error:
            why = (getattr(error, "stderr", None) or str(error)).strip().splitlines()[-1]
            raise Missing(f"the package {package} cannot be fetched: {why}") from None
        try:
            os.rename(f"{scratch}/files", folder)
        except OSError:
            # Someone else may have been faster.
            if not folder.is_dir():
                raise
    return folder


def folder_of(package):
    return package if isinstance(package, pathlib.Path) else unpacked(package)


def image(kernel):
    """The file that QEMU starts, of a kernel's folder."""
    found, = [*kernel.glob("boot/vmlinu[xz]-*"), *kernel.glob("usr/lib/modules/*/vmlinu[xz]")]
    return found


def modules(kernel, names=MODULES):
    """The contents of the modules, by name, each one after those that it depends on."""
    files = {re.sub(r"\.ko.*", "", path.name).replace("-", "_"): path for path in kernel.glob("**/*.ko*")}
    found = {}

    def add(name):
        # What has no file is part of the kernel itself.
        if name in found or name not in files:
            return
        text = files[name].read_bytes()
        text = lzma.decompress(text) if files[name].suffix == ".xz" else text
        depends, = re.findall(rb"\bdepends=([\w,-]*)\0", text)[:1] or [b""]
        for other in filter(None, depends.decode().replace("-", "_").split(",")):
            add(other)
        found[name] = text
    for name in names:
        add(name.replace("-", "_"))
    return found


def archive(members):
    """An initramfs, which is a cpio archive in the format newc, of (name, mode, content)."""
    def padded(text):
        return text + bytes(-len(text) % 4)
    parts = []
    for number, (name, mode, content) in enumerate([*members, ("TRAILER!!!", 0, b"")]):
        name = name.encode() + b"\0"
        fields = (number, mode, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(name), 0)
        parts += [padded(b"070701" + b"".join(b"%08x" % field for field in fields) + name), padded(content)]
    return b"".join(parts)


def end_with_parent():
    """QEMU must not go on by itself when a test is killed. 1 is PR_SET_PDEATHSIG."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


@functools.cache
def acceleration():
    """How a machine runs its CPUs: "kvm" where KVM can run a machine, else "tcg", which is emulation. VMMETRICS_ACCEL
    chooses one of them.

    /dev/kvm may be there and be of no use: it creates no machine, or one whose CPUs QEMU cannot set up."""
    chosen = os.environ.get("VMMETRICS_ACCEL")
    if chosen:
        if chosen not in ("kvm", "tcg"):
            raise ValueError(f"VMMETRICS_ACCEL={chosen}: neither kvm nor tcg")
        return chosen
    try:
        device = os.open("/dev/kvm", os.O_RDWR | os.O_CLOEXEC)
        try:
            os.close(fcntl.ioctl(device, CREATE_VM, 0))
        finally:
            os.close(device)
        begun = subprocess.run([QEMU, "-M", MACHINE, "-accel", "kvm", "-cpu", "host", "-nodefaults", "-no-user-config",
                                "-display", "none", "-S", "-monitor", "stdio"], input=b"quit\n", capture_output=True,
                               timeout=60, preexec_fn=end_with_parent)
    except (OSError, subprocess.TimeoutExpired):
        return "tcg"
    return "kvm" if begun.returncode == 0 else "tcg"


class Machine:
    def __init__(self, script, files=(), *, cpus=1, memory=256, disk=None, tap=None, append="", kernel=KERNEL,
                 busybox="busybox-static", drivers=MODULES, cpu=None, accel=None, words=(), system=System()):
        """Starts a machine that runs a script among files, given by their paths.

        Sizes are MiB. The disk is /dev/vda, empty. The other end of the TAP is eth0; root need not have made it
        before. Kernel and busybox are packages, or folders with the files of one. Drivers are the kernel's modules to
        load. CPU is a model of QEMU's, accel what acceleration() gives. Words are further ones for QEMU's command line, as
        for more devices. Disk and TAP are for x86 only."""
        if not shutil.which(system.qemu):
            raise Missing(f"there is no {system.qemu}")
        self.accel = accel or acceleration()
        kernel = folder_of(kernel)
        busybox, = folder_of(busybox).glob("**/bin/busybox")
        self._mark = b"\4" + secrets.token_hex(16).encode()
        folders = ("bin", "dev", "modules", "proc", "root", "sys", "tmp", "work")
        members = [(name, stat.S_IFDIR | 0o755, b"") for name in folders]
        members += [("init", stat.S_IFREG | 0o755, INIT.replace("{mark}", self._mark.decode()).encode()),
                    ("script", stat.S_IFREG | 0o644, script.encode() if isinstance(script, str) else script),
                    ("bin/busybox", stat.S_IFREG | 0o755, busybox.read_bytes())]
        members += [(f"modules/{number:03}-{name}.ko", stat.S_IFREG | 0o644, content)
                    for number, (name, content) in enumerate(modules(kernel, drivers).items())]
        members += [(f"work/{path.name}", path.stat().st_mode, path.read_bytes()) for path in map(pathlib.Path, files)]

        self._scratch = tempfile.TemporaryDirectory(prefix="vm-")
        self.folder = pathlib.Path(self._scratch.name)
        (self.folder / "initramfs").write_bytes(archive(members))
        cpu = cpu or {"kvm": "host", "tcg": "qemu64"}[self.accel]
        command = [system.qemu, "-M", system.machine, "-accel", self.accel, "-cpu", cpu, "-nodefaults", "-no-user-config",
                   "-no-reboot", "-display", "none", "-smp", str(cpus), "-m", str(memory), "-kernel", image(kernel),
                   "-initrd", "initramfs", "-append", f"{system.append} {append}", "-serial", "file:console",
                   "-qmp", "unix:qmp,server=on,wait=off", "-device", f"virtio-serial-{system.bus}",
                   "-chardev", "file,id=output,path=output", "-device", "virtserialport,chardev=output"]
        if disk:
            with open(self.folder / "disk", "wb") as file:
                file.truncate(disk << 20)
            command += ["-drive", "if=none,id=disk,format=raw,file=disk", "-device", "virtio-blk-pci,drive=disk"]
        if tap:
            command += ["-netdev", f"tap,id=net,ifname={tap},script=no,downscript=no",
                        "-device", "virtio-net-pci,netdev=net,romfile="]
        with open(self.folder / "messages", "wb") as messages:
            self._process = subprocess.Popen([*command, *words], cwd=self.folder, stdin=subprocess.DEVNULL,
                                             stdout=messages, stderr=messages, preexec_fn=end_with_parent)
        self.pid = self._process.pid

    def _read(self, name):
        path = self.folder / name
        return path.read_bytes() if path.exists() else b""

    @property
    def output(self):
        """What the script has printed so far."""
        text, mark, _ = self._read("output").partition(self._mark)
        # The mark may have come in part.
        part = next((size for size in range(len(self._mark) - 1, 0, -1) if text.endswith(self._mark[:size])), 0)
        return text if mark or not part else text[:-part]

    @property
    def console(self):
        """What the kernel has said so far, and the script on its standard error."""
        return self._read("console").decode(errors="replace").replace("\r", "")

    def ended(self):
        """Raises Failure where QEMU has ended."""
        if self._process.poll() is not None:
            self.wait()

    def wait(self, timeout=120, hear=lambda text: None):
        """The script's exit status, as soon as it and the machine have ended. What the script prints is given to hear() as
        it comes."""
        ends, heard, running = time.monotonic() + timeout, 0, True
        while running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(min(0.2, timeout))
                running = False
            late = running and time.monotonic() >= ends
            if late:
                self.close(keep=True)
            output = self.output
            hear(output[heard:])
            heard = len(output)
            if late:
                raise Failure(f"the machine did not end in {timeout} s")
        status = self._read("output").partition(self._mark)[2]
        if status:
            return int(status[:3])
        panic = re.search(r"Kernel panic.*", self.console)
        messages = self._read("messages").decode(errors="replace").strip()
        raise Failure(panic[0] if panic else
                      f"QEMU ended with {self._process.returncode}, and the script did not: {messages or 'no message'}")

    def qmp(self, command, **arguments):
        """What QEMU's monitor returns to a command."""
        try:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(30)
                connection.connect(str(self.folder / "qmp"))
                with connection.makefile("rw") as stream:
                    stream.readline()
                    for request in ({"execute": "qmp_capabilities"}, {"execute": command, "arguments": arguments}):
                        stream.write(json.dumps(request) + "\n")
                        stream.flush()
                        # Events may come in between.
                        answer = next(line for line in map(json.loads, stream) if "event" not in line)
                        if "error" in answer:
                            raise Failure(f"{request['execute']}: {answer['error']['desc']}")
        except (ConnectionResetError, BrokenPipeError, StopIteration):
            # QEMU is ending, and wait() says why.
            self.wait(10)
            raise Failure(f"{command}: the machine has ended") from None
        return answer["return"]

    def close(self, keep=False):
        """Ends the machine, whatever it does. What it said is gone then unless it is kept."""
        self._process.kill()
        self._process.wait()
        if not keep:
            self._scratch.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def finish(timeout, *arguments, tries=1, **options):
    """Runs a machine to its end, for a command, and gives the exit status: 77 where there can be no machine, 124 where it
    did not run its script to the end in time. Prints what the script prints as it comes; if it fails, the console too.
    After a panic of its kernel it begins anew, `tries` times in all."""
    def hear(text):
        sys.stdout.buffer.write(text)
        sys.stdout.flush()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for left in reversed(range(tries)):
        try:
            with Machine(*arguments, **options) as machine:
                try:
                    status, message = machine.wait(timeout, hear), ""
                except Failure as failure:
                    status, message = 124, f"{failure}\n"
                if status != 0:
                    sys.stderr.write(f"The end of the machine's console:\n{machine.console[-8000:]}\n{message}")
        except Missing as missing:
            return print(f"skipped because {missing}", file=sys.stderr) or 77
        if not left or not message.startswith("Kernel panic"):
            break
        print("The machine begins anew.", file=sys.stderr)
    return status
