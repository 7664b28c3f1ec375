// SPDX-License-Identifier: MIT
/**
 * libvmmetrics from TypeScript: any record, by self-description, with no code for any record in particular.
 *
 * 64 bits do not fit into a number of JavaScript, so every integer is a bigint, however small. Unknown is null, and no
 * limit is Infinity, which compares with bigints as it should. What is given is a copy: the bytes that were read need not
 * be kept. The library has no state, so that each worker thread may load it for itself.
 */
import koffi, { type LibraryHandle, type TypeObject } from "koffi";

/** What an integer that is not known is to the library. */
export const UNKNOWN = 2n ** 64n - 1n;
const UNLIMITED = 2n ** 64n - 2n;
const OK = 0;
const END = 1;
const E_ARGUMENT = -1;
const UINT64 = 1;
const DOUBLE = 2;
const NAME = 3;
const KIND_IDENTITY = 1;
const KIND_LIMIT = 4;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** What a member may be. */
export type Value = bigint | number | string | null;

/** What a member is. */
export interface Field {
    readonly name: string;
    readonly offset: number;
    readonly bytes: number;
    readonly type: number;
    readonly unit: number;
    readonly kind: number;
    readonly width: number;
}

/** A kind of record: its members, and the files that it is read from if those are several. */
export interface RecordType {
    readonly name: string;
    readonly id: number;
    readonly bytes: number;
    readonly fields: readonly Field[];
    readonly files: ReadonlyMap<string, number>;
}

/** What some usages need besides records. */
export interface Extra {
    elapsedNs?: bigint;
    ticksPerSecond?: bigint;
    limitBytes?: bigint;
}

/** The bytes of a record. */
export class Memory {
    readonly type: RecordType;
    readonly bytes: Uint8Array;
    // Members are aligned, and in the order of bytes of this machine, as these are.
    readonly integers: BigUint64Array;
    readonly reals: Float64Array;

    constructor(type: RecordType) {
        const buffer = new ArrayBuffer(type.bytes);
        this.type = type;
        this.bytes = new Uint8Array(buffer);
        this.integers = new BigUint64Array(buffer);
        this.reals = new Float64Array(buffer);
    }

    /** A member, as it is known. */
    value(field: Field): Value {
        if (field.type === NAME) {
            const bytes = this.bytes.subarray(field.offset, field.offset + field.bytes);
            const end = bytes.indexOf(0);
            return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end)) || null;
        }
        if (field.type === DOUBLE) {
            const real = this.reals[field.offset / 8] ?? NaN;
            return Number.isNaN(real) ? null : real;
        }
        const integer = this.integers[field.offset / 8] ?? UNKNOWN;
        if (integer === UNLIMITED && field.kind === KIND_LIMIT) return Infinity;
        return integer === UNKNOWN ? null : integer;
    }

    /** All members, by name. */
    values(): Record<string, Value> {
        return Object.fromEntries(this.type.fields.map((field) => [field.name, this.value(field)]));
    }

    /** What tells this from others of its kind: rows of two samples with the same identity are one thing. */
    identity(): string {
        const members = this.type.fields.filter((field) => field.kind === KIND_IDENTITY);
        return JSON.stringify(members.map((field) => String(this.value(field))));
    }

    /** Sets an integer member, such as the instance_id that only the caller can know. */
    set(member: string, value: bigint): void {
        const field = this.type.fields.find(({ name }) => name === member);
        if (field?.type !== UINT64) throw new TypeError(`${this.type.name} has no integer ${member}`);
        this.integers[field.offset / 8] = value;
    }
}

/** A status other than success. `offset` is that of the byte that is wrong, if it is a byte. */
export class Failure extends Error {
    readonly status: number;
    readonly offset: number | null;

    constructor(status: number, words: string, offset: number | null = null) {
        super(words);
        this.status = status;
        this.offset = offset;
    }
}

// The four structs that are not described by the library; pointers are bigints.
const text = koffi.struct({ pos: "void *", end: "void *", error: "void *" });
const record = koffi.struct({
    size: "uint64_t",
    name: koffi.array("char", 32, "String"),
    id: "uint64_t",
    bytes: "uint64_t",
    fields: "uint64_t",
});
const field = koffi.struct({
    size: "uint64_t",
    name: koffi.array("char", 64, "String"),
    offset: "uint64_t",
    bytes: "uint64_t",
    type: "uint64_t",
    unit: "uint64_t",
    kind: "uint64_t",
    width: "uint64_t",
});
const inoutText = koffi.inout(koffi.pointer(text));
const file = koffi.struct({ size: "uint64_t", name: koffi.array("char", 64, "String"), id: "uint64_t" });

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

    /** The shared library is found as the system finds it, or where VMMETRICS_LIBRARY says. */
    constructor(path = process.env["VMMETRICS_LIBRARY"] ?? "libvmmetrics.so.1") {
        this.#library = koffi.load(path);
        this.#textOf = this.#library.func("vmm_text_of", text, ["void *", "size_t"]) as TextOf;
        this.#statusText = this.#library.func("vmm_status_text", "str", ["int32_t"]) as StatusText;
        this.#init = this.#library.func("vmm_record_init", "int32_t", ["uint32_t", "void *", "size_t"]);
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
        const fieldAt = at("vmm_field_at", field, 2);
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
                const fields = all<Field>((index, out) => fieldAt(id, index, out, koffi.sizeof(field)), 0);
                const files = all<Field & { id: number }>(
                    (index, out) => fileAt(id, index, out, koffi.sizeof(file)),
                    0,
                );
                return [name, { name, id, bytes, fields, files: new Map(files.map((each) => [each.name, each.id])) }];
            }),
        );
    }

    /** A function of the library that gives a status, or null where it has none of this name. */
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

    /** A record, unknown in every member. */
    create(name: string): Memory {
        const memory = new Memory(this.type(name));
        this.#check(this.#init(memory.type.id, memory.bytes, memory.bytes.length));
        return memory;
    }

    /** Calls a parser for one record. Gives the status, and the offset of the byte that is wrong. */
    #parse(parser: Callable, kind: number[], at: Text, start: bigint, memory: Memory): [number, number | null] {
        const status = parser(...kind, at, memory.bytes, memory.bytes.length);
        return [status, at.error === null ? null : Number(at.error - start)];
    }

    /** Whether a record is read from the files of a directory, and not from rows of several kinds. */
    #directoryParser(type: RecordType): Callable | null {
        const parser = ["uint32_t", inoutText, "void *", "size_t"];
        return type.files.size === 0 ? null : this.#function(`vmm_${type.name}_read`, parser);
    }

    /** Reads text: gives each record in it, or a Failure for one that is bad. Where a record is read from several kinds of
     * files, the file's name tells which; without it the first kind is meant. */
    *read(name: string, data: Uint8Array, fileName = ""): Generator<Memory | Failure> {
        const type = this.type(name);
        const types: unknown[] = [inoutText, "void *", "size_t"];
        const kind: number[] = [];
        if (type.files.size !== 0 && this.#directoryParser(type) === null) {
            types.unshift("uint32_t");
            kind.push(type.files.get(fileName) ?? 1);
        }
        const rows = this.#function(`vmm_${name}_next`, types);
        const parser = rows ?? this.#function(`vmm_${name}_parse`, types);
        if (parser === null) throw new Failure(E_ARGUMENT, `${name} is not read from text`);
        // The text points into `data`, whose bytes stay where they are for as long as this generator holds it.
        const at = this.#textOf(data, data.length);
        const start = at.pos;
        for (;;) {
            const memory = this.create(name);
            const [status, offset] = this.#parse(parser, kind, at, start, memory);
            if (status === END) return;
            yield status === OK ? memory : new Failure(status, this.#statusText(status), offset);
            if (rows === null || status === E_ARGUMENT) return;
        }
    }

    /** Reads a record that several files make: `read` gives the bytes of one, or null. Gives the record, and a Failure for
     * each file that is bad, by name. */
    readDirectory(name: string, read: (file: string) => Uint8Array | null): [Memory, Map<string, Failure>] {
        const type = this.type(name);
        const parser = this.#directoryParser(type);
        if (parser === null) throw new Failure(E_ARGUMENT, `${name} is not read from a directory`);
        const memory = this.create(name);
        const failures = new Map<string, Failure>();
        for (const [fileName, id] of type.files) {
            const data = read(fileName);
            if (data === null || data.length === 0) continue;
            const at = this.#textOf(data, data.length);
            const [status, offset] = this.#parse(parser, [id], at, at.pos, memory);
            if (status !== OK) failures.set(fileName, new Failure(status, this.#statusText(status), offset));
        }
        return [memory, failures];
    }

    /** What follows from the inputs: one record, two of different kinds, or two samples of one, of which the earlier may be
     * null, and what else its function asks for. */
    usage(name: string, inputs: (Memory | null)[], extra: Extra = {}): Memory {
        const types = inputs.map(() => "void *");
        const values: unknown[] = inputs.map((memory) => memory?.bytes ?? null);
        const more = [
            ["int64_t", extra.elapsedNs],
            ["uint64_t", extra.ticksPerSecond],
            ["uint64_t", extra.limitBytes],
        ] as const;
        for (const [type, value] of more) {
            if (value === undefined) continue;
            types.push(type);
            values.push(value);
        }
        types.push("void *", "size_t");
        const compute =
            (inputs.length === 2 ? this.#function(`vmm_${name}_between`, types) : null) ??
            this.#function(`vmm_${name}_of`, types);
        if (compute === null) throw new Failure(E_ARGUMENT, `there is no ${name} of ${inputs.length} records`);
        const out = this.create(name);
        this.#check(compute(...values, out.bytes, out.bytes.length));
        return out;
    }
}
