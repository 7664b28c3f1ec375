// SPDX-License-Identifier: MIT
// The manual in a browser, as files without a server: the search, light and dark, the menu, and narrow windows.
//
//     site.mjs CHROMIUM HTML [PICTURES]      HTML is the folder of the manual, PICTURES a folder for pictures of it
import { deepStrictEqual, ok } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { complaints, launch, listen } from "./browser.mjs";

const [program, html, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await launch(program);
const WIDE = { width: 1400, height: 900 };
const NARROW = { width: 360, height: 740 };
const addressOf = (name) => pathToFileURL(join(html, name)).href;

async function open(name, { viewport = WIDE, colorScheme = "light", context } = {}) {
    const page = await (context ?? (await browser.newContext({ viewport, colorScheme }))).newPage();
    listen(page);
    await page.goto(addressOf(name));
    return page;
}

const nameOf = (page) => new URL(page.url()).pathname.split("/").pop();

// ---- The search ----

const page = await open("index.html");
const dialog = page.locator("#vmm-search");
const input = dialog.getByRole("searchbox");
const results = dialog.locator("li a");
const said = dialog.getByRole("status");

async function search(words) {
    await input.fill(words);
    await page.waitForFunction(() => /place|No page/.test(document.querySelector("#vmm-search .vmm-said").textContent));
    return results.evaluateAll((all) =>
        all.map((each) => [each.getAttribute("href"), each.querySelector(".vmm-where").textContent]),
    );
}

await page.keyboard.press("/");
ok(await input.evaluate((each) => each === document.activeElement), "the key / leads to the field of the search");
// Words, and the page that one of the first results leads to.
const words = {
    prometheus: "fleet.html",
    install: "index.html",
    balloon: "which_number.html",
    steal: "structvmm__cpu.html",
    vmm_disk_next: "group__disk.html",
    MemAvailable: "structvmm__meminfo.html",
    "node exporter": "node_exporter.html",
    read_bytes: "structvmm__disk.html",
    systemd: "running.html",
    counters: "deltas.html",
    // A beginning of a word, another form of it, and a mistake in it.
    prometh: "fleet.html",
    installing: "index.html",
    prometeus: "fleet.html",
};
for (const [word, expected] of Object.entries(words)) {
    const found = (await search(word)).slice(0, 10).map(([address]) => address.split("#")[0]);
    ok(found.includes(expected), `${word}: ${expected} is not among ${found.join(", ")}`);
}
// A result says page, heading, and the text around the word.
const [address, where] = (await search("steal ticks"))[0];
ok(/^structvmm__cpu\.html#\w+$/.test(address), address);
deepStrictEqual(where, "vmm_cpu \u203a steal_ticks");
ok((await results.first().locator(".vmm-excerpt").textContent()).startsWith("Stolen time"));
deepStrictEqual(await results.first().locator(".vmm-where mark").allTextContents(), ["steal", "ticks"]);
// All words have to be there.
const both = await search("firecracker balloon");
ok(both.length > 0 && both.length <= (await search("firecracker")).length);
deepStrictEqual(await search("prometheus qwertz"), []);
ok((await said.textContent()).startsWith("No page"));
deepStrictEqual(await search("zzqx"), []);
// Many words begin with a digit, and lunr needs help with those.
for (const digit of "0123456789") ok((await search(digit)).length > 0, digit);
// What is typed is text.
await search("<img src=x onerror=alert(1)> .* (");
// The arrows lead to the results and back, Enter opens one, and Escape closes the search.
await search("steal ticks");
await page.keyboard.press("ArrowDown");
ok(await results.first().evaluate((each) => each === document.activeElement));
await page.keyboard.press("ArrowUp");
await page.keyboard.press("Enter");
await page.waitForURL("**/structvmm__cpu.html*");
await page.keyboard.press("Control+k");
ok(await dialog.isVisible(), "Ctrl-K opens the search");
await page.keyboard.press("Escape");
ok(!(await dialog.isVisible()), "Escape closes the search");
// The page that reads files keeps / for its filter, and has Ctrl-K.
const paste = await open("paste.html");
await paste.locator(".vmm-examples button").first().focus();
await paste.keyboard.press("/");
ok(!(await paste.locator("#vmm-search").isVisible()));
await paste.keyboard.press("Control+k");
ok(await paste.locator("#vmm-search").isVisible());

// ---- The menu ----

const items = page.locator("#nav-tree .label");
await items.getByText("Hypervisors", { exact: true }).waitFor();
await items.getByText("Cgroups", { exact: true }).last().click();
await page.waitForURL("**/group__cgroup.html");
ok((await page.locator("h1, .title").first().textContent()).includes("Cgroups"));
const narrow = await open("index.html", { viewport: NARROW });
await narrow.locator(".main-menu-btn").click();
// Its entries open one after another.
for (const title of ["Topics", "Cgroups"])
    await narrow
        .locator("#main-menu a:visible", { hasText: new RegExp(`^\\W?${title}\\W?$`) })
        .last()
        .locator(".sub-arrow")
        .click();
const entry = narrow.locator("#main-menu a:visible", { hasText: "vmm_cgroup_path_of()" });
await entry.click();
ok(nameOf(narrow) === "group__cgroup.html", nameOf(narrow));

// ---- Light and dark ----

/** The pages with each kind of content. */
const KINDS = [
    "index.html",
    "topics.html",
    "group__disk.html",
    "structvmm__disk.html",
    "annotated.html",
    "files.html",
    "disk_8h.html",
    "deltas.html",
    "languages.html",
    "performance.html",
    "paste.html",
];

/** What axe says about contrasts and names of elements. */
async function contrasts(of, what) {
    await of.evaluate(axe);
    const { violations, passes } = await of.evaluate(() =>
        axe.run(document, {
            runOnly: [
                "color-contrast",
                "button-name",
                "link-name",
                "label",
                "image-alt",
                "object-alt",
                "scrollable-region-focusable",
            ],
        }),
    );
    for (const { id, nodes } of violations)
        for (const { html: element, failureSummary } of nodes.slice(0, 3))
            complaints.push(`${what}: ${id}: ${element.slice(0, 150)}\n    ${failureSummary.split("\n").pop()}`);
    const measured = passes.find(({ id }) => id === "color-contrast");
    ok(measured?.nodes.length > 10, `${what}: no contrast was measured`);
    return measured.nodes.length;
}

// The switch gives the same colours as the system does, and a narrow window the same as a wide one.
const FEW = ["index.html", "structvmm__disk.html", "paste.html"];
const cases = [
    [WIDE, "light", "light", KINDS],
    [WIDE, "dark", "dark", KINDS],
    [WIDE, "light", "dark", ["index.html"]],
    [WIDE, "dark", "light", ["index.html"]],
    [NARROW, "light", "light", FEW],
    [NARROW, "dark", "dark", FEW],
];
let measured = 0;
for (const [viewport, colorScheme, colours, names] of cases) {
    const what = `${viewport.width} wide, ${colours}, and the system is ${colorScheme}`;
    const context = await browser.newContext({ viewport, colorScheme });
    const first = await open("index.html", { context });
    if (colours !== colorScheme) await first.locator("#vmm-switch").click();
    for (const name of names) {
        const shown = await open(name, { context });
        const isDark = await shown.evaluate(() => document.documentElement.classList.contains("dark-mode"));
        deepStrictEqual(isDark, colours === "dark", `${name}: ${what}`);
        if (name === "paste.html") await shown.getByRole("button", { name: "An error" }).click();
        measured += await contrasts(shown, `${name}, ${what}`);
        await shown.close();
    }
    await first.keyboard.press("/");
    await first.locator("#vmm-search input").fill("balloon");
    await first.locator("#vmm-search li").first().waitFor();
    measured += await contrasts(first, `search, ${what}`);
    await context.close();
}

/** The brightness of a drawing's ground, and the largest contrast to it, from a picture of the drawing. */
async function brightness(of, drawing) {
    const picture = (await drawing.screenshot()).toString("base64");
    return of.evaluate(async (data) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const drawn = canvas.getContext("2d");
        drawn.drawImage(image, 0, 0);
        const { data: bytes } = drawn.getImageData(0, 0, image.width, image.height);
        const linear = (value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
        const lights = [];
        for (let i = 0; i < bytes.length; i += 4)
            lights.push(0.2126 * linear(bytes[i]) + 0.7152 * linear(bytes[i + 1]) + 0.0722 * linear(bytes[i + 2]));
        const ground = lights[3 * image.width + 3];
        return [
            ground,
            Math.max(
                ...[Math.min, Math.max]
                    .map((pick) => lights.reduce((one, other) => pick(one, other)))
                    .map((light) => (Math.max(light, ground) + 0.05) / (Math.min(light, ground) + 0.05)),
            ),
        ];
    }, picture);
}

for (const name of ["index.html", "deltas.html", "performance.html"])
    for (const colorScheme of ["light", "dark"]) {
        const shown = await open(name, { colorScheme });
        const [ground, contrast] = await brightness(shown, shown.locator(".image object, .image img").first());
        ok(
            colorScheme === "dark" ? ground < 0.03 : ground > 0.9,
            `${name}: the drawing's ground is ${ground} in the ${colorScheme}`,
        );
        ok(contrast > 7, `${name}: a contrast of ${contrast} in the ${colorScheme}`);
        await shown.close();
    }

// ---- Narrow windows ----

const all = readdirSync(html).filter((name) => name.endsWith(".html"));
for (const name of all) {
    await narrow.goto(addressOf(name), { waitUntil: "domcontentloaded" });
    const [page, content] = await narrow.evaluate(() => [
        document.documentElement.scrollWidth,
        document.getElementById("doc-content").scrollWidth,
    ]);
    if (Math.max(page, content) > NARROW.width)
        complaints.push(`${name}: ${Math.max(page, content)} pixels wide in a window of ${NARROW.width}`);
    if (!(await narrow.locator(".main-menu-btn").isVisible())) complaints.push(`${name}: no menu`);
}

// ---- Pictures ----

if (pictures) {
    const kinds = {
        start: "index.html",
        topic: "group__disk.html",
        topics: "topics.html",
        record: "structvmm__disk.html",
        paste: "paste.html",
        table: "names.html",
        drawing: "performance.html",
    };
    for (const colorScheme of ["light", "dark"])
        for (const [size, viewport] of [
            ["wide", WIDE],
            ["narrow", NARROW],
        ]) {
            const context = await browser.newContext({ viewport, colorScheme });
            const shown = await open("index.html", { context });
            const take = async (name) => {
                await shown.waitForTimeout(500);
                await shown.screenshot({ path: join(pictures, `site-${name}-${colorScheme}-${size}.png`) });
            };
            for (const [name, file] of Object.entries(kinds)) {
                await shown.goto(addressOf(file));
                if (name === "paste") await shown.getByRole("button", { name: "CPU, two samples" }).click();
                if (name === "drawing") await shown.locator(".image object").scrollIntoViewIfNeeded();
                await take(name);
            }
            await shown.goto(addressOf("index.html"));
            await shown.keyboard.press("/");
            await shown.keyboard.type("prometheus");
            await shown.locator("#vmm-search li").first().waitFor();
            await take("search");
            await context.close();
        }
}

await browser.close();
deepStrictEqual(complaints, []);
console.log(`${Object.keys(words).length} searches, ${measured} contrasts, ${all.length} pages in a narrow window`);
