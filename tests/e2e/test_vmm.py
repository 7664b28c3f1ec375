# SPDX-License-Identifier: MIT
"""Machines of Firecracker and Cloud Hypervisor, driven by their API and measured from both sides.

FIRECRACKER, JAILER and CLOUD_HYPERVISOR are paths of the real programs; they need KVM, such as tests/kvm/run gives. The
fake servers of fake_vmm.py take the same steps in any case. The real ones must refuse what the fake ones refuse."""

import contextlib
import fcntl
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import types
import unittest

import refusals
import vmm
from vmm import MIB, Failure, Refused, wait_until

BUILT = vmm.vm.SOURCE / "build" / "musl-static" / "examples"
for word in ("guest", "parse", "host"):
    os.environ.setdefault(f"VMMETRICS_{word.upper()}", str(BUILT / f"vmmetrics-{word}"))

import host  # noqa: E402
from programs import GUEST, PARSE, lines, run  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
NET = ("rx_bytes", "tx_bytes", "rx_packets", "tx_packets")
# What a TAP receives, its guest has sent.
OTHER_WAY = dict(zip(NET, ("tx_bytes", "rx_bytes", "tx_packets", "rx_packets")))
DISK = ("read_bytes", "write_bytes")
TICKS = tuple(f"{name}_ticks" for name in ("user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal"))


def parse(form, *words, text=b""):
    done = run(PARSE, form, *words, text=text.encode() if isinstance(text, str) else text)
    assert done.returncode == 0, done
    return lines(done.stdout)


def parse_one(form, text):
    one, = parse(form, text=text)
    return one


def missing(*variables):
    """Why the real programs cannot be used here, or None."""
    for variable in variables:
        if variable not in os.environ:
            return f"{variable} is not set"
        if not os.access(os.environ[variable], os.X_OK):
            return f"{variable}={os.environ[variable]}: no program"
    if os.geteuid() != 0:
        return "this is not root"
    if not pathlib.Path("/sys/fs/cgroup/cgroup.controllers").exists():
        return "there is no cgroup of version 2"
    try:
        with open("/dev/kvm", "rb") as device:
            os.close(fcntl.ioctl(device, vmm.vm.CREATE_VM, 0))
    except OSError as error:
        return f"KVM cannot be used: {error.strerror}"
    for program in ("losetup", "ip"):
        if shutil.which(program) is None:
            return f"there is no {program}"
    try:
        vmm.vm.unpacked(vmm.vm.KERNEL)
        vmm.vm.unpacked("busybox-static")
    except vmm.vm.Missing as reason:
        return str(reason)
    return None


# ---- What a real machine needs of its host ----

def ip(*words):
    subprocess.run(["ip", *words], check=True, capture_output=True)


def make_tap(name, address, network=None):
    """A TAP that says nothing by itself; it may be in a network namespace of its own."""
    inside = ["-n", network] if network else []
    ip(*inside, "tuntap", "add", name, "mode", "tap")
    prefix = ["ip", "netns", "exec", network] if network else []
    subprocess.run([*prefix, "sysctl", "-q", f"net.ipv6.conf.{name}.disable_ipv6=1"], check=False, capture_output=True)
    ip(*inside, "address", "add", f"{address}.1/24", "dev", name)
    ip(*inside, "link", "set", name, "up")


def make_loop(image):
    with open(image, "wb") as file:
        file.truncate(32 * MIB)
    made = subprocess.run(["losetup", "--show", "--find", image], capture_output=True, text=True, check=True)
    return made.stdout.strip()


class Tee:
    """Reads the FIFO that Firecracker writes its metrics to. It keeps the lines, and writes them to another FIFO."""

    def __init__(self, path):
        self.path = path
        self.copy = path.with_name(path.name + ".copy")
        self.lines = []
        for name in (self.path, self.copy):
            os.mkfifo(name)
        # Open for both ways, a FIFO never ends.
        self._input = os.open(self.path, os.O_RDWR)
        self._output = os.open(self.copy, os.O_RDWR | os.O_NONBLOCK)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        with open(self._input, "rb") as stream:
            for line in stream:
                self.lines.append(line)
                with contextlib.suppress(BlockingIOError):
                    os.write(self._output, line)

    def total(self, member):
        """What a member adds up to; the lines have increments."""
        return sum(parse_one("firecracker", line)[member] for line in list(self.lines))


# ---- The steps ----

class Steps(unittest.TestCase):
    """One machine; the tests are its life, in the order of their names."""
    kind = name = program = None
    real = False
    clock_goes_on = False
    # Who counts the disk that vmmetrics-host finds.
    disk_from = "loop"
    wanted = {}
    refused = {}
    # Those that a machine of this kind can take; all, if there are none here.
    tests = ()
    machine = seen = None

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="vmm-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.cgroup = None
        image = cls.folder / "disk"
        if cls.real:
            cls.prepare(image)
        else:
            image.write_bytes(b"")
            cls.wanted = vmm.Wanted(cls.name, "tap0", str(image), str(image), str(image), **cls.wanted)
        cls.machine = cls.begin()

    @classmethod
    def prepare(cls, image):
        loop = make_loop(image)
        # The kernel charges the cgroup that wrote to a device first with later writes, too: no other machine gets it.
        unittest.addModuleCleanup(subprocess.run, ["losetup", "--detach", loop], check=True)
        tap = f"vmm{os.getpid() % 100000}"
        kernel, initramfs = vmm.guest_image(cls.folder, [GUEST, PARSE])
        cls.wanted = vmm.Wanted(cls.name, tap, loop, kernel, initramfs, **cls.wanted)
        make_tap(tap, cls.wanted.address)
        cls.addClassCleanup(ip, "link", "delete", tap)
        cls.cgroup = pathlib.Path(f"/sys/fs/cgroup/{cls.name}")
        cls.cgroup.mkdir()
        cls.addClassCleanup(wait_until, cls.remove_cgroup, "the cgroup is empty")

    @classmethod
    def remove_cgroup(cls):
        with contextlib.suppress(OSError):
            cls.cgroup.rmdir()
        return not cls.cgroup.exists()

    @classmethod
    def begin(cls):
        machine = cls.kind(cls.folder, cls.program, cls.name, cls.cgroup)
        cls.addClassCleanup(machine.close)
        return machine

    # ---- What each side says ----

    @classmethod
    def watch(cls, *options):
        """Lines of vmmetrics-host from now on."""
        cls.tell()
        cls.seen = host.Lines(types.SimpleNamespace(addCleanup=cls.addClassCleanup), "--pid", cls.machine.pid,
                              "--interval", "1" if cls.real else "0.2", "--count", "0", "--balloon",
                              cls.folder / "balloon", "--hypervisor", cls.folder / "machine", *options)

    @classmethod
    def tell(cls):
        """Writes the hypervisor's answers to the files that vmmetrics-host reads."""
        for name, text in (("balloon", cls.machine.balloon_answer()), ("machine", cls.machine.machine_answer())):
            part = cls.folder / f"{name}.part"
            part.write_text(text)
            part.rename(cls.folder / name)

    def line(self):
        """A line of vmmetrics-host whose interval begins after now."""
        self.tell()
        now = time.time() * 1000
        return self.seen.until(lambda line: line["time_ms"] - line["elapsed_ms"] > now, 60)

    def inside(self, records=""):
        """A line of vmmetrics-guest."""
        text = self.machine.console.do("./vmmetrics-guest --no-wait" + (f" --records {records}" if records else ""))
        line, = lines(text)
        return line

    def check_refused(self, moment):
        """The requests that are refused at this moment, with the text of the real one."""
        for method, path, body, *expected in self.refused[moment]:
            with self.subTest(moment=moment, method=method, path=path, body=body):
                with self.assertRaises(Refused) as caught:
                    self.machine.api.text(method, path, body)
                found = caught.exception
                self.assertEqual((found.status, self.reason(found.text)), tuple(expected))

    def expect(self, found, **values):
        self.assertEqual({name: found[name] for name in values}, values)

    def between(self, low, value, high, what=""):
        self.assertTrue(low <= value <= high, (what, low, value, high))

    # ---- Before it runs, and then ----

    def test_10_refused_before_the_start(self):
        self.check_refused("begun")

    def test_20_started(self):
        began = time.monotonic()
        self.boot()
        self.machine.ready()
        self.assertEqual(self.machine.state(), "Running")
        self.assertEqual(self.machine.console.do("echo here"), b"here\n")
        print(f"  {self.name}: the guest is ready after {time.monotonic() - began:.1f} s")

    def test_21_refused_while_it_runs(self):
        self.check_refused("running")

    def test_22_its_size(self):
        self.expect(parse_one("balloon", self.machine.machine_answer()), vcpus=2, memory_size_bytes=256 * MIB)
        line = self.line()
        self.expect(line, vcpus=2, vcpus_from="hypervisor", name=self.name)
        if not self.real:
            return
        # The same without the hypervisor's answer.
        found, = lines(run(os.environ["VMMETRICS_HOST"], "--pid", self.machine.pid, "--interval", "0.5").stdout)
        self.expect(found, vcpus=2, vcpus_from="descriptors", tap=self.wanted.tap, cgroup_machines=1,
                    disk=pathlib.Path(self.wanted.disk).name, disk_from="descriptors")
        self.assertEqual(self.machine.console.do("nproc"), b"2\n")
        total = self.inside()["mem_total"]
        self.between(0.75 * 256 * MIB, total, 256 * MIB - self.wanted.balloon * MIB, "mem_total")

    # ---- Traffic ----

    def counters(self):
        """The counters of the network and the disk, by the one that counts: the guest, the kernel, the hypervisor."""
        found = self.inside("net,disk")["records"]
        net, = (row for row in found["net"] if row["name"] == "eth0")
        disk, = (row for row in found["disk"] if row["name"] == "vda")
        tap = self.tap_row()
        by_net = {"guest": net, "tap": {name: tap[OTHER_WAY[name]] for name in NET},
                  "hypervisor": self.net_of_hypervisor()}
        by_disk = {"guest": disk, **self.disk_of_kernel(), "hypervisor": self.disk_of_hypervisor()}
        return {thing: {who: {name: row[name] for name in names} for who, row in by.items()}
                for thing, names, by in (("net", NET, by_net), ("disk", DISK, by_disk))}

    def disk_of_kernel(self):
        loop, = parse("disk", f"/sys/block/{pathlib.Path(self.wanted.disk).name}")
        process, = parse("process", f"/proc/{self.machine.pid}/io")
        rows = [row for row in parse("cgroup_io", self.cgroup / "io.stat") if row["major"] == 7]
        return {"loop": loop, "process": process, "cgroup": rows[0] if rows else dict.fromkeys(DISK, 0)}

    def tap_row(self):
        row, = (row for row in parse("net", f"/proc/{self.machine.pid}/net/dev") if row["name"] == self.wanted.tap)
        return row

    def quiet_counters(self):
        """The counters, when nothing moved meanwhile."""
        for _ in range(20):
            before = self.tap_row()
            found = self.counters()
            if self.tap_row() == before:
                return found
        raise Failure("there is traffic all the time")

    def work(self):
        """Work in the guest, and what each source counted meanwhile."""
        self.flush()
        self.line()
        begin = len(self.seen.all)
        before = self.quiet_counters()
        self.machine.console.do(f"dd if=/dev/zero of=/dev/vda bs=64k count=60 conv=fsync; "
                                f"dd if=/dev/vda of=/dev/null bs=64k count=20 skip=200; "
                                f"ping -q -c 20 -i 0.05 -s 1000 {self.wanted.address}.1")
        after = self.quiet_counters()
        self.line()
        seen = self.seen.all[begin:]
        grown = {thing: {who: {name: after[thing][who][name] - value for name, value in values.items()}
                         for who, values in by.items()} for thing, by in before.items()}
        for thing, by in grown.items():
            print("".join(f"  {thing}: {who} {values}\n" for who, values in by.items()), end="")
        return grown, seen

    def flush(self):
        self.machine.flush()

    def check_sums(self, seen, grown, net, disk):
        """What vmmetrics-host's rates come to. Its lines begin a little earlier and end a little later, so they may
        have a frame or two of ARP more. And the time of a line is exactly that of a rate only for the metrics."""
        for member, value in ((f"{net}_in_bytes_per_second", grown["net"]["tap"]["rx_bytes"]),
                              (f"{net}_out_bytes_per_second", grown["net"]["tap"]["tx_bytes"]),
                              (f"{net}_in_packets_per_second", grown["net"]["tap"]["rx_packets"]),
                              (f"{disk}_write_bytes_per_second", grown["disk"][self.disk_from]["write_bytes"])):
            elapsed, slack = ("metrics_elapsed_ms", 0.001) if member.startswith("metrics") else ("elapsed_ms", 0.04)
            found = sum((line[member] or 0) * (line[elapsed] or 0) / 1000 for line in seen)
            extra = 0 if "disk" in member else 3 if "packets" in member else 3 * 42
            self.between((1 - slack) * value, found, (1 + slack) * value + extra, member)

    def test_30_traffic(self):
        if not self.real:
            self.traffic_of_the_fake()
            return
        grown, seen = self.work()
        self.check_net(grown["net"])
        self.check_disk(grown["disk"])
        self.check_sums(seen, grown, "net", "disk")
        self.check_metrics(seen, grown)

    def check_net(self, net):
        self.assertGreater(net["guest"]["tx_bytes"], 20 * 1000)
        self.assertEqual(net["guest"], net["tap"])
        # Firecracker counts the header of virtio-net with each frame.
        headers = {name: self.machine.header * net["tap"][name.replace("bytes", "packets")] for name in NET[:2]}
        self.assertEqual(net["hypervisor"], {name: value + headers.get(name, 0) for name, value in net["tap"].items()})

    def check_disk(self, disk):
        self.assertEqual(disk["guest"]["write_bytes"], 60 << 16)
        for who, values in disk.items():
            self.assertEqual(values["write_bytes"], disk["guest"]["write_bytes"], who)
        # What the host's cache has, no device is asked for.
        self.assertGreaterEqual(disk["guest"]["read_bytes"], 20 << 16)
        self.assertEqual(disk["hypervisor"]["read_bytes"], disk["guest"]["read_bytes"])
        self.assertEqual(disk["process"]["read_bytes"], disk["loop"]["read_bytes"])
        self.assertEqual(disk["cgroup"]["read_bytes"], disk["loop"]["read_bytes"])

    def check_metrics(self, seen, grown):
        pass

    # ---- Memory ----

    def test_40_balloon(self):
        before = self.line()
        if self.real:
            # Pages that were in use once are the host's as well.
            self.machine.console.do("dd if=/dev/zero of=/tmp/fill bs=1M count=90; rm /tmp/fill")
            filled, total = self.line(), self.inside()["mem_total"]
            self.assertGreater(filled["rss"], before["rss"] + 32 * MIB)
        self.machine.inflate(96)
        line = self.line()
        self.check_balloon(96 * MIB)
        self.assertEqual(line["balloon_logical_vm_size"] or 256 * MIB - line["balloon_actual"], 160 * MIB)
        if self.real:
            # Without deflate_on_oom, the guest's total is without the balloon.
            grown = (96 - self.wanted.balloon) * MIB
            self.assertEqual(self.inside()["mem_total"], total - grown)
            print(f"  balloon of 96 MiB: the guest's total {total} to {total - grown}, resident {filled['rss']} to "
                  f"{line['rss']}")
            self.assertLess(line["rss"], filled["rss"] - 16 * MIB)
            self.told_by_the_guest(total - grown)
        self.machine.inflate(self.wanted.balloon)

    def told_by_the_guest(self, total):
        pass

    def test_50_plugged_memory(self):
        total = self.inside()["mem_total"] if self.real else None
        self.machine.plug(64)
        self.check_plugged(64 * MIB)
        if self.real:
            # The guest takes it by itself, block by block.
            self.machine.wait_until(lambda: self.inside()["mem_total"] == total + 64 * MIB, "the guest has 64 MiB more")
            self.line()
            print(f"  64 MiB plugged in: the guest's total {total} to {total + 64 * MIB}")

    # ---- Pause, save, restore ----

    def test_60_paused(self):
        before = self.line()
        self.machine.pause()
        self.assertEqual(self.machine.state(), "Paused")
        self.check_refused("paused")
        line = self.line()
        if self.real:
            self.machine.console.tell("echo here")
            line = self.line()
            for name in ("vcpu_cores", "guest_cores", "vcpu_run_delay_cores", "net_in_bytes_per_second",
                         "disk_write_bytes_per_second"):
                self.between(0, line[name], 0.02, name)
            self.assertAlmostEqual(line["rss"], before["rss"], delta=4 * MIB)
        self.expect(line, **{name: before[name] for name in ("balloon_actual", "balloon_logical_vm_size", "vcpus")})
        self.machine.resume()
        self.assertEqual(self.machine.state(), "Running")
        if self.real:
            self.assertEqual(self.machine.console.answer(), b"here\n")
        self.assertEqual(self.machine.console.do("echo back"), b"back\n")

    def test_70_saved_and_restored(self):
        """The guest goes on where it was, in another process."""
        old, pause = self.machine, 3 if self.real else 0
        if self.real:
            old.console.do("./vmmetrics-guest --interval 1 >/dev/ttyS0 & echo $! >/tmp/lines")
            wait_until(lambda: len(old.console.lines) > 4, "lines of the guest")
            before = self.inside("net,disk,cpu")
            uptime = float(old.console.do("cut -d' ' -f1 /proc/uptime"))
        old.pause()
        time.sleep(pause)
        old.save(self.folder / "saved")
        lost = time.monotonic()
        old.close()
        self.assertIn("No such process" if self.real else "", self.seen.wait()[1])
        time.sleep(2 * pause)
        machine = type(self).machine = self.begin()
        self.assertNotEqual(machine.pid, old.pid)
        self.load(old)
        lost = time.monotonic() - lost
        self.assertEqual(machine.state(), "Running")
        self.assertEqual(machine.console.do("echo here"), b"here\n")
        self.expect(parse_one("balloon", machine.balloon_answer()), **self.restored_balloon())
        line = self.line()
        self.expect(line, pid=machine.pid, vcpus=2, name=self.name)
        if self.real:
            self.check_restored(old, before, uptime, pause, lost)

    def check_restored(self, old, before, uptime, pause, lost):
        console = self.machine.console
        wait_until(lambda: len(console.lines) > 4, "lines of the restored guest")
        after = self.inside("net,disk,cpu")
        now = float(console.do("cut -d' ' -f1 /proc/uptime"))
        found = [(moment, json.loads(text)) for moment, text in console.lines]
        print(f"  restored: {lost:.1f} s without a machine; the guest's uptime {uptime} to {now}; its lines "
              f"{json.loads(old.console.lines[-1][1])}, {[line for _, line in found[:3]]}")
        # Counters only grow, and the memory is what it was.
        for thing, name, member in (("net", "eth0", "rx_bytes"), ("disk", "vda", "write_bytes")):
            old_value, value = (next(row[member] for row in told["records"][thing] if row["name"] == name)
                                for told in (before, after))
            self.assertGreaterEqual(value, old_value, thing)
        self.assertEqual(after["mem_total"], before["mem_total"])
        # Its lines come an interval apart. An older program printed two lines at once after a restore.
        for (one, _), (other, line) in zip(found[1:], found[2:]):
            self.assertGreater(other - one, 0.3, line)
        # The first of them says how late it is: by the pause, and with Cloud Hypervisor by the time without a machine
        # as well, since it sets the guest's clock forward.
        gaps = [line["gap_ms"] / 1000 for _, line in found if "gap_ms" in line]
        self.assertEqual(len(gaps), 1)
        least = pause + (lost if self.clock_goes_on else 0)
        self.between(least - 1.5, gaps[0], least + 10, "gap_ms")


class Firecracker(Steps):
    kind = vmm.Firecracker
    refused = {moment: [(*row[:3], 400, row[3]) for row in rows] for moment, rows in refusals.FIRECRACKER.items()}

    @staticmethod
    def reason(text):
        return json.loads(text)["fault_message"] if text.startswith('{"fault') else text

    def boot(self):
        cls = type(self)
        cls.metrics = Tee(self.machine.own("metrics"))
        self.machine.metrics_to(cls.metrics.path)
        self.machine.boot(self.wanted)
        self.watch("--firecracker-metrics", cls.metrics.copy)

    def load(self, old):
        cls = type(self)
        cls.metrics = Tee(self.machine.own("metrics-of-the-next"))
        self.machine.metrics_to(cls.metrics.path)
        self.machine.load(self.folder / "saved", old.console)
        self.watch("--firecracker-metrics", cls.metrics.copy)

    def flush(self):
        count = len(self.metrics.lines)
        self.machine.flush()
        self.machine.wait_until(lambda: len(self.metrics.lines) > count, "a line of metrics")

    def net_of_hypervisor(self):
        self.flush()
        return {name: self.metrics.total(f"net_{name}") for name in NET}

    def disk_of_hypervisor(self):
        return {name: self.metrics.total(f"block_{name}") for name in DISK}

    def check_metrics(self, seen, grown):
        """The program's own numbers of the metrics are without the header."""
        self.check_sums(seen, grown, "metrics_net", "metrics_disk")

    def traffic_of_the_fake(self):
        self.flush()
        self.line()
        begin = len(self.seen.all)
        self.flush()
        self.line()
        line, = [line for line in self.seen.all[begin:] if line["metrics_elapsed_ms"]]
        seconds = line["metrics_elapsed_ms"] / 1000
        for name, value in (("net_in_bytes", 6692), ("net_out_bytes", 6692), ("net_in_packets", 24),
                            ("disk_read_bytes", 3420160)):
            self.assertAlmostEqual(line[f"metrics_{name}_per_second"] * seconds, value, delta=1e-5 * value, msg=name)
        self.assertEqual(parse_one("firecracker", self.metrics.lines[-1])["net_rx_bytes"], 6692 + 24 * 12)

    def check_balloon(self, size):
        self.expect(parse_one("balloon", self.machine.balloon_answer()), target_bytes=size, actual_bytes=size)

    def told_by_the_guest(self, total):
        """What the balloon's driver says, once a second."""
        self.machine.wait_until(lambda: self.machine.api.get("balloon/statistics")["total_memory"] == total,
                                "the balloon's statistics")
        line, inside = self.line(), self.inside("memory_usage")
        self.assertEqual(line["guest_total"], total)
        self.assertAlmostEqual(line["guest_available"], inside["records"]["memory_usage"]["available_bytes"],
                               delta=4 * MIB)

    def check_plugged(self, size):
        self.expect(parse_one("balloon", self.machine.memory_answer()), hotplug_plugged_bytes=size,
                    hotplug_requested_bytes=size, hotplug_size_bytes=128 * MIB)

    def restored_balloon(self):
        return {"target_bytes": 0, "actual_bytes": 0}


class WithDevices(Firecracker):
    """All devices that Firecracker has, and rate limiters."""
    wanted = {"devices": True}
    tests = ("test_20_started", "test_57_devices")
    # The members that a device's work must have moved, and by how much at least.
    moved = {"entropy_bytes": 2048, "entropy_event_count": 1,
             "pmem_queue_event_count": 1, "block_queue_event_count": 2, "block_rate_limiter_throttled_events": 1,
             "block_rate_limiter_event_count": 1, "block_remaining_reqs_count": 1, "net_rx_count": 1, "net_tx_count": 1,
             "net_rx_tap_event_count": 1, "net_tx_queue_event_count": 1, "balloon_free_page_hint_count": 1,
             "balloon_free_page_report_count": 1, "memory_hotplug_queue_event_count": 1, "memory_hotplug_plug_count": 1,
             "memory_hotplug_plug_bytes": 64 * MIB, "memory_hotplug_plug_agg_sum_usec": 1, "interrupts_triggers": 10}

    @classmethod
    def tell(cls):
        """The file of --balloon has all answers about memory."""
        machine = cls.machine
        part = cls.folder / "balloon.part"
        part.write_text("\n".join((machine.balloon_answer(), machine.memory_answer(), machine.hinting_answer())))
        part.rename(cls.folder / "balloon")
        (cls.folder / "machine").write_text(machine.machine_answer())

    def test_57_devices(self):
        line = self.line()
        self.expect(line, hotplug_size=128 * MIB, hotplug_block=2 * MIB, hotplug_slot=128 * MIB, hotplug_plugged=0,
                    hinting_host_cmd=0, hinting_guest_cmd=None)
        if self.real:
            self.work_of_devices()
        self.machine.plug(64)
        self.machine.hint()
        self.flush()
        self.expect(self.line(), hotplug_requested=64 * MIB, hotplug_plugged=64 * MIB, hinting_host_cmd=1,
                    hinting_guest_cmd=0)
        found = {member: self.metrics.total(member) for member in self.moved}
        print(f"  {found}")
        for member, least in self.moved.items():
            self.assertGreaterEqual(found[member], least, member)
        rows = [row for line in self.metrics.lines for row in parse("hypervisor_device", text=line)]
        self.assertGreater(sum(row["queue_event_count"] for row in rows if row["name"] == "p0"), 0)
        self.check_devices(rows)

    def check_devices(self, rows):
        pass


class CloudHypervisor(Steps):
    kind = vmm.CloudHypervisor
    clock_goes_on = True
    wanted = {"balloon": 16}
    refused = refusals.CLOUD_HYPERVISOR

    @staticmethod
    def reason(text):
        return json.loads(text) if text else text

    def boot(self):
        self.machine.boot(self.wanted)
        self.watch()

    def load(self, old):
        self.machine.load(self.folder / "saved", old.console)
        self.watch()

    def devices(self):
        return {row["name"]: row for row in parse("hypervisor_device", text=self.machine.counters())}

    def net_of_hypervisor(self):
        row = self.devices()["net1"]
        return {name: row[f"total_{name.replace('packets', 'frames')}"] for name in NET}

    def disk_of_hypervisor(self):
        row = self.devices()["data"]
        return {name: row[f"total_{name}"] for name in DISK}

    def traffic_of_the_fake(self):
        rows = self.devices()
        self.expect(rows["data"], total_write_bytes=6037504, total_read_bytes=3420160, total_write_ops=12)
        self.expect(rows["net1"], total_rx_bytes=6216, total_tx_bytes=6146)

    def check_balloon(self, size):
        self.expect(parse_one("balloon", self.machine.balloon_answer()), target_bytes=size, actual_bytes=None,
                    logical_vm_size_bytes=256 * MIB - size)

    def check_plugged(self, size):
        # It says how much was asked for, and, by its size, how much the guest took.
        left = (256 - 16) * MIB + size
        self.machine.wait_until(lambda: self.machine.api.get("vm.info")["memory_actual_size"] == left, "plugged in")
        self.expect(parse_one("balloon", self.machine.memory_answer()), hotplug_requested_bytes=size,
                    hotplug_plugged_bytes=None, hotplug_size_bytes=128 * MIB, logical_vm_size_bytes=left)

    def restored_balloon(self):
        return {"target_bytes": 16 * MIB, "hotplug_requested_bytes": 64 * MIB}

    def test_51_virtual_cpus(self):
        """Cloud Hypervisor keeps the threads and descriptors of removed virtual CPUs, so only its answer is right."""
        self.machine.set_cpus(4)
        if self.real:
            online = "for cpu in /sys/devices/system/cpu/cpu[1-9]*; do echo 1 2>/dev/null >$cpu/online; done; nproc"
            self.machine.wait_until(lambda: self.machine.console.do(online) == b"4\n", "4 CPUs in the guest")
        self.expect(self.line(), vcpus=4, vcpus_from="hypervisor")
        self.machine.set_cpus(2)
        if self.real:
            self.machine.wait_until(lambda: self.machine.console.do("nproc") == b"2\n", "2 CPUs in the guest")
            found, = lines(run(os.environ["VMMETRICS_HOST"], "--pid", self.machine.pid, "--interval", "0.5").stdout)
            self.expect(found, vcpus=4, vcpus_from="descriptors")
        self.expect(self.line(), vcpus=2, vcpus_from="hypervisor")


class FakeFirecracker(Firecracker):
    name = "fake-fc"
    program = [sys.executable, "-B", HERE / "fake_vmm.py", "firecracker"]


class FakeWithDevices(WithDevices):
    name = "fake-devices"
    program = FakeFirecracker.program


class FakeCloudHypervisor(CloudHypervisor):
    name = "fake-ch"
    program = [sys.executable, "-B", HERE / "fake_vmm.py", "cloud-hypervisor"]


class Measured:
    """What only a real machine can show."""
    real = True

    def test_31_both_lines(self):
        """The lines of both tiers about one machine at work, which are about two different seconds."""
        console = self.machine.console
        console.do(f"""exec >/dev/null 2>&1; (while :; do :; done) & echo $! >/tmp/jobs;
            (while :; do dd if=/dev/zero of=/dev/vda bs=64k count=8 conv=fsync; sleep 0.2; done) & echo $! >>/tmp/jobs;
            ping -i 0.1 -s 1000 {self.wanted.address}.1 & echo $! >>/tmp/jobs""")
        records = "cpu_usage.busy_gopsutil_ratio,cpu_usage.steal_ratio,memory_usage.available_bytes," \
                  "net_usage.tx_bytes_per_second,disk_usage.write_bytes_per_second"
        console.do(f"./vmmetrics-guest --interval 1 --records {records} >/dev/ttyS0 & echo $! >>/tmp/jobs")
        wait_until(lambda: len(console.lines) > 3, "lines of the guest")
        outside = self.line()
        inside = json.loads(console.lines[-1][1])
        console.do("kill $(cat /tmp/jobs)")
        print(f"  guest: {inside}\n  host: {outside}")
        told = inside["records"]
        sent, = (row["tx_bytes_per_second"] for row in told["net_usage"] if row["name"] == "eth0")
        written, = (row["write_bytes_per_second"] for row in told["disk_usage"])
        for low, value, high, what in ((30, inside["cpu"], 100, "cpu"), (0.3, outside["vcpu_cores"], 2.1, "vcpu_cores"),
                                       (1000, sent, 50e3, "sent"), (1e5, written, 1e8, "written"),
                                       (1000, outside["net_out_bytes_per_second"], 50e3, "net_out"),
                                       (1e5, outside["disk_write_bytes_per_second"], 1e8, "disk_write")):
            self.between(low, value, high, what)

    def ticks(self):
        row = next(row for row in parse("cpu", text=self.machine.console.do("cat /proc/stat")) if row["id"] is None)
        return {name: row[name] for name in TICKS}

    def test_55_cpu(self):
        """A second of the guest's CPU is one of the host's, as the guest, the process and its threads count it."""
        def busy_seconds():
            row = self.ticks()
            return sum(row[name] for name in TICKS if name not in ("idle_ticks", "iowait_ticks")) / 100
        self.line()
        begin, before = len(self.seen.all), busy_seconds()
        self.machine.console.do("i=0; while [ $i -lt 150000 ]; do i=$((i+1)); done")
        busy = busy_seconds() - before
        self.line()
        seen = self.seen.all[begin:]
        guest, outside, vcpus, delay, cores, group = (host.total(seen, name) for name in (
            "guest_cores", "outside_guest_cores", "vcpu_cores", "vcpu_run_delay_cores", "cores", "cgroup_cores"))
        print(f"  CPU seconds: busy in the guest {busy:.2f}; guest time {guest:.2f}, virtual CPUs {vcpus:.2f}, waiting "
              f"{delay:.2f}, process {cores:.2f}, cgroup {group:.2f}")
        self.assertGreater(busy, 0.5)
        self.between(0.6 * vcpus, guest, vcpus + 0.1, "guest time")
        self.between(0.8 * guest - 0.3, busy, vcpus + delay + 0.3, "busy in the guest")
        self.assertAlmostEqual(cores, guest + outside, delta=0.02 * cores + 0.05)
        self.assertAlmostEqual(cores, group, delta=0.05 * cores + 0.1)


class RealFirecracker(Measured, Firecracker):
    name = "real-fc"


class RealWithDevices(WithDevices, RealFirecracker):
    name = "devices-fc"
    # Nothing waits in the guest for the call, so its answer is a reset, which Firecracker does not count as a packet.
    moved = {**WithDevices.moved, "vsock_conns_added": 1, "vsock_rx_packets": 1, "vsock_conns_removed": 1,
             "entropy_rate_limiter_throttled": 1, "entropy_rate_limiter_event_count": 1}

    def work_of_devices(self):
        do = self.machine.console.do
        self.assertEqual(do("cat /sys/class/misc/hw_random/rng_current"), b"virtio_rng.0\n")
        do("dd if=/dev/hwrng of=/dev/null bs=256 count=12; dd if=/dev/zero of=/dev/pmem0 bs=4k count=16 conv=fsync; "
           "for n in 0 1 2 3; do dd if=/dev/zero of=/dev/vdb bs=4k count=4 seek=$((n * 100)) oflag=direct & done; wait; "
           f"ping -q -c 5 -i 0.05 {self.wanted.address}.1")
        self.assertEqual(self.machine.call(52), b"")

    def check_devices(self, rows):
        limited = [row for row in rows if row["name"] == "limited"]
        self.assertGreater(sum(row["rate_limiter_throttled_events"] for row in limited), 0)
        self.assertGreaterEqual(sum(row["increment_write_bytes"] for row in limited), 16 << 12)


class RealCloudHypervisor(Measured, CloudHypervisor):
    name = "real-ch"


class JailedFirecracker(RealFirecracker):
    """In its jail: a user, a network and PIDs of its own, a disk on a tmpfs, and 80 % of a CPU."""
    name = "jailed-fc"
    wanted = {"memory": 160, "plugged": 0}
    disk_from = "hypervisor"
    tests = ("test_20_started", "test_23_in_its_jail", "test_30_traffic", "test_56_limit", "test_60_paused")

    @classmethod
    def prepare(cls, image):
        with open(image, "wb") as file:
            file.truncate(32 * MIB)
        cls.network = f"vmm{os.getpid()}"
        ip("netns", "add", cls.network)
        cls.addClassCleanup(ip, "netns", "delete", cls.network)
        kernel, initramfs = vmm.guest_image(cls.folder, [GUEST, PARSE])
        cls.wanted = vmm.Wanted(cls.name, "tap0", image, kernel, initramfs, **cls.wanted)
        make_tap("tap0", cls.wanted.address, cls.network)

    @classmethod
    def begin(cls):
        machine = vmm.Jailed(cls.folder, cls.program, cls.name, jailer=[os.environ["JAILER"]], network=cls.network,
                             limits=["cpu.max=80000 100000", "memory.max=300000000"])
        cls.addClassCleanup(machine.close)
        membership = pathlib.Path(f"/proc/{machine.pid}/cgroup").read_text().strip()
        cls.cgroup = pathlib.Path("/sys/fs/cgroup" + membership.removeprefix("0::"))
        return machine

    def test_23_in_its_jail(self):
        found, = lines(run(os.environ["VMMETRICS_HOST"], "--pid", self.machine.pid, "--interval", "0.5").stdout)
        self.expect(found, name=self.name, vcpus=2, vcpus_from="descriptors", tap="tap0", disk=None,
                    disk_from="process", cgroup_machines=1)
        status = pathlib.Path(f"/proc/{self.machine.pid}/status").read_text()
        self.assertIn(f"NSpid:\t{self.machine.pid}\t1\n", status)
        self.assertNotIn("tap0", pathlib.Path("/proc/net/dev").read_text())
        process, = parse("process", f"/proc/{self.machine.pid}/status")
        self.expect(process, uid_effective=vmm.Jailed.USER)
        limits, = parse("cgroup", self.cgroup)
        self.expect(limits, cpu_max_usec=80000, cpu_max_period_usec=100000, memory_max_bytes=300000000 // 4096 * 4096)

    def disk_of_kernel(self):
        process, = parse("process", f"/proc/{self.machine.pid}/io")
        counted = self.cgroup / "io.stat"
        self.assertEqual(counted.read_text() if counted.exists() else "", "")
        return {"process": process}

    def check_disk(self, disk):
        """The hypervisor alone counts what is written to a tmpfs."""
        self.assertEqual(disk["guest"]["write_bytes"], 60 << 16)
        self.assertEqual(disk["hypervisor"], disk["guest"])
        self.assertEqual(disk["process"]["write_bytes"], 0)

    def check_sums(self, seen, grown, net, disk):
        if disk == "disk":
            self.assertEqual({line["disk_write_bytes_per_second"] for line in seen}, {0})
            grown = {**grown, "disk": {"hypervisor": dict.fromkeys(DISK, 0)}}
        super().check_sums(seen, grown, net, disk)

    def test_56_limit(self):
        """Two busy virtual CPUs get 0.8 of a CPU of the host. In the guest, some of the rest is stolen time."""
        console = self.machine.console
        console.do("for n in 1 2; do (while :; do :; done) & echo $! >>/tmp/burners; done")
        before = self.ticks()
        self.line()
        line = self.line()
        after = self.ticks()
        console.do("kill $(cat /tmp/burners)")
        total, stolen = (sum(after[name] - before[name] for name in names) for names in (after, ("steal_ticks",)))
        print(f"  limit of 0.8: cgroup {line['cgroup_cores']:.3f}, of the limit {line['cgroup_limit_ratio']:.3f}, "
              f"throttled {line['throttled_cores']:.2f}, virtual CPUs {line['vcpu_cores']:.3f}; in the guest {stolen} "
              f"of {total} ticks stolen")
        self.between(0.6, line["cgroup_cores"], 0.9, "cgroup_cores")
        self.assertAlmostEqual(line["cgroup_limit_ratio"], line["cgroup_cores"] / 0.8, delta=0.01)
        self.assertGreater(line["throttled_ratio"], 0.5)


CASES = ((FakeFirecracker,), (FakeWithDevices,), (FakeCloudHypervisor,), (RealFirecracker, "FIRECRACKER"),
         (RealWithDevices, "FIRECRACKER"), (JailedFirecracker, "FIRECRACKER", "JAILER"), (RealCloudHypervisor, "CLOUD_HYPERVISOR"))


def load_tests(loader, _tests, _pattern):
    suite = unittest.TestSuite()
    for case, *variables in CASES:
        reason = missing(*variables) if variables else None
        if reason:
            print(f"{case.__name__} is skipped because {reason}")
            continue
        if variables:
            case.program = [os.environ[variables[0]]]
        suite.addTests(map(case, case.tests) if case.tests else loader.loadTestsFromTestCase(case))
    return suite


if __name__ == "__main__":
    unittest.main(verbosity=2)
