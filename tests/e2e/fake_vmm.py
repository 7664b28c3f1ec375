# SPDX-License-Identifier: MIT
"""A server that answers as the API of Firecracker 1.17 or of Cloud Hypervisor 54 does, without a machine:

    fake_vmm.py firecracker --api-sock PATH --id NAME
    fake_vmm.py cloud-hypervisor --api-socket PATH

It has the requests that vmm.py makes. It checks paths, methods, bodies and states, and refuses with the texts that the
real ones gave. Its numbers are those of the captured answers in tests/data. Its guest answers the command echo."""

import argparse
import http.server
import json
import os
import pathlib
import re
import socket
import socketserver
import sys
import threading
import time

DATA = pathlib.Path(__file__).resolve().parents[1] / "data"
MIB = 1 << 20
BEFORE = "The requested operation is not supported before starting the microVM."
AFTER = "The requested operation is not supported after starting the microVM."


# ---- Bodies, as serde reads them ----

class Wrong(Exception):
    """What serde says of a text."""


class Late(Wrong):
    """What it says at the end of the object."""


class Struct:
    """A kind of object: a kind for each field. A kind that ends in a question mark, or is in a tuple, may be left out.
    Where a part of an object is flat, serde reads the object first, and finds what is wrong at its end."""

    def __init__(self, name, strict=True, flat=False, **fields):
        self.name = name
        self.strict = strict
        self.flat = flat
        self.fields = fields


class OneOf:
    def __init__(self, *names):
        self.names = names


NUMBERS = {"u8": 8, "u16": 16, "u32": 32, "u64": 64, "usize": 64}
EXPECTED = {"bool": (bool, "a boolean"), "string": (str, "a string"), "path": (str, "path string"),
            "mac": (str, "a string")}
MAC = re.compile(r"[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}")


def listed(names):
    quoted = [f"`{name}`" for name in names]
    return {1: quoted[0], 2: " or ".join(quoted)}.get(len(quoted), "one of " + ", ".join(quoted))


class Reader:
    def __init__(self, text, mac):
        self.text = text
        self.mac = mac
        self.at = 0

    def wrong(self, what):
        raise Wrong(f"{what} at line 1 column {self.at}")

    def peek(self):
        while self.text[self.at:self.at + 1].isspace():
            self.at += 1
        return self.text[self.at:self.at + 1]

    def token(self):
        """A value, and serde's name of it."""
        try:
            self.peek()
            value, self.at = json.JSONDecoder().raw_decode(self.text, self.at)
        except json.JSONDecodeError:
            self.at += 1
            self.wrong("expected value")
        if isinstance(value, str):
            return value, f'string "{value}"'
        if isinstance(value, (dict, list)):
            return value, "map" if isinstance(value, dict) else "sequence"
        if value is None:
            return value, "null"
        name = {bool: "boolean", int: "integer", float: "floating point"}[type(value)]
        return value, f"{name} `{json.dumps(value)}`"

    def value(self, kind):
        if isinstance(kind, Struct):
            return self.object(kind)
        if isinstance(kind, list):
            return self.array(kind[0])
        value, name = self.token()
        if isinstance(kind, OneOf):
            if value not in kind.names:
                self.wrong(f"unknown variant `{value}`, expected {listed(kind.names)}")
        elif kind in NUMBERS:
            if type(value) is not int:
                self.wrong(f"invalid type: {name}, expected {kind}")
            if not 0 <= value < 1 << NUMBERS[kind]:
                self.wrong(f"invalid value: {name}, expected {kind}")
        elif kind in EXPECTED and not isinstance(value, EXPECTED[kind][0]):
            self.wrong(f"invalid type: {name}, expected {EXPECTED[kind][1]}")
        elif kind == "mac" and not MAC.fullmatch(value):
            raise Late(self.mac.format(value))
        return value

    def array(self, kind):
        found = []
        self.peek()
        self.at += 1
        while self.peek() != "]":
            found.append(self.value(kind))
            if self.peek() == ",":
                self.at += 1
        self.at += 1
        return found

    def object(self, kind):
        self.peek()
        begin = self.at
        try:
            return self.fields(kind)
        except Wrong as wrong:
            if not kind.flat and not isinstance(wrong, Late):
                raise
            self.at = begin
            self.token()
            self.wrong(str(wrong).partition(" at line 1")[0])

    def fields(self, kind):
        if self.peek() != "{":
            _, name = self.token()
            self.wrong(f"invalid type: {name}, expected struct {kind.name}")
        found, optional = {}, {}
        fields = {}
        for key, form in kind.fields.items():
            optional[key] = isinstance(form, tuple) or (isinstance(form, str) and form.endswith("?"))
            fields[key] = form[0] if isinstance(form, tuple) else form.rstrip("?") if isinstance(form, str) else form
        self.at += 1
        while self.peek() != "}":
            if not self.peek():
                self.wrong("EOF while parsing an object")
            key, _ = self.token()
            if key not in fields and kind.strict:
                self.wrong(f"unknown field `{key}`, expected {listed(fields)}")
            if key in found:
                self.wrong(f"duplicate field `{key}`")
            self.peek()
            self.at += 1
            found[key] = self.value(fields.get(key, "any"))
            if not self.peek():
                self.wrong("EOF while parsing an object")
            if self.peek() not in ",}":
                self.at += 1
                self.wrong("expected `,` or `}`")
            if self.peek() == ",":
                self.at += 1
        self.at += 1
        for key in fields:
            if key not in found and not optional[key]:
                self.wrong(f"missing field `{key}`")
        return found


def read(text, kind, mac):
    reader = Reader(text, mac)
    value = reader.value(kind)
    if reader.peek():
        reader.at += 1
        reader.wrong("trailing characters")
    return value


# ---- What both are made of ----

class Refusal(Exception):
    def __init__(self, status, text):
        super().__init__(text)
        self.status = status
        self.text = text


def guest(reader, writer, is_new):
    """What the guest of vmm.py says on its serial line."""
    if is_new:
        writer.write(b"ready\n")
        writer.flush()
    for line in iter(reader.readline, b""):
        number, _, command = line.decode().strip().partition(" ")
        word, _, text = command.partition(" ")
        answer = f"{text}\n" if word == "echo" else f"sh: {word}: not found\n"
        writer.write(f"{number} {0 if word == 'echo' else 127} {len(answer)}\n{answer}".encode())
        writer.flush()


def in_background(function, *arguments):
    threading.Thread(target=function, args=arguments, daemon=True).start()


def sample(name):
    return (DATA / name).read_text()


def no_such_file(path):
    """The reason why a file cannot be opened, as Rust prints it."""
    try:
        os.close(os.open(path, os.O_RDONLY | os.O_NONBLOCK))
    except OSError as error:
        return f"{error.strerror} (os error {error.errno})"
    return None


class Firecracker:
    BACKEND = Struct("MemBackendConfig", backend_path="path", backend_type=OneOf("File", "Uffd"))
    BODIES = {
        "PUT machine-config": Struct("MachineConfig", vcpu_count="u8", mem_size_mib="usize", smt="bool?",
                                     cpu_template="string?", track_dirty_pages="bool?", huge_pages="string?"),
        "PUT boot-source": Struct("BootSourceConfig", kernel_image_path="string", initrd_path="string?",
                                  boot_args="string?"),
        "PUT drives": Struct("BlockDeviceConfig", drive_id="string", partuuid="string?", is_root_device="bool",
                             cache_type=(OneOf("Unsafe", "Writeback"),), is_read_only="bool?", path_on_host="string?",
                             rate_limiter="any?", io_engine="any?", socket="string?"),
        "PUT network-interfaces": Struct("NetworkInterfaceConfig", iface_id="string", host_dev_name="string",
                                         guest_mac="mac?", mtu="u16?", rx_rate_limiter="any?", tx_rate_limiter="any?"),
        "PUT balloon": Struct("BalloonDeviceConfig", amount_mib="u32", deflate_on_oom="bool",
                              stats_polling_interval_s="u16?", free_page_hinting="bool?", free_page_reporting="bool?"),
        "PUT hotplug/memory": Struct("MemoryHotplugConfig", total_size_mib="u32", block_size_mib="u32?",
                                     slot_size_mib="u32?"),
        "PUT entropy": Struct("EntropyDeviceConfig", rate_limiter="any?"),
        "PUT vsock": Struct("VsockDeviceConfig", vsock_id="string?", guest_cid="u32", uds_path="string"),
        "PUT pmem": Struct("PmemConfig", id="string", path_on_host="string", root_device="bool?", read_only="bool?",
                           rate_limiter="any?"),
        "PUT metrics": Struct("MetricsConfig", strict=False, metrics_path="path", emit_id="bool?", properties="any?"),
        "PUT actions": Struct("ActionBody", action_type=OneOf("FlushMetrics", "InstanceStart", "SendCtrlAltDel")),
        "PUT snapshot/create": Struct("CreateSnapshotParams", snapshot_type="string?", snapshot_path="path",
                                      mem_file_path="path"),
        "PUT snapshot/load": Struct("LoadSnapshotConfig", snapshot_path="path", mem_file_path="path?",
                                    mem_backend=(BACKEND,), enable_diff_snapshots="bool?", track_dirty_pages="bool?",
                                    resume_vm="bool?", network_overrides="any?", vsock_override="any?",
                                    clock_realtime="bool?", huge_pages="any?"),
        "PATCH balloon": Struct("BalloonUpdateConfig", amount_mib="u32"),
        "PATCH balloon/hinting/start": Struct("StartHintingCmd", acknowledge_on_stop="bool?"),
        "PATCH hotplug/memory": Struct("MemoryHotplugSizeUpdate", requested_size_mib="u32"),
        "PATCH vm": Struct("Vm", state=OneOf("Paused", "Resumed")),
    }
    GETS = ("", "version", "machine-config", "balloon", "balloon/statistics", "balloon/hinting/status", "hotplug/memory")
    # What is allowed before the start and after it.
    ONLY_BEFORE = ("PUT machine-config", "PUT boot-source", "PUT balloon", "PUT hotplug/memory", "PUT metrics",
                   "PUT snapshot/load", "PUT entropy", "PUT vsock", "PUT pmem")
    ONLY_AFTER = ("GET balloon/statistics", "GET balloon/hinting/status", "GET hotplug/memory", "PATCH balloon",
                  "PATCH balloon/hinting/start", "PATCH hotplug/memory", "PATCH vm", "PUT snapshot/create")

    def __init__(self, options):
        self.name = options.id
        self.state = "Not started"
        self.machine = {"vcpu_count": 1, "mem_size_mib": 128, "smt": False, "track_dirty_pages": False,
                        "huge_pages": "None"}
        self.parts = {}
        self.actual = self.plugged = self.requested = 0
        self.hinting = {"host_cmd": 0, "guest_cmd": None}
        self.lines = sample("firecracker-metrics/firecracker-1.17-plain").splitlines()

    def refuse(self, text):
        raise Refusal(400, json.dumps({"fault_message": text}, separators=(",", ":")))

    def answer(self, method, path, body):
        if method not in ("GET", "PUT", "PATCH", "DELETE"):
            raise Refusal(400, '{ "error": "Invalid HTTP Method: Unsupported HTTP method.\n'
                          'All previous unanswered requests will be dropped." }')
        first, _, rest = path.strip("/").partition("/")
        if method == "GET" and body is not None:
            self.refuse("GET request cannot have a body.")
        if method in ("PUT", "PATCH") and body is None:
            self.refuse(f"Empty {method} request.")
        has_id = first in ("drives", "network-interfaces", "pmem")
        name = first if has_id or not rest else f"{first}/{rest}"
        if name == "balloon/other" and method == "GET":
            self.refuse(f"Unrecognized GET request path `{rest}`.")
        request = f"{method} {name}"
        if name == "snapshot" and method == "PUT":
            self.refuse("Missing snapshot operation type.")
        if method == "PUT" and first == "snapshot" and request not in self.BODIES:
            self.refuse(f"Invalid request method and/or path: {method} /{name}.")
        if request not in self.BODIES and (method != "GET" or name not in self.GETS):
            self.refuse(f"Invalid request method and/or path: {method} {first}.")
        try:
            told = body and read(body, self.BODIES[request], "The provided MAC address is invalid.")
        except Wrong as wrong:
            self.refuse(f"An error occurred when deserializing the json body of a request: {wrong}.")
        if has_id:
            self.check_id(first, rest, told)
        action = told.get("action_type") if request == "PUT actions" else None
        is_running = self.state != "Not started"
        if is_running and (request in self.ONLY_BEFORE or action == "InstanceStart"):
            self.refuse(AFTER)
        if not is_running and (request in self.ONLY_AFTER or action == "FlushMetrics"):
            self.refuse(BEFORE)
        return getattr(self, re.sub(r"\W+", "_", request.lower()).rstrip("_"))(told)

    def check_id(self, kind, name, told):
        own = told[{"drives": "drive_id", "pmem": "id"}.get(kind, "iface_id")]
        if not name:
            self.refuse("The ID cannot be empty.")
        if not re.fullmatch(r"\w+", name):
            self.refuse("API Resource IDs can only contain alphanumeric characters and underscores.")
        if own != name:
            self.refuse("The id from the path does not match the id from the body!" if kind == "drives" else
                        f"The id from the path [{name}] does not match the id from the body [{own}]!")
        if self.state != "Not started":
            self.refuse("PCI is not enabled")

    # ---- Before the start ----

    def get(self, _):
        return {"id": self.name, "state": self.state, "vmm_version": "1.17.0-dev", "app_name": "Firecracker"}

    def get_version(self, _):
        return {"firecracker_version": "1.17.0-dev"}

    def get_machine_config(self, _):
        return self.machine

    def put_machine_config(self, told):
        if not 1 <= told["vcpu_count"] <= 32:
            self.refuse("Machine config error: The number of vCPUs must be greater than 0, less than 32 and must be 1 "
                        "or an even number if SMT is enabled.")
        if told["mem_size_mib"] == 0:
            self.refuse("Machine config error: The memory size (MiB) is either 0, or not a multiple of the configured "
                        "page size.")
        self.machine.update(told)

    def put_boot_source(self, told):
        reason = no_such_file(told["kernel_image_path"])
        if reason:
            self.refuse(f"Boot source error: The kernel file cannot be opened: {reason}")
        reason = no_such_file(told.get("initrd_path", "/dev/null"))
        if reason:
            self.refuse("Boot source error: The initrd file cannot be opened due to invalid path or invalid "
                        f"permissions. {reason}")
        self.parts["boot"] = told

    def put_drives(self, told):
        beginning = "Drive config error: Unable to create the virtio block device: "
        if "path_on_host" not in told or "is_read_only" not in told:
            self.refuse(beginning + "Invalid block config.")
        reason = no_such_file(told["path_on_host"])
        if reason:
            self.refuse(f"{beginning}Virtio backend error: Error manipulating the backing file: {reason} "
                        f"{told['path_on_host']}")

    def put_network_interfaces(self, told):
        if len(told["host_dev_name"]) > 15:
            self.refuse("Network config error: Could not create the network device: Open tap device failed: Invalid "
                        "interface name")

    def get_balloon(self, _):
        if "balloon" not in self.parts:
            self.refuse("Balloon config error: No balloon device found.")
        return {"stats_polling_interval_s": 0, "free_page_hinting": False, "free_page_reporting": False,
                **self.parts["balloon"]}

    def put_balloon(self, told):
        if told["amount_mib"] > self.machine["mem_size_mib"]:
            self.refuse("Balloon config error: Amount of pages requested is too large.")
        self.parts["balloon"] = told

    def put_entropy(self, told):
        self.parts["entropy"] = told

    def put_vsock(self, told):
        self.parts["vsock"] = told

    def put_pmem(self, told):
        self.parts["pmem"] = told

    def put_hotplug_memory(self, told):
        told = {"block_size_mib": 2, "slot_size_mib": 128, **told}
        if told["block_size_mib"] & (told["block_size_mib"] - 1):
            self.refuse("Memory hotplug config error: Block size must be a power of 2")
        if told["total_size_mib"] < told["slot_size_mib"]:
            self.refuse("Memory hotplug config error: Total size must not be lower than slot size "
                        f"({told['slot_size_mib']} MiB)")
        self.parts["hotplug"] = told

    def put_metrics(self, told):
        beginning = "Metrics error: Cannot initialize the metrics system due to bad user input: "
        if "metrics" in self.parts:
            self.refuse(beginning + "Reinitialization of metrics not allowed.")
        try:
            self.parts["metrics"] = os.open(told["metrics_path"], os.O_RDWR | os.O_NONBLOCK | os.O_CREAT | os.O_APPEND)
        except OSError as error:
            self.refuse(f"{beginning}{error.strerror} (os error {error.errno})")

    # ---- After it ----

    def put_actions(self, told):
        if told["action_type"] == "InstanceStart":
            if "boot" not in self.parts:
                self.refuse("Start microvm error: Cannot start microvm without kernel configuration.")
            self.run(is_new=True)
        elif told["action_type"] == "FlushMetrics":
            self.write_line(1)

    def run(self, is_new):
        self.state = "Running"
        in_background(guest, sys.stdin.buffer, sys.stdout.buffer, is_new)
        self.write_line(0)

    def write_line(self, which):
        """The first of the captured lines has no traffic, the second has it."""
        line = json.loads(self.lines[which])
        del line["id"], line["properties"]
        line["utc_timestamp_ms"] = time.time_ns() // 1000000
        if "metrics" in self.parts:
            os.write(self.parts["metrics"], json.dumps(line, separators=(",", ":")).encode() + b"\n")

    def settle(self):
        """The guest has done by now what it was asked for."""
        if self.state == "Running":
            self.actual = self.parts["balloon"]["amount_mib"]
            self.plugged = self.requested

    def get_balloon_statistics(self, _):
        target = self.parts["balloon"]["amount_mib"]
        self.settle()
        return {**json.loads(sample("firecracker-balloon/firecracker-1.17-inflated")), "target_pages": target * 256,
                "actual_pages": self.actual * 256, "target_mib": target, "actual_mib": self.actual}

    def get_balloon_hinting_status(self, _):
        return self.hinting

    def patch_balloon_hinting_start(self, told):
        """The guest sends its hints at once, and a number of its own ends the run unless the host is told to end it."""
        self.hinting = {"host_cmd": 1 if told.get("acknowledge_on_stop") else 2, "guest_cmd": 0}

    def patch_balloon(self, told):
        if told["amount_mib"] > self.machine["mem_size_mib"]:
            self.refuse(f"Balloon update error: Balloon: Requested memory should be less than {told['amount_mib']}MiB")
        self.parts["balloon"]["amount_mib"] = told["amount_mib"]

    def get_hotplug_memory(self, _):
        self.settle()
        parts = self.parts["hotplug"]
        return {"block_size_mib": parts["block_size_mib"], "total_size_mib": parts["total_size_mib"],
                "slot_size_mib": parts["slot_size_mib"], "plugged_size_mib": self.plugged,
                "requested_size_mib": self.requested}

    def patch_hotplug_memory(self, told):
        size, parts = told["requested_size_mib"], self.parts["hotplug"]
        if size % parts["block_size_mib"] or size > parts["total_size_mib"]:
            self.refuse(f"Memory hotplug update error: Failed to create memory hotplug device: Size {size * MIB} is "
                        "invalid: it must be a multiple of block size and less than the total size")
        self.requested = size

    def patch_vm(self, told):
        self.state = "Paused" if told["state"] == "Paused" else "Running"

    def put_snapshot_create(self, told):
        if self.state != "Paused":
            self.refuse("Create snapshot error: Cannot save the microVM state: Operation not allowed: save/restore "
                        "unavailable while running")
        state = {"machine": self.machine, "actual": self.actual, "plugged": self.plugged, "requested": self.requested,
                 "parts": {name: part for name, part in self.parts.items() if name != "metrics"}}
        try:
            pathlib.Path(told["snapshot_path"]).write_text(json.dumps(state))
        except OSError as error:
            self.refuse("Create snapshot error: Cannot perform open on the snapshot backing file: "
                        f"{error.strerror} (os error {error.errno})")

    def put_snapshot_load(self, told):
        if set(self.parts) - {"metrics"}:
            self.refuse("Load snapshot error: Loading a microVM snapshot not allowed after configuring boot-specific "
                        "resources.")
        state = json.loads(pathlib.Path(told["snapshot_path"]).read_text())
        self.parts.update(state.pop("parts"))
        self.__dict__.update(state)
        self.run(is_new=False)
        self.state = "Running" if told.get("resume_vm") else "Paused"


class CloudHypervisor:
    CONSOLE = Struct("CommonConsoleConfig", strict=False, flat=True,
                     mode=OneOf("Off", "Pty", "Tty", "File", "Socket", "Null"))
    BODIES = {
        "vm.create": Struct("VmConfig", strict=False, payload=(Struct("PayloadConfig", strict=False),),
                            cpus=(Struct("CpusConfig", strict=False, boot_vcpus="u32", max_vcpus="u32"),),
                            memory=(Struct("MemoryConfig", strict=False, size="u64"),),
                            balloon=(Struct("BalloonConfig", strict=False, size="u64"),),
                            net=([Struct("NetConfig", strict=False, mac="mac?")],), serial=(CONSOLE,),
                            console=(CONSOLE,)),
        "vm.resize": Struct("VmResizeData", strict=False, desired_vcpus="u32?", desired_ram="u64?",
                            desired_balloon="u64?"),
        "vm.snapshot": Struct("VmSnapshotConfig", strict=False, destination_url="string"),
        "vm.restore": Struct("RestoreConfig", strict=False, source_url="string"),
    }
    GETS = ("vmm.ping", "vm.info", "vm.counters")
    PUTS = ("vm.create", "vm.boot", "vm.pause", "vm.resume", "vm.resize", "vm.snapshot", "vm.restore")

    def __init__(self, options):
        self.config = None
        self.state = None

    def refuse(self, status, *chain):
        raise Refusal(status, json.dumps(chain, separators=(",", ":")))

    def answer(self, method, path, body):
        prefix, _, name = path.rpartition("/")
        if prefix != "/api/v1" or name not in self.GETS + self.PUTS:
            self.refuse(404, "Not Found")
        if method not in ("GET", "PUT") or (name == "vm.create" and body is None):
            raise Refusal(400, "")
        if name not in (self.GETS if method == "GET" else self.PUTS):
            self.refuse(400, "Bad Request")
        told = None
        if method == "PUT":
            if (body is not None) != (name in self.BODIES):
                self.refuse(400, "Bad Request")
            try:
                told = body and read(body, self.BODIES[name], "The provided MAC address is invalid: parsing of {} into "
                                     "a MAC address failed")
            except Wrong as wrong:
                self.refuse(400, "Failed to deserialize JSON", str(wrong))
        return getattr(self, name.replace(".", "_"))(told)

    def fail(self, what, *why, status=500):
        self.refuse(status, "Error from API", what, *why)

    def must_run(self, what):
        if self.state is None:
            self.fail(what, "VM is not running")

    def vmm_ping(self, _):
        return {"build_version": "v54.0", "version": "54.0.0", "pid": os.getpid(), "features": ["io_uring", "kvm"]}

    def vm_create(self, told):
        if self.config is not None:
            self.fail("The VM could not be created", "VM is already created")
        self.config = told

    def vm_boot(self, _):
        if self.config is None:
            self.fail("The VM could not boot", "VM config is missing", status=404)
        if self.state is not None:
            self.fail("The VM could not boot", "VM is already created")
        reason = no_such_file(self.config["payload"]["kernel"])
        if reason:
            self.fail("The VM could not boot", "Cannot open kernel file", reason)
        self.run("Running", is_new=True)

    def run(self, state, is_new):
        self.state = state
        server = socket.socket(socket.AF_UNIX)
        server.bind(self.config["serial"]["socket"])
        server.listen()

        def serve():
            connection, _ = server.accept()
            guest(connection.makefile("rb"), connection.makefile("wb"), is_new)
        in_background(serve)

    def vm_info(self, _):
        if self.config is None:
            self.fail("The VM info is not available", "VM is not created", status=404)
        info = json.loads(sample("cloud-hypervisor-info/cloud-hypervisor-54-up"))
        for name, part in self.config.items():
            info["config"][name] = {**info["config"].get(name, {}), **part} if isinstance(part, dict) else part
        memory = info["config"]["memory"]
        plugged, balloon = memory.get("hotplugged_size", 0), info["config"]["balloon"]["size"]
        info["memory_actual_size"] = memory["size"] + plugged - balloon
        return {**info, "state": self.state or "Created"}

    def vm_counters(self, _):
        self.must_run("The VM info is not available")
        return json.loads(sample("cloud-hypervisor-counters/cloud-hypervisor-54"))

    def vm_resize(self, told):
        what = "The VM could not be resized"
        if self.config is None:
            self.fail(what, "VM is not created", status=404)
        cpus, memory = told.get("desired_vcpus"), self.config["memory"]
        if cpus is not None:
            if cpus == 0 or cpus > self.config["cpus"]["max_vcpus"]:
                self.fail(what, "Error from CPU manager",
                          "Requested vCPUs exceed maximum" if cpus else "Requested zero vCPUs")
            self.config["cpus"]["boot_vcpus"] = cpus
        if "desired_balloon" in told:
            self.config["balloon"]["size"] = told["desired_balloon"]
        if "desired_ram" in told:
            memory["hotplugged_size"] = told["desired_ram"] - memory["size"]

    def vm_pause(self, _):
        what = "The VM could not be paused"
        self.must_run(what)
        if self.state == "Paused":
            self.fail(what, "Cannot pause VM", "Failed to pause migratable component",
                      "Invalid transition: InvalidStateTransition(Paused, Paused)")
        self.state = "Paused"

    def vm_resume(self, _):
        what = "The VM could not resume"
        self.must_run(what)
        if self.state == "Running":
            self.fail(what, "Cannot resume VM", "Failed to resume migratable component",
                      "Invalid transition: InvalidStateTransition(Running, Running)")
        self.state = "Running"

    def vm_snapshot(self, told):
        what = "The VM could not be snapshotted"
        self.must_run(what)
        if self.state != "Paused":
            self.fail(what, "Cannot snapshot VM", "Failed to snapshot migratable component",
                      "Trying to snapshot while VM is running")
        self.folder(what, "Cannot send VM snapshot", told["destination_url"]).joinpath("config.json").write_text(
            json.dumps(self.config))

    def folder(self, what, why, url):
        path = pathlib.Path(url.removeprefix("file://"))
        why = (why, "Failed to send migratable component snapshot")
        if not url.startswith("file://"):
            self.fail(what, *why, f"Could not extract path from URL: {url}")
        if not path.is_dir():
            self.fail(what, *why, f'Destination is not a directory: "{path}"')
        return path

    def vm_restore(self, told):
        what = "The VM could not be restored"
        if self.config is not None:
            self.fail(what, "VM is already created")
        folder = self.folder(what, "Cannot restore VM", told["source_url"])
        self.config = json.loads((folder / "config.json").read_text())
        self.run("Paused", is_new=False)


class Handler(http.server.BaseHTTPRequestHandler):
    def do(self):
        length = self.headers.get("Content-Length")
        body = self.rfile.read(int(length)).decode() if length and length != "0" else None
        try:
            status, text = 200, self.server.fake.answer(self.command, self.path, body)
            text = json.dumps(text, separators=(",", ":")) if text is not None else ""
            status = 200 if text else 204
        except Refusal as refusal:
            status, text = refusal.status, refusal.text
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    do_GET = do_PUT = do_PATCH = do_POST = do_DELETE = do

    def log_message(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=("firecracker", "cloud-hypervisor"))
    parser.add_argument("--api-sock", "--api-socket", dest="socket")
    parser.add_argument("--id", default="anonymous-instance")
    options, _ = parser.parse_known_args()
    server = socketserver.UnixStreamServer(options.socket, Handler)
    server.fake = (Firecracker if options.kind == "firecracker" else CloudHypervisor)(options)
    server.serve_forever()


if __name__ == "__main__":
    main()
