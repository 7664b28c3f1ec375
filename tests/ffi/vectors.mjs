// SPDX-License-Identifier: MIT
// The package gives what the vectors of vectors.py expect, as numbers and as bigints, by objects and by views.
//
//     vectors.mjs PACKAGE VECTORS.jsonl      PACKAGE is the address of index.js
import { readFileSync } from "node:fs";

const [packageAt, vectors] = process.argv.slice(2);
const vmm = await import(packageAt);
const { Failure, records } = vmm;

const bytes = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));
let failed = 0;
let compared = 0;

function differ(name, got, wanted) {
    if (failed++ < 10) console.log(`${name}: ${String(got)}, not ${String(wanted)}`);
}

/** The value that a member should have. */
function wantedValue(value, { type }, isBig) {
    if (value === null || type === "name") return value;
    if (value === "max") return Infinity;
    return type === "uint64" && isBig ? BigInt(value) : Number(value);
}

function compare(name, got, wanted, record, isBig) {
    compared++;
    if ("failure" in wanted) {
        if (!(got instanceof Failure)) return differ(name, got, wanted.failure);
        if (got.message !== wanted.failure || got.offset !== wanted.offset || got.file !== wanted.file)
            differ(name, [got.message, got.offset, got.file], [wanted.failure, wanted.offset, wanted.file]);
        return;
    }
    if (got instanceof Failure) return differ(name, got, "a record");
    if (Object.keys(got).join() !== Object.keys(wanted.values).join())
        differ(name, Object.keys(got), Object.keys(wanted.values));
    for (const member of record.members) {
        const value = wantedValue(wanted.values[member.name], member, isBig);
        if (got[member.name] !== value) differ(`${name}: ${member.name}`, got[member.name], value);
    }
}

/** What is in an input: records and failures. */
function read({ record, file, text, files }, options) {
    const type = records[record];
    if (files) {
        const { record: object, failures } = type.read(
            files.map(([name, text]) => [name, bytes(text)]),
            options,
        );
        return [...failures, object];
    }
    return type.rows
        ? type.rows(bytes(text), file ? { ...options, file } : options)
        : [type.parse(bytes(text), options)];
}

/** The same by views: each as an object. */
function readByView({ record, file, text, files }, options) {
    const view = records[record].view();
    const found = [];
    if (files) {
        for (const [name, text] of files) {
            const failure = view.read(name, bytes(text));
            if (failure) found.push(failure);
        }
        found.push(view.values(options));
    } else if (records[record].rows) {
        for (const row of view.rows(bytes(text), file ? { file } : {}))
            found.push(row instanceof Failure ? row : row.values(options));
    } else {
        found.push(view.parse(bytes(text)) ?? view.values(options));
    }
    view.free();
    return found;
}

function results({ usage, inputs, elapsed_ns, ticks_per_second, limit_bytes }, options) {
    const usageOf = vmm[usage];
    const all = { ...options, limit_bytes };
    if (elapsed_ns !== null) all.elapsed_ns = elapsed_ns;
    if (ticks_per_second !== null) all.ticks_per_second = ticks_per_second;
    // The inputs keep all their digits.
    const rows = inputs.map((input) =>
        input === null ? null : read(input, { bigint: true }).filter((row) => !(row instanceof Failure)),
    );
    const compute = usageOf.of ?? usageOf.between;
    if (usage === "cpus_usage" || usage === "threads_usage") return [compute(...rows, all)];
    const leading = usageOf.of ? rows[0] : rows[rows.length - 1];
    return leading.map((_, i) => compute(...rows.map((each) => each?.[i] ?? null), all));
}

for (const line of readFileSync(vectors, "ascii").trim().split("\n")) {
    const vector = JSON.parse(line);
    const { usage, inputs, expected } = vector;
    for (const isBig of [false, true]) {
        const options = isBig ? { bigint: true } : undefined;
        const ways = usage ? [results(vector, options)] : [read(inputs[0], options), readByView(inputs[0], options)];
        for (const got of ways) {
            const name = `${vector.name}, ${usage ?? inputs[0].record}`;
            if (got.length !== expected.length) differ(name, `${got.length} results`, expected.length);
            const record = usage === null ? records[inputs[0].record] : (records[usage] ?? vmm[usage].gives);
            expected.forEach((wanted, i) => i < got.length && compare(name, got[i], wanted, record, isBig));
        }
    }
}
console.log(`${compared} results compared, ${failed} differ`);
process.exitCode = failed || !compared ? 1 : 0;
