// SPDX-License-Identifier: MIT
/** The calls of the TypeScript binding, with results that are computed by hand; and what it refuses. */
import { deepStrictEqual, throws } from "node:assert";
import { Failure, Library, type Memory, USAGES } from "./vmmetrics.ts";

const library = new Library();
const second = 1_000_000_000n;

function bytes(text: string): Uint8Array {
    return new TextEncoder().encode(text);
}

function row(record: string, text: string, file = ""): Memory {
    const [found] = library.read(record, bytes(text), file);
    if (found === undefined || found instanceof Failure) throw found ?? new Error(`no ${record}`);
    return found;
}

function thread(pid: number, ticks: number, runNs: bigint): Memory {
    const memory = library.create("process");
    const stat = `${pid} (CPU 0/KVM) S 1 1 1 0 -1 0 0 0 0 0 ${ticks} 0 0 0 20 0 1 0 5 ${"0 ".repeat(29)}0\n`;
    library.feed(memory, "stat", bytes(stat));
    library.feed(memory, "schedstat", bytes(`${runNs} 0 1\n`));
    return memory;
}

// A record and its files.
const cgroup = library.create("cgroup");
library.feed(cgroup, "memory.max", bytes("max\n"));
library.feed(cgroup, "pids.max", bytes("12\n"));
const { memory_max_bytes, pids_max, memory_high_bytes } = cgroup.values();
deepStrictEqual([memory_max_bytes, pids_max, memory_high_bytes], [Infinity, 12n, null]);
throws(() => library.feed(cgroup, "memory.stat", bytes("anon 1\n")), { status: -1 });
throws(() => library.readDirectory("cgroup_io", () => null), { status: -1 });
deepStrictEqual(row("cgroup_memory", "anon 5\nfile 7\n").values()["anon_bytes"], 5n);
const limits = row("cgroup_io", "8:0 rbps=7 wbps=max riops=max wiops=max\n", "io.max");
deepStrictEqual(limits.values()["max_read_bytes_per_second"], 7n);

// Two records.
const disk = (reads: number): Memory => row("disk", `8 0 sda ${reads} 2 3 4 5 6 7 8 9 10 11\n`);
const other = row("disk", "8 16 sdb 1 2 3 4 5 6 7 8 9 10 11\n");
deepStrictEqual(library.growth(disk(10), disk(15)).values()["reads"], 5n);
throws(() => library.growth(disk(15), disk(10)), { status: 4 });
throws(() => library.growth(disk(15), cgroup), { status: -1 });
deepStrictEqual([library.same(disk(10), disk(15)), library.same(disk(10), other)], [true, false]);
deepStrictEqual(library.same(library.create("disk"), other), null);

// Usages that take an interval or threads.
const numbers = { elapsedNs: second, ticksPerSecond: 100n };
const usage = library.usage("process_usage", [thread(7, 10, 0n), thread(7, 60, 0n)], numbers);
deepStrictEqual(usage.values()["cores_used"], 0.5);
const samples = [
    [thread(7, 0, 0n), thread(8, 0, 0n)],
    [thread(8, 0, second / 4n), thread(7, 0, second / 2n)],
];
deepStrictEqual(library.usage("threads_usage", [...samples, null], { elapsedNs: second }).values()["vcpu_cores"], 0.75);
const cpu = (id: number, busy: number, idle: number): Memory =>
    row("cpu", `cpu${id} ${busy} 0 0 ${idle} 0 0 0 0 0 0\n`);
const cpus = [
    [cpu(0, 10, 0), cpu(1, 10, 0)],
    [cpu(0, 60, 50), cpu(1, 110, 0)],
];
deepStrictEqual(library.usage("cpus_usage", cpus, numbers).values()["busy_gopsutil_ratio"], 0.75);

// Numbers that do not fit into 64 bits.
throws(() => library.usage("net_usage", [null, disk(1)], { elapsedNs: 2n ** 64n + 1n }), RangeError);
throws(() => disk(1).set("reads", -1n), RangeError);
throws(() => disk(1).set("reads", 2n ** 64n + 5n), RangeError);

throws(() => library.usage("process_usage", [null, thread(7, 1, 0n)], { ...numbers, ticksPerSecond: -1n }), RangeError);
throws(() => library.usage("cgroup_memory_usage", [cgroup, cgroup], { limitBytes: 2n ** 64n }), RangeError);
throws(() => library.usage("net_usage", [null, disk(1)], { elapsedNs: 2n ** 63n }), RangeError);

// A usage of other records or numbers than it needs: without a check, the function wrote to any address.
const one = disk(1);
for (const [name, inputs, extra] of [
    ["memory_usage", [one, one], {}],
    ["memory_usage", [], {}],
    ["process_usage", [one, one], { elapsedNs: 5n }],
    ["cpu_usage", [one, one], { elapsedNs: 5n }],
    ["disk_usage", [one, one], {}],
    ["disk_usage", [[one], [one]], { elapsedNs: 5n }],
    ["threads_usage", [one, one], { elapsedNs: 5n }],
    ["cgroup_memory_usage", [one, one], {}],
    ["record_at", [one], {}],
] as [string, Memory[], object][])
    throws(() => library.usage(name, inputs, extra), { status: -1 }, name);
// Each usage of the library can be computed.
const usages = [...library.records.keys()].filter((name) => name.endsWith("_usage"));
deepStrictEqual(Object.keys(USAGES).sort(), [...usages, "cpus_usage"].sort());

// Bytes that are shared with other threads, in rows and in a file.
const shared = new Uint8Array(new SharedArrayBuffer(4));
shared.set(bytes("77\n\n"));
const net = library.create("net");
library.feed(net, "statistics/rx_bytes", shared.subarray(0, 3));
deepStrictEqual(net.values()["rx_bytes"], 77n);

// A buffer that shrinks between two rows, where Node has such buffers.
const Resizable = ArrayBuffer as unknown as new (size: number, options: object) => { resize?: (size: number) => void };
const stat = bytes("cpu  1 2 3 4\ncpu0 5 6 7 8\n");
const buffer = new Resizable(stat.length, { maxByteLength: stat.length });
const view = new Uint8Array(buffer as unknown as ArrayBuffer);
view.set(stat);
const rows = library.read("cpu", view);
rows.next();
buffer.resize?.(0);
const { value } = rows.next();
deepStrictEqual((value as Memory).values()["user_ticks"], 5n);
console.log("all calls as expected");
