// SPDX-License-Identifier: MIT
/**
 * libvmmetrics from TypeScript: it reads any record by the library's descriptions, without code for any one record.
 *
 * A number of JavaScript cannot hold 64 bits, so every integer is a bigint, also a small one. Unknown is null, and no
 * limit is Infinity, which is larger than every bigint. All results are copies, so the bytes that were read may go. The
 * library has no state: each worker thread may load it.
 */
import koffi, { type LibraryHandle, type TypeObject } from "koffi";

/** Value of an unknown integer in the library. */
export const UNKNOWN = 2n ** 64n - 1n;
const UNLIMITED = 2n ** 64n - 2n;
const OK = 0;
const END = 1;
const RESET = 4;
const E_ARGUMENT = -1;
const UINT64 = 1;
const DOUBLE = 2;
const NAME = 3;
const KIND_LIMIT = 4;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Value of a member: unknown is null. */
export type Value = bigint | number | string | null;

/** Description of a member. */
export interface Member {
    readonly name: string;
    readonly offset: number;
    readonly bytes: number;
    readonly type: number;
    readonly unit: number;
    readonly kind: number;
    readonly width: number;
}

/** Description of a record: its members, and the ids of its files by their names. */
export interface RecordType {
    readonly name: string;
    readonly id: number;
    readonly bytes: number;
    readonly members: readonly Member[];
    readonly files: ReadonlyMap<string, number>;
    /** Whether the record is filled file by file. The files of other records contain rows. */
    readonly isFed: boolean;
}

/** Numbers that some usages need. */
export interface Extra {
    elapsedNs?: bigint;
    ticksPerSecond?: bigint;
    limitBytes?: bigint;
}

/** What a usage is computed from: a function _between two records or _of so many, and the numbers behind them. */
interface Usage {
    kind: "of" | "between";
    count: number;
    numbers: readonly (keyof Extra)[];
}
const TIMED: Usage = { kind: "between", count: 2, numbers: ["elapsedNs"] };
export const USAGES: Readonly<Record<string, Usage>> = {
    cpu_usage: { kind: "between", count: 2, numbers: [] },
    pressure_usage: TIMED,
    cgroup_usage: TIMED,
    cgroup_io_usage: TIMED,
    net_usage: TIMED,
    protocols_usage: TIMED,
    disk_usage: TIMED,
    hypervisor_device_usage: TIMED,
    threads_usage: { kind: "between", count: 3, numbers: ["elapsedNs"] },
    process_usage: { kind: "between", count: 2, numbers: ["elapsedNs", "ticksPerSecond"] },
    cpus_usage: { kind: "between", count: 2, numbers: ["elapsedNs", "ticksPerSecond"] },
    memory_usage: { kind: "of", count: 1, numbers: [] },
    filesystem_usage: { kind: "of", count: 1, numbers: [] },
    cgroup_memory_usage: { kind: "of", count: 2, numbers: ["limitBytes"] },
};

/** Usages whose two samples are lists, and the record of the rows. The usage of all CPUs is a record cpu_usage. */
const LISTS: Readonly<Record<string, string>> = { threads_usage: "process", cpus_usage: "cpu" };
const GIVES: Readonly<Record<string, string>> = { cpus_usage: "cpu_usage" };

/** A bigint that an unsigned or signed integer of 64 bits can hold. */
function checked(value: bigint, as64: (bits: number, value: bigint) => bigint): bigint {
    if (as64(64, value) !== value) throw new RangeError(`${value} does not fit into 64 bits`);
    return value;
}

/** The bytes of a record. */
export class Memory {
    readonly type: RecordType;
    readonly bytes: Uint8Array;
    // Members are aligned, and in the byte order of this machine.
    readonly integers: BigUint64Array;
    readonly reals: Float64Array;

    constructor(type: RecordType) {
        const buffer = new ArrayBuffer(type.bytes);
        this.type = type;
        this.bytes = new Uint8Array(buffer);
        this.integers = new BigUint64Array(buffer);
        this.reals = new Float64Array(buffer);
    }

    /** Value of a member. */
    value(member: Member): Value {
        if (member.type === NAME) {
            const bytes = this.bytes.subarray(member.offset, member.offset + member.bytes);
            const end = bytes.indexOf(0);
            return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end)) || null;
        }
        if (member.type === DOUBLE) {
            const real = this.reals[member.offset / 8] ?? NaN;
            return Number.isNaN(real) ? null : real;
        }
        const integer = this.integers[member.offset / 8] ?? UNKNOWN;
        if (integer === UNLIMITED && member.kind === KIND_LIMIT) return Infinity;
        return integer === UNKNOWN ? null : integer;
    }

    /** All members, by name. */
    values(): Record<string, Value> {
        return Object.fromEntries(this.type.members.map((member) => [member.name, this.value(member)]));
    }

    /** Sets an integer member, such as the instance_id, which only the caller can know. */
    set(name: string, value: bigint): void {
        const member = this.type.members.find((each) => each.name === name);
        if (member?.type !== UINT64) throw new TypeError(`${this.type.name} has no integer ${name}`);
        this.integers[member.offset / 8] = checked(value, BigInt.asUintN);
    }
}

/** A status other than success. `offset` is that of the wrong byte in the text, or null. */
export class Failure extends Error {
    readonly status: number;
    readonly offset: number | null;

    constructor(status: number, words: string, offset: number | null = null) {
        super(words);
        this.status = status;
        this.offset = offset;
    }
}

// The structs that are no records. Pointers are bigints.
const text = koffi.struct({ pos: "void *", end: "void *", error: "void *" });
const record = koffi.struct({
    size: "uint64_t",
    name: koffi.array("char", 32, "String"),
    id: "uint64_t",
    bytes: "uint64_t",
    members: "uint64_t",
});
const member = koffi.struct({
    size: "uint64_t",
    name: koffi.array("char", 64, "String"),
    offset: "uint64_t",
    bytes: "uint64_t",
    type: "uint64_t",
    unit: "uint64_t",
    kind: "uint64_t",
    width: "uint64_t",
});
const file = koffi.struct({ size: "uint64_t", name: koffi.array("char", 64, "String"), id: "uint64_t" });
const interval = koffi.struct({ elapsed_ns: "int64_t", ticks_per_second: "uint64_t" });
const threads = koffi.struct({ rows: "void *", count: "size_t", row_size: "size_t" });
const inoutText = koffi.inout(koffi.pointer(text));
// Types of the arguments of a function that reads a text: of any file, and of one of several files.
const ofText = [inoutText, "void *", "size_t"];
const ofFile = [inoutText, "uint32_t", "void *", "size_t"];

interface Text {
    pos: bigint;
    end: bigint;
    error: bigint | null;
}

type Callable = (...values: unknown[]) => number;
type TextOf = (bytes: Uint8Array, length: number) => Text;
type StatusText = (status: number) => string;

/** The library, and the records that it knows. */
export class Library {
    readonly records: ReadonlyMap<string, RecordType>;
    readonly #library: LibraryHandle;
    readonly #functions = new Map<string, Callable | null>();
    readonly #textOf: TextOf;
    readonly #statusText: StatusText;
    readonly #init: Callable;
    readonly #read: Callable;
    readonly #same: Callable;
    readonly #growth: Callable;

    /** Loads the shared library VMMETRICS_LIBRARY, or without this variable the one that the system finds. */
    constructor(path = process.env["VMMETRICS_LIBRARY"] ?? "libvmmetrics.so.1") {
        this.#library = koffi.load(path);
        this.#textOf = this.#library.func("vmm_text_of", text, ["void *", "size_t"]) as TextOf;
        this.#statusText = this.#library.func("vmm_status_text", "str", ["int32_t"]) as StatusText;
        this.#init = this.#library.func("vmm_record_init", "int32_t", ["uint32_t", "void *", "size_t"]);
        this.#read = this.#library.func("vmm_record_read", "int32_t", ofFile as string[]);
        this.#same = this.#library.func("vmm_record_same", "int32_t", ["void *", "void *"]);
        this.#growth = this.#library.func("vmm_record_growth", "int32_t", ["void *", "void *", "void *", "size_t"]);
        this.records = this.#describe();
    }

    #describe(): Map<string, RecordType> {
        const at = (name: string, type: TypeObject, numbers: number): Callable =>
            this.#library.func(name, "int32_t", [
                ...Array<string>(numbers).fill("uint32_t"),
                koffi.out(koffi.pointer(type)),
                "size_t",
            ]);
        const recordAt = at("vmm_record_at", record, 1);
        const memberAt = at("vmm_member_at", member, 2);
        const fileAt = at("vmm_file_at", file, 2);
        const all = <Described>(next: (index: number, out: Described) => number, first: number): Described[] => {
            const found: Described[] = [];
            for (let index = first; ; index++) {
                const out = {} as Described;
                const status = next(index, out);
                if (status === END) return found;
                this.#check(status);
                found.push(out);
            }
        };
        const types = all<RecordType>((id, out) => recordAt(id, out, koffi.sizeof(record)), 1);
        return new Map(
            types.map(({ name, id, bytes }) => {
                const members = all<Member>((index, out) => memberAt(id, index, out, koffi.sizeof(member)), 0);
                const files = all<Member & { id: number }>(
                    (index, out) => fileAt(id, index, out, koffi.sizeof(file)),
                    0,
                );
                const ids = new Map(files.map((each) => [each.name, each.id]));
                return [name, this.#typeOf(name, id, bytes, members, ids)];
            }),
        );
    }

    /** Describes a record, and finds out whether vmm_record_read() reads its files. */
    #typeOf(name: string, id: number, bytes: number, members: Member[], files: Map<string, number>): RecordType {
        const type = { name, id, bytes, members, files, isFed: false };
        const [first] = files.values();
        if (first === undefined) return type;
        const memory = new Memory(type);
        const empty = this.#textOf(new Uint8Array(1), 0);
        return { ...type, isFed: this.#read(empty, first, memory.bytes, memory.bytes.length) !== E_ARGUMENT };
    }

    /** A function of the library that returns a status, or null if the library has no function of this name. */
    #function(name: string, types: unknown[]): Callable | null {
        let found = this.#functions.get(name);
        if (found === undefined) {
            try {
                found = this.#library.func(name, "int32_t", types as string[]) as Callable;
            } catch {
                found = null;
            }
            this.#functions.set(name, found);
        }
        return found;
    }

    #check(status: number, offset: number | null = null): void {
        if (status !== OK) throw new Failure(status, this.#statusText(status), offset);
    }

    type(name: string): RecordType {
        const type = this.records.get(name);
        if (type === undefined) throw new Failure(E_ARGUMENT, `there is no record ${name}`);
        return type;
    }

    /** A record whose members are all unknown. */
    create(name: string): Memory {
        const memory = new Memory(this.type(name));
        this.#check(this.#init(memory.type.id, memory.bytes, memory.bytes.length));
        return memory;
    }

    /** Whether two records describe the same object, by their members of kind identity; null if no identity is known in
     * both. */
    same(before: Memory, after: Memory): boolean | null {
        const status = this.#same(before.bytes, after.bytes);
        return status === OK ? true : status === RESET ? false : null;
    }

    /** The growth of every counter between two samples of any record; all other members are those of `after`. */
    growth(before: Memory | null, after: Memory): Memory {
        const out = this.create(after.type.name);
        this.#check(this.#growth(before?.bytes ?? null, after.bytes, out.bytes, out.bytes.length));
        return out;
    }

    /** Calls a function that reads one record. Returns its status, and the offset of the wrong byte. */
    #readOne(read: Callable, at: Text, start: bigint, id: number[], memory: Memory): [number, number | null] {
        const status = read(at, ...id, memory.bytes, memory.bytes.length);
        return [status, at.error === null ? null : Number(at.error - start)];
    }

    /** Reads a text: gives each record in it, or a Failure for a malformed one. If a record is read from several files,
     * `fileName` is the name of the file; without it the text is that of the first file. */
    *read(name: string, data: Uint8Array, fileName = ""): Generator<Memory | Failure> {
        const { files, isFed } = this.type(name);
        const ids = isFed ? [] : [...files.values()];
        const rows = this.#function(`vmm_${name}_next`, ids.length === 0 ? ofText : ofFile);
        const parser = rows ?? this.#function(`vmm_${name}_parse`, ofText) ?? (isFed ? this.#read : null);
        if (parser === null) throw new Failure(E_ARGUMENT, `${name} is not read from text`);
        if (parser === this.#read) ids.push(...files.values());
        const id = ids.length === 0 ? [] : [files.get(fileName) ?? ids[0] ?? 0];
        // A copy, since the caller may change, resize or transfer the buffer between two rows. `state` holds it.
        const bytes = new Uint8Array(data);
        const state = { bytes, at: this.#textOf(bytes, bytes.length) };
        const start = state.at.pos;
        for (;;) {
            const memory = this.create(name);
            const [status, offset] = this.#readOne(parser, state.at, start, id, memory);
            if (status === END) return;
            yield status === OK ? memory : new Failure(status, this.#statusText(status), offset);
            if (rows === null) return;
        }
    }

    /** Reads one of the files of a record into it. The members that other files feed stay as they are. */
    feed(memory: Memory, fileName: string, data: Uint8Array): void {
        // A copy, since another thread may change a shared buffer meanwhile. `state` holds it.
        const bytes = new Uint8Array(data);
        const state = { bytes, at: this.#textOf(bytes, bytes.length) };
        const id = memory.type.files.get(fileName) ?? 0;
        this.#check(...this.#readOne(this.#read, state.at, state.at.pos, [id], memory));
    }

    /** Reads a record that is filled file by file: `read` returns the bytes of a file or null. Returns the record, and
     * a Failure for each malformed file, by name. */
    readDirectory(name: string, read: (file: string) => Uint8Array | null): [Memory, Map<string, Failure>] {
        const { files, isFed } = this.type(name);
        if (!isFed) throw new Failure(E_ARGUMENT, `${name} is not read from a directory`);
        const memory = this.create(name);
        const failures = new Map<string, Failure>();
        for (const fileName of files.keys()) {
            const data = read(fileName);
            if (data === null || data.length === 0) continue;
            try {
                this.feed(memory, fileName, data);
            } catch (failure) {
                if (!(failure instanceof Failure)) throw failure;
                failures.set(fileName, failure);
            }
        }
        return [memory, failures];
    }

    /** Computes a usage from one record, from two of different types, or from two samples; the earlier of these may be
     * null. A sample of threads or of all CPUs is an array of records; for threads the usage of their process, or null, is
     * the third input. `extra` has the numbers that the usage needs. */
    usage(name: string, inputs: (Memory | Memory[] | null)[], extra: Extra = {}): Memory {
        const needs = USAGES[name];
        const passed = (["elapsedNs", "ticksPerSecond", "limitBytes"] as const).filter(
            (number) => extra[number] !== undefined,
        );
        const isList = (input: Memory | Memory[] | null): boolean => Array.isArray(input);
        // C cannot check this: with other arguments the function would write to any address.
        if (
            needs?.count !== inputs.length ||
            needs.numbers.join() !== passed.join() ||
            inputs.some((input, i) => input !== null && isList(input) !== (name in LISTS && i < 2))
        )
            throw new Failure(E_ARGUMENT, `there is no ${name} of these ${inputs.length} inputs and [${passed.join()}]`);
        const types: unknown[] = [];
        const values: unknown[] = [];
        const add = (type: unknown, value: unknown): void => {
            types.push(type);
            values.push(value);
        };
        for (const input of inputs) {
            if (!Array.isArray(input)) {
                add("void *", input?.bytes ?? null);
                continue;
            }
            const rowSize = this.type(LISTS[name] ?? "").bytes;
            const rows = new Uint8Array(rowSize * input.length);
            input.forEach((row, index) => rows.set(row.bytes, rowSize * index));
            add(koffi.pointer(threads), { rows, count: input.length, row_size: rowSize });
        }
        const { elapsedNs = 0n, ticksPerSecond, limitBytes } = extra;
        const elapsed = checked(elapsedNs, BigInt.asIntN);
        if (ticksPerSecond !== undefined) {
            const ticks = checked(ticksPerSecond, BigInt.asUintN);
            add(koffi.pointer(interval), { elapsed_ns: elapsed, ticks_per_second: ticks });
        } else if (passed.includes("elapsedNs")) {
            add("int64_t", elapsed);
        }
        if (limitBytes !== undefined) add("uint64_t", checked(limitBytes, BigInt.asUintN));
        types.push("void *", "size_t");
        const compute = this.#function(`vmm_${name}_${needs.kind}`, types);
        if (compute === null) throw new Failure(E_ARGUMENT, `this library has no ${name}`);
        const out = this.create(GIVES[name] ?? name);
        this.#check(compute(...values, out.bytes, out.bytes.length));
        return out;
    }
}
