// SPDX-License-Identifier: MIT
/**
 * examples/bindings/sample.c, in TypeScript: it prints the same.
 *
 *     sample BEFORE AFTER NANOSECONDS
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Extra, Failure, Library, Memory, UNKNOWN, type Value } from "./vmmetrics.ts";

/** Where a record is read, and what follows from it. */
interface Source {
    path: string;
    record: string;
    /** One record in a file, the rows of a file, or a directory of files. */
    shape: "one" | "rows" | "directory";
    usage?: string;
    /** What the usage follows from besides the record: the same before, or the record beside it in the list. */
    needs?: "before" | "beside";
    timed?: boolean;
    extra?: Extra;
}

// Ticks a second are those of the machine that the files are from.
const sources: Source[] = [
    { path: "proc/stat", record: "cpu", shape: "rows", usage: "cpu_usage", needs: "before" },
    { path: "proc/stat", record: "stat", shape: "one" },
    { path: "proc/meminfo", record: "meminfo", shape: "one", usage: "memory_usage" },
    { path: "proc/vmstat", record: "vmstat", shape: "one" },
    { path: "proc/pressure/cpu", record: "pressure", shape: "one", usage: "pressure_usage", needs: "before", timed: true },
    { path: "proc/net/dev", record: "net", shape: "rows", usage: "net_rate", needs: "before", timed: true },
    { path: "proc/diskstats", record: "disk", shape: "rows", usage: "disk_rate", needs: "before", timed: true },
    { path: "proc", record: "system", shape: "directory" },
    {
        path: "proc/self",
        record: "process",
        shape: "directory",
        usage: "process_usage",
        needs: "before",
        timed: true,
        extra: { ticksPerSecond: 100n },
    },
    { path: "sys/fs/cgroup", record: "cgroup", shape: "directory", usage: "cgroup_usage", needs: "before", timed: true },
    {
        path: "sys/fs/cgroup/memory.stat",
        record: "cgroup_memory",
        shape: "one",
        usage: "cgroup_memory_usage",
        needs: "beside",
        extra: { limitBytes: UNKNOWN },
    },
    {
        path: "sys/fs/cgroup/io.stat",
        record: "cgroup_io",
        shape: "rows",
        usage: "cgroup_io_rate",
        needs: "before",
        timed: true,
    },
];

/** JSON, in which an integer may have 64 bits. */
function json(value: Value): string {
    if (value === Infinity) return '"max"';
    return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}

function line(record: string, values: Record<string, Value>): void {
    const members = Object.entries({ record, ...values }).map(([name, value]) => `${JSON.stringify(name)}:${json(value)}`);
    process.stdout.write(`{${members.join(",")}}\n`);
}

/** A file, or null where there is none. */
function contents(path: string): Uint8Array | null {
    try {
        return readFileSync(path);
    } catch {
        return null;
    }
}

function tell(record: string, path: string, found: Memory | Failure): void {
    if (found instanceof Memory) line(record, found.values());
    else line(record, { file: path, status: found.message, offset: found.offset });
}

/** The good records of a source; and all are told, the bad ones too, if that is wanted. */
function records(library: Library, { path, record, shape }: Source, folder: string, aloud: boolean): Memory[] {
    const found: (Memory | Failure)[] = [];
    if (shape === "directory") {
        const [memory, failures] = library.readDirectory(record, (name) => contents(`${folder}/${path}/${name}`));
        for (const [name, failure] of failures) if (aloud) tell(record, `${path}/${name}`, failure);
        found.push(memory);
    } else {
        const data = contents(`${folder}/${path}`);
        if (data !== null) found.push(...library.read(record, data, basename(path)));
    }
    for (const each of found) if (aloud) tell(record, path, each);
    return found.filter((each) => each instanceof Memory);
}

function main(before: string, after: string, elapsedNs: bigint): void {
    const library = new Library();
    let beside: Memory[] = [];
    for (const source of sources) {
        const old = records(library, source, before, false);
        const now = records(library, source, after, true);
        for (const row of source.usage === undefined ? [] : now) {
            const inputs: (Memory | null)[] = [row];
            if (source.needs === "beside") {
                inputs.unshift(beside[0] ?? null);
            } else if (source.needs === "before") {
                const same = (other: Memory): boolean => source.shape !== "rows" || other.identity() === row.identity();
                inputs.unshift(old.find(same) ?? null);
            }
            const usage = source.usage ?? "";
            try {
                const extra = source.timed ? { ...source.extra, elapsedNs } : source.extra;
                line(usage, library.usage(usage, inputs, extra).values());
            } catch (failure) {
                if (!(failure instanceof Failure)) throw failure;
                line(usage, { status: failure.message });
            }
        }
        beside = now;
    }
}

const [before, after, elapsed] = process.argv.slice(2);
if (before === undefined || after === undefined || !/^-?\d+$/.test(elapsed ?? "")) {
    process.stderr.write("usage: sample BEFORE AFTER NANOSECONDS\n");
    process.exitCode = 2;
} else {
    main(before, after, BigInt(elapsed ?? ""));
}
