// SPDX-License-Identifier: MIT
// The page on which one pastes files.
import { Failure } from "./engine.js";
import * as records from "./records.js";
import { meanings, styles, usages } from "./description.js";
import { examples } from "./examples.js";
import { companions, folders, formats, guess, idOf, known, labelOf, nameOf, read, types } from "./formats.js";
import { digits, shown } from "./values.js";

const root = document.getElementById("vmm-paste");

// ---- Elements ----

/** An element with properties, and with children: elements or texts. */
function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
        if (name in element) element[name] = value;
        else element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== null));
    return element;
}

/** An option of a list, which no name of a property hides. */
const option = (value, text) => make("option", { value, textContent: text });

// ---- Samples ----

const encoder = new TextEncoder();

/** A sample: a text, or files by their names. */
class Sample {
    constructor(title) {
        this.title = title;
        this.files = null;
        this.name = "";
        this.area = make("textarea", {
            spellcheck: false,
            rows: 9,
            placeholder: "Paste the text of a file, or drop files here.",
            "aria-label": title,
        });
        this.list = make("ul", { className: "vmm-files", hidden: true });
        this.picker = make("input", { type: "file", multiple: true, hidden: true });
        this.choose = make("button", { type: "button", textContent: "Choose files" });
        this.clear = make("button", { type: "button", textContent: "Clear" });
        this.element = make(
            "section",
            { className: "vmm-sample" },
            make("header", {}, make("h3", { textContent: title }), this.choose, this.clear, this.picker),
            this.area,
            this.list,
        );
    }

    get isEmpty() {
        return this.files === null && this.area.value === "";
    }

    get bytes() {
        return encoder.encode(this.area.value);
    }

    setText(text, name = "") {
        this.files = null;
        this.name = name;
        this.area.value = text;
        this.area.hidden = false;
        this.list.hidden = true;
    }

    setFiles(files) {
        this.setText("");
        this.files = files;
        this.area.hidden = true;
        this.list.hidden = false;
        this.list.replaceChildren(...[...files.keys()].map((name) => make("li", { textContent: name })));
    }

    /** Shows a byte of the text: selects it, and scrolls to its line. */
    select(at) {
        const before = new TextDecoder().decode(this.bytes.subarray(0, at));
        this.area.focus();
        this.area.setSelectionRange(before.length, before.length + 1);
        const line = before.split("\n").length - 1;
        this.area.scrollTop = Math.max(
            0,
            (line - 4) * (this.area.scrollHeight / Math.max(1, this.area.value.split("\n").length)),
        );
    }

    /** What is in the sample by the chosen format: its records and failures, with the text of each. */
    results(chosen) {
        if (this.files) return this.filesResults();
        const bytes = this.bytes;
        const results = chosen.map((format) => ({
            format,
            name: nameOf(format),
            type: format.type,
            ...read(format, bytes),
            text: bytes,
        }));
        // A part of the file may have been pasted, without a word of the other records.
        return results.filter(({ failures }, i) => i === 0 || failures.every(({ offset }) => offset !== null));
    }

    /** The records of the files of one directory, or of several. */
    filesResults() {
        const left = new Map(this.files);
        const results = [];
        const take = (file) => [...left.keys()].find((name) => name === file || name.endsWith(`/${file}`));
        for (const type of Object.values(types)) {
            const found = type.files.map((file) => [file, take(file)]).filter(([, name]) => name !== undefined);
            if (!found.length) continue;
            if (type.read) {
                const { record, failures } = type.read(
                    found.map(([file, name]) => [file, left.get(name)]),
                    { bigint: true },
                );
                results.push({
                    name: type.name,
                    type,
                    rows: known(record) ? [record] : [],
                    failures,
                    files: new Map(found.map(([file, name]) => [file, left.get(name)])),
                });
            } else {
                for (const [file, name] of found)
                    results.push({
                        name: type.name,
                        type,
                        ...read({ type, file }, left.get(name)),
                        text: left.get(name),
                        from: name,
                    });
            }
        }
        // A directory of one record, such as that of a process, may have files that belong to another record by name
        // only.
        const most = Math.max(0, ...results.filter(({ files }) => files).map(({ files }) => files.size));
        const kept = results.filter(
            ({ files, rows }) =>
                rows.length &&
                (!files ||
                    files.size === most ||
                    folders[results.find((one) => one.files?.size === most)?.name] === "cgroup"),
        );
        const used = new Set(kept.flatMap(({ files, from }) => (files ? [...files.keys()] : [from])));
        for (const [name, text] of left) {
            if ([...used].some((file) => name === file || name.endsWith(`/${file}`))) continue;
            const [format] = guess(text, name);
            if (format && nameOf(format) !== "key_value")
                kept.push({ name: nameOf(format), type: format.type, format, ...read(format, text), text, from: name });
        }
        return kept;
    }
}

const samples = [new Sample("First sample"), new Sample("Second sample")];
let chosenId = "";

// ---- The page ----

const formatList = make("select", { id: "vmm-format" });
const seconds = make("input", { id: "vmm-seconds", type: "number", min: "0", step: "any", value: "1" });
const ticks = make("input", { id: "vmm-ticks", type: "number", min: "1", step: "1", value: "100" });
const filter = make("input", { id: "vmm-filter", type: "search", placeholder: "name or meaning" });
const unknowns = make("input", { id: "vmm-unknown", type: "checkbox" });
const summary = make("p", { className: "vmm-summary", role: "status" });
const errors = make("div", { className: "vmm-errors" });
const output = make("div", { className: "vmm-output" });
const examplesList = make("div", { className: "vmm-examples", role: "group", "aria-label": "Examples" });

const field = (label, input) => make("label", {}, make("span", { textContent: label }), input);

function listFormats(guessed) {
    const groups = new Map();
    for (const format of formats) {
        const group =
            format.isFed || (format.file && !format.view)
                ? `Files: ${folders[nameOf(format)] ?? nameOf(format)}`
                : "Texts";
        if (!groups.has(group)) groups.set(group, []);
        groups.get(group).push(option(idOf(format), format.file || labelOf(format)));
    }
    const automatic = guessed ? `Guessed: ${labelOf(guessed)}` : "Guess from the text";
    formatList.replaceChildren(
        option("", automatic),
        ...[...groups].map(([label, options]) => make("optgroup", { label }, options)),
    );
    formatList.value = chosenId;
}

/** The line of a text with a byte, that byte marked. */
function marked(text, at) {
    const start = text.lastIndexOf(10, at - 1) + 1;
    const next = text.indexOf(10, at);
    const end = next < 0 ? text.length : next;
    const piece = (from, to) => new TextDecoder().decode(text.subarray(from, to));
    const from = Math.max(start, at - 60);
    return make(
        "code",
        {},
        from > start ? "..." : "",
        piece(from, at),
        make("mark", { textContent: at < end ? piece(at, at + 1) : "\u23ce" }),
        piece(Math.min(at + 1, end), Math.min(end, at + 60)),
    );
}

function showErrors(results) {
    const items = [];
    for (const { name, failures, text, files, from, sample } of results) {
        for (const failure of failures) {
            const data = files?.get(failure.file) ?? text;
            const at = failure.offset;
            const where = failure.file ?? from;
            const head = `${sample.title}, ${where ?? name}: ${failure.message}`;
            if (at === null || !data) {
                items.push(make("li", {}, head));
                continue;
            }
            const before = data.subarray(0, at);
            const line = before.filter((byte) => byte === 10).length + 1;
            const column = at - (before.lastIndexOf(10) + 1) + 1;
            const place = `byte ${at} (line ${line}, column ${column})`;
            const go = make("button", {
                type: "button",
                textContent: place,
                disabled: Boolean(sample.files),
                onclick: () => sample.select(at),
            });
            items.push(make("li", {}, `${head} at `, go, make("br"), marked(data, at)));
        }
    }
    const more = items.length > 20 ? [make("li", { textContent: `and ${items.length - 20} more` })] : [];
    errors.replaceChildren(
        ...(items.length
            ? [
                  make("h3", { textContent: items.length === 1 ? "One error" : `${items.length} errors` }),
                  make("ul", {}, items.slice(0, 20), more),
              ]
            : []),
    );
}

/** What a row is called: its name, or a number that tells it from others. */
function titleOf(row, type, index) {
    const name = type?.members.find((member) => member.type === "name" && row[member.name]);
    if (name) return row[name.name];
    if (type?.name.startsWith("cpu")) return row.id === null || row.id === undefined ? "all CPUs" : `CPU ${row.id}`;
    if (row.major != null && row.minor != null) return `${row.major}:${row.minor}`;
    return row.mount_point ?? `${index + 1}`;
}

const pageSize = 12;

/** A table with a line for each member and a column for each row. */
function table(title, about, type, rows, titles, state = { from: 0 }) {
    const members = type
        ? type.members
        : Object.keys(rows[0] ?? {}).map((name) => ({ name, type: "name", unit: "", kind: "" }));
    const words = filter.value.toLowerCase();
    const columns = rows.slice(state.from, state.from + pageSize);
    const box = make("section", { className: "vmm-record" });
    const body = [];
    let hidden = 0;
    for (const member of members) {
        const [meaning = "", source = "", since = ""] = (type && meanings[type.name]?.members[member.name]) || [];
        const matches = !words || `${member.name} ${meaning} ${source}`.toLowerCase().includes(words);
        const isKnown = columns.some((row) => !(row instanceof Failure) && row[member.name] !== null);
        if (!matches) continue;
        if (!isKnown && !unknowns.checked) {
            hidden++;
            continue;
        }
        const remarks = [
            source.replace(/`/g, ""),
            member.unit !== "count" && member.unit,
            member.kind,
            since && `since ${since}`,
        ]
            .filter(Boolean)
            .join(", ");
        const cells = columns.map((row) => {
            if (row instanceof Failure) return make("td", { className: "vmm-unknown", textContent: "" });
            const value = row[member.name];
            const unit = member.unit === "count" || member.unit === "" ? "" : ` ${member.unit}`;
            return make("td", {
                className: value === null ? "vmm-unknown" : "",
                textContent: shown(value, member),
                title: value === null ? "" : `${value}${unit}`,
            });
        });
        body.push(
            make(
                "tr",
                {},
                make(
                    "th",
                    { scope: "row" },
                    make("code", { textContent: member.name }),
                    make("small", { className: "vmm-remarks", textContent: remarks }),
                    make("small", { textContent: meaning.replace(/`/g, "") }),
                ),
                cells,
            ),
        );
    }
    const failures = columns.map((row) => (row instanceof Failure ? row.message : null));
    if (failures.some(Boolean))
        body.unshift(
            make(
                "tr",
                { className: "vmm-status" },
                make("th", { scope: "row", textContent: "result" }),
                failures.map((text) => make("td", { textContent: text ?? "" })),
            ),
        );
    const head = make(
        "tr",
        {},
        make("th", { scope: "col", textContent: "member" }),
        columns.map((_, i) => make("th", { scope: "col", textContent: titles[state.from + i] })),
    );
    const copy = make("button", {
        type: "button",
        textContent: "Copy as JSON",
        onclick: async () => {
            const isCopied = await navigator.clipboard?.writeText(json(rows)).then(
                () => true,
                () => false,
            );
            copy.textContent = isCopied ? "Copied" : "Not allowed here";
        },
    });
    const turn = (by) => () => box.replaceWith(table(title, about, type, rows, titles, { from: state.from + by }));
    const pages =
        rows.length <= pageSize
            ? []
            : [
                  make("button", {
                      type: "button",
                      textContent: "Earlier",
                      disabled: state.from === 0,
                      onclick: turn(-pageSize),
                  }),
                  make("span", {
                      textContent: `${state.from + 1} to ${Math.min(rows.length, state.from + pageSize)} of ${rows.length}`,
                  }),
                  make("button", {
                      type: "button",
                      textContent: "Later",
                      disabled: state.from + pageSize >= rows.length,
                      onclick: turn(pageSize),
                  }),
              ];
    box.append(
        make("header", {}, make("h3", { textContent: title }), make("span", { className: "vmm-pages" }, pages, copy)),
        make("p", { textContent: about.replace(/`/g, "") }),
        make(
            "div",
            { className: "vmm-scroll", tabIndex: 0, role: "region", "aria-label": title },
            make("table", {}, make("thead", {}, head), make("tbody", {}, body)),
        ),
        make("p", {
            className: "vmm-hidden",
            textContent:
                hidden === 1 ? "One unknown member is hidden." : hidden ? `${hidden} unknown members are hidden.` : "",
        }),
    );
    return box;
}

/** Rows as vmmetrics-parse prints them: no limit is "max". */
function json(rows) {
    const value = (one) => (one instanceof Failure ? { status: one.message } : one);
    const text = JSON.stringify(
        rows.map(value),
        (_, one) => (typeof one === "bigint" ? `#${one}#` : one === Infinity ? "max" : one),
        1,
    );
    return text.replace(/"#(\d+)#"/g, "$1");
}

/** The row of the earlier sample that belongs to a row: the same object, else the one in the same place. */
function partner(type, rows, row, index) {
    return rows.find((other, i) => type.same(other, row) ?? i === index) ?? null;
}

/** All usages that the results allow, each as a table. */
function usageTables(before, after) {
    const now = (name) => after.filter((result) => result.name === name && result.rows.length);
    const then = (name, from) => before.find((result) => result.name === name && result.from === from)?.rows ?? [];
    const tables = [];
    for (const { name, verb, gives, inputs, numbers, about } of usages) {
        const usage = records[name];
        const options = {
            bigint: true,
            elapsed_ns: BigInt(Math.round(Number(seconds.value || 0) * 1e9)),
            ticks_per_second: BigInt(Math.round(Number(ticks.value)) || 0),
            limit_bytes: null,
        };
        if (name === "net_guest_view" || name === "threads_usage" || (verb === "between" && !before.length)) continue;
        for (const { rows, from } of now(inputs[0].record)) {
            const type = types[inputs[0].record];
            const old = then(inputs[0].record, from);
            let results;
            if (inputs[0].is_list) {
                if (rows.length < 3) continue;
                results = [usage[verb](old, rows, options)];
            } else if (verb === "between") {
                results = rows.map((row, i) => usage[verb](partner(type, old, row, i), row, options));
            } else {
                const others = inputs.slice(1).map((input) => now(input.record)[0]?.rows[0]);
                if (others.includes(undefined)) continue;
                results = rows.map((row) => usage[verb](row, ...others, options));
            }
            const titles = results.length === rows.length ? rows.map((row, i) => titleOf(row, type, i)) : ["all CPUs"];
            const note = numbers.includes("elapsed_ns") ? ` Time between the samples: ${seconds.value} s.` : "";
            tables.push(
                table(
                    name,
                    about + note,
                    types[gives],
                    results,
                    titles.length === 1 && titles[0] === "1" ? ["value"] : titles,
                ),
            );
        }
    }
    return tables;
}

let timer;

function update() {
    clearTimeout(timer);
    const [first, second] = samples;
    const text = first.isEmpty && !second.isEmpty ? second : first;
    let chosen = [];
    let guessed = null;
    if (!text.files && !text.isEmpty) {
        [guessed = null] = guess(text.bytes, text.name);
        const format = formats.find((one) => idOf(one) === chosenId) ?? guessed;
        if (format) {
            chosen = [format];
            // The other records of the same text, if one was not asked for by name.
            if (!chosenId)
                chosen.push(
                    ...(companions[nameOf(format)] ?? []).map((name) => formats.find((one) => nameOf(one) === name)),
                );
        }
    }
    listFormats(guessed);
    formatList.disabled = Boolean(text.files);
    const began = performance.now();
    const [before, after] = samples.map((sample) =>
        sample.isEmpty ? [] : sample.results(chosen).map((result) => ({ ...result, sample })),
    );
    const took = performance.now() - began;
    const last = after.length ? after : before;
    const earlier = after.length ? before : [];
    showErrors([...before, ...after]);
    const rows = last.reduce((sum, { rows }) => sum + rows.length, 0);
    const values = last.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + known(row), 0), 0);
    const what = chosen.length ? `${labelOf(chosen[0])}: ` : "";
    const isNumber = guessed && !chosenId && guessed.isFed && !text.name && /^\s*(\d+|max)\s*$/.test(text.area.value);
    summary.textContent = samples.every((sample) => sample.isEmpty)
        ? "Nothing leaves this page: the library runs in it."
        : !last.length
          ? "No format of the library fits this text."
          : `${what}${rows} ${rows === 1 ? "record" : "records"}, ${values} values, read in ${digits.format(took)} ms.` +
            (isNumber ? " One number fits many files: choose which file it is." : "");
    const tables = last
        .filter((result) => result.rows.length)
        .map(({ name, type, rows, from }) => {
            const titles = rows.map((row, i) => titleOf(row, type, i));
            return table(
                from ? `${name} (${from})` : name,
                meanings[name]?.about ?? "",
                type,
                rows,
                rows.length === 1 && titles[0] === "1" ? ["value"] : titles,
            );
        });
    output.replaceChildren(...usageTables(earlier, last), ...tables);
    second.element.classList.toggle("vmm-second-empty", second.isEmpty);
    root.setAttribute("aria-busy", "false");
}

// ---- Files that are dropped or chosen ----

/** All files of an entry that was dropped, by their paths below it. */
async function filesOf(entry, path = "") {
    if (entry.isFile)
        return [[path || entry.name, await new Promise((resolve, reject) => entry.file(resolve, reject))]];
    const reader = entry.createReader();
    const all = [];
    for (;;) {
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (!some.length) break;
        for (const each of some) all.push(...(await filesOf(each, path ? `${path}/${each.name}` : each.name)));
        if (all.length > 5000) {
            all.push(["all files after the first 5000", { size: Infinity }]);
            break;
        }
    }
    return all;
}

const isPart = (name) =>
    Object.values(types).some((type) => type.files.some((file) => name === file || name.endsWith(`/${file}`)));

/** Puts what came, a list of lists of names and files, into the samples from `index` on. */
async function take(groups, index) {
    root.setAttribute("aria-busy", "true");
    const left = [];
    const read = async (files) => {
        const texts = new Map();
        for (const [name, file] of files) {
            const text = file.size <= 64 << 20 ? await file.arrayBuffer().catch(() => null) : null;
            if (text === null) left.push(name);
            else texts.set(name, new Uint8Array(text));
        }
        return texts;
    };
    let loaded = (await Promise.all(groups.map(read))).filter((files) => files.size > 0);
    const names = loaded.flatMap((files) => [...files.keys()]);
    const areSingle = loaded.every((files) => files.size === 1);
    // Files of one directory are one sample; two files of one kind are two.
    if (
        areSingle &&
        loaded.length > 1 &&
        (loaded.length > 2 || (isPart(names[0]) && isPart(names[1]) && names[0] !== names[1]))
    )
        loaded = [new Map(loaded.flatMap((files) => [...files]))];
    loaded.slice(0, 2).forEach((files, i) => {
        const sample = samples[Math.min(index + i, 1)];
        if (files.size === 1) {
            const [[name, bytes]] = files;
            const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
            // Bytes that are not UTF-8 would not be the same bytes in a text area.
            if (encoder.encode(text).length === bytes.length && !text.includes("\ufffd") && !text.includes("\r"))
                sample.setText(text, name);
            else sample.setFiles(files);
        } else {
            sample.setFiles(files);
        }
    });
    update();
    if (left.length) summary.textContent += ` Not read, or larger than 64 MB: ${left.join(", ")}.`;
}

samples.forEach((sample, index) => {
    sample.area.addEventListener("input", () => {
        sample.name = "";
        // A browser may insert a long text line by line, with an event for each.
        root.setAttribute("aria-busy", "true");
        clearTimeout(timer);
        timer = setTimeout(update, 50);
    });
    sample.clear.onclick = () => {
        sample.setText("");
        update();
        sample.area.focus();
    };
    sample.choose.onclick = () => sample.picker.click();
    sample.picker.onchange = async () => {
        await take(
            [...sample.picker.files].map((file) => [[file.name, file]]),
            index,
        );
        // The same file can be chosen again.
        sample.picker.value = "";
    };
    sample.element.addEventListener("dragover", (event) => {
        event.preventDefault();
        sample.element.classList.add("vmm-over");
    });
    sample.element.addEventListener("dragleave", () => sample.element.classList.remove("vmm-over"));
    sample.element.addEventListener("drop", async (event) => {
        event.preventDefault();
        sample.element.classList.remove("vmm-over");
        root.setAttribute("aria-busy", "true");
        const { items, files } = event.dataTransfer;
        const text = event.dataTransfer.getData("text/plain");
        const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
        let groups = [...files].map((file) => [[file.name, file]]);
        if (entries.some((entry) => entry.isDirectory))
            groups = await Promise.all(entries.map((entry) => filesOf(entry)));
        if (groups.length) {
            await take(groups, index);
        } else {
            if (text) sample.setText(text);
            update();
        }
    });
});
formatList.onchange = () => {
    chosenId = formatList.value;
    update();
};
for (const input of [seconds, ticks, filter, unknowns]) input.addEventListener("input", update);

// ---- Examples ----

for (const [name, [before, after = ""]] of Object.entries(examples))
    examplesList.append(
        make("button", {
            type: "button",
            textContent: name,
            onclick: () => {
                chosenId = "";
                samples[0].setText(before);
                samples[1].setText(after);
                update();
            },
        }),
    );

// ---- Keys ----

root.addEventListener("keydown", (event) => {
    const isText = /^(TEXTAREA|INPUT|SELECT)$/.test(event.target.tagName);
    if (event.key === "/" && !isText) {
        event.preventDefault();
        filter.focus();
    } else if (event.key === "Escape" && event.target === filter) {
        filter.value = "";
        update();
    }
});

root.replaceChildren(
    make("style", { textContent: styles }),
    examplesList,
    make(
        "div",
        { className: "vmm-samples" },
        samples.map(({ element }) => element),
    ),
    make(
        "div",
        { className: "vmm-controls" },
        field("Format", formatList),
        field("Seconds between samples", seconds),
        field("Ticks per second", ticks),
        field("Filter", filter),
        make("label", { className: "vmm-check" }, unknowns, make("span", { textContent: "Unknown members too" })),
    ),
    summary,
    errors,
    output,
);
update();
