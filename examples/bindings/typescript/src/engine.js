// SPDX-License-Identifier: MIT
// The calls of the library in WebAssembly. records.js, which build.py generates, has the records and the usages.
//
// The module has no state and allocates nothing: its memory from `__heap_base` on is managed here. Views of records lie
// at its start, up to `top`. Behind them each call puts what it needs, from `top` on, and forgets it when it returns.
import { bytes } from "./wasm.js";

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes()));
const PAGE = 65536;
const OK = 0;
const END = 1;
const RESET = 4;
const E_ARGUMENT = -1;
const TWO_TO_32 = 2 ** 32;
const UNKNOWN = 2n ** 64n - 1n;
const UNLIMITED = 2n ** 64n - 2n;
// Bytes of struct vmm_text, where it lies, and of struct vmm_interval.
const TEXT = 16;
const INTERVAL = 16;

let top = (exports.__heap_base.value + 7) & ~7;
// Addresses of blocks that were released, by their size.
const freed = new Map();
// The memory as arrays; other ones after it has grown.
let octets, words, integers, reals;

function refresh() {
    const { buffer } = exports.memory;
    octets = new Uint8Array(buffer);
    words = new Uint32Array(buffer);
    integers = new BigUint64Array(buffer);
    reals = new Float64Array(buffer);
}
refresh();

/** Makes sure that the memory has this many bytes. */
function need(size) {
    if (size <= octets.length) return;
    if (size > TWO_TO_32 / 2) throw new RangeError("the texts and records are larger than 2 GB");
    // By a quarter at least, so that texts that get longer and longer do not grow it each time.
    const wanted = Math.max(size, Math.min(octets.length * 1.25, TWO_TO_32 / 2));
    exports.memory.grow(Math.ceil((wanted - octets.length) / PAGE));
    refresh();
}

/** A block of memory that stays until it is released. `size` is a multiple of 8. */
function allocate(size) {
    const free = freed.get(size);
    if (free?.length) return free.pop();
    need(top + size);
    top += size;
    return top - size;
}

function release(address, size) {
    if (address + size === top) {
        top = address;
    } else {
        if (!freed.has(size)) freed.set(size, []);
        freed.get(size).push(address);
    }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The characters of some bytes. Most names are short and ASCII, which is faster without the decoder. */
function characters(at, length) {
    if (length > 64) return decoder.decode(octets.subarray(at, at + length));
    let text = "";
    for (let i = at; i < at + length; i++) {
        if (octets[i] > 127) return decoder.decode(octets.subarray(at, at + length));
        text += String.fromCharCode(octets[i]);
    }
    return text;
}

/** The characters up to the first NUL. */
function until(at, most) {
    const end = octets.subarray(at, at + most).indexOf(0);
    return characters(at, end < 0 ? most : end);
}

function bytesOf(text) {
    if (text instanceof Uint8Array) return text;
    return ArrayBuffer.isView(text)
        ? new Uint8Array(text.buffer, text.byteOffset, text.byteLength)
        : new Uint8Array(text);
}

/** Puts a text and its struct vmm_text at an address. */
function place(at, text) {
    const start = at + TEXT;
    let length;
    if (typeof text === "string") {
        need(start + text.length * 3 + 8);
        length = encoder.encodeInto(text, octets.subarray(start)).written;
    } else {
        const data = bytesOf(text);
        length = data.length;
        need(start + length + 8);
        octets.set(data, start);
    }
    words[at >> 2] = start;
    words[(at >> 2) + 1] = start + length;
    words[(at >> 2) + 2] = 0;
}

/** The offset of the wrong byte in the text at an address; null if there is none. */
function wrong(at) {
    const error = words[(at >> 2) + 2];
    return error === 0 ? null : error - at - TEXT;
}

const said = new Map();

function statusText(status) {
    if (!said.has(status)) said.set(status, until(exports.vmm_status_text(status), 128));
    return said.get(status);
}

export class Failure extends Error {
    constructor(status, offset = null, file = null) {
        super(statusText(status));
        this.name = "Failure";
        this.status = status;
        this.offset = offset;
        this.file = file;
    }
}

export const version = (() => {
    const number = exports.vmm_version();
    return `${Math.floor(number / 10000)}.${Math.floor(number / 100) % 100}.${number % 100}`;
})();

// How members are read at an index of `words`: as numbers and as bigints. A number above 2^53 is rounded to a double.
function integer(w) {
    const low = words[w];
    const high = words[w + 1];
    return high === 0xffffffff && low === 0xffffffff ? null : high * TWO_TO_32 + low;
}

function limit(w) {
    return words[w + 1] === 0xffffffff && words[w] === 0xfffffffe ? Infinity : integer(w);
}

function bigInteger(w) {
    const value = integers[w >> 1];
    return value === UNKNOWN ? null : value;
}

function bigLimit(w) {
    const value = integers[w >> 1];
    return value === UNLIMITED ? Infinity : value === UNKNOWN ? null : value;
}

function real(w) {
    const value = reals[w >> 1];
    return value !== value ? null : value;
}

function name(w, most) {
    return octets[w << 2] === 0 ? null : until(w << 2, most);
}

/** Writes a member. What is null or undefined is unknown, and so is a number that does not fit, as the library has it. */
function store(at, member, value) {
    const i = at >> 3;
    if (member.type === "name") {
        const room = octets.subarray(at, at + member.bytes);
        room.fill(0);
        // A part of a name would be another name.
        if (value != null && encoder.encode(value).length < member.bytes) encoder.encodeInto(value, room);
    } else if (member.type === "double") {
        reals[i] = value ?? NaN;
    } else if (value == null) {
        integers[i] = UNKNOWN;
    } else if (value === Infinity) {
        integers[i] = member.kind === "limit" ? UNLIMITED : UNKNOWN;
    } else if (typeof value === "bigint") {
        if (value < 0n) throw new RangeError(`${member.name}: ${value} is negative`);
        integers[i] = value > UNKNOWN ? UNKNOWN : value;
    } else {
        if (!(value >= 0) || value % 1 !== 0)
            throw new RangeError(`${member.name}: ${value} is no whole number from 0 on`);
        const fits = value < 2 ** 64;
        words[i * 2] = fits ? value % TWO_TO_32 : 0xffffffff;
        words[i * 2 + 1] = fits ? value / TWO_TO_32 : 0xffffffff;
    }
}

/** A whole number of 64 bits as an argument. */
function argument(given, key) {
    const value = given?.[key];
    if (key === "limit_bytes") return value == null ? UNKNOWN : value === Infinity ? UNLIMITED : unsigned(key, value);
    if (value === undefined) throw new TypeError(`${key} is missing`);
    const whole = BigInt(value);
    if (key === "elapsed_ns" && BigInt.asIntN(64, whole) !== whole)
        throw new RangeError(`${key}: ${whole} does not fit into 64 bits`);
    return key === "elapsed_ns" ? whole : unsigned(key, whole);
}

function unsigned(key, value) {
    const whole = BigInt(value);
    if (BigInt.asUintN(64, whole) !== whole) throw new RangeError(`${key}: ${whole} does not fit into 64 bits`);
    return whole;
}

/** A record of the library: its description, and what can be done with it. The methods that a record has depend on how
 * it is read; index.d.ts says which. */
export class RecordType {
    constructor({ name, id, bytes, reader, hasFiles, members, files = [] }, decode) {
        this.name = name;
        this.id = id;
        this.bytes = bytes;
        let offset = 16;
        this.members = members.map(([name, type, unit, kind, width = "none", bytes = 8]) => {
            const member = Object.freeze({ name, type, unit, kind, width, offset, bytes });
            offset += bytes;
            return member;
        });
        this.files = files.map(([file]) => file);
        this.ids = new Map(files);
        this.reader = reader;
        this.decode = decode;
        if (!reader || reader.hasRows) this.parse = undefined;
        if (!reader?.hasRows) this.rows = undefined;
        if (!hasFiles) this.read = undefined;
        this.byName = new Map(this.members.map((member) => [member.name, member]));
    }

    /** The record at an address, as an object. */
    at(address, options) {
        const w = address >> 2;
        return options?.bigint
            ? this.decode(w, bigInteger, bigLimit, real, name)
            : this.decode(w, integer, limit, real, name);
    }

    /** Puts an object at an address, or gives the address of a view; 0 if there is no record. */
    put(address, object) {
        if (object == null) return 0;
        if (object instanceof View) {
            if (object.type !== this) throw new TypeError(`the record is ${object.type.name}, not ${this.name}`);
            return object.address;
        }
        if (object instanceof Error || typeof object !== "object")
            throw new TypeError(`a record ${this.name} is an object or a view`);
        integers[address >> 3] = BigInt(this.bytes);
        integers[(address >> 3) + 1] = BigInt(this.id);
        for (const member of this.members) store(address + member.offset, member, object[member.name]);
        return address;
    }

    /** Calls the function that reads this record from a text. */
    call(text, file, out) {
        const { call, takesFile } = this.reader;
        return takesFile ? exports[call](text, file, out, this.bytes) : exports[call](text, out, this.bytes);
    }

    fileOf(options) {
        return this.ids.get(options?.file ?? this.files[0]) ?? 0;
    }

    parse(text, options) {
        const out = top;
        const at = out + this.bytes;
        need(at);
        place(at, text);
        const status = this.call(at, 0, out);
        return status === OK ? this.at(out, options) : new Failure(status, wrong(at));
    }

    rows(text, options) {
        const out = top;
        const at = out + this.bytes;
        const file = this.fileOf(options);
        const rows = [];
        need(at);
        place(at, text);
        for (;;) {
            const status = this.call(at, file, out);
            if (status === END) return rows;
            rows.push(status === OK ? this.at(out, options) : new Failure(status, wrong(at)));
            if (status === E_ARGUMENT) return rows;
        }
    }

    read(files, options) {
        const failures = [];
        const out = top;
        need(out + this.bytes);
        exports.vmm_record_init(this.id, out, this.bytes);
        for (const [file, text] of Symbol.iterator in files ? files : Object.entries(files)) {
            if (text == null) continue;
            const failure = this.readOne(out, out + this.bytes, file, text);
            if (failure) failures.push(failure);
        }
        return { record: this.at(out, options), failures };
    }

    /** Reads a file into the record at an address. */
    readOne(record, at, file, text) {
        place(at, text);
        const status = exports.vmm_record_read(at, this.ids.get(file) ?? 0, record, this.bytes);
        return status === OK ? null : new Failure(status, wrong(at), file);
    }

    view() {
        return new View(this);
    }

    same(before, after) {
        need(top + this.bytes * 2);
        const status = exports.vmm_record_same(this.put(top, before), this.put(top + this.bytes, after));
        return status === OK ? true : status === RESET ? false : null;
    }

    growth(before, after, options) {
        const { bytes } = this;
        need(top + bytes * 3);
        const status = exports.vmm_record_growth(
            this.put(top + bytes, before),
            this.put(top + bytes * 2, after),
            top,
            bytes,
        );
        return status === OK ? this.at(top, options) : new Failure(status);
    }

    rows_growth(before, after, options) {
        const out = top;
        const first = putList(out + this.bytes, this, before);
        const second = putList(first.end, this, after);
        let devices = 0;
        if (options?.devices != null) {
            devices = second.end;
            need(devices);
            place(devices, options.devices);
        }
        const status = exports.vmm_rows_growth(this.id, first.address, second.address, devices, out, this.bytes);
        return status === OK ? this.at(out, options) : new Failure(status);
    }
}

/** Puts rows at an address, and the struct that lists them before. */
function putList(address, type, rows) {
    if (rows == null) return { address: 0, end: address };
    const start = address + 16;
    need(start + rows.length * type.bytes);
    words[address >> 2] = start;
    words[(address >> 2) + 1] = rows.length;
    words[(address >> 2) + 2] = type.bytes;
    let end = start;
    for (const row of rows) {
        const found = type.put(end, row);
        if (found === 0) throw new TypeError("a row is missing");
        if (found !== end) octets.copyWithin(end, found, found + type.bytes);
        end += type.bytes;
    }
    return { address, end };
}

/** A record in the memory of the library. */
export class View {
    constructor(type) {
        this.type = type;
        this.address = allocate(type.bytes);
        exports.vmm_record_init(type.id, this.address, type.bytes);
    }

    free() {
        if (this.address === 0) return;
        release(this.address, this.type.bytes);
        this.address = 0;
    }

    #live() {
        if (this.address === 0) throw new TypeError("the view was freed");
        return this.address;
    }

    #member(name) {
        const member = this.type.byName.get(name);
        if (member === undefined) throw new TypeError(`${this.type.name} has no member ${name}`);
        return member;
    }

    get(key) {
        const { type, kind, offset, bytes } = this.#member(key);
        const w = (this.#live() + offset) >> 2;
        return type === "name"
            ? name(w, bytes)
            : type === "double"
              ? real(w)
              : kind === "limit"
                ? limit(w)
                : integer(w);
    }

    bigint(key) {
        const { type, kind, offset } = this.#member(key);
        if (type !== "uint64") throw new TypeError(`${key} is no integer`);
        return (kind === "limit" ? bigLimit : bigInteger)((this.#live() + offset) >> 2);
    }

    set(key, value) {
        const member = this.#member(key);
        store(this.#live() + member.offset, member, value);
    }

    values(options) {
        return this.type.at(this.#live(), options);
    }

    get integers() {
        return integers.subarray(this.#live() >> 3, (this.address + this.type.bytes) >> 3);
    }

    get reals() {
        return reals.subarray(this.#live() >> 3, (this.address + this.type.bytes) >> 3);
    }

    parse(text, options) {
        const { type } = this;
        if (!type.reader) throw new TypeError(`${type.name} is read from files`);
        this.#live();
        need(top);
        place(top, text);
        const status = type.call(top, type.fileOf(options), this.address);
        return status === OK ? null : new Failure(status, wrong(top));
    }

    read(file, text) {
        return this.type.readOne(this.#live(), top, file, text);
    }

    *rows(text, options) {
        const { type } = this;
        const data = typeof text === "string" ? encoder.encode(text) : bytesOf(text);
        const file = type.fileOf(options);
        // Other calls may come between two rows.
        const size = (TEXT + data.length + 15) & ~7;
        const at = allocate(size);
        try {
            place(at, data);
            for (;;) {
                const status = type.call(at, file, this.#live());
                if (status === END) return;
                yield status === OK ? this : new Failure(status, wrong(at));
                if (status === E_ARGUMENT) return;
            }
        } finally {
            release(at, size);
        }
    }
}

/** A function that computes a record from records. */
export class UsageType {
    constructor({ call, gives, inputs, parameters }) {
        const verb = call.endsWith("_of") ? "of" : "between";
        this.call = call;
        this.gives = gives;
        this.inputs = inputs;
        this.parameters = parameters;
        this[verb] = (...given) => this.compute(given);
    }

    compute(given) {
        const { gives, inputs, parameters } = this;
        // The numbers and the options are one object.
        const options = given[inputs.length];
        const out = top;
        let end = out + gives.bytes;
        const passed = [];
        for (const parameter of parameters) {
            if (typeof parameter === "number") {
                const [type, isList] = inputs[parameter];
                if (isList) {
                    const put = putList(end, type, given[parameter]);
                    passed.push(put.address);
                    end = put.end;
                } else {
                    need(end + type.bytes);
                    passed.push(type.put(end, given[parameter]));
                    end += type.bytes;
                }
            } else if (parameter.length === 2) {
                need(end + INTERVAL);
                parameter.forEach((key, i) => (integers[(end >> 3) + i] = argument(options, key)));
                passed.push(end);
                end += INTERVAL;
            } else {
                passed.push(argument(options, parameter[0]));
            }
        }
        need(end);
        const status = exports[this.call](...passed, out, gives.bytes);
        return status === OK ? gives.at(out, options) : new Failure(status);
    }
}

/** Rows that are parts of the text. */
export class TextRows {
    constructor({ call, takesForm, members }) {
        this.call = call;
        this.takesForm = takesForm;
        this.members = members;
    }

    /** The parts at an address, as an object. */
    at(address) {
        const row = {};
        this.members.forEach((member, i) => {
            const start = words[(address >> 2) + i * 2];
            row[member] = start === 0 ? null : characters(start, words[(address >> 2) + i * 2 + 1]);
        });
        return row;
    }

    rows(text, options) {
        const out = top;
        const bytes = this.members.length * 8;
        const at = (out + bytes + 7) & ~7;
        const rows = [];
        need(at);
        place(at, text);
        for (;;) {
            const form = this.takesForm ? [options?.form ?? 1] : [];
            const status = exports[this.call](at, ...form, out, bytes);
            if (status === END) return rows;
            rows.push(status === OK ? this.at(out) : new Failure(status, wrong(at)));
            if (status === E_ARGUMENT) return rows;
        }
    }
}
