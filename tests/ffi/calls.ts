// SPDX-License-Identifier: MIT
/** The calls of the npm package, with results that are computed by hand; and what they refuse. */
import { deepStrictEqual, ok, throws } from "node:assert";
import * as vmm from "vmmetrics";
import { Failure } from "vmmetrics";

const second = 1_000_000_000;

/** What is no failure. */
function good<Found>(found: Found | Failure | undefined): Found {
    if (found === undefined || found instanceof Failure) throw found ?? new Error("nothing found");
    return found;
}

/** Status, offset and file of a failure. */
function failure(found: unknown): unknown[] {
    ok(found instanceof Failure);
    ok(found instanceof Error);
    return [found.status, found.offset, found.file];
}

function thread(pid: number, ticks: number, runNs: number): vmm.Process {
    const stat = `${pid} (CPU 0/KVM) S 1 1 1 0 -1 0 0 0 0 0 ${ticks} 0 0 0 20 0 1 0 5 ${"0 ".repeat(29)}0\n`;
    return vmm.process.read({ stat, schedstat: `${runNs} 0 1\n` }).record;
}

deepStrictEqual(vmm.version.split(".").length, 3);

// One record; its text as characters and as bytes of each kind.
const text = "MemTotal:       1000 kB\nMemFree:         400 kB\n";
const bytes = new TextEncoder().encode(text);
const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
shared.set(bytes);
for (const given of [text, bytes, bytes.buffer, new DataView(bytes.buffer), Buffer.from(text), shared, shared.buffer]) {
    const memory = good(vmm.meminfo.parse(given));
    deepStrictEqual([memory.mem_total_bytes, memory.mem_free_bytes, memory.buffers_bytes], [1024000, 409600, null]);
}
const part = new Uint8Array(Buffer.from(`xx${text}yy`)).subarray(2, 2 + text.length);
deepStrictEqual(good(vmm.meminfo.parse(part)).mem_total_bytes, 1024000);
deepStrictEqual(failure(vmm.meminfo.parse("MemTotal:  12-0 kB\n")), [vmm.VMM_E_SYNTAX, 13, null]);
deepStrictEqual(failure(vmm.meminfo.parse("")), [vmm.VMM_E_EMPTY, null, null]);
// A text that is longer than the memory.
deepStrictEqual(good(vmm.meminfo.parse(text + "Unknown:   1 kB\n".repeat(300_000))).mem_total_bytes, 1024000);

// Rows: a malformed one costs only itself.
const [total, broken, third] = vmm.cpu.rows("cpu  10 0 10 80\ncpu0 4 0 6 x\ncpu3 6 0 4 40 0 0 0 3\n");
deepStrictEqual([good(total).user_ticks, good(total).steal_ticks], [10, null]);
deepStrictEqual(failure(broken), [vmm.VMM_E_SYNTAX, 27, null]);
deepStrictEqual([good(third).id, good(third).steal_ticks], [3, 3]);
const [limits] = vmm.cgroup_io.rows("8:0 rbps=7 wbps=max riops=max wiops=max\n", { file: "io.max" });
deepStrictEqual(good(limits).max_read_bytes_per_second, 7);
deepStrictEqual(vmm.cgroup_io.rows("8:0 rbytes=7\n", { file: "io.nothing" }).map(failure), [
    [vmm.VMM_E_ARGUMENT, null, null],
]);

// Files.
const { record: cgroup, failures } = vmm.cgroup.read({
    "memory.max": "max\n",
    "pids.max": "12\n",
    "memory.high": null,
    "memory.low": "x\n",
    "memory.mx": "1\n",
});
deepStrictEqual([cgroup.memory_max_bytes, cgroup.pids_max, cgroup.memory_high_bytes], [Infinity, 12, null]);
deepStrictEqual(failures.map(failure), [
    [vmm.VMM_E_SYNTAX, 0, "memory.low"],
    [vmm.VMM_E_ARGUMENT, null, "memory.mx"],
]);
deepStrictEqual(vmm.cgroup.read(new Map([["pids.max", "7\n"]])).record.pids_max, 7);

// More than a number holds: all digits as a bigint, and the nearest number.
const row = "8 0 sda 18446744073709551613 2 3 4 5 6 7 8 9 10 11\n";
deepStrictEqual(good(vmm.disk.rows(row, { bigint: true })[0]).reads, 2n ** 64n - 3n);
deepStrictEqual(good(vmm.disk.rows(row)[0]).reads, 2 ** 64);

// Two records.
const disk = (reads: number | bigint, name = "sda"): vmm.Disk =>
    good(vmm.disk.rows(`8 0 ${name} ${reads} 2 3 4 5 6 7 8 9 10 11\n`)[0]);
deepStrictEqual(good(vmm.disk.growth(disk(10), disk(15))).reads, 5);
deepStrictEqual(failure(vmm.disk.growth(disk(15), disk(10)))[0], vmm.VMM_RESET);
deepStrictEqual(
    [vmm.disk.same(disk(10), disk(15)), vmm.disk.same(disk(10), disk(10, "sdb")), vmm.disk.same({}, disk(1))],
    [true, false, null],
);
const samples = [
    [disk(1), disk(5, "sdb")],
    [disk(9, "sdb"), disk(11)],
] as const;
deepStrictEqual(good(vmm.disk.rows_growth(...samples)).reads, 14);
deepStrictEqual(failure(vmm.disk.rows_growth(null, samples[1]))[0], vmm.VMM_FIRST);
const exact = { reads: 2n ** 60n, name: "sda", major: 8, minor: 0 };
deepStrictEqual(good(vmm.disk.growth(exact, { ...exact, reads: 2n ** 60n + 1n }, { bigint: true })).reads, 1n);

// Usages, of objects of any origin.
deepStrictEqual(good(vmm.memory_usage.of({ mem_total_bytes: 1000, mem_available_bytes: 250 })).used_procps4_bytes, 750);
deepStrictEqual(
    good(vmm.filesystem_usage.of({ f_blocks: 100, f_bfree: 40, f_bavail: 30, f_frsize_bytes: 4096 })).total_bytes,
    409600,
);
const numbers = { elapsed_ns: second, ticks_per_second: 100 };
deepStrictEqual(good(vmm.process_usage.between(thread(7, 10, 0), thread(7, 60, 0), numbers)).cores_used, 0.5);
deepStrictEqual(failure(vmm.process_usage.between(null, thread(7, 60, 0), numbers)), [vmm.VMM_FIRST, null, null]);
const threads = [
    [thread(7, 0, 0), thread(8, 0, 0)],
    [thread(8, 0, second / 4), thread(7, 0, second / 2)],
] as const;
deepStrictEqual(good(vmm.threads_usage.between(...threads, null, { elapsed_ns: BigInt(second) })).vcpu_cores, 0.75);
const cpu = (id: number, busy: number, idle: number): vmm.Cpu =>
    good(vmm.cpu.rows(`cpu${id} ${busy} 0 0 ${idle} 0 0 0 0 0 0\n`)[0]);
const cpus = [
    [cpu(0, 10, 0), cpu(1, 10, 0)],
    [cpu(0, 60, 50), cpu(1, 110, 0)],
] as const;
deepStrictEqual(good(vmm.cpus_usage.between(...cpus, numbers)).busy_gopsutil_ratio, 0.75);
const tap = good(vmm.net.rows("tap0: 1 2 0 0 0 0 0 0 3 4 0 0 0 0 0 0\n")[0]);
deepStrictEqual(good(vmm.net_guest_view.of(tap)).rx_bytes, 3);

// Views, among them two for a sampler.
let [before, after] = [vmm.cgroup.view(), vmm.cgroup.view()];
for (const usec of [1000, 501000]) {
    [before, after] = [after, before];
    deepStrictEqual(after.read("cpu.stat", `usage_usec ${usec}\n`), null);
}
deepStrictEqual(good(vmm.cgroup_usage.between(before, after, { elapsed_ns: second })).cores_used, 0.5);
deepStrictEqual(
    [after.get("usage_usec"), after.bigint("usage_usec"), after.values().usage_usec],
    [501000, 501000n, 501000],
);
const member = vmm.cgroup.members.find(({ name }) => name === "usage_usec");
deepStrictEqual(after.integers[(member?.offset ?? 0) / 8], 501000n);
after.set("instance_id", 2n ** 63n);
deepStrictEqual(after.bigint("instance_id"), 2n ** 63n);
deepStrictEqual(failure(after.read("cpu.stat", "usage_usec x\n")), [vmm.VMM_E_SYNTAX, 11, "cpu.stat"]);
deepStrictEqual(after.get("usage_usec"), null);
// Another call between two rows, and memory that grows.
const view = vmm.cpu.view();
const ticks: unknown[] = [];
for (const found of view.rows("cpu  1 2 3 4\ncpu0 x\ncpu1 5 6 7 8\n")) {
    good(vmm.meminfo.parse(text + "Unknown:   1 kB\n".repeat(400_000)));
    ticks.push(found instanceof Failure ? found.offset : found.get("user_ticks"));
}
deepStrictEqual(ticks, [1, 18, 5]);
view.free();
throws(() => view.get("id"), /freed/);
// Memory is used again: a million records do not grow it.
for (let i = 0; i < 1_000_000; i++) vmm.vmstat.view().free();

// Parts of the text.
deepStrictEqual(good(vmm.cgroup_membership.rows("0::/a b\n")[0]).path, "/a b");
deepStrictEqual(vmm.key_value.rows("a=1 b", { form: vmm.VMM_KEY_PAIRS }), [
    { key: "a", value: "1" },
    { key: "b", value: "" },
]);

// Wrong arguments are thrown.
const pressure = vmm.pressure_usage;
throws(() => pressure.between(null, {}, {} as never), /elapsed_ns is missing/);
throws(() => pressure.between(null, {}, { elapsed_ns: 2n ** 63n }), RangeError);
throws(() => vmm.process_usage.between(null, {}, { ...numbers, ticks_per_second: -1n }), RangeError);
throws(() => vmm.cgroup_memory_usage.of({}, {}, { limit_bytes: 2n ** 64n }), RangeError);
for (const reads of [-1, -1n, 0.5, NaN]) throws(() => vmm.disk.growth(null, { reads }), RangeError);
throws(() => vmm.memory_usage.of(vmm.disk.view() as never), /the record is disk, not meminfo/);
throws(() => vmm.memory_usage.of(new Error() as never), TypeError);
throws(() => vmm.memory_usage.of("x" as never), TypeError);
console.log("all calls as expected");
