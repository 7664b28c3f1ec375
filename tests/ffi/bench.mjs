// SPDX-License-Identifier: MIT
// What the package costs beside JavaScript written by hand with the same result: medians of many runs, side by side.
//
//     bench.mjs PACKAGE [OTHER...]      PACKAGE is the address of index.js, OTHER of a module that exports `cases`
import { readFileSync } from "node:fs";

const [packageAt, ...others] = process.argv.slice(2);
const vmm = await import(packageAt);
const meminfo = readFileSync(new URL("../data/proc-meminfo/linux-6.18-x86_64-firecracker", import.meta.url));
const current = new TextEncoder().encode("123456789\n");
const decoder = new TextDecoder();

/** Each member by its key: what a program has that does this by hand. */
const keys = new Map(
    vmm.meminfo.members.map(({ name }) => [
        name
            .replace(/_bytes$/, "")
            .replace(/_/g, "")
            .toLowerCase(),
        name,
    ]),
);
const nothing = Object.fromEntries(vmm.meminfo.members.map(({ name }) => [name, null]));

function byRegex(bytes) {
    const result = { ...nothing };
    for (const [, key, value, unit] of decoder.decode(bytes).matchAll(/^([^:]+):\s+(\d+)( kB)?$/gm)) {
        const name = keys.get(key.replace(/[^A-Za-z0-9]/g, "").toLowerCase());
        if (name !== undefined) result[name] = unit ? Number(value) * 1024 : Number(value);
    }
    return result;
}

const lines = new Map();
for (const line of decoder.decode(meminfo).split("\n")) {
    const key = line.split(":")[0];
    lines.set(key, keys.get(key.replace(/[^A-Za-z0-9]/g, "").toLowerCase()));
}

function bySplit(bytes) {
    const result = { ...nothing };
    for (const line of decoder.decode(bytes).split("\n")) {
        const colon = line.indexOf(":");
        const name = lines.get(line.slice(0, colon));
        if (name !== undefined) result[name] = parseInt(line.slice(colon + 1), 10) * (line.endsWith(" kB") ? 1024 : 1);
    }
    return result;
}

const memory = vmm.meminfo.view();
const cgroup = vmm.cgroup.view();
const cases = {
    "meminfo, an object": () => vmm.meminfo.parse(meminfo).mem_total_bytes,
    "meminfo, an object of bigints": () => vmm.meminfo.parse(meminfo, { bigint: true }).mem_total_bytes,
    "meminfo, a view, one member": () => memory.parse(meminfo) ?? memory.get("mem_available_bytes"),
    "meminfo, by hand, regular expression": () => byRegex(meminfo).mem_total_bytes,
    "meminfo, by hand, split": () => bySplit(meminfo).mem_total_bytes,
    "memory.current, an object": () => vmm.cgroup.read({ "memory.current": current }).record.memory_current_bytes,
    "memory.current, a view": () => cgroup.read("memory.current", current) ?? cgroup.get("memory_current_bytes"),
    "memory.current, by hand": () => Number(decoder.decode(current).trim()),
};
for (const other of others) Object.assign(cases, (await import(other)).cases);

const times = new Map(Object.keys(cases).map((name) => [name, []]));
let kept = 0;
for (let round = 0; round < 61; round++) {
    for (const [name, call] of Object.entries(cases)) {
        const count = 500;
        const began = performance.now();
        for (let i = 0; i < count; i++) kept += call() ? 1 : 0;
        // The first rounds are not compiled yet.
        if (round > 9) times.get(name).push(((performance.now() - began) * 1000) / count);
    }
}
const middle = (numbers) => numbers.sort((one, other) => one - other)[numbers.length >> 1];
for (const [name, numbers] of times) console.log(`${middle(numbers).toFixed(2).padStart(8)} us  ${name}`);
if (kept === 0) process.exitCode = 1;
