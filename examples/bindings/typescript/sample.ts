// SPDX-License-Identifier: MIT
/**
 * examples/bindings/sample.c, in TypeScript: it prints the same.
 *
 *     sample BEFORE AFTER NANOSECONDS
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Extra, Failure, Library, Memory, UNKNOWN, type Value } from "./vmmetrics.ts";

/** Where a record is read, and which usage is computed from it. */
interface Source {
    path: string;
    record: string;
    /** One record in a file, the rows of a file, or a directory of files. */
    shape: "one" | "rows" | "directory";
    usage?: string;
    /** The second record that the usage needs: the same one before, or the one of the previous source. */
    needs?: "before" | "previous";
    timed?: boolean;
    extra?: Extra;
}

// Ticks per second of the machine that the files are from.
const sources: Source[] = [
    { path: "proc/stat", record: "cpu", shape: "rows", usage: "cpu_usage", needs: "before" },
    { path: "proc/stat", record: "stat", shape: "one" },
    { path: "proc/meminfo", record: "meminfo", shape: "one", usage: "memory_usage" },
    { path: "proc/vmstat", record: "vmstat", shape: "one" },
    {
        path: "proc/pressure/cpu",
        record: "pressure",
        shape: "one",
        usage: "pressure_usage",
        needs: "before",
        timed: true,
    },
    { path: "proc/net/dev", record: "net", shape: "rows", usage: "net_usage", needs: "before", timed: true },
    { path: "proc/diskstats", record: "disk", shape: "rows", usage: "disk_usage", needs: "before", timed: true },
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
    {
        path: "sys/fs/cgroup",
        record: "cgroup",
        shape: "directory",
        usage: "cgroup_usage",
        needs: "before",
        timed: true,
    },
    {
        path: "sys/fs/cgroup/memory.stat",
        record: "cgroup_memory",
        shape: "one",
        usage: "cgroup_memory_usage",
        needs: "previous",
        extra: { limitBytes: UNKNOWN },
    },
    {
        path: "sys/fs/cgroup/io.stat",
        record: "cgroup_io",
        shape: "rows",
        usage: "cgroup_io_usage",
        needs: "before",
        timed: true,
    },
];

/** A value as JSON; an integer may have 64 bits. */
function json(value: Value): string {
    if (value === Infinity) return '"max"';
    return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}

function line(record: string, values: Record<string, Value>): void {
    const named = Object.entries({ record, ...values });
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

function printFound(record: string, path: string, found: Memory | Failure): void {
    if (found instanceof Memory) line(record, found.values());
    else line(record, { file: path, status: found.message, offset: found.offset });
}

/** The records of a source that are not malformed. Prints all of them if `prints` is set. */
function records(library: Library, { path, record, shape }: Source, folder: string, prints: boolean): Memory[] {
    const found: (Memory | Failure)[] = [];
    if (shape === "directory") {
        const [memory, failures] = library.readDirectory(record, (name) => contents(`${folder}/${path}/${name}`));
        for (const [name, failure] of failures) if (prints) printFound(record, `${path}/${name}`, failure);
        found.push(memory);
    } else {
        const data = contents(`${folder}/${path}`);
        if (data !== null) found.push(...library.read(record, data, basename(path)));
    }
    for (const each of found) if (prints) printFound(record, path, each);
    return found.filter((each) => each instanceof Memory);
}

function main(before: string, after: string, elapsedNs: bigint): void {
    const library = new Library();
    let previous: Memory[] = [];
    for (const source of sources) {
        const old = records(library, source, before, false);
        const now = records(library, source, after, true);
        for (const [place, row] of (source.usage === undefined ? [] : now).entries()) {
            const inputs: (Memory | null)[] = [row];
            if (source.needs === "previous") {
                inputs.unshift(previous[0] ?? null);
            } else if (source.needs === "before") {
                // Rows without an identity, such as the total of all CPUs, are found by their place.
                const isSame = (other: Memory, otherPlace: number): boolean =>
                    source.shape !== "rows" || (library.same(other, row) ?? otherPlace === place);
                inputs.unshift(old.find(isSame) ?? null);
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
