// SPDX-License-Identifier: MIT
// How a value is shown to people.

const bytesIn = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
const perSecond = { "bytes/s": " bytes/s", "1/s": "/s", "bits/s": " bit/s" };
export const digits = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

/** A number with three significant digits behind the unit that fits. */
function scaled(value, step, names) {
    let i = 0;
    while (Math.abs(value) >= step && i < names.length - 1) {
        value /= step;
        i++;
    }
    return `${new Intl.NumberFormat("en", { maximumSignificantDigits: i ? 4 : 15 }).format(value)} ${names[i]}`;
}

function duration(seconds) {
    if (seconds < 1e-3) return `${digits.format(seconds * 1e6)} us`;
    if (seconds < 1) return `${digits.format(seconds * 1e3)} ms`;
    if (seconds < 120) return `${digits.format(seconds)} s`;
    if (seconds < 7200) return `${digits.format(seconds / 60)} min`;
    if (seconds < 172800) return `${digits.format(seconds / 3600)} h`;
    return `${digits.format(seconds / 86400)} d`;
}

/** A value for people; the tooltip has all digits. */
export function shown(value, { unit, type, kind }) {
    if (value === null) return "unknown";
    if (value === Infinity) return "no limit";
    if (type === "name") return value;
    const number = Number(value);
    switch (unit) {
        case "bytes":
            return scaled(number, 1024, bytesIn);
        case "bytes/s":
            return `${scaled(number, 1024, bytesIn)}/s`;
        case "ratio":
            return `${digits.format(number * 100)} %`;
        case "percent":
            return `${digits.format(number)} %`;
        case "hundredths":
            return digits.format(number / 100);
        case "nanoseconds":
            return duration(number / 1e9);
        case "microseconds":
            return duration(number / 1e6);
        case "milliseconds":
            return duration(number / 1e3);
        case "ticks":
            return `${digits.format(number)} ticks`;
        case "pages":
            return `${digits.format(number)} pages`;
        case "seconds":
            return number > 1e9 && kind !== "counter"
                ? new Date(number * 1000).toISOString().slice(0, 19) + "Z"
                : duration(number);
    }
    return type === "double" || number < 2 ** 53 ? digits.format(number) + (perSecond[unit] ?? "") : String(value);
}
