// SPDX-License-Identifier: MIT
// What a text can be, and which of it fits.
import { Failure } from "./engine.js";
import * as library from "./records.js";

export const types = library.records;

/** Everything that a text can be: a record, and which of its files. */
export const formats = [];
for (const type of Object.values(types)) {
    // Rows and files of directories have the same record in net and disk: the rows come first.
    if (type.parse) formats.push({ type, file: "" });
    if (type.rows) for (const file of type.read || !type.files.length ? [""] : type.files) formats.push({ type, file });
    if (type.read) for (const file of type.files) formats.push({ type, file, isFed: true });
}
for (const name of ["mount", "cgroup_membership", "key_value"]) formats.push({ view: library[name], name, file: "" });
// Records of the same text.
export const companions = { cpu: ["stat"], vmstat: ["vmstat_detail"], firecracker: ["hypervisor_device"] };
const places = {
    cpu: "/proc/stat: CPUs",
    stat: "/proc/stat: the rest",
    meminfo: "/proc/meminfo",
    vmstat: "/proc/vmstat",
    vmstat_detail: "/proc/vmstat: the rest",
    pressure: "pressure (PSI)",
    net: "/proc/net/dev",
    socket: "/proc/net/tcp, udp",
    disk: "/proc/diskstats",
    balloon: "answer of a hypervisor: balloon, machine",
    firecracker: "Firecracker's metrics",
    hypervisor_device: "hypervisor's devices",
    oom_kill: "the kernel's log: killed processes",
    mount: "/proc/PID/mountinfo",
    cgroup_membership: "/proc/PID/cgroup",
    key_value: "any keys and values",
};
export const folders = {
    cgroup: "cgroup",
    cgroup_memory: "cgroup",
    cgroup_io: "cgroup",
    process: "/proc/PID",
    system: "/proc",
    protocols: "/proc/net",
    net: "/sys/class/net/INTERFACE",
    disk: "/sys/block/DISK",
};

export const nameOf = (format) => format.name ?? format.type.name;
export const labelOf = (format) =>
    format.file
        ? `${folders[nameOf(format)] ?? nameOf(format)}/${format.file}`
        : (places[nameOf(format)] ?? nameOf(format));
export const idOf = (format) => `${nameOf(format)}/${format.isFed ? "of/" : ""}${format.file}`;

/** Reads a text: its records, and its failures. */
export function read({ type, view, file, isFed }, text) {
    if (view) {
        const rows = view.rows(text);
        return {
            rows: rows.filter((row) => !(row instanceof Failure)),
            failures: rows.filter((row) => row instanceof Failure),
        };
    }
    if (isFed) {
        const { record, failures } = type.read([[file, text]], { bigint: true });
        return { rows: failures.length ? [] : [record], failures };
    }
    const found = type.rows
        ? type.rows(text, { bigint: true, ...(file ? { file } : {}) })
        : [type.parse(text, { bigint: true })];
    return {
        rows: found.filter((row) => !(row instanceof Failure)),
        failures: found.filter((row) => row instanceof Failure),
    };
}

export const known = (row) => Object.values(row).filter((value) => value !== null).length;

/** How well a format fits a text: the count of known values. Lines with an error are left out, so that they hide no format. */
function fits(format, text) {
    for (let tries = 0; ; tries++) {
        const { rows, failures } = read(format, text);
        const value = rows.reduce((sum, row) => sum + known(row), 0) - failures.length * 5;
        const at = failures[0]?.offset;
        if (rows.length || at == null || tries === 3) return { value, failures: failures.length };
        const start = text.lastIndexOf(10, Math.max(at - 1, 0)) + 1;
        const end = text.indexOf(10, at) + 1 || text.length;
        text = new Uint8Array([...text.subarray(0, start), ...text.subarray(end)]);
    }
}

/** Formats that fit a text, the best one first. */
export function guess(text, name) {
    const end = text.length > 65536 ? text.lastIndexOf(10, 65536) + 1 : text.length;
    const start = text.subarray(0, end);
    const scores = formats.map((format) => {
        let { value } = fits(format, start);
        // Keys and values are in nearly everything, and one number is in many files.
        if (nameOf(format) === "key_value") value = Math.min(value, 0.5);
        const isNamed = format.file !== "" && name !== "" && (name === format.file || name.endsWith(`/${format.file}`));
        return { format, value: isNamed && value > 0 ? value + 1e6 : value };
    });
    const best = scores.filter(({ value }) => value > 0).sort((one, other) => other.value - one.value);
    const single = best.find(
        ({ format }) =>
            labelOf(format) ===
            (/^\s*max\s*$/.test(new TextDecoder().decode(start.subarray(0, 9)))
                ? "cgroup/memory.max"
                : "cgroup/memory.current"),
    );
    if (single && best[0].value === 1) return [single.format, ...best.map(({ format }) => format)];
    return best.map(({ format }) => format);
}
