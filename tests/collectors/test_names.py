# SPDX-License-Identifier: MIT
"""docs/names.md is what the programs print, name by name; and the numbers of files that only formats of collectors read, of a
whole machine."""

import fnmatch
import os
import re
import socket
import subprocess
import sys
import time

import compare
import whole
from collectors import GUEST, HOST, Test, catalogue, exposition, lines, main, metrics_of_emf, metrics_of_otlp, run


class Names(Test):
    def setUp(self):
        super().setUp()
        self.printed = whole.printed(self.folder)

    def test_the_page_is_what_is_printed(self):
        self.assertEqual(compare.PAGE.read_text(), compare.text_of(self.printed),
                         "run python3 tests/collectors/compare.py")

    def test_each_name_is_printed_or_has_one_reason_and_no_reason_is_too_many(self):
        reasons = compare.reasons()
        for name in compare.TITLES:
            missing = {row.split()[0] for row in compare.rows_of(name)[1]} - self.printed[name]
            for row in missing:
                self.assertNotEqual(compare.reason_of(row, reasons[name]), ("", "no reason"), row)
            for pattern in reasons[name]:
                self.assertTrue(fnmatch.filter(missing, pattern), pattern)
        of_panels = {name for _, _, names in compare.panels() for name in names} - self.printed["grafana-1860"]
        for pattern in reasons["grafana-1860"]:
            self.assertTrue(fnmatch.filter(of_panels, pattern), pattern)

    def test_names_and_types_are_those_of_the_catalogues(self):
        known = catalogue("node_exporter")
        for root in (self.folder / "guest", None):
            types, _ = exposition(whole.guest(root, "prometheus", "--count", "1", "--interrupts").decode())
            for family, kind in types.items():
                if family in known or not re.fullmatch(r"node_memory_\w+", family):
                    self.assertEqual([kind], known[family], family)
        known = catalogue("cadvisor")
        types, _ = exposition(whole.host(self.folder / "host", "prometheus").decode())
        self.assertEqual({family: [kind] for family, kind in types.items() if family.startswith("container_")},
                         {family: known[family] for family in types if family.startswith("container_")})

    def test_each_catalogue_names_its_source(self):
        for path in compare.CATALOGUE.glob("*.txt"):
            if path.stem not in ("reasons", "ec2"):
                self.assertRegex(path.read_text(), r"# Source: \S+/\S+ .*\n(# .*\n)*# at [0-9a-f]{40} \(\d{4}-\d\d-\d\d\)\.\n", path)

    def test_a_dashboard_without_its_lists_shows_nothing(self):
        printed = self.printed["grafana-1860"]
        self.assertEqual(compare.panel_counts(printed - {"node_uname_info"})["whole"], 0)
        self.assertGreaterEqual(compare.panel_counts(printed)["whole"], 112)


class Guest(Test):
    def setUp(self):
        super().setUp()
        self.root = whole.guest_root(self.folder / "guest")

    def samples(self, *options, messages=b""):
        done = run(GUEST, "--format", "prometheus", "--root", self.root, *options)
        self.assertEqual((done.returncode, done.stderr), (0, messages))
        return exposition(done.stdout.decode())[1]

    def of(self, samples, prefix):
        """{name behind the prefix and labels' values: value}, the labels in the order of their names."""
        return {" ".join([family.removeprefix(prefix), *(value for _, value in sorted(labels))]): value
                for (family, labels), value in samples.items() if family.startswith(prefix)}

    def test_files_of_a_few_numbers(self):
        samples = self.samples()
        for family, value in (("node_filefd_allocated", 2464), ("node_filefd_maximum", 2**63),
                              ("node_nf_conntrack_entries", 123), ("node_nf_conntrack_entries_limit", 65536),
                              ("node_entropy_available_bits", 255), ("node_entropy_pool_size_bits", 256),
                              ("node_processes_max_processes", 32768), ("node_processes_max_threads", 7801),
                              ("node_kernel_hung_tasks_total", 3)):
            self.assertEqual(samples[family, frozenset()], value)
        # What only system calls say is of the machine that the program runs on.
        self.assertEqual(self.of(samples, "node_timex_"), {})

    def test_tables_of_cpus(self):
        samples = self.samples("--interrupts")
        self.assertEqual(self.of(samples, "node_schedstat_"),
                         {"running_seconds_total 0": 2045936.778163039, "waiting_seconds_total 0": 343796.328169361,
                          "timeslices_total 0": 4767485306, "running_seconds_total 1": 1904686.152592476,
                          "waiting_seconds_total 1": 364107.263788241, "timeslices_total 1": 5145567945})
        softnet = self.of(samples, "node_softnet_")
        self.assertEqual({name: softnet[name + " 0"] for name in
                          ("processed_total", "dropped_total", "times_squeezed_total", "cpu_collision_total", "received_rps_total",
                           "flow_limit_count_total", "backlog_len")},
                         {"processed_total": 0x15c73, "dropped_total": 0x20e76, "times_squeezed_total": 0xf0000769,
                          "cpu_collision_total": 1, "received_rps_total": 2, "flow_limit_count_total": 3, "backlog_len": 4})
        self.assertEqual(softnet["processed_total 1"], 0x1663fb2)
        softirqs = self.of(samples, "node_softirqs_functions_total")
        self.assertEqual((len(softirqs), softirqs[" 0 TIMER"], softirqs[" 1 RCU"]), (20, 10, 91))
        self.assertEqual(len(self.of(samples, "node_softirqs_total")), 10)
        interrupts = {tuple(sorted(labels)): value for (family, labels), value in samples.items() if family == "node_interrupts_total"}
        # Neither ERR nor MIS, which are of no CPU.
        self.assertEqual(len(interrupts), 8)
        self.assertEqual(interrupts[("cpu", "1"), ("devices", "0-edge virtio0-config, virtio1-input"),
                                    ("info", "PCI-MSIX-0000:00:01.0"), ("type", "24")], 2372047)
        self.assertEqual(interrupts[("cpu", "0"), ("info", "Non-maskable interrupts"), ("type", "NMI")], 47)
        self.assertEqual([family for family, _ in self.samples() if "interrupts" in family or "softirqs" in family], [])

    def test_a_cpu_of_a_table_has_its_own_number(self):
        """CPU 1 is offline: node_exporter gives the second column the label 1."""
        for folder in ("net", "1/net"):
            (self.root / "proc" / folder / "softnet_stat").write_text(whole.SOFTNET.replace("00000001 00000000 00000000\n", "00000002 00000000 00000000\n"))
        (self.root / "proc/interrupts").write_text(whole.INTERRUPTS.replace("CPU1", "CPU2"))
        samples = self.samples("--interrupts")
        for family in ("node_softnet_processed_total", "node_interrupts_total"):
            self.assertEqual({dict(labels)["cpu"] for name, labels in samples if name == family}, {"0", "2"})

    def test_interfaces(self):
        samples = self.samples()
        found = self.of(samples, "node_network_")
        for name, value in {"up": 1, "address_assign_type": 3, "carrier": 1, "carrier_changes_total": 2, "carrier_up_changes_total": 1,
                            "carrier_down_changes_total": 1, "device_id": 32, "dormant": 1, "flags": 0x1001, "iface_id": 2,
                            "iface_link": 2, "iface_link_mode": 1, "mtu_bytes": 1500, "name_assign_type": 2, "net_dev_group": 0,
                            "speed_bytes": 125000000, "transmit_queue_length": 1000, "protocol_type": 1,
                            "receive_nohandler_total": 7}.items():
            self.assertEqual(found[f"{name} eth0"], value, name)
        info, = (dict(labels) for family, labels in samples if family == "node_network_info")
        self.assertEqual(info, {"device": "eth0", "address": "02:fc:00:00:00:01", "broadcast": "ff:ff:ff:ff:ff:ff", "duplex": "full",
                                "operstate": "up", "adminstate": "up", "ifalias": "uplink of the guest"})
        # With another /proc alone, its interfaces' directories are not known.
        done = run(GUEST, "--format", "prometheus", "--proc", self.root / "proc")
        self.assertNotIn("node_network_up", done.stdout.decode())

    def test_what_os_release_says(self):
        samples = self.samples()
        info, = (dict(labels) for family, labels in samples if family == "node_os_info")
        self.assertEqual(info, {"pretty_name": 'Test "OS" 12.4 (bookworm)', "name": "Test OS", "id": "test", "id_like": "debian linux",
                                "version_id": "12.4", "version": "12.4 (bookworm)", "version_codename": "bookworm", "variant": "Server",
                                "variant_id": "server", "build_id": "b7", "image_id": "image", "image_version": "5"})
        key = "node_os_version", frozenset({("id", "test"), ("id_like", "debian linux"), ("name", "Test OS")})
        self.assertEqual(samples[key], 12.4)
        # The vendor's file stands for a missing one; a name is not shortened; a version may be none.
        (self.root / "usr/lib").mkdir(parents=True)
        (self.root / "etc/os-release").rename(self.root / "usr/lib/os-release")
        self.assertEqual(self.samples()[key], 12.4)
        (self.root / "usr/lib/os-release").write_text(f"ID=a\nNAME={'x' * 5000}\nVERSION_ID=rolling\n")
        found = {family: dict(labels) for family, labels in self.samples() if family.startswith("node_os_")}
        self.assertEqual(found, {"node_os_info": {"id": "a", "version_id": "rolling"}})
        (self.root / "usr/lib/os-release").unlink()
        self.assertEqual([family for family, _ in self.samples() if family.startswith("node_os_")], [])

    def test_entries_of_arp_and_queues_of_udp(self):
        samples = self.samples()
        self.assertEqual(self.of(samples, "node_arp_entries"), {" eth0": 2, " tap3": 1})
        self.assertEqual(set(self.of(samples, "node_udp_queues")), {" v4 rx", " v4 tx", " v6 rx", " v6 tx"})
        # A count without all of its lines is none.
        (self.root / "proc/1/net/arp").write_text(whole.ARP + "192.168.1.3 0x1\n")
        samples = self.samples(messages=self.messages("1/net/arp"))
        self.assertEqual(self.of(samples, "node_arp_entries"), {})

    def test_one_bad_row_costs_its_own_numbers_only(self):
        (self.root / "proc/schedstat").write_text(whole.SCHEDSTAT.replace("3853684107 2465731542 2045936778163039", "1 2 x"))
        samples = self.samples(messages=self.messages("schedstat"))
        found = self.of(samples, "node_schedstat_")
        self.assertNotIn("running_seconds_total 0", found)
        self.assertEqual(found["timeslices_total 1"], 5145567945)

    def messages(self, name):
        return f"vmmetrics-guest: {self.root}/proc/{name}: malformed value\n".encode()

    def test_locks_for_opentelemetry(self):
        done = run(GUEST, "--format", "otel", "--root", self.root)
        (_, metrics), = metrics_of_otlp(lines(done.stdout)[0])
        locks = {tuple(value for _, value in sorted(attributes)): value for attributes, value in
                 metrics["system.filesystem.lock.count"][2].items()}
        # Mechanism, mode, type, device. What waits is no lock, and not each type is one of the conventions'.
        self.assertEqual(locks, {("POSIX", "ADVISORY", "write", "08:01"): 2, ("POSIX", "ADVISORY", "read", "08:01"): 1,
                                 ("FLOCK", "ADVISORY", "write", "00:18"): 1, ("LEASE", "BREAKING", "08:01"): 1})
        self.assertEqual(list(metrics["system.process.limit"][2].values()), [7801])
        self.assertEqual({dict(attributes)["system.device"]: value for attributes, value in metrics["system.disk.limit"][2].items()},
                         {"vda": 2**30})

    def test_sockets_of_unix_for_cloudwatch(self):
        done = run(GUEST, "--format", "cloudwatch", "--root", self.root)
        values = {name: value for _, _, metrics in metrics_of_emf(done.stdout) for name, (value, _) in metrics.items()}
        # The agent counts those for datagrams as UDP's.
        self.assertEqual(values["netstat_tcp_none"], 3)

    def test_a_sum_that_lacks_ipv6_is_unknown(self):
        """Without the file there is no IPv6; with one that cannot be read the sum is not that of IPv4."""
        def told():
            samples = exposition(run(GUEST, "--format", "prometheus", "--root", self.root).stdout.decode())[1]
            return samples.get(("node_tcp_connection_states", frozenset({("state", "listen")})))
        whole_sum = told()
        (self.root / "proc/1/net/tcp6").write_text("  sl  local_address\n   0: x\n")
        self.assertIsNone(told())
        (self.root / "proc/1/net/tcp6").unlink()
        # The directory of the machine itself stands for that of the first process.
        (self.root / "proc/net/tcp6").unlink()
        self.assertLess(told(), whole_sum)

    def test_a_file_system_that_cannot_be_asked_has_an_error(self):
        os.symlink("loop", self.root / "loop")
        (self.root / "proc/1/mountinfo").write_text("21 1 8:1 / / rw - ext4 /dev/vda rw\n22 21 8:2 / /loop rw - xfs /dev/vdb rw\n")
        done = run(GUEST, "--format", "prometheus", "--root", self.root, "--path", "/", "--path", "/loop", "--path", "/none")
        self.assertEqual(done.stderr, b"vmmetrics-guest: /loop: Too many levels of symbolic links\n"
                         b"vmmetrics-guest: /none: No such file or directory\n")
        _, samples = exposition(done.stdout.decode())
        found = {dict(labels)["mountpoint"]: value for (family, labels), value in samples.items()
                 if family == "node_filesystem_device_error"}
        self.assertEqual(found, {"/": 0, "/loop": 1})


class Own(Test):
    """What the program says of its own process, and of sockets of this machine."""

    def test_its_own_process(self):
        before = time.time()
        done = run(GUEST, "--format", "prometheus", preexec_fn=whole.limited)
        _, samples = exposition(done.stdout.decode())
        found = {family: value for (family, _), value in samples.items() if family.startswith("process_")}
        self.assertEqual(found["process_virtual_memory_max_bytes"], 2**50)
        self.assertTrue(3 < found["process_open_fds"] < 200, found)
        self.assertTrue(100_000 < found["process_resident_memory_bytes"] < found["process_virtual_memory_bytes"] < 2**50, found)
        self.assertTrue(0 <= found["process_cpu_seconds_total"] < 1, found)
        # The clock of starts has ticks.
        self.assertAlmostEqual(found["process_start_time_seconds"], before, delta=1)

    def test_bytes_that_wait_in_sockets(self):
        receiver, sender = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
        with receiver, sender, socket.socket() as listener:
            receiver.bind(("127.0.0.1", 0))
            listener.bind(("127.0.0.1", 0))
            listener.listen(77)
            with socket.create_connection(listener.getsockname()) as client, listener.accept()[0]:
                client.sendall(bytes(5000))
                sender.sendto(bytes(3000), receiver.getsockname())
                time.sleep(0.1)
                _, samples = exposition(run(GUEST, "--format", "prometheus").stdout.decode())
        waiting = samples["node_tcp_connection_states", frozenset({("state", "rx_queued_bytes")})]
        self.assertGreaterEqual(waiting, 5000)
        # The memory of the packet, which is more than its bytes.
        self.assertGreaterEqual(samples["node_udp_queues", frozenset({("queue", "rx"), ("ip", "v4")})], 3000)


class Host(Test):
    def setUp(self):
        super().setUp()
        self.root = whole.host_root(self.folder / "host")

    def test_the_agents_names_of_a_process(self):
        values = {name: value for namespace, _, metrics in metrics_of_emf(whole.host(self.root, "cloudwatch"))
                  for name, (value, _) in metrics.items()}
        for name, value in (("read_bytes", 4096), ("write_bytes", 8192), ("read_count", 61), ("write_count", 62), ("num_fds", 4),
                            # The kernel's own number: 20 - nice.
                            ("nice_priority", 20), ("realtime_priority", 0), ("cpu_time_iowait", 0),
                            ("rlimit_cpu_time_soft", 1), ("rlimit_cpu_time_hard", 2), ("rlimit_memory_data_soft", 21),
                            ("rlimit_memory_stack_hard", 32), ("rlimit_memory_rss_soft", 51), ("rlimit_num_fds_soft", 71),
                            ("rlimit_memory_locked_soft", 81), ("rlimit_memory_vms_hard", 92), ("rlimit_file_locks_soft", 101),
                            ("rlimit_signals_pending_soft", 111), ("rlimit_nice_priority_soft", 131),
                            ("rlimit_realtime_priority_hard", 142)):
            self.assertEqual(values["procstat_" + name], value, name)

    def test_a_limit_that_is_none_is_left_out(self):
        text = re.sub(r"(Max open files +)71 ", r"\1unlimited ", whole.LIMITS).replace("Max address space         91", "Max address space         x")
        (self.root / "proc/7/limits").write_text(text)
        _, samples = exposition(whole.host(self.root, "prometheus").decode())
        self.assertEqual([family for family, _ in samples if family in ("process_max_fds", "process_virtual_memory_max_bytes")], [])
        names = {name for _, _, metrics in metrics_of_emf(whole.host(self.root, "cloudwatch")) for name in metrics}
        self.assertIn("procstat_rlimit_num_fds_hard", names)
        self.assertNotIn("procstat_rlimit_num_fds_soft", names)

    def test_containers_names_of_the_cgroup(self):
        _, samples = exposition(whole.host(self.root, "prometheus").decode())
        labels = {("vm", "firecracker"), ("pid", "7"), ("id", "/vm")}
        for family, value in (("memory_usage_bytes", 50000), ("memory_max_usage_bytes", 60000), ("memory_working_set_bytes", 45000),
                              ("memory_rss", 30000), ("memory_cache", 20000), ("memory_mapped_file", 7000), ("memory_swap", 300)):
            self.assertEqual(samples["container_" + family, frozenset(labels)], value, family)
        for family, value in (("reads_bytes", 2048), ("reads", 2), ("writes_bytes", 4096), ("writes", 3)):
            self.assertEqual(samples[f"container_fs_{family}_total", frozenset(labels | {("device", "/dev/sda")})], value, family)
        for operation, value in (("Read", 2048), ("Write", 4096), ("Discard", 512)):
            key = frozenset(labels | {("device", "/dev/sda"), ("major", "8"), ("minor", "0"), ("operation", operation)})
            self.assertEqual(samples["container_blkio_device_usage_total", key], value)
        own = {("vm", "firecracker"), ("pid", "7")}
        for family, value in (("open_fds", 4), ("max_fds", 71), ("threads", 2), ("virtual_memory_max_bytes", 91)):
            self.assertEqual(samples["process_" + family, frozenset(own)], value)

    def test_a_device_without_a_name_has_its_numbers(self):
        (self.root / "sys/dev/block/8:0").unlink()
        _, samples = exposition(whole.host(self.root, "prometheus").decode())
        self.assertEqual({dict(labels)["device"] for family, labels in samples if family.startswith("container_fs_")}, {"8:0"})

    def test_opentelemetrys_names(self):
        (resource, metrics), = metrics_of_otlp(lines(whole.host(self.root, "otel"))[0])
        self.assertEqual(resource["vmmetrics.vm.name"], "firecracker")

        def points(name):
            return {" ".join(value for _, value in sorted(attributes)): value for attributes, value in metrics[name][2].items()}
        self.assertEqual(points("process.disk.io"), {"read": 4096, "write": 8192})
        self.assertEqual(points("process.unix.file_descriptor.count"), {"": 4})
        self.assertEqual(points("container.cpu.time"), {"user": 0.0005, "system": 0.00025})
        self.assertEqual(points("container.memory.available"), {"": 90000 - 45000})
        self.assertEqual(points("container.memory.rss"), {"": 30000})
        self.assertEqual(points("container.memory.working_set"), {"": 45000})
        self.assertEqual(points("container.paging.faults"), {"major": 40, "minor": 860})

    def test_context_switches_are_those_of_all_threads(self):
        """Of a process of two threads, of which the second sleeps 20 times a second, and at last ends."""
        script = "import threading, time\nprint(1, flush=True)\nthread = threading.Thread(target=lambda: [time.sleep(0.05) for _ in range(40)])\n" \
                 "thread.start()\nthread.join()\ntime.sleep(0.8)\nother = threading.Thread(target=time.sleep, args=(100,))\nother.start()\nother.join()"
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            began = time.time()
            done = run(HOST, "--pid", process.pid, "--tap", "lo", "--interval", "0.5", "--count", "8", "--format", "otel")
            process.kill()
        found = []
        for line in lines(done.stdout):
            (_, metrics), = metrics_of_otlp(line)
            points = metrics.get("process.context_switches", (None, None, {}, {None}))
            found.append((dict(points[2]).get(frozenset({("process.context_switch.type", "voluntary")})), *points[3]))
        # It grows while both threads live, since the first sample.
        self.assertTrue(5 < found[1][0] - found[0][0] < 15, found)
        self.assertEqual(found[0][1], found[1][1])
        self.assertAlmostEqual(found[0][1], began, delta=1)
        # A thread that has ended takes its last switches with it: the counter begins anew.
        self.assertIn(None, [value for value, _ in found])
        self.assertLess(found[-1][0], found[1][0])
        self.assertGreater(found[-1][1], found[0][1] + 1)

    def test_a_real_process(self):
        """Its open files, as its own directory lists them, and its limits."""
        script = "import os, resource, time\nresource.setrlimit(resource.RLIMIT_NOFILE, (100, 200))\n" \
                 "files = [open('/dev/null') for _ in range(20)]\nprint(len(os.listdir('/proc/self/fd')) - 1, flush=True)\ntime.sleep(100)"
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
            count = int(process.stdout.readline())
            done = run(HOST, "--pid", process.pid, "--tap", "lo", "--interval", "0.1", "--format", "prometheus")
            process.kill()
        found = {family: value for (family, _), value in exposition(done.stdout.decode())[1].items()}
        self.assertEqual((found["process_open_fds"], found["process_max_fds"]), (count, 100))


if __name__ == "__main__":
    main(GUEST)
