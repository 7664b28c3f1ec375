// SPDX-License-Identifier: MIT
// The search: words in all pages, functions and members. lunr finds them in words.js, which docs/site/words.py wrote. Both
// are loaded with the first search, as scripts, so that the manual needs no server.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
    const { make, tools } = vmmSite;
    const MOST = 40;
    const PART = 200; // Sections between two looks at the keyboard while the index is made.

    const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
    const button = make(
        "button",
        { id: "vmm-search-button", type: "button", "aria-keyshortcuts": "/ Control+K", onclick: open },
        make("span", { textContent: "Search" }),
        make("kbd", { textContent: isMac ? "\u2318K" : "Ctrl K" }),
    );
    const input = make("input", {
        type: "search",
        placeholder: "Search pages, functions and members",
        "aria-label": "Search the manual",
        autocomplete: "off",
        spellcheck: false,
        oninput: update,
    });
    const said = make("p", { className: "vmm-said", role: "status" });
    const list = make("ol", { tabIndex: -1, "aria-label": "Results" });
    const close = make("button", { type: "button", textContent: "Close", onclick: () => dialog.close() });
    const dialog = make(
        "dialog",
        { id: "vmm-search", "aria-label": "Search" },
        make("form", { method: "dialog" }, input, close),
        said,
        list,
    );
    tools.prepend(button);
    document.body.append(dialog);

    // ---- The index ----

    const load = (address) =>
        new Promise((resolve, reject) =>
            document.head.append(
                make("script", {
                    src: address,
                    onload: resolve,
                    onerror: () => reject(new Error(`${address}: cannot be read`)),
                }),
            ),
        );
    let made = null;
    let sections = [];
    let index = null;

    /** Every word is found as it is written, by its beginning, and by its stem. */
    const withStem = (token) => {
        const stem = lunr.stemmer(token.clone());
        return stem.toString() === token.toString() ? token : [token, stem];
    };

    async function makeIndex() {
        await Promise.all([load("lunr.js"), load("words.js")]);
        sections = window.vmmWords;
        lunr.tokenizer.separator = /[^\p{L}\p{N}]+/u;
        // lunr writes the letters and the numbers of a set without anything between them, so it takes different sets of words
        // with digits for one, and then finds words that are not there.
        lunr.TokenSet.prototype.toString = function () {
            const edges = Object.entries(this.edges).map(([letter, { id }]) => `${letter}${id};`);
            return this._str ?? Number(this.final) + edges.sort().join("");
        };
        lunr.Pipeline.registerFunction(withStem, "withStem");
        const builder = new lunr.Builder();
        builder.pipeline.add(withStem);
        builder.ref("place");
        builder.field("heading", { boost: 6 });
        builder.field("title", { boost: 4 });
        builder.field("text");
        for (let at = 0; at < sections.length; at++) {
            const [address, title, heading, text] = sections[at];
            // The pages explain; the tables of names repeat what stands elsewhere.
            const boost = /^(fields|keys|topics|names|node_exporter|testing)\./.test(address)
                ? 0.4
                : address.startsWith("struct")
                  ? 1
                  : 2;
            builder.add({ place: at, title, heading: heading || title, text }, { boost });
            if (at % PART === PART - 1) await new Promise((resolve) => setTimeout(resolve));
        }
        index = builder.build();
    }

    // ---- Searching ----

    /** The sections with a word: {place: score}. */
    function placesOf(word) {
        const { TRAILING } = lunr.Query.wildcard;
        const ask = (clauses) =>
            new Map(
                index
                    .query((query) =>
                        clauses.forEach(([term, options]) => query.term(term, { usePipeline: false, ...options })),
                    )
                    .map(({ ref, score }) => [Number(ref), score]),
            );
        const stem = lunr.stemmer(new lunr.Token(word)).toString();
        const found = ask([
            [word, { boost: 10 }],
            [word, { wildcard: TRAILING }],
            [stem, { boost: 4 }],
        ]);
        return found.size || word.length < 4 ? found : ask([[word, { editDistance: 1 }]]);
    }

    const wordsOf = (text) =>
        text
            .toLowerCase()
            .split(/[^\p{L}\p{N}]+/u)
            .filter(Boolean);

    /** The places with all words, the best first. */
    function placesWith(words) {
        const [first, ...others] = words.map(placesOf);
        return [...first]
            .filter(([place]) => others.every((found) => found.has(place)))
            .map(([place, score]) => [place, others.reduce((sum, found) => sum + found.get(place), score)])
            .sort((a, b) => b[1] - a[1])
            .map(([place]) => place);
    }

    // ---- Results ----

    /** A text with its words marked. */
    function marked(text, pattern) {
        const pieces = [];
        let end = 0;
        for (const { index: at, 1: before, 2: word } of text.matchAll(pattern)) {
            pieces.push(text.slice(end, at + before.length), make("mark", { textContent: word }));
            end = at + before.length + word.length;
        }
        return [...pieces, text.slice(end)];
    }

    /** The part of a text around the first of the words; the beginning where this is near. */
    function excerpt(text, pattern) {
        const LENGTH = 200;
        const found = text.search(pattern);
        const begin = found < LENGTH / 2 ? 0 : text.indexOf(" ", found - LENGTH / 3) + 1;
        const end = text.length <= begin + LENGTH ? text.length : text.lastIndexOf(" ", begin + LENGTH);
        return `${begin ? "\u2026" : ""}${text.slice(begin, end)}${end < text.length ? "\u2026" : ""}`;
    }

    function result(place, pattern) {
        const [address, title, heading, text] = sections[place];
        return make(
            "li",
            {},
            make(
                "a",
                { href: address, onclick: () => dialog.close() },
                make(
                    "span",
                    { className: "vmm-where" },
                    ...marked(title, pattern),
                    ...(heading && heading !== title ? [" \u203a ", make("b", {}, ...marked(heading, pattern))] : []),
                ),
                make("span", { className: "vmm-excerpt" }, ...marked(excerpt(text, pattern), pattern)),
            ),
        );
    }

    function update() {
        const words = wordsOf(input.value);
        list.replaceChildren();
        said.textContent = "";
        if (!words.length || !index) {
            if (words.length) said.textContent = "Reading the manual\u2026";
            return;
        }
        const places = placesWith(words);
        const stems = words.flatMap((word) => [word, lunr.stemmer(new lunr.Token(word)).toString()]);
        const pattern = new RegExp(`(^|[^\\p{L}\\p{N}])((?:${stems.join("|")})[\\p{L}\\p{N}]*)`, "giu");
        list.replaceChildren(...places.slice(0, MOST).map((place) => result(place, pattern)));
        list.scrollTop = 0;
        said.textContent =
            places.length > MOST
                ? `The best ${MOST} of ${places.length} places`
                : `${places.length} place${places.length === 1 ? "" : "s"}`;
        if (!places.length) said.textContent = `No page has ${words.length > 1 ? "all of these words" : "this word"}.`;
    }

    function open() {
        if (!dialog.open) dialog.showModal();
        input.select();
        made ??= makeIndex().catch((error) => (said.textContent = error.message));
        made.then(() => index && update());
    }

    // ---- Keys ----

    document.addEventListener("keydown", (event) => {
        const isText = /^(TEXTAREA|INPUT|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
        const isKey =
            event.key === "/"
                ? !isText && !event.ctrlKey && !event.metaKey && !event.altKey
                : event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
        // The page that reads files has a filter of its own.
        if (!isKey || event.defaultPrevented) return;
        event.preventDefault();
        open();
    });
    // Escape closes at once; a field of this type would be emptied first.
    dialog.addEventListener("keydown", (event) => {
        const links = [input, ...list.querySelectorAll("a")];
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (event.key === "Escape") dialog.close();
        else if (event.key === "Enter" && event.target === input) links[1]?.click();
        else if (step) links[Math.min(links.length - 1, Math.max(0, links.indexOf(event.target) + step))].focus();
        else return;
        event.preventDefault();
    });
    // A click beside the window closes it.
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
});
