// SPDX-License-Identifier: MIT
/**
 * examples/bindings/sample.c, in TypeScript: it prints the same.
 *
 *     sample BEFORE AFTER NANOSECONDS
 */
import { readFileSync } from "node:fs";
import * as vmm from "vmmetrics";
import { Failure } from "vmmetrics";

type Value = bigint | number | string | null;
type Row = Record<string, Value>;
type Found = (Row | Failure)[];

/** Where a record is read, and which usage is computed from it. */
interface Source {
    path: string;
    record: keyof typeof vmm.records;
    /** Reads a text, which is one record or has rows; without it, a directory is read. */
    read?: (text: Uint8Array) => Found;
    hasRows?: true;
    /** Computes the usage from a record and the same one before, or from the record of the previous source and this one. */
    usage?: [keyof typeof vmm.records, (other: never, row: never) => object];
    other?: "before" | "previous";
}

// All integers have all their digits here.
const big = { bigint: true } as const;
const rows = (found: unknown): Found => found as Found;
const one = (found: unknown): Found => [found as Row | Failure];

function sourcesOf(elapsed_ns: bigint): Source[] {
    const timed = { elapsed_ns, ...big };
    return [
        {
            path: "proc/stat",
            record: "cpu",
            read: (text) => rows(vmm.cpu.rows(text, big)),
            hasRows: true,
            usage: ["cpu_usage", (before, after) => vmm.cpu_usage.between(before, after, big)],
            other: "before",
        },
        { path: "proc/stat", record: "stat", read: (text) => one(vmm.stat.parse(text, big)) },
        {
            path: "proc/meminfo",
            record: "meminfo",
            read: (text) => one(vmm.meminfo.parse(text, big)),
            usage: ["memory_usage", (_, memory) => vmm.memory_usage.of(memory, big)],
        },
        { path: "proc/vmstat", record: "vmstat", read: (text) => one(vmm.vmstat.parse(text, big)) },
        {
            path: "proc/pressure/cpu",
            record: "pressure",
            read: (text) => one(vmm.pressure.parse(text, big)),
            usage: ["pressure_usage", (before, after) => vmm.pressure_usage.between(before, after, timed)],
            other: "before",
        },
        {
            path: "proc/net/dev",
            record: "net",
            read: (text) => rows(vmm.net.rows(text, big)),
            hasRows: true,
            usage: ["net_usage", (before, after) => vmm.net_usage.between(before, after, timed)],
            other: "before",
        },
        {
            path: "proc/diskstats",
            record: "disk",
            read: (text) => rows(vmm.disk.rows(text, big)),
            hasRows: true,
            usage: ["disk_usage", (before, after) => vmm.disk_usage.between(before, after, timed)],
            other: "before",
        },
        { path: "proc", record: "system" },
        {
            path: "proc/self",
            record: "process",
            // Ticks per second of the machine that the files are from.
            usage: [
                "process_usage",
                (before, after) => vmm.process_usage.between(before, after, { ...timed, ticks_per_second: 100 }),
            ],
            other: "before",
        },
        {
            path: "sys/fs/cgroup",
            record: "cgroup",
            usage: ["cgroup_usage", (before, after) => vmm.cgroup_usage.between(before, after, timed)],
            other: "before",
        },
        {
            path: "sys/fs/cgroup/memory.stat",
            record: "cgroup_memory",
            read: (text) => {
                const { record, failures } = vmm.cgroup_memory.read({ "memory.stat": text }, big);
                return failures.length > 0 ? failures : one(record);
            },
            usage: [
                "cgroup_memory_usage",
                (cgroup, memory) => vmm.cgroup_memory_usage.of(cgroup, memory, { limit_bytes: null, ...big }),
            ],
            other: "previous",
        },
        {
            path: "sys/fs/cgroup/io.stat",
            record: "cgroup_io",
            read: (text) => rows(vmm.cgroup_io.rows(text, { file: "io.stat", ...big })),
            hasRows: true,
            usage: ["cgroup_io_usage", (before, after) => vmm.cgroup_io_usage.between(before, after, timed)],
            other: "before",
        },
    ];
}

/** A value as JSON; an integer may have 64 bits. */
function json(value: Value): string {
    if (value === Infinity) return '"max"';
    return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}

function line(record: string, values: object): void {
    const named = Object.entries({ record, ...values } as Row);
    const members = named.map(([name, value]) => `${JSON.stringify(name)}:${json(value)}`);
    process.stdout.write(`{${members.join(",")}}\n`);
}

/** The bytes of a file, or null if it cannot be read. */
function contents(path: string): Uint8Array | null {
    try {
        return readFileSync(path);
    } catch {
        return null;
    }
}

/** The records of a source that are not malformed. Prints all of them if `prints` is set. */
function recordsOf({ path, record, read }: Source, folder: string, prints: boolean): Row[] {
    let found: Found = [];
    if (read) {
        const text = contents(`${folder}/${path}`);
        if (text !== null) found = read(text);
    } else {
        const type = vmm.records[record] as typeof vmm.cgroup;
        const files = type.files.map((name) => [name, contents(`${folder}/${path}/${name}`)] as const);
        const { record: values, failures } = type.read(
            files.filter(([, text]) => text !== null && text.length > 0),
            big,
        );
        found = [...failures, values as unknown as Row];
    }
    for (const each of prints ? found : []) {
        if (each instanceof Failure) {
            const file = read ? path : `${path}/${each.file}`;
            line(record, { file, status: each.message, offset: each.offset });
        } else {
            line(record, each);
        }
    }
    return found.filter((each): each is Row => !(each instanceof Failure));
}

function main(before: string, after: string, elapsed: bigint): void {
    let previous: Row[] = [];
    for (const source of sourcesOf(elapsed)) {
        const old = recordsOf(source, before, false);
        const now = recordsOf(source, after, true);
        const type = vmm.records[source.record] as typeof vmm.cpu;
        now.forEach((row, place) => {
            if (source.usage === undefined) return;
            // Rows without an identity, such as the total of all CPUs, are found by their place. A record that is alone
            // in its file is not searched for.
            const isSame = (other: Row, otherPlace: number): boolean =>
                !source.hasRows || (type.same(other as object, row as object) ?? otherPlace === place);
            const other = source.other === "previous" ? previous[0] : old.find(isSame);
            const [name, compute] = source.usage;
            const usage = compute((other ?? null) as never, row as never);
            line(name, usage instanceof Failure ? { status: usage.message } : usage);
        });
        previous = now;
    }
}

const [before, after, elapsed] = process.argv.slice(2);
if (before === undefined || after === undefined || !/^-?\d+$/.test(elapsed ?? "")) {
    process.stderr.write("usage: sample BEFORE AFTER NANOSECONDS\n");
    process.exitCode = 2;
} else {
    main(before, after, BigInt(elapsed ?? ""));
}
